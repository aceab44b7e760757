//! The search over all cards.

use super::*;

fn screen(driver: &mut Driver) -> String {
    driver.screen()
}

#[test]
fn a_card_is_found_and_shown_and_set_aside() {
    let mut driver = Driver::home();
    driver.keys("/");
    assert_eq!(driver.app.context(), Context::Search);
    // Letters are letters.
    driver.keys("foundry chips");
    let found = screen(&mut driver);
    assert!(
        found.contains("What does a foundry make?") && found.contains("1 card"),
        "{found}"
    );
    assert!(!found.contains("Who founded"), "{found}");
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Info);
    let shown = screen(&mut driver);
    for said in ["What does a foundry make?", "Chips", "t/flip"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    driver.keys("⎋");
    driver.ctrl('s');
    assert!(screen(&mut driver).contains("suspended"));
    driver.ctrl('r');
    assert!(!screen(&mut driver).contains("suspended"));
    driver.ctrl('s');
    driver.ctrl('s');
    assert!(!screen(&mut driver).contains("suspended ·"));
    driver.keys("⎋");
    assert_eq!(driver.app.context(), Context::Home);
}

#[test]
fn backspace_on_nothing_leaves_it() {
    let mut driver = Driver::home();
    driver.keys("/a⌫");
    assert_eq!(driver.app.context(), Context::Search);
    driver.keys("⌫");
    assert_eq!(driver.app.context(), Context::Home);
}

#[test]
fn a_session_goes_on_where_it_was() {
    let mut driver = Driver::home();
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Recall);
    driver.keys("/founded");
    assert!(screen(&mut driver).contains("Who founded the foundry model?"));
    // The next card but one of the session is set aside meanwhile.
    driver.ctrl('s');
    driver.keys("⎋");
    assert_eq!(driver.app.context(), Context::Recall);
    assert!(screen(&mut driver).contains("What does a foundry make?"));
    driver.keys("⏎4");
    let next = screen(&mut driver);
    assert!(next.contains("Which is a foundry?"), "{next}");
}

#[test]
fn a_full_disk_is_told() {
    let mut driver = Driver::home();
    driver.keys("/chips");
    driver.full.set(true);
    driver.ctrl('s');
    let screen = screen(&mut driver);
    assert!(
        screen.contains("the disk is full") && !screen.contains("suspended ·"),
        "{screen}"
    );
}

#[test]
fn what_is_taken_back_in_a_search_comes_in_the_session_below() {
    let mut driver = Driver::home();
    driver.keys("⏎⏎3⏎/");
    driver.ctrl('r');
    assert!(driver.screen().contains("Undone"), "{}", driver.screen());
    // The next key is for the search.
    driver.keys("f");
    let search = driver.app.search.as_ref().unwrap();
    assert_eq!(search.field.text(), "f");
    driver.keys("⌫⎋");
    assert!(driver.screen().contains("What does a foundry make?"));
}

#[test]
fn what_is_taken_back_leaves_the_cursor_where_it_is() {
    let mut driver = Driver::home();
    driver.keys("/foundry↓");
    driver.ctrl('s');
    let second = |event: &Entry| event.act.card().map(ToString::to_string);
    let suspended = driver.app.world.events.last().and_then(second);
    driver.ctrl('r');
    assert!(!driver.screen().contains("suspended ·"));
    driver.ctrl('s');
    assert_eq!(driver.app.world.events.last().and_then(second), suspended);
    assert!(suspended.is_some_and(|card| card != "t/flip"));
}

#[test]
fn who_edits_a_card_comes_back_to_it() {
    let mut driver = Driver::home();
    driver.keys("/foundry↓");
    let chosen = |driver: &Driver| {
        let search = driver.app.search.as_ref().unwrap();
        search.chosen().map(|row| row.card.to_string())
    };
    let before = chosen(&driver);
    assert_eq!(driver.press(KeyCode::F(4)), Next::Edit);
    driver.app.edited(Ok(()));
    assert_eq!(chosen(&driver), before);
    assert!(before.is_some_and(|card| card != "t/flip"));
}
