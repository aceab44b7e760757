//! A text with gaps: one card for each group of gaps.

mod counterpart;

use super::accept::{Others, Thing};
use super::draft::Draft;
use super::facts::Facts;
use super::fill::{MOST_FAULTS, fill_part, lone_fact, spot};
use super::gaps::{Cut, GapError, Group, Piece, cut_at, groups};
use super::item::Item;
use crate::deck::format::RawEntry;
use crate::deck::{Gap, Task};
use crate::message;
use crate::text::{Lang, Localized};
use counterpart::counterparts;

/// More groups than this are no card that a person wrote.
const MAXIMUM_GROUPS: usize = 100;

/// The cards of a cloze.
pub fn drafts(raw: &RawEntry, item: &mut Item<'_>, facts: &Facts) -> Vec<Draft> {
    let mut used = Vec::new();
    // Facts are filled in once, not once a card; and whatever else is wrong.
    let Some(cut) = item.localized(&raw.cloze, |item, lang, text| {
        let key = &item.key_in("cloze", lang);
        let pieces = pieces(item, key, text);
        let all: Vec<Piece<'_>> = pieces.pieces.into_iter().map(|(_, piece)| piece).collect();
        let filled = filled(item, (key, text), &all, lang, facts, &mut used);
        pieces.errors.is_empty().then_some((all, filled))
    }) else {
        return Vec::new();
    };
    let first = cut.language();
    let Some((pieces, one)) = cut.get(first) else {
        return Vec::new();
    };
    let (other, two) = match cut.exactly(first.other()) {
        Some(None) => return Vec::new(),
        Some(Some((other, two))) => (Some(other.as_slice()), Some(two)),
        None => (None, None),
    };
    let groups = groups(pieces);
    if groups.len() > MAXIMUM_GROUPS {
        let place = item.key("cloze");
        item.wrong(
            "too-many-gaps",
            place,
            message!(
                "a cloze has {} groups of gaps",
                "빈칸 묶음이 {}개입니다",
                groups.len()
            ),
            message!(
                "write at most {MAXIMUM_GROUPS}",
                "{MAXIMUM_GROUPS}개까지 쓸 수 있습니다"
            ),
        );
        return Vec::new();
    }
    let Some(others) = other.map_or(Some(Vec::new()), |other| {
        counterparts(item, pieces, other, first)
    }) else {
        return Vec::new();
    };
    let accept = accepted(
        raw,
        item,
        facts,
        groups.len() == 1 && hidden(one, groups.first()) == 1,
    );

    let names: Vec<Vec<String>> = [Some(one), two]
        .into_iter()
        .flatten()
        .map(|pieces| {
            let gaps = pieces.iter().filter(|piece| piece.group.is_some());
            gaps.map(|gap| gap.text.clone()).collect()
        })
        .collect();
    accept.check(item, &names, Thing::Gap);

    let draft = |(at, group): (usize, &Group)| {
        let cloze = Localized::with(
            first,
            card_pieces(one, group),
            two.map(|two| card_pieces(two, others.get(at).unwrap_or(group))),
        );
        Draft {
            part: Some(group.to_string()),
            question: cloze.map(|_, pieces| shown(pieces)),
            answer: cloze.map(|_, pieces| answers(pieces).collect::<Vec<_>>().join(", ")),
            task: match raw.typed {
                Some(true) => typed(cloze, first, &accept),
                _ => Task::Recall { cloze: Some(cloze) },
            },
            value: value(pieces, group, facts),
            facts: used.clone(),
        }
    };
    groups.iter().enumerate().map(draft).collect()
}

/// What is typed into the gaps of a card.
fn typed(cloze: Localized<Vec<Gap>>, first: Lang, accept: &Others) -> Task {
    let mut accepted = spellings(&cloze, first);
    for gap in &mut accepted {
        let others: Vec<String> = accept.of(gap).collect();
        gap.extend(others);
    }
    if let Some(first) = accepted.first_mut() {
        first.extend(accept.unnamed.iter().cloned());
    }
    Task::Cloze { cloze, accepted }
}

/// The value of what a group hides, where all of it is facts.
fn value(pieces: &[Piece<'_>], group: &Group, facts: &Facts) -> Option<String> {
    let gaps = pieces.iter().filter_map(|piece| match piece {
        Piece::Gap(gap) if gap.group == *group => Some(gap),
        _ => None,
    });
    let figures = gaps.map(|gap| Some(facts.get(lone_fact(gap.answer)?)?.figure.canonical()));
    let figures: Option<Vec<String>> = figures.collect();
    figures.map(|figures| figures.join(", "))
}

/// A piece with its facts filled in.
struct Filled {
    group: Option<Group>,
    text: String,
    hint: Option<String>,
}

/// The pieces of the text under a key with their facts filled in.
fn filled(
    item: &mut Item<'_>,
    (key, whole): (&str, &str),
    pieces: &[Piece<'_>],
    lang: Lang,
    facts: &Facts,
    used: &mut Vec<String>,
) -> Vec<Filled> {
    let node = item.node.get(key);
    let mut fill = |item: &mut Item<'_>, text: &str| {
        // Each is a part of the whole: where it begins is told by where it lies.
        let byte = text.as_ptr().addr().saturating_sub(whole.as_ptr().addr());
        let start = whole.get(..byte).unwrap_or_default().chars().count();
        fill_part(item, node, (whole, start), text, lang, facts, used)
    };
    let mut filled = Vec::with_capacity(pieces.len());
    for piece in pieces {
        filled.push(match piece {
            Piece::Text(text) => Filled {
                group: None,
                text: fill(item, text),
                hint: None,
            },
            Piece::Gap(gap) => Filled {
                group: Some(gap.group.clone()),
                text: fill(item, gap.answer),
                hint: gap.hint.map(|hint| fill(item, hint)),
            },
        });
    }
    filled
}

/// A text cut at its gaps; all that is wrong with them is noted.
fn pieces<'t>(item: &mut Item<'_>, key: &str, text: &'t str) -> Cut<'t> {
    let cut = cut_at(text);
    for error in &cut.errors {
        if item.faults.len() < MOST_FAULTS {
            note(item, key, text, error);
        }
    }
    cut
}

/// Notes what is wrong with a gap of a text.
fn note(item: &mut Item<'_>, key: &str, text: &str, error: &GapError) {
    let at = |item: &Item<'_>, position| spot(item, item.node.get(key), text, position, 2);
    match *error {
        GapError::None => {
            let place = item.at(key);
            item.wrong(
                "no-gap",
                place,
                message!("'{key}' has no gap", "'{key}': 빈칸이 없습니다"),
                message!(
                    "put what is asked for in {{{{double braces}}}}",
                    "물을 말을 {{{{겹중괄호}}}}로 묶으세요"
                ),
            );
        }
        GapError::Open(position) => {
            let place = at(item, position);
            item.wrong(
                "open-gap",
                place,
                message!(
                    "a gap is opened and not closed",
                    "빈칸을 열고 닫지 않았습니다"
                ),
                message!("close it with }}}}", "}}}}로 닫으세요"),
            );
        }
        GapError::Empty(position) => {
            let place = at(item, position);
            item.wrong(
                "empty-gap",
                place,
                message!("nothing stands in this gap", "빈칸 안에 아무것도 없습니다"),
                message!(
                    "write {{{{answer}}}} or {{{{c1::answer::hint}}}}",
                    "{{{{답}}}}이나 {{{{c1::답::힌트}}}}처럼 쓰세요"
                ),
            );
        }
        GapError::Number(position) => {
            let place = at(item, position);
            item.wrong(
                "gap-number",
                place,
                message!("gaps are numbered from c1", "빈칸 번호는 c1부터입니다"),
                message!("write {{{{c1::answer}}}}", "{{{{c1::답}}}}처럼 쓰세요"),
            );
        }
    }
}

/// What a card of one group shows and hides.
fn card_pieces(pieces: &[Filled], group: &Group) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for piece in pieces {
        if piece.group.as_ref() == Some(group) {
            gaps.push(Gap::Hidden {
                answer: piece.text.clone(),
                hint: piece.hint.clone(),
            });
        } else if let Some(Gap::Text(text)) = gaps.last_mut() {
            text.push_str(&piece.text);
        } else {
            gaps.push(Gap::Text(piece.text.clone()));
        }
    }
    gaps
}

fn hidden(pieces: &[Filled], group: Option<&Group>) -> usize {
    pieces
        .iter()
        .filter(|piece| piece.group.is_some() && piece.group.as_ref() == group)
        .count()
}

fn answers(pieces: &[Gap]) -> impl Iterator<Item = &str> {
    pieces.iter().filter_map(|piece| match piece {
        Gap::Hidden { answer, .. } => Some(answer.as_str()),
        Gap::Text(_) => None,
    })
}

/// For each gap every spelling that counts: its answer in each language.
fn spellings(cloze: &Localized<Vec<Gap>>, first: Lang) -> Vec<Vec<String>> {
    let other: Vec<&str> = cloze
        .exactly(first.other())
        .map(|pieces| answers(pieces).collect())
        .unwrap_or_default();
    answers(cloze.get(first))
        .enumerate()
        .map(|(at, answer)| {
            let mut spellings = vec![answer.to_owned()];
            spellings.extend(
                other
                    .get(at)
                    .filter(|o| **o != answer)
                    .map(|o| (*o).to_owned()),
            );
            spellings
        })
        .collect()
}

/// The text with its gaps shown as gaps.
fn shown(pieces: &[Gap]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Gap::Text(text) => text.clone(),
            Gap::Hidden {
                hint: Some(hint), ..
            } => format!("[{hint}]"),
            Gap::Hidden { hint: None, .. } => "[…]".to_owned(),
        })
        .collect()
}

/// Other spellings of gaps: of a single one, or by what they hide.
fn accepted(raw: &RawEntry, item: &mut Item<'_>, facts: &Facts, single: bool) -> Others {
    let others = Others::read(item, &raw.accept, facts, &mut Vec::new());
    if raw.accept.is_empty() || raw.typed == Some(true) && (single || others.unnamed.is_empty()) {
        return others;
    }
    let place = item.key("accept");
    if raw.typed == Some(true) {
        item.wrong(
            "wrong-shape",
            place,
            message!(
                "which gap these are spellings of can't be told",
                "어느 빈칸의 다른 표기인지 알 수 없습니다"
            ),
            message!(
                "write accept: {{ what the gap hides: [another spelling] }}",
                "accept: {{ 빈칸에 가린 말: [다른 표기] }}처럼 쓰세요"
            ),
        );
    } else {
        item.wrong(
            "misplaced-key",
            place,
            message!(
                "'accept' needs a typed cloze",
                "'accept': 빈칸에 입력하는 카드에만 씁니다"
            ),
            message!(
                "delete it, or write 'typed: true'",
                "지우거나 'typed: true'를 쓰세요"
            ),
        );
    }
    others
}
