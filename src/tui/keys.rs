//! Keys: one table binds them to commands, screen by screen. The hint line,
//! the help and the mouse read the same table, so they can't disagree with it.
//!
//! While one types an answer, letters are letters, and commands are chords.
//! Not every chord can be one: terminals send ctrl-h for backspace (and cannot
//! tell ctrl-i from tab, ctrl-m from enter, ctrl-j from line feed), and ctrl-u,
//! ctrl-k, ctrl-w, ctrl-a, ctrl-e edit the line. So the hint is on `F2` there,
//! card info on `F3`, undo on `ctrl-r`, and ctrl-h deletes a character.

mod table;

use crossterm::event::KeyCode::{
    self, BackTab, Backspace, Char, Down, Enter, Esc, F, Left, PageDown, PageUp, Right, Up,
};
use crossterm::event::{Event, KeyEvent, KeyEventKind, KeyModifiers, MouseEventKind};
use ratatui::layout::{Position, Rect};

use crate::answer::Rating;
use crate::session::Move;
use crate::strings::Say;
use crate::text::latin;
use Key::{Ctrl, Digit, Plain};
pub use table::TABLE;

/// Whether a person did something: pressed a key or a button, or pasted.
pub fn is_act(event: &Event) -> bool {
    match event {
        Event::Key(key) => key.kind != KeyEventKind::Release,
        Event::Mouse(mouse) => matches!(mouse.kind, MouseEventKind::Down(_)),
        Event::Paste(_) => true,
        _ => false,
    }
}

/// What a key, a click or the palette tells the program to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Go on: study, reveal, submit, accept the suggested rating.
    Accept,
    /// Rate the card.
    Rate(Rating),
    /// The item of this number, from 0, as shown.
    Pick(usize),
    /// Tick the box or take hold of the line under the cursor.
    Toggle,
    /// Take back the last item, match or side; in a field that is empty.
    TakeBack,
    /// An arrow.
    Move(Move),
    /// A page up or down.
    Page(Move),
    /// To the last of all, or (up) the first.
    Edge(Move),
    /// The cursor to the line of this number, from 0: a click on it.
    GoTo(usize),
    /// Take back the last act of today.
    Undo,
    /// Show the hint.
    Hint,
    /// Show the other language.
    Peek,
    /// Show what is known of the card.
    Info,
    /// Open the source.
    Open,
    /// Mark the card.
    Flag,
    /// Write a card.
    Compose,
    /// Open the card in the author's editor.
    Edit,
    /// Take the card out of rotation.
    Suspend,
    /// Put the card off until tomorrow.
    Bury,
    /// Show the cards that are set aside.
    Aside,
    /// Look for cards.
    Search,
    /// Lift today's limits.
    More,
    /// A quiz: what it is to be.
    Quiz,
    /// The same quiz once more.
    Repeat,
    /// Another quiz of the kind.
    Fresh,
    /// Write the quiz to a file.
    Export,
    /// To the next problem of a deck, or (up) the one before.
    Problem(Move),
    /// To the next deck, or (up) the one before.
    Deck(Move),
    /// Turn the card that is shown.
    Turn,
    /// Show the card as in a terminal of another size.
    Size,
    /// Show every key.
    Help,
    /// Show every command by name.
    Palette,
    /// Back to where one came from.
    Back,
    /// Leave the program.
    Quit,
    /// Draw everything afresh.
    Redraw,
    /// Give the terminal to the shell for a while.
    Pause,
    /// What a click into something that lies over a screen means.
    Nothing,
}

/// Where one is, as far as keys are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The home screen.
    Home,
    /// The cards that are set aside.
    Aside,
    /// The search over all cards.
    Search,
    /// A question with nothing to do but think.
    Recall,
    /// A question with choices, or two sides of which one is larger.
    Choice,
    /// A question with boxes.
    Boxes,
    /// Lines to bring into order.
    Order,
    /// Pairs to match.
    Pairs,
    /// A question that is being typed.
    Typing,
    /// The answer side.
    Answer,
    /// The end of a session.
    End,
    /// A quiz that was left: go on, or not.
    QuizOffer,
    /// What a quiz is to be.
    QuizSetup,
    /// As [`Context::Recall`], in a quiz.
    QuizRecall,
    /// As [`Context::Choice`], in a quiz.
    QuizChoice,
    /// As [`Context::Boxes`], in a quiz.
    QuizBoxes,
    /// As [`Context::Order`], in a quiz.
    QuizOrder,
    /// As [`Context::Pairs`], in a quiz.
    QuizPairs,
    /// As [`Context::Typing`], in a quiz.
    QuizTyping,
    /// How an answer in a quiz was judged.
    QuizAnswer,
    /// The end of a quiz.
    QuizEnd,
    /// A card that is being written.
    Form,
    /// A deck beside its problems, while it is written.
    Watch,
    /// The help, laid over a screen.
    Overlay,
    /// The card info, laid over a screen.
    Info,
    /// A line asked for, laid over a screen.
    Prompt,
    /// The palette.
    Palette,
}

impl Context {
    /// Every context.
    pub const ALL: [Context; 27] = [
        Context::Home,
        Context::Aside,
        Context::Search,
        Context::Recall,
        Context::Choice,
        Context::Boxes,
        Context::Order,
        Context::Pairs,
        Context::Typing,
        Context::Answer,
        Context::End,
        Context::QuizOffer,
        Context::QuizSetup,
        Context::QuizRecall,
        Context::QuizChoice,
        Context::QuizBoxes,
        Context::QuizOrder,
        Context::QuizPairs,
        Context::QuizTyping,
        Context::QuizAnswer,
        Context::QuizEnd,
        Context::Form,
        Context::Watch,
        Context::Overlay,
        Context::Info,
        Context::Prompt,
        Context::Palette,
    ];

    /// Whether letters are letters here.
    pub fn types(self) -> bool {
        matches!(
            self,
            Context::Typing
                | Context::QuizTyping
                | Context::Form
                | Context::Search
                | Context::Prompt
                | Context::Palette
        )
    }
}

/// A key as the table names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A key without ctrl or alt; letters in lower case.
    Plain(KeyCode),
    /// With ctrl.
    Ctrl(char),
    /// Any of `1` to `9`: the command's number is the digit's.
    Digit,
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// Its keys, the one that is shown first in front.
    pub keys: &'static [Key],
    /// What it does.
    pub command: Command,
    /// What it does, in words.
    pub label: fn(Say) -> &'static str,
    /// How early it leaves the hint line when that is short: 1 stays longest,
    /// 0 is only in the help.
    pub rank: u8,
}

/// The lines of the table that hold in a context.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    TABLE
        .iter()
        .filter(move |binding| binding.contexts.contains(&context))
}

/// The first key bound to a command in a context.
pub fn key_of(context: Context, command: Command) -> Option<Key> {
    let binding = bindings(context).find(|binding| binding.command == command)?;
    binding.keys.first().copied()
}

/// The command that a key press means in a context; `None` where it means
/// nothing, or (while one types) is for the field.
pub fn command(context: Context, event: &KeyEvent) -> Option<Command> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let typing = context.types();
    bindings(context).find_map(|binding| {
        binding.keys.iter().find_map(|key| match key {
            Digit => {
                let number = digit(event).filter(|_| !typing)?;
                Some(Command::Pick(number))
            }
            key => (key_from(event, typing) == Some(*key)).then_some(binding.command),
        })
    })
}

/// A key press as the table would name it.
fn key_from(event: &KeyEvent, typing: bool) -> Option<Key> {
    let chord = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SUPER);
    match (event.code, chord) {
        (Char(c), KeyModifiers::CONTROL) => Some(Ctrl(latin(c))),
        (Char(c), KeyModifiers::NONE) if typing => Some(Plain(Char(c))),
        (Char(c), KeyModifiers::NONE) => Some(Plain(Char(latin(c)))),
        (code, KeyModifiers::NONE) => Some(Plain(code)),
        _ => None,
    }
}

/// The number, from 0, that a digit key stands for.
fn digit(event: &KeyEvent) -> Option<usize> {
    let Char(c) = event.code else { return None };
    if event
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
    {
        return None;
    }
    let number = usize::try_from(latin(c).to_digit(10)?).ok()?;
    number.checked_sub(1)
}

impl Key {
    /// What is printed on it, the same in every language.
    pub fn name(self) -> String {
        match self {
            Digit => "1-9".to_owned(),
            Ctrl(c) => format!("ctrl-{c}"),
            Plain(Char(' ')) => "space".to_owned(),
            Plain(Char(c)) => c.to_string(),
            Plain(Enter) => "enter".to_owned(),
            Plain(Esc) => "esc".to_owned(),
            Plain(Backspace) => "backspace".to_owned(),
            Plain(Up) => "↑".to_owned(),
            Plain(Down) => "↓".to_owned(),
            Plain(Left) => "←".to_owned(),
            Plain(Right) => "→".to_owned(),
            Plain(PageUp) => "pgup".to_owned(),
            Plain(PageDown) => "pgdn".to_owned(),
            Plain(BackTab) => "shift-tab".to_owned(),
            Plain(F(number)) => format!("F{number}"),
            Plain(code) => code.to_string().to_lowercase(),
        }
    }
}

/// Where on the screen a click does what, noted while it is drawn.
#[derive(Debug, Default, Clone)]
pub struct Targets(Vec<(Rect, Command)>);

impl Targets {
    /// A click into `area` means `command`; what is noted later lies above.
    pub fn add(&mut self, area: Rect, command: Command) {
        if !area.is_empty() {
            self.0.push((area, command));
        }
    }

    /// What a click there means.
    pub fn at(&self, column: u16, row: u16) -> Option<Command> {
        let spot = Position::new(column, row);
        let hit = self.0.iter().rev().find(|(area, _)| area.contains(spot));
        hit.map(|(_, command)| *command)
    }

    /// What was noted, in that order.
    pub fn iter(&self) -> impl Iterator<Item = (Rect, Command)> {
        self.0.iter().copied()
    }

    /// Forgets everything: an overlay hides what lies below it.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests;
