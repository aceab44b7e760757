//! The `git` on the path, called in one folder: what it prints is read here, so it
//! speaks English, and it asks for nothing.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::Failure;
use super::hold::Hold;
use crate::message;
use crate::text::Message;

/// Calls that change the index, the working tree, or what refers to commits.
const CHANGING: [&str; 7] = ["add", "checkout", "commit", "fetch", "merge", "push", "rm"];

/// Calls that may speak to another machine.
const REACHING: [&str; 3] = ["fetch", "push", "ls-remote"];

/// Git in a folder.
#[derive(Debug)]
pub(super) struct Git {
    pub(super) folder: PathBuf,
    /// Settings that every call gets.
    settings: Vec<String>,
    /// The repository, while it is held.
    hold: Option<Hold>,
}

impl Git {
    /// That of a folder.
    pub(super) fn at(folder: &Path) -> Git {
        Git {
            folder: folder.to_owned(),
            // A key that asks for its passphrase would be a prompt too.
            settings: vec!["commit.gpgSign=false".to_owned()],
            hold: None,
        }
    }

    /// Holds the repository as long as this is there, and unlocks what a call that was
    /// killed left locked.
    pub(super) fn hold(&mut self) -> Result<(), Failure> {
        let folder = |name: &str| {
            let path = self.done(&["rev-parse", name])?;
            Ok::<_, Failure>(self.folder.join(path))
        };
        let (own, common) = (folder("--git-dir")?, folder("--git-common-dir")?);
        self.hold = Hold::take(&own, &common);
        Ok(())
    }

    /// Gives every call from now on a setting.
    pub(super) fn set(&mut self, key: &str, value: &str) {
        self.settings.push(format!("{key}={value}"));
    }

    /// What git prints; fails when it does.
    pub(super) fn done<S: AsRef<OsStr>>(&self, args: &[S]) -> Result<String, Failure> {
        let output = self.run(args)?;
        if !output.status.success() {
            return Err(said(args, &output));
        }
        Ok(String::from_utf8_lossy(&output.stdout)
            .trim_end()
            .to_owned())
    }

    /// The line that git prints, if it has an answer.
    pub(super) fn line(&self, args: &[&str]) -> Result<Option<String>, Failure> {
        let output = self.run(args)?;
        let line = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Ok(Some(line).filter(|line| output.status.success() && !line.is_empty()))
    }

    /// What became of a call, whatever git said to it.
    ///
    /// # Errors
    /// When it can't be run.
    pub(super) fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Result<Output, Failure> {
        let mut git = Command::new("git");
        git.arg("-C").arg(&self.folder);
        for setting in &self.settings {
            git.arg("-c").arg(setting);
        }
        // Called by a hook of another repository, git would mean that one.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            git.env_remove(name);
        }
        git.args(args)
            // What it says is read here: English, and nothing is asked for.
            .env("LC_ALL", "C")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_ASKPASS", "")
            .env("SSH_ASKPASS_REQUIRE", "never")
            .env("GCM_INTERACTIVE", "never")
            .env("GIT_EDITOR", ":")
            // Who looks locks nothing, not even to look faster the next time.
            .env("GIT_OPTIONAL_LOCKS", "0")
            .stdin(Stdio::null());
        if is_one_of(args, &REACHING) && !self.has_own_ssh() {
            git.env("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
        }
        let call = CHANGING.into_iter().find(|call| is_one_of(args, &[*call]));
        let ended = match self.hold.as_ref().zip(call) {
            Some((hold, call)) => hold.run(call, &mut git),
            None => git.output(),
        };
        ended.map_err(|cause| {
            let next = match cause.kind() {
                io::ErrorKind::NotFound => message!(
                    "install git, or sync without --git",
                    "git을 설치하거나 --git 없이 동기화하세요"
                ),
                _ => message!("see to it that git runs", "git이 실행되게 하세요"),
            };
            let told = message!(
                "can't run git: {cause}",
                "git을 실행할 수 없습니다({cause})"
            );
            Failure::Message(told.and(&next))
        })
    }

    /// Whether the learner said how to reach others by ssh.
    fn has_own_ssh(&self) -> bool {
        ["GIT_SSH_COMMAND", "GIT_SSH"]
            .iter()
            .any(|name| std::env::var_os(name).is_some())
            || matches!(self.line(&["config", "core.sshCommand"]), Ok(Some(_)))
    }
}

fn is_one_of<S: AsRef<OsStr>>(args: &[S], commands: &[&str]) -> bool {
    let is = |first: &S| commands.iter().any(|command| first.as_ref() == *command);
    args.first().is_some_and(is)
}

/// A failure of git in its own words.
pub(super) fn said<S: AsRef<OsStr>>(args: &[S], output: &Output) -> Failure {
    let errors = String::from_utf8_lossy(&output.stderr);
    let told = String::from_utf8_lossy(&output.stdout);
    let words: Vec<&str> = errors.lines().chain(told.lines()).map(str::trim).collect();
    let words: Vec<&str> = words.into_iter().filter(|line| !line.is_empty()).collect();
    failed(args, &Message::same(words.join("\n  ")))
}

/// A failure of a call of git, for what these words say.
pub(super) fn failed<S: AsRef<OsStr>>(args: &[S], words: &Message) -> Failure {
    let command = args.first().map(|first| first.as_ref().to_string_lossy());
    let command = command.unwrap_or_default();
    let next = message!(
        "Nothing is lost: put that right and sync again",
        "잃은 것은 없습니다. 바로잡고 다시 동기화하세요"
    );
    Failure::Message(Message::each(|lang| {
        format!("git {command}: {}\n{}", words.says(lang), next.says(lang))
    }))
}
