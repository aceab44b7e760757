//! Chains of cards that lead back to where they began.

use std::collections::{BTreeMap, HashMap, HashSet};

/// For each card or fact the ones that it leads to.
pub(super) type Links<'s> = BTreeMap<String, &'s [String]>;

/// The circles in `links`, each beginning at its first name. Every link is
/// walked once, so that of circles that share one not each may be told.
pub(super) fn circles(links: &Links<'_>) -> Vec<Vec<String>> {
    let next = |name: &str| {
        let names = links.get(name).copied().unwrap_or_default().iter();
        // A part of a card leads where the card does.
        names.map(|name| name.split('#').next().unwrap_or_default())
    };
    let mut circles = Vec::new();
    let mut walked = HashSet::new();
    for start in links.keys() {
        if !walked.insert(start.as_str()) {
            continue;
        }
        let mut way = vec![start.as_str()];
        let mut on_way = HashMap::from([(start.as_str(), 0)]);
        let mut open = vec![next(start)];
        while let Some(names) = open.last_mut() {
            let Some(name) = names.next() else {
                open.pop();
                if let Some(left) = way.pop() {
                    on_way.remove(left);
                }
                continue;
            };
            if let Some(at) = on_way.get(name) {
                circles.push(from_first(way.get(*at..).unwrap_or_default()));
            } else if walked.insert(name) {
                on_way.insert(name, way.len());
                way.push(name);
                open.push(next(name));
            }
        }
    }
    circles
}

/// A circle turned so that it begins at its first name.
fn from_first(circle: &[&str]) -> Vec<String> {
    let first = circle.iter().enumerate().min_by_key(|(_, name)| **name);
    let first = first.map_or(0, |(at, _)| at);
    let turned = circle.iter().cycle().skip(first).take(circle.len());
    turned.map(|name| (*name).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_found_once_and_begin_at_their_first_name() {
        for (links, expected) in [
            (vec![("a", vec!["b"]), ("b", vec!["c"])], vec![]),
            (vec![("a", vec!["a"])], vec![vec!["a"]]),
            (
                vec![("b", vec!["c"]), ("c", vec!["a"]), ("a", vec!["b"])],
                vec![vec!["a", "b", "c"]],
            ),
            (
                vec![("a", vec!["x", "c"]), ("c", vec!["d#c1"]), ("d", vec!["c"])],
                vec![vec!["c", "d"]],
            ),
            (
                vec![("a", vec!["c"]), ("b", vec!["c"]), ("c", vec!["d"])],
                vec![],
            ),
        ] {
            let owned: Vec<(String, Vec<String>)> = links
                .iter()
                .map(|(name, to)| {
                    let to = to.iter().map(|to| (*to).to_owned()).collect();
                    ((*name).to_owned(), to)
                })
                .collect();
            let links: Links<'_> = owned
                .iter()
                .map(|(name, to)| (name.clone(), to.as_slice()))
                .collect();
            assert_eq!(circles(&links), expected, "{links:?}");
        }
    }

    #[test]
    fn a_long_chain_is_walked_in_no_time() {
        let to: Vec<Vec<String>> = (0..100_000)
            .map(|at| vec![format!("{:06}", at + 1)])
            .collect();
        let links: Links<'_> = to
            .iter()
            .enumerate()
            .map(|(at, to)| (format!("{at:06}"), to.as_slice()))
            .collect();
        assert!(circles(&links).is_empty());
    }
}
