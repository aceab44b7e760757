//! `dateline lsp` as an editor sees it: the real program, over pipes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod asking;
mod ending;
#[path = "../home/mod.rs"]
mod home;
mod mending;
mod telling;
mod typing;

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
