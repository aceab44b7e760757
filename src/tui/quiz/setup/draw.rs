//! How the setup of a quiz is laid out and drawn.

use ratatui::layout::Rect;

use super::{Item, Limited, Section, Setup};
use crate::session::Move;
use crate::strings::Say;
use crate::text::truncate;
use crate::tui::canvas::inner;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::hints;
use crate::tui::keys::{Command, Context};
use crate::tui::theme::Role;

/// Wider than this the screen does not get.
const WIDEST: u16 = 108;
/// Between two items on a line.
const GAP: u16 = 3;
/// Narrower than this labels stand above what they label.
const BESIDE: u16 = 52;

/// Where an item stands, from the upper left corner of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: u16,
    pub(super) x: u16,
    width: u16,
}

/// A label and where it stands.
type Label = (Section, u16);

/// Where every item stands in a width, and every label; with a blank line
/// between what has a label each, if `air` is wanted.
pub(super) fn lay(setup: &Setup, say: Say, width: u16, air: bool) -> (Vec<Place>, Vec<Label>) {
    let beside = width >= BESIDE;
    // The last columns are for the arrows that say that there is more.
    let width = width.saturating_sub(2);
    let lead = if beside { label_columns(say) + 3 } else { 2 };
    let mut places = Vec::new();
    let mut labels: Vec<Label> = Vec::new();
    let mut line: u16 = 0;
    let mut x = lead;
    for item in setup.items() {
        let section = item.section();
        let taken = columns(&text(setup, say, item)).min(width.saturating_sub(lead));
        match labels.last() {
            Some((last, _)) if *last == section => {
                // Left and right change the limit, so its length is below it.
                let full = x > lead && x.saturating_add(taken) > width;
                if full || item == Item::Time {
                    line = line.saturating_add(1);
                    x = lead;
                }
            }
            last => {
                if last.is_some() {
                    line = line.saturating_add(1 + u16::from(air));
                }
                labels.push((section, line));
                line = line.saturating_add(u16::from(!beside));
                x = lead;
            }
        }
        places.push(Place {
            line,
            x,
            width: taken,
        });
        x = x.saturating_add(taken).saturating_add(GAP);
    }
    (places, labels)
}

fn label_columns(say: Say) -> u16 {
    let sections = [
        Section::Decks,
        Section::Tags,
        Section::Kinds,
        Section::Number,
        Section::Limit,
        Section::Seed,
        Section::Reviews,
    ];
    let labels = sections.iter().map(|section| columns(label(say, *section)));
    2 + labels.max().unwrap_or(0)
}

fn label(say: Say, section: Section) -> &'static str {
    match section {
        Section::Decks => say.quiz_decks(),
        Section::Tags => say.quiz_tags(),
        Section::Kinds => say.quiz_kinds(),
        Section::Number => say.quiz_questions(),
        Section::Limit => say.quiz_time(),
        Section::Seed => say.quiz_seed(),
        Section::Reviews => say.quiz_schedule(),
    }
}

/// What an item says.
fn text(setup: &Setup, say: Say, item: Item) -> String {
    let ticked = |on: bool, name: &str| format!("{} {name}", if on { "[x]" } else { "[ ]" });
    let listed = |name: Option<(bool, &str)>, any: bool| match name {
        Some((on, name)) => ticked(on, name),
        None => ticked(!any, say.all_of_them()),
    };
    match item {
        Item::Deck(at) => listed(
            at.and_then(|at| setup.decks.get(at))
                .map(|tick| (tick.on, tick.name.as_str())),
            setup.decks.iter().any(|tick| tick.on),
        ),
        Item::Tag(at) => listed(
            at.and_then(|at| setup.tags.get(at))
                .map(|tick| (tick.on, tick.name.as_str())),
            setup.tags.iter().any(|tick| tick.on),
        ),
        Item::Kind(at) => listed(
            at.and_then(|at| setup.kinds.get(at))
                .map(|tick| (tick.on, say.kind(tick.of))),
            setup.kinds.iter().any(|tick| tick.on),
        ),
        Item::Number => number(setup.number.shown(), |number| number.to_string()),
        Item::Limit => format!(
            "‹ {} ›",
            match setup.limited {
                Limited::Nothing => say.no_limit(),
                Limited::Question => say.each_question(),
                Limited::Whole => say.all_together(),
            }
        ),
        Item::Time => match setup.limited {
            Limited::Question => number(setup.each.shown(), |number| say.seconds(number)),
            _ => number(setup.whole.shown(), |number| say.minutes(number)),
        },
        Item::Seed => number(setup.seed.shown(), |number| number.to_string()),
        Item::Reviews => ticked(setup.count_reviews, say.count_as_reviews()),
    }
}

/// A number between arrows; while none is typed, room for it.
fn number(shown: Option<u64>, say: impl Fn(u64) -> String) -> String {
    match shown {
        Some(number) => format!("‹ {} ›", say(number)),
        None => "‹ _ ›".to_owned(),
    }
}

impl Setup {
    /// Draws the screen.
    pub fn draw(&self, canvas: &mut Canvas) {
        let area = canvas.area();
        if area.is_empty() {
            return;
        }
        let inner = inner(area, WIDEST);
        let airy = u16::from(area.height >= 18);
        let mut y = airy;
        if area.height >= 5 {
            self.masthead(canvas, inner, y);
            y += if area.height >= 10 { 2 } else { 1 };
        }
        let last = area.height - 1;
        let end = if area.height >= 3 { last } else { area.height };
        let foot = u16::from(self.ends_another && area.height >= 10);
        let list = Rect {
            y,
            height: end
                .saturating_sub(airy)
                .saturating_sub(foot)
                .saturating_sub(y),
            ..inner
        };
        self.list(canvas, list);
        if foot > 0 {
            let y = list.bottom();
            canvas.text(
                inner.x,
                y,
                inner.width,
                canvas.say().ends_another(),
                Role::Warn,
            );
        }
        if area.height >= 3 {
            let line = Rect {
                y: last,
                height: 1,
                ..inner
            };
            let number = matches!(self.item(), Item::Number | Item::Time | Item::Seed);
            hints::draw(canvas, line, Context::QuizSetup, |command| match command {
                Command::Accept => self.questions != Some(0),
                Command::Toggle => !number,
                Command::Pick(_) => number,
                _ => true,
            });
        }
    }

    /// What the screen is, and how many questions there would be.
    fn masthead(&self, canvas: &mut Canvas, inner: Rect, y: u16) {
        let say = canvas.say();
        let taken = canvas.text(inner.x, y, inner.width, say.quiz_title(), Role::Accent);
        let wanted = usize::try_from(self.number.value()).unwrap_or(usize::MAX);
        let (told, role) = match self.questions {
            None => ("…".to_owned(), Role::Dim),
            Some(0) => (say.no_questions().to_owned(), Role::Warn),
            Some(few) if few < wanted => (say.only_questions(few), Role::Warn),
            Some(all) => (say.questions(all), Role::Title),
        };
        let room = inner.width.saturating_sub(taken + 2);
        canvas.text_right(inner.right(), y, room, &told, role);
    }

    /// Everything there is to choose, as much of it as there is room for.
    fn list(&self, canvas: &mut Canvas, list: Rect) {
        self.drawn.set((list.width, canvas.say()));
        if list.is_empty() {
            return;
        }
        let say = canvas.say();
        let items = self.items();
        let (places, labels) = [true, false]
            .map(|air| lay(self, say, list.width, air))
            .into_iter()
            .find(|(places, _)| places.last().is_some_and(|last| last.line < list.height))
            .unwrap_or_else(|| lay(self, say, list.width, false));
        let here = places.get(self.cursor).copied();
        let all = places.last().map_or(0, |place| place.line + 1);
        // In view are the cursor's line, the next one, and a label right above.
        let line = here.map_or(0, |place| place.line);
        let labelled = labels.iter().any(|(_, at)| at.saturating_add(1) == line);
        let first = line.saturating_sub(u16::from(labelled && list.height > 1));
        let most = all.saturating_sub(list.height);
        let skipped = line.saturating_add(2).saturating_sub(list.height);
        let skipped = skipped.min(first).min(most);
        let row = |line: u16| {
            line.checked_sub(skipped)
                .filter(|row| *row < list.height)
                .map(|row| list.y + row)
        };
        let section = items.get(self.cursor).map(|item| item.section());
        for (of, line) in labels {
            let Some(y) = row(line) else { continue };
            let here = Some(of) == section;
            let mark = if here { "▸ " } else { "  " };
            let role = if here { Role::Accent } else { Role::Dim };
            let taken = canvas.text(list.x, y, list.width, mark, Role::Accent);
            let room = list.width.saturating_sub(taken);
            canvas.text(list.x + taken, y, room, label(say, of), role);
        }
        for (index, (item, place)) in items.iter().zip(&places).enumerate() {
            let Some(y) = row(place.line) else { continue };
            let said = text(self, say, *item);
            let said = truncate(&said, usize::from(place.width));
            let chosen = said.starts_with("[x]") || said.starts_with('‹');
            let role = if chosen { Role::Plain } else { Role::Dim };
            let spot = Rect::new(list.x + place.x, y, place.width, 1).intersection(list);
            canvas.text(spot.x, y, spot.width, &said, role);
            if index == self.cursor {
                canvas.lay(spot, Role::Selected);
            }
            canvas.click(spot, Command::GoTo(index));
            if index == self.cursor && said.starts_with('‹') && spot.width > 1 {
                let end = |x| Rect {
                    x,
                    width: 1,
                    ..spot
                };
                canvas.click(end(spot.left()), Command::Move(Move::Left));
                canvas.click(end(spot.right() - 1), Command::Move(Move::Right));
            }
        }
        if skipped > 0 {
            canvas.text_right(list.right(), list.y, 1, "↑", Role::Dim);
        }
        if skipped < most {
            canvas.text_right(list.right(), list.bottom() - 1, 1, "↓", Role::Dim);
        }
    }
}
