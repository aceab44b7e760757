//! What is written and what is left, and that nothing is lost by it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::deck::{DeckOptions, Origin, SHIPPED};

fn file(name: &str, text: &str) -> DeckFile {
    DeckFile {
        origin: Origin::File(PathBuf::from(name)),
        path: PathBuf::from(name),
        name: None,
        bytes: Ok(text.as_bytes().to_vec()),
        options: DeckOptions::default(),
    }
}

/// What a text becomes, and what is left in it as `line: why`.
fn fixed(text: &str) -> (String, Vec<String>) {
    let fix = fix(&[file("d.yaml", text)], &BTreeSet::new()).remove(0);
    let bytes = fix.bytes.unwrap_or_else(|| text.as_bytes().to_vec());
    let left = fix.left.iter();
    let left = left.map(|left| {
        left.why.assert_alike();
        format!("{}: {}", left.place.line, left.why.says(Lang::En))
    });
    (String::from_utf8(bytes).unwrap(), left.collect())
}

const HEAD: &str = "# yaml-language-server: $schema=./deck.schema.json\ndeck: d\ncards:\n";

#[test]
fn entries_are_given_ids_and_gaps_numbers() {
    for (before, after) in [
        (
            "- { id: a, ask: q, answer: r }\n",
            "- { id: a, ask: q, answer: r }\n",
        ),
        (
            "- { ask: Who is it?, answer: r }\n",
            "- { id: who-is-it, ask: Who is it?, answer: r }\n",
        ),
        (
            "- { ask: Who?, answer: r }\n- { ask: Who?, answer: s }\n- { id: who, ask: x, answer: y }\n",
            "- { id: who-2, ask: Who?, answer: r }\n- { id: who-3, ask: Who?, answer: s }\n- { id: who, ask: x, answer: y }\n",
        ),
        (
            "- { ask: Who?, answer: r }\n- { id: x, ask: y, answer: z, replaces: [who] }\n",
            "- { id: who-2, ask: Who?, answer: r }\n- { id: x, ask: y, answer: z, replaces: [who] }\n",
        ),
        (
            "- { order: [b, a], ask: 순서는? }\n",
            "- { id: 순서는, order: [b, a], ask: 순서는? }\n",
        ),
        (
            "- cloze: The {{H800}} is a {{c1::chip}}.\n",
            "- id: the-h800-is-a-chip\n  cloze: The {{c2::H800}} is a {{c1::chip}}.\n",
        ),
        (
            "- id: a\n  cloze: \"{{Seoul}}, {{Busan}}\"\n  cloze.ko: \"{{busan}}, {{SEOUL}}\"\n",
            "- id: a\n  cloze: \"{{c1::Seoul}}, {{c2::Busan}}\"\n  cloze.ko: \"{{c2::busan}}, {{c1::SEOUL}}\"\n",
        ),
        (
            "- id: a\n  cloze.ko: \"{{서울}}은\"\n  cloze: \"{{Seoul}} is\"\n",
            "- id: a\n  cloze.ko: \"{{c1::서울}}은\"\n  cloze: \"{{c1::Seoul}} is\"\n",
        ),
        // A key that stands there says nothing: what it is to say comes behind it.
        (
            "- id:\n  ask: Who is it?\n  answer: r\n- { id: \"\", ask: Where?, answer: r }\n- id: ~ # soon\n  ask: 언제?\n  answer: r\n",
            "- id: who-is-it\n  ask: Who is it?\n  answer: r\n- { id: \"where\", ask: Where?, answer: r }\n- id: 언제 # soon\n  ask: 언제?\n  answer: r\n",
        ),
        (
            "- ask: Who?\n  answer: r\n  id: # soon\n- { ask: Why?, answer: r, id: }\n- cloze: It is {{so}}.\n  'id' : ' '\n",
            "- ask: Who?\n  answer: r\n  id: who # soon\n- { ask: Why?, answer: r, id: why }\n- cloze: It is {{c1::so}}.\n  'id' : 'it-is-so'\n",
        ),
        (
            "- { id: , ask: Who? }\n- { id: , ask: Who?, answer: r, colour: red }\n",
            "- { id: , ask: Who? }\n- { id: , ask: Who?, answer: r, colour: red }\n",
        ),
        (
            "- id: &a\n  ask: Who?\n  answer: r\n",
            "- id: &a who\n  ask: Who?\n  answer: r\n",
        ),
        // What is broken is left until it is mended.
        ("- { ask: Who? }\n- 5\n", "- { ask: Who? }\n- 5\n"),
    ] {
        let (text, left) = fixed(&format!("{HEAD}{before}"));
        assert_eq!(text, format!("{HEAD}{after}"));
        assert_eq!(left, [""; 0]);
    }
}

#[test]
fn what_would_cost_a_history_is_left() {
    for (entries, left) in [
        (
            "- { ask: q, answer: r }\n- { id: x, ask: q, answer: r }\n",
            "4: this entry is given no id: another card asks and answers the same",
        ),
        (
            "- { id: a, cloze: 'x {{y}}', replaces: ['b#y'] }\n",
            "4: these gaps are given no numbers: it takes over the histories of gaps by their names",
        ),
        (
            "- { id: a, cloze: 'x {{y}}' }\n- { id: b, ask: q, answer: r, supersedes: ['a#y'] }\n",
            "4: these gaps are given no numbers: another entry names one of its gaps",
        ),
        (
            "- &a\n  ask: q\n  answer: r\n- ask: s\n  answer: t\n  note: &b x\n- { id: c, ask: *b, answer: z }\n",
            "",
        ),
        (
            "- id: a\n  cloze: &x 'x {{y}}'\n- { id: b, ask: *x, answer: z }\n",
            "4: these gaps are given no numbers: it can't be written without changing more",
        ),
    ] {
        let text = format!("{HEAD}{entries}");
        let (now, told) = fixed(&text);
        let left: Vec<&str> = Some(left)
            .filter(|left| !left.is_empty())
            .into_iter()
            .collect();
        assert_eq!(told, left, "{entries}");
        assert_eq!(now == text, !left.is_empty(), "{entries}");
    }
}

#[test]
fn what_is_no_yaml_or_no_deck_holds_all_of_it_back() {
    for (text, place, ids, clozes, schema_line) in [
        (
            "deck: d\ncards:\n- !!map\n  ask: Who?\n  answer: r\n- { ask: Why?, answer: r }\n",
            Some((3, 3)),
            2,
            0,
            true,
        ),
        (
            "# yaml-language-server: $schema=x\ndeck: d\ncards:\n- id: a\n  ask: \"Who?\n- id: ~\n  cloze: It is {{so}}.\n",
            Some((5, 8)),
            1,
            1,
            false,
        ),
        (
            "# yaml-language-server: $schema=x\ncards:\n- { ask: Why?, answer: r }\n",
            Some((2, 1)),
            1,
            0,
            false,
        ),
        (
            "# yaml-language-server: $schema=x\ndeck: d\ncards:\n- { id: a, ask: !!str Why?, answer: r }\n",
            None,
            0,
            0,
            false,
        ),
    ] {
        let fix = fix(&[file("d.yaml", text)], &BTreeSet::new()).remove(0);
        let held_back = fix.held_back.map(|place| (place.line, place.column));
        assert_eq!((fix.bytes, held_back), (None, place), "{text}");
        let told = (fix.ids, fix.clozes, fix.schema_line);
        assert_eq!(told, (ids, clozes, schema_line), "{text}");
    }
}

#[test]
fn another_deck_may_name_a_card_and_the_log_may_know_one() {
    let cloze = format!("{HEAD}- {{ id: a, cloze: 'x {{{{y}}}}' }}\n");
    let other = "# yaml-language-server: $schema=x\ndeck: e\ncards:\n- { id: b, ask: q, answer: r, supersedes: ['d/a#y'] }\n";
    let fixes = fix(
        &[file("d.yaml", &cloze), file("e.yaml", other)],
        &BTreeSet::new(),
    );
    assert_eq!((&fixes[0].bytes, &fixes[1].bytes), (&None, &None));
    assert_eq!(fixes[0].left.len(), 1);

    let known: BTreeSet<String> = ["d/who", "d/who-2#c1", "e/who-3"].map(str::to_owned).into();
    let text = format!("{HEAD}- {{ ask: Who?, answer: r }}\n");
    let fix = fix(&[file("d.yaml", &text)], &known).remove(0);
    let now = String::from_utf8(fix.bytes.unwrap()).unwrap();
    assert!(now.contains("id: who-3,"), "{now}");
}

#[test]
fn a_schema_is_named_once() {
    for (text, given) in [
        ("deck: d\n", true),
        ("# a deck\ndeck: d\n", true),
        (
            "# yaml-language-server: $schema=./deck.schema.json\ndeck: d\n",
            false,
        ),
        (
            "# a\n#yaml-language-server:   $schema=https://example.org/x\ndeck: d\n",
            false,
        ),
        (
            "deck: d\ntitle: \"# yaml-language-server: $schema=x\"\n",
            true,
        ),
        ("title: no deck\n", false),
        ("no yaml: [\n", false),
    ] {
        let (now, _) = fixed(text);
        let expected = match given {
            true => format!("# yaml-language-server: $schema=./deck.schema.json\n{text}"),
            false => text.to_owned(),
        };
        assert_eq!(now, expected);
    }
}

#[test]
fn shipped_decks_have_nothing_left_to_write() {
    for (name, text) in SHIPPED {
        let (now, left) = fixed(text);
        assert_eq!(&now, text, "{name}");
        assert_eq!(left, [""; 0], "{name}");
    }
}

#[test]
fn ten_thousand_entries_are_one_edit() {
    let mut text = HEAD.to_owned();
    for number in 0..2_000 {
        text += &format!("- ask: What is number {number}?\n  answer: The {number}th\n");
    }
    let fix = fix(&[file("d.yaml", &text)], &BTreeSet::new()).remove(0);
    assert_eq!(fix.ids, 2_000);
}

/// An entry in many layouts, none with an id, gaps without numbers.
fn entry() -> impl Strategy<Value = String> {
    let dash = prop::sample::select(vec!["- ", "-   ", "- # c\n    ", "-\n  # 주석\n\n  "]);
    let text = "[a-z가-힣 ]{0,6}[a-z가-힣]";
    let scalar = (text, 0..6).prop_map(|(text, style)| match style {
        0 => format!("'{text}''s' # {{{{x}}}}"),
        1 => format!("\"{text}\\n\\u00e9 \\\\ x\""),
        2 => format!(">-\n       {text}\n         more\n\n       end"),
        3 => format!("|+\n       {text}\n       # none\n"),
        4 => format!("{text}\n       folded"),
        _ => format!("{text}   # comment"),
    });
    let cloze =
        ("[a-z가-힣]{1,4}", "[a-z가-힣]{1,4}", 0..4).prop_map(|(one, two, style)| match style {
            0 => format!("x {{{{{one}}}}} y {{{{ {two}::hint }}}}"),
            1 => format!("\"x {{{{{one}}}}}\\n{{{{{two}}}}}\""),
            2 => format!(">\n       x {{{{{one}}}}}\n       y {{{{{two}\n       z}}}}"),
            _ => format!("'{{{{{one}}}}} '' {{{{{two}}}}} x'"),
        });
    let block = (dash, any::<bool>(), scalar.clone(), scalar, cloze).prop_map(
        |(dash, is_cloze, ask, answer, cloze)| {
            let column = dash.rsplit('\n').next().unwrap().chars().count();
            let indent = " ".repeat(column);
            match is_cloze {
                true => format!("{dash}cloze: {cloze}\n{indent}note: {answer}\n"),
                false => format!("{dash}ask: {ask}\n{indent}answer: {answer}\n"),
            }
        },
    );
    let flow = (text, text, any::<bool>()).prop_map(|(ask, answer, tight)| match tight {
        true => format!("- {{ask: \"{ask}\", answer: '{answer}'}}\n"),
        false => format!("-  {{ ask: \"{ask}\",\n     answer: \"{answer}\" }}  # c\n"),
    });
    prop_oneof![3 => block, 1 => flow]
}

/// A deck's text without what `fix` writes.
fn unfixed(text: &str, end: &str) -> String {
    let mut text = text.replacen(&format!("# {}{end}", schema_comment()), "", 1);
    for number in 1..=9 {
        text = text.replace(&format!("c{number}::"), "");
    }
    let mut bare = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("id: ") {
        let (before, with) = rest.split_at(at);
        bare.push_str(before);
        let length = with.find([',', '\r', '\n']).unwrap();
        let after = &with[length..];
        rest = match after.strip_prefix(',') {
            Some(after) if before.ends_with('{') => &after[1..],
            // A blank stood before it.
            Some(after) => &after[1..],
            None => after.trim_start_matches(['\r', '\n', ' ']),
        };
    }
    bare + rest
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_else_changes(
        entries in prop::collection::vec(entry(), 1..6),
        crlf in any::<bool>(),
        mark in any::<bool>(),
        last in any::<bool>(),
    ) {
        let mut text = format!("# 머리말\ndeck: d # name\n\ncards: # {{{{\n{}", entries.concat());
        if last {
            text.truncate(text.trim_end().len());
        }
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        let (now, left) = fixed(&text);
        let end = if crlf { "\r\n" } else { "\n" };
        prop_assert_eq!(unfixed(&now, end), text.as_str());
        prop_assert_eq!(now.matches('\r').count() > 0, crlf);
        // A second time there is nothing to do, and as much is left.
        prop_assert_eq!(fixed(&now), (now.clone(), left));
    }

    #[test]
    fn no_text_makes_it_panic(text in "(deck: d\n)?(cards:\n)?[-:{}\\[\\]\"'&*#>|a-c가 \r\n\u{feff}]{0,60}") {
        let _ = fixed(&text);
    }
}
