//! `dateline check --fix` and `--diff`

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use similar::{ChangeTag, TextDiff};

use super::check::count;
use super::{Failure, Status};
use crate::author::edit::{replace, writable};
use crate::author::{Fix, Left, SCHEMA_FILE, fix};
use crate::deck::{DeckFile, Origin, Place};
use crate::message;
use crate::text::{Lang, Message, safe_line};

/// Writes into `files`, found in `places`, what is safe, and tells it. Gives why
/// some could not be written: what is wrong in them is of no less interest.
pub(super) fn write(
    files: &mut [DeckFile],
    known: &BTreeSet<String>,
    places: &[PathBuf],
    lang: Lang,
    told: &mut dyn Write,
) -> Result<Vec<String>, Failure> {
    let fixes = fix(files, known);
    let mut failed = Vec::new();
    let mut without_schema: BTreeSet<PathBuf> = BTreeSet::new();
    for (file, fix) in files.iter_mut().zip(fixes) {
        let Origin::File(path) = &file.origin else {
            continue;
        };
        let (Some(now), Ok(read)) = (fix.bytes.as_ref(), &file.bytes) else {
            tell_left(path, &fix, |left| left.place, lang, told)?;
            continue;
        };
        let replaced = replace(path, folder(path, places), read, now);
        // Whoever looks it up finds the file as it is now.
        let place = |left: &Left| match replaced {
            Ok(()) => left.then,
            Err(_) => left.place,
        };
        tell_left(path, &fix, place, lang, told)?;
        match replaced {
            Ok(()) => {
                let shown = safe_line(&path.display().to_string());
                let written = written(&fix);
                let [en, ko] = Lang::ALL.map(|lang| written.says(lang));
                let wrote = message!("wrote {en}", "{ko} 씀");
                writeln!(told, "{shown}: {}", wrote.says(lang))?;
                let beside = path.parent().unwrap_or(Path::new(""));
                if fix.schema_line && !beside.join(SCHEMA_FILE).exists() {
                    without_schema.insert(beside.join(SCHEMA_FILE));
                }
                file.bytes = Ok(now.clone());
            }
            Err(error) => failed.push(error.message().says(lang).to_owned()),
        }
    }
    for schema in without_schema {
        let schema = safe_line(&schema.display().to_string());
        let command = message!(
            "for an editor to find the schema: dateline schema > {schema}",
            "편집기가 스키마를 찾게 하려면: dateline schema > {schema}"
        );
        writeln!(told, "{}", command.says(lang))?;
    }
    Ok(failed)
}

/// Prints what would be written, as a unified diff, and why some would not be.
pub(super) fn show(
    files: &[DeckFile],
    known: &BTreeSet<String>,
    places: &[PathBuf],
    color: bool,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    // A patch must hold the bytes as they are; a terminal must not get them.
    let terminal = io::stdout().is_terminal();
    let fixes = fix(files, known);
    for (file, fix) in files.iter().zip(fixes) {
        let Origin::File(path) = &file.origin else {
            continue;
        };
        tell_left(path, &fix, |left| left.place, lang, &mut io::stderr())?;
        if let (Some(now), Ok(read)) = (&fix.bytes, &file.bytes) {
            if let Err(refused) = writable(path, folder(path, places)) {
                writeln!(io::stderr(), "{}", refused.message().says(lang))?;
                continue;
            }
            diff(path, read, now, terminal, color, out)?;
        }
    }
    Ok(Status::Done)
}

fn diff(
    path: &Path,
    read: &[u8],
    now: &[u8],
    terminal: bool,
    color: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    // As `patch` wants it, and as it is called where no folder is named.
    let path = path.strip_prefix(".").unwrap_or(path);
    let path = safe_line(&path.display().to_string());
    let (read, now) = (String::from_utf8_lossy(read), String::from_utf8_lossy(now));
    let diff = TextDiff::from_lines(&*read, &*now);
    let mut unified = diff.unified_diff();
    let unified = unified.context_radius(3);
    writeln!(out, "--- {path}\n+++ {path}")?;
    for hunk in unified.iter_hunks() {
        writeln!(out, "{}", hunk.header())?;
        for change in hunk.iter_changes() {
            let (paint, sign) = match change.tag() {
                ChangeTag::Delete => ("\u{1b}[31m", "-"),
                ChangeTag::Insert => ("\u{1b}[32m", "+"),
                ChangeTag::Equal => ("", " "),
            };
            let (paint, reset) = match color && !paint.is_empty() {
                true => (paint, "\u{1b}[0m"),
                false => ("", ""),
            };
            write!(out, "{paint}{sign}")?;
            if terminal {
                let line = change.value().trim_end_matches(['\r', '\n']);
                writeln!(out, "{}{reset}", safe_line(line))?;
            } else {
                out.write_all(change.value().as_bytes())?;
                if change.missing_newline() {
                    writeln!(out)?;
                }
            }
            if change.missing_newline() {
                writeln!(out, "\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}

/// What is left to the author, each with its `place`.
fn tell_left(
    path: &Path,
    fix: &Fix,
    place: impl Fn(&Left) -> Place,
    lang: Lang,
    told: &mut dyn Write,
) -> io::Result<()> {
    let note = message!("note", "참고");
    let held_back = fix.held_back.map(|place| (place, held_back(fix)));
    let left = fix.left.iter().map(|left| (place(left), left.why.clone()));
    for (place, why) in held_back.into_iter().chain(left) {
        let shown = safe_line(&path.display().to_string());
        let (line, column) = (place.line, place.column);
        let (note, why) = (note.says(lang), why.says(lang));
        writeln!(told, "{shown}:{line}:{column}: {note}: {why}")?;
    }
    Ok(())
}

/// That nothing is written into a file as it is, and what would be.
fn held_back(fix: &Fix) -> Message {
    let written = written(fix);
    let [en, ko] = Lang::ALL.map(|lang| written.says(lang));
    message!(
        "not written yet: {en}; mend what is wrong here first",
        "아직 쓰지 않은 것: {ko}. 먼저 이곳을 바로잡으세요"
    )
}

/// `3 ids, numbers in 2 clozes and the schema line`
fn written(fix: &Fix) -> Message {
    let mut parts = Vec::new();
    let (ids, clozes) = (fix.ids, fix.clozes);
    if ids > 0 {
        let counted = count(ids, "id");
        parts.push(message!("{counted}", "아이디 {ids}개"));
    }
    if clozes > 0 {
        let counted = count(clozes, "cloze");
        parts.push(message!(
            "the gap numbers of {counted}",
            "빈칸 카드 {clozes}개의 번호"
        ));
    }
    if fix.schema_line {
        parts.push(message!("the schema line", "스키마 줄"));
    }
    let [en, ko] = Lang::ALL.map(|lang| {
        let parts: Vec<&str> = parts.iter().map(|part| part.says(lang)).collect();
        parts.join(", ")
    });
    Message::new(en, ko)
}

/// The folder that a file was found in; a file that was named is in its own.
fn folder<'p>(path: &'p Path, places: &'p [PathBuf]) -> &'p Path {
    let above = places
        .iter()
        .filter(|place| path.starts_with(place) && place.is_dir());
    let own = path.parent().unwrap_or(Path::new(""));
    above
        .map(PathBuf::as_path)
        .max_by_key(|place| place.components().count())
        .unwrap_or(own)
}
