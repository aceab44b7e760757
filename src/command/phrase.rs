//! The labels of what commands print, in English and Korean. Verdicts are said
//! as the screens say them.

use crate::text::Lang;

/// A label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(super) enum Phrase {
    Backup,
    BuriedUntil,
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
    NextDue,
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
            Phrase::BuriedUntil => ("Buried until", "미룸"),
            Phrase::Card => ("Card", "카드"),
            Phrase::Deck => ("Deck", "덱"),
            Phrase::Difficulty => ("Difficulty", "난이도"),
            Phrase::Due => ("Due", "복습"),
            Phrase::Flagged => ("Flagged", "깃발"),
            Phrase::Kind => ("Kind", "종류"),
            Phrase::LastEvent => ("Last event", "마지막 기록"),
            Phrase::Learning => ("Learning", "학습 중"),
            Phrase::Missing => ("not named", "빠진 것"),
            Phrase::New => ("New", "새 카드"),
            Phrase::NextDue => ("Due", "예정"),
            Phrase::Retrievability => ("Retrievability", "회상 확률"),
            Phrase::Reviews => ("Reviews", "복습"),
            Phrase::Right => ("right", "정답"),
            Phrase::Size => ("Size", "크기"),
            Phrase::Stability => ("Stability (days)", "안정성(일)"),
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
    use crate::strings::Say;

    #[test]
    fn one_thing_has_the_word_that_it_has_on_the_screen() {
        for lang in Lang::ALL {
            let say = Say(lang);
            for (phrase, on_the_screen) in [
                (Phrase::Card, say.id()),
                (Phrase::State, say.state()),
                (Phrase::Stability, say.stability()),
                (Phrase::Difficulty, say.difficulty()),
                (Phrase::Retrievability, say.retrievability()),
                (Phrase::NextDue, say.next_due()),
                (Phrase::Flagged, say.flagged()),
                (Phrase::New, say.new_cards()),
                (Phrase::Learning, say.learning()),
                (Phrase::Due, say.due()),
            ] {
                let label = phrase.say(lang).to_lowercase();
                // A unit may stand behind it.
                let same = label.starts_with(&on_the_screen.to_lowercase());
                assert!(same, "{phrase:?}: {label}, on the screen {on_the_screen}");
            }
        }
    }

    #[test]
    fn one_is_no_plural() {
        for (count, said) in [(0, "0 acts"), (1, "1 act"), (2, "2 acts")] {
            assert_eq!(counted(count, "act"), said);
        }
    }
}
