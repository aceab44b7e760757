//! The digits of a figure, and others in their place.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::figure::{Figure, Number, Unit, power_of_ten};
use crate::order::Order as _;
use crate::quiz::chance::Chance;
use crate::text::Lang;

/// A made figure below the last one is so many hundredths of it.
const DOWN: (u64, u64) = (55, 82);
/// And one above it so many.
const UP: (u64, u64) = (122, 175);
/// Tries to make figures on one side.
const TRIES: u64 = 40;

/// The digits that a figure shows: `count` times ten to the `power`, or one in
/// `count` for a fraction.
pub(super) struct Digits {
    count: BigInt,
    power: i32,
    fraction: bool,
    /// The value may not reach this, in the same units.
    below: Option<BigInt>,
}

impl Digits {
    /// `None` for what can't be varied: nothing, a range, a fraction that is
    /// not one in so many.
    pub fn of(figure: &Figure) -> Option<Digits> {
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
        let mut count = (&value / power_of_ten(power)).round().to_integer();
        let ten = BigInt::from(10);
        while !count.is_zero() && (&count % &ten).is_zero() {
            count /= &ten;
            power += 1;
        }
        // A share stays one.
        let whole = BigRational::from_integer(BigInt::from(100));
        let share = figure.unit == Unit::Percent && value < whole;
        Some(Digits {
            below: share.then(|| (whole / power_of_ten(power)).to_integer()),
            count,
            power,
            fraction: false,
        })
    }

    /// Whether only one digit is shown; then the others have one too.
    fn is_single(&self) -> bool {
        self.count < BigInt::from(10)
    }

    /// The figure with these digits instead.
    fn with(&self, right: &Figure, count: &BigInt) -> Figure {
        let value = if self.fraction {
            BigRational::new(BigInt::one(), count.clone())
        } else {
            power_of_ten(self.power) * count
        };
        let negative = right.number.value.is_negative();
        Figure {
            number: Number {
                value: if negative { -value } else { value },
                last_digit: right.number.last_digit.min(self.power),
                ..right.number.clone()
            },
            unit: right.unit.clone(),
        }
    }

    /// `other` as it would stand beside `right`, if it could: of its unit,
    /// no more and no less precise.
    pub fn like(&self, right: &Figure, other: &Figure) -> Option<Figure> {
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

    /// Figures made up on one side of the right one: each beyond the last, as far
    /// as they are written alike, and then again from the right one on; last
    /// those that are written otherwise (`₩900 billion` among trillions).
    pub fn varied(&self, right: &Figure, side: Ordering, chance: Chance) -> Vec<Figure> {
        // One in fewer is more.
        let up = (side == Ordering::Greater) != self.fraction;
        if self.is_single() && !self.fraction {
            return self.singles(up, chance, right);
        }
        let (mut alike, mut otherwise) = (Vec::new(), Vec::new());
        let mut last = self.count.clone();
        for attempt in 0..TRIES {
            let next = self.step(&last, up, chance.of(&format!("{up} {attempt}")));
            let moved = if up { next > last } else { next < last };
            last = self.count.clone();
            if moved && self.may_be(&next) {
                let figure = self.with(right, &next);
                if style(&figure) == style(right) {
                    last = next;
                    alike.push(figure);
                } else {
                    otherwise.push(figure);
                }
            }
        }
        alike.append(&mut otherwise);
        alike
    }

    /// The other single digits, nearer ones first, but not always the nearest; and
    /// beyond them those of the next power of ten, or one would know that 1 is
    /// always the least.
    fn singles(&self, up: bool, chance: Chance, right: &Figure) -> Vec<Figure> {
        let power = if up { self.power + 1 } else { self.power - 1 };
        let (here, beyond): (Vec<u64>, &[u64]) = match self.count.to_u64() {
            Some(count) if up => ((count + 1..10).collect(), &[1, 2, 3]),
            Some(count) => ((1..count).rev().collect(), &[9, 8, 7, 6, 5]),
            None => (Vec::new(), &[]),
        };
        // A whole number stays one, and of one digit.
        let room = if up {
            power > 1 || self.power < 0
        } else {
            power >= 0 || right.number.last_digit < 0
        };
        let beyond = beyond.iter().filter(|_| room);
        let here = here.iter().map(|single| (*single, self.power));
        let mut singles: Vec<(u64, Figure)> = here
            .chain(beyond.map(|single| (*single, power)))
            .zip(0..)
            .map(|((single, power), place)| {
                let lot = chance.below(3, &format!("single {single} {power}"));
                let count = BigInt::from(single);
                let digits = Digits {
                    count: count.clone(),
                    power,
                    fraction: false,
                    below: None,
                };
                (place + lot, digits.with(right, &count))
            })
            .filter(|(_, figure)| self.may_be_share(figure, right))
            .collect();
        singles.order_by_key(|(place, _)| *place);
        singles.into_iter().map(|(_, figure)| figure).collect()
    }

    /// Whether a figure is no more than the whole, where the right one is not.
    fn may_be_share(&self, figure: &Figure, right: &Figure) -> bool {
        let whole = BigRational::from_integer(BigInt::from(100));
        let share = right.unit == Unit::Percent && right.number.value.abs() <= whole;
        let below = self.below.is_some() && figure.number.value.abs() >= whole;
        !(share && figure.number.value.abs() > whole || below)
    }

    /// Digits some way beyond `last`.
    fn step(&self, last: &BigInt, up: bool, chance: Chance) -> BigInt {
        let (from, to) = if up { UP } else { DOWN };
        let hundredths = from + chance.below(to - from + 1, "hundredths");
        let next = (last * hundredths + BigInt::from(50)) / BigInt::from(100);
        if self.is_round_fraction() {
            (next + BigInt::from(2)) / BigInt::from(5) * BigInt::from(5)
        } else if !self.fraction && (&next % BigInt::from(10)).is_zero() {
            // A zero at the end would be less precise.
            next + BigInt::from(chance.below(9, "digit") + 1)
        } else {
            next
        }
    }

    /// Whether a figure may have these digits: one in two is the most that one
    /// in so many can be, and a share stays below the whole.
    fn may_be(&self, count: &BigInt) -> bool {
        let least = BigInt::from(if self.fraction { 2 } else { 1 });
        *count >= least && self.below.as_ref().is_none_or(|below| count < below)
    }

    /// Whether it is one in 10, 15, 20: then 1 in 17 would not be said.
    fn is_round_fraction(&self) -> bool {
        self.fraction && self.count > BigInt::from(5) && (&self.count % BigInt::from(5)).is_zero()
    }
}

/// How a figure is written, its digits aside: the scale, the decimals.
fn style(figure: &Figure) -> (String, usize) {
    let text = figure.format(Lang::En);
    let decimals = text.split_once('.').map_or(0, |(_, rest)| {
        rest.chars().take_while(char::is_ascii_digit).count()
    });
    let letters = text.chars().filter(|c| !c.is_ascii_digit() && *c != ',');
    (letters.collect(), decimals)
}
