//! The index of decks.

use std::ops::ControlFlow;
use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::deck::{Deck, read};
use crate::schedule::EventId;
use crate::store::{NewDeck, Ready, StoreError, examine};
use crate::text::{Lang, Localized};

/// A deck of cards by their names, `deck/entry`.
pub(super) fn deck(name: &str, cards: &[&str]) -> Deck {
    let mut text = format!("deck: {name}\ntitle: 칩\nas_of: 2025-02-09\ncards:\n");
    for card in cards {
        let id = card.split('/').nth(1).unwrap();
        writeln!(
            text,
            "- {{ id: {id}, ask: What is {id}?, answer: 모리스 창 }}"
        )
        .unwrap();
    }
    read(Path::new("deck.yaml"), text.as_bytes()).deck.unwrap()
}

/// Takes a deck into the index, with what reading it meant.
pub(super) fn index(
    store: &mut Store,
    deck: &Deck,
    acts: Vec<Act>,
    when: Timestamp,
) -> Result<i64, StoreError> {
    store.index(when, &clock(), |indexing| {
        let known = indexing.known_before(&deck.id, &[])?;
        let here = |known: &crate::deck::Known| deck.cards.iter().any(|card| card.id == known.id);
        let gone: Vec<_> = known
            .into_iter()
            .filter(|known| known.studied && !here(known))
            .collect();
        let new = NewDeck {
            head: deck.head(),
            origin: format!("decks/{}.yaml", deck.id),
            stamp: Some(vec![1, 2, 3]),
            hash: [u8::try_from(deck.cards.len()).unwrap(); 32],
            cards: &deck.cards,
            ready: &Ready::of(&deck.cards),
            supersedes: &[],
            gone: &gone,
        };
        indexing.put(&new, acts.clone())
    })
}

#[test]
fn a_deck_comes_back_whole_and_the_last_one_counts() {
    let home = home();
    let mut store = open(&home);
    let chips = deck("chips", &["chips/z", "chips/a"]);
    let korean = deck("칩", &["칩/가"]);
    for deck in [&korean, &deck("chips", &["chips/gone"]), &chips] {
        index(&mut store, deck, Vec::new(), at(0)).unwrap();
    }
    let store = open(&home);
    let heads: Vec<_> = store
        .indexed()
        .unwrap()
        .into_iter()
        .map(|deck| deck.head)
        .collect();
    assert_eq!(heads, [Some(chips.head()), Some(korean.head())]);
    assert_eq!(store.cards(&chips.id).unwrap(), chips.cards);
    assert_eq!(
        store.card(&card("칩/가")).unwrap(),
        Some(korean.cards[0].clone())
    );
    assert_eq!(store.card(&card("chips/gone")).unwrap(), None);
}

#[test]
fn whether_a_card_was_studied_is_what_the_log_says() {
    let home = home();
    let mut store = open(&home);
    let chips = deck("chips", &["chips/z", "chips/a"]);
    index(&mut store, &chips, Vec::new(), at(0)).unwrap();
    let event = store
        .record(good("chips/a"), at(1), at(1), &clock())
        .unwrap()
        .id;
    store
        .record(suspend("chips/z"), at(1), at(1), &clock())
        .unwrap();
    let studied = |store: &Store| -> Vec<bool> {
        let known = store.known(&chips.id).unwrap();
        known.iter().map(|card| card.studied).collect()
    };
    assert_eq!(studied(&store), [false, true]);
    assert_in_step(&mut store);
    store
        .record(Act::Undo { event, card: None }, at(2), at(2), &clock())
        .unwrap();
    assert_eq!(studied(&store), [false, false]);
    assert_in_step(&mut store);
    // The index does not follow from the log, so a rebuild keeps it.
    assert_eq!(store.cards(&chips.id).unwrap(), chips.cards);
}

#[test]
fn what_waits_is_what_the_log_says() {
    let home = home();
    let mut store = open(&home);
    // Studied before the deck is there, and after.
    store.record(good("d/b"), at(0), at(0), &clock()).unwrap();
    let d = deck("d", &["d/c", "d/b", "d/a", "d/e"]);
    let key = index(&mut store, &d, Vec::new(), at(1)).unwrap();
    let new = |store: &Store| -> Vec<String> {
        let cards = store.new_cards(key, false, 0, 10).unwrap();
        cards
            .iter()
            .map(|(outline, _)| outline.card.to_string())
            .collect()
    };
    let due = |store: &Store, day: i32| -> Vec<String> {
        let mut due = Vec::new();
        let take = |outline: crate::store::Outline, _| {
            due.push(outline.card.to_string());
            ControlFlow::Continue(())
        };
        store.reviews_due(Day(day), &[], take).unwrap();
        due
    };
    assert_eq!(new(&store), ["d/c", "d/a", "d/e"]);
    assert_eq!(due(&store, 20_129), [] as [&str; 0]);
    assert_eq!(due(&store, 20_130), ["d/b"]);
    let event = store
        .record(good("d/c"), at(2), at(2), &clock())
        .unwrap()
        .id;
    store
        .record(suspend("d/a"), at(2), at(2), &clock())
        .unwrap();
    store
        .record(suspend("d/b"), at(2), at(2), &clock())
        .unwrap();
    assert_eq!(new(&store), ["d/e"]);
    assert_eq!(due(&store, 20_130), ["d/c"]);
    assert_eq!(store.new_cards(key, true, 1, 10).unwrap(), []);
    store
        .record(Act::Undo { event, card: None }, at(3), at(3), &clock())
        .unwrap();
    assert_eq!(new(&store), ["d/c", "d/e"]);
    assert_in_step(&mut store);
}

/// Of some decks as of all, but for the cards of the others.
#[test]
fn reviews_of_a_deck_come_in_the_order_of_all() {
    let home = home();
    let mut store = open(&home);
    let names = |deck: &str| (0..9).map(|card| format!("{deck}/{card}")).collect();
    for id in ["a", "ab", "b"] {
        let cards: Vec<String> = names(id);
        let cards: Vec<&str> = cards.iter().map(String::as_str).collect();
        index(&mut store, &deck(id, &cards), Vec::new(), at(0)).unwrap();
        for (day, name) in (0..).zip(&cards) {
            let Act::Review(mut review) = good(name) else {
                unreachable!()
            };
            review.due = Due::On(Day(20_130 + day % 4));
            let act = Act::Review(review);
            store.record(act, at(1), at(1), &clock()).unwrap();
        }
    }
    store
        .record(suspend("a/3"), at(2), at(2), &clock())
        .unwrap();
    let come = |decks: &[&str], later: bool| -> Vec<String> {
        let decks: Vec<_> = decks.iter().map(|id| names::deck(id).unwrap()).collect();
        let mut come = Vec::new();
        let take = |outline: crate::store::Outline, _| {
            come.push(outline.card.to_string());
            ControlFlow::Continue(())
        };
        match later {
            false => store.reviews_due(Day(20_131), &decks, take).unwrap(),
            true => store.reviews_later(Day(20_131), &decks, take).unwrap(),
        }
        come
    };
    for later in [false, true] {
        let all = come(&[], later);
        assert!(all.len() > 9, "{all:?}");
        for decks in [
            vec!["a"],
            vec!["b", "a"],
            vec!["a", "a", "ab", "b"],
            vec!["c"],
        ] {
            let mut of = all.clone();
            of.retain(|card| decks.contains(&card.split('/').next().unwrap()));
            assert_eq!(come(&decks, later), of, "{decks:?}");
        }
    }
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
    assert!(index(&mut store, &chips, acts(bad), at(1)).is_err());
    assert!(store.indexed().unwrap().is_empty());
    assert_eq!(store.state(&card("chips/a")).unwrap().reviews, 1);

    let correct = Act::Correct {
        card: card("chips/b"),
        was: "9.4 %".into(),
        is: "9.6 %".into(),
    };
    index(&mut store, &chips, acts(correct), at(1)).unwrap();
    let state = store.state(&card("chips/b")).unwrap();
    assert_eq!(state.reviews, 1);
    assert_eq!(state.corrected, Some(("9.4 %".into(), "9.6 %".into())));
    assert!(store.known(&chips.id).unwrap()[0].studied);
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
    index(&mut one, &chips, acts.clone(), at(1)).unwrap();
    one.record(good("chips/a"), at(2), at(2), &clock()).unwrap();
    index(&mut other, &chips, acts, at(3)).unwrap();
    assert_eq!(other.state(&card("chips/a")).unwrap().corrected, None);
    assert_eq!(other.known(&chips.id).unwrap()[0].id, card("chips/a"));
}

#[test]
fn every_kind_of_card_comes_back_as_it_was() {
    let home = home();
    let mut store = open(&home);
    for (name, text) in crate::deck::SHIPPED {
        let deck = read(Path::new(name), text.as_bytes()).deck.unwrap();
        index(&mut store, &deck, Vec::new(), at(0)).unwrap();
        assert_eq!(store.cards(&deck.id).unwrap(), deck.cards, "{name}");
        let names: Vec<CardId> = deck.cards.iter().map(|card| card.id.clone()).collect();
        assert_eq!(store.names(&deck.id).unwrap(), names);
    }
}

/// A deck of entries, each a letter with what it asks, behind so many comments.
fn edited(entries: &[(char, u8)], comments: usize) -> Deck {
    let mut text = "deck: d\ncards:\n".to_owned() + &"# a comment\n".repeat(comments);
    let mut seen = Vec::new();
    for (entry, asked) in entries {
        if !seen.contains(entry) {
            seen.push(*entry);
            let more = if *asked == 0 { ", supersedes: [z]" } else { "" };
            writeln!(
                text,
                "- {{ id: {entry}, ask: What {asked}?, answer: b, reverse: true{more} }}"
            )
            .unwrap();
        }
    }
    read(Path::new("d.yaml"), text.as_bytes()).deck.unwrap()
}

/// All that the index holds of cards.
fn rows(store: &Store) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for query in [
        "SELECT * FROM card ORDER BY name",
        "SELECT deck, text FROM passage ORDER BY deck, key",
        "SELECT * FROM tie ORDER BY deck, replaces, other, card",
    ] {
        let mut statement = store.connection.prepare(query).unwrap();
        let columns = statement.column_count();
        let read = statement.query_map([], |row| (0..columns).map(|at| row.get(at)).collect());
        rows.extend(read.unwrap().map(Result::unwrap));
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edited_deck_is_kept_as_one_that_is_new(
        edits in prop::collection::vec(
            (prop::collection::vec((prop::char::range('a', 'f'), 0..3_u8), 1..6), 0..2_usize), 1..5)
    ) {
        let home = home();
        let mut store = open(&home);
        store.record(good("d/a"), at(0), at(0), &clock()).unwrap();
        for (entries, comments) in &edits {
            let deck = edited(entries, *comments);
            index(&mut store, &deck, Vec::new(), at(1)).unwrap();
            let new_home = self::home();
            let mut new = open(&new_home);
            new.record(good("d/a"), at(0), at(0), &clock()).unwrap();
            index(&mut new, &deck, Vec::new(), at(1)).unwrap();
            // What it was when it was studied is known only where it was kept before.
            let here = |store: &Store| -> Vec<_> {
                let rows = rows(store).into_iter();
                rows.filter(|row| row.last() != Some(&Value::Null)).collect()
            };
            prop_assert_eq!(here(&store), here(&new));
            assert_in_step(&mut store);
        }
    }
}

#[test]
fn of_an_edited_deck_only_what_changed_is_written() {
    let home = home();
    let mut store = open(&home);
    let entries: Vec<(char, u8)> = ('a'..='z').map(|entry| (entry, 1)).collect();
    index(&mut store, &edited(&entries, 0), Vec::new(), at(0)).unwrap();
    let mut changed = entries;
    changed[4].1 = 2;
    let before = store.connection.total_changes();
    index(&mut store, &edited(&changed, 0), Vec::new(), at(1)).unwrap();
    // The deck, the two cards of the entry, and the words of the deck.
    assert_eq!(store.connection.total_changes() - before, 4);
}

/// No deck that is read has two; one that had would keep all others out.
#[test]
fn of_two_cards_of_one_name_the_last_is_kept() {
    let home = home();
    let mut store = open(&home);
    let mut chips = deck("chips", &["chips/a", "chips/b"]);
    chips.cards.push(chips.cards[0].clone());
    for second in 0..2 {
        chips.cards[2].answer = Localized::new(Lang::En, format!("answer {second}"));
        index(&mut store, &chips, Vec::new(), at(second)).unwrap();
        let kept = store.card(&card("chips/a")).unwrap();
        assert_eq!(kept.as_ref(), chips.cards.last());
        assert_eq!(store.cards(&chips.id).unwrap().len(), 2);
    }
}

/// One of the learner's devices read it first, and told this one.
#[test]
fn what_was_learned_since_a_correction_is_not_corrected_again() {
    let home = home();
    let mut store = open(&home);
    let mut chips = deck("chips", &["chips/a"]);
    index(&mut store, &chips, Vec::new(), at(0)).unwrap();
    // It asked for 20B USD then.
    store
        .record(good("chips/a"), at(1), at(1), &clock())
        .unwrap();
    let corrections = |store: &Store| {
        let events = store.events(None).unwrap();
        let corrections = events
            .iter()
            .filter(|event| matches!(event.act, Act::Correct { .. }));
        corrections.count()
    };
    for (second, value, expected) in [(2, "20B USD", 0), (3, "30B USD", 1), (4, "30B USD", 1)] {
        chips.cards[0].fingerprint.value = Some(value.into());
        // Another text each time.
        let mut more = chips.cards[0].clone();
        more.id = card(&format!("chips/{second}"));
        chips.cards.push(more);
        let correct = Act::Correct {
            card: card("chips/a"),
            was: "10B USD".into(),
            is: value.into(),
        };
        index(&mut store, &chips, vec![correct], at(second)).unwrap();
        assert_eq!(corrections(&store), expected, "{second}");
    }
}

#[test]
fn cards_that_the_index_lost_are_told_and_read_again() {
    let chips = deck("chips", &["chips/a", "chips/b"]);
    for torn in [
        "UPDATE card SET data = x'00' WHERE name = 'chips/a'",
        "UPDATE card SET data = substr(data, 1, 20) WHERE name = 'chips/a'",
        "DELETE FROM card",
    ] {
        let home = home();
        let mut store = open(&home);
        index(&mut store, &chips, Vec::new(), at(0)).unwrap();
        let health = |home: &TempDir| examine(home.path(), at(1)).unwrap();
        assert!(!health(&home).is_out_of_step());
        store.connection.execute_batch(torn).unwrap();
        assert_eq!(health(&home).out_of_step, [("deck", 1)], "{torn}");
        store.rebuild().unwrap();
        assert!(!health(&home).is_out_of_step());
        index(&mut store, &chips, Vec::new(), at(1)).unwrap();
        assert_eq!(store.cards(&chips.id).unwrap().len(), 2, "{torn}");
        assert!(!health(&home).is_out_of_step(), "{torn}");
    }
}

/// Who rates a card while a deck is read does not wait for it; and what is then
/// known counts.
#[test]
fn what_is_only_read_holds_no_one_up() {
    let home = home();
    let mut store = open(&home);
    let before = deck("chips", &["chips/a", "chips/b"]);
    index(&mut store, &before, Vec::new(), at(0)).unwrap();
    let now = deck("chips", &["chips/b"]);
    let mut other = open(&home);
    let mut seen = Vec::new();
    let made = store.index(at(10), &clock(), |indexing| {
        let known = indexing.known_before(&now.id, &[9; 32])?;
        if seen.is_empty() {
            other.record(good("chips/a"), at(9), at(9), &clock())?;
        }
        seen.push(known.iter().filter(|known| known.studied).count());
        let gone: Vec<_> = known.into_iter().filter(|known| known.studied).collect();
        let new = NewDeck {
            head: now.head(),
            origin: "decks/chips.yaml".to_owned(),
            stamp: None,
            hash: [9; 32],
            cards: &now.cards,
            ready: &Ready::of(&now.cards),
            supersedes: &[],
            gone: &gone,
        };
        indexing.put(&new, Vec::new())
    });
    made.unwrap();
    // The second time with the lock.
    assert_eq!(seen, [0, 1]);
    let known = store.known(&now.id).unwrap();
    let names: Vec<&str> = known.iter().map(|known| known.id.as_str()).collect();
    assert_eq!(names, ["chips/b", "chips/a"]);
    assert_in_step(&mut store);
}

/// Puts so many parts of a deck there ahead of it; tells how many there are.
fn put_ahead(store: &mut Store, deck: &Deck, parts: usize) -> usize {
    let ready = Ready::of(&deck.cards);
    let new = NewDeck {
        head: deck.head(),
        origin: "decks/chips.yaml".to_owned(),
        stamp: Some(vec![1]),
        hash: [7; 32],
        cards: &deck.cards,
        ready: &ready,
        supersedes: &[],
        gone: &[],
    };
    let ahead = store.ahead(&new).unwrap();
    for part in 0..parts.min(ahead.parts()) {
        let put = store.index(at(0), &clock(), |indexing| {
            indexing.put_ahead(&new, &ahead, part)
        });
        assert!(put.unwrap());
    }
    ahead.parts()
}

/// Of a deck whose beginning was put ahead when the program ended nothing is at
/// hand; and it is as if it had never begun.
#[test]
fn a_deck_that_did_not_come_to_its_end_is_none() {
    let home = home();
    let mut store = open(&home);
    let names = ["a", "b", "c", "d", "e"].map(|name| format!("chips/{name}"));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let old = deck("chips", &names);
    assert_eq!(put_ahead(&mut store, &deck("chips", &names[..3]), 9), 0);
    assert_eq!(put_ahead(&mut store, &old, 1), 2);
    let mut store = open(&home);
    let indexed = store.indexed().unwrap();
    assert_eq!((indexed[0].head.clone(), &indexed[0].stamp), (None, &None));
    assert_eq!(store.past(&old.id).unwrap().known, []);
    let health = examine(home.path(), at(1)).unwrap();
    assert!(!health.is_damaged() && !health.is_out_of_step());
    // Another text of it by then.
    let new = deck("chips", &names[1..]);
    assert_eq!(put_ahead(&mut store, &new, 1), 2);
    index(&mut store, &new, Vec::new(), at(1)).unwrap();
    assert_eq!(store.cards(&new.id).unwrap(), new.cards);
    assert_eq!(store.card(&card("chips/a")).unwrap(), None);
    let key = store.indexed().unwrap()[0].key;
    assert_eq!(store.new_cards(key, true, 0, 9).unwrap().len(), 4);
}

/// What is known of cards is held against what they are, and that comes first.
#[test]
fn only_what_changes_nothing_that_is_known_is_put_ahead() {
    let home = home();
    let mut store = open(&home);
    let names = ["a", "b", "c", "d", "e", "f", "g"].map(|name| format!("chips/{name}"));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    index(&mut store, &deck("chips", &names), Vec::new(), at(0)).unwrap();
    let known = store.known(&names::deck("chips").unwrap()).unwrap();
    // All others stand behind a new one, and one asks another thing.
    let mut edited = vec!["chips/new"];
    edited.extend(&names);
    let mut edited = deck("chips", &edited);
    edited.cards[7].fingerprint.question = "another".to_owned();
    assert_eq!(put_ahead(&mut store, &edited, 9), 2);
    let after = store.known(&edited.id).unwrap();
    assert_eq!(after, known);
    assert_eq!(store.card(&card("chips/new")).unwrap(), None);
    // Another window rates a card meanwhile.
    let edited = deck("chips", &names[2..]);
    let ready = Ready::of(&edited.cards);
    let new = NewDeck {
        head: edited.head(),
        origin: "decks/chips.yaml".to_owned(),
        stamp: None,
        hash: [8; 32],
        cards: &edited.cards,
        ready: &ready,
        supersedes: &[],
        gone: &[],
    };
    let ahead = store.ahead(&new).unwrap();
    assert_eq!(ahead.parts(), 2);
    let mut other = open(&home);
    other
        .record(good("chips/g"), at(2), at(2), &clock())
        .unwrap();
    let put = store.index(at(3), &clock(), |indexing| {
        indexing.put_ahead(&new, &ahead, 0)
    });
    assert!(!put.unwrap());
    // What the log knows of a deck that is not read yet comes first as well.
    let names = ["a", "b", "c", "d"].map(|name| format!("korean/{name}"));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let korean = deck("korean", &names);
    store
        .record(good("korean/old"), at(4), at(4), &clock())
        .unwrap();
    assert_eq!(put_ahead(&mut store, &korean, 9), 0);
}
