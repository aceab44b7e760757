//! `facts-differ`: one fact, two values.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::world::{FactOf, World};
use crate::deck::{Fact, Severity};
use crate::figure::{Number, UnitMatch};
use crate::message;
use crate::text::{Lang, Localized};

pub(super) const RULE: Rule = Rule {
    code: "facts-differ",
    severity: Severity::Warning,
    summary: "Two decks give one fact different values",
    explanation: "A fact of the same name in two decks is the same fact told twice, unless
their labels or questions tell them apart. When its value changes, the deck
with the newer one should say so with `supersedes: [deck/fact]`, and the
older one leaves the rotation. If the two are different things, give them
different names or labels.
",
    korean: Korean {
        summary: "같은 사실의 값이 두 덱에서 서로 다릅니다",
        explanation: "두 덱에 같은 이름의 사실이 있으면, 이름표나 질문으로 구별되지 않는 한 같은
사실을 두 번 쓴 것입니다. 값이 바뀌었다면 새 값이 있는 덱에
`supersedes: [덱/사실]`을 쓰세요. 그러면 옛 값은 더 묻지 않습니다. 서로 다른
것이라면 이름이나 이름표를 다르게 하세요.
",
    },
    find: Some(Find::Among(find)),
};

fn find(subject: &Subject<'_>, world: &World<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let named = |fact: &Fact| world.facts.get(fact.id.as_str()).map_or(0, Vec::len);
    if subject.deck.facts.iter().all(|fact| named(fact) < 2) {
        return found;
    }
    for entry in subject.entries() {
        let named = entry
            .fact
            .and_then(|fact| world.facts.get(fact.id.as_str()));
        let named = named.map(Vec::as_slice).unwrap_or_default();
        let own = named.iter().position(|of| of.deck.id == subject.deck.id);
        let own = own.and_then(|at| named.split_at_checked(at));
        let (Some((before, [mine, ..])), Some(fact)) = (own, entry.fact) else {
            continue;
        };
        // Each two are told once: at the latter.
        let other = before.iter().find(|other| {
            is_one_fact(mine, other)
                && values_differ(mine, other)
                && !supersedes(world, mine, other)
                && !supersedes(world, other, mine)
        });
        if let Some(other) = other {
            let lang = subject.deck.language;
            found.push(Finding::new(
                entry.at("value"),
                message!(
                    "'{}' is {} here and {} in the deck '{}' ({}:{})",
                    "'{}': 여기서는 {}, 다른 덱에서는 {}입니다: '{}'({}:{})",
                    fact.id,
                    fact.figure.format(lang),
                    other.fact.figure.format(lang),
                    other.deck.id,
                    other.path.display(),
                    other.fact.place.line
                ),
                message!(
                    "add 'supersedes: [{}]' to the newer one, or rename one of the two",
                    "더 새로운 쪽에 'supersedes: [{}]' 키를 더하거나, 둘 가운데 하나의 이름을 바꾸세요",
                    other.full()
                ),
            ));
        }
    }
    found
}

/// Whether two facts of one name are meant as one: neither their labels nor
/// their questions tell them apart, and both measure the same.
fn is_one_fact(one: &FactOf<'_>, other: &FactOf<'_>) -> bool {
    let told_apart = |one: &Option<Localized>, other: &Option<Localized>| match (one, other) {
        (Some(one), Some(other)) => Lang::ALL.into_iter().any(|lang| {
            let both = one.exactly(lang).zip(other.exactly(lang));
            both.is_some_and(|(one, other)| one != other)
        }),
        _ => false,
    };
    one.fact.figure.unit.compare(&other.fact.figure.unit) == UnitMatch::Same
        && !told_apart(&one.folded.label, &other.folded.label)
        && !told_apart(&one.folded.question, &other.folded.question)
}

fn values_differ(one: &FactOf<'_>, other: &FactOf<'_>) -> bool {
    let (one, other) = (&one.fact.figure.number, &other.fact.figure.number);
    let same = |one: &Number, other: &Number| one.rounds_to(other) || one.is_rounding_of(other);
    !same(one, other) && !same(other, one)
}

/// Whether a fact, or its card, supersedes another.
fn supersedes(world: &World<'_>, newer: &FactOf<'_>, older: &FactOf<'_>) -> bool {
    let links = world.supersedes.get(&newer.full());
    let older = older.full();
    links
        .into_iter()
        .copied()
        .flatten()
        .any(|name| *name == older)
}
