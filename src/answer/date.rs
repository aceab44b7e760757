//! Dates: the right day, the right month or year only, or another.

use unicode_normalization::UnicodeNormalization;

use super::asked::Asked;
use super::{Outcome, Reason, Verdict};
use crate::figure::{Date, Period};
use crate::text::{Lang, Localized};

/// Longest answer in which a date is looked for, in bytes.
const LONGEST: usize = 200;

/// Judges a typed date against the `right` one, which may be a year or a month
/// alone. Where what was `asked` names the month, the day alone will do.
pub(super) fn judge(right: Date, asked: Option<&Localized>, typed: &str) -> Verdict {
    if typed.len() > LONGEST {
        return Verdict::wrong(Reason::NotADate);
    }
    let verdict = judge_alone(right, asked, typed);
    if verdict.reason != Reason::NotADate {
        return verdict;
    }
    // "signed on July 27", "1957년 발사"
    let bare = asked.and_then(|asked| Asked::of(asked).without_known(typed));
    bare.map_or(verdict, |bare| judge_alone(right, asked, &bare))
}

fn judge_alone(right: Date, asked: Option<&Localized>, typed: &str) -> Verdict {
    if right.month.is_none() && short_year(typed) == right.year.map(|year| year % 100) {
        return Verdict::correct(Reason::Exact);
    }
    if let Some(given) = month_and_day(right, typed) {
        return hold(right, given, false);
    }
    if let Ok(given) = Date::parse(typed) {
        return hold(
            right,
            in_century_of(right, given, typed),
            order_in_doubt(typed),
        );
    }
    if let Ok(Period { from, to }) = Period::parse(typed) {
        return between(hold(right, from, false), hold(right, to, false));
    }
    // 1,957: a year with its thousands grouped.
    let ungrouped = typed.replace([',', '，'], "");
    if right.month.is_none() && Date::parse(&ungrouped) == Ok(right) {
        return Verdict::correct(Reason::Exact);
    }
    // "In which month?" 11.
    let month = lone_month(typed).filter(|_| right.month.is_some() && right.day.is_none());
    if let Some(given) = month.and_then(|month| Date::new(right.year, Some(month), None).ok()) {
        return hold(right, given, false);
    }
    let day = Date::parse_day(typed).filter(|day| right.day.is_some() && (1..=31).contains(day));
    let named = || asked.is_some_and(|asked| names_month(asked, right));
    match day {
        Some(day) if named() => Date::new(right.year, right.month, Some(day))
            .map_or(Verdict::wrong(Reason::NotADate), |given| {
                hold(right, given, false)
            }),
        // A day of which month?
        Some(_) => Verdict::wrong(Reason::MissingMonth),
        None => Verdict::wrong(Reason::NotADate),
    }
}

/// Judges a typed span of time against the one from `from` to `to`.
pub(super) fn judge_span(from: Date, to: Date, asked: &Localized, typed: &str) -> Verdict {
    if typed.len() > LONGEST {
        return Verdict::wrong(Reason::NotADate);
    }
    let verdict = judge_span_alone(from, to, typed);
    if verdict.reason != Reason::NotADate {
        return verdict;
    }
    let bare = Asked::of(asked).without_known(typed);
    bare.map_or(verdict, |bare| judge_span_alone(from, to, &bare))
}

fn judge_span_alone(from: Date, to: Date, typed: &str) -> Verdict {
    match Period::parse(typed) {
        Ok(given) => {
            let right = |right: Date, given: Date| {
                let given = in_century_of(right, given, typed);
                hold(right, given, false).outcome == Outcome::Correct
            };
            if right(from, given.from) && right(to, given.to) {
                Verdict::correct(Reason::Exact)
            } else {
                Verdict::wrong(Reason::DifferentDate)
            }
        }
        // One of its ends is no span.
        Err(_) if Date::parse(typed).is_ok() => Verdict::wrong(Reason::DifferentDate),
        Err(_) => Verdict::wrong(Reason::NotADate),
    }
}

/// The verdict on a span of time from its ends: right only where both are, and
/// a day is no span.
fn between(from: Verdict, to: Verdict) -> Verdict {
    let right = |verdict: &Verdict| verdict.outcome == Outcome::Correct;
    match (right(&from), right(&to)) {
        (true, true) => from,
        // What holds of both ends: the month, or only the year.
        (true, false) => Verdict::wrong(to.reason),
        (false, true) => Verdict::wrong(from.reason),
        (false, false) if from.reason == to.reason => Verdict::wrong(from.reason),
        (false, false) => Verdict::wrong(Reason::DifferentDate),
    }
}

/// Whether a question names the month of `date`: "On what day of January?"
fn names_month(asked: &Localized, date: Date) -> bool {
    let month = Date {
        year: None,
        day: None,
        ..date
    };
    asked.iter().any(|(_, text)| {
        let text: String = text.nfkc().collect::<String>().to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        let english = month.format(Lang::En).to_lowercase();
        let korean = month.format(Lang::Ko);
        !english.is_empty() && words.any(|word| word == english || word.starts_with(&korean))
    })
}

/// A month by its number alone.
fn lone_month(typed: &str) -> Option<i8> {
    let digits: String = typed.trim().nfkc().collect();
    let short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    short.then(|| digits.parse().ok()).flatten()
}

/// The month and day of the right date, typed in four digits: `0120`. (Else
/// they are a year.)
fn month_and_day(right: Date, typed: &str) -> Option<Date> {
    let digits: String = typed.trim().nfkc().collect();
    let four = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let meant = format!("{:02}{:02}", right.month?, right.day?);
    (four && digits == meant).then_some(right)
}

/// A year by its last two digits: `'57`, `57년`. Where a year is asked for, its
/// century is not in doubt.
fn short_year(typed: &str) -> Option<i16> {
    let typed: String = typed.trim().nfkc().collect();
    let digits = typed
        .strip_prefix(['\'', '’', '‘'])
        .unwrap_or(&typed)
        .trim_end_matches('년')
        .trim_end();
    let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    two.then(|| digits.parse().ok()).flatten()
}

/// The date with the century of the right one where only two digits of its year
/// were typed: 57년 10월 is of the year that was asked for.
fn in_century_of(right: Date, given: Date, typed: &str) -> Date {
    let mut run = 0;
    // 530727 has its year in two digits.
    let plain: String = typed.trim().nfkc().collect();
    let six = plain.len() == 6 && plain.bytes().all(|byte| byte.is_ascii_digit());
    let four = typed.nfkc().any(|c| {
        run = if c.is_ascii_digit() { run + 1 } else { 0 };
        run >= 3 && !six
    });
    let hundredths = |year: Option<i16>| year.map(|year| year % 100);
    let same = given.year.is_some() && hundredths(given.year) == hundredths(right.year);
    let words = !typed.nfkc().any(|c| c.is_ascii_digit());
    Date {
        year: if same && !four && !words {
            right.year
        } else {
            given.year
        },
        ..given
    }
}

/// Whether a reader could take the day for the month: `3/2/2025`, `3.2.2025`.
fn order_in_doubt(typed: &str) -> bool {
    let typed: String = typed.nfkc().collect();
    let year_last = typed
        .trim()
        .rsplit(['.', '-', '/'])
        .next()
        .is_some_and(|last| last.trim().len() == 4);
    (typed.contains('/') || year_last) && !typed.chars().any(char::is_alphabetic)
}

fn hold(right: Date, given: Date, order_in_doubt: bool) -> Verdict {
    // A part that the card does not ask for can't be wrong; a year that was
    // left out is forgiven where the rest is a whole day or month.
    let year = match (right.year, given.year) {
        (Some(right), Some(given)) => right == given,
        (Some(_), None) => right.month.is_some(),
        (None, _) => true,
    };
    let month = right.month.is_none() || given.month == right.month;
    let day = right.day.is_none() || given.day == right.day;

    if year && month && day {
        return Verdict::correct(Reason::Exact);
    }
    if year && month && right.month.is_some() {
        // A month is no answer to what day it was.
        return Verdict::wrong(Reason::RightMonth);
    }
    if year && right.day.is_some() && right.month == given.day && right.day == given.month {
        return if order_in_doubt {
            Verdict::close(Reason::SwappedDayMonth)
        } else {
            Verdict::wrong(Reason::SwappedDayMonth)
        };
    }
    if right.year.is_some() && right.year == given.year {
        return Verdict::wrong(Reason::RightYear);
    }
    Verdict::wrong(Reason::DifferentDate)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use super::*;
    use crate::answer::Outcome;

    #[test]
    fn dates() {
        use Outcome::{Correct, Wrong};
        use Reason::*;
        let cases = [
            // A day.
            ("2025-01-20", "2025-01-20", Correct, Exact),
            ("2025-01-20", "2025. 1. 20.", Correct, Exact),
            ("2025-01-20", "1월 20일", Correct, Exact),
            ("2025-01-20", "Jan 20", Correct, Exact),
            ("2025-01-20", "20 January 2025", Correct, Exact),
            ("2025-01-20", "20250120", Correct, Exact),
            ("2025-01-20", "20250121", Wrong, RightMonth),
            ("2025-01-20", "20251301", Wrong, NotADate),
            ("2025-01-20", "2025년 1월 20일", Correct, Exact),
            ("2025-01-20", "2025-01-21", Wrong, RightMonth),
            ("2025-01-20", "1월 21일", Wrong, RightMonth),
            ("2025-01-20", "2025-01", Wrong, RightMonth),
            ("2025-01-20", "January", Wrong, RightMonth),
            ("2025-01-20", "2025-02-20", Wrong, RightYear),
            ("2025-01-20", "2025", Wrong, RightYear),
            ("2025-01-20", "2024-01-20", Wrong, DifferentDate),
            ("2025-01-20", "2024년 1월", Wrong, DifferentDate),
            ("2025-01-20", "Feb 20", Wrong, DifferentDate),
            ("2025-02-03", "2025-03-02", Wrong, SwappedDayMonth),
            ("2025-02-03", "3월 2일", Wrong, SwappedDayMonth),
            // A month.
            ("2025-01", "2025-01", Correct, Exact),
            ("2025-01", "2025년 1월", Correct, Exact),
            ("2025-01", "1월", Correct, Exact),
            ("2025-01", "2025-01-20", Correct, Exact),
            ("2025-01", "2025", Wrong, RightYear),
            ("2025-01", "2025-03", Wrong, RightYear),
            ("2025-01", "2024-01", Wrong, DifferentDate),
            // A year.
            ("1957", "1957", Correct, Exact),
            ("1957", "1957년", Correct, Exact),
            ("1957", "1957-10-04", Correct, Exact),
            ("1957", "57년", Correct, Exact),
            ("1957", "'57", Correct, Exact),
            ("1957", "’57", Correct, Exact),
            ("1957", "58년", Wrong, DifferentDate),
            ("1957", "'58", Wrong, DifferentDate),
            ("1957-10", "57", Wrong, NotADate),
            ("1957", "1958", Wrong, DifferentDate),
            ("1957", "10월 4일", Wrong, DifferentDate),
            // A day of any year.
            ("10월 4일", "10월 4일", Correct, Exact),
            ("10월 4일", "4 October 1957", Correct, Exact),
            ("10월 4일", "10월 5일", Wrong, RightMonth),
            // A day of no month.
            ("2025-01-20", "20일", Wrong, MissingMonth),
            ("2025-01-20", "the 20th", Wrong, MissingMonth),
            ("2025-01-20", "21일", Wrong, MissingMonth),
            ("2025-01-20", "32일", Wrong, NotADate),
            ("2025-01", "20일", Wrong, NotADate),
            // No date.
            ("2025-01-20", "yesterday", Wrong, NotADate),
            ("2025-01-20", "딥시크", Wrong, NotADate),
        ];
        let mut failed = Vec::new();
        for (right, typed, outcome, reason) in cases {
            let verdict = judge(Date::parse(right).unwrap(), None, typed);
            let got = (verdict.outcome, verdict.reason);
            if got != (outcome, reason) {
                failed.push(format!(
                    "{typed:?} for {right:?}: {got:?}, not {:?}",
                    (outcome, reason)
                ));
            }
        }
        assert!(failed.is_empty(), "{}", failed.join("\n"));
    }

    #[test]
    fn a_day_and_month_that_could_be_either_are_forgiven_their_order() {
        let day = |month, day| Date {
            year: Some(2025),
            month: Some(month),
            day: Some(day),
        };
        assert_eq!(hold(day(2, 3), day(3, 2), true).outcome, Outcome::Close);
        assert_eq!(hold(day(2, 3), day(3, 2), false).outcome, Outcome::Wrong);
        assert!(order_in_doubt("3/2/2025"));
        assert!(!order_in_doubt("2025-03-02"));
    }
}
