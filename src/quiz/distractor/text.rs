//! Wrong names, and other texts: those that stand beside the answer elsewhere
//! in the decks, then answers of cards about the same.

use super::column::folded;
use super::look::Look;
use super::{
    FEWEST, Guard, Pool, Subject, WANTED, authored, gaps, is_judged_wrong, is_readable, pool,
};
use crate::deck::{Card, Gap, Task};
use crate::quiz::chance::Chance;
use crate::text::{Lang, Localized, fold};

/// Of so many that come first, those are taken that stand out least.
const CONSIDERED: usize = 12;

/// A text that may be a wrong choice.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// How near it is to the answer: less is nearer, 0 is the author's.
    pub rank: u8,
    /// What it says.
    pub text: Localized,
}

/// Wrong choices for a card that asks for a text.
pub(super) fn distractors(card: &Card, pool: &Pool<'_>, chance: Chance) -> Option<Vec<Localized>> {
    let answer = &card.answer;
    let authored = authored(card);
    let guard = Guard::new(card);
    let drawn = (authored.len() < WANTED).then(|| {
        beside(answer, card, pool)
            .chain(answers(card, pool))
            .filter(|candidate| {
                guard.is_wrong(&candidate.text)
                    && !overlaps(answer, &candidate.text)
                    && !overlaps_accepted(card, &candidate.text)
            })
    });
    let fitting = Fit::of(card);
    let candidates: Vec<Candidate> = authored
        .iter()
        .map(|text| Candidate {
            rank: 0,
            text: text.clone(),
        })
        .chain(drawn.into_iter().flatten())
        .filter(|candidate| fitting.iter().all(|fit| fit.admits(&candidate.text)))
        .collect();
    // Where the author gave enough, no other is as plausible.
    if authored.len() >= WANTED {
        let plain = chosen(answer, candidates, &[], chance);
        return plain.or_else(|| Some(authored.into_iter().take(WANTED).collect()));
    }
    let listed: Vec<&Localized> = pool.columns().listed_with(answer).collect();
    chosen(answer, candidates, &listed, chance)
}

/// The wrong choices among `candidates`: the nearest of which none stands out.
pub(super) fn chosen(
    answer: &Localized,
    candidates: Vec<Candidate>,
    refused: &[&Localized],
    chance: Chance,
) -> Option<Vec<Localized>> {
    let refused: Vec<String> = refused.iter().flat_map(|text| folded(text)).collect();
    let mut drawn: Vec<(u8, u64, Localized)> = candidates
        .into_iter()
        .filter(|candidate| is_readable(answer, &candidate.text))
        .map(|candidate| {
            let name = candidate.text.get(candidate.text.language());
            let lot = chance.lot("text", name);
            (candidate.rank, lot, candidate.text)
        })
        .collect();
    drawn.sort_by_key(|(rank, lot, _)| (*rank, *lot));
    let right = looks(answer, answer);
    let mut nearest: Vec<Drawn> = Vec::new();
    for (rank, _, text) in drawn {
        if nearest.len() == CONSIDERED {
            break;
        }
        let folded = folded(&text);
        let known = nearest.iter().any(|known| overlap(&known.folded, &folded));
        if !known && !folded.iter().any(|text| refused.contains(text)) {
            nearest.push(Drawn {
                rank: usize::from(rank),
                looks: looks(answer, &text),
                folded,
                text,
            });
        }
    }
    [WANTED, FEWEST].into_iter().find_map(|count| {
        let mut sets = sets(nearest.len(), count);
        sets.sort_by_key(|set| {
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
) -> impl Iterator<Item = Candidate> + 'a {
    pool.columns()
        .beside(answer)
        .filter(|(entry, _)| *entry != card.id.entry())
        .map(|(_, text)| Candidate {
            rank: 1,
            text: text.clone(),
        })
}

/// Answers of other cards that ask for a text of the same sort: a name for a
/// name, a saying for a saying.
fn answers<'a>(card: &'a Card, pool: &'a Pool<'_>) -> impl Iterator<Item = Candidate> + 'a {
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
        // What answers this card must not answer the other one as well.
        let apart = is_judged_wrong(other, &card.answer);
        let rank = if card.id.deck() == other.id.deck() {
            2
        } else {
            3
        };
        apart.then_some(Candidate { rank, text })
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

/// What the text around a gap wants of what stands in it: `an [engineering]
/// innovation`, `[학습]이라 한다`.
#[derive(Debug)]
struct Fit {
    lang: Lang,
    vowel: Option<bool>,
    closed: Option<bool>,
}

/// Particles that differ by whether a consonant closes the syllable before.
const PARTICLES: [&str; 18] = [
    "이라", "라", "이다", "이", "가", "은", "는", "을", "를", "과", "와", "으로", "로", "이나",
    "나", "이며", "이란", "란",
];

impl Fit {
    /// What the gap of a cloze wants, by language; nothing for other cards.
    fn of(card: &Card) -> Vec<Fit> {
        let (Task::Cloze { cloze, .. } | Task::Recall { cloze: Some(cloze) }) = &card.task else {
            return Vec::new();
        };
        cloze
            .iter()
            .map(|(lang, pieces)| {
                let at = pieces
                    .iter()
                    .position(|piece| matches!(piece, Gap::Hidden { .. }));
                let text = |piece: Option<&Gap>| match piece {
                    Some(Gap::Text(text)) => text.clone(),
                    _ => String::new(),
                };
                let before = text(at.and_then(|at| pieces.get(at.checked_sub(1)?)));
                let after = text(at.and_then(|at| pieces.get(at + 1)));
                let answer = match at.and_then(|at| pieces.get(at)) {
                    Some(Gap::Hidden { answer, .. }) => answer.as_str(),
                    _ => "",
                };
                let article = [" a ", " an "]
                    .iter()
                    .any(|article| format!(" {before}").to_lowercase().ends_with(article));
                let particle = PARTICLES.iter().any(|particle| after.starts_with(particle));
                Fit {
                    lang,
                    vowel: article.then(|| begins_with_vowel(answer)),
                    closed: if particle { ends_closed(answer) } else { None },
                }
            })
            .collect()
    }

    fn admits(&self, text: &Localized) -> bool {
        let text = text.get(self.lang);
        self.vowel
            .is_none_or(|vowel| begins_with_vowel(text) == vowel)
            && (self.closed.is_none() || ends_closed(text) == self.closed)
    }
}

fn begins_with_vowel(text: &str) -> bool {
    text.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U'])
}

/// Whether a consonant closes the last syllable; `None` where it is not Hangul.
fn ends_closed(text: &str) -> Option<bool> {
    let last = u32::from(text.chars().last()?);
    (0xAC00..=0xD7A3)
        .contains(&last)
        .then(|| (last - 0xAC00) % 28 != 0)
}
