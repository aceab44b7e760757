//! Rows of the log, found in the bytes of a database that SQLite can't read
//! any more.
//!
//! Nothing leads to them: not the first page, no tree. Each page of the file,
//! and of its write-ahead log, is searched for what a row of `event` begins
//! with: the lengths of its columns, the first two of which are 16 bytes long.
//! What is found counts only if all of it is an event. As the log is only
//! appended to, an old copy of a page holds nothing that is not true.
//!
//! <https://www.sqlite.org/fileformat2.html>

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use uuid::Uuid;

use super::log::Raw;
use super::rows::{Row, is_plausible};
use crate::schedule::{Day, DeviceId, EventId};

/// The size of a page where the file does not say it.
const PAGE: usize = 4096;
/// What a blob of 16 bytes is called in the head of a row.
const SIXTEEN: u8 = 44;
/// The head of an event: its own length, then eight columns, of which the
/// texts may need up to five bytes each.
const HEAD: std::ops::RangeInclusive<u8> = 9..=20;
/// No row is as long as this; what claims to be is none.
const LONGEST: usize = 1 << 22;

/// Before the pages of a write-ahead log, and before each of them.
const WAL_HEAD: usize = 32;
const FRAME_HEAD: usize = 24;

/// Hands every event that can be found to `each`, of the same more than once.
///
/// # Errors
/// When `each` fails; what can't be read is passed over.
pub(super) fn events<E>(
    database: &Path,
    wal: &Path,
    mut each: impl FnMut(Row) -> Result<(), E>,
) -> Result<(), E> {
    let mut sizes = vec![PAGE];
    sizes.extend(said_size(database).filter(|size| *size != PAGE));
    for size in sizes {
        let Ok(mut pages) = Pages::open(database, wal, size) else {
            continue;
        };
        for place in pages.places() {
            if let Some(page) = pages.at(place) {
                for row in rows(&page, size, &mut |number| pages.page(number)) {
                    each(row)?;
                }
            }
        }
    }
    Ok(())
}

/// How many pages of the write-ahead log belong to transactions that came to
/// their end; nothing where that can't be told.
pub(super) fn frames(database: &Path, wal: &Path) -> Option<u64> {
    let ends = transactions(database, wal)?;
    Some(ends.last().copied().unwrap_or(0))
}

/// Behind how many pages of the write-ahead log each transaction ends there.
pub(super) fn transactions(database: &Path, wal: &Path) -> Option<Vec<u64>> {
    let size = said_size(database)?;
    Some(Pages::open(database, wal, size).ok()?.ends)
}

/// The size of a page as the file tells it, if that can be one.
fn said_size(database: &Path) -> Option<usize> {
    let mut head = [0; 18];
    File::open(database).ok()?.read_exact(&mut head).ok()?;
    let size = match number(head.get(16..18)?) {
        1 => 65_536,
        size => size,
    };
    (size.is_power_of_two() && size >= 512).then_some(size)
}

/// Where a page lies.
#[derive(Debug, Clone, Copy)]
enum Place {
    Database(u64),
    Wal(u64),
}

/// The pages of a database.
struct Pages {
    database: File,
    wal: Option<File>,
    size: usize,
    count: u64,
    /// Where the pages in the write-ahead log lie, in its order.
    frames: Vec<u64>,
    /// How many of them there are where a transaction ends.
    ends: Vec<u64>,
    /// The last that each page has there.
    latest: HashMap<u32, u64>,
}

impl Pages {
    fn open(database: &Path, wal: &Path, size: usize) -> io::Result<Pages> {
        let database = File::open(database)?;
        let count = database.metadata()?.len().div_ceil(size as u64);
        let mut pages = Pages {
            database,
            wal: File::open(wal).ok(),
            size,
            count,
            frames: Vec::new(),
            ends: Vec::new(),
            latest: HashMap::new(),
        };
        pages.follow();
        Ok(pages)
    }

    /// Finds the pages in the write-ahead log that belong to transactions which
    /// came to their end.
    fn follow(&mut self) {
        let Some(wal) = &mut self.wal else { return };
        let mut head = [0; WAL_HEAD];
        let mut salts = match read(wal, 0, &mut head) == WAL_HEAD {
            true => head.get(16..24).map(<[u8]>::to_vec),
            false => None,
        };
        let mut open = Vec::new();
        let step = (FRAME_HEAD + self.size) as u64;
        let length = wal.metadata().map_or(0, |data| data.len());
        let frames = length.saturating_sub(WAL_HEAD as u64) / step;
        let mut rest: Vec<(u32, u64, Vec<u8>, bool)> = Vec::new();
        for frame in 0..frames {
            let at = WAL_HEAD as u64 + frame * step;
            let mut head = [0; FRAME_HEAD];
            if read(wal, at, &mut head) != FRAME_HEAD {
                break;
            }
            let [page, ends] = [0..4, 4..8].map(|part| number(head.get(part).unwrap_or(&[])));
            let marks = head.get(8..16).unwrap_or(&[]).to_vec();
            let page = u32::try_from(page).unwrap_or(0);
            rest.push((page, at + FRAME_HEAD as u64, marks, ends != 0));
        }
        // Where the head is torn, what most pages are marked with stands for it.
        if !rest
            .iter()
            .any(|(_, _, marks, _)| salts.as_ref() == Some(marks))
        {
            let mut counts: HashMap<&Vec<u8>, usize> = HashMap::new();
            for (_, _, marks, _) in &rest {
                *counts.entry(marks).or_default() += 1;
            }
            let most = counts.into_iter().max_by_key(|(_, count)| *count);
            salts = most.map(|(marks, _)| marks.clone());
        }
        for (page, at, marks, ends) in rest {
            if Some(&marks) != salts.as_ref() {
                continue;
            }
            open.push((page, at));
            if ends {
                for (page, at) in open.drain(..) {
                    self.frames.push(at);
                    self.latest.insert(page, at);
                }
                self.ends.push(self.frames.len() as u64);
            }
        }
    }

    /// Everywhere that a page lies, old copies too.
    fn places(&self) -> Vec<Place> {
        let database = (0..self.count).map(|page| Place::Database(page * self.size as u64));
        database
            .chain(self.frames.iter().copied().map(Place::Wal))
            .collect()
    }

    /// A page, or as much of it as there is.
    fn at(&mut self, place: Place) -> Option<Vec<u8>> {
        let mut page = vec![0; self.size];
        let length = match place {
            Place::Database(at) => read(&mut self.database, at, &mut page),
            Place::Wal(at) => read(self.wal.as_mut()?, at, &mut page),
        };
        page.truncate(length);
        Some(page).filter(|page| !page.is_empty())
    }

    /// The page of a number, as it is now.
    fn page(&mut self, number: u32) -> Option<Vec<u8>> {
        match self.latest.get(&number) {
            Some(at) => self.at(Place::Wal(*at)),
            None => {
                let at = u64::from(number.checked_sub(1)?) * self.size as u64;
                self.at(Place::Database(at))
            }
        }
    }
}

/// Reads what there is from a place on; how much that was.
fn read(file: &mut File, at: u64, into: &mut [u8]) -> usize {
    if file.seek(SeekFrom::Start(at)).is_err() {
        return 0;
    }
    let mut length = 0;
    while let Some(rest) = into.get_mut(length..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // A sector that the disk can't read.
            Err(_) => break,
        }
    }
    length
}

/// The rows that begin in a page; `other` gives the pages that they go on in.
fn rows(page: &[u8], size: usize, other: &mut dyn FnMut(u32) -> Option<Vec<u8>>) -> Vec<Row> {
    let mut found = Vec::new();
    for start in 0..page.len() {
        let Some(rest) = page.get(start..) else { break };
        if let [head, SIXTEEN, SIXTEEN, ..] = rest
            && HEAD.contains(head)
        {
            found.extend(row(rest, size, other));
        }
    }
    found
}

/// The row that `rest` begins with, if it is an event.
fn row(rest: &[u8], size: usize, other: &mut dyn FnMut(u32) -> Option<Vec<u8>>) -> Option<Row> {
    let head = usize::from(*rest.first()?);
    let mut kinds = rest.get(1..head)?;
    let mut columns = Vec::with_capacity(8);
    while !kinds.is_empty() {
        columns.push(varint(&mut kinds)?);
    }
    let lengths: Option<Vec<usize>> = columns.iter().copied().map(length).collect();
    let lengths = lengths.filter(|lengths| lengths.len() == 8)?;
    let total = lengths.iter().try_fold(head, |sum, length| {
        sum.checked_add(*length).filter(|sum| *sum <= LONGEST)
    })?;
    let whole = whole(rest, total, size, other)?;
    let mut body = whole.get(head..)?;
    let mut values = Vec::with_capacity(8);
    for (kind, length) in columns.into_iter().zip(lengths) {
        let (value, rest) = body.split_at_checked(length)?;
        values.push((kind, value));
        body = rest;
    }
    let [id, device, at, offset, day, kind, card, data] = values.try_into().ok()?;
    let row = Row {
        raw: Raw {
            id: EventId(Uuid::from_slice(id.1).ok()?),
            device: DeviceId(Uuid::from_slice(device.1).ok()?),
            at: integer(at)?,
            offset: integer(offset)?.try_into().ok()?,
            day: Day(integer(day)?.try_into().ok()?),
            data: text(data)?,
        },
        kind: text(kind)?,
        card: match card {
            (0, _) => None,
            card => Some(text(card)?),
        },
    };
    Some(row.event().ok()?).filter(is_plausible)?;
    Some(row)
}

/// The whole of a row of `total` bytes: what is longer than fits goes on in a
/// chain of pages of its own.
fn whole(
    rest: &[u8],
    total: usize,
    size: usize,
    other: &mut dyn FnMut(u32) -> Option<Vec<u8>>,
) -> Option<Vec<u8>> {
    let most = (size - 12) * 64 / 255 - 23;
    if total <= most {
        return Some(rest.get(..total)?.to_vec());
    }
    let least = (size - 12) * 32 / 255 - 23;
    let local = least + (total - least) % (size - 4);
    let local = if local <= most { local } else { least };
    let mut whole = rest.get(..local)?.to_vec();
    let mut next = number(rest.get(local..local + 4)?);
    // Each page adds some, so that a chain that goes round ends.
    while whole.len() < total {
        let page = other(u32::try_from(next).ok()?)?;
        next = number(page.get(..4)?);
        let more = (total - whole.len()).min(size - 4);
        whole.extend_from_slice(page.get(4..4 + more)?);
    }
    Some(whole)
}

/// Bytes as a number, the highest first.
fn number(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// A number of SQLite's in up to nine bytes, taken off; longer than five there
/// is none in a head.
fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for _ in 0..5 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value = value << 7 | u64::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// How long a column of a kind is.
fn length(kind: u64) -> Option<usize> {
    match kind {
        0 | 8 | 9 => Some(0),
        1..=4 => usize::try_from(kind).ok(),
        5 => Some(6),
        6 | 7 => Some(8),
        10 | 11 => None,
        _ => usize::try_from((kind - 12) / 2).ok(),
    }
}

fn integer((kind, bytes): (u64, &[u8])) -> Option<i64> {
    match kind {
        8 => Some(0),
        9 => Some(1),
        1..=6 => {
            let negative = bytes.first().is_some_and(|byte| byte & 0x80 != 0);
            let start = if negative { -1 } else { 0 };
            let all = bytes.iter();
            Some(all.fold(start, |number, byte| number << 8 | i64::from(*byte)))
        }
        _ => None,
    }
}

fn text((kind, bytes): (u64, &[u8])) -> Option<String> {
    let is_text = kind >= 13 && kind % 2 == 1;
    let text = std::str::from_utf8(bytes).ok().filter(|_| is_text)?;
    Some(text.to_owned())
}
