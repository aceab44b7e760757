//! Texts and lists of texts in both languages, with the figures of their facts.

use std::collections::HashSet;

use super::facts::Facts;
use super::fill::{fill, words};
use super::item::{Item, count};
use crate::deck::format::Said;
use crate::deck::yaml::Node;
use crate::message;
use crate::text::{Localized, fold};

/// A text in every language, filled in.
pub fn text(
    item: &mut Item<'_>,
    key: &str,
    said: &Said<impl AsRef<str>>,
    facts: &Facts,
    used: &mut Vec<String>,
) -> Option<Localized> {
    item.localized(said, |item, lang, text| {
        words(text.as_ref()).unwrap_or_else(|| {
            let node = item.node.get(&item.key_in(key, lang));
            fill(item, node, text.as_ref(), lang, facts, used)
        })
    })
}

/// A list of texts in every language, filled in.
pub fn list(
    item: &mut Item<'_>,
    key: &str,
    said: &Said<Vec<String>>,
    facts: &Facts,
    used: &mut Vec<String>,
) -> Option<Localized<Vec<String>>> {
    item.localized(said, |item, lang, texts| {
        let node = item.node.get(&item.key_in(key, lang));
        let nodes = node.map(Node::items).unwrap_or_default();
        texts
            .iter()
            .enumerate()
            .map(|(at, text)| fill(item, nodes.get(at), text, lang, facts, used))
            .collect()
    })
}

/// Lists that say the same, item by item; a list that is longer in one language
/// than in the other is noted.
pub fn side_by_side<T: Clone>(
    item: &mut Item<'_>,
    key: &str,
    lists: &Localized<Vec<T>>,
) -> Option<Vec<Localized<T>>> {
    let first = lists.language();
    let items = lists.get(first);
    let others = lists.exactly(first.other());
    if let Some(others) = others.filter(|others| others.len() != items.len()) {
        let (key, other) = (item.key_in(key, first), item.key_in(key, first.other()));
        let place = item.key_place(&other);
        let (here, there) = (items.len(), others.len());
        let counted = count(there, "item");
        item.wrong(
            "lists-differ",
            place,
            message!(
                "'{other}' has {counted}, '{key}' has {here}",
                "항목 수: '{other}' {there}개, '{key}' {here}개"
            ),
            message!(
                "write the same items in the same order in both languages",
                "두 언어에 같은 항목을 같은 순서로 쓰세요"
            ),
        );
        return None;
    }
    Some(
        items
            .iter()
            .enumerate()
            .map(|(at, one)| {
                Localized::with(
                    first,
                    one.clone(),
                    others.and_then(|others| others.get(at)).cloned(),
                )
            })
            .collect(),
    )
}

/// Notes items of a list that stand twice in it.
pub fn distinct(item: &mut Item<'_>, key: &str, lists: &Localized<Vec<String>>) {
    for (lang, texts) in lists.iter() {
        let key = item.key_in(key, lang);
        let mut seen = HashSet::new();
        for (at, text) in texts.iter().enumerate() {
            if !seen.insert(fold(text)) {
                let place = item.at_item(&key, at);
                item.wrong(
                    "duplicate-item",
                    place,
                    message!(
                        "'{}' stands twice in '{key}'",
                        "'{}': '{key}'에 두 번 있습니다",
                        crate::text::safe_line(text)
                    ),
                    message!("delete or reword one", "하나를 지우거나 고쳐 쓰세요"),
                );
            }
        }
    }
}
