//! Wrong figures: of the same unit, near in size, as precise as the right one.
//!
//! Those that the decks have come first; the rest are made. Where the right one
//! stands among them by size is chance, so that the middle is no better a guess
//! than the ends.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::Signed;

use super::digits::Digits;
use super::pool::share_tag;
use super::{FEWEST, Guard, Pool, WANTED, authored, said_alike};
use crate::deck::{Card, Task};
use crate::figure::{Figure, Unit};
use crate::order::Order as _;
use crate::quiz::chance::Chance;
use crate::text::Localized;

/// Figures of the decks are near if neither is over so many times the other:
/// those of cards about the same, and others.
const NEAR: (u32, u32) = (10, 3);
/// Two choices are at least so many hundredths apart, or one would guess at
/// precision instead of size.
const APART: u32 = 8;

/// Wrong choices for a card that asks for `right`.
pub(super) fn distractors(
    card: &Card,
    right: &Figure,
    pool: &Pool<'_>,
    chance: Chance,
) -> Option<Vec<Localized>> {
    let digits = Digits::of(right)?;
    if shown(card, right) != card.answer {
        // Written in a way of its own, it would be told by that.
        return None;
    }
    let guard = Guard::new(card);
    let mut chosen = authored(card);
    chosen.truncate(WANTED);
    if chosen.len() == WANTED {
        return Some(chosen);
    }
    let mut figures: Vec<Figure> = chosen.iter().filter_map(|text| read(text, right)).collect();
    // How many of them are smaller is drawn first.
    let wanted = WANTED - chosen.len();
    let most = u64::try_from(wanted).unwrap_or(0) + 1;
    let smaller = usize::try_from(chance.below(most, "smaller")).unwrap_or(0);
    let known = known(card, right, pool, chance);
    // What one side has no room for, the other has.
    let mut owed = 0;
    for (side, count) in [
        (Ordering::Less, smaller),
        (Ordering::Greater, wanted - smaller),
        (Ordering::Less, 0),
    ] {
        owed += count;
        let made = digits.varied(right, side, chance);
        let is_on_side = |figure: &&Figure| {
            let (one, right) = (figure.number.value.abs(), right.number.value.abs());
            one.cmp(&right) == side
        };
        for figure in known.iter().chain(&made).filter(is_on_side) {
            if owed == 0 {
                break;
            }
            let fair = is_apart(figure, right)
                && figures.iter().all(|other| is_apart(figure, other))
                && guard.is_wrong(&shown(card, figure));
            if fair {
                figures.push(figure.clone());
                chosen.push(shown(card, figure));
                owed -= 1;
            }
        }
    }
    (chosen.len() >= FEWEST).then_some(chosen)
}

/// A figure as the answer of `card` is said.
pub(super) fn shown(card: &Card, figure: &Figure) -> Localized {
    card.answer.map(|lang, _| figure.format(lang))
}

/// The figure that a wrong choice of the author is; one without a unit has that
/// of the `right` one.
pub(super) fn read(text: &Localized, right: &Figure) -> Option<Figure> {
    let same = |one: &Figure, other: &Figure| one.canonical() == other.canonical();
    let mut figure = said_alike(text, |text| Figure::parse(text).ok(), same)?;
    if figure.unit == Unit::None {
        figure.unit = right.unit.clone();
    }
    Some(figure)
}

/// Figures of the decks that could be taken for the right one: its neighbours
/// in the card's chart, then those that other cards ask for, those that share a
/// tag first.
fn known(card: &Card, right: &Figure, pool: &Pool<'_>, chance: Chance) -> Vec<Figure> {
    let Some(digits) = Digits::of(right) else {
        return Vec::new();
    };
    let bars = card.chart.iter().map(|bar| (0, NEAR.0, &bar.figure));
    let asked = pool.others(card).filter_map(|other| match &other.task {
        Task::Number { figure, .. } if share_tag(card, other) => Some((1, NEAR.0, figure)),
        Task::Number { figure, .. } => Some((2, NEAR.1, figure)),
        _ => None,
    });
    let mut known: Vec<(u8, u64, Figure)> = bars
        .chain(asked)
        .filter(|(_, times, figure)| is_near(right, figure, *times))
        .filter_map(|(rank, _, figure)| Some((rank, digits.like(right, figure)?)))
        .map(|(rank, figure)| (rank, chance.lot("figure", &figure.canonical()), figure))
        .collect();
    known.order_by_key(|(rank, lot, _)| (*rank, *lot));
    known.into_iter().map(|(_, _, figure)| figure).collect()
}

/// Whether neither of two figures is over so many `times` the other.
fn is_near(one: &Figure, other: &Figure, times: u32) -> bool {
    let times = BigInt::from(times);
    let (one, other) = (one.number.value.abs(), other.number.value.abs());
    one <= &other * &times && other <= one * times
}

/// Whether two figures are so far apart that both can stand among the choices.
fn is_apart(one: &Figure, other: &Figure) -> bool {
    let (one, other) = (one.number.value.abs(), other.number.value.abs());
    let (low, high) = if one < other {
        (one, other)
    } else {
        (other, one)
    };
    (&high - &low) * BigInt::from(100) >= high * BigInt::from(APART)
}
