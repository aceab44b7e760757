//! The truth check: what a deck claims from a source is looked up in the
//! source's text, by value and not by spelling.
//!
//! A deck is read to *claims* ([`claims`]): every figure, date and name that an
//! entry says, with its place. An article is read to what stands in it
//! ([`article`]). [`lookup`] holds the one against the other; [`context`] tells
//! whether a value that stands there is the one that is meant; [`agree`]
//! whether two languages of one text say the same. A [`Verdict`] is told as a
//! diagnostic where something is wrong.

mod agree;
mod alike;
mod article;
mod change;
mod claim;
mod claims;
mod clock;
mod context;
mod days;
mod deck;
mod divisors;
mod earlier;
mod ends;
mod figures;
mod instead;
mod later;
mod ledger;
mod lookup;
mod names;
mod nouns;
mod once;
mod ordinals;
mod parts;
mod passage;
mod quote;
mod reckon;
mod said;
mod shares;
mod sightings;
mod signs;
mod slip;
mod speakers;
mod spellings;
mod surroundings;
mod swaps;
mod tell;
mod terms;
#[cfg(test)]
mod tests;
mod times;
mod verdict;
mod words;

use std::path::Path;

pub(super) use agree::CODE as TRANSLATION_DIFFERS;
pub use article::Article;
pub(super) use tell::{ELSEWHERE, MISSING, OTHER_UNIT};
pub use verdict::Verdict;

use super::ignore::Ignores;
use crate::deck::{Diagnostic, Opened, Place};
use crate::order::Order as _;
use deck::Written;

/// How the claims of one deck stand to the articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Every claim, in the order of the file.
    pub claims: Vec<Judged>,
    /// The sources of the deck that articles were given for; `None` where it
    /// has none, and is held as a whole.
    pub sources: Vec<Option<String>>,
    /// What is wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A claim with its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The entry that claims it: a fact's name or a card's id.
    pub entry: String,
    /// The key under which it stands, with its language.
    pub key: String,
    /// The claim as it is written.
    pub claim: String,
    /// Where it stands.
    pub place: Place,
    /// How it stands to the article.
    pub verdict: Verdict,
}

impl Report {
    /// Of a deck that was held against nothing.
    pub const NOTHING: Report = Report {
        claims: Vec::new(),
        sources: Vec::new(),
        diagnostics: Vec::new(),
    };

    /// How many claims were found, in whatever way.
    pub fn found(&self) -> usize {
        let found = |judged: &&Judged| judged.verdict.is_found();
        self.claims.iter().filter(found).count()
    }

    /// How many claims there are, those that a comment excuses left out.
    pub fn claimed(&self) -> usize {
        self.claims.len() - self.excused()
    }

    /// How many a comment in the deck excuses.
    pub fn excused(&self) -> usize {
        let excused = |judged: &&Judged| matches!(judged.verdict, Verdict::Excused);
        self.claims.iter().filter(excused).count()
    }
}

/// The codes under which the truth check tells what is wrong.
pub(super) const CODES: [&str; 4] = [MISSING, OTHER_UNIT, ELSEWHERE, TRANSLATION_DIFFERS];

/// Which of a deck's sources an article is, if it is one of them.
///
/// # Errors
/// When the deck has several sources and the article does not say which it is.
fn source_of(deck: &Written<'_>, article: &Article) -> Result<Option<Option<String>>, String> {
    let sources = deck.sources();
    match (&article.source, sources.as_slice()) {
        (Some(name), sources) => Ok(sources.contains(name).then(|| Some(name.clone()))),
        (None, []) => Ok(Some(None)),
        (None, [only]) => Ok(Some(Some(only.clone()))),
        (None, several) => Err(several.join(", ")),
    }
}

/// The names of the sources of a deck: the file at `path`, with `bytes` in it.
pub fn sources(path: &Path, bytes: &[u8]) -> Vec<String> {
    let opened = crate::deck::open(path, bytes);
    Written::new(path, bytes, &opened).map_or_else(Vec::new, |deck| deck.sources())
}

/// Holds a deck against `articles`: the file at `path`, with `bytes` in it that
/// were `opened`. A deck that has none of their sources claims nothing.
///
/// # Errors
/// When the deck has several sources and an article does not say of which it
/// is; the error names them.
pub(super) fn hold(
    path: &Path,
    bytes: &[u8],
    opened: &Opened,
    articles: &[Article],
    ignores: &mut Ignores,
) -> Result<Report, String> {
    let Some(deck) = Written::new(path, bytes, opened) else {
        return Ok(Report::default());
    };
    let mut by_source: Vec<(Option<String>, Vec<&Article>)> = Vec::new();
    for article in articles {
        let Some(source) = source_of(&deck, article)? else {
            continue;
        };
        match by_source.iter_mut().find(|(known, _)| *known == source) {
            Some((_, articles)) => articles.push(article),
            None => by_source.push((source, vec![article])),
        }
    }
    let mut report = Report::default();
    for (source, articles) in by_source {
        lookup::judge(&deck, source.as_deref(), &articles, ignores, &mut report);
        report.sources.push(source);
    }
    report.claims.order_by_key(|claim| claim.place);
    Ok(report)
}
