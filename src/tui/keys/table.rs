//! The table of keys.

use crossterm::event::KeyCode::{
    self, BackTab, Backspace, Char, Down, Enter, Esc, F, Left, PageDown, PageUp, Right, Tab, Up,
};

use super::Context::{
    self, Answer, Aside, Boxes, Choice, End, Form, Home, Info, Order, Overlay, Pairs, Palette,
    Prompt, QuizAnswer, QuizBoxes, QuizChoice, QuizEnd, QuizOffer, QuizOrder, QuizPairs,
    QuizRecall, QuizSetup, QuizTyping, Recall, Search, Typing, Watch,
};
use super::Key::{self, Ctrl, Digit, Plain};
use super::{Binding, Command};
use crate::answer::Rating;
use crate::session::Move;
use crate::strings::Say;

/// Questions at which letters are commands.
const QUESTION: &[Context] = &[Recall, Choice, Boxes, Order, Pairs];
/// Every side of a card at which letters are commands.
const CARD: &[Context] = &[Recall, Choice, Boxes, Order, Pairs, Answer];
/// Questions of a quiz at which letters are commands.
const QUIZ: &[Context] = &[QuizRecall, QuizChoice, QuizBoxes, QuizOrder, QuizPairs];
/// Every side of a card of a quiz at which letters are commands.
const QUIZ_CARD: &[Context] = &[
    QuizRecall, QuizChoice, QuizBoxes, QuizOrder, QuizPairs, QuizAnswer,
];
/// Every side of a card: one may be longer than the screen.
const SIDES: &[Context] = &[
    Recall, Choice, Boxes, Order, Pairs, Typing, Answer, QuizRecall, QuizChoice, QuizBoxes,
    QuizOrder, QuizPairs, QuizTyping, QuizAnswer, QuizEnd, Form, Watch,
];
/// Where arrows go up and down.
const ARROWS: &[Context] = &[
    Home, Aside, Search, Recall, Choice, Boxes, Order, Pairs, Typing, Overlay, Info, Palette,
    Answer, QuizSetup, QuizRecall, QuizChoice, QuizBoxes, QuizOrder, QuizPairs, QuizTyping,
    QuizAnswer, QuizEnd, Watch,
];
/// Everything below an overlay.
pub(super) const SCREENS: &[Context] = &[
    Home, Aside, Search, Recall, Choice, Boxes, Order, Pairs, Typing, Answer, End, QuizOffer,
    QuizSetup, QuizRecall, QuizChoice, QuizBoxes, QuizOrder, QuizPairs, QuizTyping, QuizAnswer,
    QuizEnd, Form, Watch,
];
/// Those of them at which letters are commands.
const LETTERS: &[Context] = &[
    Home, Aside, Recall, Choice, Boxes, Order, Pairs, Answer, End, QuizOffer, QuizSetup,
    QuizRecall, QuizChoice, QuizBoxes, QuizOrder, QuizPairs, QuizAnswer, QuizEnd, Watch,
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
#[rustfmt::skip]
pub const TABLE: &[Binding] = &[
    // Going on.
    bind(&[Home], &[Plain(Enter), Plain(Char(' '))], Command::Accept, Say::study, 1),
    bind(&[Home], &[Plain(Char('z'))], Command::Quiz, Say::quiz, 2),
    bind(&[Aside], &[Plain(Enter), Plain(Char('s'))], Command::Accept, Say::put_back, 1),
    bind(&[Recall, QuizRecall], &[Plain(Char(' ')), Plain(Enter)], Command::Accept, Say::reveal, 1),
    bind(&[Choice, QuizChoice], &[Plain(Enter), Plain(Char(' '))], Command::Accept, Say::pick_this, 1),
    bind(&[Boxes, Order, Pairs, QuizBoxes, QuizOrder, QuizPairs], &[Plain(Enter)], Command::Accept, Say::answer, 1),
    bind(&[Typing, QuizTyping], &[Plain(Enter)], Command::Accept, Say::answer_typed, 1),
    bind(&[Answer], &[Plain(Enter), Plain(Char(' '))], Command::Accept, Say::accept_rating, 1),
    bind(&[End], &[Plain(Enter), Plain(Char(' '))], Command::Accept, Say::home, 1),
    bind(&[QuizOffer], &[Plain(Enter), Plain(Char(' '))], Command::Accept, Say::go_on, 1),
    bind(&[QuizOffer], &[Plain(Char('n'))], Command::Fresh, Say::another_quiz, 1),
    bind(&[QuizSetup], &[Plain(Enter)], Command::Accept, Say::start_quiz, 1),
    bind(&[QuizAnswer], &[Plain(Enter), Plain(Char(' '))], Command::Accept, Say::next_question, 1),
    bind(&[QuizEnd], &[Plain(Enter)], Command::Accept, Say::study_misses, 1),
    bind(&[QuizEnd], &[Plain(Char('r'))], Command::Repeat, Say::repeat_quiz, 2),
    bind(&[QuizEnd], &[Plain(Char('n'))], Command::Fresh, Say::fresh_questions, 3),
    bind(&[QuizEnd], &[Plain(Char('e'))], Command::Export, Say::export_quiz, 4),
    bind(&[Form], &[Ctrl('s')], Command::Accept, Say::save_card, 1),
    bind(&[Form], &[Plain(Tab), Plain(Down), Plain(Enter)], Command::Move(Move::Down), Say::next_field, 3),
    bind(&[Form], &[Plain(BackTab), Plain(Up)], Command::Move(Move::Up), Say::field_before, 0),
    bind(&[Form], &[Plain(Left)], Command::Move(Move::Left), Say::choice_before, 0),
    bind(&[Form], &[Plain(Right)], Command::Move(Move::Right), Say::choice_after, 0),
    bind(&[Form], &[Ctrl('r')], Command::Turn, Say::look, 2),
    bind(&[Form], &[Ctrl('t')], Command::Peek, Say::both_languages, 5),
    bind(&[Watch], &[Plain(Char('e'))], Command::Edit, Say::edit_card, 1),
    bind(&[Watch], &[Plain(Char(' ')), Plain(Enter), Plain(Char('r'))], Command::Turn, Say::turn_card, 2),
    bind(&[Watch], &[Plain(Char('n'))], Command::Problem(Move::Down), Say::next_problem, 2),
    bind(&[Watch], &[Plain(Char('p'))], Command::Problem(Move::Up), Say::problem_before, 0),
    bind(&[Watch], &[Plain(Char('t'))], Command::Peek, Say::other_language, 4),
    bind(&[Watch], &[Plain(Char('w'))], Command::Size, Say::other_size, 5),
    bind(&[Watch], &[Plain(Tab)], Command::Deck(Move::Down), Say::next_deck, 5),
    bind(&[Watch], &[Plain(BackTab)], Command::Deck(Move::Up), Say::deck_before, 0),
    bind(&[Search], &[Plain(Enter), Plain(F(3))], Command::Accept, Say::info, 1),
    bind(&[Prompt], &[Plain(Enter)], Command::Accept, Say::accept, 1),
    bind(&[Palette], &[Plain(Enter)], Command::Accept, Say::do_this, 1),
    // Answering.
    bind(&[Choice, QuizChoice], &[Digit], Command::Pick(0), Say::pick, 2),
    bind(&[Boxes, QuizBoxes], &[Plain(Char(' '))], Command::Toggle, Say::tick, 1),
    bind(&[Boxes, QuizBoxes], &[Digit], Command::Pick(0), Say::tick_number, 3),
    bind(&[Order, QuizOrder], &[Plain(Char(' '))], Command::Toggle, Say::hold, 1),
    bind(&[Order, QuizOrder], &[Digit], Command::Pick(0), Say::go_to_number, 0),
    bind(&[Pairs, QuizPairs], &[Digit], Command::Pick(0), Say::match_number, 1),
    bind(&[Pairs, QuizPairs], &[Plain(Left)], Command::Move(Move::Left), Say::match_before, 0),
    bind(&[Pairs, QuizPairs], &[Plain(Right), Plain(Char(' '))], Command::Move(Move::Right), Say::match_after, 2),
    bind(&[Pairs, Typing, QuizPairs, QuizTyping], &[Plain(Backspace)], Command::TakeBack, Say::take_back, 0),
    bind(&[QuizSetup], &[Plain(Char(' '))], Command::Toggle, Say::pick, 2),
    bind(&[QuizSetup], &[Plain(Left)], Command::Move(Move::Left), Say::before_or_less, 0),
    bind(&[QuizSetup], &[Plain(Right)], Command::Move(Move::Right), Say::next_or_more, 0),
    bind(&[QuizSetup], &[Digit], Command::Pick(0), Say::type_the_number, 3),
    bind(&[QuizSetup], &[Plain(Char('0'))], Command::Pick(9), Say::type_the_number, 0),
    bind(&[QuizSetup], &[Plain(Backspace)], Command::TakeBack, Say::last_digit, 0),
    bind(&[Answer], &[Plain(Char('1'))], Command::Rate(Rating::Again), Say::again, 0),
    bind(&[Answer], &[Plain(Char('2'))], Command::Rate(Rating::Hard), Say::hard, 0),
    bind(&[Answer], &[Plain(Char('3'))], Command::Rate(Rating::Good), Say::good, 0),
    bind(&[Answer], &[Plain(Char('4'))], Command::Rate(Rating::Easy), Say::easy, 0),
    // Moving.
    bind(ARROWS, &[Plain(Up)], Command::Move(Move::Up), Say::up, 0),
    bind(ARROWS, &[Plain(Down)], Command::Move(Move::Down), Say::down, 0),
    bind(&[Aside, Search, Info], &[Plain(PageUp)], Command::Page(Move::Up), Say::page_up, 0),
    bind(&[Aside, Search, Info], &[Plain(PageDown)], Command::Page(Move::Down), Say::page_down, 0),
    bind(SIDES, &[Plain(PageUp)], Command::Page(Move::Up), Say::page_up, 0),
    bind(SIDES, &[Plain(PageDown)], Command::Page(Move::Down), Say::page_down, 0),
    bind(&[Watch], &[Plain(KeyCode::Home)], Command::Edge(Move::Up), Say::to_the_first, 0),
    bind(&[Watch], &[Plain(KeyCode::End)], Command::Edge(Move::Down), Say::to_the_last, 0),
    // The card.
    bind(QUESTION, &[Plain(Char('h'))], Command::Hint, Say::hint, 3),
    bind(&[Typing], &[Plain(F(2))], Command::Hint, Say::hint, 3),
    bind(CARD, &[Plain(Char('t'))], Command::Peek, Say::other_language, 4),
    bind(QUIZ_CARD, &[Plain(Char('t'))], Command::Peek, Say::other_language, 4),
    bind(&[Typing, QuizTyping], &[Ctrl('t')], Command::Peek, Say::other_language, 5),
    bind(CARD, &[Plain(Char('u'))], Command::Undo, Say::undo, 3),
    bind(&[Aside], &[Plain(Char('f'))], Command::Flag, Say::unflag, 3),
    bind(&[Home, Aside, End], &[Plain(Char('u'))], Command::Undo, Say::undo, 4),
    bind(&[Typing], &[Ctrl('r')], Command::Undo, Say::undo, 5),
    bind(&[Search], &[Ctrl('r')], Command::Undo, Say::undo, 6),
    bind(CARD, &[Plain(Char('i'))], Command::Info, Say::info, 5),
    bind(&[Typing], &[Plain(F(3))], Command::Info, Say::info, 0),
    bind(CARD, &[Plain(Char('o'))], Command::Open, Say::open_source, 6),
    bind(&[QuizAnswer], &[Plain(Char('o'))], Command::Open, Say::open_source, 3),
    bind(&[Typing], &[Ctrl('o')], Command::Open, Say::open_source, 0),
    bind(CARD, &[Plain(Char('e'))], Command::Edit, Say::edit_card, 8),
    bind(&[Typing], &[Plain(F(4))], Command::Edit, Say::edit_card, 0),
    bind(&[Search], &[Plain(F(4))], Command::Edit, Say::edit_card, 3),
    bind(&[QuizAnswer], &[Plain(Char('e'))], Command::Edit, Say::edit_card, 5),
    bind(&[Home], &[Plain(Char('e'))], Command::Edit, Say::edit_deck, 8),
    bind(&[Aside], &[Plain(Char('e'))], Command::Edit, Say::edit_card, 4),
    bind(&[Info], &[Plain(Char('e')), Plain(F(4))], Command::Edit, Say::edit_card, 2),
    bind(&[Home], &[Plain(Char('a'))], Command::Compose, Say::add_card, 7),
    bind(CARD, &[Plain(Char('a'))], Command::Compose, Say::add_card, 8),
    bind(&[End], &[Plain(Char('a'))], Command::Compose, Say::add_card, 5),
    bind(&[Typing], &[Plain(F(5))], Command::Compose, Say::add_card, 0),
    bind(CARD, &[Plain(Char('f'))], Command::Flag, Say::flag, 6),
    bind(&[Typing], &[Ctrl('f')], Command::Flag, Say::flag, 0),
    bind(CARD, &[Plain(Char('s'))], Command::Suspend, Say::suspend, 7),
    bind(&[Typing], &[Ctrl('s')], Command::Suspend, Say::suspend, 0),
    bind(&[Search], &[Ctrl('s')], Command::Suspend, Say::suspend_or_back, 4),
    bind(CARD, &[Plain(Char('b'))], Command::Bury, Say::bury, 7),
    bind(&[Typing], &[Ctrl('b')], Command::Bury, Say::bury, 0),
    bind(&[Home, End], &[Plain(Char('m'))], Command::More, Say::more_today, 3),
    bind(&[Home], &[Plain(Char('s'))], Command::Aside, Say::aside_cards, 5),
    bind(&[Home], &[Plain(Char('/'))], Command::Search, Say::search, 4),
    bind(&[Aside, End], &[Plain(Char('/'))], Command::Search, Say::search, 6),
    bind(CARD, &[Plain(Char('/'))], Command::Search, Say::search, 9),
    // The program.
    bind(SCREENS, &[Ctrl('p')], Command::Palette, Say::commands, 6),
    bind(LETTERS, &[Plain(Char('?')), Plain(F(1))], Command::Help, Say::help, 2),
    bind(&[Typing, QuizTyping, Form, Search], &[Plain(F(1))], Command::Help, Say::help, 2),
    bind(&[Recall, Choice, Boxes, Order, Pairs, Typing, Answer], &[Plain(Esc)], Command::Back, Say::end_session, 4),
    bind(&[Aside, Search, QuizSetup], &[Plain(Esc)], Command::Back, Say::back, 2),
    bind(&[Search], &[Plain(Backspace)], Command::TakeBack, Say::back, 0),
    bind(QUIZ, &[Plain(Esc), Plain(Char('q'))], Command::Back, Say::leave_quiz, 3),
    bind(&[QuizAnswer], &[Plain(Esc), Plain(Char('q'))], Command::Back, Say::leave_quiz, 4),
    bind(&[QuizTyping], &[Plain(Esc)], Command::Back, Say::leave_quiz, 3),
    bind(&[QuizOffer, QuizEnd], &[Plain(Esc)], Command::Back, Say::home, 2),
    bind(&[End], &[Plain(Esc)], Command::Back, Say::home, 0),
    bind(&[Overlay, Info], &[Plain(Esc), Plain(Enter), Plain(Char(' ')), Plain(Char('?')), Plain(Char('i')), Plain(Char('q')), Plain(F(1)), Plain(F(3))], Command::Back, Say::close, 1),
    bind(&[Prompt, Palette, Form], &[Plain(Esc)], Command::Back, Say::cancel, 1),
    bind(&[Home, End], &[Plain(Char('q'))], Command::Quit, Say::quit, 2),
    bind(&[Watch], &[Plain(Char('q')), Plain(Esc)], Command::Quit, Say::quit, 2),
    bind(&[Aside, QuizOffer, QuizSetup, QuizEnd], &[Plain(Char('q'))], Command::Quit, Say::quit, 5),
    bind(CARD, &[Plain(Char('q'))], Command::Quit, Say::quit, 5),
    bind(EVERYWHERE, &[Ctrl('c')], Command::Quit, Say::quit, 0),
    bind(EVERYWHERE, &[Ctrl('l')], Command::Redraw, Say::redraw, 0),
    bind(EVERYWHERE, &[Ctrl('z')], Command::Pause, Say::pause, 0),
];
