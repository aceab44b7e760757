//! Looking claims up in articles.

use std::ops::Range;
use std::sync::Arc;

use super::article::{Article, Read};
use super::claim::{Claim, What};
use super::claims::claims;
use super::context::Meaning;
use super::deck::{Entry, Written};
use super::ledger::Ledger;
use super::once::{Once, each_once};
use super::quote::Quotes;
use super::said::Readings;
use super::surroundings::Surroundings;
use super::{
    Judged, Report, Verdict, agree, days, earlier, ends, figures, instead, names, ordinals, reckon,
    said, slip, speakers, tell, terms, times,
};
use crate::author::ignore::Ignores;
use crate::deck::Diagnostic;
use crate::figure::Date;

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
    let readings = articles.first();
    let readings = readings.map_or_else(Readings::default, |article| article.readings.on(date));
    let claims = claims(deck, &entries, source, &readings);
    let verdicts = verdicts(deck, &entries, &claims, &reads, date);
    let paths: Vec<String> = articles
        .iter()
        .map(|article| article.path.display().to_string())
        .collect();
    let paths = paths.join(", ");
    let judged = each_once(claims.into_iter().zip(verdicts).collect());
    tell_of(deck, judged, &paths, ignores, report);
    let by_reference: Vec<&Read> = reads.iter().map(Arc::as_ref).collect();
    let mut others = Vec::new();
    if let Some((day, node)) = day {
        others.extend(slip::of_source(deck, day, node, &reads, &paths));
    }
    for entry in entries
        .iter()
        .filter(|entry| deck.source_of(entry) == source)
    {
        agree::differences(deck, entry, &readings, &mut others);
        instead::mentions(deck, entry, &by_reference, &paths, &mut others);
    }
    others.retain(|told| !ignores.covers(told.code, told.place.line));
    report.diagnostics.append(&mut others);
}

/// What the articles say of each claim.
fn verdicts(
    deck: &Written<'_>,
    entries: &[Entry<'_>],
    claims: &[Claim<'_>],
    reads: &[Arc<Read>],
    day: Option<Date>,
) -> Vec<Verdict> {
    let ledger = Ledger::of(claims);
    let surroundings = Surroundings::of(deck, entries, claims, &ledger);
    let quotes = reads.iter().map(|read| Quotes::of(deck, entries, read));
    let quotes: Vec<Quotes> = quotes.collect();
    let of_claim = |claim: &Claim<'_>| {
        let meaning = surroundings.meaning(claim);
        let of = |(read, quotes): (&Arc<Read>, &Quotes)| {
            let quoted = quotes.verdict(claim, read);
            let verdict = quoted.unwrap_or_else(|| verdict(claim, read, &meaning, day));
            let verdict = times::with_value(&claim.what, verdict, read, &meaning);
            let other = || earlier::of_other_year(&claim.what, read, meaning.values);
            verdict.is_found().then(other).flatten().unwrap_or(verdict)
        };
        let missing = Verdict::Missing { nearest: None };
        reads.iter().zip(&quotes).map(of).fold(missing, Verdict::or)
    };
    let mut verdicts: Vec<Verdict> = claims.iter().map(of_claim).collect();
    reckon::texts(claims, &ledger, &mut verdicts);
    reckon::answers(deck, entries, claims, &ledger, &mut verdicts);
    reckon::formulas(claims, &ledger, &mut verdicts);
    let by_reference: Vec<&Read> = reads.iter().map(Arc::as_ref).collect();
    ends::judge(claims, &mut verdicts, &by_reference);
    speakers::judge(claims, &mut verdicts, &by_reference);
    verdicts
}

/// Reports each claim with its verdict, and what is wrong of them, but for what is
/// told already or excused.
fn tell_of<'w>(
    deck: &'w Written<'w>,
    judged: Vec<(Claim<'w>, Verdict)>,
    paths: &str,
    ignores: &mut Ignores,
    report: &mut Report,
) {
    let told = judged.iter().map(|(claim, verdict)| {
        // What is computed from what is not found is told there.
        let computed = matches!(claim.what, What::Computed(_));
        let told = tell::diagnostic(deck, claim, verdict, paths).filter(|_| !computed)?;
        let excused = ignores.covers(told.code, told.place.line);
        Some((told, excused))
    });
    let told: Vec<Option<(Diagnostic, bool)>> = told.collect();
    let wrong = told
        .iter()
        .map(|told| matches!(told, Some((_, excused)) if !excused));
    let claims = judged.iter().map(|(claim, _)| claim);
    let mut once = Once::of(claims.zip(wrong));
    let mut unnamed = Unnamed::default();
    for ((claim, mut verdict), told) in judged.into_iter().zip(told) {
        if matches!(claim.what, What::Computed(_)) && !verdict.is_found() {
            continue;
        }
        let told = told.filter(|(_, excused)| *excused || !once.is_told(&claim, &verdict));
        if let Some((diagnostic, excused)) = told {
            if excused {
                verdict = Verdict::Excused;
            } else if tell::is_unnamed(&claim, &verdict) {
                unnamed.add(&claim, diagnostic, &mut report.diagnostics);
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
}

/// Names of one list that the article does not name: told once.
#[derive(Default)]
struct Unnamed<'w> {
    /// The entry and the key.
    of: Option<(Option<usize>, &'w str)>,
    names: Vec<String>,
    /// Which of the diagnostics tells of them.
    at: usize,
}

impl<'w> Unnamed<'w> {
    fn add(&mut self, claim: &Claim<'w>, told: Diagnostic, all: &mut Vec<Diagnostic>) {
        let of = Some((claim.entry, claim.key));
        if self.of != of {
            self.of = of;
            self.names.clear();
        }
        self.names.push(claim.written.clone());
        match all.get_mut(self.at).filter(|_| self.names.len() > 1) {
            Some(first) => first.message = tell::unnamed(&self.names),
            None => {
                self.at = all.len();
                all.push(told);
            }
        }
    }
}

/// What an article says of a claim.
fn verdict(claim: &Claim<'_>, read: &Read, meaning: &Meaning<'_>, day: Option<Date>) -> Verdict {
    match &claim.what {
        What::Figure(figure) => {
            let verdict = figures::verdict(claim, figure, read, meaning);
            // A number in words stands there as any word does.
            let in_words = !claim.written.contains(|c: char| c.is_ascii_digit());
            let at = read.names.find(&claim.written).filter(|_| in_words);
            match at.filter(|_| !verdict.is_found()) {
                Some(at) => Verdict::Found {
                    line: read.prose.line_of(at),
                },
                None => verdict,
            }
        }
        What::Date(date) if Some(*date) == day && meaning.as_of => Verdict::Computed {
            how: days::SOURCE_DAY.to_owned(),
        },
        What::Date(date) => days::verdict(*date, read, meaning, day, claim.is_main()),
        What::Span(span) => days::span(*span, read, meaning, day, claim.is_main()),
        What::Term(term) => terms::verdict(*term, &claim.written, read, meaning, day),
        What::AsOf(date) => days::as_of(*date, read, day, claim.entry.is_none()),
        What::Ordinal(number) => ordinals::verdict(*number, read),
        What::Designation => designation(&claim.written, read),
        What::Name(name) => names::verdict(name, read),
        What::Computed(_) | What::Spelling | What::Itself => Verdict::Missing { nearest: None },
    }
}

/// The verdict on a value that stands at `own`, while others stand near.
pub(super) fn settle(
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

/// What an article says of a score, or of a number with a nought before it: it
/// stands there so, and not behind the point of another.
fn as_written(written: &str, read: &Read) -> Verdict {
    let digits = written.trim_end_matches(|c: char| !c.is_ascii_digit());
    let text = read.prose.text();
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let dashes = [digits.replace('-', "–"), digits.replace('–', "-")];
    let places = dashes
        .iter()
        .flat_map(|digits| text.match_indices(digits.as_str()));
    let found = places.into_iter().find(|(at, _)| {
        let head = text.get(..*at).unwrap_or_default();
        let rest = text.get(at + digits.len()..).unwrap_or_default();
        !head.ends_with(of_number) && !rest.starts_with(|c: char| c.is_ascii_digit())
    });
    found.map_or(Verdict::Missing { nearest: None }, |(at, _)| {
        Verdict::Found {
            line: read.prose.line_of(at),
        }
    })
}

fn designation(written: &str, read: &Read) -> Verdict {
    // Noughts alone are those of any 06:00.
    if !written.contains(|c: char| c.is_alphabetic() || matches!(c, '1'..='9')) {
        return Verdict::Missing { nearest: None };
    }
    if said::is_padded(written) || said::is_score(written) {
        return as_written(written, read);
    }
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
