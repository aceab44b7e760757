//! What a machine may write into a deck by itself: ids, numbers of gaps, and
//! the line that tells an editor of the schema. It changes no other byte, no
//! card, and takes no history from one.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use super::edit::{Edit, Page, admit};
use super::numbers::numbers;
use super::sheet::Sheet;
use super::slug::{slug, taken};
use crate::deck::yaml::Node;
use crate::deck::{Card, CardId, Deck, DeckFile, Known, Opened, Place, gaps, open, reconcile};
use crate::message;
use crate::parallel;
use crate::text::{Lang, Message};

#[cfg(test)]
mod tests;

/// What `--fix` makes of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fix {
    /// The file with all that is written; `None` where nothing is.
    pub bytes: Option<Vec<u8>>,
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
        let of = opened.as_ref().and_then(|opened| {
            let old = Old {
                path: &file.path,
                bytes: file.bytes.as_deref().ok()?,
                opened,
                deck: opened.reading.deck.as_ref()?,
                page: Page::read(file.bytes.as_deref().ok()?)?,
            };
            Some(old.fix(&named, known, &|_, _| true))
        });
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
    let old = || {
        let bytes = sheet.bytes.as_deref()?;
        Some(Old {
            path: &sheet.path,
            bytes,
            opened,
            deck: opened.reading.deck.as_ref()?,
            page: Page::read(bytes)?,
        })
    };
    let old = old();
    old.map(|old| old.fix(&named, known, wanted))
        .unwrap_or_default()
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

/// A deck that is to be mended.
struct Old<'f> {
    path: &'f Path,
    bytes: &'f [u8],
    opened: &'f Opened,
    deck: &'f Deck,
    page: Page,
}

/// An edit that would be made.
struct Wanted {
    edit: Edit,
    what: What,
    place: Place,
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

impl Old<'_> {
    fn fix(
        &self,
        named: &BTreeSet<String>,
        known: &BTreeSet<String>,
        is_wanted: &dyn Fn(What, Place) -> bool,
    ) -> Fix {
        let mut fix = Fix::default();
        let mut wanted = Vec::new();
        if !has_schema_line(self.page.text()) {
            wanted.push(Wanted {
                edit: self.page.comment_on_top(&schema_comment()),
                what: What::SchemaLine,
                place: self.page.root().place,
            });
        }
        let mut taken = self.taken(named, known);
        let alike = self.alike();
        for (path, node, cards) in self.entries() {
            // Its history finds it by question and answer, so that no other
            // card may have the same.
            let told_apart = cards.iter().all(|card| alike.get(&key(card)) == Some(&1));
            if let Some(unnamed) = cards.iter().find(|card| unnamed(&card.id)) {
                let id = slug(&words(node, self.deck.language), &taken);
                let edit = self.page.key(&path, "id", &id);
                let reason = if names(named, unnamed.id.entry()) {
                    Some(message!(
                        "another entry names it by what it asks",
                        "다른 항목이 이것을 질문에서 나온 이름으로 씁니다"
                    ))
                } else if !told_apart {
                    Some(another_asks_the_same())
                } else if edit.is_none() {
                    Some(message!(
                        "there is no line of its own to put one on",
                        "따로 쓸 줄이 없습니다"
                    ))
                } else {
                    None
                };
                match (reason, edit) {
                    (None, Some(edit)) => {
                        taken.insert(id);
                        wanted.push(Wanted {
                            edit,
                            what: What::Id,
                            place: node.place,
                        });
                    }
                    (reason, _) => fix.left(What::Id, node.place, reason),
                }
            }
            let numbered = self.numbering(&path, node, &cards, named, told_apart);
            if let Some((edit, reason)) = numbered {
                match (reason, edit) {
                    (None, Some(edit)) => wanted.push(Wanted {
                        edit,
                        what: What::Gaps,
                        place: node.place,
                    }),
                    (reason, _) => fix.left(What::Gaps, node.place, reason),
                }
            }
        }
        wanted.retain(|wanted| is_wanted(wanted.what, wanted.place));
        let holds = |some: &[Wanted]| {
            let bytes = self.page.with(some.iter().map(|wanted| &wanted.edit));
            bytes.is_some_and(|bytes| self.keeps(&bytes))
        };
        let (taken, left) = admit(wanted, &holds);
        for wanted in left {
            fix.left(wanted.what, wanted.place, None);
        }
        for wanted in &taken {
            match wanted.what {
                What::SchemaLine => fix.schema_line = true,
                What::Id => fix.ids += 1,
                What::Gaps => fix.clozes += 1,
            }
        }
        let bytes = self.page.with(taken.iter().map(|wanted| &wanted.edit));
        fix.bytes = bytes.filter(|bytes| bytes != self.bytes);
        fix.left.sort_by_key(|left| left.place);
        fix
    }

    /// The entries that make cards and are written here: the path, the node and
    /// the cards of each.
    fn entries(&self) -> Vec<(Vec<usize>, &Node, Vec<&Card>)> {
        let mut cards: BTreeMap<Place, Vec<&Card>> = BTreeMap::new();
        for card in &self.deck.cards {
            cards.entry(card.place).or_default().push(card);
        }
        let root = self.page.root();
        let mut keys = root.entries().iter();
        let Some(at) = keys.position(|(key, _)| key.text() == Some("cards")) else {
            return Vec::new();
        };
        let items = root.get("cards").map(Node::items).unwrap_or_default();
        let entries = items.iter().enumerate().filter_map(|(item, node)| {
            let cards = cards.remove(&node.place)?;
            Some((vec![at, item], node, cards))
        });
        entries.collect()
    }

    /// Names that no entry may be given.
    fn taken(&self, named: &BTreeSet<String>, known: &BTreeSet<String>) -> BTreeSet<String> {
        let elsewhere = named.iter().chain(known);
        taken(self.page.root(), &self.deck.id, elsewhere)
    }

    /// How many cards ask and answer the same.
    fn alike(&self) -> HashMap<(&str, &str), usize> {
        let mut alike = HashMap::new();
        for card in &self.deck.cards {
            *alike.entry(key(card)).or_default() += 1;
        }
        alike
    }

    /// The edit that numbers the gaps of an entry, in all its languages, or why
    /// there is none; nothing if they have numbers.
    fn numbering(
        &self,
        path: &[usize],
        node: &Node,
        cards: &[&Card],
        named: &BTreeSet<String>,
        told_apart: bool,
    ) -> Option<(Option<Edit>, Option<Message>)> {
        let language = self.deck.language;
        let keys = [
            "cloze".to_owned(),
            format!("cloze.{language}"),
            format!("cloze.{}", language.other()),
        ];
        let texts: Vec<(usize, &str)> = keys
            .iter()
            .filter_map(|key| {
                let mut entries = node.entries().iter().enumerate();
                let (at, (_, value)) = entries.find(|(_, (name, _))| name.text() == Some(key))?;
                Some((at, value.text()?))
            })
            .collect();
        let written: Vec<_> = texts.iter().map(|(_, text)| gaps(text)).collect();
        let numbered = numbers(&written)?;
        let reason = if node.get("replaces").is_some() {
            Some(message!(
                "it takes over the histories of gaps by their names",
                "빈칸의 이름으로 복습 기록을 이어받는 항목입니다"
            ))
        } else if cards.iter().any(|card| named.contains(card.id.as_str())) {
            Some(message!(
                "another entry names one of its gaps",
                "다른 항목이 이 빈칸의 이름을 씁니다"
            ))
        } else if !told_apart {
            Some(another_asks_the_same())
        } else {
            None
        };
        let mut edit: Option<Edit> = None;
        for ((at, _), numbers) in texts.iter().zip(&numbered) {
            let path: Vec<usize> = path.iter().copied().chain([*at]).collect();
            let Some(one) = self.page.number(&path, numbers) else {
                return Some((None, reason));
            };
            edit = Some(match edit {
                Some(edit) => edit.and(one),
                None => one,
            });
        }
        Some((edit, reason))
    }

    /// Whether a file is this deck with other names for the same cards, each of
    /// which keeps its history.
    fn keeps(&self, bytes: &[u8]) -> bool {
        let new = open(self.path, bytes).reading;
        let Some(deck) = &new.deck else {
            return false;
        };
        let codes = |told: &[crate::deck::Diagnostic]| -> Vec<&'static str> {
            let mut codes: Vec<&'static str> = told.iter().map(|told| told.code).collect();
            codes.sort_unstable();
            codes
        };
        if codes(&new.diagnostics) != codes(&self.opened.reading.diagnostics)
            || deck.cards.len() != self.deck.cards.len()
        {
            return false;
        }
        let known: Vec<Known> = self
            .deck
            .cards
            .iter()
            .map(|card| Known {
                id: card.id.clone(),
                fingerprint: card.fingerprint.clone(),
                answer: String::new(),
                studied: true,
            })
            .collect();
        let found = reconcile(&known, &deck.cards);
        let renamed: HashMap<&CardId, &CardId> =
            found.renamed.iter().map(|(was, is)| (was, is)).collect();
        let now: HashMap<&CardId, &Card> = deck.cards.iter().map(|card| (&card.id, card)).collect();
        found.lost.is_empty()
            && found.corrected.is_empty()
            && self.deck.cards.iter().all(|card| {
                let is = renamed.get(&card.id).copied().unwrap_or(&card.id);
                now.get(is)
                    .is_some_and(|is| is.fingerprint == card.fingerprint && is.task == card.task)
            })
    }
}

fn another_asks_the_same() -> Message {
    message!(
        "another card asks and answers the same",
        "묻고 답하는 것이 같은 카드가 또 있습니다"
    )
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

/// Whether a card or one of its gaps is named.
fn names(named: &BTreeSet<String>, entry: &str) -> bool {
    let part = format!("{entry}#");
    named.contains(entry)
        || named
            .range(part.clone()..)
            .next()
            .is_some_and(|name| name.starts_with(&part))
}

fn key(card: &Card) -> (&str, &str) {
    (&card.fingerprint.question, &card.fingerprint.answer)
}

fn unnamed(id: &CardId) -> bool {
    let entry = id.entry().split_once('/');
    entry.is_some_and(|(_, entry)| entry.starts_with('~'))
}

/// What an id is made of: the question, else the answer.
fn words(node: &Node, language: Lang) -> String {
    let in_any = |key: &str| {
        [
            key.to_owned(),
            format!("{key}.{language}"),
            format!("{key}.{}", language.other()),
        ]
        .iter()
        .find_map(|key| node.get(key).and_then(Node::text).map(str::to_owned))
    };
    if let Some(cloze) = in_any("cloze") {
        return bare(&cloze);
    }
    let listed = || {
        let items = ["compare", "order", "list"]
            .iter()
            .find_map(|key| node.get(key))?;
        let items: Vec<&str> = items.items().iter().filter_map(Node::text).collect();
        Some(items.join(" "))
    };
    in_any("ask")
        .or_else(listed)
        .or_else(|| in_any("answer"))
        .unwrap_or_default()
}

/// A cloze with what its gaps hide in their places.
fn bare(cloze: &str) -> String {
    let mut bare = String::with_capacity(cloze.len());
    let mut from = 0;
    for (at, gap) in gaps(cloze) {
        bare.push_str(cloze.get(from..at).unwrap_or_default());
        bare.push_str(gap.answer);
        let rest = cloze.get(at..).unwrap_or_default();
        let length = rest
            .find(gap.answer)
            .and_then(|start| rest.get(start..)?.find("}}").map(|end| start + end + 2));
        from = at + length.unwrap_or(rest.len());
    }
    bare.push_str(cloze.get(from..).unwrap_or_default());
    bare
}
