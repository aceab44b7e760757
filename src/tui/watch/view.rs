//! The watch screen: where its parts stand.

use std::sync::Arc;

use jiff::Timestamp;
use ratatui::layout::Rect;

use crate::deck::Card;
use crate::strings::Say;
use crate::text::Lang;
use crate::tui::canvas::{Canvas, columns, margin};
use crate::tui::hints;
use crate::tui::keys::{Command, Context};
use crate::tui::preview::{Preview, Shown};
use crate::tui::theme::Role;
use crate::tui::watch::face::{Faces, Size};
use crate::tui::watch::files::{Entry, File, Picture};
use crate::tui::watch::{head, list, picture, problems};

/// Columns of the list of cards.
const LIST: u16 = 24;
/// Fewer say nothing.
const NARROWEST: u16 = 12;
/// A window this wide has a list beside the card, and a frame around it.
const WIDE: u16 = 70;

/// What the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct View<'v> {
    /// The deck file, if there is any.
    pub file: Option<&'v File>,
    /// The how manieth it is, from 0, of how many.
    pub at: (usize, usize),
    /// Which of its cards.
    pub entry: Option<usize>,
    /// Which of its problems.
    pub problem: Option<usize>,
    /// The language of the card.
    pub lang: Lang,
    /// In a terminal of which size.
    pub size: Size,
    /// Which sides.
    pub faces: Faces,
    /// What draws it.
    pub preview: &'v Preview,
    /// The time.
    pub now: Timestamp,
}

/// Draws it.
pub fn draw(canvas: &mut Canvas, view: &View) {
    let all = canvas.area();
    if all.is_empty() {
        return;
    }
    let wide = all.width >= WIDE;
    let margin = margin(all.width);
    let row = |y: u16| Rect {
        x: margin,
        y,
        width: all.width.saturating_sub(2 * margin),
        height: 1,
    };
    let foot = u16::from(all.height >= 3);
    let top = u16::from(all.height >= 5);
    if top > 0 {
        head::draw(canvas, row(0), view, wide);
    }
    if foot > 0 {
        hints::draw(canvas, row(all.height - 1), Context::Watch, |command| {
            useful(view, command)
        });
    }
    let Some(file) = view.file else {
        let text = canvas.say().no_deck_here();
        canvas.text_centred(all, all.height / 2, text, Role::Dim);
        return;
    };
    let middle = Rect {
        y: top,
        height: all.height - top - foot,
        ..all
    };
    // What is wrong has a share of the rows; what a window of a fixed size
    // leaves of them, but never nothing.
    let lines = problems::lines(canvas, row(0).width, file, view.problem);
    let needed = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let share = match view.size.fixed() {
        Some((_, rows)) if wide => middle.height.saturating_sub(rows + 2),
        _ => middle.height / 4,
    };
    let least = if middle.height >= 12 { 2 } else { 1 };
    // What to do is seen in a small window too.
    let told = u16::try_from(problems::least(&lines)).unwrap_or(u16::MAX);
    let least = told.min(middle.height * 2 / 5).max(least);
    let rows = needed.min(share.max(least)).min(middle.height / 2);
    let stage = Rect {
        height: middle.height - rows,
        ..middle
    };
    problems::draw(
        canvas,
        Rect {
            y: stage.bottom(),
            height: rows,
            ..row(0)
        },
        &lines,
    );
    let side = if wide {
        list_columns(all.width, view)
    } else {
        0
    };
    if side > 0 {
        let area = Rect {
            x: margin.min(1),
            width: side,
            ..stage
        };
        list::draw(canvas, area, file, view.entry, view.lang);
    }
    let left = if side > 0 { side + 2 } else { 0 };
    let stage = Rect {
        x: left,
        width: all.width - left,
        ..stage
    };
    pictures(canvas, stage, view, file, wide);
}

/// How wide the list is: a window of a fixed size takes what it needs first.
fn list_columns(all: u16, view: &View) -> u16 {
    let room = match view.size.fixed() {
        Some((columns, _)) => all.saturating_sub(columns + 4),
        None => LIST,
    };
    if room < NARROWEST { 0 } else { room.min(LIST) }
}

/// The sides of the card, or what there is in its place.
fn pictures(canvas: &mut Canvas, stage: Rect, view: &View, file: &File, framed: bool) {
    let entry = view.entry.and_then(|at| Some((at, file.entries.get(at)?)));
    let Some((at, entry)) = entry else {
        let text = canvas.say().no_card_yet();
        canvas.text_centred(stage, stage.y + stage.height / 2, text, Role::Dim);
        return;
    };
    let say = canvas.say();
    let line = file.place(entry).line;
    let (what, rows) = match &entry.picture {
        Picture::Card(card) => {
            cards(canvas, stage, view, file, framed, (at, entry, card));
            return;
        }
        Picture::Fact(fact) => (
            say.fact_side(),
            picture::fact(say, fact, file.title.as_ref(), (!framed).then_some(line)),
        ),
        Picture::Nothing => (say.broken_side(), picture::broken(say, &file.blame(entry))),
    };
    let inner = if framed {
        let line = say.line(line);
        frame(
            canvas,
            stage,
            stage,
            &format!("{what} · {line}"),
            entry.before,
        )
    } else {
        stage
    };
    picture::draw(canvas, inner, &rows);
}

/// The sides of a card.
fn cards(
    canvas: &mut Canvas,
    stage: Rect,
    view: &View,
    file: &File,
    framed: bool,
    (at, entry, card): (usize, &Entry, &Arc<Card>),
) {
    let of_cards = |entries: &'_ [Entry]| {
        entries
            .iter()
            .filter(|entry| entry.card().is_some())
            .count()
    };
    let before = of_cards(file.entries.get(..at).unwrap_or_default());
    let beside: Vec<_> = file.entries.iter().filter_map(Entry::card).collect();
    let faces = view.faces.each();
    let parts = parts(stage, faces.len(), view.size);
    for (answer, part) in faces.iter().zip(parts) {
        let shown = Shown {
            deck: file.title.as_ref(),
            card,
            beside: &beside,
            at: before,
            answer: *answer,
            lang: view.lang,
            now: view.now,
        };
        let size = view.size.fixed();
        let inner = if framed {
            let wanted = size.map(|(columns, rows)| (columns + 2, rows + 2));
            let (width, height) = wanted.unwrap_or((part.width, part.height));
            let cut = width > part.width || height > part.height;
            let area = Rect {
                width: width.min(part.width),
                height: height.min(part.height),
                ..part
            };
            let title = title(canvas.say(), view, *answer, cut);
            frame(canvas, part, area, &title, entry.before)
        } else {
            part
        };
        view.preview.draw(
            canvas,
            inner,
            size.unwrap_or((inner.width, inner.height)),
            &shown,
        );
    }
}

/// Room for so many sides: beside each other where they fit, else below.
fn parts(stage: Rect, count: usize, size: Size) -> Vec<Rect> {
    if count < 2 {
        return vec![stage];
    }
    let columns = size.fixed().map_or(60, |(columns, _)| columns + 2);
    if stage.width / 2 >= columns {
        let half = stage.width / 2;
        let first = Rect {
            width: half,
            ..stage
        };
        let second = Rect {
            x: stage.x + half,
            width: stage.width - half,
            ..stage
        };
        return vec![first, second];
    }
    let half = match size.fixed() {
        Some((_, rows)) => (stage.height / 2).max(rows + 2).min(stage.height),
        None => stage.height / 2,
    };
    let first = Rect {
        height: half,
        ..stage
    };
    let second = Rect {
        y: stage.y + half,
        height: stage.height - half,
        ..stage
    };
    vec![first, second]
}

/// A frame of `area` in its part of the screen, that tells what is in it; returns
/// the room within.
fn frame(canvas: &mut Canvas, part: Rect, area: Rect, title: &str, before: bool) -> Rect {
    if part.width < 4 || part.height < 3 {
        return part;
    }
    let inner = canvas.frame(area, title);
    if before {
        let text = format!(" {} ", canvas.say().as_it_was());
        let x = area
            .right()
            .saturating_sub(columns(&text) + 2)
            .max(area.x + 2);
        let room = area.width.saturating_sub(4);
        canvas.text(x, area.bottom() - 1, room, &text, Role::Warn);
    }
    inner
}

/// `answer · 80×24 · 한국어`
fn title(say: Say, view: &View, answer: bool, cut: bool) -> String {
    let side = if answer {
        say.answer_side()
    } else {
        say.question_side()
    };
    let size = match view.size.fixed() {
        None => say.as_it_fits().to_owned(),
        Some((columns, rows)) if cut => format!("{columns}×{rows}, {}", say.cut_off()),
        Some((columns, rows)) => format!("{columns}×{rows}"),
    };
    let lang = view.lang.name();
    format!("{side} · {size} · {lang}")
}

/// Whether a command means something here.
fn useful(view: &View, command: Command) -> bool {
    match command {
        Command::Deck(_) => view.at.1 > 1,
        Command::Turn | Command::Size => card(view).is_some(),
        Command::Peek => card(view).is_some_and(|card| card.question.in_both()),
        Command::Edit => view.file.is_some(),
        Command::Problem(_) => view.file.is_some_and(|file| !file.problems.is_empty()),
        _ => true,
    }
}

/// The card that is shown.
fn card<'v>(view: &View<'v>) -> Option<&'v Card> {
    let (at, file) = view.entry.zip(view.file)?;
    file.entries.get(at)?.card().map(|card| &**card)
}
