//! A sync by git that ended in the middle is run again.
//!
//! 40 rounds of kills, or as many as `KILLS` says; `SEED` begins elsewhere.

use super::*;

#[test]
fn what_was_staged_when_it_was_cut_short_is_committed() {
    let (one, other) = (World::new(), World::new());
    let (_folder, here, there) = clones();
    review(&one, "chips/flip");
    done(&sync(&one, &here, &["--git"]), "sent 1, received 0");
    review(&other, "chips/who");
    done(
        &sync(&other, &there, &["--git"]),
        "sent 1, received 1 from 1 device",
    );
    // Between adding and committing.
    review(&one, "chips/day");
    done(&sync(&one, &here, &[]), "sent 1, received 0");
    git(&here, &["add", "."]);
    for _ in 0..2 {
        review(&one, "chips/name");
        let run = sync(&one, &here, &["--git"]);
        assert_eq!(run.code, 0, "{}", run.errors);
        assert_eq!(told(&here, &["status", "--porcelain"]), "");
    }
    done(
        &sync(&other, &there, &["--git"]),
        "sent 0, received 3 from 1 device",
    );
}

#[test]
fn a_merge_that_was_cut_short_is_done_again() {
    let (one, other) = (World::new(), World::new());
    let (_folder, here, there) = clones();
    review(&one, "chips/flip");
    done(&sync(&one, &here, &["--git"]), "sent 1, received 0");
    let file = told(&here, &["ls-files"]);
    let file = file.trim_end();
    let whole = |clone: &Path| std::fs::read(clone.join(file)).unwrap();
    // The files were brought in, all or in part, and git was killed; once as
    // new files, then as changed ones.
    for (share, staged) in [(1, false), (2, true), (1, true), (2, false)] {
        let text = whole(&here);
        std::fs::write(there.join(file), &text[..text.len() / share]).unwrap();
        if staged {
            git(&there, &["add", file]);
        }
        let run = sync(&other, &there, &["--git"]);
        assert_eq!(run.code, 0, "{}", run.errors);
        assert_eq!(run.errors, "");
        assert_eq!(whole(&there), text);
        assert_eq!(told(&there, &["status", "--porcelain"]), "");
        review(&one, "chips/who");
        review(&other, "chips/share");
        done(&sync(&other, &there, &["--git"]), "sent 1, received 0");
        done(
            &sync(&one, &here, &["--git"]),
            "sent 1, received 1 from 1 device",
        );
    }
    // What was not fetched is nothing of a merge: it stays, and git says so.
    let mut text = whole(&here);
    text.extend(b"mine\n");
    std::fs::write(there.join(file), &text).unwrap();
    let run = sync(&other, &there, &["--git"]);
    assert_eq!(run.code, 2);
    assert!(
        run.errors.contains("would be overwritten"),
        "{}",
        run.errors
    );
    assert_eq!(whole(&there), text);
    git(&there, &["checkout", "--quiet", "--", file]);
    // All was merged but the commit.
    review(&other, "chips/day");
    done(&sync(&other, &there, &[]), "sent 1, received 0");
    git(&there, &["add", "."]);
    let author = ["-c", "user.name=a", "-c", "user.email=a@b"];
    git(
        &there,
        &[&author[..], &["commit", "--quiet", "-m", "day"]].concat(),
    );
    git(&there, &["fetch", "--quiet"]);
    let merge = ["merge", "--quiet", "--no-commit", "origin/main"];
    git(&there, &[&author[..], &merge].concat());
    let run = sync(&other, &there, &["--git"]);
    assert_eq!(run.code, 2, "whose merge is it?");
    assert!(run.errors.contains("git merge --abort"), "{}", run.errors);
    let merged = told(&there, &["rev-parse", "MERGE_HEAD"]);
    std::fs::write(there.join(".git/dateline-merge"), merged.trim_end()).unwrap();
    let run = sync(&other, &there, &["--git"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert_eq!(told(&there, &["status", "--porcelain"]), "");
    done(
        &sync(&one, &here, &["--git"]),
        "sent 0, received 1 from 1 device",
    );
    assert_eq!(card(&one, "chips/who"), card(&other, "chips/who"));
}

#[cfg(unix)]
#[test]
fn what_a_git_that_was_killed_left_locked_is_unlocked() {
    use std::os::unix::fs::PermissionsExt;

    let world = World::new();
    let (_folder, here, _) = clones();
    review(&world, "chips/flip");
    done(&sync(&world, &here, &["--git"]), "sent 1, received 0");
    let own = here.join(".git");
    let lock = own.join("index.lock");
    let locks = || {
        let names = std::fs::read_dir(&own).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.ends_with(".lock")).count()
    };
    // In the middle of a commit.
    let hook = own.join("hooks/pre-commit");
    std::fs::create_dir_all(own.join("hooks")).unwrap();
    std::fs::write(&hook, "#!/bin/sh\nkill -9 $PPID\n").unwrap();
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    review(&world, "chips/who");
    assert_eq!(sync(&world, &here, &["--git"]).code, 2);
    assert!(lock.exists());
    std::fs::remove_file(&hook).unwrap();
    done(&sync(&world, &here, &["--git"]), "sent 0, received 0");
    assert_eq!(told(&here, &["status", "--porcelain"]), "");
    assert_eq!(locks(), 0);
    // All was killed: what it had begun is noted still.
    let mark = own.join("dateline-run");
    assert_eq!(std::fs::read(&mark).unwrap(), b"");
    std::fs::write(&mark, "commit").unwrap();
    let branch = own.join("refs/heads/main.lock");
    std::fs::write(&branch, "").unwrap();
    std::fs::write(&lock, "").unwrap();
    review(&world, "chips/day");
    done(&sync(&world, &here, &["--git"]), "sent 1, received 0");
    assert!(!branch.exists() && !lock.exists());
    let remote = own.join("refs/remotes/origin/main.lock");
    std::fs::write(&mark, "fetch").unwrap();
    std::fs::write(&remote, "").unwrap();
    done(&sync(&world, &here, &["--git"]), "sent 0, received 0");
    assert!(!remote.exists());
    // Someone else's git works there, since before or after; or nothing was cut short.
    let hour = std::time::Duration::from_secs(3_600);
    for (noted, made) in [("commit", -1), ("commit", 1), ("fetch", 0), ("", 0)] {
        std::fs::write(&mark, noted).unwrap();
        let file = std::fs::File::create(&lock).unwrap();
        let now = std::time::SystemTime::now();
        let at = if made < 0 { now - hour } else { now + hour };
        file.set_modified(if made == 0 { now } else { at }).unwrap();
        review(&world, "chips/name");
        let run = sync(&world, &here, &["--git"]);
        assert_eq!(run.code, 2);
        assert!(run.errors.contains("index.lock"), "{}", run.errors);
        assert!(lock.exists());
    }
    std::fs::remove_file(&lock).unwrap();
    assert_eq!(sync(&world, &here, &["--git"]).code, 0);
}

/// dateline and every git that it runs, as in a power cut; not the git on the machine
/// that it pushes to, which is another one.
#[cfg(unix)]
#[test]
fn a_sync_that_is_killed_at_any_moment_is_run_again() {
    use std::os::unix::process::CommandExt;
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    use rand::rngs::StdRng;
    use rand::{RngExt, SeedableRng};

    let mut chance = StdRng::seed_from_u64(number("SEED", 1));
    let worlds = [World::new(), World::new()];
    let (folder, here, there) = clones();
    let clones = [here, there];
    let bare = ["bare", "bare/refs/heads"].map(|name| folder.path().join(name));
    let cards = ["chips/flip", "chips/who", "chips/day", "chips/name"];
    let mut whole = Duration::ZERO;
    for round in 0..number("KILLS", 40) {
        let at = chance.random_range(0..2);
        let (world, clone) = (&worlds[at], &clones[at]);
        review(world, cards[chance.random_range(0..cards.len())]);
        if round < 2 || chance.random_ratio(1, 5) {
            let since = Instant::now();
            let run = sync(world, clone, &["--git"]);
            assert_eq!(run.code, 0, "after {round}: {}", run.errors);
            whole = whole.max(since.elapsed());
            continue;
        }
        let args = ["sync", clone.to_str().unwrap(), "--git"];
        let mut command = world.command_at("2025-02-10T09:00:00+09:00", &args);
        let mut child = lonely(&mut command)
            .process_group(0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(whole.mul_f64(chance.random()));
        let group = format!("-{}", child.id());
        let kill = Command::new("kill").args(["-KILL", "--", &group]).output();
        kill.unwrap();
        child.wait().unwrap();
        for entry in bare
            .iter()
            .flat_map(|bare| std::fs::read_dir(bare).unwrap())
        {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "lock") {
                std::fs::remove_file(path).unwrap();
            }
        }
    }
    for at in [0, 1, 0] {
        let run = sync(&worlds[at], &clones[at], &["--git"]);
        assert_eq!(run.code, 0, "{}", run.errors);
        assert_eq!(told(&clones[at], &["status", "--porcelain"]), "");
    }
    let log = |world: &World| {
        let run = world.run(&["log", "--json"]);
        let mut lines: Vec<String> = run.out.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(log(&worlds[0]).len() as u64, number("KILLS", 40));
    assert_eq!(log(&worlds[0]), log(&worlds[1]));
    for name in cards {
        assert_eq!(card(&worlds[0], name), card(&worlds[1], name));
    }
}

/// A number from the environment.
#[cfg(unix)]
fn number(name: &str, otherwise: u64) -> u64 {
    let told = std::env::var(name).ok();
    told.map_or(otherwise, |told| told.parse().unwrap())
}
