//! The app and the author's editor: where it is to open, and the decks as they
//! are when it ends.

use jiff::Timestamp;

use super::App;
use crate::deck::{CardId, DeckId};
use crate::tui::editor::Spot;
use crate::tui::theme::Role;
use crate::tui::world::{Failure, World};

impl<W: World> App<W> {
    /// Wants a card edited.
    pub(super) fn edit(&mut self, card: &CardId) {
        match self.world.spot(card) {
            Ok(spot) => self.edit = Some(spot),
            Err(failure) => self.fail(&failure),
        }
    }

    /// Wants a deck edited.
    pub(super) fn edit_deck(&mut self, deck: &DeckId) {
        match self.world.spot_of_deck(deck) {
            Ok(spot) => self.edit = Some(spot),
            Err(failure) => self.fail(&failure),
        }
    }

    /// What is to be edited.
    pub fn to_edit(&self) -> Option<Spot> {
        self.edit.clone()
    }

    /// The editor has ended, well or not: the decks are read as they are now.
    pub fn edited(&mut self, edited: Result<(), Failure>) {
        let Some(spot) = self.edit.take() else {
            return;
        };
        let now = (self.now)();
        let wrong = match self.world.reread(&spot.path, now) {
            Ok(wrong) => wrong,
            Err(failure) => return self.fail(&failure),
        };
        let lang = self.say().0;
        let told = edited.err().map(|failure| failure.says(lang).to_owned());
        let told = told.or(wrong.map(|wrong| wrong.line(lang)));
        // A quiz asks what was drawn for it: else its score would mean nothing.
        let kept = self.quiz.is_some() && self.run.is_none();
        let kept = kept.then(|| (self.say().quiz_keeps_cards().to_owned(), Role::Plain));
        self.message = told.map(|told| (told, Role::Warn)).or(kept);
        self.renew(now);
    }

    /// The decks were read anew: what is on the screen follows.
    pub(super) fn renew(&mut self, now: Timestamp) {
        if let Some(run) = &mut self.run {
            let wanted = &run.wanted;
            let material = self
                .world
                .material(&wanted.decks, wanted.caps, wanted.minutes, now);
            // Those that came already are still of the session, as they are now.
            let again = material.and_then(|mut material| {
                for id in run.session.cards() {
                    if let Some(card) = self.world.card(id)? {
                        material.cards.entry(id.clone()).or_insert(card);
                    }
                }
                Ok(material)
            });
            match again {
                Ok(material) => run.session.renew(material, now),
                Err(failure) => return self.fail(&failure),
            }
            self.settle();
        }
        self.refresh();
        self.refresh_search();
    }
}
