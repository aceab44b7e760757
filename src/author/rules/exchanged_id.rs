//! `exchanged-id`: a card asks what another one was studied for.

use std::collections::HashMap;

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::{Card, CardId, Fingerprint, Severity};
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "exchanged-id",
    severity: Severity::Warning,
    summary: "A card asks and answers what was studied under another card's id",
    explanation: "A history goes by the card's id, whatever the card asks. Where two cards
exchange their ids, or ids that count are counted anew because a card came in
between, each has the history of another one, and comes due when that would:

    - id: q1
      ask: Where is the fab?     # was: q2
      answer: Arizona
    - id: q2
      ask: Who built it?         # was: q1
      answer: TSMC

Give each card the id back under which it was studied; a card that comes in
between gets an id that no other one had. Where the ids themselves are wrong,
take new ones, and let each say which history is its own: `replaces: [q2]`.

Told where the learner's log is at hand: to authors who study their own decks.
",
    korean: Korean {
        summary: "다른 카드의 아이디로 공부한 것을 묻고 답합니다",
        explanation: "복습 기록은 무엇을 묻든 카드의 아이디를 따릅니다. 두 카드의 아이디를
맞바꾸거나, 사이에 카드를 끼워 넣느라 번호로 된 아이디를 다시 매기면,
카드마다 다른 카드의 기록을 갖게 되고 나오는 때도 그 기록을 따릅니다:

카드마다 공부할 때의 아이디를 되돌려 주세요. 사이에 끼워 넣는 카드에는 쓴 적
없는 아이디를 주면 됩니다. 아이디 자체가 잘못되었다면 새 아이디를 주고, 어느
기록이 자기 것인지 카드마다 쓰세요: `replaces: [q2]`.

학습자의 기록이 있는 곳에서, 곧 자기 덱으로 공부하는 저자에게 알립니다.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let deck = subject.deck.id.as_str();
    let histories = world.histories.of_deck(deck);
    if histories.iter().all(|of| of.reviews == 0) {
        return Vec::new();
    }
    let here: HashMap<&CardId, &Card> = subject.sound.iter().map(|card| (&card.id, card)).collect();
    let mut found = Vec::new();
    for card in subject.sound {
        let is = &card.fingerprint;
        let own = world.histories.of_card(&card.id);
        if own.is_some_and(|own| is_same(own.studied_as(), is)) {
            continue;
        }
        let asked = world.histories.studied_as(&is.question).iter();
        let mut others = asked.filter(|of| {
            let now = here.get(&of.card.id);
            of.reviews > 0
                && of.card.id != card.id
                && of.card.id.deck() == deck
                && is_same(of.studied_as(), is)
                // One that asks it still is as it was; one that is gone is no one's.
                && now.is_some_and(|now| !is_same(&now.fingerprint, is))
        });
        let Some(other) = others.next() else {
            continue;
        };
        let own = format!("{deck}/");
        let [name, other] = [&card.id, &other.card.id].map(|id| {
            let id = id.as_str();
            id.strip_prefix(&own).unwrap_or(id)
        });
        found.push(Finding::new(
            card.place,
            message!(
                "'{name}' is what was studied as '{other}', whose history stays with '{other}'",
                "'{name}': '{other}'(으)로 공부한 카드인데, 그 기록은 '{other}'에 남습니다"
            ),
            message!(
                "call it '{other}' again, or give it an id that is new, and 'replaces: [{other}]'",
                "이름을 다시 '{other}'처럼 쓰거나, 새 아이디와 함께 'replaces: [{other}]' 키를 쓰세요"
            ),
        ));
    }
    found
}

/// Whether it is the same question with the same answer.
fn is_same(one: &Fingerprint, other: &Fingerprint) -> bool {
    one.question == other.question && one.answer == other.answer
}
