//! Cards with gaps from the sentences that carry figures and dates.

use std::ops::Range;

use super::{Entry, Source, figures, line, write};
use crate::text::width;

/// A sentence wider than this is no card.
const WIDEST: usize = 280;
/// More gaps than this are no card either.
const MOST: usize = 6;

/// The cards of an article's sentences.
pub(super) fn cards(source: &Source) -> Vec<Entry> {
    let mut cards = Vec::new();
    for sentence in &source.body {
        let gaps = gaps(source, sentence);
        if gaps.is_empty() || width(&source.at(sentence)) > WIDEST {
            continue;
        }
        let text = with_gaps(source, sentence, &gaps);
        let number = source.prose.line_of(sentence.start);
        cards.push(Entry::Card(write::cloze(cards.len() + 1, &text, number)));
    }
    cards
}

/// What is worth hiding in a sentence: figures, and dates that say themselves
/// when they are.
fn gaps(source: &Source, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let dates = source.dates.iter().filter(|date| {
        date.span.start >= sentence.start
            && date.span.end <= sentence.end
            && date.reckoning.is_none()
            && !date.doubtful
    });
    let mut gaps: Vec<Range<usize>> = figures::worth_asking(source, sentence)
        .map(|found| found.span.clone())
        .chain(dates.map(|date| date.span.clone()))
        .filter(|span| !source.at(span).is_empty())
        .collect();
    gaps.sort_by_key(|span| (span.start, span.end));
    let mut end = 0;
    gaps.retain(|span| {
        let apart = span.start >= end;
        end = end.max(span.end);
        apart
    });
    gaps.truncate(MOST);
    gaps
}

/// The sentence with its gaps numbered; what is the same is hidden together.
fn with_gaps(source: &Source, sentence: &Range<usize>, gaps: &[Range<usize>]) -> String {
    let mut text = String::new();
    let mut answers: Vec<String> = Vec::new();
    let mut from = sentence.start;
    for gap in gaps {
        text.push_str(&piece(source, &(from..gap.start)));
        let answer = source.at(gap);
        let number = match answers.iter().position(|known| *known == answer) {
            Some(at) => at + 1,
            None => {
                answers.push(answer.clone());
                answers.len()
            }
        };
        text.push_str(&format!("{{{{c{number}::{}}}}}", write::text(&answer)));
        from = gap.end;
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
