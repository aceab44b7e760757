//! Cards that are gone are looked for among those that there are, by what they ask
//! and say.

use std::collections::{HashMap, HashSet};

use super::Known;
use crate::deck::{Card, CardId, Fingerprint};

/// By what a card that is gone is looked for among new ones, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Round {
    /// Question and answer, where an id or the number of a gap was written in: the
    /// name followed from what stands there still.
    Id,
    /// Question and answer: it has another name only.
    Both,
    /// The question, if no other card of the deck has or had it.
    Question,
    /// The answer, likewise, and only where names follow the content: who gives
    /// a card another id and another question means another card.
    Answer,
    /// Question and answer, among cards that were there before.
    There,
}

impl Round {
    /// Those in which a deck is searched that can be read whole,
    const WHOLE: &[Round] = &[
        Round::Id,
        Round::Both,
        Round::Question,
        Round::Answer,
        Round::There,
    ];
    /// and one where a card that is gone may be in what can't be.
    const BROKEN: &[Round] = &[Round::Id];

    /// Whether it looks for what asks the same and says the same.
    fn asks_and_says(self) -> bool {
        matches!(self, Round::Id | Round::Both | Round::There)
    }

    fn key(self, fingerprint: &Fingerprint) -> String {
        match self {
            Round::Id | Round::Both | Round::There => {
                format!("{} {}", fingerprint.question, fingerprint.answer)
            }
            Round::Question => fingerprint.question.clone(),
            Round::Answer => fingerprint.answer.clone(),
        }
    }
}

/// A search for what became of cards.
pub(super) struct Search<'a> {
    before: Vec<&'a Known>,
    by_name: HashMap<&'a CardId, &'a Known>,
    now: Vec<&'a Card>,
    /// Cards that were not there when the deck was last read, and
    new: Vec<&'a Card>,
    /// those that were.
    there: Vec<&'a Card>,
}

impl<'a> Search<'a> {
    /// A search of the `known` ones among `cards`, but for those that are `taken`.
    pub(super) fn new(known: &'a [Known], cards: &'a [Card], taken: &HashSet<&CardId>) -> Self {
        let by_name: HashMap<&CardId, &Known> = known.iter().map(|one| (&one.id, one)).collect();
        let was_there = |card: &&Card| {
            let known = by_name.get(&card.id);
            known.is_some_and(|known| !by_log(known))
        };
        let free = cards.iter().filter(|card| !taken.contains(&card.id));
        let (there, new) = free.partition(was_there);
        let here: HashSet<&CardId> = cards.iter().map(|card| &card.id).collect();
        let other = |known: &&Known| !by_log(known) || !here.contains(&known.id);
        Search {
            // A card that others learned before it came here is no second one.
            before: known.iter().filter(other).collect(),
            now: cards.iter().collect(),
            by_name,
            new,
            there,
        }
    }

    /// Those that certainly are others now, each with the one that it is; they are
    /// no more among the `gone`. Only what `may` be found is, and in a deck that is
    /// not `whole` only an id or a number that was written in.
    pub(super) fn find(
        &mut self,
        gone: &mut Vec<&'a Known>,
        whole: bool,
        may: impl Fn(&Known) -> bool,
    ) -> Vec<(&'a Known, &'a Card)> {
        let mut found = Vec::new();
        let rounds = match whole {
            true => Round::WHOLE,
            false => Round::BROKEN,
        };
        let once_more = |known: &Known| match whole && may(known) {
            true => self.once_more(known),
            false => None,
        };
        gone.retain(|known| match once_more(known) {
            Some(card) => {
                found.push((*known, card));
                false
            }
            None => true,
        });
        for round in rounds.iter().copied() {
            let free = self.free(round);
            let key = |fingerprint: &Fingerprint| round.key(fingerprint);
            let (known_once, cards_once) = match round {
                Round::Id | Round::Both | Round::There => (
                    once(&gone_here(gone), |known| key(&known.fingerprint)),
                    once(free, |card| key(&card.fingerprint)),
                ),
                Round::Question | Round::Answer => (
                    once(&self.before, |known| key(&known.fingerprint)),
                    once(&self.now, |card| key(&card.fingerprint)),
                ),
            };
            let by_key: HashMap<String, &Card> = free
                .iter()
                .map(|card| (key(&card.fingerprint), *card))
                .collect();
            let mut taken = HashSet::new();
            gone.retain(|known| {
                let key = key(&known.fingerprint);
                let Some(card) = by_key.get(&key) else {
                    return true;
                };
                // What others learned of the same is not another card.
                let certain = (known_once.contains(&key) || round.asks_and_says() && by_log(known))
                    && cards_once.contains(&key)
                    && self.fits(round, known, card)
                    && may(known);
                if certain {
                    found.push((*known, *card));
                    taken.insert(&card.id);
                }
                !certain
            });
            self.new.retain(|card| !taken.contains(&card.id));
            self.there.retain(|card| !taken.contains(&card.id));
        }
        found
    }

    /// Those that may be a card that is gone, though it is not certain.
    pub(super) fn candidates(&self, known: &Known) -> Vec<CardId> {
        let asks = |card: &Card| card.fingerprint.question == known.fingerprint.question;
        let says = |card: &Card| card.fingerprint.answer == known.fingerprint.answer;
        let nameless = |card: &Card| unnamed(&known.id) && unnamed(&card.id);
        let new = self.new.iter().filter(|card| asks(card) || says(card));
        let there = self.there.iter().filter(|card| {
            self.may_have_waited(known, card) && (asks(card) || nameless(card) && says(card))
        });
        let bare = new.chain(there).filter(|card| {
            let gave_up = by_log(known) && known.formerly.contains(&card.id);
            !self.is_studied(card) && !gave_up
        });
        bare.map(|card| card.id.clone()).collect()
    }

    /// Among which cards a round looks.
    fn free(&self, round: Round) -> &[&'a Card] {
        match round {
            Round::There => &self.there,
            Round::Id | Round::Both | Round::Question | Round::Answer => &self.new,
        }
    }

    /// Whether a card that is alike may be meant.
    fn fits(&self, round: Round, known: &Known, card: &Card) -> bool {
        // One that gave its history up to this one did so by a newer deck elsewhere.
        if by_log(known) && known.formerly.contains(&card.id) {
            return false;
        }
        match round {
            Round::Id => is_named_by(&known.id, &card.id),
            Round::Both | Round::Question => true,
            Round::Answer => unnamed(&known.id) && unnamed(&card.id),
            Round::There => known.studied && self.may_have_waited(known, card),
        }
    }

    /// The card that took over from this name once: what was recorded under it since
    /// is that card's too, if it asks or says the same.
    fn once_more(&self, known: &Known) -> Option<&'a Card> {
        let mut heirs = self.now.iter().filter(|card| {
            let heir = self.by_name.get(&card.id);
            heir.is_some_and(|heir| heir.formerly.contains(&known.id))
                && (card.fingerprint.question == known.fingerprint.question
                    || card.fingerprint.answer == known.fingerprint.answer)
        });
        let heir = heirs.next()?;
        (known.studied && heirs.next().is_none()).then_some(*heir)
    }

    /// Whether a card that was there may have been without its history all the time;
    /// unless it gave that up itself, to a newer deck elsewhere.
    fn may_have_waited(&self, known: &Known, card: &Card) -> bool {
        known.waiting && !self.is_studied(card) && !known.formerly.contains(&card.id)
    }

    fn is_studied(&self, card: &Card) -> bool {
        self.by_name.get(&card.id).is_some_and(|one| one.studied)
    }
}

/// Whether the log alone tells of a card.
fn by_log(known: &Known) -> bool {
    known.answer.is_none()
}

/// Those that are gone from the deck as it was read here.
fn gone_here<'a>(gone: &[&'a Known]) -> Vec<&'a Known> {
    let here = gone.iter().filter(|known| !by_log(known));
    here.copied().collect()
}

/// Whether a card's entry has no id of its own.
fn unnamed(id: &CardId) -> bool {
    id.entry()
        .rsplit('/')
        .next()
        .is_some_and(|entry| entry.starts_with('~'))
}

/// Whether a name is what another becomes where an id or the number of a gap, which
/// follow from the content where they are left out, is written.
fn is_named_by(was: &CardId, is: &CardId) -> bool {
    let entry = was.entry() == is.entry() || unnamed(was) && !unnamed(is);
    let by_answer = was.part().is_some() && !is_numbered(was);
    let part = was.part() == is.part() || by_answer && is_numbered(is);
    entry && part
}

/// Whether a card is a gap that has a number.
fn is_numbered(id: &CardId) -> bool {
    let number = id.part().and_then(|part| part.strip_prefix('c'));
    number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The keys that only one of `items` has.
fn once<T>(items: &[T], key: impl Fn(&T) -> String) -> HashSet<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for item in items {
        *counts.entry(key(item)).or_default() += 1;
    }
    counts
        .into_iter()
        .filter(|(_, count)| *count == 1)
        .map(|(key, _)| key)
        .collect()
}
