//! Dates, and the day or time that a value is of.

use super::*;

#[test]
fn dates_are_found_whole_in_part_and_by_their_distance() {
    for (article, date, expected) in [
        (
            "지난달 20일 출시",
            "2025-01-20",
            "relative 1 ('지난달 20일' counted from 2025-02-09)",
        ),
        (
            "지난 3일 공개",
            "2025-02-03",
            "relative 1 ('지난 3일' counted from 2025-02-09)",
        ),
        (
            "1월 29일.\n다음 날 공개",
            "2025-01-30",
            "relative 2 ('다음 날' counted from 2025-01-29)",
        ),
        (
            "on the 20th of last month",
            "2025-01-20",
            "relative 1 ('the 20th of last month' counted from 2025-02-09)",
        ),
        (
            "yesterday",
            "2025-02-08",
            "relative 1 ('yesterday' counted from 2025-02-09)",
        ),
        ("on 20 January 2025", "2025-01-20", "found 1"),
        ("1월 20일", "2025-01-20", "found 1"),
        ("1월 20일", "2025-01", "found 1"),
        ("| | July |\n|--|--|\n| a | 5 |", "2025-07", "found 1"),
        ("in Q2 2025", "2025-04~2025-06", "found 1"),
        ("2분기에", "2025-04~2025-06", "found 1"),
        ("April to June 2025", "2025-04~2025-06", "found 1"),
        ("in Q2 2025", "2025-07~2025-09", "missing 1 (Q2 2025)"),
        (
            "지난주 금요일",
            "2025-01-31",
            "relative 1 ('지난주 금요일' counted from 2025-02-09)",
        ),
        ("launched in 1957", "1957", "found 1"),
        ("2014년부터 2023년까지", "2023", "found 1"),
        ("launched in 1957", "1958", "missing 1 (1957)"),
        (
            "지난달 20일",
            "2025-01-21",
            "missing 1 (지난달 20일 (2025-01-20))",
        ),
        ("1월에", "2025-01-20", "missing"),
    ] {
        let entries = format!("cards:\n  - {{ id: c, ask: Wann?, date: {date} }}\n");
        let found = judged(article, &entries);
        assert_eq!(found[0], format!("c date {date}: {expected}"), "{article}");
        assert_eq!(
            found.len(),
            1 + usize::from(expected.starts_with("missing"))
        );
    }
}

#[test]
fn a_value_is_of_the_day_that_follows_it() {
    let inflation = "Inflation slowed to 2.1% in September from 2.6% in August.";
    let profit = "Profit was 4.1 billion dollars, up from 4.2 billion dollars in 2023.";
    for (article, ask, value, code) in [
        (inflation, "What was August inflation?", "2.6%", None),
        (
            inflation,
            "What was inflation in August?",
            "2.1%",
            Some(ELSEWHERE),
        ),
        (inflation, "What was inflation in September?", "2.1%", None),
        (profit, "What was the profit in 2023?", "4.2B USD", None),
    ] {
        let card = format!("cards:\n  - {{ id: c, ask: {ask}, number: {value} }}\n");
        let told = judged(article, &card);
        let wrong = told.iter().find(|line| !line.contains(' '));
        assert_eq!(wrong.map(String::as_str), code, "{ask} {value}: {told:?}");
    }
}

#[test]
fn a_value_is_of_the_time_that_the_text_beside_it_names() {
    for (entry, wrong) in [
        ("value: 3872억원, label: 2분기 영업이익", None),
        ("value: 3872억원, label: 1분기 영업이익", Some("2분기")),
        (
            "value: 3872억원, label: 1분기 영업이익, ask: 2분기 영업이익은?",
            Some("2분기"),
        ),
        (
            "value: 3872억원, label: 영업이익, ask: 1분기 영업이익은?",
            Some("2분기"),
        ),
        ("value: 2914억원, label: 1분기 영업이익", None),
        ("value: 2914억원, label: 2분기 영업이익", Some("1분기")),
        // The sentence goes on with the quarter of the one before.
        ("value: 3조 2천억원, label: 2분기 매출", None),
        ("value: 3조 2천억원, label: 1분기 매출", Some("2분기")),
        ("value: 배럴당 72.4달러, label: 두바이유 2월 7일", None),
        ("value: 72.4달러, label: 두바이유 2월 7일", None),
        (
            "value: 배럴당 72.4달러, label: 두바이유 2월 6일",
            Some("지난 7일"),
        ),
        (
            "value: 배럴당 72.4달러, label: 두바이유 2월 6일, ask: 2월 7일 두바이유는?",
            Some("지난 7일"),
        ),
        // The year that is left out is that of the source.
        ("value: 512억 달러, label: 상반기 수출", None),
        ("value: 512억 달러, label: 2025년 상반기 수출", None),
    ] {
        let told = judged(YARD, &format!("facts:\n  f: {{ {entry} }}\n"));
        let meant = told.iter().find(|line| line.contains(": elsewhere"));
        let meant = meant.and_then(|line| line.split(" (").nth(1)?.strip_suffix(')'));
        assert_eq!(meant, wrong, "{entry}: {told:?}");
        let codes = told.iter().filter(|line| !line.contains(' ')).count();
        assert_eq!(codes, usize::from(wrong.is_some()), "{entry}: {told:?}");
    }
}

#[test]
fn both_ends_of_a_change_are_of_one_passage() {
    for (note, wrong) in [
        ("17%에서 25%로.", None),
        ("17%에서 15%로.", Some("elsewhere 5 (25%)")),
        ("From 17% to 25%.", None),
        ("15%에서 25%로.", Some("elsewhere 5 (17%)")),
        ("25%에서 17%로.", None),
    ] {
        let card = format!("cards:\n  - {{ id: c, ask: Wie?, answer: 8%p, note: {note} }}\n");
        let told = judged(YARD, &card);
        let meant = told.iter().find_map(|line| {
            let (_, verdict) = line.rsplit_once(": ")?;
            verdict.starts_with("elsewhere").then_some(verdict)
        });
        assert_eq!(meant, wrong, "{note}: {told:?}");
    }
}

#[test]
fn that_a_question_asks_for_a_day_tells_nothing_of_it() {
    let article = "The plant made 418 GWh in its first year, its operator Merrow Power said on Friday. \
                   It has 52 turbines.\n\nThe next day, on February 17, the ministry is to decide on a \
                   second plant, for which Merrow asks 350 million pounds.";
    let ask = "On what day did Merrow Power speak of its first year?";
    for (date, sound) in [("2025-02-07", true), ("2025-02-17", false)] {
        let card = format!("cards:\n  - {{ id: c, ask: \"{ask}\", date: {date} }}\n");
        let told = judged(article, &card);
        assert_eq!(told.len() == 1, sound, "{told:?}");
    }
}

#[test]
fn a_span_is_one_of_the_article() {
    let article =
        "올해 1~10월 수출이 늘었다.\n지난 9월에는 줄었다.\n3월 2일 멈췄고 3월 5일 다시 달렸다.";
    for (date, sound) in [
        ("2026-01~2026-10", true),
        ("2026-01~2026-09", false),
        ("2026-02~2026-10", false),
        ("2026-01~2026-08", false),
        ("2026-03-02~2026-03-05", true),
        ("2026-03-02~2026-03-06", false),
    ] {
        let card = format!("cards:\n  - {{ id: c, ask: 언제?, date: {date} }}\n");
        let told = judged_on("2026-11-20", article, &card);
        let missing = told.iter().any(|line| line == "not-in-source");
        assert_eq!(!missing, sound, "{date}: {told:?}");
    }
    let card = "cards:\n  - { id: c, ask: 언제?, date: 2026-01~2026-09 }\n";
    assert_eq!(
        judged_on("2026-11-20", article, card),
        [
            "c date 2026-01~2026-09: missing 1 (올해 1~10월 (2026-01~2026-10))",
            "not-in-source"
        ]
    );
}

/// What is told of one card of an article of a day: the verdicts of its claims
/// that are not found, each with its detail.
fn wrong_of(day: &str, article: &str, card: &str) -> Vec<String> {
    let told = judged_on(day, article, &format!("cards:\n  - {{ id: c, {card} }}\n"));
    let wrong = told.iter().filter(|line| {
        [": missing", ": elsewhere", ": other-unit"]
            .iter()
            .any(|verdict| line.contains(verdict))
    });
    wrong.cloned().collect()
}

/// A company's losses, trains and charges, of 14 March 2026, which is a Saturday.
const SLEEPER: &str = "Transalp said on Thursday that the sleeper, which began on 11 June 2023, would \
    run less. On Friday nights in July nine beds in ten were sold.\n\
    The company lost €38.4m last year on revenue of €271m, against a loss of €12.9m a year earlier. \
    Its trains carried 1.87 million people in 2025, 14% more than in 2024. Track access charges \
    swallowed $0.31 of every euro the company earned, up from $0.22 in 2022.\n\
    The chief executive since last September was offered a rebate of 15% last November. A study that \
    Railways Tomorrow published in January says so.\n\
    The petition will be handed over in Strasbourg on 24 March. The rest is due by the autumn of \
    2027, and 40 cars were built in the 1980s.\n\
    Its bank expects the company's loss to narrow to €20m this year and forecast that it will break \
    even in 2029, two years later than Transalp itself promised in 2021.\n";

#[test]
fn months_are_found_by_their_distance() {
    for (card, expected) in [
        ("ask: When did she take over?, date: 2025-09", None),
        ("ask: When was the rebate offered?, date: 2025-11", None),
        ("ask: When was the study published?, date: 2026-01", None),
        ("ask: When were the beds sold?, date: 2025-07", None),
        (
            "ask: When did she take over?, date: 2024-09",
            Some("c date 2024-09: missing 3 (last September (2025-09))"),
        ),
        (
            "ask: When was it?, date: 2026-03-15",
            Some("c date 2026-03-15: missing 4 (24 March)"),
        ),
    ] {
        let wrong = wrong_of("2026-03-14", SLEEPER, card);
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(wrong, expected, "{card}");
    }
}

#[test]
fn a_decade_is_one_in_both_languages() {
    let korean = "1980년대에 만든 40량을 빌려 쓴다. 2020년에 샀다.";
    for (article, card, wrong) in [
        (
            SLEEPER,
            "ask: When?, answer: the 1980s, answer.ko: 1980년대",
            0,
        ),
        (SLEEPER, "ask: 몇 년대?, answer: 1980년대", 0),
        (SLEEPER, "ask: 몇 년대?, answer: 80년대", 0),
        (korean, "ask: When?, answer: the ’80s, answer.ko: 80년대", 0),
        (
            SLEEPER,
            "cloze: \"Built in the {{c1::1980s}}.\", cloze.ko: \"{{c1::1980년대}}에 만들었다.\"",
            0,
        ),
        (SLEEPER, "ask: When?, answer: the 1990s", 1),
        (korean, "ask: When?, answer: the 1970s", 1),
        (SLEEPER, "ask: When?, date: 1980", 1),
        (SLEEPER, "ask: When?, date: 1989", 1),
        (korean, "ask: 언제 샀나?, date: 2020", 0),
    ] {
        let told = wrong_of("2026-03-14", article, card);
        assert_eq!(told.len(), wrong, "{card}: {told:?}");
    }
    let two = "cards:\n  - { id: c, ask: When?, answer: the ’80s, answer.ko: 1990년대 }\n";
    let told = judged_on("2026-03-14", SLEEPER, two);
    assert!(told.contains(&"translation-differs".to_owned()), "{told:?}");
}

#[test]
fn no_day_of_the_week_is_meant_for_a_year() {
    for (card, expected) in [
        (
            "ask: In which year will Transalp break even?, date: 2029, note: Transalp itself had promised it for 2027.",
            None,
        ),
        (
            "ask: In which year will Transalp break even?, date: 2028",
            Some("c date 2028: missing 4 (2027)"),
        ),
        (
            "ask: When had Transalp itself promised to break even?, date: 2027",
            None,
        ),
    ] {
        let told = wrong_of("2026-03-14", SLEEPER, card);
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(told, expected, "{card}");
    }
}

#[test]
fn what_comes_nearest_is_near_in_kind_and_in_value() {
    let market = "2026년 4월 7일\n\n군은 6일 밝혔다. 오는 18일부터 사흘간 ‘교실 장터’를 연다.";
    for (day, article, date, expected) in [
        ("2026-03-14", SLEEPER, "2026-03-23", "4 (24 March)"),
        ("2026-03-14", SLEEPER, "2026-03-25", "4 (24 March)"),
        ("2026-03-14", SLEEPER, "2026-04-24", "4 (24 March)"),
        (
            "2026-04-07",
            market,
            "2026-04-20",
            "3 (오는 18일 (2026-04-18))",
        ),
        ("2026-04-07", market, "2026-04-05", "3 (6일 (2026-04-06))"),
    ] {
        let told = wrong_of(day, article, &format!("ask: When?, date: {date}"));
        assert_eq!(
            told,
            [format!("c date {date}: missing {expected}")],
            "{date}"
        );
    }
    // Where nothing else is told, it is the day of the week.
    let told = wrong_of(
        "2026-03-14",
        "It said so on Thursday.",
        "ask: When?, date: 2026-03-11",
    );
    assert_eq!(
        told,
        ["c date 2026-03-11: missing 1 (on Thursday (2026-03-12))"]
    );
}

#[test]
fn the_year_of_another_figure_is_none_of_the_value() {
    for (entries, wrong) in [
        (
            "cards:\n  - { id: c, ask: How much of each euro it earned did Transalp pay in track access charges in 2025?, number: $0.31 }\n",
            0,
        ),
        (
            "cards:\n  - { id: c, ask: How much of each euro it earned did Transalp pay in track access charges in 2022?, number: $0.22 }\n",
            0,
        ),
        (
            "facts:\n  a: { value: €38.4m }\n  b: { value: €12.9m }\n  r:\n    value: = a / b\n    \
             ask: \"Transalp lost {b} in 2024 and {a} in 2025. By how many times did the loss grow?\"\n",
            0,
        ),
    ] {
        let told = judged_on("2026-03-14", SLEEPER, entries);
        let codes = told.iter().filter(|line| !line.contains(' ')).count();
        assert_eq!(codes, wrong, "{told:?}");
    }
}

#[test]
fn of_a_wrong_figure_the_years_beside_it_are_not_told() {
    let facts = |one: &str, other: &str| {
        format!(
            "facts:\n  a:\n    value: {one}\n    label: The loss of Transalp, 2025\n    label.ko: 2025년 손실\n    \
             ask: How much did Transalp lose in 2025?\n    ask.ko: 2025년 손실은?\n  \
             b:\n    value: {other}\n    label: The loss of Transalp, 2024\n    label.ko: 2024년 손실\n"
        )
    };
    for (one, other, expected) in [
        ("€38.4m", "€12.9m", 0),
        // Exchanged, each of the two is told.
        ("€12.9m", "€38.4m", 2),
        ("€38.4m", "€19.2m", 1),
    ] {
        let told = judged_on("2026-03-14", SLEEPER, &facts(one, other));
        let codes: Vec<&String> = told.iter().filter(|line| !line.contains(' ')).collect();
        assert_eq!(codes.len(), expected, "{one} {other}: {told:#?}");
    }
    // A year that is wrong by itself is told all the same.
    let card = "facts:\n  a: { value: €38.4m, label: \"The loss of Transalp, 2024\" }\n";
    let told = judged_on("2026-03-14", SLEEPER, card);
    assert!(told.contains(&ELSEWHERE.to_owned()), "{told:?}");
}

#[test]
fn what_is_later_than_planned_tells_the_plan() {
    let counted = |phrase: &str| format!(" ('{phrase}' counted from 2029)");
    for (article, date, phrase) in [
        (
            "It will open in 2029, two years later than promised.",
            "2027",
            "two years later than",
        ),
        (
            "It opens in 2029, a year earlier than planned.",
            "2030",
            "a year earlier than",
        ),
        (
            "당초 약속보다 2년 늦은 2029년에 문을 연다.",
            "2027",
            "2년 늦",
        ),
        (
            "2029년에 문을 열어 계획보다 3년 앞당겨진다.",
            "2032",
            "3년 앞당",
        ),
    ] {
        let card = format!(
            "cards:\n  - {{ id: c, ask: When was the plant due at first?, date: {date} }}\n"
        );
        let told = judged_on("2025-03-14", article, &card);
        let expected = format!("c date {date}: relative 1{}", counted(phrase));
        assert_eq!(told, [expected], "{article}");
    }
    // What must not change.
    let plain = "It opened in 2029. Two years later it closed, a year older than 2028 others.";
    let told = judged_on(
        "2026-03-14",
        plain,
        "cards:\n  - { id: c, ask: When?, date: 2031 }\n",
    );
    assert!(told[0].starts_with("c date 2031: missing"), "{told:?}");
}
