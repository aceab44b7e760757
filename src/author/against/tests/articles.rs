//! What of a file is its article, and when that is of.

use super::*;

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
