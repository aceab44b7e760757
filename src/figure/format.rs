//! Writing figures in the learner's language.
//!
//! English counts large amounts in millions, Korean in myriads: 5.576M USD is
//! `$5.576 million` and `557만 6,000달러`. Values are rounded to the precision
//! they carry, and only here. In Korean a counter stands close to digits
//! (`8,210건`) and apart from a word (`5만 개`); money always close (`80억원`).

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::number::{magnitude, power_of_ten, round};
use super::parse::MYRIADS;
use super::unit::{DEGREES, Rate, is_symbol, korean_measure, lookup, noun_one, often};
use super::{Figure, Number, Unit};
use crate::text::{Lang, is_hangul};

/// Scales of English, largest first.
const SCALES: [(i32, &str); 3] = [(12, "trillion"), (9, "billion"), (6, "million")];
/// Decimals before a scale, at most; beyond them the digits are written out.
pub(super) const DECIMALS: i32 = 4;

impl Figure {
    /// As it is written in `lang`.
    pub fn format(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Ko => self.korean(),
        }
    }

    fn english(&self) -> String {
        let digits = self.english_digits();
        let one = digits == "1" || digits == "-1";
        match &self.unit {
            Unit::None => digits,
            Unit::Percent => format!("{digits}%"),
            Unit::PercentagePoint if one => format!("{digits} percentage point"),
            Unit::PercentagePoint => format!("{digits} percentage points"),
            Unit::Multiple => format!("{digits}×"),
            Unit::Currency(currency) => signed(currency.sign(), &digits),
            Unit::Count(counter) if counter.english.is_empty() => digits,
            Unit::Count(counter) if one => format!("{digits} {}", noun_one(&counter.english)),
            Unit::Count(counter) => format!("{digits} {}", counter.english),
            Unit::Other(word) if is_of_symbols(word) => format!("{digits} {word}"),
            Unit::Other(word) => match word.split_once('/') {
                Some((over, under)) => {
                    let amount = match lookup(over) {
                        // A stroke of its own behind the sign could be any part's.
                        Some(Unit::Currency(currency)) if !self.number.fraction => {
                            signed(currency.sign(), &digits)
                        }
                        _ => format!("{digits} {over}"),
                    };
                    match lookup(under) {
                        Some(Unit::Currency(_)) => format!("{amount}/{under}"),
                        _ => format!("{amount} per {}", english_one(word, under)),
                    }
                }
                None if one && self.unit.is_a_measure() => format!("{digits} {}", noun_one(word)),
                None => format!("{digits} {word}"),
            },
        }
    }

    fn english_digits(&self) -> String {
        let number = &self.number;
        if number.fraction {
            let lower = number.value.to_string();
            return match &number.upper {
                Some(upper) => format!("{lower}–{upper}"),
                None => lower,
            };
        }
        let values: Vec<BigRational> = std::iter::once(&number.value)
            .chain(&number.upper)
            .map(|value| round(value, number.last_digit))
            .collect();
        let largest = values.iter().map(|value| value.abs()).max();
        let size = largest.as_ref().map_or(0, magnitude);
        let scale = SCALES.iter().find(|(power, _)| size >= *power);
        let (shift, word) = match scale {
            Some((power, word)) => {
                let needed = values.iter().map(|v| decimals(v, *power)).max();
                let needed = needed.unwrap_or(0);
                if needed <= DECIMALS {
                    (*power, Some((*word, needed)))
                } else {
                    (0, None)
                }
            }
            None => (0, None),
        };
        let shown = word.map_or(-number.last_digit, |(_, shown)| shown);
        let ends: Vec<String> = values
            .iter()
            .map(|value| {
                // Of a range each end has the decimals that it needs: 6.7–12.
                let shown = match number.upper {
                    Some(_) => shown.min(decimals(value, shift)),
                    None => shown,
                };
                decimal(&(value / power_of_ten(shift)), shown.max(0))
            })
            .collect();
        let digits = ends.join("–");
        match word {
            Some((word, _)) => format!("{digits} {word}"),
            None => digits,
        }
    }

    fn korean(&self) -> String {
        if let Unit::Other(word) = &self.unit
            && let Some((often, unit)) = how_often(word)
        {
            let number = self.number.clone();
            return format!("{often} {}", Figure { number, unit }.korean());
        }
        let digits = self.korean_digits();
        let after_word = digits.ends_with(|c: char| !c.is_ascii_digit());
        let gap = if after_word { " " } else { "" };
        match &self.unit {
            Unit::None => digits,
            Unit::Percent => format!("{digits}%"),
            Unit::PercentagePoint => format!("{digits}%p"),
            Unit::Multiple => format!("{digits}{gap}배"),
            Unit::Currency(currency) => format!("{digits}{}", currency.korean()),
            Unit::Count(counter) => format!("{digits}{gap}{}", counter.korean),
            Unit::Other(word) if is_of_symbols(word) => format!("{digits} {word}"),
            Unit::Other(word) => match word.split_once('/') {
                Some((over, under)) => match korean_word(over) {
                    // A stroke of its own behind it could be any part's.
                    Some(over) if !self.number.fraction => {
                        // 90m would be 90 million.
                        let gap = if over.len() == 1 { " " } else { gap };
                        format!("{}당 {digits}{gap}{over}", korean_one(word, under))
                    }
                    Some(over) => format!("{digits}{gap}{over}/{under}"),
                    None => format!("{digits} {word}"),
                },
                None => match korean_measure(word) {
                    Some(korean) if word == DEGREES => format!("{digits}{gap}{korean}"),
                    Some(korean) => format!("{digits} {korean}"),
                    None if word.starts_with(is_hangul) => format!("{digits}{gap}{word}"),
                    None => format!("{digits} {word}"),
                },
            },
        }
    }

    fn korean_digits(&self) -> String {
        let number = &self.number;
        let one = |value: &BigRational| {
            if number.fraction {
                let (sign, value) = split_sign(value);
                return if value.is_integer() {
                    format!("{sign}{value}")
                } else {
                    format!("{sign}{}분의 {}", value.denom(), value.numer())
                };
            }
            let value = round(value, number.last_digit);
            // Of a range each end has the decimals that it needs: 6.7~12.
            let needed = number
                .upper
                .as_ref()
                .map_or(i32::MAX, |_| decimals(&value, 0));
            myriads(&value, number.last_digit.max(-needed))
        };
        let lower = one(&number.value);
        let Some(upper) = &number.upper else {
            return lower;
        };
        let scaled = |text: &str| text.contains(|c| MYRIADS.iter().any(|(word, _)| *word == c));
        let above = one(upper);
        if !scaled(&lower) && scaled(&above) {
            // 5~6만 would be 5만 to 6만.
            let plain = decimal(
                &round(upper, number.last_digit),
                (-number.last_digit).max(0),
            );
            return format!("{lower}~{plain}");
        }
        format!("{lower}~{above}")
    }
}

/// Whether a unit with a slash is written so in both languages: `km/h`,
/// `kWh/100 km`.
fn is_of_symbols(word: &str) -> bool {
    let Some((over, under)) = word.split_once('/') else {
        return false;
    };
    let counted = under
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start();
    is_symbol(over) && is_symbol(counted)
}

/// How often something is, and what is so often, where Korean says that before the
/// amount: `월 8만원`.
fn how_often(word: &str) -> Option<(&'static str, Unit)> {
    let (over, under) = word.split_once('/')?;
    let often = often::korean(under)?;
    let over = lookup(over).unwrap_or_else(|| Unit::Other(over.to_owned()));
    let told = !matches!(over, Unit::Multiple) && lookup(under).as_ref() != Some(&over);
    told.then_some((often, over))
}

/// So many of `word`'s under half as the figure they are, if it is not one.
fn several(word: &str) -> Option<Figure> {
    let rate = Rate::of(word).filter(|rate| !rate.count.is_one())?;
    Some(Figure {
        number: Number::new(BigRational::from_integer(rate.count), 0),
        unit: rate.under,
    })
}

/// What English says behind "per".
fn english_one(word: &str, under: &str) -> String {
    match several(word) {
        // 1 million tokens
        Some(several) => {
            let written = several.format(Lang::En);
            let bare = written.strip_prefix("1 ").map(str::to_owned);
            bare.unwrap_or(written)
        }
        None => noun_one(under),
    }
}

/// What Korean says before 당.
fn korean_one(word: &str, under: &str) -> String {
    match several(word) {
        Some(several) => several.format(Lang::Ko),
        None => korean_word(under).unwrap_or_else(|| under.to_owned()),
    }
}

/// The Korean word for what stands in a unit with a slash, if it has one.
fn korean_word(word: &str) -> Option<String> {
    match lookup(word)? {
        Unit::Currency(currency) => Some(currency.korean().to_owned()),
        Unit::Count(counter) => Some(counter.korean),
        unit @ Unit::Other(_) if unit.is_a_measure() => {
            let symbol = unit.label();
            Some(korean_measure(&symbol).unwrap_or(symbol))
        }
        _ => None,
    }
}

/// A sign of money before digits, behind their minus.
fn signed(sign: &str, digits: &str) -> String {
    match digits.strip_prefix('-') {
        Some(digits) => format!("-{sign}{digits}"),
        None => format!("{sign}{digits}"),
    }
}

fn split_sign(value: &BigRational) -> (&'static str, BigRational) {
    let sign = if value.is_negative() { "-" } else { "" };
    (sign, value.abs())
}

/// Decimals that `value` needs when it is written in units of ten to the `power`.
pub(super) fn decimals(value: &BigRational, power: i32) -> i32 {
    (0..=DECIMALS)
        .find(|shown| (value / power_of_ten(power - shown)).is_integer())
        .unwrap_or(DECIMALS + 1)
}

/// `value` with `shown` decimals and its thousands grouped.
fn decimal(value: &BigRational, shown: i32) -> String {
    let (sign, value) = split_sign(value);
    let digits = (value * power_of_ten(shown)).round().to_integer();
    let shown = usize::try_from(shown).unwrap_or(0);
    let digits = format!("{digits:0>width$}", width = shown + 1);
    let (whole, decimals) = digits.split_at(digits.len() - shown);
    let whole = grouped(whole);
    if decimals.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{decimals}")
    }
}

/// Digits with a comma before each three.
fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `value` in 만, 억, 조 …: `3만 8,210`; with decimals below 만 only.
fn myriads(value: &BigRational, last_digit: i32) -> String {
    let (sign, value) = split_sign(value);
    let myriad = BigInt::from(10_000);
    let mut whole = value.to_integer();
    let below = BigRational::from_integer(&whole % &myriad) + (&value - value.trunc());
    whole /= &myriad;
    let mut parts = Vec::new();
    if !below.is_zero() || whole.is_zero() {
        // Zeros that only show precision are for small numbers.
        let bare = !whole.is_zero() && below.is_integer();
        let shown = if bare { 0 } else { (-last_digit).max(0) };
        parts.push(decimal(&below, shown));
    }
    for (i, (word, _)) in MYRIADS.iter().enumerate() {
        // The last word takes whatever is left.
        let last = i + 1 == MYRIADS.len();
        let part = if last {
            whole.clone()
        } else {
            &whole % &myriad
        };
        if !part.is_zero() {
            parts.push(format!("{}{word}", grouped(&part.to_string())));
        }
        whole /= &myriad;
    }
    parts.reverse();
    format!("{sign}{}", parts.join(" "))
}
