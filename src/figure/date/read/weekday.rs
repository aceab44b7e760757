//! The day of the week behind a date. It says nothing that the day does not.

/// Weekdays in English, in lower case, the longer ones first.
const WEEKDAYS: [&str; 18] = [
    "wednesday",
    "thursday",
    "saturday",
    "tuesday",
    "monday",
    "friday",
    "sunday",
    "thurs",
    "tues",
    "thur",
    "weds",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];

/// A date without the weekday behind it, in brackets or not: `(월)`, `월요일`,
/// `, Monday`. A single syllable needs its
/// brackets, or it may be a month's or a day's.
pub(super) fn without_weekday(text: &str) -> Option<&str> {
    let inner = text.strip_suffix(')');
    let named = inner.unwrap_or(text).trim_end();
    let korean = || {
        let short = named.strip_suffix("요일").or(inner.and(Some(named)))?;
        short.strip_suffix(['월', '화', '수', '목', '금', '토', '일'])
    };
    let english = || {
        let named = named.trim_end_matches('.');
        let date = WEEKDAYS.iter().find_map(|day| named.strip_suffix(day))?;
        (!date.ends_with(char::is_alphanumeric)).then_some(date)
    };
    let date = korean().or_else(english)?.trim_end();
    let date = match inner {
        Some(_) => date.strip_suffix('(')?,
        None => date,
    };
    Some(date.trim_end_matches([' ', ',']))
}
