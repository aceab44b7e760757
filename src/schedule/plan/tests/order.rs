//! In which order cards come.

use super::*;
use crate::figure::Date;

#[test]
fn cards_come_in_the_order_asked_for() {
    let as_of = |name: &str, year, month| {
        let date = Date {
            year: Some(year),
            month,
            day: None,
        };
        change(new(name), |one| one.as_of = Some(date))
    };
    let stable = |name: &str, days, stability| {
        change(due(name, days), |one| {
            one.state.memory = Some(Memory {
                stability,
                difficulty: 5.0,
            })
        })
    };
    let fresh = || {
        vec![
            new("d/none"),
            as_of("d/old", 2023, Some(5)),
            as_of("d/first", 2025, Some(2)),
            as_of("e/second", 2025, Some(2)),
            as_of("e/year", 2025, None),
        ]
    };
    let old = || {
        vec![
            stable("d/strong", -9, 99.0),
            stable("d/weak", 0, 2.0),
            stable("d/middle", -3, 20.0),
        ]
    };
    for (order, expected) in [
        (NewOrder::Dateline, "d/first e/second e/year d/old d/none"),
        (NewOrder::Deck, "d/none d/old d/first e/second e/year"),
    ] {
        let rules = Rules {
            new_order: order,
            ..rules(20, 200)
        };
        assert_eq!(
            names(&plan(fresh(), &rules, &Served::default()).new).join(" "),
            expected
        );
    }
    for (order, expected) in [
        (ReviewOrder::Due, "d/strong d/middle d/weak"),
        (ReviewOrder::Retrievability, "d/weak d/middle d/strong"),
    ] {
        let rules = Rules {
            review_order: order,
            ..rules(20, 200)
        };
        assert_eq!(
            names(&plan(old(), &rules, &Served::default()).reviews).join(" "),
            expected
        );
    }
}

#[test]
fn chance_is_seeded_and_hangs_on_each_card_alone() {
    let random = Rules {
        review_order: ReviewOrder::Random,
        new_order: NewOrder::Random,
        ..rules(99, 99)
    };
    let order = |rules: &Rules, candidates: &[Candidate], seed| {
        let (served, now) = (Served::default(), at(12.0));
        let plan = Plan::make(
            candidates,
            rules,
            &served,
            &Model::default(),
            &clock(),
            now,
            seed,
        );
        (plan.reviews, plan.new)
    };
    let all: Vec<Candidate> = (0..20)
        .flat_map(|n| [new(&format!("d/n{n}")), due(&format!("d/r{n}"), 0)])
        .collect();
    for rules in [&random, &rules(99, 99)] {
        let (reviews, new) = order(rules, &all, 1);
        assert_eq!(
            (reviews.clone(), new),
            order(rules, &all, 1),
            "the same seed, the same order"
        );
        let other = order(rules, &all, 2).0;
        let by_day = rules.review_order == ReviewOrder::Due;
        // By their days, the day for which they are due is the seed.
        assert_eq!(reviews == other, by_day, "another seed, another");
        let rest: Vec<Candidate> = all
            .iter()
            .filter(|one| one.card != reviews[3])
            .cloned()
            .collect();
        let without: Vec<CardId> = reviews
            .iter()
            .filter(|card| **card != reviews[3])
            .cloned()
            .collect();
        assert_eq!(
            order(rules, &rest, 1).0,
            without,
            "when one is done the others keep their order"
        );
    }
    assert_ne!(order(&random, &all, 1).1, order(&random, &all, 2).1);
}
