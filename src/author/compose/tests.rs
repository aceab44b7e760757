//! A card from its fields to the file: tables of what is written.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;

use super::{Composer, Entry, Kind, Row, Slot};
use crate::deck::{SHIPPED, Severity, read};
use crate::text::{Lang, nfc};

const DECK: &str = "# mine\ndeck: chips\nlanguage: en\ntitle: Chips\ntitle.ko: 칩\nas_of: 2025-02-09\nsources:\n  daily: { title: A fab, title.ko: 공장, date: 2025-02-09 }\ndefaults: { source: daily }\nfacts:\n  fab.cost: { value: 20B USD, label: Cost, label.ko: 비용 }\ncards:\n  - id: founder # who\n    ask: Who founded it?\n    ask.ko: 누가 창업했는가?\n    answer: Morris Chang\n    answer.ko: 모리스 창\n\n# the end\noptions: { new_per_day: 3 }\n";

/// What is typed into which fields.
type Fields<'f> = &'f [(Slot, bool, &'f str)];

fn composer(text: &str) -> Composer {
    let known = BTreeSet::from(["chips/old#reverse".to_owned(), "other/new".to_owned()]);
    Composer::open(Path::new("chips.yaml"), text.as_bytes().to_vec(), &known).unwrap()
}

fn entry(kind: Kind, fields: Fields<'_>) -> Entry {
    let mut entry = Entry::new(kind);
    for (slot, other, text) in fields {
        let (slot, other) = (*slot, *other);
        entry.set(Row { slot, other }, text);
    }
    entry
}

#[test]
fn what_each_kind_writes() {
    use Slot::{
        Accept, Answer, Ask, By, Choices, Cloze, Date, Hint, Id, List, Need, Note, Number, Order,
        Pairs, Source, StaleAfter, Status, Tags, Tolerance,
    };
    let cases: &[(Kind, Fields<'_>, &str, usize)] = &[
        (
            Kind::Recall,
            &[
                (Ask, false, "What is a “fab”?"),
                (Ask, true, "팹이란?"),
                (Answer, false, "A: a factory"),
                (Answer, true, "공장"),
                (Hint, false, "#1"),
                (Tags, false, "chips; 칩"),
            ],
            "  - id: what-is-a-fab\n    ask: What is a “fab”?\n    ask.ko: 팹이란?\n    answer: 'A: a factory'\n    answer.ko: 공장\n    hint: '#1'\n    tags:\n      - chips\n      - 칩\n",
            1,
        ),
        (
            Kind::Text,
            &[
                (Ask, false, "Who?"),
                (Answer, false, "yes"),
                (Source, false, "daily"),
                (Id, false, "who-said"),
            ],
            "  - id: who-said\n    ask: Who?\n    answer: yes\n    source: daily\n    accept:\n      - yes\n",
            1,
        ),
        (
            Kind::Text,
            &[
                (Ask, false, "Who?"),
                (Answer, false, "Chang"),
                (Accept, false, "Morris; 창 ;"),
            ],
            "  - id: who\n    ask: Who?\n    answer: Chang\n    accept:\n      - Morris\n      - 창\n",
            1,
        ),
        (
            Kind::Figure,
            &[
                (Ask, false, "How much?"),
                (Number, false, "38,210 applications"),
                (Tolerance, false, "5%"),
            ],
            "  - id: how-much\n    ask: How much?\n    number: 38,210 applications\n    tolerance: 5%\n",
            1,
        ),
        (
            Kind::Figure,
            &[(Ask, false, "How much?"), (Number, false, "{fab.cost}")],
            "  - id: how-much\n    ask: How much?\n    number: '{fab.cost}'\n",
            1,
        ),
        (
            Kind::Date,
            &[(Ask, false, "When?"), (Date, false, "1987")],
            "  - id: when\n    ask: When?\n    date: 1987\n",
            1,
        ),
        (
            Kind::Choice,
            &[
                (Ask, false, "Which?"),
                (Choices, false, "TSMC; ARM; Nvidia"),
                (Answer, false, "TSMC"),
                (Note, false, "It makes - and sells - chips"),
            ],
            "  - id: which\n    ask: Which?\n    choices:\n      - TSMC\n      - ARM\n      - Nvidia\n    answer: TSMC\n    note: It makes - and sells - chips\n",
            1,
        ),
        (
            Kind::List,
            &[
                (Ask, false, "Name two"),
                (List, false, "TSMC; Samsung; UMC"),
                (Need, false, "2"),
            ],
            "  - id: name-two\n    ask: Name two\n    list:\n      - TSMC\n      - Samsung\n      - UMC\n    need: 2\n",
            1,
        ),
        (
            Kind::TypedCloze,
            &[(Cloze, false, "The {{c1::H800}} is a cut-down {{c2::H100}}.")],
            "  - id: the-is-a-cut-down\n    cloze: The {{c1::H800}} is a cut-down {{c2::H100}}.\n    typed: true\n",
            2,
        ),
        (
            Kind::Order,
            &[
                (Ask, false, "Order by date"),
                (Order, false, "first; second; third"),
            ],
            "  - id: order-by-date\n    ask: Order by date\n    order:\n      - first\n      - second\n      - third\n",
            1,
        ),
        (
            Kind::Pairs,
            &[
                (Ask, false, "Who makes what?"),
                (
                    Pairs,
                    false,
                    "Alibaba = Qwen; ByteDance = Doubao, its model",
                ),
            ],
            "  - id: who-makes-what\n    ask: Who makes what?\n    pairs:\n      - [\"Alibaba\", \"Qwen\"]\n      - [\"ByteDance\", \"Doubao, its model\"]\n",
            1,
        ),
        (
            Kind::BothWays,
            &[
                (Ask, false, "LLM"),
                (Answer, false, "Large language model"),
                (Status, false, "claim"),
                (By, false, "OpenAI"),
                (By, true, "오픈AI"),
                (StaleAfter, false, "2026-01-01"),
            ],
            "  - id: llm\n    ask: LLM\n    answer: Large language model\n    status: claim\n    by: OpenAI\n    by.ko: 오픈AI\n    stale_after: 2026-01-01\n    reverse: true\n",
            2,
        ),
        (
            Kind::Cloze,
            &[
                (
                    Cloze,
                    false,
                    "Made in {{Taiwan::where}} and {{ c1::Korea }}.",
                ),
                (Cloze, true, "{{c1::한국}}과 {{대만}}산."),
            ],
            "  - id: made-in-and\n    cloze: Made in {{c2::Taiwan::where}} and {{ c1::Korea }}.\n    cloze.ko: '{{c1::한국}}과 {{c2::대만}}산.'\n",
            2,
        ),
        // In the language that is not the deck's alone.
        (
            Kind::Text,
            &[(Ask, true, "누가 창업했나?"), (Answer, true, "창")],
            "  - id: 누가-창업했나\n    ask.ko: 누가 창업했나?\n    answer.ko: 창\n    accept:\n      - 창\n",
            1,
        ),
        // No id twice: not of a card, not of a fact, not of one with a history.
        (
            Kind::Recall,
            &[(Ask, false, "Founder?"), (Answer, false, "x")],
            "  - id: founder-2\n    ask: Founder?\n    answer: x\n",
            1,
        ),
        (
            Kind::Recall,
            &[(Ask, false, "Old"), (Answer, false, "x")],
            "  - id: old-2\n    ask: Old\n    answer: x\n",
            1,
        ),
        (
            Kind::Recall,
            &[(Ask, false, "New"), (Answer, false, "x")],
            "  - id: new\n    ask: New\n    answer: x\n",
            1,
        ),
    ];
    let composer = composer(DECK);
    let (before, behind) = DECK.split_once("\n\n# the end").unwrap();
    for (kind, fields, expected, cards) in cases {
        let entry = entry(*kind, fields);
        let composed = composer.read(&entry, None);
        let mut errors = composed
            .problems
            .iter()
            .filter(|told| told.severity == Severity::Error);
        assert_eq!(errors.next(), None, "{expected}");
        assert_eq!(composed.cards.len(), *cards, "{expected}");
        let written = String::from_utf8(composer.written(&entry).unwrap()).unwrap();
        assert_eq!(written, format!("{before}\n{expected}\n# the end{behind}"));
    }
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_written() {
    use Slot::{Answer, Ask, Choices, Cloze, Date, Id, Number, Pairs, Source};
    let composer = composer(DECK);
    let cases: &[(Kind, Fields<'_>, &str)] = &[
        (Kind::Recall, &[], "a card with no answer"),
        (Kind::Recall, &[(Ask, false, "A?")], "no answer"),
        (
            Kind::Figure,
            &[(Ask, false, "A?"), (Number, false, "many")],
            "many",
        ),
        (
            Kind::Date,
            &[(Ask, false, "A?"), (Date, false, "2025-02-30")],
            "30 February",
        ),
        (
            Kind::Choice,
            &[
                (Ask, false, "A?"),
                (Choices, false, "x; y"),
                (Answer, false, "z"),
            ],
            "'z'",
        ),
        (Kind::Cloze, &[(Cloze, false, "no gap")], "gap"),
        (
            Kind::Pairs,
            &[(Ask, false, "A?"), (Pairs, false, "a; b = c")],
            "pair",
        ),
        (
            Kind::Recall,
            &[
                (Ask, false, "A?"),
                (Answer, false, "a"),
                (Id, false, "founder"),
            ],
            "is taken",
        ),
        (
            Kind::Recall,
            &[
                (Ask, false, "A?"),
                (Answer, false, "a"),
                (Id, false, "No Id"),
            ],
            "id",
        ),
        (
            Kind::Recall,
            &[(Ask, false, "A {no.fact}?"), (Answer, false, "a")],
            "no.fact",
        ),
        (
            Kind::Recall,
            &[
                (Ask, false, "A?"),
                (Answer, false, "a"),
                (Source, false, "nope"),
            ],
            "nope",
        ),
    ];
    for (kind, fields, expected) in cases {
        let entry = entry(*kind, fields);
        let composed = composer.read(&entry, None);
        let told: Vec<&str> = composed
            .problems
            .iter()
            .map(|told| told.message.says(Lang::En))
            .collect();
        assert!(
            told.iter().any(|told| told.contains(expected)),
            "{expected}: {told:?}"
        );
        assert!(composer.written(&entry).is_err(), "{expected}");
    }
}

#[test]
fn a_deck_of_any_make_takes_a_card() {
    let fields = [(Slot::Ask, false, "New one?"), (Slot::Answer, false, "new")];
    let entry = entry(Kind::Recall, &fields);
    for (name, text) in SHIPPED {
        let known = BTreeSet::new();
        let composer = Composer::open(Path::new(name), text.as_bytes().to_vec(), &known).unwrap();
        assert!(composer.both(), "{name}");
        let written = String::from_utf8(composer.written(&entry).unwrap()).unwrap();
        let more = written.strip_prefix(text);
        let expected = "  - id: new-one\n    ask: New one?\n    answer: new\n";
        assert_eq!(more, Some(expected), "{name}");
    }
    // An anchor in a card that is used behind the cards: the deck is read whole.
    let anchored = "deck: d\ncards:\n  - ask: &a A\n    answer: a\ntitle: *a\n";
    let composer = composer(anchored);
    assert_eq!(composer.read(&entry, None).cards.len(), 1);
    assert!(composer.written(&entry).is_ok());
    // In brackets it is read without the others that stand on its line.
    for (text, expected) in [
        (
            "{ deck: d, cards: [{ id: a, ask: A, anwser: a }, { id: b, ask: B, answer: b }] }",
            "{ deck: d, cards: [{ id: a, ask: A, anwser: a }, { id: b, ask: B, answer: b }, { id: new-one, ask: New one?, answer: new }] }",
        ),
        (
            "deck: d\ncards: [{ id: a, ask: A, answer: a }] # all\n",
            "deck: d\ncards: [{ id: a, ask: A, answer: a }, { id: new-one, ask: New one?, answer: new }] # all\n",
        ),
    ] {
        let composer = self::composer(text);
        let composed = composer.read(&entry, None);
        assert_eq!(composed.cards.len(), 1, "{text}");
        assert_eq!(
            composed.cards[0].question.get(Lang::En),
            "New one?",
            "{text}"
        );
        let worst = composed.problems.iter().map(|told| told.severity).max();
        assert_ne!(worst, Some(Severity::Error), "{:?}", composed.problems);
        let written = String::from_utf8(composer.written(&entry).unwrap()).unwrap();
        assert_eq!(written, expected);
    }
    // There too what is wrong with a card is told, and not that there is no room.
    let mut wrong = entry.clone();
    wrong.set(Row::of(Slot::Answer), "");
    let told = composer.written(&wrong).unwrap_err().to_string();
    assert_eq!(told, "a card with no answer");
}

#[test]
fn what_can_not_be_read_is_not_written_to() {
    for text in ["deck: [", "- a\n", ""] {
        let opened = Composer::open(
            Path::new("d.yaml"),
            text.as_bytes().to_vec(),
            &BTreeSet::new(),
        );
        assert!(opened.is_err(), "{text:?}");
    }
}

/// Text with a letter in it, and without braces and backslashes, which mean
/// something in a deck.
const WORDS: &str = r"[\PC--[{}\\\u{2028}\u{2029}]]{0,20}\pL[\PC--[{}\\\u{2028}\u{2029}]]{0,20}";

/// A card that asks and answers so.
fn asking(ask: &str, answer: &str) -> Entry {
    let fields = [(Slot::Ask, false, ask), (Slot::Answer, false, answer)];
    entry(Kind::Recall, &fields)
}

/// What is written of a card, if only behind the last, and no other byte.
fn behind_the_last(bytes: Vec<u8>) -> String {
    let written = String::from_utf8(bytes).unwrap();
    let (before, behind) = DECK.split_once("\n\n# the end").unwrap();
    assert!(written.starts_with(before) && written.ends_with(behind));
    written
}

proptest! {
    /// Whatever is typed is kept as it is, and keeps every other byte.
    #[test]
    fn any_text_is_read_again(ask in WORDS, answer in WORDS) {
        let written = composer(DECK).written(&asking(&ask, &answer)).unwrap();
        let written = behind_the_last(written);
        let deck = read(Path::new("chips.yaml"), written.as_bytes()).deck.unwrap();
        let card = deck.cards.last().unwrap();
        let kept = [&card.question, &card.answer].map(|text| text.get(Lang::En).clone());
        prop_assert_eq!(kept, [ask, answer].map(|text| nfc(text.trim())));
    }

    /// What means something may be wrong, and is then not written.
    #[test]
    fn any_text_keeps_every_other_byte(ask in "\\PC{1,40}", answer in "\\PC{1,40}") {
        let composer = composer(DECK);
        let entry = asking(&ask, &answer);
        if let Ok(bytes) = composer.written(&entry) {
            behind_the_last(bytes);
            prop_assert_eq!(composer.read(&entry, None).cards.len(), 1);
        }
    }
}
