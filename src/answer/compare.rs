//! Comparisons: which is larger, and by how many times.

use num_traits::Signed;

use super::{Reason, Verdict, number};
use crate::figure::{Figure, power_of_ten};

/// Judges the `side` said to be larger and by how many `times`, as typed.
/// [`Verdict::parts`] holds one for the side and one for the times.
pub(super) fn judge(larger: usize, ratio: &Figure, side: usize, times: &str) -> Verdict {
    if side != larger {
        return Verdict::wrong(Reason::WrongSide).with_parts(vec![false, false]);
    }
    if times.trim().is_empty() {
        return Verdict::wrong(Reason::Partial).with_parts(vec![true, false]);
    }
    let mut verdict = number::judge(ratio, None, None, times);
    if verdict.reason == Reason::MissingUnit {
        // "How many times" has its unit in the question.
        verdict.reason = Reason::Exact;
    }
    if verdict.reason == Reason::Rounded && is_fine(ratio, times) {
        verdict = Verdict::correct(Reason::WithinTolerance);
    }
    let right = verdict.outcome.is_right();
    verdict.with_parts(vec![true, right])
}

/// Whether a figure that is nearly right has two digits of the ratio: worked
/// out in one's head, that is as much as one can ask.
fn is_fine(ratio: &Figure, times: &str) -> bool {
    Figure::parse(times).is_ok_and(|given| {
        let given = number::coarsest(&given.number);
        given.value.abs() >= power_of_ten(given.last_digit.saturating_add(1))
            && given.is_rounding_of(&ratio.number)
    })
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use num_bigint::BigInt;
    use num_rational::BigRational;

    use super::*;
    use crate::answer::Outcome;
    use crate::figure::{Number, Unit};

    #[test]
    fn two_digits_of_a_ratio_are_enough() {
        use Outcome::{Close, Correct, Wrong};
        let times = |value: &str| Figure::parse(&format!("{value}배")).unwrap();
        for (ratio, given, outcome) in [
            ("6.09", "6.09", Correct),
            ("6.09", "6.1", Correct),
            ("6.09", "6", Close),
            ("6.09", "6.0", Close),
            ("6.09", "6.2", Wrong),
            ("18.1", "18", Correct),
            ("18.1", "18.13", Correct),
            ("18.1", "17", Wrong),
            ("327", "330", Correct),
            ("327", "320", Close),
            ("327", "300", Wrong),
        ] {
            let verdict = judge(1, &times(ratio), 1, given);
            assert_eq!(verdict.outcome, outcome, "{given} for {ratio}");
        }
    }

    #[test]
    fn comparisons() {
        use Outcome::{Close, Correct, Wrong};
        use Reason::*;
        // 38,210 / 6,276 = 6.0883…, shown as 6.1
        let ratio = Figure {
            number: Number {
                value: BigRational::new(BigInt::from(38_210), BigInt::from(6_276)),
                upper: None,
                last_digit: -1,
                fraction: false,
            },
            unit: Unit::Multiple,
        };
        let rows = [
            (0, "6.1", Correct, Exact, [true, true]),
            (0, "6.1배", Correct, Exact, [true, true]),
            (0, "6.1 times", Correct, Exact, [true, true]),
            (0, "6.09x", Correct, Exact, [true, true]),
            (0, "6", Close, Rounded, [true, true]),
            (0, "여섯 배", Close, Rounded, [true, true]),
            (0, "5", Wrong, DifferentValue, [true, false]),
            (0, "7", Wrong, DifferentValue, [true, false]),
            (0, "61", Wrong, OffByPowerOfTen, [true, false]),
            (0, "", Wrong, Partial, [true, false]),
            (0, "lots", Wrong, NotAFigure, [true, false]),
            (1, "6.1", Wrong, WrongSide, [false, false]),
            (7, "", Wrong, WrongSide, [false, false]),
        ];
        for (side, times, outcome, reason, parts) in rows {
            let verdict = judge(0, &ratio, side, times);
            assert_eq!(
                (verdict.outcome, verdict.reason, &verdict.parts[..]),
                (outcome, reason, &parts[..]),
                "{times:?} on side {side}"
            );
        }
    }
}
