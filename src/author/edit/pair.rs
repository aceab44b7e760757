//! A key more in a mapping, at any place among its others.

use super::outline::{Kind, Spot};
use super::page::{Edit, Effect, Page, Splice, node_at};
use crate::deck::yaml;

impl Page {
    /// Gives the mapping at `path` a key behind the one at the position `at`, with
    /// a value as it is written in a line. `None` where it is not written here but
    /// by an alias, or in a way that leaves no room for one.
    pub fn pair(&self, path: &[usize], at: usize, key: &str, value: &str) -> Option<Edit> {
        let spot = self.spots.at(path)?;
        let Kind::Map(entries) = &spot.kind else {
            return None;
        };
        let (first, before) = (entries.first()?.0.span.start, entries.get(at)?);
        let braced = self.text.get(..first)?.trim_end().ends_with('{');
        let line = self.text.get(..first)?.rsplit('\n').next()?;
        // Keys of a block stand below each other.
        let indent = " ".repeat(line.chars().count());
        let end = self.line_end(first);
        let behind = self.written_to(&before.1);
        let next = entries.get(at + 1).map(|(next, _)| next.span.start);
        let (at_byte, text) = match (behind, next, braced) {
            (Some(behind), _, true) => (behind, format!(", {key}: {value}")),
            // Comments stay where they are: behind the line, or above the next key.
            (Some(behind), _, false) => {
                let rest = self.text.get(behind..)?.split('\n').next()?;
                let line = behind + rest.trim_end_matches('\r').len();
                (line, format!("{end}{indent}{key}: {value}"))
            }
            (None, Some(next), true) => (next, format!("{key}: {value}, ")),
            (None, Some(next), false) => (next, format!("{key}: {value}{end}{indent}")),
            (None, None, _) => return None,
        };
        Some(Edit {
            splices: vec![Splice {
                at: at_byte..at_byte,
                text,
            }],
            effects: vec![Effect::Has {
                path: path.to_vec(),
                position: at + 1,
                key: key.to_owned(),
                value: yaml::parse(value).ok()?.root,
            }],
        })
    }

    /// Where a scalar ends that is no block of lines.
    fn written_to(&self, spot: &Spot) -> Option<usize> {
        let scalar = matches!(spot.kind, Kind::Scalar(_));
        let written = self.text.get(spot.span.clone())?;
        let block = written.ends_with('\n') || written.starts_with(['|', '>']);
        (scalar && !block && !written.is_empty()).then_some(spot.span.end)
    }

    /// The path of the first node of which something is so.
    pub fn find(&self, is_it: &dyn Fn(&yaml::Node) -> bool) -> Option<Vec<usize>> {
        let mut open = vec![Vec::new()];
        while let Some(path) = open.pop() {
            let node = node_at(&self.root, &path)?;
            if is_it(node) {
                return Some(path);
            }
            let below = node.items().len().max(node.entries().len());
            open.extend((0..below).rev().map(|at| [path.as_slice(), &[at]].concat()));
        }
        None
    }
}
