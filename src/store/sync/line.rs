//! A line of a file that devices exchange: the header, or one event, as JSON.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::super::error::Trouble;
use super::super::log::Kept;
use crate::message;
use crate::schedule::{Act, Day, DeviceId, Due, Event, EventId};
use crate::text::Message;

/// The newest format known here. Another kind of event, or another meaning of
/// one, makes a new format: who does not know it must not read past it.
pub(super) const FORMAT: u32 = 1;

/// What the first line says that the file is.
const OURS: &str = "sync";

#[derive(Debug, Serialize)]
struct Header {
    dateline: &'static str,
    format: u32,
    device: DeviceId,
}

/// As much of it as every format has.
#[derive(Debug, Deserialize)]
struct Head<'a> {
    dateline: &'a str,
    format: u32,
}

/// The first line of a file of `device`.
pub(super) fn header(device: DeviceId) -> Result<String, Trouble> {
    let header = Header {
        dateline: OURS,
        format: FORMAT,
        device,
    };
    text(&header, message!("the header", "머리줄"))
}

/// Whether a line is a header that this version may read on from.
pub(super) fn is_header(line: &str) -> Result<(), Message> {
    match serde_json::from_str::<Head<'_>>(line) {
        Ok(header) if header.dateline != OURS => Err(no_file_of_ours()),
        Ok(header) if header.format > FORMAT => {
            let found = header.format;
            Err(message!(
                "a newer dateline wrote it (its format is {found}, this one knows up to {FORMAT}); upgrade dateline",
                "더 새로운 dateline이 쓴 파일입니다(형식 {found}, 여기서 아는 것은 {FORMAT}까지); dateline을 업그레이드하세요"
            ))
        }
        Ok(_) => Ok(()),
        Err(_) => Err(no_file_of_ours()),
    }
}

fn no_file_of_ours() -> Message {
    message!(
        "its first line is no header of dateline; get it anew from the device that wrote it, or move it away",
        "첫 줄이 dateline의 머리글이 아닙니다; 이 파일을 쓴 기기에서 다시 가져오거나 다른 곳으로 옮기세요"
    )
}

#[derive(Debug, Serialize, Deserialize)]
struct Line<'a> {
    id: EventId,
    device: DeviceId,
    at: Timestamp,
    utc_offset: i32,
    day: Date,
    #[serde(borrow)]
    act: &'a RawValue,
}

/// An event as a line, its end not included. The act is the log's own text.
pub(super) fn write(kept: &Kept<'_>) -> Result<String, Trouble> {
    let row = || message!("event {}", "기록 {}", kept.id);
    let act: &RawValue =
        serde_json::from_str(kept.act).map_err(|error| Trouble::row(row(), error))?;
    let line = Line {
        id: kept.id,
        device: kept.device,
        at: kept.at,
        utc_offset: kept.offset,
        day: kept.day.date(),
        act,
    };
    text(&line, row())
}

fn text(value: &impl Serialize, what: Message) -> Result<String, Trouble> {
    serde_json::to_string(value).map_err(|error| Trouble::row(what, error))
}

/// The event of a line, and its act as it is written there.
pub(super) fn read(line: &str) -> Result<(Event, &str), Message> {
    let garbled = |cause: &dyn std::fmt::Display| {
        let cause = cause.to_string();
        // Each is read as a text of one line, whichever it is of the file.
        let cause = cause.split(" at line 1 column").next().unwrap_or_default();
        message!(
            "no event of dateline: {cause}",
            "dateline의 기록이 아닙니다: {cause}"
        )
        .and(&mend())
    };
    let line: Line<'_> = serde_json::from_str(line).map_err(|error| garbled(&error))?;
    let act: Act = serde_json::from_str(line.act.get()).map_err(|error| garbled(&error))?;
    let event = Event {
        id: line.id,
        device: line.device,
        at: line.at,
        offset: line.utc_offset,
        day: Day::of(line.day),
        act,
    };
    match doubt(&event) {
        None => Ok((event, line.act.get())),
        Some(doubt) => Err(garbled(&doubt)),
    }
}

/// What to do about a line that is no event.
pub(super) fn mend() -> Message {
    message!(
        "get the file anew from the device that wrote it, or if that is this one, delete it: it is written again",
        "이 파일을 쓴 기기에서 다시 가져오거나, 이 기기가 쓴 것이면 지우세요. 다시 씁니다"
    )
}

/// What no device could have recorded.
fn doubt(event: &Event) -> Option<&'static str> {
    /// The last millisecond of the year 9999: ids made after one go on behind it.
    const LAST: u128 = 253_402_300_799_999;
    /// The offsets that there can be, in seconds.
    const OFFSETS: std::ops::RangeInclusive<i32> = -93_599..=93_599;
    let id: Uuid = event.id.0;
    if id.get_version_num() != 7
        || id.get_variant() != uuid::Variant::RFC4122
        || id.as_u128() >> 80 > LAST
    {
        return Some("its id is none");
    }
    let due = match &event.act {
        Act::Review(review) => match review.due {
            Due::At(at) => Some(at),
            Due::On(_) => None,
        },
        _ => None,
    };
    // The last part of a second of all time has no number of milliseconds.
    let ends = |at: Timestamp| Timestamp::from_millisecond(at.as_millisecond()).is_err();
    if ends(event.at) || due.is_some_and(ends) {
        return Some("it goes on past the end of time");
    }
    if event.at.subsec_nanosecond() % 1_000_000 != 0 {
        return Some("its time is finer than a millisecond");
    }
    if !OFFSETS.contains(&event.offset) {
        return Some("there is no such offset from UTC");
    }
    // A zone is a day away at most, and so is the turnover.
    let civil = event.at.as_second().div_euclid(86_400);
    if (i64::from(event.day.0) - civil).abs() > 3 {
        return Some("its study day is not near its time");
    }
    None
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

    const LINE: &str = r#"{"id":"0194e8a0-0000-7000-8000-000000000001","device":"0194e8a0-0000-7000-8000-0000000000aa","at":"2025-02-09T03:00:00.25Z","utc_offset":32400,"day":"2025-02-09","act":{"kind":"flag","card":"칩/다","why":"틀림\n"}}"#;

    #[test]
    fn a_line_comes_back_as_it_was() {
        let (event, act) = read(LINE).unwrap();
        let kept = Kept {
            id: event.id,
            device: event.device,
            at: event.at,
            offset: event.offset,
            day: event.day,
            act,
        };
        assert_eq!(write(&kept).unwrap(), LINE);
        assert_eq!(event.act.kind(), "flag");
    }

    #[test]
    fn fields_that_are_new_within_a_format_are_kept() {
        let line = LINE.replace("\"why\"", "\"later\":[1, 2.50],\"why\"");
        let (_, act) = read(&line).unwrap();
        assert!(act.contains("\"later\":[1, 2.50]"), "{act}");
    }

    #[test]
    fn what_no_device_recorded_is_no_event() {
        for (from, to, why) in [
            (
                "-7000-8000-000000000001",
                "-4000-8000-000000000001",
                "its id",
            ),
            (
                "-7000-8000-000000000001",
                "-7000-0000-000000000001",
                "its id",
            ),
            (
                "0194e8a0-0000-7000-8000-000000000001",
                "ffffffff-ffff-7fff-bfff-ffffffffffff",
                "its id",
            ),
            ("03:00:00.25Z", "03:00:00.2501Z", "millisecond"),
            (
                "\"2025-02-09T03:00:00.25Z\",\"utc_offset\":32400,\"day\":\"2025-02-09\"",
                "\"9999-12-30T22:00:00.999Z\",\"utc_offset\":0,\"day\":\"9999-12-30\"",
                "end of time",
            ),
            (
                r#"{"kind":"flag","card":"칩/다","why":"틀림\n"}"#,
                r#"{"kind":"review","card":"칩/다","rating":"again","took_ms":0,"due":{"at":"9999-12-30T22:00:00.999Z"},"state":"learning","step":0,"fingerprint":{"question":"q","answer":"a","value":null}}"#,
                "end of time",
            ),
            ("32400", "93600", "offset"),
            ("\"2025-02-09\"", "\"2025-03-09\"", "study day"),
            ("\"2025-02-09\"", "\"2025-02-30\"", "day"),
            ("\"flag\"", "\"telepathy\"", "unknown variant"),
            ("\"act\"", "\"deed\"", "missing field"),
            ("}}", "}", "EOF"),
        ] {
            let line = LINE.replacen(from, to, 1);
            assert_ne!(line, LINE);
            let told = read(&line).unwrap_err();
            told.assert_alike();
            let (told, next) = told.parts();
            let told = told.says(crate::text::Lang::En);
            assert!(told.contains(why) && !told.contains("line 1"), "{told}");
            let next = next.unwrap();
            let next = next.says(crate::text::Lang::En);
            assert!(next.starts_with("get the file anew"), "{next}");
        }
    }

    #[test]
    fn headers() {
        let device = DeviceId(Uuid::from_u128(7));
        assert!(is_header(&header(device).unwrap()).is_ok());
        for (line, told) in [
            (
                r#"{"dateline":"sync","format":2,"device":"of another shape"}"#,
                "newer",
            ),
            (r#"{"dateline":"sync","format":2}"#, "upgrade dateline"),
            (r#"{"dateline":"deck","format":1}"#, "no header"),
            (LINE, "no header"),
            ("<<<<<<< HEAD", "no header"),
            ("", "no header"),
        ] {
            let message = is_header(line).unwrap_err();
            assert!(message.says(crate::text::Lang::En).contains(told), "{line}");
            message.assert_alike();
        }
    }
}
