// Each test program uses what it needs of it.
#![allow(dead_code)]
//! A home of its own with a deck beside it, and the program run on them.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub const DECK: &str = "
deck: chips
title: Chips
title.ko: 칩
as_of: 2025-02-09
cards:
  - { id: flip, ask: What does a foundry make?, answer: Chips designed by others }
  - { id: who, ask: Who founded TSMC?, answer: Morris Chang, answer.ko: 모리스 창, accept: [Chang] }
  - { id: share, ask: What share?, number: 9.4% }
  - { id: day, ask: When?, date: 2025-01-20 }
  - { id: pick, ask: Which are foundries?, choices: [TSMC, ARM, UMC], answer: [TSMC, UMC] }
  - { id: name, ask: Name two, list: [TSMC, Samsung, UMC], need: 2 }
  - { id: gaps, cloze: 'The {{c1::H800}} is a cut-down {{c2::H100}}.', typed: true }
";

/// A home of its own with a deck beside it, at nine in the morning in Seoul.
pub struct World {
    folder: tempfile::TempDir,
}

impl World {
    pub fn new() -> World {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("chips.yaml"), DECK).unwrap();
        World { folder }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, name: &str, text: &[u8]) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn command_at(&self, now: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command
            .args(args)
            .current_dir(self.path())
            .env("DATELINE_HOME", self.path().join("home"))
            .env("DATELINE_NOW", now)
            .env("TZ", "Asia/Seoul")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null());
        command
    }

    pub fn run_at(&self, now: &str, args: &[&str]) -> Run {
        Run::of(self.command_at(now, args).output().unwrap())
    }

    /// With the deck, in the morning of the tenth.
    pub fn run(&self, args: &[&str]) -> Run {
        let mut all = vec!["--decks", "chips.yaml"];
        all.extend(args);
        self.run_at("2025-02-10T09:00:00+09:00", &all)
    }

    /// The same, with lines on standard input.
    pub fn talk(&self, args: &[&str], lines: &str) -> Run {
        self.talk_at("2025-02-10T09:00:00+09:00", args, lines)
    }

    /// The same at another time.
    pub fn talk_at(&self, now: &str, args: &[&str], lines: &str) -> Run {
        let mut all = vec!["--decks", "chips.yaml"];
        all.extend(args);
        let mut command = self.command_at(now, &all);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        // Whoever stops reading early has what is needed.
        let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
        Run::of(child.wait_with_output().unwrap())
    }

    pub fn json(&self, args: &[&str]) -> Value {
        let mut all = args.to_vec();
        all.push("--json");
        let run = self.run(&all);
        assert_eq!(run.code, 0, "{args:?}: {}", run.errors);
        serde_json::from_str(&run.out).unwrap()
    }
}

#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub errors: String,
}

impl Run {
    pub fn of(output: Output) -> Run {
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
