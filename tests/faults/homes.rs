//! A home that is made, and the index of its decks.

use super::*;

/// What `due` says of a home that is as it should be.
fn due(world: &World) -> String {
    let run = world.run(&["due"]);
    assert_eq!(run.code, 0, "{run:?}");
    run.out
}

#[test]
fn a_home_is_made_or_it_is_told_why_not() {
    let expected = due(&World::new());
    let world = World::new();
    let home = home(&world);
    sweep(
        &world,
        &home,
        std::slice::from_ref(&home),
        &["due"],
        |run, told| {
            if run.code == 0 {
                assert_eq!(run.out, expected, "{told}");
            } else {
                assert_told(run, told);
            }
            if database(&world).exists() {
                assert_whole(&world, told);
            }
            assert_eq!(log(&world), Vec::<String>::new(), "{told}");
            assert_eq!(due(&world), expected, "{told}");
            assert_whole(&world, told);
        },
    );
}

#[test]
fn an_edited_deck_is_indexed_whole_or_not_at_all() {
    // A card that is gone, one with another answer (told in the log), a new one.
    let edited = home::DECK
        .replace("What share?, number: 9.4%", "What share?, number: 9.5%")
        .replace("{ id: day, ask: When?", "{ id: new, ask: And when?");
    let world = studied();
    let args = ["--decks", "chips.yaml", "review", "chips/share", "good"];
    assert_eq!(world.run_at(SUNDAY, &args).code, 0);
    let home = home(&world);
    let kept = Kept::of(home.clone());
    let before = log(&world);
    world.write("chips.yaml", edited.as_bytes());
    let expected = due(&world);
    let kinds = |log: &[String]| -> Vec<String> {
        let words = log.iter().map(|event| event.split(' ').nth(1).unwrap());
        words.map(str::to_owned).collect()
    };
    let after = kinds(&log(&world));
    assert!(after.len() > before.len(), "{after:?}");
    kept.put_back();
    sweep(
        &world,
        &home,
        std::slice::from_ref(&home),
        &["due"],
        |run, told| {
            let now = log(&world);
            assert!(now.starts_with(&before), "{told}");
            if run.code == 0 {
                assert_eq!(run.out, expected, "{told}");
                assert_eq!(kinds(&now), after, "{told}");
            } else {
                assert_told(run, told);
            }
            assert_whole(&world, told);
            assert_eq!(due(&world), expected, "{told}");
            assert_eq!(kinds(&log(&world)), after, "{told}");
            assert_whole(&world, told);
        },
    );
}
