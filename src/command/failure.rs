//! Why a command could not do it.

use std::fmt;
use std::io;

use crate::clock::ClockError;
use crate::deck::Diagnostic;
use crate::message;
use crate::store::StoreError;
use crate::text::{Lang, Message};

/// Displayed as what, where and what next.
#[derive(Debug)]
pub enum Failure {
    /// A sentence.
    Message(Message),
    /// What is wrong in the settings, each with its place.
    Settings(Vec<Diagnostic>),
    /// Whoever read the output has left, which is no failure of ours.
    NobodyReads,
}

impl Failure {
    /// What is told of it in a language.
    pub fn says(&self, lang: Lang) -> String {
        match self {
            Failure::Message(message) => message.says(lang).to_owned(),
            Failure::Settings(wrong) => {
                let lines: Vec<String> = wrong.iter().map(|told| told.line(lang)).collect();
                lines.join("\n")
            }
            Failure::NobodyReads => {
                let told = message!("nobody reads the output", "출력을 읽는 쪽이 없습니다");
                told.says(lang).to_owned()
            }
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.says(Lang::En))
    }
}

impl std::error::Error for Failure {}

/// Only writing output gives a bare `io::Error`; what reads says what it read.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Failure::NobodyReads
        } else {
            Failure::Message(message!(
                "can't write the output: {error}",
                "출력을 쓸 수 없습니다: {error}"
            ))
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}

impl From<Message> for Failure {
    fn from(message: Message) -> Self {
        Failure::Message(message)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure::Message(error.message())
    }
}

impl From<ClockError> for Failure {
    fn from(error: ClockError) -> Self {
        Failure::Message(error.message())
    }
}

impl From<crate::tui::TuiError> for Failure {
    fn from(error: crate::tui::TuiError) -> Self {
        Failure::Message(error.message())
    }
}
