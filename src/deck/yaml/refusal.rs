//! What the reader of YAML refuses, told as an author would want it told.

use saphyr_parser::ScanError;

use super::Fault;
use super::builder::too_deep;
use crate::deck::Place;
use crate::message;
use crate::text::Message;

/// The first tab in the indent of a line, from a line on.
fn tab_from(text: &str, first: usize) -> Option<Place> {
    let lines = text.lines().enumerate().skip(first.saturating_sub(1));
    lines
        .filter(|(_, line)| line.trim_start_matches(' ').starts_with('\t'))
        .map(|(at, line)| Place {
            line: at + 1,
            column: line.len() - line.trim_start_matches(' ').len() + 1,
            length: 1,
        })
        .next()
}

pub(super) fn not_yaml(error: &ScanError, text: &str) -> Fault {
    let marker = error.marker();
    let place = Place {
        line: marker.line().max(1),
        column: marker.col() + 1,
        length: 1,
    };
    let info = error.info();
    // Where a text goes on, the reader tells of its beginning, not of the tab.
    let place = match info.contains("found a tab") {
        true => tab_from(text, place.line).unwrap_or(place),
        false => place,
    };
    let line = text.lines().nth(place.line - 1).unwrap_or_default();
    if info.contains("recursion limit") {
        return too_deep(place);
    }
    let message = no_yaml(error);
    let help = if let Some(text) = text_in_braces(text, place.line) {
        message!(
            "a text that begins with '{{' must be quoted: \"{text}\"",
            "'{{'로 시작하는 글은 따옴표로 묶으세요: \"{text}\""
        )
    } else if line.trim_start_matches(' ').starts_with('\t') {
        message!(
            "indent with spaces, not with tabs",
            "탭이 아니라 공백으로 들여 쓰세요"
        )
    } else if info.contains("must be followed by") && line.contains(":\t") {
        message!(
            "write a space behind the colon, not a tab",
            "쌍점 뒤에 탭이 아니라 공백을 쓰세요"
        )
    } else if info.contains("mapping values are not allowed") {
        message!(
            "quote a text that contains ': '",
            "': '가 든 글은 따옴표로 묶으세요"
        )
    } else if info.contains("escape") || info.contains("hexadecimal") {
        message!(
            "write '\\\\' for a backslash in double quotes, or put the text into single ones",
            "큰따옴표 안에서는 '\\'를 '\\\\'로 쓰거나, 글을 작은따옴표로 묶으세요"
        )
    } else if info.contains("anchor") || info.contains("alias") {
        message!(
            "quote a text that begins with '*' or '&'",
            "'*'나 '&'로 시작하는 글은 따옴표로 묶으세요"
        )
    } else {
        message!(
            "look for a missing quote or bracket, or a line that is not indented like its neighbours",
            "빠진 따옴표나 괄호, 앞뒤와 들여쓰기가 다른 줄이 없는지 보세요"
        )
    };
    Fault::new("not-yaml", place, message).help(help)
}

/// That a file is no YAML, and what the reader says of what it found.
pub fn no_yaml(error: &ScanError) -> Message {
    let info = error.info();
    let korean = in_korean(info);
    message!("this is no YAML: {info}", "YAML이 아닙니다: {korean}")
}

/// What the reader says of what it found, in Korean.
fn in_korean(info: &str) -> &str {
    const KNOWN: &[(&str, &str)] = &[
        (
            "mapping values are not allowed",
            "여기에는 '키: 값'이 올 수 없습니다",
        ),
        ("expected key", "키가 올 자리에 다른 것이 있습니다"),
        (
            "expected '-'",
            "'- '로 시작하는 항목이 올 자리에 다른 것이 있습니다",
        ),
        ("',' or ']'", "','나 ']'가 있어야 합니다"),
        ("',' or '}'", "','나 '}'가 있어야 합니다"),
        ("simple key", "키 뒤에 쌍점(:)이 없습니다"),
        ("found a tab", "들여쓰기에 탭이 있습니다"),
        ("must be followed by", "쌍점 뒤에 공백이 없습니다"),
        ("end of stream", "닫히지 않은 따옴표나 괄호가 있습니다"),
        ("block scalar", "'|'나 '>' 뒤의 글이 잘못되었습니다"),
        ("escape", "큰따옴표 안에 알 수 없는 '\\' 표기가 있습니다"),
        (
            "hexadecimal",
            "큰따옴표 안에 알 수 없는 '\\' 표기가 있습니다",
        ),
        ("placement of ':'", "여기에는 쌍점(:)이 올 수 없습니다"),
        ("unknown anchor", "'*'로 시작하는데 가리키는 것이 없습니다"),
        ("quoted scalar", "닫히지 않은 따옴표가 있습니다"),
        ("indent", "들여쓰기가 앞뒤와 다릅니다"),
        (
            "cannot start any token",
            "여기서는 쓸 수 없는 글자로 시작합니다",
        ),
    ];
    let known = KNOWN.iter().find(|(said, _)| info.contains(said));
    known.map_or(info, |(_, korean)| korean)
}

/// The text of a line, or of the one above, that begins with a brace and does
/// not end with it: a text with a fact at its beginning, taken for a mapping.
fn text_in_braces(text: &str, line: usize) -> Option<&str> {
    let lines = text.lines().take(line).skip(line.saturating_sub(2));
    let mut lines: Vec<&str> = lines.collect();
    lines.reverse();
    lines.into_iter().find_map(|line| {
        let line = line.trim_start_matches([' ', '-']);
        let value = line
            .split_once(": ")
            .map_or(line, |(_, value)| value)
            .trim();
        begins_with_a_fact(value).then_some(value)
    })
}

/// Whether a text has a `{fact}` at its beginning, and goes on behind it.
pub fn begins_with_a_fact(value: &str) -> bool {
    let fact = value
        .strip_prefix('{')
        .and_then(|value| value.split_once('}'));
    fact.is_some_and(|(name, behind)| {
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        let goes_on = !behind.trim_start().is_empty() && !behind.trim_start().starts_with('#');
        goes_on && !behind.starts_with([',', ']', '}']) && name.chars().all(is_name)
    })
}
