//! Looking up figures.

use std::ops::Range;

use super::article::Read;
use super::change::Ends;
use super::claim::Claim;
use super::context::Meaning;
use super::lookup::settle;
use super::passage::is_told;
use super::{Verdict, nouns, parts, reckon, shares, signs, slip};
use crate::author::prose::{FigureFound, Prose};
use crate::figure::{Currency, Figure, Unit, UnitMatch, are_bare_cents};
use crate::text::Lang;

/// What an article says of a figure.
pub(super) fn verdict(
    claim: &Claim<'_>,
    figure: &Figure,
    read: &Read,
    meaning: &Meaning<'_>,
) -> Verdict {
    let in_euros = cents_of_euros(claim, figure, read);
    let figure = in_euros.as_ref().unwrap_or(figure);
    let (mut own, mut near, mut other_unit): (Vec<Range<usize>>, Vec<_>, _) =
        (Vec::new(), Vec::new(), None);
    let (mut swaps, mut others): (Vec<Range<usize>>, Vec<_>) = (Vec::new(), Vec::new());
    let mut of_other_units: Vec<&FigureFound> = Vec::new();
    let digits = slip::written(claim, figure);
    let value = number_alone(figure);
    let unsigned = signs::unsigned(figure);
    for (found, cue) in read.figures.iter().zip(&read.cues) {
        // Of a fall that is told in words the number has no sign.
        let fell = unsigned.as_ref().is_some_and(|unsigned| {
            is_same(unsigned, &found.figure)
                && same_unit(&figure.unit, &found.figure)
                && signs::is_fall(found, read)
        });
        if fell || shares::are_same(figure, &found.figure) {
            own.push(found.span.clone());
            continue;
        }
        if let Some(share) = &cue.percent
            && figure.unit == Unit::Percent
            && slip::one_digit(&digits, share)
        {
            near.push(found.span.clone());
        }
        if figure.unit != Unit::None && !figure.unit.is_rate() && cue.tied {
            continue;
        }
        // A bare cell is no figure of a unit of which the table says otherwise.
        let of_table = cue.of_table.as_ref().filter(|_| figure.unit != Unit::None);
        if of_table
            .is_some_and(|unit| *unit == figure.unit || unit.in_terms_of(&figure.unit).is_some())
        {
            continue;
        }
        // Half of something is no 50 cents, and a bare 3 of a formula no 3 %.
        if is_other_amount(claim, figure, found)
            || is_part_of_all(figure, found)
            || is_term_of_formula(claim, figure) && is_told(found)
        {
            continue;
        }
        // What is written as 6/3 is no 2.
        if digits.contains('/') && !found.figure.number.fraction {
            continue;
        }
        let apart = value
            .zip(cue.value)
            .is_some_and(|(one, other)| (one - other).abs() > FAR_OFF * one.abs().max(other.abs()));
        let same = !apart && is_same(figure, &found.figure);
        let slips = slip::one_digit(&digits, &cue.digits);
        let swapped = slip::two_swapped(&digits, &cue.digits);
        let alike = figure.unit == found.figure.unit;
        let unit = (same || slips || swapped)
            && (same_unit(&figure.unit, &found.figure) || is_per(&figure.unit, found, read))
            || same && !cue.tied && nouns::is_counted_before(figure, found, read);
        if same && unit || !(alike && apart) && converted(figure, &found.figure) {
            own.push(found.span.clone());
        } else if same {
            other_unit = other_unit.or(Some(found));
        } else if unit
            && !is_age(found, read, &figure.unit)
            && !is_other_measure(&figure.unit, &found.figure.unit)
            && (figure.unit == Unit::None
                || figure.unit.lasts() == found.figure.unit.lasts()
                || found.figure.unit == Unit::None)
            && (meaning.main || figure.number.fraction || figure.unit != Unit::None)
        {
            let spans = if slips { &mut near } else { &mut swaps };
            spans.push(found.span.clone());
        } else if meaning.main && figure.unit != Unit::None && !is_age(found, read, &figure.unit) {
            if alike {
                others.push(found.span.clone());
            } else {
                of_other_units.push(found);
            }
        }
    }
    // A bare number that stands there as one is no slip of what is measured.
    let at = |span: &Range<usize>| {
        read.figures_in(span)
            .iter()
            .find(|found| found.span == *span)
    };
    let of_another = |span: &Range<usize>| {
        at(span).filter(|found| nouns::is_of_another(claim, figure, found, read))
    };
    other_unit = other_unit.or_else(|| own.iter().find_map(of_another));
    own.retain(|span| of_another(span).is_none());
    // What the sentence tells without a unit, or without what it is per, it tells so
    // of others too.
    let told_alike = of_other_units.iter().filter(|found| {
        let mut own = own.iter().filter_map(at);
        own.any(|own| is_told_alike(own, found, read))
    });
    others.extend(told_alike.map(|found| found.span.clone()));
    let measured =
        |span: &Range<usize>| at(span).is_some_and(|found| found.figure.unit.is_a_measure());
    if figure.unit == Unit::None && own.iter().any(|span| !measured(span)) {
        near.retain(|span| !measured(span));
    }
    if own.is_empty() && !digits.contains('/') && !is_term_of_formula(claim, figure) {
        own.extend(parts::by_parts(figure, read));
        own.extend(parts::per_one(claim, figure, read));
        near.extend(parts::years_near(figure, &digits, read));
    }
    if meaning.main {
        let value = &figure.number.value;
        let ends = Ends::of(value, &own, read, meaning);
        if let (Some(meant), Some(first)) = (&ends.meant, own.first()) {
            return Verdict::Elsewhere {
                line: read.prose.line_of(first.start),
                meant: read.prose.at(meant).to_owned(),
                meant_line: read.prose.line_of(meant.start),
            };
        }
        for spans in [&mut near, &mut swaps, &mut others] {
            spans.retain(|other| {
                !ends.others.contains(other) && !meaning.is_of_another_time(read, &own, other)
            });
        }
    }
    if let Some(first) = own.iter().min_by_key(|span| span.start) {
        others.extend_from_slice(&swaps);
        near.extend(read.apart(swaps, &own));
        let verdict = settle(read, meaning, first, &own, &near);
        return match meaning.meant_by_far(read, &own, &others) {
            Some(span) if verdict.is_found() => Verdict::Elsewhere {
                line: read.prose.line_of(first.start),
                meant: read.prose.at(span).to_owned(),
                meant_line: read.prose.line_of(span.start),
            },
            _ => verdict,
        };
    }
    let scaled = || {
        let significant = reckon::digits(&figure.number);
        let scaled = read.figures.iter().zip(&read.cues).filter(|(found, cue)| {
            let number = &found.figure.number;
            let cell = found.figure.unit == Unit::None && significant.len() < 2;
            cue.significant == significant
                && (!cell || figure.unit == Unit::None)
                && same_unit(&figure.unit, &found.figure)
                && (!figure.unit.is_rate() || found.figure.unit.is_rate())
                && number.significant_digits().is_some_and(|digits| digits > 1)
                && reckon::is_scaled(&figure.number, number)
        });
        let scaled = scaled.map(|(found, _)| found);
        scaled.min_by(|one, other| far(figure, one).total_cmp(&far(figure, other)))
    };
    match other_unit.or_else(scaled) {
        Some(found) => Verdict::OtherUnit {
            line: found.line,
            written: written(found, read),
        },
        None => Verdict::Missing {
            nearest: nearest(figure, read),
        },
    }
}

/// Whether money, a share or a measure stands there for a bare number that a text
/// mentions, and does not reckon with: 4 of "Rovers 4" is none of "four times".
fn is_other_amount(claim: &Claim<'_>, figure: &Figure, found: &FigureFound) -> bool {
    let amount = found.figure.unit.is_a_measure();
    let mentioned = !claim.is_main() && !claim.is_alone() && figure.unit == Unit::None;
    let plain = !figure.number.fraction && figure.number.last_digit >= 0;
    let text = claim.node.text().unwrap_or_default();
    // "612 million litres, and shall be 450 million" has its unit.
    let named = || found.figure.unit.is_named_in(text);
    amount && mentioned && plain && !reckon::reckons(text) && !named()
}

/// Whether a part without a unit stands there for what is counted or measured.
fn is_part_of_all(claimed: &Figure, found: &FigureFound) -> bool {
    let part = found.figure.number.fraction && found.figure.unit == Unit::None;
    part && !claimed.number.fraction && claimed.unit != Unit::None
}

/// Whether a claim is one digit of a formula, with no unit.
fn is_term_of_formula(claim: &Claim<'_>, figure: &Figure) -> bool {
    let digits = figure.number.significant_digits();
    let short = digits.is_some_and(|digits| digits < 2);
    claim.is_of_formula() && figure.unit == Unit::None && short
}

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

/// Of two numbers that are so far from each other, as a share of the larger one,
/// neither is the other one rounded.
const FAR_OFF: f64 = 0.2;

/// What is more than so many times as much, or as little, is near no figure.
const FARTHEST: f64 = 2.0;

/// So much is no number of an item: 5 billion behind 3 billion dollars.
const LARGE: f64 = 1e6;

/// About the number of a figure that is no span.
fn number_alone(figure: &Figure) -> Option<f64> {
    let alone = figure.number.upper.is_none();
    let value = alone.then(|| figure.number.to_f64());
    value.filter(|value| value.is_finite())
}

/// Whether of a figure and one that is found one says what it is for each of,
/// and the sentence does for the other: 72.4 dollars, of "배럴당 72.4달러".
fn is_per(claimed: &Unit, found: &FigureFound, read: &Read) -> bool {
    let unit = &found.figure.unit;
    if claimed.is_rate() == unit.is_rate() {
        return false;
    }
    let sentence = read.prose.sentence_of(found.span.start);
    let sentence = read.prose.sentences().get(sentence);
    let text = sentence.map_or("", |span| read.prose.at(span));
    claimed.is_per_named(unit, text) || unit.is_per_named(claimed, text)
}

/// How many times as much the one is as the other, as a logarithm.
fn far(figure: &Figure, found: &FigureFound) -> f64 {
    let (mine, there) = (figure.number.to_f64(), found.figure.number.to_f64());
    let far = (mine / there).ln().abs();
    if far.is_nan() { f64::INFINITY } else { far }
}

/// Whether two figures have the same number, one perhaps rounded, or one of the
/// ends of a span.
fn is_same(claimed: &Figure, found: &Figure) -> bool {
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

/// Whether a bare number is that in brackets behind a name: `윤서라(49)`.
fn is_age(found: &FigureFound, read: &Read, claimed: &Unit) -> bool {
    let text = read.prose.text();
    let head = text.get(..found.span.start).unwrap_or_default();
    let rest = text.get(found.span.end..).unwrap_or_default();
    let named = head.strip_suffix('(');
    let named = named.is_some_and(|head| head.trim_end().ends_with(char::is_alphabetic));
    named && rest.starts_with(')') && found.figure.unit == Unit::None && *claimed != Unit::None
}

/// Whether two figures of one sentence have the same unit, or none, and are no
/// dates.
fn is_told_alike(one: &FigureFound, other: &FigureFound, read: &Read) -> bool {
    let sentence = |found: &FigureFound| read.prose.sentence_of(found.span.start);
    let dated = |found: &FigureFound| {
        let sentence = read.sentence_at(found.span.start);
        let mut dates = read.dates_in(&sentence).iter();
        dates.any(|date| date.span.start < found.span.end && found.span.start < date.span.end)
    };
    let plain = |found: &FigureFound| !found.figure.number.fraction && !found.in_words;
    one.figure.unit == other.figure.unit
        && sentence(one) == sentence(other)
        && [one, other]
            .iter()
            .all(|found| plain(found) && !dated(found))
}

/// Whether a share or a factor stands there for what is counted: 12 % is no slip
/// of 19 boats.
fn is_other_measure(claimed: &Unit, found: &Unit) -> bool {
    let is_share =
        |unit: &Unit| matches!(unit, Unit::Percent | Unit::PercentagePoint | Unit::Multiple);
    is_share(found) && !is_share(claimed) && *claimed != Unit::None
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

/// Whether a bare number is no figure of what a deck measures, as the cell of a
/// table may be: that of a name (Pier 14), or so many per something.
pub(super) fn is_tied(found: &FigureFound, prose: &Prose) -> bool {
    let text = prose.text();
    let before = text.get(..found.span.start).unwrap_or_default();
    let named = || {
        let head = before.strip_suffix(' ')?;
        let word = head.rsplit(|c: char| !c.is_ascii_alphanumeric()).next()?;
        let begins = head.get(..head.len() - word.len())?.trim_end();
        // The first word of a sentence has a capital, too.
        let inside = begins.ends_with(|c: char| c.is_alphanumeric() || c == ',');
        Some(inside && word.starts_with(|c: char| c.is_ascii_uppercase()))
    };
    let behind = text.get(found.span.end..).unwrap_or_default();
    found.figure.unit == Unit::None && (behind.starts_with(" per ") || named().unwrap_or_default())
}

/// A figure of a text in cents that do not say of which money, in euros where those
/// of the article are of euros. The value of an entry is shown in dollars.
fn cents_of_euros(claim: &Claim<'_>, figure: &Figure, read: &Read) -> Option<Figure> {
    let bare = !claim.is_main() && are_bare_cents(&claim.written);
    let mut figures = read.figures.iter();
    let euros = bare && figures.any(|found| is_of_euros(found, read));
    euros.then(|| figure.clone().of_currency(Currency::Eur))
}

/// Whether a figure is in cents that are of euros and do not say so.
fn is_of_euros(found: &FigureFound, read: &Read) -> bool {
    let euros = found.figure.unit.money() == Some(Currency::Eur);
    euros && are_bare_cents(read.prose.at(&found.span))
}

/// A figure as the article writes it, and what that is where it does not say so.
fn written(found: &FigureFound, read: &Read) -> String {
    let written = read.prose.at(&found.span);
    match is_of_euros(found, read) {
        true => format!("{written}, {}", found.figure.format(Lang::En)),
        false => written.to_owned(),
    }
}

/// The figure of the same unit that is nearest to one that is not found: one
/// that a slip of the finger makes of it, if it has digits enough to tell, else
/// the nearest in value.
fn nearest(figure: &Figure, read: &Read) -> Option<(String, usize)> {
    let digits = slip::digits(figure);
    let near = read.figures.iter().zip(&read.cues).filter(|(found, cue)| {
        let same = found.figure.unit.compare(&figure.unit) == UnitMatch::Same;
        let counted = || !cue.tied && nouns::is_counted_before(figure, found, read);
        same || cue.digits.len() > 1 && counted()
    });
    let near = near.map(|(found, cue)| {
        let slip = digits.len() > 3 && strsim::osa_distance(&cue.digits, &digits) == 1;
        (found, slip, far(figure, found))
    });
    let near = near.filter(|(_, slip, far)| *slip || *far <= FARTHEST.ln());
    let (near, ..) = near.min_by(|(_, slip, one), (_, other_slip, other)| {
        let slips = other_slip.cmp(slip);
        slips.then_with(|| one.total_cmp(other))
    })?;
    Some((written(near, read), near.line))
}
