//! What names are, and what is another one.

use super::*;

const ARTICLE: &str = "\"The market is short,\" said Marguerite Koffi, the chief economist. Dr Samuel \
    Ouedraogo of the University of Nangui Abrogoua led the survey. In Ivory Coast the virus was \
    confirmed in the town of Sinfra.\nPaul Deakin, an analyst at the brokerage Harrow & Finch, said \
    so. Yves N'Guessan heads a cooperative. Researchers at the Cocoa Research Institute in Tafo \
    agree. Lindholm said it would raise prices. The virus is carried by mealybugs. The World Bank \
    lent money. Chairman Chang and the European Union did not.\n시장조사업체의 제니퍼 \
    콜드웰(Jennifer Caldwell) 수석애널리스트와 다나카 히로시 이사, 박정현 사장이 말했다. \
    정부는 세계 표준 전환을 신청했으며 총회가 논의한다.";

/// The verdict on the answer of a card with its detail, and whether all is well.
fn of(card: &str) -> (String, bool) {
    let told = judged(
        ARTICLE,
        &format!("cards:\n  - {{ id: c, ask: Wie?, {card} }}\n"),
    );
    let first = told.first().and_then(|line| line.rsplit_once(": "));
    let verdict = first.map_or(String::new(), |(_, verdict)| verdict.to_owned());
    let well = told.iter().all(|line| line.contains(' '));
    (verdict, well)
}

#[test]
fn a_word_of_a_name_that_is_another_one_is_wrong() {
    let mut wrong = Vec::new();
    for (name, there) in [
        // A letter or two off.
        ("Marguerite Kofi", "Koffi"),
        ("Paul Deaken", "Deakin"),
        ("Deacon", "Deakin"),
        ("Lindhoom", "Lindholm"),
        ("Paul Deaken, analyst", "Deakin"),
        ("Samuel Ouedrago", "Ouedraogo"),
        ("Lindholn", "Lindholm"),
        ("Lindholn of Sweden", "Lindholm"),
        ("analyst at Harlow & Finch", "Harrow"),
        ("제니퍼 콜드월", "콜드웰"),
        ("다나카 히로키", "히로시"),
        ("Jennifer Caldwell, answer.ko: 제니퍼 콜드월", "콜드웰"),
        // Another one beside the words that do stand there.
        ("Yvon N'Guessan", "Yves N'Guessan"),
        ("Peter Deakin", "Paul Deakin"),
        ("University of Cocody", "University of Nangui"),
        (
            "Cocoa Research Institute in Kumasi",
            "Cocoa Research Institute in Tafo",
        ),
        ("Margaret Koffi, accept: [Koffi]", "Marguerite Koffi"),
        // Of two people.
        ("Samuel Deakin", "Samuel Ouedraogo"),
    ] {
        let name = if name.contains(", a") && !name.contains("analyst") {
            format!("answer: {name}")
        } else {
            format!("answer: \"{name}\"")
        };
        let (verdict, well) = of(&name);
        if well || !verdict.starts_with("missing") || !verdict.contains(there) {
            wrong.push((name, verdict, there));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn a_name_in_other_words_is_none_of_another() {
    let mut wrong = Vec::new();
    for card in [
        "answer: Marguerite Koffi, accept: [Koffi]",
        "answer: Morris Chang, accept: [Chang]",
        "answer: European Union, accept: [EU]",
        "answer: EU, accept: [European Union]",
        "answer: Mealybug",
        "answer: Dr Samuel Ouedraogo",
        "answer: Ms Koffi",
        "answer: Mr. Deakin",
        "answer: \"Deakin of Dublin\"",
        "answer: Ivorian farmers of Ivory Coast",
        "answer: The World Bank",
        "answer: Head of a cooperative",
        "answer: Yves N'Guessan, answer.ko: 이브 은게상",
        "answer: Tanaka Hiroshi, answer.ko: 다나카 히로시",
        "answer: 박정현 대표",
        "answer: 정부가 세계 표준 전환을 신청했다",
        "answer: Tanaka, accept: [다나카]",
    ] {
        let (verdict, well) = of(card);
        if !well {
            wrong.push((card, verdict));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn the_answer_itself_is_borne_out() {
    for card in [
        "answer: Ladybugs, accept: [mealybug]",
        "answer: Ladybugs, answer.ko: 무당벌레, accept: [mealybugs]",
        "cloze: \"It is the {{c1::Ladybug}}.\", accept: [mealybugs], typed: true",
    ] {
        let entries = if card.starts_with("cloze") {
            format!("cards:\n  - {{ id: c, {card} }}\n")
        } else {
            format!("cards:\n  - {{ id: c, ask: Wie?, {card} }}\n")
        };
        let told = judged(ARTICLE, &entries);
        assert!(told.contains(&"not-in-source".to_owned()), "{told:?}");
    }
}

#[test]
fn names_that_a_text_mentions_are_not_a_slip_off() {
    for (ask, well) in [
        ("By how much will Lindholm raise prices?", true),
        ("By how much will Lindblom raise prices?", false),
        ("What does, as Samuel Ouedrago says, spread?", false),
        ("Who of the Ivorians and Africans did so?", true),
        ("Where in Sinfra was it?", true),
        ("Where in Sinfre was it?", false),
        ("What did the analyst Deacon say?", false),
    ] {
        let card = format!("cards:\n  - {{ id: c, ask: \"{ask}\", answer: Lindholm }}\n");
        let told = judged(ARTICLE, &card);
        assert_eq!(
            !told.contains(&"not-in-source".to_owned()),
            well,
            "{ask}: {told:?}"
        );
    }
    let order = |town: &str| {
        let item = format!("The virus is confirmed in Ivory Coast, in {town}");
        judged(
            ARTICLE,
            &format!(
                "cards:\n  - id: c\n    ask: Wie?\n    order:\n      - {item}\n      - Lindholm\n"
            ),
        )
    };
    assert!(!order("Sinfra").contains(&"not-in-source".to_owned()));
    assert!(order("Sinfre").contains(&"not-in-source".to_owned()));
}

#[test]
fn names_of_one_list_that_are_not_named_are_told_once() {
    let told = |entries: &str| -> Vec<String> {
        let deck = format!("deck: d\ncards:\n{entries}");
        let opened = open(Path::new("d.yaml"), deck.as_bytes());
        let articles = [Article::new(None, Path::new("a"), "The Vanguard fab.")];
        let mut ignores = Ignores::read(&deck, opened.tree());
        let path = Path::new("d.yaml");
        let report = hold(path, deck.as_bytes(), &opened, &articles, &mut ignores).unwrap();
        let told = report.diagnostics.iter();
        told.map(|told| format!("{}: {}", told.place.line, told.message.says(Lang::En)))
            .collect()
    };
    let found = told(
        "  - { id: a, ask: Which two?, list: [Tower, Vanguard, Powerchip, Nexchip], need: 2 }\n\
         \u{20} - id: b\n    ask: Which?\n    list:\n      - Alpha Corp\n      - Beta Corp # dateline: ignore not-in-source\n\
         \u{20} - { id: c, ask: Who?, answer: Gamma Corp }\n",
    );
    assert_eq!(
        found,
        [
            "3: the article names none of 'Tower', 'Powerchip', 'Nexchip', nor a word of them",
            "7: the article does not name 'Alpha Corp', nor a word of it",
            "9: the article does not name 'Gamma Corp', nor a word of it",
        ]
    );
}

#[test]
fn a_name_of_letters_and_digits_is_one_claim() {
    for (article, card, expected) in [
        (
            "Nvidia sold chips.",
            "answer: H800",
            &["c answer H800: missing", "not-in-source"][..],
        ),
        (
            "Nvidia sold H800 chips.",
            "answer: H800",
            &["c answer H800: found 1"],
        ),
        (
            "Nvidia sold H100 chips.",
            "answer: H800",
            &["c answer H800: missing 1 (H100)", "not-in-source"],
        ),
        (
            "01.AI and Alibaba bought them.",
            "list: [01.AI, Alibaba]",
            &["c list 01.AI: found 1", "c list Alibaba: found 1"],
        ),
        (
            "Alibaba bought them.",
            "list: [01.AI, Alibaba]",
            &[
                "c list 01.AI: missing",
                "c list Alibaba: found 1",
                "not-in-source",
            ],
        ),
    ] {
        let told = judged(
            article,
            &format!("cards:\n  - {{ id: c, ask: Wie?, {card} }}\n"),
        );
        assert_eq!(told, expected, "{article} {card}");
    }
    // A gap is one as well.
    let cloze = "cards:\n  - { id: c, cloze: 'The {{c1::H800}} is one.' }\n";
    assert_eq!(
        judged("Nvidia sold chips.", cloze),
        ["c cloze H800: missing", "not-in-source"]
    );
}

#[test]
fn names_are_found_in_any_form() {
    let article = "‘딥시크 쇼크’라고 마크 안드레센이 말했다. H800을 썼다.";
    for (card, expected) in [
        (
            "answer: Marc Andreessen, answer.ko: 마크 안드레센",
            &["c answer Marc Andreessen: found 1"][..],
        ),
        (
            "answer: Andreessen, accept: [안드레센]",
            &["c answer Andreessen: found 1"],
        ),
        ("answer: 마크 왕", &["c answer 마크 왕: in-part 1"]),
        // Of a person every word is said.
        (
            "answer: 안드레센 투자자",
            &["c answer 안드레센 투자자: in-part 1"],
        ),
        (
            "answer: 안드레아 사장",
            &["c answer 안드레아 사장: missing", "not-in-source"],
        ),
        // Other spellings have the numbers of the answer.
        (
            "answer: H800, accept: [H-800, H900 chips]",
            &[
                "c answer H800: found 1",
                "c accept H900 chips: missing",
                "not-in-source",
            ],
        ),
        (
            "answer: Morris Chang",
            &["c answer Morris Chang: missing", "not-in-source"],
        ),
        (
            "list: [딥시크, TSMC], need: 1",
            &[
                "c list 딥시크: found 1",
                "c list TSMC: missing",
                "not-in-source",
            ],
        ),
        ("answer: It is all of this and that too.", &[]),
        (
            "answer: So, distractors: [Wang, H100]",
            &["c answer So: missing", "not-in-source"],
        ),
        (
            "answer: It runs on many an H800 and so on.",
            &["c answer H800: found 1"],
        ),
        (
            "answer: It runs on many an H100 and so on.",
            &["c answer H100: missing 1 (H800)", "not-in-source"],
        ),
        ("answer: So, source: t", &[]),
    ] {
        let entries = format!("cards:\n  - {{ id: c, ask: Wer?, {card} }}\n");
        assert_eq!(judged(article, &entries), *expected, "{card}");
    }
}
