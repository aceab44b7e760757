//! What is told of broken entries, facts and decks.

use super::*;

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
fn an_id_that_is_none_takes_no_others_place() {
    for (text, expected) in [
        (
            "deck: d\ncards:\n- { id: a#c1, ask: One?, answer: x }\n- { id: a, ask: Two?, answer: y }\n",
            &["3:9 bad-id"][..],
        ),
        (
            "deck: d\ncards:\n- { id: a, ask: Two?, answer: y }\n- { id: a#c1, ask: One?, answer: x }\n",
            &["4:9 bad-id"],
        ),
        (
            "deck: d\nfacts:\n  a: { value: 5%, label: A, ask: How much? }\ncards:\n- { id: \"a#1\", ask: One?, answer: x }\n",
            &["5:9 bad-id"],
        ),
        (
            "deck: d\ncards:\n- { id: a#1, ask: One?, answer: x }\n- { id: a#2, ask: One?, number: many }\n- { id: a, ask: Two?, answer: y }\n",
            &["3:9 bad-id", "4:9 bad-id", "4:33 no-figure"][..],
        ),
    ] {
        let (deck, told) = read_text(text);
        let codes: Vec<&str> = told
            .iter()
            .filter_map(|told| told.split(": ").next())
            .collect();
        assert_eq!(codes, expected, "{text}");
        let cards = deck.unwrap().cards;
        let ids: Vec<&str> = cards.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(ids, ["d/a"], "{text}");
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

/// Its entries are lifted in parts, on several cores.
#[test]
fn a_long_deck_is_told_of_in_the_order_of_its_file() {
    let mut text = "deck: d\ncards:\n".to_owned();
    for at in 0..300 {
        let id = if [150, 290].contains(&at) { 5 } else { at };
        let answer = if at == 200 { "" } else { ", answer: yes" };
        text.push_str(&format!(
            "  - {{ id: e{id}, ask: What is {at}?{answer} }}\n"
        ));
    }
    let (deck, told) = read_text(&text);
    let cards = deck.unwrap().cards;
    let names = cards.iter().map(|card| card.id.as_str().to_owned());
    let left = (0..300).filter(|at| ![150, 200, 290].contains(at));
    let expected: Vec<String> = left.map(|at| format!("d/e{at}")).collect();
    assert_eq!(names.collect::<Vec<_>>(), expected);
    assert_eq!(
        told,
        [
            "153:11 duplicate-id: the id 'e5' is taken by line 8; choose another id",
            "203:5 no-answer: a card with no answer; give it one of answer, number, date, \
             choices, list, cloze, order, pairs, compare",
            "293:11 duplicate-id: the id 'e5' is taken by line 8; choose another id",
        ]
    );
}

#[test]
fn a_small_file_that_comes_to_much_is_no_deck() {
    let label = "가".repeat(9_000);
    let mut text = "deck: d\nfacts:\n".to_owned();
    for at in 0..20 {
        text.push_str(&format!("  f{at}: {{ value: {at}, label: {label} }}\n"));
    }
    text.push_str("cards:\n");
    let names: Vec<String> = (0..20).map(|at| format!("f{at}")).collect();
    let chart = names.join(", ");
    for at in 0..300 {
        text.push_str(&format!(
            "  - {{ id: e{at}, ask: What is {at}?, answer: yes, chart: [{chart}] }}\n"
        ));
    }
    let (deck, told) = read_text(&text);
    assert_eq!((deck, told.len()), (None, 1));
    assert!(
        told[0].contains("too-large: the cards up to here"),
        "{told:?}"
    );
}
