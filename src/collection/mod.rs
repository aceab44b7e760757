//! The learner's decks, log and states together: what a screen or a command asks.

mod editing;
mod forecasting;
mod gathering;
mod inheriting;
mod placing;
mod planning;
mod quizzes;
mod recalling;
mod recording;
mod searching;
mod sessions;
mod shelving;
#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use crate::clock::SLACK;
use crate::deck::{Card, CardId, DeckId, Diagnostic, Head, Severity};
use crate::figure::Date;
use crate::schedule::{Act, CardState, Day, DayTally, Model, Options, Rules, StudyClock, replay};
use crate::settings::Settings;
use crate::store::{Outline, Store, StoreError};
use recalling::Recalled;

pub use editing::Own;
pub use searching::Reached;
pub use shelving::LOST_HISTORY;
use shelving::find_decks;
pub(crate) use shelving::{origin, read_decks};

/// Where a collection lives.
#[derive(Debug, Clone)]
pub struct Place {
    /// The folder of everything that dateline writes.
    pub home: PathBuf,
    /// Files and folders of decks, instead of the usual ones.
    pub decks: Vec<PathBuf>,
}

/// A deck at hand.
#[derive(Debug)]
pub struct Shelved {
    /// What is known of it beside its cards.
    pub head: Head,
    /// Its file; for a shipped deck the name that messages use.
    pub path: PathBuf,
    /// How its cards are scheduled.
    pub options: Options,
    /// Whether its file is broken, and this is what it last was.
    pub last_good: bool,
    /// Its key in the index.
    key: i64,
}

/// Everything that there is to study. What is in the index stays there: of the
/// cards only those are read that are asked for.
#[derive(Debug)]
pub struct Collection {
    place: Place,
    store: Store,
    settings: Settings,
    clock: StudyClock,
    model: Arc<Model>,
    decks: Vec<Shelved>,
    /// Where each deck stands among those at hand, by its key.
    by_key: HashMap<i64, usize>,
    superseded: HashSet<String>,
    diagnostics: Vec<Diagnostic>,
    lost: Vec<(CardId, Vec<CardId>)>,
    recalled: RefCell<Recalled>,
    /// Whether so few cards were studied that how much is known is told at once.
    few_memories: Cell<bool>,
}

impl Collection {
    /// Opens the home, reads the decks that changed, and finds the histories of
    /// their cards.
    ///
    /// # Errors
    /// When the home can't be opened or written. Broken decks are no error:
    /// they are told by [`Collection::diagnostics`].
    pub fn open(
        place: &Place,
        settings: Settings,
        clock: StudyClock,
        now: Timestamp,
    ) -> Result<Collection, StoreError> {
        let store = Store::open(&place.home)?;
        Collection::of(store, place, settings, clock, now)
    }

    /// The same to look at it: a home that can't be written is shown as it is
    /// (with the decks of now), and nothing is recorded.
    ///
    /// # Errors
    /// When the home can't be opened.
    pub fn look(
        place: &Place,
        settings: Settings,
        clock: StudyClock,
        now: Timestamp,
    ) -> Result<Collection, StoreError> {
        let store = Store::open_or_copy(&place.home)?;
        Collection::of(store, place, settings, clock, now)
    }

    fn of(
        store: Store,
        place: &Place,
        settings: Settings,
        clock: StudyClock,
        now: Timestamp,
    ) -> Result<Collection, StoreError> {
        let weights = store.weights()?;
        let mut collection = Collection {
            place: place.clone(),
            // Weights in the log were checked when they were recorded; should
            // they be unusable all the same, the defaults still schedule.
            model: Arc::new(Model::new(weights.as_deref()).unwrap_or_default()),
            decks: Vec::new(),
            by_key: HashMap::new(),
            superseded: HashSet::new(),
            diagnostics: Vec::new(),
            lost: Vec::new(),
            recalled: RefCell::new(Recalled::of(store.sums()?)),
            few_memories: Cell::new(true),
            settings,
            clock,
            store,
        };
        let listing = find_decks(place, &collection.settings);
        collection.diagnostics = listing.diagnostics;
        collection.shelve(&listing.files, now)?;
        collection.inherit(now)?;
        let ties = collection.store.ties(false)?.into_iter();
        collection.superseded = ties
            .filter(|(deck, ..)| collection.by_key.contains_key(deck))
            .map(|(_, other, _)| other)
            .collect();
        Ok(collection)
    }

    /// The decks at hand, in the order in which they are shown.
    pub fn decks(&self) -> &[Shelved] {
        &self.decks
    }

    /// All that is wrong with the decks.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Histories that no card certainly has any more since a deck was last
    /// edited, each with the cards that it may be now. Told in `diagnostics` too.
    pub fn lost(&self) -> &[(CardId, Vec<CardId>)] {
        &self.lost
    }

    /// Whether anything of the decks can't be studied as its file says.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// A card at hand.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn card(&self, id: &CardId) -> Result<Option<Arc<Card>>, StoreError> {
        if !self.has(id)? {
            return Ok(None);
        }
        Ok(self.store.card(id)?.map(Arc::new))
    }

    /// Whether a card is at hand.
    fn has(&self, id: &CardId) -> Result<bool, StoreError> {
        let deck = self.store.deck_of(id)?;
        Ok(deck.is_some_and(|deck| self.by_key.contains_key(&deck)))
    }

    /// Every card at hand, deck by deck in the order of their files.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn cards(&self) -> Result<Vec<Card>, StoreError> {
        let mut cards = Vec::new();
        for shelved in &self.decks {
            cards.extend(self.store.cards(&shelved.head.id)?);
        }
        Ok(cards)
    }

    /// The cards of the deck that a card is of, in the order of the file.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn deckmates(&self, id: &CardId) -> Result<Vec<Card>, StoreError> {
        match self.shelved(id.deck()) {
            Some(shelved) => self.store.cards(&shelved.head.id),
            None => Ok(Vec::new()),
        }
    }

    /// The names of all cards at hand, deck by deck in the order of their files.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn names(&self) -> Result<Vec<CardId>, StoreError> {
        let mut names = Vec::new();
        for shelved in &self.decks {
            names.extend(self.store.names(&shelved.head.id)?);
        }
        Ok(names)
    }

    /// A deck at hand.
    pub fn shelved(&self, deck: &str) -> Option<&Shelved> {
        let mut decks = self.decks.iter();
        decks.find(|shelved| shelved.head.id.as_str() == deck)
    }

    /// How many cards of each deck at hand may no longer be true on a day.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn stale(&self, today: Date) -> Result<HashMap<DeckId, u32>, StoreError> {
        let stale = self.store.stale(today)?.into_iter();
        Ok(stale
            .filter_map(|(key, count)| {
                let shelved = self.decks.get(*self.by_key.get(&key)?)?;
                Some((shelved.head.id.clone(), count))
            })
            .collect())
    }

    /// The cards at hand that the learner set aside, each with its state, in the
    /// order of their names.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn set_aside(&self) -> Result<Vec<(CardId, CardState)>, StoreError> {
        let mut aside = Vec::new();
        self.store.set_aside(|outline, state| {
            if self.by_key.contains_key(&outline.deck) {
                aside.push((outline.card, state));
            }
            ControlFlow::Continue(())
        })?;
        Ok(aside)
    }

    /// Where a card stands.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn state(&self, id: &CardId) -> Result<CardState, StoreError> {
        self.store.state(id)
    }

    /// Where a card stood at a time: where it stands, unless something came
    /// after that time.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn state_at(&self, id: &CardId, at: Timestamp) -> Result<CardState, StoreError> {
        let state = self.state(id)?;
        if state.last.is_none_or(|(last, _)| last <= at) {
            return Ok(state);
        }
        let mut events = self.store.events_bearing_on(id)?;
        // Names and what was taken back are as they are known now.
        events.retain(|event| event.at <= at || matches!(event.act, Act::Alias { .. }));
        Ok(replay(&events).states.remove(id).unwrap_or_default())
    }

    /// When the log's last event was, if the clock says that it is yet to come:
    /// one of the two clocks is or was wrong.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn ahead_of(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let last = self.store.last()?;
        Ok(last.filter(|last| last.duration_since(now) > SLACK))
    }

    /// The memory model in force.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Where study days begin.
    pub fn clock(&self) -> &StudyClock {
        &self.clock
    }

    /// What the learner set.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The log and what is derived from it, to read.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// How the cards of a deck are scheduled.
    pub fn options(&self, deck: &str) -> Options {
        self.shelved(deck)
            .map(|shelved| shelved.options.clone())
            .unwrap_or_default()
    }

    /// Whether a card is in rotation on `today`, a number as [`crate::store::day_number`] gives:
    /// not past its `until`, not superseded, and not about something retracted.
    fn in_rotation(&self, outline: &Outline, today: Option<i64>) -> bool {
        let superseded = self.is_superseded(&outline.card, &outline.facts);
        !superseded && outline.until.is_none_or(|until| Some(until) >= today)
    }

    /// Whether something updates a card, or a fact that it asks for or shows.
    fn is_superseded(&self, card: &CardId, facts: &[String]) -> bool {
        !self.superseded.is_empty()
            && (self.superseded.contains(card.entry())
                || self.superseded.contains(card.as_str())
                || facts.iter().any(|fact| self.superseded.contains(fact)))
    }

    /// What the schedule goes by.
    pub fn rules(&self) -> Rules {
        let decks = self
            .decks
            .iter()
            .map(|shelved| (shelved.head.id.clone(), shelved.options.clone()))
            .collect();
        self.settings.rules(decks)
    }

    /// The seed of a study day: the same day gives the same queue.
    fn seed(&self, now: Timestamp) -> u64 {
        u64::from(self.clock.day(now).0.unsigned_abs())
    }

    /// Days in a row, up to today or yesterday, on which something was reviewed.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn streak(&self, now: Timestamp) -> Result<u32, StoreError> {
        let today = self.clock.day(now);
        let days: HashSet<Day> = self
            .store
            .days(Day(i32::MIN))?
            .into_iter()
            .filter(|(_, tally)| tally.reviews > 0)
            .map(|(day, _)| day)
            .collect();
        let last = if days.contains(&today) {
            today.0
        } else {
            today.0 - 1
        };
        let length = (0..)
            .take_while(|back| days.contains(&Day(last - back)))
            .count();
        Ok(u32::try_from(length).unwrap_or(u32::MAX))
    }

    /// What was done on each study day since `from`.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn days(&self, from: Day) -> Result<Vec<(Day, DayTally)>, StoreError> {
        self.store.days(from)
    }

    /// Waits for the backup of this day, if one is being made; why it could not be.
    pub fn finish_backup(&mut self) -> Option<StoreError> {
        self.store.finish_backup()
    }

    /// Why the backup of this day could not be made; told once.
    pub fn backup_trouble(&mut self) -> Option<StoreError> {
        self.store.backup_trouble()
    }

    /// Why nothing is recorded, where the home is only looked at.
    pub fn unwritable(&self) -> Option<StoreError> {
        self.store.unwritable()
    }

    /// Lets the database tidy up while the learner thinks.
    pub fn rest(&self) {
        self.store.rest();
    }
}
