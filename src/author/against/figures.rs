//! What an article says of a figure.

use std::ops::Range;

use super::alike::same_unit;
use super::article::Read;
use super::change::Ends;
use super::claim::Claim;
use super::context::Meaning;
use super::lookup::settle;
use super::sightings::Sightings;
use super::{Verdict, nouns, reckon, slip};
use crate::author::prose::FigureFound;
use crate::figure::{Currency, Figure, Unit, UnitMatch, are_bare_cents};
use crate::text::Lang;

/// What is more than so many times as much, or as little, is near no figure.
const FARTHEST: f64 = 2.0;

/// What an article says of a figure.
pub(super) fn verdict(
    claim: &Claim<'_>,
    figure: &Figure,
    read: &Read,
    meaning: &Meaning<'_>,
) -> Verdict {
    let in_euros = cents_of_euros(claim, figure, read);
    let figure = in_euros.as_ref().unwrap_or(figure);
    let Sightings {
        own,
        mut near,
        mut swaps,
        mut others,
        other_unit,
        ..
    } = Sightings::of(claim, figure, read, meaning);
    if meaning.main {
        let value = &figure.number.value;
        let ends = Ends::of(value, &own, read, meaning);
        if let (Some(meant), Some(first)) = (&ends.meant, own.first()) {
            return elsewhere(read, first, meant);
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
            Some(span) if verdict.is_found() => elsewhere(read, first, span),
            _ => verdict,
        };
    }
    match other_unit.or_else(|| scaled(figure, read)) {
        Some(found) => Verdict::OtherUnit {
            line: found.line,
            written: written(found, read),
        },
        None => Verdict::Missing {
            nearest: nearest(figure, read),
        },
    }
}

/// That it is told, and that another one is meant.
fn elsewhere(read: &Read, told: &Range<usize>, meant: &Range<usize>) -> Verdict {
    Verdict::Elsewhere {
        line: read.prose.line_of(told.start),
        meant: read.prose.at(meant).to_owned(),
        meant_line: read.prose.line_of(meant.start),
    }
}

/// The nearest of the figures that are off it by a power of ten.
fn scaled<'r>(figure: &Figure, read: &'r Read) -> Option<&'r FigureFound> {
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
}

/// How many times as much the one is as the other, as a logarithm.
fn far(figure: &Figure, found: &FigureFound) -> f64 {
    let (mine, there) = (figure.number.to_f64(), found.figure.number.to_f64());
    let far = (mine / there).ln().abs();
    if far.is_nan() { f64::INFINITY } else { far }
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
