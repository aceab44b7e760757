//! A document among the decks that belong with it: what a request looks at.

use super::around::{Around, Log};
use super::document::Document;
use crate::author::sheet::Sheet;
use crate::deck::yaml::Node;
use crate::deck::{Card, Fact};
use crate::text::Lang;

/// What a request looks at.
pub(super) struct View<'d> {
    /// The document.
    pub document: &'d Document,
    /// The other decks of its folder.
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
    /// The facts and cards of the document's tree: names and nodes. A card's
    /// node is the whole entry, a fact's its value.
    pub fn entries(&self) -> Vec<(&'d str, &'d Node)> {
        self.document.tree().map(entries).unwrap_or_default()
    }

    /// The names under a key of names (`facts`, `sources`) with their nodes.
    pub fn named(&self, key: &str) -> &'d [(Node, Node)] {
        let named = self.document.tree().and_then(|root| root.get(key));
        named.map(Node::entries).unwrap_or_default()
    }

    /// A fact of the deck, if it is sound.
    pub fn fact(&self, name: &str) -> Option<&'d Fact> {
        let facts = &self.document.deck()?.facts;
        facts.iter().find(|fact| fact.id == name)
    }

    /// The sheet of a deck by its name.
    pub fn sheet(&self, deck: &str) -> Option<&'d Sheet<'static>> {
        let is_it = |sheet: &&Sheet<'static>| sheet.deck().is_some_and(|d| d.id.as_str() == deck);
        let own = Some(self.document.sound()).filter(is_it);
        own.or_else(|| self.others.iter().copied().find(|sheet| is_it(sheet)))
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
        let Some((deck, _)) = full.split_once('/') else {
            return Vec::new();
        };
        let cards = self.sheet(deck).and_then(Sheet::deck);
        let cards = cards.map(|deck| deck.cards.iter());
        cards
            .into_iter()
            .flatten()
            .filter(|card| card.id.entry() == full)
            .collect()
    }
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
