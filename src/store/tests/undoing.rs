//! Taking back: the acts of today on this device, the latest first.

use super::*;
use crate::schedule::{CardState, EventId};
use crate::store::StoreError;

fn undo(store: &mut Store, seconds: i64) -> Option<String> {
    let event = store.undoable(at(seconds), &clock()).unwrap()?;
    let undone = Act::Undo {
        event: event.id,
        card: None,
    };
    let event_card = event.act.card().cloned();
    let made = store
        .record(undone, at(seconds), at(seconds), &clock())
        .unwrap();
    assert_eq!(made.act.card(), event_card.as_ref());
    assert_in_step(store);
    Some(event_card.map_or_else(|| event.act.kind().to_owned(), |card| card.to_string()))
}

#[test]
fn the_latest_first_across_restarts_until_the_day_is_bare() {
    let home = home();
    let mut store = open(&home);
    store
        .record(good("chips/old"), at(-DAY), at(-DAY), &clock())
        .unwrap();
    let before = dump(&store);
    store
        .record(good("chips/a"), at(0), at(0), &clock())
        .unwrap();
    let first = store.state(&card("chips/a")).unwrap();
    store
        .record(good("chips/a"), at(60), at(60), &clock())
        .unwrap();
    let twice = store.state(&card("chips/a")).unwrap();
    store
        .record(suspend("칩/나"), at(61), at(61), &clock())
        .unwrap();
    store
        .record(Act::More { new: 5, reviews: 0 }, at(62), at(62), &clock())
        .unwrap();
    assert!(store.state(&card("칩/나")).unwrap().suspended);

    drop(store);
    let mut store = open(&home);
    assert_eq!(undo(&mut store, 69).as_deref(), Some("more"));
    assert_eq!(undo(&mut store, 70).as_deref(), Some("칩/나"));
    assert_eq!(store.state(&card("칩/나")).unwrap(), CardState::default());
    assert_eq!(store.state(&card("chips/a")).unwrap(), twice);
    assert_eq!(undo(&mut store, 71).as_deref(), Some("chips/a"));
    assert_eq!(store.state(&card("chips/a")).unwrap(), first);
    assert_eq!(store.reviews(&card("chips/a")).unwrap().len(), 1);
    assert_eq!(store.served(Day(20_128)).unwrap().cards.len(), 1);

    drop(store);
    let mut store = open(&home);
    assert_eq!(undo(&mut store, 72).as_deref(), Some("chips/a"));
    assert_eq!(undo(&mut store, 73), None);
    // The log tells all: two reviews and their undoing.
    assert_eq!(store.events(Some(&card("chips/a"))).unwrap().len(), 4);
    let kept = |dump: &str| dump.split_once("alias").unwrap().1.to_owned();
    assert_eq!(kept(&dump(&store)), kept(&before));
}

#[test]
fn what_another_device_did_is_left_to_it() {
    let home = home();
    open(&home)
        .record(good("chips/a"), at(0), at(0), &clock())
        .unwrap();
    let store = Store::open_at(home.path(), &ELSEWHERE).unwrap();
    assert_eq!(store.undoable(at(1), &clock()).unwrap(), None);
}

#[test]
fn what_cannot_be_taken_back_is_refused() {
    let home = home();
    let mut store = open(&home);
    let event = store
        .record(good("chips/a"), at(0), at(0), &clock())
        .unwrap()
        .id;
    let back = |event| Act::Undo { event, card: None };
    let undone = store
        .record(back(event), at(1), at(1), &clock())
        .unwrap()
        .id;
    for (event, why) in [
        (event, "undone already"),
        (undone, "an undo itself"),
        (EventId(uuid::Uuid::nil()), "does not hold it"),
    ] {
        let error = store
            .record(back(event), at(2), at(2), &clock())
            .unwrap_err();
        assert!(matches!(error, StoreError::NotUndoable { .. }));
        assert!(error.to_string().contains(why), "{error}");
    }
    assert_eq!(store.events(None).unwrap().len(), 2);
}

#[test]
fn more_today_counts_until_it_is_taken_back() {
    let home = home();
    let mut store = open(&home);
    let day = clock().day(at(0));
    let more = Act::More { new: 5, reviews: 9 };
    let event = store
        .record(more.clone(), at(0), at(0), &clock())
        .unwrap()
        .id;
    store.record(more, at(1), at(1), &clock()).unwrap();
    let served = store.served(day).unwrap().more;
    assert_eq!((served.new, served.reviews), (10, 18));
    store
        .record(Act::Undo { event, card: None }, at(2), at(2), &clock())
        .unwrap();
    assert_eq!(store.served(day).unwrap().more.new, 5);
    // As any other act of today.
    let last = store.undoable(at(3), &clock()).unwrap().unwrap();
    assert_eq!(last.act, Act::More { new: 5, reviews: 9 });
    assert_ne!(last.id, event);
    assert_eq!(store.served(Day(day.0 + 1)).unwrap().more.new, 0);
}

/// At the end of time nothing lies ahead of the clock.
#[test]
fn the_last_of_all_days_has_nothing_ahead_of_it() {
    let home = home();
    let mut store = open(&home);
    let end = Timestamp::MAX;
    store
        .record(good("chips/a"), at(0), at(0), &clock())
        .unwrap();
    assert_eq!(store.undo_ahead(end, &clock()).unwrap(), 0);
    // And what is recorded then can be read.
    let Act::Review(mut last) = good("chips/a") else {
        unreachable!()
    };
    last.due = Due::At(end);
    let last = Act::Review(last);
    store.record(last, end, end, &clock()).unwrap();
    assert_eq!(store.events(None).unwrap().len(), 2);
    assert_eq!(store.state(&card("chips/a")).unwrap().reviews, 2);
    assert_in_step(&mut store);
}
