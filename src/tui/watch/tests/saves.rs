//! What a save changes, and where the cursor goes.

use super::*;

#[test]
fn a_save_is_seen_and_the_cursor_stays_on_its_card() {
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS)]);
    desk.press("↓");
    desk.shows(&["In which city is TSMC's plant?"]);
    assert_eq!(desk.watch.changed(), Next::Idle);
    // Nothing is said but of the deck; then one before it is gone.
    let text = CHIPS.replace("title: Chips", "# Later.\ntitle: Wafers");
    assert_eq!(desk.save(0, &text), Next::Draw);
    desk.shows(&["Wafers and patents", "▸  city", "In which city"]);
    let (before, rest) = text.split_once("  - id: patents").unwrap();
    let (_, after) = rest.split_once("  - id: city").unwrap();
    desk.save(0, &format!("{before}  - id: city{after}"));
    desk.shows(&["▸  city", "In which city"]);
    // It is gone itself: what stands in its place.
    let (_, after) = rest.split_once("  - id: maker").unwrap();
    desk.save(0, &format!("{before}  - id: maker{after}"));
    desk.shows(&["▸! maker", "Who made H100?"]);
}

#[test]
fn the_cursor_goes_to_what_a_save_changed() {
    let other = "deck: other\ncards:\n  - { id: a, ask: Another?, answer: B }\n";
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS), ("other.yaml", other)]);
    let changed = [
        (
            "  - id: order",
            "  - id: new\n    ask: New?\n    answer: Yes\n  - id: order",
            "▸! new",
        ),
        ("answer: Soon", "answer: Later", "▸✗ later"),
        ("value: '6,276건'", "value: '6,277건'", "▸  us"),
        // The first of several, and of what is broken.
        ("answer: Phoenix", "answer: Mesa", "▸  city"),
        (
            "    choices: [Nvidia, AMD]\n",
            "    choices: Nvidia\n",
            "▸~ maker",
        ),
    ];
    let mut text = CHIPS.to_owned();
    for (before, now, expected) in changed {
        text = text.replace(before, now).replace("And then?", "And  then?");
        desk.save(0, &text);
        desk.shows(&[expected]);
    }
    // In another file, and in a new one.
    desk.save(1, &other.replace("Another?", "Which?"));
    desk.shows(&["▸  a", "Which?", "2 / 2"]);
    let third = "deck: third\nfacts:\n  f: { value: 5 km }\ncards:\n  - { id: c, ask: Third?, answer: C }\n";
    desk.disk
        .borrow_mut()
        .push(("third.yaml", third.to_owned()));
    desk.watch.changed();
    desk.shows(&["▸  c", "Third?", "3 / 3"]);
}

#[test]
fn of_the_cards_of_an_entry_one_stays() {
    let deck = "deck: d\ncards:\n  - id: gaps\n    cloze: '{{c1::One}}, {{c2::two}}'\n  - cloze: \"The {{c1::H800}} is a cut-down {{c2::H100}}.\"\n";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    desk.press("↓");
    desk.shows(&[
        "  gaps#c1",
        "▸  gaps#c2",
        "   The H800 is a cut…#c1",
        "   The H800 is a cut…#c2",
    ]);
    desk.save(0, &deck.replace("One", "Uno"));
    desk.shows(&["▸  gaps#c2"]);
    desk.save(0, &deck.replace("{{c1::One}}", "{{c1::One"));
    desk.shows(&["▸~ gaps#c2", "  ~ gaps#c1"]);
    desk.press("n");
    desk.shows(&["▸~ gaps#c2"]);
    // What has no name is known by its place.
    desk.press("↓↓");
    desk.shows(&["▸  The H800 is a cut…#c2"]);
    desk.save(
        0,
        &deck
            .replace("a cut-down", "a smaller")
            .replace("{{c1::One}}", "{{c1::One"),
    );
    desk.shows(&["▸  The H800 is a sma…#c2"]);
}

#[test]
fn what_is_gone_is_gone_whatever_is_broken() {
    let card = |id: &str| format!("  - {{ id: {id}, ask: Who is {id}?, answer: It }}\n");
    let bad = "  - id: bad\n    ask: Who is bad?\n    answer: It\n    acept: [It]\n    number: 7\n";
    let draft = format!("deck: d\ncards:\n{}{}", card("old1"), card("old2"));
    let mut desk = Desk::new(Lang::En, &[("d.yaml", &draft)]);
    let cards: String = ["good", "also", "new1"].into_iter().map(card).collect();
    desk.save(0, &format!("deck: d\ncards:\n{cards}{bad}"));
    let screen = desk.screen((100, 30));
    assert!(!screen.contains("old"), "{screen}");
    desk.shows(&["▸  good", "   also", "   new1", " ✗ bad"]);
    // It was never whole: what is wrong in its place.
    desk.press("↓↓↓");
    desk.shows(&[
        "▸✗ bad",
        "broken · line 6",
        "[unknown-key]",
        "did you mean 'accept'?",
    ]);
    // No YAML at all: what still stands there.
    desk.save(
        0,
        &format!("deck: d\ncards:\n{}  - id: [new2\n{bad}", card("also")),
    );
    let screen = desk.screen((100, 30));
    for gone in ["good", "new1"] {
        assert!(!screen.contains(gone), "{gone}\n{screen}");
    }
    desk.shows(&["~ also", "▸✗ new2", "✗ bad", "[not-yaml]"]);
}

#[test]
fn what_is_broken_in_mid_edit_shows_what_was_there_before() {
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS)]);
    desk.press("↓");
    // No YAML at all.
    desk.save(0, &CHIPS.replace("  - id: city", "  - id: [city"));
    desk.shows(&["In which city", "as it was before", "▸~ city", "✗ 2 errors"]);
    // This card alone can't be read.
    let answer = "    answer: Phoenix\n    answer.ko: 피닉스\n";
    desk.save(0, &CHIPS.replace(answer, "    number: lots\n"));
    desk.shows(&["In which city", "as it was before", "▸~ city", "patents"]);
    // And whole again.
    desk.save(0, CHIPS);
    let screen = desk.screen((100, 30));
    assert!(!screen.contains("as it was before"), "{screen}");
    // A card that is taken out of a deck that can be read is gone.
    let (before, _) = CHIPS.split_once("  - id: order").unwrap();
    desk.save(0, before);
    let screen = desk.screen((100, 30));
    assert!(!screen.contains("order"), "{screen}");
}

#[test]
fn decks_come_and_go() {
    let mut desk = Desk::new(Lang::En, &[]);
    desk.shows(&["There is no deck here any more."]);
    for keys in ["↓", "n", "p", "\t", "e", " ", "⇟"] {
        desk.press(keys);
        desk.screen((80, 24));
    }
    desk.disk.borrow_mut().push(("a.yaml", "- 1".to_owned()));
    assert_eq!(desk.watch.changed(), Next::Draw);
    desk.shows(&["There is no card to show yet.", "a.yaml", "✗ 1 error"]);
    desk.save(0, CHIPS);
    desk.shows(&["How many patents"]);
    desk.disk.borrow_mut().clear();
    desk.watch.changed();
    desk.shows(&["There is no deck here any more."]);
}

#[test]
fn in_a_file_that_was_never_whole_only_what_is_wrong_is_marked() {
    let deck = "deck: d\nfacts:\n  far: { value: 5 km, label: Wide }\ncards:\n  \
                - { id: a, ask: A?, answer: A }\n  - { id: b, ask: [B?, answer: B }\n";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    let screen = desk.screen((100, 30));
    assert!(!screen.contains("✗ a"), "{screen}");
    assert!(screen.contains("✗ b"), "{screen}");
}

#[test]
fn where_a_file_breaks_is_shown_and_told_first() {
    let card = |id: &str| format!("  - {{ id: {id}, ask: Who is {id}?, answer: It }}\n");
    let start = format!(
        "deck: d\nfacts:\n  odd: {{ value: lots }}\ncards:\n{}",
        card("a")
    );
    let mut desk = Desk::new(Lang::En, &[("d.yaml", &start)]);
    // Two new cards, of which the second is no YAML.
    let more = "  - id: new\n    ask: Is it new?\n    answer: It\n  - id: bad\n    ask: \"Open? he said\" no\n    answer: It\n";
    desk.save(0, &format!("{start}{more}"));
    desk.shows(&["▸✗ bad", "broken · line 9", "[not-yaml]"]);
    // And beside it what is wrong there, and not what was wrong before.
    desk.press("↑");
    let screen = desk.screen((100, 40));
    let pane = screen.split_once("broken · line 6").map(|(_, pane)| pane);
    let told = pane
        .and_then(|pane| pane.split_once('['))
        .map(|(_, told)| told);
    assert!(
        told.is_some_and(|told| told.starts_with("not-yaml]")),
        "{screen}"
    );
}

#[test]
fn to_the_last_and_to_the_first() {
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS)]);
    desk.press("⇲");
    desk.shows(&["▸✗ later"]);
    desk.press("⇱");
    desk.shows(&["▸  china"]);
}
