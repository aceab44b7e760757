//! Reading figures as people write them: `3만 8210건`, `US$5.576M`, `18분의 1`,
//! `about 10–15%`.
//!
//! A text is read from left to right: hedges, a sign (`-`, `$`, `×`), a
//! numeral or a range of two, and a phrase that names the unit. Numerals are
//! [`numeral`]'s, their words [`words`]'s, units the tables' of `unit`.

mod hedge;
mod numeral;
mod sum;
mod words;

use std::fmt;

use num_rational::BigRational;
use num_traits::Zero;
use unicode_normalization::UnicodeNormalization;

use super::unit::{Sign, leading_sign, lookup};
use super::{Figure, Number, Unit};
use numeral::{Numeral, Reader};
pub(super) use words::MYRIADS;

/// Longest text that is read, in characters.
const LONGEST: usize = 200;
/// Longest unit that is in no table, in characters.
const LONGEST_UNIT: usize = 40;
/// Most words of a unit.
const LONGEST_PHRASE: usize = 4;

/// Why a text is not a figure; displayed as one sentence with what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureError(pub String);

impl fmt::Display for FigureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FigureError {}

impl Figure {
    /// Reads a figure written in English or Korean.
    ///
    /// ```
    /// use dateline::figure::Figure;
    /// let english = Figure::parse("38,210 applications")?;
    /// let korean = Figure::parse("약 3만 8210건")?;
    /// assert_eq!(english.canonical(), korean.canonical());
    /// # Ok::<(), dateline::figure::FigureError>(())
    /// ```
    ///
    /// # Errors
    /// When the text is not one figure and nothing else.
    pub fn parse(text: &str) -> Result<Figure, FigureError> {
        if text.chars().nth(LONGEST).is_some() {
            return Err(FigureError(format!(
                "too long for a figure; write at most {LONGEST} characters"
            )));
        }
        let text = normal(text);
        per_one(&text).or_else(|| read(&text)).ok_or_else(|| {
            FigureError(format!(
                "'{}' is not a figure; write a number and its unit, such as 38,210, 9.4%, 1/18, \
                 5.576M USD or 3만 8210건",
                crate::text::safe_line(&text)
            ))
        })
    }
}

/// The compatible form (full-width digits become digits), with vulgar
/// fractions kept apart from the digits before them.
fn normal(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '¼'..='¾' | '⅐'..='⅞' => spaced.push(' '),
            // A raised digit is not a digit of the number: 10² is not 102.
            '²' | '³' | '¹' | '⁰'..='⁹' => spaced.push('^'),
            _ => {}
        }
        spaced.push(c);
    }
    let compatible: String = spaced
        .nfkc()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
        .map(|c| match c {
            '\u{2044}' => '/',
            '\u{2212}' => '-',
            '\u{2010}'..='\u{2015}' => '–',
            '\u{223C}' | '\u{301C}' => '~',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    compatible
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Korean names what is divided by first: `1달러당 1,435원`.
fn per_one(text: &str) -> Option<Figure> {
    let (under, figure) = text.split_once('당')?;
    let under = under.trim();
    let under = lookup(under.strip_prefix('1').unwrap_or(under).trim_start())?;
    let figure = read(figure)?;
    let unit = match figure.unit {
        Unit::None => Unit::None,
        Unit::Other(over) if over.contains('/') => return None,
        over => Unit::Other(format!("{}/{}", over.label(), under.label())),
    };
    Some(Figure { unit, ..figure })
}

fn read(text: &str) -> Option<Figure> {
    let mut reader = Reader::new(text);
    let mut sign = None;
    let mut negative = None;
    loop {
        reader.skip_spaces();
        if hedge::skip_before(&mut reader) {
            continue;
        }
        if negative.is_none() && reader.eat_any(&["-", "–", "마이너스", "minus "]) {
            negative = Some(true);
        } else if negative.is_none() && reader.eat_any(&["+", "플러스", "plus "]) {
            negative = Some(false);
        } else if sign.is_none()
            && let Some((found, length)) = leading_sign(reader.lower())
        {
            sign = Some(found);
            reader.skip(length);
        } else if sign.is_none() && reader.starts_with_factor() {
            sign = Some(Sign::Multiple);
            reader.skip(1);
        } else {
            break;
        }
    }
    let first = reader.numeral()?;
    let second = range_end(&mut reader, sign);
    if reader.misplaced_scale {
        return None;
    }
    let by_words = first.by_korean_words;
    let numbers = match second {
        Some(second) => range(first, second, negative == Some(true))?,
        None => {
            let mut number = first.into_number();
            if negative == Some(true) {
                number.value = -number.value;
            }
            number
        }
    };
    let unit = unit(reader.rest(), reader.at_word(), sign, by_words)?;
    // "twice", "double" are multiples by themselves.
    let unit = match unit {
        Unit::None if reader.multiple => Unit::Multiple,
        _ if reader.multiple => return None,
        unit => unit,
    };
    let (number, unit) = match unit {
        // 7할 is seven tenths.
        Unit::Other(word) if word == "할" => (in_tenths(numbers), Unit::Percent),
        unit => (numbers, unit),
    };
    Some(Figure { number, unit })
}

/// Tenths as per cent.
fn in_tenths(tenths: Number) -> Number {
    let ten = super::number::power_of_ten(1);
    Number {
        value: tenths.value * &ten,
        upper: tenths.upper.map(|upper| upper * &ten),
        last_digit: tenths.last_digit + 1,
        fraction: tenths.fraction,
    }
}

/// The upper end of a range, if one follows; the reader stays where it is if not.
fn range_end(reader: &mut Reader<'_>, sign: Option<Sign>) -> Option<(bool, Numeral)> {
    let start = reader.position();
    let found = (|| {
        // The unit may stand at both ends: 10%~15%, 5만 명~6만 명.
        let unit = reader.skip_unit_before_range();
        reader.skip_spaces();
        if !reader.eat_any(&["~", "–", "-", "to ", "에서 ", "에서", "부터 "]) {
            return None;
        }
        reader.skip_spaces();
        let negative = reader.eat_any(&["-"]);
        if let Some((again, length)) = leading_sign(reader.lower()) {
            if sign != Some(again) {
                return None;
            }
            reader.skip(length);
        }
        let numeral = reader.numeral()?;
        match unit {
            Some(unit) if !reader.rest().trim_start().starts_with(&unit) => None,
            _ => Some((negative, numeral)),
        }
    })();
    if found.is_none() {
        reader.go_to(start);
    }
    found
}

/// A number from `lower` to `upper`. In `5~6만` and `10–15 million` the scale
/// holds for both.
fn range(lower: Numeral, upper: (bool, Numeral), negative: bool) -> Option<Number> {
    let (upper_negative, upper) = upper;
    let scale = match (lower.scale, upper.scale) {
        (None, Some(scale)) if !lower.fraction && lower.value < upper.mantissa => scale,
        _ => 0,
    };
    let factor = super::number::power_of_ten(scale);
    let signed = |value: BigRational, negative: bool| if negative { -value } else { value };
    let from = signed(lower.value * factor, negative);
    let to = signed(upper.value, upper_negative);
    (from < to).then(|| Number {
        value: from,
        upper: Some(to),
        last_digit: upper.last_digit.min(lower.last_digit + scale),
        fraction: lower.fraction && upper.fraction,
    })
}

/// The unit that `rest` names behind the numeral, given the `sign` before it.
/// `apart` is whether a space stands between; behind a numeral of Korean words
/// only a known unit will do, or `일본` would be one `본`.
fn unit(rest: &str, apart: bool, sign: Option<Sign>, by_korean_words: bool) -> Option<Unit> {
    let phrase = hedge::strip_after(rest);
    if let Some(sign) = sign {
        let unit = match sign {
            Sign::Currency(currency) => Unit::Currency(currency),
            Sign::Multiple => Unit::Multiple,
        };
        if phrase.is_empty() || lookup(phrase).as_ref() == Some(&unit) {
            return Some(unit);
        }
        let per = per(phrase).filter(|(over, _)| over.is_empty())?;
        return denominator(per.1).map(|under| Unit::Other(format!("{}/{under}", unit.label())));
    }
    if phrase.is_empty() || phrase.starts_with("of ") {
        return Some(Unit::None);
    }
    // "2nd place" and "한 배 반" are not two places and once.
    let ordinal = ["st", "nd", "rd", "th"].contains(&phrase.split(' ').next().unwrap_or_default());
    if (ordinal && !apart) || phrase.ends_with(" 반") {
        return None;
    }
    // What goes on with digits is a date or two numbers, not a unit; what goes
    // on at length is a sentence.
    let mut words = phrase.split(' ');
    if words.any(|word| word.starts_with(|c: char| c.is_ascii_digit())) {
        return None;
    }
    if let Some((over, under)) = per(phrase)
        && !over.is_empty()
    {
        let over = match lookup(over) {
            // Growth is told in % a year; that it is yearly goes without saying.
            Some(Unit::Percent) if lookup(under).is_some() => return Some(Unit::Percent),
            Some(unit) => unit.label(),
            None => over.to_owned(),
        };
        return denominator(under)
            .filter(|_| over.chars().count() <= LONGEST_UNIT)
            .map(|under| Unit::Other(format!("{over}/{under}")));
    }
    if phrase.split(' ').count() <= LONGEST_PHRASE
        && let Some(unit) = lookup(phrase)
    {
        return Some(unit);
    }
    if let Some(phrase) = phrase.strip_prefix("-")
        && let Some(unit) = lookup(phrase.trim_start())
    {
        return Some(unit);
    }
    // Korean: the counter comes first (개의 H100 GPU, 개 기업).
    let first = phrase.split(' ').next().unwrap_or_default();
    let counter = first.strip_suffix('의').unwrap_or(first);
    if let Some(unit) = lookup(counter)
        && (!counter.is_ascii() || !matches!(unit, Unit::Count(_)))
    {
        return Some(unit);
    }
    // English: the noun comes last, before what goes on (companies in China).
    let noun = [" of ", " in ", " from ", " at ", " by ", " for ", " on "]
        .iter()
        .filter_map(|preposition| phrase.find(preposition))
        .min()
        .and_then(|end| phrase.get(..end))
        .unwrap_or(phrase);
    let mut words = noun;
    loop {
        if let Some(unit) = lookup(words) {
            return Some(unit);
        }
        // "patents filed"
        match words.rsplit_once(' ') {
            Some((before, _)) => words = before,
            None => break,
        }
    }
    // 2조원대, 70%대
    if let Some(unit @ (Unit::Currency(_) | Unit::Percent)) = noun
        .strip_suffix('대')
        .and_then(|word| lookup(word.trim_end()))
    {
        return Some(unit);
    }
    if by_korean_words {
        return None;
    }
    other(noun, apart).map(Unit::Other)
}

/// A phrase cut where it says "per": `USD/token`, `dollars per token`, `won to
/// the dollar`.
fn per(phrase: &str) -> Option<(&str, &str)> {
    // "won a dollar" is a rate, "half a million" is not.
    let of_units = |word: &str| {
        let (over, under) = phrase.split_once(word)?;
        (lookup(over).is_some() && lookup(under).is_some()).then_some((over, under))
    };
    let (over, under) = phrase
        .split_once('/')
        .or_else(|| phrase.split_once(" per "))
        .or_else(|| {
            [" a ", " an ", " to the ", " for a "]
                .into_iter()
                .find_map(of_units)
        })
        .or_else(|| Some(("", phrase.strip_prefix("per ")?)))?;
    Some((over.trim(), under.trim()))
}

/// What stands under the slash of a unit, as it is kept.
fn denominator(phrase: &str) -> Option<String> {
    match lookup(phrase) {
        Some(unit) => Some(unit.label()),
        None => other(phrase, true),
    }
}

/// A noun that is in no table, if it may be one.
fn other(phrase: &str, apart: bool) -> Option<String> {
    let begins = phrase.chars().next()?;
    // "4st", "0x1f": a scrap glued to the digits is a slip, not a noun.
    let scrap = phrase.chars().count() < 3 || phrase.contains(|c: char| c.is_ascii_digit());
    let glued = !apart && begins.is_ascii() && scrap;
    let fits = phrase
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '·' | '\'' | '.'));
    (begins.is_alphabetic()
        && fits
        && !glued
        && phrase.split(' ').count() <= LONGEST_PHRASE
        && phrase.chars().count() <= LONGEST_UNIT)
        .then(|| phrase.to_owned())
}

impl Numeral {
    /// As a number; a fraction of which nothing is left is a whole number.
    fn into_number(self) -> Number {
        Number {
            fraction: self.fraction && !self.value.is_integer() && !self.value.is_zero(),
            value: self.value,
            upper: None,
            last_digit: self.last_digit,
        }
    }
}
