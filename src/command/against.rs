//! `dateline check --against [SOURCE=]ARTICLE`

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::{Failure, report};
use crate::author::CheckedFile;
use crate::author::against::{Article, Judged, Report, Verdict};
use crate::deck::Diagnostic;
use crate::message;
use crate::text::{Lang, Message, safe_line};

/// The largest article that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The articles that `--against` names.
///
/// # Errors
/// When one can't be read.
pub(super) fn articles(named: &[OsString]) -> Result<Vec<Article>, Failure> {
    let read = named.iter().map(|named| Ok(written(named)?.article()));
    read.collect()
}

/// Holds that standard input is not to be read twice, be it that the deck is
/// there, too.
///
/// # Errors
/// When it is.
pub(super) fn read_once(named: &[OsString], is_deck: bool) -> Result<(), Failure> {
    let articles = named.iter().filter(|named| split(named).1 == "-");
    if articles.count() + usize::from(is_deck) < 2 {
        return Ok(());
    }
    Err(Failure::Message(message!(
        "-: only one thing can come on standard input; name a file for the other",
        "-: 표준 입력으로는 하나만 올 수 있습니다; 나머지는 파일로 지정하세요"
    )))
}

/// The articles that `--against` names, read again and again.
pub(super) struct Articles {
    named: Vec<OsString>,
    read: Option<Vec<Written>>,
}

impl Articles {
    /// Those of these names, not read yet.
    ///
    /// # Errors
    /// When one is standard input, which can be read but once.
    pub(super) fn new(named: &[OsString]) -> Result<Articles, Failure> {
        if named.iter().any(|named| split(named).1 == "-") {
            return Err(Failure::Message(message!(
                "an article that is watched must be a file; save it as one and name that",
                "지켜보는 기사는 파일이어야 합니다; 파일로 저장해서 지정하세요"
            )));
        }
        Ok(Articles {
            named: named.to_vec(),
            read: None,
        })
    }

    /// The files that they are.
    pub(super) fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.named.iter().map(|named| split(named).1.into())
    }

    /// The articles as they are now; nothing if they are as they were.
    ///
    /// # Errors
    /// When one can't be read.
    pub(super) fn again(&mut self) -> Result<Option<Vec<Article>>, Failure> {
        let now: Vec<Written> = self
            .named
            .iter()
            .map(|named| written(named))
            .collect::<Result<_, _>>()?;
        if now.is_empty() || self.read.as_ref() == Some(&now) {
            return Ok(None);
        }
        let articles = now.iter().map(Written::article).collect();
        self.read = Some(now);
        Ok(Some(articles))
    }
}

/// That all articles have been held against something.
///
/// # Errors
/// When a deck leaves open which of its sources an article is, or no deck says
/// anything from a source that was named.
pub(super) fn settled(articles: &[Article], files: &[CheckedFile<'_>]) -> Result<(), Failure> {
    for file in files {
        if let Err(sources) = &file.truth {
            return Err(Failure::Message(message!(
                "{} has several sources; say which of them the article is, as in \
                 --against SOURCE=FILE, with one of {}",
                "{}: 출처가 여럿입니다; 기사가 그 가운데 어느 것인지 \
                 --against SOURCE=FILE처럼 쓰세요. 출처: {}",
                safe_line(&file.path.display().to_string()),
                safe_line(sources)
            )));
        }
    }
    for article in articles {
        let names = article.source.as_deref();
        let is_held = |file: &CheckedFile<'_>| {
            truth(file)
                .sources
                .iter()
                .any(|held| held.as_deref() == names)
        };
        if names.is_some() && !files.iter().any(is_held) {
            return Err(Failure::Message(message!(
                "no deck has a source '{}'; name one that stands under sources:",
                "출처 '{}'이 있는 덱이 없습니다; sources: 아래에 있는 것을 지정하세요",
                safe_line(names.unwrap_or_default())
            )));
        }
    }
    Ok(())
}

/// What the articles say of a file.
fn truth<'f>(file: &'f CheckedFile<'_>) -> &'f Report {
    const NOTHING: &Report = &Report::NOTHING;
    file.truth.as_ref().unwrap_or(NOTHING)
}

/// A line for each claim: `deck.yaml:12:5: relative, article line 9: '20 January'
/// (the 20th of last month)`.
pub(super) fn claims(files: &[CheckedFile<'_>], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for file in files {
        let path = safe_line(&file.path.display().to_string());
        for judged in &truth(file).claims {
            let (line, column) = (judged.place.line, judged.place.column);
            let verdict = word(&judged.verdict);
            let there = judged
                .verdict
                .line()
                .map(|line| message!(", article line {line}", ", 기사 {line}번째 줄"));
            let there = there.as_ref().map_or("", |there| there.says(lang));
            let detail = judged.verdict.detail();
            let detail = detail.map(|detail| match lang {
                Lang::En => detail.to_owned(),
                Lang::Ko => in_korean(detail),
            });
            let detail = detail.map(|detail| format!(" ({})", safe_line(&detail)));
            writeln!(
                out,
                "{path}:{line}:{column}: {}{there}: '{}'{}",
                verdict.says(lang),
                safe_line(&judged.claim),
                detail.unwrap_or_default()
            )?;
        }
    }
    Ok(())
}

/// More of a verdict in Korean; what it quotes stays as it is.
fn in_korean(detail: &str) -> String {
    let day = |told: &str| told.replace("the source's day", "출처의 날짜");
    match detail.split_once(" counted from ") {
        Some((words, from)) => format!("{}부터 센 {words}", day(from)),
        None => detail
            .replace("the source's own day", "출처의 날짜")
            .replace("a sentence that names nothing", "이름이 나오지 않는 문장"),
    }
}

/// A verdict in a word.
fn word(verdict: &Verdict) -> Message {
    match verdict {
        Verdict::Found { .. } => message!("found", "찾음"),
        Verdict::Relative { .. } => message!("found, relative", "찾음(상대 날짜)"),
        Verdict::Computed { .. } => message!("computed", "계산함"),
        Verdict::InPart { .. } => message!("found in part", "일부 찾음"),
        Verdict::OtherUnit { .. } => message!("another unit or scale", "단위나 자릿수가 다름"),
        Verdict::Elsewhere { .. } => message!("of something else", "다른 내용의 값"),
        Verdict::Missing { .. } => message!("not found", "없음"),
        Verdict::Excused => message!("excused", "제외"),
    }
}

/// A line for each file that was held against an article:
/// `deck.yaml: found 12 of 13 claimed (2 relative, 1 computed), 1 excused`.
pub(super) fn summary(
    files: &[CheckedFile<'_>],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    for file in files {
        let report = truth(file);
        if report.sources.is_empty() {
            continue;
        }
        let counts = [
            ("relative", message!("relative", "상대 날짜")),
            ("computed", message!("computed", "계산함")),
            ("in-part", message!("in part", "일부")),
        ];
        let ways: Vec<String> = counts
            .into_iter()
            .filter_map(|(name, words)| {
                let claims = report.claims.iter();
                let count = claims.filter(|claim| claim.verdict.name() == name).count();
                (count > 0).then(|| match lang {
                    Lang::En => format!("{count} {}", words.says(lang)),
                    Lang::Ko => format!("{} {count}", words.says(lang)),
                })
            })
            .collect();
        let ways = match ways.as_slice() {
            [] => String::new(),
            ways => format!(" ({})", ways.join(", ")),
        };
        let excused = match report.excused() {
            0 => String::new(),
            excused => {
                let told = message!(", {excused} excused", ", {excused}건 제외");
                told.says(lang).to_owned()
            }
        };
        let (found, claimed) = (report.found(), report.claimed());
        let told = message!(
            "found {found} of {claimed} claimed",
            "확인 대상 {claimed}건 중 {found}건 찾음"
        );
        writeln!(
            out,
            "{}: {}{ways}{excused}",
            safe_line(&file.path.display().to_string()),
            told.says(lang)
        )?;
    }
    Ok(())
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
    path: String,
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

/// Every claim with its verdict, and the diagnostics.
pub(super) fn json(
    files: &[CheckedFile<'_>],
    diagnostics: &[&Diagnostic],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sum = |count: fn(&Report) -> usize| files.iter().map(|file| count(truth(file))).sum();
    let held = files.iter().filter(|file| !truth(file).sources.is_empty());
    let whole = Told {
        found: sum(Report::found),
        claimed: sum(Report::claimed),
        excused: sum(Report::excused),
        decks: held
            .map(|file| ToldDeck {
                path: file.path.display().to_string(),
                found: truth(file).found(),
                claimed: truth(file).claimed(),
                excused: truth(file).excused(),
                claims: truth(file).claims.iter().map(ToldClaim::new).collect(),
            })
            .collect(),
        diagnostics: diagnostics
            .iter()
            .map(|told| report::Told::new(told, lang))
            .collect(),
    };
    super::json::pretty(out, &whole)?;
    writeln!(out)
}

/// An article as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Written {
    source: Option<String>,
    path: PathBuf,
    text: String,
}

impl Written {
    fn article(&self) -> Article {
        Article::new(self.source.clone(), &self.path, &self.text)
    }
}

/// Reads an article that was named as `FILE` or `SOURCE=FILE`.
fn written(named: &OsStr) -> Result<Written, Failure> {
    let (source, path) = split(named);
    let path = PathBuf::from(path);
    let shown = path.display();
    let mut bytes = Vec::new();
    let taken = if path.as_os_str() == "-" {
        io::stdin().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        fs::File::open(&path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    let taken = taken.map_err(|error| {
        Failure::Message(message!(
            "can't read the article {shown}: {error}; name a text file",
            "{shown}: 기사를 읽을 수 없습니다({error}); 텍스트 파일을 지정하세요"
        ))
    })?;
    if u64::try_from(taken).unwrap_or(u64::MAX) > LARGEST {
        return Err(Failure::Message(message!(
            "{shown} is larger than {} MB, which is no article; name its text alone",
            "{shown}: {}MB보다 커서 기사가 아닙니다; 기사 본문만 지정하세요",
            LARGEST / (1024 * 1024)
        )));
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::Message(message!(
            "{shown} is not in UTF-8; save it as UTF-8 and try again",
            "{shown}: UTF-8이 아닙니다; UTF-8로 저장하고 다시 하세요"
        ))
    })?;
    Ok(Written { source, path, text })
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
    fn how_it_was_reckoned_in_korean() {
        for (detail, korean) in [
            ("'내년' counted from 2026-11-20", "2026-11-20부터 센 '내년'"),
            (
                "'내년' counted from the source's day",
                "출처의 날짜부터 센 '내년'",
            ),
            ("the source's own day", "출처의 날짜"),
            ("growth(a, b)", "growth(a, b)"),
        ] {
            assert_eq!(in_korean(detail), korean);
        }
    }

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
