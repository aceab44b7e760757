//! The one place that time comes from.

use std::env;
use std::fmt;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::message;
use crate::text::{Lang, Message, safe_line};

/// Sets the clock at start, for tests; it runs on from there.
pub const DATELINE_NOW: &str = "DATELINE_NOW";

/// So much the clocks of two machines, or one and the same, may differ before it is
/// told.
pub const SLACK: SignedDuration = SignedDuration::from_mins(5);

/// Tells the time, and where the learner is.
#[derive(Debug, Clone)]
pub struct Clock {
    /// What it was set to, and when, if it was set.
    set: Option<(Timestamp, Instant)>,
    zone: TimeZone,
}

impl Clock {
    /// The system's time in the system's time zone.
    pub fn system() -> Clock {
        Clock {
            set: None,
            zone: zone(),
        }
    }

    /// Set to `now`, and running on from there, in `zone`.
    pub fn set(now: Timestamp, zone: TimeZone) -> Clock {
        Clock {
            set: Some((now, Instant::now())),
            zone,
        }
    }

    /// Set to `value`, the content of [`DATELINE_NOW`], or else the system's
    /// time. The zone is the system's either way: an offset in the value says
    /// which instant is meant, not where the learner is.
    ///
    /// # Errors
    /// When the value is not a time of RFC 3339.
    pub fn from_value(value: Option<&str>) -> Result<Clock, ClockError> {
        match value {
            None => Ok(Clock::system()),
            Some(value) => match value.trim().parse() {
                Ok(now) => Ok(Clock::set(now, zone())),
                Err(_) => Err(ClockError(value.to_owned())),
            },
        }
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        match self.set {
            None => Timestamp::now(),
            Some((set, at)) => {
                let elapsed: Duration = at.elapsed();
                set.checked_add(elapsed).unwrap_or(Timestamp::MAX)
            }
        }
    }

    /// The learner's time zone.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }
}

/// By what the system says which zone it is in, as a link to the file of that.
const LOCALTIME: &str = "/etc/localtime";

/// The system's time zone. For one zone the library looks through the names of
/// all that there are; the one that is linked to is read alone, which takes a
/// millisecond off every start.
fn zone() -> TimeZone {
    let is_told = ["TZ", "TZDIR"]
        .into_iter()
        .any(|name| env::var_os(name).is_some());
    let linked = || linked_zone(Path::new(LOCALTIME));
    (!is_told)
        .then(linked)
        .flatten()
        .unwrap_or_else(TimeZone::system)
}

/// The zone that a link into a folder of zones leads to.
fn linked_zone(link: &Path) -> Option<TimeZone> {
    let target = fs::read_link(link).ok()?;
    let (_, name) = target.to_str()?.rsplit_once("zoneinfo/")?;
    TimeZone::tzif(name, &fs::read(link).ok()?).ok()
}

/// A content of [`DATELINE_NOW`] that is not a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockError(pub String);

impl ClockError {
    /// What, and what to do.
    pub fn message(&self) -> Message {
        message!(
            "{DATELINE_NOW} is '{}', which is not a time; write it as 2025-02-10T09:00:00+09:00, or unset it",
            "{DATELINE_NOW}가 '{}'인데 시각이 아닙니다; 2025-02-10T09:00:00+09:00처럼 쓰거나 지우세요",
            safe_line(&self.0)
        )
    }
}

impl fmt::Display for ClockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().says(Lang::En))
    }
}

impl std::error::Error for ClockError {}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use super::*;

    #[test]
    fn values() {
        let rows = [
            ("2025-02-10T09:00:00+09:00", Some("2025-02-10T00:00:00Z")),
            ("2025-02-10T00:00:00Z", Some("2025-02-10T00:00:00Z")),
            (
                " 2025-02-10T00:00:00.250Z ",
                Some("2025-02-10T00:00:00.25Z"),
            ),
            ("2025-02-10", None),
            ("2025-02-10T09:00:00", None),
            ("yesterday", None),
            ("2025-13-10T09:00:00Z", None),
            ("", None),
        ];
        for (value, expected) in rows {
            let set = Clock::from_value(Some(value)).map(|clock| clock.set.unwrap().0);
            let expected = expected.map(|at| at.parse().unwrap());
            assert_eq!(set.ok(), expected, "{value:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_zone_that_is_linked_to_is_read_by_itself() {
        // Nine hours east, without a summer: in 32 bits, in 64, and as a rule.
        let counts = [0_u32, 0, 0, 0, 1, 4].map(u32::to_be_bytes).concat();
        let part = |version: u8| {
            let head = [b"TZif".as_slice(), &[version], &[0; 15], &counts].concat();
            [
                head,
                32_400_i32.to_be_bytes().to_vec(),
                b"\0\0KST\0".to_vec(),
            ]
            .concat()
        };
        let file = [part(b'2'), part(b'2'), b"\nKST-9\n".to_vec()].concat();
        let folder = tempfile::tempdir().unwrap();
        let zone = folder.path().join("zoneinfo/Asia/Seoul");
        fs::create_dir_all(zone.parent().unwrap()).unwrap();
        fs::write(&zone, file).unwrap();
        let link = folder.path().join("localtime");
        std::os::unix::fs::symlink(&zone, &link).unwrap();
        let found = linked_zone(&link).unwrap();
        assert_eq!(found.iana_name(), Some("Asia/Seoul"));
        let at: Timestamp = "2025-07-01T00:00:00Z".parse().unwrap();
        assert_eq!(found.to_offset(at).seconds(), 32_400);
        // What is no link, leads to no zones, or to none, is left to the library.
        fs::write(&zone, "no zone").unwrap();
        assert_eq!(linked_zone(&link), None);
        assert_eq!(linked_zone(&zone), None);
        fs::remove_file(&link).unwrap();
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        assert_eq!(linked_zone(&link), None);
    }

    #[test]
    fn the_zone_is_the_systems() {
        let at = ["2025-01-01T00:00:00Z", "2025-07-01T00:00:00Z"];
        for at in at.map(|at| at.parse::<Timestamp>().unwrap()) {
            let system = TimeZone::system();
            assert_eq!(zone().to_offset(at), system.to_offset(at));
            assert_eq!(zone().iana_name(), system.iana_name());
        }
    }

    #[test]
    fn it_runs_on() {
        let start: Timestamp = "2025-02-10T00:00:00Z".parse().unwrap();
        let clock = Clock::set(start, TimeZone::UTC);
        let first = clock.now();
        assert!(first >= start);
        while clock.now() <= first {}
    }

    #[test]
    fn the_error_says_what_and_how() {
        let error = Clock::from_value(Some("soon")).unwrap_err().to_string();
        assert!(
            error.contains("DATELINE_NOW") && error.contains("soon") && error.contains("2025-")
        );
    }
}
