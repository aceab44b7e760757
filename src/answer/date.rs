//! Dates: the right day, the right month or year only, or another.

use super::{Reason, Verdict};
use crate::figure::Date;
use crate::text::nfc;

/// Judges a typed date against the `right` one, which may be a year or a month alone.
pub(super) fn judge(right: Date, typed: &str) -> Verdict {
    if right.month.is_none() && short_year(typed) == right.year.map(|year| year % 100) {
        return Verdict::correct(Reason::Exact);
    }
    match Date::parse(typed) {
        Ok(given) => hold(right, given, order_in_doubt(typed)),
        Err(_) => Verdict::wrong(Reason::NotADate),
    }
}

/// A year by its last two digits: `'57`, `57년`. Where a year is asked for, its
/// century is not in doubt.
fn short_year(typed: &str) -> Option<i16> {
    let typed = nfc(typed.trim());
    let digits = typed
        .strip_prefix(['\'', '’', '‘'])
        .unwrap_or(&typed)
        .trim_end_matches('년')
        .trim_end();
    let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    two.then(|| digits.parse().ok()).flatten()
}

/// Whether a reader could take the day for the month: `3/2/2025`.
fn order_in_doubt(typed: &str) -> bool {
    typed.contains(['/', '／']) && !typed.chars().any(char::is_alphabetic)
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
        // A month for a day of it is the day rounded; another day is another day.
        return match given.day {
            None => Verdict::close(Reason::RightMonth),
            Some(_) => Verdict::wrong(Reason::RightMonth),
        };
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
        use Outcome::{Close, Correct, Wrong};
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
            ("2025-01-20", "2025-01", Close, RightMonth),
            ("2025-01-20", "January", Close, RightMonth),
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
            ("1957", "'58", Wrong, NotADate),
            ("1957-10", "57", Wrong, NotADate),
            ("1957", "1958", Wrong, DifferentDate),
            ("1957", "10월 4일", Wrong, DifferentDate),
            // A day of any year.
            ("10월 4일", "10월 4일", Correct, Exact),
            ("10월 4일", "4 October 1957", Correct, Exact),
            ("10월 4일", "10월 5일", Wrong, RightMonth),
            // No date.
            ("2025-01-20", "yesterday", Wrong, NotADate),
            ("2025-01-20", "딥시크", Wrong, NotADate),
        ];
        let mut failed = Vec::new();
        for (right, typed, outcome, reason) in cases {
            let verdict = judge(Date::parse(right).unwrap(), typed);
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
