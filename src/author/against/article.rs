//! An article that decks are held against.

use std::path::{Path, PathBuf};

use crate::author::prose::{
    DateFound, FigureFound, Names, Prose, dates, designations, figures, words,
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
    pub prose: Prose,
}

impl Article {
    /// An article of plain text, Markdown or HTML.
    pub fn new(source: Option<String>, path: &Path, text: &str) -> Article {
        Article {
            source,
            path: path.to_owned(),
            prose: Prose::read(text),
        }
    }
}

/// What stands in an article, read as one of a certain day.
#[derive(Debug)]
pub(super) struct Read<'a> {
    /// The article's text.
    pub prose: &'a Prose,
    /// The figures in it.
    pub figures: Vec<FigureFound>,
    /// The dates in it.
    pub dates: Vec<DateFound>,
    /// Its names.
    pub names: Names,
    /// Names of letters and digits, as they are written.
    pub designations: Vec<String>,
    /// Its words and where they stand.
    pub words: Vec<(usize, String)>,
}

impl<'a> Read<'a> {
    /// Reads an article that was published on `day`.
    pub fn new(article: &'a Article, day: Option<Date>) -> Read<'a> {
        let prose = &article.prose;
        let dates = dates(prose, day);
        let spans = designations(prose);
        Read {
            prose,
            figures: figures(prose, &dates),
            dates,
            names: Names::of(prose),
            designations: spans.iter().map(|span| prose.at(span).to_owned()).collect(),
            words: words(prose.text()),
        }
    }
}
