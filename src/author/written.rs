//! Figures as they stand in running text, by value: `3만 8210` is 38,210, and
//! `5.576 million` is `557만 6000`.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use crate::text::nfc;

/// A figure in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// Its value; a fact's is its name.
    pub value: Value,
    /// As it is written.
    pub shown: String,
    /// Its currency, where one is told beyond doubt.
    pub currency: Option<&'static str>,
}

/// Currencies as their figures are written: the sign before it, the English
/// words and the Korean word behind it. A dollar is one of America unless said
/// otherwise.
const CURRENCIES: &[(&str, &str, &[&str], &str)] = &[
    ("USD", "$", &["dollars", "dollar", "usd"], "달러"),
    ("KRW", "₩", &["won", "krw"], "원"),
    ("EUR", "€", &["euros", "euro", "eur"], "유로"),
    ("JPY", "¥", &["yen", "jpy"], "엔"),
    ("GBP", "£", &["pounds", "gbp"], "파운드"),
    ("CNY", "元", &["yuan", "cny", "renminbi"], "위안"),
];

/// What follows the word of a currency: 15억 원을 is money, 15 원자 is not.
const PARTICLES: &[char] = &[
    '이', '을', '의', '은', '에', '도', '과', '으', '가', '를', '는', '와', '로', '만', '까', '대',
    '어', '짜', '정', '규', '였', '입', '씩',
];

/// What a figure says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A number.
    Number(BigRational),
    /// The figure of a fact.
    Fact(String),
}

/// Scales behind digits, longest first: those of English stand apart or close.
const ENGLISH: &[(&str, u32)] = &[
    ("thousand", 3),
    ("trillion", 12),
    ("billion", 9),
    ("million", 6),
    ("tn", 12),
    ("bn", 9),
    ("mn", 6),
    ("k", 3),
    ("m", 6),
    ("b", 9),
    ("t", 12),
];

/// Those of Korean, which add up.
const MYRIADS: &[(char, u32)] = &[('조', 12), ('억', 8), ('만', 4)];
const PARTS: &[(char, u32)] = &[('천', 3), ('백', 2), ('십', 1)];

/// The figures of a text, in their order. Names of facts in braces are figures
/// too; hints and numbers of gaps are not.
pub(super) fn figures(text: &str) -> Vec<Written> {
    let text = nfc(text);
    let characters: Vec<char> = text.chars().collect();
    let mut reader = Reader {
        characters: &characters,
        at: 0,
    };
    let mut figures = Vec::new();
    while let Some(c) = reader.peek(0) {
        if c == '{' && reader.peek(1) == Some('{') {
            reader.at += 2;
            reader.skip_group();
        } else if c == '{' {
            figures.extend(reader.fact());
        } else if c == ':' && reader.peek(1) == Some(':') {
            reader.skip_hint();
        } else if c.is_ascii_digit() {
            figures.extend(reader.number());
        } else {
            reader.at += 1;
        }
    }
    figures
}

struct Reader<'t> {
    characters: &'t [char],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.characters.get(self.at + ahead).copied()
    }

    fn shown(&self, from: usize) -> String {
        let written = self.characters.get(from..self.at).unwrap_or_default();
        written.iter().collect::<String>().trim().to_owned()
    }

    /// `c1::` at the beginning of a gap.
    fn skip_group(&mut self) {
        let start = self.at;
        if self.peek(0) == Some('c') {
            self.at += 1;
            while self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
                self.at += 1;
            }
            if self.at > start + 1 && self.peek(0) == Some(':') && self.peek(1) == Some(':') {
                self.at += 2;
                return;
            }
        }
        self.at = start;
    }

    /// `::hint` up to the end of the gap.
    fn skip_hint(&mut self) {
        while self.peek(0).is_some_and(|c| c != '}') {
            self.at += 1;
        }
    }

    fn fact(&mut self) -> Option<Written> {
        let from = self.at;
        let rest = self.characters.get(from..)?;
        let Some(length) = rest.iter().position(|c| *c == '}') else {
            self.at += 1;
            return None;
        };
        self.at += length + 1;
        let shown = self.shown(from);
        let name = shown.trim_matches(['{', '}', ' ']).to_owned();
        Some(Written {
            value: Value::Fact(name),
            shown,
            currency: None,
        })
    }

    /// Digits, with points and grouping commas, as many thousandths of ... as
    /// they have decimals.
    fn digits(&mut self) -> Option<BigRational> {
        let (mut value, mut power) = (BigInt::zero(), None::<u32>);
        let mut any = false;
        while let Some(c) = self.peek(0) {
            let next_is_digit = self.peek(1).is_some_and(|c| c.is_ascii_digit());
            match c {
                _ if c.is_ascii_digit() => {
                    any = true;
                    value = value * 10 + c.to_digit(10)?;
                    power = power.map(|power| power + 1);
                }
                ',' if next_is_digit && self.groups_three() => {}
                '.' if next_is_digit && power.is_none() => power = Some(0),
                _ => break,
            }
            self.at += 1;
        }
        any.then(|| BigRational::new(value, ten_to(power.unwrap_or(0))))
    }

    /// Whether three digits, and no more, follow a comma.
    fn groups_three(&self) -> bool {
        let digit = |ahead| self.peek(ahead).is_some_and(|c: char| c.is_ascii_digit());
        digit(1) && digit(2) && digit(3) && !digit(4)
    }

    fn number(&mut self) -> Option<Written> {
        let from = self.at;
        let first = self.digits()?;
        let value = match self.korean(first.clone()) {
            Some(value) => value,
            None => first * self.english(from),
        };
        Some(Written {
            value: Value::Number(value),
            shown: self.shown(from),
            currency: self.currency(from),
        })
    }

    /// The currency of the figure that was read from `from` on.
    fn currency(&self, from: usize) -> Option<&'static str> {
        let before = |back: usize| {
            let at = from.checked_sub(back)?;
            self.characters.get(at).copied()
        };
        let rest = self.characters.get(self.at..).unwrap_or_default();
        let word: String = rest
            .iter()
            .skip_while(|c| **c == ' ')
            .take_while(|c| c.is_alphanumeric())
            .collect();
        let lower = word.to_lowercase();
        let behind = CURRENCIES.iter().find(|(_, _, words, korean)| {
            let rest = word.strip_prefix(korean);
            let particle = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(PARTICLES));
            words.contains(&lower.as_str()) || particle
        });
        // HK$5 is no dollar of America.
        let foreign = before(2).is_some_and(char::is_alphanumeric);
        let sign = before(1).filter(|_| !foreign).map(String::from);
        let signed = || {
            let mut all = CURRENCIES.iter();
            all.find(|(_, of, ..)| sign.as_deref() == Some(*of))
        };
        let (code, ..) = behind.or_else(signed)?;
        Some(code)
    }

    /// `5.576 million`, `5bn`: ten to the scale.
    fn english(&mut self, from: usize) -> BigRational {
        let spaces = usize::from(self.peek(0) == Some(' '));
        let rest: String = self
            .characters
            .get(self.at + spaces..)
            .unwrap_or_default()
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric())
            .collect();
        let lower = rest.to_lowercase();
        let sign = from.checked_sub(1).and_then(|at| self.characters.get(at));
        let priced =
            sign.is_some_and(|sign| CURRENCIES.iter().any(|(_, of, ..)| of.starts_with(*sign)));
        // Alone a letter may be a metre; and R1 m is no million. 34,200t are
        // tonnes, $5t are trillions.
        let fits = |word: &str| {
            lower == word && (spaces == 0 || word.len() > 2) && (rest != "t" || priced)
        };
        match ENGLISH.iter().find(|(word, _)| fits(word)) {
            Some((word, power)) => {
                self.at += spaces + word.len();
                BigRational::from_integer(ten_to(*power))
            }
            None => BigRational::one(),
        }
    }

    /// `3만 8210`, `1조 2,300억`, `5천만`: the sum, if it is such a number.
    fn korean(&mut self, first: BigRational) -> Option<BigRational> {
        let mut section = self.parts(first)?;
        let mut total = BigRational::zero();
        let mut below = u32::MAX;
        let mut scaled = false;
        loop {
            let scale = self
                .peek(0)
                .and_then(|c| MYRIADS.iter().find(|(scale, _)| *scale == c));
            let Some((_, power)) = scale.filter(|(_, power)| *power < below) else {
                total += section;
                break;
            };
            scaled = true;
            below = *power;
            self.at += 1;
            total += section * BigRational::from_integer(ten_to(*power));
            // More of the same number follows at once, or behind one space.
            let before = self.at;
            if self.peek(0) == Some(' ') {
                self.at += 1;
            }
            let next = self.peek(0).filter(char::is_ascii_digit);
            match next.and_then(|_| self.digits()) {
                Some(next) if next < BigRational::from_integer(ten_to(below)) => {
                    section = self.parts(next)?;
                }
                _ => {
                    self.at = before;
                    break;
                }
            }
        }
        (scaled || self.at > 0 && self.was_part()).then_some(total)
    }

    /// Whether the last character that was read is 천, 백 or 십.
    fn was_part(&self) -> bool {
        let last = self
            .at
            .checked_sub(1)
            .and_then(|at| self.characters.get(at));
        last.is_some_and(|last| PARTS.iter().any(|(part, _)| part == last))
    }

    /// `5천`, `3백`: within a myriad.
    fn parts(&mut self, first: BigRational) -> Option<BigRational> {
        let mut total = BigRational::zero();
        let mut value = first;
        loop {
            let part = self
                .peek(0)
                .and_then(|c| PARTS.iter().find(|(part, _)| *part == c));
            let Some((_, power)) = part else {
                return Some(total + value);
            };
            self.at += 1;
            total += value * BigRational::from_integer(ten_to(*power));
            if self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
                value = self.digits()?;
            } else {
                return Some(total);
            }
        }
    }
}

fn ten_to(power: u32) -> BigInt {
    BigInt::from(10).pow(power)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn figures_are_read_by_value() {
        for (one, two) in [
            ("38,210", "3만 8210"),
            ("5.576 million", "557만 6000"),
            ("$2.23 trillion won", "약 2조 2,300억 원"),
            ("50,000 H100 chips", "H100 칩 5만 개"),
            ("700 million", "7억"),
            ("5bn", "50억"),
            ("34,200t", "3만4200t"),
            ("$5t", "5조 달러"),
            ("5000", "5천"),
            ("30 million", "3천만"),
            ("1,200,000", "120만"),
            ("9.4% and 26.6%", "9.4%와 26.6%"),
            ("{fab.cost} in 2025", "2025년에 {fab.cost}"),
            ("the {{c1::H800::a GPU of 2}}", "{{c1::H800::3세대}}"),
            ("2014 to 2023", "2014~2023년"),
            ("8,000 ÷ 5.576", "8,000 ÷ 5.576"),
            ("January 29", "29일"),
        ] {
            let values = |text| {
                let mut values: Vec<String> = figures(text)
                    .iter()
                    .map(|figure| format!("{:?}", figure.value))
                    .collect();
                values.sort();
                values
            };
            assert_eq!(values(one), values(two), "{one} = {two}");
        }
    }

    #[test]
    fn currencies_are_told_by_signs_and_words() {
        for (text, expected) in [
            ("1.5 billion dollars", Some("USD")),
            ("$1.5 billion", Some("USD")),
            ("15억 달러를", Some("USD")),
            ("15억 원이다", Some("KRW")),
            ("15억원", Some("KRW")),
            ("€20bn", Some("EUR")),
            ("₩5,000", Some("KRW")),
            ("$2.23 trillion won", Some("KRW")),
            ("5 원자", None),
            ("HK$5", None),
            ("5 Hong Kong dollars", None),
            ("5 people", None),
        ] {
            let found = figures(text);
            assert_eq!(found[0].currency, expected, "{text}");
        }
    }

    #[test]
    fn no_text_is_too_odd() {
        for text in [
            "",
            "{",
            "{{c",
            "9만9만9만",
            "1천2",
            "12,34",
            "c1::",
            "5 m",
            "9.",
        ] {
            figures(text);
        }
    }
}
