//! A draft that a check finds nothing wrong with: what it would is left out.

use std::path::{Path, PathBuf};

use super::{Entry, Source, write};
use crate::author::against::Article;
use crate::author::{Setting, check};
use crate::deck::{DeckFile, DeckOptions, Origin, Severity};

/// So often what is wrong is left out, before all is.
const ROUNDS: usize = 8;

/// The deck of as many of the `entries` as are sound, held against the article.
pub(super) fn sound(article: &str, source: &Source, mut entries: Vec<Entry>) -> String {
    let articles = [Article::new(None, Path::new("article"), article)];
    for _ in 0..ROUNDS {
        let (text, begins) = write::deck(source, &entries);
        let wrong = wrong_lines(&text, &articles);
        if wrong.is_empty() {
            return text;
        }
        // The entry that a line is of is the last one that begins above it.
        let of = |line: usize| {
            let above = begins
                .iter()
                .enumerate()
                .filter(|(_, begin)| **begin <= line);
            above.max_by_key(|(_, begin)| **begin).map(|(at, _)| at)
        };
        let out: Vec<usize> = wrong.into_iter().filter_map(of).collect();
        if out.is_empty() {
            break;
        }
        let mut at = 0;
        entries.retain(|_| {
            at += 1;
            !out.contains(&(at - 1))
        });
    }
    write::deck(source, &[]).0
}

/// The lines on which a check finds something wrong.
fn wrong_lines(text: &str, articles: &[Article]) -> Vec<usize> {
    let path = PathBuf::from("draft.yaml");
    let file = DeckFile {
        origin: Origin::File(path.clone()),
        path,
        name: None,
        bytes: Ok(text.as_bytes().to_vec()),
        options: DeckOptions::default(),
    };
    let setting = Setting {
        articles,
        ..Setting::default()
    };
    let files = [file];
    let checked = check(&files, &setting, &|| {});
    let told = checked.iter().flat_map(|file| &file.diagnostics);
    let wrong = told.filter(|told| told.severity == Severity::Error);
    wrong.map(|told| told.place.line).collect()
}
