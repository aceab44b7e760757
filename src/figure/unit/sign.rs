//! Signs that stand before a number: `$`, `US$`, `KRW`, `×`.

use super::Currency;

/// Signs and codes before an amount, longer ones first.
const LEADING: &[(&str, Currency)] = &[
    ("us $", Currency::Usd),
    ("us$", Currency::Usd),
    ("u.s.$", Currency::Usd),
    ("$", Currency::Usd),
    ("₩", Currency::Krw),
    ("cn¥", Currency::Cny),
    ("rmb", Currency::Cny),
    ("€", Currency::Eur),
    ("¥", Currency::Jpy),
    ("£", Currency::Gbp),
    ("usd", Currency::Usd),
    ("krw", Currency::Krw),
    ("cny", Currency::Cny),
    ("eur", Currency::Eur),
    ("jpy", Currency::Jpy),
    ("gbp", Currency::Gbp),
];

/// A sign that stands before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::figure) enum Sign {
    /// Money.
    Currency(Currency),
    /// `×18`
    Multiple,
}

/// The sign that begins `text` (lower case), and its length in bytes.
pub(in crate::figure) fn leading_sign(text: &str) -> Option<(Sign, usize)> {
    if text.starts_with('×') {
        return Some((Sign::Multiple, '×'.len_utf8()));
    }
    LEADING
        .iter()
        .find(|(sign, _)| text.starts_with(sign))
        .map(|(sign, currency)| (Sign::Currency(*currency), sign.len()))
}
