//! A draft that a check finds nothing wrong with: of what it would, another form
//! is taken, and what has none is left out.

use std::path::{Path, PathBuf};

use super::{Entry, Kind, Source, write};
use crate::author::against::Article;
use crate::author::rules::{INCOMPLETE_SOURCE, RELATIVE_DATE};
use crate::author::{Setting, check};
use crate::deck::{DeckFile, DeckOptions, Origin, Severity};
use crate::order::Order as _;

/// What is told where the article has no date: only its author can write one, and
/// an entry is none the worse for it.
const OF_NO_DATE: [&str; 2] = [INCOMPLETE_SOURCE, RELATIVE_DATE];

/// So often other forms are tried, before all is left out that is wrong still.
const ROUNDS: usize = 32;

/// The deck of as many of the `entries` as are sound, held against the article.
pub(super) fn sound(article: &str, source: &Source, entries: Vec<Entry>) -> String {
    let articles = [Article::new(None, Path::new("article"), article)];
    let mut chosen: Vec<Choice> = entries.into_iter().map(Choice::of).collect();
    let text = settle(source, &articles, &mut chosen);
    text.unwrap_or_else(|| write::deck(source, &[]).0)
}

/// Takes other forms until a check finds nothing in the deck of what is `chosen`;
/// nothing where it finds something elsewhere.
///
/// What an entry says is true or not whatever stands beside it, so that each form
/// is held against the article once, with those others that were not yet; the
/// deck as a whole is then held to the rules alone.
fn settle(source: &Source, articles: &[Article], chosen: &mut [Choice]) -> Option<String> {
    for round in 0..4 * ROUNDS {
        let trying = round < 2 * ROUNDS;
        let fresh = |choice: &Choice| choice.at.is_some() && choice.held != choice.at;
        if chosen.iter().any(fresh) {
            let (_, worst) = worst(source, articles, chosen, fresh)?;
            let here = chosen.iter_mut().filter(|choice| fresh(choice));
            let mut moved = false;
            for (choice, worst) in here.zip(worst) {
                choice.held = choice.at;
                moved |= worst.is_some_and(|worst| choice.meet(worst, trying));
            }
            if moved {
                continue;
            }
        }
        let taken = |choice: &Choice| choice.taken().is_some();
        let (text, worst) = worst(source, &[], chosen, taken)?;
        let here = chosen.iter_mut().filter(|choice| choice.taken().is_some());
        let mut moved = false;
        for (choice, worst) in here.zip(worst) {
            moved |= worst.is_some_and(|worst| choice.meet(worst, trying));
        }
        if !moved {
            return Some(text);
        }
    }
    None
}

/// The deck of those `chosen` that are `wanted`, and the worst that a check finds
/// in each of them; nothing where there is an error elsewhere in it.
fn worst(
    source: &Source,
    articles: &[Article],
    chosen: &[Choice],
    wanted: impl Fn(&Choice) -> bool,
) -> Option<(String, Vec<Option<Severity>>)> {
    let wanted = chosen.iter().filter(|choice| wanted(choice));
    let taken: Vec<(Kind, &str)> = wanted.filter_map(Choice::taken).collect();
    let (text, begins) = write::deck(source, &taken);
    // The entry that a line is of is the last one that begins above it.
    let mut by_line: Vec<(usize, usize)> = begins.iter().copied().zip(0..).collect();
    by_line.order();
    let mut worst = vec![None; begins.len()];
    for (line, severity) in told(&text, articles) {
        let above = by_line.partition_point(|(begin, _)| *begin <= line);
        let entry = above.checked_sub(1).and_then(|at| by_line.get(at));
        match entry.and_then(|(_, at)| worst.get_mut(*at)) {
            Some(worst) => *worst = (*worst).max(Some(severity)),
            None if severity == Severity::Error => return None,
            None => {}
        }
    }
    Some((text, worst))
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
    /// The form that was held against the article last.
    held: Option<usize>,
}

impl Choice {
    fn of(entry: Entry) -> Choice {
        Choice {
            entry,
            at: Some(0),
            doubtful: None,
            tried: false,
            held: None,
        }
    }

    fn taken(&self) -> Option<(Kind, &str)> {
        let at = self.at?;
        let form = self.entry.forms.get(at).or(self.entry.spare.as_ref())?;
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
        let spare = Some(self.entry.forms.len());
        let spare = spare.filter(|spare| self.entry.spare.is_some() && before != Some(*spare));
        self.at = next.or(self.doubtful).or(spare);
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
    let told = told.filter(|told| !OF_NO_DATE.contains(&told.code));
    told.map(|told| (told.place.line, told.severity)).collect()
}
