//! For every rule decks on which it fires, and decks that are nearly as wrong, on
//! which nothing does: those in `tests/broken`, and those that are made here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::super::ALL;
use super::made::MADE;
use super::{on, told};
use crate::author::against::Article;
use crate::author::{Flag, History, Setting};
use crate::deck::{Known, Library};

/// A deck or a folder of decks, the name of which begins with `fires` or `clean`.
/// An article in the folder, `article.txt`, is what its decks are held against.
struct Case {
    path: PathBuf,
    /// Whether it was made for the test, and may be told of at any length.
    is_made: bool,
}

#[test]
fn every_rule_of_check_fires_and_keeps_still() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let mut folders: BTreeSet<String> = within(&root).iter().map(|path| name(path)).collect();
    let mut wrong = Vec::new();
    for rule in ALL {
        // Elsewhere no link is made without being asked for a password.
        if rule.code == "unreadable" && cfg!(not(unix)) {
            continue;
        }
        let kept = folders.remove(rule.code).then(|| root.join(rule.code));
        let made = made(rule.code);
        let mut of = |folder: &Path, is_made| {
            let cases = within(folder).into_iter();
            let cases = cases.map(|path| {
                let case = Case { path, is_made };
                told_of(rule.code, folder, &case, &mut wrong)
            });
            cases.collect::<Vec<_>>()
        };
        let mut cases = kept.map_or_else(Vec::new, |folder| of(&folder, false));
        cases.extend(made.iter().flat_map(|folder| of(folder.path(), true)));
        let fires = |of: bool| cases.iter().any(|(fires, _)| *fires == of);
        if !(fires(true) && fires(false)) {
            let lacks = "it needs decks that it fires on, and that are clean";
            wrong.push(format!("tests/broken/{}: {lacks}", rule.code));
        }
        let shown: String = cases.into_iter().map(|(_, shown)| shown).collect();
        insta::with_settings!({ snapshot_path => root.join("../snapshots/broken"), prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(rule.code, shown);
        });
    }
    let no_rules = folders.iter();
    wrong.extend(no_rules.map(|folder| format!("tests/broken/{folder}: it is no rule's")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a case is one that a rule is to fire on, and what is told of it.
fn told_of(code: &str, folder: &Path, case: &Case, wrong: &mut Vec<String>) -> (bool, String) {
    let articles = articles(&case.path);
    let flags = flags();
    let histories = histories();
    let setting = Setting {
        flags: &flags,
        histories: &histories,
        articles: &articles,
        ..on("2025-02-10")
    };
    let told = told(&Library::find(&[&case.path], false), folder, &setting);
    let name = name(&case.path);
    let must_fire = name.starts_with("fires");
    let fires = told.iter().any(|(found, _)| *found == code);
    let is_right = match must_fire {
        true => fires,
        false => name.starts_with("clean") && told.is_empty(),
    };
    if !is_right {
        wrong.push(format!("tests/broken/{code}/{name}: {told:#?}"));
    }
    let mut shown = String::new();
    let mut others: BTreeMap<&str, usize> = BTreeMap::new();
    for (found, line) in &told {
        if case.is_made && *found != code {
            *others.entry(found).or_default() += 1;
        } else {
            shown.push_str(line);
            shown.push('\n');
        }
    }
    for (found, count) in others {
        shown.push_str(&format!("{name}: {count} × {found}\n"));
    }
    (must_fire, shown)
}

/// What is in a folder, in order.
fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

/// The article that lies beside the decks of a case.
fn articles(case: &Path) -> Vec<Article> {
    let path = case.join("article.txt");
    let text = fs::read_to_string(&path).ok();
    text.iter()
        .map(|text| Article::new(None, &path, text))
        .collect()
}

/// A folder with the cases of a rule that can't be kept.
fn made(code: &str) -> Option<tempfile::TempDir> {
    let (_, fires, clean) = MADE.iter().find(|(made, ..)| *made == code)?;
    let folder = tempfile::tempdir().unwrap();
    for (name, make) in [("fires-made", fires), ("clean-made", clean)] {
        let case = folder.path().join(name);
        fs::create_dir(&case).unwrap();
        make(&case);
    }
    Some(folder)
}

/// What learners flagged.
fn flags() -> [Flag; 2] {
    [
        Flag {
            card: "flagged/fab#c1".to_owned(),
            why: Some("the plan was changed".to_owned()),
        },
        Flag {
            card: "flagged/jobs".to_owned(),
            why: None,
        },
    ]
}

/// Reviews of cards as they were before their decks were edited.
fn histories() -> Vec<History> {
    let before = "cards:
  - { id: site, ask: Where is the fab?, answer: Arizona }
  - { id: built-by, ask: Who built it?, answer: TSMC }
  - { id: price, ask: What did the fab cost?, number: 20B USD }
";
    let decks = ["lost", "kept"].map(|name| {
        let text = format!("deck: {name}\n{before}");
        let reading = crate::deck::read(Path::new("before.yaml"), text.as_bytes());
        reading.deck.unwrap()
    });
    let cards = decks.into_iter().flat_map(|deck| deck.cards);
    cards
        .map(|card| History {
            file: None,
            once: Vec::new(),
            reviewed: None,
            reviews: if card.id.entry().ends_with("site") {
                14
            } else {
                1
            },
            card: Known {
                id: card.id,
                fingerprint: card.fingerprint,
                answer: None,
                studied: true,
                formerly: Vec::new(),
                waiting: false,
            },
        })
        .collect()
}
