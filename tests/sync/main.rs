//! `dateline sync` as a script sees it, with a folder and with git;
//! and what an end in the middle leaves.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod by_folder;
mod by_git;
mod cut_short;
#[path = "../home/mod.rs"]
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
