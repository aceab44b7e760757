//! The app and the form in which a card is written.

use super::{App, Next};
use crate::session::Move;
use crate::tui::form::{Did, Form};
use crate::tui::keys::Command;
use crate::tui::theme::Role;
use crate::tui::world::World;
use crossterm::event::{KeyCode, KeyEvent};

impl<W: World> App<W> {
    /// A form for a card of the deck that one is at.
    pub(super) fn compose(&mut self) {
        let of_card = self.run.as_ref().and_then(|run| run.session.card());
        let of_card = of_card.map(|card| card.id.deck().to_owned());
        let under = self.deck_under().map(|deck| deck.as_str().to_owned());
        let wanted = of_card.or(under);
        let decks = self.decks();
        let at = decks
            .iter()
            .position(|(deck, _)| Some(deck.as_str()) == wanted.as_deref());
        let at = at.unwrap_or(0);
        let Some((deck, _)) = decks.get(at) else {
            let none = (self.say().no_decks().to_owned(), Role::Plain);
            self.message.get_or_insert(none);
            return;
        };
        match self.world.composer(deck) {
            Ok(composer) => self.form = Some(Form::new(composer, decks, at, self.world.clock())),
            Err(failure) => self.fail(&failure),
        }
    }

    /// A command while the form is up.
    pub(super) fn form_command(&mut self, command: Command) -> Next {
        let say = self.say();
        let Some(form) = &mut self.form else {
            return Next::Idle;
        };
        let left = std::mem::take(&mut form.leaving);
        match command {
            // On a line with a text they are the text's.
            Command::Move(Move::Left) => return self.form_arrow(KeyCode::Left),
            Command::Move(Move::Right) => return self.form_arrow(KeyCode::Right),
            Command::Move(direction) => form.step(direction),
            Command::GoTo(line) => form.go_to(line),
            Command::Page(direction) => form.scroll(direction),
            Command::Peek => form.turn_both(),
            Command::Turn => form.look(),
            Command::Back if left || form.is_empty() => {
                self.form = None;
                self.refresh();
            }
            Command::Back => {
                form.leaving = true;
                self.message = Some((say.leave_form().to_owned(), Role::Warn));
            }
            Command::Accept => self.add_card(),
            _ => {}
        }
        Next::Draw
    }

    fn form_arrow(&mut self, arrow: KeyCode) -> Next {
        self.form_key(&KeyEvent::from(arrow));
        Next::Draw
    }

    /// A key for the line with the cursor. Returns whether it did anything.
    pub(super) fn form_key(&mut self, event: &KeyEvent) -> bool {
        let Some(form) = &mut self.form else {
            return false;
        };
        form.leaving = false;
        match form.key(event) {
            Did::Nothing => return false,
            Did::Something => {}
            Did::Deck(to) => {
                let Some(deck) = form.deck(to).cloned() else {
                    return false;
                };
                match self.world.composer(&deck) {
                    Ok(composer) => form.turn_to(composer, to),
                    Err(failure) => self.fail(&failure),
                }
            }
        }
        true
    }

    /// What was pasted, for the line with the cursor.
    pub(super) fn form_paste(&mut self, text: &str) {
        if let Some(form) = &mut self.form {
            form.leaving = false;
            form.paste(text);
        }
    }

    /// Puts the card into its deck; the form is ready for the next one then.
    fn add_card(&mut self) {
        let (say, now) = (self.say(), (self.now)());
        let Some(form) = &mut self.form else { return };
        let composer = form.composer();
        let (deck, entry) = (composer.id().clone(), form.entry());
        let (id, file) = (composer.id_of(&entry), composer.file_name());
        let added = composer
            .written(&entry)
            .map_err(|error| error.message())
            .and_then(|bytes| self.world.add(composer, &bytes, now))
            .and_then(|()| self.world.composer(&deck));
        match added {
            Ok(composer) => {
                let at = form.position();
                form.turn_to(composer, at);
                form.clear();
                self.renew(false, now);
                self.message = Some((say.card_added(&id, &file), Role::Good));
            }
            Err(failure) => {
                // What someone else wrote meanwhile is what it is added to next.
                let at = form.position();
                match self.world.composer(&deck) {
                    Ok(composer) => {
                        form.turn_to(composer, at);
                        self.fail(&failure);
                    }
                    // To try again is no use before that is mended.
                    Err(broken) => self.fail(&broken),
                }
            }
        }
    }
}
