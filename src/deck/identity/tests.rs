#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use std::path::Path;

use super::*;
use crate::deck::read;

fn cards(entries: &str) -> Vec<Card> {
    let text = format!(
        "deck: d\nfacts: {{ f: {{ value: 9.4% }}, g: {{ value: 9.6% }}, h: {{ value: 9.40% }} }}\ncards:\n{entries}"
    );
    let reading = read(Path::new("d.yaml"), text.as_bytes());
    assert_eq!(reading.diagnostics, [], "{text}");
    reading.deck.unwrap().cards
}

/// What became of the first entries in the second ones: `a > b` renamed,
/// `a: was → is` corrected, `a lost (b c)`; all cards were studied.
fn became(before: &str, now: &str) -> Vec<String> {
    let known: Vec<Known> = cards(before)
        .into_iter()
        .map(|card| Known {
            answer: Some(card.answer.get(card.answer.language()).clone()),
            id: card.id,
            fingerprint: card.fingerprint,
            studied: true,
            formerly: Vec::new(),
            waiting: false,
        })
        .collect();
    let found = reconcile(&known, &cards(now), true);
    let short = |id: &CardId| {
        let name = id.as_str().strip_prefix("d/").unwrap();
        if name.starts_with('~') {
            "~".to_owned()
        } else {
            name.to_owned()
        }
    };
    let renamed = found
        .renamed
        .iter()
        .map(|(a, b)| format!("{} > {}", short(a), short(b)));
    let corrected = found
        .corrected
        .iter()
        .map(|c| format!("{}: {} → {}", short(&c.card), c.was, c.is));
    let lost = found.lost.iter().map(|(id, candidates)| {
        let names: Vec<_> = candidates.iter().map(short).collect();
        format!("{} lost ({})", short(id), names.join(" "))
    });
    renamed.chain(corrected).chain(lost).collect()
}

#[test]
fn a_card_keeps_its_history_where_no_doubt_is() {
    let one = "- { id: a, ask: 무엇?, answer: 칩 }\n";
    let cases: &[(&str, &str, &str, &[&str])] = &[
        ("nothing changed", one, one, &[]),
        (
            "reworded under its id",
            one,
            "- { id: a, ask: Was?, answer: Chip }\n",
            &[],
        ),
        (
            "another id",
            one,
            "- { id: b, ask: 무엇?, answer: 칩 }\n",
            &["a > b"],
        ),
        (
            "an id is written in",
            "- { ask: 무엇?, answer: 칩 }\n",
            one,
            &["~ > a"],
        ),
        (
            "punctuation is not wording",
            one,
            "- { id: b, ask: 무엇, answer: 칩. }\n",
            &["a > b"],
        ),
        (
            "another id and answer",
            one,
            "- { id: b, ask: 무엇?, answer: 반도체 }\n",
            &["a > b"],
        ),
        (
            "another id and question: told",
            one,
            "- { id: b, ask: 뭐?, answer: 칩 }\n",
            &["a lost (b)"],
        ),
        (
            "no id, question edited",
            "- { ask: Waht?, answer: 칩 }\n",
            "- { ask: What?, answer: 칩 }\n",
            &["~ > ~"],
        ),
        (
            "no id, question edited, answer not unique: told",
            "- { ask: Waht?, answer: 칩 }\n- { id: x, ask: Y?, answer: 칩 }\n",
            "- { ask: What?, answer: 칩 }\n- { id: x, ask: Y?, answer: 칩 }\n",
            &["~ lost (~)"],
        ),
        (
            "all else: gone",
            one,
            "- { id: b, ask: x, answer: y }\n",
            &["a lost ()"],
        ),
        (
            "deleted",
            one,
            "- { id: z, ask: q, answer: r }\n- { id: y, ask: s, answer: t }\n",
            &["a lost ()"],
        ),
        (
            "two could be it: told",
            one,
            "- { id: b, ask: 무엇?, answer: 칩 }\n- { id: c, ask: 무엇?, answer: 칩 }\n",
            &["a lost (b c)"],
        ),
        (
            "two were it: told",
            "- { id: a, ask: q, answer: r }\n- { id: b, ask: q, answer: r }\n",
            "- { id: c, ask: q, answer: r }\n",
            &["a lost (c)", "b lost (c)"],
        ),
        (
            "two change names at once",
            "- { id: a, ask: q, answer: r }\n- { id: b, ask: s, answer: t }\n",
            "- { id: c, ask: s, answer: t }\n- { id: d, ask: q, answer: r }\n",
            &["a > d", "b > c"],
        ),
        (
            "replaces",
            one,
            "- { id: b, ask: x, answer: y, replaces: [a] }\n",
            &["a > b"],
        ),
        (
            "replaces, against likeness",
            one,
            "- { id: b, ask: x, answer: y, replaces: [d/a] }\n- { id: c, ask: 무엇?, answer: 칩 }\n",
            &["a > b"],
        ),
        (
            "replaces goes by gap",
            "- { id: a, cloze: \"{{c1::x}} {{c2::y}}\" }\n",
            "- { id: b, cloze: \"{{c1::u}} {{c2::v}}\", replaces: [a] }\n",
            &["a#c1 > b#c1", "a#c2 > b#c2"],
        ),
        (
            "replaces by one of several gaps: told",
            one,
            "- { id: b, cloze: \"{{c1::u}} {{c2::v}}\", replaces: [a] }\n",
            &["a lost (b#c1 b#c2)"],
        ),
        (
            "a gap set before it shifts nothing",
            "- { id: a, cloze: \"x {{Geneva}}\" }\n",
            "- { id: a, cloze: \"{{WIPO}} x {{Geneva}}\" }\n",
            &[],
        ),
        (
            "a corrected figure",
            "- { id: a, ask: q, number: \"{f}\" }\n",
            "- { id: a, ask: q, number: \"{g}\" }\n",
            &["a: 9.4% → 9.6%"],
        ),
        (
            "a figure spelled otherwise",
            "- { id: a, ask: q, number: \"{f}\" }\n",
            "- { id: a, ask: q, number: \"{h}\" }\n",
            &[],
        ),
        (
            "a corrected date",
            "- { id: a, ask: q, date: 2025-01-20 }\n",
            "- { id: a, ask: q, date: 2025-01-21 }\n",
            &["a: 20 January 2025 → 21 January 2025"],
        ),
        (
            "renamed and corrected",
            "- { id: a, ask: q, date: 1957 }\n",
            "- { id: b, ask: q, date: 1958 }\n",
            &["a > b", "b: 1957 → 1958"],
        ),
        (
            "a figure that becomes a text is no correction",
            "- { id: a, ask: q, number: 5 }\n",
            "- { id: a, ask: q, answer: five }\n",
            &[],
        ),
    ];
    for (case, before, now, expected) in cases {
        assert_eq!(became(before, now), *expected, "{case}");
    }
}

#[test]
fn what_was_never_studied_is_not_missed() {
    let known: Vec<Known> =
        cards("- { id: a, ask: q, number: 1 }\n- { id: b, ask: r, number: 1 }\n")
            .into_iter()
            .map(|card| Known {
                id: card.id,
                fingerprint: card.fingerprint,
                answer: Some("1".into()),
                studied: false,
                formerly: Vec::new(),
                waiting: false,
            })
            .collect();
    let found = reconcile(&known, &cards("- { id: a, ask: q, number: 2 }\n"), true);
    assert_eq!(found, Match::default());
}
