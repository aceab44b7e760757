//! What is counted, and what is only called otherwise.

use super::judged;

const PORT: &str = "The port refused 112 ships. It has 63 boats and 215 fishermen, and employs 2,300 \
    people.\nRates rose by 45 basis points, and 12 basis points of it in May. Of 1,012 adults 54 \
    percent were for it, 1,240 adults were asked in June. In parliament it won 310 votes.\nA crowd of \
    41,276 watched, and 38,000 spectators the year before. They asked 690 eligible adults.";
const ISLAND: &str = "터빈 26기를 세우고 섬 14곳을 잇는다. 하루 선박 34척과 인력 520명이 든다. 조건은 25건이다. \
    철새 43종, 2만1천 마리가 관찰됐다. 찬성은 310표였다.";

/// The verdict on a figure that a note mentions, and on one that is a value.
fn of(article: &str, figure: &str) -> Vec<String> {
    let mention =
        format!("cards:\n  - {{ id: c, ask: Wie?, answer: \"?\", note: \"{figure}\" }}\n");
    let value = format!("facts:\n  f: {{ value: \"{figure}\" }}\n");
    let verdict = |told: &String| Some(told.rsplit_once(&format!("{figure}: "))?.1.to_owned());
    let told = [mention, value].map(|entries| judged(article, &entries));
    told.iter().flatten().filter_map(verdict).collect()
}

#[test]
fn what_the_article_counts_otherwise_is_another_thing() {
    let mut wrong = Vec::new();
    for (article, figure, there) in [
        (PORT, "12 people", "missing"),
        (PORT, "45 people", "missing"),
        (PORT, "54 adults", "other-unit 2 (54 percent)"),
        (PORT, "1,012 votes", "other-unit 2 (1,012 adults)"),
        (PORT, "112 boats", "other-unit 1 (112 ships)"),
        (PORT, "215 ships", "other-unit 1 (215 fishermen)"),
        (PORT, "2,300 ships", "other-unit 1 (2,300 people)"),
        (ISLAND, "14척", "other-unit 1 (14곳)"),
        (ISLAND, "26곳", "other-unit 1 (26기)"),
        (ISLAND, "34명", "other-unit 1 (34척)"),
        (ISLAND, "25표", "other-unit 1 (25건)"),
    ] {
        let told = of(article, figure);
        if told.len() != 2 || told.iter().any(|told| !told.starts_with(there)) {
            wrong.push((figure, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn the_authors_own_word_for_what_is_counted_is_fair() {
    let mut wrong = Vec::new();
    for (article, figure) in [
        (PORT, "45 basis points"),
        (PORT, "12 basis points"),
        (PORT, "112 vessels"),
        (PORT, "1,012 respondents"),
        (PORT, "1,012 people"),
        (PORT, "2,300 workers"),
        (PORT, "63 boats"),
        (PORT, "41,276 spectators"),
        (PORT, "690 adults"),
        (PORT, "112척"),
        (PORT, "1,012표"),
        (ISLAND, "26대"),
        (ISLAND, "26개"),
        (ISLAND, "14개"),
        (ISLAND, "25가지"),
        (ISLAND, "34대"),
        (ISLAND, "43가지"),
        (ISLAND, "520인"),
    ] {
        let told = of(article, figure);
        if told.is_empty() || told.iter().any(|told| !told.starts_with("found")) {
            wrong.push((figure, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn times_are_none_of_an_order() {
    for (article, figure, verdict) in [
        ("제2·제3의 딥시크", "2배", "missing"),
        ("제2·제3의 딥시크", "3배", "missing"),
        ("for the fifth time", "5 times", "found"),
        ("in the fifth place", "5 times", "missing"),
    ] {
        let told = of(article, figure);
        let all = told.iter().all(|told| told.starts_with(verdict));
        assert!(all && told.len() == 2, "{figure}: {told:?}");
    }
}
