//! Judging as a whole: cards of every kind, and answers of every kind.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use proptest::prelude::*;

use super::*;
use crate::deck::{Bar, CardId, Dateline, Fingerprint, Gap, ListItem, Place};
use crate::figure::{Date, Figure};
use crate::text::{Lang, Localized};

fn both(english: &str, korean: &str) -> Localized {
    Localized::with(Lang::En, english.to_owned(), Some(korean.to_owned()))
}

fn figure(text: &str) -> Figure {
    Figure::parse(text).unwrap()
}

fn card(task: Task) -> Card {
    let id: CardId = serde_json::from_str("\"deck/card\"").unwrap();
    Card {
        id,
        place: Place::default(),
        question: both("Who?", "누구?"),
        answer: both("DeepSeek", "딥시크"),
        task,
        hint: None,
        note: None,
        chart: Vec::new(),
        tags: Vec::new(),
        dateline: Dateline::default(),
        until: None,
        facts: Vec::new(),
        replaces: Vec::new(),
        supersedes: Vec::new(),
        distractors: Vec::new(),
        fingerprint: Fingerprint::default(),
    }
}

fn bar(fact: &str, label: Localized, value: &str) -> Bar {
    Bar {
        fact: fact.to_owned(),
        label,
        figure: figure(value),
    }
}

/// A card of each kind.
fn cards() -> Vec<(&'static str, Card)> {
    let names = vec![
        both("TSMC", "티에스엠씨"),
        both("Samsung", "삼성"),
        both("UMC", "유엠씨"),
        both("ARM", "암"),
    ];
    let items = names
        .iter()
        .map(|text| ListItem {
            text: text.clone(),
            accepted: vec![],
        })
        .collect();
    let pairs = names
        .iter()
        .zip([
            both("one", "하나"),
            both("two", "둘"),
            both("three", "셋"),
            both("four", "넷"),
        ])
        .map(|(left, right)| (left.clone(), right))
        .collect();
    let gap = |answer: &str| Gap::Hidden {
        answer: answer.to_owned(),
        hint: None,
    };
    let cloze = Localized::new(
        Lang::En,
        vec![gap("H800"), Gap::Text(" and ".to_owned()), gap("H100")],
    );
    let accepted = vec![vec!["H800".to_owned()], vec!["H100".to_owned()]];
    let sides = [
        bar("deck/china", both("China", "중국"), "38,210건"),
        bar("deck/us", both("the United States", "미국"), "6,276건"),
    ];
    let date = Date {
        year: Some(2025),
        month: Some(1),
        day: Some(20),
    };
    vec![
        ("recall", card(Task::Recall { cloze: None })),
        (
            "text",
            card(Task::Text {
                accepted: vec![
                    "DeepSeek".to_owned(),
                    "딥시크".to_owned(),
                    "deepseek ai".to_owned(),
                ],
            }),
        ),
        (
            "number",
            card(Task::Number {
                figure: figure("38,210건"),
                tolerance: None,
            }),
        ),
        ("date", card(Task::Date { date, to: None })),
        (
            "choice",
            card(Task::Choice {
                choices: names.clone(),
                right: vec![0],
                several: false,
            }),
        ),
        (
            "boxes",
            card(Task::Choice {
                choices: names.clone(),
                right: vec![0, 2],
                several: true,
            }),
        ),
        ("list", card(Task::List { items, need: 2 })),
        ("cloze", card(Task::Cloze { cloze, accepted })),
        ("order", card(Task::Order { items: names })),
        ("pairs", card(Task::Pairs { pairs })),
        (
            "compare",
            card(Task::Compare {
                sides: Box::new(sides),
                larger: 0,
                ratio: figure("6.1배"),
            }),
        ),
    ]
}

fn judged(kind: &str, response: &Response) -> (Outcome, Reason, Rating) {
    let cards = cards();
    let (_, card) = cards.iter().find(|(name, _)| *name == kind).unwrap();
    let verdict = judge(card, response);
    (verdict.outcome, verdict.reason, verdict.rating)
}

#[test]
fn a_line_of_words_answers_every_kind() {
    use Outcome::{Close, Correct, Wrong};
    use Reason::*;
    let rows = [
        ("recall", "딥시크", Correct, Exact),
        ("recall", "OpenAI", Wrong, Different),
        ("text", "deep seek", Correct, SameButForForm),
        ("text", "DeepSeek AI", Correct, Alternative),
        ("number", "3만 8210건", Correct, Exact),
        ("number", "38K", Close, Rounded),
        ("date", "1월 20일", Correct, Exact),
        ("date", "2025-01", Wrong, RightMonth),
        ("choice", "TSMC", Correct, Exact),
        ("choice", "티에스엠씨", Correct, Exact),
        ("choice", "1", Correct, Exact),
        ("choice", "2", Wrong, WrongChoice),
        ("choice", "9", Wrong, WrongChoice),
        ("choice", "Intel", Wrong, WrongChoice),
        ("boxes", "UMC, TSMC", Correct, Exact),
        ("boxes", "1 3", Correct, Exact),
        ("boxes", "1,3", Correct, Exact),
        ("boxes", "1", Wrong, Partial),
        ("list", "UMC, 삼성", Correct, Exact),
        ("list", "UMC", Wrong, Partial),
        ("cloze", "H800, H100", Correct, Exact),
        ("cloze", "H800", Wrong, Partial),
        ("order", "TSMC, Samsung, UMC, ARM", Correct, Exact),
        ("order", "TSMC > 유엠씨 > 삼성 > ARM", Close, OneSlip),
        ("order", "TSMC, Samsung", Wrong, WrongOrder),
        (
            "pairs",
            "TSMC = one, Samsung = two, UMC = three, ARM = four",
            Correct,
            Exact,
        ),
        ("pairs", "one, two, three, four", Correct, Exact),
        (
            "pairs",
            "TSMC = two, Samsung = one, UMC = three, ARM = four",
            Close,
            OneSlip,
        ),
        ("pairs", "TSMC = one", Wrong, WrongPairs),
        ("compare", "China 6.1", Correct, Exact),
        ("compare", "중국, 6.1배", Correct, Exact),
        ("compare", "china: 6", Close, Rounded),
        ("compare", "China", Wrong, Partial),
        ("compare", "the United States 6.1", Wrong, WrongSide),
        ("compare", "6.1", Wrong, WrongSide),
        ("compare", "1 6.1", Correct, Exact),
        ("compare", "2 6.1", Wrong, WrongSide),
        ("compare", "the United 6.1", Wrong, WrongSide),
    ];
    let mut failed = Vec::new();
    for (kind, line, outcome, reason) in rows {
        let got = judged(kind, &Response::Typed(line.to_owned()));
        let expected = (outcome, reason, Rating::suggested(outcome));
        if got != expected {
            failed.push(format!("{kind}: {line:?}: {got:?}, not {expected:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn nothing_is_again() {
    let expected = (Outcome::Wrong, Reason::Nothing, Rating::Again);
    for (kind, _) in cards() {
        let blank = [
            Response::Nothing,
            Response::Typed(" \t".to_owned()),
            Response::Several(vec![]),
            Response::Several(vec![String::new(), " ".to_owned()]),
            Response::Chosen(vec![]),
        ];
        for response in blank {
            assert_eq!(judged(kind, &response), expected, "{kind}, {response:?}");
        }
    }
}

#[test]
fn nothing_leaves_every_item_of_a_list_to_be_told() {
    let (_, list) = cards()
        .into_iter()
        .find(|(kind, _)| *kind == "list")
        .unwrap();
    let Task::List { items, .. } = &list.task else {
        panic!("a list was asked for");
    };
    let all: Vec<usize> = (0..items.len()).collect();
    for nothing in [Response::Nothing, Response::Several(vec![" ".to_owned()])] {
        assert_eq!(judge(&list, &nothing).missing, all);
    }
}

#[test]
fn every_name_of_an_outcome_and_reason_is_that_of_serde() {
    use Reason::*;
    let json = |value: &dyn erased::Json| value.json();
    for outcome in [Outcome::Correct, Outcome::Close, Outcome::Wrong] {
        assert_eq!(json(&outcome), format!("\"{}\"", outcome.name()));
    }
    for reason in [
        Exact,
        Nothing,
        SameButForForm,
        Alternative,
        Partial,
        Different,
        Rounded,
        WithinTolerance,
        OffByPowerOfTen,
        WrongUnit,
        MissingUnit,
        DifferentValue,
        NotAFigure,
        RightMonth,
        RightYear,
        SwappedDayMonth,
        DifferentDate,
        NotADate,
        OneSlip,
        WrongOrder,
        WrongPairs,
        WrongChoice,
        WrongSide,
    ] {
        assert_eq!(json(&reason), format!("\"{}\"", reason.name()));
    }
}

mod erased {
    pub trait Json {
        fn json(&self) -> String;
    }
    impl<T: serde::Serialize> Json for T {
        fn json(&self) -> String {
            serde_json::to_string(self).unwrap()
        }
    }
}

fn any_response() -> impl Strategy<Value = Response> {
    let text = prop_oneof![
        ".{0,40}",
        "[0-9만억조천., ~/%$원배년월일-]{0,40}",
        "\\PC{0,200}",
    ];
    let indices = prop::collection::vec(prop_oneof![0usize..6, any::<usize>()], 0..6);
    prop_oneof![
        text.clone().prop_map(Response::Typed),
        prop::collection::vec(text.clone(), 0..5).prop_map(Response::Several),
        indices.clone().prop_map(Response::Chosen),
        indices.clone().prop_map(Response::Ordered),
        indices.prop_map(Response::Matched),
        (0usize..4, text).prop_map(|(side, times)| Response::Compared(side, times)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_response_panics(response in any_response()) {
        for (_, card) in cards() {
            let verdict = judge(&card, &response);
            prop_assert_eq!(verdict.rating, Rating::suggested(verdict.outcome));
        }
    }

    #[test]
    fn a_difference_keeps_both_texts(typed in "\\PC{0,60}", right in "\\PC{0,60}") {
        let (a, b) = difference(&typed, &right);
        let whole = |runs: &[(String, bool)]| runs.iter().map(|(t, _)| t.as_str()).collect::<String>();
        prop_assert_eq!(whole(&a), crate::text::nfc(&typed));
        prop_assert_eq!(whole(&b), crate::text::nfc(&right));
    }
}

#[test]
fn ten_thousand_characters_of_anything_are_judged() {
    let long = [
        "9".repeat(10_000),
        "9,".repeat(5_000),
        "1/".repeat(5_000),
        "만억조".repeat(3_333),
        "1e".repeat(5_000),
        "한".repeat(10_000),
        "a b ".repeat(2_500),
        ", ".repeat(5_000),
        "= ".repeat(5_000),
        "\u{301}".repeat(10_000),
        "\u{1b}[31m".repeat(2_000),
        "１２３".repeat(3_333),
        "China ".repeat(1_600),
        format!("0.{}1", "0".repeat(9_990)),
        "1e999999999".to_owned(),
        "1e-999999999".to_owned(),
    ];
    for text in long {
        for (_, card) in cards() {
            judge(&card, &Response::Typed(text.clone()));
            judge(&card, &Response::Several(vec![text.clone(); 3]));
            judge(&card, &Response::Compared(0, text.clone()));
        }
    }
}
