//! A figure that its own comma cut in two: `{ value: 38,210 applications }`.

use super::field::Key;
use super::mapping::split;
use crate::deck::yaml::{Fault, Node, Style, Value};
use crate::message;

/// In braces a comma ends the value, and what follows it reads as a key: here
/// `210 applications`. Told at the first key that comes of it, none of the others.
pub(super) fn cut_at_comma(mapping: &Node, position: usize, keys: &[Key]) -> Option<Vec<Fault>> {
    let entries = mapping.entries();
    let is_piece = |(key, value): &(Node, Node)| {
        let name = split(key.text().unwrap_or_default()).0;
        value.is_empty() && keys.iter().all(|known| known.name != name)
    };
    let begins = |at: &usize| entries.get(*at - 1).is_some_and(|entry| !is_piece(entry));
    let first = (1..=position).rev().find(begins)?;
    let (before, cut) = entries.get(first - 1)?;
    let Value::Scalar(text, Style::Plain) = &cut.value else {
        return None;
    };
    let (mut whole, mut last, mut reached) = (text.clone(), cut, first);
    for (key, _) in entries
        .get(first..)?
        .iter()
        .take_while(|entry| is_piece(entry))
    {
        // The comma stands between the two; how many blanks follow it tells the text.
        let end = last.place.column + last.place.length + 1;
        let Some(gap) = key.place.column.checked_sub(end) else {
            break;
        };
        if key.place.line != cut.place.line {
            break;
        }
        whole.push(',');
        whole.extend(std::iter::repeat_n(' ', gap.min(4)));
        whole.push_str(key.text()?);
        last = key;
        reached += 1;
    }
    if position >= reached {
        return None;
    }
    if position > first {
        return Some(Vec::new());
    }
    let fault = Fault::new(
        "unquoted-comma",
        cut.place,
        message!(
            "'{whole}' ends at its comma: in braces it must be quoted",
            "'{whole}': 쉼표에서 끊깁니다. 중괄호 안에서는 따옴표로 묶어야 합니다"
        ),
    );
    Some(vec![fault.help(message!(
        "write {}: \"{whole}\"",
        "이렇게 쓰세요: {}: \"{whole}\"",
        before.text()?
    ))])
}
