//! A quiz as lines.

use std::io;

use jiff::Timestamp;

use super::dialogue::Dialogue;
use super::question;
use super::reply::{Reply, Wish};
use crate::quiz::{Effect, Miss, Paper, Share, Sitting, Stage, answered_in, right_in};
use crate::schedule::{CardState, Day};
use crate::session::{Asking, Input};
use crate::store::OpenQuiz;
use crate::tui::World;
use crate::tui::study::Aloud;

/// A quiz on the line, with the world it is recorded in.
struct Quiz<'a, 'b, W> {
    world: &'a mut W,
    sitting: Sitting,
    talk: &'a mut Dialogue<'b>,
    now: &'a dyn Fn() -> Timestamp,
    today: Day,
}

/// Gives a quiz, until it ends or there are no more lines.
///
/// # Errors
/// When it can't be recorded, or a line can't be read or written.
pub fn begin<W: World>(
    world: &mut W,
    paper: Paper,
    talk: &mut Dialogue<'_>,
    now: &dyn Fn() -> Timestamp,
) -> io::Result<()> {
    let learner = world.learner_of(&paper.reviewed());
    let learner = learner.map_err(|failure| talk.refused(&failure))?;
    let today = learner.clock.day(now());
    let left = world
        .open_quiz()
        .map_err(|failure| talk.refused(&failure))?;
    let sat = Sitting::begin(paper, Some(learner), left.map(|left| left.quiz));
    give(world, sat, today, talk, now)
}

/// Goes on with a quiz that was left.
///
/// # Errors
/// When it can't be recorded, or a line can't be read or written.
pub fn resume<W: World>(
    world: &mut W,
    left: OpenQuiz,
    talk: &mut Dialogue<'_>,
    now: &dyn Fn() -> Timestamp,
) -> io::Result<()> {
    let cards = world
        .quiz_cards(now())
        .map_err(|failure| talk.refused(&failure))?;
    let paper = Paper::again(&cards, &left.brief, &left.questions);
    let learner = world.learner_of(&paper.reviewed());
    let learner = learner.map_err(|failure| talk.refused(&failure))?;
    let today = learner.clock.day(now());
    let sat = Sitting::resume(paper, left.quiz, left.given, Some(learner), now());
    give(world, sat, today, talk, now)
}

fn give<W: World>(
    world: &mut W,
    (sitting, effects): (Sitting, Vec<Effect>),
    today: Day,
    talk: &mut Dialogue<'_>,
    now: &dyn Fn() -> Timestamp,
) -> io::Result<()> {
    talk.offers(&[Wish::Help, Wish::Language, Wish::Quit]);
    let quiz = Quiz {
        world,
        sitting,
        talk,
        now,
        today,
    };
    quiz.give(effects)
}

impl<W: World> Quiz<'_, '_, W> {
    fn give(mut self, effects: Vec<Effect>) -> io::Result<()> {
        self.head()?;
        self.follow(effects)?;
        loop {
            match self.sitting.stage() {
                Stage::Asking(_) => self.ask()?,
                Stage::Judged(_) => self.read()?,
                Stage::Left => {
                    let say = self.talk.voice();
                    let told = match self.sitting.given().is_empty() {
                        true => say.quiz_nothing_left(),
                        false => say.quiz_left_on_the_line(),
                    };
                    return self.talk.line(told);
                }
                Stage::Ended => return self.end(),
                // It could not be recorded, and that was told.
                Stage::Beginning => return Ok(()),
            }
        }
    }

    /// What it is: how many, of which seed; and how one answers.
    fn head(&mut self) -> io::Result<()> {
        let say = self.talk.voice();
        let paper = self.sitting.paper();
        let told = say.quiz_head(paper.questions.len(), paper.brief.seed);
        self.talk.line(&told)?;
        self.talk.line(say.plain_start())
    }

    /// Shows a question, and takes lines until it is answered.
    fn ask(&mut self) -> io::Result<()> {
        let say = self.talk.voice();
        let at = self.sitting.position();
        let all = self.sitting.paper().questions.len();
        self.talk.gap()?;
        let mut head = say.question_of(at + 1, all);
        if let Some(left) = self.sitting.remaining((self.now)()) {
            // A second that has begun is one.
            let seconds = left.as_millis().div_ceil(1000);
            let left = say.duration(i64::try_from(seconds).unwrap_or(i64::MAX));
            head.push_str(" · ");
            head.push_str(&say.time_left(&left));
        }
        self.talk.line(&head)?;
        self.side()?;
        while let Stage::Asking(asking) = self.sitting.stage() {
            let Asking { card, draft, .. } = &**asking;
            let (card, draft) = (card.clone(), draft.clone());
            if let Some(told) = question::told(say, &draft) {
                self.talk.line(&told)?;
            }
            let reply = self.talk.ask()?;
            // A line that comes too late is not read any more, whatever it says.
            if reply != Reply::End {
                let over = self.sitting.tick((self.now)());
                self.follow(over)?;
            }
            if !matches!(self.sitting.stage(), Stage::Asking(_)) {
                break;
            }
            match reply {
                Reply::Text(line) => match question::inputs(&draft, &card, &line) {
                    Some(inputs) => {
                        for input in inputs {
                            if matches!(self.sitting.stage(), Stage::Asking(_)) {
                                self.does(input)?;
                            }
                        }
                    }
                    None => self.talk.line(&say.unread(&line))?,
                },
                Reply::Command(wish, _) => self.wish(wish)?,
                Reply::Unknown(_) => {}
                Reply::End => self.does(Input::Leave)?,
            }
        }
        Ok(())
    }

    /// Shows how an answer was judged, and goes on: whoever listens has heard
    /// it before the next question.
    fn read(&mut self) -> io::Result<()> {
        if let Stage::Judged(judged) = self.sitting.stage()
            && judged.late
        {
            self.talk.line(self.talk.voice().time_is_over())?;
        }
        self.side()?;
        self.does(Input::Accept)
    }

    /// The side that is up.
    fn side(&mut self) -> io::Result<()> {
        let Some(card) = self.sitting.card() else {
            return Ok(());
        };
        // What the learner marked on it is for study.
        let state = CardState::default();
        let aloud = Aloud {
            say: self.talk.voice(),
            lang: self.talk.shown_in(card, self.sitting.peeking()),
            state: &state,
            peeking: self.sitting.peeking(),
            today: self.today,
        };
        let lines = match self.sitting.stage() {
            Stage::Asking(asking) => aloud.question(asking),
            Stage::Judged(judged) => aloud.answer(&judged.turned),
            Stage::Beginning | Stage::Left | Stage::Ended => Vec::new(),
        };
        self.talk.lines(&lines)
    }

    fn wish(&mut self, wish: Wish) -> io::Result<()> {
        match wish {
            Wish::Language => {
                self.does(Input::Peek)?;
                self.side()
            }
            Wish::Quit => self.does(Input::Leave),
            _ => self.talk.line(self.talk.voice().not_in_a_quiz()),
        }
    }

    fn does(&mut self, input: Input) -> io::Result<()> {
        let effects = self.sitting.handle(input, (self.now)());
        self.follow(effects)
    }

    /// Does what the sitting wants done; what can't be recorded ends it, as
    /// there is no one who could try again.
    fn follow(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        let mut effects = effects;
        while let Some(effect) = effects.pop() {
            let Effect::Record { acts, shown } = effect else {
                continue;
            };
            match self.world.record_all(acts, shown.as_ref(), (self.now)()) {
                Ok(events) => {
                    for event in events {
                        effects.extend(self.sitting.committed(&event, (self.now)()));
                    }
                }
                Err(failure) => {
                    self.sitting.failed();
                    let say = self.talk.voice();
                    let told = format!("{}: {}", say.not_saved(), failure.says(say.0));
                    return Err(io::Error::other(told));
                }
            }
        }
        Ok(())
    }

    fn end(mut self) -> io::Result<()> {
        let say = self.talk.voice();
        let score = self.sitting.score();
        self.talk.gap()?;
        let seconds = i64::try_from(score.took_ms / 1000).unwrap_or(i64::MAX);
        let time = say.duration(seconds);
        self.talk.line(&format!(
            "{}, {time}",
            say.score_of(score.all.right, score.all.of)
        ))?;
        let scope = self.sitting.paper().brief.scope();
        let tries = self.world.tries(&scope);
        let tries = tries.map_err(|failure| self.talk.refused(&failure))?;
        if tries.len() > 1 {
            let each: Vec<String> = tries
                .iter()
                .map(|one| format!("{}/{}", one.right, one.questions))
                .collect();
            let tries = say.nth_try(tries.len());
            self.talk.line(&format!("{tries}: {}", each.join(", ")))?;
        }
        let share = |name: &str, share: &Share| format!("{name}: {}/{}", share.right, share.of);
        for (kind, of) in &score.kinds {
            self.talk.line(&share(say.kind(*kind), of))?;
        }
        for (tag, of) in &score.tags {
            self.talk.line(&share(&format!("#{tag}"), of))?;
        }
        for miss in &score.misses {
            self.miss(miss)?;
        }
        if score.misses.is_empty() {
            return Ok(());
        }
        self.talk.gap()?;
        loop {
            self.talk.line(say.study_misses_question())?;
            match self.talk.ask()? {
                Reply::Text(line) if Wish::of_yes(&line) => return self.study(&score.misses),
                Reply::Text(line) if Wish::of_no(&line) => return Ok(()),
                Reply::Text(line) => self.talk.line(&say.unread(&line))?,
                Reply::Command(Wish::Quit, _) | Reply::End => return Ok(()),
                Reply::Command(..) | Reply::Unknown(_) => {
                    self.talk.line(say.not_in_a_quiz())?;
                }
            }
        }
    }

    /// A question that was missed: what it was, what was answered, what is right.
    fn miss(&mut self, miss: &Miss) -> io::Result<()> {
        let say = self.talk.voice();
        let Some(question) = self.sitting.paper().questions.get(miss.question) else {
            return Ok(());
        };
        let lang = self.talk.lang();
        let card = &question.card;
        let answered = match &miss.answered {
            Some(answered) if !answered.is_empty() => {
                let answered = answered_in(card, answered, lang);
                let reason = miss.verdict.as_ref().map(|verdict| say.reason(verdict));
                match reason.filter(|reason| !reason.is_empty()) {
                    Some(reason) => format!("{answered} ({reason})"),
                    None => answered,
                }
            }
            Some(_) => say.answered_nothing().to_owned(),
            None => say.not_reached().to_owned(),
        };
        let lines = [
            format!("{}. {}", miss.question + 1, card.question.get(lang)),
            format!("   {}: {answered}", say.you()),
            format!("   {}: {}", say.right_answer(), right_in(card, lang)),
        ];
        self.talk.gap()?;
        self.talk.lines(&lines)
    }

    /// Puts the misses into today's study.
    fn study(&mut self, misses: &[Miss]) -> io::Result<()> {
        let say = self.talk.voice();
        let acts = self.sitting.seen(misses);
        let count = acts.len();
        let done = self.world.record_all(acts, None, (self.now)());
        let told = match done {
            Ok(_) => say.misses_added(count),
            Err(failure) => format!("{}: {}", say.not_saved(), failure.says(say.0)),
        };
        self.talk.line(&told)
    }
}
