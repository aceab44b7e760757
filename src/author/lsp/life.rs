//! A server's life: it begins with `initialize`, answers requests, and ends
//! with `shutdown` and `exit`. What it is asked wrongly it says so and goes on.

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response, ResponseError};
use lsp_types::{
    CodeActionKind, PublishDiagnosticsParams, TextDocumentIdentifier, TextDocumentPositionParams,
    TextDocumentSyncKind, Uri,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::act::actions;
use super::around::Around;
use super::complete::complete;
use super::define::define;
use super::desk::{Desk, Told, shown};
use super::hover::hover;
use super::symbols::symbols;
use super::view::View;
use crate::text::Lang;

/// A language server.
#[derive(Debug)]
pub struct Server {
    stage: Stage,
    desk: Desk,
    lang: Lang,
    /// Whether the language was set and the editor's does not count.
    lang_is_set: bool,
    snippets: bool,
    watches: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Waiting,
    Running,
    ShutDown,
    Over { in_order: bool },
}

/// Of what is asked about a whole document, what counts here.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Whole {
    text_document: TextDocumentIdentifier,
}

/// Of what is asked about a stretch of a document, what counts here.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stretch {
    text_document: TextDocumentIdentifier,
    range: lsp_types::Range,
    context: Context,
}

#[derive(Deserialize)]
struct Context {
    only: Option<Vec<CodeActionKind>>,
}

/// Why a request was not answered.
struct Refusal(ErrorCode, String);

impl Server {
    /// A server that speaks `lang`; or, if that is none, the editor's language,
    /// or else `fallback`.
    pub fn new(lang: Option<Lang>, fallback: Lang) -> Server {
        Server {
            stage: Stage::Waiting,
            desk: Desk::default(),
            lang: lang.unwrap_or(fallback),
            lang_is_set: lang.is_some(),
            snippets: false,
            watches: false,
        }
    }

    /// Whether it was told to end, and if so, whether in the right order.
    pub fn ended(&self) -> Option<bool> {
        match self.stage {
            Stage::Waiting | Stage::Running | Stage::ShutDown => None,
            Stage::Over { in_order } => Some(in_order),
        }
    }

    /// Whether there is something to [`tell`](Server::tell).
    pub fn waits(&self) -> bool {
        self.desk.waits()
    }

    /// What is wrong with what changed since it was told last.
    pub fn tell(&mut self, around: &dyn Around) -> Vec<Message> {
        let told = self.desk.tell(self.lang, around);
        told.into_iter().map(published).collect()
    }

    /// What a message is answered with.
    pub fn take(&mut self, message: Message, around: &dyn Around) -> Vec<Message> {
        match message {
            Message::Request(request) => self.request(request, around),
            Message::Notification(notification) => self.notification(notification, around),
            // Of what was asked of the editor nothing hangs on the answer.
            Message::Response(_) => Vec::new(),
        }
    }

    fn request(&mut self, request: Request, around: &dyn Around) -> Vec<Message> {
        let Request { id, method, params } = request;
        let mut before = Vec::new();
        let result = match (self.stage, method.as_str()) {
            (Stage::Waiting, "initialize") => self.initialize(&params),
            (Stage::Waiting, _) => Err(Refusal(
                ErrorCode::ServerNotInitialized,
                format!("'{method}' comes before 'initialize'"),
            )),
            (Stage::Running, "initialize") => Err(Refusal(
                ErrorCode::InvalidRequest,
                "'initialize' comes a second time".to_owned(),
            )),
            (Stage::Running, "shutdown") => {
                self.stage = Stage::ShutDown;
                Ok(Value::Null)
            }
            (Stage::Running, _) => {
                if method == "textDocument/codeAction" {
                    // What can be mended is what is wrong now.
                    before = self.tell(around);
                }
                self.answer(&method, params, around)
            }
            (Stage::ShutDown | Stage::Over { .. }, _) => Err(Refusal(
                ErrorCode::InvalidRequest,
                format!("'{method}' comes after 'shutdown'"),
            )),
        };
        before.push(responded(id, result));
        before
    }

    fn initialize(&mut self, params: &Value) -> Result<Value, Refusal> {
        if !params.get("capabilities").is_some_and(Value::is_object) {
            let told = "'initialize' comes without 'capabilities'";
            return Err(Refusal(ErrorCode::InvalidParams, told.to_owned()));
        }
        // The few that are asked for of all that an editor says of itself.
        let can = |what: &str| params.pointer(what).and_then(Value::as_bool) == Some(true);
        self.snippets = can("/capabilities/textDocument/completion/completionItem/snippetSupport");
        self.watches = can("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration");
        let locale = params.get("locale").and_then(Value::as_str);
        if let Some(locale) = locale.filter(|_| !self.lang_is_set) {
            let is_korean = locale.to_lowercase().starts_with("ko");
            self.lang = if is_korean { Lang::Ko } else { Lang::En };
        }
        self.stage = Stage::Running;
        Ok(json!({
            "capabilities": capabilities(),
            "serverInfo": { "name": "dateline", "version": env!("CARGO_PKG_VERSION") },
        }))
    }

    fn answer(
        &mut self,
        method: &str,
        params: Value,
        around: &dyn Around,
    ) -> Result<Value, Refusal> {
        match method {
            "textDocument/completion" => {
                // Where one types is told from the text: nothing is read for it.
                self.at(params, false, around, |view, offset| {
                    Some(complete(view, offset))
                })
            }
            "textDocument/hover" => self.at(params, true, around, hover),
            "textDocument/definition" => self.at(params, true, around, define),
            "textDocument/documentSymbol" => {
                let params: Whole = read(params)?;
                let view = self.view(&params.text_document.uri, true, around)?;
                write(&symbols(&view))
            }
            "textDocument/codeAction" => {
                let params: Stretch = read(params)?;
                let lang = self.lang;
                let view = self.view(&params.text_document.uri, true, around)?;
                let text = &view.document.text;
                let range = text.offset(params.range.start)..text.offset(params.range.end);
                let only = params.context.only.as_deref();
                write(&actions(&view, &range, only, |found| {
                    shown(text, found, lang)
                }))
            }
            _ => Err(Refusal(
                ErrorCode::MethodNotFound,
                format!("there is no '{method}' here"),
            )),
        }
    }

    /// What `answer` gives at a position of a document.
    fn at<T: Serialize>(
        &mut self,
        params: Value,
        fresh: bool,
        around: &dyn Around,
        answer: impl Fn(&View<'_>, usize) -> Option<T>,
    ) -> Result<Value, Refusal> {
        let params: TextDocumentPositionParams = read(params)?;
        let view = self.view(&params.text_document.uri, fresh, around)?;
        let offset = view.document.text.offset(params.position);
        write(&answer(&view, offset))
    }

    fn view<'d>(
        &'d mut self,
        uri: &Uri,
        fresh: bool,
        around: &'d dyn Around,
    ) -> Result<View<'d>, Refusal> {
        let view = self.desk.view(uri, fresh, self.lang, self.snippets, around);
        view.ok_or_else(|| {
            let told = format!("'{}' is not open", uri.as_str());
            Refusal(ErrorCode::InvalidParams, told)
        })
    }

    fn notification(&mut self, notification: Notification, around: &dyn Around) -> Vec<Message> {
        let Notification { method, params } = notification;
        if method == "exit" {
            let in_order = self.stage == Stage::ShutDown;
            self.stage = Stage::Over { in_order };
            return Vec::new();
        }
        if self.stage != Stage::Running {
            return Vec::new();
        }
        // One that can't be read is passed over: there is no one to answer.
        self.noted(&method, params, around).unwrap_or_default()
    }

    fn noted(
        &mut self,
        method: &str,
        params: Value,
        around: &dyn Around,
    ) -> Result<Vec<Message>, Refusal> {
        match method {
            "initialized" if self.watches => return Ok(vec![watch()]),
            "textDocument/didOpen" => {
                let params: lsp_types::DidOpenTextDocumentParams = read(params)?;
                let opened = params.text_document;
                self.desk
                    .open(opened.uri, opened.version, opened.text, around);
            }
            "textDocument/didChange" => {
                let params: lsp_types::DidChangeTextDocumentParams = read(params)?;
                let changed = params.text_document;
                self.desk
                    .change(&changed.uri, changed.version, &params.content_changes);
            }
            "textDocument/didClose" => {
                let params: Whole = read(params)?;
                let told = self.desk.close(&params.text_document.uri, around);
                return Ok(told.into_iter().map(published).collect());
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => {
                self.desk.look_again(around);
            }
            _ => {}
        }
        Ok(Vec::new())
    }
}

fn capabilities() -> Value {
    json!({
        "textDocumentSync": {
            "openClose": true,
            "change": TextDocumentSyncKind::INCREMENTAL,
            "save": { "includeText": false },
        },
        "completionProvider": { "triggerCharacters": ["{", "[", ".", "/", ":", " "] },
        "hoverProvider": true,
        "definitionProvider": true,
        "documentSymbolProvider": true,
        "codeActionProvider": {
            "codeActionKinds": [CodeActionKind::QUICKFIX, CodeActionKind::SOURCE_FIX_ALL],
        },
    })
}

/// Asks the editor to tell when a deck changes on the disk.
fn watch() -> Message {
    let watchers = json!({ "watchers": [{ "globPattern": "**/*.{yaml,yml}" }] });
    let registration = json!({
        "id": "decks",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": watchers,
    });
    Message::Request(Request {
        id: RequestId::from("watch".to_owned()),
        method: "client/registerCapability".to_owned(),
        params: json!({ "registrations": [registration] }),
    })
}

fn published(told: Told) -> Message {
    let params = PublishDiagnosticsParams {
        uri: told.uri,
        diagnostics: told.diagnostics,
        version: Some(told.version),
    };
    Message::Notification(Notification {
        method: "textDocument/publishDiagnostics".to_owned(),
        params: serde_json::to_value(params).unwrap_or_default(),
    })
}

fn responded(id: RequestId, result: Result<Value, Refusal>) -> Message {
    let response_result = result.map_err(|Refusal(code, message)| ResponseError {
        code: code as i32,
        message,
        data: None,
    });
    Message::Response(Response {
        id,
        response_result,
    })
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    let refused = |error: serde_json::Error| Refusal(ErrorCode::InvalidParams, error.to_string());
    serde_json::from_value(params).map_err(refused)
}

fn write(result: &impl Serialize) -> Result<Value, Refusal> {
    let refused = |error: serde_json::Error| Refusal(ErrorCode::InternalError, error.to_string());
    serde_json::to_value(result).map_err(refused)
}
