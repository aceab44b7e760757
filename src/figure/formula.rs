//! Formulas over figures: `= fab.cost / old.cost`, `= cagr(a, b, 4 years)`.

/// A parsed formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {}

/// Why a formula can't be read or computed; displayed as one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormulaError(pub String);
