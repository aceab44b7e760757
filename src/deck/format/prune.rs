//! A tree without its broken parts: what is left of an entry when the keys are
//! taken out that something is wrong with.

use std::collections::BTreeSet;

use super::RawDeck;
use super::check::{items_of, within};
use super::field::Shape;
use super::mapping::{Mapping, split};
use crate::deck::Place;
use crate::deck::yaml::{Fault, Node, Value};

/// What is left of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pruned {
    /// The tree.
    pub root: Node,
    /// Where the items of `cards`, `facts` and `sources` begin that lost a part.
    pub touched: BTreeSet<(usize, usize)>,
}

/// Takes the keys out of a deck's tree that hold one of `faults`: of its
/// entries, facts and sources where those are at fault, and else its own.
pub fn prune(root: &Node, faults: &[Fault]) -> Pruned {
    let mut pruner = Pruner {
        spots: faults.iter().map(|fault| spot(fault.place)).collect(),
        touched: BTreeSet::new(),
    };
    let root = Node {
        value: Value::Map(pruner.head(root.entries())),
        ..root.clone_empty()
    };
    Pruned {
        root,
        touched: pruner.touched,
    }
}

fn spot(place: Place) -> (usize, usize) {
    (place.line, place.column)
}

struct Pruner {
    spots: BTreeSet<(usize, usize)>,
    touched: BTreeSet<(usize, usize)>,
}

/// A key with its value, and where the next one begins.
type Slot<'n> = (&'n Node, &'n Node, Option<Place>);

fn slots<'n>(entries: &'n [(Node, Node)], next: Option<Place>) -> impl Iterator<Item = Slot<'n>> {
    let each = entries.iter().enumerate();
    each.map(move |(at, (key, value))| {
        let after = entries.get(at + 1).map(|(key, _)| key.place).or(next);
        (key, value, after)
    })
}

impl Pruner {
    /// Whether something is wrong between two places.
    fn spoils(&self, from: Place, next: Option<Place>, last_line: usize) -> bool {
        let mut from_here = self.spots.range(spot(from)..);
        from_here.next().is_some_and(|(line, column)| {
            let place = Place {
                line: *line,
                column: *column,
                length: 1,
            };
            within(place, from, next, last_line)
        })
    }

    fn head(&mut self, entries: &[(Node, Node)]) -> Vec<(Node, Node)> {
        let mut kept = Vec::new();
        for (key, value, next) in slots(entries, None) {
            let name = key.text().unwrap_or_default();
            let shape = RawDeck::KEYS.iter().find(|key| key.name == split(name).0);
            let shape = shape.map(|key| key.shape);
            let of_many = matches!(
                shape,
                Some(Shape::Entries(_) | Shape::Named(_) | Shape::Map(_))
            );
            if of_many && value.is_empty() {
                continue;
            }
            if !self.spoils(key.place, next, value.last_line) {
                kept.push((key.clone(), value.clone()));
                continue;
            }
            if self.spots.contains(&spot(key.place)) || self.spots.contains(&spot(value.place)) {
                // The whole of it is of no use, unless that is its first key.
                let first = value.entries().first().map(|(key, _)| key.place);
                let first = first.or_else(|| value.items().first().map(|item| item.place));
                if first != Some(value.place) || self.spots.contains(&spot(key.place)) {
                    continue;
                }
            }
            let many = shape.and_then(|shape| items_of(shape, value)).is_some();
            let left = match &value.value {
                Value::List(items) if many => Value::List(self.items(items, next)),
                Value::Map(named) if many => Value::Map(self.named(named, next)),
                Value::Map(keys) => Value::Map(self.keys(keys, next)),
                _ => continue,
            };
            let value = Node {
                value: left,
                ..value.clone_empty()
            };
            kept.push((key.clone(), value));
        }
        kept
    }

    fn items(&mut self, items: &[Node], next: Option<Place>) -> Vec<Node> {
        let mut kept = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let after = items.get(at + 1).map(|item| item.place).or(next);
            if !self.spoils(item.place, after, item.last_line) {
                kept.push(item.clone());
            } else if matches!(item.value, Value::Map(_)) {
                self.touched.insert(spot(item.place));
                kept.push(self.mapping(item, after));
            }
        }
        kept
    }

    fn named(&mut self, named: &[(Node, Node)], next: Option<Place>) -> Vec<(Node, Node)> {
        let mut kept = Vec::new();
        for (name, item, after) in slots(named, next) {
            if !self.spoils(name.place, after, item.last_line) {
                kept.push((name.clone(), item.clone()));
            } else if !self.spots.contains(&spot(name.place)) {
                self.touched.insert(spot(name.place));
                kept.push((name.clone(), self.mapping(item, after)));
            }
        }
        kept
    }

    /// An item with the keys that are sound; with none if it is no mapping, so
    /// that its name is known all the same.
    fn mapping(&self, item: &Node, next: Option<Place>) -> Node {
        Node {
            value: Value::Map(self.keys(item.entries(), next)),
            ..item.clone_empty()
        }
    }

    fn keys(&self, entries: &[(Node, Node)], next: Option<Place>) -> Vec<(Node, Node)> {
        let sound = slots(entries, next)
            .filter(|(key, value, next)| !self.spoils(key.place, *next, value.last_line));
        sound
            .map(|(key, value, _)| (key.clone(), value.clone()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::deck::{format, yaml};

    /// The keys that are left of the only entry.
    fn left(entry: &str) -> Vec<String> {
        let text = format!("deck: d\ncards:\n  - {entry}\n");
        let tree = yaml::parse(&text).unwrap();
        let checked = format::check(&tree.root, &tree.faults);
        let pruned = prune(&tree.root, &checked.faults);
        let cards = pruned.root.get("cards").unwrap();
        let entry = cards.items().first().map(Node::entries);
        let keys = entry.unwrap_or_default().iter();
        keys.map(|(key, _)| key.text().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn only_what_is_broken_goes() {
        for (entry, keys) in [
            ("{ ask: a, answer: b }", "ask answer"),
            ("{ ask: [a], answer: b }", "answer"),
            ("{ ask: a, answer: b, aks: c }", "ask answer"),
            ("{ ask: a, answer: b, ask: c }", "ask answer"),
            ("{ ask: a, list: [[b], c], tags: [d] }", "ask tags"),
            ("{ ask: a, answer: b, reverse: maybe }", "ask answer"),
            ("just a text", ""),
        ] {
            assert_eq!(left(entry).join(" "), keys, "{entry}");
        }
    }
}
