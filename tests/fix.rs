//! `dateline check --fix` and `--diff` as an author calls them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use std::fs;
use std::io::Write;
use std::process::Stdio;

use home::{Run, World};
use serde_json::Value;

const NOW: &str = "2025-02-10T09:00:00+09:00";

const DECK: &str = "deck: fab # name\r
cards:\r
- ask: Where is the fab?\r
  answer: Arizona\r
- cloze: The {{H800}} is a cut-down {{H100}}.\r
";

const FIXED: &str = "# yaml-language-server: $schema=./deck.schema.json\r
deck: fab # name\r
cards:\r
- id: where-is-the-fab\r
  ask: Where is the fab?\r
  answer: Arizona\r
- id: the-h800-is-a-cut-down-h100\r
  cloze: The {{c1::H800}} is a cut-down {{c2::H100}}.\r
";

fn world() -> World {
    let world = World::new();
    world.write("fab.yaml", DECK.as_bytes());
    world
}

fn check(world: &World, arguments: &[&str]) -> Run {
    let all: Vec<&str> = [&["check"], arguments].concat();
    world.run_at(NOW, &all)
}

fn read(world: &World, name: &str) -> String {
    fs::read_to_string(world.path().join(name)).unwrap()
}

#[test]
fn fix_writes_once_and_tells_it() {
    let world = world();
    let run = check(&world, &["fab.yaml", "--fix"]);
    assert_eq!(
        run.out,
        "fab.yaml: wrote 2 ids, the gap numbers of 1 cloze, the schema line\n\
         for an editor to find the schema: dateline schema > deck.schema.json\n\
         1 deck, 3 cards: nothing is wrong\n"
    );
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert_eq!(read(&world, "fab.yaml"), FIXED);
    let run = check(&world, &["fab.yaml", "--fix"]);
    assert_eq!(run.out, "1 deck, 3 cards: nothing is wrong\n");
    assert_eq!(read(&world, "fab.yaml"), FIXED);
}

#[test]
fn what_a_broken_file_holds_back_is_told() {
    let world = world();
    let broken = DECK.replace("- ask: Where", "- ask: !!str Where");
    world.write("broken.yaml", broken.as_bytes());
    for (arguments, told) in [
        (
            &[][..],
            "broken.yaml:3:8: note: not written yet: 2 ids, the gap numbers of 1 cloze, the schema line; mend what is wrong here first",
        ),
        (
            &["--lang", "ko"],
            "broken.yaml:3:8: 참고: 아직 쓰지 않은 것: 아이디 2개, 빈칸 카드 1개의 번호, 스키마 줄. 먼저 이곳을 바로잡으세요",
        ),
    ] {
        let run = check(&world, &[&["broken.yaml", "--fix"], arguments].concat());
        assert_eq!(run.out.lines().next(), Some(told));
        assert_eq!(read(&world, "broken.yaml"), broken);
        let run = check(&world, &[&["broken.yaml", "--diff"], arguments].concat());
        assert_eq!((run.out.as_str(), run.errors.trim_end()), ("", told));
    }
}

#[test]
fn what_is_left_is_told_where_it_stands_now() {
    let deck = "deck: a\ncards:\n  - ask: One?\n    answer: x\n  - ask: Two?\n    answer: y\n  \
                - cloze: &x The {{a}} b {{c}}.\n  - cloze: *x\n";
    for (arguments, note) in [(&[][..], "note"), (&["--lang", "ko"], "참고")] {
        let world = world();
        world.write("a.yaml", deck.as_bytes());
        // Nothing is written by this, and the file is as it was.
        let run = check(&world, &[&["a.yaml", "--diff"], arguments].concat());
        let told: Vec<&str> = run.errors.lines().collect();
        assert!(
            told.iter()
                .any(|told| told.starts_with(&format!("a.yaml:7:5: {note}: "))),
            "{told:?}"
        );
        let run = check(&world, &[&["a.yaml", "--fix"], arguments].concat());
        let now = read(&world, "a.yaml");
        let line = 1 + now.lines().position(|line| line.contains("&x")).unwrap();
        assert_eq!(line, 10, "{now}");
        let place = format!("a.yaml:10:5: {note}: ");
        let told = run.out.lines().filter(|told| told.starts_with(&place));
        assert_eq!(told.count(), 2, "{}", run.out);
    }
}

#[test]
fn what_is_told_of_the_fix_leaves_data_alone() {
    let world = world();
    let run = check(&world, &["fab.yaml", "--fix", "--format", "json"]);
    assert_eq!(
        serde_json::from_str::<Value>(&run.out).unwrap(),
        Value::Array(vec![])
    );
    assert!(
        run.errors.starts_with("fab.yaml: wrote 2 ids"),
        "{}",
        run.errors
    );
}

#[test]
fn diff_shows_it_and_writes_nothing() {
    let world = world();
    let run = check(&world, &["fab.yaml", "--diff"]);
    assert_eq!(
        run.out,
        "--- fab.yaml\n+++ fab.yaml\n@@ -1,5 +1,8 @@\n\
         +# yaml-language-server: $schema=./deck.schema.json\r\n \
         deck: fab # name\r\n cards:\r\n\
         -- ask: Where is the fab?\r\n\
         +- id: where-is-the-fab\r\n\
         +  ask: Where is the fab?\r\n   \
         answer: Arizona\r\n\
         -- cloze: The {{H800}} is a cut-down {{H100}}.\r\n\
         +- id: the-h800-is-a-cut-down-h100\r\n\
         +  cloze: The {{c1::H800}} is a cut-down {{c2::H100}}.\r\n"
    );
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert_eq!(read(&world, "fab.yaml"), DECK);
    check(&world, &["fab.yaml", "--fix"]);
    assert_eq!(check(&world, &["fab.yaml", "--diff"]).out, "");
}

#[test]
fn every_card_keeps_its_history() {
    let world = world();
    let run = |arguments: &[&str]| {
        let all = [&["--decks", "fab.yaml"], arguments].concat();
        let run = world.run_at("2025-02-10T10:00:00+09:00", &all);
        assert_eq!(run.code, 0, "{arguments:?}: {}", run.errors);
        run.out
    };
    let reviewed = |log: &str| -> Vec<String> {
        let events = log
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        let reviews = events.filter(|event| event["kind"] == "review");
        let cards = reviews.map(|event| event["card"].as_str().unwrap().to_owned());
        cards.collect()
    };
    let mut command = world.command_at(NOW, &["--decks", "fab.yaml", "study", "--plain"]);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let lines = "\n3\n\n3\n\n3\n";
    child
        .stdin
        .take()
        .unwrap()
        .write_all(lines.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap();
    let before = reviewed(&run(&["log", "--json"]));
    assert!(
        !before.is_empty() && before[0].starts_with("fab/~"),
        "{before:?}"
    );

    let fixed = check(&world, &["fab.yaml", "--fix"]);
    assert_eq!(fixed.code, 0, "{}", fixed.errors);
    let mut reviews = 0;
    for card in [
        "fab/where-is-the-fab",
        "fab/the-h800-is-a-cut-down-h100#c1",
        "fab/the-h800-is-a-cut-down-h100#c2",
    ] {
        let card: Value = serde_json::from_str(&run(&["card", card, "--json"])).unwrap();
        reviews += card["reviews"].as_array().unwrap().len();
    }
    assert_eq!(reviews, before.len());
}

#[test]
fn decks_in_the_binary_are_not_written() {
    let world = world();
    let run = check(&world, &["--fix"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_written_is_told_and_the_rest_is_written() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let world = World::new();
    world.write("decks/fab.yaml", DECK.as_bytes());
    world.write(
        "decks/locked.yaml",
        DECK.replace("fab #", "locked #").as_bytes(),
    );
    world.write("far.yaml", DECK.replace("fab #", "far #").as_bytes());
    let locked = world.path().join("decks/locked.yaml");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o444)).unwrap();
    symlink("../far.yaml", world.path().join("decks/link.yaml")).unwrap();
    world.write(
        "decks/wrong.yaml",
        b"deck: wrong\ncards: [{ id: x, ask: X? }]\n",
    );
    let run = check(&world, &["decks", "--diff"]);
    assert!(run.out.contains("--- decks/fab.yaml"), "{}", run.out);
    for refused in ["locked", "link"] {
        assert!(!run.out.contains(refused), "{}", run.out);
        assert!(run.errors.contains(refused), "{}", run.errors);
    }
    let run = check(&world, &["decks", "--fix"]);
    assert_eq!(run.code, 2);
    // What is wrong is told none the less.
    assert!(run.out.contains("no-answer"), "{}", run.out);
    assert!(run.out.contains("4 decks, "), "{}", run.out);
    for told in [
        "decks/link.yaml leads out of its folder to ",
        "/far.yaml, and is left as it is; name that file to write it",
        "decks/locked.yaml is read-only, and is left as it is; make it writable",
    ] {
        assert!(run.errors.contains(told), "{}", run.errors);
    }
    assert_eq!(read(&world, "decks/fab.yaml"), FIXED);
    assert!(read(&world, "decks/locked.yaml").starts_with("deck: locked"));
    assert!(read(&world, "far.yaml").starts_with("deck: far"));
    let run = check(&world, &["far.yaml", "--fix"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(read(&world, "far.yaml").starts_with("# yaml-language-server"));
}
