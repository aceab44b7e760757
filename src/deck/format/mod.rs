//! The deck format as types: what a file says, word for word, before it is
//! checked and lifted to a [`Deck`](crate::deck::Deck).
//!
//! Each mapping of the format is one table of keys: it is the struct, the
//! reader, the writer, what [`check`] holds a file against, and the JSON
//! schema, whose descriptions are the words of the table. Every scalar is a
//! `String`, so that it keeps its spelling (`9.40` stays `9.40`). What is read is
//! the tree of a file; `serde_yaml` writes.

mod answers;
mod check;
mod comma;
mod content;
mod field;
mod mapping;
mod node;
mod prune;
mod shape;
mod spelling;

use serde::de::value::Error;

#[cfg(test)]
pub(crate) use answers::VERDICTS;
pub(crate) use answers::is_answers;
pub use check::{Checked, MOST_OF_ALL, check, check_options, language, too_many};
pub use content::{Accept, Spelled, TextOrList};
pub use field::{Key, Said, Shape};
pub use mapping::{Mapping, Named, Skip, split};
pub use prune::{Pruned, prune};
pub use spelling::meant;

use crate::deck::yaml::Node;
use content::Written;
use mapping::{mapping, read_mapping};

mapping! {
    /// A deck file.
    RawDeck {
        /// The deck's stable id: small letters (Hangul too), digits, `-`, `_` and `.`. What is
        /// learned is remembered under it; the file may be renamed.
        deck: Option<String> = "deck",
        /// The language of keys without a suffix; English if left out.
        language: Option<String> = "language",
        /// What the deck is called.
        title: Said = "title",
        /// When its facts were true: the dateline of what has none of its own.
        as_of: Option<String> = "as_of",
        /// Who says so, by a name that cards and facts call it by.
        sources: Option<Named<RawSource>> = "sources",
        /// What holds for every entry and fact that does not say otherwise.
        defaults: Option<RawDefaults> = "defaults",
        /// Suggestions for the schedule.
        options: Option<RawOptions> = "options",
        /// Figures kept as data, by name: change one, and every card that shows it follows.
        /// `{name}` in a text is the figure.
        facts: Option<Named<RawFact>> = "facts",
        /// What is asked: the kind of a card follows from its keys.
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
        /// When it was published.
        date: Option<String> = "date",
        /// Where to read it: a web address.
        url: Option<String> = "url",
    }
}

mapping! {
    /// What holds for every entry and fact that does not say otherwise.
    RawDefaults {
        /// Who says so: the name of a source.
        source: Option<String> = "source",
        /// When it was true.
        as_of: Option<String> = "as_of",
        /// The day after which it may no longer be true, and is told as stale.
        stale_after: Option<String> = "stale_after",
        /// How sure it is; a fact if left out.
        status: Option<String> = "status",
        /// The person or body that claims or expects it.
        by: Said = "by",
        /// Words to find it by.
        tags: Option<Vec<String>> = "tags",
        /// How far off a figure is still right, as a share or in its unit.
        tolerance: Option<String> = "tolerance",
    }
}

mapping! {
    /// Suggestions for the schedule; `options.yaml` of a folder has the same keys.
    RawOptions {
        /// The share of reviews that should succeed, 0.70 to 0.99.
        retention: Option<String> = "retention",
        /// New cards a day, at most.
        new_per_day: Option<String> = "new_per_day",
        /// Reviews a day, at most.
        reviews_per_day: Option<String> = "reviews_per_day",
        /// Times after which a new card comes again before it is learned.
        learning_steps: Option<Vec<String>> = "learning_steps",
        /// The same after a card was forgotten.
        relearning_steps: Option<Vec<String>> = "relearning_steps",
        /// The longest time between two reviews, in days.
        maximum_interval: Option<String> = "maximum_interval",
    }
}

mapping! {
    /// A fact: a figure kept as data, and a card too if it asks for it.
    RawFact {
        /// The figure with its unit, or `=` and a formula of other facts.
        value: Option<String> = "value",
        /// What stands beside its bar in a chart or comparison.
        label: Said = "label",
        /// The question: with one the fact is a card, which asks for its figure.
        ask: Said = "ask",
        /// How far off is still right, as a share or in its unit.
        tolerance: Option<String> = "tolerance",
        /// What was said of a computed figure, held against what comes out.
        reported: Option<String> = "reported",
        /// Why the two differ: the author has seen it.
        reported_note: Said = "reported_note",
        /// Shown on demand before the answer.
        hint: Said = "hint",
        /// Shown with the answer.
        note: Said = "note",
        /// Facts whose bars the answer side shows, by name.
        chart: Option<Vec<String>> = "chart",
        /// Words to find it by.
        tags: Option<Vec<String>> = "tags",
        /// Who says so: the name of a source.
        source: Option<String> = "source",
        /// When it was true.
        as_of: Option<String> = "as_of",
        /// The day after which it may no longer be true, and is told as stale.
        stale_after: Option<String> = "stale_after",
        /// How sure it is; a fact if left out.
        status: Option<String> = "status",
        /// The person or body that claims or expects it.
        by: Said = "by",
        /// Wrong choices that a quiz may offer beside the answer.
        distractors: Said<Vec<String>> = "distractors",
        /// The last day on which it is asked; its history stays.
        until: Option<String> = "until",
        /// Cards or facts of any deck that this one updates (`id`, `deck/id`): they are asked no
        /// longer.
        supersedes: Option<Vec<String>> = "supersedes",
        /// Cards whose history it takes over (`id`, `deck/id`), as after a split or a merge.
        replaces: Option<Vec<String>> = "replaces",
    }
}

mapping! {
    /// An entry: it makes one card or several.
    RawEntry {
        /// Its id within the deck: small letters (Hangul too), digits, `-`, `_` and `.`. What is
        /// learned is remembered under it, however the entry is edited.
        id: Option<String> = "id",
        /// The question.
        ask: Said = "ask",
        /// What is right; a list where several choices are. Alone it is recalled, with `accept`
        /// typed, with `choices` picked.
        answer: Said<TextOrList> = "answer",
        /// Other spellings that count; with them the answer is typed. For a list or a cloze of
        /// several gaps a mapping: what is meant, and its spellings.
        accept: Said<Accept> = "accept",
        /// Whether a second card asks the other way round.
        reverse: Option<bool> = "reverse",
        /// A figure to type: a literal with its unit, or `{fact}`. It is judged by its value.
        number: Option<String> = "number",
        /// How far off is still right, as a share or in its unit.
        tolerance: Option<String> = "tolerance",
        /// A date to type: a day, a month, a year, or a span of them.
        date: Option<String> = "date",
        /// What there is to pick from.
        choices: Said<Vec<String>> = "choices",
        /// What can be named, typed in any order.
        list: Said<Vec<String>> = "list",
        /// How many of the list are wanted; all if left out.
        need: Option<String> = "need",
        /// A text with gaps, `{{c1::answer}}` or `{{c1::answer::hint}}`: one card for each number.
        cloze: Said = "cloze",
        /// Whether the gaps are typed instead of recalled.
        typed: Option<bool> = "typed",
        /// Lines in their right order, to be put into it.
        order: Said<Vec<String>> = "order",
        /// What belongs together, to be matched: a list of pairs.
        pairs: Said<Vec<[String; 2]>> = "pairs",
        /// Two facts, by name, to be compared: the larger one, then by how many times.
        compare: Option<Vec<String>> = "compare",
        /// Shown on demand before the answer.
        hint: Said = "hint",
        /// Shown with the answer.
        note: Said = "note",
        /// Facts whose bars the answer side shows, by name.
        chart: Option<Vec<String>> = "chart",
        /// Words to find it by.
        tags: Option<Vec<String>> = "tags",
        /// Who says so: the name of a source.
        source: Option<String> = "source",
        /// When it was true.
        as_of: Option<String> = "as_of",
        /// The day after which it may no longer be true, and is told as stale.
        stale_after: Option<String> = "stale_after",
        /// How sure it is; a fact if left out.
        status: Option<String> = "status",
        /// The person or body that claims or expects it.
        by: Said = "by",
        /// Wrong choices that a quiz may offer beside the answer.
        distractors: Said<Vec<String>> = "distractors",
        /// The last day on which it is asked; its history stays.
        until: Option<String> = "until",
        /// Cards or facts of any deck that this one updates (`id`, `deck/id`): they are asked no
        /// longer.
        supersedes: Option<Vec<String>> = "supersedes",
        /// Cards whose history it takes over (`id`, `deck/id`), as after a split or a merge.
        replaces: Option<Vec<String>> = "replaces",
    }
}

/// Reads a deck from its tree, without what is in `skip`.
///
/// # Errors
/// When something has the wrong shape, which [`check`] does not let through
/// and [`prune`] leaves out.
pub fn read(root: &Node, skip: &Skip) -> Result<RawDeck, Error> {
    read_mapping(root, skip)
}

/// The same but for its cards, which [`read_entry`] reads one by one: of a long
/// deck they would fill the memory all at once.
///
/// # Errors
/// As [`read`].
pub fn read_head(root: &Node, skip: &Skip) -> Result<RawDeck, Error> {
    let mut skip = skip.clone();
    skip.keys.insert("cards".to_owned());
    read_mapping(root, &skip)
}

/// Reads an entry of `cards`.
///
/// # Errors
/// As [`read`].
pub fn read_entry(entry: &Node) -> Result<RawEntry, Error> {
    read_mapping(entry, &Skip::default())
}

/// Reads the options of a folder (`options.yaml`) from their tree.
///
/// # Errors
/// As [`read`].
pub fn read_options(root: &Node, skip: &Skip) -> Result<RawOptions, Error> {
    read_mapping(root, skip)
}

/// The text of a deck file that is read as `deck` again, in the order of the
/// format's keys.
///
/// # Errors
/// When `serde_yaml` can't write it, which no text makes it do.
pub fn write(deck: &RawDeck) -> Result<String, serde_yaml::Error> {
    serde_yaml::to_string(&Written(deck))
}

#[cfg(test)]
mod tests;
