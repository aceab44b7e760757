//! Writing a card in the app, and editing one from anywhere.

use super::*;

impl Driver {
    /// Types a text, then goes to the next line.
    fn fill(&mut self, text: &str) -> &mut Self {
        self.keys(text).keys("↓")
    }
}

#[test]
fn a_card_is_written_and_stands_in_the_deck() {
    let mut driver = Driver::home();
    driver.keys("a");
    assert_eq!(driver.app.context(), Context::Form);
    driver
        .fill("Who makes 칩?")
        .fill("누가 만드나?")
        .fill("TSMC: a foundry");
    let screen = driver.screen();
    assert!(screen.contains("Who makes 칩?"), "{screen}");
    assert!(screen.contains("who-makes-칩"), "{screen}");
    driver.ctrl('s');
    let more = driver.app.world.text.strip_prefix(DECK).unwrap();
    assert_eq!(
        more,
        "  - id: who-makes-칩\n    ask: Who makes 칩?\n    ask.ko: 누가 만드나?\n    answer: 'TSMC: a foundry'\n"
    );
    let screen = driver.screen();
    assert!(
        screen.contains("Added to chips.yaml as 'who-makes-칩'"),
        "{screen}"
    );
    // The form is empty, and ready for the next one; the same id is not given twice.
    driver.fill("Who makes 칩?").fill("").fill("x");
    driver.ctrl('s');
    assert!(driver.app.world.text.contains("- id: who-makes-칩-2\n"));
    driver.keys("⎋");
    assert_eq!(driver.app.context(), Context::Home);
    assert_eq!(driver.app.world.deck.cards.len(), 5);
}

#[test]
fn one_language_hides_nothing_that_was_typed() {
    let mut driver = Driver::home();
    driver.keys("a").fill("Who?").fill("누가?").fill("TSMC");
    driver.ctrl('t');
    let screen = driver.screen();
    assert!(screen.contains("누가?"), "{screen}");
    driver.ctrl('s');
    let more = driver.app.world.text.strip_prefix(DECK).unwrap();
    assert!(more.contains("ask.ko: 누가?\n"), "{more}");
}

#[test]
fn a_card_that_is_not_right_is_not_written() {
    let mut driver = Driver::home();
    driver.keys("a").fill("Why?");
    driver.ctrl('s');
    let screen = driver.screen();
    assert!(screen.contains("a card with no answer"), "{screen}");
    assert_eq!(driver.app.world.text, DECK);
    // Leaving asks, once; anything else takes the question back.
    driver.keys("⎋");
    assert!(driver.screen().contains("esc once more"));
    driver.keys("x⎋");
    assert_eq!(driver.app.context(), Context::Form);
    driver.keys("⎋");
    assert_eq!(driver.app.context(), Context::Home);
    // What is not written stays in the form.
    driver.keys("a").fill("Why?").fill("").fill("So");
    driver.full.set(true);
    driver.ctrl('s');
    let screen = driver.screen();
    assert!(
        screen.contains("the disk is full") && screen.contains("Why?"),
        "{screen}"
    );
    driver.full.set(false);
    driver.ctrl('s');
    assert!(driver.app.world.text.contains("    answer: So\n"));
}

#[test]
fn what_someone_else_wrote_meanwhile_stays() {
    let mut driver = Driver::home();
    driver.keys("a").fill("Why?").fill("").fill("So");
    let theirs = format!("{DECK}  - id: why\n    ask: Why not?\n    answer: No\n");
    driver.app.world.text.clone_from(&theirs);
    driver.ctrl('s');
    assert!(driver.screen().contains("changed meanwhile"));
    assert_eq!(driver.app.world.text, theirs);
    // Nothing typed is lost, and the next try is beside what they wrote.
    driver.ctrl('s');
    let more = driver.app.world.text.strip_prefix(&theirs).unwrap();
    assert_eq!(more, "  - id: why-2\n    ask: Why?\n    answer: So\n");
}

#[test]
fn what_someone_else_broke_meanwhile_is_told_until_it_is_mended() {
    for (lang, told) in [
        (Lang::En, "can't be read as it is"),
        (Lang::Ko, "지금 그대로는 읽을 수 없습니다"),
    ] {
        let mut driver = Driver::with(Fake::new(), lang, Start::Home);
        driver.keys("a").fill("Why?").fill("").fill("So");
        let theirs = format!("{DECK}  - [\n");
        driver.app.world.text.clone_from(&theirs);
        for _ in 0..2 {
            driver.ctrl('s');
            let screen = driver.screen();
            let line = theirs.lines().count() + 1;
            assert!(screen.contains(&format!("chips.yaml:{line}:")), "{screen}");
            assert!(screen.contains(told) && screen.contains("Why?"), "{screen}");
            assert_eq!(driver.app.world.text, theirs);
        }
        driver.app.world.text = DECK.to_owned();
        driver.ctrl('s');
        driver.ctrl('s');
        assert!(driver.app.world.text.contains("    answer: So\n"));
    }
}

#[test]
fn a_card_of_another_kind() {
    let mut driver = Driver::home();
    driver.keys("a↑");
    // Left and right choose; the last before the first is the last one.
    driver.press(KeyCode::Left);
    let screen = driver.screen();
    assert!(screen.contains("‹ sides to match ›"), "{screen}");
    driver.keys("↓").fill("Who makes what?").keys("↓");
    driver.app.event(&Event::Paste("A = B\n; C = D".to_owned()));
    driver.ctrl('s');
    let more = driver.app.world.text.strip_prefix(DECK).unwrap();
    assert!(
        more.ends_with("    pairs:\n      - [\"A\", \"B\"]\n      - [\"C\", \"D\"]\n"),
        "{more}"
    );
    // One language: its fields alone, and what they say.
    driver.ctrl('t');
    let screen = driver.screen();
    assert!(!screen.contains("한국어\n"), "{screen}");
}

#[test]
fn a_card_that_was_added_in_a_session_comes_in_it() {
    let mut driver = Driver::home();
    driver.keys("⏎a");
    assert_eq!(driver.app.context(), Context::Form);
    driver.fill("More?").fill("").fill("yes");
    driver.ctrl('s');
    driver.keys("⎋");
    let run = driver.app.run.as_ref().unwrap();
    assert_eq!(run.session.left().new, 4);
    assert_eq!(driver.app.context(), Context::Recall);
}

#[test]
fn the_editor_opens_from_everywhere() {
    // The deck on the home screen; a card from its info, and from what is set aside.
    let mut driver = Driver::home();
    driver.keys("↓");
    assert_eq!(driver.press(KeyCode::Char('e')), Next::Edit);
    assert_eq!(driver.app.to_edit().unwrap().line, 1);
    driver.app.edited(Ok(()));
    driver.keys("⏎i");
    assert_eq!(driver.app.context(), Context::Info);
    assert_eq!(driver.press(KeyCode::Char('e')), Next::Edit);
    assert!(driver.app.to_edit().unwrap().line > 1);
    driver.app.edited(Ok(()));
    assert_eq!(driver.app.context(), Context::Recall);
    driver.keys("s⎋⎋s");
    assert_eq!(driver.app.context(), Context::Aside);
    assert_eq!(driver.press(KeyCode::Char('e')), Next::Edit);
    driver.app.edited(Ok(()));
    assert_eq!(driver.app.context(), Context::Aside);
    // No letter of an answer that is being typed is a command.
    let mut quiz = Driver::home();
    quiz.keys("z⏎");
    for _ in 0..10 {
        if quiz.app.context() == Context::QuizAnswer {
            break;
        }
        quiz.keys("e⏎");
        assert_eq!(quiz.app.to_edit(), None);
    }
    assert_eq!(quiz.press(KeyCode::Char('e')), Next::Edit);
    quiz.app.edited(Ok(()));
    assert_eq!(quiz.app.context(), Context::QuizAnswer);
    assert!(quiz.screen().contains("as it drew them"));
}

#[test]
fn any_keys_in_a_form_at_any_size() {
    use proptest::prelude::*;
    let key = prop_oneof![
        prop::char::any().prop_map(KeyCode::Char),
        prop::sample::select(vec![
            KeyCode::Tab,
            KeyCode::BackTab,
            KeyCode::Left,
            KeyCode::Right,
            KeyCode::Backspace,
            KeyCode::Enter,
        ]),
    ];
    let keys = prop::collection::vec((key, 0..12u16, 0..60u16), 1..40);
    proptest!(ProptestConfig::with_cases(32), |(keys in keys)| {
        let mut driver = Driver::home();
        driver.keys("a");
        for (key, rows, columns) in keys {
            driver.press(key);
            let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
            driver.app.draw(&mut buffer);
        }
        driver.ctrl('s');
        driver.ctrl('r');
        driver.screen();
        prop_assert!(driver.app.world.text.starts_with(DECK));
    });
}

#[test]
fn at_home_the_deck_under_the_cursor_is_edited_and_no_other() {
    let mut driver = Driver::home();
    // On today there is none to edit: that is told, and nothing is copied.
    assert_eq!(driver.press(KeyCode::Char('e')), Next::Draw);
    assert_eq!(driver.app.to_edit(), None);
    assert!(driver.screen().contains("Choose a deck"));
    driver.keys("↓");
    assert_eq!(driver.press(KeyCode::Char('e')), Next::Edit);
    // The copy is listed where the learner's own decks are.
    driver.app.world.before = vec!["another", "third"];
    driver.app.edited(Ok(()));
    let copy = PathBuf::from("/decks/chips.yaml");
    assert_eq!(driver.app.world.taken_away, [copy]);
    assert_eq!(driver.app.deck_under().unwrap().as_str(), "t");
    assert_eq!(driver.app.cursor.0, 3);
    driver.app.world.before.clear();
    driver.app.refresh();
    assert_eq!(driver.app.deck_under().unwrap().as_str(), "t");
}

#[test]
fn arrows_choose_on_a_line_with_choices_and_move_in_a_text() {
    let mut driver = Driver::home();
    driver.keys("aabc");
    driver.press(KeyCode::Left);
    driver.keys("x");
    assert!(driver.screen().contains("abxc"));
    driver.keys("↑");
    let before = driver.screen();
    driver.press(KeyCode::Right);
    assert_ne!(driver.screen(), before);
    driver.press(KeyCode::Left);
    assert_eq!(driver.screen(), before);
    driver.press(KeyCode::F(1));
    let help = driver.screen();
    for said in ["← ", "→ ", "the next choice", "ctrl-r: the card itself"] {
        assert!(help.contains(said), "{said}: {help}");
    }
}
