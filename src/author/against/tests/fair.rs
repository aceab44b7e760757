//! What a fair deck says otherwise than its article, and what no slip may
//! hide behind.

use super::judged;

/// The verdict on the value of a fact, or on the answer of a card.
fn of(article: &str, entry: &str) -> String {
    let entries = match entry.split_once(": ") {
        Some(_) => format!("cards:\n  - {{ id: c, ask: Wie?, {entry} }}\n"),
        None => format!("facts:\n  f: {{ value: \"{entry}\" }}\n"),
    };
    let told = judged(article, &entries);
    let all = told.join("; ");
    let verdict = |line: &String| Some(line.rsplit_once(": ")?.1.split(' ').next()?.to_owned());
    let mut verdicts: Vec<String> = told.iter().filter_map(verdict).collect();
    verdicts.dedup();
    match verdicts.as_slice() {
        [one] => one.clone(),
        _ => all,
    }
}

#[test]
fn a_figure_behind_a_year_and_one_before_it_are_found() {
    let mut wrong = Vec::new();
    for (article, fair, slip) in [
        (
            "fell from 2.9 million in 2019 to 1.7 million in 2021",
            "1.7M",
            "1.8M",
        ),
        (
            "fell from 2.9 million in 2019 to 1.7 million in 2021",
            "2.9M",
            "2.8M",
        ),
        (
            "from 2.9 million in 2019 to 1.7 million riders in 2021",
            "1.7M riders",
            "1.6M riders",
        ),
        ("from 3,000 in 2019 to 5,000", "5,000", "6,000"),
        ("from 3,000 in 2019 to 5,000", "3,000", "7,000"),
        (
            "from 3 billion dollars in 2019 to 5 billion in 2021",
            "5B USD",
            "6B USD",
        ),
        ("Sales were 2,400 last year.", "2,400", "2,500"),
        ("Sales were 2.4 million last month.", "2.4M", "2.5M"),
        ("8.2 megawatt hours", "8.2 MWh", "8.3 MWh"),
        ("8.2 megawatt hours", "8.2 MWh", "8.2 MW"),
        ("3 gigawatt hours of it", "3 GWh", "4 GWh"),
        ("at 90 kilometres per hour", "90 km/h", "80 km/h"),
        ("at 90 km an hour", "90 km/h", "90 km/s"),
        ("It was -12 °C at dawn", "−12 °C", "-13 °C"),
        ("It was 12 degrees below zero", "-12 °C", "12 °C"),
        ("최저기온은 영하 12도로 떨어졌다", "-12 °C", "12 °C"),
        ("최저기온은 영하 12도로 떨어졌다", "영하 12도", "영하 13도"),
        ("gusts of 90 m/s", "90 m/s", "90 km/h"),
        ("초속 35m의 바람", "35 m/s", "36 m/s"),
        ("시속 90km로 달렸다", "90 km/h", "90 m/s"),
        ("It emits 95 g/km", "95 g/km", "96 g/km"),
        ("it uses 5.6 l/100 km", "5.6 L/100 km", "5.7 L/100 km"),
        ("두 달 반 만에 끝났다", "2.5 months", "2 months"),
        ("It took two and a half months", "2.5개월", "3.5개월"),
        ("한 시간 반이 걸렸다", "1.5 hours", "1 hour"),
        ("A dozen people came", "12 people", "13 people"),
        ("won for the fifth time", "5 times", "6 times"),
        ("a third of the trains, the fifth time", "5회", "3회"),
        (
            "A crowd of 41,276 watched",
            "41,276 people",
            "41,376 people",
        ),
        ("0.03 seconds off the record", "0.03 s", "0.04 s"),
        ("시의회는 47석 중 26석을 얻었다", "26석", "27석"),
        (
            "유권자 112만 4600여 명 가운데 67만 2천5백여 명",
            "1,124,600명",
            "1,124,700명",
        ),
        (
            "시민 한 명당 약 208만 원꼴이다",
            "한 명에 208만 원",
            "한 명에 209만 원",
        ),
        ("A dozen runners took part", "12", "13"),
        ("A magnitude-7.8 quake hit", "7.8", "7.3"),
        ("의사는 주민 500명당 1명이다", "500명", "600명"),
        ("의사는 주민 500명당 1명이다", "1명", "2명"),
        ("전기차 14대당 1기꼴이다", "14대", "15대"),
        ("4만 7000기로 전기차 14대당 1기꼴", "4.7만 기", "4.8만 기"),
        ("Shares fell 3.1 percent", "-3.1%", "-3.2%"),
        ("Shares fell by 3.1 percent on Monday", "-3.1%", "-31%"),
        ("주가는 3.1% 내렸다", "-3.1%", "-3.7%"),
        ("It lost 212 million kronor", "-212M SEK", "-213M SEK"),
        ("a 3.1 percent drop in sales", "-3.1%", "-3.0%"),
        ("Shares rose 3.1 percent and fell 2 percent", "-2%", "-3.1%"),
        ("Shares fell to 3.1 percent, from 5", "3.1%", "-3.1%"),
        ("주가는 3.1%로 내렸다", "3.1%", "-3.1%"),
        ("매출은 3.1% 늘고 이익은 2.2% 줄었다", "-2.2%", "-3.1%"),
    ] {
        let told = (of(article, fair), of(article, slip));
        if told.0 != "found" || told.1 == "found" {
            wrong.push((article, fair, slip, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn what_a_text_mentions_is_held_by_how_it_is_said() {
    let mut wrong = Vec::new();
    for (article, fair, slip) in [
        ("It ended 3-2, £4 each", "It ended 3–2", "It ended 3-1"),
        ("his 17th goal; 18 shots", "His 17th goal", "His 18th goal"),
        ("in the 88th minute; 58%", "In the 88th", "In the 58th"),
        (
            "in 11.08 seconds, 09 of them",
            "Bus 09 it was",
            "Bus 08 it was",
        ),
        ("four times; Rovers 2", "Rovers 2 it was", "Rovers 4 it was"),
    ] {
        let told = [fair, slip].map(|hint| {
            let card =
                format!("cards:\n  - {{ id: c, ask: Wie?, answer: Rovers, hint: {hint} }}\n");
            let told = judged(&format!("Rovers. {article}"), &card);
            !told.contains(&"not-in-source".to_owned())
        });
        if told != [true, false] {
            wrong.push((fair, slip, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn what_is_told_by_its_distance_from_another_date_is_found() {
    for (article, fair, slip) in [
        ("Fares will rise in January.", "2026-01", "2025-01"),
        (
            "Fares rose in January, the minister said.",
            "2025-01",
            "2026-01",
        ),
        ("요금은 1월 3일 오를 예정이다", "2026-01-03", "2025-01-03"),
        (
            "up 5% in June 2024 from a year earlier",
            "2023-06",
            "2022-06",
        ),
        (
            "A profit in 2023, and a loss the year before",
            "2022",
            "2021",
        ),
        (
            "In 2023 profit was up. The year before it fell.",
            "2022",
            "2024",
        ),
        (
            "in the first six months of 2024",
            "2024-01~2024-06",
            "2024-07~2024-12",
        ),
        (
            "Fares will rise by the end of March next year.",
            "2026-03",
            "2025-03",
        ),
        (
            "in the first half of 2024, up from 4% a year earlier",
            "2023-01~2023-06",
            "2022-01~2022-06",
        ),
        (
            "in the last three months of 2024",
            "2024-10~2024-12",
            "2024-07~2024-09",
        ),
    ] {
        let of = |date: &str| of(article, &format!("date: {date}"));
        let fair = of(fair);
        assert!(
            ["found", "relative"].contains(&fair.as_str()),
            "{fair}: {article}"
        );
        assert!(
            !["found", "relative"].contains(&of(slip).as_str()),
            "{slip} in {article}"
        );
    }
}

#[test]
fn an_answer_may_say_it_in_other_words() {
    let mut wrong = Vec::new();
    for (article, fair, slip) in [
        (
            "They were up by 7 per cent",
            "answer: They were up by 7%",
            "answer: They were up by 8%",
        ),
        ("At 4:17 in the morning", "answer: 4:17am", "answer: 4:19am"),
        (
            "At 4:17 in the morning",
            "answer: 4:17am, accept: [\"04:17\"]",
            "answer: 4:17am, accept: [\"04:19\"]",
        ),
        (
            "A dozen people came",
            "answer: 12 people",
            "answer: 13 people",
        ),
    ] {
        let told = (of(article, fair), of(article, slip));
        if told.0 != "found" || told.1 == "found" {
            wrong.push((article, fair, slip, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn a_true_year_and_the_day_of_the_source_are_not_of_something_else() {
    for (article, ask) in [
        (
            "Fares will rise by 6% in January.\nIn 2022 they went up by 4.5%.",
            "By how much did fares rise in 2022?",
        ),
        (
            "At least 45 died, they said on 8 February.\nOn 9 February it rained 4.5% more.",
            "How many had died, as of 9 February 2025?",
        ),
    ] {
        let entries = format!("cards:\n  - {{ id: c, ask: \"{ask}\", number: 4.5% }}\n");
        let told = judged(article, &entries);
        assert!(!told.contains(&"said-of-another".to_owned()), "{told:?}");
    }
}

#[test]
fn how_far_two_figures_are_apart_is_computed() {
    let facts = "facts:\n  n: { value: 60 cars }\n  o: { value: 42 cars }\n";
    for (note, computed) in [
        ("60 cars against 42 cars, so 18 more.", true),
        ("60 cars against 42 cars, so 17 more.", false),
        ("{n} against {o}, so 18 more.", true),
        ("{n} against {o}, so 28 more.", false),
        ("{n}와 {o}, 18대 차이다", true),
        ("{n}와 {o}, 19대 차이다", false),
        ("{n}, so 18 more.", false),
    ] {
        let entries =
            format!("{facts}cards:\n  - {{ id: c, ask: Wie?, answer: So, note: \"{note}\" }}\n");
        let told = judged("60 cars, then 42 cars, and so on", &entries);
        let found = !told.contains(&"not-in-source".to_owned());
        assert_eq!(found, computed, "{told:?}");
    }
}

#[test]
fn what_follows_from_the_figures_of_the_question_is_computed() {
    let facts = "facts:\n  판매23: { value: \"63,117대\" }\n  판매24: { value: \"47,493대\" }\n";
    let article = "2023년 6만3117대에서 2024년 4만7493대로. 60 cars in 2019, 42 in 2023; 7%, then 12.5%. 세 명";
    let mut wrong = Vec::new();
    for (card, computed) in [
        (
            "ask: \"{판매23}가 {판매24}로 줄었다. 몇 대 줄었나?\", answer: \"15,624대\"",
            true,
        ),
        (
            "ask: \"{판매23}가 {판매24}로 줄었다. 몇 대 줄었나?\", answer: \"15,634대\"",
            false,
        ),
        (
            "ask: \"{판매23}가 {판매24}로 줄었다. 몇 대 줄었나?\", number: \"15,624대\"",
            true,
        ),
        (
            "ask: \"{판매23}가 {판매24}로 줄었다. 몇 대 줄었나?\", number: \"25,624대\"",
            false,
        ),
        (
            "ask: \"{판매23}, {판매24}: 누가 썼나?\", number: \"15,624대\"",
            false,
        ),
        (
            "ask: How many fewer cars in 2023 (42) than in 2019 (60)?, answer: 18",
            true,
        ),
        (
            "ask: How many fewer cars in 2023 (42) than in 2019 (60)?, answer: 28",
            false,
        ),
        (
            "ask: How many fewer cars in 2023 (42) than in 2019 (60)?, answer: 17 cars",
            false,
        ),
        (
            "ask: How many fewer cars in 2023 (42) than in 2019 (61)?, answer: 19",
            false,
        ),
        (
            "ask: It rose from 7% to 12.5%. By how much?, answer: 5.5 percentage points",
            true,
        ),
        (
            "ask: It rose from 7% to 12.5%. By how much?, answer: 6.5 percentage points",
            false,
        ),
        (
            "ask: It rose from 7% to 12.5%. By how much?, answer: 5.5 people",
            false,
        ),
        ("ask: How many more are 60 cars than 52?, answer: 8", false),
        (
            "ask: How many more are 60 cars than 42?, answer: Cars, note: So 18 more",
            true,
        ),
    ] {
        let told = judged(
            article,
            &format!("{facts}cards:\n  - {{ id: c, {card} }}\n"),
        );
        let found = !told.contains(&"not-in-source".to_owned());
        if found != computed {
            wrong.push((card, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn a_year_told_by_its_distance_is_one() {
    let entry = "ask: \"2024년 물동량이 많은 항만부터 순서대로\", order: [부산, 인천]";
    for article in [
        "세계 주요 항만의 물동량이 늘었다.\n부산항은 지난해 2440만 TEU를 처리했고 인천항은 355만 TEU였다. \
         2023년에는 항만 물동량이 많은 편이 아니었다.",
        "부산항은 지난해 2440만 TEU를 처리했다. 인천항은 355만 TEU였다.\n세계 항만 물동량은 2023년 많은 \
         항만에서 줄었다. 2025년에는 물동량이 많은 항만부터 는다.",
    ] {
        let told = judged(article, &format!("cards:\n  - {{ id: c, {entry} }}\n"));
        assert!(!told.contains(&"said-of-another".to_owned()), "{told:?}");
    }
}
