//! How a claim stands to the article.

/// How a claim stands to the article it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It stands there.
    Found {
        /// On this line.
        line: usize,
    },
    /// It stands there as a distance from another day.
    Relative {
        /// On this line.
        line: usize,
        /// How it was reckoned.
        reckoning: String,
    },
    /// It follows from others that are found.
    Computed {
        /// From which, and how.
        how: String,
    },
    /// Some of the words of a name stand there.
    InPart {
        /// The first of them, on this line.
        line: usize,
    },
    /// The number stands there with another unit, or times a power of ten.
    OtherUnit {
        /// On this line.
        line: usize,
        /// As it is written there.
        written: String,
    },
    /// It stands there, but where the card's words are another value stands,
    /// one digit from it.
    Elsewhere {
        /// Where it stands.
        line: usize,
        /// The value that the card seems to mean, as it is written.
        meant: String,
        /// Where that stands.
        meant_line: usize,
    },
    /// It stands nowhere there.
    Missing {
        /// What comes nearest, and on which line that stands.
        nearest: Option<(String, usize)>,
    },
    /// It stands nowhere there, and a comment in the deck says that it need not.
    Excused,
}

impl Verdict {
    /// Whether the article bears it out.
    pub fn is_found(&self) -> bool {
        matches!(
            self,
            Verdict::Found { .. }
                | Verdict::Relative { .. }
                | Verdict::Computed { .. }
                | Verdict::InPart { .. }
        )
    }

    /// Its name in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Verdict::Found { .. } => "found",
            Verdict::Relative { .. } => "relative",
            Verdict::Computed { .. } => "computed",
            Verdict::InPart { .. } => "in-part",
            Verdict::OtherUnit { .. } => "other-unit",
            Verdict::Elsewhere { .. } => "elsewhere",
            Verdict::Missing { .. } => "missing",
            Verdict::Excused => "excused",
        }
    }

    /// The line of the article that it speaks of.
    pub fn line(&self) -> Option<usize> {
        match self {
            Verdict::Found { line }
            | Verdict::Relative { line, .. }
            | Verdict::InPart { line }
            | Verdict::OtherUnit { line, .. }
            | Verdict::Elsewhere { line, .. } => Some(*line),
            Verdict::Missing { nearest } => nearest.as_ref().map(|(_, line)| *line),
            Verdict::Computed { .. } | Verdict::Excused => None,
        }
    }

    /// More to say of it: a reckoning, a formula, the spelling of the article.
    pub fn detail(&self) -> Option<&str> {
        match self {
            Verdict::Relative { reckoning, .. } => Some(reckoning),
            Verdict::Computed { how } => Some(how),
            Verdict::OtherUnit { written, .. } => Some(written),
            Verdict::Elsewhere { meant, .. } => Some(meant),
            Verdict::Missing { nearest } => nearest.as_ref().map(|(written, _)| written.as_str()),
            _ => None,
        }
    }

    /// The better of two, of two articles of one source.
    pub fn or(self, other: Verdict) -> Verdict {
        if other.rank() < self.rank() {
            other
        } else {
            self
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Verdict::Found { .. } => 0,
            Verdict::Relative { .. } => 1,
            Verdict::Computed { .. } => 2,
            Verdict::InPart { .. } => 3,
            Verdict::Excused => 4,
            Verdict::Elsewhere { .. } => 5,
            Verdict::OtherUnit { .. } => 6,
            Verdict::Missing { nearest: Some(_) } => 7,
            Verdict::Missing { nearest: None } => 8,
        }
    }
}
