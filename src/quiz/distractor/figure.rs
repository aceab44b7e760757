//! Wrong figures: of the same unit, near in size, as precise as the right one.
//!
//! Those that the decks have come first; the rest are made. Where the right one
//! stands among them by size is chance, so that the middle is no better a guess
//! than the ends.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::pool::share_tag;
use super::{FEWEST, Guard, Pool, WANTED, authored};
use crate::deck::{Card, Task};
use crate::figure::{Figure, Number, Unit};
use crate::quiz::chance::Chance;
use crate::text::Localized;

/// Figures of the decks are near if neither is over so many times the other:
/// those of cards about the same, and others.
const NEAR: (u32, u32) = (10, 3);
/// Two choices are at least so many hundredths apart, or one would guess at
/// precision instead of size.
const APART: u32 = 8;
/// A made figure below the last one is so many hundredths of it.
const DOWN: (u64, u64) = (55, 82);
/// And one above it so many.
const UP: (u64, u64) = (122, 175);
/// Tries for each made figure.
const TRIES: u64 = 40;

/// Wrong choices for a card that asks for `right`.
pub(super) fn distractors(
    card: &Card,
    right: &Figure,
    pool: &Pool<'_>,
    chance: Chance,
) -> Option<Vec<Localized>> {
    let digits = Digits::of(right)?;
    let shown = |figure: &Figure| card.answer.map(|lang, _| figure.format(lang));
    if shown(right) != card.answer {
        // Written in a way of its own, it would be told by that.
        return None;
    }
    let guard = Guard::new(card);
    let mut chosen: Vec<Localized> = authored(card);
    chosen.truncate(WANTED);
    if chosen.len() == WANTED {
        return Some(chosen);
    }
    let mut figures: Vec<Figure> = chosen
        .iter()
        .filter_map(|text| Figure::parse(text.get(text.language())).ok())
        .collect();
    // How many of them are smaller is drawn first.
    let wanted = WANTED - chosen.len();
    let most = u64::try_from(wanted).unwrap_or(0) + 1;
    let mut smaller = usize::try_from(chance.below(most, "smaller")).unwrap_or(0);
    let (room_below, room_above) = digits.room();
    smaller = smaller
        .min(room_below)
        .max(wanted.saturating_sub(room_above));
    let known = known(card, right, pool, chance);
    for (side, count) in [
        (Ordering::Less, smaller.min(wanted)),
        (Ordering::Greater, wanted.saturating_sub(smaller)),
    ] {
        let mut left = count;
        let made = digits.made(right, side, chance);
        let known = known
            .iter()
            .filter(|figure| figure.number.value.abs().cmp(&right.number.value.abs()) == side);
        for figure in known.chain(&made) {
            if left == 0 {
                break;
            }
            let fair = is_apart(figure, right)
                && figures.iter().all(|other| is_apart(figure, other))
                && guard.is_wrong(&shown(figure));
            if fair {
                figures.push(figure.clone());
                chosen.push(shown(figure));
                left -= 1;
            }
        }
    }
    (chosen.len() >= FEWEST).then_some(chosen)
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
    known.sort_by_key(|(rank, lot, _)| (*rank, *lot));
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

/// The digits that a figure shows: `count` times ten to the `power`, or one in
/// `count` for a fraction.
struct Digits {
    count: BigInt,
    power: i32,
    fraction: bool,
    /// The value may not reach this, in the same units.
    below: Option<BigInt>,
}

impl Digits {
    /// `None` for what can't be varied: nothing, a range, a fraction that is
    /// not one in so many.
    fn of(figure: &Figure) -> Option<Digits> {
        let number = &figure.number;
        if number.upper.is_some() || number.value.is_zero() {
            return None;
        }
        let value = number.value.abs();
        if number.fraction {
            return value.numer().is_one().then(|| Digits {
                count: value.denom().clone(),
                power: 0,
                fraction: true,
                below: None,
            });
        }
        let mut power = number.last_digit;
        let mut count = (&value / ten_to(power)).round().to_integer();
        let ten = BigInt::from(10);
        while !count.is_zero() && (&count % &ten).is_zero() {
            count /= &ten;
            power += 1;
        }
        // A share stays one.
        let whole = BigRational::from_integer(BigInt::from(100));
        let share = figure.unit == Unit::Percent && value < whole;
        Some(Digits {
            below: share.then(|| (whole / ten_to(power)).to_integer()),
            count,
            power,
            fraction: false,
        })
    }

    /// Whether only one digit is shown; then the others have one too.
    fn is_single(&self) -> bool {
        self.count < BigInt::from(10)
    }

    /// How many wrong ones there is room for that are smaller, and larger.
    fn room(&self) -> (usize, usize) {
        let count = self.count.to_usize().unwrap_or(usize::MAX);
        if self.fraction {
            // One in more is less.
            let step = if self.is_round_fraction() { 5 } else { 1 };
            return (
                WANTED,
                (count / step).saturating_sub(if step == 1 { 2 } else { 1 }),
            );
        }
        if self.is_single() {
            return (count.saturating_sub(1), 9_usize.saturating_sub(count));
        }
        let mut above = WANTED;
        if let Some(below) = &self.below {
            // As far as the longest steps go.
            let mut reached = &self.count * UP.1 / 100_u32;
            above = 0;
            while reached < *below && above < WANTED {
                above += 1;
                reached = reached * UP.1 / 100_u32;
            }
        }
        (WANTED, above)
    }

    /// The figure with these digits instead.
    fn with(&self, right: &Figure, count: &BigInt) -> Figure {
        let value = if self.fraction {
            BigRational::new(BigInt::one(), count.clone())
        } else {
            ten_to(self.power) * count
        };
        let negative = right.number.value.is_negative();
        Figure {
            number: Number {
                value: if negative { -value } else { value },
                ..right.number.clone()
            },
            unit: right.unit.clone(),
        }
    }

    /// `other` as it would stand beside `right`, if it could: of its unit,
    /// no more and no less precise.
    fn like(&self, right: &Figure, other: &Figure) -> Option<Figure> {
        let digits = Digits::of(other)?;
        let same = other.unit == right.unit
            && digits.fraction == self.fraction
            && other.number.value.is_negative() == right.number.value.is_negative();
        let precise = digits.fraction
            || (digits.power - self.power).abs() <= 1
                && digits.power >= right.number.last_digit
                && (digits.is_single() == self.is_single());
        (same && precise).then(|| Figure {
            number: Number {
                value: other.number.value.clone(),
                ..right.number.clone()
            },
            unit: right.unit.clone(),
        })
    }

    /// Figures made up on one side of the right one, each beyond the last, and
    /// then, should some of those not do, others between them.
    fn made(&self, right: &Figure, side: Ordering, chance: Chance) -> Vec<Figure> {
        // One in fewer is more.
        let up = (side == Ordering::Greater) != self.fraction;
        let (from, to) = if up { UP } else { DOWN };
        let mut counts: Vec<BigInt> = Vec::new();
        if self.is_single() && !self.fraction {
            let mut singles: Vec<BigInt> = (1..10).map(BigInt::from).collect();
            singles.retain(|single| (*single > self.count) == up && *single != self.count);
            // Nearer ones first, not always the nearest.
            singles.sort_by_key(|single| {
                let steps = (single - &self.count).abs().to_u64().unwrap_or(0);
                steps + chance.below(3, &format!("step {single}"))
            });
            counts = singles;
        } else {
            let mut last = self.count.clone();
            for attempt in 0..TRIES {
                let hundredths = from + chance.below(to - from + 1, &format!("{side:?} {attempt}"));
                let mut next = (&last * hundredths + BigInt::from(50)) / BigInt::from(100);
                let digit = chance.below(9, &format!("digit {side:?} {attempt}")) + 1;
                if self.is_round_fraction() {
                    next = (&next + BigInt::from(2)) / BigInt::from(5) * BigInt::from(5);
                } else if next >= BigInt::from(20) && (&next % BigInt::from(10)).is_zero() {
                    // A zero at the end would be less precise.
                    next += digit;
                }
                let least = BigInt::from(if self.fraction { 2 } else { 1 });
                let within = self.below.as_ref().is_none_or(|below| next < *below);
                let moved = if up { next > last } else { next < last };
                let round = !self.fraction && (&next % BigInt::from(10)).is_zero();
                if next >= least && within && moved && !round {
                    last = next.clone();
                    counts.push(next);
                } else {
                    last = self.count.clone();
                }
            }
        }
        counts.iter().map(|count| self.with(right, count)).collect()
    }

    /// Whether it is one in 10, 15, 20: then 1 in 17 would not be said.
    fn is_round_fraction(&self) -> bool {
        self.fraction && self.count > BigInt::from(5) && (&self.count % BigInt::from(5)).is_zero()
    }
}

fn ten_to(power: i32) -> BigRational {
    BigRational::from_integer(BigInt::from(10)).pow(power)
}
