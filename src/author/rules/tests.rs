//! The rules hold what they say: codes and files agree, and the examples of every
//! explanation are wrong and right.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod broken;
mod made;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::author::rule::{is_code, parts};
use crate::author::{Setting, check};
use crate::deck::{Library, Severity};
use crate::figure::Date;
use crate::text::{Lang, Message};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The codes that stand as literals behind the calls that raise one.
fn raised() -> BTreeSet<String> {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    sources(&root.join("src/deck"), &mut files);
    let mut codes = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for call in ["Fault::new(", ".wrong(", ".failed(", ".read("] {
            for (_, rest) in text
                .match_indices(call)
                .map(|(at, _)| text.split_at(at + call.len()))
            {
                if let Some(literal) = rest.trim_start().strip_prefix('"') {
                    codes.insert(literal.split('"').next().unwrap().to_owned());
                }
            }
        }
    }
    codes
}

#[test]
fn every_code_of_reading_has_a_rule_and_the_other_way_round() {
    let mut told_elsewhere = vec![UNUSED_IGNORE.code];
    told_elsewhere.extend(crate::author::against::CODES);
    let documented: BTreeSet<String> = ALL
        .iter()
        .filter(|rule| rule.find.is_none() && !told_elsewhere.contains(&rule.code))
        .map(|rule| rule.code.to_owned())
        .collect();
    let raised = raised();
    assert!(raised.len() > 50, "{raised:?}");
    assert_eq!(raised, documented);
}

#[test]
fn the_table_is_in_order_and_every_rule_is_spelled_out() {
    assert!(ALL.windows(2).all(|pair| pair[0].code < pair[1].code));
    for rule in ALL {
        let code = rule.code;
        assert!(
            code.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{code}"
        );
        assert!(
            rule.summary.len() > 15 && !rule.summary.ends_with('.'),
            "{code}"
        );
        assert!(
            rule.explanation.ends_with(".\n") || rule.explanation.ends_with("```\n"),
            "{code}"
        );
        // Of what a reader of the deck can't tell, most is only doubtful.
        assert!(
            rule.find.is_some() || rule.severity == Severity::Error || code == UNUSED_IGNORE.code
        );
    }
}

/// The decks of an explanation: the wrong one and the right one.
fn examples(explanation: &str) -> Option<(String, String)> {
    let mut blocks = explanation.split("```yaml\n").skip(1).map(|block| {
        let block = block.split("```").next().unwrap();
        // What begins within a deck is a part of one.
        let whole = ["cards:", "facts:", "sources:", "options:"]
            .iter()
            .all(|key| !block.starts_with(key));
        if whole {
            block.to_owned()
        } else {
            format!("deck: example\n{block}")
        }
    });
    Some((blocks.next()?, blocks.next()?))
}

fn library(files: &[(&str, &str)]) -> (tempfile::TempDir, Library) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let library = Library::find(&[folder.path()], false);
    (folder, library)
}

/// What a check on a day finds by the decks alone.
fn on(day: &str) -> Setting<'static> {
    Setting {
        today: Some(Date::parse_iso(day).unwrap()),
        ..Setting::default()
    }
}

/// What is found in decks, as `path:line:column: …` with the path within `folder`.
fn told(library: &Library, folder: &Path, setting: &Setting<'_>) -> Vec<(&'static str, String)> {
    let mut told = library.diagnostics.clone();
    for file in check(&library.files, setting, &|| {}) {
        told.extend(file.diagnostics);
    }
    told.into_iter()
        .map(|mut diagnostic| {
            let folder = format!("{}/", folder.display());
            let within = |text: &str| text.replace(&folder, "");
            diagnostic.message = diagnostic.message.map(within);
            diagnostic.help = diagnostic.help.map(|help| help.map(within));
            let help = diagnostic.help.as_ref();
            diagnostic.message.assert_alike();
            help.into_iter().for_each(Message::assert_alike);
            diagnostic.path = diagnostic
                .path
                .strip_prefix(&folder)
                .unwrap_or(&diagnostic.path)
                .to_owned();
            (diagnostic.code, diagnostic.to_string())
        })
        .collect()
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    for rule in ALL {
        let code = rule.code;
        let prose = |text: &str| {
            let is_prose = |part: &&&str| !is_code(part) && !matches!(**part, "Wrong:" | "Right:");
            parts(text).iter().filter(is_prose).count()
        };
        let korean = parts(rule.korean.explanation);
        assert_eq!(korean.len(), prose(rule.explanation), "{code}");
        let examples = |lang: Lang| {
            let told = rule.explains(lang);
            let parts = parts(&told).into_iter().filter(|part| is_code(part));
            parts.map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(examples(Lang::En), examples(Lang::Ko), "{code}");
        assert_eq!(rule.explains(Lang::En), rule.explanation, "{code}");
        let hangul = |text: &str| text.chars().any(crate::text::is_hangul);
        let summary = rule.sums_up(Lang::Ko);
        assert!(hangul(summary) && !summary.ends_with('.'), "{code}");
        for part in korean {
            assert!(hangul(part) && part.ends_with(['.', ':']), "{code}: {part}");
            let wide = |line: &str| crate::text::width(line) > 78;
            assert!(!part.lines().any(wide), "{code}: {part}");
        }
        // What is to be written stands in both the same.
        let spans = |text: &str| {
            let spans = text.split('`').skip(1).step_by(2).map(str::to_owned);
            let names = |span: &String| span.is_ascii() && !span.contains(' ');
            spans.filter(names).collect::<BTreeSet<_>>()
        };
        let english: String = parts(rule.explanation)
            .into_iter()
            .filter(|part| !is_code(part))
            .collect();
        let missing: Vec<String> = spans(rule.korean.explanation)
            .difference(&spans(&english))
            .cloned()
            .collect();
        assert_eq!(missing, [] as [&str; 0], "{code}");
    }
}

#[test]
fn examples_of_the_explanations_are_wrong_and_right() {
    let mut shown = String::new();
    let mut without = Vec::new();
    for rule in ALL {
        let Some((wrong, right)) = examples(rule.explanation) else {
            without.push(rule.code);
            continue;
        };
        let of = |text: &str, day: &str| {
            let (folder, library) = library(&[("deck.yaml", text)]);
            told(&library, folder.path(), &on(day))
        };
        let found = of(&wrong, "2025-02-10");
        assert!(
            found.iter().any(|(code, _)| *code == rule.code),
            "{}: {found:#?}\n{wrong}",
            rule.code
        );
        // Whoever copies it later finds nothing wrong with it either.
        for day in ["2025-02-10", "2095-02-10"] {
            assert_eq!(of(&right, day), [], "{} on {day}\n{right}", rule.code);
        }
        for (_, line) in found {
            shown.push_str(&line);
            shown.push('\n');
        }
    }
    assert_eq!(
        without,
        [
            "duplicate-deck",
            "duplicate-options",
            "exchanged-id",
            "facts-differ",
            "flagged",
            "lost-history",
            "not-in-source",
            "not-text",
            "not-utf8",
            "other-unit",
            "replaces-nothing",
            "said-of-another",
            "too-deep",
            "too-large",
            "too-long",
            "too-many-errors",
            "too-many-files",
            "too-many-gaps",
            "translation-differs",
            "unreadable"
        ]
    );
    insta::assert_snapshot!("examples", shown);
}

#[test]
fn nothing_is_wrong_with_the_shipped_decks() {
    let decks = Path::new(env!("CARGO_MANIFEST_DIR")).join("decks");
    let library = Library::find(&[&decks], false);
    // Their questions say of when they are: years later they still hold.
    for day in ["2025-02-10", "2027-06-30"] {
        assert_eq!(told(&library, &decks, &on(day)), [], "{day}");
    }
}
