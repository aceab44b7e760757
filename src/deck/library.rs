//! The decks that there are to study, as text: which of several files with one
//! deck counts.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::lift::told;
use super::listing::START;
use super::yaml::{self, Fault};
use crate::deck::{DeckOptions, Diagnostic, Listed, Listing, Origin, Place};
use crate::message;

/// The text of a deck, not yet read as YAML.
#[derive(Debug, Clone, PartialEq)]
pub struct DeckFile {
    /// Where it comes from.
    pub origin: Origin,
    /// How messages call it.
    pub path: PathBuf,
    /// The name that it gives its deck, broken or not.
    pub name: Option<String>,
    /// What is in it, or why that can't be read.
    pub bytes: Result<Vec<u8>, Diagnostic>,
    /// What its folders say of its schedule.
    pub options: DeckOptions,
}

/// Which of several files with one deck counts: a file stands in for a shipped
/// one, and of two files the first counts. They are asked for in their order.
#[derive(Debug, Default)]
pub struct Names(HashMap<String, PathBuf>);

impl Names {
    /// Whether the deck of a file counts that calls it so.
    ///
    /// # Errors
    /// When another file has a deck of that name.
    pub fn take(&mut self, name: &str, listed: &Listed) -> Result<(), Diagnostic> {
        self.put(name, &listed.path, START)
    }

    fn put(&mut self, name: &str, path: &Path, place: Place) -> Result<(), Diagnostic> {
        let Some(first) = self.0.get(name) else {
            self.0.insert(name.to_owned(), path.to_owned());
            return Ok(());
        };
        let message = message!(
            "the deck '{name}' is in {} already",
            "'{name}': {} 파일에 이미 있는 덱입니다",
            first.display()
        );
        let fault = Fault::new("duplicate-deck", place, message).help(message!(
            "rename one of the decks, or delete the file",
            "한 덱의 이름을 바꾸거나 파일을 지우세요"
        ));
        Err(told(path, fault))
    }

    /// Whether a file has a deck of that name.
    pub fn have(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// The texts of all decks that there are to study, not yet read as YAML.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The decks: those in the binary that no file stands in for, then files,
    /// in the order of the paths and of their names.
    pub files: Vec<DeckFile>,
    /// What is wrong with the paths, folders and options.
    pub diagnostics: Vec<Diagnostic>,
}

impl Library {
    /// Looks for decks in `paths` (files or folders), and with `shipped` among
    /// those in the binary. A file stands in for the shipped deck of the same
    /// name; of two files with one name the first counts.
    pub fn find(paths: &[&Path], shipped: bool) -> Library {
        Library::find_with(paths, shipped, &|_| None)
    }

    /// The same with other texts in the place of files: of one that is open in
    /// an editor what stands there counts, saved or not.
    pub fn find_with(
        paths: &[&Path],
        shipped: bool,
        instead: &dyn Fn(&Path) -> Option<Vec<u8>>,
    ) -> Library {
        Library::of(Listing::find_with(paths, shipped, instead))
    }

    /// The same of the files of one folder, without those of the folders in it.
    pub fn beside(folder: &Path, instead: &dyn Fn(&Path) -> Option<Vec<u8>>) -> Library {
        Library::of(Listing::beside(folder, instead))
    }

    fn of(listing: Listing) -> Library {
        let mut diagnostics = listing.diagnostics;
        let mut names = Names::default();
        let mut files = Vec::new();
        let (ours, others): (Vec<Listed>, Vec<Listed>) = listing
            .files
            .into_iter()
            .partition(|listed| matches!(listed.origin, Origin::Shipped(_)));
        for listed in others {
            let bytes = listed.bytes().map(Cow::into_owned);
            let name = bytes.as_ref().ok().and_then(|bytes| deck_name(bytes));
            if let Some((name, place)) = &name
                && let Err(duplicate) = names.put(name, &listed.path, *place)
            {
                diagnostics.push(duplicate);
                continue;
            }
            let is_no_deck = |bytes: &Vec<u8>| name.is_none() && listed.is_no_deck(bytes);
            if bytes.as_ref().is_ok_and(is_no_deck) {
                continue;
            }
            files.push(listed.file(name.map(|(name, _)| name), bytes));
        }
        let ours = ours.into_iter().filter_map(|listed| {
            let bytes = listed.bytes().map(Cow::into_owned);
            let name = bytes.as_ref().ok().and_then(|bytes| deck_name(bytes));
            let name = name.map(|(name, _)| name);
            let stood_in_for = name.as_ref().is_some_and(|name| names.have(name));
            (!stood_in_for).then(|| listed.file(name, bytes))
        });
        Library {
            files: ours.chain(files).collect(),
            diagnostics,
        }
    }
}

impl Listed {
    fn file(self, name: Option<String>, bytes: Result<Vec<u8>, Diagnostic>) -> DeckFile {
        DeckFile {
            origin: self.origin,
            path: self.path,
            name,
            bytes,
            options: self.options,
        }
    }
}

/// The name that a deck file gives itself, found without reading it whole: it
/// tells which of two decks counts, even where the file is broken.
pub(crate) fn deck_name(bytes: &[u8]) -> Option<(String, Place)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let Some(value) = line.strip_prefix(b"deck:") else {
            continue;
        };
        let value = String::from_utf8_lossy(value);
        if !value.starts_with([' ', '\t']) {
            continue;
        }
        let value = value.trim();
        let value = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value.trim_start_matches(quote).split(quote).next(),
            _ => value.split(" #").next().map(str::trim_end),
        };
        let name = value.filter(|value| !value.is_empty())?.to_owned();
        return Some((
            name,
            Place {
                line: at + 1,
                column: 1,
                length: 4,
            },
        ));
    }
    let clean = yaml::clean(bytes).ok()?;
    let root = yaml::parse(&clean.text).ok()?.root;
    let node = root.get("deck")?;
    Some((node.text()?.trim().to_owned(), node.place))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use std::fs::{self, File};

    use super::*;
    use crate::deck::SHIPPED;

    /// A folder with these files in it.
    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    /// The names of the files found, and the codes of what is wrong.
    fn found(folder: &tempfile::TempDir, library: &Library) -> (Vec<String>, Vec<String>) {
        let short = |path: &Path| {
            path.strip_prefix(folder.path())
                .unwrap_or(path)
                .display()
                .to_string()
        };
        (
            library.files.iter().map(|file| short(&file.path)).collect(),
            library
                .diagnostics
                .iter()
                .map(|d| format!("{} {}", short(&d.path), d.code))
                .collect(),
        )
    }

    #[test]
    fn the_binary_holds_the_folder_of_decks() {
        let mut names: Vec<String> =
            fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("decks"))
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .filter(|name| name.ends_with(".yaml") || name.ends_with(".yml"))
                .collect();
        names.sort();
        let mut shipped: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
        shipped.sort_unstable();
        assert_eq!(names, shipped);
    }

    #[test]
    fn folders_are_searched_for_decks_and_nothing_else() {
        let folder = folder(&[
            ("b.yaml", "deck: b"),
            ("a.yml", "deck: a"),
            ("sub/deeper/c.yaml", "deck: c"),
            (".hidden.yaml", "deck: x"),
            (".git/y.yaml", "deck: y"),
            ("deck.schema.json", "{}"),
            ("notes.md", ""),
            ("options.yaml", "new_per_day: 5\nlearning_steps: [1m]"),
            ("config.yaml", "lang: ko"),
            ("sub/options.yaml", "new_per_day: 7"),
        ]);
        let library = Library::find(&[folder.path()], false);
        let (files, diagnostics) = found(&folder, &library);
        assert_eq!(files, ["a.yml", "b.yaml", "sub/deeper/c.yaml"]);
        assert_eq!(diagnostics, [] as [&str; 0]);
        let options: Vec<_> = library
            .files
            .iter()
            .map(|file| {
                (
                    file.options.new_per_day,
                    file.options.learning_steps.as_ref().map(Vec::len),
                )
            })
            .collect();
        assert_eq!(
            options,
            [(Some(5), Some(1)), (Some(5), Some(1)), (Some(7), Some(1))]
        );
    }

    #[test]
    fn a_folder_may_be_searched_alone() {
        let folder = folder(&[
            ("a.yaml", "deck: a"),
            ("b.yaml", "deck: b"),
            ("b-answers.yaml", "b/card: { correct: [x], wrong: [y] }\n"),
            ("options.yaml", "retention: 0.8"),
            ("sub/c.yaml", "deck: c"),
        ]);
        let open = |path: &Path| path.ends_with("a.yaml").then(|| b"deck: b".to_vec());
        let library = Library::beside(folder.path(), &open);
        let told = vec!["b.yaml duplicate-deck".to_owned()];
        assert_eq!(found(&folder, &library), (vec!["a.yaml".to_owned()], told));
        assert_eq!(library.files[0].options.retention, Some(0.8));
    }

    #[test]
    fn a_table_of_answers_beside_decks_is_left_alone() {
        let folder = folder(&[
            ("a.yaml", "deck: a"),
            ("a-answers.yaml", "a/card: { correct: [x], wrong: [y] }\n"),
            ("broken.yaml", "title: no name\n"),
        ]);
        let library = Library::find(&[folder.path()], false);
        let decks = ["a.yaml", "broken.yaml"].map(str::to_owned).to_vec();
        assert_eq!(found(&folder, &library), (decks, vec![]));
        let named = folder.path().join("a-answers.yaml");
        let library = Library::find(&[&named], false);
        let named = vec!["a-answers.yaml".to_owned()];
        assert_eq!(found(&folder, &library), (named, vec![]));
    }

    #[test]
    fn one_deck_of_a_name_counts() {
        let folder = folder(&[
            ("1.yaml", "# first\ndeck: \"same\" # yes\n"),
            ("2.yaml", "title: x\ndeck: same\n"),
            ("3.yaml", "{ title: x, deck: same }"),
            ("home.yaml", "deck: ai-terms\nbroken: ["),
            ("nameless.yaml", "title: x"),
            ("nameless-too.yaml", "title: x"),
        ]);
        let library = Library::find(&[folder.path()], true);
        let (files, diagnostics) = found(&folder, &library);
        assert_eq!(
            files,
            [
                "<shipped>/deepseek-shock.yaml",
                "1.yaml",
                "home.yaml",
                "nameless-too.yaml",
                "nameless.yaml"
            ]
        );
        assert_eq!(
            diagnostics,
            ["2.yaml duplicate-deck", "3.yaml duplicate-deck"]
        );
        assert_eq!(
            (
                library.diagnostics[0].place.line,
                library.diagnostics[1].place.line
            ),
            (2, 1)
        );
    }

    #[test]
    fn a_path_named_twice_counts_once() {
        let folder = folder(&[("a.yaml", "deck: a"), ("options.yaml", "retention: 0.8")]);
        let file = folder.path().join("a.yaml");
        let library = Library::find(&[&file, folder.path(), &file], false);
        assert_eq!(
            found(&folder, &library),
            (vec!["a.yaml".to_owned()], vec![])
        );
        assert_eq!(library.files[0].options.retention, Some(0.8));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let folder = folder(&[(
            "options.yaml",
            "new_per_day: many\nretention: 2\nlearnign_steps: [1m]\n",
        )]);
        let large = folder.path().join("large.yaml");
        File::create(&large)
            .unwrap()
            .set_len(100 * 1024 * 1024)
            .unwrap();
        let missing = folder.path().join("missing.yaml");
        let library = Library::find(&[folder.path(), &missing], false);
        let (files, diagnostics) = found(&folder, &library);
        assert_eq!(files, ["large.yaml"]);
        assert_eq!(
            library.files[0].bytes.as_ref().unwrap_err().code,
            "too-large"
        );
        assert_eq!(
            diagnostics,
            [
                "options.yaml bad-option",
                "options.yaml bad-option",
                "options.yaml unknown-key",
                "missing.yaml unreadable"
            ]
        );
    }

    #[test]
    fn options_named_by_themselves_are_options() {
        let folder = folder(&[("options.yaml", "retention: 2\n"), ("a.yaml", "deck: a")]);
        let options = folder.path().join("options.yaml");
        let library = Library::find(&[&options], false);
        let told = vec!["options.yaml bad-option".to_owned()];
        assert_eq!(found(&folder, &library), (vec![], told));
        // What an editor has in its place counts.
        let open = |path: &Path| (path == options).then(|| b"retention: 0.8".to_vec());
        let library = Library::find_with(&[folder.path()], false, &open);
        let decks = vec!["a.yaml".to_owned()];
        assert_eq!(found(&folder, &library), (decks, vec![]));
        assert_eq!(library.files[0].options.retention, Some(0.8));
    }

    #[test]
    fn options_may_end_in_yml_and_of_both_one_counts() {
        let retention = |files: &[(&str, &str)], named: &str| {
            let folder = folder(files);
            let library = Library::find(&[&folder.path().join(named)], false);
            let first = library.files.first();
            let retention = first.and_then(|file| file.options.retention);
            (retention, found(&folder, &library).1)
        };
        let deck = ("a.yaml", "deck: a");
        let yml = ("options.yml", "retention: 0.8");
        let yaml = ("options.yaml", "retention: 0.9");
        let none: Vec<String> = vec![];
        let both = vec!["options.yml duplicate-options".to_owned()];
        for (files, named, expected) in [
            (&[deck, yml][..], "", (Some(0.8), none.clone())),
            (&[deck, yml], "a.yaml", (Some(0.8), none.clone())),
            (&[deck, yml], "options.yml", (None, none)),
            (&[deck, yml, yaml], "", (Some(0.9), both.clone())),
            (&[deck, yml, yaml], "options.yml", (None, both)),
        ] {
            assert_eq!(retention(files, named), expected, "{files:?} {named}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn loops_and_devices_end_the_search_nowhere() {
        use std::os::unix::fs::symlink;
        let folder = folder(&[("sub/a.yaml", "deck: a")]);
        symlink(folder.path(), folder.path().join("sub/loop")).unwrap();
        symlink(folder.path().join("sub"), folder.path().join("again")).unwrap();
        symlink("/dev/zero", folder.path().join("zero.yaml")).unwrap();
        symlink(
            folder.path().join("nowhere"),
            folder.path().join("dead.yaml"),
        )
        .unwrap();
        let library = Library::find(&[folder.path()], false);
        let (files, _) = found(&folder, &library);
        assert_eq!(files, ["again/a.yaml", "dead.yaml", "zero.yaml"]);
        let codes: Vec<_> = library
            .files
            .iter()
            .map(|file| file.bytes.as_ref().err().map(|d| d.code))
            .collect();
        assert_eq!(codes, [None, Some("unreadable"), Some("unreadable")]);
    }
}
