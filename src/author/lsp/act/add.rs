//! What an entry is given that a finding misses in it: the name of the card whose
//! history it takes, a key for the language that it is not in.

use super::super::position::Text;
use super::super::prose::pick;
use super::{Fix, difference};
use crate::author::edit::{Edit, Page, node_at};
use crate::deck::Diagnostic;
use crate::deck::format::split;
use crate::deck::yaml::{Node, Value};
use crate::text::{Lang, safe_line};

/// The edit that adds what a finding's help says to add, if one can.
pub(super) fn add(text: &Text, diagnostic: &Diagnostic, lang: Lang) -> Option<Fix> {
    let help = diagnostic.help.as_ref()?.says(Lang::En);
    // Of several that it may be no one but the author knows which it is.
    let sure = help.strip_prefix("if so, ").unwrap_or(help);
    let pair = sure.strip_prefix("add '")?;
    let page = Page::read(text.as_str().as_bytes())?;
    let (edits, what) = match diagnostic.code {
        "lost-history" => {
            let pair = pair.strip_suffix("' here")?;
            (vec![replaces(&page, diagnostic, pair)?], pair.to_owned())
        }
        "missing-language" => {
            let key = pair.strip_suffix(":'")?;
            translations(&page, diagnostic, key)?
        }
        _ => return None,
    };
    let edit = difference(text, &page.with(&edits)?)?;
    let what = safe_line(&what);
    Some(Fix {
        title: pick(lang, format!("Add {what}"), format!("{what} 더하기")),
        edits: vec![edit],
        preferred: diagnostic.code == "lost-history",
    })
}

/// The key that takes a history over, behind the first of the card that is told of.
fn replaces(page: &Page, diagnostic: &Diagnostic, pair: &str) -> Option<Edit> {
    let (key, value) = pair.split_once(": ")?;
    let is_it = |node: &Node| node.place == diagnostic.place && !node.entries().is_empty();
    let path = page.find(&is_it)?;
    let is_new = node_at(page.root(), &path)?.get(key).is_none();
    is_new.then(|| page.pair(&path, 0, key, value))?
}

/// A key for each that an entry has in one language alone, with nothing in it
/// yet: until it is written it is told that it is empty.
fn translations(page: &Page, diagnostic: &Diagnostic, first: &str) -> Option<(Vec<Edit>, String)> {
    let suffix = first.strip_prefix(split(first).0)?;
    let is_it = |node: &Node| {
        let mut keys = node.entries().iter();
        keys.any(|(key, _)| key.place == diagnostic.place)
    };
    let path = page.find(&is_it)?;
    let node = node_at(page.root(), &path)?;
    let told = diagnostic.message.says(Lang::En);
    let missing: Vec<&str> = told.split('\'').skip(1).step_by(2).collect();
    let mut added = Vec::new();
    // From the last on, so that no one moves another.
    let mut edits = Vec::new();
    for (at, (key, value)) in node.entries().iter().enumerate().rev() {
        let (name, _) = split(key.text()?);
        if missing.contains(&name) {
            let key = format!("{name}{suffix}");
            edits.push(page.pair(&path, at, &key, &nothing(value)?)?);
            added.push(key);
        }
    }
    added.reverse();
    Some((edits, added.join(", ")))
}

/// As much of nothing as there is of something.
fn nothing(value: &Node) -> Option<String> {
    match &value.value {
        Value::Scalar(..) => Some("\"\"".to_owned()),
        Value::List(items) => {
            let each: Option<Vec<String>> = items.iter().map(nothing).collect();
            Some(format!("[{}]", each?.join(", ")))
        }
        Value::Map(_) => None,
    }
}
