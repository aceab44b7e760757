//! What stands in a line of YAML.

use super::Style;

/// How many spaces a text begins with.
pub(super) fn leading(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// How long a dash is, with the spaces behind it.
pub(super) fn dash(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('-')?;
    (rest.is_empty() || rest.starts_with([' ', '\r'])).then(|| 1 + leading(rest))
}

/// Where the comment of a line begins.
pub(super) fn comment(line: &str) -> Option<usize> {
    line.find(" #")
}

/// Where the colon that ends a plain key stands.
pub(super) fn colon(line: &str) -> Option<usize> {
    line.match_indices(':').map(|(at, _)| at).find(|at| {
        let behind = line.get(at + 1..).unwrap_or_default();
        behind.is_empty() || behind.starts_with([' ', '\t', '\r'])
    })
}

/// How much of a text, which begins without quotes within brackets or braces, is
/// one on its first line.
pub(super) fn plain_in_flow(text: &str) -> usize {
    let ends = |(at, c): (usize, char)| match c {
        ',' | '[' | ']' | '{' | '}' | '\n' => true,
        ':' => {
            let behind = text.get(at + 1..).unwrap_or_default();
            behind.is_empty() || behind.starts_with([' ', ',', ']', '}', '\r', '\n'])
        }
        '#' => text.get(..at).unwrap_or_default().ends_with(' '),
        _ => false,
    };
    let at = text.char_indices().find(|found| ends(*found));
    at.map_or(text.len(), |(at, _)| at)
}

pub(super) fn quoting(quote: char) -> Style {
    if quote == '"' {
        Style::Double
    } else {
        Style::Single
    }
}

pub(super) fn unquoted(text: &str) -> &str {
    let inside = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or_else(|| inside('\'')).unwrap_or(text)
}
