//! What is typed: the field, and at the answer what was typed above what is
//! right, with a line of marks where they differ.

use unicode_segmentation::UnicodeSegmentation;

use crate::answer::{Outcome, Reason, Verdict, difference};
use crate::text::{safe_line, width};
use crate::tui::canvas::columns;
use crate::tui::study::line::{Line, Span, pad};
use crate::tui::study::page::{Page, typed, written};
use crate::tui::theme::Role;

/// The field on a row of its own.
pub fn field(page: &mut Page) {
    let bar = "▏ ";
    let room = page.width().saturating_sub(columns(bar)).max(1);
    page.spans(vec![
        Span::Text(bar.to_owned(), Role::Accent),
        Span::Field(room),
    ]);
}

/// What enter means while the field is empty; its row stays when it is not, so
/// that nothing moves while one types.
pub fn empty(page: &mut Page, is_empty: bool) {
    let text = if is_empty {
        page.say().empty_is_dont_know()
    } else {
        ""
    };
    page.aside(Line {
        indent: 2,
        spans: vec![Span::Text(text.to_owned(), Role::Dim)],
        ..Line::default()
    });
}

/// The mark of an outcome, and its role.
pub fn mark(outcome: Outcome) -> (&'static str, Role) {
    match outcome {
        Outcome::Correct => ("✓", Role::Good),
        Outcome::Close => ("≈", Role::Warn),
        Outcome::Wrong => ("✗", Role::Bad),
    }
}

/// `✗ the scale: ten times too large`
pub fn judged(page: &Page, verdict: &Verdict) -> (String, Role) {
    let reason = page.say().reason(verdict);
    if reason.is_empty() {
        return marked_outcome(page, verdict);
    }
    let (mark, role) = mark(verdict.outcome);
    (format!("{mark} {reason}"), role)
}

/// `✗ wrong`
pub fn marked_outcome(page: &Page, verdict: &Verdict) -> (String, Role) {
    let (mark, role) = mark(verdict.outcome);
    (
        format!("{mark} {}", page.say().outcome(verdict.outcome)),
        role,
    )
}

/// How what was typed stands above what is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// What differs is marked.
    Text,
    /// And figures stand digit below digit.
    Figure,
    /// Nothing is marked.
    Plain,
}

/// The verdict on what was typed: `you` above `right`.
pub fn answer(page: &mut Page, verdict: &Verdict, given: &str, right: &str, manner: Manner) {
    let (judged, role) = judged(page, verdict);
    let say = page.say();
    // There is nothing to hold against it: it was this, or nothing was said.
    if matches!(verdict.reason, Reason::Exact | Reason::Nothing) || given.trim().is_empty() {
        let like = Line {
            right: Some((judged, role)),
            ..Line::default()
        };
        let lead = label(page, say.right_answer());
        return page.hanging(&[lead], &written(right), Role::Title, &like);
    }
    let given = safe_line(given.trim());
    let (you_runs, right_runs) = match manner {
        Manner::Plain => (None, None),
        Manner::Text => marked(&given, right, verdict),
        // Of figures in words or in other units each has its own digits.
        Manner::Figure => match (digits(&given), digits(right)) {
            (Some(given), Some(right)) => marked(given, right, verdict),
            _ => (None, None),
        },
    };
    let taken = page.label_width();
    let room = page.width().saturating_sub(taken);
    let fits = width(&given).max(width(right)) <= usize::from(room) && !right.contains('\n');
    // Figures of one spelling stand digit below digit, as far as it goes.
    let alike = digits(&given).is_some() == digits(right).is_some();
    let lined_up = manner == Manner::Figure && alike && ones(&given) > 0 && ones(right) > 0;
    let blanks = |text: &str| {
        let furthest = ones(&given).max(ones(right));
        let blanks = furthest - ones(text);
        let fits = width(&given).max(width(right)) + blanks <= usize::from(room);
        " ".repeat(if lined_up && fits { blanks } else { 0 })
    };
    let you_blanks = blanks(&given);
    let right_blanks = blanks(right);
    let beside = columns(&judged) + 3 + columns(&given) + columns(&you_blanks) <= room;
    let like = Line {
        right: beside.then(|| (judged.clone(), role)),
        ..Line::default()
    };
    let you = label(page, say.you());
    let lead = [you, Span::Text(you_blanks.clone(), Role::Plain)];
    page.hanging(&lead, &typed(&given), role, &like);
    if fits && let Some(runs) = &you_runs {
        marks(page, taken, &you_blanks, runs, role);
    }
    if !beside {
        page.line(Line {
            indent: taken,
            spans: vec![Span::Text(judged, role)],
            ..Line::default()
        });
    }
    let lead = [
        label(page, say.right_answer()),
        Span::Text(right_blanks.clone(), Role::Plain),
    ];
    page.hanging(&lead, &written(right), Role::Title, &Line::default());
    if fits && let Some(runs) = &right_runs {
        marks(page, taken, &right_blanks, runs, Role::Good);
    }
}

fn label(page: &Page, label: &str) -> Span {
    Span::Text(pad(label, page.label_width()), Role::Dim)
}

fn marks(page: &mut Page, indent: u16, blanks: &str, runs: &[(String, bool)], role: Role) {
    let marks = underline(runs);
    if marks.is_empty() {
        return;
    }
    page.line(Line {
        indent,
        spans: vec![Span::Text(format!("{blanks}{marks}"), role)],
        ..Line::default()
    });
}

type Runs = Option<Vec<(String, bool)>>;

/// What differs in either. Nothing where marks say nothing: the answer is of
/// another kind or wholly another, or differs in its form only.
fn marked(given: &str, right: &str, verdict: &Verdict) -> (Runs, Runs) {
    let plain = !right.contains(['*', '`', '\\']);
    let slip = matches!(verdict.reason, Reason::Typo | Reason::Particle);
    if verdict.outcome == Outcome::Correct && !slip || verdict.reason == Reason::Nothing || !plain {
        return (None, None);
    }
    let (you, right) = difference(given, right);
    let count = |runs: &[(String, bool)], marked: bool| -> usize {
        let runs = runs.iter().filter(|(_, is)| *is == marked);
        runs.map(|(text, _)| width(text)).sum()
    };
    if count(&you, false) < count(&you, true) || count(&right, false) < count(&right, true) {
        return (None, None);
    }
    (Some(you), Some(right))
}

/// What of a figure is digits, with the sign before them; nothing if there are
/// words among them (`38만 2100`).
fn digits(text: &str) -> Option<&str> {
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let digits = text.get(..end)?;
    let only = digits
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '$' | '€' | '₩' | '£' | '¥'));
    only.then_some(digits)
}

/// Columns up to the end of a figure's ones: its point, or its last digit.
fn ones(text: &str) -> usize {
    let last = text
        .rfind(|c: char| c.is_ascii_digit())
        .map_or(0, |at| at + 1);
    let point = text
        .char_indices()
        .zip(text.chars().skip(1))
        .find_map(|((at, c), next)| (c == '.' && next.is_ascii_digit()).then_some(at));
    text.get(..point.unwrap_or(last)).map_or(0, width)
}

/// A line of marks that stands under a text of runs, below those that are marked.
fn underline(runs: &[(String, bool)]) -> String {
    let mut marks = String::new();
    for (text, marked) in runs {
        for grapheme in safe_line(text).graphemes(true) {
            let mark = if *marked { "^" } else { " " };
            marks.push_str(&mark.repeat(width(grapheme)));
        }
    }
    marks.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_figures() {
        // A figure, its digits, columns up to the end of its ones.
        let cases = [
            ("38,210", Some("38,210"), 6),
            ("38,210 applications", Some("38,210"), 6),
            ("6.09×", Some("6.09"), 1),
            ("$5.576 million", Some("$5.576"), 2),
            ("-3%", Some("-3"), 2),
            ("38만 2100", None, 9),
            ("3만 8,210건", None, 9),
            ("1/18", None, 4),
            ("lots", None, 0),
            ("", None, 0),
        ];
        for (text, only, columns) in cases {
            assert_eq!((digits(text), ones(text)), (only, columns), "{text}");
        }
    }
}
