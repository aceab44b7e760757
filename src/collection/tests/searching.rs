//! A search over all cards at hand.

use super::*;
use crate::store::Words;

/// A search goes deck by deck and a stretch at a time, over the cards as they
/// are now, and only over those at hand.
#[test]
fn a_search_finds_every_card_there_is_now() {
    let deck = |name: &str, cards: usize| {
        let mut text = format!("deck: {name}\ncards:\n");
        for n in 0..cards {
            text += &format!("- {{ id: n{n}, ask: \"번호 {n}는?\", answer: Fab {n} }}\n");
        }
        text
    };
    let [a, c, d] = [("a", 20_000), ("c", 300), ("d", 30)].map(|(name, cards)| deck(name, cards));
    let world = World::new(&[
        ("a.yaml", &a),
        (
            "b.yaml",
            "deck: b\ncards: [{ id: one, ask: 번호 7은?, ask.ko: 여섯?, answer: FAB 7 }]",
        ),
        ("c.yaml", &c),
        ("d.yaml", &d),
    ]);
    let found = |collection: &Collection, typed: &str| {
        let (mut found, mut stretches) = (Vec::new(), 0);
        let mut rest = Some(Reached::default());
        while let Some(from) = rest {
            let take = &mut |card: CardId| found.push(card.to_string());
            rest = collection.search(&Words::of(typed), from, take).unwrap();
            stretches += 1;
        }
        (found, stretches)
    };
    let collection = world.open();
    let (all, stretches) = found(&collection, "fab");
    let of = |name: &str, cards: usize| {
        let names = (0..cards).map(move |n| format!("{name}/n{n}"));
        names.collect::<Vec<_>>()
    };
    let in_order = [
        of("a", 20_000),
        vec!["b/one".to_owned()],
        of("c", 300),
        of("d", 30),
    ];
    assert_eq!((all, stretches), (in_order.concat(), 2));
    let cases: &[(&str, &[&str])] = &[
        ("fab19999", &["a/n19999"]),
        ("19999 번호 fab", &["a/n19999"]),
        ("여섯", &["b/one"]),
        ("b/one", &["b/one"]),
        ("번호29fab", &[]),
        ("번호29 dn29", &["d/n29"]),
        ("fab7여섯", &[]),
        ("", &[]),
    ];
    for (typed, expected) in cases {
        assert_eq!(found(&collection, typed).0, *expected, "{typed}");
    }
    drop(collection);
    world.write(
        "a.yaml",
        "deck: a\ncards: [{ id: n1, ask: 번호?, answer: Foundry }]",
    );
    let collection = world.open();
    assert_eq!(found(&collection, "fab 여섯").0, ["b/one"]);
    assert_eq!(found(&collection, "foundry").0, ["a/n1"]);
    drop(collection);
    assert_eq!(
        found(&world.open_of(&["decks/b.yaml"]), "번호").0,
        ["b/one"]
    );
}

/// The decks of another home have the same numbers.
#[test]
fn a_search_looks_into_no_home_that_took_the_place_of_its_own() {
    let world = |name: &str| {
        let name = |n: usize| format!("{name}{n}");
        let text = |n: usize| format!("deck: {}\ncards: [{{ ask: Fab?, answer: F }}]\n", name(n));
        let files: Vec<_> = (100..700)
            .map(|n| (format!("{}.yaml", name(n)), text(n)))
            .collect();
        let files: Vec<_> = files
            .iter()
            .map(|(name, text)| (&**name, &**text))
            .collect();
        World::new(&files)
    };
    let (own, other) = (world("own"), world("other"));
    drop(other.open());
    let collection = own.open();
    let home = own.folder.path().join("home");
    std::fs::rename(&home, own.folder.path().join("away")).unwrap();
    std::fs::rename(other.folder.path().join("home"), home).unwrap();
    let (mut found, mut rest) = (Vec::new(), Some(Reached::default()));
    while let Some(from) = rest {
        let mut take = |card: CardId| found.push(card.deck().to_owned());
        rest = collection
            .search(&Words::of("fab"), from, &mut take)
            .unwrap();
    }
    let expected: Vec<_> = (100..700).map(|n| format!("own{n}")).collect();
    assert_eq!(found, expected);
}
