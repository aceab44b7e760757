//! The app and the cards that are set aside.

use super::App;
use crate::schedule::Act;
use crate::session::Move;
use crate::tui::aside::{Cursor, Row, View};
use crate::tui::keys::Command;
use crate::tui::theme::Role;
use crate::tui::world::World;

/// So many cards a page goes up or down.
const PAGE: usize = 10;

/// The screen of cards that are set aside, while it is up.
pub(super) struct Aside {
    pub(super) view: View,
    pub(super) cursor: Cursor,
}

impl<W: World> App<W> {
    /// Shows the cards that are set aside.
    pub(super) fn set_aside(&mut self) {
        match self.world.aside(self.manner.study_lang, (self.now)()) {
            Ok(view) => {
                self.aside = Some(Aside {
                    view,
                    cursor: Cursor::default(),
                });
            }
            Err(failure) => self.fail(&failure),
        }
    }

    /// The screen as it is now, if it is up.
    pub(super) fn refresh_aside(&mut self) {
        if self.aside.is_none() {
            return;
        }
        let view = self.world.aside(self.manner.study_lang, (self.now)());
        match (view, &mut self.aside) {
            (Ok(view), Some(aside)) => {
                aside.view = view;
                aside.cursor.keep(&aside.view);
            }
            (Err(failure), _) => self.fail(&failure),
            _ => {}
        }
    }

    pub(super) fn aside_command(&mut self, command: Command) {
        let say = self.say();
        let Some(aside) = &mut self.aside else { return };
        let row = aside.cursor.row(&aside.view).cloned();
        match (command, row) {
            (Command::Move(direction), _) => {
                aside.cursor.step(direction == Move::Down, 1, &aside.view);
            }
            (Command::Page(direction), _) => {
                aside
                    .cursor
                    .step(direction == Move::Down, PAGE, &aside.view);
            }
            (Command::GoTo(index), _) => {
                aside.cursor = Cursor(index);
                aside.cursor.keep(&aside.view);
            }
            (Command::Back, _) => {
                self.aside = None;
                self.refresh();
            }
            (Command::Accept, Some(row)) if row.held.is_out() => {
                self.record_all(&row, row.held.put_back(&row.card));
            }
            (Command::Accept, Some(_)) => {
                self.message = Some((say.not_out().to_owned(), Role::Plain));
            }
            (Command::Flag, Some(row)) if row.held.flag.is_some() => {
                let unflag = Act::Unflag {
                    card: row.card.clone(),
                };
                self.record_all(&row, vec![unflag]);
            }
            (Command::Flag, Some(_)) => {
                self.message = Some((say.not_flagged().to_owned(), Role::Plain));
            }
            (Command::Edit, Some(row)) => self.edit(&row.card),
            (Command::Undo, _) => {
                let card = self.undo();
                self.refresh();
                // What came back is what one looks for.
                if let Some(aside) = &mut self.aside {
                    let rows = &aside.view.rows;
                    let back = rows.iter().position(|row| Some(&row.card) == card.as_ref());
                    aside.cursor = back.map_or(aside.cursor, Cursor);
                }
            }
            _ => {}
        }
    }

    /// Writes down acts of a card, all or none; then the screen follows.
    fn record_all(&mut self, row: &Row, acts: Vec<Act>) {
        let written = self.world.record_all(acts, None, (self.now)());
        match &written {
            Ok(events) => {
                let said = events.iter().find_map(|event| self.said_of(&event.act));
                self.message = said.map(|said| (said, Role::Good));
            }
            Err(failure) => self.fail_to(self.say().not_saved(), failure),
        }
        self.refresh();
        // After a clock was set back what is done now lies before what was done
        // then, and does not hold.
        let rows = self.aside.iter().flat_map(|aside| &aside.view.rows);
        if written.is_ok() && rows.into_iter().any(|now| now == row) {
            self.message = Some((self.say().still_out().to_owned(), Role::Warn));
        }
    }
}
