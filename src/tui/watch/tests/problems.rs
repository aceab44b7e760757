//! Problems, each at its entry, and the way from one to the next.

use super::*;

#[test]
fn a_problem_is_its_entrys() {
    let deck = "\
deck: d
facts:
  good: { value: 5 km, ask: Is it far? }
  also:
    value: 6 km
    ask: Is it high?
  plain: { value: 7 km, label: Wide, label.ko: 너비 }
  ratio: { value: = good / alsoo, ask: How much? }
cards:
  - { id: a, ask: A?, answer: A }
  - ask: Nameless and broken?
    anser: B
";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    desk.shows(&[
        "▸  good",
        "   also",
        "   plain",
        "✗ ratio",
        "   a",
        "✗ Nameless and broken?",
    ]);
    let mut seen = Vec::new();
    for _ in 0..20 {
        desk.press("n");
        let screen = desk.screen((100, 40));
        let at = screen
            .split('▸')
            .nth(1)
            .unwrap()
            .chars()
            .take(8)
            .collect::<String>();
        let line = desk.edits().1;
        seen.push((line, at.trim().to_owned()));
    }
    for (line, at) in seen {
        let expected = match line {
            3 => "! good",
            4..=6 => "! also",
            8 => "✗ ratio",
            11.. => "✗ Namele",
            _ => continue,
        };
        assert!(at.starts_with(expected), "{line} {at}");
    }
    // A fact that asks nothing, in both languages.
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    desk.press("↓↓");
    desk.shows(&["▸  plain", "fact · line 7", "Wide", "너비", "7 km"]);
    assert_eq!(desk.edits().1, 7);
}

#[test]
fn from_problem_to_problem_and_to_its_line() {
    let other = "deck: other\ncards:\n  - { id: a, ask: A?, answer: B, colour: red }\n";
    let mut desk = Desk::new(Lang::En, &[("chips.yaml", CHIPS), ("other.yaml", other)]);
    let line = |what: &str| {
        let found = CHIPS.lines().position(|line| line.contains(what));
        found.unwrap() + 1
    };
    let at = |line: usize| ("chips.yaml".to_owned(), line);
    let wrong = line("ask: Who made H100?");
    // Where nothing is wrong with a card, at the card.
    desk.press("↓");
    assert_eq!(desk.edits(), at(line("id: city")));
    let mut seen = Vec::new();
    for _ in 0..20 {
        desk.press("n");
        seen.push(desk.edits());
    }
    assert!(seen.contains(&at(wrong)), "{seen:?}");
    assert!(seen.contains(&("other.yaml".to_owned(), 3)), "{seen:?}");
    // Back the same way.
    seen.pop();
    desk.press("p");
    assert_eq!(desk.edits(), seen.pop().unwrap());
    // The card comes with its problem, and the problem with its card.
    while desk.edits() != at(wrong) {
        desk.press("n");
    }
    desk.shows(&["▸! maker", "missing-language"]);
    desk.press("↑");
    assert_eq!(desk.edits(), at(line("id: city")));
    desk.press("↓");
    assert_eq!(desk.edits(), at(wrong));
}

#[test]
fn where_nothing_is_wrong_the_next_problem_says_so() {
    let deck = "deck: d\ntitle: D\nas_of: 2025-02-09\nsources: { s: { title: S, publisher: P, date: 2025-02-09, url: 'https://example.org' } }\n\
                defaults: { source: s }\ncards:\n  - { id: a, ask: A of them?, answer: It }\n";
    for key in ["n", "p"] {
        let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
        assert_eq!(
            desk.screen((100, 30)).matches("nothing is wrong").count(),
            1
        );
        desk.press(key);
        assert_eq!(
            desk.screen((100, 30)).matches("nothing is wrong").count(),
            2
        );
    }
}
