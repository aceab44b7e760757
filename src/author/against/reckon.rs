//! Reckonings: a formula of facts, and in a text what follows from its own
//! figures (`26.6 ÷ 9.4 is 2.83`). Both are borne out where those are.

use std::collections::HashSet;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::Verdict;
use super::claim::{Claim, What};
use super::deck::{Entry, Written, own_words};
use super::ledger::{Entered, Ledger};
use super::signs;
use crate::deck::yaml::Node;
use crate::deck::{TextPiece, text_pieces};
use crate::figure::{Figure, Number, Unit, UnitMatch};

/// Signs and words that show that a text reckons.
const SIGNS: &[&str] = &[
    "÷", "×", "/", "*", "+", "−", "=", " times ", "배", "minus", "plus",
];

/// Words that show that a text tells how far two figures are apart.
const DIFFERENCES: &[&str] = &[" more", " fewer", " less", "difference", "차이"];

/// Other words with which a question asks for what follows from its figures.
const ASKED: &[&str] = &[
    "배", "더 ", "times", "ratio", "비율", "share", "total", "합",
];

/// Of more figures than this nothing is said to follow.
const MOST_PARTS: usize = 64;

/// Whether a question asks for what follows from its figures: how far they are
/// apart, how many times as much the one is.
fn asks(question: &str) -> bool {
    let lower = question.to_lowercase();
    let mut words = DIFFERENCES.iter().chain(ASKED);
    words.any(|word| lower.contains(word)) || signs::tells_change(&lower)
}

/// Whether a text reckons at all.
pub(super) fn reckons(text: &str) -> bool {
    let signs = SIGNS.iter().chain(DIFFERENCES);
    signs.into_iter().any(|sign| text.contains(sign))
}

/// The figures of the facts that a text quotes, where they are found.
fn quoted(
    text: &str,
    claims: &[Claim<'_>],
    ledger: &Ledger<'_>,
    verdicts: &[Verdict],
) -> Vec<Figure> {
    let pieces = text_pieces(text);
    let named = pieces.iter().filter_map(|piece| match piece {
        TextPiece::Fact(fact, _) => Some(*fact),
        _ => None,
    });
    let values = ledger.values(named).into_iter();
    let found = values.filter(|at| is_found(verdicts, *at));
    found
        .filter_map(|at| figure_of(claims.get(at)?).cloned())
        .collect()
}

fn is_found(verdicts: &[Verdict], at: usize) -> bool {
    verdicts.get(at).is_some_and(Verdict::is_found)
}

/// What something may follow from, each figure at most twice.
fn parts(figures: impl Iterator<Item = Figure>) -> Vec<Figure> {
    let mut parts: Vec<Figure> = Vec::new();
    for figure in figures {
        let same = parts.iter().filter(|part| **part == figure);
        if same.count() < 2 {
            parts.push(figure);
        }
        if parts.len() > MOST_PARTS {
            break;
        }
    }
    parts
}

/// How `result` follows from two of `parts`, if it does.
fn follows(result: &Figure, parts: &[Figure]) -> Option<String> {
    // Of one digit too much follows, but how far two are apart; of many parts anything.
    let digits = result.number.significant_digits();
    let short = digits.is_some_and(|digits| digits < 2);
    if short && parts.len() > 2 || parts.len() > MOST_PARTS {
        return None;
    }
    let plain = Figure {
        unit: Unit::None,
        ..result.clone()
    };
    let (wanted, plain) = (Wanted::of(result), Wanted::of(&plain));
    let factors: Vec<BigRational> = parts.iter().map(factor).collect();
    let parts = || parts.iter().zip(&factors).enumerate();
    for (at, (left, a)) in parts() {
        for (other, (right, b)) in parts() {
            if at == other {
                continue;
            }
            let mut results = vec![(" × ", a * b)];
            // Apples and pears add up to nothing.
            if add_up(left, right, result) {
                results.push((" − ", a - b));
                if at < other {
                    results.push((" + ", a + b));
                }
            }
            if !b.is_zero() {
                results.push((" ÷ ", a / b));
            }
            results.retain(|(sign, _)| !short || *sign == " − ");
            for (sign, value) in results {
                // 2.7 times a score of 9.4 is 25.4 %, as the score is.
                let bare = [left, right].iter().any(|part| part.unit == Unit::None);
                if wanted.is_met_by(&value) || bare && plain.is_met_by(&value) {
                    let lang = crate::text::Lang::En;
                    return Some(format!("{}{sign}{}", left.format(lang), right.format(lang)));
                }
            }
        }
    }
    None
}

/// Whether two figures are of one unit, and their sum or difference too: that of
/// shares is in points.
fn add_up(left: &Figure, right: &Figure, result: &Figure) -> bool {
    let same = |one: &Unit, other: &Unit| {
        *one == Unit::None || *other == Unit::None || one.compare(other) == UnitMatch::Same
    };
    let points = left.unit == Unit::Percent && result.unit == Unit::PercentagePoint;
    same(&left.unit, &right.unit) && (points || same(&result.unit, &left.unit))
}

/// As a factor: 70 % is 0.7.
fn factor(figure: &Figure) -> BigRational {
    match figure.unit {
        Unit::Percent | Unit::PercentagePoint => &figure.number.value / BigInt::from(100),
        _ => figure.number.value.clone(),
    }
}

/// What a reckoning should come to.
struct Wanted {
    value: BigRational,
    /// What its last digit counts; of a range or a part, which are exact, nothing.
    digit: Option<BigRational>,
}

impl Wanted {
    /// At the precision with which `result` is written: the zeros at the end of
    /// 54,600 may be for want of better.
    fn of(result: &Figure) -> Wanted {
        let value = factor(result);
        let shift = match result.unit {
            Unit::Percent | Unit::PercentagePoint => 2,
            _ => 0,
        };
        let mut last = result.number.last_digit - shift;
        if result.number.upper.is_some() || result.number.fraction {
            return Wanted { value, digit: None };
        }
        let ten = |power: i32| {
            let size = BigInt::from(10).pow(power.unsigned_abs());
            if power < 0 {
                BigRational::new(BigInt::one(), size)
            } else {
                BigRational::from(size)
            }
        };
        while last >= 0 && !value.is_zero() && (&value / ten(last + 1)).is_integer() {
            last += 1;
        }
        Wanted {
            value,
            digit: Some(ten(last)),
        }
    }

    fn is_met_by(&self, value: &BigRational) -> bool {
        let Some(digit) = &self.digit else {
            return *value == self.value;
        };
        // What is further off needs no rounding.
        let far = (value - &self.value).abs() > *digit;
        !far && (value / digit).round() * digit == self.value
    }
}

/// Whether what is written as `written` in a text stands beside a sign that it
/// reckons with.
fn is_operand(text: &str, written: &str) -> bool {
    let signs = ['÷', '×', '*', '+', '−', '/'];
    text.match_indices(written).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end();
        let after = text
            .get(at + written.len()..)
            .unwrap_or_default()
            .trim_start();
        before.ends_with(signs) || after.starts_with(signs)
    })
}

/// Whether a bare number of a reckoning, which has the digits of a figure that is
/// found, is off it by a power of ten: 5.576 for 5.576 million, 0.7 for 70 %.
pub(super) fn is_scaled(number: &Number, other: &Number) -> bool {
    number.equals(other) || !number.value.is_zero() && number.power_of_ten_off(other).is_some()
}

/// The digits of a number, whatever the power of ten.
pub(super) fn digits(number: &Number) -> String {
    let (over, under) = (number.value.numer(), number.value.denom());
    let mut over = over.clone();
    let ten = BigInt::from(10);
    let mut tries = 0;
    while !(&over % under).is_zero() && tries < 40 {
        over *= &ten;
        tries += 1;
    }
    (over / under).to_string().trim_end_matches('0').to_owned()
}

/// Bears out what follows from figures of the same text.
pub(super) fn texts(claims: &[Claim<'_>], ledger: &Ledger<'_>, verdicts: &mut [Verdict]) {
    let mut done: HashSet<*const Node> = HashSet::new();
    for claim in claims {
        let text = claim.node.text().unwrap_or_default();
        if !done.insert(claim.node) || !reckons(&own_words(text, false)) {
            continue;
        }
        let of_text = ledger.of_text(claim.node);
        // A bare 5.576 stands for 5.576 million, which the article has.
        for (at, figure) in of_text {
            let claim = claims.get(*at);
            let operand = || claim.is_some_and(|claim| is_operand(text, &claim.written));
            if let Some(verdict) = verdicts.get_mut(*at)
                && let Verdict::OtherUnit { line, .. } = verdict
                && figure.unit == Unit::None
                && operand()
            {
                *verdict = Verdict::Found { line: *line };
            }
        }
        let quoted = quoted(text, claims, ledger, verdicts);
        // Each may rest on those before it.
        for _ in 0..of_text.len() {
            let (known, open): (Vec<_>, Vec<_>) =
                of_text.iter().partition(|(at, _)| is_found(verdicts, *at));
            let known = known.into_iter().map(|(_, figure)| (*figure).clone());
            let known = parts(known.chain(quoted.iter().cloned()));
            let next = open
                .into_iter()
                .find_map(|(at, figure)| Some((at, follows(figure, &known)?)));
            let Some((at, how)) = next else {
                break;
            };
            if let Some(verdict) = verdicts.get_mut(at) {
                *verdict = Verdict::Computed { how };
            }
        }
    }
}

/// Bears out answers and notes that follow from the figures of their question.
pub(super) fn answers(
    deck: &Written<'_>,
    entries: &[Entry<'_>],
    claims: &[Claim<'_>],
    ledger: &Ledger<'_>,
    verdicts: &mut [Verdict],
) {
    for (number, entry) in entries.iter().enumerate() {
        let answers = ledger.of_answers(number).iter();
        let open: Vec<&Entered<'_>> = answers.filter(|(at, _)| !is_found(verdicts, *at)).collect();
        if open.is_empty() {
            continue;
        }
        let mut asked: Vec<Figure> = Vec::new();
        for (_, _, node) in entry.said("ask", deck.language) {
            let text = node.text().unwrap_or_default();
            if !asks(text) {
                continue;
            }
            let of_text = ledger.of_text(node).iter();
            let written = of_text
                .filter(|(at, _)| is_found(verdicts, *at))
                .map(|(_, figure)| (*figure).clone());
            let all = written.chain(quoted(text, claims, ledger, verdicts));
            for figure in all.flat_map(ends) {
                if !asked
                    .iter()
                    .any(|known| known.number.equals(&figure.number))
                {
                    asked.push(figure);
                }
            }
        }
        for (at, figure) in open {
            if let Some(how) = follows(figure, &asked)
                && let Some(verdict) = verdicts.get_mut(*at)
            {
                *verdict = Verdict::Computed { how };
            }
        }
    }
}

/// Both ends of a span, and any other figure as it is.
fn ends(figure: Figure) -> impl Iterator<Item = Figure> {
    let ends = [
        Some(figure.number.value.clone()),
        figure.number.upper.clone(),
    ];
    let end = move |value: BigRational| Figure {
        number: Number {
            value,
            upper: None,
            ..figure.number.clone()
        },
        unit: figure.unit.clone(),
    };
    ends.into_iter().flatten().map(end)
}

fn figure_of<'c>(claim: &'c Claim<'_>) -> Option<&'c Figure> {
    match &claim.what {
        What::Figure(figure) => Some(figure),
        _ => None,
    }
}

/// Bears out formulas whose facts and figures are found.
pub(super) fn formulas(claims: &[Claim<'_>], ledger: &Ledger<'_>, verdicts: &mut [Verdict]) {
    for _ in 0..claims.len() {
        let mut changed = false;
        for (at, claim) in claims.iter().enumerate() {
            let What::Computed(names) = &claim.what else {
                continue;
            };
            if verdicts.get(at).is_some_and(Verdict::is_found) {
                continue;
            }
            // A fact of another source is not this one's to bear out.
            let mut facts = ledger.values(names.iter().map(String::as_str)).into_iter();
            if facts.all(|fact| is_found(verdicts, fact))
                && let Some(verdict) = verdicts.get_mut(at)
            {
                let how = claim
                    .written
                    .trim()
                    .trim_start_matches('=')
                    .trim()
                    .to_owned();
                *verdict = Verdict::Computed { how };
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
}
