//! Deck files taken into a collection: read, held against what the index knew
//! of them, and their cards' histories found.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::histories::{known, known_by_log};
use super::{Collection, Place, Shelved};
use crate::deck::{
    self, Card, CardId, Correction, Deck, DeckFile, DeckOptions, Diagnostic, Known, Library, Match,
    SHIPPED_AT, Severity, read, reconcile,
};
use crate::message;
use crate::schedule::Act;
use crate::settings::Settings;
use crate::store::{IndexedDeck, StoreError};
use crate::text::Lang;

/// The code of what is told of a history that no card certainly has any more.
pub const LOST_HISTORY: &str = "lost-history";

/// Where a diagnostic of a whole file stands.
const START: deck::Place = deck::Place {
    line: 1,
    column: 1,
    length: 1,
};

impl Collection {
    /// Reads one deck file, and keeps in the index what it is now.
    pub(super) fn shelve(
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
        let known = known(&self.store, &self.states, &deck.id)?;
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

    /// Histories that cards take over by `replaces` from where an edit of their
    /// own deck does not find them: from other decks above all.
    pub(super) fn inherit(
        &mut self,
        indexed: &[IndexedDeck],
        now: Timestamp,
    ) -> Result<(), StoreError> {
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
                None => known.extend(known_by_log(&self.store, &self.states, id)?),
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
            let (either, all) = (names.join(" or "), names.join(", "));
            self.diagnostics.push(Diagnostic {
                code: LOST_HISTORY,
                severity: Severity::Warning,
                path: path.to_owned(),
                place: START,
                message: message!(
                    "the card '{card}' was studied and is gone; {either} may be what it is now",
                    "공부하던 카드가 없어졌습니다: '{card}'. 지금은 {all} 가운데 하나일 수 있습니다"
                ),
                help: Some(message!(
                    "if so, write 'replaces: [{card}]' there, and its history goes with it",
                    "그렇다면 그 카드에 'replaces: [{card}]' 키를 쓰세요. 복습 기록이 옮겨 갑니다"
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
pub(crate) fn origin(path: &Path) -> String {
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
