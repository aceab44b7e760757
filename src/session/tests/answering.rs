//! How each kind of card is answered.

use super::*;
use crate::answer::Outcome;

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
        // What stands already takes no place, whichever name it has.
        ("list", "=TSMC a =tsmc a", "list?", ""),
        ("list", "=TSMC a =tsmc a =UMC a", "list! correct 3", ""),
        ("list", "=Samsung a =삼성 a =UMC a", "list! correct 3", ""),
        ("list", "=TSMC,_tsmc,_UMC a", "list! correct 3", ""),
        ("list", "=Intel a =intel a =TSMC a", "list! wrong 1", ""),
        ("list", "=TSMC a =tsmc a a", "list! wrong 1", ""),
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
