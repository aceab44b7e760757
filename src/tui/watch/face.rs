//! How much of a card is shown: which sides, and in a terminal of which size.

/// In a terminal of which size the card is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// As large as there is room.
    #[default]
    Fit,
    /// The usual one.
    Usual,
    /// The smallest that is looked after.
    Small,
}

impl Size {
    /// The next, and round.
    pub fn next(self) -> Size {
        match self {
            Size::Fit => Size::Usual,
            Size::Usual => Size::Small,
            Size::Small => Size::Fit,
        }
    }

    /// Columns and rows, unless they are those that there are.
    pub fn fixed(self) -> Option<(u16, u16)> {
        match self {
            Size::Fit => None,
            Size::Usual => Some((80, 24)),
            Size::Small => Some((40, 12)),
        }
    }
}

/// Which sides are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Faces {
    /// The question.
    #[default]
    Question,
    /// The answer.
    Answer,
    /// One beside or below the other.
    Both,
}

impl Faces {
    /// The next, and round.
    pub fn next(self) -> Faces {
        match self {
            Faces::Question => Faces::Answer,
            Faces::Answer => Faces::Both,
            Faces::Both => Faces::Question,
        }
    }

    /// Which they are: whether each is the answer.
    pub fn each(self) -> &'static [bool] {
        match self {
            Faces::Question => &[false],
            Faces::Answer => &[true],
            Faces::Both => &[false, true],
        }
    }
}
