//! The watch screen as it looks, and what saves and keys make of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod articles;
mod looks;
mod problems;
mod saves;

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::author::Holding;
use crate::author::against::Article;
use crate::deck::{DeckFile, DeckOptions, Library, Origin};
use crate::schedule::StudyClock;
use crate::text::Lang;
use crate::tui::app::{Manner, Next};
use crate::tui::run::Program;
use crate::tui::testing::{SIZES, lines};
use crate::tui::theme::{Depth, Theme, Tone};

const CHIPS: &str = "\
deck: chips
title: Chips and patents
title.ko: 칩과 특허
as_of: 2025-02-09
facts:
  china: { value: '38,210건', label: China, label.ko: 중국 }
  us: { value: '6,276건', label: United States, label.ko: 미국 }
cards:
  - id: patents
    ask: How many patents were filed from China?
    ask.ko: 중국에서 출원한 특허는 몇 건인가?
    number: 38,210
    chart: [china, us]
    note: About 70 % of the world's total.
    note.ko: 세계의 약 70%다.
  - id: city
    ask: In which city is TSMC's plant?
    ask.ko: TSMC 공장은 어느 도시에 있나?
    answer: Phoenix
    answer.ko: 피닉스
  - id: maker
    ask: Who made H100?
    choices: [Nvidia, AMD]
    answer: Nvidia
  - id: order
    ask: Order these
    ask.ko: 순서대로 놓으라
    order: [first, second, third]
    order.ko: [첫째, 둘째, 셋째]
  - id: later
    ask: And then?
    ask.ko: 그 다음은?
    answer: Soon
    answer.ko: 곧
    colour: green
";

/// What reading the articles gives.
type Told = Option<Result<Vec<Article>, String>>;

type Disk = Rc<RefCell<Vec<(&'static str, String)>>>;

/// Who writes them, and no one has studied.
fn author(disk: &Disk) -> Author {
    let found = disk.clone();
    let find = move || Library {
        files: found
            .borrow()
            .iter()
            .map(|(path, text)| DeckFile {
                origin: Origin::File(PathBuf::from(path)),
                path: PathBuf::from(path),
                name: None,
                bytes: Ok(text.clone().into_bytes()),
                options: DeckOptions::default(),
            })
            .collect(),
        diagnostics: Vec::new(),
    };
    Author {
        find: Box::new(find),
        articles: Box::new(|| None),
        flags: Vec::new(),
        histories: Vec::new(),
        now: Box::new(|| "2025-02-10T09:00:00Z".parse().unwrap()),
        clock: StudyClock {
            zone: TimeZone::UTC,
            turnover: 240,
        },
    }
}

fn at_once(decks: Vec<Holding>) {
    decks.iter().for_each(Holding::run);
}

fn manner(lang: Lang) -> Manner {
    Manner {
        lang,
        study_lang: lang,
        theme: Theme::new(Depth::True, Tone::Dark),
    }
}

/// The screen, and the files that it watches.
struct Desk {
    watch: Watch,
    disk: Disk,
}

impl Desk {
    fn new(lang: Lang, files: &[(&'static str, &str)]) -> Desk {
        let files = files.iter().map(|(path, text)| (*path, (*text).to_owned()));
        let disk: Disk = Rc::new(RefCell::new(files.collect()));
        Desk {
            watch: Watch::new(author(&disk), manner(lang), Box::new(at_once)),
            disk,
        }
    }

    fn press(&mut self, keys: &str) -> Next {
        let mut next = Next::Idle;
        for key in keys.chars() {
            let code = match key {
                '↓' => KeyCode::Down,
                '↑' => KeyCode::Up,
                '\t' => KeyCode::Tab,
                '⇥' => KeyCode::BackTab,
                '⎋' => KeyCode::Esc,
                '⇟' => KeyCode::PageDown,
                '⇱' => KeyCode::Home,
                '⇲' => KeyCode::End,
                key => KeyCode::Char(key),
            };
            let event = KeyEvent::new(code, KeyModifiers::NONE);
            next = self.watch.event(&Event::Key(event));
        }
        next
    }

    /// The author saves a file; returns what the screen is to do.
    fn save(&mut self, at: usize, text: &str) -> Next {
        self.disk.borrow_mut()[at].1 = text.to_owned();
        self.watch.changed()
    }

    fn screen(&mut self, size: (u16, u16)) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        self.watch.draw(&mut buffer);
        lines(&buffer).join("\n")
    }

    fn shows(&mut self, texts: &[&str]) {
        let screen = self.screen((100, 40));
        for text in texts {
            assert!(screen.contains(text), "{text}\n{screen}");
        }
    }

    /// Where `e` opens the editor.
    fn edits(&mut self) -> (String, usize) {
        assert_eq!(self.press("e"), Next::Edit);
        let spot = self.watch.to_edit().unwrap();
        self.watch.edited(Ok(()));
        (spot.path.display().to_string(), spot.line)
    }
}
