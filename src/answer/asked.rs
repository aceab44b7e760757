//! What the question says: words of it that an answer says again tell nothing
//! new (`R1 scored 9.4%`, `H800 GPU`, `1월 20일 출시`).

use unicode_normalization::UnicodeNormalization;

use super::particle::stems;
use crate::order::Order as _;
use crate::text::{Localized, fold, is_hangul};

/// Letters that two forms of an English word share at least: sign, signed.
const SHORTEST_STEM: usize = 4;

/// Words that say no more of an answer than that it is one.
const FILLERS: &[&str] = &[
    "the", "a", "an", "is", "was", "are", "were", "has", "had", "got", "in", "on", "at", "of",
    "by", "from", "for", "to", "it", "its", "they", "and", "scored", "cost", "costs", "=", ":",
    "-",
];

/// Words that turn an answer around, whoever says them.
const NEGATIONS: &[&str] = &[
    "no", "not", "non", "never", "without", "아닌", "아니", "안", "못",
];

/// Words around a date for what happened then.
const EVENTS: &[&str] = &[
    "signed",
    "released",
    "launched",
    "published",
    "founded",
    "announced",
    "started",
    "began",
    "ended",
    "born",
    "발표",
    "출시",
    "공개",
    "체결",
    "발사",
    "설립",
    "창립",
    "시작",
    "종료",
    "출간",
];

/// The words of a question.
pub(super) struct Asked {
    /// Folded, and without particles too.
    words: Vec<String>,
    /// The whole text, folded.
    whole: String,
    /// Whether it names what there is to choose from.
    offers: bool,
}

impl Asked {
    pub(super) fn of(question: &Localized) -> Asked {
        let mut words = Vec::new();
        let mut whole = String::new();
        let mut offers = false;
        for (_, text) in question.iter() {
            let text: String = text.nfkc().collect::<String>().to_lowercase();
            let joints = [
                " or ",
                "which of",
                "between ",
                "또는",
                "혹은",
                "아니면",
                " 중 ",
            ];
            offers |= joints.iter().any(|joint| text.contains(joint));
            let pieces = text.split(|c: char| !c.is_alphanumeric());
            let pieces = pieces.filter(|word| !word.is_empty());
            words.extend(pieces.flat_map(|word| {
                let stems = stems(word).into_iter();
                stems.chain([word]).map(fold).collect::<Vec<_>>()
            }));
            whole.push_str(&fold(&text));
            whole.push(' ');
        }
        words.order();
        words.dedup();
        Asked {
            words,
            whole,
            offers,
        }
    }

    /// Whether it names what there is to choose from: then a word of it may be
    /// another answer.
    pub(super) fn offers_a_choice(&self) -> bool {
        self.offers
    }

    /// Whether it is asked in Korean, perhaps among other languages.
    pub(super) fn is_in_korean(&self) -> bool {
        self.words.iter().any(|word| word.contains(is_hangul))
    }

    /// Whether it has a word, in this form or another: `signed` for `sign`,
    /// `기업은` for `기업이`. Digits are a form of nothing.
    pub(super) fn has(&self, word: &str) -> bool {
        let forms = std::iter::once(word).chain(stems(word));
        forms.map(fold).any(|form| self.has_form(&form))
    }

    fn has_form(&self, form: &str) -> bool {
        if form.chars().nth(1).is_none() || NEGATIONS.contains(&form) {
            return false;
        }
        let hangul = form.chars().all(is_hangul);
        let digits = form.contains(|c: char| c.is_ascii_digit());
        // GPT-4, which is two words there.
        if digits && form.contains(char::is_alphabetic) && self.whole.contains(form) {
            return true;
        }
        self.words.iter().any(|word| {
            if hangul {
                word.starts_with(form)
            } else if digits {
                let stem = |text: &str| text.strip_suffix('s').unwrap_or(text).to_owned();
                stem(word) == stem(form)
            } else {
                let shared = word.chars().zip(form.chars());
                let shared = shared.take_while(|(one, other)| one == other).count();
                word == form || shared >= SHORTEST_STEM
            }
        })
    }

    /// Whether a Korean word is one of it, whole but for a particle: what is glued to
    /// another word is told from it only so.
    pub(super) fn has_whole(&self, word: &str) -> bool {
        let is_word = |word: &str| word.chars().all(is_hangul) && word.chars().nth(1).is_some();
        let forms = std::iter::once(word).chain(stems(word));
        forms
            .filter(|form| is_word(form) && !NEGATIONS.contains(form))
            .map(fold)
            .any(|form| self.words.binary_search(&form).is_ok())
    }

    /// Whether a word may be left out of an answer.
    pub(super) fn says_again(&self, word: &str) -> bool {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let filler = |filler: &&str| filler.eq_ignore_ascii_case(word);
        FILLERS.iter().any(filler) || bare.is_empty() || self.has(bare)
    }

    /// A text without the words of it that may be left out, where some are: those
    /// of the question, and what happened on a date.
    pub(super) fn without_known(&self, text: &str) -> Option<String> {
        let known = |word: &&str| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let lower = bare.to_lowercase();
            let dated = bare.contains(|c: char| c.is_ascii_digit());
            !dated && (self.has(bare) || EVENTS.iter().any(|event| lower.starts_with(event)))
        };
        let kept: Vec<&str> = text
            .split_whitespace()
            .filter(|word| !known(word))
            .collect();
        let kept = kept.join(" ");
        (kept.len() < text.trim().len() && !kept.is_empty()).then_some(kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn words_of_the_question() {
        let question = Localized::with(
            Lang::En,
            "When was the treaty signed in 1953, with H100s?".to_owned(),
            Some("조약은 언제 체결되었나? 기업이 몇 곳?".to_owned()),
        );
        let asked = Asked::of(&question);
        for (word, expected) in [
            ("treaty", true),
            ("Treaties", true),
            ("signing", true),
            ("sing", false),
            ("1953", true),
            ("1954", false),
            ("H100", true),
            ("H100s", true),
            ("H800s", false),
            ("조약", true),
            ("조약이", true),
            ("기업은", true),
            ("업", false),
            ("협정", false),
        ] {
            assert_eq!(asked.has(word), expected, "{word}");
        }
        for (word, expected) in [
            ("조약", true),
            ("조약의", true),
            ("기업", true),
            ("체결", false),
            ("몇", false),
            ("협정", false),
        ] {
            assert_eq!(asked.has_whole(word), expected, "{word}");
        }
        for (text, kept) in [
            ("signed on July 27", Some("on July 27")),
            ("7월 27일 체결", Some("7월 27일")),
            ("launched in 1957", Some("1957")),
            ("July 27", None),
            ("treaty", None),
        ] {
            assert_eq!(asked.without_known(text).as_deref(), kept, "{text}");
        }
    }
}
