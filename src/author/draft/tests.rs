#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::deck::{Severity, read};

fn wish() -> Wish {
    Wish {
        name: None,
        date: None,
        today: Date::new(Some(2025), Some(3), Some(1)).ok(),
    }
}

fn wrong(deck: &str) -> Vec<String> {
    let reading = read(Path::new("draft.yaml"), deck.as_bytes());
    let wrong = reading.diagnostics.into_iter();
    wrong
        .filter(|told| told.severity == Severity::Error)
        .map(|told| told.to_string())
        .collect()
}

#[test]
fn a_deck_of_an_article() {
    let article = "# Tidal plant beats its forecast\n\nBy Oona Pell, The Estuary Post, June 15, 2023\n\n\
                   The plant made 418 GWh in its first year, 12.5% more than forecast.\n\
                   It cost $2.6 billion.\n\n## Read more\n\nA whale of 12 tons is dead.\n";
    let deck = draft(article, &wish());
    assert_eq!(wrong(&deck), Vec::<String>::new(), "{deck}");
    for part in [
        "title: \"Tidal plant beats its forecast\"",
        "publisher: \"The Estuary Post\"",
        "date: 2023-06-15",
        "{{c1::418 GWh}}",
        "12.5%",
    ] {
        assert!(deck.contains(part), "{part}: {deck}");
    }
    assert!(!deck.contains("whale"), "{deck}");
    assert_eq!(deck, draft(article, &wish()));
}

#[test]
fn a_label_holds_whole_figures() {
    let deck = draft(
        "Its 52 turbines feed 131,000 homes. From 1,150 people in 2019 it went to 24.\n",
        &wish(),
    );
    assert!(deck.contains("\"Its … feed 131,000 homes\""), "{deck}");
    assert!(deck.contains("From 1,150 people in"), "{deck}");
}

#[test]
fn a_deck_of_a_korean_article() {
    let article = "한빛배터리, 새 공장 짓는다\n나루일보 2024. 11. 7.\n\n\
                   한빛배터리는 올해 매출이 3조 2천억 원으로 18.7% 늘었다고 밝혔다.\n\
                   직원은 4210명이다.\n\n관련 기사\n1 제설차 320대가 나선다.\n";
    let deck = draft(article, &wish());
    assert_eq!(wrong(&deck), Vec::<String>::new(), "{deck}");
    for part in ["language: ko", "나루일보", "2024-11-07", "18.7%"] {
        assert!(deck.contains(part), "{part}: {deck}");
    }
    assert!(!deck.contains("제설차"), "{deck}");
}

#[test]
fn what_a_figure_is_of_and_what_happened_on_a_day() {
    let article = "한빛전자, 새 모델 내놓다\n나루일보 2025. 2. 9.\n\n\
                   ‘한빛-R1’의 정답률은 9.4%인 반면, 개발 비용은 557만 달러(약 80억원)다.\n\
                   나루전자는 2025년 1월 29일 AI모델 ‘나루 2.5맥스’를 출시했다.\n\
                   한빛전자는 2025년 1월 20일에 새로운 모델 ‘한빛-R1’을 공개했다.\n\
                   이는 2위인 미국(6276건)의 6배다.\n\
                   정부는 2024년 12월 3일에 칩의 수출을 금지했다.\n";
    let deck = draft(article, &wish());
    assert_eq!(wrong(&deck), Vec::<String>::new(), "{deck}");
    for part in [
        "label: \"‘한빛-R1’의 정답률\"",
        // What "about" is of stands before the bracket.
        "label: \"반면 개발 비용은 557만 달러 약\"",
        "- \"정부는 … 칩의 수출을 금지했다\"  # 2024-12-03",
        "- \"한빛전자는 … 새로운 모델 ‘한빛-R1’을 공개했다\"  # 2025-01-20",
        "- \"나루전자는 … AI모델 ‘나루 2.5맥스’를 출시했다\"  # 2025-01-29",
    ] {
        assert!(deck.contains(part), "{part}: {deck}");
    }
    // The number of a name and a place in a ranking are no figures to ask for.
    for part in ["value: \"2.5", "value: \"2 위", "{{c1::2.5"] {
        assert!(!deck.contains(part), "{part}: {deck}");
    }
}

#[test]
fn what_says_nothing_is_a_deck_all_the_same() {
    for article in [
        "",
        "\n",
        "{",
        "- : #",
        "\u{0}\u{1b}[2J",
        "<html><body></body></html>",
    ] {
        let deck = draft(article, &wish());
        assert_eq!(wrong(&deck), Vec::<String>::new(), "{article:?}: {deck}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_text_makes_a_broken_deck(
        any in any::<String>(),
        near in "([a-z{}\\\\:#'\"\\[\\]*-]{0,8} ?[0-9]{0,4}(%|원|월 [0-9]일| million)?[.]? ?\n?){0,20}",
        people in "((The|of|who|is|President|CEO|founder|Sam|Altman|OpenAI's|Bell|교수|대표는|이정동|서울대|케빈|루즈|[(,.]|[)])[ ,.(]{1,2}){0,24}",
    ) {
        for text in [any, near, people] {
            let deck = draft(&text, &wish());
            prop_assert_eq!(wrong(&deck), Vec::<String>::new(), "{}", deck);
        }
    }
}
