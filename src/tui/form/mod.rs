//! A form in which a card is written, beside the card as it will look.

mod draw;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use jiff::Timestamp;

use crate::author::compose::{Composer, Entry, Kind, Row, Slot};
use crate::deck::{Card, DeckId, Diagnostic};
use crate::figure::Date;
use crate::schedule::StudyClock;
use crate::session::Move;
use crate::text::Lang;
use crate::tui::field::Field;
use crate::tui::preview::Preview;

/// A line of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Which deck the card is for.
    Deck,
    /// How it asks.
    Kind,
    /// What one of its keys says.
    Row(Row),
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// Nothing.
    Nothing,
    /// The cursor moved, or a text changed.
    Something,
    /// Another deck is wanted: the one at this position.
    Deck(usize),
}

/// A card that is being written.
#[derive(Debug)]
pub struct Form {
    composer: Composer,
    decks: Vec<(DeckId, String)>,
    deck: usize,
    kind: Kind,
    fields: BTreeMap<Row, Field>,
    line: Line,
    both: bool,
    looking: bool,
    /// Whether the card was read as it stands in the fields.
    is_read: bool,
    cards: Vec<Arc<Card>>,
    problems: Vec<Diagnostic>,
    /// Whether there is no answer yet: the question is all there is to show.
    asks_only: bool,
    preview: Preview,
    clock: StudyClock,
    /// Whether one wanted to leave, and was asked whether really.
    pub leaving: bool,
}

impl Form {
    /// An empty form for a card of the deck at position `deck` of `decks`.
    pub fn new(
        composer: Composer,
        decks: Vec<(DeckId, String)>,
        deck: usize,
        clock: StudyClock,
    ) -> Form {
        Form {
            both: composer.both(),
            composer,
            decks,
            deck,
            kind: Kind::default(),
            fields: BTreeMap::new(),
            line: Line::Row(Row::of(Slot::Ask)),
            looking: false,
            is_read: false,
            cards: Vec::new(),
            problems: Vec::new(),
            asks_only: false,
            preview: Preview::new(clock.clone()),
            clock,
            leaving: false,
        }
    }

    /// What writes the card into its deck.
    pub fn composer(&self) -> &Composer {
        &self.composer
    }

    /// The deck at a position.
    pub fn deck(&self, at: usize) -> Option<&DeckId> {
        self.decks.get(at).map(|(deck, _)| deck)
    }

    /// The position of the deck.
    pub fn position(&self) -> usize {
        self.deck
    }

    /// The card as it stands in the fields.
    pub fn entry(&self) -> Entry {
        let mut entry = Entry::new(self.kind);
        for (row, field) in &self.fields {
            entry.set(*row, field.text());
        }
        entry
    }

    /// Whether nothing was written yet.
    pub fn is_empty(&self) -> bool {
        self.entry().is_empty()
    }

    /// The deck, read anew or another one; what was written stays.
    pub fn turn_to(&mut self, composer: Composer, deck: usize) {
        self.both |= composer.both();
        let source = Row::of(Slot::Source);
        let known = |field: &Field| composer.sources().iter().any(|name| name == field.text());
        if !self.fields.get(&source).is_some_and(known) {
            self.fields.remove(&source);
        }
        self.composer = composer;
        self.deck = deck;
        self.is_read = false;
    }

    /// The card was added: the next one is of its kind, and from its source.
    pub fn clear(&mut self) {
        self.fields.retain(|row, _| row.slot.is_kept());
        self.is_read = false;
        self.line = self.lines().get(2).copied().unwrap_or(Line::Kind);
        self.looking = false;
    }

    /// Reads the card anew, if anything changed. That is for a picture and not for
    /// each of the keys that come before it: the whole head of a deck is read.
    pub fn read(&mut self, now: Timestamp) {
        if std::mem::replace(&mut self.is_read, true) {
            return;
        }
        let whole = self.entry();
        self.cards.clear();
        self.problems.clear();
        // That there is no answer yet is no mistake of one who writes the question.
        self.asks_only = !whole.is_answered();
        let entry = match self.asks_only {
            true => whole.asked(),
            false => Some(whole),
        };
        if let Some(entry) = entry.filter(|entry| !entry.is_empty()) {
            let today = self.clock.day(now);
            let today: Date = self.clock.civil(today);
            let composed = self.composer.read(&entry, Some(today));
            self.cards = composed.cards.into_iter().map(Arc::new).collect();
            if !self.asks_only {
                self.problems = composed.problems;
            }
        }
        self.preview.follow(self.cards.first().map(|card| &card.id));
    }

    /// Its lines.
    fn lines(&self) -> Vec<Line> {
        let mut lines = vec![Line::Deck, Line::Kind];
        for slot in self.kind.slots() {
            if slot == Slot::Source && self.composer.sources().is_empty() {
                continue;
            }
            lines.push(Line::Row(Row::of(slot)));
            // What was written stays in sight.
            let other = Row { slot, other: true };
            if slot.is_said() && (self.both || self.has(other)) {
                lines.push(Line::Row(other));
            }
        }
        lines
    }

    /// Where the cursor is among the lines.
    fn at(&self, lines: &[Line]) -> usize {
        let at = lines.iter().position(|line| *line == self.line);
        at.unwrap_or(0)
    }

    /// The cursor to the next line or the one before, and round.
    pub fn step(&mut self, direction: Move) {
        let lines = self.lines();
        let at = self.at(&lines);
        let to = match direction {
            Move::Up | Move::Left => at + lines.len() - 1,
            Move::Down | Move::Right => at + 1,
        };
        self.line = lines.get(to % lines.len()).copied().unwrap_or(self.line);
    }

    /// The cursor to a line, by its number.
    pub fn go_to(&mut self, number: usize) {
        if let Some(line) = self.lines().get(number) {
            self.line = *line;
        }
    }

    /// A page of the card that is shown.
    pub fn scroll(&mut self, direction: Move) {
        self.preview.scroll(direction, &[false, true]);
    }

    /// Whether anything stands in a field.
    fn has(&self, row: Row) -> bool {
        let field = self.fields.get(&row);
        field.is_some_and(|field| !field.text().trim().is_empty())
    }

    /// Shows the lines of the other language, or only those with a text.
    pub fn turn_both(&mut self) {
        self.both = !self.both;
        if let Line::Row(row) = self.line
            && row.other
            && !self.has(row)
        {
            self.line = Line::Row(Row::of(row.slot));
        }
    }

    /// Shows the card where there is no room beside the form, or no longer.
    pub fn look(&mut self) {
        self.looking = !self.looking;
    }

    /// A key for the line with the cursor.
    pub fn key(&mut self, event: &KeyEvent) -> Did {
        self.is_read = false;
        let Some(by) = choice(event) else {
            return self.type_key(event);
        };
        match self.line {
            Line::Deck => {
                let to = around(self.deck, by, self.decks.len());
                match to == self.deck {
                    true => Did::Nothing,
                    false => Did::Deck(to),
                }
            }
            Line::Kind => {
                let kinds = Kind::ALL;
                let at = kinds.iter().position(|kind| *kind == self.kind);
                let to = around(at.unwrap_or(0), by, kinds.len());
                self.kind = kinds.get(to).copied().unwrap_or(self.kind);
                Did::Something
            }
            Line::Row(row) => {
                let Some(options) = options(&self.composer, row.slot) else {
                    return self.type_key(event);
                };
                let field = self.fields.entry(row).or_default();
                // One of them, or (first) what holds for the deck.
                let at = options.iter().position(|name| *name == field.text());
                let at = at.map_or(0, |at| at + 1);
                let to = around(at, by, options.len() + 1);
                let name = to.checked_sub(1).and_then(|to| options.get(to));
                *field = Field::with(name.copied().unwrap_or_default());
                Did::Something
            }
        }
    }

    fn type_key(&mut self, event: &KeyEvent) -> Did {
        match self.field() {
            Some(field) => {
                field.key(event);
                Did::Something
            }
            None => Did::Nothing,
        }
    }

    /// Takes what was pasted.
    pub fn paste(&mut self, text: &str) {
        self.is_read = false;
        if let Some(field) = self.field() {
            field.paste(text);
        }
    }

    /// The field that one types in.
    fn field(&mut self) -> Option<&mut Field> {
        match self.line {
            Line::Row(row) if options(&self.composer, row.slot).is_none() => {
                Some(self.fields.entry(row).or_default())
            }
            _ => None,
        }
    }

    /// The field in which the cursor stands, if anything was typed there.
    fn typed(&self) -> Option<&Field> {
        match self.line {
            Line::Row(row) if options(&self.composer, row.slot).is_none() => self.fields.get(&row),
            _ => None,
        }
    }

    /// The language of what is being written.
    fn lang(&self) -> Lang {
        let language = self.composer.language();
        match self.line {
            Line::Row(row) if row.other => language.other(),
            _ => language,
        }
    }

    /// Whether what is being written is seen with the answer only.
    fn answers(&self) -> bool {
        match self.line {
            Line::Row(row) => !row.slot.asks(),
            Line::Deck | Line::Kind => false,
        }
    }
}

/// What there is to choose from on a line where nothing is typed.
fn options(composer: &Composer, slot: Slot) -> Option<Vec<&str>> {
    match slot {
        Slot::Source => Some(composer.sources().iter().map(String::as_str).collect()),
        Slot::Status => Some(vec!["fact", "claim", "forecast", "disputed"]),
        _ => None,
    }
}

/// Which way a key chooses on a line that has no text.
fn choice(event: &KeyEvent) -> Option<isize> {
    let chord = event.modifiers - KeyModifiers::SHIFT;
    if event.kind == KeyEventKind::Release || !chord.is_empty() {
        return None;
    }
    match event.code {
        KeyCode::Left => Some(-1),
        KeyCode::Right | KeyCode::Char(' ') => Some(1),
        _ => None,
    }
}

/// A position so many further, and round.
fn around(at: usize, by: isize, count: usize) -> usize {
    match (by < 0, count) {
        (_, 0) => 0,
        (true, count) => (at + count - 1) % count,
        (false, count) => (at + 1) % count,
    }
}
