//! Whether a figure may stand in a text, told from the digits alone.

use num_rational::BigRational;
use num_traits::Signed;

use super::begins::begins;
use super::{LONGEST, run};
use crate::author::prose::Prose;
use crate::figure::{Figure, leading_number};

/// More digits than these are looked for one by one.
const DECIMALS: u32 = 9;

/// What parts a run of digits from another to which it is held, or makes another
/// number of it.
const JOINTS: &[&str] = &["/", ":", "대", "분의", "in ", "out ", "over ", "dozen"];

/// Whether one of the figures of a text may be of this value: for who looks for
/// one in many texts, as to read all of them takes a hundred times as long. The
/// first run of the digits that a number is written with begins its own: what
/// comes to it by scales and decimals are zeros (`557만 6000`, `5.576 million`).
pub(in crate::author) fn may_say(prose: &Prose, figure: &Figure) -> bool {
    // 1시간 30분 are 90 minutes.
    let reckoned = figure.number.fraction || figure.unit.lasts();
    let Some(digits) = significant(&figure.number.value).filter(|_| !reckoned) else {
        return true;
    };
    let mut sentences = prose.sentences().iter();
    sentences.any(|sentence| in_sentence(prose.at(sentence), &digits))
}

fn in_sentence(text: &str, digits: &str) -> bool {
    let (mut previous, mut next) = (None, 0);
    text.char_indices().any(|(at, c)| {
        let before = previous.replace(c);
        if at < next {
            return false;
        }
        let (head, rest) = text.split_at_checked(at).unwrap_or_default();
        if !c.is_ascii_digit() {
            let in_words = || begins(head, before, rest) == Some(true);
            return c.is_numeric() || in_words() && in_words_too(rest, digits);
        }
        next = at + run(rest);
        let (written, behind) = rest.split_at_checked(run(rest)).unwrap_or_default();
        let written: String = written.chars().filter(char::is_ascii_digit).collect();
        let written = written.trim_matches('0');
        let behind = behind.trim_start();
        let joined = JOINTS.iter().any(|joint| behind.starts_with(joint));
        joined || digits.starts_with(written)
    })
}

/// Whether the number in words that a text begins with may be one of these digits.
fn in_words_too(text: &str, digits: &str) -> bool {
    let end = text.char_indices().nth(LONGEST).map(|(end, _)| end);
    let text = end.and_then(|end| text.get(..end)).unwrap_or(text);
    leading_number(text).is_some_and(|number| match significant(&number) {
        Some(written) => written.starts_with(digits) || digits.starts_with(&written),
        None => true,
    })
}

/// The digits of a value without the zeros before and behind; `None` if it has no
/// end, or a far one.
fn significant(value: &BigRational) -> Option<String> {
    let scaled = (0..=DECIMALS)
        .map(|decimals| value * BigRational::from_integer(10_u64.pow(decimals).into()));
    let whole = scaled.into_iter().find(BigRational::is_integer)?;
    let digits = whole.numer().abs().to_string();
    Some(digits.trim_matches('0').to_owned())
}
