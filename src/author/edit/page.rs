//! A deck's text with its tree, and edits of it that are held against the tree
//! before they count.

use std::ops::Range;

use super::outline::{Kind, Spot, outline};
use super::quoted::Written;
use crate::author::ignore::MARK as IGNORE;
use crate::deck::yaml::{self, Node, Style, Value};
use crate::deck::{Place, gaps};
use crate::order::Order as _;

/// The text of a file, its tree, and where its nodes stand.
#[derive(Debug, Clone)]
pub struct Page {
    /// Whether it begins with a byte-order mark, which is not in the text.
    mark: bool,
    pub(super) text: String,
    pub(super) root: Node,
    /// How many of its nodes are spoiled.
    faults: usize,
    pub(super) spots: Spot,
}

/// Some bytes put in, and what that means for the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub(super) splices: Vec<Splice>,
    pub(super) effects: Vec<Effect>,
}

/// Text in the place of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) at: Range<usize>,
    pub(super) text: String,
}

/// What an edit does to the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Effect {
    /// The scalar at a path says something else.
    Says { path: Vec<usize>, text: String },
    /// The mapping at a path has one more key, at this position.
    Has {
        path: Vec<usize>,
        position: usize,
        key: String,
        value: Node,
    },
    /// The list at a path has one more item behind its last; where nothing was
    /// written, there is a list now.
    Gains { path: Vec<usize>, item: Node },
}

impl Edit {
    /// Both as one: made together or not at all.
    pub fn and(mut self, mut other: Edit) -> Edit {
        self.splices.append(&mut other.splices);
        self.effects.append(&mut other.effects);
        self
    }
}

impl Page {
    /// Reads a file; `None` if it is no YAML.
    pub fn read(bytes: &[u8]) -> Option<Page> {
        let clean = yaml::clean(bytes).ok()?;
        let tree = yaml::parse(&clean.text).ok()?;
        let whole = std::str::from_utf8(bytes).ok()?;
        let text = whole.strip_prefix(MARK).unwrap_or(whole);
        let spots = outline(text, &clean.text)?;
        Some(Page {
            mark: text.len() < whole.len(),
            text: text.to_owned(),
            root: tree.root,
            faults: tree.faults.len(),
            spots,
        })
    }

    /// Its tree.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts a comment on top of the file.
    pub fn comment_on_top(&self, comment: &str) -> Edit {
        Edit {
            splices: vec![Splice {
                at: 0..0,
                text: format!("# {comment}{}", self.line_end(0)),
            }],
            effects: Vec::new(),
        }
    }

    /// Gives the mapping at `path` a key, before its others. `value` must be a
    /// plain scalar. `None` where it is not written here but by an alias, or in
    /// a way that leaves no room for one.
    ///
    /// A comment behind the first key that says something of its line keeps it:
    /// then the new key comes second.
    pub fn key(&self, path: &[usize], key: &str, value: &str) -> Option<Edit> {
        let spot = self.spots.at(path)?;
        let Kind::Map(entries) = &spot.kind else {
            return None;
        };
        let opening = self.text.get(spot.span.clone())?;
        let (position, at, text) = if let Some(brace) = braced(opening) {
            let at = spot.span.start + brace + 1;
            let blank = self.text.get(at..)?.starts_with(char::is_whitespace);
            let text = match blank {
                true => format!(" {key}: {value},"),
                false => format!("{key}: {value}, "),
            };
            (0, at, text)
        } else {
            // A pair in brackets, `[ask: x]`, has no line to put a key on.
            let (first, _) = entries.first()?;
            let line = self.line(first.span.start);
            let speaks = line.contains(IGNORE);
            let (position, at) = match speaks {
                true => (1, entries.get(1)?.0.span.start),
                false => (0, spot.span.end),
            };
            let before = self.text.get(..at)?.rsplit('\n').next()?;
            if speaks && !before.trim().is_empty() {
                return None;
            }
            let column = before.chars().count();
            let indent = " ".repeat(column);
            (
                position,
                at,
                format!("{key}: {value}{}{indent}", self.line_end(at)),
            )
        };
        Some(Edit {
            splices: vec![Splice { at: at..at, text }],
            effects: vec![Effect::Has {
                path: path.to_vec(),
                position,
                key: key.to_owned(),
                value: plain(value, Place::default()),
            }],
        })
    }

    /// Gives the gaps of the cloze at `path` their numbers, in its order; what
    /// has `None` stays. `None` if they can't be found in what was written.
    pub fn number(&self, path: &[usize], numbers: &[Option<u32>]) -> Option<Edit> {
        let said = node_at(&self.root, path)?.text()?;
        let spot = self.spots.at(path)?;
        let Kind::Scalar(style) = spot.kind else {
            return None;
        };
        let written = self.text.get(spot.span.clone())?;
        let written = Written::read(written, spot.span.start, style);
        let mut now = String::with_capacity(said.len());
        let mut splices = Vec::new();
        let mut from = 0;
        let (told, found) = (gaps(said), gaps(&written.text));
        if told.len() != numbers.len() || found.len() < told.len() {
            return None;
        }
        for (((at, _), (there, _)), number) in told.iter().zip(&found).zip(numbers) {
            let Some(number) = number else {
                continue;
            };
            let at = inside(said, *at)?;
            let there = inside(&written.text, *there)?;
            let number = format!("c{number}::");
            now.push_str(said.get(from..at)?);
            now.push_str(&number);
            from = at;
            let byte = written.byte(there)?;
            splices.push(Splice {
                at: byte..byte,
                text: number,
            });
        }
        now.push_str(said.get(from..)?);
        Some(Edit {
            splices,
            effects: vec![Effect::Says {
                path: path.to_vec(),
                text: now,
            }],
        })
    }

    /// The file with these edits, if it is then read as this one with just what
    /// they say; `None` if not.
    pub fn with<'e>(&self, edits: impl IntoIterator<Item = &'e Edit>) -> Option<Vec<u8>> {
        let (mut splices, mut effects) = (Vec::new(), Vec::new());
        for edit in edits {
            splices.extend(&edit.splices);
            effects.extend(&edit.effects);
        }
        splices.order_by_key(|splice| splice.at.start);
        let mut text = String::with_capacity(self.text.len() + 64 * splices.len());
        if self.mark {
            text.push_str(MARK);
        }
        let mut from = 0;
        for splice in splices {
            text.push_str(self.text.get(from..splice.at.start)?);
            text.push_str(&splice.text);
            from = splice.at.end;
        }
        text.push_str(self.text.get(from..)?);

        let mut expected = self.root.clone();
        // What is put in moves what stands after it: texts come first.
        effects.order_by_key(|effect| !matches!(effect, Effect::Says { .. }));
        for effect in effects {
            effect.happen(&mut expected)?;
        }
        let bytes = text.into_bytes();
        let read = yaml::clean(&bytes).ok()?;
        let read = yaml::parse(&read.text).ok()?;
        let sound = read.faults.len() == self.faults && same(&read.root, &expected);
        sound.then_some(bytes)
    }

    /// The line on which a byte stands.
    fn line(&self, at: usize) -> &str {
        let before = self.text.get(..at).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let rest = self.text.get(start..).unwrap_or_default();
        rest.lines().next().unwrap_or_default()
    }

    /// How the line of a byte ends, or the one before it, or lines at all.
    pub(super) fn line_end(&self, at: usize) -> &'static str {
        let (before, after) = self.text.split_at_checked(at).unwrap_or_default();
        let end = match (after.find('\n'), before.rfind('\n')) {
            (Some(end), _) => after.get(..end),
            (None, Some(end)) => before.get(..end),
            (None, None) => None,
        };
        match end {
            Some(line) if line.ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }
}

/// Those of `candidates` that hold together, and those that do not; each of
/// these breaks what was taken before it. Where nothing breaks, all are tried
/// at once.
pub fn admit<T>(candidates: Vec<T>, holds: &dyn Fn(&[T]) -> bool) -> (Vec<T>, Vec<T>) {
    let (mut taken, mut left) = (Vec::new(), Vec::new());
    let mut waiting = vec![candidates];
    while let Some(mut some) = waiting.pop() {
        let before = taken.len();
        taken.append(&mut some);
        if taken.len() == before || holds(&taken) {
            continue;
        }
        let mut some = taken.split_off(before);
        if some.len() == 1 {
            left.append(&mut some);
        } else {
            let later = some.split_off(some.len() / 2);
            waiting.push(later);
            waiting.push(some);
        }
    }
    (taken, left)
}

impl Effect {
    fn happen(&self, root: &mut Node) -> Option<()> {
        match self {
            Effect::Says { path, text } => {
                let node = node_at_mut(root, path)?;
                let Value::Scalar(said, _) = &mut node.value else {
                    return None;
                };
                *said = text.into();
            }
            Effect::Has {
                path,
                position,
                key,
                value,
            } => {
                let node = node_at_mut(root, path)?;
                let key = plain(key, node.place);
                let Value::Map(entries) = &mut node.value else {
                    return None;
                };
                if *position > entries.len() {
                    return None;
                }
                entries.insert(*position, (key, value.clone()));
            }
            Effect::Gains { path, item } => {
                let node = node_at_mut(root, path)?;
                if !matches!(node.value, Value::List(_)) {
                    node.value = Value::List(Vec::new());
                }
                let Value::List(items) = &mut node.value else {
                    return None;
                };
                items.push(item.clone());
            }
        }
        Some(())
    }
}

/// A scalar without quotes.
fn plain(text: &str, place: Place) -> Node {
    Node {
        place,
        last_line: place.line,
        starts: Box::default(),
        value: Value::Scalar(text.into(), Style::Plain),
    }
}

const MARK: &str = "\u{feff}";

/// Where the brace stands that opens a mapping; anchors and blanks may stand
/// around it.
fn braced(opening: &str) -> Option<usize> {
    opening
        .trim_end()
        .ends_with('{')
        .then(|| opening.trim_end().len() - 1)
}

/// Where what is in a gap begins whose braces stand at `at`.
fn inside(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at + 2..)?;
    Some(at + 2 + rest.len() - rest.trim_start().len())
}

/// The node at a path, as [`Spot::at`].
pub fn node_at<'n>(root: &'n Node, path: &[usize]) -> Option<&'n Node> {
    path.iter().try_fold(root, |node, at| match &node.value {
        Value::List(items) => items.get(*at),
        Value::Map(entries) => entries.get(*at).map(|(_, value)| value),
        Value::Scalar(..) => None,
    })
}

fn node_at_mut<'n>(root: &'n mut Node, path: &[usize]) -> Option<&'n mut Node> {
    path.iter()
        .try_fold(root, |node, at| match &mut node.value {
            Value::List(items) => items.get_mut(*at),
            Value::Map(entries) => entries.get_mut(*at).map(|(_, value)| value),
            Value::Scalar(..) => None,
        })
}

/// Whether two trees say the same, wherever it stands.
fn same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            let pair =
                |((key, value), (other_key, other_value)): (&(Node, Node), &(Node, Node))| {
                    same(key, other_key) && same(value, other_value)
                };
            one.len() == other.len() && one.iter().zip(other).all(pair)
        }
        (one, other) => one == other,
    }
}
