//! Whose dateline a card has.

use super::*;

#[test]
fn a_dateline_is_the_entrys_else_the_facts_else_the_defaults_else_the_decks() {
    let text = "deck: d\nas_of: 2025-01-01\n\
        sources: { one: { title: One, url: \"https://one.example\" }, two: { title: Two, title.ko: 둘, publisher: P, date: 2024 } }\n\
        defaults: { source: one, tags: [t], status: claim, by: D }\n\
        facts:\n  f: { value: 1, source: two, as_of: 2024-06, status: forecast, ask: q, by: F, by.ko: 에프 }\n  g: { value: 2, reported: 3, reported_note: 대강 }\n\
        cards:\n\
        - { id: plain, ask: q, answer: r }\n\
        - { id: of-fact, ask: q, number: \"{f}\" }\n\
        - { id: own, ask: q, number: \"{f}\", source: one, as_of: 2023, status: fact, by: E, tags: [] , stale_after: 2026-01-01, until: 2027-01-01 }\n";
    let (deck, told) = read_text(text);
    assert_eq!(told, [] as [&str; 0]);
    let deck = deck.unwrap();
    let shown: Vec<_> = deck
        .cards
        .iter()
        .map(|card| {
            let line = &card.dateline;
            let as_of = line.as_of.unwrap().format(Lang::Ko);
            let title = line.title.as_ref().unwrap().get(Lang::Ko).clone();
            let by = line.by.as_ref().unwrap().get(Lang::Ko).clone();
            (
                card.id.as_str(),
                as_of,
                title,
                line.status,
                by,
                card.tags.len(),
            )
        })
        .collect();
    let row = |id, as_of: &str, title: &str, status, by: &str, tags| {
        (
            id,
            as_of.to_owned(),
            title.to_owned(),
            status,
            by.to_owned(),
            tags,
        )
    };
    assert_eq!(
        shown,
        [
            row("d/f", "2024년 6월", "둘", Status::Forecast, "에프", 1),
            row("d/plain", "2025년 1월 1일", "One", Status::Claim, "D", 1),
            row("d/of-fact", "2024년 6월", "둘", Status::Forecast, "에프", 1),
            row("d/own", "2023년", "One", Status::Fact, "E", 0),
        ]
    );
    let (reported, note) = *deck.facts[1].dateline.reported.clone().unwrap();
    assert_eq!(
        (
            reported.format(Lang::En).as_str(),
            note.unwrap().get(Lang::En).as_str()
        ),
        ("3", "대강")
    );
    assert_eq!(deck.cards[0].dateline.url, None);
    assert_eq!(
        deck.cards[1].dateline.url.as_deref(),
        Some("https://one.example")
    );
}
