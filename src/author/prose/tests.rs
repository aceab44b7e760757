#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod days;
mod figures;
mod running;
mod terms;

use proptest::prelude::*;

use super::*;
use crate::figure::{Date, Figure};

/// The day on which the texts of these tests were published.
fn source() -> Option<Date> {
    Some(Date::parse_iso("2025-02-09").unwrap())
}

/// The figures of a text in their canonical spelling.
fn figures_of(text: &str) -> Vec<String> {
    let prose = Prose::read(text);
    let dates = dates(&prose, source());
    let figures = figures(&prose, &dates);
    let shown = |found: &FigureFound| {
        assert!(may_say(&prose, &found.figure), "{text}: {:?}", found.figure);
        found.figure.canonical()
    };
    figures.iter().map(shown).collect()
}

/// The dates of a text, spans as `from/to`, doubtful ones with a `?`.
fn dates_of(text: &str) -> Vec<String> {
    let prose = Prose::read(text);
    let shown = |found: &DateFound| {
        let to = found.to.map_or(String::new(), |to| format!("/{to}"));
        let doubt = if found.doubtful { "?" } else { "" };
        format!("{}{to}{doubt}", found.date)
    };
    dates(&prose, source()).iter().map(shown).collect()
}

#[test]
fn dates_stand_in_running_text() {
    for (text, expected) in [
        ("1957년 발사한 인공위성", &["1957"][..]),
        ("2025년 1월 20일 공개했다", &["2025-01-20"]),
        ("1월 20일에", &["2025-01-20"]),
        ("12월 3일 비상계엄", &["2024-12-03"]),
        ("2014년부터 2023년까지 10년간", &["2014/2023"]),
        ("2014~2023년 출원", &["2014/2023"]),
        ("1월 20~25일", &["2025-01-20/2025-01-25"]),
        ("2025년 1~2월의", &["2025-01/2025-02"]),
        ("3025년 1월", &["3025-01"]),
        ("0 February, 9 February", &["2025-02-09"]),
        ("랭크뉴스 2025.02.09", &["2025-02-09"]),
        ("2025-02-09T10:00", &[]),
        ("딥시크는 지난달 20일 오픈소스", &["2025-01-20"]),
        ("지난 3일 새로운 도구를", &["2025-02-03"]),
        ("지난 20일 열린", &["2025-01-20"]),
        ("지난 3일간 쉬었다", &[]),
        ("오는 14일부터", &["2025-02-14"]),
        ("14일부터 단계적 확대", &["2025-02-14"]),
        // A day by itself is the last one before the source's.
        (
            "시는 7일 착공했다고 8일 밝혔다. 30일 문을 열었다",
            &["2025-02-07", "2025-02-08", "2025-01-30"],
        ),
        (
            "시는 30일 문을 열 예정이라고 5일 밝혔다",
            &["2025-03-30", "2025-02-05"],
        ),
        ("시는 7일 문을 닫겠다고 밝혔다", &["2025-02-07"]),
        ("대책위는 15일 집회를 연다", &["2025-02-15"]),
        ("시는 3일 다시 문을 열 예정이다", &["2025-03-03"]),
        ("평균 12일 늘었고 20일 걸렸다", &[]),
        ("3일 새 5% 올랐다, 2일 연속, 9일 남았다", &[]),
        (
            "시는 13일 새 다리를 연다. 15일 남원에서",
            &["2025-02-13", "2025-02-15"],
        ),
        (
            "접수는 7일까지 이어졌고 3일을 더 쉬었다",
            &["2025-02-07", "2025-02-03?"],
        ),
        (
            "지난달 3일 시작했다. 학생들은 7일 막았다",
            &["2025-01-03", "2025-02-07?", "2025-01-07?"],
        ),
        (
            "지난달 29일 출시했다. 발표 다음날에는",
            &["2025-01-29", "2025-01-30"],
        ),
        (
            "지난달 29일 출시했다. 사흘 뒤 공개",
            &["2025-01-29", "2025-02-01"],
        ),
        ("어제 발표했다. 작년 3월보다", &["2025-02-08", "2024-03"]),
        ("작년과 올해, 내년", &["2024", "2025", "2026"]),
        ("5년 전", &["2020?"]),
        ("10년간 3개월 동안", &[]),
        ("on 20 January 2025", &["2025-01-20"]),
        ("on Jan. 20, 2025.", &["2025-01-20"]),
        (
            "20 January, 29 January, 3 February",
            &["2025-01-20", "2025-01-29", "2025-02-03"],
        ),
        ("Jan 20 and December 3", &["2025-01-20", "2024-12-03"]),
        ("In January 2025 and in 2023,", &["2025-01", "2023"]),
        ("from 2014 to 2023", &["2014/2023"]),
        ("between 4 and 9 January", &["2025-01-04/2025-01-09"]),
        ("4 and 9 January", &["2025-01-09"]),
        ("on the 20th of last month", &["2025-01-20"]),
        ("on the 20th.", &["2025-01-20?"]),
        ("the 20th century", &[]),
        ("yesterday, and last year", &["2025-02-08", "2024"]),
        (
            "on January 29. The next day,",
            &["2025-01-29", "2025-01-30"],
        ),
        ("last Monday", &["2025-02-03"]),
        ("two days ago", &["2025-02-07"]),
        ("last Friday, next Monday", &["2025-02-07", "2025-02-10"]),
        ("on Tuesday, on Mondays", &["2025-02-04"]),
        ("It will open on Tuesday.", &["2025-02-11"]),
        ("It will open, she said on Tuesday.", &["2025-02-04"]),
        ("She said on Tuesday that it will open.", &["2025-02-04"]),
        ("on Monday, 3 March", &["2025-03-03"]),
        ("this Wednesday", &["2025-02-12?", "2025-02-05?"]),
        (
            "on Friday last week, Monday of next week",
            &["2025-01-31", "2025-02-10"],
        ),
        (
            "지난주 금요일, 다음 주 월요일",
            &["2025-01-31", "2025-02-10"],
        ),
        ("이번 주 수요일, 오는 화요일", &["2025-02-05", "2025-02-11"]),
        ("지난 월요일", &["2025-02-03"]),
        (
            "a year ago, 1년 전, 3개월 전",
            &["2024?", "2024?", "2024-11?"],
        ),
        ("two weeks ago, 일주일 전", &["2025-01-26?", "2025-02-02?"]),
        ("the 9th of last month", &["2025-01-09"]),
        ("the 9th of last month a year ago", &[]),
        ("2년 전기차 판매, a year later", &[]),
        ("We may march in, 38,210 of 4400", &[]),
        ("2023 companies; 2023%", &[]),
        ("9.4 and 1/18", &[]),
    ] {
        assert_eq!(dates_of(text), expected, "{text}");
    }
}

#[test]
fn a_reckoning_says_from_when() {
    let prose = Prose::read("지난달 29일 출시. 다음 날 공개");
    let reckonings: Vec<_> = dates(&prose, source())
        .into_iter()
        .map(|found| found.reckoning.unwrap())
        .collect();
    assert_eq!(
        reckonings,
        [
            "'지난달 29일' counted from 2025-02-09",
            "'다음 날' counted from 2025-01-29"
        ]
    );
    assert_eq!(super::dates(&prose, None), []);
}

#[test]
fn names_are_found_whatever_stands_around_them() {
    let prose = Prose::read(
        "‘딥시크-R1’은 한국IDC와 오픈AI(GPT-4)의 딥 리서치를 앞섰고, Deep Research와 H100을 썼다",
    );
    let names = Names::of(&prose);
    for (name, found) in [
        ("딥시크", true),
        ("R1", true),
        ("IDC", true),
        ("한국IDC", true),
        ("GPT 4", true),
        ("딥리서치", true),
        ("deep research", true),
        ("H100", true),
        ("H10", false),
        ("GPT", true),
        ("PT-4", false),
        ("시크", false),
        ("Deep Re", false),
        ("", false),
    ] {
        assert_eq!(names.find(name).is_some(), found, "{name}");
    }
}

#[test]
fn designations_are_no_figures() {
    let prose =
        Prose::read("R1, GPT-4, H800, a16z, o1, 01.AI, 5.576M, 20th, 10x, COVID, V3.1, 2.5");
    let found: Vec<_> = designations(&prose)
        .iter()
        .map(|span| prose.at(span).to_owned())
        .collect();
    assert_eq!(
        found,
        ["R1", "GPT-4", "H800", "a16z", "o1", "01.AI", "V3.1"]
    );
}

#[test]
fn a_page_keeps_its_lines() {
    let page = "<!DOCTYPE html>\n<html><head><title>x</title>\n<script>\nlet a = 5;\n</script></head>\n\
                <body><p>It grew 26.6&nbsp;%\nin <b>2023</b>.</p><p>R&amp;D: 38,210</p>\n<!-- 7% -->\n\
                <p>And 9.4%.</p></body></html>\n";
    let prose = Prose::read(page);
    let dates = dates(&prose, source());
    let found: Vec<_> = figures(&prose, &dates)
        .iter()
        .map(|found| (found.figure.canonical(), found.line))
        .collect();
    let expected = [("133/5 %", 6), ("38210", 7), ("47/5 %", 9)];
    assert_eq!(
        found,
        expected.map(|(figure, line)| (figure.to_owned(), line))
    );
    assert_eq!(dates.first().map(|found| found.line), Some(7));
}

#[test]
fn what_stands_beside_an_article_is_not_read() {
    let cases = [
        ("<div class=\"ad\">Save 50%</div>", ""),
        ("<div class=\"ad\"><div>Save</div> 50%</div>", ""),
        (
            "<section id=related-articles><p>Read more</p></section>",
            "",
        ),
        ("<p class='share__buttons big'>1.2K shares</p>", ""),
        ("<p class=byline>By her", ""),
        ("<figure><figcaption>A pier.</figcaption></figure>", ""),
        // Names that only look alike, and names of what holds the article.
        ("<p class=adverb>Kept.</p>", "Kept."),
        ("<p class=\"has-ads\">Kept.</p>", "Kept."),
    ];
    for (html, expected) in cases {
        let page = format!("<article class=share><p>Before.</p>{html}<p>After.</p></article>");
        let text = super::html::article(&page);
        let words: Vec<&str> = text
            .split(['\u{2029}', '\n'])
            .filter(|part| !part.is_empty())
            .collect();
        let all = ["Before.", expected, "After."];
        let all: Vec<&str> = all.into_iter().filter(|part| !part.is_empty()).collect();
        assert_eq!(words, all, "{html}");
    }
}

#[test]
fn sentences_end_where_they_do() {
    for (text, expected) in [
        ("One. Two! Three", &["One.", "Two!", "Three"][..]),
        (
            "Mr. Kim paid $5.5 million. He left.",
            &["Mr. Kim paid $5.5 million.", "He left."],
        ),
        (
            "“그렇다.” 그는 말했다.\n제목\n본문",
            &["“그렇다.”", "그는 말했다.", "제목", "본문"],
        ),
        ("2025. 1. 20. 발표", &["2025. 1. 20.", "발표"]),
        // The name of a firm ends a sentence where the next one begins.
        (
            "said John Smith of Foo Ltd. The bridge is 400 metres long.",
            &[
                "said John Smith of Foo Ltd.",
                "The bridge is 400 metres long.",
            ],
        ),
        (
            "It was built by Foo Co. In 2020 it fell. “We left Bar Inc.” He went to Baz Corp. “It pays.”",
            &[
                "It was built by Foo Co.",
                "In 2020 it fell.",
                "“We left Bar Inc.”",
                "He went to Baz Corp.",
                "“It pays.”",
            ],
        ),
        (
            "Ford Motor Co. Chairman Bill Ford met Toyota Motor Corp. No. 2 Kim. Foo Co., Ltd. of Seoul won.",
            &[
                "Ford Motor Co. Chairman Bill Ford met Toyota Motor Corp. No. 2 Kim.",
                "Foo Co., Ltd. of Seoul won.",
            ],
        ),
        (
            "미국 Foo Inc. 대표는 “Bar Co. Ltd.와 만났다”고 말했다. 다리는 400미터다.",
            &[
                "미국 Foo Inc. 대표는 “Bar Co. Ltd.와 만났다”고 말했다.",
                "다리는 400미터다.",
            ],
        ),
    ] {
        let prose = Prose::read(text);
        let sentences: Vec<_> = prose
            .sentences()
            .iter()
            .map(|span| prose.at(span))
            .collect();
        assert_eq!(sentences, expected, "{text}");
    }
    let wrapped = "The market for chips that others have designed grew by\n5 percent, to 20 billion dollars.\n";
    assert_eq!(Prose::read(wrapped).sentences().len(), 1);
}

proptest! {
    #[test]
    fn no_page_is_too_odd(html in "(<p>|</p>|<b>|</div>|<script>|&amp;|&#x2028;|<!--|5%|\n|가|[ -~]){0,40}") {
        let page = format!("<body>{html}");
        let prose = Prose::read(&page);
        let last = page.matches('\n').count() + 1;
        let dates = dates(&prose, source());
        for found in figures(&prose, &dates) {
            prop_assert!((1..=last).contains(&found.line), "{page:?}");
        }
    }

    #[test]
    fn no_text_is_too_odd(text in "[ -~가-힣0-9년월일만억%$.,~()<>/&;\n\u{2029}]{0,120}") {
        let prose = Prose::read(&text);
        let dates = dates(&prose, source());
        for found in figures(&prose, &dates) {
            prop_assert!(Figure::parse(prose.at(&found.span)).is_ok());
            prop_assert!(may_say(&prose, &found.figure), "{:?}", found.figure);
            prop_assert!(found.line >= 1);
        }
        for found in &dates {
            prop_assert!(!prose.at(&found.span).is_empty());
        }
        designations(&prose);
    }
}
