//! What one does with a question by lines: how it is told, and from a line to
//! what the session takes in.

use crate::answer::{Response, response_in_words};
use crate::deck::Card;
use crate::order::Order as _;
use crate::session::{Draft, Input, Move};
use crate::strings::Say;

/// What a line is to hold, where it does not go without saying.
pub fn told(say: Say, draft: &Draft) -> Option<String> {
    match draft {
        Draft::Recall => Some(say.enter_shows().to_owned()),
        Draft::Text { .. } => None,
        Draft::Choice { several: false, .. } => Some(say.type_a_number().to_owned()),
        Draft::Choice { .. } => Some(say.type_all_numbers().to_owned()),
        Draft::List {
            again: Some(entry), ..
        } => Some(say.entered_already(entry)),
        Draft::List { need, .. } => Some(say.type_items(*need)),
        Draft::Gaps { fields, at, .. } if fields.len() > 1 => {
            Some(say.type_gap(*at + 1, fields.len()))
        }
        Draft::Gaps { .. } => None,
        Draft::Order { .. } => Some(say.type_order().to_owned()),
        Draft::Pairs { .. } => Some(say.type_pairs().to_owned()),
        Draft::Compare { picked: None, .. } => Some(say.type_a_number().to_owned()),
        Draft::Compare { .. } => Some(say.how_many_times().to_owned()),
    }
}

/// What a line does to the answer that is being made; nothing if it can't be
/// read as one, which is no answer yet.
pub fn inputs(draft: &Draft, card: &Card, line: &str) -> Option<Vec<Input>> {
    match draft {
        Draft::Recall => Some(vec![Input::Accept]),
        Draft::Text { .. } | Draft::List { .. } | Draft::Gaps { .. } => Some(typed(line)),
        Draft::Compare {
            picked: Some(_), ..
        } => Some(typed(line)),
        _ if line.is_empty() => Some(vec![Input::Pass]),
        Draft::Choice { shown, several, .. } => {
            let mut lines = numbers(line, shown.len()).or_else(|| named(card, shown, line))?;
            lines.order();
            lines.dedup();
            if !several {
                return match lines.as_slice() {
                    [one] => Some(vec![Input::Pick(*one)]),
                    _ => None,
                };
            }
            let mut inputs: Vec<Input> = lines.into_iter().map(Input::Pick).collect();
            inputs.push(Input::Accept);
            Some(inputs)
        }
        Draft::Order { lines, .. } => arranged(numbers(line, lines.len())?, lines.len()),
        Draft::Pairs { left, right, .. } => {
            let matched = numbers(line, right.len())?;
            if matched.len() != left.len() {
                return None;
            }
            let mut inputs: Vec<Input> = Vec::new();
            for (index, side) in matched.into_iter().enumerate() {
                inputs.extend([Input::GoTo(index), Input::Pick(side)]);
            }
            inputs.push(Input::Accept);
            Some(inputs)
        }
        Draft::Compare { shown, .. } => {
            let side =
                numbers(line, shown.len()).or_else(|| match response_in_words(card, line) {
                    Response::Compared(side, _) => {
                        Some(vec![shown.iter().position(|at| *at == side)?])
                    }
                    _ => None,
                })?;
            match side.as_slice() {
                [one] => Some(vec![Input::Pick(*one)]),
                _ => None,
            }
        }
    }
}

fn typed(line: &str) -> Vec<Input> {
    vec![Input::Edit(line.to_owned()), Input::Accept]
}

/// Lines by their numbers (from 1), however they are parted; nothing if one is
/// no number or no line has it.
fn numbers(line: &str, count: usize) -> Option<Vec<usize>> {
    let line = crate::text::nfc(line);
    let pieces = line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ')' | ';'));
    let numbers: Option<Vec<usize>> = pieces
        .filter(|piece| !piece.is_empty())
        .map(|piece| {
            let number: usize = piece.parse().ok()?;
            (1..=count).contains(&number).then(|| number - 1)
        })
        .collect();
    numbers.filter(|numbers| !numbers.is_empty())
}

/// Choices by what they say, as lines.
fn named(card: &Card, shown: &[usize], line: &str) -> Option<Vec<usize>> {
    let Response::Chosen(picked) = response_in_words(card, line) else {
        return None;
    };
    picked
        .into_iter()
        .map(|choice| shown.iter().position(|at| *at == choice))
        .collect()
}

/// Moves the lines into the order of their numbers: each is taken up to its
/// place in turn.
fn arranged(wanted: Vec<usize>, count: usize) -> Option<Vec<Input>> {
    let mut standing: Vec<usize> = (0..count).collect();
    if wanted.len() != count {
        return None;
    }
    let mut inputs = Vec::new();
    for (place, line) in wanted.into_iter().enumerate() {
        let from = standing.iter().position(|at| *at == line)?;
        // Named before already: each has one place.
        let up = from.checked_sub(place)?;
        if up > 0 {
            inputs.extend([Input::GoTo(from), Input::Toggle]);
            inputs.extend(std::iter::repeat_n(Input::Move(Move::Up), up));
            inputs.push(Input::Toggle);
            let moved = standing.remove(from);
            standing.insert(place, moved);
        }
    }
    inputs.push(Input::Accept);
    Some(inputs)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

    use super::*;
    use crate::session::testing::{cards, start};
    use crate::session::{Asking, Draft};

    /// What is answered to a card by lines, or where one can't be read.
    fn answered(name: &str, lines: &[&str]) -> Result<Response, String> {
        let card = cards()[name].clone();
        let mut asking = Asking::new(card.clone(), 3, start());
        for line in lines {
            let inputs = inputs(&asking.draft, &card, line).ok_or_else(|| (*line).to_owned())?;
            for input in inputs {
                if let Some(response) = asking.take(input, start()) {
                    return Ok(response);
                }
            }
        }
        Err("it waits for more".to_owned())
    }

    /// The number under which a choice, item or side is shown.
    fn number(name: &str, index: usize) -> String {
        let card = cards()[name].clone();
        let shown: Vec<usize> = match Draft::new(&card, 3) {
            Draft::Choice { shown, .. } => shown,
            Draft::Order { lines, .. } => lines,
            Draft::Compare { shown, .. } => shown.to_vec(),
            Draft::Pairs { right, .. } => right,
            other => panic!("{other:?}"),
        };
        (shown.iter().position(|at| *at == index).unwrap() + 1).to_string()
    }

    #[test]
    fn every_kind_is_answered_by_lines() {
        let order: Vec<String> = (0..4).map(|item| number("order", item)).collect();
        let pairs = match Draft::new(&cards()["pairs"], 3) {
            Draft::Pairs { left, .. } => left,
            other => panic!("{other:?}"),
        };
        let pairs: Vec<String> = pairs.iter().map(|pair| number("pairs", *pair)).collect();
        let boxes = format!("{}, {}", number("boxes", 1), number("boxes", 0));
        let times = Response::Compared(0, "6.1".to_owned());
        let several =
            |texts: &[&str]| Response::Several(texts.iter().map(|t| (*t).into()).collect());
        for (name, lines, expected) in [
            ("recall", vec![""], Response::Nothing),
            ("text", vec!["Phoenix"], Response::Typed("Phoenix".into())),
            ("text", vec![""], Response::Nothing),
            (
                "choice",
                vec![&number("choice", 0)],
                Response::Chosen(vec![0]),
            ),
            ("choice", vec!["tsmc"], Response::Chosen(vec![0])),
            ("choice", vec![""], Response::Nothing),
            ("boxes", vec![&boxes], Response::Chosen(vec![0, 1])),
            ("boxes", vec!["ARM, Nvidia"], Response::Chosen(vec![0, 1])),
            ("list", vec!["TSMC, UMC"], several(&["TSMC", "UMC"])),
            ("list", vec!["TSMC", "UMC"], several(&["TSMC", "UMC"])),
            ("list", vec!["TSMC", ""], several(&["TSMC"])),
            ("gap#a100", vec!["A100"], several(&["A100"])),
            (
                "gaps#c1",
                vec!["Qwen", "Alibaba"],
                several(&["Qwen", "Alibaba"]),
            ),
            (
                "order",
                vec![&order.join(" ")],
                Response::Ordered(vec![0, 1, 2, 3]),
            ),
            (
                "pairs",
                vec![&pairs.join(" ")],
                Response::Matched(vec![0, 1, 2]),
            ),
            ("compare", vec![&number("compare", 0), "6.1"], times.clone()),
            ("compare", vec!["China", "6.1"], times),
            ("compare", vec!["2"], Response::Compared(1, String::new())),
        ] {
            let lines: Vec<&str> = lines;
            if name == "compare" && lines == ["2"] && number("compare", 0) == "2" {
                continue;
            }
            assert_eq!(answered(name, &lines), Ok(expected), "{name}: {lines:?}");
        }
    }

    #[test]
    fn a_line_that_can_not_be_read_is_no_answer() {
        for (name, line) in [
            ("choice", "5"),
            ("choice", "0"),
            ("choice", "1 2"),
            ("choice", "Intel"),
            ("boxes", "1 9"),
            ("order", "1 2 3"),
            ("order", "1 1 2 3"),
            ("order", "1 2 3 4 5"),
            ("order", "first"),
            ("pairs", "1 2"),
            ("pairs", "1 2 4"),
            ("compare", "3"),
            ("compare", "Mars"),
        ] {
            assert_eq!(answered(name, &[line]), Err(line.to_owned()), "{name}");
        }
    }
}
