//! The entries of a file that is YAML.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Found, Listed};
use crate::author::gist::gist;
use crate::deck::yaml::Node;
use crate::deck::{Card, Deck, Fact, Place};
use crate::text::{Lang, Localized};

/// The entries of a tree, with what the deck made of them.
pub(super) fn read(root: &Node, deck: Option<&Deck>) -> Found {
    let spot = |place: Place| (place.line, place.column);
    let mut cards: HashMap<(usize, usize), Vec<Arc<Card>>> = HashMap::new();
    let mut facts: HashMap<(usize, usize), &Fact> = HashMap::new();
    if let Some(deck) = deck {
        for card in &deck.cards {
            let of_one = cards.entry(spot(card.place)).or_default();
            of_one.push(Arc::new(card.clone()));
        }
        facts.extend(deck.facts.iter().map(|fact| (spot(fact.place), fact)));
    }
    let mut listed = |is_fact: bool, name: Option<&str>, place: Place, node: &Node| Listed {
        name: name
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(str::to_owned),
        is_fact,
        gist: told(node),
        place,
        start: spot(place),
        end: spot(place),
        text: String::new(),
        cards: cards.remove(&spot(place)).unwrap_or_default(),
        fact: match asks(node) {
            false if is_fact => facts
                .get(&spot(place))
                .map(|fact| Arc::new((*fact).clone())),
            _ => None,
        },
    };
    let mut found = Found::default();
    for (key, value) in root.entries() {
        found.others.push(spot(key.place));
        match key.text() {
            Some("facts") => {
                let named = value.entries().iter();
                let each = named.map(|(name, node)| listed(true, name.text(), name.place, node));
                found.entries.extend(each);
            }
            Some("cards") => {
                let each = value.items().iter().map(|node| {
                    let id = node.get("id").and_then(Node::text);
                    listed(false, id, node.place, node)
                });
                found.entries.extend(each);
            }
            _ => {}
        }
    }
    found
}

/// Whether a fact is also a card.
fn asks(node: &Node) -> bool {
    let mut keys = node.entries().iter().filter_map(|(key, _)| key.text());
    keys.any(|key| key == "ask" || key.starts_with("ask."))
}

/// What an entry asks in each language.
fn told(node: &Node) -> Option<Localized> {
    let of = |lang| Some(gist(node, lang)).filter(|gist| !gist.is_empty());
    let english = of(Lang::En)?;
    Some(Localized::with(Lang::En, english, of(Lang::Ko)))
}
