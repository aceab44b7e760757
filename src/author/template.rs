//! A deck to begin with: it explains the format by example.

use super::fix::schema_comment;
use crate::deck::DeckId;
use crate::figure::Date;
use crate::text::Lang;

const ENGLISH: &str = include_str!("template/en.yaml");
const KOREAN: &str = include_str!("template/ko.yaml");

/// What stands in a template where the new deck's own goes.
const MARKS: [&str; 5] = ["<name>", "<title>", "<file>", "<today>", "<later>"];

/// The text of a new deck of the file `file`, its comments and cards in `lang`.
pub fn template(name: &DeckId, file: &str, lang: Lang, today: Date) -> String {
    let text = match lang {
        Lang::En => ENGLISH,
        Lang::Ko => KOREAN,
    };
    let values = [
        name.as_str().to_owned(),
        title(name),
        file.to_owned(),
        today.to_string(),
        later(today),
    ];
    let mut deck = format!("# {}\n{text}", schema_comment());
    for (mark, value) in MARKS.iter().zip(values) {
        deck = deck.replace(mark, &value);
    }
    deck
}

/// A title made of a name, in quotes: `rare-earths` is "Rare earths".
fn title(name: &DeckId) -> String {
    let words = name.as_str().replace(['-', '_'], " ");
    let mut characters = words.chars();
    let title: String = match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => words,
    };
    // A name of digits alone, or `null`, is a text only in them.
    format!("\"{title}\"")
}

/// Five years from a day.
fn later(today: Date) -> String {
    let year = today.year.unwrap_or(2025) + 5;
    format!("{year}-12-31")
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use std::collections::BTreeSet;
    use std::path::PathBuf;

    use super::*;
    use crate::author::{Setting, check, fix};
    use crate::deck::{DeckFile, DeckOptions, Origin, Task};

    fn written(name: &str, lang: Lang, today: &str) -> DeckFile {
        let today = Date::parse(today).unwrap();
        let text = template(&name.parse().unwrap(), "d.yaml", lang, today);
        DeckFile {
            origin: Origin::File(PathBuf::from("d.yaml")),
            path: PathBuf::from("d.yaml"),
            name: None,
            bytes: Ok(text.into_bytes()),
            options: DeckOptions::default(),
        }
    }

    #[test]
    fn nothing_is_wrong_or_doubtful_and_nothing_left_to_write() {
        for (name, lang, today) in [
            ("chips", Lang::En, "2025-02-09"),
            ("rare-earths", Lang::Ko, "2025-12-31"),
            ("희토류", Lang::Ko, "2028-02-29"),
            ("2025", Lang::En, "2040-01-01"),
            ("null", Lang::En, "2025-02-09"),
        ] {
            let files = [written(name, lang, today)];
            let setting = Setting {
                today: Some(Date::parse(today).unwrap()),
                ..Setting::default()
            };
            let checked = check(&files, &setting, &|| ());
            assert_eq!(checked[0].diagnostics, [], "{name} {lang}");
            assert!(checked[0].cards > 12);
            let fix = fix(&files, &BTreeSet::new()).remove(0);
            assert_eq!((fix.bytes, fix.left), (None, Vec::new()), "{name} {lang}");
        }
    }

    #[test]
    fn every_kind_of_card_is_shown_in_both_languages() {
        for lang in Lang::ALL {
            let file = written("chips", lang, "2025-02-09");
            let reading = crate::deck::read(&file.path, file.bytes.as_ref().unwrap());
            let deck = reading.deck.unwrap();
            assert_eq!(deck.language, lang);
            assert_eq!(deck.title.get(lang), "Chips");
            let kinds: BTreeSet<&str> = deck
                .cards
                .iter()
                .map(|card| match &card.task {
                    Task::Recall { .. } => "recall",
                    Task::Text { .. } => "text",
                    Task::Number { .. } => "number",
                    Task::Date { .. } => "date",
                    Task::List { .. } => "list",
                    Task::Cloze { .. } => "cloze",
                    Task::Choice { .. } => "choice",
                    Task::Order { .. } => "order",
                    Task::Pairs { .. } => "pairs",
                    Task::Compare { .. } => "compare",
                })
                .collect();
            assert_eq!(kinds.len(), 10, "{lang}: {kinds:?}");
            let text = String::from_utf8(file.bytes.unwrap()).unwrap();
            for mark in MARKS {
                assert!(!text.contains(mark), "{mark}");
            }
        }
    }
}
