//! What is told of what the pointer is on.

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind};

use super::mention::{Mention, mention};
use super::prose;
use super::slot::Slot;
use super::spot::{Role, locate};
use super::view::View;
use crate::deck::format::split;

/// What is told of the byte `offset`.
pub(super) fn hover(view: &View<'_>, offset: usize) -> Option<Hover> {
    let text = &view.document.text;
    let (value, range) = match mention(text, offset) {
        Some((Mention::Fact(name), range)) => (prose::fact(view, &name)?, range),
        Some((Mention::Source(name), range)) => (prose::source(view, &name)?, range),
        Some((Mention::Id(name) | Mention::Entry(name), range)) => {
            let full = view.full(&name)?;
            let fact = || prose::fact(view, &name);
            (prose::entry(view, &full).or_else(fact)?, range)
        }
        None => {
            let spot = locate(text.as_str(), offset);
            let Slot::Key(of) = Slot::at(&spot) else {
                return None;
            };
            if spot.role != Role::Key || spot.range.is_empty() {
                return None;
            }
            let name = text.get(spot.range.clone());
            let name = split(name.trim_matches(['"', '\''])).0;
            let about = prose::key(of, name, view.lang)?;
            (format!("**{}**\n\n{about}", prose::plain(name)), spot.range)
        }
    };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent {
            kind: MarkupKind::Markdown,
            value,
        }),
        range: Some(text.range(range)),
    })
}
