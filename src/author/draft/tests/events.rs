//! What happened when, as a draft tells it.

use super::*;

/// The events of a sentence among three others: `date what`.
fn events(sentence: &str) -> Vec<String> {
    let deck = draft(sentence, &wish());
    assert_eq!(wrong(&deck), Vec::<String>::new(), "{deck}");
    let told = deck.lines().filter_map(|line| {
        let line = line.trim();
        let listed = line.strip_prefix("- \"").and_then(|line| {
            let (what, rest) = line.split_once("\"  # ")?;
            Some((
                rest.split(',').next()?.to_owned(),
                what.replace("\\\"", "\""),
            ))
        });
        let noted = || {
            let (date, rest) = line.strip_prefix("# ")?.split_once(": ")?;
            let (what, _) = rest.rsplit_once(" (line ")?;
            let digits = date.starts_with(|c: char| c.is_ascii_digit());
            digits.then(|| (date.to_owned(), what.to_owned()))
        };
        listed.or_else(noted)
    });
    told.map(|(date, what)| format!("{date} {what}")).collect()
}

#[test]
fn an_event_is_a_whole_clause_whose_date_it_is() {
    let nothing: &[&str] = &[];
    for (sentence, expected) in [
        (
            "Harlow employed 38,210 people at the end of 2024, up from 12,000 in 2003.",
            &["2024 Harlow employed 38,210 people at the end of …, up from 12,000 in 2003"][..],
        ),
        (
            "The plant was lit on 5 May 2024 morning by Merrow and its men.",
            &["2024-05-05 The plant was lit on … by Merrow and its men"],
        ),
        // One of a sentence that tells of two dates as a whole.
        (
            "Transalp ordered 84 new cars from Wagmet in April 2022 for €330m, with the first due in late 2024.",
            &[
                "2022-04 Transalp ordered 84 new cars from Wagmet in … for €330m, with the first due in late 2024",
            ],
        ),
        (
            "The plant opened in 1966 with 1,450 workers.",
            &["1966 The plant opened in … with 1,450 workers"],
        ),
        (
            "Harlow was founded in Leeds in 1932 and moved to Canada in 1958.",
            &[
                "1932 Harlow was founded in Leeds",
                "1958 Harlow was founded in Leeds in 1932 and moved to Canada in …",
            ],
        ),
        (
            "The Lark went on sale in September 2018, and the bridge was built in 2021.",
            &["2018-09 The Lark went on sale", "2021 the bridge was built"],
        ),
        (
            "On April 1, 2025, tariffs of 25% took effect.",
            &["2025-04-01 tariffs of 25% took effect"],
        ),
        (
            "More than 300 people died at the port in 2020.",
            &["2020 More than 300 people died at the port"],
        ),
        (
            "Between 2015 and 2019, Harlow spent $3.4 billion on vans.",
            nothing,
        ),
        ("From 2003 to 2011, the company built four plants.", nothing),
        ("Since 2021, 4,300 people have left the town.", nothing),
        (
            "Before the fire of August 2008, the plant ran three shifts.",
            nothing,
        ),
        (
            "Her team caught twice as many beetles as in August 2022.",
            nothing,
        ),
        ("In 2010 it had reported two of them at once.", nothing),
        (
            "The biologist said so again in a 2015 paper on it.",
            nothing,
        ),
        (
            "한빛조선은 1974년 울산에서 직원 420명으로 문을 열었다.",
            &["1974 한빛조선은 … 울산에서 직원 420명으로 문을 열었다"],
        ),
        (
            "점유율은 2011년 40%에서 2024년 17%로 떨어졌다.",
            &["2024 점유율은 2011년 40%에서 … 17%로 떨어졌다"],
        ),
        (
            "1980년 10월 31일 2호선 구간이 문을 열었고, 1984년 5월에 순환선이 완성됐다.",
            &[
                "1980-10-31 2호선 구간이 문을 열었다",
                "1984-05 순환선이 완성됐다",
            ],
        ),
        (
            "연대는 2021년 12월 3일부터 출근길 시위를 벌였다.",
            &["2021-12-03 연대는 …부터 출근길 시위를 벌였다"],
        ),
        (
            "손실은 2022년 3월 대비 16.2% 늘어난 것으로 나타났다.",
            nothing,
        ),
        (
            "런던의 하루 이용객은 2019년보다 12% 적은 수준이다.",
            nothing,
        ),
        (
            "고용은 2022년 4월에 비해 18% 늘어난 것으로 나타났다.",
            nothing,
        ),
        ("가격은 2023년 5월 이후 가장 높은 수준으로 올랐다.", nothing),
        (
            "반기로는 1978년 첫 컨테이너 부두 개장 이후 가장 많은 물량이 지나갔다.",
            nothing,
        ),
        ("2007년에는 900원, 2015년에는 1250원을 내야 했다.", nothing),
    ] {
        assert_eq!(events(sentence), expected, "{sentence}");
    }
}

#[test]
fn a_day_by_itself_is_when_something_happened() {
    let events = |text: &str| {
        let article = format!("나루일보 2025. 2. 9.\n\n{text}\n");
        super::events::events(&article)
    };
    for (sentence, expected) in [
        (
            "나루시는 5일 다리를 열었다고 6일 밝혔다.",
            &["2025-02-05 나루시는 … 다리를 열었다"][..],
        ),
        (
            "나루시는 7일 다리를 다시 열겠다고 발표했다.",
            &["2025-02-07 나루시는 … 다리를 다시 열겠다고 발표했다"],
        ),
        (
            "크레인이 4일 넘어졌고, 시공사 측은 다음 날 공사를 멈췄다.",
            &[
                "2025-02-04 크레인이 … 넘어졌다",
                "2025-02-05 시공사 측은 … 공사를 멈췄다",
            ],
        ),
    ] {
        assert_eq!(events(sentence), expected, "{sentence}");
    }
}

#[test]
fn a_quote_of_several_sentences_is_whole_in_each() {
    let deck = draft(
        "\"A train pays less than half of what we pay. Trains carry 300 people. It cost us €17m last year.\"\n\n         그는 “가마를 3개 지었다. 손님은 500명이다.”라고 말했다.\n",
        &wish(),
    );
    for card in [
        "\"\\\"A train pays less than {{c1::half}} of what we pay.\\\"\"",
        "\"Trains carry {{c1::300 people}}.\"",
        "\"\\\"Trains carry 300 people. It cost us {{c1::€17m}} last year.\\\"\"",
    ] {
        assert!(deck.contains(card), "{card}: {deck}");
    }
    let marks = |line: &str| line.matches("\\\"").count().is_multiple_of(2);
    for line in deck.lines().filter(|line| line.contains("cloze:")) {
        assert!(marks(line), "{line}");
        assert_eq!(
            line.matches('“').count(),
            line.matches('”').count(),
            "{line}"
        );
    }
}

#[test]
fn a_sentence_keeps_what_it_begins_with() {
    let deck = draft(
        "The first line of it ends here.\n\n\"We saw 214 cases in June 2024,\" she said. Then all left.\n",
        &wish(),
    );
    assert!(
        deck.contains("cloze: \"\\\"We saw {{c1::214 cases}}"),
        "{deck}"
    );
    let deck = draft(
        "The first patient, a 43-year-old gardener, died on June 28, 2024.\n",
        &wish(),
    );
    assert!(
        !deck.contains("43-year}}") && !deck.contains("43 years"),
        "{deck}"
    );
    let deck = draft(
        "The council voted 14 to 9 on August 30 to buy 600 traps.\n",
        &wish(),
    );
    assert!(deck.contains("on {{c1::August 30}}"), "{deck}");
}
