//! Any plan keeps the rules.

use proptest::prelude::*;

use super::*;

prop_compose! {
    fn any_candidate()(
        deck in prop::sample::select(vec!["d", "e"]),
        entry in 0..12u8,
        part in 0..3u8,
        kind in 0..5u8,
        days in -5..5i32,
        facts in prop::collection::vec(0..6u8, 0..3),
    ) -> Candidate {
        let name = format!("{deck}/{entry}#c{part}");
        let learning = Phase::Learning { step: 0 };
        let mut one = match kind {
            0 => new(&name),
            1 => due(&name, days),
            2 => step(&name, f64::from(days) + 12.0),
            3 => with(&name, learning, Due::On(Day(TODAY + days))),
            _ => corrected(&name),
        };
        one.groups.extend(facts.iter().map(|fact| format!("fact {fact}")));
        one
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn a_plan_keeps_the_rules(
        all in prop::collection::vec(any_candidate(), 0..60),
        (new_limit, review_limit) in (0..20u32, 0..20u32),
        seed in any::<u64>(),
    ) {
        let mut seen = HashSet::new();
        let mut all: Vec<Candidate> =
            all.into_iter().filter(|one| seen.insert(one.card.clone())).collect();
        for (position, one) in all.iter_mut().enumerate() {
            one.position = position;
        }
        let rules = rules(new_limit, review_limit);
        let make = |all: &[Candidate]| {
            let (model, served) = (Model::default(), Served::default());
            Plan::make(all, &rules, &served, &model, &clock(), at(12.0), seed)
        };
        let plan = make(&all);
        let turned: Vec<Candidate> = all.iter().rev().cloned().collect();
        prop_assert_eq!(held(&plan), held(&make(&turned)), "in whatever order they come in");

        let by_id: HashMap<&CardId, &Candidate> = all.iter().map(|one| (&one.card, one)).collect();
        let total = plan.total();
        prop_assert_eq!(total.new as usize, plan.new.len());
        prop_assert_eq!(total.learning as usize, plan.learning.len() + plan.in_steps.len());
        prop_assert_eq!(total.due as usize, plan.reviews.len() - plan.in_steps.len());
        prop_assert!(total.new <= new_limit);
        let corrected = |card: &&CardId| by_id[card].state.corrected.is_some();
        prop_assert!(total.due <= review_limit.max(plan.reviews.iter().filter(corrected).count() as u32));

        let steps = plan.learning.iter().map(|(_, card)| card).chain(&plan.in_steps);
        let mut groups: HashSet<&String> = steps.flat_map(|card| &by_id[card].groups).collect();
        let others = plan.reviews.iter().filter(|card| !plan.in_steps.contains(card)).chain(&plan.new);
        for card in others {
            let own: HashSet<&String> = by_id[card].groups.iter().collect();
            for group in own {
                prop_assert!(groups.insert(group), "{card} has a sibling by {group}");
            }
        }
    }
}
