//! Which card of today is which card of yesterday, when a deck was edited.

use std::collections::{HashMap, HashSet};

use super::value;
use crate::deck::{Card, CardId, Fingerprint};

/// A card as the index knew it before the deck was read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its name then.
    pub id: CardId,
    /// What it was then.
    pub fingerprint: Fingerprint,
    /// Its answer as it was shown, for "was … → is …", unless the log alone tells of it.
    pub answer: Option<String>,
    /// Whether it has ever been reviewed.
    pub studied: bool,
    /// The names whose histories it took over.
    pub formerly: Vec<CardId>,
}

/// A figure or date that a card asks for and that changed in value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The card.
    pub card: CardId,
    /// The answer before.
    pub was: String,
    /// The answer now.
    pub is: String,
}

/// What reading a deck again means for the histories of its cards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Match {
    /// Cards that took another name: (before, now).
    pub renamed: Vec<(CardId, CardId)>,
    /// Cards whose value changed.
    pub corrected: Vec<Correction>,
    /// Studied cards that are gone, with those that might be them: told, never guessed.
    pub lost: Vec<(CardId, Vec<CardId>)>,
}

/// Finds out what became of the `known` cards of a deck among its `cards` of now.
///
/// A card is the same by its name; else by what `replaces` says; else by its
/// question and answer, by its question alone, or, for entries without an id
/// (whose name follows their content), by its answer alone: each only where a
/// single card before and a single one now can be meant. A card that was there
/// before and never studied may be meant too, but by question and answer only:
/// a history may come from another device, later than the deck. The rest is told.
pub fn reconcile(known: &[Known], cards: &[Card]) -> Match {
    let now: HashMap<&CardId, &Card> = cards.iter().map(|card| (&card.id, card)).collect();
    let before: HashSet<&CardId> = known.iter().map(|known| &known.id).collect();
    let mut found = Match::default();
    let mut gone: Vec<&Known> = Vec::new();
    for known in known {
        match now.get(&known.id) {
            Some(card) => found.correct(known, card),
            None => gone.push(known),
        }
    }
    if gone.is_empty() {
        return found;
    }

    let mut doubtful: HashMap<&CardId, Vec<CardId>> = HashMap::new();
    let heirs = Heirs::of(cards);
    gone.retain(|known| match heirs.heir(&known.id) {
        Heir::None => true,
        Heir::One(card) => {
            found.rename(known, card);
            false
        }
        Heir::Several(cards) => {
            doubtful.insert(&known.id, cards);
            true
        }
    });

    let taken: HashSet<&CardId> = found.renamed.iter().map(|(_, card)| card).collect();
    let free = cards.iter().filter(|card| !taken.contains(&card.id));
    let (mut there, mut new): (Vec<&Card>, Vec<&Card>) =
        free.partition(|card| before.contains(&card.id));
    let studied = known.iter().filter(|known| known.studied);
    let studied: HashSet<&CardId> = studied.map(|known| &known.id).collect();
    there.retain(|card| !studied.contains(&card.id));
    let all_before: Vec<&Known> = known.iter().collect();
    let all_now: Vec<&Card> = cards.iter().collect();
    for round in Round::ALL {
        let key = |fingerprint: &Fingerprint| round.key(fingerprint);
        let free = match round {
            Round::There => &mut there,
            _ => &mut new,
        };
        let (known_once, cards_once) = match round {
            Round::Both | Round::There => (
                once(&gone, |k| key(&k.fingerprint)),
                once(free, |c| key(&c.fingerprint)),
            ),
            Round::Question | Round::Answer => (
                once(&all_before, |k| key(&k.fingerprint)),
                once(&all_now, |c| key(&c.fingerprint)),
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
            let certain = known_once.contains(&key)
                && cards_once.contains(&key)
                && round.fits(known, card)
                && !doubtful.contains_key(&known.id);
            if certain {
                found.rename(known, card);
                taken.insert(card.id.clone());
            }
            !certain
        });
        free.retain(|card| !taken.contains(&card.id));
    }

    for known in gone.into_iter().filter(|known| known.studied) {
        let asks_the_same = |card: &&&Card| card.fingerprint.question == known.fingerprint.question;
        let candidates = doubtful.remove(&known.id).unwrap_or_else(|| {
            let like = new.iter().filter(|card| {
                asks_the_same(card) || card.fingerprint.answer == known.fingerprint.answer
            });
            let there = there.iter().filter(asks_the_same);
            let there = there.filter(|card| !known.formerly.contains(&card.id));
            like.chain(there).map(|card| card.id.clone()).collect()
        });
        found.lost.push((known.id.clone(), candidates));
    }
    found
}

/// By what a card that is gone is looked for among new ones, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Round {
    /// Question and answer: it has another name only.
    Both,
    /// The question, if no other card of the deck has or had it.
    Question,
    /// The answer, likewise, and only where names follow the content: who gives
    /// a card another id and another question means another card.
    Answer,
    /// Question and answer, among cards that were there before and never studied.
    There,
}

impl Round {
    const ALL: [Round; 4] = [Round::Both, Round::Question, Round::Answer, Round::There];

    /// Whether a card that is alike may be meant.
    fn fits(self, known: &Known, card: &Card) -> bool {
        match self {
            Round::Both | Round::Question => true,
            Round::Answer => unnamed(&known.id) && unnamed(&card.id),
            // By a newer deck elsewhere it took its name from this very card.
            Round::There => known.studied && !known.formerly.contains(&card.id),
        }
    }

    fn key(self, fingerprint: &Fingerprint) -> String {
        match self {
            Round::Both | Round::There => {
                format!("{} {}", fingerprint.question, fingerprint.answer)
            }
            Round::Question => fingerprint.question.clone(),
            Round::Answer => fingerprint.answer.clone(),
        }
    }
}

impl Match {
    /// `known` is `card` now, under another name.
    fn rename(&mut self, known: &Known, card: &Card) {
        self.renamed.push((known.id.clone(), card.id.clone()));
        self.correct(known, card);
    }

    /// `known` is `card` now: whether what it asks for has changed in value.
    fn correct(&mut self, known: &Known, card: &Card) {
        let (Some(was), Some(is)) = (&known.fingerprint.value, &card.fingerprint.value) else {
            return;
        };
        let language = card.answer.language();
        if known.studied && was != is {
            self.corrected.push(Correction {
                card: card.id.clone(),
                was: known
                    .answer
                    .clone()
                    .unwrap_or_else(|| value::shown(was, language)),
                is: card.answer.get(language).clone(),
            });
        }
    }
}

/// The cards that say which histories they take over.
struct Heirs<'c>(HashMap<&'c str, Vec<&'c Card>>);

enum Heir<'c> {
    None,
    One(&'c Card),
    Several(Vec<CardId>),
}

impl<'c> Heirs<'c> {
    fn of(cards: &'c [Card]) -> Self {
        let mut heirs: HashMap<&str, Vec<&Card>> = HashMap::new();
        for card in cards {
            for replaced in &card.replaces {
                heirs.entry(replaced).or_default().push(card);
            }
        }
        Heirs(heirs)
    }

    /// Who takes over the history of `id`: who names it, or who names its entry
    /// and has the same part.
    fn heir(&self, id: &CardId) -> Heir<'c> {
        let named = self.0.get(id.as_str()).or_else(|| self.0.get(id.entry()));
        let Some(cards) = named else {
            return Heir::None;
        };
        let same_part: Vec<&&Card> = cards
            .iter()
            .filter(|card| card.id.part() == id.part())
            .collect();
        match (cards.as_slice(), same_part.as_slice()) {
            ([card], _) => Heir::One(card),
            (_, [card]) => Heir::One(card),
            _ => Heir::Several(cards.iter().map(|card| card.id.clone()).collect()),
        }
    }
}

/// Whether a card's entry has no id of its own.
fn unnamed(id: &CardId) -> bool {
    id.entry()
        .rsplit('/')
        .next()
        .is_some_and(|entry| entry.starts_with('~'))
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

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use std::path::Path;

    use super::*;
    use crate::deck::read;

    fn cards(entries: &str) -> Vec<Card> {
        let text = format!(
            "deck: d\nfacts: {{ f: {{ value: 9.4% }}, g: {{ value: 9.6% }}, h: {{ value: 9.40% }} }}\ncards:\n{entries}"
        );
        let reading = read(Path::new("d.yaml"), text.as_bytes());
        assert_eq!(reading.diagnostics, [], "{text}");
        reading.deck.unwrap().cards
    }

    /// What became of the first entries in the second ones: `a > b` renamed,
    /// `a: was → is` corrected, `a lost (b c)`; all cards were studied.
    fn became(before: &str, now: &str) -> Vec<String> {
        let known: Vec<Known> = cards(before)
            .into_iter()
            .map(|card| Known {
                answer: Some(card.answer.get(card.answer.language()).clone()),
                id: card.id,
                fingerprint: card.fingerprint,
                studied: true,
                formerly: Vec::new(),
            })
            .collect();
        let found = reconcile(&known, &cards(now));
        let short = |id: &CardId| {
            let name = id.as_str().strip_prefix("d/").unwrap();
            if name.starts_with('~') {
                "~".to_owned()
            } else {
                name.to_owned()
            }
        };
        let renamed = found
            .renamed
            .iter()
            .map(|(a, b)| format!("{} > {}", short(a), short(b)));
        let corrected = found
            .corrected
            .iter()
            .map(|c| format!("{}: {} → {}", short(&c.card), c.was, c.is));
        let lost = found.lost.iter().map(|(id, candidates)| {
            let names: Vec<_> = candidates.iter().map(short).collect();
            format!("{} lost ({})", short(id), names.join(" "))
        });
        renamed.chain(corrected).chain(lost).collect()
    }

    #[test]
    fn a_card_keeps_its_history_where_no_doubt_is() {
        let one = "- { id: a, ask: 무엇?, answer: 칩 }\n";
        let cases: &[(&str, &str, &str, &[&str])] = &[
            ("nothing changed", one, one, &[]),
            (
                "reworded under its id",
                one,
                "- { id: a, ask: Was?, answer: Chip }\n",
                &[],
            ),
            (
                "another id",
                one,
                "- { id: b, ask: 무엇?, answer: 칩 }\n",
                &["a > b"],
            ),
            (
                "an id is written in",
                "- { ask: 무엇?, answer: 칩 }\n",
                one,
                &["~ > a"],
            ),
            (
                "punctuation is not wording",
                one,
                "- { id: b, ask: 무엇, answer: 칩. }\n",
                &["a > b"],
            ),
            (
                "another id and answer",
                one,
                "- { id: b, ask: 무엇?, answer: 반도체 }\n",
                &["a > b"],
            ),
            (
                "another id and question: told",
                one,
                "- { id: b, ask: 뭐?, answer: 칩 }\n",
                &["a lost (b)"],
            ),
            (
                "no id, question edited",
                "- { ask: Waht?, answer: 칩 }\n",
                "- { ask: What?, answer: 칩 }\n",
                &["~ > ~"],
            ),
            (
                "no id, question edited, answer not unique: told",
                "- { ask: Waht?, answer: 칩 }\n- { id: x, ask: Y?, answer: 칩 }\n",
                "- { ask: What?, answer: 칩 }\n- { id: x, ask: Y?, answer: 칩 }\n",
                &["~ lost (~)"],
            ),
            (
                "all else: gone",
                one,
                "- { id: b, ask: x, answer: y }\n",
                &["a lost ()"],
            ),
            (
                "deleted",
                one,
                "- { id: z, ask: q, answer: r }\n- { id: y, ask: s, answer: t }\n",
                &["a lost ()"],
            ),
            (
                "two could be it: told",
                one,
                "- { id: b, ask: 무엇?, answer: 칩 }\n- { id: c, ask: 무엇?, answer: 칩 }\n",
                &["a lost (b c)"],
            ),
            (
                "two were it: told",
                "- { id: a, ask: q, answer: r }\n- { id: b, ask: q, answer: r }\n",
                "- { id: c, ask: q, answer: r }\n",
                &["a lost (c)", "b lost (c)"],
            ),
            (
                "two change names at once",
                "- { id: a, ask: q, answer: r }\n- { id: b, ask: s, answer: t }\n",
                "- { id: c, ask: s, answer: t }\n- { id: d, ask: q, answer: r }\n",
                &["a > d", "b > c"],
            ),
            (
                "replaces",
                one,
                "- { id: b, ask: x, answer: y, replaces: [a] }\n",
                &["a > b"],
            ),
            (
                "replaces, against likeness",
                one,
                "- { id: b, ask: x, answer: y, replaces: [d/a] }\n- { id: c, ask: 무엇?, answer: 칩 }\n",
                &["a > b"],
            ),
            (
                "replaces goes by gap",
                "- { id: a, cloze: \"{{c1::x}} {{c2::y}}\" }\n",
                "- { id: b, cloze: \"{{c1::u}} {{c2::v}}\", replaces: [a] }\n",
                &["a#c1 > b#c1", "a#c2 > b#c2"],
            ),
            (
                "replaces by one of several gaps: told",
                one,
                "- { id: b, cloze: \"{{c1::u}} {{c2::v}}\", replaces: [a] }\n",
                &["a lost (b#c1 b#c2)"],
            ),
            (
                "a gap set before it shifts nothing",
                "- { id: a, cloze: \"x {{Geneva}}\" }\n",
                "- { id: a, cloze: \"{{WIPO}} x {{Geneva}}\" }\n",
                &[],
            ),
            (
                "a corrected figure",
                "- { id: a, ask: q, number: \"{f}\" }\n",
                "- { id: a, ask: q, number: \"{g}\" }\n",
                &["a: 9.4% → 9.6%"],
            ),
            (
                "a figure spelled otherwise",
                "- { id: a, ask: q, number: \"{f}\" }\n",
                "- { id: a, ask: q, number: \"{h}\" }\n",
                &[],
            ),
            (
                "a corrected date",
                "- { id: a, ask: q, date: 2025-01-20 }\n",
                "- { id: a, ask: q, date: 2025-01-21 }\n",
                &["a: 20 January 2025 → 21 January 2025"],
            ),
            (
                "renamed and corrected",
                "- { id: a, ask: q, date: 1957 }\n",
                "- { id: b, ask: q, date: 1958 }\n",
                &["a > b", "b: 1957 → 1958"],
            ),
            (
                "a figure that becomes a text is no correction",
                "- { id: a, ask: q, number: 5 }\n",
                "- { id: a, ask: q, answer: five }\n",
                &[],
            ),
        ];
        for (case, before, now, expected) in cases {
            assert_eq!(became(before, now), *expected, "{case}");
        }
    }

    #[test]
    fn what_was_never_studied_is_not_missed() {
        let known: Vec<Known> =
            cards("- { id: a, ask: q, number: 1 }\n- { id: b, ask: r, number: 1 }\n")
                .into_iter()
                .map(|card| Known {
                    id: card.id,
                    fingerprint: card.fingerprint,
                    answer: Some("1".into()),
                    studied: false,
                    formerly: Vec::new(),
                })
                .collect();
        let found = reconcile(&known, &cards("- { id: a, ask: q, number: 2 }\n"));
        assert_eq!(found, Match::default());
    }
}
