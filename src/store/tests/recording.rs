//! Recording: on the disk when it returns, in order, all or nothing.

use super::*;
use crate::schedule::{Event, EventId};
use crate::store::{StoreError, log, wal};
use uuid::Uuid;

fn every_act() -> Vec<Act> {
    let name = "칩/공장#c2";
    vec![
        review(name, Rating::Again),
        suspend(name),
        Act::Unsuspend { card: card(name) },
        Act::Bury {
            card: card(name),
            until: Day(20_200),
        },
        Act::Unbury { card: card(name) },
        flag(name, "출처가 의심스럽다"),
        Act::Unflag { card: card(name) },
        Act::Correct {
            card: card(name),
            was: "9.4 %".into(),
            is: "9.6 %".into(),
        },
        alias(name, "chips/fab"),
        Act::More {
            new: 10,
            reviews: 50,
        },
        Act::Parameters {
            weights: [0.1_f32; 21].to_vec(),
        },
    ]
}

#[test]
fn every_act_comes_back_as_it_was() {
    let home = home();
    let mut store = open(&home);
    let mut told = Vec::new();
    for (second, act) in (0..).zip(every_act()) {
        let event = store
            .record(act.clone(), at(second), at(second), &clock())
            .unwrap();
        assert_eq!(event.act, act);
        assert_eq!((event.offset, event.day), (9 * 3600, Day(20_128)));
        told.push(event);
    }
    let last = told.last().unwrap().id;
    told.push(
        store
            .record(
                Act::Undo {
                    event: last,
                    card: None,
                },
                at(100),
                at(100),
                &clock(),
            )
            .unwrap(),
    );
    assert_eq!(store.events(None).unwrap(), told);
    for event in &told {
        let kept: (String, Option<String>) = store
            .connection
            .query_row(
                "SELECT kind, card FROM event WHERE id = ?1",
                [event.id.0.as_bytes().as_slice()],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .unwrap();
        let json = serde_json::to_value(&event.act).unwrap();
        assert_eq!(json["kind"], kept.0);
        assert_eq!(event.act.card().map(ToString::to_string), kept.1);
    }
    assert_in_step(&mut store);
}

#[test]
fn what_is_recorded_is_seen_by_others_and_survives_a_kill() {
    let (home, copy) = (home(), home_copy());
    let mut store = open(&home);
    let mut events = Vec::new();
    for (second, name) in (0..).zip(["chips/a", "칩/나", "chips/a"]) {
        events.push(
            store
                .record(good(name), at(second), at(second), &clock())
                .unwrap(),
        );
        assert_eq!(open(&home).events(None).unwrap(), events);
        // What lies on the disk at this moment, the process not having closed anything.
        for file in ["dateline.db", "dateline.db-wal"] {
            std::fs::copy(home.path().join(file), copy.path().join(file)).unwrap();
        }
        let mut copied = Store::open_at(copy.path(), &ELSEWHERE).unwrap();
        assert_eq!(copied.events(None).unwrap(), events);
        assert_eq!(dump(&copied), dump(&store));
        assert_in_step(&mut copied);
        drop(copied);
    }
}

fn home_copy() -> TempDir {
    home()
}

#[test]
fn resting_and_closing_lose_nothing() {
    let home = home();
    let mut store = open(&home);
    let rate = |second| {
        let (act, when) = (good("chips/a"), at(second));
        store.record(act, when, when, &clock()).unwrap();
        store.rest();
        wal::pages(&store.connection).unwrap().unwrap().1
    };
    let moved: Vec<u64> = (0..30).map(rate).collect();
    // A single rating is not worth it.
    assert_eq!(moved[0], 0);
    assert!(moved.iter().any(|&pages| pages > 0), "{moved:?}");
    let events = store.events(None).unwrap();
    assert_eq!(events.len(), 30);
    drop(store);
    assert!(!home.path().join("dateline.db-wal").exists());
    assert_eq!(open(&home).events(None).unwrap(), events);
}

#[test]
fn the_log_is_only_appended_to() {
    let home = home();
    let mut store = open(&home);
    store
        .record(good("chips/a"), at(0), at(0), &clock())
        .unwrap();
    for sql in [
        "UPDATE event SET at = 0",
        "DELETE FROM event",
        "REPLACE INTO event SELECT * FROM event",
    ] {
        let error = store.connection.execute(sql, []).unwrap_err().to_string();
        assert!(error.contains("only appended to"), "{sql}: {error}");
    }
}

#[test]
fn times_are_whole_milliseconds() {
    let home = home();
    let mut store = open(&home);
    let fine = Timestamp::new(1_739_070_000, 123_456_789).unwrap();
    let whole = Timestamp::new(1_739_070_000, 123_000_000).unwrap();
    let Act::Review(mut step) = good("chips/a") else {
        unreachable!()
    };
    step.due = Due::At(fine);
    step.phase = Phase::Learning { step: 1 };
    let event = store
        .record(Act::Review(step), fine, fine, &clock())
        .unwrap();
    assert_eq!(event.at, whole);
    let state = store.state(&card("chips/a")).unwrap();
    assert_eq!(state.due, Some(Due::At(whole)));
    assert_eq!(state.phase, Phase::Learning { step: 1 });
    assert_eq!(store.events(None).unwrap(), [event]);
}

#[test]
fn the_future_is_refused_and_the_past_is_taken_in_its_place() {
    let home = home();
    let mut store = open(&home);
    let refused = store.record(good("chips/a"), at(1), at(0), &clock());
    assert!(matches!(refused, Err(StoreError::Future { .. })));
    assert!(store.events(None).unwrap().is_empty());

    let now = at(3 * DAY);
    let ratings = |events: Vec<Event>| -> Vec<i64> {
        events
            .iter()
            .map(|event| (event.at.as_second() - at(0).as_second()) / DAY)
            .collect()
    };
    for day in [2, 0, 1] {
        store
            .record(good("chips/a"), at(day * DAY), now, &clock())
            .unwrap();
    }
    assert_eq!(
        ratings(store.events(Some(&card("chips/a"))).unwrap()),
        [0, 1, 2]
    );
    assert_eq!(
        store.state(&card("chips/a")).unwrap().last,
        Some((at(2 * DAY), Day(20_130)))
    );
    assert_in_step(&mut store);
}

#[test]
fn ids_rise_though_the_clock_jumps_back() {
    let home = home();
    let mut store = open(&home);
    let mut ids = Vec::new();
    for seconds in [0, 0, -3 * DAY, 5, -1] {
        let event = store
            .record(good("chips/a"), at(seconds), at(seconds), &clock())
            .unwrap();
        assert_eq!(event.at, at(seconds));
        ids.push(event.id);
    }
    assert!(ids.is_sorted_by(|one, next| one < next), "{ids:?}");
    assert_in_step(&mut store);
}

#[test]
fn several_are_all_or_none() {
    let home = home();
    let mut store = open(&home);
    store
        .record(good("chips/b"), at(0), at(0), &clock())
        .unwrap();
    let before = dump(&store);
    let missing = Act::Undo {
        event: EventId(Uuid::nil()),
        card: None,
    };
    let refused = store.record_all(vec![good("chips/a"), missing], None, at(1), &clock());
    assert!(matches!(refused, Err(StoreError::NotUndoable { .. })));
    assert_eq!(dump(&store), before);
    assert_eq!(store.events(None).unwrap().len(), 1);
    let both = vec![good("chips/a"), good("chips/a")];
    assert_eq!(
        store.record_all(both, None, at(1), &clock()).unwrap().len(),
        2
    );
    assert_eq!(store.state(&card("chips/a")).unwrap().reviews, 2);
    assert_in_step(&mut store);
}

#[test]
fn weights_that_are_none_are_refused() {
    let home = home();
    let mut store = open(&home);
    for weights in [vec![], vec![f32::NAN; 21]] {
        let refused = store.record(Act::Parameters { weights }, at(0), at(0), &clock());
        assert!(matches!(refused, Err(StoreError::Weights { .. })));
    }
    assert_eq!(store.weights().unwrap(), None);
    assert!(store.events(None).unwrap().is_empty());
}

#[test]
fn a_full_disk_writes_nothing_and_says_so() {
    let home = home();
    let mut store = open(&home);
    store
        .record(good("chips/a"), at(0), at(0), &clock())
        .unwrap();
    let pages: i64 = store
        .connection
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    let limit = |store: &Store, pages: i64| {
        store
            .connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .unwrap();
    };
    limit(&store, pages);
    let (before, why) = (dump(&store), "길다 ".repeat(4_000));
    let error = store
        .record(flag("chips/a", &why), at(1), at(1), &clock())
        .unwrap_err();
    assert!(matches!(error, StoreError::Full { .. }), "{error}");
    assert!(error.to_string().contains("dateline.db"), "{error}");
    assert_eq!(dump(&store), before);
    assert_eq!(store.events(None).unwrap().len(), 1);
    limit(&store, 1_000_000);
    store
        .record(flag("chips/a", &why), at(1), at(1), &clock())
        .unwrap();
    assert_in_step(&mut store);
}

#[test]
fn an_event_that_cannot_be_read_is_named() {
    let home = home();
    let mut store = open(&home);
    let id = log::next_id(&store.connection, at(0)).unwrap();
    store
        .connection
        .execute(
            "INSERT INTO event VALUES (?1, ?1, 0, 0, 0, 'dance', NULL, '{\"kind\":\"dance\"}')",
            [id.0.as_bytes().as_slice()],
        )
        .unwrap();
    for error in [
        store.events(None).unwrap_err(),
        store.rebuild().unwrap_err(),
    ] {
        assert!(matches!(error, StoreError::Unreadable { .. }));
        assert!(error.to_string().contains(&id.to_string()), "{error}");
    }
}

#[test]
fn what_others_reviewed_since_it_came_up_is_not_reviewed_again() {
    let home = home();
    let (mut one, mut other) = (open(&home), open(&home));
    let Act::Review(first) = review("chips/fab", Rating::Good) else {
        unreachable!()
    };
    let shown = one.state(&first.card).unwrap();
    let done = one.review(first.clone(), &shown, at(1), &clock()).unwrap();
    assert!(done.is_some());
    // The other window shows it as it stood before; its clock may be behind.
    for second in [2, 0] {
        let again = other.review(first.clone(), &shown, at(second), &clock());
        assert_eq!(again.unwrap(), None);
    }
    assert_eq!(one.events(None).unwrap().len(), 1);
    // It comes up again there, and once more after what was done is taken back.
    let shown = other.state(&first.card).unwrap();
    assert_eq!(shown.reviews, 1);
    let event = done.unwrap().id;
    let undo = Act::Undo { event, card: None };
    one.record(undo, at(3), at(3), &clock()).unwrap();
    let again = other.review(first, &shown, at(4), &clock()).unwrap();
    assert!(again.is_some());
    assert_in_step(&mut one);
}

/// Whoever answers what a deck does not say any more has not learned what it says.
#[test]
fn what_was_corrected_since_it_came_up_is_not_reviewed() {
    let home = home();
    let (mut one, mut other) = (open(&home), open(&home));
    let Act::Review(answer) = review("chips/fab", Rating::Good) else {
        unreachable!()
    };
    one.record(good("chips/fab"), at(0), at(0), &clock())
        .unwrap();
    let shown = one.state(&answer.card).unwrap();
    let correct = Act::Correct {
        card: answer.card.clone(),
        was: "9.4 %".into(),
        is: "9.6 %".into(),
    };
    other.record(correct, at(1), at(1), &clock()).unwrap();
    let rated = one.review(answer.clone(), &shown, at(2), &clock());
    assert_eq!(rated.unwrap(), None);
    let shown = one.state(&answer.card).unwrap();
    assert!(shown.corrected.is_some());
    let rated = one.review(answer.clone(), &shown, at(3), &clock()).unwrap();
    assert!(rated.is_some());
    // Nor in a quiz, of which only the answer is kept then.
    let more = Act::More { new: 1, reviews: 0 };
    let both = vec![more.clone(), Act::Review(answer.clone())];
    let done = one.record_all(both.clone(), Some(&shown), at(4), &clock());
    assert_eq!(done.unwrap().len(), 1);
    let shown = one.state(&answer.card).unwrap();
    let done = one.record_all(both, Some(&shown), at(5), &clock());
    assert_eq!(done.unwrap().len(), 2);
    assert_in_step(&mut one);
}
