//! What can be written where the cursor stands, as the protocol has it: of all that
//! is offered there what fits what was typed, first what begins with it.

use lsp_types::{
    CompletionItem, CompletionList, CompletionTextEdit, Documentation, InsertTextFormat,
    MarkupContent, MarkupKind, TextEdit,
};

use super::offer::{Offer, offers};
use super::spot::locate;
use super::view::View;
use crate::order::Order as _;
use crate::text::safe_line;

/// More than these are not sent; the editor asks again for what is typed on.
const MOST: usize = 200;

/// What can be written at the byte `offset`.
pub(super) fn complete(view: &View<'_>, offset: usize) -> CompletionList {
    let spot = locate(view.document.text.as_str(), offset);
    let (offers, range) = offers(view, &spot, offset);
    let typed = view
        .document
        .text
        .get(range.start..offset)
        .trim_start_matches(['"', '\'']);
    let typed = typed.to_lowercase();
    let fits = |offer: &Offer| begins_a_word(&offer.label.to_lowercase(), &typed);
    let fitting = || offers.iter().filter(|offer| fits(offer));
    // Those that begin so come first, whatever the editor makes of the rest.
    let mut sorted: Vec<&Offer> = fitting().collect();
    sorted.order_by_key(|offer| !offer.label.to_lowercase().starts_with(&typed));
    let is_incomplete = sorted.len() > MOST;
    let range = view.document.text.range(range);
    let items = sorted.into_iter().take(MOST).enumerate();
    CompletionList {
        is_incomplete,
        items: items
            .map(|(at, offer)| item(view, offer, at, range))
            .collect(),
    }
}

/// Whether a word of `label`, or of an id in it, begins with what is typed.
fn begins_a_word(label: &str, typed: &str) -> bool {
    let begins = |at: usize| {
        let before = label.get(..at).unwrap_or_default();
        !before.ends_with(char::is_alphanumeric)
    };
    typed.is_empty() || label.match_indices(typed).any(|(at, _)| begins(at))
}

fn item(view: &View<'_>, offer: &Offer, at: usize, range: lsp_types::Range) -> CompletionItem {
    let insert = offer.insert.as_deref().unwrap_or(&offer.label);
    let snippet = view.snippets && insert.contains("$0");
    let insert = if snippet {
        insert.to_owned()
    } else {
        insert.replace("$0", "")
    };
    let markdown = |value: &String| {
        Documentation::MarkupContent(MarkupContent {
            kind: MarkupKind::Markdown,
            value: value.clone(),
        })
    };
    CompletionItem {
        label: safe_line(&offer.label),
        kind: Some(offer.kind),
        detail: offer.detail.as_deref().map(safe_line),
        documentation: offer.about.as_ref().map(markdown),
        sort_text: Some(format!("{at:03}")),
        filter_text: Some(offer.label.clone()),
        insert_text_format: snippet.then_some(InsertTextFormat::SNIPPET),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit {
            range,
            new_text: insert,
        })),
        ..CompletionItem::default()
    }
}
