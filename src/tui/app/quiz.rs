//! The app and a quiz: from what it is to be, through its questions, to what
//! it came to.

mod commands;

use std::cell::Cell;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::{App, Next, Wanted};
use crate::deck::{Card, DeckId};
use crate::order::Order as _;
use crate::quiz::{Brief, Effect, Kinds, Paper, Sitting, Stage};
use crate::schedule::Day;
use crate::session::Input;
use crate::store::OpenQuiz;
use crate::tui::canvas::Canvas;
use crate::tui::keys::Context;
use crate::tui::quiz::setup::Setup;
use crate::tui::quiz::{end, offer};
use crate::tui::study::{Scene, Study, View};
use crate::tui::theme::Role;
use crate::tui::world::World;

/// So many cards are looked at between two keys.
pub(super) const STRIDE: usize = 2_000;

/// What of a quiz is on the screen.
pub(super) enum Quiz {
    /// One was left; or what the next one would be.
    Offer(Box<(OpenQuiz, Brief)>),
    /// What it is to be.
    Setup(Box<Choosing>),
    /// Its questions.
    Sitting(Box<Seat>),
    /// What it came to.
    End(Box<Over>),
}

/// What a quiz is to be, while it is chosen.
pub(super) struct Choosing {
    setup: Setup,
    cards: Vec<Arc<Card>>,
    kinds: Kinds,
}

impl Choosing {
    /// The questions there would be now.
    fn paper(&self) -> Paper {
        Paper::knowing(&self.cards, &self.kinds, &self.setup.brief())
    }

    /// Goes on to find out how many there would be; many cards take several
    /// strides, each short enough for a key to wait.
    fn count(&mut self) {
        if !self.kinds.go_on(&self.cards, STRIDE) {
            self.setup.questions = Some(self.paper().questions.len());
        }
    }
}

/// A learner who takes a quiz.
pub(super) struct Seat {
    pub(super) sitting: Sitting,
    study: Study,
    today: Day,
}

/// A quiz that was taken.
pub(super) struct Over {
    sitting: Sitting,
    view: end::View,
}

impl Quiz {
    /// Which keys hold.
    pub(super) fn context(&self) -> Context {
        match self {
            Quiz::Offer(_) => Context::QuizOffer,
            Quiz::Setup(_) => Context::QuizSetup,
            Quiz::Sitting(seat) => Scene::from(&seat.sitting).context(),
            Quiz::End(_) => Context::QuizEnd,
        }
    }
}

/// A number of few digits that no one could have foretold: what is after the
/// comma of the seconds.
fn seed(now: Timestamp) -> u64 {
    let nanoseconds = u64::try_from(now.as_nanosecond().unsigned_abs() % u128::from(u64::MAX));
    let mixed = nanoseconds
        .unwrap_or(0)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(29);
    mixed % Brief::LAST_SEED + 1
}

impl<W: World> App<W> {
    /// A quiz of these decks, with nothing else chosen.
    pub(super) fn new_brief(&self, decks: Vec<DeckId>) -> Brief {
        Brief {
            decks,
            tags: Vec::new(),
            kinds: Vec::new(),
            number: Brief::NUMBER,
            limit: None,
            seed: seed((self.now)()),
            count_reviews: false,
        }
    }

    /// The offer to go on with a quiz that was left; if there is none, what
    /// the next is to be.
    pub(super) fn offer_quiz(&mut self, brief: Brief) {
        match self.world.open_quiz() {
            Ok(Some(left)) => self.quiz = Some(Quiz::Offer(Box::new((left, brief)))),
            Ok(None) => self.set_up_quiz(&brief, false),
            Err(failure) => self.fail(&failure),
        }
    }

    /// The cards that a quiz may ask; what goes wrong is told.
    pub(super) fn quiz_cards(&mut self) -> Option<Vec<Arc<Card>>> {
        match self.world.quiz_cards((self.now)()) {
            Ok(cards) => Some(cards),
            Err(failure) => {
                self.fail(&failure);
                None
            }
        }
    }

    /// What a quiz is to be; whether it ends one that was left.
    pub(super) fn set_up_quiz(&mut self, brief: &Brief, ends_another: bool) {
        let Some(cards) = self.quiz_cards() else {
            return;
        };
        let mut setup = Setup::new(brief, self.decks(), tags(&cards));
        setup.ends_another = ends_another;
        let kinds = Kinds::default();
        let mut choosing = Choosing {
            setup,
            cards,
            kinds,
        };
        choosing.count();
        self.quiz = Some(Quiz::Setup(Box::new(choosing)));
    }

    /// Begins with these questions; what can't be recorded is not begun.
    pub(super) fn begin_quiz(&mut self, paper: Paper) {
        let left = match self.world.open_quiz() {
            Ok(left) => left.map(|left| left.quiz),
            Err(failure) => return self.fail(&failure),
        };
        let learner = match self.world.learner_of(&paper.reviewed()) {
            Ok(learner) => learner,
            Err(failure) => return self.fail(&failure),
        };
        let now = (self.now)();
        let today = learner.clock.day(now);
        let (mut sitting, effects) = Sitting::begin(paper, Some(learner), left);
        if self.carry_out(&mut sitting, effects) {
            self.seat(sitting, today);
        }
    }

    /// Goes on with a quiz that was left.
    pub(super) fn resume_quiz(&mut self, left: OpenQuiz) {
        let Some(cards) = self.quiz_cards() else {
            return;
        };
        let paper = Paper::again(&cards, &left.brief, &left.questions);
        if paper.questions.is_empty() {
            self.message = Some((self.say().cards_gone().to_owned(), Role::Warn));
            return self.set_up_quiz(&left.brief, true);
        }
        let learner = match self.world.learner_of(&paper.reviewed()) {
            Ok(learner) => learner,
            Err(failure) => return self.fail(&failure),
        };
        let now = (self.now)();
        let today = learner.clock.day(now);
        let (mut sitting, effects) =
            Sitting::resume(paper, left.quiz, left.given, Some(learner), now);
        if self.carry_out(&mut sitting, effects) {
            self.seat(sitting, today);
        }
    }

    fn seat(&mut self, sitting: Sitting, today: Day) {
        self.quiz = Some(Quiz::Sitting(Box::new(Seat {
            sitting,
            study: Study::default(),
            today,
        })));
        self.settle_quiz();
    }

    /// Does what the sitting wants done. Returns whether all of it could be.
    fn carry_out(&mut self, sitting: &mut Sitting, effects: Vec<Effect>) -> bool {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Open(url) => self.open(&url),
                Effect::Record { acts, shown } => {
                    match self.world.record_all(acts, shown.as_ref(), (self.now)()) {
                        Ok(events) => {
                            for event in events {
                                effects.extend(sitting.committed(&event, (self.now)()));
                            }
                        }
                        Err(failure) => {
                            sitting.failed();
                            self.fail_to(self.say().quiz_not_saved(), &failure);
                            return false;
                        }
                    }
                }
            }
        }
        true
    }

    /// Hands something to the sitting, and does what it wants done.
    fn sit(&mut self, act: impl FnOnce(&mut Sitting, Timestamp) -> Vec<Effect>) {
        let Some(Quiz::Sitting(mut seat)) = self.quiz.take() else {
            return;
        };
        let effects = act(&mut seat.sitting, (self.now)());
        self.carry_out(&mut seat.sitting, effects);
        self.quiz = Some(Quiz::Sitting(seat));
        self.settle_quiz();
    }

    pub(super) fn quiz_input(&mut self, input: Input) {
        self.sit(|sitting, now| sitting.handle(input, now));
    }

    /// Whether it is yet to be found out how many questions there would be.
    pub(super) fn is_quiz_uncounted(&self) -> bool {
        matches!(&self.quiz, Some(Quiz::Setup(choosing)) if choosing.setup.questions.is_none())
    }

    /// A stride of that.
    pub(super) fn count_quiz(&mut self) -> Next {
        if let Some(Quiz::Setup(choosing)) = &mut self.quiz {
            choosing.count();
        }
        match self.is_quiz_uncounted() {
            true => Next::Idle,
            false => Next::Draw,
        }
    }

    /// A second went by: an answer whose time is over is taken as it stands.
    pub(super) fn tick_quiz(&mut self) {
        self.sit(Sitting::tick);
    }

    /// How long until the clock on the screen shows another time, if there is
    /// one that runs.
    pub fn patience(&self) -> Option<Duration> {
        let searching = self.search.iter().any(|search| search.rest().is_some());
        if searching || self.is_home_unfinished() || self.is_quiz_uncounted() {
            return Some(Duration::ZERO);
        }
        let Some(Quiz::Sitting(seat)) = &self.quiz else {
            return None;
        };
        let Stage::Asking(_) = seat.sitting.stage() else {
            return None;
        };
        let now = (self.now)();
        let second = Duration::from_secs(1);
        let rest = match seat.sitting.remaining(now) {
            Some(left) => Duration::from_nanos(u64::from(left.subsec_nanos())),
            None => {
                let shown = Duration::from_millis(seat.sitting.took_ms(now) % 1000);
                second.saturating_sub(shown)
            }
        };
        // A little later, so that it is past.
        let rest = if rest.is_zero() { second } else { rest };
        Some(rest + Duration::from_millis(1))
    }

    /// After the sitting moved: the field follows it, and its end is summed up.
    fn settle_quiz(&mut self) {
        let Some(Quiz::Sitting(seat)) = &mut self.quiz else {
            return;
        };
        seat.study.follow(&seat.sitting);
        match seat.sitting.stage() {
            Stage::Asking(_) | Stage::Judged(_) | Stage::Beginning => {}
            Stage::Left => {
                let kept = !seat.sitting.given().is_empty();
                self.go_home();
                if kept {
                    self.message = Some((self.say().quiz_left().to_owned(), Role::Plain));
                }
            }
            Stage::Ended => {
                // A sheet would lie over another screen than it was called for.
                self.sheet = None;
                if let Some(Quiz::Sitting(seat)) = self.quiz.take() {
                    self.end_quiz(seat.sitting);
                }
            }
        }
    }

    fn end_quiz(&mut self, sitting: Sitting) {
        let brief = sitting.paper().brief.clone();
        let tries = self.world.tries(&brief.scope()).unwrap_or_else(|failure| {
            self.fail(&failure);
            Vec::new()
        });
        let view = end::View {
            title: self.quiz_title(&brief),
            paper: sitting.paper().clone(),
            score: sitting.score(),
            tries,
            lang: self.manner.study_lang,
            added: false,
            scroll: 0,
            drawn: Cell::default(),
        };
        self.quiz = Some(Quiz::End(Box::new(Over { sitting, view })));
    }

    /// What a quiz is of, in a line.
    fn quiz_title(&self, brief: &Brief) -> String {
        let lang = self.manner.study_lang;
        let decks = brief.decks.iter();
        let mut names: Vec<String> = decks
            .map(|deck| self.world.title(deck.as_str(), lang))
            .filter(|title| !title.is_empty())
            .collect();
        if names.is_empty() {
            names.push(self.say().all_decks().to_owned());
        }
        let tags: Vec<String> = brief.tags.iter().map(|tag| format!("#{tag}")).collect();
        let kinds: Vec<&str> = brief
            .kinds
            .iter()
            .map(|kind| self.say().kind(*kind))
            .collect();
        let mut parts = vec![names.join(", ")];
        parts.extend((!tags.is_empty()).then(|| tags.join(" ")));
        parts.extend((!kinds.is_empty()).then(|| kinds.join(", ")));
        parts.join(" · ")
    }

    /// Draws what of the quiz is up.
    pub(super) fn draw_quiz(&self, canvas: &mut Canvas, quiz: &Quiz) {
        match quiz {
            Quiz::Offer(offer) => {
                let (left, _) = &**offer;
                let view = offer::View {
                    title: self.quiz_title(&left.brief),
                    questions: left.questions.len(),
                    answered: left.given.len(),
                    seed: left.brief.seed,
                };
                offer::draw(canvas, &view);
            }
            Quiz::Setup(choosing) => choosing.setup.draw(canvas),
            Quiz::Sitting(seat) => {
                let sitting = &seat.sitting;
                let lang = self.manner.study_lang;
                let lang = if sitting.peeking() {
                    lang.other()
                } else {
                    lang
                };
                let deck = sitting.card().map(|card| card.id.deck());
                let deck = deck.map(|deck| self.world.title(deck, lang));
                let deck = deck.unwrap_or_default();
                let view = View::of_sitting(sitting, lang, &deck, seat.today, (self.now)());
                seat.study.draw(canvas, &view);
            }
            Quiz::End(over) => over.view.draw(canvas),
        }
    }

    /// The quiz's card that is being answered in, and its screen.
    pub(super) fn seated(&mut self) -> Option<(&Sitting, &mut Study)> {
        match &mut self.quiz {
            Some(Quiz::Sitting(seat)) => Some((&seat.sitting, &mut seat.study)),
            _ => None,
        }
    }
}

/// Tags of cards, those of most cards first.
fn tags(cards: &[Arc<Card>]) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for tag in cards.iter().flat_map(|card| &card.tags) {
        *counts.entry(tag).or_default() += 1;
    }
    let mut tags: Vec<(&str, usize)> = counts.into_iter().collect();
    tags.order_by(|(one, count), (other, of)| of.cmp(count).then(one.cmp(other)));
    tags.into_iter().map(|(tag, _)| tag.to_owned()).collect()
}
