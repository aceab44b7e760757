//! Figures: equal to the precision that the card gives, rounded from the right
//! value, off by a scale, or something else.
//!
//! All arithmetic is exact; a value is never turned into a float.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use unicode_normalization::UnicodeNormalization;

use super::asked::Asked;
use super::direction::signed;
use super::particle::stems;
use super::{Outcome, Reason, Verdict};
use crate::figure::{
    Currency, Figure, Number, Unit, UnitMatch, are_bare_cents, is_upper_bound, noun_behind_counter,
    nouns_alike, numeral_meant, without_often,
};
use crate::text::{Localized, is_hangul};

/// Longest answer that is looked at, in bytes: no figure is that long.
const LONGEST: usize = 800;

/// Zeros at the end of a number beyond these are taken to be meant.
const MOST_ZEROS: i32 = 60;

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
    let bound_asked =
        || asked.is_some_and(|asked| asked.iter().any(|(_, text)| is_upper_bound(text)));
    let read = |text: &str| {
        let given = Figure::parse(text).ok()?;
        if is_upper_bound(text) && !bound_asked() {
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
        Some(match signed(right, asked, given, &plain) {
            Some(given) if is_in_won(right, &given, text) => {
                let given = Figure {
                    unit: right.unit.clone(),
                    ..given
                };
                without_its_unit(hold(right, tolerance, asked, &given))
            }
            Some(given) => hold(right, tolerance, asked, &given),
            None => Verdict::wrong(Reason::DifferentValue),
        })
    };
    let is_right = |verdict: &Verdict| verdict.outcome != Outcome::Wrong;
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

/// What a comma was meant for that groups no thousands: 9,4 is 9.4 and 3,8210
/// is 38,210. Slips that a teacher reads over where the answer is right.
fn commas(typed: &str) -> Option<String> {
    let (before, after) = typed.split_once(',')?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let joint = match digits {
        1 | 2 => ".",
        4 => "",
        _ => return None,
    };
    Some(format!("{before}{joint}{after}"))
}

/// The same of dots that group thousands: 38.210.
fn dots(typed: &str) -> Option<String> {
    let (before, after) = typed.split_once('.')?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let short = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let next = after.chars().nth(3);
    let scales = ["thousand", "million", "billion", "trillion"];
    let scaled = next.is_some_and(|c| c.is_ascii_alphabetic() || "천만억조".contains(c))
        || scales.iter().any(|scale| after.contains(scale));
    (digits == 3 && (1..=3).contains(&short) && !scaled).then(|| format!("{before}{after}"))
}

/// Words of English numerals with a slip in them: trilion, fourty.
fn words(typed: &str) -> Option<String> {
    let mut changed = false;
    let words: Vec<&str> = typed
        .split(' ')
        .map(|word| {
            let meant = numeral_meant(word);
            changed |= meant.is_some();
            meant.unwrap_or(word)
        })
        .collect();
    changed.then(|| words.join(" "))
}

/// An amount without the word for how often it is, where none is asked for: 연 3억 원.
fn unoften(right: &Figure, typed: &str) -> Option<String> {
    let amount = without_often(typed).filter(|_| !right.unit.is_rate())?;
    Some(amount.to_owned())
}

/// What is between brackets, if that is all: (0.2%).
fn unbracketed(typed: &str) -> Option<String> {
    let inner = typed.trim().strip_prefix('(')?.strip_suffix(')')?;
    Some(inner.to_owned())
}

/// Most words before a figure that say again what it is of.
const LONGEST_SUBJECT: usize = 6;

/// A text without the words before the figure that the question has as well, or for
/// what is counted: "H100 5만 개", "R1 scored 9.4%", "중국은 3만 8210건".
fn without_subject<'a>(typed: &'a str, right: &Unit, asked: &Asked) -> Option<&'a str> {
    let known = |word: &str| {
        let digits = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        let is_known = || asked.says_again(word) || is_called_so(word, right, asked);
        !word.chars().all(digits) && is_known()
    };
    let mut rest = typed.trim_start();
    for _ in 0..LONGEST_SUBJECT {
        match rest.split_once(' ') {
            Some((word, behind)) if known(word) => rest = behind.trim_start(),
            _ => break,
        }
    }
    (rest.len() < typed.trim_start().len()).then_some(rest)
}

/// The verdict on a number of something else, which is named before it as Korean does
/// by a name with a digit in it: `H800 5만 개` where H100s are asked for.
fn names_another(typed: &str, right: &Unit, asked: &Asked) -> Option<Verdict> {
    let (name, number) = typed.trim_start().split_once(' ')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.contains(|c: char| c.is_ascii_digit());
    let counted = Figure::parse(number).is_ok_and(|figure| figure.unit.is_countable());
    let another = right.is_countable() && is_name && !asked.says_again(name);
    (another && counted).then(|| Verdict::wrong(Reason::WrongUnit))
}

/// Whether a Korean word is as good as the noun of what is `right`, or as one of the
/// question: 업체 for companies, and where 기업 are asked for.
fn is_called_so(word: &str, right: &Unit, asked: &Asked) -> bool {
    let mut forms = std::iter::once(word).chain(stems(word));
    forms.any(|noun| {
        let mut alike = nouns_alike(noun).filter(|noun| noun.contains(is_hangul));
        noun.contains(is_hangul)
            && (right.is_of_nouns_alike(noun) || alike.any(|noun| asked.has(noun)))
    })
}

/// Whether words behind the figure name something else that is counted or
/// shared than the question does: `5만 대의 서버`, `70% of Korea's`.
fn is_of_something_else(text: &str, right: &Unit, question: &Localized) -> bool {
    if *right == Unit::Percent
        && let Some((_, of)) = text.split_once(" of ")
    {
        let asked = Asked::of(question);
        let name = |word: &str| {
            let begins = word.starts_with(char::is_uppercase);
            begins && word.chars().nth(1).is_some() && !asked.has(word)
        };
        let words = of.split(|c: char| !c.is_alphanumeric());
        return words.into_iter().any(name);
    }
    if !right.is_countable() {
        return false;
    }
    noun_behind_counter(text).is_some_and(|noun| {
        let asked = Asked::of(question);
        let mut words = noun.split(|c: char| !c.is_alphanumeric());
        let known = |word: &str| asked.says_again(word) || is_called_so(word, right, &asked);
        let strange = |word: &str| !word.is_empty() && !known(word);
        asked.is_in_korean() && words.any(strange)
    })
}

/// Holds the figure `given` against the `right` one.
fn hold(
    right: &Figure,
    tolerance: Option<&Figure>,
    asked: Option<&Localized>,
    given: &Figure,
) -> Verdict {
    let allowed = tolerance.map(|tolerance| allowed(right, tolerance));
    let verdict = |given: &Number| value(&right.number, allowed.as_ref(), given);
    match (&right.unit, &given.unit) {
        (Unit::Multiple, Unit::Percent) | (Unit::Percent, Unit::Multiple) => {
            let power = if given.unit == Unit::Percent { -2 } else { 2 };
            let in_unit = verdict(&scaled(&given.number, power));
            let right_but_for_unit = || verdict(&given.number).outcome != Outcome::Wrong;
            if in_unit.outcome == Outcome::Wrong && right_but_for_unit() {
                return Verdict::wrong(Reason::WrongUnit);
            }
            in_unit
        }
        (Unit::Percent, Unit::None) => {
            // `9.4`, the unit being in the question, or `0.094` as a share.
            let share = verdict(&scaled(&given.number, 2));
            let plain = verdict(&given.number);
            let below_one = given.number.value.abs() < BigRational::one();
            // 0.07 for 70 % is a share ten times too small.
            let nearer = share.power_of_ten.abs() < plain.power_of_ten.abs();
            let is_share =
                below_one && (share.outcome != Outcome::Wrong || nearer) || given.number.fraction;
            if plain.outcome == Outcome::Wrong && is_share {
                share
            } else {
                missing_unit(right, asked, plain)
            }
        }
        (Unit::None, Unit::Percent) => {
            // A share (`5.6%` for `1/18`), or else the question has the unit
            // and the card left it out.
            let share = verdict(&scaled(&given.number, -2));
            let plain = || verdict(&given.number);
            if share.outcome != Outcome::Wrong {
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
    let right_but_for_unit = || verdict(given).outcome != Outcome::Wrong;
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

fn value(right: &Number, allowed: Option<&BigRational>, given: &Number) -> Verdict {
    let agrees = given.rounds_to(right);
    // More digits than the card gives are no worse for it, as long as they do
    // not lead elsewhere: 9.43 for 9.4, but not 19.5 for 20.
    let hundredth = BigRational::new(1.into(), 100.into());
    // And what the card shows is right, of however few digits that is.
    let is_shown = !right.fraction && given.is_shown_of(right);
    if is_shown || agrees && given.is_within(right, &hundredth) {
        return Verdict::correct(Reason::Exact);
    }
    if allowed.is_some_and(|allowed| ends(right, given, |one, two| (one - two).abs() <= *allowed)) {
        return Verdict::correct(Reason::WithinTolerance);
    }
    let given = coarsest(given);
    if agrees || is_rounded(right, &given) {
        return Verdict::close(Reason::Rounded);
    }
    if let Some(power_of_ten) = given.power_of_ten_off(right) {
        return Verdict {
            power_of_ten,
            ..Verdict::wrong(Reason::OffByPowerOfTen)
        };
    }
    match (&right.upper, &given.upper) {
        // One end of a range is part of it.
        (Some(upper), None) if given.value == right.value || given.value == *upper => {
            Verdict::wrong(Reason::Partial)
        }
        _ => Verdict::wrong(Reason::DifferentValue),
    }
}

/// Whether `given` is the right value with fewer digits, rounded or cut off
/// (people say 557만 for 557만 6천), and within 5 % of it.
fn is_rounded(right: &Number, given: &Number) -> bool {
    let twentieth = BigRational::new(BigInt::from(1), BigInt::from(20));
    if given.fraction || !given.is_within(right, &twentieth) {
        return false;
    }
    let unit = ten_to(given.last_digit);
    let cut_off =
        |right: &BigRational, given: &BigRational| (right / &unit).trunc() * &unit == *given;
    given.is_rounding_of(right) || ends(right, given, cut_off)
}

/// Whether `holds` between the ends of two ranges, or two values.
fn ends(
    right: &Number,
    given: &Number,
    holds: impl Fn(&BigRational, &BigRational) -> bool,
) -> bool {
    let upper = match (&right.upper, &given.upper) {
        (None, None) => true,
        (Some(right), Some(given)) => holds(right, given),
        _ => false,
    };
    upper && holds(&right.value, &given.value)
}

/// The same number with the zeros at its end taken for rounding: `38000` may
/// be `38K`.
pub(super) fn coarsest(number: &Number) -> Number {
    let multiple = |power: i32| {
        let unit = ten_to(power);
        [Some(&number.value), number.upper.as_ref()]
            .into_iter()
            .flatten()
            .all(|value| (value / &unit).is_integer())
    };
    let mut last_digit = number.last_digit;
    if !number.fraction && !number.value.is_zero() {
        while last_digit < MOST_ZEROS && multiple(last_digit + 1) {
            last_digit += 1;
        }
    }
    Number {
        last_digit,
        ..number.clone()
    }
}

fn nfkc(text: &str) -> String {
    text.nfkc().collect()
}

fn scaled(number: &Number, power: i32) -> Number {
    let factor = ten_to(power);
    Number {
        value: &number.value * &factor,
        upper: number.upper.as_ref().map(|upper| upper * &factor),
        last_digit: number.last_digit.saturating_add(power),
        fraction: number.fraction,
    }
}

pub(super) fn ten_to(power: i32) -> BigRational {
    let ten = BigRational::from_integer(BigInt::from(10));
    ten.pow(power)
}
