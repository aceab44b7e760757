//! A text with gaps: hidden, being typed in, or filled.

use crate::answer::Verdict;
use crate::deck::Gap;
use crate::text::markdown::{Piece, Style, wrap_pieces};
use crate::text::width;
use crate::tui::canvas::columns;
use crate::tui::study::line::{Line, Span};
use crate::tui::study::page::Page;
use crate::tui::study::typed;
use crate::tui::theme::Role;

/// Columns that the field in a gap has at least: what is missing is not told
/// by how long it is.
const ROOM: u16 = 12;
/// What keeps the place of the field while the text is wrapped.
const PLACE: char = '▁';

/// The text with its gaps hidden.
pub fn hidden(page: &mut Page, cloze: &[Gap]) {
    let texts: Vec<String> = cloze.iter().map(closed).collect();
    let pieces: Vec<Piece> = cloze
        .iter()
        .zip(&texts)
        .map(|(gap, text)| match gap {
            Gap::Text(text) => Piece::Markdown(text),
            Gap::Hidden { .. } => Piece::Literal(text, Style::Gap),
        })
        .collect();
    page.pieces(&pieces, Role::Plain);
}

/// The text with its gaps filled.
pub fn filled(page: &mut Page, cloze: &[Gap]) {
    let pieces: Vec<Piece> = cloze
        .iter()
        .map(|gap| match gap {
            Gap::Text(text) => Piece::Markdown(text),
            Gap::Hidden { answer, .. } => Piece::Literal(answer, Style::Filled),
        })
        .collect();
    page.pieces(&pieces, Role::Plain);
}

/// The text with the field in the gap that is being typed, or below it where
/// the column is too narrow.
pub fn typing(page: &mut Page, cloze: &[Gap], fields: &[String], at: usize) {
    let typed = fields.get(at).map_or(0, |field| width(field));
    let room = u16::try_from(typed)
        .unwrap_or(u16::MAX)
        .saturating_add(1)
        .max(ROOM);
    let inside = page.width() >= 40 && room.saturating_add(2) <= page.width();
    let place = if inside {
        PLACE.to_string().repeat(usize::from(room) + 2)
    } else {
        "[▏]".to_owned()
    };
    let mut index = 0;
    let texts: Vec<String> = cloze
        .iter()
        .map(|gap| {
            let Gap::Hidden { .. } = gap else {
                return String::new();
            };
            let held = fields.get(index).filter(|held| !held.trim().is_empty());
            let text = match held {
                _ if index == at => place.clone(),
                Some(held) => format!("[{}]", held.trim()),
                None => closed(gap),
            };
            index += 1;
            text
        })
        .collect();
    let pieces: Vec<Piece> = cloze
        .iter()
        .zip(&texts)
        .map(|(gap, text)| match gap {
            Gap::Text(text) => Piece::Markdown(text),
            Gap::Hidden { .. } => Piece::Literal(text, Style::Gap),
        })
        .collect();
    let mut placed = false;
    for runs in wrap_pieces(&pieces, usize::from(page.width())) {
        let mut spans = Vec::new();
        for run in runs {
            let places = run.style == Style::Gap && run.text.chars().all(|c| c == PLACE);
            if places && !placed {
                placed = true;
                spans.push(Span::Text("[".to_owned(), Role::Accent));
                spans.push(Span::Field(columns(&run.text).saturating_sub(2)));
                spans.push(Span::Text("]".to_owned(), Role::Accent));
            } else {
                spans.push(Span::Run(run, Role::Plain));
            }
        }
        page.spans(spans);
    }
    let several = fields.len() > 1;
    let hint = cloze
        .iter()
        .filter_map(|gap| match gap {
            Gap::Hidden { hint, .. } => Some(hint.as_deref()),
            Gap::Text(_) => None,
        })
        .nth(at)
        .flatten();
    if several || hint.is_some() {
        let of = several.then(|| page.say().of(at + 1, fields.len()));
        let words: Vec<String> = of.into_iter().chain(hint.map(str::to_owned)).collect();
        page.air();
        page.aside(Line {
            spans: vec![Span::Text(words.join(" · "), Role::Dim)],
            ..Line::default()
        });
    }
    if !placed {
        page.air();
        typed::field(page);
    } else if !several {
        page.air();
        typed::empty(page, typed == 0);
    }
}

/// The verdict on typed gaps, gap by gap where there are several.
pub fn answer(page: &mut Page, cloze: &[Gap], verdict: &Verdict, given: &[String]) {
    filled(page, cloze);
    page.air();
    let answers: Vec<&str> = cloze
        .iter()
        .filter_map(|gap| match gap {
            Gap::Hidden { answer, .. } => Some(answer.as_str()),
            Gap::Text(_) => None,
        })
        .collect();
    if let [right] = answers.as_slice() {
        let given = given.first().map(String::as_str).unwrap_or_default();
        return typed::answer(page, verdict, given, right, typed::Manner::Text);
    }
    for (index, right) in answers.iter().enumerate() {
        let is_right = verdict.parts.get(index).copied().unwrap_or(false);
        let (mark, role) = if is_right {
            ("✓", Role::Good)
        } else {
            ("✗", Role::Bad)
        };
        let mut spans = vec![Span::Text(format!("{mark} "), role)];
        spans.push(Span::Text((*right).to_owned(), Role::Title));
        if !is_right {
            let given = given.get(index).map(|given| given.trim());
            let given = given.filter(|given| !given.is_empty()).unwrap_or("–");
            let you = page.say().you();
            spans.push(Span::Text(format!("   {you} "), Role::Dim));
            spans.push(Span::Text(given.to_owned(), Role::Bad));
        }
        page.spans(spans);
    }
    let (judged, role) = typed::judged(page, verdict);
    page.spans(vec![Span::Text(judged, role)]);
}

fn closed(gap: &Gap) -> String {
    match gap {
        Gap::Hidden {
            hint: Some(hint), ..
        } => format!("[{hint}]"),
        _ => "[…]".to_owned(),
    }
}
