//! Wrong choices: what one who does not know might take for the answer, and
//! one who knows never.
//!
//! The author's come first, then what is the same kind of thing: figures near
//! in size, days nearby, names that stand beside the answer elsewhere in the
//! decks or share a tag with it. None may be right as well, in either language,
//! and none may stand out: whoever looks only at the forms must not learn
//! anything. Where there are too few, there are none, and the card is asked in
//! another form.

mod column;
mod date;
mod digits;
mod figure;
mod fit;
mod look;
mod pool;
mod speaker;
mod subject;
#[cfg(test)]
mod tests;
mod text;

use crate::answer::{Outcome, Response, judge};
use crate::deck::Card;
use crate::quiz::chance::Chance;
use crate::text::{Lang, Localized, fold};
use look::Look;
pub(super) use pool::Pool;
pub(super) use speaker::{names_of, speakers};
pub(super) use subject::{Subject, gaps};
pub(super) use text::overlaps;

/// So many wrong choices there are, if there are as many.
const WANTED: usize = 3;
/// With fewer than these, chance alone would be right too often.
const FEWEST: usize = 2;

/// Wrong choices for `card`, which is typed; `None` if there are too few that
/// are fair.
pub(super) fn distractors(card: &Card, pool: &Pool<'_>, chance: Chance) -> Option<Vec<Localized>> {
    match Subject::of(card)? {
        Subject::Figure(figure) => figure::distractors(card, &figure, pool, chance),
        Subject::Date(date) => date::distractors(card, date, pool, chance),
        Subject::Text => text::distractors(card, pool, chance),
    }
}

/// What keeps right answers from being wrong choices of a card.
struct Guard<'a> {
    card: &'a Card,
    /// What its question and its notes say, and what was reported, folded.
    said: Vec<String>,
}

impl<'a> Guard<'a> {
    fn new(card: &'a Card) -> Guard<'a> {
        let reported = card.dateline.reported.as_deref();
        let texts = std::iter::once(&card.question)
            .chain(&card.note)
            .chain(reported.and_then(|(_, note)| note.as_ref()));
        let mut said: Vec<String> = texts
            .flat_map(Localized::iter)
            .map(|(_, text)| fold(text))
            .collect();
        if let Some((figure, _)) = reported {
            said.extend(Lang::ALL.map(|lang| fold(&figure.format(lang))));
        }
        Guard { card, said }
    }

    /// Whether `text` is wrong as an answer, whichever of its languages is
    /// read, and nothing that the card says itself: in its question (it would be
    /// no answer) or beside its answer (another right one, perhaps).
    fn is_wrong(&self, text: &Localized) -> bool {
        let is_said = |text: &str| {
            let text = fold(text);
            self.said.iter().any(|said| said.contains(&text))
        };
        !text.iter().any(|(_, text)| is_said(text)) && is_judged_wrong(self.card, text)
    }
}

/// Whether `text` would be judged wrong in every language it has.
fn is_judged_wrong(card: &Card, text: &Localized) -> bool {
    text.iter()
        .all(|(_, text)| outcome(card, text) == Outcome::Wrong)
}

/// How `text` would be judged.
fn outcome(card: &Card, text: &str) -> Outcome {
    judge(card, &Response::Typed(text.to_owned())).outcome
}

/// The author's wrong choices that are wrong and can be read wherever the
/// answer can.
fn authored(card: &Card) -> Vec<Localized> {
    let mut texts: Vec<Localized> = Vec::new();
    for text in offered(card) {
        let wrong = is_judged_wrong(card, &text);
        let known = texts.iter().any(|known| is_same(known, &text));
        if wrong && !known && is_readable(&card.answer, &text) {
            texts.push(text);
        }
    }
    texts
}

/// The author's wrong choices as they would be offered: a figure or a date is
/// said as the answer is.
fn offered(card: &Card) -> Vec<Localized> {
    let subject = Subject::of(card);
    // They are wrong answers to the question as it was written.
    if subject.is_none() || card.id.part() == Some("reverse") {
        return Vec::new();
    }
    let said = |text: &Localized| match &subject {
        Some(Subject::Figure(right)) => Some(figure::shown(card, &figure::read(text, right)?)),
        Some(Subject::Date(_)) => Some(date::shown(card, date::read(text)?)),
        _ => None,
    };
    let texts = card.distractors.iter();
    texts
        .map(|text| said(text).unwrap_or_else(|| text.clone()))
        .collect()
}

/// The author's wrong choices that are none, since they would be judged right
/// or nearly: where each stands in the list, and in which language it is so.
pub(crate) fn right_distractors(card: &Card) -> Vec<(usize, Lang, Outcome)> {
    let right = |(at, text): (usize, &Localized)| {
        let mut each = text.iter().map(|(lang, text)| (lang, outcome(card, text)));
        let (lang, outcome) = each.find(|(_, outcome)| outcome.is_right())?;
        Some((at, lang, outcome))
    };
    offered(card).iter().enumerate().filter_map(right).collect()
}

/// What `read` makes of a text where each language that it has says the same: a
/// figure or a date is written once and stands for all of them.
fn said_alike<T>(
    text: &Localized,
    read: impl Fn(&str) -> Option<T>,
    is_same: impl Fn(&T, &T) -> bool,
) -> Option<T> {
    let first = read(text.get(text.language()))?;
    let is_like = |text: &String| read(text).is_some_and(|other| is_same(&first, &other));
    text.iter().all(|(_, text)| is_like(text)).then_some(first)
}

/// Whether a wrong choice can be read in each language of the answer, or needs
/// none (`GPT-4`): else the language alone would tell.
fn is_readable(answer: &Localized, text: &Localized) -> bool {
    answer.iter().all(|(lang, answer)| {
        text.exactly(lang).is_some() || Look::has_hangul(text.get(lang)) == Look::has_hangul(answer)
    })
}

/// Whether two texts would be taken for one another in any language.
fn is_same(one: &Localized, other: &Localized) -> bool {
    one.iter().any(|(_, one)| {
        let one = fold(one);
        other.iter().any(|(_, other)| fold(other) == one)
    })
}
