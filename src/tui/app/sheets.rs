//! What lies over a screen: help, card info, a line that is asked for, the
//! palette; and messages.

use std::cell::Cell;

use super::{App, Next};
use crate::session::{Input, Move};
use crate::text::markdown::{Piece, Style, wrap_pieces};
use crate::tui::canvas::{Canvas, margin};
use crate::tui::field::Field;
use crate::tui::keys::Command;
use crate::tui::palette::Palette;
use crate::tui::study::LookedUp;
use crate::tui::theme::Role;
use crate::tui::world::World;
use crate::tui::{help, info, sheet};
use ratatui::layout::Rect;

/// So many rows a page of the card info goes up or down.
const PAGE: u16 = 5;

/// What lies over a screen.
pub(super) enum Sheet {
    Help { scroll: u16 },
    Info(Box<Info>),
    Flag { field: Field, flagged: bool },
    Export { field: Field },
    Palette(Palette),
}

/// The card info, while it is up.
pub(super) struct Info {
    pub(super) view: info::View,
    /// The card itself, where it is not on the screen below.
    pub(super) looked_up: Option<LookedUp>,
    pub(super) scroll: u16,
    /// How far it can be scrolled, as it was drawn last.
    pub(super) most: Cell<u16>,
}

impl Sheet {
    /// The card info, from its first row on.
    pub(super) fn info(view: info::View, looked_up: Option<LookedUp>) -> Sheet {
        Sheet::Info(Box::new(Info {
            view,
            looked_up,
            scroll: 0,
            most: Cell::default(),
        }))
    }
}

impl Info {
    fn scroll(&mut self, direction: Move, rows: u16) {
        self.scroll = match direction {
            Move::Up => self.scroll.saturating_sub(rows),
            _ => self.scroll.saturating_add(rows).min(self.most.get()),
        };
    }
}

impl<W: World> App<W> {
    /// A command while a sheet lies over the screen.
    pub(super) fn sheet_command(&mut self, command: Command) -> Next {
        let say = self.say();
        let rows = help::rows(say, self.screen());
        match (&mut self.sheet, command) {
            (Some(Sheet::Help { scroll }), Command::Move(direction)) => {
                *scroll = sheet::step(*scroll, direction, rows);
            }
            (Some(Sheet::Info(info)), Command::Move(direction)) => info.scroll(direction, 1),
            (Some(Sheet::Info(info)), Command::Page(direction)) => info.scroll(direction, PAGE),
            (Some(Sheet::Palette(palette)), Command::Move(direction)) => {
                palette.step(direction == Move::Down);
            }
            (Some(Sheet::Palette(palette)), Command::Accept | Command::Pick(_)) => {
                if let Command::Pick(index) = command {
                    palette.cursor = index;
                }
                if let Some(chosen) = palette.chosen() {
                    self.sheet = None;
                    return self.command(chosen);
                }
            }
            (Some(Sheet::Flag { field, .. }), Command::Accept) => {
                let why = field.text().to_owned();
                self.sheet = None;
                self.input(Input::Flag(why));
            }
            (Some(Sheet::Export { field }), Command::Accept) => {
                let file = field.text().trim().to_owned();
                self.sheet = None;
                if !file.is_empty() {
                    self.export_quiz(&file);
                }
            }
            (Some(Sheet::Info(info)), Command::Edit) => {
                let card = info.view.card.clone();
                self.sheet = None;
                if let Some(card) = card {
                    self.edit(&card);
                }
                if self.edit.is_some() {
                    return Next::Edit;
                }
            }
            (_, Command::Back | Command::Accept) => self.sheet = None,
            _ => {}
        }
        Next::Draw
    }
}

/// A message takes the place of the hint line, and the rows above it if it is
/// long, until the next key.
pub(in crate::tui) fn message(canvas: &mut Canvas, text: &str, role: Role) {
    let all = canvas.area();
    let margin = margin(all.width);
    let width = all.width.saturating_sub(2 * margin);
    // As it stands, not as Markdown: a path has underscores and stars.
    let lines = wrap_pieces(&[Piece::Literal(text, Style::Plain)], usize::from(width));
    let rows = u16::try_from(lines.len())
        .unwrap_or(u16::MAX)
        .min(all.height)
        .min(4);
    let area = Rect {
        y: all.height - rows,
        height: rows,
        ..all
    };
    canvas.blank(area);
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        canvas.runs(margin, y, width, line, role);
    }
}
