//! What is derived equals what a rebuild makes of the log, byte for byte.

use std::collections::BTreeMap;

use super::*;
use crate::schedule::{WEIGHTS, replay};
use proptest::prelude::*;

#[derive(Debug, Clone)]
pub(super) enum Step {
    Review(usize, usize, Phase),
    Past(usize, i64),
    Suspend(usize),
    Bury(usize),
    Flag(usize),
    Correct(usize),
    Alias(usize, usize),
    AliasBefore(usize, usize, i64),
    Weights(u8),
    WeightsBefore(u8, i64),
    More,
    UndoLast,
    UndoAny(usize),
    Wait(i64),
    Several(usize, usize),
}

const NAMES: [&str; 4] = ["chips/a", "chips/b", "칩/다", "칩/라#c1"];

pub(super) fn step() -> impl Strategy<Value = Step> {
    let one = 0..NAMES.len();
    let back = 1..200_000_i64;
    let phase = prop_oneof![
        Just(Phase::Learning { step: 0 }),
        Just(Phase::Review),
        Just(Phase::Relearning { step: 0 }),
    ];
    prop_oneof![
        6 => (one.clone(), 0..4_usize, phase).prop_map(|(card, rating, phase)| Step::Review(card, rating, phase)),
        2 => (one.clone(), back.clone()).prop_map(|(card, ago)| Step::Past(card, ago)),
        1 => one.clone().prop_map(Step::Suspend),
        1 => one.clone().prop_map(Step::Bury),
        1 => one.clone().prop_map(Step::Flag),
        1 => one.clone().prop_map(Step::Correct),
        2 => (one.clone(), one.clone()).prop_map(|(was, now)| Step::Alias(was, now)),
        1 => (one.clone(), one.clone(), back.clone())
            .prop_map(|(was, now, ago)| Step::AliasBefore(was, now, ago)),
        1 => any::<u8>().prop_map(Step::Weights),
        1 => (any::<u8>(), back).prop_map(|(weight, ago)| Step::WeightsBefore(weight, ago)),
        1 => Just(Step::More),
        2 => Just(Step::UndoLast),
        1 => any::<usize>().prop_map(Step::UndoAny),
        // Now and then the clock jumps back.
        4 => (-50_000..150_000_i64).prop_map(Step::Wait),
        1 => (one.clone(), one).prop_map(|(one, other)| Step::Several(one, other)),
    ]
}

fn parameters(weight: u8) -> Act {
    let mut weights = WEIGHTS.to_vec();
    weights[0] = 0.1 + f32::from(weight) / 100.0;
    Act::Parameters { weights }
}

pub(super) fn take(store: &mut Store, step: &Step, now: &mut i64) {
    let name = |index: usize| NAMES[index];
    let act = match *step {
        Step::Wait(seconds) => {
            *now += seconds;
            return;
        }
        Step::Past(card, ago) => {
            store
                .record(good(name(card)), at(*now - ago), at(*now), &clock())
                .unwrap();
            return;
        }
        Step::AliasBefore(was, to, ago) => {
            let act = alias(name(was), name(to));
            store
                .record(act, at(*now - ago), at(*now), &clock())
                .unwrap();
            return;
        }
        Step::WeightsBefore(weight, ago) => {
            store
                .record(parameters(weight), at(*now - ago), at(*now), &clock())
                .unwrap();
            return;
        }
        Step::Several(one, other) => {
            let acts = vec![good(name(one)), suspend(name(other)), good(name(other))];
            store.record_all(acts, None, at(*now), &clock()).unwrap();
            return;
        }
        Step::UndoLast => {
            let Some(event) = store.undoable(at(*now), &clock()).unwrap() else {
                return;
            };
            let card = event.act.card().cloned();
            let event = event.id;
            Act::Undo { event, card }
        }
        Step::UndoAny(index) => {
            let events = store.events(None).unwrap();
            if events.is_empty() {
                return;
            }
            let event = events[index % events.len()].id;
            // What cannot be taken back is refused, and changes nothing.
            let _ = store.record(
                Act::Undo { event, card: None },
                at(*now),
                at(*now),
                &clock(),
            );
            return;
        }
        Step::Review(card, rating, phase) => {
            let Act::Review(mut review) = review(name(card), Rating::ALL[rating]) else {
                unreachable!()
            };
            review.phase = phase;
            Act::Review(review)
        }
        Step::Suspend(card) => suspend(name(card)),
        Step::Bury(index) => Act::Bury {
            card: card(name(index)),
            until: Day(20_131),
        },
        Step::Flag(card) => flag(name(card), ""),
        Step::Correct(index) => Act::Correct {
            card: card(name(index)),
            was: "9.4 %".into(),
            is: "9.6 %".into(),
        },
        Step::Alias(was, to) => alias(name(was), name(to)),
        Step::Weights(weight) => parameters(weight),
        Step::More => Act::More { new: 1, reviews: 2 },
    };
    store.record(act, at(*now), at(*now), &clock()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_is_in_step_with_its_log(steps in prop::collection::vec(step(), 1..40)) {
        let home = home();
        let mut store = open(&home);
        // What a power cut would do is not looked at here.
        store.connection.pragma_update(None, "synchronous", "OFF").unwrap();
        let mut now = 0;
        for (count, step) in steps.iter().enumerate() {
            take(&mut store, step, &mut now);
            if count % 7 == 6 {
                let kept = dump(&store);
                store.rebuild().unwrap();
                prop_assert_eq!(kept, dump(&store));
            }
        }
        let kept = dump(&store);
        store.rebuild().unwrap();
        prop_assert_eq!(kept, dump(&store));
        // The schedule's own replay of the whole log comes to the same.
        let replayed = replay(&store.events(None).unwrap());
        let states: BTreeMap<_, _> = store.states().unwrap().into_iter().collect();
        // So does a part of the log, for one card.
        for (card, state) in &states {
            let part = store.events_bearing_on(card).unwrap();
            let of_part = replay(&part).states;
            prop_assert_eq!(of_part.get(card), Some(state));
        }
        prop_assert_eq!(states, replayed.states);
        let days: BTreeMap<_, _> = store.days(Day(i32::MIN)).unwrap().into_iter().collect();
        prop_assert_eq!(days, replayed.days);
        prop_assert_eq!(store.weights().unwrap(), replayed.weights);
    }
}

#[test]
fn what_is_taken_back_under_another_name_stays_so() {
    let home = home();
    let mut store = open(&home);
    let mut record = |seconds, act| {
        let at = at(seconds);
        store.record(act, at, at, &clock()).unwrap().id
    };
    record(0, good("chips/a"));
    let again = record(DAY, good("chips/a"));
    let named = record(DAY + 1, alias("chips/a", "chips/b"));
    let undo = |event| Act::Undo { event, card: None };
    record(DAY + 2, undo(again));
    // The name is taken back, and the undo was of the card that bore it.
    record(DAY + 3, undo(named));
    let card = card("chips/a");
    let state = store.state(&card).unwrap();
    assert_eq!(state.reviews, 1);
    let part = store.events_bearing_on(&card).unwrap();
    assert_eq!(replay(&part).states.get(&card), Some(&state));
    assert_in_step(&mut store);
}

#[test]
fn limits_siblings_and_sums_follow_the_day() {
    let home = home();
    let mut store = open(&home);
    let (chips, korean) = (names::deck("chips").unwrap(), names::deck("칩").unwrap());
    for (seconds, act) in [
        (0, good("chips/a")),                    // new
        (10, good("칩/나")),                     // new
        (DAY, review("chips/a", Rating::Again)), // asked, not recalled
        (DAY + 9, good("chips/a")),              // asked, recalled
        (DAY + 20, good("칩/라")),               // new
    ] {
        store
            .record(act, at(seconds), at(seconds), &clock())
            .unwrap();
    }
    let day = clock().day(at(0));
    let first = store.served(day).unwrap();
    assert_eq!((first.new[&chips], first.new[&korean]), (1, 1));
    assert!(first.reviews.is_empty());
    let next = store.served(Day(day.0 + 1)).unwrap();
    assert_eq!(next.new.get(&chips), None);
    assert_eq!((next.new[&korean], next.reviews[&chips]), (1, 2));
    assert!(next.cards.contains_key(&card("chips/a")) && next.cards.len() == 2);
    // A corrected card comes as due, and counts so; what it recalls does not.
    let correct = Act::Correct {
        card: card("chips/a"),
        was: "9.4 %".into(),
        is: "9.6 %".into(),
    };
    for act in [correct, good("chips/a")] {
        store
            .record(act, at(2 * DAY), at(2 * DAY), &clock())
            .unwrap();
    }
    let third = store.served(Day(day.0 + 2)).unwrap();
    assert_eq!((third.new.get(&chips), third.reviews[&chips]), (None, 1));
    let (_, tally) = store.days(Day(day.0 + 2)).unwrap().remove(0);
    assert_eq!((tally.reviews, tally.recalled), (1, (0, 0)));
    let days = store.days(day).unwrap();
    assert_eq!(days.len(), 3);
    let (_, tally) = &days[1];
    assert_eq!((tally.reviews, tally.took_ms), (3, 12_600));
    assert_eq!((tally.recalled, tally.new), ((2, 1), 1));
    assert_eq!(store.days(Day(day.0 + 1)).unwrap(), days[1..]);
    assert_in_step(&mut store);
}

#[test]
fn states_come_back_to_the_bit() {
    let home = home();
    let mut store = open(&home);
    for second in 0..20 {
        let act = review("chips/a", Rating::ALL[second as usize % 4]);
        store
            .record(act, at(second * DAY / 2), at(second * DAY / 2), &clock())
            .unwrap();
    }
    let kept = store.state(&card("chips/a")).unwrap();
    store.rebuild().unwrap();
    let memory = |state: &crate::schedule::CardState| {
        let memory = state.memory.unwrap();
        (memory.stability.to_bits(), memory.difficulty.to_bits())
    };
    let built = store.states().unwrap().remove(&card("chips/a")).unwrap();
    assert_eq!(memory(&built), memory(&kept));
    assert_eq!(built, kept);
}
