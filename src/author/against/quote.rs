//! Labels in the words of an article, with an ellipsis where the figure stands:
//! the figure that is meant is the one of that place, and what else the label
//! says is of that sentence.

use super::Verdict;
use super::article::Read;
use super::claim::{Claim, What};
use super::deck::{Entry, Written};
use super::figures::{Held, held};

/// What stands for the figure.
const GAP: char = '…';
/// So many characters before the figure are held against the article, and so
/// many behind it, where a label may end a sentence otherwise.
const HELD: (usize, usize) = (24, 3);
/// Fewer of them stand in many a place.
const FEWEST: usize = 6;

/// The labels of a deck that are in the words of an article.
pub(super) struct Quotes {
    /// For each entry which of the article's figures its label leaves out.
    of_entries: Vec<Option<usize>>,
}

impl Quotes {
    /// The labels of a deck's `entries`, held against an article.
    pub fn of(deck: &Written<'_>, entries: &[Entry<'_>], read: &Read) -> Quotes {
        let mut flat = String::new();
        let of_entries = entries.iter().map(|entry| {
            let labels = entry.said("label", deck.language);
            labels.into_iter().find_map(|(_, _, node)| {
                let label = node.text().filter(|label| label.contains(GAP))?;
                if flat.is_empty() {
                    // Byte for byte as long as the text.
                    flat = read.prose.text().replace(['\n', '\t'], " ");
                }
                figure(label, &flat, read)
            })
        });
        Quotes {
            of_entries: of_entries.collect(),
        }
    }

    /// The verdict on a claim of an entry whose label is of this article.
    pub fn verdict(&self, claim: &Claim<'_>, read: &Read) -> Option<Verdict> {
        let at = (*self.of_entries.get(claim.entry?)?)?;
        let found = read.figures.get(at)?;
        let line = found.line;
        let is_label = claim.key.split('.').next() == Some("label");
        match &claim.what {
            What::Figure(figure) if claim.is_main() => {
                let written = read.prose.at(&found.span).to_owned();
                match held(figure, found) {
                    Held::Same => Some(Verdict::Found { line }),
                    Held::OtherUnit => None,
                    Held::Other => Some(Verdict::Missing {
                        nearest: Some((written, line)),
                    }),
                }
            }
            _ if is_label => {
                let sentence = read.prose.sentence_of(found.span.start);
                let sentence = read.prose.sentences().get(sentence)?;
                let here = read.prose.at(sentence).contains(claim.written.as_str());
                here.then_some(Verdict::Found { line })
            }
            _ => None,
        }
    }
}

/// Which of an article's figures stands where a label has its ellipsis.
fn figure(label: &str, flat: &str, read: &Read) -> Option<usize> {
    label.match_indices(GAP).find_map(|(at, _)| {
        let (before, behind) = (label.get(..at)?, label.get(at + GAP.len_utf8()..)?);
        let before = before.rsplit(GAP).next().unwrap_or_default();
        let from = before.char_indices().rev().nth(HELD.0 - 1);
        let before = before.get(from.map_or(0, |(at, _)| at)..)?;
        let behind: String = behind.chars().take(HELD.1).collect();
        if before.chars().count() + behind.chars().count() < FEWEST {
            return None;
        }
        let is_here = |end: usize| {
            let found = read
                .figures
                .binary_search_by_key(&end, |found| found.span.start);
            let found = found.ok()?;
            let rest = flat.get(read.figures.get(found)?.span.end..)?;
            rest.starts_with(behind.as_str()).then_some(found)
        };
        if before.trim().is_empty() {
            let starts = read.figures.iter().map(|found| found.span.start);
            return starts.into_iter().find_map(is_here);
        }
        let places = flat.match_indices(before);
        places.map(|(at, _)| at + before.len()).find_map(is_here)
    })
}
