//! All decks that are checked together, and what of the outside was handed in.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::OnceLock;

use super::circle::{Links, circles};
use super::learner::{Flag, Flags, Histories};
use super::sheet::{Folded, Sheet};
use crate::deck::{Card, CardId, Deck, Fact};
use crate::figure::Date;
use crate::text::Lang;

/// A fact of a deck.
#[derive(Debug, Clone, Copy)]
pub(super) struct FactOf<'s> {
    /// Its file.
    pub path: &'s Path,
    /// Its deck.
    pub deck: &'s Deck,
    /// The fact.
    pub fact: &'s Fact,
    /// What tells it from others of its name.
    pub folded: &'s Folded,
}

impl FactOf<'_> {
    /// Its name beyond its deck.
    pub fn full(&self) -> String {
        format!("{}/{}", self.deck.id, self.fact.id)
    }
}

/// All decks that are checked together.
#[derive(Debug, Default)]
pub(super) struct World<'s> {
    /// The day of the check.
    pub today: Option<Date>,
    /// The names of decks.
    pub decks: HashSet<&'s str>,
    /// The names of all cards and facts, `deck/entry`, broken ones too.
    pub names: HashSet<&'s str>,
    /// The first card that asks a question, folded, by language.
    pub questions: HashMap<(Lang, &'s str), (&'s Card, &'s Path)>,
    /// Facts of all decks by their names within them.
    pub facts: HashMap<&'s str, Vec<FactOf<'s>>>,
    /// For each card or fact what it supersedes.
    pub supersedes: Links<'s>,
    /// Ways that lead back to where they began, each with its key.
    pub circles: Vec<(&'static str, Vec<String>)>,
    /// What something supersedes.
    pub superseded: HashSet<&'s str>,
    /// What learners flagged.
    pub flags: Flags<'s>,
    /// What was studied.
    pub histories: Histories<'s>,
    /// The decks, in the order of the files.
    pub decks_at_hand: Vec<(&'s Path, &'s Deck)>,
    /// Their files.
    pub sheets: Vec<&'s Sheet<'s>>,
    /// The names of cards that are whole, and of their parts, once a rule asks.
    cards: OnceLock<HashSet<&'s str>>,
    /// What some card takes the history of, as it is written, and in full.
    replaced: HashSet<String>,
}

impl<'s> World<'s> {
    /// The decks of `sheets`, on the day `today`, with what learners flagged.
    pub fn new(
        sheets: impl IntoIterator<Item = &'s Sheet<'s>>,
        today: Option<Date>,
        flags: &'s [Flag],
    ) -> World<'s> {
        let mut world = World {
            today,
            flags: Flags::new(flags),
            ..World::default()
        };
        let mut replaces = Links::new();
        for sheet in sheets {
            if let Some((_, deck)) = sheet.seen() {
                world.add(sheet, deck, &mut replaces);
            }
        }
        for (key, links) in [("supersedes", &world.supersedes), ("replaces", &replaces)] {
            let found = circles(links).into_iter();
            world.circles.extend(found.map(|circle| (key, circle)));
        }
        world
    }

    fn add(&mut self, sheet: &'s Sheet<'s>, deck: &'s Deck, replaces: &mut Links<'s>) {
        let path = sheet.path.as_ref();
        self.decks.insert(deck.id.as_str());
        self.decks_at_hand.push((path, deck));
        self.sheets.push(sheet);
        self.names.extend(sheet.names.iter().map(String::as_str));
        for card in &deck.cards {
            let entry = card.id.entry();
            if !card.supersedes.is_empty() {
                self.supersedes.insert(entry.to_owned(), &card.supersedes);
            }
            self.replaced.extend(card.replaces.iter().cloned());
            if !card.replaces.is_empty() {
                replaces.insert(entry.to_owned(), &card.replaces);
            }
            self.superseded
                .extend(card.supersedes.iter().map(String::as_str));
        }
        for lead in &sheet.leads {
            let links = match lead.key {
                "replaces" => &mut *replaces,
                _ => &mut self.supersedes,
            };
            links.entry(lead.from.clone()).or_insert(&lead.to);
        }
        for (fact, folded) in deck.facts.iter().zip(&sheet.facts) {
            let full = format!("{}/{}", deck.id, fact.id);
            let of = FactOf {
                path,
                deck,
                fact,
                folded,
            };
            self.facts.entry(&fact.id).or_default().push(of);
            self.superseded
                .extend(fact.supersedes.iter().map(String::as_str));
            if !fact.supersedes.is_empty() {
                self.supersedes.insert(full, &fact.supersedes);
            }
        }
        for (lang, question, at) in &sheet.questions {
            if let Some(card) = deck.cards.get(*at) {
                self.questions
                    .entry((*lang, question))
                    .or_insert((card, path));
            }
        }
    }

    /// Takes note of histories that cards take over which are not checked along.
    pub fn take_beside(&mut self, cards: &[String]) {
        self.replaced.extend(cards.iter().cloned());
    }

    /// Whether a card that is checked along takes over the history of a card.
    pub fn is_replaced(&self, card: &CardId) -> bool {
        self.is_taken(card.as_str())
    }

    /// Whether a card that is checked along takes over what went by a name, of a
    /// card or of an entry.
    pub fn is_taken(&self, name: &str) -> bool {
        let entry = name.split('#').next().unwrap_or_default();
        self.replaced.contains(name) || self.replaced.contains(entry)
    }

    /// Whether a card that is checked along goes by a name, whole or a part of one.
    pub fn has_card(&self, name: &str) -> bool {
        let cards = self.cards.get_or_init(|| {
            let decks = self.decks_at_hand.iter();
            let cards = decks.flat_map(|(_, deck)| &deck.cards);
            let names = cards.flat_map(|card| [card.id.entry(), card.id.as_str()]);
            names.collect()
        });
        cards.contains(name)
    }

    /// Whether something that is checked along supersedes a card or fact.
    pub fn is_superseded(&self, name: &str) -> bool {
        self.superseded.contains(name)
    }
}
