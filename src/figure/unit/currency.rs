//! Currencies: each has a code that both languages know, a sign that English
//! writes before an amount, and a word that Korean writes behind it.

/// A currency, by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs)]
pub enum Currency {
    Usd,
    Krw,
    Cny,
    Eur,
    Jpy,
    Gbp,
}

impl Currency {
    /// Every currency.
    pub const ALL: [Currency; 6] = [
        Currency::Usd,
        Currency::Krw,
        Currency::Cny,
        Currency::Eur,
        Currency::Jpy,
        Currency::Gbp,
    ];

    /// Its ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Currency::Usd => "USD",
            Currency::Krw => "KRW",
            Currency::Cny => "CNY",
            Currency::Eur => "EUR",
            Currency::Jpy => "JPY",
            Currency::Gbp => "GBP",
        }
    }

    /// The sign before an amount in English.
    pub fn sign(self) -> &'static str {
        match self {
            Currency::Usd => "$",
            Currency::Krw => "₩",
            Currency::Cny => "CN¥",
            Currency::Eur => "€",
            Currency::Jpy => "¥",
            Currency::Gbp => "£",
        }
    }

    /// The word after an amount in Korean.
    pub fn korean(self) -> &'static str {
        match self {
            Currency::Usd => "달러",
            Currency::Krw => "원",
            Currency::Cny => "위안",
            Currency::Eur => "유로",
            Currency::Jpy => "엔",
            Currency::Gbp => "파운드",
        }
    }
}
