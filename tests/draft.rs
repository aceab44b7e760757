//! `dateline draft`, as its user sees it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use std::path::Path;

use home::World;

const NOW: &str = "2025-03-01T09:00:00+09:00";

#[test]
fn a_draft_stands_up_to_a_check_against_its_article() {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    for (name, figures, people) in [
        ("battery.txt", 16, &["윤가온", "노해린"][..]),
        ("library.html", 11, &["마르타 레인", "오세림"]),
        ("tidal.md", 12, &["Idris Vane"]),
    ] {
        let world = World::new();
        world.write(name, &std::fs::read(articles.join(name)).unwrap());
        let drafted = world.run_at(NOW, &["draft", name]);
        assert_eq!(drafted.code, 0, "{name}: {}", drafted.errors);
        world.write("draft.yaml", drafted.out.as_bytes());
        let checked = world.run_at(NOW, &["check", "draft.yaml", "--against", name]);
        assert_eq!(checked.code, 0, "{name}: {}", checked.out);
        assert!(drafted.out.matches("cloze:").count() > 2, "{}", drafted.out);
        // No figure is left out for its label.
        for figure in 1..=figures {
            let fact = format!("\n  figure-{figure}:\n");
            assert!(drafted.out.contains(&fact), "{name}: {}", drafted.out);
        }
        // Two events are no timeline, but told all the same.
        let told = ["id: timeline", "  # 2024-11-05: ", "  # 2023-06-16: "];
        let timeline = told.iter().any(|told| drafted.out.contains(told));
        assert!(timeline, "{}", drafted.out);
        let cards = drafted.out.matches("id: person-").count();
        assert_eq!(cards, people.len(), "{name}: {}", drafted.out);
        for person in people {
            let told = [
                format!("answer: \"{person}\""),
                format!("{{{{c1::{person}}}}}"),
            ];
            let asked = told.iter().any(|told| drafted.out.contains(told));
            assert!(asked, "{person}: {}", drafted.out);
        }
    }
}

#[test]
fn a_check_asks_for_the_date_that_an_article_does_not_have() {
    let world = World::new();
    world.write("a.txt", b"The fab costs $20 billion, the firm said.\n");
    for (lang, comment) in [
        ("en", "    # date: when was it published?\n"),
        ("ko", "    # date: 언제 나온 기사인가?\n"),
    ] {
        let drafted = world.run_at(NOW, &["draft", "a.txt", "--lang", lang]);
        assert!(drafted.out.contains(comment), "{}", drafted.out);
        assert!(drafted.out.contains("$20 billion"), "{}", drafted.out);
        world.write("draft.yaml", drafted.out.as_bytes());
        let checked = world.run_at(NOW, &["check", "draft.yaml", "--against", "a.txt"]);
        let wrong = checked.out.matches("error[").count();
        assert_eq!((checked.code, wrong), (1, 1), "{}", checked.out);
        let told = "the source 'article' has no date";
        assert!(checked.out.contains(told), "{}", checked.out);
        let dated = drafted.out.replace(comment, "    date: 2025-02-09\n");
        world.write("draft.yaml", dated.as_bytes());
        let checked = world.run_at(NOW, &["check", "draft.yaml", "--against", "a.txt"]);
        assert_eq!(checked.code, 0, "{}", checked.out);
    }
}

#[test]
fn an_article_without_a_word_makes_no_deck() {
    let world = World::new();
    for text in ["", " \n\u{feff}\n", "---"] {
        world.write("empty.txt", text.as_bytes());
        let run = world.run(&["draft", "empty.txt"]);
        assert_eq!(run.code, 2, "{text:?}");
        let told = "nothing to read in the article empty.txt";
        assert!(run.errors.contains(told), "{}", run.errors);
    }
}

#[test]
#[cfg(unix)]
fn a_program_of_the_authors_own_is_checked_too() {
    let world = World::new();
    world.write("a.txt", b"The fab costs $20 billion.\n");
    let deck = |cost: &str| {
        format!(
            "deck: fab\nsources:\n  a: {{ title: A fab, date: 2025-02-09 }}\ndefaults: {{ source: a }}\n\
             cards:\n  - {{ id: cost, ask: What does it cost?, number: {cost} }}\n"
        )
    };
    for (cost, code) in [("20B USD", 0), ("30B USD", 1)] {
        world.write("answer.yaml", deck(cost).as_bytes());
        let run = world.run_at(NOW, &["draft", "a.txt", "--with", "cat answer.yaml"]);
        assert_eq!(run.code, code, "{}{}", run.out, run.errors);
        assert_eq!(run.out, deck(cost));
        assert_eq!(
            run.errors.contains("not-in-source"),
            code == 1,
            "{}",
            run.errors
        );
    }
    // Of several sources each is this article.
    let two = deck("20B USD")
        .replace(
            "defaults:",
            "  b: { title: B, date: 2025-02-09 }\ndefaults:",
        )
        .replace(
            "cards:\n",
            "cards:\n  - { id: who, ask: Who led it?, answer: Bob Nemo, source: b }\n",
        );
    world.write("answer.yaml", two.as_bytes());
    let run = world.run_at(NOW, &["draft", "a.txt", "--with", "cat answer.yaml"]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.errors);
    assert!(run.errors.contains("Bob Nemo"), "{}", run.errors);
    for (with, told) in [
        ("yes deck", "more than any deck has"),
        ("", "is no command"),
        ("'cat", "has an open quote"),
        ("no-such-program-here", "can't be started"),
        ("false", "ended with"),
    ] {
        let run = world.run_at(NOW, &["draft", "a.txt", "--with", with]);
        assert_eq!(run.code, 2, "{with}");
        // What to do stands behind it.
        assert!(
            run.errors.contains(told) && run.errors.contains("; "),
            "{with}: {}",
            run.errors
        );
    }
    let run = world.run_at(NOW, &["draft", "none.txt"]);
    assert!(run.code == 2 && run.errors.contains("can't read the article none.txt"));
    assert!(run.errors.contains("; name a file of"), "{}", run.errors);
}
