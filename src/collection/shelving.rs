//! Deck files taken into a collection: those that changed are read, held against
//! what the index knew of them, and their cards' histories found. The others
//! stay in the index as they are.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::placing::{Fresh, Lost, Placed, Placing};
use super::{Collection, Place, Shelved};
use crate::deck::{
    self, CardId, Diagnostic, Head, Library, Listed, Listing, Names, Origin, Reading, Severity,
    deck_name, read,
};
use crate::schedule::StudyClock;
use crate::settings::Settings;
use crate::store::{IndexedDeck, Ready, Store, StoreError};
use crate::{message, parallel};

/// The code of what is told of a history that no card certainly has any more.
pub const LOST_HISTORY: &str = "lost-history";

/// So many cards go into the index at a time, and the rest of the last one's deck:
/// another process that waits to write is let in between.
const AT_A_TIME: usize = 1500;

/// Behind so many, what was written is moved into the database proper, or all of a
/// collection would lie there twice.
const AT_REST: usize = 20_000;

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
        let kept = |listed: &Listed| {
            let deck = by_origin.get(listed.whole.display().to_string().as_str())?;
            let same = listed.stamp.is_some() && deck.stamp == listed.stamp;
            same.then_some(*deck)
        };
        let mut shelf = Shelf {
            settings: &self.settings,
            indexed: &indexed,
            names: Names::default(),
            nameless: Vec::new(),
            decks: Vec::new(),
            shipped: Vec::new(),
            told: Told::default(),
        };
        // A file stands in for a shipped deck, so that those come last.
        let (ours, others): (Vec<&Listed>, Vec<&Listed>) = files
            .iter()
            .partition(|listed| matches!(listed.origin, Origin::Shipped(_)));
        let mut batch: Vec<Placed<'_>> = Vec::new();
        let (mut cards, mut written) = (0, 0);
        let (store, clock) = (&mut self.store, &self.clock);
        for in_order in [others, ours] {
            let unread: Vec<&Listed> = in_order
                .iter()
                .copied()
                .filter(|listed| kept(listed).is_none())
                .collect();
            let mut rest = in_order.into_iter();
            parallel::in_order(
                &unread,
                |listed| open(listed),
                |read, opened| {
                    for listed in rest.by_ref() {
                        if std::ptr::eq(listed, *read) {
                            break;
                        }
                        batch.push(shelf.keep(listed, kept(listed)));
                    }
                    let placed = shelf.place(read, opened);
                    cards += placed.cards();
                    batch.push(placed);
                    if cards < AT_A_TIME {
                        return Ok(());
                    }
                    written += std::mem::take(&mut cards);
                    shelf.settle(std::mem::take(&mut batch), store, now, clock)?;
                    store.give_way();
                    if written >= AT_REST {
                        written = 0;
                        store.rest();
                    }
                    Ok::<(), StoreError>(())
                },
            )?;
            batch.extend(rest.map(|listed| shelf.keep(listed, kept(listed))));
            batch.extend(shelf.place_nameless());
        }
        shelf.settle(batch, store, now, clock)?;
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

/// Reads a file, and makes ready what is kept of it; nothing where it lies beside
/// decks and is none.
fn open(listed: &Listed) -> Result<Option<Opened>, Diagnostic> {
    let bytes = listed.bytes()?;
    let reading = read(&listed.path, &bytes);
    if reading.deck.is_none() && listed.is_no_deck(&bytes) {
        return Ok(None);
    }
    let cards = reading.deck.as_ref().map(|deck| deck.cards.as_slice());
    Ok(Some(Opened {
        name: deck_name(&bytes).map(|(name, _)| name),
        hash: Sha256::digest(&bytes).into(),
        ready: Ready::of(cards.unwrap_or_default()),
        reading,
    }))
}

/// Decks as they are put beside one another.
struct Shelf<'s> {
    settings: &'s Settings,
    indexed: &'s [IndexedDeck],
    names: Names,
    /// Files that do not say which deck they have, if any.
    nameless: Vec<&'s Listed>,
    decks: Vec<Shelved>,
    shipped: Vec<Shelved>,
    told: Told,
}

impl<'s> Shelf<'s> {
    /// Whether the deck of a file counts, by what it is called.
    ///
    /// # Errors
    /// When another file has a deck of that name.
    fn counts(&mut self, name: &str, listed: &Listed) -> Result<bool, Diagnostic> {
        match listed.origin {
            Origin::Shipped(_) => Ok(!self.names.have(name)),
            Origin::File(_) => self.names.take(name, listed).map(|()| true),
        }
    }

    /// The place of a deck that is as the index has it.
    fn keep(&mut self, listed: &'s Listed, deck: Option<&IndexedDeck>) -> Placed<'s> {
        let nothing = |told| Placed {
            listed,
            told,
            deck: Placing::Nothing,
        };
        let Some((deck, head)) = deck.and_then(|deck| Some((deck, deck.head.clone()?))) else {
            return nothing(Vec::new());
        };
        match self.counts(deck.deck.as_str(), listed) {
            Ok(true) => Placed {
                listed,
                told: Vec::new(),
                deck: Placing::Kept {
                    head: Box::new(head),
                    key: deck.key,
                    last_good: false,
                    stamp: None,
                },
            },
            Ok(false) => nothing(Vec::new()),
            Err(duplicate) => nothing(vec![duplicate]),
        }
    }

    /// The place of a deck that was read.
    fn place(
        &mut self,
        listed: &'s Listed,
        opened: Result<Option<Opened>, Diagnostic>,
    ) -> Placed<'s> {
        let placed = |told, deck| Placed { listed, told, deck };
        let opened = match opened {
            Ok(Some(opened)) => opened,
            Ok(None) => return placed(Vec::new(), Placing::Nothing),
            Err(diagnostic) => {
                self.nameless.push(listed);
                return placed(vec![diagnostic], Placing::Nothing);
            }
        };
        let told = opened.reading.diagnostics;
        let said = opened.reading.deck.as_ref().map(|deck| deck.id.to_string());
        let Some(name) = opened.name.or(said) else {
            self.nameless.push(listed);
            return placed(told, Placing::Nothing);
        };
        match self.counts(&name, listed) {
            Ok(true) => {}
            Ok(false) => return placed(Vec::new(), Placing::Nothing),
            Err(duplicate) => return placed(vec![duplicate], Placing::Nothing),
        }
        let whole = !told.iter().any(|told| told.severity == Severity::Error);
        let Some(deck) = opened.reading.deck else {
            return placed(told, self.last_good(listed, &name));
        };
        let (hash, origin) = (opened.hash, origin(&listed.path));
        // What is wrong is told anew each time.
        let stamp = listed.stamp.clone().filter(|_| whole);
        let mut indexed = self.indexed.iter();
        let before = indexed.find(|before| before.deck == deck.id);
        let same = before.filter(|before| {
            !before.again && before.hash == hash && before.origin == origin && before.head.is_some()
        });
        if let Some(before) = same {
            let kept = Placing::Kept {
                head: Box::new(deck.head()),
                key: before.key,
                last_good: false,
                stamp: stamp.filter(|stamp| Some(stamp) != before.stamp.as_ref()),
            };
            return placed(told, kept);
        }
        let supersedes = deck.facts.iter().flat_map(|fact| &fact.supersedes);
        let fresh = Fresh {
            supersedes: supersedes.cloned().collect(),
            ready: opened.ready,
            hash,
            origin,
            stamp,
            whole,
            deck,
        };
        placed(told, Placing::Fresh(Box::new(fresh)))
    }

    /// Not a deck any more: what it last was is studied.
    fn last_good(&self, listed: &Listed, name: &str) -> Placing {
        let of_file = self.of_file(listed);
        let mut by_name = self.indexed.iter();
        let last = of_file.or_else(|| by_name.find(|deck| deck.deck.as_str() == name));
        match last.and_then(|last| Some((last.head.clone()?, last.key))) {
            Some((head, key)) => Placing::Kept {
                head: Box::new(head),
                key,
                last_good: true,
                stamp: None,
            },
            None => Placing::Nothing,
        }
    }

    /// What the index has of a file.
    fn of_file(&self, listed: &Listed) -> Option<&'s IndexedDeck> {
        let origin = origin(&listed.path);
        self.indexed.iter().find(|deck| deck.origin == origin)
    }

    /// The places of files that do not say which deck they have: the one that they
    /// had, unless another has it by now. It stands in for a shipped deck still.
    fn place_nameless(&mut self) -> Vec<Placed<'s>> {
        let mut placed = Vec::new();
        for listed in std::mem::take(&mut self.nameless) {
            let Some(deck) = self.of_file(listed) else {
                continue;
            };
            let name = deck.deck.as_str();
            if !self.names.have(name) && self.counts(name, listed) == Ok(true) {
                placed.push(Placed {
                    listed,
                    told: Vec::new(),
                    deck: self.last_good(listed, name),
                });
            }
        }
        placed
    }

    /// Puts decks there, and the index in step with them.
    fn settle(
        &mut self,
        batch: Vec<Placed<'_>>,
        store: &mut Store,
        now: Timestamp,
        clock: &StudyClock,
    ) -> Result<(), StoreError> {
        for placed in &batch {
            if let Placing::Fresh(fresh) = &placed.deck {
                fresh.take_in_ahead(store, now, clock)?;
            }
        }
        let writes = |placed: &Placed<'_>| match &placed.deck {
            Placing::Nothing => false,
            Placing::Kept { stamp, .. } => stamp.is_some(),
            Placing::Fresh(_) => true,
        };
        let taken = match batch.iter().any(writes) {
            true => store.index(now, clock, |indexing| {
                let each = batch.iter().map(|placed| placed.take_in(indexing));
                each.collect::<Result<Vec<_>, _>>()
            })?,
            false => Vec::new(),
        };
        let mut taken = taken.into_iter();
        for Placed { listed, told, deck } in batch {
            let (taken, lost) = taken.next().unwrap_or_default();
            self.told.diagnostics.extend(told);
            self.told.lost(lost, &listed.path);
            match deck {
                Placing::Nothing => {}
                Placing::Kept {
                    head,
                    key,
                    last_good,
                    ..
                } => self.put(*head, key, listed, last_good),
                Placing::Fresh(fresh) => self.put(fresh.deck.head(), taken, listed, false),
            }
        }
        Ok(())
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

impl Told {
    /// Tells of histories that are lost by what a file says now, where there is a
    /// card that may have them.
    pub(super) fn lost(&mut self, lost: Lost, path: &Path) {
        for (card, candidates) in lost {
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
    }
}

/// The decks that there are: those named, or the shipped ones and the home's.
pub(crate) fn find_decks(place: &Place, settings: &Settings) -> Listing {
    let (paths, shipped) = paths(place, settings);
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    let mut listing = Listing::find(&paths, shipped);
    of_settings(&mut listing.diagnostics, place, settings);
    listing
}

/// The same with what is in them.
pub(crate) fn read_decks(place: &Place, settings: &Settings) -> Library {
    let (paths, shipped) = paths(place, settings);
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    let mut library = Library::find(&paths, shipped);
    of_settings(&mut library.diagnostics, place, settings);
    library
}

/// Of a path that is not there, and that no one typed just now, says where it is
/// written.
fn of_settings(told: &mut [Diagnostic], place: &Place, settings: &Settings) {
    if !place.decks.is_empty() {
        return;
    }
    for told in told.iter_mut().filter(|told| told.code == "unreadable") {
        if settings.decks.contains(&told.path) {
            told.help = Some(message!(
                "make it readable, or correct 'decks' in config.yaml, which names it",
                "읽을 수 있게 하거나, 이 경로를 적은 config.yaml의 'decks'를 고치세요"
            ));
        }
    }
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
