//! Decks that are held against their articles.

use super::*;

#[test]
fn the_screen_does_not_wait_for_the_article() {
    let deck = "deck: d\ncards:\n  - { id: a, ask: How many?, number: '38,210' }\n";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    let path = std::path::Path::new("article.txt");
    let article = Article::new(None, path, "It has 38,210 patents.");
    let articles = RefCell::new(Some(Ok(vec![article])));
    let later: Rc<RefCell<Vec<Holding>>> = Rc::default();
    let taken = later.clone();
    desk.watch = Watch::new(
        Author {
            articles: Box::new(move || articles.borrow_mut().take()),
            ..author(&desk.disk)
        },
        manner(Lang::En),
        Box::new(move |decks| *taken.borrow_mut() = decks),
    );
    let hold = |desk: &mut Desk| {
        later.take().iter().for_each(Holding::run);
        assert_eq!(desk.watch.changed(), Next::Draw);
        assert_eq!(desk.watch.changed(), Next::Idle);
    };
    assert!(!desk.screen((100, 30)).contains("found"));
    hold(&mut desk);
    desk.shows(&["found 1 of 1", "nothing is wrong"]);
    let text = deck
        .replace("How many", "How few")
        .replace("38,210", "38,211");
    assert_eq!(desk.save(0, &text), Next::Draw);
    desk.shows(&["How few", "found 1 of 1", "nothing is wrong"]);
    // Saved again before it was held.
    assert_eq!(desk.save(0, &text.replace("few", "much")), Next::Draw);
    hold(&mut desk);
    desk.shows(&["How much", "found 0 of 1", "▸✗ a", "not-in-source"]);
}

#[test]
fn a_deck_is_held_against_its_article() {
    let deck = "deck: d\nsources:\n  s: { title: S, date: 2025-02-09 }\ndefaults: { source: s }\ncards:\n  - { id: a, ask: How many?, number: '38,210' }\n  - { id: b, ask: How high?, number: 5.5% }\n";
    let mut desk = Desk::new(Lang::En, &[("d.yaml", deck)]);
    let path = std::path::Path::new("article.txt");
    let article = |text: &str| vec![Article::new(None, path, text)];
    let told: Rc<RefCell<Told>> = Rc::default();
    let given = told.clone();
    desk.watch = Watch::new(
        Author {
            articles: Box::new(move || given.borrow_mut().take()),
            ..author(&desk.disk)
        },
        manner(Lang::En),
        Box::new(at_once),
    );
    *told.borrow_mut() = Some(Ok(article("It has 38,210 patents, and 5.4% more.")));
    assert_eq!(desk.watch.changed(), Next::Draw);
    desk.shows(&["found 1 of 2", "not-in-source", "✗ b"]);
    assert_eq!(desk.watch.changed(), Next::Idle);
    // The deck is mended, or the article.
    desk.save(0, &deck.replace("5.5%", "5.4%"));
    desk.shows(&["found 2 of 2"]);
    *told.borrow_mut() = Some(Ok(article("It has 38,211 patents, and 5.4% more.")));
    assert_eq!(desk.watch.changed(), Next::Draw);
    desk.shows(&["found 1 of 2", "✗ a"]);
    // It is not there for a moment.
    *told.borrow_mut() = Some(Err("can't read the article".to_owned()));
    assert_eq!(desk.watch.changed(), Next::Draw);
    desk.shows(&["found 1 of 2", "can't read the article"]);
    // Another source: which of them is it?
    desk.save(
        0,
        &deck.replace(
            "defaults:",
            "  t: { title: T, date: 2025-02-09 }\ndefaults:",
        ),
    );
    desk.shows(&["which of s, t is the article?"]);
}
