//! A deck that is to be mended, and what would be written into it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use super::kept::Kept;
use super::words::words;
use super::{Fix, What, has_schema_line, schema_comment};
use crate::author::edit::{Edit, Page, admit};
use crate::author::numbers::numbers;
use crate::author::slug::{slug, taken};
use crate::deck::yaml::Node;
use crate::deck::{Card, CardId, Deck, Opened, Place, gaps, open};
use crate::message;
use crate::order::Order as _;
use crate::text::{Lang, Message};

/// A deck that is to be mended.
pub(super) struct Old<'f> {
    path: &'f Path,
    bytes: &'f [u8],
    deck: &'f Deck,
    kept: Kept<'f>,
    page: Page,
}

/// An edit that would be made.
struct Wanted {
    edit: Edit,
    what: What,
    place: Place,
}

impl<'f> Old<'f> {
    /// `None` of what is no deck, or no YAML.
    pub fn new(path: &'f Path, bytes: &'f [u8], opened: &'f Opened) -> Option<Old<'f>> {
        Some(Old {
            path,
            bytes,
            deck: opened.reading.deck.as_ref()?,
            kept: Kept::of(opened)?,
            page: Page::read(bytes)?,
        })
    }

    pub fn fix(
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
                let mut keys = node.entries().iter();
                let edit = match keys.position(|(key, _)| key.text() == Some("id")) {
                    Some(at) => self.page.fill(&[path.as_slice(), &[at]].concat(), &id),
                    None => self.page.key(&path, "id", &id),
                };
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
        fix.left.order_by_key(|left| left.place);
        if let Some(now) = fix.bytes.as_deref().and_then(Page::read) {
            for left in &mut fix.left {
                left.then = self.place_in(&now, left.place).unwrap_or(left.place);
            }
        }
        fix
    }

    /// The entries that make cards and are written here: the path, the node and
    /// the cards of each.
    fn entries(&self) -> Vec<(Vec<usize>, &Node, Vec<&Card>)> {
        let mut cards: BTreeMap<Place, Vec<&Card>> = BTreeMap::new();
        for card in &self.kept.cards {
            cards.entry(card.place).or_default().push(*card);
        }
        let root = self.page.root();
        let mut keys = root.entries().iter();
        let Some(at) = keys.position(|(key, _)| key.text() == Some("cards")) else {
            return Vec::new();
        };
        let entries = entries_of(&self.page)
            .iter()
            .enumerate()
            .filter_map(|(item, node)| {
                let cards = cards.remove(&node.place)?;
                Some((vec![at, item], node, cards))
            });
        entries.collect()
    }

    /// Where in the page `now`, which has the same entries, that stands which
    /// stands here at `place`: an entry, or the whole.
    fn place_in(&self, now: &Page, place: Place) -> Option<Place> {
        let mut entries = entries_of(&self.page).iter();
        match entries.position(|node| node.place == place) {
            Some(at) => entries_of(now).get(at).map(|node| node.place),
            None => Some(now.root().place),
        }
    }

    /// Names that no entry may be given.
    fn taken(&self, named: &BTreeSet<String>, known: &BTreeSet<String>) -> BTreeSet<String> {
        let elsewhere = named.iter().chain(known);
        taken(self.page.root(), &self.deck.id, elsewhere)
    }

    /// How many cards ask and answer the same.
    fn alike(&self) -> HashMap<(&str, &str), usize> {
        let mut alike = HashMap::new();
        for card in &self.kept.cards {
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
        let clozes = unnumbered(node, self.deck.language)?;
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
        for (at, numbers) in clozes {
            let path: Vec<usize> = path.iter().copied().chain([at]).collect();
            let Some(one) = self.page.number(&path, &numbers) else {
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
        let now = open(self.path, bytes);
        let now = Kept::of(&now);
        now.is_some_and(|now| self.kept.is_kept_in(&now))
    }
}

/// The clozes of an entry in all its languages, by where they stand among its
/// keys, each with the numbers that its gaps lack; `None` if they lack none.
pub(super) fn unnumbered(node: &Node, language: Lang) -> Option<Vec<(usize, Vec<Option<u32>>)>> {
    let keys = [
        "cloze".to_owned(),
        format!("cloze.{language}"),
        format!("cloze.{}", language.other()),
    ];
    let texts = keys.iter().filter_map(|key| {
        let mut entries = node.entries().iter().enumerate();
        let (at, (_, value)) = entries.find(|(_, (name, _))| name.text() == Some(key))?;
        Some((at, value.text()?))
    });
    let (at, texts): (Vec<usize>, Vec<&str>) = texts.unzip();
    let written: Vec<_> = texts.into_iter().map(gaps).collect();
    Some(at.into_iter().zip(numbers(&written)?).collect())
}

fn another_asks_the_same() -> Message {
    message!(
        "another card asks and answers the same",
        "묻고 답하는 것이 같은 카드가 또 있습니다"
    )
}

/// What stands under `cards`.
fn entries_of(page: &Page) -> &[Node] {
    page.root()
        .get("cards")
        .map(Node::items)
        .unwrap_or_default()
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
