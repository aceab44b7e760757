//! Answers that are tried, one by one or as a table, by a script.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use home::World;
use serde_json::Value;

#[test]
fn tried_answers() {
    let world = World::new();
    let rows = [
        (
            "who",
            "morris chang",
            "correct",
            "same_but_for_form",
            "good",
        ),
        ("who", "모리스 창", "correct", "exact", "good"),
        ("who", "Chang", "correct", "alternative", "good"),
        ("who", "Jensen Huang", "wrong", "different", "again"),
        ("who", "", "wrong", "nothing", "again"),
        ("share", "9.40%", "correct", "exact", "good"),
        ("share", "9.4", "correct", "missing_unit", "good"),
        ("share", "9", "close", "rounded", "hard"),
        ("share", "94%", "wrong", "off_by_power_of_ten", "again"),
        ("share", "-9.4%", "wrong", "different_value", "again"),
        ("share", "9.4 dollars", "wrong", "wrong_unit", "again"),
        ("day", "1월 20일", "correct", "exact", "good"),
        ("day", "2025-01", "wrong", "right_month", "again"),
        ("pick", "UMC, TSMC", "correct", "exact", "good"),
        ("pick", "1", "wrong", "partial", "again"),
        (
            "name",
            "UMC; samsung",
            "correct",
            "same_but_for_form",
            "good",
        ),
        ("name", "UMC", "wrong", "partial", "again"),
        ("gaps#c1", "h800", "correct", "same_but_for_form", "good"),
        (
            "flip",
            "chips designed by others",
            "correct",
            "same_but_for_form",
            "good",
        ),
    ];
    for (card, answer, verdict, reason, rating) in rows {
        let tried = world.json(&["try", &format!("chips/{card}"), answer]);
        let got = ["verdict", "reason", "rating"].map(|field| tried[field].as_str().unwrap());
        assert_eq!(got, [verdict, reason, rating], "{answer:?} for {card}");
    }
    assert!(
        world.run(&["log", "--json"]).out.is_empty(),
        "trying records nothing"
    );
    let shown = world.run(&["try", "chips/share", "94%"]).out;
    assert!(shown.contains("ten times too large"), "{shown}");
}

#[test]
fn a_table_of_answers_is_held_against_its_verdicts() {
    let world = World::new();
    world.write(
        "answers.yaml",
        "chips/who:\n  correct: [Morris Chang, Moris Chang]\n  wrong: [Chang, TSMC]\nchips/nobody: { correct: [x, y] }\n".as_bytes(),
    );
    let run = world.run(&["try", "--all", "answers.yaml"]);
    assert_eq!(run.code, 1, "{}", run.errors);
    for said in [
        "answers.yaml:3:11: error[verdict]: 'Chang' is correct (another name for it), not wrong",
        "answers.yaml:4:1: error[unknown-card]: there is no card 'chips/nobody'",
        "6 answers: 2 errors",
    ] {
        assert!(run.out.contains(said), "{said}: {}", run.out);
    }
    let run = world.run(&["try", "--all", "answers.yaml", "--lang", "ko"]);
    for said in [
        "오류[verdict]: 'Chang': 기대한 판정은 wrong, 실제 판정은 correct입니다 (다른 이름도 맞음)",
        "오류[unknown-card]: 그런 카드가 없습니다: 'chips/nobody'",
        "답 6개: 오류 2건",
    ] {
        assert!(run.out.contains(said), "{said}: {}", run.out);
    }
    let tried = world.run(&["try", "--all", "answers.yaml", "--json"]);
    let tried: Value = serde_json::from_str(&tried.out).unwrap();
    let of = |index: usize, field: &str| tried[index][field].clone();
    assert_eq!(
        (of(1, "verdict"), of(1, "reason")),
        ("correct".into(), "typo".into())
    );
    assert_eq!(
        (of(2, "expected"), of(2, "line")),
        ("wrong".into(), 3.into())
    );
    assert_eq!(of(4, "verdict"), Value::Null);

    let fine = world.talk(
        &["try", "--all", "-"],
        "chips/share: { correct: [9.4%], wrong: [94%] }\n",
    );
    assert_eq!(
        (fine.code, fine.out.as_str()),
        (0, "2 answers: all as expected\n")
    );
    let missing = world.run(&["try", "--all", "none.yaml"]);
    assert_eq!(missing.code, 2);
    assert!(missing.errors.contains("none.yaml"), "{}", missing.errors);
}

#[test]
fn the_shipped_deck_is_answered_as_its_table_says() {
    let world = World::new();
    let table = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/answers/deepseek-shock.yaml"
    );
    let run = world.run_at("2025-02-10T09:00:00+09:00", &["try", "--all", table]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.out);
    let count: u32 = run.out.split(' ').next().unwrap().parse().unwrap();
    assert!(count >= 60, "{}", run.out);
}

/// It can be read but once: what comes second would be empty, and blamed for it.
#[test]
fn two_things_on_standard_input_are_refused() {
    let world = World::new();
    for arguments in [
        ["check", "-", "--against", "-"].as_slice(),
        &[
            "check",
            "chips.yaml",
            "--against",
            "a=-",
            "--against",
            "b=-",
        ],
    ] {
        let run = world.talk(arguments, "deck: d\ncards: [{ ask: Who?, answer: He }]\n");
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.errors);
        assert!(run.errors.contains("standard input"), "{}", run.errors);
    }
}
