//! Suggestions for the schedule, checked.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::Path;
use std::str::FromStr;

use super::item::Item;
use super::told;
use crate::deck::format::{self, RawOptions};
use crate::deck::yaml;
use crate::deck::{DeckOptions, Diagnostic, Step, StepError};
use crate::message;
use crate::order::Order as _;
use crate::text::Lang;

/// Reads the options of a folder from the bytes of its `options.yaml`; what is
/// wrong is left out and told.
pub fn read_options(path: &Path, bytes: &[u8]) -> (DeckOptions, Vec<Diagnostic>) {
    let (options, faults) = match of_file(bytes) {
        Ok(read) => read,
        Err(fault) => (DeckOptions::default(), vec![fault]),
    };
    (
        options,
        faults.into_iter().map(|fault| told(path, fault)).collect(),
    )
}

fn of_file(bytes: &[u8]) -> Result<(DeckOptions, Vec<yaml::Fault>), yaml::Fault> {
    let clean = yaml::clean(bytes)?;
    let tree = yaml::parse(&clean.text)?;
    let checked = format::check_options(&tree.root);
    let mut faults: Vec<_> = clean
        .faults
        .into_iter()
        .chain(tree.faults)
        .chain(checked.faults)
        .collect();
    if checked.fatal {
        return Ok((DeckOptions::default(), faults));
    }
    match format::read_options(&tree.root, &checked.skip) {
        Ok(raw) => {
            let mut item = Item::new(&tree.root, tree.root.place, Lang::En);
            let options = lift(&raw, &mut item);
            faults.append(&mut item.faults);
            faults.order_by_key(|fault| (fault.place.line, fault.place.column));
            Ok((options, faults))
        }
        Err(error) => {
            faults.push(super::unreadable(tree.root.place, &error));
            Ok((DeckOptions::default(), faults))
        }
    }
}

/// Options as they are meant; what is wrong is left out and noted.
pub fn lift(raw: &RawOptions, item: &mut Item<'_>) -> DeckOptions {
    DeckOptions {
        retention: number(
            item,
            "retention",
            raw.retention.as_ref(),
            0.70..=0.99,
            "0.9",
        ),
        new_per_day: number(
            item,
            "new_per_day",
            raw.new_per_day.as_ref(),
            0..=9999,
            "20",
        ),
        reviews_per_day: number(
            item,
            "reviews_per_day",
            raw.reviews_per_day.as_ref(),
            0..=9999,
            "200",
        ),
        learning_steps: steps(item, "learning_steps", raw.learning_steps.as_deref()),
        relearning_steps: steps(item, "relearning_steps", raw.relearning_steps.as_deref()),
        maximum_interval: number(
            item,
            "maximum_interval",
            raw.maximum_interval.as_ref(),
            1..=36_500,
            "365",
        ),
    }
}

fn number<T: FromStr + PartialOrd + Display>(
    item: &mut Item<'_>,
    key: &str,
    text: Option<&String>,
    range: RangeInclusive<T>,
    example: &str,
) -> Option<T> {
    item.read("bad-option", key, text, |text| match text.parse() {
        Ok(number) if range.contains(&number) => Ok(number),
        _ => Err(message!(
            "'{key}' must be a number from {} to {}, not '{text}'; write {key}: {example}",
            "'{key}': {}에서 {}까지의 수여야 하는데 '{text}'입니다; {key}: {example}처럼 쓰세요",
            range.start(),
            range.end()
        )),
    })
}

fn steps(item: &mut Item<'_>, key: &str, texts: Option<&[String]>) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for (at, text) in texts?.iter().enumerate() {
        match text.parse() {
            Ok(step) => steps.push(step),
            Err(error) => {
                let StepError(message) = error;
                let place = item.at_item(key, at);
                item.failed("bad-option", place, &message);
                return None;
            }
        }
    }
    Some(steps)
}
