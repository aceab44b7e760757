//! Files that come to the disk whole or not at all: backups, what takes the place
//! of a database, decks, quizzes on paper.

use super::*;

#[test]
fn a_share_that_brings_no_folder_to_the_disk_is_written_to_all_the_same() {
    for errno in [EINVAL, EOPNOTSUPP] {
        let world = studied();
        fs::create_dir(world.path().join("share")).unwrap();
        let refusing = Fault {
            folders: true,
            ..fault(errno, true)
        };
        let done = |code: i32, args: &[&str]| {
            let (run, failed) = run_on(&world, world.path(), refusing, 1, args);
            let told = format!("{errno} {args:?}: {failed}{run:?}");
            assert_eq!((run.code, run.errors.as_str()), (code, ""), "{told}");
            assert!(!failed.is_empty(), "{told}");
        };
        // The backup of the day, and one that is asked for.
        done(0, &["review", "chips/day", "good"]);
        assert_eq!(count(&home(&world).join("backups/2025-02-10.db")), 2);
        done(0, &["backup"]);
        done(0, &["sync", "share"]);
        // A deck, and a file that is new.
        world.write(
            "mended.yaml",
            b"deck: mended\ncards:\n  - { ask: Why?, answer: So }\n",
        );
        done(0, &["check", "--fix", "mended.yaml"]);
        let mended = fs::read_to_string(world.path().join("mended.yaml")).unwrap();
        assert!(mended.contains("id: "), "{mended}");
        done(0, &["quiz", "--export", "paper.md"]);
        assert!(world.path().join("paper.md").is_file());
        // In the place of a database that can't be read.
        for (code, args) in [
            (0, &["restore", "2025-02-10T090000"][..]),
            // What else it held is lost.
            (1, &["doctor", "--repair"]),
        ] {
            fs::write(database(&world), "torn".repeat(5000)).unwrap();
            done(code, args);
            assert_whole(&world, &format!("{errno} {args:?}"));
            assert_eq!(log(&world).len(), 3, "{errno} {args:?}");
        }
    }
}

#[test]
fn a_quiz_on_paper_is_written_whole_or_not_at_all() {
    let world = World::new();
    let folder = world.path().join("out");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("other"), "").unwrap();
    let args = ["quiz", "--seed", "7", "--export", "out/paper.md"];
    assert_eq!(world.run(&args).code, 0);
    let paper = fs::read(folder.join("paper.md")).unwrap();
    fs::remove_file(folder.join("paper.md")).unwrap();
    sweep(
        &world,
        &folder,
        std::slice::from_ref(&folder),
        &args,
        |run, told| {
            let there = fs::read(folder.join("paper.md")).ok();
            assert!(there.as_ref().is_none_or(|there| *there == paper), "{told}");
            if run.code != 0 {
                assert_eq!(run.code, 2, "{told}");
                assert!(run.errors.contains("out/paper.md"), "{told}");
                // A disk that fails for good does not take it away again either.
                let once = told.contains("on: false");
                assert!(there.is_none() || !once, "{told}");
            }
            // What failed can be asked for once more.
            let again = world.run(&args);
            let code = if there.is_some() { 2 } else { 0 };
            assert_eq!(again.code, code, "{told}\n{again:?}");
            fs::remove_file(folder.join("paper.md")).unwrap();
        },
    );
}
