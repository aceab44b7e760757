//! Slips of one digit.

use std::sync::Arc;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;

use super::article::Read;
use super::claim::Claim;
use super::deck::Written;
use super::tell::MISSING;
use crate::deck::yaml::Node;
use crate::deck::{Diagnostic, Severity};
use crate::figure::{Date, Figure};
use crate::message;

/// The digits of a figure as it is written out: `38210`, `9.4`, `1/18`.
pub(super) fn digits(figure: &Figure) -> String {
    let number = &figure.number;
    let one = |value: &BigRational| {
        if number.fraction {
            return format!("{}/{}", value.numer(), value.denom());
        }
        let decimals = number.last_digit.min(0).unsigned_abs();
        let scaled = (value.abs() * BigInt::from(10).pow(decimals))
            .round()
            .to_integer();
        let decimals = usize::try_from(decimals).unwrap_or(0);
        let digits = format!("{scaled:0>width$}", width = decimals + 1);
        let (whole, part) = digits.split_at(digits.len().saturating_sub(decimals));
        if part.is_empty() {
            whole.to_owned()
        } else {
            format!("{whole}.{part}")
        }
    };
    match &number.upper {
        Some(upper) => format!("{}~{}", one(&number.value), one(upper)),
        None => one(&number.value),
    }
}

/// The digits of a claim: of a fraction as it was written, 2/8 and not 1/4, and
/// 6/3 of 3분의 6.
pub(super) fn written(claim: &Claim<'_>, figure: &Figure) -> String {
    let spelled = claim.written.trim();
    let korean = spelled
        .split_once("분의")
        .map(|(under, over)| (over, under));
    let fraction = spelled
        .split_once('/')
        .or(korean)
        .and_then(|(over, under)| {
            let whole = |part: &str| part.trim().parse::<u32>().ok();
            Some((whole(over)?, whole(under)?))
        });
    match fraction {
        Some((over, under)) => format!("{over}/{under}"),
        None => digits(figure),
    }
}

/// Whether two spellings differ in one digit.
pub(super) fn one_digit(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && one
            .bytes()
            .zip(other.bytes())
            .filter(|(a, b)| a != b)
            .count()
            == 1
        && one
            .bytes()
            .zip(other.bytes())
            .all(|(a, b)| a == b || a.is_ascii_digit() && b.is_ascii_digit())
}

/// Whether two digits beside each other changed places from one spelling to the
/// other: 270 and 207.
pub(super) fn two_swapped(one: &str, other: &str) -> bool {
    let shape = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "0");
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    let (mut mine, theirs) = (digits(one), digits(other));
    let at = mine.iter().zip(&theirs).position(|(a, b)| a != b);
    if let Some(two) = at.and_then(|at| mine.get_mut(at..at + 2)) {
        two.reverse();
    }
    at.is_some() && mine == theirs && shape(one) == shape(other)
}

/// An article that is dated in figures (`2025.02.09`), as by the line under its
/// title, and only one digit off the day that the deck gives its source.
pub(super) fn of_source(
    deck: &Written<'_>,
    day: Date,
    node: &Node,
    reads: &[Arc<Read>],
    paths: &str,
) -> Option<Diagnostic> {
    let dated = |read: &Read| -> Vec<(Date, String)> {
        let figures = read.dates.iter().filter(|found| {
            let written = read.prose.at(&found.span);
            found.date.day.is_some()
                && found.reckoning.is_none()
                && written
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | ' '))
        });
        figures
            .map(|found| (found.date, read.prose.at(&found.span).to_owned()))
            .collect()
    };
    let all: Vec<(Date, String)> = reads.iter().flat_map(|read| dated(read)).collect();
    if all.iter().any(|(date, _)| *date == day) {
        return None;
    }
    let iso = day.to_string();
    let (_, written) = all
        .iter()
        .find(|(date, _)| one_digit(&date.to_string(), &iso))?;
    Some(Diagnostic {
        code: MISSING,
        severity: Severity::Error,
        path: deck.path.clone(),
        place: node.place,
        message: message!(
            "{paths} is dated {written} where its source says {iso}",
            "{paths} 기사의 날짜는 {written}, 출처에 적힌 날짜는 {iso}입니다"
        ),
        help: Some(message!(
            "write the day on which the article was published",
            "기사가 나온 날짜를 쓰세요"
        )),
    })
}
