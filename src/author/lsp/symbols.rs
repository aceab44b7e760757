//! What there is in a deck, for the editor's outline: its facts and cards.

use lsp_types::{DocumentSymbol, SymbolKind};

use super::position::Text;
use super::view::View;
use crate::author::gist::gist;
use crate::deck::yaml::Node;
use crate::text::safe_line;

/// The facts and cards of the document, each under its key.
pub(super) fn symbols(view: &View<'_>) -> Vec<DocumentSymbol> {
    // The places of an older reading may be none of this text.
    let Some(root) = view.document.sheet.tree() else {
        return Vec::new();
    };
    let text = &view.document.text;
    let mut symbols = Vec::new();
    for key in ["facts", "cards"] {
        let (Some(name), Some(value)) = (root.key(key), root.get(key)) else {
            continue;
        };
        let of_facts = value.entries().iter().map(|(name, node)| {
            let label = name.text().unwrap_or_default();
            let figure = view.fact(label).map(|fact| fact.figure.format(view.lang));
            symbol(text, label, figure, SymbolKind::CONSTANT, name, node)
        });
        let of_cards = value.items().iter().map(|node| {
            let gist = gist(node, view.lang);
            let (named, at) = match node.get("id") {
                Some(id) => (id.text().unwrap_or_default(), id),
                None => (gist.as_str(), node),
            };
            symbol(text, named, Some(gist.clone()), SymbolKind::FIELD, at, node)
        });
        let children = of_facts.chain(of_cards).collect();
        symbols.push(DocumentSymbol {
            children: Some(children),
            ..symbol(text, key, None, SymbolKind::NAMESPACE, name, value)
        });
    }
    symbols
}

/// A symbol that is named `at` a node and reaches to the end of another.
fn symbol(
    text: &Text,
    name: &str,
    detail: Option<String>,
    kind: SymbolKind,
    at: &Node,
    node: &Node,
) -> DocumentSymbol {
    let selection = text.bytes_of(at.place);
    let start = selection.start.min(text.bytes_of(node.place).start);
    let end = text.end_of_row(node.end_line()).max(selection.end);
    let name = safe_line(name.trim());
    // Editors refuse a symbol without a name.
    let name = if name.is_empty() {
        "?".to_owned()
    } else {
        name
    };
    #[allow(deprecated)]
    DocumentSymbol {
        name,
        detail: detail.map(|detail| safe_line(&detail)),
        kind,
        tags: None,
        deprecated: None,
        range: text.range(start..end),
        selection_range: text.range(selection),
        children: None,
    }
}
