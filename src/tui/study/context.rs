//! What surrounds a card: who says so, of when it was true, what changed, and
//! what the learner marked.

use crate::deck::{Card, Status, Task};
use crate::figure::Date;
use crate::schedule::{CardState, Day};
use crate::text::fold;
use crate::tui::canvas::columns;
use crate::tui::study::line::{Line, Span};
use crate::tui::study::page::{Page, written};
use crate::tui::theme::Role;

/// Which side of the card is up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The question: nothing may give the answer away.
    Question,
    /// The answer.
    Answer,
}

/// The line above the question: `CLAIM · Alexandr Wang`, the learner's flag,
/// the other language.
pub fn above(page: &mut Page, card: &Card, state: &CardState, peeking: bool, side: Side) {
    let say = page.say();
    let lang = page.lang();
    let dateline = &card.dateline;
    let mut marks = Vec::new();
    let by = dateline.by.as_ref().map(|by| by.get(lang).as_str());
    let by = by.filter(|by| side == Side::Answer || !gives_away(card, by));
    if let Some(status) = say.status(dateline.status, by) {
        marks.push((status, Role::Warn));
    }
    if let Some(why) = &state.flag {
        marks.push((format!("⚑ {why}").trim().to_owned(), Role::Warn));
    }
    if peeking {
        let text = if card.question.exactly(lang).is_some() {
            lang.name()
        } else {
            say.only_one_language()
        };
        marks.push((text.to_owned(), Role::Accent));
    }
    if marks.is_empty() {
        return;
    }
    let mut spans: Vec<Span> = Vec::new();
    for (text, role) in marks {
        if !spans.is_empty() {
            spans.push(Span::Text("   ".to_owned(), Role::Plain));
        }
        spans.push(Span::Text(text, role));
    }
    page.spans(spans);
}

/// What was learned and is no longer so.
pub fn correction(page: &mut Page, card: &Card, state: &CardState) {
    let Some((was, is)) = &state.corrected else {
        return;
    };
    let say = page.say();
    let on = card.dateline.as_of.map(|date| say.date(date));
    let text = say.corrected(was, is, on.as_deref());
    let lead = [Span::Text("↻ ".to_owned(), Role::Warn)];
    let text = crate::tui::study::page::typed(&text);
    page.hanging(&lead, &text, Role::Warn, &Line::default());
    page.air();
}

/// What was reported, where a computed figure says otherwise.
pub fn reported(page: &mut Page, card: &Card) {
    let Some((figure, note)) = card.dateline.reported.as_deref() else {
        return;
    };
    let say = page.say();
    let lang = page.lang();
    let computed = match &card.task {
        Task::Number { figure, .. } => Some(figure.format(lang)),
        Task::Compare { ratio, .. } => Some(ratio.format(lang)),
        _ => None,
    };
    // What was reported just so needs no telling.
    if note.is_none() && computed.as_deref() == Some(figure.format(lang).as_str()) {
        return;
    }
    let reported = say.reported(&figure.format(lang));
    let mut text: Vec<String> = computed.into_iter().chain([reported]).collect();
    let lead = text.pop().map_or(String::new(), |last| {
        text.push(last);
        text.join("; ")
    });
    page.air();
    page.labelled("≠", &written(&lead), Role::Warn);
    if let Some(note) = note {
        page.labelled("", &written(note.get(lang)), Role::Plain);
    }
}

/// The dateline: `IDC Korea · JoongAng Ilbo · as of 2025-02-09`.
pub fn below(page: &mut Page, card: &Card, today: Day, side: Side) {
    let say = page.say();
    let lang = page.lang();
    let dateline = &card.dateline;
    let mut parts: Vec<(String, Role)> = Vec::new();
    // Who claims it stands above; whose figure it is stands here.
    let by = dateline.by.as_ref().map(|by| by.get(lang).as_str());
    let by = by.filter(|by| {
        dateline.status == Status::Fact && (side == Side::Answer || !gives_away(card, by))
    });
    let source = dateline.publisher.as_ref().or(dateline.title.as_ref());
    let source = source.map(|source| source.get(lang).as_str());
    let source = source.filter(|source| side == Side::Answer || !gives_away(card, source));
    for name in by.into_iter().chain(source) {
        parts.push((name.to_owned(), Role::Dim));
    }
    if let Some(date) = dateline.as_of {
        parts.push((say.as_of(&say.date(date)), Role::Dim));
    }
    let stale = dateline
        .stale_after
        .filter(|after| has_passed(*after, today));
    if let Some(after) = stale {
        parts.push((say.stale_since(&say.date(after)), Role::Warn));
    }
    if parts.is_empty() {
        return;
    }
    page.air();
    // Right-aligned, part below part where they don't fit beside each other.
    let mut rows: Vec<Vec<(String, Role)>> = vec![Vec::new()];
    let mut taken: u16 = 0;
    for (text, role) in parts {
        let more = columns(&text) + 3;
        if taken > 0 && taken.saturating_add(more) > page.width() {
            rows.push(Vec::new());
            taken = 0;
        }
        taken = taken.saturating_add(more);
        if let Some(row) = rows.last_mut() {
            row.push((text, role));
        }
    }
    for row in rows {
        let mut spans: Vec<Span> = Vec::new();
        let mut taken: u16 = 0;
        for (text, role) in row {
            if !spans.is_empty() {
                spans.push(Span::Text(" · ".to_owned(), Role::Dim));
                taken = taken.saturating_add(3);
            }
            taken = taken.saturating_add(columns(&text));
            spans.push(Span::Text(text, role));
        }
        let line = Line {
            indent: page.width().saturating_sub(taken),
            spans,
            ..Line::default()
        };
        match side {
            Side::Question => page.aside(line),
            Side::Answer => page.line(line),
        }
    }
}

/// Whether a name is in what is asked for.
fn gives_away(card: &Card, name: &str) -> bool {
    let name = fold(name);
    !name.is_empty()
        && card
            .answer
            .iter()
            .any(|(_, answer)| fold(answer).contains(&name) || name.contains(&fold(answer)))
}

/// Whether the whole of a date lies before `today`.
fn has_passed(date: Date, today: Day) -> bool {
    let today = today.date();
    date.ended_before(Date {
        year: Some(today.year()),
        month: Some(today.month()),
        day: Some(today.day()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_passed_when_the_whole_of_it_has() {
        let today = Day::of(jiff::civil::date(2025, 3, 10));
        let cases = [
            ((Some(2025), Some(3), Some(9)), true),
            ((Some(2025), Some(3), Some(10)), false),
            ((Some(2025), Some(2), None), true),
            ((Some(2025), Some(3), None), false),
            ((Some(2024), None, None), true),
            ((Some(2025), None, None), false),
            // Of a year that is not said it is this one.
            ((None, Some(1), Some(1)), true),
        ];
        for ((year, month, day), expected) in cases {
            let date = Date { year, month, day };
            assert_eq!(has_passed(date, today), expected, "{date:?}");
        }
    }

    #[test]
    fn names_that_give_the_answer_away() {
        let cards = crate::session::testing::cards();
        let cases = [
            ("text", "Phoenix", true),
            ("text", "the Phoenix council", true),
            ("text", "피닉스 시", true),
            ("text", "The Daily", false),
            ("text", "", false),
        ];
        for (card, name, expected) in cases {
            let given_away = cards.get(card).map(|card| gives_away(card, name));
            assert_eq!(given_away, Some(expected), "{name}");
        }
    }
}
