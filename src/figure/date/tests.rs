#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use proptest::prelude::*;

use super::*;

#[test]
fn read() {
    for (text, iso) in [
        ("2025-01-20", "2025-01-20"),
        ("2025-1-20", "2025-01-20"),
        ("2025.1.20(월)", "2025-01-20"),
        ("2025.1.20.(월)", "2025-01-20"),
        ("2025. 1. 20. (월요일)", "2025-01-20"),
        ("2025-01-20 월요일", "2025-01-20"),
        ("2025.1.20 월요일", "2025-01-20"),
        ("2025-01-20, Monday", "2025-01-20"),
        ("2025-01-20 (Mon.)", "2025-01-20"),
        ("20250120(월)", "2025-01-20"),
        ("1/20(월)", "--01-20"),
        ("1월 20일(월요일)", "--01-20"),
        ("1월 20일 (월요일)에", "--01-20"),
        ("2025. 1. 20.", "2025-01-20"),
        ("2025.1.20", "2025-01-20"),
        ("2025.01.20.", "2025-01-20"),
        ("2025/1/20", "2025-01-20"),
        ("1/20/2025", "2025-01-20"),
        ("20/1/2025", "2025-01-20"),
        ("25.1.20", "2025-01-20"),
        ("２０２５－０１－２０", "2025-01-20"),
        ("2025년 1월 20일", "2025-01-20"),
        ("2025년1월20일", "2025-01-20"),
        ("2025년 1월 20일에", "2025-01-20"),
        ("25년 1월 20일", "2025-01-20"),
        ("20 January 2025", "2025-01-20"),
        ("January 20, 2025", "2025-01-20"),
        ("Jan 20, 2025", "2025-01-20"),
        ("Jan. 20th, 2025", "2025-01-20"),
        ("20 Jan 2025", "2025-01-20"),
        ("20-Jan-2025", "2025-01-20"),
        ("2025 Jan 20", "2025-01-20"),
        ("Monday, 20 January 2025", "2025-01-20"),
        ("on the 20th of January 2025", "2025-01-20"),
        ("1월 20일", "--01-20"),
        ("1월20일", "--01-20"),
        ("Jan 20", "--01-20"),
        ("20 January", "--01-20"),
        ("JANUARY 20", "--01-20"),
        ("1/20", "--01-20"),
        ("20/1", "--01-20"),
        ("1. 20.", "--01-20"),
        ("01-20", "--01-20"),
        ("--01-20", "--01-20"),
        ("2/29", "--02-29"),
        ("2025-01", "2025-01"),
        ("2025년 1월", "2025-01"),
        ("Jan 2025", "2025-01"),
        ("January 2025", "2025-01"),
        ("2025. 1.", "2025-01"),
        ("Sept 2024", "2024-09"),
        ("1957", "1957"),
        ("1957년", "1957"),
        ("in 1957", "1957"),
        ("일월 이십일", "--01-20"),
        ("시월 사일", "--10-04"),
        ("2025년 1월 20일(월)이다", "2025-01-20"),
        ("천구백오십칠년", "1957"),
        ("twenty twenty-five", "2025"),
        ("two thousand and six", "2006"),
        ("the twenty-first of Febuary", "--02-21"),
        ("202501", "2025-01"),
        ("250120", "2025-01-20"),
        ("Jan ’25", "2025-01"),
        ("1월", "--01"),
        ("January", "--01"),
        ("May", "--05"),
        ("2024-02-29", "2024-02-29"),
    ] {
        let expected = (!iso.is_empty()).then(|| iso.to_owned());
        assert_eq!(
            Date::parse(text).ok().map(|d| d.to_string()),
            expected,
            "{text:?}"
        );
    }
}

#[test]
fn refused() {
    for text in [
        "",
        " ",
        "-",
        "2025-02-30",
        "2025-02-29",
        "2/30",
        "4월 31일",
        "31 April",
        "2025-13-01",
        "2025-00-10",
        "13월 1일",
        "13/13",
        "십 년",
        "090",
        "20일",
        "20",
        "5",
        "0000",
        "12345",
        "Jan 20 21",
        "Jan Feb",
        "Ja 20",
        "January 20x",
        "2025-01-20-01",
        "2025-01-20T00:00",
        "tomorrow",
        "어제",
        "년",
        "2025년 일",
        "2025년 1일",
        "1.5.2.7",
        "딥시크",
        "2025- 01.20",
        "99999999999999999999",
        "1957-10-04 and more",
        "\u{1B}[2025",
    ] {
        assert!(
            Date::parse(text).is_err(),
            "{text:?} is {:?}",
            Date::parse(text)
        );
    }
}

#[test]
fn read_from_decks() {
    for (text, iso) in [
        ("2025-01-20", Some("2025-01-20")),
        ("2025-01", Some("2025-01")),
        ("1957", Some("1957")),
        ("01-20", Some("--01-20")),
        ("--01-20", Some("--01-20")),
        ("2025-1-20", None),
        ("2025-02-30", None),
        ("1/20", None),
        ("Jan 20", None),
        ("2025. 1. 20.", None),
        ("57", None),
        ("-2025", None),
        ("--2025", None),
        ("", None),
    ] {
        let read = Date::parse_iso(text).ok().map(|d| d.to_string());
        assert_eq!(read.as_deref(), iso, "{text:?}");
    }
    let error = Date::parse_iso("2025-02-30").unwrap_err();
    error.0.assert_alike();
    let error = error.to_string();
    assert_eq!(error, "there is no 30 February 2025; the month has 28 days");
}

#[test]
fn written() {
    for (text, english, korean) in [
        ("2025-01-20", "20 January 2025", "2025년 1월 20일"),
        ("2025-01", "January 2025", "2025년 1월"),
        ("1957", "1957", "1957년"),
        ("--01-20", "20 January", "1월 20일"),
        ("January", "January", "1월"),
    ] {
        let date = Date::parse(text).expect(text);
        assert_eq!(date.format(Lang::En), english);
        assert_eq!(date.format(Lang::Ko), korean);
    }
}

#[test]
fn spans() {
    for (text, expected) in [
        ("2014~2023", Some("2014–2023")),
        ("2014-2023", Some("2014–2023")),
        ("2014년부터 2023년까지", Some("2014–2023")),
        ("2014~2023년", Some("2014–2023")),
        ("from 2014 to 2023", Some("2014–2023")),
        ("1월 20~25일", Some("20 January–25 January")),
        ("1월 20일~25일", Some("20 January–25 January")),
        ("Jan 20 to Feb 3", Some("20 January–3 February")),
        (
            "20–25 January 2025",
            Some("20 January 2025–25 January 2025"),
        ),
        (
            "2025-01-20 ~ 2025-02-03",
            Some("20 January 2025–3 February 2025"),
        ),
        ("2026-01~2026-10", Some("January 2026–October 2026")),
        ("2026년 1~10월", Some("January 2026–October 2026")),
        ("2026년 1월~10월", Some("January 2026–October 2026")),
        ("2026년 1월부터 10월까지", Some("January 2026–October 2026")),
        ("January to October 2026", Some("January 2026–October 2026")),
        ("7~8월", Some("July–August")),
        ("2026년 1∼10월", Some("January 2026–October 2026")),
        ("2026년 1~13월", None),
        ("2023~2014", None),
        ("2014", None),
        ("2025-01-20", None),
        ("2014~2023~2024", None),
        ("2014~Jan 20", None),
        ("~", None),
    ] {
        let period = Period::parse(text).ok();
        let shown = period.map(|period| period.format(Lang::En));
        assert_eq!(shown.as_deref(), expected, "{text:?}");
        for lang in Lang::ALL {
            let again = period.map(|period| Period::parse(&period.format(lang)));
            assert_eq!(again, period.map(Ok), "{text:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn what_is_written_is_read_again(year in 1000i16..=9999, month in 1i8..=12, day in 1i8..=31, parts in 0..5) {
        let (year, month, day) = match parts {
            0 => (Some(year), None, None),
            1 => (Some(year), Some(month), None),
            2 => (None, Some(month), None),
            3 => (None, Some(month), Some(day)),
            _ => (Some(year), Some(month), Some(day)),
        };
        if let Ok(date) = Date::new(year, month, day) {
            for lang in Lang::ALL {
                prop_assert_eq!(Date::parse(&date.format(lang)), Ok(date));
            }
            prop_assert_eq!(Date::parse_iso(&date.to_string()), Ok(date));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), glued in "[0-9년월일./ a-z-]{0,30}") {
        let _ = Date::parse(&text);
        let _ = Date::parse_iso(&text);
        let _ = Date::parse(&glued);
        let _ = Date::parse_iso(&glued);
        let _ = Period::parse(&text);
        let _ = Period::parse(&glued);
    }
}
