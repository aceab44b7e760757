//! Opening: what can stand in the way, and sharing a home.

use std::fs;
use std::path::Path;
use std::sync::{Barrier, mpsc};

use super::*;
use crate::store::{StoreError, examine, restore};
use rusqlite::Connection;

/// What lies in a new home before it is opened, and how the error begins and
/// what it advises.
#[test]
fn what_stands_in_the_way_is_told() {
    type Lay = fn(&Path);
    type Is = fn(&StoreError) -> bool;
    fn sql(path: &Path, sql: &str) {
        Connection::open(path.join("dateline.db"))
            .unwrap()
            .execute_batch(sql)
            .unwrap();
    }
    let cases: &[(&str, Lay, Is, &str)] = &[
        (
            "text",
            |home| {
                fs::write(
                    home.join("dateline.db"),
                    "나는 데이터베이스가 아니다 ".repeat(99),
                )
                .unwrap()
            },
            |error| matches!(error, StoreError::NotADatabase { .. }),
            "is not a database; move it away",
        ),
        (
            "a folder",
            |home| fs::create_dir(home.join("dateline.db")).unwrap(),
            |error| matches!(error, StoreError::CannotOpen { .. }),
            "cannot open",
        ),
        (
            "another program's",
            |home| sql(home, "CREATE TABLE bookmarks (url)"),
            |error| matches!(error, StoreError::Foreign { .. }),
            "another program's database",
        ),
        (
            "a newer version's",
            |home| {
                drop(Store::open(home).unwrap());
                sql(home, "PRAGMA user_version = 99");
            },
            |error| {
                matches!(
                    error,
                    StoreError::Newer {
                        found: 99,
                        known: 5,
                        ..
                    }
                )
            },
            "newer dateline (its version is 99, this one knows up to 5); upgrade",
        ),
        (
            "a damaged one",
            |home| {
                let path = home.join("dateline.db");
                drop(Store::open(home).unwrap());
                let mut bytes = fs::read(&path).unwrap();
                bytes[100..].fill(0xAA);
                fs::write(&path, bytes).unwrap();
            },
            |error| matches!(error, StoreError::Corrupt { .. }),
            "is damaged",
        ),
    ];
    for (what, lay, is, says) in cases {
        let home = home();
        lay(home.path());
        let error = Store::open(home.path()).unwrap_err();
        assert!(is(&error), "{what}: {error:?}");
        let text = error.to_string();
        assert!(text.contains(says), "{what}: {text}");
        assert!(text.contains("dateline.db"), "{what}: {text}");
    }
}

/// A database of version 1 with reviews in it, and one of today with the same.
#[test]
fn an_older_version_is_brought_up_to_date_and_loses_nothing() {
    let shape = |store: &Store| -> Vec<(String, String)> {
        let mut statement = store
            .connection
            .prepare(
                "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
                 WHERE m.type = 'table' ORDER BY 1, 2",
            )
            .unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    let old = home();
    let connection = Connection::open(old.path().join("dateline.db")).unwrap();
    connection
        .execute_batch(include_str!("schemas/version-1.sql"))
        .unwrap();
    connection
        .execute_batch("PRAGMA application_id = 0x64746C6E; PRAGMA user_version = 1;")
        .unwrap();
    drop(connection);
    let new = home();
    let mut stores = [open(&old), open(&new)];
    assert_eq!(shape(&stores[0]), shape(&stores[1]));
    for store in &mut stores {
        for day in 0..3 {
            let when = at(day * DAY);
            store.record(good("chips/a"), when, when, &clock()).unwrap();
        }
        assert_in_step(store);
    }
    let [old, new] = stores.map(|store| store.state(&card("chips/a")).unwrap());
    assert_eq!(old, new);
}

#[test]
fn an_empty_file_and_a_cut_one_do_no_harm() {
    let home = home();
    fs::write(home.path().join("dateline.db"), "").unwrap();
    let mut store = open(&home);
    for second in 0..50 {
        let name = format!("chips/{second}");
        store
            .record(good(&name), at(second), at(second), &clock())
            .unwrap();
    }
    let recorded = store.events(None).unwrap();
    drop(store);
    let whole = fs::read(home.path().join("dateline.db")).unwrap();
    let mut read = 0;
    for length in (1..=whole.len()).rev().step_by(1_531) {
        let cut = super::home();
        fs::write(cut.path().join("dateline.db"), &whole[..length]).unwrap();
        // An error, or a log that can be read: no panic, and no half of one.
        if let Ok(mut store) = Store::open(cut.path()) {
            if let Ok(events) = store.events(None) {
                assert!(recorded.starts_with(&events), "{length}: {events:?}");
                read += 1;
            }
            let _ = store.record(good("chips/0"), at(99), at(99), &clock());
            let _ = store.rebuild();
            let _ = store.events(None);
            let _ = store.states();
        }
    }
    assert!(read > 0, "a whole file is one of them");
}

#[test]
fn a_home_that_cannot_be_made_is_told() {
    let home = home();
    let file = home.path().join("file");
    fs::write(&file, "").unwrap();
    for home in [file.clone(), file.join("home")] {
        let error = Store::open(&home).unwrap_err();
        assert!(matches!(error, StoreError::CannotCreate { .. }), "{error}");
        assert!(error.to_string().contains("DATELINE_HOME"), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn a_home_is_the_learners_alone_and_may_be_read_only() {
    use std::os::unix::fs::PermissionsExt;
    let outer = home();
    let home = outer.path().join("new/홈");
    let mut store = Store::open_at(&home, &HERE).unwrap();
    store
        .record(good("chips/a"), at(0), at(0), &clock())
        .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&home), 0o700);
    for file in ["dateline.db", "dateline.db-wal", "dateline.db-shm"] {
        assert_eq!(mode(&home.join(file)), 0o600, "{file}");
    }
    drop(store);

    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    set(&home.join("dateline.db"), 0o400);
    set(&home, 0o500);
    let may_write_anyway = fs::write(home.join("probe"), "").is_ok();
    let opened = Store::open_at(&home, &HERE);
    set(&home, 0o700);
    if !may_write_anyway {
        let error = opened.unwrap_err();
        assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
    }
    // A file that may be written in a folder that may not.
    set(&home.join("dateline.db"), 0o600);
    set(&home, 0o500);
    let opened = Store::open_at(&home, &HERE);
    set(&home, 0o700);
    if !may_write_anyway {
        let error = opened.unwrap_err();
        assert!(
            matches!(
                error,
                StoreError::ReadOnly { .. } | StoreError::CannotOpen { .. }
            ),
            "{error:?}"
        );
    }
}

#[test]
fn many_may_make_a_home_at_once() {
    let home = home();
    let barrier = Barrier::new(8);
    let devices: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    barrier.wait();
                    Store::open_at(home.path(), &HERE).unwrap().device()
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    assert!(devices.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn two_may_write_at_once() {
    let home = home();
    drop(open(&home));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut store = open(&home);
                for second in 0..25 {
                    store
                        .record(good("chips/a"), at(second), at(second), &clock())
                        .unwrap();
                }
            });
        }
    });
    let mut store = open(&home);
    assert_eq!(store.state(&card("chips/a")).unwrap().reviews, 50);
    assert_in_step(&mut store);
}

#[test]
fn a_lock_is_waited_for_and_told_when_it_stays() {
    let home = home();
    let mut store = open(&home);
    let (locked, when_locked) = mpsc::channel();
    let (release, when_released) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        // Moved in here, so that a failure lets the other go.
        let release = release;
        let other = open(&home);
        scope.spawn(move || {
            other.connection.execute_batch("BEGIN IMMEDIATE").unwrap();
            locked.send(()).unwrap();
            let _ = when_released.recv();
            other.connection.execute_batch("COMMIT").unwrap();
        });
        when_locked.recv().unwrap();
        // Reading goes on meanwhile.
        assert!(store.states().unwrap().is_empty());
        store
            .connection
            .busy_handler(None::<fn(i32) -> bool>)
            .unwrap();
        let error = store
            .record(good("chips/a"), at(0), at(0), &clock())
            .unwrap_err();
        assert!(matches!(error, StoreError::Busy { .. }), "{error:?}");
        assert!(error.to_string().contains("another dateline is writing"));
        // With its patience back, it gets through once the other lets go.
        let mut store = open(&home);
        release.send(()).unwrap();
        store
            .record(good("chips/a"), at(0), at(0), &clock())
            .unwrap();
    });
    assert_eq!(store.state(&card("chips/a")).unwrap().reviews, 1);
}

#[test]
fn a_database_that_is_gone_is_missed() {
    for lay in [
        |path: &Path| fs::remove_file(path).unwrap(),
        |path: &Path| fs::write(path, "").unwrap(),
    ] {
        let home = home();
        let mut store = open(&home);
        store.record(good("d/a"), at(0), at(0), &clock()).unwrap();
        store
            .record(good("d/a"), at(DAY), at(DAY), &clock())
            .unwrap();
        assert!(store.finish_backup().is_none());
        drop(store);
        let path = home.path().join("dateline.db");
        lay(&path);
        // No new one takes its place, not even the second time.
        for _ in 0..2 {
            let error = Store::open_at(home.path(), &HERE).unwrap_err();
            let told = error.to_string();
            assert!(matches!(error, StoreError::Gone { .. }), "{told}");
            assert!(told.contains("restore 2025-02-10"), "{told}");
            let health = examine(home.path(), at(2 * DAY)).unwrap();
            assert!(health.is_damaged(), "{health:?}");
        }
        let backup = home.path().join("backups/2025-02-10.db");
        restore(home.path(), &backup, at(2 * DAY), &TimeZone::UTC).unwrap();
        assert_eq!(open(&home).events(None).unwrap().len(), 1);
    }
    // Where there never was one there is nothing to miss.
    assert!(examine(home().path(), at(0)).is_ok_and(|health| !health.is_damaged()));
}

#[cfg(unix)]
#[test]
fn what_is_taken_away_while_it_is_open_is_written_to_no_more() {
    let home = home();
    let mut store = open(&home);
    store.record(good("d/a"), at(0), at(0), &clock()).unwrap();
    let path = home.path().join("dateline.db");
    let aside = home.path().join("aside.db");
    fs::rename(&path, &aside).unwrap();
    for there in [false, true] {
        if there {
            fs::write(&path, "another").unwrap();
        }
        let error = store.record(good("d/a"), at(1), at(1), &clock());
        assert!(matches!(error, Err(StoreError::TakenAway { .. })));
    }
    // Put back, it is the one that was opened.
    fs::rename(&aside, &path).unwrap();
    store.record(good("d/a"), at(2), at(2), &clock()).unwrap();
    assert_eq!(store.events(None).unwrap().len(), 2);
}
