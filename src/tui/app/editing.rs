//! The app and the author's editor: where it is to open, and the decks as they
//! are when it ends.

use jiff::Timestamp;

use super::App;
use crate::deck::{CardId, DeckId, Severity};
use crate::text::safe_line;
use crate::tui::editor::Spot;
use crate::tui::theme::Role;
use crate::tui::world::{Failure, World};

impl<W: World> App<W> {
    /// Wants a card edited.
    pub(super) fn edit(&mut self, card: &CardId) {
        let spot = self.world.spot(card).or_else(|failure| {
            // Its entry may be broken: its deck opens where that is.
            let deck: Option<DeckId> = card.deck().parse().ok();
            let spot = deck.and_then(|deck| self.world.spot_of_deck(&deck).ok());
            spot.ok_or(failure)
        });
        match spot {
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
        if spot.copied {
            self.world.take_away(&spot.path);
        }
        let wrong = match self.world.reread(&spot.path, now) {
            Ok(wrong) => wrong,
            Err(failure) => return self.fail(&failure),
        };
        let lang = self.say().0;
        let told = wrong.as_ref().map(|wrong| {
            let file = wrong.path.file_name().unwrap_or(wrong.path.as_os_str());
            let file = safe_line(&file.to_string_lossy());
            format!("{file}:{}: {}", wrong.place.line, wrong.sentence(lang))
        });
        let told = edited
            .err()
            .map(|failure| failure.says(lang).to_owned())
            .or(told);
        // A quiz asks what was drawn for it: else its score would mean nothing.
        let kept = self.quiz.is_some() && self.run.is_none();
        let kept = kept.then(|| (self.say().quiz_keeps_cards().to_owned(), Role::Plain));
        self.message = told.map(|told| (told, Role::Warn)).or(kept);
        // What is on the screen may stand where the file can't be read.
        let broken = wrong.is_some_and(|wrong| wrong.severity == Severity::Error);
        self.renew(broken, now);
    }

    /// The decks were read anew: what is on the screen follows, and stays as it
    /// was where a `broken` file does not say what it is now.
    pub(super) fn renew(&mut self, broken: bool, now: Timestamp) {
        if let Some(run) = &mut self.run {
            let wanted = &run.wanted;
            let material = self
                .world
                .material(&wanted.decks, wanted.caps, wanted.minutes, now);
            // Those that came already are still of the session, as they are now.
            let again = material.and_then(|mut material| {
                for id in run.session.cards() {
                    if !material.cards.contains(id) && self.world.card(id)?.is_some() {
                        material.cards.insert(id.clone());
                    }
                }
                let up = match run.session.up() {
                    Some(id) => self.world.card(id)?,
                    None => None,
                };
                let kept = || run.session.card().filter(|_| broken).cloned();
                let up = up.or_else(kept);
                material.cards.extend(up.iter().map(|card| card.id.clone()));
                Ok((material, up))
            });
            match again {
                Ok((material, up)) => run.session.renew(material, up, now),
                Err(failure) => return self.fail(&failure),
            }
            self.settle();
        }
        self.refresh();
        self.refresh_search();
    }
}
