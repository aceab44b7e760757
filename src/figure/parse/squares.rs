//! Squares and cubes of metres as they are typed: `174000m3`, `3.3 m^2`. Their
//! `m` is no million, and their digit none of the number's.

use std::borrow::Cow;

/// Those written with letters, and the one sign for each, the longer first.
const SIGNS: [(&str, &str); 6] = [
    ("km^2", "㎢"),
    ("km2", "㎢"),
    ("m^2", "㎡"),
    ("m2", "㎡"),
    ("m^3", "㎥"),
    ("m3", "㎥"),
];

/// A text in which each of them is its sign.
pub(super) fn of_metres(text: &str) -> Cow<'_, str> {
    if !text.contains("m2") && !text.contains("m3") && !text.contains("m^") {
        return Cow::Borrowed(text);
    }
    let mut signs = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        // "M3" is a car, and "kmm2" nothing.
        let begins = !signs.ends_with(|c: char| c.is_ascii_alphabetic() || c == '^');
        let found = SIGNS.iter().find_map(|(written, sign)| {
            let behind = rest.strip_prefix(written).filter(|_| begins)?;
            let ends = !behind.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
            let ends = ends || behind.trim_end_matches('.').is_empty();
            ends.then_some((*sign, behind))
        });
        (_, rest) = match found {
            Some((sign, behind)) => (signs.push_str(sign), behind),
            None => (
                signs.push(first),
                rest.get(first.len_utf8()..).unwrap_or_default(),
            ),
        };
    }
    Cow::Owned(signs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metres_have_one_sign() {
        for (text, expected) in [
            ("174000m3", "174000㎥"),
            ("17만4000 m^3", "17만4000 ㎥"),
            ("3.3m2.", "3.3㎡."),
            ("100km2의 땅", "100㎢의 땅"),
            ("1 m3/day", "1 ㎥/day"),
            ("5cm2", "5cm2"),
            ("3m20", "3m20"),
            ("2.4m3.5", "2.4m3.5"),
            ("BMW M3", "BMW M3"),
            ("10^3", "10^3"),
        ] {
            assert_eq!(of_metres(text), expected, "{text}");
        }
    }
}
