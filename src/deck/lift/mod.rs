//! From the types of the file to a checked deck.
//!
//! A file is read in two passes: its tree is held against the format, then
//! what is sound of it is read as the types of the format and lifted, once, to cards with
//! everything resolved.

mod accept;
mod cards;
mod cloze;
mod dated;
mod draft;
mod facts;
mod fill;
mod fingerprint;
mod gaps;
mod item;
mod kind;
mod kinds;
mod options;
mod shelf;
#[cfg(test)]
mod tests;
mod texts;
mod whole;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

pub(crate) use fill::{Piece as TextPiece, lone_fact, pieces as text_pieces};
pub(crate) use gaps::{Piece as ClozePiece, cut as cloze_pieces};
pub use kind::{Kind as EntryKind, SPECIAL as SPECIAL_KEYS};
pub use options::read_options;
pub(crate) use whole::{Opened, Whole, open};

use cards::Setting;
use dated::{Dated, Source, Sources, date};
use facts::Facts;
pub use gaps::{Gap as WrittenGap, Group, gaps};
use item::Item;
use shelf::Shelf;

use crate::deck::format::{self, RawDeck, RawDefaults, RawFact, RawSource};
use crate::deck::id::Named;
use crate::deck::yaml::{self, Fault, Node};
use crate::deck::{Dateline, Deck, DeckId, Diagnostic, Fact, IdError, Place, Severity};
use crate::figure::Figure;
use crate::message;
use crate::text::{Lang, Localized, safe_line};

/// What reading a deck file gives: the deck, unless the file as a whole can't
/// be read, and everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The deck without its broken entries; `None` if the file is no deck.
    pub deck: Option<Deck>,
    /// All that is wrong, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// A deck, and where the entries stand that are none of its cards for nothing
/// but a key that there is not.
struct Lifted {
    deck: Deck,
    doubted: BTreeSet<(usize, usize)>,
    /// When broken facts were true and who says so, by their places.
    datelines: BTreeMap<(usize, usize), Dateline>,
}

/// Reads a deck from the bytes of the file at `path` (named in diagnostics only).
pub fn read(path: &Path, bytes: &[u8]) -> Reading {
    let mut tried = Tried::file(bytes);
    let faults = std::mem::take(&mut tried.faults);
    let diagnostics = all_told(path, faults);
    let deck = tried.lifted.map(|lifted| {
        let Lifted {
            mut deck, doubted, ..
        } = lifted;
        deck.cards
            .retain(|card| !doubted.contains(&(card.place.line, card.place.column)));
        deck
    });
    Reading { deck, diagnostics }
}

/// What reading a file gives, with the doubted entries in it.
#[derive(Default)]
struct Tried {
    lifted: Option<Lifted>,
    /// The tree, if it is YAML at all.
    root: Option<Node>,
    faults: Vec<Fault>,
    /// How many of them, from the first, are about its shape.
    of_shape: usize,
    /// Whether so much is wrong that it is no deck.
    fatal: bool,
}

impl Tried {
    fn file(bytes: &[u8]) -> Tried {
        let broken = |faults| Tried {
            faults,
            ..Tried::default()
        };
        let clean = match yaml::clean(bytes) {
            Ok(clean) => clean,
            Err(fault) => return broken(vec![fault]),
        };
        let spoiled = clean.faults.clone();
        let read = Tried::text(&clean.text, clean.faults);
        read.unwrap_or_else(|fault| broken(std::iter::once(fault).chain(spoiled).collect()))
    }

    /// The same of its text, of which some parts are spoiled.
    fn text(text: &str, spoiled: Vec<Fault>) -> Result<Tried, Fault> {
        let tree = yaml::parse(text)?;
        let spoiled: Vec<Fault> = spoiled.into_iter().chain(tree.faults).collect();
        let checked = format::check(&tree.root, &spoiled);
        let mut tried = Tried {
            of_shape: checked.faults.len(),
            faults: checked.faults,
            fatal: checked.fatal,
            ..Tried::default()
        };
        if !checked.fatal {
            let how = How::Sound(&checked.skip);
            match format::read_head(&tree.root, &checked.skip) {
                Ok(raw) => tried.lifted = lift(&raw, &tree.root, how, &mut tried.faults),
                Err(error) => tried.faults.push(unreadable(tree.root.place, &error)),
            }
        }
        tried.root = Some(tree.root);
        Ok(tried)
    }
}

/// What is wrong with a file, in its order, each told once.
fn all_told(path: &Path, mut faults: Vec<Fault>) -> Vec<Diagnostic> {
    // What is no YAML behind such a character may be none for it alone.
    let lines = faults
        .iter()
        .filter(|fault| fault.code == "control-character");
    let spoiled: BTreeSet<usize> = lines.map(|fault| fault.place.line).collect();
    faults.retain(|fault| fault.code != "not-yaml" || !spoiled.contains(&fault.place.line));
    faults.sort_by_key(|fault| (fault.place.line, fault.place.column));
    let mut told: Vec<Diagnostic> = Vec::new();
    for fault in faults {
        let one = self::told(path, fault);
        let here = told.iter().rev().take_while(|told| told.place == one.place);
        if !here.clone().any(|told| *told == one) {
            told.push(one);
        }
    }
    told
}

/// How a deck is lifted.
#[derive(Clone, Copy)]
enum How<'h> {
    /// What is broken makes no cards; these could not even be read.
    Sound(&'h format::Skip),
    /// All that can be made out makes cards; these have lost a key.
    Whole(&'h BTreeSet<(usize, usize)>),
}

impl How<'_> {
    fn skips(self, key: &str, at: usize) -> bool {
        matches!(self, How::Sound(skip) if skip.skips(key, at))
    }

    /// Whether the card entry that is the `at`th is held for one with a key too few.
    fn doubts(self, at: usize, place: Place) -> bool {
        match self {
            How::Sound(skip) => skip.doubted.contains(&at),
            How::Whole(touched) => touched.contains(&(place.line, place.column)),
        }
    }

    fn is_lenient(self) -> bool {
        matches!(self, How::Whole(_))
    }
}

/// What was held against the format, and still has another shape.
fn unreadable(place: Place, error: &serde::de::value::Error) -> Fault {
    Fault::new(
        "not-yaml",
        place,
        message!(
            "this can't be read: {}",
            "읽을 수 없습니다: {}",
            safe_line(&error.to_string())
        ),
    )
    .help(message!("write it more simply", "더 단순하게 쓰세요"))
}

/// A fault as the error of a file.
pub(super) fn told(path: &Path, fault: Fault) -> Diagnostic {
    Diagnostic {
        code: fault.code,
        severity: Severity::Error,
        path: path.to_owned(),
        place: fault.place,
        // They quote the file, keys and all.
        message: fault.message.map(safe_line),
        help: fault.help.map(|help| help.map(safe_line)),
    }
}

/// Lifts what was read, and the cards as they are; what is wrong goes into `faults`.
fn lift(raw: &RawDeck, root: &Node, how: How<'_>, faults: &mut Vec<Fault>) -> Option<Lifted> {
    let language = format::language(root);
    let start = Place {
        line: root.place.line,
        column: root.place.column,
        length: 1,
    };
    let mut item = Item::new(root, start, language);
    let id = name(raw, &mut item);
    item.read("language", "language", raw.language.as_ref(), |code| {
        code.parse::<Lang>().map_err(|error| error.message())
    });
    let as_of = date(&mut item, "as_of", &raw.as_of);
    let title = item.plain(&raw.title);
    faults.append(&mut item.faults);
    let id = match (id, how.is_lenient()) {
        (Some(id), _) => id,
        (None, true) => {
            let written = root.get("deck").and_then(Node::text).unwrap_or_default();
            DeckId::as_written(written.trim())
        }
        (None, false) => return None,
    };
    let deck_options = root
        .get("options")
        .zip(raw.options.as_ref())
        .map(|(node, options)| {
            let mut item = Item::new(node, node.place, language);
            let options = options::lift(options, &mut item);
            faults.append(&mut item.faults);
            options
        })
        .unwrap_or_default();

    let sources = sources(raw, root, how, language, faults);
    let (defaults, tolerance) = defaults(raw, root, language, &sources, faults);
    let mut items = facts_of(raw, root, how, language);
    let broken = root
        .get("facts")
        .map(Node::entries)
        .unwrap_or_default()
        .iter()
        .enumerate()
        .filter(|(at, _)| how.skips("facts", *at))
        .filter_map(|(_, (key, _))| Some((key.text()?.to_owned(), key.place.line)))
        .collect();
    let facts = Facts::work_out(&id, &mut items, broken);
    let dated: BTreeMap<String, Dated> = items
        .iter_mut()
        .map(|(name, raw, item)| (name.clone(), Dated::read(*raw, item, &sources)))
        .collect();
    let of_deck = Dated {
        as_of,
        ..Dated::default()
    };
    let setting = Setting {
        deck: &id,
        facts: &facts,
        dated: &dated,
        sources: &sources,
        defaults: &defaults.or(&of_deck),
        tags: raw
            .defaults
            .as_ref()
            .and_then(|defaults| defaults.tags.as_deref())
            .unwrap_or_default(),
        tolerance,
        lenient: how.is_lenient(),
    };

    let mut shelf = Shelf::new(how.is_lenient());
    let mut datelines = BTreeMap::new();
    let mut lifted_facts = Vec::new();
    for (name, raw, mut item) in items {
        let lifted = fact(&name, raw, &setting, &mut item, &mut shelf);
        let lifted = match lifted {
            Ok(fact) => Some(fact),
            Err(dateline) => {
                datelines.insert((item.place.line, item.place.column), *dateline);
                None
            }
        };
        lifted_facts.extend(lifted);
        if how.doubts(usize::MAX, item.place) {
            item.faults.retain(|fault| !OF_KIND.contains(&fault.code));
        }
        faults.append(&mut item.faults);
        if shelf.too_much(faults, item.place) {
            return None;
        }
    }
    let mut doubted = BTreeSet::new();
    let nodes = root.get("cards").map(Node::items).unwrap_or_default();
    shelf.cards.reserve(nodes.len().min(SOME));
    for (at, node) in nodes.iter().enumerate() {
        let mut item = Item::new(node, node.place, language);
        let raw = (!how.skips("cards", at)).then(|| format::read_entry(node));
        let cards = match raw {
            Some(Ok(raw)) => setting.entry(&raw, &mut item),
            Some(Err(error)) => {
                item.faults.push(unreadable(node.place, &error));
                Vec::new()
            }
            None => Vec::new(),
        };
        if how.doubts(at, node.place) {
            // What the key may have been meant for is not missed too.
            item.faults.retain(|fault| !OF_KIND.contains(&fault.code));
            doubted.insert((node.place.line, node.place.column));
        }
        shelf.put(&id, cards, &mut item);
        faults.append(&mut item.faults);
        if shelf.too_much(faults, item.place) {
            return None;
        }
    }
    let title = title.unwrap_or_else(|| Localized::new(language, id.as_str().to_owned()));
    let deck = Deck {
        id,
        language,
        title,
        as_of,
        options: deck_options,
        cards: shelf.cards,
        facts: lifted_facts,
    };
    Some(Lifted {
        deck,
        doubted,
        datelines,
    })
}

/// The deck's name, without which nothing can be remembered of it.
fn name(raw: &RawDeck, item: &mut Item<'_>) -> Option<DeckId> {
    if raw.deck.is_none() && item.node.get("deck").is_none() {
        item.wrong(
            "no-deck",
            item.place,
            message!("the deck has no name", "덱의 이름이 없습니다"),
            message!(
                "begin the file with 'deck: my-deck'",
                "'deck: my-deck'으로 시작하세요"
            ),
        );
    }
    item.read("bad-id", "deck", raw.deck.as_ref(), |name| {
        name.parse().map_err(|error: IdError| error.0)
    })
}

/// There is room for so many cards from the first; a file of nothing but dashes
/// has none.
const SOME: usize = 4096;

/// Codes of what a key that is misspelt leads to.
const OF_KIND: [&str; 7] = [
    "no-value",
    "no-answer",
    "no-question",
    "two-kinds",
    "misplaced-key",
    "need",
    "missing-language",
];

fn sources(
    raw: &RawDeck,
    root: &Node,
    how: How<'_>,
    language: Lang,
    faults: &mut Vec<Fault>,
) -> Sources {
    let mut sources = Sources::new();
    let mut named: VecDeque<&(String, RawSource)> =
        raw.sources.iter().flat_map(|named| &named.0).collect();
    let nodes = root.get("sources").map(Node::entries).unwrap_or_default();
    for (at, (key, node)) in nodes.iter().enumerate() {
        let name = key.text().unwrap_or_default();
        let source = if how.skips("sources", at) {
            None
        } else {
            named.pop_front().and_then(|(_, raw)| {
                let mut item = Item::new(node, key.place, language);
                let source = Source::read(raw, &mut item);
                let sound = item.faults.is_empty();
                faults.append(&mut item.faults);
                sound.then_some(source)
            })
        };
        sources.entry(name.to_owned()).or_insert(source);
    }
    sources
}

/// What holds where an entry says nothing: its dateline, and its tolerance, if
/// that is sound.
fn defaults<'r>(
    raw: &'r RawDeck,
    root: &Node,
    language: Lang,
    sources: &Sources,
    faults: &mut Vec<Fault>,
) -> (Dated, Option<&'r String>) {
    let Some((node, defaults)) = root.get("defaults").zip(raw.defaults.as_ref()) else {
        return (Dated::default(), None);
    };
    let defaults: &RawDefaults = defaults;
    let mut item = Item::new(node, node.place, language);
    let dated = Dated::read(defaults, &mut item, sources);
    let tolerance = defaults.tolerance.as_ref();
    let tolerance =
        tolerance.filter(|text| kinds::tolerance(&mut item, Some(text), None).is_some());
    faults.append(&mut item.faults);
    (dated, tolerance)
}

/// The facts that were read, each with its node.
fn facts_of<'r>(
    raw: &'r RawDeck,
    root: &'r Node,
    how: How<'_>,
    language: Lang,
) -> Vec<(String, &'r RawFact, Item<'r>)> {
    let nodes = root.get("facts").map(Node::entries).unwrap_or_default();
    let kept = nodes
        .iter()
        .enumerate()
        .filter(|(at, _)| !how.skips("facts", *at));
    raw.facts
        .iter()
        .flat_map(|named| &named.0)
        .zip(kept)
        .map(|((name, raw), (_, (key, node)))| {
            let mut item = Item::new(node, key.place, language);
            if let Err(error) = crate::deck::id::slug(name, Named::Fact) {
                item.failed("bad-id", key.place, &error.0);
            }
            (name.clone(), raw, item)
        })
        .collect()
}

/// A fact, and its card if it asks; if anything is wrong with it, what it says
/// of when and who.
fn fact(
    name: &str,
    raw: &RawFact,
    setting: &Setting<'_>,
    item: &mut Item<'_>,
    shelf: &mut Shelf,
) -> Result<Fact, Box<Dateline>> {
    let dated = setting
        .dated
        .get(name)
        .cloned()
        .unwrap_or_default()
        .or(setting.defaults);
    let mut dateline = dated.dateline(setting.sources);
    let reported = item.read("no-figure", "reported", raw.reported.as_ref(), |text| {
        Figure::parse(text).map_err(|error| error.0)
    });
    let reported_note = texts::text(
        item,
        "reported_note",
        &raw.reported_note,
        setting.facts,
        &mut Vec::new(),
    );
    if reported_note.is_some() && raw.reported.is_none() {
        let place = item.key("reported_note");
        item.wrong(
            "misplaced-key",
            place,
            message!(
                "'reported_note' without 'reported'",
                "'reported_note'만 있고 'reported'가 없습니다"
            ),
            message!(
                "add 'reported:' and what was said",
                "'reported:'를 더하고 알려진 수치를 쓰세요"
            ),
        );
    }
    dateline.reported = reported.map(|figure| (figure, reported_note));
    if raw.ask.is_empty() {
        for key in ["hint", "distractors", "until", "replaces", "tolerance"] {
            if item.node.get(key).is_some() {
                let place = item.key(key);
                item.wrong(
                    "misplaced-key",
                    place,
                    message!(
                        "'{key}' means nothing on a fact that is no card",
                        "'{key}': 카드가 아닌 사실에서는 쓰지 않는 키입니다"
                    ),
                    message!("add 'ask:', or delete it", "'ask:'를 더하거나 지우세요"),
                );
            }
        }
    } else {
        let cards = setting.fact(name, raw, dateline.clone(), item);
        shelf.put(setting.deck, cards, item);
    }
    let supersedes = if raw.ask.is_empty() {
        setting.ids(item, "supersedes", &raw.supersedes)
    } else {
        Vec::new()
    };
    match setting.facts.get(name) {
        Some(worked) if setting.lenient || item.faults.is_empty() => Ok(Fact {
            supersedes,
            id: name.to_owned(),
            place: item.place,
            figure: worked.figure.clone(),
            formula: worked.formula.clone(),
            label: worked.label.clone(),
            dateline,
        }),
        _ => Err(Box::new(dateline)),
    }
}
