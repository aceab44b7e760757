//! What of the format belongs where a cursor stands.

use super::spot::{Role, Spot, Step};
use crate::author::keys::Mapping;
use crate::deck::format::split;

/// What belongs there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot<'s> {
    /// A key of a mapping.
    Key(Mapping),
    /// The name of a fact, where it is given.
    FactName,
    /// The name of a source, where it is given.
    SourceName,
    /// The value of a key, or an item of it.
    Value {
        /// The mapping.
        of: Mapping,
        /// The key, without its language.
        key: &'s str,
    },
    /// Nothing that is known here.
    Nothing,
}

impl<'s> Slot<'s> {
    /// What belongs at `spot`.
    pub fn at(spot: &'s Spot) -> Slot<'s> {
        if spot.role == Role::Nothing {
            return Slot::Nothing;
        }
        let is_key = matches!(spot.role, Role::Key | Role::Bare);
        let Some((of, rest)) = mapping(&spot.path) else {
            return match named(&spot.path) {
                Some(name) if is_key => name,
                _ => Slot::Nothing,
            };
        };
        match rest {
            [] if is_key => Slot::Key(of),
            [Step::Key(key), ..] if spot.role != Role::Key => Slot::Value {
                of,
                key: split(key).0,
            },
            _ => Slot::Nothing,
        }
    }
}

/// The mapping that a path leads into, and the way on from there.
fn mapping(path: &[Step]) -> Option<(Mapping, &[Step])> {
    let (first, rest) = match path {
        [] => return Some((Mapping::Deck, path)),
        [Step::Key(first), rest @ ..] => (first.as_str(), rest),
        [Step::Item(_), ..] => return None,
    };
    match (first, rest) {
        ("defaults", _) => Some((Mapping::Defaults, rest)),
        ("options", _) => Some((Mapping::Options, rest)),
        ("sources", [Step::Key(_), rest @ ..]) => Some((Mapping::Source, rest)),
        ("facts", [Step::Key(_), rest @ ..]) => Some((Mapping::Fact, rest)),
        ("cards", [Step::Item(_), rest @ ..]) => Some((Mapping::Card, rest)),
        ("sources" | "facts" | "cards", _) => None,
        _ => Some((Mapping::Deck, path)),
    }
}

/// The mapping of names that a path leads into.
fn named(path: &[Step]) -> Option<Slot<'static>> {
    match path {
        [Step::Key(first)] if first == "facts" => Some(Slot::FactName),
        [Step::Key(first)] if first == "sources" => Some(Slot::SourceName),
        _ => None,
    }
}
