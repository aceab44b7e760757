//! One sentence of ours in every language of the interface, said at the place
//! where it arises: of what is wrong there, both languages know as much.

use crate::text::Lang;

/// A sentence in every language; [`message!`](crate::message) makes one.
///
/// It has no `Display`: whoever shows it knows in which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message(Box<Said>);

/// One allocation: errors that hold two of these stay small.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    en: String,
    ko: String,
}

impl Message {
    /// From what it says in English and in Korean.
    pub fn new(en: String, ko: String) -> Message {
        Message(Box::new(Said { en, ko }))
    }

    /// From what it says in each language.
    pub fn each(says: impl Fn(Lang) -> String) -> Message {
        Message::new(says(Lang::En), says(Lang::Ko))
    }

    /// What others said, who know nothing of our languages: the system, git.
    pub fn same(said: impl ToString) -> Message {
        Message::each(|_| said.to_string())
    }

    /// What it says in a language.
    pub fn says(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.0.en,
            Lang::Ko => &self.0.ko,
        }
    }

    /// The same with something done to it in every language.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Message {
        Message::new(change(&self.0.en), change(&self.0.ko))
    }

    /// Puts what to do behind what is wrong, with a semicolon between them.
    #[must_use]
    pub fn and(&self, next: &Message) -> Message {
        Message::each(|lang| format!("{}; {}", self.says(lang), next.says(lang)))
    }

    /// What is wrong and what to do, of a sentence that says both with a
    /// semicolon between them; what it quotes before that may have others.
    pub fn parts(&self) -> (Message, Option<Message>) {
        let both = self.0.en.rsplit_once("; ").zip(self.0.ko.rsplit_once("; "));
        match both {
            Some(((en, en_help), (ko, ko_help))) => (
                Message::new(en.to_owned(), ko.to_owned()),
                Some(Message::new(en_help.to_owned(), ko_help.to_owned())),
            ),
            None => (self.clone(), None),
        }
    }
}

#[cfg(test)]
impl Message {
    /// Holds the Korean text against the English one: it is Korean, and it has
    /// every quoted word and every number of the other.
    #[allow(clippy::panic)]
    pub fn assert_alike(&self) {
        let Said { en, ko } = &*self.0;
        assert!(ko.chars().any(crate::text::is_hangul), "{en}: {ko}");
        for told in quoted(en).into_iter().chain(numbers(en)) {
            assert!(ko.contains(told), "{told} of {en} is not in {ko}");
        }
        assert!(!ko.contains("  ") || en.contains("  "), "{ko}");
    }
}

/// What stands in single quotes, which an apostrophe is none of; of a key with
/// an example, which may be another in each language, the key.
#[cfg(test)]
fn quoted(text: &str) -> Vec<&str> {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut found = Vec::new();
    let mut from = None;
    for (at, _) in text.match_indices('\'') {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let behind = text.get(at + 1..).and_then(|text| text.chars().next());
        match from {
            None if !is_word(before) => from = Some(at + 1),
            Some(start) if !is_word(behind) => {
                let told = text.get(start..at).unwrap_or_default();
                found.extend(told.split(": ").next());
                from = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
fn numbers(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| !c.is_ascii_digit());
    parts.filter(|part| !part.is_empty()).collect()
}

/// A [`Message`](crate::text::Message): the English text and the Korean one,
/// both as of `format!`, with arguments behind them that both take.
#[macro_export]
macro_rules! message {
    ($en:literal, $ko:literal $(, $argument:expr)* $(,)?) => {
        $crate::text::Message::new(
            ::std::format!($en $(, $argument)*),
            ::std::format!($ko $(, $argument)*),
        )
    };
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn both_languages_say_the_same_with_the_same_arguments() {
        let (key, line) = ("colour", 12);
        let message = message!(
            "'{key}' stands on line {line}",
            "'{key}' 키가 {line}번째 줄에 있습니다"
        );
        assert_eq!(message.says(Lang::En), "'colour' stands on line 12");
        assert_eq!(message.says(Lang::Ko), "'colour' 키가 12번째 줄에 있습니다");
        let counted = message!("{} of {}", "{1}개 중 {0}개", 2, 3);
        assert_eq!(counted.says(Lang::Ko), "3개 중 2개");
    }

    /// Whether so many words in a row are Latin that it is no name and no command,
    /// which stands in backticks or quotes if it is long.
    fn has_latin_sentence(text: &str) -> bool {
        let unquoted = text.split(['`', '\'']).step_by(2);
        let words = unquoted.flat_map(|part| part.split(' ').chain([""]));
        // A list of keys has a comma behind each.
        let is_latin =
            |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase());
        let mut row = 0;
        let longest = words.map(|word| {
            row = if is_latin(word) { row + 1 } else { 0 };
            row
        });
        longest.max().is_some_and(|longest| longest > 2)
    }

    /// The text of a literal that `rest` begins with, and what stands behind it.
    fn literal(rest: &str) -> Option<(String, &str)> {
        let rest = rest.trim_start().strip_prefix('"')?;
        let mut escaped = false;
        let end = rest.find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        })?;
        let (text, behind) = rest.split_at(end);
        let lines = text.split("\\\n").enumerate();
        let lines = lines.map(|(at, line)| if at == 0 { line } else { line.trim_start() });
        Some((lines.collect(), behind.strip_prefix('"')?))
    }

    /// What every `message!` below a folder says.
    fn pairs(folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                pairs(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(path).unwrap();
                for rest in text.split("message!(").skip(1) {
                    let pair = literal(rest).and_then(|(en, rest)| {
                        let (ko, _) = literal(rest.strip_prefix(',')?)?;
                        Some((en, ko))
                    });
                    found.extend(pair);
                }
            }
        }
    }

    #[test]
    fn every_sentence_in_the_source_says_the_same_in_both() {
        let mut found = Vec::new();
        pairs(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut found,
        );
        assert!(found.len() > 300, "{}", found.len());
        // Nothing but a number, or what was put together before.
        let is_bare = |text: &str| !text.chars().any(|c| c.is_alphabetic());
        for (en, ko) in found {
            let words = en.split(['{', '}']).step_by(2).collect::<String>();
            assert!(!has_latin_sentence(&ko), "{ko}");
            if !is_bare(&words) {
                Message::new(en, ko).assert_alike();
            }
        }
    }

    #[test]
    fn a_latin_sentence_in_a_korean_one() {
        for (text, expected) in [
            (
                "저장하지 못했습니다: the disk is full; nothing was recorded",
                true,
            ),
            ("{}: 쓸 수 없습니다({cause}); 다른 파일을 고르세요", false),
            ("다른 파일을 고르세요: dateline backup FILE", false),
            (
                "fact, claim, forecast, disputed, retracted 중 하나를 쓰세요",
                false,
            ),
            ("`dateline doctor with all of it`로 고치세요", false),
        ] {
            assert_eq!(has_latin_sentence(text), expected, "{text}");
        }
    }

    #[test]
    fn what_to_do_stands_behind_a_semicolon() {
        let (wrong, help) =
            message!("no date; write 1957", "날짜가 아닙니다; 1957처럼 쓰세요").parts();
        assert_eq!(wrong, message!("no date", "날짜가 아닙니다"));
        assert_eq!(help, Some(message!("write 1957", "1957처럼 쓰세요")));
        assert_eq!(message!("no date", "날짜가 아닙니다").parts().1, None);
    }
}
