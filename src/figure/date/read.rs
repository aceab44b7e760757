//! Reading dates as people write them, in both languages.

mod digits;
mod english;
mod korean;
mod weekday;

use unicode_normalization::UnicodeNormalization;

use super::Parts;

/// The parts of a date that `text` names, not yet known to exist.
pub(super) fn parts(text: &str) -> Option<Parts> {
    let text = plain(text);
    let text = text.as_str();
    let spaceless: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    digits::date(text)
        .or_else(|| korean::date(&spaceless))
        .or_else(|| english::date(text))
        .or_else(|| english::year_in_words(text).map(|year| (Some(year), None, None)))
}

/// Lower case, composed, digits of one width, without stops around it.
pub(super) fn plain(text: &str) -> String {
    let text: String = text
        .nfkc()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
        .map(|c| match c {
            '’' | '‘' => '\'',
            '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
            '\u{223C}' | '\u{301C}' => '~',
            '年' => '년',
            '月' => '월',
            '日' => '일',
            _ => c,
        })
        .collect();
    text.to_lowercase()
        .trim()
        .trim_end_matches(['!', '?', ',', '。', ' '])
        .to_owned()
}

/// A day by itself: `20일`, `the 20th`, `20`.
pub(super) fn lone_day(text: &str) -> Option<i8> {
    let text = plain(text);
    let text = text.trim_end_matches('.');
    let day = korean::day(text.trim()).or_else(|| english::day(text));
    i8::try_from(day?).ok()
}

/// A year; two digits are of the years from 1970 to 2069.
fn year(digits: &str) -> Option<i64> {
    let number = whole(digits)?;
    match digits.len() {
        2 if number < 70 => Some(2000 + number),
        2 => Some(1900 + number),
        3 | 4 => Some(number),
        _ => None,
    }
}

/// A number of one to four digits.
fn whole(digits: &str) -> Option<i64> {
    let fits = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}
