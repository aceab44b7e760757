//! The rules as they are explained, and their list in `docs`.

use super::*;

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
