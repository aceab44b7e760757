//! Reading figures as people write them.

/// Why a text is not a figure; displayed as one sentence with what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureError(pub String);
