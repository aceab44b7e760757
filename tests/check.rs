//! `dateline check` as an author calls it, and the list of its rules in `docs`,
//! which is made from the rules: `UPDATE_DOCS=1 cargo test --test check` writes
//! it anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod home;

use std::path::Path;

use dateline::author::{Rule, Setting, check as check_decks};
use dateline::deck::{DeckFile, DeckOptions, Origin, SHIPPED, Severity};
use dateline::figure::Date;
use proptest::prelude::*;
use serde_json::Value;

use home::{Run, World};

const NOW: &str = "2025-02-10T09:00:00+09:00";

const DOUBTFUL: &str = "deck: doubtful
cards:
  - id: fab
    ask: Is the fab in Arizona?
    answer: Yes
  - id: fab-again
    ask: Is the fab in Arizona?
    answer: The fab is
";

const WRONG: &str = "deck: wrong
cards:
  - id: fab
    ask: Where is the fab?
    anwser: Arizona
";

const CLAIMS: &str = "deck: claims
sources:
  daily: { title: A fab, date: 2025-02-03 }
defaults: { source: daily }
facts:
  cost: { value: 21B USD }
  old.cost: { value: 20B USD }
cards:
  - { id: day, ask: When?, date: 2025-02-03 }
  - { id: who, ask: Who?, answer: Morris Chang }
";

const WRONG_IN_MANY_WAYS: &str = "deck: fab
sources:
  daily: { title: A fab, date: 2025-02-30 }
facts:
  cost: { value: 21B USD }
  jobs: { value: 38,210 people }
  ratio: { value: = cost / old }
cards:
  - id: The Fab
    ask: Where is it?
    answer: Arizona
  - { id: cost, ask: What does it cost?, number: cost }
  - { id: cost, ask: What did it cost?, number: 20B USD, colour: red }
  - id: gaps
    cloze: The {{c1::fab}} is in {{Arizona}}.
    cloze.ko: '{{팹}}은 {{애리조나}}에 있다.'
  - id: who
    ask: Who builds it?
    choices: [TSMC, UMC]
    answer: TSCM
  - id: jobs
    ask: How many jobs?
    number: 30K people
    status: rumour
    order: [one, two]
";

fn world(files: &[(&str, &str)]) -> World {
    let world = World::new();
    for (name, text) in files {
        world.write(name, text.as_bytes());
    }
    world
}

fn check(world: &World, arguments: &[&str]) -> Run {
    let all: Vec<&str> = std::iter::once("check")
        .chain(arguments.iter().copied())
        .collect();
    world.run_at(NOW, &all)
}

/// The codes of what was found, in its order.
fn codes(world: &World, arguments: &[&str]) -> Vec<String> {
    let all: Vec<&str> = arguments
        .iter()
        .copied()
        .chain(["--format", "json"])
        .collect();
    let told: Value = serde_json::from_str(&check(world, &all).out).unwrap();
    let each = told.as_array().unwrap().iter();
    each.map(|told| told["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_is_doubtful_counts_when_strict() {
    let world = world(&[("doubtful.yaml", DOUBTFUL), ("wrong.yaml", WRONG)]);
    for (arguments, code) in [
        (vec!["doubtful.yaml"], 0),
        (vec!["doubtful.yaml", "--strict"], 1),
        (
            vec![
                "doubtful.yaml",
                "--strict",
                "--ignore",
                "yes-no,same-question",
            ],
            0,
        ),
        (
            vec![
                "doubtful.yaml",
                "--strict",
                "--ignore",
                "yes-no",
                "--ignore",
                "same-question",
            ],
            0,
        ),
        (
            vec!["doubtful.yaml", "--strict", "--select", "long-list"],
            0,
        ),
        (vec!["wrong.yaml"], 1),
        (vec!["wrong.yaml", "--ignore", "unknown-key"], 0),
        (vec!["wrong.yaml", "--select", "unknown-kye"], 2),
    ] {
        let run = check(&world, &arguments);
        assert_eq!(run.code, code, "{arguments:?}: {}{}", run.out, run.errors);
    }
    let run = check(&world, &["wrong.yaml", "--select", "unknown-kye"]);
    assert!(
        run.errors.contains("did you mean 'unknown-key'?"),
        "{}",
        run.errors
    );
    assert_eq!(
        codes(&world, &["doubtful.yaml"]),
        ["yes-no", "same-question"]
    );
    assert_eq!(
        codes(
            &world,
            &[
                "doubtful.yaml",
                "wrong.yaml",
                "--select",
                "yes-no, unknown-key"
            ]
        ),
        ["yes-no", "unknown-key"]
    );
}

#[test]
fn a_comment_ignores_on_its_line() {
    let text = DOUBTFUL.replace("answer: Yes", "answer: Yes # dateline: ignore yes-no");
    let world = world(&[("doubtful.yaml", &text)]);
    assert_eq!(codes(&world, &["doubtful.yaml"]), ["same-question"]);
}

#[test]
fn a_finding_is_shown_with_its_line_and_what_to_do() {
    let world = world(&[("doubtful.yaml", DOUBTFUL)]);
    let run = check(&world, &["doubtful.yaml", "--select", "yes-no"]);
    insta::assert_snapshot!(run.out, @r"
    doubtful.yaml:5:13: warning[yes-no]: 'Yes' answers a question that chance answers as well
      |
    5 |     answer: Yes
      |             ^^^ ask who, what, when or how much instead

    1 deck, 2 cards: 1 warning
    ");
}

#[test]
fn what_is_wrong_is_told_in_korean_too() {
    let world = world(&[
        ("doubtful.yaml", DOUBTFUL),
        ("wrong.yaml", WRONG_IN_MANY_WAYS),
        ("claims.yaml", CLAIMS),
        (
            "article.txt",
            "The fab will cost 20 billion dollars on 3 February 2025.\n",
        ),
    ]);
    let run = check(&world, &["doubtful.yaml", "--lang", "ko"]);
    insta::assert_snapshot!("doubtful-ko", run.out);
    let run = check(&world, &["wrong.yaml", "--lang", "ko"]);
    insta::assert_snapshot!("wrong-ko", run.out);
    let against = [
        "claims.yaml",
        "--against",
        "article.txt",
        "--select",
        "not-in-source",
        "--lang",
        "ko",
    ];
    insta::assert_snapshot!("against-ko", check(&world, &against).out);
}

#[test]
fn every_format_tells_it_in_the_language_that_was_asked_for() {
    let world = world(&[("wrong.yaml", WRONG)]);
    for format in ["human", "json", "github", "sarif"] {
        let told = |lang: &str| check(&world, &["wrong.yaml", "--format", format, "--lang", lang]);
        let (english, korean) = (told("en"), told("ko"));
        assert!(english.out.contains("unknown key 'anwser'"), "{format}");
        assert!(korean.out.contains("알 수 없는 키: 'anwser'"), "{format}");
        assert!(korean.out.contains("'answer'인가요?"), "{format}");
        assert!(!korean.out.contains("unknown key 'anwser'"), "{format}");
        assert_eq!((english.code, korean.code), (1, 1));
    }
    // As the settings say, where they do.
    world.write("home/config.yaml", b"lang: ko\n");
    let run = check(&world, &["wrong.yaml"]);
    assert!(run.out.contains("오류[unknown-key]"), "{}", run.out);
    let run = check(&world, &["wrong.yaml", "--lang", "en"]);
    assert!(run.out.contains("error[unknown-key]"), "{}", run.out);
}

#[test]
fn many_files_are_told_in_their_order() {
    let names: Vec<String> = (0..40).map(|at| format!("many/{at:02}.yaml")).collect();
    let texts: Vec<String> = (0..40)
        .map(|at| format!("deck: d{at}\ncards:\n  - {{ id: a, ask: Is it {at}?, answer: Yes }}\n"))
        .collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .map(String::as_str)
        .zip(texts.iter().map(String::as_str))
        .collect();
    let world = world(&files);
    let first = check(&world, &["many"]).out;
    let paths: Vec<&str> = first
        .lines()
        .filter(|line| line.starts_with("many/"))
        .map(|line| line.split(':').next().unwrap())
        .collect();
    assert_eq!(paths, names);
    assert_eq!(check(&world, &["many"]).out, first);
}

#[test]
fn sarif_tells_the_same() {
    let world = world(&[("doubtful.yaml", DOUBTFUL), ("wrong.yaml", WRONG)]);
    let run = check(
        &world,
        &["doubtful.yaml", "wrong.yaml", "--format", "sarif"],
    );
    assert_eq!(run.code, 1);
    let log: Value = serde_json::from_str(&run.out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let told: Vec<(&str, &str)> = results
        .iter()
        .map(|result| {
            let location = &result["locations"][0]["physicalLocation"];
            (
                result["ruleId"].as_str().unwrap(),
                location["artifactLocation"]["uri"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("yes-no", "doubtful.yaml"),
            ("same-question", "doubtful.yaml"),
            ("unknown-key", "wrong.yaml")
        ]
    );
}

#[test]
fn a_learners_flag_is_told_at_its_card() {
    let world = world(&[(
        "decks/fab.yaml",
        "deck: fab\ncards:\n  - id: where\n    ask: Where is it?\n    answer: Arizona\n",
    )]);
    assert_eq!(codes(&world, &["decks"]), [] as [&str; 0]);
    let mut store = dateline::store::Store::open(&world.path().join("home")).unwrap();
    let clock = dateline::settings::Settings::default().study_clock(jiff::tz::TimeZone::UTC);
    let now: jiff::Timestamp = NOW.parse().unwrap();
    let flag = dateline::schedule::Act::Flag {
        card: "fab/where".parse().unwrap(),
        why: "it moved to Ohio".to_owned(),
    };
    store.record(flag, now, now, &clock).unwrap();
    drop(store);
    let run = check(&world, &["decks"]);
    assert!(
        run.out.starts_with(
            "decks/fab.yaml:3:5: warning[flagged]: a learner flagged it: it moved to Ohio"
        ),
        "{}{}",
        run.out,
        run.errors
    );
}

#[test]
fn a_learners_flag_goes_with_its_card_to_another_name() {
    const NAMELESS: &str = "deck: fab\ncards:\n  - ask: Where is it?\n    answer: Arizona\n    reverse: true\n  - ask: Who built it?\n    answer: TSMC\n";
    let of = |how: &str, edit: &dyn Fn(&World)| {
        let world = world(&[("decks/fab.yaml", NAMELESS)]);
        let deck = dateline::deck::read(Path::new("fab.yaml"), NAMELESS.as_bytes()).deck;
        let cards = deck.unwrap().cards;
        let due = world.run(&["--decks", "decks", "due"]);
        assert!(due.code <= 1, "{}", due.errors);
        let mut store = dateline::store::Store::open(&world.path().join("home")).unwrap();
        let clock = dateline::settings::Settings::default().study_clock(jiff::tz::TimeZone::UTC);
        let now: jiff::Timestamp = NOW.parse().unwrap();
        // Never reviewed, and the other way round: only the index knows it.
        let flag = dateline::schedule::Act::Flag {
            card: cards[1].id.clone(),
            why: "it moved".to_owned(),
        };
        store.record(flag, now, now, &clock).unwrap();
        drop(store);
        edit(&world);
        let told = |world: &World| {
            let run = check(world, &["decks", "--select", "flagged"]);
            run.out.lines().next().unwrap().to_owned()
        };
        let first = told(&world);
        // The app reads the deck anew, and all is as it was told.
        let due = world.run_at("2025-02-10T10:00:00+09:00", &["--decks", "decks", "due"]);
        assert!(due.code <= 1, "{}", due.errors);
        assert_eq!(told(&world), first, "{how}");
        first
    };
    let at = "decks/fab.yaml:3:5: warning[flagged]: a learner flagged it: it moved";
    // It writes a line for editors before it.
    let below = at.replace(":3:", ":4:");
    let fix = |world: &World| {
        let run = check(world, &["decks", "--fix"]);
        assert!(run.out.contains(&below), "{}", run.out);
    };
    assert_eq!(of("an id of --fix", &fix), below);
    let save = |text: String| move |world: &World| world.write("decks/fab.yaml", text.as_bytes());
    let named = NAMELESS.replace("- ask: Where", "- id: where\n    ask: Where");
    assert_eq!(of("an id", &save(named.clone())), at);
    assert_eq!(
        of("another answer", &save(NAMELESS.replace("TSMC", "Intel"))),
        at
    );
    // What is gone is told at nothing else.
    let gone = "deck: fab\ncards:\n  - ask: Who built it?\n    answer: TSMC\n".to_owned();
    assert_eq!(of("gone", &save(gone)), "1 deck, 1 card: nothing is wrong");
}

#[test]
fn every_rule_is_explained() {
    let world = World::new();
    for rule in Rule::ALL {
        let run = check(&world, &["--explain", rule.code]);
        assert_eq!(run.code, 0, "{}", rule.code);
        assert!(run.out.starts_with(rule.code) && run.out.contains(rule.summary));
    }
    let run = check(&world, &["--explain", "bad-id", "--json"]);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        (&told["code"], &told["severity"]),
        (&"bad-id".into(), &"error".into())
    );
    let run = check(&world, &["--explain", "bad-id", "--lang", "ko"]);
    assert!(
        run.out
            .starts_with("bad-id (오류: `check`가 1로 끝납니다)\n이름이 소문자")
    );
    assert!(run.out.contains("\n틀린 예:\n\n```yaml\n") && !run.out.contains("Wrong"));
    let listed = check(&world, &["--explain", "--lang", "ko"]).out;
    assert_eq!(listed.lines().count(), Rule::ALL.len());
    assert!(listed.starts_with("alias                오류     YAML 별칭이"));
    let listed = check(&world, &["--explain"]).out;
    assert_eq!(listed.lines().count(), Rule::ALL.len());
    let run = check(&world, &["--explain", "bad-di"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.errors,
        "dateline: there is no rule 'bad-di'; did you mean 'bad-id'?\n"
    );
}

/// The list of all rules, as `docs/check.md` has it.
fn list() -> String {
    let mut list = String::from(
        "# What `dateline check` finds\n\n\
         Made from the rules themselves; `dateline check --explain CODE` prints one of\n\
         them. What is *wrong* ends with exit status 1, what is *doubtful* only with\n\
         `--strict`. `--select CODE[,CODE]` and `--ignore CODE[,CODE]` choose among them.\n\
         In a deck `# dateline: ignore CODE[, CODE]` does so for its line, on a line of\n\
         its own for the next, or for the whole of the entry that begins there, and at\n\
         the head of the file, before its first key, for all of it. `--lang ko` tells it\n\
         all in Korean, in every format.\n",
    );
    for (title, severity) in [("Wrong", Severity::Error), ("Doubtful", Severity::Warning)] {
        let rules = || {
            Rule::ALL
                .iter()
                .filter(move |rule| rule.severity == severity)
        };
        list.push_str(&format!(
            "\n## {title}\n\n| code | what it finds |\n|---|---|\n"
        ));
        for rule in rules() {
            let code = rule.code;
            list.push_str(&format!("| [`{code}`](#{code}) | {} |\n", rule.summary));
        }
        for rule in rules() {
            list.push_str(&format!(
                "\n### {}\n\n{}.\n\n{}",
                rule.code, rule.summary, rule.explanation
            ));
        }
    }
    list
}

/// The README with the codes of all rules in their place.
fn readme(written: &str) -> String {
    const PLACE: (&str, &str) = ("<!-- rules -->\n", "<!-- /rules -->");
    let (head, rest) = written.split_once(PLACE.0).unwrap();
    let (_, tail) = rest.split_once(PLACE.1).unwrap();
    let mut codes = String::new();
    for (title, severity) in [("Wrong", Severity::Error), ("Doubtful", Severity::Warning)] {
        let rules = Rule::ALL.iter().filter(|rule| rule.severity == severity);
        let rules = rules.map(|rule| format!("[`{0}`](docs/check.md#{0})", rule.code));
        let rules = rules.collect::<Vec<_>>().join(", ");
        codes.push_str(&format!("{title}: {rules}.\n\n"));
    }
    format!("{head}{}{codes}{}{tail}", PLACE.0, PLACE.1)
}

/// Holds a file against what is made of it, or writes that.
fn is_current(name: &str, make: impl Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    let made = make(&written);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &made).unwrap();
        return;
    }
    assert!(
        written == made,
        "{name} has not the current list; write it anew with UPDATE_DOCS=1"
    );
}

#[test]
fn the_docs_list_every_rule() {
    is_current("docs/check.md", |_| list());
    is_current("README.md", readme);
}

fn file(text: String) -> DeckFile {
    DeckFile {
        origin: Origin::File("deck.yaml".into()),
        path: "deck.yaml".into(),
        name: None,
        bytes: Ok(text.into_bytes()),
        options: DeckOptions::default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Lines of a good deck left out, doubled and changed: whatever comes of
    /// it, each finding has a place and a known code, and the order is that of
    /// the file.
    #[test]
    fn no_deck_is_too_odd_for_the_rules(
        which in 0..SHIPPED.len(),
        cuts in proptest::collection::vec((0..900usize, 0..4u8, "[a-z가-힣0-9{}:,#%~ -]{0,12}"), 1..12),
    ) {
        let mut lines: Vec<String> = SHIPPED[which].1.lines().map(str::to_owned).collect();
        for (at, how, text) in cuts {
            let at = at % lines.len();
            match how {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[at].clone()),
                2 => lines[at].push_str(&text),
                _ => {
                    let indent = lines[at].len() - lines[at].trim_start().len();
                    lines[at] = format!("{}{text}", " ".repeat(indent));
                }
            }
        }
        let files = [file(lines.join("\n")), file(SHIPPED[which].1.to_owned())];
        let setting = Setting { today: Date::parse_iso("2026-01-01").ok(), ..Setting::default() };
        for checked in check_decks(&files, &setting, &|| {}) {
            let places: Vec<(usize, usize)> = checked
                .diagnostics
                .iter()
                .map(|told| (told.place.line, told.place.column))
                .collect();
            prop_assert!(places.is_sorted());
            for told in &checked.diagnostics {
                prop_assert!(told.place.line > 0 && told.place.column > 0 && told.place.length > 0);
                prop_assert!(Rule::named(told.code).is_ok(), "{}", told.code);
                prop_assert!(!told.to_string().chars().any(char::is_control));
            }
        }
    }
}

const OLD: &str = "deck: old\nas_of: 2025-02-09\ncards:\n  - id: cost\n    ask: What did the fab cost?\n    number: 20B USD\n  - id: site\n    ask: Where is the fab?\n    answer: Arizona\n  - ask: Who built it?\n    answer: TSMC\n";

/// What is told of the histories of `OLD`'s cards, each reviewed twice, once it
/// is as in `decks`.
fn lost(decks: &[(&str, &str)]) -> Vec<String> {
    let before = world(&[("decks/old.yaml", OLD)]);
    let deck = dateline::deck::read(Path::new("old.yaml"), OLD.as_bytes()).deck;
    for card in deck.unwrap().cards {
        for _ in 0..2 {
            let run = before.run(&["--decks", "decks", "review", card.id.as_str(), "good"]);
            assert_eq!(run.code, 0, "{}", run.errors);
        }
    }
    std::fs::remove_file(before.path().join("decks/old.yaml")).unwrap();
    for (name, text) in decks {
        std::fs::write(before.path().join("decks").join(name), text).unwrap();
    }
    let told = |run: &Run| -> Vec<String> {
        let told: Value = serde_json::from_str(&run.out).unwrap();
        let told = told.as_array().unwrap().iter();
        let told = told.filter(|told| told["code"] == "lost-history");
        told.map(|told| {
            format!(
                "{}:{}: {}",
                told["path"].as_str().unwrap(),
                told["line"],
                told["message"].as_str().unwrap()
            )
        })
        .collect()
    };
    let select = ["decks", "--select", "lost-history", "--json"];
    let first = told(&check(&before, &select));
    // By itself a deck has lost no more: the others lie beside it.
    if first.is_empty() && before.path().join("decks/old.yaml").exists() {
        let alone = told(&check(
            &before,
            &[&["decks/old.yaml"], &select[1..]].concat(),
        ));
        assert_eq!(alone, first, "{decks:?}");
    }
    // The app reads the decks anew: what is lost is lost, and told as before.
    let later = "2025-02-10T10:00:00+09:00";
    let due = before.run_at(later, &["--decks", "decks", "due"]);
    assert!(due.code <= 1, "{}", due.errors);
    assert_eq!(told(&check(&before, &select)), first, "{decks:?}");
    first
}

#[test]
fn a_history_that_no_card_has_any_more_is_told() {
    let replaced = |was: &str, now: &str| OLD.replace(was, now);
    let nothing: [&str; 0] = [];
    // Nothing changed; a wording; another id with the same question and answer;
    // an entry without an id with another answer.
    assert_eq!(lost(&[("old.yaml", OLD)]), nothing);
    assert_eq!(
        lost(&[(
            "old.yaml",
            &replaced("Where is the fab?", "In which state is it?")
        )]),
        nothing
    );
    assert_eq!(
        lost(&[("old.yaml", &replaced("id: site", "id: state"))]),
        nothing
    );
    assert_eq!(
        lost(&[(
            "other-name.yaml",
            &replaced("answer: TSMC", "answer: Intel")
        )]),
        nothing
    );
    // Another id and another question: no one knows, until the author says so.
    let renamed = replaced(
        "id: site\n    ask: Where is the fab?",
        "id: state\n    ask: In which state is it?",
    );
    assert_eq!(
        lost(&[("old.yaml", &renamed)]),
        [
            "decks/old.yaml:7: this card's 2 reviews have no card any more: 'old/site'; this may be what it is now"
        ]
    );
    let said = renamed.replace("id: state\n", "id: state\n    replaces: [site]\n");
    assert_eq!(lost(&[("old.yaml", &said)]), nothing);
    // Gone.
    let gone = OLD.replace(
        "  - id: site\n    ask: Where is the fab?\n    answer: Arizona\n",
        "",
    );
    assert_eq!(
        lost(&[("old.yaml", &gone)]),
        ["decks/old.yaml:1: this card's 2 reviews have no card any more: 'old/site'"]
    );
    // Moved to another deck, without a word and with one.
    let moved =
        "deck: new\ncards:\n  - id: where\n    ask: Where is the fab?\n    answer: Arizona\n";
    assert_eq!(
        lost(&[("old.yaml", &gone), ("new.yaml", moved)]),
        [
            "decks/new.yaml:3: this card's 2 reviews have no card any more: 'old/site'; this may be what it is now"
        ]
    );
    let said = moved.replace("id: where\n", "id: where\n    replaces: [old/site]\n");
    assert_eq!(lost(&[("old.yaml", &gone), ("new.yaml", &said)]), nothing);
    // Split: one of the two can have it. Merged: one has both.
    let split = OLD.replace("  - id: site\n    ask: Where is the fab?\n    answer: Arizona\n", "  - id: state\n    ask: In which state?\n    answer: Arizona\n    replaces: [site]\n  - id: town\n    ask: In which town?\n    answer: Phoenix\n    replaces: [site]\n");
    assert_eq!(
        lost(&[("old.yaml", &split)]),
        [
            "decks/old.yaml:7: this card's 2 reviews have no card any more: 'old/site'; old/state or old/town may be what it is now"
        ]
    );
    let said = split.replace("Phoenix\n    replaces: [site]\n", "Phoenix\n");
    assert_eq!(lost(&[("old.yaml", &said)]), nothing);
    let merged = "deck: old\ncards:\n  - id: all\n    ask: What, and where?\n    answer: A fab in Arizona\n    replaces: [cost, site]\n  - ask: Who built it?\n    answer: TSMC\n";
    assert_eq!(lost(&[("old.yaml", merged)]), nothing);
    // Where two could be it, it is told where it was.
    let also = moved.replace("deck: new", "deck: also");
    assert_eq!(
        lost(&[
            ("old.yaml", &gone),
            ("new.yaml", moved),
            ("also.yaml", &also)
        ]),
        [
            "decks/old.yaml:1: this card's 2 reviews have no card any more: 'old/site'; 'also/where' asks the same (decks/also.yaml:3)"
        ]
    );
    // Another name for the deck.
    assert_eq!(
        lost(&[("old.yaml", &replaced("deck: old", "deck: fabs"))]),
        [
            "decks/old.yaml:1: the deck was called 'old' when it was studied: 6 reviews of 3 cards have no card any more"
        ]
    );
    // What is broken comes back with its entry.
    assert_eq!(
        lost(&[("old.yaml", &replaced("answer: Arizona", "answr: Arizona"))]),
        nothing
    );
}

/// What a rule tells of `OLD`, each card reviewed once, when it becomes what
/// `edits` make of it, one after the other; the app reads it in between, and after
/// it, when all is to be told as it was.
fn told_of_studied(code: &str, edits: &[&str]) -> Vec<String> {
    let world = world(&[("decks/old.yaml", OLD)]);
    let mut hours = 9..24;
    let mut run = |arguments: &[&str]| {
        let now = format!("2025-02-10T{:02}:00:00+09:00", hours.next().unwrap());
        let run = world.run_at(&now, &[&["--decks", "decks"], arguments].concat());
        assert!(run.code <= 1, "{}", run.errors);
    };
    let deck = dateline::deck::read(Path::new("old.yaml"), OLD.as_bytes()).deck;
    for card in deck.unwrap().cards {
        run(&["review", card.id.as_str(), "good"]);
    }
    let told = || {
        let run = check(&world, &["decks", "--select", code, "--json"]);
        let told: Value = serde_json::from_str(&run.out).unwrap();
        let told = told.as_array().unwrap().iter();
        let told = told.map(|told| {
            let said = |key: &str| told[key].as_str().unwrap();
            format!("{}: {}; {}", told["line"], said("message"), said("help"))
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(told(), [] as [&str; 0]);
    let mut first = Vec::new();
    for edit in edits {
        world.write("decks/old.yaml", edit.as_bytes());
        first = told();
        run(&["due"]);
        assert_eq!(told(), first, "{edit}");
    }
    first
}

#[test]
fn exchanged_ids_are_told() {
    let told = |edits: &[&str]| told_of_studied("exchanged-id", edits);
    let mut deck = OLD.replace("answer: TSMC", "answer: TSMC, of Hsinchu");
    assert_eq!(told(&[&deck]), [] as [&str; 0], "an answer is edited");
    deck = OLD.replace(
        "ask: Where is the fab?\n    answer: Arizona",
        "ask: Who owns it?\n    answer: TSMC, of Hsinchu",
    );
    assert_eq!(told(&[&deck]), [] as [&str; 0], "another card under an id");
    let exchanged = OLD
        .replace("id: cost", "id: other")
        .replace("id: site", "id: cost")
        .replace("id: other", "id: site");
    let both = [
        "4: 'site' is what was studied as 'cost', whose history stays with 'cost'; call it 'cost' again, or give it an id that is new, and 'replaces: [cost]'",
        "7: 'cost' is what was studied as 'site', whose history stays with 'site'; call it 'site' again, or give it an id that is new, and 'replaces: [site]'",
    ];
    assert_eq!(told(&[&exchanged]), both);
    assert_eq!(told(&[&exchanged, OLD]), [] as [&str; 0], "and back");
}

#[test]
fn what_replaces_a_card_that_never_was_is_told() {
    let told = |edits: &[&str]| told_of_studied("replaces-nothing", edits);
    let renamed = |replaces: &str| {
        OLD.replace(
            "id: site\n    ask: Where is the fab?\n    answer: Arizona",
            &format!(
                "id: state\n    ask: In which state?\n    answer: AZ\n    replaces: [{replaces}]"
            ),
        )
    };
    assert_eq!(told(&[&renamed("site")]), [] as [&str; 0]);
    assert_eq!(
        told(&[&renamed("stie")]),
        [
            "10: no deck and no review ever knew 'stie': its history goes nowhere; did you mean 'site'?"
        ]
    );
    // Twice renamed: every name that it had is known.
    let again = renamed("site, state").replace("id: state", "id: which");
    assert_eq!(told(&[&renamed("site"), &again]), [] as [&str; 0]);
    let again = renamed("sit, state").replace("id: state", "id: which");
    assert_eq!(
        told(&[&renamed("site"), &again]),
        [
            "10: no deck and no review ever knew 'sit': its history goes nowhere; did you mean 'site'?"
        ]
    );
}

#[test]
fn what_was_merged_and_is_parted_again_is_lost_to_no_one() {
    let merged = "deck: old\ncards:\n  - id: all\n    ask: What, and where?\n    answer: A fab in Arizona\n    replaces: [cost, site]\n  - ask: Who built it?\n    answer: TSMC\n";
    let world = world(&[("decks/old.yaml", OLD)]);
    let mut hours = 10..24;
    let mut run = |arguments: &[&str]| {
        let now = format!("2025-02-10T{}:00:00+09:00", hours.next().unwrap());
        let run = world.run_at(&now, &[&["--decks", "decks"], arguments].concat());
        assert!(run.code <= 1, "{}", run.errors);
    };
    let save = |text: &str| std::fs::write(world.path().join("decks/old.yaml"), text).unwrap();
    let told = || {
        let run = check(&world, &["decks", "--select", "lost-history", "--json"]);
        let told: Value = serde_json::from_str(&run.out).unwrap();
        let told = told.as_array().unwrap().iter();
        told.map(|told| told["message"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    run(&["review", "old/cost", "good"]);
    run(&["review", "old/site", "good"]);
    run(&["review", "old/site", "good"]);
    save(merged);
    run(&["due"]);
    run(&["review", "old/all", "good"]);
    save(OLD);
    // They come back as soon as the app reads the deck.
    assert_eq!(told(), [] as [&str; 0]);
    run(&["due"]);
    for (card, reviews) in [("old/cost", 1), ("old/site", 2)] {
        let told = world.json(&["--decks", "decks", "card", card]);
        assert_eq!(told["reviews"].as_array().unwrap().len(), reviews, "{card}");
    }
    // What was learned of the one that took their places is no one's.
    assert_eq!(
        told(),
        ["this card's one review has no card any more: 'old/all'"]
    );
}

#[test]
fn options_named_by_themselves_are_checked_as_options() {
    let world = World::new();
    world.write("options.yaml", b"retention: 2\n");
    let told = world.run(&["check", "options.yaml"]);
    assert_eq!(told.code, 1, "{}", told.out);
    assert!(
        told.out.contains("1 | retention: 2\n")
            && told.out.ends_with("0 decks, 0 cards: 1 error\n"),
        "{}",
        told.out
    );
    world.write("options.yaml", b"retention: 0.9\n");
    let told = world.run(&["check", "options.yaml"]);
    assert_eq!(told.code, 0, "{}", told.errors);
    assert_eq!(told.out, "0 decks, 0 cards: nothing is wrong\n");
}

#[test]
fn one_slip_of_yaml_does_not_uncount_the_other_cards() {
    let deck = "deck: slip
cards:
  - { id: a, ask: Who founded TSMC?, answer: Morris Chang }
  - id: b
    ask: one: two
    answer: x
  - { id: c, ask: Where is it?, answer: Hsinchu }
";
    let world = world(&[("slip.yaml", deck)]);
    let told = check(&world, &["slip.yaml"]);
    assert!(
        told.out.ends_with("1 deck, 2 cards: 1 error\n"),
        "{}",
        told.out
    );
}

#[test]
fn a_tolerance_needs_a_question() {
    let deck = "deck: kilos
facts:
  mass: { value: 7 kg, tolerance: 5 people }
";
    let world = world(&[("kilos.yaml", deck)]);
    assert_eq!(codes(&world, &["kilos.yaml"]), ["misplaced-key"]);
}

#[test]
fn a_deck_comes_on_standard_input_too() {
    let world = world(&[]);
    let run = world.talk(
        &["check", "-", "--json"],
        "deck: a\ncards:\n  - { id: b, ask: C?, answr: d }\n",
    );
    assert_eq!(run.code, 1, "{}", run.errors);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(told[0]["path"], "<stdin>");
    assert_eq!(told[0]["line"], 3);
    assert_eq!(world.talk(&["check", "-", "--fix"], "deck: a\n").code, 2);
}
