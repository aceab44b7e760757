//! What a text of a deck says: its figures, dates and designations.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use num_traits::One;

use super::claim::What;
use super::ordinals::{numbered, ordinals};
use crate::author::prose::{FigureFound, Prose, Term, dates, designations, figures, terms};
use crate::figure::{Date, MONTHS, Number, Period, Unit};
use crate::order::Order as _;
use crate::text::is_hangul;

/// So many texts are kept at most.
const MOST: usize = 4_096;

/// A text, and the day of the source for which it was read.
type Text = (Option<Date>, String);

/// What the texts of decks say, each read but once: it is claimed, held against
/// the text in the other language, and at the next save as a rule still there.
#[derive(Debug, Clone, Default)]
pub(super) struct Readings {
    day: Option<Date>,
    known: Arc<Mutex<HashMap<Text, Arc<Said>>>>,
}

impl Readings {
    /// The same for a deck whose source was published on `day`.
    pub fn on(&self, day: Option<Date>) -> Readings {
        Readings {
            day,
            known: Arc::clone(&self.known),
        }
    }

    /// What a text says.
    pub fn of(&self, text: String) -> Arc<Said> {
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (self.day, text);
        if let Some(said) = known().get(&key) {
            return Arc::clone(said);
        }
        let said = Arc::new(Said::of(&key.1, self.day));
        let mut known = known();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, Arc::clone(&said));
        said
    }
}

/// What a text says in digits: figures, dates and designations; and beside
/// them the numbers that it says in words.
#[derive(Debug)]
pub(super) struct Said {
    prose: Prose,
    values: Vec<(Range<usize>, What)>,
    words: Vec<(Range<usize>, Number)>,
    ordinals: Vec<(Range<usize>, u32)>,
}

impl Said {
    /// Reads a text of a deck whose source was published on `day`.
    pub fn of(text: &str, day: Option<Date>) -> Said {
        let prose = Prose::plain(text);
        let dates = dates(&prose, day);
        let figures = figures(&prose, &dates);
        let in_words = figures.iter().filter(|found| {
            let digits = prose.at(&found.span).contains(|c: char| c.is_ascii_digit());
            // Parts are figures in whatever way they are written.
            !digits && !found.figure.number.fraction
        });
        let words = in_words.map(|found| (found.span.clone(), found.figure.number.clone()));
        let words = words.collect();
        let mut values = Vec::new();
        // "last quarter" is for another check, as "last year" is.
        let terms = terms(&prose, day);
        // In "Q4 2023 and Q1" the second may be of another year than the source's.
        let told = dates.iter().any(|found| found.date.year.is_some())
            || terms.iter().any(|found| found.dated);
        for found in terms.into_iter().filter(|found| !found.relative) {
            let year = found.term.year.filter(|_| found.dated || !told);
            values.push((found.span, What::Term(Term { year, ..found.term })));
        }
        let of_terms: Vec<Range<usize>> = values.iter().map(|(span, _)| span.clone()).collect();
        let free = |span: &Range<usize>| {
            let over = |term: &Range<usize>| term.start < span.end && span.start < term.end;
            !of_terms.iter().any(over)
        };
        for found in dates.into_iter().filter(|found| free(&found.span)) {
            // "last year" is for another check; "3일" may be three days.
            if found.reckoning.is_some() || found.doubtful {
                continue;
            }
            let span = found.to.map(|to| Period::new(found.date, to));
            values.push(match span {
                Some(Ok(span)) => (found.span, What::Span(span)),
                Some(Err(_)) | None => (found.span, What::Date(found.date)),
            });
        }
        for found in figures {
            let says = !found.in_words
                || found.figure.number.fraction
                || !matches!(found.figure.unit, Unit::None | Unit::Count(_));
            let digits = is_part(prose.at(&found.span), &found)
                || prose.at(&found.span).contains(|c: char| c.is_ascii_digit());
            let taken = values
                .iter()
                .any(|(span, _)| span.start < found.span.end && found.span.start < span.end);
            let written = prose.at(&found.span);
            // "1달러당" only names what is counted.
            let named = matches!(found.figure.unit, Unit::Currency(_));
            let number = &found.figure.number;
            let one = named && number.value.is_one() && number.upper.is_none();
            if !says || !digits || taken || is_padded(written) {
                continue;
            }
            if let Some(span) = korean_name(&prose, &found) {
                values.push((span, What::Designation));
            } else if !one {
                values.push((found.span, What::Figure(found.figure)));
            }
        }
        scores(&prose, &mut values);
        // 50,000 H100s are a figure, and H100 is a name all the same.
        for span in designations(&prose).into_iter().filter(free) {
            values.push((span, What::Designation));
        }
        let of_order: Vec<(Range<usize>, u32)> = ordinals(&prose)
            .into_iter()
            .filter(|(span, _)| free(span))
            .collect();
        // "Second" and 세 번째 are words as a rule.
        let in_digits =
            |span: &Range<usize>| prose.at(span).starts_with(|c: char| c.is_ascii_digit());
        for (span, number) in of_order.iter().filter(|(span, _)| in_digits(span)) {
            // Of the 18th 18 is no figure.
            values.retain(|(other, _)| !(span.start <= other.start && other.end <= span.end));
            let mut others = values.iter().map(|(other, _)| other);
            if !others.any(|other| other.start < span.end && span.start < other.end) {
                values.push((span.clone(), What::Ordinal(*number)));
            }
        }
        let numbered = numbered(&prose).into_iter().map(|(span, _)| span);
        for span in padded(&prose).into_iter().chain(numbered) {
            let taken = values
                .iter()
                .any(|(other, _)| other.start < span.end && span.start < other.end);
            if !taken {
                values.push((span, What::Designation));
            }
        }
        values.order_by_key(|(span, _)| span.start);
        let odd: Vec<_> = repeated(&prose, &values)
            .into_iter()
            .chain(backwards(&prose, &values))
            .chain(
                beyond(&prose)
                    .into_iter()
                    .map(|span| (span, What::Designation)),
            )
            .collect();
        values.extend(odd);
        Said {
            prose,
            values,
            words,
            ordinals: of_order,
        }
    }

    /// The numbers in words, each as it is written.
    pub fn in_words(&self) -> impl Iterator<Item = (&str, &Number)> {
        let each = self.words.iter();
        each.map(|(span, number)| (self.prose.at(span), number))
    }

    /// The ordinals, each as it is written.
    pub fn ordinals(&self) -> impl Iterator<Item = (&str, u32)> {
        let each = self.ordinals.iter();
        each.map(|(span, number)| (self.prose.at(span), *number))
    }

    /// Each as it is written, how often the same was written before, and what
    /// it says.
    pub fn claims(&self) -> impl Iterator<Item = (String, usize, What)> {
        // Of each that is written its places, found once.
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        self.values.iter().map(move |(span, what)| {
            let written = self.prose.at(span);
            let places = places.entry(written).or_insert_with(|| {
                let places = self.prose.text().match_indices(written);
                places.map(|(at, _)| at + written.len()).collect()
            });
            let before = places.partition_point(|end| *end <= span.start);
            (written.to_owned(), before, what.clone())
        })
    }
}

/// Makes one of the two numbers of a score: 3-2 stands there so, or it does not.
fn scores(prose: &Prose, values: &mut Vec<(Range<usize>, What)>) {
    let bare = |what: &What| matches!(what, What::Figure(figure) if figure.unit == Unit::None);
    values.order_by_key(|(span, _)| span.start);
    let pairs = values.iter().zip(values.iter().skip(1));
    let found: Vec<Range<usize>> = pairs
        .filter(|((one, first), (other, second))| {
            let between = prose.at(&(one.end..other.start));
            matches!(between, "-" | "–") && bare(first) && bare(second)
        })
        .map(|((one, _), (other, _))| one.start..other.end)
        .collect();
    for score in found {
        values.retain(|(span, _)| !(score.start <= span.start && span.end <= score.end));
        values.push((score, What::Designation));
    }
}

/// Whether a number is a score: `3-2`.
pub(super) fn is_score(written: &str) -> bool {
    let parts = written.split_once(['-', '–']);
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.is_some_and(|(one, other)| number(one) && number(other))
}

/// Whether a part is told in words: "one in five" is a figure as much as 20 %
/// is. "여섯 곳 중 세 곳은?" asks which they are.
fn is_part(written: &str, found: &FigureFound) -> bool {
    let of_all = [" 중", " 가운데"].iter().any(|word| written.contains(word));
    found.figure.number.fraction && !of_all
}

/// Whether a number begins with a zero that means nothing: it is looked up as
/// it is written.
pub(super) fn is_padded(written: &str) -> bool {
    let mut characters = written.chars();
    characters.next() == Some('0') && characters.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whole numbers that begin with a zero.
fn padded(prose: &Prose) -> Vec<Range<usize>> {
    let text = prose.text();
    let starts = text.match_indices('0').filter(|(at, _)| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        let free = before
            .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '-' | '/' | ':'));
        free && text.get(*at..).is_some_and(is_padded)
    });
    starts
        .map(|(at, _)| {
            let rest = text.get(at..).unwrap_or_default();
            at..at + rest.bytes().take_while(u8::is_ascii_digit).count()
        })
        .collect()
}

/// Quarters, months and days that no year has: 5분기, 0월, 1월 32일, 41 July.
fn beyond(prose: &Prose) -> Vec<Range<usize>> {
    let text = prose.text();
    // The number that ends where `unit` does.
    let number = |unit: &str, end: usize| {
        let head = text.get(..end)?.strip_suffix(unit)?;
        let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
        let start = head.len() - digits;
        Some((start, head.get(start..)?.parse::<u32>().ok()?))
    };
    let of = |unit: &'static str, most: u32| {
        text.match_indices(unit).filter_map(move |(at, word)| {
            let (start, number) = number(word, at + word.len())?;
            let before = text.get(..start)?;
            let is_day = unit != "일" || number_before(before.trim_end(), '월');
            let whole = !before.ends_with(['.', ',', '/', '·']);
            let beyond = !(1..=most).contains(&number) && is_day && whole;
            beyond.then_some(start..at + word.len())
        })
    };
    let english = MONTHS.iter().flat_map(|month| {
        text.match_indices(month).filter_map(move |(at, _)| {
            let blank = text.get(..at)?.strip_suffix(' ')?;
            let (start, day) = number("", blank.len())?;
            let short = blank.len() - start < 3;
            (short && !(1..=31).contains(&day)).then_some(start..at + month.len())
        })
    });
    let korean = of("분기", 4).chain(of("월", 12)).chain(of("일", 31));
    korean.chain(english).collect()
}

/// Whether a text ends in a number of `unit`.
fn number_before(text: &str, unit: char) -> bool {
    let head = text.strip_suffix(unit);
    head.is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))
}

/// Spans of years, months or days that are none, as they go backwards: 3~2월.
fn backwards(prose: &Prose, values: &[(Range<usize>, What)]) -> Vec<(Range<usize>, What)> {
    let text = prose.text();
    let found = text.match_indices(['~', '–']).filter_map(|(at, sign)| {
        let head = text.get(..at)?.bytes().rev();
        let before = head.take_while(u8::is_ascii_digit).count();
        let rest = text.get(at + sign.len()..)?;
        let after = rest.bytes().take_while(u8::is_ascii_digit).count();
        let unit = rest.get(after..)?.chars().next();
        let unit = unit.filter(|c| matches!(c, '년' | '월' | '일'))?;
        let span = at - before..at + sign.len() + after + unit.len_utf8();
        let whole = values
            .iter()
            .any(|(known, _)| known.start <= span.start && span.end <= known.end);
        (before > 0 && after > 0 && !whole).then_some((span, What::Designation))
    });
    found.collect()
}

/// Spans and changes that go from a value to the same one: no article has that.
fn repeated(prose: &Prose, values: &[(Range<usize>, What)]) -> Vec<(Range<usize>, What)> {
    let still = |what: &What| matches!(what, What::Span(span) if span.from == span.to);
    let spans = values.iter().filter(|(_, what)| still(what));
    let pairs = values.iter().zip(values.iter().skip(1));
    pairs
        .filter(|((from, one), (to, other))| {
            let between = prose.at(&(from.end..to.start)).trim();
            let joins = match one {
                What::Date(_) => ["to", "~", "–", "-", "부터", "에서", "and"].contains(&between),
                // 2 to 2 is how a game ends.
                What::Figure(figure) => {
                    figure.unit != Unit::None && ["to", "에서"].contains(&between)
                }
                _ => false,
            };
            joins && one == other
        })
        .map(|((from, _), (to, _))| from.start..to.end)
        .chain(spans.map(|(span, _)| span.clone()))
        .map(|span| (span, What::Designation))
        .collect()
}

/// The span of a Korean name that ends in a number, if `found` is that number:
/// `누리5`. What has a unit is none: `총26명`.
fn korean_name(prose: &Prose, found: &FigureFound) -> Option<Range<usize>> {
    let before = prose.text().get(..found.span.start)?;
    let word = before.len() - before.trim_end_matches(is_hangul).len();
    let digits = prose.at(&found.span).bytes().take_while(u8::is_ascii_digit);
    let end = found.span.start + digits.count();
    let bare = matches!(found.figure.unit, Unit::None | Unit::Other(_));
    (word > 3 && bare).then_some(found.span.start - word..end)
}
