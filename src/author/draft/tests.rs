#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod events;
mod facts;
mod pointing;

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::deck::{Severity, read};

fn wish() -> Wish {
    Wish {
        name: None,
        date: None,
        comments: None,
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
    assert!(deck.contains("\"From … in 2019 it went to 24\""), "{deck}");
}

#[test]
fn who_says_it_says_it_of_their_own_clause() {
    let deck = draft(
        "Corvid broke ground on a 900-megawatt campus, and Bluewater Inc said it would spend \
         $9.5 billion there. It sold 500,000 chips, and its sales rose 12%, Hall Motors said.\n",
        &wish(),
    );
    let by = |value: &str| {
        let rest = deck.split(&format!("value: \"{value}")).nth(1).unwrap();
        let fact = rest.split("figure-").next().unwrap();
        let by = fact.split("by: \"").nth(1)?;
        by.split('"').next().map(str::to_owned)
    };
    assert_eq!(by("900"), None, "{deck}");
    for (value, who) in [
        ("$9.5", "Bluewater Inc"),
        ("500,000", "Hall Motors"),
        ("12%", "Hall Motors"),
    ] {
        assert_eq!(by(value).as_deref(), Some(who), "{value}: {deck}");
    }
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
        "label: \"‘한빛-R1’의 정답률은 …인 반면, 개발 비용은 557만 달러(약 80억원)다\"",
        "value: \"80억원\"\n    label: \"‘한빛-R1’의 정답률은 9.4%인 반면, 개발 비용은 557만 달러(약 …)다\"",
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
fn a_span_says_its_year() {
    let article = "김 수출, 지난해 실적 넘었다\n나루일보 2026. 11. 20.\n\n\
                   해양수산부는 올해 1~10월 김 수출액이 11억8700만달러로 집계됐다고 밝혔다.\n\
                   관세청은 지난달 1~20일 수출이 312억달러로 늘었다고 밝혔다.\n";
    let deck = draft(article, &wish());
    assert_eq!(wrong(&deck), Vec::<String>::new(), "{deck}");
    for part in [
        "{{c1::2026년 1월~2026년 10월}} 김 수출액이 {{c2::11억8700만달러}}로",
        "{{c1::2026년 10월 1일~2026년 10월 20일}} 수출이",
    ] {
        assert!(deck.contains(part), "{part}: {deck}");
    }
    // Neither end by itself is when something happened.
    assert!(!deck.contains("# 2026-10"), "{deck}");
}

#[test]
fn a_sentence_that_points_back_stands_behind_the_one_before() {
    for (text, card) in [
        (
            "Fares rise by 6% soon. In 2022 they went up by 4.5%.",
            "Fares rise by 6% soon. In {{c1::2022}} they went up by {{c2::4.5%}}.",
        ),
        (
            "올해 예산은 1조 5218억원이다. 이 가운데 승용차에 7800억원이 배정됐다.",
            "올해 예산은 1조 5218억원이다. 이 가운데 승용차에 {{c1::7800억원}}이 배정됐다.",
        ),
        // Another paragraph has nothing to point at.
        (
            "Fares rise by 6% soon.\n\nIn 2022 they went up by 4.5%.",
            "\"In {{c1::2022}} they went up by {{c2::4.5%}}.",
        ),
    ] {
        let deck = draft(text, &wish());
        assert!(deck.contains(card), "{card}: {deck}");
        assert_eq!(wrong(&deck), Vec::<String>::new(), "{deck}");
    }
}

#[test]
fn a_date_told_by_its_distance_is_told_as_it_is() {
    for (text, expected) in [
        (
            "딥시크는 지난달 20일 새 모델을 출시했다.",
            "딥시크는 {{c1::2025년 1월 20일}} 새 모델을 출시했다.",
        ),
        (
            "도서관은 지난해 3월 20일에 문을 열었다.",
            "도서관은 {{c1::2024년 3월 20일}}에 문을 열었다.",
        ),
        (
            "예산은 올해 84억 원으로 늘었다.",
            "예산은 2025년 {{c1::84억 원}}으로 늘었다.",
        ),
        (
            "어제는 12%가 줄었다.",
            "{{c1::2025년 2월 8일}}은 {{c2::12%}}가 줄었다.",
        ),
        // It is the day after the start, whatever day that is.
        (
            "다올은 공급 다음 날 새 차를 300대 팔았다.",
            "다올은 공급 다음 날 새 차를 {{c1::300대}} 팔았다.",
        ),
        // A day of the month by itself, the article's own too.
        (
            "나루시는 7일 다리를 열었다고 9일 밝혔다.",
            "나루시는 {{c1::2025년 2월 7일}} 다리를 열었다고 {{c2::2025년 2월 9일}} 밝혔다.",
        ),
        (
            "크레인이 4일 넘어졌고, 나루건설은 다음 날 공사를 멈췄다.",
            "크레인이 {{c1::2025년 2월 4일}} 넘어졌고, 나루건설은 {{c2::2025년 2월 5일}} 공사를 멈췄다.",
        ),
        (
            "The Senate of Harwick approved it 212-96.",
            "The Senate of Harwick approved it {{c1::212-96}}.",
        ),
        (
            "나루시 의회는 개정안을 10대 7로 의결했다.",
            "나루시 의회는 개정안을 {{c1::10대 7}}로 의결했다.",
        ),
        (
            "The plant was switched on, on the 9th of last month.",
            "The plant was switched on, on {{c1::9 January 2025}}.",
        ),
        (
            "The plant was switched on last month.",
            "The plant was switched on in {{c1::January 2025}}.",
        ),
        (
            "The plant was switched on early on Wednesday.",
            "The plant was switched on early on {{c1::5 February 2025}}.",
        ),
        (
            "The plant was switched on late on Wednesday evening, at last.",
            "The plant was switched on late on the evening of {{c1::5 February 2025}}, at last.",
        ),
        (
            "The plant was opened on Wednesday night by Merrow.",
            "The plant was opened on the night of {{c1::5 February 2025}} by Merrow.",
        ),
        (
            "The plant was still dark on Wednesday morning.",
            "The plant was still dark on the morning of {{c1::5 February 2025}}.",
        ),
        (
            "It sold 418 cars before Wednesday evening's vote was held.",
            "It sold {{c1::418 cars}} before Wednesday evening's vote was held.",
        ),
        (
            "Last month the plant made 418 GWh.",
            "In {{c1::January 2025}} the plant made {{c2::418 GWh}}.",
        ),
        (
            "It sold 418 cars last year, more than the last year of the war.",
            "It sold {{c1::418 cars}} in 2024, more than the last year of the war.",
        ),
        (
            "The day before the vote it lost 12% of its worth.",
            "The day before the vote it lost {{c1::12%}} of its worth.",
        ),
    ] {
        let wish = Wish {
            date: Date::parse_iso("2025-02-09").ok(),
            ..wish()
        };
        let deck = draft(text, &wish);
        let card = format!("cloze: \"{expected}\"");
        assert!(deck.contains(&card), "{expected}: {deck}");
        assert_eq!(wrong(&deck), Vec::<String>::new(), "{deck}");
    }
    // Nothing is reckoned from a day that no one knows.
    let deck = draft("The plant sold 418 cars last month.", &wish());
    assert!(deck.contains("{{c1::418 cars}} last month."), "{deck}");
}

#[test]
fn a_unit_is_kept_whole() {
    for (text, parts) in [
        (
            "두바이유는 22일 배럴당 72.4달러에 거래를 마쳤다.",
            &["value: \"배럴당 72.4달러\"", "{{c1::배럴당 72.4달러}}"][..],
        ),
        (
            "후판값은 합의한 대로 t당 78만원이다.",
            &["value: \"t당 78만 원\"", "{{c1::t당 78만원}}이다"],
        ),
        (
            "현장 인력 5명 중 1명은 외국인이다.",
            &["{{c1::5명 중 1명}}은 외국인이다"],
        ),
        (
            "주민 100명 중 6명은 외국인이다.",
            &["value: \"6%\"", "{{c1::100명 중 6명}}은 외국인이다"],
        ),
        (
            "Four in 10 of them and 60 in 100 of us voted.",
            &["value: \"40%\"", "value: \"60%\""],
        ),
        (
            "찰스 3세 국왕이 만 5세 아동 48명을 만났다.",
            &["찰스 3세 국왕이 {{c1::만 5세}} 아동 {{c2::48명}}을"],
        ),
        (
            "고객 1504명 중 1022명이 찬성했다.",
            &["{{c1::1504명 중 1022명}}이"],
        ),
        (
            "고객 1504명 가운데 68%가 찬성했다.",
            &["value: \"1,504명\"", "{{c1::1504명}} 가운데 {{c2::68%}}가"],
        ),
        (
            "30대에 들어선 이들이 20대 대선에서 30대 초반 여성과 40대 중반 남성의 5%가 바뀌었다. 어머니는 평균 33.2세였다.",
            &[
                "30대에 들어선 이들이 20대 대선에서 30대 초반 여성과 40대 중반 남성의 {{c1::5%}}가",
                "{{c1::33.2세}}",
            ],
        ),
        (
            "증권사는 목표주가를 21만원에서 27만5000원으로 올렸다.",
            &["value: \"21만원\"", "value: \"27만 5,000원\""],
        ),
        (
            "영업이익은 5년 만에 30% 늘었다.",
            &["value: \"5년\"", "value: \"30%\""],
        ),
    ] {
        let deck = draft(text, &wish());
        assert_eq!(wrong(&deck), Vec::<String>::new(), "{deck}");
        for part in parts {
            assert!(deck.contains(part), "{part}: {deck}");
        }
    }
}

#[test]
fn a_paper_is_no_heading_of_other_articles() {
    let korean = "한빛중공업, LNG선 12척 수주\n2025.07.24\n\n한빛중공업이 LNG선 12척을 수주했다.\n\n\
                  저작권자 ⓒ 한경일보 무단전재 및 재배포 금지\n\n많이 본 뉴스\n1 서울 아파트값 상승\n";
    let english = "THE MERIDIAN COURIER\n\nPlant opens in Harwick\nJuly 24, 2025\n\n\
                   The plant made 418 GWh in its first year.\n\nLatest News\nA whale is dead\n\n\
                   © 2025 Meridian Courier Media LLC\n";
    for (article, publisher) in [
        (korean, "한경일보"),
        (english, "THE MERIDIAN COURIER"),
        (
            english.trim_start_matches("THE MERIDIAN COURIER"),
            "Meridian Courier Media LLC",
        ),
    ] {
        let deck = draft(article, &wish());
        let line = format!("publisher: \"{publisher}\"");
        assert!(deck.contains(&line), "{line}: {deck}");
    }
}

#[test]
fn a_year_to_compare_with_is_no_event() {
    let article = "한빛중공업은 2009년 울산에 조선소를 세웠다.\n\
                   회사는 2016년 선박 사업부를 둘로 나누었다.\n\
                   영업이익률은 2011년 이후 14년 만에 가장 높았다.\n\
                   직원은 2014년의 2만7천 명에서 절반으로 줄었다.\n\
                   가격은 2023년 평균인 2억 3100만 달러보다 7.4% 높다.\n\
                   정부는 2019년 조선업 대책을 내놓았다.\n";
    let deck = draft(article, &wish());
    let order = deck.split("order:").nth(1).unwrap();
    for year in ["2009", "2016", "2019"] {
        assert!(order.contains(&format!("# {year},")), "{year}: {deck}");
    }
    for year in ["2011", "2014", "2023"] {
        assert!(!order.contains(&format!("# {year},")), "{year}: {deck}");
    }
    let deck = draft(
        "The yard opened in 2009 at the port.\nIts margin was the highest since 2011.\n",
        &wish(),
    );
    assert!(
        deck.contains("# 2009: ") && !deck.contains("# 2011: "),
        "{deck}"
    );
}

#[test]
fn comments_are_in_the_language_that_is_wished() {
    let wish = Wish {
        comments: Some(Lang::Ko),
        ..wish()
    };
    let deck = draft("The plant made 418 GWh in its first year.\n", &wish);
    for part in [
        "# 기사의 문장으로 만든 초안이다.",
        "# 1번째 줄: 자기 말로 고쳐 쓴다",
        "    # publisher: 펴낸 곳",
    ] {
        assert!(deck.contains(part), "{part}: {deck}");
    }
    let comments = deck
        .lines()
        .filter_map(|line| line.trim().strip_prefix("# "));
    let english = |line: &str| !line.contains(|c: char| crate::text::is_hangul(c));
    let mut told = comments.filter(|line| !line.starts_with("yaml-language-server"));
    assert_eq!(told.find(|line| english(line)), None, "{deck}");
}

#[test]
fn the_day_of_an_article_is_its_own_or_the_last_it_tells_of() {
    for (article, line) in [
        (
            "Tax to rise\n\nThe tax will rise by 5% soon, it says.\n\nPublished 6 April 2026\n\nIt was 4% before.\n",
            "date: 2026-04-06\n",
        ),
        (
            "세금 오른다\n\n나루시는 세금을 5% 올린다고 밝혔다.\n송고시간 2026-04-06 14:05\n세금은 4%였다.\n",
            "date: 2026-04-06\n",
        ),
        (
            "Tax to rise\n\nThe tax will rise by 5% soon, it says.\n2026-04-06T14:05:00Z\nIt was 4% before.\n",
            "date: 2026-04-06\n",
        ),
        (
            "Tax to rise\n\nThe tax rose by 5% on 3 May 2025, and on 4 April 2024 by 4%.\n",
            "date: 2025-05-03  # when was it published?",
        ),
        (
            "Tax to rise\n\nThe tax will rise by 5% soon, it says.\n",
            "\n    # date: when was it published?\n",
        ),
    ] {
        let deck = draft(article, &wish());
        assert!(deck.contains(line), "{line}: {deck}");
        assert_eq!(wrong(&deck), Vec::<String>::new(), "{deck}");
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

#[test]
fn what_a_sentence_behind_a_firm_says_is_not_its_speakers() {
    let deck = draft(
        "“We expect traffic to rise by 12%,” said John Smith of Foo Ltd. The bridge is 400 metres long.\n",
        &wish(),
    );
    let (said, behind) = deck.split_once("value: \"400 m\"").unwrap();
    let (behind, _) = behind.split_once("\n\n").unwrap();
    assert!(said.contains("by: \"John Smith\""), "{deck}");
    assert_eq!(behind, "\n    label: \"The bridge is … long\"", "{deck}");
}
