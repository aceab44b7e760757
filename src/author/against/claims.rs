//! What a deck claims: every figure, date and name that its entries say.
//!
//! Claimed is what a card teaches: questions, answers, notes, labels, values.
//! What is wrong on purpose (distractors, the other choices) is no claim, nor
//! is what an author sets (tolerances, days on which to look again).

use std::collections::HashMap;
use std::sync::Arc;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::claim::{Claim, What};
use super::deck::{Entry, Written, own_words};
use super::names::Named;
use super::quote::figure_of_gap;
use super::said::{Readings, is_padded};
use super::spellings::accepted;
use super::words::{Told, words_of_text};
use crate::author::prose::{Term, is_decade, is_term};
use crate::deck::yaml::Node;
use crate::deck::{ClozePiece, Fact, Place, cloze_pieces, lone_fact};
use crate::figure::{Date, Figure, Formula, Period, Unit};
use crate::text::Lang;

/// Keys whose texts say what the source says.
const TEXTS: &[&str] = &[
    "ask",
    "answer",
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

/// A name has at most so many words; what has more is a sentence.
pub(super) const LONGEST_NAME: usize = 6;

/// Collects the claims of a deck that are from `source`.
pub(super) struct Collector<'w> {
    pub(super) deck: &'w Written<'w>,
    readings: &'w Readings,
    claims: Vec<Claim<'w>>,
    entry: Option<usize>,
    name: &'w str,
}

/// The claims of `deck` that are from `source`.
pub(super) fn claims<'w>(
    deck: &'w Written<'w>,
    entries: &[Entry<'w>],
    source: Option<&str>,
    readings: &'w Readings,
) -> Vec<Claim<'w>> {
    let head = deck.head();
    let mut collector = Collector {
        deck,
        readings,
        claims: Vec::new(),
        entry: None,
        name: head.name,
    };
    let of_all = deck
        .defaults()
        .and_then(|node| node.get("source"))
        .and_then(Node::text);
    if of_all.map(str::trim) == source || deck.sources().len() == 1 {
        collector.as_of(head.node);
        if let Some(defaults) = deck.defaults() {
            collector.as_of(defaults);
            let defaults = Entry {
                node: defaults,
                ..head
            };
            collector.texts(&defaults, "by");
            collector.names(&defaults, "by");
        }
    }
    for (at, entry) in entries.iter().enumerate() {
        if deck.source_of(entry) != source {
            continue;
        }
        collector.entry = Some(at);
        collector.name = entry.name;
        collector.as_of(entry.node);
        collector.values(entry);
        for key in TEXTS {
            collector.texts(entry, key);
        }
        for key in ["answer", "list", "order", "pairs", "by"] {
            collector.names(entry, key);
        }
        collector.gaps(entry);
        collector.spellings(entry);
    }
    collector.claims
}

impl<'w> Collector<'w> {
    /// One more claim.
    pub(super) fn put(
        &mut self,
        key: &'w str,
        node: &'w Node,
        written: &str,
        place: Place,
        what: What,
    ) {
        self.claims.push(Claim {
            entry: self.entry,
            name: self.name,
            key,
            node,
            written: written.to_owned(),
            place,
            what,
            around: None,
        });
    }

    fn as_of(&mut self, node: &'w Node) {
        let value = node.get("as_of");
        let date = value.and_then(|node| Date::parse_iso(node.text()?.trim()).ok());
        if let (Some(node), Some(date)) = (value, date) {
            let written = node.text().unwrap_or_default();
            self.put("as_of", node, written, node.place, What::AsOf(date));
        }
    }

    /// What stands under keys that hold one value.
    fn values(&mut self, entry: &Entry<'w>) {
        for key in ["value", "reported", "number"] {
            let Some((node, text)) = scalar(entry.node, key) else {
                continue;
            };
            if lone_fact(text).is_some() {
                continue;
            }
            if let Some(formula) = text.trim().strip_prefix('=') {
                let Ok(formula) = Formula::parse(formula) else {
                    continue;
                };
                let names: Vec<String> = formula.names().into_iter().map(str::to_owned).collect();
                if let [name] = names.as_slice()
                    && self.comes_to_nothing(entry, name, text)
                {
                    self.put(key, node, text.trim(), node.place, What::Itself);
                }
                let figures = formula.literals().into_iter();
                for figure in figures.filter(|figure| !is_constant(figure)) {
                    let written = figure.format(Lang::En);
                    self.put(
                        key,
                        node,
                        &written,
                        node.place,
                        What::Figure(figure.clone()),
                    );
                }
                self.put(key, node, text, node.place, What::Computed(names));
            } else if is_padded(text.trim()) {
                self.put(key, node, text.trim(), node.place, What::Designation);
            } else if let Ok(figure) = Figure::parse(text) {
                self.put(key, node, text.trim(), node.place, What::Figure(figure));
            }
        }
        if let Some((node, text)) = scalar(entry.node, "date") {
            let claimed = match (Date::parse_iso(text.trim()), Period::parse(text)) {
                (Ok(date), _) => Some(What::Date(date)),
                (Err(_), Ok(period)) => Some(match Term::between(period.from, period.to) {
                    Some(term) => What::Term(term),
                    None => What::Span(period),
                }),
                (Err(_), Err(_)) => None,
            };
            if let Some(what) = claimed {
                self.put("date", node, text.trim(), node.place, what);
            }
        }
    }

    /// Whether a formula of one fact comes to nothing or one, as `b / b` does
    /// for whatever `b`.
    fn comes_to_nothing(&self, entry: &Entry<'w>, name: &str, formula: &str) -> bool {
        let of = |known: &&Fact| known.id == entry.name;
        let fact = self.deck.deck.facts.iter().find(of);
        let value = fact.map(|fact| &fact.figure.number.value);
        formula.matches(name).count() > 1
            && value.is_some_and(|value| value.is_zero() || value.is_one())
    }

    /// The figures and dates in the texts of a key.
    fn texts(&mut self, entry: &Entry<'w>, key: &'static str) {
        let cloze = key == "cloze";
        let said = entry.said(key, self.deck.language);
        for (written, _, value) in &said {
            for (at, node) in scalars(value).into_iter().enumerate() {
                let first = self.claims.len();
                self.text(written, node, cloze);
                if self.claims.len() == first {
                    continue;
                }
                let versions = said.iter().filter_map(|(_, _, value)| {
                    let text = scalars(value).get(at)?.text()?;
                    Some(own_words(text, cloze))
                });
                let around = words_of_text(&versions.collect::<Vec<_>>().join(" "));
                let around = Arc::new(Told::of(around));
                for claim in self.claims.iter_mut().skip(first) {
                    claim.around = Some(Arc::clone(&around));
                }
            }
        }
    }

    /// The figures and dates in one text.
    pub(super) fn text(&mut self, key: &'w str, node: &'w Node, cloze: bool) {
        let text = own_words(node.text().unwrap_or_default(), cloze);
        let said = self.readings.of(text);
        let mut places: HashMap<String, Vec<Place>> = HashMap::new();
        for (written, nth, what) in said.claims() {
            let places = places
                .entry(written.clone())
                .or_insert_with(|| self.deck.places_in(node, &written).collect());
            let place = places.get(nth).copied().unwrap_or(node.place);
            self.put(key, node, &written, place, what);
        }
    }

    /// The names under a key, each with its forms in every language.
    fn names(&mut self, entry: &Entry<'w>, key: &'static str) {
        if key == "answer"
            && ["number", "date"]
                .iter()
                .any(|key| entry.node.get(key).is_some())
        {
            return;
        }
        let said = entry.said(key, self.deck.language);
        let Some((written, _, first)) = said.first() else {
            return;
        };
        for (at, node) in scalars(first).into_iter().enumerate() {
            let mut forms: Vec<String> = Vec::new();
            for (_, _, value) in &said {
                let item = scalars(value).get(at).and_then(|node| node.text());
                forms.extend(item.map(|text| own_words(text, false)));
            }
            let others = accepted(entry, &forms, key == "answer");
            self.name_of(written, node, forms, others);
        }
    }

    /// The gaps of a cloze: what is asked for is a name as an answer is.
    fn gaps(&mut self, entry: &Entry<'w>) {
        let said = entry.said("cloze", self.deck.language);
        let Some((written, _, node)) = said.first() else {
            return;
        };
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for (_, _, node) in &said {
            let pieces = cloze_pieces(node.text().unwrap_or_default()).unwrap_or_default();
            let mut position = 0;
            for piece in pieces {
                let ClozePiece::Gap(gap) = piece else {
                    continue;
                };
                let answer = own_words(gap.answer, false);
                let numbered = gap.group.to_string();
                let by_name = groups.iter().position(|(group, _)| *group == numbered);
                match by_name.or((position < groups.len()).then_some(position)) {
                    Some(at) => groups.iter_mut().skip(at).take(1).for_each(|(_, forms)| {
                        forms.push(answer.clone());
                    }),
                    None => groups.push((numbered, vec![answer])),
                }
                position += 1;
            }
        }
        for (_, forms) in groups {
            // "Four" is none in any other text.
            let figure = forms
                .first()
                .and_then(|form| Some((form, figure_of_gap(form)?)));
            if let Some((form, figure)) = figure
                && !self.has_figure(node, &figure)
            {
                let place = self.deck.place_of(node, form, 0);
                self.put(written, node, form, place, What::Figure(figure));
            }
            let others = accepted(entry, &forms, true);
            self.name_of(written, node, forms, others);
        }
    }

    /// Whether a figure of a text is claimed.
    fn has_figure(&self, node: &Node, figure: &Figure) -> bool {
        let mut claims = self.claims.iter();
        claims.any(|claim| match &claim.what {
            What::Figure(known) => {
                std::ptr::eq(claim.node, node) && known.number.equals(&figure.number)
            }
            _ => false,
        })
    }

    fn name_of(&mut self, key: &'w str, node: &'w Node, forms: Vec<String>, others: Vec<String>) {
        let Some(first) = forms.first().cloned() else {
            return;
        };
        // What is a figure or a date is claimed as such.
        let is_value = Figure::parse(&first).is_ok()
            || Date::parse(&first).is_ok()
            || is_term(&first)
            || is_decade(&first);
        let is_name = !first.contains('\n')
            && !first.ends_with(['.', '!', '?'])
            && first.split_whitespace().count() <= LONGEST_NAME;
        if is_name && !is_value && first.contains(char::is_alphabetic) {
            let place = self.deck.place_of(node, &first, 0);
            self.put(
                key,
                node,
                &first,
                place,
                What::Name(Named::new(forms, others)),
            );
        }
    }
}

/// Whether a figure of a formula is of the reckoning and not of the source: the
/// one of `b / a - 1`, a hundred as in "per cent".
fn is_constant(figure: &Figure) -> bool {
    let whole = |of: u32| figure.number.value == BigRational::from(BigInt::from(of));
    match figure.unit {
        Unit::None => whole(1) || whole(100),
        Unit::Percent => whole(100),
        _ => false,
    }
}

/// The scalars of a value: itself, the items of a list, both sides of pairs.
pub(super) fn scalars(node: &Node) -> Vec<&Node> {
    if node.text().is_some() {
        return vec![node];
    }
    node.items().iter().flat_map(scalars).collect()
}

fn scalar<'w>(entry: &'w Node, key: &str) -> Option<(&'w Node, &'w str)> {
    let node = entry.get(key)?;
    Some((node, node.text()?))
}
