//! Figures: equal to the precision that the card gives, rounded from the right
//! value, off by a scale, or something else.
//!
//! All arithmetic is exact; a value is never turned into a float.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use unicode_normalization::UnicodeNormalization;

use super::{Outcome, Reason, Verdict};
use crate::figure::{Figure, Number, Unit, UnitMatch};
use crate::text::Localized;

/// Zeros at the end of a number beyond these are taken to be meant.
const MOST_ZEROS: i32 = 60;

/// Judges a typed figure; `tolerance` in per cent is relative to the right
/// value, else it is in the unit of the card. What was `asked` may leave no
/// doubt about a unit, or say that something fell.
pub(super) fn judge(
    right: &Figure,
    tolerance: Option<&Figure>,
    asked: Option<&Localized>,
    typed: &str,
) -> Verdict {
    let hold = |given: Figure| hold(right, tolerance, asked, &signed(right, asked, given, typed));
    let respelled = || {
        let respelled = respelled(typed)?;
        let verdict = hold(Figure::parse(&respelled).ok()?);
        (verdict.outcome != Outcome::Wrong).then_some(verdict)
    };
    match Figure::parse(typed) {
        Ok(given) => hold(given),
        Err(_) => respelled().unwrap_or_else(|| Verdict::wrong(Reason::NotAFigure)),
    }
}

/// What a comma was meant for that groups no thousands: 9,4 is 9.4 and 3,8210
/// is 38,210. Slips that a teacher reads over where the answer is right.
fn respelled(typed: &str) -> Option<String> {
    let typed = nfkc(typed);
    let (before, after) = typed.split_once(',')?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let joint = match digits {
        1 | 2 => ".",
        4 => "",
        _ => return None,
    };
    Some(format!("{before}{joint}{after}"))
}

/// The figure `given` with the sign that its words give it: a fall of 9.4 % is
/// -9.4 %, and where a fall is asked for its sign goes without saying.
fn signed(right: &Figure, asked: Option<&Localized>, given: Figure, typed: &str) -> Figure {
    let below = |figure: &Figure| figure.number.value.is_negative();
    if below(right) == below(&given) || given.number.upper.is_some() || says(typed, RISES) {
        return given;
    }
    let asked = asked.is_some_and(|asked| asked.iter().any(|(_, text)| says(text, FALLS)));
    if asked || below(right) && says(typed, FALLS) {
        let number = Number {
            value: -given.number.value,
            ..given.number
        };
        return Figure { number, ..given };
    }
    given
}

/// Beginnings of words for what goes down.
const FALLS: &[&str] = &[
    "감소", "하락", "인하", "줄", "떨어", "내려", "내렸", "fall", "fell", "drop", "declin",
    "decreas", "down", "lost", "lose", "shrink", "shrank", "shrunk", "cut", "minus",
];

/// Beginnings of words for what goes up.
const RISES: &[&str] = &[
    "증가", "상승", "인상", "늘", "올라", "올랐", "rise", "rose", "gain", "grew", "grow",
    "increas", "up", "plus",
];

/// Whether a word of `text` begins with one of `words`.
fn says(text: &str, words: &[&str]) -> bool {
    let text = nfkc(text).to_lowercase();
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| words.iter().any(|beginning| word.starts_with(beginning)))
}

/// Holds the figure `given` against the `right` one.
fn hold(
    right: &Figure,
    tolerance: Option<&Figure>,
    asked: Option<&Localized>,
    given: &Figure,
) -> Verdict {
    let allowed = tolerance.map(|tolerance| allowed(right, tolerance));
    let verdict = |given: &Number| value(&right.number, allowed.as_ref(), given);
    match (&right.unit, &given.unit) {
        (Unit::Multiple, Unit::Percent) | (Unit::Percent, Unit::Multiple) => {
            let power = if given.unit == Unit::Percent { -2 } else { 2 };
            let in_unit = verdict(&scaled(&given.number, power));
            let right_but_for_unit = || verdict(&given.number).outcome != Outcome::Wrong;
            if in_unit.outcome == Outcome::Wrong && right_but_for_unit() {
                return Verdict::wrong(Reason::WrongUnit);
            }
            in_unit
        }
        (Unit::Percent, Unit::None) => {
            // `9.4`, the unit being in the question, or `0.094` as a share.
            let share = verdict(&scaled(&given.number, 2));
            let plain = verdict(&given.number);
            let below_one = given.number.value.abs() < BigRational::one();
            // 0.07 for 70 % is a share ten times too small.
            let nearer = share.power_of_ten.abs() < plain.power_of_ten.abs();
            let is_share =
                below_one && (share.outcome != Outcome::Wrong || nearer) || given.number.fraction;
            if plain.outcome == Outcome::Wrong && is_share {
                share
            } else {
                missing_unit(right, asked, plain)
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
        (unit, given_unit) => match given_unit.compare(unit) {
            UnitMatch::Same => verdict(&given.number),
            UnitMatch::Missing => missing_unit(right, asked, verdict(&given.number)),
            UnitMatch::Wrong => match given_unit.in_terms_of(unit) {
                Some(factor) => converted(&given.number, &factor, unit, verdict),
                None => Verdict::wrong(Reason::WrongUnit),
            },
        },
    }
}

/// The verdict on a figure in another unit of the same kind, of which `factor`
/// of the right one make one: 120 months for 10 years.
fn converted(
    given: &Number,
    factor: &BigRational,
    unit: &Unit,
    verdict: impl Fn(&Number) -> Verdict,
) -> Verdict {
    let in_unit = verdict(&Number {
        value: &given.value * factor,
        upper: given.upper.as_ref().map(|upper| upper * factor),
        last_digit: given.last_digit,
        fraction: given.fraction,
    });
    let right_but_for_unit = || verdict(given).outcome != Outcome::Wrong;
    if in_unit.outcome == Outcome::Wrong && !unit.is_rate() && right_but_for_unit() {
        return Verdict::wrong(Reason::WrongUnit);
    }
    in_unit
}

/// The verdict on a figure that is right but for its unit, which is left out.
/// Where the question names no unit either, the answer is only half there.
fn missing_unit(right: &Figure, asked: Option<&Localized>, verdict: Verdict) -> Verdict {
    let named = |asked: &Localized| asked.iter().any(|(_, text)| right.unit.is_named_in(text));
    let in_doubt = right.unit.needs_naming() && !asked.is_none_or(named);
    match (verdict.outcome, verdict.reason) {
        (Outcome::Correct, _) if in_doubt => Verdict::close(Reason::MissingUnit),
        (_, Reason::Exact) => Verdict {
            reason: Reason::MissingUnit,
            ..verdict
        },
        _ => verdict,
    }
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
    let agrees = given.rounds_to(right);
    // More digits than the card gives are no worse for it, as long as they do
    // not lead elsewhere: 9.43 for 9.4, but not 19.5 for 20.
    let hundredth = BigRational::new(1.into(), 100.into());
    if agrees && (given.is_shown_of(right) || given.is_within(right, &hundredth)) {
        return Verdict::correct(Reason::Exact);
    }
    if allowed.is_some_and(|allowed| ends(right, given, |one, two| (one - two).abs() <= *allowed)) {
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

fn nfkc(text: &str) -> String {
    text.nfkc().collect()
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
