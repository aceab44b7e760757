//! `dateline check --explain CODE`

use std::io::Write;

use serde::Serialize;

use super::{Failure, Global, Status};
use crate::author::Rule;
use crate::deck::Severity;
use crate::text::Lang;

/// A rule in JSON.
#[derive(Debug, Serialize)]
struct Told {
    code: &'static str,
    severity: &'static str,
    summary: &'static str,
    explanation: &'static str,
}

impl Told {
    fn of(rule: &Rule) -> Told {
        Told {
            code: rule.code,
            severity: rule.severity.word(Lang::En),
            summary: rule.summary,
            explanation: rule.explanation,
        }
    }
}

/// Prints what there is to say of a rule, or a line for each if none is named.
pub(super) fn run(global: &Global, code: &str, out: &mut dyn Write) -> Result<Status, Failure> {
    if code.is_empty() {
        return list(global, out);
    }
    let rule = Rule::named(code).map_err(|unknown| Failure::Message(unknown.to_string()))?;
    if global.json {
        serde_json::to_writer_pretty(&mut *out, &Told::of(rule))?;
        writeln!(out)?;
        return Ok(Status::Done);
    }
    let effect = match rule.severity {
        Severity::Error => "wrong: `check` ends with 1",
        Severity::Warning => "doubtful: `check --strict` ends with 1",
    };
    writeln!(out, "{} ({effect})", rule.code)?;
    writeln!(out, "{}\n\n{}", rule.summary, rule.explanation.trim_end())?;
    Ok(Status::Done)
}

fn list(global: &Global, out: &mut dyn Write) -> Result<Status, Failure> {
    if global.json {
        let told: Vec<Told> = Rule::ALL.iter().map(Told::of).collect();
        serde_json::to_writer_pretty(&mut *out, &told)?;
        writeln!(out)?;
        return Ok(Status::Done);
    }
    let longest = Rule::ALL.iter().map(|rule| rule.code.len()).max();
    let columns = longest.unwrap_or_default();
    for rule in Rule::ALL {
        let severity = rule.severity.word(Lang::En);
        writeln!(
            out,
            "{:columns$}  {severity:7}  {}",
            rule.code, rule.summary
        )?;
    }
    Ok(Status::Done)
}
