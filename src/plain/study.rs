//! A study session as lines.

use std::io;

use jiff::Timestamp;

use super::dialogue::Dialogue;
use super::question;
use super::reply::{Reply, Wish};
use crate::answer::Rating;
use crate::schedule::Act;
use crate::session::{Answered, Asking, Effect, Ending, Input, Session, Stage};
use crate::tui::World;
use crate::tui::list;
use crate::tui::others;
use crate::tui::study::Aloud;

/// A session on the line, with the world it does things in.
struct Study<'a, 'b, W> {
    world: &'a mut W,
    session: Session,
    talk: &'a mut Dialogue<'b>,
    now: &'a dyn Fn() -> Timestamp,
}

/// Goes through a session until it ends or there are no more lines.
///
/// # Errors
/// When a line can't be read or written.
pub fn study<W: World>(
    world: &mut W,
    session: Session,
    talk: &mut Dialogue<'_>,
    now: &dyn Fn() -> Timestamp,
) -> io::Result<()> {
    let mut study = Study {
        world,
        session,
        talk,
        now,
    };
    if study.session.up().is_some() {
        let told = study.talk.voice().plain_start();
        study.talk.line(told)?;
    }
    loop {
        match study.session.stage() {
            Stage::Coming(_) => study.deal()?,
            Stage::Asking(_) => study.ask()?,
            Stage::Answered(_) => study.rate()?,
            Stage::Ended(ending) => {
                let ending = *ending;
                return study.end(ending);
            }
        }
    }
}

impl<W: World> Study<'_, '_, W> {
    /// Has the card that comes brought; one that can't be read ends the talk.
    fn deal(&mut self) -> io::Result<()> {
        let lang = self.talk.voice().0;
        others::deal(self.world, &mut self.session, self.now)
            .map_err(|failure| io::Error::other(failure.says(lang).to_owned()))
    }

    /// Shows a question, and takes lines until it is answered or another is up.
    fn ask(&mut self) -> io::Result<()> {
        let up = self.card_up();
        self.head()?;
        self.side()?;
        while self.card_up() == up
            && let Stage::Asking(Asking { card, draft, .. }) = self.session.stage()
        {
            let (card, draft) = (card.clone(), draft.clone());
            if let Some(told) = question::told(self.talk.voice(), &draft) {
                self.talk.line(&told)?;
            }
            match self.talk.ask()? {
                Reply::Text(line) => match question::inputs(&draft, &card, &line) {
                    Some(inputs) => {
                        for input in inputs {
                            self.does(input)?;
                        }
                    }
                    None => {
                        let told = self.talk.voice().unread(&line);
                        self.talk.line(&told)?;
                    }
                },
                Reply::Command(wish, rest) => self.wish(wish, rest)?,
                Reply::Unknown(_) => {}
                Reply::End => self.does(Input::Leave)?,
            }
        }
        Ok(())
    }

    /// Shows an answer and what each rating would do, and takes lines until
    /// one is chosen.
    fn rate(&mut self) -> io::Result<()> {
        self.side()?;
        let up = self.card_up();
        while self.card_up() == up
            && let Stage::Answered(answered) = self.session.stage()
        {
            let ratings = ratings(self.talk, answered);
            self.talk.line(&ratings)?;
            match self.talk.ask()? {
                Reply::Text(line) if line.is_empty() => self.does(Input::Accept)?,
                Reply::Text(line) => match rating(&line) {
                    Some(rating) => self.does(Input::Rate(rating))?,
                    None => self.talk.line(self.talk.voice().type_a_rating())?,
                },
                Reply::Command(wish, rest) => self.wish(wish, rest)?,
                Reply::Unknown(_) => {}
                Reply::End => self.does(Input::Leave)?,
            }
        }
        Ok(())
    }

    /// What tells a question or answer from the next.
    fn card_up(&self) -> (Option<crate::deck::CardId>, bool, u32) {
        let answered = matches!(self.session.stage(), Stage::Answered(_));
        let card = self.session.card().map(|card| card.id.clone());
        (card, answered, self.session.tally().done())
    }

    /// Where one is: the card's deck, and what is left in the session.
    fn head(&mut self) -> io::Result<()> {
        let Some(card) = self.session.card() else {
            return Ok(());
        };
        let say = self.talk.voice();
        let left = self.session.left();
        let title = self.world.title(card.id.deck(), self.talk.lang());
        self.talk.gap()?;
        self.talk.line(&format!(
            "{title} · {}: {}, {}, {}",
            say.left_in_all(),
            say.count_new(left.new),
            say.count_learning(left.learning),
            say.count_due(left.due)
        ))
    }

    /// The side that is up.
    fn side(&mut self) -> io::Result<()> {
        let Some(card) = self.session.card() else {
            return Ok(());
        };
        let aloud = Aloud {
            say: self.talk.voice(),
            lang: self.talk.shown_in(card, self.session.peeking()),
            state: &self.session.state(&card.id),
            peeking: self.session.peeking(),
            today: self.session.day(),
        };
        let lines = match self.session.stage() {
            Stage::Asking(asking) => aloud.question(asking),
            Stage::Answered(answered) => aloud.answer(&answered.turned),
            Stage::Coming(_) | Stage::Ended(_) => Vec::new(),
        };
        self.talk.lines(&lines)
    }

    fn wish(&mut self, wish: Wish, rest: String) -> io::Result<()> {
        let say = self.talk.voice();
        let card = self.session.card();
        let no_hint = card.is_some_and(|card| card.hint.is_none());
        let no_source = card.is_some_and(|card| card.dateline.url.is_none());
        let input = match wish {
            Wish::Hint if no_hint => return self.talk.line(say.no_hint()),
            Wish::Open if no_source => return self.talk.line(say.no_source()),
            Wish::Hint => Input::Hint,
            Wish::Language => Input::Peek,
            Wish::Undo => Input::Undo,
            Wish::Flag => Input::Flag(rest),
            Wish::Suspend => Input::Suspend,
            Wish::Bury => Input::Bury,
            Wish::Open => Input::Open,
            Wish::Quit => Input::Leave,
            Wish::Help => return Ok(()),
        };
        self.does(input)?;
        match wish {
            Wish::Hint | Wish::Language => self.side(),
            _ => Ok(()),
        }
    }

    /// Hands an input to the session, and does what it wants done.
    fn does(&mut self, input: Input) -> io::Result<()> {
        let say = self.talk.voice();
        for effect in self.session.handle(input, (self.now)()) {
            match effect {
                Effect::Record(act) => {
                    let recorded = others::record(self.world, &mut self.session, act, self.now);
                    let told = match recorded {
                        Ok(Some(event)) => match event.act {
                            Act::Flag { .. } => say.did_flag().to_owned(),
                            Act::Unflag { .. } => say.did_unflag().to_owned(),
                            Act::Suspend { .. } => say.did_suspend(":u"),
                            Act::Bury { .. } => say.did_bury(":u"),
                            _ => continue,
                        },
                        Ok(None) => say.overtaken().to_owned(),
                        Err(failure) => {
                            format!("{}: {}", say.not_saved(), failure.says(say.0))
                        }
                    };
                    self.talk.line(&told)?;
                }
                Effect::Undo => match self.world.undo((self.now)()) {
                    Ok(Some((event, state))) => {
                        // It may have been done before this session.
                        let card = event.act.card().map(|card| self.world.card(card));
                        let is_there = !matches!(card, None | Some(Ok(None)));
                        let card = card.and_then(Result::unwrap_or_default);
                        let question = card
                            .as_ref()
                            .map(|card| card.question.get(self.talk.lang()));
                        let question = list::one_line(question.map_or("", String::as_str));
                        let told = say.did_undo(&event.act, &question);
                        self.session.undone(&event, state, is_there);
                        self.talk.line(&told)?;
                    }
                    Ok(None) => self.talk.line(say.nothing_to_undo())?,
                    Err(failure) => self.talk.line(failure.says(say.0))?,
                },
                Effect::Open(url) => {
                    // The address says it where no browser can be started.
                    let told = match self.world.open(&url) {
                        Ok(()) => say.opened().to_owned(),
                        Err(_) => format!("{} {url}", say.cannot_open()),
                    };
                    self.talk.line(&told)?;
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, ending: Ending) -> io::Result<()> {
        let say = self.talk.voice();
        let tally = self.session.tally();
        let (done, new) = (tally.done(), tally.new);
        let time = say.duration(tally.seconds((self.now)()));
        self.talk.gap()?;
        let title = match ending {
            Ending::Done | Ending::Later(_) if done == 0 => say.nothing_due(),
            Ending::Done | Ending::Later(_) => say.session_done(),
            Ending::TimeUp => say.session_time_up(),
            Ending::Left => say.session_left(),
        };
        self.talk.line(title)?;
        if done > 0 {
            let came_to = say.reviews_in(done, new, &time);
            self.talk
                .line(&format!("{}: {came_to}", say.reviews_done()))?;
        }
        if let Ending::Later(at) = ending {
            let at = self.world.time_of_day(at);
            self.talk.line(&say.next_at(&at))?;
        }
        Ok(())
    }
}

/// `1 Again <1 min, 2 Hard 6 min, 3 Good 10 min, 4 Easy 2 d; enter: Good`
fn ratings(talk: &Dialogue<'_>, answered: &Answered) -> String {
    let say = talk.voice();
    let each = answered.outcomes.iter().map(|outcome| {
        format!(
            "{} {} {}",
            outcome.rating.number(),
            say.rating(outcome.rating),
            say.interval(outcome.interval)
        )
    });
    let slow = if answered.slow {
        format!("{} ", say.was_slow())
    } else {
        String::new()
    };
    format!(
        "{slow}{}; {}",
        each.collect::<Vec<_>>().join(", "),
        say.enter_rates(answered.suggestion)
    )
}

fn rating(line: &str) -> Option<Rating> {
    let line = crate::text::nfc(line);
    Rating::ALL
        .into_iter()
        .find(|rating| rating.number().to_string() == line)
}
