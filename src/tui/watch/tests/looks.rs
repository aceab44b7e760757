//! How the screen looks in all sizes and languages.

use super::*;
use crate::strings::Say;

#[test]
fn looks() {
    for lang in Lang::ALL {
        for size in SIZES {
            for (name, keys) in [
                ("question", ""),
                ("answer", " "),
                ("both", "  "),
                ("usual", "w "),
                ("small", "ww↓↓"),
                ("problem", "n"),
                ("fact", "↑↑"),
                ("broken", "↓↓↓↓↓"),
                ("remedy", "↓↓↓↓"),
            ] {
                let mut desk = Desk::new(lang, &[("chips.yaml", CHIPS), ("b.yaml", "deck: b")]);
                let broken =
                    "  - ask: What did TSMC's plant cost when it was built?\n    answr: 65B USD\n";
                desk.save(0, &format!("{CHIPS}{broken}"));
                desk.press("↑↑↑↑↑");
                desk.press(keys);
                let name = format!("watch-{name}-{}x{}-{lang}", size.0, size.1);
                insta::assert_snapshot!(name, desk.screen(size));
            }
        }
    }
}

#[test]
fn sides_sizes_languages_and_decks() {
    let other = "deck: other\ncards:\n  - { id: a, ask: Another?, answer: B }\n";
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS), ("other.yaml", other)]);
    desk.shows(&["question", "1 / 2", "English"]);
    desk.press(" ");
    desk.shows(&["answer ·", "38,210", "█"]);
    desk.press("t");
    desk.shows(&["한국어", "중국에서 출원한"]);
    desk.press("w");
    desk.shows(&["80×24"]);
    desk.press("\t");
    desk.shows(&["Another?", "2 / 2"]);
    desk.press("\t");
    desk.shows(&["중국에서 출원한"]);
    desk.press("⇥");
    desk.shows(&["Another?"]);
    assert_eq!(desk.press("?"), Next::Draw);
    desk.shows(&["next problem", "shift-tab"]);
    assert_eq!(desk.press("⎋"), Next::Draw);
    assert_eq!(desk.press("q"), Next::Quit);
    // There is nothing to go back to but the shell.
    assert_eq!(desk.press("⎋"), Next::Quit);
}

#[test]
fn a_card_is_shown_in_a_language_that_it_has() {
    let korean =
        "deck: k\nlanguage: ko\ncards:\n  - { id: a, ask: 몇 건인가?, number: 3만 8210건 }\n";
    let english = "deck: e\ncards:\n  - { id: b, ask: How many?, number: 38210 }\n";
    let files = [("k.yaml", korean), ("e.yaml", english)];
    for (lang, shown) in [
        (Lang::En, ["한국어", "English"]),
        (Lang::Ko, ["한국어", "English"]),
    ] {
        let mut desk = Desk::new(lang, &files);
        desk.press(" ");
        desk.shows(&[shown[0], "3만 8,210건"]);
        let told = Say(lang).only_one_language();
        desk.press("t");
        desk.shows(&[shown[0], told]);
        desk.press("\t");
        desk.shows(&[shown[1], "38,210"]);
    }
}

#[test]
fn any_size() {
    let nasty = CHIPS.replace("Order these", "\"\\e[2J \\u202e long \\u0007\"");
    for keys in ["", "  ", "w ", "ww  ", "n", "↓↓↓⇟", "?"] {
        let files = [("chips.yaml", CHIPS), ("n.yaml", nasty.as_str())];
        let mut desk = Desk::new(Lang::Ko, &files);
        desk.press(keys);
        for (columns, rows) in (0..=14).flat_map(|x| (0..=14).map(move |y| (x, y))) {
            desk.screen((columns, rows));
        }
        for size in [(1, 200), (300, 1), (69, 5), (70, 4), (83, 9), (500, 200)] {
            let screen = desk.screen(size);
            assert!(
                !screen.contains(['\u{1b}', '\u{202e}', '\u{7}']),
                "{screen}"
            );
        }
    }
}

#[test]
fn a_fact_is_told_once_where_both_languages_say_the_same() {
    for (label, times) in [("label: Wide", 1), ("label: Wide, label.ko: Wide too", 2)] {
        let deck = format!("deck: d\nfacts:\n  far: {{ value: 5 km, {label} }}\ncards: []\n");
        let mut desk = Desk::new(Lang::En, &[("d.yaml", &deck)]);
        let screen = desk.screen((100, 30));
        assert_eq!(screen.matches("Wide").count(), times, "{screen}");
    }
}

#[test]
fn in_a_deck_of_one_language_no_other_is_shown() {
    let deck = "deck: d\ntitle: Cocoa\nfacts:\n  far: { value: 590000 t, label: Output }\ncards:\n  \
                - { id: a, ask: A of them?, answer: A }\n";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    let screen = desk.screen((100, 30));
    assert!(!screen.contains("t the other language"), "{screen}");
    desk.press("⇱");
    let screen = desk.screen((100, 30));
    assert_eq!(screen.matches("Output").count(), 1, "{screen}");
    assert!(!screen.contains("만"), "{screen}");
}
