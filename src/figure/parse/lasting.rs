//! How long something lasts, in two units or more: `4년 6개월`, `1 hour 30 minutes`.

use num_rational::BigRational;
use num_traits::Zero;

use super::reader::Reader;
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
        reader.eat_any(&[",", "and ", "하고도", "하고"]);
        reader.skip_spaces();
        let Some((value, last, next)) = part(&mut reader, unit.as_ref()) else {
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

/// Letters for units of time, which mean one only in a row: 4y 6mo, 1h 30s.
const LETTERS: [(&str, &str); 7] = [
    ("y", "years"),
    ("mo", "months"),
    ("w", "weeks"),
    ("d", "days"),
    ("h", "hours"),
    ("s", "seconds"),
    ("월", "months"),
];

/// The unit that a word is behind one of time: 4년 6월 is six months.
fn unit(word: &str, before: Option<&Unit>) -> Option<Unit> {
    let lower = word.to_lowercase();
    let letter = match lower.as_str() {
        // A month of a year is no number of them: 6월 alone.
        "월" if before.is_none_or(|before| Some(before) != lookup("년").as_ref()) => None,
        _ => LETTERS
            .iter()
            .find(|(letter, _)| *letter == lower)
            .map(|(_, unit)| *unit),
    };
    lookup(letter.unwrap_or(word)).filter(Unit::lasts)
}

/// A number with a unit of time, behind one of the unit `before`.
fn part(reader: &mut Reader<'_>, before: Option<&Unit>) -> Option<(BigRational, i32, Unit)> {
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
    let (unit, length) = candidates
        .into_iter()
        .find_map(|word| Some((unit(word, before)?, word.len())))?;
    reader.skip(length);
    (!numeral.fraction).then_some((numeral.value, numeral.last_digit, unit))
}
