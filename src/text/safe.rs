//! Text from decks, imports and answers made safe to show: no control
//! characters, escape sequences or bidi overrides reach the terminal.
//!
//! What a terminal would obey is shown as a picture (`␛`), so that one sees
//! that something was there; what cannot be seen anyway (overrides, marks,
//! zero-width spaces) goes. Joiners stay where scripts and emoji need them.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use super::width::columns_alone;

/// Characters without width that may follow one another; more pile up marks
/// over other lines.
const MARKS_IN_A_ROW: usize = 8;

/// What becomes of a character on its way to the screen.
enum Fate {
    Keep,
    Drop,
    Newline,
    Spaces,
    Show(char),
}

/// The fate of `c`, by itself; joiners and piled-up marks are judged by [`safe`].
fn fate(c: char) -> Fate {
    match c {
        '\n' => Fate::Keep,
        '\t' => Fate::Spaces,
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Newline,
        '\0'..='\u{1F}' => Fate::Show(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}')),
        '\u{7F}' => Fate::Show('\u{2421}'),
        '\u{80}'..='\u{9F}' => Fate::Show('\u{FFFD}'),
        // Soft hyphen, bidi marks, embeddings, overrides and isolates,
        // zero-width spaces and other invisible format characters.
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}' => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// `text` without anything that a terminal would obey; line breaks stay, in
/// whatever way they were written, and a tab is four spaces.
pub fn safe(text: &str) -> Cow<'_, str> {
    // Most text is plain: nothing to copy.
    if text
        .chars()
        .all(|c| c == '\n' || columns_alone(c).is_some())
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut last = '\n';
    let mut marks = 0;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match fate(c) {
            Fate::Drop => continue,
            // The line feed that follows makes the line break.
            Fate::Newline if c == '\r' && characters.peek() == Some(&'\n') => continue,
            Fate::Newline => out.push('\n'),
            Fate::Spaces => out.push_str("    "),
            Fate::Show(picture) => out.push(picture),
            Fate::Keep => {
                let joiner = matches!(c, '\u{200C}' | '\u{200D}');
                if joiner && (last.is_ascii() || !joins(characters.peek())) {
                    continue;
                }
                marks = if c != '\n' && c.width().unwrap_or(0) == 0 {
                    marks + 1
                } else {
                    0
                };
                if marks > MARKS_IN_A_ROW {
                    continue;
                }
                out.push(c);
            }
        }
        last = out.chars().next_back().unwrap_or('\n');
    }
    if out == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(out)
    }
}

/// Whether a joiner before `next` joins anything: not at an end, nor before
/// what is plain, dropped or replaced.
fn joins(next: Option<&char>) -> bool {
    next.is_some_and(|&c| {
        !c.is_ascii() && !matches!(c, '\u{200C}' | '\u{200D}') && matches!(fate(c), Fate::Keep)
    })
}

/// The same on one line: line breaks and tabs become spaces.
pub fn safe_line(text: &str) -> String {
    if text.chars().all(|c| columns_alone(c).is_some()) {
        return text.to_owned();
    }
    safe(&text.replace('\t', " "))
        .trim_end_matches('\n')
        .replace('\n', " ")
}

/// JSON in which nothing is left that a terminal would obey: the same values, with
/// escapes for that.
pub fn safe_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if matches!(fate(c), Fate::Keep) {
            out.push(c);
        } else {
            // It stands in a text: between these JSON has other characters.
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn json_says_the_same_without_what_a_terminal_obeys() {
        let text = "\u{1B}[31m \u{9B}31m \u{7F} \u{202E}evil\u{202C} \u{FEFF}\u{85}\u{2028} 딥시크 👩\u{200D}👧\n\t";
        let json = serde_json::to_string_pretty(&[text]).unwrap();
        let safe = safe_json(&json);
        assert_eq!(serde_json::from_str::<[String; 1]>(&safe).unwrap(), [text]);
        assert!(
            safe.chars().all(|c| matches!(fate(c), Fate::Keep)),
            "{safe}"
        );
        assert!(
            safe.contains("딥시크 👩\u{200D}👧") && safe.contains(r"\u202e"),
            "{safe}"
        );
    }

    #[test]
    fn made_safe() {
        for (text, expected) in [
            ("plain, 딥시크 ×", "plain, 딥시크 ×"),
            ("a\nb", "a\nb"),
            ("a\r\nb\rc", "a\nb\nc"),
            ("a\u{2028}b\u{2029}c\u{85}d\u{B}e\u{C}f", "a\nb\nc\nd\ne\nf"),
            ("a\tb", "a    b"),
            ("\u{1B}[31mred\u{1B}]0;title\u{7}", "␛[31mred␛]0;title␇"),
            ("\u{9B}31m", "\u{FFFD}31m"),
            ("\u{7F}\0", "␡␀"),
            ("a\u{202E}cba\u{202C}", "acba"),
            ("\u{2066}x\u{2069}\u{200E}\u{200F}\u{61C}", "x"),
            ("\u{FEFF}x\u{200B}y\u{AD}", "xy"),
            ("👩\u{200D}👩\u{200D}👧", "👩\u{200D}👩\u{200D}👧"),
            ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"),
            ("pass\u{200D}word", "password"),
            ("가\u{200D}", "가"),
            ("👩\u{200D}\u{202E}👧", "👩👧"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ] {
            assert_eq!(safe(text), expected, "{text:?}");
        }
        let piled = format!("e{}", "\u{301}".repeat(500));
        assert_eq!(safe(&piled).chars().count(), 9);
    }

    #[test]
    fn on_one_line() {
        for (text, expected) in [
            ("a\nb", "a b"),
            ("a\r\nb\tc", "a b c"),
            ("a\n", "a"),
            ("\u{1B}[2J", "␛[2J"),
        ] {
            assert_eq!(safe_line(text), expected, "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn nothing_a_terminal_obeys(text in any::<String>()) {
            let once = safe(&text).into_owned();
            prop_assert!(!once.chars().any(|c| c != '\n' && (c.is_control() || matches!(fate(c), Fate::Drop))));
            prop_assert_eq!(safe(&once).into_owned(), once.clone());
            prop_assert!(!safe_line(&text).contains(['\n', '\t']));
        }
    }
}
