//! What only a real terminal can show: a session with keys, a kill in the
//! middle, signals, a stop and a return, sizes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod terminal;

use std::path::Path;
use std::process::Command;

use terminal::Terminal;

const DATELINE: &str = env!("CARGO_BIN_EXE_dateline");

const ONE_OF_EACH: &str = "
deck: each
title: One of each
options: { new_per_day: 100 }
cards:
  - { id: recall, ask: Recall this, answer: recalled }
  - { id: text, ask: Type dateline, answer: dateline, accept: [데이트라인] }
  - { id: number, ask: Type 9.4 per cent, number: 9.4% }
  - { id: date, ask: Type the day, date: 2025-01-20 }
  - { id: choice, ask: Pick yes, choices: [yes, no], answer: yes }
  - { id: list, ask: Name two vowels, list: [a, e, i], need: 2 }
  - { id: gap, cloze: 'The gap is {{c1::here}}', typed: true }
  - { id: order, ask: Order these, order: [one, two, three] }
  - { id: pairs, ask: Match these, pairs: [[A, a], [B, b]] }
  - { id: compare, ask: Which is more, compare: [big, small] }
facts:
  big: { value: 20, label: Big }
  small: { value: 10, label: Small }
";

fn home_with(deck: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("deck.yaml"), deck).unwrap();
    home
}

fn study(home: &Path, args: &[&str]) -> Terminal {
    let deck = home.join("deck.yaml");
    let mut all = vec!["--decks", deck.to_str().unwrap(), "--lang", "en"];
    all.extend(args);
    Terminal::run(DATELINE, &all, home, 100, 30)
}

/// The log, oldest first.
fn log(home: &Path) -> Vec<serde_json::Value> {
    let output = Command::new(DATELINE)
        .args(["log", "--json"])
        .env("DATELINE_HOME", home)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let log = String::from_utf8(output.stdout).unwrap();
    log.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The ratings in the log, oldest first: (card, rating).
fn ratings(home: &Path) -> Vec<(String, String)> {
    log(home)
        .into_iter()
        .filter(|event| event["kind"] == "review")
        .map(|event| {
            (
                event["card"].as_str().unwrap().into(),
                event["rating"].as_str().unwrap().into(),
            )
        })
        .collect()
}

#[test]
fn what_was_set_aside_is_found_after_a_restart() {
    let home = home_with(ONE_OF_EACH);
    let mut terminal = study(home.path(), &["study"]);
    terminal.wait("Recall this");
    terminal.press("s");
    terminal.wait("Suspended.");
    terminal.press("\x02");
    terminal.wait("Buried until tomorrow.");
    terminal.press("\x03");
    assert_eq!(terminal.end(), 0);

    // An hour later: what comes later in the log is what holds.
    let deck = home.path().join("deck.yaml");
    let later = "DATELINE_NOW=2025-02-10T10:00:00Z";
    let all = [
        later,
        DATELINE,
        "--decks",
        deck.to_str().unwrap(),
        "--lang",
        "en",
    ];
    let mut terminal = Terminal::run("env", &all, home.path(), 100, 30);
    terminal.wait("s set aside");
    terminal.press("s");
    terminal.wait("2 cards");
    terminal.press("\r");
    terminal.wait("1 card");
    terminal.press("s");
    terminal.wait("Nothing is set aside");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let log = log(home.path());
    let kinds: Vec<&str> = log
        .iter()
        .map(|event| event["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["suspend", "bury", "unsuspend", "unbury"]);
}

#[test]
fn a_card_of_each_kind_is_studied_and_logged() {
    let home = home_with(ONE_OF_EACH);
    let mut terminal = study(home.path(), &["study", "--new", "10"]);
    // New cards come newest dateline first, then in the order of the file.
    let steps: &[(&str, &[&str])] = &[
        ("Recall this", &[" ", "3"]),
        ("Type dateline", &["dateline\r", "\r"]),
        ("Type 9.4 per cent", &["9.4\r", "\r"]),
        ("Type the day", &["2025-01-20\r", "\r"]),
        ("Pick yes", &["\r", "3"]),
        ("Name two vowels", &["a\re\r", "\r"]),
        ("The gap is", &["here\r", "\r"]),
        ("Order these", &["\r", "3"]),
        ("Match these", &["1", "2", "\r", "3"]),
        ("Which is more", &["1", "\r", "3"]),
    ];
    for (question, keys) in steps {
        terminal.wait(question);
        for key in *keys {
            terminal.press(key);
        }
    }
    // All ten are in their steps now, and come back early: nothing else is left.
    terminal.wait("0 / 10   10 learning");
    terminal.press("\x1b");
    terminal.wait("Session ended");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.given_back());
    let given = ratings(home.path());
    let cards: Vec<&str> = given.iter().map(|(card, _)| card.as_str()).collect();
    assert_eq!(
        cards,
        [
            "each/recall",
            "each/text",
            "each/number",
            "each/date",
            "each/choice",
            "each/list",
            "each/gap#c1",
            "each/order",
            "each/pairs",
            "each/compare"
        ]
    );
}

#[test]
fn a_kill_loses_no_rating() {
    let home = home_with(ONE_OF_EACH);
    let mut terminal = study(home.path(), &["study"]);
    terminal.wait("Recall this");
    terminal.press(" ");
    terminal.wait("recalled");
    terminal.press("3");
    // The next card on the screen acknowledges the rating.
    terminal.wait("Type dateline");
    terminal.signal("KILL");
    terminal.end();
    assert_eq!(
        ratings(home.path()),
        [("each/recall".into(), "good".into())]
    );
}

#[test]
fn signals_give_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let home = home_with(ONE_OF_EACH);
        let mut terminal = study(home.path(), &["study"]);
        terminal.wait("Recall this");
        terminal.signal(signal);
        terminal.end();
        assert!(terminal.given_back(), "after SIG{signal}");
    }
}

/// Whoever began the program may be told of it alone.
#[test]
fn a_terminal_that_is_gone_without_a_word_ends_it() {
    let home = home_with(ONE_OF_EACH);
    let script = format!("trap : HUP; {DATELINE} --decks deck.yaml --lang en study");
    let shell = Terminal::run("sh", &["-c", &script], home.path(), 100, 30);
    shell.wait("Recall this");
    shell.hang_up("?");
}

#[test]
fn ctrl_z_stops_and_comes_back() {
    let home = home_with(ONE_OF_EACH);
    let mut shell = Terminal::run(
        "bash",
        &["--norc", "--noediting", "-i"],
        home.path(),
        100,
        30,
    );
    shell.wait("ready>");
    shell.press(&format!("{DATELINE} --decks deck.yaml --lang en study\r"));
    shell.wait("Recall this");
    shell.press("\x1a");
    shell.wait("Stopped");
    assert!(shell.given_back());
    shell.press("fg\r");
    shell.wait("Recall this");
    shell.press(" ");
    shell.wait("recalled");
    shell.press("q");
    // The shell reads again only once the program has ended.
    shell.wait_last("ready>");
    shell.press("exit\r");
    shell.end();
    assert!(shell.given_back());
}

#[test]
fn any_size_is_drawn_and_left_again() {
    let home = home_with(ONE_OF_EACH);
    let mut terminal = study(home.path(), &["study"]);
    terminal.wait("Recall this");
    for (columns, rows) in [(40, 12), (1, 1), (3, 200), (250, 2), (100, 30)] {
        terminal.resize(columns, rows);
    }
    terminal.wait("Recall this");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_quiz_that_was_killed_goes_on_where_it_was() {
    let home = home_with(ONE_OF_EACH);
    let quiz = ["quiz", "--seed", "1", "--kind", "list", "--kind", "order"];
    let mut terminal = study(home.path(), &quiz);
    terminal.wait("1 / 2");
    terminal.wait("Name two vowels");
    terminal.press("a\re\r");
    terminal.wait("next");
    terminal.signal("KILL");
    drop(terminal);
    let kinds = |home: &Path| -> Vec<String> {
        let log = log(home);
        let kinds = log
            .iter()
            .map(|event| event["kind"].as_str().unwrap().to_owned());
        kinds.collect()
    };
    assert_eq!(kinds(home.path()), ["quiz", "answer"]);

    let deck = home.path().join("deck.yaml");
    let later = "DATELINE_NOW=2025-02-10T10:00:00Z";
    let deck = deck.to_str().unwrap();
    let all = [
        later, DATELINE, "--decks", deck, "--lang", "en", "quiz", "--resume",
    ];
    let mut terminal = Terminal::run("env", &all, home.path(), 100, 30);
    terminal.wait("2 / 2");
    terminal.wait("Order these");
    terminal.press("\r");
    terminal.wait("another order");
    terminal.press("\r");
    terminal.wait("1 of 2");
    // The miss into study, which asks it.
    terminal.press("\r");
    terminal.wait("1 card is in today's study");
    terminal.press("\r");
    terminal.wait("Order these");
    terminal.press("\x03");
    assert_eq!(terminal.end(), 0);
    assert_eq!(
        kinds(home.path()),
        ["quiz", "answer", "answer", "quiz_end", "seen"]
    );
}

#[test]
#[cfg(unix)]
fn a_card_is_edited_in_the_authors_editor() {
    use std::os::unix::fs::PermissionsExt;

    let home = home_with(ONE_OF_EACH);
    // It reads the terminal as an editor does: every key must be its own.
    let script = home.path().join("my editor");
    let text = "#!/bin/sh\nprintf 'line %s of %s: ' \"$1\" \"$2\"\nread answer\n\
                sed \"s/Recall this/$answer/\" \"$2\" > \"$2.new\" && mv \"$2.new\" \"$2\"\n";
    std::fs::write(&script, text).unwrap();
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    let editor = format!("EDITOR='{}'", script.display());
    let deck = home.path().join("deck.yaml");
    let deck = deck.to_str().unwrap();
    let all = [
        "-u", "VISUAL", &editor, DATELINE, "--decks", deck, "--lang", "en", "study",
    ];
    let mut terminal = Terminal::run("env", &all, home.path(), 100, 30);
    terminal.wait("Recall this");
    terminal.press("e");
    terminal.wait("line +6 of");
    terminal.press("Remember that\r");
    terminal.wait("Remember that");
    terminal.wait("10 new");
    terminal.press(" ");
    terminal.wait("recalled");
    terminal.press("3");
    terminal.wait("Type dateline");
    terminal.press("\x03");
    assert_eq!(terminal.end(), 0);
    assert_eq!(
        ratings(home.path()),
        [("each/recall".to_owned(), "good".to_owned())]
    );
    let written = std::fs::read_to_string(deck).unwrap();
    assert_eq!(written, ONE_OF_EACH.replace("Recall this", "Remember that"));
}

#[test]
fn a_watched_deck_is_shown_anew_when_it_is_saved() {
    let home = home_with(ONE_OF_EACH);
    let deck = home.path().join("deck.yaml");
    let watch = ["watch", "deck.yaml", "--lang", "en"];
    let mut terminal = Terminal::run(DATELINE, &watch, home.path(), 100, 30);
    terminal.wait("Recall this");
    // Written over.
    std::fs::write(&deck, ONE_OF_EACH.replace("Recall this", "Say this")).unwrap();
    terminal.wait("Say this");
    // Another file in its place, as most editors do it; and broken.
    let swap = home.path().join("deck.yaml~");
    std::fs::write(&swap, ONE_OF_EACH.replace("ask: Recall this", "ask: [")).unwrap();
    std::fs::rename(&swap, &deck).unwrap();
    terminal.wait("as it was before");
    terminal.wait("Say this");
    std::fs::write(&swap, ONE_OF_EACH.replace("Recall this", "Tell this")).unwrap();
    std::fs::rename(&swap, &deck).unwrap();
    terminal.wait("Tell this");
    // The other side, and the next card.
    terminal.press(" ");
    terminal.wait("recalled");
    terminal.press("\x1b[B");
    terminal.wait("Type dateline");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.given_back());
    // It only looks: beside the deck nothing was written.
    let left = std::fs::read_dir(home.path()).unwrap().count();
    assert_eq!(left, 1);
    let written = std::fs::read_to_string(&deck).unwrap();
    assert_eq!(written, ONE_OF_EACH.replace("Recall this", "Tell this"));
}

#[test]
fn what_stood_on_the_screen_does_not_show_through() {
    let home = tempfile::tempdir().unwrap();
    let program = format!("printf 'left over\\n%.0s' 1 2 3 4; exec {DATELINE} --lang en");
    let environment = [("TERM", "screen")];
    let args = ["-c", &program];
    let mut terminal = Terminal::run_with("sh", &args, home.path(), 80, 24, &environment);
    terminal.wait_until("home alone", |screen| {
        screen.contains("enter study") && !screen.contains("left over")
    });
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_burst_of_keys_is_a_few_pictures() {
    let home = home_with(ONE_OF_EACH);
    let mut terminal = study(home.path(), &[]);
    terminal.wait("One of each");
    terminal.press("a");
    terminal.wait("Question");
    let before = terminal.pictures();
    terminal.press(&format!("{}end", "word ".repeat(100)));
    terminal.wait("word end");
    let drawn = terminal.pictures() - before;
    assert!(drawn < 100, "{drawn} pictures for 503 keys");
    terminal.press("\x03");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.given_back());
}

#[test]
fn what_is_typed_ahead_of_the_editor_comes_behind_it() {
    let home = home_with(ONE_OF_EACH);
    let deck = home.path().join("deck.yaml");
    let deck = deck.to_str().unwrap();
    let all = [
        "-u",
        "VISUAL",
        "EDITOR=true",
        DATELINE,
        "--decks",
        deck,
        "--lang",
        "en",
        "study",
    ];
    let mut terminal = Terminal::run("env", &all, home.path(), 100, 30);
    terminal.wait("Recall this");
    terminal.press("e 3");
    terminal.wait("Type dateline");
    terminal.press("\x03");
    assert_eq!(terminal.end(), 0);
    let rated = ("each/recall".to_owned(), "good".to_owned());
    assert_eq!(ratings(home.path()), [rated]);
}
