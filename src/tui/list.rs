//! A list of cards: what each asks, its deck, and how it stands.

use ratatui::layout::Rect;

use crate::text::markdown;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::keys::Command;
use crate::tui::theme::Role;

/// From here on a card has all of its columns in one row.
const ONE_ROW: u16 = 90;
/// Columns that a deck's title has at most.
const TITLE: u16 = 22;
/// So many columns a question is wrapped to: none that is read has as many.
const NO_BREAK: usize = 4096;

/// A card in a list.
#[derive(Debug, Clone)]
pub struct Item<'i> {
    /// What it asks, in one line.
    pub question: &'i str,
    /// What its deck is called.
    pub deck: &'i str,
    /// How it stands, in words.
    pub words: Vec<(String, Role)>,
}

/// Markdown without its marks and its line breaks.
pub fn one_line(text: &str) -> String {
    let lines = markdown::wrap(text, NO_BREAK);
    let lines: Vec<String> = lines
        .iter()
        .map(|line| line.iter().map(|run| run.text.as_str()).collect())
        .collect();
    let words: Vec<&str> = lines
        .iter()
        .flat_map(|line| line.split_whitespace())
        .collect();
    words.join(" ")
}

/// Draws the cards, those around the cursor if not all fit.
pub fn draw(canvas: &mut Canvas, items: &[Item<'_>], cursor: usize, list: Rect) {
    let fit = Columns::fit(items, list.width);
    // Two rows a card where there is no room beside the question.
    let tall = if fit.is_some() || list.height < 2 {
        1
    } else {
        2
    };
    let room = usize::from(list.height / tall);
    let skipped = (cursor + 1).saturating_sub(room);
    let shown = items.iter().enumerate().skip(skipped).take(room);
    for ((index, item), y) in shown.zip((list.top()..list.bottom()).step_by(usize::from(tall))) {
        let here = index == cursor;
        let place = Rect {
            y,
            height: tall,
            ..list
        };
        if here {
            canvas.text(place.x, y, place.width.min(1), "▸", Role::Accent);
        }
        let role = if here { Role::Accent } else { Role::Plain };
        // The last column is for the arrows.
        let text = Rect {
            x: place.x + 2,
            width: place.width.saturating_sub(4),
            ..place
        };
        match fit {
            Some(fit) => {
                canvas.text(text.x, y, fit.question, item.question, role);
                let deck = text.x + fit.question + GAP;
                canvas.text(deck, y, fit.deck, item.deck, Role::Dim);
                let state = deck + fit.deck + GAP;
                pieces(
                    canvas,
                    state,
                    y,
                    text.right().saturating_sub(state),
                    &item.words,
                );
            }
            None => {
                canvas.text(text.x, y, text.width, item.question, role);
                if tall == 2 {
                    let mut words = item.words.clone();
                    words.push((item.deck.to_owned(), Role::Dim));
                    pieces(canvas, text.x, y + 1, text.width, &words);
                }
            }
        }
        canvas.click(place, Command::GoTo(index));
    }
    // Arrows at the right edge where there are more cards.
    if skipped > 0 {
        canvas.text_right(list.right(), list.y, 1, "↑", Role::Dim);
    }
    if skipped + room < items.len() && !list.is_empty() {
        canvas.text_right(list.right(), list.bottom() - 1, 1, "↓", Role::Dim);
    }
}

/// Words with dots between them; an ellipsis, not a dot, where there is no room
/// for the next.
fn pieces(canvas: &mut Canvas, x: u16, y: u16, room: u16, words: &[(String, Role)]) {
    const LEAST: u16 = 4;
    let mut all: Vec<(&str, Role)> = Vec::new();
    let mut taken: u16 = 0;
    for (text, role) in words {
        if !all.is_empty() {
            taken = taken.saturating_add(3);
            let wanted = columns(text).min(LEAST);
            if taken.saturating_add(wanted) > room {
                all.push((" …", Role::Dim));
                break;
            }
            all.push((" · ", Role::Dim));
        }
        taken = taken.saturating_add(columns(text));
        all.push((text, *role));
    }
    canvas.pieces(x, y, room, &all);
}

/// Between two columns.
const GAP: u16 = 3;

/// How wide the columns are, where a card has them in one row.
#[derive(Debug, Clone, Copy)]
struct Columns {
    question: u16,
    deck: u16,
}

impl Columns {
    /// The columns in so much room; `None` if there is too little for one row.
    fn fit(items: &[Item<'_>], room: u16) -> Option<Columns> {
        if room < ONE_ROW {
            return None;
        }
        let widest = |of: &dyn Fn(&Item<'_>) -> u16| items.iter().map(of).max().unwrap_or(0);
        let deck = widest(&|item| columns(item.deck)).min(TITLE);
        let state = widest(&|item| {
            let taken = item
                .words
                .iter()
                .map(|(text, _)| columns(text).saturating_add(3))
                .fold(0, u16::saturating_add);
            taken.saturating_sub(3)
        });
        let room = room - 4 - 2 * GAP - deck;
        let question = widest(&|item| columns(item.question));
        // A why may be long: the question keeps at least half.
        let question = question.min(room.saturating_sub(state).max(room / 2));
        Some(Columns { question, deck })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::tui::testing::{draw as drawn, lines};

    #[test]
    fn a_question_is_one_line() {
        let cases = [
            ("What is *open weights*?", "What is open weights?"),
            ("One\ntwo\n\n- three", "One two • three"),
            ("\u{1b}[31mred", "␛[31mred"),
            ("  칩은   무엇인가?\n", "칩은 무엇인가?"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(one_line(text), expected);
        }
    }

    #[test]
    fn no_dot_stands_before_nothing() {
        let words = [
            ("suspended".to_owned(), Role::Plain),
            ("a deck".to_owned(), Role::Dim),
        ];
        let cases = [
            (18, "suspended · a deck"),
            (17, "suspended · a de…"),
            (16, "suspended · a d…"),
            (15, "suspended …"),
            (10, "suspended…"),
            (9, "suspended"),
            (5, "susp…"),
        ];
        for (room, expected) in cases {
            let (buffer, _) = drawn((30, 1), Lang::En, |canvas| {
                pieces(canvas, 0, 0, room, &words);
            });
            assert_eq!(lines(&buffer).concat(), expected, "{room}");
        }
    }
}
