//! The labels of what commands print, in English and Korean. Verdicts are said
//! as the screens say them.

use crate::text::Lang;

/// A label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(super) enum Phrase {
    Backup,
    Card,
    Deck,
    Difficulty,
    Due,
    Flagged,
    Kind,
    LastEvent,
    Learning,
    Missing,
    New,
    Retrievability,
    Reviews,
    Right,
    Size,
    Stability,
    State,
    Suspended,
    Title,
    Unreadable,
    Yes,
    You,
}

/// So many of something in English: `1 event`, `2 events`.
pub(super) fn counted(count: impl TryInto<u64>, noun: &str) -> String {
    let count = count.try_into().unwrap_or(u64::MAX);
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

impl Phrase {
    pub fn say(self, lang: Lang) -> &'static str {
        let (english, korean) = match self {
            Phrase::Backup => ("Backup", "백업"),
            Phrase::Card => ("Card", "카드"),
            Phrase::Deck => ("Deck", "덱"),
            Phrase::Difficulty => ("Difficulty", "난이도"),
            Phrase::Due => ("Due", "복습"),
            Phrase::Flagged => ("Flagged", "표시"),
            Phrase::Kind => ("Kind", "종류"),
            Phrase::LastEvent => ("Last event", "마지막 기록"),
            Phrase::Learning => ("Learning", "학습 중"),
            Phrase::Missing => ("not named", "빠진 것"),
            Phrase::New => ("New", "새 카드"),
            Phrase::Retrievability => ("Retrievability", "회상 확률"),
            Phrase::Reviews => ("Reviews", "복습"),
            Phrase::Right => ("right", "정답"),
            Phrase::Size => ("Size", "크기"),
            Phrase::Stability => ("Stability (days)", "안정도(일)"),
            Phrase::State => ("State", "상태"),
            Phrase::Suspended => ("Suspended", "보류"),
            Phrase::Title => ("Title", "제목"),
            Phrase::Unreadable => ("can't be read", "읽을 수 없음"),
            Phrase::Yes => ("yes", "예"),
            Phrase::You => ("you", "입력"),
        };
        match lang {
            Lang::En => english,
            Lang::Ko => korean,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_no_plural() {
        for (count, said) in [(0, "0 acts"), (1, "1 act"), (2, "2 acts")] {
            assert_eq!(counted(count, "act"), said);
        }
    }
}
