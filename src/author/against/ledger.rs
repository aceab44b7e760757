//! The claims of a deck by where they stand, so that what follows from others finds
//! those without a look at all.

use std::collections::HashMap;

use super::claim::{Claim, What};
use crate::deck::yaml::Node;
use crate::figure::Figure;
use crate::order::Order as _;

/// A figure that is claimed, with the number of its claim.
pub(super) type Entered<'c> = (usize, &'c Figure);

/// The claims of a deck by where they stand.
pub(super) struct Ledger<'c> {
    of_text: HashMap<*const Node, Vec<Entered<'c>>>,
    of_answers: HashMap<usize, Vec<Entered<'c>>>,
    values: HashMap<&'c str, Vec<usize>>,
}

impl<'c> Ledger<'c> {
    /// The ledger of these claims.
    pub fn of(claims: &'c [Claim<'_>]) -> Ledger<'c> {
        let mut ledger = Ledger {
            of_text: HashMap::new(),
            of_answers: HashMap::new(),
            values: HashMap::new(),
        };
        for (at, claim) in claims.iter().enumerate() {
            if claim.key == "value" {
                ledger.values.entry(claim.name).or_default().push(at);
            }
            let What::Figure(figure) = &claim.what else {
                continue;
            };
            let of_text = ledger.of_text.entry(std::ptr::from_ref(claim.node));
            of_text.or_default().push((at, figure));
            let base = claim.key.split('.').next().unwrap_or_default();
            if let Some(entry) = claim.entry
                && matches!(base, "answer" | "number" | "note")
            {
                let of_answers = ledger.of_answers.entry(entry);
                of_answers.or_default().push((at, figure));
            }
        }
        ledger
    }

    /// The figures of a text.
    pub fn of_text(&self, node: &Node) -> &[Entered<'c>] {
        let known = self.of_text.get(&std::ptr::from_ref(node));
        known.map_or(&[], Vec::as_slice)
    }

    /// The figures that an entry answers with, or notes.
    pub fn of_answers(&self, entry: usize) -> &[Entered<'c>] {
        self.of_answers.get(&entry).map_or(&[], Vec::as_slice)
    }

    /// The claims that are values of these facts, in their order.
    pub fn values<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Vec<usize> {
        let known = names.into_iter().filter_map(|name| self.values.get(name));
        let mut values: Vec<usize> = known.flatten().copied().collect();
        values.order();
        values.dedup();
        values
    }
}
