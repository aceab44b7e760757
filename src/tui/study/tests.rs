//! The study screen as it looks, for every kind of card, on both sides.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::*;
use crate::answer::Rating;
use crate::session::testing::{World, id, material};
use crate::session::{Asking, Pace, Stage};
use crate::tui::testing::{SIZES, at_every_size, draw, lines, snapshot};

/// A screen of a session on one card, after some inputs.
struct Shot {
    name: &'static str,
    world: World,
}

fn asking(world: &World) -> &Asking {
    match world.session.stage() {
        Stage::Asking(asking) => asking,
        other => panic!("{other:?}"),
    }
}

/// The line on which the choice, item or side `index` is shown.
fn line_of(world: &World, index: usize) -> usize {
    let shown = match &asking(world).draft {
        Draft::Choice { shown, .. } => shown.clone(),
        Draft::Compare { shown, .. } => shown.to_vec(),
        Draft::Pairs { right, .. } => right.clone(),
        other => panic!("{other:?}"),
    };
    shown.iter().position(|at| *at == index).unwrap()
}

/// Three cards, the first of which is shown.
fn on(card: &str) -> World {
    World::new(&[card, "recall", "text"].map(|name| if name == card { card } else { name }))
}

fn typing(card: &str, text: &str) -> World {
    let mut world = on(card);
    world.does(Input::Edit(text.to_owned()));
    world
}

fn typed(card: &str, text: &str) -> World {
    let mut world = typing(card, text);
    world.does(Input::Accept);
    world
}

/// Every kind, both sides, and what may surround a card.
fn shots() -> Vec<Shot> {
    let mut shots = Vec::new();
    let mut shot = |name, world| shots.push(Shot { name, world });

    let mut world = on("recall");
    world.does(Input::Hint);
    shot("recall-question", world);
    let mut world = on("recall");
    world.does(Input::Accept);
    shot("recall-answer", world);

    shot("cloze-question", on("cloze#c1"));
    let mut world = on("cloze#c1");
    world.does(Input::Accept);
    shot("cloze-answer", world);

    shot("gap-question", typing("gap#a100", "A1"));
    shot("gap-answer", typed("gap#a100", "H100"));
    let mut world = typed("gaps#c1", "Kimi");
    shot("gaps-question", typing("gaps#c1", ""));
    world.does(Input::Edit("Alibaba".to_owned()));
    shot("gaps-second", {
        let mut second = typed("gaps#c1", "Qwen");
        second.does(Input::Edit("Ali".to_owned()));
        second
    });
    world.does(Input::Accept);
    shot("gaps-answer", world);

    shot("text-question", on("text"));
    shot("text-right", typed("text", "Phoenix"));
    shot("text-slip", typed("text", "Phenix"));
    shot("text-slips", typed("text", "Pheonix Arizzona"));
    shot("text-layout", typed("text", "vlslrtm"));
    shot("text-particle", typed("text", "피닉스입니다"));
    shot("text-wrong", typed("text", "Phoebe"));
    shot("text-unknown", typed("text", ""));
    shot("number-question", typing("number", "38만 21"));
    shot("number-wrong", typed("number", "38만 2100"));
    shot("number-digits", typed("number", "38,120"));
    shot("number-reported", typed("times", "6"));
    shot("claim-question", on("claim"));
    shot("claim-answer", typed("claim", "50,000"));
    shot("date-wrong", typed("date", "2025-01-21"));

    let mut world = on("choice");
    world.does(Input::Move(Move::Down));
    shot("choice-question", world);
    let mut world = on("choice");
    world.does(Input::Pick(line_of(&world, 2)));
    shot("choice-answer", world);
    let mut world = on("boxes");
    world.does(Input::Pick(line_of(&world, 0)));
    world.does(Input::Pick(line_of(&world, 3)));
    shot("boxes-question", world);
    let mut world = on("boxes");
    world.does(Input::Pick(line_of(&world, 0)));
    world.does(Input::Pick(line_of(&world, 3)));
    world.does(Input::Accept);
    shot("boxes-answer", world);

    let mut world = typed("list", "TSMC");
    world.does(Input::Edit("Int".to_owned()));
    shot("list-question", world);
    let mut world = typed("list", "TSMC");
    world.does(Input::Edit("Intel".to_owned()));
    world.does(Input::Accept);
    shot("list-answer", world);

    let mut world = on("order");
    world.does(Input::GoTo(1));
    world.does(Input::Toggle);
    shot("order-question", world);
    let mut world = on("order");
    world.does(Input::Accept);
    shot("order-answer", world);

    let mut world = on("pairs");
    world.does(Input::Pick(1));
    shot("pairs-question", world);
    let mut world = on("pairs");
    for line in [1, 0, 2] {
        world.does(Input::Pick(line));
    }
    world.does(Input::Accept);
    shot("pairs-answer", world);

    shot("compare-question", on("compare"));
    let mut world = on("compare");
    world.does(Input::Pick(line_of(&world, 0)));
    world.does(Input::Edit("6".to_owned()));
    shot("compare-times", world);
    let mut world = on("compare");
    world.does(Input::Pick(line_of(&world, 0)));
    world.does(Input::Edit("61".to_owned()));
    world.does(Input::Accept);
    shot("compare-answer", world);

    let mut material = material(&["number", "recall"]);
    material
        .learner
        .states
        .entry(id("number"))
        .or_default()
        .corrected = Some(("38,120".to_owned(), "38,210".to_owned()));
    material
        .learner
        .states
        .entry(id("number"))
        .or_default()
        .flag = Some("Whose count?".to_owned());
    let mut world = World::with(material);
    world.does(Input::Peek);
    world.does(Input::Edit("38210".to_owned()));
    world.does(Input::Accept);
    shot("corrected", world);
    shots
}

fn show(world: &World, canvas: &mut Canvas) {
    let mut study = Study::default();
    study.follow(&world.session);
    draw_with(&study, world, canvas);
}

fn draw_with(study: &Study, world: &World, canvas: &mut Canvas) {
    let lang = canvas.say().0;
    let lang = if world.session.peeking() {
        lang.other()
    } else {
        lang
    };
    let deck = match lang {
        Lang::En => "Chips",
        Lang::Ko => "칩",
    };
    let view = View::of_session(&world.session, lang, deck, world.session.tally().done() > 0);
    study.draw(canvas, &view);
}

#[test]
fn looks() {
    for shot in shots() {
        for lang in Lang::ALL {
            for size in SIZES {
                let name = format!("{}-{}x{}-{lang}", shot.name, size.0, size.1);
                let drawn = draw(size, lang, |canvas| show(&shot.world, canvas));
                insta::assert_snapshot!(name, snapshot(&drawn));
            }
        }
    }
}

#[test]
fn any_size() {
    for shot in shots() {
        at_every_size(|canvas| show(&shot.world, canvas));
    }
}

#[test]
fn nothing_is_told_before_the_answer() {
    // What is right must not stand on any question that asks for it to be typed.
    let cases = [
        ("text", "Phoenix"),
        ("number", "38,210"),
        ("times", "6.09"),
        ("date", "2025-01-20"),
        ("gap#a100", "A100"),
        ("list", "Samsung"),
        ("cloze#c1", "H800"),
    ];
    for (card, answer) in cases {
        let world = on(card);
        let (buffer, _) = draw((100, 30), Lang::En, |canvas| show(&world, canvas));
        let text = lines(&buffer).join("\n");
        assert!(!text.contains(answer), "{card}:\n{text}");
    }
}

#[test]
fn rating_keys_are_buttons_and_so_are_choices() {
    let mut world = on("recall");
    world.does(Input::Accept);
    for size in [(100, 30), (80, 24), (40, 12), (20, 5)] {
        let (_, marks) = draw(size, Lang::En, |canvas| show(&world, canvas));
        for rating in Rating::ALL {
            let found = marks
                .targets
                .iter()
                .any(|(_, command)| command == Command::Rate(rating));
            assert!(found, "{rating} at {size:?}");
        }
    }
    let world = on("choice");
    let (buffer, marks) = draw((80, 24), Lang::En, |canvas| show(&world, canvas));
    let row = lines(&buffer)
        .iter()
        .position(|line| line.contains("TSMC"))
        .unwrap();
    let row = u16::try_from(row).unwrap();
    let wanted = Command::Pick(line_of(&world, 0));
    assert_eq!(marks.targets.at(20, row), Some(wanted));
}

#[test]
fn a_long_card_is_scrolled_and_says_so() {
    let mut world = on("recall");
    world.does(Input::Accept);
    let mut study = Study::default();
    study.follow(&world.session);
    let shot = |study: &Study| {
        let (buffer, _) = draw((30, 8), Lang::En, |canvas| draw_with(study, &world, canvas));
        lines(&buffer).join("\n")
    };
    let first = shot(&study);
    assert!(first.contains('▼') && !first.contains('▲'), "{first}");
    assert_eq!(study.input(&world.session, Command::Page(Move::Down)), None);
    let second = shot(&study);
    assert!(second.contains('▲'), "{second}");
    for _ in 0..50 {
        study.input(&world.session, Command::Move(Move::Down));
        shot(&study);
    }
    let last = shot(&study);
    assert!(!last.contains('▼') && last.contains("The Daily"), "{last}");
    // From the end one step is one step, however often one tried to go on.
    study.input(&world.session, Command::Move(Move::Up));
    assert!(shot(&study).contains('▼'));
    // The next side begins at its beginning.
    world.does(Input::Rate(Rating::Easy));
    study.follow(&world.session);
    assert_eq!(study.scroll, None);
}

#[test]
fn each_step_counts_that_comes_before_the_next_picture() {
    let mut world = on("recall");
    let mut study = Study::default();
    let shot = |study: &Study, world: &World| {
        draw((30, 8), Lang::En, |canvas| draw_with(study, world, canvas));
        study.drawn.get().top
    };
    study.follow(&world.session);
    shot(&study, &world);
    // The question was no longer than its window, and the answer is.
    world.does(Input::Accept);
    study.follow(&world.session);
    let mut steps = |world: &World, direction, count| {
        for _ in 0..count {
            study.input(&world.session, Command::Move(direction));
        }
        shot(&study, world)
    };
    assert_eq!(steps(&world, Move::Down, 3), 3);
    assert_eq!(steps(&world, Move::Up, 2), 1);
    let last = steps(&world, Move::Down, 100);
    assert!(last > 3, "{last}");
    assert_eq!(steps(&world, Move::Up, 2), last - 2);
}

#[test]
fn the_cursor_is_always_in_view() {
    for shot in shots() {
        let Stage::Asking(asking) = shot.world.session.stage() else {
            continue;
        };
        if asking.draft.field().is_none() {
            continue;
        }
        for size in [
            (100, 30),
            (80, 24),
            (40, 12),
            (40, 6),
            (20, 3),
            (12, 2),
            (9, 1),
        ] {
            for lang in Lang::ALL {
                let (buffer, marks) = draw(size, lang, |canvas| show(&shot.world, canvas));
                assert!(
                    marks.cursor.is_some(),
                    "{} at {size:?}\n{}",
                    shot.name,
                    lines(&buffer).join("\n")
                );
            }
        }
    }
}

#[test]
fn keys_go_to_the_field_or_to_the_session() {
    let press = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
    let world = on("text");
    let mut study = Study::default();
    study.follow(&world.session);
    let typed = study.key(&world.session, &press('1'));
    assert_eq!(typed, Some(Input::Edit("1".to_owned())));
    let pasted = study.paste(&world.session, "2\u{1b}3");
    assert!(matches!(pasted, Some(Input::Edit(text)) if text.starts_with("12")));
    let world = on("recall");
    study.follow(&world.session);
    assert_eq!(study.key(&world.session, &press('x')), None);
    assert_eq!(study.paste(&world.session, "x"), None);
    assert_eq!(
        study.input(&world.session, Command::Accept),
        Some(Input::Accept)
    );
}

#[test]
fn what_is_typed_is_shown_letter_for_letter_and_safely() {
    for text in ["*bold*", "`x`", "\u{1b}[31mred", "a\u{202e}b", "{{c1::x}}"] {
        for card in ["text", "list", "gap#a100", "number"] {
            let mut world = typed(card, text);
            if matches!(world.session.stage(), Stage::Asking(_)) {
                world.does(Input::Accept);
            }
            let (buffer, _) = draw((80, 24), Lang::En, |canvas| show(&world, canvas));
            let shown = lines(&buffer).join("\n");
            assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
            if !text.contains(['\u{1b}', '\u{202e}']) {
                assert!(shown.contains(text), "{card} {text}\n{shown}");
            }
        }
    }
}

#[test]
fn cards_of_any_length_and_any_characters() {
    let long = "word ".repeat(4_000);
    let wide = "가나다라마바사".repeat(200);
    let nasty = "\\u001b[2Jclear \\u202eback 👩‍👩‍👧 e\\u0301 `code` *so* \\u0007";
    for text in [long.as_str(), wide.as_str(), nasty] {
        let yaml = format!(
            "deck: d\ncards:\n  - {{ id: a, ask: \"{text}\", answer: \"{text}\", hint: \"{text}\", note: \"{text}\" }}\n"
        );
        let reading = crate::deck::read(std::path::Path::new("d.yaml"), yaml.as_bytes());
        let Some(card) = reading.deck.and_then(|deck| deck.cards.into_iter().next()) else {
            continue; // The deck's reader refuses it, which is as good.
        };
        let card = std::sync::Arc::new(crate::deck::Card {
            id: id("recall"),
            ..card
        });
        let deck = [(id("recall"), card)].into();
        let mut world = World::of(material(&["recall"]), deck);
        for input in [Input::Hint, Input::Accept] {
            world.does(input);
            for size in [(100, 30), (40, 12), (1, 1), (7, 3)] {
                let (buffer, _) = draw(size, Lang::En, |canvas| show(&world, canvas));
                let shown = lines(&buffer).join("\n");
                assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{shown}");
            }
        }
    }
}

/// What is shipped is drawn whole at 80×24, and no question that is typed
/// shows its answer.
#[test]
fn shipped_decks() {
    for name in ["deepseek-shock.yaml", "ai-terms.yaml"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("decks")
            .join(name);
        let reading = crate::deck::read(&path, &std::fs::read(&path).unwrap());
        for card in reading.deck.unwrap().cards {
            let name = card.id.to_string();
            let draft = Draft::new(&card, 7);
            let answers: Vec<String> = card.answer.iter().map(|(_, text)| text.clone()).collect();
            let card = std::sync::Arc::new(crate::deck::Card {
                id: id("recall"),
                ..card
            });
            let deck = [(id("recall"), card)].into();
            let mut world = World::of(material(&["recall"]), deck);
            let shot = |world: &World, lang| {
                let (buffer, _) = draw((80, 24), lang, |canvas| show(world, canvas));
                let text = lines(&buffer).join("\n");
                assert!(!text.contains('▼'), "{name}\n{text}");
                text
            };
            for lang in Lang::ALL {
                let text = shot(&world, lang);
                let told = answers.iter().find(|answer| text.contains(*answer));
                let is_typed = matches!(draft, Draft::Text { .. } | Draft::Gaps { .. });
                assert!(!is_typed || told.is_none(), "{name}: {told:?}\n{text}");
            }
            while matches!(world.session.stage(), Stage::Asking(_)) {
                world.does(Input::Accept);
            }
            for lang in Lang::ALL {
                shot(&world, lang);
            }
        }
    }
}

#[test]
fn who_had_to_think_long_is_told_why_it_counts_as_hard() {
    for (seconds, told) in [(1, false), (50, true)] {
        let mut material = material(&["text", "recall"]);
        material.learner.pace = Pace::new(|| vec![2_000; 60]);
        let mut world = World::with(material);
        world.wait(seconds);
        world.does(Input::Edit("Phoenix".to_owned()));
        world.does(Input::Accept);
        let mut study = Study::default();
        study.follow(&world.session);
        let (buffer, _) = draw((80, 24), Lang::En, |canvas| {
            study.draw(
                canvas,
                &View::of_session(&world.session, Lang::En, "Chips", true),
            );
        });
        let text = lines(&buffer).join("\n");
        assert_eq!(text.contains("Right, but slow for you."), told, "{text}");
        assert_eq!(text.contains("[2 Hard"), told, "{text}");
    }
}
