//! The home screen: what today holds, deck by deck, and what was and will be.

mod calendar;
mod table;

use jiff::civil::Date as CivilDate;
use ratatui::layout::Rect;

use crate::deck::DeckId;
use crate::figure::Date;
use crate::schedule::Counts;
use crate::strings::Say;
use crate::text::markdown::{Piece, Run, Style, wrap_pieces};
use crate::tui::canvas::{Canvas, columns, inner};
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

/// The room on the screen, row by row.
struct Rows {
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
    let rows = Rows {
        inner,
        airy: area.height >= 18,
    };

    let mut y = u16::from(rows.airy);
    if area.height >= 8 {
        masthead(canvas, view, inner, y);
        y += if rows.airy { 2 } else { 1 };
    }
    y = today(canvas, view, cursor, &rows, y);
    y += u16::from(area.height >= 10);

    let last = area.height - 1;
    let end = if area.height >= 3 { last } else { area.height };
    let end = end.saturating_sub(u16::from(rows.airy));
    // Decks first, a few of them at least; then notices, as many as fit whole;
    // what is left is for the calendar.
    let wanted = table::rows(view);
    let budget = end.saturating_sub(y).saturating_sub(wanted.min(4));
    let notices = notices(canvas.say(), view, inner.width, budget);
    let foot = end.saturating_sub(u16::try_from(notices.len()).unwrap_or(0));
    let above = u16::from(rows.airy && !notices.is_empty());
    let room = foot.saturating_sub(y + above);
    let calendar = calendar::rows(inner.width, room.saturating_sub(wanted + 1), view);
    let decks = Rect {
        y,
        height: room.saturating_sub(calendar),
        ..inner
    };
    table::draw(canvas, decks, view, cursor);
    if calendar > 0 {
        let y = foot.saturating_sub(calendar + above);
        calendar::draw(
            canvas,
            Rect {
                y,
                height: calendar,
                ..inner
            },
            view,
        );
    }
    for (notice, y) in notices.iter().zip(foot..end) {
        canvas.runs(inner.x, y, inner.width, notice, Role::Warn);
    }
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
            _ => true,
        });
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

/// What today holds in all decks: the first thing that the cursor is on.
fn today(canvas: &mut Canvas, view: &View, cursor: Cursor, rows: &Rows, mut y: u16) -> u16 {
    let say = canvas.say();
    let inner = rows.inner;
    let here = cursor.0 == 0;
    let top = y;
    if rows.airy {
        mark(canvas, inner, y, here);
        let role = if here { Role::Accent } else { Role::Title };
        canvas.text(
            inner.x + 2,
            y,
            inner.width.saturating_sub(2),
            say.today(),
            role,
        );
        y += 1;
    } else {
        mark(canvas, inner, y, here);
    }
    let text = Rect {
        x: inner.x + 2,
        width: inner.width.saturating_sub(2),
        ..inner
    };
    if view.waiting() == 0 {
        y = nothing_left(canvas, view, text, y, rows.airy);
    } else {
        let counts = [
            (view.counts.due, say.count_due(view.counts.due)),
            (
                view.counts.learning,
                say.count_learning(view.counts.learning),
            ),
            (view.counts.new, say.count_new(view.counts.new)),
        ];
        let mut pieces: Vec<(&str, Role)> = Vec::new();
        for (_, said) in counts.iter().filter(|(count, _)| *count > 0) {
            if !pieces.is_empty() {
                pieces.push((" · ", Role::Dim));
            }
            pieces.push((said, Role::Title));
        }
        let taken = canvas.pieces(text.x, y, text.width, &pieces);
        let minutes = say.about_minutes(view.minutes);
        if columns(&minutes) + 2 <= text.width.saturating_sub(taken) {
            canvas.text_right(text.right(), y, columns(&minutes), &minutes, Role::Dim);
        }
        y += 1;
        progress(canvas, view, text, y);
        y += 1;
    }
    canvas.click(
        Rect {
            y: top,
            height: y.saturating_sub(top),
            ..inner
        },
        Command::Pick(0),
    );
    y
}

/// How much of today is done.
fn progress(canvas: &mut Canvas, view: &View, text: Rect, y: u16) {
    let whole = view.done.saturating_add(view.waiting());
    let done = if text.width >= 50 {
        canvas.say().done_of(view.done, whole)
    } else {
        format!("{}/{whole}", view.done)
    };
    let room = text.width.saturating_sub(columns(&done)).saturating_sub(2);
    canvas.text_right(text.right(), y, columns(&done), &done, Role::Dim);
    let place = Rect {
        y,
        width: room,
        height: 1,
        ..text
    };
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    canvas.track(place, count(view.done), count(whole));
}

/// Nothing waits: what was done, and when something comes again.
fn nothing_left(canvas: &mut Canvas, view: &View, text: Rect, mut y: u16, airy: bool) -> u16 {
    let say = canvas.say();
    if view.decks.is_empty() {
        for line in crate::text::markdown::wrap(say.no_decks(), usize::from(text.width.min(72))) {
            canvas.runs(text.x, y, text.width, &line, Role::Plain);
            y += 1;
        }
        return y;
    }
    let reviews = if view.reviews > 0 {
        say.reviewed(view.reviews)
    } else {
        String::new()
    };
    let headline = format!("✓ {}", say.all_done());
    let taken = canvas.text(text.x, y, text.width, &headline, Role::Good);
    let room = text.width.saturating_sub(taken + 2);
    if columns(&reviews) <= room {
        canvas.text(text.x + taken + 2, y, room, &reviews, Role::Dim);
    }
    y += 1;
    if let Some(next) = view.next {
        let told = |day: fn(Say, CivilDate) -> String| match next {
            NextDue::At(hour, minute) => say.next_at(&format!("{hour}:{minute:02}")),
            NextDue::On(date, 0) => say.next_day(&day(say, date)),
            NextDue::On(date, count) => say.next_cards(count, &day(say, date)),
        };
        let mut next = told(Say::day_and_weekday);
        if columns(&next) > text.width {
            next = told(Say::short_date);
        }
        canvas.text(text.x, y, text.width, &next, Role::Plain);
        y += 1;
    }
    if view.held_back > 0 && airy {
        canvas.text(
            text.x,
            y,
            text.width,
            &say.held_back(view.held_back),
            Role::Dim,
        );
        y += 1;
    }
    y
}

/// Shows that enter takes this line.
fn mark(canvas: &mut Canvas, inner: Rect, y: u16, here: bool) {
    if here {
        canvas.text(inner.x, y, inner.width.min(1), "▸", Role::Accent);
    }
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
