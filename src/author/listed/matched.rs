//! Which entry of a file is which of those that stood in it before.

use std::collections::{HashMap, VecDeque};

use super::Listed;

/// For each entry of `now` the one of `before` that it is: the one of its name;
/// of those without, the one that says the same, or stood in the same place
/// among the others.
pub fn matched(before: &[Listed], now: &[Listed]) -> Vec<Option<usize>> {
    let mut was: Vec<Option<usize>> = vec![None; now.len()];
    let mut free = vec![true; before.len()];
    let key = |entry: &Listed| match &entry.name {
        Some(name) => (entry.is_fact, Some(name.clone()), None),
        None => (entry.is_fact, None, Some(entry.text.clone())),
    };
    let mut known: HashMap<_, VecDeque<usize>> = HashMap::new();
    for (at, entry) in before.iter().enumerate() {
        known.entry(key(entry)).or_default().push_back(at);
    }
    for (entry, was) in now.iter().zip(&mut was) {
        *was = known.get_mut(&key(entry)).and_then(VecDeque::pop_front);
        if let Some(free) = was.and_then(|at| free.get_mut(at)) {
            *free = false;
        }
    }
    let unnamed = |entry: &Listed| entry.name.is_none() && !entry.is_fact;
    // Between two that are known there must be as many as there were.
    let mut behind = 0;
    let mut at = 0;
    while at < now.len() {
        let rest = was.iter().skip(at);
        let run = rest.take_while(|was| was.is_none()).count();
        let next = was.get(at + run).copied().flatten();
        let there = behind..next.unwrap_or(before.len());
        let old: Vec<usize> = there
            .filter(|old| free.get(*old) == Some(&true))
            .filter(|old| before.get(*old).is_some_and(unnamed))
            .collect();
        let new: Vec<usize> = (at..at + run)
            .filter(|new| now.get(*new).is_some_and(unnamed))
            .collect();
        if old.len() == new.len() {
            for (old, new) in old.into_iter().zip(new) {
                if let Some(was) = was.get_mut(new) {
                    *was = Some(old);
                }
            }
        }
        behind = next.map_or(behind, |next| next + 1);
        at += run + 1;
    }
    was
}
