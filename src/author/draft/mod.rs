//! A deck from an article: a first draft for a person to rewrite.
//!
//! [`markup`] and [`Prose`] make plain lines of the file, [`head`] reads who
//! published it under what title and when, [`body`] tells its sentences from
//! all that stands around them. Of these [`figures`] makes facts, each with
//! its [`speaker`], [`gaps`]
//! cards with gaps, and [`timeline`] the order of its dates. [`write`] lays them
//! out, and [`hold`] takes another form of what a check would find wrong, or
//! leaves it out, so that no article makes a broken deck.

mod body;
mod compared;
mod event;
mod figures;
mod gaps;
mod head;
mod hold;
mod label;
mod markup;
mod name;
mod page;
mod people;
mod publisher;
mod quotes;
mod rows;
mod stamp;
#[cfg(test)]
mod tests;
mod timeline;
mod units;
mod write;

use std::ops::Range;

use super::prose::speaker::{self, Speaking};
use super::prose::{
    DateFound, FigureFound, Prose, dates, is_html, language, line, names_of_people,
};
use crate::figure::Date;
use crate::text::Lang;

/// What a draft is made of, besides the article.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// What the deck is called, if the article's title is not to say it: the
    /// file's name.
    pub name: Option<String>,
    /// The day on which the article was published, if the author knows it.
    pub date: Option<Date>,
    /// The language of its comments; English where none is wished.
    pub comments: Option<Lang>,
}

/// The deck that an article makes: text, Markdown or HTML in, YAML out. A check
/// finds nothing wrong with it but that it lacks a date, where the article has
/// none, and every figure of it in the article.
pub fn draft(article: &str, wish: &Wish) -> String {
    let source = Source::read(article, wish);
    let entries = entries(&source);
    hold::sound(article, &source, entries)
}

/// An article as it is drafted from.
struct Source {
    /// Its text.
    prose: Prose,
    /// The sentences that are its own.
    body: Vec<Range<usize>>,
    /// The dates in it.
    dates: Vec<DateFound>,
    /// The figures in it.
    figures: Vec<FigureFound>,
    /// The people whom it names in full.
    people: Vec<String>,
    /// Its language.
    lang: Lang,
    /// Title, publisher and day.
    head: head::Head,
    /// The language of comments.
    comments: Lang,
}

impl Source {
    fn read(article: &str, wish: &Wish) -> Source {
        let html = is_html(article);
        let (plain, front) = if html {
            (article.to_owned(), Vec::new())
        } else {
            markup::plain(article)
        };
        let prose = Prose::article(&plain);
        let body = body::sentences(&prose);
        let lang = language(&prose, &body);
        let page = html.then(|| page::read(article));
        let head = head::read(&prose, &body, page.as_ref(), &front, wish);
        let dates = dates(&prose, head.day());
        let mut figures = super::prose::figures(&prose, &dates);
        figures
            .iter_mut()
            .for_each(|found| units::whole(found, prose.text()));
        units::shared(&mut figures, &prose);
        let people = body
            .iter()
            .flat_map(|sentence| names_of_people(prose.at(sentence), lang))
            .filter(|name| name.contains(' '))
            .collect();
        Source {
            prose,
            body,
            dates,
            figures,
            people,
            lang,
            head,
            comments: wish.comments.unwrap_or(Lang::En),
        }
    }

    /// What tells of it who says what.
    fn speaking(&self) -> Speaking<'_> {
        Speaking {
            prose: &self.prose,
            body: &self.body,
            people: &self.people,
            lang: self.lang,
        }
    }

    /// What stands at `span`, on one line and without anything that is not read.
    fn at(&self, span: &Range<usize>) -> String {
        line(self.prose.at(span))
    }
}

/// Those of an article's `dates`, which are in order, that stand within a span.
fn within<'d>(
    dates: &'d [DateFound],
    span: &Range<usize>,
) -> impl Iterator<Item = &'d DateFound> + Clone + use<'d> {
    let (start, end) = (span.start, span.end);
    let first = dates.partition_point(|date| date.span.start < start);
    let rest = dates.get(first..).unwrap_or_default();
    rest.iter()
        .take_while(move |date| date.span.start < end)
        .filter(move |date| date.span.end <= end)
}

/// Something that a deck holds.
#[derive(Debug, Clone)]
struct Entry {
    kind: Kind,
    /// Its lines but for the one with its id, in ways of which the first is best; the others stand in for
    /// it where a check finds something wrong with it, or doubtful.
    forms: Vec<String>,
    /// What stands in for them where a check finds all of them wrong.
    spare: Option<String>,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Among the facts, numbered.
    Fact,
    /// Among the cards: the order of the events.
    Timeline,
    /// One of a person, numbered.
    Person,
    /// One of a sentence, numbered.
    Sentence,
    /// Below the cards, as a comment.
    Comment,
}

impl Entry {
    fn new(kind: Kind, forms: impl IntoIterator<Item = String>) -> Entry {
        Entry {
            kind,
            forms: forms.into_iter().collect(),
            spare: None,
        }
    }

    fn or(self, spare: String) -> Entry {
        Entry {
            spare: Some(spare),
            ..self
        }
    }
}

/// All that can be made of an article.
fn entries(source: &Source) -> Vec<Entry> {
    let mut entries = figures::facts(source);
    entries.extend(timeline::entries(source));
    entries.extend(people::cards(source));
    entries.extend(gaps::cards(source));
    entries
}
