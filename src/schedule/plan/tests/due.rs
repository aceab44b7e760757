//! What a day holds.

use super::*;

#[test]
fn what_was_missed_in_a_quiz_of_today_comes_today() {
    let suspend = |one: &mut Candidate| one.state.suspended = true;
    let bury = |one: &mut Candidate| one.state.buried_until = Some(Day(TODAY + 1));
    let sibling = |one: &mut Candidate| one.groups.push("shared".to_owned());
    for (candidates, expected, why) in [
        (
            vec![
                due("d/a", 0),
                seen(due("d/b", 30), 0),
                new("d/c"),
                seen(new("d/d"), 0),
            ],
            " | d/b d/a | d/d d/c",
            "due or not, and first",
        ),
        (
            vec![seen(due("d/a", 30), -1)],
            " |  | ",
            "a miss of yesterday that was not studied is past",
        ),
        (
            vec![corrected("d/a"), seen(due("d/b", 9), 0)],
            " | d/a d/b | ",
            "after what was corrected",
        ),
        (
            vec![
                due("d/a", 0),
                seen(due("d/b", 9), 0),
                seen(due("d/c", 10), 0),
                seen(due("d/d", 11), 0),
            ],
            " | d/b d/c d/d | ",
            "limits do not hold it back; it counts toward them",
        ),
        (
            vec![
                change(seen(due("d/a", 9), 0), sibling),
                change(seen(due("d/b", 10), 0), sibling),
            ],
            " | d/a d/b | ",
            "nor do siblings",
        ),
        (
            vec![
                change(due("d/a", 0), sibling),
                change(seen(due("d/b", 9), 0), sibling),
            ],
            " | d/b | ",
            "it keeps its siblings away itself",
        ),
        (
            vec![
                change(seen(due("d/a", 0), 0), suspend),
                change(seen(due("d/b", 0), 0), bury),
            ],
            " |  | ",
            "what the learner set aside stays there",
        ),
        (
            vec![seen(step("d/a", 13.0), 0)],
            "d/a |  | ",
            "one in steps waits for its step",
        ),
    ] {
        let plan = plan(candidates, &rules(2, 2), &Served::default());
        assert_eq!(held(&plan), expected, "{why}");
    }
}

#[test]
fn a_day_holds_what_is_due() {
    let bury = |until| move |one: &mut Candidate| one.state.buried_until = Some(Day(TODAY + until));
    let suspend = |one: &mut Candidate| one.state.suspended = true;
    let learning = Phase::Learning { step: 1 };
    let on = |days| Some(Due::On(Day(TODAY + days)));
    for (candidates, expected, next, why) in [
        (vec![], " |  | ", None, "nothing"),
        (vec![new("d/a")], " |  | d/a", None, "a new card"),
        (
            vec![due("d/a", 0), due("d/b", -5), due("d/c", 3)],
            " | d/b d/a | ",
            on(3),
            "what is due, the longest overdue first",
        ),
        (
            vec![step("d/a", 13.0), step("d/b", 11.0)],
            "d/b d/a |  | ",
            None,
            "steps of today by time, those to come as well",
        ),
        (
            vec![with("d/a", learning, Due::On(Day(TODAY)))],
            " | d/a | ",
            None,
            "a step that crossed a day is among the reviews",
        ),
        (
            vec![with("d/a", learning, Due::On(Day(TODAY + 1)))],
            " |  | ",
            on(1),
            "or will be",
        ),
        (
            vec![step("d/a", 25.0), due("d/b", 2)],
            " |  | ",
            Some(Due::At(at(25.0))),
            "a step after the day's end (the zone changed) is for then",
        ),
        (
            vec![change(due("d/a", 0), suspend), change(new("d/b"), suspend)],
            " |  | ",
            None,
            "suspended cards don't come",
        ),
        (
            vec![change(due("d/a", -3), bury(1)), change(new("d/b"), bury(1))],
            " |  | ",
            on(1),
            "a buried card comes on its day",
        ),
        (
            vec![change(due("d/a", 5), bury(1))],
            " |  | ",
            on(5),
            "but not before it is due",
        ),
        (
            vec![change(step("d/a", 12.0), bury(1))],
            " |  | ",
            on(1),
            "in steps as well",
        ),
        (
            vec![change(due("d/a", 0), bury(0))],
            " | d/a | ",
            None,
            "on that day it is there",
        ),
        (
            vec![due("d/a", -9), corrected("d/b")],
            " | d/b d/a | ",
            None,
            "a corrected card comes first",
        ),
    ] {
        let plan = plan(candidates, &rules(20, 200), &Served::default());
        assert_eq!(held(&plan), expected, "{why}");
        assert_eq!(plan.next_due, next, "{why}");
    }
}

#[test]
fn counts_are_by_deck() {
    let all = vec![new("d/a"), new("d/b"), due("e/a", 0), due("f/a", 3)];
    let plan = plan(all, &rules(1, 9), &Served::default());
    let expected = [
        ("d", counts(1, 0, 0)),
        ("e", counts(0, 0, 1)),
        ("f", counts(0, 0, 0)),
    ];
    assert_eq!(
        plan.counts,
        expected.map(|(name, counts)| (deck(name), counts)).into()
    );
}
