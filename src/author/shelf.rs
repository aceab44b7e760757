//! Decks as they were last read, for whoever checks them again and again while
//! they are written: of what is there now only that is read which changed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::against::Article;
use super::check::{CheckedFile, Setting, all_findings};
use super::holding::Holding;
use super::listed::Listed;
use super::sheet::Sheet;
use crate::deck::{Deck, DeckFile};
use crate::parallel;

/// Deck files in their order, as they were last read.
#[derive(Debug, Default)]
pub struct Shelf {
    sheets: Vec<Sheet<'static>>,
    articles: Arc<Vec<Article>>,
}

impl Shelf {
    /// Puts the files there that there are now, and reads those that are new or
    /// not what they were, on all cores. Returns whether anything is different.
    pub fn take(&mut self, files: Vec<DeckFile>) -> bool {
        let old = std::mem::take(&mut self.sheets);
        let mut different = old.len() != files.len();
        let old = old.into_iter().enumerate();
        let mut old: HashMap<PathBuf, (usize, Sheet<'static>)> = old
            .map(|(at, sheet)| (sheet.path.to_path_buf(), (at, sheet)))
            .collect();
        let mut changed = Vec::new();
        let mut sheets = Vec::new();
        for (at, file) in files.into_iter().enumerate() {
            match old.remove(&file.path) {
                Some((before, sheet)) if sheet.is_of(&file) => {
                    different |= before != at;
                    sheets.push(Some(sheet));
                }
                _ => {
                    different = true;
                    changed.push(file);
                    sheets.push(None);
                }
            }
        }
        let read = parallel::each(&changed, |file| Sheet::keep(file.clone()));
        let mut read = read.into_iter();
        let each = sheets.into_iter();
        self.sheets = each
            .filter_map(|sheet| sheet.or_else(|| read.next()))
            .collect();
        different
    }

    /// They are held against these articles from now on: each once, and again
    /// only when it changes.
    pub fn hold_against(&mut self, articles: Vec<Article>) {
        for sheet in &mut self.sheets {
            sheet.truth = Arc::default();
        }
        self.articles = Arc::new(articles);
    }

    /// What is yet to be held against the articles.
    pub fn to_hold(&self) -> Vec<Holding> {
        let waiting = self.sheets.iter().filter(|sheet| self.waits(sheet));
        let each = waiting.filter_map(|sheet| {
            Some(Holding {
                path: sheet.path.to_path_buf(),
                bytes: sheet.bytes.as_deref()?.to_vec(),
                opened: Arc::clone(&sheet.opened),
                articles: Arc::clone(&self.articles),
                held: Arc::clone(&sheet.truth),
            })
        });
        each.collect()
    }

    /// Whether a file is yet to be held against the articles.
    pub fn waits_for(&self, path: &Path) -> bool {
        !self.articles.is_empty() && self.sheet(path).is_some_and(|sheet| self.waits(sheet))
    }

    fn waits(&self, sheet: &Sheet<'static>) -> bool {
        !self.articles.is_empty() && sheet.bytes.is_some() && sheet.truth.get().is_none()
    }

    /// Checks them, as [`check`](super::check()) does, against the articles of
    /// the shelf as far as they were held against them.
    pub fn check(&self, setting: &Setting<'_>) -> Vec<CheckedFile<'_>> {
        let setting = Setting {
            articles: &self.articles,
            only_held: true,
            ..*setting
        };
        let found = all_findings(&self.sheets, &setting);
        let checked = self.sheets.iter().zip(found);
        checked
            .map(|(sheet, (diagnostics, truth))| CheckedFile {
                path: sheet.path.as_ref(),
                bytes: sheet.bytes.as_deref(),
                cards: sheet.sound().len(),
                diagnostics,
                truth,
            })
            .collect()
    }

    /// The deck of a file, without its broken entries, unless it is none.
    pub fn deck(&self, path: &Path) -> Option<&Deck> {
        self.sheet(path)?.deck()
    }

    /// The entries of a file as they stand in it, whole or broken.
    pub fn listed(&self, path: &Path) -> Vec<Listed> {
        let sheet = self.sheet(path);
        let read = sheet.and_then(|sheet| Some((sheet.bytes.as_deref()?, &sheet.opened)));
        read.map_or_else(Vec::new, |(bytes, opened)| Listed::all(bytes, opened))
    }

    fn sheet(&self, path: &Path) -> Option<&Sheet<'static>> {
        self.sheets.iter().find(|sheet| *sheet.path == *path)
    }

    /// The files as they were read, in their order.
    pub(super) fn sheets(&self) -> &[Sheet<'static>] {
        &self.sheets
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use proptest::prelude::*;

    use super::*;
    use crate::author::{Flag, check};
    use crate::deck::{DeckOptions, Diagnostic, Origin, Place, Severity};
    use crate::figure::Date;

    /// What a file says of its facts, and its cards: much of it is right or
    /// wrong by what stands in the others.
    const FACTS: &[&str] = &[
        "",
        "facts:\n  cost: { value: 20B USD, label: Cost of the fab }\n",
        "facts:\n  cost: { value: 8B USD, label: Cost of the fab, ask: What will it cost? }\n",
        "facts:\n  cost: { value: 9B USD, label: Cost of the fab, supersedes: [d1/cost] }\n",
    ];
    const CARDS: &[&str] = &[
        "  - { id: a, ask: Who founded it?, answer: Morris Chang }\n",
        "  - { id: b, ask: Who founded it?, answer: Chang, supersedes: [d0/a] }\n",
        "  - { id: c, ask: Which is the largest by far?, answer: It, supersedes: [d1/b, d2/c] }\n",
        "  - { id: d, ask: Who founded it?, answer: He } # dateline: ignore same-question\n",
        "  - { id: e, ask: Where is it?, answer: Here, supersedes: [d2/e], stale_after: 2025-01-01 }\n",
        "  - { id: f, ask: Who is it?, answer: He, colour: red }\n",
        "  - { id: g, ask: How much?, number: 20B USD } # dateline: ignore not-in-source\n",
        "  - { id: h, ask: How much is it?, number: 20B USD }\n",
        "  - [broken\n",
    ];
    /// What the decks may be held against.
    const ARTICLES: &[&str] = &["", "It will cost 20B USD.", "It cost 8B USD in 2024."];

    fn articles(at: Option<usize>) -> Vec<Article> {
        let path = Path::new("article.txt");
        let each = at.into_iter();
        each.map(|at| Article::new(None, path, ARTICLES[at]))
            .collect()
    }

    fn file(path: &str, bytes: Result<String, ()>) -> DeckFile {
        let unread = |()| Diagnostic {
            code: "unreadable",
            severity: Severity::Error,
            path: path.into(),
            place: Place {
                line: 1,
                column: 1,
                length: 1,
            },
            message: crate::message!("it may not be read", "읽을 권한이 없습니다"),
            help: None,
        };
        DeckFile {
            origin: Origin::File(path.into()),
            path: path.into(),
            name: None,
            bytes: bytes.map(String::into_bytes).map_err(unread),
            options: DeckOptions::default(),
        }
    }

    fn told(checked: Vec<CheckedFile<'_>>) -> Vec<String> {
        checked.iter().map(|file| format!("{file:?}")).collect()
    }

    /// A save: which file, and what becomes of it.
    #[derive(Debug, Clone)]
    enum Save {
        Text(usize, usize, Vec<usize>),
        Unreadable(usize),
        Gone(usize),
        /// It is found before all others from now on.
        First(usize),
        Midnight,
        /// The article, or that there is none.
        Article(Option<usize>),
    }

    fn save() -> impl Strategy<Value = Save> {
        let at = 0..4_usize;
        let cards = prop::collection::vec(0..CARDS.len(), 0..4);
        prop_oneof![
            8 => (at.clone(), 0..FACTS.len(), cards).prop_map(|(at, facts, cards)| Save::Text(at, facts, cards)),
            1 => at.clone().prop_map(Save::Unreadable),
            1 => at.clone().prop_map(Save::Gone),
            1 => at.prop_map(Save::First),
            1 => Just(Save::Midnight),
            2 => prop::option::of(0..ARTICLES.len()).prop_map(Save::Article),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn after_any_saves_it_tells_what_a_fresh_check_tells(saves in prop::collection::vec(save(), 1..12)) {
            let flags = [Flag { card: "d0/a".to_owned(), why: None }];
            let mut today = "2024-12-31";
            let mut files: Vec<DeckFile> = Vec::new();
            let mut shelf = Shelf::default();
            let mut against = Vec::new();
            for save in saves {
                let before = files.clone();
                let mut put = |at: usize, bytes| {
                    let new = file(&format!("{at}.yaml"), bytes);
                    match files.iter_mut().find(|file| file.path == new.path) {
                        Some(old) => *old = new,
                        None => files.push(new),
                    }
                };
                match save {
                    Save::Text(at, facts, cards) => {
                        let cards: String = cards.into_iter().map(|card| CARDS[card]).collect();
                        put(at, Ok(format!("deck: d{at}\n{}cards:\n{cards}", FACTS[facts])));
                    }
                    Save::Unreadable(at) => put(at, Err(())),
                    Save::Gone(at) => files.retain(|file| file.path != Path::new(&format!("{at}.yaml"))),
                    Save::First(at) => {
                        let first = Path::new(&format!("{at}.yaml")).to_owned();
                        files.sort_by_key(|file| file.path != first);
                    }
                    Save::Midnight => today = "2025-02-10",
                    Save::Article(at) => {
                        against = articles(at);
                        shelf.hold_against(articles(at));
                    }
                }
                let setting = Setting {
                    today: Date::parse_iso(today).ok(),
                    flags: &flags,
                    ..Setting::default()
                };
                let fresh = Setting { articles: &against, ..setting };
                prop_assert_eq!(shelf.take(files.clone()), files != before);
                shelf.to_hold().iter().for_each(Holding::run);
                prop_assert_eq!(told(shelf.check(&setting)), told(check(&files, &fresh, &|| {})));
            }
        }
    }

    #[test]
    fn what_did_not_change_is_not_held_against_the_article_again() {
        let deck = |at: usize, figure: &str| {
            let text =
                format!("deck: d{at}\ncards:\n  - {{ id: a, ask: Cost?, number: {figure} }}\n");
            file(&format!("{at}.yaml"), Ok(text))
        };
        let held = |shelf: &Shelf| -> Vec<bool> {
            let sheets = shelf.sheets().iter();
            sheets.map(|sheet| sheet.truth.get().is_some()).collect()
        };
        let mut shelf = Shelf::default();
        shelf.take(vec![deck(0, "20B USD"), deck(1, "20B USD")]);
        shelf.hold_against(articles(Some(1)));
        shelf.to_hold().iter().for_each(Holding::run);
        assert_eq!(held(&shelf), [true, true]);
        shelf.take(vec![deck(0, "20B USD"), deck(1, "21B USD")]);
        assert_eq!(held(&shelf), [true, false]);
        let claimed = |shelf: &Shelf| -> Vec<(usize, usize)> {
            let checked = shelf.check(&Setting::default());
            let reports = checked.iter().map(|file| file.truth.as_ref().unwrap());
            reports
                .map(|report| (report.found(), report.claimed()))
                .collect()
        };
        // Nothing is told of it as long as it waits.
        assert_eq!(claimed(&shelf), [(1, 1), (0, 0)]);
        assert_eq!(shelf.to_hold().len(), 1);
        assert!(shelf.waits_for(Path::new("1.yaml")) && !shelf.waits_for(Path::new("0.yaml")));
        shelf.to_hold().iter().for_each(Holding::run);
        assert_eq!(claimed(&shelf), [(1, 1), (0, 1)]);
        shelf.hold_against(articles(Some(2)));
        assert_eq!(held(&shelf), [false, false]);
    }

    #[test]
    fn what_is_left_of_a_broken_file_is_held_against_the_article() {
        let mut shelf = Shelf::default();
        shelf.hold_against(articles(Some(1)));
        for (broken, codes) in [
            ("", &["not-in-source"][..]),
            (
                "  - id: b\n    ask: \"Who?\n",
                &["not-in-source", "not-yaml"],
            ),
        ] {
            let cards = "  - { id: a, ask: Cost?, number: 21B USD }\n";
            let text = format!("deck: d\ncards:\n{cards}{broken}");
            shelf.take(vec![file("0.yaml", Ok(text))]);
            shelf.to_hold().iter().for_each(Holding::run);
            let checked = shelf.check(&Setting::default());
            let told = checked[0].diagnostics.iter().map(|told| told.code);
            assert_eq!(
                told.filter(|code| *code != "no-source").collect::<Vec<_>>(),
                codes
            );
        }
    }

    #[test]
    fn a_save_changes_what_is_wrong_with_other_files() {
        let deck = |at: usize, cards: &str| {
            file(
                &format!("{at}.yaml"),
                Ok(format!("deck: d{at}\ncards:\n{cards}")),
            )
        };
        let codes = |shelf: &Shelf| -> Vec<Vec<&str>> {
            let checked = shelf.check(&Setting::default());
            let codes =
                |file: CheckedFile<'_>| file.diagnostics.iter().map(|told| told.code).collect();
            checked.into_iter().map(codes).collect()
        };
        let one = deck(
            1,
            "  - { id: b, ask: Who?, answer: He, supersedes: [d0/a] }\n",
        );
        let mut shelf = Shelf::default();
        for (zero, expected) in [
            ("  - { id: a, ask: How?, answer: So }\n", vec![]),
            (
                "  - { id: x, ask: How?, answer: So }\n",
                vec!["unknown-card"],
            ),
            (
                "  - { id: a, ask: Who?, answer: She, until: 2024-01-01 }\n",
                vec![],
            ),
            (
                "  - { id: x, ask: Who?, answer: She }\n",
                vec!["same-question", "unknown-card"],
            ),
        ] {
            assert!(shelf.take(vec![deck(0, zero), one.clone()]));
            assert_eq!(codes(&shelf)[1], expected, "{zero}");
            assert!(!shelf.take(vec![deck(0, zero), one.clone()]));
        }
    }
}
