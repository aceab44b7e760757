#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

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
    figures
        .iter()
        .map(|found| found.figure.canonical())
        .collect()
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
fn figures_stand_in_running_text() {
    for (text, expected) in [
        (
            "The low was -12 °C, the high −3°C; 12 degrees below zero and minus 7 degrees",
            &["-12 °c", "-3 °c", "-12 degrees", "-7 degrees"][..],
        ),
        (
            "아침 최저기온은 영하 12도까지, 낮 최고기온은 영상 3도로 예상된다. 섭씨 5도, 17도시",
            &["-12 degrees", "3 degrees", "5 °c", "17 도시"],
        ),
        (
            "Winds of 90 m/s, 순간최대풍속 초속 35m, 태풍은 시속 20km로",
            &["90 m/s", "35 m/seconds", "20 km/hours"],
        ),
        (
            "공사는 두 달 반 만에 끝났고 한 시간 반이 걸렸다. an hour and a half",
            &["5/2 month", "3/2 hour", "3/2 hour"],
        ),
        (
            "A dozen people, a hundred people, a person",
            &["12 person", "100 person"],
        ),
        (
            "출원된 특허 중 약 70%(3만 8210건)가 중국에서",
            &["70 %", "38210 thing"],
        ),
        (
            "2위인 미국(6276건)의 6배에 달하는",
            &["2 위인", "6276 thing", "6 x"],
        ),
        (
            "개발 비용이 약 557만 6000달러(약 80억원)다.",
            &["5576000 USD", "8000000000 KRW"],
        ),
        (
            "시장은 2023년 2조6123억원에서 2027년 4조4636억원으로 5년간 연평균 14.9% 성장",
            &[
                "2612300000000 KRW",
                "4463600000000 KRW",
                "5 year",
                "149/10 %",
            ],
        ),
        (
            "정답률은 9.4%인 반면, ‘딥 리서치’는 26.6%로 2.7배 높았다.",
            &["47/5 %", "133/5 %", "27/10 x"],
        ),
        (
            "오픈AI(GPT-4)의 18분의 1, 메타(라마 3.1)의 10분의 1 수준",
            &["1/18", "31/10", "1/10"],
        ),
        ("약 5만개의 H100 GPU를 보유했을 것", &["50000 thing"]),
        ("H800 GPU 2048개로", &["2048 thing"]),
        ("기업은 4400개(2023년 기준)가 넘는다", &["4400 thing"]),
        ("AI 기업 4000여 개가 있다", &["4000 thing"]),
        ("가격이 6~10배 뛰었다", &["6~10 x"]),
        ("수출이 두 배로 늘고 절반은 반도체였다", &["2 x", "1/2"]),
        ("1달러당 1435원", &["1435 krw/usd"]),
        // What is counted is told to its end, and no particle with it.
        (
            "yield 4.05%, 12 basis points more than; up 25bp",
            &["81/20 %", "3/25 %p", "1/4 %p"],
        ),
        ("80㎏당 18만 7,420원으로", &["187420 krw/80 kg"]),
        (
            "46,500 clicks a day; it has 268,500 now",
            &["46500 clicks/days", "268500"],
        ),
        ("연구동 3동을 짓고 실험실 48실이 생긴다", &["3 동", "48 실"]),
        (
            "약 160만 가구가 쓸 전력과 20만 원",
            &["1600000 가구", "200000 KRW"],
        ),
        (
            "cut by a quarter point, won by 12 points",
            &["1/4 %p", "12 thing"],
        ),
        (
            "3년 만이다. 68%만 맞고 만 명이 왔다",
            &["3 year", "68 %", "10000 person"],
        ),
        (
            "79.4%에서 85%까지 높이겠다, 10%에서 15%까지다",
            &["397/5 %", "85 %", "10~15 %"],
        ),
        ("전국 2만 1천여 의료기관에서", &["21000 의료기관"]),
        (
            "a second in May and a third three months later",
            &["3 month"],
        ),
        // A change is two figures, and a span is one.
        (
            "rose from 84% to 93%, from $3.50 to $4.75",
            &["84 %", "93 %", "7/2 USD", "19/4 USD"],
        ),
        (
            "ranging from 10% to 15%, from 4 to 6 percent",
            &["10~15 %", "4~6 %"],
        ),
        // Which one it is is no number of them.
        (
            "두 대학은 네 번째로 많다, 두 대를 네 번",
            &["2 thing", "4 thing"],
        ),
        ("a second, and a third two days later", &[]),
        ("up a third in May, a third of them", &["1/3", "1/3"]),
        // A day of the month, and days.
        (
            "두바이유는 22일 배럴당 72.4달러에 거래를 마쳤다",
            &["362/5 usd/barrels"],
        ),
        (
            "후판값은 평균 22일 t당 78만원이다",
            &["22 day", "780000 krw/t"],
        ),
        ("7월 22일 온스당 3400달러", &["3400 usd/ounces"]),
        (
            "배럴당 약 60달러, 배럴당 가격은 60달러",
            &["60 usd/barrels", "60 USD"],
        ),
        ("4000억원에 해당한다", &["400000000000 KRW"]),
        ("3년 2개월치 일감에 해당한다", &["38 month"]),
        ("3년에 해당한다", &["3 year"]),
        ("300명이 담당한다", &["300 person"]),
        (
            "해당 4건, 상당 3억원, 당시 5명, 당일 6건",
            &["4 thing", "300000000 KRW", "5 person", "6 thing"],
        ),
        ("배당 3000원", &["3000 KRW"]),
        ("5년 만에 30% 늘었다", &["5 year", "30 %"]),
        ("5년만에 3배로", &["5 year", "3 x"]),
        ("7개월 만에 100억 달러를", &["7 month", "10000000000 USD"]),
        ("2023년에 30% 늘었다", &["30 %"]),
        (
            "21만원에서 27만5000원으로 올렸다",
            &["210000 KRW", "275000 KRW"],
        ),
        (
            "17%에서 25%로, 10%에서 15% 사이",
            &["17 %", "25 %", "10~15 %"],
        ),
        ("현장 인력 5명중 1명은 외국인이다", &["1/5"]),
        ("환율은 1382원50전이다", &["2765/2 KRW"]),
        ("기사입력 2025.07.24. 오전 6:02", &[]),
        ("at 6:02 p.m. on 12:30:15", &[]),
        ("제2· 제3의 딥시크", &[]),
        (
            "It cost $5.576 million, a tenth of US$60m.",
            &["5576000 USD", "1/10", "60000000 USD"],
        ),
        (
            "Sales rose 26.6% to 38,210 cars in 2023.",
            &["133/5 %", "38210 thing"],
        ),
        (
            "some 50,000 H100 GPUs and 4,000 AI companies",
            &["50000 thing", "4000 thing"],
        ),
        (
            "a market of 2.6 trillion won grew 12.5 percent a year",
            &["2600000000000 KRW", "25/2 %"],
        ),
        ("GPT-4, R1, V3, H800, a16z and 01.AI are names", &[]),
        ("5G and 3D are names, 20B is none", &["20000000000"]),
        (
            "twice as many; one of them, two billion more",
            &["2 x", "2000000000"],
        ),
        ("from 10 to 15 percentage points", &["10~15 %p"]),
        ("It fell by -3.2% (2.5 points).", &["-16/5 %", "5/2 thing"]),
        (
            "0.14 dollars per million tokens",
            &["7/50 usd/1000000 tokens"],
        ),
        ("On 3 May 2024, 12 people met.", &["12 person"]),
        ("| 2023 | **4,400** companies |", &["4400"]),
        ("<p>지분 <b>26.6</b>%</p>", &["133/5 %"]),
        ("1 in 5 homes; one in five homes", &["1/5 thing"; 2]),
        ("one out of every five users", &["1/5 person"]),
        ("nine out of ten, 3 in every 10", &["9/10", "3/10"]),
        (
            "three quarters, three-quarters, a fifth",
            &["3/4", "3/4", "1/5"],
        ),
        ("5명 중 1명, 다섯 명 중 한 명꼴", &["1/5", "1/5"]),
        ("10곳 중 7곳, 열 명 중 세 명", &["7/10", "3/10"]),
        ("절반이 넘는, 5분의 1이", &["1/2", "1/5"]),
        ("fell 0.8% to 10.92 per dollar", &["4/5 %", "273/25"]),
        ("fell 5% to 3%", &["5 %", "3 %"]),
        (
            "from 3% to 5%, 3 to 5 percent, 3–5%",
            &["3~5 %", "3~5 %", "3~5 %"],
        ),
        ("fell by half since 2014, a third in 2024", &["1/2", "1/3"]),
        ("the second quarter, the first half", &[]),
        ("4 goals in the second half", &["4 thing"]),
        ("up from $269.92 a year before", &["6748/25 USD"]),
        ("at $269.92 a year", &["6748/25 usd/years"]),
        ("$740 million over 15 years", &["740000000 USD", "15 year"]),
        ("945 terawatt-hours in 2030", &["945 twh"]),
        ("now twenty-six, and one of them", &["26"]),
        (
            "한밀제과는 청주 공장에 1,300억 원, 이사회를 열어 공장에 천삼백억 원",
            &["130000000000 KRW"; 2],
        ),
        ("백만 토큰당 0.14달러", &["7/50 usd/1000000 tokens"]),
        (
            "cut by a quarter to 30 million tons",
            &["1/4", "30000000 t"],
        ),
        ("cut by 20 since 2014, to 30 during May", &["20", "30"]),
    ] {
        assert_eq!(figures_of(text), expected, "{text}");
    }
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
            prop_assert!(found.line >= 1);
        }
        for found in &dates {
            prop_assert!(!prose.at(&found.span).is_empty());
        }
        designations(&prose);
    }
}
