//! The files of this device: no one else writes to them, and it only appends.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::disk::sync_folder;
use crate::order::Order as _;
use crate::schedule::DeviceId;

/// A file that has grown to so many bytes is left as it is, and the next begun:
/// git keeps a copy of a file for each change, and so do others while they send it.
const FULL: u64 = 1 << 20;

/// What the names of files begin and end with, whoever writes them.
const BEGIN: &str = "dateline-";
const END: &str = ".jsonl";

/// Whether a file of this name is one of those that devices exchange.
pub fn is_read(name: &str) -> bool {
    name.starts_with(BEGIN) && name.ends_with(END)
}

/// The name of a device's file.
pub(super) fn name(device: DeviceId, number: u32) -> String {
    format!("{BEGIN}{device}-{number:04}{END}")
}

/// The number of a device's file of this name, if it is one. A copy that a
/// program keeps beside it where two met is none.
pub(super) fn number(device: DeviceId, name: &str) -> Option<u32> {
    let number = name
        .strip_prefix(BEGIN)?
        .strip_suffix(END)?
        .strip_prefix(&device.to_string())?
        .strip_prefix('-')?;
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|_| digits)
}

/// Cuts off a last line that was not written to its end: its event is in the
/// log, and is written anew.
pub(super) fn mend(path: &Path) -> io::Result<()> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut last = [b'\n'];
    if length > 0 {
        file.seek(SeekFrom::Start(length - 1))?;
        file.read_exact(&mut last)?;
    }
    if last == *b"\n" {
        return Ok(());
    }
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let whole = bytes.iter().rposition(|byte| *byte == b'\n');
    let file = OpenOptions::new().write(true).open(path)?;
    file.set_len(whole.map_or(0, |end| end as u64 + 1))?;
    file.sync_all()
}

/// Appends lines to the last file, and to the next when that is full.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    folder: &'a Path,
    device: DeviceId,
    header: String,
    number: u32,
    open: Option<(io::BufWriter<File>, u64)>,
    /// The names of the files that were written to.
    pub(super) written: Vec<String>,
}

impl<'a> Writer<'a> {
    /// Behind the file with the number `last`, if there is one.
    pub(super) fn new(
        folder: &'a Path,
        device: DeviceId,
        header: String,
        last: Option<u32>,
    ) -> Writer<'a> {
        Writer {
            folder,
            device,
            header,
            number: last.unwrap_or(1),
            open: None,
            written: Vec::new(),
        }
    }

    /// The file that is being written to, for a message.
    pub(super) fn path(&self) -> PathBuf {
        self.folder.join(name(self.device, self.number))
    }

    /// Appends a line.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        if let Some((_, length)) = &self.open
            && *length >= FULL
        {
            self.finish()?;
        }
        if self.open.is_none() {
            self.open = Some(self.begin()?);
        }
        if let Some((file, length)) = &mut self.open {
            file.write_all(line.as_bytes())?;
            file.write_all(b"\n")?;
            *length += line.len() as u64 + 1;
        }
        Ok(())
    }

    fn begin(&mut self) -> io::Result<(io::BufWriter<File>, u64)> {
        loop {
            let path = self.path();
            let mut options = OpenOptions::new();
            let file = options.read(true).append(true).create(true).open(&path)?;
            let length = file.metadata()?.len();
            if length > 0 && (length >= FULL || !self.is_begun(&file)?) {
                self.number = self
                    .number
                    .checked_add(1)
                    .ok_or_else(|| io::Error::other("there are too many files"))?;
                continue;
            }
            self.written.push(name(self.device, self.number));
            let mut file = io::BufWriter::new(file);
            let mut begun = 0;
            if length == 0 {
                file.write_all(self.header.as_bytes())?;
                file.write_all(b"\n")?;
                begun = self.header.len() as u64 + 1;
            }
            return Ok((file, length + begun));
        }
    }

    /// Whether the file begins as this version begins one. In one of another
    /// format, or with a broken header, no one would find what is appended.
    fn is_begun(&self, file: &File) -> io::Result<bool> {
        let length = self.header.len() as u64 + 1;
        let mut first = Vec::new();
        file.take(length).read_to_end(&mut first)?;
        Ok(first.strip_suffix(b"\n") == Some(self.header.as_bytes()))
    }

    /// Sees to it that all of it is on the disk.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        if let Some((file, _)) = self.open.take() {
            let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.sync_all()?;
            // A new file's name has to be there too.
            sync_folder(self.folder)?;
        }
        Ok(())
    }
}

/// The names of the files in a folder that are read, in their order.
pub(super) fn list(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if let Some(name) = entry.file_name().to_str()
            && is_read(name)
            && entry.path().is_file()
        {
            names.push(name.to_owned());
        }
    }
    names.order();
    Ok(names)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;
    use uuid::Uuid;

    #[test]
    fn names() {
        let (one, other) = (DeviceId(Uuid::from_u128(1)), DeviceId(Uuid::from_u128(2)));
        assert_eq!(number(one, &name(one, 1)), Some(1));
        assert_eq!(number(one, &name(one, 12_345)), Some(12_345));
        assert_eq!(number(other, &name(one, 1)), None);
        let conflict =
            name(one, 1).replace(".jsonl", ".sync-conflict-20250209-120000-ABCDEFG.jsonl");
        assert_eq!(number(one, &conflict), None);
        for (file, read) in [
            (name(one, 1).as_str(), true),
            (conflict.as_str(), true),
            (&format!(".syncthing.{}.tmp", name(one, 1)), false),
            ("notes.jsonl", false),
            ("dateline-notes.md", false),
        ] {
            assert_eq!(is_read(file), read, "{file}");
        }
    }

    #[test]
    fn a_torn_line_is_cut_off_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        for (before, after) in [
            ("", ""),
            ("a\n", "a\n"),
            ("a", ""),
            ("a\nb", "a\n"),
            ("a\n\0\0", "a\n"),
            ("a\n\n", "a\n\n"),
        ] {
            fs::write(&path, before).unwrap();
            mend(&path).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), after, "{before:?}");
        }
    }

    #[test]
    fn a_full_file_is_left_and_the_next_begun() {
        let folder = tempfile::tempdir().unwrap();
        let device = DeviceId(Uuid::from_u128(1));
        let line = "x".repeat(300_000);
        for _ in 0..2 {
            let last = list(folder.path())
                .unwrap()
                .iter()
                .filter_map(|name| number(device, name))
                .max();
            let mut writer = Writer::new(folder.path(), device, "head".into(), last);
            for _ in 0..5 {
                writer.line(&line).unwrap();
            }
            writer.finish().unwrap();
        }
        let names = list(folder.path()).unwrap();
        assert_eq!(names, [1, 2, 3].map(|number| name(device, number)));
        let lines: Vec<usize> = names
            .iter()
            .map(|name| {
                let text = fs::read_to_string(folder.path().join(name)).unwrap();
                assert!(text.starts_with("head\n") && text.ends_with('\n'));
                text.lines().count() - 1
            })
            .collect();
        assert_eq!(lines, [4, 4, 2]);
    }
}
