//! The deck format as types: what a file says, word for word, before it is
//! checked and lifted to a [`Deck`](crate::deck::Deck).
//!
//! Each mapping of the format is one table of keys: it is the struct, the
//! reader, the writer, what [`check`] holds a file against, and later the JSON
//! schema. Every scalar is a `String`, so that it keeps its spelling (`9.40`
//! stays `9.40`). Reading and writing go through `serde_yaml`.

mod check;
mod content;
mod field;
mod mapping;
mod shape;
mod spelling;

use serde_yaml::Deserializer;

pub use check::{Checked, MOST_OF_ALL, check, check_options, language, too_many};
pub use content::{Accept, TextOrList};
pub use field::{Key, Said, Shape};
pub use mapping::{Mapping, Named, Skip, split};
pub use spelling::{meant, suggest};

use crate::deck::yaml::{Node, Style, Value};
use crate::text::Lang;
use content::Written;
use mapping::{mapping, read_mapping};

mapping! {
    /// A deck file.
    RawDeck {
        /// The deck's stable id.
        deck: Option<String> = "deck",
        /// The language of keys without a suffix.
        language: Option<String> = "language",
        /// What the deck is called.
        title: Said = "title",
        /// When its facts were true.
        as_of: Option<String> = "as_of",
        /// Who says so, by name.
        sources: Option<Named<RawSource>> = "sources",
        /// What holds for every entry and fact that does not say otherwise.
        defaults: Option<RawDefaults> = "defaults",
        /// Suggestions for the schedule.
        options: Option<RawOptions> = "options",
        /// Figures kept as data, by name.
        facts: Option<Named<RawFact>> = "facts",
        /// What is asked.
        cards: Option<Vec<RawEntry>> = "cards",
    }
}

mapping! {
    /// A source.
    RawSource {
        /// Its title.
        title: Said = "title",
        /// Who published it.
        publisher: Said = "publisher",
        /// When.
        date: Option<String> = "date",
        /// Where to read it.
        url: Option<String> = "url",
    }
}

mapping! {
    /// What holds for every entry and fact that does not say otherwise.
    RawDefaults {
        /// The name of a source.
        source: Option<String> = "source",
        /// When it was true.
        as_of: Option<String> = "as_of",
        /// The day after which it may no longer be true.
        stale_after: Option<String> = "stale_after",
        /// How sure it is.
        status: Option<String> = "status",
        /// Who says so.
        by: Said = "by",
        /// Words to find it by.
        tags: Option<Vec<String>> = "tags",
        /// How far off a figure is still right.
        tolerance: Option<String> = "tolerance",
    }
}

mapping! {
    /// Suggestions for the schedule; `options.yaml` of a folder has the same keys.
    RawOptions {
        /// Desired retention, 0.70 to 0.99.
        retention: Option<String> = "retention",
        /// New cards a day.
        new_per_day: Option<String> = "new_per_day",
        /// Reviews a day.
        reviews_per_day: Option<String> = "reviews_per_day",
        /// Steps of a new card.
        learning_steps: Option<Vec<String>> = "learning_steps",
        /// Steps after a lapse.
        relearning_steps: Option<Vec<String>> = "relearning_steps",
        /// Longest interval, in days.
        maximum_interval: Option<String> = "maximum_interval",
    }
}

mapping! {
    /// A fact: a figure kept as data, and a card too if it asks for it.
    RawFact {
        /// The figure, or `= a formula`.
        value: Option<String> = "value",
        /// What stands beside its bar.
        label: Said = "label",
        /// The question, if it is a card.
        ask: Said = "ask",
        /// How far off is still right.
        tolerance: Option<String> = "tolerance",
        /// What was said, held against the computed figure.
        reported: Option<String> = "reported",
        /// Why the two differ.
        reported_note: Said = "reported_note",
        /// Shown on demand before the answer.
        hint: Said = "hint",
        /// Shown with the answer.
        note: Said = "note",
        /// Facts whose bars the answer side shows.
        chart: Option<Vec<String>> = "chart",
        /// Words to find it by.
        tags: Option<Vec<String>> = "tags",
        /// The name of a source.
        source: Option<String> = "source",
        /// When it was true.
        as_of: Option<String> = "as_of",
        /// The day after which it may no longer be true.
        stale_after: Option<String> = "stale_after",
        /// How sure it is.
        status: Option<String> = "status",
        /// Who says so.
        by: Said = "by",
        /// Wrong choices for a quiz.
        distractors: Said<Vec<String>> = "distractors",
        /// The last day on which it is asked.
        until: Option<String> = "until",
        /// Cards or facts that it updates.
        supersedes: Option<Vec<String>> = "supersedes",
        /// Ids whose history it takes over.
        replaces: Option<Vec<String>> = "replaces",
    }
}

mapping! {
    /// An entry: it makes one card or several.
    RawEntry {
        /// Its id within the deck.
        id: Option<String> = "id",
        /// The question.
        ask: Said = "ask",
        /// What is right; a list where several choices are.
        answer: Said<TextOrList> = "answer",
        /// Other spellings that count; with them the answer is typed.
        accept: Said<Accept> = "accept",
        /// Whether a second card asks the other way round.
        reverse: Option<bool> = "reverse",
        /// A figure to type: a literal, or `{fact}`.
        number: Option<String> = "number",
        /// How far off is still right.
        tolerance: Option<String> = "tolerance",
        /// A date to type.
        date: Option<String> = "date",
        /// What there is to pick from.
        choices: Said<Vec<String>> = "choices",
        /// What can be named, in any order.
        list: Said<Vec<String>> = "list",
        /// How many of the list are wanted.
        need: Option<String> = "need",
        /// A text with gaps.
        cloze: Said = "cloze",
        /// Whether the gaps are typed.
        typed: Option<bool> = "typed",
        /// Lines in their right order.
        order: Said<Vec<String>> = "order",
        /// What belongs together.
        pairs: Said<Vec<[String; 2]>> = "pairs",
        /// Two facts, of which one is larger.
        compare: Option<Vec<String>> = "compare",
        /// Shown on demand before the answer.
        hint: Said = "hint",
        /// Shown with the answer.
        note: Said = "note",
        /// Facts whose bars the answer side shows.
        chart: Option<Vec<String>> = "chart",
        /// Words to find it by.
        tags: Option<Vec<String>> = "tags",
        /// The name of a source.
        source: Option<String> = "source",
        /// When it was true.
        as_of: Option<String> = "as_of",
        /// The day after which it may no longer be true.
        stale_after: Option<String> = "stale_after",
        /// How sure it is.
        status: Option<String> = "status",
        /// Who says so.
        by: Said = "by",
        /// Wrong choices for a quiz.
        distractors: Said<Vec<String>> = "distractors",
        /// The last day on which it is asked.
        until: Option<String> = "until",
        /// Cards or facts that it updates.
        supersedes: Option<Vec<String>> = "supersedes",
        /// Ids whose history it takes over.
        replaces: Option<Vec<String>> = "replaces",
    }
}

/// Reads a deck from the text whose tree is `root`, without what is in `skip`.
///
/// # Errors
/// When `serde_yaml` does not take what [`check`] let through.
pub fn read(text: &str, root: &Node, skip: &Skip) -> Result<RawDeck, serde_yaml::Error> {
    let mut deck: RawDeck = read_mapping(Deserializer::from_str(text), skip)?;
    let nodes = root.get("cards").map(Node::items).unwrap_or_default();
    let kept = nodes
        .iter()
        .enumerate()
        .filter(|(at, _)| !skip.skips("cards", *at));
    for (entry, (_, node)) in deck.cards.iter_mut().flatten().zip(kept) {
        keep_spelling(&mut entry.answer, node);
    }
    Ok(deck)
}

/// Reads the options of a folder (`options.yaml`) from the text whose tree is `root`.
///
/// # Errors
/// As [`read`].
pub fn read_options(text: &str, skip: &Skip) -> Result<RawOptions, serde_yaml::Error> {
    read_mapping(Deserializer::from_str(text), skip)
}

/// The text of a deck file that is read as `deck` again, in the order of the
/// format's keys.
///
/// # Errors
/// When `serde_yaml` can't write it, which no text makes it do.
pub fn write(deck: &RawDeck) -> Result<String, serde_yaml::Error> {
    serde_yaml::to_string(&Written(deck))
}

/// Puts the spelling of plain answers back, see [`TextOrList`].
fn keep_spelling(answer: &mut Said<TextOrList>, entry: &Node) {
    for lang in [None, Some(Lang::En), Some(Lang::Ko)] {
        let key = lang.map_or("answer".to_owned(), |lang| format!("answer.{lang}"));
        let Some(node) = entry.get(&key) else {
            continue;
        };
        if let (Some(TextOrList::Text(text)), Value::Scalar(spelled, Style::Plain)) =
            (answer.under_mut(lang), &node.value)
        {
            text.clone_from(spelled);
        }
    }
}

#[cfg(test)]
mod tests;
