//! Where a card stands on one day: whether it comes, and if not today, when.

use jiff::Timestamp;

use crate::schedule::{CardState, Day, Due, Pile};

/// The study day, when it ends, and what time it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Today {
    pub(super) day: Day,
    pub(super) end: Timestamp,
    pub(super) now: Timestamp,
}

/// Where a card stands today.
pub(super) enum Standing {
    /// It does not come by itself.
    Out,
    /// It comes on another day.
    Later(Due),
    /// In steps, due at an instant of today.
    Step(Timestamp),
    /// Due today.
    Due,
    New,
}

impl Standing {
    pub(super) fn of(state: &CardState, today: Today) -> Standing {
        if state.suspended {
            return Standing::Out;
        }
        let buried = state.buried_until.filter(|until| *until > today.day);
        if buried.is_none() && state.was_seen(today.day) && !state.waits_for_a_step(today.end) {
            return match state.pile() {
                Pile::New => Standing::New,
                _ => Standing::Due,
            };
        }
        if state.pile() == Pile::New {
            return match buried {
                Some(_) => Standing::Out,
                None => Standing::New,
            };
        }
        match (state.due, buried) {
            (Some(Due::On(day)), Some(until)) => Standing::Later(Due::On(day.max(until))),
            (_, Some(until)) => Standing::Later(Due::On(until)),
            (Some(Due::On(day)), None) if day > today.day => Standing::Later(Due::On(day)),
            (Some(Due::At(at)), None) if at >= today.end => Standing::Later(Due::At(at)),
            (Some(Due::At(at)), None) if state.pile() == Pile::Learning => Standing::Step(at),
            (None, None) if state.pile() == Pile::Learning => Standing::Step(today.now),
            _ => Standing::Due,
        }
    }
}
