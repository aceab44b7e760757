//! In what way a text was found among the right ones: as it is, in another
//! form, or by what a fair teacher forgives.

use super::{Outcome, Reason, Verdict};

/// In what way a text was found to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// Right or nearly.
    pub(super) outcome: Outcome,
    /// In what way.
    pub(super) reason: Reason,
    /// Whether more was said than the answer: a kind of thing, a word of the
    /// question. That may make another answer of it, as a slip may.
    pub(super) beside: bool,
}

impl Found {
    /// Right in some way, and nothing said beside it.
    pub(super) fn right(reason: Reason) -> Found {
        Found {
            outcome: Outcome::Correct,
            reason,
            beside: false,
        }
    }

    /// What a verdict found; nothing if it is that the answer is wrong.
    pub(super) fn of(verdict: &Verdict) -> Option<Found> {
        verdict.outcome.is_right().then_some(Found {
            outcome: verdict.outcome,
            reason: verdict.reason,
            beside: verdict.forgiven,
        })
    }

    /// Whether it is right only because a slip or an ending is forgiven, or a word
    /// beside it.
    pub(super) fn is_forgiven(self) -> bool {
        let by_reason = matches!(
            self.reason,
            Reason::Typo | Reason::Particle | Reason::KeyboardLayout
        );
        by_reason || self.beside
    }

    /// The looser of two.
    pub(super) fn looser(self, other: Found) -> Found {
        let rank = |found: Found| {
            let reason = match found.reason {
                Reason::Exact => 0,
                Reason::SameButForForm => 1,
                Reason::Alternative => 2,
                Reason::Particle => 3,
                Reason::KeyboardLayout => 4,
                _ => 5,
            };
            (found.outcome != Outcome::Correct, reason)
        };
        if rank(other) > rank(self) {
            other
        } else {
            self
        }
    }

    /// The verdict on the whole answer.
    pub(super) fn verdict(self) -> Verdict {
        Verdict {
            forgiven: self.is_forgiven(),
            ..Verdict::new(self.outcome, self.reason)
        }
    }
}
