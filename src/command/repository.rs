//! The git repository in which a folder lies: pulling, committing some files,
//! pushing, and nothing else of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Failure;
use super::git::{Git, failed, said};
use crate::message;
use crate::schedule::DeviceId;
use crate::store::is_exchanged;

/// A working tree on a branch.
#[derive(Debug)]
pub(super) struct Repository {
    git: Git,
    /// Where the branch comes from and goes to, if anywhere.
    remote: Option<Remote>,
}

#[derive(Debug)]
struct Remote {
    name: String,
    /// The branch there, in full.
    branch: String,
}

/// How a push ended that could be tried.
#[derive(Debug)]
pub(super) enum Push {
    /// Nothing is left to push.
    Done,
    /// Someone else pushed since the last pull, or is pushing; with what git said.
    Behind(Failure),
}

/// Why a push is rejected while another is under way or was before it.
const BEHIND: &[&str] = &[
    "(fetch first)",
    "(non-fast-forward)",
    "(failed to update ref)",
    "(cannot lock ref",
    "(remote ref updated since checkout)",
];

impl Repository {
    /// That of a folder.
    ///
    /// # Errors
    /// When it lies in none, on no branch, or in the middle of a merge.
    pub(super) fn at(folder: &Path) -> Result<Repository, Failure> {
        let mut git = Git::at(folder);
        git.done(&["rev-parse", "--is-inside-work-tree"])?;
        git.hold()?;
        let branch = git.line(&["symbolic-ref", "--quiet", "--short", "HEAD"])?;
        let Some(branch) = branch else {
            return Err(failed(
                &["symbolic-ref", "HEAD"],
                &message!(
                    "no branch is checked out; check one out with 'git switch' and sync again",
                    "체크아웃한 브랜치가 없습니다; 'git switch'로 하나를 체크아웃하고 다시 동기화하세요"
                ),
            ));
        };
        for (key, value) in [
            ("user.name", "dateline"),
            ("user.email", "dateline@localhost"),
        ] {
            if git.line(&["config", key])?.is_none() {
                git.set(key, value);
            }
        }
        let mut repository = Repository { git, remote: None };
        repository.end_merge()?;
        repository.remote = repository.find_remote(&branch)?;
        Ok(repository)
    }

    /// Ends a merge that was begun here and cut short when all but its commit was
    /// done. One of somebody else's is theirs to end.
    fn end_merge(&self) -> Result<(), Failure> {
        let Some(merged) = self
            .git
            .line(&["rev-parse", "--quiet", "--verify", "MERGE_HEAD"])?
        else {
            return Ok(());
        };
        let is_ours = fs::read_to_string(self.mark()?).is_ok_and(|mark| mark == merged);
        let open = self.git.done(&["diff", "--name-only", "--diff-filter=U"])?;
        if is_ours && open.is_empty() {
            // What git would say of it may not have been written yet.
            let commit = ["commit", "--quiet", "--message", "dateline sync: merge"];
            return self.git.done(&commit).map(drop);
        }
        Err(failed(
            &["merge"],
            &message!(
                "a merge was begun and not ended; end it with 'git commit' or 'git merge --abort' and sync again",
                "시작한 병합이 끝나지 않았습니다; 'git commit'이나 'git merge --abort'로 끝내고 다시 동기화하세요"
            ),
        ))
    }

    /// Where it is noted what is being merged.
    fn mark(&self) -> Result<PathBuf, Failure> {
        let path = self
            .git
            .done(&["rev-parse", "--git-path", "dateline-merge"])?;
        Ok(self.git.folder.join(path))
    }

    /// The branch's own, else the one that there is.
    fn find_remote(&self, branch: &str) -> Result<Option<Remote>, Failure> {
        let set = self
            .git
            .line(&["config", &format!("branch.{branch}.remote")])?;
        let name = match set {
            Some(name) => Some(name),
            None => {
                let remotes = self.git.done(&["remote"])?;
                let remotes: Vec<&str> = remotes.lines().collect();
                match remotes.as_slice() {
                    [] => None,
                    [one] => Some((*one).to_owned()),
                    several if several.contains(&"origin") => Some("origin".to_owned()),
                    _ => {
                        return Err(failed(
                            &["push"],
                            &message!(
                                "there are several remote repositories; say which one with 'git push --set-upstream' and sync again",
                                "원격 저장소가 여럿입니다; 'git push --set-upstream'으로 하나를 정하고 다시 동기화하세요"
                            ),
                        ));
                    }
                }
            }
        };
        let Some(name) = name else { return Ok(None) };
        let merge = self
            .git
            .line(&["config", &format!("branch.{branch}.merge")])?;
        let branch = merge.unwrap_or_else(|| format!("refs/heads/{branch}"));
        Ok(Some(Remote { name, branch }))
    }

    /// Takes over what others pushed. It is merged: what was committed here
    /// keeps its name, and what lies about uncommitted is not touched, but for
    /// what a merge that was cut short left of the `exchanged` files of others.
    ///
    /// # Errors
    /// When git fails, with what it said.
    pub(super) fn pull(&self, exchanged: &[String]) -> Result<(), Failure> {
        let Some(Remote { name, branch }) = &self.remote else {
            return Ok(());
        };
        let fetch = ["fetch", "--quiet", name, branch];
        let fetched = self.git.run(&fetch)?;
        if !fetched.status.success() {
            let there = self.git.run(&["ls-remote", "--exit-code", name, branch])?;
            // That is how it tells that nobody has pushed the branch yet.
            if there.status.code() == Some(2) {
                return Ok(());
            }
            return Err(said(&fetch, &fetched));
        }
        for file in exchanged {
            self.put_back(file)?;
        }
        let mut merge = vec!["merge", "--quiet", "--ff", "--no-edit"];
        if self.began_apart()? {
            merge.push("--allow-unrelated-histories");
        }
        merge.push("FETCH_HEAD");
        let mark = self.mark()?;
        let fetched = self.git.done(&["rev-parse", "FETCH_HEAD"])?;
        fs::write(&mark, fetched).map_err(|cause| unwritten(&mark, &cause))?;
        let merged = self.git.run(&merge)?;
        // It was not there before, so it is of this merge: files of others met.
        if !merged.status.success()
            && self
                .git
                .line(&["rev-parse", "--quiet", "--verify", "MERGE_HEAD"])?
                .is_some()
        {
            self.git.done(&["merge", "--abort"])?;
        }
        fs::remove_file(&mark).map_err(|cause| unwritten(&mark, &cause))?;
        if merged.status.success() {
            return Ok(());
        }
        Err(said(&merge, &merged))
    }

    /// Puts back a file that a merge had brought in when it was cut short: git
    /// takes it for a change of ours, and would not merge. Only where nothing
    /// can be lost, since what was fetched begins with all that it holds.
    fn put_back(&self, file: &str) -> Result<(), Failure> {
        let changes = ["status", "--porcelain", "--untracked-files=all", "--", file];
        if self.git.done(&changes)?.is_empty() {
            return Ok(());
        }
        let fetched = self
            .git
            .run(&["cat-file", "blob", &format!("FETCH_HEAD:./{file}")])?;
        let path = self.git.folder.join(file);
        let here = fs::read(&path).map_err(|cause| unwritten(&path, &cause))?;
        if !fetched.status.success() || !fetched.stdout.starts_with(&here) {
            return Ok(());
        }
        let before = format!("HEAD:./{file}");
        if self
            .git
            .line(&["rev-parse", "--quiet", "--verify", &before])?
            .is_some()
        {
            return self
                .git
                .done(&["checkout", "--quiet", "HEAD", "--", file])
                .map(drop);
        }
        self.git.done(&[
            "rm",
            "--quiet",
            "--cached",
            "--force",
            "--ignore-unmatch",
            "--",
            file,
        ])?;
        fs::remove_file(&path).map_err(|cause| unwritten(&path, &cause))
    }

    /// Whether what was fetched has no commit in common with what is here, because
    /// each device began with an empty repository: where one side holds nothing
    /// but such files as are exchanged, they belong together. Others git refuses.
    fn began_apart(&self) -> Result<bool, Failure> {
        let there = |name: &str| self.git.line(&["rev-parse", "--quiet", "--verify", name]);
        if there("HEAD")?.is_none()
            || self
                .git
                .line(&["merge-base", "HEAD", "FETCH_HEAD"])?
                .is_some()
        {
            return Ok(false);
        }
        for side in ["HEAD", "FETCH_HEAD"] {
            let files = self
                .git
                .done(&["ls-tree", "-r", "--full-tree", "--name-only", side])?;
            let name = |path: &str| path.rsplit('/').next().is_some_and(is_exchanged);
            if files.lines().all(name) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Commits these files of the folder as they are, and no other.
    ///
    /// # Errors
    /// When git fails, with what it said.
    pub(super) fn commit(&self, files: &[String], device: DeviceId) -> Result<(), Failure> {
        if files.is_empty() {
            return Ok(());
        }
        self.git.done(&with(&["add", "--"], files))?;
        let changes = ["diff", "--cached", "--numstat", "--relative", "--"];
        let changed = self.git.done(&with(&changes, files))?;
        if changed.is_empty() {
            return Ok(());
        }
        let begun = [
            "diff",
            "--cached",
            "--name-only",
            "--diff-filter=A",
            "--relative",
            "--",
        ];
        let begun = self.git.done(&with(&begun, files))?.lines().count() as u64;
        let lines: u64 = changed
            .lines()
            .filter_map(|line| line.split_once('\t')?.0.parse::<u64>().ok())
            .sum();
        // The first line of a file is none.
        let events = lines.saturating_sub(begun);
        let plural = if events == 1 { "event" } else { "events" };
        let message = format!("dateline sync: {device} {events} {plural}");
        let commit = ["commit", "--quiet", "--only", "--message", &message, "--"];
        self.git.done(&with(&commit, files)).map(drop)
    }

    /// Pushes the branch.
    ///
    /// # Errors
    /// When git fails otherwise than because someone else was first.
    pub(super) fn push(&self) -> Result<Push, Failure> {
        let Some(Remote { name, branch }) = &self.remote else {
            return Ok(Push::Done);
        };
        // Nothing was ever recorded or committed here.
        if self
            .git
            .line(&["rev-parse", "--quiet", "--verify", "HEAD"])?
            .is_none()
        {
            return Ok(Push::Done);
        }
        let target = format!("HEAD:{branch}");
        let push = ["push", "--porcelain", name, &target];
        let pushed = self.git.run(&push)?;
        if pushed.status.success() {
            return Ok(Push::Done);
        }
        let told = String::from_utf8_lossy(&pushed.stdout);
        let is_behind = told
            .lines()
            .any(|line| line.starts_with('!') && BEHIND.iter().any(|why| line.contains(why)));
        let said = said(&push, &pushed);
        if is_behind {
            return Ok(Push::Behind(said));
        }
        Err(said)
    }
}

fn with<'a>(args: &[&'a str], files: &'a [String]) -> Vec<&'a str> {
    args.iter()
        .copied()
        .chain(files.iter().map(String::as_str))
        .collect()
}

fn unwritten(path: &Path, cause: &io::Error) -> Failure {
    Failure::Message(message!(
        "can't read or write {}: {cause}; nothing is lost, put that right and sync again",
        "{}: 읽거나 쓸 수 없습니다({cause}); 잃은 것은 없습니다. 바로잡고 다시 동기화하세요",
        path.display()
    ))
}
