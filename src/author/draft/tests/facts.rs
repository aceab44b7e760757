//! The facts that a draft makes of figures.

use super::*;

/// Each fact of a deck without its comment: `value | label | status | by`.
fn facts(deck: &str) -> Vec<String> {
    let facts = deck.split("\ncards:").next().unwrap().split("  figure-");
    let told = facts.skip(1).map(|fact| {
        let lines = fact.lines().filter_map(|line| {
            let (key, value) = line.trim().split_once(": ")?;
            let key = ["value", "label", "status", "by"].contains(&key);
            key.then(|| value.trim_matches('"').to_owned())
        });
        lines.collect::<Vec<_>>().join(" | ")
    });
    told.collect()
}

#[test]
fn each_figure_worth_asking_has_its_fact() {
    for (text, expected) in [
        // Who tells it is no part of what it is of.
        (
            "나루리서치에 따르면 국내 시장 규모는 2023년 2조6123억원에서 2027년 4조4636억원으로 연평균 14.9% 성장할 것으로 전망된다.",
            &[
                "2조 6,123억원 | 국내 시장 규모는 2023년 …에서 2027년 4조4636억원으로 연평균 14.9% 성장할 것이다 | claim | 나루리서치",
                "4조 4,636억원 | 국내 시장 규모는 2023년 2조6123억원에서 2027년 …으로 연평균 14.9% 성장할 것이다 | forecast | 나루리서치",
                "14.9% | 국내 시장 규모는 2023년 2조6123억원에서 2027년 4조4636억원으로 연평균 … 성장할 것이다 | forecast | 나루리서치",
            ][..],
        ),
        (
            "나루항만은 올해 항구에서 다룬 화물이 690만 톤으로 8.1% 늘었다고 밝혔다.",
            &[
                "690만 t | 올해 항구에서 다룬 화물이 …으로 8.1% 늘었다 | claim | 나루항만",
                "8.1% | 올해 항구에서 다룬 화물이 690만 톤으로 … 늘었다 | claim | 나루항만",
            ],
        ),
        (
            "나루항만은 직원이 55명 줄었다고 밝혔다. 노해린 사장은 “일이 5% 줄었다”고 말했다. 그는 “내년에는 12% 줄 것”이라고 내다봤다.",
            &[
                "55명 | 직원이 … 줄었다 | claim | 나루항만",
                "5% | 일이 … 줄었다 | claim | 노해린",
                "12% | 내년에는 … 줄 것 | forecast | 노해린",
            ],
        ),
        (
            "공장을 짓는 데 84억 원이 들었으며, 직원 55명이 일한다.",
            &[
                "84억원 | 공장을 짓는 데 …이 들었다",
                "55명 | 직원 …이 일한다",
            ],
        ),
        (
            "물동량은 상하이(4915만 TEU)가 가장 많았다.",
            &["4,915만 TEU | 물동량은 상하이(…)가 가장 많았다"],
        ),
        // A quarter of a year is no figure to ask for.
        (
            "나루전자의 3분기 매출은 9조 원이다.",
            &["9조원 | 나루전자의 3분기 매출은 …이다"],
        ),
        (
            "Sales rose from $1.2 billion in 2022 to $1.8 billion in 2023, Merrow Power said.",
            &[
                "$1.2 billion | Sales rose from … in 2022 to $1.8 billion in 2023, Merrow Power said | claim | Merrow Power",
                "$1.8 billion | Sales rose from $1.2 billion in 2022 to … in 2023, Merrow Power said | claim | Merrow Power",
            ],
        ),
        (
            "The town had 52,000 residents in 2021, and the port lost 610 jobs.",
            &[
                "52,000 residents | The town had … in 2021",
                "610 jobs | the port lost …",
            ],
        ),
        (
            "The port, which handles 38% of the copper, will shut for 12 weeks, its director Ana Bell said.",
            &[
                "38% | The port, which handles … of the copper, will shut for 12 weeks, its director Ana Bell said | claim | Ana Bell",
                "12 weeks | The port, which handles 38% of the copper, will shut for …, its director Ana Bell said | forecast | Ana Bell",
            ],
        ),
        (
            "\"We burn 18,400 tonnes of it,\" said Ana Bell, its chief executive. \"It will be 900 tonnes in ten years.\"",
            &[
                "18,400 t | We burn … of it | claim | Ana Bell",
                "900 t | It will be … in ten years | forecast | Ana Bell",
            ],
        ),
        // Each clause has its own time.
        (
            "Tarnow Savings, which will move in May, says the bank is losing 3,000 customers a year, and Ana Bell said that Merrow will cut 35 jobs.",
            &[
                "3,000 customers per year | Tarnow Savings, which will move in May, says the bank is losing … | claim | Tarnow Savings",
                "35 jobs | Ana Bell said that Merrow will cut … | forecast | Ana Bell",
            ],
        ),
        (
            "Ellery Province said that the tunnel will cost $4.2 billion, 35% more than the $3.1 billion estimated in 2022.",
            &[
                "$4.2 billion | Ellery Province said that the tunnel will cost …, 35% more than the $3.1 billion estimated in 2022 | forecast | Ellery Province",
                "35% | Ellery Province said that the tunnel will cost $4.2 billion, … more than the $3.1 billion estimated in 2022 | forecast | Ellery Province",
                "$3.1 billion | Ellery Province said that the tunnel will cost $4.2 billion, 35% more than the … estimated in 2022 | claim | Ellery Province",
            ],
        ),
        (
            "김세영 나루증권 연구원은 “은행들이 금 244톤을 사들였다”며 “연말까지 4,500달러까지 오를 수 있다”고 전망했다. 그는 “연구동을 350억원에 짓겠다”고 말했다.",
            &[
                "244 t | 은행들이 금 …을 사들였다 | claim | 김세영",
                "4,500달러 | 연말까지 …까지 오를 수 있다 | forecast | 김세영",
                "350억원 | 연구동을 …에 짓겠다 | forecast | 김세영",
            ],
        ),
        (
            "나루시는 10일 사업비가 18.5% 늘었다고 밝혔다. 나루시는 10일 다리를 350억원에 열었다고 11일 밝혔다.",
            &[
                "18.5% | 사업비가 … 늘었다 | claim | 나루시",
                "350억원 | 나루시는 10일 다리를 …에 열었다 | claim | 나루시",
            ],
        ),
        (
            "나루협회가 기업 573곳에 물은 결과 83.3%가 “어렵다”고 답했다.",
            &[
                "573곳 | 나루협회가 기업 …에 물은 결과 83.3%가 “어렵다”고 답했다",
                "83.3% | 나루협회가 기업 573곳에 물은 결과 …가 “어렵다”고 답했다",
            ],
        ),
        (
            "Copyright claims by two film-makers rose to $1.2 million, the court said.",
            &["$1.2 million | Copyright claims by two film-makers rose to …, the court said"],
        ),
        // A part of those who do something, and no unit.
        (
            "A poll found that one in five oppose it, and one in 40 inhabitants fell ill.",
            &[
                "1/5 | A poll found that … oppose it",
                "1/40 inhabitants | A poll found that one in five oppose it, and … fell ill",
            ],
        ),
        (
            "A magnitude-7.8 quake shook the town.",
            &["7.8 | A magnitude-… quake shook the town"],
        ),
        (
            "규모 6.4의 지진이 마을을 흔들었다.",
            &["6.4 | 규모 …의 지진이 마을을 흔들었다"],
        ),
    ] {
        let deck = draft(text, &wish());
        assert_eq!(facts(&deck), expected, "{deck}");
    }
}

#[test]
fn a_long_sentence_is_cut_around_its_figure() {
    let words = "and so on ".repeat(40);
    let deck = draft(
        &format!("The plant {words} made 418 GWh last year {words}.\n"),
        &wish(),
    );
    let facts = facts(&deck);
    let label = facts[0].split(" | ").nth(1).unwrap();
    assert!(
        label.starts_with("[...] ") && label.ends_with(" [...]"),
        "{label}"
    );
    assert!(label.contains("made … last year"), "{label}");
    assert!(crate::text::width(label) <= 280, "{label}");
}

#[test]
fn which_of_several_things_it_is_is_no_figure() {
    for text in [
        "나루시는 2호선과 9호선이 만나는 곳에 84억 원을 썼다.",
        "나루역 5번 출구와 3번 버스 사이의 101동에는 84억 원이 들었다.",
        "신항 7부두와 4호 창고, 3호기를 고치는 데 84억 원이 들었다.",
    ] {
        let deck = draft(text, &wish());
        let facts = facts(&deck);
        assert!(
            facts.len() == 1 && facts[0].starts_with("84억"),
            "{facts:?}"
        );
        assert!(
            deck.contains("{{c1::84억 원}}") && !deck.contains("c2::"),
            "{deck}"
        );
    }
}

#[test]
fn what_is_written_is_numbered_without_holes() {
    let article = "2026-02-09\n\nThe poll of 1,200 voters ran from 2 to 9 March 2026. The error is 2.5%. \
                   Of 1,504 customers polled by Finch & Lowe from 2 to 9 March, 68% wanted the company back in public hands, 19% were against and the rest had no view. It cost 40% more.\n";
    let deck = super::draft(article, &super::Wish::default());
    for prefix in ["  - id: sentence-", "  figure-"] {
        let ids = deck.lines().filter_map(|line| line.strip_prefix(prefix));
        let ids: Vec<&str> = ids.map(|id| id.trim_end_matches(':')).collect();
        let all: Vec<String> = (1..=ids.len()).map(|id| id.to_string()).collect();
        assert_eq!(ids, all, "{deck}");
    }
}
