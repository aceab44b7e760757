//! What goes into a session, and what comes out of it.

use crate::answer::Rating;
use crate::schedule::Act;
use crate::session::Move;

/// What the learner did, whatever the key or the click was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Go on: reveal, submit what was answered, accept the suggested rating.
    Accept,
    /// Rate the card.
    Rate(Rating),
    /// The text field now holds this.
    Edit(String),
    /// An arrow.
    Move(Move),
    /// The item of this number (from 0), as shown: a choice, a line, a side.
    Pick(usize),
    /// Put the cursor on the line of this number (from 0), and do nothing to it.
    GoTo(usize),
    /// Tick or grab what the cursor is on.
    Toggle,
    /// Take back the last item of a list or the match of a pair.
    TakeBack,
    /// Give no answer.
    Pass,
    /// Show the hint.
    Hint,
    /// Show the card in the other language, or back.
    Peek,
    /// Take back the last act of today.
    Undo,
    /// Take the card out of rotation.
    Suspend,
    /// Put the card off until tomorrow.
    Bury,
    /// Mark the card with a line of why; marking it again with nothing unmarks it.
    Flag(String),
    /// Open the source.
    Open,
    /// End the session here.
    Leave,
}

/// What should happen in the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Append this to the log, then call [`Session::committed`].
    Record(Act),
    /// Take back the last act of today, then call [`Session::undone`].
    Undo,
    /// Open this address.
    Open(String),
}
