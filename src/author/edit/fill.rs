//! A text behind a key that stands there with nothing.

use saphyr_parser::ScalarStyle;

use super::outline::Kind;
use super::page::{Edit, Effect, Page, Splice, node_at};

impl Page {
    /// Lets the key at `path`, behind which nothing is said (`id:`, `id: ~`,
    /// `id: ""`), say `text`, which must be a plain scalar. `None` where something
    /// is, or it is written in a way that leaves no room for it.
    pub fn fill(&self, path: &[usize], text: &str) -> Option<Edit> {
        let (at, above) = path.split_last()?;
        let Kind::Map(entries) = &self.spots.at(above)?.kind else {
            return None;
        };
        let (key, value) = entries.get(*at)?;
        let Kind::Scalar(style) = value.kind else {
            return None;
        };
        if !node_at(&self.root, path)?.is_blank() {
            return None;
        }
        let written = self.text.get(value.span.clone())?;
        let (at, by) = match style {
            // Where nothing is written there is no place but behind the colon.
            ScalarStyle::Plain if written.trim().is_empty() => {
                let behind = self.text.get(key.span.end..)?;
                let colon = behind.len() - behind.trim_start().strip_prefix(':')?.len();
                let at = key.span.end + colon;
                (at..at, format!(" {text}"))
            }
            // An anchor stays.
            ScalarStyle::Plain if written.starts_with('&') && !written.trim().contains(' ') => {
                let at = value.span.start + written.trim_end().len();
                (at..at, format!(" {text}"))
            }
            ScalarStyle::Plain => (value.span.clone(), text.to_owned()),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let inside = value.span.start + 1..value.span.end.checked_sub(1)?;
                (inside, text.to_owned())
            }
            ScalarStyle::Literal | ScalarStyle::Folded => return None,
        };
        Some(Edit {
            splices: vec![Splice { at, text: by }],
            effects: vec![Effect::Says {
                path: path.to_vec(),
                text: text.to_owned(),
            }],
        })
    }
}
