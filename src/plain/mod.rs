//! Study and quizzes as lines: for screen readers, pipes and small machines.
//!
//! The rules are those of [`session`](crate::session) and
//! [`quiz`](crate::quiz), and so is the log; here a line that was read becomes
//! what a key is on the screen, and what a screen would show becomes lines.

mod dialogue;
mod question;
mod quiz;
mod reply;
mod study;

pub use dialogue::{Dialogue, Manner};
pub use quiz::{begin, resume};
pub use study::study;
