//! The search over all cards: what is typed, and the cards that have it.

use jiff::Timestamp;
use ratatui::layout::Rect;

use crate::collection::Reached;
use crate::deck::{Card, CardId};
use crate::schedule::{CardState, StudyClock};
use crate::store::Words;
use crate::strings::Say;
use crate::text::{Lang, markdown};
use crate::tui::aside::Held;
use crate::tui::canvas::{Canvas, inner};
use crate::tui::field::Field;
use crate::tui::hints;
use crate::tui::keys::{Command, Context};
use crate::tui::list::{self, Item};
use crate::tui::theme::Role;

/// Wider than this the screen does not get.
const WIDEST: u16 = 108;
/// So many of the cards found are listed: who sees more types another word.
const LISTED: usize = 200;

/// A card that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The card.
    pub card: CardId,
    /// What it asks, in one line.
    pub question: String,
    /// What its deck is called.
    pub deck: String,
    /// How it stands, in words.
    pub words: Vec<(String, Role)>,
}

impl Row {
    /// The row of a card that stands at `state`.
    pub fn of(
        card: &Card,
        state: &CardState,
        deck: String,
        lang: Lang,
        say: Say,
        clock: &StudyClock,
        now: Timestamp,
    ) -> Row {
        let today = clock.day(now);
        let mut words = Held::of(state, today).map_or_else(Vec::new, |held| held.words(say, today));
        if !state.suspended {
            let stands = match state.due.map(|due| clock.day_of(due)) {
                Some(day) if day > today => say.due_on(day.date()),
                Some(_) => say.due_now().to_owned(),
                None => say.phase(state.phase).to_owned(),
            };
            words.insert(0, (stands, Role::Dim));
        }
        Row {
            card: card.id.clone(),
            question: list::one_line(card.question.get(lang)),
            deck,
            words,
        }
    }
}

/// A search: it goes on while one types, a stretch of the cards at a time.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// What is typed.
    pub field: Field,
    words: Words,
    rows: Vec<Row>,
    count: u32,
    cursor: usize,
    /// The card that the cursor stays on, until it is found again.
    stays: Option<CardId>,
    rest: Option<Reached>,
}

impl Search {
    /// Begins anew with what is typed now, unless it says the same as before.
    pub fn typed(&mut self) {
        let words = Words::of(self.field.text());
        if words != self.words {
            self.words = words;
            self.stays = None;
            self.cursor = 0;
            self.begin();
        }
    }

    /// Looks at all cards again: they may be others now. The cursor stays on its card.
    pub fn again(&mut self) {
        let chosen = self.chosen().map(|row| row.card.clone());
        self.stays = self.stays.take().or(chosen);
        self.begin();
    }

    fn begin(&mut self) {
        self.rows.clear();
        self.count = 0;
        self.rest = (!self.words.is_empty()).then(Reached::default);
    }

    /// What is looked for, and from where on; nothing when all was looked at.
    pub fn rest(&self) -> Option<(&Words, Reached)> {
        self.rest.map(|rest| (&self.words, rest))
    }

    /// Takes what a stretch of the cards had: `count` of them, the first as rows.
    pub fn take(&mut self, rows: Vec<Row>, count: u32, rest: Option<Reached>) {
        self.rows.extend(rows);
        self.count = self.count.saturating_add(count);
        self.rest = rest;
        let at = |card: &CardId| self.rows.iter().position(|row| row.card == *card);
        match self.stays.as_ref().map(at) {
            Some(Some(at)) => self.go_to(at),
            // It is gone: another stands in its place.
            Some(None) if self.rest.is_none() => self.go_to(self.cursor),
            _ => {}
        }
    }

    /// How many more cards are listed.
    pub fn room(&self) -> usize {
        LISTED.saturating_sub(self.rows.len())
    }

    /// The card under the cursor; none while that one is looked for.
    pub fn chosen(&self) -> Option<&Row> {
        if self.stays.is_some() {
            return None;
        }
        self.rows.get(self.cursor)
    }

    /// So many cards up or down.
    pub fn step(&mut self, down: bool, by: usize) {
        let to = if down {
            self.cursor.saturating_add(by)
        } else {
            self.cursor.saturating_sub(by)
        };
        self.go_to(to);
    }

    /// To the card of this number.
    pub fn go_to(&mut self, index: usize) {
        self.stays = None;
        self.cursor = index.min(self.rows.len().saturating_sub(1));
    }

    /// The row of a card as it is by now, if it is listed.
    pub fn renew(&mut self, row: Row) {
        if let Some(old) = self.rows.iter_mut().find(|old| old.card == row.card) {
            *old = row;
        }
    }

    /// Draws it.
    pub fn draw(&self, canvas: &mut Canvas) {
        let area = canvas.area();
        if area.is_empty() {
            return;
        }
        let inner = inner(area, WIDEST);
        let airy = u16::from(area.height >= 18);
        let mut y = airy;
        self.line(
            canvas,
            Rect {
                y,
                height: 1,
                ..inner
            },
        );
        y += if area.height >= 8 { 2 } else { 1 };
        let last = area.height - 1;
        let end = if area.height >= 3 { last } else { area.height };
        let list = Rect {
            y,
            height: end.saturating_sub(airy).saturating_sub(y),
            ..inner
        };
        if self.rows.is_empty() {
            self.nothing(canvas, list);
        } else {
            let rows = self.rows.iter();
            let items: Vec<Item<'_>> = rows
                .map(|row| Item {
                    question: &row.question,
                    deck: &row.deck,
                    words: row.words.clone(),
                })
                .collect();
            let cursor = self.cursor.min(items.len() - 1);
            list::draw(canvas, &items, cursor, list);
        }
        if area.height >= 3 {
            let line = Rect {
                y: last,
                height: 1,
                ..inner
            };
            let any = !self.rows.is_empty();
            hints::draw(canvas, line, Context::Search, |command| {
                any || !matches!(command, Command::Accept | Command::Edit | Command::Suspend)
            });
        }
    }

    /// The line that is typed, and how many cards were found.
    fn line(&self, canvas: &mut Canvas, line: Rect) {
        let say = canvas.say();
        let found = if self.words.is_empty() {
            String::new()
        } else if self.rest.is_some() {
            format!("{} …", say.count_cards(self.count))
        } else {
            say.count_cards(self.count)
        };
        let taken = canvas.text(line.x, line.y, line.width, "/ ", Role::Accent);
        let counted = canvas.text_right(line.right(), line.y, line.width / 2, &found, Role::Dim);
        let gap = if counted > 0 { counted + 2 } else { 0 };
        let field = Rect {
            x: line.x + taken,
            width: line.width.saturating_sub(taken + gap),
            ..line
        };
        self.field.draw(canvas, field, Role::Plain);
    }

    fn nothing(&self, canvas: &mut Canvas, list: Rect) {
        let say = canvas.say();
        let text = if self.words.is_empty() {
            say.search_help()
        } else if self.rest.is_some() {
            return;
        } else {
            say.nothing_found()
        };
        let lines = markdown::wrap(text, usize::from(list.width.min(72)));
        for (line, y) in lines.iter().zip(list.top()..list.bottom()) {
            canvas.runs(list.x, y, list.width, line, Role::Dim);
        }
    }
}

#[cfg(test)]
mod tests;
