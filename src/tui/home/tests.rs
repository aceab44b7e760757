#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use jiff::civil::date;

use super::*;
use crate::text::Lang;
use crate::tui::testing::{SIZES, at_every_size, draw as drawn, lines, snapshot};

fn deck(id: &str) -> DeckId {
    serde_json::from_value(serde_json::Value::String(id.to_owned())).unwrap()
}

fn counts(new: u32, learning: u32, due: u32) -> Counts {
    Counts { new, learning, due }
}

fn row(id: &str, title: &str, counts: Counts, known: f32, as_of: Option<Date>, stale: u32) -> Row {
    Row {
        deck: deck(id),
        title: title.to_owned(),
        counts,
        held_back: false,
        known: Some(known),
        as_of,
        stale,
        last_good: false,
    }
}

fn on(year: i16, month: i8, day: i8) -> Option<Date> {
    Some(Date {
        year: Some(year),
        month: Some(month),
        day: Some(day),
    })
}

fn view(lang: Lang) -> View {
    let title = |en: &'static str, ko: &'static str| if lang == Lang::En { en } else { ko };
    View {
        today: date(2025, 2, 10),
        decks: vec![
            row(
                "deepseek-shock",
                title("The DeepSeek shock", "딥시크 쇼크"),
                counts(6, 2, 9),
                0.66,
                on(2025, 2, 9),
                0,
            ),
            row(
                "ai-terms",
                title("AI terms", "AI 용어"),
                counts(0, 0, 2),
                0.91,
                None,
                0,
            ),
            row(
                "chips",
                title("Chips and export rules", "칩과 수출 규제"),
                counts(0, 0, 0),
                0.84,
                on(2024, 12, 2),
                3,
            ),
        ],
        counts: counts(6, 2, 11),
        done: 9,
        reviews: 12,
        undo: true,
        minutes: 7,
        streak: 12,
        days: (0..84)
            .map(|day: u32| if day % 9 == 4 { 0 } else { day * 7 % 23 })
            .collect(),
        forecast: vec![14, 9, 17, 8, 0, 3, 1],
        next: None,
        held_back: 12,
        aside: 0,
        broken: Vec::new(),
        lost: Vec::new(),
        ahead: None,
        unfinished: false,
    }
}

fn done(lang: Lang) -> View {
    let mut view = view(lang);
    for row in &mut view.decks {
        row.counts = Counts::default();
    }
    view.counts = Counts::default();
    view.done = 19;
    view.reviews = 28;
    view.next = Some(NextDue::On(date(2025, 2, 12), 14));
    view
}

#[test]
fn looks() {
    for lang in Lang::ALL {
        for size in SIZES {
            let name = format!("home-{}x{}-{lang}", size.0, size.1);
            insta::assert_snapshot!(
                name,
                snapshot(&drawn(size, lang, |canvas| {
                    draw(canvas, &view(lang), Cursor(0));
                }))
            );
        }
    }
}

#[test]
fn looks_when_all_is_done_and_a_deck_is_broken() {
    for lang in Lang::ALL {
        for size in SIZES {
            let mut view = done(lang);
            view.decks[2].last_good = true;
            view.broken = vec![
                Broken {
                    file: "chips.yaml".to_owned(),
                    errors: 1,
                    last_good: true,
                },
                Broken {
                    file: "terms.yaml".to_owned(),
                    errors: 2,
                    last_good: false,
                },
            ];
            view.lost = vec![Lost {
                was: "chips/export-rule".to_owned(),
                may_be: vec!["chips/export-rules".to_owned()],
            }];
            view.ahead = Some(date(2100, 1, 1));
            let name = format!("home-done-{}x{}-{lang}", size.0, size.1);
            insta::assert_snapshot!(
                name,
                snapshot(&drawn(size, lang, |canvas| {
                    draw(canvas, &view, Cursor(2));
                }))
            );
        }
    }
}

fn new(lang: Lang) -> View {
    let mut view = view(lang);
    for row in &mut view.decks {
        row.counts = counts(10, 0, 0);
        row.known = None;
    }
    View {
        counts: counts(20, 0, 0),
        done: 0,
        reviews: 0,
        undo: false,
        streak: 0,
        days: vec![0; DAYS_BACK],
        forecast: vec![0; DAYS_AHEAD],
        ..view
    }
}

#[test]
fn looks_to_a_new_learner() {
    for lang in Lang::ALL {
        for size in SIZES {
            let name = format!("home-new-{}x{}-{lang}", size.0, size.1);
            let screen = drawn(size, lang, |canvas| draw(canvas, &new(lang), Cursor(0)));
            insta::assert_snapshot!(name, snapshot(&screen));
        }
    }
}

#[test]
fn what_comes_next() {
    let cases = [
        (NextDue::At(14, 5), "The next card comes at 14:05."),
        (
            NextDue::On(date(2025, 2, 12), 14),
            "Next: 14 cards, Wednesday 12 February.",
        ),
        (
            NextDue::On(date(2025, 2, 11), 0),
            "Next: Tuesday 11 February.",
        ),
    ];
    for (next, expected) in cases {
        let view = View {
            next: Some(next),
            ..done(Lang::En)
        };
        let (buffer, _) = drawn((80, 24), Lang::En, |canvas| draw(canvas, &view, Cursor(0)));
        let screen = lines(&buffer).join("\n");
        assert!(screen.contains(expected), "{screen}");
    }
}

#[test]
fn what_is_set_aside_is_told_by_its_key() {
    for (aside, expected) in [(0, false), (3, true)] {
        let view = View {
            aside,
            ..view(Lang::En)
        };
        let (buffer, _) = drawn((100, 30), Lang::En, |canvas| draw(canvas, &view, Cursor(0)));
        let screen = lines(&buffer).concat();
        assert_eq!(screen.contains("s set aside"), expected, "{screen}");
    }
}

#[test]
fn without_decks_it_says_how_to_get_some() {
    let mut view = done(Lang::En);
    view.decks.clear();
    let (buffer, _) = drawn((80, 24), Lang::En, |canvas| draw(canvas, &view, Cursor(0)));
    assert!(lines(&buffer).concat().contains("There are no decks here."));
}

#[test]
fn the_deck_under_the_cursor_is_always_in_sight() {
    let mut many = view(Lang::En);
    many.decks = (0..50)
        .map(|n| {
            row(
                "d",
                &format!("Deck number {n}."),
                counts(n, 0, 1),
                0.5,
                None,
                0,
            )
        })
        .collect();
    for at in 0..=50 {
        let (buffer, _) = drawn((60, 14), Lang::En, |canvas| draw(canvas, &many, Cursor(at)));
        let text = lines(&buffer).join("\n");
        let marked = text.lines().find(|line| line.trim_start().starts_with('▸'));
        let marked = marked.unwrap_or_else(|| panic!("{at}: {text}"));
        assert!(
            at == 0 || marked.contains(&format!("number {}.", at - 1)),
            "{at}: {marked}"
        );
    }
}

#[test]
fn rows_are_buttons() {
    let (buffer, marks) = drawn((100, 30), Lang::En, |canvas| {
        draw(canvas, &view(Lang::En), Cursor(0))
    });
    let y = lines(&buffer)
        .iter()
        .position(|line| line.contains("AI terms"))
        .unwrap();
    assert_eq!(
        marks.targets.at(20, u16::try_from(y).unwrap()),
        Some(Command::Pick(2))
    );
}

#[test]
fn any_size() {
    let mut broken = done(Lang::Ko);
    broken.decks[0].last_good = true;
    broken.broken = vec![Broken {
        file: "칩.yaml".to_owned(),
        errors: 1,
        last_good: false,
    }];
    let mut empty = done(Lang::En);
    empty.decks.clear();
    empty.days.clear();
    empty.forecast.clear();
    for view in [view(Lang::En), broken, empty] {
        for at in 0..4 {
            at_every_size(|canvas| draw(canvas, &view, Cursor(at)));
        }
    }
}

#[test]
fn a_deck_of_which_the_limits_let_nothing_in_says_so() {
    let mut view = view(Lang::En);
    let shown = |view: &View| {
        let (screen, _) = drawn((80, 24), Lang::En, |canvas| draw(canvas, view, Cursor(0)));
        let mut rows = lines(&screen).into_iter();
        rows.find(|line| line.contains("Mine")).unwrap()
    };
    view.decks
        .push(row("mine", "Mine", Counts::default(), 0.0, None, 0));
    assert!(!shown(&view).contains('+'));
    view.decks.last_mut().unwrap().held_back = true;
    assert!(shown(&view).contains(" + "));
}

#[test]
fn editing_is_offered_on_a_deck_only() {
    // There is room for it where little else is to be done.
    let mut view = done(Lang::En);
    view.held_back = 0;
    view.undo = false;
    let offered = |cursor: Cursor| {
        let (screen, _) = drawn((200, 24), Lang::En, |canvas| draw(canvas, &view, cursor));
        let hints = lines(&screen).pop().unwrap();
        hints.contains("edit the deck")
    };
    assert_eq!([0, 1, 3].map(|at| offered(Cursor(at))), [false, true, true]);
}
