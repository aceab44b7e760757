//! The learner's decks, log and states together: what a screen or a command
//! asks, and the one door through which anything is recorded.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::deck::{
    Card, CardId, Deck, DeckFile, DeckId, DeckOptions, Diagnostic, Known, Library, Match, read,
    reconcile,
};
use crate::figure::Date;
use crate::schedule::{
    Act, Candidate, Caps, CardState, Day, DayTally, Event, Model, Options, Plan, Queue, Rules,
    StudyClock,
};
use crate::session::Material;
use crate::settings::Settings;
use crate::store::{IndexedDeck, Store, StoreError};
use crate::text::Lang;

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
        let indexed: HashMap<String, IndexedDeck> = collection
            .store
            .indexed()?
            .into_iter()
            .map(|deck| (deck.origin.clone(), deck))
            .collect();
        collection.diagnostics = library.diagnostics;
        for file in library.files {
            let before = indexed.get(&file.path.display().to_string());
            collection.shelve(file, before, now)?;
        }
        collection.states = collection.store.states()?;
        collection.superseded = collection
            .cards
            .values()
            .flat_map(|card| card.supersedes.iter().cloned())
            .collect();
        Ok(collection)
    }

    /// Reads one deck file, and keeps in the index what it is now.
    fn shelve(
        &mut self,
        file: DeckFile,
        before: Option<&IndexedDeck>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let bytes = match &file.bytes {
            Ok(bytes) => bytes.clone(),
            Err(diagnostic) => {
                self.diagnostics.push(diagnostic.clone());
                Vec::new()
            }
        };
        let hash: [u8; 32] = Sha256::digest(&bytes).into();
        let reading = if file.bytes.is_ok() {
            read(&file.path, &bytes)
        } else {
            Default::default()
        };
        self.diagnostics.extend(reading.diagnostics);
        let Some(deck) = reading.deck else {
            // Not a deck any more: what it last was is studied.
            let last = before.and_then(|before| read(&file.path, before.text.as_bytes()).deck);
            if let Some(deck) = last {
                self.put(deck, file.path, &file.options, true);
            }
            return Ok(());
        };
        if before.is_none_or(|before| before.hash != hash) {
            self.index(&deck, &file.path, hash, &bytes, now)?;
        }
        self.put(deck, file.path, &file.options, false);
        Ok(())
    }

    /// A deck file is new or was edited: renames and corrections go to the log.
    fn index(
        &mut self,
        deck: &Deck,
        path: &Path,
        hash: [u8; 32],
        bytes: &[u8],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let known = self.store.known(&deck.id)?;
        let Match {
            renamed,
            corrected,
            lost,
        } = reconcile(&known, &deck.cards);
        let mut acts: Vec<Act> = renamed
            .into_iter()
            .map(|(was, card)| Act::Alias { card, was })
            .collect();
        acts.extend(corrected.into_iter().map(|c| Act::Correct {
            card: c.card,
            was: c.was,
            is: c.is,
        }));
        self.lost.extend(lost);
        let indexed = IndexedDeck {
            deck: deck.id.clone(),
            origin: path.display().to_string(),
            hash,
            text: String::from_utf8_lossy(bytes).into_owned(),
            cards: deck
                .cards
                .iter()
                .map(|card| known_as(card, deck.language))
                .collect(),
        };
        self.store.index(&indexed, acts, now, &self.clock)
    }

    fn put(&mut self, deck: Deck, path: PathBuf, folder: &DeckOptions, last_good: bool) {
        for card in &deck.cards {
            self.cards.insert(card.id.clone(), Arc::new(card.clone()));
        }
        let options = self.settings.options(&deck.options, folder);
        self.decks.push(Shelved {
            deck,
            path,
            options,
            last_good,
        });
    }

    /// The decks at hand, in the order in which they are shown.
    pub fn decks(&self) -> &[Shelved] {
        &self.decks
    }

    /// All that is wrong with the decks.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Studied cards that no deck has any more, each with those that it may be now.
    pub fn lost(&self) -> &[(CardId, Vec<CardId>)] {
        &self.lost
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

    /// Where a card stands.
    pub fn state(&self, id: &CardId) -> CardState {
        self.states.get(id).cloned().unwrap_or_default()
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
            states: self.states.clone(),
            queue: Queue::new(&plan, &rules, caps),
            options: rules.decks,
            model: self.model.clone(),
            clock: self.clock.clone(),
            seed: self.seed(now),
            until: minutes.and_then(|minutes| {
                now.checked_add(jiff::SignedDuration::from_mins(i64::from(minutes)))
                    .ok()
            }),
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

    /// Lets the database tidy up while the learner thinks.
    pub fn rest(&self) {
        self.store.rest();
    }
}

/// The decks that there are: those named, or the shipped ones and the home's.
pub(crate) fn find_decks(place: &Place, settings: &Settings) -> Library {
    let named: Vec<&Path> = place
        .decks
        .iter()
        .chain(settings.decks.iter())
        .map(PathBuf::as_path)
        .collect();
    if place.decks.is_empty() {
        let home = place.home.join("decks");
        let mut paths: Vec<&Path> = Vec::new();
        if home.is_dir() {
            paths.push(&home);
        }
        paths.extend(named);
        Library::find(&paths, true)
    } else {
        let paths: Vec<&Path> = place.decks.iter().map(PathBuf::as_path).collect();
        Library::find(&paths, false)
    }
}

/// What the index keeps of a card.
fn known_as(card: &Card, language: Lang) -> Known {
    Known {
        id: card.id.clone(),
        fingerprint: card.fingerprint.clone(),
        answer: card.answer.get(language).clone(),
        studied: false,
    }
}
