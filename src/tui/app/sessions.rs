//! The app and its session: what the session wants done in the world is done
//! here, and it is told.

use jiff::Timestamp;

use super::sheets::Sheet;
use super::{App, Run, Wanted, ended};
use crate::deck::CardId;
use crate::schedule::Act;
use crate::session::{Effect, Ending, Input, Session, Stage};
use crate::tui::end;
use crate::tui::field::Field;
use crate::tui::keys::{self, Command, Key};
use crate::tui::list;
use crate::tui::others;
use crate::tui::study::Study;
use crate::tui::theme::Role;
use crate::tui::world::{Failure, World};

/// How many new cards "more today" brings at a time.
const MORE_NEW: u32 = 10;
/// How many reviews "more today" brings at a time.
const MORE_REVIEWS: u32 = 50;

impl<W: World> App<W> {
    /// Begins a session.
    pub(super) fn study(&mut self, wanted: Wanted) -> Result<(), Failure> {
        let now = (self.now)();
        let material = self
            .world
            .material(&wanted.decks, wanted.caps, wanted.minutes, now)?;
        let mut session = Session::start(material, now);
        others::deal(&self.world, &mut session, &self.now)?;
        let mut run = Run {
            session,
            study: Study::default(),
            wanted,
            undo: false,
            end: None,
        };
        run.study.follow(&run.session);
        self.run = Some(run);
        self.look_back();
        self.settle();
        Ok(())
    }

    /// A command while a session is up.
    pub(super) fn run_command(&mut self, command: Command) {
        let say = self.say();
        let Some(run) = &mut self.run else { return };
        let card = run.session.card().cloned();
        match (command, card) {
            (Command::Accept | Command::Back, None) => self.go_home(),
            (Command::Back, Some(_)) => self.input(Input::Leave),
            (Command::Info, Some(card)) => {
                let state = run.session.state(&card.id);
                let view = self.world.info(&card, &state, say, (self.now)());
                self.sheet = Some(Sheet::info(view, None));
            }
            (Command::Flag, Some(card)) => {
                let flag = run.session.state(&card.id).flag;
                self.sheet = Some(Sheet::Flag {
                    field: Field::with(flag.as_deref().unwrap_or_default()),
                    flagged: flag.is_some(),
                });
            }
            (Command::Edit, Some(card)) => self.edit(&card.id),
            (Command::Hint, Some(card)) if card.hint.is_none() => {
                self.message = Some((say.no_hint().to_owned(), Role::Plain));
            }
            (Command::Open, Some(card)) if card.dateline.url.is_none() => {
                self.message = Some((say.no_source().to_owned(), Role::Plain));
            }
            (command, _) => {
                if let Some(input) = run.study.input(&run.session, command) {
                    self.input(input);
                }
            }
        }
    }

    /// Hands an input to the session, and does what it wants done.
    pub(super) fn input(&mut self, input: Input) {
        let Some(run) = &mut self.run else { return };
        let effects = run.session.handle(input, (self.now)());
        for effect in effects {
            match effect {
                Effect::Record(act) => {
                    self.record(act);
                }
                Effect::Undo => {
                    self.undo();
                }
                Effect::Open(url) => self.open(&url),
            }
        }
        self.settle();
    }

    /// Writes an act down; the session moves on only once it is on the disk.
    /// Returns whether it is written.
    pub(super) fn record(&mut self, act: Act) -> bool {
        let say = self.say();
        let recorded = match &mut self.run {
            Some(run) => others::record(&mut self.world, &mut run.session, act, &self.now),
            None => self.world.record(act, (self.now)()).map(Some),
        };
        let event = match recorded {
            Ok(Some(event)) => event,
            Ok(None) => {
                self.message = Some((say.overtaken().to_owned(), Role::Warn));
                return false;
            }
            Err(failure) => {
                self.fail_to(say.not_saved(), &failure);
                return false;
            }
        };
        self.message = None;
        match (&event.act, &mut self.run) {
            // What can be taken back is not looked up at each rating.
            (Act::Review(_), Some(run)) => run.undo = true,
            _ => self.look_back(),
        }
        self.settle();
        self.tell_behind(self.said_of(&event.act));
        true
    }

    /// What is said of an act that was written down, if anything is.
    pub(super) fn said_of(&self, act: &Act) -> Option<String> {
        let say = self.say();
        // By the key of the screen that it led to.
        let undo = keys::key_of(self.context(), Command::Undo);
        let undo = undo.map(Key::name).unwrap_or_default();
        match act {
            Act::Flag { .. } => Some(say.did_flag().to_owned()),
            Act::Unflag { .. } => Some(say.did_unflag().to_owned()),
            Act::Suspend { .. } => Some(say.did_suspend(&undo)),
            Act::Bury { .. } => Some(say.did_bury(&undo)),
            Act::Unsuspend { .. } | Act::Unbury { .. } => Some(say.did_put_back(&undo)),
            _ => None,
        }
    }

    /// Whether there is something to undo, for the session's screens: what was done
    /// need not be a review, nor done in this session.
    pub(super) fn look_back(&mut self) {
        let now = (self.now)();
        if let Some(run) = &mut self.run {
            // What can't be read is told by what needs it.
            run.undo = self.world.undoable(now).unwrap_or(false);
        }
    }

    /// Takes back the last act of today; returns the card it was about.
    pub(super) fn undo(&mut self) -> Option<CardId> {
        let say = self.say();
        match self.world.undo((self.now)()) {
            Ok(Some((event, state))) => {
                let card = event.act.card().map(|card| self.world.card(card));
                // One that can't be read now may be when it comes.
                let is_there = !matches!(card, None | Some(Ok(None)));
                let card = card.and_then(Result::unwrap_or_default);
                let question = card
                    .as_ref()
                    .map(|card| card.question.get(self.manner.study_lang));
                let question = list::one_line(question.map_or("", String::as_str));
                self.message = None;
                self.look_back();
                if let Some(run) = &mut self.run {
                    // It may have been done before this session, or in another.
                    run.session.undone(&event, state, is_there);
                    self.settle();
                }
                self.tell_behind(Some(say.did_undo(&event.act, &question)));
                return event.act.card().cloned();
            }
            Ok(None) => self.message = Some((say.nothing_to_undo().to_owned(), Role::Plain)),
            Err(failure) => self.fail(&failure),
        }
        None
    }

    /// Tells what was done, unless something is told already: that the next card
    /// can't be read.
    fn tell_behind(&mut self, said: Option<String>) {
        let said = said.map(|said| (said, Role::Good));
        self.message = self.message.take().or(said);
    }

    pub(super) fn open(&mut self, url: &str) {
        let say = self.say();
        self.message = Some(match self.world.open(url) {
            Ok(()) => (say.opened().to_owned(), Role::Good),
            Err(_) => (format!("{} {url}", say.cannot_open()), Role::Warn),
        });
    }

    /// Goes on with what still waits today; else lifts today's limits, and goes on
    /// with what they held back.
    pub(super) fn more(&mut self) {
        let wanted = self
            .run
            .as_ref()
            .map(|run| run.wanted.clone())
            .unwrap_or_else(|| Wanted {
                decks: self.deck_under().into_iter().collect(),
                ..Wanted::default()
            });
        // What capped the session that ended does not cap what is wanted more.
        let wanted = Wanted {
            decks: wanted.decks,
            ..Wanted::default()
        };
        let done = self.try_more(wanted);
        if let Err(failure) = done {
            self.fail(&failure);
        }
    }

    pub(super) fn try_more(&mut self, wanted: Wanted) -> Result<(), Failure> {
        let now = (self.now)();
        if self.goes_on_within_limits(&wanted, now)? {
            return Ok(());
        }
        let held = self.world.held_back(&wanted.decks, now)?;
        let more = Act::More {
            new: held.new.min(MORE_NEW),
            reviews: held.due.min(MORE_REVIEWS),
        };
        if held.new > 0 || held.due > 0 {
            self.world.record(more, now)?;
        }
        match &mut self.run {
            Some(run) => {
                let material = self.world.material(&wanted.decks, wanted.caps, None, now)?;
                run.wanted = wanted;
                run.end = None;
                run.session.extend(material, now);
                self.settle();
            }
            None => self.study(wanted)?,
        }
        self.look_back();
        if self.run.as_ref().is_some_and(|run| ended(&run.session)) {
            self.message = Some((self.say().no_more().to_owned(), Role::Plain));
        }
        Ok(())
    }

    /// Goes on from the end of a session with what still waits today, if anything
    /// does and comes now.
    fn goes_on_within_limits(&mut self, wanted: &Wanted, now: Timestamp) -> Result<bool, Failure> {
        let Some(run) = &mut self.run else {
            return Ok(false);
        };
        if run.end.as_ref().is_none_or(|end| end.left == 0) {
            return Ok(false);
        }
        let material = self.world.material(&wanted.decks, wanted.caps, None, now)?;
        run.session.extend(material, now);
        if ended(&run.session) {
            return Ok(false);
        }
        run.wanted = wanted.clone();
        self.settle();
        Ok(true)
    }

    /// After the session moved: the card that comes is brought, the field follows
    /// it, and its end is summed up.
    pub(super) fn settle(&mut self) {
        let Some(run) = &mut self.run else { return };
        let dealt = others::deal(&self.world, &mut run.session, &self.now);
        run.study.follow(&run.session);
        if let Err(failure) = dealt {
            return self.fail(&failure);
        }
        let Stage::Ended(ending) = run.session.stage() else {
            run.end = None;
            return;
        };
        let ending = *ending;
        if ending == Ending::Left && run.session.tally().done() == 0 {
            return self.go_home();
        }
        if run.end.is_some() {
            return;
        }
        let now = (self.now)();
        let held = self
            .world
            .held_back(&run.wanted.decks, now)
            .unwrap_or_default();
        let home = self.world.home(self.manner.study_lang, now);
        let home = home.ok().or_else(|| self.home.clone());
        // What a cap kept out of the session waits as well.
        let left = home.as_ref().map(|home| home.waiting_in(&run.wanted.decks));
        let left = left.unwrap_or_else(|| run.session.left());
        let back_at = match ending {
            Ending::Later(at) => Some(self.world.time_of_day(at)),
            _ => None,
        };
        // What waits for its steps is told by its time.
        let waiting = if back_at.is_some() {
            left.new.saturating_add(left.due)
        } else {
            left.sum()
        };
        run.end = Some(end::View {
            ending,
            tally: run.session.tally().clone(),
            seconds: run.session.tally().seconds(now),
            back_at,
            left: waiting,
            tomorrow: (home.as_ref())
                .and_then(|home| home.forecast.first().copied())
                .unwrap_or(0),
            held_back: held.new.saturating_add(held.due),
            streak: home.map_or(0, |home| home.streak),
            undo: run.undo,
        });
    }
}
