//! Numerals: digits, words and scales put together to a value.

use num_rational::BigRational;

use super::reader::Reader;
use super::sum::Sum;
use super::words;
use crate::figure::Number;
use crate::figure::number::power_of_ten;

/// A numeral that was read.
#[derive(Debug, Clone)]
pub(super) struct Numeral {
    pub value: BigRational,
    pub last_digit: i32,
    pub fraction: bool,
    /// The power of ten of its scale, if it is one number times a scale.
    pub scale: Option<i32>,
    /// The number before that scale.
    pub mantissa: BigRational,
    /// Whether it is of Korean words only, which may be other words.
    pub by_korean_words: bool,
}

impl Numeral {
    pub(super) fn of(value: BigRational) -> Numeral {
        Numeral {
            mantissa: value.clone(),
            value,
            last_digit: 0,
            fraction: false,
            scale: None,
            by_korean_words: false,
        }
    }

    /// As a number; a fraction of which nothing is left is a whole number.
    pub(super) fn into_number(self) -> Number {
        Number {
            fraction: self.fraction && !self.value.is_integer(),
            value: self.value,
            upper: None,
            last_digit: self.last_digit,
        }
    }
}

impl Reader<'_> {
    /// Reads a numeral, fractions and all.
    pub fn numeral(&mut self) -> Option<Numeral> {
        if let Some(numeral) = self.idiom() {
            return Some(numeral);
        }
        let first = self.whole()?;
        self.fraction(first)
    }

    /// A dozen, two dozen; dozens are no number.
    fn dozens(&mut self) -> Option<Numeral> {
        let lower = self.lower();
        let (count, behind) = match lower.strip_prefix("a dozen") {
            Some(behind) => (1, behind),
            None => {
                let (count, rest) = lower.split_once(' ')?;
                (words::english(count)?, rest.strip_prefix("dozen")?)
            }
        };
        let whole = !behind.starts_with(|c: char| c.is_alphanumeric());
        let length = lower.len() - behind.len();
        whole.then(|| {
            self.skip(length);
            Numeral::of(BigRational::from_integer((12 * count).into()))
        })
    }

    /// Numerals that are one word.
    fn idiom(&mut self) -> Option<Numeral> {
        let part = |value: BigRational| Numeral {
            fraction: true,
            ..Numeral::of(value)
        };
        let half = BigRational::new(1.into(), 2.into());
        if let Some(dozens) = self.dozens() {
            return Some(dozens);
        }
        let word = self.word();
        let fold = word.strip_suffix("fold").and_then(words::english);
        let times = match word {
            "twice" | "double" => 2,
            "thrice" | "triple" => 3,
            "quadruple" => 4,
            // sixfold
            _ if fold.is_some() => fold?,
            "quarter" => {
                self.skip("quarter".len());
                self.eat_of();
                return Some(part(BigRational::new(1.into(), 4.into())));
            }
            "half" => {
                self.skip("half".len());
                if self.eat_any(&[" a ", " an "])
                    && let Some(power) = words::scale(self.word())
                {
                    self.skip(self.word().len());
                    let value = half * power_of_ten(power);
                    return Some(Numeral {
                        last_digit: power - 1,
                        ..Numeral::of(value)
                    });
                }
                self.eat_of();
                return Some(part(half));
            }
            _ => {
                return self.eat_any(&["절반"]).then(|| Numeral {
                    by_korean_words: true,
                    ..part(half)
                });
            }
        };
        self.skip(self.word().len());
        self.multiple = true;
        let value = BigRational::from_integer(times.into());
        Some(Numeral::of(value))
    }

    /// Reads digits, words and scales as far as they make one number.
    pub(super) fn whole(&mut self) -> Option<Numeral> {
        let mut sum = Sum::default();
        let mut end = None;
        loop {
            let start = self.position();
            // thirty-eight thousand, two hundred
            if sum.english && sum.current.is_none() {
                self.eat_any(&[","]);
            }
            self.skip_spaces();
            let apart = self.position() > start;
            if !self.component(&mut sum, apart) {
                self.go_to(start);
                break;
            }
            end = Some(self.position());
        }
        self.go_to(end?);
        sum.finish()
    }

    /// Reads one component into `sum`; false if what stands here is none.
    fn component(&mut self, sum: &mut Sum, apart: bool) -> bool {
        let Some(c) = self.peek() else { return false };
        if c.is_ascii_digit() || c == '.' {
            if sum.words || (sum.digits && apart && sum.current.is_some()) {
                return false;
            }
            let Some((value, last_digit)) = self.digits() else {
                return false;
            };
            sum.digits = true;
            return sum.number(value, last_digit);
        }
        if c.is_ascii_alphabetic() {
            return self.english(sum, apart);
        }
        self.korean(sum, c)
    }

    /// Notes a scale that did not fit.
    pub(super) fn scaled(&mut self, fits: bool) -> bool {
        self.misplaced_scale |= !fits;
        fits
    }
}
