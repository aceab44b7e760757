#![allow(clippy::unwrap_used)]

use uuid::Uuid;

use super::*;
use crate::quiz::{Kind, Limit, Sitting};
use crate::schedule::EventId;
use crate::session::Input;
use crate::tui::quiz::testing::{Taker, paper};
use crate::tui::testing::{SIZES, at_every_size, draw as drawn, lines, snapshot};

const ALL: &[(&str, Kind)] = &[
    ("text", Kind::Name),
    ("number", Kind::Figure),
    ("date", Kind::Date),
    ("choice", Kind::Name),
    ("claim", Kind::Figure),
    ("list", Kind::List),
];

fn view(sitting: &Sitting, earlier: &[u32], lang: Lang) -> View {
    let of = |right: u32| Try {
        quiz: EventId(Uuid::nil()),
        right,
        questions: 6,
    };
    let mut tries: Vec<Try> = earlier.iter().copied().map(of).collect();
    tries.push(of(sitting.score().all.right));
    let title = match lang {
        Lang::En => "Chips",
        Lang::Ko => "칩",
    };
    let mut score = sitting.score();
    let share = |right, of| Share { right, of };
    score.tags = vec![
        ("china".to_owned(), share(3, 4)),
        ("수출 규제".to_owned(), share(0, 2)),
    ];
    View {
        added: false,
        title: title.to_owned(),
        paper: sitting.paper().clone(),
        score,
        tries,
        lang,
        scroll: 0,
        drawn: Cell::default(),
    }
}

/// Some right, some wrong, some not reached.
fn taken(limit: Option<Limit>) -> Taker {
    let mut taker = Taker::new(paper(ALL, limit));
    for answer in ["Phoenix", "382,100", "2025-01-21", "1", "50,000"] {
        taker.answers(answer);
    }
    taker.answers("");
    taker
}

fn all_right() -> Taker {
    let mut taker = Taker::new(paper(ALL.get(..3).unwrap(), None));
    for answer in ["Phoenix", "38,210", "2025-01-20"] {
        taker.answers(answer);
    }
    taker
}

#[test]
fn looks() {
    for lang in Lang::ALL {
        for size in SIZES {
            let name = format!("end-{}x{}-{lang}", size.0, size.1);
            let view = view(&taken(None).sitting, &[1, 3, 2, 4], lang);
            let screen = drawn(size, lang, |canvas| view.draw(canvas));
            insta::assert_snapshot!(name, snapshot(&screen));
        }
        let name = format!("end-all-right-80x24-{lang}");
        let view = view(&all_right().sitting, &[], lang);
        let screen = drawn((80, 24), lang, |canvas| view.draw(canvas));
        insta::assert_snapshot!(name, snapshot(&screen));
    }
}

#[test]
fn what_time_did_not_reach_is_a_miss() {
    let taker = taken(Some(Limit::Whole(30)));
    let view = view(&taker.sitting, &[], Lang::En);
    let (buffer, _) = drawn((100, 60), Lang::En, |canvas| view.draw(canvas));
    let text = lines(&buffer).join("\n");
    assert_eq!(text.matches("not reached").count(), 2, "{text}");
}

#[test]
fn misses_scroll_into_view_and_no_further() {
    let mut view = view(&taken(None).sitting, &[2], Lang::En);
    let shown = |view: &View| {
        let (buffer, _) = drawn((60, 14), Lang::En, |canvas| view.draw(canvas));
        lines(&buffer).join("\n")
    };
    assert!(shown(&view).contains("2 of 6"));
    for _ in 0..50 {
        view.scroll(Move::Down, false);
        shown(&view);
    }
    let last = shown(&view);
    assert!(
        last.contains("Name two foundries") && last.contains("TSMC"),
        "{last}"
    );
    view.scroll(Move::Up, true);
    assert_ne!(shown(&view), last);
    for _ in 0..9 {
        view.scroll(Move::Up, true);
        shown(&view);
    }
    assert!(shown(&view).contains("2 of 6"));
}

#[test]
fn what_is_typed_is_safe() {
    let mut taker = Taker::new(paper(ALL.get(..1).unwrap(), None));
    taker.does(Input::Edit("a\u{1b}[31m*b*\u{202e}".to_owned()));
    taker.does(Input::Accept);
    taker.does(Input::Accept);
    let view = view(&taker.sitting, &[], Lang::En);
    let (buffer, _) = drawn((80, 24), Lang::En, |canvas| view.draw(canvas));
    let text = lines(&buffer).join("\n");
    assert!(!text.contains(['\u{1b}', '\u{202e}']));
    assert!(text.contains("*b*"), "{text}");
}

#[test]
fn any_size() {
    for taker in [taken(None), all_right()] {
        for scroll in [0, 3, 1000] {
            at_every_size(|canvas| {
                let lang = canvas.say().0;
                let mut view = view(&taker.sitting, &[1, 2, 3], lang);
                view.scroll = scroll;
                view.draw(canvas);
            });
        }
    }
}
