//! What each kind of entry asks for.

use super::*;

#[test]
fn an_answer_alone_is_recalled_and_reversed() {
    let (cards, told) =
        entry("- id: x\n  ask: 무엇?\n  answer: >-\n    two\n    lines\n  reverse: true\n");
    assert_eq!(told, [] as [&str; 0]);
    let shown: Vec<_> = cards
        .iter()
        .map(|c| {
            (
                c.id.as_str(),
                c.question.get(Lang::En).as_str(),
                c.answer.get(Lang::Ko).as_str(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("d/x", "무엇?", "two lines"),
            ("d/x#reverse", "two lines", "무엇?")
        ]
    );
    assert_eq!(cards[1].task, Task::Recall { cloze: None });
}

#[test]
fn accept_makes_an_answer_typed() {
    let card = card(
        "- ask: q\n  answer: Morris Chang\n  answer.ko: 모리스 창\n  accept: [Chang, Morris Chang]\n",
    );
    let accepted = ["Morris Chang", "모리스 창", "Chang"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(card.task, Task::Text { accepted });
    assert!(
        card.id.as_str().starts_with("d/~") && card.id.as_str().len() == 13,
        "{}",
        card.id
    );
}

#[test]
fn a_date_may_be_a_part() {
    for (date, answer, value) in [
        ("1957", "1957년", "1957-?-?"),
        ("2025-02", "2025년 2월", "2025-02-?"),
        ("2025-02-03", "2025년 2월 3일", "2025-02-03"),
        ("01-20", "1월 20일", "?-01-20"),
    ] {
        let card = card(&format!("- ask: q\n  date: {date}\n"));
        assert_eq!(card.answer.get(Lang::Ko), answer);
        assert_eq!(card.fingerprint.value.as_deref(), Some(value));
    }
}

#[test]
fn choices_know_which_are_right() {
    let one = card("- ask: q\n  choices: [TSMC, ARM]\n  answer: ARM\n  answer.ko: ARM\n");
    assert!(matches!(&one.task, Task::Choice { right, several: false, .. } if right == &[1]));
    let several = card(
        "- ask: q\n  choices: [a, b, c]\n  choices.ko: [가, 나, 다]\n  answer: [c, a]\n  answer.ko: [가, 다]\n",
    );
    assert!(matches!(&several.task, Task::Choice { right, several: true, .. } if right == &[0, 2]));
    assert_eq!(several.answer.get(Lang::Ko), "가, 다");
    let numbers = card("- ask: q\n  choices: [9.40, 9.4, 9]\n  answer: 9.40\n");
    assert_eq!(numbers.answer.get(Lang::En), "9.40");
}

#[test]
fn a_date_may_be_a_span() {
    let span = card("- ask: q\n  date: 2014~2023\n");
    assert_eq!(span.answer.get(Lang::En), "2014–2023");
    assert_eq!(span.answer.get(Lang::Ko), "2014년~2023년");
    let value = span.fingerprint.value.as_deref();
    assert_eq!(value, Some("2014-?-?~2023-?-?"));
    for (text, expected) in [
        (
            "2023~2014",
            "12:9 no-date: a span begins before it ends; write 2014~2023",
        ),
        (
            "2014~2023-01",
            "12:9 no-date: a span goes from a year to a year, a month to a month or a day to a day; write both ends alike",
        ),
        (
            "2014~",
            "12:9 no-date: a span has two ends; write 2025-01-31~2025-02-03, or one date",
        ),
    ] {
        assert_eq!(entry(&format!("- ask: q\n  date: {text}\n")).1, [expected]);
    }
}

#[test]
fn other_spellings_of_one_of_several_go_by_its_name() {
    let list = card(
        "- ask: q\n  list: [TSMC, Samsung]\n  list.ko: [TSMC, 삼성]\n  accept: { samsung: [SEC], TSMC: ['{c}'] }\n  accept.ko: { 삼성: [삼성전자] }\n",
    );
    let Task::List { items, .. } = &list.task else {
        panic!()
    };
    assert_eq!(items[0].accepted, ["TSMC", "30,000 people"]);
    assert_eq!(items[1].accepted, ["Samsung", "삼성", "SEC", "삼성전자"]);
    let (gaps, told) = entry(
        "- cloze: \"{{c1::one}} {{c2::two}} {{c1::three}}\"\n  typed: true\n  accept: { three: [drei], two: [zwei, deux] }\n",
    );
    assert_eq!(told, Vec::<String>::new());
    let accepted: Vec<_> = gaps
        .iter()
        .map(|card| match &card.task {
            Task::Cloze { accepted, .. } => accepted.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        accepted,
        [
            vec![vec!["one"], vec!["three", "drei"]],
            vec![vec!["two", "zwei", "deux"]]
        ]
    );
    let single = card("- cloze: \"{{one}}\"\n  typed: true\n  accept: [eins]\n");
    assert!(matches!(&single.task, Task::Cloze { accepted, .. } if accepted[0] == ["one", "eins"]));

    for (text, expected) in [
        (
            "- ask: q\n  list: [TSMC, Samsung]\n  accept: { Samsumg: [SEC] }\n",
            "13:13 unknown-name: 'Samsumg' is no item of this card; did you mean 'Samsung'?",
        ),
        (
            "- ask: q\n  list: [TSMC, Samsung]\n  accept: [SEC]\n",
            "13:3 wrong-shape: which item of the list these are spellings of can't be told; write accept: { item: [another spelling] }",
        ),
        (
            "- ask: q\n  answer: x\n  accept: { x: [y] }\n",
            "13:13 wrong-shape: names under 'accept' are for cards that ask for several things; write the spellings as a list: accept: [one, another]",
        ),
        (
            "- cloze: \"{{a}} {{b}}\"\n  typed: true\n  accept: [y]\n",
            "13:3 wrong-shape: which gap these are spellings of can't be told; write accept: { what the gap hides: [another spelling] }",
        ),
        (
            "- cloze: \"{{a}}\"\n  accept: [y]\n",
            "12:3 misplaced-key: 'accept' needs a typed cloze; delete it, or write 'typed: true'",
        ),
        (
            "- cloze: \"{{a}}\"\n  typed: true\n  accept: { q: [y] }\n",
            "13:13 unknown-name: 'q' is no gap of this card; write accept: { gap: [another spelling] }",
        ),
        (
            "- ask: q\n  list: [a, b]\n  accept: { a: x }\n",
            "13:16 wrong-shape: 'a' must be a list, not a text; put it in brackets: a: [x]",
        ),
    ] {
        assert_eq!(entry(text).1, [expected], "{text}");
    }
}

#[test]
fn lists_orders_and_pairs_keep_their_order() {
    let list = card("- ask: q\n  list: [TSMC, Samsung]\n  list.ko: [TSMC, 삼성]\n  need: 1\n");
    let Task::List { items, need: 1 } = &list.task else {
        panic!()
    };
    assert_eq!(items[1].accepted, ["Samsung", "삼성"]);
    assert_eq!(items[0].accepted, ["TSMC"]);
    let order = card("- ask: q\n  order: [first, second]\n  order.ko: [하나, 둘]\n");
    assert_eq!(order.answer.get(Lang::Ko), "1. 하나\n2. 둘");
    let pairs = card(
        "- ask: q\n  pairs: [[Alibaba, Qwen], [ByteDance, Doubao]]\n  pairs.ko: [[알리바바, 큐웬], [바이트댄스, 더우바오]]\n",
    );
    let Task::Pairs { pairs } = &pairs.task else {
        panic!()
    };
    assert_eq!(
        (
            pairs[1].0.get(Lang::Ko).as_str(),
            pairs[1].1.get(Lang::En).as_str()
        ),
        ("바이트댄스", "Doubao")
    );
}

#[test]
fn a_comparison_needs_no_question() {
    let card = card("- id: x\n  compare: [b, a]\n  chart: [a, b]\n");
    let Task::Compare {
        larger: 1, ratio, ..
    } = &card.task
    else {
        panic!()
    };
    assert_eq!(ratio.format(Lang::En), "2.5×");
    assert_eq!(card.question.get(Lang::En), "Which is more: B or A?");
    assert_eq!(card.question.get(Lang::Ko), "B, 가 중 더 큰 것은?");
    assert_eq!(card.answer.get(Lang::En), "A, 2.5×");
    assert_eq!(
        card.chart
            .iter()
            .map(|bar| bar.fact.as_str())
            .collect::<Vec<_>>(),
        ["d/a", "d/b"]
    );
    assert_eq!(card.facts, ["d/b", "d/a"]);
}
