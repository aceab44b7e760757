//! The cards that may come today, gathered from the index pile by pile: as many
//! as are wanted are looked at, however many there are.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet, VecDeque};
use std::ops::ControlFlow;

use jiff::Timestamp;

use super::{Collection, Shelved};
use crate::deck::{CardId, DeckId};
use crate::schedule::{Candidate, CardState, Day, NewOrder, Rules};
use crate::store::{Outline, StoreError, date_of, day_number};

/// So many new cards of a deck are read at first.
const FIRST: usize = 50;

/// New cards by chance are drawn among the first so many of each deck, where there
/// are few decks,
const MOST_DRAWN: usize = 500;
/// and else among about so many of all.
const DRAWN: usize = 10 * MOST_DRAWN;

/// How many candidates are wanted of each kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) reviews: usize,
    pub(super) new: usize,
}

/// The candidates that were found, and whether there are more.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) candidates: Vec<Candidate>,
    pub(super) more_reviews: bool,
    pub(super) more_new: bool,
}

impl Collection {
    /// Cards that may come today, each pile in the order in which it comes, and
    /// the first one that comes later.
    pub(super) fn candidates(
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
        self.store.reviews_due(today, only, |outline, state| {
            if reviews == wanted.reviews {
                more_reviews = true;
                return ControlFlow::Break(());
            }
            reviews += usize::from(gathering.take(outline, state));
            ControlFlow::Continue(())
        })?;
        self.store.reviews_later(today, only, |outline, state| {
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

    /// Whether a deck has a new card that may come today.
    pub(super) fn has_new(&self, shelved: &Shelved, today: Day) -> Result<bool, StoreError> {
        let date = day_number(self.clock.civil(today));
        // The first one is enough, if it is in rotation.
        let (mut skip, mut most) = (0, 1);
        loop {
            let cards = self.store.new_cards(shelved.key, false, skip, most)?;
            let comes = |(outline, state): &(Outline, CardState)| {
                let buried = state.buried_until.is_some_and(|until| until > today);
                !state.suspended && !buried && self.in_rotation(outline, date)
            };
            if cards.iter().any(comes) {
                return Ok(true);
            }
            if cards.len() < most {
                return Ok(false);
            }
            skip += most;
            most = FIRST;
        }
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
        // By deck one after the other; by chance some of each.
        let most = match order {
            NewOrder::Random => {
                let share = DRAWN.max(wanted).div_ceil(decks.len().max(1));
                share.min(MOST_DRAWN.max(wanted))
            }
            _ => usize::MAX,
        };
        let mut gathered = 0;
        for shelved in decks {
            let mut stream = Stream::new(shelved.key, order);
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
        let most = skip.max(FIRST);
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
