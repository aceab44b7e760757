//! Text as people read it: in two languages, in columns of a terminal, and
//! never as raw bytes from a stranger.

mod lang;
pub mod markdown;
mod normal;
mod safe;
mod width;

pub use lang::{Lang, Localized, UnknownLang};
pub use normal::{fold, nfc};
pub use safe::{safe, safe_line};
pub use width::{truncate, width};
