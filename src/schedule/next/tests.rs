#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
use super::*;
use crate::deck::Step;
use crate::schedule::fuzz_range;
use proptest::prelude::*;

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;
const DAY: u32 = 24 * HOUR;

/// Days begin at 04:00; 2025-02-09 is a Sunday in the winter of New York.
fn clock() -> StudyClock {
    let zone = jiff::tz::TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
    StudyClock {
        zone,
        turnover: 240,
    }
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn steps(seconds: &[u32]) -> Vec<Step> {
    seconds.iter().map(|&seconds| Step { seconds }).collect()
}

fn options(learning: &[u32], relearning: &[u32]) -> Options {
    Options {
        learning_steps: steps(learning),
        relearning_steps: steps(relearning),
        ..Options::default()
    }
}

/// A card last reviewed `days` ago, with an interval of as many days.
fn card(phase: Phase, stability: f32, days: u32, now: Timestamp) -> CardState {
    let today = clock().day(now);
    let last = Day(today.0 - days as i32);
    CardState {
        phase,
        memory: Some(Memory {
            stability,
            difficulty: 5.0,
        }),
        due: Some(Due::On(today)),
        last: Some((clock().start(last), last)),
        reviews: 5,
        ..CardState::default()
    }
}

fn rate(state: &CardState, options: &Options, now: Timestamp, seed: u64) -> Outcomes {
    outcomes(&Model::default(), state, options, &clock(), now, seed)
}

fn days(outcome: Outcome) -> u32 {
    match outcome.interval {
        Interval::Days(days) => days,
        Interval::Seconds(seconds) => panic!("{seconds} s are not counted in days"),
    }
}

#[test]
fn a_card_goes_through_its_steps() {
    let now = instant("2025-02-09T15:00:00Z");
    let (new, learning, relearning, review) = (
        Phase::New,
        |step| Phase::Learning { step },
        |step| Phase::Relearning { step },
        Phase::Review,
    );
    let usual = options(&[MINUTE, 10 * MINUTE], &[10 * MINUTE]);
    let single = options(&[10 * MINUTE], &[]);
    let two = options(&[], &[5 * MINUTE, HOUR]);
    let s = |seconds| Some(Interval::Seconds(seconds));
    let d = |days| Some(Interval::Days(days));
    // State and options; where each rating leads, and when (None: by FSRS).
    for (from, options, after, why) in [
        (
            new,
            &usual,
            [
                (learning(0), s(60)),
                (learning(0), s(330)),
                (learning(1), s(600)),
                (review, None),
            ],
            "a new card stands before its first step, Easy graduates at once",
        ),
        (
            learning(0),
            &usual,
            [
                (learning(0), s(60)),
                (learning(0), s(330)),
                (learning(1), s(600)),
                (review, None),
            ],
            "in the first step it is the same",
        ),
        (
            learning(1),
            &usual,
            [
                (learning(0), s(60)),
                (learning(1), s(600)),
                (review, None),
                (review, None),
            ],
            "Good graduates from the last step, Again goes back to the first",
        ),
        (
            learning(9),
            &usual,
            [
                (learning(0), s(60)),
                (learning(1), s(600)),
                (review, None),
                (review, None),
            ],
            "a step that the options no longer have counts as the last",
        ),
        (
            new,
            &single,
            [
                (learning(0), s(600)),
                (learning(0), s(900)),
                (review, None),
                (review, None),
            ],
            "with one step Good graduates at once, Hard waits half as long again",
        ),
        (
            new,
            &two,
            [
                (review, None),
                (review, None),
                (review, None),
                (review, None),
            ],
            "without steps every rating graduates",
        ),
        (
            review,
            &usual,
            [
                (relearning(0), s(600)),
                (review, None),
                (review, None),
                (review, None),
            ],
            "a lapse goes into relearning",
        ),
        (
            review,
            &single,
            [
                (review, None),
                (review, None),
                (review, None),
                (review, None),
            ],
            "without steps a lapse stays in review",
        ),
        (
            relearning(0),
            &usual,
            [
                (relearning(0), s(600)),
                (relearning(0), s(900)),
                (review, None),
                (review, None),
            ],
            "relearning has one step by default",
        ),
        (
            relearning(0),
            &two,
            [
                (relearning(0), s(300)),
                (relearning(0), s(1950)),
                (relearning(1), s(3600)),
                (review, None),
            ],
            "and may have more",
        ),
        (
            relearning(0),
            &single,
            [
                (review, None),
                (review, None),
                (review, None),
                (review, None),
            ],
            "when its steps were taken away meanwhile, it graduates",
        ),
        (
            new,
            &options(&[DAY, 3 * DAY], &[]),
            [
                (learning(0), d(1)),
                (learning(0), d(2)),
                (learning(1), d(3)),
                (review, None),
            ],
            "steps of days are learning all the same",
        ),
    ] {
        let state = match from {
            Phase::New => CardState::default(),
            _ => card(from, 10.0, 10, now),
        };
        for (outcome, (phase, interval)) in rate(&state, options, now, 1).into_iter().zip(after) {
            assert_eq!(outcome.phase, phase, "{why}: {}", outcome.rating);
            if let Some(interval) = interval {
                assert_eq!(outcome.interval, interval, "{why}: {}", outcome.rating);
            } else {
                assert!(days(outcome) >= 1, "{why}: {}", outcome.rating);
            }
            match (outcome.due, outcome.interval) {
                (Due::At(at), Interval::Seconds(seconds)) => {
                    assert_eq!(at.duration_since(now).as_secs(), i64::from(seconds));
                }
                (Due::On(day), Interval::Days(days)) => {
                    assert_eq!(day, clock().day(now).after(days));
                }
                other => panic!("{why}: {other:?} do not say the same"),
            }
        }
    }
}

#[test]
fn a_step_that_crosses_the_turnover_is_due_on_a_day() {
    let d = |days| Interval::Days(days);
    let s = |seconds| Interval::Seconds(seconds);
    for (now, step, interval, why) in [
        (
            "2025-02-09T08:49:59Z",
            10 * MINUTE,
            s(600),
            "03:49:59 and 10 minutes end before 04:00",
        ),
        (
            "2025-02-09T08:50:00Z",
            10 * MINUTE,
            d(1),
            "03:50 and 10 minutes end at 04:00, which is tomorrow",
        ),
        (
            "2025-02-09T15:00:00Z",
            12 * HOUR,
            s(12 * HOUR),
            "half a day still ends today",
        ),
        (
            "2025-02-09T15:00:00Z",
            20 * HOUR,
            d(1),
            "20 hours from 10:00 end tomorrow",
        ),
        (
            "2025-02-09T09:00:00Z",
            DAY,
            d(1),
            "a day from the day's first instant is tomorrow",
        ),
        (
            "2025-02-10T08:59:59Z",
            DAY,
            d(1),
            "a day from its last second is tomorrow too",
        ),
        ("2025-02-09T15:00:00Z", 3 * DAY, d(3), "three days"),
        (
            "2025-03-08T09:00:00Z",
            23 * HOUR,
            d(1),
            "the day before the clocks go forward has 23 hours",
        ),
        (
            "2025-11-01T08:00:00Z",
            DAY,
            d(1),
            "a day is tomorrow, though this one has 25 hours",
        ),
        (
            "2025-11-01T08:00:00Z",
            2 * DAY,
            d(2),
            "and two days are the day after that",
        ),
    ] {
        let now = instant(now);
        let [again, ..] = rate(&CardState::default(), &options(&[step], &[]), now, 1);
        assert_eq!(again.interval, interval, "{why}");
        assert_eq!(again.phase, Phase::Learning { step: 0 }, "{why}");
    }
}

#[test]
fn intervals_are_what_fsrs_says_within_the_fuzz() {
    let now = instant("2025-02-09T15:00:00Z");
    let model = Model::default();
    let state = card(Phase::Review, 30.0, 30, now);
    for seed in 0..50 {
        let outcomes = rate(&state, &Options::default(), now, seed);
        for (outcome, kept) in outcomes
            .into_iter()
            .zip(model.all(state.memory, 0.9, 30))
            .skip(1)
        {
            let (lower, upper) = fuzz_range(kept.days, 1, 36_500);
            assert!(
                (lower..=upper).contains(&days(outcome)),
                "{outcome:?} of {kept:?}"
            );
            assert_eq!(outcome.memory, kept.memory);
        }
    }
}

#[test]
fn an_answer_just_seen_brings_no_card_further_than_it_was() {
    let now = instant("2025-02-10T12:00:00Z");
    let today = clock().day(now);
    // Due in so many days; how far Good puts it at most.
    for (due_in, most) in [(40, 40), (3, 3), (0, 3), (-7, 3)] {
        let mut state = card(Phase::Review, 90.0, 50, now);
        state.due = Some(Due::On(Day(today.0 + due_in)));
        let options = options(&[], &[]);
        let unseen = days(rate(&state, &options, now, 1)[2]);
        assert!(unseen > 60, "{unseen}: the memory is a good one");
        state.seen = Some(today);
        let outcomes = rate(&state, &options, now, 1);
        let good = days(outcomes[2]);
        assert!(good <= most, "{good} of {most}");
        for pair in outcomes[1..].windows(2) {
            assert!(days(pair[0]) <= days(pair[1]), "{outcomes:?}");
        }
        // Seen on another day it is as if it had not been.
        state.seen = Some(Day(today.0 - 1));
        assert_eq!(days(rate(&state, &options, now, 1)[2]), unseen);
    }
}

#[test]
fn intervals_keep_their_order() {
    let now = instant("2025-02-09T15:00:00Z");
    let short = Options {
        maximum_interval: 5,
        ..Options::default()
    };
    // Stability, days since the last review, options; the least and the most
    // days of Hard, Good and Easy over all seeds.
    for (stability, elapsed, options, order, why) in [
        (
            0.1,
            0,
            Options::default(),
            [(1, 1), (2, 2), (3, 4)],
            "where FSRS would say a day thrice, a day apart",
        ),
        (
            1000.0,
            30,
            short,
            [(5, 5), (5, 5), (5, 5)],
            "the maximum holds whatever the order",
        ),
    ] {
        let state = card(Phase::Review, stability, elapsed, now);
        let all: Vec<[u32; 4]> = (0..50)
            .map(|seed| rate(&state, &options, now, seed))
            .map(|[_, hard, good, easy]| [0, days(hard), days(good), days(easy)])
            .collect();
        for (rating, (least, most)) in order.into_iter().enumerate() {
            let of_rating = || all.iter().map(|days| days[rating + 1]);
            assert_eq!(of_rating().min(), Some(least), "{why}");
            assert_eq!(of_rating().max(), Some(most), "{why}");
        }
    }
}

#[test]
fn what_grows_is_longer_than_it_was() {
    // 20 days, and FSRS gives Hard a few more: fuzz alone could take them away.
    let now = instant("2025-02-09T15:00:00Z");
    let state = card(Phase::Review, 5.3, 20, now);
    let hard = Model::default().all(state.memory, 0.9, 20)[1].days;
    assert!(
        hard.round() > 20.0 && fuzz_range(hard, 1, 100).0 <= 20,
        "{hard}"
    );
    for seed in 0..50 {
        assert!(days(rate(&state, &Options::default(), now, seed)[1]) > 20);
    }
}

#[test]
fn the_fuzz_hangs_on_the_card_and_the_count_of_its_reviews() {
    let now = instant("2025-02-09T15:00:00Z");
    let state = card(Phase::Review, 100.0, 100, now);
    let good = |state: &CardState, seed| days(rate(state, &Options::default(), now, seed)[2]);
    assert_eq!(
        good(&state, 7),
        good(&state, 7),
        "the key shows what will be"
    );
    assert!((0..20).any(|seed| good(&state, seed) != good(&state, 7)));
    let again = |reviews| CardState {
        reviews,
        ..state.clone()
    };
    assert!((0..20).any(|reviews| good(&again(reviews), 7) != good(&state, 7)));
}

#[test]
fn a_sitting_is_one_day() {
    let learning = Phase::Learning { step: 1 };
    // Phase before; the last review and this one; study days in between.
    for (phase, last, now, elapsed, why) in [
        (
            learning,
            "2025-02-09T08:55:00Z",
            "2025-02-09T09:05:00Z",
            0,
            "ten minutes across 04:00",
        ),
        (
            learning,
            "2025-02-09T08:55:00Z",
            "2025-02-09T12:55:00Z",
            0,
            "four hours across it",
        ),
        (
            learning,
            "2025-02-09T08:55:00Z",
            "2025-02-09T12:55:00.001Z",
            1,
            "a little over four hours",
        ),
        (
            Phase::Relearning { step: 0 },
            "2025-02-09T08:55:00Z",
            "2025-02-09T09:05:00Z",
            0,
            "relearning too",
        ),
        (
            Phase::Review,
            "2025-02-09T08:55:00Z",
            "2025-02-09T09:05:00Z",
            1,
            "but not in review, as in Anki",
        ),
        (
            learning,
            "2025-02-09T10:00:00Z",
            "2025-02-10T08:00:00Z",
            0,
            "22 hours within a day",
        ),
        (
            Phase::Review,
            "2025-02-01T15:00:00Z",
            "2025-02-09T15:00:00Z",
            8,
            "eight days",
        ),
        (
            Phase::Review,
            "2025-02-09T15:00:00Z",
            "2025-02-01T15:00:00Z",
            0,
            "a clock that jumped back",
        ),
    ] {
        let (last, now) = (instant(last), instant(now));
        let state = CardState {
            phase,
            last: Some((last, clock().day(last))),
            ..CardState::default()
        };
        assert_eq!(state.elapsed_days(now, clock().day(now)), elapsed, "{why}");
    }
    let now = instant("2025-02-09T15:00:00Z");
    assert_eq!(
        CardState::default().elapsed_days(now, Day(0)),
        0,
        "a new card"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn hard_good_and_easy_are_a_day_apart(
        phase in prop::sample::select(vec![
            Phase::New,
            Phase::Learning { step: 0 },
            Phase::Learning { step: 1 },
            Phase::Relearning { step: 0 },
            Phase::Review,
        ]),
        learning in prop::collection::vec(0u32..4 * DAY, 0..3),
        relearning in prop::collection::vec(0u32..4 * DAY, 0..3),
        stability in 0.01f32..2000.0,
        elapsed in 0u32..400,
        retention in 0.7f32..0.99,
        seed in any::<u64>(),
    ) {
        let now = instant("2025-02-09T15:00:00Z");
        let mut options = options(&learning, &relearning);
        options.retention = retention;
        let state = match phase {
            Phase::New => CardState::default(),
            _ => card(phase, stability, elapsed, now),
        };
        let outcomes = rate(&state, &options, now, seed);
        let graduated: Vec<u32> = outcomes
            .iter()
            .skip(1)
            .filter(|outcome| outcome.phase == Phase::Review)
            .map(|outcome| days(*outcome))
            .collect();
        prop_assert!(graduated.is_sorted_by(|one, next| one < next), "{graduated:?}");
        prop_assert!(outcomes.iter().all(|outcome| outcome.interval >= Interval::Seconds(0)));
    }
}
