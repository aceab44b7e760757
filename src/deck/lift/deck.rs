//! A deck as it is lifted from what was read of its file: what holds for all of
//! it first, then its facts, then its cards.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::cards::Setting;
use super::dated::{Dated, Source, Sources, date};
use super::fact::{self, read_facts};
use super::facts::Facts;
use super::item::Item;
use super::shelf::{self, Shelf};
use super::{kinds, options, unreadable};
use crate::deck::format::{self, RawDeck, RawDefaults, RawFact, RawSource};
use crate::deck::yaml::{Fault, Node};
use crate::deck::{Dateline, Deck, DeckId, DeckOptions, Fact, IdError, Place};
use crate::message;
use crate::parallel;
use crate::text::{Lang, Localized};

/// A deck, and where the entries stand that are none of its cards for nothing
/// but a key that there is not.
pub(super) struct Lifted {
    pub(super) deck: Deck,
    pub(super) doubted: BTreeSet<(usize, usize)>,
    pub(super) datelines: Datelines,
}

/// When broken facts were true and who says so, by their places.
type Datelines = BTreeMap<(usize, usize), Dateline>;

/// How a deck is lifted.
#[derive(Clone, Copy)]
pub(super) enum How<'h> {
    /// What is broken makes no cards; these could not even be read.
    Sound(&'h format::Skip),
    /// All that can be made out makes cards; these have lost a key.
    Whole(&'h BTreeSet<(usize, usize)>),
}

impl How<'_> {
    pub(super) fn skips(self, key: &str, at: usize) -> bool {
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

/// Lifts what was read, and the cards as they are; what is wrong goes into `faults`.
pub(super) fn lift(
    raw: &RawDeck,
    root: &Node,
    how: How<'_>,
    faults: &mut Vec<Fault>,
) -> Option<Lifted> {
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
    let deck_options = own_options(raw, root, language, faults);
    let sources = sources(raw, root, how, language, faults);
    let (defaults, tolerance) = defaults(raw, root, language, &sources, faults);
    let mut items = read_facts(raw, root, how, language);
    let facts = Facts::work_out(&id, &mut items, broken_facts(root, how));
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

    let entries = root.get("cards").map(Node::items).unwrap_or_default();
    let mut shelf = Shelf::new(how.is_lenient(), entries.len().min(SOME));
    let (facts, datelines) = lift_facts(items, &setting, how, &mut shelf, faults)?;
    let doubted = lift_cards(entries, language, &setting, how, &mut shelf, faults)?;
    let title = title.unwrap_or_else(|| Localized::new(language, id.as_str().to_owned()));
    let deck = Deck {
        id,
        language,
        title,
        as_of,
        options: deck_options,
        cards: shelf.cards,
        facts,
    };
    Some(Lifted {
        deck,
        doubted,
        datelines,
    })
}

/// The facts that are sound, and when the others were true, by their places;
/// nothing if so much is wrong that it is no deck.
fn lift_facts(
    items: Vec<(String, &RawFact, Item<'_>)>,
    setting: &Setting<'_>,
    how: How<'_>,
    shelf: &mut Shelf,
    faults: &mut Vec<Fault>,
) -> Option<(Vec<Fact>, Datelines)> {
    let mut facts = Vec::new();
    let mut datelines = BTreeMap::new();
    for (name, raw, mut item) in items {
        match fact::lift(&name, raw, setting, &mut item, shelf) {
            Ok(fact) => facts.push(fact),
            Err(dateline) => {
                datelines.insert((item.place.line, item.place.column), *dateline);
            }
        }
        if how.doubts(usize::MAX, item.place) {
            item.faults.retain(|fault| !OF_KIND.contains(&fault.code));
        }
        faults.append(&mut item.faults);
        if shelf.too_much(faults, item.place) {
            return None;
        }
    }
    Some((facts, datelines))
}

/// Puts the cards of all entries on the shelf: where the doubted ones stand, or
/// nothing if so much is wrong that it is no deck.
fn lift_cards(
    nodes: &[Node],
    language: Lang,
    setting: &Setting<'_>,
    how: How<'_>,
    shelf: &mut Shelf,
    faults: &mut Vec<Fault>,
) -> Option<BTreeSet<(usize, usize)>> {
    let mut doubted = BTreeSet::new();
    let entry = |at, node| {
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
        (cards, item)
    };
    let parts: Vec<(usize, &[Node])> = (0..).step_by(PART).zip(nodes.chunks(PART)).collect();
    let done = parallel::in_order(
        &parts,
        |(first, nodes)| {
            let mut weight = 0;
            let mut ahead = Vec::with_capacity(nodes.len());
            for (at, node) in (*first..).zip(*nodes) {
                if weight < AHEAD {
                    let (cards, item) = entry(at, node);
                    weight += cards.iter().map(shelf::weight).sum::<usize>();
                    weight += item.faults.len() * FAULT;
                    ahead.push((cards, item));
                }
            }
            ahead
        },
        |(first, nodes), ahead| {
            let mut ahead = ahead.into_iter();
            for (at, node) in (*first..).zip(*nodes) {
                let (cards, mut item) = ahead.next().unwrap_or_else(|| entry(at, node));
                if how.doubts(at, item.place) {
                    // What the key may have been meant for is not missed too.
                    item.faults.retain(|fault| !OF_KIND.contains(&fault.code));
                    doubted.insert((item.place.line, item.place.column));
                }
                shelf.put(setting.deck, cards, &mut item);
                faults.append(&mut item.faults);
                if shelf.too_much(faults, item.place) {
                    return Err(TooMuch);
                }
            }
            Ok(())
        },
    );
    done.ok().map(|()| doubted)
}

/// So much is wrong, or came of a small file, that it is no deck.
struct TooMuch;

/// What the deck suggests for its own study.
fn own_options(raw: &RawDeck, root: &Node, language: Lang, faults: &mut Vec<Fault>) -> DeckOptions {
    let options = root.get("options").zip(raw.options.as_ref());
    let lifted = options.map(|(node, options)| {
        let mut item = Item::new(node, node.place, language);
        let options = options::lift(options, &mut item);
        faults.append(&mut item.faults);
        options
    });
    lifted.unwrap_or_default()
}

/// The facts that could not even be read, with their lines.
fn broken_facts(root: &Node, how: How<'_>) -> Vec<(String, usize)> {
    let facts = root.get("facts").map(Node::entries).unwrap_or_default();
    let facts = facts.iter().enumerate();
    facts
        .filter(|(at, _)| how.skips("facts", *at))
        .filter_map(|(_, (key, _))| Some((key.text()?.to_owned(), key.place.line)))
        .collect()
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

/// So many entries are lifted by one thread at a time.
const PART: usize = 64;

/// So much of what they come to, in bytes, while no one looks at it yet.
const AHEAD: usize = 1024 * 1024;

/// About how many bytes a fault takes.
const FAULT: usize = 512;

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
