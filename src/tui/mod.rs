//! Screens and widgets: what is on the terminal, and what keys and clicks mean.
//!
//! A screen is a pure function of a view (plain values), the theme, the
//! language and the room there is. Colours are in [`theme`], words in
//! [`strings`], keys in [`keys`], each in one place.

pub mod keys;
pub mod strings;
pub mod theme;
