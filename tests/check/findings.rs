//! What is found, where it stands, and how it counts.

use super::*;

#[test]
fn what_is_doubtful_counts_when_strict() {
    let world = world(&[("doubtful.yaml", DOUBTFUL), ("wrong.yaml", WRONG)]);
    for (arguments, code) in [
        (vec!["doubtful.yaml"], 0),
        (vec!["doubtful.yaml", "--strict"], 1),
        (
            vec![
                "doubtful.yaml",
                "--strict",
                "--ignore",
                "yes-no,same-question",
            ],
            0,
        ),
        (
            vec![
                "doubtful.yaml",
                "--strict",
                "--ignore",
                "yes-no",
                "--ignore",
                "same-question",
            ],
            0,
        ),
        (
            vec!["doubtful.yaml", "--strict", "--select", "long-list"],
            0,
        ),
        (vec!["wrong.yaml"], 1),
        (vec!["wrong.yaml", "--ignore", "unknown-key"], 0),
        (vec!["wrong.yaml", "--select", "unknown-kye"], 2),
    ] {
        let run = check(&world, &arguments);
        assert_eq!(run.code, code, "{arguments:?}: {}{}", run.out, run.errors);
    }
    let run = check(&world, &["wrong.yaml", "--select", "unknown-kye"]);
    assert!(
        run.errors.contains("did you mean 'unknown-key'?"),
        "{}",
        run.errors
    );
    assert_eq!(
        codes(&world, &["doubtful.yaml"]),
        ["yes-no", "same-question"]
    );
    assert_eq!(
        codes(
            &world,
            &[
                "doubtful.yaml",
                "wrong.yaml",
                "--select",
                "yes-no, unknown-key"
            ]
        ),
        ["yes-no", "unknown-key"]
    );
}

#[test]
fn a_comment_ignores_on_its_line() {
    let text = DOUBTFUL.replace("answer: Yes", "answer: Yes # dateline: ignore yes-no");
    let world = world(&[("doubtful.yaml", &text)]);
    assert_eq!(codes(&world, &["doubtful.yaml"]), ["same-question"]);
}

#[test]
fn a_learners_flag_is_told_at_its_card() {
    let world = world(&[(
        "decks/fab.yaml",
        "deck: fab\ncards:\n  - id: where\n    ask: Where is it?\n    answer: Arizona\n",
    )]);
    assert_eq!(codes(&world, &["decks"]), [] as [&str; 0]);
    let mut store = dateline::store::Store::open(&world.path().join("home")).unwrap();
    let clock = dateline::settings::Settings::default().study_clock(jiff::tz::TimeZone::UTC);
    let now: jiff::Timestamp = NOW.parse().unwrap();
    let flag = dateline::schedule::Act::Flag {
        card: "fab/where".parse().unwrap(),
        why: "it moved to Ohio".to_owned(),
    };
    store.record(flag, now, now, &clock).unwrap();
    drop(store);
    let run = check(&world, &["decks"]);
    assert!(
        run.out.starts_with(
            "decks/fab.yaml:3:5: warning[flagged]: a learner flagged it: it moved to Ohio"
        ),
        "{}{}",
        run.out,
        run.errors
    );
}

#[test]
fn a_learners_flag_goes_with_its_card_to_another_name() {
    const NAMELESS: &str = "deck: fab\ncards:\n  - ask: Where is it?\n    answer: Arizona\n    reverse: true\n  - ask: Who built it?\n    answer: TSMC\n";
    let of = |how: &str, edit: &dyn Fn(&World)| {
        let world = world(&[("decks/fab.yaml", NAMELESS)]);
        let deck = dateline::deck::read(Path::new("fab.yaml"), NAMELESS.as_bytes()).deck;
        let cards = deck.unwrap().cards;
        let due = world.run(&["--decks", "decks", "due"]);
        assert!(due.code <= 1, "{}", due.errors);
        let mut store = dateline::store::Store::open(&world.path().join("home")).unwrap();
        let clock = dateline::settings::Settings::default().study_clock(jiff::tz::TimeZone::UTC);
        let now: jiff::Timestamp = NOW.parse().unwrap();
        // Never reviewed, and the other way round: only the index knows it.
        let flag = dateline::schedule::Act::Flag {
            card: cards[1].id.clone(),
            why: "it moved".to_owned(),
        };
        store.record(flag, now, now, &clock).unwrap();
        drop(store);
        edit(&world);
        let told = |world: &World| {
            let run = check(world, &["decks", "--select", "flagged"]);
            run.out.lines().next().unwrap().to_owned()
        };
        let first = told(&world);
        // The app reads the deck anew, and all is as it was told.
        let due = world.run_at("2025-02-10T10:00:00+09:00", &["--decks", "decks", "due"]);
        assert!(due.code <= 1, "{}", due.errors);
        assert_eq!(told(&world), first, "{how}");
        first
    };
    let at = "decks/fab.yaml:3:5: warning[flagged]: a learner flagged it: it moved";
    // It writes a line for editors before it.
    let below = at.replace(":3:", ":4:");
    let fix = |world: &World| {
        let run = check(world, &["decks", "--fix"]);
        assert!(run.out.contains(&below), "{}", run.out);
    };
    assert_eq!(of("an id of --fix", &fix), below);
    let save = |text: String| move |world: &World| world.write("decks/fab.yaml", text.as_bytes());
    let named = NAMELESS.replace("- ask: Where", "- id: where\n    ask: Where");
    assert_eq!(of("an id", &save(named.clone())), at);
    assert_eq!(
        of("another answer", &save(NAMELESS.replace("TSMC", "Intel"))),
        at
    );
    // What is gone is told at nothing else.
    let gone = "deck: fab\ncards:\n  - ask: Who built it?\n    answer: TSMC\n".to_owned();
    assert_eq!(of("gone", &save(gone)), "1 deck, 1 card: nothing is wrong");
}

#[test]
fn options_named_by_themselves_are_checked_as_options() {
    for name in ["options.yaml", "options.yml"] {
        let world = World::new();
        world.write(name, b"retention: 2\n");
        let told = world.run(&["check", name]);
        assert_eq!(told.code, 1, "{}", told.out);
        assert!(
            told.out.contains("1 | retention: 2\n")
                && told.out.ends_with("0 decks, 0 cards: 1 error\n"),
            "{}",
            told.out
        );
        world.write(name, b"retention: 0.9\n");
        let told = world.run(&["check", name]);
        assert_eq!(told.code, 0, "{}", told.errors);
        assert_eq!(told.out, "0 decks, 0 cards: nothing is wrong\n");
    }
}

#[test]
fn a_day_ends_when_the_learners_does() {
    let deck = "deck: d
cards:
  - { id: a, ask: When is it?, date: 2025-02-09, until: 2025-02-09 }
";
    let world = world(&[("d.yaml", deck)]);
    let past = |now: &str| {
        let told = world.run_at(now, &["check", "d.yaml"]).out;
        told.contains("past-until")
    };
    // Two in the morning is still the day before; at the turnover it is over.
    assert!(!past("2025-02-10T02:00:00+09:00"));
    assert!(past("2025-02-10T04:00:00+09:00"));
    world.write("home/config.yaml", b"turnover: '00:00'\n");
    assert!(past("2025-02-10T02:00:00+09:00"));
}

#[test]
fn one_slip_of_yaml_does_not_uncount_the_other_cards() {
    let deck = "deck: slip
cards:
  - { id: a, ask: Who founded TSMC?, answer: Morris Chang }
  - id: b
    ask: one: two
    answer: x
  - { id: c, ask: Where is it?, answer: Hsinchu }
";
    let world = world(&[("slip.yaml", deck)]);
    let told = check(&world, &["slip.yaml"]);
    assert!(
        told.out.ends_with("1 deck, 2 cards: 1 error\n"),
        "{}",
        told.out
    );
}

#[test]
fn a_tolerance_needs_a_question() {
    let deck = "deck: kilos
facts:
  mass: { value: 7 kg, tolerance: 5 people }
";
    let world = world(&[("kilos.yaml", deck)]);
    assert_eq!(codes(&world, &["kilos.yaml"]), ["misplaced-key"]);
}

#[test]
fn a_deck_comes_on_standard_input_too() {
    let world = world(&[]);
    let run = world.talk(
        &["check", "-", "--json"],
        "deck: a\ncards:\n  - { id: b, ask: C?, answr: d }\n",
    );
    assert_eq!(run.code, 1, "{}", run.errors);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(told[0]["path"], "<stdin>");
    assert_eq!(told[0]["line"], 3);
    assert_eq!(world.talk(&["check", "-", "--fix"], "deck: a\n").code, 2);
}
