//! How long a check takes: 10,000 cards in 200 files should be under a second
//! on two cores.
//!
//! `cargo bench --bench check`

use std::path::{Path, PathBuf};

use dateline::author::lsp::{Around, Log, Server, Standing};
use dateline::author::{Setting, Shelf, check};
use dateline::deck::{CardId, DeckFile, DeckOptions, Library, Origin, read};
use dateline::figure::Date;
use dateline::text::Lang;
use lsp_server::{Message, Notification, Request};
use serde_json::{Value, json};

fn main() {
    divan::main();
}

/// One of everything, in both languages, fifty cards a file.
fn deck(number: usize) -> String {
    let mut text = format!(
        "deck: deck-{number}
title: Deck {number}
title.ko: 덱 {number}
as_of: 2025-02-09
sources:
  daily: {{ title: A fab for the valley, title.ko: 골짜기의 공장, date: 2025-02-09 }}
defaults: {{ source: daily, tags: [chips] }}
facts:
  fab.cost: {{ value: {number}B USD, label: Cost of fab {number}, label.ko: 공장 {number}의 비용 }}
  old.cost: {{ value: 8.5B USD, label: Cost of the old fab {number}, label.ko: 옛 공장 {number}의 비용 }}
cards:
"
    );
    for card in 0..10 {
        let id = format!("{number}-{card}");
        text.push_str(&format!(
            "  - id: recall-{id}
    ask: What does foundry {id} make for those who have no fab of their own?
    ask.ko: 공장이 없는 회사를 위해 파운드리 {id}이 만드는 것은?
    answer: Chips that others have designed, {card} kinds of them
    answer.ko: 남이 설계한 칩 {card}가지
    note: It began in 1987, when no one thought that it would ever pay.
    note.ko: 1987년에 시작했을 때에는 아무도 돈이 되리라고 생각하지 않았다.
  - id: typed-{id}
    ask: Who founded company {id}, after a career at Texas Instruments?
    ask.ko: 텍사스 인스트루먼트를 거쳐 회사 {id}를 세운 이는?
    answer: Morris Chang
    answer.ko: 모리스 창
    accept: [Chang Chung-mou, Chang]
    distractors: [Jensen Huang, Lisa Su, Hermann Hauser]
    distractors.ko: [젠슨 황, 리사 수, 헤르만 하우저]
  - id: figure-{id}
    ask: What will fab {id} cost, in dollars?
    ask.ko: 공장 {id}에 드는 돈은 몇 달러인가?
    number: \"{{fab.cost}}\"
    tolerance: 5%
  - id: pick-{id}
    ask: Which of these is foundry {id}?
    ask.ko: 다음 중 파운드리 {id}은?
    choices: [TSMC, ARM, Nvidia, Cadence]
    answer: TSMC
  - id: gap-{id}
    cloze: Chip {id}, the {{{{c1::H800}}}}, is made for a market that the other one may not enter.
    cloze.ko: \"칩 {id}, 곧 {{{{c1::H800}}}}은 다른 칩이 들어갈 수 없는 시장을 위한 것이다.\"
"
        ));
    }
    text
}

fn files() -> Vec<DeckFile> {
    let name = |number: usize| format!("deck-{number}.yaml");
    (1..=200)
        .map(|number| DeckFile {
            origin: Origin::File(name(number).into()),
            path: name(number).into(),
            name: Some(format!("deck-{number}")),
            bytes: Ok(deck(number).into_bytes()),
            options: DeckOptions::default(),
        })
        .collect()
}

#[divan::bench(sample_count = 20)]
fn ten_thousand_cards_in_two_hundred_files(bencher: divan::Bencher<'_, '_>) {
    let files = files();
    let setting = Setting {
        today: Date::parse_iso("2025-02-10").ok(),
        ..Setting::default()
    };
    let checked = check(&files, &setting, &|| {});
    let cards: usize = checked.iter().map(|file| file.cards).sum();
    let wrong = checked.iter().flat_map(|file| &file.diagnostics).next();
    assert_eq!((cards, wrong), (10_000, None));
    bencher.bench(|| check(divan::black_box(&files), &setting, &|| {}));
}

/// Again and again, as `watch` does: one of them was saved.
#[divan::bench(sample_count = 20)]
fn a_save_beside_them(bencher: divan::Bencher<'_, '_>) {
    let mut files = files();
    let mut shelf = Shelf::default();
    shelf.take(files.clone());
    shelf.check(&Setting::default());
    bencher
        .with_inputs(|| {
            if let Some(Ok(bytes)) = files.first_mut().map(|file| &mut file.bytes) {
                bytes.extend_from_slice(b"# saved\n");
            }
            files.clone()
        })
        .bench_local_values(|files| {
            assert!(shelf.take(files));
            shelf.check(&Setting::default()).len()
        });
}

/// What of it is reading, on one core: the rest are the rules.
#[divan::bench(sample_count = 10)]
fn reading_them_on_one_core(bencher: divan::Bencher<'_, '_>) {
    let files = files();
    bencher.bench(|| {
        let bytes = files.iter().filter_map(|file| file.bytes.as_ref().ok());
        bytes
            .map(|bytes| read(Path::new("deck.yaml"), divan::black_box(bytes)))
            .filter_map(|reading| reading.deck)
            .map(|deck| deck.cards.len())
            .sum::<usize>()
    });
}

/// A folder with all of them, as an editor works in it.
struct Folder;

impl Around for Folder {
    fn today(&self) -> Option<Date> {
        Date::parse_iso("2025-02-10").ok()
    }

    fn place(&self, file: &Path) -> (PathBuf, PathBuf) {
        (file.to_owned(), PathBuf::from("/news"))
    }

    fn library(&self, folder: &Path, _: &dyn Fn(&Path) -> Option<Vec<u8>>) -> Library {
        let mut files = files();
        for file in &mut files {
            file.path = folder.join(&file.path);
        }
        Library {
            files,
            diagnostics: Vec::new(),
        }
    }

    fn log(&self) -> Log {
        Log::default()
    }

    fn standings(&self, _: &[CardId]) -> Vec<(CardId, Standing)> {
        Vec::new()
    }
}

const URI: &str = "file:///news/deck-7.yaml";

fn ask(server: &mut Server, method: &str, params: Value) -> Vec<Message> {
    let request = Request::new(1.into(), method.to_owned(), params);
    server.take(Message::Request(request), &Folder)
}

fn note(server: &mut Server, method: &str, params: Value) {
    let notification = Notification::new(method.to_owned(), params);
    server.take(Message::Notification(notification), &Folder);
}

fn server() -> Server {
    let mut server = Server::new(Some(Lang::En), Lang::En);
    ask(&mut server, "initialize", json!({ "capabilities": {} }));
    let document = json!({ "uri": URI, "languageId": "yaml", "version": 1, "text": deck(7) });
    note(
        &mut server,
        "textDocument/didOpen",
        json!({ "textDocument": document }),
    );
    server.tell(&Folder);
    server
}

/// A letter more in the title.
fn press(server: &mut Server, version: i32) {
    let at = json!({ "line": 1, "character": 7 });
    let change = json!({ "range": { "start": at, "end": at }, "text": "x" });
    let document = json!({ "uri": URI, "version": version });
    let params = json!({ "textDocument": document, "contentChanges": [change] });
    note(server, "textDocument/didChange", params);
}

/// In an editor: a key, and what can be written there, before anything is checked.
#[divan::bench(sample_count = 50)]
fn a_key_press_beside_them_with_completion(bencher: divan::Bencher<'_, '_>) {
    let mut server = server();
    let mut version = 1;
    let place = json!({ "line": 13, "character": 4 });
    let params = json!({ "textDocument": { "uri": URI }, "position": place });
    bencher.bench_local(|| {
        version += 1;
        press(&mut server, version);
        ask(&mut server, "textDocument/completion", params.clone())
    });
}

/// In an editor: from a key to what is wrong with the file now.
#[divan::bench(sample_count = 50)]
fn a_key_press_beside_them_checked(bencher: divan::Bencher<'_, '_>) {
    let mut server = server();
    let mut version = 1;
    bencher.bench_local(|| {
        version += 1;
        press(&mut server, version);
        server.tell(&Folder)
    });
}
