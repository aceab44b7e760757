//! Light Markdown: line breaks, `*emphasis*`, `` `code` ``, lists and fenced
//! code; everything else stays as it was written.

/// How a run of text is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// `*emphasis*` or `**strong**`.
    Emphasis,
    /// `` `code` ``, inline or fenced.
    Code,
    /// A gap of a cloze that is still hidden.
    Gap,
    /// A gap of a cloze, revealed.
    Filled,
}

/// A run of text of one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text, safe to show, without line breaks.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// A line that fits the width it was wrapped to.
pub type Line = Vec<Run>;

/// Parses `text` and wraps it to lines of at most `columns` columns, at
/// spaces where there are any (Korean too), by grapheme where a word is longer.
pub fn wrap(text: &str, columns: usize) -> Vec<Line> {
    let _ = (text, columns);
    todo!()
}
