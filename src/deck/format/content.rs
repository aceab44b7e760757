//! Values of the format, read from YAML in their own spelling and written back.

use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::field::Shape;

/// A value of a known shape, read from YAML and written back.
pub trait Content: Sized {
    /// Its shape.
    const SHAPE: Shape;

    /// Reads it, without the items in `skip`.
    fn read<'de, D: Deserializer<'de>>(from: D, skip: &BTreeSet<usize>) -> Result<Self, D::Error>;

    /// Writes it.
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
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

/// A text is written without quotes where it is read the same without them.
pub struct Spelled<'t>(pub &'t str);

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

/// Other spellings: of the one thing that is asked for, or of each of several
/// by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accept {
    /// Texts.
    Texts(Vec<String>),
    /// Names, each with its texts.
    Named(Vec<(String, Vec<String>)>),
}

impl Content for Accept {
    const SHAPE: Shape = Shape::ListOrNamed;

    fn read<'de, D: Deserializer<'de>>(from: D, _: &BTreeSet<usize>) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Accept;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of texts or a mapping of names to lists")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Accept, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = list.next_element()? {
                    texts.push(text);
                }
                Ok(Accept::Texts(texts))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Accept, A::Error> {
                let mut named = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    named.push(entry);
                }
                Ok(Accept::Named(named))
            }
        }

        from.deserialize_any(Either)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Accept::Texts(texts) => texts.write(to),
            Accept::Named(named) => to.collect_map(
                named
                    .iter()
                    .map(|(name, texts)| (Spelled(name), Written(texts))),
            ),
        }
    }
}
