//! Study and quizzes as lines: what is said, what is recorded, and the same
//! for everyone with the same seed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use serde_json::Value;

use home::World;

fn log(world: &World) -> Vec<Value> {
    let log = world.run(&["log", "--json"]).out;
    let lines = log.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn kinds(world: &World) -> Vec<String> {
    let log = log(world);
    let kinds = log.iter().map(|event| event["kind"].as_str().unwrap());
    kinds.map(str::to_owned).collect()
}

#[test]
fn a_study_session_goes_by_lines() {
    let world = World::new();
    // Asked in the order of the deck: flip is recalled, who and share are typed.
    let run = world.talk(
        &["study", "--plain", "-n", "3", "--no-color"],
        "\n3\n:x\nMorris Chang\n\n94%\n:f whose?\n:u\n2\n",
    );
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.out);
    let reviews: Vec<_> = log(&world)
        .iter()
        .filter(|event| event["kind"] == "review")
        .map(|event| {
            let of = |field: &str| event[field].as_str().unwrap_or("-").to_owned();
            (of("card"), of("rating"), of("answered"), of("suggested"))
        })
        .collect();
    let review = |card: &str, rating: &str, answered: &str, suggested: &str| {
        let card = format!("chips/{card}");
        (
            card,
            rating.to_owned(),
            answered.to_owned(),
            suggested.to_owned(),
        )
    };
    assert_eq!(
        reviews,
        [
            review("flip", "good", "-", "-"),
            review("who", "good", "Morris Chang", "-"),
            review("share", "hard", "94%", "again"),
        ],
        "{}",
        run.out
    );
    assert!(kinds(&world).contains(&"undo".to_owned()));
    for said in [
        "Chips · left in all: 3 new, 0 learning, 0 due",
        "What does a foundry make?",
        "Enter shows the answer.",
        "There is no command ':x'",
        "ten times too large",
        "enter: Again",
        "Undone: ",
    ] {
        assert!(run.out.contains(said), "{said}: {}", run.out);
    }
    // How long it took is the machine's business.
    let (session, _) = run.out.rsplit_once("3 in ").unwrap();
    insta::assert_snapshot!("study", session);
}

#[test]
fn who_asks_for_new_cards_gets_them_past_the_limit() {
    let world_of = |count: usize| {
        let world = World::new();
        let cards = (0..count).map(|n| format!("- {{ ask: 'Q{n}?', answer: A{n} }}\n"));
        let deck = format!("deck: chips\ncards:\n{}", cards.collect::<String>());
        world.write("chips.yaml", deck.as_bytes());
        world
    };
    let new = |world: &World, args: &[&str]| {
        world.talk(&[&["study", "--plain"], args].concat(), ":q\n");
        world.json(&["due"])[0]["new"].as_u64().unwrap()
    };
    assert_eq!(new(&world_of(300), &["--new", "250"]), 250);
    let world = world_of(30);
    // (what is asked for, what is let in afterwards)
    for (args, let_in) in [
        (&["-n", "30"][..], 20),
        (&["--new", "5"], 20),
        (&["--new", "25"], 25),
        (&["--new", "22", "-n", "3"], 25),
        (&["--new", "400"], 30),
    ] {
        assert_eq!(new(&world, args), let_in, "{args:?}");
    }
    // Only as much as was held back is on the record.
    let more: Vec<_> = log(&world)
        .iter()
        .filter(|event| event["kind"] == "more")
        .map(|event| event["new"].as_u64().unwrap())
        .collect();
    assert_eq!(more, [5, 5]);
}

#[test]
fn a_quiz_that_breaks_off_goes_on_where_it_was() {
    let world = World::new();
    let args = [
        "quiz", "--plain", "--seed", "7", "-n", "4", "--kind", "figure", "--kind", "date",
    ];
    let first = world.talk(&args, "9.4%\n");
    assert_eq!((first.code, first.errors.as_str()), (0, ""));
    assert!(first.out.contains("goes on with it"), "{}", first.out);
    assert_eq!(kinds(&world), ["quiz", "answer"]);
    let later = "2025-02-10T09:30:00+09:00";
    let rest = world.talk_at(later, &["quiz", "--resume", "--plain"], "2025-01-20\ny\n");
    assert_eq!((rest.code, rest.errors.as_str()), (0, ""));
    assert!(rest.out.contains("Question 2 of 2"), "{}", rest.out);
    assert_eq!(kinds(&world)[2..], ["answer", "quiz_end"]);
    let none = world.talk(&["quiz", "--resume", "--plain"], "");
    assert_eq!(none.code, 2);
    assert!(none.errors.contains("no quiz was left"), "{}", none.errors);
    // Nothing of it is a review.
    let due = world.json(&["due"]);
    assert_eq!(due[0]["new"], 7);
}

#[test]
fn a_quiz_without_an_answer_is_not_said_to_be_kept() {
    let world = World::new();
    for (lang, told) in [("en", "nothing is kept"), ("ko", "남겨 둔 것도 없습니다")] {
        let args = ["quiz", "--plain", "--seed", "7", "-n", "4", "--lang", lang];
        let run = world.talk(&args, ":q\n");
        assert!(run.out.contains(told), "{}", run.out);
        assert!(!run.out.contains("--resume"), "{}", run.out);
    }
}

#[test]
fn a_card_that_is_buried_is_said_to_be() {
    let world = World::new();
    assert!(world.json(&["card", "chips/flip"])["buried_until"].is_null());
    world.talk(&["study", "--plain", "-n", "1"], ":b\n");
    let card = world.json(&["card", "chips/flip"]);
    assert_eq!(card["buried_until"], "2025-02-11");
    for (lang, told) in [("en", "Buried until"), ("ko", "미룸")] {
        let card = world.run(&["card", "chips/flip", "--lang", lang]).out;
        let row = card.lines().find(|line| line.starts_with(told));
        assert!(row.is_some_and(|row| row.ends_with("2025-02-11")), "{card}");
    }
}

#[test]
fn misses_go_into_study_and_only_what_was_asked_for_counts() {
    let world = World::new();
    let figure = ["quiz", "--plain", "--seed", "7", "--kind", "figure"];
    let run = world.talk(&figure, "1%\ny\n");
    assert!(run.out.contains("0 of 1"), "{}", run.out);
    assert!(
        run.out.contains("1 card is in today's study"),
        "{}",
        run.out
    );
    assert_eq!(kinds(&world), ["quiz", "answer", "quiz_end", "seen"]);
    let study = world.talk(&["study", "--plain"], "");
    assert!(study.out.contains("What share?"), "{}", study.out);

    let counted = [&figure[..], &["--count-reviews"]].concat();
    let run = world.talk(&counted, "9.4%\n");
    assert!(run.out.contains("1 of 1"), "{}", run.out);
    assert!(run.out.contains("your second try: 0/1, 1/1"), "{}", run.out);
    let log = log(&world);
    let review = log.iter().find(|event| event["kind"] == "review").unwrap();
    assert_eq!(
        (&review["card"], &review["rating"]),
        (&"chips/share".into(), &"good".into())
    );
}

#[test]
fn the_same_seed_is_the_same_quiz_on_paper_and_on_the_line() {
    let (one, other) = (World::new(), World::new());
    other.run(&["review", "chips/who", "easy"]);
    let paper = |world: &World, seed: &str| {
        let run = world.run(&["quiz", "--seed", seed, "--export", "-"]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""));
        run.out
    };
    let text = paper(&one, "7");
    assert_eq!(text, paper(&other, "7"), "whatever a learner knows");
    assert!((8..20).any(|seed| paper(&one, &seed.to_string()) != text));
    assert_eq!(kinds(&one), Vec::<String>::new(), "no one took it");

    let file = ["quiz", "--seed", "7", "--export", "quiz.md"];
    assert_eq!(one.run(&file).code, 0);
    assert_eq!(
        std::fs::read_to_string(one.path().join("quiz.md")).unwrap(),
        text
    );
    let again = one.run(&file);
    assert_eq!(again.code, 2, "it is not written over");
    assert!(again.errors.contains("quiz.md"), "{}", again.errors);

    // On the line the questions come in the same order.
    let talk = one
        .talk(&["quiz", "--plain", "--seed", "7"], &"\n".repeat(40))
        .out;
    let asked = |text: &str, question: &str| text.find(question);
    let mut places: Vec<_> = [
        "Who founded TSMC?",
        "What share?",
        "When?",
        "Which are foundries?",
    ]
    .map(|question| {
        (
            asked(&text, question).unwrap(),
            asked(&talk, question).unwrap(),
        )
    })
    .to_vec();
    places.sort_unstable();
    assert!(
        places.is_sorted_by_key(|(_, line)| *line),
        "{places:?}\n{talk}"
    );
}

#[test]
fn what_is_said_is_in_the_learners_language() {
    let world = World::new();
    let run = world.talk(
        &[
            "quiz", "--plain", "--lang", "ko", "--kind", "name", "-n", "1",
        ],
        "::\n",
    );
    assert!(run.out.contains("1문제 중 1번"), "{}", run.out);
    assert!(
        run.out.contains("틀린 것을 오늘 공부할까요?"),
        "{}",
        run.out
    );
}

#[test]
fn nothing_reaches_the_terminal_raw() {
    let world = World::new();
    let run = world.talk(
        &["quiz", "--plain", "--kind", "date"],
        "\u{1b}[31m\u{202e}x\u{7}\n\n",
    );
    assert!(
        !run.out.contains(['\u{1b}', '\u{202e}', '\u{7}']),
        "{:?}",
        run.out
    );
    let run = world.talk(&["quiz", "--plain", "--kind", "figure"], "\u{0}\u{fffd}\n");
    assert_eq!(run.code, 0);
}

#[test]
fn a_quiz_that_can_not_be_is_told() {
    let world = World::new();
    for (args, says) in [
        (vec!["quiz", "--plain", "--kind", "source"], "no card fits"),
        (vec!["quiz", "chip", "--plain"], "did you mean 'chips'?"),
        (vec!["quiz", "--plain", "--tag", "gpu"], "no card has tags"),
        (
            vec!["quiz", "--export", "nowhere/quiz.md"],
            "nowhere/quiz.md",
        ),
    ] {
        let run = world.run(&args);
        assert_eq!(run.code, 2, "{args:?}");
        assert!(run.errors.contains(says), "{args:?}: {}", run.errors);
    }
}
