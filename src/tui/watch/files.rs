//! The decks that are watched: their entries as they stand in the files now,
//! those that are broken as they were last whole, and what is wrong.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::author::{CheckedFile, Listed, Setting, Shelf, matched};
use crate::deck::{Card, Diagnostic, Fact, Place, Severity};
use crate::text::{Lang, Localized};

/// A deck file.
#[derive(Debug, Clone)]
pub struct File {
    /// How messages call it.
    pub path: PathBuf,
    /// What the deck is called, if it ever could be read.
    pub title: Option<Localized>,
    /// What there is to show of its facts and cards, in the order of the file.
    pub entries: Vec<Entry>,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Diagnostic>,
    /// How it stands to the articles that it is held against.
    pub truth: Truth,
    /// Its facts and cards.
    listed: Vec<Listed>,
    /// What was in it, if it was ever read.
    bytes: Option<Vec<u8>>,
    /// What became of it when it was read last.
    pub news: Option<News>,
}

/// How a deck stands to articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Truth {
    /// It is held against none.
    #[default]
    Unasked,
    /// So many of its claims were found, of so many.
    Found(usize, usize),
    /// It has these sources, and the article does not say which of them it is.
    Unclear(String),
}

/// What a save made of a file's entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// For each entry that there was the one that it is now.
    pub became: Vec<Option<usize>>,
    /// The first that is new or says something else.
    pub changed: Option<usize>,
}

/// A card of a file; or a fact that asks nothing, or what can't be read.
#[derive(Debug, Clone)]
pub struct Entry {
    /// How it looks.
    pub picture: Picture,
    /// Whether the file does not say so any more, or not readably: it is shown
    /// as it was before.
    pub before: bool,
    /// The worst that is wrong in its lines.
    pub worst: Option<Severity>,
    /// Which of the file's facts and cards it is, or is made by.
    of: usize,
}

/// How an entry looks.
#[derive(Debug, Clone)]
pub enum Picture {
    /// As study will show it.
    Card(Arc<Card>),
    /// A figure that cards use.
    Fact(Arc<Fact>),
    /// It is broken, and was never whole.
    Nothing,
}

impl Entry {
    /// The card, if it is one.
    pub fn card(&self) -> Option<&Arc<Card>> {
        match &self.picture {
            Picture::Card(card) => Some(card),
            Picture::Fact(_) | Picture::Nothing => None,
        }
    }

    /// Which of several cards of one entry it is.
    fn part(&self) -> Option<&str> {
        self.card()?.id.part()
    }
}

impl File {
    /// The first entry in whose lines a problem is.
    pub fn entry_of(&self, problem: &Diagnostic) -> Option<usize> {
        let has = |entry: &Entry| self.has(entry, problem);
        self.entries.iter().position(has)
    }

    /// Whether a problem is in an entry's lines.
    pub fn has(&self, entry: &Entry, problem: &Diagnostic) -> bool {
        let listed = self.listed.get(entry.of);
        listed.is_some_and(|listed| listed.has(problem.place))
    }

    /// Whether two of `entries` are made by one entry of the file.
    pub fn is_one(&self, one: usize, two: usize) -> bool {
        let of = |at: usize| self.entries.get(at).map(|entry| entry.of);
        of(one) == of(two)
    }

    /// The first problem in an entry's lines.
    pub fn problem_of(&self, entry: &Entry) -> Option<usize> {
        let mut problems = self.problems.iter();
        problems.position(|problem| self.has(entry, problem))
    }

    /// What keeps an entry from being whole: what is wrong in its lines, or else
    /// in the whole file.
    pub fn blame(&self, entry: &Entry) -> Vec<&Diagnostic> {
        let own: Vec<&Diagnostic> = self
            .problems
            .iter()
            .filter(|problem| self.has(entry, problem))
            .collect();
        if !own.is_empty() {
            return own;
        }
        let errors = self.problems.iter();
        let errors = errors.filter(|problem| problem.severity == Severity::Error);
        let (unread, others): (Vec<_>, Vec<_>) = errors.partition(|problem| is_unread(problem));
        if unread.is_empty() { others } else { unread }
    }

    /// Where an entry can't be read for what is wrong in another one, that one.
    fn culprit(&self, at: usize) -> usize {
        let entry = self.entries.get(at);
        let innocent = entry.is_some_and(|entry| {
            matches!(entry.picture, Picture::Nothing) && self.problem_of(entry).is_none()
        });
        let unread = self.problems.iter().find(|problem| is_unread(problem));
        let culprit = unread.filter(|_| innocent);
        culprit
            .and_then(|problem| self.entry_of(problem))
            .unwrap_or(at)
    }

    /// The entry to look at after a save: the first that it changed, or, if that is
    /// only broken by another one, that one.
    pub fn changed(&self) -> Option<usize> {
        let changed = self.news.as_ref()?.changed?;
        Some(self.culprit(changed))
    }

    /// Where an entry stands.
    pub fn place(&self, entry: &Entry) -> Place {
        let listed = self.listed.get(entry.of);
        listed.map(|listed| listed.place).unwrap_or_default()
    }

    /// What an entry is called: its name, or what it asks; and which of several
    /// cards of one entry it is: `#c2`.
    pub fn name(&self, entry: &Entry, lang: Lang) -> (String, String) {
        let listed = self.listed.get(entry.of);
        let name = listed.map_or("", |listed| match &listed.name {
            Some(name) => name.as_str(),
            None => listed.asks(lang),
        });
        let name = if name.is_empty() { "?" } else { name };
        let part = entry
            .part()
            .map_or(String::new(), |part| format!("#{part}"));
        (name.to_owned(), part)
    }

    /// The first card, or else whatever there is first.
    pub fn first(&self) -> usize {
        let mut entries = self.entries.iter();
        let card = entries.position(|entry| entry.card().is_some());
        card.unwrap_or(0)
    }

    /// How many errors and how many warnings there are.
    pub fn counts(&self) -> (usize, usize) {
        let of = |severity| {
            let problems = self.problems.iter();
            problems
                .filter(|problem| problem.severity == severity)
                .count()
        };
        (of(Severity::Error), of(Severity::Warning))
    }

    /// Nothing is known of it but what is wrong.
    fn unread(path: &Path) -> File {
        File {
            path: path.to_owned(),
            title: None,
            entries: Vec::new(),
            problems: Vec::new(),
            truth: Truth::default(),
            listed: Vec::new(),
            bytes: None,
            news: None,
        }
    }

    /// Takes what was read. An entry that is broken now looks as it did while it
    /// was whole; whatever is not in the file any more is gone.
    fn take(&mut self, bytes: &[u8], title: Option<&Localized>, listed: Vec<Listed>) {
        if let Some(title) = title {
            self.title = Some(title.clone());
        }
        let was = matched(&self.listed, &listed);
        let before = std::mem::take(&mut self.entries);
        let old = |at: usize| before.iter().filter(move |entry| entry.of == at);
        let mut entries = Vec::new();
        for (at, (now, was)) in listed.iter().zip(&was).enumerate() {
            let entry = |picture| Entry {
                picture,
                before: false,
                worst: None,
                of: at,
            };
            if !now.cards.is_empty() {
                let cards = now.cards.iter().cloned();
                entries.extend(cards.map(|card| entry(Picture::Card(card))));
                continue;
            }
            if let Some(fact) = &now.fact {
                entries.push(entry(Picture::Fact(Arc::clone(fact))));
                continue;
            }
            let kept = was.filter(|was| {
                let old = self.listed.get(*was);
                old.is_some_and(|old| now.may_be(old))
            });
            let first = entries.len();
            let whole = kept.into_iter().flat_map(old);
            let whole = whole.filter(|entry| !matches!(entry.picture, Picture::Nothing));
            entries.extend(whole.map(|whole| Entry {
                before: true,
                ..entry(whole.picture.clone())
            }));
            if entries.len() == first {
                entries.push(entry(Picture::Nothing));
            }
        }
        let first_of = |of: usize| entries.iter().position(|entry: &Entry| entry.of == of);
        let changed = listed.iter().zip(&was).position(|(now, was)| {
            let old = was.and_then(|was| self.listed.get(was));
            old.is_none_or(|old| !now.says_what(old))
        });
        let became = before.iter().map(|old| {
            let of = was.iter().position(|was| *was == Some(old.of))?;
            let same = |entry: &Entry| entry.of == of && entry.part() == old.part();
            entries.iter().position(same).or_else(|| first_of(of))
        });
        self.news = Some(News {
            became: became.collect(),
            changed: changed.and_then(first_of),
        });
        self.entries = entries;
        self.listed = listed;
        self.bytes = Some(bytes.to_vec());
        // Where all of it is new one begins with the cards.
        if was.iter().all(Option::is_none) {
            let first = (!self.entries.is_empty()).then(|| self.first());
            if let Some(news) = &mut self.news {
                news.changed = first;
            }
        }
    }

    /// Takes note of what is wrong.
    fn judge(&mut self, problems: Vec<Diagnostic>) {
        if self.news.is_none() && self.problems == problems {
            return;
        }
        for entry in &mut self.entries {
            let listed = self.listed.get(entry.of);
            let own = problems
                .iter()
                .filter(|told| listed.is_some_and(|listed| listed.has(told.place)));
            entry.worst = own.map(|told| told.severity).max();
        }
        self.problems = problems;
    }
}

impl Truth {
    fn of(checked: &CheckedFile<'_>) -> Truth {
        match &checked.truth {
            Err(sources) => Truth::Unclear(sources.clone()),
            Ok(report) if report.sources.is_empty() => Truth::Unasked,
            Ok(report) => Truth::Found(report.found(), report.claimed()),
        }
    }
}

/// Whether a problem may keep a whole file from being read.
fn is_unread(problem: &Diagnostic) -> bool {
    ["not-yaml", "control-character", "tag", "key-shape", "alias"].contains(&problem.code)
}

/// Checks the files of `shelf`; `beyond` is what is wrong with folders and with
/// files that were not even read, `before` what was known of files. What is gone
/// is left there: it may come back.
pub fn follow(
    shelf: &Shelf,
    beyond: &[Diagnostic],
    setting: &Setting<'_>,
    before: &mut Vec<File>,
) -> Vec<File> {
    let each = std::mem::take(before).into_iter();
    let mut old: HashMap<PathBuf, File> = each.map(|file| (file.path.clone(), file)).collect();
    let mut known = |path: &Path| old.remove(path).unwrap_or_else(|| File::unread(path));
    let mut files: Vec<File> = Vec::new();
    for checked in shelf.check(setting) {
        let mut file = known(checked.path);
        file.news = None;
        if let Some(bytes) = checked.bytes
            && Some(bytes) != file.bytes.as_deref()
        {
            let deck = shelf.deck(checked.path);
            let title = deck.map(|deck| &deck.title);
            file.take(bytes, title, shelf.listed(checked.path));
        }
        if !shelf.waits_for(checked.path) {
            file.truth = Truth::of(&checked);
        }
        file.judge(checked.diagnostics);
        files.push(file);
    }
    for told in beyond {
        let at = files.iter().position(|file| file.path == told.path);
        let file = match at.and_then(|at| files.get_mut(at)) {
            Some(file) => file,
            None => {
                files.push(known(&told.path));
                let Some(file) = files.last_mut() else {
                    continue;
                };
                file.news = None;
                file.judge(Vec::new());
                file
            }
        };
        file.problems.push(told.clone());
    }
    before.extend(old.into_values());
    files
}
