//! Texts and names as a deck writes them.

use super::*;

#[test]
fn a_text_falls_back_to_the_language_it_has() {
    let (deck, told) = read_text(
        "deck: d\nlanguage: ko\ntitle: 칩\ncards:\n- { ask: 무엇, ask.en: What, answer.en: Chip }\n- { ask.ko: 무엇, answer: 칩 }\n",
    );
    assert_eq!(told, [] as [&str; 0]);
    let deck = deck.unwrap();
    assert_eq!(deck.cards[0].question.get(Lang::En), "What");
    assert_eq!(deck.cards[0].answer.get(Lang::Ko), "Chip");
    assert_eq!(deck.cards[1].question.get(Lang::En), "무엇");
}

#[test]
fn names_elsewhere_are_spelled_out() {
    let card = card(
        "- id: x\n  ask: q\n  answer: r\n  replaces: [old, e/other]\n  supersedes: [e/fact.one, gap#c1]\n  distractors: [s, t]\n  distractors.ko: [에스, 티]\n",
    );
    assert_eq!(card.replaces, ["d/old", "e/other"]);
    assert_eq!(card.supersedes, ["e/fact.one", "d/gap#c1"]);
    assert_eq!(card.distractors[1].get(Lang::Ko), "티");
}

#[test]
fn texts_are_kept_composed() {
    let card = card("- id: x\n  ask: \u{1112}\u{1161}\u{11ab}글\n  answer: cafe\u{301}\n");
    assert_eq!(
        (
            card.question.get(Lang::En).as_str(),
            card.answer.get(Lang::En).as_str()
        ),
        ("한글", "café")
    );
}

#[test]
fn a_particle_behind_a_fact_agrees_with_its_figure() {
    let (deck, told) = read_text(
        "deck: d\ntitle: t\nfacts:\n  jobs: { value: 212 jobs, label: j }\n  all: { value: 1460 jobs, label: a }\n\
         cards:\n- { ask: \"Of {jobs}\", ask.ko: \"{all} 가운데 {jobs}를 없애고 {jobs}와 {all}\", answer: a }\n",
    );
    assert_eq!(told, [] as [&str; 0]);
    let deck = deck.unwrap();
    let question = &deck.cards[0].question;
    assert_eq!(question.get(Lang::En), "Of 212 jobs");
    assert_eq!(
        question.get(Lang::Ko),
        "1,460명 가운데 212명을 없애고 212명과 1,460명"
    );
}
