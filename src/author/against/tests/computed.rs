//! What is computed rests on what is found.

use super::*;

#[test]
fn constants_of_a_formula_are_no_claims() {
    let facts = |formula: &str| {
        format!(
            "facts:\n  a: {{ value: 19 boats }}\n  b: {{ value: 26 boats }}\n  c: {{ value: \"= {formula}\" }}\n"
        )
    };
    for (formula, claims) in [
        ("b / a - 1", 3),
        ("b / a * 100%", 3),
        ("b / a * 100", 3),
        ("(b - a) / 2000", 4),
    ] {
        let told = judged("19 boats, then 26 boats, in 2000", &facts(formula));
        assert_eq!(told.len(), claims, "{formula}: {told:?}");
    }
}

#[test]
fn what_is_computed_rests_on_what_is_found() {
    let facts = "facts:\n  a: { value: 26.6% }\n  b: { value: 9.4% }\n  c: { value: = a / b, reported: 2.7× }\n";
    assert_eq!(
        judged("9.4%, 26.6%, 2.7배", facts),
        [
            "a value 26.6%: found 1",
            "b value 9.4%: found 1",
            "c value = a / b: computed (a / b)",
            "c reported 2.7×: found 1",
        ]
    );
    assert_eq!(
        judged("9.5%, 26.6%, 2.7배", facts),
        [
            "a value 26.6%: found 1",
            "b value 9.4%: missing 1 (9.5%)",
            "c reported 2.7×: found 1",
            "not-in-source",
        ]
    );
    let note =
        |text: &str| format!("cards:\n  - {{ id: c, ask: Wie?, answer: So, note: \"{text}\" }}\n");
    let verdicts = |text: &str| -> Vec<String> {
        judged("26.6%, 9.4%, 557만 달러. so", &note(text))
            .iter()
            .filter(|line| line.contains(" note "))
            .map(|line| line.rsplit_once(": ").unwrap().1.to_owned())
            .collect()
    };
    assert_eq!(
        verdicts("26.6 ÷ 9.4 is 2.83"),
        ["found 1", "found 1", "computed (26.6 ÷ 9.4)"]
    );
    assert_eq!(verdicts("26.6 ÷ 9.4 is 2.84")[2], "missing");
    assert_eq!(
        verdicts("5.57 ÷ 9.4 is 0.593"),
        ["found 1", "found 1", "computed (5.57 ÷ 9.4)"]
    );
}

#[test]
fn a_fact_is_not_reckoned_against_itself() {
    let article = "It grew from 4척 to 8척.";
    for (formula, sound) in [
        ("b / a", true),
        ("(b - a) / a", true),
        ("b / a - 1", true),
        ("b / b", false),
        ("b - b", false),
        ("cagr(b, b, 2027 - 2023)", false),
    ] {
        let facts = format!(
            "facts:\n  a: {{ value: 4척 }}\n  b: {{ value: 8척 }}\n  f: {{ value: \"= {formula}\" }}\n"
        );
        let told = judged(article, &facts);
        let itself = format!("f value = {formula}: missing");
        assert_eq!(told.contains(&itself), !sound, "{formula}: {told:?}");
    }
}
