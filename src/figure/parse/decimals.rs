//! What is said behind a point, digit by digit: 구점사, nine point oh-four.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::reader::Reader;
use super::sum::Sum;
use crate::figure::number::power_of_ten;

/// Most decimals that are read in words.
const DECIMALS: usize = 40;

impl Reader<'_> {
    /// Adds the decimals here to `sum`, in digits and then in words, of which
    /// `said` reads a digit and its length in bytes. If there are none the reader
    /// goes back to `start`, where the point is.
    pub(super) fn decimals(
        &mut self,
        sum: &mut Sum,
        start: usize,
        said: impl Fn(&Reader<'_>) -> Option<(u32, usize)>,
    ) -> bool {
        let mut digits = self.digit_run().to_owned();
        self.skip(digits.len());
        while digits.len() < DECIMALS {
            let here = self.position();
            self.skip_spaces();
            let found = said(self).and_then(|(digit, bytes)| {
                let digit = char::from_digit(digit, 10)?;
                Some((digit, bytes))
            });
            let Some((digit, bytes)) = found else {
                self.go_to(here);
                break;
            };
            self.skip(bytes);
            digits.push(digit);
        }
        let read = value(&digits).is_some_and(|(value, shown)| sum.decimals(value, shown));
        if !read {
            self.go_to(start);
        }
        read
    }
}

/// Digits behind a point: their value and how many there are.
fn value(digits: &str) -> Option<(BigRational, i32)> {
    let shown = i32::try_from(digits.len()).ok()?;
    let value: BigInt = digits.parse().ok()?;
    Some((
        BigRational::from_integer(value) * power_of_ten(-shown),
        shown,
    ))
}
