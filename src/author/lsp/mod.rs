//! The language server.

mod position;
mod spot;
