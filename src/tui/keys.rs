//! Keys: one table binds them to commands, screen by screen. The hint line,
//! the help and the mouse read the same table, so they can't disagree with it.
//!
//! While one types an answer, letters are letters, and commands are chords.
//! Not every chord can be one: terminals send ctrl-h for backspace (and cannot
//! tell ctrl-i from tab, ctrl-m from enter, ctrl-j from line feed), and ctrl-u,
//! ctrl-k, ctrl-w, ctrl-a, ctrl-e edit the line. So the hint is on `F2` there,
//! card info on `F3`, undo on `ctrl-r`, and ctrl-h deletes a character.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::{Position, Rect};

use crate::answer::Rating;
use crate::session::Move;
use crate::tui::strings::Say;

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
    /// Take the card out of rotation.
    Suspend,
    /// Put the card off until tomorrow.
    Bury,
    /// Lift today's limits.
    More,
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
    /// The help or the card info, laid over a screen.
    Overlay,
    /// A line asked for, laid over a screen.
    Prompt,
    /// The palette.
    Palette,
}

impl Context {
    /// Every context.
    pub const ALL: [Context; 12] = [
        Context::Home,
        Context::Recall,
        Context::Choice,
        Context::Boxes,
        Context::Order,
        Context::Pairs,
        Context::Typing,
        Context::Answer,
        Context::End,
        Context::Overlay,
        Context::Prompt,
        Context::Palette,
    ];

    /// Whether letters are letters here.
    pub fn types(self) -> bool {
        matches!(self, Context::Typing | Context::Prompt | Context::Palette)
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

use Context::{
    Answer, Boxes, Choice, End, Home, Order, Overlay, Pairs, Palette, Prompt, Recall, Typing,
};
use Key::{Ctrl, Digit, Plain};
use KeyCode::{Backspace, Char, Down, Enter, Esc, F, Left, Right, Up};

/// Questions at which letters are commands.
const QUESTION: &[Context] = &[Recall, Choice, Boxes, Order, Pairs];
/// Every side of a card at which letters are commands.
const CARD: &[Context] = &[Recall, Choice, Boxes, Order, Pairs, Answer];
/// Everything below an overlay.
const SCREENS: &[Context] = &[
    Home, Recall, Choice, Boxes, Order, Pairs, Typing, Answer, End,
];
const EVERYWHERE: &[Context] = &Context::ALL;

const fn bind(
    contexts: &'static [Context],
    keys: &'static [Key],
    command: Command,
    label: fn(Say) -> &'static str,
    rank: u8,
) -> Binding {
    Binding {
        contexts,
        keys,
        command,
        label,
        rank,
    }
}

/// The table. The hint line shows its lines in this order.
pub const TABLE: &[Binding] = &[
    // Going on.
    bind(
        &[Home],
        &[Plain(Enter), Plain(Char(' '))],
        Command::Accept,
        Say::study,
        1,
    ),
    bind(
        &[Recall],
        &[Plain(Char(' ')), Plain(Enter)],
        Command::Accept,
        Say::reveal,
        1,
    ),
    bind(
        &[Choice],
        &[Plain(Enter), Plain(Char(' '))],
        Command::Accept,
        Say::pick_this,
        1,
    ),
    bind(
        &[Boxes, Order, Pairs],
        &[Plain(Enter)],
        Command::Accept,
        Say::answer,
        1,
    ),
    bind(
        &[Typing],
        &[Plain(Enter)],
        Command::Accept,
        Say::answer_typed,
        1,
    ),
    bind(
        &[Answer],
        &[Plain(Enter), Plain(Char(' '))],
        Command::Accept,
        Say::accept_rating,
        1,
    ),
    bind(
        &[End],
        &[Plain(Enter), Plain(Char(' '))],
        Command::Accept,
        Say::home,
        1,
    ),
    bind(&[Prompt], &[Plain(Enter)], Command::Accept, Say::accept, 1),
    bind(
        &[Palette],
        &[Plain(Enter)],
        Command::Accept,
        Say::do_this,
        1,
    ),
    // Answering.
    bind(&[Choice], &[Digit], Command::Pick(0), Say::pick, 2),
    bind(&[Boxes], &[Plain(Char(' '))], Command::Toggle, Say::tick, 1),
    bind(&[Boxes], &[Digit], Command::Pick(0), Say::tick_number, 3),
    bind(&[Order], &[Plain(Char(' '))], Command::Toggle, Say::hold, 1),
    bind(&[Order], &[Digit], Command::Pick(0), Say::go_to_number, 0),
    bind(&[Pairs], &[Digit], Command::Pick(0), Say::match_number, 1),
    bind(
        &[Pairs],
        &[Plain(Left)],
        Command::Move(Move::Left),
        Say::match_before,
        0,
    ),
    bind(
        &[Pairs],
        &[Plain(Right), Plain(Char(' '))],
        Command::Move(Move::Right),
        Say::match_after,
        2,
    ),
    bind(
        &[Pairs, Typing],
        &[Plain(Backspace)],
        Command::TakeBack,
        Say::take_back,
        0,
    ),
    bind(
        &[Answer],
        &[Plain(Char('1'))],
        Command::Rate(Rating::Again),
        Say::again,
        0,
    ),
    bind(
        &[Answer],
        &[Plain(Char('2'))],
        Command::Rate(Rating::Hard),
        Say::hard,
        0,
    ),
    bind(
        &[Answer],
        &[Plain(Char('3'))],
        Command::Rate(Rating::Good),
        Say::good,
        0,
    ),
    bind(
        &[Answer],
        &[Plain(Char('4'))],
        Command::Rate(Rating::Easy),
        Say::easy,
        0,
    ),
    // Moving.
    bind(
        &[
            Home, Choice, Boxes, Order, Pairs, Typing, Overlay, Palette, Answer,
        ],
        &[Plain(Up)],
        Command::Move(Move::Up),
        Say::up,
        0,
    ),
    bind(
        &[
            Home, Choice, Boxes, Order, Pairs, Typing, Overlay, Palette, Answer,
        ],
        &[Plain(Down)],
        Command::Move(Move::Down),
        Say::down,
        0,
    ),
    // The card.
    bind(QUESTION, &[Plain(Char('h'))], Command::Hint, Say::hint, 3),
    bind(&[Typing], &[Plain(F(2))], Command::Hint, Say::hint, 3),
    bind(
        CARD,
        &[Plain(Char('t'))],
        Command::Peek,
        Say::other_language,
        4,
    ),
    bind(
        &[Typing],
        &[Ctrl('t')],
        Command::Peek,
        Say::other_language,
        5,
    ),
    bind(CARD, &[Plain(Char('u'))], Command::Undo, Say::undo, 3),
    bind(
        &[Home, End],
        &[Plain(Char('u'))],
        Command::Undo,
        Say::undo,
        4,
    ),
    bind(&[Typing], &[Ctrl('r')], Command::Undo, Say::undo, 5),
    bind(CARD, &[Plain(Char('i'))], Command::Info, Say::info, 5),
    bind(&[Typing], &[Plain(F(3))], Command::Info, Say::info, 0),
    bind(
        CARD,
        &[Plain(Char('o'))],
        Command::Open,
        Say::open_source,
        6,
    ),
    bind(&[Typing], &[Ctrl('o')], Command::Open, Say::open_source, 0),
    bind(CARD, &[Plain(Char('f'))], Command::Flag, Say::flag, 6),
    bind(&[Typing], &[Ctrl('f')], Command::Flag, Say::flag, 0),
    bind(CARD, &[Plain(Char('s'))], Command::Suspend, Say::suspend, 7),
    bind(&[Typing], &[Ctrl('s')], Command::Suspend, Say::suspend, 0),
    bind(CARD, &[Plain(Char('b'))], Command::Bury, Say::bury, 7),
    bind(&[Typing], &[Ctrl('b')], Command::Bury, Say::bury, 0),
    bind(
        &[Home, End],
        &[Plain(Char('m'))],
        Command::More,
        Say::more_today,
        3,
    ),
    // The program.
    bind(SCREENS, &[Ctrl('p')], Command::Palette, Say::commands, 6),
    bind(
        &[Home, Recall, Choice, Boxes, Order, Pairs, Answer, End],
        &[Plain(Char('?')), Plain(F(1))],
        Command::Help,
        Say::help,
        2,
    ),
    bind(&[Typing], &[Plain(F(1))], Command::Help, Say::help, 2),
    bind(
        &[Recall, Choice, Boxes, Order, Pairs, Typing, Answer],
        &[Plain(Esc)],
        Command::Back,
        Say::end_session,
        4,
    ),
    bind(&[End], &[Plain(Esc)], Command::Back, Say::home, 0),
    bind(
        &[Overlay],
        &[
            Plain(Esc),
            Plain(Enter),
            Plain(Char(' ')),
            Plain(Char('?')),
            Plain(Char('i')),
            Plain(Char('q')),
            Plain(F(1)),
            Plain(F(3)),
        ],
        Command::Back,
        Say::close,
        1,
    ),
    bind(
        &[Prompt, Palette],
        &[Plain(Esc)],
        Command::Back,
        Say::cancel,
        1,
    ),
    bind(
        &[Home, End],
        &[Plain(Char('q'))],
        Command::Quit,
        Say::quit,
        2,
    ),
    bind(CARD, &[Plain(Char('q'))], Command::Quit, Say::quit, 5),
    bind(EVERYWHERE, &[Ctrl('c')], Command::Quit, Say::quit, 0),
    bind(EVERYWHERE, &[Ctrl('l')], Command::Redraw, Say::redraw, 0),
    bind(EVERYWHERE, &[Ctrl('z')], Command::Pause, Say::pause, 0),
];

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

/// The letter of the Latin layout on the same key: Hangul jamo by the Korean
/// standard layout (두벌식), full-width forms, capitals (caps lock).
fn latin(c: char) -> char {
    const HANGUL: &str = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";
    const LATIN: &str = "qwertyuiopasdfghjklzxcvbnmqwertop";
    if let Some((_, letter)) = HANGUL
        .chars()
        .zip(LATIN.chars())
        .find(|(jamo, _)| *jamo == c)
    {
        return letter;
    }
    let narrow = match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        0x3000 => ' ',
        _ => c,
    };
    narrow.to_ascii_lowercase()
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

    /// Forgets everything: an overlay hides what lies below it.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashMap;

    use super::*;
    use crate::text::Lang;

    fn press(code: KeyCode) -> KeyEvent {
        KeyEvent::new(code, KeyModifiers::NONE)
    }

    fn ctrl(c: char) -> KeyEvent {
        KeyEvent::new(Char(c), KeyModifiers::CONTROL)
    }

    #[test]
    fn keys_and_their_commands() {
        let cases = [
            (Home, press(Enter), Some(Command::Accept)),
            (Recall, press(Char(' ')), Some(Command::Accept)),
            (Answer, press(Char('1')), Some(Command::Rate(Rating::Again))),
            (Answer, press(Char('4')), Some(Command::Rate(Rating::Easy))),
            (Answer, press(Char('5')), None),
            (Choice, press(Char('3')), Some(Command::Pick(2))),
            (Choice, press(Char('0')), None),
            (Boxes, press(Char(' ')), Some(Command::Toggle)),
            (Answer, press(Char('u')), Some(Command::Undo)),
            // Caps lock, and a Korean keyboard with the input method on.
            (Answer, press(Char('U')), Some(Command::Undo)),
            (Answer, press(Char('ㅕ')), Some(Command::Undo)),
            (Answer, press(Char('ㅂ')), Some(Command::Quit)),
            (Choice, press(Char('３')), Some(Command::Pick(2))),
            // While one types, letters, digits and spaces are the field's.
            (Typing, press(Char('u')), None),
            (Typing, press(Char('ㅕ')), None),
            (Typing, press(Char('1')), None),
            (Typing, press(Char('?')), None),
            (Typing, press(Char(' ')), None),
            (Typing, press(F(1)), Some(Command::Help)),
            (Typing, press(F(2)), Some(Command::Hint)),
            (Typing, ctrl('r'), Some(Command::Undo)),
            // Backspace, on terminals that send it so.
            (Typing, ctrl('h'), None),
            (Typing, ctrl('u'), None),
            (Typing, ctrl('c'), Some(Command::Quit)),
            (Prompt, press(Char('q')), None),
            (Overlay, press(Esc), Some(Command::Back)),
        ];
        for (context, event, expected) in cases {
            assert_eq!(command(context, &event), expected, "{context:?} {event:?}");
        }
    }

    #[test]
    fn a_question_mark_comes_with_shift() {
        let event = KeyEvent::new(Char('?'), KeyModifiers::SHIFT);
        assert_eq!(command(Home, &event), Some(Command::Help));
    }

    #[test]
    fn no_key_means_two_things() {
        for context in Context::ALL {
            let mut seen: HashMap<String, Command> = HashMap::new();
            for binding in bindings(context) {
                for key in binding.keys {
                    let before = seen.insert(format!("{key:?}"), binding.command);
                    assert_eq!(before, None, "{context:?} {key:?}");
                }
            }
        }
    }

    #[test]
    fn every_screen_has_help_and_a_way_out() {
        for context in SCREENS {
            assert!(key_of(*context, Command::Help).is_some(), "{context:?}");
        }
        for context in Context::ALL {
            let out = bindings(context).any(|b| matches!(b.command, Command::Back | Command::Quit));
            assert!(out, "{context:?}");
        }
    }

    #[test]
    fn chords_while_typing_leave_the_line_alone() {
        for context in [Typing, Prompt, Palette] {
            for binding in bindings(context) {
                for key in binding.keys {
                    assert!(
                        !matches!(
                            key,
                            Ctrl('h' | 'i' | 'j' | 'm' | 'u' | 'k' | 'w' | 'a' | 'e' | '[')
                        ),
                        "{context:?} {key:?}"
                    );
                    assert!(
                        !matches!(key, Plain(Char(_)) | Digit),
                        "{context:?} {key:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_key_has_a_label_in_both_languages() {
        for binding in TABLE {
            for lang in Lang::ALL {
                assert!(
                    !(binding.label)(Say(lang)).is_empty(),
                    "{:?}",
                    binding.command
                );
            }
        }
    }
}
