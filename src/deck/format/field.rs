//! The machinery under the tables of [`super`]: how a mapping of known keys is
//! read and written, and what each key may hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::text::Lang;

/// A key that a mapping may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
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
    /// A list of pairs of texts.
    Pairs,
    /// A mapping with these keys.
    Map(&'static [Key]),
    /// A mapping of names to mappings with these keys.
    Named(&'static [Key]),
    /// A list of mappings with these keys.
    Entries(&'static [Key]),
}

/// What must not be read, since it is known to be broken: one bad entry costs
/// nothing but itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Skip {
    /// Keys of the mapping.
    pub keys: BTreeSet<String>,
    /// For keys that hold several items (entries, facts), which of them, from 0.
    pub items: BTreeMap<String, BTreeSet<usize>>,
}

impl Skip {
    /// Whether an item of a key is broken.
    pub fn skips(&self, key: &str, item: usize) -> bool {
        self.items
            .get(key)
            .is_some_and(|items| items.contains(&item))
    }
}

/// A value of a known shape, read from YAML and written back.
pub trait Content: Sized {
    /// Its shape.
    const SHAPE: Shape;

    /// Reads it, without the items in `skip`.
    fn read<'de, D: Deserializer<'de>>(from: D, skip: &BTreeSet<usize>) -> Result<Self, D::Error>;

    /// Writes it.
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
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

/// Reads a [`Content`] where serde wants a seed.
pub struct Seed<'s, T>(pub &'s BTreeSet<usize>, pub PhantomData<T>);

impl<'de, T: Content> DeserializeSeed<'de> for Seed<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        T::read(from, self.0)
    }
}

/// Writes a [`Content`] where serde wants something to serialize.
pub struct Written<'v, T>(pub &'v T);

impl<T: Content> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
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

/// A mapping whose names the author chooses, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<T>(pub Vec<(String, T)>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Named(Vec::new())
    }
}

/// A text is written without quotes where it is read the same without them.
struct Spelled<'t>(&'t str);

impl Serialize for Spelled<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0.parse::<u64>() {
            Ok(number) if number.to_string() == self.0 => to.serialize_u64(number),
            _ => to.serialize_str(self.0),
        }
    }
}

impl Content for String {
    const SHAPE: Shape = Shape::Text;

    fn read<'de, D: Deserializer<'de>>(from: D, _: &BTreeSet<usize>) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(from)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Spelled(self).serialize(to)
    }
}

impl Content for bool {
    const SHAPE: Shape = Shape::Flag;

    fn read<'de, D: Deserializer<'de>>(from: D, _: &BTreeSet<usize>) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(from)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bool(*self)
    }
}

impl Content for Vec<String> {
    const SHAPE: Shape = Shape::List;

    fn read<'de, D: Deserializer<'de>>(from: D, _: &BTreeSet<usize>) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(from)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter().map(|item| Spelled(item)))
    }
}

impl Content for Vec<[String; 2]> {
    const SHAPE: Shape = Shape::Pairs;

    fn read<'de, D: Deserializer<'de>>(from: D, _: &BTreeSet<usize>) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(from)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(
            self.iter()
                .map(|[left, right]| [Spelled(left), Spelled(right)]),
        )
    }
}

/// An answer: one text, or a list where several choices are right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextOrList {
    /// One text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

impl Content for TextOrList {
    const SHAPE: Shape = Shape::TextOrList;

    /// Asking what is there loses the spelling of a plain scalar (`9.40` comes
    /// as 9.4): [`super::read`] takes it from the tree of nodes afterwards.
    fn read<'de, D: Deserializer<'de>>(from: D, _: &BTreeSet<usize>) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = TextOrList;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a list of texts")
            }

            fn visit_str<E>(self, text: &str) -> Result<TextOrList, E> {
                Ok(TextOrList::Text(text.to_owned()))
            }

            fn visit_bool<E>(self, flag: bool) -> Result<TextOrList, E> {
                Ok(TextOrList::Text(flag.to_string()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<TextOrList, E> {
                Ok(TextOrList::Text(number.to_string()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<TextOrList, E> {
                Ok(TextOrList::Text(number.to_string()))
            }

            fn visit_i128<E>(self, number: i128) -> Result<TextOrList, E> {
                Ok(TextOrList::Text(number.to_string()))
            }

            fn visit_u128<E>(self, number: u128) -> Result<TextOrList, E> {
                Ok(TextOrList::Text(number.to_string()))
            }

            fn visit_f64<E>(self, number: f64) -> Result<TextOrList, E> {
                Ok(TextOrList::Text(number.to_string()))
            }

            fn visit_unit<E>(self) -> Result<TextOrList, E> {
                Ok(TextOrList::Text(String::new()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<TextOrList, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(TextOrList::List(items))
            }
        }

        from.deserialize_any(Either)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            TextOrList::Text(text) => text.write(to),
            TextOrList::List(items) => items.write(to),
        }
    }
}

/// A mapping with a table of keys; made by [`mapping!`].
pub trait Mapping: Content + Default {
    /// Its keys, in the order in which they are written.
    const KEYS: &'static [Key];

    /// Reads the value of a key into its place; `false` if there is no such key.
    fn read_key<'de, A: MapAccess<'de>>(
        &mut self,
        key: &str,
        lang: Option<Lang>,
        from: &mut A,
        skip: &BTreeSet<usize>,
    ) -> Result<bool, A::Error>;
}

/// Reads a mapping, without what is in `skip`; of a key that stands twice the first.
pub fn read_mapping<'de, T: Mapping, D: Deserializer<'de>>(
    from: D,
    skip: &Skip,
) -> Result<T, D::Error> {
    struct Keys<'s, T>(&'s Skip, PhantomData<T>);

    impl<'de, T: Mapping> Visitor<'de> for Keys<'_, T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a mapping")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
            let mut value = T::default();
            let mut seen = BTreeSet::new();
            let none = BTreeSet::new();
            while let Some(key) = map.next_key::<String>()? {
                let (name, lang) = split(&key);
                let items = self.0.items.get(name).unwrap_or(&none);
                let skipped = self.0.keys.contains(&key) || !seen.insert(key.clone());
                if skipped || !value.read_key(name, lang, &mut map, items)? {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            Ok(value)
        }
    }

    from.deserialize_map(Keys(skip, PhantomData))
}

/// A key as its name and the language after the dot, if that is one.
pub fn split(key: &str) -> (&str, Option<Lang>) {
    match key.rsplit_once('.') {
        Some((name, code)) => match code.parse() {
            Ok(lang) => (name, Some(lang)),
            Err(_) => (key, None),
        },
        None => (key, None),
    }
}

impl<T: Mapping> Content for Named<T> {
    const SHAPE: Shape = Shape::Named(T::KEYS);

    fn read<'de, D: Deserializer<'de>>(from: D, skip: &BTreeSet<usize>) -> Result<Self, D::Error> {
        struct Names<'s, T>(&'s BTreeSet<usize>, PhantomData<T>);

        impl<'de, T: Mapping> Visitor<'de> for Names<'_, T> {
            type Value = Named<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mapping of names")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Named<T>, A::Error> {
                let none = BTreeSet::new();
                let mut named = Vec::new();
                let mut position = 0;
                while let Some(name) = map.next_key::<String>()? {
                    if self.0.contains(&position) {
                        map.next_value::<IgnoredAny>()?;
                    } else {
                        named.push((name, map.next_value_seed(Seed(&none, PhantomData))?));
                    }
                    position += 1;
                }
                Ok(Named(named))
            }
        }

        from.deserialize_map(Names(skip, PhantomData))
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (name, value) in &self.0 {
            map.serialize_entry(&Spelled(name), &Written(value))?;
        }
        map.end()
    }
}

impl<T: Mapping> Content for Vec<T> {
    const SHAPE: Shape = Shape::Entries(T::KEYS);

    fn read<'de, D: Deserializer<'de>>(from: D, skip: &BTreeSet<usize>) -> Result<Self, D::Error> {
        struct Items<'s, T>(&'s BTreeSet<usize>, PhantomData<T>);

        impl<'de, T: Mapping> Visitor<'de> for Items<'_, T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of entries")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
                let none = BTreeSet::new();
                let mut items = Vec::new();
                for position in 0.. {
                    let more = if self.0.contains(&position) {
                        list.next_element::<IgnoredAny>()?.is_some()
                    } else {
                        let item = list.next_element_seed(Seed(&none, PhantomData))?;
                        let more = item.is_some();
                        items.extend(item);
                        more
                    };
                    if !more {
                        break;
                    }
                }
                Ok(items)
            }
        }

        from.deserialize_seq(Items(skip, PhantomData))
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(Some(self.len()))?;
        for item in self {
            list.serialize_element(&Written(item))?;
        }
        list.end()
    }
}

/// Declares a mapping of the format: a struct with a field for each key, the
/// table of its keys, and how it is read and written, all from one list.
macro_rules! mapping {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $field:ident: $type:ty = $key:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $name { $($(#[$about])* pub $field: $type,)+ }

        impl $crate::deck::format::field::Mapping for $name {
            const KEYS: &'static [$crate::deck::format::field::Key] = &[
                $($crate::deck::format::field::Key {
                    name: $key,
                    shape: <$type as $crate::deck::format::field::Field>::SHAPE,
                    localized: <$type as $crate::deck::format::field::Field>::LOCALIZED,
                },)+
            ];

            fn read_key<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                key: &str,
                lang: Option<$crate::text::Lang>,
                from: &mut A,
                skip: &std::collections::BTreeSet<usize>,
            ) -> Result<bool, A::Error> {
                use $crate::deck::format::field::Field;
                match key {
                    $($key => self.$field.read(lang, from, skip)?,)+
                    _ => return Ok(false),
                }
                Ok(true)
            }
        }

        impl $crate::deck::format::field::Content for $name {
            const SHAPE: $crate::deck::format::field::Shape =
                $crate::deck::format::field::Shape::Map(
                    <$name as $crate::deck::format::field::Mapping>::KEYS,
                );

            fn read<'de, D: serde::Deserializer<'de>>(
                from: D,
                _: &std::collections::BTreeSet<usize>,
            ) -> Result<Self, D::Error> {
                $crate::deck::format::field::read_mapping(from, &Default::default())
            }

            fn write<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                use $crate::deck::format::field::Field;
                let mut map = to.serialize_map(None)?;
                $(self.$field.write($key, &mut map)?;)+
                map.end()
            }
        }
    };
}
pub(super) use mapping;
