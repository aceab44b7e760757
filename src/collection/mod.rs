//! The learner's decks, log and states together: what a screen or a command
//! asks, and the one door through which anything is recorded.

mod editing;
mod histories;
mod quizzes;
mod shelving;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use crate::deck::{Card, CardId, Deck, DeckId, Diagnostic, Fact, Severity};
use crate::figure::Date;
use crate::schedule::{
    Act, Candidate, Caps, CardState, Day, DayTally, Event, Model, Options, Plan, Queue, Rules,
    StudyClock, replay,
};
use crate::session::{Learner, Material, Pace};
use crate::settings::Settings;
use crate::store::{Store, StoreError};

pub(crate) use histories::known;
pub use shelving::LOST_HISTORY;
pub(crate) use shelving::{find_decks, origin};

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
    /// The deck.
    pub deck: Deck,
    /// Its file; for a shipped deck the name that messages use.
    pub path: PathBuf,
    /// How its cards are scheduled.
    pub options: Options,
    /// Whether its file is broken, and this is what it last was.
    pub last_good: bool,
}

/// Everything that there is to study.
#[derive(Debug)]
pub struct Collection {
    place: Place,
    store: Store,
    settings: Settings,
    clock: StudyClock,
    model: Arc<Model>,
    decks: Vec<Shelved>,
    cards: HashMap<CardId, Arc<Card>>,
    states: HashMap<CardId, CardState>,
    superseded: HashSet<String>,
    diagnostics: Vec<Diagnostic>,
    lost: Vec<(CardId, Vec<CardId>)>,
}

impl Collection {
    /// Opens the home, reads the decks, and finds the histories of their cards.
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
        let weights = store.weights()?;
        let mut collection = Collection {
            place: place.clone(),
            // Weights in the log were checked when they were recorded; should
            // they be unusable all the same, the defaults still schedule.
            model: Arc::new(Model::new(weights.as_deref()).unwrap_or_default()),
            states: HashMap::new(),
            decks: Vec::new(),
            cards: HashMap::new(),
            superseded: HashSet::new(),
            diagnostics: Vec::new(),
            lost: Vec::new(),
            settings,
            clock,
            store,
        };
        let library = find_decks(place, &collection.settings);
        let indexed = collection.store.indexed()?;
        collection.states = collection.store.states()?;
        collection.diagnostics = library.diagnostics;
        for file in library.files {
            collection.shelve(file, &indexed, now)?;
        }
        collection.inherit(&indexed, now)?;
        collection.superseded = collection
            .cards
            .values()
            .flat_map(|card| &card.supersedes)
            .chain(collection.facts().flat_map(|fact| &fact.supersedes))
            .cloned()
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
    pub fn card(&self, id: &CardId) -> Option<&Arc<Card>> {
        self.cards.get(id)
    }

    /// Every card at hand, deck by deck in the order of their files.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.decks
            .iter()
            .flat_map(|shelved| shelved.deck.cards.iter())
    }

    /// Every fact at hand.
    fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.decks.iter().flat_map(|shelved| &shelved.deck.facts)
    }

    /// Where a card stands.
    pub fn state(&self, id: &CardId) -> CardState {
        self.states.get(id).cloned().unwrap_or_default()
    }

    /// Where a card stood at a time: where it stands, unless something came
    /// after that time.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn state_at(&self, id: &CardId, at: Timestamp) -> Result<CardState, StoreError> {
        let state = self.state(id);
        if state.last.is_none_or(|(last, _)| last <= at) {
            return Ok(state);
        }
        let mut events = self.store.events(None)?;
        // Names and what was taken back are as they are known now.
        events.retain(|event| {
            event.at <= at || matches!(event.act, Act::Alias { .. } | Act::Undo { .. })
        });
        Ok(replay(&events).states.remove(id).unwrap_or_default())
    }

    /// When the log's last event was, if the clock says that it is yet to come:
    /// one of the two clocks is or was wrong.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn ahead_of(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let slack = jiff::SignedDuration::from_mins(5);
        let last = self.store.last()?;
        Ok(last.filter(|last| last.duration_since(now) > slack))
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
        self.decks
            .iter()
            .find(|shelved| shelved.deck.id.as_str() == deck)
            .map(|shelved| shelved.options.clone())
            .unwrap_or_default()
    }

    /// Whether a card is in rotation on `day`: not past its `until`, not
    /// superseded, and not about something retracted.
    fn in_rotation(&self, card: &Card, today: Date) -> bool {
        let entry = card.id.entry();
        let superseded = self.superseded.contains(entry)
            || self.superseded.contains(card.id.as_str())
            || card.facts.iter().any(|fact| self.superseded.contains(fact));
        !superseded && card.until.is_none_or(|until| !until.ended_before(today))
    }

    /// What there is to study in the decks `only` (all if none are named).
    pub fn candidates(&self, only: &[DeckId], now: Timestamp) -> Vec<Candidate> {
        let today = self.clock.civil(self.clock.day(now));
        let mut candidates = Vec::new();
        for shelved in &self.decks {
            if !only.is_empty() && !only.contains(&shelved.deck.id) {
                continue;
            }
            for card in &shelved.deck.cards {
                if !self.in_rotation(card, today) {
                    continue;
                }
                let mut groups = card.facts.clone();
                groups.push(card.id.entry().to_owned());
                candidates.push(Candidate {
                    card: card.id.clone(),
                    deck: shelved.deck.id.clone(),
                    state: self.state(&card.id),
                    as_of: card.dateline.as_of,
                    position: candidates.len(),
                    groups,
                });
            }
        }
        candidates
    }

    /// What the schedule goes by.
    pub fn rules(&self) -> Rules {
        let decks = self
            .decks
            .iter()
            .map(|s| (s.deck.id.clone(), s.options.clone()))
            .collect();
        self.settings.rules(decks)
    }

    /// What the study day of `now` holds.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn plan(&self, only: &[DeckId], now: Timestamp) -> Result<Plan, StoreError> {
        let served = self.store.served(self.clock.day(now))?;
        let candidates = self.candidates(only, now);
        Ok(Plan::make(
            &candidates,
            &self.rules(),
            &served,
            &self.model,
            &self.clock,
            now,
            self.seed(now),
        ))
    }

    /// The seed of a study day: the same day gives the same queue.
    fn seed(&self, now: Timestamp) -> u64 {
        u64::from(self.clock.day(now).0.unsigned_abs())
    }

    /// What a session of the decks `only` works on.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn material(
        &self,
        only: &[DeckId],
        caps: Caps,
        minutes: Option<u32>,
        now: Timestamp,
    ) -> Result<Material, StoreError> {
        let rules = self.rules();
        let plan = self.plan(only, now)?;
        Ok(Material {
            cards: self.cards.clone(),
            queue: Queue::new(&plan, &rules, caps),
            learner: self.learner()?,
            seed: self.seed(now),
            until: minutes.and_then(|minutes| {
                now.checked_add(jiff::SignedDuration::from_mins(i64::from(minutes)))
                    .ok()
            }),
        })
    }

    /// Where every card stands, and what reviews go by.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn learner(&self) -> Result<Learner, StoreError> {
        Ok(Learner {
            states: self.states.clone(),
            options: self.rules().decks,
            model: self.model.clone(),
            clock: self.clock.clone(),
            pace: Pace::of(self.store.first_keys()?),
        })
    }

    /// Records what happened at `at`: when this returns, it is on the disk.
    ///
    /// # Errors
    /// When it could not be written; then nothing was.
    pub fn record(&mut self, act: Act, at: Timestamp, now: Timestamp) -> Result<Event, StoreError> {
        let event = self.store.record(act, at, now, &self.clock)?;
        self.refresh(&event)?;
        Ok(event)
    }

    /// Takes back the last act of today that can be; returns what was taken back.
    ///
    /// # Errors
    /// When it could not be written; then nothing was.
    pub fn undo(&mut self, now: Timestamp) -> Result<Option<Event>, StoreError> {
        let Some(event) = self.store.undoable(now, &self.clock)? else {
            return Ok(None);
        };
        let card = event.act.card().cloned();
        self.store.record(
            Act::Undo {
                event: event.id,
                card,
            },
            now,
            now,
            &self.clock,
        )?;
        self.refresh(&event)?;
        Ok(Some(event))
    }

    fn refresh(&mut self, event: &Event) -> Result<(), StoreError> {
        if let Some(card) = event.act.card() {
            self.states.insert(card.clone(), self.store.state(card)?);
        }
        Ok(())
    }

    /// How many cards come on each of the `days` days after today, by their
    /// due days alone.
    pub fn forecast(&self, days: u32, now: Timestamp) -> Vec<u32> {
        let today = self.clock.day(now);
        let mut counts = vec![0; usize::try_from(days).unwrap_or(0)];
        for candidate in self.candidates(&[], now) {
            let state = &candidate.state;
            let Some(due) = state.due.filter(|_| !state.suspended) else {
                continue;
            };
            let day = self
                .clock
                .day_of(due)
                .max(state.buried_until.unwrap_or_default());
            let ahead = usize::try_from(day.0 - today.0 - 1);
            if let Some(count) = ahead.ok().and_then(|ahead| counts.get_mut(ahead)) {
                *count += 1;
            }
        }
        counts
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

    /// Lets the database tidy up while the learner thinks.
    pub fn rest(&self) {
        self.store.rest();
    }
}
