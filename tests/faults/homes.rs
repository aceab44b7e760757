//! A home that is made, and the index of its decks.

use super::*;
use terminal::Terminal;

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
                // Where nothing may be written, it is shown all the same.
                let looked_at = told.contains("errno: 30") && now == before;
                assert!(looked_at || kinds(&now) == after, "{told}");
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

#[test]
fn a_home_that_cannot_be_written_is_looked_at() {
    let world = studied();
    let home = home(&world);
    let read_only = |args: &[&str]| run_on(&world, &home, fault(EROFS, true), 1, args).0;
    let looks: [&[&str]; 6] = [
        &["due"],
        &["due", "--json"],
        &["log"],
        &["card", "chips/flip"],
        &["try", "chips/share", "9.4%"],
        &["check", "chips.yaml"],
    ];
    for edit in [
        home::DECK.to_owned(),
        home::DECK.replace("id: day", "id: date"),
    ] {
        world.write("chips.yaml", edit.as_bytes());
        let kept = Kept::of(home.clone()).files;
        let seen: Vec<Run> = looks.iter().map(|args| read_only(args)).collect();
        for args in [
            REVIEW,
            &["study", "--plain"],
            &["backup"],
            &["quiz", "--plain"],
        ] {
            assert_told(&read_only(args), &format!("{args:?}"));
        }
        let doctor = read_only(&["doctor"]);
        assert_eq!(doctor.code, 0, "{doctor:?}");
        // What is on a disk that is failing can be kept on another.
        let elsewhere = read_only(&["backup", "elsewhere.db"]);
        assert_eq!(elsewhere.code, 0, "{elsewhere:?}");
        fs::remove_file(world.path().join("elsewhere.db")).unwrap();
        assert_eq!(Kept::of(home.clone()).files, kept);
        // Where it can be written, all is just so.
        for (args, seen) in looks.iter().zip(seen) {
            let there = world.run(args);
            assert_eq!(
                (seen.code, &seen.out),
                (there.code, &there.out),
                "{args:?}: {seen:?}"
            );
            assert!(!seen.errors.contains("left out"), "{args:?}: {seen:?}");
        }
    }
    let environment = [
        ("LD_PRELOAD", shim().to_str().unwrap()),
        ("FAULT_UNDER", home.to_str().unwrap()),
        ("FAULT_AT", "1"),
        ("FAULT_ON", "1"),
        ("FAULT_ERRNO", "30"),
        ("DATELINE_HOME", home.to_str().unwrap()),
    ];
    let before = log(&world);
    let args = ["--decks", "chips.yaml", "--lang", "en"];
    let program = env!("CARGO_BIN_EXE_dateline");
    let mut terminal = Terminal::run_with(program, &args, world.path(), 100, 30, &environment);
    terminal.wait("Chips");
    terminal.wait("Nothing is recorded: cannot write to");
    terminal.press("\r");
    terminal.wait("Who founded TSMC?");
    terminal.press("Chang\r");
    terminal.wait("Morris Chang");
    terminal.press("3");
    terminal.wait("Not saved; the card stays");
    terminal.press("\x03");
    assert_eq!(terminal.end(), 0);
    assert_eq!(log(&world), before);
}
