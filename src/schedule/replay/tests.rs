//! What a log comes to.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use crate::deck::Fingerprint;
use crate::schedule::{DeviceId, Pile, WEIGHTS};
use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

const HOUR: i64 = 3_600_000;

fn card(name: &str) -> CardId {
    serde_json::from_value(format!("chips/{name}").into()).unwrap()
}

/// An event `at` milliseconds after the beginning; `number` is its id.
fn event(number: u128, at: i64, act: Act) -> Event {
    Event {
        id: EventId(Uuid::from_u128(number)),
        device: DeviceId(Uuid::nil()),
        at: Timestamp::from_millisecond(at).unwrap(),
        offset: 0,
        day: Day(i32::try_from(at.div_euclid(24 * HOUR)).unwrap()),
        act,
    }
}

fn review(name: &str, rating: Rating, phase: Phase, due: i32) -> Act {
    Act::Review(Review {
        card: card(name),
        rating,
        took_ms: 1000,
        due: Due::On(Day(due)),
        phase,
        fingerprint: Fingerprint::default(),
        answered: None,
        first_key_ms: None,
        suggested: None,
    })
}

fn good(name: &str, due: i32) -> Act {
    review(name, Rating::Good, Phase::Review, due)
}

fn undo(number: u128) -> Act {
    let event = EventId(Uuid::from_u128(number));
    Act::Undo { event, card: None }
}

fn alias(was: &str, now: &str) -> Act {
    let (card, was) = (card(now), card(was));
    Act::Alias { card, was }
}

fn correct(name: &str, was: &str, is: &str) -> Act {
    let (card, was, is) = (card(name), was.to_owned(), is.to_owned());
    Act::Correct { card, was, is }
}

fn seen(name: &str) -> Act {
    let quiz = EventId(Uuid::from_u128(99));
    Act::Seen {
        card: card(name),
        quiz,
    }
}

/// Acts a day apart, numbered from 0.
fn daily(acts: Vec<Act>) -> Vec<Event> {
    (0..)
        .zip(acts)
        .map(|(n, act)| event(n as u128, n * 24 * HOUR, act))
        .collect()
}

#[test]
fn an_event_does_to_a_card() {
    let a = || card("a");
    let until = Day(9);
    let lapse = || review("a", Rating::Again, Phase::Relearning { step: 0 }, 2);
    for (acts, expected, why) in [
        (
            vec![good("a", 3)],
            CardState {
                reviews: 1,
                phase: Phase::Review,
                ..CardState::default()
            },
            "a review",
        ),
        (
            vec![review("a", Rating::Again, Phase::Learning { step: 0 }, 0)],
            CardState {
                reviews: 1,
                phase: Phase::Learning { step: 0 },
                ..CardState::default()
            },
            "Again on a new card is no lapse",
        ),
        (
            vec![good("a", 1), lapse()],
            CardState {
                reviews: 2,
                lapses: 1,
                phase: Phase::Relearning { step: 0 },
                ..CardState::default()
            },
            "Again in review is one",
        ),
        (
            vec![good("a", 1), lapse(), lapse()],
            CardState {
                reviews: 3,
                lapses: 1,
                phase: Phase::Relearning { step: 0 },
                ..CardState::default()
            },
            "Again in relearning is not another",
        ),
        (
            vec![Act::Suspend { card: a() }],
            CardState {
                suspended: true,
                ..CardState::default()
            },
            "suspended",
        ),
        (
            vec![Act::Suspend { card: a() }, Act::Unsuspend { card: a() }],
            CardState::default(),
            "and not any more",
        ),
        (
            vec![Act::Bury { card: a(), until }],
            CardState {
                buried_until: Some(until),
                ..CardState::default()
            },
            "buried",
        ),
        (
            vec![Act::Bury { card: a(), until }, Act::Unbury { card: a() }],
            CardState::default(),
            "and dug up",
        ),
        (
            vec![Act::Bury { card: a(), until }, good("a", 3)],
            CardState {
                reviews: 1,
                phase: Phase::Review,
                ..CardState::default()
            },
            "a review digs it up too",
        ),
        (
            vec![Act::Flag {
                card: a(),
                why: "틀림".into(),
            }],
            CardState {
                flag: Some("틀림".into()),
                ..CardState::default()
            },
            "flagged",
        ),
        (
            vec![
                Act::Flag {
                    card: a(),
                    why: String::new(),
                },
                Act::Unflag { card: a() },
            ],
            CardState::default(),
            "and not any more",
        ),
        (
            vec![seen("a")],
            CardState {
                seen: Some(Day(0)),
                ..CardState::default()
            },
            "missed in a quiz",
        ),
        (
            vec![seen("a"), good("a", 3)],
            CardState {
                reviews: 1,
                phase: Phase::Review,
                ..CardState::default()
            },
            "and studied",
        ),
        (
            vec![correct("a", "9.4%", "9.6%"), Act::Unflag { card: a() }],
            CardState::default(),
            "a correction of what was never reviewed corrects nothing",
        ),
    ] {
        let state = replay(&daily(acts)).states[&a()].clone();
        let compared = CardState {
            memory: None,
            due: None,
            last: None,
            ..state
        };
        assert_eq!(compared, expected, "{why}");
    }
}

#[test]
fn memory_goes_by_study_days() {
    let model = Model::default();
    let next = |memory, days| model.next(memory, Rating::Good, days);
    let learning = || review("a", Rating::Good, Phase::Learning { step: 1 }, 0);
    let first = next(None, 0);
    // The second review, in milliseconds after the first at 23:55.
    let evening = 24 * HOUR - HOUR / 12;
    for (then, days, why) in [
        (HOUR / 6, 0, "ten minutes later, across the turnover"),
        (4 * HOUR, 0, "four hours later"),
        (4 * HOUR + 1, 1, "later than that it is the next day"),
        (
            25 * HOUR,
            2,
            "an hour more than a day later, the study day after the next",
        ),
        (-HOUR, 0, "before it: a gap that runs backwards is none"),
    ] {
        let mut state = CardState::default();
        apply(&mut state, &event(1, evening, learning()), &model);
        apply(&mut state, &event(2, evening + then, learning()), &model);
        assert_eq!(state.memory, Some(next(Some(first), days)), "{why}");
    }
}

#[test]
fn who_has_just_seen_an_answer_has_not_kept_it_for_days() {
    let model = Model::default();
    let day = 24 * HOUR;
    for (seen_on, days, why) in [(9, 0, "seen that day"), (8, 9, "seen the day before")] {
        let mut state = CardState::default();
        apply(&mut state, &event(1, 0, good("a", 9)), &model);
        let first = state.memory;
        apply(&mut state, &event(2, seen_on * day, seen("a")), &model);
        assert_eq!(state.memory, first, "seeing is no review");
        apply(&mut state, &event(3, 9 * day + HOUR, good("a", 20)), &model);
        let next = model.next(first, Rating::Good, days);
        assert_eq!(state.memory, Some(next), "{why}");
    }
}

#[test]
fn a_correction_is_due_today_and_no_lapse() {
    let log = daily(vec![
        good("a", 30),
        good("a", 60),
        correct("a", "9.4%", "9.6%"),
    ]);
    let state = &replay(&log).states[&card("a")];
    assert_eq!((state.reviews, state.lapses), (2, 0));
    assert_eq!((state.phase, state.memory), (Phase::New, None));
    assert_eq!(state.due, Some(Due::On(Day(2))));
    assert_eq!(state.corrected, Some(("9.4%".into(), "9.6%".into())));
    assert_eq!(state.pile(), Pile::Review, "it counts as due, not as new");

    for (second, shown, why) in [
        (
            "9.7%",
            ("9.4%", "9.7%"),
            "what the learner remembers is the first",
        ),
        ("9.4%", ("9.6%", "9.4%"), "unless that holds again"),
    ] {
        let mut log = log.clone();
        log.push(event(3, 72 * HOUR, correct("a", "9.6%", second)));
        let corrected = replay(&log).states[&card("a")].corrected.clone();
        assert_eq!(corrected, Some((shown.0.into(), shown.1.into())), "{why}");
    }

    let mut log = log.clone();
    log.push(event(3, 72 * HOUR, good("a", 5)));
    let state = &replay(&log).states[&card("a")];
    assert_eq!(state.corrected, None, "once reviewed it is known");
    assert_eq!(
        state.memory,
        Some(Model::default().next(None, Rating::Good, 0))
    );
}

#[test]
fn what_was_taken_back_leaves_no_trace() {
    let log = |acts: Vec<Act>| replay(&daily(acts));
    let one = log(vec![good("a", 3)]);
    for (acts, why) in [
        (vec![good("a", 3), good("a", 9), undo(1)], "a review"),
        (
            vec![good("a", 3), Act::Suspend { card: card("a") }, undo(1)],
            "a suspension",
        ),
        (
            vec![good("a", 3), good("a", 9), undo(1), undo(2)],
            "an undo can't be undone",
        ),
        (
            vec![good("a", 3), good("b", 9), undo(1)],
            "a card's only event takes its state with it",
        ),
        (
            vec![good("a", 3), undo(2), alias("a", "b")],
            "even before what it voids",
        ),
        (
            vec![good("a", 3), undo(99)],
            "nothing, if there is no such event",
        ),
        (
            vec![
                good("a", 3),
                Act::Parameters {
                    weights: vec![1.0; 21],
                },
                undo(1),
            ],
            "weights",
        ),
    ] {
        assert_eq!(log(acts), one, "{why}");
    }
}

#[test]
fn history_goes_where_the_name_goes() {
    let replayed = |acts: Vec<Act>| replay(&daily(acts)).states;
    let reviews = |states: &BTreeMap<CardId, CardState>| -> Vec<(String, u32)> {
        let count = |(card, state): (&CardId, &CardState)| (card.to_string(), state.reviews);
        states.iter().map(count).collect()
    };
    for (acts, expected, why) in [
        (
            vec![good("a", 3), alias("a", "b")],
            vec![("chips/b", 1)],
            "a rename",
        ),
        (
            vec![good("a", 3), alias("a", "b"), alias("b", "c")],
            vec![("chips/c", 1)],
            "and another",
        ),
        (
            vec![good("a", 3), alias("a", "b"), alias("b", "a")],
            vec![("chips/a", 1)],
            "and back",
        ),
        (
            vec![good("a", 3), good("b", 3), alias("a", "b")],
            vec![("chips/b", 2)],
            "both have a history: they are one",
        ),
        (
            vec![good("a", 3), alias("a", "b"), good("a", 3)],
            vec![("chips/a", 1), ("chips/b", 1)],
            "the name is free for another card",
        ),
        (
            vec![good("a", 3), alias("a", "a")],
            vec![("chips/a", 1)],
            "to itself",
        ),
        (vec![alias("a", "b")], vec![], "nothing to move"),
        (
            vec![
                good("a", 3),
                good("b", 3),
                alias("a", "c"),
                alias("b", "a"),
                alias("c", "b"),
                good("b", 5),
            ],
            vec![("chips/a", 1), ("chips/b", 2)],
            "two cards change names",
        ),
    ] {
        let expected: Vec<(String, u32)> = expected
            .into_iter()
            .map(|(card, reviews)| (card.to_owned(), reviews))
            .collect();
        assert_eq!(reviews(&replayed(acts)), expected, "{why}");
    }
    let interleaved = replayed(vec![
        good("a", 1),
        good("b", 2),
        good("a", 3),
        good("b", 4),
        alias("a", "b"),
    ]);
    let straight = replayed(vec![good("b", 1), good("b", 2), good("b", 3), good("b", 4)]);
    assert_eq!(interleaved, straight, "by time");
}

#[test]
fn weights_hold_from_their_event_on() {
    let other = [2.0; 21];
    let log = daily(vec![
        good("a", 3),
        Act::Parameters {
            weights: other.to_vec(),
        },
        Act::Parameters {
            weights: vec![f32::NAN; 21],
        },
        Act::Parameters {
            weights: vec![1.0; 3],
        },
        good("a", 9),
    ]);
    let replayed = replay(&log);
    assert_eq!(
        replayed.weights.as_deref(),
        Some(&other[..]),
        "bad ones change nothing"
    );
    let first = Model::new(Some(&WEIGHTS))
        .unwrap()
        .next(None, Rating::Good, 0);
    let second = Model::new(Some(&other))
        .unwrap()
        .next(Some(first), Rating::Good, 4);
    assert_eq!(replayed.states[&card("a")].memory, Some(second));
}

#[test]
fn a_day_is_told_in_numbers() {
    let log = [
        event(1, HOUR, good("a", 0)),
        event(2, 2 * HOUR, good("a", 3)),
        event(
            3,
            3 * HOUR,
            review("a", Rating::Again, Phase::Relearning { step: 0 }, 0),
        ),
        event(4, 4 * HOUR, good("a", 1)),
        event(5, 5 * HOUR, good("b", 1)),
        event(6, 6 * HOUR, undo(5)),
        event(7, 30 * HOUR, good("b", 2)),
    ];
    let days = replay(&log).days;
    let expected = DayTally {
        reviews: 4,
        took_ms: 4000,
        recalled: (2, 1),
        new: 1,
    };
    assert_eq!(days[&Day(0)], expected);
    let expected = DayTally {
        reviews: 1,
        took_ms: 1000,
        recalled: (0, 0),
        new: 1,
    };
    assert_eq!(days[&Day(1)], expected);
}

fn any_act() -> impl Strategy<Value = Act> {
    let name = || prop::sample::select(vec!["a", "b", "c", "d"]);
    let phase = prop::sample::select(vec![
        Phase::Learning { step: 0 },
        Phase::Review,
        Phase::Relearning { step: 0 },
    ]);
    let on_one = |act: fn(CardId) -> Act| name().prop_map(move |name| act(card(name)));
    prop_oneof![
        8 => (name(), 0..4usize, phase, 0..90i32)
            .prop_map(|(name, rating, phase, due)| review(name, Rating::ALL[rating], phase, due)),
        1 => on_one(|card| Act::Suspend { card }),
        1 => on_one(|card| Act::Unsuspend { card }),
        1 => on_one(|card| Act::Bury { card, until: Day(40) }),
        1 => on_one(|card| Act::Unbury { card }),
        1 => on_one(|card| Act::Flag { card, why: "?".into() }),
        1 => on_one(|card| Act::Unflag { card }),
        1 => name().prop_map(|name| correct(name, "1", "2")),
        1 => name().prop_map(seen),
        2 => (name(), name()).prop_map(|(was, now)| alias(was, now)),
        1 => Just(Act::More { new: 10, reviews: 10 }),
        1 => (0.5f32..3.0).prop_map(|weight| Act::Parameters { weights: vec![weight; 21] }),
        3 => (0..60u128).prop_map(undo),
    ]
}

prop_compose! {
    fn any_log()(acts in prop::collection::vec((any_act(), 0..40 * 24i64), 0..60)) -> Vec<Event> {
        (0..)
            .zip(acts)
            .map(|(number, (act, hour))| event(number, hour * HOUR, act))
            .collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_order_in_which_events_come_in_does_not_matter(
        (log, shuffled) in any_log().prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle())),
    ) {
        let mut twice = shuffled.clone();
        twice.extend(log.iter().cloned());
        prop_assert_eq!(replay(&log), replay(&shuffled));
        prop_assert_eq!(replay(&log), replay(&twice), "nor that some come twice");
    }

    #[test]
    fn one_at_a_time_or_all_at_once(mut log in any_log()) {
        log.sort_by_key(|event| (event.at, event.id));
        let (mut so_far, mut model) = (Replayed::default(), Model::default());
        let mut voided = HashSet::new();
        for (n, event) in log.iter().enumerate() {
            match &event.act {
                Act::Undo { event, .. } => { voided.insert(*event); }
                _ if voided.contains(&event.id) => continue,
                _ => {}
            }
            match &event.act {
                Act::Undo { .. } | Act::Alias { .. } | Act::Parameters { .. } => {
                    so_far = replay(&log[..=n]);
                    model = Model::new(so_far.weights.as_deref()).unwrap();
                }
                act => if let Some(card) = act.card() {
                    let state = so_far.states.entry(card.clone()).or_default();
                    if let Act::Review(review) = act {
                        so_far.days.entry(event.day).or_default().count(state, review);
                    }
                    apply(state, event, &model);
                }
            }
        }
        prop_assert_eq!(so_far, replay(&log));
    }
}
