//! Examples for the keys of a deck, and a card of each kind to begin with.

use serde_json::{Value, json};

use crate::deck::EntryKind;

/// Examples of what a key holds in a mapping; `None` for a key that holds
/// mappings.
pub fn of(mapping: &str, key: &str) -> Option<Value> {
    Some(match (mapping, key) {
        ("deck", "deck") => json!(["chips", "딥시크-쇼크"]),
        ("deck", "title") => json!(["The DeepSeek shock"]),
        ("sources", "title") => json!(["A fab for the valley"]),
        (_, "language") => json!(["en", "ko"]),
        (_, "as_of") => json!(["2025-02-09", "2025-02", "2025"]),
        (_, "publisher") => json!(["The Daily"]),
        ("sources", "date") => json!(["2025-02-09"]),
        (_, "url") => json!(["https://example.org/fab"]),
        (_, "source") => json!(["daily"]),
        (_, "stale_after") => json!(["2026-12-31"]),
        (_, "status") => json!(["claim", "forecast"]),
        (_, "by") => json!(["the governor"]),
        (_, "tags") => json!([["chips", "trade"]]),
        (_, "tolerance") => json!(["5%", "2B USD"]),
        (_, "retention") => json!([0.9]),
        (_, "new_per_day") => json!([10]),
        (_, "reviews_per_day") => json!([100]),
        (_, "learning_steps") => json!([["1m", "10m"]]),
        (_, "relearning_steps") => json!([["10m"]]),
        (_, "maximum_interval") => json!([365]),
        (_, "value") => json!(["20B USD", "3만 8210건", "= fab.cost / old.cost"]),
        (_, "label") => json!(["Cost of the fab"]),
        ("facts", "ask") => json!(["How many jobs will the fab bring?"]),
        (_, "reported") => json!(["2×"]),
        (_, "reported_note") => json!(["The article rounds down."]),
        (_, "hint") => json!(["It begins with T."]),
        (_, "note") => json!(["{fab.cost}, twice the old one."]),
        (_, "chart") => json!([["fab.cost", "old.cost"]]),
        (_, "distractors") => json!([["ARM", "Nvidia"]]),
        (_, "until") => json!(["2026-06-30"]),
        (_, "supersedes") => json!([["old-cost", "chips-2024/fab.cost"]]),
        (_, "replaces") => json!([["old-id"]]),
        (_, "id") => json!(["who-founded-it", "창업자"]),
        (_, "ask") => json!(["Who founded the foundry model?"]),
        (_, "answer") => json!(["Morris Chang", ["TSMC", "UMC"]]),
        (_, "accept") => json!([["Chang Chung-mou"], { "TSMC": ["Taiwan Semiconductor"] }]),
        (_, "reverse" | "typed") => json!([true]),
        (_, "number") => json!(["{fab.cost}", "9.4%"]),
        (_, "date") => json!(["2025-01-20", "1957-10", "2014~2023"]),
        (_, "choices") => json!([["TSMC", "ARM", "Nvidia", "Cadence"]]),
        (_, "list") => json!([["TSMC", "Samsung", "UMC"]]),
        (_, "need") => json!([2]),
        (_, "cloze") => json!(["The {{c1::H800}} is a cut-down {{c2::H100::which chip?}}."]),
        (_, "order") => json!([["first", "second", "third"]]),
        (_, "pairs") => json!([[["Alibaba", "Qwen"], ["ByteDance", "Doubao"]]]),
        (_, "compare") => json!([["fab.cost", "old.cost"]]),
        _ => return None,
    })
}

/// A card of a kind as an editor puts it in: what it is called, what it is, and
/// its keys, `${1:…}` where the author writes.
pub fn snippet(kind: EntryKind) -> (&'static str, &'static str, Value) {
    match kind {
        EntryKind::Answer => (
            "question and answer",
            "Recalled; with accept it is typed",
            json!({ "id": "${1:id}", "ask": "${2:Question?}", "answer": "${3:Answer}" }),
        ),
        EntryKind::Choice => (
            "choices",
            "Picked from a list",
            json!({
                "id": "${1:id}",
                "ask": "${2:Question?}",
                "choices": ["${3:Right}", "${4:Wrong}", "${5:False}"],
                "answer": "${3:Right}",
            }),
        ),
        EntryKind::Number => (
            "figure",
            "Typed, judged by its value",
            json!({ "id": "${1:id}", "ask": "${2:How much?}", "number": "${3:20B USD}" }),
        ),
        EntryKind::Date => (
            "date",
            "Typed: a day, a month or a year",
            json!({ "id": "${1:id}", "ask": "${2:When?}", "date": "${3:2025-01-20}" }),
        ),
        EntryKind::List => (
            "list",
            "Typed, in any order",
            json!({
                "id": "${1:id}",
                "ask": "${2:Name two of them.}",
                "list": ["${3:One}", "${4:Two}", "${5:Three}"],
                "need": "${6:2}",
            }),
        ),
        EntryKind::Cloze => (
            "gaps",
            "A text with gaps, one card for each number",
            json!({ "id": "${1:id}", "cloze": "${2:Text} {{c1::${3:gap}}}." }),
        ),
        EntryKind::Order => (
            "order",
            "Lines to be put in order",
            json!({
                "id": "${1:id}",
                "ask": "${2:Put them in order.}",
                "order": ["${3:First}", "${4:Second}", "${5:Third}"],
            }),
        ),
        EntryKind::Pairs => (
            "pairs",
            "What belongs together",
            json!({
                "id": "${1:id}",
                "ask": "${2:Which belongs to which?}",
                "pairs": [["${3:Left}", "${4:Right}"], ["${5:Other left}", "${6:Other right}"]],
            }),
        ),
        EntryKind::Compare => (
            "comparison",
            "Which of two facts is larger, and how many times",
            json!({ "id": "${1:id}", "compare": ["${2:fact}", "${3:other-fact}"] }),
        ),
    }
}
