//! What is told of a deck without being asked.

use super::*;

#[test]
fn what_is_told_is_what_check_tells() {
    let world = World::new();
    let twin = "deck: news\ncards:\n  - { id: a, ask: Who founded TSMC?, answer: Morris }\n";
    world.write("twin.yaml", twin.as_bytes());
    world.write("news.yaml", BROKEN.as_bytes());
    let run = world.run_at(NOW, &["check", ".", "--format", "json"]);
    let checked: Value = serde_json::from_str(&run.out).unwrap();
    let mut editor = Editor::ready(&world, &["lsp"], "en");
    for name in ["news.yaml", "twin.yaml"] {
        let uri = address(&world, name);
        editor.open(
            &uri,
            &std::fs::read_to_string(world.path().join(name)).unwrap(),
        );
        let told: Vec<(String, u64)> = editor
            .diagnostics(&uri, 1)
            .into_iter()
            .map(|(code, line, ..)| (code, line + 1))
            .collect();
        let of_file = checked
            .as_array()
            .unwrap()
            .iter()
            .filter(|found| found["path"].as_str().unwrap().ends_with(name));
        let expected: Vec<(String, u64)> = of_file
            .map(|found| {
                (
                    found["code"].as_str().unwrap().to_owned(),
                    found["line"].as_u64().unwrap(),
                )
            })
            .collect();
        assert!(!expected.is_empty());
        assert_eq!(told, expected, "{name}");
    }
    // With another name it is a deck of its own, and is told so at once.
    let uri = address(&world, "twin.yaml");
    editor.change(&uri, 2, json!([{ "text": twin.replace("news", "twin") }]));
    let codes: Vec<String> = editor
        .diagnostics(&uri, 2)
        .into_iter()
        .map(|(code, ..)| code)
        .collect();
    assert!(!codes.contains(&"duplicate-deck".to_owned()), "{codes:?}");
    assert!(codes.contains(&"same-question".to_owned()), "{codes:?}");
    assert_eq!(editor.end(), 0);
}

#[test]
fn it_is_told_in_the_language_that_was_asked_for() {
    let world = World::new();
    world.write("news.yaml", BROKEN.as_bytes());
    let uri = address(&world, "news.yaml");
    for (arguments, locale, lang) in [
        (vec!["lsp"], "ko-KR", "ko"),
        (vec!["--lang", "ko", "lsp"], "en", "ko"),
        (vec!["--lang", "en", "lsp"], "ko", "en"),
    ] {
        let check = ["check", "news.yaml", "--format", "json", "--lang", lang];
        let checked: Value = serde_json::from_str(&world.run_at(NOW, &check).out).unwrap();
        let expected: Vec<String> = checked
            .as_array()
            .unwrap()
            .iter()
            .map(|told| {
                let said = |key: &str| told[key].as_str().unwrap().to_owned();
                format!("{}; {}", said("message"), said("help"))
            })
            .collect();
        let mut editor = Editor::ready(&world, &arguments, locale);
        editor.open(&uri, BROKEN);
        let told = editor.diagnostics(&uri, 1).into_iter();
        let told: Vec<String> = told.map(|(.., text)| text).collect();
        assert!(!told.is_empty());
        assert_eq!(told, expected, "{arguments:?} {locale}");
        let korean = |text: &String| text.chars().any(dateline::text::is_hangul);
        assert_eq!(told.iter().all(korean), lang == "ko", "{told:?}");
        assert_eq!(editor.end(), 0);
    }
}

#[test]
fn options_are_told_of_as_check_tells_them() {
    const OPTIONS: &str = "new_per_day: many\nretention: 2\nlearnign_steps: [1m]\n";
    let codes = |editor: &mut Editor, uri: &str, version: i32| -> Vec<(String, u64)> {
        let told = editor.diagnostics(uri, version).into_iter();
        told.map(|(code, line, ..)| (code, line + 1)).collect()
    };
    let world = World::new();
    world.write("other/options.yaml", OPTIONS.as_bytes());
    let mut editor = Editor::ready(&world, &["lsp"], "en");
    let uri = address(&world, "other/options.yaml");
    // Beside no deck it is of some other program.
    editor.open(&uri, OPTIONS);
    assert_eq!(codes(&mut editor, &uri, 1), []);
    world.write(
        "other/news.yaml",
        b"deck: news\ncards:\n  - { id: a, ask: Who?, answer: He }\n",
    );
    editor.notify(
        "textDocument/didSave",
        json!({ "textDocument": { "uri": uri } }),
    );
    let run = world.run_at(NOW, &["check", "other", "--format", "json"]);
    let checked: Value = serde_json::from_str(&run.out).unwrap();
    let expected: Vec<(String, u64)> = checked
        .as_array()
        .unwrap()
        .iter()
        .filter(|found| found["path"].as_str().unwrap().ends_with("options.yaml"))
        .map(|found| {
            (
                found["code"].as_str().unwrap().to_owned(),
                found["line"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(expected.len(), 3);
    assert_eq!(codes(&mut editor, &uri, 1), expected);
    // As they are typed, saved or not.
    let text = OPTIONS.replace("many", "5").replace("learnign", "learning");
    editor.change(&uri, 2, json!([{ "text": text }]));
    assert_eq!(codes(&mut editor, &uri, 2), [("bad-option".to_owned(), 2)]);
    // A second file of options beside it is not read.
    let second = "new_per_day: many\n";
    world.write("other/options.yml", second.as_bytes());
    let uri = address(&world, "other/options.yml");
    editor.open(&uri, second);
    assert_eq!(
        codes(&mut editor, &uri, 1),
        [("duplicate-options".to_owned(), 1)]
    );
    assert_eq!(editor.end(), 0);
}

#[test]
fn a_history_that_only_the_log_knows_is_told_as_by_check() {
    let world = World::new();
    std::fs::create_dir(world.path().join("share")).unwrap();
    let run = |home: &str, args: &[&str]| {
        let mut all = vec!["--decks", "news.yaml"];
        all.extend(args);
        let mut command = world.command_at(NOW, &all);
        command.env("DATELINE_HOME", world.path().join(home));
        let run = home::Run::of(command.output().unwrap());
        assert_eq!(run.code, 0, "{args:?}: {}", run.errors);
        run
    };
    // Another device studied a card that no deck here ever had.
    let card = "  - { id: site, ask: Where is the fab?, answer: Arizona }\n";
    let here = "deck: news\ncards:\n  - { id: a, ask: Who founded TSMC?, answer: Morris }\n";
    world.write("news.yaml", format!("{here}{card}").as_bytes());
    run("other", &["review", "news/site", "good"]);
    run("other", &["sync", "share"]);
    world.write("news.yaml", here.as_bytes());
    run("home", &["review", "news/a", "good"]);
    run("home", &["sync", "share"]);
    let check = ["check", "news.yaml", "--select", "lost-history", "--json"];
    let checked: Value = serde_json::from_str(&run("home", &check).out).unwrap();
    let told = checked[0]["message"].as_str().unwrap();
    assert!(told.contains("'news/site'"), "{told}");
    let mut editor = Editor::ready(&world, &["lsp"], "en");
    let uri = address(&world, "news.yaml");
    editor.open(&uri, here);
    let found = editor.diagnostics(&uri, 1);
    assert!(
        found
            .iter()
            .any(|(code, .., text)| code == "lost-history" && text.contains(told)),
        "{found:?}"
    );
    assert_eq!(editor.end(), 0);
}

#[test]
fn options_beside_a_broken_deck_are_told_of() {
    for deck in [
        &b"deck: news\ncards:\n  - { id: a, ask: \"Who?, answer: He }\n"[..],
        b"deck: [news]\ncards: []\n",
        b"deck: news\ntitle: \xff\n",
        b"\xef\xbb\xbfdeck: news\r\ncards: [\r\n",
    ] {
        let world = World::new();
        world.write("other/news.yaml", deck);
        let uri = address(&world, "other/options.yaml");
        for (options, code) in [("retention: 2\n", "bad-option"), ("a: [\n", "not-yaml")] {
            world.write("other/options.yaml", options.as_bytes());
            let run = world.run_at(NOW, &["check", "other", "--format", "github"]);
            assert!(run.out.contains(&format!("title={code}")), "{}", run.out);
            let mut editor = Editor::ready(&world, &["lsp"], "en");
            editor.open(&uri, options);
            let told = editor.diagnostics(&uri, 1).into_iter();
            let told: Vec<String> = told.map(|(code, ..)| code).collect();
            assert_eq!(told, [code], "{}", String::from_utf8_lossy(deck));
            assert_eq!(editor.end(), 0);
        }
    }
}
