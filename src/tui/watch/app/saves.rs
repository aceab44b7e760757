//! What a save makes of the screen: the decks are read as they are now, held
//! against their articles, and the cursor goes to what was changed.

use super::{Cursor, Watch};
use crate::author::Setting;
use crate::deck::Diagnostic;
use crate::tui::watch::files::{self, File};
use crate::tui::watch::problems::same;

impl Watch {
    /// Reads the decks as they are now. Returns whether anything is different.
    pub(super) fn reread(&mut self) -> bool {
        let library = (self.author.find)();
        let mut different = self.shelf.take(library.files);
        // What can't be read says what it said before.
        let unread = match (self.author.articles)() {
            None => None,
            Some(Ok(articles)) => {
                self.shelf.hold_against(articles);
                different = true;
                None
            }
            Some(Err(told)) => Some(told),
        };
        different |= unread != self.unread;
        self.unread = unread;
        if different {
            let to_hold = self.shelf.to_hold();
            if !to_hold.is_empty() {
                (self.holder)(to_hold);
            }
        }
        let waiting = self.shelf.to_hold().len();
        different |= waiting != self.waiting;
        self.waiting = waiting;
        if !different && library.diagnostics == self.beyond {
            return false;
        }
        self.beyond = library.diagnostics;
        let setting = Setting {
            today: self.author.clock.today((self.author.now)()),
            flags: &self.author.flags,
            histories: &self.author.histories,
            ..Setting::default()
        };
        let told = self.problem().cloned();
        let mut before = std::mem::take(&mut self.files);
        before.append(&mut self.gone);
        self.files = files::follow(&self.shelf, &self.beyond, &setting, &mut before);
        self.gone = before;
        self.follow(told.as_ref());
        true
    }

    /// The cursor goes to what was changed; else it stays on its entry, and on
    /// the problem that one looks at, wherever they are now.
    fn follow(&mut self, told: Option<&Diagnostic>) {
        let became = self.file().and_then(|file| {
            let news = file.news.as_ref()?;
            news.became.get(self.cursor.entry).copied().flatten()
        });
        if let Some(entry) = became {
            self.cursor.entry = entry;
        }
        let saved = self.files.iter();
        let mut saved = saved.filter_map(|file| Some((file, file.changed()?)));
        // The other cards of its entry were changed with it.
        let own = |file: &File, changed: usize| {
            file.path == self.cursor.path && file.is_one(changed, self.cursor.entry)
        };
        if let Some((file, changed)) = saved.next()
            && !own(file, changed)
        {
            self.cursor = Cursor {
                path: file.path.clone(),
                entry: changed,
                problem: None,
            };
        }
        let again = self.file().zip(told).and_then(|(file, told)| {
            let at = file.problems.iter().position(|now| same(now, told))?;
            let problem = file.problems.get(at)?;
            let elsewhere = file.entry_of(problem).is_some_and(|entry| {
                self.cursor.problem.is_none() && !file.is_one(entry, self.cursor.entry)
            });
            (!elsewhere).then_some(at)
        });
        self.cursor.problem = again;
        self.settle();
    }
}
