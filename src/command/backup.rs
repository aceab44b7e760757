//! `dateline backup`

use std::io::Write;
use std::path::PathBuf;

use super::arguments::BackupArguments;
use super::restore::{self, Kept};
use super::{Failure, Setup, Status};
use crate::message;
use crate::store::{Backups, Store};
use crate::text::safe_line;

/// Copies the database as it is now to a new file.
pub(super) fn run(
    setup: &Setup,
    arguments: &BackupArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let home = &setup.place.home;
    if !Store::is_in(home) {
        return Err(Failure::Message(message!(
            "there is nothing to back up in {}: study first, or set DATELINE_HOME to another folder",
            "{}: 백업할 것이 없습니다. 먼저 공부하거나 DATELINE_HOME을 다른 폴더로 정하세요",
            home.display()
        )));
    }
    // Elsewhere it can be kept even from a home that nothing is written to any more.
    let store = match arguments.file {
        None => Store::open(home)?,
        Some(_) => Store::open_or_copy(home)?,
    };
    let (now, zone) = (setup.clock.now(), setup.clock.zone());
    let path: PathBuf = match &arguments.file {
        None => store.back_up(now, zone)?,
        // A database is made in its place, and not written through a pipe.
        Some(file) if file.as_os_str() == "-" => {
            return Err(Failure::Message(message!(
                "a backup is not written to standard output; name a file, or ./- for one of that name",
                "표준 출력으로는 백업하지 않습니다; 파일을 지정하세요. 이름이 -인 파일은 ./-로 씁니다"
            )));
        }
        Some(folder) if folder.is_dir() => {
            let to = Backups::place_in(folder, now, zone);
            store.back_up_to(&to)?;
            to
        }
        Some(file) => {
            store.back_up_to(file)?;
            file.clone()
        }
    };
    let holds = store.holds()?;
    if setup.json {
        let kept = Kept::of(&path, &holds, setup.clock.zone());
        writeln!(out, "{}", super::json::line(&kept)?)?;
    } else {
        let gist = restore::gist(&holds, setup.clock.zone());
        let line = format!("{}  {}", path.display(), gist.says(setup.lang));
        writeln!(out, "{}", safe_line(&line))?;
    }
    Ok(Status::Done)
}
