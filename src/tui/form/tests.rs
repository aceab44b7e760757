//! The form at each size, in both languages.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::*;
use crate::deck::SHIPPED;
use crate::tui::testing::{SIZES, at_every_size, draw as drawn, snapshot};

fn form(kind: usize, texts: &[&str]) -> Form {
    let (name, text) = SHIPPED[0];
    let path = Path::new(name);
    let composer = Composer::open(path, text.as_bytes().to_vec(), &BTreeSet::new()).unwrap();
    let decks = vec![(composer.id().clone(), "The DeepSeek shock".to_owned())];
    let clock = StudyClock {
        zone: TimeZone::UTC,
        turnover: 240,
    };
    let mut form = Form::new(composer, decks, 0, clock);
    form.go_to(1);
    for _ in 0..kind {
        form.key(&KeyEvent::new(KeyCode::Right, KeyModifiers::NONE));
    }
    for text in texts {
        form.step(Move::Down);
        form.paste(text);
    }
    form.read(now());
    form
}

fn now() -> Timestamp {
    Timestamp::from_second(1_739_180_000).unwrap()
}

#[test]
fn looks() {
    let forms = [
        ("empty", form(0, &[])),
        (
            "figure",
            form(
                3,
                &[
                    "How many GPUs does Alexandr Wang say DeepSeek has, in the article of February 2025?",
                    "알렉산더 왕이 말한 GPU 수는?",
                    "{gpus.wang}",
                ],
            ),
        ),
        (
            "cloze",
            form(
                8,
                &[
                    "R1 came out in {{January 2025}}, as {{open source}}.",
                    "R1은 {{2025년 1월}}에 나왔다.",
                ],
            ),
        ),
        (
            "wrong",
            form(5, &["Which is it?", "", "one; two", "", "three"]),
        ),
    ];
    for (what, form) in forms {
        for lang in Lang::ALL {
            for size in SIZES {
                let name = format!("{what}-{}x{}-{lang}", size.0, size.1);
                let screen = drawn(size, lang, |canvas| form.draw(canvas, now()));
                insta::assert_snapshot!(name, snapshot(&screen));
            }
        }
    }
}

#[test]
fn any_size() {
    let mut form = form(2, &["Who?", "누구?", "Chang", "", ""]);
    at_every_size(|canvas| form.draw(canvas, now()));
    form.look();
    at_every_size(|canvas| form.draw(canvas, now()));
    let screen = drawn((40, 12), Lang::En, |canvas| form.draw(canvas, now()));
    insta::assert_snapshot!("looked-at-40x12", snapshot(&screen));
}

#[test]
fn a_question_is_shown_before_there_is_an_answer() {
    for kind in 0..11 {
        for texts in [
            &[][..],
            &["How many farms does it say were hit regionally"][..],
        ] {
            let form = form(kind, texts);
            let screen = snapshot(&drawn((100, 30), Lang::En, |canvas| {
                form.draw(canvas, now())
            }));
            // Nothing is wrong yet.
            assert!(!screen.contains('✗') && !screen.contains("! "), "{screen}");
            let words = screen.matches("regionally").count();
            // In its field, which shows all of it, and as a card.
            let asked =
                !texts.is_empty() && !matches!(Kind::ALL[kind], Kind::Cloze | Kind::TypedCloze);
            let shown = if asked { 2 } else { texts.len() };
            assert_eq!(words, shown, "{screen}");
            assert!(
                !screen.contains('…') || asked || texts.is_empty(),
                "{screen}"
            );
        }
    }
}

#[test]
fn the_card_is_read_for_a_picture_and_not_for_each_key() {
    let mut form = form(0, &["Who", "누구", "Chang", "창"]);
    let question = |form: &Form| form.cards[0].question.get(Lang::En).clone();
    form.go_to(2);
    form.key(&KeyEvent::from(KeyCode::Char('?')));
    form.paste("!");
    assert_eq!(question(&form), "Who");
    form.read(now());
    assert_eq!(question(&form), "Who?!");
    let read = Arc::clone(&form.cards[0]);
    form.read(now());
    assert!(Arc::ptr_eq(&read, &form.cards[0]), "nothing changed");
}
