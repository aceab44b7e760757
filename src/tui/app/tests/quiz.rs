//! A quiz as one takes it: keys in, screens and the log out.

use std::time::Duration;

use super::*;
use crate::deck::Task;
use crate::quiz::{Brief, Limit};
use crate::session::Draft;
use crate::tui::app::quiz::STRIDE;

fn brief() -> Brief {
    Brief {
        decks: Vec::new(),
        tags: Vec::new(),
        kinds: Vec::new(),
        number: 20,
        limit: None,
        seed: 7,
        count_reviews: false,
    }
}

fn at_once(brief: Brief) -> Driver {
    Driver::with(Fake::new(), Lang::En, Start::Quiz(brief))
}

impl Driver {
    fn card(&self) -> Arc<Card> {
        let Some(Quiz::Sitting(seat)) = &self.app.quiz else {
            panic!("no quiz is up");
        };
        seat.sitting.card().expect("a card is up").clone()
    }

    /// Answers the question that is up, rightly or not.
    fn answers(&mut self, rightly: bool) -> &mut Self {
        let card = self.card();
        let Some(Quiz::Sitting(seat)) = &self.app.quiz else {
            panic!("no quiz is up");
        };
        let crate::quiz::Stage::Asking(asking) = seat.sitting.stage() else {
            panic!("nothing is asked");
        };
        match (&card.task, &asking.draft) {
            (Task::Choice { right, .. }, Draft::Choice { shown, .. }) => {
                let line = shown.iter().position(|at| right.contains(at) == rightly);
                let digit = line.unwrap() + 1;
                self.keys(&digit.to_string())
            }
            _ if rightly => {
                let answer = card.answer.get(Lang::En).clone();
                self.keys(&answer).keys("⏎")
            }
            _ => self.keys("no idea at all⏎"),
        }
    }

    fn acts(&self) -> Vec<&'static str> {
        let events = self.app.world.events.iter();
        let named = events.map(|event| match &event.act {
            Act::Quiz { .. } => "quiz",
            Act::Answer(_) => "answer",
            Act::QuizEnd { finished: true, .. } => "end",
            Act::QuizEnd { .. } => "dropped",
            Act::Seen { .. } => "seen",
            Act::Review(_) => "review",
            _ => "other",
        });
        named.collect()
    }
}

#[test]
fn a_quiz_from_home_to_its_end_and_again() {
    let mut driver = Driver::home();
    driver.keys("z");
    assert_eq!(driver.app.context(), Context::QuizSetup);
    let screen = driver.screen();
    assert!(screen.contains("only 3 questions"), "{screen}");
    driver.keys("⏎");
    assert!(driver.screen().contains("Quiz · Tiny"));
    driver.answers(true);
    assert_eq!(driver.app.context(), Context::QuizAnswer);
    assert!(driver.screen().contains("enter next"));
    driver.keys("⏎").answers(false).keys("⏎").answers(true);
    assert_eq!(driver.acts(), ["quiz", "answer", "answer", "answer"]);
    driver.keys(" ");
    assert_eq!(driver.app.context(), Context::QuizEnd);
    let screen = driver.screen();
    assert!(screen.contains("2 of 3"), "{screen}");
    assert!(!screen.contains("try"), "{screen}");
    // Nothing of it is a review.
    assert_eq!(driver.acts(), ["quiz", "answer", "answer", "answer", "end"]);

    let asked = |driver: &Driver| match &driver.app.world.events.last().unwrap().act {
        Act::Quiz { brief, questions } => (brief.clone(), questions.clone()),
        other => panic!("{other:?}"),
    };
    let first = match &driver.app.world.events[0].act {
        Act::Quiz { brief, questions } => (brief.clone(), questions.clone()),
        other => panic!("{other:?}"),
    };
    driver.keys("r");
    assert_eq!(asked(&driver), first);
    for _ in 0..3 {
        driver.answers(true).keys("⏎");
    }
    let screen = driver.screen();
    assert!(
        screen.contains("✓ 3 of 3   your second try   2 of 3 last time"),
        "{screen}"
    );
    driver.keys("⏎");
    assert!(driver.screen().contains("Nothing was missed."));
    driver.keys("n");
    assert_ne!(asked(&driver).0.seed, first.0.seed);
    driver.keys("⎋");
    assert_eq!(driver.app.context(), Context::Home);
}

#[test]
fn questions_of_many_cards_are_counted_while_no_key_waits() {
    let cards: String = (0..STRIDE * 2 + 1)
        .map(|card| format!("- {{ id: c{card}, ask: 'Of {card}?', number: {card} }}\n"))
        .collect();
    let mut world = Fake::new();
    let text = format!("deck: t\ntitle: Many\ncards:\n{cards}");
    world.deck = read(Path::new("t.yaml"), text.as_bytes()).deck.unwrap();
    let mut driver = Driver::with(world, Lang::En, Start::Setup(brief()));
    let counts = |driver: &mut Driver| {
        let mut strides = 0;
        while driver.app.patience() == Some(Duration::ZERO) {
            assert!(driver.screen().contains('…'));
            driver.app.tick();
            strides += 1;
        }
        assert!(driver.screen().contains(" questions"));
        strides
    };
    assert_eq!(counts(&mut driver), 2);
    // What each asks for is known from then on.
    driver.press(KeyCode::Right);
    driver.keys(" ");
    assert_eq!(counts(&mut driver), 1);
    // It begins before it is counted, too.
    driver.keys(" ");
    assert_eq!(driver.app.patience(), Some(Duration::ZERO));
    driver.keys("⏎");
    assert!(driver.app.context() != Context::QuizSetup);
}

#[test]
fn what_is_left_goes_on_where_it_was() {
    let mut driver = at_once(brief());
    driver.answers(true).keys("⏎");
    let second = driver.card().id.clone();
    driver.keys("⎋");
    assert_eq!(driver.app.context(), Context::Home);
    assert!(driver.screen().contains("The quiz is kept"));
    driver.keys("z");
    assert_eq!(driver.app.context(), Context::QuizOffer);
    let screen = driver.screen();
    assert!(screen.contains("1 of 3 answered"), "{screen}");
    driver.keys("⏎");
    assert_eq!(driver.card().id, second);
    driver.answers(true).keys("⏎").answers(true).keys("⏎");
    assert!(driver.screen().contains("3 of 3"));
    assert_eq!(driver.acts(), ["quiz", "answer", "answer", "answer", "end"]);
    driver.keys("⎋z");
    assert_eq!(driver.app.context(), Context::QuizSetup);
}

#[test]
fn the_program_may_end_in_the_middle_of_a_quiz() {
    let mut driver = at_once(brief());
    driver.answers(false);
    let mut driver = Driver::with(driver.app.world, Lang::Ko, Start::Resume);
    assert!(driver.screen().contains("2 / 3"));
    driver.answers(true);
    let mut world = driver.app.world;
    world.events.clear();
    let mut driver = Driver::with(world, Lang::Ko, Start::Resume);
    assert_eq!(driver.app.context(), Context::QuizSetup);
    assert!(driver.screen().contains("남겨 둔 퀴즈가 없습니다"));
}

#[test]
fn a_new_quiz_ends_the_one_that_was_left() {
    let mut driver = at_once(brief());
    driver.answers(true).keys("⎋zn");
    assert_eq!(driver.app.context(), Context::QuizSetup);
    assert!(driver.screen().contains("Starting ends the quiz"));
    // Not before it begins.
    driver.keys("⎋z");
    assert_eq!(driver.app.context(), Context::QuizOffer);
    driver.keys("n⏎");
    assert_eq!(driver.acts(), ["quiz", "answer", "dropped", "quiz"]);
    assert!(driver.screen().contains("1 / 3"));
    // Nothing was answered in it: there is nothing to go on with.
    driver.keys("⎋");
    assert!(!driver.screen().contains("The quiz is kept"));
    driver.keys("z");
    assert_eq!(driver.app.context(), Context::QuizSetup);
}

#[test]
fn when_the_time_is_over_the_answer_is_taken_as_it_stands() {
    let mut driver = at_once(Brief {
        limit: Some(Limit::Question(20)),
        ..brief()
    });
    let screen = driver.screen();
    assert!(
        screen.contains("0:20 left") && !screen.contains('!'),
        "{screen}"
    );
    assert_eq!(driver.app.patience().unwrap().as_millis(), 1001);
    driver.time.set(driver.time.get() + 15);
    assert_eq!(driver.app.tick(), Next::Draw);
    assert!(driver.screen().contains("! 0:05 left"));
    driver.time.set(driver.time.get() + 5);
    assert_eq!(driver.app.tick(), Next::Draw);
    assert_eq!(driver.app.context(), Context::QuizAnswer);
    assert!(driver.screen().contains("Time is over"));
    assert_eq!(driver.acts(), ["quiz", "answer"]);
    // While one reads there is no hurry, and nothing to draw.
    assert_eq!(driver.app.patience(), None);
    assert_eq!(driver.app.tick(), Next::Idle);
    driver.keys("⏎");
    assert!(!driver.screen().contains("Time is over"));
}

#[test]
fn a_clock_ticks_with_the_second() {
    let mut driver = at_once(brief());
    assert!(driver.screen().contains("0:00"));
    assert!(driver.app.patience().is_some());
    driver.time.set(driver.time.get() + 61);
    assert_eq!(driver.app.tick(), Next::Draw);
    assert!(driver.screen().contains("1:01"));
    driver.keys("⎋");
    assert_eq!(driver.app.patience(), None);
}

#[test]
fn misses_go_into_study_as_just_seen() {
    let mut driver = at_once(brief());
    driver.answers(true).keys("⏎");
    let missed = driver.card().id.clone();
    driver.answers(false).keys("⏎").answers(true).keys("⏎");
    driver.full.set(true);
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::QuizEnd);
    assert!(driver.screen().contains("the disk is full"));
    driver.full.set(false);
    driver.keys("⏎");
    let seen: Vec<&Act> = driver
        .app
        .world
        .events
        .iter()
        .map(|event| &event.act)
        .filter(|act| matches!(act, Act::Seen { .. }))
        .collect();
    assert!(matches!(seen.as_slice(), [Act::Seen { card, .. }] if *card == missed));
    // The score stays until one wants to study.
    assert_eq!(driver.app.context(), Context::QuizEnd);
    assert!(driver.screen().contains("1 card is in today's study"));
    let events = driver.app.world.events.len();
    driver.keys("⏎");
    assert!(driver.app.run.is_some() && driver.app.quiz.is_none());
    assert_eq!(driver.app.world.events.len(), events);
}

#[test]
fn what_was_not_recorded_was_not_answered() {
    let mut driver = at_once(brief());
    let card = driver.card().id.clone();
    driver.full.set(true);
    driver.answers(true);
    let screen = driver.screen();
    assert!(
        screen.contains("Not saved") && screen.contains("the disk is full"),
        "{screen}"
    );
    assert_eq!(driver.card().id, card);
    assert_ne!(driver.app.context(), Context::QuizAnswer);
    driver.full.set(false);
    driver.answers(true);
    assert_eq!(driver.app.context(), Context::QuizAnswer);
    // Nor does a quiz begin.
    let world = Fake::new();
    world.full.set(true);
    let mut driver = Driver::with(world, Lang::En, Start::Setup(brief()));
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::QuizSetup);
    assert!(driver.screen().contains("the disk is full"));
    // Nor end.
    let mut driver = at_once(brief());
    driver
        .answers(true)
        .keys("⏎")
        .answers(true)
        .keys("⏎")
        .answers(true);
    driver.full.set(true);
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::QuizAnswer);
    driver.full.set(false);
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::QuizEnd);
}

#[test]
fn it_is_written_to_a_file_that_was_not_there() {
    let mut driver = at_once(brief());
    for _ in 0..3 {
        driver.answers(true).keys("⏎");
    }
    driver.keys("e");
    assert_eq!(driver.app.context(), Context::Prompt);
    let screen = driver.screen();
    assert!(screen.contains("To which file?  quiz-7.md"), "{screen}");
    driver.keys("⏎");
    assert!(driver.screen().contains("Written to quiz-7.md."));
    let (name, text) = &driver.app.world.files[0];
    assert_eq!(name, "quiz-7.md");
    assert!(
        text.contains("Which is a foundry?") && text.contains("# Key"),
        "{text}"
    );
    driver.keys("e⏎");
    assert!(driver.screen().contains("quiz-7.md is there already"));
    driver.keys("e⎋");
    assert_eq!(driver.app.context(), Context::QuizEnd);
    assert_eq!(driver.app.world.files.len(), 1);
}

#[test]
fn what_fits_no_card_is_told_and_changed() {
    let mut driver = at_once(Brief {
        kinds: vec![crate::quiz::Kind::Pairs],
        ..brief()
    });
    assert_eq!(driver.app.context(), Context::QuizSetup);
    let screen = driver.screen();
    assert!(screen.contains("Nothing to ask"), "{screen}");
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::QuizSetup);
    assert!(driver.app.world.events.is_empty());
    // Of all kinds there are some.
    driver.keys("↓ ⏎");
    assert_eq!(driver.acts(), ["quiz"]);
}

#[test]
fn letters_are_letters_while_one_types_in_a_quiz() {
    let mut driver = at_once(brief());
    while driver.app.context() != Context::QuizTyping {
        driver.answers(true).keys("⏎");
    }
    driver.keys("qzt?5");
    assert_eq!(driver.app.context(), Context::QuizTyping);
    assert!(driver.screen().contains("qzt?5"));
    driver.ctrl('t');
    assert_eq!(driver.app.context(), Context::QuizTyping);
    driver.press(KeyCode::F(1));
    assert_eq!(driver.app.context(), Context::Overlay);
    driver.keys("⎋⎋");
    assert_eq!(driver.app.context(), Context::Home);
}

#[test]
fn keys_of_a_korean_keyboard_work() {
    let mut driver = Driver::with(Fake::new(), Lang::Ko, Start::Home);
    driver.keys("ㅋ");
    assert_eq!(driver.app.context(), Context::QuizSetup);
    driver.ctrl('p');
    driver.keys("시작⏎");
    assert!(driver.screen().contains("퀴즈 · 작은 덱"));
}

/// Every screen of a quiz in Korean, and not a word of English but names and keys.
#[test]
fn nothing_of_a_quiz_stays_english_in_korean() {
    const ALLOWED: &[&str] = &[
        "enter",
        "space",
        "esc",
        "ctrl",
        "backspace",
        "pgup",
        "pgdn",
        "TSMC",
        "ARM",
        "Nvidia",
        "Morris",
        "Chang",
        "Who",
        "founded",
        "the",
        "foundry",
        "model",
        "Which",
        "idea",
        "all",
        "Chips",
        "quiz",
        // Cut by what lies above it.
        "found",
        "ide",
    ];
    let mut driver = Driver::with(Fake::new(), Lang::Ko, Start::Home);
    let mut seen = String::new();
    for keys in ["z", "?", "⎋⏎"] {
        seen.push_str(&driver.keys(keys).screen());
    }
    for _ in 0..3 {
        driver.press(KeyCode::F(1));
        seen.push_str(&driver.screen());
        seen.push_str(&driver.keys("⎋").answers(false).screen());
        seen.push_str(&driver.keys("?").screen());
        seen.push_str(&driver.keys("⎋⏎").screen());
    }
    assert_eq!(driver.app.context(), Context::QuizEnd);
    for keys in ["?", "⎋e", "⎋r⎋z"] {
        seen.push_str(&driver.keys(keys).screen());
    }
    let english: Vec<&str> = seen
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() > 2 && !ALLOWED.contains(word))
        .collect();
    assert!(english.is_empty(), "{english:?}");
}

/// Keys and sizes at random: nothing panics, and there is always a way out.
#[test]
fn any_keys_in_a_quiz_at_any_size() {
    use proptest::prelude::*;
    let key = prop_oneof![
        Just('⏎'),
        Just('⏎'),
        Just('⎋'),
        Just('⌫'),
        Just('↓'),
        Just('↑'),
        Just(' '),
        Just('?'),
        Just('z'),
        Just('r'),
        Just('n'),
        Just('e'),
        proptest::char::range('0', '9'),
        proptest::char::range('a', 'z'),
        Just('ㅋ'),
    ];
    let keys = proptest::collection::vec((key, 0u16..60, 0u16..20, 0i64..40), 1..60);
    proptest!(ProptestConfig::with_cases(40), |(keys in keys)| {
        let mut driver = Driver::with(Fake::new(), Lang::En, Start::Setup(Brief {
            limit: Some(Limit::Question(30)),
            ..brief()
        }));
        for (key, columns, rows, seconds) in keys {
            driver.keys(&key.to_string());
            driver.time.set(driver.time.get() + seconds);
            driver.app.tick();
            if seconds % 3 == 0 {
                driver.app.event(&Event::Mouse(MouseEvent {
                    kind: MouseEventKind::Down(MouseButton::Left),
                    column: columns / 3, row: rows, modifiers: KeyModifiers::NONE,
                }));
            }
            let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
            driver.app.draw(&mut buffer);
        }
        driver.keys("⎋⎋⎋⎋");
        prop_assert!(matches!(driver.app.context(), Context::Home | Context::End));
    });
}
