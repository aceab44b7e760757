//! `dateline check --explain CODE`

use std::io::Write;

use serde::Serialize;

use super::setup::spoken;
use super::{Failure, Global, Status};
use crate::author::Rule;
use crate::deck::Severity;
use crate::text::{Lang, width};

/// A rule in JSON.
#[derive(Debug, Serialize)]
struct Told {
    code: &'static str,
    severity: &'static str,
    summary: &'static str,
    explanation: String,
}

impl Told {
    fn of(rule: &Rule, lang: Lang) -> Told {
        Told {
            code: rule.code,
            severity: rule.severity.word(Lang::En),
            summary: rule.sums_up(lang),
            explanation: rule.explains(lang),
        }
    }
}

/// Prints what there is to say of a rule, or a line for each if none is named.
pub(super) fn run(global: &Global, code: &str, out: &mut dyn Write) -> Result<Status, Failure> {
    let lang = spoken(global);
    if code.is_empty() {
        return list(global, lang, out);
    }
    let rule = Rule::named(code).map_err(|unknown| unknown.message())?;
    if global.json {
        super::json::pretty(out, &Told::of(rule, lang))?;
        writeln!(out)?;
        return Ok(Status::Done);
    }
    let effect = match (rule.severity, lang) {
        (Severity::Error, Lang::En) => "wrong: `check` ends with 1",
        (Severity::Error, Lang::Ko) => "오류: `check`가 1로 끝납니다",
        (Severity::Warning, Lang::En) => "doubtful: `check --strict` ends with 1",
        (Severity::Warning, Lang::Ko) => "경고: `check --strict`가 1로 끝납니다",
    };
    writeln!(out, "{} ({effect})", rule.code)?;
    let told = rule.explains(lang);
    writeln!(out, "{}\n\n{}", rule.sums_up(lang), told.trim_end())?;
    Ok(Status::Done)
}

fn list(global: &Global, lang: Lang, out: &mut dyn Write) -> Result<Status, Failure> {
    if global.json {
        let told: Vec<Told> = Rule::ALL.iter().map(|rule| Told::of(rule, lang)).collect();
        super::json::pretty(out, &told)?;
        writeln!(out)?;
        return Ok(Status::Done);
    }
    let longest = Rule::ALL.iter().map(|rule| rule.code.len()).max();
    let columns = longest.unwrap_or_default();
    for rule in Rule::ALL {
        let severity = rule.severity.word(lang);
        let blank = " ".repeat(7_usize.saturating_sub(width(severity)));
        let summary = rule.sums_up(lang);
        writeln!(out, "{:columns$}  {severity}{blank}  {summary}", rule.code)?;
    }
    Ok(Status::Done)
}
