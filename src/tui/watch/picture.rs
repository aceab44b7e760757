//! What is shown in a card's place where there is none: a fact that cards use,
//! and what is wrong with an entry that was never whole.

use ratatui::layout::Rect;

use crate::deck::{Diagnostic, Fact};
use crate::strings::Say;
use crate::text::markdown::{Piece, Style, wrap_pieces};
use crate::text::{Lang, Localized, safe_line};
use crate::tui::canvas::Canvas;
use crate::tui::theme::Role;
use crate::tui::watch::list::severity;
use crate::tui::watch::problems::{help, message};

/// Columns beside the text.
const BESIDE: u16 = 2;

/// A text, how far it is moved in, and what it looks like; without a text, a
/// blank row.
type Row = (u16, String, Role);

/// A fact: what it is called and how its figure is written, in each language
/// that it is in, or else its deck, of which this is the title; `line` where no frame says on which it stands.
pub fn fact(say: Say, fact: &Fact, title: Option<&Localized>, line: Option<usize>) -> Vec<Row> {
    let line = line.map_or(String::new(), |line| format!(" · {}", say.line(line)));
    let name = safe_line(&fact.id);
    let mut rows = vec![(0, format!("{name}{line}"), Role::Accent), blank()];
    let mut said = Vec::new();
    let of = fact.label.as_ref().or(title);
    let is_in = |lang: &Lang| of.is_none_or(|of| of.exactly(*lang).is_some());
    for lang in Lang::ALL.into_iter().filter(is_in) {
        let label = fact.label.as_ref().map(|label| label.get(lang).as_str());
        let of_lang = (label, fact.figure.format(lang));
        // Where both languages say the same, once is enough.
        if !said.contains(&of_lang) {
            said.push(of_lang);
        }
    }
    for (label, figure) in said {
        if let Some(label) = label {
            rows.push((0, safe_line(label), Role::Plain));
        }
        rows.push((0, safe_line(&figure), Role::Title));
        rows.push(blank());
    }
    if let Some(formula) = &fact.formula {
        let names = formula.names();
        if !names.is_empty() {
            rows.push((
                0,
                say.computed_from(&safe_line(&names.join(", "))),
                Role::Dim,
            ));
        }
    }
    let dateline = &fact.dateline;
    let by = dateline.by.as_ref().map(|by| by.get(say.0).as_str());
    if let Some(status) = say.status(dateline.status, by) {
        rows.push((0, safe_line(&status), Role::Warn));
    }
    let day = dateline.as_of.map(|date| date.format(say.0));
    let title = dateline.title.as_ref();
    let title = title.map(|title| title.get(say.0).clone());
    let said: Vec<String> = [day, title].into_iter().flatten().collect();
    if !said.is_empty() {
        rows.push((0, safe_line(&said.join(" · ")), Role::Dim));
    }
    rows
}

/// What keeps an entry from being whole, and what to do.
pub fn broken(say: Say, blame: &[&Diagnostic]) -> Vec<Row> {
    let mut rows = Vec::new();
    for problem in blame {
        if !rows.is_empty() {
            rows.push(blank());
        }
        let (mark, role) = severity(problem.severity);
        let place = problem.place;
        let text = format!("{mark} {}:{} [{}]", place.line, place.column, problem.code);
        rows.push((0, text, role));
        rows.push((BESIDE, message(say, problem).to_owned(), Role::Plain));
        if let Some(help) = help(say, problem) {
            rows.push((BESIDE, help.to_owned(), Role::Dim));
        }
    }
    rows
}

fn blank() -> Row {
    (0, String::new(), Role::Plain)
}

/// Draws rows, folded where they are too long, as many as there is room for.
pub fn draw(canvas: &mut Canvas, area: Rect, rows: &[Row]) {
    let beside = if area.width > 30 { BESIDE } else { 0 };
    // A blank row above where that hides nothing.
    let width = area.width.saturating_sub(2 * beside);
    let mut folded = Vec::new();
    for (indent, text, role) in rows {
        let room = usize::from(width.saturating_sub(*indent)).max(1);
        let lines = wrap_pieces(&[Piece::Literal(text, Style::Plain)], room);
        if lines.is_empty() {
            folded.push((*indent, Vec::new(), *role));
        }
        folded.extend(lines.into_iter().map(|line| (*indent, line, *role)));
    }
    while folded.last().is_some_and(|(_, line, _)| line.is_empty()) {
        folded.pop();
    }
    let above = u16::from(folded.len() < usize::from(area.height));
    for ((indent, line, role), y) in folded.into_iter().zip(area.top() + above..area.bottom()) {
        let mut x = area.x.saturating_add(beside + indent);
        for run in line {
            let room = area.right().saturating_sub(x);
            x = x.saturating_add(canvas.text(x, y, room, &run.text, role));
        }
    }
}
