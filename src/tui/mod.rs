//! Screens and widgets: what is on the terminal, and what keys and clicks mean.
//!
//! A screen is a pure function of a view (plain values) that draws on a
//! [`canvas::Canvas`], which has the theme, the language and the room there
//! is. Looks are in [`theme`], words in [`strings`], keys in [`keys`], each in
//! one place.

pub mod canvas;
pub mod chart;
pub mod end;
pub mod field;
pub mod help;
pub mod hints;
pub mod home;
pub mod info;
pub mod keys;
pub mod palette;
pub mod prompt;
pub mod sheet;
pub mod strings;
pub mod study;
#[cfg(test)]
pub(crate) mod testing;
pub mod theme;
