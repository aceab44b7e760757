//! Cards with gaps from the sentences that carry figures and dates.

pub(super) mod distance;
mod score;

use std::ops::Range;

use super::{Entry, Kind, Source, figures, line, quotes, within, write};
use crate::author::prose::clause::{points, tells_of_one};
use crate::order::Order as _;
use crate::text::{Lang, width};

/// A sentence wider than this is no card.
const WIDEST: usize = 280;
/// More gaps than this are no card either.
const MOST: usize = 6;

/// A part of a sentence that stands otherwise on its card.
struct Change {
    span: Range<usize>,
    /// What stands before the gap, and behind it.
    around: (String, String),
    /// What is said there.
    words: String,
    /// Whether it is hidden.
    hidden: bool,
}

/// The cards of an article's sentences.
pub(super) fn cards(source: &Source) -> Vec<Entry> {
    let mut cards = Vec::new();
    for (at, sentence) in source.body.iter().enumerate() {
        if width(&source.at(sentence)) > WIDEST {
            continue;
        }
        let (lead, alone) = match lead(source, at) {
            Lead::None => (None, true),
            Lead::Better(lead) => (Some(lead), true),
            Lead::Needed(lead) => (Some(lead), false),
            Lead::Missing => continue,
        };
        let number = source.prose.line_of(sentence.start);
        // Where a check does not follow, as the article says it.
        let ways = [true, false].map(|dated| changes(source, sentence, dated));
        let ways = ways.iter().filter(|ways| ways.iter().any(|way| way.hidden));
        let texts = ways.map(|changes| with_gaps(source, sentence, changes));
        let texts = texts.flat_map(|text| {
            let led = lead.as_ref().map(|lead| format!("{lead} {text}"));
            led.into_iter().chain(alone.then_some(text))
        });
        let texts: Vec<String> = texts.filter(|text| width(text) <= 2 * WIDEST).collect();
        let form = |text: &String| write::cloze(source.comments, &quotes::paired(text), number);
        if !texts.is_empty() {
            cards.push(Entry::new(Kind::Sentence, texts.iter().map(form)));
        }
    }
    cards
}

/// The sentence behind which another one has to be read.
pub(super) enum Lead {
    /// It says all by itself.
    None,
    /// It is better read behind this one.
    Better(String),
    /// It says nothing without this one.
    Needed(String),
    /// It says nothing without one that is not there.
    Missing,
}

/// What the sentence at a place of the body has to be read behind. "The next day"
/// is of one before that tells a day.
pub(super) fn lead(source: &Source, at: usize) -> Lead {
    let sentence = source.body.get(at);
    let by_day = sentence.is_some_and(|sentence| distance::points_back(source, sentence));
    let before = |at| before(source, at, by_day);
    match before(at) {
        None if by_day => Lead::Missing,
        None => Lead::None,
        Some(lead) if by_day => Lead::Needed(lead),
        Some(lead) => Lead::Better(lead),
    }
}

/// What a sentence that begins with "it" or "they" has to be read behind: the one
/// before it, with that one's dates told as they are.
fn before(source: &Source, at: usize, by_day: bool) -> Option<String> {
    let sentence = source.body.get(at)?;
    let before = source.body.get(at.checked_sub(1)?)?;
    let text = source.prose.at(sentence);
    let words = text.split_whitespace().take(POINTING);
    let mut words = words.map(|word| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    });
    // "지난해보다 21% 늘어난 규모다" does not say what is.
    let of_none = source.lang == Lang::Ko && !tells_of_one(text);
    let between = source.prose.at(&(before.end..sentence.start));
    let near = between.chars().all(char::is_whitespace) && between.matches('\n').count() < 2;
    let mut days = within(&source.dates, before).filter(|date| date.date.day.is_some());
    if by_day && days.next().is_none() {
        return None;
    }
    if !near || !(by_day || of_none || words.any(|word| points(&word) || word == "같은")) {
        return None;
    }
    let lead = dated(source, before);
    (width(&lead) + width(&source.at(sentence)) <= WIDEST).then_some(lead)
}

/// A sentence with its dates told as they are.
pub(super) fn dated(source: &Source, sentence: &Range<usize>) -> String {
    let mut told = changes(source, sentence, true);
    for change in &mut told {
        change.hidden = false;
    }
    with_gaps(source, sentence, &told)
}

/// What a sentence tells of is among so many first words: "In 2022 they went up".
const POINTING: usize = 3;

/// What is worth hiding in a sentence: figures, and dates that say themselves
/// when they are; and where it is to be `dated`, those too that are told by
/// their distance, of which the card says when they are, as it is read long
/// after the article.
fn changes(source: &Source, sentence: &Range<usize>, dated: bool) -> Vec<Change> {
    let dates = within(&source.dates, sentence).filter(|date| !date.doubtful);
    let plain = |span: &Range<usize>| Change {
        span: span.clone(),
        around: Default::default(),
        words: source.at(span),
        hidden: true,
    };
    let dates = dates.filter_map(|date| match date.reckoning {
        // A bare day is of any month.
        None if date.date.year.is_none() && date.date.month.is_none() => None,
        None => Some(plain(&date.span)),
        Some(_) if dated => distance::told(source, sentence, date),
        Some(_) => None,
    });
    let figures = figures::worth_asking(source, sentence).map(|found| plain(&found.span));
    let scores = score::scores(source.prose.at(sentence));
    let start = sentence.start;
    let scores = scores
        .iter()
        .map(|score| plain(&(start + score.start..start + score.end)));
    let mut changes: Vec<Change> = figures.chain(dates).chain(scores).collect();
    changes.retain(|change| !change.words.is_empty());
    changes.order_by_key(|change| (change.span.start, change.span.end));
    let (mut end, mut hidden) = (0, 0);
    changes.retain(|change| {
        let apart = change.span.start >= end;
        end = end.max(change.span.end);
        apart
    });
    for change in &mut changes {
        hidden += usize::from(change.hidden);
        change.hidden &= hidden <= MOST;
    }
    changes
}

/// The sentence with its gaps numbered; what is the same is hidden together.
fn with_gaps(source: &Source, sentence: &Range<usize>, changes: &[Change]) -> String {
    let mut text = String::new();
    let mut answers: Vec<&str> = Vec::new();
    let mut from = sentence.start;
    for change in changes {
        text.push_str(&piece(source, &(from..change.span.start)));
        let words = write::text(&change.words);
        text.push_str(&change.around.0);
        if change.hidden {
            let known = answers.iter().position(|known| *known == change.words);
            if known.is_none() {
                answers.push(&change.words);
            }
            let number = known.map_or(answers.len(), |at| at + 1);
            text.push_str(&format!("{{{{c{number}::{words}}}}}"));
        } else {
            text.push_str(&words);
        }
        text.push_str(&change.around.1);
        from = change.span.end;
    }
    text.push_str(&piece(source, &(from..sentence.end)));
    line(&text)
}

/// What stands between two gaps, blanks at its ends kept.
fn piece(source: &Source, span: &Range<usize>) -> String {
    let raw = source.prose.at(span);
    let words = source.at(span);
    let blank = |at: Option<char>| at.is_some_and(|c| c.is_whitespace() || c == '\u{2029}');
    let before = if blank(raw.chars().next()) { " " } else { "" };
    let behind = if blank(raw.chars().next_back()) {
        " "
    } else {
        ""
    };
    format!("{before}{}{behind}", write::text(&words))
}
