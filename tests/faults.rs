//! A disk that fails, at each call in turn: what was told as recorded is in the
//! log once, what was told as not recorded is not, and the next one works.
//!
//! `faults/shim.c` lies between the program and the C library. What tempfile
//! does without it (putting a finished file under its name) is not reached.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;
mod terminal;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use dateline::store::{Health, examine};
use rusqlite::{Connection, OpenFlags};

use home::{Run, World};
use terminal::Terminal;

const SUNDAY: &str = "2025-02-09T09:00:00+09:00";
const MONDAY: &str = "2025-02-10T09:00:00+09:00";
const REVIEW: &[&str] = &["review", "chips/flip", "good"];

const EIO: i32 = 5;
const ENOSPC: i32 = 28;
const EROFS: i32 = 30;

/// A way to fail.
#[derive(Debug, Clone, Copy)]
struct Fault {
    errno: i32,
    /// All calls from then on, or one.
    on: bool,
    /// Half of a write is written.
    short: bool,
    /// Calls that read count too.
    reads: bool,
    /// Only calls that bring files to the disk count.
    syncs: bool,
}

const FAULTS: [Fault; 9] = [
    fault(EIO, false),
    fault(EIO, true),
    fault(ENOSPC, true),
    fault(EROFS, true),
    Fault {
        short: true,
        ..fault(ENOSPC, false)
    },
    Fault {
        short: true,
        ..fault(ENOSPC, true)
    },
    Fault {
        reads: true,
        ..fault(EIO, false)
    },
    Fault {
        syncs: true,
        ..fault(EIO, false)
    },
    Fault {
        syncs: true,
        ..fault(EIO, true)
    },
];

const fn fault(errno: i32, on: bool) -> Fault {
    Fault {
        errno,
        on,
        short: false,
        reads: false,
        syncs: false,
    }
}

/// The shim, built once.
fn shim() -> &'static Path {
    static SHIM: OnceLock<PathBuf> = OnceLock::new();
    SHIM.get_or_init(|| {
        let shim = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults.so");
        let built = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .arg(&shim)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults/shim.c"))
            .arg("-ldl")
            .status()
            .unwrap();
        assert!(built.success());
        shim
    })
}

/// Every event, in the order of recording, to the byte.
fn log(world: &World) -> Vec<String> {
    let file = database(world);
    if !file.is_file() {
        return Vec::new();
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = Connection::open_with_flags(file, flags).unwrap();
    let tables = "SELECT count(*) FROM sqlite_schema WHERE name = 'event'";
    if connection.query_row(tables, [], |row| row.get::<_, i64>(0)) == Ok(0) {
        return Vec::new();
    }
    let mut statement = connection
        .prepare("SELECT hex(id) || ' ' || kind || ' ' || data FROM event ORDER BY id")
        .unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

fn home(world: &World) -> PathBuf {
    world.path().join("home")
}

fn database(world: &World) -> PathBuf {
    home(world).join("dateline.db")
}

/// Holds that the database is whole, and its states are what the log says.
#[track_caller]
fn assert_whole(world: &World, told: &str) {
    let health: Health = examine(&home(world), MONDAY.parse().unwrap()).unwrap();
    assert!(!health.is_damaged(), "{told}\n{health:?}");
    assert!(!health.is_out_of_step(), "{told}\n{health:?}");
}

/// Holds that a failure is told: what, where and what next.
#[track_caller]
fn assert_told(run: &Run, told: &str) {
    assert_eq!(run.code, 2, "{told}");
    let says = run.errors.lines().last().unwrap_or_default();
    assert!(says.starts_with("dateline: "), "{told}");
    assert!(says.contains("home") || says.contains("share"), "{told}");
    assert!(says.contains("; "), "{told}");
}

/// Files under a folder, as they were.
struct Kept {
    folder: PathBuf,
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Kept {
    fn of(folder: PathBuf) -> Kept {
        let mut files = BTreeMap::new();
        let mut folders = vec![folder.clone()];
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.insert(path.clone(), fs::read(&path).unwrap());
                }
            }
        }
        Kept { folder, files }
    }

    /// Puts them back, into the same files: another file is another device's.
    fn put_back(&self) {
        let now = Kept::of(self.folder.clone());
        for gone in now
            .files
            .keys()
            .filter(|path| !self.files.contains_key(*path))
        {
            fs::remove_file(gone).unwrap();
        }
        if self.files.is_empty() && self.folder.exists() {
            fs::remove_dir_all(&self.folder).unwrap();
        }
        for (path, bytes) in &self.files {
            fs::write(path, bytes).unwrap();
        }
    }
}

/// The program with the deck on Monday, on a disk that fails under `under` at
/// the `at`th call; which calls failed.
fn run_on(world: &World, under: &Path, fault: Fault, at: usize, args: &[&str]) -> (Run, String) {
    let told = world.path().join("told");
    let _ = fs::remove_file(&told);
    let mut all = vec!["--decks", "chips.yaml"];
    all.extend(args);
    let mut command = world.command_at(MONDAY, &all);
    command
        .env("LD_PRELOAD", shim())
        .env("FAULT_UNDER", under)
        .env("FAULT_AT", at.to_string())
        .env("FAULT_ERRNO", fault.errno.to_string())
        .env("FAULT_TOLD", &told);
    for (name, set) in [
        ("FAULT_ON", fault.on),
        ("FAULT_SHORT", fault.short),
        ("FAULT_READS", fault.reads),
        ("FAULT_SYNCS", fault.syncs),
    ] {
        if set {
            command.env(name, "1");
        }
    }
    let run = Run::of(command.output().unwrap());
    (run, fs::read_to_string(told).unwrap_or_default())
}

/// Only every so many calls fail, of each kind of fault others; all that differ
/// with `FAULTS=all`, which takes minutes.
fn stride() -> usize {
    let all = std::env::var("FAULTS").is_ok_and(|faults| faults == "all");
    if all { 1 } else { 17 }
}

/// Lets `args` fail at one call after the other in each way, from what there is
/// now; `holds` looks at what came of it.
fn sweep(
    world: &World,
    under: &Path,
    folders: &[PathBuf],
    args: &[&str],
    mut holds: impl FnMut(&Run, &str),
) {
    let kept: Vec<Kept> = folders.iter().cloned().map(Kept::of).collect();
    let mut runs = 0;
    for (which, fault) in FAULTS.into_iter().enumerate() {
        // Whether a review was recorded is left open only by a disk that fails for
        // good in the middle of its commit: at a call or two.
        let stride = if fault.on && args == REVIEW {
            1
        } else {
            stride()
        };
        let (mut at, mut alike, mut last) = (1, 0, String::new());
        let (mut before, mut careful) = (0, 0);
        loop {
            kept.iter().for_each(Kept::put_back);
            let (run, failed) = run_on(world, under, fault, at, args);
            let Some(first) = failed.lines().next() else {
                assert!(at > 1, "{fault:?} is met at no call");
                if stride == 1 && at - before > 1 {
                    (careful, at) = (at, before + 1);
                    continue;
                }
                break;
            };
            runs += 1;
            holds(&run, &format!("{fault:?} at {at}: {failed}{run:?}"));
            if stride > 1 {
                at += if at == 1 { 1 + which % stride } else { stride };
                continue;
            }
            // Of many calls of one kind on one file in a row, few; but each where
            // another kind begins. (Temporary files have other names each time.)
            let kind = first.split("/.").next().unwrap_or_default();
            if kind == last {
                alike += 1;
            } else if at - before > 1 {
                (careful, at) = (at, before + 1);
                continue;
            } else {
                alike = 0;
            }
            last = kind.to_owned();
            before = at;
            at += if alike > 2 && at > careful { 23 } else { 1 };
        }
    }
    println!("{args:?}: {runs} failing runs");
}

/// Two cards studied on Sunday: on Monday there is something to back up.
fn studied() -> World {
    let world = World::new();
    for card in ["chips/flip", "chips/who"] {
        let args = ["--decks", "chips.yaml", "review", card, "good"];
        let run = world.run_at(SUNDAY, &args);
        assert_eq!(run.code, 0, "{run:?}");
    }
    world
}

#[test]
fn a_review_is_recorded_or_told() {
    let world = studied();
    let before = log(&world);
    let home = home(&world);
    let mut uncertain = 0;
    sweep(
        &world,
        &home,
        std::slice::from_ref(&home),
        REVIEW,
        |run, told| {
            let after = log(&world);
            assert!(after.starts_with(&before), "{told}");
            if run.code == 0 {
                assert_eq!(after.len(), before.len() + 1, "{told}");
            } else {
                assert_told(run, told);
                // Only where nothing at all can be written over what failed.
                if run.errors.contains("it may be recorded or not") {
                    let all_fails = told.contains("on: true") && told.contains("syncs: false");
                    assert!(all_fails, "{told}");
                    uncertain += 1;
                } else {
                    assert_eq!(after.len(), before.len(), "{told}");
                }
                assert!(after.len() <= before.len() + 1, "{told}");
            }
            assert_whole(&world, told);
            // With a disk that works again, so does the program.
            let again = world.run(REVIEW);
            assert_eq!(again.code, 0, "{told}\n{again:?}");
            assert_eq!(log(&world).len(), after.len() + 1, "{told}");
            assert_whole(&world, told);
        },
    );
    assert!(uncertain > 0);
}

/// What `due` says of a home that is as it should be.
fn due(world: &World) -> String {
    let run = world.run(&["due"]);
    assert_eq!(run.code, 0, "{run:?}");
    run.out
}

#[test]
fn a_home_is_made_or_it_is_told_why_not() {
    let expected = due(&World::new());
    let world = World::new();
    let home = home(&world);
    sweep(
        &world,
        &home,
        std::slice::from_ref(&home),
        &["due"],
        |run, told| {
            if run.code == 0 {
                assert_eq!(run.out, expected, "{told}");
            } else {
                assert_told(run, told);
            }
            if database(&world).exists() {
                assert_whole(&world, told);
            }
            assert_eq!(log(&world), Vec::<String>::new(), "{told}");
            assert_eq!(due(&world), expected, "{told}");
            assert_whole(&world, told);
        },
    );
}

#[test]
fn an_edited_deck_is_indexed_whole_or_not_at_all() {
    // A card that is gone, one with another answer (told in the log), a new one.
    let edited = home::DECK
        .replace("What share?, number: 9.4%", "What share?, number: 9.5%")
        .replace("{ id: day, ask: When?", "{ id: new, ask: And when?");
    let world = studied();
    let args = ["--decks", "chips.yaml", "review", "chips/share", "good"];
    assert_eq!(world.run_at(SUNDAY, &args).code, 0);
    let home = home(&world);
    let kept = Kept::of(home.clone());
    let before = log(&world);
    world.write("chips.yaml", edited.as_bytes());
    let expected = due(&world);
    let kinds = |log: &[String]| -> Vec<String> {
        let words = log.iter().map(|event| event.split(' ').nth(1).unwrap());
        words.map(str::to_owned).collect()
    };
    let after = kinds(&log(&world));
    assert!(after.len() > before.len(), "{after:?}");
    kept.put_back();
    sweep(
        &world,
        &home,
        std::slice::from_ref(&home),
        &["due"],
        |run, told| {
            let now = log(&world);
            assert!(now.starts_with(&before), "{told}");
            if run.code == 0 {
                assert_eq!(run.out, expected, "{told}");
                // Where nothing may be written, it is shown all the same.
                let looked_at = told.contains("errno: 30") && now == before;
                assert!(looked_at || kinds(&now) == after, "{told}");
            } else {
                assert_told(run, told);
            }
            assert_whole(&world, told);
            assert_eq!(due(&world), expected, "{told}");
            assert_eq!(kinds(&log(&world)), after, "{told}");
            assert_whole(&world, told);
        },
    );
}

#[test]
fn devices_that_sync_lose_nothing_between_them() {
    let world = studied();
    let share = world.path().join("share");
    let (home, other) = (home(&world), world.path().join("other"));
    let sync = ["sync", "share"];
    let at_other = |args: &[&str]| {
        let mut all = vec!["--decks", "chips.yaml"];
        all.extend(args);
        let mut command = world.command_at(MONDAY, &all);
        Run::of(command.env("DATELINE_HOME", &other).output().unwrap())
    };
    fs::create_dir(&share).unwrap();
    assert_eq!(at_other(&["review", "chips/day", "hard"]).code, 0);
    assert_eq!(at_other(&sync).code, 0);
    let before = log(&world);
    let folders = [home.clone(), share.clone()];
    let mut runs = 0;
    let kept: Vec<Kept> = folders.iter().cloned().map(Kept::of).collect();
    for under in &folders {
        kept.iter().for_each(Kept::put_back);
        sweep(&world, under, &folders, &sync, |run, told| {
            assert!(log(&world).len() >= before.len(), "{told}");
            if run.code != 0 {
                // What is wrong with one file is told, and the rest is done.
                assert!(run.code <= 2, "{told}");
                assert!(!run.errors.contains("panicked"), "{told}");
                let says = format!("{}{}", run.out, run.errors);
                assert!(
                    ["share", "home", "dateline-"]
                        .iter()
                        .any(|place| says.contains(place)),
                    "{told}"
                );
            }
            assert_whole(&world, told);
            let again = world.run(&sync);
            assert_eq!(again.code, 0, "{told}\n{again:?}");
            let mine = log(&world);
            assert_eq!(mine.len(), before.len() + 1, "{told}");
            assert_whole(&world, told);
            runs += 1;
            if runs % 4 != 0 {
                return;
            }
            // A third one learns all of it from the files alone.
            let third = world.path().join("third");
            let _ = fs::remove_dir_all(&third);
            let args = ["--decks", "chips.yaml", "sync", "share"];
            let mut command = world.command_at(MONDAY, &args);
            let run = Run::of(command.env("DATELINE_HOME", &third).output().unwrap());
            assert_eq!(run.code, 0, "{told}\n{run:?}");
            assert_eq!(count(&third.join("dateline.db")), mine.len(), "{told}");
        });
    }
}

#[test]
fn a_backup_is_whole_or_there_is_none() {
    let world = studied();
    let before = log(&world);
    let home = home(&world);
    sweep(
        &world,
        &home,
        std::slice::from_ref(&home),
        &["backup"],
        |run, told| {
            assert_eq!(log(&world), before, "{told}");
            if run.code != 0 {
                assert_told(run, told);
            }
            assert_whole(&world, told);
            let mut backups = 0;
            for entry in fs::read_dir(home.join("backups")).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|end| end == "db") {
                    assert_eq!(count(&path), 2, "{told}");
                    backups += 1;
                }
            }
            if run.code == 0 {
                assert_eq!(backups, 1, "{told}");
            }
            // One that is there is of the same second, and stays.
            let again = world.run(&["backup"]);
            assert!(again.code == 0 || backups == 1, "{told}\n{again:?}");
            assert_eq!(log(&world), before, "{told}");
        },
    );
}

#[test]
fn a_restore_is_whole_and_keeps_what_was_there() {
    let world = studied();
    let home = home(&world);
    let backup = log(&world);
    assert_eq!(world.run_at(SUNDAY, &["backup"]).code, 0);
    let args = ["--decks", "chips.yaml", "review", "chips/day", "good"];
    assert_eq!(world.run_at(SUNDAY, &args).code, 0);
    let before = log(&world);
    let args = ["restore", "2025-02-09T090000"];
    let folders = [home.clone()];
    sweep(&world, &home, &folders, &args, |run, told| {
        let now = log(&world);
        if run.code == 0 {
            assert_eq!(now, backup, "{told}");
        } else {
            assert_told(run, told);
        }
        assert!(now == before || now == backup, "{told}\n{now:?}");
        assert_whole(&world, told);
        if now == backup {
            // Among the backups; or beside it, where it could not be read whole.
            let kept = Kept::of(home.clone()).files.into_keys().any(|path| {
                let name = path.file_name().unwrap().to_str().unwrap();
                let is_of_before = name.ends_with("-before-restore.db") || name.contains(".torn-");
                is_of_before && !name.ends_with("-wal") && count(&path) == before.len()
            });
            assert!(kept, "{told}");
        }
        let again = world.run(&args);
        assert_eq!(again.code, 0, "{told}\n{again:?}");
        assert_eq!(log(&world), backup, "{told}");
    });
}

/// A home whose database is torn, where the last review is in its write-ahead
/// log only, and the log as it should be.
fn torn() -> (World, Vec<String>) {
    let world = studied();
    let database = Connection::open(database(&world)).unwrap();
    let (root, size): (i64, i64) = database
        .query_row(
            "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'quiz'",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    // Whoever closes it last moves the one into the other.
    let args = ["--decks", "chips.yaml", "review", "chips/day", "good"];
    assert_eq!(world.run_at(SUNDAY, &args).code, 0);
    let all = log(&world);
    let mut kept = Kept::of(home(&world));
    drop(database);
    let torn = kept.files.get_mut(&self::database(&world)).unwrap();
    let page = usize::try_from((root - 1) * size).unwrap();
    torn[page..page + usize::try_from(size).unwrap()].fill(0xA5);
    kept.put_back();
    (world, all)
}

#[test]
fn a_repair_loses_nothing_or_can_be_run_again() {
    let (world, all) = torn();
    let home = home(&world);
    let health = examine(&home, MONDAY.parse().unwrap()).unwrap();
    assert!(health.is_damaged());
    let folders = [home.clone()];
    let args = ["doctor", "--repair"];
    sweep(&world, &home, &folders, &args, |run, told| {
        if run.code != 2 {
            assert_eq!(log(&world), all, "{told}");
            assert_whole(&world, told);
        } else {
            assert_told(run, told);
        }
        let again = world.run(&args);
        assert_ne!(again.code, 2, "{told}\n{again:?}");
        assert_eq!(log(&world), all, "{told}\n{again:?}");
        assert_whole(&world, told);
    });
}

/// How many events a database holds.
fn count(path: &Path) -> usize {
    let database = Connection::open(path).unwrap();
    let count = database.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0));
    count.unwrap().try_into().unwrap()
}

/// A disk that fills in the middle of a session, fails, or may no longer be
/// written to: the card stays until it can be rated, and the session goes on.
#[test]
fn a_session_waits_for_room() {
    for errno in [ENOSPC, EIO, EROFS] {
        let world = World::new();
        let (home, control) = (home(&world), world.path().join("control"));
        let told = world.path().join("told");
        let environment = [
            ("LD_PRELOAD", shim()),
            ("FAULT_UNDER", &home),
            ("FAULT_CONTROL", &control),
            ("FAULT_TOLD", &told),
            ("DATELINE_HOME", &home),
        ]
        .map(|(name, value)| (name, value.to_str().unwrap()));
        let program = env!("CARGO_BIN_EXE_dateline");
        let args = ["--decks", "chips.yaml", "--lang", "en", "study"];
        let path = world.path();
        let mut terminal = Terminal::run_with(program, &args, path, 100, 30, &environment);
        terminal.wait("What does a foundry make?");
        terminal.press(" ");
        terminal.wait("designed by others");
        fs::write(&control, errno.to_string()).unwrap();
        terminal.press("3");
        terminal.wait("Not saved; the card stays");
        // Setting it aside is no other matter. That the help is shown says that
        // the key before it was taken in.
        for key in ["3", "2", "s"] {
            terminal.press(&format!("{key}?"));
            terminal.wait("Keys here");
            terminal.press("\x1b");
            terminal.wait_until("the card", |screen| !screen.contains("Keys here"));
        }
        assert!(!fs::read_to_string(&told).unwrap().is_empty());
        assert_eq!(log(&world).len(), 0, "{errno}");
        fs::remove_file(&control).unwrap();
        terminal.press("4");
        terminal.wait("Who founded TSMC?");
        // It fails again in the middle of the next.
        terminal.press("Chang\r");
        terminal.wait("Morris Chang");
        fs::write(&control, errno.to_string()).unwrap();
        terminal.press("3");
        terminal.wait("Not saved; the card stays");
        fs::remove_file(&control).unwrap();
        terminal.press("3");
        terminal.wait("What share?");
        terminal.press("\x03");
        assert_eq!(terminal.end(), 0);
        let after = log(&world);
        assert_eq!(after.len(), 2, "{errno}: {after:?}");
        assert!(after[0].contains("chips/flip") && after[0].contains("easy"));
        assert!(after[1].contains("chips/who") && after[1].contains("good"));
        assert_whole(&world, "");
    }
}

/// The program where no file may grow beyond so many blocks of 512 bytes.
const LIMITED: &str = "ulimit -f \"$1\" && shift && exec \"$0\" \"$@\"";

#[test]
fn a_review_beyond_the_size_of_a_file_is_told() {
    let world = World::new();
    let args = ["--decks", "chips.yaml"];
    let review = ["review", "chips/flip", "good"];
    assert_eq!(world.run(&review).code, 0);
    let (mut told, mut done) = (0, 0);
    for blocks in [0, 8, 40, 64, 72, 88, 120, 200, 400, 4000] {
        let before = log(&world);
        let plain = world.command_at(MONDAY, &[&args[..], &review].concat());
        let mut command = Command::new("sh");
        command.args(["-c", LIMITED, env!("CARGO_BIN_EXE_dateline")]);
        command.arg(blocks.to_string()).args(plain.get_args());
        command.current_dir(world.path());
        for (name, value) in plain.get_envs() {
            command.env(name, value.unwrap());
        }
        // A signal would leave no code.
        let run = Run::of(command.output().unwrap());
        if run.code == 0 {
            assert_eq!(log(&world).len(), before.len() + 1, "{blocks}: {run:?}");
            done += 1;
        } else {
            assert_told(&run, &format!("{blocks}: {run:?}"));
            assert_eq!(log(&world), before, "{blocks}: {run:?}");
            told += i32::from(
                run.errors
                    .contains("no file may grow larger here (ulimit -f)"),
            );
        }
        assert_whole(&world, &format!("{blocks}: {run:?}"));
    }
    assert!(told > 1 && done > 0, "{told} {done}");
    assert_eq!(world.run(&review).code, 0);
}

#[test]
fn a_session_goes_on_where_no_file_may_grow() {
    let world = World::new();
    assert!(world.run(&["due"]).code <= 1);
    let home = home(&world);
    let environment = [("DATELINE_HOME", home.to_str().unwrap())];
    let program = env!("CARGO_BIN_EXE_dateline");
    let args = ["--decks", "chips.yaml", "--lang", "en", "study"];
    let args = [&["-c", LIMITED, program, "72"], &args[..]].concat();
    let mut terminal = Terminal::run_with("sh", &args, world.path(), 100, 30, &environment);
    terminal.wait("What does a foundry make?");
    for _ in 0..2 {
        terminal.press(" ");
        terminal.wait("designed by others");
        terminal.press("3");
        terminal.wait("Not saved; the card stays");
    }
    terminal.press("?");
    terminal.wait("Keys here");
    terminal.press("\x1b");
    terminal.wait_until("the card", |screen| !screen.contains("Keys here"));
    terminal.press("\x03");
    assert_eq!(terminal.end(), 0);
    assert_eq!(log(&world), Vec::<String>::new());
    assert_whole(&world, "");
}

#[test]
fn a_home_that_cannot_be_written_is_looked_at() {
    let world = studied();
    let home = home(&world);
    let read_only = |args: &[&str]| run_on(&world, &home, fault(EROFS, true), 1, args).0;
    let looks: [&[&str]; 6] = [
        &["due"],
        &["due", "--json"],
        &["log"],
        &["card", "chips/flip"],
        &["try", "chips/share", "9.4%"],
        &["check", "chips.yaml"],
    ];
    for edit in [
        home::DECK.to_owned(),
        home::DECK.replace("id: day", "id: date"),
    ] {
        world.write("chips.yaml", edit.as_bytes());
        let kept = Kept::of(home.clone()).files;
        let seen: Vec<Run> = looks.iter().map(|args| read_only(args)).collect();
        for args in [
            REVIEW,
            &["study", "--plain"],
            &["backup"],
            &["quiz", "--plain"],
        ] {
            assert_told(&read_only(args), &format!("{args:?}"));
        }
        let doctor = read_only(&["doctor"]);
        assert_eq!(doctor.code, 0, "{doctor:?}");
        assert_eq!(Kept::of(home.clone()).files, kept);
        // Where it can be written, all is just so.
        for (args, seen) in looks.iter().zip(seen) {
            let there = world.run(args);
            assert_eq!(
                (seen.code, &seen.out),
                (there.code, &there.out),
                "{args:?}: {seen:?}"
            );
            assert!(!seen.errors.contains("left out"), "{args:?}: {seen:?}");
        }
    }
    let environment = [
        ("LD_PRELOAD", shim().to_str().unwrap()),
        ("FAULT_UNDER", home.to_str().unwrap()),
        ("FAULT_AT", "1"),
        ("FAULT_ON", "1"),
        ("FAULT_ERRNO", "30"),
        ("DATELINE_HOME", home.to_str().unwrap()),
    ];
    let before = log(&world);
    let args = ["--decks", "chips.yaml", "--lang", "en"];
    let program = env!("CARGO_BIN_EXE_dateline");
    let mut terminal = Terminal::run_with(program, &args, world.path(), 100, 30, &environment);
    terminal.wait("Chips");
    terminal.wait("Nothing is recorded: cannot write to");
    terminal.press("\r");
    terminal.wait("Who founded TSMC?");
    terminal.press("Chang\r");
    terminal.wait("Morris Chang");
    terminal.press("3");
    terminal.wait("Not saved; the card stays");
    terminal.press("\x03");
    assert_eq!(terminal.end(), 0);
    assert_eq!(log(&world), before);
}
