//! What mends a finding, or writes a missing id: small edits of the text, each
//! tried before it is offered.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use lsp_types::{CodeAction, CodeActionKind, TextEdit, WorkspaceEdit};

use super::position::Text;
use super::prose::{self, pick};
use super::view::View;
use crate::author::rule::Rule;
use crate::deck::format::meant;
use crate::deck::yaml::{self, Node, Style, Value};
use crate::deck::{Diagnostic, Severity};
use crate::text::{Lang, nfc, safe_line};

/// An edit that mends something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fix {
    /// What it does.
    pub title: String,
    /// What is replaced by what, from the beginning of the text on.
    pub edits: Vec<(Range<usize>, String)>,
    /// Whether it is what one most likely wants.
    pub preferred: bool,
}

/// What can be done about the part `range` of the text.
pub(super) fn actions(
    view: &View<'_>,
    range: Range<usize>,
    told: impl Fn(&Diagnostic) -> lsp_types::Diagnostic,
) -> Vec<CodeAction> {
    let text = &view.document.text;
    let mut actions = Vec::new();
    for diagnostic in &view.document.found {
        let spot = text.bytes_of(diagnostic.place);
        if spot.end < range.start || range.end < spot.start {
            continue;
        }
        let fixes = mend(text, diagnostic, view.lang).into_iter();
        let fixes = fixes.chain(ignore(text, diagnostic, view.lang));
        for fix in fixes {
            actions.push(CodeAction {
                diagnostics: Some(vec![told(diagnostic)]),
                ..action(view, fix)
            });
        }
    }
    actions.extend(ids(view, range).into_iter().map(|fix| action(view, fix)));
    actions
}

#[allow(clippy::mutable_key_type)] // The protocol's own map.
fn action(view: &View<'_>, fix: Fix) -> CodeAction {
    let text = &view.document.text;
    let edits = fix.edits.into_iter().map(|(range, new_text)| TextEdit {
        range: text.range(range),
        new_text,
    });
    let changes = HashMap::from([(view.document.uri.clone(), edits.collect())]);
    CodeAction {
        title: fix.title,
        kind: Some(CodeActionKind::QUICKFIX),
        is_preferred: Some(fix.preferred),
        edit: Some(WorkspaceEdit {
            changes: Some(changes),
            ..WorkspaceEdit::default()
        }),
        ..CodeAction::default()
    }
}

/// The edit that does what a finding's help says, if one can.
pub(super) fn mend(text: &Text, diagnostic: &Diagnostic, lang: Lang) -> Option<Fix> {
    let spot = text.bytes_of(diagnostic.place);
    let help = diagnostic.help.as_deref().unwrap_or_default();
    let (range, by) = if let Some(near) = meant(help) {
        instead(text, diagnostic, spot, near)?
    } else if diagnostic.code == "unquoted-comma" {
        cut_at_comma(text, spot)?
    } else if let Some(quoted) = help.strip_prefix("quote it: ") {
        let line = text.get(spot.start..text.end_of_row(diagnostic.place.line));
        let end = line.find('}')? + 1;
        (spot.start..spot.start + end, quoted.to_owned())
    } else if diagnostic.code == "bad-id" {
        let slug = help.strip_prefix("write '")?.strip_suffix('\'')?;
        (spot, slug.to_owned())
    } else {
        return None;
    };
    let was = safe_line(text.get(range.clone()));
    let shown = safe_line(&by);
    let fix = Fix {
        title: pick(
            lang,
            format!("Replace {was} by {shown}"),
            format!("{was} → {shown}(으)로 바꾸기"),
        ),
        edits: vec![(range, by)],
        preferred: true,
    };
    holds(text, &fix).then_some(fix)
}

/// The word that was meant in place of the one that stands there.
fn instead(
    text: &Text,
    diagnostic: &Diagnostic,
    spot: Range<usize>,
    near: &str,
) -> Option<(Range<usize>, String)> {
    let under = text.get(spot.clone());
    let whole = || {
        let quote = under.chars().next().filter(|c| matches!(c, '"' | '\''));
        let by = match quote {
            Some(quote) => format!("{quote}{near}{quote}"),
            None if is_key(diagnostic.code) => near.to_owned(),
            None => written(near),
        };
        Some((spot.clone(), by))
    };
    // A reference to another deck is replaced with its deck.
    if is_key(diagnostic.code) || diagnostic.code == "unknown-card" {
        return whole();
    }
    let wrong = diagnostic.message.split('\'').nth(1)?;
    if under.trim_matches(['"', '\'']).trim() == wrong {
        return whole();
    }
    // Within a text: from its beginning on, as a word of its own.
    let from = spot.start;
    let rest = text.get(from..text.as_str().len());
    let in_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    let alone = |at: &usize| {
        let before = rest.get(..*at).unwrap_or_default();
        let after = rest.get(at + wrong.len()..).unwrap_or_default();
        !before.ends_with(in_name) && !after.starts_with(in_name)
    };
    let braced = rest.find(&format!("{{{wrong}}}")).map(|at| at + 1);
    let word = || rest.match_indices(wrong).map(|(at, _)| at).find(alone);
    let at = braced.or_else(word)?;
    let at = from + at;
    Some((at..at + wrong.len(), near.to_owned()))
}

fn is_key(code: &str) -> bool {
    matches!(code, "unknown-key" | "unknown-language")
}

/// `38,210 applications` in braces, put in quotes.
fn cut_at_comma(text: &Text, spot: Range<usize>) -> Option<(Range<usize>, String)> {
    let rest = text.get(spot.start..text.as_str().len());
    let rest = rest.get(..rest.find(['\n', '}', ']']).unwrap_or(rest.len()))?;
    let mut end = rest.find(',')? + 1;
    // Every part that has no colon belongs to it.
    for part in rest.get(end..)?.split(',') {
        if part.contains(": ") {
            break;
        }
        end += part.len() + 1;
    }
    let end = (end - 1).min(rest.len());
    let whole = rest.get(..end)?.trim_end();
    let plain = !whole.contains(['"', '\\']);
    plain.then(|| (spot.start..spot.start + whole.len(), format!("\"{whole}\"")))
}

/// The comment that says that a warning is meant so.
fn ignore(text: &Text, diagnostic: &Diagnostic, lang: Lang) -> Option<Fix> {
    let is_rule = Rule::named(diagnostic.code).is_ok_and(|rule| rule.find.is_some());
    if diagnostic.severity != Severity::Warning || !is_rule || diagnostic.code == "unused-ignore" {
        return None;
    }
    let code = diagnostic.code;
    let end = text.end_of_row(diagnostic.place.line);
    let start = text.bytes_of(crate::deck::Place {
        column: 1,
        ..diagnostic.place
    });
    let line = text.get(start.start..end);
    let comment = if line.contains("# dateline: ignore ") {
        format!(", {code}")
    } else {
        format!(" # dateline: ignore {code}")
    };
    let fix = Fix {
        title: pick(
            lang,
            format!("Ignore '{code}' on this line"),
            format!("이 줄에서 '{code}' 무시하기"),
        ),
        edits: vec![(end..end, comment)],
        preferred: false,
    };
    // In a block of lines it would be a part of the text.
    let before = yaml::parse(text.as_str()).ok()?.root;
    let after = yaml::parse(applied(text, &fix).as_str()).ok()?.root;
    (before == after).then_some(fix)
}

/// Gives the entries in `range` that have none an id, and all of them.
fn ids(view: &View<'_>, range: Range<usize>) -> Vec<Fix> {
    let text = &view.document.text;
    let Some(root) = view.document.sheet.root() else {
        return Vec::new();
    };
    let mut taken: HashSet<String> = super::view::entries(root)
        .into_iter()
        .map(|(id, _)| id.to_owned())
        .collect();
    let cards = root.get("cards").map(Node::items).unwrap_or_default();
    let mut here = None;
    let mut all = Vec::new();
    for (at, node) in cards.iter().enumerate() {
        // One that stands for another by an alias has the place of that.
        let is_alias = cards.iter().take(at).any(|other| other.place == node.place);
        if node.get("id").is_some() || is_alias {
            continue;
        }
        let id = unique(&prose::gist(node, Lang::En), &mut taken);
        let Some(edit) = give(text, node, &id) else {
            continue;
        };
        let start = text.bytes_of(node.place).start;
        let next = cards
            .get(at + 1)
            .map(|next| text.bytes_of(next.place).start);
        let end = next.unwrap_or(text.as_str().len());
        if start <= range.end && range.start < end {
            here.get_or_insert((id, edit.clone()));
        }
        all.push(edit);
    }
    let mut fixes = Vec::new();
    if let Some((id, edit)) = here {
        fixes.push(Fix {
            title: pick(
                view.lang,
                format!("Give the card the id '{id}'"),
                format!("카드에 아이디 '{id}' 주기"),
            ),
            edits: vec![edit],
            preferred: false,
        });
        if all.len() > 1 {
            fixes.push(Fix {
                title: pick(
                    view.lang,
                    format!("Give all {} cards without an id one", all.len()),
                    format!("아이디 없는 카드 {}개에 모두 아이디 주기", all.len()),
                ),
                edits: all,
                preferred: false,
            });
        }
    }
    fixes.retain(|fix| holds(text, fix));
    fixes
}

/// Writes an id before the first key of an entry.
fn give(text: &Text, node: &Node, id: &str) -> Option<(Range<usize>, String)> {
    let (first, _) = node.entries().first()?;
    let at = text.bytes_of(node.place).start;
    if text.get(at..at + 1) == "{" {
        return Some((at + 1..at + 1, format!(" id: {id},")));
    }
    let at = text.bytes_of(first.place).start;
    let column = first.place.column.checked_sub(1)?;
    let line_break = if text.as_str().contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    Some((
        at..at,
        format!("id: {id}{line_break}{}", " ".repeat(column)),
    ))
}

/// More words than these make no better id.
const WORDS: usize = 6;

/// An id made of the first words of a text, that no other entry has.
fn unique(text: &str, taken: &mut HashSet<String>) -> String {
    let lower = nfc(&filled(text)).to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() || c.is_uppercase());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(WORDS).collect();
    let mut slug: String = words.join("-").chars().take(60).collect();
    if slug.is_empty() {
        "card".clone_into(&mut slug);
    }
    let slug = slug.trim_end_matches('-');
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    let mut names = std::iter::once(slug.to_owned()).chain(numbered);
    let free = names.find(|name| taken.insert(name.clone()));
    free.unwrap_or_default()
}

/// A cloze with its gaps filled in.
fn filled(text: &str) -> String {
    let mut pieces = text.split("{{");
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (gap, rest) = piece.split_once("}}").unwrap_or((piece, ""));
        let mut parts = gap.split("::");
        let first = parts.next().unwrap_or_default();
        let number = first.strip_prefix('c').unwrap_or_default();
        let is_group = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        filled += parts.next().filter(|_| is_group).unwrap_or(first);
        filled += rest;
    }
    filled
}

/// A text as a plain scalar if it can be one, else in quotes.
pub(super) fn written(text: &str) -> String {
    let read = yaml::parse(&format!("[{{ key: {text} }}]")).ok();
    let node = read
        .as_ref()
        .and_then(|tree| tree.root.items().first()?.get("key"));
    match node.map(|node| &node.value) {
        Some(Value::Scalar(read, Style::Plain)) if read == text && !text.is_empty() => {
            text.to_owned()
        }
        _ => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// Whether the text is YAML after a fix.
fn holds(text: &Text, fix: &Fix) -> bool {
    yaml::parse(&applied(text, fix)).is_ok()
}

/// The text after a fix.
pub(super) fn applied(text: &Text, fix: &Fix) -> String {
    let mut after = text.as_str().to_owned();
    for (range, by) in fix.edits.iter().rev() {
        if after.get(range.clone()).is_some() {
            after.replace_range(range.clone(), by);
        }
    }
    after
}

#[cfg(test)]
mod tests;
