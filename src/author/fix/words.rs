//! What an id is made of.

use crate::deck::gaps;
use crate::deck::yaml::Node;
use crate::text::Lang;

/// What an entry asks, else its answer.
pub(super) fn words(node: &Node, language: Lang) -> String {
    let in_any = |key: &str| {
        [
            key.to_owned(),
            format!("{key}.{language}"),
            format!("{key}.{}", language.other()),
        ]
        .iter()
        .find_map(|key| node.get(key).and_then(Node::text).map(str::to_owned))
    };
    if let Some(cloze) = in_any("cloze") {
        return bare(&cloze);
    }
    let listed = || {
        let items = ["compare", "order", "list"]
            .iter()
            .find_map(|key| node.get(key))?;
        let items: Vec<&str> = items.items().iter().filter_map(Node::text).collect();
        Some(items.join(" "))
    };
    in_any("ask")
        .or_else(listed)
        .or_else(|| in_any("answer"))
        .unwrap_or_default()
}

/// A cloze with what its gaps hide in their places.
fn bare(cloze: &str) -> String {
    let mut bare = String::with_capacity(cloze.len());
    let mut from = 0;
    for (at, gap) in gaps(cloze) {
        bare.push_str(cloze.get(from..at).unwrap_or_default());
        bare.push_str(gap.answer);
        let rest = cloze.get(at..).unwrap_or_default();
        let length = rest
            .find(gap.answer)
            .and_then(|start| rest.get(start..)?.find("}}").map(|end| start + end + 2));
        from = at + length.unwrap_or(rest.len());
    }
    bare.push_str(cloze.get(from..).unwrap_or_default());
    bare
}
