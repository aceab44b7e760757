//! The figures of a deck's facts, worked out: literals read, formulas computed
//! in the order in which they need each other.

mod bars;
mod order;

use std::collections::{BTreeMap, BTreeSet};

use super::item::Item;
use crate::deck::format::RawFact;
use crate::deck::{DeckId, Place};
use crate::figure::{Figure, Formula};
use crate::message;
use crate::text::{Localized, suggest};
use order::Order;

/// A figure with more binary digits than this comes from a formula gone wild.
const MAXIMUM_BITS: u64 = 4096;

/// The facts of a deck.
pub struct Facts {
    deck: DeckId,
    facts: BTreeMap<String, Known>,
}

enum Known {
    Worked(Box<Worked>),
    /// Something is wrong with the fact on this line.
    Broken(usize),
}

/// A fact's figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Worked {
    /// The figure, as it is shown and asked for.
    pub figure: Figure,
    /// The same as it was computed: what other formulas go on with.
    computed: Figure,
    /// How it was computed, if it was.
    pub formula: Option<Formula>,
    /// What stands beside its bar.
    pub label: Option<Localized>,
}

impl Facts {
    /// Works out the facts of `items`; what is wrong is noted in them. `broken`
    /// are facts that could not even be read, with their lines.
    pub fn work_out(
        deck: &DeckId,
        items: &mut [(String, &RawFact, Item<'_>)],
        broken: Vec<(String, usize)>,
    ) -> Facts {
        let mut facts: BTreeMap<String, Known> = broken
            .into_iter()
            .map(|(name, line)| (name, Known::Broken(line)))
            .collect();
        let mut formulas = BTreeMap::new();
        for (at, (name, raw, item)) in items.iter_mut().enumerate() {
            let line = item.place.line;
            match literal(raw, item) {
                Some(Read::Figure(figure)) => {
                    let label = item.plain(&raw.label);
                    let worked = Worked {
                        computed: figure.clone(),
                        figure,
                        formula: None,
                        label,
                    };
                    facts.insert(name.clone(), Known::Worked(Box::new(worked)));
                }
                Some(Read::Formula(formula)) => {
                    // Until it is worked out; its name is known from the first.
                    facts.insert(name.clone(), Known::Broken(line));
                    formulas.insert(name.clone(), (at, formula));
                }
                None => {
                    facts.insert(name.clone(), Known::Broken(line));
                }
            }
        }
        let mut facts = Facts {
            deck: deck.clone(),
            facts,
        };
        facts.compute(items, formulas);
        facts
    }

    /// Computes formulas, each when all that it needs is known.
    fn compute(
        &mut self,
        items: &mut [(String, &RawFact, Item<'_>)],
        mut formulas: BTreeMap<String, (usize, Formula)>,
    ) {
        let needs = formulas.iter().map(|(name, (_, formula))| {
            let needed = formula.names().into_iter();
            let needed = needed.filter(|needed| formulas.contains_key(*needed));
            (name.clone(), needed.map(str::to_owned).collect())
        });
        let order = Order::of(needs.collect());
        for name in order.sequence {
            let Some((at, formula)) = formulas.remove(&name) else {
                continue;
            };
            let Some((_, raw, item)) = items.get_mut(at) else {
                continue;
            };
            let known = match self.evaluate(item, &formula) {
                Some(computed) => {
                    let label = item.plain(&raw.label);
                    let figure = as_reported(raw, &computed);
                    Known::Worked(Box::new(Worked {
                        figure,
                        computed,
                        formula: Some(formula),
                        label,
                    }))
                }
                None => Known::Broken(item.place.line),
            };
            self.facts.insert(name, known);
        }
        // What is left goes round in circles, or needs something that does.
        let mut circling = BTreeSet::new();
        for circle in order.circles {
            let first = circle.first().and_then(|first| formulas.get(first));
            if let Some((_, _, item)) = first.and_then(|(at, _)| items.get_mut(*at)) {
                goes_round(item, &circle);
            }
            circling.extend(circle);
        }
        for (name, (at, formula)) in &formulas {
            if let (false, Some((_, _, item))) = (circling.contains(name), items.get_mut(*at)) {
                let place = item.at("value");
                for needed in formula.names() {
                    self.figure(item, needed, place);
                }
            }
        }
    }

    fn evaluate(&self, item: &mut Item<'_>, formula: &Formula) -> Option<Figure> {
        let place = item.at("value");
        for name in formula.names() {
            self.worked(item, name, place);
        }
        if !item.faults.is_empty() {
            return None;
        }
        match formula.evaluate(|name| Some(self.get(name)?.computed.clone())) {
            Ok(figure) => {
                let bits = figure.number.value.numer().bits() + figure.number.value.denom().bits();
                if bits <= MAXIMUM_BITS {
                    return Some(figure);
                }
                item.wrong(
                    "formula",
                    place,
                    message!(
                        "the formula's result is too long a number",
                        "식의 결과가 너무 긴 수입니다"
                    ),
                    message!(
                        "compute with fewer multiplications",
                        "곱셈을 줄여 계산하세요"
                    ),
                );
            }
            Err(error) => {
                item.failed("formula", place, &error.0);
            }
        }
        None
    }

    /// The figure of a fact that stands at `place` in `item`; a fact that there
    /// is not, or not any more, is noted.
    pub fn figure(&self, item: &mut Item<'_>, name: &str, place: Place) -> Option<&Figure> {
        self.worked(item, name, place).map(|worked| &worked.figure)
    }

    /// The same with all that is known of it.
    pub fn worked(&self, item: &mut Item<'_>, name: &str, place: Place) -> Option<&Worked> {
        match self.facts.get(name) {
            Some(Known::Worked(worked)) => Some(worked),
            Some(Known::Broken(line)) => {
                item.wrong(
                    "broken-fact",
                    place,
                    message!(
                        "it needs the fact '{name}', which has an error",
                        "여기에 필요한 사실에 오류가 있습니다: '{name}'"
                    ),
                    message!(
                        "mend the fact on line {line}",
                        "{line}번째 줄의 사실을 바로잡으세요"
                    ),
                );
                None
            }
            None => {
                let near = || suggest(name, self.facts.keys().map(String::as_str));
                let help = if let Some((from, less)) = self.without_blanks(name) {
                    message!(
                        "a name may have a '-' in it; write '{from} - {less}'",
                        "이름에도 '-'가 들어갈 수 있습니다. '{from} - {less}'로 쓰세요"
                    )
                } else if let Some(near) = near() {
                    message!("did you mean '{near}'?", "'{near}'인가요?")
                } else {
                    message!(
                        "write a fact of this deck, or \\{{ for a brace",
                        "이 덱의 사실을 쓰거나, 중괄호라면 \\{{로 쓰세요"
                    )
                };
                let message = if name.is_empty() {
                    message!(
                        "nothing stands between these braces",
                        "중괄호 안에 아무것도 없습니다"
                    )
                } else {
                    message!(
                        "there is no fact '{name}'",
                        "그런 사실이 없습니다: '{name}'"
                    )
                };
                item.wrong("unknown-fact", place, message, help);
                None
            }
        }
    }

    /// The two sides of what was meant as a subtraction, and reads as one name.
    fn without_blanks<'n>(&self, name: &'n str) -> Option<(&'n str, &'n str)> {
        let mut sides = name.match_indices('-').filter_map(|(at, _)| {
            let (from, less) = name.split_at_checked(at)?;
            Some((from, less.get(1..)?))
        });
        let is_side = |side: &str| self.has(side) || side.parse::<f64>().is_ok();
        sides.find(|(from, less)| is_side(from) && is_side(less))
    }

    /// Whether there is a fact of this name, sound or not.
    pub fn has(&self, name: &str) -> bool {
        self.facts.contains_key(name)
    }

    /// A fact that is sound.
    pub fn get(&self, name: &str) -> Option<&Worked> {
        match self.facts.get(name)? {
            Known::Worked(worked) => Some(worked),
            Known::Broken(_) => None,
        }
    }

    /// A fact's name beyond its deck.
    pub fn full(&self, name: &str) -> String {
        format!("{}/{name}", self.deck)
    }
}

/// A computed figure as it was reported, unless a note tells how the two differ:
/// then both are shown.
fn as_reported(raw: &RawFact, computed: &Figure) -> Figure {
    // One that can't be read is noted where the fact is lifted.
    let reported = raw
        .reported
        .as_deref()
        .filter(|_| raw.reported_note.is_empty());
    match reported.and_then(|reported| Figure::parse(reported).ok()) {
        Some(reported) => computed.as_told(&reported),
        None => computed.clone(),
    }
}

/// Notes that the first fact of a circle refers to itself.
fn goes_round(item: &mut Item<'_>, circle: &[String]) {
    let first = circle.first().map(String::as_str).unwrap_or_default();
    let shown = circle.get(..circle.len().min(6)).unwrap_or_default();
    let shown = shown.join(" → ");
    let more = if circle.len() > 6 { " → …" } else { "" };
    let place = item.at("value");
    item.wrong(
        "circular-fact",
        place,
        message!(
            "the fact '{first}' refers to itself: {shown}{more} → {first}",
            "돌고 돌아 스스로를 가리키는 사실: {shown}{more} → '{first}'"
        ),
        message!(
            "give one of them a figure of its own",
            "그 가운데 하나에 수치를 직접 쓰세요"
        ),
    );
}

enum Read {
    Figure(Figure),
    Formula(Formula),
}

/// A fact's value as it stands.
fn literal(raw: &RawFact, item: &mut Item<'_>) -> Option<Read> {
    let Some(value) = &raw.value else {
        item.wrong(
            "no-value",
            item.place,
            message!("the fact has no value", "이 사실에는 값이 없습니다"),
            message!(
                "write value: and a figure, or a formula after '='",
                "value:에 수치를, 또는 '=' 뒤에 식을 쓰세요"
            ),
        );
        return None;
    };
    match value.trim().strip_prefix('=') {
        Some(formula) => item
            .read("formula", "value", Some(value), |_| {
                Formula::parse(formula.trim()).map_err(|e| e.0)
            })
            .map(Read::Formula),
        None => item
            .read("no-figure", "value", Some(value), |text| {
                Figure::parse(text).map_err(|e| e.0)
            })
            .map(Read::Figure),
    }
}
