//! An answer while it is being made: the text typed, the choices ticked, the
//! lines moved. What is shown in a shuffled order is shuffled here, once.

use crate::answer::{Response, entries};
use crate::deck::{Card, Task};
use crate::session::shuffle::{out_of_order, shuffled};

/// An arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Move {
    Up,
    Down,
    Left,
    Right,
}

/// The answer so far, by the kind of the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draft {
    /// Nothing to do but think.
    Recall,
    /// A text, figure or date.
    Text {
        /// What the field holds.
        field: String,
    },
    /// Choices.
    Choice {
        /// Indices of the card's choices, in the order shown.
        shown: Vec<usize>,
        /// Which line the cursor is on.
        cursor: usize,
        /// Lines that are ticked (boxes only).
        ticked: Vec<bool>,
        /// Whether there are boxes.
        several: bool,
    },
    /// Items of a list.
    List {
        /// Those entered.
        entered: Vec<String>,
        /// What the field holds.
        field: String,
        /// How many are wanted.
        need: usize,
    },
    /// Gaps of a cloze.
    Gaps {
        /// What each gap holds.
        fields: Vec<String>,
        /// The gap that is being typed.
        at: usize,
    },
    /// Lines to bring into order.
    Order {
        /// Indices of the card's items, in the order they stand now.
        lines: Vec<usize>,
        /// Which line the cursor is on.
        cursor: usize,
        /// Whether that line is held, and moves with the cursor.
        held: bool,
    },
    /// Pairs to match.
    Pairs {
        /// Indices of the left sides, in the order shown.
        left: Vec<usize>,
        /// Indices of the right sides, in the order shown.
        right: Vec<usize>,
        /// For each left line, the right line matched to it.
        matched: Vec<Option<usize>>,
        /// Which left line the cursor is on.
        cursor: usize,
    },
    /// Two figures to compare.
    Compare {
        /// Indices of the sides, in the order shown.
        shown: [usize; 2],
        /// Which line the cursor is on.
        cursor: usize,
        /// The line picked as the larger; then the times are typed.
        picked: Option<usize>,
        /// The side that is larger: a wrong pick needs no times.
        larger: usize,
        /// What the field holds.
        field: String,
    },
}

impl Draft {
    /// An empty answer to `card`, shuffled by `seed`.
    pub fn new(card: &Card, seed: u64) -> Draft {
        match &card.task {
            Task::Recall { .. } => Draft::Recall,
            Task::Text { .. } | Task::Number { .. } | Task::Date { .. } => Draft::Text {
                field: String::new(),
            },
            Task::Choice {
                choices, several, ..
            } => Draft::Choice {
                shown: shuffled(choices.len(), seed),
                cursor: 0,
                ticked: vec![false; choices.len()],
                several: *several,
            },
            Task::List { need, .. } => Draft::List {
                entered: Vec::new(),
                field: String::new(),
                need: *need,
            },
            Task::Cloze { accepted, .. } => Draft::Gaps {
                fields: vec![String::new(); accepted.len()],
                at: 0,
            },
            Task::Order { items } => Draft::Order {
                lines: out_of_order(items.len(), seed),
                cursor: 0,
                held: false,
            },
            Task::Pairs { pairs } => Draft::Pairs {
                left: shuffled(pairs.len(), seed),
                right: shuffled(pairs.len(), seed.rotate_left(32) ^ 1),
                matched: vec![None; pairs.len()],
                cursor: 0,
            },
            Task::Compare { larger, .. } => Draft::Compare {
                shown: if seed & 1 == 0 { [0, 1] } else { [1, 0] },
                cursor: 0,
                picked: None,
                larger: *larger,
                field: String::new(),
            },
        }
    }

    /// The text field that is being typed in, if there is one.
    pub fn field(&self) -> Option<&str> {
        match self {
            Draft::Text { field } | Draft::List { field, .. } => Some(field),
            Draft::Gaps { fields, at } => fields.get(*at).map(String::as_str),
            Draft::Compare {
                picked: Some(_),
                field,
                ..
            } => Some(field),
            _ => None,
        }
    }

    /// Whether the answer can be judged, or the learner rates alone.
    pub fn is_judged(&self) -> bool {
        !matches!(self, Draft::Recall)
    }

    /// The field now holds `text`.
    pub(super) fn edit(&mut self, text: String) {
        match self {
            Draft::Text { field } | Draft::List { field, .. } => *field = text,
            Draft::Gaps { fields, at } => {
                if let Some(field) = fields.get_mut(*at) {
                    *field = text;
                }
            }
            Draft::Compare {
                picked: Some(_),
                field,
                ..
            } => *field = text,
            _ => {}
        }
    }

    /// Goes on: what was answered if that was all, `None` if there is more to do.
    pub(super) fn accept(&mut self, card: &Card) -> Option<Response> {
        match self {
            Draft::Recall => Some(Response::Nothing),
            Draft::Text { field } => Some(typed(field)),
            Draft::Choice {
                shown,
                cursor,
                ticked,
                several,
            } => {
                let picked: Vec<usize> = if *several {
                    let lines = shown.iter().zip(ticked.iter());
                    lines
                        .filter(|(_, ticked)| **ticked)
                        .map(|(choice, _)| *choice)
                        .collect()
                } else {
                    shown.get(*cursor).copied().into_iter().collect()
                };
                Some(chosen(picked))
            }
            Draft::List {
                entered,
                field,
                need,
            } => {
                let line = [std::mem::take(field)];
                // Several may be named in one line; only who judges knows
                // whether a comma parts them.
                let items = match &card.task {
                    Task::List { items, .. } => items.as_slice(),
                    _ => &[],
                };
                let before = entered.len();
                entered.extend(entries(items, &line).into_iter().map(str::to_owned));
                let blank = entered.len() == before;
                (blank || entered.len() >= *need).then(|| several(entered))
            }
            Draft::Gaps { fields, at } => {
                if *at + 1 < fields.len() {
                    *at += 1;
                    return None;
                }
                Some(several(fields))
            }
            Draft::Order { lines, held, .. } => {
                *held = false;
                Some(Response::Ordered(lines.clone()))
            }
            Draft::Pairs {
                left,
                right,
                matched,
                cursor,
            } => {
                if matched.iter().all(Option::is_none) {
                    return Some(Response::Nothing);
                }
                if let Some(open) = matched.iter().position(Option::is_none) {
                    *cursor = open;
                    return None;
                }
                let mut by_pair = vec![0; left.len()];
                for (pair, line) in left.iter().zip(matched.iter()) {
                    let side = line.and_then(|line| right.get(line)).copied();
                    if let (Some(slot), Some(side)) = (by_pair.get_mut(*pair), side) {
                        *slot = side;
                    }
                }
                Some(Response::Matched(by_pair))
            }
            Draft::Compare {
                cursor,
                picked: None,
                ..
            } => {
                let line = *cursor;
                self.pick(line)
            }
            Draft::Compare {
                shown,
                picked: Some(line),
                field,
                ..
            } => {
                let side = shown.get(*line).copied()?;
                Some(Response::Compared(side, field.trim().to_owned()))
            }
        }
    }

    /// Picks the item shown on line `index`.
    pub(super) fn pick(&mut self, index: usize) -> Option<Response> {
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
    pub(super) fn go_to(&mut self, index: usize) {
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
    /// pair's match goes through the right sides.
    pub(super) fn go(&mut self, direction: Move) {
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
                let Some(slot) = matched.get_mut(*cursor) else {
                    return;
                };
                let count = right.len();
                *slot = match (*slot, direction) {
                    (None, Move::Right) => Some(0),
                    (None, _) => count.checked_sub(1),
                    (Some(line), Move::Right) => Some((line + 1) % count.max(1)),
                    (Some(line), _) => Some((line + count.saturating_sub(1)) % count.max(1)),
                };
                let (now, at) = (*slot, *cursor);
                for (index, other) in matched.iter_mut().enumerate() {
                    if index != at && *other == now {
                        *other = None;
                    }
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
    pub(super) fn toggle(&mut self) {
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
    /// pair, or the side picked in a comparison; goes back a gap.
    pub(super) fn take_back(&mut self) {
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
            Draft::Gaps { at, .. } => *at = at.saturating_sub(1),
            _ => {}
        }
    }

    /// The answer as one line for the log.
    pub(super) fn describe(&self, card: &Card, response: &Response) -> String {
        let first = |localized: Option<&crate::text::Localized>| {
            localized
                .map(|text| text.get(text.language()).clone())
                .unwrap_or_default()
        };
        match (response, &card.task) {
            (Response::Nothing, _) => String::new(),
            (Response::Typed(text), _) => text.clone(),
            (Response::Several(texts), _) => texts.join("; "),
            (Response::Chosen(picked), Task::Choice { choices, .. }) => picked
                .iter()
                .map(|index| first(choices.get(*index)))
                .collect::<Vec<_>>()
                .join("; "),
            (Response::Ordered(lines), Task::Order { items }) => lines
                .iter()
                .map(|index| first(items.get(*index)))
                .collect::<Vec<_>>()
                .join("; "),
            (Response::Matched(matched), Task::Pairs { pairs }) => pairs
                .iter()
                .zip(matched)
                .map(|((left, _), right)| {
                    let right = first(pairs.get(*right).map(|(_, right)| right));
                    format!("{} = {right}", first(Some(left)))
                })
                .collect::<Vec<_>>()
                .join("; "),
            (Response::Compared(side, times), Task::Compare { sides, .. }) => {
                let label = first(sides.get(*side).map(|bar| &bar.label));
                if times.is_empty() {
                    label
                } else {
                    format!("{label}; {times}")
                }
            }
            _ => String::new(),
        }
    }
}

fn typed(text: &str) -> Response {
    let text = text.trim();
    if text.is_empty() {
        Response::Nothing
    } else {
        Response::Typed(text.to_owned())
    }
}

fn chosen(mut picked: Vec<usize>) -> Response {
    picked.sort_unstable();
    if picked.is_empty() {
        Response::Nothing
    } else {
        Response::Chosen(picked)
    }
}

fn several(texts: &[String]) -> Response {
    let texts: Vec<String> = texts.iter().map(|text| text.trim().to_owned()).collect();
    if texts.iter().all(String::is_empty) {
        Response::Nothing
    } else {
        Response::Several(texts)
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
