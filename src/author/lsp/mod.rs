//! The language server: what an editor is told of the decks that are open in
//! it. Messages go in and messages come out; reading them, and what there is
//! beside the open files, is left to whoever asks ([`Around`]).

mod act;
mod around;
mod complete;
mod define;
mod desk;
mod document;
mod file;
mod hover;
mod life;
mod mention;
mod offer;
mod position;
mod prose;
mod slot;
mod spot;
mod symbols;
mod view;

pub use around::{Around, Log, Standing};
pub use life::Server;
