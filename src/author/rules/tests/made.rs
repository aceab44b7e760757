//! Decks that are too large, too many or not there at all: they are made rather
//! than kept.

use std::fs;
#[cfg(unix)]
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

/// Puts decks into a folder.
type Make = fn(&Path);

/// For each of these rules what it fires on, and what is just within its bounds.
pub(super) const MADE: &[(&str, Make, Make)] = &[
    (
        "too-large",
        |folder| {
            put(folder, "file", &padded(8 * 1024 * 1024 + 1));
            put(folder, "shared", &sharing(8000));
        },
        |folder| {
            put(folder, "file", &padded(8 * 1024 * 1024));
            put(folder, "shared", &sharing(2000));
        },
    ),
    (
        "too-long",
        |folder| put(folder, "long", &titled(10_001)),
        |folder| put(folder, "long", &titled(10_000)),
    ),
    (
        "too-many-errors",
        |folder| {
            put(folder, "entries", &entries(1001, "just a text"));
            put(folder, "answers", &entries(1001, "{ ask: Who won? }"));
            put(
                folder,
                "keys",
                &entries(1001, "{ ask: Who won?, ask: Who? }"),
            );
        },
        |folder| {
            let numbered =
                |at: usize| format!("{{ ask: Who won the vote {at}?, answer: No {at} }}");
            put(folder, "entries", &listed((0..1001).map(numbered)));
        },
    ),
    (
        "too-many-files",
        |folder| put(&nested(folder, 17), "deep", "title: Deep"),
        |folder| put(&nested(folder, 16), "deep", "title: Deep"),
    ),
    (
        "too-many-gaps",
        |folder| put(folder, "gaps", &gaps(101)),
        |folder| put(folder, "gaps", &gaps(100)),
    ),
    #[cfg(unix)]
    (
        "unreadable",
        |folder| {
            symlink(folder.join("gone.txt"), folder.join("dead.yaml")).unwrap();
            symlink("/dev/null", folder.join("device.yaml")).unwrap();
            symlink(folder.join("loop.yml"), folder.join("loop.yml")).unwrap();
        },
        |folder| {
            fs::write(folder.join("deck.txt"), "deck: linked").unwrap();
            symlink(folder.join("deck.txt"), folder.join("link.yaml")).unwrap();
        },
    ),
];

/// Puts a deck of this name into a folder.
fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name).with_extension("yaml");
    fs::write(path, format!("deck: {name}\n{text}")).unwrap();
}

/// The folder so many levels below another.
fn nested(folder: &Path, levels: usize) -> PathBuf {
    let nested = folder.join(["a"; 17].get(..levels).unwrap().join("/"));
    fs::create_dir_all(&nested).unwrap();
    nested
}

/// A deck of so many bytes, most of them a comment.
fn padded(bytes: usize) -> String {
    format!("#{}", "x".repeat(bytes - "deck: file\n#".len()))
}

/// A deck of which so many cards share the longest title that there can be.
fn sharing(cards: usize) -> String {
    let title = "가".repeat(10_000);
    let card = |at: usize| format!("{{ ask: Who won the vote {at}?, answer: No {at} }}");
    let source = format!("sources: {{ vote: {{ title: {title}, date: 2024-11-05 }} }}");
    format!(
        "{}{source}\ndefaults: {{ source: vote }}\n",
        listed((0..cards).map(card))
    )
}

/// A deck whose source has a title of so many characters.
fn titled(characters: usize) -> String {
    let title = "긴 제목 ".repeat(characters);
    let title: String = title.chars().take(characters - 1).collect();
    format!("sources: {{ vote: {{ title: \"{title}.\", date: 2024-11-05 }} }}\n")
}

/// A deck of so many entries that are alike.
fn entries(count: usize, entry: &str) -> String {
    listed(std::iter::repeat_n(entry.to_owned(), count))
}

fn listed(entries: impl Iterator<Item = String>) -> String {
    let entries = entries.map(|entry| format!("  - {entry}\n"));
    format!("cards:\n{}", entries.collect::<String>())
}

/// A deck with so many gaps in one text.
fn gaps(count: usize) -> String {
    let gaps = (1..=count).map(|at| format!("{{{{c{at}::x}}}}"));
    let gaps = gaps.collect::<Vec<_>>().join(".");
    listed([format!("{{ cloze: \"{gaps}\" }}")].into_iter())
}
