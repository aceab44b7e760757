//! What commands say to people, in English and Korean.

use crate::answer::{Outcome, Reason, Verdict};
use crate::text::Lang;

/// A label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(super) enum Phrase {
    Card,
    Deck,
    Difficulty,
    Due,
    Flagged,
    Kind,
    Learning,
    Missing,
    New,
    Retrievability,
    Right,
    Stability,
    State,
    Suspended,
    Title,
    Yes,
    You,
}

impl Phrase {
    pub fn say(self, lang: Lang) -> &'static str {
        let (english, korean) = match self {
            Phrase::Card => ("Card", "카드"),
            Phrase::Deck => ("Deck", "덱"),
            Phrase::Difficulty => ("Difficulty", "난이도"),
            Phrase::Due => ("Due", "복습"),
            Phrase::Flagged => ("Flagged", "표시"),
            Phrase::Kind => ("Kind", "종류"),
            Phrase::Learning => ("Learning", "학습 중"),
            Phrase::Missing => ("not named", "빠진 것"),
            Phrase::New => ("New", "새 카드"),
            Phrase::Retrievability => ("Retrievability", "회상 확률"),
            Phrase::Right => ("right", "정답"),
            Phrase::Stability => ("Stability (days)", "안정도(일)"),
            Phrase::State => ("State", "상태"),
            Phrase::Suspended => ("Suspended", "보류"),
            Phrase::Title => ("Title", "제목"),
            Phrase::Yes => ("yes", "예"),
            Phrase::You => ("you", "입력"),
        };
        pick(lang, english, korean)
    }
}

fn pick(lang: Lang, english: &'static str, korean: &'static str) -> &'static str {
    match lang {
        Lang::En => english,
        Lang::Ko => korean,
    }
}

pub(super) fn outcome(outcome: Outcome, lang: Lang) -> &'static str {
    let (english, korean) = match outcome {
        Outcome::Correct => ("correct", "정답"),
        Outcome::Close => ("close", "근접"),
        Outcome::Wrong => ("wrong", "오답"),
    };
    pick(lang, english, korean)
}

/// Why, in words.
pub(super) fn reason(verdict: &Verdict, lang: Lang) -> String {
    if verdict.reason == Reason::OffByPowerOfTen {
        return scale(verdict.power_of_ten, lang);
    }
    let (english, korean) = match verdict.reason {
        Reason::Exact => ("exact", "정확함"),
        Reason::Nothing => ("no answer", "답이 없음"),
        Reason::SameButForForm => ("the same but for its form", "표기만 다름"),
        Reason::Alternative => ("another name for it", "다른 이름"),
        Reason::Partial => ("only a part", "일부만 맞음"),
        Reason::Different => ("something else", "다른 답"),
        Reason::Rounded => ("rounded", "반올림한 값"),
        Reason::WithinTolerance => ("within the tolerance", "허용 오차 안"),
        Reason::OffByPowerOfTen => ("the scale", "자릿수가 다름"),
        Reason::WrongUnit => ("the unit is another", "단위가 다름"),
        Reason::MissingUnit => ("right, without its unit", "단위가 빠졌지만 맞음"),
        Reason::DifferentValue => ("another value", "값이 다름"),
        Reason::NotAFigure => ("not a figure", "숫자가 아님"),
        Reason::RightMonth => ("only the month is right", "달만 맞음"),
        Reason::RightYear => ("only the year is right", "해만 맞음"),
        Reason::SwappedDayMonth => ("day and month are swapped", "월과 일이 바뀜"),
        Reason::DifferentDate => ("another date", "다른 날짜"),
        Reason::NotADate => ("not a date", "날짜가 아님"),
        Reason::OneSlip => ("one slip", "한 군데 틀림"),
        Reason::WrongOrder => ("another order", "순서가 다름"),
        Reason::WrongPairs => ("wrong pairs", "짝이 틀림"),
        Reason::WrongChoice => ("another choice", "다른 선택"),
        Reason::WrongSide => ("the other is larger", "다른 쪽이 더 큼"),
    };
    pick(lang, english, korean).to_owned()
}

/// `the scale: 10,000 times too few`
fn scale(power: i32, lang: Lang) -> String {
    let zeros = usize::try_from(power.unsigned_abs()).unwrap_or(0);
    let factor = grouped(zeros);
    match (lang, power > 0) {
        (Lang::En, true) => format!("the scale: {factor} times too many"),
        (Lang::En, false) => format!("the scale: {factor} times too few"),
        (Lang::Ko, true) => format!("자릿수가 다름: {factor}배 많음"),
        (Lang::Ko, false) => format!("자릿수가 다름: {factor}배 적음"),
    }
}

/// A one with so many zeros, grouped by commas.
fn grouped(zeros: usize) -> String {
    let mut text = "1".to_owned();
    for left in (0..zeros).rev() {
        if left % 3 == 2 {
            text.push(',');
        }
        text.push('0');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors() {
        let rows = [
            (1, "10"),
            (2, "100"),
            (3, "1,000"),
            (4, "10,000"),
            (6, "1,000,000"),
        ];
        for (zeros, expected) in rows {
            assert_eq!(grouped(zeros), expected);
        }
    }
}
