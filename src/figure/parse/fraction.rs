//! What stands behind a number and makes a part of it: `1/18`, `18분의 1`, two
//! thirds, 9 in 10; and the ratio of two, which is so many times.

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::numeral::Numeral;
use super::reader::Reader;
use super::words;
use crate::figure::number::power_of_ten;

impl Reader<'_> {
    /// What makes a fraction of the number that was read: `/18`, `분의 1`,
    /// ` 1/2` behind a whole, `thirds`, `in ten`.
    pub(super) fn fraction(&mut self, first: Numeral) -> Option<Numeral> {
        let start = self.position();
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
                    self.skip(2);
                }
                return divided(first, under);
            }
        }
        self.go_to(start);
        self.skip_spaces();
        if self.eat_any(&["-"]) || self.position() > start {
            if let Some(part) = words::part(self.word()) {
                self.skip(self.word().len());
                self.eat_of();
                return divided(first, Numeral::of(BigRational::from_integer(part.into())));
            }
            if let Some(mixed) = self.mixed(&first) {
                return Some(mixed);
            }
        }
        self.go_to(start);
        Some(first)
    }

    /// A mixed number, `first` being its whole: 2 1/2, 2 and 1/2.
    fn mixed(&mut self, first: &Numeral) -> Option<Numeral> {
        self.eat_any(&["and "]);
        if first.last_digit != 0 || first.scale.is_some() {
            return None;
        }
        let (over, _) = self.digits()?;
        if !self.eat_any(&["/"]) {
            return None;
        }
        let (under, _) = self.digits()?;
        (!under.is_zero() && over < under).then(|| Numeral {
            fraction: true,
            ..Numeral::of(&first.value + over / under)
        })
    }

    /// The ratio of two whole numbers, `first` being the one before: `1:18`,
    /// `18 대 1`, `18 to 1`; it says "times" too.
    fn ratio(&mut self, first: &Numeral) -> Option<Numeral> {
        let start = self.position();
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
            None => self.go_to(start),
        }
        ratio
    }

    /// Skips the "of" behind a part, and its article: half of a point.
    pub(super) fn eat_of(&mut self) {
        if self.lower().starts_with(" of a ") {
            self.skip(" of a".len());
        } else {
            self.eat_any(&[" of"]);
        }
    }
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
