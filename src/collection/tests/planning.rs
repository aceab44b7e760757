//! What the limits of a day let in, and what they hold back.

use super::*;

#[test]
fn what_limits_hold_back_lies_behind_what_they_let_in() {
    let cards: String = (0..400)
        .map(|card| format!("- {{ id: c{card}, ask: Of {card}?, answer: x }}\n"))
        .collect();
    let mut world = World::new(&[("d.yaml", &format!("deck: d\ncards:\n{cards}"))]);
    let held = |world: &World, at_least| {
        let collection = world.open();
        let counts = collection.held_back(&[], at_least, world.now()).unwrap();
        (counts.new, counts.due)
    };
    // Of new ones 20 a day, of reviews 200.
    assert!(held(&world, 10).0 >= 10);
    assert!((100..380).contains(&held(&world, 100).0));
    assert_eq!(held(&world, 1_000), (380, 0));
    world.study();
    world.day = 365;
    assert!((100..200).contains(&held(&world, 100).1));
    assert_eq!(held(&world, 1_000), (0, 200));
    assert_eq!(
        world.open().plan(&[], world.now()).unwrap().total().due,
        200
    );
}

#[test]
fn a_deck_of_which_the_limits_let_nothing_in_is_told_from_one_without_new_cards() {
    let cards = |count: u32| -> String {
        (0..count)
            .map(|card| format!("- {{ id: c{card}, ask: Of {card}?, answer: x }}\n"))
            .collect()
    };
    let deck = |id: &str, day: &str, count: u32| {
        format!("deck: {id}\nas_of: {day}\ncards:\n{}", cards(count))
    };
    let held = |files: &[(&str, &str)], suspended: &[&str]| {
        let world = World::new(files);
        let mut collection = world.open();
        let now = world.now();
        for card in suspended {
            let card = card.parse().unwrap();
            collection.record(Act::Suspend { card }, now, now).unwrap();
        }
        let plan = collection.plan(&[], now).unwrap();
        let held = collection.held_decks(&plan, now).unwrap();
        let mut held: Vec<String> = held.iter().map(ToString::to_string).collect();
        held.sort();
        held.join(" ")
    };
    // The newest dateline comes first, and takes all that a day lets in.
    let first = deck("first", "2025-02-09", 90);
    let mine = deck("mine", "2024-01-01", 2);
    let few = deck("few", "2025-02-09", 5);
    let both = [("first.yaml", first.as_str()), ("mine.yaml", mine.as_str())];
    assert_eq!(held(&both, &[]), "mine");
    assert_eq!(held(&both, &["mine/c0"]), "mine");
    assert_eq!(held(&both, &["mine/c0", "mine/c1"]), "");
    let room = [("few.yaml", few.as_str()), ("mine.yaml", mine.as_str())];
    assert_eq!(held(&room, &[]), "");
}

/// Whether or not it may still come today itself.
#[test]
fn a_card_that_came_keeps_those_of_its_facts_away() {
    let deck = "deck: d\nfacts: { f: { value: 10 km } }\ncards:\n\
        - { id: a, ask: How far?, number: '{f}' }\n\
        - { id: b, ask: What length?, number: '{f}' }\n\
        - { id: c, ask: Who?, answer: He }\n\
        - { id: d, ask: Where?, answer: There }\n";
    let world = World::new(&[("d.yaml", deck)]);
    let mut collection = world.open();
    let waiting = |collection: &Collection| {
        let plan = collection.plan(&[], world.now()).unwrap();
        plan.total().new
    };
    assert_eq!(waiting(&collection), 3);
    for (name, left) in [("d/c", 2), ("d/a", 1)] {
        let card = collection.card(&name.parse().unwrap()).unwrap().unwrap();
        world.review(&mut collection, &card);
        assert_eq!(waiting(&collection), left, "{name}");
    }
}

#[test]
fn cards_that_come_back_today_are_not_finished() {
    let world = World::new(&[(
        "a.yaml",
        "deck: a\ncards:\n  - { id: x, ask: x?, answer: X }\n  - { id: y, ask: y?, answer: Y }\n  - { id: z, ask: z?, answer: Z }",
    )]);
    let mut collection = world.open();
    let (now, today) = (world.now(), collection.clock().day(world.now()));
    let step = Due::At(now + jiff::SignedDuration::from_mins(10));
    let cards: Vec<Card> = collection.cards().unwrap();
    // One is missed twice, one is known, one did not come.
    for (card, rating, due, phase) in [
        (0, Rating::Again, step, Phase::Learning { step: 0 }),
        (0, Rating::Again, step, Phase::Learning { step: 0 }),
        (1, Rating::Easy, Due::On(Day(today.0 + 9)), Phase::Review),
    ] {
        let review = Review {
            card: cards[card].id.clone(),
            rating,
            took_ms: 1000,
            due,
            phase,
            fingerprint: cards[card].fingerprint.clone(),
            answered: None,
            first_key_ms: None,
            suggested: None,
        };
        collection.record(Act::Review(review), now, now).unwrap();
    }
    let plan = collection.plan(&[], now).unwrap();
    assert_eq!(plan.total().sum(), 2);
    assert_eq!(plan.finished, 1);
}
