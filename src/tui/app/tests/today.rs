//! What of today is done, and what of it waits.

use super::*;

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
