//! What surrounds the claims of a deck, by which each is to be understood: the words
//! of their entries, what these ask for, and what else they say.

use std::collections::{HashMap, HashSet};

use super::change::End;
use super::claim::{Claim, What};
use super::context::Meaning;
use super::deck::{Entry, Written};
use super::ledger::Ledger;
use super::words::{self, Told, Words};
use super::{days, reckon};
use crate::deck::yaml::Node;

/// What an entry says and how often, and what it is about.
type Beside = (HashMap<String, usize>, Vec<What>);

/// What surrounds them, entry by entry.
pub(super) struct Surroundings<'c> {
    /// The words of the entries.
    words: Vec<Told>,
    /// The words of what they ask for.
    answers: Vec<Words>,
    /// Which end of a change they ask for.
    ends: Vec<Option<End>>,
    beside: HashMap<Option<usize>, Beside>,
    reckoned: HashMap<Option<usize>, Vec<What>>,
    /// What each text says.
    own: HashMap<*const Node, HashMap<String, usize>>,
    /// The texts that reckon.
    reckoning: HashSet<*const Node>,
    /// Of what its dates are in each text, as they are written.
    dated: HashMap<(*const Node, &'c str), Dated>,
    unsaid: Told,
    nothing: Beside,
}

/// Of what a date is in a text.
#[derive(Clone, Copy, Default)]
struct Dated {
    /// Of something against which another is held.
    compared: bool,
    /// Of the text itself.
    as_of: bool,
}

impl<'c> Surroundings<'c> {
    pub(super) fn of(
        deck: &Written<'_>,
        entries: &[Entry<'_>],
        claims: &'c [Claim<'_>],
        ledger: &Ledger<'_>,
    ) -> Surroundings<'c> {
        let end = |entry: &Entry<'_>| {
            let said = entry.said("ask", deck.language).into_iter();
            let mut asks = said.filter_map(|(_, _, node)| node.text());
            asks.find_map(End::asked)
        };
        let answers = entries.iter();
        let words = words::words_of(deck, entries);
        Surroundings {
            words: words.into_iter().map(Told::of).collect(),
            answers: answers
                .map(|entry| words::words_of_answers(deck, entry))
                .collect(),
            ends: entries.iter().map(end).collect(),
            beside: beside(claims),
            reckoned: reckoned(claims, ledger),
            own: own_values(claims),
            reckoning: reckoning(claims),
            dated: dated(claims),
            unsaid: Told::default(),
            nothing: Beside::default(),
        }
    }

    /// What a claim is to be understood by.
    pub(super) fn meaning<'m>(&'m self, claim: &'m Claim<'_>) -> Meaning<'m> {
        let of_entry = claim.entry.and_then(|at| self.words.get(at));
        let of_entry = of_entry.unwrap_or(&self.unsaid);
        // Of a text that mentions it by the way its own words tell.
        let of_text = claim.around.as_deref();
        let of_text = of_text.filter(|told| !told.all().is_empty());
        let mentioned = !claim.is_main() && !claim.is_alone();
        let told = of_text.filter(|_| mentioned).unwrap_or(of_entry);
        let is_dated = matches!(claim.what, What::Date(_) | What::Span(_));
        let (beside, values) = self.beside.get(&claim.entry).unwrap_or(&self.nothing);
        let own = self.own.get(&std::ptr::from_ref(claim.node));
        let dated = self
            .dated
            .get(&(std::ptr::from_ref(claim.node), claim.written.as_str()));
        let dated = dated.copied().unwrap_or_default();
        let asked = claim.entry.filter(|_| claim.is_main());
        Meaning {
            end: asked.and_then(|at| self.ends.get(at)).copied().flatten(),
            compared: dated.compared && !claim.is_main(),
            reckons: self.reckoning.contains(&std::ptr::from_ref(claim.node)),
            as_of: dated.as_of,
            words: told.by(is_dated),
            all_words: of_entry.all(),
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

/// The texts that reckon, each looked at once.
fn reckoning(claims: &[Claim<'_>]) -> HashSet<*const Node> {
    let mut known = HashSet::new();
    let nodes = claims.iter().map(|claim| claim.node);
    let each = nodes.filter(|node| known.insert(std::ptr::from_ref(*node)));
    let reckoning = each.filter(|node| node.text().is_some_and(reckon::reckons));
    reckoning.map(std::ptr::from_ref).collect()
}

/// Of what the dates of texts are, each looked for once.
fn dated<'c>(claims: &'c [Claim<'_>]) -> HashMap<(*const Node, &'c str), Dated> {
    let mut dated = HashMap::new();
    for claim in claims
        .iter()
        .filter(|claim| matches!(claim.what, What::Date(_)))
    {
        let (node, written) = (claim.node, claim.written.as_str());
        dated
            .entry((std::ptr::from_ref(node), written))
            .or_insert_with(|| {
                let text = node.text().unwrap_or_default();
                Dated {
                    compared: days::is_compared(text, written),
                    as_of: days::is_as_of(text, written),
                }
            });
    }
    dated
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
fn reckoned(claims: &[Claim<'_>], ledger: &Ledger<'_>) -> HashMap<Option<usize>, Vec<What>> {
    let mut reckoned: HashMap<_, Vec<What>> = HashMap::new();
    for claim in claims {
        let What::Computed(names) = &claim.what else {
            continue;
        };
        let facts = ledger.values(names.iter().map(String::as_str)).into_iter();
        let figures = facts.filter_map(|fact| Some(claims.get(fact)?.what.clone()));
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
