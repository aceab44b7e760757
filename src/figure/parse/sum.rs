//! A number as it adds up: `3만` + `8210`, `5` × `천` + … × `만`.
//!
//! Korean counts in myriads with 십, 백, 천 inside each, English in thousands
//! with a hundred inside each: the same sum, so that both may be mixed with
//! digits and each other.

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::numeral::Numeral;
use crate::figure::number::power_of_ten;

/// A number that is being put together.
#[derive(Debug, Default)]
pub(super) struct Sum {
    total: BigRational,
    /// Below the last big scale, what small ones have added up.
    section: Option<BigRational>,
    /// A number that no scale has followed yet.
    pub current: Option<(BigRational, i32)>,
    smallest_big: Option<i32>,
    smallest_small: Option<i32>,
    /// The power of ten of the last digit so far.
    last_digit: i32,
    /// Whether digits, words or English words were among it.
    pub digits: bool,
    pub words: bool,
    /// Whether it is a native Korean numeral, which no large scale follows.
    pub native: bool,
    pub english: bool,
    /// Components so far, and the only mantissa.
    components: usize,
    mantissa: Option<BigRational>,
}

impl Sum {
    pub fn is_empty(&self) -> bool {
        self.components == 0
    }

    /// The power of ten that whatever follows must stay below.
    fn bound(&self) -> Option<i32> {
        self.smallest_small.or(self.smallest_big)
    }

    pub fn number(&mut self, value: BigRational, last_digit: i32) -> bool {
        if self.current.is_some() || self.bound().is_some_and(|b| value >= power_of_ten(b)) {
            return false;
        }
        if self.components == 0 {
            self.mantissa = Some(value.clone());
        }
        self.components += 1;
        self.current = Some((value, last_digit));
        true
    }

    /// Adds what stands behind the point to the number that is being read:
    /// `fraction`, with `digits` digits.
    pub fn decimals(&mut self, fraction: BigRational, digits: i32) -> bool {
        let Some((value, last_digit)) = &mut self.current else {
            return false;
        };
        if *last_digit != 0 {
            return false;
        }
        *value += fraction;
        *last_digit = -digits;
        if self.components == 1 {
            self.mantissa = Some(value.clone());
        }
        true
    }

    pub fn times(&mut self, factor: u32) -> bool {
        if let Some((value, _)) = &mut self.current {
            *value *= BigRational::from_integer(factor.into());
        }
        true
    }

    pub fn small(&mut self, power: i32) -> bool {
        if self
            .smallest_small
            .is_some_and(|smallest| power >= smallest)
        {
            return false;
        }
        let (number, last_digit) = self.current.take().unwrap_or((BigRational::one(), 0));
        let value = number * power_of_ten(power);
        if let Some(bound) = self.smallest_big
            && value >= power_of_ten(bound)
        {
            return false;
        }
        self.section = Some(self.section.take().unwrap_or_default() + value);
        self.smallest_small = Some(power);
        self.last_digit = last_digit + power;
        self.components += 1;
        true
    }

    pub fn big(&mut self, power: i32) -> bool {
        if self.smallest_big.is_some_and(|smallest| power >= smallest) {
            return false;
        }
        let section = self.section.take();
        let (number, last_digit) = match (self.current.take(), &section) {
            (Some(current), _) => current,
            (None, Some(_)) => (BigRational::zero(), self.last_digit),
            // 만 alone is one of it, but not in the middle of a number.
            (None, None) if self.components > 0 => return false,
            (None, None) => (BigRational::one(), 0),
        };
        let value = (section.unwrap_or_default() + number) * power_of_ten(power);
        if let Some(bound) = self.smallest_big
            && value >= power_of_ten(bound)
        {
            return false;
        }
        self.total += value;
        self.smallest_big = Some(power);
        self.smallest_small = None;
        self.last_digit = last_digit + power;
        self.components += 1;
        true
    }

    pub fn finish(mut self) -> Option<Numeral> {
        if self.components == 0 {
            return None;
        }
        let single = self.components == 2 && self.mantissa.is_some() && self.current.is_none();
        let scale = single
            .then(|| self.smallest_big.or(self.smallest_small))
            .flatten();
        if let Some((value, last_digit)) = self.current.take() {
            self.total += value;
            self.last_digit = last_digit;
        }
        let value = self.total + self.section.unwrap_or_default();
        Some(Numeral {
            mantissa: self.mantissa.unwrap_or_else(|| value.clone()),
            value,
            last_digit: self.last_digit,
            fraction: false,
            scale,
            by_korean_words: !self.digits && !self.english,
        })
    }
}
