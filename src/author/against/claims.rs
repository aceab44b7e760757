//! What a deck claims: every figure, date and name that its entries say.
//!
//! Claimed is what a card teaches: questions, answers, notes, labels, values.
//! What is wrong on purpose (distractors, the other choices) is no claim, nor
//! is what an author sets (tolerances, days on which to look again).

use num_traits::One;

use super::deck::{Entry, Written, own_words};
use std::ops::Range;

use crate::author::prose::{FigureFound, Prose, dates, designations, figures};
use crate::deck::yaml::Node;
use crate::deck::{ClozePiece, Place, cloze_pieces, lone_fact};
use crate::figure::{Date, Figure, Formula, Period, Unit};
use crate::text::{Lang, is_hangul};

/// Keys whose texts say what the source says.
const TEXTS: &[&str] = &[
    "ask",
    "answer",
    "cloze",
    "list",
    "order",
    "pairs",
    "label",
    "hint",
    "note",
    "reported_note",
    "by",
];

/// A name has at most so many words; what has more is a sentence.
const LONGEST_NAME: usize = 6;

/// Something that an entry says, and its source should bear out.
pub(super) struct Claim<'w> {
    /// The entry's index among those of the deck; `None` for the deck itself.
    pub entry: Option<usize>,
    /// The name of the entry.
    pub name: &'w str,
    /// The key, with its language.
    pub key: &'w str,
    /// The value under the key.
    pub node: &'w Node,
    /// As it is written.
    pub written: String,
    /// Where.
    pub place: Place,
    /// What is claimed.
    pub what: What,
    /// The text in which it is mentioned, in every language; empty for what the
    /// entry is about.
    pub around: String,
}

/// What a claim says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    /// A figure.
    Figure(Figure),
    /// A figure that follows from facts.
    Computed(Vec<String>),
    /// A date; of a span both are claimed.
    Date(Date),
    /// The day on which something was true.
    AsOf(Date),
    /// A name of letters and digits, in a text.
    Designation,
    /// A name, in each of its forms.
    Name(Vec<String>),
}

/// Collects the claims of a deck that are from `source`.
pub(super) struct Collector<'w> {
    deck: &'w Written<'w>,
    day: Option<Date>,
    claims: Vec<Claim<'w>>,
    entry: Option<usize>,
    name: &'w str,
}

/// The claims of `deck` that are from `source`, published on `day`.
pub(super) fn claims<'w>(
    deck: &'w Written<'w>,
    entries: &[Entry<'w>],
    source: Option<&str>,
    day: Option<Date>,
) -> Vec<Claim<'w>> {
    let head = deck.head();
    let mut collector = Collector {
        deck,
        day,
        claims: Vec::new(),
        entry: None,
        name: head.name,
    };
    let of_all = deck
        .defaults()
        .and_then(|node| node.get("source"))
        .and_then(Node::text);
    if of_all.map(str::trim) == source || deck.sources().len() == 1 {
        collector.as_of(head.node);
        if let Some(defaults) = deck.defaults() {
            collector.as_of(defaults);
            let defaults = Entry {
                node: defaults,
                ..head
            };
            collector.texts(&defaults, "by");
            collector.names(&defaults, "by");
        }
    }
    for (at, entry) in entries.iter().enumerate() {
        if deck.source_of(entry) != source {
            continue;
        }
        collector.entry = Some(at);
        collector.name = entry.name;
        collector.as_of(entry.node);
        collector.values(entry);
        for key in TEXTS {
            collector.texts(entry, key);
        }
        for key in ["answer", "list", "order", "pairs", "by"] {
            collector.names(entry, key);
        }
        collector.gaps(entry);
    }
    collector.claims
}

impl Claim<'_> {
    /// Whether it is what the entry is about, and not something that one of its
    /// texts mentions.
    pub fn is_main(&self) -> bool {
        matches!(self.key, "value" | "number" | "date" | "reported")
    }

    /// Whether it stands in a text that says of what and when the entry's value is.
    pub fn is_headline(&self) -> bool {
        let base = self.key.split('.').next().unwrap_or_default();
        matches!(base, "ask" | "label")
    }

    /// A spelling of what it says that is the same for all spellings.
    pub fn spelling(&self) -> String {
        match &self.what {
            What::Figure(figure) => figure.number.value.to_string(),
            What::Date(date) | What::AsOf(date) => date.to_string(),
            _ => self.written.clone(),
        }
    }
}

impl<'w> Collector<'w> {
    fn put(&mut self, key: &'w str, node: &'w Node, written: &str, place: Place, what: What) {
        self.claims.push(Claim {
            entry: self.entry,
            name: self.name,
            key,
            node,
            written: written.to_owned(),
            place,
            what,
            around: String::new(),
        });
    }

    fn as_of(&mut self, node: &'w Node) {
        let value = node.get("as_of");
        let date = value.and_then(|node| Date::parse_iso(node.text()?.trim()).ok());
        if let (Some(node), Some(date)) = (value, date) {
            let written = node.text().unwrap_or_default();
            self.put("as_of", node, written, node.place, What::AsOf(date));
        }
    }

    /// What stands under keys that hold one value.
    fn values(&mut self, entry: &Entry<'w>) {
        for key in ["value", "reported", "number"] {
            let Some((node, text)) = scalar(entry.node, key) else {
                continue;
            };
            if lone_fact(text).is_some() {
                continue;
            }
            if let Some(formula) = text.trim().strip_prefix('=') {
                let Ok(formula) = Formula::parse(formula) else {
                    continue;
                };
                let names = formula.names().into_iter().map(str::to_owned).collect();
                for figure in formula.literals() {
                    let written = figure.format(Lang::En);
                    self.put(
                        key,
                        node,
                        &written,
                        node.place,
                        What::Figure(figure.clone()),
                    );
                }
                self.put(key, node, text, node.place, What::Computed(names));
            } else if is_padded(text.trim()) {
                self.put(key, node, text.trim(), node.place, What::Designation);
            } else if let Ok(figure) = Figure::parse(text) {
                self.put(key, node, text.trim(), node.place, What::Figure(figure));
            }
        }
        if let Some((node, text)) = scalar(entry.node, "date") {
            let dates = match (Date::parse_iso(text.trim()), Period::parse(text)) {
                (Ok(date), _) => vec![date],
                (Err(_), Ok(period)) => vec![period.from, period.to],
                (Err(_), Err(_)) => Vec::new(),
            };
            for date in dates {
                self.put("date", node, text.trim(), node.place, What::Date(date));
            }
        }
    }

    /// The figures and dates in the texts of a key.
    fn texts(&mut self, entry: &Entry<'w>, key: &'static str) {
        let cloze = key == "cloze";
        let said = entry.said(key, self.deck.language);
        for (written, _, value) in &said {
            for (at, node) in scalars(value).into_iter().enumerate() {
                let first = self.claims.len();
                self.text(written, node, cloze);
                let versions = said.iter().filter_map(|(_, _, value)| {
                    let text = scalars(value).get(at)?.text()?;
                    Some(own_words(text, cloze))
                });
                let around = versions.collect::<Vec<_>>().join(" ");
                for claim in self.claims.iter_mut().skip(first) {
                    claim.around.clone_from(&around);
                }
            }
        }
    }

    fn text(&mut self, key: &'w str, node: &'w Node, cloze: bool) {
        let text = own_words(node.text().unwrap_or_default(), cloze);
        if !text.contains(|c: char| c.is_ascii_digit()) {
            return;
        }
        let said = Said::of(&text, self.day);
        for (written, nth, what) in said.claims() {
            let place = self.deck.place_of(node, &written, nth);
            self.put(key, node, &written, place, what);
        }
    }

    /// The names under a key, each with its forms in every language.
    fn names(&mut self, entry: &Entry<'w>, key: &'static str) {
        if key == "answer"
            && ["number", "date"]
                .iter()
                .any(|key| entry.node.get(key).is_some())
        {
            return;
        }
        let said = entry.said(key, self.deck.language);
        let Some((written, _, first)) = said.first() else {
            return;
        };
        for (at, node) in scalars(first).into_iter().enumerate() {
            let mut forms: Vec<String> = Vec::new();
            for (_, _, value) in &said {
                let item = scalars(value).get(at).and_then(|node| node.text());
                forms.extend(item.map(|text| own_words(text, false)));
            }
            let named = forms.clone();
            forms.extend(accepted(entry, &named, key == "answer"));
            self.name_of(written, node, forms);
        }
    }

    /// The gaps of a cloze: what is asked for is a name as an answer is.
    fn gaps(&mut self, entry: &Entry<'w>) {
        let said = entry.said("cloze", self.deck.language);
        let Some((written, _, node)) = said.first() else {
            return;
        };
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for (_, _, node) in &said {
            let pieces = cloze_pieces(node.text().unwrap_or_default()).unwrap_or_default();
            let mut position = 0;
            for piece in pieces {
                let ClozePiece::Gap(gap) = piece else {
                    continue;
                };
                let answer = own_words(gap.answer, false);
                let numbered = gap.group.to_string();
                let by_name = groups.iter().position(|(group, _)| *group == numbered);
                match by_name.or((position < groups.len()).then_some(position)) {
                    Some(at) => groups.iter_mut().skip(at).take(1).for_each(|(_, forms)| {
                        forms.push(answer.clone());
                    }),
                    None => groups.push((numbered, vec![answer])),
                }
                position += 1;
            }
        }
        for (_, mut forms) in groups {
            let named = forms.clone();
            forms.extend(accepted(entry, &named, true));
            self.name_of(written, node, forms);
        }
    }

    fn name_of(&mut self, key: &'w str, node: &'w Node, forms: Vec<String>) {
        let Some(first) = forms.first().cloned() else {
            return;
        };
        // What is a figure or a date is claimed as such.
        let is_value = Figure::parse(&first).is_ok() || Date::parse(&first).is_ok();
        let is_name = !first.contains('\n')
            && !first.ends_with(['.', '!', '?'])
            && first.split_whitespace().count() <= LONGEST_NAME;
        if is_name && !is_value && first.contains(char::is_alphabetic) {
            let place = self.deck.place_of(node, &first, 0);
            self.put(key, node, &first, place, What::Name(forms));
        }
    }
}

/// What a text says in digits: figures, dates and designations.
pub(super) struct Said {
    prose: Prose,
    values: Vec<(Range<usize>, What)>,
}

impl Said {
    /// Reads a text of a deck whose source was published on `day`.
    pub fn of(text: &str, day: Option<Date>) -> Said {
        let prose = Prose::plain(text);
        let dates = dates(&prose, day);
        let figures = figures(&prose, &dates);
        let mut values = Vec::new();
        for found in dates {
            // "last year" is for another check; "3일" may be three days.
            if found.reckoning.is_some() || found.doubtful {
                continue;
            }
            values.push((found.span.clone(), What::Date(found.date)));
            values.extend(found.to.map(|to| (found.span, What::Date(to))));
        }
        for found in figures {
            let says = !found.in_words || !matches!(found.figure.unit, Unit::None | Unit::Count(_));
            let digits = prose.at(&found.span).contains(|c: char| c.is_ascii_digit());
            let taken = values
                .iter()
                .any(|(span, _)| span.start < found.span.end && found.span.start < span.end);
            let written = prose.at(&found.span);
            // "1달러당" and "1위" only name what is counted.
            let named = match &found.figure.unit {
                Unit::Currency(_) => true,
                Unit::Other(noun) => !noun.is_ascii() && !written.contains("분기"),
                _ => false,
            };
            let number = &found.figure.number;
            let one = named && number.value.is_one() && number.upper.is_none();
            if !says || !digits || taken || is_padded(written) {
                continue;
            }
            if let Some(span) = korean_name(&prose, &found) {
                values.push((span, What::Designation));
            } else if !one {
                values.push((found.span, What::Figure(found.figure)));
            }
        }
        // 50,000 H100s are a figure, and H100 is a name all the same.
        for span in designations(&prose) {
            values.push((span, What::Designation));
        }
        for span in padded(&prose) {
            let taken = values
                .iter()
                .any(|(other, _)| other.start < span.end && span.start < other.end);
            if !taken {
                values.push((span, What::Designation));
            }
        }
        values.sort_by_key(|(span, _)| span.start);
        let twice = repeated(&prose, &values);
        values.extend(twice);
        Said { prose, values }
    }

    /// Each as it is written, how often the same was written before, and what
    /// it says.
    pub fn claims(&self) -> impl Iterator<Item = (String, usize, What)> {
        self.values.iter().map(|(span, what)| {
            let written = self.prose.at(span);
            let before = self.prose.text().get(..span.start).unwrap_or_default();
            (
                written.to_owned(),
                before.matches(written).count(),
                what.clone(),
            )
        })
    }
}

/// Whether a number begins with a zero that means nothing: it is looked up as
/// it is written.
fn is_padded(written: &str) -> bool {
    let mut characters = written.chars();
    characters.next() == Some('0') && characters.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whole numbers that begin with a zero.
fn padded(prose: &Prose) -> Vec<Range<usize>> {
    let text = prose.text();
    let starts = text.match_indices('0').filter(|(at, _)| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        let free = before
            .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '-' | '/' | ':'));
        free && text.get(*at..).is_some_and(is_padded)
    });
    starts
        .map(|(at, _)| {
            let rest = text.get(at..).unwrap_or_default();
            at..at + rest.bytes().take_while(u8::is_ascii_digit).count()
        })
        .collect()
}

/// Spans that go from a date to the same one: no article has that.
fn repeated(prose: &Prose, values: &[(Range<usize>, What)]) -> Vec<(Range<usize>, What)> {
    let pairs = values.iter().zip(values.iter().skip(1));
    pairs
        .filter(|((from, one), (to, other))| {
            let between = prose.at(&(from.end..to.start));
            let joins = ["to", "~", "–", "-", "부터", "에서", "and"];
            matches!(one, What::Date(_)) && one == other && joins.contains(&between.trim())
        })
        .map(|((from, _), (to, _))| (from.start..to.end, What::Designation))
        .collect()
}

/// The span of a Korean name that ends in a number, if `found` is that number:
/// `누리5`. What has a unit is none: `총26명`.
fn korean_name(prose: &Prose, found: &FigureFound) -> Option<Range<usize>> {
    let before = prose.text().get(..found.span.start)?;
    let word = before.len() - before.trim_end_matches(is_hangul).len();
    let digits = prose.at(&found.span).bytes().take_while(u8::is_ascii_digit);
    let end = found.span.start + digits.count();
    let bare = matches!(found.figure.unit, Unit::None | Unit::Other(_));
    (word > 3 && bare).then_some(found.span.start - word..end)
}

/// The scalars of a value: itself, the items of a list, both sides of pairs.
pub(super) fn scalars(node: &Node) -> Vec<&Node> {
    if node.text().is_some() {
        return vec![node];
    }
    node.items().iter().flat_map(scalars).collect()
}

fn scalar<'w>(entry: &'w Node, key: &str) -> Option<(&'w Node, &'w str)> {
    let node = entry.get(key)?;
    Some((node, node.text()?))
}

/// Other spellings that count for what is called `named`; those without a name
/// are those of the one answer.
fn accepted(entry: &Entry<'_>, named: &[String], only: bool) -> Vec<String> {
    let mut forms = Vec::new();
    for (_, _, accept) in entry.said("accept", Lang::En) {
        let texts = |node: &Node| -> Vec<String> {
            scalars(node)
                .into_iter()
                .filter_map(|node| node.text().map(str::to_owned))
                .collect()
        };
        if only {
            forms.extend(texts(accept));
        }
        for (name, others) in accept.entries() {
            if name
                .text()
                .is_some_and(|name| named.iter().any(|known| known == name))
            {
                forms.extend(texts(others));
            }
        }
    }
    forms
}
