//! The words by which a deck says what it is about, and whether those of an
//! article are forms of them.

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound;

use super::claims::scalars;
use super::deck::{Entry, Written, own_words};
use crate::author::prose::words;
use crate::deck::lone_fact;
use crate::deck::yaml::Node;

/// The words by which an entry says what it is about.
pub(super) type Words = BTreeSet<String>;

/// The words by which something is understood.
#[derive(Debug, Default)]
pub(super) struct Told {
    all: Words,
    /// Those that do more than ask for a day: any date has such a one beside it.
    undated: Words,
}

impl Told {
    pub fn of(all: Words) -> Told {
        let undated = all.iter().filter(|word| !asks_for_a_day(word));
        Told {
            undated: undated.cloned().collect(),
            all,
        }
    }

    /// All of them.
    pub fn all(&self) -> &Words {
        &self.all
    }

    /// Those by which something is understood that `is_dated` itself.
    pub fn by(&self, is_dated: bool) -> &Words {
        if is_dated { &self.undated } else { &self.all }
    }
}

/// Words that tell nothing of what something is about.
pub(super) const IDLE: &[&str] = &[
    "the", "of", "and", "in", "on", "at", "an", "to", "by", "for", "its", "his", "her", "their",
    "is", "are", "was", "were", "that", "it", "as", "with", "from", "or", "one", "not", "a", "be",
    "has", "had", "have", "how", "what", "when", "which", "who", "did", "does", "do", "than",
    "this", "will", "would",
];

/// The words of each entry; those of a fact with those of the cards that ask for it.
pub(super) fn words_of(deck: &Written<'_>, entries: &[Entry<'_>]) -> Vec<Words> {
    let own = |entry: &Entry<'_>| {
        let mut known = words_under(deck, entry, &["ask", "label", "cloze", "by"]);
        known.extend(words_of_answers(deck, entry));
        known
    };
    let mut all: Vec<Words> = entries.iter().map(own).collect();
    let mut asking: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, entry) in entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.is_fact)
    {
        let number = entry.node.get("number").and_then(Node::text);
        if let Some(fact) = number.and_then(lone_fact) {
            asking.entry(fact).or_default().push(at);
        }
    }
    let facts = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.is_fact);
    for (at, fact) in facts {
        let asking = asking.get(fact.name).into_iter().flatten();
        let more: Vec<String> = asking
            .filter_map(|at| all.get(*at))
            .flat_map(|words| words.iter().cloned())
            .collect();
        if let Some(words) = all.get_mut(at) {
            words.extend(more);
        }
    }
    all
}

/// The words of what an entry asks for.
pub(super) fn words_of_answers(deck: &Written<'_>, entry: &Entry<'_>) -> Words {
    words_under(deck, entry, &["answer", "list", "order", "pairs"])
}

fn words_under(deck: &Written<'_>, entry: &Entry<'_>, keys: &[&str]) -> Words {
    let mut known = Words::new();
    for key in keys {
        for (_, _, value) in entry.said(key, deck.language) {
            for node in scalars(value) {
                let text = own_words(node.text().unwrap_or_default(), *key == "cloze");
                known.extend(words(&text).into_iter().map(|(_, word)| word));
            }
        }
    }
    known.retain(|word| tells(word));
    known
}

/// Whether a word may tell what something is about.
fn tells(word: &str) -> bool {
    !IDLE.contains(&word) && !word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The words of one text.
pub(super) fn words_of_text(text: &str) -> Words {
    let known = words(text).into_iter().map(|(_, word)| word);
    known.filter(|word| tells(word)).collect()
}

/// Whether a word of a question only asks for a day.
fn asks_for_a_day(word: &str) -> bool {
    const WORDS: [&str; 9] = [
        "day",
        "date",
        "when",
        "날",
        "날은",
        "날이",
        "날짜",
        "날짜는",
        "언제",
    ];
    WORDS.contains(&word)
}

/// Whether a word may be of one stem with one of those of an entry.
pub(super) fn knows(words: &Words, word: &str) -> bool {
    let Some(first) = word.chars().next() else {
        return false;
    };
    // Most words begin otherwise.
    let initial = word.get(..first.len_utf8()).unwrap_or_default();
    let from = (Bound::Included(initial), Bound::Unbounded);
    let mut alike = words.range::<str, _>(from);
    alike
        .by_ref()
        .take_while(|known| known.starts_with(first))
        .any(|known| akin(known, word))
}

/// Whether two words are forms of one: with a particle, an ending.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short == long {
        return true;
    }
    let rest = long.strip_prefix(short);
    if short.is_ascii() {
        let stem = |word: &str| word.get(..word.len().saturating_sub(2)).map(str::to_owned);
        let shared = stem(short).is_some_and(|stem| stem.len() >= 4 && long.starts_with(&stem));
        return rest.is_some_and(|rest| short.len() >= 4 && rest.len() <= 3)
            || shared && long.len() <= short.len() + 2;
    }
    rest.is_some_and(|rest| rest.chars().count() <= 4)
}

/// Whether two words may be of one stem: 밝혔다, 밝혔는가. More is alike than is
/// the same, which does where passages are weighed.
pub(super) fn akin(one: &str, other: &str) -> bool {
    // Most words begin otherwise.
    if one.chars().next() != other.chars().next() {
        return false;
    }
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let longer = one.chars().count().max(other.chars().count());
    alike(one, other) || !one.is_ascii() && shared >= 2 && 2 * shared >= longer
}
