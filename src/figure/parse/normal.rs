//! The form in which a text is read: one spelling for the many that keyboards
//! and pages have of a dash, a space, a digit.

use unicode_normalization::UnicodeNormalization;

use super::reader::Reader;
use super::{squares, words};

/// The compatible form (full-width digits become digits), with vulgar
/// fractions kept apart from the digits before them.
pub(super) fn normal(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut raised = false;
    for c in text.chars() {
        let was_raised = raised;
        raised = matches!(c, '²' | '³' | '¹' | '⁰'..='⁹' | '⁻');
        match c {
            '¼'..='¾' | '⅐'..='⅞' => spaced.push(' '),
            // A raised digit is not a digit of the number: 10² is not 102.
            _ if raised && !was_raised => spaced.push('^'),
            _ => {}
        }
        spaced.push(c);
    }
    let compatible: String = spaced
        .nfkc()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
        .map(|c| match c {
            '\u{2044}' => '/',
            '\u{2212}' => '-',
            '\u{2010}'..='\u{2015}' => '–',
            '\u{223C}' | '\u{301C}' => '~',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let compatible = squares::of_metres(&compatible).into_owned();
    // fifty-thousand
    let scales = ["thousand", "million", "billion", "trillion", "hundred"];
    let joined = compatible.contains('-');
    let compatible = scales
        .iter()
        .filter(|_| joined)
        .fold(compatible, |text, scale| {
            text.replace(&format!("-{scale}"), &format!(" {scale}"))
        });
    let words: Vec<&str> = compatible
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect();
    let text = words.join(" ");
    among(&text).unwrap_or(text)
}

/// Korean parts the whole from what is counted of it with spaces or without:
/// `5명중 1명`, `다섯명중한명` for `5명 중 1명`.
fn among(text: &str) -> Option<String> {
    text.match_indices('중').find_map(|(at, joint)| {
        let whole = text.get(..at)?;
        let behind = text.get(at + joint.len()..)?;
        let (joint, part) = ["에서", "에"]
            .iter()
            .find_map(|particle| Some((*particle, behind.strip_prefix(particle)?)))
            .unwrap_or(("", behind));
        // 5개 중소기업 and 5명 중상 have no number behind it.
        let is_number = |text: &str| {
            let mut reader = Reader::new(text.trim_start());
            reader.numeral().is_some()
        };
        let counted = whole.trim_end().ends_with(|c: char| {
            c.is_ascii_digit() || words::is_of_numeral(c) || "명건개곳대번회람국표석편".contains(c)
        });
        let parted = counted && is_number(whole) && is_number(part);
        parted.then(|| format!("{} 중{joint} {}", whole.trim_end(), part.trim_start()))
    })
}
