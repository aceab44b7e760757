#![allow(clippy::unwrap_used)]
use super::*;
use crate::deck::Status;
use crate::figure::Date;
use crate::schedule::Interval;

const EN: Say = Say(Lang::En);
const KO: Say = Say(Lang::Ko);

fn hangul(text: &str) -> bool {
    text.chars().any(|c| ('가'..='힣').contains(&c))
}

#[test]
fn everything_is_said_in_both_languages() {
    for (name, en, ko) in SAID {
        assert!(!en.is_empty() && !hangul(en), "{name}: {en}");
        assert!(hangul(ko), "{name}: {ko}");
    }
}

#[test]
fn what_has_arguments_is_said_in_both_too() {
    let date = jiff::civil::date(2025, 2, 10);
    let pairs = [EN, KO].map(|say| {
        vec![
            say.count_due(1200),
            say.count_learning(2),
            say.count_new(6),
            say.count_cards(1),
            say.about_minutes(7),
            say.done_of(9, 28),
            say.streak(12),
            say.stale(3),
            say.next_cards(3, "…"),
            say.next_at("14:32"),
            say.held_back(12),
            say.held_back(120),
            say.count_held(120),
            say.problems("chips.yaml", 2),
            say.last_good("chips.yaml"),
            say.lost("chips/x", &["chips/y".to_owned(), "chips/z".to_owned()]),
            say.next_day("…"),
            say.did_suspend("u"),
            say.did_bury("u"),
            say.did_put_back("u"),
            say.and_more(3),
            say.of(2, 3),
            say.name_some(2),
            say.corrected("1", "2", Some("2025")),
            say.as_of("2025"),
            say.stale_since("2025"),
            say.reported("2×"),
            say.power_of_ten(2),
            say.power_of_ten(-5),
            say.duration(5),
            say.duration(252),
            say.duration(7000),
            say.long_date(date),
            say.buried_until(date),
            say.flagged_why("…"),
            say.day_and_weekday(date),
        ]
    });
    let [en, ko] = pairs;
    for (en, ko) in en.iter().zip(&ko) {
        assert!(!hangul(en), "{en}");
        assert!(hangul(ko), "{ko}");
    }
}

#[test]
fn intervals() {
    use Interval::{Days, Seconds};
    let cases = [
        (Seconds(0), "<1 min", "<1분"),
        (Seconds(59), "<1 min", "<1분"),
        (Seconds(60), "1 min", "1분"),
        (Seconds(330), "6 min", "6분"),
        (Seconds(600), "10 min", "10분"),
        (Seconds(3600), "1 h", "1시간"),
        (Seconds(5400), "1.5 h", "1.5시간"),
        (Seconds(86_400), "1 d", "1일"),
        (Days(1), "1 d", "1일"),
        (Days(2), "2 d", "2일"),
        (Days(29), "29 d", "29일"),
        (Days(94), "3.1 mo", "3.1개월"),
        (Days(61), "2 mo", "2개월"),
        (Days(365), "1 y", "1년"),
        (Days(500), "1.4 y", "1.4년"),
        (Days(36_500), "99.9 y", "99.9년"),
    ];
    for (interval, en, ko) in cases {
        assert_eq!(EN.interval(interval), en);
        assert_eq!(KO.interval(interval), ko);
    }
}

#[test]
fn dates() {
    let date = |year, month, day| Date { year, month, day };
    let cases = [
        (
            date(Some(2025), Some(2), Some(9)),
            "2025-02-09",
            "2025-02-09",
        ),
        (date(Some(2025), Some(2), None), "2025-02", "2025-02"),
        (date(Some(1957), None, None), "1957", "1957년"),
        (date(None, Some(1), Some(20)), "20 January", "1월 20일"),
        (date(None, Some(1), None), "January", "1월"),
    ];
    for (date, en, ko) in cases {
        assert_eq!((EN.date(date).as_str(), KO.date(date).as_str()), (en, ko));
    }
    let monday = jiff::civil::date(2025, 2, 10);
    assert_eq!(EN.long_date(monday), "Monday 10 February 2025");
    assert_eq!(KO.long_date(monday), "2025년 2월 10일 월요일");
}

#[test]
fn statuses() {
    assert_eq!(EN.status(Status::Fact, Some("x")), None);
    assert_eq!(
        EN.status(Status::Claim, Some("Alexandr Wang")).unwrap(),
        "CLAIM · Alexandr Wang"
    );
    assert_eq!(KO.status(Status::Forecast, None).unwrap(), "전망");
}

/// The compiler does not tell of a public function that no one calls.
#[test]
fn nothing_is_said_that_no_screen_says() {
    fn code(folder: &std::path::Path) -> String {
        let entries = std::fs::read_dir(folder).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        let texts = paths.map(|path| match path.extension() {
            _ if path.is_dir() => code(&path),
            Some(kind) if kind == "rs" => std::fs::read_to_string(&path).unwrap(),
            _ => String::new(),
        });
        texts.collect()
    }
    let code = code(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    for (name, ..) in SAID {
        let called = [format!(".{name}()"), format!("Say::{name},")];
        assert!(called.iter().any(|call| code.contains(call)), "{name}");
    }
}
