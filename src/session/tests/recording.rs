//! What is recorded, and what a replay makes of it.

use proptest::prelude::*;

use super::*;

#[test]
fn the_time_is_from_the_question_to_the_rating() {
    let mut world = World::new(&["recall"]);
    world.wait(4);
    world.does(Input::Accept);
    world.wait(3);
    world.does(Input::Rate(Rating::Easy));
    let took = world.log.iter().find_map(|event| match &event.act {
        Act::Review(review) => Some(review.took_ms),
        _ => None,
    });
    assert_eq!(took, Some(7_000));
}

#[test]
fn what_was_recorded_is_what_a_replay_gives() {
    let world = run(
        &["recall", "text", "date"],
        "a 1 =Tucson a a a 2 a 3 =1 a 4",
    );
    for name in ["recall", "text", "date"] {
        assert_eq!(
            world.session.state(&id(name)),
            world.replayed(name),
            "{name}"
        );
    }
}

#[test]
fn what_could_not_be_written_was_not_given() {
    for (script, stage) in [("a", "recall! 3"), ("", "recall?")] {
        let mut world = run(&["recall", "text"], script);
        world.full = true;
        for input in inputs("4 s b u")
            .into_iter()
            .chain([Input::Flag("x".to_owned())])
        {
            world.does(input);
        }
        assert_eq!(up(&world.session), stage);
        assert_eq!(world.session.tally().done(), 0);
        assert!(world.log.is_empty());
        // And when there is room again, it goes on.
        world.full = false;
        for input in inputs("a 4") {
            world.does(input);
        }
    }
}

fn any_input() -> impl Strategy<Value = Input> {
    prop_oneof![
        4 => Just(Input::Accept),
        2 => (0usize..4).prop_map(|index| Input::Rate(Rating::ALL[index])),
        2 => "[0-9A-Z가-힣, ]{0,6}".prop_map(Input::Edit),
        2 => prop_oneof![
            Just(Move::Up), Just(Move::Down), Just(Move::Left), Just(Move::Right)
        ].prop_map(Input::Move),
        2 => (0usize..6).prop_map(Input::Pick),
        1 => (0usize..6).prop_map(Input::GoTo),
        1 => Just(Input::Toggle),
        1 => Just(Input::TakeBack),
        1 => Just(Input::Hint),
        1 => Just(Input::Peek),
        1 => Just(Input::Undo),
        1 => Just(Input::Suspend),
        1 => Just(Input::Bury),
        1 => "[a-z]{0,3}".prop_map(Input::Flag),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// Whatever is done: the states the session goes by are those the log gives.
    #[test]
    fn any_session_agrees_with_its_log(script in prop::collection::vec((any_input(), 0i64..400), 0..60)) {
        let cards = cards();
        let names: Vec<&str> = cards.keys().map(String::as_str).collect();
        let mut world = World::new(&names);
        for (input, seconds) in script {
            world.wait(seconds);
            world.does(input);
        }
        for name in names {
            prop_assert_eq!(world.session.state(&id(name)), world.replayed(name), "{}", name);
        }
        let reviews = world.session.tally().done();
        let reviewed: u32 = cards.keys().map(|name| world.replayed(name).reviews).sum();
        prop_assert_eq!(reviews, reviewed);
    }
}
