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
use crate::author::Holding;
use crate::author::against::Article;
use crate::deck::{DeckFile, DeckOptions, Library, Origin};
use crate::schedule::StudyClock;
use crate::strings::Say;
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
                ("fact", "↑↑"),
                ("broken", "↓↓↓↓↓"),
                ("remedy", "↓↓↓↓"),
            ] {
                let mut desk = Desk::new(lang, &[("chips.yaml", CHIPS), ("b.yaml", "deck: b")]);
                let broken =
                    "  - ask: What did TSMC's plant cost when it was built?\n    answr: 65B USD\n";
                desk.save(0, &format!("{CHIPS}{broken}"));
                desk.press("↑↑↑↑↑");
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
    // Nothing is said but of the deck; then one before it is gone.
    let text = CHIPS.replace("title: Chips", "# Later.\ntitle: Wafers");
    assert_eq!(desk.save(0, &text), Next::Draw);
    desk.shows(&["Wafers and patents", "▸  city", "In which city"]);
    let (before, rest) = text.split_once("  - id: patents").unwrap();
    let (_, after) = rest.split_once("  - id: city").unwrap();
    desk.save(0, &format!("{before}  - id: city{after}"));
    desk.shows(&["▸  city", "In which city"]);
    // It is gone itself: what stands in its place.
    let (_, after) = rest.split_once("  - id: maker").unwrap();
    desk.save(0, &format!("{before}  - id: maker{after}"));
    desk.shows(&["▸! maker", "Who made H100?"]);
}

#[test]
fn the_cursor_goes_to_what_a_save_changed() {
    let other = "deck: other\ncards:\n  - { id: a, ask: Another?, answer: B }\n";
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS), ("other.yaml", other)]);
    let changed = [
        (
            "  - id: order",
            "  - id: new\n    ask: New?\n    answer: Yes\n  - id: order",
            "▸! new",
        ),
        ("answer: Soon", "answer: Later", "▸✗ later"),
        ("value: '6,276건'", "value: '6,277건'", "▸  us"),
        // The first of several, and of what is broken.
        ("answer: Phoenix", "answer: Mesa", "▸  city"),
        (
            "    choices: [Nvidia, AMD]\n",
            "    choices: Nvidia\n",
            "▸~ maker",
        ),
    ];
    let mut text = CHIPS.to_owned();
    for (before, now, expected) in changed {
        text = text.replace(before, now).replace("And then?", "And  then?");
        desk.save(0, &text);
        desk.shows(&[expected]);
    }
    // In another file, and in a new one.
    desk.save(1, &other.replace("Another?", "Which?"));
    desk.shows(&["▸  a", "Which?", "2 / 2"]);
    let third = "deck: third\nfacts:\n  f: { value: 5 km }\ncards:\n  - { id: c, ask: Third?, answer: C }\n";
    desk.disk
        .borrow_mut()
        .push(("third.yaml", third.to_owned()));
    desk.watch.changed();
    desk.shows(&["▸  c", "Third?", "3 / 3"]);
}

#[test]
fn of_the_cards_of_an_entry_one_stays() {
    let deck = "deck: d\ncards:\n  - id: gaps\n    cloze: '{{c1::One}}, {{c2::two}}'\n  - cloze: \"The {{c1::H800}} is a cut-down {{c2::H100}}.\"\n";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    desk.press("↓");
    desk.shows(&[
        "  gaps#c1",
        "▸  gaps#c2",
        "   The H800 is a cut…#c1",
        "   The H800 is a cut…#c2",
    ]);
    desk.save(0, &deck.replace("One", "Uno"));
    desk.shows(&["▸  gaps#c2"]);
    desk.save(0, &deck.replace("{{c1::One}}", "{{c1::One"));
    desk.shows(&["▸~ gaps#c2", "  ~ gaps#c1"]);
    desk.press("n");
    desk.shows(&["▸~ gaps#c2"]);
    // What has no name is known by its place.
    desk.press("↓↓");
    desk.shows(&["▸  The H800 is a cut…#c2"]);
    desk.save(
        0,
        &deck
            .replace("a cut-down", "a smaller")
            .replace("{{c1::One}}", "{{c1::One"),
    );
    desk.shows(&["▸  The H800 is a sma…#c2"]);
}

#[test]
fn what_is_gone_is_gone_whatever_is_broken() {
    let card = |id: &str| format!("  - {{ id: {id}, ask: Who is {id}?, answer: It }}\n");
    let bad = "  - id: bad\n    ask: Who is bad?\n    answer: It\n    acept: [It]\n    number: 7\n";
    let draft = format!("deck: d\ncards:\n{}{}", card("old1"), card("old2"));
    let mut desk = Desk::new(Lang::En, &[("d.yaml", &draft)]);
    let cards: String = ["good", "also", "new1"].into_iter().map(card).collect();
    desk.save(0, &format!("deck: d\ncards:\n{cards}{bad}"));
    let screen = desk.screen((100, 30));
    assert!(!screen.contains("old"), "{screen}");
    desk.shows(&["▸  good", "   also", "   new1", " ✗ bad"]);
    // It was never whole: what is wrong in its place.
    desk.press("↓↓↓");
    desk.shows(&[
        "▸✗ bad",
        "broken · line 6",
        "[unknown-key]",
        "did you mean 'accept'?",
    ]);
    // No YAML at all: what still stands there.
    desk.save(
        0,
        &format!("deck: d\ncards:\n{}  - id: [new2\n{bad}", card("also")),
    );
    let screen = desk.screen((100, 30));
    for gone in ["good", "new1"] {
        assert!(!screen.contains(gone), "{gone}\n{screen}");
    }
    desk.shows(&["~ also", "▸✗ new2", "✗ bad", "[not-yaml]"]);
}

#[test]
fn a_problem_is_its_entrys() {
    let deck = "\
deck: d
facts:
  good: { value: 5 km, ask: Is it far? }
  also:
    value: 6 km
    ask: Is it high?
  plain: { value: 7 km, label: Wide, label.ko: 너비 }
  ratio: { value: = good / alsoo, ask: How much? }
cards:
  - { id: a, ask: A?, answer: A }
  - ask: Nameless and broken?
    anser: B
";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    desk.shows(&[
        "▸  good",
        "   also",
        "   plain",
        "✗ ratio",
        "   a",
        "✗ Nameless and broken?",
    ]);
    let mut seen = Vec::new();
    for _ in 0..20 {
        desk.press("n");
        let screen = desk.screen((100, 40));
        let at = screen
            .split('▸')
            .nth(1)
            .unwrap()
            .chars()
            .take(8)
            .collect::<String>();
        let line = desk.edits().1;
        seen.push((line, at.trim().to_owned()));
    }
    for (line, at) in seen {
        let expected = match line {
            3 => "! good",
            4..=6 => "! also",
            8 => "✗ ratio",
            11.. => "✗ Namele",
            _ => continue,
        };
        assert!(at.starts_with(expected), "{line} {at}");
    }
    // A fact that asks nothing, in both languages.
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    desk.press("↓↓");
    desk.shows(&["▸  plain", "fact · line 7", "Wide", "너비", "7 km"]);
    assert_eq!(desk.edits().1, 7);
}

#[test]
fn the_screen_does_not_wait_for_the_article() {
    let deck = "deck: d\ncards:\n  - { id: a, ask: How many?, number: '38,210' }\n";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    let path = std::path::Path::new("article.txt");
    let article = Article::new(None, path, "It has 38,210 patents.");
    let articles = RefCell::new(Some(Ok(vec![article])));
    let later: Rc<RefCell<Vec<Holding>>> = Rc::default();
    let taken = later.clone();
    desk.watch = Watch::new(
        Author {
            articles: Box::new(move || articles.borrow_mut().take()),
            ..author(&desk.disk)
        },
        manner(Lang::En),
        Box::new(move |decks| *taken.borrow_mut() = decks),
    );
    let hold = |desk: &mut Desk| {
        later.take().iter().for_each(Holding::run);
        assert_eq!(desk.watch.changed(), Next::Draw);
        assert_eq!(desk.watch.changed(), Next::Idle);
    };
    assert!(!desk.screen((100, 30)).contains("found"));
    hold(&mut desk);
    desk.shows(&["found 1 of 1", "nothing is wrong"]);
    let text = deck
        .replace("How many", "How few")
        .replace("38,210", "38,211");
    assert_eq!(desk.save(0, &text), Next::Draw);
    desk.shows(&["How few", "found 1 of 1", "nothing is wrong"]);
    // Saved again before it was held.
    assert_eq!(desk.save(0, &text.replace("few", "much")), Next::Draw);
    hold(&mut desk);
    desk.shows(&["How much", "found 0 of 1", "▸✗ a", "not-in-source"]);
}

#[test]
fn a_deck_is_held_against_its_article() {
    let deck = "deck: d\nsources:\n  s: { title: S, date: 2025-02-09 }\ndefaults: { source: s }\ncards:\n  - { id: a, ask: How many?, number: '38,210' }\n  - { id: b, ask: How high?, number: 5.5% }\n";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    let path = std::path::Path::new("article.txt");
    let article = |text: &str| vec![Article::new(None, path, text)];
    let told: Rc<RefCell<Told>> = Rc::default();
    let given = told.clone();
    desk.watch = Watch::new(
        Author {
            articles: Box::new(move || given.borrow_mut().take()),
            ..author(&desk.disk)
        },
        manner(Lang::En),
        Box::new(at_once),
    );
    *told.borrow_mut() = Some(Ok(article("It has 38,210 patents, and 5.4% more.")));
    assert_eq!(desk.watch.changed(), Next::Draw);
    desk.shows(&["found 1 of 2", "not-in-source", "✗ b"]);
    assert_eq!(desk.watch.changed(), Next::Idle);
    // The deck is mended, or the article.
    desk.save(0, &deck.replace("5.5%", "5.4%"));
    desk.shows(&["found 2 of 2"]);
    *told.borrow_mut() = Some(Ok(article("It has 38,211 patents, and 5.4% more.")));
    assert_eq!(desk.watch.changed(), Next::Draw);
    desk.shows(&["found 1 of 2", "✗ a"]);
    // It is not there for a moment.
    *told.borrow_mut() = Some(Err("can't read the article".to_owned()));
    assert_eq!(desk.watch.changed(), Next::Draw);
    desk.shows(&["found 1 of 2", "can't read the article"]);
    // Another source: which of them is it?
    desk.save(
        0,
        &deck.replace(
            "defaults:",
            "  t: { title: T, date: 2025-02-09 }\ndefaults:",
        ),
    );
    desk.shows(&["which of s, t is the article?"]);
}

#[test]
fn what_is_broken_in_mid_edit_shows_what_was_there_before() {
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS)]);
    desk.press("↓");
    // No YAML at all.
    desk.save(0, &CHIPS.replace("  - id: city", "  - id: [city"));
    desk.shows(&["In which city", "as it was before", "▸~ city", "✗ 2 errors"]);
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
fn a_card_is_shown_in_a_language_that_it_has() {
    let korean =
        "deck: k\nlanguage: ko\ncards:\n  - { id: a, ask: 몇 건인가?, number: 3만 8210건 }\n";
    let english = "deck: e\ncards:\n  - { id: b, ask: How many?, number: 38210 }\n";
    let files = [("k.yaml", korean), ("e.yaml", english)];
    for (lang, shown) in [
        (Lang::En, ["한국어", "English"]),
        (Lang::Ko, ["한국어", "English"]),
    ] {
        let mut desk = Desk::new(lang, &files);
        desk.press(" ");
        desk.shows(&[shown[0], "3만 8,210건"]);
        let told = Say(lang).only_one_language();
        desk.press("t");
        desk.shows(&[shown[0], told]);
        desk.press("\t");
        desk.shows(&[shown[1], "38,210"]);
    }
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

#[test]
fn in_a_file_that_was_never_whole_only_what_is_wrong_is_marked() {
    let deck = "deck: d\nfacts:\n  far: { value: 5 km, label: Wide }\ncards:\n  \
                - { id: a, ask: A?, answer: A }\n  - { id: b, ask: [B?, answer: B }\n";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    let screen = desk.screen((100, 30));
    assert!(!screen.contains("✗ a"), "{screen}");
    assert!(screen.contains("✗ b"), "{screen}");
}

#[test]
fn a_fact_is_told_once_where_both_languages_say_the_same() {
    for (label, times) in [("label: Wide", 1), ("label: Wide, label.ko: Wide too", 2)] {
        let deck = format!("deck: d\nfacts:\n  far: {{ value: 5 km, {label} }}\ncards: []\n");
        let mut desk = Desk::new(Lang::En, &[("d.yaml", &deck)]);
        let screen = desk.screen((100, 30));
        assert_eq!(screen.matches("Wide").count(), times, "{screen}");
    }
}

#[test]
fn in_a_deck_of_one_language_no_other_is_shown() {
    let deck = "deck: d\ntitle: Cocoa\nfacts:\n  far: { value: 590000 t, label: Output }\ncards:\n  \
                - { id: a, ask: A of them?, answer: A }\n";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    let screen = desk.screen((100, 30));
    assert!(!screen.contains("t the other language"), "{screen}");
    desk.press("⇱");
    let screen = desk.screen((100, 30));
    assert_eq!(screen.matches("Output").count(), 1, "{screen}");
    assert!(!screen.contains("만"), "{screen}");
}

#[test]
fn to_the_last_and_to_the_first() {
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS)]);
    desk.press("⇲");
    desk.shows(&["▸✗ later"]);
    desk.press("⇱");
    desk.shows(&["▸  china"]);
}

#[test]
fn where_nothing_is_wrong_the_next_problem_says_so() {
    let deck = "deck: d\ntitle: D\nas_of: 2025-02-09\nsources: { s: { title: S, publisher: P, date: 2025-02-09, url: 'https://example.org' } }\n\
                defaults: { source: s }\ncards:\n  - { id: a, ask: A of them?, answer: It }\n";
    for key in ["n", "p"] {
        let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
        assert_eq!(
            desk.screen((100, 30)).matches("nothing is wrong").count(),
            1
        );
        desk.press(key);
        assert_eq!(
            desk.screen((100, 30)).matches("nothing is wrong").count(),
            2
        );
    }
}
