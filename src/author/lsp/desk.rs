//! All documents that are open, among the decks of their folders: what they
//! say, and what is wrong with them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use lsp_types::{DiagnosticSeverity, NumberOrString, Uri};

use super::around::{Around, Log};
use super::document::Document;
use super::file;
use super::position::Text;
use super::view::View;
use crate::author::check::{Setting, findings};
use crate::author::learner::Histories;
use crate::author::sheet::Sheet;
use crate::author::shelf::Shelf;
use crate::author::world::World;
use crate::deck::{Diagnostic, Severity};
use crate::text::Lang;

/// The documents that are open.
#[derive(Debug, Default)]
pub(super) struct Desk {
    documents: BTreeMap<String, Document>,
    folders: BTreeMap<PathBuf, Folder>,
    log: Log,
}

/// A folder of decks, as it was last looked through.
#[derive(Debug, Default)]
struct Folder {
    /// Its decks, of open ones as they were then.
    shelf: Shelf,
    /// What is wrong beyond single decks, as two of one name.
    told: Vec<Diagnostic>,
}

/// What the editor is to be told of a document.
pub(super) struct Told {
    pub uri: Uri,
    pub version: i32,
    pub diagnostics: Vec<lsp_types::Diagnostic>,
}

impl Desk {
    /// A document was opened.
    pub fn open(&mut self, uri: Uri, version: i32, text: String, around: &dyn Around) {
        let place = file::path(&uri).map(|path| around.place(&path));
        let (path, folder) = match place {
            Some((path, folder)) => (path, Some(folder)),
            None => (PathBuf::from(uri.as_str()), None),
        };
        let name = uri.as_str().to_owned();
        let document = Document::new(uri, path, folder.clone(), version, text);
        let belongs = document.belongs_to_decks();
        self.documents.insert(name, document);
        if let Some(folder) = folder.filter(|_| belongs) {
            self.look(&folder, around);
        }
    }

    /// A document was changed: each change is a range, or none for the whole,
    /// and what stands there now.
    pub fn change(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: &[lsp_types::TextDocumentContentChangeEvent],
    ) {
        let Some(document) = self.documents.get_mut(uri.as_str()) else {
            return;
        };
        let mut text = None;
        for change in changes {
            let before = text.as_ref().unwrap_or(&document.text);
            text = Some(match change.range {
                Some(range) => before.replaced(range, &change.text),
                None => Text::new(change.text.clone()),
            });
        }
        if let Some(text) = text {
            document.change(version, text);
        }
    }

    /// A document was closed: the file counts again.
    pub fn close(&mut self, uri: &Uri, around: &dyn Around) -> Option<Told> {
        let document = self.documents.remove(uri.as_str())?;
        if let Some(folder) = &document.folder
            && self.folders.contains_key(folder)
        {
            let mut others = self.documents.values();
            if others.any(|other| other.folder.as_ref() == Some(folder)) {
                self.look(folder, around);
            } else {
                self.folders.remove(folder);
            }
        }
        Some(Told {
            uri: document.uri,
            version: document.version,
            diagnostics: Vec::new(),
        })
    }

    /// Files may have changed on the disk.
    pub fn look_again(&mut self, around: &dyn Around) {
        let folders: Vec<PathBuf> = self.folders.keys().cloned().collect();
        for folder in folders {
            self.look(&folder, around);
        }
    }

    /// Reads what changed in a folder, and the log.
    fn look(&mut self, folder: &Path, around: &dyn Around) {
        let documents = &self.documents;
        let open = |path: &Path| {
            let mut all = documents.values();
            let document = all.find(|document| document.path == path)?;
            Some(document.text.as_str().as_bytes().to_vec())
        };
        let library = around.library(folder, &open);
        let there = self.folders.entry(folder.to_owned()).or_default();
        there.shelf.take(library.files);
        there.told = library.diagnostics;
        self.log = around.log();
        for document in self.documents.values_mut() {
            if document.folder.as_deref() == Some(folder) {
                document.stale = true;
                document.listed_as = document.name();
            }
        }
    }

    /// Whether something changed that no editor was told of.
    pub fn waits(&self) -> bool {
        self.documents.values().any(|document| document.stale)
    }

    /// Checks what changed, and what else is open in its folder; gives what
    /// the editor does not know yet.
    pub fn tell(&mut self, lang: Lang, around: &dyn Around) -> Vec<Told> {
        self.read_names(around);
        let stale: HashSet<Option<PathBuf>> = self
            .documents
            .values()
            .filter(|document| document.stale)
            .map(|document| document.folder.clone())
            .collect();
        for document in self.documents.values_mut() {
            document.refresh();
        }
        let mut found: Vec<(String, Vec<Diagnostic>)> = Vec::new();
        for folder in stale {
            found.extend(self.check(folder.as_deref(), around));
        }
        let mut told = Vec::new();
        for (name, diagnostics) in found {
            let Some(document) = self.documents.get_mut(&name) else {
                continue;
            };
            document.stale = false;
            document.found = diagnostics;
            let each = document.found.iter();
            let diagnostics: Vec<_> = each
                .map(|found| shown(&document.text, found, lang))
                .collect();
            // Whoever counts versions wants to hear of this one, changed or not.
            let news = Some((document.version, diagnostics.clone()));
            if document.told == news {
                continue;
            }
            document.told = news;
            told.push(Told {
                uri: document.uri.clone(),
                version: document.version,
                diagnostics,
            });
        }
        told
    }

    /// A deck that takes another name may be the second of that name, and what
    /// becomes a deck belongs with others.
    fn read_names(&mut self, around: &dyn Around) {
        let mut changed: BTreeSet<PathBuf> = BTreeSet::new();
        for document in self
            .documents
            .values_mut()
            .filter(|document| document.stale)
        {
            document.refresh();
            let looked = |folder: &PathBuf| self.folders.contains_key(folder);
            let is_new =
                document.belongs_to_decks() && !document.folder.as_ref().is_some_and(looked);
            if is_new || document.listed_as != document.name() {
                changed.extend(document.folder.clone());
            }
        }
        for folder in changed {
            self.look(&folder, around);
        }
    }

    /// What is wrong with the open documents of a folder; of all without one.
    fn check(&self, folder: Option<&Path>, around: &dyn Around) -> Vec<(String, Vec<Diagnostic>)> {
        let there = folder.and_then(|folder| self.folders.get(folder));
        let is_in = |document: &&Document| document.folder.as_deref() == folder;
        let open: Vec<&Document> = self.documents.values().filter(is_in).collect();
        let listed = there.map(|there| there.shelf.sheets()).unwrap_or_default();
        let twice = |document: &Document| {
            there
                .into_iter()
                .flat_map(|there| &there.told)
                .any(|told| told.path == document.path && told.code == "duplicate-deck")
        };
        let second = |document: &Document| {
            let mut told = there.into_iter().flat_map(|there| &there.told);
            told.find(|told| told.path == document.path && told.code == "duplicate-options")
        };
        let mut sheets: Vec<&Sheet<'static>> = listed
            .iter()
            .map(|sheet| {
                let mut open = open.iter();
                let document = open.find(|document| document.path == *sheet.path);
                document.map_or(sheet, |document| &document.sheet)
            })
            .collect();
        // New files, and those that are named like none.
        let unlisted = |document: &&&Document| {
            let mut listed = listed.iter();
            !document.is_beside_decks() && !listed.any(|sheet| *sheet.path == *document.path)
        };
        let others = open
            .iter()
            .filter(unlisted)
            .filter(|document| !twice(document));
        sheets.extend(others.map(|document| &document.sheet));
        // Options beside no deck, sound or not, are of some other program.
        let beside_decks = sheets.iter().any(|sheet| sheet.is_meant_as_deck());
        let mut world = World::new(sheets, around.today(), &self.log.flags);
        world.histories = Histories::new(&self.log.histories);
        open.iter()
            .map(|document| {
                let name = document.uri.as_str().to_owned();
                if document.is_options() {
                    let found = match second(document) {
                        _ if !beside_decks => Vec::new(),
                        Some(told) => vec![told.clone()],
                        None => document.options_told(),
                    };
                    return (name, found);
                }
                let mut found = if !document.is_deck() {
                    Vec::new()
                } else if twice(document) {
                    // As everywhere: the other one counts, this is not looked into.
                    Vec::new()
                } else {
                    findings(&document.sheet, &world, &Setting::default()).0
                };
                let beyond = there.into_iter().flat_map(|there| &there.told);
                let beyond = beyond.filter(|told| told.path == document.path);
                found.extend(beyond.map(|told| at_name(told, document)));
                (name, found)
            })
            .collect()
    }

    /// What a request about a document looks at.
    pub fn view<'d>(
        &'d mut self,
        uri: &Uri,
        fresh: bool,
        lang: Lang,
        snippets: bool,
        around: &'d dyn Around,
    ) -> Option<View<'d>> {
        if fresh {
            self.documents.get_mut(uri.as_str())?.refresh();
        }
        let document = self.documents.get(uri.as_str())?;
        let folder = document.folder.as_deref();
        let there = folder.and_then(|folder| self.folders.get(folder));
        let is_open = |path: &Path| self.documents.values().any(|other| other.path == *path);
        let on_disk = there.into_iter().flat_map(|there| there.shelf.sheets());
        let on_disk = on_disk.filter(|sheet| !is_open(&sheet.path));
        let open = self.documents.values().filter(|other| {
            other.folder.is_some() && other.folder == document.folder && other.uri != document.uri
        });
        let others = on_disk.chain(open.flat_map(Document::readings)).collect();
        Some(View {
            document,
            others,
            log: &self.log,
            lang,
            snippets,
            around,
        })
    }
}

/// A finding about the name of a deck, where that is now.
fn at_name(told: &Diagnostic, document: &Document) -> Diagnostic {
    let root = document.sheet.root();
    let key = root.and_then(|root| root.key("deck")).map(|key| key.place);
    Diagnostic {
        place: key
            .filter(|_| told.code == "duplicate-deck")
            .unwrap_or(told.place),
        ..told.clone()
    }
}

/// A finding as the protocol has it.
pub(super) fn shown(text: &Text, found: &Diagnostic, lang: Lang) -> lsp_types::Diagnostic {
    let severity = match found.severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
    };
    lsp_types::Diagnostic {
        range: text.range(text.bytes_of(found.place)),
        severity: Some(severity),
        code: Some(NumberOrString::String(found.code.to_owned())),
        source: Some("dateline".to_owned()),
        message: found.sentence(lang),
        ..lsp_types::Diagnostic::default()
    }
}

#[cfg(test)]
mod tests;
