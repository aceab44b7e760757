//! Dates that leave out their year.

use crate::figure::Date;

/// A date without a year in that of the source, or the one before it where it
/// would lie more than half a year ahead.
pub(in crate::author::prose) fn of_year(date: Date, source: Option<Date>) -> Date {
    let (None, Some(month), Some(source)) = (date.year, date.month, source) else {
        return date;
    };
    let year = source.year.map(|year| {
        let ahead = month - source.month.unwrap_or(12);
        if ahead > 6 { year - 1 } else { year }
    });
    Date { year, ..date }
}

/// The same for a date behind `head` in its sentence, before `rest`: what will
/// be in a month that is over is of the year that follows.
pub(in crate::author::prose) fn of_year_told(
    date: Date,
    source: Option<Date>,
    head: &str,
    rest: &str,
) -> Date {
    // March next year
    let behind = rest.trim_start();
    let behind = behind.strip_prefix("of ").unwrap_or(behind);
    let far = [("next year", 1), ("last year", -1)];
    let far = far.iter().find(|(words, _)| behind.starts_with(words));
    if let (None, Some((_, far)), Some(year)) = (date.year, far, source.and_then(|day| day.year)) {
        let year = year.checked_add(*far);
        return Date { year, ..date };
    }
    let told = of_year(date, source);
    let over = source.is_some_and(|source| {
        told.year == source.year && told.month < source.month || told.year < source.year
    });
    let year = told.year.and_then(|year| year.checked_add(1));
    if date.year.is_none() && date.month.is_some() && over && is_to_come(head, rest) {
        Date { year, ..told }
    } else {
        told
    }
}

/// Whether the clause of a date tells what is to come: *will rise in January*,
/// *said it would*, *plans to*, `1월 시행할 예정`.
pub(in crate::author::prose) fn is_to_come(head: &str, rest: &str) -> bool {
    const PAST: &[&str] = &["said", "was", "were", "had", "but"];
    // Those with a "to" behind them.
    const PLANS: &[&str] = &[
        "is",
        "are",
        "plan",
        "plans",
        "planned",
        "expect",
        "expects",
        "expected",
        "intends",
        "hopes",
        "aims",
        "set",
        "scheduled",
    ];
    // 600,000 ends no clause.
    let clause = head.rsplit(", ").next().unwrap_or(head);
    let clause = clause.rsplit([';', '“', '"']).next().unwrap_or(clause);
    let mut behind = "";
    let to_come = clause.split([' ', '\n']).rev().find_map(|word| {
        let next = std::mem::replace(&mut behind, word);
        match word {
            "will" | "would" => Some(next != "have"),
            word if PLANS.contains(&word) && next == "to" => Some(true),
            word => PAST.contains(&word).then_some(false),
        }
    });
    let behind = rest.split([',', '.', ';']).next().unwrap_or(rest);
    let korean = ["예정", "계획이다", "방침"];
    to_come == Some(true) || korean.iter().any(|word| behind.contains(word))
}
