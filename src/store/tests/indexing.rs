//! The index of decks.

use super::*;
use crate::deck::Known;
use crate::schedule::EventId;
use crate::store::IndexedDeck;

pub(super) fn deck(name: &str, cards: &[&str]) -> IndexedDeck {
    IndexedDeck {
        deck: names::deck(name).unwrap(),
        origin: format!("decks/{name}.yaml"),
        hash: [7; 32],
        text: format!("deck: {name}\ntitle: 칩\n"),
        cards: cards
            .iter()
            .map(|name| Known {
                id: card(name),
                fingerprint: Fingerprint {
                    question: format!("question of {name}"),
                    answer: "a hash".into(),
                    value: None,
                },
                answer: "모리스 창".into(),
                studied: false,
            })
            .collect(),
    }
}

#[test]
fn a_deck_comes_back_and_the_last_one_counts() {
    let home = home();
    let mut store = open(&home);
    let chips = deck("chips", &["chips/z", "chips/a"]);
    let korean = deck("칩", &["칩/가"]);
    for deck in [&korean, &deck("chips", &["chips/gone"]), &chips] {
        store.index(deck, Vec::new(), at(0), &clock()).unwrap();
    }
    assert_eq!(open(&home).indexed().unwrap(), [chips.clone(), korean]);
    // Whether a card was studied is what the log says.
    let event = store
        .record(good("chips/a"), at(1), at(1), &clock())
        .unwrap()
        .id;
    store
        .record(suspend("chips/z"), at(1), at(1), &clock())
        .unwrap();
    let studied = |store: &Store| -> Vec<bool> {
        let decks = store.indexed().unwrap();
        decks[0].cards.iter().map(|card| card.studied).collect()
    };
    assert_eq!(studied(&store), [false, true]);
    store
        .record(Act::Undo { event, card: None }, at(2), at(2), &clock())
        .unwrap();
    assert_eq!(studied(&store), [false, false]);
    // The index does not follow from the log, so a rebuild keeps it.
    store.rebuild().unwrap();
    assert_eq!(store.indexed().unwrap()[0], chips);
}

#[test]
fn a_deck_and_what_reading_it_meant_are_kept_together() {
    let home = home();
    let mut store = open(&home);
    store
        .record(good("chips/a"), at(0), at(0), &clock())
        .unwrap();
    let chips = deck("chips", &["chips/b"]);
    let acts = |second| vec![alias("chips/a", "chips/b"), second];
    let bad = Act::Undo {
        event: EventId(uuid::Uuid::nil()),
        card: None,
    };
    assert!(store.index(&chips, acts(bad), at(1), &clock()).is_err());
    assert!(store.indexed().unwrap().is_empty());
    assert_eq!(store.state(&card("chips/a")).unwrap().reviews, 1);

    let correct = Act::Correct {
        card: card("chips/b"),
        was: "9.4 %".into(),
        is: "9.6 %".into(),
    };
    store.index(&chips, acts(correct), at(1), &clock()).unwrap();
    let state = store.state(&card("chips/b")).unwrap();
    assert_eq!(state.reviews, 1);
    assert_eq!(state.corrected, Some(("9.4 %".into(), "9.6 %".into())));
    assert!(store.indexed().unwrap()[0].cards[0].studied);
    assert_in_step(&mut store);
}

#[test]
fn what_reading_meant_is_appended_once_though_two_read() {
    let home = home();
    let (mut one, mut other) = (open(&home), open(&home));
    one.record(good("chips/a"), at(0), at(0), &clock()).unwrap();
    let chips = deck("chips", &["chips/a"]);
    let correct = Act::Correct {
        card: card("chips/a"),
        was: "9.4 %".into(),
        is: "9.6 %".into(),
    };
    let acts = vec![correct];
    one.index(&chips, acts.clone(), at(1), &clock()).unwrap();
    one.record(good("chips/a"), at(2), at(2), &clock()).unwrap();
    other.index(&chips, acts, at(3), &clock()).unwrap();
    assert_eq!(other.state(&card("chips/a")).unwrap().corrected, None);
    assert_eq!(other.known(&chips.deck).unwrap()[0].id, card("chips/a"));
}
