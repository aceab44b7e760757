//! The schedule: what a review does to a memory, when a card comes again, and
//! which card comes next. Pure: the clock, the seed and the log are handed in.

mod candidate;
mod chance;
mod day;
mod event;
mod fuzz;
mod history;
mod memory;
mod next;
mod options;
mod plan;
mod queue;
mod quiz;
mod replay;
mod siblings;
mod state;
mod steps;

pub use crate::answer::Rating;
pub use candidate::{Candidate, Rules, Served};
pub use chance::lot_on;
pub use day::{Day, StudyClock};
pub use event::{Act, DeviceId, Event, EventId, Review};
pub use fuzz::{fuzz_range, fuzz_seed};
pub use memory::{Memory, Model, WEIGHTS};
pub use next::{Interval, Outcome, Outcomes, outcomes};
pub use options::{Limits, NewOrder, Options, ReviewOrder};
pub use plan::{Counts, MOST_HELD, Plan};
pub use queue::{Caps, Next, Queue};
pub use quiz::{Asked, Brief, Form, Kind, Limit, QuizAnswer, Try};
pub use replay::{DayTally, Replayed, apply, replay};
pub use state::{CardState, Due, Phase, Pile};
