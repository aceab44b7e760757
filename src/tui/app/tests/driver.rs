//! The app, driven by keys as a learner drives it.

use super::*;

/// The program at a screen, driven by keys.
pub(super) struct Driver {
    pub(super) app: App<Fake>,
    pub(super) time: Rc<Cell<i64>>,
    pub(super) full: Rc<Cell<bool>>,
}

impl Driver {
    pub(super) fn with(world: Fake, lang: Lang, start: Start) -> Driver {
        let time = Rc::new(Cell::new(1_739_180_000));
        let clock = time.clone();
        let full = world.full.clone();
        let now = move || Timestamp::from_second(clock.get()).unwrap();
        let theme = Theme::new(Depth::Mono, Tone::Dark);
        let manner = Manner {
            lang,
            study_lang: lang,
            theme,
        };
        let app = App::new(world, Box::new(now), manner, start).unwrap();
        Driver { app, time, full }
    }

    pub(super) fn home() -> Driver {
        Driver::with(Fake::new(), Lang::En, Start::Home)
    }

    pub(super) fn press(&mut self, code: KeyCode) -> Next {
        self.time.set(self.time.get() + 1);
        self.app
            .event(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    pub(super) fn ctrl(&mut self, c: char) -> Next {
        self.app.event(&Event::Key(KeyEvent::new(
            KeyCode::Char(c),
            KeyModifiers::CONTROL,
        )))
    }

    /// Presses keys: letters as they stand, `⏎` enter, `⎋` escape, `⌫`
    /// backspace, `↓` and `↑`.
    pub(super) fn keys(&mut self, keys: &str) -> &mut Self {
        for c in keys.chars() {
            self.press(match c {
                '⏎' => KeyCode::Enter,
                '⎋' => KeyCode::Esc,
                '⌫' => KeyCode::Backspace,
                '↓' => KeyCode::Down,
                '↑' => KeyCode::Up,
                c => KeyCode::Char(c),
            });
        }
        self
    }

    pub(super) fn screen(&mut self) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        self.app.draw(&mut buffer);
        lines(&buffer).join("\n")
    }

    pub(super) fn field(&self) -> &str {
        match self.app.run.as_ref().map(|run| run.session.stage()) {
            Some(Stage::Asking(asking)) => asking.draft.field().unwrap_or_default(),
            _ => "",
        }
    }

    pub(super) fn reviews(&self) -> Vec<String> {
        let events = self.app.world.events.iter();
        let named = events.filter_map(|event| match &event.act {
            Act::Review(review) => Some(format!("{} {}", review.card, review.rating)),
            _ => None,
        });
        named.collect()
    }
}
