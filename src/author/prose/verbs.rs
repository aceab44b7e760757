//! Verbs, by which a statement is told from a note.

use crate::text::is_hangul;

/// Whether a word is a verb of English, most likely of the past.
pub(in crate::author) fn is_verb(word: &str) -> bool {
    VERBS.contains(&word) || word.len() > 4 && word.ends_with("ed")
}

/// Whether a sentence states something that has been: it has a verb of the past
/// in English, and in Korean ends as the press does, and not as who asks or offers.
pub(in crate::author) fn states(words: &str) -> bool {
    const PRESENT: &[&str] = &["is", "are", "has", "have", "will", "would", "reserved"];
    let end = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    if words.contains(is_hangul) {
        return end.ends_with('다') && !end.ends_with("니다");
    }
    let mut words = words.split(|c: char| !c.is_alphabetic());
    words.any(|word| is_verb(word) && !PRESENT.contains(&word))
}

/// Whether a verb may stand between what is said and who says it: *"It pays,"
/// conceded Tomasz Wilk*.
pub(in crate::author) fn is_of_saying(word: &str) -> bool {
    SAYING.contains(&word)
}

/// Verbs of saying behind what is said. Many do other things before their object:
/// one concedes a goal and admits patients.
const SAYING: &[&str] = &[
    "said",
    "says",
    "added",
    "adds",
    "conceded",
    "concedes",
    "admitted",
    "admits",
    "acknowledged",
    "acknowledges",
    "argued",
    "argues",
    "warned",
    "warns",
    "explained",
    "explains",
    "insisted",
    "insists",
    "complained",
    "complains",
    "recalled",
    "recalls",
    "replied",
    "remarked",
    "noted",
    "notes",
    "observed",
    "declared",
    "declares",
    "reckoned",
    "reckons",
    "lamented",
    "stressed",
    "wrote",
    "writes",
    "predicted",
    "predicts",
    "claimed",
    "claims",
    "cautioned",
    "countered",
    "joked",
    "concluded",
];

/// Verbs that no noun is.
const VERBS: &[&str] = &[
    "is", "was", "are", "were", "has", "had", "have", "will", "would", "fell", "rose", "began",
    "took", "went", "came", "became", "made", "won", "lost", "grew", "sold", "bought", "built",
    "said", "told", "left", "held", "gave", "got", "found", "saw", "led", "met", "paid", "sent",
    "spent", "kept", "ran", "drew", "struck", "broke", "chose", "wrote",
];
