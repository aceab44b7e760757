#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::cell::Cell;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use jiff::civil::date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::answer::Outcome;
use crate::author::compose::Composer;
use crate::collection::Reached;
use crate::deck::{Card, CardId, Deck, Diagnostic, read};
use crate::schedule::Act;
use crate::schedule::{
    Candidate, CardState, Counts, DeviceId, Event as Entry, EventId, Limits, Model, NewOrder,
    Options, Plan, Queue, QuizAnswer, Review, ReviewOrder, Rules, Served, StudyClock, Try, replay,
};
use crate::session::{Learner, Material, Mates};
use crate::store::{OpenQuiz, Words};
use crate::tui::testing::lines;
use crate::tui::theme::{Depth, Tone};

mod composing;
mod driver;
mod fake;
mod quiz;
mod search;
mod taking_back;
mod today;

use driver::Driver;
use fake::{DECK, Fake};

#[test]
fn a_session_from_home_to_home() {
    let mut driver = Driver::home();
    assert_eq!(driver.app.context(), Context::Home);
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Recall);
    driver.keys("⏎4");
    assert_eq!(driver.app.context(), Context::Typing);
    // Typed: letters that are commands elsewhere are letters here.
    driver.keys("Chang⏎");
    assert_eq!(driver.app.context(), Context::Answer);
    driver.keys("4");
    assert_eq!(driver.app.context(), Context::Choice);
    driver.keys("⏎4");
    assert_eq!(driver.app.context(), Context::End);
    assert_eq!(
        driver.reviews(),
        ["t/flip easy", "t/name easy", "t/pick easy"]
    );
    let screen = driver.screen();
    assert!(
        screen.contains("Done for today") && screen.contains("3 in"),
        "{screen}"
    );
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Home);
    let screen = driver.screen();
    assert!(screen.contains("All done for today."), "{screen}");
    driver.keys("⏎");
    assert!(driver.screen().contains("Nothing is due here now."));
}

#[test]
fn what_was_not_written_was_not_given() {
    let mut driver = Driver::home();
    driver.keys("⏎⏎");
    driver.full.set(true);
    driver.keys("3");
    assert_eq!(driver.app.context(), Context::Answer);
    let screen = driver.screen();
    assert!(
        screen.contains("Not saved") && screen.contains("the disk is full"),
        "{screen}"
    );
    driver.full.set(false);
    driver.keys("3");
    assert_eq!(driver.reviews(), ["t/flip good"]);
    assert!(!driver.screen().contains("Not saved"));
}

#[test]
fn a_card_that_could_not_be_read_comes_when_it_can_be() {
    let mut driver = Driver::home();
    driver.keys("⏎⏎");
    driver.app.world.torn = true;
    // The rating is written all the same, and nothing is asked.
    driver.keys("4");
    assert_eq!(driver.reviews(), ["t/flip easy"]);
    let screen = driver.screen();
    assert!(screen.contains("the disk fails"), "{screen}");
    assert!(!screen.contains("foundry"), "{screen}");
    for key in ['3', ' ', 'm'] {
        driver.press(KeyCode::Char(key));
        assert!(driver.screen().contains("the disk fails"));
    }
    driver.keys("⏎");
    assert!(driver.app.run.is_some());
    assert_eq!(driver.app.world.events.len(), 1);
    // The key that brought it is not an answer to it.
    driver.app.world.torn = false;
    driver.keys("x");
    let screen = driver.screen();
    assert!(
        screen.contains("Who founded the foundry model?"),
        "{screen}"
    );
    assert_eq!(driver.field(), "");
    // One can leave where nothing can be read any more.
    driver.keys("⏎");
    driver.app.world.torn = true;
    driver.keys("3⎋");
    assert_eq!(driver.app.context(), Context::Home);
}

#[test]
fn a_session_begins_without_the_home_screen_which_comes_behind_it() {
    let mut driver = Driver::with(Fake::new(), Lang::En, Start::Study(Wanted::default()));
    assert!(driver.app.home.is_none());
    driver.keys("a");
    assert_eq!(driver.app.context(), Context::Form);
    driver.keys("⎋⏎4⎋");
    assert!(
        driver.screen().contains("Session ended"),
        "{}",
        driver.screen()
    );
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Home);
    assert!(
        driver.screen().contains("1 of 3 done"),
        "{}",
        driver.screen()
    );
}

#[test]
fn what_was_not_written_is_told_in_the_language_of_the_interface() {
    let mut driver = Driver::with(Fake::new(), Lang::Ko, Start::Home);
    driver.keys("⏎⏎");
    driver.full.set(true);
    driver.keys("3");
    let screen = driver.screen();
    assert!(screen.contains("디스크가 가득 찼습니다"), "{screen}");
    assert!(!screen.contains("disk"), "{screen}");
}

#[test]
fn a_backup_that_was_not_made_is_told_and_stands_in_no_ones_way() {
    let mut driver = Driver::home();
    driver.keys("⏎⏎");
    driver.app.world.no_backup = Some(crate::message!("no room", "자리가 없습니다"));
    assert_eq!(driver.app.tick(), Next::Draw);
    let screen = driver.screen();
    assert!(
        screen.contains("There is no backup of today: no room"),
        "{screen}"
    );
    driver.keys("3");
    assert_eq!(driver.reviews(), ["t/flip good"]);
    assert!(!driver.screen().contains("no room"));
    assert_eq!(driver.app.tick(), Next::Idle);
}

#[test]
fn undo_brings_the_card_back_even_from_the_end_and_from_home() {
    let mut driver = Driver::home();
    driver.keys("⏎⏎4Chang⏎4⏎4");
    assert_eq!(driver.app.context(), Context::End);
    driver.keys("u");
    assert_eq!(driver.app.context(), Context::Choice);
    driver.keys("⏎3⎋");
    driver.keys("⎋");
    assert_eq!(driver.app.context(), Context::Home);
    driver.keys("u");
    assert!(driver.screen().contains("Undone: "));
}

#[test]
fn leaving_with_nothing_done_goes_straight_home() {
    let mut driver = Driver::home();
    driver.keys("⏎⎋");
    assert_eq!(driver.app.context(), Context::Home);
    driver.keys("⏎⏎3⎋");
    assert_eq!(driver.app.context(), Context::End);
    assert!(
        driver.screen().contains("2 cards still wait") || driver.screen().contains("still wait")
    );
}

#[test]
fn more_today_goes_past_the_limit() {
    let mut world = Fake::new();
    world.new_limit = 1;
    let mut driver = Driver::with(world, Lang::En, Start::Home);
    driver.keys("⏎⏎4");
    assert_eq!(driver.app.context(), Context::End);
    assert!(
        driver
            .screen()
            .contains("Held back  2 cards (m: more today)")
    );
    driver.keys("⎋⏎");
    let screen = driver.screen();
    assert!(
        screen.contains("2 more wait behind today's limits. m: more today"),
        "{screen}"
    );
    driver.keys("m");
    assert_eq!(driver.app.context(), Context::Typing);
    driver.keys("⏎4⏎4");
    assert_eq!(driver.app.context(), Context::End);
    driver.keys("m");
    assert!(driver.screen().contains("there is no more today"));
}

#[test]
fn more_today_is_taken_back_as_all_else() {
    let mut world = Fake::new();
    world.new_limit = 1;
    let mut driver = Driver::with(world, Lang::En, Start::Home);
    driver.keys("⏎⏎4⎋m⎋u");
    let screen = driver.screen();
    let undone = "Undone: more today (2 new, 0 reviews)";
    assert!(screen.contains(undone), "{screen}");
}

#[test]
fn marks_and_their_messages() {
    let mut driver = Driver::home();
    driver.keys("⏎f");
    assert_eq!(driver.app.context(), Context::Prompt);
    assert!(driver.screen().contains("A line of why, or none."));
    driver.keys("quit?⌫⏎");
    assert!(driver.screen().contains("Flagged."));
    let flag = driver.app.world.events.last().unwrap().act.clone();
    assert!(matches!(flag, Act::Flag { why, .. } if why == "quit"));
    // Flagged again: what was written is there, and an empty line takes it off.
    driver.keys("f");
    let screen = driver.screen();
    assert!(
        screen.contains("Why flag it?  quit") && screen.contains("An empty line"),
        "{screen}"
    );
    driver.keys("⌫⌫⌫⌫⏎");
    assert!(driver.screen().contains("The flag is off."));
    driver.keys("s");
    // The next card is typed: letters are letters.
    assert!(driver.screen().contains("Suspended. ctrl-r takes it back."));
    driver.ctrl('b');
    assert!(
        driver
            .screen()
            .contains("Buried until tomorrow. u takes it back.")
    );
    assert_eq!(driver.app.context(), Context::Choice);
}

#[test]
fn what_was_set_aside_is_put_back() {
    let mut driver = Driver::home();
    assert!(!driver.screen().contains("set aside"));
    // One is suspended, one is buried, one is only flagged.
    driver.keys("⏎s");
    driver.ctrl('b');
    driver.keys("fwhy⏎⎋");
    assert_eq!(driver.app.context(), Context::Home);
    let screen = driver.screen();
    assert!(screen.contains("s set aside"), "{screen}");

    driver.keys("s");
    assert_eq!(driver.app.context(), Context::Aside);
    let screen = driver.screen();
    for part in ["suspended", "buried until tomorrow", "⚑ flagged: why"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }

    // Nothing moves before it is written.
    driver.full.set(true);
    driver.keys("⏎");
    let screen = driver.screen();
    assert!(screen.contains("the disk is full"), "{screen}");
    assert!(screen.contains("suspended"), "{screen}");
    driver.full.set(false);

    driver.keys("⏎");
    let last = driver.app.world.events.last().unwrap().act.clone();
    assert!(matches!(&last, Act::Unsuspend { card } if card.to_string() == "t/flip"));
    let states = driver.app.world.states();
    assert!(!states[last.card().unwrap()].suspended);
    let screen = driver.screen();
    assert!(screen.contains("Back in rotation."), "{screen}");
    assert!(!screen.contains("suspended"), "{screen}");

    // Undone, it is back in the list and under the cursor; and put back again.
    driver.keys("↓u");
    let screen = driver.screen();
    assert!(screen.contains("▸ What does a foundry make?"), "{screen}");
    driver.keys("ss");
    let last = driver.app.world.events.last().unwrap().act.clone();
    assert!(matches!(&last, Act::Unbury { card } if card.to_string() == "t/name"));

    // A flag does not take a card out, and comes off by itself.
    driver.keys("⏎");
    assert!(driver.screen().contains("This card is in rotation"));
    driver.keys("f");
    let last = driver.app.world.events.last().unwrap().act.clone();
    assert!(matches!(last, Act::Unflag { .. }));
    driver.keys("⏎f");
    let screen = driver.screen();
    assert!(screen.contains("Nothing is set aside"), "{screen}");
    driver.keys("⎋");
    assert_eq!(driver.app.context(), Context::Home);
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Recall);
}

#[test]
fn a_card_set_aside_twice_is_put_back_at_once() {
    let mut world = Fake::new();
    let card = world.deck.cards[0].id.clone();
    let now = Timestamp::from_second(1_739_180_000).unwrap();
    let until = world.clock.day(now).after(1);
    world.log(Act::Suspend { card: card.clone() }, now).unwrap();
    world
        .log(
            Act::Bury {
                card: card.clone(),
                until,
            },
            now,
        )
        .unwrap();
    let mut driver = Driver::with(world, Lang::Ko, Start::Home);
    driver.ctrl('p');
    driver.keys("따로⏎");
    let screen = driver.screen();
    assert!(screen.contains("보류 중 · 내일까지 미룸"), "{screen}");
    driver.keys("s");
    let state = driver.app.world.states()[&card].clone();
    assert!(!state.suspended && state.buried_until.is_none());
    driver.keys("u");
    assert!(driver.app.world.states()[&card].suspended);
}

#[test]
fn a_card_set_aside_twice_is_put_back_wholly_or_not_at_all() {
    let mut world = Fake::new();
    let card = world.deck.cards[0].id.clone();
    let now = Timestamp::from_second(1_739_180_000).unwrap();
    let until = world.clock.day(now).after(1);
    let suspend = Act::Suspend { card: card.clone() };
    let bury = Act::Bury {
        card: card.clone(),
        until,
    };
    world.record_all(vec![suspend, bury], None, now).unwrap();
    let mut driver = Driver::with(world, Lang::En, Start::Home);
    driver.app.world.room = 1;
    driver.keys("ss");
    let screen = driver.screen();
    assert!(screen.contains("Not saved"), "{screen}");
    let state = driver.app.world.states()[&card].clone();
    assert!(state.suspended && state.buried_until.is_some());
    driver.app.world.room = 2;
    driver.keys("s");
    assert!(driver.screen().contains(&Say(Lang::En).did_put_back("u")));
    let state = driver.app.world.states()[&card].clone();
    assert!(!state.suspended && state.buried_until.is_none());
}

#[test]
fn what_does_not_hold_is_not_said_to() {
    let mut driver = Driver::home();
    driver.keys("⏎s⎋");
    // The clock is set back: the log goes by its times.
    driver.time.set(driver.time.get() - 600);
    driver.keys("ss");
    let screen = driver.screen();
    assert!(screen.contains("was the clock set back?"), "{screen}");
    assert!(screen.contains("suspended"), "{screen}");
}

#[test]
fn sheets_open_and_close() {
    let mut driver = Driver::home();
    driver.keys("?");
    assert_eq!(driver.app.context(), Context::Overlay);
    assert!(driver.screen().contains("Keys here"));
    driver.keys("⎋⏎i");
    assert!(driver.screen().contains("t/flip"));
    driver.keys("q");
    assert_eq!(driver.app.context(), Context::Recall);
    driver.ctrl('p');
    driver.keys("hint⏎");
    assert_eq!(driver.app.context(), Context::Recall);
    driver.ctrl('p');
    driver.keys("no such thing⏎");
    assert_eq!(driver.app.context(), Context::Palette);
    driver.keys("⎋");
    driver.keys("⏎4");
    assert_eq!(driver.press(KeyCode::F(1)), Next::Draw);
    assert_eq!(driver.app.context(), Context::Overlay);
}

#[test]
fn the_field_and_its_backspace() {
    let mut driver = Driver::home();
    driver.keys("⏎⏎4Chan");
    assert_eq!(driver.field(), "Chan");
    driver.ctrl('h');
    driver.keys("⌫");
    assert_eq!(driver.field(), "Ch");
    driver.app.event(&Event::Paste("ang\n".to_owned()));
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Answer);
}

#[test]
fn clicks_do_what_keys_do() {
    let mut driver = Driver::home();
    let screen = driver.screen();
    let click = |driver: &mut Driver, needle: &str| {
        let screen = driver.screen();
        let row = screen
            .lines()
            .position(|line| line.contains(needle))
            .expect(needle);
        let line = screen.lines().nth(row).unwrap();
        let column = crate::text::width(&line[..line.find(needle).unwrap()]);
        driver.app.event(&Event::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: u16::try_from(column).unwrap(),
            row: u16::try_from(row).unwrap(),
            modifiers: KeyModifiers::NONE,
        }))
    };
    assert!(screen.contains("Tiny"));
    click(&mut driver, "Tiny");
    assert_eq!(driver.app.cursor.0, 1);
    click(&mut driver, "Tiny");
    assert_eq!(driver.app.context(), Context::Recall);
    driver.keys("⎋");
    assert_eq!(click(&mut driver, "quit"), Next::Quit);
    click(&mut driver, "help");
    assert_eq!(driver.app.context(), Context::Overlay);
    click(&mut driver, "Keys here");
    assert_eq!(driver.app.context(), Context::Overlay);
}

#[test]
fn a_session_at_once_may_find_nothing() {
    let mut world = Fake::new();
    world.deck.cards.clear();
    let mut driver = Driver::with(world, Lang::Ko, Start::Study(Wanted::default()));
    assert_eq!(driver.app.context(), Context::End);
    assert!(driver.screen().contains("복습한 카드가 없습니다."));
}

#[test]
fn quitting_and_pausing() {
    let mut driver = Driver::home();
    assert_eq!(driver.press(KeyCode::Char('q')), Next::Quit);
    assert_eq!(driver.press(KeyCode::Char('ㅂ')), Next::Quit);
    assert_eq!(driver.ctrl('c'), Next::Quit);
    assert_eq!(driver.ctrl('z'), Next::Pause);
    assert_eq!(driver.ctrl('l'), Next::Redraw);
    assert_eq!(driver.press(KeyCode::Char('x')), Next::Idle);
}

/// Every screen in Korean, and not a word of English but names and keys.
#[test]
fn nothing_stays_english_in_korean() {
    const ALLOWED: &[&str] = &[
        "dateline",
        "enter",
        "space",
        "esc",
        "ctrl",
        "backspace",
        "check",
        "YAML",
        "pgup",
        "pgdn",
    ];
    let mut driver = Driver::with(Fake::new(), Lang::Ko, Start::Home);
    let mut seen = String::new();
    for keys in [
        "",
        "?",
        "⎋s",
        "?",
        "⎋⎋⏎",
        "?",
        "⎋i",
        "⎋",
        "f",
        "⎋",
        "⏎",
        "?",
        "⎋",
    ] {
        seen.push_str(&driver.keys(keys).screen());
    }
    driver.ctrl('p');
    seen.push_str(&driver.screen());
    driver.keys("⎋⎋⎋");
    seen.push_str(&driver.screen());
    let english: Vec<&str> = seen
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() > 2 && !ALLOWED.contains(word) && !matches!(*word, "flip"))
        .collect();
    assert!(english.is_empty(), "{english:?}");
}

/// Keys and sizes at random: nothing panics, and there is always a way out.
#[test]
fn any_keys_at_any_size() {
    use proptest::prelude::*;
    let key = prop_oneof![
        Just('⏎'),
        Just('⎋'),
        Just('⌫'),
        Just('↓'),
        Just('↑'),
        Just(' '),
        Just('?'),
        proptest::char::range('1', '9'),
        proptest::char::range('a', 'z'),
        Just('한'),
        Just('ㅕ'),
    ];
    let keys = proptest::collection::vec((key, 0u16..60, 0u16..20, any::<bool>()), 1..60);
    proptest!(ProptestConfig::with_cases(40), |(keys in keys)| {
        let mut driver = Driver::home();
        for (key, columns, rows, chord) in keys {
            if chord { driver.ctrl(key); } else { driver.keys(&key.to_string()); }
            driver.app.event(&Event::Mouse(MouseEvent {
                kind: MouseEventKind::Down(MouseButton::Left),
                column: columns / 3, row: rows, modifiers: KeyModifiers::NONE,
            }));
            let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
            driver.app.draw(&mut buffer);
        }
        driver.keys("⎋⎋⎋⎋");
        prop_assert!(matches!(driver.app.context(), Context::Home | Context::End));
    });
}

#[test]
fn a_card_that_was_edited_is_shown_as_it_is_now() {
    let mut driver = Driver::home();
    driver.keys("⏎");
    let card = driver.app.run.as_ref().unwrap().session.card().unwrap();
    let (id, line) = (card.id.clone(), card.place.line);
    assert_eq!(driver.press(KeyCode::Char('e')), Next::Edit);
    let spot = driver.app.to_edit().unwrap();
    assert_eq!(
        (spot.path.to_str(), spot.line),
        (Some("/decks/chips.yaml"), line)
    );
    let text = DECK.replace("What does a foundry make?", "What does a fab make?");
    driver.app.world.edited = read(Path::new("t.yaml"), text.as_bytes()).deck;
    driver.app.edited(Ok(()));
    assert_eq!(driver.app.to_edit(), None);
    let screen = driver.screen();
    assert!(screen.contains("What does a fab make?"), "{screen}");
    // What can't be read any more stays as it was, and that is told.
    assert_eq!(driver.press(KeyCode::Char('e')), Next::Edit);
    let text = DECK.replace(
        "    ask: What does a foundry make?",
        "    bogus: 1\n    ask: What?",
    );
    let reading = read(Path::new("t.yaml"), text.as_bytes());
    driver.app.world.edited = reading.deck;
    driver.app.world.wrong = reading.diagnostics.first().cloned();
    driver.app.edited(Ok(()));
    let screen = driver.screen();
    assert!(screen.contains("What does a fab make?"), "{screen}");
    assert!(
        screen.contains("t.yaml:") && screen.contains("'bogus'"),
        "{screen}"
    );
    // Gone: the next one comes.
    assert_eq!(driver.press(KeyCode::Char('e')), Next::Edit);
    let text = DECK.replace("id: flip", "id: flop");
    driver.app.world.edited = read(Path::new("t.yaml"), text.as_bytes()).deck;
    driver.app.edited(Ok(()));
    let run = driver.app.run.as_ref().unwrap();
    assert!(run.session.card().is_some_and(|card| card.id != id));
    // An editor that can't be started is told, and nothing is lost.
    driver.press(KeyCode::Esc);
    driver.keys("⏎");
    if driver.press(KeyCode::Char('e')) == Next::Edit {
        driver.app.edited(Err(crate::message!(
            "the editor 'x' can't be started",
            "편집기 'x': 시작할 수 없습니다"
        )));
        assert!(driver.screen().contains("can't be started"));
    }
}
