//! Wrong choices: wrong in every language, and no tell among them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::*;
use crate::deck::{SHIPPED, Task, read};
use crate::figure::{Date, Figure};
use crate::quiz::{Brief, Form, Kind, Paper, Question};

fn cards(name: &str, text: &str) -> Vec<Arc<Card>> {
    let reading = read(Path::new(name), text.as_bytes());
    assert_eq!(reading.diagnostics, [], "{text}");
    let cards = reading.deck.unwrap().cards;
    cards.into_iter().map(Arc::new).collect()
}

/// The wrong choices for the card `d/x` of a deck with these entries, in English.
fn wrong_for(entries: &str, seed: u64) -> Option<Vec<String>> {
    let cards = cards("d.yaml", &format!("deck: d\n{entries}"));
    let pool = Pool::new(&cards, &[]);
    let card = cards.iter().find(|card| card.id.entry() == "d/x").unwrap();
    let wrong = distractors(card, &pool, Chance::new(seed))?;
    Some(
        wrong
            .iter()
            .map(|text| text.get(Lang::En).clone())
            .collect(),
    )
}

/// The same with the right figure or date among them.
fn asked(key: &str, right: &str, seed: u64) -> Option<Vec<String>> {
    wrong_for(
        &format!("cards: [{{ id: x, ask: q, {key}: \"{right}\" }}]"),
        seed,
    )
}

#[test]
fn figures_of_the_decks_before_made_ones() {
    let entries = "facts:\n  \
        own: { value: 9.4%, label: R1 }\n  \
        bar: { value: 26.6%, label: Other }\n\
        cards:\n\
        - { id: x, ask: q, number: \"{own}\", chart: [own, bar], tags: [a] }\n\
        - { id: tagged, ask: r, number: 14.3%, tags: [a] }\n\
        - { id: near, ask: s, number: 7.1%, tags: [b] }\n\
        - { id: far, ask: t, number: 62.3%, tags: [b] }\n\
        - { id: same, ask: u, number: 9.43%, tags: [a] }\n\
        - { id: points, ask: v, number: 8.8%p, tags: [a] }\n\
        - { id: round, ask: w, number: 20%, tags: [a] }\n";
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for seed in 0..60 {
        seen.extend(wrong_for(entries, seed).unwrap());
    }
    for figure in ["26.6%", "14.3%", "7.1%"] {
        assert!(seen.contains(figure), "{figure} is not in {seen:?}");
    }
    for figure in ["62.3%", "9.43%", "8.8%", "20%", "20.0%", "9.4%"] {
        assert!(!seen.contains(figure), "{figure} is in {seen:?}");
    }
    // Larger ones first the chart's, then those about the same.
    let larger = (0..60).map(|seed| wrong_for(entries, seed).unwrap());
    for wrong in larger {
        let count = wrong.iter().filter(|text| text.len() > 4).count();
        assert!(
            count == 0 || wrong.contains(&"26.6%".to_owned()),
            "{wrong:?}"
        );
    }
}

#[test]
fn what_was_reported_is_no_wrong_choice() {
    let entries = "facts:\n  \
        a: { value: 50 }\n  \
        b: { value: = a / 20, ask: q, reported: 2.1×, reported_note: Others have 3.3×. }\n\
        cards:\n\
        - { id: x, ask: r, answer: s }\n";
    let cards = cards("d.yaml", &format!("deck: d\n{entries}"));
    let pool = Pool::new(&cards, &[]);
    let card = cards.iter().find(|card| card.id.entry() == "d/b").unwrap();
    let mut seen = BTreeSet::new();
    for seed in 0..300 {
        let wrong = distractors(card, &pool, Chance::new(seed)).unwrap();
        seen.extend(wrong.iter().map(|text| text.get(Lang::En).clone()));
    }
    assert!(seen.len() > 20, "{seen:?}");
    assert!(!seen.contains("2.1×") && !seen.contains("3.3×"), "{seen:?}");
}

#[test]
fn made_figures_are_as_precise_as_the_right_one() {
    // right, digits behind the point, zeros at the end of the whole
    for (right, decimals, zeros) in [
        ("38,210 applications", 0, 1),
        ("6,276 applications", 0, 0),
        ("4,400 companies", 0, 2),
        ("50,000 GPUs", 0, 4),
        ("9.4%", 1, 0),
        ("70%", 0, 1),
        ("95%", 0, 0),
        ("12 companies", 0, 0),
        ("2.83×", 2, 0),
        ("-3.5%", 1, 0),
        ("1", 0, 0),
        ("9", 0, 0),
        ("123456789012345678901234567890", 0, 1),
    ] {
        let given = Figure::parse(right).unwrap();
        for seed in 0..40 {
            let wrong = asked("number", right, seed).expect(right);
            assert_eq!(wrong.len(), 3, "{right}: {wrong:?}");
            let once: BTreeSet<&String> = wrong.iter().collect();
            assert_eq!(once.len(), 3, "{right}: {wrong:?}");
            for text in &wrong {
                let figure = Figure::parse(text).expect(text);
                assert_eq!(figure.unit.code(), given.unit.code(), "{right}: {wrong:?}");
                let digits: String = text
                    .chars()
                    .filter(|c| c.is_ascii_digit() || *c == '.')
                    .collect();
                let (whole, behind) = digits.split_once('.').unwrap_or((&digits, ""));
                assert_eq!(behind.len(), decimals, "{right}: {wrong:?}");
                let ending = whole.len() - whole.trim_end_matches('0').len();
                assert!(decimals > 0 || ending == zeros, "{right}: {wrong:?}");
                assert_eq!(
                    text.starts_with('-'),
                    right.starts_with('-'),
                    "{right}: {wrong:?}"
                );
                if right.ends_with('%') {
                    assert!(figure.number.to_f64() < 100.0, "{right}: {wrong:?}");
                }
                let times = figure.number.to_f64() / given.number.to_f64();
                let near = if right == "1" { 10.0 } else { 6.0 };
                assert!((1.0 / near..near).contains(&times), "{right}: {wrong:?}");
            }
        }
    }
}

#[test]
fn fractions_stay_fractions() {
    for (right, round) in [
        ("1/18", false),
        ("1/10", true),
        ("1/4", false),
        ("1/3", false),
        ("1/2", false),
    ] {
        for seed in 0..40 {
            let wrong = asked("number", right, seed).expect(right);
            for text in &wrong {
                let count: u32 = text.strip_prefix("1/").expect(text).parse().unwrap();
                assert!(
                    count > 1 && (!round || count.is_multiple_of(5)),
                    "{right}: {wrong:?}"
                );
            }
        }
    }
}

#[test]
fn what_can_not_be_varied_is_not() {
    for right in ["0", "10~15%", "2/3"] {
        assert_eq!(asked("number", right, 1), None, "{right}");
    }
}

#[test]
fn where_the_right_one_stands_is_chance() {
    for (key, right) in [
        ("number", "38,210 applications"),
        ("number", "9.4%"),
        ("date", "2017"),
        ("date", "2025-01-20"),
    ] {
        let mut places = [0; 4];
        for seed in 0..400 {
            let wrong = asked(key, right, seed).unwrap();
            let smaller = wrong.iter().filter(|text| {
                if key == "date" {
                    Date::parse(text).unwrap() < Date::parse(right).unwrap()
                } else {
                    Figure::parse(text).unwrap().number.value
                        < Figure::parse(right).unwrap().number.value
                }
            });
            places[smaller.count()] += 1;
        }
        assert!(
            places.iter().all(|count| (65..140).contains(count)),
            "{right}: {places:?}"
        );
    }
}

#[test]
fn dates_are_nearby_and_as_precise() {
    for (right, parts) in [
        ("2017", 1),
        ("1957", 1),
        ("2025-01", 2),
        ("2025-01-20", 3),
        ("2024-02-29", 3),
        ("--01-20", 2),
        ("--06", 1),
    ] {
        for seed in 0..40 {
            let wrong = asked("date", right, seed).expect(right);
            assert_eq!(wrong.len(), 3, "{right}: {wrong:?}");
            for text in &wrong {
                assert_eq!(text.split(' ').count(), parts, "{right}: {wrong:?}");
                assert_ne!(Date::parse(text), Date::parse_iso(right), "{wrong:?}");
            }
        }
    }
    for seed in 0..40 {
        // Days of the decks come first; not the day after, which is the same
        // day elsewhere; none beyond what is told of; none that the note names.
        let entries = "as_of: 2025-02-09\ncards:\n\
            - { id: x, ask: q, date: 2025-02-03, note: Others say 30 January. }\n\
            - { id: a, ask: r, date: 2025-01-29 }\n\
            - { id: b, ask: s, date: 2025-02-04 }\n\
            - { id: c, ask: t, date: 2025-01-20 }\n\
            - { id: d, ask: u, date: 2024-10-01 }\n\
            - { id: e, ask: v, date: 2025-01-30 }\n";
        let wrong = wrong_for(entries, seed).unwrap();
        let has = |text: &str| wrong.iter().any(|wrong| wrong == text);
        let earlier = wrong
            .iter()
            .filter(|text| Date::parse(text).unwrap() < Date::parse("2025-02-03").unwrap())
            .count();
        assert!(
            earlier < 2 || has("29 January 2025") && has("20 January 2025"),
            "{wrong:?}"
        );
        assert!(
            !has("4 February 2025") && !has("2 February 2025"),
            "{wrong:?}"
        );
        assert!(
            !has("30 January 2025") && !has("1 October 2024"),
            "{wrong:?}"
        );
        let last = Date::parse("2025-02-09").unwrap();
        assert!(
            wrong.iter().all(|text| Date::parse(text).unwrap() <= last),
            "{wrong:?}"
        );
    }
}

#[test]
fn names() {
    // what else the deck has, what of it may be among the wrong choices
    let card = "cards:\n- { id: x, ask: Which architecture of 2022?, answer: Hopper, accept: [GH100], note: After Ampere., tags: [chips] }\n";
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "what stands beside it",
            "- { id: a, ask: q, pairs: [[V100, Volta], [H100, Hopper], [B200, Blackwell], [R100, Rubin]] }\n",
            &["Blackwell", "Rubin", "Volta"],
        ),
        (
            "not what its note names",
            "- { id: a, ask: q, order: [Volta, Ampere, Hopper, Blackwell] }\n",
            &["Blackwell", "Volta"],
        ),
        (
            "answers of cards with its tag",
            "- { id: a, ask: q, answer: Volta, tags: [chips] }\n- { id: b, ask: r, answer: Rubin, accept: [r], tags: [chips] }\n- { id: c, ask: s, answer: Pascal, tags: [people] }\n",
            &["Rubin", "Volta"],
        ),
        (
            "not what is in a list with it",
            "- { id: l, ask: Name two, list: [Hopper, Volta, Turing], need: 2 }\n- { id: a, ask: q, answer: Volta, tags: [chips] }\n- { id: b, ask: r, answer: Rubin, tags: [chips] }\n- { id: c, ask: s, answer: Kepler, tags: [chips] }\n",
            &["Kepler", "Rubin"],
        ),
        (
            "not another spelling of it, nor what it is part of",
            "- { id: a, ask: q, answer: GH100, tags: [chips] }\n- { id: b, ask: r, answer: The Hopper, tags: [chips] }\n- { id: c, ask: s, answer: Volta, tags: [chips] }\n- { id: d, ask: t, answer: Rubin, tags: [chips] }\n",
            &["Rubin", "Volta"],
        ),
        (
            "not what is answered with it",
            "- { id: a, ask: q, answer: Nvidia, accept: [Hopper], tags: [chips] }\n- { id: c, ask: s, answer: Volta, tags: [chips] }\n- { id: d, ask: t, answer: Rubin, tags: [chips] }\n",
            &["Rubin", "Volta"],
        ),
        (
            "the author's alone",
            "- { id: a, ask: q, answer: Volta, tags: [chips] }\n- { id: b, ask: r, answer: Rubin, tags: [chips] }\n- { id: c, ask: s, answer: Pascal, tags: [chips] }\n",
            &["Pascal", "Rubin", "Volta"],
        ),
        (
            "too few",
            "- { id: a, ask: q, answer: Volta, tags: [chips] }\n",
            &[],
        ),
        (
            "none that looks otherwise",
            "- { id: a, ask: q, answer: Volta (2017), tags: [chips] }\n- { id: b, ask: r, answer: It came before, tags: [chips] }\n- { id: c, ask: s, answer: a chip, tags: [chips] }\n- { id: d, ask: t, answer: Rubin, tags: [chips] }\n",
            &[],
        ),
        (
            "none in another script",
            "- { id: a, ask: q, answer: 볼타, tags: [chips] }\n- { id: b, ask: r, answer: 루빈, tags: [chips] }\n- { id: d, ask: t, answer: 파스칼, tags: [chips] }\n",
            &[],
        ),
    ];
    for (why, others, expected) in cases {
        for seed in 0..10 {
            let mut wrong = wrong_for(&format!("{card}{others}"), seed).unwrap_or_default();
            wrong.sort();
            assert_eq!(wrong, *expected, "{why}");
        }
    }
}

#[test]
fn the_authors_come_first_and_are_enough() {
    let entries = |own: &str| {
        format!(
            "cards:\n\
        - {{ id: x, ask: q, answer: Marc Andreessen, accept: [Andreessen], distractors: {own}, tags: [a] }}\n\
        - {{ id: y, ask: r, answer: Lisa Su, tags: [a] }}\n\
        - {{ id: z, ask: s, answer: Jensen Huang, tags: [a] }}\n"
        )
    };
    let cases: [(&str, &[&str]); 3] = [
        (
            "[Kevin Roose, Sam Altman, Alexandr Wang]",
            &["Alexandr Wang", "Kevin Roose", "Sam Altman"],
        ),
        // One is right, and does not count.
        (
            "[Kevin Roose, andreessen, Alexandr Wang]",
            &["Alexandr Wang", "Jensen Huang", "Kevin Roose"],
        ),
        // They are taken as they are, if need be.
        (
            "[Roose, NYT, someone else altogether]",
            &["NYT", "Roose", "someone else altogether"],
        ),
    ];
    for (own, expected) in cases {
        for seed in 0..10 {
            let mut wrong = wrong_for(&entries(own), seed).unwrap();
            wrong.sort();
            assert_eq!(wrong, expected, "{own}");
        }
    }
}

#[test]
fn the_authors_figures_and_dates_are_said_in_both_languages() {
    for (head, card, expected) in [
        (
            "",
            "number: 20B USD, distractors: [31B USD, 47 billion USD, 530억 달러]",
            [
                "$31 billion | 310억달러",
                "$47 billion | 470억달러",
                "$53 billion | 530억달러",
            ],
        ),
        // What is the same figure in both languages is one, however it is written.
        (
            "",
            "number: 20B USD, distractors: [$31B, 47B, 53B USD], distractors.ko: [310억 달러, 470억, 530억 달러]",
            [
                "$31 billion | 310억달러",
                "$47 billion | 470억달러",
                "$53 billion | 530억달러",
            ],
        ),
        (
            "language: ko\n",
            "number: 40명, distractors: [30명, 50명, 60명]",
            ["30 people | 30명", "50 people | 50명", "60 people | 60명"],
        ),
        (
            "",
            "date: 2025-02-03, distractors: [2025-01-20, 2025-01-27, 10 February 2025]",
            [
                "10 February 2025 | 2025년 2월 10일",
                "20 January 2025 | 2025년 1월 20일",
                "27 January 2025 | 2025년 1월 27일",
            ],
        ),
        (
            "language: ko\n",
            "date: --01-20, distractors: [--01-27, --02-10, 3월 2일]",
            [
                "10 February | 2월 10일",
                "2 March | 3월 2일",
                "27 January | 1월 27일",
            ],
        ),
    ] {
        let cards = cards(
            "d.yaml",
            &format!("deck: d\n{head}cards:\n- {{ id: x, ask: q, {card} }}\n"),
        );
        let pool = Pool::new(&cards, &[]);
        for seed in 0..10 {
            let wrong = distractors(&cards[0], &pool, Chance::new(seed)).expect(card);
            let shown =
                |text: &Localized| format!("{} | {}", text.get(Lang::En), text.get(Lang::Ko));
            let mut wrong: Vec<String> = wrong.iter().map(shown).collect();
            wrong.sort();
            assert_eq!(wrong, expected, "{card}");
        }
    }
}

#[test]
fn what_stands_in_a_gap_fits_into_it() {
    let entries = "cards:\n\
        - { id: x, cloze: \"It is an {{engineering}} feat.\", cloze.ko: \"그것을 {{혁신}}이라 한다.\", typed: true, tags: [a] }\n\
        - { id: a, cloze: \"The {{artistic}} one\", cloze.ko: \"{{예술}} 쪽\", tags: [a] }\n\
        - { id: b, cloze: \"The {{economic}} one\", cloze.ko: \"{{산업}} 쪽\", tags: [a] }\n\
        - { id: c, cloze: \"The {{scientific}} one\", cloze.ko: \"{{과학}} 쪽\", tags: [a] }\n\
        - { id: d, cloze: \"The {{academic}} one\", cloze.ko: \"{{연구}} 쪽\", tags: [a] }\n";
    for seed in 0..10 {
        let mut wrong = wrong_for(entries, seed).unwrap();
        wrong.sort();
        // Not `an scientific`, not `연구이라`.
        assert_eq!(wrong, ["artistic", "economic"]);
    }
}

/// A question with its choices, for messages.
fn told(question: &Question, choices: &[Localized]) -> String {
    let lines = choices
        .iter()
        .map(|text| format!("{} | {}", text.get(Lang::En), text.get(Lang::Ko)));
    let lines: Vec<String> = lines.collect();
    format!(
        "{} {:?}\n{}",
        question.card.id,
        question.form,
        lines.join("\n")
    )
}

#[test]
fn whatever_is_picked_of_the_shipped_decks_is_fair() {
    let all: Vec<Arc<Card>> = SHIPPED
        .iter()
        .flat_map(|(name, text)| cards(name, text))
        .collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for seed in 0..200 {
        let brief = Brief {
            decks: Vec::new(),
            tags: Vec::new(),
            kinds: Vec::new(),
            number: 20,
            limit: None,
            seed,
            count_reviews: false,
        };
        for question in Paper::make(&all, &brief).questions {
            let Task::Choice { choices, right, .. } = &question.card.task else {
                continue;
            };
            if question.form == Form::Own {
                continue;
            }
            let told = told(&question, choices);
            seen.insert(told.clone());
            let card = all.iter().find(|card| card.id == question.card.id).unwrap();
            let [right] = right.as_slice() else {
                panic!("{told}");
            };
            assert!((3..=4).contains(&choices.len()), "{told}");
            assert_eq!(choices[*right], question.card.answer, "{told}");
            for lang in Lang::ALL {
                let texts: BTreeSet<&String> = choices.iter().map(|text| text.get(lang)).collect();
                assert_eq!(texts.len(), choices.len(), "{told}");
                let mut looks: Vec<Look> = choices
                    .iter()
                    .map(|text| Look::of(text.get(lang)))
                    .collect();
                looks.swap(0, *right);
                let stands_out = Look::one_stands_out(&looks.iter().collect::<Vec<_>>());
                let valued = matches!(question.kind, Kind::Figure | Kind::Date);
                assert!(valued || !stands_out, "{told}");
            }
            for (at, choice) in choices.iter().enumerate() {
                assert!(
                    Lang::ALL.iter().all(|lang| choice.exactly(*lang).is_some()),
                    "{told}"
                );
                let judged = choice
                    .iter()
                    .map(|(_, text)| judge(card, &Response::Typed(text.clone())).outcome);
                for outcome in judged {
                    let expected = if at == *right {
                        Outcome::Correct
                    } else {
                        Outcome::Wrong
                    };
                    assert!(
                        question.kind == Kind::Source || outcome == expected,
                        "{told}"
                    );
                }
                if question.kind == Kind::Figure {
                    let figure = |text: &str| Figure::parse(text).expect(text);
                    let (one, other) = (
                        figure(choice.get(Lang::En)),
                        figure(choices[*right].get(Lang::En)),
                    );
                    assert_eq!(
                        one.canonical(),
                        figure(choice.get(Lang::Ko)).canonical(),
                        "{told}"
                    );
                    assert_eq!(
                        (one.unit.code(), one.number.fraction),
                        (other.unit.code(), other.number.fraction),
                        "{told}"
                    );
                    let decimals = |text: &str| {
                        text.split_once('.')
                            .map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).count())
                    };
                    let texts = |lang| {
                        (
                            decimals(choice.get(lang)),
                            decimals(choices[*right].get(lang)),
                        )
                    };
                    let (one, other) = texts(Lang::En);
                    assert_eq!(one, other, "{told}");
                }
            }
        }
    }
    // Not the same few over and over.
    assert!(seen.len() > 400, "{}", seen.len());
}
