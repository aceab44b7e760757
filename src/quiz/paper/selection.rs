//! Which cards a quiz asks, in which order.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use super::Question;
use super::form::{forms, question};
use super::kind::{Kinds, is_said};
use crate::deck::{Card, Task};
use crate::figure::Date;
use crate::order::Order as _;
use crate::quiz::chance::Chance;
use crate::quiz::distractor::{Pool, Subject};
use crate::schedule::{Brief, Kind};
use crate::text::{Lang, Localized, fold};

/// A name this short stands in any text by chance, unless it has a digit.
const SHORT: usize = 2;

/// Cards in the order in which they were drawn, for one kind of question.
type Queue<'a> = VecDeque<&'a Arc<Card>>;

/// The questions that `brief` wants of the cards of `pool`.
pub(super) fn questions(pool: &Pool<'_>, kinds: &Kinds, brief: &Brief) -> Vec<Question> {
    let number = usize::try_from(brief.number).unwrap_or(usize::MAX);
    let chance = Chance::new(brief.seed);
    let mut queues = queues(pool, kinds, brief, chance);
    let mut taken = Taken::default();
    // First with care; then siblings too, where there is nothing else.
    for care in [true, false] {
        let mut later: Vec<(Kind, Queue)> = Vec::new();
        let mut round = 0_u32;
        let mut more = true;
        while more && taken.questions.len() < number {
            more = false;
            queues.order_by_key(|(kind, _)| chance.lot(&format!("round {round}"), kind.name()));
            for (kind, queue) in &mut queues {
                if taken.questions.len() == number {
                    break;
                }
                let mut put_off = Queue::new();
                let next = next(
                    *kind,
                    queue,
                    care.then_some(&mut put_off),
                    &taken,
                    pool,
                    chance,
                );
                later.push((*kind, put_off));
                if let Some(question) = next {
                    taken.take(question);
                    more = true;
                }
            }
            round += 1;
        }
        for (kind, queue) in &mut queues {
            let put_off = later.iter_mut().filter(|(of, _)| of == kind);
            *queue = put_off.flat_map(|(_, cards)| cards.drain(..)).collect();
        }
    }
    taken.questions
}

/// The cards that can be asked for each kind that is wanted, as they were drawn.
fn queues<'a>(
    pool: &Pool<'a>,
    kinds: &Kinds,
    brief: &Brief,
    chance: Chance,
) -> Vec<(Kind, Queue<'a>)> {
    let tagged =
        |card: &Card| brief.tags.is_empty() || card.tags.iter().any(|tag| brief.tags.contains(tag));
    let mut drawn: Vec<(u64, &Arc<Card>)> = pool
        .cards()
        .iter()
        .filter(|card| tagged(card))
        .map(|card| (chance.lot("card", card.id.as_str()), *card))
        .collect();
    drawn.order_by_key(|(lot, _)| *lot);
    let mut queues: Vec<(Kind, Queue)> = Kind::ALL
        .into_iter()
        .filter(|kind| brief.kinds.is_empty() || brief.kinds.contains(kind))
        .map(|kind| (kind, Queue::new()))
        .collect();
    for (_, card) in drawn {
        let (own, said) = (kinds.of(card), is_said(card));
        for (kind, queue) in &mut queues {
            if *kind == own || (*kind == Kind::Source && said) {
                queue.push_back(card);
            }
        }
    }
    queues
}

/// The next question of a kind. Every card that is looked at leaves the queue:
/// one that does not go with those taken is `put_off`, where there is care.
fn next<'a>(
    kind: Kind,
    queue: &mut Queue<'a>,
    mut put_off: Option<&mut Queue<'a>>,
    taken: &Taken,
    pool: &Pool<'_>,
    chance: Chance,
) -> Option<Question> {
    while let Some(card) = queue.pop_front() {
        if taken.cards.contains(card.id.as_str()) {
            continue;
        }
        if let Some(put_off) = &mut put_off
            && taken.has_sibling(card)
        {
            put_off.push_back(card);
            continue;
        }
        let own = chance.of(card.id.as_str());
        let made = forms(card, kind, own)
            .into_iter()
            .find_map(|form| question(card, form, pool, own));
        let Some(question) = made else {
            continue;
        };
        match &mut put_off {
            Some(put_off) if taken.gives_away(&Said::by(&question)) => put_off.push_back(card),
            _ => return Some(question),
        }
    }
    None
}

/// What has been taken so far.
#[derive(Debug, Default)]
struct Taken {
    questions: Vec<Question>,
    cards: HashSet<String>,
    /// Entries and facts, of which siblings share one.
    groups: HashSet<String>,
    said: Vec<Said>,
}

impl Taken {
    fn take(&mut self, question: Question) {
        let card = &question.card;
        self.cards.insert(card.id.as_str().to_owned());
        self.groups.insert(card.id.entry().to_owned());
        self.groups.extend(card.facts.iter().cloned());
        self.said.push(Said::by(&question));
        self.questions.push(question);
    }

    fn has_sibling(&self, card: &Card) -> bool {
        self.groups.contains(card.id.entry())
            || card.facts.iter().any(|fact| self.groups.contains(fact))
    }

    /// Whether a question and one of those taken say what the other asks for.
    fn gives_away(&self, said: &Said) -> bool {
        self.said
            .iter()
            .any(|taken| taken.tells(said) || said.tells(taken))
    }
}

/// What a question says, and what it asks for, folded.
#[derive(Debug)]
struct Said {
    texts: Vec<String>,
    answers: Vec<String>,
}

impl Said {
    fn by(question: &Question) -> Said {
        let card = &question.card;
        let folded =
            |text: &Localized| -> Vec<String> { text.iter().map(|(_, text)| fold(text)).collect() };
        // The names of those who say things are everywhere.
        let named = question.kind != Kind::Source
            && matches!(
                card.task,
                Task::Text { .. }
                    | Task::Number { .. }
                    | Task::Date { .. }
                    | Task::Cloze { .. }
                    | Task::Choice { several: false, .. }
            );
        let mut answers = if named {
            folded(&card.answer)
        } else {
            Vec::new()
        };
        if let (true, Subject::Date(date)) = (named, Subject::of_text(&card.answer)) {
            // Its year goes without saying.
            let day = Date { year: None, ..date };
            if date.day.is_some() {
                answers.extend(Lang::ALL.map(|lang| fold(&day.format(lang))));
            }
        }
        answers.retain(|answer| {
            let length = answer.chars().count();
            length > SHORT || length == SHORT && answer.contains(|c: char| c.is_ascii_digit())
        });
        Said {
            texts: std::iter::once(&card.question)
                .chain(std::iter::once(&card.answer))
                .chain(&card.note)
                .flat_map(folded)
                .collect(),
            answers,
        }
    }

    fn tells(&self, other: &Said) -> bool {
        other
            .answers
            .iter()
            .any(|answer| self.texts.iter().any(|text| text.contains(answer)))
    }
}
