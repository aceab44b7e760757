//! What surrounds the claims of a deck, by which each is to be understood: the words
//! of their entries, what these ask for, and what else they say.

use std::collections::HashMap;

use super::change::End;
use super::claim::{Claim, What};
use super::context::Meaning;
use super::days;
use super::deck::{Entry, Written};
use super::words::{self, Words};
use crate::deck::yaml::Node;

/// What an entry says and how often, and what it is about.
type Beside = (HashMap<String, usize>, Vec<What>);

/// What surrounds them, entry by entry.
pub(super) struct Surroundings {
    /// The words of the entries.
    words: Vec<Words>,
    /// The words of what they ask for.
    answers: Vec<Words>,
    /// Which end of a change they ask for.
    ends: Vec<Option<End>>,
    beside: HashMap<Option<usize>, Beside>,
    reckoned: HashMap<Option<usize>, Vec<What>>,
    /// What each text says.
    own: HashMap<*const Node, HashMap<String, usize>>,
    nothing: Beside,
}

/// The words by which a claim is understood.
pub(super) struct Understood {
    /// Those of its entry.
    of_entry: Words,
    /// Those of its text, if it mentions the claim by the way; else of its entry.
    told: Words,
}

impl Surroundings {
    pub(super) fn of(
        deck: &Written<'_>,
        entries: &[Entry<'_>],
        claims: &[Claim<'_>],
    ) -> Surroundings {
        let end = |entry: &Entry<'_>| {
            let said = entry.said("ask", deck.language).into_iter();
            let mut asks = said.filter_map(|(_, _, node)| node.text());
            asks.find_map(End::asked)
        };
        let answers = entries.iter();
        Surroundings {
            words: words::words_of(deck, entries),
            answers: answers
                .map(|entry| words::words_of_answers(deck, entry))
                .collect(),
            ends: entries.iter().map(end).collect(),
            beside: beside(claims),
            reckoned: reckoned(claims),
            own: own_values(claims),
            nothing: Beside::default(),
        }
    }

    /// The words by which a claim is understood.
    pub(super) fn understood(&self, claim: &Claim<'_>) -> Understood {
        let of_entry = claim.entry.and_then(|at| self.words.get(at));
        let of_entry = of_entry.cloned().unwrap_or_default();
        let of_text = words::words_of_text(&claim.around);
        let mut told = if claim.is_main() || claim.is_alone() || of_text.is_empty() {
            of_entry.clone()
        } else {
            of_text
        };
        if matches!(claim.what, What::Date(_) | What::Span(_)) {
            told.retain(|word| !words::asks_for_a_day(word));
        }
        Understood { of_entry, told }
    }

    /// What a claim is to be understood by.
    pub(super) fn meaning<'m>(
        &'m self,
        claim: &Claim<'_>,
        understood: &'m Understood,
    ) -> Meaning<'m> {
        let (beside, values) = self.beside.get(&claim.entry).unwrap_or(&self.nothing);
        let own = self.own.get(&std::ptr::from_ref(claim.node));
        let compared = days::is_compared(claim.node.text().unwrap_or_default(), &claim.written);
        let asked = claim.entry.filter(|_| claim.is_main());
        Meaning {
            end: asked.and_then(|at| self.ends.get(at)).copied().flatten(),
            compared: compared && !claim.is_main(),
            words: &understood.told,
            all_words: &understood.of_entry,
            main: claim.is_main() || claim.is_answer() && claim.is_alone(),
            aside: claim.is_of_formula() && beside.get(&claim.spelling()) == Some(&1),
            beside,
            own: own.unwrap_or(&self.nothing.0),
            answers: claim
                .entry
                .filter(|_| claim.is_headline())
                .and_then(|at| self.answers.get(at)),
            values: if claim.is_headline() { values } else { &[] },
            reckoned: self
                .reckoned
                .get(&claim.entry)
                .filter(|_| claim.is_headline() || claim.key == "reported")
                .map_or(&[], Vec::as_slice),
        }
    }
}

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
