//! When files change: the folders they are in are watched, for many an editor
//! writes a new file and puts it in the old one's place.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::tui::events::Bell;

/// A save is several events: so long none must come for it to be over.
const SAVED: Duration = Duration::from_millis(20);
/// So many waits at most: something that never stops changing is shown too.
const WAITS: u32 = 3;
/// So often it is looked where the system can't tell.
const LOOK: Duration = Duration::from_millis(300);

/// What watches; dropped, it stops.
pub struct Watching {
    _watcher: Box<dyn Watcher + Send>,
}

/// Rings `bell` whenever something changes at `places`, files and folders.
///
/// # Errors
/// When they can't be watched.
pub fn ring(bell: Bell, places: &[PathBuf]) -> notify::Result<Watching> {
    let (sender, events) = mpsc::channel();
    thread::Builder::new()
        .name("saves".to_owned())
        .spawn(move || {
            while let Ok(()) = events.recv() {
                for _ in 0..WAITS {
                    match events.recv_timeout(SAVED) {
                        // All that came meanwhile.
                        Ok(()) => while events.try_recv().is_ok() {},
                        Err(RecvTimeoutError::Timeout) => break,
                        Err(RecvTimeoutError::Disconnected) => return,
                    }
                }
                if !bell.ring() {
                    return;
                }
            }
        })
        .map_err(notify::Error::io)?;
    let tell = move |event: notify::Result<Event>| {
        if event.as_ref().map_or(true, |event| changes(&event.kind)) {
            // Who does not listen any more is about to end.
            let _ = sender.send(());
        }
    };
    let config = notify::Config::default().with_poll_interval(LOOK);
    let watcher =
        RecommendedWatcher::new(tell.clone(), config).and_then(|watcher| watching(watcher, places));
    match watcher {
        Ok(watcher) => Ok(watcher),
        // There are no more watches to be had, or the file system has none.
        Err(_) => watching(PollWatcher::new(tell, config)?, places),
    }
}

fn watching<W: Watcher + Send + 'static>(
    mut watcher: W,
    places: &[PathBuf],
) -> notify::Result<Watching> {
    for (folder, mode) in folders(places) {
        watcher.watch(&folder, mode)?;
    }
    Ok(Watching {
        _watcher: Box::new(watcher),
    })
}

/// Whether something may be different now: who only reads changes nothing, and
/// this program reads whenever something changes.
fn changes(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(access) => *access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

/// The folders to watch: those named, with all in them; of a file the one it
/// is in, and of a link also the one it leads to.
fn folders(places: &[PathBuf]) -> Vec<(PathBuf, RecursiveMode)> {
    let mut deep = BTreeSet::new();
    let mut flat = BTreeSet::new();
    for place in places {
        if place.is_dir() {
            deep.insert(place.clone());
            continue;
        }
        let real = place.canonicalize().ok();
        for file in [Some(place.clone()), real].into_iter().flatten() {
            let folder = file.parent().unwrap_or(Path::new(""));
            let folder = if folder.as_os_str().is_empty() {
                Path::new(".")
            } else {
                folder
            };
            flat.insert(folder.canonicalize().unwrap_or(folder.to_owned()));
        }
    }
    // What is watched twice is told twice, or on some systems not at all.
    let within = |folder: &Path| {
        deep.iter().any(|deep: &PathBuf| {
            let deep = deep.canonicalize().unwrap_or(deep.clone());
            folder.starts_with(deep)
        })
    };
    flat.retain(|folder| !within(folder));
    let deep = deep
        .into_iter()
        .map(|folder| (folder, RecursiveMode::Recursive));
    let flat = flat
        .into_iter()
        .map(|folder| (folder, RecursiveMode::NonRecursive));
    deep.chain(flat).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use notify::event::ModifyKind;

    use super::*;

    #[test]
    fn who_reads_changes_nothing() {
        let cases = [
            (EventKind::Access(AccessKind::Open(AccessMode::Read)), false),
            (
                EventKind::Access(AccessKind::Close(AccessMode::Read)),
                false,
            ),
            (
                EventKind::Access(AccessKind::Close(AccessMode::Write)),
                true,
            ),
            (EventKind::Modify(ModifyKind::Any), true),
            (EventKind::Any, true),
        ];
        for (kind, expected) in cases {
            assert_eq!(changes(&kind), expected, "{kind:?}");
        }
    }

    #[test]
    fn a_file_is_watched_by_its_folder() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().canonicalize().unwrap();
        let (one, two) = (root.join("one"), root.join("two"));
        for folder in [&one, &two] {
            std::fs::create_dir(folder).unwrap();
            std::fs::write(folder.join("deck.yaml"), "deck: d\n").unwrap();
        }
        let flat = |folder: &Path| (folder.to_owned(), RecursiveMode::NonRecursive);
        let deep = |folder: &Path| (folder.to_owned(), RecursiveMode::Recursive);
        let file = |folder: &Path| folder.join("deck.yaml");
        let cases = [
            (vec![file(&one)], vec![flat(&one)]),
            (vec![file(&one), one.join("gone.yaml")], vec![flat(&one)]),
            (vec![one.clone(), file(&one)], vec![deep(&one)]),
            (vec![one.clone(), file(&two)], vec![deep(&one), flat(&two)]),
        ];
        for (places, expected) in cases {
            assert_eq!(folders(&places), expected, "{places:?}");
        }
    }
}
