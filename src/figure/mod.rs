//! Figures: values with units, as news and learners write them, in English
//! and Korean; dates, whole or in part; and formulas over figures.

mod canonical;
mod cents;
mod date;
mod format;
mod formula;
mod number;
mod parse;
mod told;
mod unit;

pub use cents::are_bare_cents;
pub use date::{Date, DateError, MONTHS, Period};
pub use formula::{Formula, FormulaError};
pub use number::{Number, power_of_ten};
pub(crate) use parse::leading_number;
pub use parse::{
    FigureError, is_upper_bound, native_number, noun_behind_counter, numeral_meant, small_number,
    without_often,
};
pub use unit::{Counter, Currency, Unit, UnitMatch, nouns_alike};

/// A value with a unit: `38,210 applications`, `5.576M USD`, `9.4%`, `1/18`.
///
/// The value is exact (a ratio of integers), and remembers the precision it
/// was written with, so that an answer can be held against what was given.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Figure {
    /// How many.
    pub number: Number,
    /// Of what.
    pub unit: Unit,
}

#[cfg(test)]
mod tests;
