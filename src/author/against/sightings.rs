//! Where an article has a figure that is looked up, and where it has others that
//! may be meant by it: a slip of the finger away, or of its unit.

use std::ops::Range;

use super::alike::{converted, is_same, number_alone, same_unit};
use super::article::{Cue, Read};
use super::claim::Claim;
use super::context::Meaning;
use super::passage::is_told;
use super::{nouns, parts, shares, signs, slip};
use crate::author::prose::FigureFound;
use crate::figure::{Figure, Unit};

/// Of two numbers that are so far from each other, as a share of the larger one,
/// neither is the other one rounded.
const FAR_OFF: f64 = 0.2;

/// What an article has of a figure.
#[derive(Debug, Default)]
pub(super) struct Sightings<'r> {
    /// Where it stands itself.
    pub own: Vec<Range<usize>>,
    /// Where one stands that has another digit in one place.
    pub near: Vec<Range<usize>>,
    /// Where one stands that has two digits the other way round.
    pub swaps: Vec<Range<usize>>,
    /// Where others of its unit stand, and others that are told just as it is.
    pub others: Vec<Range<usize>>,
    /// The first that has its number, and another unit.
    pub other_unit: Option<&'r FigureFound>,
    /// Those of other units.
    of_other_units: Vec<&'r FigureFound>,
}

/// A figure that is looked up.
struct Sought<'c> {
    claim: &'c Claim<'c>,
    figure: &'c Figure,
    /// Its digits, as they are written.
    digits: String,
    /// About its number.
    value: Option<f64>,
    /// It without its sign, where that says that something fell.
    unsigned: Option<Figure>,
    /// Whether it is what its entry is about.
    main: bool,
    /// Whether its text reckons.
    reckons: bool,
}

impl<'r> Sightings<'r> {
    /// What `read` has of a figure.
    pub(super) fn of(
        claim: &Claim<'_>,
        figure: &Figure,
        read: &'r Read,
        meaning: &Meaning<'_>,
    ) -> Sightings<'r> {
        let sought = Sought {
            claim,
            figure,
            digits: slip::written(claim, figure),
            value: number_alone(figure),
            unsigned: signs::unsigned(figure),
            main: meaning.main,
            reckons: meaning.reckons,
        };
        let mut sightings = Sightings::default();
        for (found, cue) in read.figures.iter().zip(&read.cues) {
            sightings.take(&sought, found, cue, read);
        }
        sightings.set_right(&sought, read);
        sightings.add_parts(&sought, read);
        sightings
    }

    /// Takes a figure for what it is to the one that is looked up, if anything.
    fn take(&mut self, sought: &Sought<'_>, found: &'r FigureFound, cue: &Cue, read: &Read) {
        let Sought { figure, digits, .. } = sought;
        if sought.fell(found, read) || shares::are_same(figure, &found.figure) {
            self.own.push(found.span.clone());
            return;
        }
        if let Some(share) = &cue.percent
            && figure.unit == Unit::Percent
            && slip::one_digit(digits, share)
        {
            self.near.push(found.span.clone());
        }
        if sought.cannot_be(found, cue) {
            return;
        }
        let apart = sought.is_far_from(cue);
        let same = !apart && is_same(figure, &found.figure);
        let slips = slip::one_digit(digits, &cue.digits);
        let swapped = slip::two_swapped(digits, &cue.digits);
        let alike = figure.unit == found.figure.unit;
        let unit = (same || slips || swapped)
            && (same_unit(&figure.unit, &found.figure) || is_per(&figure.unit, found, read))
            || same && !cue.tied && nouns::is_counted_before(figure, found, read);
        if same && unit || !(alike && apart) && converted(figure, &found.figure) {
            self.own.push(found.span.clone());
        } else if same {
            self.other_unit = self.other_unit.or(Some(found));
        } else if unit && sought.may_slip_to(found, read) {
            let spans = if slips {
                &mut self.near
            } else {
                &mut self.swaps
            };
            spans.push(found.span.clone());
        } else if sought.main && figure.unit != Unit::None && !is_age(found, read, &figure.unit) {
            if alike {
                self.others.push(found.span.clone());
            } else {
                self.of_other_units.push(found);
            }
        }
    }

    /// Sets right what only all of them tell.
    fn set_right(&mut self, sought: &Sought<'_>, read: &'r Read) {
        let Sought { claim, figure, .. } = sought;
        // A bare number that stands there as one is no slip of what is measured.
        let at = |span: &Range<usize>| {
            read.figures_in(span)
                .iter()
                .find(|found| found.span == *span)
        };
        let of_another = |span: &Range<usize>| {
            at(span).filter(|found| nouns::is_of_another(claim, figure, found, read))
        };
        self.other_unit = self
            .other_unit
            .or_else(|| self.own.iter().find_map(of_another));
        self.own.retain(|span| of_another(span).is_none());
        // What the sentence tells without a unit, or without what it is per, it tells so
        // of others too.
        let told_alike = self.of_other_units.iter().filter(|found| {
            let mut own = self.own.iter().filter_map(at);
            own.any(|own| is_told_alike(own, found, read))
        });
        self.others
            .extend(told_alike.map(|found| found.span.clone()));
        let measured =
            |span: &Range<usize>| at(span).is_some_and(|found| found.figure.unit.is_a_measure());
        if figure.unit == Unit::None && self.own.iter().any(|span| !measured(span)) {
            self.near.retain(|span| !measured(span));
        }
    }

    /// Where it stands nowhere as a whole, what is told of it in parts.
    fn add_parts(&mut self, sought: &Sought<'_>, read: &Read) {
        let Sought {
            claim,
            figure,
            digits,
            ..
        } = sought;
        if self.own.is_empty() && !digits.contains('/') && !is_term_of_formula(claim, figure) {
            self.own.extend(parts::by_parts(figure, read));
            self.own.extend(parts::per_one(claim, figure, read));
            self.near.extend(parts::years_near(figure, digits, read));
        }
    }
}

impl Sought<'_> {
    /// Whether a figure is this one of a fall that is told in words: then the number
    /// has no sign.
    fn fell(&self, found: &FigureFound, read: &Read) -> bool {
        self.unsigned.as_ref().is_some_and(|unsigned| {
            is_same(unsigned, &found.figure)
                && same_unit(&self.figure.unit, &found.figure)
                && signs::is_fall(found, read)
        })
    }

    /// Whether a figure is none that could be this one, whatever their numbers.
    fn cannot_be(&self, found: &FigureFound, cue: &Cue) -> bool {
        let (claim, figure) = (self.claim, self.figure);
        if figure.unit != Unit::None && !figure.unit.is_rate() && cue.tied {
            return true;
        }
        // A bare cell is no figure of a unit of which the table says otherwise.
        let of_table = cue.of_table.as_ref().filter(|_| figure.unit != Unit::None);
        if of_table
            .is_some_and(|unit| *unit == figure.unit || unit.in_terms_of(&figure.unit).is_some())
        {
            return true;
        }
        // Half of something is no 50 cents, and a bare 3 of a formula no 3 %.
        if !self.reckons && is_other_amount(claim, figure, found)
            || is_part_of_all(figure, found)
            || is_term_of_formula(claim, figure) && is_told(found)
        {
            return true;
        }
        // What is written as 6/3 is no 2.
        self.digits.contains('/') && !found.figure.number.fraction
    }

    /// Whether neither number can be the other one rounded.
    fn is_far_from(&self, cue: &Cue) -> bool {
        self.value
            .zip(cue.value)
            .is_some_and(|(one, other)| (one - other).abs() > FAR_OFF * one.abs().max(other.abs()))
    }

    /// Whether a figure whose digits are nearly the same may be this one with a slip.
    fn may_slip_to(&self, found: &FigureFound, read: &Read) -> bool {
        let (unit, there) = (&self.figure.unit, &found.figure.unit);
        !is_age(found, read, unit)
            && !is_other_measure(unit, there)
            && (*unit == Unit::None || unit.lasts() == there.lasts() || *there == Unit::None)
            && (self.main || self.figure.number.fraction || *unit != Unit::None)
    }
}

/// Whether money, a share or a measure stands there for a bare number that a text
/// mentions, which reckons with none: 4 of "Rovers 4" is none of "four times".
fn is_other_amount(claim: &Claim<'_>, figure: &Figure, found: &FigureFound) -> bool {
    let amount = found.figure.unit.is_a_measure();
    let mentioned = !claim.is_main() && !claim.is_alone() && figure.unit == Unit::None;
    let plain = !figure.number.fraction && figure.number.last_digit >= 0;
    let text = claim.node.text().unwrap_or_default();
    // "612 million litres, and shall be 450 million" has its unit.
    let named = || found.figure.unit.is_named_in(text);
    amount && mentioned && plain && !named()
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
