#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use jiff::civil::date;

use super::*;
use crate::tui::testing::{SIZES, at_every_size, draw as drawn, lines, snapshot};

fn today() -> Day {
    Day::of(date(2025, 2, 10))
}

fn card(name: &str) -> CardId {
    name.parse().unwrap()
}

fn state(suspended: bool, buried: Option<i32>, flag: Option<&str>) -> CardState {
    CardState {
        suspended,
        buried_until: buried.map(|days| Day(today().0 + days)),
        flag: flag.map(str::to_owned),
        ..CardState::default()
    }
}

#[test]
fn what_counts_as_set_aside() {
    let id = card("t/a");
    let unsuspend = || Act::Unsuspend { card: id.clone() };
    let unbury = || Act::Unbury { card: id.clone() };
    let cases = [
        (state(false, None, None), None),
        (state(true, None, None), Some(vec![unsuspend()])),
        (state(false, Some(1), None), Some(vec![unbury()])),
        // A burial that ended is none.
        (state(false, Some(0), None), None),
        (state(false, Some(-3), None), None),
        (state(true, Some(0), None), Some(vec![unsuspend()])),
        (
            state(true, Some(2), Some("")),
            Some(vec![unbury(), unsuspend()]),
        ),
        (state(false, None, Some("")), Some(vec![])),
    ];
    for (state, expected) in cases {
        let acts = Held::of(&state, today()).map(|held| held.put_back(&id));
        assert_eq!(acts, expected, "{state:?}");
    }
}

fn view(lang: Lang) -> View {
    let pick = |en: &'static str, ko: &'static str| if lang == Lang::En { en } else { ko };
    let row = |name: &str, question: &str, deck: &str, state: CardState| Row {
        card: card(name),
        question: question.to_owned(),
        deck: deck.to_owned(),
        held: Held::of(&state, today()).unwrap(),
    };
    let shock = pick("The DeepSeek shock", "딥시크 쇼크");
    let terms = pick("AI terms", "AI 용어");
    let flagged = pick(
        "Which span makes 14.9 % a year?",
        "연 14.9 %는 어느 기간인가?",
    );
    View {
        today: today(),
        rows: vec![
            row(
                "deepseek-shock/sputnik",
                pick(
                    "Who called the release of R1 AI's Sputnik moment, and on which day did he say so?",
                    "R1 공개를 AI의 스푸트니크 순간이라 부른 사람은 누구이고, 언제 그렇게 말했는가?",
                ),
                shock,
                state(true, None, None),
            ),
            row(
                "deepseek-shock/market",
                pick(
                    "How large was the Korean AI market in 2023?",
                    "2023년 한국 AI 시장의 규모는?",
                ),
                shock,
                state(false, None, Some(flagged)),
            ),
            row(
                "deepseek-shock/tigers",
                pick("Name the six tigers.", "여섯 호랑이의 이름은?"),
                shock,
                state(true, Some(1), Some("")),
            ),
            row(
                "ai-terms/moe",
                pick("What is a mixture of experts?", "전문가 혼합이란 무엇인가?"),
                terms,
                state(false, Some(1), None),
            ),
            row(
                "ai-terms/cagr",
                pick("What does CAGR stand for?", "CAGR은 무엇의 약자인가?"),
                terms,
                state(false, Some(4), None),
            ),
        ],
    }
}

fn many(lang: Lang) -> View {
    let mut view = view(lang);
    let rows = view.rows.clone();
    while view.rows.len() < 40 {
        view.rows.extend(rows.clone());
    }
    view
}

#[test]
fn looks() {
    for lang in Lang::ALL {
        for size in SIZES {
            let name = format!("aside-{}x{}-{lang}", size.0, size.1);
            let screen = drawn(size, lang, |canvas| draw(canvas, &view(lang), Cursor(1)));
            insta::assert_snapshot!(name, snapshot(&screen));
        }
    }
}

#[test]
fn looks_when_long_and_when_empty() {
    for lang in Lang::ALL {
        for size in SIZES {
            let name = format!("aside-long-{}x{}-{lang}", size.0, size.1);
            let screen = drawn(size, lang, |canvas| draw(canvas, &many(lang), Cursor(30)));
            insta::assert_snapshot!(name, snapshot(&screen));
            let name = format!("aside-empty-{}x{}-{lang}", size.0, size.1);
            let mut empty = view(lang);
            empty.rows.clear();
            let screen = drawn(size, lang, |canvas| draw(canvas, &empty, Cursor(0)));
            insta::assert_snapshot!(name, snapshot(&screen));
        }
    }
}

#[test]
fn the_cursor_stays_on_a_card_and_in_sight() {
    let view = many(Lang::En);
    let mut cursor = Cursor::default();
    cursor.step(false, 10, &view);
    assert_eq!(cursor, Cursor(0));
    for size in SIZES {
        for at in 0..view.rows.len() {
            let (buffer, _) = drawn(size, Lang::En, |canvas| draw(canvas, &view, Cursor(at)));
            assert!(lines(&buffer).concat().contains('▸'), "{size:?} {at}");
        }
    }
    cursor.step(true, 1000, &view);
    assert_eq!(cursor, Cursor(39));
    let empty = View {
        rows: Vec::new(),
        ..view
    };
    cursor.step(true, 1, &empty);
    assert_eq!((cursor, cursor.row(&empty)), (Cursor(0), None));
}

#[test]
fn a_click_picks() {
    for (size, row, expected) in [
        ((100, 30), 5, Some(2)),
        ((80, 24), 6, Some(1)),
        ((40, 12), 4, Some(1)),
    ] {
        let (_, marks) = drawn(size, Lang::En, |canvas| {
            draw(canvas, &view(Lang::En), Cursor(0));
        });
        let expected = expected.map(Command::GoTo);
        assert_eq!(marks.targets.at(5, row), expected, "{size:?}");
    }
}

#[test]
fn any_size() {
    for cursor in [0, 30, 999] {
        at_every_size(|canvas| draw(canvas, &many(canvas.say().0), Cursor(cursor)));
        at_every_size(|canvas| {
            let today = today();
            draw(
                canvas,
                &View {
                    today,
                    rows: Vec::new(),
                },
                Cursor(cursor),
            );
        });
    }
}
