//! `lost-history`: reviews whose card is gone.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use crate::author::learner::History;
use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::sheet::Sheet;
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::{Card, CardId, DeckId, Place, Severity};
use crate::message;
use crate::text::{Lang, Message};

pub(super) const RULE: Rule = Rule {
    code: "lost-history",
    severity: Severity::Warning,
    summary: "A card that was studied is gone, and no other card took its history",
    explanation: "A history goes by the card's id; without one, by its question and answer. Where
a card gets another id and another question, is moved to another deck, or is
split, no one but you knows which card it is now:

    - id: cost-of-the-fab     # was: cost
      ask: What did the first fab cost, by the governor's word?
      replaces: [cost]

`replaces` takes names of the same deck, and `deck/id` of another one. Of two
cards that were made of one, let the one replace it that asks for what was
learned; a card made of two may replace both, and where the two are put back in
its place, each has its own history again. A card that is only to rest stays in
its deck, with `until` and the day from which it is not asked any more: then
nothing of it is lost.

Told where the learner's log is at hand: to authors who study their own decks.
",
    korean: Korean {
        summary: "공부하던 카드가 없어졌고, 그 기록을 이어받은 카드도 없습니다",
        explanation: "복습 기록은 카드의 아이디를 따르고, 아이디가 없으면 질문과 답을 따릅니다.
아이디와 질문이 함께 바뀌었거나, 다른 덱으로 옮겼거나, 둘로 나눈 카드가 지금
어느 카드인지는 저자만 압니다:

`replaces`에는 같은 덱의 이름을 쓰고, 다른 덱의 카드는 `덱/아이디`로 씁니다.
한 카드를 둘로 나누었다면 배운 것을 묻는 쪽에 쓰세요. 둘을 합친 카드는 둘 다
이어받을 수 있고, 그 자리에 둘을 되돌려 놓으면 저마다 자기 기록을
되찾습니다. 잠시 쉬게 할 카드는 덱에 두고, 더 묻지 않을 날을 `until`에
쓰세요. 그러면 아무것도 잃지 않습니다.

학습자의 기록이 있는 곳에서, 곧 자기 덱으로 공부하는 저자에게 알립니다.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let mut found = renamed(subject, world);
    for (it, candidates) in orphans(subject, world) {
        found.extend(match candidates.as_slice() {
            [] => gone(subject, world, it),
            [one] => Some(may_be(subject, one, it)),
            [first, ..] => Some(one_of(subject, first, &candidates, it)),
        });
    }
    found.extend(moved_here(subject, world));
    found
}

/// Cards of a deck that were studied and that no card certainly is now, each
/// with those of the deck that may be it.
fn orphans<'w>(subject: &Subject<'_>, world: &World<'w>) -> Vec<(Orphan<'w>, Vec<CardId>)> {
    let deck = subject.deck.id.as_str();
    if deck.parse::<DeckId>().is_err() {
        // Its name is broken: no one knows what it was.
        return Vec::new();
    }
    let histories = world.histories.of_deck(deck);
    let whole: HashSet<&CardId> = subject.sound.iter().map(|card| &card.id).collect();
    if histories.iter().all(|of| whole.contains(&of.card.id)) {
        return Vec::new();
    }
    let lost = world.histories.became(deck, subject.sound).lost;
    let here: HashSet<&str> = subject.sound.iter().map(|card| card.id.entry()).collect();
    let wreck = subject.has_nameless_wreck();
    let mut orphans = Vec::new();
    for (card, candidates) in lost {
        // Once the app has read the deck, what came in its place is no news.
        let candidates = match candidates.as_slice() {
            [] => alike(subject, world, &card),
            _ => candidates,
        };
        let Some(history) = world.histories.of_card(&card) else {
            continue;
        };
        // One whose entry is broken comes back with it.
        let nameless = wreck && card.entry().contains("/~");
        let named = world.names.contains(card.entry()) && !here.contains(card.entry());
        let broken = nameless || named;
        let taken = world.is_replaced(&card) && candidates.len() < 2;
        if history.reviews == 0 || broken || taken || is_parted(subject, world, history) {
            continue;
        }
        let it = Orphan {
            card: &history.card.id,
            reviews: history.reviews,
        };
        orphans.push((it, candidates));
    }
    orphans
}

/// Whether a card took the places of several that are there again: each has its
/// own history back as soon as the app reads the deck.
fn is_parted(subject: &Subject<'_>, world: &World<'_>, it: &History) -> bool {
    let here = |was: &&CardId| {
        let mut cards = subject.sound.iter();
        cards.any(|card| card.id == **was) && !world.histories.have(was)
    };
    it.card.formerly.iter().filter(here).count() > 1
}

/// Cards of other decks that are gone there, and that one here asks for.
fn moved_here(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let from: BTreeSet<&str> = subject
        .sound
        .iter()
        .flat_map(|card| world.histories.asking(&card.fingerprint.question))
        .map(|of| of.card.id.deck())
        .filter(|deck| *deck != subject.deck.id.as_str())
        .collect();
    if from.is_empty() {
        return Vec::new();
    }
    let sheets = world.sheets.iter().copied();
    let is_from = |sheet: &&Sheet<'_>| {
        let deck = sheet.seen().map(|(_, deck)| deck.id.as_str());
        deck.is_some_and(|deck| from.contains(deck))
    };
    let others = sheets.filter(is_from).filter_map(Subject::new);
    let orphans = others.flat_map(|other| orphans(&other, world));
    orphans
        .filter(|(_, candidates)| candidates.is_empty())
        .filter_map(|(it, _)| match elsewhere(world, it).as_slice() {
            [(path, card)] if *path == subject.path => Some(may_be(subject, &card.id, it)),
            _ => None,
        })
        .collect()
}

/// Cards of other decks that ask what a card asked that is gone, and that no
/// one studied.
fn elsewhere<'w>(world: &World<'w>, it: Orphan<'_>) -> Vec<(&'w Path, &'w Card)> {
    let was = world.histories.of_card(it.card);
    let asked = was.map(|of| &of.card.fingerprint.question);
    let decks = world.decks_at_hand.iter().copied();
    decks
        .filter(|(_, deck)| deck.id.as_str() != it.card.deck())
        .flat_map(|(path, deck)| deck.cards.iter().map(move |card| (path, card)))
        .filter(|(_, card)| Some(&card.fingerprint.question) == asked)
        .filter(|(_, card)| !world.histories.have(&card.id))
        .collect()
}

fn may_be(subject: &Subject<'_>, now: &CardId, it: Orphan<'_>) -> Finding {
    let card = it.card;
    Finding::new(
        place_of(subject, now),
        it.told(&message!(
            "this may be what it is now",
            "지금은 이 카드일 수 있습니다"
        )),
        message!(
            "if so, add 'replaces: [{card}]' here",
            "그렇다면 여기에 'replaces: [{card}]' 키를 더하세요"
        ),
    )
}

fn one_of(subject: &Subject<'_>, first: &CardId, all: &[CardId], it: Orphan<'_>) -> Finding {
    let card = it.card;
    let names: Vec<&str> = all.iter().map(CardId::as_str).collect();
    let (either, all) = (names.join(" or "), names.join(", "));
    Finding::new(
        place_of(subject, first),
        it.told(&message!(
            "{either} may be what it is now",
            "지금은 {all} 가운데 하나일 수 있습니다"
        )),
        message!(
            "let just one of them say 'replaces: [{card}]'",
            "그 가운데 하나에만 'replaces: [{card}]' 키를 쓰세요"
        ),
    )
}

/// A card that was studied and is gone.
#[derive(Debug, Clone, Copy)]
struct Orphan<'c> {
    card: &'c CardId,
    reviews: u32,
}

impl Orphan<'_> {
    /// That its reviews have no card.
    fn message(self) -> Message {
        let Orphan { card, reviews } = self;
        match reviews {
            1 => message!(
                "this card's one review has no card any more: '{card}'",
                "복습 한 번의 기록이 있는데 카드가 없어졌습니다: '{card}'"
            ),
            many => message!(
                "this card's {many} reviews have no card any more: '{card}'",
                "복습 {many}번의 기록이 있는데 카드가 없어졌습니다: '{card}'"
            ),
        }
    }

    /// The same, and what may have become of it.
    fn told(self, now: &Message) -> Message {
        let it = self.message();
        let [en, ko] = Lang::ALL.map(|lang| format!("{}; {}", it.says(lang), now.says(lang)));
        Message::new(en, ko)
    }
}

/// What the deck in this file was called when it was studied, with all that
/// went by that name.
fn renamed(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let mut before: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for history in world.histories.of_file(subject.path) {
        let card = &history.card.id;
        if history.reviews > 0 && !world.is_replaced(card) {
            let (cards, reviews) = before.entry(card.deck()).or_default();
            *cards += 1;
            *reviews += history.reviews;
        }
    }
    let told = before.into_iter().map(|(deck, (cards, reviews))| {
        let [s, cards_s] = [reviews, cards].map(|count| if count == 1 { "" } else { "s" });
        Finding::new(
            place_of_deck(subject),
            message!(
                "the deck was called '{deck}' when it was studied: {reviews} review{s} of {cards} card{cards_s} have no card any more",
                "공부할 때 이 덱의 이름: '{deck}'. 카드 {cards}장의 복습 {reviews}번에 이제 카드가 없습니다"
            ),
            message!(
                "call it '{deck}' again (the title is free to change), or add 'replaces: [{deck}/ID]' to each card",
                "이름을 다시 '{deck}'처럼 쓰거나(제목은 바꾸어도 됩니다), 카드마다 'replaces: [{deck}/ID]' 키를 더하세요"
            ),
        )
    });
    told.collect()
}

fn place_of_deck(subject: &Subject<'_>) -> Place {
    let key = subject.root.key("deck");
    key.map_or_else(Place::default, |key| key.place)
}

/// Cards of the deck that no one studied, and that ask or answer the same.
fn alike(subject: &Subject<'_>, world: &World<'_>, card: &CardId) -> Vec<CardId> {
    let Some(was) = world.histories.of_card(card) else {
        return Vec::new();
    };
    let was = &was.card.fingerprint;
    let new = subject.sound.iter();
    new.filter(|new| !world.histories.have(&new.id))
        .filter(|new| {
            let is = &new.fingerprint;
            is.question == was.question || is.answer == was.answer
        })
        .map(|new| new.id.clone())
        .collect()
}

/// A card of whom nothing in its deck is like it; nothing where a single card of
/// another deck is, and that is told there.
fn gone(subject: &Subject<'_>, world: &World<'_>, it: Orphan<'_>) -> Option<Finding> {
    let card = it.card;
    let place = place_of_deck(subject);
    match elsewhere(world, it).as_slice() {
        [_] => None,
        [(path, other), ..] => Some(Finding::new(
            place,
            it.told(&message!(
                "'{}' asks the same ({}:{})",
                "같은 것을 묻는 카드: '{}'({}:{})",
                other.id,
                path.display(),
                other.place.line
            )),
            message!(
                "add 'replaces: [{card}]' there, and its history goes with it",
                "그 카드에 'replaces: [{card}]' 키를 더하면 복습 기록이 옮겨 갑니다"
            ),
        )),
        [] => Some(Finding::new(
            place,
            it.message(),
            message!(
                "add 'replaces: [{card}]' to the card that took its place",
                "그 자리를 이은 카드에 'replaces: [{card}]' 키를 더하세요"
            ),
        )),
    }
}

fn place_of(subject: &Subject<'_>, card: &CardId) -> Place {
    let mut cards = subject.sound.iter();
    cards
        .find(|other| other.id == *card)
        .map(|card| card.place)
        .unwrap_or_default()
}
