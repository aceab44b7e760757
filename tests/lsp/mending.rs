//! What is wrong is mended from within an editor.

use super::*;

/// The text after the edits of an action.
fn applied(text: &str, action: &Value, uri: &str) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let edits = action["edit"]["changes"][uri].as_array().unwrap();
    for edit in edits.iter().rev() {
        let (start, end) = (&edit["range"]["start"], &edit["range"]["end"]);
        assert_eq!(start["line"], end["line"]);
        let line = &mut lines[usize::try_from(start["line"].as_u64().unwrap()).unwrap()];
        let units: Vec<u16> = line.encode_utf16().collect();
        let at = |of: &Value| usize::try_from(of["character"].as_u64().unwrap()).unwrap();
        let part = |from, to| String::from_utf16(&units[from..to]).unwrap();
        let new = edit["newText"].as_str().unwrap();
        let (before, after) = (part(0, at(start)), part(at(end), units.len()));
        *line = format!("{before}{new}{after}");
    }
    lines.join("\n")
}

#[test]
fn a_deck_is_mended_from_within_an_editor() {
    let world = World::new();
    let mut editor = Editor::ready(&world, &["lsp"], "ko-KR");
    let uri = address(&world, "news.yaml");
    editor.open(&uri, BROKEN);
    let found = editor.diagnostics(&uri, 1);
    let places: Vec<_> = found
        .iter()
        .map(|(code, line, from, to, _)| (code.as_str(), *line, *from, *to))
        .collect();
    assert_eq!(places[0], ("unknown-source", 6, 20, 25));
    assert!(places.contains(&("unknown-key", 14, 4, 10)), "{places:?}");
    assert!(
        found[0]
            .4
            .contains("그런 출처가 없습니다: 'dialy'; 'daily'인가요?")
    );

    // A misspelled key, behind an emoji and Hangul.
    let fixes = actions(&mut editor, &uri, 14, 6);
    assert_eq!(fixes[0]["title"], "anwser → answer(으)로 바꾸기");
    assert_eq!(fixes[0]["diagnostics"][0]["code"], "unknown-key");
    let text = applied(BROKEN, &fixes[0], &uri);
    let fixes = actions(&mut editor, &uri, 6, 22);
    let text = applied(&text, &fixes[0], &uri);
    editor.change(&uri, 2, json!([{ "text": text }]));
    let found = editor.diagnostics(&uri, 2);
    let wrong: Vec<_> = found
        .iter()
        .filter(|(code, ..)| code.starts_with("unknown"))
        .collect();
    assert_eq!(wrong, [] as [&(String, u64, u64, u64, String); 0]);

    // A change of one character, counted in UTF-16: 😀 is two.
    let change = json!([{
        "range": { "start": { "line": 13, "character": 9 }, "end": { "line": 13, "character": 12 } },
        "text": "",
    }, {
        "range": { "start": { "line": 15, "character": 20 }, "end": { "line": 15, "character": 23 } },
        "text": "old",
    }]);
    editor.change(&uri, 3, change);
    editor.diagnostics(&uri, 3);
    let hover = editor.hover(&uri, 15, 21);
    assert!(
        hover.contains("**old.cost**") && hover.contains("80억달러"),
        "{hover}"
    );
    let outline = editor.request(
        "textDocument/documentSymbol",
        json!({ "textDocument": { "uri": uri } }),
    );
    let outline = &outline["result"];
    assert_eq!(outline[0]["children"][0]["name"], "fab.cost");
    assert_eq!(outline[1]["children"][0]["name"], "창시자");
    assert_eq!(
        outline[1]["children"][0]["detail"],
        "파운드리 모델의 창시자는?"
    );

    // An id for the card that has none; also where the whole line is selected.
    let titles = |fixes: &[Value]| -> Vec<String> {
        let titles = fixes.iter().map(|fix| fix["title"].to_string());
        titles.collect()
    };
    let before_the_dash = actions(&mut editor, &uri, 15, 0);
    assert!(
        titles(&before_the_dash)
            .iter()
            .any(|title| title.contains("아이디 '공장에")),
        "{before_the_dash:?}"
    );
    let fixes = actions(&mut editor, &uri, 16, 8);
    let id = fixes
        .iter()
        .find(|fix| fix["title"].as_str().unwrap().contains("아이디"))
        .unwrap();
    assert_eq!(id["title"], "카드에 아이디 '공장에-드는-돈은-인가' 주기");
    let edit = &id["edit"]["changes"][&uri][0];
    assert_eq!(edit["range"]["start"]["line"], 15);
    assert_eq!(edit["range"]["start"], edit["range"]["end"]);
    assert_eq!(editor.end(), 0);
}

#[test]
fn all_that_can_be_written_at_once_is_written_when_asked_for() {
    let world = World::new();
    let mut editor = Editor::ready(&world, &["lsp"], "en");
    let uri = address(&world, "news.yaml");
    let text = "deck: news\ncards:\n  - ask: Who founded TSMC?\n    answer: Morris Chang\n  - cloze: The {{H800}} is\n";
    editor.open(&uri, text);
    let params = |only: &str| {
        json!({
            "textDocument": { "uri": uri },
            "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } },
            "context": { "diagnostics": [], "only": [only] },
        })
    };
    let told = editor.request("textDocument/codeAction", params("source.fixAll"));
    let told = told["result"].as_array().unwrap();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["kind"], "source.fixAll");
    let edits = told[0]["edit"]["changes"][&uri].as_array().unwrap();
    let new = edits[0]["newText"].as_str().unwrap();
    for written in ["id: who-founded-tsmc", "id: the-h800-is", "{{c1::"] {
        assert!(new.contains(written), "{written}: {new}");
    }
    for other in ["refactor", "source.organizeImports", "quick"] {
        let told = editor.request("textDocument/codeAction", params(other));
        assert_eq!(told["result"], json!([]), "{other}");
    }
    assert_eq!(editor.end(), 0);
}
