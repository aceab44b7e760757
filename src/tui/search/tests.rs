#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::tui::testing::{SIZES, at_every_size, draw as drawn, snapshot};

fn row(name: &str, question: &str, words: &str) -> Row {
    Row {
        card: name.parse().unwrap(),
        question: question.to_owned(),
        deck: "The DeepSeek shock".to_owned(),
        words: vec![(words.to_owned(), Role::Dim)],
    }
}

fn search(typed: &str, rows: usize, count: u32, more: bool) -> Search {
    let mut search = Search {
        field: Field::with(typed),
        ..Search::default()
    };
    search.typed();
    let questions = [
        "How large was Korea's AI market in 2023, in won?",
        "2023년 국내 AI 시장의 규모는?",
    ];
    let rows = (0..rows).map(|n| {
        let stands = if n % 3 == 0 { "new" } else { "due 14 Feb" };
        row(&format!("deepseek-shock/{n}"), questions[n % 2], stands)
    });
    search.take(rows.collect(), count, more.then(Reached::default));
    search
}

#[test]
fn what_is_typed_anew_is_looked_for_anew() {
    let mut search = search("market", 3, 3, false);
    assert_eq!(search.rest(), None);
    search.step(true, 2);
    // The same words.
    search.field.paste(" ");
    search.typed();
    assert_eq!(search.chosen().unwrap().card.as_str(), "deepseek-shock/2");
    search.field.paste("x");
    search.typed();
    assert!(search.rest().is_some() && search.chosen().is_none());
    search.field = Field::new();
    search.typed();
    assert_eq!(search.rest(), None);
}

#[test]
fn the_cursor_stays_on_a_card() {
    let mut search = search("market", 3, 3, false);
    search.step(true, 10);
    assert_eq!(search.chosen().unwrap().card.as_str(), "deepseek-shock/2");
    search.step(false, 10);
    assert_eq!(search.chosen().unwrap().card.as_str(), "deepseek-shock/0");
    search.go_to(7);
    assert_eq!(search.chosen().unwrap().card.as_str(), "deepseek-shock/2");
}

#[test]
fn looks() {
    for lang in Lang::ALL {
        for size in SIZES {
            let name = format!("search-{}x{}-{lang}", size.0, size.1);
            let screen = drawn(size, lang, |canvas| {
                search("시장 AI", 40, 1_234, true).draw(canvas)
            });
            insta::assert_snapshot!(name, snapshot(&screen));
        }
        for (what, typed) in [("nothing", "없는 말"), ("empty", "")] {
            let screen = drawn((80, 24), lang, |canvas| {
                search(typed, 0, 0, false).draw(canvas)
            });
            insta::assert_snapshot!(format!("search-{what}-80x24-{lang}"), snapshot(&screen));
        }
    }
}

#[test]
fn any_size() {
    for (typed, rows) in [("", 0), ("market", 0), ("시장", 30)] {
        at_every_size(|canvas| search(typed, rows, 30, true).draw(canvas));
    }
}
