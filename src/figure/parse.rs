//! Reading figures as people write them: `3만 8210건`, `US$5.576M`, `18분의 1`,
//! `about 10–15%`.
//!
//! A text is read from left to right: what leads the number ([`lead`]: hedges, a
//! sign such as `-`, `$`, `×`), a numeral ([`numeral`]) or a [`mod@range`] of two, and a
//! [`phrase`] that names the unit.

mod alone;
mod change;
mod decimals;
mod digits;
mod english;
mod fraction;
mod hedge;
mod joined;
mod korean;
mod lasting;
mod lead;
mod normal;
mod numeral;
mod often;
mod phrase;
mod range;
mod reader;
mod squares;
mod sum;
mod warmth;
mod words;

use std::fmt;

use num_rational::BigRational;

use super::number::magnitude;
use super::unit::is_listed;
use super::{Figure, Number, Unit};
use crate::message;
use crate::text::{Lang, Message};
pub use hedge::is_upper_bound;
pub(super) use joined::said_per;
use lead::Lead;
use normal::normal;
pub use often::without_often;
use range::{range, range_end};
use reader::Reader;
pub(super) use words::MYRIADS;
pub use words::english as small_number;
pub use words::meant as numeral_meant;
pub use words::native as native_number;

/// Longest text that is read, in characters.
const LONGEST: usize = 200;

/// Why a text is not a figure; displayed as one sentence with what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureError(pub Message);

impl fmt::Display for FigureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.says(Lang::En))
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
        let text = text.trim();
        if text.chars().nth(LONGEST).is_some() {
            return Err(FigureError(message!(
                "too long for a figure; write at most {LONGEST} characters",
                "수치라기에는 너무 깁니다; {LONGEST}자까지 쓸 수 있습니다"
            )));
        }
        let figure = Figure::candidate(text).filter(Figure::can_be_written);
        figure.ok_or_else(|| {
            let text = normal(text);
            if hedge::is_vague(&text) {
                return FigureError(message!(
                    "'{}' could be many numbers; write one, such as 3,000 or 3천",
                    "'{}': 어떤 수인지 알 수 없습니다; 3,000이나 3천처럼 하나를 쓰세요",
                    crate::text::safe_line(&text)
                ));
            }
            FigureError(message!(
                "'{}' is not a figure; write a number and its unit, such as 38,210, 9.4%, 1/18, \
                 5.576M USD or 3만 8210건",
                "'{}': 수치가 아닙니다; 38,210, 9.4%, 1/18, 5.576M USD, 3만 8210건처럼 수와 단위를 쓰세요",
                crate::text::safe_line(&text)
            ))
        })
    }

    /// What a text may say: a figure if it [can be written](Figure::can_be_written)
    /// too. For who tries many texts of which few are figures.
    pub(crate) fn candidate(text: &str) -> Option<Figure> {
        let text = text.trim();
        if text.chars().nth(LONGEST).is_some() {
            return None;
        }
        let text = normal(text);
        of(&text).filter(|_| !hedge::denies(&text))
    }

    /// Whether it is read again as it is written: what is not (a made-up unit
    /// that is a word for something else, a range that rounds to nothing) would be
    /// another figure for whoever answers with what the card shows.
    pub(crate) fn can_be_written(&self) -> bool {
        self.is_plain() || self.is_read_again()
    }

    /// Whether it is a number of digits as most are, with a unit of the tables: of
    /// those each language's spelling is read again.
    fn is_plain(&self) -> bool {
        let number = &self.number;
        let plain = !number.fraction && number.upper.is_none();
        plain
            && match &self.unit {
                Unit::Count(counter) => is_listed(counter),
                unit => !matches!(unit, Unit::Other(_)),
            }
            && (-9..=9).contains(&number.last_digit)
            && (-9..=12).contains(&magnitude(&number.value))
    }

    fn is_read_again(&self) -> bool {
        Lang::ALL.into_iter().all(|lang| {
            let written = self.format(lang);
            let text = normal(&written);
            let short = written.chars().nth(LONGEST).is_none();
            short
                && !hedge::denies(&text)
                && of(&text).is_some_and(|again| again.format(lang) == written)
        })
    }
}

/// The number in digits or words that a text begins with, without its unit.
pub(crate) fn leading_number(text: &str) -> Option<BigRational> {
    let numeral = Reader::new(text).numeral()?;
    Some(numeral.value)
}

/// The Korean noun behind a counter: `서버` of `5만 대의 서버`.
pub fn noun_behind_counter(text: &str) -> Option<&str> {
    let text = text.trim();
    let counts = |word: &str| {
        let hangul = word.ends_with(|c: char| !c.is_ascii());
        hangul && matches!(super::unit::lookup(word), Some(Unit::Count(_)))
    };
    text.match_indices(' ').find_map(|(at, _)| {
        let (before, behind) = text.split_at_checked(at)?;
        let word = before.rsplit(' ').next()?;
        let word = word.strip_suffix('의').unwrap_or(word);
        let counter = word.trim_start_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, ',' | '.') || words::is_of_numeral(c)
        });
        let noun = hedge::strip_after(behind);
        // 정도 된다 is no noun.
        let bare = hedge::without_ending(noun, false).map(hedge::strip_after);
        let is_noun = !noun.is_empty() && bare != Some("");
        ((counts(word) || counts(counter)) && is_noun).then_some(noun)
    })
}

/// A figure in any of the ways in which one is written.
fn of(text: &str) -> Option<Figure> {
    often::told(text)
        .or_else(|| joined::per_one(text))
        .or_else(|| joined::part_of(text))
        .or_else(|| joined::one_in(text))
        .or_else(|| joined::several_in(text))
        .or_else(|| read(text))
        .or_else(|| change::with_hundredths(text))
        .or_else(|| lasting::read(text))
}

fn read(text: &str) -> Option<Figure> {
    let mut reader = Reader::new(text);
    let Lead {
        sign,
        negative,
        between,
        mut warmth,
    } = Lead::read(&mut reader);
    let first = reader.numeral()?;
    let second = range_end(&mut reader, sign, between);
    if reader.misplaced_scale {
        return None;
    }
    let by_words = first.by_korean_words;
    let (rest, below) = warmth.end(reader.rest());
    let negative = below || negative == Some(true);
    let numbers = match second {
        Some(second) => range(first, second, negative)?,
        None => {
            let mut number = first.into_number();
            if negative {
                number.value = -number.value;
            }
            number
        }
    };
    // 10분의 1도 is "not even a tenth", 4분의 1인 "which is a quarter".
    let part = numbers.fraction && (by_words || text.contains("분의"));
    let of_part = part && !warmth.is_told() && matches!(rest, "도" | "인");
    let rest = if of_part { "" } else { rest };
    let measured = phrase::unit(rest, reader.at_word(), sign, by_words)?;
    // "twice", "double" are multiples by themselves.
    let unit = match measured.unit {
        Unit::None if reader.multiple => Unit::Multiple,
        _ if reader.multiple => return None,
        unit => warmth.of(unit)?,
    };
    let number = match measured.power {
        0 => numbers,
        power => numbers.shifted(power),
    };
    let number = if measured.half_more {
        and_a_half(number)?
    } else {
        number
    };
    Some(Figure { number, unit })
}

/// A whole number and half of one more: 3년 반.
fn and_a_half(mut number: Number) -> Option<Number> {
    let whole = number.upper.is_none() && number.value.is_integer();
    number.value += BigRational::new(1.into(), 2.into());
    number.last_digit = -1;
    whole.then_some(number)
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;
    use proptest::prelude::*;

    use super::*;
    use crate::figure::Currency;
    use crate::figure::unit::listed;

    proptest! {
        #[test]
        fn plain_figures_are_read_again(
            digits in 0i64..100_000_000_000,
            cut in 0u32..12,
            last_digit in -9i32..=9,
            negative: bool,
            which: prop::sample::Index,
        ) {
            let currencies = Currency::ALL.into_iter().map(Unit::Currency);
            let unnamed = [Unit::None, Unit::Percent, Unit::PercentagePoint, Unit::Multiple];
            let units: Vec<Unit> = currencies.chain(unnamed).chain(listed()).collect();
            let sign = if negative { -1 } else { 1 };
            let value = BigRational::new((digits * sign).into(), BigInt::from(10).pow(cut));
            let figure = Figure {
                number: Number::new(value, last_digit),
                unit: which.get(&units).clone(),
            };
            prop_assert!(!figure.is_plain() || figure.is_read_again(), "{figure:?}");
        }
    }
}
