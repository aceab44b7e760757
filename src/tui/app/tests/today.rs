//! What of today is done, and what of it waits.

use super::*;

/// A session of at most so many cards.
fn capped(world: Fake, lang: Lang, cards: u32) -> Driver {
    let caps = Caps {
        cards: Some(cards),
        ..Caps::default()
    };
    let wanted = Wanted {
        caps,
        ..Wanted::default()
    };
    Driver::with(world, lang, Start::Study(wanted))
}

#[test]
fn home_says_when_the_card_in_its_steps_comes() {
    for (lang, told) in [
        (Lang::En, "The next card comes at 14:32."),
        (Lang::Ko, "다음 카드는 14:32에 나옵니다."),
    ] {
        let mut world = Fake::new();
        world.deck.cards.truncate(1);
        world.learn_ahead = 0;
        let mut driver = Driver::with(world, lang, Start::Home);
        driver.keys("⏎⏎1⏎⏎");
        assert_eq!(driver.app.context(), Context::Home);
        assert!(driver.screen().contains(told), "{}", driver.screen());
    }
}

#[test]
fn what_is_held_back_is_told_with_it() {
    let mut world = Fake::new();
    world.new_limit = 1;
    world.learn_ahead = 0;
    let mut driver = Driver::with(world, Lang::En, Start::Home);
    driver.keys("⏎⏎1⏎⏎");
    let screen = driver.screen();
    assert!(
        screen.contains("The next card comes at 14:32.") && screen.contains("limits. m: more"),
        "{screen}"
    );
}

#[test]
fn what_a_cap_left_out_waits_and_comes_first() {
    for (lang, done, waits) in [
        (Lang::En, "Done for today", "2 cards still wait"),
        (Lang::Ko, "오늘은 여기까지", "2장이 남아 있습니다"),
    ] {
        let mut driver = capped(Fake::new(), lang, 1);
        driver.keys("⏎4");
        assert_eq!(driver.app.context(), Context::End);
        let screen = driver.screen();
        assert!(screen.contains(waits), "{screen}");
        assert!(!screen.contains(done), "{screen}");
        // What waits within the limits lifts none.
        driver.keys("m");
        assert_eq!(driver.app.context(), Context::Typing);
        let mut events = driver.app.world.events.iter();
        assert!(!events.any(|event| matches!(event.act, Act::More { .. })));
        driver.keys("⏎4⏎4");
        let screen = driver.screen();
        assert!(screen.contains(done) && !screen.contains(waits), "{screen}");
    }
}

#[test]
fn limits_are_lifted_once_nothing_waits_within_them() {
    let mut world = Fake::new();
    world.new_limit = 2;
    let mut driver = capped(world, Lang::En, 1);
    driver.keys("⏎4m");
    assert_eq!(driver.app.context(), Context::Typing);
    driver.keys("⏎4m");
    assert_eq!(driver.app.context(), Context::Choice);
    let more = |event: &&Entry| matches!(event.act, Act::More { .. });
    assert_eq!(driver.app.world.events.iter().filter(more).count(), 1);
}

#[test]
fn undo_is_offered_where_there_is_something_to_undo() {
    for (lang, undo) in [(Lang::En, "u undo"), (Lang::Ko, "u 실행 취소")] {
        let mut driver = Driver::with(Fake::new(), lang, Start::Home);
        assert!(!driver.screen().contains(undo), "{}", driver.screen());
        // What was put off is no review.
        driver.keys("⏎b");
        driver.keys("⎋");
        assert_eq!(driver.app.context(), Context::Home);
        assert!(driver.screen().contains(undo), "{}", driver.screen());
        driver.keys("u");
        assert!(!driver.screen().contains(undo), "{}", driver.screen());
        // A session that begins can take back what was done before it.
        driver.keys("⏎⏎1⎋");
        let world = driver.app.world;
        let mut again = Driver::with(world, lang, Start::Study(Wanted::default()));
        again.ctrl('b');
        again.keys("⏎");
        assert!(again.screen().contains(undo), "{}", again.screen());
    }
}

#[test]
fn reviews_are_not_called_cards() {
    for (lang, told, wrong) in [(Lang::En, "Reviews", "Cards"), (Lang::Ko, "복습", "카드  ")] {
        let mut world = Fake::new();
        world.deck.cards.truncate(1);
        let mut driver = Driver::with(world, lang, Start::Home);
        driver.keys("⏎⏎1⏎4");
        assert_eq!(driver.app.context(), Context::End);
        let screen = driver.screen();
        assert!(screen.contains(told) && !screen.contains(wrong), "{screen}");
    }
}

#[test]
fn done_of_today_are_cards_as_in_the_session() {
    for (lang, none, one) in [
        (Lang::En, "0 of 3 done", "1 of 3 done"),
        (Lang::Ko, "3장 중 0장", "3장 중 1장"),
    ] {
        let mut world = Fake::new();
        world.learn_ahead = 0;
        let mut driver = Driver::with(world, lang, Start::Home);
        // Missed, they come back today.
        driver.keys("⏎⏎1⏎1");
        let screen = driver.screen();
        assert!(screen.contains("0 / 3"), "{screen}");
        driver.keys("⎋⏎");
        assert!(driver.screen().contains(none), "{}", driver.screen());
        driver.keys("⏎⏎4⎋⏎");
        assert!(driver.screen().contains(one), "{}", driver.screen());
    }
}
