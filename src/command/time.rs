//! Times as they are printed: RFC 3339 with the offset, or short for people.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use crate::schedule::{Due, StudyClock};
use crate::text::Lang;

/// `2025-02-10T09:00:00+09:00`, in the time zone given.
pub(super) fn in_zone(at: Timestamp, zone: &TimeZone) -> String {
    at.display_with_offset(zone.to_offset(at)).to_string()
}

/// The same at an offset in seconds.
pub(super) fn at_offset(at: Timestamp, seconds: i32) -> String {
    let offset = Offset::from_seconds(seconds).unwrap_or(Offset::UTC);
    at.display_with_offset(offset).to_string()
}

/// When a card comes again; a day by the instant at which it begins.
pub(super) fn due(due: Due, clock: &StudyClock) -> String {
    let at = match due {
        Due::At(at) => at,
        Due::On(day) => clock.start(day),
    };
    in_zone(at, &clock.zone)
}

/// `2025-02-10 09:00`, in the learner's time zone.
pub(super) fn short(at: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(at).strftime("%Y-%m-%d %H:%M").to_string()
}

/// `3.2 s`, `4 min`; nothing where no one measured it.
pub(super) fn took(milliseconds: u64, lang: Lang) -> String {
    let (second, minute) = match lang {
        Lang::En => (" s", " min"),
        Lang::Ko => ("초", "분"),
    };
    if milliseconds == 0 {
        String::new()
    } else if milliseconds < 60_000 {
        let tenths = milliseconds / 100;
        format!("{}.{}{second}", tenths / 10, tenths % 10)
    } else {
        format!("{}{minute}", milliseconds / 60_000)
    }
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

    #[test]
    fn times() {
        let at: Timestamp = "2025-02-10T00:00:00.25Z".parse().unwrap();
        let zone = TimeZone::fixed(Offset::constant(9));
        assert_eq!(in_zone(at, &zone), "2025-02-10T09:00:00.25+09:00");
        assert_eq!(at_offset(at, -5 * 3600), "2025-02-09T19:00:00.25-05:00");
        assert_eq!(in_zone(at, &TimeZone::UTC), "2025-02-10T00:00:00.25+00:00");
        assert_eq!(short(at, &zone), "2025-02-10 09:00");
        assert_eq!(took(3_250, Lang::En), "3.2 s");
        assert_eq!(took(125_000, Lang::En), "2 min");
        assert_eq!(took(3_250, Lang::Ko), "3.2초");
        assert_eq!(took(125_000, Lang::Ko), "2분");
        assert_eq!(took(0, Lang::En), "");
    }
}
