//! Others who might have said so.

use std::collections::HashSet;

use super::column::folded;
use super::text::{self, Candidate, overlaps};
use super::{Pool, is_same};
use crate::deck::Card;
use crate::order::Order as _;
use crate::quiz::chance::Chance;
use crate::text::{Localized, fold};

/// Wrong choices for who says what `card` holds: those who stand beside the
/// right one elsewhere in the decks, as companies or people do, others who are
/// quoted, and publishers. Not whoever
/// publishes this card's source or is named in `statement`: they may have said
/// so too.
pub(in crate::quiz) fn speakers(
    card: &Card,
    by: &Localized,
    statement: &Localized,
    pool: &Pool<'_>,
    chance: Chance,
) -> Option<Vec<Localized>> {
    let of_others = |rank, name: fn(&Card) -> Option<&Localized>| {
        pool.others(card).filter_map(move |other| {
            Some(Candidate {
                rank,
                text: name(other)?.clone(),
                answers: None,
            })
        })
    };
    let mut known: HashSet<String> = HashSet::new();
    let candidates = text::beside(by, card, pool)
        .chain(of_others(2, |other| other.dateline.by.as_ref()))
        .chain(of_others(3, |other| other.dateline.publisher.as_ref()))
        .filter(|Candidate { text, .. }| known.insert(text.get(text.language()).clone()))
        .collect();
    let own = card.dateline.publisher.as_ref();
    let said = folded(statement);
    let fair = |Candidate { text: name, .. }: &Candidate| {
        let is_named = |name: &String| {
            let name = fold(name);
            said.iter().any(|text| text.contains(&name))
        };
        !overlaps(by, name)
            && !own.is_some_and(|publisher| is_same(publisher, name))
            && !names_of(name).iter().any(is_named)
    };
    text::chosen(by, candidates, fair, chance)
}

/// What someone goes by, in every language: the whole name, and the parts
/// before and in brackets; the longest first.
pub(in crate::quiz) fn names_of(name: &Localized) -> Vec<String> {
    let mut names: Vec<String> = name
        .iter()
        .flat_map(|(_, name)| {
            let parts = name.split(['(', ')', '（', '）']).map(str::trim);
            std::iter::once(name.trim()).chain(parts).map(str::to_owned)
        })
        .filter(|name| name.chars().count() > 1)
        .collect();
    names.order_by_key(|name| std::cmp::Reverse(name.chars().count()));
    names.dedup();
    names
}
