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
        ("17개 시도 가운데 15곳에서 늘었다", "15곳", "16곳"),
        ("17개 시도 가운데 15곳에서 늘었다", "17개", "18개"),
        ("위원 17명 가운데 15명이 찬성했다", "15명", "14명"),
        ("고객 1504명 가운데 68%가 찬성했다", "68%", "69%"),
        ("고객 1504명 가운데 68%가 찬성했다", "1,504명", "1,505명"),
        ("33.2세였다", "33.2세", "33.3세"),
        ("평균 33.2살이었다", "33.2세", "33.3세"),
        ("The average mother was 33.2 years old", "33.2세", "33.3세"),
        ("어머니는 33세다", "33 years old", "34 years old"),
        ("200세대와 30세트, 21세기", "200세대", "201세대"),
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
        (
            "1.62 million tonnes, 14% less than a year earlier",
            "-14%",
            "-15%",
        ),
        ("14% fewer people than in 2019 came", "-14%", "-41%"),
        ("up by less than 14% on a year earlier", "14%", "-14%"),
        ("1년 전보다 14% 줄어든 162만 톤", "-14%", "-15%"),
        ("1년 전보다 14% 적은 162만 톤", "-14%", "-15%"),
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

#[test]
fn a_figure_in_a_gap_is_of_the_place_where_its_words_stand() {
    let article = "An infected tree loses about a quarter of its yield in the first year and half in \
        the second, and is usually dead within four. Growers wait three to five years for a new one.\n\
        The survey found it in 13 of the country's 14 growing regions; five years ago it was in nine. \
        It sampled 48,200 trees on 1,260 farms, 12 of them in town.\nYields average 820 kg a hectare, \
        compared with 480 kg in Ivory Coast. Lindholm said it would shrink its 100-gram bar to 90 grams.\n\
        올해 3분기 매출은 3120억원, 영업이익은 287억원으로 각각 18.6%, 31.0% 늘었다.";
    let tree = |gap: &str| {
        format!(
            "An infected tree loses a quarter of its yield, and is usually dead within {{{{c1::{gap}}}}} years."
        )
    };
    let regions = |one: &str, all: &str| {
        format!(
            "The virus was in {{{{c1::{one}}}}} of {{{{c2::{all}}}}} growing regions; five years before, in {{{{c3::nine}}}}."
        )
    };
    let yields = |one: &str, other: &str| {
        format!(
            "Yields average {{{{c1::{one} kg}}}} a hectare in Ecuador and {{{{c2::{other} kg}}}} in Ivory Coast."
        )
    };
    let bar = |one: &str, other: &str| {
        format!("Lindholm shrinks its {{{{c1::{one}}}}}-gram bar to {{{{c2::{other}}}}} grams.")
    };
    let profit = |one: &str, other: &str| {
        format!("3분기 매출은 {{{{c1::{one}억원}}}}, 영업이익은 {{{{c2::{other}억원}}}}이었다.")
    };
    let farms =
        |gap: &str| format!("The survey sampled {{{{c1::48,200 trees}}}} on {{{{c2::{gap}}}}}.");
    let mut wrong = Vec::new();
    for (cloze, well) in [
        (tree("four"), true),
        (tree("five"), false),
        (tree("three"), false),
        (regions("13", "14"), true),
        (regions("12", "14"), false),
        (regions("14", "13"), false),
        (yields("820", "480"), true),
        (yields("480", "820"), false),
        (bar("100", "90"), true),
        (bar("90", "100"), false),
        (profit("3120", "287"), true),
        (profit("287", "3120"), false),
        (farms("1,260 farms"), true),
        (farms("1,620 farms"), false),
        // What is said in other words is not held to a place.
        (
            "It takes {{c1::five}} years for a new tree".to_owned(),
            true,
        ),
        ("Of {{c1::14}} regions {{c2::13}} have it".to_owned(), true),
    ] {
        let told = judged(
            article,
            &format!("cards:\n  - {{ id: c, cloze: \"{cloze}\" }}\n"),
        );
        if told.contains(&"not-in-source".to_owned()) == well {
            wrong.push((cloze, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn a_figure_in_a_gap_is_held_where_the_cloze_is_rewritten() {
    let cars = "Transalp ordered 84 new sleeping cars from the Polish manufacturer Wagmet in April 2022. \
        Only 19 have been delivered. The remainder are now expected by the autumn of 2027, and in the \
        meantime the company is leasing 40 cars built in the 1980s, whose upkeep cost it €17m.";
    let schools = "폐교 12곳이 공방으로\n\n남진군은 2023년 4월 폐교 12곳을 사들여 목공·도예·양조 공방으로 고치는 ‘다시, \
        교실’ 사업을 시작했다. 지난해까지 9곳이 문을 열었고, 나머지 3곳은 오는 9월 개관한다. 입주한 공방은 74곳이다.";
    let leases = |gap: &str, ko: &str| {
        format!(
            "cloze: \"Until the {{{{c1::Wagmet}}}} cars arrive, Transalp leases {{{{c2::{gap}}}}} cars built in the \
             1980s.\", cloze.ko: \"{{{{c1::바그메트}}}} 차가 올 때까지 트란살프는 오래된 {{{{c2::{ko}}}}}을 빌려 쓴다.\""
        )
    };
    let bought = |gap: &str, en: &str| {
        format!(
            "cloze.ko: \"남진군은 {{{{c1::2023년 4월}}}}에 문 닫은 학교 {{{{c2::{gap}}}}}을 사들여 공방으로 고치기 시작했다.\", \
             cloze: \"In {{{{c1::April 2023}}}} Namjin bought {{{{c2::{en}}}}} closed schools.\""
        )
    };
    let mut wrong = Vec::new();
    for (article, card, there) in [
        (cars, leases("40", "40량"), ""),
        (cars, leases("84", "84량"), "40 cars"),
        (cars, leases("19", "19량"), "40 cars"),
        (schools, bought("12곳", "twelve"), ""),
        (schools, bought("9곳", "nine"), "12곳"),
        (schools, bought("74곳", "seventy-four"), "12곳"),
        // The words are of a sentence that says it of something else as well.
        (
            cars,
            "cloze: \"Of the {{c1::84}} sleeping cars from Wagmet {{c2::19}} have been delivered.\"".to_owned(),
            "",
        ),
        (
            schools,
            "cloze: \"남진군의 ‘다시, 교실’ 사업에서 지난해까지 문을 연 곳은 {{c1::9곳}}이다.\"".to_owned(),
            "",
        ),
    ] {
        let told = judged(article, &format!("cards:\n  - {{ id: c, {card} }}\n"));
        let other = told.iter().any(|line| line.contains(": missing") && line.contains(there));
        if other == there.is_empty() {
            wrong.push((card, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn what_is_nearest_is_of_the_same_kind() {
    let mut wrong = Vec::new();
    for (article, entry, detail) in [
        ("on 8 February it opened", "date: 2023", "missing"),
        ("in 2022 it opened", "date: 2023", "missing 1 (2022)"),
        (
            "It opened in October 2024.",
            "date: 2027-10",
            "missing 1 (October 2024)",
        ),
        ("12 October 2024", "date: 2027-10", "missing"),
        ("600 of them", "number: 6000 USD", "missing"),
        (
            "7,000 dollars, 900 dollars",
            "number: 6000 USD",
            "missing 1 (7,000 dollars)",
        ),
        ("900 dollars", "number: 6000 USD", "missing"),
        ("2분기에", "answer: 2027년 4분기", "missing"),
    ] {
        let told = judged(
            article,
            &format!("cards:\n  - {{ id: c, ask: Wie?, {entry} }}\n"),
        );
        if !told[0].ends_with(&format!(": {detail}")) {
            wrong.push((article, entry, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn no_slip_is_of_another_kind() {
    let article = "수온이 22도 아래로 내려가야 채묘를 할 수 있는데, 그 시기가 채묘 수온 20년 전보다 늦어졌다.\n\
        지난 8일 기준 마른김 10장의 소매가격은 1450원으로, 2022년 2월의 1.6배다.";
    for entry in [
        "ask: 채묘를 할 수 있는 수온은?, number: 22도",
        "ask: \"2022년 2월 마른김 10장의 소매가격은 몇 배?\", number: 1.6배",
    ] {
        let told = judged(article, &format!("cards:\n  - {{ id: c, {entry} }}\n"));
        assert!(told.iter().all(|line| line.contains(' ')), "{told:?}");
    }
}

#[test]
fn a_table_says_the_unit_and_scale_of_its_cells() {
    let caption = "<!DOCTYPE html>\n<h3>Cocoa output, thousand tonnes</h3>\n<table>\n<tr><th>Country</th><th>2023/24</th>\
        <th>Change, %</th></tr>\n<tbody>\n<tr><td>Ghana</td><td>1,884</td><td>17</td></tr></table>";
    let korean = "취업자 수 (단위: 천 명)\n\n| 지역 | 2023년 | 증가율(%) |\n|---|---|---|\n| 전남 | 1,884 | 1.7 |";
    let head = "| Plant | Output (GWh) | Cost, $ million |\n|---|---|---|\n| Aldmoor | 540 | 212 |";
    let corner = "| 단위: 억 원 | 매출 |\n|---|---|\n| 해담식품 | 3,120 |";
    let row = "| | 2023 |\n|---|---|\n| Riders (thousands) | 1,884 |";
    let mut wrong = Vec::new();
    for (article, fair, slip) in [
        (caption, "1,884 thousand t", "1,884 t"),
        (caption, "1.884 million t", "1.885 million t"),
        (caption, "17%", "18%"),
        (korean, "188만 4천 명", "188만 5천 명"),
        (korean, "1,884,000명", "1,884,000톤"),
        (korean, "1.7%", "1.8%"),
        (head, "540 GWh", "540 TWh"),
        (head, "212M USD", "212M EUR"),
        (head, "212M USD", "212 USD"),
        (corner, "3120억원", "3120만원"),
        (row, "1.884M riders", "1.885M riders"),
        (row, "1884", "1885"),
    ] {
        let told = (of(article, fair), of(article, slip));
        if told.0 != "found" || told.1 == "found" {
            wrong.push((fair, slip, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn what_is_reckoned_is_of_the_place_where_its_facts_stand() {
    let article = "올해 수출액은 11억8700만달러다. 지난해(9억8100만달러)보다 21.0% 늘었다. 정부는 내년 예산에 김 \
        산업 육성비 640억원을 편성했다. 올해(410억원)보다 56.1% 늘어난 액수다.\n해담식품의 매출은 3120억원, 영업이익은 \
        287억원으로 수출액 증가율은 각각 18.6%, 31.0%였다.";
    let facts = |share: &str, one: &str, other: &str, of: &str| {
        format!(
            "facts:\n  e: {{ value: 11억8700만달러 }}\n  p: {{ value: 9억8100만달러 }}\n  \
             g: {{ value: = e / p - 1, reported: {share}, label: 수출액 증가율 }}\n  \
             b: {{ value: 640억원, label: {other} 김 산업 육성비 }}\n  a: {{ value: 410억원, label: {one} 김 산업 육성비 }}\n  \
             r: {{ value: = b / a - 1, reported: 56.1%, ask: {of} 김 산업 육성비는 몇 % 늘어나나? }}\n"
        )
    };
    for (share, one, other, of, well) in [
        ("21.0%", "2025년", "2026년", "2026년", true),
        ("21.0%", "2026년", "2026년", "2026년", false),
        ("21.0%", "2025년", "2025년", "2026년", false),
    ] {
        let told = judged(article, &facts(share, one, other, of));
        assert_eq!(
            told.iter().all(|line| line.contains(' ')),
            well,
            "{share} {one} {other}: {told:?}"
        );
    }
}
