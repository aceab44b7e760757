//! A mapping of the file while it is lifted: where its parts stand, and what
//! is wrong with it.

use std::borrow::Cow;

use crate::deck::Place;
use crate::deck::format::{Said, split};
use crate::deck::yaml::{Fault, Node};
use crate::text::{Lang, Localized, Message, nfc};

/// An entry, fact or source of the file.
pub struct Item<'n> {
    /// Its node.
    pub node: &'n Node,
    /// The place that names it: its key, or where it begins.
    pub place: Place,
    /// The language of keys without a suffix.
    pub language: Lang,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

impl<'n> Item<'n> {
    /// An item that nothing is wrong with yet.
    pub fn new(node: &'n Node, place: Place, language: Lang) -> Self {
        Item {
            node,
            place,
            language,
            faults: Vec::new(),
        }
    }

    /// Where the value of a key stands; the item itself if the key is not there.
    pub fn at(&self, key: &str) -> Place {
        self.node.get(key).map_or(self.place, |value| value.place)
    }

    /// Where a key stands, in whatever language it stands first.
    pub fn key(&self, key: &str) -> Place {
        let named = |name: &&Node| {
            name.text()
                .is_some_and(|name| name.starts_with(key) && split(name).0 == key)
        };
        self.node
            .entries()
            .iter()
            .map(|(name, _)| name)
            .find(named)
            .map_or(self.place, |key| key.place)
    }

    /// Where a key stands, spelled out with its language.
    pub fn key_place(&self, key: &str) -> Place {
        self.node.key(key).map_or(self.place, |key| key.place)
    }

    /// Where an item of a list stands, from 0.
    pub fn at_item(&self, key: &str, position: usize) -> Place {
        let item = self
            .node
            .get(key)
            .and_then(|value| value.items().get(position));
        item.map_or_else(|| self.at(key), |item| item.place)
    }

    /// Notes that something is wrong.
    pub fn wrong(&mut self, code: &'static str, place: Place, message: Message, help: Message) {
        self.faults
            .push(Fault::new(code, place, message).help(help));
    }

    /// Notes an error of a module above, whose message carries its help behind
    /// a semicolon.
    pub fn failed(&mut self, code: &'static str, place: Place, message: &Message) {
        let (message, help) = message.parts();
        let fault = Fault::new(code, place, message);
        self.faults.push(Fault { help, ..fault });
    }

    /// The value that `read` makes of a text, or a note of why it makes none.
    pub fn read<T>(
        &mut self,
        code: &'static str,
        key: &str,
        text: Option<&(impl AsRef<str> + ?Sized)>,
        read: impl FnOnce(&str) -> Result<T, Message>,
    ) -> Option<T> {
        match read(text?.as_ref().trim()) {
            Ok(value) => Some(value),
            Err(message) => {
                self.failed(code, self.at(key), &message);
                None
            }
        }
    }

    /// A text as it stands, in every language.
    pub fn plain(&mut self, said: &Said) -> Option<Localized> {
        self.localized(said, |_, _, text| nfc(text.trim()))
    }

    /// What is said in every language, turned into something else; the deck's
    /// language first.
    pub fn localized<'s, T, U>(
        &mut self,
        said: &'s Said<T>,
        mut change: impl FnMut(&mut Self, Lang, &'s T) -> U,
    ) -> Option<Localized<U>> {
        let deck = self.language;
        let mut of = |lang| {
            let value = said.in_language(lang, deck)?;
            Some(change(self, lang, value))
        };
        match (of(deck), of(deck.other())) {
            (Some(first), second) => Some(Localized::with(deck, first, second)),
            (None, Some(second)) => Some(Localized::new(deck.other(), second)),
            (None, None) => None,
        }
    }

    /// The key under which something is said in `lang`: `ask` or `ask.ko`.
    pub fn key_in<'k>(&self, key: &'k str, lang: Lang) -> Cow<'k, str> {
        let is_it = |name: &str| name.starts_with(key) && split(name) == (key, Some(lang));
        let mut keys = self.node.entries().iter().map(|(key, _)| key);
        if lang == self.language && !keys.any(|key| key.text().is_some_and(is_it)) {
            Cow::Borrowed(key)
        } else {
            Cow::Owned(format!("{key}.{lang}"))
        }
    }
}

/// So many of a noun: `1 item`, `2 items`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
