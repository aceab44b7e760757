//! Clocks that are set back, zones that change, days of 23 and 25 hours, the
//! year 2100, a leap second: no card is lost, doubled or due a century on, and
//! the log keeps its order.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use dateline::collection::{Collection, Place};
use dateline::deck::CardId;
use dateline::schedule::{Act, Due, EventId, Review, StudyClock, fuzz_seed, outcomes};
use dateline::settings::Settings;
use dateline::store::examine;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use home::World;

// The rules of the zones, written out: a test needs no time zone database.
const NEW_YORK: &str = "EST5EDT,M3.2.0,M11.1.0";
const LORD_HOWE: &str = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0";
const SEOUL: &str = "KST-9";
const ZONES: [&str; 5] = [NEW_YORK, LORD_HOWE, SEOUL, "<-12>12", "<+14>-14"];

const CARDS: usize = 4;

fn deck() -> String {
    let cards = (0..CARDS).map(|n| format!("  - {{ id: c{n}, ask: Q{n}?, answer: A{n} }}\n"));
    format!("deck: d\ntitle: D\ncards:\n{}", cards.collect::<String>())
}

fn open(folder: &Path, zone: &str, now: Timestamp) -> Collection {
    let place = Place {
        home: folder.join("home"),
        decks: vec![folder.join("deck.yaml")],
    };
    let clock = StudyClock {
        zone: TimeZone::posix(zone).unwrap(),
        turnover: 240,
    };
    Collection::open(&place, Settings::default(), clock, now).unwrap()
}

/// Reviews a card as the screens do; the event and when it comes again.
fn review(collection: &mut Collection, number: usize, rating: usize, now: Timestamp) -> EventId {
    let names = collection.names().unwrap();
    let card = collection.card(&names[number]).unwrap().unwrap();
    let chosen = outcomes(
        collection.model(),
        &collection.state_at(&card.id, now).unwrap(),
        &collection.options(card.id.deck()),
        collection.clock(),
        now,
        fuzz_seed(&card.id),
    )
    .into_iter()
    .nth(rating)
    .unwrap();
    let act = Act::Review(Review {
        card: card.id.clone(),
        rating: chosen.rating,
        took_ms: 1000,
        due: chosen.due,
        phase: chosen.phase,
        fingerprint: card.fingerprint.clone(),
        answered: None,
        first_key_ms: None,
        suggested: None,
    });
    collection.record(act, now, now).unwrap().id
}

/// The cards that a day asks, each as often as it does.
fn asked(collection: &Collection, now: Timestamp) -> Vec<CardId> {
    let plan = collection.plan(&[], now).unwrap();
    let steps = plan.learning.into_iter().map(|(_, card)| card);
    steps.chain(plan.reviews).chain(plan.new).collect()
}

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// By how much a clock is moved, or time goes by, in seconds.
const JUMPS: [i64; 14] = [
    0,
    1,
    600,
    HOUR,
    -HOUR,
    -2 * HOUR,
    12 * HOUR,
    23 * HOUR,
    25 * HOUR,
    -26 * HOUR,
    DAY,
    -3 * DAY,
    40 * DAY,
    -30 * DAY,
];

/// Where walks begin: before days on which something happens.
const STARTS: [&str; 8] = [
    "2025-03-09T06:30:00Z", // New York goes forward
    "2025-11-02T05:30:00Z", // and back
    "2025-04-05T14:30:00Z", // Lord Howe goes back by half an hour
    "2025-10-04T15:30:00Z", // and forward
    "2099-12-31T23:50:00Z",
    "2100-02-28T23:50:00Z", // no leap day
    "2016-12-31T23:59:59Z", // a leap second
    "2038-01-19T03:14:07Z", // 31 bits of seconds
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_card_is_lost_doubled_or_due_a_century_on(
        start in prop::sample::select(STARTS.to_vec()),
        steps in prop::collection::vec(
            (
                prop::sample::select(JUMPS.to_vec()),
                prop::option::weighted(0.3, prop::sample::select(ZONES.to_vec())),
                0..CARDS,
                0..4_usize,
            ),
            1..12,
        ),
    ) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("deck.yaml"), deck()).unwrap();
        let mut now: Timestamp = start.parse().unwrap();
        let mut latest = now;
        let mut collection = open(folder.path(), SEOUL, now);
        let mut given = Vec::new();
        for (jump, zone, number, rating) in steps {
            now += SignedDuration::from_secs(jump);
            latest = latest.max(now);
            if let Some(zone) = zone {
                drop(collection);
                collection = open(folder.path(), zone, now);
            }
            let before = asked(&collection, now);
            let once: BTreeSet<&CardId> = before.iter().collect();
            prop_assert_eq!(once.len(), before.len(), "doubled: {:?}", before);
            let id = review(&mut collection, number, rating, now);
            given.push((id, now));
        }
        // The log has every one at its time, and its ids keep their order.
        prop_assert!(given.is_sorted_by(|(one, _), (next, _)| one < next));
        let mut log = collection.store().events(None).unwrap();
        log.sort_by_key(|event| event.id);
        let log: Vec<_> = log.into_iter().map(|event| (event.id, event.at)).collect();
        prop_assert_eq!(&log, &given);
        let states = collection.store().states().unwrap();
        let reviews: u32 = states.values().map(|state| state.reviews).sum();
        prop_assert_eq!(reviews as usize, given.len());
        // Each is due after the last of its reviews, and within ten years.
        let clock = collection.clock();
        let far = clock.day(latest).after(3653);
        for (card, state) in &states {
            let last = state.last.unwrap().0;
            let due = state.due.unwrap();
            prop_assert!(clock.day_of(due) < far, "{card}: {state:?}");
            match due {
                Due::At(at) => prop_assert!(at > last, "{card}: {state:?}"),
                Due::On(day) => prop_assert!(day > clock.day(last) || day > state.last.unwrap().1,
                    "{card}: {state:?}"),
            }
        }
        // Eleven years on, all are asked, each once.
        let then = latest + SignedDuration::from_hours(11 * 366 * 24);
        let mut asked = asked(&collection, then);
        asked.sort();
        let mut names = collection.names().unwrap();
        names.sort();
        prop_assert_eq!(asked, names);
        drop(collection);
        let health = examine(&folder.path().join("home"), latest).unwrap();
        prop_assert!(!health.is_damaged() && !health.is_out_of_step(), "{:?}", health);
    }
}

/// The time at which a new card is known at once, and the day on which it comes.
#[test]
fn days_are_counted_on_the_calendar() {
    let rows = [
        ("a common day", "Asia/Seoul", "2025-02-10T09:00:00+09:00"),
        (
            "before clocks go forward",
            "America/New_York",
            "2025-03-08T23:30:00-05:00",
        ),
        (
            "before clocks go back",
            "America/New_York",
            "2025-11-01T23:30:00-04:00",
        ),
        (
            "the second 01:30",
            "America/New_York",
            "2025-11-02T01:30:00-05:00",
        ),
        (
            "the end of a century",
            "Asia/Seoul",
            "2099-12-31T23:59:59+09:00",
        ),
        (
            "no leap day in 2100",
            "Asia/Seoul",
            "2100-02-28T12:00:00+09:00",
        ),
        ("a leap second", "Asia/Seoul", "2016-12-31T23:59:60Z"),
        ("beyond 32 bits", "Asia/Seoul", "2106-02-07T06:28:16Z"),
    ];
    for (what, zone, now) in rows {
        let world = World::new();
        let easy = |now: &str, card: &str| {
            let args = ["--decks", "chips.yaml", "--json", "review", card, "easy"];
            let output = world
                .command_at(now, &args)
                .env("TZ", zone)
                .output()
                .unwrap();
            assert!(output.status.success(), "{what}: {output:?}");
            let event: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            event["due"].as_str().unwrap().to_owned()
        };
        // Both on one evening: as many days on, give or take the fuzz.
        let due = easy(now, "chips/flip");
        let zone = TimeZone::get(zone).unwrap();
        let at: Timestamp = now.parse().unwrap();
        let today = zone.to_datetime(at).date();
        let due: jiff::civil::Date = due.parse().unwrap();
        let days = due.since(today).unwrap().get_days();
        assert!((6..=10).contains(&days), "{what}: {today} to {due}");
    }
}

/// What was recorded with the clock a century ahead is taken back when asked, and
/// only then; with the clock a century behind nothing is.
#[test]
fn a_review_of_the_future_is_taken_back() {
    const NOW: &str = "2025-02-10T09:00:00+09:00";
    const AHEAD: &str = "2125-02-10T09:00:00+09:00";
    let world = World::new();
    let run = |now: &str, args: &[&str]| world.run_at(now, args);
    for (now, card) in [
        (NOW, "chips/who"),
        (AHEAD, "chips/who"),
        (AHEAD, "chips/flip"),
    ] {
        assert_eq!(
            run(now, &["--decks", "chips.yaml", "review", card, "good"]).code,
            0
        );
    }
    let told = run(NOW, &["--decks", "chips.yaml", "doctor"]);
    assert!(told.out.contains("dated after now: 2"), "{}", told.out);
    assert!(told.out.contains("doctor --undo-ahead"), "{}", told.out);
    let told = run(NOW, &["--decks", "chips.yaml", "doctor", "--undo-ahead"]);
    assert_eq!(told.code, 0, "{}", told.errors);
    assert!(told.out.contains("taken back: 2 acts"), "{}", told.out);
    assert!(told.out.contains("dated after now: 0"), "{}", told.out);
    // Nothing left the log, and the states are those of the one that stands.
    let log = run(NOW, &["--json", "log"]).out;
    assert_eq!(log.matches("\"kind\":\"review\"").count(), 3, "{log}");
    let card = run(NOW, &["--decks", "chips.yaml", "card", "chips/who"]).out;
    assert!(
        card.contains("2025-02") && !card.contains("2125-03"),
        "{card}"
    );
    // A clock that stands in the past sees all of it in the future.
    for _ in 0..12 {
        run(
            NOW,
            &["--decks", "chips.yaml", "review", "chips/day", "again"],
        );
    }
    let told = run(
        "1970-01-02T00:00:00Z",
        &["--decks", "chips.yaml", "doctor", "--undo-ahead"],
    );
    assert_eq!(told.code, 2, "{}", told.out);
    assert!(
        told.errors.contains("set this machine's clock right first"),
        "{}",
        told.errors
    );
}
