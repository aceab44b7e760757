//! Text as people read it: in two languages, in columns of a terminal, and
//! never as raw bytes from a stranger.

mod distance;
mod keyboard;
mod lang;
pub mod markdown;
mod message;
mod normal;
mod particle;
mod safe;
mod suggest;
mod width;

pub use distance::distance;
pub use keyboard::{has_final, is_hangul, is_on_the_other_layout, is_syllable, keystrokes, latin};
pub use lang::{Lang, Localized, UnknownLang, written_in};
pub use message::Message;
pub use normal::{fold, fold_into, nfc, plain_letter, trim};
pub(crate) use particle::agreeing;
pub use safe::{safe, safe_json, safe_line};
pub use suggest::suggest;
pub use width::{graphemes, truncate, width};
