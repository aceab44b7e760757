//! What leads a number: hedges that say nothing of it, a sign, "minus", and by
//! which scale it is warm.

use super::hedge;
use super::reader::Reader;
use super::warmth::Warmth;
use crate::figure::unit::{Sign, leading_sign};

/// What a text says before its number.
#[derive(Debug, Default)]
pub(super) struct Lead {
    /// A sign of money, or that it is so many times.
    pub sign: Option<Sign>,
    /// Whether the number is below zero, if that is said.
    pub negative: Option<bool>,
    /// Whether "between" stands there: then "and" goes on to another number.
    pub between: bool,
    pub warmth: Warmth,
}

impl Lead {
    /// Reads as far as the number.
    pub fn read(reader: &mut Reader<'_>) -> Lead {
        let mut lead = Lead::default();
        reader.skip_spaces();
        while lead.take(reader) {
            reader.skip_spaces();
        }
        lead
    }

    /// Takes one thing more; false if none stands here.
    fn take(&mut self, reader: &mut Reader<'_>) -> bool {
        if let Some(below) = self.warmth.begin(reader) {
            self.negative = below.or(self.negative);
            return true;
        }
        if reader.eat_any(&["between "]) {
            self.between = true;
            return true;
        }
        if hedge::skip_before(reader) {
            return true;
        }
        if self.negative.is_none() && reader.eat_any(&["-", "–", "마이너스", "minus ", "negative "])
        {
            self.negative = Some(true);
        } else if self.negative.is_none() && reader.eat_any(&["+", "플러스", "plus "]) {
            self.negative = Some(false);
        } else if self.sign.is_none()
            && let Some((found, length)) = leading_sign(reader.lower())
        {
            self.sign = Some(found);
            reader.money = matches!(found, Sign::Currency(_));
            reader.skip(length);
        } else if self.sign.is_none() && reader.starts_with_factor() {
            self.sign = Some(Sign::Multiple);
            reader.skip(1);
        } else {
            return false;
        }
        true
    }
}
