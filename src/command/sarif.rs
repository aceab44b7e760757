//! Diagnostics in SARIF 2.1.0, the format in which code hosts and editors take
//! what linters find.

use std::io::{self, Write};
use std::path::{Component, Path};

use serde::Serialize;
use serde_json::{Value, json};

use crate::author::Rule;
use crate::deck::Diagnostic;
use crate::text::Lang;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// A result.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Value,
    locations: [Location; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Value,
    region: Region,
}

/// Lines and columns count from 1, columns in code points; the end is behind.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_column: usize,
}

/// One run with all rules and what they found.
pub(super) fn write(
    diagnostics: &[&Diagnostic],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rules: Vec<Value> = Rule::ALL.iter().map(|one| rule(one, lang)).collect();
    let results: Vec<Found> = diagnostics.iter().map(|told| found(told, lang)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "dateline",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    super::json::pretty(out, &log)?;
    writeln!(out)
}

fn rule(rule: &Rule, lang: Lang) -> Value {
    let explanation = rule.explains(lang);
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.sums_up(lang) },
        "help": { "text": explanation, "markdown": explanation },
        "defaultConfiguration": { "level": rule.severity.word(Lang::En) },
    })
}

fn found(told: &Diagnostic, lang: Lang) -> Found {
    let text = told.sentence(lang);
    let place = told.place;
    let start_column = place.column.max(1);
    Found {
        rule_id: told.code,
        rule_index: Rule::ALL.iter().position(|rule| rule.code == told.code),
        level: told.severity.word(Lang::En),
        message: json!({ "text": text }),
        locations: [Location {
            physical_location: Physical {
                artifact_location: json!({ "uri": uri(&told.path) }),
                region: Region {
                    start_line: place.line.max(1),
                    start_column,
                    end_column: start_column.saturating_add(place.length),
                },
            },
        }],
    }
}

/// A path as a URI: relative as it is named, or `file:` if it begins at the root.
fn uri(path: &Path) -> String {
    let mut uri = String::new();
    for part in path.components() {
        match part {
            Component::CurDir => continue,
            Component::RootDir => {
                uri.push_str("file:///");
                continue;
            }
            Component::Prefix(_) | Component::ParentDir | Component::Normal(_) => {}
        }
        if !uri.is_empty() && !uri.ends_with('/') {
            uri.push('/');
        }
        for byte in part.as_os_str().as_encoded_bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    uri.push(char::from(*byte));
                }
                _ => uri.push_str(&format!("%{byte:02X}")),
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::*;
    use crate::deck::{Place, Severity};
    use crate::message;

    #[test]
    fn a_path_becomes_a_uri() {
        for (path, expected) in [
            ("decks/chips.yaml", "decks/chips.yaml"),
            ("./a b/칩.yaml", "a%20b/%EC%B9%A9.yaml"),
            ("../x%y:z.yaml", "../x%25y%3Az.yaml"),
            ("/tmp/a.yaml", "file:///tmp/a.yaml"),
            ("<shipped>/a.yaml", "%3Cshipped%3E/a.yaml"),
        ] {
            assert_eq!(uri(Path::new(path)), expected);
        }
    }

    #[test]
    fn a_log_has_what_the_standard_asks_for() {
        let told = Diagnostic {
            code: "unknown-key",
            severity: Severity::Error,
            path: "decks/칩.yaml".into(),
            place: Place {
                line: 2,
                column: 15,
                length: 6,
            },
            message: message!("unknown key 'anwser'", "알 수 없는 키: 'anwser'"),
            help: Some(message!("did you mean 'answer'?", "'answer'인가요?")),
        };
        let mut out = Vec::new();
        write(&[&told], Lang::En, &mut out).unwrap();
        let log: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let result = &run["results"][0];
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], "unknown-key");
        assert_eq!(result["ruleId"], "unknown-key");
        assert_eq!(result["level"], "error");
        assert_eq!(
            result["message"]["text"],
            "unknown key 'anwser'; did you mean 'answer'?"
        );
        assert_eq!(
            result["locations"][0]["physicalLocation"],
            json!({
                "artifactLocation": { "uri": "decks/%EC%B9%A9.yaml" },
                "region": { "startLine": 2, "startColumn": 15, "endColumn": 21 },
            })
        );
    }
}
