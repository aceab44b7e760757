//! `dateline lsp` as an editor sees it: the real program, over pipes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

use home::World;

const NOW: &str = "2025-02-10T09:00:00+09:00";

/// No answer takes so long: whoever waits longer waits for nothing.
const PATIENCE: Duration = Duration::from_secs(60);

const BROKEN: &str = "deck: news
language: ko
title: 소식
as_of: 2025-02-09
sources:
  daily: { title: 골짜기의 공장, date: 2025-02-09 }
defaults: { source: dialy }
facts:
  fab.cost: { value: 20B USD, label: 공장 건설비, label.en: Cost of the fab }
  old.cost: { value: 8B USD, label: 옛 공장 }
  ratio: { value: = fab.cost / old.cost, label: 배수 }
cards:
  - id: 창시자
    ask: 😀 파운드리 모델의 창시자는?
    anwser: 모리스 창
  - ask: 공장에 드는 돈은 {fab.cost}인가?
    answer: 그렇다
    supersedes: [chips/flip]
";

struct Editor {
    child: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    last_id: i32,
    noted: Vec<Value>,
}

impl Editor {
    fn start(world: &World, arguments: &[&str]) -> Editor {
        let mut child = world
            .command_at(NOW, arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, from) = channel();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            while let Some(message) = read(&mut out) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Editor {
            to: child.stdin.take().unwrap(),
            child,
            from,
            last_id: 0,
            noted: Vec::new(),
        }
    }

    /// Started, and told what it can do.
    fn ready(world: &World, arguments: &[&str], locale: &str) -> Editor {
        let mut editor = Editor::start(world, arguments);
        let result = editor.request(
            "initialize",
            json!({ "processId": null, "rootUri": null, "locale": locale, "capabilities": {} }),
        );
        assert_eq!(result["result"]["serverInfo"]["name"], "dateline");
        editor.notify("initialized", json!({}));
        editor
    }

    fn raw(&mut self, bytes: &[u8]) {
        self.to.write_all(bytes).unwrap();
        self.to.flush().unwrap();
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn next(&mut self) -> Value {
        self.from.recv_timeout(PATIENCE).expect("an answer")
    }

    /// The response to a request; what else comes is kept.
    fn request(&mut self, method: &str, params: Value) -> Value {
        self.last_id += 1;
        let id = self.last_id;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.next();
            if message["id"] == id && message.get("method").is_none() {
                return message;
            }
            self.noted.push(message);
        }
    }

    fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "yaml", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.notify("textDocument/didChange", params);
    }

    /// What is wrong with a version of a document: code, line, columns, text.
    fn diagnostics(&mut self, uri: &str, version: i32) -> Vec<(String, u64, u64, u64, String)> {
        let is_it = |message: &Value| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
        };
        let message = match self.noted.iter().position(is_it) {
            Some(at) => self.noted.remove(at),
            None => loop {
                let message = self.next();
                if is_it(&message) {
                    break message;
                }
                self.noted.push(message);
            },
        };
        let told = message["params"]["diagnostics"].as_array().unwrap().iter();
        told.map(|told| {
            let range = &told["range"];
            (
                told["code"].as_str().unwrap().to_owned(),
                range["start"]["line"].as_u64().unwrap(),
                range["start"]["character"].as_u64().unwrap(),
                range["end"]["character"].as_u64().unwrap(),
                told["message"].as_str().unwrap().to_owned(),
            )
        })
        .collect()
    }

    fn at(&mut self, method: &str, uri: &str, line: u32, character: u32) -> Value {
        let params = json!({
            "textDocument": { "uri": uri },
            "position": { "line": line, "character": character },
        });
        self.request(method, params)["result"].clone()
    }

    fn labels(&mut self, uri: &str, line: u32, character: u32) -> Vec<String> {
        let list = self.at("textDocument/completion", uri, line, character);
        let items = list["items"].as_array().unwrap().iter();
        items
            .map(|item| item["label"].as_str().unwrap().to_owned())
            .collect()
    }

    fn hover(&mut self, uri: &str, line: u32, character: u32) -> String {
        let told = self.at("textDocument/hover", uri, line, character);
        told["contents"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Says to end, and gives the exit status.
    fn end(mut self) -> i32 {
        let response = self.request("shutdown", Value::Null);
        assert_eq!(response["result"], Value::Null);
        self.notify("exit", Value::Null);
        self.child.wait().unwrap().code().unwrap()
    }
}

fn read(out: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if out.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some((_, value)) => length = value.parse().unwrap(),
            None => break,
        }
    }
    let mut content = vec![0; length];
    out.read_exact(&mut content).ok()?;
    Some(serde_json::from_slice(&content).unwrap())
}

fn address(world: &World, name: &str) -> String {
    format!(
        "file://{}/{name}",
        world.path().canonicalize().unwrap().display()
    )
}

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

fn actions(editor: &mut Editor, uri: &str, line: u32, character: u32) -> Vec<Value> {
    let here = json!({ "line": line, "character": character });
    let params = json!({
        "textDocument": { "uri": uri },
        "range": { "start": here, "end": here },
        "context": { "diagnostics": [] },
    });
    let told = editor.request("textDocument/codeAction", params);
    told["result"].as_array().unwrap().clone()
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

#[test]
fn what_is_told_is_what_check_tells() {
    let world = World::new();
    let twin = "deck: news\ncards:\n  - { id: a, ask: Who founded TSMC?, answer: Morris }\n";
    world.write("twin.yaml", twin.as_bytes());
    world.write("news.yaml", BROKEN.as_bytes());
    let run = world.run_at(NOW, &["check", ".", "--format", "json"]);
    let checked: Value = serde_json::from_str(&run.out).unwrap();
    let mut editor = Editor::ready(&world, &["lsp"], "en");
    for name in ["news.yaml", "twin.yaml"] {
        let uri = address(&world, name);
        editor.open(
            &uri,
            &std::fs::read_to_string(world.path().join(name)).unwrap(),
        );
        let told: Vec<(String, u64)> = editor
            .diagnostics(&uri, 1)
            .into_iter()
            .map(|(code, line, ..)| (code, line + 1))
            .collect();
        let of_file = checked
            .as_array()
            .unwrap()
            .iter()
            .filter(|found| found["path"].as_str().unwrap().ends_with(name));
        let expected: Vec<(String, u64)> = of_file
            .map(|found| {
                (
                    found["code"].as_str().unwrap().to_owned(),
                    found["line"].as_u64().unwrap(),
                )
            })
            .collect();
        assert!(!expected.is_empty());
        assert_eq!(told, expected, "{name}");
    }
    // With another name it is a deck of its own, and is told so at once.
    let uri = address(&world, "twin.yaml");
    editor.change(&uri, 2, json!([{ "text": twin.replace("news", "twin") }]));
    let codes: Vec<String> = editor
        .diagnostics(&uri, 2)
        .into_iter()
        .map(|(code, ..)| code)
        .collect();
    assert!(!codes.contains(&"duplicate-deck".to_owned()), "{codes:?}");
    assert!(codes.contains(&"same-question".to_owned()), "{codes:?}");
    assert_eq!(editor.end(), 0);
}

#[test]
fn it_is_told_in_the_language_that_was_asked_for() {
    let world = World::new();
    world.write("news.yaml", BROKEN.as_bytes());
    let uri = address(&world, "news.yaml");
    for (arguments, locale, lang) in [
        (vec!["lsp"], "ko-KR", "ko"),
        (vec!["--lang", "ko", "lsp"], "en", "ko"),
        (vec!["--lang", "en", "lsp"], "ko", "en"),
    ] {
        let check = ["check", "news.yaml", "--format", "json", "--lang", lang];
        let checked: Value = serde_json::from_str(&world.run_at(NOW, &check).out).unwrap();
        let expected: Vec<String> = checked
            .as_array()
            .unwrap()
            .iter()
            .map(|told| {
                let said = |key: &str| told[key].as_str().unwrap().to_owned();
                format!("{}; {}", said("message"), said("help"))
            })
            .collect();
        let mut editor = Editor::ready(&world, &arguments, locale);
        editor.open(&uri, BROKEN);
        let told = editor.diagnostics(&uri, 1).into_iter();
        let told: Vec<String> = told.map(|(.., text)| text).collect();
        assert!(!told.is_empty());
        assert_eq!(told, expected, "{arguments:?} {locale}");
        let korean = |text: &String| text.chars().any(dateline::text::is_hangul);
        assert_eq!(told.iter().all(korean), lang == "ko", "{told:?}");
        assert_eq!(editor.end(), 0);
    }
}

#[test]
fn options_are_told_of_as_check_tells_them() {
    const OPTIONS: &str = "new_per_day: many\nretention: 2\nlearnign_steps: [1m]\n";
    let codes = |editor: &mut Editor, uri: &str, version: i32| -> Vec<(String, u64)> {
        let told = editor.diagnostics(uri, version).into_iter();
        told.map(|(code, line, ..)| (code, line + 1)).collect()
    };
    let world = World::new();
    world.write("other/options.yaml", OPTIONS.as_bytes());
    let mut editor = Editor::ready(&world, &["lsp"], "en");
    let uri = address(&world, "other/options.yaml");
    // Beside no deck it is of some other program.
    editor.open(&uri, OPTIONS);
    assert_eq!(codes(&mut editor, &uri, 1), []);
    world.write(
        "other/news.yaml",
        b"deck: news\ncards:\n  - { id: a, ask: Who?, answer: He }\n",
    );
    editor.notify(
        "textDocument/didSave",
        json!({ "textDocument": { "uri": uri } }),
    );
    let run = world.run_at(NOW, &["check", "other", "--format", "json"]);
    let checked: Value = serde_json::from_str(&run.out).unwrap();
    let expected: Vec<(String, u64)> = checked
        .as_array()
        .unwrap()
        .iter()
        .filter(|found| found["path"].as_str().unwrap().ends_with("options.yaml"))
        .map(|found| {
            (
                found["code"].as_str().unwrap().to_owned(),
                found["line"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(expected.len(), 3);
    assert_eq!(codes(&mut editor, &uri, 1), expected);
    // As they are typed, saved or not.
    let text = OPTIONS.replace("many", "5").replace("learnign", "learning");
    editor.change(&uri, 2, json!([{ "text": text }]));
    assert_eq!(codes(&mut editor, &uri, 2), [("bad-option".to_owned(), 2)]);
    assert_eq!(editor.end(), 0);
}

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
