//! The words by which English says who says something.

/// Verbs of saying.
pub(super) const VERBS: &[&str] = &[
    "said",
    "says",
    "told",
    "tells",
    "claimed",
    "claims",
    "estimated",
    "estimates",
    "reported",
    "reports",
    "announced",
    "argued",
    "argues",
    "added",
    "wrote",
    "writes",
    "noted",
    "notes",
    "warned",
    "warns",
    "believes",
    "put",
    "insists",
    "insisted",
    "calculated",
    "calculates",
    "reckoned",
    "reckons",
];

/// Verbs of saying what is to come.
pub(super) const FORECASTS: &[&str] = &[
    "expects",
    "expected",
    "forecasts",
    "predicts",
    "predicted",
    "projects",
    "projected",
    "anticipates",
    "foresees",
];

/// What tells of the time to come.
pub(super) const COMING: &[&str] = &[
    " will ",
    " is expected to ",
    " are expected to ",
    " is projected to ",
    " are projected to ",
    " is forecast to ",
    " are forecast to ",
    " plans to ",
    " plan to ",
    " is set to ",
    " are set to ",
    " is going to ",
    " are going to ",
    " would ",
    " could ",
    " might ",
    " likely to ",
    " expect ",
];

/// Words that begin with a capital at the head of a sentence, and name no one.
pub(super) const NO_ONE: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "who",
    "which",
    "that",
    "this",
    "these",
    "those",
    "there",
    "but",
    "and",
    "as",
    "so",
    "then",
    "also",
    "what",
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "one",
    "others",
    "some",
    "many",
    "most",
    "all",
    "both",
    "people",
    "however",
    "still",
    "yet",
    "now",
    "today",
    "yesterday",
    "when",
    "while",
    "if",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "sources",
    "officials",
    "co",
    "is",
    "was",
    "had",
    "has",
];

/// Words that may stand inside a name.
pub(super) const INSIDE: &[&str] = &["of", "for", "and", "the", "de", "la", "van", "von", "&"];

/// Words before a verb of which someone else is the subject.
pub(super) const PASSIVE: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "than", "as",
];

/// Words behind a noun of several that a verb of saying looks like.
pub(super) const OF_THINGS: &[&str] = &[
    "by", "of", "for", "from", "in", "on", "against", "over", "about",
];

/// Documents, which say nothing by themselves: who made them does.
pub(super) const MADE: &[&str] = &["by", "from", "of"];

/// Words of bodies, which no person is called.
pub(super) const BODIES: &[&str] = &[
    "Ministry",
    "Department",
    "Bank",
    "University",
    "Institute",
    "Office",
    "Council",
    "House",
    "Chamber",
    "Court",
    "Board",
    "Bureau",
    "Agency",
    "Association",
    "Federation",
    "Union",
    "School",
    "College",
    "Society",
    "Church",
    "Government",
    "Republic",
    "City",
    "State",
    "States",
    "County",
    "Province",
    "Group",
    "Reserve",
    "Party",
    "Commission",
    "Committee",
    "Centre",
    "Center",
    "Academy",
    "Port",
    "The",
    "Archbishop",
    "Bishop",
    "President",
    "Secretary",
    "Minister",
    "Governor",
    "Mayor",
    "King",
    "Queen",
    "Prince",
    "Duke",
];

/// What one can only do in the time to come.
pub(super) const CHANGES: &[&str] = &[
    "rise", "fall", "grow", "reach", "climb", "drop", "increase", "decrease", "decline", "double",
    "triple", "shrink", "exceed", "hit", "top", "slip", "slide", "recover", "return", "happen",
];

/// Verbs of saying that are no noun of several.
pub(super) const NO_THINGS: &[&str] = &[
    "says",
    "expects",
    "predicts",
    "anticipates",
    "foresees",
    "believes",
    "insists",
    "argues",
    "tells",
    "writes",
];
