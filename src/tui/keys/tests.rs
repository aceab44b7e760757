#![allow(clippy::unwrap_used)]
use std::collections::HashMap;

use super::table::*;
use super::*;
use crate::text::Lang;
use Context::{Answer, Boxes, Choice, Home, Overlay, Palette, Prompt, Recall, Typing};

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
