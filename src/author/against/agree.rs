//! Whether two languages of one text say the same figures: of two that differ
//! one is not what the source says.

mod facts;

use num_bigint::BigInt;
use num_traits::One;

use super::claim::What;
use super::claims::scalars;
use super::deck::{Entry, Written, own_words};
use super::said::{Readings, Said};
use crate::author::prose::{Term, is_decade};
use crate::deck::yaml::Node;
use crate::deck::{Diagnostic, Severity};
use crate::figure::Date;
use crate::message;
use crate::text::is_hangul;
use facts::Quoted;

/// Keys with texts that stand side by side in two languages.
const TEXTS: &[&str] = &[
    "ask",
    "answer",
    "choices",
    "cloze",
    "list",
    "order",
    "pairs",
    "label",
    "hint",
    "note",
    "reported_note",
    "by",
];

/// The code of what is told here.
pub(in crate::author) const CODE: &str = "translation-differs";

/// A number that a text says, in a spelling of its own, and as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spoken {
    value: String,
    /// The same per cent, of a part: 20 of one in five.
    share: Option<String>,
    written: String,
}

impl Spoken {
    fn new(value: impl ToString, written: &str) -> Spoken {
        Spoken {
            value: value.to_string(),
            share: None,
            written: written.to_owned(),
        }
    }

    /// Whether the other says the same.
    fn is(&self, other: &Spoken) -> bool {
        let is_share = |one: &Spoken, other: &Spoken| one.share.as_ref() == Some(&other.value);
        self.value == other.value || is_share(self, other) || is_share(other, self)
    }
}

/// What is wrong with an entry.
pub(super) fn differences(
    deck: &Written<'_>,
    entry: &Entry<'_>,
    readings: &Readings,
    found: &mut Vec<Diagnostic>,
) {
    for key in TEXTS {
        let said = entry.said(key, deck.language);
        let [(_, _, first), (_, _, second)] = said.as_slice() else {
            continue;
        };
        let (first, second) = (scalars(first), scalars(second));
        if first.len() != second.len() {
            continue;
        }
        for (one, other) in first.into_iter().zip(second) {
            let cloze = *key == "cloze";
            let (mine, my_words) = numbers(one, cloze, readings);
            let (theirs, their_words) = numbers(other, cloze, readings);
            let mut my_rest = without(&mine, &[theirs.as_slice(), &their_words].concat());
            let mut their_rest = without(&theirs, &[mine.as_slice(), &my_words].concat());
            let (my_facts, their_facts) =
                facts::apart(facts::quoted(one, cloze), facts::quoted(other, cloze));
            let my_facts = not_written(deck, my_facts, &mut their_rest);
            let their_facts = not_written(deck, their_facts, &mut my_rest);
            my_rest.splice(0..0, my_facts);
            their_rest.splice(0..0, their_facts);
            let their_words = without(&their_words, &mine);
            let my_words = without(&my_words, &theirs);
            let ordinals = || {
                let of = |node: &Node| readings.of(text(node, cloze));
                other_ordinals(&of(one), &of(other))
            };
            let pair = match (my_rest.first(), their_rest.first()) {
                (Some(mine), Some(theirs)) => Some((mine, theirs)),
                (Some(mine), None) => large(&their_words).map(|theirs| (mine, theirs)),
                (None, Some(theirs)) => large(&my_words).map(|mine| (mine, theirs)),
                (None, None) => None,
            };
            let pair = pair.map(|(mine, theirs)| (mine.clone(), theirs.clone()));
            let Some((mine, theirs)) = pair.or_else(ordinals) else {
                continue;
            };
            let place = deck.place_of(other, &theirs.written, 0);
            found.push(Diagnostic {
                code: CODE,
                severity: Severity::Error,
                path: deck.path.clone(),
                place,
                message: message!(
                    "'{}' stands here where the other language has '{}'",
                    "여기에는 '{}', 다른 언어에는 '{}'입니다",
                    theirs.written,
                    mine.written
                ),
                help: Some(message!(
                    "write the same figure in both languages",
                    "두 언어에 같은 수치를 쓰세요"
                )),
            });
        }
    }
}

/// Facts that the other language does not write out: of what is left of it each
/// takes a number that is its own.
fn not_written(deck: &Written<'_>, facts: Vec<Quoted>, rest: &mut Vec<Spoken>) -> Vec<Spoken> {
    let mut left = Vec::new();
    for fact in facts {
        let values = fact.values(deck);
        match rest.iter().position(|said| values.contains(&said.value)) {
            Some(at) => {
                rest.remove(at);
            }
            None => left.push(Spoken::new(&fact.written, &fact.written)),
        }
    }
    left
}

fn text(node: &Node, cloze: bool) -> String {
    own_words(node.text().unwrap_or_default(), cloze)
}

/// Two ordinals that differ where both texts have as many: 제3, 제3 for "a
/// second or third". Of other texts one says it without.
fn other_ordinals(one: &Said, other: &Said) -> Option<(Spoken, Spoken)> {
    let of = |said: &Said| -> Vec<Spoken> {
        let each = said.ordinals();
        each.map(|(written, number)| Spoken::new(number, written))
            .collect()
    };
    let (mine, theirs) = (of(one), of(other));
    let mut my_rest = without(&mine, &theirs).into_iter();
    let mut their_rest = without(&theirs, &mine).into_iter();
    let pair = || my_rest.next().zip(their_rest.next());
    (mine.len() == theirs.len()).then(pair).flatten()
}

/// The numbers of a text in digits and its parts, and other numbers in words.
fn numbers(node: &Node, cloze: bool, readings: &Readings) -> (Vec<Spoken>, Vec<Spoken>) {
    let said = readings.of(text(node, cloze));
    let mut spoken = Vec::new();
    for (written, _, what) in said.claims() {
        match what {
            What::Figure(figure) => {
                let number = &figure.number;
                let share = number
                    .fraction
                    .then(|| (&number.value * BigInt::from(100)).to_string());
                spoken.push(Spoken {
                    share,
                    ..Spoken::new(&number.value, &written)
                });
                spoken.extend(number.upper.as_ref().map(|end| Spoken::new(end, &written)));
            }
            What::Date(date) => spoken.extend(parts_of(date, &written)),
            What::Span(span) if is_decade(&written) => {
                let first = span.from.year.into_iter();
                spoken.extend(first.map(|year| Spoken::new(year, &written)));
            }
            What::Span(span) => {
                let ends = [span.from, span.to].into_iter();
                spoken.extend(ends.flat_map(|date| parts_of(date, &written)));
            }
            What::Term(term) => {
                let part = Term { year: None, ..term }.to_string();
                let parts = [term.year.map(|year| year.to_string()), Some(part)];
                let parts = parts.into_iter().flatten();
                spoken.extend(parts.map(|part| Spoken::new(part, &written)));
            }
            What::Ordinal(number) => spoken.push(Spoken::new(number, &written)),
            _ => spoken.push(Spoken::new(designation(&written), &written)),
        }
    }
    let words = said
        .in_words()
        .flat_map(|(written, number)| {
            [Some(&number.value), number.upper.as_ref()]
                .into_iter()
                .flatten()
                // "a week" and "한 주" say no number.
                .filter(|value| !value.is_one())
                .map(move |value| Spoken::new(value, written))
        })
        .collect();
    (spoken, words)
}

/// The numbers of a date. What a text leaves out was filled in.
fn parts_of(date: Date, written: &str) -> Vec<Spoken> {
    let year = date
        .year
        .filter(|year| written.contains(&year.to_string()) || written.contains(['\'', '’']));
    let parts = [
        year.map(i32::from),
        date.month.map(i32::from),
        date.day.map(i32::from),
    ];
    let parts = parts.into_iter().flatten();
    parts.map(|part| Spoken::new(part, written)).collect()
}

/// A name of letters and digits without what a language adds: `DeepSeek-R1`,
/// `H800s`.
fn designation(written: &str) -> String {
    let is_one = |part: &&str| {
        part.contains(|c: char| c.is_ascii_digit())
            && part.contains(|c: char| c.is_ascii_alphabetic())
    };
    let name = written.rsplit('-').next().filter(is_one).unwrap_or(written);
    let singular = name
        .strip_suffix('s')
        .filter(|name| name.ends_with(|c: char| c.is_ascii_digit()));
    let name = singular.unwrap_or(name);
    // 누리5 is Nuri 5.
    name.trim_start_matches(is_hangul).to_lowercase()
}

/// The first number of two digits or more: "one" and "two" are words more often.
fn large(words: &[Spoken]) -> Option<&Spoken> {
    words.iter().find(|spoken| spoken.value.len() > 1)
}

/// What is left of `all` when each of `others` has taken one.
fn without(all: &[Spoken], others: &[Spoken]) -> Vec<Spoken> {
    let mut others: Vec<&Spoken> = others.iter().collect();
    let mut left = Vec::new();
    for spoken in all {
        match others.iter().position(|other| other.is(spoken)) {
            Some(at) => {
                others.swap_remove(at);
            }
            None => left.push(spoken.clone()),
        }
    }
    left
}
