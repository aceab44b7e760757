//! The limits of a day.

use super::*;

#[test]
fn limits_hold_cards_back() {
    let many = || -> Vec<Candidate> {
        let all = (0..5)
            .map(|n| new(&format!("d/n{n}")))
            .chain((0..5).map(|n| new(&format!("e/n{n}"))));
        all.chain((0..5).map(|n| due(&format!("d/r{n}"), -n)))
            .chain((0..5).map(|n| due(&format!("e/r{n}"), -n)))
            .collect()
    };
    let deck_limits = |new, reviews| Options {
        limits: Limits { new, reviews },
        ..Options::default()
    };
    let of_d = |options| HashMap::from([(deck("d"), options)]);
    let tally = |n| HashMap::from([(deck("d"), n)]);
    let none = Served::default;
    for (limits, decks, served, total, held_back, why) in [
        (
            (20, 200),
            HashMap::new(),
            none(),
            (10, 10),
            (0, 0),
            "under the limits all come",
        ),
        (
            (7, 4),
            HashMap::new(),
            none(),
            (7, 4),
            (3, 6),
            "limits hold over the whole collection",
        ),
        (
            (0, 0),
            HashMap::new(),
            none(),
            (0, 0),
            (10, 10),
            "and may be 0",
        ),
        (
            (20, 200),
            of_d(deck_limits(2, 1)),
            none(),
            (7, 6),
            (3, 4),
            "each deck at most its own",
        ),
        (
            (4, 3),
            of_d(deck_limits(2, 1)),
            none(),
            (4, 3),
            (6, 7),
            "the rest is left for other decks",
        ),
        (
            (7, 4),
            HashMap::new(),
            Served {
                new: tally(3),
                reviews: tally(1),
                ..none()
            },
            (4, 3),
            (6, 7),
            "what was done today counts",
        ),
        (
            (7, 4),
            HashMap::new(),
            Served {
                new: tally(30),
                reviews: tally(30),
                ..none()
            },
            (0, 0),
            (10, 10),
            "also where it was more than the limit",
        ),
        (
            (20, 200),
            of_d(deck_limits(2, 1)),
            Served {
                new: tally(1),
                reviews: tally(1),
                ..none()
            },
            (6, 5),
            (4, 5),
            "toward the deck's as well",
        ),
        (
            (7, 4),
            of_d(deck_limits(2, 1)),
            Served {
                more: Limits { new: 5, reviews: 5 },
                ..none()
            },
            (10, 9),
            (0, 1),
            "more today lifts both",
        ),
    ] {
        let rules = Rules {
            decks,
            ..rules(limits.0, limits.1)
        };
        let plan = plan(many(), &rules, &served);
        assert_eq!(plan.total(), counts(total.0, 0, total.1), "{why}");
        assert_eq!(plan.held_back, counts(held_back.0, 0, held_back.1), "{why}");
        assert_eq!(
            (plan.new.len(), plan.reviews.len()),
            (total.0 as usize, total.1 as usize),
            "{why}"
        );
        let tomorrow = plan.held_back != Counts::default() && limits.0 > 0;
        assert_eq!(
            plan.next_due,
            tomorrow.then_some(Due::On(Day(TODAY + 1))),
            "{why}"
        );
    }
}

#[test]
fn limits_do_not_hold_back() {
    let in_step = with("d/b", Phase::Relearning { step: 0 }, Due::On(Day(TODAY)));
    let all = vec![step("d/a", 13.0), in_step, corrected("d/c"), due("d/d", 0)];
    let plan = plan(all, &rules(0, 1), &Served::default());
    assert_eq!(
        held(&plan),
        "d/a | d/c d/b | ",
        "steps and what was corrected"
    );
    assert_eq!(plan.total(), counts(0, 2, 1));
    assert_eq!(
        plan.held_back,
        counts(0, 0, 1),
        "but a correction counts as a review"
    );
}
