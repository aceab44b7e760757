//! Which folders are looked through.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use std::cell::RefCell;

use lsp_types::TextDocumentContentChangeEvent;

use super::*;
use crate::author::lsp::Standing;
use crate::deck::{CardId, Library};
use crate::figure::Date;

/// A world of nothing, which keeps count of the folders that are looked through.
#[derive(Default)]
struct Nothing {
    looked: RefCell<Vec<PathBuf>>,
}

impl Around for Nothing {
    fn today(&self) -> Option<Date> {
        None
    }

    fn place(&self, file: &Path) -> (PathBuf, PathBuf) {
        (file.to_owned(), file.parent().unwrap().to_owned())
    }

    fn library(&self, folder: &Path, _: &dyn Fn(&Path) -> Option<Vec<u8>>) -> Library {
        self.looked.borrow_mut().push(folder.to_owned());
        Library::default()
    }

    fn log(&self) -> Log {
        Log::default()
    }

    fn standings(&self, _: &[CardId]) -> Vec<(CardId, Standing)> {
        Vec::new()
    }
}

/// The folders looked through from the opening of a file to its close, with a
/// save and this change between.
fn looked(address: &str, text: &str, then: &str) -> Vec<Vec<PathBuf>> {
    let (mut desk, world) = (Desk::default(), Nothing::default());
    let uri: Uri = address.parse().unwrap();
    let mut steps = Vec::new();
    let mut step = || steps.push(world.looked.take());
    desk.open(uri.clone(), 1, text.to_owned(), &world);
    desk.tell(Lang::En, &world);
    step();
    desk.look_again(&world);
    step();
    let change = TextDocumentContentChangeEvent {
        range: None,
        range_length: None,
        text: then.to_owned(),
    };
    desk.change(&uri, 2, &[change]);
    desk.tell(Lang::En, &world);
    step();
    desk.close(&uri, &world);
    step();
    steps
}

#[test]
fn the_folder_of_what_is_no_deck_is_none_of_ours() {
    let here = || vec![PathBuf::from("/here")];
    let none = Vec::new;
    for (address, text, then, expected) in [
        (
            "file:///here/compose.yaml",
            "services: {}\n",
            "services: { a: b }\n",
            [none(), none(), none(), none()],
        ),
        (
            "file:///here/news.yaml",
            "deck: news\n",
            "deck: news\ntitle: News\n",
            [here(), here(), none(), none()],
        ),
        // One is about to be written.
        (
            "file:///here/news.yaml",
            "",
            "cards:\n",
            [none(), none(), here(), none()],
        ),
        (
            "file:///here/options.yaml",
            "",
            "retention: 0.9\n",
            [here(), here(), none(), none()],
        ),
        // What is on another machine has no folder here.
        (
            "file://%ff%00/news.yaml",
            "deck: news\n",
            "deck: other\n",
            [none(), none(), none(), none()],
        ),
    ] {
        assert_eq!(looked(address, text, then), expected, "{address} {text:?}");
    }
}
