//! Cents of no country: so many hundredths of whatever money is spoken of.

use super::{Currency, Figure, Unit};

/// Words for a cent.
const WORDS: [&str; 3] = ["cent", "센트", "¢"];
/// What makes another word of one, or says of which money it is.
const BEFORE: [&str; 7] = ["per", "퍼", "us", "u.s.", "euro", "유로", "미국"];

/// Whether a text tells an amount in cents and not of which money: `31 cents of
/// every euro`, `31센트`.
pub fn are_bare_cents(text: &str) -> bool {
    let text = text.to_lowercase();
    if ["dollar", "달러", "$"]
        .iter()
        .any(|word| text.contains(word))
    {
        return false;
    }
    WORDS.iter().any(|word| {
        text.match_indices(word).any(|(at, _)| {
            let head = text.get(..at).unwrap_or_default();
            let rest = text.get(at + word.len()..).unwrap_or_default();
            let rest = rest.strip_prefix('s').unwrap_or(rest);
            let whole = !word.is_ascii()
                || !head.ends_with(char::is_alphabetic) && !rest.starts_with(char::is_alphabetic);
            let other = BEFORE
                .iter()
                .any(|before| head.trim_end_matches([' ', '-']).ends_with(before));
            whole && !other
        })
    })
}

impl Figure {
    /// The same amount of other money, where it is in dollars as cents are that no
    /// one says otherwise of: by itself, or per something.
    pub fn of_currency(self, currency: Currency) -> Figure {
        let dollars = Currency::Usd;
        let unit = match &self.unit {
            Unit::Currency(known) if *known == dollars => Unit::Currency(currency),
            Unit::Other(rate) => match rate.split_once('/') {
                Some((over, under)) if over == dollars.code() => {
                    Unit::Other(format!("{}/{under}", currency.code()))
                }
                _ => self.unit,
            },
            _ => self.unit,
        };
        Figure { unit, ..self }
    }
}

impl Unit {
    /// The money that it is, or that is so much per something.
    pub fn money(&self) -> Option<Currency> {
        match self {
            Unit::Currency(currency) => Some(*currency),
            Unit::Other(rate) => {
                let (over, _) = rate.split_once('/')?;
                Currency::ALL.into_iter().find(|known| known.code() == over)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_of_no_country() {
        for (text, expected) in [
            ("31 cents", true),
            ("31 cents of every euro", true),
            ("a cent", true),
            ("31¢", true),
            ("31센트", true),
            ("31 센트를", true),
            ("14 cents per million tokens", true),
            ("31 eurocents", false),
            ("31 euro cents", false),
            ("31 euro-cents", false),
            ("31유로센트", false),
            ("31 유로 센트", false),
            ("31 US cents", false),
            ("2달러 31센트", false),
            ("31 per cent", false),
            ("31 percent", false),
            ("31퍼센트", false),
            ("31 centres", false),
            ("31 recent cases", false),
            ("€0.31", false),
            ("", false),
        ] {
            assert_eq!(are_bare_cents(text), expected, "{text}");
        }
    }
}
