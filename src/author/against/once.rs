//! What is told once: what is claimed twice in one place, and what follows from
//! something else that is wrong. A figure in the place of another one stands there beside
//! another year: of the years that its entry names there is nothing to tell but
//! that the figure is wrong.

use std::collections::{HashMap, HashSet};

use super::Verdict;
use super::claim::{Claim, What};

/// Claims with their verdicts, each once: an answer that is a name of letters and
/// digits alone (`H800`) is claimed as what its text mentions and as what it names.
/// Of both that is kept which is worse off, or of which more is known.
pub(super) fn each_once<'w>(mut judged: Vec<(Claim<'w>, Verdict)>) -> Vec<(Claim<'w>, Verdict)> {
    let spot = |claim: &Claim<'_>| {
        let place = claim.place;
        (claim.entry, place.line, place.column, place.length)
    };
    let rank = |verdict: &Verdict| match verdict {
        Verdict::Missing { nearest: None } => 1,
        verdict if verdict.is_found() => 0,
        _ => 2,
    };
    let mentions = judged.iter().enumerate();
    let mentions = mentions.filter(|(_, (claim, _))| claim.what == What::Designation);
    let mentions: HashMap<_, usize> = mentions.map(|(at, (claim, _))| (spot(claim), at)).collect();
    let mut dropped = HashSet::new();
    for (at, (claim, verdict)) in judged.iter().enumerate() {
        let is_name = matches!(claim.what, What::Name(_));
        let Some(mention) = mentions.get(&spot(claim)).filter(|_| is_name) else {
            continue;
        };
        let worse = judged
            .get(*mention)
            .is_some_and(|(_, of)| rank(of) > rank(verdict));
        dropped.insert(if worse { at } else { *mention });
    }
    let mut at = 0..;
    judged.retain(|_| at.next().is_none_or(|at| !dropped.contains(&at)));
    judged
}

/// What was told of the entries of a deck.
pub(super) struct Once {
    /// Entries of which a figure is wrong, or one that they reckon with.
    wrong: HashSet<usize>,
    /// Entries that are about a figure.
    figures: HashSet<usize>,
    /// The times that were told of them, as the deck has them and as the article has.
    times: HashSet<(usize, String, String)>,
}

impl Once {
    /// Of claims that are told of or not, in the same order.
    pub fn of<'c>(told: impl Iterator<Item = (&'c Claim<'c>, bool)> + Clone) -> Once {
        let values = || {
            let main = told.clone().filter(|(claim, _)| claim.is_main());
            main.filter_map(|(claim, told)| Some((claim.entry?, claim, told)))
        };
        let is_figure = |what: &What| matches!(what, What::Figure(_) | What::Computed(_));
        let figures = values().filter(|(_, claim, _)| is_figure(&claim.what));
        let figures = figures.map(|(entry, ..)| entry).collect();
        let wrong = || values().filter(|(_, claim, told)| *told && is_figure(&claim.what));
        let named: HashSet<&str> = wrong().map(|(_, claim, _)| claim.name).collect();
        let reckoned = values().filter(|(_, claim, _)| match &claim.what {
            What::Computed(names) => names.iter().any(|name| named.contains(name.as_str())),
            _ => false,
        });
        let wrong = wrong().chain(reckoned).map(|(entry, ..)| entry).collect();
        Once {
            wrong,
            figures,
            times: HashSet::new(),
        }
    }

    /// Whether what is wrong with a claim is told with something else.
    pub fn is_told(&mut self, claim: &Claim<'_>, verdict: &Verdict) -> bool {
        let (Some(entry), Verdict::Elsewhere { meant, .. }) = (claim.entry, verdict) else {
            return false;
        };
        let is_time = matches!(claim.what, What::Date(_) | What::Span(_) | What::Term(_));
        if !is_time || !claim.is_headline() || !self.figures.contains(&entry) {
            return false;
        }
        let first = || (entry, claim.spelling(), meant.clone());
        self.wrong.contains(&entry) || !self.times.insert(first())
    }
}
