//! A figure that stands alone: `18.7%` and `2조6천억원`, but no title that
//! begins with a number.

use super::reader::Reader;
use super::{Figure, Unit, normal};
use crate::figure::unit::{leading_sign, lookup};

impl Figure {
    /// Reads a figure beside which nothing stands but a unit that is known. A
    /// bare number is read only where it is written as an amount (`38,210`,
    /// `5만`, `a quarter`): `11` may be a name.
    pub fn parse_alone(text: &str) -> Option<Figure> {
        let figure = Figure::parse(text).ok()?;
        let text = normal(text.trim());
        let amount = figure.unit != Unit::None
            || figure.number.fraction
            || text.contains([',', '만', '억', '조']);
        (amount && ends_in_unit(&text)).then_some(figure)
    }
}

/// Whether behind the number, or the two of a range, there is a unit or nothing.
fn ends_in_unit(text: &str) -> bool {
    let mut reader = Reader::new(text);
    reader.eat_any(&["-"]);
    if let Some((_, length)) = leading_sign(reader.lower()) {
        reader.skip(length);
        reader.money = true;
    }
    if reader.numeral().is_none() {
        return false;
    }
    if reader.eat_any(&["~", "–", "-"]) {
        reader.numeral();
    }
    let rest = reader.rest();
    let unit = rest.trim_start();
    unit.is_empty() || lookup(unit).is_some() || is_noun(rest)
}

/// Whether it is what is counted, in a word or two that are no name: ` trees`.
fn is_noun(rest: &str) -> bool {
    let words = rest.strip_prefix(' ').map(|words| words.split(' '));
    let small = |word: &str| word.chars().all(|c| c.is_ascii_lowercase()) && word.len() > 1;
    words.is_some_and(|mut words| words.clone().count() <= 2 && words.all(small))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_a_figure() {
        for (text, expected) in [
            ("18.7%", true),
            ("2조6천억원", true),
            ("2조 6,000억원", true),
            ("5년", true),
            ("$5.576M", true),
            ("10~15%", true),
            ("38,210", true),
            ("38,210건", true),
            ("17만4000㎥", true),
            ("1938만CGT", true),
            ("-0.2%", true),
            ("48,200 trees", true),
            ("12 growing regions", true),
            ("a quarter", true),
            ("절반", true),
            ("five", false),
            ("11", false),
            ("3M", false),
            ("5G", false),
            ("H800", false),
            ("1만 시간의 법칙", false),
            ("100대 기업", false),
            ("3 Body Problem", false),
            ("", false),
        ] {
            assert_eq!(Figure::parse_alone(text).is_some(), expected, "{text}");
        }
    }
}
