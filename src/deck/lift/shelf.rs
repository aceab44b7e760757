//! The cards of a deck so far, each under a name of its own.

use std::collections::HashMap;

use super::item::Item;
use crate::deck::format;
use crate::deck::yaml::Fault;
use crate::deck::{Card, DeckId, Place};
use crate::message;
use crate::text::{Localized, trim};

/// What the cards of a deck may take, in bytes: many cards that share one long
/// text would make much of a small file.
const MAXIMUM_WEIGHT: usize = 128 * 1024 * 1024;

/// The cards so far, each under its own name.
pub struct Shelf {
    /// The cards.
    pub cards: Vec<Card>,
    /// Whether cards whose name is taken are kept too.
    lenient: bool,
    lines: HashMap<String, usize>,
    weight: usize,
}

impl Shelf {
    /// An empty one, with room for so many cards.
    pub fn new(lenient: bool, room: usize) -> Shelf {
        Shelf {
            cards: Vec::with_capacity(room),
            lenient,
            lines: HashMap::with_capacity(room),
            weight: 0,
        }
    }

    /// Adds the cards of an entry, unless its name is taken. One that is broken
    /// has no cards, and its name all the same; but a name that can be none
    /// (`a#c1`, which is a card of `a`) takes no other's place.
    pub fn put(&mut self, deck: &DeckId, cards: Vec<Card>, item: &mut Item<'_>) {
        let id = item.node.get("id").map(|id| id.place);
        let is_bad = |fault: &Fault| fault.code == "bad-id" && Some(fault.place) == id;
        if item.faults.iter().any(is_bad) {
            self.keep(cards);
            return;
        }
        let named = cards.first().map(|card| card.id.entry().to_owned());
        let written = || {
            let id = trim(item.node.get("id")?.text()?);
            (!id.is_empty()).then(|| format!("{deck}/{id}"))
        };
        let Some(entry) = named.or_else(written) else {
            return;
        };
        if let Some(line) = self.lines.get(&entry) {
            let name = entry
                .split_once('/')
                .map_or(entry.as_str(), |(_, name)| name);
            // An alias stands elsewhere than the id in what it names.
            let id = item.node.get("id").map(|id| id.place);
            let id = id.filter(|id| id.line >= item.place.line);
            let place = id.unwrap_or(item.place);
            let (message, help) = if name.starts_with('~') {
                (
                    message!(
                        "the same card stands on line {line}",
                        "{line}번째 줄에 같은 카드가 있습니다"
                    ),
                    message!(
                        "delete one, or give each an id",
                        "하나를 지우거나 저마다 아이디를 주세요"
                    ),
                )
            } else {
                (
                    message!(
                        "the id '{name}' is taken by line {line}",
                        "'{name}': {line}번째 줄에서 이미 쓰는 아이디입니다"
                    ),
                    message!("choose another id", "다른 아이디를 고르세요"),
                )
            };
            item.wrong("duplicate-id", place, message, help);
            if self.lenient {
                self.keep(cards);
            }
            return;
        }
        self.lines.insert(entry, item.place.line);
        self.keep(cards);
    }

    fn keep(&mut self, cards: Vec<Card>) {
        self.weight += cards.iter().map(weight).sum::<usize>();
        self.cards.extend(cards);
    }

    /// Whether so much is wrong, or so much came of a small file, that it is no deck.
    pub fn too_much(&self, faults: &mut Vec<Fault>, place: Place) -> bool {
        if faults.len() > format::MOST_OF_ALL {
            faults.push(format::too_many(place));
            return true;
        }
        if self.weight > MAXIMUM_WEIGHT {
            faults.push(
                Fault::new(
                    "too-large",
                    place,
                    message!(
                        "the cards up to here repeat more text than is kept",
                        "여기까지의 카드가 되풀이하는 글이 너무 많습니다"
                    ),
                )
                .help(message!(
                    "shorten the texts that many cards share: titles, labels, notes",
                    "여러 카드가 함께 쓰는 제목, 이름표, 설명을 줄이세요"
                )),
            );
            return true;
        }
        false
    }
}

/// About how many bytes a card takes.
pub fn weight(card: &Card) -> usize {
    let text = |text: &Localized| text.iter().map(|(_, text)| text.len()).sum::<usize>();
    let line = &card.dateline;
    let shared = [
        &card.hint,
        &card.note,
        &line.title,
        &line.publisher,
        &line.by,
    ];
    2 * (text(&card.question) + text(&card.answer))
        + shared.into_iter().flatten().map(text).sum::<usize>()
        + card
            .chart
            .iter()
            .map(|bar| text(&bar.label) + bar.fact.len())
            .sum::<usize>()
        + card.distractors.iter().map(text).sum::<usize>()
        + card
            .tags
            .iter()
            .chain(&card.facts)
            .map(String::len)
            .sum::<usize>()
        + line.url.as_ref().map_or(0, String::len)
}
