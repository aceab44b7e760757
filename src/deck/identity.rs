//! Which card of today is which card of yesterday, when a deck was edited.
//!
//! A card keeps its history by its id; else because another says that it
//! `replaces` it; else by an unambiguous match of content: the one card of a
//! new name with the same question and answer, or with one of the two the
//! same and no rival on either side. Anything doubtful is told, never guessed.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::deck::{Card, CardId, Fingerprint};

/// A card as the index knew it before the deck was read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its name then.
    pub id: CardId,
    /// What it was then.
    pub fingerprint: Fingerprint,
    /// Its answer as it was shown, for "was … → is …".
    pub answer: String,
    /// Whether it has ever been reviewed.
    pub studied: bool,
}

/// A figure or date that a card asks for and that changed in value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The card.
    pub card: CardId,
    /// The answer before.
    pub was: String,
    /// The answer now.
    pub is: String,
}

/// What reading a deck again means for the histories of its cards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Match {
    /// Cards that took another name: (before, now).
    pub renamed: Vec<(CardId, CardId)>,
    /// Cards whose value changed.
    pub corrected: Vec<Correction>,
    /// Studied cards that are gone, with those that might be them: told, never guessed.
    pub lost: Vec<(CardId, Vec<CardId>)>,
}

/// Finds out what became of the `known` cards of a deck among its `cards` of now.
pub fn reconcile(known: &[Known], cards: &[Card]) -> Match {
    let mut found = Match::default();
    let now: HashMap<&CardId, &Card> = cards.iter().map(|card| (&card.id, card)).collect();
    let before: HashSet<&CardId> = known.iter().map(|known| &known.id).collect();
    let mut gone: Vec<&Known> = Vec::new();
    for known in known {
        match now.get(&known.id) {
            Some(card) => found.correct(known, card),
            None if known.studied => gone.push(known),
            None => {}
        }
    }
    let mut free: Vec<&Card> = cards
        .iter()
        .filter(|card| !before.contains(&card.id))
        .collect();
    for alike in [replaced as fn(&Known, &Card) -> bool, same, half_the_same] {
        let pairs = unambiguous(&gone, &free, alike);
        for (known, card) in &pairs {
            found.renamed.push((known.id.clone(), card.id.clone()));
            found.correct(known, card);
        }
        gone.retain(|known| !pairs.iter().any(|(matched, _)| matched.id == known.id));
        free.retain(|card| !pairs.iter().any(|(_, matched)| matched.id == card.id));
    }
    for known in gone {
        let rivals = free.iter().filter(|card| half_the_same(known, card));
        found.lost.push((
            known.id.clone(),
            rivals.map(|card| card.id.clone()).collect(),
        ));
    }
    found
}

impl Match {
    /// Notes it when what a studied card asks for changed in value.
    fn correct(&mut self, known: &Known, card: &Card) {
        let (before, now) = (&known.fingerprint.value, &card.fingerprint.value);
        if known.studied && before.is_some() && now.is_some() && before != now {
            self.corrected.push(Correction {
                card: card.id.clone(),
                was: known.answer.clone(),
                is: card.answer.get(card.answer.language()).clone(),
            });
        }
    }
}

/// The pairs that are alike and have no rival on either side.
fn unambiguous<'a>(
    gone: &[&'a Known],
    free: &[&'a Card],
    alike: impl Fn(&Known, &Card) -> bool,
) -> Vec<(&'a Known, &'a Card)> {
    let mut by_known: BTreeMap<&CardId, Vec<(&'a Known, &'a Card)>> = BTreeMap::new();
    let mut rivals: HashMap<&CardId, usize> = HashMap::new();
    for known in gone {
        for card in free.iter().filter(|card| alike(known, card)) {
            by_known.entry(&known.id).or_default().push((known, card));
            *rivals.entry(&card.id).or_default() += 1;
        }
    }
    by_known
        .into_values()
        .filter_map(|matches| match matches.as_slice() {
            [only] if rivals.get(&only.1.id) == Some(&1) => Some(*only),
            _ => None,
        })
        .collect()
}

/// The card says that it takes over this history: `deck/id` of an entry (its
/// cards by their parts) or of one card.
fn replaced(known: &Known, card: &Card) -> bool {
    let part = |id: &CardId| id.as_str().split_once('#').map(|(_, part)| part.to_owned());
    card.replaces.iter().any(|name| {
        name == known.id.as_str() || (name == known.id.entry() && part(&known.id) == part(&card.id))
    })
}

fn same(known: &Known, card: &Card) -> bool {
    known.fingerprint.question == card.fingerprint.question
        && known.fingerprint.answer == card.fingerprint.answer
}

fn half_the_same(known: &Known, card: &Card) -> bool {
    known.fingerprint.question == card.fingerprint.question
        || known.fingerprint.answer == card.fingerprint.answer
}
