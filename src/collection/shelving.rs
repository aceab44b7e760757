//! Deck files taken into a collection: those that changed are read, held against
//! what the index knew of them, and their cards' histories found. The others
//! stay in the index as they are.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::{Collection, Place, Shelved};
use crate::deck::{
    self, CardId, Correction, Deck, Diagnostic, Head, Known, Library, Listed, Listing, Match,
    Names, Origin, Reading, Severity, deck_name, read, reconcile,
};
use crate::schedule::Act;
use crate::settings::Settings;
use crate::store::{IndexedDeck, Indexing, NewDeck, Ready, StoreError};
use crate::{message, parallel};

/// The code of what is told of a history that no card certainly has any more.
pub const LOST_HISTORY: &str = "lost-history";

/// So many cards go into the index at a time: another process that waits to
/// write is let in between.
const AT_A_TIME: usize = 500;

/// Where a diagnostic of a whole file stands.
const START: deck::Place = deck::Place {
    line: 1,
    column: 1,
    length: 1,
};

/// A file that was read.
struct Opened {
    /// What it calls its deck, broken or not.
    name: Option<String>,
    hash: [u8; 32],
    reading: Reading,
    ready: Ready,
}

/// What is told of the histories of cards.
#[derive(Default)]
pub(super) struct Told {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) lost: Vec<(CardId, Vec<CardId>)>,
}

impl Collection {
    /// Takes the listed files in: what did not change from the index, the rest as
    /// it is read.
    pub(super) fn shelve(&mut self, files: &[Listed], now: Timestamp) -> Result<(), StoreError> {
        let indexed = self.store.indexed()?;
        let by_origin: HashMap<&str, &IndexedDeck> = indexed
            .iter()
            .filter(|deck| deck.stamp.is_some() && deck.head.is_some())
            .map(|deck| (deck.origin.as_str(), deck))
            .collect();
        // A file stands in for a shipped deck, so that those come last.
        let (ours, others): (Vec<&Listed>, Vec<&Listed>) = files
            .iter()
            .partition(|listed| matches!(listed.origin, Origin::Shipped(_)));
        let in_order: Vec<&Listed> = others.into_iter().chain(ours).collect();
        let kept = |listed: &Listed| {
            let deck = by_origin.get(listed.whole.display().to_string().as_str())?;
            let same = listed.stamp.is_some() && deck.stamp == listed.stamp;
            same.then_some(*deck)
        };
        let mut shelf = Shelf {
            settings: &self.settings,
            indexed: &indexed,
            names: Names::default(),
            decks: Vec::new(),
            shipped: Vec::new(),
            told: Told::default(),
        };
        let unread: Vec<&Listed> = in_order
            .iter()
            .copied()
            .filter(|listed| kept(listed).is_none())
            .collect();
        if unread.is_empty() {
            for listed in &in_order {
                shelf.keep(listed, kept(listed));
            }
        } else {
            let mut rest = in_order.iter();
            let mut batch: Vec<(&Listed, Result<Opened, Diagnostic>)> = Vec::new();
            let mut cards = 0;
            let (store, clock) = (&mut self.store, &self.clock);
            parallel::in_order(
                &unread,
                |listed| open(listed),
                |listed, opened| {
                    cards += opened.as_ref().map_or(0, |opened| {
                        opened
                            .reading
                            .deck
                            .as_ref()
                            .map_or(0, |deck| deck.cards.len())
                    });
                    batch.push((listed, opened));
                    if cards < AT_A_TIME {
                        return Ok(());
                    }
                    cards = 0;
                    let batch = std::mem::take(&mut batch);
                    store.index(now, clock, |indexing| {
                        shelf.take_all(batch, &mut rest, &kept, indexing)
                    })?;
                    store.give_way();
                    Ok::<(), StoreError>(())
                },
            )?;
            if !batch.is_empty() {
                store.index(now, clock, |indexing| {
                    shelf.take_all(batch, &mut rest, &kept, indexing)
                })?;
            }
            for listed in rest {
                shelf.keep(listed, kept(listed));
            }
        }
        let Shelf {
            decks,
            shipped,
            told,
            ..
        } = shelf;
        self.decks = shipped.into_iter().chain(decks).collect();
        let keys = self.decks.iter().enumerate();
        self.by_key = keys.map(|(at, shelved)| (shelved.key, at)).collect();
        self.diagnostics.extend(told.diagnostics);
        self.lost = told.lost;
        Ok(())
    }
}

/// Reads a file, and makes ready what is kept of it.
fn open(listed: &Listed) -> Result<Opened, Diagnostic> {
    let bytes = listed.bytes()?;
    let reading = read(&listed.path, &bytes);
    let cards = reading.deck.as_ref().map(|deck| deck.cards.as_slice());
    Ok(Opened {
        name: deck_name(&bytes).map(|(name, _)| name),
        hash: Sha256::digest(&bytes).into(),
        ready: Ready::of(cards.unwrap_or_default()),
        reading,
    })
}

/// Decks as they are put beside one another.
struct Shelf<'s> {
    settings: &'s Settings,
    indexed: &'s [IndexedDeck],
    names: Names,
    decks: Vec<Shelved>,
    shipped: Vec<Shelved>,
    told: Told,
}

impl<'s> Shelf<'s> {
    /// Takes files that were read, with those before them that were not.
    fn take_all<'l>(
        &mut self,
        batch: Vec<(&Listed, Result<Opened, Diagnostic>)>,
        rest: &mut std::slice::Iter<'_, &'l Listed>,
        kept: &dyn Fn(&Listed) -> Option<&'s IndexedDeck>,
        indexing: &mut Indexing<'_>,
    ) -> Result<(), StoreError> {
        for (read, opened) in batch {
            for listed in rest.by_ref() {
                if std::ptr::eq(*listed, read) {
                    break;
                }
                self.keep(listed, kept(listed));
            }
            self.take(read, opened, indexing)?;
        }
        Ok(())
    }

    /// Whether the deck of a file counts, by what it is called.
    fn counts(&mut self, name: Option<&str>, listed: &Listed) -> bool {
        let Some(name) = name else { return true };
        if matches!(listed.origin, Origin::Shipped(_)) {
            return !self.names.have(name);
        }
        match self.names.take(name, listed) {
            Ok(()) => true,
            Err(duplicate) => {
                self.told.diagnostics.push(duplicate);
                false
            }
        }
    }

    /// Puts a deck there as the index has it.
    fn keep(&mut self, listed: &Listed, deck: Option<&IndexedDeck>) {
        let Some((deck, head)) = deck.and_then(|deck| Some((deck, deck.head.clone()?))) else {
            return;
        };
        if self.counts(Some(deck.deck.as_str()), listed) {
            self.put(head, deck.key, listed, false);
        }
    }

    /// Puts a deck there as its file is now, and the index in step with it.
    fn take(
        &mut self,
        listed: &Listed,
        opened: Result<Opened, Diagnostic>,
        indexing: &mut Indexing<'_>,
    ) -> Result<(), StoreError> {
        let opened = match opened {
            Ok(opened) => opened,
            Err(diagnostic) => {
                self.told.diagnostics.push(diagnostic);
                self.last_good(listed, None);
                return Ok(());
            }
        };
        if !self.counts(opened.name.as_deref(), listed) {
            return Ok(());
        }
        let Opened {
            name,
            hash,
            reading,
            ready,
        } = opened;
        let is_error = |told: &Diagnostic| told.severity == Severity::Error;
        let whole = !reading.diagnostics.iter().any(is_error);
        self.told.diagnostics.extend(reading.diagnostics);
        let Some(deck) = reading.deck else {
            self.last_good(listed, name.as_deref());
            return Ok(());
        };
        let origin = origin(&listed.path);
        // What is wrong is told anew each time.
        let stamp = listed.stamp.clone().filter(|_| whole);
        let mut indexed = self.indexed.iter();
        let before = indexed.find(|before| before.deck == deck.id);
        let same = before.filter(|before| {
            !before.again && before.hash == hash && before.origin == origin && before.head.is_some()
        });
        let key = match same {
            Some(before) => {
                if let Some(stamp) = stamp.filter(|stamp| Some(stamp) != before.stamp.as_ref()) {
                    indexing.mark(&deck.id, &stamp)?;
                }
                before.key
            }
            None => {
                if whole {
                    indexing.take_back(&deck.id, &deck.cards)?;
                }
                let known = indexing.known_before(&deck.id, &hash)?;
                let found = reconcile(&known, &deck.cards, whole);
                let gone = gone(known, &deck, &found, whole);
                let supersedes: Vec<String> = deck
                    .facts
                    .iter()
                    .flat_map(|fact| fact.supersedes.iter().cloned())
                    .collect();
                let acts = self.told.acts(found, &listed.path);
                let new = NewDeck {
                    head: deck.head(),
                    origin,
                    stamp,
                    hash,
                    cards: &deck.cards,
                    ready: &ready,
                    supersedes: &supersedes,
                    gone: &gone,
                };
                indexing.put(&new, acts)?
            }
        };
        self.put(deck.head(), key, listed, false);
        Ok(())
    }

    /// Not a deck any more: what it last was is studied.
    fn last_good(&mut self, listed: &Listed, name: Option<&str>) {
        let origin = origin(&listed.path);
        let mut by_origin = self.indexed.iter().filter(|deck| deck.origin == origin);
        let mut by_name = self
            .indexed
            .iter()
            .filter(|deck| name == Some(deck.deck.as_str()));
        let last = by_origin.next().or_else(|| by_name.next());
        if let Some((head, key)) = last.and_then(|last| Some((last.head.clone()?, last.key))) {
            self.put(head, key, listed, true);
        }
    }

    fn put(&mut self, head: Head, key: i64, listed: &Listed, last_good: bool) {
        let shelved = Shelved {
            options: self.settings.options(&head.options, &listed.options),
            path: listed.path.clone(),
            last_good,
            head,
            key,
        };
        match listed.origin {
            Origin::Shipped(_) => self.shipped.push(shelved),
            Origin::File(_) => self.decks.push(shelved),
        }
    }
}

/// Cards that are gone and stay known: if they were studied, or if the file is
/// not `whole`, for then they may come back, here or in another deck.
fn gone(known: Vec<Known>, deck: &Deck, found: &Match, whole: bool) -> Vec<Known> {
    if known.is_empty() {
        return known;
    }
    let here: HashSet<&CardId> = deck.cards.iter().map(|card| &card.id).collect();
    let renamed: HashSet<&CardId> = found.renamed.iter().map(|(was, _)| was).collect();
    known
        .into_iter()
        .filter(|known| !here.contains(&known.id) && !renamed.contains(&known.id))
        .filter(|known| known.studied || !whole)
        .collect()
}

impl Told {
    /// What goes to the log of what was `found`; what is doubtful is told.
    pub(super) fn acts(&mut self, found: Match, path: &Path) -> Vec<Act> {
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
}

/// The decks that there are: those named, or the shipped ones and the home's.
pub(crate) fn find_decks(place: &Place, settings: &Settings) -> Listing {
    let (paths, shipped) = paths(place, settings);
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    Listing::find(&paths, shipped)
}

/// The same with what is in them.
pub(crate) fn read_decks(place: &Place, settings: &Settings) -> Library {
    let (paths, shipped) = paths(place, settings);
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    Library::find(&paths, shipped)
}

/// Where decks are looked for, and whether the shipped ones are among them.
fn paths(place: &Place, settings: &Settings) -> (Vec<PathBuf>, bool) {
    if !place.decks.is_empty() {
        return (place.decks.clone(), false);
    }
    let home = place.home.join("decks");
    let own = home.is_dir().then_some(home);
    (
        own.into_iter()
            .chain(settings.decks.iter().cloned())
            .collect(),
        true,
    )
}

/// A deck's file by the name that does not depend on where one stands.
pub(crate) fn origin(path: &Path) -> String {
    let whole = path.canonicalize();
    whole.as_deref().unwrap_or(path).display().to_string()
}
