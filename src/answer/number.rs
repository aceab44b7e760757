//! Figures: equal to the precision that the card gives, rounded from the right
//! value, off by a scale, or something else.
//!
//! All arithmetic is exact; a value is never turned into a float.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::{Outcome, Reason, Verdict};
use crate::figure::{Figure, Number, Unit, UnitMatch};

/// Zeros at the end of a number beyond these are taken to be meant.
const MOST_ZEROS: i32 = 60;

/// Judges a typed figure; `tolerance` in per cent is relative to the right
/// value, else it is in the unit of the card.
pub(super) fn judge(right: &Figure, tolerance: Option<&Figure>, typed: &str) -> Verdict {
    match Figure::parse(typed) {
        Ok(given) => hold(right, tolerance, &given),
        Err(_) => Verdict::wrong(Reason::NotAFigure),
    }
}

/// Holds the figure `given` against the `right` one.
pub(super) fn hold(right: &Figure, tolerance: Option<&Figure>, given: &Figure) -> Verdict {
    let allowed = tolerance.map(|tolerance| allowed(right, tolerance));
    let verdict = |given: &Number| value(&right.number, allowed.as_ref(), given);
    match (&right.unit, &given.unit) {
        (Unit::Multiple, Unit::Percent) => verdict(&scaled(&given.number, -2)),
        (Unit::Percent, Unit::Multiple) => verdict(&scaled(&given.number, 2)),
        (Unit::Percent, Unit::None) => {
            // `9.4`, the unit being in the question, or `0.094` as a share.
            let share = verdict(&scaled(&given.number, 2));
            let plain = verdict(&given.number);
            let below_one = given.number.value.abs() < BigRational::from_integer(1.into());
            if plain.outcome == Outcome::Wrong && below_one && share.outcome != Outcome::Wrong {
                share
            } else {
                missing_unit(plain)
            }
        }
        (Unit::None, Unit::Percent) => {
            // A share (`5.6%` for `1/18`), or else the question has the unit
            // and the card left it out.
            let share = verdict(&scaled(&given.number, -2));
            if share.outcome == Outcome::Wrong {
                verdict(&given.number)
            } else {
                share
            }
        }
        // A card without a unit can't say that one is wrong.
        (Unit::None, _) => verdict(&given.number),
        (right, given_unit) => match given_unit.compare(right) {
            UnitMatch::Same => verdict(&given.number),
            UnitMatch::Missing => missing_unit(verdict(&given.number)),
            UnitMatch::Wrong => Verdict::wrong(Reason::WrongUnit),
        },
    }
}

/// The verdict on a figure that is right but for its unit, which is left out.
fn missing_unit(mut verdict: Verdict) -> Verdict {
    if verdict.reason == Reason::Exact {
        verdict.reason = Reason::MissingUnit;
    }
    verdict
}

/// How far off is still right, in the unit of the card.
fn allowed(right: &Figure, tolerance: &Figure) -> BigRational {
    let by = tolerance.number.value.abs();
    match tolerance.unit {
        Unit::Percent => right.number.value.abs() * by / BigInt::from(100),
        _ => by,
    }
}

fn value(right: &Number, allowed: Option<&BigRational>, given: &Number) -> Verdict {
    if given.rounds_to(right) {
        return Verdict::correct(Reason::Exact);
    }
    if allowed.is_some_and(|allowed| ends(right, given, |one, two| (one - two).abs() <= *allowed)) {
        return Verdict::correct(Reason::WithinTolerance);
    }
    let given = coarsest(given);
    if is_rounded(right, &given) {
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
    let unit = ten_to(given.last_digit);
    let cut_off =
        |right: &BigRational, given: &BigRational| (right / &unit).trunc() * &unit == *given;
    given.is_rounding_of(right) || ends(right, given, cut_off)
}

/// Whether `holds` between the ends of two ranges, or two values.
fn ends(
    right: &Number,
    given: &Number,
    holds: impl Fn(&BigRational, &BigRational) -> bool,
) -> bool {
    let upper = match (&right.upper, &given.upper) {
        (None, None) => true,
        (Some(right), Some(given)) => holds(right, given),
        _ => false,
    };
    upper && holds(&right.value, &given.value)
}

/// The same number with the zeros at its end taken for rounding: `38000` may
/// be `38K`.
pub(super) fn coarsest(number: &Number) -> Number {
    let multiple = |power: i32| {
        let unit = ten_to(power);
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

fn scaled(number: &Number, power: i32) -> Number {
    let factor = ten_to(power);
    Number {
        value: &number.value * &factor,
        upper: number.upper.as_ref().map(|upper| upper * &factor),
        last_digit: number.last_digit.saturating_add(power),
        fraction: number.fraction,
    }
}

pub(super) fn ten_to(power: i32) -> BigRational {
    let ten = BigRational::from_integer(BigInt::from(10));
    ten.pow(power)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use super::*;

    /// right, tolerance, typed, outcome, reason, power of ten
    const CASES: &[(&str, &str, &str, Outcome, Reason, i32)] = {
        use Outcome::{Close, Correct, Wrong};
        use Reason::*;
        &[
            // Equal to the precision that the card gives.
            ("9.4%", "", "9.4%", Correct, Exact, 0),
            ("9.4%", "", "9.40%", Correct, Exact, 0),
            ("9.4%", "", "9.43%", Correct, Exact, 0),
            ("9.4%", "", "9.4", Correct, MissingUnit, 0),
            ("9.4%", "", "9%", Close, Rounded, 0),
            ("9.4%", "", "9", Close, Rounded, 0),
            ("9.4%", "", "9.5%", Wrong, DifferentValue, 0),
            ("9.4%", "", "9.3%", Wrong, DifferentValue, 0),
            ("9.4%", "", "9.6%", Wrong, DifferentValue, 0),
            ("9.4%", "", "-9.4%", Wrong, DifferentValue, 0),
            // As a share of one.
            ("9.4%", "", "0.094", Correct, Exact, 0),
            ("9.4%", "", "0.94", Wrong, OffByPowerOfTen, -1),
            ("9.4%", "", "0.09", Close, Rounded, 0),
            ("9.4%", "", "0.094%", Wrong, OffByPowerOfTen, -2),
            ("14.9%", "", "0.149", Correct, Exact, 0),
            ("70%", "2%", "0.7", Correct, Exact, 0),
            ("70%", "2%", "7/10", Correct, Exact, 0),
            ("70%", "2%", "7할", Correct, Exact, 0),
            ("70%", "2%", "3할", Wrong, DifferentValue, 0),
            ("70%", "2%", "7", Wrong, OffByPowerOfTen, -1),
            ("0.5%", "", "0.5", Correct, MissingUnit, 0),
            ("0.5%", "", "0.005", Correct, Exact, 0),
            ("300%", "", "3", Wrong, OffByPowerOfTen, -2),
            ("26.6%", "", "26%", Close, Rounded, 0),
            ("26.6%", "", "27%", Close, Rounded, 0),
            ("26.6%", "", "25%", Wrong, DifferentValue, 0),
            // Counts, Korean and English.
            ("38,210 applications", "", "38,210", Correct, MissingUnit, 0),
            ("38,210 applications", "", "38210건", Correct, Exact, 0),
            ("38,210 applications", "", "3만 8210건", Correct, Exact, 0),
            (
                "38,210 applications",
                "",
                "3만8,210",
                Correct,
                MissingUnit,
                0,
            ),
            ("38,210 applications", "", "38.2K", Close, Rounded, 0),
            ("38,210 applications", "", "38K", Close, Rounded, 0),
            ("38,210 applications", "", "38000", Close, Rounded, 0),
            ("38,210 applications", "", "4만", Close, Rounded, 0),
            ("38,210 applications", "", "3만", Wrong, DifferentValue, 0),
            (
                "38,210 applications",
                "",
                "38,300",
                Wrong,
                DifferentValue,
                0,
            ),
            (
                "38,210 applications",
                "",
                "38만 2100",
                Wrong,
                OffByPowerOfTen,
                1,
            ),
            (
                "38,210 applications",
                "",
                "3,821",
                Wrong,
                OffByPowerOfTen,
                -1,
            ),
            (
                "38,210 applications",
                "",
                "382만",
                Wrong,
                OffByPowerOfTen,
                2,
            ),
            ("38,210 applications", "", "6,276", Wrong, DifferentValue, 0),
            (
                "38,210 applications",
                "",
                "38,210 dollars",
                Wrong,
                WrongUnit,
                0,
            ),
            ("38,210 applications", "", "38,210%", Wrong, WrongUnit, 0),
            ("38,210 applications", "", "38,210명", Wrong, WrongUnit, 0),
            ("3만 명", "", "30,000 people", Correct, Exact, 0),
            ("3만 명", "", "3.4만 명", Wrong, DifferentValue, 0),
            ("6,276건", "", "10,000", Wrong, DifferentValue, 0),
            ("6,276건", "", "6,300", Close, Rounded, 0),
            ("6,276건", "", "6,000", Close, Rounded, 0),
            // Money.
            ("5.576M USD", "", "$5.576M", Correct, Exact, 0),
            ("5.576M USD", "", "557만 6000달러", Correct, Exact, 0),
            ("5.576M USD", "", "557만 6천", Correct, MissingUnit, 0),
            ("5.576M USD", "", "$5.6M", Close, Rounded, 0),
            ("5.576M USD", "", "557만 달러", Close, Rounded, 0),
            ("5.576M USD", "", "$5.5M", Close, Rounded, 0),
            ("5.576M USD", "", "$6M", Wrong, DifferentValue, 0),
            ("5.576M USD", "", "$55.76M", Wrong, OffByPowerOfTen, 1),
            (
                "5.576M USD",
                "",
                "5.576 billion dollars",
                Wrong,
                OffByPowerOfTen,
                3,
            ),
            ("5.576M USD", "", "557만 6000원", Wrong, WrongUnit, 0),
            ("80억 원", "", "80만 원", Wrong, OffByPowerOfTen, -4),
            ("80억 원", "", "80억", Correct, MissingUnit, 0),
            ("80억 원", "", "8 billion won", Correct, Exact, 0),
            ("1조 원", "", "1.4조 원", Wrong, DifferentValue, 0),
            // Multiples and shares.
            ("2.7배", "", "2.7x", Correct, Exact, 0),
            ("2.7배", "", "2.7 times", Correct, Exact, 0),
            ("2.7배", "", "270%", Correct, Exact, 0),
            ("2.7배", "", "3배", Wrong, DifferentValue, 0),
            ("1/18", "", "1/18", Correct, Exact, 0),
            ("1/18", "", "18분의 1", Correct, Exact, 0),
            ("1/18", "", "2/36", Correct, Exact, 0),
            ("1/18", "", "1/18th", Correct, Exact, 0),
            ("1/4", "", "quarter", Correct, Exact, 0),
            ("1/10", "", "1할", Correct, Exact, 0),
            // A rate: its lower half stands in the question.
            ("1435 KRW/USD", "5%", "1,435원", Correct, MissingUnit, 0),
            ("1435 KRW/USD", "5%", "₩1,435", Correct, MissingUnit, 0),
            ("1435 KRW/USD", "5%", "1435 won a dollar", Correct, Exact, 0),
            (
                "1435 KRW/USD",
                "5%",
                "1435 won to the dollar",
                Correct,
                Exact,
                0,
            ),
            ("1435 KRW/USD", "5%", "1달러당 1,435원", Correct, Exact, 0),
            ("1435 KRW/USD", "5%", "달러당 1435원", Correct, Exact, 0),
            ("1435 KRW/USD", "5%", "1435달러", Wrong, WrongUnit, 0),
            ("1435 KRW/USD", "5%", "1원당 1435달러", Wrong, WrongUnit, 0),
            ("1/18", "", "0.056", Close, Rounded, 0),
            ("1/18", "", "5.6%", Close, Rounded, 0),
            ("1/18", "", "1/17", Wrong, DifferentValue, 0),
            ("1/18", "", "18", Wrong, DifferentValue, 0),
            ("14.9%p", "", "14.9%", Wrong, WrongUnit, 0),
            // Within the card's tolerance.
            ("20B USD", "5%", "$19B", Correct, WithinTolerance, 0),
            ("20B USD", "5%", "$21B", Correct, WithinTolerance, 0),
            ("20B USD", "5%", "$22B", Wrong, DifferentValue, 0),
            ("20B USD", "1B USD", "$19B", Correct, WithinTolerance, 0),
            ("20B USD", "1B USD", "$18.5B", Wrong, DifferentValue, 0),
            ("50%", "1%p", "51%", Correct, WithinTolerance, 0),
            ("50%", "1%p", "52%", Wrong, DifferentValue, 0),
            // Ranges.
            ("10~15%", "", "10~15%", Correct, Exact, 0),
            ("10~15%", "", "10%", Wrong, Partial, 0),
            ("10~15%", "", "12%", Wrong, DifferentValue, 0),
            ("12%", "", "10~15%", Wrong, DifferentValue, 0),
            // Not figures.
            ("9.4%", "", "many", Wrong, NotAFigure, 0),
            ("9.4%", "", "딥시크", Wrong, NotAFigure, 0),
            ("0%", "", "0%", Correct, Exact, 0),
            ("0%", "", "1%", Wrong, DifferentValue, 0),
        ]
    };

    #[test]
    fn figures() {
        let mut failed = Vec::new();
        for &(right, tolerance, typed, outcome, reason, power) in CASES {
            let figure = Figure::parse(right).unwrap();
            let tolerance = (!tolerance.is_empty()).then(|| Figure::parse(tolerance).unwrap());
            let verdict = judge(&figure, tolerance.as_ref(), typed);
            let got = (verdict.outcome, verdict.reason, verdict.power_of_ten);
            if got != (outcome, reason, power) {
                failed.push(format!(
                    "{typed:?} for {right:?}: {got:?}, not {:?}",
                    (outcome, reason, power)
                ));
            }
        }
        assert!(failed.is_empty(), "{}", failed.join("\n"));
    }
}
