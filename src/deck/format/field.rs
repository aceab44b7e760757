//! The keys of a mapping: their shapes, and what they hold, in one language or
//! in both.

use std::collections::BTreeSet;
use std::marker::PhantomData;

use serde::de::MapAccess;
use serde::ser::SerializeMap;

use super::content::{Content, Seed, Written};
use crate::text::Lang;

/// A key that a mapping may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it is for, the words of its documentation; blanks may stand around them.
    pub about: &'static str,
    /// What its value may be.
    pub shape: Shape,
    /// Whether it may stand once a language, `ask.ko`.
    pub localized: bool,
}

/// What the value of a key may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text (figures and dates are texts here).
    Text,
    /// `true` or `false`.
    Flag,
    /// A list of texts.
    List,
    /// A text, or a list of texts.
    TextOrList,
    /// A list of texts, or a mapping of names to lists of texts.
    ListOrNamed,
    /// A list of pairs of texts.
    Pairs,
    /// A mapping with these keys.
    Map(&'static [Key]),
    /// A mapping of names to mappings with these keys.
    Named(&'static [Key]),
    /// A list of mappings with these keys.
    Entries(&'static [Key]),
}

/// What a key of a mapping holds: nothing, a value, or one a language.
pub trait Field: Default {
    /// The shape of its values.
    const SHAPE: Shape;
    /// Whether it may stand once a language.
    const LOCALIZED: bool;

    /// Where the value for a language goes (`None`: the deck's); nowhere if it has no languages.
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        lang: Option<Lang>,
        from: &mut A,
        skip: &BTreeSet<usize>,
    ) -> Result<(), A::Error>;

    /// Writes what is there.
    fn write<M: SerializeMap>(&self, key: &'static str, to: &mut M) -> Result<(), M::Error>;
}

/// A value that may stand once a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<T = String> {
    /// Under the key alone: in the deck's language.
    pub plain: Option<T>,
    /// Under `key.en`.
    pub en: Option<T>,
    /// Under `key.ko`.
    pub ko: Option<T>,
}

impl<T> Default for Said<T> {
    fn default() -> Self {
        Said {
            plain: None,
            en: None,
            ko: None,
        }
    }
}

impl<T> Said<T> {
    /// What stands under the key with `lang` after the dot, or under the key alone.
    pub fn under(&self, lang: Option<Lang>) -> Option<&T> {
        match lang {
            None => self.plain.as_ref(),
            Some(Lang::En) => self.en.as_ref(),
            Some(Lang::Ko) => self.ko.as_ref(),
        }
    }

    /// The same, to change.
    pub fn under_mut(&mut self, lang: Option<Lang>) -> &mut Option<T> {
        match lang {
            None => &mut self.plain,
            Some(Lang::En) => &mut self.en,
            Some(Lang::Ko) => &mut self.ko,
        }
    }

    /// What is said in `lang` in a deck of the language `deck`.
    pub fn in_language(&self, lang: Lang, deck: Lang) -> Option<&T> {
        self.under(Some(lang)).or_else(|| {
            if lang == deck {
                self.plain.as_ref()
            } else {
                None
            }
        })
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.plain.is_none() && self.en.is_none() && self.ko.is_none()
    }
}

impl<T: Content> Field for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const LOCALIZED: bool = false;

    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        _: Option<Lang>,
        from: &mut A,
        skip: &BTreeSet<usize>,
    ) -> Result<(), A::Error> {
        *self = Some(from.next_value_seed(Seed(skip, PhantomData))?);
        Ok(())
    }

    fn write<M: SerializeMap>(&self, key: &'static str, to: &mut M) -> Result<(), M::Error> {
        self.as_ref()
            .map_or(Ok(()), |value| to.serialize_entry(key, &Written(value)))
    }
}

impl<T: Content> Field for Said<T> {
    const SHAPE: Shape = T::SHAPE;
    const LOCALIZED: bool = true;

    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        lang: Option<Lang>,
        from: &mut A,
        skip: &BTreeSet<usize>,
    ) -> Result<(), A::Error> {
        *self.under_mut(lang) = Some(from.next_value_seed(Seed(skip, PhantomData))?);
        Ok(())
    }

    fn write<M: SerializeMap>(&self, key: &'static str, to: &mut M) -> Result<(), M::Error> {
        for lang in [None, Some(Lang::En), Some(Lang::Ko)] {
            if let Some(value) = self.under(lang) {
                let key = lang.map_or(key.to_owned(), |lang| format!("{key}.{lang}"));
                to.serialize_entry(&key, &Written(value))?;
            }
        }
        Ok(())
    }
}
