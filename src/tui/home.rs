//! The home screen: what today holds, deck by deck, and what was and will be.

mod calendar;
mod table;
mod today;

use std::ops::Range;

use jiff::civil::Date as CivilDate;
use ratatui::layout::Rect;

use crate::deck::DeckId;
use crate::figure::Date;
use crate::schedule::Counts;
use crate::strings::Say;
use crate::text::markdown::{Piece, Run, Style, wrap_pieces};
use crate::tui::canvas::{Canvas, inner};
use crate::tui::hints;
use crate::tui::keys::{Command, Context};
use crate::tui::theme::Role;

/// How many days the heatmap goes back: twelve weeks.
pub const DAYS_BACK: usize = 84;
/// How many days the forecast goes forward.
pub const DAYS_AHEAD: usize = 7;
/// Wider than this the screen does not get.
const WIDEST: u16 = 108;

/// A deck's row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The deck.
    pub deck: DeckId,
    /// What it is called.
    pub title: String,
    /// What of it waits today.
    pub counts: Counts,
    /// Whether new cards wait of which today's limits let none in.
    pub held_back: bool,
    /// The share of its cards that the learner would know if all were asked
    /// now: the mean retrievability over every card in rotation, 0 for one
    /// that was never reviewed. `None` for a deck of which none was reviewed.
    pub known: Option<f32>,
    /// When its facts were true.
    pub as_of: Option<Date>,
    /// How many of its cards may no longer be true.
    pub stale: u32,
    /// Whether its file is broken, and this is what it last was.
    pub last_good: bool,
}

/// When the next card comes, once nothing is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextDue {
    /// Later today: hour and minute.
    At(i8, i8),
    /// On a later day, with how many cards by their due days: none where only
    /// what today put off comes, and that is not known yet.
    On(CivilDate, u32),
}

/// What the home screen shows.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The study day.
    pub today: CivilDate,
    /// The decks, in order.
    pub decks: Vec<Row>,
    /// What waits today in all decks.
    pub counts: Counts,
    /// Cards that came today and do not come back.
    pub done: u32,
    /// Reviews done today: a card may take several.
    pub reviews: u32,
    /// Whether there is something to undo.
    pub undo: bool,
    /// How long what waits will take.
    pub minutes: u32,
    /// Days in a row.
    pub streak: u32,
    /// Reviews a day, the last one today's; up to [`DAYS_BACK`].
    pub days: Vec<u32>,
    /// Cards due a day, the first one tomorrow's.
    pub forecast: Vec<u32>,
    /// When the next card comes.
    pub next: Option<NextDue>,
    /// What only the day's limits hold back.
    pub held_back: u32,
    /// Cards that are suspended, put off or flagged.
    pub aside: u32,
    /// Deck files with errors.
    pub broken: Vec<Broken>,
    /// Histories without a card.
    pub lost: Vec<Lost>,
    /// The day of the log's last act, where the clock says that it is yet to come.
    pub ahead: Option<CivilDate>,
    /// Whether what is known of the decks is still being summed up.
    pub unfinished: bool,
}

/// A deck file with errors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Its name.
    pub file: String,
    /// How many errors.
    pub errors: u32,
    /// Whether it can't be read at all, and is studied as it last was.
    pub last_good: bool,
}

/// A history that lost its card when a deck was edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// The card that it was of.
    pub was: String,
    /// The cards that it may be now.
    pub may_be: Vec<String>,
}

impl View {
    /// Everything that waits.
    pub fn waiting(&self) -> u32 {
        self.counts.sum()
    }

    /// What waits in the decks `only`; in all if none are named.
    pub fn waiting_in(&self, only: &[DeckId]) -> Counts {
        if only.is_empty() {
            return self.counts;
        }
        let rows = self.decks.iter().filter(|row| only.contains(&row.deck));
        rows.fold(Counts::default(), |sum, row| Counts {
            new: sum.new.saturating_add(row.counts.new),
            learning: sum.learning.saturating_add(row.counts.learning),
            due: sum.due.saturating_add(row.counts.due),
        })
    }
}

/// Where the cursor is: on today (every deck), or on a deck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor(pub usize);

impl Cursor {
    /// The deck it is on; `None` for every deck.
    pub fn deck(self, view: &View) -> Option<&Row> {
        self.0
            .checked_sub(1)
            .and_then(|index| view.decks.get(index))
    }

    /// One line up or down.
    pub fn step(&mut self, down: bool, view: &View) {
        self.0 = if down {
            (self.0 + 1).min(view.decks.len())
        } else {
            self.0.saturating_sub(1)
        };
    }
}

/// The room on the screen, and whether it is enough for some air.
struct Room {
    inner: Rect,
    airy: bool,
}

/// Draws the home screen.
pub fn draw(canvas: &mut Canvas, view: &View, cursor: Cursor) {
    let area = canvas.area();
    if area.is_empty() {
        return;
    }
    let inner = inner(area, WIDEST);
    let room = Room {
        inner,
        airy: area.height >= 18,
    };

    let mut y = u16::from(room.airy);
    if area.height >= 8 {
        masthead(canvas, view, inner, y);
        y += if room.airy { 2 } else { 1 };
    }
    y = today::draw(canvas, view, cursor, &room, y);
    y += u16::from(area.height >= 10);

    let last = area.height - 1;
    let end = if area.height >= 3 { last } else { area.height };
    let end = end.saturating_sub(u16::from(room.airy));
    below_today(canvas, view, cursor, &room, y..end);
    if area.height >= 3 {
        let line = Rect {
            y: last,
            height: 1,
            ..inner
        };
        hints::draw(canvas, line, Context::Home, |command| match command {
            Command::More => view.held_back > 0,
            Command::Aside => view.aside > 0,
            Command::Accept => view.waiting() > 0,
            Command::Undo => view.undo,
            Command::Edit => cursor.deck(view).is_some(),
            _ => true,
        });
    }
}

/// The decks, the calendar and what is wrong, in the `rows` below what today holds.
fn below_today(canvas: &mut Canvas, view: &View, cursor: Cursor, room: &Room, rows: Range<u16>) {
    // Decks first, a few of them at least; then notices, as many as fit whole;
    // what is left is for the calendar.
    let wanted = table::rows(view);
    let budget = rows
        .end
        .saturating_sub(rows.start)
        .saturating_sub(wanted.min(4));
    let notices = notices(canvas.say(), view, room.inner.width, budget);
    let foot = rows
        .end
        .saturating_sub(u16::try_from(notices.len()).unwrap_or(0));
    let above = u16::from(room.airy && !notices.is_empty());
    let left = foot.saturating_sub(rows.start + above);
    let calendar = calendar::rows(room.inner.width, left.saturating_sub(wanted + 1), view);
    let decks = Rect {
        y: rows.start,
        height: left.saturating_sub(calendar),
        ..room.inner
    };
    table::draw(canvas, decks, view, cursor);
    if calendar > 0 {
        let y = foot.saturating_sub(calendar + above);
        calendar::draw(
            canvas,
            Rect {
                y,
                height: calendar,
                ..room.inner
            },
            view,
        );
    }
    for (notice, y) in notices.iter().zip(foot..rows.end) {
        canvas.runs(room.inner.x, y, room.inner.width, notice, Role::Warn);
    }
}

/// The name, the day and the streak.
fn masthead(canvas: &mut Canvas, view: &View, inner: Rect, y: u16) {
    let say = canvas.say();
    let taken = canvas.text(inner.x, y, inner.width, "dateline", Role::Accent);
    let mut when = if inner.width >= 60 {
        say.long_date(view.today)
    } else {
        say.short_date(view.today)
    };
    if view.streak > 1 {
        when = format!("{when} · {}", say.streak(view.streak));
    }
    let room = inner.width.saturating_sub(taken + 2);
    canvas.text_right(inner.right(), y, room, &when, Role::Dim);
}

/// What is wrong with the decks, and what to do about it, wrapped: as much of
/// it as `rows` hold.
fn notices(say: Say, view: &View, width: u16, rows: u16) -> Vec<Vec<Run>> {
    let mut notices = Vec::new();
    if let Some(first) = view.broken.first() {
        let file = crate::text::truncate(&first.file, 30);
        let told = if first.last_good {
            say.last_good(&file)
        } else {
            say.problems(&file, first.errors)
        };
        notices.push((told, view.broken.len()));
    }
    if let Some(first) = view.lost.first() {
        notices.push((say.lost(&first.was, &first.may_be), view.lost.len()));
    }
    if let Some(ahead) = view.ahead {
        notices.push((say.ahead(ahead), 1));
    }
    let mut room = usize::from(rows);
    notices
        .into_iter()
        .map_while(|(told, all)| {
            let others = u32::try_from(all - 1).unwrap_or(u32::MAX);
            let more = match others {
                0 => String::new(),
                others => format!(" ({})", say.and_more(others)),
            };
            let text = format!("! {told}{more}");
            let lines = wrap_pieces(&[Piece::Literal(&text, Style::Plain)], usize::from(width));
            room = room.checked_sub(lines.len())?;
            Some(lines)
        })
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests;
