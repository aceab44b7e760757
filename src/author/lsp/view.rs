//! A document among the decks that belong with it: what a request looks at.

use std::collections::HashMap;

use super::around::{Around, Log};
use super::document::Document;
use crate::author::sheet::Sheet;
use crate::deck::yaml::Node;
use crate::deck::{Card, Deck, Fact};
use crate::text::Lang;

/// What a request looks at.
pub(super) struct View<'d> {
    /// The document.
    pub document: &'d Document,
    /// The other decks of its folder; one that is open in all its readings.
    pub others: Vec<&'d Sheet<'static>>,
    /// The learner's log.
    pub log: &'d Log,
    /// The language of the interface.
    pub lang: Lang,
    /// Whether the editor fills in what is written `$0`.
    pub snippets: bool,
    /// Files, states, the day.
    pub around: &'d dyn Around,
}

impl<'d> View<'d> {
    /// The facts and cards of the document: names and nodes. A card's node is
    /// the whole entry, a fact's its value.
    pub fn entries(&self) -> Vec<(&'d str, &'d Node)> {
        let all = self.document.trees().flat_map(entries);
        each_once(all, |(name, node)| (*name, *node))
    }

    /// The names under a key of names (`facts`, `sources`) with their nodes.
    pub fn named(&self, key: &str) -> Vec<(&'d Node, &'d Node)> {
        let trees = self.document.trees();
        let named = trees.filter_map(|root| root.get(key));
        let all = named.flat_map(|node| node.entries().iter().map(|(name, node)| (name, node)));
        each_once(all, |(name, node)| (name.text().unwrap_or_default(), *node))
    }

    /// A fact of the deck, if it is sound.
    pub fn fact(&self, name: &str) -> Option<&'d Fact> {
        let mut facts = self.document.decks().flat_map(|deck| &deck.facts);
        facts.find(|fact| fact.id == name)
    }

    /// The decks that are known here, the document's own first.
    pub fn decks(&self) -> impl Iterator<Item = &'d Deck> {
        let others = self.others.iter().filter_map(|sheet| Some(sheet.kept()?.1));
        self.document.decks().chain(others)
    }

    /// The full name, `deck/entry`, of what is named here, parts of cards left out.
    pub fn full(&self, name: &str) -> Option<String> {
        let name = name.trim().split('#').next().unwrap_or_default();
        if name.contains('/') {
            return Some(name.to_owned());
        }
        let deck = self.document.deck()?;
        Some(format!("{}/{name}", deck.id))
    }

    /// The cards of an entry by its full name.
    pub fn cards(&self, full: &str) -> Vec<&'d Card> {
        let of_deck = |deck: &'d Deck| -> Vec<&'d Card> {
            let cards = deck.cards.iter();
            cards.filter(|card| card.id.entry() == full).collect()
        };
        let mut found = self.decks().map(of_deck);
        found.find(|cards| !cards.is_empty()).unwrap_or_default()
    }
}

/// Of several readings of one file the first of each name, or the first that
/// says more than that there is something of this name.
fn each_once<'d, T>(
    all: impl Iterator<Item = T>,
    said: impl Fn(&T) -> (&'d str, &'d Node),
) -> Vec<T> {
    let mut each: Vec<T> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for one in all {
        let (name, node) = said(&one);
        let Some(at) = known.get(name) else {
            known.insert(name, each.len());
            each.push(one);
            continue;
        };
        let says_less = |known: &&mut T| is_bare(said(known).1) && !is_bare(node);
        if let Some(known) = each.get_mut(*at).filter(says_less) {
            *known = one;
        }
    }
    each
}

/// Whether a node says nothing but what it is called.
fn is_bare(node: &Node) -> bool {
    let mut keys = node.entries().iter();
    keys.all(|(key, _)| key.text() == Some("id"))
}

/// The facts and cards of a tree that have names.
pub(super) fn entries(root: &Node) -> Vec<(&str, &Node)> {
    let facts = root.get("facts").map(Node::entries).unwrap_or_default();
    let cards = root.get("cards").map(Node::items).unwrap_or_default();
    let of_facts = facts
        .iter()
        .filter_map(|(name, node)| Some((name.text()?, node)));
    let of_cards = cards
        .iter()
        .filter_map(|card| Some((card.get("id")?.text()?.trim(), card)));
    of_facts.chain(of_cards).collect()
}
