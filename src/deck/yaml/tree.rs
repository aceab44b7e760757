//! The tree of a file, built from the events of `saphyr-parser`.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::clean::{begin, control, forbidden};
use super::refusal::not_yaml;
use super::spread::{LineStart, starts};
use super::{Fault, Node, Style, Value, lines};
use crate::deck::Place;
use crate::message;
use crate::text::Lang;

/// A deck is at most five levels deep; this many are read.
const MAXIMUM_DEPTH: usize = 32;

/// A file in which more nodes than this are spoiled is no deck.
const MAXIMUM_FAULTS: usize = 1000;

/// How many nodes aliases may add to a file.
const ALIAS_BUDGET: usize = 10_000;

/// The tree of a file and what is wrong with parts of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The whole document.
    pub root: Node,
    /// What spoils single nodes: keys that stand twice, control characters.
    pub faults: Vec<Fault>,
}

/// Builds the tree of a text that [`super::clean`] let through.
///
/// # Errors
/// When the file as a whole is no YAML, or none of ours.
pub fn parse(text: &str) -> Result<Tree, Fault> {
    match lines::read(text) {
        Some(root) => Ok(Tree {
            root,
            faults: Vec::new(),
        }),
        None => whole(text),
    }
}

/// The same by a whole reader of YAML.
pub(super) fn whole(text: &str) -> Result<Tree, Fault> {
    let builder = build(text, 0)?;
    if !builder.aliased.is_empty() {
        names_stand_once(text, &builder.anchored, &builder.aliased)?;
    }
    match builder.root.filter(|root| !is_nothing(root)) {
        Some(root) => Ok(Tree {
            root,
            faults: builder.faults,
        }),
        None => {
            let message = message!(
                "the file holds nothing but comments",
                "파일에 주석밖에 없습니다"
            );
            Err(Fault::new("empty-file", START, message).help(begin()))
        }
    }
}

/// Whether nothing is written where the document should be.
fn is_nothing(root: &Node) -> bool {
    matches!(&root.value, Value::Scalar(text, Style::Plain) if text.is_empty())
}

/// The tree of a part of a text that says nothing of others, if nothing is wrong
/// with it; so many lists and mappings are around it.
pub(super) fn alone(text: &str, outer: usize) -> Option<Node> {
    let builder = build(text, outer).ok()?;
    builder.anchors.is_empty().then(|| builder.sound())?
}

fn build(text: &str, outer: usize) -> Result<Builder<'_>, Fault> {
    let mut builder = Builder {
        lines: text.lines().collect(),
        outer,
        ..Builder::default()
    };
    // The iterator repeats an error for ever, so the first one ends it.
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| not_yaml(&error, text))?;
        builder.take(event, span)?;
    }
    Ok(builder)
}

const START: Place = Place {
    line: 1,
    column: 1,
    length: 1,
};

/// A list or mapping that is still open.
struct Open {
    anchor: usize,
    node: Node,
    /// The key that waits for its value.
    key: Option<Node>,
    /// On which lines its keys stand, once there are [`MANY`].
    lines: HashMap<String, usize>,
}

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

/// A tree that grows.
#[derive(Default)]
pub(super) struct Builder<'t> {
    lines: Vec<&'t str>,
    /// How many lists and mappings are around the whole.
    outer: usize,
    /// The last spot that was looked up: line, column and byte.
    cursor: (usize, usize, usize),
    open: Vec<Open>,
    root: Option<Node>,
    anchors: HashMap<usize, (Node, usize)>,
    /// Where what has an anchor begins in the text, in characters.
    anchored: Vec<usize>,
    /// Where aliases stand in the text, in characters, and how long they are.
    aliased: Vec<(usize, usize, Place)>,
    spent: usize,
    faults: Vec<Fault>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Fault> {
        let place = self.place_of(span);
        if let Event::Scalar(_, _, 1.., _)
        | Event::SequenceStart(1.., _)
        | Event::MappingStart(1.., _) = event
        {
            self.anchored.push(span.start.index());
        }
        if self.faults.len() > MAXIMUM_FAULTS {
            return Err(Fault::new(
                "too-many-errors",
                place,
                message!(
                    "there are more than {MAXIMUM_FAULTS} errors up to here",
                    "여기까지 오류가 {MAXIMUM_FAULTS}건이 넘습니다"
                ),
            )
            .help(message!(
                "is this a deck? mend the first errors",
                "덱이 맞나요? 앞의 오류부터 바로잡으세요"
            )));
        }
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            Event::DocumentStart(_) => {
                if self.root.is_some() {
                    let message = message!("a second document begins", "두 번째 문서가 시작됩니다");
                    return Err(Fault::new("more-documents", place, message).help(message!(
                        "put each deck into a file of its own, and delete this '---'",
                        "덱마다 파일을 따로 두고, 이 '---'를 지우세요"
                    )));
                }
            }
            Event::Alias(anchor) => {
                let Some((node, size)) = self.anchors.get(&anchor) else {
                    let message = message!(
                        "an alias stands inside what it names",
                        "별칭이 스스로 가리키는 것 안에 있습니다"
                    );
                    return Err(Fault::new("alias", place, message)
                        .help(message!("write the text out", "글을 그대로 쓰세요")));
                };
                self.spent += size;
                if self.spent > ALIAS_BUDGET {
                    return Err(Fault::new(
                        "alias",
                        place,
                        message!(
                            "aliases make more than {ALIAS_BUDGET} nodes of this file",
                            "별칭으로 불어난 것이 {ALIAS_BUDGET}개를 넘습니다"
                        ),
                    )
                    .help(message!("write the texts out", "글을 그대로 쓰세요")));
                }
                self.aliased.push((span.start.index(), span.len(), place));
                // What is wrong with it here may be right where it was written.
                let node = Node {
                    place,
                    last_line: place.line,
                    starts: Box::default(),
                    value: node.value.clone(),
                };
                self.put(node)?;
            }
            Event::Scalar(text, style, anchor, tag) => {
                refuse_tag(tag.is_some(), place)?;
                let written = style;
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    _ => Style::Quoted,
                };
                // Only escapes bring them into a text that is clean.
                if written == ScalarStyle::DoubleQuoted
                    && let Some(character) = text.chars().find(|character| forbidden(*character))
                {
                    self.faults.push(control(character, place));
                }
                let last_line = span.end.line().max(place.line);
                let node = Node {
                    place,
                    last_line,
                    starts: self.starts(&text, written, span, last_line),
                    value: Value::Scalar(text.into(), style),
                };
                if anchor > 0 {
                    self.anchors.insert(anchor, (node.clone(), 1));
                }
                self.put(node)?;
            }
            Event::SequenceStart(anchor, tag) => {
                refuse_tag(tag.is_some(), place)?;
                self.begin(anchor, place, Value::List(Vec::new()))?;
            }
            Event::MappingStart(anchor, tag) => {
                refuse_tag(tag.is_some(), place)?;
                self.begin(anchor, place, Value::Map(Vec::new()))?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end()?;
            }
        }
        Ok(())
    }

    /// Where the lines of a scalar begin, if it has several.
    fn starts(
        &self,
        text: &str,
        style: ScalarStyle,
        span: Span,
        last_line: usize,
    ) -> Box<[LineStart]> {
        let first = span.start.line().max(1);
        if last_line == first {
            return Box::default();
        }
        let lines = self.lines.get(first - 1..).unwrap_or_default();
        let lines = lines.get(..=last_line - first).unwrap_or(lines);
        starts(text, style, lines, first, span.start.col()).unwrap_or_default()
    }

    /// Spans count columns from 0, and reach over the blanks after a quote and
    /// the comment behind it.
    fn place_of(&mut self, span: Span) -> Place {
        let (line, column) = (span.start.line().max(1), span.start.col());
        let length = if span.start.line() == span.end.line() {
            in_its_quotes(self.written(line, column, span.len()))
                .trim_end()
                .chars()
                .count()
                .max(1)
        } else {
            1
        };
        Place {
            line,
            column: column + 1,
            length,
        }
    }

    /// What stands in the file from a column on. Spots are asked for in the
    /// order of the file, so that a long line is walked once.
    fn written(&mut self, line: usize, column: usize, length: usize) -> &str {
        let whole = self.lines.get(line - 1).copied().unwrap_or_default();
        let (last_line, last_column, last_byte) = self.cursor;
        let (from, byte) = if line == last_line && column >= last_column {
            (last_column, last_byte)
        } else {
            (0, 0)
        };
        let ahead = |text: &str, characters: usize| {
            text.char_indices()
                .nth(characters)
                .map_or(text.len(), |(at, _)| at)
        };
        let byte = byte + ahead(whole.get(byte..).unwrap_or_default(), column - from);
        self.cursor = (line, column, byte);
        let rest = whole.get(byte..).unwrap_or_default();
        rest.get(..ahead(rest, length)).unwrap_or_default()
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
    pub(super) fn begin(&mut self, anchor: usize, place: Place, value: Value) -> Result<(), Fault> {
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
            anchor,
            node,
            key: None,
            lines: HashMap::new(),
        });
        Ok(())
    }

    /// Ends the list or mapping that was begun last.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        if open.anchor > 0 {
            let size = open.node.size();
            self.anchors.insert(open.anchor, (open.node.clone(), size));
        }
        self.put(open.node)
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
                Some(key) => entries.push((key, node)),
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
}

/// A text in quotes up to its last one, without what stands behind it.
fn in_its_quotes(written: &str) -> &str {
    // An anchor may stand before it.
    let mut behind = written.char_indices().peekable();
    if written.starts_with('&') {
        while behind.next_if(|(_, c)| *c != ' ').is_some() {}
        while behind.next_if(|(_, c)| *c == ' ').is_some() {}
    }
    let Some((_, quote @ ('"' | '\''))) = behind.next() else {
        return written;
    };
    let mut inside = behind;
    while let Some((at, c)) = inside.next() {
        match c {
            // What is escaped ends nothing.
            '\\' if quote == '"' => drop(inside.next()),
            '\'' if quote == c && inside.next_if(|(_, next)| *next == c).is_some() => {}
            _ if c == quote => return written.get(..=at).unwrap_or(written),
            _ => {}
        }
    }
    written
}

fn refuse_tag(tagged: bool, place: Place) -> Result<(), Fault> {
    if tagged {
        let message = message!(
            "a text begins with '!', which is a YAML tag",
            "글이 '!'로 시작합니다. YAML에서는 태그입니다"
        );
        return Err(Fault::new("tag", place, message)
            .help(message!("quote the text", "글을 따옴표로 묶으세요")));
    }
    Ok(())
}

/// Readers of YAML differ in what an alias is when a name is given twice.
fn names_stand_once(
    text: &str,
    anchored: &[usize],
    aliased: &[(usize, usize, Place)],
) -> Result<(), Fault> {
    let mut given: HashMap<&str, usize> = HashMap::new();
    let mut ends = text.char_indices().map(|(byte, _)| byte);
    let mut passed = 0;
    for start in anchored {
        let byte = ends.nth(start.saturating_sub(passed)).unwrap_or(text.len());
        passed = start + 1;
        *given.entry(anchor(text, byte)).or_default() += 1;
    }
    let mut seen = HashSet::new();
    let mut characters = text.chars();
    let mut position = 0;
    for (start, length, place) in aliased {
        let name: String = characters
            .by_ref()
            .skip(start.saturating_sub(position))
            .take(*length)
            .filter(|c| names_an_anchor(*c) && *c != '*')
            .collect();
        position = start + length;
        if seen.insert(name.clone()) && given.get(name.as_str()).copied().unwrap_or_default() > 1 {
            return Err(Fault::new(
                "alias",
                *place,
                message!(
                    "'&{name}' is given more than once",
                    "'&{name}': 한 번 넘게 쓴 이름입니다"
                ),
            )
            .help(message!(
                "give each anchor a name of its own, or write the text out",
                "앵커마다 다른 이름을 주거나, 글을 그대로 쓰세요"
            )));
        }
    }
    Ok(())
}

/// The name of the anchor of what begins at a byte: it stands there, or before
/// it with nothing but blanks and comments between.
fn anchor(text: &str, begin: usize) -> &str {
    let named = |text: &'_ str| text.find(|c| !names_an_anchor(c)).unwrap_or(text.len());
    let (before, at) = text.split_at(begin);
    if let Some(name) = at.strip_prefix('&') {
        return name.get(..named(name)).unwrap_or(name);
    }
    let mut signs = before.rmatch_indices('&').map(|(at, _)| at + 1);
    let found = signs.find_map(|at| {
        let name = before.get(at..)?;
        let (name, between) = name.split_at(named(name));
        let mut lines = between.lines().map(str::trim_start);
        lines
            .all(|line| line.is_empty() || line.starts_with('#'))
            .then_some(name)
    });
    found.unwrap_or_default()
}

fn names_an_anchor(character: char) -> bool {
    !character.is_whitespace() && !matches!(character, ',' | '[' | ']' | '{' | '}')
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

#[cfg(test)]
mod tests;
