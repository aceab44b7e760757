//! Study days: civil days that turn over at four in the morning, or when the
//! learner says so.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A study day, counted in civil days from 1970-01-01.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Day(pub i32);

/// Where study days begin and end: a time zone and the hour of the turnover.
#[derive(Debug, Clone)]
pub struct StudyClock {
    /// The learner's time zone.
    pub zone: jiff::tz::TimeZone,
    /// Minutes after midnight at which a study day begins; 240 by default.
    pub turnover: u16,
}

impl StudyClock {
    /// The study day of an instant.
    pub fn day(&self, at: Timestamp) -> Day {
        let _ = at;
        todo!()
    }

    /// The instant at which a study day begins, across daylight saving.
    pub fn start(&self, day: Day) -> Timestamp {
        let _ = day;
        todo!()
    }

    /// The offset from UTC in force at an instant, in seconds.
    pub fn offset(&self, at: Timestamp) -> i32 {
        let _ = at;
        todo!()
    }
}
