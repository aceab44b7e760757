//! The line above: which deck, which card, how much is wrong.

use ratatui::layout::Rect;

use crate::strings::Say;
use crate::text::safe_line;
use crate::tui::canvas::Canvas;
use crate::tui::theme::Role;
use crate::tui::watch::files::{File, Truth};
use crate::tui::watch::list;
use crate::tui::watch::view::View;

/// Draws it.
pub fn draw(canvas: &mut Canvas, row: Rect, view: &View, wide: bool) {
    let Some(file) = view.file else { return };
    let say = canvas.say();
    let mut right = row.right();
    for (text, role) in told(say, file, wide).iter().rev() {
        let room = right.saturating_sub(row.x);
        let taken = canvas.text_right(right, row.y, room, text, *role);
        right = right.saturating_sub(taken + 2);
    }
    let (at, all) = view.at;
    if wide && all > 1 {
        let text = format!("{} / {all}", at + 1);
        let room = right.saturating_sub(row.x);
        let taken = canvas.text_right(right, row.y, room, &text, Role::Plain);
        right = right.saturating_sub(taken + 2);
    }
    let room = right.saturating_sub(row.x);
    let name = file.path.file_name().unwrap_or(file.path.as_os_str());
    let name = name.to_string_lossy();
    let entry = view.entry.and_then(|at| Some((at, file.entries.get(at)?)));
    // Where there is no list the card is named here.
    if let (false, Some((at, entry))) = (wide, entry) {
        let (mark, role) = list::mark(entry);
        let far = format!("{}/{} ", at + 1, file.entries.len());
        let (name, part) = file.name(entry, view.lang);
        let id = format!("{name}{part}");
        canvas.pieces(
            row.x,
            row.y,
            room,
            &[
                (mark, role),
                (" ", role),
                (&far, Role::Dim),
                (&id, Role::Title),
            ],
        );
        return;
    }
    let title = file
        .title
        .as_ref()
        .map(|title| title.get(view.lang).as_str());
    let dot = if title.is_some() { "  " } else { "" };
    canvas.pieces(
        row.x,
        row.y,
        room,
        &[
            (title.unwrap_or_default(), Role::Title),
            (dot, Role::Dim),
            (&name, Role::Dim),
        ],
    );
}

/// How much is wrong.
fn told(say: Say, file: &File, wide: bool) -> Vec<(String, Role)> {
    let (errors, warnings) = file.counts();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let mut told = Vec::new();
    match &file.truth {
        Truth::Unasked => {}
        Truth::Found(found, all) if wide => told.push((say.found_of(*found, *all), Role::Dim)),
        Truth::Found(found, all) => told.push((format!("{found}/{all}"), Role::Dim)),
        Truth::Unclear(sources) if wide => {
            told.push((say.which_source(&safe_line(sources)), Role::Warn));
        }
        Truth::Unclear(_) => told.push(("?".to_owned(), Role::Warn)),
    }
    let truths = told.len();
    if errors > 0 {
        let text = say.count_errors(count(errors));
        let short = format!("✗{errors}");
        told.push((if wide { format!("✗ {text}") } else { short }, Role::Bad));
    }
    if warnings > 0 {
        let text = say.count_warnings(count(warnings));
        let short = format!("!{warnings}");
        told.push((if wide { format!("! {text}") } else { short }, Role::Warn));
    }
    if told.len() == truths {
        let text = say.nothing_wrong();
        let text = if wide {
            format!("✓ {text}")
        } else {
            "✓".to_owned()
        };
        told.push((text, Role::Good));
    }
    told
}
