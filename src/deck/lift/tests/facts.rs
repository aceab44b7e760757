//! Facts in texts, and as what is asked for.

use super::*;

#[test]
fn a_fact_fills_texts_and_lends_its_value() {
    let made = card(
        "- id: x\n  ask: Is {b} less than {a}? \\{no\\}\n  ask.ko: \"{a}보다 {b}?\"\n  number: \"{a}\"\n  tolerance: 5%\n",
    );
    assert_eq!(
        made.question.get(Lang::En),
        "Is $8 billion less than $20 billion? {no}"
    );
    assert_eq!(made.question.get(Lang::Ko), "200억달러보다 80억달러?");
    assert_eq!(made.answer.get(Lang::Ko), "200억달러");
    assert_eq!(made.fingerprint.value.as_deref(), Some("20000000000 USD"));
    assert_eq!(made.facts, ["d/b", "d/a"]);
    let computed = card("- id: x\n  ask: q\n  answer: \"{r}\"\n");
    assert_eq!(computed.answer.get(Lang::En), "2.5×");
    assert_eq!(computed.fingerprint.value.as_deref(), Some("5/2 x"));
}

#[test]
fn a_share_is_told_in_per_cent_where_it_is_asked_for_so() {
    for (ask, answer) in [
        ("By how many per cent is it more?", "250%"),
        ("How many times is it?", "2.5×"),
        (
            "A tariff rose to 25%; how many times the old is that?",
            "2.5×",
        ),
        ("몇 %인가?", "250%"),
    ] {
        let made = card(&format!("- id: x\n  ask: \"{ask}\"\n  number: \"{{r}}\"\n"));
        assert_eq!(made.answer.get(Lang::En), answer, "{ask}");
    }
}

#[test]
fn a_computed_figure_is_asked_for_as_it_was_reported() {
    let shown = |value: &str, reported: &str| {
        let text = format!(
            "deck: d\nlanguage: ko\ntitle: t\nfacts:\n  a: {{ value: 40.1조원 }}\n  b: {{ value: 37.35조원 }}\n  \
             c: {{ value: \"{value}\", reported: {reported}, ask: 얼마나 늘었나? }}\n  \
             d: {{ value: \"= b * c\" }}\n"
        );
        let (deck, told) = read_text(&text);
        assert_eq!(told, [] as [&str; 0]);
        let deck = deck.unwrap();
        let card = &deck.cards[0];
        let verdict = |typed: &str| {
            let typed = crate::answer::Response::Typed(typed.to_owned());
            let verdict = crate::answer::judge(card, &typed);
            format!("{} {}", verdict.outcome.name(), verdict.reason.name())
        };
        let on = deck.facts.last().unwrap().figure.format(Lang::Ko);
        let of = ["7.4", "7.4%", "7.36%", "7%", "8%"].map(verdict);
        (card.answer.get(Lang::Ko).clone(), of, on)
    };
    for value in ["= a / b - 1", "= growth(b, a)"] {
        let (answer, verdicts, _) = shown(value, "7.4%");
        assert_eq!(answer, "7.4%", "{value}");
        assert_eq!(
            verdicts,
            [
                "correct missing_unit",
                "correct exact",
                "correct exact",
                "close rounded",
                "wrong different_value",
            ],
            "{value}"
        );
    }
    // The one digit that is shown is right.
    assert_eq!(shown("= growth(b, a)", "7%").0, "7%");
    assert_eq!(shown("= growth(b, a)", "7%").1[3], "correct exact");
    // Where a note tells how they differ, both are shown.
    let (answer, ..) = shown("= growth(b, a)", "7.4%, reported_note: 반올림");
    assert_eq!(answer, "7.36%");
    // Other formulas go on with what was computed, whatever was told of it.
    let (_, _, on) = shown("= a / b - 1", "7.4%");
    assert_eq!(on, shown("= a / b - 1", "0.07배").2);
    // What says something else leaves the figure alone.
    assert_eq!(shown("= a / b - 1", "9%").0, "0.07배");
    assert_eq!(shown("= growth(b, a)", "9%").0, "7.36%");
}
