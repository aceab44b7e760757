//! What is a day, a month or a decade, and what only looks like one.

use super::running::shown;

#[test]
fn a_word_for_a_day_in_a_name_is_none() {
    let mut failed = Vec::new();
    for (text, expected) in [
        (
            "the think-tank Railways Tomorrow published a study",
            &[][..],
        ),
        ("USA Today reported it, and Radio Today's host", &[]),
        ("the paper *Today* said", &[]),
        ("the film The Day After Tomorrow", &[]),
        ("The Day After Tomorrow opened well.", &[]),
        ("the song \"Yesterday\"", &[]),
        ("the comedy Next Friday", &[]),
        ("the Last Night of the Proms", &[]),
        ("the Mail on Sunday said", &[]),
        ("레일웨이스 Tomorrow가", &[]),
        ("내일신문은 보도했다", &[]),
        ("내일투어, 국민은 내일배움카드로", &[]),
        ("노래 ‘어제’를, 영화 《내일》이", &[]),
        ("밴드 이날치가", &[]),
        (
            "서한을 전달했다. 의견 전달 방식, 전달을 위해, 전달받은",
            &[],
        ),
        ("오늘날 우리는", &[]),
        // What must not change.
        ("Tomorrow it opens.", &["2026-08-21"]),
        ("“Tomorrow we open,” she said.", &["2026-08-21"]),
        ("She said: Yesterday was dull.", &["2026-08-19"]),
        ("- Today: rain", &["2026-08-20"]),
        ("**Tomorrow** it opens", &["2026-08-21"]),
        ("TRAINS HALVED TODAY", &["2026-08-20"]),
        ("opened on Friday Transalp said", &["2026-08-14"]),
        ("MEPs heard it on Sunday", &["2026-08-16"]),
        ("Last Friday it opened.", &["2026-08-14"]),
        ("| Last Year | This Year |", &["2025", "2026"]),
        (
            "Transalp yesterday and today's trains",
            &["2026-08-19", "2026-08-20"],
        ),
        (
            "어제는, 오늘부터, 내일까지",
            &["2026-08-19", "2026-08-20", "2026-08-21"],
        ),
        ("오늘밤 열린다, 전달 3일보다", &["2026-08-20", "2026-07-03"]),
        ("‘내일 떠나겠다’고", &["2026-08-21"]),
        ("오늘처럼, 어제 같은", &["2026-08-20", "2026-08-19"]),
        ("전달 대비 5%, 전달의", &["2026-07"; 2]),
        (
            "전달보다, 전날의, 이날은",
            &["2026-07", "2026-08-19", "2026-08-19"],
        ),
    ] {
        let found = shown(text, "2026-08-20").1;
        if found != expected {
            failed.push(format!("{text}: {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn a_month_is_told_by_its_distance() {
    let mut failed = Vec::new();
    for (text, expected) in [
        ("chief executive since last September.", &["2025-09"][..]),
        ("a rebate of 15% last November, which", &["2025-11"]),
        ("Last November it fell.", &["2025-11"]),
        ("last Nov. it fell", &["2025-11"]),
        ("last March", &["2025-03"]),
        ("last January", &["2026-01", "2025-01"]),
        ("next February", &["2027-02"]),
        ("next May", &["2026-05", "2027-05"]),
        ("this May, this September", &["2026-05", "2026-09"]),
        ("this past February", &["2026-02"]),
        (
            "in November last year, November of last year",
            &["2025-11"; 2],
        ),
        (
            "By May last year; mid-October last year",
            &["2025-05", "2025-10"],
        ),
        ("to open in June next year", &["2027-06"]),
        ("fell in January this year", &["2026-01"]),
        ("지난해 11월, 내년 3월", &["2025-11", "2027-03"]),
        // What must not change.
        ("the last May bank holiday, the next March past", &[]),
        ("at last may come, he may next march", &[]),
        ("Theresa May last year said", &["2025"]),
        ("last November 5, 2024", &["2024-11-05"]),
        ("last September 2025", &["2025-09"]),
        ("on 5 November last year", &["2025-11-05", "2025"]),
        ("last Friday, last month", &["2026-03-13", "2026-02"]),
    ] {
        let found = shown(text, "2026-03-14").1;
        if found != expected {
            failed.push(format!("{text}: {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn years_and_months_of_a_list_are_each_their_own() {
    let mut failed = Vec::new();
    for (text, expected) in [
        (
            "June 2020, 2021, April 2022, June 2023, September 2025.",
            &["2020-06", "2021", "2022-04", "2023-06", "2025-09"][..],
        ),
        (
            "In 2021, April 2022 and June 2023",
            &["2021", "2022-04", "2023-06"],
        ),
        (
            "June 2020; 2021; April 2022; last autumn",
            &["2020-06", "2021", "2022-04"],
        ),
        ("June 2020, 21 April 2021", &["2020-06", "2021-04-21"]),
        (
            "2020년 6월, 2021년, 2022년 4월",
            &["2020-06", "2021", "2022-04"],
        ),
        // What must not change.
        ("on January 20, 2025, and later", &["2025-01-20"]),
        ("Friday, 20 January, 2025.", &["2025-01-20"]),
        ("2025 Jan 20, 2025. 1. 20.", &["2025-01-20"; 2]),
        (
            "from January 1, 2025 to March 3, 2025",
            &["2025-01-01/2025-03-03"],
        ),
    ] {
        let found = shown(text, "2026-03-14").1;
        if found != expected {
            failed.push(format!("{text}: {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn decades_are_told_in_both_languages() {
    let eighties = "1980/1989";
    let mut failed = Vec::new();
    for (text, expected) in [
        ("40 cars built in the 1980s, whose", &[eighties][..]),
        ("the 1980's, the ’80s and the '80s", &[eighties; 3]),
        ("1980년대에 만든, 80년대 초, 1980년대생", &[eighties; 3]),
        ("the mid-1980s", &[eighties]),
        ("the 2010s, 2010년대, 10년대", &["2010/2019"; 3]),
        // What must not change.
        ("in 1980, 1980년에", &["1980"; 2]),
        (
            "2020년 대선, 2020년대비, 1980년 대학",
            &["2020", "2020", "1980"],
        ),
        ("in her 30s, in the 80s, 40대, 80년", &[]),
        ("1985s, 1980st, $1980s", &[]),
    ] {
        let (figures, found) = shown(text, "2026-03-14");
        if found != expected {
            failed.push(format!("{text}: {found:?} {figures:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn a_month_that_is_not_over_may_be_of_the_year_before() {
    for (text, expected) in [
        ("beds were sold in July and it", &["2026-07", "2025-07"][..]),
        // What must not change.
        (
            "published in January, agreed in February",
            &["2026-01", "2026-02"],
        ),
        ("It will open in July.", &["2026-07"]),
        ("| Route | July |", &["2026-07"]),
    ] {
        assert_eq!(shown(text, "2026-03-14").1, expected, "{text}");
    }
}
