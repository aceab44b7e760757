//! The app and the home screen.

use super::{App, Next, Wanted, ended};
use crate::deck::DeckId;
use crate::session::{Ending, Move, Stage};
use crate::tui::home;
use crate::tui::keys::{self, Command, Context, Key};
use crate::tui::theme::Role;
use crate::tui::world::World;

impl<W: World> App<W> {
    pub(super) fn home_command(&mut self, command: Command) {
        match command {
            Command::Move(direction) => {
                if let Some(home) = &self.home {
                    let down = matches!(direction, Move::Down | Move::Right);
                    self.cursor.step(down, home);
                }
            }
            Command::Pick(index) if index != self.cursor.0 => {
                self.cursor = home::Cursor(index);
                self.keep_cursor();
            }
            Command::Accept | Command::Pick(_) => {
                let wanted = Wanted {
                    decks: self.deck_under().into_iter().collect(),
                    ..Wanted::default()
                };
                if let Err(failure) = self.study(wanted) {
                    self.fail(&failure);
                } else if self.run.as_ref().is_some_and(|run| ended(&run.session)) {
                    // Nothing to ask: stay, and say so.
                    let run = self.run.take();
                    let comes = run.as_ref().and_then(|run| match run.session.stage() {
                        Stage::Ended(Ending::Later(at)) => Some(self.world.time_of_day(*at)),
                        _ => None,
                    });
                    let held = run.and_then(|run| {
                        let held = self.world.held_back(&run.wanted.decks, (self.now)());
                        held.ok().map(|held| held.sum()).filter(|held| *held > 0)
                    });
                    let say = self.say();
                    let mut told: Vec<String> = Vec::new();
                    told.extend(comes.map(|time| say.next_at(&time)));
                    if let Some(held) = held {
                        let key = keys::key_of(Context::Home, Command::More);
                        let key = key.map(Key::name).unwrap_or_default();
                        told.push(say.held_back(held));
                        told.push(format!("{key}: {}", say.more_today()));
                    }
                    if told.is_empty() {
                        told.push(say.nothing_due().to_owned());
                    }
                    self.message = Some((told.join(" "), Role::Plain));
                }
            }
            Command::Undo => {
                self.undo();
                self.refresh();
            }
            Command::Aside => self.set_aside(),
            Command::Edit => {
                let any = self
                    .home
                    .as_ref()
                    .is_some_and(|home| !home.decks.is_empty());
                match self.deck_under() {
                    Some(deck) => self.edit_deck(&deck),
                    None if any => {
                        let told = self.say().which_deck().to_owned();
                        self.message = Some((told, Role::Plain));
                    }
                    None => {}
                }
            }
            Command::Quiz => {
                let decks = self.deck_under().into_iter().collect();
                self.offer_quiz(self.new_brief(decks));
            }
            _ => {}
        }
    }

    pub(super) fn go_home(&mut self) {
        self.run = None;
        self.quiz = None;
        self.refresh();
    }

    /// Whether the home screen is up and lacks something.
    pub(super) fn is_home_unfinished(&self) -> bool {
        let unfinished = self.home.as_ref().is_some_and(|home| home.unfinished);
        unfinished && self.context() == Context::Home
    }

    /// A stretch of what the home screen lacks.
    pub(super) fn finish_home(&mut self) -> Next {
        match self.world.go_on((self.now)()) {
            Ok(true) => return Next::Idle,
            Ok(false) => self.refresh(),
            Err(failure) => {
                if let Some(home) = &mut self.home {
                    home.unfinished = false;
                }
                self.fail(&failure);
            }
        }
        Next::Draw
    }

    /// The home screen as it is now.
    pub(super) fn refresh(&mut self) {
        let under = self.deck_under();
        match self.world.home(self.manner.study_lang, (self.now)()) {
            Ok(home) => self.home = Some(home),
            Err(failure) => self.fail(&failure),
        }
        self.follow(under.as_ref());
        self.refresh_aside();
    }

    /// The decks as the home screen lists them, which may not have been up yet.
    pub(super) fn decks(&mut self) -> Vec<(DeckId, String)> {
        if self.home.is_none() {
            self.refresh();
        }
        let rows = self.home.iter().flat_map(|home| &home.decks);
        rows.map(|row| (row.deck.clone(), row.title.clone()))
            .collect()
    }

    /// The deck of the home screen that the cursor is on; none on all of them.
    pub(super) fn deck_under(&self) -> Option<DeckId> {
        let row = self.cursor.deck(self.home.as_ref()?)?;
        Some(row.deck.clone())
    }

    /// The cursor stays on its deck, wherever that is listed now.
    fn follow(&mut self, deck: Option<&DeckId>) {
        let mut rows = self.home.iter().flat_map(|home| &home.decks);
        let at = deck.and_then(|deck| rows.position(|row| row.deck == *deck));
        self.cursor.0 = at.map_or(self.cursor.0, |at| at + 1);
        self.keep_cursor();
    }

    /// Some decks may be gone.
    pub(super) fn keep_cursor(&mut self) {
        let decks = self.home.as_ref().map_or(0, |home| home.decks.len());
        self.cursor.0 = self.cursor.0.min(decks);
    }
}
