//! Sentences that point back to what is told before them.

use super::{draft, wish};

#[test]
fn the_next_day_is_told_or_left_out() {
    for (text, there, gone) in [
        // Told, a few sentences on.
        (
            "2026-02-25\n\n정부는 지난달 19일 대책을 내놓았다. 상한을 월 250만원에서 270만원으로 올렸다. 예산은 12.4% 늘었다.\n\n\
             노은채 부위원장은 다음 날 국회에서 “2030년까지 출산율을 5% 올리겠다”고 밝혔다.\n",
            "노은채 부위원장은 {{c1::2026년 1월 20일}} 국회에서",
            "}} 부위원장은 다음 날",
        ),
        // Nothing of which it is the next.
        (
            "2026-02-25\n\n예산은 12.4% 늘었다.\n\n회사는 다음 날 주식 3만주를 팔았다.\n",
            "12.4%",
            "cloze: \"회사는 다음 날",
        ),
        (
            "2026-03-18\n\nThe budget grew by 12.4% in all.\n\nThe secretary, Priya Nandakumar, told the Commons \
             the next day of her plan that it would cost up to £2.2bn.\n",
            "12.4%",
            "cloze: \"The secretary",
        ),
        (
            "2026-03-18\n\nThe plant fell by 12.4% on 3 March 2026.\n\nA crew of 340 men was back the day before the vote.\n",
            "the day before the vote",
            "never",
        ),
    ] {
        let deck = draft(text, &wish());
        assert!(deck.contains(there), "{there}: {deck}");
        assert!(!deck.contains(gone), "{gone}: {deck}");
    }
}

#[test]
fn a_person_of_whom_he_is_told_stands_behind_that_one() {
    let deck = draft(
        "2026-03-18\n\nMarcus Thorley, who became chief executive in October, gave up a bonus of £1.3m. \
         He replaced Diane Frome, who had led the company for six years.\n",
        &wish(),
    );
    let card = "gave up a bonus of £1.3m. He replaced {{c1::Diane Frome}}, who";
    assert!(deck.contains(card), "{deck}");
}

#[test]
fn how_something_is_as_of_a_date_is_no_event() {
    for text in [
        "2023년 기준 경제협력개발기구 평균은 1.43명이고, 한국은 38개 회원국 가운데 가장 낮다.\n",
        "As of 2023 the average is 1.43 children, and that of Korea is the lowest of all.\n",
    ] {
        let deck = draft(text, &wish());
        assert!(!deck.contains("# 2023"), "{deck}");
    }
}
