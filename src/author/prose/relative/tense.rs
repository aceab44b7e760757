//! Whether what a sentence tells of a day is yet to come: *is due on Friday* and
//! *reopens on Friday* are, *fell on Friday* is not.

use crate::author::prose::verbs::is_verb;

/// Verbs of what is arranged, in the present tense.
const SINGULAR: &[&str] = &[
    "starts",
    "ends",
    "closes",
    "reopens",
    "opens",
    "meets",
    "faces",
    "begins",
    "comes",
    "takes",
    "goes",
    "leaves",
    "arrives",
    "returns",
    "resumes",
    "expires",
    "kicks",
    "votes",
    "launches",
    "hosts",
    "plays",
    "visits",
    "travels",
    "appears",
    "decides",
    "enters",
    "falls",
    "finishes",
    "concludes",
    "departs",
    "flies",
    "sails",
    "stops",
    "changes",
    "rises",
    "drops",
    "matures",
    "lapses",
    "airs",
    "premieres",
    "holds",
    "gets",
    "becomes",
    "runs",
    "lands",
    "moves",
];

/// The same of several, some of which are nouns too.
const PLURAL: &[&str] = &[
    "start", "end", "close", "reopen", "open", "meet", "begin", "come", "take", "go", "leave",
    "arrive", "return", "resume", "expire", "vote", "appear", "decide", "enter", "fall", "finish",
    "conclude", "depart", "mature", "lapse",
];

/// What someone is doing on a day of which it is arranged.
const DOING: &[&str] = &[
    "meeting",
    "visiting",
    "coming",
    "going",
    "leaving",
    "returning",
    "starting",
    "opening",
    "reopening",
    "closing",
    "holding",
    "hosting",
    "travelling",
    "traveling",
    "launching",
    "playing",
    "speaking",
    "flying",
    "moving",
    "arriving",
    "facing",
    "voting",
    "ending",
    "beginning",
    "taking",
    "resuming",
    "appearing",
    "publishing",
    "releasing",
];

/// What is or will be so on a day.
const TO_BE: &[&str] = &["due", "payable", "likely", "scheduled", "slated"];
/// What is so of today, whatever the day of which it tells.
const OF_WORD: &[&str] = &[
    "accused",
    "charged",
    "suspected",
    "blamed",
    "believed",
    "alleged",
    "thought",
    "said",
    "reported",
    "known",
    "understood",
    "wanted",
    "arrested",
    "killed",
    "injured",
    "based",
    "released",
    "recorded",
];

/// Words before an infinitive that make one of it.
const TOWARDS: &[&str] = &[
    "plans",
    "plan",
    "planning",
    "is",
    "are",
    "set",
    "due",
    "expected",
    "scheduled",
    "likely",
    "about",
    "slated",
    "going",
    "intends",
    "aims",
    "wants",
    "hopes",
    "has",
    "have",
    "ready",
];

/// Whether what stands between `head` and `behind` is a day to come.
pub(super) fn is_ahead(head: &str, behind: &str) -> bool {
    let clauses = |text: &str| -> Vec<Vec<String>> {
        let ends = [
            ',', ';', ':', '.', '(', ')', '"', '“', '”', '—', '–', '\u{2029}',
        ];
        text.split(ends).map(words).collect()
    };
    let before = clauses(head);
    let last = before.last().map(Vec::as_slice).unwrap_or_default();
    // On Friday the court opens; the court on Friday opened.
    verdict(last)
        .or_else(|| {
            let behind = clauses(behind);
            let mut clauses = behind.iter().filter(|clause| !clause.is_empty());
            let next = clauses.next().filter(|_| last.len() < SUBJECT)?;
            let ends = 1..=next.len();
            ends.filter_map(|end| next.get(..end)).find_map(verdict)
        })
        .unwrap_or(false)
}

/// Most words of a clause that may be its subject alone.
const SUBJECT: usize = 5;

fn words(text: &str) -> Vec<String> {
    let text = text
        .to_lowercase()
        .replace("'ll", " will")
        .replace("’ll", " will");
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What the last verb of a clause that tells a time says: whether it is to come.
fn verdict(clause: &[String]) -> Option<bool> {
    let at = |index: usize| clause.get(index).map(String::as_str).unwrap_or_default();
    (0..clause.len()).rev().find_map(|index| {
        let back = |far: usize| index.checked_sub(far).map(at).unwrap_or_default();
        let near = |words: &[&str]| (1..=3).any(|far| words.contains(&back(far)));
        let past = || near(&["was", "were", "had", "been", "did", "would", "could"]);
        let word = at(index);
        let present = || {
            // 'has been due' is not yet, 'was due' was.
            let noun = [
                "the", "a", "an", "its", "their", "his", "her", "of", "to", "not",
            ];
            SINGULAR.contains(&word) && !noun.contains(&back(1))
                || PLURAL.contains(&word) && back(1).ends_with('s') && !noun.contains(&back(1))
                || DOING.contains(&word) && near(&["is", "are"])
        };
        if matches!(word, "will" | "shall") {
            return Some(true);
        }
        // plans to open, is to open
        if word == "to" && TOWARDS.contains(&back(1)) {
            return Some(!past() && !matches!(back(2), "was" | "were" | "had" | "been"));
        }
        if TO_BE.contains(&word) {
            return Some(!past());
        }
        // a result expected on, but more than expected on
        if word == "expected" {
            let aside = matches!(back(1), "than" | "as");
            return (!aside).then(|| !past());
        }
        if is_verb(word)
            && !["is", "are", "will", "would", "hundred", "indeed", "proceed"].contains(&word)
        {
            // is expected on, will be signed by the king on
            let passive = near(&["is", "are", "be"]) && !past() && !near(&["have", "has"]);
            if !passive {
                return Some(false);
            }
            return Some(!OF_WORD.contains(&word) || near(&["be"]));
        }
        // what it is on the day itself: the deadline is on Friday
        let itself = index + 1 == clause.len() && matches!(word, "is" | "are");
        (itself || present()).then_some(true)
    })
}
