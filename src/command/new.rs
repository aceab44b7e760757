//! `dateline new NAME`

use std::io::Write;
use std::path::{Component, Path, PathBuf};

use super::arguments::NewArguments;
use super::check::today;
use super::{Failure, Global, Setup, Status};
use crate::author::edit::write_new;
use crate::author::{SCHEMA_FILE, template};
use crate::deck::{DeckId, IdError};
use crate::message;
use crate::text::safe_line;

/// Writes a deck to begin with, never over a file.
pub(super) fn run(
    global: &Global,
    new: &NewArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let setup = Setup::new(global)?;
    let (path, name) = target(&new.name, global)?;
    let today = today()?.ok_or_else(|| {
        Failure::Message(message!(
            "the clock shows no year that a deck can have; set it right",
            "시계의 해는 덱이 가질 수 없는 해입니다; 시계를 맞추세요"
        ))
    })?;
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let text = template(&name, &file, setup.lang, today);
    write_new(&path, text.as_bytes()).map_err(|error| Failure::Message(error.message()))?;
    let shown = safe_line(&path.display().to_string());
    let mut lines = vec![
        message!("wrote {shown}", "{shown} 씀"),
        message!(
            "check it with:  dateline check {shown}",
            "검사하기:  dateline check {shown}"
        ),
        message!(
            "study it with:  dateline --decks {shown}",
            "공부하기:  dateline --decks {shown}"
        ),
    ];
    let schema = path.with_file_name(SCHEMA_FILE);
    if !schema.exists() {
        let schema = safe_line(&schema.display().to_string());
        lines.push(message!(
            "for an editor that completes keys:  dateline schema > {schema}",
            "편집기가 키를 완성하게 하려면:  dateline schema > {schema}"
        ));
    }
    for line in lines {
        writeln!(out, "{}", line.says(setup.lang))?;
    }
    Ok(Status::Done)
}

/// The file of a new deck, and the deck's name.
fn target(named: &Path, global: &Global) -> Result<(PathBuf, DeckId), Failure> {
    let extension = named.extension().and_then(|extension| extension.to_str());
    let is_file = matches!(extension, Some("yaml" | "yml"));
    let stem = if is_file {
        named.file_stem()
    } else {
        named.file_name()
    };
    let stem = stem.unwrap_or_default().to_string_lossy();
    let name: DeckId = stem
        .parse()
        .map_err(|IdError(told)| Failure::Message(told))?;
    let file = if is_file {
        named.to_owned()
    } else {
        named.with_file_name(format!("{name}.yaml"))
    };
    let path = match global.decks.first() {
        Some(folder) if folder.is_dir() => {
            let within = |part| matches!(part, Component::Normal(_) | Component::CurDir);
            if !file.components().all(within) {
                return Err(Failure::Message(message!(
                    "{} leads out of {}; name a file in it, or leave --decks out",
                    "{}: {} 밖으로 나갑니다; 그 안의 파일을 지정하거나 --decks를 빼세요",
                    safe_line(&named.display().to_string()),
                    safe_line(&folder.display().to_string())
                )));
            }
            folder.join(file)
        }
        Some(other) => {
            return Err(Failure::Message(message!(
                "{} is no folder; name one with --decks, or leave it out",
                "{}: 폴더가 아닙니다; --decks로 폴더를 지정하거나 빼세요",
                other.display()
            )));
        }
        None => file,
    };
    Ok((path, name))
}
