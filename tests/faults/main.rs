//! A disk that fails, at each call in turn: what was told as recorded is in the
//! log once, what was told as not recorded is not, and the next one works.
//!
//! `shim.c` lies between the program and the C library. What tempfile
//! does without it (putting a finished file under its name) is not reached.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod backups;
mod files;
#[path = "../home/mod.rs"]
mod home;
mod homes;
mod reviews;
mod syncing;
#[path = "../terminal/mod.rs"]
mod terminal;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use dateline::store::{Health, examine};
use rusqlite::{Connection, OpenFlags};

use home::{Run, World};

const SUNDAY: &str = "2025-02-09T09:00:00+09:00";
const MONDAY: &str = "2025-02-10T09:00:00+09:00";
const REVIEW: &[&str] = &["review", "chips/flip", "good"];

const EIO: i32 = 5;
const EINVAL: i32 = 22;
const ENOSPC: i32 = 28;
const EROFS: i32 = 30;
const EOPNOTSUPP: i32 = 95;

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
    /// Only calls that bring folders to the disk count.
    folders: bool,
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
        folders: false,
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
        ("FAULT_FOLDERS", fault.folders),
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

/// How many events a database holds.
fn count(path: &Path) -> usize {
    let database = Connection::open(path).unwrap();
    let count = database.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0));
    count.unwrap().try_into().unwrap()
}
