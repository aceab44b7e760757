//! What lies over the watch screen, and has its keys meanwhile.

use super::Watch;
use crate::session::Move;
use crate::strings::Say;
use crate::tui::app::Next;
use crate::tui::help;
use crate::tui::keys::{Command, Context};
use crate::tui::palette::Palette;
use crate::tui::sheet;

/// What lies over the screen.
pub(super) enum Over {
    Help(u16),
    Palette(Palette),
}

impl Watch {
    /// A command while something lies over the screen.
    pub(super) fn over_command(&mut self, command: Command) -> Next {
        let rows = help::rows(Say(self.manner.lang), Context::Watch);
        match (&mut self.over, command) {
            (Some(Over::Help(scroll)), Command::Move(direction)) => {
                *scroll = sheet::step(*scroll, direction, rows);
            }
            (Some(Over::Palette(palette)), Command::Move(direction)) => {
                palette.step(direction == Move::Down);
            }
            (Some(Over::Palette(palette)), Command::Accept | Command::Pick(_)) => {
                if let Command::Pick(index) = command {
                    palette.cursor = index;
                }
                if let Some(chosen) = palette.chosen() {
                    self.over = None;
                    return self.command(chosen);
                }
            }
            (_, Command::Back | Command::Accept) => self.over = None,
            _ => {}
        }
        Next::Draw
    }
}
