//! The text of an HTML file, line for line.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::BLOCK;

/// Elements that stand within a sentence; every other one ends it.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

/// Elements whose text no one reads.
const UNSEEN: &[&str] = &["script", "style", "template", "noscript", "svg", "head"];

/// Elements that stand beside an article, and not in it.
const BESIDE: &[&str] = &[
    "nav",
    "aside",
    "footer",
    "form",
    "button",
    "select",
    "dialog",
    "menu",
    "iframe",
    "object",
    "figcaption",
];

/// Elements of no meaning of their own, which may stand beside an article too:
/// their class or id says so.
const ANY: &[&str] = &["div", "section", "p", "ul", "ol", "figure", "span"];

/// How classes and ids of what stands beside an article begin.
const NOISE: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "comments",
    "cookie",
    "newsletter",
    "promo",
    "promotion",
    "recommended",
    "related",
    "share",
    "sharing",
    "social",
    "sponsored",
    "subscribe",
    "ticker",
];

/// Whether a class or an id says that what bears it stands beside the article:
/// `ad`, `related-articles`, `share__buttons`.
fn is_noise(names: &str) -> bool {
    names.split_whitespace().any(|name| {
        let head = name.split(['-', '_']).next().unwrap_or_default();
        NOISE.contains(&head.to_ascii_lowercase().as_str())
    })
}

/// Elements that hold nothing but an article, the closest first.
const ARTICLES: &[&str] = &["article", "main"];

/// Whether a text is HTML: it begins as such a file does, or has paragraphs.
pub(in crate::author) fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(64).collect();
    let start = start.to_ascii_lowercase();
    let begins = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<article",
        "<div",
        "<p>",
        "<p ",
    ];
    begins.iter().any(|tag| start.starts_with(tag))
        || text.contains("</p>")
        || text.contains("</div>")
}

/// What is read of it: tags and what no one sees are gone, entities resolved,
/// and each piece stands on the line on which it stood.
pub(super) fn text(html: &str) -> String {
    read(html, &[], None)
}

/// The same of the article alone: menus, columns beside it and what stands
/// below the page are left out, and where an element says what the article is,
/// all around it.
pub(super) fn article(html: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let only = ARTICLES
        .iter()
        .find(|name| lower.contains(&format!("<{name}")));
    let within = only.map(|only| read(html, BESIDE, Some(only)));
    within
        .filter(|text| text.contains(char::is_alphabetic))
        .unwrap_or_else(|| read(html, BESIDE, None))
}

/// What is read without the elements `beside`, and of `only` one if it is named.
fn read(html: &str, beside: &'static [&'static str], only: Option<&'static str>) -> String {
    let mut page = Page {
        html,
        out: String::with_capacity(html.len()),
        unseen: Vec::new(),
        beside,
        only,
        open: 0,
        taken: (0, 0),
        written: 0,
        row: false,
        tag: String::new(),
        names: false,
    };
    walk(html, &mut |event, at| page.take(event, at));
    page.out
}

/// Hands over the pieces of a page, each with the byte at which it begins.
pub(in crate::author) fn walk(html: &str, take: &mut dyn FnMut(&CallbackEvent<'_>, usize)) {
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        take(&event, span.start);
        None
    });
    // A script is no text, whatever it looks like.
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
}

struct Page<'h> {
    html: &'h str,
    out: String,
    /// The elements without text that are open.
    unseen: Vec<String>,
    /// Elements that are left out besides.
    beside: &'static [&'static str],
    /// The element within which text counts, if not all does.
    only: Option<&'static str>,
    /// How many of it are open.
    open: usize,
    /// Up to which byte lines were counted, and how many there were.
    taken: (usize, usize),
    /// How many lines are written.
    written: usize,
    /// Whether a row of a table is open.
    row: bool,
    /// The element whose attributes are read.
    tag: String,
    /// Whether it is its class or its id that is.
    names: bool,
}

impl Page<'_> {
    fn take(&mut self, event: &CallbackEvent<'_>, start: usize) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let name = String::from_utf8_lossy(name).to_ascii_lowercase();
                self.tag(&name);
                if self.only == Some(name.as_str()) {
                    self.open += 1;
                }
                self.end_paragraph(&name);
                if name == "tr" && self.is_seen() {
                    self.lines_up_to(start);
                    // Two parts in a row tell where a row begins and ends.
                    self.out.extend([BLOCK, '|']);
                    self.row = true;
                }
                // One of the same name within is closed first.
                let within = self.unseen.last() == Some(&name);
                if within || UNSEEN.contains(&name.as_str()) || self.beside.contains(&name.as_str())
                {
                    self.unseen.push(name.clone());
                }
                self.tag = name;
            }
            CallbackEvent::AttributeName { name } => {
                self.names = !self.beside.is_empty()
                    && (name.eq_ignore_ascii_case(b"class") || name.eq_ignore_ascii_case(b"id"));
            }
            CallbackEvent::AttributeValue { value } if self.names => {
                let hides = ANY.contains(&self.tag.as_str())
                    && self.unseen.last() != Some(&self.tag)
                    && is_noise(&String::from_utf8_lossy(value));
                if hides {
                    self.unseen.push(self.tag.clone());
                }
            }
            CallbackEvent::EndTag { name } => {
                let name = String::from_utf8_lossy(name).to_ascii_lowercase();
                self.tag(&name);
                if self.only == Some(name.as_str()) {
                    self.open = self.open.saturating_sub(1);
                }
                if name != "p" {
                    self.end_paragraph(&name);
                }
                self.end_cell(&name);
                if let Some(at) = self.unseen.iter().rposition(|open| *open == name) {
                    self.unseen.truncate(at);
                }
            }
            CallbackEvent::String { value } if self.is_seen() => {
                let text = String::from_utf8_lossy(value);
                if self.row {
                    self.out.push_str(&text.replace('\n', " "));
                    return;
                }
                self.lines_up_to(start);
                self.written += text.matches('\n').count();
                self.out.push_str(&text);
            }
            _ => {}
        }
    }

    /// A paragraph need not be closed: what is no part of a sentence ends it.
    fn end_paragraph(&mut self, name: &str) {
        if self.unseen.last().is_some_and(|open| open == "p") && !INLINE.contains(&name) {
            self.unseen.pop();
        }
    }

    /// A row of a table is read as one of Markdown, on one line.
    fn end_cell(&mut self, name: &str) {
        if matches!(name, "td" | "th") && self.is_seen() {
            self.out.push('|');
            self.out.push(BLOCK);
        }
        if self.row && matches!(name, "tr" | "table") {
            self.out.push(BLOCK);
            self.row = false;
        }
    }

    fn is_seen(&self) -> bool {
        self.unseen.is_empty() && (self.only.is_none() || self.open > 0)
    }

    fn tag(&mut self, name: &str) {
        // What is in the body is seen, whatever was left open before.
        if name == "body" {
            self.unseen.clear();
        }
        if !INLINE.contains(&name) && !self.out.ends_with(BLOCK) {
            self.out.push(BLOCK);
        }
    }

    /// Brings what is written to the line on which the byte stands.
    fn lines_up_to(&mut self, byte: usize) {
        let (from, mut lines) = self.taken;
        let passed = self.html.as_bytes().get(from..byte).unwrap_or_default();
        lines += passed.iter().filter(|byte| **byte == b'\n').count();
        self.taken = (byte.max(from), lines);
        for _ in self.written..lines {
            self.out.push('\n');
        }
        self.written = self.written.max(lines);
    }
}
