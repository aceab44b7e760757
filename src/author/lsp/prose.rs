//! What is said about facts, sources, cards and keys, as Markdown.

use super::around::Standing;
use super::view::View;
use crate::author::keys::Mapping;
use crate::deck::yaml::Node;
use crate::deck::{Card, Fact};
use crate::figure::Date;
use crate::schedule::Interval;
use crate::strings::Say;
use crate::text::{Lang, Localized, safe_line};

/// One of two, by the language.
pub(super) fn pick<T>(lang: Lang, english: T, korean: T) -> T {
    match lang {
        Lang::En => english,
        Lang::Ko => korean,
    }
}

/// What a key means, with an example.
pub(super) fn key(of: Mapping, name: &str, lang: Lang) -> Option<String> {
    let (says, example) = of.says(name, lang)?;
    Some(format!("{says}\n\n```yaml\n{example}\n```"))
}

/// A fact: what it is called, its value in both languages, and how that is found.
pub(super) fn fact(view: &View<'_>, name: &str) -> Option<String> {
    let lang = view.lang;
    let (_, node) = view
        .named("facts")
        .into_iter()
        .find(|(key, _)| key.text() == Some(name))?;
    let mut lines = vec![format!("**{}**", plain(name))];
    let Some(fact) = view.fact(name) else {
        let broken = pick(
            lang,
            "This fact has an error.",
            "이 사실에는 오류가 있습니다.",
        );
        lines.push(broken.to_owned());
        return Some(lines.join("\n\n"));
    };
    if let Some(label) = &fact.label {
        lines.push(both(label));
    }
    let formats = Lang::ALL.map(|lang| plain(&fact.figure.format(lang)));
    lines.push(match formats {
        [en, ko] if en == ko => en,
        [en, ko] => format!("{en} · {ko}"),
    });
    let value = node.get("value").and_then(Node::text).unwrap_or_default();
    if fact.formula.is_some() {
        lines.push(format!("`{}`", safe_line(value.trim()).replace('`', "'")));
    }
    lines.extend(dateline(fact, lang));
    Some(lines.join("\n\n"))
}

fn dateline(fact: &Fact, lang: Lang) -> Option<String> {
    let dateline = &fact.dateline;
    let say = Say(lang);
    let by = dateline.by.as_ref().map(|by| plain(by.get(lang)));
    let parts = [
        say.status(dateline.status, by.as_deref()),
        dateline.as_of.map(|date| say.as_of(&say.date(date))),
        dateline.title.as_ref().map(|title| plain(title.get(lang))),
        dateline
            .publisher
            .as_ref()
            .map(|name| plain(name.get(lang))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// A source: what its keys say.
pub(super) fn source(view: &View<'_>, name: &str) -> Option<String> {
    let (_, node) = view
        .named("sources")
        .into_iter()
        .find(|(key, _)| key.text() == Some(name))?;
    let mut lines = vec![format!("**{}**", plain(name))];
    for (key, value) in node.entries() {
        if let (Some(key), Some(value)) = (key.text(), value.text()) {
            lines.push(format!("{}: {}", plain(key), plain(value)));
        }
    }
    Some(lines.join("  \n"))
}

/// An entry: what its cards ask, and where each stands for the learner.
pub(super) fn entry(view: &View<'_>, full: &str) -> Option<String> {
    let cards = view.cards(full);
    let first = cards.first()?;
    let mut lines = vec![format!("**{}**", plain(full)), both(&first.question)];
    let ids: Vec<_> = cards.iter().map(|card| card.id.clone()).collect();
    let standings = view.around.standings(&ids);
    for card in &cards {
        let standing = standings.iter().find(|(id, _)| *id == card.id);
        lines.push(standing_of(
            card,
            standing.map(|(_, standing)| standing),
            view.lang,
        ));
    }
    Some(lines.join("\n\n"))
}

fn standing_of(card: &Card, standing: Option<&Standing>, lang: Lang) -> String {
    let part = card.id.part().map(|part| format!("#{}: ", plain(part)));
    let says = match standing {
        Some(standing) => stands(standing, lang),
        None => pick(lang, "not studied yet", "아직 공부하지 않음").to_owned(),
    };
    format!("{}{says}", part.unwrap_or_default())
}

/// `due 2025-02-12 (in 2 d) · interval 4 d · reviews 6 · lapses 1`
fn stands(standing: &Standing, lang: Lang) -> String {
    let say = Say(lang);
    let days = |days: u32| say.interval(Interval::Days(days));
    let mut parts = Vec::new();
    if standing.suspended {
        parts.push(say.suspended().to_owned());
    }
    if let Some(due) = standing.due {
        parts.push(due_on(due, standing.in_days.unwrap_or(0), say));
    }
    if let Some(interval) = standing.interval {
        let interval = days(interval);
        parts.push(pick(
            lang,
            format!("interval {interval}"),
            format!("간격 {interval}"),
        ));
    }
    let (lapses, reviews) = (standing.lapses, standing.reviews);
    parts.push(pick(
        lang,
        format!("reviews {reviews}"),
        format!("복습 {reviews}번"),
    ));
    // Not each Again is one: a card that is being learned is not forgotten.
    parts.push(format!("{} {lapses}", say.lapses()));
    parts.join(" · ")
}

fn due_on(due: Date, in_days: i64, say: Say) -> String {
    let lang = say.0;
    let date = say.date(due);
    let days = u32::try_from(in_days.unsigned_abs()).unwrap_or(u32::MAX);
    let span = say.interval(Interval::Days(days));
    let when = match in_days {
        0 => pick(lang, "today".to_owned(), "오늘".to_owned()),
        1.. => pick(lang, format!("in {span}"), format!("{span} 뒤")),
        _ => pick(lang, format!("{span} ago"), format!("{span} 전")),
    };
    pick(
        lang,
        format!("due {date} ({when})"),
        format!("복습 {date}({when})"),
    )
}

/// A text in the languages that it has.
pub(super) fn both(text: &Localized) -> String {
    let texts: Vec<String> = text.iter().map(|(_, text)| plain(text)).collect();
    texts.join("  \n")
}

/// A text of a deck on a line of Markdown, without meaning there.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in safe_line(text).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|'
        ) {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}
