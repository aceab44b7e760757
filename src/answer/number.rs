//! Figures: read in any spelling that people have for one, and held against the
//! right one in its unit.
//!
//! All arithmetic is exact; a value is never turned into a float.

mod respelling;
mod subject;
mod value;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed};
use unicode_normalization::UnicodeNormalization;

use super::asked::Asked;
use super::direction::signed;
use super::{Outcome, Reason, Verdict};
use crate::figure::{Currency, Figure, Number, Unit, UnitMatch, are_bare_cents, is_upper_bound};
use crate::text::Localized;
use respelling::{commas, dots, unbracketed, unoften, words};
use subject::{is_of_something_else, names_another, without_subject};
pub(super) use value::coarsest;

/// Longest answer that is looked at, in bytes: no figure is that long.
const LONGEST: usize = 800;

/// Judges a typed figure; `tolerance` in per cent is relative to the right
/// value, else it is in the unit of the card. What was `asked` may leave no
/// doubt about a unit, or say that something fell, or how far at most.
pub(super) fn judge(
    right: &Figure,
    tolerance: Option<&Figure>,
    asked: Option<&Localized>,
    typed: &str,
) -> Verdict {
    if typed.len() > LONGEST {
        return Verdict::wrong(Reason::NotAFigure);
    }
    let plain = nfkc(typed);
    let wanted = Wanted {
        right,
        tolerance,
        asked,
    };
    let read = |text: &str| wanted.read(text, &plain);
    let is_right = |verdict: &Verdict| verdict.outcome.is_right();
    let first = read(typed);
    let may_be_misread =
        |verdict: &Verdict| matches!(verdict.reason, Reason::WrongUnit | Reason::OffByPowerOfTen);
    if let Some(verdict) = first.clone().filter(|v| is_right(v) || !may_be_misread(v)) {
        return verdict;
    }
    let respelled = [
        commas(&plain),
        dots(&plain),
        words(&plain),
        unbracketed(&plain),
        unoften(right, &plain),
    ];
    let mut respelled = respelled.into_iter().flatten();
    let named = || asked.and_then(|asked| without_subject(&plain, &right.unit, &Asked::of(asked)));
    respelled
        .find_map(|text| read(&text).filter(is_right))
        .or_else(|| read(&words(&plain)?))
        .or_else(|| read(&unoften(right, &plain)?))
        .or(first)
        .or_else(|| read(named()?))
        .or_else(|| names_another(&plain, &right.unit, &Asked::of(asked?)))
        .unwrap_or_else(|| Verdict::wrong(Reason::NotAFigure))
}

/// What an answer is held against.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    right: &'a Figure,
    tolerance: Option<&'a Figure>,
    /// The question, where it is known.
    asked: Option<&'a Localized>,
}

impl Wanted<'_> {
    /// The verdict on a text if it is a figure; `plain` is what was typed, of which
    /// the text may be a respelling.
    fn read(self, text: &str, plain: &str) -> Option<Verdict> {
        let Wanted { right, asked, .. } = self;
        let given = Figure::parse(text).ok()?;
        if is_upper_bound(text) && !self.asks_for_a_bound() {
            return Some(Verdict::wrong(Reason::NotAFigure));
        }
        if let Some(question) = asked
            && is_of_something_else(&nfkc(text), &right.unit, question)
        {
            return Some(Verdict::wrong(Reason::WrongUnit));
        }
        // 31 cents are of the money that is asked for.
        let given = match right.unit.money() {
            Some(money @ (Currency::Eur | Currency::Usd)) if are_bare_cents(&nfkc(text)) => {
                given.of_currency(money)
            }
            _ => given,
        };
        // Its words tell its sign, brackets around it too.
        Some(match signed(right, asked, given, plain) {
            Some(given) if is_in_won(right, &given, text) => {
                let given = Figure {
                    unit: right.unit.clone(),
                    ..given
                };
                without_its_unit(self.hold(&given))
            }
            Some(given) => self.hold(&given),
            None => Verdict::wrong(Reason::DifferentValue),
        })
    }

    fn asks_for_a_bound(self) -> bool {
        let mut asked = self.asked.iter().flat_map(|asked| asked.iter());
        asked.any(|(_, text)| is_upper_bound(text))
    }

    /// The verdict on a figure in whatever unit.
    fn hold(self, given: &Figure) -> Verdict {
        let Wanted {
            right,
            tolerance,
            asked,
        } = self;
        let allowed = tolerance.map(|tolerance| allowed(right, tolerance));
        let verdict = |given: &Number| value::judge(&right.number, allowed.as_ref(), given);
        match (&right.unit, &given.unit) {
            (Unit::Multiple, Unit::Percent) | (Unit::Percent, Unit::Multiple) => {
                let power = if given.unit == Unit::Percent { -2 } else { 2 };
                let in_unit = verdict(&given.number.shifted(power));
                let right_but_for_unit = || verdict(&given.number).outcome.is_right();
                if in_unit.outcome == Outcome::Wrong && right_but_for_unit() {
                    return Verdict::wrong(Reason::WrongUnit);
                }
                in_unit
            }
            (Unit::Percent, Unit::None) => {
                // `9.4`, the unit being in the question, or `0.094` as a share.
                let share = verdict(&given.number.shifted(2));
                let plain = verdict(&given.number);
                let below_one = given.number.value.abs() < BigRational::one();
                // 0.07 for 70 % is a share ten times too small.
                let nearer = share.power_of_ten.abs() < plain.power_of_ten.abs();
                let is_share =
                    below_one && (share.outcome.is_right() || nearer) || given.number.fraction;
                if plain.outcome == Outcome::Wrong && is_share {
                    share
                } else {
                    missing_unit(right, asked, plain)
                }
            }
            (Unit::None, Unit::Percent) => {
                // A share (`5.6%` for `1/18`), or else the question has the unit
                // and the card left it out.
                let share = verdict(&given.number.shifted(-2));
                let plain = || verdict(&given.number);
                if share.outcome.is_right() {
                    share
                } else if plain().outcome == Outcome::Wrong || names(asked, &given.unit) {
                    plain()
                } else {
                    Verdict::wrong(Reason::WrongUnit)
                }
            }
            // A card without a unit takes a noun, and the unit of its question; a
            // fraction is a multiple.
            (Unit::None, unit)
                if unit.is_a_measure()
                    && !(*unit == Unit::Multiple && right.number.fraction)
                    && !names(asked, unit) =>
            {
                Verdict::wrong(Reason::WrongUnit)
            }
            (Unit::None, _) => verdict(&given.number),
            // Points of a percentage, or of a score.
            (Unit::PercentagePoint | Unit::Percent, Unit::Count(counter))
                if counter.korean == "점" && (right.unit != Unit::Percent || is_scored(asked)) =>
            {
                verdict(&given.number)
            }
            (unit, given_unit) => match how(given_unit, unit, asked) {
                UnitMatch::Same => verdict(&given.number),
                UnitMatch::Missing => missing_unit(right, asked, verdict(&given.number)),
                UnitMatch::Wrong => match given_unit.in_terms_of(unit) {
                    Some(factor) => converted(&given.number, &factor, unit, verdict),
                    None => Verdict::wrong(Reason::WrongUnit),
                },
            },
        }
    }
}

/// Whether an amount of won goes without its unit: Koreans say 41조 3천억 of
/// money, and of no other currency.
fn is_in_won(right: &Figure, given: &Figure, text: &str) -> bool {
    let won = right.unit == Unit::Currency(Currency::Krw) && given.unit == Unit::None;
    let mut before = ' ';
    won && text.nfkc().any(|c| {
        let counted = before.is_ascii_digit() || "일이삼사오육칠팔구십백천".contains(before);
        before = if c == ' ' { before } else { c };
        counted && matches!(c, '만' | '억' | '조' | '경')
    })
}

/// The same verdict, which tells that the unit was left out.
fn without_its_unit(verdict: Verdict) -> Verdict {
    match verdict.reason {
        Reason::Exact => Verdict {
            reason: Reason::MissingUnit,
            ..verdict
        },
        _ => verdict,
    }
}

/// How the unit of an answer stands to the right one, the noun of what is
/// counted looked at, and what a question says of how often.
fn how(given: &Unit, right: &Unit, asked: Option<&Localized>) -> UnitMatch {
    let mut question = String::new();
    for (_, text) in asked.iter().flat_map(|asked| asked.iter()) {
        question.push_str(text);
        question.push(' ');
    }
    match given.says_the_same_noun(right, &question) {
        Some(true) => UnitMatch::Same,
        Some(false) => UnitMatch::Wrong,
        None if given.is_per_named(right, &question) => UnitMatch::Same,
        None => given.compare(right),
    }
}

/// Whether a question names a unit.
fn names(asked: Option<&Localized>, unit: &Unit) -> bool {
    asked.is_some_and(|asked| asked.iter().any(|(_, text)| unit.is_named_in(text)))
}

/// Whether a question speaks of a score.
fn is_scored(asked: Option<&Localized>) -> bool {
    let words = ["score", "point", "점수", "득점", "몇 점"];
    asked.is_some_and(|asked| {
        let mut texts = asked.iter().map(|(_, text)| text.to_lowercase());
        texts.any(|text| words.iter().any(|word| text.contains(word)))
    })
}

/// The verdict on a figure in another unit of the same kind, of which `factor`
/// of the right one make one: 120 months for 10 years.
fn converted(
    given: &Number,
    factor: &BigRational,
    unit: &Unit,
    verdict: impl Fn(&Number) -> Verdict,
) -> Verdict {
    let in_unit = verdict(&Number {
        value: &given.value * factor,
        upper: given.upper.as_ref().map(|upper| upper * factor),
        last_digit: given.last_digit,
        fraction: given.fraction,
    });
    let right_but_for_unit = || verdict(given).outcome.is_right();
    if in_unit.outcome == Outcome::Wrong && !unit.is_rate() && right_but_for_unit() {
        return Verdict::wrong(Reason::WrongUnit);
    }
    in_unit
}

/// The verdict on a figure that is right but for its unit, which is left out.
/// Where the question names no unit either, the answer is only half there.
fn missing_unit(right: &Figure, asked: Option<&Localized>, verdict: Verdict) -> Verdict {
    let named = |asked: &Localized| asked.iter().any(|(_, text)| right.unit.is_named_in(text));
    let in_doubt = right.unit.needs_naming() && !asked.is_none_or(named);
    match (verdict.outcome, verdict.reason) {
        (Outcome::Correct, _) if in_doubt => Verdict::close(Reason::MissingUnit),
        _ => without_its_unit(verdict),
    }
}

/// How far off is still right, in the unit of the card.
fn allowed(right: &Figure, tolerance: &Figure) -> BigRational {
    let by = tolerance.number.value.abs();
    match tolerance.unit {
        Unit::Percent => right.number.value.abs() * by / BigInt::from(100),
        _ => by,
    }
}

fn nfkc(text: &str) -> String {
    text.nfkc().collect()
}
