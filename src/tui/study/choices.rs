//! Choices: picked by number or arrow; at the answer each line is marked.

use crate::text::Localized;
use crate::tui::keys::Command;
use crate::tui::study::line::{Line, Span};
use crate::tui::study::page::{Page, written};
use crate::tui::theme::Role;

/// The number key of a line, as it stands before it; blank beyond 9.
pub fn number(index: usize) -> String {
    if index < 9 {
        format!("{}  ", index + 1)
    } else {
        "   ".to_owned()
    }
}

/// The mark of the line that the cursor is on.
pub fn cursor(here: bool) -> Span {
    Span::Cursor(here)
}

/// The lines to pick from, with boxes where several are right.
pub fn question(
    page: &mut Page,
    choices: &[Localized],
    shown: &[usize],
    cursor_at: usize,
    ticked: &[bool],
    several: bool,
) {
    for (index, choice) in shown.iter().enumerate() {
        let Some(choice) = choices.get(*choice) else {
            continue;
        };
        let here = index == cursor_at;
        let mut lead = vec![cursor(here), Span::Text(number(index), Role::Key)];
        if several {
            let ticked = ticked.get(index).copied().unwrap_or(false);
            let (tick, role) = tick(ticked);
            lead.push(Span::Text(tick.to_owned(), role));
        }
        let like = Line {
            click: Some(Command::Pick(index)),
            selected: here,
            ..Line::default()
        };
        let lang = page.lang();
        page.hanging(&lead, &written(choice.get(lang)), Role::Plain, &like);
    }
}

fn tick(ticked: bool) -> (&'static str, Role) {
    if ticked {
        ("[x] ", Role::Accent)
    } else {
        ("[ ] ", Role::Dim)
    }
}

/// The lines as they stood, each marked right, wrong, and whether it was picked.
pub fn answer(
    page: &mut Page,
    choices: &[Localized],
    shown: &[usize],
    right: &[usize],
    picked: &[usize],
    several: bool,
) {
    let say = page.say();
    for choice in shown {
        let Some(text) = choices.get(*choice) else {
            continue;
        };
        let (is_right, mine) = (right.contains(choice), picked.contains(choice));
        let (mark, role) = match (is_right, mine) {
            (true, _) => ("✓ ", Role::Good),
            (false, true) => ("✗ ", Role::Bad),
            (false, false) => ("  ", Role::Plain),
        };
        let mut lead = vec![Span::Text(mark.to_owned(), role)];
        if several {
            let (tick, role) = tick(mine);
            lead.push(Span::Text(tick.to_owned(), role));
        }
        let word = match (is_right, mine) {
            (_, true) => Some((say.you().to_owned(), role)),
            (true, false) if !picked.is_empty() && several => {
                Some((say.missing().to_owned(), Role::Warn))
            }
            _ => None,
        };
        let role = match (is_right, mine) {
            (true, _) => Role::Title,
            (false, true) => Role::Plain,
            (false, false) => Role::Dim,
        };
        page.item(lead, text.get(page.lang()), role, word);
    }
}
