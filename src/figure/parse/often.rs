//! How often something is, told before the amount as Korean does: `월 8만원`,
//! `하루 2만 명`, `주 52시간`. What it is so per stands behind the slash of its unit.

use super::{Figure, Unit, read};
use crate::figure::unit::{lookup, often};

/// What may stand before it and says nothing of it.
const BEFORE: [&str; 6] = ["약 ", "무려 ", "최대 ", "최소 ", "총 ", "대략 "];
/// Words between it and the amount.
const BETWEEN: [&str; 3] = [" 평균", "평균", " 최대"];

/// Reads `text` as what is so often. That a share is of a year goes without saying.
pub(super) fn told(text: &str) -> Option<Figure> {
    let text = BEFORE
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let (under, amount) = split(text)?;
    let figure = read(amount)?;
    let yearly = figure.unit == Unit::Percent && under == "years";
    let over = figure.unit.label();
    let same = lookup(&over) == lookup(under);
    let none = matches!(figure.unit, Unit::None | Unit::Multiple);
    if none || yearly || same || over.contains('/') || figure.unit.is_warmth() {
        return None;
    }
    Some(Figure {
        unit: Unit::Other(format!("{over}/{under}")),
        ..figure
    })
}

/// The amount behind the word for a year or a day with which a text begins: a total
/// of one is often told so, and the word said to no purpose.
pub fn without_often(text: &str) -> Option<&str> {
    let (under, amount) = split(text.trim())?;
    matches!(under, "years" | "days").then_some(amount)
}

/// The time that a text begins with, and the amount behind it: of digits, or a
/// word of its own.
fn split(text: &str) -> Option<(&'static str, &str)> {
    let (word, under) = often::begins(text)?;
    let rest = text.get(word.len()..)?;
    let rest = BETWEEN
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let amount = rest.trim_start();
    let digits = amount.starts_with(|c: char| c.is_ascii_digit() || "$€£¥₩-".contains(c));
    (digits || amount.len() < rest.len() && !amount.is_empty()).then_some((under, amount))
}
