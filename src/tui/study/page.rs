//! A card's page: what stands below each other in its column, laid out for one
//! width, before it is known how much of it the window shows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::strings::Say;
use crate::text::Lang;
use crate::text::markdown::{self, Piece, Style};
use crate::tui::canvas::{Canvas, Marks, columns};
use crate::tui::chart::{self, Bar};
use crate::tui::field::Field;
use crate::tui::study::line::{Line, Span, pad, span_columns};
use crate::tui::theme::Role;

/// Rows of a page that are drawn at most: beyond it no one reads.
const LONGEST: u16 = 2000;

/// How long something stays while there is less and less room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keep {
    /// Air: goes first.
    Air,
    /// What may be overlooked: goes then.
    Aside,
    /// Stays.
    Always,
}

#[derive(Debug, Clone, PartialEq)]
enum Block {
    Line(Line),
    Chart(Vec<Bar>),
}

/// What stands in a card's column.
#[derive(Debug, Clone)]
pub struct Page {
    width: u16,
    say: Say,
    lang: Lang,
    blocks: Vec<(Keep, Block)>,
}

impl Page {
    /// An empty page of a width: the interface's words by `say`, the card's in `lang`.
    pub fn new(width: u16, say: Say, lang: Lang) -> Page {
        Page {
            width,
            say,
            lang,
            blocks: Vec::new(),
        }
    }

    /// How wide it is.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// The interface's voice.
    pub fn say(&self) -> Say {
        self.say
    }

    /// The language of the card.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is so little room that things stand below each other that
    /// elsewhere stand side by side.
    pub fn narrow(&self) -> bool {
        self.width < 48
    }

    /// Columns that labels (`you`, `right`, `note`) take, with the gap after them.
    pub fn label_width(&self) -> u16 {
        let say = self.say;
        let labels = [say.you(), say.right_answer(), say.note(), say.hint_label()];
        let widest = labels.iter().map(|label| columns(label)).max().unwrap_or(0);
        widest + if self.narrow() { 1 } else { 3 }
    }

    /// A blank row.
    pub fn air(&mut self) {
        if !self.blocks.is_empty() {
            self.blocks.push((Keep::Air, Block::Line(Line::default())));
        }
    }

    /// A row.
    pub fn line(&mut self, line: Line) {
        self.blocks.push((Keep::Always, Block::Line(line)));
    }

    /// A row that may go where room is short.
    pub fn aside(&mut self, line: Line) {
        self.blocks.push((Keep::Aside, Block::Line(line)));
    }

    /// What `add` adds may go where room is short.
    pub fn in_passing(&mut self, add: impl FnOnce(&mut Page)) {
        let from = self.blocks.len();
        add(self);
        for (keep, _) in self.blocks.iter_mut().skip(from) {
            *keep = Keep::Aside.min(*keep);
        }
    }

    /// A row of pieces from the left edge.
    pub fn spans(&mut self, spans: Vec<Span>) {
        self.line(Line {
            spans,
            ..Line::default()
        });
    }

    /// Text as Markdown, wrapped.
    pub fn text(&mut self, text: &str, role: Role) {
        self.pieces(&[Piece::Markdown(text)], role);
    }

    /// The same for pieces.
    pub fn pieces(&mut self, pieces: &[Piece], role: Role) {
        self.hanging(&[], pieces, role, &Line::default());
    }

    /// Text behind a label, wrapped beside it.
    pub fn labelled(&mut self, label: &str, text: &[Piece], role: Role) {
        let lead = pad(label, self.label_width());
        self.hanging(&[Span::Text(lead, Role::Dim)], text, role, &Line::default());
    }

    /// Text, wrapped, that hangs behind a lead; `like` says the rest of every
    /// row of it (its right end: of the first).
    pub fn hanging(&mut self, lead: &[Span], text: &[Piece], role: Role, like: &Line) {
        let taken = like.indent.saturating_add(span_columns(lead));
        let right = like
            .right
            .as_ref()
            .map_or(0, |(text, _)| columns(text).saturating_add(2));
        let room = self.width.saturating_sub(taken);
        let beside = if room.saturating_sub(right) >= 8 {
            room.saturating_sub(right)
        } else {
            room
        };
        let mut lines = markdown::wrap_pieces(text, usize::from(beside.max(1)));
        if lines.is_empty() {
            lines.push(Vec::new());
        }
        for (index, runs) in lines.into_iter().enumerate() {
            let mut line = like.clone();
            if index == 0 {
                line.spans = lead.to_vec();
            } else {
                line.spans = Vec::new();
                line.indent = taken;
                line.right = None;
            }
            line.spans
                .extend(runs.into_iter().map(|run| Span::Run(run, role)));
            self.line(line);
        }
    }

    /// An item behind its lead, with a word on it: close behind it where both
    /// fit on a row, so that the eye need not travel; else at the right end.
    pub fn item(&mut self, lead: Vec<Span>, text: &str, role: Role, word: Option<(String, Role)>) {
        let taken = span_columns(&lead);
        let room = self.width.saturating_sub(taken);
        if let Some((word, word_role)) = &word {
            let after = columns(word).saturating_add(3);
            let lines = markdown::wrap(text, usize::from(room.saturating_sub(after)));
            if let [runs] = lines.as_slice() {
                let mut spans = lead;
                spans.extend(runs.iter().cloned().map(|run| Span::Run(run, role)));
                spans.push(Span::Text(format!("   {word}"), *word_role));
                return self.spans(spans);
            }
        }
        let like = Line {
            right: word,
            ..Line::default()
        };
        self.hanging(&lead, &written(text), role, &like);
    }

    /// Bars.
    pub fn chart(&mut self, bars: Vec<Bar>) {
        if !bars.is_empty() {
            self.blocks.push((Keep::Always, Block::Chart(bars)));
        }
    }

    /// How many rows it takes when what is kept shorter than `keep` is left out.
    pub fn rows(&self, keep: Keep) -> u16 {
        self.kept(keep)
            .map(|block| self.height(block))
            .fold(0, u16::saturating_add)
            .min(LONGEST)
    }

    /// The rows that must be seen: those the cursor is on, or the field.
    pub fn focus(&self, keep: Keep) -> Option<(u16, u16)> {
        let mut row: u16 = 0;
        let mut focus: Option<(u16, u16)> = None;
        for block in self.kept(keep) {
            let end = row.saturating_add(self.height(block));
            if let Block::Line(line) = block
                && (line.selected || line.spans.iter().any(|span| matches!(span, Span::Field(_))))
            {
                focus = Some((focus.map_or(row, |(first, _)| first), end));
            }
            row = end;
        }
        focus
    }

    /// Draws it on a sheet of its own, as long as it is.
    pub fn sheet(&self, keep: Keep, field: &Field, canvas: &Canvas) -> (Buffer, Marks) {
        let area = Rect::new(0, 0, self.width, self.rows(keep));
        let mut buffer = Buffer::empty(area);
        let mut marks = Marks::default();
        let mut sheet = Canvas::new(&mut buffer, &mut marks, canvas.theme(), canvas.say());
        let mut y = 0;
        for block in self.kept(keep) {
            match block {
                Block::Line(line) => line.draw(&mut sheet, y, self.width, field),
                // Only what is wholly on the sheet: a chart scales its bars together.
                Block::Chart(bars) => chart::draw(&mut sheet, 0, y, self.width, bars),
            }
            y = y.saturating_add(self.height(block));
            if y >= area.height {
                break;
            }
        }
        (buffer, marks)
    }

    /// What it says, a line each, for where there is no screen: no cursor, no
    /// bars, no blanks to push a line to the right.
    pub fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        for (_, block) in &self.blocks {
            match block {
                Block::Line(line) => texts.extend(line.text()),
                Block::Chart(bars) => {
                    let bars = bars.iter();
                    texts.extend(bars.map(|bar| format!("{}: {}", bar.label, bar.number)));
                }
            }
        }
        // No blank line first, last, or behind another.
        texts.dedup_by(|next, before| next.is_empty() && before.is_empty());
        while texts.last().is_some_and(String::is_empty) {
            texts.pop();
        }
        texts
    }

    fn kept(&self, keep: Keep) -> impl Iterator<Item = &Block> {
        let kept = self.blocks.iter().filter(move |(kept, _)| *kept >= keep);
        kept.map(|(_, block)| block)
    }

    fn height(&self, block: &Block) -> u16 {
        match block {
            Block::Line(_) => 1,
            Block::Chart(bars) => chart::rows(bars, self.width),
        }
    }
}

/// A text in pieces for the wrapping: what a person typed is shown letter for letter.
pub fn typed(text: &str) -> [Piece<'_>; 1] {
    [Piece::Literal(text, Style::Plain)]
}

/// A deck's text for the wrapping.
pub fn written(text: &str) -> [Piece<'_>; 1] {
    [Piece::Markdown(text)]
}
