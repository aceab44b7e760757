//! Sessions as scripts: what the learner does, what is up then, what was recorded.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use proptest::prelude::*;

use super::testing::{World, cards, id, material, start};
use super::*;
use crate::answer::Outcome;
use crate::schedule::Phase;
use std::path::Path;

/// A script: one word an input. `a` accept, `1`-`4` rate, `p0` pick, `g0` go
/// to, `t` toggle, `<` take back, `^` `v` `(` `)` arrows, `h` hint, `=text`
/// the field holds it (`_` for a space), `u` undo, `s` suspend, `b` bury, `q` leave.
fn inputs(script: &str) -> Vec<Input> {
    let number = |word: &str| word[1..].parse().unwrap();
    script
        .split_whitespace()
        .map(|word| match word.as_bytes()[0] {
            b'a' => Input::Accept,
            b'1' => Input::Rate(Rating::Again),
            b'2' => Input::Rate(Rating::Hard),
            b'3' => Input::Rate(Rating::Good),
            b'4' => Input::Rate(Rating::Easy),
            b'p' => Input::Pick(number(word)),
            b'g' => Input::GoTo(number(word)),
            b't' => Input::Toggle,
            b'<' => Input::TakeBack,
            b'^' => Input::Move(Move::Up),
            b'v' => Input::Move(Move::Down),
            b'(' => Input::Move(Move::Left),
            b')' => Input::Move(Move::Right),
            b'h' => Input::Hint,
            b'=' => Input::Edit(word[1..].replace('_', " ")),
            b'u' => Input::Undo,
            b's' => Input::Suspend,
            b'b' => Input::Bury,
            b'q' => Input::Leave,
            _ => panic!("what is {word}?"),
        })
        .collect()
}

/// What is up, in a word or two: `recall?` the question, `recall! correct 3`
/// the answer with its verdict and suggested rating, `done` the end.
fn up(session: &Session) -> String {
    let name = |card: &Card| card.id.as_str().trim_start_matches("chips/").to_owned();
    match session.stage() {
        Stage::Asking(asking) => format!("{}?", name(&asking.card)),
        Stage::Answered(answered) => {
            let verdict = answered.turned.verdict.as_ref();
            let verdict = verdict.map_or("", |verdict| verdict.outcome.name());
            let suggestion = answered.suggestion.number();
            let spaced = if verdict.is_empty() { "" } else { " " };
            format!(
                "{}!{spaced}{verdict} {suggestion}",
                name(&answered.turned.card)
            )
        }
        Stage::Ended(Ending::Done) => "done".to_owned(),
        Stage::Ended(Ending::Later(_)) => "later".to_owned(),
        Stage::Ended(Ending::TimeUp) => "time up".to_owned(),
        Stage::Ended(Ending::Left) => "left".to_owned(),
    }
}

/// The last review in short: `3 text` or `3 text (1)` where 1 was suggested.
fn reviewed(world: &World) -> String {
    let last = world.log.iter().rev().find_map(|event| match &event.act {
        Act::Review(review) => Some(review),
        _ => None,
    });
    let Some(review) = last else {
        return String::new();
    };
    let answered = review.answered.as_deref().map(|text| format!(" {text}"));
    let suggested = review.suggested.map(|rating| rating.number());
    let suggested = suggested.map(|number| format!(" ({number})"));
    format!(
        "{}{}{}",
        review.rating.number(),
        answered.unwrap_or_default(),
        suggested.unwrap_or_default()
    )
}

fn run(names: &[&str], script: &str) -> World {
    let mut world = World::new(names);
    for input in inputs(script) {
        world.does(input);
    }
    world
}

/// Where the first right choice stands as shown, and so on: scripts that
/// depend on the shuffle are made from it.
fn shown(world: &World) -> Vec<usize> {
    match world.session.stage() {
        Stage::Asking(asking) => match &asking.draft {
            Draft::Choice { shown, .. } => shown.clone(),
            Draft::Compare { shown, .. } => shown.to_vec(),
            Draft::Order { lines, .. } => lines.clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn scripts() {
    let cases = [
        // Recall: any way of going on reveals; enter means Good.
        ("recall", "", "recall?", ""),
        ("recall", "h", "recall?", ""),
        ("recall", "3", "recall?", ""),
        ("recall", "a", "recall! 3", ""),
        ("recall", "a 4", "done", "4"),
        ("recall", "a a", "recall?", "3"),
        ("cloze#c1", "a 4", "done", "4"),
        // Texts: the verdict suggests, a key overrides.
        ("text", "=phoenix a", "text! correct 3", ""),
        ("text", "=phoenix a a", "text?", "3 phoenix"),
        ("text", "=Tucson a", "text! wrong 1", ""),
        ("text", "=Tucson a 4", "done", "4 Tucson (1)"),
        ("text", "=피닉스 a", "text! correct 3", ""),
        ("text", "=__ a", "text! wrong 1", ""),
        ("text", "a", "text! wrong 1", ""),
        ("text", "a 4", "done", "4  (1)"),
        // The digits of an answer are no ratings: nothing happens until the reveal.
        ("text", "1 2", "text?", ""),
        ("number", "=3만_8210건 a", "number! correct 3", ""),
        ("number", "=38만_2100건 a", "number! wrong 1", ""),
        ("date", "=1월_20일 a", "date! correct 3", ""),
        ("date", "=2025-01-21 a", "date! wrong 1", ""),
        // Lists end when as many are named as are wanted, or with nothing.
        ("list", "=TSMC a", "list?", ""),
        ("list", "=TSMC a =UMC a", "list! correct 3", ""),
        ("list", "=TSMC,_삼성 a", "list! correct 3", ""),
        ("list", "=TSMC a a", "list! wrong 1", ""),
        ("list", "a", "list! wrong 1", ""),
        (
            "list",
            "=Intel a < =TSMC a =UMC a 4",
            "done",
            "4 TSMC; UMC (3)",
        ),
        // Gaps, one after the other.
        ("gap#a100", "=A100 a", "gap#a100! correct 3", ""),
        ("gaps#c1", "=qwen a", "gaps#c1?", ""),
        ("gaps#c1", "=qwen a =Alibaba a", "gaps#c1! correct 3", ""),
        (
            "gaps#c1",
            "=Kimi a < =Qwen a =알리바바 a",
            "gaps#c1! correct 3",
            "",
        ),
        ("gaps#c1", "a a", "gaps#c1! wrong 1", ""),
        // A comparison: the wrong side needs no times.
        ("compare", "", "compare?", ""),
        ("pairs", "a", "pairs! wrong 1", ""),
        ("pairs", "p0 a", "pairs?", ""),
        ("recall", "q", "left", ""),
        ("recall", "a q", "left", ""),
    ];
    for (card, script, stage, review) in cases {
        let world = run(&[card], script);
        assert_eq!(up(&world.session), stage, "{card}: {script}");
        assert_eq!(reviewed(&world), review, "{card}: {script}");
    }
}

#[test]
fn choices_are_picked_as_they_are_shown() {
    let shuffled = shown(&World::new(&["choice"]));
    let place = |choice: usize| shuffled.iter().position(|at| *at == choice).unwrap();
    let down = |count: usize| "v ".repeat(count);
    let cases = [
        (format!("p{}", place(0)), "choice! correct 3"),
        (format!("p{}", place(2)), "choice! wrong 1"),
        (format!("{}a", down(place(0))), "choice! correct 3"),
        // The cursor stays on the last line.
        (format!("{}g{} a", down(9), place(0)), "choice! correct 3"),
        ("p9".to_owned(), "choice?"),
    ];
    for (script, stage) in cases {
        assert_eq!(up(&run(&["choice"], &script).session), stage, "{script}");
    }
}

#[test]
fn boxes_are_ticked_and_submitted() {
    let shuffled = shown(&World::new(&["boxes"]));
    let place = |choice: usize| shuffled.iter().position(|at| *at == choice).unwrap();
    let (one, two, wrong) = (place(0), place(1), place(2));
    let cases = [
        (format!("p{one}"), "boxes?"),
        (format!("p{one} p{two} a"), "boxes! correct 3"),
        (format!("g{one} t g{two} t a"), "boxes! correct 3"),
        (
            format!("p{one} p{two} p{wrong} p{wrong} a"),
            "boxes! correct 3",
        ),
        (format!("p{one} a"), "boxes! wrong 1"),
        (format!("p{one} p{two} p{wrong} a"), "boxes! wrong 1"),
        ("a".to_owned(), "boxes! wrong 1"),
    ];
    for (script, stage) in cases {
        assert_eq!(up(&run(&["boxes"], &script).session), stage, "{script}");
    }
}

#[test]
fn lines_are_moved_into_order() {
    let mut world = World::new(&["order"]);
    assert!(!shown(&world).is_sorted(), "there is something to do");
    assert_eq!(up(&run(&["order"], "a").session), "order! wrong 1");
    // By hand: each line to its place, from the top.
    for place in 0..4 {
        let from = shown(&world).iter().position(|line| *line == place);
        world.does(Input::GoTo(from.unwrap()));
        world.does(Input::Toggle);
        for _ in place..from.unwrap() {
            world.does(Input::Move(Move::Up));
        }
        world.does(Input::Toggle);
    }
    assert_eq!(shown(&world), [0, 1, 2, 3]);
    // What is not held does not move.
    world.does(Input::Move(Move::Up));
    assert_eq!(shown(&world), [0, 1, 2, 3]);
    // Enter lets go of what is held, and only then submits.
    world.does(Input::Toggle);
    world.does(Input::Accept);
    assert_eq!(up(&world.session), "order?");
    world.does(Input::Accept);
    assert_eq!(up(&world.session), "order! correct 3");
    world.does(Input::Rate(Rating::Easy));
    assert!(reviewed(&world).starts_with("4 DeepSeek-V3 comes out; R1"));
}

#[test]
fn pairs_are_matched() {
    let pairs = |world: &World| match world.session.stage() {
        Stage::Asking(asking) => match &asking.draft {
            Draft::Pairs {
                left,
                right,
                matched,
                cursor,
            } => (left.clone(), right.clone(), matched.clone(), *cursor),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    let mut world = World::new(&["pairs"]);
    let (left, right, ..) = pairs(&world);
    for (line, pair) in left.iter().enumerate() {
        assert_eq!(
            pairs(&world).3,
            line,
            "the cursor goes to the next open one"
        );
        let wanted = right.iter().position(|side| side == pair).unwrap();
        world.does(Input::Pick(wanted));
    }
    // One side matches one: taking it elsewhere takes it away here.
    let before = pairs(&world).2;
    world.does(Input::GoTo(0));
    world.does(Input::Pick(before[1].unwrap()));
    assert_eq!(pairs(&world).2[1], None);
    world.does(Input::Accept);
    assert!(up(&world.session).ends_with('?'), "one is open yet");
    assert_eq!(pairs(&world).3, 1);
    world.does(Input::Pick(before[1].unwrap()));
    world.does(Input::GoTo(0));
    world.does(Input::TakeBack);
    assert_eq!(pairs(&world).2[0], None);
    // Sideways it goes through the right sides that are free, round and round.
    let taken = pairs(&world).2;
    let free: Vec<usize> = (0..3)
        .filter(|side| !taken.contains(&Some(*side)))
        .collect();
    for direction in [Move::Right, Move::Right, Move::Left] {
        world.does(Input::Move(direction));
        assert!(pairs(&world).2[0].is_some_and(|side| free.contains(&side)));
        assert_eq!(pairs(&world).2[1..], taken[1..], "no other match is taken");
    }
    for (line, matched) in before.iter().enumerate() {
        world.does(Input::GoTo(line));
        world.does(Input::Pick(matched.unwrap()));
    }
    world.does(Input::Accept);
    assert_eq!(up(&world.session), "pairs! correct 3");
    world.does(Input::Rate(Rating::Easy));
    assert_eq!(
        reviewed(&world),
        "4 Alibaba = Qwen; ByteDance = Doubao; Moonshot AI = Kimi (3)"
    );
}

#[test]
fn comparisons() {
    let shuffled = shown(&World::new(&["compare"]));
    let larger = shuffled.iter().position(|side| *side == 0).unwrap();
    let smaller = 1 - larger;
    let arrow = if larger == 0 { "^" } else { "v" };
    let cases = [
        (format!("p{smaller}"), "compare! wrong 1", ""),
        (format!("p{larger}"), "compare?", ""),
        (format!("{arrow} a =6.09 a"), "compare! correct 3", ""),
        (format!("p{larger} =6.09 a 4"), "done", "4 China; 6.09 (3)"),
        (format!("p{larger} =6 a"), "compare! close 2", ""),
        (format!("p{larger} =60 a"), "compare! wrong 1", ""),
        (format!("p{larger} a"), "compare! wrong 1", ""),
        // Back to the sides while nothing is typed.
        (format!("p{larger} < p{smaller}"), "compare! wrong 1", ""),
        (format!("p{larger} =6 < p{smaller}"), "compare?", ""),
    ];
    for (script, stage, review) in cases {
        let world = run(&["compare"], &script);
        assert_eq!(up(&world.session), stage, "{script}");
        assert_eq!(reviewed(&world), review, "{script}");
    }
}

#[test]
fn a_card_in_its_steps_comes_back() {
    let mut world = run(&["recall", "text"], "a 1");
    assert_eq!(up(&world.session), "text?", "the other comes first");
    world.does(Input::Edit("Phoenix".to_owned()));
    world.does(Input::Accept);
    world.does(Input::Rate(Rating::Easy));
    assert_eq!(up(&world.session), "recall?", "within the learn-ahead");
    world.wait(60);
    world.does(Input::Accept);
    world.does(Input::Accept);
    world.wait(600);
    world.does(Input::Accept);
    world.does(Input::Accept);
    assert_eq!(up(&world.session), "done");
    assert_eq!(world.session.tally().ratings, [1, 0, 2, 1]);
    assert_eq!(world.session.tally().new, 2);
    assert_eq!(world.session.left(), Counts::default());
}

#[test]
fn the_time_is_from_the_question_to_the_rating() {
    let mut world = World::new(&["recall"]);
    world.wait(4);
    world.does(Input::Accept);
    world.wait(3);
    world.does(Input::Rate(Rating::Easy));
    let took = world.log.iter().find_map(|event| match &event.act {
        Act::Review(review) => Some(review.took_ms),
        _ => None,
    });
    assert_eq!(took, Some(7_000));
}

#[test]
fn what_was_recorded_is_what_a_replay_gives() {
    let world = run(
        &["recall", "text", "date"],
        "a 1 =Tucson a a a 2 a 3 =1 a 4",
    );
    for name in ["recall", "text", "date"] {
        assert_eq!(
            world.session.state(&id(name)),
            world.replayed(name),
            "{name}"
        );
    }
}

#[test]
fn undo() {
    // What is up after it, ratings in the tally, and whether the card is as new.
    let cases = [
        ("a 3 u", "recall?", [0; 4], true),
        ("a 4 =Phoenix a 3 u", "text?", [0, 0, 0, 1], false),
        ("a 4 =Phoenix a 3 u u", "recall?", [0; 4], true),
        ("a 4 u a 1", "text?", [1, 0, 0, 0], false),
        ("s u", "recall?", [0; 4], true),
        ("b u", "recall?", [0; 4], true),
        ("a s u", "recall?", [0; 4], true),
        ("u", "recall?", [0; 4], true),
        ("a u", "recall! 3", [0; 4], true),
    ];
    for (script, stage, ratings, new) in cases {
        let world = run(&["recall", "text"], script);
        assert_eq!(up(&world.session), stage, "{script}");
        assert_eq!(world.session.tally().ratings, ratings, "{script}");
        let state = world.session.state(&id("recall"));
        assert_eq!(state.phase == Phase::New, new, "{script}");
        assert_eq!(state, world.replayed("recall"), "{script}");
    }
}

#[test]
fn undo_at_the_end_goes_on() {
    let mut world = run(&["recall"], "a 4");
    assert_eq!(up(&world.session), "done");
    assert!(world.session.tally().ended.is_some());
    world.does(Input::Undo);
    assert_eq!(up(&world.session), "recall?");
    assert_eq!(world.session.tally().ended, None);
    assert_eq!(world.session.left().new, 1);
}

#[test]
fn suspended_and_buried_cards_leave() {
    let world = run(&["recall", "text"], "s");
    assert_eq!(up(&world.session), "text?");
    assert!(world.session.state(&id("recall")).suspended);
    let world = run(&["recall", "text"], "a b");
    assert_eq!(up(&world.session), "text?");
    let until = world.session.state(&id("recall")).buried_until;
    assert_eq!(until, Some(world.session.day().after(1)));
    assert_eq!(up(&run(&["recall"], "s").session), "done");
}

#[test]
fn flags_stay_on_the_card() {
    let mut world = World::new(&["recall"]);
    let flag = |world: &World| world.session.state(&id("recall")).flag;
    world.does(Input::Flag(" is this so? ".to_owned()));
    assert_eq!(flag(&world), Some("is this so?".to_owned()));
    assert_eq!(up(&world.session), "recall?");
    world.does(Input::Flag("no".to_owned()));
    assert_eq!(flag(&world), Some("no".to_owned()));
    world.does(Input::Flag(String::new()));
    assert_eq!(flag(&world), None);
    world.does(Input::Flag(String::new()));
    assert_eq!(flag(&world), Some(String::new()));
    world.does(Input::Undo);
    assert_eq!(flag(&world), None);
    assert_eq!(up(&world.session), "recall?");
}

#[test]
fn peeking_ends_with_the_card() {
    let mut world = World::new(&["recall", "text"]);
    world.does(Input::Peek);
    assert!(world.session.peeking());
    world.does(Input::Accept);
    assert!(world.session.peeking(), "both sides of it");
    world.does(Input::Rate(Rating::Easy));
    assert!(!world.session.peeking());
    world.does(Input::Peek);
    world.does(Input::Undo);
    assert!(!world.session.peeking(), "another card again");
}

#[test]
fn hints_and_addresses() {
    let hint = |world: &World| matches!(world.session.stage(), Stage::Asking(a) if a.hint);
    let mut world = World::new(&["recall"]);
    world.does(Input::Hint);
    assert!(hint(&world));
    world.does(Input::Open);
    assert_eq!(world.opened, ["https://example.org/fab"]);
    let mut world = World::new(&["text"]);
    world.does(Input::Hint);
    assert!(!hint(&world), "it has none");
}

#[test]
fn minutes_cap_a_session() {
    let mut material = material(&["recall", "text"]);
    material.until = Some(start() + jiff::SignedDuration::from_mins(5));
    let mut world = World::with(material);
    world.wait(600);
    // The card that is up is finished.
    world.does(Input::Accept);
    assert_eq!(up(&world.session), "recall! 3");
    world.does(Input::Rate(Rating::Easy));
    assert_eq!(up(&world.session), "time up");
    assert_eq!(world.session.tally().done(), 1);
    assert_eq!(world.session.tally().seconds(world.now), 600);
}

#[test]
fn what_could_not_be_written_was_not_given() {
    for (script, stage) in [("a", "recall! 3"), ("", "recall?")] {
        let mut world = run(&["recall", "text"], script);
        world.full = true;
        for input in inputs("4 s b u")
            .into_iter()
            .chain([Input::Flag("x".to_owned())])
        {
            world.does(input);
        }
        assert_eq!(up(&world.session), stage);
        assert_eq!(world.session.tally().done(), 0);
        assert!(world.log.is_empty());
        // And when there is room again, it goes on.
        world.full = false;
        for input in inputs("a 4") {
            world.does(input);
        }
    }
}

#[test]
fn more_today() {
    let mut world = run(&["recall"], "a 4");
    assert_eq!(up(&world.session), "done");
    world.session.extend(material(&["date"]), world.now);
    assert_eq!(up(&world.session), "date?");
    assert_eq!(world.session.tally().done(), 1);
}

#[test]
fn a_card_that_is_gone_is_passed_over() {
    let mut material = material(&["recall", "text"]);
    material.cards.remove(&id("recall"));
    assert_eq!(up(&World::with(material).session), "text?");
    let world = World::with(super::testing::material(&[]));
    assert_eq!(up(&world.session), "done");
}

#[test]
fn the_same_seed_asks_in_the_same_way() {
    let draft = |seed: u64| {
        let mut material = material(&["order"]);
        material.seed = seed;
        shown(&World::with(material))
    };
    assert_eq!(draft(1), draft(1));
    assert!((2..20).any(|seed| draft(seed) != draft(1)));
}

#[test]
fn verdicts_are_of_the_card_that_is_up() {
    let world = run(&["text"], "=Phoenix a");
    let Stage::Answered(answered) = world.session.stage() else {
        panic!("not answered")
    };
    assert_eq!(
        answered.turned.response,
        Response::Typed("Phoenix".to_owned())
    );
    assert_eq!(
        answered
            .turned
            .verdict
            .as_ref()
            .map(|verdict| verdict.outcome),
        Some(Outcome::Correct)
    );
}

fn any_input() -> impl Strategy<Value = Input> {
    prop_oneof![
        4 => Just(Input::Accept),
        2 => (0usize..4).prop_map(|index| Input::Rate(Rating::ALL[index])),
        2 => "[0-9A-Z가-힣, ]{0,6}".prop_map(Input::Edit),
        2 => prop_oneof![
            Just(Move::Up), Just(Move::Down), Just(Move::Left), Just(Move::Right)
        ].prop_map(Input::Move),
        2 => (0usize..6).prop_map(Input::Pick),
        1 => (0usize..6).prop_map(Input::GoTo),
        1 => Just(Input::Toggle),
        1 => Just(Input::TakeBack),
        1 => Just(Input::Hint),
        1 => Just(Input::Peek),
        1 => Just(Input::Undo),
        1 => Just(Input::Suspend),
        1 => Just(Input::Bury),
        1 => "[a-z]{0,3}".prop_map(Input::Flag),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// Whatever is done: the states the session goes by are those the log gives.
    #[test]
    fn any_session_agrees_with_its_log(script in prop::collection::vec((any_input(), 0i64..400), 0..60)) {
        let cards = cards();
        let names: Vec<&str> = cards.keys().map(String::as_str).collect();
        let mut world = World::new(&names);
        for (input, seconds) in script {
            world.wait(seconds);
            world.does(input);
        }
        for name in names {
            prop_assert_eq!(world.session.state(&id(name)), world.replayed(name), "{}", name);
        }
        let reviews = world.session.tally().done();
        let reviewed: u32 = cards.keys().map(|name| world.replayed(name).reviews).sum();
        prop_assert_eq!(reviews, reviewed);
    }
}

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
        let World {
            mut session, now, ..
        } = run(&["text"], script);
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
        let (before, typed) = (answered(&session), draft(&session));
        let mut edited = material(&["text"]);
        let text = super::testing::DECK.replace(from, to);
        let deck = crate::deck::read(Path::new("t.yaml"), text.as_bytes())
            .deck
            .unwrap();
        let card = deck
            .cards
            .into_iter()
            .find(|card| card.id == id("text"))
            .unwrap();
        edited.cards.insert(card.id.clone(), Arc::new(card));
        session.renew(edited, now);
        assert_eq!(up(&session), is_up, "{from} -> {to}");
        if is_up.contains('!') {
            assert_eq!(answered(&session), before);
        } else if from.is_empty() {
            assert_eq!(draft(&session), typed);
        }
    }
}

#[test]
fn what_is_done_and_what_is_left_stay_the_whole_of_it() {
    // Two new cards, each with two steps: an answer that only goes to the next
    // step finishes nothing.
    let mut world = World::new(&["recall", "text"]);
    let far = |world: &World| (world.session.finished(), world.session.left().sum());
    assert_eq!(far(&world), (0, 2));
    for (script, expected) in [
        ("a 3", (0, 2)),
        ("=Phoenix a 3", (0, 2)),
        ("a 4", (1, 1)),
        ("u", (0, 2)),
        ("a 4", (1, 1)),
        ("=Phoenix a 3", (2, 0)),
    ] {
        for input in inputs(script) {
            world.wait(120);
            world.does(input);
        }
        assert_eq!(far(&world), expected, "{script}");
    }
    // Another card comes in.
    let mut world = run(&["recall", "text"], "a 4");
    world.session.renew(material(&["text", "claim"]), world.now);
    assert_eq!(far(&world), (1, 2));
}
