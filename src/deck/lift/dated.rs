//! Datelines: what an entry says of when and who, what its fact says, what the
//! defaults say, what the deck says, in this order.

use std::collections::BTreeMap;

use super::item::Item;
use crate::deck::format::{RawDefaults, RawEntry, RawFact, RawSource, Said};
use crate::deck::{Dateline, Status};
use crate::figure::Date;
use crate::message;
use crate::text::{Localized, Message, suggest};

/// What one level says; the next one is asked for what it leaves out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dated {
    /// When it was true.
    pub as_of: Option<Date>,
    /// Until when it may be.
    pub stale_after: Option<Date>,
    /// The name of a source.
    pub source: Option<String>,
    /// How sure it is.
    pub status: Option<Status>,
    /// Who says so.
    pub by: Option<Localized>,
}

/// The keys that [`Dated`] is read from, wherever they stand.
pub struct Keys<'r> {
    as_of: &'r Option<String>,
    stale_after: &'r Option<String>,
    source: &'r Option<String>,
    status: &'r Option<String>,
    by: &'r Said,
}

macro_rules! keys {
    ($($raw:ident),+) => { $(
        impl<'r> From<&'r $raw> for Keys<'r> {
            fn from(raw: &'r $raw) -> Self {
                Keys {
                    as_of: &raw.as_of,
                    stale_after: &raw.stale_after,
                    source: &raw.source,
                    status: &raw.status,
                    by: &raw.by,
                }
            }
        }
    )+ };
}
keys!(RawDefaults, RawFact, RawEntry);

/// Who says so, in one place for the whole deck.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Source {
    title: Option<Localized>,
    publisher: Option<Localized>,
    published: Option<Date>,
    url: Option<String>,
}

impl Source {
    /// Reads a source.
    pub fn read(raw: &RawSource, item: &mut Item<'_>) -> Self {
        Source {
            title: item.plain(&raw.title),
            publisher: item.plain(&raw.publisher),
            published: date(item, "date", &raw.date),
            url: item.read("url", "url", raw.url.as_ref(), url),
        }
    }
}

/// The sources of a deck by name; `None` for one with an error in it.
pub type Sources = BTreeMap<String, Option<Source>>;

impl Dated {
    /// Reads what a level says, and holds it against the sources.
    pub fn read<'r>(keys: impl Into<Keys<'r>>, item: &mut Item<'_>, sources: &Sources) -> Self {
        let keys = keys.into();
        let unknown = keys.source.as_ref().map(|name| name.trim());
        if let Some(name) = unknown.filter(|name| !sources.contains_key(*name)) {
            let help = match suggest(name, sources.keys().map(String::as_str)) {
                Some(near) => message!("did you mean '{near}'?", "'{near}'인가요?"),
                None => message!(
                    "name one under sources:",
                    "sources: 아래에 그 이름의 출처를 쓰세요"
                ),
            };
            let place = item.at("source");
            item.wrong(
                "unknown-source",
                place,
                message!(
                    "there is no source '{name}'",
                    "그런 출처가 없습니다: '{name}'"
                ),
                help,
            );
        }
        Dated {
            as_of: date(item, "as_of", keys.as_of),
            stale_after: date(item, "stale_after", keys.stale_after),
            source: keys.source.as_ref().map(|name| name.trim().to_owned()),
            status: item.read("status", "status", keys.status.as_ref(), status),
            by: item.plain(keys.by),
        }
    }

    /// What this level says, and `next` where it says nothing.
    pub fn or(self, next: &Dated) -> Dated {
        Dated {
            as_of: self.as_of.or(next.as_of),
            stale_after: self.stale_after.or(next.stale_after),
            source: self.source.or_else(|| next.source.clone()),
            status: self.status.or(next.status),
            by: self.by.or_else(|| next.by.clone()),
        }
    }

    /// What this level and `other` both say.
    pub fn and(&self, other: &Dated) -> Dated {
        fn same<T: Clone + PartialEq>(a: &Option<T>, b: &Option<T>) -> Option<T> {
            if a == b { a.clone() } else { None }
        }
        Dated {
            as_of: same(&self.as_of, &other.as_of),
            stale_after: same(&self.stale_after, &other.stale_after),
            source: same(&self.source, &other.source),
            status: same(&self.status, &other.status),
            by: same(&self.by, &other.by),
        }
    }

    /// The dateline that all this makes.
    pub fn dateline(self, sources: &Sources) -> Dateline {
        let source = self
            .source
            .and_then(|name| sources.get(&name).cloned().flatten())
            .unwrap_or_default();
        Dateline {
            as_of: self.as_of,
            stale_after: self.stale_after,
            title: source.title,
            publisher: source.publisher,
            published: source.published,
            url: source.url,
            status: self.status.unwrap_or_default(),
            by: self.by,
            reported: None,
        }
    }
}

/// The date under a key.
pub fn date(item: &mut Item<'_>, key: &str, text: &Option<String>) -> Option<Date> {
    item.read("no-date", key, text.as_ref(), |text| {
        Date::parse_iso(text).map_err(|error| error.0)
    })
}

/// A whole date, with its year, month and day.
pub fn day(item: &mut Item<'_>, key: &str, text: &Option<String>) -> Option<Date> {
    item.read("no-date", key, text.as_ref(), |text| {
        let date = Date::parse_iso(text).map_err(|error| error.0)?;
        match (date.year, date.month, date.day) {
            (Some(_), Some(_), Some(_)) => Ok(date),
            _ => Err(message!(
                "'{text}' is not a whole day; write it as 2025-12-31",
                "'{text}': 연월일이 다 있어야 합니다; 2025-12-31처럼 쓰세요"
            )),
        }
    })
}

fn status(text: &str) -> Result<Status, Message> {
    if let Some((_, status)) = Status::NAMES.iter().find(|(name, _)| *name == text) {
        return Ok(*status);
    }
    Err(
        match suggest(text, Status::NAMES.iter().map(|(name, _)| *name)) {
            Some(near) => message!(
                "unknown status '{text}'; did you mean '{near}'?",
                "알 수 없는 status: '{text}'; '{near}'인가요?"
            ),
            None => message!(
                "unknown status '{text}'; write fact, claim, forecast, disputed or retracted",
                "알 수 없는 status: '{text}'; fact, claim, forecast, disputed, retracted 중 하나를 쓰세요"
            ),
        },
    )
}

fn url(text: &str) -> Result<String, Message> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let sound = rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
            && !text
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>'))
    });
    if sound {
        Ok(text.to_owned())
    } else {
        Err(message!(
            "'{text}' is no web address; write one that begins with https:// or http://",
            "'{text}': 웹 주소가 아닙니다; https://나 http://로 시작하는 주소를 쓰세요"
        ))
    }
}
