//! Terms in running text: the quarters and halves of a year, by which firms
//! and offices report. `Q2 2025`, `2Q25`, `the second quarter of 2025`,
//! `2025년 2분기` and, in an article of that year, `2분기` are one.

use std::fmt;
use std::ops::Range;

use super::Prose;
use super::relative;
use crate::figure::Date;

/// A quarter or a half of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The year, where it is told.
    pub year: Option<i16>,
    /// Which of the year's, from 1.
    pub number: i8,
    /// How many months it lasts: 3 or 6.
    pub months: i8,
}

/// A term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermFound {
    /// The term; its year is filled in from the day of the source.
    pub term: Term,
    /// The bytes on which it stands.
    pub span: Range<usize>,
    /// The line on which it begins.
    pub line: usize,
    /// Whether its year is told, and not only filled in.
    pub dated: bool,
    /// Whether it is told by its distance from the source: "last quarter".
    pub relative: bool,
}

impl Term {
    /// The term that begins and ends with these months, if there is one.
    pub fn between(from: Date, to: Date) -> Option<Term> {
        let (first, last) = (from.month?, to.month?);
        let months = last - first + 1;
        let whole = matches!(months, 3 | 6) && (first - 1) % months == 0;
        let free = from.day.is_none() && to.day.is_none();
        (from.year == to.year && whole && free).then(|| Term {
            year: from.year,
            number: (first - 1) / months + 1,
            months,
        })
    }

    /// Its first month and its last.
    pub fn ends(self) -> Option<(Date, Date)> {
        let last = self.number * self.months;
        let month = |month| Date::new(self.year, Some(month), None).ok();
        Some((month(last - self.months + 1)?, month(last)?))
    }

    /// Whether the other is the same one; of a year that is not told any.
    pub fn is(self, other: Term) -> bool {
        let years = self.year.zip(other.year);
        (self.number, self.months) == (other.number, other.months)
            && years.is_none_or(|(mine, theirs)| mine == theirs)
    }

    /// The one of the year that is meant where none is told, in an article of
    /// the day of the source.
    fn of_year(self, source: Option<Date>) -> Term {
        let first = Date::new(None, Some((self.number - 1) * self.months + 1), None).ok();
        let year = first.and_then(|first| relative::of_year(first, source).year);
        Term { year, ..self }
    }

    /// The term of a length in which a day lies, moved by so many.
    fn around(day: Date, months: i8, by: i16) -> Option<Term> {
        let a_year = i16::from(12 / months);
        let at = day.year?.checked_mul(a_year)? + i16::from((day.month? - 1) / months) + by;
        Some(Term {
            year: Some(at.div_euclid(a_year)),
            number: i8::try_from(at.rem_euclid(a_year)).ok()? + 1,
            months,
        })
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(year) = self.year {
            write!(f, "{year}-")?;
        }
        let letter = if self.months == 3 { 'Q' } else { 'H' };
        write!(f, "{letter}{}", self.number)
    }
}

/// What was read: its length, the term, whether it is told by its distance.
type Reading = (usize, Term, bool);

/// The terms of a text, in order; a year that is left out is that of `source`,
/// the day on which the text was published.
pub fn terms(prose: &Prose, source: Option<Date>) -> Vec<TermFound> {
    let mut found = Vec::new();
    for sentence in prose.sentences() {
        let text = prose.at(sentence);
        let lower = text.to_ascii_lowercase();
        let mut next = 0;
        let mut before: Option<char> = None;
        for (at, c) in lower.char_indices() {
            let previous = before.replace(c);
            let joined = previous.is_some_and(char::is_alphanumeric);
            if at < next || joined || !may_begin(c) {
                continue;
            }
            let rest = lower.get(at..).unwrap_or_default();
            let Some((length, term, relative)) = at_start(rest, source) else {
                continue;
            };
            next = at + length;
            let start = sentence.start + at;
            found.push(TermFound {
                term: if term.year.is_some() {
                    term
                } else {
                    term.of_year(source)
                },
                span: start..start + length,
                line: prose.line_of(start),
                dated: term.year.is_some(),
                relative,
            });
        }
    }
    found
}

/// Whether a text is a term and nothing else.
pub fn is_term(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    at_start(&lower, None).is_some_and(|(length, ..)| length == lower.len())
}

/// Whether a term may begin with a character, in lower case.
fn may_begin(c: char) -> bool {
    c.is_ascii_digit() || "'’qhtfsln지이다올작내재금오상하".contains(c)
}

/// The term with which `text`, in lower case, begins.
fn at_start(text: &str, source: Option<Date>) -> Option<Reading> {
    by_distance(text, source)
        .or_else(|| year_first(text, source))
        .or_else(|| {
            let (rest, term) = alone(text)?;
            let digits_first = text.starts_with(|c: char| c.is_ascii_digit());
            let (rest, year) = year_behind(rest, digits_first, source);
            // Bare halves are those of a game, too, and H1 is a name.
            // The first three months are those of anything.
            let said = text.get(..text.len() - rest.len()).unwrap_or_default();
            let plain = term.months == 3 && !said.contains("months");
            let sound = plain || year.is_some() || text.starts_with(['상', '하']);
            let term = Term { year, ..term };
            sound.then_some((text.len() - rest.len(), term, false))
        })
        .filter(|(length, ..)| is_whole(text.get(*length..).unwrap_or_default()))
}

/// Whether a term may end before `rest`: 3분기 만에 and 3분기 연속 tell how many.
fn is_whole(rest: &str) -> bool {
    let counted = ["만에", "연속", "째", "동안", "간 "];
    let behind = rest.trim_start();
    !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !counted.iter().any(|word| behind.starts_with(word))
}

/// `last quarter`, `지난 분기`: counted from the one in which the source lies.
fn by_distance(text: &str, source: Option<Date>) -> Option<Reading> {
    const PHRASES: &[(&str, i8, i16)] = &[
        ("last quarter", 3, -1),
        ("this quarter", 3, 0),
        ("next quarter", 3, 1),
        ("the current quarter", 3, 0),
        ("the previous quarter", 3, -1),
        ("지난 분기", 3, -1),
        ("이번 분기", 3, 0),
        ("다음 분기", 3, 1),
    ];
    let (words, months, by) = PHRASES.iter().find(|(words, ..)| text.starts_with(words))?;
    let term = Term::around(source?, *months, *by)?;
    Some((words.len(), term, true))
}

/// `2025년 2분기`, `2025 Q2`, `올해 상반기`, `last year's second quarter`.
fn year_first(text: &str, source: Option<Date>) -> Option<Reading> {
    let (rest, year) = year(text, source)?;
    let rest = rest.strip_prefix('년').unwrap_or(rest);
    let rest = ["'s ", "’s ", " ", "-", "/", ""]
        .iter()
        .filter_map(|joint| rest.strip_prefix(joint))
        .map(str::trim_start);
    let (rest, term) = rest.into_iter().find_map(alone)?;
    let term = Term {
        year: Some(year),
        ..term
    };
    Some((text.len() - rest.len(), term, false))
}

/// A year and what follows it: in digits, or told by its distance.
fn year(text: &str, source: Option<Date>) -> Option<(&str, i16)> {
    const PHRASES: &[(&str, i16)] = &[
        ("올해", 0),
        ("금년", 0),
        ("this year", 0),
        ("the year", 0),
        ("지난해", -1),
        ("작년", -1),
        ("last year", -1),
        ("재작년", -2),
        ("내년", 1),
        ("next year", 1),
    ];
    let far = PHRASES
        .iter()
        .find_map(|(words, far)| Some((text.strip_prefix(words)?, *far)));
    if let Some((rest, far)) = far {
        return Some((rest, source?.year?.checked_add(far)?));
    }
    let short = text.strip_prefix(['\'', '’']);
    let digits = short.unwrap_or(text);
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    let rest = digits.get(length..)?;
    let number: i16 = digits.get(..length)?.parse().ok()?;
    let korean = rest.starts_with('년');
    match length {
        4 if short.is_none() && (1900..2101).contains(&number) => Some((rest, number)),
        2 if short.is_some() || korean => Some((rest, 2000 + number)),
        _ => None,
    }
}

/// The year behind a term, if one is told: ` of 2025`, `, 2025`, and without
/// anything between where the term begins with its digit: `2Q25`, but H100.
fn year_behind(rest: &str, glued: bool, source: Option<Date>) -> (&str, Option<i16>) {
    const JOINTS: &[&str] = &[
        " of fiscal ",
        " of ",
        " in ",
        " fy",
        ", ",
        " ",
        "-",
        "/",
        "",
    ];
    let behind = JOINTS.iter().find_map(|joint| {
        let behind = rest.strip_prefix(joint)?;
        if joint.is_empty() && !glued && !behind.starts_with(['\'', '’']) {
            return None;
        }
        let (rest, year) = year(behind, source)?;
        // "in the second quarter this year"; "2 percent" is no year.
        let ends = !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '%');
        ends.then_some((rest, year))
    });
    let short = || {
        let (digits, rest) = rest.split_at_checked(2)?;
        let ends = !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        let year: i16 = digits.parse().ok().filter(|_| ends)?;
        digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then_some((rest, 2000 + year))
    };
    match behind.or_else(|| glued.then(short).flatten()) {
        Some((rest, year)) => (rest, Some(year)),
        None => (rest, None),
    }
}

/// A term without its year, and what follows it.
fn alone(text: &str) -> Option<(&str, Term)> {
    let term = |number: i8, months: i8| {
        let term = Term {
            year: None,
            number,
            months,
        };
        (number >= 1 && number * months <= 12).then_some(term)
    };
    for (word, number) in [("상반기", 1), ("하반기", 2)] {
        if let Some(rest) = text.strip_prefix(word) {
            return Some((rest, term(number, 6)?));
        }
    }
    let of_digit = |text: &str| {
        let digit = text.chars().next()?.to_digit(10)?;
        i8::try_from(digit).ok()
    };
    // Q2, H1
    let letters = [('q', 3), ('h', 6)];
    for (letter, months) in letters {
        if let Some(behind) = text.strip_prefix(letter)
            && let Some(number) = of_digit(behind)
        {
            return Some((behind.get(1..)?, term(number, months)?));
        }
    }
    // 2분기, 2/4분기, 2Q, 1H
    if let Some(number) = of_digit(text) {
        let behind = text.get(1..)?;
        let korean = ["분기", " 분기", "/4분기", "·4분기", "/4 분기", "·4 분기"];
        let korean = korean.iter().find_map(|unit| behind.strip_prefix(unit));
        if let Some(rest) = korean {
            return Some((rest, term(number, 3)?));
        }
        for (letter, months) in letters {
            if let Some(rest) = behind.strip_prefix(letter) {
                return Some((rest, term(number, months)?));
            }
        }
    }
    in_words(text).and_then(|(rest, number, months)| Some((rest, term(number, months)?)))
}

/// `the second quarter`, `second-quarter`, `1st half`.
fn in_words(text: &str) -> Option<(&str, i8, i8)> {
    const ORDINALS: &[(&str, i8)] = &[
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
        ("1st", 1),
        ("2nd", 2),
        ("3rd", 3),
        ("4th", 4),
    ];
    let behind = text.strip_prefix("the ").unwrap_or(text);
    // The first six months, the last three
    const MONTHS: &[(&str, i8, i8)] = &[
        ("first six months", 1, 6),
        ("last six months", 2, 6),
        ("second six months", 2, 6),
        ("first three months", 1, 3),
        ("last three months", 4, 3),
    ];
    let months = MONTHS
        .iter()
        .find_map(|(words, number, months)| Some((behind.strip_prefix(words)?, *number, *months)));
    if months.is_some() {
        return months;
    }
    let (behind, number) = ORDINALS
        .iter()
        .find_map(|(word, number)| Some((behind.strip_prefix(word)?, *number)))?;
    let behind = behind.strip_prefix([' ', '-'])?;
    let rest = |word: &str| {
        let rest = behind.strip_prefix(word)?;
        (!rest.starts_with(|c: char| c.is_ascii_alphanumeric())).then_some(rest)
    };
    match (rest("quarter"), rest("half")) {
        (Some(rest), _) => Some((rest, number, 3)),
        (None, Some(rest)) => Some((rest, number, 6)),
        (None, None) => None,
    }
}
