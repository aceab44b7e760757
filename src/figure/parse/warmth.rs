//! How warm it is: below zero and above it, by which scale.

use super::Unit;
use super::reader::Reader;
use crate::figure::unit::DEGREES;

/// What a text says of a temperature beside its number.
#[derive(Debug, Default)]
pub(super) struct Warmth {
    /// Whether it says something that only a temperature has.
    told: bool,
    /// The unit of its scale, if it names one before the number.
    scale: Option<&'static str>,
}

impl Warmth {
    /// Skips what stands before the number of a temperature; then whether that
    /// is below zero, if it says so: `영하`, `섭씨`.
    pub fn begin(&mut self, reader: &mut Reader<'_>) -> Option<Option<bool>> {
        let below = if reader.eat_any(&["영하"]) {
            Some(true)
        } else if reader.eat_any(&["영상"]) {
            Some(false)
        } else if reader.eat_any(&["섭씨"]) {
            self.scale = Some("°C");
            None
        } else if reader.eat_any(&["화씨"]) {
            self.scale = Some("°F");
            None
        } else {
            return None;
        };
        self.told = true;
        Some(below)
    }

    /// Whether something was said that only a temperature has.
    pub fn is_told(&self) -> bool {
        self.told
    }

    /// What stands behind the number without *below zero*, and whether that
    /// stood there.
    pub fn end<'a>(&mut self, rest: &'a str) -> (&'a str, bool) {
        let (words, stop) = (rest.trim_end_matches('.'), " below zero");
        let at = words.len().saturating_sub(stop.len());
        match (words.get(..at), words.get(at..)) {
            (Some(head), Some(tail)) if tail.eq_ignore_ascii_case(stop) => {
                self.told = true;
                (head, true)
            }
            _ => (rest, false),
        }
    }

    /// The unit by what was said; nothing if only a temperature has that.
    pub fn of(&self, unit: Unit) -> Option<Unit> {
        match (&unit, self.scale) {
            (Unit::Other(word), Some(scale)) if word == DEGREES => {
                Some(Unit::Other(scale.to_owned()))
            }
            _ => (!self.told || unit.is_warmth()).then_some(unit),
        }
    }
}
