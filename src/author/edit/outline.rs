//! Where in a text its nodes stand, byte for byte.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// A node of the text, with the bytes that it stands on. It has the shape of
/// the [`Node`](crate::deck::yaml::Node) that is read there, except that an
/// alias has nothing in it: what it names is written elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Where it stands. Of a list or mapping only its beginning: where it ends
    /// the parser can't tell.
    pub span: Range<usize>,
    /// What stands there.
    pub kind: Kind,
}

/// What stands at a spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// The name of something written elsewhere.
    Alias,
    /// A scalar.
    Scalar(ScalarStyle),
    /// A list.
    List(Vec<Spot>),
    /// A mapping.
    Map(Vec<(Spot, Spot)>),
}

impl Spot {
    /// The spot at a path: of a mapping the value at that position, of a list
    /// the item.
    pub fn at(&self, path: &[usize]) -> Option<&Spot> {
        path.iter().try_fold(self, |spot, at| match &spot.kind {
            Kind::List(items) => items.get(*at),
            Kind::Map(entries) => entries.get(*at).map(|(_, value)| value),
            Kind::Alias | Kind::Scalar(_) => None,
        })
    }
}

/// The spots of `text`, whose places in `told` (the same text but for forbidden
/// characters) the parser tells; `None` if it can't be parsed.
pub fn outline(text: &str, told: &str) -> Option<Spot> {
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let byte = |character: usize| bytes.get(character).copied().unwrap_or(text.len());
    let span = |span: Span| byte(span.start.index())..byte(span.end.index());
    let mut open: Vec<(Spot, Option<Spot>)> = Vec::new();
    let mut root = None;
    for event in Parser::new_from_str(told) {
        let (event, marks) = event.ok()?;
        let done = match event {
            Event::Alias(_) => Spot {
                span: span(marks),
                kind: Kind::Alias,
            },
            Event::Scalar(_, style, ..) => Spot {
                span: span(marks),
                kind: Kind::Scalar(style),
            },
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                let kind = match event {
                    Event::SequenceStart(..) => Kind::List(Vec::new()),
                    _ => Kind::Map(Vec::new()),
                };
                let span = span(marks);
                open.push((Spot { span, kind }, None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop()?.0,
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => continue,
        };
        let Some((holder, key)) = open.last_mut() else {
            root = Some(done);
            continue;
        };
        match &mut holder.kind {
            Kind::List(items) => items.push(done),
            Kind::Map(entries) => match key.take() {
                Some(key) => entries.push((key, done)),
                None => *key = Some(done),
            },
            Kind::Alias | Kind::Scalar(_) => return None,
        }
    }
    root
}
