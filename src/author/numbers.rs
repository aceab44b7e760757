//! Numbers for the gaps of a cloze that have none.

use std::collections::{BTreeMap, BTreeSet};

use crate::deck::{Group, WrittenGap};

/// The gaps of one language's text, each with the byte where it begins.
pub(super) type Gaps<'t> = Vec<(usize, WrittenGap<'t>)>;

/// For the gaps of each text the number that each is to be given, `None` for
/// one that has one. Gaps that were hidden together stay so, in all languages.
/// `None` if there is nothing to number, or which is which can't be told.
pub(super) fn numbers(texts: &[Gaps<'_>]) -> Option<Vec<Vec<Option<u32>>>> {
    let all = || texts.iter().flatten().map(|(_, gap)| &gap.group);
    let used: BTreeSet<u32> = all()
        .filter_map(|group| match group {
            Group::Numbered(number) => Some(*number),
            Group::Named(_) => None,
        })
        .collect();
    if !all().any(|group| matches!(group, Group::Named(_))) {
        return None;
    }
    let mut free = (1..).filter(|number| !used.contains(number));
    let mut given: BTreeMap<&str, u32> = BTreeMap::new();
    let first = texts.first()?;
    for name in names(first) {
        given.insert(name, free.next()?);
    }
    let alone = match names(first).as_slice() {
        [name] => given.get(name).copied(),
        _ => None,
    };
    texts
        .iter()
        .map(|gaps| {
            let alone = alone.filter(|_| names(gaps).len() == 1);
            gaps.iter()
                .map(|(_, gap)| match &gap.group {
                    Group::Numbered(_) => Some(None),
                    Group::Named(name) => {
                        Some(Some(alone.or_else(|| given.get(name.as_str()).copied())?))
                    }
                })
                .collect()
        })
        .collect()
}

/// The names in a text, each once, in its order.
fn names<'g>(gaps: &'g Gaps<'_>) -> Vec<&'g str> {
    let mut names: Vec<&str> = Vec::new();
    for (_, gap) in gaps {
        if let Group::Named(name) = &gap.group
            && !names.contains(&name.as_str())
        {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::*;
    use crate::deck::gaps;

    #[test]
    fn gaps_get_the_numbers_that_are_free() {
        for (texts, expected) in [
            (vec!["{{c1::a}}"], None),
            (vec!["{{a}} {{b}}"], Some(vec![vec![1, 2]])),
            (vec!["{{a}} {{c1::b}} {{d}}"], Some(vec![vec![2, 0, 3]])),
            (vec!["{{a}} {{b}} {{a}}"], Some(vec![vec![1, 2, 1]])),
            (vec!["{{Seoul}}", "{{서울}}"], Some(vec![vec![1], vec![1]])),
            (
                vec!["{{A}} {{B}}", "{{B}} {{A}}"],
                Some(vec![vec![1, 2], vec![2, 1]]),
            ),
            (
                vec!["{{A}} {{c1::x}}", "{{c1::y}} {{나}}"],
                Some(vec![vec![2, 0], vec![0, 2]]),
            ),
            (vec!["{{A}} {{B}}", "{{나}} {{A}}"], None),
        ] {
            let gaps: Vec<Gaps<'_>> = texts.iter().map(|text| gaps(text)).collect();
            let expected = expected.map(|texts: Vec<Vec<u32>>| {
                let numbers = |gaps: Vec<u32>| {
                    let gaps = gaps.into_iter();
                    gaps.map(|number| Some(number).filter(|n| *n > 0)).collect()
                };
                texts.into_iter().map(numbers).collect::<Vec<Vec<_>>>()
            });
            assert_eq!(numbers(&gaps), expected, "{texts:?}");
        }
    }
}
