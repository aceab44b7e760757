//! `replaces-nothing`: `replaces` names a card that never was.

use std::collections::BTreeSet;

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::{Card, Severity};
use crate::message;
use crate::text::suggest;

pub(super) const RULE: Rule = Rule {
    code: "replaces-nothing",
    severity: Severity::Warning,
    summary: "A card replaces one that neither a deck nor the log ever had",
    explanation: "`replaces` hands a history over by the name under which it was studied. A
name that is misspelled hands over nothing, and the card begins anew:

    - id: cost-of-the-fab     # was: cost
      ask: What did the first fab cost?
      replaces: [csot]

Told where the learner's log is at hand, has reviews of the deck, and knows a
card that is gone and may be meant. Of a deck that was only read there, or that
was there before the learner, no one knows what its cards were called.
",
    korean: Korean {
        summary: "덱에도 기록에도 있은 적 없는 카드를 이어받으려 합니다",
        explanation: "`replaces`는 공부할 때 쓰던 이름으로 복습 기록을 이어받습니다. 이름이 틀리면
아무것도 이어받지 못하고, 카드는 처음부터 다시 시작합니다:

학습자의 기록이 있고, 거기에 이 덱의 복습이 있으며, 없어진 카드 가운데 뜻한
것으로 보이는 카드가 있을 때만 알립니다. 읽기만 한 덱이나 학습자보다 먼저
있던 카드의 옛 이름은 아무도 모릅니다.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let says = |card: &Card| !card.replaces.is_empty();
    if !subject.deck.cards.iter().any(says) {
        return found;
    }
    for (entry, card) in subject.asking() {
        for (at, name) in card.replaces.iter().enumerate() {
            if is_known(world, name) {
                continue;
            }
            let Some(meant) = meant(subject, world, card, name) else {
                continue;
            };
            let node = entry.texts(&["replaces"]).into_iter().nth(at);
            let place = node.map_or_else(|| entry.key("replaces"), |(_, node)| node.place);
            let deck = format!("{}/", subject.deck.id);
            let [name, meant] = [name, &meant].map(|of| of.strip_prefix(&deck).unwrap_or(of));
            found.push(Finding::new(
                place,
                message!(
                    "no deck and no review ever knew '{name}': its history goes nowhere",
                    "'{name}': 덱에도 복습 기록에도 있은 적 없는 카드라 이어받을 것이 없습니다"
                ),
                message!("did you mean '{meant}'?", "'{meant}'인가요?"),
            ));
        }
    }
    found
}

/// Whether a card goes or ever went by a name, as far as is known; what follows
/// from content alone is not known by heart.
fn is_known(world: &World<'_>, name: &str) -> bool {
    name.contains("/~")
        || world.has_card(name)
        || world
            .names
            .contains(name.split('#').next().unwrap_or_default())
        || world.histories.names().contains(name)
}

/// The card that a name no one knows is probably meant for: a card that is gone,
/// whose history no one takes.
fn meant(subject: &Subject<'_>, world: &World<'_>, card: &Card, name: &str) -> Option<String> {
    let deck = name.split('/').next().unwrap_or_default();
    let histories = world.histories.of_deck(deck);
    if histories.iter().all(|of| of.reviews == 0) {
        return None;
    }
    let own = format!("{deck}/");
    let whole = name.contains('#');
    let names = world.histories.names().iter().copied();
    let gone = names.filter(|known| {
        known.starts_with(&own)
            && known.contains('#') == whole
            && !known.contains("/~")
            && !world.has_card(known)
            && !world.is_taken(known)
    });
    let gone: BTreeSet<&str> = gone.collect();
    if let Some(near) = suggest(name, gone.into_iter()) {
        return Some(near.to_owned());
    }
    // Far from any name: only one that waits for its heir can be meant, by a
    // card that has none of its own yet.
    if deck != subject.deck.id.as_str() || world.histories.have(&card.id) {
        return None;
    }
    let lost = world.histories.became(deck, subject.sound).lost;
    let mut waiting = lost.into_iter().map(|(card, _)| card);
    let one = waiting.find(|card| !world.is_replaced(card))?;
    let alone = waiting.all(|card| world.is_replaced(&card));
    alone.then(|| one.as_str().to_owned())
}
