//! A tree that grows, node by node in the order of the file. Whoever reads the
//! file, line by line or by a whole reader of YAML, hands over what stands in it;
//! that a key stands twice or lists are nested too deep is seen here.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Fault, Node, Value};
use crate::deck::Place;
use crate::message;
use crate::text::Lang;

/// A deck is at most five levels deep; this many are read.
const MAXIMUM_DEPTH: usize = 32;

/// A tree that grows.
#[derive(Default)]
pub(super) struct Builder {
    /// How many lists and mappings are around the whole.
    outer: usize,
    open: Vec<Open>,
    root: Option<Node>,
    faults: Vec<Fault>,
}

impl Builder {
    /// A tree inside so many lists and mappings.
    pub(super) fn inside(outer: usize) -> Builder {
        Builder {
            outer,
            ..Builder::default()
        }
    }

    /// The tree, if nothing is wrong with it.
    pub(super) fn sound(self) -> Option<Node> {
        self.root.filter(|_| self.faults.is_empty())
    }

    /// Whether the whole has come to its end.
    pub(super) fn has_root(&self) -> bool {
        self.root.is_some()
    }

    /// Begins a list or a mapping, of which `value` is none yet.
    pub(super) fn begin(&mut self, place: Place, value: Value) -> Result<(), Fault> {
        if self.open.len() + self.outer == MAXIMUM_DEPTH {
            return Err(too_deep(place));
        }
        let place = Place { length: 1, ..place };
        let node = Node {
            place,
            last_line: place.line,
            starts: Box::default(),
            value,
        };
        self.open.push(Open {
            node,
            key: None,
            lines: HashMap::new(),
        });
        Ok(())
    }

    /// Ends the list or mapping that was begun last.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        match self.close() {
            Some(node) => self.put(node),
            None => Ok(()),
        }
    }

    /// Takes the list or mapping that was begun last, which is put nowhere yet.
    pub(super) fn close(&mut self) -> Option<Node> {
        self.open.pop().map(|open| open.node)
    }

    /// Puts a finished node where it belongs.
    pub(super) fn put(&mut self, node: Node) -> Result<(), Fault> {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        open.node.last_line = open.node.last_line.max(node.last_line);
        match &mut open.node.value {
            Value::List(items) => items.push(node),
            Value::Scalar(..) => {}
            Value::Map(entries) => match open.key.take() {
                Some(key) => {
                    if entries.is_empty() {
                        entries.reserve(USUAL);
                    }
                    entries.push((key, node));
                }
                None => {
                    let Some(name) = node.text() else {
                        let [en, ko] = Lang::ALL.map(|lang| node.noun(lang));
                        return Err(Fault::new(
                            "key-shape",
                            node.place,
                            message!(
                                "{en} stands where a key should",
                                "키가 와야 하는데, 이것은 {ko}입니다"
                            ),
                        )
                        .help(message!(
                            "quote a text that begins with a bracket or brace",
                            "괄호로 시작하는 글은 따옴표로 묶으세요"
                        )));
                    };
                    let first = open.stands(name, node.place.line);
                    if let Some(line) = first {
                        self.faults.push(
                            Fault::new(
                                "duplicate-key",
                                node.place,
                                message!(
                                    "'{name}' stands here a second time",
                                    "같은 키가 또 있습니다: '{name}'"
                                ),
                            )
                            .help(message!(
                                "the first one is on line {line}; delete one",
                                "첫 번째는 {line}번째 줄에 있습니다. 하나를 지우세요"
                            )),
                        );
                    }
                    open.key = Some(node);
                }
            },
        }
        Ok(())
    }

    /// Notes what spoils a node.
    pub(super) fn note(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// How many nodes are spoiled so far.
    pub(super) fn spoiled(&self) -> usize {
        self.faults.len()
    }

    /// What has grown, and what spoils nodes of it.
    pub(super) fn finish(self) -> (Option<Node>, Vec<Fault>) {
        (self.root, self.faults)
    }
}

/// A list or mapping that is still open.
struct Open {
    node: Node,
    /// The key that waits for its value.
    key: Option<Node>,
    /// On which lines its keys stand, once there are [`MANY`].
    lines: HashMap<String, usize>,
}

/// So many keys have most mappings, at most.
const USUAL: usize = 6;

/// So many keys are found faster by a table than by looking at each.
const MANY: usize = 40;

impl Open {
    /// The line on which a key stands already that comes on `line` too.
    fn stands(&mut self, name: &str, line: usize) -> Option<usize> {
        let mut keys = self.node.entries().iter().map(|(key, _)| key);
        if keys.len() < MANY {
            return keys
                .find(|key| key.text() == Some(name))
                .map(|key| key.place.line);
        }
        if self.lines.is_empty() {
            for key in keys {
                let name = key.text().unwrap_or_default().to_owned();
                self.lines.entry(name).or_insert(key.place.line);
            }
        }
        match self.lines.entry(name.to_owned()) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(line);
                None
            }
        }
    }
}

pub(super) fn too_deep(place: Place) -> Fault {
    Fault::new(
        "too-deep",
        place,
        message!(
            "lists and mappings are nested more than {MAXIMUM_DEPTH} deep",
            "목록과 매핑이 {MAXIMUM_DEPTH}겹을 넘습니다"
        ),
    )
    .help(message!(
        "a deck needs five levels at most; look for a bracket too many",
        "덱에는 다섯 겹이면 됩니다. 남는 괄호가 없는지 보세요"
    ))
}
