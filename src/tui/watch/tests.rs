//! The watch screen as it looks, and what saves and keys make of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
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

type Disk = Rc<RefCell<Vec<(&'static str, String)>>>;

/// The screen, and the files that it watches.
struct Desk {
    watch: Watch,
    disk: Disk,
}

impl Desk {
    fn new(lang: Lang, files: &[(&'static str, &str)]) -> Desk {
        let files = files.iter().map(|(path, text)| (*path, (*text).to_owned()));
        let disk: Disk = Rc::new(RefCell::new(files.collect()));
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
        let author = Author {
            find: Box::new(find),
            articles: Box::new(|| None),
        flags: Vec::new(),
            histories: Vec::new(),
            now: Box::new(|| "2025-02-10T09:00:00Z".parse().unwrap()),
            clock: StudyClock {
                zone: TimeZone::UTC,
                turnover: 240,
            },
        };
        let manner = Manner {
            lang,
            study_lang: lang,
            theme: Theme::new(Depth::True, Tone::Dark),
        };
        Desk {
            watch: Watch::new(author, manner),
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

#[test]
fn looks() {
    for lang in Lang::ALL {
        for size in SIZES {
            for (name, keys) in [
                ("question", ""),
                ("answer", " "),
                ("both", "  "),
                ("usual", "w "),
                ("small", "ww↓↓"),
                ("problem", "n"),
            ] {
                let mut desk = Desk::new(lang, &[("chips.yaml", CHIPS), ("b.yaml", "deck: b")]);
                desk.press(keys);
                let name = format!("watch-{name}-{}x{}-{lang}", size.0, size.1);
                insta::assert_snapshot!(name, desk.screen(size));
            }
        }
    }
}

#[test]
fn a_save_is_seen_and_the_cursor_stays_on_its_card() {
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS)]);
    desk.press("↓");
    desk.shows(&["In which city is TSMC's plant?"]);
    assert_eq!(desk.watch.changed(), Next::Idle);
    // A card before it, and another question.
    let text = CHIPS
        .replace(
            "cards:\n",
            "cards:\n  - { id: zero, ask: Zero, answer: Null }\n",
        )
        .replace("In which city is TSMC's plant?", "Where is it?");
    assert_eq!(desk.save(0, &text), Next::Draw);
    desk.shows(&["zero", "Where is it?", "▸  city"]);
    // It is gone from a deck that can be read: what stands in its place.
    let text = text.replace("    colour: green\n", "");
    let (before, rest) = text.split_once("  - id: city").unwrap();
    let (_, after) = rest.split_once("  - id: maker").unwrap();
    desk.save(0, &format!("{before}  - id: maker{after}"));
    desk.shows(&["Who made H100?"]);
}

#[test]
fn what_is_broken_in_mid_edit_shows_what_was_there_before() {
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS)]);
    desk.press("↓");
    // No YAML at all.
    desk.save(0, &CHIPS.replace("  - id: city", "  - id: [city"));
    desk.shows(&["In which city", "as it was before", "▸~ city", "✗ 1 error"]);
    // This card alone can't be read.
    let answer = "    answer: Phoenix\n    answer.ko: 피닉스\n";
    desk.save(0, &CHIPS.replace(answer, "    number: lots\n"));
    desk.shows(&["In which city", "as it was before", "▸~ city", "patents"]);
    // And whole again.
    desk.save(0, CHIPS);
    let screen = desk.screen((100, 30));
    assert!(!screen.contains("as it was before"), "{screen}");
    // A card that is taken out of a deck that can be read is gone.
    let (before, _) = CHIPS.split_once("  - id: order").unwrap();
    desk.save(0, before);
    let screen = desk.screen((100, 30));
    assert!(!screen.contains("order"), "{screen}");
}

#[test]
fn from_problem_to_problem_and_to_its_line() {
    let other = "deck: other\ncards:\n  - { id: a, ask: A?, answer: B, colour: red }\n";
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS), ("other.yaml", other)]);
    let line = |what: &str| {
        let found = CHIPS.lines().position(|line| line.contains(what));
        found.unwrap() + 1
    };
    let at = |line: usize| ("chips.yaml".to_owned(), line);
    let wrong = line("ask: Who made H100?");
    // Where nothing is wrong with a card, at the card.
    desk.press("↓");
    assert_eq!(desk.edits(), at(line("id: city")));
    let mut seen = Vec::new();
    for _ in 0..20 {
        desk.press("n");
        seen.push(desk.edits());
    }
    assert!(seen.contains(&at(wrong)), "{seen:?}");
    assert!(seen.contains(&("other.yaml".to_owned(), 3)), "{seen:?}");
    // Back the same way.
    seen.pop();
    desk.press("p");
    assert_eq!(desk.edits(), seen.pop().unwrap());
    // The card comes with its problem, and the problem with its card.
    while desk.edits() != at(wrong) {
        desk.press("n");
    }
    desk.shows(&["▸! maker", "missing-language"]);
    desk.press("↑");
    assert_eq!(desk.edits(), at(line("id: city")));
    desk.press("↓");
    assert_eq!(desk.edits(), at(wrong));
}

#[test]
fn sides_sizes_languages_and_decks() {
    let other = "deck: other\ncards:\n  - { id: a, ask: Another?, answer: B }\n";
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS), ("other.yaml", other)]);
    desk.shows(&["question", "1 / 2", "English"]);
    desk.press(" ");
    desk.shows(&["answer ·", "38,210", "█"]);
    desk.press("t");
    desk.shows(&["한국어", "중국에서 출원한"]);
    desk.press("w");
    desk.shows(&["80×24"]);
    desk.press("\t");
    desk.shows(&["Another?", "2 / 2"]);
    desk.press("\t");
    desk.shows(&["중국에서 출원한"]);
    desk.press("⇥");
    desk.shows(&["Another?"]);
    assert_eq!(desk.press("?"), Next::Draw);
    desk.shows(&["next problem", "shift-tab"]);
    assert_eq!(desk.press("⎋q"), Next::Quit);
}

#[test]
fn decks_come_and_go() {
    let mut desk = Desk::new(Lang::En, &[]);
    desk.shows(&["There is no deck here any more."]);
    for keys in ["↓", "n", "p", "\t", "e", " ", "⇟"] {
        desk.press(keys);
        desk.screen((80, 24));
    }
    desk.disk.borrow_mut().push(("a.yaml", "- 1".to_owned()));
    assert_eq!(desk.watch.changed(), Next::Draw);
    desk.shows(&["There is no card to show yet.", "a.yaml", "✗ 1 error"]);
    desk.save(0, CHIPS);
    desk.shows(&["How many patents"]);
    desk.disk.borrow_mut().clear();
    desk.watch.changed();
    desk.shows(&["There is no deck here any more."]);
}

#[test]
fn any_size() {
    let nasty = CHIPS.replace("Order these", "\"\\e[2J \\u202e long \\u0007\"");
    for keys in ["", "  ", "w ", "ww  ", "n", "↓↓↓⇟", "?"] {
        let files = [("chips.yaml", CHIPS), ("n.yaml", nasty.as_str())];
        let mut desk = Desk::new(Lang::Ko, &files);
        desk.press(keys);
        for (columns, rows) in (0..=14).flat_map(|x| (0..=14).map(move |y| (x, y))) {
            desk.screen((columns, rows));
        }
        for size in [(1, 200), (300, 1), (69, 5), (70, 4), (83, 9), (500, 200)] {
            let screen = desk.screen(size);
            assert!(
                !screen.contains(['\u{1b}', '\u{202e}', '\u{7}']),
                "{screen}"
            );
        }
    }
}
