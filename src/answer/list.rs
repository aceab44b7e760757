//! Lists: some of several items, in any order.

use super::form::Form;
use super::found::Found;
use super::particle::stems;
use super::text::Rights;
use super::{Reason, Rivals, Verdict};
use crate::deck::ListItem;
use crate::text::nfc;

/// Most entries that are looked at: a list longer than this was pasted.
const MAX_ENTRIES: usize = 200;

/// Judges the lines that were typed; a line that is no item is taken apart at
/// its separators. An item named twice counts once, where it was named first.
/// [`Verdict::parts`] says of each entry whether it counts, [`Verdict::missing`]
/// holds every item that was not named.
pub(super) fn judge(items: &[ListItem], need: usize, lines: &[String], rivals: &Rivals) -> Verdict {
    let items = rights(items);
    // The words between items are known in one form.
    let lines: Vec<String> = lines.iter().map(|line| nfc(line)).collect();
    let mut named = vec![false; items.len()];
    let mut parts = Vec::new();
    let mut strangers = 0;
    let mut loosest: Option<Found> = None;
    let mut forgiven = false;
    for entry in named_in(&items, &lines) {
        if items.iter().all(|item| item.is_too_long(entry)) {
            strangers += 1;
            parts.push(false);
            continue;
        }
        let entry = Form::of(entry);
        let found = find(&items, &named, &entry)
            .map(|(index, reason)| (index, Found::right(reason)))
            .or_else(|| find_forgiving(&items, &named, &entry, rivals));
        let Some((index, how)) = found else {
            strangers += 1;
            parts.push(false);
            continue;
        };
        let first = named.get_mut(index);
        parts.push(first.is_some_and(|named| !std::mem::replace(named, true)));
        forgiven |= how.is_forgiven();
        loosest = Some(loosest.map_or(how, |loosest| loosest.looser(how)));
    }

    let count = named.iter().filter(|&&named| named).count();
    let verdict = match (count >= need, count, strangers) {
        (true, _, 0) => loosest.map_or_else(|| Verdict::correct(Reason::Exact), Found::verdict),
        // Enough were named, and one that does not belong.
        (true, _, 1) => Verdict::close(Reason::Partial),
        (_, 0, _) => Verdict::wrong(Reason::Different),
        _ => Verdict::wrong(Reason::Partial),
    };
    let missing = named
        .iter()
        .enumerate()
        .filter(|(_, named)| !**named)
        .map(|(index, _)| index)
        .collect();
    Verdict {
        parts,
        missing,
        forgiven,
        ..verdict
    }
}

/// The item that `entry` names with what is forgiven, one that was not named
/// yet: the one that it is nearest to.
fn find_forgiving(
    items: &[Rights],
    named: &[bool],
    entry: &Form,
    rivals: &Rivals<'_>,
) -> Option<(usize, Found)> {
    let open = items.iter().zip(named).enumerate();
    open.filter(|(_, (_, named))| !**named)
        .filter_map(|(index, (item, _))| Some((index, item.forgive(entry, rivals)?)))
        .reduce(|best, other| {
            if best.1.looser(other.1) == best.1 {
                other
            } else {
                best
            }
        })
}

/// The item that `entry` names, one that was not named yet if it can be.
fn find(items: &[Rights], named: &[bool], entry: &Form) -> Option<(usize, Reason)> {
    let mut again = None;
    for (index, item) in items.iter().enumerate() {
        if let Some(how) = item.compare(entry) {
            if !named.get(index).copied().unwrap_or(false) {
                return Some((index, how));
            }
            again = again.or(Some((index, how)));
        }
    }
    again
}

/// Whether a text names one of the items.
fn is_item(items: &[Rights], text: &str) -> bool {
    // No form of an item is that long: not worth folding.
    if items.iter().all(|item| item.is_too_long(text)) {
        return false;
    }
    let names = |text: &str| {
        let text = Form::of(text);
        items.iter().any(|item| item.compare(&text).is_some())
    };
    // 삼성이다, at the end of a line
    names(text) || stems(text).into_iter().any(names)
}

/// Each item as what is typed is compared with it.
fn rights(items: &[ListItem]) -> Vec<Rights> {
    let each = items.iter().map(|item| {
        let shown = item.text.iter().map(|(_, text)| text.as_str());
        Rights::new(shown, &item.accepted)
    });
    each.collect()
}

/// The entries of what was typed, blank ones left out: a line may name several
/// items, parted by commas, unless it names one that has a comma in it.
pub fn entries<'a>(items: &[ListItem], lines: &'a [String]) -> Vec<&'a str> {
    named_in(&rights(items), lines)
}

pub(super) fn named_in<'a>(items: &[Rights], lines: &'a [String]) -> Vec<&'a str> {
    lines
        .iter()
        .flat_map(|line| {
            if line.len() <= 1000 && is_item(items, line) {
                vec![line.as_str()]
            } else {
                split(line)
            }
        })
        .filter(|piece| !piece.trim().is_empty())
        .take(MAX_ENTRIES)
        .map(|piece| {
            if is_item(items, piece) {
                piece
            } else {
                trimmed(piece)
            }
        })
        .flat_map(|piece| parted(items, piece))
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .take(MAX_ENTRIES)
        .collect()
}

/// What stands between items where commas could: words that join, strokes and
/// dots.
pub(super) const JOINTS: [&str; 15] = [
    " and also ",
    " and ",
    " & ",
    " + ",
    "+",
    "/",
    "·",
    "ㆍ",
    "・",
    " 및 ",
    " 그리고 ",
    " 하고 ",
    " 이랑 ",
    "하고 ",
    "이랑 ",
];
/// What does so too, if nothing but items stands between.
const LOOSE_JOINTS: [&str; 5] = ["와 ", "과 ", "랑 ", "및", " "];

/// What stands before the last item, and behind it where there are more.
const LAST: [&str; 6] = ["and also ", "and ", "& ", "그리고 ", "또 ", "및 "];
const MORE: [&str; 10] = [
    " 등이 있다",
    "이 있다",
    "가 있다",
    " 있다",
    " etc",
    " etc.",
    " 등",
    " 등등",
    " and so on",
    "…",
];
/// The same as an entry of its own.
const MORE_ALONE: [&str; 8] = ["etc", "etc.", "등", "등등", "and so on", "...", "…", "기타"];

/// An entry without the words that stand before the last one, and behind it.
fn trimmed(entry: &str) -> &str {
    let entry = entry.trim();
    if MORE_ALONE
        .iter()
        .any(|word| word.eq_ignore_ascii_case(entry))
    {
        return "";
    }
    // 1. and 1)
    let numbered = entry.trim_start_matches(|c: char| c.is_ascii_digit());
    let entry = match numbered.strip_prefix(['.', ')']) {
        Some(rest) if numbered.len() < entry.len() && rest.starts_with(' ') => rest.trim_start(),
        _ => entry,
    };
    let entry = LAST
        .iter()
        .find_map(|word| {
            let begins = entry.get(..word.len())?.eq_ignore_ascii_case(word);
            begins.then(|| entry.get(word.len()..)).flatten()
        })
        .unwrap_or(entry);
    MORE.iter()
        .find_map(|word| entry.strip_suffix(word))
        .unwrap_or(entry)
        .trim()
}

/// A piece without commas taken apart further: at joints if one of the parts
/// is an item, at loose ones if all are; as it stands if it is an item itself.
fn parted<'a>(items: &[Rights], piece: &'a str) -> Vec<&'a str> {
    let is_item = |text: &&str| is_item(items, text);
    if piece.len() > 1000 || is_item(&piece) {
        return vec![piece];
    }
    let parts = cut(piece, &JOINTS);
    if parts.len() > 1 && parts.iter().any(is_item) {
        let parts = parts.into_iter();
        return parts.flat_map(|part| loosened(part, is_item)).collect();
    }
    loosened(piece, is_item)
}

/// A piece cut at its joints, blank parts left out.
pub(super) fn cut<'a>(piece: &'a str, joints: &[&str]) -> Vec<&'a str> {
    joints.iter().fold(vec![piece], |parts, joint| {
        let parts = parts.into_iter();
        let parts = parts.flat_map(|part| part.split(joint));
        parts.filter(|part| !part.trim().is_empty()).collect()
    })
}

/// A piece cut where all of its parts are items, or else as it stands.
fn loosened(piece: &str, is_item: impl Fn(&&str) -> bool) -> Vec<&str> {
    if is_item(&piece.trim()) {
        return vec![piece];
    }
    let parts = cut(piece, &[&JOINTS[..], &LOOSE_JOINTS[..]].concat());
    if parts.iter().all(&is_item) {
        return parts;
    }
    by_words(piece, is_item).unwrap_or_else(|| vec![piece])
}

/// A piece cut between words so that every part is an item, each as long as it
/// can be: `global foundries umc`.
pub(super) fn by_words(piece: &str, is_item: impl Fn(&&str) -> bool) -> Option<Vec<&str>> {
    let ends: Vec<usize> = piece
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at)
        .chain([piece.len()])
        .collect();
    // Whoever names more on a line parts them by commas.
    if ends.len() > 12 {
        return None;
    }
    let mut parts = Vec::new();
    let mut start = 0;
    while start < piece.len() {
        let longest = ends.iter().rev().filter(|end| **end > start);
        let part = longest
            .filter_map(|end| piece.get(start..*end))
            .find(&is_item)?;
        start += part.len();
        parts.push(part);
    }
    Some(parts)
}

/// Cuts a line at commas (not those within a number), `、`, `，`, `;` and line breaks.
pub(super) fn split(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    let mut characters = line.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = characters.peek().map(|&(_, next)| next);
        let in_number = character == ','
            && before.is_some_and(|c| c.is_ascii_digit())
            && after.is_some_and(|c| c.is_ascii_digit());
        if matches!(character, ',' | '，' | '、' | ';' | '；' | '\n' | '\r') && !in_number {
            pieces.extend(line.get(start..at));
            start = at + character.len_utf8();
        }
        before = Some(character);
    }
    pieces.extend(line.get(start..));
    pieces
}

#[cfg(test)]
mod tests;
