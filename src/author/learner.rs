//! What a check knows of the learner.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::deck::{Card, CardId, Fingerprint, Known, Match, reconcile};

/// A card that a learner flagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// The card.
    pub card: String,
    /// The learner's line of why, if there is one.
    pub why: Option<String>,
}

/// A card as it was when it was last studied or its deck last read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The card.
    pub card: Known,
    /// How often it was reviewed.
    pub reviews: u32,
    /// Every name that it, or what it took over, ever had before.
    pub once: Vec<CardId>,
    /// What it was when it was last reviewed, where it has become something else.
    pub reviewed: Option<Fingerprint>,
    /// The file that its deck was in, where that is another deck now.
    pub file: Option<PathBuf>,
}

/// What was flagged, by what rules ask for.
#[derive(Debug, Default)]
pub(super) struct Flags<'s> {
    by_deck: HashMap<&'s str, Vec<&'s Flag>>,
}

impl<'s> Flags<'s> {
    /// Puts them in their order.
    pub fn new(all: &'s [Flag]) -> Flags<'s> {
        let mut by = Flags::default();
        for flag in all {
            let deck = flag.card.split('/').next().unwrap_or_default();
            by.by_deck.entry(deck).or_default().push(flag);
        }
        by
    }

    /// Those of a deck's cards, by the name that each had.
    pub fn of_deck(&self, deck: &str) -> &[&'s Flag] {
        self.by_deck.get(deck).map_or(&[], Vec::as_slice)
    }
}

impl Flag {
    /// The entry of the card.
    pub fn entry(&self) -> &str {
        self.card.split('#').next().unwrap_or_default()
    }
}

impl History {
    /// What its reviews were of, as far as is known.
    pub fn studied_as(&self) -> &Fingerprint {
        self.reviewed.as_ref().unwrap_or(&self.card.fingerprint)
    }
}

/// What was studied, by what rules ask for: each deck asks, and there may be
/// many of both.
#[derive(Debug, Default)]
pub(super) struct Histories<'s> {
    by_card: HashMap<&'s CardId, &'s History>,
    by_deck: HashMap<&'s str, Vec<&'s History>>,
    by_question: HashMap<&'s str, Vec<&'s History>>,
    by_studied: HashMap<&'s str, Vec<&'s History>>,
    by_file: HashMap<&'s Path, Vec<&'s History>>,
    /// All names that cards have or had, and those of their entries, once a rule
    /// asks.
    names: OnceLock<HashSet<&'s str>>,
}

impl<'s> Histories<'s> {
    /// Puts them in their order.
    pub fn new(all: &'s [History]) -> Histories<'s> {
        let mut by = Histories::default();
        for of in all {
            let Known {
                id, fingerprint, ..
            } = &of.card;
            by.by_card.entry(id).or_insert(of);
            by.by_deck.entry(id.deck()).or_default().push(of);
            let asking = by.by_question.entry(&fingerprint.question);
            asking.or_default().push(of);
            let studied = by.by_studied.entry(&of.studied_as().question);
            studied.or_default().push(of);
            if let Some(file) = &of.file {
                by.by_file.entry(file).or_default().push(of);
            }
        }
        by
    }

    /// That of a card.
    pub fn of_card(&self, card: &CardId) -> Option<&'s History> {
        self.by_card.get(card).copied()
    }

    /// Those of a deck's cards.
    pub fn of_deck(&self, deck: &str) -> &[&'s History] {
        self.by_deck.get(deck).map_or(&[], Vec::as_slice)
    }

    /// What became of a deck's cards among those that it has now.
    pub fn became(&self, deck: &str, now: &[Card]) -> Match {
        let known = self.of_deck(deck).iter().map(|of| of.card.clone());
        reconcile(&known.collect::<Vec<Known>>(), now, true)
    }

    /// Those of cards that asked this question.
    pub fn asking(&self, question: &str) -> &[&'s History] {
        self.by_question.get(question).map_or(&[], Vec::as_slice)
    }

    /// Those of cards that asked this question when they were reviewed.
    pub fn studied_as(&self, question: &str) -> &[&'s History] {
        self.by_studied.get(question).map_or(&[], Vec::as_slice)
    }

    /// All names, of cards and of entries, that cards have or ever had.
    pub fn names(&self) -> &HashSet<&'s str> {
        self.names.get_or_init(|| {
            let all = self.by_card.values();
            let names = all.flat_map(|of| std::iter::once(&of.card.id).chain(&of.once));
            names.flat_map(|id| [id.entry(), id.as_str()]).collect()
        })
    }

    /// Those of cards of which another deck is in this file now.
    pub fn of_file(&self, file: &Path) -> &[&'s History] {
        self.by_file.get(file).map_or(&[], Vec::as_slice)
    }

    /// Whether a card was ever reviewed.
    pub fn have(&self, card: &CardId) -> bool {
        self.of_card(card).is_some_and(|of| of.reviews > 0)
    }
}
