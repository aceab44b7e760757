//! Backups, restoring and the doctor, as a learner and a script see them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use home::{Run, World};

const MONDAY: &str = "2025-02-10T09:00:00+09:00";
const TUESDAY: &str = "2025-02-11T09:00:00+09:00";
const WEDNESDAY: &str = "2025-02-12T09:00:00+09:00";

/// Three days of study: two reviews, one, and three.
fn studied() -> World {
    let world = World::new();
    for (day, cards) in [
        (MONDAY, &["flip", "who"][..]),
        (TUESDAY, &["share"]),
        (WEDNESDAY, &["day", "flip", "who"]),
    ] {
        for card in cards {
            let run = at(&world, day, &["review", &format!("chips/{card}"), "good"]);
            assert_eq!(run.code, 0, "{}", run.errors);
            assert_eq!(run.errors, "");
        }
    }
    world
}

fn at(world: &World, now: &str, args: &[&str]) -> Run {
    let mut all = vec!["--decks", "chips.yaml"];
    all.extend(args);
    world.run_at(now, &all)
}

fn wednesday(world: &World, args: &[&str]) -> Run {
    at(world, WEDNESDAY, args)
}

fn json(world: &World, args: &[&str]) -> Value {
    let mut all = args.to_vec();
    all.push("--json");
    let run = wednesday(world, &all);
    serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{args:?}: {}", run.errors))
}

fn file(world: &World) -> PathBuf {
    world.path().join("home/dateline.db")
}

fn reviews(world: &World) -> usize {
    let log = wednesday(world, &["log", "--json"]).out;
    log.lines()
        .filter(|line| line.contains("\"review\""))
        .count()
}

#[test]
fn each_day_begins_with_a_backup_that_can_be_restored() {
    let world = studied();
    let list = json(&world, &["restore"]);
    let told: Vec<_> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|backup| {
            let name = backup["name"].as_str().unwrap();
            (
                name,
                backup["made"].as_str().unwrap(),
                backup["reviews"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [("2025-02-12", "daily", 3), ("2025-02-11", "daily", 2)]
    );
    let table = wednesday(&world, &["restore"]);
    assert_eq!(table.code, 0);
    assert!(table.out.starts_with("Backup "), "{}", table.out);
    let korean = wednesday(&world, &["restore", "--lang", "ko"]).out;
    assert!(korean.starts_with("백업 "), "{korean}");

    let restored = wednesday(&world, &["restore", "2025-02-11"]);
    assert_eq!(restored.code, 0, "{}", restored.errors);
    assert!(restored.out.contains("reviews: 2"), "{}", restored.out);
    assert!(restored.out.contains("-before-restore"), "{}", restored.out);
    assert_eq!(reviews(&world), 2);
    let back = json(&world, &["restore", "2025-02-12T090000-before-restore"]);
    assert_eq!(back["reviews"], 6);
    assert!(back["kept"].is_string());
    assert_eq!(reviews(&world), 6);
}

#[test]
fn a_backup_goes_where_it_is_asked_to() {
    let world = World::new();
    let none = wednesday(&world, &["backup"]);
    assert_eq!(none.code, 2);
    assert!(
        none.errors.contains("nothing to back up"),
        "{}",
        none.errors
    );
    let none = wednesday(&world, &["restore"]);
    assert_eq!((none.code, none.out.contains("no backups")), (0, true));

    let world = studied();
    fs::create_dir(world.path().join("stick")).unwrap();
    // Two in one second are two; a name that is taken stays.
    for (args, to, then) in [
        (
            &["backup"][..],
            "home/backups/2025-02-12T090000.db",
            Some("home/backups/2025-02-12T090001.db"),
        ),
        (&["backup", "mine.db"], "mine.db", None),
        (
            &["backup", "stick"],
            "stick/2025-02-12T090000.db",
            Some("stick/2025-02-12T090001.db"),
        ),
    ] {
        let run = wednesday(&world, args);
        assert_eq!(run.code, 0, "{}", run.errors);
        assert!(
            run.out.contains(to) && run.out.contains("reviews: 6"),
            "{}",
            run.out
        );
        assert!(world.path().join(to).is_file());
        let before = fs::read(world.path().join(to)).unwrap();
        let again = wednesday(&world, args);
        assert_eq!(again.code, if then.is_some() { 0 } else { 2 }, "{to}");
        assert!(then.is_none_or(|then| again.out.contains(then)), "{to}");
        assert_eq!(fs::read(world.path().join(to)).unwrap(), before, "{to}");
    }
    wednesday(&world, &["review", "chips/pick", "again"]);
    let restored = json(&world, &["restore", "mine.db"]);
    assert_eq!(restored["reviews"], 6);
    for (from, why) in [
        ("2024-01-01", "lists the backups"),
        ("chips.yaml", "not a database"),
        ("home/dateline.db", "in use"),
    ] {
        let run = wednesday(&world, &["restore", from]);
        assert_eq!(run.code, 2);
        assert!(run.errors.contains(why), "{}", run.errors);
    }
    assert_eq!(reviews(&world), 6);
}

#[test]
fn the_doctor_finds_nothing_where_there_is_nothing() {
    let world = World::new();
    let run = wednesday(&world, &["doctor"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.errors);
    assert!(!file(&world).exists(), "it changes nothing");
    let world = studied();
    let run = wednesday(&world, &["doctor"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(
        !run.out.contains("wrong") && !run.out.contains("note"),
        "{}",
        run.out
    );
    let told = json(&world, &["doctor"]);
    assert_eq!(told["standing"], "ok");
    assert_eq!(told["reviews"], 6);
    assert_eq!(told["backups"]["newest"], "2025-02-12");
    assert_eq!(told["backups"]["lacking"], 3);
    assert_eq!(told["repaired"], Value::Null);
    let korean = wednesday(&world, &["doctor", "--lang", "ko"]).out;
    assert!(korean.starts_with("정상"), "{korean}");
}

#[test]
fn doubts_are_told_and_are_no_failure() {
    let world = studied();
    let deck = fs::read_to_string(world.path().join("chips.yaml")).unwrap();
    let without: Vec<&str> = deck
        .lines()
        .filter(|line| !line.contains("id: flip"))
        .collect();
    world.write("chips.yaml", without.join("\n").as_bytes());
    let run = wednesday(&world, &["doctor"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(
        run.out.contains("note") && run.out.contains("chips/flip"),
        "{}",
        run.out
    );
    let told = json(&world, &["doctor"]);
    assert_eq!(
        told["orphans"],
        serde_json::json!([{ "card": "chips/flip", "reviews": 2 }])
    );
    // The clock was wrong, and is set back.
    let told: Value = serde_json::from_str(&at(&world, MONDAY, &["doctor", "--json"]).out).unwrap();
    assert_eq!(told["clocks"]["aheads"], 4);
    assert_eq!(told["standing"], "note");
    // A deck that is broken may have any card.
    world.write("chips.yaml", b"deck: chips\ncards: [");
    assert_eq!(json(&world, &["doctor"])["orphans"], serde_json::json!([]));
}

#[test]
fn a_torn_database_is_found_and_repaired() {
    let world = studied();
    let mut bytes = fs::read(file(&world)).unwrap();
    let page = bytes.len() / 2 / 4096 * 4096;
    bytes[page..].fill(0x5A);
    fs::write(file(&world), &bytes).unwrap();
    let run = wednesday(&world, &["doctor"]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.errors);
    assert!(
        run.out.contains("wrong") && run.out.contains("--repair"),
        "{}",
        run.out
    );
    // What can't be read can't be held against the backup.
    assert!(
        run.out.contains("what it lacks can't be told") && !run.out.contains("lacks nothing"),
        "{}",
        run.out
    );
    assert_eq!(json(&world, &["doctor"])["backups"]["lacking"], Value::Null);
    assert_eq!(
        fs::read(file(&world)).unwrap(),
        bytes,
        "nothing was changed"
    );

    let run = wednesday(&world, &["doctor", "--repair"]);
    assert!(run.code <= 1, "{}", run.errors);
    assert!(run.out.contains("repaired:"), "{}", run.out);
    let kept = world.path().join("home/dateline.db.torn-2025-02-12T090000");
    assert!(
        run.out.contains("dateline.db.torn-2025-02-12T090000"),
        "{}",
        run.out
    );
    assert_eq!(fs::read(&kept).unwrap(), bytes);
    assert!(reviews(&world) >= 3, "the backup has as many");
    let told = json(&world, &["doctor"]);
    assert_eq!(told["standing"], "ok", "{told}");
    assert_eq!(told["kept"].as_array().unwrap().len(), 1);

    // All of it: what the newest backup has is there again, from the log alone.
    fs::write(file(&world), "나".repeat(9999)).unwrap();
    let told = json(&world, &["doctor", "--repair"]);
    assert_eq!(told["repaired"]["how"], "salvaged");
    assert_eq!(told["repaired"]["from_backup"], 3);
    assert_eq!(reviews(&world), 3);
    // The states are those of a replay.
    let card = json(&world, &["card", "chips/share"]);
    assert_eq!(card["state"], "learning");
}
