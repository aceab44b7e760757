#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod fair;
mod named;
mod nouns;
mod spans;
mod speakers;
mod spellings;
mod subjects;
mod times;

use crate::text::{Lang, Message};
use std::path::Path;

use super::*;
use crate::deck::open;

/// How the entries of a deck of 9 February 2025 stand to an article: for each
/// claim `entry key claim: verdict line (detail)`, then the codes of what is wrong.
fn judged(article: &str, entries: &str) -> Vec<String> {
    judged_on("2025-02-09", article, entries)
}

/// The same of a deck of another day.
fn judged_on(day: &str, article: &str, entries: &str) -> Vec<String> {
    let deck = format!(
        "deck: d\nsources: {{ s: {{ title: t, date: {day} }}, t: {{ title: u, date: 2024 }} }}\n\
         defaults: {{ source: s }}\n{entries}"
    );
    let opened = open(Path::new("d.yaml"), deck.as_bytes());
    assert_eq!(opened.reading.diagnostics, [], "{deck}");
    let articles = [Article::new(Some("s".into()), Path::new("a"), article)];
    let mut ignores = Ignores::read(&deck, opened.tree());
    let path = Path::new("d.yaml");
    let report = hold(path, deck.as_bytes(), &opened, &articles, &mut ignores).unwrap();
    let claims = report.claims.iter().map(|claim| {
        let line = claim
            .verdict
            .line()
            .map_or(String::new(), |line| format!(" {line}"));
        let detail = claim
            .verdict
            .detail()
            .map_or(String::new(), |detail| format!(" ({detail})"));
        format!(
            "{} {} {}: {}{line}{detail}",
            claim.entry,
            claim.key,
            claim.claim,
            claim.verdict.name()
        )
    });
    for told in &report.diagnostics {
        told.message.assert_alike();
        told.help.iter().for_each(Message::assert_alike);
        // No line is named twice.
        let help = told.help.as_ref().map_or("", |help| help.says(Lang::En));
        let lines = help
            .split_once("lines ")
            .and_then(|(_, lines)| lines.split_once(" and "));
        assert!(lines.is_none_or(|(one, other)| one != other), "{help}");
    }
    let codes = report.diagnostics.iter().map(|told| told.code.to_owned());
    claims.chain(codes).collect()
}

fn fact(value: &str) -> String {
    format!("facts:\n  f: {{ value: {value} }}\n")
}

#[test]
fn names_of_one_list_that_are_not_named_are_told_once() {
    let told = |entries: &str| -> Vec<String> {
        let deck = format!("deck: d\ncards:\n{entries}");
        let opened = open(Path::new("d.yaml"), deck.as_bytes());
        let articles = [Article::new(None, Path::new("a"), "The Vanguard fab.")];
        let mut ignores = Ignores::read(&deck, opened.tree());
        let path = Path::new("d.yaml");
        let report = hold(path, deck.as_bytes(), &opened, &articles, &mut ignores).unwrap();
        let told = report.diagnostics.iter();
        told.map(|told| format!("{}: {}", told.place.line, told.message.says(Lang::En)))
            .collect()
    };
    let found = told(
        "  - { id: a, ask: Which two?, list: [Tower, Vanguard, Powerchip, Nexchip], need: 2 }\n\
         \u{20} - id: b\n    ask: Which?\n    list:\n      - Alpha Corp\n      - Beta Corp # dateline: ignore not-in-source\n\
         \u{20} - { id: c, ask: Who?, answer: Gamma Corp }\n",
    );
    assert_eq!(
        found,
        [
            "3: the article names none of 'Tower', 'Powerchip', 'Nexchip', nor a word of them",
            "7: the article does not name 'Alpha Corp', nor a word of it",
            "9: the article does not name 'Gamma Corp', nor a word of it",
        ]
    );
}

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
fn constants_of_a_formula_are_no_claims() {
    let facts = |formula: &str| {
        format!(
            "facts:\n  a: {{ value: 19 boats }}\n  b: {{ value: 26 boats }}\n  c: {{ value: \"= {formula}\" }}\n"
        )
    };
    for (formula, claims) in [
        ("b / a - 1", 3),
        ("b / a * 100%", 3),
        ("b / a * 100", 3),
        ("(b - a) / 2000", 4),
    ] {
        let told = judged("19 boats, then 26 boats, in 2000", &facts(formula));
        assert_eq!(told.len(), claims, "{formula}: {told:?}");
    }
}

#[test]
fn what_is_computed_rests_on_what_is_found() {
    let facts = "facts:\n  a: { value: 26.6% }\n  b: { value: 9.4% }\n  c: { value: = a / b, reported: 2.7× }\n";
    assert_eq!(
        judged("9.4%, 26.6%, 2.7배", facts),
        [
            "a value 26.6%: found 1",
            "b value 9.4%: found 1",
            "c value = a / b: computed (a / b)",
            "c reported 2.7×: found 1",
        ]
    );
    assert_eq!(
        judged("9.5%, 26.6%, 2.7배", facts),
        [
            "a value 26.6%: found 1",
            "b value 9.4%: missing 1 (9.5%)",
            "c reported 2.7×: found 1",
            "not-in-source",
        ]
    );
    let note =
        |text: &str| format!("cards:\n  - {{ id: c, ask: Wie?, answer: So, note: \"{text}\" }}\n");
    let verdicts = |text: &str| -> Vec<String> {
        judged("26.6%, 9.4%, 557만 달러. so", &note(text))
            .iter()
            .filter(|line| line.contains(" note "))
            .map(|line| line.rsplit_once(": ").unwrap().1.to_owned())
            .collect()
    };
    assert_eq!(
        verdicts("26.6 ÷ 9.4 is 2.83"),
        ["found 1", "found 1", "computed (26.6 ÷ 9.4)"]
    );
    assert_eq!(verdicts("26.6 ÷ 9.4 is 2.84")[2], "missing");
    assert_eq!(
        verdicts("5.57 ÷ 9.4 is 0.593"),
        ["found 1", "found 1", "computed (5.57 ÷ 9.4)"]
    );
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
fn names_are_found_in_any_form() {
    let article = "‘딥시크 쇼크’라고 마크 안드레센이 말했다. H800을 썼다.";
    for (card, expected) in [
        (
            "answer: Marc Andreessen, answer.ko: 마크 안드레센",
            &["c answer Marc Andreessen: found 1"][..],
        ),
        (
            "answer: Andreessen, accept: [안드레센]",
            &["c answer Andreessen: found 1"],
        ),
        ("answer: 마크 왕", &["c answer 마크 왕: in-part 1"]),
        // Of a person every word is said.
        (
            "answer: 안드레센 투자자",
            &["c answer 안드레센 투자자: in-part 1"],
        ),
        (
            "answer: 안드레아 사장",
            &["c answer 안드레아 사장: missing", "not-in-source"],
        ),
        // Other spellings have the numbers of the answer.
        (
            "answer: H800, accept: [H-800, H900 chips]",
            &[
                "c answer H800: found 1",
                "c answer H800: found 1",
                "c accept H900 chips: missing",
                "not-in-source",
            ],
        ),
        (
            "answer: Morris Chang",
            &["c answer Morris Chang: missing", "not-in-source"],
        ),
        (
            "list: [딥시크, TSMC], need: 1",
            &[
                "c list 딥시크: found 1",
                "c list TSMC: missing",
                "not-in-source",
            ],
        ),
        ("answer: It is all of this and that too.", &[]),
        (
            "answer: So, distractors: [Wang, H100]",
            &["c answer So: missing", "not-in-source"],
        ),
        (
            "answer: It runs on many an H800 and so on.",
            &["c answer H800: found 1"],
        ),
        (
            "answer: It runs on many an H100 and so on.",
            &["c answer H100: missing 1 (H800)", "not-in-source"],
        ),
        ("answer: So, source: t", &[]),
    ] {
        let entries = format!("cards:\n  - {{ id: c, ask: Wer?, {card} }}\n");
        assert_eq!(judged(article, &entries), *expected, "{card}");
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

/// An article of two quarters, two halves, two days and two shares.
const YARD: &str = "한빛중공업이 지난 17일 발표한 2분기 영업이익은 3872억원으로 118.3% 늘었다. \
    같은 기간 매출은 3조 2천억원으로 18.7% 증가했다. 다만 1분기 영업이익(2914억원)에는 일회성 \
    환입 410억원이 포함돼 있었다.\n계약 금액은 4조 1천억원이다. 지난 6일 맺었다.\n올해 1월 전 세계 발주량은 \
    1938만CGT다. 한국이 487만CGT로 25%를 차지했다. 한국의 점유율은 지난해 1월 17%에서 8%포인트 \
    올랐다.\n두바이유는 지난 7일 배럴당 72.4달러에 거래를 마쳤다.\n임금은 15% 깎였다.\n\
    올해 상반기 수출은 512억 달러로 지난해 상반기 498억 달러보다 늘었다.\n";

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
fn other_articles_in_the_file_say_nothing() {
    let own = "The fab costs $20 billion, and Elin Sorby runs it for Park Jung-hyun.";
    let others = "Read more\nA mine costs $30 billion (2 March)\nRolf Larsen is dead\n";
    let html =
        format!("<html><nav>9% off</nav><article><p>{own}</p></article><footer>30B USD</footer>");
    for article in [format!("{own}\n\n{others}"), html] {
        for (value, verdict) in [
            ("20B USD", "found"),
            ("30B USD", "missing"),
            ("9%", "missing"),
        ] {
            let told = judged(&article, &fact(value));
            assert!(told[0].contains(verdict), "{value}: {told:?}");
        }
        for (name, verdict) in [
            ("Elin Sorby", "found"),
            ("Elin Larsen", "missing"),
            ("Rolf Sorby", "missing"),
            ("Park Jung-hyun", "found"),
            ("Park Jung-min", "missing"),
            ("Lee Jung-hyun", "missing"),
        ] {
            let card = format!("cards:\n  - {{ id: c, ask: Who?, answer: {name} }}\n");
            let told = judged(&article, &card);
            assert!(told[0].contains(verdict), "{name}: {told:?}");
        }
    }
    // The day of the source is not in its own text.
    let card = "cards:\n  - { id: c, ask: When?, date: 2025-02-09 }\n";
    assert_eq!(
        judged(own, card),
        ["c date 2025-02-09: computed (the source's own day)"]
    );
    let slipped = judged("It was announced on 3 February 2025.", card);
    assert!(slipped[0].contains("missing"), "{slipped:?}");
}

#[test]
fn a_source_is_dated_as_its_article_is() {
    for (article, told) in [
        ("입력 2025.02.09", None),
        ("입력 2025.02.08", Some(MISSING)),
        ("입력 2023.11.30", None),
        ("", None),
    ] {
        let found = judged(article, &fact("5% # dateline: ignore not-in-source\n  "));
        let wrong = found.iter().find(|line| *line == MISSING);
        assert_eq!(wrong.map(String::as_str), told, "{article}");
    }
}

#[test]
fn what_no_article_can_have_is_wrong() {
    let article = "The fab made 9 chips and 41 more, 7% more, by July 2025 and 1월 2일, 2분기.";
    for (text, expected) in [
        ("2025년 7월", None),
        ("2025년 0월", Some("0월")),
        ("2025년 13월", Some("13월")),
        ("1월 2일", None),
        ("1월 41일", Some("41일")),
        ("2분기", None),
        ("9분기", Some("9분기")),
        ("By July 2025.", None),
        ("By 41 July 2025.", Some("41 July")),
        ("By 7%.", None),
        ("From 7% to 7%.", Some("7% to 7%")),
        ("7%에서 7%로", Some("7%에서 7%")),
    ] {
        let card = format!("cards:\n  - {{ id: c, ask: Wie?, answer: So., note: {text} }}\n");
        let told = judged(article, &card);
        let mut missing = told.iter().filter_map(|line| {
            let claim = line.strip_prefix("c note ")?;
            claim.split_once(": missing").map(|(written, _)| written)
        });
        assert_eq!(missing.next(), expected, "{text}: {told:?}");
    }
}

#[test]
fn a_fact_is_not_reckoned_against_itself() {
    let article = "It grew from 4척 to 8척.";
    for (formula, sound) in [
        ("b / a", true),
        ("(b - a) / a", true),
        ("b / a - 1", true),
        ("b / b", false),
        ("b - b", false),
        ("cagr(b, b, 2027 - 2023)", false),
    ] {
        let facts = format!(
            "facts:\n  a: {{ value: 4척 }}\n  b: {{ value: 8척 }}\n  f: {{ value: \"= {formula}\" }}\n"
        );
        let told = judged(article, &facts);
        let itself = format!("f value = {formula}: missing");
        assert_eq!(told.contains(&itself), !sound, "{formula}: {told:?}");
    }
}

#[test]
fn addresses_of_links_say_nothing() {
    let article =
        "See [Energy](https://a.example/energy?page=12) of 14 turbines, www.b.example/15.";
    for (value, found) in [
        ("14 turbines", true),
        ("12 turbines", false),
        ("15 turbines", false),
    ] {
        let told = judged(article, &fact(value));
        assert_eq!(told[0].contains(": found"), found, "{told:?}");
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
fn other_spellings_have_the_numbers_of_their_own_answer() {
    for (spelling, sound) in [("H-800", true), ("H-100", false)] {
        let card = format!(
            "cards:\n  - {{ id: c, cloze: \"{{{{c1::H800}}}} for {{{{c2::H100}}}}\", typed: true, \
             accept: {{ H800: [{spelling}] }} }}\n"
        );
        let told = judged("H800, H100", &card);
        let missing = format!("c accept {spelling}: missing");
        assert_eq!(told.contains(&missing), !sound, "{told:?}");
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
