//! Parts and what they are per cent: one in five and 20 % are one share.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::slip;
use crate::figure::{Figure, Number, Unit};

/// Whether one of two figures is a part and the other the same per cent: one in
/// five and 20 %, a third and 33 %.
pub(super) fn are_same(one: &Figure, other: &Figure) -> bool {
    let (exact, share) = match (&one.unit, &other.unit) {
        (Unit::Percent, _) => (hundredths(other), one),
        (_, Unit::Percent) => (hundredths(one), other),
        _ => return false,
    };
    let (Some(exact), share) = (exact, &share.number) else {
        return false;
    };
    let rounded = || {
        let digits = share.significant_digits().is_some_and(|digits| digits > 1);
        digits && !ends(&exact) && share.is_rounding_of(&Number::new(exact.clone(), 0))
    };
    share.upper.is_none() && (share.value == exact || rounded())
}

/// The digits of what a part is per cent, if it is a whole number of them.
pub(super) fn percent(part: &Figure) -> Option<String> {
    let share = hundredths(part).filter(BigRational::is_integer)?;
    Some(slip::digits(&Figure {
        number: Number::new(share, 0),
        unit: Unit::Percent,
    }))
}

/// What a part is per cent.
fn hundredths(part: &Figure) -> Option<BigRational> {
    let counted = match &part.unit {
        Unit::None | Unit::Other(_) => !part.unit.is_rate(),
        Unit::Count(_) => !part.unit.lasts(),
        _ => false,
    };
    let number = &part.number;
    (number.fraction && number.upper.is_none() && counted)
        .then(|| &number.value * BigInt::from(100))
}

/// Whether the digits of a number end, so that it is written without rounding:
/// an eighth is 12.5 %.
fn ends(value: &BigRational) -> bool {
    let mut under = value.denom().clone();
    for factor in [2, 5].map(BigInt::from) {
        while (&under % &factor).is_zero() {
            under /= &factor;
        }
    }
    under.is_one()
}
