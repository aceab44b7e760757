//! From card to card, from deck to deck, and from problem to problem.

use super::{Cursor, Watch};
use crate::session::Move;
use crate::strings::Say;
use crate::tui::theme::Role;

impl Watch {
    /// To an entry of the file.
    pub(super) fn go_to(&mut self, at: usize) {
        let Some(file) = self.file() else { return };
        let Some(entry) = file.entries.get(at) else {
            return;
        };
        self.cursor.problem = file.problem_of(entry);
        self.cursor.entry = at;
        self.settle();
    }

    /// To another file, where one was in none.
    pub(super) fn go_to_file(&mut self, at: usize) {
        let Some(file) = self.files.get(at) else {
            return;
        };
        if file.path != self.cursor.path {
            self.cursor = Cursor {
                path: file.path.clone(),
                entry: file.first(),
                problem: None,
            };
            self.settle();
        }
    }

    /// To the next problem, of the next file if this one has no more.
    pub(super) fn go_to_problem(&mut self, direction: Move) {
        let places: Vec<(usize, usize)> = self
            .files
            .iter()
            .enumerate()
            .flat_map(|(at, file)| (0..file.problems.len()).map(move |problem| (at, problem)))
            .collect();
        let file = self.file_at();
        let target = match self.cursor.problem {
            Some(problem) => {
                let at = places.iter().position(|place| *place == (file, problem));
                let at = at.unwrap_or(0);
                let count = places.len().max(1);
                let next = match direction {
                    Move::Up | Move::Left => at + count - 1,
                    Move::Down | Move::Right => at + 1,
                };
                places.get(next % count)
            }
            None => self.nearest(&places, direction),
        };
        match target.copied() {
            Some((file, problem)) => {
                self.go_to_file(file);
                self.pick_problem(problem);
            }
            None => {
                let told = Say(self.manner.lang).nothing_wrong();
                self.message = Some((format!("✓ {told}"), Role::Good));
            }
        }
    }

    /// The first problem behind the card, or the last before it.
    fn nearest<'p>(
        &self,
        places: &'p [(usize, usize)],
        direction: Move,
    ) -> Option<&'p (usize, usize)> {
        let file = self.file_at();
        let place = self.file().zip(self.entry()).and_then(|(file, entry)| {
            let entry = file.entries.get(entry)?;
            Some(file.place(entry))
        });
        let key = (file, place.unwrap_or_default());
        let of = |place: &(usize, usize)| {
            let file = self.files.get(place.0);
            let problem = file.and_then(|file| file.problems.get(place.1));
            (
                place.0,
                problem.map(|problem| problem.place).unwrap_or_default(),
            )
        };
        match direction {
            Move::Up | Move::Left => {
                let mut before = places.iter().rev();
                before.find(|place| of(place) < key).or(places.last())
            }
            Move::Down | Move::Right => {
                let mut behind = places.iter();
                behind.find(|place| of(place) > key).or(places.first())
            }
        }
    }

    /// To a problem of the file, and to the entry that has it.
    pub(super) fn pick_problem(&mut self, at: usize) {
        let Some(file) = self.file() else { return };
        let Some(problem) = file.problems.get(at) else {
            return;
        };
        let here = file.entries.get(self.cursor.entry);
        // Of several cards of one entry, the one that one looks at.
        if !here.is_some_and(|entry| file.has(entry, problem))
            && let Some(entry) = file.entry_of(problem)
        {
            self.cursor.entry = entry;
        }
        self.cursor.problem = Some(at);
        self.settle();
    }
}
