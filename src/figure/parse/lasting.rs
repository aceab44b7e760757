//! How long something lasts, in two units or more: `4년 6개월`, `1 hour 30 minutes`.

use num_rational::BigRational;
use num_traits::Zero;

use super::numeral::Reader;
use super::{Figure, Number, hedge};
use crate::figure::Unit;
use crate::figure::unit::lookup;

/// Most units that one is made of.
const MOST: usize = 4;

/// Reads `text` as units of time one after another, each smaller than the one
/// before; the value is in the smallest.
pub(super) fn read(text: &str) -> Option<Figure> {
    let mut reader = Reader::new(text);
    while hedge::skip_before(&mut reader) {
        reader.skip_spaces();
    }
    let mut total = BigRational::zero();
    let mut unit: Option<Unit> = None;
    let mut last_digit = 0;
    let mut parts = 0;
    while parts < MOST {
        let start = reader.position();
        reader.skip_spaces();
        reader.eat_any(&[",", "and "]);
        reader.skip_spaces();
        let Some((value, last, next)) = part(&mut reader) else {
            reader.go_to(start);
            break;
        };
        if let Some(before) = &unit {
            let factor = before
                .in_terms_of(&next)
                .filter(|f| f.numer() > f.denom())?;
            // 1 year 18 months is no way to say it.
            if value >= factor || !total.is_integer() {
                return None;
            }
            total *= factor;
        }
        total += value;
        last_digit = last;
        unit = Some(next);
        parts += 1;
    }
    let rest = hedge::strip_after(reader.rest());
    let done = rest.is_empty() || hedge::without_ending(rest, false) == Some("");
    (parts > 1 && done).then_some(())?;
    Some(Figure {
        number: Number::new(total, last_digit),
        unit: unit?,
    })
}

/// A number with a unit of time.
fn part(reader: &mut Reader<'_>) -> Option<(BigRational, i32, Unit)> {
    let numeral = reader.numeral()?;
    reader.skip_spaces();
    let rest = reader.rest();
    let end = rest
        .find(|c: char| c == ' ' || c == ',' || c.is_ascii_digit())
        .unwrap_or(rest.len());
    let word = rest.get(..end)?;
    let mut candidates = vec![word];
    candidates.extend(hedge::without_ending(word, false));
    // 한시간삼십분: the longest word that is a unit.
    candidates.extend(
        word.char_indices()
            .rev()
            .filter_map(|(at, _)| word.get(..at)),
    );
    let (unit, length) = candidates.into_iter().find_map(|word| {
        let unit = lookup(word).filter(Unit::lasts)?;
        Some((unit, word.len()))
    })?;
    reader.skip(length);
    (!numeral.fraction).then_some((numeral.value, numeral.last_digit, unit))
}
