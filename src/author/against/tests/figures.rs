//! Figures of a deck are found in its article by value.

use super::*;

#[test]
fn figures_are_found_by_value() {
    for (article, value, expected) in [
        (
            "특허 3만 8210건",
            "\"38,210 applications\"",
            &["found 1"][..],
        ),
        ("개발비 557만 6000달러", "5.576M USD", &["found 1"]),
        ("x\n약 80억원", "8B KRW", &["found 2"]),
        ("18분의 1 수준", "1/18", &["found 1"]),
        ("두 배로", "2×", &["found 1"]),
        (
            "grew 26.6%",
            "26.9%",
            &["missing 1 (26.6%)", "not-in-source"],
        ),
        (
            "80억원",
            "80M KRW",
            &["other-unit 1 (80억원)", "other-unit"],
        ),
        ("26.6%p", "26.6%", &["other-unit 1 (26.6%p)", "other-unit"]),
        ("a year passed", "12 months", &["missing", "not-in-source"]),
        ("1년이 지났다", "12 months", &["found 1"]),
        ("5 km", "5000 m", &["found 1"]),
        ("from 10% to 15%", "15%", &["found 1"]),
        ("between 5 and 7 years", "5~7 years", &["found 1"]),
        ("38,210 cars", "38.2K cars", &["found 1"]),
        (
            "38,210 cars",
            "38.3K cars",
            &["missing 1 (38,210 cars)", "not-in-source"],
        ),
        ("| 540 |", "540 GWh", &["found 1"]),
        (
            "1. 5 things",
            "5 MW",
            &["other-unit 1 (5 things)", "other-unit"],
        ),
        ("3분의 2", "2/3", &["found 1"]),
        // Parts and what they are per cent.
        ("one in five", "20%", &["found 1"]),
        ("5명 중 1명", "20%", &["found 1"]),
        ("절반", "50%", &["found 1"]),
        ("three quarters", "75%", &["found 1"]),
        ("a third", "33%", &["found 1"]),
        ("20 percent", "1/5", &["found 1"]),
        ("20 percent", "one in five", &["found 1"]),
        ("50%", "half", &["found 1"]),
        ("33.3%", "1/3", &["found 1"]),
        ("one in five", "25%", &["missing", "not-in-source"]),
        ("20 percent", "1/4", &["missing", "not-in-source"]),
        ("a third", "34%", &["missing", "not-in-source"]),
        // Cents are of the money that is spoken of.
        ("31 cents of every euro", "€0.31", &["found 1"]),
        ("It took 31 cents of a €29 bed", "€0.31", &["found 1"]),
        (
            "31 cents of every euro",
            "$0.31",
            &["other-unit 1 (31 cents, €0.31)", "other-unit"],
        ),
        (
            "31 cents of every euro",
            "31 cents",
            &["other-unit 1 (31 cents, €0.31)", "other-unit"],
        ),
        (
            "31 cents of every euro",
            "€0.13",
            &["missing 1 (31 cents, €0.31)", "not-in-source"],
        ),
        ("31 cents of every dollar", "31 cents", &["found 1"]),
        // Per a measure of something.
        (
            "€2.10 per train-kilometre",
            "열차 킬로미터당 2.10유로",
            &["found 1"],
        ),
        ("€2.10 per train-kilometre", "1km당 2.10유로", &["found 1"]),
        (
            "열차 킬로미터당 2.10유로다",
            "€2.10 per train-kilometre",
            &["found 1"],
        ),
        (
            "up from 22 cents; €2.10 per train-kilometre",
            "km당 2.20유로",
            &["missing 1 (€2.10 per train-kilometre)", "not-in-source"],
        ),
        // So often, told before the amount.
        ("임대료는 월 8만원이다", "월 8만원", &["found 1"]),
        ("임대료는 월 8만원이다", "8만원/월", &["found 1"]),
        ("임대료는 월 8만원이다", "8만원", &["found 1"]),
        ("임대료는 8만원이다", "월 8만원", &["found 1"]),
        (
            "임대료는 월 8만원이다",
            "월 9만원",
            &["missing 1 (월 8만원)", "not-in-source"],
        ),
        (
            "임대료는 월 8만원이다",
            "연 8만원",
            &["other-unit 1 (월 8만원)", "other-unit"],
        ),
        ("하루 2만 명이 탄다", "20,000 people a day", &["found 1"]),
        ("52 hours a week", "주 52시간", &["found 1"]),
        // What is counted was told before.
        ("ordered 84 cars. Only 19 came.", "19 cars", &["found 1"]),
        ("ordered 84 cars. Only 7 came.", "7 cars", &["found 1"]),
        (
            "ordered 84 cars. Only 19 have come.",
            "18 cars",
            &["missing 1 (19)", "not-in-source"],
        ),
        (
            "212 of the firm's 1,460 jobs go",
            "221 jobs",
            &["missing 1 (212)", "not-in-source"],
        ),
        (
            "ordered 84 trams. Only 19 have come.",
            "18 cars",
            &["missing", "not-in-source"],
        ),
        ("nine beds in ten were sold", "9/10", &["found 1"]),
        ("nine beds in ten were sold", "90%", &["found 1"]),
        // A change and a level, or a span.
        ("rose 3% to 5%", "3%", &["found 1"]),
        ("rose 3% to 5%", "5%", &["found 1"]),
        ("fell 0.8% to 10.92 per dollar", "0.8%", &["found 1"]),
        ("fell 0.8% to 10.92 per dollar", "10.92", &["found 1"]),
        ("2 of 3", "6/3", &["missing 1 (2)", "not-in-source"]),
        ("nothing", "5%", &["missing", "not-in-source"]),
        (
            "nothing",
            "5% # dateline: ignore not-in-source\n ",
            &["excused"],
        ),
    ] {
        let block = format!("facts:\n  f:\n    value: {value}\n");
        let expected: Vec<String> = expected.iter().map(|text| (*text).to_owned()).collect();
        let found: Vec<String> = judged(article, &block)
            .into_iter()
            .map(|line| {
                line.rsplit_once(": ")
                    .map_or(line.clone(), |(_, end)| end.to_owned())
            })
            .collect();
        assert_eq!(found, expected, "{value} in {article}");
    }
}

#[test]
fn a_slip_to_a_value_of_something_else_is_seen() {
    let article = "공업정보화부에 따르면 AI 기업은 4400개가 넘는다.\n이 교수는 실험하는 기업 4000여 개가 무섭다고 했다.\n";
    let of = |value: &str| {
        let entry = format!(
            "facts:\n  f:\n    value: {value} companies\n    ask: How many?\n    ask.ko: 공업정보화부가 밝힌 AI 기업은?\n"
        );
        judged(article, &entry)
    };
    assert_eq!(of("4400"), ["f value 4400 companies: found 1"]);
    assert_eq!(
        of("4000"),
        [
            "f value 4000 companies: elsewhere 2 (4400개)",
            "said-of-another"
        ]
    );

    // Where a sentence lists years and values they go together in order.
    let article = "시장은 2023년 2조원에서 2027년 4조원으로 큰다.";
    let of = |year: &str| {
        let entry = format!("facts:\n  f: {{ value: 4T KRW, label: \"Market, {year}\" }}\n");
        judged(article, &entry).pop().unwrap()
    };
    assert_eq!(of("2027"), "f label 2027: found 1");
    assert_eq!(of("2023"), "said-of-another");
}

#[test]
fn what_is_nearest_is_told() {
    for (value, nearest) in [
        // 4조 1천억 has the same digits.
        ("410만원", "other-unit 1 (410억원)"),
        ("3871억원", "missing 1 (3872억원)"),
        ("2조 9천억원", "missing 1 (3조 2천억원)"),
    ] {
        let told = judged(YARD, &fact(value));
        assert!(told[0].ends_with(nearest), "{value}: {told:?}");
    }
}

#[test]
fn a_label_in_the_articles_words_says_which_figure_it_is() {
    let article = "Passenger numbers fell from 2.9 million in 2019 to 1.7 million\n\
                   in 2021 and recovered to 2.4 million last year.";
    let first = "Passenger numbers fell from … in 2019 to 1.7 million in 2021";
    let second = "Passenger numbers fell from 2.9 million in 2019 to … in 2021";
    let third =
        "Passenger numbers fell from 2.9 million in 2019 to 1.7 million in 2021 and recovered to …";
    for (label, value) in [(first, "2.9"), (second, "1.7"), (third, "2.4")] {
        for other in ["2.9", "1.7", "2.4"] {
            let entry = format!("facts:\n  f: {{ value: {other} million, label: \"{label}\" }}\n");
            let told = judged(article, &entry);
            let claim = told.first().cloned().unwrap_or_default();
            let wrong = told.last().is_some_and(|code| !code.contains(' '));
            assert_eq!(wrong, other != value, "{other}, {label}: {told:?}");
            assert_eq!(claim.contains(": found"), other == value, "{told:?}");
        }
    }
}

#[test]
fn cents_in_a_text_are_those_of_the_article() {
    let article = "Charges took 31 cents of every euro, up from 22 cents.";
    let entry =
        |note: &str| format!("cards:\n- {{ id: c, ask: Why?, answer: no, note: \"{note}\" }}\n");
    let told = judged(article, &entry("They took 31 cents, up from 22 cents."));
    assert_eq!(
        told[1..3],
        ["c note 31 cents: found 1", "c note 22 cents: found 1"]
    );
    let told = judged(article, &entry("They took 31 cents, up from 23 cents."));
    assert!(told[2].starts_with("c note 23 cents: missing"), "{told:?}");
}

#[test]
fn a_part_of_several_is_no_number_of_what_is_told_elsewhere() {
    let article = "In July nine beds in ten were sold. The firm ordered 84 new sleeping cars \
                   from Wagmet. Only 19 have been delivered.";
    let entry = "cards:\n- { id: f, ask: 'How many of the sleeping cars ordered from Wagmet had \
                 been delivered?', number: 19 cars }\n";
    assert_eq!(judged(article, entry)[0], "f number 19 cars: found 1");
}
