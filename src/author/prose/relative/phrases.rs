//! The words by which days, months and years are told from another.

/// From which day one reckons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// The day of the source.
    Source,
    /// The day that was spoken of last.
    Last,
}

/// What a phrase is a distance in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Day,
    Month,
    Year,
}

use Base::{Last, Source};
use Measure::{Day, Month, Year};

/// Words, how far they tell, in what, and from when.
pub(super) type Phrase = (&'static str, i32, Measure, Base);

/// Phrases, longer ones before those that they begin with.
pub(super) const PHRASES: &[Phrase] = &[
    ("그끄저께", -3, Day, Source),
    ("그끄제", -3, Day, Source),
    ("그저께", -2, Day, Source),
    ("그제", -2, Day, Source),
    ("어젯밤", -1, Day, Source),
    ("어제", -1, Day, Source),
    ("오늘", 0, Day, Source),
    ("내일", 1, Day, Source),
    ("모레", 2, Day, Source),
    ("그글피", 4, Day, Source),
    ("글피", 3, Day, Source),
    ("다음 날", 1, Day, Last),
    ("다음날", 1, Day, Last),
    ("이튿날", 1, Day, Last),
    ("전날", -1, Day, Last),
    ("이날", 0, Day, Last),
    ("지난달", -1, Month, Source),
    ("지난 달", -1, Month, Source),
    ("전달", -1, Month, Source),
    ("이번 달", 0, Month, Source),
    ("이번달", 0, Month, Source),
    ("이달", 0, Month, Source),
    ("다음 달", 1, Month, Source),
    ("다음달", 1, Month, Source),
    ("내달", 1, Month, Source),
    ("새달", 1, Month, Source),
    ("재작년", -2, Year, Source),
    ("지난해", -1, Year, Source),
    ("작년", -1, Year, Source),
    ("올해", 0, Year, Source),
    ("금년", 0, Year, Source),
    ("내후년", 2, Year, Source),
    ("내년", 1, Year, Source),
    ("the day before yesterday", -2, Day, Source),
    ("the day after tomorrow", 2, Day, Source),
    ("yesterday", -1, Day, Source),
    ("last night", -1, Day, Source),
    ("today", 0, Day, Source),
    ("tomorrow", 1, Day, Source),
    ("the next day", 1, Day, Last),
    ("the following day", 1, Day, Last),
    ("the day after", 1, Day, Last),
    ("a day later", 1, Day, Last),
    ("one day later", 1, Day, Last),
    ("the day before", -1, Day, Last),
    ("the previous day", -1, Day, Last),
    ("a day earlier", -1, Day, Last),
    ("one day earlier", -1, Day, Last),
    ("that day", 0, Day, Last),
    ("the same day", 0, Day, Last),
    ("last month", -1, Month, Source),
    ("this month", 0, Month, Source),
    ("next month", 1, Month, Source),
    ("the year before last", -2, Year, Source),
    ("last year", -1, Year, Source),
    ("this year", 0, Year, Source),
    ("next year", 1, Year, Source),
];
