//! The plan of a day: which cards it holds, within limits and one sibling a day.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use crate::deck::{CardId, DeckId};
use crate::schedule::chance::{lot, lot_on};
use crate::schedule::siblings::Siblings;
use crate::schedule::{
    Candidate, CardState, Day, Due, Limits, Model, NewOrder, Options, Pile, ReviewOrder, Rules,
    Served, StudyClock,
};

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

#[derive(Debug, Clone, Copy)]
struct Today {
    day: Day,
    end: Timestamp,
    now: Timestamp,
}

/// Where a card stands today.
enum Standing {
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
    fn of(state: &CardState, today: Today) -> Standing {
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

/// The candidates that today could hold, before siblings and limits.
#[derive(Default)]
struct Waiting<'a> {
    steps: Vec<(Timestamp, &'a Candidate)>,
    reviews: Vec<&'a Candidate>,
    new: Vec<&'a Candidate>,
}

impl Waiting<'_> {
    fn sort(&mut self, rules: &Rules, model: &Model, today: Day, seed: u64) {
        self.steps.sort_by_key(|(at, one)| (*at, one.position));
        let order = rules.review_order;
        self.reviews.sort_by_cached_key(|one| {
            let place = match order {
                ReviewOrder::Due => match one.state.due {
                    Some(Due::On(day)) => i64::from(day.0),
                    _ => i64::from(today.0),
                },
                ReviewOrder::Retrievability => i64::from(retrievability(one, model, today)),
                ReviewOrder::Random => 0,
            };
            let corrected = one.state.corrected.is_some();
            let seen = one.state.was_seen(today);
            let by_chance = match (order, one.state.due) {
                // As it is kept with the card.
                (ReviewOrder::Due, Some(Due::On(day))) => lot_on(day, &one.card),
                _ => (lot(seed, &one.card) >> 1).cast_signed(),
            };
            (!corrected, !seen, place, by_chance, one.position)
        });
        let seen = |one: &Candidate| one.state.was_seen(today);
        match rules.new_order {
            NewOrder::Dateline => self
                .new
                .sort_by_key(|one| (!seen(one), Reverse(one.as_of), one.position)),
            NewOrder::Deck => self.new.sort_by_key(|one| (!seen(one), one.position)),
            NewOrder::Random => self
                .new
                .sort_by_cached_key(|one| (!seen(one), lot(seed, &one.card), one.position)),
        }
    }
}

/// In billionths; 0 without a memory.
fn retrievability(candidate: &Candidate, model: &Model, today: Day) -> u32 {
    let state = &candidate.state;
    match (state.memory, state.last) {
        (Some(memory), Some((_, last))) => {
            (model.retrievability(memory, today.since(last)) * 1e9) as u32
        }
        _ => 0,
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

/// How many more cards of a pile today's limits let in.
struct Budget<'a> {
    pile: Pile,
    rules: &'a Rules,
    collection: u32,
    decks: HashMap<&'a DeckId, u32>,
}

impl<'a> Budget<'a> {
    fn new(pile: Pile, rules: &'a Rules, served: &'a Served) -> Self {
        let served_today = match pile {
            Pile::New => &served.new,
            _ => &served.reviews,
        };
        let sum = served_today
            .values()
            .fold(0, |sum: u32, count| sum.saturating_add(*count));
        let left = |limits: Limits, done: u32| {
            let more = limit(served.more, pile);
            limit(limits, pile)
                .saturating_add(more)
                .saturating_sub(done)
        };
        let of_deck = |(deck, options): (&'a DeckId, &'a Options)| {
            let done = served_today.get(deck).copied().unwrap_or(0);
            (deck, left(options.limits, done))
        };
        Budget {
            pile,
            rules,
            collection: left(rules.limits, sum),
            decks: rules.decks.iter().map(of_deck).collect(),
        }
    }

    /// Whether one more card of `deck` is let in, unless it comes in any case;
    /// it counts then.
    fn takes(&mut self, deck: &DeckId, in_any_case: bool) -> bool {
        let mut unlimited = u32::MAX;
        let of_deck = self.decks.get_mut(deck).unwrap_or(&mut unlimited);
        if !in_any_case && (self.collection == 0 || *of_deck == 0) {
            return false;
        }
        self.collection = self.collection.saturating_sub(1);
        *of_deck = of_deck.saturating_sub(1);
        true
    }

    /// Whether one more card of any of the decks would be let in.
    fn has_room<'d>(&self, mut decks: impl Iterator<Item = &'d DeckId>) -> bool {
        self.collection > 0 && decks.any(|deck| self.decks.get(deck).is_none_or(|left| *left > 0))
    }

    /// Whether the limits will let cards of `deck` in on another day.
    fn opens_again(&self, deck: &DeckId) -> bool {
        let of_deck = self.rules.decks.get(deck);
        limit(self.rules.limits, self.pile) > 0
            && of_deck.is_none_or(|options| limit(options.limits, self.pile) > 0)
    }
}

fn limit(limits: Limits, pile: Pile) -> u32 {
    match pile {
        Pile::New => limits.new,
        _ => limits.reviews,
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
