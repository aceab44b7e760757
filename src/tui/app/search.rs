//! The app and the search over all cards.

use crossterm::event::KeyEvent;

use super::events::{is_backspace, moves};
use super::sheets::Sheet;
use super::{App, Next};
use crate::deck::CardId;
use crate::schedule::Act;
use crate::session::Move;
use crate::tui::keys::{self, Command, Context, Key};
use crate::tui::search::Search;
use crate::tui::study::LookedUp;
use crate::tui::theme::Role;
use crate::tui::world::World;

/// So many cards a page goes up or down.
const PAGE: usize = 10;

impl<W: World> App<W> {
    /// Shows the search.
    pub(super) fn begin_search(&mut self) {
        self.search = Some(Search::default());
    }

    /// A key for the line that is typed. Returns whether it did anything.
    pub(super) fn search_key(&mut self, event: &KeyEvent) -> bool {
        let Some(search) = &mut self.search else {
            return false;
        };
        if is_backspace(event) && search.field.text().is_empty() {
            return false;
        }
        let changed = search.field.key(event);
        if changed {
            search.typed();
            self.go_on_searching();
        }
        changed || moves(event) || is_backspace(event)
    }

    pub(super) fn search_paste(&mut self, text: &str) {
        if let Some(search) = &mut self.search
            && search.field.paste(text)
        {
            search.typed();
            self.go_on_searching();
        }
    }

    /// The next stretch of a search. Returns whether there was one.
    pub(super) fn go_on_searching(&mut self) -> bool {
        let Some(search) = &mut self.search else {
            return false;
        };
        let Some((words, from)) = search.rest() else {
            return false;
        };
        let (mut cards, mut count, room) = (Vec::new(), 0_u32, search.room());
        let rest = self.world.search(words, from, &mut |card: CardId| {
            count = count.saturating_add(1);
            if cards.len() < room {
                cards.push(card);
            }
        });
        let (lang, now) = (self.manner.study_lang, (self.now)());
        let mut rows = Vec::new();
        let found = rest.and_then(|rest| {
            for card in &cards {
                rows.extend(self.world.found(card, lang, self.manner.lang, now)?);
            }
            Ok(rest)
        });
        match found {
            Ok(rest) => search.take(rows, count, rest),
            Err(failure) => {
                search.take(rows, count, None);
                self.fail(&failure);
            }
        }
        true
    }

    /// The cards may be others now.
    pub(super) fn refresh_search(&mut self) {
        if let Some(search) = &mut self.search {
            search.again();
            self.go_on_searching();
        }
    }

    pub(super) fn search_command(&mut self, command: Command) -> Next {
        let say = self.say();
        let Some(search) = &mut self.search else {
            return Next::Idle;
        };
        let card = search.chosen().map(|row| row.card.clone());
        match (command, card) {
            (Command::Move(direction), _) => search.step(direction == Move::Down, 1),
            (Command::Page(direction), _) => search.step(direction == Move::Down, PAGE),
            (Command::GoTo(index), _) => search.go_to(index),
            (Command::Back | Command::TakeBack, _) => {
                self.search = None;
                self.refresh();
            }
            (Command::Accept | Command::Info, Some(card)) => {
                let now = (self.now)();
                let known = self.world.card(&card);
                match known.and_then(|known| Ok((known, self.world.state(&card)?))) {
                    Ok((Some(card), state)) => {
                        let view = self.world.info(&card, &state, say, now);
                        let looked_up = LookedUp {
                            card,
                            state,
                            lang: self.manner.study_lang,
                            today: self.world.clock().day(now),
                        };
                        self.sheet = Some(Sheet::info(view, Some(looked_up)));
                    }
                    Ok((None, _)) => self.refresh_search(),
                    Err(failure) => self.fail(&failure),
                }
            }
            (Command::Edit, Some(card)) => self.edit(&card),
            (Command::Suspend, Some(card)) => self.turn_suspension(card),
            (Command::Undo, _) => {
                if let Some(card) = self.undo() {
                    self.renew_found(&card);
                }
                self.refresh();
            }
            _ => {}
        }
        if self.edit.is_some() {
            return Next::Edit;
        }
        Next::Draw
    }

    /// Takes a card out of rotation, or puts it back.
    fn turn_suspension(&mut self, card: CardId) {
        let state = match self.world.state(&card) {
            Ok(state) => state,
            Err(failure) => return self.fail(&failure),
        };
        let (say, now) = (self.say(), (self.now)());
        let undo = keys::key_of(Context::Search, Command::Undo);
        let undo = undo.map(Key::name).unwrap_or_default();
        let (act, said) = if state.suspended {
            let act = Act::Unsuspend { card: card.clone() };
            (act, say.did_put_back(&undo))
        } else {
            let act = Act::Suspend { card: card.clone() };
            (act, say.did_suspend(&undo))
        };
        match self.world.record(act, now) {
            Ok(event) => {
                self.look_back();
                // It may be a card of the session below.
                if let Some(run) = &mut self.run {
                    run.session.turned(&event, now);
                    self.settle();
                }
                self.message = Some((said, Role::Good));
            }
            Err(failure) => return self.fail_to(say.not_saved(), &failure),
        }
        self.renew_found(&card);
    }

    /// What was done to a card changes how it stands, not which cards are found.
    fn renew_found(&mut self, card: &CardId) {
        let (lang, now) = (self.manner.study_lang, (self.now)());
        match self.world.found(card, lang, self.manner.lang, now) {
            Ok(row) => {
                if let (Some(search), Some(row)) = (&mut self.search, row) {
                    search.renew(row);
                }
            }
            Err(failure) => self.fail(&failure),
        }
    }
}
