//! How near a number is to the right one: equal to the precision that the card
//! gives, rounded from it, off by a power of ten, or another.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use crate::answer::{Reason, Verdict};
use crate::figure::{Number, power_of_ten};

/// Zeros at the end of a number beyond these are taken to be meant.
const MOST_ZEROS: i32 = 60;

/// The verdict on a number in the unit of the right one; what is `allowed` is how
/// far off is still right.
pub(super) fn judge(right: &Number, allowed: Option<&BigRational>, given: &Number) -> Verdict {
    let agrees = given.rounds_to(right);
    // More digits than the card gives are no worse for it, as long as they do
    // not lead elsewhere: 9.43 for 9.4, but not 19.5 for 20.
    let hundredth = BigRational::new(1.into(), 100.into());
    // And what the card shows is right, of however few digits that is.
    let is_shown = !right.fraction && given.is_shown_of(right);
    if is_shown || agrees && given.is_within(right, &hundredth) {
        return Verdict::correct(Reason::Exact);
    }
    if allowed.is_some_and(|allowed| right.ends(given, |one, two| (one - two).abs() <= *allowed)) {
        return Verdict::correct(Reason::WithinTolerance);
    }
    let given = coarsest(given);
    if agrees || is_rounded(right, &given) {
        return Verdict::close(Reason::Rounded);
    }
    if let Some(power_of_ten) = given.power_of_ten_off(right) {
        return Verdict {
            power_of_ten,
            ..Verdict::wrong(Reason::OffByPowerOfTen)
        };
    }
    match (&right.upper, &given.upper) {
        // One end of a range is part of it.
        (Some(upper), None) if given.value == right.value || given.value == *upper => {
            Verdict::wrong(Reason::Partial)
        }
        _ => Verdict::wrong(Reason::DifferentValue),
    }
}

/// Whether `given` is the right value with fewer digits, rounded or cut off
/// (people say 557만 for 557만 6천), and within 5 % of it.
fn is_rounded(right: &Number, given: &Number) -> bool {
    let twentieth = BigRational::new(BigInt::from(1), BigInt::from(20));
    if given.fraction || !given.is_within(right, &twentieth) {
        return false;
    }
    let unit = power_of_ten(given.last_digit);
    let cut_off =
        |right: &BigRational, given: &BigRational| (right / &unit).trunc() * &unit == *given;
    given.is_rounding_of(right) || right.ends(given, cut_off)
}

/// The same number with the zeros at its end taken for rounding: `38000` may
/// be `38K`.
pub(in crate::answer) fn coarsest(number: &Number) -> Number {
    let multiple = |power: i32| {
        let unit = power_of_ten(power);
        [Some(&number.value), number.upper.as_ref()]
            .into_iter()
            .flatten()
            .all(|value| (value / &unit).is_integer())
    };
    let mut last_digit = number.last_digit;
    if !number.fraction && !number.value.is_zero() {
        while last_digit < MOST_ZEROS && multiple(last_digit + 1) {
            last_digit += 1;
        }
    }
    Number {
        last_digit,
        ..number.clone()
    }
}
