//! An article that decks are held against.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::said::Readings;
use crate::author::prose::{
    DateFound, FigureFound, Names, Prose, TermFound, dates, designations, figures, months, terms,
    words,
};
use crate::figure::Date;

/// The text of a source.
#[derive(Debug, Clone)]
pub struct Article {
    /// The source's name in the deck; where a deck has but one it goes without
    /// saying.
    pub source: Option<String>,
    /// The file, as messages call it.
    pub path: PathBuf,
    /// The text.
    prose: Arc<Prose>,
    /// What stands in it, as of the day for which it was read first.
    read: OnceLock<(Option<Date>, Arc<Read>)>,
    /// What the texts of the deck say that was held against it last.
    pub(super) readings: Readings,
}

impl Article {
    /// An article of plain text, Markdown or HTML; menus, links and other
    /// articles in its file say nothing for it.
    pub fn new(source: Option<String>, path: &Path, text: &str) -> Article {
        Article {
            source,
            path: path.to_owned(),
            prose: Arc::new(Prose::article(text).without_others()),
            read: OnceLock::new(),
            readings: Readings::default(),
        }
    }

    /// What stands in it, published on `day`.
    pub(super) fn read(&self, day: Option<Date>) -> Arc<Read> {
        let (known, read) = self
            .read
            .get_or_init(|| (day, Arc::new(Read::new(&self.prose, day))));
        if *known == day {
            Arc::clone(read)
        } else {
            Arc::new(Read::new(&self.prose, day))
        }
    }
}

/// What stands in an article, read as one of a certain day.
#[derive(Debug)]
pub(super) struct Read {
    /// The article's text.
    pub prose: Arc<Prose>,
    /// The figures in it.
    pub figures: Vec<FigureFound>,
    /// The dates in it.
    pub dates: Vec<DateFound>,
    /// Its quarters and halves of a year.
    pub terms: Vec<TermFound>,
    /// Its names.
    pub names: Names,
    /// Names of letters and digits, as they are written.
    pub designations: Vec<String>,
    /// Its words and where they stand.
    pub words: Vec<(usize, String)>,
    /// How many of its words begin alike.
    stems: HashMap<String, u32>,
}

impl Read {
    /// Reads an article that was published on `day`.
    fn new(prose: &Arc<Prose>, day: Option<Date>) -> Read {
        let mut dates = dates(prose, day);
        let terms = terms(prose, day);
        // The two of a second quarter is no figure.
        let in_term = |found: &FigureFound| {
            let mut spans = terms.iter().map(|term| &term.span);
            spans.any(|span| span.contains(&found.span.start))
        };
        let mut figures = figures(prose, &dates);
        figures.retain(|found| !in_term(found));
        dates.extend(months(prose, day));
        dates.sort_by_key(|found| found.span.start);
        let spans = designations(prose);
        let words = words(prose.text());
        let mut stems: HashMap<String, u32> = HashMap::new();
        for (_, word) in &words {
            *stems.entry(stem(word)).or_default() += 1;
        }
        Read {
            prose: Arc::clone(prose),
            figures,
            dates,
            terms,
            names: Names::of(prose),
            designations: spans.iter().map(|span| prose.at(span).to_owned()).collect(),
            words,
            stems,
        }
    }

    /// How much a word tells: little if words like it stand everywhere.
    pub fn rarity(&self, word: &str) -> f64 {
        let often = self.stems.get(&stem(word)).copied().unwrap_or(1);
        let all = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        (1.0 + f64::from(all) / f64::from(often)).ln()
    }
}

/// What a word begins with, endings and particles left out.
pub(super) fn stem(word: &str) -> String {
    let length = if word.is_ascii() { 5 } else { 2 };
    word.chars().take(length).collect()
}
