//! The screen around a card: the line that tells where one is, the keys, and
//! as much of the page between them as there is room for.

use ratatui::layout::Rect;

use crate::session::Move;
use crate::tui::canvas::Canvas;
use crate::tui::canvas::{inner, margin};
use crate::tui::field::Field;
use crate::tui::hints;
use crate::tui::keys::Command;
use crate::tui::study::page::{Keep, Page};
use crate::tui::study::{Face, View, head, ratings};
use crate::tui::theme::Role;

/// The measure of what is to be read.
const MEASURE: u16 = 72;

/// Where the parts of the screen stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    head: Option<Rect>,
    body: Rect,
    ratings: Option<Rect>,
    hints: Option<Rect>,
    keep: Keep,
}

/// How far a page is scrolled, and how far it could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scrolled {
    /// The first row that is shown.
    pub top: u16,
    /// The furthest that `top` can be.
    pub most: u16,
    /// Rows that are shown at once.
    pub rows: u16,
}

/// The columns that the card's text takes in a window.
pub fn column(area: Rect) -> Rect {
    inner(area, MEASURE)
}

impl Frame {
    /// Finds room in `area` for `page` and for the rating keys, which want
    /// `keys` rows. What is least missed goes first: air, then what may be
    /// overlooked, the keys' second row and the line above; in a window that is
    /// lower still the hints. The rest is scrolled.
    pub fn find(area: Rect, page: &Page, keys: u16) -> Frame {
        let one = keys.min(1);
        let plans = [
            // Rows for the head, the keys and the hints; what is kept.
            (2, keys, 2, Keep::Air),
            (1, keys, 1, Keep::Air),
            (1, keys, 1, Keep::Aside),
            (1, keys, 1, Keep::Always),
            (1, one, 1, Keep::Always),
            (0, one, 1, Keep::Always),
            (0, one, 0, Keep::Always),
        ];
        // A window of some height keeps its lines: there is room to scroll in.
        let last = match area.height {
            16.. => 4,
            6.. => 5,
            _ => 6,
        };
        let room = |(head, keys, hints, _): &(u16, u16, u16, Keep)| {
            area.height.saturating_sub(head + keys + hints)
        };
        let fits = plans
            .iter()
            .take(last)
            .find(|plan| page.rows(plan.3) <= room(plan));
        let plan = fits.or(plans.get(last)).copied();
        let plan = plan.unwrap_or((0, 0, 0, Keep::Always));
        let (head, keys, hints, keep) = plan;
        let column = column(area);
        let margin = margin(area.width);
        let whole = |y: u16| Rect {
            x: area.x + margin,
            y,
            width: area.width.saturating_sub(2 * margin),
            height: 1,
        };
        // The keys' digits stand below the text, their brackets beside it; to
        // the right there is room beyond the measure.
        let left = column.x.saturating_sub(1).max(area.x);
        let keys = Rect {
            x: left,
            y: area.bottom().saturating_sub(hints + keys).max(area.y),
            width: area.right().saturating_sub(margin).saturating_sub(left),
            height: keys.min(area.height),
        };
        Frame {
            // A row of air stands above where there is some to spare.
            head: (head > 0).then(|| whole(area.y + u16::from(head > 1 && area.height >= 24))),
            body: Rect {
                y: area.y + head.min(area.height),
                height: room(&plan),
                ..column
            },
            ratings: (keys.height > 0).then_some(keys),
            hints: (hints > 0 && area.height > 0).then(|| whole(area.bottom() - 1)),
            keep,
        }
    }
}

/// Draws a card's page and what surrounds it. `scroll` is how far the learner
/// scrolled; `None` follows the cursor. Returns how far it is scrolled now.
pub fn draw(
    canvas: &mut Canvas,
    view: &View,
    page: &Page,
    field: &Field,
    scroll: Option<u16>,
) -> Scrolled {
    let area = canvas.area();
    if area.is_empty() {
        return Scrolled::default();
    }
    let answered = view.answered;
    let say = canvas.say();
    let keys = answered.map_or(0, |answered| {
        ratings::rows(say, column(area).width, answered)
    });
    let frame = Frame::find(area, page, keys);
    if let Some(row) = frame.head {
        head::draw(canvas, row, view);
    }
    let scrolled = body(canvas, frame, page, field, scroll);
    let said = match (frame.ratings, answered) {
        (Some(row), Some(answered)) => ratings::draw(canvas, row, answered),
        _ => false,
    };
    if let Some(row) = frame.hints {
        hints::draw(canvas, row, view.scene.context(), |command| {
            useful(view, command) && !(said && command == Command::Accept)
        });
    }
    scrolled
}

fn body(
    canvas: &mut Canvas,
    frame: Frame,
    page: &Page,
    field: &Field,
    scroll: Option<u16>,
) -> Scrolled {
    let body = frame.body;
    let rows = page.rows(frame.keep);
    let most = rows.saturating_sub(body.height);
    let top = match (scroll, page.focus(frame.keep)) {
        (Some(top), _) => top,
        // The cursor's rows are in view: the last of them, or the first where
        // they are more than fit.
        (None, Some((first, end))) => end.saturating_sub(body.height).min(first),
        (None, None) => 0,
    }
    .min(most);
    // The question begins where it begins on every card, as long as it fits.
    let spare = body.height.saturating_sub(rows);
    let above = (body.height / 8).min(spare / 2);
    let shown = Rect {
        y: body.y + above,
        height: body.height - above,
        ..body
    };
    let (sheet, marks) = page.sheet(frame.keep, field, canvas);
    canvas.show(&sheet, &marks, top, shown);
    more(canvas, body, top, most);
    Scrolled {
        top,
        most,
        rows: body.height,
    }
}

/// Marks beside a page that there is more above or below.
pub fn more(canvas: &mut Canvas, body: Rect, top: u16, most: u16) {
    if body.is_empty() {
        return;
    }
    let x = body.right().min(canvas.area().right().saturating_sub(1));
    let mut mark = |y: u16, text: &str, direction: Move| {
        canvas.text(x, y, 1, text, Role::Accent);
        canvas.click(Rect::new(x, y, 1, 1), Command::Page(direction));
    };
    if top > 0 {
        mark(body.top(), "▲", Move::Up);
    }
    if top < most {
        mark(body.bottom() - 1, "▼", Move::Down);
    }
}

/// Whether a command means something to the card on the screen.
fn useful(view: &View, command: Command) -> bool {
    let Some(card) = view.scene.card() else {
        return true;
    };
    match command {
        Command::Hint => {
            let shown = matches!(view.scene.face, Some(Face::Question(asking)) if asking.hint);
            card.hint.is_some() && !shown
        }
        Command::Peek => card.question.iter().count() > 1,
        Command::Open => card.dateline.url.is_some(),
        Command::Undo => view.undo,
        _ => true,
    }
}
