//! Reading a file that a device appends to: from where it was left, and whole
//! lines only.

use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// No line is longer, in bytes.
const LONGEST: u64 = 16 << 20;

/// How far a file was read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Progress {
    /// Up to which byte.
    pub(super) offset: u64,
    /// Lines before it.
    pub(super) lines: u64,
    /// SHA-256 of what was read, in hexadecimal.
    hash: String,
    /// How long the file was then.
    length: u64,
    /// When it had last been changed, if that was long enough before to tell
    /// the next change from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    modified: Option<(u64, u32)>,
}

impl Progress {
    /// Whether the file is as it was, by what the disk says of it.
    fn is_of(&self, data: &Metadata) -> bool {
        self.modified.is_some() && self.modified == modified(data) && self.length == data.len()
    }
}

fn modified(data: &Metadata) -> Option<(u64, u32)> {
    let since = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some((since.as_secs(), since.subsec_nanos()))
}

/// The time of the last change, unless another could yet bear the same one: a
/// disk's clock is coarse. (It is the disk's time that matters, and not the
/// learner's.)
fn settled(data: &Metadata) -> Option<(u64, u32)> {
    let age = SystemTime::now().duration_since(data.modified().ok()?);
    age.is_ok_and(|age| age > Duration::from_secs(2))
        .then(|| modified(data))
        .flatten()
}

/// A line that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found<'a> {
    /// A whole one.
    Line(&'a str),
    /// One that is no text, or has no end.
    Garbled,
}

/// What to do after a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// It is done with, and not read again.
    Done,
    /// It is read again next time, and so is what follows; those are read now too.
    Again,
    /// Nothing more of this file is read now.
    Stop,
}

/// How a file was read.
#[derive(Debug)]
pub(super) struct Reading {
    /// How far.
    pub(super) progress: Progress,
    /// Whether its last line has no end yet.
    pub(super) is_torn: bool,
}

/// Whether the file still begins with what was read.
pub(super) fn holds(path: &Path, before: &Progress) -> io::Result<bool> {
    let file = File::open(path)?;
    let data = file.metadata()?;
    if before.is_of(&data) {
        return Ok(true);
    }
    if before.offset > data.len() {
        return Ok(false);
    }
    let mut hash = Sha256::new();
    take_prefix(&mut BufReader::new(file), &mut hash, before)
}

/// Whether it was read to its end, and is the same still.
pub(super) fn is_done(path: &Path, before: &Progress) -> io::Result<bool> {
    Ok(path.metadata()?.len() == before.offset && holds(path, before)?)
}

/// Reads the lines after what was read `before`, or all if that is not what the
/// file begins with any more; `each` gets the line, and its number from 1.
pub(super) fn read<E: From<io::Error>>(
    path: &Path,
    before: Option<&Progress>,
    mut each: impl FnMut(Found<'_>, u64) -> Result<After, E>,
) -> Result<Reading, E> {
    let file = File::open(path)?;
    let data = file.metadata()?;
    if let Some(before) = before
        && before.offset == data.len()
        && before.is_of(&data)
    {
        return Ok(Reading {
            progress: before.clone(),
            is_torn: false,
        });
    }
    let mut hash = Sha256::new();
    let mut progress = Progress::default();
    let mut file = BufReader::new(file);
    if let Some(before) = before.filter(|before| before.offset > 0) {
        if before.offset <= data.len() && take_prefix(&mut file, &mut hash, before)? {
            (progress.offset, progress.lines) = (before.offset, before.lines);
        } else {
            file = BufReader::new(File::open(path)?);
            hash = Sha256::new();
        }
    }
    let mut number = progress.lines;
    let mut steady = true;
    let mut line = Vec::new();
    let is_torn = loop {
        line.clear();
        let length = (&mut file).take(LONGEST).read_until(b'\n', &mut line)? as u64;
        if length == 0 {
            break false;
        }
        let mut whole = length;
        if line.last() != Some(&b'\n') {
            if length < LONGEST {
                break true;
            }
            match skip_line(&mut file)? {
                Some(rest) => whole += rest,
                None => break true,
            }
        }
        number += 1;
        let read = match line.strip_suffix(b"\n").map(std::str::from_utf8) {
            Some(Ok(text)) => Found::Line(text.trim_end_matches('\r')),
            _ => Found::Garbled,
        };
        match each(read, number)? {
            After::Done if steady => {
                hash.update(&line);
                progress.offset += whole;
                progress.lines = number;
            }
            After::Done => {}
            After::Again => steady = false,
            After::Stop => break false,
        }
    };
    progress.hash = hex(hash);
    progress.length = data.len();
    progress.modified = settled(&data);
    Ok(Reading { progress, is_torn })
}

/// Passes over the rest of a line; nothing if it has no end.
fn skip_line(file: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = 0;
    loop {
        let buffer = file.fill_buf()?;
        if buffer.is_empty() {
            return Ok(None);
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(buffer.len(), |end| end + 1);
        file.consume(taken);
        length += taken as u64;
        if end.is_some() {
            return Ok(Some(length));
        }
    }
}

/// Passes over what was read before; tells whether it still is what it was.
fn take_prefix(file: &mut impl Read, hash: &mut Sha256, before: &Progress) -> io::Result<bool> {
    let mut buffer = [0; 1 << 16];
    let mut left = before.offset;
    while left > 0 {
        let wanted = usize::try_from(left)
            .unwrap_or(buffer.len())
            .min(buffer.len());
        let Some(room) = buffer.get_mut(..wanted) else {
            break;
        };
        match file.read(room) {
            Ok(0) => return Ok(false),
            Ok(read) => {
                hash.update(room.get(..read).unwrap_or_default());
                left -= read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(hex(hash.clone()) == before.hash)
}

pub(super) fn hex(hash: Sha256) -> String {
    use std::fmt::Write as _;
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
