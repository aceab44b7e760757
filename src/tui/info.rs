//! Card info: what is known of one card, laid over the study screen.

use ratatui::layout::Rect;

use crate::deck::CardId;
use crate::strings::Say;
use crate::tui::canvas::{Canvas, Marks, columns};
use crate::tui::help::more;
use crate::tui::keys::Context;
use crate::tui::sheet;
use crate::tui::study::LookedUp;
use crate::tui::theme::Role;

/// What the card info shows, as it is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// The card.
    pub card: Option<CardId>,
    /// `deck/entry`.
    pub id: String,
    /// New, learning, review, relearning; with suspended or buried behind it.
    pub state: String,
    /// Days until the chance of recall has fallen to 90 %, once reviewed.
    pub stability: Option<String>,
    /// 1 to 10, once reviewed.
    pub difficulty: Option<String>,
    /// The chance of recall now, once reviewed.
    pub retrievability: Option<String>,
    /// When it comes again.
    pub due: Option<String>,
    /// When it was reviewed last.
    pub last: Option<String>,
    /// How often it was reviewed.
    pub reviews: u32,
    /// How often it was forgotten.
    pub lapses: u32,
    /// Why it is flagged, if it is.
    pub flag: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its file, with the line of its entry.
    pub file: String,
}

fn lines(say: Say, view: &View) -> Vec<(&'static str, String)> {
    let known = |text: &Option<String>| text.clone().unwrap_or_else(|| say.not_yet().to_owned());
    let mut lines = vec![
        (say.id(), view.id.clone()),
        (say.state(), view.state.clone()),
        (say.stability(), known(&view.stability)),
        (say.difficulty(), known(&view.difficulty)),
        (say.retrievability(), known(&view.retrievability)),
        (say.next_due(), known(&view.due)),
        (say.last_review(), known(&view.last)),
        (say.reviews(), view.reviews.to_string()),
        (say.lapses(), view.lapses.to_string()),
    ];
    if let Some(why) = &view.flag {
        lines.push((say.flagged(), format!("⚑ {why}")));
    }
    if !view.tags.is_empty() {
        lines.push((say.tags(), view.tags.join(", ")));
    }
    if !view.file.is_empty() {
        lines.push((say.file(), view.file.clone()));
    }
    lines
}

/// The columns of a sheet with a card in it: a readable measure.
const MEASURE: u16 = 72;

/// Draws the card info over the screen, below the card itself where it was `looked_up`.
/// Returns how far it can be scrolled.
pub fn draw(canvas: &mut Canvas, view: &View, looked_up: Option<&LookedUp>, scroll: u16) -> u16 {
    let say = canvas.say();
    let lines = lines(say, view);
    let labels = lines
        .iter()
        .map(|(label, _)| columns(label))
        .max()
        .unwrap_or(0);
    let longest = lines
        .iter()
        .map(|(_, text)| columns(text))
        .max()
        .unwrap_or(0);
    let mut wide = labels.saturating_add(3).saturating_add(longest).min(78);
    if looked_up.is_some() {
        wide = wide.max(MEASURE);
    }
    let width = sheet::room(canvas, wide);
    let card = looked_up.map(|card| card.sheet(canvas, width));
    // A blank row below the card.
    let above = card.as_ref().map_or(0, |card| card.area().height + 1);
    let all = usize::from(above) + lines.len();
    let rows = u16::try_from(all).unwrap_or(u16::MAX);
    let area = sheet::lay(canvas, Context::Info, say.info(), wide, rows);
    let scroll = sheet::scrolled(scroll, all, area.height);
    if let Some(card) = &card {
        canvas.show(card, &Marks::default(), scroll, area);
    }
    let top = above.saturating_sub(scroll).min(area.height);
    let labels = labels.min(area.width / 2);
    let value = Rect {
        x: area.x + labels + 3,
        width: area.width.saturating_sub(labels + 3),
        ..area
    };
    for ((label, text), y) in lines
        .iter()
        .skip(usize::from(scroll.saturating_sub(above)))
        .zip(area.top() + top..area.bottom())
    {
        canvas.text(area.x, y, labels, label, Role::Dim);
        canvas.text(value.x, y, value.width, text, Role::Plain);
    }
    more(canvas, area, scroll, all);
    sheet::scrolled(u16::MAX, all, area.height)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::*;
    use crate::schedule::{CardState, Day};
    use crate::text::Lang;
    use crate::tui::testing::{SIZES, at_every_size, draw as drawn, lines as lines_of, snapshot};

    fn view(say: Say) -> View {
        View {
            card: None,
            id: "deepseek-shock/wipo-patents".to_owned(),
            state: say.state_review().to_owned(),
            stability: Some(say.days(12.4)),
            difficulty: Some("6.3".to_owned()),
            retrievability: Some(say.percent(93)),
            due: Some("2025-02-12".to_owned()),
            last: Some("2025-02-04".to_owned()),
            reviews: 7,
            lapses: 1,
            flag: Some("하나 더".to_owned()),
            tags: vec!["patents".to_owned(), "wipo".to_owned()],
            file: "decks/deepseek-shock.yaml:412".to_owned(),
        }
    }

    #[test]
    fn looks() {
        for lang in Lang::ALL {
            for size in SIZES {
                let name = format!("info-{}x{}-{lang}", size.0, size.1);
                let screen = drawn(size, lang, |canvas| {
                    draw(canvas, &view(Say(lang)), None, 0);
                });
                insta::assert_snapshot!(name, snapshot(&screen));
            }
        }
    }

    fn looked_up(card: &str, lang: Lang) -> LookedUp {
        let cards = crate::session::testing::cards();
        let found = cards.iter().find(|(name, _)| name.starts_with(card));
        LookedUp {
            card: found.expect("such a card").1.clone(),
            state: CardState::default(),
            lang,
            today: Day::of(jiff::civil::date(2025, 2, 10)),
        }
    }

    #[test]
    fn a_card_that_was_looked_up_stands_above_what_is_known_of_it() {
        for lang in Lang::ALL {
            for size in SIZES {
                for card in ["number", "gaps", "list"] {
                    let name = format!("looked-up-{card}-{}x{}-{lang}", size.0, size.1);
                    let screen = drawn(size, lang, |canvas| {
                        draw(canvas, &view(Say(lang)), Some(&looked_up(card, lang)), 0);
                    });
                    insta::assert_snapshot!(name, snapshot(&screen));
                }
            }
        }
    }

    #[test]
    fn every_card_is_shown_with_what_is_right_and_no_verdict() {
        for (name, card) in crate::session::testing::cards() {
            for lang in Lang::ALL {
                let card = LookedUp {
                    card: card.clone(),
                    ..looked_up("number", lang)
                };
                let (buffer, _) = drawn((200, 60), lang, |canvas| {
                    draw(canvas, &view(Say(lang)), Some(&card), 0);
                });
                let screen = lines_of(&buffer).join("\n");
                assert!(screen.contains("wipo-patents"), "{name}\n{screen}");
                for judged in ["✗", "≈"] {
                    assert!(!screen.contains(judged), "{name}\n{screen}");
                }
            }
        }
    }

    #[test]
    fn all_of_it_can_be_scrolled_to() {
        let size = (40, 12);
        let card = looked_up("number", Lang::En);
        let mut most = 0;
        drawn(size, Lang::En, |canvas| {
            most = draw(canvas, &view(Say(Lang::En)), Some(&card), 0);
        });
        let (buffer, _) = drawn(size, Lang::En, |canvas| {
            draw(canvas, &view(Say(Lang::En)), Some(&card), most);
        });
        let screen = lines_of(&buffer).join("\n");
        assert!(most > 5 && screen.contains("decks/deepseek"), "{screen}");
        assert!(!screen.contains('↓'), "{screen}");
    }

    #[test]
    fn any_size() {
        for scroll in [0, 2, 99] {
            at_every_size(|canvas| {
                let view = view(canvas.say());
                draw(canvas, &view, None, scroll);
                let card = looked_up("number", canvas.say().0);
                draw(canvas, &view, Some(&card), scroll);
                draw(canvas, &View::default(), None, scroll);
            });
        }
    }
}
