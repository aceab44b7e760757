//! What happens outside the session while it goes on.

use std::path::Path;

use super::*;

/// What another window did to the card that is asked, and which is asked then.
#[test]
fn what_was_done_elsewhere_is_seen_at_the_next_card() {
    type Change = fn(&mut CardState, Day);
    let soon = start() + jiff::SignedDuration::from_mins(10);
    let cases: &[(&str, Change, &str, u32)] = &[
        ("nothing", |_, _| {}, "recall", 2),
        (
            "reviewed for days",
            |state, today| {
                state.phase = Phase::Review;
                state.due = Some(Due::On(today.after(9)));
            },
            "claim",
            1,
        ),
        (
            "reviewed for minutes",
            |state, _| {
                state.phase = Phase::Learning { step: 1 };
                state.due = Some(Due::At(start() + jiff::SignedDuration::from_mins(10)));
            },
            "claim",
            2,
        ),
        ("suspended", |state, _| state.suspended = true, "claim", 1),
        (
            "buried",
            |state, today| state.buried_until = Some(today.after(1)),
            "claim",
            1,
        ),
        (
            "buried until today",
            |state, today| state.buried_until = Some(today),
            "recall",
            2,
        ),
        (
            "flagged",
            |state, _| state.flag = Some("why".to_owned()),
            "recall",
            2,
        ),
        (
            "due today",
            |state, today| {
                state.phase = Phase::Review;
                state.due = Some(Due::On(today));
            },
            "recall",
            2,
        ),
    ];
    for (what, change, next, left) in cases {
        let mut world = World::new(&["recall", "claim"]);
        let mut state = world.session.state(&id("recall"));
        change(&mut state, world.session.day());
        let gone = world.session.found(state.clone(), world.now);
        assert_eq!(gone, *next != "recall", "{what}");
        assert_eq!(world.session.asked(), Some(&id(next)), "{what}");
        assert_eq!(world.session.state(&id("recall")), state, "{what}");
        assert_eq!(world.session.left().sum(), *left, "{what}");
        // It is known now.
        let standing = world.session.state(&id(next));
        assert!(!world.session.found(standing, world.now), "{what}");
        // It was not asked here, so nothing was done here.
        assert_eq!(world.session.tally().done(), 0, "{what}");
    }
    // One that is turned over stays: its answer was given.
    let mut world = World::new(&["recall", "claim"]);
    world.does(Input::Accept);
    let mut state = world.session.state(&id("recall"));
    state.due = Some(Due::At(soon));
    assert!(!world.session.found(state.clone(), world.now));
    assert_eq!(world.session.card().unwrap().id, id("recall"));
    // Until it is to be rated, and others did: it is left to them.
    world.session.overtaken(state, world.now);
    assert_eq!(world.session.asked(), Some(&id("claim")));
    assert_eq!(world.session.left().sum(), 1);
    assert_eq!(world.session.tally().done(), 0);
}

#[test]
fn what_others_take_back_comes_again() {
    let mut world = World::new(&["recall", "claim"]);
    let before = world.session.state(&id("recall"));
    let left = world.session.left();
    world.does(Input::Accept);
    world.does(Input::Accept);
    assert_eq!(world.session.asked(), Some(&id("claim")));
    let rated = world.session.state(&id("recall"));
    // Nothing is new of it; and of the card that is up the screen knows.
    world.session.follow(&id("recall"), rated, world.now);
    assert_eq!(world.session.asked(), Some(&id("claim")));
    world
        .session
        .follow(&id("recall"), before.clone(), world.now);
    assert_eq!(world.session.left(), left);
    assert_eq!(world.session.state(&id("recall")), before);
    // Set aside by others it leaves, and comes again when it is put back.
    let mut out = before.clone();
    out.suspended = true;
    world.session.follow(&id("recall"), out, world.now);
    assert_eq!(world.session.left().sum(), 1);
    world.session.follow(&id("recall"), before, world.now);
    assert_eq!(world.session.left(), left);
}

#[test]
fn what_was_answered_stays_when_the_deck_was_edited() {
    for (from, to, script, is_up) in [
        // Nothing was changed, or nothing that is asked for.
        ("", "", "=Fenix a", "text! wrong 1"),
        ("", "", "=Phoe", "text?"),
        (
            "[Phoenix Arizona]",
            "[Phoenix Arizona, AZ]",
            "=Fenix a",
            "text! wrong 1",
        ),
        // What else is right by now counts.
        (
            "[Phoenix Arizona]",
            "[Fenix]",
            "=Fenix a",
            "text! correct 3",
        ),
        // Another question or answer is asked anew.
        ("Which city will", "In which city will", "=Fenix a", "text?"),
        ("answer: Phoenix", "answer: Tucson", "=Fenix a", "text?"),
    ] {
        let mut world = run(&["text"], script);
        let answered = |session: &Session| match session.stage() {
            Stage::Answered(answered) => {
                Some((answered.turned.response.clone(), answered.first_key_ms))
            }
            _ => None,
        };
        let draft = |session: &Session| match session.stage() {
            Stage::Asking(asking) => Some(asking.draft.clone()),
            _ => None,
        };
        let (before, typed) = (answered(&world.session), draft(&world.session));
        let text = super::testing::DECK.replace(from, to);
        let deck = crate::deck::read(Path::new("t.yaml"), text.as_bytes())
            .deck
            .unwrap();
        let cards = deck.cards.into_iter();
        world.deck = cards
            .map(|card| (card.id.clone(), Arc::new(card)))
            .collect();
        let text = world.deck.get(&id("text")).cloned();
        world.session.renew(material(&["text"]), text, world.now);
        world.deal();
        assert_eq!(up(&world.session), is_up, "{from} -> {to}");
        if is_up.contains('!') {
            assert_eq!(answered(&world.session), before);
        } else if from.is_empty() {
            assert_eq!(draft(&world.session), typed);
        }
    }
}
