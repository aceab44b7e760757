//! Anchors, and the aliases that name them.

use std::collections::{HashMap, HashSet};

use super::Fault;
use crate::deck::Place;
use crate::message;

/// Readers of YAML differ in what an alias is when a name is given twice.
pub(super) fn names_stand_once(
    text: &str,
    anchored: &[usize],
    aliased: &[(usize, usize, Place)],
) -> Result<(), Fault> {
    let mut given: HashMap<&str, usize> = HashMap::new();
    let mut ends = text.char_indices().map(|(byte, _)| byte);
    let mut passed = 0;
    for start in anchored {
        let byte = ends.nth(start.saturating_sub(passed)).unwrap_or(text.len());
        passed = start + 1;
        *given.entry(anchor(text, byte)).or_default() += 1;
    }
    let mut seen = HashSet::new();
    let mut characters = text.chars();
    let mut position = 0;
    for (start, length, place) in aliased {
        let name: String = characters
            .by_ref()
            .skip(start.saturating_sub(position))
            .take(*length)
            .filter(|c| names_an_anchor(*c) && *c != '*')
            .collect();
        position = start + length;
        if seen.insert(name.clone()) && given.get(name.as_str()).copied().unwrap_or_default() > 1 {
            return Err(Fault::new(
                "alias",
                *place,
                message!(
                    "'&{name}' is given more than once",
                    "'&{name}': 한 번 넘게 쓴 이름입니다"
                ),
            )
            .help(message!(
                "give each anchor a name of its own, or write the text out",
                "앵커마다 다른 이름을 주거나, 글을 그대로 쓰세요"
            )));
        }
    }
    Ok(())
}

/// The name of the anchor of what begins at a byte: it stands there, or before
/// it with nothing but blanks and comments between.
fn anchor(text: &str, begin: usize) -> &str {
    let named = |text: &'_ str| text.find(|c| !names_an_anchor(c)).unwrap_or(text.len());
    let (before, at) = text.split_at(begin);
    if let Some(name) = at.strip_prefix('&') {
        return name.get(..named(name)).unwrap_or(name);
    }
    let mut signs = before.rmatch_indices('&').map(|(at, _)| at + 1);
    let found = signs.find_map(|at| {
        let name = before.get(at..)?;
        let (name, between) = name.split_at(named(name));
        let mut lines = between.lines().map(str::trim_start);
        lines
            .all(|line| line.is_empty() || line.starts_with('#'))
            .then_some(name)
    });
    found.unwrap_or_default()
}

fn names_an_anchor(character: char) -> bool {
    !character.is_whitespace() && !matches!(character, ',' | '[' | ']' | '{' | '}')
}
