//! Through a git repository.

use super::*;

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
