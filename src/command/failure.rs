//! Why a command could not do it.

use std::fmt;
use std::io;

use crate::clock::ClockError;
use crate::deck::Diagnostic;
use crate::store::StoreError;
use crate::text::Lang;

/// Displayed as what, where and what next.
#[derive(Debug)]
pub enum Failure {
    /// A sentence.
    Message(String),
    /// What is wrong in the settings, each with its place.
    Settings(Vec<Diagnostic>),
    /// Whoever read the output has left, which is no failure of ours.
    NobodyReads,
}

impl Failure {
    /// What is told of it: what is wrong in the settings in the language of
    /// the interface, all else in English.
    pub fn says(&self, lang: Lang) -> String {
        match self {
            Failure::Message(message) => message.clone(),
            Failure::Settings(wrong) => {
                let lines: Vec<String> = wrong.iter().map(|told| told.line(lang)).collect();
                lines.join("\n")
            }
            Failure::NobodyReads => "nobody reads the output".to_owned(),
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
            Failure::Message(format!("can't write the output: {error}"))
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure::Message(error.to_string())
    }
}

impl From<ClockError> for Failure {
    fn from(error: ClockError) -> Self {
        Failure::Message(error.to_string())
    }
}

impl From<crate::tui::TuiError> for Failure {
    fn from(error: crate::tui::TuiError) -> Self {
        Failure::Message(error.to_string())
    }
}
