//! What is wrong in a deck file, where, and what would be right.

use std::fmt;
use std::path::PathBuf;

use crate::text::{Lang, Message};

/// A place in a file. Lines and columns count from 1, columns in characters.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// How many characters the spot is long, at least 1.
    pub length: usize,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It may mislead; it can be studied all the same.
    Warning,
    /// It keeps a card, or the file, from being studied.
    Error,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable code, kebab-case: `unknown-key`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The file.
    pub path: PathBuf,
    /// Where in it.
    pub place: Place,
    /// What is wrong, one sentence without a full stop.
    pub message: Message,
    /// What to do, one sentence without a full stop.
    pub help: Option<Message>,
}

impl Severity {
    /// The word for it; the English one stands in data too.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Severity::Warning, Lang::En) => "warning",
            (Severity::Warning, Lang::Ko) => "경고",
            (Severity::Error, Lang::En) => "error",
            (Severity::Error, Lang::Ko) => "오류",
        }
    }
}

impl Diagnostic {
    /// What is wrong, and what to do behind a semicolon.
    pub fn sentence(&self, lang: Lang) -> String {
        let message = self.message.says(lang);
        match &self.help {
            Some(help) => format!("{message}; {}", help.says(lang)),
            None => message.to_owned(),
        }
    }

    /// The whole of it in a line: `path:line:column: error[code]: message; help`
    pub fn line(&self, lang: Lang) -> String {
        format!(
            "{}:{}:{}: {}[{}]: {}",
            self.path.display(),
            self.place.line,
            self.place.column,
            self.severity.word(lang),
            self.code,
            self.sentence(lang)
        )
    }
}

impl fmt::Display for Diagnostic {
    /// Its line in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Lang::En))
    }
}
