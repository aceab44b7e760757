//! Making an answer: picking, ticking, moving lines, matching, taking back.

use super::{Draft, Move};
use crate::answer::Response;

impl Draft {
    /// Picks the item shown on line `index`.
    pub(in crate::session) fn pick(&mut self, index: usize) -> Option<Response> {
        match self {
            Draft::Choice {
                shown,
                cursor,
                ticked,
                several,
            } => {
                let choice = shown.get(index).copied()?;
                *cursor = index;
                if *several {
                    if let Some(tick) = ticked.get_mut(index) {
                        *tick = !*tick;
                    }
                    return None;
                }
                Some(Response::Chosen(vec![choice]))
            }
            Draft::Order { .. } | Draft::Gaps { .. } => {
                self.go_to(index);
                None
            }
            Draft::Pairs {
                right,
                matched,
                cursor,
                ..
            } => {
                if index >= right.len() {
                    return None;
                }
                for slot in matched.iter_mut().filter(|slot| **slot == Some(index)) {
                    *slot = None;
                }
                if let Some(slot) = matched.get_mut(*cursor) {
                    *slot = Some(index);
                }
                if let Some(open) = next_open(matched, *cursor) {
                    *cursor = open;
                }
                None
            }
            Draft::Compare {
                shown,
                cursor,
                picked,
                larger,
                ..
            } if picked.is_none() => {
                let side = shown.get(index).copied()?;
                *cursor = index;
                *picked = Some(index);
                (side != *larger).then(|| Response::Compared(side, String::new()))
            }
            _ => None,
        }
    }

    /// The cursor goes to line `index`; what is held there stays there.
    pub(in crate::session) fn go_to(&mut self, index: usize) {
        match self {
            Draft::Choice { shown, cursor, .. } if index < shown.len() => *cursor = index,
            Draft::Order {
                lines,
                cursor,
                held,
            } if index < lines.len() => {
                *cursor = index;
                *held = false;
            }
            Draft::Pairs { left, cursor, .. } if index < left.len() => *cursor = index,
            Draft::Gaps { fields, at } if index < fields.len() => *at = index,
            Draft::Compare {
                picked: None,
                cursor,
                shown,
                ..
            } if index < shown.len() => *cursor = index,
            _ => {}
        }
    }

    /// An arrow: the cursor goes, and takes a held line with it. Sideways, a
    /// pair's match goes through the right sides that are free.
    pub(in crate::session) fn go(&mut self, direction: Move) {
        match (self, direction) {
            (Draft::Choice { shown, cursor, .. }, Move::Up | Move::Down) => {
                step(cursor, shown.len(), direction);
            }
            (
                Draft::Order {
                    lines,
                    cursor,
                    held,
                },
                Move::Up | Move::Down,
            ) => {
                let from = *cursor;
                step(cursor, lines.len(), direction);
                if *held {
                    lines.swap(from, *cursor);
                }
            }
            (Draft::Gaps { fields, at }, Move::Up | Move::Down) => {
                step(at, fields.len(), direction)
            }
            (Draft::Pairs { left, cursor, .. }, Move::Up | Move::Down) => {
                step(cursor, left.len(), direction);
            }
            (
                Draft::Pairs {
                    right,
                    matched,
                    cursor,
                    ..
                },
                _,
            ) => {
                let now = matched.get(*cursor).copied().flatten();
                let free = next_free(right.len(), matched, now, direction);
                if let Some(slot) = matched.get_mut(*cursor) {
                    *slot = free;
                }
            }
            (
                Draft::Compare {
                    cursor,
                    picked: None,
                    ..
                },
                _,
            ) => {
                *cursor = usize::from(matches!(direction, Move::Down | Move::Right));
            }
            _ => {}
        }
    }

    /// Ticks the box, or takes hold of the line, that the cursor is on.
    pub(in crate::session) fn toggle(&mut self) {
        match self {
            Draft::Choice {
                cursor,
                ticked,
                several: true,
                ..
            } => {
                if let Some(tick) = ticked.get_mut(*cursor) {
                    *tick = !*tick;
                }
            }
            Draft::Order { held, .. } => *held = !*held,
            _ => {}
        }
    }

    /// Takes back the last item of a list (into the field), the match of a
    /// pair, or the side picked in a comparison; goes back a gap. Where one
    /// types, only while the field is empty.
    pub(in crate::session) fn take_back(&mut self) {
        match self {
            Draft::List { entered, field, .. } if field.is_empty() => {
                *field = entered.pop().unwrap_or_default();
            }
            Draft::Pairs {
                matched, cursor, ..
            } => {
                if let Some(slot) = matched.get_mut(*cursor) {
                    *slot = None;
                }
            }
            Draft::Compare { picked, field, .. } if field.is_empty() => *picked = None,
            Draft::Gaps { fields, at } if fields.get(*at).is_none_or(String::is_empty) => {
                *at = at.saturating_sub(1);
            }
            _ => {}
        }
    }
}

fn step(cursor: &mut usize, count: usize, direction: Move) {
    *cursor = match direction {
        Move::Up => cursor.saturating_sub(1),
        _ => (*cursor + 1).min(count.saturating_sub(1)),
    };
}

/// The first unmatched line after `from`, or else before it.
fn next_open(matched: &[Option<usize>], from: usize) -> Option<usize> {
    let open = |index: &usize| matched.get(*index).is_some_and(Option::is_none);
    (from..matched.len())
        .find(open)
        .or_else(|| (0..from).find(open))
}

/// The right line after `now` (before it, to the left) that no left line has.
fn next_free(
    count: usize,
    matched: &[Option<usize>],
    now: Option<usize>,
    direction: Move,
) -> Option<usize> {
    let free = |line: &usize| !matched.contains(&Some(*line));
    let after = now.map_or(0, |line| line + 1);
    let found = if direction == Move::Left {
        let before = now.unwrap_or(count);
        (0..before).rev().chain((before..count).rev()).find(free)
    } else {
        (after..count).chain(0..after).find(free)
    };
    found.or(now)
}
