//! The English words of a numeral: fifty-two, a hundred, nine point four million.

use num_rational::BigRational;
use num_traits::One;

use super::reader::Reader;
use super::sum::Sum;
use super::words;
use crate::figure::Unit;
use crate::figure::unit::lookup;

/// What an article counts one of, beside scales and parts.
const COUNTED_BY_AN_ARTICLE: [&str; 10] = [
    "hundred", "dozen", "decade", "century", "year", "month", "week", "day", "hour", "minute",
];

impl Reader<'_> {
    /// An English word of a numeral: fifty-two, hundred, million, M, bn.
    pub(super) fn english(&mut self, sum: &mut Sum, apart: bool) -> bool {
        let word = self.word().to_owned();
        // A letter behind a space is more likely the unit: 5 m, 139 t.
        let original = self.rest().chars().next().unwrap_or(' ');
        // Behind 만 too: 1300만t.
        let behind_a_scale = self.before().ends_with(|c| words::myriad(c).is_some());
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
            self.skip(word.len());
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
            self.skip(word.len());
            return self.scaled(sum.small(2));
        }
        if word == "dozen" && sum.current.is_some() {
            self.skip(word.len());
            return sum.times(12);
        }
        if (word == "a" || word == "an") && sum.is_empty() {
            return self.article(sum, word.len());
        }
        if word == "and" && sum.words && !sum.is_empty() {
            self.skip(word.len());
            self.skip_spaces();
            let next = self.word().to_owned();
            return words::english(&next).is_some() && self.english(sum, true);
        }
        self.below_a_hundred(sum, &word)
    }

    /// An article of so many bytes that counts one: a million, a third, a day.
    fn article(&mut self, sum: &mut Sum, length: usize) -> bool {
        let start = self.position();
        self.skip(length);
        self.skip_spaces();
        let next = self.word();
        let counts = words::scale(next).is_some() && next.len() > 2
            || words::part(next).is_some()
            || COUNTED_BY_AN_ARTICLE.contains(&next);
        if !counts {
            return false;
        }
        self.go_to(start + length);
        sum.words = true;
        sum.number(BigRational::one(), 0)
    }

    /// A number that is one word, or tens and ones: nine, fifty-two.
    fn below_a_hundred(&mut self, sum: &mut Sum, word: &str) -> bool {
        let Some(mut value) = words::english(word).filter(|_| !sum.digits) else {
            return false;
        };
        self.skip(word.len());
        if value >= 20 {
            let start = self.position();
            let joined = self.eat_any(&["-", " "]);
            match words::english(self.word()) {
                Some(ones @ 1..=9) if joined => {
                    value += ones;
                    self.skip(self.word().len());
                }
                _ => self.go_to(start),
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

    /// Decimals behind "point", as digits or word by word: nine point four.
    fn english_decimals(&mut self, sum: &mut Sum) -> bool {
        let start = self.position();
        self.skip("point".len());
        self.skip_spaces();
        self.decimals(sum, start, |reader| {
            let word = reader.word();
            let digit = words::english(word).filter(|digit| *digit <= 9)?;
            Some((digit, word.len()))
        })
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
                self.skip(words.len());
                let part = BigRational::new(hundredths.into(), 100.into());
                return sum.decimals(part, shown);
            }
        }
        false
    }
}
