//! A text with gaps makes a card of each group.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

#[test]
fn a_cloze_makes_a_card_a_group() {
    let (cards, told) = entry(
        "- id: x\n  cloze: A {{c1::one}} is {{c2::two::n}} and {{c1::three}} {b}.\n  cloze.ko: \"{{c2::둘}} {{c1::하나}} {{c1::셋}}\"\n  typed: true\n",
    );
    assert_eq!(told, [] as [&str; 0]);
    assert_eq!(
        cards.iter().map(|c| c.id.as_str()).collect::<Vec<_>>(),
        ["d/x#c1", "d/x#c2"]
    );
    assert_eq!(
        cards[0].question.get(Lang::En),
        "A […] is two and […] $8 billion."
    );
    assert_eq!(
        cards[1].question.get(Lang::En),
        "A one is [n] and three $8 billion."
    );
    assert_eq!(cards[0].answer.get(Lang::Ko), "하나, 셋");
    let Task::Cloze { cloze, accepted } = &cards[0].task else {
        panic!()
    };
    assert_eq!(accepted, &[["one", "하나"], ["three", "셋"]]);
    let hidden = |answer: &str| Gap::Hidden {
        answer: answer.into(),
        hint: None,
    };
    assert_eq!(
        cloze.get(Lang::Ko),
        &[
            Gap::Text("둘 ".into()),
            hidden("하나"),
            Gap::Text(" ".into()),
            hidden("셋")
        ]
    );
}

#[test]
fn an_answer_that_reads_as_a_number_makes_a_card_of_its_own() {
    for (cloze, expected) in [
        (
            "{{c1::an advanced}} level is {{C1}}",
            ["d/x#c1", "d/x#u63u31"],
        ),
        ("{{C2}}, beside {{c2::collagen}}", ["d/x#u63u32", "d/x#c2"]),
    ] {
        let (cards, told) = entry(&format!("- id: x\n  cloze: \"{cloze}\"\n"));
        assert_eq!(told, [] as [&str; 0], "{cloze}");
        let names: Vec<_> = cards.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(names, expected, "{cloze}");
    }
}

#[test]
fn an_unnumbered_gap_is_known_by_its_answer() {
    let ids = |text: &str| -> Vec<String> {
        entry(text)
            .0
            .iter()
            .map(|card| card.id.as_str().replace("d/x#", ""))
            .collect()
    };
    assert_eq!(
        ids("- id: x\n  cloze: The seat is {{Geneva}}.\n  cloze.ko: \"{{제네바}}에 있다\"\n"),
        ["geneva"]
    );
    assert_eq!(
        ids("- id: x\n  cloze: \"{{WIPO}} sits in {{Geneva}}, {{WIPO}}\"\n"),
        ["wipo", "geneva"]
    );
    assert_eq!(
        ids(
            "- id: x\n  cloze: \"{{H800}} is less than {{H100}}\"\n  cloze.ko: \"{{H100}} > {{H800}}\"\n"
        ),
        ["h800", "h100"]
    );
    let fact = card("- id: x\n  cloze: It costs {{{b}::money}}.\n");
    assert_eq!(
        (fact.id.as_str(), fact.answer.get(Lang::En).as_str()),
        ("d/x#b", "$8 billion")
    );
    assert_eq!(fact.fingerprint.value.as_deref(), Some("8000000000 USD"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_two_cards_of_a_text_have_one_name(
        gaps in prop::collection::vec("(c0?[12]::)?[cC+u]([12가+]|63u31)?", 1..6)
    ) {
        let gaps: Vec<String> = gaps.iter().map(|gap| format!("{{{{{gap}}}}}")).collect();
        let (cards, told) = entry(&format!("- id: x\n  cloze: \"{}\"\n", gaps.join(" and ")));
        let names: BTreeSet<&str> = cards.iter().map(|card| card.id.as_str()).collect();
        prop_assert_eq!(names.len(), cards.len(), "{:?}", gaps);
        prop_assert!(!cards.is_empty(), "{:?}", told);
    }
}
