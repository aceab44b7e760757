//! The languages of decks and of the interface, and text that exists in both.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Message;
use crate::message;

/// A language that decks and the interface can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Korean.
    Ko,
}

impl Lang {
    /// Every language, in the order in which they are listed to people.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Ko];

    /// The code after the dot in a deck's keys, and of `--lang`: `en`, `ko`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ko => "ko",
        }
    }

    /// What it calls itself.
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Ko => "한국어",
        }
    }

    /// The other of the two, for the key that peeks at it.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Ko,
            Lang::Ko => Lang::En,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A language code that is not one of [`Lang::ALL`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLang(pub String);

impl UnknownLang {
    /// What is wrong and what to do.
    pub fn message(&self) -> Message {
        message!(
            "unknown language '{}'; use 'en' or 'ko'",
            "알 수 없는 언어: '{}'; 'en'이나 'ko'를 쓰세요",
            self.0
        )
    }
}

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().says(Lang::En))
    }
}

impl std::error::Error for UnknownLang {}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Lang::ALL
            .into_iter()
            .find(|lang| lang.code() == code)
            .ok_or_else(|| UnknownLang(code.to_owned()))
    }
}

/// One thing said in one language or in both; at least one is there.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Localized<T = String> {
    first: (Lang, T),
    second: Option<T>,
}

impl<T> Localized<T> {
    /// Said in `lang` only.
    pub fn new(lang: Lang, value: T) -> Self {
        Localized {
            first: (lang, value),
            second: None,
        }
    }

    /// Said in `lang`, and perhaps in the other language too.
    pub fn with(lang: Lang, value: T, other: Option<T>) -> Self {
        Localized {
            first: (lang, value),
            second: other,
        }
    }

    /// In `lang`, or in the language it has.
    pub fn get(&self, lang: Lang) -> &T {
        self.exactly(lang).unwrap_or(&self.first.1)
    }

    /// In `lang` and no other.
    pub fn exactly(&self, lang: Lang) -> Option<&T> {
        if self.first.0 == lang {
            Some(&self.first.1)
        } else {
            self.second.as_ref()
        }
    }

    /// The language it was written in first.
    pub fn language(&self) -> Lang {
        self.first.0
    }

    /// Whether there is one for each language.
    pub fn in_both(&self) -> bool {
        self.second.is_some()
    }

    /// Every version with its language, the first one first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        let (lang, value) = (self.first.0, &self.first.1);
        std::iter::once((lang, value)).chain(self.second.iter().map(move |v| (lang.other(), v)))
    }

    /// Every version turned into something else.
    pub fn map<U>(&self, mut change: impl FnMut(Lang, &T) -> U) -> Localized<U> {
        let lang = self.first.0;
        Localized {
            first: (lang, change(lang, &self.first.1)),
            second: self.second.as_ref().map(|v| change(lang.other(), v)),
        }
    }
}
/// The language that a text is written in, if its letters tell.
pub fn written_in(text: &str) -> Option<Lang> {
    if text.chars().any(crate::text::is_hangul) {
        Some(Lang::Ko)
    } else if text.chars().any(|c| c.is_ascii_alphabetic()) {
        Some(Lang::En)
    } else {
        None
    }
}
