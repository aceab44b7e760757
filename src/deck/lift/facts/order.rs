//! The order in which formulas can be computed: each after all that it needs.
//! Those of which each needs another before itself go round in circles, and no
//! order computes them.

use std::collections::{BTreeMap, BTreeSet};

/// In which order to compute formulas, by their names.
pub(super) struct Order {
    /// Those that can be computed, each after what it needs.
    pub(super) sequence: Vec<String>,
    /// The circles among the others: each needs the next, and the last the first.
    pub(super) circles: Vec<Vec<String>>,
}

/// The formulas that each needs, in the order of its text.
pub(super) type Needs = BTreeMap<String, Vec<String>>;

impl Order {
    pub(super) fn of(mut needs: Needs) -> Order {
        let sequence = sequence(&needs);
        for name in &sequence {
            needs.remove(name);
        }
        let mut walked = BTreeSet::new();
        let circles = needs.keys().map(|name| circle(name, &needs, &mut walked));
        Order {
            circles: circles.filter(|circle| !circle.is_empty()).collect(),
            sequence,
        }
    }
}

fn sequence(needs: &Needs) -> Vec<String> {
    let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
    let mut needed_by: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut ready = Vec::new();
    for (name, needs) in needs {
        let needs: BTreeSet<&str> = needs.iter().map(String::as_str).collect();
        if needs.is_empty() {
            ready.push(name.as_str());
        }
        waiting.insert(name, needs.len());
        for needed in needs {
            needed_by.entry(needed).or_default().push(name);
        }
    }
    let mut sequence = Vec::new();
    while let Some(name) = ready.pop() {
        sequence.push(name.to_owned());
        for next in needed_by.get(name).into_iter().flatten() {
            if let Some(count) = waiting.get_mut(next) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    ready.push(next);
                }
            }
        }
    }
    sequence
}

/// The circle that one comes into by following formulas from `name`; nothing if
/// it was walked before.
fn circle(name: &str, needs: &Needs, walked: &mut BTreeSet<String>) -> Vec<String> {
    let mut path: Vec<String> = Vec::new();
    let mut next = Some(name);
    while let Some(name) = next {
        if !walked.insert(name.to_owned()) {
            let at = path.iter().position(|walked| walked == name);
            return at.map(|at| path.split_off(at)).unwrap_or_default();
        }
        path.push(name.to_owned());
        let mut needed = needs.get(name).into_iter().flatten();
        next = needed
            .find(|needed| needs.contains_key(*needed))
            .map(String::as_str);
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(rows: &[(&str, &[&str])]) -> Order {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let needs = rows
            .iter()
            .map(|(name, needs)| ((*name).to_owned(), owned(needs)));
        Order::of(needs.collect())
    }

    #[test]
    fn each_comes_after_what_it_needs() {
        let order = order(&[
            ("a", &["b", "c", "b"]),
            ("b", &["c"]),
            ("c", &[]),
            ("d", &[]),
        ]);
        assert_eq!(order.sequence, ["d", "c", "b", "a"]);
        assert!(order.circles.is_empty());
    }

    #[test]
    fn a_circle_is_told_once_without_what_only_leads_to_it() {
        let order = order(&[
            ("a", &["b"]),
            ("b", &["free", "c"]),
            ("c", &["b"]),
            ("d", &["d"]),
            ("e", &["a"]),
            ("free", &[]),
        ]);
        assert_eq!(order.sequence, ["free"]);
        assert_eq!(order.circles, [vec!["b", "c"], vec!["d"]]);
    }
}
