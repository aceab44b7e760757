//! dateline: flashcards and quizzes on current events, in the terminal.
//!
//! The library holds every rule, so that each can be tested without a terminal;
//! `main.rs` only reads the arguments and calls one command. A module imports
//! only from those above it in this list:
//!
//! - `order`: sorting, by one piece of code for all kinds of things
//! - `parallel`: the same work on many things, on all cores
//! - [`text`]: localized text, normal forms, widths, light Markdown, safe display
//! - [`figure`]: values with units and dates: parse, compare, compute, format
//! - [`deck`]: the YAML format: model, reading, writing back, identity of cards
//! - [`answer`]: judging an answer: a verdict and why
//! - [`schedule`]: memory, study days, steps, fuzz, siblings, limits, the queue, replay of events
//! - [`session`]: one study session, a pure state machine
//! - `disk`: files that come to the disk whole or not at all
//! - [`strings`]: all that the interface says, in English and Korean
//! - [`clock`]: the one place that time comes from
//! - [`settings`]: `config.yaml`, and the options that hold for one deck
//! - [`store`]: SQLite: the log, the index of decks, derived states; backups, repair, sync
//! - [`collection`]: the learner's decks, log and states together
//! - [`quiz`]: a test made of cards: its questions, one learner's way through it, its score
//! - [`author`]: what helps to write decks: `check` and its rules, the truth check
//! - [`tui`]: screens and widgets
//! - [`plain`]: the same as lines, where there is no screen
//! - [`command`]: one file a subcommand

pub mod answer;
pub mod author;
pub mod clock;
pub mod collection;
pub mod command;
pub mod deck;
mod disk;
pub mod figure;
mod order;
mod parallel;
pub mod plain;
pub mod quiz;
pub mod schedule;
pub mod session;
pub mod settings;
pub mod store;
pub mod strings;
pub mod text;
pub mod tui;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::fs;
    use std::path::{Path, PathBuf};

    /// The files of a module, but for its tests.
    fn files(path: &Path) -> Vec<PathBuf> {
        if path.is_dir() {
            let entries = fs::read_dir(path).unwrap();
            entries
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.file_stem().is_some_and(|name| name != "tests"))
                .flat_map(|path| files(&path))
                .collect()
        } else {
            path.is_file()
                .then(|| path.to_owned())
                .into_iter()
                .collect()
        }
    }

    /// The parts of a symbol's name, each behind its length.
    fn parts(mut name: &str) -> Vec<&str> {
        let mut parts = Vec::new();
        while let Some(digits) = name.find(|letter: char| !letter.is_ascii_digit()) {
            let (length, rest) = name.split_at(digits);
            let (part, rest) = rest.split_at(length.parse().unwrap());
            parts.push(part);
            name = rest;
        }
        parts
    }

    #[test]
    fn what_the_linker_sets_apart_is_there() {
        let lines = include_str!("../build.rs").lines();
        let names = lines.filter_map(|line| line.trim().strip_prefix("\"8dateline"));
        let mut count = 0;
        for name in names.filter_map(|name| name.strip_suffix("\",")) {
            let path = parts(name).into_iter().fold(
                Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
                |path, part| path.join(part),
            );
            assert!(
                path.is_dir() || path.with_extension("rs").is_file(),
                "{name}"
            );
            count += 1;
        }
        assert!(count > 0);
    }

    #[test]
    fn a_module_imports_only_from_those_above_it() {
        let lines = include_str!("lib.rs").lines();
        let list = lines.filter_map(|line| line.strip_prefix("//! - "));
        let names = list.filter_map(|line| line.split('`').nth(1));
        let modules: Vec<&str> = names.collect();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for (place, module) in modules.iter().enumerate() {
            let ends = ["", ".rs"].map(|end| source.join(format!("{module}{end}")));
            let files: Vec<PathBuf> = ends.iter().flat_map(|path| files(path)).collect();
            assert!(!files.is_empty(), "{module}");
            for file in files {
                let text = fs::read_to_string(&file).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
                for imported in code.split("crate::").skip(1) {
                    let end = imported.find(|letter: char| !letter.is_alphanumeric());
                    let imported = &imported[..end.unwrap_or(imported.len())];
                    let below = modules.iter().skip(place + 1);
                    assert!(
                        below.clone().all(|below| *below != imported),
                        "{} uses {imported}, which is below it",
                        file.display()
                    );
                }
            }
        }
    }
}
