//! What a machine may write into a deck by itself: ids, numbers of gaps, and
//! the line that tells an editor of the schema. It changes no other byte, no
//! card, and takes no history from one.

use std::collections::BTreeSet;

use old::{Old, unnumbered};

use super::sheet::Sheet;
use crate::deck::yaml::{self, Node};
use crate::deck::{DeckFile, Opened, Place, Severity, open};
use crate::message;
use crate::parallel;
use crate::text::{Lang, Message};

mod kept;
mod old;
#[cfg(test)]
mod tests;
mod words;

/// What `--fix` makes of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fix {
    /// The file with all that is written; `None` where nothing is.
    pub bytes: Option<Vec<u8>>,
    /// Where the file is no YAML or no deck: until that is mended nothing is
    /// written into it of all that would be.
    pub held_back: Option<Place>,
    /// How many entries were given an id.
    pub ids: usize,
    /// How many clozes had their gaps numbered.
    pub clozes: usize,
    /// Whether it was given the line for editors.
    pub schema_line: bool,
    /// What is left to the author.
    pub left: Vec<Left>,
}

/// Something that would be written if it were safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The entry.
    pub place: Place,
    /// Where it stands in the file with what is written.
    pub then: Place,
    /// Why not, one sentence without a full stop.
    pub why: Message,
}

/// The file beside a deck that its schema line names.
pub const SCHEMA_FILE: &str = "deck.schema.json";

/// Works out what is to be written into `files`, one [`Fix`] each; they are
/// taken as one collection. `known` are cards that the log knows: an id that
/// was theirs is not given to another.
pub fn fix(files: &[DeckFile], known: &BTreeSet<String>) -> Vec<Fix> {
    let opened: Vec<Option<Opened>> = parallel::each(files, |file| {
        let bytes = file.bytes.as_ref().ok()?;
        Some(open(&file.path, bytes))
    });
    let named = named(opened.iter().flatten());
    let pairs: Vec<(&DeckFile, &Option<Opened>)> = files.iter().zip(&opened).collect();
    parallel::each(&pairs, |(file, opened)| {
        let read = file.bytes.as_deref().ok().zip(opened.as_ref());
        let of = read.map(
            |(bytes, opened)| match Old::new(&file.path, bytes, opened) {
                Some(old) => old.fix(&named, known, &|_, _| true),
                None => held_back(bytes, opened),
            },
        );
        of.unwrap_or_default()
    })
}

/// The same of one file that was read already, among `others`; only what is
/// `wanted` of an entry at a place.
pub(super) fn fix_one<'o>(
    sheet: &'o Sheet<'_>,
    others: impl Iterator<Item = &'o Opened>,
    known: &BTreeSet<String>,
    wanted: &dyn Fn(What, Place) -> bool,
) -> Fix {
    let opened = sheet.opened.as_ref();
    let named = named(others.chain([opened]));
    let bytes = sheet.bytes.as_deref();
    let old = bytes.and_then(|bytes| Old::new(&sheet.path, bytes, opened));
    old.map(|old| old.fix(&named, known, wanted))
        .unwrap_or_default()
}

/// What would be written into a file that is no YAML, or no deck, as far as it
/// can be told.
fn held_back(bytes: &[u8], opened: &Opened) -> Fix {
    let cards = opened.tree().and_then(|root| root.get("cards"));
    let entries = cards.map(Node::items).unwrap_or_default().iter();
    let nameless = |node: &&Node| node.get("id").is_none_or(Node::is_blank);
    let fix = Fix {
        ids: entries.clone().filter(nameless).count(),
        clozes: entries
            .filter_map(|node| unnumbered(node, Lang::En))
            .count(),
        schema_line: !has_schema_line(&String::from_utf8_lossy(bytes)),
        ..Fix::default()
    };
    let broken = yaml::clean(bytes).and_then(|clean| yaml::parse(&clean.text).map(|_| ()));
    let mut told = opened.reading.diagnostics.iter();
    let mut first = || told.find(|told| told.severity == Severity::Error);
    let place = broken.err().map(|fault| fault.place);
    let place = place.or_else(|| Some(first()?.place));
    let any = fix.ids + fix.clozes > 0 || fix.schema_line;
    Fix {
        held_back: place.filter(|_| any),
        ..fix
    }
}

/// The cards that decks name in `replaces` and `supersedes`, `deck/entry` or
/// `deck/entry#part`.
fn named<'o>(opened: impl Iterator<Item = &'o Opened>) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for deck in opened.filter_map(|opened| opened.reading.deck.as_ref()) {
        for card in &deck.cards {
            named.extend(card.replaces.iter().cloned());
            named.extend(card.supersedes.iter().cloned());
        }
        named.extend(
            deck.facts
                .iter()
                .flat_map(|fact| fact.supersedes.iter().cloned()),
        );
    }
    named
}

/// What may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// The line for editors.
    SchemaLine,
    /// The id of an entry.
    Id,
    /// The numbers of a cloze's gaps.
    Gaps,
}

impl Fix {
    fn left(&mut self, what: What, place: Place, reason: Option<Message>) {
        let wanted = match what {
            What::SchemaLine => message!(
                "the line for editors is not written",
                "편집기를 위한 줄을 쓰지 않았습니다"
            ),
            What::Id => message!(
                "this entry is given no id",
                "이 항목에 아이디를 쓰지 않았습니다"
            ),
            What::Gaps => message!(
                "these gaps are given no numbers",
                "이 빈칸들에 번호를 쓰지 않았습니다"
            ),
        };
        let reason = reason.unwrap_or_else(|| {
            message!(
                "it can't be written without changing more",
                "다른 곳까지 바꾸지 않고는 쓸 수 없습니다"
            )
        });
        let [en, ko] =
            Lang::ALL.map(|lang| format!("{}: {}", wanted.says(lang), reason.says(lang)));
        self.left.push(Left {
            place,
            then: place,
            why: Message::new(en, ko),
        });
    }
}

/// The comment that tells an editor with the YAML language server where the schema is.
pub(super) fn schema_comment() -> String {
    format!("yaml-language-server: $schema=./{SCHEMA_FILE}")
}

/// Whether an editor is told of a schema already, whichever it is.
fn has_schema_line(text: &str) -> bool {
    text.lines().any(|line| {
        let comment = line.trim_start().strip_prefix('#').map(str::trim_start);
        let told = comment.and_then(|comment| comment.strip_prefix("yaml-language-server:"));
        told.is_some_and(|told| told.trim_start().starts_with("$schema="))
    })
}
