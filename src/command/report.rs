//! Diagnostics as they are printed: for people with the line and the spot,
//! as JSON, and as annotations of a GitHub workflow.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use memchr::memchr_iter;
use serde::Serialize;

use crate::collection::{Collection, LOST_HISTORY};
use crate::deck::{Diagnostic, Severity};
use crate::message;
use crate::text::{Lang, safe_line};

/// Most characters of a line that are shown around a spot.
const WINDOW: usize = 160;

/// The text that diagnostics are about, of which each line is at hand.
pub(super) struct Source<'s> {
    text: &'s [u8],
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'s> Source<'s> {
    pub(super) fn of(text: &'s [u8]) -> Source<'s> {
        let ends = memchr_iter(b'\n', text).map(|end| end + 1);
        Source {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// A line, counted from 1.
    fn line(&self, number: usize) -> Option<&'s [u8]> {
        let from = self.starts.get(number.checked_sub(1)?)?;
        let end = self.starts.get(number).map(|next| next - 1);
        self.text.get(*from..end.unwrap_or(self.text.len()))
    }
}

/// The diagnostic's sentence behind `path:line:column:`, and under it the line
/// of `source` with the spot marked.
pub(super) fn human(
    diagnostic: &Diagnostic,
    source: Option<&Source<'_>>,
    color: bool,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let word = diagnostic.severity.word(lang);
    let (style, level) = match diagnostic.severity {
        Severity::Error => ("\u{1b}[1;31m", Level::ERROR),
        Severity::Warning => ("\u{1b}[1;33m", Level::WARNING),
    };
    let (style, reset) = if color {
        (style, "\u{1b}[0m")
    } else {
        ("", "")
    };
    writeln!(
        out,
        "{}:{}:{}: {style}{word}[{}]{reset}: {}",
        safe_line(&diagnostic.path.display().to_string()),
        diagnostic.place.line,
        diagnostic.place.column,
        diagnostic.code,
        safe_line(diagnostic.message.says(lang)),
    )?;
    let help = diagnostic.help.as_ref();
    let help = help.map(|help| safe_line(help.says(lang)));
    match source.and_then(|source| Spot::find(diagnostic, source)) {
        Some(spot) => {
            let mut annotation = AnnotationKind::Primary.span(spot.start..spot.end);
            if let Some(help) = &help {
                annotation = annotation.label(help.as_str());
            }
            let snippet = Snippet::source(spot.line.as_str())
                .line_start(diagnostic.place.line)
                .annotation(annotation);
            let renderer = if color {
                Renderer::styled()
            } else {
                Renderer::plain()
            };
            let report = [Group::with_level(level).element(snippet)];
            writeln!(out, "{}\n", renderer.render(&report))
        }
        None => match help {
            Some(help) => writeln!(out, "  {help}\n"),
            None => writeln!(out),
        },
    }
}

/// So many broken things are told by a command that is about something else.
const MOST: usize = 10;

/// What is broken in the decks of `collection`, a line each: what is not, or
/// not as its file says, in what a command prints.
pub(super) fn broken(collection: &Collection, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let errors: Vec<&Diagnostic> = collection
        .diagnostics()
        .iter()
        .filter(|told| told.severity == Severity::Error || told.code == LOST_HISTORY)
        .collect();
    for error in errors.iter().take(MOST) {
        writeln!(out, "{}", safe_line(&error.line(lang)))?;
    }
    if errors.len() > MOST {
        let more = errors.len() - MOST;
        let told = message!(
            "and {more} more; `dateline check` tells all",
            "그 밖에 {more}건이 더 있습니다. `dateline check`로 모두 볼 수 있습니다"
        );
        writeln!(out, "dateline: {}", told.says(lang))?;
    }
    for shelved in collection
        .decks()
        .iter()
        .filter(|shelved| shelved.last_good)
    {
        let (deck, path) = (shelved.head.id.as_str(), shelved.path.display());
        let told = message!(
            "the deck '{deck}' is as it last was, until {path} is mended",
            "덱 '{deck}': {path} 파일을 바로잡을 때까지 마지막으로 읽은 대로 공부합니다"
        );
        writeln!(out, "dateline: {}", safe_line(told.says(lang)))?;
    }
    Ok(())
}

/// The line that a diagnostic is about, and the bytes of it that are marked.
struct Spot {
    line: String,
    start: usize,
    end: usize,
}

impl Spot {
    fn find(diagnostic: &Diagnostic, source: &Source<'_>) -> Option<Spot> {
        let place = diagnostic.place;
        let text = String::from_utf8_lossy(source.line(place.line)?);
        let text = text.trim_start_matches('\u{feff}').trim_end_matches('\r');
        // Of a long line only what is around the spot is shown.
        let column = place.column.saturating_sub(1);
        let skipped = column.saturating_sub(WINDOW / 2);
        let mut shown = String::new();
        let (mut start, mut end) = (None, 0);
        for (at, character) in text.chars().enumerate().skip(skipped).take(WINDOW) {
            if at == column {
                start = Some(shown.len());
            }
            shown.push(visible(character));
            if at < column.saturating_add(place.length) {
                end = shown.len();
            }
        }
        let start = start.unwrap_or(shown.len());
        Some(Spot {
            start,
            end: end.max(start),
            line: shown,
        })
    }
}

/// One character in the place of one, so that columns stay.
fn visible(character: char) -> char {
    let one = safe_line(character.encode_utf8(&mut [0; 4]));
    let mut characters = one.chars();
    match (characters.next(), characters.next()) {
        (Some(safe), None) => safe,
        _ => '\u{fffd}',
    }
}

/// A diagnostic in JSON.
#[derive(Debug, Serialize)]
pub(super) struct Told<'a> {
    path: String,
    line: usize,
    column: usize,
    length: usize,
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    help: Option<&'a str>,
}

impl<'a> Told<'a> {
    pub(super) fn new(diagnostic: &'a Diagnostic, lang: Lang) -> Self {
        Told {
            path: diagnostic.path.display().to_string(),
            line: diagnostic.place.line,
            column: diagnostic.place.column,
            length: diagnostic.place.length,
            severity: diagnostic.severity.word(Lang::En),
            code: diagnostic.code,
            message: diagnostic.message.says(lang),
            help: diagnostic.help.as_ref().map(|help| help.says(lang)),
        }
    }
}

/// An array of objects.
pub(super) fn json(diagnostics: &[&Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let each = diagnostics.iter();
    let told: Vec<Told> = each.map(|told| Told::new(told, lang)).collect();
    super::json::pretty(out, &told)?;
    writeln!(out)
}

/// One workflow command a line.
pub(super) fn github(diagnostic: &Diagnostic, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let message = safe_line(&diagnostic.sentence(lang));
    writeln!(
        out,
        "::{} file={},line={},col={},endColumn={},title={}::{}",
        diagnostic.severity.word(Lang::En),
        property(&safe_line(&diagnostic.path.display().to_string())),
        diagnostic.place.line,
        diagnostic.place.column,
        diagnostic
            .place
            .column
            .saturating_add(diagnostic.place.length),
        diagnostic.code,
        data(&message),
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use super::*;
    use crate::deck::Place;

    fn diagnostic(line: usize, column: usize, length: usize) -> Diagnostic {
        Diagnostic {
            code: "unknown-key",
            severity: Severity::Error,
            path: "decks/칩.yaml".into(),
            place: Place {
                line,
                column,
                length,
            },
            message: message!("unknown key 'anwser'", "알 수 없는 키: 'anwser'"),
            help: Some(message!("did you mean 'answer'?", "'answer'인가요?")),
        }
    }

    fn shown(diagnostic: &Diagnostic, source: Option<&[u8]>) -> String {
        let mut out = Vec::new();
        let source = source.map(Source::of);
        human(diagnostic, source.as_ref(), false, Lang::En, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn people_see_the_line_and_the_spot() {
        let source = "deck: chips\n- { ask: 무엇?, anwser: \u{1b}[31m칩 }\n";
        let text = shown(&diagnostic(2, 15, 6), Some(source.as_bytes()));
        assert!(
            text.starts_with("decks/칩.yaml:2:15: error[unknown-key]: unknown key 'anwser'\n"),
            "{text}"
        );
        assert!(text.contains("^^^^^^ did you mean 'answer'?"), "{text}");
        assert!(text.contains("2 | "), "{text}");
        assert!(!text.contains('\u{1b}'), "{text}");
        let lines: Vec<&str> = text.lines().collect();
        let code = lines
            .iter()
            .position(|line| line.contains("anwser:"))
            .unwrap();
        let columns =
            |line: &str, part: &str| crate::text::width(&line[..line.find(part).unwrap()]);
        assert_eq!(
            columns(lines[code], "anwser"),
            columns(lines[code + 1], "^"),
            "{text}"
        );
    }

    #[test]
    fn a_place_outside_the_file_is_told_without_a_line() {
        let places = [
            (0, 0, 0),
            (9, 1, 1),
            (1, 99, 5),
            (1, 1, usize::MAX / 2),
            (1, usize::MAX / 2, 1),
        ];
        for (line, column, length) in places {
            let text = shown(&diagnostic(line, column, length), Some(b"short"));
            assert!(text.contains("did you mean"), "{text}");
        }
        assert!(shown(&diagnostic(1, 1, 1), None).contains("did you mean"));
        assert!(shown(&diagnostic(1, 1, 1), Some(b"\xff\xfe")).contains("did you mean"));
    }

    #[test]
    fn a_long_line_is_shown_around_the_spot() {
        let source = format!("{}HERE{}", "a".repeat(50_000), "b".repeat(50_000));
        let text = shown(&diagnostic(1, 50_001, 4), Some(source.as_bytes()));
        assert!(text.contains("HERE") && text.len() < 2_000, "{text}");
    }

    #[test]
    fn github_escapes() {
        let mut out = Vec::new();
        let mut diagnostic = diagnostic(2, 15, 6);
        diagnostic.path = "a,b:c\u{1b}[31m.yaml".into();
        diagnostic.message = message!("100 %", "100 %");
        github(&diagnostic, Lang::En, &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "::error file=a%2Cb%3Ac␛[31m.yaml,line=2,col=15,endColumn=21,title=unknown-key::100 %25; did you mean 'answer'?\n"
        );
    }
}
