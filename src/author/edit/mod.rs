//! Writing YAML safely: an author's file stays as it is but for the one edit.
//!
//! An [`edit`](Edit) is a few bytes put in at a spot that the events of the
//! parser tell, together with what it means for the tree. It counts only if
//! the text with it is read as the old tree with that one change: comments,
//! anchors, folding and layout are never written anew, so nothing of them can
//! be lost. `write` brings the bytes to the disk.

mod append;
mod fill;
mod flow;
mod outline;
mod page;
mod pair;
mod quoted;
#[cfg(test)]
mod tests;
mod write;

pub(super) use append::laid;
pub(super) use flow::in_brackets;
pub(super) use page::{Edit, Page, admit, node_at};
pub use write::{Unwritten, replace, writable, write_new};
