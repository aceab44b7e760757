//! Light Markdown: line breaks, `*emphasis*`, `` `code` ``, lists and fenced
//! code; everything else stays as it was written.
//!
//! Deck authors write prose, not documents, so the marks are few and must be
//! meant: a line that begins `1957.` or `#1`, a `2 * 3 * 4`, `<tag>`, `[x]`,
//! `snake_case` or `&` comes out letter for letter, which a full Markdown
//! reader would not grant. `\*` and `` \` `` are the characters themselves.

mod inline;
mod layout;

use inline::Atom;

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

/// A piece of a text to be wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Light Markdown.
    Markdown(&'a str),
    /// Text to show letter for letter, in this style: a gap of a cloze.
    Literal(&'a str, Style),
}

/// Parses `text` and wraps it to lines of at most `columns` columns, at
/// spaces where there are any (Korean too), by grapheme where a word is longer.
///
/// Fenced code is cut, not wrapped. Blank lines at the end are left out; an
/// empty text, or no columns, makes no lines.
pub fn wrap(text: &str, columns: usize) -> Vec<Line> {
    wrap_pieces(&[Piece::Markdown(text)], columns)
}

/// The same for a text with gaps, whose contents are not read as Markdown.
pub fn wrap_pieces(pieces: &[Piece<'_>], columns: usize) -> Vec<Line> {
    if columns == 0 {
        return Vec::new();
    }
    let atoms = inline::atoms(pieces);
    let mut lines: Vec<&[Atom]> = atoms.split(Atom::is_line_break).collect();
    while lines
        .last()
        .is_some_and(|line| line.iter().all(Atom::is_space))
    {
        lines.pop();
    }
    let several = lines.len() > 1;
    let mut out = Vec::new();
    let mut rest = lines.as_slice();
    while let Some((line, after)) = rest.split_first() {
        rest = after;
        if is_fence(line)
            && let Some(end) = after.iter().position(|line| is_closing_fence(line))
        {
            let (code, beyond) = after.split_at(end);
            out.extend(code.iter().map(|line| layout::cut(line, columns)));
            rest = beyond.get(1..).unwrap_or_default();
            continue;
        }
        let (lead, content) = lead(line, several);
        layout::wrap(&lead, &inline::styled(content), columns, &mut out);
    }
    out
}

/// What stands before the text of a line: its indent, and the mark of a list
/// item. The lines below hang under the text. A `-` or `*` is a mark only in a
/// text of several lines: alone, `- 5` is as likely a number.
fn lead(line: &[Atom], several: bool) -> (String, &[Atom]) {
    let indent = line.iter().take_while(|atom| atom.is_space()).count();
    let (_, text) = line.split_at(indent);
    let mut lead = " ".repeat(indent);
    let digits = text
        .iter()
        .take_while(|atom| atom.syntax().is_some_and(|c| c.is_ascii_digit()))
        .count();
    let syntax = |at: usize| text.get(at).and_then(Atom::syntax);
    let mark = match digits {
        0 if several && matches!(syntax(0), Some('-' | '*')) => 1,
        1..=3 if matches!(syntax(digits), Some('.' | ')')) => digits + 1,
        _ => 0,
    };
    let spaces = text
        .iter()
        .skip(mark)
        .take_while(|atom| atom.is_space())
        .count();
    if mark == 0 || spaces == 0 || text.len() == mark + spaces {
        return (lead, text);
    }
    let (mark, content) = text.split_at(mark);
    match mark {
        [_] => lead.push('•'),
        _ => lead.extend(mark.iter().map(|atom| atom.c)),
    }
    lead.push(' ');
    (lead, content.get(spaces..).unwrap_or_default())
}

/// Whether a line opens fenced code: three backticks, perhaps a language.
fn is_fence(line: &[Atom]) -> bool {
    let (ticks, rest) = ticks(line);
    ticks >= 3 && !rest.iter().any(|atom| atom.syntax() == Some('`'))
}

/// Whether a line closes fenced code.
fn is_closing_fence(line: &[Atom]) -> bool {
    let (ticks, rest) = ticks(line);
    ticks >= 3 && rest.iter().all(Atom::is_space)
}

/// The number of backticks that begin a line, and what follows them.
fn ticks(line: &[Atom]) -> (usize, &[Atom]) {
    let indent = line.iter().take_while(|atom| atom.is_space()).count();
    let text = line.get(indent..).unwrap_or_default();
    let ticks = text
        .iter()
        .take_while(|atom| atom.syntax() == Some('`'))
        .count();
    (ticks, text.get(ticks..).unwrap_or_default())
}

#[cfg(test)]
mod tests;
