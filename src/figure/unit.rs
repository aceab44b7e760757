//! Units that figures of the news come in.

/// What a value counts or measures.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A bare number.
    None,
    /// Per cent, `%`.
    Percent,
    /// Percentage points, `%p`.
    PercentagePoint,
    /// A multiple, `×`, `배`.
    Multiple,
    /// Money.
    Currency(Currency),
    /// Things counted, with the counter that Korean uses for them.
    Count(Counter),
    /// A unit that is not in the tables: kept as written.
    Other(String),
}

/// A currency, by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Currency {
    Usd,
    Krw,
    Cny,
    Eur,
    Jpy,
    Gbp,
}

/// What is counted: the English noun as the author wrote it and the Korean
/// counter that goes with it (`applications`, `건`).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Counter {
    /// The noun in English, plural; empty when only a Korean counter was written.
    pub english: String,
    /// The counter in Korean.
    pub korean: String,
}
