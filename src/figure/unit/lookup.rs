//! Looking up the unit that a phrase names, and the phrase for one of it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::measure::{english_one, measure};
use super::table::{COUNTERS, CURRENCIES, MULTIPLES, NOUNS, PLAIN, lasting};
use super::{Counter, Currency, Unit};

/// The tables by their words, the first of each.
struct Words {
    plain: HashMap<&'static str, &'static Unit>,
    currencies: HashMap<&'static str, Currency>,
    counters: HashMap<&'static str, (&'static str, &'static str)>,
    nouns: HashMap<&'static str, &'static (&'static str, &'static str, &'static str)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let plain = PLAIN.iter().rev().map(|(word, unit)| (*word, unit));
    let currencies = CURRENCIES.iter().rev().copied();
    let counters = COUNTERS.iter().rev();
    let nouns = NOUNS.iter().rev();
    Words {
        plain: plain.collect(),
        currencies: currencies.collect(),
        counters: counters
            .map(|(word, korean, english)| (*word, (*korean, *english)))
            .collect(),
        nouns: nouns
            .flat_map(|noun| [(noun.0, noun), (noun.1, noun)])
            .collect(),
    }
});

/// The unit that a phrase names: a word of the tables, or an English phrase
/// that ends in a noun of the tables (`H100 GPUs`).
pub(in crate::figure) fn lookup(phrase: &str) -> Option<Unit> {
    let lower = phrase.to_lowercase();
    if let Some(unit) = WORDS.plain.get(lower.as_str()) {
        return Some((*unit).clone());
    }
    let code = Currency::ALL
        .into_iter()
        .find(|currency| currency.code().eq_ignore_ascii_case(phrase));
    let named = || WORDS.currencies.get(lower.as_str()).copied();
    if let Some(currency) = code.or_else(named) {
        return Some(Unit::Currency(currency));
    }
    if let Some((korean, english)) = WORDS.counters.get(lower.as_str()) {
        return Some(Unit::Count(Counter {
            english: (*english).to_owned(),
            korean: (*korean).to_owned(),
        }));
    }
    if let Some(symbol) = measure(phrase) {
        return Some(Unit::Other(symbol));
    }
    // A noun phrase is English from its first letter on: in 개의 H100 GPU the
    // counter is what counts, and "% a year" is a percentage.
    let hangul = |c: char| matches!(c, '가'..='힣');
    if phrase.contains(hangul) || !phrase.starts_with(char::is_alphanumeric) {
        return None;
    }
    let last = lower.rsplit([' ', '-']).next()?;
    let (one, many, korean) = WORDS.nouns.get(last)?;
    let noun = phrase.get(phrase.len().checked_sub(last.len())?..)?;
    let before = phrase.get(..phrase.len() - last.len())?;
    // Hours of a thing are no hours: GPU-hours, person-years.
    if lasting(korean).is_some() && !before.split([' ', '-']).all(is_of_time) {
        return Some(Unit::Other(phrase.to_owned()));
    }
    // The author's spelling is kept (GPUs), in the plural.
    let english = if last == *many {
        phrase.to_owned()
    } else if let Some(ending) = many.strip_prefix(one) {
        format!("{before}{noun}{ending}")
    } else {
        format!("{before}{many}")
    };
    Some(Unit::Count(Counter {
        english,
        korean: (*korean).to_owned(),
    }))
}

/// Whether a word before a unit of time leaves it one: full years.
fn is_of_time(word: &str) -> bool {
    let words = [
        "",
        "full",
        "whole",
        "entire",
        "long",
        "short",
        "more",
        "calendar",
        "business",
        "working",
        "fiscal",
        "financial",
        "academic",
        "school",
        "trading",
        "consecutive",
        "straight",
        "successive",
        "past",
        "last",
        "next",
        "first",
        "light",
        "solid",
        "good",
        "mere",
        "of",
        "about",
        "extra",
        "additional",
        "other",
        "further",
        "prior",
        "previous",
    ];
    words.contains(&word.to_lowercase().as_str())
}

/// What a unit is so many of, if it is: 할 is ten per cent, a decade ten years.
pub(in crate::figure) fn multiple_of_unit(phrase: &str) -> Option<(i32, Unit)> {
    let lower = phrase.to_lowercase();
    let years = match lower.as_str() {
        "decade" | "decades" => 1,
        "century" | "centuries" => 2,
        _ => {
            return MULTIPLES
                .iter()
                .find(|(words, _, _)| words.contains(&lower.as_str()))
                .map(|(_, power, unit)| (*power, unit.clone()));
        }
    };
    Some((years, lookup("years")?))
}

/// Whether both words of a counter are those of the tables.
pub(in crate::figure) fn is_listed(counter: &Counter) -> bool {
    let Counter { english, korean } = counter;
    let noun = WORDS.nouns.get(english.as_str());
    noun.is_some_and(|(_, many, counter)| many == english && counter == korean)
        || WORDS.counters.get(korean.as_str()) == Some(&(korean, english))
}

#[cfg(test)]
pub(in crate::figure) fn listed() -> impl Iterator<Item = Unit> {
    let words = COUNTERS.iter().map(|(word, ..)| *word);
    let words = words.chain(NOUNS.iter().map(|(_, many, _)| *many));
    words
        .chain(PLAIN.iter().map(|(word, _)| *word))
        .filter_map(lookup)
}

/// A plural noun phrase of the tables in the singular.
pub(in crate::figure) fn noun_one(plural: &str) -> String {
    let lower = plural.to_lowercase();
    if lower == "years old" {
        return "year old".to_owned();
    }
    let last = lower.rsplit([' ', '-']).next().unwrap_or_default();
    let Some((one, many, _)) = NOUNS.iter().find(|(_, many, _)| *many == last) else {
        return english_one(plural).unwrap_or_else(|| plural.to_owned());
    };
    let end = plural.len().saturating_sub(last.len());
    let before = plural.get(..end).unwrap_or_default();
    match many.strip_prefix(one) {
        Some(ending) => plural
            .get(..plural.len().saturating_sub(ending.len()))
            .unwrap_or_default()
            .to_owned(),
        None => format!("{before}{one}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn nouns_in_both_numbers() {
        for (phrase, many, one) in [
            ("application", "applications", "application"),
            ("H100 GPU", "H100 GPUs", "H100 GPU"),
            ("H100 GPUs", "H100 GPUs", "H100 GPU"),
            ("AI companies", "AI companies", "AI company"),
            ("person", "people", "person"),
            ("business", "businesses", "business"),
        ] {
            let Some(Unit::Count(counter)) = lookup(phrase) else {
                unreachable!("{phrase}")
            };
            assert_eq!(counter.english, many);
            assert_eq!(noun_one(many), one);
        }
    }
}
