//! The watch screen: a deck beside what is wrong in it, each card as it will
//! look, while its author writes it in an editor.
//!
//! [`files`] keeps what was read and checked, [`app`] what the author looks at,
//! [`view`] draws both, [`preview`](crate::tui::preview) a card with the study
//! screen's own code, [`picture`] what is no card.
//! [`folders`] tells when a file was saved, [`holder`] holds decks against articles.

mod app;
mod face;
mod files;
mod folders;
mod head;
mod holder;
mod list;
mod picture;
mod problems;
mod run;
#[cfg(test)]
mod tests;
mod view;

pub use app::{Author, Holder, Watch};
pub use run::watch;
