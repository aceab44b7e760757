//! Figures: equal to the precision that the card gives, rounded from the right
//! value, off by a scale, or something else.
//!
//! All arithmetic is exact; a value is never turned into a float.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::{Outcome, Reason, Verdict};
use crate::figure::{Counter, Figure, Number, Unit};
use crate::text::fold;

/// Powers of ten beyond this are not looked at: figures go up to 10^30.
const MAX_POWER: i32 = 60;

/// Judges a typed figure; `tolerance` in per cent is relative to the right
/// value, else it is in the unit of the card.
pub(super) fn judge(right: &Figure, tolerance: Option<&Figure>, typed: &str) -> Verdict {
    match typed.parse::<Figure>() {
        Ok(given) => hold(right, tolerance, &given),
        Err(_) => Verdict::wrong(Reason::NotAFigure),
    }
}

/// Holds the figure `given` against the `right` one.
pub(super) fn hold(right: &Figure, tolerance: Option<&Figure>, given: &Figure) -> Verdict {
    let allowed = tolerance.map(|tolerance| allowed(right, tolerance));
    let verdict = |given: &Number| range(&right.number, allowed.as_ref(), given);
    match relation(&right.unit, &given.unit) {
        Relation::Same => verdict(&given.number),
        Relation::Missing => {
            let mut verdict = verdict(&given.number);
            if verdict.reason == Reason::Exact {
                verdict.reason = Reason::MissingUnit;
            }
            verdict
        }
        Relation::Hundredth => verdict(&scaled(&given.number, -2)),
        Relation::Hundredfold => verdict(&scaled(&given.number, 2)),
        Relation::PerhapsHundredth => {
            let converted = verdict(&scaled(&given.number, -2));
            if converted.outcome == Outcome::Wrong {
                verdict(&given.number)
            } else {
                converted
            }
        }
        Relation::Other => Verdict::wrong(Reason::WrongUnit),
    }
}

/// How the unit that was given stands to the card's.
enum Relation {
    Same,
    /// None was given where the card has one: forgiven.
    Missing,
    /// Per cent were given for a multiple.
    Hundredth,
    /// A multiple was given for per cent.
    Hundredfold,
    /// Per cent were given for a bare number: a share (`5.6%` for `1/18`), or
    /// the question has the unit and the card left it out.
    PerhapsHundredth,
    Other,
}

fn relation(right: &Unit, given: &Unit) -> Relation {
    match (right, given) {
        (right, given) if right == given => Relation::Same,
        (_, Unit::None) => Relation::Missing,
        (Unit::None, Unit::Percent) => Relation::PerhapsHundredth,
        // A card without a unit can't say that one is wrong.
        (Unit::None, _) => Relation::Same,
        (Unit::Multiple, Unit::Percent) => Relation::Hundredth,
        (Unit::Percent, Unit::Multiple) => Relation::Hundredfold,
        (Unit::Count(right), Unit::Count(given)) if same_counter(right, given) => Relation::Same,
        // A noun that is not in the tables (`50,000 chips` for GPUs) may well
        // be another word for what is counted.
        (Unit::Count(_), Unit::Other(_)) => Relation::Same,
        (Unit::Other(right), Unit::Other(given)) if same_noun(right, given) => Relation::Same,
        (Unit::Other(right), Unit::Count(given))
            if same_noun(right, &given.english) || same_noun(right, &given.korean) =>
        {
            Relation::Same
        }
        _ => Relation::Other,
    }
}

/// `개` counts things of any kind.
fn same_counter(right: &Counter, given: &Counter) -> bool {
    let any = "개";
    let korean = right.korean == given.korean || right.korean == any || given.korean == any;
    let unknown = right.korean.is_empty() || given.korean.is_empty();
    (!unknown && korean) || same_noun(&right.english, &given.english)
}

fn same_noun(one: &str, other: &str) -> bool {
    let singular = |noun: &str| {
        let folded = fold(noun);
        folded
            .strip_suffix('s')
            .map(str::to_owned)
            .unwrap_or(folded)
    };
    !one.is_empty() && singular(one) == singular(other)
}

/// How far off is still right, in the unit of the card.
fn allowed(right: &Figure, tolerance: &Figure) -> BigRational {
    let by = tolerance.number.value.abs();
    match tolerance.unit {
        Unit::Percent => right.number.value.abs() * by / ten_to(2),
        _ => by,
    }
}

/// Both ends of a range, or the one value there is.
fn range(right: &Number, allowed: Option<&BigRational>, given: &Number) -> Verdict {
    match (&right.upper, &given.upper) {
        (None, None) => value(right, allowed, given),
        (Some(right_upper), Some(given_upper)) => {
            let lower = value(
                &single(right, &right.value),
                allowed,
                &single(given, &given.value),
            );
            let upper = value(
                &single(right, right_upper),
                allowed,
                &single(given, given_upper),
            );
            worse(lower, upper)
        }
        // One end of a range is part of it.
        (Some(upper), None) if given.value == right.value || given.value == *upper => {
            Verdict::wrong(Reason::Partial)
        }
        _ => Verdict::wrong(Reason::DifferentValue),
    }
}

fn single(number: &Number, value: &BigRational) -> Number {
    Number {
        value: value.clone(),
        upper: None,
        ..*number
    }
}

fn worse(one: Verdict, other: Verdict) -> Verdict {
    let rank = |verdict: &Verdict| match verdict.outcome {
        Outcome::Correct => i32::from(verdict.reason != Reason::Exact),
        Outcome::Close => 2,
        Outcome::Wrong => 3,
    };
    if rank(&other) > rank(&one) {
        other
    } else {
        one
    }
}

fn value(right: &Number, allowed: Option<&BigRational>, given: &Number) -> Verdict {
    if equal(right, &given.value) {
        return Verdict::correct(Reason::Exact);
    }
    let distance = (&given.value - &right.value).abs();
    if allowed.is_some_and(|allowed| distance <= *allowed) {
        return Verdict::correct(Reason::WithinTolerance);
    }
    if rounded(right, given) {
        return Verdict::close(Reason::Rounded);
    }
    if let Some(power_of_ten) = scale_between(right, given) {
        return Verdict {
            power_of_ten,
            ..Verdict::wrong(Reason::OffByPowerOfTen)
        };
    }
    Verdict::wrong(Reason::DifferentValue)
}

/// Whether `given` is the right value to the precision that the card shows.
/// Digits beyond it are let be as long as they change little: the card says
/// 9.4, then 9.43 is that, but 1.4 trillion is not "1 trillion".
fn equal(right: &Number, given: &BigRational) -> bool {
    if *given == right.value {
        return true;
    }
    !right.fraction
        && near(&right.value, given)
        && match (
            round(&right.value, right.last_digit),
            round(given, right.last_digit),
        ) {
            (Some(right), Some(given)) => right == given,
            _ => false,
        }
}

/// Within 5 %.
fn near(right: &BigRational, given: &BigRational) -> bool {
    (given - right).abs() * BigInt::from(20) <= right.abs()
}

/// Whether `given` is the right value with fewer digits, rounded or cut off,
/// and within 5 % of it. Zeros at the end of a number may be rounding: `38000`
/// is `38K`.
fn rounded(right: &Number, given: &Number) -> bool {
    if given.fraction || !near(&right.value, &given.value) {
        return false;
    }
    let lowest = given.last_digit.clamp(-MAX_POWER, MAX_POWER);
    (lowest..=MAX_POWER)
        .take_while(|&power| (&given.value / ten_to(power)).is_integer())
        .filter(|&power| right.fraction || power > right.last_digit)
        .any(|power| {
            let unit = ten_to(power);
            let exact = &right.value / &unit;
            let given = &given.value / &unit;
            exact.round() == given || exact.trunc() == given
        })
}

/// The power of ten that alone lies between the two, if one does.
fn scale_between(right: &Number, given: &Number) -> Option<i32> {
    if right.value.is_zero() || given.value.is_zero() {
        return None;
    }
    let estimate = magnitude(&given.value)? - magnitude(&right.value)?;
    [estimate, estimate - 1, estimate + 1]
        .into_iter()
        .filter(|&power| power != 0)
        .find(|&power| {
            let given = scaled(given, -power);
            // One digit that is only nearly right says little of the scale.
            equal(right, &given.value) || (digits(&given) > 1 && rounded(right, &given))
        })
}

/// How many digits a decimal has from its first to its last that is not zero.
fn digits(number: &Number) -> usize {
    let numerator = number.value.numer().abs().to_string();
    numerator.trim_end_matches('0').len()
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

/// Rounded to a multiple of ten to the `power`, halves away from zero.
fn round(value: &BigRational, power: i32) -> Option<BigRational> {
    if power.abs() > MAX_POWER {
        return None;
    }
    let unit = ten_to(power);
    Some((value / &unit).round() * unit)
}

/// The power of ten of the first digit.
fn magnitude(value: &BigRational) -> Option<i32> {
    let digits = |integer: &BigInt| integer.abs().to_string().len();
    let estimate =
        i32::try_from(digits(value.numer())).ok()? - i32::try_from(digits(value.denom())).ok()?;
    if estimate.abs() > MAX_POWER {
        return None;
    }
    // The quotient of an a-digit and a b-digit number has its first digit at
    // a - b or one below.
    if value.abs() < ten_to(estimate) {
        Some(estimate - 1)
    } else {
        Some(estimate)
    }
}

fn ten_to(power: i32) -> BigRational {
    let exponent = power.unsigned_abs().min(2 * MAX_POWER.unsigned_abs());
    let ten = BigRational::from_integer(BigInt::from(10).pow(exponent));
    if power < 0 {
        BigRational::one() / ten
    } else {
        ten
    }
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
            ("1/18", "", "0.056", Close, Rounded, 0),
            ("1/18", "", "5.6%", Close, Rounded, 0),
            ("1/18", "", "1/17", Wrong, DifferentValue, 0),
            ("1/18", "", "18", Wrong, DifferentValue, 0),
            ("14.9%p", "", "14.9%", Wrong, WrongUnit, 0),
            // Within the card's tolerance.
            ("20B USD", "5%", "$19.5B", Correct, WithinTolerance, 0),
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
            let figure: Figure = right.parse().unwrap();
            let tolerance = (!tolerance.is_empty()).then(|| tolerance.parse::<Figure>().unwrap());
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
