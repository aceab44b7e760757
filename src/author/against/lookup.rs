//! Looking claims up in articles.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::article::{Article, Read};
use super::change::End;
use super::claim::{Claim, What};
use super::claims::claims;
use super::context::Meaning;
use super::deck::Written;
use super::once::Once;
use super::quote::Quotes;
use super::said::Readings;
use super::{
    Judged, Report, Verdict, agree, days, earlier, ends, figures, instead, names, ordinals, reckon,
    said, slip, speakers, tell, terms, times, words,
};
use crate::author::ignore::Ignores;
use crate::deck::Diagnostic;
use crate::deck::yaml::Node;
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
    let of_entries = words::words_of(deck, &entries);
    let answers: Vec<_> = entries
        .iter()
        .map(|entry| words::words_of_answers(deck, entry))
        .collect();
    let ends_asked: Vec<Option<End>> = entries
        .iter()
        .map(|entry| {
            let said = entry.said("ask", deck.language).into_iter();
            let mut asks = said.filter_map(|(_, _, node)| node.text());
            asks.find_map(End::asked)
        })
        .collect();
    let readings = articles.first();
    let readings = readings.map_or_else(Readings::default, |article| article.readings.on(date));
    let claims = claims(deck, &entries, source, &readings);
    let beside = beside(&claims);
    let reckoned = reckoned(&claims);
    let own_values = own_values(&claims);
    let nothing = Beside::default();
    let quotes = reads.iter().map(|read| Quotes::of(deck, &entries, read));
    let quotes: Vec<Quotes> = quotes.collect();
    let mut verdicts: Vec<Verdict> = claims
        .iter()
        .map(|claim| {
            let (beside, values) = beside.get(&claim.entry).unwrap_or(&nothing);
            let of_entry = claim.entry.and_then(|at| of_entries.get(at));
            let of_entry = of_entry.cloned().unwrap_or_default();
            let of_text = words::words_of_text(&claim.around);
            let mut told = if claim.is_main() || claim.is_alone() || of_text.is_empty() {
                of_entry.clone()
            } else {
                of_text
            };
            let own_values = own_values.get(&std::ptr::from_ref(claim.node));
            if matches!(claim.what, What::Date(_) | What::Span(_)) {
                told.retain(|word| !words::asks_for_a_day(word));
            }
            let compared = days::is_compared(claim.node.text().unwrap_or_default(), &claim.written);
            let asked = claim.entry.filter(|_| claim.is_main());
            let meaning = Meaning {
                end: asked.and_then(|at| ends_asked.get(at)).copied().flatten(),
                compared: compared && !claim.is_main(),
                words: &told,
                all_words: &of_entry,
                main: claim.is_main() || claim.is_answer() && claim.is_alone(),
                aside: claim.is_of_formula() && beside.get(&claim.spelling()) == Some(&1),
                beside,
                own: own_values.unwrap_or(&nothing.0),
                answers: claim
                    .entry
                    .filter(|_| claim.is_headline())
                    .and_then(|at| answers.get(at)),
                values: if claim.is_headline() { values } else { &[] },
                reckoned: reckoned
                    .get(&claim.entry)
                    .filter(|_| claim.is_headline() || claim.key == "reported")
                    .map_or(&[], Vec::as_slice),
            };
            let of = |(read, quotes): (&Arc<Read>, &Quotes)| {
                let quoted = quotes.verdict(claim, read);
                let verdict = quoted.unwrap_or_else(|| verdict(claim, read, &meaning, date));
                let verdict = times::with_value(&claim.what, verdict, read, &meaning);
                let other = || earlier::of_other_year(&claim.what, read, meaning.values);
                verdict.is_found().then(other).flatten().unwrap_or(verdict)
            };
            let missing = Verdict::Missing { nearest: None };
            reads.iter().zip(&quotes).map(of).fold(missing, Verdict::or)
        })
        .collect();
    reckon::texts(&claims, &mut verdicts);
    reckon::answers(deck, &entries, &claims, &mut verdicts);
    reckon::formulas(&claims, &mut verdicts);
    let by_reference: Vec<&Read> = reads.iter().map(Arc::as_ref).collect();
    ends::judge(&claims, &mut verdicts, &by_reference);
    speakers::judge(&claims, &mut verdicts, &by_reference);

    let paths: Vec<String> = articles
        .iter()
        .map(|article| article.path.display().to_string())
        .collect();
    let paths = paths.join(", ");
    let told = claims.iter().zip(&verdicts).map(|(claim, verdict)| {
        // What is computed from what is not found is told there.
        let computed = matches!(claim.what, What::Computed(_));
        let told = tell::diagnostic(deck, claim, verdict, &paths).filter(|_| !computed)?;
        let excused = ignores.covers(told.code, told.place.line);
        Some((told, excused))
    });
    let told: Vec<Option<(Diagnostic, bool)>> = told.collect();
    let wrong = told
        .iter()
        .map(|told| matches!(told, Some((_, excused)) if !excused));
    let mut once = Once::of(claims.iter().zip(wrong));
    let mut unnamed = Unnamed::default();
    for ((claim, mut verdict), told) in claims.into_iter().zip(verdicts).zip(told) {
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

/// What an entry says and how often, and what it is about.
type Beside = (HashMap<String, usize>, Vec<What>);

/// For each entry, what it says, and what it is about.
fn beside(claims: &[Claim<'_>]) -> HashMap<Option<usize>, Beside> {
    let mut beside: HashMap<_, Beside> = HashMap::new();
    for claim in claims {
        let (said, values) = beside.entry(claim.entry).or_default();
        *said.entry(claim.spelling()).or_default() += 1;
        if claim.is_main() || claim.is_answer() {
            values.push(claim.what.clone());
        }
    }
    beside
}

/// For each entry, what its formula reckons with.
fn reckoned(claims: &[Claim<'_>]) -> HashMap<Option<usize>, Vec<What>> {
    let mut reckoned: HashMap<_, Vec<What>> = HashMap::new();
    for claim in claims {
        let What::Computed(names) = &claim.what else {
            continue;
        };
        let facts = claims
            .iter()
            .filter(|fact| fact.key == "value" && names.iter().any(|name| name == fact.name));
        let figures = facts.map(|fact| fact.what.clone());
        reckoned.entry(claim.entry).or_default().extend(figures);
    }
    reckoned
}

/// What each text says, in the spelling of claims.
fn own_values(claims: &[Claim<'_>]) -> HashMap<*const Node, HashMap<String, usize>> {
    let mut said: HashMap<_, HashMap<String, usize>> = HashMap::new();
    for claim in claims {
        let of_text = said.entry(std::ptr::from_ref(claim.node)).or_default();
        *of_text.entry(claim.spelling()).or_default() += 1;
    }
    said
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
        What::Date(date) if Some(*date) == day && is_as_of(claim) => Verdict::Computed {
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

/// Whether a date of a text is the one as of which the text is.
fn is_as_of(claim: &Claim<'_>) -> bool {
    let text = claim.node.text().unwrap_or_default();
    days::is_as_of(text, &claim.written)
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
