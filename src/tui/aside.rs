//! The cards that the learner set aside: suspended, put off, or marked with a
//! flag. Here they are found again, and put back.

use ratatui::layout::Rect;

use crate::deck::{Card, CardId};
use crate::schedule::{Act, CardState, Day};
use crate::strings::Say;
use crate::text::{Lang, markdown};
use crate::tui::canvas::{Canvas, inner};
use crate::tui::hints;
use crate::tui::keys::{Command, Context};
use crate::tui::list::{self, Item};
use crate::tui::theme::Role;

/// Wider than this the screen does not get.
const WIDEST: u16 = 108;

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
    pub fn words(&self, say: Say, today: Day) -> Vec<(String, Role)> {
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
            question: list::one_line(card.question.get(lang)),
            deck: deck.to_owned(),
            held,
        })
    }

    fn item(&self, say: Say, today: Day) -> Item<'_> {
        Item {
            question: &self.question,
            deck: &self.deck,
            words: self.held.words(say, today),
        }
    }
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
    let inner = inner(area, WIDEST);
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
        let say = canvas.say();
        let rows = view.rows.iter();
        let items: Vec<Item> = rows.map(|row| row.item(say, view.today)).collect();
        list::draw(canvas, &items, cursor.0, list);
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

#[cfg(test)]
mod tests;
