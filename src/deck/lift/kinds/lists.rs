//! Several things at once: to name, to bring into order, to match.

use std::collections::HashSet;

use super::Asked;
use crate::deck::format::RawEntry;
use crate::deck::lift::accept::{Others, Thing};
use crate::deck::lift::draft::Draft;
use crate::deck::lift::fill::fill;
use crate::deck::lift::item::Item;
use crate::deck::lift::texts;
use crate::deck::{ListItem, Task};
use crate::message;
use crate::text::{Lang, Localized, fold, safe_line};

/// Things to name, in any order.
pub fn list(raw: &RawEntry, item: &mut Item<'_>, mut asked: Asked<'_>) -> Option<Draft> {
    let lists = texts::list(item, "list", &raw.list, asked.known, &mut asked.facts)?;
    texts::distinct(item, "list", &lists);
    let others = Others::read(item, &raw.accept, asked.known, &mut asked.facts);
    if !others.unnamed.is_empty() {
        let place = item.key("accept");
        item.wrong(
            "wrong-shape",
            place,
            message!(
                "which item of the list these are spellings of can't be told",
                "목록의 어느 항목의 다른 표기인지 알 수 없습니다"
            ),
            message!(
                "write accept: {{ item: [another spelling] }}",
                "accept: {{ 항목: [다른 표기] }}처럼 쓰세요"
            ),
        );
    }
    let length = lists.get(lists.language()).len();
    let need = match &raw.need {
        None => Some(length),
        // Told at the list itself.
        Some(_) if length == 0 => None,
        Some(text) => match text.trim().parse() {
            Ok(need) if (1..=length).contains(&need) => Some(need),
            _ => {
                let place = item.at("need");
                let most = length;
                item.wrong(
                    "need",
                    place,
                    message!(
                        "'need' must be a number from 1 to {most}, the length of the list",
                        "'need': 1부터 목록의 길이인 {most}까지의 수여야 합니다"
                    ),
                    message!(
                        "write need: {most}, or leave it out for all",
                        "need: {most}처럼 쓰거나, 전부라면 빼세요"
                    ),
                );
                None
            }
        },
    };
    let items: Vec<ListItem> = texts::side_by_side(item, "list", &lists)?
        .into_iter()
        .map(|text| {
            let mut accepted: Vec<String> = text.iter().map(|(_, text)| text.clone()).collect();
            accepted.dedup();
            let others: Vec<String> = others.of(&accepted).collect();
            accepted.extend(others);
            ListItem { text, accepted }
        })
        .collect();
    let names: Vec<Vec<String>> = items.iter().map(|item| item.accepted.clone()).collect();
    others.check(item, &names, Thing::Item);
    if items.is_empty() {
        let place = item.at("list");
        item.wrong(
            "too-few",
            place,
            message!("the list is empty", "목록이 비어 있습니다"),
            message!("write what can be named", "답이 될 수 있는 것을 쓰세요"),
        );
        return None;
    }
    let need = need?;
    let answer = lists.map(|_, texts| texts.join(", "));
    Some(asked.draft(answer, Task::List { items, need }, None))
}

/// Lines to bring into order.
pub fn order(raw: &RawEntry, item: &mut Item<'_>, mut asked: Asked<'_>) -> Option<Draft> {
    let lists = texts::list(item, "order", &raw.order, asked.known, &mut asked.facts)?;
    texts::distinct(item, "order", &lists);
    let items = texts::side_by_side(item, "order", &lists)?;
    if items.len() < 2 {
        let place = item.at("order");
        item.wrong(
            "too-few",
            place,
            message!("there is nothing to order", "차례로 놓을 것이 없습니다"),
            message!("write at least two lines", "두 줄 이상 쓰세요"),
        );
        return None;
    }
    let answer = lists.map(|_, texts| {
        texts
            .iter()
            .enumerate()
            .map(|(at, text)| format!("{}. {text}", at + 1))
            .collect::<Vec<_>>()
            .join("\n")
    });
    Some(asked.draft(answer, Task::Order { items }, None))
}

/// Left and right sides to match.
pub fn pairs(raw: &RawEntry, item: &mut Item<'_>, mut asked: Asked<'_>) -> Option<Draft> {
    let (known, facts) = (asked.known, &mut asked.facts);
    let lists = item.localized(&raw.pairs, |item, lang, pairs| {
        let node = item.node.get(&item.key_in("pairs", lang));
        let nodes = node.map(|node| node.items()).unwrap_or_default();
        let mut sides = |item: &mut Item<'_>, at: usize, side: usize, text: &String| {
            let node = nodes.get(at).and_then(|pair| pair.items().get(side));
            fill(item, node, text, lang, known, facts)
        };
        pairs
            .iter()
            .enumerate()
            .map(|(at, [left, right])| (sides(item, at, 0, left), sides(item, at, 1, right)))
            .collect::<Vec<_>>()
    })?;
    let mut all_differ = true;
    for (side, side_ko, of) in [("left", "왼쪽", 0), ("right", "오른쪽", 1)] {
        for (lang, at, text) in twice(&lists, of) {
            let key = item.key_in("pairs", lang);
            let place = item.at_item(&key, at);
            item.wrong(
                "duplicate-item",
                place,
                message!(
                    "'{}' stands on the {side} twice",
                    "'{}': {side_ko}에 두 번 있습니다",
                    safe_line(&text)
                ),
                message!(
                    "each side must be told from the others; reword one",
                    "저마다 구별되어야 합니다. 하나를 고쳐 쓰세요"
                ),
            );
            all_differ = false;
        }
    }
    if !all_differ {
        return None;
    }
    let pairs: Vec<(Localized, Localized)> = texts::side_by_side(item, "pairs", &lists)?
        .into_iter()
        .map(|pair| {
            (
                pair.map(|_, (left, _)| left.clone()),
                pair.map(|_, (_, right)| right.clone()),
            )
        })
        .collect();
    if pairs.len() < 2 {
        let place = item.at("pairs");
        item.wrong(
            "too-few",
            place,
            message!("there is nothing to match", "짝지을 것이 없습니다"),
            message!("write at least two pairs", "짝을 둘 이상 쓰세요"),
        );
        return None;
    }
    let answer = lists.map(|_, pairs| {
        pairs
            .iter()
            .map(|(left, right)| format!("{left} – {right}"))
            .collect::<Vec<_>>()
            .join("\n")
    });
    Some(asked.draft(answer, Task::Pairs { pairs }, None))
}

/// The left (0) or right (1) sides that stand a second time in one language:
/// which, at what pair.
fn twice(lists: &Localized<Vec<(String, String)>>, side: usize) -> Vec<(Lang, usize, String)> {
    let mut found = Vec::new();
    for (lang, pairs) in lists.iter() {
        let mut seen = HashSet::new();
        for (at, (left, right)) in pairs.iter().enumerate() {
            let text = if side == 0 { left } else { right };
            if !seen.insert(fold(text)) {
                found.push((lang, at, text.clone()));
            }
        }
    }
    found
}
