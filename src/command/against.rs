//! `dateline check --against [SOURCE=]ARTICLE`

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use serde::Serialize;

use super::arguments::CheckArguments;
use super::setup::color;
use super::{Failure, Format, Global, Status, report};
use crate::author::against::{Article, Judged, Report, against};
use crate::deck::{Diagnostic, Library, Severity, read};
use crate::text::safe_line;

/// The largest article that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// A deck with what the articles say of it.
struct Held {
    path: String,
    bytes: Option<Vec<u8>>,
    diagnostics: Vec<Diagnostic>,
    report: Report,
}

/// Holds the decks of `library` against the articles that were named, and tells
/// what is wrong in them otherwise too.
pub(super) fn run(
    global: &Global,
    check: &CheckArguments,
    library: Library,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let articles: Vec<Article> = check
        .against
        .iter()
        .map(|named| article(named))
        .collect::<Result<_, _>>()?;
    let mut told = library.diagnostics;
    let mut decks = Vec::new();
    for file in library.files {
        match file.bytes {
            Ok(bytes) => {
                let report = against(&file.path, &bytes, &articles).map_err(|sources| {
                    Failure::Message(format!(
                        "{} has several sources; name the one that the article is: --against SOURCE=FILE, with one of {sources}",
                        file.path.display()
                    ))
                })?;
                decks.push(Held {
                    path: file.path.display().to_string(),
                    diagnostics: read(&file.path, &bytes).diagnostics,
                    bytes: Some(bytes),
                    report,
                });
            }
            Err(diagnostic) => told.push(diagnostic),
        }
    }
    for article in &articles {
        if let Some(source) = &article.source
            && decks.iter().all(|held| held.report.claims.is_empty())
        {
            return Err(Failure::Message(format!(
                "no deck says anything from the source '{source}'; name a source of the deck"
            )));
        }
    }
    print(global, check, &told, &decks, out)?;
    let wrong = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
    let all = decks.iter().flat_map(Held::diagnostics).chain(&told);
    Ok(if all.into_iter().any(wrong) {
        Status::Found
    } else {
        Status::Done
    })
}

fn print(
    global: &Global,
    check: &CheckArguments,
    told: &[Diagnostic],
    decks: &[Held],
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if global.json || check.format == Format::Json {
        return json(told, decks, out);
    }
    let tell =
        |diagnostic: &Diagnostic, source: Option<&[u8]>, out: &mut dyn Write| match check.format {
            Format::Github => report::github(diagnostic, out),
            _ => report::human(diagnostic, source, color(global), out),
        };
    for diagnostic in told {
        tell(diagnostic, None, out)?;
    }
    for held in decks {
        for diagnostic in held.diagnostics() {
            tell(diagnostic, held.bytes.as_deref(), out)?;
        }
        if check.format == Format::Human {
            writeln!(out, "{}", held.summary())?;
        }
    }
    Ok(())
}

impl Held {
    fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().chain(&self.report.diagnostics)
    }

    /// `deck.yaml: found 12 of 13 claimed (2 relative, 1 computed), 1 excused`
    fn summary(&self) -> String {
        let report = &self.report;
        let mut ways = Vec::new();
        for (name, word) in [
            ("relative", "relative"),
            ("computed", "computed"),
            ("in-part", "in part"),
        ] {
            let count = report
                .claims
                .iter()
                .filter(|claim| claim.verdict.name() == name)
                .count();
            if count > 0 {
                ways.push(format!("{count} {word}"));
            }
        }
        let ways = if ways.is_empty() {
            String::new()
        } else {
            format!(" ({})", ways.join(", "))
        };
        let excused = match report.excused() {
            0 => String::new(),
            excused => format!(", {excused} excused"),
        };
        format!(
            "{}: found {} of {} claimed{ways}{excused}",
            safe_line(&self.path),
            report.found(),
            report.claimed()
        )
    }
}

/// The decks in JSON.
#[derive(Debug, Serialize)]
struct Told<'a> {
    found: usize,
    claimed: usize,
    excused: usize,
    decks: Vec<ToldDeck<'a>>,
    diagnostics: Vec<report::Told<'a>>,
}

/// A deck in JSON.
#[derive(Debug, Serialize)]
struct ToldDeck<'a> {
    path: &'a str,
    found: usize,
    claimed: usize,
    excused: usize,
    claims: Vec<ToldClaim<'a>>,
}

/// A claim in JSON.
#[derive(Debug, Serialize)]
struct ToldClaim<'a> {
    entry: &'a str,
    key: &'a str,
    claim: &'a str,
    line: usize,
    column: usize,
    verdict: &'static str,
    article_line: Option<usize>,
    detail: Option<&'a str>,
}

impl<'a> ToldClaim<'a> {
    fn new(judged: &'a Judged) -> Self {
        ToldClaim {
            entry: &judged.entry,
            key: &judged.key,
            claim: &judged.claim,
            line: judged.place.line,
            column: judged.place.column,
            verdict: judged.verdict.name(),
            article_line: judged.verdict.line(),
            detail: judged.verdict.detail(),
        }
    }
}

fn json(told: &[Diagnostic], decks: &[Held], out: &mut dyn Write) -> Result<(), Failure> {
    let sum = |count: fn(&Report) -> usize| decks.iter().map(|held| count(&held.report)).sum();
    let whole = Told {
        found: sum(Report::found),
        claimed: sum(Report::claimed),
        excused: sum(Report::excused),
        decks: decks
            .iter()
            .map(|held| ToldDeck {
                path: &held.path,
                found: held.report.found(),
                claimed: held.report.claimed(),
                excused: held.report.excused(),
                claims: held.report.claims.iter().map(ToldClaim::new).collect(),
            })
            .collect(),
        diagnostics: told
            .iter()
            .chain(decks.iter().flat_map(Held::diagnostics))
            .map(report::Told::new)
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)?;
    Ok(())
}

/// Reads an article that was named as `FILE` or `SOURCE=FILE`.
fn article(named: &OsStr) -> Result<Article, Failure> {
    let (source, path) = split(named);
    let path = Path::new(&path);
    let shown = path.display();
    let mut bytes = Vec::new();
    let taken = if path == Path::new("-") {
        io::stdin().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    let taken = taken.map_err(|error| {
        Failure::Message(format!(
            "can't read the article {shown}: {error}; name a text file"
        ))
    })?;
    if u64::try_from(taken).unwrap_or(u64::MAX) > LARGEST {
        return Err(Failure::Message(format!(
            "{shown} is larger than {} MB, which is no article; name its text alone",
            LARGEST / (1024 * 1024)
        )));
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::Message(format!(
            "{shown} is not in UTF-8; save it as UTF-8 and try again"
        ))
    })?;
    Ok(Article::new(source, path, &text))
}

/// `SOURCE=FILE`, where what stands before the sign may be a source's name; a
/// path with such a sign in it is written `./a=b`.
fn split(named: &OsStr) -> (Option<String>, OsString) {
    let whole = || (None, named.to_owned());
    let Some(text) = named.to_str() else {
        return whole();
    };
    match text.split_once('=') {
        Some((source, path)) if !source.is_empty() && !source.contains(['/', '\\']) => {
            (Some(source.to_owned()), path.into())
        }
        _ => whole(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_may_name_its_source() {
        for (named, source, path) in [
            ("article.txt", None, "article.txt"),
            ("daily=article.txt", Some("daily"), "article.txt"),
            ("daily=a=b.txt", Some("daily"), "a=b.txt"),
            ("./a=b.txt", None, "./a=b.txt"),
            ("=b.txt", None, "=b.txt"),
            ("-", None, "-"),
            ("daily=-", Some("daily"), "-"),
        ] {
            let (found, file) = split(OsStr::new(named));
            assert_eq!(
                (found.as_deref(), file.to_str()),
                (source, Some(path)),
                "{named}"
            );
        }
    }
}
