//! Rates: so much of one thing per so many of another.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::One;

use super::compound;
use super::lookup::lookup;
use super::{Unit, UnitMatch};

/// A unit with a slash: so much of one thing per so many of another.
#[derive(Debug, PartialEq)]
pub(in crate::figure) struct Rate {
    /// What stands above the slash.
    pub over: Unit,
    /// How many of what stands below: a million, in `USD/1000000 tokens`.
    pub count: BigInt,
    /// What stands below.
    pub under: Unit,
}

impl Rate {
    /// The rate that a unit of [`Unit::Other`] is, if it is one.
    pub(in crate::figure) fn of(word: &str) -> Option<Rate> {
        let unit = |word: &str| lookup(word).unwrap_or_else(|| Unit::Other(word.to_owned()));
        let (over, under) = word.split_once('/')?;
        // A letter is a time behind a slash alone: km/h, m/s.
        let under = match under {
            "h" => "hours",
            "s" => "seconds",
            under => under,
        };
        let counted = under.split_once(' ').and_then(|(count, under)| {
            let digits = count.bytes().all(|byte| byte.is_ascii_digit());
            Some((digits.then(|| count.parse().ok())??, under))
        });
        let (count, under) = counted.unwrap_or((BigInt::one(), under));
        (!under.contains('/')).then(|| Rate {
            over: unit(over),
            count,
            under: unit(under),
        })
    }

    /// How many of `other` one of this is, where both measure the same.
    pub(super) fn in_terms_of(&self, other: &Rate) -> Option<BigRational> {
        let factor = |mine: &Unit, theirs: &Unit| match mine.compare(theirs) {
            UnitMatch::Same => Some(BigRational::one()),
            _ => mine.in_terms_of(theirs),
        };
        if compound::are_apart(&self.under, &other.under) {
            return None;
        }
        let over = factor(&self.over, &other.over)?;
        let loosely = || {
            let (mine, theirs) = compound::alike(&self.under, &other.under)?;
            factor(&mine, &theirs)
        };
        let under = factor(&self.under, &other.under).or_else(loosely)?;
        Some(over / under * BigRational::new(other.count.clone(), self.count.clone()))
    }
}

/// Whether `unit` is what stands above the slash of `rate`.
pub(super) fn is_upper_half(unit: &Unit, rate: &str) -> bool {
    Rate::of(rate).is_some_and(|rate| unit.compare(&rate.over) == UnitMatch::Same)
}

/// Whether two units with a slash are the same above it and below.
pub(super) fn same_rate(mine: &str, theirs: &str) -> bool {
    match (Rate::of(mine), Rate::of(theirs)) {
        (Some(mine), Some(theirs)) => mine.in_terms_of(&theirs).is_some_and(|f| f.is_one()),
        _ => false,
    }
}
