//! The screens around a quiz: what it is to be, the offer to go on with one
//! that was left, and what it came to. Its questions are on the screen of
//! [`crate::tui::study`], as a card's are.

pub mod end;
pub mod offer;
pub mod setup;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use ratatui::layout::Rect;

use crate::tui::canvas::margin;

/// The room between the margins of a screen, at most `widest` columns.
fn inner(area: Rect, widest: u16) -> Rect {
    let margin = margin(area.width);
    let width = area.width.saturating_sub(2 * margin).min(widest);
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}
