//! `dateline new` and `dateline schema` as an author calls them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use std::fs;

use home::{Run, World};

const NOW: &str = "2025-02-10T09:00:00+09:00";

fn run(world: &World, arguments: &[&str]) -> Run {
    world.run_at(NOW, arguments)
}

#[test]
fn a_new_deck_is_written_and_passes() {
    let world = World::new();
    for (arguments, file, words) in [
        (
            &["new", "rare-earths"][..],
            "rare-earths.yaml",
            "title: \"Rare earths\"",
        ),
        (
            &["new", "희토류", "--lang", "ko"],
            "희토류.yaml",
            "language: ko",
        ),
        (&["new", "sub/oil.yml"], "sub/oil.yml", "deck: oil\n"),
        (
            &["new", "gas", "--decks", "sub"],
            "sub/gas.yaml",
            "as_of: 2025-02-10 ",
        ),
    ] {
        fs::create_dir_all(world.path().join("sub")).unwrap();
        let made = run(&world, arguments);
        assert_eq!((made.code, made.errors.as_str()), (0, ""), "{arguments:?}");
        let wrote = match arguments.contains(&"ko") {
            true => format!("{file} 씀\n"),
            false => format!("wrote {file}\n"),
        };
        assert!(made.out.starts_with(&wrote), "{}", made.out);
        let text = fs::read_to_string(world.path().join(file)).unwrap();
        assert!(text.contains(words), "{text}");
        let checked = run(&world, &["check", "--strict", file]);
        assert_eq!(checked.code, 0, "{}", checked.out);
        let again = run(&world, &["check", "--diff", file]);
        assert_eq!((again.out.as_str(), again.errors.as_str()), ("", ""));
    }
}

#[test]
fn what_is_there_stays_and_names_are_names() {
    let world = World::new();
    for (arguments, told) in [
        (&["new", "chips"][..], "chips.yaml is there already"),
        (&["new", "My Deck"], "write 'my-deck'"),
        (&["new", ".yaml"], "a deck's name"),
        (&["new", "no/where"], "name a folder that there is"),
        (
            &["new", "x", "--decks", "chips.yaml"],
            "chips.yaml is no folder",
        ),
    ] {
        let before = fs::read(world.path().join("chips.yaml")).unwrap();
        let run = run(&world, arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.errors.contains(told), "{arguments:?}: {}", run.errors);
        assert_eq!(fs::read(world.path().join("chips.yaml")).unwrap(), before);
    }
}

#[test]
fn the_schema_that_is_printed_is_the_one_beside_the_decks() {
    let world = World::new();
    let printed = run(&world, &["schema"]);
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/decks/deck.schema.json");
    assert!(printed.out == fs::read_to_string(beside).unwrap());
    assert!(!run(&world, &["new", "oil"]).out.is_empty());
    world.write("deck.schema.json", printed.out.as_bytes());
    let made = run(&world, &["new", "gas"]);
    assert!(!made.out.contains("schema"), "{}", made.out);
}
