#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod articles;
mod computed;
mod days;
mod fair;
mod figures;
mod named;
mod nouns;
mod spans;
mod speakers;
mod spellings;
mod subjects;
mod times;

use std::path::Path;

use super::*;
use crate::deck::open;
use crate::text::{Lang, Message};

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

/// An article of two quarters, two halves, two days and two shares.
const YARD: &str = "한빛중공업이 지난 17일 발표한 2분기 영업이익은 3872억원으로 118.3% 늘었다. \
    같은 기간 매출은 3조 2천억원으로 18.7% 증가했다. 다만 1분기 영업이익(2914억원)에는 일회성 \
    환입 410억원이 포함돼 있었다.\n계약 금액은 4조 1천억원이다. 지난 6일 맺었다.\n올해 1월 전 세계 발주량은 \
    1938만CGT다. 한국이 487만CGT로 25%를 차지했다. 한국의 점유율은 지난해 1월 17%에서 8%포인트 \
    올랐다.\n두바이유는 지난 7일 배럴당 72.4달러에 거래를 마쳤다.\n임금은 15% 깎였다.\n\
    올해 상반기 수출은 512억 달러로 지난해 상반기 498억 달러보다 늘었다.\n";
