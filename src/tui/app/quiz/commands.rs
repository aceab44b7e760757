//! What keys do around the questions of a quiz: at the offer, while it is
//! chosen, and at its end.

use super::{App, Quiz, STRIDE, Wanted, seed};
use crate::deck::DeckId;
use crate::quiz::{Brief, Paper, markdown};
use crate::session::Input;
use crate::tui::app::sheets::Sheet;
use crate::tui::field::Field;
use crate::tui::keys::Command;
use crate::tui::theme::Role;
use crate::tui::world::World;

impl<W: World> App<W> {
    /// Does what a key, a click or the palette says.
    pub(in crate::tui::app) fn quiz_command(&mut self, command: Command) {
        match &mut self.quiz {
            Some(Quiz::Offer(_)) => self.offer_command(command),
            Some(Quiz::Setup(_)) => self.setup_command(command),
            Some(Quiz::Sitting(_)) => self.sitting_command(command),
            Some(Quiz::End(_)) => self.end_command(command),
            None => {}
        }
    }

    fn offer_command(&mut self, command: Command) {
        let Some(Quiz::Offer(offer)) = &self.quiz else {
            return;
        };
        let (left, brief) = (**offer).clone();
        match command {
            Command::Accept => self.resume_quiz(left),
            Command::Fresh => self.set_up_quiz(&brief, true),
            Command::Back => self.go_home(),
            _ => {}
        }
    }

    fn setup_command(&mut self, command: Command) {
        let Some(Quiz::Setup(choosing)) = &mut self.quiz else {
            return;
        };
        match command {
            Command::Back => self.go_home(),
            Command::Accept => {
                let paper = choosing.paper();
                if paper.questions.is_empty() {
                    self.message = Some((self.say().no_questions().to_owned(), Role::Warn));
                } else {
                    self.begin_quiz(paper);
                }
            }
            command => {
                let before = choosing.setup.brief();
                choosing.setup.take(command);
                if choosing.setup.brief() != before {
                    choosing.setup.questions = None;
                    // Few are counted before one sees that they are not.
                    if choosing.cards.len() <= STRIDE {
                        choosing.count();
                    }
                }
            }
        }
    }

    fn sitting_command(&mut self, command: Command) {
        let say = self.say();
        let Some(Quiz::Sitting(seat)) = &mut self.quiz else {
            return;
        };
        if command == Command::Back {
            return self.quiz_input(Input::Leave);
        }
        let card = seat.sitting.card();
        if command == Command::Edit {
            if let Some(card) = card.map(|card| card.id.clone()) {
                self.edit(&card);
            }
            return;
        }
        if command == Command::Open && card.is_some_and(|card| card.dateline.url.is_none()) {
            self.message = Some((say.no_source().to_owned(), Role::Plain));
            return;
        }
        if let Some(input) = seat.study.input(&seat.sitting, command) {
            self.quiz_input(input);
        }
    }

    fn end_command(&mut self, command: Command) {
        let Some(Quiz::End(over)) = &mut self.quiz else {
            return;
        };
        let brief = over.view.paper.brief.clone();
        match command {
            Command::Move(direction) => over.view.scroll(direction, false),
            Command::Page(direction) => over.view.scroll(direction, true),
            Command::Back => self.go_home(),
            Command::Accept => self.study_misses(),
            Command::Repeat => {
                let asked = over.view.paper.asked();
                if let Some(cards) = self.quiz_cards() {
                    self.begin_anew(Paper::again(&cards, &brief, &asked));
                }
            }
            Command::Fresh => {
                let drawn = seed((self.now)());
                // Another one, in any case.
                let seed = if drawn == brief.seed {
                    drawn % Brief::LAST_SEED + 1
                } else {
                    drawn
                };
                if let Some(cards) = self.quiz_cards() {
                    self.begin_anew(Paper::make(&cards, &Brief { seed, ..brief }));
                }
            }
            Command::Export => {
                self.sheet = Some(Sheet::Export {
                    field: Field::with(&format!("quiz-{}.md", brief.seed)),
                });
            }
            _ => {}
        }
    }

    fn begin_anew(&mut self, paper: Paper) {
        if paper.questions.is_empty() {
            self.message = Some((self.say().cards_gone().to_owned(), Role::Warn));
        } else {
            self.begin_quiz(paper);
        }
    }

    /// Puts the misses into today's study; once more, and it studies them.
    fn study_misses(&mut self) {
        let say = self.say();
        let Some(Quiz::End(over)) = &mut self.quiz else {
            return;
        };
        let misses = &over.view.score.misses;
        if misses.is_empty() {
            self.message = Some((say.no_misses().to_owned(), Role::Plain));
            return;
        }
        let acts = over.sitting.seen(misses);
        let count = acts.len();
        if !over.view.added {
            if let Err(failure) = self.world.record_all(acts, None, (self.now)()) {
                return self.fail_to(say.quiz_not_saved(), &failure);
            }
            over.view.added = true;
            let told = format!("{} {}", say.misses_added(count), say.enter_studies_them());
            self.message = Some((told, Role::Good));
            return;
        }
        let mut decks: Vec<DeckId> = Vec::new();
        for act in &acts {
            let deck = act.card().and_then(|card| card.deck().parse().ok());
            decks.extend(deck.filter(|deck| !decks.contains(deck)));
        }
        let wanted = Wanted {
            decks,
            ..Wanted::default()
        };
        match self.study(wanted) {
            Ok(()) => self.quiz = None,
            Err(failure) => self.fail(&failure),
        }
    }

    /// Writes the quiz to a file.
    pub(in crate::tui::app) fn export_quiz(&mut self, file: &str) {
        let Some(Quiz::End(over)) = &self.quiz else {
            return;
        };
        let text = markdown(&over.view.paper, self.say(), self.manner.study_lang);
        match self.world.write_new(file, &text) {
            Ok(true) => self.message = Some((self.say().exported(file), Role::Good)),
            Ok(false) => self.message = Some((self.say().file_is_there(file), Role::Warn)),
            Err(failure) => self.fail(&failure),
        }
    }
}
