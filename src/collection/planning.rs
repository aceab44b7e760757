//! What a day holds: as many of the cards that wait are looked at as its limits
//! let in, however many there are.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet, VecDeque};
use std::ops::ControlFlow;

use jiff::Timestamp;

use super::{Collection, Shelved};
use crate::deck::{CardId, DeckId};
use crate::schedule::{
    Candidate, CardState, Counts, Day, Due, NewOrder, Pile, Plan, ReviewOrder, Rules, Served,
};
use crate::store::{Outline, StoreError, date_of, day_number};

/// So many cards beyond its limits a day looks at: siblings keep some away.
const SPARE: usize = 50;
/// In another order than that of their days, reviews are put in order among the
/// so many that are due the longest.
const MOST_SORTED: usize = 2_000;
/// New cards by chance are drawn among the first so many of each deck.
const MOST_DRAWN: usize = 500;

/// How many candidates are wanted of each kind.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    reviews: usize,
    new: usize,
}

/// The candidates that were found, and whether there are more.
#[derive(Debug, Default)]
struct Found {
    candidates: Vec<Candidate>,
    more_reviews: bool,
    more_new: bool,
}

impl Collection {
    /// What the study day of `now` holds in the decks `only` (all if none are named).
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn plan(&self, only: &[DeckId], now: Timestamp) -> Result<Plan, StoreError> {
        Ok(self.plan_among(only, now)?.0)
    }

    /// The same, with the candidates that it was chosen among, as they stand.
    pub(super) fn plan_among(
        &self,
        only: &[DeckId],
        now: Timestamp,
    ) -> Result<(Plan, Vec<Candidate>), StoreError> {
        self.store.at_once(|| self.plan_of(only, now))
    }

    fn plan_of(
        &self,
        only: &[DeckId],
        now: Timestamp,
    ) -> Result<(Plan, Vec<Candidate>), StoreError> {
        let rules = self.rules();
        let served = self.store.served(self.clock.day(now))?;
        let limit = |limit: u32, more: u32| {
            let limit = limit.saturating_add(more);
            usize::try_from(limit)
                .unwrap_or(usize::MAX)
                .saturating_add(SPARE)
        };
        let mut wanted = Wanted {
            reviews: limit(rules.limits.reviews, served.more.reviews),
            new: limit(rules.limits.new, served.more.new),
        };
        if rules.review_order != ReviewOrder::Due {
            wanted.reviews = wanted.reviews.max(MOST_SORTED);
        }
        loop {
            let found = self.candidates(only, &rules, wanted, now)?;
            let plan = self.planned(&found.candidates, &rules, &served, now);
            let reviews = found.more_reviews && plan.room_for_reviews;
            let new = found.more_new && plan.room_for_new;
            if !reviews && !new {
                return Ok((plan, found.candidates));
            }
            // Siblings kept more away than was thought of.
            wanted.reviews = wanted.reviews.saturating_mul(if reviews { 4 } else { 1 });
            wanted.new = wanted.new.saturating_mul(if new { 4 } else { 1 });
        }
    }

    fn planned(
        &self,
        candidates: &[Candidate],
        rules: &Rules,
        served: &Served,
        now: Timestamp,
    ) -> Plan {
        Plan::make(
            candidates,
            rules,
            served,
            &self.model,
            &self.clock,
            now,
            self.seed(now),
        )
    }

    /// What only the day's limits hold back in the decks `only`: of each kind all
    /// cards, or so many as are asked for, or more.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn held_back(
        &self,
        only: &[DeckId],
        at_least: u32,
        now: Timestamp,
    ) -> Result<Counts, StoreError> {
        let rules = self.rules();
        let served = self.store.served(self.clock.day(now))?;
        // Behind those that the limits still let in.
        let sum = |done: &HashMap<DeckId, u32>| done.values().sum();
        let wanted = |limit: u32, more: u32, done: u32| {
            let room = limit.saturating_add(more).saturating_sub(done);
            usize::try_from(room.saturating_add(at_least))
                .unwrap_or(usize::MAX)
                .saturating_add(SPARE)
        };
        let (limits, more) = (rules.limits, served.more);
        let wanted = Wanted {
            reviews: wanted(limits.reviews, more.reviews, sum(&served.reviews)),
            new: wanted(limits.new, more.new, sum(&served.new)),
        };
        let found = self
            .store
            .at_once(|| self.candidates(only, &rules, wanted, now))?;
        Ok(self
            .planned(&found.candidates, &rules, &served, now)
            .held_back)
    }

    /// Cards that may come today, each pile in the order in which it comes, and
    /// the first one that comes later.
    fn candidates(
        &self,
        only: &[DeckId],
        rules: &Rules,
        wanted: Wanted,
        now: Timestamp,
    ) -> Result<Found, StoreError> {
        let today = self.clock.day(now);
        let mut gathering = Gathering::new(self, only, today);
        self.store.first(today, |outline, state| {
            gathering.take(outline, state);
            ControlFlow::Continue(())
        })?;
        let mut reviews = 0;
        let mut more_reviews = false;
        self.store.reviews_due(today, |outline, state| {
            if reviews == wanted.reviews {
                more_reviews = true;
                return ControlFlow::Break(());
            }
            reviews += usize::from(gathering.take(outline, state));
            ControlFlow::Continue(())
        })?;
        self.store.reviews_later(today, |outline, state| {
            if gathering.take(outline, state) {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        })?;
        let more_new = self.gather_new(&mut gathering, rules.new_order, wanted.new)?;
        Ok(Found {
            candidates: gathering.candidates,
            more_reviews,
            more_new,
        })
    }

    /// Gathers new cards in their order; whether there are more.
    fn gather_new(
        &self,
        gathering: &mut Gathering<'_>,
        order: NewOrder,
        wanted: usize,
    ) -> Result<bool, StoreError> {
        let decks: Vec<&Shelved> = self
            .decks
            .iter()
            .filter(|shelved| gathering.has(shelved))
            .collect();
        if order == NewOrder::Dateline {
            return self.gather_newest(gathering, &decks, wanted);
        }
        let mut gathered = 0;
        for shelved in decks {
            let mut stream = Stream::new(shelved.key, order);
            // By deck one after the other; by chance some of each.
            let most = match order {
                NewOrder::Random => MOST_DRAWN,
                _ => usize::MAX,
            };
            let mut taken = 0;
            while taken < most && (order == NewOrder::Random || gathered < wanted) {
                let Some((outline, state)) = stream.next(self)? else {
                    break;
                };
                let comes = usize::from(gathering.take(outline, state));
                gathered += comes;
                taken += 1;
            }
            if order == NewOrder::Deck && gathered >= wanted {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The newest dateline first, then the first deck; whether there are more.
    fn gather_newest(
        &self,
        gathering: &mut Gathering<'_>,
        decks: &[&Shelved],
        wanted: usize,
    ) -> Result<bool, StoreError> {
        let newest = self
            .store
            .newest_new(decks.iter().map(|shelved| shelved.key))?;
        let ranked = decks.iter().zip(newest).enumerate();
        let mut heap: BinaryHeap<Newest> = ranked
            .filter_map(|(rank, (shelved, as_of))| {
                Some(Newest {
                    as_of: as_of?,
                    rank: Reverse(rank),
                    stream: Stream::new(shelved.key, NewOrder::Dateline),
                })
            })
            .collect();
        let mut gathered = 0;
        while let Some(mut newest) = heap.pop() {
            if gathered >= wanted {
                return Ok(true);
            }
            if let Some((outline, state)) = newest.stream.next(self)? {
                gathered += usize::from(gathering.take(outline, state));
            }
            if let Some((next, _)) = newest.stream.peek(self)? {
                newest.as_of = next.as_of;
                heap.push(newest);
            }
        }
        Ok(false)
    }

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
        self.store.first(today, |outline, state| {
            if state.pile() == Pile::Learning {
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
}

/// New cards of one deck, read as far as they are wanted.
#[derive(Debug)]
struct Stream {
    deck: i64,
    by_file: bool,
    read: usize,
    ended: bool,
    waiting: VecDeque<(Outline, CardState)>,
}

impl Stream {
    fn new(deck: i64, order: NewOrder) -> Stream {
        Stream {
            deck,
            by_file: order == NewOrder::Deck,
            read: 0,
            ended: false,
            waiting: VecDeque::new(),
        }
    }

    /// Reads some more, each time twice as many, unless some wait.
    fn fill(&mut self, collection: &Collection) -> Result<(), StoreError> {
        if self.ended || !self.waiting.is_empty() {
            return Ok(());
        }
        let (deck, by_file, skip) = (self.deck, self.by_file, self.read);
        let most = skip.max(SPARE);
        let cards = collection.store.new_cards(deck, by_file, skip, most)?;
        self.read += cards.len();
        self.ended = cards.len() < most;
        self.waiting.extend(cards);
        Ok(())
    }

    fn next(
        &mut self,
        collection: &Collection,
    ) -> Result<Option<(Outline, CardState)>, StoreError> {
        self.fill(collection)?;
        Ok(self.waiting.pop_front())
    }

    fn peek(
        &mut self,
        collection: &Collection,
    ) -> Result<Option<&(Outline, CardState)>, StoreError> {
        self.fill(collection)?;
        Ok(self.waiting.front())
    }
}

/// The new cards of a deck among those of others: the newest dateline comes
/// first, then the first deck.
#[derive(Debug)]
struct Newest {
    /// Of the card that is next.
    as_of: i64,
    rank: Reverse<usize>,
    stream: Stream,
}

impl Newest {
    fn key(&self) -> (i64, Reverse<usize>) {
        (self.as_of, self.rank)
    }
}

impl PartialEq for Newest {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Newest {}

impl PartialOrd for Newest {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Newest {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

/// Candidates as they are found, each once.
struct Gathering<'c> {
    collection: &'c Collection,
    only: HashSet<&'c str>,
    today: Option<i64>,
    seen: HashSet<CardId>,
    candidates: Vec<Candidate>,
}

impl<'c> Gathering<'c> {
    fn new(collection: &'c Collection, only: &'c [DeckId], today: Day) -> Gathering<'c> {
        Gathering {
            collection,
            only: only.iter().map(DeckId::as_str).collect(),
            today: day_number(collection.clock.civil(today)),
            seen: HashSet::new(),
            candidates: Vec::new(),
        }
    }

    fn has(&self, shelved: &Shelved) -> bool {
        self.only.is_empty() || self.only.contains(shelved.head.id.as_str())
    }

    /// Takes a card, if it is at hand and in rotation; whether it was.
    fn take(&mut self, outline: Outline, state: CardState) -> bool {
        let collection = self.collection;
        let Some(rank) = collection.by_key.get(&outline.deck).copied() else {
            return false;
        };
        let Some(shelved) = collection.decks.get(rank) else {
            return false;
        };
        if !self.has(shelved) || !collection.in_rotation(&outline, self.today) {
            return false;
        }
        if !self.seen.insert(outline.card.clone()) {
            return false;
        }
        let mut groups = outline.facts;
        groups.push(outline.card.entry().to_owned());
        let position = usize::try_from(outline.position).unwrap_or_default();
        self.candidates.push(Candidate {
            deck: shelved.head.id.clone(),
            state,
            as_of: date_of(outline.as_of),
            // By deck, then in the order of the file.
            position: (rank << 32) | position,
            groups,
            card: outline.card,
        });
        true
    }
}
