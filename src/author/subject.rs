//! What a rule looks at: one deck, entry by entry.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

use super::sheet::Sheet;
use crate::deck::format::split;
use crate::deck::yaml::Node;
use crate::deck::{Card, Dateline, Deck, Fact, Place, Whole};
use crate::text::Lang;

/// A deck under the eyes of a rule.
pub(super) struct Subject<'s> {
    /// The file.
    pub path: &'s Path,
    /// Its tree.
    pub root: &'s Node,
    /// The deck, with its broken entries as far as they can be made out.
    pub deck: &'s Deck,
    /// What of it is broken.
    whole: Option<&'s Whole>,
    /// The cards that nothing is wrong with.
    pub sound: &'s [Card],
    /// Its facts and entries, once a rule looks at them: rules that look among
    /// all decks need not where the decks say nothing to them.
    entries: OnceCell<Vec<Entry<'s>>>,
    /// The keys that its facts and entries have.
    keys: &'s BTreeSet<String>,
    /// What its cards ask, folded, each with its card's place in the deck.
    pub questions: &'s [(Lang, String, usize)],
}

#[cfg(test)]
thread_local! {
    /// How many decks this thread looked at entry by entry: what is to be done
    /// for one must not grow with the others.
    pub(super) static LOOKED_AT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// An entry of the cards, or a fact.
pub(super) struct Entry<'s> {
    /// Where it begins: what messages about the whole of it point at.
    pub place: Place,
    /// Its mapping.
    pub node: &'s Node,
    /// Its keys.
    keys: Vec<Key<'s>>,
    /// The language of keys without a suffix.
    language: Lang,
    /// The fact, if its figure is known.
    pub fact: Option<&'s Fact>,
    /// What a fact whose figure is not known says of when and who.
    dateline: Option<&'s Dateline>,
    /// Its cards; none if nothing can be made out, or it is a fact that does not ask.
    pub cards: &'s [Card],
}

impl<'s> Subject<'s> {
    /// A deck file, unless it is none.
    pub fn new(sheet: &'s Sheet<'_>) -> Option<Subject<'s>> {
        let (root, deck) = sheet.seen()?;
        let whole = sheet.opened.whole.as_deref();
        Some(Subject {
            whole,
            sound: sheet.sound(),
            path: sheet.path.as_ref(),
            root,
            deck,
            entries: OnceCell::new(),
            keys: &sheet.keys,
            questions: &sheet.questions,
        })
    }

    /// Its facts and entries, in the order of the file.
    pub fn entries(&self) -> &[Entry<'s>] {
        self.entries.get_or_init(|| {
            #[cfg(test)]
            LOOKED_AT.set(LOOKED_AT.get() + 1);
            entries(self.root, self.deck, self.whole)
        })
    }

    /// Whether any of them has a key, spelled just so.
    pub fn has_key(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// Whether something is wrong with what stands under a key of an entry, or
    /// of the defaults: it says something, and no one knows what.
    pub fn is_broken(&self, entry: &Entry<'_>, key: &str) -> bool {
        let Some(whole) = self.whole else {
            return false;
        };
        let defaults = self.root.get("defaults").map(Node::entries);
        let of_defaults = keys_of(defaults.unwrap_or_default());
        let mut named = entry.keys.iter().chain(&of_defaults);
        let gone = whole.rest.as_ref();
        named.any(|of| {
            let spot = |place: Place| whole.spots.contains(&(place.line, place.column));
            of.name == key && (spot(of.place) || spot(of.value.place))
        }) || gone.is_some_and(|rest| rest.cut.keys.contains("defaults"))
    }

    /// Whether an entry without a name is broken: no one knows what it was
    /// remembered as.
    pub fn has_nameless_wreck(&self) -> bool {
        let Some(whole) = self.whole else {
            return false;
        };
        let sound: HashSet<usize> = self.sound.iter().map(|card| card.place.line).collect();
        let cards = self.root.get("cards").map(Node::items).unwrap_or_default();
        let cut = whole.rest.as_ref().is_some_and(|rest| rest.cut.nameless);
        let nameless = |node: &Node| node.get("id").is_none() && !sound.contains(&node.place.line);
        cut || cards.iter().any(nameless)
    }

    /// The entries that make cards.
    pub fn asking(&self) -> impl Iterator<Item = (&Entry<'s>, &'s Card)> {
        let first = |entry: &'_ Entry<'s>| entry.cards.first();
        self.entries()
            .iter()
            .filter_map(move |entry| Some((entry, first(entry)?)))
    }
}

fn entries<'s>(root: &'s Node, deck: &'s Deck, whole: Option<&'s Whole>) -> Vec<Entry<'s>> {
    let spot = |place: Place| (place.line, place.column);
    let mut cards: HashMap<(usize, usize), &'s [Card]> = HashMap::new();
    for of_one in deck.cards.chunk_by(|one, two| one.place == two.place) {
        if let Some(card) = of_one.first() {
            cards.insert(spot(card.place), of_one);
        }
    }
    let facts: HashMap<(usize, usize), &Fact> = deck
        .facts
        .iter()
        .map(|fact| (spot(fact.place), fact))
        .collect();
    let named = root.get("facts").map(Node::entries).unwrap_or_default();
    let listed = root.get("cards").map(Node::items).unwrap_or_default();
    let of_facts = named.iter().map(|(key, node)| (key.place, node));
    let of_cards = listed.iter().map(|node| (node.place, node));
    of_facts
        .chain(of_cards)
        .map(|(place, node)| Entry {
            place,
            node,
            keys: keys(node),
            language: deck.language,
            fact: facts.get(&spot(place)).copied(),
            dateline: whole.and_then(|whole| whole.datelines.get(&spot(place))),
            cards: cards.get(&spot(place)).copied().unwrap_or_default(),
        })
        .collect()
}

/// A key of an entry: rules ask for many, so each is cut at its language once.
struct Key<'s> {
    name: &'s str,
    lang: Option<Lang>,
    place: Place,
    value: &'s Node,
}

fn keys(node: &Node) -> Vec<Key<'_>> {
    keys_of(node.entries())
}

fn keys_of(entries: &[(Node, Node)]) -> Vec<Key<'_>> {
    let each = entries.iter();
    each.map(|(key, value)| {
        let (name, lang) = split(key.text().unwrap_or_default());
        Key {
            name,
            lang,
            place: key.place,
            value,
        }
    })
    .collect()
}

impl<'s> Entry<'s> {
    /// The value under a key in one language.
    pub fn says(&self, key: &str, lang: Lang) -> Option<&'s Node> {
        let under = |lang| {
            let mut keys = self.keys.iter();
            keys.find(|of| of.name == key && of.lang == lang)
                .map(|of| of.value)
        };
        let suffixed = under(Some(lang));
        suffixed.or_else(|| {
            if lang == self.language {
                under(None)
            } else {
                None
            }
        })
    }

    /// Where the value under a key stands, in whatever language it stands
    /// first; the entry itself if it stands nowhere.
    pub fn at(&self, key: &str) -> Place {
        let found = self.keys.iter().find(|of| of.name == key);
        found.map_or(self.place, |of| of.value.place)
    }

    /// Where the value under a key stands in one language, or else anywhere.
    pub fn at_in(&self, key: &str, lang: Lang) -> Place {
        self.says(key, lang)
            .map_or_else(|| self.at(key), |value| value.place)
    }

    /// Where a key itself stands; the entry if it does not.
    pub fn key(&self, key: &str) -> Place {
        let found = self.keys.iter().find(|of| of.name == key);
        found.map_or(self.place, |of| of.place)
    }

    /// Where its question stands: `ask`, or the cloze.
    pub fn question(&self, lang: Lang) -> Place {
        let cloze = self.keys.iter().any(|of| of.name == "cloze");
        let key = if cloze { "cloze" } else { "ask" };
        self.at_in(key, lang)
    }

    /// What messages call it.
    pub fn noun(&self) -> [&'static str; 2] {
        if self.cards.is_empty() {
            ["fact", "사실"]
        } else {
            ["card", "카드"]
        }
    }

    /// When it was true and who says so.
    pub fn dateline(&self) -> Option<&'s Dateline> {
        match (self.cards.first(), self.fact) {
            (Some(card), _) => Some(&card.dateline),
            (None, Some(fact)) => Some(&fact.dateline),
            (None, None) => self.dateline,
        }
    }

    /// The texts under some keys, items of lists too, each with its language.
    pub fn texts(&self, keys: &[&str]) -> Vec<(Lang, &'s Node)> {
        let mut texts = Vec::new();
        for of in self.keys.iter().filter(|of| keys.contains(&of.name)) {
            let lang = of.lang.unwrap_or(self.language);
            leaves(of.value, &mut |node| texts.push((lang, node)));
        }
        texts
    }
}

/// Every text of a value: itself, or those in its lists.
fn leaves<'s>(node: &'s Node, found: &mut impl FnMut(&'s Node)) {
    if node.text().is_some() {
        found(node);
    }
    for item in node.items() {
        leaves(item, found);
    }
}
