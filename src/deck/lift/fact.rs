//! A fact as it is lifted: its figure with when it was true and who says so, and
//! the card that it is if it asks.

use super::cards::Setting;
use super::deck::How;
use super::item::Item;
use super::shelf::Shelf;
use super::texts;
use crate::deck::format::{RawDeck, RawFact};
use crate::deck::id::Named;
use crate::deck::yaml::Node;
use crate::deck::{Dateline, Fact};
use crate::figure::Figure;
use crate::message;
use crate::text::{Lang, Localized};

/// The facts that were read, each with its node.
pub(super) fn read_facts<'r>(
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
pub(super) fn lift(
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
    dateline.reported = reported(raw, setting, item).map(Box::new);
    let supersedes = if raw.ask.is_empty() {
        refuse_keys_of_cards(item);
        setting.ids(item, "supersedes", &raw.supersedes)
    } else {
        let cards = setting.fact(name, raw, dateline.clone(), item);
        shelf.put(setting.deck, cards, item);
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

/// The figure as it was reported, and why it is not the computed one.
fn reported(
    raw: &RawFact,
    setting: &Setting<'_>,
    item: &mut Item<'_>,
) -> Option<(Figure, Option<Localized>)> {
    let reported = item.read("no-figure", "reported", raw.reported.as_ref(), |text| {
        Figure::parse(text).map_err(|error| error.0)
    });
    let note = texts::text(
        item,
        "reported_note",
        &raw.reported_note,
        setting.facts,
        &mut Vec::new(),
    );
    if note.is_some() && raw.reported.is_none() {
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
    reported.map(|figure| (figure, note))
}

fn refuse_keys_of_cards(item: &mut Item<'_>) {
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
}
