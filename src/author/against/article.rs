//! An article that decks are held against.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::alike::number_alone;
use super::ordinals::ordinals;
use super::said::Readings;
use super::{divisors, earlier, later, reckon, shares, slip};
use crate::author::prose::speaker::Speaking;
use crate::author::prose::{
    DateFound, FigureFound, Names, Prose, TermFound, dates, designations, figures, language,
    months, names_of_people, tables, terms, words,
};
use crate::figure::{Date, Unit};
use crate::order::Order as _;
use crate::text::Lang;

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
    /// What each of them is held by, in the same order.
    pub cues: Vec<Cue>,
    /// The dates in it.
    pub dates: Vec<DateFound>,
    /// Those told by how long they were before others, which say nothing of the
    /// figures beside them.
    pub earlier: Vec<DateFound>,
    /// Years told by how much later than them something is.
    pub planned: Vec<DateFound>,
    /// Its quarters and halves of a year.
    pub terms: Vec<TermFound>,
    /// Those told by how long they were before others.
    pub earlier_terms: Vec<TermFound>,
    /// Its names.
    pub names: Names,
    /// Its ordinals: "for the fifth time".
    pub ordinals: Vec<(Range<usize>, u32)>,
    /// Names of letters and digits, as they are written.
    pub designations: Vec<String>,
    /// Its words and where they stand.
    pub words: Vec<(usize, String)>,
    /// How much each of the words tells, in the same order: little if words like
    /// it stand everywhere.
    pub rarities: Vec<f64>,
    /// Those of whom it tells; read where it is asked who says something.
    people: OnceLock<People>,
}

/// Whom an article tells of.
#[derive(Debug)]
struct People {
    /// In which language.
    lang: Lang,
    /// All of them.
    all: HashSet<String>,
    /// Those whom it names in full.
    in_full: Vec<String>,
}

/// What a claim is first held against of a figure, made once: most figures of an
/// article are told from a claim by it.
#[derive(Debug)]
pub(super) struct Cue {
    /// Its digits.
    pub digits: String,
    /// Those of its number, whatever the power of ten.
    pub significant: String,
    /// Those of what it is per cent, if it is a share.
    pub percent: Option<String>,
    /// About its number, where that is no span.
    pub value: Option<f64>,
    /// Whether it belongs to a name or to a "per".
    pub tied: bool,
    /// Of a bare one in a table, the unit that the table says, with which it
    /// stands there by itself.
    pub of_table: Option<Unit>,
}

impl Read {
    /// Reads an article that was published on `day`.
    fn new(prose: &Arc<Prose>, day: Option<Date>) -> Read {
        let mut dates = dates(prose, day);
        let terms = terms(prose, day);
        // The two of a second quarter is no figure.
        let in_term = |found: &FigureFound| {
            let at = found.span.start;
            let first = terms.partition_point(|term| term.span.end <= at);
            terms.get(first).is_some_and(|term| term.span.start <= at)
        };
        let mut figures = figures(prose, &dates);
        figures.retain(|found| !in_term(found));
        figures.extend(divisors::of(&figures, prose));
        figures.extend(divisors::parted(&figures, prose));
        let cells = tables::of(&figures, prose);
        let unit = |found: &FigureFound| (found.span.start, found.figure.unit.clone());
        let in_table: HashMap<usize, Unit> = cells.iter().map(unit).collect();
        figures.extend(cells);
        figures.order_by_key(|found| found.span.start);
        // A third of the trains is no third train.
        let mut of_order = ordinals(prose);
        of_order.retain(|(span, _)| {
            let first = figures.partition_point(|found| found.span.end <= span.start);
            let over = figures
                .get(first)
                .filter(|found| found.span.start < span.end);
            over.is_none_or(|found| !found.figure.number.fraction)
        });
        let cue = |found: &FigureFound| {
            let number = &found.figure.number;
            let bare = found.figure.unit == Unit::None;
            Cue {
                digits: slip::digits(&found.figure),
                significant: reckon::digits(number),
                percent: shares::percent(&found.figure),
                value: number_alone(&found.figure),
                tied: is_tied(found, prose),
                of_table: in_table.get(&found.span.start).filter(|_| bare).cloned(),
            }
        };
        let cues = figures.iter().map(cue).collect();
        dates.extend(months(prose, day));
        dates.order_by_key(|found| found.span.start);
        let earlier = earlier::of(&dates, prose);
        let planned = later::of(&dates, prose);
        let earlier_terms = earlier::of_terms(&terms, prose);
        let spans = designations(prose);
        let words = words(prose.text());
        let mut stems: HashMap<String, u32> = HashMap::new();
        for (_, word) in &words {
            *stems.entry(stem(word)).or_default() += 1;
        }
        let all = f64::from(u32::try_from(words.len()).unwrap_or(u32::MAX));
        let rarity = |(_, word): &(usize, String)| {
            let often = stems.get(&stem(word)).copied().unwrap_or(1);
            (1.0 + all / f64::from(often)).ln()
        };
        Read {
            prose: Arc::clone(prose),
            figures,
            cues,
            dates,
            earlier,
            planned,
            terms,
            earlier_terms,
            names: Names::of(prose),
            ordinals: of_order,
            designations: spans.iter().map(|span| prose.at(span).to_owned()).collect(),
            rarities: words.iter().map(rarity).collect(),
            words,
            people: OnceLock::new(),
        }
    }

    /// What tells of it who says what.
    pub fn speaking(&self) -> Speaking<'_> {
        let people = self.people();
        Speaking {
            prose: &self.prose,
            body: self.prose.sentences(),
            people: &people.in_full,
            lang: people.lang,
        }
    }

    /// Whether it tells of someone who is called so, with an office or without.
    pub fn is_person(&self, called: &str) -> bool {
        let mut all = self.people().all.iter();
        all.any(|name| called.contains(name.as_str()))
    }

    fn people(&self) -> &People {
        self.people.get_or_init(|| {
            let body = self.prose.sentences();
            let lang = language(&self.prose, body);
            let names = body
                .iter()
                .flat_map(|sentence| names_of_people(self.prose.at(sentence), lang));
            let names: Vec<String> = names.collect();
            People {
                lang,
                all: names.iter().cloned().collect(),
                in_full: names
                    .into_iter()
                    .filter(|name| name.contains(' '))
                    .collect(),
            }
        })
    }

    /// The figures that stand within a span.
    pub fn figures_in(&self, span: &Range<usize>) -> &[FigureFound] {
        let first = |at: usize| self.figures.partition_point(|found| found.span.start < at);
        let within = first(span.start)..first(span.end);
        self.figures.get(within).unwrap_or_default()
    }

    /// The dates that stand within a span.
    pub fn dates_in(&self, span: &Range<usize>) -> &[DateFound] {
        let first = |at: usize| self.dates.partition_point(|found| found.span.start < at);
        self.dates
            .get(first(span.start)..first(span.end))
            .unwrap_or_default()
    }

    /// The quarters and halves of a year that stand within a span.
    pub fn terms_in(&self, span: &Range<usize>) -> &[TermFound] {
        let first = |at: usize| self.terms.partition_point(|found| found.span.start < at);
        self.terms
            .get(first(span.start)..first(span.end))
            .unwrap_or_default()
    }

    /// The words that stand within a span, by their numbers.
    pub fn words_in(&self, span: &Range<usize>) -> Range<usize> {
        let first = |at: usize| self.words.partition_point(|(byte, _)| *byte < at);
        first(span.start)..first(span.end)
    }

    /// Those of `spans` that are in no sentence with one of `own`. What one sentence
    /// tells of two is told by more than the words beside each.
    pub fn apart(&self, mut spans: Vec<Range<usize>>, own: &[Range<usize>]) -> Vec<Range<usize>> {
        let sentence = |span: &Range<usize>| self.prose.sentence_of(span.start);
        spans.retain(|span| own.iter().all(|own| sentence(own) != sentence(span)));
        spans
    }

    /// The sentence in which what begins at a byte stands.
    pub fn sentence_at(&self, byte: usize) -> Range<usize> {
        let at = self.prose.sentence_of(byte);
        self.prose.sentences().get(at).cloned().unwrap_or_default()
    }
}

/// What a word begins with, endings and particles left out.
pub(super) fn stem(word: &str) -> String {
    let length = if word.is_ascii() { 5 } else { 2 };
    word.chars().take(length).collect()
}

/// Whether a bare number is no figure of what a deck measures, as the cell of a
/// table may be: that of a name (Pier 14), or so many per something.
fn is_tied(found: &FigureFound, prose: &Prose) -> bool {
    let text = prose.text();
    let before = text.get(..found.span.start).unwrap_or_default();
    let named = || {
        let head = before.strip_suffix(' ')?;
        let word = head.rsplit(|c: char| !c.is_ascii_alphanumeric()).next()?;
        let begins = head.get(..head.len() - word.len())?.trim_end();
        // The first word of a sentence has a capital, too.
        let inside = begins.ends_with(|c: char| c.is_alphanumeric() || c == ',');
        Some(inside && word.starts_with(|c: char| c.is_ascii_uppercase()))
    };
    let behind = text.get(found.span.end..).unwrap_or_default();
    found.figure.unit == Unit::None && (behind.starts_with(" per ") || named().unwrap_or_default())
}
