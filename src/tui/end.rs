//! The end of a session: how many, how well, how long, and what comes tomorrow.

use ratatui::layout::Rect;

use crate::answer::Rating;
use crate::session::{Ending, Tally};
use crate::strings::{Say, grouped};
use crate::tui::canvas::{Canvas, columns, margin};
use crate::tui::chart::{self, Bar};
use crate::tui::hints;
use crate::tui::keys::{Command, Context, Key, key_of};
use crate::tui::theme::Role;

/// The measure of what is to be read.
const MEASURE: u16 = 64;

/// A bar of this many ratings is long.
const FEW: f64 = 10.0;

/// What the end of a session shows.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// How it ended.
    pub ending: Ending,
    /// What it came to.
    pub tally: Tally,
    /// How long it took, in seconds.
    pub seconds: i64,
    /// When a card in its steps comes back, as a time of day.
    pub back_at: Option<String>,
    /// Cards that still wait today within its limits, those that come by their time
    /// left out where that is told.
    pub left: u32,
    /// Cards due tomorrow.
    pub tomorrow: u32,
    /// What only the day's limits hold back.
    pub held_back: u32,
    /// Days in a row.
    pub streak: u32,
    /// Whether there is something to undo.
    pub undo: bool,
}

/// Draws the end of a session.
pub fn draw(canvas: &mut Canvas, view: &View) {
    let all = canvas.area();
    if all.is_empty() {
        return;
    }
    let say = canvas.say();
    let margin = margin(all.width);
    let width = all.width.saturating_sub(2 * margin).min(MEASURE);
    let x = (all.width - width) / 2;
    let last = if all.height >= 3 {
        all.height - 1
    } else {
        all.height
    };

    let blocks = blocks(say, view);
    let rows: u16 = blocks.iter().map(|block| block.rows(width)).sum();
    let gaps = u16::try_from(blocks.len()).unwrap_or(0).saturating_sub(1);
    let airy = rows + gaps <= last;
    let taken = rows + if airy { gaps } else { 0 };
    let mut y = last.saturating_sub(taken) / 3;
    for block in &blocks {
        if y >= last {
            break;
        }
        let room = Rect {
            x,
            y,
            width,
            height: (last - y).min(block.rows(width)),
        };
        block.draw(canvas, room);
        y = y
            .saturating_add(block.rows(width))
            .saturating_add(u16::from(airy));
    }
    if all.height >= 3 {
        let line = Rect {
            x: margin,
            y: last,
            width: all.width.saturating_sub(2 * margin),
            height: 1,
        };
        hints::draw(canvas, line, Context::End, |command| match command {
            Command::More => view.held_back > 0 || view.left > 0,
            Command::Undo => view.undo,
            _ => true,
        });
    }
}

/// A part of the screen that is set apart from the next.
enum Block {
    Line(String, Role),
    /// A number and what it counts, on one line after another.
    Sums(Vec<(String, String, Role)>),
    Bars(Vec<Bar>),
}

impl Block {
    fn rows(&self, width: u16) -> u16 {
        match self {
            Block::Line(..) => 1,
            Block::Sums(sums) => u16::try_from(sums.len()).unwrap_or(u16::MAX),
            Block::Bars(bars) => chart::rows(bars, width),
        }
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect) {
        match self {
            Block::Line(text, role) => {
                canvas.text(area.x, area.y, area.width, text, *role);
            }
            Block::Sums(sums) => {
                let widest = sums
                    .iter()
                    .map(|(label, ..)| columns(label))
                    .max()
                    .unwrap_or(0);
                for ((label, sum, role), y) in sums.iter().zip(area.top()..area.bottom()) {
                    canvas.text(area.x, y, area.width.min(widest), label, Role::Dim);
                    let x = area.x + widest + 2;
                    canvas.text(x, y, area.right().saturating_sub(x), sum, *role);
                }
            }
            Block::Bars(bars) => chart::draw_scaled(canvas, area.x, area.y, area.width, bars, FEW),
        }
    }
}

fn blocks(say: Say, view: &View) -> Vec<Block> {
    let (mark, title, role) = match view.ending {
        // It was to be so many cards: those are done, not today.
        Ending::Done | Ending::Later(_) if view.left > 0 => ("", say.session_left(), Role::Accent),
        Ending::Done | Ending::Later(_) => ("✓ ", say.session_done(), Role::Good),
        Ending::TimeUp => ("", say.session_time_up(), Role::Accent),
        Ending::Left => ("", say.session_left(), Role::Accent),
    };
    let done = view.tally.done();
    let mut blocks = vec![Block::Line(format!("{mark}{title}"), role)];
    if done == 0 {
        blocks.push(Block::Line(say.nothing_done().to_owned(), Role::Plain));
    } else {
        let mut sums = vec![(
            say.reviews_done().to_owned(),
            say.reviews_in(done, view.tally.new, &say.duration(view.seconds)),
            Role::Title,
        )];
        let (asked, recalled) = view.tally.recalled;
        if asked > 0 {
            let percent = u64::from(recalled) * 100 / u64::from(asked);
            let sum = format!("{}   {recalled} / {asked}", say.percent(percent));
            sums.push((say.remembered().to_owned(), sum, Role::Title));
        }
        if view.streak > 1 {
            sums.push((
                say.streak_label().to_owned(),
                say.days_in_a_row(view.streak),
                Role::Title,
            ));
        }
        blocks.push(Block::Sums(sums));
        blocks.push(Block::Bars(ratings(say, &view.tally)));
    }
    let key = key_of(Context::End, Command::More).map(Key::name);
    let more = format!("({}: {})", key.unwrap_or_default(), say.more_today());
    let mut ahead = Vec::new();
    if view.left > 0 {
        let waiting = say.still_waiting(view.left);
        ahead.push((
            say.today().to_owned(),
            format!("{waiting} {more}"),
            Role::Plain,
        ));
    } else if let Some(time) = &view.back_at {
        ahead.push((say.today().to_owned(), say.next_at(time), Role::Plain));
    }
    ahead.push((
        say.tomorrow().to_owned(),
        say.count_cards(view.tomorrow),
        Role::Plain,
    ));
    if view.held_back > 0 {
        let mut cards = say.count_held(view.held_back);
        // The key brings first what waits within the limits.
        if view.left == 0 {
            cards = format!("{cards} {more}");
        }
        ahead.push((say.limits().to_owned(), cards, Role::Plain));
    }
    blocks.push(Block::Sums(ahead));
    blocks
}

fn ratings(say: Say, tally: &Tally) -> Vec<Bar> {
    let roles = [Role::Bad, Role::Warn, Role::Good, Role::Accent];
    Rating::ALL
        .into_iter()
        .zip(tally.ratings)
        .zip(roles)
        .map(|((rating, count), role)| Bar {
            label: say.rating(rating).to_owned(),
            value: f64::from(count),
            number: grouped(u64::from(count)),
            role,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::Timestamp;

    use super::*;
    use crate::text::Lang;
    use crate::tui::testing::{SIZES, at_every_size, draw as drawn, snapshot};

    fn view() -> View {
        let mut tally = Tally::new(Timestamp::UNIX_EPOCH);
        tally.ratings = [3, 2, 11, 4];
        tally.new = 6;
        tally.recalled = (10, 9);
        View {
            ending: Ending::Done,
            tally,
            seconds: 252,
            back_at: None,
            left: 0,
            tomorrow: 14,
            held_back: 12,
            streak: 13,
            undo: true,
        }
    }

    #[test]
    fn looks() {
        for lang in Lang::ALL {
            for size in SIZES {
                let name = format!("end-{}x{}-{lang}", size.0, size.1);
                insta::assert_snapshot!(name, snapshot(&drawn(size, lang, |c| draw(c, &view()))));
            }
        }
    }

    #[test]
    fn looks_when_left_at_once() {
        let mut view = view();
        view.ending = Ending::Left;
        view.tally = Tally::new(Timestamp::UNIX_EPOCH);
        view.left = 19;
        view.undo = false;
        view.held_back = 0;
        for lang in Lang::ALL {
            let name = format!("end-left-80x24-{lang}");
            insta::assert_snapshot!(name, snapshot(&drawn((80, 24), lang, |c| draw(c, &view))));
        }
    }

    #[test]
    fn any_size() {
        at_every_size(|canvas| draw(canvas, &view()));
    }
}
