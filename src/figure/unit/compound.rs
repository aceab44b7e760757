//! Measures of something: a train-kilometre, 열차 킬로미터, is a kilometre of a train.
//! What is told per kilometre of it is so per kilometre.

use super::Unit;
use super::lookup::lookup;
use crate::text::is_hangul;

/// Two units by the measures that they are, where one of them is a measure of
/// something and the other the same of it, or of something that it leaves open: of
/// the same in another language, or of nothing that it names.
pub(super) fn alike(one: &Unit, other: &Unit) -> Option<(Unit, Unit)> {
    let (mine, theirs) = (parts(one), parts(other));
    let alike = mine.is_some() || theirs.is_some();
    let measure = |unit: &Unit, parts: Option<(&str, Unit)>| match parts {
        Some((_, measure)) => measure,
        None => unit.clone(),
    };
    alike.then(|| (measure(one, mine), measure(other, theirs)))
}

/// Whether both are measures of something, and of different things: no
/// train-kilometre is a passenger-kilometre.
pub(super) fn are_apart(one: &Unit, other: &Unit) -> bool {
    parts(one)
        .zip(parts(other))
        .is_some_and(|((mine, _), (theirs, _))| {
            let same_language = mine.contains(is_hangul) == theirs.contains(is_hangul);
            same_language && mine.to_lowercase() != theirs.to_lowercase()
        })
}

/// Whether a phrase is a measure of something.
pub(in crate::figure) fn is_of_something(phrase: &str) -> bool {
    parted(phrase).is_some()
}

/// What a unit is a measure of, and the measure.
fn parts(unit: &Unit) -> Option<(&str, Unit)> {
    match unit {
        Unit::Other(word) if !unit.is_a_measure() && !word.contains('/') => parted(word),
        _ => None,
    }
}

fn parted(word: &str) -> Option<(&str, Unit)> {
    word.char_indices().skip(1).find_map(|(at, _)| {
        let (of, last) = word.split_at_checked(at)?;
        let apart = of.ends_with([' ', '-']);
        // 플랑크톤 is no ton, and 프로그램 no gram.
        let long = if last.is_ascii() { 2 } else { 4 };
        let glued = || of.ends_with(is_hangul) && last.chars().nth(long - 1).is_some();
        let whole = apart || glued();
        let measure = whole.then(|| lookup(last)).flatten()?;
        let of = of.trim_end_matches([' ', '-']);
        let is_measure = matches!(measure, Unit::Other(_)) && measure.is_a_measure();
        (is_measure && !of.is_empty()).then_some((of, measure))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::super::UnitMatch::{Same, Wrong};
    use crate::figure::Figure;

    #[test]
    fn what_is_per_a_measure_of_something_is_per_that_measure() {
        for (mine, given, expected) in [
            (
                "열차 킬로미터당 2.10유로",
                "€2.10 per train-kilometre",
                Same,
            ),
            ("열차킬로미터당 2.10유로", "€2.10 per train-kilometre", Same),
            ("열차㎞당 2.10유로", "€2.10 per train-kilometre", Same),
            ("1km당 2.10유로", "€2.10 per train-kilometre", Same),
            ("km당 2.10유로", "€2.10 per train-kilometre", Same),
            ("km당 2.10유로", "€2.10 per kilometre", Same),
            ("€2.10 per km", "€2.10 per train-kilometre", Same),
            (
                "€2.10 per train kilometre",
                "€2.10 per train-kilometre",
                Same,
            ),
            ("€2.10 per train-km", "€2.10 per train-kilometre", Same),
            ("€2.10 per kilometre", "열차 킬로미터당 2.10유로", Same),
            (
                "€2.10 per passenger-kilometre",
                "€2.10 per train-kilometre",
                Wrong,
            ),
            (
                "화물 킬로미터당 2.10유로",
                "열차 킬로미터당 2.10유로",
                Wrong,
            ),
            ("€2.10 per train", "€2.10 per train-kilometre", Wrong),
            ("시간당 2.10유로", "€2.10 per train-kilometre", Wrong),
            ("2.10달러/km", "€2.10 per train-kilometre", Wrong),
            ("MWh당 46달러", "$46 per MW-day", Wrong),
            ("톤당 46달러", "$46 per 플랑크톤", Wrong),
            ("그램당 46달러", "$46 per 프로그램", Wrong),
            ("5 trains", "5 train-kilometres", Wrong),
            ("5 train-kilometres", "5 train-kilometres", Same),
        ] {
            let unit = |text: &str| Figure::parse(text).expect(text).unit;
            assert_eq!(
                unit(mine).compare(&unit(given)),
                expected,
                "{mine} for {given}"
            );
        }
        let figure = |text: &str| Figure::parse(text).expect(text).unit;
        let factor = figure("€2.10 per metre").in_terms_of(&figure("€2 per train-kilometre"));
        assert_eq!(
            factor.map(|factor| factor.to_string()).as_deref(),
            Some("1000")
        );
    }
}
