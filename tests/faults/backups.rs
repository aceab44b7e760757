//! Backups, what is restored from one, and repairs.

use super::*;

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
