//! What a learner does beside answering: undo, suspend, bury, flag, peek.

use super::*;

#[test]
fn undo() {
    // What is up after it, ratings in the tally, and whether the card is as new.
    let cases = [
        ("a 3 u", "recall?", [0; 4], true),
        ("a 4 =Phoenix a 3 u", "text?", [0, 0, 0, 1], false),
        ("a 4 =Phoenix a 3 u u", "recall?", [0; 4], true),
        ("a 4 u a 1", "text?", [1, 0, 0, 0], false),
        ("s u", "recall?", [0; 4], true),
        ("b u", "recall?", [0; 4], true),
        ("a s u", "recall?", [0; 4], true),
        ("u", "recall?", [0; 4], true),
        ("a u", "recall! 3", [0; 4], true),
    ];
    for (script, stage, ratings, new) in cases {
        let world = run(&["recall", "text"], script);
        assert_eq!(up(&world.session), stage, "{script}");
        assert_eq!(world.session.tally().ratings, ratings, "{script}");
        let state = world.session.state(&id("recall"));
        assert_eq!(state.phase == Phase::New, new, "{script}");
        assert_eq!(state, world.replayed("recall"), "{script}");
    }
}

#[test]
fn undo_at_the_end_goes_on() {
    let mut world = run(&["recall"], "a 4");
    assert_eq!(up(&world.session), "done");
    assert!(world.session.tally().ended.is_some());
    world.does(Input::Undo);
    assert_eq!(up(&world.session), "recall?");
    assert_eq!(world.session.tally().ended, None);
    assert_eq!(world.session.left().new, 1);
}

#[test]
fn suspended_and_buried_cards_leave() {
    let world = run(&["recall", "text"], "s");
    assert_eq!(up(&world.session), "text?");
    assert!(world.session.state(&id("recall")).suspended);
    let world = run(&["recall", "text"], "a b");
    assert_eq!(up(&world.session), "text?");
    let until = world.session.state(&id("recall")).buried_until;
    assert_eq!(until, Some(world.session.day().after(1)));
    assert_eq!(up(&run(&["recall"], "s").session), "done");
}

#[test]
fn flags_stay_on_the_card() {
    let mut world = World::new(&["recall"]);
    let flag = |world: &World| world.session.state(&id("recall")).flag;
    world.does(Input::Flag(" is this so? ".to_owned()));
    assert_eq!(flag(&world), Some("is this so?".to_owned()));
    assert_eq!(up(&world.session), "recall?");
    world.does(Input::Flag("no".to_owned()));
    assert_eq!(flag(&world), Some("no".to_owned()));
    world.does(Input::Flag(String::new()));
    assert_eq!(flag(&world), None);
    world.does(Input::Flag(String::new()));
    assert_eq!(flag(&world), Some(String::new()));
    world.does(Input::Undo);
    assert_eq!(flag(&world), None);
    assert_eq!(up(&world.session), "recall?");
}

#[test]
fn peeking_ends_with_the_card() {
    let mut world = World::new(&["recall", "text"]);
    world.does(Input::Peek);
    assert!(world.session.peeking());
    world.does(Input::Accept);
    assert!(world.session.peeking(), "both sides of it");
    world.does(Input::Rate(Rating::Easy));
    assert!(!world.session.peeking());
    world.does(Input::Peek);
    world.does(Input::Undo);
    assert!(!world.session.peeking(), "another card again");
}

#[test]
fn hints_and_addresses() {
    let hint = |world: &World| matches!(world.session.stage(), Stage::Asking(a) if a.hint);
    let mut world = World::new(&["recall"]);
    world.does(Input::Hint);
    assert!(hint(&world));
    world.does(Input::Open);
    assert_eq!(world.opened, ["https://example.org/fab"]);
    let mut world = World::new(&["text"]);
    world.does(Input::Hint);
    assert!(!hint(&world), "it has none");
}

#[test]
fn what_is_taken_back_of_a_card_that_is_gone_leaves_the_one_that_is_up() {
    let mut world = run(&["recall", "text"], "a 4 =Phoe");
    assert_eq!(up(&world.session), "text?");
    world.deck.remove(&id("recall"));
    world.does(Input::Undo);
    assert_eq!(up(&world.session), "text?");
    let Stage::Asking(asking) = world.session.stage() else {
        panic!("nothing is asked");
    };
    assert_eq!(asking.draft.field(), Some("Phoe"));
    assert_eq!(world.session.state(&id("recall")), world.replayed("recall"));
}
