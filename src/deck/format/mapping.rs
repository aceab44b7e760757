//! Mappings: a table of keys that is the struct, its reader and its writer at
//! once; mappings of names, and lists of mappings.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use super::content::{Content, Seed, Spelled, Written};
use super::field::{Key, Shape};
use crate::text::Lang;

/// What must not be read, since it is known to be broken: one bad entry costs
/// nothing but itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Skip {
    /// Keys of the mapping.
    pub keys: BTreeSet<String>,
    /// For keys that hold several items (entries, facts), which of them, from 0.
    pub items: BTreeMap<String, BTreeSet<usize>>,
    /// Entries that are read for nothing but what else is wrong with them: they
    /// have a key that there is not.
    pub doubted: BTreeSet<usize>,
}

impl Skip {
    /// Whether an item of a key is broken.
    pub fn skips(&self, key: &str, item: usize) -> bool {
        self.items
            .get(key)
            .is_some_and(|items| items.contains(&item))
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
            // Of the keys that there are: so many are soon looked through.
            let mut seen = Vec::new();
            let none = BTreeSet::new();
            while let Some(key) = map.next_key::<&str>()? {
                let (name, lang) = split(key);
                let items = self.0.items.get(name).unwrap_or(&none);
                let skipped = self.0.keys.contains(key) || seen.contains(&key);
                if !skipped && value.read_key(name, lang, &mut map, items)? {
                    seen.push(key);
                } else {
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
    // A language has two letters.
    if key.as_bytes().iter().nth_back(2) != Some(&b'.') {
        return (key, None);
    }
    let named = |lang: Lang| Some((key.strip_suffix(lang.code())?.strip_suffix('.')?, lang));
    match Lang::ALL.into_iter().find_map(named) {
        Some((name, lang)) => (name, Some(lang)),
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
    ($(#[$doc:meta])* $name:ident { $($(#[doc = $about:literal])+ $field:ident: $type:ty = $key:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $name { $($(#[doc = $about])+ pub $field: $type,)+ }

        impl $crate::deck::format::mapping::Mapping for $name {
            const KEYS: &'static [$crate::deck::format::field::Key] = &[
                $($crate::deck::format::field::Key {
                    name: $key,
                    about: concat!($($about),+),
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

        impl $crate::deck::format::content::Content for $name {
            const SHAPE: $crate::deck::format::field::Shape =
                $crate::deck::format::field::Shape::Map(
                    <$name as $crate::deck::format::mapping::Mapping>::KEYS,
                );

            fn read<'de, D: serde::Deserializer<'de>>(
                from: D,
                _: &std::collections::BTreeSet<usize>,
            ) -> Result<Self, D::Error> {
                $crate::deck::format::mapping::read_mapping(from, &Default::default())
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
