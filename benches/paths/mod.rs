//! What a learner waits for, each as one call: what the benchmarks measure.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use dateline::collection::{Collection, Reached};
use dateline::deck::read;
use dateline::store::Words;
use dateline::text::Lang;
use dateline::tui::app::App;
use dateline::tui::theme::{Depth, Theme, Tone};
use dateline::tui::{Manner, Start, Wanted};
use jiff::{SignedDuration, Timestamp};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::made::now;

/// Reads decks; how many cards they have.
pub fn parse(decks: &[String]) -> usize {
    let read = |text: &String| read(Path::new("deck.yaml"), text.as_bytes()).deck;
    let decks = decks.iter().filter_map(read);
    decks.map(|deck| deck.cards.len()).sum()
}

/// What the day holds; how many cards.
pub fn queue(collection: &Collection) -> u32 {
    let plan = collection.plan(&[], now()).expect("a plan");
    plan.total().sum()
}

/// Searches to the end; how many cards were found.
pub fn search(collection: &Collection, typed: &str) -> usize {
    stretches(collection, typed, |_| ControlFlow::Continue(()))
}

/// Searches as far as a key waits for.
pub fn first_found(collection: &Collection, typed: &str) -> usize {
    stretches(collection, typed, |_| ControlFlow::Break(()))
}

fn stretches(
    collection: &Collection,
    typed: &str,
    after: impl Fn(usize) -> ControlFlow<()>,
) -> usize {
    let words = Words::of(typed);
    let mut found = 0;
    let mut from = Some(Reached::default());
    while let Some(reached) = from {
        from = collection
            .search(&words, reached, &mut |_| found += 1)
            .expect("a search");
        if after(found).is_break() {
            break;
        }
    }
    found
}

/// The app on a screen of 100 by 30, its time in the hands of who measures.
pub struct Screen {
    app: App<Collection>,
    buffer: Buffer,
    now: Rc<Cell<Timestamp>>,
}

impl Screen {
    /// The home screen, drawn.
    pub fn home(collection: Collection) -> Screen {
        Screen::begin(collection, Start::Home)
    }

    /// A session, its first question drawn.
    pub fn study(collection: Collection) -> Screen {
        Screen::begin(collection, Start::Study(Wanted::default()))
    }

    fn begin(collection: Collection, start: Start) -> Screen {
        let time = Rc::new(Cell::new(now()));
        let manner = Manner {
            lang: Lang::En,
            study_lang: Lang::En,
            theme: Theme::new(Depth::True, Tone::Dark),
        };
        let clock = Rc::clone(&time);
        let app = App::new(collection, Box::new(move || clock.get()), manner, start);
        let mut screen = Screen {
            app: app.expect("the app"),
            buffer: Buffer::empty(Rect::new(0, 0, 100, 30)),
            now: time,
        };
        screen.draw();
        screen
    }

    /// Draws it anew; how many cells have something in them.
    pub fn draw(&mut self) -> usize {
        self.buffer.reset();
        self.app.draw(&mut self.buffer);
        self.buffer
            .content
            .iter()
            .filter(|cell| cell.symbol() != " ")
            .count()
    }

    /// A key, and what is seen of it; some seconds went by before.
    fn press(&mut self, key: char) {
        self.now.set(self.now.get() + SignedDuration::from_secs(2));
        let key = KeyEvent::new(KeyCode::Char(key), KeyModifiers::NONE);
        self.app.event(&Event::Key(key));
        self.draw();
    }

    /// Turns the card over.
    pub fn turn(&mut self) {
        self.press(' ');
    }

    /// Rates it by a key: on the disk, and the next one drawn.
    pub fn rate(&mut self, key: char) {
        self.press(key);
    }

    /// What is on it, as text.
    pub fn text(&self) -> String {
        self.buffer
            .content
            .iter()
            .map(|cell| cell.symbol())
            .collect()
    }
}
