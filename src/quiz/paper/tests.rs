//! Papers of small decks, one rule a table, and of the decks that ship.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::deck::{SHIPPED, Task, read};
use crate::text::Lang;

/// A card of every kind, and some that are siblings or give one another away.
const DECK: &str = r#"
deck: chips
facts:
  china: { value: "38,210 applications", label: China, label.ko: 중국, ask: How many from China?, ask.ko: 중국은 몇 건?, tags: [patents] }
  states: { value: "6,276 applications", label: United States, label.ko: 미국, ask: How many from the United States?, ask.ko: 미국은 몇 건?, chart: [china, states], tags: [patents] }
  cost: { value: 5.576M USD, ask: What did it cost?, ask.ko: 얼마가 들었는가?, tags: [cost] }
cards:
  - { id: day, ask: When was it released?, ask.ko: 언제 나왔는가?, date: 2025-01-20, tags: [models] }
  - { id: year, ask: When was it founded?, ask.ko: 언제 세워졌는가?, date: 1987, tags: [models] }
  - { id: name, ask: Who founded it?, ask.ko: 누가 세웠는가?, answer: Morris Chang, answer.ko: 모리스 창, accept: [Chang], distractors: [Jensen Huang, Lisa Su, Pat Gelsinger], distractors.ko: [젠슨 황, 리사 수, 팻 겔싱어], tags: [people] }
  - { id: telling, ask: What is Morris Chang's firm?, ask.ko: 모리스 창의 회사는?, answer: TSMC, answer.ko: TSMC, accept: [티에스엠씨], tags: [people] }
  - { id: short, ask: What does a foundry make?, ask.ko: 파운드리가 만드는 것은?, answer: Chips, answer.ko: 칩, reverse: true, tags: [models] }
  - { id: long, ask: Why do they wait?, ask.ko: 왜 기다리는가?, answer: Because each machine is made to order and takes years., answer.ko: 장비마다 주문을 받아 여러 해에 걸쳐 만들기 때문., tags: [models] }
  - { id: gaps, cloze: "The {{c1::H800}} is a cut-down {{c2::H100}}.", cloze.ko: "{{c1::H800}}은 {{c2::H100}}의 사양을 낮춘 것이다.", tags: [chips] }
  - { id: share, cloze: "It holds {{c1::70%}} of all.", cloze.ko: "전체의 {{c1::70%}}이다.", typed: true, tags: [chips] }
  - { id: one-of, ask: Which is a foundry?, ask.ko: 파운드리는?, choices: [TSMC, ARM, Nvidia], answer: TSMC, tags: [chips] }
  - { id: sizes, ask: Which size?, ask.ko: 크기는?, choices: [3 nm, 5 nm, 7 nm], answer: 3 nm, tags: [chips] }
  - { id: boxes, ask: Which are foundries?, ask.ko: 파운드리를 모두 고르면?, choices: [UMC, Samsung, ARM], answer: [UMC, Samsung], tags: [chips] }
  - { id: list, ask: Name two, ask.ko: 두 곳은?, list: [GlobalFoundries, SMIC, Tower], need: 2, tags: [chips] }
  - { id: order, ask: Order them, ask.ko: 차례는?, order: [Volta, Ampere, Hopper], tags: [chips] }
  - { id: pairs, ask: Who makes what?, ask.ko: 누가 무엇을?, pairs: [[Alibaba, Qwen], [ByteDance, Doubao], [Meta, Llama]], tags: [models] }
  - { id: compare, ask: Which is more?, ask.ko: 더 많은 쪽은?, compare: [china, states], tags: [patents] }
  - { id: claim, ask: What does Alexandr Wang say they have?, ask.ko: 알렉산더 왕이 말하는 보유량은?, number: "50,000", status: claim, by: Alexandr Wang, by.ko: 알렉산더 왕, tags: [people] }
  - { id: other, ask: What is it?, ask.ko: 무엇인가?, answer: A turn, answer.ko: 전환, status: forecast, by: Kevin Roose, by.ko: 케빈 루즈, tags: [people] }
  - { id: third, ask: And then?, ask.ko: 그다음은?, answer: Another, answer.ko: 또 하나, status: claim, by: Marc Andreessen, by.ko: 마크 안드레센, tags: [people] }
  - { id: fourth, ask: And last?, ask.ko: 마지막은?, answer: The end, answer.ko: 끝, status: disputed, by: Sam Altman, by.ko: 샘 올트먼, tags: [people] }
"#;

fn cards_of(name: &str, text: &str) -> Vec<Arc<Card>> {
    let reading = read(Path::new(name), text.as_bytes());
    assert_eq!(reading.diagnostics, [], "{name}");
    let cards = reading.deck.unwrap().cards;
    cards.into_iter().map(Arc::new).collect()
}

fn deck() -> Vec<Arc<Card>> {
    cards_of("chips.yaml", DECK)
}

/// The cards of the decks that ship.
fn shipped() -> Vec<Arc<Card>> {
    static CARDS: OnceLock<Vec<Arc<Card>>> = OnceLock::new();
    let decks = SHIPPED.iter();
    let read = || {
        decks
            .flat_map(|(name, text)| cards_of(name, text))
            .collect()
    };
    CARDS.get_or_init(read).clone()
}

fn brief(number: u32, seed: u64) -> Brief {
    Brief {
        decks: Vec::new(),
        tags: Vec::new(),
        kinds: Vec::new(),
        number,
        limit: None,
        seed,
        count_reviews: false,
    }
}

/// What a question is, for messages: its card, form and choices.
fn told(question: &Question) -> String {
    let mut lines = vec![format!("{} {:?}", question.card.id, question.form)];
    if let Task::Choice { choices, right, .. } = &question.card.task {
        lines.extend(choices.iter().enumerate().map(|(at, text)| {
            let mark = if right.contains(&at) { '*' } else { ' ' };
            format!("{mark} {} | {}", text.get(Lang::En), text.get(Lang::Ko))
        }));
    }
    lines.join("\n")
}

#[test]
fn what_each_card_asks_for() {
    let expected = [
        ("china", Kind::Figure),
        ("day", Kind::Date),
        ("year", Kind::Date),
        ("name", Kind::Name),
        ("short", Kind::Name),
        ("short#reverse", Kind::Name),
        ("long", Kind::Name),
        ("gaps#c1", Kind::Name),
        ("share#c1", Kind::Figure),
        ("one-of", Kind::Name),
        ("sizes", Kind::Figure),
        ("boxes", Kind::List),
        ("list", Kind::List),
        ("order", Kind::Order),
        ("pairs", Kind::Pairs),
        ("compare", Kind::Comparison),
        ("claim", Kind::Figure),
    ];
    let cards = deck();
    for (id, kind) in expected {
        let id = format!("chips/{id}");
        let card = cards.iter().find(|card| card.id.as_str() == id).expect(&id);
        assert_eq!(kind::kind(card), kind, "{id}");
    }
}

#[test]
fn the_forms_that_a_card_can_have() {
    use Form::{Chosen, Own, Source, Typed};
    // The forms in which it can be asked, whatever chance would have first.
    let expected: [(&str, &[Form]); 19] = [
        ("china", &[Own, Chosen]),
        ("cost", &[Own, Chosen]),
        ("day", &[Own, Chosen]),
        ("year", &[Own, Chosen]),
        ("name", &[Own, Chosen]),
        // Another card has it among choices.
        ("telling", &[Own, Chosen]),
        ("short", &[Own, Typed]),
        // Nothing could be taken for its answer.
        ("long", &[Own]),
        ("gaps#c1", &[Own, Typed]),
        ("share#c1", &[Own, Chosen]),
        ("one-of", &[Own]),
        ("boxes", &[Own]),
        ("list", &[Own]),
        ("order", &[Own]),
        ("pairs", &[Own]),
        ("compare", &[Own]),
        ("claim", &[Own, Chosen, Source]),
        ("other", &[Own, Typed, Source]),
        // A disputed statement is no one's in particular.
        ("fourth", &[Own, Typed]),
    ];
    let cards = deck();
    let pool = Pool::new(&cards, &[]);
    for (id, expected) in expected {
        let id = format!("chips/{id}");
        let card = cards.iter().find(|card| card.id.as_str() == id).expect(&id);
        for seed in 0..20 {
            let chance = Chance::new(seed).of(&id);
            let forms: Vec<Form> = [Own, Typed, Chosen, Source]
                .into_iter()
                .filter(|form| form::question(card, *form, &pool, chance).is_some())
                .collect();
            assert_eq!(forms, expected, "{id} with seed {seed}");
        }
    }
}

#[test]
fn what_is_recalled_in_study_is_typed_or_picked_and_never_just_recalled() {
    let mut forms: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for seed in 0..15 {
        for question in Paper::make(&shipped(), &brief(30, seed)).questions {
            let task = match question.card.task {
                Task::Recall { .. } => panic!("{}", told(&question)),
                Task::Choice { .. } if question.form != Form::Own => "picked",
                _ => "typed",
            };
            forms
                .entry(task)
                .or_default()
                .insert(format!("{:?}", question.form));
        }
    }
    let forms: Vec<String> = forms
        .iter()
        .map(|(task, forms)| format!("{task} {forms:?}"))
        .collect();
    assert_eq!(
        forms,
        [
            r#"picked {"Chosen", "Source"}"#,
            r#"typed {"Own", "Typed"}"#
        ]
    );
}

#[test]
fn a_typed_card_is_a_choice_about_one_time_in_three() {
    let (mut chosen, mut all) = (0, 0);
    for seed in 0..40 {
        for question in Paper::make(&shipped(), &brief(30, seed)).questions {
            if question.kind == Kind::Figure {
                all += 1;
                chosen += usize::from(question.form == Form::Chosen);
            }
        }
    }
    let share = chosen * 100 / all;
    assert!((25..42).contains(&share), "{share} % of {all}");
}

/// The cards of a paper.
fn asked_of(cards: &[Arc<Card>], brief: &Brief) -> Vec<String> {
    let paper = Paper::make(cards, brief);
    let ids = paper.questions.iter().map(|q| q.card.id.to_string());
    ids.collect()
}

#[test]
fn decks_tags_kinds_and_number_are_kept() {
    let cards = shipped();
    for seed in 0..4 {
        let all = brief(500, seed);
        let of_deck = Brief {
            decks: vec!["ai-terms".parse().unwrap()],
            ..all.clone()
        };
        let tagged = Brief {
            tags: vec!["chips".to_owned(), "policy".to_owned()],
            ..all.clone()
        };
        let kinds = Brief {
            kinds: vec![Kind::Date, Kind::Source],
            ..all.clone()
        };
        let questions = |brief: &Brief| Paper::make(&cards, brief).questions;
        assert!(
            questions(&of_deck)
                .iter()
                .all(|q| q.card.id.deck() == "ai-terms")
        );
        assert!(questions(&tagged).iter().all(|q| {
            q.card
                .tags
                .iter()
                .any(|tag| tag == "chips" || tag == "policy")
        }));
        assert!(
            questions(&kinds)
                .iter()
                .all(|q| [Kind::Date, Kind::Source].contains(&q.kind))
        );
        for some in [&of_deck, &tagged, &kinds] {
            let count = questions(some).len();
            assert!(
                (5..questions(&all).len()).contains(&count),
                "{count} of {some:?}"
            );
        }
        for number in [0, 1, 7, 20] {
            let paper = Paper::make(&cards, &brief(number, seed));
            assert_eq!(paper.questions.len(), number as usize);
        }
        assert_eq!(
            questions(&Brief {
                tags: vec!["nothing".to_owned()],
                ..all
            }),
            []
        );
    }
}

#[test]
fn nothing_but_what_has_no_fair_form_is_left_out() {
    let cards = shipped();
    let asked: BTreeSet<String> = asked_of(&cards, &brief(500, 1)).into_iter().collect();
    let all: BTreeSet<String> = cards.iter().map(|card| card.id.to_string()).collect();
    let left_out: Vec<&String> = all.difference(&asked).collect();
    // A question turned round whose answer is a sentence of its own.
    assert_eq!(left_out, ["deepseek-shock/hle-name#reverse"]);
}

#[test]
fn no_card_comes_twice_and_siblings_only_where_there_is_nothing_else() {
    let cards = shipped();
    for seed in 0..15 {
        let paper = Paper::make(&cards, &brief(25, seed));
        for (at, one) in paper.questions.iter().enumerate() {
            for other in &paper.questions[at + 1..] {
                let (one, other) = (&one.card, &other.card);
                let shared = one.facts.iter().any(|fact| other.facts.contains(fact));
                let siblings = shared || one.id.entry() == other.id.entry();
                assert!(!siblings, "{} and {}", one.id, other.id);
            }
        }
        if seed > 1 {
            continue;
        }
        let all = asked_of(&cards, &brief(500, seed));
        let once: BTreeSet<&String> = all.iter().collect();
        assert_eq!(once.len(), all.len());
        // They are there, behind the others.
        assert!(all.iter().any(|id| id == "ai-terms/wipo#c1"));
        assert!(all.iter().any(|id| id == "ai-terms/wipo#c2"));
    }
}

#[test]
fn no_question_gives_another_away() {
    let cards = deck();
    let names = Brief {
        kinds: vec![Kind::Name],
        ..brief(3, 0)
    };
    let pair = ["chips/name", "chips/telling"];
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for seed in 0..60 {
        let few = asked_of(
            &cards,
            &Brief {
                seed,
                ..names.clone()
            },
        );
        let both = pair.iter().all(|id| few.iter().any(|asked| asked == id));
        assert!(!both, "{few:?}");
        seen.extend(few);
    }
    assert!(pair.iter().all(|id| seen.contains(*id)), "{seen:?}");
}

#[test]
fn kinds_come_in_turn() {
    for seed in 0..20 {
        let paper = Paper::make(&shipped(), &brief(8, seed));
        let kinds: BTreeSet<Kind> = paper.questions.iter().map(|q| q.kind).collect();
        assert_eq!(kinds.len(), 8, "{kinds:?}");
    }
}

#[test]
fn another_seed_is_another_quiz() {
    let cards = shipped();
    let papers: BTreeSet<Vec<String>> = (0..40)
        .map(|seed| asked_of(&cards, &brief(10, seed)))
        .collect();
    assert_eq!(papers.len(), 40);
}

#[test]
fn other_decks_change_nothing_in_a_quiz_of_some() {
    let teacher = cards_of(SHIPPED[0].0, SHIPPED[0].1);
    let deck: crate::deck::DeckId = teacher[0].id.deck().parse().unwrap();
    for seed in 0..8 {
        let brief = Brief {
            decks: vec![deck.clone()],
            ..brief(20, seed)
        };
        assert_eq!(
            Paper::make(&teacher, &brief).questions,
            Paper::make(&shipped(), &brief).questions
        );
    }
}

#[test]
fn a_quiz_made_again_is_the_same() {
    let cards = shipped();
    for seed in 0..15 {
        let brief = brief(30, seed);
        let paper = Paper::make(&cards, &brief);
        let again = Paper::again(&cards, &brief, &paper.asked());
        assert_eq!(again.questions, paper.questions);
        // A question that is gone moves no other's choices.
        let gone = paper.asked().split_off(1);
        let shorter = Paper::again(&cards, &brief, &gone);
        let asked = |paper: &[Question]| -> Vec<(Arc<Card>, Form)> {
            let each = paper.iter().map(|one| (one.card.clone(), one.form));
            each.collect()
        };
        assert_eq!(asked(&shorter.questions), asked(&paper.questions[1..]));
        assert_eq!(shorter.seed(0), paper.seed(1));
    }
}

#[test]
fn cards_that_are_gone_are_left_out_and_what_lost_its_choices_is_typed() {
    let cards = deck();
    let asked = |card: &str, form| Asked {
        card: card.parse().unwrap(),
        form,
    };
    let again = Paper::again(
        &cards,
        &brief(3, 1),
        &[
            asked("chips/gone", Form::Own),
            asked("chips/short", Form::Chosen),
            asked("chips/cost", Form::Source),
            asked("chips/name", Form::Chosen),
        ],
    );
    let forms: Vec<String> = again
        .questions
        .iter()
        .map(|q| format!("{} {:?}", q.card.id, q.form))
        .collect();
    assert_eq!(
        forms,
        ["chips/short Typed", "chips/cost Own", "chips/name Chosen"]
    );
}

#[test]
fn the_card_is_still_known_by_what_it_was() {
    let cards = shipped();
    for question in Paper::make(&cards, &brief(60, 3)).questions {
        let made = &question.card;
        let card = cards.iter().find(|card| card.id == made.id).unwrap();
        assert_eq!(
            (&made.dateline, &made.tags, &made.note, &made.fingerprint),
            (&card.dateline, &card.tags, &card.note, &card.fingerprint)
        );
        let same = question.form == Form::Source
            || made.question == card.question && made.answer == card.answer;
        assert!(same, "{}", told(&question));
        if question.form == Form::Chosen {
            assert_eq!(made.hint, None);
        }
    }
}

#[test]
fn who_says_so_is_asked_without_the_name() {
    let cards = deck();
    let pool = Pool::new(&cards, &[]);
    let id = "chips/claim".parse().unwrap();
    let card = pool.card(&id).unwrap();
    let question = form::question(card, Form::Source, &pool, Chance::new(5)).unwrap();
    assert_eq!(
        (
            question.card.question.get(Lang::En).as_str(),
            question.card.question.get(Lang::Ko).as_str(),
            question.card.answer.get(Lang::Ko).as_str(),
        ),
        (
            "What does […] say they have?\n→ 50,000\n\nWho says so?",
            "[…]이(가) 말하는 보유량은?\n→ 5만\n\n누가 그렇게 말하는가?",
            "알렉산더 왕"
        )
    );
    let Task::Choice { choices, right, .. } = &question.card.task else {
        panic!("{}", told(&question));
    };
    assert_eq!(choices[right[0]], question.card.answer);
    let others: BTreeSet<&str> = choices
        .iter()
        .map(|text| text.get(Lang::En).as_str())
        .collect();
    assert_eq!(
        others,
        BTreeSet::from([
            "Alexandr Wang",
            "Kevin Roose",
            "Marc Andreessen",
            "Sam Altman"
        ])
    );
}

#[test]
fn who_says_so_is_not_asked_where_something_tells() {
    let deck = |entry: &str| {
        format!(
            "deck: d\nsources:\n  daily: {{ title: A story, publisher: The Daily }}\ncards:\n\
             - {{ id: x, tags: [a], {entry} }}\n\
             - {{ id: a, ask: q, answer: b, status: claim, by: Kevin Roose }}\n\
             - {{ id: b, ask: r, answer: c, status: claim, by: Sam Altman }}\n\
             - {{ id: c, ask: s, answer: d, status: claim, by: Alexandr Wang }}\n"
        )
    };
    // the entry, the statement without the name
    let cases: &[(&str, Option<&str>)] = &[
        (
            "ask: What does Jensen Huang expect?, answer: A turn, status: forecast, by: Jensen Huang",
            Some("What does […] expect?\n→ A turn\n\nWho expects so?"),
        ),
        (
            "ask: What is it?, answer: A turn, status: claim, by: Jensen Huang",
            Some("What is it?\n→ A turn\n\nWho says so?"),
        ),
        (
            "cloze: \"To Jensen Huang it is a {{turn}}.\", status: claim, by: Jensen Huang",
            Some("To […] it is a turn.\n\nWho says so?"),
        ),
        // A word of the name is left.
        (
            "ask: What does Jensen expect?, answer: A turn, status: claim, by: Jensen Huang",
            None,
        ),
        (
            "ask: What is it?, answer: Huang's turn, status: claim, by: Jensen Huang",
            None,
        ),
        // The name within another word is not left out, and so it is left.
        (
            "ask: What is Jensen Huangism?, answer: A turn, status: claim, by: Jensen Huang",
            None,
        ),
        // The source says so itself.
        (
            "ask: What is it?, answer: A turn, status: claim, source: daily, by: The Daily",
            None,
        ),
        // A fact, or no one's.
        ("ask: What is it?, answer: A turn, by: Jensen Huang", None),
        ("ask: What is it?, answer: A turn, status: claim", None),
        // Not one statement.
        (
            "ask: Order them, order: [a, b], status: claim, by: Jensen Huang",
            None,
        ),
    ];
    for (entry, expected) in cases {
        let cards = cards_of("d.yaml", &deck(entry));
        let pool = Pool::new(&cards, &[]);
        let card = cards.iter().find(|card| card.id.entry() == "d/x").unwrap();
        let made = form::question(card, Form::Source, &pool, Chance::new(1));
        let statement = made
            .as_ref()
            .map(|made| made.card.question.get(Lang::En).as_str());
        assert_eq!(statement, *expected, "{entry}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn the_order_of_cards_does_not_matter(
        cards in Just(shipped()).prop_shuffle(),
        seed in any::<u64>(),
        number in 0_u32..60,
    ) {
        let brief = brief(number, seed);
        let paper = Paper::make(&shipped(), &brief);
        prop_assert_eq!(Paper::make(&cards, &brief).questions, paper.questions);
    }
}

#[test]
fn what_is_known_of_the_cards_changes_no_question() {
    let cards = shipped();
    let brief = brief(30, 5);
    let made = Paper::make(&cards, &brief).questions;
    let mut kinds = Kinds::default();
    while kinds.go_on(&cards, 40) {
        assert_eq!(Paper::knowing(&cards, &kinds, &brief).questions, made);
    }
    assert_eq!(Paper::knowing(&cards, &kinds, &brief).questions, made);
    assert_eq!(Paper::make(&cards, &brief).reviewed(), []);
    let counted = Brief {
        count_reviews: true,
        ..brief
    };
    let counted = Paper::make(&cards, &counted);
    assert_eq!(counted.reviewed().len(), counted.questions.len());
}
