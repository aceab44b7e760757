//! Which deck files there are: those in the binary, and those in folders. None of
//! them is read.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, DirEntry, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::format::is_answers;
use super::lift::{read_options, told};
use super::stamp;
use super::yaml::{self, Fault, MAXIMUM_BYTES};
use crate::deck::{DeckOptions, Diagnostic, Place};
use crate::message;
use crate::order::Order as _;

/// The decks in the binary: file name and text.
pub const SHIPPED: &[(&str, &str)] = &[
    (
        "deepseek-shock.yaml",
        include_str!("../../decks/deepseek-shock.yaml"),
    ),
    ("ai-terms.yaml", include_str!("../../decks/ai-terms.yaml")),
];

/// The folder that messages call those in the binary by.
pub(crate) const SHIPPED_AT: &str = "<shipped>";

/// What a file is called that holds options for the decks beside and below it;
/// of both beside each other the first counts.
const OPTIONS_FILES: [&str; 2] = ["options.yaml", "options.yml"];

/// What the settings are called, where decks lie beside them.
const SETTINGS_FILES: [&str; 2] = ["config.yaml", "config.yml"];

/// Whether a file says by its name that it holds options for the decks beside it.
pub(crate) fn is_options(path: &Path) -> bool {
    is_called(path, &OPTIONS_FILES)
}

/// Whether a file says by its name that it lies beside decks and is none.
pub(crate) fn is_beside_decks(path: &Path) -> bool {
    is_options(path) || is_called(path, &SETTINGS_FILES)
}

fn is_called(path: &Path, names: &[&str]) -> bool {
    names
        .iter()
        .any(|name| path.file_name() == Some(OsStr::new(name)))
}

/// Folders deeper than this below a path, and more files than this, are not
/// looked at: someone named the wrong folder.
const MAXIMUM_DEPTH: usize = 16;
const MAXIMUM_FILES: usize = 10_000;
const MAXIMUM_FOLDERS: usize = 10_000;

/// Where a deck's text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In the binary; the name of its file there.
    Shipped(&'static str),
    /// A file.
    File(PathBuf),
}

/// Where a diagnostic of a whole file stands.
pub(super) const START: Place = Place {
    line: 1,
    column: 1,
    length: 1,
};

/// A deck file that there is, not yet read.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Where it comes from.
    pub origin: Origin,
    /// How messages call it.
    pub path: PathBuf,
    /// Its name that does not depend on where one stands.
    pub whole: PathBuf,
    /// What it looks like: as long as that stays, so does what is in it. None
    /// where that can't be told.
    pub stamp: Option<Vec<u8>>,
    /// What its folders say of its schedule.
    pub options: DeckOptions,
    /// Whether it was found in a folder, and not named.
    is_found: bool,
    /// What counts instead of what is in it.
    instead: Option<Vec<u8>>,
}

impl Listed {
    /// What is in it.
    ///
    /// # Errors
    /// When it can't be read, or is too large.
    pub fn bytes(&self) -> Result<Cow<'_, [u8]>, Diagnostic> {
        match (&self.instead, &self.origin) {
            (Some(bytes), _) => Ok(bytes.into()),
            (None, Origin::Shipped(name)) => {
                let shipped = SHIPPED.iter().find(|(known, _)| known == name);
                Ok(shipped.map_or(&[][..], |(_, text)| text.as_bytes()).into())
            }
            (None, Origin::File(path)) => bytes(path).map(Cow::Owned),
        }
    }

    /// Whether it only lies beside decks, by what is in it: a table of answers. One
    /// that was named is told to be none.
    pub(crate) fn is_no_deck(&self, bytes: &[u8]) -> bool {
        self.is_found && is_answers(bytes)
    }

    fn shipped(name: &'static str, text: &'static str) -> Listed {
        let path = Path::new(SHIPPED_AT).join(name);
        Listed {
            origin: Origin::Shipped(name),
            whole: path.clone(),
            path,
            stamp: Some(stamp::of_text(text)),
            options: DeckOptions::default(),
            is_found: false,
            instead: None,
        }
    }
}

/// The deck files that there are, none of them read yet.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// The decks in the binary, then files in the order of the paths and of
    /// their names.
    pub files: Vec<Listed>,
    /// What is wrong with the paths, folders and options.
    pub diagnostics: Vec<Diagnostic>,
}

impl Listing {
    /// Looks for decks in `paths` (files or folders), and with `shipped` among
    /// those in the binary.
    pub fn find(paths: &[&Path], shipped: bool) -> Listing {
        Listing::find_with(paths, shipped, &|_| None)
    }

    pub(super) fn find_with(
        paths: &[&Path],
        shipped: bool,
        instead: &dyn Fn(&Path) -> Option<Vec<u8>>,
    ) -> Listing {
        let mut search = Search::new(instead);
        if shipped {
            let ours = SHIPPED.iter();
            search.listing.files = ours
                .map(|(name, text)| Listed::shipped(name, text))
                .collect();
        }
        for path in paths {
            search.path(path);
        }
        search.listing
    }

    /// Looks for decks in a folder, and not in those below it.
    pub(super) fn beside(folder: &Path, instead: &dyn Fn(&Path) -> Option<Vec<u8>>) -> Listing {
        let mut search = Search {
            below: false,
            ..Search::new(instead)
        };
        search.path(folder);
        search.listing
    }
}

struct Search<'o> {
    listing: Listing,
    /// Whether folders in folders are looked at.
    below: bool,
    /// What was looked at already, links resolved: no loop, no file twice.
    seen: HashSet<PathBuf>,
    folders: usize,
    /// What counts instead of what is in a file.
    instead: &'o dyn Fn(&Path) -> Option<Vec<u8>>,
}

impl<'o> Search<'o> {
    fn new(instead: &'o dyn Fn(&Path) -> Option<Vec<u8>>) -> Search<'o> {
        Search {
            listing: Listing::default(),
            below: true,
            seen: HashSet::new(),
            folders: 0,
            instead,
        }
    }

    /// A path that someone named.
    fn path(&mut self, path: &Path) {
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) => return self.unreadable(path, &error),
        };
        if metadata.is_dir() {
            self.folder(path, &DeckOptions::default(), 0);
        } else {
            let beside = path.parent().unwrap_or(Path::new(""));
            let options = self.options(beside, &DeckOptions::default());
            // Named by itself it is no deck either.
            if !is_options(path) {
                let whole = whole(path);
                self.file(path, whole, Some(&metadata), &options, false);
            }
        }
    }

    fn folder(&mut self, folder: &Path, above: &DeckOptions, depth: usize) {
        self.folders += 1;
        if depth > MAXIMUM_DEPTH || self.folders > MAXIMUM_FOLDERS {
            return self.too_many(folder);
        }
        let own = whole(folder);
        if !self.seen.insert(own.clone()) {
            return;
        }
        let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries: Vec<DirEntry> = match listed {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(folder, &error),
        };
        entries.order_by_key(DirEntry::file_name);
        let options = self.options(folder, above);
        for entry in entries {
            let path = entry.path();
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with('.') || is_beside_decks(&path) {
                continue;
            }
            // A link is followed; of all others the whole name is known.
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            let metadata = if is_link {
                fs::metadata(&path)
            } else {
                entry.metadata()
            };
            if metadata.as_ref().is_ok_and(fs::Metadata::is_dir) {
                if self.below {
                    self.folder(&path, &options, depth + 1);
                }
            } else if name.ends_with(".yaml") || name.ends_with(".yml") {
                if self.listing.files.len() >= MAXIMUM_FILES {
                    return self.too_many(folder);
                }
                let whole = if is_link {
                    whole(&path)
                } else {
                    own.join(entry.file_name())
                };
                self.file(&path, whole, metadata.ok().as_ref(), &options, true);
            }
        }
    }

    fn file(
        &mut self,
        path: &Path,
        whole: PathBuf,
        metadata: Option<&fs::Metadata>,
        options: &DeckOptions,
        is_found: bool,
    ) {
        if !self.seen.insert(whole.clone()) {
            return;
        }
        let instead = (self.instead)(path);
        self.listing.files.push(Listed {
            origin: Origin::File(path.to_owned()),
            path: path.to_owned(),
            whole,
            stamp: metadata
                .filter(|_| instead.is_none())
                .and_then(stamp::of_file),
            options: options.clone(),
            is_found,
            instead,
        });
    }

    /// The options that hold in a folder: its own, and those above where it says nothing.
    fn options(&mut self, folder: &Path, above: &DeckOptions) -> DeckOptions {
        let instead = self.instead;
        let there = OPTIONS_FILES.iter().filter_map(|name| {
            let path = folder.join(name);
            let instead = instead(&path);
            (instead.is_some() || path.is_file()).then_some((path, instead))
        });
        let mut there = there.collect::<Vec<_>>().into_iter();
        let Some((path, instead)) = there.next() else {
            return above.clone();
        };
        let (own, mut diagnostics) = match instead.map_or_else(|| bytes(&path), Ok) {
            Ok(bytes) => read_options(&path, &bytes),
            Err(diagnostic) => (DeckOptions::default(), vec![diagnostic]),
        };
        diagnostics.extend(there.map(|(second, _)| second_options(&path, &second)));
        for diagnostic in diagnostics {
            if !self.listing.diagnostics.contains(&diagnostic) {
                self.listing.diagnostics.push(diagnostic);
            }
        }
        own.or(above)
    }

    fn unreadable(&mut self, path: &Path, error: &io::Error) {
        self.listing.diagnostics.push(unreadable(path, error));
    }

    fn too_many(&mut self, folder: &Path) {
        let told_already = self
            .listing
            .diagnostics
            .iter()
            .any(|diagnostic| diagnostic.code == "too-many-files");
        if !told_already {
            let message = message!(
                "there are too many files and folders here to be decks",
                "덱이라기에는 파일과 폴더가 너무 많습니다"
            );
            let fault = Fault::new("too-many-files", START, message).help(message!(
                "name a folder that holds decks only",
                "덱만 들어 있는 폴더를 지정하세요"
            ));
            self.listing.diagnostics.push(told(folder, fault));
        }
    }
}

/// That a folder has options already.
fn second_options(first: &Path, second: &Path) -> Diagnostic {
    let first = first.display();
    let message = message!(
        "this is not read: the options of this folder are in {first}",
        "이 파일은 읽지 않습니다: 이 폴더의 옵션은 {first}에 있습니다"
    );
    let fault = Fault::new("duplicate-options", START, message).help(message!(
        "move what you want of it there, and delete this file",
        "필요한 것은 그 파일로 옮기고 이 파일은 지우세요"
    ));
    told(second, fault)
}

/// A path's name that does not depend on where one stands.
fn whole(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// What is in a file, unless it is too large or no file at all.
fn bytes(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let failed = |error: io::Error| unreadable(path, &error);
    let metadata = fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        let message = message!(
            "this is neither a file nor a folder",
            "파일도 폴더도 아닙니다"
        );
        let fault = Fault::new("unreadable", START, message).help(message!(
            "name a deck file or a folder of decks",
            "덱 파일이나 덱이 든 폴더를 지정하세요"
        ));
        return Err(told(path, fault));
    }
    // Told by its size, so that it need not be read first.
    if metadata.len() > MAXIMUM_BYTES as u64 {
        return Err(told(path, yaml::too_large(metadata.len())));
    }
    let mut bytes = Vec::new();
    let most = MAXIMUM_BYTES as u64 + 1;
    File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(failed)?;
    Ok(bytes)
}

fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    let (message, help) = match error.kind() {
        io::ErrorKind::NotFound => (
            message!(
                "there is no such file or folder",
                "그런 파일이나 폴더가 없습니다"
            ),
            message!("check the path", "경로를 확인하세요"),
        ),
        io::ErrorKind::PermissionDenied => (
            message!("it may not be read", "읽을 권한이 없습니다"),
            message!(
                "check the permissions of it and of its folder",
                "파일과 폴더의 권한을 확인하세요"
            ),
        ),
        _ => (
            message!("it can't be read: {error}", "읽을 수 없습니다: {error}"),
            message!("check the path and the disk", "경로와 디스크를 확인하세요"),
        ),
    };
    told(path, Fault::new("unreadable", START, message).help(help))
}
