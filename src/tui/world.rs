//! What the screens ask of the learner's collection, and have it do. A seam:
//! behind it are decks, database and clock; before it nothing but values, so
//! that the whole program can be driven in a test.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::author::compose::Composer;
use crate::collection::Reached;
use crate::deck::{Card, CardId, DeckId, Diagnostic};
use crate::schedule::{Act, Caps, CardState, Counts, Event, Review, StudyClock, Try};
use crate::session::{Learner, Material};
use crate::store::{OpenQuiz, Words};
use crate::strings::Say;
use crate::text::{Lang, Message};
use crate::tui::editor::Spot;
use crate::tui::{aside, home, info, search};

/// What could not be done, as a sentence to show.
pub type Failure = Message;

/// The world as the screens see it.
pub trait World {
    /// What the home screen shows.
    ///
    /// # Errors
    /// When the database can't be read.
    fn home(&self, lang: Lang, now: Timestamp) -> Result<home::View, Failure>;

    /// The cards that are set aside, of all decks at hand.
    ///
    /// # Errors
    /// When the database can't be read.
    fn aside(&self, lang: Lang, now: Timestamp) -> Result<aside::View, Failure>;

    /// What a session of the decks `only` (all if none) works on.
    ///
    /// # Errors
    /// When the database can't be read.
    fn material(
        &self,
        only: &[DeckId],
        caps: Caps,
        minutes: Option<u32>,
        now: Timestamp,
    ) -> Result<Material, Failure>;

    /// Where these cards stand, and what reviews go by.
    ///
    /// # Errors
    /// When the database can't be read.
    fn learner_of(&self, cards: &[CardId]) -> Result<Learner, Failure>;

    /// What only the day's limits hold back in the decks `only`.
    ///
    /// # Errors
    /// When the database can't be read.
    fn held_back(&self, only: &[DeckId], now: Timestamp) -> Result<Counts, Failure>;

    /// Appends an act to the log; when this returns it is on the disk.
    ///
    /// # Errors
    /// When it could not be written; then nothing was.
    fn record(&mut self, act: Act, now: Timestamp) -> Result<Event, Failure>;

    /// Appends the review of a card that stood as `shown` when it came up; when
    /// this returns it is on the disk. `None` if it was reviewed elsewhere since:
    /// nothing is written then.
    ///
    /// # Errors
    /// When it could not be written; then nothing was.
    fn review(
        &mut self,
        review: Review,
        shown: &CardState,
        now: Timestamp,
    ) -> Result<Option<Event>, Failure>;

    /// Appends several acts, all or none; when this returns they are on the disk. A
    /// review among them of a card that stood as `shown` when it came up is left out
    /// if it was reviewed or corrected elsewhere since.
    ///
    /// # Errors
    /// When they could not be written; then nothing was.
    fn record_all(
        &mut self,
        acts: Vec<Act>,
        shown: Option<&CardState>,
        now: Timestamp,
    ) -> Result<Vec<Event>, Failure>;

    /// The cards that a quiz may ask, deck by deck in the order of their files.
    ///
    /// # Errors
    /// When the database can't be read.
    fn quiz_cards(&self, now: Timestamp) -> Result<Vec<Arc<Card>>, Failure>;

    /// A card, if its deck is at hand.
    ///
    /// # Errors
    /// When the database can't be read.
    fn card(&self, card: &CardId) -> Result<Option<Arc<Card>>, Failure>;

    /// Goes on with a search over all cards at hand: hands over those that have
    /// all of the words. How far it came, unless it is done.
    ///
    /// # Errors
    /// When the database can't be read.
    fn search(
        &self,
        words: &Words,
        from: Reached,
        take: &mut dyn FnMut(CardId),
    ) -> Result<Option<Reached>, Failure>;

    /// A card as the search lists it, if its deck is at hand; its question in
    /// `lang`, the rest in the language of the interface.
    ///
    /// # Errors
    /// When the database can't be read.
    fn found(
        &self,
        card: &CardId,
        lang: Lang,
        interface: Lang,
        now: Timestamp,
    ) -> Result<Option<search::Row>, Failure>;

    /// Whether another window or a script wrote since this was last asked.
    fn others_wrote(&self) -> bool;

    /// Where a card stands.
    ///
    /// # Errors
    /// When the database can't be read.
    fn state(&self, card: &CardId) -> Result<CardState, Failure>;

    /// The quiz that was left last and can be resumed.
    ///
    /// # Errors
    /// When the database can't be read.
    fn open_quiz(&self) -> Result<Option<OpenQuiz>, Failure>;

    /// Finished quizzes of a scope, in their order.
    ///
    /// # Errors
    /// When the database can't be read.
    fn tries(&self, scope: &str) -> Result<Vec<Try>, Failure>;

    /// Takes back the last act of today; what it was, and where its card
    /// stands again.
    ///
    /// # Errors
    /// When it could not be written; then nothing was.
    fn undo(&mut self, now: Timestamp) -> Result<Option<(Event, CardState)>, Failure>;

    /// Whether there is something to take back today. Asked before the screen is
    /// drawn: it must not take longer the more was done.
    ///
    /// # Errors
    /// When the database can't be read.
    fn undoable(&self, now: Timestamp) -> Result<bool, Failure>;

    /// What the card info shows.
    fn info(&self, card: &Card, state: &CardState, say: Say, now: Timestamp) -> info::View;

    /// What a deck is called.
    fn title(&self, deck: &str, lang: Lang) -> String;

    /// The time of day where the learner is, `14:32`.
    fn time_of_day(&self, at: Timestamp) -> String;

    /// Opens an address in the browser.
    ///
    /// # Errors
    /// When there is no browser to open, or it is no web address.
    fn open(&mut self, url: &str) -> Result<(), Failure>;

    /// Where a card's entry stands, in a file of the learner's: a shipped deck is
    /// copied to the home first.
    ///
    /// # Errors
    /// When no deck has it any more, or the deck can't be copied.
    fn spot(&mut self, card: &CardId) -> Result<Spot, Failure>;

    /// Where a deck begins, or what is wrong in it first, in a file of the
    /// learner's: a shipped deck is copied to the home first.
    ///
    /// # Errors
    /// When it is gone, or can't be copied.
    fn spot_of_deck(&mut self, deck: &DeckId) -> Result<Spot, Failure>;

    /// What writes cards into a deck, as its file is now.
    ///
    /// # Errors
    /// When the file can't be read.
    fn composer(&self, deck: &DeckId) -> Result<Composer, Failure>;

    /// Puts `bytes` in the place of a deck's file, and reads the decks anew. A
    /// shipped deck is copied to the home first.
    ///
    /// # Errors
    /// When the file was changed meanwhile, or can't be written.
    fn add(&mut self, composer: &Composer, bytes: &[u8], now: Timestamp) -> Result<(), Failure>;

    /// What tells study days.
    fn clock(&self) -> StudyClock;

    /// Takes the copy of a shipped deck away again, if nothing was changed in it.
    fn take_away(&mut self, own: &Path);

    /// Reads the decks anew, as they are on the disk. Returns what is wrong with
    /// the file at `path`, if anything is.
    ///
    /// # Errors
    /// When the database can't be read or written.
    fn reread(&mut self, path: &Path, now: Timestamp) -> Result<Option<Diagnostic>, Failure>;

    /// Writes a file that was not there before. Returns whether it was not.
    ///
    /// # Errors
    /// When it can't be written.
    fn write_new(&mut self, path: &str, text: &str) -> Result<bool, Failure>;

    /// Goes on with what the home screen says is unfinished; whether there is
    /// more to do.
    ///
    /// # Errors
    /// When the database can't be read.
    fn go_on(&mut self, now: Timestamp) -> Result<bool, Failure>;

    /// The learner thinks: a moment to tidy up in, and to say why the backup of
    /// this day could not be made, once.
    fn rest(&mut self) -> Option<Failure>;

    /// Why nothing that is done here is recorded, where that is so.
    fn unwritable(&self) -> Option<Failure> {
        None
    }
}
