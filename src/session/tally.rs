//! What a session came to: how many, how well, how long.

use jiff::Timestamp;

use crate::answer::Rating;
use crate::schedule::{CardState, Phase, Review};

/// The counts of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How often each rating was given, in the order of their keys.
    pub ratings: [u32; 4],
    /// Cards that were new.
    pub new: u32,
    /// Cards in state review, and how many of them were not forgotten.
    pub recalled: (u32, u32),
    /// When it began.
    pub began: Timestamp,
    /// When it ended, once it has.
    pub ended: Option<Timestamp>,
}

impl Tally {
    /// Nothing yet.
    pub fn new(began: Timestamp) -> Tally {
        Tally {
            ratings: [0; 4],
            new: 0,
            recalled: (0, 0),
            began,
            ended: None,
        }
    }

    /// Ratings given.
    pub fn done(&self) -> u32 {
        self.ratings.iter().sum()
    }

    /// How long it took, up to `now` while it goes on, in seconds.
    pub fn seconds(&self, now: Timestamp) -> i64 {
        self.ended
            .unwrap_or(now)
            .as_second()
            .saturating_sub(self.began.as_second())
            .max(0)
    }

    pub(super) fn end(&mut self, now: Timestamp) {
        self.ended = self.ended.or(Some(now));
    }

    pub(super) fn resume(&mut self) {
        self.ended = None;
    }

    /// A review was given to a card that stood at `before`.
    pub(super) fn reviewed(&mut self, review: &Review, before: &CardState) {
        self.count(review, before, |count, by| {
            *count = count.saturating_add(by)
        });
    }

    /// A review was taken back; its card stands at `before` again.
    pub(super) fn undone(&mut self, review: &Review, before: &CardState) {
        self.count(review, before, |count, by| {
            *count = count.saturating_sub(by)
        });
    }

    fn count(
        &mut self,
        review: &Review,
        before: &CardState,
        mut change: impl FnMut(&mut u32, u32),
    ) {
        let rating = Rating::ALL
            .iter()
            .position(|rating| *rating == review.rating);
        if let Some(count) = rating.and_then(|index| self.ratings.get_mut(index)) {
            change(count, 1);
        }
        if before.was_never_reviewed() {
            change(&mut self.new, 1);
        }
        if before.phase == Phase::Review {
            let recalled = u32::from(review.rating != Rating::Again);
            change(&mut self.recalled.0, 1);
            change(&mut self.recalled.1, recalled);
        }
    }
}
