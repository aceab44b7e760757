//! What each of the four ratings would do to a card. A transition is a value:
//! all four are worked out at once, and nothing is written until one is chosen.

use jiff::{SignedDuration, Timestamp};

use crate::answer::Rating;
use crate::schedule::chance::fraction;
use crate::schedule::fuzz::fuzzed;
use crate::schedule::memory::Kept;
use crate::schedule::steps::{Steps, Wait};
use crate::schedule::{CardState, Day, Due, Memory, Model, Options, Phase, StudyClock};

const DAY_IN_MILLISECONDS: i64 = 24 * 60 * 60 * 1000;

/// What one rating would do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// The rating.
    pub rating: Rating,
    /// The state that the card would go into.
    pub phase: Phase,
    /// Its memory then.
    pub memory: Memory,
    /// When it would come again.
    pub due: Due,
    /// How far away that is, as the key shows it, fuzz included.
    pub interval: Interval,
}

/// How long until a card comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Interval {
    /// Within the steps, in seconds.
    Seconds(u32),
    /// In study days.
    Days(u32),
}

/// What each rating would do, in the order of [`Rating::ALL`].
pub type Outcomes = [Outcome; 4];

/// Works out what each rating would do to a card in `state` at `now`.
///
/// `seed` is the card's own (see [`crate::schedule::fuzz_seed`]): with the count of its
/// reviews it fixes the fuzz, so that what the keys show is what will be.
///
/// The rules are Anki's with FSRS, and three of our own. Hard, Good and Easy are
/// at least a day apart wherever two of them are counted in days (Anki holds
/// this in reviews, and between Good and Easy when a card graduates). An interval
/// that graduates is a day at least, even without steps. And steps come at
/// exactly their time, without Anki's fuzz of up to five minutes: the key says
/// 10 minutes, so 10 minutes it is.
pub fn outcomes(
    model: &Model,
    state: &CardState,
    options: &Options,
    clock: &StudyClock,
    now: Timestamp,
    seed: u64,
) -> Outcomes {
    let today = clock.day(now);
    let moment = Moment {
        now,
        today,
        turnover: clock.start(today.after(1)),
    };
    let kept = model.all(
        state.memory,
        options.retention,
        state.elapsed_days(now, today),
    );
    let spread = Spread {
        maximum: longest(options, state, today),
        fraction: fraction(seed.wrapping_add(u64::from(state.reviews))),
    };
    let learning = Steps::new(&options.learning_steps);
    let relearning = Steps::new(&options.relearning_steps);
    let (places, in_step): (_, fn(u8) -> Phase) = match state.phase {
        Phase::New => (in_steps(learning, 0, kept, spread), learning_at),
        Phase::Learning { step } => (in_steps(learning, step, kept, spread), learning_at),
        Phase::Relearning { step } => (in_steps(relearning, step, kept, spread), relearning_at),
        Phase::Review => (
            in_review(relearning, last_interval(state), kept, spread),
            relearning_at,
        ),
    };
    let outcome = |rating, place, kept: Kept| {
        let (phase, (due, interval)) = match place {
            Place::Step(wait) => (in_step(wait.step), moment.after(wait.seconds)),
            Place::Days(days) => (
                Phase::Review,
                (Due::On(today.after(days)), Interval::Days(days)),
            ),
        };
        Outcome {
            rating,
            phase,
            memory: kept.memory,
            due,
            interval,
        }
    };
    let [again, hard, good, easy] = places;
    let [after_again, after_hard, after_good, after_easy] = kept;
    [
        outcome(Rating::Again, again, after_again),
        outcome(Rating::Hard, hard, after_hard),
        outcome(Rating::Good, good, after_good),
        outcome(Rating::Easy, easy, after_easy),
    ]
}

/// The longest interval that a card may get. Who knows an answer that was just
/// seen has not shown to remember it: the card comes no later than it would have.
/// (In three days at least, so that the ratings still differ.)
fn longest(options: &Options, state: &CardState, today: Day) -> u32 {
    let longest = options.maximum_interval.max(1);
    match state.due {
        Some(Due::On(due)) if state.phase == Phase::Review && state.was_seen(today) => {
            longest.min(due.since(today).max(3))
        }
        _ => longest,
    }
}

/// Where a rating puts a card: into a step, or so many days away.
#[derive(Debug, Clone, Copy)]
enum Place {
    Step(Wait),
    Days(u32),
}

fn learning_at(step: u8) -> Phase {
    Phase::Learning { step }
}

fn relearning_at(step: u8) -> Phase {
    Phase::Relearning { step }
}

/// A card in its steps, or new: on to the next step, or out of them.
fn in_steps(steps: Steps<'_>, step: u8, kept: [Kept; 4], spread: Spread) -> [Place; 4] {
    let [again, hard, good, easy] = kept.map(|kept| kept.days.round().max(1.0));
    let again = match steps.again() {
        Some(wait) => Place::Step(wait),
        None => Place::Days(spread.days(again, 1)),
    };
    // Each minimum is a day over what the rating below gives.
    let (hard, minimum) = match steps.hard(step) {
        Some(wait) => (Place::Step(wait), whole_days(wait) + 1),
        None => {
            let days = spread.days(hard, 1);
            (Place::Days(days), days.saturating_add(1))
        }
    };
    // What Good would give if it graduated holds Easy up, even where it does not.
    let graduating = spread.days(good, minimum);
    let (good, minimum) = match steps.good(step) {
        Some(wait) => (
            Place::Step(wait),
            graduating.max(whole_days(wait)).saturating_add(1),
        ),
        None => (Place::Days(graduating), graduating.saturating_add(1)),
    };
    [again, hard, good, Place::Days(spread.days(easy, minimum))]
}

/// A card in review: a lapse, or each interval a day at least over the one
/// before; and, where the model says that it should be longer than the last one
/// was, longer than that whatever the fuzz.
fn in_review(steps: Steps<'_>, last: u32, kept: [Kept; 4], spread: Spread) -> [Place; 4] {
    let [again, hard, good, easy] = kept.map(|kept| kept.days);
    let again = match steps.again() {
        Some(wait) => Place::Step(wait),
        None => Place::Days((again.round() as u32).clamp(1, spread.maximum)),
    };
    let longer_than_last = |days: f32| {
        if days.round() as u32 > last {
            last.saturating_add(1)
        } else {
            1
        }
    };
    let hard = spread.days(hard, longer_than_last(hard));
    let good = spread.days(good, longer_than_last(good).max(hard.saturating_add(1)));
    let easy = spread.days(easy, longer_than_last(easy).max(good.saturating_add(1)));
    [
        again,
        Place::Days(hard),
        Place::Days(good),
        Place::Days(easy),
    ]
}

/// The interval that a card in review was given at its last review.
fn last_interval(state: &CardState) -> u32 {
    match (state.due, state.last) {
        (Some(Due::On(due)), Some((_, last))) => due.since(last),
        _ => 0,
    }
}

/// Whole days of a wait: what is under a day does not hold a longer one up.
fn whole_days(wait: Wait) -> u32 {
    wait.seconds / (24 * 60 * 60)
}

/// The card's fuzz, and the longest interval there is.
#[derive(Debug, Clone, Copy)]
struct Spread {
    maximum: u32,
    fraction: f64,
}

impl Spread {
    fn days(self, interval: f32, minimum: u32) -> u32 {
        fuzzed(interval, minimum, self.maximum, self.fraction)
    }
}

/// Now, within its study day.
#[derive(Debug, Clone, Copy)]
struct Moment {
    now: Timestamp,
    today: Day,
    turnover: Timestamp,
}

impl Moment {
    /// When a step of so many seconds is over: at an instant of today; or on a
    /// later day, if it crosses the turnover or lasts a day or more.
    fn after(self, seconds: u32) -> (Due, Interval) {
        let now = self.now.as_millisecond();
        let left = self.turnover.as_millisecond().saturating_sub(now);
        // On the day of 25 hours a day's step still leads to tomorrow.
        let left = left.clamp(0, DAY_IN_MILLISECONDS);
        let beyond = i64::from(seconds) * 1000 - left;
        if beyond < 0 {
            let wait = SignedDuration::from_secs(i64::from(seconds));
            (
                Due::At(self.now.checked_add(wait).unwrap_or(Timestamp::MAX)),
                Interval::Seconds(seconds),
            )
        } else {
            let days = u32::try_from(beyond / DAY_IN_MILLISECONDS + 1).unwrap_or(u32::MAX);
            (Due::On(self.today.after(days)), Interval::Days(days))
        }
    }
}

#[cfg(test)]
mod tests;
