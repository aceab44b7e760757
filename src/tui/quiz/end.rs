//! The end of a quiz: the score, against earlier ones; each miss, with what was
//! answered and what is right; and what was known by kind and tag.

use std::cell::Cell;

use ratatui::layout::Rect;

use crate::answer::Reason;
use crate::order::Order as _;
use crate::quiz::{Paper, Score, Share, Try, answered_in};
use crate::session::Move;
use crate::strings::Say;
use crate::text::Lang;
use crate::text::markdown::{Piece, Style};
use crate::tui::canvas::inner;
use crate::tui::canvas::{Canvas, columns};
use crate::tui::chart::{eighths, line};
use crate::tui::field::Field;
use crate::tui::hints;
use crate::tui::keys::{Command, Context};
use crate::tui::study::frame::more;
use crate::tui::study::line::{Line, Span, pad, span_columns};
use crate::tui::study::page::{Keep, Page, typed, written};
use crate::tui::theme::Role;

/// The measure of what is to be read.
const MEASURE: u16 = 72;
/// So many tries back the chart goes.
const TRIES: usize = 24;
/// Tags that are shown at most.
const TAGS: usize = 12;

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct View {
    /// What the quiz was of.
    pub title: String,
    /// What was asked.
    pub paper: Paper,
    /// What it came to.
    pub score: Score,
    /// Those of the same scope, in their order, this one included.
    pub tries: Vec<Try>,
    /// The language of the cards.
    pub lang: Lang,
    /// Whether the misses are in today's study.
    pub added: bool,
    /// How far it is scrolled.
    pub scroll: u16,
    /// How far it could be, and how many rows are shown, when it was drawn last.
    pub drawn: Cell<(u16, u16)>,
}

impl View {
    /// Scrolls up or down, by a page or by a row.
    pub fn scroll(&mut self, direction: Move, page: bool) {
        let (most, rows) = self.drawn.get();
        let by = if page {
            rows.saturating_sub(1).max(1)
        } else {
            1
        };
        let from = self.scroll.min(most);
        self.scroll = match direction {
            Move::Up => from.saturating_sub(by),
            Move::Down => from.saturating_add(by).min(most),
            Move::Left | Move::Right => from,
        };
    }

    /// Draws the screen.
    pub fn draw(&self, canvas: &mut Canvas) {
        let area = canvas.area();
        if area.is_empty() {
            return;
        }
        let say = canvas.say();
        let whole = inner(area, u16::MAX);
        let text = inner(area, MEASURE);
        let airy = u16::from(area.height >= 18);
        let head = if area.height >= 6 { 1 + airy } else { 0 };
        let foot = u16::from(area.height >= 3);
        if head > 0 {
            self.head(canvas, Rect { y: airy, ..whole });
        }
        let top = head + u16::from(area.height >= 10);
        let body = Rect {
            y: top,
            height: area.height.saturating_sub(top + foot + airy),
            ..text
        };
        let page = self.page(say, body.width);
        let keep = if page.rows(Keep::Air) <= body.height || area.height >= 10 {
            Keep::Air
        } else {
            Keep::Always
        };
        let rows = page.rows(keep);
        let most = rows.saturating_sub(body.height);
        let top = self.scroll.min(most);
        let (sheet, marks) = page.sheet(keep, &Field::new(), canvas);
        canvas.show(&sheet, &marks, top, body);
        more(canvas, body, top, most);
        self.drawn.set((most, body.height));
        if foot > 0 {
            let line = Rect {
                y: area.height - 1,
                height: 1,
                ..whole
            };
            hints::draw(canvas, line, Context::QuizEnd, |command| match command {
                Command::Accept => !self.score.misses.is_empty(),
                _ => true,
            });
        }
    }

    /// What it was, and how long it took.
    fn head(&self, canvas: &mut Canvas, row: Rect) {
        let say = canvas.say();
        let seconds = i64::try_from(self.score.took_ms / 1000).unwrap_or(i64::MAX);
        let time = say.duration(seconds);
        let taken = canvas.text_right(row.right(), row.y, row.width, &time, Role::Plain);
        let room = row.width.saturating_sub(taken + 2);
        let seed = say.seed(self.paper.brief.seed);
        let title = format!("{} · {} · {seed}", say.quiz_title(), self.title);
        canvas.text(row.x, row.y, room, &title, Role::Dim);
    }

    fn page(&self, say: Say, width: u16) -> Page {
        let mut page = Page::new(width, say, self.lang);
        self.score(&mut page);
        self.misses(&mut page);
        let kinds = self.score.kinds.iter();
        let kinds: Vec<(String, Share)> = kinds
            .map(|(kind, share)| (say.kind(*kind).to_owned(), *share))
            .collect();
        let tags = self.score.tags.iter();
        let mut tags: Vec<(String, Share)> = tags
            .map(|(tag, share)| (format!("#{tag}"), *share))
            .collect();
        // Those first of which least was known.
        tags.order_by(|(_, one), (_, other)| fraction(*one).total_cmp(&fraction(*other)));
        let others = tags.len().saturating_sub(TAGS);
        tags.truncate(TAGS);
        shares(&mut page, &[kinds, tags]);
        if others > 0 {
            let others = u32::try_from(others).unwrap_or(u32::MAX);
            page.spans(vec![Span::Text(say.and_more(others), Role::Dim)]);
        }
        page
    }

    /// `17 of 20   your fifth try`, and below it a line through all of them.
    fn score(&self, page: &mut Page) {
        let say = page.say();
        let Share { right, of } = self.score.all;
        let role = if right == of { Role::Good } else { Role::Title };
        let mark = if right == of && of > 0 { "✓ " } else { "" };
        let score = format!("{mark}{}", say.score_of(right, of));
        let mut spans = vec![Span::Text(score, role)];
        if self.tries.len() > 1 {
            let skipped = self.tries.len().saturating_sub(TRIES);
            let last = self.tries.iter().skip(skipped);
            let shares: Vec<f64> = last
                .map(|one| {
                    fraction(Share {
                        right: one.right,
                        of: one.questions,
                    })
                })
                .collect();
            let nth = say.nth_try(self.tries.len());
            let before = self.tries.iter().rev().nth(1);
            let before = before.map(|one| say.last_time(one.right, one.questions));
            for text in [nth, before.unwrap_or_default()] {
                let more = 3 + columns(&text);
                if span_columns(&spans).saturating_add(more) > page.width() {
                    page.spans(std::mem::take(&mut spans));
                }
                if !spans.is_empty() {
                    spans.push(Span::Text("   ".to_owned(), Role::Plain));
                }
                spans.push(Span::Text(text, Role::Dim));
            }
            page.spans(std::mem::take(&mut spans));
            // In a narrow window the misses matter more.
            if !page.narrow() {
                page.air();
                for row in line::draw(&shares, page.width(), say) {
                    page.spans(row);
                }
            }
            return;
        }
        page.spans(spans);
    }

    fn misses(&self, page: &mut Page) {
        let say = page.say();
        for miss in &self.score.misses {
            let Some(question) = self.paper.questions.get(miss.question) else {
                continue;
            };
            let card = &question.card;
            page.air();
            let lead = [
                Span::Text("✗ ".to_owned(), Role::Bad),
                Span::Text(format!("{}. ", miss.question + 1), Role::Dim),
            ];
            let asked = written(card.question.get(self.lang));
            page.hanging(&lead, &asked, Role::Plain, &Line::default());
            let why = miss.verdict.as_ref().map(|verdict| say.reason(verdict));
            let why = why.filter(|why| !why.is_empty() && miss.reason != Some(Reason::Nothing));
            let answered = match &miss.answered {
                Some(answered) if !answered.is_empty() => answered_in(card, answered, self.lang),
                Some(_) => say.answered_nothing().to_owned(),
                None => say.not_reached().to_owned(),
            };
            labelled(page, say.you(), &typed(&answered), Role::Bad, why);
            let right = written(card.answer.get(self.lang));
            labelled(page, say.right_answer(), &right, Role::Title, None);
        }
    }
}

/// A text behind a label, indented under its question; a word on it at the end.
fn labelled(page: &mut Page, label: &str, text: &[Piece], role: Role, why: Option<String>) {
    let lead = pad(label, page.label_width());
    let like = Line {
        indent: 2,
        ..Line::default()
    };
    let mut pieces = text.to_vec();
    let why = why.map(|why| format!("   ({why})"));
    if let Some(why) = &why {
        pieces.push(Piece::Literal(why, Style::Plain));
    }
    page.hanging(&[Span::Text(lead, Role::Dim)], &pieces, role, &like);
}

fn fraction(share: Share) -> f64 {
    f64::from(share.right) / f64::from(share.of.max(1))
}

/// `figures   ███████████████████░░░░   8 / 10`, a row each, group below group.
fn shares(page: &mut Page, groups: &[Vec<(String, Share)>]) {
    let all = || groups.iter().flatten();
    let widest = |of: &dyn Fn(&(String, Share)) -> u16| all().map(of).max().unwrap_or(0);
    let right = widest(&|(_, share)| columns(&share.right.to_string()));
    let asked = widest(&|(_, share)| columns(&share.of.to_string()));
    let count = |share: &Share| {
        format!(
            "{:>right$} / {:>asked$}",
            share.right,
            share.of,
            right = usize::from(right),
            asked = usize::from(asked)
        )
    };
    let number = right + asked + 3;
    let gap = if page.narrow() { 2 } else { 3 };
    let room = page.width().saturating_sub(number + 2 * gap);
    let label = widest(&|(name, _)| columns(name)).min(room / 2);
    let bar = room.saturating_sub(label);
    for group in groups.iter().filter(|group| !group.is_empty()) {
        page.air();
        for (name, share) in group {
            let name = crate::text::truncate(name, usize::from(label));
            let (filled, _) = eighths(fraction(*share), usize::from(bar));
            let rest = usize::from(bar.saturating_sub(columns(&filled)));
            let blanks = " ".repeat(usize::from(gap));
            page.spans(vec![
                Span::Text(pad(&name, label) + &blanks, Role::Plain),
                Span::Text(filled, Role::Bar),
                Span::Text("░".repeat(rest) + &blanks, Role::Track),
                Span::Text(count(share), Role::Title),
            ]);
        }
    }
}

#[cfg(test)]
mod tests;
