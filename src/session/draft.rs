//! An answer while it is being made: the text typed, the choices ticked, the
//! lines moved. What is shown in a shuffled order is shuffled here, once.

mod moving;
mod submitting;

use crate::answer::Response;
use crate::deck::{Card, Task};
use crate::session::Input;
use crate::session::shuffle::{out_of_order, shuffled};

/// An arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Move {
    Up,
    Down,
    Left,
    Right,
}

/// The answer so far, by the kind of the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draft {
    /// Nothing to do but think.
    Recall,
    /// A text, figure or date.
    Text {
        /// What the field holds.
        field: String,
    },
    /// Choices.
    Choice {
        /// Indices of the card's choices, in the order shown.
        shown: Vec<usize>,
        /// Which line the cursor is on.
        cursor: usize,
        /// Lines that are ticked (boxes only).
        ticked: Vec<bool>,
        /// Whether there are boxes.
        several: bool,
    },
    /// Items of a list.
    List {
        /// Those entered.
        entered: Vec<String>,
        /// What the field holds.
        field: String,
        /// How many are wanted.
        need: usize,
        /// What was given last, if it stands among them already.
        again: Option<String>,
    },
    /// Gaps of a cloze.
    Gaps {
        /// What each gap holds.
        fields: Vec<String>,
        /// The gap that is being typed.
        at: usize,
    },
    /// Lines to bring into order.
    Order {
        /// Indices of the card's items, in the order they stand now.
        lines: Vec<usize>,
        /// Which line the cursor is on.
        cursor: usize,
        /// Whether that line is held, and moves with the cursor.
        held: bool,
    },
    /// Pairs to match.
    Pairs {
        /// Indices of the left sides, in the order shown.
        left: Vec<usize>,
        /// Indices of the right sides, in the order shown.
        right: Vec<usize>,
        /// For each left line, the right line matched to it.
        matched: Vec<Option<usize>>,
        /// Which left line the cursor is on.
        cursor: usize,
    },
    /// Two figures to compare.
    Compare {
        /// Indices of the sides, in the order shown.
        shown: [usize; 2],
        /// Which line the cursor is on.
        cursor: usize,
        /// The line picked as the larger; then the times are typed.
        picked: Option<usize>,
        /// The side that is larger: a wrong pick needs no times.
        larger: usize,
        /// What the field holds.
        field: String,
    },
}

impl Draft {
    /// An empty answer to `card`, shuffled by `seed`.
    pub fn new(card: &Card, seed: u64) -> Draft {
        match &card.task {
            Task::Recall { .. } => Draft::Recall,
            Task::Text { .. } | Task::Number { .. } | Task::Date { .. } => Draft::Text {
                field: String::new(),
            },
            Task::Choice {
                choices, several, ..
            } => Draft::Choice {
                shown: shuffled(choices.len(), seed),
                cursor: 0,
                ticked: vec![false; choices.len()],
                several: *several,
            },
            Task::List { need, .. } => Draft::List {
                entered: Vec::new(),
                field: String::new(),
                need: *need,
                again: None,
            },
            Task::Cloze { accepted, .. } => Draft::Gaps {
                fields: vec![String::new(); accepted.len()],
                at: 0,
            },
            Task::Order { items } => Draft::Order {
                lines: out_of_order(items.len(), seed),
                cursor: 0,
                held: false,
            },
            Task::Pairs { pairs } => Draft::Pairs {
                left: shuffled(pairs.len(), seed),
                right: shuffled(pairs.len(), seed.rotate_left(32) ^ 1),
                matched: vec![None; pairs.len()],
                cursor: 0,
            },
            Task::Compare { larger, .. } => Draft::Compare {
                shown: if seed & 1 == 0 { [0, 1] } else { [1, 0] },
                cursor: 0,
                picked: None,
                larger: *larger,
                field: String::new(),
            },
        }
    }

    /// The text field that is being typed in, if there is one.
    pub fn field(&self) -> Option<&str> {
        match self {
            Draft::Text { field } | Draft::List { field, .. } => Some(field),
            Draft::Gaps { fields, at } => fields.get(*at).map(String::as_str),
            Draft::Compare {
                picked: Some(_),
                field,
                ..
            } => Some(field),
            _ => None,
        }
    }

    /// Whether the answer can be judged, or the learner rates alone.
    pub fn is_judged(&self) -> bool {
        !matches!(self, Draft::Recall)
    }

    /// Whether it is an answer to `now` as it is to `was`, the same card before
    /// it was edited: both ask the same, and what is typed may be judged anew.
    pub(super) fn fits(&self, was: &Card, now: &Card) -> bool {
        let typed =
            matches!(self, Draft::Text { .. }) && matches!(Draft::new(now, 0), Draft::Text { .. });
        let same_task = was.task == now.task || typed;
        was.question == now.question && was.answer == now.answer && same_task
    }

    /// Makes or submits the answer: what was answered, once it is all. What
    /// does neither changes nothing.
    pub fn take(&mut self, card: &Card, input: Input) -> Option<Response> {
        if let Draft::List { again, .. } = self {
            *again = None;
        }
        match input {
            Input::Accept => return self.accept(card),
            Input::Pass => return Some(Response::Nothing),
            Input::Pick(index) => return self.pick(index),
            Input::GoTo(index) => self.go_to(index),
            Input::Edit(text) => self.edit(text),
            Input::Move(direction) => self.go(direction),
            Input::Toggle => self.toggle(),
            Input::TakeBack => self.take_back(),
            _ => {}
        }
        None
    }

    /// The field now holds `text`.
    pub(super) fn edit(&mut self, text: String) {
        match self {
            Draft::Text { field } | Draft::List { field, .. } => *field = text,
            Draft::Gaps { fields, at } => {
                if let Some(field) = fields.get_mut(*at) {
                    *field = text;
                }
            }
            Draft::Compare {
                picked: Some(_),
                field,
                ..
            } => *field = text,
            _ => {}
        }
    }
}
