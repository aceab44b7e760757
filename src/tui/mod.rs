//! Screens and widgets: what is on the terminal, and what keys and clicks mean.
//!
//! A screen is a pure function of a view (plain values) that draws on a
//! [`canvas::Canvas`], which has the theme, the language and the room there
//! is. Looks are in [`theme`], words in [`crate::strings`], keys in [`keys`], each in
//! one place. [`app`] is the program without its terminal; [`run`] gives it
//! one.

pub mod app;
pub mod aside;
pub mod browser;
pub mod canvas;
pub mod chart;
pub mod editor;
pub mod end;
pub mod events;
pub mod field;
pub mod form;
pub mod help;
pub mod hints;
pub mod home;
pub mod info;
pub mod keys;
pub mod list;
pub mod others;
pub mod palette;
pub mod preview;
pub mod prompt;
pub mod quiz;
mod run;
pub mod search;
pub mod sheet;
pub mod study;
pub mod terminal;
#[cfg(test)]
pub(crate) mod testing;
pub mod theme;
mod views;
pub mod watch;
pub mod world;

pub use app::{Manner, Start, Wanted};
pub use run::{TuiError, run};
pub use world::World;
