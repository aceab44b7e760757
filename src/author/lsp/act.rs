//! What mends a finding, or writes a missing id: small edits of the text, each
//! tried before it is offered.

mod add;
mod ignore;
mod repair;

use std::collections::HashMap;
use std::ops::Range;

use lsp_types::{CodeAction, CodeActionKind, TextEdit, WorkspaceEdit};

use add::add;
use ignore::ignore;
use repair::{LINES_ABOVE, repair};

use super::position::Text;
use super::prose::pick;
use super::view::View;
use crate::author::edit::in_brackets;
use crate::author::fix::{What, fix_one};
use crate::deck::format::meant;
use crate::deck::yaml::{self, Node};
use crate::deck::{Diagnostic, Place};
use crate::text::{Lang, safe_line};

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

/// What can be done about the part `range` of the text; of the kinds in `only`,
/// if there are any.
pub(super) fn actions(
    view: &View<'_>,
    range: &Range<usize>,
    only: Option<&[CodeActionKind]>,
    told: impl Fn(&Diagnostic) -> lsp_types::Diagnostic,
) -> Vec<CodeAction> {
    let asks_for = |kind: &CodeActionKind| {
        let within = |asked: &CodeActionKind| {
            let rest = kind.as_str().strip_prefix(asked.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        only.map(|only| only.iter().any(within))
    };
    if asks_for(&CodeActionKind::SOURCE_FIX_ALL) == Some(true) {
        let all = writings(view, range, true).into_iter();
        return all.map(|(kind, fix)| action(view, kind, fix)).collect();
    }
    if asks_for(&CodeActionKind::QUICKFIX) == Some(false) {
        return Vec::new();
    }
    let text = &view.document.text;
    let mut actions = Vec::new();
    for diagnostic in &view.document.found {
        let spot = text.bytes_of(diagnostic.place);
        let here = spot.end >= range.start && range.end >= spot.start;
        let fixes = || {
            let fixes = mend(text, diagnostic, view.lang);
            let fixes = fixes
                .or_else(|| add(text, diagnostic, view.lang))
                .into_iter();
            fixes.chain(ignore(text, diagnostic, view.lang))
        };
        let fixes = here.then(fixes).into_iter().flatten();
        // What is told of may come of a line above, where one is writing.
        let on_line = |fix: &Fix| {
            let (asked, mut edits) = (text.range(range.clone()), fix.edits.iter());
            edits.any(|(edited, _)| {
                let edited = text.range(edited.clone());
                edited.end.line >= asked.start.line && asked.end.line >= edited.start.line
            })
        };
        let line = text.range(range.clone()).start.line as usize + 1;
        let below = diagnostic.place.line.checked_sub(line);
        let near = here || below.is_some_and(|lines| lines <= LINES_ABOVE);
        let repair = near.then(|| repair(text, diagnostic, view.lang)).flatten();
        let repair = repair.filter(|fix| here || on_line(fix));
        for fix in fixes.chain(repair) {
            actions.push(CodeAction {
                diagnostics: Some(vec![told(diagnostic)]),
                ..action(view, CodeActionKind::QUICKFIX, fix)
            });
        }
    }
    let written = writings(view, range, false).into_iter();
    actions.extend(written.map(|(kind, fix)| action(view, kind, fix)));
    actions
}

#[allow(clippy::mutable_key_type)] // The protocol's own map.
fn action(view: &View<'_>, kind: CodeActionKind, fix: Fix) -> CodeAction {
    let text = &view.document.text;
    let edits = fix.edits.into_iter().map(|(range, new_text)| TextEdit {
        range: text.range(range),
        new_text,
    });
    let changes = HashMap::from([(view.document.uri.clone(), edits.collect())]);
    CodeAction {
        title: fix.title,
        kind: Some(kind),
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
    // What is to be written stands in both languages the same.
    let help = diagnostic.help.as_ref();
    let help = help.map_or("", |help| help.says(Lang::En));
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
    let fix = replacement(text, range, by, lang);
    holds(text, &fix).then_some(fix)
}

/// The edit that puts `by` in the place of what stands there.
fn replacement(text: &Text, range: Range<usize>, by: String, lang: Lang) -> Fix {
    let was = safe_line(text.get(range.clone()).trim());
    let shown = safe_line(by.trim());
    Fix {
        title: pick(
            lang,
            format!("Replace {was} by {shown}"),
            format!("{was} → {shown}(으)로 바꾸기"),
        ),
        edits: vec![(range, by)],
        preferred: true,
    }
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
            None => in_brackets(near),
        };
        Some((spot.clone(), by))
    };
    // A reference to another deck is replaced with its deck.
    if is_key(diagnostic.code) || diagnostic.code == "unknown-card" {
        return whole();
    }
    let wrong = diagnostic.message.says(Lang::En);
    let wrong = wrong.split('\'').nth(1)?;
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

/// What is written into the entry at `range` by itself: an id, the numbers of
/// its gaps; and the same into all entries.
fn writings(view: &View<'_>, range: &Range<usize>, only_all: bool) -> Vec<(CodeActionKind, Fix)> {
    let text = &view.document.text;
    let sheet = &view.document.sheet;
    let cards = sheet.root().and_then(|root| root.get("cards"));
    let cards = cards.map(Node::items).unwrap_or_default();
    let starts = |node: &Node| text.bytes_of(node.place).start;
    let ends = |node: &Node| text.end_of_row(node.end_line());
    let within = |node: &&Node| (starts(node)..=ends(node)).contains(&range.start);
    // A selection of whole lines begins before the dash.
    let row = |node: &&Node| {
        let place = Place {
            column: 1,
            ..node.place
        };
        (text.bytes_of(place).start..starts(node)).contains(&range.start)
    };
    let mut all = cards.iter();
    let here = all.find(within).or_else(|| cards.iter().find(row));
    let known = view.log.studied.iter().cloned().collect();
    let fixed = |wanted: &dyn Fn(What, Place) -> bool| {
        let others = view.others.iter().map(|sheet| sheet.opened.as_ref());
        let fix = fix_one(sheet, others, &known, wanted);
        let edit = difference(text, fix.bytes.as_deref()?)?;
        Some((fix.ids, fix.clozes, edit))
    };
    let mut fixes = Vec::new();
    let lang = view.lang;
    if let Some(place) = here.map(|node| node.place).filter(|_| !only_all) {
        let id = fixed(&|what, at| what == What::Id && at == place);
        let gaps = fixed(&|what, at| what == What::Gaps && at == place);
        if let Some((_, _, edit)) = id {
            let (_, behind) = edit.1.split_once("id:").unwrap_or_default();
            let id = behind
                .trim()
                .split([',', '\n', '\r', ' '])
                .next()
                .unwrap_or_default();
            let title = pick(
                lang,
                format!("Give the card the id '{id}'"),
                format!("카드에 아이디 '{id}' 주기"),
            );
            fixes.push((title, edit));
        }
        if let Some((_, _, edit)) = gaps {
            let title = pick(lang, "Number the gaps", "빈칸에 번호 매기기");
            fixes.push((title.to_owned(), edit));
        }
    }
    let one = fixes.len();
    // Only who is about to write one is told of the others: it costs more.
    let all = (only_all || one > 0).then(|| fixed(&|what, _| what != What::SchemaLine));
    if let Some(Some((ids, clozes, edit))) = all
        && (only_all || ids + clozes > one)
    {
        let title = pick(
            lang,
            format!("In all cards: write ids ({ids}), number gaps ({clozes})"),
            format!("모든 카드에 아이디({ids})와 빈칸 번호({clozes}) 쓰기"),
        );
        fixes.push((title, edit));
    }
    let kind = if only_all {
        CodeActionKind::SOURCE_FIX_ALL
    } else {
        CodeActionKind::QUICKFIX
    };
    fixes
        .into_iter()
        .map(|(title, edit)| {
            let fix = Fix {
                title,
                edits: vec![edit],
                preferred: false,
            };
            (kind.clone(), fix)
        })
        .collect()
}

/// The smallest part of a text that differs from `after`, and what it is there.
fn difference(text: &Text, after: &[u8]) -> Option<(Range<usize>, String)> {
    let before = text.as_str();
    let after = std::str::from_utf8(after).ok()?;
    let same = before
        .chars()
        .zip(after.chars())
        .take_while(|(one, two)| one == two);
    let start: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let (rest, new) = (before.get(start..)?, after.get(start..)?);
    let same = rest.chars().rev().zip(new.chars().rev());
    let same = same.take_while(|(one, two)| one == two);
    let end: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let by = new.get(..new.len() - end)?;
    let range = start..before.len() - end;
    (!by.is_empty() || !range.is_empty()).then(|| (range, by.to_owned()))
}

/// Whether after a fix no more of the text is no YAML than was before, and no more
/// keys stand there twice.
fn holds(text: &Text, fix: &Fix) -> bool {
    spoiled(&applied(text, fix)) <= spoiled(text.as_str())
}

/// How many parts of a text are no YAML, and how much is spoiled of those that are;
/// all of it is more than any of them.
fn spoiled(text: &str) -> (usize, usize) {
    read(text).map_or((usize::MAX, 0), |(_, spoiled)| spoiled)
}

/// How many parts of a text are no YAML.
fn broken_parts(text: &str) -> usize {
    spoiled(text).0
}

/// The tree of a text or of what is YAML of it, and how many parts are none.
pub(super) fn parts(text: &str) -> Option<(Node, usize)> {
    read(text).map(|(root, (broken, _))| (root, broken))
}

fn read(text: &str) -> Option<(Node, (usize, usize))> {
    let (tree, broken) = match yaml::parse(text) {
        Ok(tree) => (tree, 0),
        Err(fault) => {
            let cut = yaml::cut(text, &fault)?;
            (yaml::parse(&cut.text).ok()?, cut.faults.len())
        }
    };
    Some((tree.root, (broken, tree.faults.len())))
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
