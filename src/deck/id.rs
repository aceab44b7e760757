//! The names that decks and cards are known by, in files, in the log and on
//! the command line.

use std::fmt;
use std::str::FromStr;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::message;
use crate::text::{Lang, Message};

/// A deck's name: a slug of lower-case letters, digits, `-`, `_` and `.`
/// (Hangul allowed), which stays when its file is renamed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeckId(String);

impl DeckId {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a deck without a sound name goes by where all that is wrong with it
    /// is looked for: as it is written.
    pub(in crate::deck) fn as_written(name: &str) -> DeckId {
        DeckId(if name.is_empty() { "?" } else { name }.to_owned())
    }
}

impl fmt::Display for DeckId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A card's name: `deck/entry`, and for one of several cards of an entry
/// `#c2` or `#answer` (a gap) or `#reverse` behind it. An entry without an id
/// is `~` and a short hash of its content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CardId(CompactString);

impl CardId {
    /// Puts a name together from its parts, which are trusted.
    pub fn new(deck: &DeckId, entry: &str, part: Option<&str>) -> Self {
        let mut name = CompactString::new(deck.as_str());
        name.push('/');
        name.push_str(entry);
        if let Some(part) = part {
            name.push('#');
            name.push_str(part);
        }
        CardId(name)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The deck's part of it.
    pub fn deck(&self) -> &str {
        self.0
            .split_once('/')
            .map_or(self.0.as_str(), |(deck, _)| deck)
    }

    /// What stands behind `#`: which of the cards of its entry it is.
    pub fn part(&self) -> Option<&str> {
        self.0.split_once('#').map(|(_, part)| part)
    }

    /// The deck and the entry, which siblings share.
    pub fn entry(&self) -> &str {
        self.0
            .split_once('#')
            .map_or(self.0.as_str(), |(entry, _)| entry)
    }
}

impl fmt::Display for CardId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that can't be the name of a deck or card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdError(pub Message);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.says(Lang::En))
    }
}

impl std::error::Error for IdError {}

impl FromStr for DeckId {
    type Err = IdError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        slug(name, Named::Deck)?;
        Ok(DeckId(name.to_owned()))
    }
}

impl FromStr for CardId {
    type Err = IdError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let Some((deck, rest)) = name.split_once('/') else {
            return Err(IdError(message!(
                "'{name}' names no card; write deck/card, as in 'chips/flip'",
                "'{name}': 카드의 이름이 아닙니다; 'chips/flip'처럼 덱/카드로 쓰세요"
            )));
        };
        slug(deck, Named::Deck)?;
        let (entry, part) = match rest.split_once('#') {
            Some((entry, part)) => (entry, Some(part)),
            None => (rest, None),
        };
        slug(entry.strip_prefix('~').unwrap_or(entry), Named::Card)?;
        if let Some(part) = part {
            slug(part, Named::Part)?;
        }
        Ok(CardId(name.into()))
    }
}

/// The longest name that is taken, in characters.
const LONGEST: usize = 100;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// A deck.
    Deck,
    /// A card that is told from outside its entry.
    Card,
    /// One of the cards of an entry.
    Part,
    /// An entry, within it.
    Entry,
    /// A fact.
    Fact,
}

impl Named {
    fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Named::Deck, Lang::En) => "a deck's name",
            (Named::Deck, Lang::Ko) => "덱 이름",
            (Named::Card, Lang::En) => "a card's id",
            (Named::Card, Lang::Ko) => "카드 아이디",
            (Named::Part, Lang::En) => "the part of a card after '#'",
            (Named::Part, Lang::Ko) => "카드 이름의 '#' 뒷부분",
            (Named::Entry, Lang::En) => "the id",
            (Named::Entry, Lang::Ko) => "아이디",
            (Named::Fact, Lang::En) => "the fact's name",
            (Named::Fact, Lang::Ko) => "사실의 이름",
        }
    }
}

/// Holds a name against the rule: lower-case letters, digits, `-`, `_` and `.`,
/// with a letter or digit at its ends.
pub(crate) fn slug(name: &str, named: Named) -> Result<(), IdError> {
    let [what, what_ko] = Lang::ALL.map(|lang| named.word(lang));
    if name.is_empty() {
        return Err(IdError(message!(
            "{what} is empty; write lower-case letters, digits, '-', '_' or '.'",
            "{what_ko}: 비어 있습니다; 소문자, 한글, 숫자, '-', '_', '.'로 쓰세요"
        )));
    }
    if name.chars().count() > LONGEST {
        return Err(IdError(message!(
            "{what} is longer than {LONGEST} characters; shorten it",
            "{what_ko}: {LONGEST}자보다 깁니다; 줄이세요"
        )));
    }
    let fits = |c: char| c.is_alphanumeric() && !c.is_uppercase();
    let wrong = name
        .chars()
        .find(|c| !fits(*c) && !matches!(c, '-' | '_' | '.'));
    let ends = name.starts_with(fits) && name.ends_with(fits);
    if wrong.is_none() && ends {
        return Ok(());
    }
    let problem = match wrong {
        Some(' ') => message!("has a space in it", "공백이 들어 있습니다"),
        Some(c) if c.is_control() => {
            message!("has a control character in it", "제어 문자가 들어 있습니다")
        }
        Some(c) => message!("has '{c}' in it", "쓸 수 없는 글자가 있습니다('{c}')"),
        None => message!(
            "must begin and end with a letter or digit",
            "글자나 숫자로 시작하고 끝나야 합니다"
        ),
    };
    let [problem, problem_ko] = Lang::ALL.map(|lang| problem.says(lang));
    let would_be = slugged(name);
    let shown = crate::text::safe_line(name);
    Err(IdError(if would_be.is_empty() {
        message!(
            "{what} '{shown}' {problem}; write lower-case letters, digits, '-', '_' or '.'",
            "{what_ko} '{shown}': {problem_ko}; 소문자, 한글, 숫자, '-', '_', '.'로 쓰세요"
        )
    } else {
        message!(
            "{what} '{shown}' {problem}; write '{would_be}'",
            "{what_ko} '{shown}': {problem_ko}; '{would_be}'처럼 쓰세요"
        )
    }))
}

/// The slug that a text would make.
pub(super) fn slugged(text: &str) -> String {
    let mut slug = String::new();
    for c in crate::text::nfc(text).to_lowercase().chars() {
        if c.is_alphanumeric() && !c.is_uppercase() || matches!(c, '.' | '_') {
            slug.push(c);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug: String = slug
        .trim_matches(['-', '.', '_'])
        .chars()
        .take(LONGEST)
        .collect();
    slug.trim_end_matches(['-', '.', '_']).to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    #[test]
    fn names_are_slugs_or_say_what_they_should_be() {
        for (name, expected) in [
            ("chips", Ok(())),
            ("딥시크-쇼크", Ok(())),
            ("a.b_c-2025", Ok(())),
            (
                "",
                Err("a deck's name is empty; write lower-case letters, digits, '-', '_' or '.'"),
            ),
            (
                "Chips",
                Err("a deck's name 'Chips' has 'C' in it; write 'chips'"),
            ),
            (
                "The chips",
                Err("a deck's name 'The chips' has 'T' in it; write 'the-chips'"),
            ),
            (
                "a b",
                Err("a deck's name 'a b' has a space in it; write 'a-b'"),
            ),
            ("a/b", Err("a deck's name 'a/b' has '/' in it; write 'a-b'")),
            (
                "-a",
                Err("a deck's name '-a' must begin and end with a letter or digit; write 'a'"),
            ),
            (
                "!",
                Err(
                    "a deck's name '!' has '!' in it; write lower-case letters, digits, '-', '_' or '.'",
                ),
            ),
        ] {
            let found = name
                .parse::<DeckId>()
                .map(|_| ())
                .map_err(|error| error.to_string());
            assert_eq!(found, expected.map_err(str::to_owned));
        }
    }

    #[test]
    fn cards_are_named_by_deck_entry_and_part() {
        for name in [
            "chips/flip",
            "chips/gaps#c2",
            "chips/~0a1b2c3d4e",
            "칩/질문#제네바",
            "d/fab.cost",
        ] {
            assert_eq!(name.parse::<CardId>().unwrap().as_str(), name);
        }
        for name in [
            "chips",
            "chips/",
            "/flip",
            "chips/a/b",
            "chips/a#",
            "chips/a#b#c",
            "chips/A",
            "a b/c",
            "d/~",
        ] {
            assert!(name.parse::<CardId>().is_err(), "{name}");
        }
    }
}
