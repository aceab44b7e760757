//! What ends the server, and what does not.

use super::*;

#[test]
fn what_is_asked_wrongly_ends_nothing() {
    let world = World::new();
    let mut editor = Editor::start(&world, &["lsp"]);
    let early = editor.request("textDocument/hover", json!({}));
    assert_eq!(early["error"]["code"], -32002);
    let init = editor.request("initialize", json!({ "capabilities": {} }));
    assert!(
        init["result"]["capabilities"]["hoverProvider"]
            .as_bool()
            .unwrap()
    );
    for (method, params, code) in [
        ("initialize", json!({ "capabilities": {} }), -32600),
        ("textDocument/hover", json!({}), -32602),
        ("textDocument/hover", json!([1, 2]), -32602),
        (
            "textDocument/completion",
            json!({ "textDocument": { "uri": "file:///none.yaml" }, "position": { "line": 0, "character": 0 } }),
            -32602,
        ),
        (
            "textDocument/definition",
            json!({ "textDocument": { "uri": "::" }, "position": { "line": -1, "character": 0 } }),
            -32602,
        ),
        ("textDocument/rename", json!({}), -32601),
        ("", Value::Null, -32601),
    ] {
        assert_eq!(
            editor.request(method, params)["error"]["code"],
            code,
            "{method}"
        );
    }
    for bytes in [
        &b"Content-Length: 3\r\n\r\n{]}"[..],
        b"Content-Length: 2\r\n\r\n{}",
        b"Content-Length: 99999999999999999999\r\n\r\n",
        b"Content-Length: 18446744073709551615\r\n\r\n",
        b"\r\n",
        b"nonsense\r\n\r\n",
        b"Content-Length: 4\r\n\r\n\xff\xfe\xfd\xfc",
    ] {
        editor.raw(bytes);
    }
    for (method, params) in [
        ("textDocument/didOpen", json!({})),
        (
            "textDocument/didChange",
            json!({ "textDocument": { "uri": "file:///none.yaml", "version": 1 }, "contentChanges": [] }),
        ),
        ("textDocument/didClose", json!(7)),
        ("$/cancelRequest", json!({ "id": 1 })),
        ("nonsense", Value::Null),
    ] {
        editor.notify(method, params);
    }
    // An untitled text is a deck like another.
    editor.open("untitled:Untitled-1", "deck: a\ncards: 7\n");
    let found = editor.diagnostics("untitled:Untitled-1", 1);
    assert_eq!(found[0].0, "wrong-shape");
    // What is no deck is left alone.
    let uri = address(&world, "compose.yaml");
    editor.open(&uri, "services:\n  web: { image: x }\n");
    assert_eq!(editor.diagnostics(&uri, 1), []);
    let range =
        json!({ "start": { "line": 900, "character": 7 }, "end": { "line": 1, "character": 99 } });
    editor.change(&uri, 2, json!([{ "range": range, "text": "deck: x" }]));
    editor.diagnostics(&uri, 2);
    editor.notify(
        "textDocument/didClose",
        json!({ "textDocument": { "uri": uri } }),
    );
    assert_eq!(
        editor.request("shutdown", Value::Null)["result"],
        Value::Null
    );
    let late = editor.request("textDocument/hover", json!({}));
    assert_eq!(late["error"]["code"], -32600);
    editor.notify("exit", Value::Null);
    let mut errors = String::new();
    editor
        .child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut errors)
        .unwrap();
    assert!(!errors.contains("panicked"), "{errors}");
    assert_eq!(editor.child.wait().unwrap().code(), Some(0));
}

#[test]
fn it_ends_with_its_editor() {
    let world = World::new();
    let mut editor = Editor::ready(&world, &["lsp"], "en");
    editor.notify("exit", Value::Null);
    assert_eq!(editor.child.wait().unwrap().code(), Some(1));
    let editor = Editor::ready(&world, &["lsp"], "en");
    let Editor { mut child, to, .. } = editor;
    drop(to);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}
