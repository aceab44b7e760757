//! An amount of money down to its hundredths: `1382원 50전`, `2유로 10센트`,
//! `3 dollars and 50 cents`.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;

use super::{Figure, Number, Unit, hedge, read};
use crate::figure::Currency;

/// Words for some money, those that begin as others do first, the money, and words
/// for its hundredths, likewise.
const MONEY: [(&[&str], Currency, &[&str]); 4] = [
    (&["원"], Currency::Krw, &["전"]),
    (
        &["달러", "dollars", "dollar"],
        Currency::Usd,
        &["센트", "cents", "cent"],
    ),
    (
        &["유로", "euros", "euro"],
        Currency::Eur,
        &["유로센트", "센트", "eurocents", "cents", "cent"],
    ),
    (
        &["파운드", "pounds", "pound"],
        Currency::Gbp,
        &["펜스", "pence", "penny"],
    ),
];

/// Reads `text` as whole money and its hundredths.
pub(super) fn with_hundredths(text: &str) -> Option<Figure> {
    let text = &text.to_ascii_lowercase();
    MONEY.iter().find_map(|(words, currency, hundredths)| {
        words.iter().find_map(|word| {
            let (whole, rest) = text.split_once(word)?;
            let whole = read(&format!("{whole}{word}"))?;
            let part = hundredth(rest, hundredths)?;
            joined(whole, part, *currency)
        })
    })
}

/// The hundredths that `rest` tells, and nothing else.
fn hundredth(rest: &str, words: &[&str]) -> Option<u32> {
    let rest = rest.trim_start();
    let rest = rest.strip_prefix("and ").unwrap_or(rest);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, behind) = rest.split_at_checked(digits)?;
    let behind = behind.trim_start();
    let behind = words.iter().find_map(|word| behind.strip_prefix(word))?;
    let behind = hedge::strip_after(behind);
    let ends = behind.is_empty() || hedge::without_ending(behind, false) == Some("");
    number.parse().ok().filter(|number| ends && *number < 100)
}

fn joined(whole: Figure, hundredths: u32, currency: Currency) -> Option<Figure> {
    let number = &whole.number;
    let plain = number.upper.is_none() && number.value.is_integer() && number.last_digit == 0;
    if !plain || whole.unit != Unit::Currency(currency) {
        return None;
    }
    let part = BigRational::new(BigInt::from(hundredths), BigInt::from(100));
    let part = if number.value.is_negative() {
        -part
    } else {
        part
    };
    Some(Figure {
        number: Number {
            value: &number.value + part,
            // Rates of exchange are told to the tenth of a won, prices to the cent.
            last_digit: match currency {
                Currency::Krw if hundredths.is_multiple_of(10) => -1,
                _ => -2,
            },
            ..whole.number
        },
        unit: whole.unit,
    })
}
