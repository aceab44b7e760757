//! A deck file as it was read, with what rules about several decks need of it.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::holding::Held;
use super::ignore::Ignores;
use crate::deck::yaml::Node;
use crate::deck::{Card, Deck, DeckFile, Diagnostic, Opened, Reading, Task, open};
use crate::text::{Lang, Localized, fold};

/// A deck file that was read, with its text borrowed or (`'static`) its own.
#[derive(Debug, Clone)]
pub(super) struct Sheet<'f> {
    /// How messages call the file.
    pub path: Cow<'f, Path>,
    /// What is in it.
    pub bytes: Option<Cow<'f, [u8]>>,
    /// What reading it gave.
    pub opened: Arc<Opened>,
    /// The names of all its cards and facts, `deck/entry`, broken ones too.
    pub names: Vec<String>,
    /// The keys that its facts and entries have, as they are spelled.
    pub keys: BTreeSet<String>,
    /// What its broken entries supersede and replace.
    pub leads: Vec<Lead>,
    /// What its cards ask, folded, each with the place of its card in the deck.
    pub questions: Vec<(Lang, String, usize)>,
    /// What its facts are called and ask, folded, in the order of the facts.
    pub facts: Vec<Folded>,
    /// What rules found that look at nothing but this deck, once they looked.
    pub alone: OnceLock<Vec<Diagnostic>>,
    /// What its comments ignore, once someone asked.
    pub ignores: OnceLock<Ignores>,
    /// How it stands to the articles, once it was held against them, and which
    /// comments were of use for that: for as long as the articles are the same.
    pub truth: Arc<OnceLock<Held>>,
}

/// What a broken entry names, which makes no card that says so.
#[derive(Debug, Clone)]
pub(super) struct Lead {
    /// The key: `supersedes` or `replaces`.
    pub key: &'static str,
    /// Its own name, `deck/entry`.
    pub from: String,
    /// What stands under the key, each with its deck.
    pub to: Vec<String>,
}

/// What tells a fact from another of the same name, folded once.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    /// Its label.
    pub label: Option<Localized>,
    /// Its question.
    pub question: Option<Localized>,
}

impl Sheet<'static> {
    /// Reads a file and keeps what is in it.
    pub fn keep(file: DeckFile) -> Sheet<'static> {
        match file.bytes {
            Ok(bytes) => Sheet::of(file.path.into(), bytes.into()),
            Err(diagnostic) => Sheet::unread(file.path.into(), diagnostic),
        }
    }
}

impl<'f> Sheet<'f> {
    /// Reads a file.
    pub fn read(file: &'f DeckFile) -> Sheet<'f> {
        let path = file.path.as_path();
        match &file.bytes {
            Ok(bytes) => Sheet::of(path.into(), bytes.into()),
            Err(diagnostic) => Sheet::unread(path.into(), diagnostic.clone()),
        }
    }

    /// Reads what is in the file at `path`.
    pub fn of(path: Cow<'f, Path>, bytes: Cow<'f, [u8]>) -> Sheet<'f> {
        let opened = open(&path, &bytes);
        let seen = seen(&opened);
        let deck = seen.map(|(_, deck)| deck);
        let names = seen.map(|(root, deck)| (deck, root));
        let leads = names.map(|(deck, root)| leads(deck, root));
        let names = names.map(|(deck, root)| names_in(deck, root));
        let keys = seen.map(|(root, _)| keys(root));
        let (questions, facts) = (deck.map(questions), deck.map(facts));
        Sheet {
            path,
            bytes: Some(bytes),
            opened: Arc::new(opened),
            names: names.unwrap_or_default(),
            keys: keys.unwrap_or_default(),
            leads: leads.unwrap_or_default(),
            questions: questions.unwrap_or_default(),
            facts: facts.unwrap_or_default(),
            alone: OnceLock::new(),
            ignores: OnceLock::new(),
            truth: Arc::default(),
        }
    }

    /// A file that can't be read, and why.
    fn unread(path: Cow<'f, Path>, diagnostic: Diagnostic) -> Sheet<'f> {
        let reading = Reading {
            deck: None,
            diagnostics: vec![diagnostic],
        };
        Sheet {
            path,
            bytes: None,
            opened: Arc::new(Opened {
                reading,
                root: None,
                whole: None,
            }),
            names: Vec::new(),
            keys: BTreeSet::new(),
            leads: Vec::new(),
            questions: Vec::new(),
            facts: Vec::new(),
            alone: OnceLock::new(),
            ignores: OnceLock::new(),
            truth: Arc::default(),
        }
    }

    /// Whether reading this file would give the same again.
    pub fn is_of(&self, file: &DeckFile) -> bool {
        let read = &self.opened.reading.diagnostics;
        self.path == file.path
            && match (&self.bytes, &file.bytes) {
                (Some(before), Ok(now)) => before.as_ref() == now.as_slice(),
                (None, Err(now)) => read.as_slice() == std::slice::from_ref(now),
                _ => false,
            }
    }

    /// Whether it is a deck, be it a broken one or one that is about to be
    /// written: not all YAML is that lies beside decks or is open in an editor.
    pub fn is_meant_as_deck(&self) -> bool {
        const KEYS: [&[u8]; 3] = [b"deck:", b"cards:", b"facts:"];
        const MARK: &[u8] = "\u{feff}".as_bytes();
        let mut lines = self
            .bytes
            .iter()
            .flat_map(|bytes| bytes.split(|byte| *byte == b'\n'));
        let begins = |line: &[u8]| {
            let line = line.strip_prefix(MARK).unwrap_or(line);
            KEYS.iter().any(|key| line.starts_with(key))
        };
        self.deck().is_some() || lines.any(begins)
    }

    /// The deck, unless the file is none.
    pub fn deck(&self) -> Option<&Deck> {
        self.opened.reading.deck.as_ref()
    }

    /// The tree and the deck as far as they can be made out, broken entries
    /// too: what rules look at.
    pub fn seen(&self) -> Option<(&Node, &Deck)> {
        seen(&self.opened)
    }

    /// The cards with which nothing is wrong that keeps them from being cards.
    pub fn sound(&self) -> &[Card] {
        self.kept().map_or(&[], |(_, deck)| deck.cards.as_slice())
    }

    /// The tree and the deck without what is broken: of a file that is no YAML,
    /// those of its parts that are.
    pub fn kept(&self) -> Option<(&Node, &Deck)> {
        let whole = || Some((self.root()?, self.deck()?));
        let rest = || {
            let rest = self.opened.rest()?;
            Some((&rest.root, rest.deck.as_ref()?))
        };
        whole().or_else(rest)
    }

    /// Whether a line belongs to a part that is no YAML.
    pub fn is_cut(&self, line: usize) -> bool {
        let rest = self.opened.rest();
        rest.is_some_and(|rest| rest.cut.has(line))
    }

    /// The tree, or what is left of it where it is no YAML.
    pub fn tree(&self) -> Option<&Node> {
        self.opened.tree()
    }

    /// The tree, if it is YAML.
    pub fn root(&self) -> Option<&Node> {
        self.opened.root.as_ref()
    }
}

fn seen(opened: &Opened) -> Option<(&Node, &Deck)> {
    let rest = opened.rest().map(|rest| &rest.root);
    let whole = opened.whole.as_ref().map(|whole| &whole.deck);
    let root = opened.root.as_ref().or(rest)?;
    Some((root, whole.or(opened.reading.deck.as_ref())?))
}

/// The names that the facts and entries of a file give themselves.
fn names_in(deck: &Deck, root: &Node) -> Vec<String> {
    let facts = root.get("facts").map(Node::entries).unwrap_or_default();
    let cards = root.get("cards").map(Node::items).unwrap_or_default();
    let of_facts = facts.iter().filter_map(|(name, _)| name.text());
    let of_cards = cards.iter().filter_map(|card| card.get("id")?.text());
    let written = of_facts.chain(of_cards);
    written
        .map(|name| format!("{}/{}", deck.id, name.trim()))
        .collect()
}

/// The keys that the facts and entries of a file have.
fn keys(root: &Node) -> BTreeSet<String> {
    let facts = root.get("facts").map(Node::entries).unwrap_or_default();
    let cards = root.get("cards").map(Node::items).unwrap_or_default();
    let all = facts.iter().map(|(_, fact)| fact).chain(cards);
    let mut keys = BTreeSet::new();
    for key in all
        .flat_map(Node::entries)
        .filter_map(|(key, _)| key.text())
    {
        // Most have them all.
        if !keys.contains(key) {
            keys.insert(key.to_owned());
        }
    }
    keys
}

/// What the entries say that are no cards.
fn leads(deck: &Deck, root: &Node) -> Vec<Lead> {
    let sound: HashSet<usize> = deck.cards.iter().map(|card| card.place.line).collect();
    let entries = root.get("cards").map(Node::items).unwrap_or_default();
    let broken = entries
        .iter()
        .filter(|node| !sound.contains(&node.place.line));
    let full = |name: &str| match name.trim() {
        name if name.contains('/') => name.to_owned(),
        name => format!("{}/{name}", deck.id),
    };
    broken
        .filter_map(|node| Some((node, full(node.get("id")?.text()?))))
        .flat_map(|(node, from)| {
            ["supersedes", "replaces"]
                .into_iter()
                .filter_map(move |key| {
                    let names = node.get(key)?.items().iter().filter_map(Node::text);
                    Some(Lead {
                        key,
                        from: from.clone(),
                        to: names.map(full).collect(),
                    })
                })
        })
        .collect()
}

fn facts(deck: &Deck) -> Vec<Folded> {
    let cards: HashMap<&str, &Card> = deck
        .cards
        .iter()
        .map(|card| (card.id.entry(), card))
        .collect();
    let folded = |text: &Localized| text.map(|_, text| fold(text));
    let each = deck.facts.iter();
    each.map(|fact| {
        let card = cards.get(format!("{}/{}", deck.id, fact.id).as_str());
        Folded {
            label: fact.label.as_ref().map(folded),
            question: card.map(|card| folded(&card.question)),
        }
    })
    .collect()
}

fn questions(deck: &Deck) -> Vec<(Lang, String, usize)> {
    let asking = deck.cards.iter().enumerate();
    asking
        .flat_map(|(at, card)| {
            let texts = question(card).into_iter().flat_map(|text| text.iter());
            let texts = texts.filter(|(_, text)| !text.is_empty());
            texts.map(move |(lang, text)| (lang, fold(text), at))
        })
        .collect()
}

/// What a card asks, if its question alone tells it from others: lines to order
/// and sides to match are part of what is asked, and a cloze is its own question.
fn question(card: &Card) -> Option<&Localized> {
    match &card.task {
        Task::Recall { cloze: None }
        | Task::Text { .. }
        | Task::Number { .. }
        | Task::Date { .. }
        | Task::List { .. } => Some(&card.question),
        Task::Recall { cloze: Some(_) }
        | Task::Cloze { .. }
        | Task::Choice { .. }
        | Task::Order { .. }
        | Task::Pairs { .. }
        | Task::Compare { .. } => None,
    }
}
