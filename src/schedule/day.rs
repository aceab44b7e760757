//! Study days: civil days that turn over at four in the morning, or when the
//! learner says so.

use jiff::civil::Date;
use jiff::tz::AmbiguousOffset;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::schedule::Due;

/// A study day, counted in civil days from 1970-01-01.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Day(pub i32);

const EPOCH: Date = Date::constant(1970, 1, 1);

impl Day {
    /// The civil day in the morning of which it begins.
    pub fn date(self) -> Date {
        EPOCH.saturating_add(SignedDuration::from_hours(i64::from(self.0) * 24))
    }

    /// The study day that begins in the morning of `date`.
    pub fn of(date: Date) -> Day {
        let days = date.duration_since(EPOCH).as_hours() / 24;
        Day(i32::try_from(days).unwrap_or(i32::MAX))
    }

    /// So many days later.
    pub fn after(self, days: u32) -> Day {
        Day(self.0.saturating_add_unsigned(days))
    }

    /// Days from `earlier` to this one; 0 if it is not the earlier of the two.
    pub fn since(self, earlier: Day) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }
}

/// Where study days begin and end: a time zone and the hour of the turnover.
#[derive(Debug, Clone)]
pub struct StudyClock {
    /// The learner's time zone.
    pub zone: jiff::tz::TimeZone,
    /// Minutes after midnight at which a study day begins; 240 by default.
    pub turnover: u16,
}

impl StudyClock {
    /// The study day of an instant: the one that has begun, while the next has
    /// not. (Subtracting the turnover from the time on the wall is not enough:
    /// where clocks are set back across the turnover the day would go back too.)
    pub fn day(&self, at: Timestamp) -> Day {
        let wall = self.zone.to_datetime(at);
        let mut day = Day::of(
            wall.saturating_sub(SignedDuration::from_mins(self.turnover_minutes()))
                .date(),
        );
        // The guess is at most a transition of the zone away.
        for _ in 0..2 {
            if at < self.start(day) {
                day = Day(day.0 - 1);
            } else if at >= self.start(day.after(1)) {
                day = day.after(1);
            }
        }
        day
    }

    /// The instant at which a study day begins: the first at which the clock on
    /// the wall shows the turnover or later. Where clocks jump over the turnover
    /// that is the jump; where they show it twice, the first time.
    pub fn start(&self, day: Day) -> Timestamp {
        let wall = day
            .date()
            .at(0, 0, 0, 0)
            .saturating_add(SignedDuration::from_mins(self.turnover_minutes()));
        let ambiguous = self.zone.to_ambiguous_timestamp(wall);
        let kind = ambiguous.offset();
        let Ok(start) = ambiguous.compatible() else {
            return if day.0 < 0 {
                Timestamp::MIN
            } else {
                Timestamp::MAX
            };
        };
        match kind {
            AmbiguousOffset::Gap { .. } => self
                .zone
                .preceding(start)
                .next()
                .map_or(start, |jump| jump.timestamp()),
            _ => start,
        }
    }

    /// The civil day in the morning of which a study day begins, as decks write it.
    pub fn civil(&self, day: Day) -> crate::figure::Date {
        let date = day.date();
        crate::figure::Date {
            year: Some(date.year()),
            month: Some(date.month()),
            day: Some(date.day()),
        }
    }

    /// The day that it is for the learner, as decks write it: at night the one that
    /// has not turned over yet. None in a year that no deck can have.
    pub fn today(&self, now: Timestamp) -> Option<crate::figure::Date> {
        let date = self.day(now).date();
        let (year, month, day) = (date.year(), date.month(), date.day());
        crate::figure::Date::new(Some(year), Some(month), Some(day)).ok()
    }

    /// The study day on which a card comes again.
    pub fn day_of(&self, due: Due) -> Day {
        match due {
            Due::At(at) => self.day(at),
            Due::On(day) => day,
        }
    }

    /// The offset from UTC in force at an instant, in seconds.
    pub fn offset(&self, at: Timestamp) -> i32 {
        self.zone.to_offset(at).seconds()
    }

    fn turnover_minutes(&self) -> i64 {
        i64::from(self.turnover.min(24 * 60 - 1))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    // The rules of the zones, written out: a test needs no time zone database.
    const NEW_YORK: &str = "EST5EDT,M3.2.0,M11.1.0";
    const SEOUL: &str = "KST-9";
    const LORD_HOWE: &str = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0";

    fn clock(zone: &str, turnover: u16) -> StudyClock {
        let zone = TimeZone::posix(zone).unwrap();
        StudyClock { zone, turnover }
    }

    #[test]
    fn an_instant_falls_on_a_study_day() {
        let four = 240;
        for (zone, turnover, at, day, why) in [
            (
                SEOUL,
                four,
                "2025-02-08T19:00:00Z",
                "2025-02-09",
                "exactly 04:00 begins the day",
            ),
            (
                SEOUL,
                four,
                "2025-02-08T18:59:59.999Z",
                "2025-02-08",
                "one millisecond before is yesterday",
            ),
            (
                SEOUL,
                four,
                "2025-02-09T14:59:59Z",
                "2025-02-09",
                "late evening",
            ),
            (
                SEOUL,
                four,
                "2025-02-09T15:30:00Z",
                "2025-02-09",
                "after midnight it is still the evening before",
            ),
            (
                SEOUL,
                0,
                "2025-02-09T15:00:00Z",
                "2025-02-10",
                "a turnover at midnight is the civil day",
            ),
            (
                NEW_YORK,
                four,
                "2025-02-09T09:00:00Z",
                "2025-02-09",
                "winter: 04:00 is 09:00 UTC",
            ),
            (
                NEW_YORK,
                four,
                "2025-02-09T08:59:59.999Z",
                "2025-02-08",
                "winter, one millisecond before",
            ),
            (
                NEW_YORK,
                four,
                "2025-03-09T08:00:00Z",
                "2025-03-09",
                "clocks went forward at 2: 04:00 is 08:00 UTC",
            ),
            (
                NEW_YORK,
                four,
                "2025-03-09T07:59:59.999Z",
                "2025-03-08",
                "the day before had 23 hours",
            ),
            (
                NEW_YORK,
                four,
                "2025-11-02T08:59:59.999Z",
                "2025-11-01",
                "clocks went back at 2: the day before had 25 hours",
            ),
            (
                NEW_YORK,
                four,
                "2025-11-02T09:00:00Z",
                "2025-11-02",
                "and this one begins at 04:00 all the same",
            ),
            (
                NEW_YORK,
                150,
                "2025-03-09T06:59:59.999Z",
                "2025-03-08",
                "02:30 is jumped over: 01:59 is before",
            ),
            (
                NEW_YORK,
                150,
                "2025-03-09T07:00:00Z",
                "2025-03-09",
                "and 03:00, the next thing the clock shows, is after",
            ),
            (
                NEW_YORK,
                90,
                "2025-11-02T05:30:00Z",
                "2025-11-02",
                "01:30 comes twice: the first begins the day",
            ),
            (
                NEW_YORK,
                90,
                "2025-11-02T06:10:00Z",
                "2025-11-02",
                "the second 01:10 does not bring yesterday back",
            ),
            (
                LORD_HOWE,
                105,
                "2025-04-05T14:45:00Z",
                "2025-04-06",
                "01:45 comes twice where clocks move by half an hour",
            ),
            (
                LORD_HOWE,
                105,
                "2025-04-05T15:05:00Z",
                "2025-04-06",
                "and the day holds through the second 01:35",
            ),
            (
                SEOUL,
                four,
                "1969-12-31T18:59:59Z",
                "1969-12-31",
                "days before the epoch count too",
            ),
        ] {
            let at: Timestamp = at.parse().unwrap();
            let day: Date = day.parse().unwrap();
            assert_eq!(clock(zone, turnover).day(at).date(), day, "{why}");
        }
    }

    #[test]
    fn a_change_of_zone_moves_the_turnover_not_the_past() {
        // The same instant is two study days; an event keeps the one it was made on.
        let at: Timestamp = "2025-02-09T20:00:00Z".parse().unwrap();
        let (seoul, new_york) = (clock(SEOUL, 240), clock(NEW_YORK, 240));
        assert_eq!(seoul.day(at).since(new_york.day(at)), 1);
        assert_eq!(
            new_york.day(at).since(seoul.day(at)),
            0,
            "a negative gap counts as 0"
        );
        assert_eq!(seoul.offset(at), 9 * 3600);
        assert_eq!(new_york.offset(at), -5 * 3600);
    }

    #[test]
    fn days_and_dates_are_the_same() {
        for (day, date) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (20_128, "2025-02-09"),
        ] {
            let date: Date = date.parse().unwrap();
            assert_eq!(Day(day).date(), date);
            assert_eq!(Day::of(date), Day(day));
        }
    }

    #[test]
    fn a_due_time_falls_on_a_study_day() {
        let clock = clock(SEOUL, 240);
        let at = "2025-02-09T18:30:00Z".parse().unwrap();
        for due in [Due::At(at), Due::On(Day(20_128))] {
            let date = clock.civil(clock.day_of(due));
            let parts = (date.year, date.month, date.day);
            assert_eq!(
                parts,
                (Some(2025), Some(2), Some(9)),
                "03:30 is the evening before"
            );
        }
    }

    #[test]
    fn no_day_is_out_of_reach() {
        for day in [i32::MIN, i32::MAX] {
            let _ = clock(SEOUL, u16::MAX).start(Day(day));
        }
        for at in [Timestamp::MIN, Timestamp::MAX] {
            let _ = clock(NEW_YORK, u16::MAX).day(at);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn every_instant_lies_within_its_day(
            second in 0i64..4_000_000_000,
            zone in prop::sample::select(vec![NEW_YORK, SEOUL, LORD_HOWE]),
            turnover in 0u16..1440,
        ) {
            let clock = clock(zone, turnover);
            let at = Timestamp::from_second(second).unwrap();
            let day = clock.day(at);
            prop_assert!(clock.start(day) <= at);
            prop_assert!(at < clock.start(day.after(1)));
        }
    }
}
