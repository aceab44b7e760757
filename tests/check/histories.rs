//! Histories that no card has any more.

use super::*;

const OLD: &str = "deck: old\nas_of: 2025-02-09\ncards:\n  - id: cost\n    ask: What did the fab cost?\n    number: 20B USD\n  - id: site\n    ask: Where is the fab?\n    answer: Arizona\n  - ask: Who built it?\n    answer: TSMC\n";

/// What is told of the histories of `OLD`'s cards, each reviewed twice, once it
/// is as in `decks`.
fn lost(decks: &[(&str, &str)]) -> Vec<String> {
    let before = world(&[("decks/old.yaml", OLD)]);
    let deck = dateline::deck::read(Path::new("old.yaml"), OLD.as_bytes()).deck;
    for card in deck.unwrap().cards {
        for _ in 0..2 {
            let run = before.run(&["--decks", "decks", "review", card.id.as_str(), "good"]);
            assert_eq!(run.code, 0, "{}", run.errors);
        }
    }
    std::fs::remove_file(before.path().join("decks/old.yaml")).unwrap();
    for (name, text) in decks {
        std::fs::write(before.path().join("decks").join(name), text).unwrap();
    }
    let told = |run: &Run| -> Vec<String> {
        let told: Value = serde_json::from_str(&run.out).unwrap();
        let told = told.as_array().unwrap().iter();
        let told = told.filter(|told| told["code"] == "lost-history");
        told.map(|told| {
            format!(
                "{}:{}: {}",
                told["path"].as_str().unwrap(),
                told["line"],
                told["message"].as_str().unwrap()
            )
        })
        .collect()
    };
    let select = ["decks", "--select", "lost-history", "--json"];
    let first = told(&check(&before, &select));
    // By itself a deck has lost no more: the others lie beside it.
    if first.is_empty() && before.path().join("decks/old.yaml").exists() {
        let alone = told(&check(
            &before,
            &[&["decks/old.yaml"], &select[1..]].concat(),
        ));
        assert_eq!(alone, first, "{decks:?}");
    }
    // The app reads the decks anew: what is lost is lost, and told as before.
    let later = "2025-02-10T10:00:00+09:00";
    let due = before.run_at(later, &["--decks", "decks", "due"]);
    assert!(due.code <= 1, "{}", due.errors);
    assert_eq!(told(&check(&before, &select)), first, "{decks:?}");
    first
}

#[test]
fn a_history_that_no_card_has_any_more_is_told() {
    let replaced = |was: &str, now: &str| OLD.replace(was, now);
    let nothing: [&str; 0] = [];
    // Nothing changed; a wording; another id with the same question and answer;
    // an entry without an id with another answer.
    assert_eq!(lost(&[("old.yaml", OLD)]), nothing);
    assert_eq!(
        lost(&[(
            "old.yaml",
            &replaced("Where is the fab?", "In which state is it?")
        )]),
        nothing
    );
    assert_eq!(
        lost(&[("old.yaml", &replaced("id: site", "id: state"))]),
        nothing
    );
    assert_eq!(
        lost(&[(
            "other-name.yaml",
            &replaced("answer: TSMC", "answer: Intel")
        )]),
        nothing
    );
    // Another id and another question: no one knows, until the author says so.
    let renamed = replaced(
        "id: site\n    ask: Where is the fab?",
        "id: state\n    ask: In which state is it?",
    );
    assert_eq!(
        lost(&[("old.yaml", &renamed)]),
        [
            "decks/old.yaml:7: this card's 2 reviews have no card any more: 'old/site'; this may be what it is now"
        ]
    );
    let said = renamed.replace("id: state\n", "id: state\n    replaces: [site]\n");
    assert_eq!(lost(&[("old.yaml", &said)]), nothing);
    // Gone.
    let gone = OLD.replace(
        "  - id: site\n    ask: Where is the fab?\n    answer: Arizona\n",
        "",
    );
    assert_eq!(
        lost(&[("old.yaml", &gone)]),
        ["decks/old.yaml:1: this card's 2 reviews have no card any more: 'old/site'"]
    );
    // Moved to another deck, without a word and with one.
    let moved =
        "deck: new\ncards:\n  - id: where\n    ask: Where is the fab?\n    answer: Arizona\n";
    assert_eq!(
        lost(&[("old.yaml", &gone), ("new.yaml", moved)]),
        [
            "decks/new.yaml:3: this card's 2 reviews have no card any more: 'old/site'; this may be what it is now"
        ]
    );
    let said = moved.replace("id: where\n", "id: where\n    replaces: [old/site]\n");
    assert_eq!(lost(&[("old.yaml", &gone), ("new.yaml", &said)]), nothing);
    // Split: one of the two can have it. Merged: one has both.
    let split = OLD.replace("  - id: site\n    ask: Where is the fab?\n    answer: Arizona\n", "  - id: state\n    ask: In which state?\n    answer: Arizona\n    replaces: [site]\n  - id: town\n    ask: In which town?\n    answer: Phoenix\n    replaces: [site]\n");
    assert_eq!(
        lost(&[("old.yaml", &split)]),
        [
            "decks/old.yaml:7: this card's 2 reviews have no card any more: 'old/site'; old/state or old/town may be what it is now"
        ]
    );
    let said = split.replace("Phoenix\n    replaces: [site]\n", "Phoenix\n");
    assert_eq!(lost(&[("old.yaml", &said)]), nothing);
    let merged = "deck: old\ncards:\n  - id: all\n    ask: What, and where?\n    answer: A fab in Arizona\n    replaces: [cost, site]\n  - ask: Who built it?\n    answer: TSMC\n";
    assert_eq!(lost(&[("old.yaml", merged)]), nothing);
    // Where two could be it, it is told where it was.
    let also = moved.replace("deck: new", "deck: also");
    assert_eq!(
        lost(&[
            ("old.yaml", &gone),
            ("new.yaml", moved),
            ("also.yaml", &also)
        ]),
        [
            "decks/old.yaml:1: this card's 2 reviews have no card any more: 'old/site'; 'also/where' asks the same (decks/also.yaml:3)"
        ]
    );
    // Another name for the deck.
    assert_eq!(
        lost(&[("old.yaml", &replaced("deck: old", "deck: fabs"))]),
        [
            "decks/old.yaml:1: the deck was called 'old' when it was studied: 6 reviews of 3 cards have no card any more"
        ]
    );
    // What is broken comes back with its entry.
    assert_eq!(
        lost(&[("old.yaml", &replaced("answer: Arizona", "answr: Arizona"))]),
        nothing
    );
}

/// What a rule tells of `OLD`, each card reviewed once, when it becomes what
/// `edits` make of it, one after the other; the app reads it in between, and after
/// it, when all is to be told as it was.
fn told_of_studied(code: &str, edits: &[&str]) -> Vec<String> {
    let world = world(&[("decks/old.yaml", OLD)]);
    let mut hours = 9..24;
    let mut run = |arguments: &[&str]| {
        let now = format!("2025-02-10T{:02}:00:00+09:00", hours.next().unwrap());
        let run = world.run_at(&now, &[&["--decks", "decks"], arguments].concat());
        assert!(run.code <= 1, "{}", run.errors);
    };
    let deck = dateline::deck::read(Path::new("old.yaml"), OLD.as_bytes()).deck;
    for card in deck.unwrap().cards {
        run(&["review", card.id.as_str(), "good"]);
    }
    let told = || {
        let run = check(&world, &["decks", "--select", code, "--json"]);
        let told: Value = serde_json::from_str(&run.out).unwrap();
        let told = told.as_array().unwrap().iter();
        let told = told.map(|told| {
            let said = |key: &str| told[key].as_str().unwrap();
            format!("{}: {}; {}", told["line"], said("message"), said("help"))
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(told(), [] as [&str; 0]);
    let mut first = Vec::new();
    for edit in edits {
        world.write("decks/old.yaml", edit.as_bytes());
        first = told();
        run(&["due"]);
        assert_eq!(told(), first, "{edit}");
    }
    first
}

#[test]
fn exchanged_ids_are_told() {
    let told = |edits: &[&str]| told_of_studied("exchanged-id", edits);
    let mut deck = OLD.replace("answer: TSMC", "answer: TSMC, of Hsinchu");
    assert_eq!(told(&[&deck]), [] as [&str; 0], "an answer is edited");
    deck = OLD.replace(
        "ask: Where is the fab?\n    answer: Arizona",
        "ask: Who owns it?\n    answer: TSMC, of Hsinchu",
    );
    assert_eq!(told(&[&deck]), [] as [&str; 0], "another card under an id");
    let exchanged = OLD
        .replace("id: cost", "id: other")
        .replace("id: site", "id: cost")
        .replace("id: other", "id: site");
    let both = [
        "4: 'site' is what was studied as 'cost', whose history stays with 'cost'; call it 'cost' again, or give it an id that is new, and 'replaces: [cost]'",
        "7: 'cost' is what was studied as 'site', whose history stays with 'site'; call it 'site' again, or give it an id that is new, and 'replaces: [site]'",
    ];
    assert_eq!(told(&[&exchanged]), both);
    assert_eq!(told(&[&exchanged, OLD]), [] as [&str; 0], "and back");
}

#[test]
fn what_replaces_a_card_that_never_was_is_told() {
    let told = |edits: &[&str]| told_of_studied("replaces-nothing", edits);
    let renamed = |replaces: &str| {
        OLD.replace(
            "id: site\n    ask: Where is the fab?\n    answer: Arizona",
            &format!(
                "id: state\n    ask: In which state?\n    answer: AZ\n    replaces: [{replaces}]"
            ),
        )
    };
    assert_eq!(told(&[&renamed("site")]), [] as [&str; 0]);
    assert_eq!(
        told(&[&renamed("stie")]),
        [
            "10: no deck and no review ever knew 'stie': its history goes nowhere; did you mean 'site'?"
        ]
    );
    // Twice renamed: every name that it had is known.
    let again = renamed("site, state").replace("id: state", "id: which");
    assert_eq!(told(&[&renamed("site"), &again]), [] as [&str; 0]);
    let again = renamed("sit, state").replace("id: state", "id: which");
    assert_eq!(
        told(&[&renamed("site"), &again]),
        [
            "10: no deck and no review ever knew 'sit': its history goes nowhere; did you mean 'site'?"
        ]
    );
}

#[test]
fn what_was_merged_and_is_parted_again_is_lost_to_no_one() {
    let merged = "deck: old\ncards:\n  - id: all\n    ask: What, and where?\n    answer: A fab in Arizona\n    replaces: [cost, site]\n  - ask: Who built it?\n    answer: TSMC\n";
    let world = world(&[("decks/old.yaml", OLD)]);
    let mut hours = 10..24;
    let mut run = |arguments: &[&str]| {
        let now = format!("2025-02-10T{}:00:00+09:00", hours.next().unwrap());
        let run = world.run_at(&now, &[&["--decks", "decks"], arguments].concat());
        assert!(run.code <= 1, "{}", run.errors);
    };
    let save = |text: &str| std::fs::write(world.path().join("decks/old.yaml"), text).unwrap();
    let told = || {
        let run = check(&world, &["decks", "--select", "lost-history", "--json"]);
        let told: Value = serde_json::from_str(&run.out).unwrap();
        let told = told.as_array().unwrap().iter();
        told.map(|told| told["message"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    run(&["review", "old/cost", "good"]);
    run(&["review", "old/site", "good"]);
    run(&["review", "old/site", "good"]);
    save(merged);
    run(&["due"]);
    run(&["review", "old/all", "good"]);
    save(OLD);
    // They come back as soon as the app reads the deck.
    assert_eq!(told(), [] as [&str; 0]);
    run(&["due"]);
    for (card, reviews) in [("old/cost", 1), ("old/site", 2)] {
        let told = world.json(&["--decks", "decks", "card", card]);
        assert_eq!(told["reviews"].as_array().unwrap().len(), reviews, "{card}");
    }
    // What was learned of the one that took their places is no one's.
    assert_eq!(
        told(),
        ["this card's one review has no card any more: 'old/all'"]
    );
}
