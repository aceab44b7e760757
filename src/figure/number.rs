//! Exact numbers that remember how precisely they were written.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Pow, Signed, ToPrimitive, Zero};

/// An exact number, or a range of two.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Number {
    /// The value; the lower end of a range.
    pub value: BigRational,
    /// The upper end, if it is a range (`10~15`).
    pub upper: Option<BigRational>,
    /// The power of ten of the last digit that was written: -1 for `9.4`,
    /// -2 for `9.40`, 3 for `38K`, 0 for `38,210` and for fractions.
    pub last_digit: i32,
    /// Whether it was written as a fraction (`1/18`).
    pub fraction: bool,
}

impl Number {
    /// An exact value of which digits down to `last_digit` are shown.
    pub fn new(value: BigRational, last_digit: i32) -> Self {
        Number {
            value,
            upper: None,
            last_digit,
            fraction: false,
        }
    }

    /// Whether the two are the same value (or range), however written.
    pub fn equals(&self, other: &Number) -> bool {
        self.value == other.value && self.upper == other.upper
    }

    /// Whether this answer is `given` at the precision with which that was
    /// given: 9.4, 9.40 and 9.43 are 9.4; 9 and 9.5 are not. A fraction is
    /// exact; a single digit is held to two (5만 is not 5만 4천).
    pub fn rounds_to(&self, given: &Number) -> bool {
        if self.equals(given) {
            return true;
        }
        if given.fraction {
            return false;
        }
        let last_digit = given.last_digit.min(magnitude(given.largest()) - 1);
        self.ends(given, |mine, theirs| {
            round(mine, last_digit) == round(theirs, last_digit)
        })
    }

    /// Whether this answer is what `given` becomes when it is rounded to the
    /// precision of this answer: 38K for 38,210, 9 for 9.4.
    pub fn is_rounding_of(&self, given: &Number) -> bool {
        !self.fraction
            && self.ends(given, |mine, theirs| {
                *mine == round(theirs, self.last_digit)
            })
    }

    /// Whether this answer is `given` with the very digits that are shown of it:
    /// 6.1 for 6.0883 of which 6.1 is shown.
    pub fn is_shown_of(&self, given: &Number) -> bool {
        self.ends(given, |mine, theirs| {
            *mine == round(theirs, given.last_digit)
        })
    }

    /// By which power of ten this answer misses `given`, if by nothing else:
    /// 1 for 38만 2100 against 38,210, -4 for 80만 against 80억.
    pub fn power_of_ten_off(&self, given: &Number) -> Option<i32> {
        if self.value.is_zero() || given.value.is_zero() {
            return None;
        }
        let near = magnitude(&self.value) - magnitude(&given.value);
        (near - 1..=near + 1).find(|&power| {
            power != 0 && {
                let shifted = self.shifted(-power);
                shifted.rounds_to(given)
                    || (shifted.is_rounding_of(given)
                        && shifted.is_within(given, &BigRational::new(1.into(), 20.into())))
            }
        })
    }

    /// How far this answer is from `given`, as a share of it (0.05 for 5 %);
    /// the further end of a range. Nothing is a share of zero.
    pub fn relative_distance(&self, given: &Number) -> Option<BigRational> {
        let share = |mine: &BigRational, theirs: &BigRational| {
            if mine == theirs {
                Some(BigRational::zero())
            } else if theirs.is_zero() {
                None
            } else {
                Some(((mine - theirs) / theirs).abs())
            }
        };
        let lower = share(&self.value, &given.value)?;
        let upper = share(self.largest(), given.largest())?;
        Some(lower.max(upper))
    }

    /// Whether [`Number::relative_distance`] is at most `share`.
    pub fn is_within(&self, given: &Number, share: &BigRational) -> bool {
        self.relative_distance(given)
            .is_some_and(|distance| distance <= *share)
    }

    /// How many times `other` goes into this; lower ends of ranges.
    pub fn ratio(&self, other: &Number) -> Option<BigRational> {
        (!other.value.is_zero()).then(|| &self.value / &other.value)
    }

    /// Digits that were written, leading zeros aside: 2 for `9.4`, 5 for
    /// `38,210`. `None` for a fraction, which is exact.
    pub fn significant_digits(&self) -> Option<u32> {
        let digits = magnitude(&self.value) - self.last_digit + 1;
        (!self.fraction).then(|| u32::try_from(digits.max(1)).unwrap_or(1))
    }

    /// Nearly the value: for lengths of bars.
    pub fn to_f64(&self) -> f64 {
        self.value.to_f64().unwrap_or(0.0)
    }

    /// The upper end of a range, or the value.
    pub fn largest(&self) -> &BigRational {
        self.upper.as_ref().unwrap_or(&self.value)
    }

    /// The same digits times ten to the `power`.
    pub fn shifted(&self, power: i32) -> Number {
        let factor = power_of_ten(power);
        Number {
            value: &self.value * &factor,
            upper: self.upper.as_ref().map(|upper| upper * &factor),
            last_digit: self.last_digit.saturating_add(power),
            fraction: self.fraction,
        }
    }

    /// Whether `same` holds between the ends of two ranges, or two values.
    pub fn ends(&self, given: &Number, same: impl Fn(&BigRational, &BigRational) -> bool) -> bool {
        let upper = match (&self.upper, &given.upper) {
            (None, None) => true,
            (Some(mine), Some(theirs)) => same(mine, theirs),
            _ => false,
        };
        upper && same(&self.value, &given.value)
    }
}

/// Ten to the `power`.
pub fn power_of_ten(power: i32) -> BigRational {
    let size = BigInt::from(10).pow(power.unsigned_abs());
    if power < 0 {
        // Nothing to reduce, which takes time.
        BigRational::new_raw(BigInt::one(), size)
    } else {
        BigRational::from_integer(size)
    }
}

/// The power of ten of the first digit: 4 for 38,210, -2 for 0.05; 0 for zero.
pub(super) fn magnitude(value: &BigRational) -> i32 {
    if value.is_zero() {
        return 0;
    }
    let digits = |n: &BigInt| i32::try_from(n.magnitude().to_string().len()).unwrap_or(i32::MAX);
    let near = digits(value.numer()) - digits(value.denom());
    if value.abs() < power_of_ten(near) {
        near - 1
    } else {
        near
    }
}

/// `value` rounded to a multiple of ten to the `last_digit`, halves away from zero.
pub(super) fn round(value: &BigRational, last_digit: i32) -> BigRational {
    if last_digit <= 0 && value.is_integer() {
        return value.clone();
    }
    let unit = power_of_ten(last_digit);
    (value / &unit).round() * unit
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::*;
    use crate::figure::Figure;

    fn number(text: &str) -> Number {
        Figure::parse(text).expect(text).number
    }

    #[test]
    fn at_the_precision_given() {
        for (mine, given, expected) in [
            ("9.4", "9.4", true),
            ("9.40", "9.4", true),
            ("9.43", "9.4", true),
            ("9", "9.4", false),
            ("9.5", "9.4", false),
            ("9.4", "9.40", true),
            ("9.43", "9.40", false),
            ("38K", "38,210", false),
            ("3만 8210", "38,210", true),
            ("54,000", "5만", false),
            ("50,000", "5만", true),
            ("1/18", "1/18", true),
            ("2/36", "1/18", true),
            ("0.056", "1/18", false),
            ("0.5", "1/2", true),
            ("10~15", "10-15", true),
            ("10~16", "10-15", false),
            ("10", "10-15", false),
            ("-5", "5", false),
            ("0", "0", true),
        ] {
            assert_eq!(
                number(mine).rounds_to(&number(given)),
                expected,
                "{mine} is {given}"
            );
        }
    }

    #[test]
    fn rounded_from_what_is_given() {
        for (mine, given, expected) in [
            ("38K", "38,210", true),
            ("9", "9.4", true),
            ("3", "2.7", true),
            ("10,000", "6,276", false),
            ("6천", "6,276", true),
            ("39K", "38,210", false),
            ("0.056", "1/18", true),
        ] {
            assert_eq!(
                number(mine).is_rounding_of(&number(given)),
                expected,
                "{mine} from {given}"
            );
        }
    }

    #[test]
    fn off_by_a_power_of_ten() {
        for (mine, given, expected) in [
            ("80만", "80억", Some(-4)),
            ("38만 2100", "38,210", Some(1)),
            ("$55.76M", "$5.576M", Some(1)),
            ("5.576B", "5.576M", Some(3)),
            ("0.94", "9.4", Some(-1)),
            ("56M", "5.576M", Some(1)),
            ("9.4", "9.4", None),
            ("95", "9.4", None),
            ("99", "9.95", None),
            ("0", "9.4", None),
            ("9.4", "0", None),
        ] {
            assert_eq!(
                number(mine).power_of_ten_off(&number(given)),
                expected,
                "{mine} against {given}"
            );
        }
    }

    #[test]
    fn digits_written() {
        for (text, expected) in [
            ("9.4", Some(2)),
            ("9.40", Some(3)),
            ("38,210", Some(5)),
            ("38K", Some(2)),
            ("0.05", Some(1)),
            ("0", Some(1)),
            ("1/18", None),
        ] {
            assert_eq!(number(text).significant_digits(), expected, "{text}");
        }
        assert!((number("1/4").to_f64() - 0.25).abs() < 1e-12);
        assert!(number("1e60").to_f64() > 1e59);
    }
}
