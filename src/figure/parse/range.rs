//! A range of two numerals: `10–15%`, `5~6만`, `between 3 and 4`.

use num_rational::BigRational;

use super::numeral::Numeral;
use super::reader::Reader;
use crate::figure::Number;
use crate::figure::number::power_of_ten;
use crate::figure::unit::{Sign, leading_sign, lookup};

/// The upper end of a range, if one follows; the reader stays where it is if not.
pub(super) fn range_end(
    reader: &mut Reader<'_>,
    sign: Option<Sign>,
    between: bool,
) -> Option<(bool, Numeral)> {
    let start = reader.position();
    let found = (|| {
        // The unit may stand at both ends: 10%~15%, 5만 명~6만 명.
        let unit = skip_unit(reader);
        reader.skip_spaces();
        let to = [
            "~", "–", "-", "to ", "through ", "에서", "부터", "이상", "와 ", "과 ",
        ];
        if !(reader.eat_any(&to) || between && reader.eat_any(&["and "])) {
            return None;
        }
        reader.skip_spaces();
        let negative = reader.eat_any(&["-", "영하 ", "영하"]);
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
pub(super) fn range(lower: Numeral, upper: (bool, Numeral), negative: bool) -> Option<Number> {
    let (upper_negative, upper) = upper;
    // "cut by a quarter to 30 million" goes from nothing to nothing.
    if lower.fraction && !upper.fraction && upper.value >= power_of_ten(1) {
        return None;
    }
    let scale = match (lower.scale, upper.scale) {
        (None, Some(scale)) if !lower.fraction && lower.value < upper.mantissa => scale,
        _ => 0,
    };
    let factor = power_of_ten(scale);
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

/// Skips a unit between a number and a sign that it goes on to another, as
/// in `10%~15%`; nothing if no such sign follows.
fn skip_unit(reader: &mut Reader<'_>) -> Option<String> {
    let rest = reader.rest();
    let end = rest.find(['~', '–', '-']).or_else(|| {
        ["에서", "부터", " to ", " and "]
            .iter()
            .find_map(|to| rest.find(to))
    })?;
    let unit = rest.get(..end)?.trim();
    lookup(unit)?;
    reader.skip(end);
    Some(unit.to_owned())
}
