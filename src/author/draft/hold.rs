//! A draft that a check finds nothing wrong with: of what it would, another form
//! is taken, and what has none is left out.

use std::path::{Path, PathBuf};

use super::{Entry, Kind, Source, write};
use crate::author::against::Article;
use crate::author::{Setting, check};
use crate::deck::{DeckFile, DeckOptions, Origin, Severity};

/// So often other forms are tried, before all is left out that is wrong still.
const ROUNDS: usize = 32;

/// Of a long article so many entries are settled at a time, before all are held
/// together: each round holds every claim against every figure.
const AT_A_TIME: usize = 60;

/// The deck of as many of the `entries` as are sound, held against the article.
pub(super) fn sound(article: &str, source: &Source, entries: Vec<Entry>) -> String {
    let articles = [Article::new(None, Path::new("article"), article)];
    let mut chosen: Vec<Choice> = entries.into_iter().map(Choice::of).collect();
    if chosen.len() > 2 * AT_A_TIME {
        for some in chosen.chunks_mut(AT_A_TIME) {
            settle(source, &articles, some);
        }
        // What is met again among all of them is left out at once.
        for choice in &mut chosen {
            choice.tried = true;
        }
    }
    let text = settle(source, &articles, &mut chosen);
    text.unwrap_or_else(|| write::deck(source, &[]).0)
}

/// Takes other forms until a check finds nothing in the deck of what is `chosen`;
/// nothing where it finds something elsewhere.
fn settle(source: &Source, articles: &[Article], chosen: &mut [Choice]) -> Option<String> {
    for round in 0..2 * ROUNDS {
        let taken: Vec<(Kind, &str)> = chosen.iter().filter_map(Choice::taken).collect();
        let (text, begins) = write::deck(source, &taken);
        let told = told(&text, articles);
        // The entry that a line is of is the last one that begins above it.
        let of = |line: usize| {
            let begins = begins.iter().enumerate();
            let above = begins.filter(|(_, begin)| **begin <= line);
            above.max_by_key(|(_, begin)| **begin).map(|(at, _)| at)
        };
        let mut worst = vec![None; begins.len()];
        let mut elsewhere = false;
        for (line, severity) in told {
            match of(line).and_then(|at| worst.get_mut(at)) {
                Some(worst) => *worst = (*worst).max(Some(severity)),
                None => elsewhere |= severity == Severity::Error,
            }
        }
        if elsewhere {
            return None;
        }
        let mut moved = false;
        let here = chosen.iter_mut().filter(|choice| choice.taken().is_some());
        for (choice, worst) in here.zip(worst) {
            moved |= worst.is_some_and(|worst| choice.meet(worst, round < ROUNDS));
        }
        if !moved {
            return Some(text);
        }
    }
    None
}

/// An entry with the form of it that is taken.
struct Choice {
    entry: Entry,
    /// The form, or nothing where the entry is left out.
    at: Option<usize>,
    /// One that is doubtful at most, if one was met.
    doubtful: Option<usize>,
    /// Whether all forms were tried.
    tried: bool,
}

impl Choice {
    fn of(entry: Entry) -> Choice {
        Choice {
            entry,
            at: Some(0),
            doubtful: None,
            tried: false,
        }
    }

    fn taken(&self) -> Option<(Kind, &str)> {
        let form = self.entry.forms.get(self.at?)?;
        Some((self.entry.kind, form))
    }

    /// Takes another form, as this one is wrong or doubtful, and says whether
    /// there was one to take; with `trying`, one that was not tried yet.
    fn meet(&mut self, severity: Severity, trying: bool) -> bool {
        if severity == Severity::Warning {
            if self.tried || !trying {
                return false;
            }
            self.doubtful = self.doubtful.or(self.at);
        } else if self.doubtful == self.at {
            self.doubtful = None;
        }
        let next = self.at.map(|at| at + 1).filter(|_| trying && !self.tried);
        let next = next.filter(|at| *at < self.entry.forms.len());
        self.tried |= next.is_none();
        let before = self.at;
        self.at = next.or(self.doubtful);
        self.at != before
    }
}

/// The lines on which a check finds something, and how bad it is.
fn told(text: &str, articles: &[Article]) -> Vec<(usize, Severity)> {
    let path = PathBuf::from("draft.yaml");
    let file = DeckFile {
        origin: Origin::File(path.clone()),
        path,
        name: None,
        bytes: Ok(text.as_bytes().to_vec()),
        options: DeckOptions::default(),
    };
    let setting = Setting {
        articles,
        ..Setting::default()
    };
    let files = [file];
    let checked = check(&files, &setting, &|| {});
    let told = checked.iter().flat_map(|file| &file.diagnostics);
    told.map(|told| (told.place.line, told.severity)).collect()
}
