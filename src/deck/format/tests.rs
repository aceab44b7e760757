//! The format as a specification: keys and shapes, and that reading, writing
//! and reading a deck gives the same deck.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::deck::yaml::{self, Style, Value};
use crate::text::{Lang, Message};

/// Reads a text through both passes; the faults as `line:column code: message; help`.
fn through(text: &str) -> (Option<RawDeck>, Vec<String>) {
    let clean = yaml::clean(text.as_bytes()).unwrap();
    let tree = match yaml::parse(&clean.text) {
        Ok(tree) => tree,
        Err(fault) => return (None, vec![shown(&fault)]),
    };
    let spoiled: Vec<_> = clean.faults.into_iter().chain(tree.faults).collect();
    let checked = check(&tree.root, &spoiled);
    let deck = (!checked.fatal).then(|| read(&tree.root, &checked.skip).unwrap());
    (deck, checked.faults.iter().map(shown).collect())
}

fn shown(fault: &yaml::Fault) -> String {
    let help = fault.help.as_ref();
    fault.message.assert_alike();
    help.into_iter().for_each(Message::assert_alike);
    format!(
        "{}:{} {}: {}; {}",
        fault.place.line,
        fault.place.column,
        fault.code,
        fault.message.says(Lang::En),
        help.map_or("", |help| help.says(Lang::En))
    )
}

#[test]
fn what_is_wrong_is_told_with_what_would_be_right() {
    for (text, expected) in [
        (
            "cards:\n  - ask: 무엇?\n    anwser: 칩\n",
            "3:5 unknown-key: unknown key 'anwser'; did you mean 'answer'?",
        ),
        (
            "cards:\n  - ask: x\n    anwser.ko: 칩\n",
            "3:5 unknown-key: unknown key 'anwser.ko'; did you mean 'answer.ko'?",
        ),
        (
            "cards: [{ ask.kr: x }]\n",
            "1:11 unknown-language: unknown language 'kr'; did you mean 'ask.ko'?",
        ),
        (
            "cards: [{ ask.french: x }]\n",
            "1:11 unknown-language: unknown language 'french'; write 'ask.en' or 'ask.ko'",
        ),
        (
            "cards: [{ id.ko: x }]\n",
            "1:11 unknown-key: 'id' has no languages; write 'id' once, without '.ko'",
        ),
        (
            "language: ko\ncards: [{ ask: x, ask.ko: y }]\n",
            "2:19 said-twice: 'ask.ko' says again what 'ask' says: the deck's language is ko; delete one, or write 'ask.en'",
        ),
        (
            "cards: [{ question: x }]\n",
            "1:11 unknown-key: unknown key 'question'; did you mean 'ask'?",
        ),
        (
            "ttle: x\n",
            "1:1 unknown-key: unknown key 'ttle'; did you mean 'title'?",
        ),
        (
            "sources: { a: { zzzz: x } }\n",
            "1:17 unknown-key: unknown key 'zzzz'; known keys are title, publisher, date, url",
        ),
        (
            "facts:\n  a: { value: 38,210 applications, label: 가 }\n",
            "2:15 unquoted-comma: '38,210 applications' ends at its comma: in braces it must be quoted; write value: \"38,210 applications\"",
        ),
        (
            "facts: { a: { value: 1, label: Cost, total } }\n",
            "1:32 unquoted-comma: 'Cost, total' ends at its comma: in braces it must be quoted; write label: \"Cost, total\"",
        ),
        (
            "cards:\n  - number: {fab.cost}\n",
            "2:13 wrong-shape: 'number' must be a text, not a mapping; quote it: \"{fab.cost}\"",
        ),
        (
            "cards:\n  - ask: [a, b]\n",
            "2:10 wrong-shape: 'ask' must be a text, not a list; write one text; quote it if it begins with a bracket",
        ),
        (
            "cards:\n  - accept: Chang\n",
            "2:13 wrong-shape: 'accept' must be a list, not a text; put it in brackets: accept: [Chang]",
        ),
        (
            "cards:\n  - reverse: yes\n",
            "2:14 wrong-shape: 'reverse' must be true or false; write 'reverse: true'",
        ),
        (
            "cards:\n  - ask:\n",
            "2:8 empty-value: 'ask' is empty; write something behind it, or delete the key",
        ),
        (
            "cards:\n  - answer: ~\n",
            "2:13 empty-value: 'answer' is empty; write something behind it, or delete the key",
        ),
        (
            "cards:\n  - choices: [a, ~]\n",
            "2:18 empty-value: item 2 of 'choices' is empty; write a text, or delete it",
        ),
        (
            "cards:\n  - choices: [a, [b]]\n",
            "2:18 wrong-shape: item 2 of 'choices' must be a text, not a list; quote a text that contains ': ' or begins with a bracket",
        ),
        (
            "cards:\n  - pairs: [[a, b], [c]]\n",
            "2:21 wrong-shape: pair 2 of 'pairs' has 1 item, not two; write each pair as [left, right]; quote a text with a comma",
        ),
        (
            "cards: x\n",
            "1:8 wrong-shape: 'cards' must be a list of entries, not a text; begin each entry with '- id:' or '- ask:'",
        ),
        (
            "cards:\n  - just words\n",
            "2:5 wrong-shape: a text stands where an entry should; write its keys under it, beginning with 'id:'",
        ),
        (
            "facts: { a: 20B USD }\n",
            "1:13 wrong-shape: a text stands where a fact should; write its keys under it, beginning with 'value:'",
        ),
        (
            "- a\n- b\n",
            "1:1 no-deck: a deck is a mapping, this is a list; begin with the deck's name: deck: my-deck",
        ),
        (
            "cards:\n  - id: a\n    id: b\n",
            "3:5 duplicate-key: 'id' stands here a second time; the first one is on line 2; delete one",
        ),
    ] {
        let (_, faults) = through(text);
        assert_eq!(faults, [expected], "{text}");
    }
}

#[test]
fn a_bad_entry_costs_only_itself() {
    let text = "deck: d\n\
        titel: x\n\
        facts:\n  a: { value: 1 }\n  b: { valeu: 2 }\n  c: { value: 3 }\n  a: { value: 4 }\n\
        cards:\n  - id: one\n  - id: two\n    ask: [x]\n  - {}\n  - id: \"th\\x07ree\"\n  - nothing\n  - id: four\n\
        cards:\n  - id: five\n";
    let (deck, faults) = through(text);
    let deck = deck.unwrap();
    let facts: Vec<_> = deck
        .facts
        .unwrap()
        .0
        .into_iter()
        .map(|(name, f)| (name, f.value))
        .collect();
    assert_eq!(
        facts,
        [
            ("a".into(), Some("1".into())),
            ("c".into(), Some("3".into()))
        ]
    );
    let ids: Vec<_> = deck
        .cards
        .unwrap()
        .into_iter()
        .map(|entry| entry.id)
        .collect();
    assert_eq!(ids, [Some("one".into()), None, Some("four".into())]);
    assert_eq!(faults.len(), 7, "{faults:#?}");
}

#[test]
fn every_scalar_keeps_its_spelling() {
    let nasty = [
        "9.40",
        "0x1F",
        "yes",
        "null",
        "'~'",
        "true",
        "1957",
        "1e3",
        ".inf",
        "123456789012345678901234567890",
        "0o17",
        "+1",
        "2025-02-03",
        "한글",
        "20B USD",
    ];
    for spelled in nasty {
        let text = format!(
            "deck: {spelled}\ncards:\n  - answer: {spelled}\n    answer.ko: [{spelled}]\n    ask: {spelled}\n    number: {spelled}\n    choices: [{spelled}, {spelled}]\n    pairs: [[{spelled}, {spelled}]]\n"
        );
        let (deck, faults) = through(&text);
        assert_eq!(faults, [] as [String; 0]);
        let deck = deck.unwrap();
        // Alone it stands for nothing.
        let spelled = spelled.trim_matches('\'');
        assert_eq!(deck.deck.as_deref(), Some(spelled));
        let entry = &deck.cards.as_ref().unwrap()[0];
        let same = Some(spelled.to_owned());
        assert_eq!((&entry.ask.plain, &entry.number), (&same, &same));
        assert_eq!(entry.answer.plain, Some(TextOrList::Text(spelled.into())));
        assert_eq!(
            entry.answer.ko,
            Some(TextOrList::List(vec![spelled.into()]))
        );
        assert_eq!(entry.choices.plain, Some(vec![spelled.into(); 2]));
        assert_eq!(
            entry.pairs.plain,
            Some(vec![[spelled.into(), spelled.into()]])
        );
        let (again, _) = through(&write(&deck).unwrap());
        assert_eq!(again, Some(deck));
    }
}

/// Texts that YAML is known to trip over, and plain ones.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "9.40",
            "0x1F",
            "yes",
            "no",
            "null",
            "~",
            "true",
            "1957",
            "007",
            "1e3",
            ".inf",
            "-",
            "- a",
            "? b",
            "a: b",
            "a:",
            ":a",
            "#",
            "a #b",
            "'",
            "\"",
            "''",
            "\\",
            "\\{",
            "{a}",
            "[a]",
            "&a",
            "*a",
            "!a",
            "%a",
            "@a",
            "`a`",
            "|",
            ">",
            "---",
            "...",
            "=",
            "<<",
            " leading",
            "trailing ",
            "two\nlines",
            "a\n\nb",
            "\nfirst",
            "last\n",
            "last\n\n",
            "  indented\nless",
            "a\n  b\nc",
            "tab\there",
            "\ttab",
            "한글: 콜론",
            "삼만 # 명",
            "{{c1::답::힌트}}",
            "123456789012345678901234567890",
            "a\n# b\n",
            "x\n ",
            "\u{2019}",
            "emoji 🦀",
            "- a\n- b",
            "a\n\t\nb",
            " \nx",
        ])
        .prop_map(str::to_owned),
        "[ -~가-힣\n]{1,40}".prop_filter("not blank", |text| !text.trim().is_empty()),
        "\\PC{1,30}".prop_filter("of ours", |text| {
            !text.trim().is_empty() && !text.chars().any(yaml::forbidden)
        }),
    ]
}

fn said<T: std::fmt::Debug>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Said<T>> {
    let of = std::rc::Rc::new(of);
    (prop::option::of(of.clone()), prop::option::of(of)).prop_map(|(plain, ko)| Said {
        plain,
        en: None,
        ko,
    })
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..4)
}

fn entry() -> impl Strategy<Value = RawEntry> {
    let answer = prop_oneof![
        text().prop_map(TextOrList::Text),
        texts().prop_map(TextOrList::List)
    ];
    let pairs = prop::collection::vec((text(), text()).prop_map(|(a, b)| [a, b]), 0..3);
    let options = (
        prop::option::of(text()),
        prop::option::of(text()),
        any::<Option<bool>>(),
    );
    (
        options,
        said(text()),
        said(answer),
        said(texts()),
        said(pairs),
        prop::option::of(texts()),
    )
        .prop_map(
            |((id, number, typed), ask, answer, choices, pairs, tags)| RawEntry {
                id,
                number,
                typed,
                ask,
                answer,
                choices,
                pairs,
                tags,
                ..RawEntry::default()
            },
        )
}

fn deck() -> impl Strategy<Value = RawDeck> {
    let fact = (prop::option::of(text()), said(text())).prop_map(|(value, label)| RawFact {
        value,
        label,
        ..RawFact::default()
    });
    let facts = prop::collection::btree_map(text(), fact, 0..4)
        .prop_map(|facts| Named(facts.into_iter().collect()));
    let options = prop::option::of(texts()).prop_map(|steps| RawOptions {
        learning_steps: steps,
        ..RawOptions::default()
    });
    (
        prop::option::of(text()),
        said(text()),
        prop::option::of(options),
        prop::option::of(facts),
        prop::option::of(prop::collection::vec(entry(), 0..3)),
    )
        .prop_map(|(deck, title, options, facts, cards)| RawDeck {
            deck,
            title,
            options,
            facts,
            cards,
            ..RawDeck::default()
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_writing_and_reading_is_the_identity(deck in deck()) {
        let text = write(&deck).unwrap();
        let clean = yaml::clean(text.as_bytes()).unwrap();
        let tree = yaml::parse(&clean.text).map_err(|f| TestCaseError::fail(format!("{f:?}\n{text}")))?;
        let again = read(&tree.root, &Skip::default())
            .map_err(|e| TestCaseError::fail(format!("{e}\n{text}")))?;
        prop_assert_eq!(&again, &deck, "{}", text);
        prop_assert_eq!(write(&again).unwrap(), text);
    }

    #[test]
    fn both_readers_see_the_same_tree(deck in deck()) {
        let text = write(&deck).unwrap();
        prop_assert!(same_tree(&yaml::parse(&text).unwrap().root, &serde_yaml::from_str(&text).unwrap()), "{}", text);
    }

    /// But for one text alone: the readers differ on whether `#` in the first column
    /// begins a comment in a block that nothing is around, and it is no deck to either.
    #[test]
    fn both_readers_see_the_same_tree_in_whatever_is_yaml_to_both(text in scribble()) {
        if let (Ok(tree), Ok(value)) = (yaml::parse(&text), serde_yaml::from_str(&text))
            && tree.faults.is_empty()
            && tree.root.text().is_none()
        {
            prop_assert!(same_tree(&tree.root, &value), "{}\n{:?}\n{:?}", text, tree, value);
        }
    }

    #[test]
    fn a_text_is_spelled_as_it_is_for_both_readers(text in "[!-~가-힣 ]{1,12}") {
        let text = format!("a: {text}\nb: [{text}]\n");
        if let (Ok(tree), Ok(named)) = (yaml::parse(&text), serde_yaml::from_str::<Spellings>(&text)) {
            prop_assert_eq!(Spellings::deserialize(&tree.root).ok(), Some(named), "{}", text);
        }
    }
}

/// Texts as whoever asks for texts gets them.
#[derive(Debug, PartialEq, Deserialize)]
struct Spellings {
    a: String,
    b: Vec<String>,
}

/// Lines of what means something in YAML.
fn scribble() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a",
        "b",
        "가",
        "a: ",
        "b: ",
        "나: ",
        "- ",
        "-",
        "? ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "'",
        "\"",
        "'c'",
        "\"d\\n\"",
        "# ",
        " # ",
        "|",
        ">-",
        "|2",
        "|+",
        "&x ",
        "*x ",
        "*x",
        "<<: ",
        "~",
        "null",
        "true",
        "no",
        "1_000",
        "0x1F",
        "0o17",
        "017",
        "9.40",
        ".inf",
        "-.inf",
        ".nan",
        "1e3",
        "2025-02-09",
        "12:30",
        "\t",
        " ",
        "  ",
        "...",
        "---",
        "%",
        "@",
        "`",
        "=",
        "\\",
    ]);
    let line = (0..4_usize, prop::collection::vec(word, 0..5))
        .prop_map(|(indent, words)| "  ".repeat(indent) + &words.concat());
    prop::collection::vec(line, 1..6).prop_map(|lines| lines.join("\n") + "\n")
}

#[test]
fn a_text_that_looks_like_something_else_keeps_its_spelling() {
    for text in [
        "~",
        "null",
        "true",
        "no",
        "1_000",
        "0x1F",
        "0o17",
        "017",
        "9.40",
        "1e3",
        "-0",
        "+1",
        ".inf",
        "-.INF",
        ".nan",
        "2025-02-09",
        "12:30",
        "<<",
        "=",
        "1.2.3",
    ] {
        let text = format!("a: {text}\nb: [{text}, {text}]\n");
        let tree = yaml::parse(&text).unwrap();
        let ours = Spellings::deserialize(&tree.root).unwrap();
        assert_eq!(ours, serde_yaml::from_str(&text).unwrap(), "{text}");
        assert!(text.starts_with(&format!("a: {}\n", ours.a)), "{text}");
    }
}

/// Whether the tree of nodes is what `serde_yaml` reads, values resolved.
fn same_tree(node: &Node, value: &serde_yaml::Value) -> bool {
    use serde_yaml::Value as Yaml;
    match (&node.value, value) {
        (Value::Scalar(text, Style::Quoted), Yaml::String(same)) => text == same,
        (Value::Scalar(text, Style::Plain), Yaml::String(same)) => text == same,
        // What a plain scalar is taken for is up to its reader.
        (Value::Scalar(text, Style::Plain), other) => {
            serde_yaml::from_str::<Yaml>(text).is_ok_and(|same| same == *other)
        }
        (Value::List(items), Yaml::Sequence(same)) => {
            items.len() == same.len() && items.iter().zip(same).all(|(a, b)| same_tree(a, b))
        }
        (Value::Map(entries), Yaml::Mapping(same)) => {
            entries.len() == same.len()
                && entries
                    .iter()
                    .zip(same)
                    .all(|((k, v), (l, w))| same_tree(k, l) && same_tree(v, w))
        }
        _ => false,
    }
}

#[test]
fn both_readers_see_the_same_tree_in_every_style() {
    for text in [
        "a: b\nc: [d, 'e f', \"g\\n\"]\n",
        "a: >-\n  one\n  two\n\n  three\nb: |\n  x\n    y\n  z\n",
        "# 주석\n가: { 나: 다, 라: [마, { 바: 사 }] } # 끝\n",
        "- - a\n  - b\n-\n  c: d\n-\n",
        "a: &x [1, 2]\nb: *x\nc: *x\n",
        "a: plain over\n  two lines\nb: 'quoted over\n\n  two'\n",
        "a: b\r\nc:\r\n  - d\r\n",
        "? complex\n: value\n",
        "a:\nb: ~\nc: ''\n",
        "---\na: b\n...\n",
        "%YAML 1.2\n---\na: b\n",
        "a: {b, c: d, \"e\": f}\n",
        "url: https://example.org/a?b=c#d\ntime: 12:30\n",
    ] {
        let tree = yaml::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        let value = serde_yaml::from_str(text).unwrap();
        assert!(same_tree(&tree.root, &value), "{text}\n{tree:?}\n{value:?}");
    }
}

#[test]
fn the_shipped_decks_are_the_same_when_written_back() {
    for (name, text) in crate::deck::SHIPPED {
        let (deck, faults) = through(text);
        assert_eq!(faults, [] as [&str; 0], "{name}");
        let deck = deck.unwrap();
        let (again, faults) = through(&write(&deck).unwrap());
        assert_eq!((again, faults), (Some(deck), vec![]), "{name}");
    }
}
