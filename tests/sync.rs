//! `dateline sync` as a script sees it, with a folder and with git.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use home::{Run, World};
use serde_json::Value;

/// Runs git, which knows no settings but those of the repository.
fn git(folder: &Path, args: &[&str]) -> Output {
    let output = lonely(Command::new("git").arg("-C").arg(folder).args(args))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "git {args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

fn lonely(command: &mut Command) -> &mut Command {
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_CONFIG_COUNT", "1")
        .env("GIT_CONFIG_KEY_0", "init.defaultBranch")
        .env("GIT_CONFIG_VALUE_0", "main")
}

fn told(folder: &Path, args: &[&str]) -> String {
    String::from_utf8(git(folder, args).stdout).unwrap()
}

fn sync_at(world: &World, now: &str, folder: &Path, more: &[&str]) -> Run {
    let mut args = vec!["sync", folder.to_str().unwrap()];
    args.extend(more);
    Run::of(lonely(&mut world.command_at(now, &args)).output().unwrap())
}

fn sync(world: &World, folder: &Path, more: &[&str]) -> Run {
    sync_at(world, "2025-02-10T09:00:00+09:00", folder, more)
}

fn review(world: &World, card: &str) {
    let run = world.run(&["review", card, "good"]);
    assert_eq!(run.code, 0, "{}", run.errors);
}

/// What a card's page says, but for what each device has of its own.
fn card(world: &World, card: &str) -> Value {
    world.json(&["card", card])
}

/// A folder beside the worlds.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn two_devices_through_a_folder() {
    let (one, other, shared) = (World::new(), World::new(), folder());
    review(&one, "chips/flip");
    review(&one, "chips/who");
    review(&other, "chips/share");
    let run = sync(&one, shared.path(), &[]);
    assert_eq!((run.code, run.out.as_str()), (0, "sent 2, received 0\n"));
    let run = sync(&other, shared.path(), &[]);
    assert_eq!(run.out, "sent 1, received 2 from 1 device\n");
    assert_eq!(run.errors, "");
    let run = sync(&one, shared.path(), &["--lang", "ko"]);
    assert_eq!(run.out, "보냄 0, 받음 1(기기 1대)\n");
    for name in ["chips/flip", "chips/who", "chips/share"] {
        assert_eq!(card(&one, name), card(&other, name));
    }
    let json = sync(&one, shared.path(), &["--json"]).out;
    assert_eq!(
        serde_json::from_str::<Value>(&json).unwrap(),
        serde_json::json!({ "sent": 0, "received": 0, "devices": [], "ahead": 0, "files": [] })
    );
}

#[test]
fn what_is_wrong_with_a_file_is_told_and_the_rest_is_done() {
    let (one, other, shared) = (World::new(), World::new(), folder());
    review(&one, "chips/flip");
    review(&one, "chips/who");
    sync(&one, shared.path(), &[]);
    let file = std::fs::read_dir(shared.path()).unwrap().next().unwrap();
    let file = file.unwrap().path();
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    let text = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let bad = format!("{}\n\u{1b}[31m<<<\n{}\n{}", lines[0], lines[2], lines[1]);
    std::fs::write(&file, bad).unwrap();
    let run = sync(&other, shared.path(), &[]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (1, "sent 0, received 1 from 1 device\n")
    );
    assert!(
        run.errors.contains(&format!("{name}:2: no event")),
        "{}",
        run.errors
    );
    assert!(run.errors.contains("no end yet"), "{}", run.errors);
    assert!(!run.errors.contains('\u{1b}'));
    let run = sync(&other, shared.path(), &["--json", "--lang", "ko"]);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(run.code, 1);
    assert_eq!(json["files"][0]["line"], 2);
    assert_eq!(
        (&json["files"][0]["wrong"], &json["files"][1]["wrong"]),
        (&true.into(), &false.into())
    );
    // One of a newer version is passed over, with what to do.
    std::fs::write(&file, text.replacen("\"format\":1", "\"format\":9", 1)).unwrap();
    let run = sync(&World::new(), shared.path(), &[]);
    assert_eq!((run.code, run.out.as_str()), (1, "sent 0, received 0\n"));
    assert!(run.errors.contains("upgrade dateline"), "{}", run.errors);
}

#[test]
fn what_is_ahead_of_the_clock_is_told() {
    let (one, other, shared) = (World::new(), World::new(), folder());
    review(&one, "chips/flip");
    sync(&one, shared.path(), &[]);
    let run = sync_at(&other, "2025-02-08T09:00:00+09:00", shared.path(), &[]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "sent 0, received 1 from 1 device\n")
    );
    assert!(
        run.errors.contains("1 of what was received lies ahead")
            && run.errors.contains("2025-02-10 09:00"),
        "{}",
        run.errors
    );
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let world = World::new();
    let run = sync(&world, &world.path().join("no"), &[]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("there is no folder"), "{}", run.errors);
    assert!(!world.path().join("no").exists());
}

/// A bare repository, and a clone of it for each of two devices.
fn clones() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = folder();
    git(folder.path(), &["init", "--quiet", "--bare", "bare"]);
    for clone in ["one", "other"] {
        git(folder.path(), &["clone", "--quiet", "bare", clone]);
    }
    let path = |name: &str| folder.path().join(name);
    let (one, other) = (path("one"), path("other"));
    (folder, one, other)
}

fn done(run: &Run, says: &str) {
    assert_eq!((run.code, run.out.trim_end()), (0, says), "{}", run.errors);
}

#[test]
fn two_clones_and_a_bare_repository() {
    let (one, other) = (World::new(), World::new());
    let (_folder, here, there) = clones();
    done(&sync(&other, &there, &["--git"]), "sent 0, received 0");
    review(&one, "chips/flip");
    review(&one, "chips/who");
    done(&sync(&one, &here, &["--git"]), "sent 2, received 0");
    // Whatever repository the caller is in.
    let run = {
        let args = ["sync", here.to_str().unwrap(), "--git"];
        let mut command = one.command_at("2025-02-10T09:00:00+09:00", &args);
        lonely(&mut command).env("GIT_DIR", there.join(".git"));
        Run::of(command.output().unwrap())
    };
    done(&run, "sent 0, received 0");
    assert_eq!(told(&there, &["branch", "--remotes"]), "");
    let subject = told(&here, &["log", "-1", "--format=%s"]);
    assert!(
        subject.starts_with("dateline sync: ") && subject.ends_with(" 2 events\n"),
        "{subject}"
    );
    review(&other, "chips/share");
    done(
        &sync(&other, &there, &["--git"]),
        "sent 1, received 2 from 1 device",
    );
    assert!(told(&there, &["log", "-1", "--format=%s"]).ends_with(" 1 event\n"));
    done(
        &sync(&one, &here, &["--git"]),
        "sent 0, received 1 from 1 device",
    );
    // Both went on without the other.
    review(&one, "chips/day");
    review(&other, "chips/name");
    done(&sync(&one, &here, &["--git"]), "sent 1, received 0");
    done(
        &sync(&other, &there, &["--git"]),
        "sent 1, received 1 from 1 device",
    );
    done(
        &sync(&one, &here, &["--git"]),
        "sent 0, received 1 from 1 device",
    );
    for name in ["flip", "who", "share", "day", "name"].map(|name| format!("chips/{name}")) {
        assert_eq!(card(&one, &name), card(&other, &name));
    }
    let commits = told(&here, &["rev-list", "HEAD"]);
    done(&sync(&one, &here, &["--git"]), "sent 0, received 0");
    assert_eq!(
        told(&here, &["rev-list", "HEAD"]),
        commits,
        "an empty commit"
    );
    assert_eq!(told(&here, &["status", "--porcelain"]), "");
}

#[test]
fn another_device_that_pushes_in_between_is_waited_for() {
    let (one, other) = (World::new(), World::new());
    let (_folder, here, there) = clones();
    review(&one, "chips/flip");
    done(&sync(&one, &here, &["--git"]), "sent 1, received 0");
    git(&there, &["pull", "--quiet"]);
    review(&other, "chips/who");
    sync(&other, &there, &[]);
    git(&there, &["add", "."]);
    let author = ["-c", "user.name=a", "-c", "user.email=a@b"];
    git(
        &there,
        &[&author[..], &["commit", "--quiet", "-m", "other"]].concat(),
    );
    // After the first device has pulled and before it pushes, the other pushes.
    let hook = here.join(".git/hooks/pre-push");
    std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
    let script = format!(
        "#!/bin/sh\nunset GIT_DIR GIT_PREFIX GIT_WORK_TREE\ncd '{}' && git push --quiet\n",
        there.display()
    );
    std::fs::write(&hook, script).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&hook, mode).unwrap();
    review(&one, "chips/day");
    done(
        &sync(&one, &here, &["--git"]),
        "sent 1, received 1 from 1 device",
    );
    done(
        &sync(&other, &there, &["--git"]),
        "sent 0, received 1 from 1 device",
    );
    assert_eq!(card(&one, "chips/day"), card(&other, "chips/day"));
}

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

#[test]
fn devices_that_each_began_with_nothing_come_together() {
    let (one, other) = (World::new(), World::new());
    let (folder, here, there) = clones();
    let (bare, away) = (folder.path().join("bare"), folder.path().join("away"));
    review(&one, "chips/flip");
    review(&other, "chips/who");
    sync(&other, &there, &[]);
    // Stopped before it could push.
    git(&there, &["add", "."]);
    let author = ["-c", "user.name=a", "-c", "user.email=a@b"];
    git(
        &there,
        &[&author[..], &["commit", "--quiet", "-m", "other"]].concat(),
    );
    done(&sync(&one, &here, &["--git"]), "sent 1, received 0");
    done(
        &sync(&other, &there, &["--git"]),
        "sent 0, received 1 from 1 device",
    );
    done(
        &sync(&one, &here, &["--git"]),
        "sent 0, received 1 from 1 device",
    );
    // Two repositories that hold other things are not thrown together.
    std::fs::rename(&bare, &away).unwrap();
    git(folder.path(), &["init", "--quiet", "--bare", "bare"]);
    git(folder.path(), &["clone", "--quiet", "bare", "third"]);
    let third = folder.path().join("third");
    for (clone, push) in [(&third, true), (&here, false)] {
        std::fs::write(clone.join("notes.md"), "x").unwrap();
        git(clone, &["add", "notes.md"]);
        git(
            clone,
            &[&author[..], &["commit", "--quiet", "-m", "notes"]].concat(),
        );
        if push {
            git(clone, &["push", "--quiet"]);
        }
    }
    let run = sync(&one, &here, &["--git"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("unrelated histories"), "{}", run.errors);
}

#[test]
fn other_files_of_the_repository_are_not_touched() {
    let (one, other) = (World::new(), World::new());
    let (_folder, here, there) = clones();
    let log = here.join("log");
    std::fs::create_dir(&log).unwrap();
    std::fs::write(here.join("deck.yaml"), "deck: a\n").unwrap();
    std::fs::write(here.join("staged.yaml"), "deck: b\n").unwrap();
    git(&here, &["add", "staged.yaml"]);
    review(&one, "chips/flip");
    done(&sync(&one, &log, &["--git"]), "sent 1, received 0");
    assert_eq!(
        told(&here, &["status", "--porcelain"]),
        "A  staged.yaml\n?? deck.yaml\n"
    );
    assert!(told(&here, &["show", "--format=", "--name-only"]).starts_with("log/dateline-"));
    // And what lies about does not hinder what others pushed.
    git(&there, &["pull", "--quiet"]);
    review(&other, "chips/who");
    done(
        &sync(&other, &there.join("log"), &["--git"]),
        "sent 1, received 1 from 1 device",
    );
    done(
        &sync(&one, &log, &["--git"]),
        "sent 0, received 1 from 1 device",
    );
    assert_eq!(
        told(&here, &["status", "--porcelain"]),
        "A  staged.yaml\n?? deck.yaml\n"
    );
}

#[test]
fn without_a_remote_it_only_commits() {
    let (world, folder) = (World::new(), folder());
    git(folder.path(), &["init", "--quiet"]);
    done(
        &sync(&world, folder.path(), &["--git"]),
        "sent 0, received 0",
    );
    review(&world, "chips/flip");
    // What an exchange without git left there is committed too.
    done(&sync(&world, folder.path(), &[]), "sent 1, received 0");
    review(&world, "chips/who");
    done(
        &sync(&world, folder.path(), &["--git"]),
        "sent 1, received 0",
    );
    let subjects = told(folder.path(), &["log", "--format=%s"]);
    let subjects: Vec<&str> = subjects.lines().collect();
    assert_eq!(subjects.len(), 2);
    assert!(
        subjects.iter().all(|subject| subject.ends_with(" 1 event")),
        "{subjects:?}"
    );
    assert_eq!(told(folder.path(), &["status", "--porcelain"]), "");
}

#[test]
fn git_says_what_went_wrong() {
    let world = World::new();
    review(&world, "chips/flip");
    let plain = folder();
    let run = sync(&world, plain.path(), &["--git"]);
    assert_eq!(run.code, 2);
    assert!(
        run.errors.contains("not a git repository"),
        "{}",
        run.errors
    );
    assert!(run.errors.contains("Nothing is lost"), "{}", run.errors);
    // What is recorded stays, and goes out once the remote is there.
    let (folder, here, _) = clones();
    let (bare, away) = (folder.path().join("bare"), folder.path().join("away"));
    std::fs::rename(&bare, &away).unwrap();
    let run = sync(&world, &here, &["--git"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("git fetch: "), "{}", run.errors);
    std::fs::rename(&away, &bare).unwrap();
    done(&sync(&world, &here, &["--git"]), "sent 1, received 0");
    assert!(told(&bare, &["log", "--format=%s"]).contains("dateline sync"));
    // Files of others that met are theirs to put right; nothing is left half done.
    let (folder, here, there) = clones();
    for (clone, text) in [(&here, "a"), (&there, "b")] {
        std::fs::write(clone.join("deck.yaml"), text).unwrap();
        git(clone, &["add", "deck.yaml"]);
        let author = ["-c", "user.name=a", "-c", "user.email=a@b"];
        git(
            clone,
            &[&author[..], &["commit", "--quiet", "-m", "deck"]].concat(),
        );
    }
    git(&here, &["push", "--quiet"]);
    let run = sync(&world, &there, &["--git"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("git merge: "), "{}", run.errors);
    assert_eq!(told(&there, &["status", "--porcelain"]), "");
    drop(folder);
    // A commit that a hook of the learner's refuses.
    let (_folder, here, _) = clones();
    let hook = here.join(".git/hooks/pre-commit");
    std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
    std::fs::write(&hook, "#!/bin/sh\necho not on a Monday >&2\nexit 1\n").unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&hook, mode).unwrap();
    let run = sync(&world, &here, &["--git"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("not on a Monday"), "{}", run.errors);
    std::fs::remove_file(&hook).unwrap();
    done(&sync(&world, &here, &["--git"]), "sent 0, received 0");
    assert!(told(&here, &["log", "origin/main", "--format=%s"]).ends_with(" 1 event\n"));
}
