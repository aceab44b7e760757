//! The plan of a day: which cards it holds, within limits and one sibling a day.

mod budget;
mod standing;
mod waiting;

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use crate::deck::{CardId, DeckId};
use crate::schedule::siblings::Siblings;
use crate::schedule::{Candidate, Day, Due, Model, Pile, Rules, Served, StudyClock};
use budget::Budget;
use standing::{Standing, Today};
use waiting::Waiting;

/// What the limits hold back is looked at up to so many cards of each kind: no
/// one wants to know whether a thousand wait, or two.
pub const MOST_HELD: u32 = 100;

/// How many cards wait: new, learning (steps), and due for review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// New cards that today's limits let in.
    pub new: u32,
    /// Cards in learning or relearning that are due today.
    pub learning: u32,
    /// Reviews that today's limits let in.
    pub due: u32,
}

/// What today holds, after limits and siblings.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Cards in steps that are due before the day ends, by time.
    pub learning: Vec<(Timestamp, CardId)>,
    /// Reviews, in their order (cards whose steps crossed a day among them).
    pub reviews: Vec<CardId>,
    /// Those of `reviews` that are in steps: they count as learning.
    pub in_steps: HashSet<CardId>,
    /// New cards, in their order.
    pub new: Vec<CardId>,
    /// By deck, for every deck that has a candidate.
    pub counts: HashMap<DeckId, Counts>,
    /// What only the limits held back, as far as it was looked at: "more today"
    /// has something to offer.
    pub held_back: Counts,
    /// How many cards came on this day and do not come back on it.
    pub finished: u32,
    /// When the next card comes that is not in this plan.
    pub next_due: Option<Due>,
    /// Whether the limits would let more reviews in, if there were any.
    pub room_for_reviews: bool,
    /// Whether they would let more new cards in.
    pub room_for_new: bool,
}

impl Counts {
    /// All together.
    pub fn sum(self) -> u32 {
        self.new
            .saturating_add(self.learning)
            .saturating_add(self.due)
    }

    pub(super) fn plus(self, other: Counts) -> Counts {
        Counts {
            new: self.new.saturating_add(other.new),
            learning: self.learning.saturating_add(other.learning),
            due: self.due.saturating_add(other.due),
        }
    }

    pub(super) fn of(&mut self, pile: Pile) -> &mut u32 {
        match pile {
            Pile::New => &mut self.new,
            Pile::Learning => &mut self.learning,
            Pile::Review => &mut self.due,
        }
    }
}

impl Plan {
    /// Works out what the study day of `now` holds. The same input and seed give
    /// the same plan, whatever the order of the candidates.
    ///
    /// Learning cards are always in; they and the cards reviewed today keep their
    /// siblings away. Reviews come before new cards: each keeps its siblings away
    /// as well, and counts toward the limits of the collection and of its deck.
    /// Corrected cards come first among them, then those that were missed in a
    /// quiz of that day; no limit holds either back.
    pub fn make(
        candidates: &[Candidate],
        rules: &Rules,
        served: &Served,
        model: &Model,
        clock: &StudyClock,
        now: Timestamp,
        seed: u64,
    ) -> Plan {
        let day = clock.day(now);
        let today = Today {
            day,
            end: clock.start(day.after(1)),
            now,
        };
        let mut planner = Planner {
            plan: Plan::default(),
            served,
            reviewed: Siblings::default(),
            siblings: Siblings::default(),
            held: Siblings::default(),
            next: Soonest::default(),
            today: day,
        };
        for (card, facts) in &served.cards {
            let facts = facts.iter().map(String::as_str);
            planner.reviewed.claim(card, facts.chain([card.entry()]));
        }
        let mut waiting = Waiting::default();
        for candidate in candidates {
            if !planner.plan.counts.contains_key(&candidate.deck) {
                let deck = candidate.deck.clone();
                planner.plan.counts.insert(deck, Counts::default());
            }
            match Standing::of(&candidate.state, today) {
                Standing::Out => {}
                Standing::Later(due) => planner.next.meet(due),
                Standing::Step(at) => waiting.steps.push((at, candidate)),
                Standing::Due => waiting.reviews.push(candidate),
                Standing::New => waiting.new.push(candidate),
            }
        }
        waiting.sort(rules, model, day, seed);
        planner.admit_steps(&waiting);
        for (pile, waiting) in [(Pile::Review, &waiting.reviews), (Pile::New, &waiting.new)] {
            let mut budget = Budget::new(pile, rules, served);
            for candidate in waiting {
                planner.admit(candidate, &mut budget);
            }
            let room = budget.has_room(planner.plan.counts.keys());
            match pile {
                Pile::New => planner.plan.room_for_new = room,
                _ => planner.plan.room_for_reviews = room,
            }
        }
        planner.plan.next_due = planner.next.due(clock);
        let steps = planner.plan.learning.iter().map(|(_, card)| card);
        let left = steps.chain(&planner.plan.reviews).chain(&planner.plan.new);
        let back = left.filter(|card| served.cards.contains_key(*card)).count();
        let finished = served.cards.len().saturating_sub(back);
        planner.plan.finished = u32::try_from(finished).unwrap_or(u32::MAX);
        planner.plan
    }

    /// All decks together.
    pub fn total(&self) -> Counts {
        self.counts
            .values()
            .fold(Counts::default(), |sum, deck| sum.plus(*deck))
    }
}

/// The soonest of many due times.
#[derive(Debug, Default)]
struct Soonest {
    at: Option<Timestamp>,
    on: Option<Day>,
}

impl Soonest {
    fn meet(&mut self, due: Due) {
        match due {
            Due::At(at) => self.at = Some(self.at.map_or(at, |soonest| soonest.min(at))),
            Due::On(on) => self.on = Some(self.on.map_or(on, |soonest| soonest.min(on))),
        }
    }

    fn due(&self, clock: &StudyClock) -> Option<Due> {
        match (self.at, self.on) {
            (Some(at), Some(on)) if at < clock.start(on) => Some(Due::At(at)),
            (_, Some(on)) => Some(Due::On(on)),
            (at, None) => at.map(Due::At),
        }
    }
}

/// The plan as it grows.
struct Planner<'a> {
    plan: Plan,
    served: &'a Served,
    /// The groups of the cards reviewed today.
    reviewed: Siblings<'a>,
    /// The groups of the cards that are in the plan.
    siblings: Siblings<'a>,
    /// The groups of those that are held back: of siblings among them only one counts.
    held: Siblings<'a>,
    next: Soonest,
    today: Day,
}

impl<'a> Planner<'a> {
    /// Cards in steps are in, whatever their siblings and the limits.
    fn admit_steps(&mut self, waiting: &Waiting<'a>) {
        for (at, candidate) in &waiting.steps {
            self.siblings.claim(&candidate.card, groups(candidate));
            self.count(candidate);
            self.plan.learning.push((*at, candidate.card.clone()));
        }
        let in_steps = |candidate: &&&Candidate| candidate.state.pile() == Pile::Learning;
        for candidate in waiting.reviews.iter().filter(in_steps) {
            self.siblings.claim(&candidate.card, groups(candidate));
            self.plan.in_steps.insert(candidate.card.clone());
        }
    }

    fn admit(&mut self, candidate: &'a Candidate, budget: &mut Budget<'a>) {
        let pile = candidate.state.pile();
        if pile != Pile::Learning {
            let wanted = candidate.state.was_seen(self.today);
            if !wanted && self.keeps_away(candidate) {
                return self.put_off(candidate, budget);
            }
            let in_any_case = wanted || candidate.state.corrected.is_some();
            if !budget.takes(&candidate.deck, in_any_case) {
                if !self.held.keep_away(&candidate.card, groups(candidate)) {
                    self.held.claim(&candidate.card, groups(candidate));
                    *self.plan.held_back.of(pile) += 1;
                }
                return self.put_off(candidate, budget);
            }
            self.siblings.claim(&candidate.card, groups(candidate));
        }
        self.count(candidate);
        match pile {
            Pile::New => self.plan.new.push(candidate.card.clone()),
            _ => self.plan.reviews.push(candidate.card.clone()),
        }
    }

    /// Whether a sibling came today, or is to. (A card that came itself comes
    /// again if it was corrected since, whatever else came.)
    fn keeps_away(&self, candidate: &'a Candidate) -> bool {
        let card = &candidate.card;
        let came = !self.served.cards.contains_key(card)
            && self.reviewed.keep_away(card, groups(candidate));
        came || self.siblings.keep_away(card, groups(candidate))
    }

    fn put_off(&mut self, candidate: &Candidate, budget: &Budget<'_>) {
        if budget.opens_again(&candidate.deck) {
            self.next.meet(Due::On(self.today.after(1)));
        }
    }

    fn count(&mut self, candidate: &Candidate) {
        if let Some(counts) = self.plan.counts.get_mut(&candidate.deck) {
            *counts.of(candidate.state.pile()) += 1;
        }
    }
}

fn groups(candidate: &Candidate) -> impl Iterator<Item = &str> {
    candidate.groups.iter().map(String::as_str)
}

#[cfg(test)]
mod tests;
