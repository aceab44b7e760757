//! What the coming days hold, by the due days of the cards alone: what a day's
//! limits and siblings will put off is not known before it.

use std::collections::HashSet;
use std::ops::ControlFlow;

use jiff::Timestamp;

use super::Collection;
use crate::schedule::{CardState, Day, Due, Pile};
use crate::store::{Outline, StoreError};

/// Nothing is told of days further ahead.
const MOST_DAYS: u32 = 36_500;

impl Collection {
    /// How many cards come on each of the `days` days after today, by their
    /// due days alone.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn forecast(&self, days: u32, now: Timestamp) -> Result<Vec<u32>, StoreError> {
        let today = self.clock.day(now);
        let mut counts = vec![0_u32; usize::try_from(days).unwrap_or(0)];
        let mut add = |day: Day, count: u32| {
            let ahead = usize::try_from(day.0 - today.0 - 1);
            if let Some(sum) = ahead.ok().and_then(|ahead| counts.get_mut(ahead)) {
                *sum = sum.saturating_add(count);
            }
        };
        let last = today.after(days);
        for (day, deck, count) in self.store.coming(today, last)? {
            if self.by_key.contains_key(&deck) {
                add(day, count);
            }
        }
        // Those in steps that cross a day, and those buried that were due before.
        let mut later = |outline: Outline, state: CardState| {
            let buried = state.buried_until.unwrap_or_default();
            let counted = state.pile() == Pile::Review
                && matches!(state.due, Some(Due::On(day)) if day > today);
            if let Some(due) = state.due
                && !state.suspended
                && !counted
                && self.by_key.contains_key(&outline.deck)
            {
                add(self.clock.day_of(due).max(buried), 1);
            }
            ControlFlow::Continue(())
        };
        let mut seen = HashSet::new();
        self.store.first(today, |outline, state| {
            if state.pile() == Pile::Learning && seen.insert(outline.card.clone()) {
                return later(outline, state);
            }
            ControlFlow::Continue(())
        })?;
        self.store.set_aside(|outline, state| {
            if state.pile() == Pile::Review && state.buried_until.is_some() {
                return later(outline, state);
            }
            ControlFlow::Continue(())
        })?;
        Ok(counts)
    }

    /// How many cards come on a day.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn coming_on(&self, day: Day, now: Timestamp) -> Result<u32, StoreError> {
        let ahead = day.0.saturating_sub(self.clock.day(now).0);
        let Ok(days) = u32::try_from(ahead) else {
            return Ok(0);
        };
        Ok(self.forecast(days.min(MOST_DAYS), now)?.pop().unwrap_or(0))
    }
}
