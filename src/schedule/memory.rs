//! The memory model: FSRS-6, through the `fsrs` crate.

use fsrs::{FSRS, MemoryState, NextStates};
use serde::{Deserialize, Serialize};

use super::{CardState, Day};
use crate::answer::Rating;

/// The weights of FSRS-6 that fit people on the whole, as they were published
/// with it: how long a first review lasts by its rating (0 to 3), difficulty (4
/// to 7), what a success adds (8 to 10, 15, 16), what a lapse leaves (11 to 14),
/// reviews within a day (17 to 19), how forgetting slows down (20).
pub const WEIGHTS: [f32; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// What FSRS keeps of a card.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Days after which the chance of recall has fallen to 90 %.
    pub stability: f32,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f32,
}

/// A memory after a review, and how many days it keeps to the desired retention.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Kept {
    pub memory: Memory,
    pub days: f32,
}

/// FSRS-6 with its 21 weights.
#[derive(Debug)]
pub struct Model {
    fsrs: FSRS,
    /// How forgetting slows down, within the bounds of the model.
    decay: f32,
}

impl Default for Model {
    fn default() -> Self {
        Model {
            fsrs: FSRS::new(&WEIGHTS).unwrap_or_default(),
            decay: WEIGHTS[20],
        }
    }
}

impl Model {
    /// With these weights; none means the defaults, which are written out here
    /// so that an upgrade of the crate does not change anyone's past.
    ///
    /// Fails unless they are 21 finite numbers. (The crate would also take the
    /// 17 or 19 weights of older models, and convert them.)
    pub fn new(weights: Option<&[f32]>) -> Result<Model, String> {
        let Some(weights) = weights else {
            return Ok(Model::default());
        };
        let decay = match weights {
            [.., decay] if weights.len() == WEIGHTS.len() => *decay,
            _ => {
                return Err(format!(
                    "the memory model FSRS-6 takes 21 weights, not {}; give all of them, or none for the defaults",
                    weights.len()
                ));
            }
        };
        if let Some(index) = weights.iter().position(|weight| !weight.is_finite()) {
            return Err(format!(
                "weight {index} (counted from 0) of the memory model is not a finite number; give 21 finite numbers, or none for the defaults"
            ));
        }
        let fsrs = FSRS::new(weights)
            .map_err(|error| format!("the memory model refuses these weights: {error}"))?;
        // The bounds that the crate holds this weight to as well.
        let decay = decay.clamp(0.1, 0.8);
        Ok(Model { fsrs, decay })
    }

    /// Chance of recall, 0 to 1, `days` after the last review.
    pub fn retrievability(&self, memory: Memory, days: u32) -> f32 {
        fsrs::current_retrievability(memory.into(), days as f32, self.decay)
    }

    /// Chance of recall on a day, 0 to 1; `None` for a card without a memory.
    pub fn recall(&self, state: &CardState, today: Day) -> Option<f32> {
        let (_, last) = state.last?;
        Some(self.retrievability(state.memory?, today.since(last)))
    }

    /// A memory after a review, `days` study days after the one before (0 on the
    /// same day); no memory is that of a card that was never reviewed.
    pub fn next(&self, memory: Option<Memory>, rating: Rating, days: u32) -> Memory {
        let [again, hard, good, easy] = self.all(memory, 0.9, days);
        match rating {
            Rating::Again => again.memory,
            Rating::Hard => hard.memory,
            Rating::Good => good.memory,
            Rating::Easy => easy.memory,
        }
    }

    /// What each rating would make of a memory, in the order of
    /// [`Rating::ALL`], and how long that keeps to `retention`.
    pub(super) fn all(&self, memory: Option<Memory>, retention: f32, days: u32) -> [Kept; 4] {
        let retention = if retention.is_nan() { 0.9 } else { retention };
        let retention = retention.clamp(0.01, 0.999);
        let next = |memory: Option<Memory>| {
            self.fsrs
                .next_states(memory.map(MemoryState::from), retention, days)
        };
        // Only a memory that is no number (which no review makes) has no next
        // one: such a card begins anew.
        match next(memory).or_else(|_| next(None)) {
            Ok(NextStates {
                again,
                hard,
                good,
                easy,
            }) => [again, hard, good, easy].map(|state| Kept {
                memory: Memory {
                    stability: state.memory.stability,
                    difficulty: state.memory.difficulty,
                },
                days: state.interval,
            }),
            Err(_) => {
                [Kept {
                    memory: memory.unwrap_or(Memory {
                        stability: 1.0,
                        difficulty: 5.0,
                    }),
                    days: 1.0,
                }; 4]
            }
        }
    }
}

impl From<Memory> for MemoryState {
    fn from(memory: Memory) -> MemoryState {
        MemoryState {
            stability: memory.stability,
            difficulty: memory.difficulty,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[derive(Deserialize)]
    struct Vectors {
        sets: Vec<Set>,
    }

    #[derive(Deserialize)]
    struct Set {
        weights: Option<Vec<f32>>,
        /// Days since the last review, rating, stability, difficulty.
        sequences: Vec<Vec<(u32, usize, f64, f64)>>,
    }

    fn near(ours: f32, theirs: f64) -> bool {
        (f64::from(ours) - theirs).abs() <= theirs.abs() * 1e-3
    }

    #[test]
    fn memories_are_those_of_py_fsrs() {
        let vectors = include_str!("../../tests/fsrs/vectors.json");
        let vectors: Vectors = serde_json::from_str(vectors).unwrap();
        let mut reviews = 0;
        for set in vectors.sets {
            let model = Model::new(set.weights.as_deref()).unwrap();
            for sequence in set.sequences {
                let mut memory = None;
                for (n, (days, rating, stability, difficulty)) in sequence.iter().enumerate() {
                    let next = model.next(memory, Rating::ALL[rating - 1], *days);
                    assert!(
                        near(next.stability, *stability) && near(next.difficulty, *difficulty),
                        "review {n} of {sequence:?} gave {next:?}"
                    );
                    memory = Some(next);
                    reviews += 1;
                }
            }
        }
        assert!(
            reviews > 1000,
            "only {reviews} reviews were held against it"
        );
    }

    #[test]
    fn the_defaults_are_those_of_the_crate_as_of_now() {
        assert_eq!(WEIGHTS, fsrs::DEFAULT_PARAMETERS);
    }

    #[test]
    fn weights_are_21_finite_numbers() {
        let mut infinite = WEIGHTS;
        infinite[20] = f32::INFINITY;
        for (weights, message) in [
            (&WEIGHTS[..0], "21 weights, not 0"),
            (&WEIGHTS[..17], "21 weights, not 17"),
            (&WEIGHTS[..19], "21 weights, not 19"),
            (&[1.0; 22], "21 weights, not 22"),
            (&[f32::NAN; 21], "weight 0"),
            (&infinite, "weight 20"),
        ] {
            let error = Model::new(Some(weights)).unwrap_err();
            assert!(error.contains(message), "{error}");
        }
        assert!(Model::new(Some(&WEIGHTS)).is_ok());
        assert!(
            Model::new(Some(&[0.0; 21])).is_ok(),
            "out of bounds is brought within"
        );
    }

    #[test]
    fn stability_is_when_nine_in_ten_are_recalled() {
        let model = Model::default();
        let memory = Memory {
            stability: 30.0,
            difficulty: 5.0,
        };
        for (days, chance) in [(0, 1.0), (30, 0.9)] {
            assert!((model.retrievability(memory, days) - chance).abs() < 1e-5);
        }
        assert!(model.retrievability(memory, 60) < 0.9);
        for kept in model.all(Some(memory), 0.9, 30) {
            let ratio = kept.days / kept.memory.stability;
            assert!(
                (ratio - 1.0).abs() < 1e-4,
                "at 90 % the interval is the stability"
            );
        }
    }

    #[test]
    fn a_recall_today_is_that_of_the_days_since_the_last_review() {
        let model = Model::default();
        let memory = Memory {
            stability: 30.0,
            difficulty: 5.0,
        };
        let studied = |day| CardState {
            memory: Some(memory),
            last: Some((jiff::Timestamp::UNIX_EPOCH, Day(day))),
            ..CardState::default()
        };
        // One that was reviewed when a clock was ahead was reviewed today.
        for (last, days) in [(100, 0), (70, 30), (130, 0)] {
            let chance = model.recall(&studied(last), Day(100));
            assert_eq!(chance, Some(model.retrievability(memory, days)), "{last}");
        }
        assert_eq!(model.recall(&CardState::default(), Day(100)), None);
    }

    #[test]
    fn no_number_makes_it_fail() {
        let model = Model::default();
        for number in [f32::NAN, f32::INFINITY, 0.0, -1.0, f32::MAX] {
            let memory = Memory {
                stability: number,
                difficulty: number,
            };
            for kept in model.all(Some(memory), number, u32::MAX) {
                assert!(kept.memory.stability.is_finite() && kept.days.is_finite());
            }
        }
    }
}
