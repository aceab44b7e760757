//! Card info: what is known of one card, laid over the study screen.

use ratatui::layout::Rect;

use crate::deck::CardId;
use crate::strings::Say;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::help::more;
use crate::tui::keys::Context;
use crate::tui::sheet;
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

/// How many lines it has, to know how far it scrolls.
pub fn rows(say: Say, view: &View) -> usize {
    lines(say, view).len()
}

/// Draws the card info over the screen.
pub fn draw(canvas: &mut Canvas, view: &View, scroll: u16) {
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
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let wide = labels.saturating_add(3).saturating_add(longest).min(78);
    let area = sheet::lay(canvas, Context::Info, say.info(), wide, rows);
    let scroll = sheet::scrolled(scroll, lines.len(), area.height);
    let labels = labels.min(area.width / 2);
    let value = Rect {
        x: area.x + labels + 3,
        width: area.width.saturating_sub(labels + 3),
        ..area
    };
    for ((label, text), y) in lines
        .iter()
        .skip(usize::from(scroll))
        .zip(area.top()..area.bottom())
    {
        canvas.text(area.x, y, labels, label, Role::Dim);
        canvas.text(value.x, y, value.width, text, Role::Plain);
    }
    more(canvas, area, scroll, lines.len());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::tui::testing::{SIZES, at_every_size, draw as drawn, snapshot};

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
                let screen = drawn(size, lang, |canvas| draw(canvas, &view(Say(lang)), 0));
                insta::assert_snapshot!(name, snapshot(&screen));
            }
        }
    }

    #[test]
    fn any_size() {
        for scroll in [0, 2, 99] {
            at_every_size(|canvas| draw(canvas, &view(canvas.say()), scroll));
            at_every_size(|canvas| draw(canvas, &View::default(), scroll));
        }
    }
}
