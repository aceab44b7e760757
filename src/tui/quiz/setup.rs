//! What a quiz is to be: of which decks, tags and kinds, how many questions, in
//! how much time, by which seed.
//!
//! Ticks and numbers lie in lines, as many on each as there is room for. Arrows
//! go where one sees them go, so how it was drawn last is kept.

mod draw;
mod number;
#[cfg(test)]
mod tests;

use std::cell::Cell;

use crate::deck::DeckId;
use crate::quiz::{Brief, Kind, Limit};
use crate::session::Move;
use crate::strings::Say;
use crate::text::Lang;
use crate::tui::keys::Command;
use number::Number;

/// Questions, at most.
const MOST: u64 = 500;
/// The longest time for a question, in seconds.
const LONGEST: u64 = 3600;
/// The longest time for all, in minutes.
const HOURS: u64 = 24 * 60;
/// The largest seed that is typed here.
const SEEDS: u64 = 999_999_999;

/// Something that the cursor can be on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    /// A deck; `None` for all of them.
    Deck(Option<usize>),
    /// A tag; `None` for all of them.
    Tag(Option<usize>),
    /// A kind; `None` for all of them.
    Kind(Option<usize>),
    /// How many questions.
    Number,
    /// Which limit there is.
    Limit,
    /// How long it is.
    Time,
    /// The seed.
    Seed,
    /// Whether answers count as reviews.
    Reviews,
}

/// What stands together under one label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Decks,
    Tags,
    Kinds,
    Number,
    Limit,
    Seed,
    Reviews,
}

impl Item {
    fn section(self) -> Section {
        match self {
            Item::Deck(_) => Section::Decks,
            Item::Tag(_) => Section::Tags,
            Item::Kind(_) => Section::Kinds,
            Item::Number => Section::Number,
            Item::Limit | Item::Time => Section::Limit,
            Item::Seed => Section::Seed,
            Item::Reviews => Section::Reviews,
        }
    }
}

/// Something to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tick<T> {
    of: T,
    name: String,
    on: bool,
}

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Limited {
    Nothing,
    Question,
    Whole,
}

/// The screen.
#[derive(Debug, Clone)]
pub struct Setup {
    decks: Vec<Tick<DeckId>>,
    tags: Vec<Tick<String>>,
    kinds: Vec<Tick<Kind>>,
    number: Number,
    limited: Limited,
    /// Seconds for each question.
    each: Number,
    /// Minutes for all of them.
    whole: Number,
    seed: Number,
    count_reviews: bool,
    cursor: usize,
    /// How many questions there would be now, once that is known.
    pub questions: Option<usize>,
    /// Whether starting ends a quiz that was left.
    pub ends_another: bool,
    /// How wide it was drawn last, and in which language.
    drawn: Cell<(u16, Say)>,
}

impl Setup {
    /// The screen, filled with `brief`, where there are these decks (with their
    /// titles) and tags to choose from.
    pub fn new(brief: &Brief, decks: Vec<(DeckId, String)>, tags: Vec<String>) -> Setup {
        let decks = decks.into_iter().map(|(of, name)| Tick {
            on: brief.decks.contains(&of),
            of,
            name,
        });
        let tags = tags.into_iter().map(|tag| Tick {
            on: brief.tags.contains(&tag),
            name: format!("#{tag}"),
            of: tag,
        });
        let kinds = Kind::ALL.into_iter().map(|of| Tick {
            on: brief.kinds.contains(&of),
            of,
            name: String::new(),
        });
        let (limited, each, whole) = match brief.limit {
            None => (Limited::Nothing, 30, 10),
            Some(Limit::Question(seconds)) => (Limited::Question, seconds, 10),
            Some(Limit::Whole(seconds)) => (Limited::Whole, 30, seconds.div_ceil(60)),
        };
        let mut setup = Setup {
            decks: decks.collect(),
            tags: tags.collect(),
            kinds: kinds.collect(),
            number: Number::new(u64::from(brief.number), 5, MOST),
            limited,
            each: Number::new(u64::from(each), 5, LONGEST),
            whole: Number::new(u64::from(whole), 1, HOURS),
            seed: Number::new(brief.seed, 1, SEEDS),
            count_reviews: brief.count_reviews,
            cursor: 0,
            questions: None,
            ends_another: false,
            drawn: Cell::new((80, Say(Lang::En))),
        };
        // On what was chosen already.
        let first = setup.decks.iter().position(|deck| deck.on);
        setup.cursor = first.map_or(0, |first| first + 1);
        setup
    }

    /// What is wanted now.
    pub fn brief(&self) -> Brief {
        let short = |number: Number| u32::try_from(number.value()).unwrap_or(u32::MAX);
        Brief {
            decks: ticked(&self.decks),
            tags: ticked(&self.tags),
            kinds: ticked(&self.kinds),
            number: short(self.number),
            limit: match self.limited {
                Limited::Nothing => None,
                Limited::Question => Some(Limit::Question(short(self.each))),
                Limited::Whole => Some(Limit::Whole(short(self.whole).saturating_mul(60))),
            },
            seed: self.seed.value(),
            count_reviews: self.count_reviews,
        }
    }

    /// Takes a command. What it does shows in [`Setup::brief`].
    pub fn take(&mut self, command: Command) {
        let before = self.cursor;
        match command {
            Command::Move(direction) => self.go(direction),
            Command::GoTo(index) => {
                self.cursor = index.min(self.items().len().saturating_sub(1));
                self.toggle();
            }
            Command::Toggle => self.toggle(),
            Command::Pick(index) => {
                // The tenth is the 0.
                let digit = u64::try_from((index + 1) % 10).unwrap_or(0);
                if let Some(number) = self.number_at(self.item()) {
                    number.digit(digit);
                }
            }
            Command::TakeBack => {
                if let Some(number) = self.number_at(self.item()) {
                    number.take_back();
                }
            }
            _ => {}
        }
        if self.cursor != before {
            self.settle();
        }
    }

    /// Numbers that are no longer typed are what they can be.
    fn settle(&mut self) {
        for number in [
            &mut self.number,
            &mut self.each,
            &mut self.whole,
            &mut self.seed,
        ] {
            number.settle();
        }
    }

    fn items(&self) -> Vec<Item> {
        let listed = |count: usize| std::iter::once(None).chain((0..count).map(Some));
        let mut items: Vec<Item> = listed(self.decks.len()).map(Item::Deck).collect();
        if !self.tags.is_empty() {
            items.extend(listed(self.tags.len()).map(Item::Tag));
        }
        items.extend(listed(self.kinds.len()).map(Item::Kind));
        items.extend([Item::Number, Item::Limit]);
        if self.limited != Limited::Nothing {
            items.push(Item::Time);
        }
        items.extend([Item::Seed, Item::Reviews]);
        items
    }

    fn item(&self) -> Item {
        self.items()
            .get(self.cursor)
            .copied()
            .unwrap_or(Item::Number)
    }

    fn number_at(&mut self, item: Item) -> Option<&mut Number> {
        match (item, self.limited) {
            (Item::Number, _) => Some(&mut self.number),
            (Item::Seed, _) => Some(&mut self.seed),
            (Item::Time, Limited::Question) => Some(&mut self.each),
            (Item::Time, _) => Some(&mut self.whole),
            _ => None,
        }
    }

    fn toggle(&mut self) {
        match self.item() {
            Item::Deck(at) => tick(&mut self.decks, at),
            Item::Tag(at) => tick(&mut self.tags, at),
            Item::Kind(at) => tick(&mut self.kinds, at),
            Item::Limit => self.limit(true),
            Item::Reviews => self.count_reviews = !self.count_reviews,
            Item::Number | Item::Time | Item::Seed => {}
        }
    }

    fn limit(&mut self, more: bool) {
        self.limited = match (self.limited, more) {
            (Limited::Nothing, true) | (Limited::Whole, false) => Limited::Question,
            (Limited::Question, true) | (Limited::Nothing, false) => Limited::Whole,
            (Limited::Whole, true) | (Limited::Question, false) => Limited::Nothing,
        };
    }

    fn go(&mut self, direction: Move) {
        let item = self.item();
        match direction {
            Move::Up | Move::Down => self.go_line(direction == Move::Down),
            Move::Left | Move::Right => {
                let more = direction == Move::Right;
                if item == Item::Limit {
                    return self.limit(more);
                }
                if let Some(number) = self.number_at(item) {
                    return number.step(more);
                }
                let next = if more {
                    self.cursor.saturating_add(1)
                } else {
                    self.cursor.saturating_sub(1)
                };
                let items = self.items();
                let there = items.get(next).map(|item| item.section());
                if there == Some(item.section()) {
                    self.cursor = next;
                }
            }
        }
    }

    /// To the nearest item on the line above or below, as drawn.
    fn go_line(&mut self, down: bool) {
        let (width, say) = self.drawn.get();
        let (places, _) = draw::lay(self, say, width, false);
        let Some(here) = places.get(self.cursor).copied() else {
            return;
        };
        let line = places.iter().map(|place| place.line).filter(|line| {
            if down {
                *line > here.line
            } else {
                *line < here.line
            }
        });
        let Some(line) = (if down { line.min() } else { line.max() }) else {
            return;
        };
        let on_it = places
            .iter()
            .enumerate()
            .filter(|(_, place)| place.line == line);
        let nearest = on_it.min_by_key(|(_, place)| place.x.abs_diff(here.x));
        self.cursor = nearest.map_or(self.cursor, |(index, _)| index);
    }
}

fn ticked<T: Clone>(ticks: &[Tick<T>]) -> Vec<T> {
    ticks
        .iter()
        .filter(|tick| tick.on)
        .map(|tick| tick.of.clone())
        .collect()
}

/// Ticks one, or takes every tick off: none is all.
fn tick<T>(ticks: &mut [Tick<T>], at: Option<usize>) {
    match at {
        Some(at) => {
            if let Some(tick) = ticks.get_mut(at) {
                tick.on = !tick.on;
            }
        }
        None => ticks.iter_mut().for_each(|tick| tick.on = false),
    }
}
