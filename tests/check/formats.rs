//! How findings are shown: to people in both languages, and to programs.

use super::*;

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
