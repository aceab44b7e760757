//! A number in digits: with its groups, its decimals and its exponent.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::reader::Reader;
use crate::figure::number::power_of_ten;

/// Largest exponent that is read (`1e60`).
const LARGEST_EXPONENT: i32 = 60;

impl Reader<'_> {
    /// Reads digits with their grouping, decimals and exponent: the value and
    /// the power of ten of the last digit.
    pub(super) fn digits(&mut self) -> Option<(BigRational, i32)> {
        let start = self.position();
        let read = self.read_digits();
        if read.is_none() {
            self.go_to(start);
        }
        read
    }

    fn read_digits(&mut self) -> Option<(BigRational, i32)> {
        let mut digits = self.digit_run().to_owned();
        self.skip(digits.len());
        if digits == "10" && self.eat_any(&["^"]) {
            let power = self.power()?;
            return Some((power_of_ten(power), power));
        }
        if (1..=3).contains(&digits.len()) {
            let separator = self.peek().filter(|c| matches!(c, ',' | ' ' | '\'' | '_'));
            while separator.is_some() && self.peek() == separator {
                self.skip(1);
                let group = self.digit_run().to_owned();
                if group.len() != 3 {
                    self.go_to(self.position() - 1);
                    break;
                }
                self.skip(3);
                digits.push_str(&group);
            }
        }
        let mut last_digit = 0;
        if self.peek() == Some('.') {
            self.skip(1);
            let decimals = self.digit_run().to_owned();
            if decimals.is_empty() {
                self.go_to(self.position() - 1);
            }
            self.skip(decimals.len());
            last_digit = -i32::try_from(decimals.len()).ok()?;
            digits.push_str(&decimals);
        }
        let whole: BigInt = digits.parse().ok()?;
        let exponent = self.exponent()?;
        last_digit += exponent;
        Some((
            BigRational::from_integer(whole) * power_of_ten(last_digit),
            last_digit,
        ))
    }

    /// The digits here.
    pub(super) fn digit_run(&self) -> &str {
        let rest = self.lower();
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    /// An exponent behind digits: `e6`, `×10^6`; 0 if there is none, nothing
    /// if it is too large.
    fn exponent(&mut self) -> Option<i32> {
        let start = self.position();
        if self.eat_any(&["e", "×10^", "x10^", "*10^", " × 10^", " x 10^", " * 10^"]) {
            let sign = self.rest().starts_with(['-', '+']);
            let digits = self.lower().get(usize::from(sign)..).unwrap_or_default();
            if digits.starts_with(|c: char| c.is_ascii_digit()) {
                return self.power();
            }
        }
        self.go_to(start);
        Some(0)
    }

    /// An exponent, if it is not too large to be meant.
    fn power(&mut self) -> Option<i32> {
        let negative = self.eat_any(&["-"]);
        if !negative {
            self.eat_any(&["+"]);
        }
        let digits = self.digit_run().to_owned();
        self.skip(digits.len());
        let size = digits.parse::<i32>().ok()?;
        let exponent = if negative { -size } else { size };
        (size <= LARGEST_EXPONENT).then_some(exponent)
    }
}
