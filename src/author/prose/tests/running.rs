//! Figures and dates of two articles of November 2026, as they stand in them.

use super::super::*;
use crate::figure::Date;

pub(super) fn shown(text: &str, published: &str) -> (Vec<String>, Vec<String>) {
    let prose = Prose::read(text);
    let source = Date::parse_iso(published).unwrap();
    let mut dates = dates(&prose, Some(source));
    let figures = figures(&prose, &dates);
    dates.extend(months(&prose, Some(source)));
    dates.sort_by_key(|found| found.span.start);
    assert!(
        figures.iter().all(|found| may_say(&prose, &found.figure)),
        "{text}"
    );
    let figures = figures.iter().map(|found| found.figure.canonical());
    let shown = |found: &DateFound| {
        let to = found.to.map_or(String::new(), |to| format!("/{to}"));
        format!("{}{to}", found.date)
    };
    (figures.collect(), dates.iter().map(shown).collect())
}

#[test]
fn figures_of_papers() {
    let mut failed = Vec::new();
    for (text, expected) in [
        (
            "수출 물량도 3만4200t으로 13.2% 증가했다",
            &["34200 t", "66/5 %"][..],
        ),
        (
            "생산량은 57만8000t으로, 물량은 63만t에 달했다",
            &["578000 t", "630000 t"],
        ),
        (
            "some 1,620t of it, worth $5t",
            &["1620 t", "5000000000000 USD"],
        ),
        (
            "축구장 3개 크기인 2만1000㎡ 규모의, 12만 3000㎡, 1000㎡",
            &[
                "3 thing",
                "21000 square meters",
                "123000 square meters",
                "1000 square meters",
            ],
        ),
        (
            "신규 양식장도 2700㏊ 추가로 허가해 6만6000㏊로 늘린다",
            &["2700 hectares", "66000 hectares"],
        ),
        ("120㎏짜리 물김 한 자루", &["120 kg"]),
        (
            "마른김 300만속(1속은 100장)을, 300만속을 비축하고",
            &["3000000 속", "1 속", "100 thing", "3000000 속"],
        ),
        (
            "배추 300만포기를, 쌀 20만섬도",
            &["3000000 포기", "200000 섬"],
        ),
        (
            "300만포기가 남고 20만섬이 왔다, 300만송이가 피고",
            &["3000000 포기", "200000 섬", "3000000 thing"],
        ),
        ("만기가 3년인 채권, 만점을 받았다, 만일", &["3 year"]),
        ("배추 300만 포기", &["3000000"]),
        ("44585 경찰, 3조각", &["44585", "3"]),
        (
            "표층 수온은 1.58도 올라 세계 평균(0.74도)의 두 배가 넘었다",
            &["79/50 degrees", "37/50 degrees", "2 x"],
        ),
        (
            "수온이 22도 아래로, 38.2도, 1.58℃ 올라",
            &["22 degrees", "191/5 degrees", "79/50 °c"],
        ),
        ("할인 행사를 열기로 했다. 열기가 뜨겁다", &[]),
        ("젊은 세대와 다음 세기, 한편 한층", &[]),
        (
            "올해 1~10월 김 수출액이 11억8700만달러, 올해 1~10월 11억8700만달러",
            &["1187000000 USD"; 2],
        ),
        ("Only one farmer in eight could recognise it", &["1/8"]),
        ("One company in five countries", &["1 thing", "5 country"]),
        (
            "found it in 13 of the country's 14 growing regions; five years ago it was in nine.",
            &["13", "14 thing", "5 year", "9"],
        ),
        ("cut in two, one of them in nine", &[]),
        ("In which quarter did grindings fall? In what quarter?", &[]),
        ("A quarter of them", &["1/4"]),
    ] {
        let found = shown(text, "2026-11-20").0;
        if found != expected {
            failed.push(format!("{text}: {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn dates_of_papers() {
    let mut failed = Vec::new();
    for (text, expected) in [
        (
            "20일 전남 목포시에서, 20일 전북과 20일 전주",
            &["2026-11-20"; 3][..],
        ),
        (
            "20일 전에, 3일 만에, 20일 전까지",
            &["2026-10-31", "2026-10-31"],
        ),
        ("14일 만찬에, 14일 후속 대책, 14일 후보", &["2026-11-14"; 3]),
        ("올해 1~10월 김 수출액이", &["2026-01/2026-10"]),
        ("올해 1~10월 11억8700만달러", &["2026-01/2026-10"]),
        ("지난해 1~10월, 2025년 1~10월", &["2025-01/2025-10"; 2]),
        ("올해 1월부터 10월까지", &["2026-01/2026-10"]),
        ("2026년 1월부터 10월까지", &["2026-01/2026-10"]),
        ("지난달 1~20일 수출은", &["2026-10-01/2026-10-20"]),
        ("지난달 1일부터 20일까지", &["2026-10-01/2026-10-20"]),
        ("11월 1~20일 수출", &["2026-11-01/2026-11-20"]),
        ("지난달 1∼20일 수출은", &["2026-10-01/2026-10-20"]),
        ("20일 전 국민이, 20일 전 세계에서", &["2026-11-20"; 2]),
        ("7~8월 무더위", &["2026-07/2026-08"]),
        ("1~10월 11억8700만달러", &["2026-01/2026-10"]),
        ("from January to October 2026", &["2026-01/2026-10"]),
        ("January through October 2026", &["2026-01/2026-10"]),
        ("2만1000㎡ 규모의, 1000㎡", &[]),
    ] {
        let found = shown(text, "2026-11-20").1;
        if found != expected {
            failed.push(format!("{text}: {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn what_is_to_come_is_of_the_next_year() {
    for (text, expected) in [
        (
            "Bakayoko said on Wednesday the sum would rise to 600,000 francs from 1 January.",
            &["2026-11-25", "2027-01-01"][..],
        ),
        (
            "Lindholm said that it would raise prices by an average of 9% in January and shrink it.",
            &["2027-01"],
        ),
        (
            "It will publish its next forecast on 25 February.",
            &["2027-02-25"],
        ),
        ("It plans to close in March.", &["2027-03"]),
        (
            "Prices are expected to fall from 2 February.",
            &["2027-02-02"],
        ),
        ("A new rule is to take effect on 5 May.", &["2027-05-05"]),
        ("It said it had opened on 1 January.", &["2026-01-01"]),
        (
            "It would rise, but fell in January; it was open on 5 May.",
            &["2026-01", "2026-05-05"],
        ),
        ("It would have risen in January.", &["2026-01"]),
    ] {
        assert_eq!(shown(text, "2026-11-26").1, expected, "{text}");
    }
    let (_, dates) = shown("It will open in December.", "2027-01-04");
    assert_eq!(dates, ["2027-12"]);
}

#[test]
fn a_distance_below_the_dateline_is_resolved() {
    for (first, expected) in [
        ("Three days ago the gates of the dam failed.", "2026-08-17"),
        ("A year ago the gates of the dam failed.", "2025"),
        (
            "3일 전 수문이 고장 나 하류 마을 주민 400명이 대피했다.",
            "2026-08-17",
        ),
        ("일주일 전 수문이 고장 났다.", "2026-08-13"),
        ("나흘 전 수문이 고장 났다.", "2026-08-16"),
        ("열흘 전 수문이 고장 났다.", "2026-08-10"),
        ("3개월 전 수문이 고장 났다.", "2026-05"),
        ("5년 전 수문이 고장 났다.", "2021"),
    ] {
        for head in ["20 August 2026", "2026년 8월 20일", "나루일보 2026. 8. 20."] {
            let text = format!("Dam fails\n{head}\n\n{first}\n");
            let (figures, dates) = shown(&text, "2026-08-20");
            assert_eq!(dates, ["2026-08-20", expected], "{text}");
            // Nor are the three days a figure.
            let days = figures.iter().any(|figure| figure.ends_with(" day"));
            assert!(!days, "{text}: {figures:?}");
        }
    }
    // On one line the one moves the other.
    let (_, dates) = shown("the 9th of last month a year ago", "2026-08-20");
    assert!(dates.is_empty(), "{dates:?}");
}

#[test]
fn distances_are_counted_in_many_words() {
    // A Thursday.
    let mut failed = Vec::new();
    for (text, expected) in [
        ("The gates reopen in ten days.", &["2026-08-30"][..]),
        ("It will open in two weeks.", &["2026-09-03"]),
        (
            "in a fortnight, a fortnight ago",
            &["2026-09-03", "2026-08-06"],
        ),
        ("in ten day-long shifts, in ten towns", &[]),
        ("The gates failed last night.", &["2026-08-19"]),
        ("more than in the same month last year", &["2025-08"]),
        (
            "last month, more than in the same month last year",
            &["2026-07", "2025-07"],
        ),
        (
            "more in June than in the same month of last year",
            &["2026-06", "2025-06"],
        ),
        ("It opened five years ago this month.", &["2021-08"]),
        ("five years ago", &["2021"]),
        ("It opens a week from Monday.", &["2026-08-31"]),
        ("two weeks from Friday", &["2026-09-04"]),
        ("a week from Mondaine", &[]),
        ("the week after next", &["2026-08-31/2026-09-06"]),
        ("on Tuesday of the week after next", &["2026-09-01"]),
        ("last month, on the 20th", &["2026-07-20"]),
        ("last month, on the 20th anniversary", &["2026-07"]),
        ("last weekend", &["2026-08-15/2026-08-16"]),
        ("글피 문을 연다", &["2026-08-23"]),
        ("그끄저께 고장 났다", &["2026-08-17"]),
        ("그저께와 어젯밤", &["2026-08-18", "2026-08-19"]),
        ("새달 3일 문을 연다", &["2026-09-03"]),
        ("작년 같은 달보다", &["2025-08"]),
        ("지난달 수출은 작년 같은 달보다", &["2026-07", "2025-07"]),
        ("6월 수출은 지난해 같은 달보다", &["2026-06", "2025-06"]),
        ("지난 주말 고장 났다", &["2026-08-15/2026-08-16"]),
        ("다다음 주 월요일", &["2026-08-31"]),
    ] {
        let (_, found) = shown(text, "2026-08-20");
        if found != expected {
            failed.push(format!("{text}: {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn a_step_back_is_counted_from_the_day_reached_or_the_one_named() {
    for (text, expected) in [
        (
            "지난 11일 고장 났다. 시장 한도현은 전날 사임했다.",
            &["2026-08-11", "2026-08-10"][..],
        ),
        (
            "지난 11일 고장 났다. 사흘 뒤 돌아왔다. 시장 한도현은 전날 사임했다.",
            &["2026-08-11", "2026-08-14", "2026-08-13", "2026-08-10"],
        ),
        (
            "It failed on August 11. Three days later it was mended. He had left the day before.",
            &["2026-08-11", "2026-08-14", "2026-08-13", "2026-08-10"],
        ),
        (
            "지난 11일 고장 났다. 사흘 뒤 돌아왔다. 다음 날 떠났다.",
            &["2026-08-11", "2026-08-14", "2026-08-15"],
        ),
        (
            "지난 11일 고장 났다. 어제 돌아왔다.",
            &["2026-08-11", "2026-08-19"],
        ),
    ] {
        assert_eq!(shown(text, "2026-08-20").1, expected, "{text}");
    }
    // Each tells from which day it was counted.
    let prose = Prose::read("지난 11일 고장 났다. 사흘 뒤 돌아왔다. 전날 사임했다.");
    let found = dates(&prose, Some(Date::parse_iso("2026-08-20").unwrap()));
    let told: Vec<_> = found
        .iter()
        .skip(2)
        .map(|found| found.reckoning.as_deref())
        .collect();
    assert_eq!(
        told,
        [
            Some("'전날' counted from 2026-08-14"),
            Some("'전날' counted from 2026-08-11")
        ]
    );
}

#[test]
fn a_weekday_is_to_come_where_the_verb_says_so() {
    let (next, last) = ("2026-03-20", "2026-03-13");
    let mut failed = Vec::new();
    for (text, expected) in [
        ("The first payment is due on Friday.", next),
        ("The strike starts on Friday and the shop reopens.", next),
        ("The offer ends at midnight on Friday.", next),
        ("The bridge, which closed in May, reopens on Friday.", next),
        ("The board meets in Geneva on Friday.", next),
        ("The board is meeting in Geneva on Friday.", next),
        ("She faces a no-confidence vote on Friday.", next),
        ("The law comes into force on Friday.", next),
        ("The dividend is payable on Friday.", next),
        ("A verdict is expected on Friday.", next),
        ("The deal is likely to be signed on Friday.", next),
        ("Officials said the plant is set to open on Friday.", next),
        ("It will be launched by the firm on Friday.", next),
        ("Polls close on Friday.", next),
        (
            "Voting ends on Thursday, with a result expected on Friday.",
            next,
        ),
        ("It plans to open on Friday.", next),
        ("On Friday the court will rule.", next),
        ("On Friday the shop reopens.", next),
        ("The ministry on Friday announced that it will open.", last),
        ("The firm, on Friday, announced a bid.", last),
        ("On Friday it fell by 3% and will fall again.", last),
        ("The payment was due on Friday.", last),
        ("It was expected to open on Friday.", last),
        ("It opened on Friday.", last),
        ("Shares fell more than expected on Friday.", last),
        (
            "The talks, which were expected to end, failed on Friday.",
            last,
        ),
        ("The trial of the men arrested on Friday goes on.", last),
        ("Shares have fallen since it opened on Friday.", last),
        ("He is accused of killing a man on Friday.", last),
        ("It is believed to have opened on Friday.", last),
        ("The minister said on Friday it will open.", last),
        ("It opens in May, the minister said on Friday.", last),
        ("A statement on Friday said it is due soon.", last),
        ("The vote on Friday was close.", last),
    ] {
        let found = shown(text, "2026-03-18").1;
        if found.last().map(String::as_str) != Some(expected) {
            failed.push(format!("{text}: {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn a_bare_day_is_to_come_where_the_verb_says_so() {
    let (next, last) = ("2026-03-03", "2026-02-03");
    let mut failed = Vec::new();
    for (text, expected) in [
        ("결과는 3일 나온다.", next),
        ("본회의는 3일 국회에서 열린다.", next),
        ("새 제도는 3일부터 시행된다.", next),
        ("선고는 3일 오후에 이뤄진다.", next),
        ("결과는 3일 나왔다.", last),
        ("3일 업계에 따르면 신제품이 곧 나온다.", last),
        ("회사는 3일 신제품을 출시한다고 밝혔다.", last),
        ("3일 기준 값은 5% 높은 것으로 보인다.", last),
    ] {
        let found = shown(text, "2026-02-25").1;
        if found.first().map(String::as_str) != Some(expected) {
            failed.push(format!("{text}: {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
