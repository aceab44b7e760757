//! Names: histories go with the card.

use super::*;

/// What was done, and how many reviews each name then has.
#[test]
fn histories_go_with_the_card() {
    type Reviews = &'static [(&'static str, u32)];
    let cases: &[(&str, Vec<Act>, Reviews)] = &[
        (
            "a rename",
            vec![good("d/a"), alias("d/a", "d/b"), good("d/b")],
            &[("d/b", 2), ("d/a", 2)],
        ),
        (
            "a session that still knows the old name",
            vec![good("d/a"), alias("d/a", "d/b"), good("d/a")],
            &[("d/b", 2)],
        ),
        (
            "renames in a row",
            vec![
                good("d/a"),
                alias("d/a", "d/b"),
                good("d/b"),
                alias("d/b", "칩/다"),
            ],
            &[("칩/다", 2), ("d/a", 2), ("d/b", 2)],
        ),
        (
            "there and back",
            vec![
                good("d/a"),
                alias("d/a", "d/b"),
                alias("d/b", "d/a"),
                good("d/a"),
            ],
            &[("d/a", 2)],
        ),
        (
            "two become one",
            vec![good("d/a"), good("d/b"), good("d/a"), alias("d/a", "d/b")],
            &[("d/b", 3)],
        ),
        (
            "to itself",
            vec![good("d/a"), alias("d/a", "d/a"), good("d/a")],
            &[("d/a", 2)],
        ),
        (
            "no history to take",
            vec![alias("d/a", "d/b"), good("d/b")],
            &[("d/b", 1)],
        ),
    ];
    for (what, acts, reviews) in cases {
        let home = home();
        let mut store = open(&home);
        for (second, act) in (0..).zip(acts) {
            store
                .record(act.clone(), at(second), at(second), &clock())
                .unwrap();
        }
        for (name, reviews) in *reviews {
            let name = card(name);
            assert_eq!(store.state(&name).unwrap().reviews, *reviews, "{what}");
            let listed = store.reviews(&name).unwrap();
            assert_eq!(listed.len(), *reviews as usize, "{what}");
            assert!(listed.is_sorted_by_key(|review| review.at), "{what}");
        }
        assert_in_step(&mut store);
    }
}

/// A clock that is behind the reviews, be it by much or little.
#[test]
fn a_history_is_taken_over_whole_however_the_clock_was_set() {
    for back in [0, 1, 10, DAY] {
        let home = home();
        let mut store = open(&home);
        let review = at(2 * DAY);
        store.record(good("d/a"), review, review, &clock()).unwrap();
        for (was, now) in [("d/a", "d/b"), ("d/b", "d/c")] {
            let when = at(2 * DAY - back);
            store.record(alias(was, now), when, when, &clock()).unwrap();
        }
        assert_eq!(store.state(&card("d/c")).unwrap().reviews, 1, "{back}");
        assert_in_step(&mut store);
    }
}

/// A name that was taken before others were, or is taken back, moves the histories
/// that it bears on; the log may be long, and no one waits for all of it.
#[test]
fn a_name_bears_on_no_other_history() {
    let home = home();
    let mut store = open(&home);
    let record = |store: &mut Store, second, act| {
        let when = at(second);
        store.record(act, when, when, &clock()).unwrap().id
    };
    for (second, name) in (0..).zip(["d/a", "d/b", "d/x"]) {
        record(&mut store, second, good(name));
    }
    // Whatever works it out anew makes it 1 again.
    store
        .connection
        .execute("UPDATE state SET reviews = 7 WHERE card = 'd/x'", [])
        .unwrap();
    let reviews = |store: &Store, name| store.state(&card(name)).unwrap().reviews;
    record(&mut store, 20, alias("d/b", "d/c"));
    let early = record(&mut store, 10, alias("d/a", "d/b"));
    assert_eq!(reviews(&store, "d/c"), 2);
    let undo = Act::Undo {
        event: early,
        card: None,
    };
    record(&mut store, 30, undo);
    assert_eq!((reviews(&store, "d/a"), reviews(&store, "d/c")), (1, 1));
    assert_eq!(reviews(&store, "d/x"), 7);
    store.rebuild().unwrap();
    assert_eq!(reviews(&store, "d/x"), 1);
}

#[test]
fn a_freed_name_may_be_given_to_another_card() {
    let home = home();
    let mut store = open(&home);
    store.record(good("d/a"), at(0), at(0), &clock()).unwrap();
    let mut deck = super::indexing::deck("d", &["d/b"]);
    let renamed = vec![alias("d/a", "d/b")];
    super::indexing::index(&mut store, &deck, renamed, at(1)).unwrap();
    // The author writes a new entry under the old id.
    deck = super::indexing::deck("d", &["d/a", "d/b"]);
    super::indexing::index(&mut store, &deck, Vec::new(), at(2)).unwrap();
    assert_eq!(store.state(&card("d/a")).unwrap().reviews, 0);
    store.record(good("d/a"), at(3), at(3), &clock()).unwrap();
    store.record(good("d/a"), at(4), at(4), &clock()).unwrap();
    assert_eq!(store.state(&card("d/a")).unwrap().reviews, 2);
    assert_eq!(store.state(&card("d/b")).unwrap().reviews, 1);
    assert_in_step(&mut store);
}

#[test]
fn undoing_after_a_rename_finds_the_card() {
    let home = home();
    let mut store = open(&home);
    store.record(good("d/a"), at(0), at(0), &clock()).unwrap();
    let event = store
        .record(good("d/a"), at(1), at(1), &clock())
        .unwrap()
        .id;
    store
        .record(alias("d/a", "d/b"), at(2), at(2), &clock())
        .unwrap();
    let undone = Act::Undo { event, card: None };
    let undone = store.record(undone, at(3), at(3), &clock()).unwrap();
    assert_eq!(undone.act.card(), Some(&card("d/b")));
    assert_eq!(store.state(&card("d/b")).unwrap().reviews, 1);
    assert_in_step(&mut store);
}
