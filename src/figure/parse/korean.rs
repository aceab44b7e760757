//! The Korean words of a numeral: 오십이, 마흔, 구점사, and what 만 and 백 make of
//! the digits before them.

use num_rational::BigRational;

use super::reader::Reader;
use super::sum::Sum;
use super::words;
use crate::figure::unit::starts_with_unit;

impl Reader<'_> {
    /// Reads the Korean word of a numeral that begins with `c` into `sum`; false if
    /// what stands here is none.
    pub(super) fn korean(&mut self, sum: &mut Sum, c: char) -> bool {
        if matches!(c, '점' | '쩜') && sum.current.is_some() {
            return self.korean_decimals(sum);
        }
        // What begins a unit is none: 사람 after 5만, 이상 after 삼만.
        if starts_with_unit(self.lower()) {
            return false;
        }
        if let Some(power) = words::small_scale(c) {
            self.skip(c.len_utf8());
            return self.scaled(sum.small(power));
        }
        if let Some(power) = words::myriad(c) {
            // 자 and 양 and the like begin many words.
            if power > 12 && (sum.is_empty() || sum.native) {
                return false;
            }
            self.skip(c.len_utf8());
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
            self.skip(length);
            return sum.number(BigRational::from_integer(value.into()), 0);
        }
        if let Some(digit) = words::sino_digit(c) {
            sum.words = true;
            self.skip(c.len_utf8());
            return sum.number(BigRational::from_integer(digit.into()), 0);
        }
        false
    }

    /// Decimals behind 점, digit by digit: 구점사, 영점영오, 9점4.
    fn korean_decimals(&mut self, sum: &mut Sum) -> bool {
        let start = self.position();
        self.skip('점'.len_utf8());
        self.decimals(sum, start, |reader| {
            // The 이 of 구점사이다 is none, nor that of 오 점 이상.
            let here = Some(reader.lower()).filter(|here| !starts_with_unit(here))?;
            let c = here.chars().next()?;
            Some((words::sino_digit(c)?, c.len_utf8()))
        })
    }
}
