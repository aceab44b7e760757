//! Wrong names, and other texts: those that stand beside the answer elsewhere
//! in the decks, then answers of cards about the same.

use super::column::folded;
use super::fit::Fit;
use super::look::Look;
use super::{
    FEWEST, Guard, Pool, Subject, WANTED, authored, gaps, is_judged_wrong, is_readable, pool,
};
use crate::deck::{Card, Task};
use crate::order::Order as _;
use crate::quiz::chance::Chance;
use crate::text::{Lang, Localized, fold};

/// Of so many that come first, those are taken that stand out least.
const CONSIDERED: usize = 12;

/// A text that may be a wrong choice.
#[derive(Debug, Clone)]
pub(super) struct Candidate<'a> {
    /// How near it is to the answer: less is nearer, 0 is the author's.
    pub rank: u8,
    /// What it says.
    pub text: Localized,
    /// The card that it answers, if it does.
    pub answers: Option<&'a Card>,
}

/// Wrong choices for a card that asks for a text.
pub(super) fn distractors(card: &Card, pool: &Pool<'_>, chance: Chance) -> Option<Vec<Localized>> {
    let answer = &card.answer;
    let authored = authored(card);
    let own = authored.iter().map(|text| Candidate {
        rank: 0,
        text: text.clone(),
        answers: None,
    });
    let fits = Fit::of(card);
    let fits = |text: &Localized| fits.iter().all(|fit| fit.admits(text));
    // Where the author gave enough, no other is as plausible.
    if authored.len() >= WANTED {
        let fair = |candidate: &Candidate| fits(&candidate.text);
        return chosen(answer, own.collect(), fair, chance)
            .or_else(|| Some(authored.iter().take(WANTED).cloned().collect()));
    }
    let guard = Guard::new(card);
    let listed: Vec<String> = pool
        .columns()
        .listed_with(answer)
        .flat_map(folded)
        .collect();
    let drawn = beside(answer, card, pool).chain(answers(card, pool));
    let fair = |candidate: &Candidate| {
        let text = &candidate.text;
        // What answers this card must not answer the other one as well.
        let apart = |other| is_judged_wrong(other, answer);
        fits(text)
            && (candidate.rank == 0
                || guard.is_wrong(text)
                    && !overlaps(answer, text)
                    && !overlaps_accepted(card, text)
                    && !folded(text).iter().any(|text| listed.contains(text))
                    && candidate.answers.is_none_or(apart))
    };
    chosen(answer, own.chain(drawn).collect(), fair, chance)
}

/// The wrong choices among `candidates`: the nearest that are `fair`, and of
/// which none stands out.
pub(super) fn chosen(
    answer: &Localized,
    candidates: Vec<Candidate<'_>>,
    fair: impl Fn(&Candidate<'_>) -> bool,
    chance: Chance,
) -> Option<Vec<Localized>> {
    // There may be thousands, of which few have to be looked at closely.
    let mut drawn: Vec<(u8, u64, Candidate)> = candidates
        .into_iter()
        .map(|candidate| {
            let name = candidate.text.get(candidate.text.language());
            (candidate.rank, chance.lot("text", name), candidate)
        })
        .collect();
    drawn.order_by_key(|(rank, lot, _)| (*rank, *lot));
    let right = looks(answer, answer);
    let mut nearest: Vec<Drawn> = Vec::new();
    for (rank, _, candidate) in drawn {
        if nearest.len() == CONSIDERED {
            break;
        }
        if !is_readable(answer, &candidate.text) {
            continue;
        }
        let folded = folded(&candidate.text);
        let known = nearest.iter().any(|known| overlap(&known.folded, &folded));
        if !known && fair(&candidate) {
            nearest.push(Drawn {
                rank: usize::from(rank),
                looks: looks(answer, &candidate.text),
                folded,
                text: candidate.text,
            });
        }
    }
    [WANTED, FEWEST].into_iter().find_map(|count| {
        let mut sets = sets(nearest.len(), count);
        sets.order_by_key(|set| {
            let rank = |at: &usize| nearest.get(*at).map_or(0, |drawn| drawn.rank);
            set.iter().map(rank).sum::<usize>()
        });
        sets.into_iter().find_map(|set| {
            let set: Vec<&Drawn> = set.iter().filter_map(|at| nearest.get(*at)).collect();
            let plain = right.iter().enumerate().all(|(at, right)| {
                let wrong = set.iter().filter_map(|drawn| drawn.looks.get(at));
                let looks: Vec<&Look> = std::iter::once(right).chain(wrong).collect();
                !Look::one_stands_out(&looks)
            });
            plain.then(|| set.iter().map(|drawn| drawn.text.clone()).collect())
        })
    })
}

/// A candidate in its turn.
struct Drawn {
    rank: usize,
    text: Localized,
    folded: Vec<String>,
    looks: Vec<Look>,
}

/// How `text` looks in each language of the answer.
fn looks(answer: &Localized, text: &Localized) -> Vec<Look> {
    Lang::ALL
        .into_iter()
        .filter(|lang| answer.exactly(*lang).is_some())
        .map(|lang| Look::of(text.get(lang)))
        .collect()
}

/// Every set of `count` of the numbers below `of`, those of low numbers first.
fn sets(of: usize, count: usize) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..count {
        sets = sets
            .into_iter()
            .flat_map(|set| {
                let from = set.last().map_or(0, |last| last + 1);
                (from..of).map(move |next| {
                    let mut set = set.clone();
                    set.push(next);
                    set
                })
            })
            .collect();
    }
    sets
}

/// What stands beside the answer in a column of some other card: it is of the
/// same kind.
pub(super) fn beside<'a>(
    answer: &'a Localized,
    card: &'a Card,
    pool: &'a Pool<'_>,
) -> impl Iterator<Item = Candidate<'a>> + 'a {
    pool.columns()
        .beside(answer)
        .filter(|(entry, _)| *entry != card.id.entry())
        .map(|(_, text)| Candidate {
            rank: 1,
            text: text.clone(),
            answers: None,
        })
}

/// Answers of other cards that ask for a text of the same sort: a name for a
/// name, a saying for a saying.
fn answers<'a>(card: &'a Card, pool: &'a Pool<'_>) -> impl Iterator<Item = Candidate<'a>> + 'a {
    let saying = is_saying(&card.answer);
    pool.others(card).filter_map(move |other| {
        // What fits into a gap is no answer to a question, nor the other way
        // round; what is about something else would not be taken for it.
        let alike = is_cloze(other) == is_cloze(card)
            && pool::share_tag(card, other)
            && is_saying(&other.answer) == saying;
        let lines = other.answer.iter().any(|(_, text)| text.contains('\n'));
        if !alike || lines || Subject::of(other) != Some(Subject::Text) {
            return None;
        }
        let text = match &other.task {
            Task::Cloze { cloze, .. } | Task::Recall { cloze: Some(cloze) } => {
                gaps(cloze).into_iter().next()?
            }
            _ => other.answer.clone(),
        };
        let rank = if card.id.deck() == other.id.deck() {
            2
        } else {
            3
        };
        Some(Candidate {
            rank,
            text,
            answers: Some(other),
        })
    })
}

fn is_cloze(card: &Card) -> bool {
    matches!(
        &card.task,
        Task::Cloze { .. } | Task::Recall { cloze: Some(_) }
    )
}

fn is_saying(text: &Localized) -> bool {
    Look::is_saying(text.get(Lang::En))
}

/// Whether one of two texts is part of the other: `Deep Research` and
/// `OpenAI's Deep Research`.
pub(in crate::quiz) fn overlaps(one: &Localized, other: &Localized) -> bool {
    overlap(&folded(one), &folded(other))
}

fn overlap(one: &[String], other: &[String]) -> bool {
    one.iter().any(|one| {
        other
            .iter()
            .any(|other| one.contains(other) || other.contains(one))
    })
}

/// The same for every spelling that counts as the answer.
fn overlaps_accepted(card: &Card, text: &Localized) -> bool {
    let accepted: Vec<&String> = match &card.task {
        Task::Text { accepted } => accepted.iter().collect(),
        Task::Cloze { accepted, .. } => accepted.iter().flatten().collect(),
        _ => Vec::new(),
    };
    text.iter().any(|(_, text)| {
        let text = fold(text);
        accepted.iter().any(|accepted| {
            let accepted = fold(accepted);
            // A short one may stand in any word by chance.
            accepted.chars().count() > 2 && (text.contains(&accepted) || accepted.contains(&text))
        })
    })
}
