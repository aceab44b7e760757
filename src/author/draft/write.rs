//! A draft as YAML. Whatever an article says, each text is quoted so that it is
//! read again as it is.

use super::speaker::Speaker;
use super::timeline::Event;
use super::{Kind, Source, line};
use crate::text::{Lang, truncate};

/// A comment shows at most so much of a sentence.
const WIDEST_COMMENT: usize = 200;

/// An answer shows at most so much of a line.
const WIDEST_ANSWER: usize = 80;

/// A text as it may stand in a deck: braces and backslashes mean something there.
pub(super) fn text(words: &str) -> String {
    words
        .chars()
        .map(|c| match c {
            '{' => '(',
            '}' => ')',
            '\\' => '/',
            c => c,
        })
        .collect()
}

/// A scalar in double quotes.
fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}

fn comment(words: &str) -> String {
    truncate(words, WIDEST_COMMENT)
}

/// A fact of a figure that stands on a `line` of the article, in a sentence that
/// `speaker` says.
pub(super) fn fact(
    number: usize,
    value: &str,
    about: &str,
    speaker: Option<&Speaker>,
    (line, sentence): (usize, &str),
) -> String {
    let mut lines = format!(
        "  figure-{number}:\n    # line {line}: {}\n    value: {}\n    label: {}\n",
        comment(sentence),
        quoted(value),
        quoted(&text(about)),
    );
    if let Some(speaker) = speaker {
        let by = quoted(&text(&speaker.by));
        lines.push_str(&format!("    status: {}\n    by: {by}\n", speaker.status()));
    }
    lines
}

/// A card with gaps, of a sentence that begins on a `line` of the article.
pub(super) fn cloze(number: usize, cloze: &str, line: usize) -> String {
    format!(
        "  - id: sentence-{number}\n    # line {line}: rewrite it in your own words\n    cloze: {}\n",
        quoted(cloze),
    )
}

/// A card that asks for a person, told of on a `line` of the article.
pub(super) fn person(number: usize, ask: &str, name: &str, line: usize, sentence: &str) -> String {
    format!(
        "  - id: person-{number}\n    # line {line}: {}\n    ask: {}\n    answer: {}\n",
        comment(sentence),
        quoted(&text(ask)),
        quoted(&text(name)),
    )
}

/// A card with a name as its gap, of a sentence on a `line` of the article.
pub(super) fn named(number: usize, cloze: &str, line: usize) -> String {
    format!(
        "  - id: person-{number}\n    # line {line}: rewrite it in your own words\n    cloze: {}\n",
        quoted(cloze),
    )
}

/// A card that asks for the order of events.
pub(super) fn order(events: &[&Event], lang: Lang) -> String {
    let ask = match lang {
        Lang::En => "Put these in order, the earliest first",
        Lang::Ko => "먼저 있었던 일부터 차례로 놓으면?",
    };
    let mut card = format!("  - id: timeline\n    ask: {}\n    order:\n", quoted(ask));
    for event in events {
        let what = quoted(&text(&event.what));
        card.push_str(&format!(
            "      - {what}  # {}, line {}\n",
            event.date, event.line
        ));
    }
    card
}

/// Events that are on no card.
pub(super) fn events(events: &[&Event]) -> String {
    let lines = events.iter().map(|event| {
        format!(
            "  # {}: {} (line {})\n",
            event.date,
            comment(&event.what),
            event.line
        )
    });
    lines.collect()
}

/// The whole deck, and on which line of it each entry begins.
pub(super) fn deck(source: &Source, entries: &[(Kind, &str)]) -> (String, Vec<usize>) {
    let head = &source.head;
    let title = head.title.as_deref().unwrap_or(&head.name);
    let mut out = String::from(
        "# yaml-language-server: $schema=./deck.schema.json\n\
         #\n\
         # A first draft, made of the article's own sentences: keep what is worth asking,\n\
         # rewrite it in your own words, and hold it against the article again with\n\
         # 'dateline check --against ARTICLE'.\n",
    );
    let lang = source.lang.code();
    out.push_str(&format!("deck: {}\nlanguage: {lang}\n", quoted(&head.name)));
    out.push_str(&format!("title: {}\n", quoted(&text(title))));
    let day = head.day();
    if let Some(day) = day {
        out.push_str(&format!("as_of: {day}\n"));
    }
    out.push_str(&format!(
        "sources:\n  article:\n    title: {}\n",
        quoted(&text(title))
    ));
    match &head.publisher {
        Some(publisher) => out.push_str(&format!("    publisher: {}\n", quoted(&text(publisher)))),
        None => out.push_str("    # publisher: who published it\n"),
    }
    match day {
        Some(day) if head.date.is_some() => out.push_str(&format!("    date: {day}\n")),
        Some(day) => out.push_str(&format!("    date: {day}  # when was it published?\n")),
        None => out.push_str("    date: 1970-01-01  # when was it published?\n"),
    }
    match &head.url {
        Some(url) => out.push_str(&format!("    url: {}\n", quoted(url))),
        None => out.push_str("    # url: its address\n"),
    }
    out.push_str("defaults: { source: article }\n");
    let mut begins = vec![0; entries.len()];
    let mut section = |heading: &str, kinds: &[Kind], out: &mut String| {
        let chosen = entries.iter().zip(&mut begins);
        let chosen: Vec<_> = chosen
            .filter(|((kind, _), _)| kinds.contains(kind))
            .collect();
        if !chosen.is_empty() {
            out.push_str(heading);
        }
        for ((_, lines), begin) in chosen {
            *begin = out.lines().count() + 1;
            out.push_str(lines);
        }
    };
    section("\nfacts:\n", &[Kind::Fact], &mut out);
    section("\ncards:\n", &[Kind::Card, Kind::Comment], &mut out);
    let any = |kind: Kind| entries.iter().any(|(of, _)| *of == kind);
    let cards = any(Kind::Card);
    if !cards {
        let ask = match source.lang {
            Lang::En => "What does the article tell?",
            Lang::Ko => "기사는 무엇을 전하는가?",
        };
        let heading = if any(Kind::Comment) { "" } else { "\ncards:\n" };
        out.push_str(heading);
        // What an article without a title tells is its first line.
        let first = source.prose.text().lines().map(line);
        let first = first.map(|line| truncate(&line, WIDEST_ANSWER));
        let mut first = first;
        let first = first.find(|line| line.contains(char::is_alphabetic));
        let told = head.title.clone().or(first);
        let answer = quoted(&text(told.as_deref().unwrap_or(title)));
        out.push_str(&format!(
            "  - id: told\n    ask: {}\n    answer: {answer}\n",
            quoted(ask)
        ));
    }
    (out, begins)
}
