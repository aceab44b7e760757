//! The value that a card asks for, in one spelling that does not depend on how it
//! was written: by it is told whether a figure or a date changed. It is in the
//! log, so that it can be read where nothing else is known of a card.

use crate::figure::{Date, Figure, Period};
use crate::text::Lang;

/// A date, or two that are the ends of a span.
pub(super) fn of_dates(date: Date, to: Option<Date>) -> String {
    match to {
        Some(to) => format!("{}~{}", of_date(date), of_date(to)),
        None => of_date(date),
    }
}

fn of_date(date: Date) -> String {
    let part = |part: Option<i64>| part.map_or("?".to_owned(), |part| format!("{part:02}"));
    let (year, month, day) = (
        date.year.map(i64::from),
        date.month.map(i64::from),
        date.day.map(i64::from),
    );
    format!("{}-{}-{}", part(year), part(month), part(day))
}

/// A value as a person reads it; as it is spelled where it is neither a figure
/// nor a date.
pub fn shown(value: &str, lang: Lang) -> String {
    let ends = |text: &str| -> Option<(Date, Option<Date>)> {
        match text.split_once('~') {
            Some((from, to)) => Some((date(from)?, Some(date(to)?))),
            None => Some((date(text)?, None)),
        }
    };
    match ends(value) {
        Some((from, Some(to))) => Period { from, to }.format(lang),
        Some((date, None)) => date.format(lang),
        None => match Figure::from_canonical(value) {
            Some(figure) => figure.format(lang),
            None => value.to_owned(),
        },
    }
}

fn date(text: &str) -> Option<Date> {
    let mut parts = text.rsplitn(3, '-');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let year = match year {
        "?" => None,
        year => Some(year.parse().ok()?),
    };
    let part = |text: &str| match text {
        "?" => Some(None),
        part => part.parse().ok().map(Some),
    };
    Date::new(year, part(month)?, part(day)?).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn is_shown_as_a_person_reads_it() {
        let date = |text: &str| Date::parse_iso(text).unwrap();
        for (value, english, korean) in [
            ("47/5 %".to_owned(), "9.4%", "9.4%"),
            (
                of_dates(date("2025-01-20"), None),
                "20 January 2025",
                "2025년 1월 20일",
            ),
            (of_dates(date("1957"), None), "1957", "1957년"),
            (
                of_dates(date("2025-01-31"), Some(date("2025-02-03"))),
                "31 January 2025–3 February 2025",
                "2025년 1월 31일~2025년 2월 3일",
            ),
            ("20 USD 8 USD".to_owned(), "20 USD 8 USD", "20 USD 8 USD"),
            ("1/0".to_owned(), "1/0", "1/0"),
            ("?-?-?".to_owned(), "?-?-?", "?-?-?"),
        ] {
            assert_eq!(shown(&value, Lang::En), english, "{value}");
            assert_eq!(shown(&value, Lang::Ko), korean, "{value}");
        }
    }
}
