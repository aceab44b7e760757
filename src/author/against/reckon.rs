//! Reckonings in a text: `26.6 ÷ 9.4 is 2.83`. What follows from figures of
//! the same text is borne out where those are.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use crate::figure::{Figure, Number, Unit};

/// Signs and words that show that a text reckons.
const SIGNS: &[&str] = &[
    "÷", "×", "/", "*", "+", "−", "=", " times ", "배", "minus", "plus",
];

/// Whether a text reckons at all.
pub(super) fn reckons(text: &str) -> bool {
    SIGNS.iter().any(|sign| text.contains(sign))
}

/// How `result` follows from two of `parts`, if it does.
pub(super) fn follows(result: &Figure, parts: &[Figure]) -> Option<String> {
    for (at, left) in parts.iter().enumerate() {
        for (other, right) in parts.iter().enumerate() {
            if at == other {
                continue;
            }
            let (a, b) = (factor(left), factor(right));
            let mut results = vec![(" × ", &a * &b), (" − ", &a - &b)];
            if !b.is_zero() {
                results.push((" ÷ ", &a / &b));
            }
            if at < other {
                results.push((" + ", &a + &b));
            }
            for (sign, value) in results {
                // 2.7 times a score of 9.4 is 25.4 %, as the score is.
                let plain = Figure {
                    unit: Unit::None,
                    ..result.clone()
                };
                let bare = [left, right].iter().any(|part| part.unit == Unit::None);
                if rounds(&value, result) || bare && rounds(&value, &plain) {
                    let lang = crate::text::Lang::En;
                    return Some(format!("{}{sign}{}", left.format(lang), right.format(lang)));
                }
            }
        }
    }
    None
}

/// As a factor: 70 % is 0.7.
fn factor(figure: &Figure) -> BigRational {
    match figure.unit {
        Unit::Percent => &figure.number.value / BigInt::from(100),
        _ => figure.number.value.clone(),
    }
}

/// Whether `value` is `result` at the precision with which that is written: the
/// zeros at the end of 54,600 may be for want of better.
fn rounds(value: &BigRational, result: &Figure) -> bool {
    let wanted = factor(result);
    let shift = if result.unit == Unit::Percent { 2 } else { 0 };
    let mut last = result.number.last_digit - shift;
    if result.number.upper.is_some() || result.number.fraction {
        return *value == wanted;
    }
    let ten = |power: i32| {
        let size = BigInt::from(10).pow(power.unsigned_abs());
        if power < 0 {
            BigRational::new(BigInt::one(), size)
        } else {
            BigRational::from(size)
        }
    };
    while last >= 0 && !wanted.is_zero() && (&wanted / ten(last + 1)).is_integer() {
        last += 1;
    }
    (value / ten(last)).round() * ten(last) == wanted
}

/// Whether what is written as `written` in a text stands beside a sign that it
/// reckons with.
pub(super) fn is_operand(text: &str, written: &str) -> bool {
    let signs = ['÷', '×', '*', '+', '−', '/'];
    text.match_indices(written).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end();
        let after = text
            .get(at + written.len()..)
            .unwrap_or_default()
            .trim_start();
        before.ends_with(signs) || after.starts_with(signs)
    })
}

/// Whether a bare number of a reckoning has the digits of a figure that is
/// found: 5.576 for 5.576 million, 0.7 for 70 %.
pub(super) fn same_digits(number: &Number, other: &Number) -> bool {
    number.equals(other)
        || !number.value.is_zero()
            && number.power_of_ten_off(other).is_some()
            && digits(number) == digits(other)
}

fn digits(number: &Number) -> String {
    let (over, under) = (number.value.numer(), number.value.denom());
    let mut over = over.clone();
    let ten = BigInt::from(10);
    let mut tries = 0;
    while !(&over % under).is_zero() && tries < 40 {
        over *= &ten;
        tries += 1;
    }
    (over / under).to_string().trim_end_matches('0').to_owned()
}
