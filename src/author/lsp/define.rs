//! Where something that is named is given.

use std::borrow::Cow;

use lsp_types::Location;

use super::file;
use super::mention::{Mention, mention};
use super::position::Text;
use super::view::View;
use crate::deck::yaml::Node;
use crate::deck::{Deck, Place};

/// Where what stands at the byte `offset` is given.
pub(super) fn define(view: &View<'_>, offset: usize) -> Option<Location> {
    let (found, _) = mention(&view.document.text, offset)?;
    let own = |place: Place| {
        let text = &view.document.text;
        Location::new(view.document.uri.clone(), text.range(text.bytes_of(place)))
    };
    let key_of = |key: &str, name: &str| {
        let mut names = view.named(key).into_iter().map(|(name, _)| name);
        names
            .find(|key| key.text() == Some(name))
            .map(|key| key.place)
    };
    match found {
        Mention::Fact(name) => key_of("facts", &name).map(own),
        Mention::Source(name) => key_of("sources", &name).map(own),
        Mention::Id(name) | Mention::Entry(name) => {
            let full = view.full(&name)?;
            let (deck, entry) = full.split_once('/')?;
            let is_it = |found: &Deck| found.id.as_str() == deck;
            if view.document.deck().is_some_and(is_it) {
                let mut trees = view.document.trees();
                return trees.find_map(|root| given(root, entry)).map(own);
            }
            let mut others = view.others.iter();
            let sheet = others.find(|sheet| sheet.kept().is_some_and(|(_, deck)| is_it(deck)))?;
            let place = given(sheet.tree()?, entry)?;
            let bytes = sheet.bytes.as_deref().unwrap_or_default();
            let text = match String::from_utf8_lossy(bytes) {
                Cow::Borrowed(text) => Text::new(text.to_owned()),
                Cow::Owned(text) => Text::new(text),
            };
            let range = text.range(text.bytes_of(place));
            Some(Location::new(file::uri(&sheet.path)?, range))
        }
    }
}

/// Where a card or fact of a tree has its name.
fn given(root: &Node, name: &str) -> Option<Place> {
    let cards = root.get("cards").map(Node::items).unwrap_or_default();
    let ids = cards.iter().filter_map(|card| card.get("id"));
    let facts = root.get("facts").map(Node::entries).unwrap_or_default();
    let names = facts.iter().map(|(key, _)| key);
    let mut all = ids.chain(names);
    let is_it = |node: &&Node| node.text().map(str::trim) == Some(name);
    all.find(is_it).map(|node| node.place)
}
