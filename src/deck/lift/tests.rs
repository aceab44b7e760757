//! What each kind of entry is lifted to, and what is told of a broken one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::deck::{Card, Gap, Status, Task};
use crate::text::Message;

/// Facts for the entries of the tests, on lines 3 to 9.
const FACTS: &str = "deck: d\nfacts:\n  \
    a: { value: 20B USD, label: A, label.ko: 가 }\n  \
    b: { value: 8B USD, label: B }\n  \
    c: { value: 3만 명, label: C }\n  \
    n: { value: 5% }\n  \
    zero: { value: 0 USD, label: Z }\n  \
    r: { value: = a / b }\n  \
    bad: { value: much }\n\
    cards:\n";

fn read_text(text: &str) -> (Option<Deck>, Vec<String>) {
    let reading = read(Path::new("d.yaml"), text.as_bytes());
    let told = reading
        .diagnostics
        .iter()
        .map(|d| {
            d.message.assert_alike();
            d.help.iter().for_each(Message::assert_alike);
            let help = d.help.as_ref().map_or("", |help| help.says(Lang::En));
            let message = d.message.says(Lang::En);
            format!(
                "{}:{} {}: {message}; {help}",
                d.place.line, d.place.column, d.code
            )
        })
        .collect();
    (reading.deck, told)
}

/// Reads one entry below [`FACTS`]; it begins on line 11.
fn entry(text: &str) -> (Vec<Card>, Vec<String>) {
    let (deck, mut told) = read_text(&format!("{FACTS}{text}"));
    told.retain(|told| !told.starts_with("9:"));
    (deck.map(|deck| deck.cards).unwrap_or_default(), told)
}

fn card(text: &str) -> Card {
    let (mut cards, told) = entry(text);
    assert_eq!((cards.len(), &told), (1, &vec![]), "{text}");
    cards.remove(0)
}

#[test]
fn a_broken_entry_says_what_would_be_right() {
    let cases: &[(&str, &str)] = &[
        (
            "- id: x\n  ask: q\n",
            "11:3 no-answer: a card with no answer; give it one of answer, number, date, choices, list, cloze, order, pairs, compare",
        ),
        (
            "- answer: x\n",
            "11:3 no-question: a card with no question; add 'ask:'",
        ),
        (
            "- ask: q\n  answer: x\n  number: 5\n",
            "13:3 two-kinds: two kinds at once: 'answer' and 'number'; keep one, or make two entries",
        ),
        (
            "- ask: q\n  cloze: \"{{x}}\"\n  choices: [a, b]\n  answer: a\n",
            "13:3 two-kinds: two kinds at once: 'cloze' and 'choices'; keep one, or make two entries",
        ),
        (
            "- ask: q\n  choices: [a, b]\n",
            "12:3 no-answer: choices with no answer; add 'answer:' and the choice that is right",
        ),
        (
            "- ask: q\n  choices: [TSMC, ARM]\n  answer: TMSC\n",
            "13:11 answer-not-a-choice: the answer 'TMSC' is not among the choices; did you mean 'TSMC'?",
        ),
        (
            "- ask: q\n  choices: [a, b]\n  choices.ko: [가, 나]\n  answer: [a]\n  answer.ko: [다]\n",
            "15:15 answer-not-a-choice: the answer '다' is not among the choices; write one of the choices, word for word",
        ),
        (
            "- ask: q\n  choices: [a, b]\n  choices.ko: [가, 나]\n  answer: a\n  answer.ko: 나\n",
            "15:3 languages-differ: 'answer.ko' picks other choices than 'answer'; pick the same in both languages; choices stand in the same order in both",
        ),
        (
            "- ask: q\n  choices: [a, b]\n  choices.ko: [가]\n  answer: a\n",
            "13:3 lists-differ: 'choices.ko' has 1 item, 'choices' has 2; write the same items in the same order in both languages",
        ),
        (
            "- ask: q\n  choices: [a]\n  answer: a\n",
            "12:12 too-few: there is nothing to choose from; write at least two choices",
        ),
        (
            "- ask: q\n  choices: [a, b, A]\n  answer: b\n",
            "12:19 duplicate-item: 'A' stands twice in 'choices'; delete or reword one",
        ),
        (
            "- ask: q\n  answer: [a, b]\n",
            "12:3 wrong-shape: 'answer' is a list, but there are no choices; add 'choices:', or write 'list:' for several things to name",
        ),
        (
            "- ask: q\n  number: many\n",
            "12:11 no-figure: 'many' is not a figure; write a number and its unit, such as 38,210, 9.4%, 1/18, 5.576M USD or 3만 8210건",
        ),
        (
            "- ask: q\n  number: a\n",
            "12:11 no-figure: 'a' is a fact's name, not a figure; write number: \"{a}\"",
        ),
        (
            "- ask: q\n  number: \"{aa}\"\n",
            "12:11 unknown-fact: there is no fact 'aa'; write a fact of this deck, or \\{ for a brace",
        ),
        (
            "- ask: q\n  number: \"{bad}\"\n",
            "12:11 broken-fact: it needs the fact 'bad', which has an error; mend the fact on line 9",
        ),
        (
            "- ask: q\n  number: 5 USD\n  tolerance: 3 km\n",
            "13:14 tolerance: a tolerance is a share, or a figure of the unit that is asked for; write it as 5%",
        ),
        (
            "- ask: q\n  answer: a\n  note: >-\n    one\n    and {gone}\n",
            "15:9 unknown-fact: there is no fact 'gone'; write a fact of this deck, or \\{ for a brace",
        ),
        (
            "- ask: q\n  answer: a\n  note: one\n    and {gone}\n",
            "14:9 unknown-fact: there is no fact 'gone'; write a fact of this deck, or \\{ for a brace",
        ),
        (
            "- ask: q\n  answer: a\n  note: 'one\n    and {gone}'\n",
            "14:9 unknown-fact: there is no fact 'gone'; write a fact of this deck, or \\{ for a brace",
        ),
        (
            "- cloze: >-\n    one\n    and {{}}\n",
            "13:9 empty-gap: nothing stands in this gap; write {{answer}} or {{c1::answer::hint}}",
        ),
        (
            "- ask: q\n  number: 5 USD\n  tolerance: 300%\n",
            "13:14 tolerance: with a tolerance of 100% or more nearly any answer is right; write a share below it, such as 5%",
        ),
        (
            "- ask: q\n  date: 2025-02-30\n",
            "12:9 no-date: there is no 30 February 2025; the month has 28 days",
        ),
        (
            "- ask: q\n  date: soon\n",
            "12:9 no-date: 'soon' is not a date; write 2025-01-20, 2025-01, 2025 or 01-20",
        ),
        (
            "- ask: 값은 {fab.cost}?\n  answer: x\n",
            "11:11 unknown-fact: there is no fact 'fab.cost'; write a fact of this deck, or \\{ for a brace",
        ),
        (
            "- ask: \"a {b\"\n  answer: x\n",
            "11:11 open-brace: a brace is opened and not closed; write \\{ for a brace",
        ),
        (
            "- cloze: no gap\n",
            "11:10 no-gap: 'cloze' has no gap; put what is asked for in {{double braces}}",
        ),
        (
            "- cloze: 가 {{a\n",
            "11:12 open-gap: a gap is opened and not closed; close it with }}",
        ),
        (
            "- cloze: \"{{c1::}}\"\n",
            "11:11 empty-gap: nothing stands in this gap; write {{answer}} or {{c1::answer::hint}}",
        ),
        (
            "- cloze: x {{c1::a}} {{c2::b}}\n  cloze.ko: x {{c1::가}}\n",
            "12:3 gap-groups-differ: 'cloze.ko' has no gap c2, which 'cloze' has; hide the same in both languages",
        ),
        (
            "- cloze: x {{c1::a}}\n  cloze.ko: x {{c1::가}} {{c3::나}}\n",
            "12:3 gap-groups-differ: 'cloze' has no gap c3, which 'cloze.ko' has; hide the same in both languages",
        ),
        (
            "- cloze: x {{a}} {{b}}\n  cloze.ko: x {{가}} {{나}}\n",
            "12:3 number-gaps: which of these gaps is which in the other language can't be told; number them in both: {{c1::…}}, {{c2::…}}",
        ),
        (
            "- cloze: x {{c1::a}} {{c1::b}}\n  cloze.ko: x {{c1::가}}\n",
            "12:3 gap-groups-differ: c1 hides 1 gap in 'cloze.ko' and 2 in 'cloze'; hide the same in both languages",
        ),
        (
            "- ask: q\n  cloze: \"{{a}}\"\n",
            "11:3 misplaced-key: 'ask' means nothing on a card with 'cloze'; put the question into the text, or the text into the note",
        ),
        (
            "- ask: q\n  date: 1957\n  need: 2\n",
            "13:3 misplaced-key: 'need' means nothing on a card with 'date'; delete it",
        ),
        (
            "- ask: q\n  list: [a, b]\n  need: 3\n",
            "13:9 need: 'need' must be a number from 1 to 2, the length of the list; write need: 2, or leave it out for all",
        ),
        (
            "- ask: q\n  order: [a]\n",
            "12:10 too-few: there is nothing to order; write at least two lines",
        ),
        (
            "- ask: q\n  pairs: [[a, b]]\n",
            "12:10 too-few: there is nothing to match; write at least two pairs",
        ),
        (
            "- ask: q\n  pairs: [[a, b], [c, b]]\n",
            "12:19 duplicate-item: 'b' stands on the right twice; each side must be told from the others; reword one",
        ),
        (
            "- compare: [a]\n",
            "11:12 compare: 'compare' names 1 fact, not two; write [one, other]",
        ),
        (
            "- compare: [a, c]\n",
            "11:16 units-differ: 'c' has another unit than 'a'; put facts of one unit side by side",
        ),
        (
            "- compare: [a, n]\n",
            "11:16 no-label: the fact 'n' has no label for its bar; give 'n' a label",
        ),
        (
            "- compare: [a, a]\n",
            "11:12 compare: the two figures are equal; compare figures that differ",
        ),
        (
            "- compare: [a, zero]\n",
            "11:16 compare: only figures above zero, and no ranges, can be compared; compare other facts",
        ),
        (
            "- ask: q\n  answer: x\n  chart: [a, b, a]\n",
            "13:17 duplicate-item: 'a' stands twice in 'chart'; delete one, or name the fact that was meant",
        ),
        (
            "- ask: q\n  answer: x\n  chart: [a, d]\n",
            "13:14 unknown-fact: there is no fact 'd'; write a fact of this deck, or \\{ for a brace",
        ),
        (
            "- ask: q\n  answer: x\n  status: clam\n",
            "13:11 status: unknown status 'clam'; did you mean 'claim'?",
        ),
        (
            "- ask: q\n  answer: x\n  source: daily\n",
            "13:11 unknown-source: there is no source 'daily'; name one under sources:",
        ),
        (
            "- ask: q\n  answer: x\n  until: 2025\n",
            "13:10 no-date: '2025' is not a whole day; write it as 2025-12-31",
        ),
        (
            "- id: The Fab\n  ask: q\n  answer: x\n",
            "11:7 bad-id: the id 'The Fab' has 'T' in it; write 'the-fab'",
        ),
        (
            "- ask: q\n  answer: x\n  replaces: [a/b/c]\n",
            "13:14 bad-id: a card's id 'b/c' has '/' in it; write 'b-c'",
        ),
        (
            "- { id: x, ask: q, answer: r }\n- { id: x, ask: s, answer: t }\n",
            "12:9 duplicate-id: the id 'x' is taken by line 11; choose another id",
        ),
        (
            "- { ask: q, answer: r }\n- { ask: q, answer: r }\n",
            "12:3 duplicate-id: the same card stands on line 11; delete one, or give each an id",
        ),
        (
            "- ask: q\n  answer: \"\\e[31mred\"\n",
            "12:11 control-character: an escape sequence (U+001B) in the text; delete it, or write the text anew",
        ),
        (
            "- ask: q\n  answer: \u{1b}[31mred\n",
            "12:11 control-character: an escape sequence (U+001B) in the text; delete it, or write the text anew",
        ),
    ];
    for (text, expected) in cases {
        let (cards, told) = entry(text);
        assert_eq!(told, [*expected], "{text}");
        assert!(cards.len() <= 1, "{text}");
    }
}

#[test]
fn an_unknown_key_hides_nothing_else_of_its_entry() {
    let cases: &[(&str, &[&str])] = &[
        (
            "- ask: q\n  number: many\n  colour: red\n  source: nope\n",
            &[
                "12:11 no-figure",
                "13:3 unknown-key",
                "14:11 unknown-source",
            ],
        ),
        (
            "- ask: q {no}\n  ask.fr: x\n  answer: r\n",
            &["11:10 unknown-fact", "12:3 unknown-language"],
        ),
        // What it may have been meant for is not missed too.
        ("- ask: q\n  anwser: r\n", &["12:3 unknown-key"]),
        ("- question: q\n  answer: r\n", &["11:3 unknown-key"]),
        // Its id is taken all the same, broken however it is.
        (
            "- { id: x, ask: q, answer: r, colour: red }\n- { id: x, ask: s, number: many }\n- { id: x, ask: [s], answer: t }\n",
            &[
                "11:31 unknown-key",
                "12:9 duplicate-id",
                "12:28 no-figure",
                "13:9 duplicate-id",
                "13:17 wrong-shape",
            ],
        ),
    ];
    for (text, expected) in cases {
        let (cards, told) = entry(text);
        let codes: Vec<&str> = told
            .iter()
            .filter_map(|told| told.split(": ").next())
            .collect();
        assert_eq!(codes, *expected, "{text}");
        assert_eq!(cards.len(), 0, "{text}");
    }
}

#[test]
fn a_broken_fact_or_deck_says_what_would_be_right() {
    let cases: &[(&str, &str)] = &[
        (
            "title: x\n",
            "1:1 no-deck: the deck has no name; begin the file with 'deck: my-deck'",
        ),
        (
            "deck: My Deck\n",
            "1:7 bad-id: a deck's name 'My Deck' has 'M' in it; write 'my-deck'",
        ),
        (
            "deck: d\nlanguage: fr\n",
            "2:11 language: unknown language 'fr'; use 'en' or 'ko'",
        ),
        (
            "deck: d\nas_of: 2025-13-01\n",
            "2:8 no-date: there is no month 13; months go from 1 to 12",
        ),
        (
            "deck: d\nsources: { a: { url: \"javascript:alert(1)\" } }\n",
            "2:22 url: 'javascript:alert(1)' is no web address; write one that begins with https:// or http://",
        ),
        (
            "deck: d\noptions: { retention: 1.5 }\n",
            "2:23 bad-option: 'retention' must be a number from 0.7 to 0.99, not '1.5'; write retention: 0.9",
        ),
        (
            "deck: d\noptions: { learning_steps: [1m, 10] }\n",
            "2:33 bad-option: '10' is no step; write a time as 30s, 10m, 1h or 1d",
        ),
        (
            "deck: d\ndefaults: { source: a }\n",
            "2:21 unknown-source: there is no source 'a'; name one under sources:",
        ),
        (
            "deck: d\nfacts: { a: { label: x } }\n",
            "2:10 no-value: the fact has no value; write value: and a figure, or a formula after '='",
        ),
        (
            "deck: d\nfacts: { a: { value: much } }\n",
            "2:22 no-figure: 'much' is not a figure; write a number and its unit, such as 38,210, 9.4%, 1/18, 5.576M USD or 3만 8210건",
        ),
        (
            "deck: d\nfacts:\n  a: { value: 2 }\n  b: { value: = a * c }\n",
            "4:15 unknown-fact: there is no fact 'c'; write a fact of this deck, or \\{ for a brace",
        ),
        (
            "deck: d\nfacts: { a: { value: = a + 1 } }\n",
            "2:22 circular-fact: the fact 'a' refers to itself: a → a; give one of them a figure of its own",
        ),
        (
            "deck: d\nfacts:\n  a: { value: = b }\n  b: { value: = c }\n  c: { value: = a }\n",
            "3:15 circular-fact: the fact 'a' refers to itself: a → b → c → a; give one of them a figure of its own",
        ),
        (
            "deck: d\nfacts:\n  A b: { value: 1 }\n",
            "3:3 bad-id: the fact's name 'A b' has 'A' in it; write 'a-b'",
        ),
    ];
    for (text, expected) in cases {
        let (_, told) = read_text(text);
        assert_eq!(told, [*expected], "{text}");
    }
}

#[test]
fn what_needs_a_circular_fact_is_told_so() {
    let (deck, told) = read_text(
        "deck: d\nfacts:\n  a: { value: = b }\n  b: { value: = a }\n  c: { value: = a * 2, ask: q }\n  ok: { value: 1, ask: q }\n",
    );
    let codes: Vec<_> = told.iter().map(|t| t.split(':').nth(1).unwrap()).collect();
    assert_eq!(codes, ["15 circular-fact", "15 broken-fact"]);
    let ids: Vec<_> = deck
        .unwrap()
        .cards
        .iter()
        .map(|card| card.id.to_string())
        .collect();
    assert_eq!(ids, ["d/ok"]);
}

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
fn a_fact_fills_texts_and_lends_its_value() {
    let made = card(
        "- id: x\n  ask: Is {b} less than {a}? \\{no\\}\n  ask.ko: \"{a}보다 {b}?\"\n  number: \"{a}\"\n  tolerance: 5%\n",
    );
    assert_eq!(
        made.question.get(Lang::En),
        "Is $8 billion less than $20 billion? {no}"
    );
    assert_eq!(made.question.get(Lang::Ko), "200억달러보다 80억달러?");
    assert_eq!(made.answer.get(Lang::Ko), "200억달러");
    assert_eq!(made.fingerprint.value.as_deref(), Some("20000000000 USD"));
    assert_eq!(made.facts, ["d/b", "d/a"]);
    let computed = card("- id: x\n  ask: q\n  answer: \"{r}\"\n");
    assert_eq!(computed.answer.get(Lang::En), "2.5×");
    assert_eq!(computed.fingerprint.value.as_deref(), Some("5/2 x"));
}

#[test]
fn a_share_is_told_in_per_cent_where_it_is_asked_for_so() {
    for (ask, answer) in [
        ("By how many per cent is it more?", "250%"),
        ("How many times is it?", "2.5×"),
        (
            "A tariff rose to 25%; how many times the old is that?",
            "2.5×",
        ),
        ("몇 %인가?", "250%"),
    ] {
        let made = card(&format!("- id: x\n  ask: \"{ask}\"\n  number: \"{{r}}\"\n"));
        assert_eq!(made.answer.get(Lang::En), answer, "{ask}");
    }
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
fn a_cloze_makes_a_card_a_group() {
    let (cards, told) = entry(
        "- id: x\n  cloze: A {{c1::one}} is {{c2::two::n}} and {{c1::three}} {b}.\n  cloze.ko: \"{{c2::둘}} {{c1::하나}} {{c1::셋}}\"\n  typed: true\n",
    );
    assert_eq!(told, [] as [&str; 0]);
    assert_eq!(
        cards.iter().map(|c| c.id.as_str()).collect::<Vec<_>>(),
        ["d/x#c1", "d/x#c2"]
    );
    assert_eq!(
        cards[0].question.get(Lang::En),
        "A […] is two and […] $8 billion."
    );
    assert_eq!(
        cards[1].question.get(Lang::En),
        "A one is [n] and three $8 billion."
    );
    assert_eq!(cards[0].answer.get(Lang::Ko), "하나, 셋");
    let Task::Cloze { cloze, accepted } = &cards[0].task else {
        panic!()
    };
    assert_eq!(accepted, &[["one", "하나"], ["three", "셋"]]);
    let hidden = |answer: &str| Gap::Hidden {
        answer: answer.into(),
        hint: None,
    };
    assert_eq!(
        cloze.get(Lang::Ko),
        &[
            Gap::Text("둘 ".into()),
            hidden("하나"),
            Gap::Text(" ".into()),
            hidden("셋")
        ]
    );
}

#[test]
fn an_unnumbered_gap_is_known_by_its_answer() {
    let ids = |text: &str| -> Vec<String> {
        entry(text)
            .0
            .iter()
            .map(|card| card.id.as_str().replace("d/x#", ""))
            .collect()
    };
    assert_eq!(
        ids("- id: x\n  cloze: The seat is {{Geneva}}.\n  cloze.ko: \"{{제네바}}에 있다\"\n"),
        ["geneva"]
    );
    assert_eq!(
        ids("- id: x\n  cloze: \"{{WIPO}} sits in {{Geneva}}, {{WIPO}}\"\n"),
        ["wipo", "geneva"]
    );
    assert_eq!(
        ids(
            "- id: x\n  cloze: \"{{H800}} is less than {{H100}}\"\n  cloze.ko: \"{{H100}} > {{H800}}\"\n"
        ),
        ["h800", "h100"]
    );
    let fact = card("- id: x\n  cloze: It costs {{{b}::money}}.\n");
    assert_eq!(
        (fact.id.as_str(), fact.answer.get(Lang::En).as_str()),
        ("d/x#b", "$8 billion")
    );
    assert_eq!(fact.fingerprint.value.as_deref(), Some("8000000000 USD"));
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

#[test]
fn a_dateline_is_the_entrys_else_the_facts_else_the_defaults_else_the_decks() {
    let text = "deck: d\nas_of: 2025-01-01\n\
        sources: { one: { title: One, url: \"https://one.example\" }, two: { title: Two, title.ko: 둘, publisher: P, date: 2024 } }\n\
        defaults: { source: one, tags: [t], status: claim, by: D }\n\
        facts:\n  f: { value: 1, source: two, as_of: 2024-06, status: forecast, ask: q, by: F, by.ko: 에프 }\n  g: { value: 2, reported: 3, reported_note: 대강 }\n\
        cards:\n\
        - { id: plain, ask: q, answer: r }\n\
        - { id: of-fact, ask: q, number: \"{f}\" }\n\
        - { id: own, ask: q, number: \"{f}\", source: one, as_of: 2023, status: fact, by: E, tags: [] , stale_after: 2026-01-01, until: 2027-01-01 }\n";
    let (deck, told) = read_text(text);
    assert_eq!(told, [] as [&str; 0]);
    let deck = deck.unwrap();
    let shown: Vec<_> = deck
        .cards
        .iter()
        .map(|card| {
            let line = &card.dateline;
            let as_of = line.as_of.unwrap().format(Lang::Ko);
            let title = line.title.as_ref().unwrap().get(Lang::Ko).clone();
            let by = line.by.as_ref().unwrap().get(Lang::Ko).clone();
            (
                card.id.as_str(),
                as_of,
                title,
                line.status,
                by,
                card.tags.len(),
            )
        })
        .collect();
    let row = |id, as_of: &str, title: &str, status, by: &str, tags| {
        (
            id,
            as_of.to_owned(),
            title.to_owned(),
            status,
            by.to_owned(),
            tags,
        )
    };
    assert_eq!(
        shown,
        [
            row("d/f", "2024년 6월", "둘", Status::Forecast, "에프", 1),
            row("d/plain", "2025년 1월 1일", "One", Status::Claim, "D", 1),
            row("d/of-fact", "2024년 6월", "둘", Status::Forecast, "에프", 1),
            row("d/own", "2023년", "One", Status::Fact, "E", 0),
        ]
    );
    let (reported, note) = deck.facts[1].dateline.reported.clone().unwrap();
    assert_eq!(
        (
            reported.format(Lang::En).as_str(),
            note.unwrap().get(Lang::En).as_str()
        ),
        ("3", "대강")
    );
    assert_eq!(deck.cards[0].dateline.url, None);
    assert_eq!(
        deck.cards[1].dateline.url.as_deref(),
        Some("https://one.example")
    );
}

#[test]
fn a_computed_figure_is_asked_for_as_it_was_reported() {
    let shown = |value: &str, reported: &str| {
        let text = format!(
            "deck: d\nlanguage: ko\ntitle: t\nfacts:\n  a: {{ value: 40.1조원 }}\n  b: {{ value: 37.35조원 }}\n  \
             c: {{ value: \"{value}\", reported: {reported}, ask: 얼마나 늘었나? }}\n  \
             d: {{ value: \"= b * c\" }}\n"
        );
        let (deck, told) = read_text(&text);
        assert_eq!(told, [] as [&str; 0]);
        let deck = deck.unwrap();
        let card = &deck.cards[0];
        let verdict = |typed: &str| {
            let typed = crate::answer::Response::Typed(typed.to_owned());
            let verdict = crate::answer::judge(card, &typed);
            format!("{} {}", verdict.outcome.name(), verdict.reason.name())
        };
        let on = deck.facts.last().unwrap().figure.format(Lang::Ko);
        let of = ["7.4", "7.4%", "7.36%", "7%", "8%"].map(verdict);
        (card.answer.get(Lang::Ko).clone(), of, on)
    };
    for value in ["= a / b - 1", "= growth(b, a)"] {
        let (answer, verdicts, _) = shown(value, "7.4%");
        assert_eq!(answer, "7.4%", "{value}");
        assert_eq!(
            verdicts,
            [
                "correct missing_unit",
                "correct exact",
                "correct exact",
                "close rounded",
                "wrong different_value",
            ],
            "{value}"
        );
    }
    // The one digit that is shown is right.
    assert_eq!(shown("= growth(b, a)", "7%").0, "7%");
    assert_eq!(shown("= growth(b, a)", "7%").1[3], "correct exact");
    // Where a note tells how they differ, both are shown.
    let (answer, ..) = shown("= growth(b, a)", "7.4%, reported_note: 반올림");
    assert_eq!(answer, "7.36%");
    // Other formulas go on with what was computed, whatever was told of it.
    let (_, _, on) = shown("= a / b - 1", "7.4%");
    assert_eq!(on, shown("= a / b - 1", "0.07배").2);
    // What says something else leaves the figure alone.
    assert_eq!(shown("= a / b - 1", "9%").0, "0.07배");
    assert_eq!(shown("= growth(b, a)", "9%").0, "7.36%");
}

#[test]
fn a_text_falls_back_to_the_language_it_has() {
    let (deck, told) = read_text(
        "deck: d\nlanguage: ko\ntitle: 칩\ncards:\n- { ask: 무엇, ask.en: What, answer.en: Chip }\n- { ask.ko: 무엇, answer: 칩 }\n",
    );
    assert_eq!(told, [] as [&str; 0]);
    let deck = deck.unwrap();
    assert_eq!(deck.cards[0].question.get(Lang::En), "What");
    assert_eq!(deck.cards[0].answer.get(Lang::Ko), "Chip");
    assert_eq!(deck.cards[1].question.get(Lang::En), "무엇");
}

#[test]
fn names_elsewhere_are_spelled_out() {
    let card = card(
        "- id: x\n  ask: q\n  answer: r\n  replaces: [old, e/other]\n  supersedes: [e/fact.one, gap#c1]\n  distractors: [s, t]\n  distractors.ko: [에스, 티]\n",
    );
    assert_eq!(card.replaces, ["d/old", "e/other"]);
    assert_eq!(card.supersedes, ["e/fact.one", "d/gap#c1"]);
    assert_eq!(card.distractors[1].get(Lang::Ko), "티");
}

#[test]
fn texts_are_kept_composed() {
    let card = card("- id: x\n  ask: \u{1112}\u{1161}\u{11ab}글\n  answer: cafe\u{301}\n");
    assert_eq!(
        (
            card.question.get(Lang::En).as_str(),
            card.answer.get(Lang::En).as_str()
        ),
        ("한글", "café")
    );
}

#[test]
fn aliases_are_told_where_they_stand() {
    for (text, expected) in [
        (
            "deck: d\ncards:\n- &a { ask: One?, answer: x }\n- *a\n",
            vec![
                "4:3 duplicate-id: the same card stands on line 3; delete one, or give each an id",
            ],
        ),
        (
            "deck: d\ncards:\n- &a { id: a, ask: One?, answer: x }\n- *a\n",
            vec!["4:3 duplicate-id: the id 'a' is taken by line 3; choose another id"],
        ),
    ] {
        assert_eq!(read_text(text).1, expected, "{text}");
    }
    // Of entries that name what was cut nothing is told.
    let (_, told) = read_text(
        "deck: d\ncards:\n- { id: a, ask: &q One?, answer: &q x }\n- { id: b, ask: *q, answer: z }\n\
         - { id: c, ask: *q, answer: y }\n",
    );
    let codes: Vec<&str> = told
        .iter()
        .filter_map(|told| told.split([' ', ':']).nth(2))
        .collect();
    assert_eq!(codes, ["alias"], "{told:?}");
}

#[test]
fn all_that_is_wrong_with_a_cloze_is_told_where_it_stands() {
    let text = "deck: d\ncards:\n  - cloze: \"{{c0::zero}} and {{c1::}} and {{c99999999999::x}} t {nofact} {{a {nofact2}}}\"\n    cloze.ko: \"{{c1::}}\"\n";
    let reading = read(Path::new("d.yaml"), text.as_bytes());
    let told: Vec<_> = reading
        .diagnostics
        .iter()
        .map(|told| (told.place.line, told.place.column, told.code))
        .collect();
    assert_eq!(
        told,
        [
            (3, 13, "gap-number"),
            (3, 30, "empty-gap"),
            (3, 43, "gap-number"),
            (3, 65, "unknown-fact"),
            (3, 78, "unknown-fact"),
            (4, 16, "empty-gap"),
        ]
    );
}
