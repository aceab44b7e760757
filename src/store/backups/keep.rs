//! Which of the daily backups are kept, by their days alone.

use std::collections::{BTreeSet, HashSet};

use crate::schedule::Day;

/// The last of so many days, weeks and months that have one.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// The days whose backups are kept on `today`: the seven last; the last of each
/// of four weeks, and of each of twelve months, that have one.
///
/// Periods without a backup do not count, so that a year away takes nothing
/// with it. Days that are yet to come stay: the clock is or was wrong, and
/// which of the two the backups can't tell.
pub(super) fn kept(days: &BTreeSet<Day>, today: Day) -> BTreeSet<Day> {
    let mut kept: BTreeSet<Day> = days.iter().copied().filter(|day| *day > today).collect();
    let past = || days.iter().rev().copied().filter(|day| *day <= today);
    kept.extend(past().take(DAYS));
    kept.extend(last_of_each(past(), WEEKS, |day| (week(day), 0)));
    kept.extend(last_of_each(past(), MONTHS, |day| {
        let date = day.date();
        (i32::from(date.year()), date.month())
    }));
    kept
}

/// Of `days`, the latest first, the first of each period, up to so many.
fn last_of_each(
    days: impl Iterator<Item = Day>,
    periods: usize,
    period: impl Fn(Day) -> (i32, i8),
) -> impl Iterator<Item = Day> {
    let mut seen = HashSet::new();
    days.filter(move |day| seen.insert(period(*day)))
        .take(periods)
}

/// Weeks begin on Monday; 1970-01-01 was a Thursday.
fn week(day: Day) -> i32 {
    day.0.saturating_add(3).div_euclid(7)
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
    use proptest::prelude::*;

    fn day(date: &str) -> Day {
        Day::of(date.parse().unwrap())
    }

    fn days(text: &str) -> BTreeSet<Day> {
        text.split_whitespace().map(day).collect()
    }

    /// Today, the backups that there are, and those that go.
    #[test]
    fn by_age() {
        let cases = [
            ("nothing", "2025-02-10", "", ""),
            ("one", "2025-02-10", "2025-02-10", ""),
            (
                "a week, whichever month",
                "2025-02-03",
                "2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-01 2025-02-02 2025-02-03",
                "",
            ),
            (
                "the eighth goes, but the Sunday and the month's last",
                "2025-02-12", // a Wednesday
                "2025-01-30 2025-01-31 2025-02-01 2025-02-02 2025-02-03 2025-02-04 2025-02-05
                 2025-02-06 2025-02-07 2025-02-08 2025-02-09 2025-02-10 2025-02-11 2025-02-12",
                "2025-01-30 2025-02-01 2025-02-03 2025-02-04 2025-02-05",
            ),
            (
                "one a month, and of the first year the oldest goes",
                "2025-02-12",
                "2023-12-31 2024-01-31 2024-02-29 2024-03-31 2024-04-30 2024-05-31 2024-06-30
                 2024-07-31 2024-08-31 2024-09-30 2024-10-31 2024-11-30 2024-12-31 2025-01-31",
                "2023-12-31 2024-01-31",
            ),
            (
                "days apart are as good as days in a row",
                "2025-02-12",
                "2019-03-01 2020-03-01 2021-03-01 2022-03-01 2023-03-01 2024-03-01 2025-02-12",
                "",
            ),
            (
                "the clock was ahead: those stay, and today's does too",
                "2025-02-12",
                "2025-02-12 2031-01-01 2031-01-02 2031-01-03 2031-01-04 2031-01-05 2031-01-06
                 2031-01-07 2031-01-08 2031-01-09",
                "",
            ),
            (
                "before 1970",
                "1969-12-31",
                "1969-12-01 1969-12-02 1969-12-22 1969-12-23 1969-12-24 1969-12-25 1969-12-26
                 1969-12-29 1969-12-30 1969-12-31",
                "1969-12-01 1969-12-22",
            ),
        ];
        for (what, today, there, gone) in cases {
            let there = days(there);
            let kept = kept(&there, day(today));
            let went: BTreeSet<Day> = there.difference(&kept).copied().collect();
            assert_eq!(went, days(gone), "{what}");
            assert!(kept.is_subset(&there), "{what}");
        }
    }

    /// Day after day for two years, thinned each day.
    #[test]
    fn it_comes_to_the_same_from_day_to_day() {
        let first = day("2023-01-01").0;
        let last = day("2024-12-25").0; // a Wednesday
        let mut there = BTreeSet::new();
        for today in first..=last {
            there.insert(Day(today));
            there = kept(&there, Day(today));
        }
        let expected = days(
            "2024-12-19 2024-12-20 2024-12-21 2024-12-22 2024-12-23 2024-12-24 2024-12-25
             2024-12-15 2024-12-08
             2024-01-31 2024-02-29 2024-03-31 2024-04-30 2024-05-31 2024-06-30 2024-07-31
             2024-08-31 2024-09-30 2024-10-31 2024-11-30",
        );
        assert_eq!(there, expected);
    }

    proptest! {
        #[test]
        fn todays_and_the_last_seven_always_stay(
            days in prop::collection::btree_set((-40_000..60_000_i32).prop_map(Day), 0..80),
            today in (-40_000..60_000_i32).prop_map(Day),
        ) {
            let mut days = days;
            days.insert(today);
            let kept = kept(&days, today);
            prop_assert!(kept.is_subset(&days));
            for day in days.iter().rev().filter(|day| **day <= today).take(7) {
                prop_assert!(kept.contains(day));
            }
            let past = kept.iter().filter(|day| **day <= today).count();
            prop_assert!(past <= 7 + 4 + 12);
            // Thinning what was thinned changes nothing.
            prop_assert_eq!(&super::kept(&kept, today), &kept);
        }
    }
}
