//! `flagged`: a learner's flag, with the line of why.

use std::collections::{HashMap, HashSet};

use crate::author::learner::Flag;
use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::World;
use crate::deck::Severity;
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
        summary: "학습자가 이 카드에 깃발을 달았습니다",
        explanation: "공부하다가 `f`를 누르면 까닭을 적어 카드에 깃발을 달 수 있습니다. 틀렸거나,
알기 어렵거나, 때가 지났다는 뜻입니다. 살펴보고 고친 다음 `f`를 다시 눌러
깃발을 떼세요.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let flags = by_entry(subject, world);
    if flags.is_empty() {
        return found;
    }
    for (entry, card) in subject.asking() {
        let flags = flags.get(card.id.entry());
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

/// The flags of a deck by the entries that they are of now: an entry that was
/// given an id, or another, keeps its flag as it keeps its history.
fn by_entry<'w>(subject: &Subject<'_>, world: &World<'w>) -> HashMap<String, Vec<&'w Flag>> {
    let deck = subject.deck.id.as_str();
    let mut by: HashMap<String, Vec<&Flag>> = HashMap::new();
    for flag in world.flags.of_deck(deck) {
        by.entry(flag.entry().to_owned()).or_default().push(flag);
    }
    let cards = subject.deck.cards.iter();
    let here: HashSet<&str> = cards.map(|card| card.id.entry()).collect();
    if by.keys().all(|entry| here.contains(entry.as_str())) {
        return by;
    }
    for (was, now) in world.histories.became(deck, subject.sound).renamed {
        let of_entry = by.get(was.entry()).into_iter().flatten();
        let of_card = of_entry.filter(|flag| flag.card == was.as_str());
        let of_card: Vec<&Flag> = of_card.copied().collect();
        if !of_card.is_empty() {
            by.entry(now.entry().to_owned())
                .or_default()
                .extend(of_card);
        }
    }
    by.retain(|entry, _| here.contains(entry.as_str()));
    by
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_is_a_flag_in_korean_too() {
        let Korean {
            summary,
            explanation,
        } = RULE.korean;
        for text in [summary, explanation] {
            assert!(text.contains("깃발") && !text.contains("표시"), "{text}");
        }
    }
}
