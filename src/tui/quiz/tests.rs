//! The questions of a quiz as they look.

use super::testing::{Taker, paper};
use crate::quiz::{Kind, Limit};
use crate::session::Input;
use crate::text::Lang;
use crate::tui::canvas::Canvas;
use crate::tui::study::{Study, View};
use crate::tui::testing::{SIZES, at_every_size, draw as drawn, snapshot};

fn show(canvas: &mut Canvas, taker: &Taker, lang: Lang) {
    let mut study = Study::default();
    study.follow(&taker.sitting);
    let deck = match lang {
        Lang::En => "Chips",
        Lang::Ko => "칩",
    };
    let view = View::of_sitting(&taker.sitting, lang, deck, taker.day(), taker.now);
    study.draw(canvas, &view);
}

fn questions(limit: Option<Limit>) -> Taker {
    let mut taker = Taker::new(paper(
        &[
            ("text", Kind::Name),
            ("number", Kind::Figure),
            ("choice", Kind::Name),
        ],
        limit,
    ));
    taker.answers("Phoenix");
    taker
}

fn shots() -> Vec<(&'static str, Taker)> {
    let mut shots = Vec::new();
    let mut taker = questions(None);
    taker.wait(64_200);
    taker.does(Input::Edit("38만 21".to_owned()));
    shots.push(("typed", taker));

    let mut taker = questions(Some(Limit::Question(30)));
    taker.wait(20_500);
    shots.push(("little-time", taker));

    let mut taker = questions(Some(Limit::Whole(90)));
    taker.answers("38,210");
    taker.wait(30_000);
    shots.push(("choice", taker));

    let mut taker = questions(None);
    taker.wait(3_000);
    taker.does(Input::Edit("38만 2100".to_owned()));
    taker.does(Input::Accept);
    shots.push(("verdict", taker));

    let mut taker = questions(Some(Limit::Question(30)));
    taker.does(Input::Edit("3821".to_owned()));
    taker.wait(30_000);
    shots.push(("late", taker));
    shots
}

#[test]
fn looks() {
    for (shot, taker) in shots() {
        for lang in Lang::ALL {
            for size in SIZES {
                let name = format!("{shot}-{}x{}-{lang}", size.0, size.1);
                let screen = drawn(size, lang, |canvas| show(canvas, &taker, lang));
                insta::assert_snapshot!(name, snapshot(&screen));
            }
        }
    }
}

#[test]
fn any_size() {
    for (_, taker) in shots() {
        at_every_size(|canvas| {
            let lang = canvas.say().0;
            show(canvas, &taker, lang);
        });
    }
}
