//! Words for how often something is: `월`, `하루`, `annually`.

use super::Unit;
use super::lookup::lookup;

/// Before an amount in Korean, those that begin as others do first, and the time
/// that it is so per.
const BEFORE: [(&str, &str); 21] = [
    ("연평균", "years"),
    ("연간", "years"),
    ("연", "years"),
    ("매년", "years"),
    ("매해", "years"),
    ("해마다", "years"),
    ("월평균", "months"),
    ("월간", "months"),
    ("월", "months"),
    ("매월", "months"),
    ("매달", "months"),
    ("달마다", "months"),
    ("다달이", "months"),
    ("매주", "weeks"),
    ("주", "weeks"),
    ("하루", "days"),
    ("매일", "days"),
    ("날마다", "days"),
    ("일평균", "days"),
    ("일일", "days"),
    ("매시간", "hours"),
];

/// Behind an amount in English, and the unit that it is so per.
const BEHIND: [(&str, &str); 7] = [
    ("hourly", "hour"),
    ("daily", "day"),
    ("weekly", "week"),
    ("monthly", "month"),
    ("quarterly", "quarter"),
    ("annually", "year"),
    ("yearly", "year"),
];

/// The word for how often that `text` begins with, and the time.
pub(in crate::figure) fn begins(text: &str) -> Option<(&'static str, &'static str)> {
    let mut words = BEFORE.iter().filter(|(word, _)| text.starts_with(word));
    words.next().copied()
}

/// The unit that something is so per, by an adverb: monthly.
pub(in crate::figure) fn adverb(word: &str) -> Option<&'static str> {
    let found = BEHIND.iter().find(|(known, _)| *known == word);
    found.map(|(_, under)| *under)
}

/// The time that a word by itself speaks of: 월, 연간, monthly, annual.
pub(in crate::figure) fn time(word: &str) -> Option<Unit> {
    let before = BEFORE.iter().find(|(known, _)| *known == word);
    let named = before.map(|(_, under)| *under);
    let annual = (word == "annual").then_some("year");
    lookup(named.or_else(|| adverb(word)).or(annual)?)
}

/// How Korean says that something is so per a time: `월 8만원`.
pub(in crate::figure) fn korean(under: &str) -> Option<&'static str> {
    Some(match under {
        "years" => "연",
        "months" => "월",
        "weeks" => "주",
        "days" => "하루",
        _ => return None,
    })
}
