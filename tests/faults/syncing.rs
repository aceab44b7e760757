//! Devices that sync.

use super::*;

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
