//! Marks within a line: emphasis, code, and the escapes of their characters.

use super::{Piece, Style};
use crate::text::{safe, safe_line};

/// Backticks that may open code within a line; a longer row is only backticks.
const LONGEST_TICKS: usize = 8;
/// Asterisks that may open emphasis.
const LONGEST_STARS: usize = 3;

/// A character, and whether it may be a mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom {
    /// The character, safe to show.
    pub c: char,
    /// The style it has whatever stands around it: a literal piece.
    fixed: Option<Style>,
}

impl Atom {
    /// The character if it may be read as a mark.
    pub fn syntax(&self) -> Option<char> {
        self.fixed.is_none().then_some(self.c)
    }

    /// Whether a line ends here.
    pub fn is_line_break(&self) -> bool {
        self.c == '\n'
    }

    /// Whether it is a space around text.
    pub fn is_space(&self) -> bool {
        self.syntax() == Some(' ')
    }

    /// With the style it has in text of style `around`.
    pub fn styled(&self, around: Style) -> (char, Style) {
        (self.c, self.fixed.unwrap_or(around))
    }
}

/// All pieces as characters, safe to show; literal ones on one line.
pub(super) fn atoms(pieces: &[Piece<'_>]) -> Vec<Atom> {
    let mut atoms = Vec::new();
    for piece in pieces {
        match *piece {
            Piece::Markdown(text) => {
                atoms.extend(safe(text).chars().map(|c| Atom { c, fixed: None }));
            }
            Piece::Literal(text, style) => {
                let fixed = Some(style);
                atoms.extend(safe_line(text).chars().map(|c| Atom { c, fixed }));
            }
        }
    }
    atoms
}

/// The characters of a line without its marks, each with its style.
pub(super) fn styled(line: &[Atom]) -> Vec<(char, Style)> {
    let mut out = Vec::with_capacity(line.len());
    read(line, Style::Plain, &mut out);
    out
}

/// Reads `line` as text of style `around`.
fn read(line: &[Atom], around: Style, out: &mut Vec<(char, Style)>) {
    // A search for a closing mark that failed fails further on too: each kind
    // of mark is searched to the end once, so a line takes linear time.
    let mut hopeless_ticks = [false; LONGEST_TICKS + 1];
    let mut hopeless_stars = [false; LONGEST_STARS + 1];
    let mut at = 0;
    while let Some(atom) = line.get(at) {
        let run = run_length(line, at);
        match atom.syntax() {
            Some('\\') if matches!(syntax(line, at + 1), Some('*' | '`')) => {
                out.extend(line.get(at + 1).map(|next| next.styled(around)));
                at += 2;
                continue;
            }
            Some('`') => {
                if let Some(hopeless) = hopeless_ticks.get_mut(run)
                    && !*hopeless
                {
                    match closing_ticks(line, at + run, run) {
                        Some(end) => {
                            let code = line.get(at + run..end).unwrap_or_default();
                            out.extend(trim_code(code).iter().map(|a| a.styled(Style::Code)));
                            at = end + run;
                            continue;
                        }
                        None => *hopeless = true,
                    }
                }
            }
            // Emphasis within emphasis looks the same, so its marks go and
            // nothing else changes; nothing nests deeper than that.
            Some('*') if opens(line, at, run) => {
                if let Some(hopeless) = hopeless_stars.get_mut(run)
                    && !*hopeless
                {
                    match closing_stars(line, at + run, run) {
                        Some(end) => {
                            let inner = line.get(at + run..end).unwrap_or_default();
                            if around == Style::Emphasis {
                                out.extend(inner.iter().map(|a| a.styled(around)));
                            } else {
                                read(inner, Style::Emphasis, out);
                            }
                            at = end + run;
                            continue;
                        }
                        None => *hopeless = true,
                    }
                }
            }
            _ => {}
        }
        let literal = line.get(at..at + run).unwrap_or_default();
        out.extend(literal.iter().map(|a| a.styled(around)));
        at += run;
    }
}

/// How many of the same mark stand at `at`; 1 for what is no mark.
fn run_length(line: &[Atom], at: usize) -> usize {
    let Some(mark @ ('*' | '`')) = syntax(line, at) else {
        return 1;
    };
    line.iter()
        .skip(at)
        .take_while(|atom| atom.syntax() == Some(mark))
        .count()
}

fn syntax(line: &[Atom], at: usize) -> Option<char> {
    line.get(at).and_then(Atom::syntax)
}

/// Whether asterisks at `at` can open emphasis: something follows at once, and
/// no letter or digit stands before (`2*3*4` and `5*` are what they are).
fn opens(line: &[Atom], at: usize, run: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| line.get(i));
    let after = line.get(at + run);
    before.is_none_or(|atom| !atom.c.is_alphanumeric()) && after.is_some_and(|a| a.c != ' ')
}

/// Whether asterisks at `at` can close emphasis: something stands right before,
/// and no letter or digit after, but for Hangul: a particle leans on its word.
fn closes(line: &[Atom], at: usize, run: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| line.get(i));
    let after = line.get(at + run);
    before.is_some_and(|atom| atom.c != ' ')
        && after.is_none_or(|atom| {
            !atom.c.is_alphanumeric() || matches!(atom.c, '\u{1100}'..='\u{11FF}' | '가'..='힣')
        })
}

/// Where asterisks that close a row of `wanted` stand, at `from` or later;
/// asterisks within code do not count.
fn closing_stars(line: &[Atom], from: usize, wanted: usize) -> Option<usize> {
    let mut at = from;
    while at < line.len() {
        let run = run_length(line, at);
        match syntax(line, at) {
            Some('*') if run == wanted && at > from && closes(line, at, run) => return Some(at),
            Some('\\') => at += 1,
            _ => {}
        }
        at += run;
    }
    None
}

/// Where exactly `wanted` backticks stand, at `from` or later.
fn closing_ticks(line: &[Atom], from: usize, wanted: usize) -> Option<usize> {
    let mut at = from;
    while at < line.len() {
        let run = run_length(line, at);
        if run == wanted && syntax(line, at) == Some('`') {
            return Some(at);
        }
        at += run;
    }
    None
}

/// Code that begins or ends with a backtick is written with a space around it.
fn trim_code(code: &[Atom]) -> &[Atom] {
    match code {
        [first, inner @ .., last]
            if first.is_space() && last.is_space() && inner.iter().any(|atom| !atom.is_space()) =>
        {
            inner
        }
        _ => code,
    }
}
