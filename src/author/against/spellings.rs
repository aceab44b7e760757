//! Other spellings of an answer, as `accept` has them: what else a name may be
//! called in the source, and what is claimed by one that is another answer.

use std::collections::HashSet;

use super::claim::What;
use super::claims::{Collector, scalars};
use super::deck::Entry;
use crate::deck::yaml::Node;
use crate::text::Lang;

impl<'w> Collector<'w> {
    /// Other spellings of an answer have no other numbers than the answer: `o4
    /// model` is none of `o1`. Where the answer has none, as of `six tigers`,
    /// they are claimed as in any text.
    pub(super) fn spellings(&mut self, entry: &Entry<'w>) {
        let answers = ["answer", "list", "cloze"].map(|key| entry.said(key, self.deck.language));
        let answers = answers
            .iter()
            .flatten()
            .flat_map(|(_, _, node)| scalars(node));
        let digits = |node: &'w Node| numbers(node.text().unwrap_or_default());
        let of_all: HashSet<&str> = answers.flat_map(digits).map(|(_, number)| number).collect();
        for (key, _, accept) in entry.said("accept", Lang::En) {
            let named = accept.entries().iter().flat_map(|(name, others)| {
                let of_one: HashSet<&str> = digits(name).map(|(_, number)| number).collect();
                let known = if of_one.is_empty() {
                    of_all.clone()
                } else {
                    of_one
                };
                let others = scalars(others).into_iter();
                others.map(move |node| (node, known.clone()))
            });
            let alone = scalars(accept).into_iter();
            let texts: Vec<_> = alone
                .map(|node| (node, of_all.clone()))
                .chain(named)
                .collect();
            for (node, known) in texts {
                if known.is_empty() {
                    self.text(key, node, false);
                    continue;
                }
                let text = node.text().unwrap_or_default();
                let other = numbers(text).find(|(_, number)| !known.contains(number));
                if let Some((nth, number)) = other {
                    let place = self.deck.place_of(node, number, nth);
                    self.put(key, node, text, place, What::Spelling);
                }
            }
        }
    }
}

/// Other spellings that count for what is called `named`; those without a name
/// are those of the one answer.
pub(super) fn accepted(entry: &Entry<'_>, named: &[String], only: bool) -> Vec<String> {
    let mut forms = Vec::new();
    for (_, _, accept) in entry.said("accept", Lang::En) {
        let texts = |node: &Node| -> Vec<String> {
            scalars(node)
                .into_iter()
                .filter_map(|node| node.text().map(str::to_owned))
                .collect()
        };
        if only {
            forms.extend(texts(accept));
        }
        for (name, others) in accept.entries() {
            if name
                .text()
                .is_some_and(|name| named.iter().any(|known| known == name))
            {
                forms.extend(texts(others));
            }
        }
    }
    forms
}

/// The numbers in a text, digit for digit, each with how many alike come before it.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let runs = text.split(|c: char| !c.is_ascii_digit());
    // 04:17 is 4:17.
    let clock = |run: &&str| text.contains(&format!("{run}:"));
    let plain = |run| {
        Some(run)
            .filter(clock)
            .and_then(|run| run.strip_prefix('0'))
            .unwrap_or(run)
    };
    let runs = runs.filter(|run| !run.is_empty()).map(plain);
    let runs: Vec<&str> = runs.filter(|run| !run.is_empty()).collect();
    let before = runs.clone();
    let each = runs.into_iter().enumerate();
    each.map(move |(at, run)| {
        let alike = before.iter().take(at).filter(|other| **other == run);
        (alike.count(), run)
    })
}
