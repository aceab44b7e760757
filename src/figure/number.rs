//! Exact numbers that remember how precisely they were written.

use num_rational::BigRational;

/// An exact number, or a range of two.
#[derive(Debug, Clone, PartialEq, Eq)]
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
