//! What a card or a name tells when it is asked.

use super::*;

#[test]
fn a_card_tells_when_it_is_due_in_both_languages() {
    let world = World::new();
    for (rating, at) in [
        ("good", "2025-02-01T09:00:00+09:00"),
        ("good", "2025-02-01T09:20:00+09:00"),
        ("again", "2025-02-09T09:00:00+09:00"),
        ("good", "2025-02-09T09:20:00+09:00"),
    ] {
        let run = world.run(&["review", "chips/flip", rating, "--at", at]);
        assert_eq!(run.code, 0, "{}", run.errors);
    }
    let standing = world.json(&["card", "chips/flip"]);
    let due = standing["due"]
        .as_str()
        .unwrap()
        .get(..10)
        .unwrap()
        .to_owned();
    let log = std::fs::read(world.path().join("home/dateline.db")).unwrap();
    for (lang, missed, new, about) in [
        (
            "en",
            "reviews 4 · lapses 1",
            "not studied yet",
            "The question.",
        ),
        (
            "ko",
            "복습 4번 · 잊은 횟수 1",
            "아직 공부하지 않음",
            "질문입니다.",
        ),
    ] {
        let mut editor = Editor::ready(&world, &["lsp", "--lang", lang], "de");
        let uri = address(&world, "chips.yaml");
        editor.open(&uri, home::DECK);
        editor.diagnostics(&uri, 1);
        let hover = editor.hover(&uri, 6, 11);
        assert!(
            hover.contains("**chips/flip**") && hover.contains(&due),
            "{hover}"
        );
        assert!(hover.contains(missed), "{hover}");
        let hover = editor.hover(&uri, 7, 11);
        assert!(hover.contains(new), "{hover}");
        let hover = editor.hover(&uri, 7, 16);
        assert!(
            hover.contains("**ask**") && hover.contains(about),
            "{hover}"
        );
        assert_eq!(editor.end(), 0);
    }
    let after = std::fs::read(world.path().join("home/dateline.db")).unwrap();
    assert!(log == after, "the log was written to");
}

#[test]
fn what_is_named_is_found_where_it_is_given() {
    let world = World::new();
    let mut editor = Editor::ready(&world, &["lsp"], "en");
    let uri = address(&world, "news.yaml");
    editor.open(&uri, BROKEN);
    editor.diagnostics(&uri, 1);
    let start = |found: &Value| {
        let start = &found["range"]["start"];
        (
            found["uri"].as_str().unwrap_or_default().to_owned(),
            start["line"].as_u64(),
            start["character"].as_u64(),
        )
    };
    for (line, character, place) in [
        (15, 21, (uri.clone(), Some(8), Some(2))),
        (10, 33, (uri.clone(), Some(9), Some(2))),
        (17, 24, (address(&world, "chips.yaml"), Some(6), Some(10))),
    ] {
        let found = editor.at("textDocument/definition", &uri, line, character);
        assert_eq!(start(&found), place, "{line}:{character}");
    }
    let nothing = editor.at("textDocument/definition", &uri, 13, 6);
    assert_eq!(nothing, Value::Null);
    assert_eq!(editor.end(), 0);
}
