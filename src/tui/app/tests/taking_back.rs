//! What one does while typing, beyond the text: taking back what was entered.

use super::*;
use crate::quiz;
use crate::session::{Asking, Draft, testing};

/// A collection with nothing but the card of this name, of the session's deck.
fn only(name: &str) -> Fake {
    let mut world = Fake::new();
    world.deck = read(Path::new("chips.yaml"), testing::DECK.as_bytes())
        .deck
        .unwrap();
    let card = testing::id(name);
    world.deck.cards.retain(|known| known.id == card);
    world
}

/// That card as it is asked, in a session and in a quiz.
fn asked(name: &str, lang: Lang) -> [Driver; 2] {
    let brief = Brief {
        decks: Vec::new(),
        tags: Vec::new(),
        kinds: Vec::new(),
        number: 1,
        limit: None,
        seed: 7,
        count_reviews: false,
    };
    [Start::Study(Wanted::default()), Start::Quiz(brief)]
        .map(|start| Driver::with(only(name), lang, start))
}

fn asking(driver: &Driver) -> &Asking {
    let of_run = driver.app.run.as_ref().map(|run| run.session.stage());
    match (of_run, &driver.app.quiz) {
        (Some(Stage::Asking(asking)), _) => asking,
        (None, Some(Quiz::Sitting(seat))) => match seat.sitting.stage() {
            quiz::Stage::Asking(asking) => asking,
            _ => panic!("nothing is asked"),
        },
        _ => panic!("nothing is asked"),
    }
}

fn field(driver: &Driver) -> &str {
    asking(driver).draft.field().expect("nothing is typed")
}

/// Both ways in which terminals send it.
fn backspaces() -> [fn(&mut Driver); 2] {
    [
        |driver| {
            driver.press(KeyCode::Backspace);
        },
        |driver| {
            driver.ctrl('h');
        },
    ]
}

#[test]
fn the_last_item_of_a_list_returns_to_the_field() {
    for backspace in backspaces() {
        for mut driver in asked("list", Lang::En) {
            driver.keys("TSMC⏎");
            assert!(driver.screen().contains("1 of 2"), "{}", driver.screen());
            backspace(&mut driver);
            assert_eq!(field(&driver), "TSMC");
            assert!(!driver.screen().contains("1 of 2"), "{}", driver.screen());
            // From here on it is the field's.
            backspace(&mut driver);
            assert_eq!(field(&driver), "TSM");
        }
    }
}

#[test]
fn an_empty_gap_goes_back_to_the_one_before() {
    for backspace in backspaces() {
        for mut driver in asked("gaps#c1", Lang::Ko) {
            driver.keys("Qwen⏎");
            assert_eq!(field(&driver), "");
            backspace(&mut driver);
            assert_eq!(field(&driver), "Qwen");
            // One that is not empty keeps the cursor, even where nothing stands before it.
            driver.keys("⏎Ali");
            driver.press(KeyCode::Home);
            backspace(&mut driver);
            assert_eq!(field(&driver), "Ali");
        }
    }
}

#[test]
fn the_side_that_was_picked_goes() {
    for backspace in backspaces() {
        for mut driver in asked("compare", Lang::En) {
            let Draft::Compare { shown, larger, .. } = &asking(&driver).draft else {
                panic!("no comparison");
            };
            let line = shown.iter().position(|side| side == larger).unwrap();
            driver.keys(&(line + 1).to_string());
            assert!(driver.app.context().types());
            backspace(&mut driver);
            assert!(!driver.app.context().types());
        }
    }
}

#[test]
fn what_stands_in_a_list_already_is_not_entered_again() {
    for (lang, told) in [
        (Lang::En, "'tsmc' stands there already"),
        (Lang::Ko, "'tsmc': 이미 적었습니다"),
    ] {
        for mut driver in asked("list", lang) {
            driver.keys("TSMC⏎tsmc⏎");
            assert!(driver.screen().contains(told), "{}", driver.screen());
            assert_eq!(field(&driver), "");
            // It is told until one goes on.
            driver.keys("U");
            assert!(!driver.screen().contains(told), "{}", driver.screen());
            driver.keys("MC⏎");
            let correct = match driver.app.run.as_ref().map(|run| run.session.stage()) {
                Some(Stage::Answered(answered)) => {
                    let verdict = answered.turned.verdict.as_ref();
                    verdict.is_some_and(|verdict| verdict.outcome == Outcome::Correct)
                }
                Some(_) => false,
                None => true,
            };
            assert!(correct, "{}", driver.screen());
        }
    }
}
