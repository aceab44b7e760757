//! Other spellings of a typed figure, which people write for one that is read:
//! a comma for a point, a slip in a word, brackets around the whole.

use crate::figure::{Figure, numeral_meant, without_often};

/// What a comma was meant for that groups no thousands: 9,4 is 9.4 and 3,8210
/// is 38,210. Slips that a teacher reads over where the answer is right.
pub(super) fn commas(typed: &str) -> Option<String> {
    let (before, after) = typed.split_once(',')?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let joint = match digits {
        1 | 2 => ".",
        4 => "",
        _ => return None,
    };
    Some(format!("{before}{joint}{after}"))
}

/// The same of dots that group thousands: 38.210.
pub(super) fn dots(typed: &str) -> Option<String> {
    let (before, after) = typed.split_once('.')?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let short = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let next = after.chars().nth(3);
    let scales = ["thousand", "million", "billion", "trillion"];
    let scaled = next.is_some_and(|c| c.is_ascii_alphabetic() || "천만억조".contains(c))
        || scales.iter().any(|scale| after.contains(scale));
    (digits == 3 && (1..=3).contains(&short) && !scaled).then(|| format!("{before}{after}"))
}

/// Words of English numerals with a slip in them: trilion, fourty.
pub(super) fn words(typed: &str) -> Option<String> {
    let mut changed = false;
    let words: Vec<&str> = typed
        .split(' ')
        .map(|word| {
            let meant = numeral_meant(word);
            changed |= meant.is_some();
            meant.unwrap_or(word)
        })
        .collect();
    changed.then(|| words.join(" "))
}

/// An amount without the word for how often it is, where none is asked for: 연 3억 원.
pub(super) fn unoften(right: &Figure, typed: &str) -> Option<String> {
    let amount = without_often(typed).filter(|_| !right.unit.is_rate())?;
    Some(amount.to_owned())
}

/// What is between brackets, if that is all: (0.2%).
pub(super) fn unbracketed(typed: &str) -> Option<String> {
    let inner = typed.trim().strip_prefix('(')?.strip_suffix(')')?;
    Some(inner.to_owned())
}
