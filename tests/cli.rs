//! The command line as a script sees it: what is printed, and how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use std::io::Read;
use std::process::Stdio;

use serde_json::Value;

use home::{DECK, Run, World};

#[test]
fn due_counts_by_deck() {
    let world = World::new();
    let due = world.json(&["due"]);
    // One card a day of each entry: the second gap waits.
    assert_eq!(
        due,
        serde_json::json!([
            { "deck": "chips", "new": 7, "learning": 0, "due": 0, "held_back": false }
        ])
    );
    assert_eq!(world.run(&["review", "chips/flip", "good"]).code, 0);
    let due = world.json(&["due"]);
    assert_eq!(
        (&due[0]["new"], &due[0]["learning"]),
        (&6.into(), &1.into())
    );
    let korean = world.run(&["due", "--lang", "ko"]).out;
    assert!(korean.contains("덱") && korean.contains('칩'), "{korean}");
}

#[test]
fn what_goes_wrong_is_told_in_the_language_of_the_interface() {
    let world = World::new();
    world.write("empty/keep", b"");
    let empty = world.path().join("empty").display().to_string();
    let rows: &[(&[&str], &str, &str)] = &[
        (
            &["review", "chips/flop", "good"],
            "there is no card",
            "그런 카드가 없습니다: 'chips/flop'; 'chips/flip'인가요?",
        ),
        (
            &["study", "chps"],
            "did you mean 'chips'?",
            "그런 덱이 없습니다: 'chps'; 'chips'인가요?",
        ),
        (
            &["sync", "/nowhere"],
            "there is no folder /nowhere",
            "/nowhere: 그런 폴더가 없습니다",
        ),
        (
            &["sync", "--git", &empty],
            "Nothing is lost",
            "잃은 것은 없습니다. 바로잡고 다시 동기화하세요",
        ),
        (
            &["restore", "nothing"],
            "no backup 'nothing'",
            "'nothing': 그런 파일도 백업도 없습니다",
        ),
        (
            &["restore", "empty/keep"],
            "empty/keep: it is empty",
            "empty/keep: 복원할 수 없습니다(비어 있습니다); 바뀐 것은 없습니다",
        ),
        (
            &["quiz", "--resume"],
            "no quiz was left",
            "남겨 둔 퀴즈가 없습니다",
        ),
        (
            &["check", "--select", "stal-after"],
            "there is no rule",
            "그런 규칙이 없습니다: 'stal-after'",
        ),
        (
            &["quiz", "--limit", "xx"],
            "dateline: --limit <TIME>: 'xx' is no time",
            "dateline: --limit <TIME>: 'xx': 시간이 아닙니다",
        ),
        (
            &["quiz", "--colour"],
            "dateline: unexpected argument '--colour'",
            "dateline: 모르는 인수입니다: '--colour'",
        ),
    ];
    for (args, english, korean) in rows {
        for (lang, expected) in [("en", english), ("ko", korean)] {
            let run = world.run(&[args, &["--lang", lang][..]].concat());
            assert_eq!(run.code, 2, "{args:?}: {}", run.errors);
            assert!(run.errors.contains(expected), "{args:?}: {}", run.errors);
        }
    }
}

#[test]
fn what_to_do_next_fits_what_is_wrong() {
    let world = World::new();
    assert_eq!(world.run(&["review", "chips/flip", "good"]).code, 0);
    assert_eq!(world.run(&["backup", "x.db"]).code, 0);
    world.write("empty.yaml", b"# nothing yet\n");
    for (args, code, told, next) in [
        (
            &["backup", "x.db"][..],
            2,
            "x.db is there already",
            "; name another file",
        ),
        (
            &["backup", "no/such/x.db"],
            2,
            "there is no folder no/such for the backup",
            "; make it first",
        ),
        (
            &["backup", "-"],
            2,
            "not written to standard output",
            "; name a file",
        ),
        (
            &["try", "--all", "empty.yaml"],
            1,
            "empty-file",
            "write 'deck/card:'",
        ),
    ] {
        let run = world.run(args);
        let all = format!("{}{}", run.out, run.errors);
        assert_eq!(run.code, code, "{all}");
        assert!(all.contains(told) && all.contains(next), "{all}");
        assert!(!all.contains("os error") && !all.contains(".part"), "{all}");
    }
    assert!(!world.path().join("-").exists());
    // Two in one second are two, also in a folder of one's own.
    world.write("kept/note", b"");
    for _ in 0..2 {
        let run = world.run(&["backup", "kept"]);
        assert_eq!(run.code, 0, "{}", run.errors);
    }
    // A folder of the settings is told with the settings.
    world.write("home/config.yaml", b"decks: [news]\n");
    for args in [&["due"][..], &["check"]] {
        let run = world.run_at("2025-02-10T09:00:00+09:00", args);
        let all = format!("{}{}", run.out, run.errors);
        assert!(all.contains("'decks' in config.yaml"), "{all}");
    }
}

#[test]
fn a_card_is_told_in_korean_words() {
    let world = World::new();
    let run = world.run(&["review", "chips/flip", "good", "--lang", "ko"]);
    assert!(run.out.contains("  알맞음  →"), "{}", run.out);
    let card = world.run(&["card", "chips/flip", "--lang", "ko"]).out;
    for part in ["떠올리는 답", "학습 중", "회상 확률", "100%", "알맞음"] {
        assert!(card.contains(part), "{part}: {card}");
    }
    for part in ["recall", "learning", "good"] {
        assert!(!card.contains(part), "{part}: {card}");
    }
    let tried = world.run(&["try", "chips/who", "x", "--lang", "ko"]).out;
    assert!(tried.contains("→ 다시"), "{tried}");
    // What is right is in the language of the cards, but for what a slip is one of.
    assert!(tried.contains("모리스 창"), "{tried}");
    let slip = world.run(&["try", "chips/who", "Moris Chang", "--lang", "ko"]);
    assert!(slip.out.contains("Morris Chang"), "{}", slip.out);
    world.run(&["review", "chips/who", "again", "--took", "3200"]);
    let log = world.run(&["log", "--lang", "ko"]).out;
    assert!(log.contains("복습  chips/flip  알맞음"), "{log}");
    assert!(log.contains("다시, 3.2초"), "{log}");
    let log = world.run(&["log"]).out;
    assert!(log.contains("review  chips/who   again, 3.2 s"), "{log}");
}

#[test]
fn a_review_is_in_the_log_and_on_the_card() {
    let world = World::new();
    let at = "2025-02-10T08:30:00+09:00";
    let run = world.run(&["review", "chips/who", "good", "--at", at, "--took", "3200"]);
    assert_eq!(run.code, 0, "{}", run.errors);

    let log = world.run(&["log", "--json"]).out;
    let events: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(events.len(), 1);
    let event = &events[0];
    for (field, expected) in [
        ("at", at),
        ("kind", "review"),
        ("card", "chips/who"),
        ("rating", "good"),
        ("state", "learning"),
        ("due", "2025-02-10T08:40:00+09:00"),
        ("day", "2025-02-10"),
    ] {
        assert_eq!(event[field], expected, "{field}");
    }
    assert_eq!(event["took_ms"], 3200);
    assert!(event["id"].is_string() && event["device"].is_string());

    let card = world.json(&["card", "chips/who"]);
    for (field, expected) in [
        ("id", "chips/who"),
        ("deck", "chips"),
        ("kind", "text"),
        ("state", "learning"),
        ("due", "2025-02-10T08:40:00+09:00"),
    ] {
        assert_eq!(card[field], expected, "{field}");
    }
    assert_eq!(card["suspended"], false);
    assert_eq!(card["flagged"], false);
    assert!(card["stability"].as_f64().unwrap() > 1.0);
    assert!(card["difficulty"].as_f64().unwrap() >= 1.0);
    assert_eq!(card["retrievability"], 1.0);
    assert_eq!(
        card["reviews"],
        serde_json::json!([{ "id": event["id"], "at": at, "rating": "good", "took_ms": 3200 }])
    );
}

#[test]
fn a_new_card_has_no_memory() {
    let card = World::new().json(&["card", "chips/gaps#c2"]);
    assert_eq!(
        (&card["state"], &card["kind"]),
        (&"new".into(), &"cloze".into())
    );
    for field in ["stability", "difficulty", "retrievability", "due"] {
        assert!(card[field].is_null(), "{field}");
    }
    assert_eq!(card["reviews"], serde_json::json!([]));
}

#[test]
fn checked_decks() {
    let world = World::new();
    let run = world.run(&["check"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.out);
    world.write(
        "bad.yaml",
        "deck: bad\ncards:\n  - { ask: 무엇?, anwser: \u{1b}[31mX }\n".as_bytes(),
    );
    let now = "2025-02-10T09:00:00+09:00";
    let run = world.run_at(now, &["check", "bad.yaml"]);
    assert_eq!(run.code, 1);
    assert!(run.out.starts_with("bad.yaml:3:"), "{}", run.out);
    assert!(!run.out.contains('\u{1b}'), "{}", run.out);
    let run = world.run_at(now, &["check", "bad.yaml", "--format", "github"]);
    assert!(
        run.out.starts_with("::error file=bad.yaml,line=3,"),
        "{}",
        run.out
    );
    let run = world.run_at(now, &["check", "bad.yaml", "--format", "json"]);
    assert_eq!(run.code, 1);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        (&told[0]["path"], &told[0]["line"]),
        (&"bad.yaml".into(), &3.into())
    );
}

#[test]
fn the_shipped_decks_are_there_and_nothing_is_wrong_with_them() {
    let world = World::new();
    let now = "2025-02-10T09:00:00+09:00";
    let run = world.run_at(now, &["check"]);
    assert_eq!(run.code, 0, "{}", run.out);
    let run = world.run_at(now, &["due", "--json"]);
    let due: Value = serde_json::from_str(&run.out).unwrap();
    let decks: Vec<&str> = due
        .as_array()
        .unwrap()
        .iter()
        .map(|deck| deck["deck"].as_str().unwrap())
        .collect();
    assert!(
        decks.contains(&"deepseek-shock") && decks.contains(&"ai-terms"),
        "{decks:?}"
    );
    // A deck in the home joins them.
    world.write("home/decks/chips.yaml", DECK.as_bytes());
    let run = world.run_at(now, &["card", "chips/flip", "--json"]);
    assert_eq!(run.code, 0, "{}", run.errors);
}

#[test]
fn what_could_not_be_done() {
    let world = World::new();
    world.write("file", b"not a folder");
    let rows: &[(&[&str], &str)] = &[
        (&["card", "chips/flop"], "did you mean 'chips/flip'?"),
        (&["card", "chips/gaps"], "chips/gaps#c1"),
        (&["card", "\u{1b}[31m"], "there is no card"),
        (&["try", "chip/flip", "x"], "did you mean 'chips/flip'?"),
        (&["study", "chpis"], "did you mean 'chips'?"),
        (&["review", "chips/flip", "fine"], "again, hard, good, easy"),
        (
            &[
                "review",
                "chips/flip",
                "good",
                "--at",
                "2025-02-11T09:00:00+09:00",
            ],
            "future",
        ),
        (&["check", "nowhere.yaml"], "nowhere.yaml"),
        (&["frobnicate"], "frobnicate"),
        (&["--lang", "de", "due"], "en, ko"),
    ];
    for (args, expected) in rows {
        let run = world.run(args);
        assert_eq!(run.code, 2, "{args:?}: {run:?}");
        assert!(run.errors.contains(expected), "{args:?}: {}", run.errors);
        assert!(run.out.is_empty(), "{args:?}: {}", run.out);
        assert!(!run.errors.contains('\u{1b}'), "{args:?}: {}", run.errors);
    }
    let run = world.run_at("soon", &["due"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("DATELINE_NOW"), "{}", run.errors);
    let mut command = world.command_at("2025-02-10T09:00:00Z", &["due"]);
    let output = command
        .env("DATELINE_HOME", world.path().join("file"))
        .output()
        .unwrap();
    let run = Run::of(output);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("file"), "{}", run.errors);
}

#[test]
fn settings_are_told_where_they_are_wrong() {
    let world = World::new();
    world.write("home/config.yaml", b"lang: ko\nretentoin: 0.9\n");
    let run = world.run(&["due"]);
    assert_eq!(run.code, 2);
    assert!(
        run.errors.contains("config.yaml:2:1: error[unknown-key]"),
        "{}",
        run.errors
    );
    assert!(
        run.errors.contains("did you mean 'retention'?"),
        "{}",
        run.errors
    );
    let run = world.run(&["due", "--lang", "ko"]);
    assert!(
        run.errors
            .contains("오류[unknown-key]: 알 수 없는 키: 'retentoin'; 'retention'인가요?"),
        "{}",
        run.errors
    );
    world.write(
        "home/config.yaml",
        b"lang: ko\nnew_per_day: 2\nlearning_steps: [30m]\n",
    );
    assert!(world.run(&["due"]).out.contains("덱"));
    assert_eq!(world.json(&["due"])[0]["new"], 2);
    let event = world.json(&["review", "chips/flip", "again"]);
    let due = event["due"].as_str().unwrap();
    assert!(due.starts_with("2025-02-10T09:30:0"), "{due}");
}

#[test]
fn scripts_and_pages() {
    let world = World::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = world.run(&["completions", shell]);
        assert_eq!(run.code, 0);
        assert!(run.out.contains("dateline"), "{shell}");
    }
    let page = world.run(&["man"]).out;
    for word in [".TH dateline 1", "study", "completions", "DATELINE_HOME"] {
        assert!(page.contains(word), "{word}");
    }
    // A command's section says how it is called; what goes with all stands once.
    for part in [
        ".SH \"DATELINE REVIEW\"\ndateline review [OPTIONS] <DECK/CARD> <RATING>\n.PP\nRecord a review\n.SS Options\n",
        ".SH \"EXIT STATUS\"\n0 done; ",
        ".SH ENVIRONMENT\n.TP\n\\fBDATELINE_HOME\\fR\n",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    for once in [".SH EVERYWHERE\n", "\\-\\-decks\\fR \\fI", ".SH OPTIONS\n"] {
        assert_eq!(page.matches(once).count(), 1, "{once}: {page}");
    }
    assert!(!page.contains("EXTRA") && !page.contains("DATELINE HELP"));
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let world = World::new();
    let mut child = world
        .command_at("2025-02-10T09:00:00Z", &["man"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let status = child.wait().unwrap();
    let mut errors = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut errors)
        .unwrap();
    assert_eq!((status.code(), errors.as_str()), (Some(0), ""));
}

#[test]
fn a_table_of_answers_beside_decks_is_no_broken_deck() {
    let world = World::new();
    world.write("decks/chips.yaml", DECK.as_bytes());
    let table = "chips/who:\n  correct: [Morris Chang]\n";
    world.write("decks/answers.yaml", table.as_bytes());
    let run = |args: &[&str]| world.run_at("2025-02-10T09:00:00+09:00", args);
    for args in [&["--decks", "decks", "due"][..], &["check", "decks"]] {
        let run = run(args);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.out);
        assert!(!run.out.contains("answers.yaml"), "{}", run.out);
    }
    // One that was named is told to be none.
    let told = run(&["check", "decks/answers.yaml"]);
    assert_eq!(told.code, 1, "{}", told.errors);
    assert!(told.out.contains("dateline try --all"), "{}", told.out);
    assert!(told.out.ends_with(": 1 error\n"), "{}", told.out);
}

#[test]
fn broken_decks_are_told_beside_what_is_printed() {
    let world = World::new();
    let due = |world: &World| world.run(&["due", "--json"]);
    assert_eq!(due(&world).code, 0);
    let before = due(&world).out;
    let errors: &[(&str, &[u8], &str)] = &[
        (
            "a file that is no YAML",
            b"deck: chips\ncards: [\n",
            "chips.yaml:3:1: error[not-yaml]",
        ),
        (
            "not UTF-8",
            b"deck: chips\ncards: \xff\n",
            "chips.yaml:2:8: error[not-utf8]",
        ),
        ("empty", b"", "chips.yaml:1:1: error[empty-file]"),
    ];
    for (why, text, told) in errors {
        world.write("chips.yaml", text);
        let run = due(&world);
        assert_eq!(run.code, 1, "{why}");
        assert_eq!(run.out, before, "{why}: studied as it last was");
        assert!(run.errors.starts_with(told), "{why}: {}", run.errors);
        assert!(
            run.errors.contains("as it last was"),
            "{why}: {}",
            run.errors
        );
        let card = world.run(&["card", "chips/flip", "--json"]);
        assert_eq!(card.code, 0, "{why}: {}", card.errors);
        assert!(card.errors.contains(told), "{why}");
    }
    // One bad entry keeps only itself out.
    let bad = DECK.replace("answer: Chips designed by others", "anwser: x");
    world.write("chips.yaml", bad.as_bytes());
    let run = due(&world);
    assert_eq!(
        (run.code, run.out.contains("\"new\": 6")),
        (1, true),
        "{}",
        run.out
    );
    assert!(
        run.errors.contains("did you mean 'answer'?"),
        "{}",
        run.errors
    );
    assert_eq!(world.run(&["card", "chips/flip"]).code, 2);
    assert_eq!(world.run(&["card", "chips/who"]).code, 0);
}

#[test]
fn no_deck_to_check_says_where_it_looked() {
    let world = World::new();
    std::fs::create_dir(world.path().join("x.yaml")).unwrap();
    let run = world.run_at("2025-02-10T09:00:00+09:00", &["check", "x.yaml"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("in x.yaml;"), "{}", run.errors);
}

#[test]
fn a_review_of_the_past_starts_from_where_the_card_stood_then() {
    let world = World::new();
    let review = |rating: &str, at: &str| {
        let run = world.run(&["review", "chips/flip", rating, "--at", at, "--json"]);
        assert_eq!(run.code, 0, "{}", run.errors);
        serde_json::from_str::<Value>(&run.out).unwrap()
    };
    review("easy", "2025-02-09T09:00:00+09:00");
    // Before that it was new: a first step, not an interval.
    let event = review("good", "2025-02-08T09:00:00+09:00");
    assert_eq!(
        (&event["state"], &event["due"]),
        (&"learning".into(), &"2025-02-08T09:10:00+09:00".into())
    );
    let card = world.json(&["card", "chips/flip"]);
    assert_eq!(card["state"], "review");
    assert_eq!(card["reviews"].as_array().unwrap().len(), 2);
}

#[test]
fn a_clock_that_jumped_back_is_told() {
    let world = World::new();
    assert_eq!(world.run(&["review", "chips/flip", "good"]).errors, "");
    let all = ["--decks", "chips.yaml", "review", "chips/who", "good"];
    let run = world.run_at("2025-02-08T09:00:00+09:00", &all);
    assert_eq!(run.code, 0, "{}", run.errors);
    for part in [
        "2025-02-08 09:00",
        "2025-02-10 09:00",
        "set the clock right",
    ] {
        assert!(run.errors.contains(part), "{}", run.errors);
    }
    assert_eq!(world.run(&["log", "--json"]).out.lines().count(), 2);
}

#[test]
fn all_that_is_wrong_with_the_settings_is_told_at_once() {
    let world = World::new();
    world.write(
        "home/config.yaml",
        b"lang: kr\nnew_per_day: many\nretnetion: 0.9\n",
    );
    let run = world.run(&["due"]);
    assert_eq!(run.code, 2);
    let lines: Vec<&str> = run.errors.lines().collect();
    assert_eq!(lines.len(), 3, "{}", run.errors);
    for (line, part) in lines.iter().zip(["1:7: ", "2:14: ", "3:1: "]) {
        assert!(line.contains(&format!("config.yaml:{part}")), "{line}");
    }
}
