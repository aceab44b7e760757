//! Backups: of each day before its first write, and when asked for.

use std::fs;
use std::path::Path;

use super::*;
use crate::store::{Backups, Made, StoreError, open, restore};

/// What a day's backup holds, by its name.
fn backups(home: &TempDir) -> Vec<(String, u64)> {
    let mut backups: Vec<_> = Backups::of(home.path())
        .backups()
        .into_iter()
        .map(|backup| (backup.name, backup.holds.unwrap().events))
        .collect();
    backups.sort();
    backups
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn study(store: &mut Store, seconds: i64) {
    let when = at(seconds);
    store.record(good("chips/a"), when, when, &clock()).unwrap();
}

#[test]
fn each_day_is_kept_as_it_was_before_its_first_write() {
    let home = home();
    let mut store = open(&home);
    for second in 0..3 {
        study(&mut store, second);
    }
    drop(store);
    let mut store = open(&home);
    study(&mut store, 3);
    assert_eq!(
        backups(&home),
        [],
        "there is nothing from before the first day"
    );
    // The session goes on past the turnover, and the next day begins another.
    study(&mut store, DAY);
    study(&mut store, DAY + 1);
    drop(store);
    assert_eq!(backups(&home), [("2025-02-10".to_owned(), 4)]);
    let mut store = open(&home);
    store.states().unwrap();
    study(&mut store, DAY + 2);
    study(&mut store, 2 * DAY);
    study(&mut store, 2 * DAY);
    drop(store);
    let expected = [("2025-02-10".to_owned(), 4), ("2025-02-11".to_owned(), 7)];
    assert_eq!(backups(&home), expected);
    // One file each, and nothing beside it.
    assert_eq!(
        files(&home.path().join("backups")),
        [".lock", "2025-02-10.db", "2025-02-11.db"]
    );
}

#[test]
fn every_way_to_write_is_preceded_by_it() {
    type Write = fn(&mut Store);
    let ways: [(&str, Write); 3] = [
        ("record", |store| study(store, DAY)),
        ("record_all", |store| {
            let acts = vec![good("chips/a"), suspend("chips/b")];
            store.record_all(acts, None, at(DAY), &clock()).unwrap();
        }),
        ("index", |store| {
            let deck = indexing::deck("chips", &["chips/b"]);
            let acts = vec![alias("chips/a", "chips/b")];
            indexing::index(store, &deck, acts, at(DAY)).unwrap();
        }),
    ];
    for (way, write) in ways {
        let home = home();
        let mut store = open(&home);
        study(&mut store, 0);
        write(&mut store);
        drop(store);
        assert_eq!(backups(&home), [("2025-02-10".to_owned(), 1)], "{way}");
    }
}

#[test]
fn of_two_at_once_the_first_makes_it() {
    let home = home();
    study(&mut open(&home), 0);
    let mut stores = [open(&home), open(&home), open(&home)];
    for store in &mut stores {
        study(store, DAY);
    }
    drop(stores);
    assert_eq!(backups(&home), [("2025-02-10".to_owned(), 1)]);
}

#[test]
fn too_many_go_and_what_is_not_daily_stays() {
    let home = home();
    let mut store = open(&home);
    study(&mut store, 0);
    // Two in one second are two.
    for name in ["2025-02-09T120005.db", "2025-02-09T120006.db"] {
        let asked = store.back_up(at(5), &clock().zone).unwrap();
        assert_eq!(asked.file_name().unwrap(), name);
    }
    for day in 1..=40 {
        study(&mut store, day * DAY);
    }
    drop(store);
    let folder = home.path().join("backups");
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    assert_eq!(
        files(&folder),
        [
            ".lock",
            "2025-02-09T120005.db",
            "2025-02-09T120006.db",
            "2025-02-28.db", // of February
            "2025-03-02.db", // three Sundays
            "2025-03-09.db",
            "2025-03-15.db",
            "2025-03-16.db",
            "2025-03-17.db",
            "2025-03-18.db",
            "2025-03-19.db",
            "2025-03-20.db",
            "2025-03-21.db",
            "notes.txt",
        ]
    );
}

#[test]
fn what_stands_in_its_way_does_not_stand_in_a_reviews() {
    let home = home();
    let mut store = open(&home);
    study(&mut store, 0);
    fs::write(home.path().join("backups"), "a file").unwrap();
    study(&mut store, DAY);
    let trouble = store.backup_trouble().unwrap();
    assert!(matches!(trouble, StoreError::NoBackup { .. }), "{trouble}");
    assert!(trouble.to_string().contains("backups"), "{trouble}");
    study(&mut store, DAY);
    assert!(store.backup_trouble().is_none(), "told once");
    assert_eq!(store.state(&card("chips/a")).unwrap().reviews, 3);
}

#[test]
fn what_was_left_by_a_kill_is_swept_and_made_again() {
    let home = home();
    let mut store = open(&home);
    study(&mut store, 0);
    let folder = home.path().join("backups");
    fs::create_dir(&folder).unwrap();
    for left in [".backup-x1.part", ".backup-x1.part-wal"] {
        fs::write(folder.join(left), "half").unwrap();
    }
    study(&mut store, DAY);
    drop(store);
    assert_eq!(files(&folder), [".lock", "2025-02-10.db"]);
}

#[test]
fn a_damaged_database_pushes_no_good_backup_out() {
    let home = home();
    let mut store = open(&home);
    for second in 0..500 {
        let when = at(second);
        let act = good(&format!("chips/{second}"));
        store.record(act, when, when, &clock()).unwrap();
    }
    store.rest();
    drop(store);
    let file = home.path().join("dateline.db");
    let mut bytes = fs::read(&file).unwrap();
    let pages = bytes.len() / 4096;
    // The middle of it, which a review of today does not meet.
    bytes[pages / 2 * 4096..][..4096].fill(0x55);
    fs::write(&file, bytes).unwrap();
    let mut store = open(&home);
    let _ = store.record(good("chips/z"), at(DAY), at(DAY), &clock());
    store.daily.end();
    let trouble = store.backup_trouble().unwrap();
    assert!(matches!(trouble, StoreError::Corrupt { .. }), "{trouble}");
    assert_eq!(backups(&home), []);
    let asked = store.back_up(at(DAY), &clock().zone).unwrap_err();
    assert!(matches!(asked, StoreError::Corrupt { .. }), "{asked}");
}

#[test]
fn a_backup_is_made_where_it_is_asked_for_and_over_nothing() {
    let home = home();
    let mut store = open(&home);
    study(&mut store, 0);
    let there = home.path().join("mine.db");
    store.back_up_to(&there).unwrap();
    let before = fs::read(&there).unwrap();
    let told = store.back_up_to(&there).unwrap_err();
    assert!(matches!(told, StoreError::BackupThere { .. }), "{told}");
    let missing = home.path().join("no/such");
    let told = store.back_up_to(&missing.join("x.db")).unwrap_err();
    assert!(
        matches!(&told, StoreError::NoFolder { path } if *path == missing),
        "{told}"
    );
    assert_eq!(fs::read(&there).unwrap(), before);
    assert_eq!(
        files(home.path()),
        [
            "dateline.db",
            "dateline.db-shm",
            "dateline.db-wal",
            "mine.db"
        ]
    );
    let made: Vec<Made> = Backups::of(home.path())
        .backups()
        .into_iter()
        .map(|backup| backup.made)
        .collect();
    assert_eq!(made, [], "another folder's is not among them");
}

#[test]
fn what_is_brought_to_another_version_is_kept_as_it_was() {
    let home = home();
    let old = rusqlite::Connection::open(home.path().join("dateline.db")).unwrap();
    old.execute_batch(include_str!("schemas/version-1.sql"))
        .unwrap();
    old.execute_batch("PRAGMA application_id = 0x64746C6E; PRAGMA user_version = 1;")
        .unwrap();
    drop(old);
    let mut store = open(&home);
    study(&mut store, 0);
    drop(store);
    let name = format!("before-version-{}", open::VERSION);
    let kept = Backups::of(home.path()).named(&name).unwrap();
    assert_eq!(open::check(&kept).unwrap(), 1);
    // Opened again, it is of this version, and there is nothing to keep.
    drop(open(&home));
    assert_eq!(backups(&home), [(name, 0)]);
    // And what is that old can be restored.
    restore(home.path(), &kept, at(DAY), &clock().zone).unwrap();
    assert_eq!(open(&home).holds().unwrap().events, 0);
    assert_eq!(backups(&home).len(), 2);
}
