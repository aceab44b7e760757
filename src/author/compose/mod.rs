//! A card that is being written in a form: what stands in its fields becomes
//! an entry, is read as the deck would be with it, and is put behind the last
//! of its deck without touching another byte.

mod entry;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

pub use entry::{BESIDE, BETWEEN, Entry, Kind, Row, Slot};

use super::check::{Setting, findings};
use super::edit::{Page, laid};
use super::sheet::Sheet;
use super::slug::taken;
use super::world::World;
use crate::deck::yaml::Node;
use crate::deck::{Card, Deck, DeckId, Diagnostic, Place, Severity, read};
use crate::figure::Date;
use crate::message;
use crate::order::Order as _;
use crate::text::{Lang, Localized, Message, safe_line};

const CARDS: &str = "cards";

/// A deck that cards are written for.
#[derive(Debug)]
pub struct Composer {
    path: PathBuf,
    bytes: Vec<u8>,
    page: Page,
    deck: Deck,
    /// What stands around the cards; with it alone an entry is read, however
    /// large the deck is.
    around: Option<(String, String)>,
    taken: BTreeSet<String>,
    sources: Vec<String>,
    both: bool,
}

/// What an entry makes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Composed {
    /// Its cards; none where it can't be read.
    pub cards: Vec<Card>,
    /// What is wrong with it, the worst first.
    pub problems: Vec<Diagnostic>,
}

/// Why no card can be added to a deck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uncomposed {
    /// The file can't be read: what is wrong first.
    Broken(PathBuf, Option<Place>),
    /// The list of cards is written in a way that leaves no room.
    NoRoom(PathBuf),
    /// Something is wrong with the card.
    Wrong(Message),
}

impl Uncomposed {
    /// What is wrong and what to do.
    pub fn message(&self) -> Message {
        match self {
            Uncomposed::Broken(path, place) => {
                let path = path.display();
                let at = place.map(|place| format!(":{}:{}", place.line, place.column));
                let at = at.unwrap_or_default();
                message!(
                    "{path}{at}: it can't be read as it is; mend it first, 'dateline check' tells how",
                    "{path}{at}: 지금 그대로는 읽을 수 없습니다; 먼저 바로잡으세요. 'dateline check'가 방법을 알려 줍니다"
                )
            }
            Uncomposed::NoRoom(path) => message!(
                "no card can be put into {} safely, by the way its cards are written; add it in an editor",
                "{}: 카드를 적은 방식 때문에 안전하게 더할 수 없습니다; 편집기에서 더하세요",
                path.display()
            ),
            Uncomposed::Wrong(why) => why.clone(),
        }
    }
}

impl fmt::Display for Uncomposed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().says(Lang::En))
    }
}

impl std::error::Error for Uncomposed {}

impl Composer {
    /// Of the deck in the file at `path`. `known` are names of cards,
    /// `deck/entry`, that have a history: no other card gets one of them.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn open(
        path: &Path,
        bytes: Vec<u8>,
        known: &BTreeSet<String>,
    ) -> Result<Composer, Uncomposed> {
        let reading = read(path, &bytes);
        let mut told = reading.diagnostics.iter();
        let error = told.find(|told| told.severity == Severity::Error);
        let place = error.map(|error| error.place);
        let broken = || Uncomposed::Broken(path.to_owned(), place);
        let page = Page::read(&bytes).ok_or_else(broken)?;
        let deck = reading.deck.ok_or_else(broken)?;
        let root = page.root();
        let around = page.around(CARDS).filter(stands_alone);
        let taken = taken(root, &deck.id, known);
        let sources = root.get("sources").map(Node::entries).unwrap_or_default();
        let sources = sources.iter().filter_map(|(name, _)| name.text());
        Ok(Composer {
            path: path.to_owned(),
            taken,
            sources: sources.map(str::to_owned).collect(),
            both: both(root, deck.language.other()),
            around,
            page,
            deck,
            bytes,
        })
    }

    /// The deck.
    pub fn id(&self) -> &DeckId {
        &self.deck.id
    }

    /// What the deck is called.
    pub fn title(&self) -> &Localized {
        &self.deck.title
    }

    /// What its file is called.
    pub fn file_name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        safe_line(&name.to_string_lossy())
    }

    /// The language of keys without a suffix.
    pub fn language(&self) -> Lang {
        self.deck.language
    }

    /// The names of its sources.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// Whether it says anything in the other language too.
    pub fn both(&self) -> bool {
        self.both
    }

    /// What is in the file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The id that an entry will have.
    pub fn id_of(&self, entry: &Entry) -> String {
        entry.id(&self.taken)
    }

    /// What an entry makes, and what is wrong with it, on the day `today`.
    pub fn read(&self, entry: &Entry, today: Option<Date>) -> Composed {
        let lines = entry.lines(self.deck.language, &self.taken);
        let (text, own) = match &self.around {
            Some((before, behind)) => {
                let first = before.lines().count() + 1;
                let text = format!("{before}{}{behind}", laid(&lines, 2, "\n"));
                (text, (first, 1)..(first + lines.len(), 1))
            }
            None => match self.put(&lines) {
                Ok(bytes) => {
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    let own = changed(self.page.text(), &text);
                    (text, own)
                }
                Err(_) => return Composed::default(),
            },
        };
        let sheet = Sheet::of(
            Cow::Borrowed(self.path.as_path()),
            Cow::Borrowed(text.as_bytes()),
        );
        let world = World::new([&sheet], today, &[]);
        let setting = Setting {
            today,
            ..Setting::default()
        };
        let (mut problems, _) = findings(&sheet, &world, &setting);
        let is_own = |place: Place| own.contains(&(place.line, place.column));
        problems.retain(|told| is_own(told.place));
        let id = entry.id(&self.taken);
        if self.taken.contains(&id) {
            problems.push(self.taken_id(own.start.0, &id));
        }
        problems.order_by_key(|told| Reverse(told.severity));
        let cards = sheet.deck().map(|deck| deck.cards.as_slice());
        let cards = cards.unwrap_or_default().iter();
        let cards = cards.filter(|card| is_own(card.place));
        Composed {
            cards: cards.cloned().collect(),
            problems,
        }
    }

    /// The file with the entry behind the last.
    ///
    /// # Errors
    /// When something is wrong with the entry, or there is no room for it.
    pub fn written(&self, entry: &Entry) -> Result<Vec<u8>, Uncomposed> {
        let composed = self.read(entry, None);
        let mut problems = composed.problems.iter();
        if let Some(wrong) = problems.find(|told| told.severity == Severity::Error) {
            return Err(Uncomposed::Wrong(wrong.message.clone()));
        }
        let no_room = || Uncomposed::NoRoom(self.path.clone());
        let bytes = self.put(&entry.lines(self.deck.language, &self.taken))?;
        // What was there is read as before, and the new cards stand behind it.
        let now = read(&self.path, &bytes).deck.ok_or_else(no_room)?;
        let mut left = now.cards.iter();
        let same =
            |(was, now): (&Card, &Card)| was.id == now.id && was.fingerprint == now.fingerprint;
        let kept = self
            .deck
            .cards
            .iter()
            .all(|was| left.any(|now| same((was, now))));
        let more = now.cards.len() > self.deck.cards.len();
        match kept && more {
            true => Ok(bytes),
            false => Err(no_room()),
        }
    }

    /// The file with the lines of an entry behind the last.
    fn put(&self, lines: &[String]) -> Result<Vec<u8>, Uncomposed> {
        let edit = self.page.append(CARDS, lines);
        let bytes = edit.and_then(|edit| self.page.with(&[edit]));
        bytes.ok_or_else(|| Uncomposed::NoRoom(self.path.clone()))
    }

    fn taken_id(&self, line: usize, id: &str) -> Diagnostic {
        Diagnostic {
            code: "duplicate-id",
            severity: Severity::Error,
            path: self.path.clone(),
            place: Place {
                line,
                column: 1,
                length: 1,
            },
            message: message!(
                "the id '{id}' is taken in this deck",
                "'{id}': 이 덱에서 이미 쓰는 아이디입니다"
            ),
            help: Some(message!("choose another id", "다른 아이디를 고르세요")),
        }
    }
}

/// Whether what stands around the cards can be read without them: an anchor
/// among them may be used elsewhere.
fn stands_alone((before, behind): &(String, String)) -> bool {
    Page::read(format!("{before}{behind}").as_bytes()).is_some()
}

/// Whether a key of the deck, of an entry or of a fact is in a language.
fn both(root: &Node, lang: Lang) -> bool {
    let suffix = format!(".{}", lang.code());
    let has = |entries: &[(Node, Node)]| {
        let mut keys = entries.iter().filter_map(|(key, _)| key.text());
        keys.any(|key| key.ends_with(&suffix))
    };
    let entries = root.get(CARDS).map(Node::items).unwrap_or_default();
    let facts = root.get("facts").map(Node::entries).unwrap_or_default();
    has(root.entries())
        || entries.iter().any(|entry| has(entry.entries()))
        || facts.iter().any(|(_, fact)| has(fact.entries()))
}

/// From where to where `now` is not as `was`: lines and columns, from 1.
fn changed(was: &str, now: &str) -> Range<(usize, usize)> {
    let same = |(was, now): &(char, char)| was == now;
    let before = was.chars().zip(now.chars()).take_while(same).count();
    let behind = was.chars().rev().zip(now.chars().rev());
    let behind = behind.take_while(same).count();
    let all = now.chars().count();
    let place = |at: usize| {
        let before = now.chars().take(at);
        before.fold((1, 1), |(line, column), c| match c {
            '\n' => (line + 1, 1),
            _ => (line, column + 1),
        })
    };
    place(before)..place(all - behind.min(all - before))
}
