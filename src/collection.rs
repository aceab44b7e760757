//! The learner's decks, log and states together: what a screen or a command
//! asks, and the one door through which anything is recorded.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::deck::{
    self, Card, CardId, Correction, Deck, DeckFile, DeckId, DeckOptions, Diagnostic, Known,
    Library, Match, SHIPPED_AT, Severity, read, reconcile,
};
use crate::figure::Date;
use crate::schedule::{
    Act, Candidate, Caps, CardState, Day, DayTally, Event, Model, Options, Plan, Queue, Rules,
    StudyClock, replay,
};
use crate::session::Material;
use crate::settings::Settings;
use crate::store::{IndexedDeck, Store, StoreError};
use crate::text::Lang;

/// The code of what is told of a history that no card certainly has any more.
pub const LOST_HISTORY: &str = "lost-history";

/// Where a diagnostic of a whole file stands.
const START: deck::Place = deck::Place {
    line: 1,
    column: 1,
    length: 1,
};

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
            .flat_map(|card| card.supersedes.iter().cloned())
            .collect();
        Ok(collection)
    }

    /// Reads one deck file, and keeps in the index what it is now.
    fn shelve(
        &mut self,
        file: DeckFile,
        indexed: &[IndexedDeck],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let origin = origin(&file.path);
        let (bytes, reading) = match file.bytes {
            Ok(bytes) => {
                let reading = read(&file.path, &bytes);
                (bytes, reading)
            }
            Err(diagnostic) => {
                self.diagnostics.push(diagnostic);
                Default::default()
            }
        };
        let whole = !reading
            .diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error);
        self.diagnostics.extend(reading.diagnostics);
        let Some(deck) = reading.deck else {
            // Not a deck any more: what it last was is studied.
            let by_name = |deck: &&IndexedDeck| file.name.as_deref() == Some(deck.deck.as_str());
            let last = indexed
                .iter()
                .find(|deck| deck.origin == origin)
                .or_else(|| indexed.iter().find(by_name))
                .and_then(|before| read(&file.path, before.text.as_bytes()).deck);
            if let Some(deck) = last {
                self.put(deck, file.path, &file.options, true);
            }
            return Ok(());
        };
        let now_indexed = IndexedDeck {
            deck: deck.id.clone(),
            origin,
            hash: Sha256::digest(&bytes).into(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            cards: Vec::new(),
        };
        let before = indexed.iter().find(|before| before.deck == deck.id);
        if before.is_none_or(|before| {
            before.hash != now_indexed.hash || before.origin != now_indexed.origin
        }) {
            self.index(&deck, &file.path, now_indexed, whole, now)?;
        }
        self.put(deck, file.path, &file.options, false);
        Ok(())
    }

    /// A deck file is new or was edited: renames and corrections go to the log.
    /// What is gone stays known if it was studied, or if the file is not `whole`:
    /// it may come back, here or in another deck.
    fn index(
        &mut self,
        deck: &Deck,
        path: &Path,
        mut indexed: IndexedDeck,
        whole: bool,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut known = self.store.known(&deck.id)?;
        let names: HashSet<&CardId> = known.iter().map(|known| &known.id).collect();
        let in_log: Vec<CardId> = self
            .states
            .keys()
            .filter(|card| card.deck() == deck.id.as_str() && !names.contains(card))
            .cloned()
            .collect();
        for card in in_log {
            known.extend(self.known_by_log(card)?);
        }
        let found = reconcile(&known, &deck.cards);
        let here: HashSet<&CardId> = deck.cards.iter().map(|card| &card.id).collect();
        let renamed: HashSet<&CardId> = found.renamed.iter().map(|(was, _)| was).collect();
        indexed.cards = deck
            .cards
            .iter()
            .map(|card| known_as(card, deck.language))
            .chain(
                known
                    .iter()
                    .filter(|known| {
                        let gone = !here.contains(&known.id) && !renamed.contains(&known.id);
                        gone && (known.studied || !whole)
                    })
                    .cloned(),
            )
            .collect();
        let acts = self.acts(found, path);
        let changed = !acts.is_empty();
        self.store.index(&indexed, acts, now, &self.clock)?;
        if changed {
            self.states = self.store.states()?;
        }
        Ok(())
    }

    /// What the log alone says of a card: enough to find it again where the
    /// index is lost, or was never made on this machine.
    fn known_by_log(&self, id: CardId) -> Result<Option<Known>, StoreError> {
        let Some(last) = self.store.reviews(&id)?.pop() else {
            return Ok(None);
        };
        let fingerprint = last.review.fingerprint;
        Ok(Some(Known {
            answer: fingerprint.value.clone().unwrap_or_default(),
            // One that was corrected since need not be so again.
            studied: self.state(&id).memory.is_some(),
            fingerprint,
            id,
        }))
    }

    /// Histories that cards take over by `replaces` from where an edit of their
    /// own deck does not find them: from other decks above all.
    fn inherit(&mut self, indexed: &[IndexedDeck], now: Timestamp) -> Result<(), StoreError> {
        let wanted: HashSet<&str> = self
            .cards
            .values()
            .flat_map(|card| card.replaces.iter().map(String::as_str))
            .collect();
        if wanted.is_empty() {
            return Ok(());
        }
        let gone: Vec<CardId> = self
            .states
            .keys()
            .filter(|id| wanted.contains(id.as_str()) || wanted.contains(id.entry()))
            .filter(|id| !self.cards.contains_key(*id) && !self.lives_elsewhere(id, indexed))
            .cloned()
            .collect();
        let mut known = Vec::new();
        for id in gone {
            let deck = indexed.iter().find(|deck| deck.deck.as_str() == id.deck());
            let kept = deck.and_then(|deck| deck.cards.iter().find(|known| known.id == id));
            match kept {
                Some(kept) => known.push(kept.clone()),
                None => known.extend(self.known_by_log(id)?),
            }
        }
        if known.is_empty() {
            return Ok(());
        }
        known.sort_by(|a, b| a.id.cmp(&b.id));
        let mut heirs: Vec<Card> = self
            .cards
            .values()
            .filter(|card| !card.replaces.is_empty())
            .map(|card| Card::clone(card))
            .collect();
        heirs.sort_by(|a, b| a.id.cmp(&b.id));
        let found = reconcile(&known, &heirs);
        let path = self
            .decks
            .iter()
            .find(|shelved| {
                heirs
                    .iter()
                    .any(|heir| heir.id.deck() == shelved.deck.id.as_str())
            })
            .map(|shelved| shelved.path.clone())
            .unwrap_or_default();
        let acts = self.acts(found, &path);
        if !acts.is_empty() {
            self.store.record_all(acts, now, &self.clock)?;
            self.states = self.store.states()?;
        }
        Ok(())
    }

    /// Whether a deck that is not at hand had this card when it last was. It
    /// may merely not be named today; but if its file is gone, or another deck
    /// now, so is the card.
    fn lives_elsewhere(&self, id: &CardId, indexed: &[IndexedDeck]) -> bool {
        let is_at_hand = |deck: &IndexedDeck| {
            self.decks
                .iter()
                .any(|shelved| shelved.deck.id == deck.deck || origin(&shelved.path) == deck.origin)
        };
        indexed
            .iter()
            .filter(|deck| deck.deck.as_str() == id.deck() && !is_at_hand(deck))
            .filter(|deck| deck.origin.starts_with(SHIPPED_AT) || Path::new(&deck.origin).exists())
            .filter_map(|deck| read(Path::new(&deck.origin), deck.text.as_bytes()).deck)
            .any(|deck| deck.cards.iter().any(|card| card.id == *id))
    }

    /// What goes to the log of what was `found`; what is doubtful is told.
    fn acts(&mut self, found: Match, path: &Path) -> Vec<Act> {
        for (card, candidates) in found.lost {
            if candidates.is_empty() {
                continue;
            }
            let names: Vec<&str> = candidates.iter().map(CardId::as_str).collect();
            self.diagnostics.push(Diagnostic {
                code: LOST_HISTORY,
                severity: Severity::Warning,
                path: path.to_owned(),
                place: START,
                message: format!(
                    "the card '{card}' was studied and is gone; {} may be what it is now",
                    names.join(" or ")
                ),
                help: Some(format!(
                    "if so, write 'replaces: [{card}]' there, and its history goes with it"
                )),
            });
            self.lost.push((card, candidates));
        }
        let renamed = found.renamed.into_iter();
        let corrected = found.corrected.into_iter();
        renamed
            .map(|(was, card)| Act::Alias { card, was })
            .chain(corrected.map(|Correction { card, was, is }| Act::Correct { card, was, is }))
            .collect()
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

/// A deck's file by the name that does not depend on where one stands.
fn origin(path: &Path) -> String {
    let whole = path.canonicalize();
    whole.as_deref().unwrap_or(path).display().to_string()
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

#[cfg(test)]
mod tests;
