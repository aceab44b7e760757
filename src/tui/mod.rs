//! Screens and widgets.
