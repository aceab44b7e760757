//! `dateline restore`

use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::arguments::RestoreArguments;
use super::phrase::Phrase;
use super::table::{Align, Table};
use super::{Failure, Setup, Status, time};
use crate::message;
use crate::store::{Backup, Backups, Holds, restore};
use crate::text::{Lang, Message, safe_line};

/// Lists the backups, or puts one in the place of the database.
pub(super) fn run(
    setup: &Setup,
    arguments: &RestoreArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let backups = Backups::of(&setup.place.home);
    match &arguments.from {
        None => list(setup, &backups, out),
        Some(from) => put(setup, &backups, from, out),
    }
}

/// A file with a copy of the database, in JSON.
#[derive(Debug, Serialize)]
pub(super) struct Kept {
    path: String,
    events: u64,
    reviews: u64,
    last: Option<String>,
    bytes: u64,
}

impl Kept {
    pub fn of(path: &Path, holds: &Holds, zone: &TimeZone) -> Kept {
        Kept {
            path: path.display().to_string(),
            events: holds.events,
            reviews: holds.reviews,
            last: holds.last.map(|last| time::in_zone(last, zone)),
            bytes: path.metadata().map_or(0, |data| data.len()),
        }
    }
}

/// A backup of the list, in JSON.
#[derive(Debug, Serialize)]
struct Listed {
    name: String,
    made: &'static str,
    path: String,
    bytes: u64,
    events: Option<u64>,
    reviews: Option<u64>,
    last: Option<String>,
    error: Option<String>,
}

impl Listed {
    fn of(backup: &Backup, zone: &TimeZone, lang: Lang) -> Listed {
        let holds = backup.holds.as_ref().ok();
        let last = holds.and_then(|holds| holds.last);
        Listed {
            name: backup.name.clone(),
            made: backup.made.kind(),
            path: backup.path.display().to_string(),
            bytes: backup.bytes,
            events: holds.map(|holds| holds.events),
            reviews: holds.map(|holds| holds.reviews),
            last: last.map(|last| time::in_zone(last, zone)),
            error: backup
                .holds
                .as_ref()
                .err()
                .map(|error| error.message().says(lang).to_owned()),
        }
    }
}

fn list(setup: &Setup, backups: &Backups, out: &mut dyn Write) -> Result<Status, Failure> {
    let zone = setup.clock.zone();
    let all = backups.backups();
    let broken = all.iter().any(|backup| backup.holds.is_err());
    let status = if broken { Status::Found } else { Status::Done };
    if setup.json {
        let listed: Vec<Listed> = all
            .iter()
            .map(|backup| Listed::of(backup, zone, setup.lang))
            .collect();
        super::json::pretty(out, &listed)?;
        writeln!(out)?;
        return Ok(status);
    }
    if all.is_empty() {
        let folder = backups.path().display().to_string();
        let none = message!(
            "no backups in {folder}: the first is made on your second day of study, or now by `dateline backup`",
            "{folder}에 백업이 없습니다. 공부하는 둘째 날에 처음 만들어지고, `dateline backup`은 지금 만듭니다"
        );
        writeln!(out, "{}", safe_line(none.says(setup.lang)))?;
        return Ok(status);
    }
    let mut table = Table::new(&[Align::Left, Align::Left, Align::Right, Align::Right]);
    let heads = [
        Phrase::Backup,
        Phrase::LastEvent,
        Phrase::Reviews,
        Phrase::Size,
    ];
    table.row(heads.map(|head| head.say(setup.lang)));
    for backup in &all {
        let size = size(backup.bytes);
        match &backup.holds {
            Ok(holds) => {
                let last = holds.last.map(|last| time::short(last, zone));
                table.row([
                    backup.name.as_str(),
                    &last.unwrap_or_default(),
                    &holds.reviews.to_string(),
                    &size,
                ]);
            }
            Err(_) => table.row([
                backup.name.as_str(),
                Phrase::Unreadable.say(setup.lang),
                "",
                &size,
            ]),
        }
    }
    table.write(out)?;
    Ok(status)
}

/// A size in bytes for people: `12 kB`, `3.4 MB`.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{} kB", bytes / 1000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// `1,234 reviews, the last event 2025-02-09 15:30`
pub(super) fn gist(holds: &Holds, zone: &TimeZone) -> Message {
    let reviews = holds.reviews;
    let last = |last: Timestamp| time::short(last, zone);
    match holds.last.map(last) {
        Some(last) => message!(
            "reviews: {reviews}, last event: {last}",
            "복습 {reviews}회, 마지막 기록 {last}"
        ),
        None => message!("reviews: {reviews}", "복습 {reviews}회"),
    }
}

fn put(
    setup: &Setup,
    backups: &Backups,
    from: &Path,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let path = found(backups, from)?;
    let zone = setup.clock.zone();
    let restored = restore(&setup.place.home, &path, setup.clock.now(), zone)?;
    if setup.json {
        let kept = restored
            .kept
            .as_ref()
            .map(|kept| kept.display().to_string());
        let mut told = serde_json::to_value(Kept::of(&path, &restored.holds, zone))?;
        if let Some(told) = told.as_object_mut() {
            told.insert("kept".to_owned(), kept.into());
        }
        writeln!(out, "{}", super::json::line(&told)?)?;
        return Ok(Status::Done);
    }
    let (path, gist) = (path.display().to_string(), gist(&restored.holds, zone));
    let done = message!(
        "restored from {path}  {}",
        "{path}에서 복원했습니다  {}",
        gist.says(setup.lang)
    );
    writeln!(out, "{}", safe_line(done.says(setup.lang)))?;
    if let Some(kept) = restored.kept {
        let kept = kept.display().to_string();
        let told = message!(
            "what was there is kept: {kept}",
            "있던 것은 남겨 두었습니다: {kept}"
        );
        writeln!(out, "{}", safe_line(told.says(setup.lang)))?;
    }
    Ok(Status::Done)
}

/// The file that is meant: a file, or else a backup by its name.
fn found(backups: &Backups, from: &Path) -> Result<PathBuf, Failure> {
    if from.is_file() {
        return Ok(from.to_owned());
    }
    let named = from.to_str().and_then(|name| backups.named(name));
    named.ok_or_else(|| {
        Failure::Message(message!(
            "there is no file and no backup '{}'; `dateline restore` lists the backups",
            "'{}': 그런 파일도 백업도 없습니다; `dateline restore`가 백업을 보여 줍니다",
            from.display()
        ))
    })
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

    #[test]
    fn sizes() {
        for (bytes, said) in [
            (0, "0 B"),
            (999, "999 B"),
            (1000, "1 kB"),
            (999_999, "999 kB"),
            (1_000_000, "1.0 MB"),
            (1_960_000, "1.9 MB"),
            (12_345_678_901, "12345.6 MB"),
        ] {
            assert_eq!(size(bytes), said);
        }
    }
}
