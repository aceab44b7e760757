//! Numerals: digits, words and scales put together to a value.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::sum::Sum;
use super::words;
use crate::figure::Unit;
use crate::figure::number::power_of_ten;
use crate::figure::unit::{lookup, starts_with_unit};

/// Largest exponent that is read (`1e60`).
const LARGEST_EXPONENT: i32 = 60;
/// Most decimals that are read in words.
const DECIMALS: usize = 40;

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

/// Reads a text from left to right; `lower` is the same text in lower case,
/// byte for byte.
pub(super) struct Reader<'a> {
    text: &'a str,
    lower: String,
    at: usize,
    /// Whether the numeral was a word that says "times" too (`twice`).
    pub multiple: bool,
    /// Whether a scale stood where none can: 3만 5만, 5 million billion.
    pub misplaced_scale: bool,
    /// Whether a sign of money stood before: then `m` is a million.
    pub money: bool,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str) -> Self {
        Reader {
            text,
            lower: text.to_ascii_lowercase(),
            at: 0,
            multiple: false,
            misplaced_scale: false,
            money: false,
        }
    }

    pub fn position(&self) -> usize {
        self.at
    }

    pub fn go_to(&mut self, position: usize) {
        self.at = position;
    }

    /// What is not read yet.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The same in lower case.
    pub fn lower(&self) -> &str {
        self.lower.get(self.at..).unwrap_or_default()
    }

    /// Whether what is not read yet begins a word.
    pub fn at_word(&self) -> bool {
        self.rest().starts_with(' ')
    }

    pub fn skip(&mut self, bytes: usize) {
        self.at += bytes;
    }

    pub fn skip_spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Skips the first of `words` that stands here.
    pub fn eat_any(&mut self, words: &[&str]) -> bool {
        let found = words.iter().find(|word| self.lower().starts_with(**word));
        let length = found.map(|word| word.len());
        self.at += length.unwrap_or(0);
        length.is_some()
    }

    /// Whether an `x` stands here as a multiplication sign: `x18`.
    pub fn starts_with_factor(&self) -> bool {
        let mut rest = self.lower().chars();
        rest.next() == Some('x') && rest.next().is_some_and(|c| c.is_ascii_digit())
    }

    /// Skips a unit between a number and a sign that it goes on to another, as
    /// in `10%~15%`; nothing if no such sign follows.
    pub fn skip_unit_before_range(&mut self) -> Option<String> {
        let rest = self.rest();
        let end = rest.find(['~', '–', '-']).or_else(|| {
            ["에서", "부터", " to ", " and "]
                .iter()
                .find_map(|to| rest.find(to))
        })?;
        let unit = rest.get(..end)?.trim();
        lookup(unit)?;
        self.at += end;
        Some(unit.to_owned())
    }

    fn peek(&self) -> Option<char> {
        self.lower().chars().next()
    }

    /// The run of Latin letters here.
    fn word(&self) -> &str {
        let rest = self.lower();
        let end = rest
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    /// Reads a numeral, fractions and all.
    pub fn numeral(&mut self) -> Option<Numeral> {
        if let Some(numeral) = self.idiom() {
            return Some(numeral);
        }
        let first = self.whole()?;
        self.fraction(first)
    }

    /// Skips the "of" behind a part, and its article: half of a point.
    fn eat_of(&mut self) {
        if self.lower().starts_with(" of a ") {
            self.at += " of a".len();
        } else {
            self.eat_any(&[" of"]);
        }
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
            self.at += length;
            Numeral::of(BigRational::from_integer((12 * count).into()))
        })
    }

    /// Numerals that are one word.
    fn idiom(&mut self) -> Option<Numeral> {
        let half = |value: BigRational| Numeral {
            mantissa: value.clone(),
            value,
            last_digit: 0,
            fraction: true,
            scale: None,
            by_korean_words: false,
        };
        let one_half = BigRational::new(1.into(), 2.into());
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
                self.at += "quarter".len();
                self.eat_of();
                return Some(half(BigRational::new(1.into(), 4.into())));
            }
            "half" => {
                self.at += "half".len();
                if self.eat_any(&[" a ", " an "])
                    && let Some(power) = words::scale(self.word())
                {
                    self.at += self.word().len();
                    let value = one_half * power_of_ten(power);
                    return Some(Numeral {
                        last_digit: power - 1,
                        ..Numeral::of(value)
                    });
                }
                self.eat_of();
                return Some(half(one_half));
            }
            _ => {
                return self.eat_any(&["절반"]).then(|| Numeral {
                    by_korean_words: true,
                    ..half(one_half)
                });
            }
        };
        self.at += self.word().len();
        self.multiple = true;
        let value = BigRational::from_integer(times.into());
        Some(Numeral {
            fraction: false,
            ..half(value)
        })
    }

    /// What makes a fraction of the number that was read: `/18`, `분의 1`,
    /// ` 1/2` behind a whole, `thirds`, `in ten`.
    fn fraction(&mut self, first: Numeral) -> Option<Numeral> {
        let start = self.at;
        self.skip_spaces();
        if self.eat_any(&["분의"]) {
            self.skip_spaces();
            let over = self.whole()?;
            return divided(over, first);
        }
        if let Some(ratio) = self.ratio(&first) {
            return Some(ratio);
        }
        let chance = self.eat_any(&["in "]);
        // $740 million over 15 years is a sum and a time.
        let amount = self.money || first.scale.is_some();
        let over = !chance && self.eat_any(&["over "]);
        if chance || over || self.eat_any(&["/", "out of "]) {
            self.skip_spaces();
            // one in every five
            self.eat_any(&["every "]);
            if let Some(under) = self.whole()
                && !(over && (amount || !self.rest().is_empty()))
                // 9 in 10, but not 38 in 2023.
                && !(chance && !first.value.is_one() && under.value > power_of_ten(2))
                // $0.14/1M tokens is a price for each million.
                && (!self.money || self.rest().is_empty())
            {
                // 1/18th
                if matches!(self.word(), "st" | "nd" | "rd" | "th") {
                    self.at += 2;
                }
                return divided(first, under);
            }
        }
        self.at = start;
        self.skip_spaces();
        if self.eat_any(&["-"]) || self.at > start {
            if let Some(part) = words::part(self.word()) {
                self.at += self.word().len();
                self.eat_of();
                return divided(first, Numeral::of(BigRational::from_integer(part.into())));
            }
            // A mixed number: 2 1/2, 2 and 1/2.
            self.eat_any(&["and "]);
            if first.last_digit == 0
                && first.scale.is_none()
                && let Some(over) = self.digits()
                && self.eat_any(&["/"])
                && let Some(under) = self.digits()
                && !under.0.is_zero()
                && over.0 < under.0
            {
                let mut mixed = Numeral::of(first.value + over.0 / under.0);
                mixed.fraction = true;
                return Some(mixed);
            }
        }
        self.at = start;
        Some(first)
    }

    /// The ratio of two whole numbers, `first` being the one before: `1:18`,
    /// `18 대 1`, `18 to 1`; it says "times" too.
    fn ratio(&mut self, first: &Numeral) -> Option<Numeral> {
        let start = self.at;
        let plain = |numeral: &Numeral| numeral.value.is_integer() && !numeral.fraction;
        let to = self.eat_any(&["to ", "-to-"]);
        let found = plain(first) && (to || self.eat_any(&[":", "대"]));
        let found = found.then(|| {
            self.skip_spaces();
            let digit = self.peek().is_some_and(|c| c.is_ascii_digit())
                || words::english(self.word()).is_some()
                || self.rest().starts_with('일') && first.by_korean_words;
            let under = self.whole().filter(|under| digit && plain(under))?;
            // "1 to 18" goes from one to the other.
            (!to || under.value.is_one() && first.value > under.value).then_some(under)
        });
        let ratio = found
            .flatten()
            .and_then(|under| divided(first.clone(), under));
        match ratio {
            Some(_) => self.multiple = true,
            None => self.at = start,
        }
        ratio
    }

    /// Reads digits, words and scales as far as they make one number.
    fn whole(&mut self) -> Option<Numeral> {
        let mut sum = Sum::default();
        let mut end = None;
        loop {
            let start = self.at;
            // thirty-eight thousand, two hundred
            if sum.english && sum.current.is_none() {
                self.eat_any(&[","]);
            }
            self.skip_spaces();
            let apart = self.at > start;
            if !self.component(&mut sum, apart) {
                self.at = start;
                break;
            }
            end = Some(self.at);
        }
        self.at = end?;
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
        if matches!(c, '점' | '쩜') && sum.current.is_some() {
            return self.korean_decimals(sum);
        }
        // What begins a unit is none: 사람 after 5만, 이상 after 삼만.
        if starts_with_unit(self.lower()) {
            return false;
        }
        if let Some(power) = words::small_scale(c) {
            self.at += c.len_utf8();
            return self.scaled(sum.small(power));
        }
        if let Some(power) = words::myriad(c) {
            // 자 and 양 and the like begin many words.
            if power > 12 && (sum.is_empty() || sum.native) {
                return false;
            }
            self.at += c.len_utf8();
            return self.scaled(sum.big(power));
        }
        // Behind digits a syllable is a digit only with its scale: 3만 팔천,
        // but 5일 and 만 이상.
        let scaled = self
            .lower()
            .chars()
            .nth(1)
            .is_some_and(|next| words::small_scale(next).or(words::myriad(next)).is_some());
        if sum.digits && !sum.words && !(scaled && sum.current.is_none()) {
            return false;
        }
        if let Some((value, length)) = words::native(self.lower())
            && sum.is_empty()
        {
            sum.words = true;
            sum.native = true;
            self.at += length;
            return sum.number(BigRational::from_integer(value.into()), 0);
        }
        if let Some(digit) = words::sino_digit(c) {
            sum.words = true;
            self.at += c.len_utf8();
            return sum.number(BigRational::from_integer(digit.into()), 0);
        }
        false
    }

    /// Decimals behind 점, digit by digit: 구점사, 영점영오, 9점4.
    fn korean_decimals(&mut self, sum: &mut Sum) -> bool {
        let start = self.at;
        self.at += '점'.len_utf8();
        let mut digits = self.digit_run().to_owned();
        self.at += digits.len();
        while digits.len() < DECIMALS {
            let here = self.at;
            self.skip_spaces();
            let digit = match self.peek() {
                // The 이 of 구점사이다 is none, nor that of 오 점 이상.
                Some(_) if starts_with_unit(self.lower()) => None,
                Some(c) => words::sino_digit(c).and_then(|digit| char::from_digit(digit, 10)),
                None => None,
            };
            let Some(digit) = digit else {
                self.at = here;
                break;
            };
            self.skip(self.peek().map_or(0, char::len_utf8));
            digits.push(digit);
        }
        let read = decimals(&digits).is_some_and(|(value, shown)| sum.decimals(value, shown));
        if !read {
            self.at = start;
        }
        read
    }

    /// Decimals behind "point", as digits or word by word: nine point four.
    fn english_decimals(&mut self, sum: &mut Sum) -> bool {
        let start = self.at;
        self.at += "point".len();
        self.skip_spaces();
        let mut digits = self.digit_run().to_owned();
        self.at += digits.len();
        while digits.len() < DECIMALS {
            let here = self.at;
            self.skip_spaces();
            let digit = match words::english(self.word()) {
                Some(digit @ 0..=9) => char::from_digit(digit, 10),
                _ => None,
            };
            let Some(digit) = digit else {
                self.at = here;
                break;
            };
            self.at += self.word().len();
            digits.push(digit);
        }
        let read = decimals(&digits).is_some_and(|(value, shown)| sum.decimals(value, shown));
        if !read {
            self.at = start;
        }
        read
    }

    /// A part of one behind a whole: one *and a half*, 5 *and a quarter* million.
    fn and_a_part(&mut self, sum: &mut Sum) -> bool {
        for (words, hundredths, shown) in [
            ("and a half", 50, 1),
            ("and one half", 50, 1),
            ("and half", 50, 1),
            ("and a quarter", 25, 2),
            ("and one quarter", 25, 2),
            ("and three quarters", 75, 2),
        ] {
            if self.lower().starts_with(words) {
                self.at += words.len();
                let part = BigRational::new(hundredths.into(), 100.into());
                return sum.decimals(part, shown);
            }
        }
        false
    }

    /// Notes a scale that did not fit.
    fn scaled(&mut self, fits: bool) -> bool {
        self.misplaced_scale |= !fits;
        fits
    }

    /// An English word of a numeral: fifty-two, hundred, million, M, bn.
    fn english(&mut self, sum: &mut Sum, apart: bool) -> bool {
        let word = self.word().to_owned();
        // A letter behind a space is more likely the unit: 5 m, 139 t.
        let original = self.rest().chars().next().unwrap_or(' ');
        let read = self.text.get(..self.at).unwrap_or_default();
        // Behind 만 too: 1300만t.
        let behind_a_scale = read.ends_with(|c| words::myriad(c).is_some());
        // A small t is a tonne, not a trillion, where no money is: 34,200t.
        let letter = word.len() == 1
            && (apart && original.is_ascii_lowercase() || behind_a_scale || original == 't')
            && !self.money
            && !self.money_follows(word.len());
        if let Some(power) = words::scale(&word)
            && !letter
        {
            if sum.is_empty() {
                return false;
            }
            self.at += word.len();
            return self.scaled(sum.big(power));
        }
        if sum.current.is_some() {
            match word.as_str() {
                "point" => return self.english_decimals(sum),
                "and" if self.and_a_part(sum) => return true,
                _ => {}
            }
        }
        if word == "hundred" && !sum.is_empty() {
            self.at += word.len();
            return self.scaled(sum.small(2));
        }
        if word == "dozen" && sum.current.is_some() {
            self.at += word.len();
            return sum.times(12);
        }
        if (word == "a" || word == "an") && sum.is_empty() {
            let start = self.at;
            self.at += word.len();
            self.skip_spaces();
            let next = self.word().to_owned();
            let counts = words::scale(&next).is_some() && next.len() > 2
                || words::part(&next).is_some()
                || matches!(
                    next.as_str(),
                    "hundred"
                        | "dozen"
                        | "decade"
                        | "century"
                        | "year"
                        | "month"
                        | "week"
                        | "day"
                        | "hour"
                        | "minute"
                );
            if counts {
                self.at = start + word.len();
                sum.words = true;
                return sum.number(BigRational::one(), 0);
            }
            return false;
        }
        if word == "and" && sum.words && !sum.is_empty() {
            self.at += word.len();
            self.skip_spaces();
            let next = self.word().to_owned();
            return words::english(&next).is_some() && self.english(sum, true);
        }
        let Some(mut value) = words::english(&word) else {
            return false;
        };
        if sum.digits {
            return false;
        }
        self.at += word.len();
        if value >= 20 {
            let start = self.at;
            let joined = self.eat_any(&["-", " "]);
            match words::english(self.word()) {
                Some(ones @ 1..=9) if joined => {
                    value += ones;
                    self.at += self.word().len();
                }
                _ => self.at = start,
            }
        }
        sum.words = true;
        sum.english = true;
        sum.number(BigRational::from_integer(value.into()), 0)
    }

    /// Whether money is named behind the next `bytes`: then a letter is a scale.
    fn money_follows(&self, bytes: usize) -> bool {
        let rest = self.lower().get(bytes..).unwrap_or_default().trim_start();
        let word = rest.split(' ').next().unwrap_or_default();
        matches!(lookup(word), Some(Unit::Currency(_)))
    }

    /// Reads digits with their grouping, decimals and exponent: the value and
    /// the power of ten of the last digit.
    fn digits(&mut self) -> Option<(BigRational, i32)> {
        let start = self.at;
        let read = self.read_digits();
        if read.is_none() {
            self.at = start;
        }
        read
    }

    fn read_digits(&mut self) -> Option<(BigRational, i32)> {
        let mut digits = self.digit_run().to_owned();
        self.at += digits.len();
        if digits == "10" && self.eat_any(&["^"]) {
            let power = self.power()?;
            return Some((power_of_ten(power), power));
        }
        if (1..=3).contains(&digits.len()) {
            let separator = self.peek().filter(|c| matches!(c, ',' | ' ' | '\'' | '_'));
            while separator.is_some() && self.peek() == separator {
                self.at += 1;
                let group = self.digit_run().to_owned();
                if group.len() != 3 {
                    self.at -= 1;
                    break;
                }
                self.at += 3;
                digits.push_str(&group);
            }
        }
        let mut last_digit = 0;
        if self.peek() == Some('.') {
            self.at += 1;
            let decimals = self.digit_run().to_owned();
            if decimals.is_empty() {
                self.at -= 1;
            }
            self.at += decimals.len();
            last_digit = -i32::try_from(decimals.len()).ok()?;
            digits.push_str(&decimals);
        }
        let whole: BigInt = digits.parse().ok()?;
        let exponent = self.exponent()?;
        last_digit += exponent;
        Some((
            BigRational::from_integer(whole) * power_of_ten(last_digit),
            last_digit,
        ))
    }

    /// The digits here.
    fn digit_run(&self) -> &str {
        let rest = self.lower();
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    /// An exponent behind digits: `e6`, `×10^6`; 0 if there is none, nothing
    /// if it is too large.
    fn exponent(&mut self) -> Option<i32> {
        let start = self.at;
        if self.eat_any(&["e", "×10^", "x10^", "*10^", " × 10^", " x 10^", " * 10^"]) {
            let sign = self.rest().starts_with(['-', '+']);
            let digits = self.lower().get(usize::from(sign)..).unwrap_or_default();
            if digits.starts_with(|c: char| c.is_ascii_digit()) {
                return self.power();
            }
        }
        self.at = start;
        Some(0)
    }

    /// An exponent, if it is not too large to be meant.
    fn power(&mut self) -> Option<i32> {
        let negative = self.eat_any(&["-"]);
        if !negative {
            self.eat_any(&["+"]);
        }
        let digits = self.digit_run().to_owned();
        self.at += digits.len();
        let size = digits.parse::<i32>().ok()?;
        let exponent = if negative { -size } else { size };
        (size <= LARGEST_EXPONENT).then_some(exponent)
    }
}

impl Numeral {
    fn of(value: BigRational) -> Numeral {
        Numeral {
            mantissa: value.clone(),
            value,
            last_digit: 0,
            fraction: false,
            scale: None,
            by_korean_words: false,
        }
    }
}

/// Digits behind a point: their value and how many there are.
fn decimals(digits: &str) -> Option<(BigRational, i32)> {
    let shown = i32::try_from(digits.len()).ok()?;
    let value: BigInt = digits.parse().ok()?;
    Some((
        BigRational::from_integer(value) * power_of_ten(-shown),
        shown,
    ))
}

/// `over` divided by `under`, as a fraction.
fn divided(over: Numeral, under: Numeral) -> Option<Numeral> {
    if under.value.is_zero() {
        return None;
    }
    let mut fraction = Numeral::of(over.value / under.value);
    fraction.fraction = true;
    fraction.by_korean_words = over.by_korean_words && under.by_korean_words;
    Some(fraction)
}
