//! What a card asks for: a figure, a day, or a text.

use crate::deck::{Card, Gap, Task};
use crate::figure::{Date, Figure, Unit};
use crate::text::Localized;

/// What a card asks for in one text.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::quiz) enum Subject {
    /// A value with a unit.
    Figure(Figure),
    /// A day, month or year.
    Date(Date),
    /// A name, or any other text.
    Text,
}

impl Subject {
    /// What `card` asks for; `None` where that is not one text (an order, say,
    /// or several gaps).
    pub fn of(card: &Card) -> Option<Subject> {
        match &card.task {
            Task::Number { figure, .. } => Some(Subject::Figure(figure.clone())),
            Task::Date { date, to: None } => Some(Subject::Date(*date)),
            Task::Text { .. } | Task::Recall { cloze: None } => {
                Some(Subject::of_text(&card.answer))
            }
            Task::Cloze { cloze, .. } | Task::Recall { cloze: Some(cloze) } => {
                match gaps(cloze).as_slice() {
                    [gap] => Some(Subject::of_text(gap)),
                    _ => None,
                }
            }
            Task::Date { to: Some(_), .. }
            | Task::Choice { .. }
            | Task::List { .. }
            | Task::Order { .. }
            | Task::Pairs { .. }
            | Task::Compare { .. } => None,
        }
    }

    /// What a text is, which says the same in each language that it has. A bare
    /// number is a year if it could be one.
    pub fn of_text(text: &Localized) -> Subject {
        if !text
            .iter()
            .all(|(_, text)| text.chars().any(|c| c.is_ascii_digit()))
        {
            return Subject::Text;
        }
        let first = text.get(text.language());
        if let Ok(date) = Date::parse(first)
            && is_said_as_date(first)
            && text.iter().all(|(_, text)| Date::parse(text) == Ok(date))
        {
            return Subject::Date(date);
        }
        if let Ok(figure) = Figure::parse(first) {
            let same = text.iter().all(|(_, text)| {
                Figure::parse(text).is_ok_and(|other| other.canonical() == figure.canonical())
            });
            // "3 Musketeers" is a name, "3 nm" and "3 GB" are not.
            let of_things = matches!(&figure.unit, Unit::Other(word) if is_title(word));
            if same && !of_things {
                return Subject::Figure(figure);
            }
        }
        Subject::Text
    }
}

/// Whether what can be read as a date would be: `1957`, not `38210` or `800`.
fn is_said_as_date(text: &str) -> bool {
    let text = text.trim();
    let bare = text.bytes().all(|byte| byte.is_ascii_digit());
    !bare
        || text
            .parse()
            .is_ok_and(|year: u32| (1000..2100).contains(&year))
}

/// Whether a word begins like a name.
fn is_title(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// The hidden gaps of a cloze, each in every language.
pub(in crate::quiz) fn gaps(cloze: &Localized<Vec<Gap>>) -> Vec<Localized> {
    fn answers(pieces: &[Gap]) -> impl Iterator<Item = &String> {
        pieces.iter().filter_map(|piece| match piece {
            Gap::Hidden { answer, .. } => Some(answer),
            Gap::Text(_) => None,
        })
    }
    let lang = cloze.language();
    let mut others = cloze.exactly(lang.other()).map(|pieces| answers(pieces));
    answers(cloze.get(lang))
        .map(|answer| {
            let other = others.as_mut().and_then(Iterator::next).cloned();
            Localized::with(lang, answer.clone(), other)
        })
        .collect()
}
