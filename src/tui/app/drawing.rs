//! The app as it looks: the screen that is up, and what lies over it.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::sheets::{Sheet, message};
use super::{App, Run};
use crate::tui::canvas::{Canvas, Marks};
use crate::tui::study;
use crate::tui::world::World;
use crate::tui::{aside, end, help, home, info, prompt};

impl<W: World> App<W> {
    /// Draws the screen; returns where the text cursor stands.
    pub fn draw(&mut self, buffer: &mut Buffer) -> Option<Position> {
        let now = (self.now)();
        if let Some(form) = &mut self.form {
            form.read(now);
        }
        let mut marks = Marks::default();
        let mut canvas = Canvas::new(buffer, &mut marks, self.manner.theme, self.say());
        match (&self.form, &self.search) {
            (Some(form), _) => form.draw(&mut canvas, now),
            (None, Some(search)) => search.draw(&mut canvas),
            (None, None) => self.draw_screen(&mut canvas),
        }
        match &self.sheet {
            None => {}
            Some(Sheet::Help { scroll }) => help::draw(&mut canvas, self.screen(), *scroll),
            Some(Sheet::Info(info)) => {
                let looked_up = info.looked_up.as_ref();
                let most = info::draw(&mut canvas, &info.view, looked_up, info.scroll);
                info.most.set(most);
            }
            Some(Sheet::Palette(palette)) => palette.draw(&mut canvas),
            Some(Sheet::Flag { field, flagged }) => {
                let say = self.say();
                let help = if *flagged {
                    say.flag_off()
                } else {
                    say.flag_on()
                };
                prompt::draw(&mut canvas, say.flag_why(), help, field);
            }
            Some(Sheet::Export { field }) => {
                let say = self.say();
                prompt::draw(&mut canvas, say.file_name(), say.file_help(), field);
            }
        }
        if let Some((text, role)) = &self.message {
            message(&mut canvas, text, *role);
        }
        let cursor = marks.cursor;
        self.marks = marks;
        cursor
    }

    /// The screen below any sheet.
    fn draw_screen(&self, canvas: &mut Canvas) {
        match (&self.run, &self.quiz, &self.aside) {
            (None, Some(quiz), _) => self.draw_quiz(canvas, quiz),
            (None, None, Some(up)) => {
                aside::draw(canvas, &up.view, up.cursor);
            }
            (None, None, None) => {
                if let Some(home) = &self.home {
                    home::draw(canvas, home, self.cursor);
                }
            }
            (
                Some(Run {
                    end: Some(view), ..
                }),
                ..,
            ) => end::draw(canvas, view),
            (Some(run), ..) => {
                let lang = self.manner.study_lang;
                let lang = if run.session.peeking() {
                    lang.other()
                } else {
                    lang
                };
                let deck = run
                    .session
                    .card()
                    .map(|card| self.world.title(card.id.deck(), lang));
                let deck = deck.unwrap_or_default();
                let view = study::View::of_session(&run.session, lang, &deck, run.undo);
                run.study.draw(canvas, &view);
            }
        }
    }
}
