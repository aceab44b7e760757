//! A deck as it was written: its entries with their keys, texts and places,
//! beside what was read of it.

use std::path::{Path, PathBuf};

use crate::deck::format::{self, split};
use crate::deck::yaml::Node;
use crate::deck::{
    ClozePiece, Deck, Opened, Place, TextPiece, cloze_pieces, lone_fact, text_pieces,
};
use crate::figure::Date;
use crate::text::Lang;

/// Stands in a text where the figure of a fact does.
const FACT: char = '\u{FFFC}';

/// A deck as it was written.
pub(super) struct Written<'o> {
    /// The file.
    pub path: PathBuf,
    /// What was read of it.
    pub deck: &'o Deck,
    /// The language of keys without a suffix.
    pub language: Lang,
    root: &'o Node,
    lines: Vec<String>,
}

/// A fact or a card as it was written.
#[derive(Clone, Copy)]
pub(super) struct Entry<'w> {
    /// A fact's name or a card's id; for a card without one its line.
    pub name: &'w str,
    /// Whether it is a fact.
    pub is_fact: bool,
    /// Its keys.
    pub node: &'w Node,
}

impl<'o> Written<'o> {
    /// A deck that was read, or what is left of one that is no YAML at the moment;
    /// nothing where there is none.
    pub fn new(path: &Path, bytes: &[u8], opened: &'o Opened) -> Option<Written<'o>> {
        let root = opened.tree()?;
        let left = || opened.rest()?.deck.as_ref();
        let text = String::from_utf8_lossy(bytes);
        Some(Written {
            path: path.to_owned(),
            deck: opened.reading.deck.as_ref().or_else(left)?,
            language: format::language(root),
            root,
            lines: text.lines().map(str::to_owned).collect(),
        })
    }

    /// The deck itself as an entry: its `as_of`.
    pub fn head(&self) -> Entry<'o> {
        Entry {
            name: self.deck.id.as_str(),
            is_fact: false,
            node: self.root,
        }
    }

    /// What holds for every entry.
    pub fn defaults(&self) -> Option<&'o Node> {
        self.root.get("defaults")
    }

    /// The names of its sources.
    pub fn sources(&self) -> Vec<String> {
        let sources = self.root.get("sources").map(Node::entries);
        let names = sources.unwrap_or_default().iter();
        names
            .filter_map(|(name, _)| name.text())
            .map(str::to_owned)
            .collect()
    }

    /// A source's day and where it is written.
    pub fn day_of(&self, source: Option<&str>) -> Option<(Date, &'o Node)> {
        let node = match source {
            Some(name) => self.root.get("sources")?.get(name)?.get("date")?,
            None => self.root.get("as_of")?,
        };
        Some((Date::parse_iso(node.text()?.trim()).ok()?, node))
    }

    /// Its facts and cards, in the order of the file.
    pub fn entries(&self) -> Vec<Entry<'o>> {
        let facts = self
            .root
            .get("facts")
            .map(Node::entries)
            .unwrap_or_default();
        let facts = facts.iter().map(|(name, node)| Entry {
            name: name.text().unwrap_or_default(),
            is_fact: true,
            node,
        });
        let cards = self.root.get("cards").map(Node::items).unwrap_or_default();
        let cards = cards.iter().map(|node| Entry {
            name: node.get("id").and_then(Node::text).unwrap_or_default(),
            is_fact: false,
            node,
        });
        facts.chain(cards).collect()
    }

    /// The name of the source that an entry is from: its own, its fact's, that
    /// of all.
    pub fn source_of(&self, entry: &Entry<'o>) -> Option<&'o str> {
        let of = |node: &'o Node| node.get("source").and_then(Node::text).map(str::trim);
        let fact = || {
            let name = lone_fact(entry.node.get("number")?.text()?)?;
            of(self.root.get("facts")?.get(name)?)
        };
        of(entry.node)
            .or_else(fact)
            .or_else(|| self.defaults().and_then(of))
    }

    /// The place of what is written in a node as `written`, the `nth` from 0;
    /// the node's own where that can't be told.
    pub fn place_of(&self, node: &Node, written: &str, nth: usize) -> Place {
        let mut places = self.places_in(node, written);
        places.nth(nth).unwrap_or(node.place)
    }

    /// The places of all that is written in a node as `written`.
    pub fn places_in<'s>(
        &'s self,
        node: &'s Node,
        written: &'s str,
    ) -> impl Iterator<Item = Place> + use<'s, 'o> {
        let first = node.place.line;
        let length = written.chars().count().max(1);
        let rows = (first..=node.last_line.max(first))
            .map_while(|number| Some((number, self.lines.get(number.checked_sub(1)?)?)));
        rows.flat_map(move |(number, line)| {
            let skipped = if number == first {
                node.place.column.saturating_sub(1)
            } else {
                0
            };
            let start = line.char_indices().nth(skipped);
            let start = start.map_or(line.len(), |(at, _)| at);
            let text = line.get(start..).unwrap_or_default();
            // Each is counted from the one before it on.
            let (mut from, mut column) = (0, skipped + 1);
            text.match_indices(written).map(move |(at, _)| {
                column += text.get(from..at).unwrap_or_default().chars().count();
                from = at;
                Place {
                    line: number,
                    column,
                    length,
                }
            })
        })
    }
}

impl<'w> Entry<'w> {
    /// What is said under `key`: the key as it stands, its language, its value.
    pub fn said(&self, key: &str, language: Lang) -> Vec<(&'w str, Lang, &'w Node)> {
        self.node
            .entries()
            .iter()
            .filter_map(|(name, value)| {
                let written = name.text()?;
                let (base, lang) = split(written);
                (base == key).then_some((written, lang.unwrap_or(language), value))
            })
            .collect()
    }
}

/// What a text says by itself: gaps filled, hints gone, and a mark where the
/// figure of a fact stands.
pub(super) fn own_words(text: &str, cloze: bool) -> String {
    let mut out = String::new();
    let mut put = |text: &str| {
        for piece in text_pieces(text) {
            match piece {
                TextPiece::Words(words) => out.push_str(&words),
                TextPiece::Fact(..) | TextPiece::Open(_) => out.push(FACT),
            }
        }
    };
    match cloze.then(|| cloze_pieces(text)) {
        Some(Ok(pieces)) => {
            for piece in pieces {
                match piece {
                    ClozePiece::Text(text) => put(text),
                    ClozePiece::Gap(gap) => put(gap.answer),
                }
            }
        }
        _ => put(text),
    }
    out
}
