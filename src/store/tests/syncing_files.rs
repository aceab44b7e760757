//! Files that are torn, broken, foreign or gone, and an exchange that is cut short.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::syncing::{Device, carry, events, files};
use super::*;
use crate::store::{StoreError, repair, restore};
use crate::text::Lang;

/// A device that has sent some events, and the file that they are in.
fn sender() -> (Device, PathBuf) {
    let mut device = Device::new(1);
    for act in [
        good("chips/a"),
        suspend("칩/다"),
        flag("chips/b", "줄\n바꿈"),
        alias("chips/a", "chips/c"),
    ] {
        device.record(act);
    }
    assert_eq!(device.sync().sent, 4);
    let file = files(device.folder.path()).remove(0);
    (device, file)
}

/// The same file in another device's folder.
fn there(file: &std::path::Path, device: &Device) -> PathBuf {
    device.folder.path().join(file.file_name().unwrap())
}

fn count(store: &Store) -> usize {
    store.events(None).unwrap().len()
}

#[test]
fn a_copy_that_was_interrupted_at_any_byte_is_read_as_far_as_it_is_whole() {
    let (one, file) = sender();
    let bytes = fs::read(&file).unwrap();
    let mut other = Device::new(2);
    let copy = there(&file, &other);
    for length in 0..=bytes.len() {
        fs::write(&copy, &bytes[..length]).unwrap();
        let synced = other.sync();
        let lines = bytes[..length]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        assert_eq!(count(&other.store), lines.saturating_sub(1), "{length}");
        let is_torn = length > 0 && bytes[length - 1] != b'\n';
        assert_eq!(synced.told.len(), usize::from(is_torn), "{length}");
        assert!(synced.told.iter().all(|told| !told.is_wrong));
    }
    assert_eq!(other.log(), one.log());
    assert_eq!(dump(&other.store), dump(&one.store));
    // And back, as when a copy begins anew: nothing that was read is lost.
    for length in (0..=bytes.len()).rev().step_by(50) {
        fs::write(&copy, &bytes[..length]).unwrap();
        assert_eq!(other.sync().received, 0);
    }
    assert_eq!(other.log(), one.log());
}

#[test]
fn what_was_not_written_to_its_end_is_written_anew() {
    let (mut one, file) = sender();
    let bytes = fs::read(&file).unwrap();
    for length in (0..bytes.len()).step_by(11) {
        fs::write(&file, &bytes[..length]).unwrap();
        let left = bytes[..length]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        let synced = one.sync();
        assert_eq!(synced.sent as usize, 4 - left.saturating_sub(1), "{length}");
        assert_eq!(fs::read(&file).unwrap(), bytes, "{length}");
        assert!(synced.told.is_empty());
    }
}

#[test]
fn an_exchange_that_was_not_noted_is_not_done_twice() {
    let (mut one, file) = sender();
    let notes = |store: &Store| -> Vec<(String, Vec<u8>)> {
        let sql = "SELECT key, value FROM meta WHERE key LIKE 'sync %'";
        let mut statement = store.connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    let before = notes(&one.store);
    assert_eq!(before.len(), 1);
    one.record(good("chips/b"));
    assert_eq!(one.sync().sent, 1);
    let bytes = fs::read(&file).unwrap();
    // Killed after the file was written; and the notes lost altogether.
    for notes in [before, Vec::new()] {
        let connection = &one.store.connection;
        connection
            .execute("DELETE FROM meta WHERE key LIKE 'sync %'", [])
            .unwrap();
        for (key, value) in notes {
            crate::store::device::keep(connection, &key, &value).unwrap();
        }
        one.record(good("chips/b"));
        let sent = one.sent().len();
        assert_eq!(one.sync().sent, 1);
        assert_eq!(one.sent().len(), sent + 1);
        assert!(fs::read(&file).unwrap().starts_with(&bytes));
    }
}

#[test]
fn a_bad_line_is_told_until_it_is_mended_and_the_rest_is_read() {
    let (one, file) = sender();
    let text = fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for bad in ["", "<<<<<<< HEAD", "{\"id\":1}", "null", "\u{fffd}"] {
        let mut other = Device::new(2);
        let copy = there(&file, &other);
        let mut broken = lines.clone();
        broken[2] = bad;
        fs::write(&copy, broken.join("\n") + "\n").unwrap();
        for _ in 0..2 {
            let synced = other.sync();
            assert_eq!(count(&other.store), 3, "{bad}");
            assert_eq!(synced.told.len(), 1, "{bad}");
            let told = &synced.told[0];
            assert_eq!((told.line, told.is_wrong), (Some(3), true));
            assert_eq!(copy.file_name().unwrap().to_str(), Some(told.file.as_str()));
            assert!(!told.message.says(Lang::Ko).is_empty());
        }
        fs::write(&copy, &text).unwrap();
        let synced = other.sync();
        assert_eq!((synced.received, synced.told.len()), (1, 0), "{bad}");
        assert_eq!(dump(&other.store), dump(&one.store));
        assert_in_step(&mut other.store);
    }
    // What is no text is no line either.
    let mut other = Device::new(2);
    let mut bytes = text.clone().into_bytes();
    let second = text.find('\n').unwrap() + 5;
    bytes[second] = 0xff;
    fs::write(there(&file, &other), bytes).unwrap();
    let synced = other.sync();
    assert_eq!((synced.received, synced.told[0].line), (3, Some(2)));
}

#[test]
fn files_that_are_not_read() {
    for (first, told) in [
        ("{\"dateline\":\"sync\",\"format\":2}", "upgrade dateline"),
        ("{\"dateline\":\"deck\"}", "no header of dateline"),
        ("hello", "no header of dateline"),
    ] {
        let (one, file) = sender();
        let mut other = Device::new(2);
        carry(&one, &other, 1000);
        let text = fs::read_to_string(&file).unwrap();
        let rest = text.split_once('\n').unwrap().1;
        let name = "dateline-0194e8a0-0000-7000-8000-0000000000aa-0001.jsonl";
        fs::write(other.folder.path().join(name), format!("{first}\n{rest}")).unwrap();
        let synced = other.sync();
        // The others are.
        assert_eq!(synced.received, 4);
        assert_eq!(synced.told.len(), 1);
        let message = synced.told[0].message.says(Lang::En);
        assert!(message.contains(told), "{message}");
        assert!(synced.told[0].is_wrong);
    }
}

#[test]
fn other_files_are_left_alone() {
    let (mut one, _) = sender();
    let names = [
        "notes.jsonl",
        "dateline.db",
        ".dateline-x.jsonl.tmp",
        "README.md",
    ];
    for name in names {
        fs::write(one.folder.path().join(name), "x").unwrap();
    }
    assert!(one.sync().told.is_empty());
    for name in names {
        assert_eq!(fs::read(one.folder.path().join(name)).unwrap(), b"x");
    }
}

#[test]
fn a_file_of_ones_own_that_no_one_reads_is_not_gone_on_with() {
    let (mut one, file) = sender();
    let text = fs::read_to_string(&file).unwrap();
    // Damaged, or of a newer version that was here before.
    for (from, to) in [("sync", "sink"), ("\"format\":1", "\"format\":2")] {
        fs::write(&file, text.replacen(from, to, 1)).unwrap();
        let before = fs::read(&file).unwrap();
        let synced = one.sync();
        assert_eq!((synced.sent, synced.told.len()), (4, 1));
        assert_eq!(fs::read(&file).unwrap(), before);
        let mut other = Device::new(2);
        carry(&one, &other, 1000);
        assert_eq!(other.sync().received, 4);
        assert_eq!(one.sync().sent, 0);
        for file in files(one.folder.path()).into_iter().skip(1) {
            fs::remove_file(file).unwrap();
        }
    }
}

#[test]
fn one_id_for_two_events_is_told_and_nothing_is_replaced() {
    let (mut one, file) = sender();
    let text = fs::read_to_string(&file).unwrap();
    let mut other = Device::new(2);
    let copy = there(&file, &other);
    fs::write(&copy, text.replacen("chips/a", "chips/z", 1)).unwrap();
    assert_eq!(other.sync().received, 4);
    fs::write(&copy, &text).unwrap();
    let log = other.log();
    let synced = other.sync();
    assert_eq!((synced.received, synced.told.len()), (0, 1));
    assert!(
        synced.told[0]
            .message
            .says(Lang::En)
            .contains("another one")
    );
    assert_eq!(other.log(), log);
    assert_in_step(&mut other.store);
    assert!(one.sync().told.is_empty());
}

#[test]
fn copies_that_two_programs_left_side_by_side_are_both_read() {
    let (mut one, file) = sender();
    let mut other = Device::new(2);
    let half = fs::read(&file).unwrap();
    one.record(good("chips/b"));
    one.sync();
    let name = file.file_name().unwrap().to_str().unwrap();
    let conflict = name.replace(".jsonl", ".sync-conflict-20250209-120000-ABCDEFG.jsonl");
    fs::copy(&file, other.folder.path().join(conflict)).unwrap();
    fs::write(there(&file, &other), half).unwrap();
    assert_eq!(other.sync().received, 5);
    // Windows' line ends are no difference.
    let mut third = Device::new(3);
    let text = fs::read_to_string(&file).unwrap().replace('\n', "\r\n");
    fs::write(there(&file, &third), text).unwrap();
    assert_eq!(third.sync().received, 5);
    assert_eq!(other.log(), third.log());
}

#[test]
fn many_events_fill_several_files_and_are_read_from_all() {
    let mut one = Device::new(1);
    let acts: Vec<Act> = (0..6_000)
        .map(|n| flag(&format!("chips/c{}", n % 500), &"왜 ".repeat(30)))
        .collect();
    let now = at(0);
    one.store.record_all(acts, None, now, &clock()).unwrap();
    assert_eq!(one.sync().sent, 6_000);
    let before = files(one.folder.path());
    assert!(before.len() > 1);
    one.record(good("chips/c1"));
    let first = fs::read(&before[0]).unwrap();
    assert_eq!(one.sync().sent, 1);
    assert_eq!(fs::read(&before[0]).unwrap(), first);
    let mut other = Device::new(2);
    other.record(good("chips/c2"));
    carry(&one, &other, 1000);
    assert_eq!(other.sync().received, 6_001);
    assert_in_step(&mut other.store);
    assert_eq!(other.sync(), crate::store::Synced::default());
}

#[test]
fn a_folder_that_is_not_there_and_one_that_is_no_folder() {
    let (mut one, file) = sender();
    for folder in [one.home.path().join("no"), file] {
        let error = one.store.sync(&folder, at(0), &clock()).unwrap_err();
        assert!(matches!(error, StoreError::Exchange { .. }), "{error}");
        assert!(error.to_string().contains(folder.to_str().unwrap()));
    }
}

#[test]
fn an_exchange_that_ends_between_two_lots_is_in_step_and_goes_on() {
    let mut one = Device::new(1);
    for second in 0..7 {
        one.now = second;
        one.record(good(&format!("chips/{}", second % 2)));
    }
    one.sync();
    let mut other = Device::new(2);
    other.now = 100;
    carry(&one, &other, 1000);
    // The disk fails at the last but one: two lots of three are taken in by then.
    let trigger = "CREATE TEMP TRIGGER fails BEFORE INSERT ON main.event
        WHEN (SELECT count(*) FROM main.event) = 6 BEGIN SELECT RAISE(ABORT, 'x'); END";
    other.store.connection.execute_batch(trigger).unwrap();
    let (folder, now) = (other.folder.path().to_owned(), at(100));
    assert!(other.store.sync(&folder, now, &clock()).is_err());
    assert_eq!(count(&other.store), 6);
    assert_in_step(&mut other.store);
    let drop = "DROP TRIGGER temp.fails";
    other.store.connection.execute_batch(drop).unwrap();
    assert_eq!(other.sync().received, 1);
    assert_eq!(other.log(), one.log());
    assert_eq!(dump(&other.store), dump(&one.store));
}

#[test]
fn one_exchange_at_a_time() {
    let (mut one, _) = sender();
    let lock = one.home.path().join("sync.lock");
    let held = OpenOptions::new().write(true).open(lock).unwrap();
    held.lock().unwrap();
    one.record(good("chips/b"));
    let error = one
        .store
        .sync(one.folder.path(), at(0), &clock())
        .unwrap_err();
    assert!(matches!(error, StoreError::Exchanging { .. }), "{error}");
    drop(held);
    assert_eq!(one.sync().sent, 1);
}

const HOME: &str = "DATELINE_TEST_SYNCED_HOME";

/// Not a test by itself: the process that is killed. It records and syncs, and
/// does not stop.
#[test]
fn syncs_until_killed() {
    let Some(home) = std::env::var_os(HOME).map(PathBuf::from) else {
        return;
    };
    let mut store = Store::open_at(&home, &HERE).unwrap();
    for second in 0.. {
        let event = store
            .record(good("chips/a"), at(second), at(second), &clock())
            .unwrap();
        println!("\nrecorded {}", event.id);
        std::io::stdout().flush().unwrap();
        store
            .sync(&home.join("folder"), at(second), &clock())
            .unwrap();
    }
}

#[test]
fn an_exchange_that_is_killed_at_any_moment_goes_on() {
    let home = home();
    let folder = home.path().join("folder");
    fs::create_dir(&folder).unwrap();
    let mut other = Device::new(2);
    for events_seen in 1..12 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::tests::syncing_files::syncs_until_killed"])
            .arg("--nocapture")
            .env(HOME, home.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let recorded = lines
            .map_while(Result::ok)
            .filter(|line| line.starts_with("recorded "));
        // At whatever point of its exchange it is by now.
        assert_eq!(recorded.take(events_seen).count(), events_seen);
        child.kill().unwrap();
        child.wait().unwrap();
        // The others read what is there, whole or not.
        other.store.sync(&folder, at(0), &clock()).unwrap();
        assert_in_step(&mut other.store);
    }
    let mut store = Store::open_at(home.path(), &HERE).unwrap();
    store.sync(&folder, at(0), &clock()).unwrap();
    other.store.sync(&folder, at(0), &clock()).unwrap();
    assert_eq!(events(&store), other.log());
    assert_eq!(dump(&store), dump(&other.store));
    let mut ids = BTreeSet::new();
    for name in store.exchanged(&folder).unwrap().own {
        for line in fs::read_to_string(folder.join(name))
            .unwrap()
            .lines()
            .skip(1)
        {
            assert!(ids.insert(line.to_owned()), "sent twice: {line}");
        }
    }
    assert_eq!(ids.len(), count(&store));
}

/// A home that was restored or repaired is another device, and answers for what it
/// did before.
#[test]
fn what_was_not_told_before_a_restore_or_a_repair_is_told_after_it() {
    for restored in [true, false] {
        let mut here = Device::new(1);
        here.record(good("chips/1"));
        here.sync();
        here.record(good("chips/2"));
        let backup = here.folder.path().join("backup");
        here.store.back_up_to(&backup).unwrap();
        let Device {
            home,
            folder,
            store,
            ..
        } = here;
        drop(store);
        let zone = clock().zone;
        if restored {
            restore(home.path(), &backup, at(1), &zone).unwrap();
        } else {
            repair(home.path(), at(1), &zone).unwrap();
        }
        let store = Store::open_at(home.path(), &[1; 32]).unwrap();
        let mut here = Device {
            home,
            folder,
            store,
            now: 2,
        };
        here.record(good("chips/3"));
        here.sync();
        let mut there = Device::new(2);
        carry(&here, &there, 1000);
        there.sync();
        assert_eq!(there.log(), here.log());
        assert_eq!(there.log().lines().count(), 3, "restored: {restored}");
    }
}
