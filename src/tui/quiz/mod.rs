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
