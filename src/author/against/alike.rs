//! Whether two figures say the same, one perhaps rounded, in another unit, or as
//! one end of a span.

use super::{shares, signs};
use crate::author::prose::FigureFound;
use crate::figure::{Figure, Unit, UnitMatch};

/// So much is no number of an item: 5 billion behind 3 billion dollars.
const LARGE: f64 = 1e6;

/// How a figure stands to the very one that is meant.
pub(super) enum Held {
    /// It says the same.
    Same,
    /// It has the same number.
    OtherUnit,
    /// It has another.
    Other,
}

/// How a figure stands to the one of an article that is meant by it.
pub(super) fn held(figure: &Figure, found: &FigureFound) -> Held {
    let there = &found.figure;
    let unsigned = signs::unsigned(figure);
    let fell = unsigned.is_some_and(|unsigned| is_same(&unsigned, there));
    let same = is_same(figure, there) || fell;
    if same && same_unit(&figure.unit, there)
        || shares::are_same(figure, there)
        || converted(figure, there)
    {
        Held::Same
    } else if same {
        Held::OtherUnit
    } else {
        Held::Other
    }
}

/// Whether two figures have the same number, one perhaps rounded, or one of the
/// ends of a span.
pub(super) fn is_same(claimed: &Figure, found: &Figure) -> bool {
    let (mine, theirs) = (&claimed.number, &found.number);
    let rounded = mine.last_digit > theirs.last_digit
        && mine.significant_digits().is_some_and(|digits| digits > 1)
        && mine.is_rounding_of(theirs);
    let end = mine.upper.is_none()
        && theirs.upper.is_some()
        && (mine.value == theirs.value || mine.value == *theirs.largest());
    // 2.0 is more than an article says that has "twice".
    let finer = mine.last_digit < 0 && theirs.last_digit >= 0 && mine.value.is_integer();
    (mine.equals(theirs) && !finer) || rounded || end
}

/// Whether the unit of a claim may be meant by the one of what was found. A
/// bare number is one of anything if it has two digits or more (the cells of a
/// table), but not the number of an item in a list.
pub(super) fn same_unit(claimed: &Unit, found: &Figure) -> bool {
    let noun = matches!(claimed, Unit::Other(word) if !word.contains('/') && word.is_ascii())
        && !claimed.needs_naming();
    let cell = || {
        found
            .number
            .significant_digits()
            .is_none_or(|digits| digits > 1)
            || found.number.to_f64() >= LARGE
    };
    match (claimed, &found.unit) {
        (Unit::None, _) => true,
        (_, Unit::None) => cell(),
        (claimed, unit) => {
            // "14 cents", of which the sentence says elsewhere that it is per kWh.
            let free = !unit.lasts() && !matches!(unit, Unit::Currency(_));
            // A crowd of 41,276 watched: what stands behind may be no noun.
            let other = matches!(unit, Unit::Other(_)) && !unit.is_a_measure() && !unit.is_rate();
            noun && free
                || claimed.is_countable() && other && cell()
                || claimed.compare(unit) != UnitMatch::Wrong
                || unit.compare(claimed) != UnitMatch::Wrong
        }
    }
}

/// Whether two figures are the same in another unit: 12 months and a year.
pub(super) fn converted(claimed: &Figure, found: &Figure) -> bool {
    let times = found.unit.in_terms_of(&claimed.unit);
    times.is_some_and(|times| {
        let value = &found.number.value * &times;
        let upper = found.number.upper.as_ref().map(|upper| upper * &times);
        value == claimed.number.value && upper == claimed.number.upper
    })
}

/// About the number of a figure that is no span.
pub(super) fn number_alone(figure: &Figure) -> Option<f64> {
    let alone = figure.number.upper.is_none();
    let value = alone.then(|| figure.number.to_f64());
    value.filter(|value| value.is_finite())
}
