//! Where decks come from: those in the binary, those in files and folders.
//! Nothing is read as YAML here but the `options.yaml` of folders.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::deck::lift::{read_options, told};
use crate::deck::yaml::too_large;
use crate::deck::{DeckOptions, Diagnostic, Place, Severity};

/// The decks in the binary: file name and text.
pub const SHIPPED: &[(&str, &str)] = &[
    (
        "deepseek-shock.yaml",
        include_str!("../../decks/deepseek-shock.yaml"),
    ),
    ("ai-terms.yaml", include_str!("../../decks/ai-terms.yaml")),
];

/// The name of a folder's options.
const FOLDER_OPTIONS: &str = "options.yaml";

/// How many folders deep decks are looked for.
const DEEPEST: usize = 32;

/// Where a deck's text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// In the binary.
    Shipped,
    /// A file that was asked for, or lies in a folder that was.
    File,
}

/// A deck file, not yet read as YAML.
#[derive(Debug, Clone)]
pub struct DeckFile {
    /// Where it comes from.
    pub origin: Origin,
    /// Its path, or the name of a shipped deck as messages use it.
    pub path: PathBuf,
    /// Its content, or why that can't be had.
    pub bytes: Result<Vec<u8>, Diagnostic>,
    /// What the folders above it suggest.
    pub options: DeckOptions,
}

/// All deck files that there are to study.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// Those in `paths` first, by path; then those in the binary.
    pub files: Vec<DeckFile>,
    /// What is wrong with folders and their options.
    pub diagnostics: Vec<Diagnostic>,
}

impl Library {
    /// Looks for decks in `paths` (files or folders, searched to the bottom),
    /// and, if `shipped`, in the binary.
    pub fn find(paths: &[&Path], shipped: bool) -> Library {
        let mut library = Library::default();
        let mut seen = HashSet::new();
        for path in paths {
            library.enter(path, &DeckOptions::default(), 0, true, &mut seen);
        }
        if shipped {
            library
                .files
                .extend(SHIPPED.iter().map(|(name, text)| DeckFile {
                    origin: Origin::Shipped,
                    path: PathBuf::from(format!("shipped/{name}")),
                    bytes: Ok(text.as_bytes().to_vec()),
                    options: DeckOptions::default(),
                }));
        }
        library
    }

    /// Takes a file, or all of a folder. A path that was asked for is taken
    /// whatever its name; each place is entered once, so that links in a
    /// circle come to an end.
    fn enter(
        &mut self,
        path: &Path,
        above: &DeckOptions,
        depth: usize,
        asked_for: bool,
        seen: &mut HashSet<PathBuf>,
    ) {
        let real = match path.canonicalize() {
            Ok(real) => real,
            Err(error) => return self.unreadable(path, &error),
        };
        if !seen.insert(real) {
            return;
        }
        if path.is_dir() {
            if depth < DEEPEST {
                self.folder(path, above, depth, seen);
            }
        } else if asked_for || is_deck(path) {
            self.files.push(DeckFile {
                origin: Origin::File,
                path: path.to_owned(),
                bytes: load(path),
                options: above.clone(),
            });
        }
    }

    fn folder(
        &mut self,
        path: &Path,
        above: &DeckOptions,
        depth: usize,
        seen: &mut HashSet<PathBuf>,
    ) {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(path, &error),
        };
        let mut inside: Vec<PathBuf> = entries
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| !is_hidden(path))
            .collect();
        inside.sort();
        let own = path.join(FOLDER_OPTIONS);
        let options = if own.is_file() {
            self.options(&own, above)
        } else {
            above.clone()
        };
        for path in inside {
            self.enter(&path, &options, depth + 1, false, seen);
        }
    }

    /// What a folder suggests: its own options, else those above it.
    fn options(&mut self, path: &Path, above: &DeckOptions) -> DeckOptions {
        let own = match load(path) {
            Ok(bytes) => {
                let (own, diagnostics) = read_options(path, &bytes);
                self.diagnostics.extend(diagnostics);
                own
            }
            Err(diagnostic) => {
                self.diagnostics.push(diagnostic);
                DeckOptions::default()
            }
        };
        own.or(above)
    }

    fn unreadable(&mut self, path: &Path, error: &std::io::Error) {
        self.diagnostics.push(cannot_read(path, error));
    }
}

/// Whether a file in a folder is meant to be a deck.
fn is_deck(path: &Path) -> bool {
    let yaml = path
        .extension()
        .is_some_and(|ending| ending == "yaml" || ending == "yml");
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    yaml && !matches!(name, FOLDER_OPTIONS | "config.yaml")
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The bytes of a file; one that is too large for a deck is not read at all.
fn load(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let size = path
        .metadata()
        .map_err(|error| cannot_read(path, &error))?
        .len();
    if size > crate::deck::yaml::MAXIMUM_BYTES as u64 {
        return Err(told(path, too_large(size)));
    }
    fs::read(path).map_err(|error| cannot_read(path, &error))
}

fn cannot_read(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic {
        code: "unreadable-file",
        severity: Severity::Error,
        path: path.to_owned(),
        place: Place {
            line: 1,
            column: 1,
            length: 1,
        },
        message: format!("can't be read: {error}"),
        help: Some("make it readable, or take it out of the decks".to_owned()),
    }
}
