//! Facts that a text quotes by their names: `{fab.cost}`.

use crate::author::against::deck::Written;
use crate::deck::yaml::Node;
use crate::deck::{ClozePiece, TextPiece, cloze_pieces, text_pieces};
use crate::figure::Figure;
use crate::text::Lang;

/// A fact in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quoted {
    /// As it stands there, in braces.
    pub written: String,
    name: String,
}

impl Quoted {
    /// The numbers by which another text may write it out, as [`super::Spoken`]
    /// spells them: its value, and those that each language shows of it.
    pub fn values(&self, deck: &Written<'_>) -> Vec<String> {
        let Some(fact) = deck.deck.facts.iter().find(|fact| fact.id == self.name) else {
            return Vec::new();
        };
        let shown = Lang::ALL.map(|lang| Figure::parse(&fact.figure.format(lang)).ok());
        std::iter::once(Some(fact.figure.clone()))
            .chain(shown)
            .flatten()
            .map(|figure| figure.number.value.to_string())
            .collect()
    }
}

/// The facts in a text, in order.
pub(super) fn quoted(node: &Node, cloze: bool) -> Vec<Quoted> {
    let text = node.text().unwrap_or_default();
    let of = |text: &str| -> Vec<String> {
        let pieces = text_pieces(text).into_iter();
        pieces
            .filter_map(|piece| match piece {
                TextPiece::Fact(name, _) => Some(name.to_owned()),
                TextPiece::Words(_) | TextPiece::Open(_) => None,
            })
            .collect()
    };
    let names = match cloze.then(|| cloze_pieces(text)) {
        Some(Ok(pieces)) => pieces
            .into_iter()
            .flat_map(|piece| match piece {
                ClozePiece::Text(text) => of(text),
                ClozePiece::Gap(gap) => of(gap.answer),
            })
            .collect(),
        _ => of(text),
    };
    names
        .into_iter()
        .map(|name| Quoted {
            written: format!("{{{name}}}"),
            name,
        })
        .collect()
}

/// What is left of each when those that both quote are taken away, one for one.
pub(super) fn apart(mine: Vec<Quoted>, theirs: Vec<Quoted>) -> (Vec<Quoted>, Vec<Quoted>) {
    let mut theirs = theirs;
    let mut left = Vec::new();
    for fact in mine {
        match theirs.iter().position(|other| other.name == fact.name) {
            Some(at) => {
                theirs.remove(at);
            }
            None => left.push(fact),
        }
    }
    (left, theirs)
}
