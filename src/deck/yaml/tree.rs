//! The tree of a file, built from the events of `saphyr-parser`.

use std::borrow::Cow;
use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::anchor::names_stand_once;
use super::builder::Builder;
use super::clean::{begin, control, forbidden};
use super::refusal::not_yaml;
use super::written::Written;
use super::{Fault, Node, Style, Value, lines};
use crate::deck::Place;
use crate::message;

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
    let events = build(text, 0)?;
    if !events.aliased.is_empty() {
        names_stand_once(text, &events.anchored, &events.aliased)?;
    }
    let (root, faults) = events.builder.finish();
    match root.filter(|root| !is_nothing(root)) {
        Some(root) => Ok(Tree { root, faults }),
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
    let events = build(text, outer).ok()?;
    events.anchors.is_empty().then(|| events.builder.sound())?
}

fn build(text: &str, outer: usize) -> Result<Events<'_>, Fault> {
    let mut events = Events {
        written: Written::of(text),
        builder: Builder::inside(outer),
        open: Vec::new(),
        anchors: HashMap::new(),
        anchored: Vec::new(),
        aliased: Vec::new(),
        spent: 0,
    };
    // The iterator repeats an error for ever, so the first one ends it.
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| not_yaml(&error, text))?;
        events.take(event, span)?;
    }
    Ok(events)
}

const START: Place = Place {
    line: 1,
    column: 1,
    length: 1,
};

/// The events of a text, of which a tree is made.
struct Events<'t> {
    written: Written<'t>,
    builder: Builder,
    /// The anchors of the lists and mappings that are open; 0 is none.
    open: Vec<usize>,
    /// What each anchor names, and of how many nodes it is.
    anchors: HashMap<usize, (Node, usize)>,
    /// Where what has an anchor begins in the text, in characters.
    anchored: Vec<usize>,
    /// Where aliases stand in the text, in characters, and how long they are.
    aliased: Vec<(usize, usize, Place)>,
    /// How many nodes aliases have added.
    spent: usize,
}

impl Events<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Fault> {
        let place = self.written.place_of(span);
        if let Event::Scalar(_, _, 1.., _)
        | Event::SequenceStart(1.., _)
        | Event::MappingStart(1.., _) = event
        {
            self.anchored.push(span.start.index());
        }
        if self.builder.spoiled() > MAXIMUM_FAULTS {
            return Err(too_many(place));
        }
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) if self.builder.has_root() => Err(another_document(place)),
            Event::DocumentStart(_) => Ok(()),
            Event::Alias(anchor) => self.alias(anchor, place, span),
            Event::Scalar(text, style, anchor, tag) => {
                refuse_tag(tag.is_some(), place)?;
                self.scalar(text, style, anchor, place, span)
            }
            Event::SequenceStart(anchor, tag) => {
                refuse_tag(tag.is_some(), place)?;
                self.open.push(anchor);
                self.builder.begin(place, Value::List(Vec::new()))
            }
            Event::MappingStart(anchor, tag) => {
                refuse_tag(tag.is_some(), place)?;
                self.open.push(anchor);
                self.builder.begin(place, Value::Map(Vec::new()))
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
        }
    }

    /// What an alias names, put where the alias stands.
    fn alias(&mut self, anchor: usize, place: Place, span: Span) -> Result<(), Fault> {
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
        self.builder.put(node)
    }

    fn scalar(
        &mut self,
        text: Cow<'_, str>,
        written: ScalarStyle,
        anchor: usize,
        place: Place,
        span: Span,
    ) -> Result<(), Fault> {
        let style = match written {
            ScalarStyle::Plain => Style::Plain,
            _ => Style::Quoted,
        };
        // Only escapes bring them into a text that is clean.
        if written == ScalarStyle::DoubleQuoted
            && let Some(character) = text.chars().find(|character| forbidden(*character))
        {
            self.builder.note(control(character, place));
        }
        let last_line = span.end.line().max(place.line);
        let node = Node {
            place,
            last_line,
            starts: self.written.starts(&text, written, span, last_line),
            value: Value::Scalar(text.into(), style),
        };
        if anchor > 0 {
            self.anchors.insert(anchor, (node.clone(), 1));
        }
        self.builder.put(node)
    }

    /// The end of a list or mapping, which its anchor names from here on.
    fn end(&mut self) -> Result<(), Fault> {
        let Some(node) = self.builder.close() else {
            return Ok(());
        };
        if let Some(anchor @ 1..) = self.open.pop() {
            let size = node.size();
            self.anchors.insert(anchor, (node.clone(), size));
        }
        self.builder.put(node)
    }
}

fn too_many(place: Place) -> Fault {
    Fault::new(
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
    ))
}

fn another_document(place: Place) -> Fault {
    let message = message!("a second document begins", "두 번째 문서가 시작됩니다");
    Fault::new("more-documents", place, message).help(message!(
        "put each deck into a file of its own, and delete this '---'",
        "덱마다 파일을 따로 두고, 이 '---'를 지우세요"
    ))
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

#[cfg(test)]
mod tests;
