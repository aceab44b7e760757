//! `dateline check --explain CODE`

use std::io::Write;

use serde::Serialize;

use super::{Failure, Global, Status, report};
use crate::author::Rule;
use crate::deck::Severity;

/// A rule in JSON.
#[derive(Debug, Serialize)]
struct Told {
    code: &'static str,
    severity: &'static str,
    summary: &'static str,
    explanation: &'static str,
}

/// Prints what there is to say of a rule.
pub(super) fn run(global: &Global, code: &str, out: &mut dyn Write) -> Result<Status, Failure> {
    let rule = Rule::named(code).map_err(|unknown| Failure::Message(unknown.to_string()))?;
    if global.json {
        let told = Told {
            code: rule.code,
            severity: report::severity(rule.severity),
            summary: rule.summary,
            explanation: rule.explanation,
        };
        serde_json::to_writer_pretty(&mut *out, &told)?;
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
