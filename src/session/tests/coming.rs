//! Which card comes next, and when there is none.

use super::*;

#[test]
fn a_card_in_its_steps_comes_back() {
    let mut world = run(&["recall", "text"], "a 1");
    assert_eq!(up(&world.session), "text?", "the other comes first");
    world.does(Input::Edit("Phoenix".to_owned()));
    world.does(Input::Accept);
    world.does(Input::Rate(Rating::Easy));
    assert_eq!(up(&world.session), "recall?", "within the learn-ahead");
    world.wait(60);
    world.does(Input::Accept);
    world.does(Input::Accept);
    world.wait(600);
    world.does(Input::Accept);
    world.does(Input::Accept);
    assert_eq!(up(&world.session), "done");
    assert_eq!(world.session.tally().ratings, [1, 0, 2, 1]);
    assert_eq!(world.session.tally().new, 2);
    assert_eq!(world.session.left(), Counts::default());
}

/// One that was corrected is learned afresh; the learner met it long ago.
#[test]
fn a_corrected_card_is_not_counted_as_new() {
    let mut material = material(&["recall", "text"]);
    let known = CardState {
        reviews: 3,
        corrected: Some(("9.4 %".to_owned(), "9.6 %".to_owned())),
        ..CardState::default()
    };
    material.learner.states.insert(id("recall"), known);
    let mut world = World::with(material);
    world.does(Input::Accept);
    world.does(Input::Rate(Rating::Easy));
    world.does(Input::Edit("Phoenix".to_owned()));
    world.does(Input::Accept);
    world.does(Input::Rate(Rating::Easy));
    assert_eq!(world.session.tally().done(), 2);
    assert_eq!(world.session.tally().new, 1);
}

#[test]
fn minutes_cap_a_session() {
    let mut material = material(&["recall", "text"]);
    material.until = Some(start() + jiff::SignedDuration::from_mins(5));
    let mut world = World::with(material);
    world.wait(600);
    // The card that is up is finished.
    world.does(Input::Accept);
    assert_eq!(up(&world.session), "recall! 3");
    world.does(Input::Rate(Rating::Easy));
    assert_eq!(up(&world.session), "time up");
    assert_eq!(world.session.tally().done(), 1);
    assert_eq!(world.session.tally().seconds(world.now), 600);
}

#[test]
fn more_today() {
    let mut world = run(&["recall"], "a 4");
    assert_eq!(up(&world.session), "done");
    world.session.extend(material(&["date"]), world.now);
    world.deal();
    assert_eq!(up(&world.session), "date?");
    assert_eq!(world.session.tally().done(), 1);
}

#[test]
fn a_card_that_is_gone_is_passed_over() {
    let mut deck = World::new(&[]).deck;
    deck.remove(&id("recall"));
    let world = World::of(material(&["recall", "text"]), deck);
    assert_eq!(up(&world.session), "text?");
    assert_eq!(world.session.left().sum(), 1);
    assert_eq!(up(&World::new(&[]).session), "done");
}

#[test]
fn the_same_seed_asks_in_the_same_way() {
    let draft = |seed: u64| {
        let mut material = material(&["order"]);
        material.seed = seed;
        shown(&World::with(material))
    };
    assert_eq!(draft(1), draft(1));
    assert!((2..20).any(|seed| draft(seed) != draft(1)));
}

#[test]
fn what_is_done_and_what_is_left_stay_the_whole_of_it() {
    // Two new cards, each with two steps: an answer that only goes to the next
    // step finishes nothing.
    let mut world = World::new(&["recall", "text"]);
    let far = |world: &World| (world.session.finished(), world.session.left().sum());
    assert_eq!(far(&world), (0, 2));
    for (script, expected) in [
        ("a 3", (0, 2)),
        ("=Phoenix a 3", (0, 2)),
        ("a 4", (1, 1)),
        ("u", (0, 2)),
        ("a 4", (1, 1)),
        ("=Phoenix a 3", (2, 0)),
    ] {
        for input in inputs(script) {
            world.wait(120);
            world.does(input);
        }
        assert_eq!(far(&world), expected, "{script}");
    }
    // Another card comes in.
    let mut world = run(&["recall", "text"], "a 4");
    let text = world.deck.get(&id("text")).cloned();
    let material = material(&["text", "claim"]);
    world.session.renew(material, text, world.now);
    assert_eq!(far(&world), (1, 2));
}
