//! Figures of one time and of another, both ends of a change, and two gaps that
//! are swapped.

use super::judged_on;

/// What is wrong with a card.
fn wrong(day: &str, article: &str, card: &str) -> Vec<String> {
    let entries = format!("cards:\n  - {{ id: c, {card} }}\n");
    let mut told = judged_on(day, article, &entries);
    told.retain(|line| !line.contains(' '));
    told
}

/// Asserts which of some cards are right.
fn assert_right(day: &str, article: &str, cards: &[(String, bool)]) {
    for (card, right) in cards {
        let told = wrong(day, article, card);
        assert_eq!(told.is_empty(), *right, "{card} of {article}: {told:?}");
    }
}

#[test]
fn a_figure_held_against_is_of_the_year_before() {
    for article in [
        "지난해 합계출산율은 0.80명으로 2024년의 0.75명보다 올랐다.",
        "지난해 합계출산율은 0.80명으로 전년의 0.75명보다 올랐다.",
        "지난해 합계출산율은 0.80명으로 전년(0.75명)보다 올랐다.",
    ] {
        let card =
            |year: u32, value: &str| format!("ask: {year}년 합계출산율은?, number: {value}명");
        let cards = [
            (2024, "0.75"),
            (2025, "0.80"),
            (2024, "0.80"),
            (2025, "0.75"),
        ];
        let cards =
            cards.map(|(year, value)| (card(year, value), (year == 2024) == (value == "0.75")));
        assert_right("2026-02-25", article, &cards);
    }
    for earlier in [
        "a year earlier",
        "a year ago",
        "the year before",
        "the previous year",
        "the prior year",
        "twelve months earlier",
    ] {
        let article =
            format!("Net debt reached £16.4bn at the end of last year, up from £15.8bn {earlier}.");
        let cards = [
            (2024, "15.8"),
            (2025, "16.4"),
            (2024, "16.4"),
            (2025, "15.8"),
        ];
        let cards = cards.map(|(year, value)| {
            let card = format!("ask: What was net debt at the end of {year}?, number: £{value}bn");
            (card, (year == 2024) == (value == "15.8"))
        });
        assert_right("2026-03-18", &article, &cards);
    }
}

#[test]
fn what_only_a_growth_is_held_against_is_of_no_figure_before_it() {
    let card = |quarter: &str, value: &str| {
        format!("ask: How many passengers did it carry in {quarter}?, number: {value}m passengers")
    };
    let held = "It carried 4.31m passengers in the second quarter of 2025, up 12 per cent from a year earlier.";
    let told = "It carried 4.31m passengers in the second quarter of 2025; 3.85m passengers had come a year earlier.";
    for (article, cards) in [
        (
            held,
            vec![
                (card("Q2 2025", "4.31"), true),
                (card("Q2 2024", "4.31"), false),
            ],
        ),
        (
            told,
            vec![
                (card("Q2 2025", "4.31"), true),
                (card("Q2 2024", "3.85"), true),
            ],
        ),
    ] {
        assert_right("2025-07-15", article, &cards);
    }
}

#[test]
fn a_time_that_stands_with_the_figure_is_right() {
    let article = "합계출산율 0.80명\n\n한빛데이터처가 25일 발표한 ‘2025년 출생통계’에 따르면 합계출산율은 \
        0.80명으로 전년의 0.75명보다 0.05명 올랐다.\n\n4분기 합계출산율은 0.76명이었다. 박 과장은 \
        “올해 합계출산율은 0.83명까지 오를 수 있다”고 말했다.";
    let card = |year: u32, value: &str| format!("ask: {year}년 합계출산율은?, number: {value}명");
    let cards = [
        (card(2025, "0.80"), true),
        (card(2024, "0.75"), true),
        (card(2026, "0.83"), true),
        (card(2024, "0.80"), false),
        (card(2025, "0.75"), false),
        (card(2025, "0.83"), false),
    ];
    assert_right("2026-02-25", article, &cards);
}

#[test]
fn a_question_is_held_to_the_end_that_it_asks_for() {
    let article = "육아휴직 급여의 상한을 월 250만원에서 270만원으로 올린다. 점유율은 5%에서 7%로 올랐다. \
        정원을 3058명에서 5058명으로 늘린다. The cap rises from £2,500 to £2,700 a month. \
        The quota went from 3,158 to 5,158 places.";
    for (ask, from, to, right) in [
        (
            "육아휴직 급여의 상한은 월 얼마로 오르는가?",
            "250만원",
            "270만원",
            (false, true),
        ),
        (
            "육아휴직 급여의 상한은 월 얼마에서 오르는가?",
            "250만원",
            "270만원",
            (true, false),
        ),
        (
            "육아휴직 급여의 상한은 월 얼마인가?",
            "250만원",
            "270만원",
            (true, true),
        ),
        ("점유율은 몇 %로 올랐나?", "5%", "7%", (false, true)),
        ("점유율은 몇 %에서 올랐나?", "5%", "7%", (true, false)),
        (
            "정원을 몇 명으로 늘리나?",
            "3058명",
            "5058명",
            (false, true),
        ),
        (
            "정원을 몇 명에서 늘리나?",
            "3058명",
            "5058명",
            (true, false),
        ),
        (
            "To what does the cap rise?",
            "£2500",
            "£2700",
            (false, true),
        ),
        (
            "What does the cap rise from?",
            "£2500",
            "£2700",
            (true, false),
        ),
        ("What is the cap?", "£2500", "£2700", (true, true)),
        (
            "To how many places did the quota go?",
            "3158 places",
            "5158 places",
            (false, true),
        ),
    ] {
        let card = |value: &str| format!("ask: \"{ask}\", number: {value}");
        let cards = [(card(from), right.0), (card(to), right.1)];
        assert_right("2026-02-25", article, &cards);
    }
}

#[test]
fn figures_are_not_in_each_others_gaps() {
    let loan = "The High Court approved the loan on Monday at an interest rate of 9.75%, against \
        the 9.25% the company first sought.";
    let births = "지난해 합계출산율은 0.80명으로 전년의 0.75명보다 올랐다.";
    let shares = "Of those asked 31% of women and 53% of men agreed.";
    for (article, cloze, one, other) in [
        (
            loan,
            "The loan costs {{A}}, where Calder had sought {{B}}.",
            "9.75%",
            "9.25%",
        ),
        (
            loan,
            "Calder had sought {{A}}; the loan costs {{B}}.",
            "9.25%",
            "9.75%",
        ),
        (
            births,
            "합계출산율은 {{A}}에서 {{B}}으로 올랐다.",
            "0.75명",
            "0.80명",
        ),
        (
            births,
            "합계출산율은 {{A}}으로 전년의 {{B}}보다 높다.",
            "0.80명",
            "0.75명",
        ),
        (
            shares,
            "Of the men {{A}} agreed, of the women {{B}}.",
            "53%",
            "31%",
        ),
    ] {
        let card = |one: &str, other: &str| {
            let cloze = cloze.replace('A', one).replace('B', other);
            format!("cloze: \"{cloze}\"")
        };
        let cards = [(card(one, other), true), (card(other, one), false)];
        assert_right("2026-02-25", article, &cards);
    }
}

#[test]
fn a_unit_that_the_text_names_goes_for_its_bare_numbers() {
    let article = "Leaks were 612 million litres a day and shall be 450 million litres.";
    let card = |less: u32| {
        format!(
            "ask: \"Leaks were 612 million litres a day, and shall be {less} million. How?\", answer: Soon"
        )
    };
    let told = |less| wrong("2026-03-18", article, &card(less)).contains(&"other-unit".to_owned());
    assert_eq!(
        (told(450), wrong("2026-03-18", article, &card(470)).len()),
        (false, 2)
    );
}

#[test]
fn measures_of_one_dimension_are_held_by_value() {
    for (article, value, right) in [
        (
            "It holds 58 million cubic metres.",
            "58M cubic metres",
            true,
        ),
        (
            "It holds 58 million cubic metres.",
            "58 billion litres",
            true,
        ),
        (
            "It holds 58 million cubic metres.",
            "58 million litres",
            false,
        ),
        (
            "It holds 58 million cubic metres.",
            "58 million cubic feet",
            false,
        ),
        (
            "It holds 58 million cubic metres.",
            "58 million tonnes",
            false,
        ),
        (
            "It holds 58 million litres.",
            "58 thousand cubic metres",
            true,
        ),
        (
            "It holds 58 million litres.",
            "58 million cubic metres",
            false,
        ),
        ("물 5800만㎥가 있다.", "580억리터", true),
        ("물 5800만㎥가 있다.", "5800만리터", false),
    ] {
        let card = format!("ask: How much?, number: {value}");
        assert_right("2026-02-25", article, &[(card, right)]);
    }
}
