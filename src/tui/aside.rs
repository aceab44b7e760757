//! The cards that the learner set aside: suspended, put off, or marked with a
//! flag. Here they are found again, and put back.

use ratatui::layout::Rect;

use crate::deck::{Card, CardId};
use crate::schedule::{Act, CardState, Day};
use crate::strings::Say;
use crate::text::{Lang, markdown};
use crate::tui::canvas::{Canvas, columns, margin};
use crate::tui::hints;
use crate::tui::keys::{Command, Context};
use crate::tui::theme::Role;

/// Wider than this the screen does not get.
const WIDEST: u16 = 108;
/// From here on a card has all of its columns in one row.
const ONE_ROW: u16 = 90;
/// Columns that a deck's title has at most.
const TITLE: u16 = 22;
/// So many columns a question is wrapped to: none that is read has as many.
const NO_BREAK: usize = 4096;

/// In which ways a card is set aside.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// Out of rotation until it is put back.
    pub suspended: bool,
    /// Out of rotation until this day.
    pub buried_until: Option<Day>,
    /// Why it is marked, if it is; may be empty.
    pub flag: Option<String>,
}

impl Held {
    /// How a card that stands at `state` is set aside; `None` if it is not. A
    /// burial that ended is none.
    pub fn of(state: &CardState, today: Day) -> Option<Held> {
        let held = Held {
            suspended: state.suspended,
            buried_until: state.buried_until.filter(|until| *until > today),
            flag: state.flag.clone(),
        };
        (held.is_out() || held.flag.is_some()).then_some(held)
    }

    /// Whether it is out of rotation; a flag alone does not take a card out.
    pub fn is_out(&self) -> bool {
        self.suspended || self.buried_until.is_some()
    }

    /// What puts the card back into rotation: the weightier last, so that it is
    /// the first to be undone.
    pub fn put_back(&self, card: &CardId) -> Vec<Act> {
        let unbury = self
            .buried_until
            .map(|_| Act::Unbury { card: card.clone() });
        let unsuspend = self
            .suspended
            .then(|| Act::Unsuspend { card: card.clone() });
        unbury.into_iter().chain(unsuspend).collect()
    }

    /// In words, flags apart: `suspended · buried until tomorrow`, `⚑ flagged: why`.
    fn words(&self, say: Say, today: Day) -> Vec<(String, Role)> {
        let mut words = Vec::new();
        if self.suspended {
            words.push((say.suspended().to_owned(), Role::Plain));
        }
        if let Some(until) = self.buried_until {
            let text = if until == today.after(1) {
                say.buried_until_tomorrow().to_owned()
            } else {
                say.buried_until(until.date())
            };
            words.push((text, Role::Plain));
        }
        if let Some(why) = &self.flag {
            words.push((say.flagged_why(why), Role::Warn));
        }
        words
    }
}

/// A card that is set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The card.
    pub card: CardId,
    /// What it asks, in one line.
    pub question: String,
    /// What its deck is called.
    pub deck: String,
    /// How it is set aside.
    pub held: Held,
}

impl Row {
    /// The row of a card that stands at `state`; `None` if it is not set aside.
    pub fn of(card: &Card, state: &CardState, deck: &str, lang: Lang, today: Day) -> Option<Row> {
        let held = Held::of(state, today)?;
        Some(Row {
            card: card.id.clone(),
            question: one_line(card.question.get(lang)),
            deck: deck.to_owned(),
            held,
        })
    }
}

/// Markdown without its marks and its line breaks.
fn one_line(text: &str) -> String {
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

/// What the screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The study day.
    pub today: Day,
    /// The cards set aside, deck by deck.
    pub rows: Vec<Row>,
}

/// Which card the cursor is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor(pub usize);

impl Cursor {
    /// The card it is on; `None` if there are none.
    pub fn row(self, view: &View) -> Option<&Row> {
        view.rows.get(self.0)
    }

    /// So many cards up or down.
    pub fn step(&mut self, down: bool, by: usize, view: &View) {
        self.0 = if down {
            self.0.saturating_add(by)
        } else {
            self.0.saturating_sub(by)
        };
        self.keep(view);
    }

    /// Stays on a card, though there may be fewer now.
    pub fn keep(&mut self, view: &View) {
        self.0 = self.0.min(view.rows.len().saturating_sub(1));
    }
}

/// Draws the cards that are set aside.
pub fn draw(canvas: &mut Canvas, view: &View, cursor: Cursor) {
    let area = canvas.area();
    if area.is_empty() {
        return;
    }
    let margin = margin(area.width);
    let width = area.width.saturating_sub(2 * margin).min(WIDEST);
    let inner = Rect {
        x: (area.width - width) / 2,
        y: 0,
        width,
        height: area.height,
    };
    let airy = u16::from(area.height >= 18);
    let mut y = airy;
    if area.height >= 5 {
        masthead(canvas, view, inner, y);
        y += if area.height >= 8 { 2 } else { 1 };
    }
    let last = area.height - 1;
    let end = if area.height >= 3 { last } else { area.height };
    let list = Rect {
        y,
        height: end.saturating_sub(airy).saturating_sub(y),
        ..inner
    };
    if view.rows.is_empty() {
        nothing(canvas, list);
    } else {
        rows(canvas, view, cursor, list);
    }
    if area.height >= 3 {
        let line = Rect {
            y: last,
            height: 1,
            ..inner
        };
        let held = cursor.row(view).map(|row| &row.held);
        hints::draw(canvas, line, Context::Aside, |command| match command {
            Command::Accept => held.is_some_and(Held::is_out),
            Command::Flag => held.is_some_and(|held| held.flag.is_some()),
            _ => true,
        });
    }
}

/// What the screen is, and how many cards are on it.
fn masthead(canvas: &mut Canvas, view: &View, inner: Rect, y: u16) {
    let say = canvas.say();
    let taken = canvas.text(inner.x, y, inner.width, say.aside(), Role::Accent);
    if view.rows.is_empty() {
        return;
    }
    let count = say.count_cards(u32::try_from(view.rows.len()).unwrap_or(u32::MAX));
    let room = inner.width.saturating_sub(taken + 2);
    canvas.text_right(inner.right(), y, room, &count, Role::Dim);
}

fn nothing(canvas: &mut Canvas, list: Rect) {
    let lines = markdown::wrap(
        canvas.say().nothing_aside(),
        usize::from(list.width.min(72)),
    );
    for (line, y) in lines.iter().zip(list.top()..list.bottom()) {
        canvas.runs(list.x, y, list.width, line, Role::Plain);
    }
}

/// The cards, those around the cursor if not all fit.
fn rows(canvas: &mut Canvas, view: &View, cursor: Cursor, list: Rect) {
    let say = canvas.say();
    let fit = Columns::fit(say, view, list.width);
    // Two rows a card where there is no room beside the question.
    let tall = if fit.is_some() || list.height < 2 {
        1
    } else {
        2
    };
    let room = usize::from(list.height / tall);
    let skipped = (cursor.0 + 1).saturating_sub(room);
    let shown = view.rows.iter().enumerate().skip(skipped).take(room);
    for ((index, row), y) in shown.zip((list.top()..list.bottom()).step_by(usize::from(tall))) {
        let here = index == cursor.0;
        let place = Rect {
            y,
            height: tall,
            ..list
        };
        let words = row.held.words(say, view.today);
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
                canvas.text(text.x, y, fit.question, &row.question, role);
                let deck = text.x + fit.question + GAP;
                canvas.text(deck, y, fit.deck, &row.deck, Role::Dim);
                let state = deck + fit.deck + GAP;
                pieces(canvas, state, y, text.right().saturating_sub(state), &words);
            }
            None => {
                canvas.text(text.x, y, text.width, &row.question, role);
                if tall == 2 {
                    let mut words = words;
                    words.push((row.deck.clone(), Role::Dim));
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
    if skipped + room < view.rows.len() && !list.is_empty() {
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
    fn fit(say: Say, view: &View, room: u16) -> Option<Columns> {
        if room < ONE_ROW {
            return None;
        }
        let widest = |of: &dyn Fn(&Row) -> u16| view.rows.iter().map(of).max().unwrap_or(0);
        let deck = widest(&|row| columns(&row.deck)).min(TITLE);
        let state = widest(&|row| {
            let words = row.held.words(say, view.today);
            let taken = words
                .iter()
                .map(|(text, _)| columns(text).saturating_add(3))
                .fold(0, u16::saturating_add);
            taken.saturating_sub(3)
        });
        let room = room - 4 - 2 * GAP - deck;
        let question = widest(&|row| columns(&row.question));
        // A why may be long: the question keeps at least half.
        let question = question.min(room.saturating_sub(state).max(room / 2));
        Some(Columns { question, deck })
    }
}

#[cfg(test)]
mod tests;
