//! Why an answer was judged as it was, as it is said.

use super::Say;
use crate::answer::{Reason, Verdict};
use crate::text::Lang;

impl Say {
    /// Why an answer was judged so, in a few words; empty where the outcome
    /// says it all.
    pub fn reason(self, verdict: &Verdict) -> String {
        let (en, ko) = match verdict.reason {
            Reason::Exact | Reason::Different | Reason::DifferentValue => ("", ""),
            Reason::Nothing => ("no answer", "답하지 않음"),
            Reason::SameButForForm => ("the same but for its form", "표기만 다름"),
            Reason::Alternative => ("another name for it", "다른 이름도 맞음"),
            Reason::Typo => ("a slip of the fingers", "오타"),
            Reason::KeyboardLayout => (
                "the keyboard was in the other language",
                "한/영 키를 바꾸지 않음",
            ),
            Reason::Particle => ("with an ending left on", "조사나 어미가 붙음"),
            Reason::Partial => ("in part", "일부만 맞음"),
            Reason::Rounded => ("rounded", "반올림함"),
            Reason::WithinTolerance => ("near enough", "허용 범위 안"),
            Reason::OffByPowerOfTen => return self.power_of_ten(verdict.power_of_ten),
            Reason::WrongUnit => ("the unit is another", "단위가 다름"),
            Reason::MissingUnit => ("without its unit", "단위가 빠짐"),
            Reason::NotAFigure => ("not a figure", "수가 아님"),
            Reason::RightMonth => ("the right month, another day", "달은 맞고 날이 다름"),
            Reason::RightYear => ("the right year, another day", "해는 맞고 날짜가 다름"),
            Reason::SwappedDayMonth => ("day and month the other way round", "달과 날이 바뀜"),
            Reason::DifferentDate => ("another date", "다른 날짜"),
            Reason::MissingMonth => ("without its month", "달이 빠짐"),
            Reason::NotADate => ("not a date", "날짜가 아님"),
            Reason::OneSlip => ("one slip", "하나만 어긋남"),
            Reason::WrongOrder => ("another order", "순서가 다름"),
            Reason::WrongPairs => ("some pairs are wrong", "짝이 틀린 것이 있음"),
            Reason::WrongChoice => ("another one", "다른 것"),
            Reason::WrongSide => ("the other one is larger", "다른 쪽이 더 큼"),
        };
        self.pick_of(en, ko).to_owned()
    }

    /// `the scale: a thousand times too many`
    pub fn power_of_ten(self, power: i32) -> String {
        let times = match (self.0, power.unsigned_abs()) {
            (Lang::En, 1) => "ten".to_owned(),
            (Lang::En, 2) => "a hundred".to_owned(),
            (Lang::En, 3) => "a thousand".to_owned(),
            (Lang::En, 4) => "ten thousand".to_owned(),
            (Lang::En, 6) => "a million".to_owned(),
            (Lang::En, 9) => "a billion".to_owned(),
            (Lang::En, power) => format!("10^{power}"),
            (Lang::Ko, 1) => "10".to_owned(),
            (Lang::Ko, 2) => "100".to_owned(),
            (Lang::Ko, 3) => "1,000".to_owned(),
            (Lang::Ko, 4) => "1만 ".to_owned(),
            (Lang::Ko, 8) => "1억 ".to_owned(),
            (Lang::Ko, 5) => "10만 ".to_owned(),
            (Lang::Ko, 6) => "100만 ".to_owned(),
            (Lang::Ko, 7) => "1,000만 ".to_owned(),
            (Lang::Ko, 9) => "10억 ".to_owned(),
            (Lang::Ko, 10) => "100억 ".to_owned(),
            (Lang::Ko, 11) => "1,000억 ".to_owned(),
            (Lang::Ko, 12) => "1조 ".to_owned(),
            (Lang::Ko, power) => format!("10^{power} "),
        };
        match self.0 {
            Lang::En if power < 0 => format!("the scale: {times} times too small"),
            Lang::En => format!("the scale: {times} times too large"),
            Lang::Ko if power < 0 => format!("자릿수: {times}배 작음"),
            Lang::Ko => format!("자릿수: {times}배 큼"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_of_ten_is_said_as_it_is_counted() {
        for (power, ko) in [
            (1, "자릿수: 10배 큼"),
            (-3, "자릿수: 1,000배 작음"),
            (4, "자릿수: 1만 배 큼"),
            (6, "자릿수: 100만 배 큼"),
            (-9, "자릿수: 10억 배 작음"),
            (12, "자릿수: 1조 배 큼"),
        ] {
            assert_eq!(Say(Lang::Ko).power_of_ten(power), ko);
        }
    }
}
