//! Cards and decks by the names that were typed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Failure;
use crate::collection::{Collection, Shelved};
use crate::deck::{Card, CardId, DeckId};
use crate::message;
use crate::store::StoreError;
use crate::text::{Message, safe_line, suggest};

/// The card of this name, or the closest names.
pub(super) fn card(collection: &Collection, name: &str) -> Result<Arc<Card>, Failure> {
    find(collection, name)?.map_err(Failure::Message)
}

/// The same where a file names the card.
///
/// # Errors
/// When the database can't be read.
pub(super) fn find(
    collection: &Collection,
    name: &str,
) -> Result<Result<Arc<Card>, Message>, StoreError> {
    if let Ok(id) = name.parse::<CardId>()
        && let Some(card) = collection.card(&id)?
    {
        return Ok(Ok(card));
    }
    let names = collection.names()?;
    Ok(Err(unknown(name, &names)))
}

/// That there is no such card, and which of all `names` may be meant.
fn unknown(name: &str, names: &[CardId]) -> Message {
    let said = safe_line(name);
    let names: Vec<&str> = names.iter().map(CardId::as_str).collect();
    // An entry of several cards is named by one of them.
    let parts: Vec<&str> = names
        .iter()
        .copied()
        .filter(|id| id.split_once('#').is_some_and(|(entry, _)| entry == name))
        .collect();
    if !parts.is_empty() {
        let parts = parts.join(", ");
        message!(
            "there is no card '{said}'; name one of its cards: {parts}",
            "그런 카드가 없습니다: '{said}'; 카드 하나를 고르세요: {parts}"
        )
    } else if let Some(near) = nearest_card(name, &names) {
        message!(
            "there is no card '{said}'; did you mean '{near}'?",
            "그런 카드가 없습니다: '{said}'; '{near}'인가요?"
        )
    } else {
        message!(
            "there is no card '{said}'; 'dateline due' lists the decks",
            "그런 카드가 없습니다: '{said}'; 'dateline due'가 덱을 보여 줍니다"
        )
    }
}

/// The decks of these names.
pub(super) fn decks(collection: &Collection, names: &[String]) -> Result<Vec<DeckId>, Failure> {
    names.iter().map(|name| deck(collection, name)).collect()
}

fn deck(collection: &Collection, name: &str) -> Result<DeckId, Failure> {
    let id = |shelved: &Shelved| shelved.head.id.clone();
    let found = collection
        .decks()
        .iter()
        .find(|shelved| shelved.head.id.as_str() == name);
    found.map(id).ok_or_else(|| {
        let names: Vec<&str> = collection
            .decks()
            .iter()
            .map(|shelved| shelved.head.id.as_str())
            .collect();
        let next = match suggest(name, names.iter().copied()) {
            Some(near) => meant(near),
            None if names.is_empty() => message!("there are no decks", "덱이 하나도 없습니다"),
            None => message!("the decks are {}", "있는 덱: {}", names.join(", ")),
        };
        let said = safe_line(name);
        let told = message!("there is no deck '{said}'", "그런 덱이 없습니다: '{said}'");
        Failure::Message(told.and(&next))
    })
}

/// These tags, each of which a card must have.
pub(super) fn tags(collection: &Collection, names: &[String]) -> Result<Vec<String>, Failure> {
    // No card need be read for none.
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let cards = collection.cards()?;
    let tags = cards.iter().flat_map(|card| &card.tags);
    let known: BTreeSet<&str> = tags.map(String::as_str).collect();
    let unknown = names.iter().find(|name| !known.contains(name.as_str()));
    if let Some(name) = unknown {
        let known: Vec<&str> = known.iter().copied().collect();
        let next = match suggest(name, known.iter().copied()) {
            Some(near) => meant(near),
            None if known.is_empty() => {
                message!("no card has tags", "태그가 있는 카드가 없습니다")
            }
            None => message!("the tags are {}", "있는 태그: {}", known.join(", ")),
        };
        let said = safe_line(name);
        let told = message!(
            "no card has the tag '{said}'",
            "그런 태그가 있는 카드가 없습니다: '{said}'"
        );
        return Err(Failure::Message(told.and(&next)));
    }
    Ok(names.to_vec())
}

fn meant(near: &str) -> Message {
    message!("did you mean '{near}'?", "'{near}'인가요?")
}

/// The card that was probably meant: of the deck that was named, if there is
/// one, and then its name without the deck's must be near.
fn nearest_card<'a>(typed: &str, names: &[&'a str]) -> Option<&'a str> {
    let Some((deck, card)) = typed.split_once('/') else {
        return suggest(typed, names.iter().copied());
    };
    let within: Vec<(&str, &'a str)> = names
        .iter()
        .filter_map(|name| Some((name.strip_prefix(deck)?.strip_prefix('/')?, *name)))
        .collect();
    if within.is_empty() {
        return suggest(typed, names.iter().copied());
    }
    let cards: Vec<&str> = within.iter().map(|(card, _)| *card).collect();
    let near = suggest(card, cards.iter().copied())?;
    within
        .iter()
        .find(|(card, _)| *card == near)
        .map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_that_was_meant() {
        let names = ["chips/flip", "chips/share", "terms/flip", "칩/점유율"];
        for (typed, meant) in [
            ("chips/flop", Some("chips/flip")),
            ("chips/shares", Some("chips/share")),
            ("terms/flipp", Some("terms/flip")),
            ("칩/점유률", Some("칩/점유율")),
            ("chisp/flip", Some("chips/flip")),
            // The deck alone being right says nothing of the card.
            ("chips/xx", None),
            ("chips/", None),
            ("nothing/like-it", None),
        ] {
            assert_eq!(nearest_card(typed, &names), meant, "{typed}");
        }
    }
}
