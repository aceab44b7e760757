//! `dateline check [PATH…]`

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::arguments::CheckArguments;
use super::setup::{Folders, color, exists};
use super::{Failure, Format, Global, Status, report};
use crate::collection::{Place, find_decks};
use crate::deck::{Diagnostic, Library, Severity, read};

/// Checks the decks at `paths`, or else at `--decks`, or else the current ones.
/// Needs no home, and of the settings only what they say of decks.
pub(super) fn run(
    global: &Global,
    check: &CheckArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let library = find(global, &check.paths)?;
    if library.files.is_empty() && library.diagnostics.is_empty() {
        let named = check.paths.iter().chain(&global.decks);
        let places: Vec<String> = named.map(|path| path.display().to_string()).collect();
        let place = match places.as_slice() {
            [] => String::new(),
            places => format!(" in {}", places.join(", ")),
        };
        return Err(Failure::Message(format!(
            "there is no deck to check{place}; a deck is a file that ends in .yaml or .yml"
        )));
    }
    if !check.against.is_empty() {
        return super::against::run(global, check, library, out);
    }
    let format = if global.json {
        Format::Json
    } else {
        check.format
    };
    let mut found = Found::default();
    let mut tell = |diagnostics: Vec<Diagnostic>, source: Option<&[u8]>, out: &mut dyn Write| {
        diagnostics
            .into_iter()
            .try_for_each(|diagnostic| -> io::Result<()> {
                match format {
                    Format::Human => report::human(&diagnostic, source, color(global), out)?,
                    Format::Github => report::github(&diagnostic, out)?,
                    Format::Json => {}
                }
                found.diagnostics.push(diagnostic);
                Ok(())
            })
    };
    let decks = library.files.len();
    let mut cards = 0;
    tell(library.diagnostics, None, out)?;
    for file in library.files {
        match file.bytes {
            Ok(bytes) => {
                let reading = read(&file.path, &bytes);
                cards += reading.deck.map_or(0, |deck| deck.cards.len());
                tell(reading.diagnostics, Some(&bytes), out)?;
            }
            Err(diagnostic) => tell(vec![diagnostic], None, out)?,
        }
    }
    match format {
        Format::Json => report::json(&found.diagnostics.iter().collect::<Vec<_>>(), out)?,
        Format::Human => writeln!(
            out,
            "{}, {}: {}",
            count(decks, "deck"),
            count(cards, "card"),
            found.summary()
        )?,
        Format::Github => {}
    }
    Ok(if found.count(Severity::Error) > 0 {
        Status::Found
    } else {
        Status::Done
    })
}

fn find(global: &Global, paths: &[PathBuf]) -> Result<Library, Failure> {
    let named = if paths.is_empty() {
        &global.decks
    } else {
        paths
    };
    for path in named {
        exists(path)?;
    }
    if !named.is_empty() {
        let named: Vec<&Path> = named.iter().map(PathBuf::as_path).collect();
        return Ok(Library::find(&named, false));
    }
    let folders = Folders::find()?;
    let settings = folders.settings()?;
    let place = Place {
        home: folders.home,
        decks: Vec::new(),
    };
    Ok(find_decks(&place, &settings))
}

#[derive(Default)]
struct Found {
    diagnostics: Vec<Diagnostic>,
}

impl Found {
    fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    fn summary(&self) -> String {
        let (errors, warnings) = (self.count(Severity::Error), self.count(Severity::Warning));
        match (errors, warnings) {
            (0, 0) => "nothing is wrong".to_owned(),
            (errors, 0) => count(errors, "error"),
            (0, warnings) => count(warnings, "warning"),
            _ => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
        }
    }
}

fn count(number: usize, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{s}")
}
