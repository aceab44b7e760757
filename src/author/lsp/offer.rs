//! What can be written at a place of a deck: keys, names, values.

use std::collections::HashSet;
use std::ops::Range;

use lsp_types::CompletionItemKind;

use super::act::parts;
use super::mention::{is_formula, open_brace, word};
use super::prose;
use super::slot::Slot;
use super::spot::{Role, Spot, Step, Style};
use super::view::{View, entries};
use crate::author::edit::in_brackets;
use crate::author::gist::gist;
use crate::author::keys::Mapping;
use crate::deck::Status;
use crate::deck::format::{Key, Shape, split};
use crate::deck::yaml::Node;
use crate::text::Lang;

/// Something that can be written.
pub(super) struct Offer {
    pub(super) label: String,
    /// What is written, if it is not the label.
    pub(super) insert: Option<String>,
    pub(super) kind: CompletionItemKind,
    pub(super) detail: Option<String>,
    pub(super) about: Option<String>,
}

impl Offer {
    fn new(label: impl Into<String>, kind: CompletionItemKind) -> Offer {
        Offer {
            label: label.into(),
            insert: None,
            kind,
            detail: None,
            about: None,
        }
    }
}

/// What can be written, and what of the text it takes the place of.
pub(super) fn offers(view: &View<'_>, spot: &Spot, offset: usize) -> (Vec<Offer>, Range<usize>) {
    let typed = spot.range.start.min(offset)..offset;
    match Slot::at(spot) {
        Slot::Key(of) => {
            let whole = typed.start..spot.range.end.max(offset);
            (
                keys(view, spot, of, offset),
                if spot.colon { whole } else { typed },
            )
        }
        Slot::Value { of, key } => values(view, spot, of, key, offset, typed),
        Slot::FactName | Slot::SourceName | Slot::Nothing => (Vec::new(), typed),
    }
}

/// The keys of a mapping that it does not have yet.
fn keys(view: &View<'_>, spot: &Spot, of: Mapping, offset: usize) -> Vec<Offer> {
    let text = &view.document.text;
    let typed = text.get(spot.range.start.min(offset)..offset);
    let has = |key: &str| spot.siblings.iter().any(|other| other == key);
    let mut offers = Vec::new();
    for key in of.keys() {
        let said = Lang::ALL.map(|lang| has(&format!("{}.{lang}", key.name)));
        if !has(key.name) && !said.contains(&true) {
            offers.push(of_key(view, spot, of, key, None));
        }
        // What is said in one language may be said in the other.
        let asked = typed.contains('.') || has(key.name) || said.contains(&true);
        if key.localized && asked {
            let language = view.document.deck().map_or(Lang::En, |deck| deck.language);
            for lang in Lang::ALL {
                let again = lang == language && has(key.name);
                if !again && !has(&format!("{}.{lang}", key.name)) {
                    offers.push(of_key(view, spot, of, key, Some(lang)));
                }
            }
        }
    }
    offers
}

fn of_key(view: &View<'_>, spot: &Spot, of: Mapping, key: &Key, lang: Option<Lang>) -> Offer {
    let suffix = lang.map(|lang| format!(".{lang}")).unwrap_or_default();
    let label = format!("{}{suffix}", key.name);
    let deeper = " ".repeat(spot.column + 2);
    let behind = match key.shape {
        _ if spot.colon => String::new(),
        Shape::Map(_) | Shape::Named(_) if !spot.flow => format!(":\n{deeper}$0"),
        Shape::Entries(_) if !spot.flow => format!(":\n{deeper}- $0"),
        Shape::Map(_) | Shape::Named(_) => ": { $0 }".to_owned(),
        Shape::List | Shape::Entries(_) | Shape::ListOrNamed if view.snippets => {
            ": [$0]".to_owned()
        }
        Shape::Pairs if view.snippets => ": [[$0]]".to_owned(),
        _ => ": ".to_owned(),
    };
    Offer {
        insert: Some(format!("{label}{behind}")),
        about: prose::key(of, key.name, view.lang),
        ..Offer::new(label, CompletionItemKind::PROPERTY)
    }
}

/// What the value of a key may be.
fn values(
    view: &View<'_>,
    spot: &Spot,
    of: Mapping,
    key: &str,
    offset: usize,
    typed: Range<usize>,
) -> (Vec<Offer>, Range<usize>) {
    let text = &view.document.text;
    let is_list = || matches!(spot.path.last(), Some(Step::Item(_))) || spot.role == Role::Bare;
    let one_of = |words: &[&str]| {
        let each = words.iter();
        each.map(|word| Offer::new(*word, CompletionItemKind::ENUM_MEMBER))
            .collect()
    };
    let whole = typed.start..spot.range.end.max(offset);
    match key {
        "language" if of == Mapping::Deck => (one_of(&Lang::ALL.map(Lang::code)), whole),
        "status" => (one_of(&Status::NAMES.map(|(name, _)| name)), whole),
        "reverse" | "typed" => (one_of(&["true", "false"]), whole),
        "source" => (sources(view), whole),
        "compare" | "chart" if is_list() => (facts(view), whole),
        "supersedes" | "replaces" if is_list() => (ids(view, key), whole),
        "answer" => {
            let choices = choices(view, spot);
            if choices.is_empty() {
                in_text(view, spot, offset, typed)
            } else {
                (choices, whole)
            }
        }
        "value" if is_formula(text.get(typed.clone())) => {
            let range = word(text, spot, offset).unwrap_or(offset..offset);
            let mut offers = facts(view);
            offers.push(Offer {
                insert: Some("cagr($0)".to_owned()),
                detail: Some("cagr(from, to, years)".to_owned()),
                ..Offer::new("cagr", CompletionItemKind::FUNCTION)
            });
            (offers, range)
        }
        "number" if text.get(typed.clone()).trim().is_empty() => {
            let quoted = |offer: Offer| Offer {
                insert: Some(match spot.style {
                    Style::Plain => format!("\"{{{}}}\"", offer.label),
                    _ => format!("{{{}}}", offer.label),
                }),
                ..offer
            };
            (facts(view).into_iter().map(quoted).collect(), typed)
        }
        _ => in_text(view, spot, offset, typed),
    }
}

/// The facts whose figures can be put into a text, behind a brace.
fn in_text(
    view: &View<'_>,
    spot: &Spot,
    offset: usize,
    typed: Range<usize>,
) -> (Vec<Offer>, Range<usize>) {
    let text = &view.document.text;
    let Some(open) = open_brace(text, spot, offset) else {
        return (Vec::new(), typed);
    };
    let rest = text.get(offset..spot.range.end.max(offset));
    let name = rest
        .find(|c: char| c == '}' || c.is_whitespace())
        .unwrap_or(rest.len());
    let closed = rest.get(name..).is_some_and(|rest| rest.starts_with('}'));
    let close = |offer: Offer| Offer {
        insert: Some(format!("{}{}", offer.label, if closed { "" } else { "}" })),
        ..offer
    };
    let to = if closed { offset + name } else { offset };
    (facts(view).into_iter().map(close).collect(), open..to)
}

fn facts(view: &View<'_>) -> Vec<Offer> {
    let names = view.named("facts").into_iter();
    names
        .filter_map(|(key, _)| key.text())
        .map(|name| Offer {
            detail: view.fact(name).map(|fact| fact.figure.format(view.lang)),
            about: prose::fact(view, name),
            ..Offer::new(name, CompletionItemKind::CONSTANT)
        })
        .collect()
}

fn sources(view: &View<'_>) -> Vec<Offer> {
    let names = view.named("sources").into_iter();
    names
        .filter_map(|(key, node)| {
            let title = node.get("title").and_then(|title| title.text());
            Some(Offer {
                detail: title.map(str::to_owned),
                about: prose::source(view, key.text()?),
                ..Offer::new(key.text()?, CompletionItemKind::REFERENCE)
            })
        })
        .collect()
}

/// The choices of the entry around the cursor.
fn choices(view: &View<'_>, spot: &Spot) -> Vec<Offer> {
    let Some(Step::Item(at)) = spot.path.get(1) else {
        return Vec::new();
    };
    // Those of the language that the answer is in.
    let lang = spot.path.iter().find_map(|step| match step {
        Step::Key(key) if split(key).0 == "answer" => Some(split(key).1),
        _ => None,
    });
    let suffixed = lang.flatten().map(|lang| format!("choices.{lang}"));
    let listed = |root: &Node| {
        let entry = root.get("cards")?.items().get(*at)?;
        let own = suffixed.as_ref().and_then(|key| entry.get(key));
        let items = own.or_else(|| entry.get("choices"))?.items().iter();
        Some(
            items
                .filter_map(|item| item.text())
                .map(str::to_owned)
                .collect(),
        )
    };
    let document = view.document;
    // The entry may be none for nothing but the answer that is being typed.
    let without = || {
        let (before, rest) = document.text.as_str().split_at_checked(spot.range.start)?;
        let (_, below) = rest.split_once('\n').unwrap_or_default();
        let left = format!("{}\n{below}", before.trim_end_matches(['"', '\'']));
        listed(&parts(&left)?.0)
    };
    let without = || document.sheet.root().is_none().then(without).flatten();
    let texts: Option<Vec<String>> = document.trees().find_map(listed).or_else(without);
    let texts = texts.unwrap_or_default().into_iter();
    texts
        .map(|text| Offer {
            insert: Some(scalar(&text, spot)),
            ..Offer::new(text, CompletionItemKind::VALUE)
        })
        .collect()
}

/// A text as it is written where the cursor is.
fn scalar(text: &str, spot: &Spot) -> String {
    if spot.style == Style::Plain {
        in_brackets(text)
    } else {
        text.to_owned()
    }
}

/// What can be superseded or replaced: cards and facts of this deck and of
/// others, and names that only the log still knows.
fn ids(view: &View<'_>, key: &str) -> Vec<Offer> {
    let mut offers = Vec::new();
    let own = view.document.deck().map(|deck| deck.id.as_str().to_owned());
    for (id, node) in view.entries() {
        offers.push(of_entry(id.to_owned(), gist(node, view.lang)));
    }
    if key == "replaces" {
        offers.extend(lost(view, own.as_deref()));
    }
    for sheet in &view.others {
        let Some((root, deck)) = sheet.kept() else {
            continue;
        };
        for (id, node) in entries(root) {
            let full = format!("{}/{id}", deck.id);
            offers.push(of_entry(full, gist(node, view.lang)));
        }
    }
    let mut offered = HashSet::new();
    offers.retain(|offer| offered.insert(offer.label.clone()));
    offers
}

fn of_entry(name: String, gist: String) -> Offer {
    Offer {
        detail: Some(gist),
        ..Offer::new(name, CompletionItemKind::REFERENCE)
    }
}

/// Cards that were studied and are in no deck that is known here.
fn lost(view: &View<'_>, own: Option<&str>) -> Vec<Offer> {
    let own = own.unwrap_or_default();
    let decks: HashSet<&str> = view.decks().map(|deck| deck.id.as_str()).collect();
    let cards = view.decks().flat_map(|deck| &deck.cards);
    let sheets = view.document.readings().chain(view.others.iter().copied());
    // Broken entries are there too, though they make no cards.
    let names = sheets.flat_map(|sheet| &sheet.names).map(String::as_str);
    let known: HashSet<&str> = cards.map(|card| card.id.entry()).chain(names).collect();
    let entries = view
        .log
        .studied
        .iter()
        .filter_map(|id| id.split('#').next());
    let mut lost: Vec<&str> = entries
        .filter(|entry| {
            let deck = entry.split('/').next().unwrap_or_default();
            decks.contains(deck)
        })
        .filter(|entry| !known.contains(entry))
        .collect();
    lost.dedup();
    let detail = prose::pick(
        view.lang,
        "studied, but in no deck any more",
        "공부했지만 이제 덱에 없음",
    );
    lost.into_iter()
        .map(|entry| {
            let name = entry
                .strip_prefix(own)
                .and_then(|rest| rest.strip_prefix('/'));
            of_entry(name.unwrap_or(entry).to_owned(), detail.to_owned())
        })
        .collect()
}
