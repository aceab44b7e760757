//! Submitting an answer: what was answered, for the judge and for the log.

use super::Draft;
use crate::answer::{Response, entries, judge};
use crate::deck::{Card, Task};
use crate::order::Order as _;
use crate::text::{fold, nfc};

impl Draft {
    /// Goes on: what was answered if that was all, `None` if there is more to do.
    pub(in crate::session) fn accept(&mut self, card: &Card) -> Option<Response> {
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
                again,
            } => {
                let line = [nfc(&std::mem::take(field))];
                // Several may be named in one line; only who judges knows
                // whether a comma parts them.
                let items = match &card.task {
                    Task::List { items, .. } => items.as_slice(),
                    _ => &[],
                };
                let given = entries(items, &line);
                let blank = given.is_empty();
                // What is said twice would take the place of another.
                for entry in given {
                    if entered.iter().any(|before| is_same(card, before, entry)) {
                        *again = Some(entry.to_owned());
                    } else {
                        entered.push(entry.to_owned());
                    }
                }
                (blank || entered.len() >= *need).then(|| several(entered))
            }
            Draft::Gaps { fields, at } => {
                if *at + 1 < fields.len() {
                    *at += 1;
                    return None;
                }
                Some(several(fields))
            }
            // Enter lets go of a line as space does: only then it submits.
            Draft::Order { lines, held, .. } => {
                (!std::mem::take(held)).then(|| Response::Ordered(lines.clone()))
            }
            Draft::Pairs {
                matched, cursor, ..
            } => {
                let any = matched.iter().any(Option::is_some);
                if any && let Some(open) = matched.iter().position(Option::is_none) {
                    *cursor = open;
                    return None;
                }
                Some(self.matched())
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

    /// What was answered when the time is over: what is there, and nothing
    /// where no choice was made.
    pub fn as_it_stands(&self) -> Response {
        match self {
            Draft::Recall => Response::Nothing,
            Draft::Text { field } => typed(field),
            Draft::Choice {
                shown,
                ticked,
                several: true,
                ..
            } => chosen(
                shown
                    .iter()
                    .zip(ticked)
                    .filter(|(_, ticked)| **ticked)
                    .map(|(choice, _)| *choice)
                    .collect(),
            ),
            // The cursor stands on a line; that picks nothing yet.
            Draft::Choice { .. } => Response::Nothing,
            Draft::List { entered, field, .. } => {
                let mut all = entered.clone();
                all.push(field.clone());
                all.retain(|item| !item.trim().is_empty());
                several(&all)
            }
            Draft::Gaps { fields, .. } => several(fields),
            Draft::Order { lines, .. } => Response::Ordered(lines.clone()),
            Draft::Pairs { .. } => self.matched(),
            Draft::Compare {
                shown,
                picked: Some(line),
                field,
                ..
            } => match shown.get(*line) {
                Some(side) => Response::Compared(*side, field.trim().to_owned()),
                None => Response::Nothing,
            },
            Draft::Compare { .. } => Response::Nothing,
        }
    }

    /// The pairs as they are matched; one that is not is matched to no side.
    fn matched(&self) -> Response {
        let Draft::Pairs {
            left,
            right,
            matched,
            ..
        } = self
        else {
            return Response::Nothing;
        };
        if matched.iter().all(Option::is_none) {
            return Response::Nothing;
        }
        let mut by_pair = vec![usize::MAX; left.len()];
        for (pair, line) in left.iter().zip(matched) {
            let side = line.and_then(|line| right.get(line)).copied();
            if let (Some(slot), Some(side)) = (by_pair.get_mut(*pair), side) {
                *slot = side;
            }
        }
        Response::Matched(by_pair)
    }

    /// The answer as one line for the log.
    pub fn describe(&self, card: &Card, response: &Response) -> String {
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

/// Whether two entries of a list say the same, in the same words or as two names of
/// one item. What is only near to an item may be another card's answer: of that only
/// the words count.
fn is_same(card: &Card, one: &str, other: &str) -> bool {
    if fold(one) == fold(other) {
        return true;
    }
    let Task::List { items, .. } = &card.task else {
        return false;
    };
    let judged = |entries: &[&str]| {
        let entries = entries.iter().map(|entry| (*entry).to_owned());
        judge(card, &Response::Several(entries.collect()))
    };
    let both = judged(&[one, other]);
    let named = items.len().saturating_sub(both.missing.len());
    let is_item = |entry: &str| judged(&[entry]).parts == [true];
    !both.forgiven && named == 1 && is_item(one) && is_item(other)
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
    picked.order();
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
