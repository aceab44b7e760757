//! What is offered and told while a deck is typed.

use super::*;

#[test]
fn what_can_be_written_is_offered_as_it_is_typed() {
    let world = World::new();
    let mut editor = Editor::ready(&world, &["lsp"], "en");
    let uri = address(&world, "news.yaml");
    editor.open(&uri, BROKEN);
    editor.diagnostics(&uri, 1);
    for (version, line, typed, expected) in [
        (2, "    h", "", &["hint"][..]),
        (3, "    ask.", "", &["ask.en", "ask.ko"][..0]),
        (4, "    source: ", "", &["daily"]),
        (5, "    status: c", "", &["claim"]),
        (
            6,
            "    note: Costs {",
            "",
            &["fab.cost", "old.cost", "ratio"],
        ),
        (7, "    number: \"{r", "}\"", &["ratio"]),
        (8, "    compare: [fab.cost, o", "]", &["old.cost"]),
        (9, "    replaces: [chips/p", "]", &["chips/pick"]),
        (10, "    replaces: [창", "]", &["창시자"]),
        (11, "    replaces:\n      - chips/fl", "", &["chips/flip"]),
    ] {
        // The line is added at the end, where the text is no YAML half of the time.
        let text = format!("{BROKEN}{line}{typed}");
        editor.change(&uri, version, json!([{ "text": text }]));
        let at = u32::try_from(text.matches('\n').count()).unwrap();
        let column = line.rsplit('\n').next().unwrap().encode_utf16().count();
        let labels = editor.labels(&uri, at, u32::try_from(column).unwrap());
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        if expected.is_empty() {
            assert!(
                !labels.contains(&"ask.ko") && labels.contains(&"ask.en"),
                "{labels:?}"
            );
        } else {
            assert_eq!(labels, expected, "{line}");
        }
    }
    assert_eq!(editor.end(), 0);
}

#[test]
fn a_deck_that_is_opened_half_written_is_read_as_far_as_it_can_be() {
    const HALF: &str = "deck: news
facts:
  fab.cost: { value: 20B USD, label: Cost of the fab }
  half: { value: 8B
sources:
  daily: { title: A fab, date: 2025-02-09 }
cards:
  - id: flip
    ask: What will it cost, {fab.cost} or less?
    anwser: That
    source: daily
  - { id: who, ask: Who founded it?, answer: Morris Chang }
  - id: pick
    ask: Which is a foundry?
    choices: [TSMC, ARM]
    answer: \"T
  - id: more
    ask: What is it, then?
    note: It is {
    replaces: [f
";
    let world = World::new();
    world.write("news.yaml", HALF.as_bytes());
    let mut editor = Editor::ready(&world, &["lsp"], "en");
    let uri = address(&world, "news.yaml");
    editor.open(&uri, HALF);
    editor.diagnostics(&uri, 1);
    for (line, character, says) in [
        (8, 30, "$20 billion"),
        (10, 14, "A fab"),
        (11, 12, "**news/who**"),
        (3, 5, "This fact has an error."),
    ] {
        let hover = editor.hover(&uri, line, character);
        assert!(hover.contains(says), "{line}: {hover}");
    }
    for (line, character, expected) in [
        (15, 14, &["TSMC"][..]),
        (18, 17, &["fab.cost", "half"]),
        (19, 16, &["fab.cost", "flip", "chips/flip"]),
    ] {
        assert_eq!(editor.labels(&uri, line, character), expected, "{line}");
    }
    let found = editor.at("textDocument/definition", &uri, 8, 30);
    assert_eq!(found["range"]["start"]["line"], 2);
    for (line, character, title) in [
        (3, 19, "Replace { value: 8B by { value: 8B }"),
        (9, 6, "Replace anwser by answer"),
    ] {
        let fixes = actions(&mut editor, &uri, line, character);
        assert_eq!(fixes[0]["title"], title, "{fixes:?}");
    }
    // What another deck says is known though a part of it is none.
    let uri = address(&world, "more.yaml");
    let more =
        "deck: more\ncards:\n  - id: a\n    ask: Who?\n    answer: He\n    supersedes: [news/f";
    editor.open(&uri, more);
    let labels = editor.labels(&uri, 5, 23);
    assert_eq!(labels, ["news/fab.cost", "news/flip"]);
    assert_eq!(editor.end(), 0);
}
