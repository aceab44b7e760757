//! `flagged`: a learner's flag, with the line of why.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::{Card, Severity};
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "flagged",
    severity: Severity::Warning,
    summary: "A learner flagged the card",
    explanation: "While studying, `f` flags a card, with a line of why: it may be wrong,
unclear or out of date. Look at it, mend it, and take the flag off with `f`
again.
",
    korean: Korean {
        summary: "학습자가 이 카드에 표시를 했습니다",
        explanation: "공부하다가 `f`를 누르면 까닭을 적어 카드에 표시할 수 있습니다. 틀렸거나,
알기 어렵거나, 때가 지났다는 뜻입니다. 살펴보고 고친 다음 `f`를 다시 눌러
표시를 지우세요.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let is_flagged = |card: &Card| world.flags.contains_key(card.id.entry());
    if world.flags.is_empty() || !subject.deck.cards.iter().any(is_flagged) {
        return found;
    }
    for (entry, card) in subject.asking() {
        let flags = world.flags.get(card.id.entry());
        for flag in flags.into_iter().flatten() {
            let message = match flag.why.as_deref().map(str::trim) {
                Some(why) if !why.is_empty() => message!(
                    "a learner flagged it: {why}",
                    "학습자가 깃발을 달았습니다: {why}"
                ),
                _ => message!(
                    "a learner flagged it, without saying why",
                    "학습자가 이유 없이 깃발을 달았습니다"
                ),
            };
            found.push(Finding::new(
                entry.place,
                message,
                message!(
                    "mend it, and take the flag off with 'f' on the card",
                    "바로잡고 나서 카드에서 'f'로 깃발을 떼세요"
                ),
            ));
        }
    }
    found
}
