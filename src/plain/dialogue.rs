//! Lines out and lines in. Nothing is written that a terminal would obey.

use std::io::{self, BufRead, Write};

use super::reply::{Reply, Wish};
use crate::deck::Card;
use crate::strings::Say;
use crate::text::{Lang, safe_line};
use crate::tui::world::Failure;

/// A line is read up to here; beyond it no one types.
const LONGEST: u64 = 100_000;

/// How it speaks.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// The interface's voice.
    pub say: Say,
    /// The language of the cards.
    pub lang: Lang,
}

/// Lines out and lines in.
pub struct Dialogue<'a> {
    input: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
    /// Whether whoever types sees it, on a terminal.
    echoes: bool,
    manner: Manner,
    /// What help lists.
    wishes: Vec<Wish>,
}

impl<'a> Dialogue<'a> {
    /// With whoever is on the other side; `echoes` says whether they see what
    /// they type.
    pub fn new(
        input: &'a mut dyn BufRead,
        out: &'a mut dyn Write,
        echoes: bool,
        manner: Manner,
    ) -> Dialogue<'a> {
        Dialogue {
            input,
            out,
            echoes,
            manner,
            wishes: Wish::ALL.into_iter().map(|(_, wish)| wish).collect(),
        }
    }

    /// From here on help lists these wishes alone.
    pub fn offers(&mut self, wishes: &[Wish]) {
        self.wishes = wishes.to_vec();
    }

    /// The interface's voice.
    pub fn voice(&self) -> Say {
        self.manner.say
    }

    /// The language of the cards.
    pub fn lang(&self) -> Lang {
        self.manner.lang
    }

    /// The language that a card is shown in.
    pub fn shown_in(&self, card: &Card, peeking: bool) -> Lang {
        let lang = self.manner.lang;
        let other = peeking && card.question.exactly(lang.other()).is_some();
        if other { lang.other() } else { lang }
    }

    /// That the world would not, for whoever ends the dialogue on it.
    pub fn refused(&self, failure: &Failure) -> io::Error {
        io::Error::other(failure.says(self.manner.say.0).to_owned())
    }

    /// Writes a line.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", safe_line(text))
    }

    /// Writes a blank line, to part what follows from what went before.
    pub fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Writes lines.
    pub fn lines(&mut self, texts: &[String]) -> io::Result<()> {
        texts.iter().try_for_each(|text| self.line(text))
    }

    /// Asks for a line, and reads it; help and unknown commands are answered here.
    pub fn ask(&mut self) -> io::Result<Reply> {
        loop {
            write!(self.out, "> ")?;
            self.out.flush()?;
            let mut line = Vec::new();
            let read = io::Read::take(&mut *self.input, LONGEST).read_until(b'\n', &mut line)?;
            // What comes from a pipe is not seen, and breaks no line.
            if !self.echoes || read == 0 {
                writeln!(self.out)?;
            }
            if read == 0 {
                return Ok(Reply::End);
            }
            match Reply::read(&String::from_utf8_lossy(&line)) {
                Reply::Command(Wish::Help, _) => self.help()?,
                Reply::Unknown(word) => {
                    let told = self.voice().unknown_command(&word);
                    self.line(&told)?;
                }
                reply => return Ok(reply),
            }
        }
    }

    fn help(&mut self) -> io::Result<()> {
        let say = self.voice();
        self.line(say.plain_help())?;
        let wishes = self.wishes.clone();
        let offered = Wish::ALL.iter().filter(|(_, wish)| wishes.contains(wish));
        for (letter, wish) in offered {
            let does = match wish {
                Wish::Help => say.help(),
                Wish::Quit => say.end_session(),
                Wish::Hint => say.hint(),
                Wish::Language => say.other_language(),
                Wish::Undo => say.undo(),
                Wish::Flag => say.flag(),
                Wish::Suspend => say.suspend(),
                Wish::Bury => say.bury(),
                Wish::Open => say.open_source(),
            };
            self.line(&format!(":{letter}  {does}"))?;
        }
        Ok(())
    }
}
