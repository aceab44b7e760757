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

/// A line of the article, by its number.
fn on_line(comments: Lang, line: usize) -> String {
    match comments {
        Lang::En => format!("line {line}"),
        Lang::Ko => format!("{line}번째 줄"),
    }
}

/// What is to be done with a sentence of the article.
fn rewrite(comments: Lang) -> &'static str {
    match comments {
        Lang::En => "rewrite it in your own words",
        Lang::Ko => "자기 말로 고쳐 쓴다",
    }
}

/// A fact of a figure that stands on a `line` of the article, in a sentence that
/// `speaker` says.
pub(super) fn fact(
    comments: Lang,
    value: &str,
    about: Option<&str>,
    speaker: Option<&Speaker>,
    (line, sentence): (usize, &str),
) -> String {
    let mut lines = format!(
        "    # {}: {}\n    value: {}\n",
        on_line(comments, line),
        comment(sentence),
        quoted(value),
    );
    if let Some(about) = about {
        lines.push_str(&format!("    label: {}\n", quoted(&text(about))));
    }
    if let Some(speaker) = speaker {
        let by = quoted(&text(&speaker.by));
        lines.push_str(&format!("    status: {}\n    by: {by}\n", speaker.status()));
    }
    lines
}

/// A card with gaps, of a sentence that begins on a `line` of the article.
pub(super) fn cloze(comments: Lang, cloze: &str, line: usize) -> String {
    format!(
        "    # {}: {}\n    cloze: {}\n",
        on_line(comments, line),
        rewrite(comments),
        quoted(cloze),
    )
}

/// A card that asks for a person, told of on a `line` of the article.
pub(super) fn person(comments: Lang, ask: &str, name: &str, line: usize, sentence: &str) -> String {
    format!(
        "    # {}: {}\n    ask: {}\n    answer: {}\n",
        on_line(comments, line),
        comment(sentence),
        quoted(&text(ask)),
        quoted(&text(name)),
    )
}

/// A card with a name as its gap, of a sentence on a `line` of the article.
pub(super) fn named(comments: Lang, cloze: &str, line: usize) -> String {
    format!(
        "    # {}: {}\n    cloze: {}\n",
        on_line(comments, line),
        rewrite(comments),
        quoted(cloze),
    )
}

/// A card that asks for the order of events.
pub(super) fn order(events: &[&Event], source: &Source) -> String {
    let ask = match source.lang {
        Lang::En => "Put these in order, the earliest first",
        Lang::Ko => "먼저 있었던 일부터 차례로 놓으면?",
    };
    let mut card = format!("    ask: {}\n    order:\n", quoted(ask));
    for event in events {
        let what = quoted(&text(&event.what));
        card.push_str(&format!(
            "      - {what}  # {}, {}\n",
            event.date,
            on_line(source.comments, event.line)
        ));
    }
    card
}

/// Events that are on no card.
pub(super) fn events(comments: Lang, events: &[&Event]) -> String {
    let lines = events.iter().map(|event| {
        format!(
            "  # {}: {} ({})\n",
            event.date,
            comment(&event.what),
            on_line(comments, event.line)
        )
    });
    lines.collect()
}

/// What stands among the cards.
const CARDS: [Kind; 4] = [Kind::Timeline, Kind::Person, Kind::Sentence, Kind::Comment];

/// The line with the id of each entry: of a kind they are numbered as they are
/// written, so that none is missing.
fn ids(entries: &[(Kind, &str)]) -> Vec<String> {
    let (mut figures, mut people, mut sentences) = (0, 0, 0);
    let next = |count: &mut usize| {
        *count += 1;
        *count
    };
    let kinds = entries.iter().map(|(kind, _)| kind);
    kinds
        .map(|kind| match kind {
            Kind::Fact => format!("  figure-{}:\n", next(&mut figures)),
            Kind::Timeline => "  - id: timeline\n".to_owned(),
            Kind::Person => format!("  - id: person-{}\n", next(&mut people)),
            Kind::Sentence => format!("  - id: sentence-{}\n", next(&mut sentences)),
            Kind::Comment => String::new(),
        })
        .collect()
}

/// The whole deck, and on which line of it each entry begins.
pub(super) fn deck(source: &Source, entries: &[(Kind, &str)]) -> (String, Vec<usize>) {
    let head = &source.head;
    let title = head.title.as_deref().unwrap_or(&head.name);
    let say = |en: &'static str, ko: &'static str| match source.comments {
        Lang::En => en,
        Lang::Ko => ko,
    };
    let mut out = String::from("# yaml-language-server: $schema=./deck.schema.json\n#\n");
    out.push_str(say(
        "# A first draft, made of the article's own sentences: keep what is worth asking,\n\
         # rewrite it in your own words, and hold it against the article again with\n\
         # 'dateline check --against ARTICLE'. The figures, and whose they are, were read\n\
         # by a program, which that check trusts: read them in the article yourself.\n",
        "# 기사의 문장으로 만든 초안이다. 물을 만한 것만 남겨 자기 말로 고쳐 쓰고, 다 쓴\n\
         # 다음 'dateline check --against 기사'로 다시 기사와 맞추어 본다. 수치와 그것이 누구의\n\
         # 말인지는 프로그램이 읽은 것이고 검사도 같은 눈으로 읽으니, 기사에서 직접 확인한다.\n",
    ));
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
        None => out.push_str(say(
            "    # publisher: who published it\n",
            "    # publisher: 펴낸 곳\n",
        )),
    }
    let when = say("when was it published?", "언제 나온 기사인가?");
    match day {
        Some(day) if head.date.is_some() => out.push_str(&format!("    date: {day}\n")),
        Some(day) => out.push_str(&format!("    date: {day}  # {when}\n")),
        // Only the author can tell: a check asks for it until they do.
        None => out.push_str(&format!("    # date: {when}\n")),
    }
    match &head.url {
        Some(url) => out.push_str(&format!("    url: {}\n", quoted(url))),
        None => out.push_str(say("    # url: its address\n", "    # url: 기사의 주소\n")),
    }
    out.push_str("defaults: { source: article }\n");
    let mut begins = vec![0; entries.len()];
    let ids = ids(entries);
    let mut seen = (0, 0);
    let mut section = |heading: &str, kinds: &[Kind], out: &mut String| {
        let chosen = entries.iter().zip(&ids).zip(&mut begins);
        let chosen: Vec<_> = chosen
            .filter(|(((kind, _), _), _)| kinds.contains(kind))
            .collect();
        if !chosen.is_empty() {
            out.push_str(heading);
        }
        for (((_, lines), id), begin) in chosen {
            // Of a long deck only what is new is counted.
            let (known, counted) = seen;
            let fresh = out.get(known..).unwrap_or_default().matches('\n').count();
            seen = (out.len(), counted + fresh);
            *begin = counted + fresh + 1;
            out.push_str(id);
            out.push_str(lines);
        }
    };
    section("\nfacts:\n", &[Kind::Fact], &mut out);
    section("\ncards:\n", &CARDS, &mut out);
    let any = |kind: Kind| entries.iter().any(|(of, _)| *of == kind);
    let asks = |kind: &Kind| *kind != Kind::Comment && any(*kind);
    if !CARDS.iter().any(asks) {
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
