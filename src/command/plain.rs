//! Sessions on standard input and output.

use std::io::{self, IsTerminal, Write};

use jiff::Timestamp;

use super::{Failure, Setup, Status};
use crate::plain::{Dialogue, Manner};
use crate::strings::Say;
use crate::text::Message;

/// Has a dialogue with whoever is on standard input.
pub(super) fn talk(
    setup: &Setup,
    out: &mut dyn Write,
    have: impl FnOnce(&mut Dialogue<'_>, &dyn Fn() -> Timestamp) -> io::Result<()>,
) -> Result<Status, Failure> {
    let echoes = io::stdin().is_terminal();
    let mut input = io::stdin().lock();
    let manner = Manner {
        say: Say(setup.lang),
        lang: setup.study_lang,
    };
    let now = || setup.clock.now();
    let mut dialogue = Dialogue::new(&mut input, out, echoes, manner);
    match have(&mut dialogue, &now) {
        Ok(()) => Ok(Status::Done),
        Err(error) if error.kind() == io::ErrorKind::Other => {
            Err(Failure::Message(Message::same(error)))
        }
        Err(error) => Err(error.into()),
    }
}
