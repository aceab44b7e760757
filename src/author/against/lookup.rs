//! Looking claims up in articles.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::One;

use super::article::{Article, Read};
use super::claims::{Claim, What, claims};
use super::context::{self, Meaning};
use super::deck::{Written, own_words};
use super::{Judged, Report, Verdict, agree, names, reckon, slip, tell};
use crate::author::ignore::Ignores;
use crate::author::prose::DateFound;
use crate::deck::yaml::Node;
use crate::figure::{Date, Figure, Unit, UnitMatch};

/// Judges the claims of `deck` that are from `source` by the articles of that
/// source.
pub(super) fn judge(
    deck: &Written<'_>,
    source: Option<&str>,
    articles: &[&Article],
    ignores: &mut Ignores,
    report: &mut Report,
) {
    let day = deck.day_of(source);
    let date = day.map(|(date, _)| date);
    let reads: Vec<Arc<Read>> = articles.iter().map(|article| article.read(date)).collect();
    let entries = deck.entries();
    let words = context::words_of(deck, &entries);
    let claims = claims(deck, &entries, source, date);
    let beside = beside(&claims);
    let nothing = (HashSet::new(), Vec::new());
    let mut verdicts: Vec<Verdict> = claims
        .iter()
        .map(|claim| {
            let (beside, values) = beside.get(&claim.entry).unwrap_or(&nothing);
            let of_entry = claim.entry.and_then(|at| words.get(at)).cloned();
            let of_text = context::words_of_text(&claim.around);
            let told = if claim.is_main() || of_text.is_empty() {
                of_entry.unwrap_or_default()
            } else {
                of_text
            };
            let meaning = Meaning {
                words: &told,
                main: claim.is_main(),
                beside,
                values: if claim.is_headline() { values } else { &[] },
            };
            let of = |read: &Read| verdict(claim, read, &meaning, date);
            let missing = Verdict::Missing { nearest: None };
            reads.iter().map(|read| of(read)).fold(missing, Verdict::or)
        })
        .collect();
    reckon_texts(&claims, &mut verdicts);
    compute(&claims, &mut verdicts);

    let paths: Vec<String> = articles
        .iter()
        .map(|article| article.path.display().to_string())
        .collect();
    let paths = paths.join(", ");
    for (claim, mut verdict) in claims.into_iter().zip(verdicts) {
        // What is computed from what is not found is told there.
        if matches!(claim.what, What::Computed(_)) && !verdict.is_found() {
            continue;
        }
        if let Some(diagnostic) = tell::diagnostic(deck, &claim, &verdict, &paths) {
            if ignores.covers(diagnostic.code, diagnostic.place.line) {
                verdict = Verdict::Excused;
            } else {
                report.diagnostics.push(diagnostic);
            }
        }
        report.claims.push(Judged {
            entry: claim.name.to_owned(),
            key: claim.key.to_owned(),
            claim: claim.written,
            place: claim.place,
            verdict,
        });
    }
    let mut others = Vec::new();
    if let Some((day, node)) = day {
        others.extend(slip::of_source(deck, day, node, &reads, &paths));
    }
    for entry in entries
        .iter()
        .filter(|entry| deck.source_of(entry) == source)
    {
        agree::differences(deck, entry, date, &mut others);
    }
    others.retain(|told| !ignores.covers(told.code, told.place.line));
    report.diagnostics.append(&mut others);
}

/// For each entry, what it says, and what it is about.
fn beside(claims: &[Claim<'_>]) -> HashMap<Option<usize>, (HashSet<String>, Vec<What>)> {
    let mut beside: HashMap<_, (HashSet<String>, Vec<What>)> = HashMap::new();
    for claim in claims {
        let (said, values) = beside.entry(claim.entry).or_default();
        said.insert(claim.spelling());
        if claim.is_main() {
            values.push(claim.what.clone());
        }
    }
    beside
}

/// What an article says of a claim.
fn verdict(claim: &Claim<'_>, read: &Read, meaning: &Meaning<'_>, day: Option<Date>) -> Verdict {
    match &claim.what {
        What::Figure(figure) => of_figure(claim, figure, read, meaning),
        What::Date(date) => of_date(*date, read, meaning),
        What::AsOf(date) => as_of(*date, read, day, claim.entry.is_none()),
        What::Designation => designation(&claim.written, read),
        What::Name(forms) => names::verdict(forms, read),
        What::Computed(_) => Verdict::Missing { nearest: None },
    }
}

fn of_figure(claim: &Claim<'_>, figure: &Figure, read: &Read, meaning: &Meaning<'_>) -> Verdict {
    let (mut own, mut near, mut other_unit): (Vec<Range<usize>>, Vec<_>, _) =
        (Vec::new(), Vec::new(), None);
    let digits = slip::written(claim, figure);
    for found in &read.figures {
        // What is written as 6/3 is no 2.
        if digits.contains('/') && !found.figure.number.fraction {
            continue;
        }
        let unit = same_unit(&figure.unit, &found.figure);
        if is_same(figure, &found.figure) {
            if unit || converted(figure, &found.figure) {
                own.push(found.span.clone());
            } else if other_unit.is_none() {
                other_unit = Some(found);
            }
        } else if unit
            && (meaning.main || figure.unit != Unit::None)
            && slip::one_digit(&digits, &slip::digits(&found.figure))
        {
            near.push(found.span.clone());
        } else if unit && converted(figure, &found.figure) {
            own.push(found.span.clone());
        }
    }
    if own.is_empty() && !digits.contains('/') {
        own.extend(by_parts(figure, read));
    }
    if let Some(first) = own.iter().min_by_key(|span| span.start) {
        return settle(read, meaning, first, &own, &near);
    }
    let scaled = || {
        read.figures.iter().find(|found| {
            same_unit(&figure.unit, &found.figure)
                && found
                    .figure
                    .number
                    .significant_digits()
                    .is_some_and(|digits| digits > 1)
                && reckon::same_digits(&figure.number, &found.figure.number)
        })
    };
    match other_unit.or_else(scaled) {
        Some(found) => Verdict::OtherUnit {
            line: found.line,
            written: read.prose.at(&found.span).to_owned(),
        },
        None => Verdict::Missing {
            nearest: nearest(figure, read),
        },
    }
}

/// The verdict on a value that stands at `own`, while others stand near.
fn settle(
    read: &Read,
    meaning: &Meaning<'_>,
    first: &Range<usize>,
    own: &[Range<usize>],
    near: &[Range<usize>],
) -> Verdict {
    let line = read.prose.line_of(first.start);
    match meaning.meant(read, own, near) {
        Some(span) => Verdict::Elsewhere {
            line,
            meant: read.prose.at(span).to_owned(),
            meant_line: read.prose.line_of(span.start),
        },
        None => Verdict::Found { line },
    }
}

/// Whether two figures have the same number, one perhaps rounded, or one of the
/// ends of a span.
fn is_same(claimed: &Figure, found: &Figure) -> bool {
    let (mine, theirs) = (&claimed.number, &found.number);
    let rounded = mine.last_digit > theirs.last_digit
        && mine.significant_digits().is_some_and(|digits| digits > 1)
        && mine.is_rounding_of(theirs);
    let end = mine.upper.is_none()
        && theirs.upper.is_some()
        && (mine.value == theirs.value || mine.value == *theirs.largest());
    // 2.0 is more than an article says that has "twice".
    let finer = mine.last_digit < 0 && theirs.last_digit >= 0 && mine.value.is_integer();
    (mine.equals(theirs) && !finer) || rounded || end
}

/// Whether the unit of a claim may be meant by the one of what was found. A
/// bare number is one of anything if it has two digits or more (the cells of a
/// table), but not the number of an item in a list.
fn same_unit(claimed: &Unit, found: &Figure) -> bool {
    let noun = matches!(claimed, Unit::Other(word) if !word.contains('/') && word.is_ascii())
        && !claimed.needs_naming();
    let cell = || {
        found
            .number
            .significant_digits()
            .is_none_or(|digits| digits > 1)
    };
    match (claimed, &found.unit) {
        (Unit::None, _) => true,
        (_, Unit::None) => cell(),
        (claimed, unit) => {
            // "14 cents", of which the sentence says elsewhere that it is per kWh.
            let free = !unit.lasts() && !matches!(unit, Unit::Currency(_));
            noun && free
                || claimed.compare(unit) != UnitMatch::Wrong
                || unit.compare(claimed) != UnitMatch::Wrong
        }
    }
}

/// Whether two figures are the same in another unit: 12 months and a year.
fn converted(claimed: &Figure, found: &Figure) -> bool {
    let times = found.unit.in_terms_of(&claimed.unit);
    times.is_some_and(|times| {
        let value = &found.number.value * &times;
        let upper = found.number.upper.as_ref().map(|upper| upper * &times);
        value == claimed.number.value && upper == claimed.number.upper
    })
}

/// Where a whole number stands as a part of something else: a year, the day of
/// a month, what a fraction divides by; and the ends of a span by themselves.
fn by_parts(figure: &Figure, read: &Read) -> Vec<Range<usize>> {
    let value = &figure.number.value;
    if let Some(upper) = &figure.number.upper {
        let stands = |end: &BigRational| {
            read.figures.iter().find(|found| {
                found.figure.number.value == *end && same_unit(&figure.unit, &found.figure)
            })
        };
        return match (stands(value), stands(upper)) {
            (Some(from), Some(_)) => vec![from.span.clone()],
            _ => Vec::new(),
        };
    }
    let whole = |part: i64| *value == BigRational::from(BigInt::from(part));
    let bare = figure.unit == Unit::None && figure.number.last_digit >= 0;
    let years = read.dates.iter().filter(|found| {
        let dates = [Some(found.date), found.to];
        let mut dates = dates.into_iter().flatten();
        dates.any(|date| {
            bare && date.year.is_some_and(|year| whole(year.into()))
                || figure.unit.code() == "day" && date.day.is_some_and(|day| whole(day.into()))
        })
    });
    let parts = read.figures.iter().filter(|found| {
        let number = &found.figure.number;
        bare && number.fraction
            && number.value.numer().is_one()
            && *value == BigRational::from(number.value.denom().clone())
    });
    years
        .map(|found| found.span.clone())
        .chain(parts.map(|found| found.span.clone()))
        .collect()
}

/// The figure of the same unit that looks most like one that is not found.
fn nearest(figure: &Figure, read: &Read) -> Option<(String, usize)> {
    let digits = slip::digits(figure);
    let near = read
        .figures
        .iter()
        .filter(|found| found.figure.unit.compare(&figure.unit) == UnitMatch::Same)
        .min_by(|one, other| {
            let typed = |figure: &Figure| strsim::osa_distance(&slip::digits(figure), &digits);
            let far = |there: &Figure| there.number.relative_distance(&figure.number);
            typed(&one.figure)
                .cmp(&typed(&other.figure))
                .then_with(|| far(&one.figure).cmp(&far(&other.figure)))
        })?;
    let written = read.prose.at(&near.span).to_owned();
    Some((written, near.line))
}

fn of_date(date: Date, read: &Read, meaning: &Meaning<'_>) -> Verdict {
    let (mut own, mut near) = (Vec::new(), Vec::new());
    let mut first: Option<&DateFound> = None;
    let iso = date.to_string();
    for found in &read.dates {
        for there in [Some(found.date), found.to].into_iter().flatten() {
            let cut = cut_to(there, date);
            if cut == Some(date) {
                own.push(found.span.clone());
                let better =
                    |known: &DateFound| known.reckoning.is_some() && found.reckoning.is_none();
                if first.is_none_or(better) {
                    first = Some(found);
                }
            } else if cut.is_some_and(|cut| {
                let there = cut.to_string();
                slip::one_digit(&there, &iso)
            }) {
                near.push(found.span.clone());
            }
        }
    }
    let Some(found) = first else {
        let near = read
            .dates
            .iter()
            .filter_map(|found| Some((found, cut_to(found.date, date)?)))
            .min_by_key(|(_, there)| strsim::osa_distance(&there.to_string(), &iso));
        return Verdict::Missing {
            nearest: near.map(|(found, there)| {
                let written = read.prose.at(&found.span);
                let told = match found.reckoning {
                    Some(_) => format!("{written}, which is {there}"),
                    None => written.to_owned(),
                };
                (told, found.line)
            }),
        };
    };
    match (
        settle(read, meaning, &found.span, &own, &near),
        &found.reckoning,
    ) {
        (Verdict::Found { line }, Some(reckoning)) => Verdict::Relative {
            line,
            reckoning: reckoning.clone(),
        },
        (verdict, _) => verdict,
    }
}

/// `date` with those parts that `like` has; nothing if it lacks one of them.
pub(super) fn cut_to(date: Date, like: Date) -> Option<Date> {
    let part = |has: bool, part: Option<i8>| if has { part.map(Some) } else { Some(None) };
    let year = if like.year.is_some() {
        Some(date.year?)
    } else {
        None
    };
    Some(Date {
        year,
        month: part(like.month.is_some(), date.month)?,
        day: part(like.day.is_some(), date.day)?,
    })
}

/// A fact is of the source's day, or of one that the article names, or of the
/// end of a year or month that it names; never of a later one.
fn as_of(date: Date, read: &Read, day: Option<Date>, of_all: bool) -> Verdict {
    let nearest = day.map(|day| (format!("the source's own day, {day}"), 1));
    let missing = Verdict::Missing { nearest };
    let slip = |day: Date| of_all && slip::one_digit(&day.to_string(), &date.to_string());
    if day.is_some_and(|day| date > day || slip(day)) {
        return missing;
    }
    if day.is_some_and(|day| cut_to(day, date) == Some(date)) {
        return Verdict::Computed {
            how: "the source's own day".to_owned(),
        };
    }
    let names = |there: Date| {
        let last = match (there.month, there.day) {
            (None, _) => Date::new(there.year, Some(12), Some(31)).ok(),
            (Some(_), None) => (28..=31)
                .rev()
                .find_map(|day| Date::new(there.year, there.month, Some(day)).ok()),
            _ => None,
        };
        cut_to(there, date) == Some(date) || last == Some(date)
    };
    let found = read
        .dates
        .iter()
        .find(|found| names(found.date) || found.to.is_some_and(names));
    found.map_or(missing, |found| Verdict::Found { line: found.line })
}

fn designation(written: &str, read: &Read) -> Verdict {
    let parts = written.rsplit('-').next().filter(|part| {
        part.len() < written.len()
            && part.contains(|c: char| c.is_ascii_digit())
            && part.contains(|c: char| c.is_ascii_alphabetic())
    });
    let plural = written.strip_suffix('s');
    let found = [Some(written), plural, parts]
        .into_iter()
        .flatten()
        .find_map(|name| read.names.find(name));
    match found {
        Some(at) => Verdict::Found {
            line: read.prose.line_of(at),
        },
        None => {
            let near = read
                .designations
                .iter()
                .min_by_key(|there| strsim::osa_distance(there, written))
                .filter(|there| strsim::osa_distance(there, written) < 3);
            let nearest = near.and_then(|there| {
                let at = read.names.find(there)?;
                Some((there.clone(), read.prose.line_of(at)))
            });
            Verdict::Missing { nearest }
        }
    }
}

/// Bears out what follows from figures of the same text.
fn reckon_texts(claims: &[Claim<'_>], verdicts: &mut [Verdict]) {
    let mut done: HashSet<*const Node> = HashSet::new();
    for claim in claims {
        let text = claim.node.text().unwrap_or_default();
        if !reckon::reckons(&own_words(text, false)) || !done.insert(claim.node) {
            continue;
        }
        let of_text: Vec<(usize, &Figure)> = claims
            .iter()
            .enumerate()
            .filter(|(_, other)| std::ptr::eq(other.node, claim.node))
            .filter_map(|(at, other)| match &other.what {
                What::Figure(figure) => Some((at, figure)),
                _ => None,
            })
            .collect();
        // A bare 5.576 stands for 5.576 million, which the article has.
        for (at, _) in &of_text {
            let operand = claims
                .get(*at)
                .is_some_and(|claim| reckon::is_operand(text, &claim.written));
            if let Some(verdict) = verdicts.get_mut(*at)
                && let Verdict::OtherUnit { line, .. } = verdict
                && operand
            {
                *verdict = Verdict::Found { line: *line };
            }
        }
        // Each may rest on those before it.
        for _ in 0..of_text.len() {
            let known: Vec<Figure> = of_text
                .iter()
                .filter(|(at, _)| verdicts.get(*at).is_some_and(Verdict::is_found))
                .map(|(_, figure)| (*figure).clone())
                .collect();
            let next = of_text.iter().find_map(|(at, figure)| {
                let open = verdicts.get(*at).is_some_and(|verdict| !verdict.is_found());
                Some((*at, reckon::follows(figure, &known).filter(|_| open)?))
            });
            let Some((at, how)) = next else {
                break;
            };
            if let Some(verdict) = verdicts.get_mut(at) {
                *verdict = Verdict::Computed { how };
            }
        }
    }
}

/// Bears out formulas whose facts and figures are found.
fn compute(claims: &[Claim<'_>], verdicts: &mut [Verdict]) {
    let is_value = |claim: &Claim<'_>, name: &str| claim.key == "value" && claim.name == name;
    for _ in 0..claims.len() {
        let mut changed = false;
        for (at, claim) in claims.iter().enumerate() {
            let What::Computed(names) = &claim.what else {
                continue;
            };
            if verdicts.get(at).is_some_and(Verdict::is_found) {
                continue;
            }
            let all_of = |name: &str| {
                let mut values = claims
                    .iter()
                    .zip(verdicts.iter())
                    .filter(|(other, _)| is_value(other, name))
                    .peekable();
                // A fact of another source is not this one's to bear out.
                values.peek().is_none() || values.all(|(_, verdict)| verdict.is_found())
            };
            if names.iter().all(|name| all_of(name))
                && let Some(verdict) = verdicts.get_mut(at)
            {
                let how = claim
                    .written
                    .trim()
                    .trim_start_matches('=')
                    .trim()
                    .to_owned();
                *verdict = Verdict::Computed { how };
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
}
