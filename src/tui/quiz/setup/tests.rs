#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::tui::testing::{SIZES, at_every_size, draw as drawn, lines, snapshot};

fn brief() -> Brief {
    Brief {
        decks: vec!["ai-terms".parse().unwrap()],
        tags: Vec::new(),
        kinds: vec![Kind::Figure, Kind::Date],
        number: 20,
        limit: Some(Limit::Question(30)),
        seed: 4711,
        count_reviews: false,
    }
}

fn decks() -> Vec<(DeckId, String)> {
    let named = [
        ("deepseek-shock", "The DeepSeek shock"),
        ("ai-terms", "AI 용어"),
        ("chips", "Chips and export rules"),
    ];
    let named = named.into_iter();
    named
        .map(|(id, title)| (id.parse().unwrap(), title.to_owned()))
        .collect()
}

fn setup(brief: &Brief) -> Setup {
    let tags = [
        "funding",
        "china",
        "hardware",
        "benchmark",
        "korea",
        "policy",
    ];
    let mut setup = Setup::new(brief, decks(), tags.map(str::to_owned).to_vec());
    setup.questions = Some(20);
    setup
}

/// Does what keys do: arrows, space, digits, `<` for backspace.
fn does(setup: &mut Setup, keys: &str) {
    for key in keys.chars() {
        setup.take(match key {
            '←' => Command::Move(Move::Left),
            '→' => Command::Move(Move::Right),
            '↑' => Command::Move(Move::Up),
            '↓' => Command::Move(Move::Down),
            ' ' => Command::Toggle,
            '<' => Command::TakeBack,
            digit => {
                let digit = usize::try_from(digit.to_digit(10).unwrap()).unwrap();
                Command::Pick((digit + 9) % 10)
            }
        });
    }
}

/// From the deck that was chosen down to a line, as keys.
fn at(item: Item) -> Setup {
    let mut setup = setup(&brief());
    setup.drawn.set((76, Say(Lang::En)));
    let items = setup.items();
    setup.cursor = items.iter().position(|other| *other == item).unwrap();
    setup
}

#[test]
fn what_was_wanted_is_what_is_shown() {
    for limit in [None, Some(Limit::Question(45)), Some(Limit::Whole(600))] {
        let brief = Brief {
            limit,
            tags: vec!["china".to_owned()],
            seed: u64::MAX,
            count_reviews: true,
            ..brief()
        };
        assert_eq!(setup(&brief).brief(), brief);
    }
    // A part of a minute is a minute.
    let brief = Brief {
        limit: Some(Limit::Whole(90)),
        ..brief()
    };
    assert_eq!(setup(&brief).brief().limit, Some(Limit::Whole(120)));
}

#[test]
fn keys_and_what_they_choose() {
    type Case = (Item, &'static str, fn(&mut Brief));
    let cases: &[Case] = &[
        (Item::Deck(Some(1)), " ", |brief| brief.decks.clear()),
        (Item::Deck(Some(1)), "← ", |brief| {
            brief.decks.insert(0, "deepseek-shock".parse().unwrap());
        }),
        // At the end of a line it stays.
        (Item::Deck(Some(1)), "→→→ ", |brief| {
            brief.decks.push("chips".parse().unwrap());
        }),
        (Item::Deck(Some(1)), "←← ", |brief| brief.decks.clear()),
        (Item::Tag(Some(1)), " ", |brief| {
            brief.tags.push("china".to_owned())
        }),
        (Item::Kind(None), " ", |brief| brief.kinds.clear()),
        (Item::Kind(Some(1)), " ", |brief| {
            brief.kinds = vec![Kind::Figure]
        }),
        (Item::Number, "→", |brief| brief.number = 25),
        (Item::Number, "←", |brief| brief.number = 15),
        (Item::Number, "105", |brief| brief.number = 105),
        (Item::Number, "1050", |brief| brief.number = 105),
        (Item::Number, "<", |brief| brief.number = 2),
        (Item::Number, "<<", |brief| brief.number = 1),
        (Item::Number, " ", |_| {}),
        (Item::Limit, " ", |brief| {
            brief.limit = Some(Limit::Whole(600))
        }),
        (Item::Limit, "→→", |brief| brief.limit = None),
        (Item::Limit, "←", |brief| brief.limit = None),
        (Item::Time, "→", |brief| {
            brief.limit = Some(Limit::Question(35))
        }),
        (Item::Limit, "↓→", |brief| {
            brief.limit = Some(Limit::Question(35));
        }),
        (Item::Limit, "→↓15", |brief| {
            brief.limit = Some(Limit::Whole(900));
        }),
        (Item::Seed, "7", |brief| brief.seed = 7),
        (Item::Seed, "→", |brief| brief.seed = 4712),
        (Item::Reviews, " ", |brief| brief.count_reviews = true),
        // To the line above and back.
        (Item::Seed, "↑↓9", |brief| brief.seed = 9),
    ];
    for (item, keys, change) in cases {
        let mut setup = at(*item);
        does(&mut setup, keys);
        let mut expected = brief();
        change(&mut expected);
        assert_eq!(setup.brief(), expected, "{item:?} {keys:?}");
    }
}

#[test]
fn arrows_go_where_one_sees_them_go() {
    for lang in Lang::ALL {
        for size in SIZES {
            let mut setup = setup(&brief());
            setup.cursor = 0;
            let mut lines = Vec::new();
            loop {
                drawn(size, lang, |canvas| setup.draw(canvas));
                let (width, say) = setup.drawn.get();
                let line = draw::lay(&setup, say, width, false).0[setup.cursor].line;
                if lines.last() == Some(&line) {
                    break;
                }
                lines.push(line);
                does(&mut setup, "↓");
            }
            // Every line once, from the first to the last.
            let mut sorted = lines.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(lines, sorted);
            assert_eq!(setup.item(), Item::Reviews);
        }
    }
}

#[test]
fn arrows_reach_everything() {
    for size in SIZES {
        let mut reached = vec![0];
        let mut next = 0;
        while let Some(from) = reached.get(next).copied() {
            next += 1;
            for key in ["←", "→", "↑", "↓"] {
                let mut setup = setup(&brief());
                drawn(size, Lang::En, |canvas| setup.draw(canvas));
                setup.cursor = from;
                let limited = setup.limited;
                does(&mut setup, key);
                if setup.limited == limited && !reached.contains(&setup.cursor) {
                    reached.push(setup.cursor);
                }
            }
        }
        assert_eq!(reached.len(), setup(&brief()).items().len(), "{size:?}");
    }
}

#[test]
fn the_cursor_is_always_in_view() {
    for size in [(100, 30), (40, 12), (40, 5), (24, 4), (30, 3), (50, 2)] {
        let mut setup = setup(&brief());
        for cursor in 0..setup.items().len() {
            setup.cursor = cursor;
            let (buffer, _) = drawn(size, Lang::En, |canvas| setup.draw(canvas));
            let selected = crate::tui::theme::Theme::new(
                crate::tui::theme::Depth::True,
                crate::tui::theme::Tone::Dark,
            )
            .style(crate::tui::theme::Role::Selected)
            .bg;
            let seen = buffer
                .content()
                .iter()
                .any(|cell| Some(cell.bg) == selected);
            assert!(seen, "{size:?} {cursor}\n{}", lines(&buffer).join("\n"));
        }
    }
}

#[test]
fn a_click_ticks() {
    let mut setup = setup(&brief());
    let (_, marks) = drawn((80, 24), Lang::En, |canvas| setup.draw(canvas));
    let click = marks
        .targets
        .iter()
        .find(|(_, command)| *command == Command::GoTo(3))
        .unwrap();
    setup.take(click.1);
    assert_eq!(setup.brief().decks.len(), 2);
}

#[test]
fn a_click_on_an_arrow_steps() {
    let mut setup = at(Item::Number);
    for (direction, number) in [(Move::Right, 25), (Move::Left, 20)] {
        let (_, marks) = drawn((80, 24), Lang::En, |canvas| setup.draw(canvas));
        let (spot, _) = marks
            .targets
            .iter()
            .find(|(_, command)| *command == Command::Move(direction))
            .unwrap();
        setup.take(marks.targets.at(spot.x, spot.y).unwrap());
        assert_eq!(setup.brief().number, number);
    }
}

#[test]
fn looks() {
    for lang in Lang::ALL {
        for size in SIZES {
            let name = format!("setup-{}x{}-{lang}", size.0, size.1);
            let screen = drawn(size, lang, |canvas| setup(&brief()).draw(canvas));
            insta::assert_snapshot!(name, snapshot(&screen));
            let name = format!("setup-few-{}x{}-{lang}", size.0, size.1);
            let screen = drawn(size, lang, |canvas| {
                let mut setup = at(Item::Number);
                does(&mut setup, "40");
                setup.questions = Some(14);
                setup.ends_another = true;
                setup.draw(canvas);
            });
            insta::assert_snapshot!(name, snapshot(&screen));
        }
    }
}

#[test]
fn any_size() {
    for questions in [None, Some(0), Some(20)] {
        for cursor in [0, 9, 30] {
            at_every_size(|canvas| {
                let mut setup = setup(&brief());
                setup.questions = questions;
                setup.cursor = cursor;
                setup.draw(canvas);
                does(&mut setup, "↓↑→← 5<");
            });
        }
    }
}
