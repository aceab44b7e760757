//! Where a figure in running text may end.

use super::LONGEST;
use crate::author::prose::BLOCK;

/// Where the figure that `rest` begins with may end: characters and bytes. At
/// every syllable of Korean, whose particles are not set apart, else at words.
pub(super) fn ends(rest: &str) -> Vec<(usize, usize)> {
    let mut ends = Vec::new();
    let mut characters = rest.char_indices().peekable();
    let mut number = 0;
    let mut before = ' ';
    // Whether this is behind the sign or code that an amount may begin with.
    let mut begun = false;
    while let Some((at, c)) = characters.next() {
        let end = at + c.len_utf8();
        let next = characters.peek().map(|(_, next)| *next);
        number += 1;
        let follows = |ok: fn(char) -> bool| next.is_some_and(ok);
        let digit_follows = follows(|c| c.is_ascii_digit());
        let stops = match c {
            BLOCK => true,
            ',' | ':' => !digit_follows,
            '.' => !follows(|c| c.is_ascii_alphanumeric() || c == '$'),
            '·' | ';' | '!' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '"' | '“' | '”' | '‘'
            | '’' | '「' | '」' | '『' | '』' | '…' | '=' | '÷' | '|' | '*' | '_' | '`' => {
                true
            }
            '$' | '₩' | '€' | '£' | '¥' => begun && !matches!(before, '-' | '–' | '~' | ' '),
            'U' | 'C' => begun && rest.get(at..).is_some_and(has_sign),
            '×' => before != ' ' && digit_follows || before == ' ' && number > 1,
            _ => false,
        };
        if stops || number > LONGEST {
            break;
        }
        begun |= before == ' ' && number > 1 || c.is_ascii_digit();
        before = c;
        let within = c.is_ascii_alphanumeric()
            && follows(|c| c.is_ascii_alphanumeric())
            && !(c.is_ascii_digit() && follows(|c| c.is_ascii_alphabetic()))
            || c.is_ascii_digit() && follows(|c| matches!(c, '.' | ',')) && goes_on(rest, end)
            || matches!(c, '.' | ',') && digit_follows;
        if !within && !c.is_whitespace() {
            ends.push((number, end));
        }
    }
    ends
}

fn has_sign(rest: &str) -> bool {
    ["US$", "CN¥", "U.S.$"]
        .iter()
        .any(|sign| rest.starts_with(sign))
}

/// Whether a digit follows the point or comma at `end`.
fn goes_on(rest: &str, end: usize) -> bool {
    let behind = rest.get(end + 1..).unwrap_or_default();
    behind.starts_with(|c: char| c.is_ascii_digit())
}
