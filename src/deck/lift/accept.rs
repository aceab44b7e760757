//! Other spellings that count: of the one thing that is asked for, or of each
//! of several by its name.

use super::facts::Facts;
use super::fill::fill;
use super::item::Item;
use crate::deck::Place;
use crate::deck::format::{Accept, Said};
use crate::deck::yaml::Node;
use crate::message;
use crate::text::{Lang, fold, safe_line, suggest};

/// What names under `accept` are names of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// Gaps of a cloze.
    Gap,
    /// Items of a list.
    Item,
}

impl Thing {
    fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Thing::Gap, Lang::En) => "gap",
            (Thing::Gap, Lang::Ko) => "빈칸",
            (Thing::Item, Lang::En) => "item",
            (Thing::Item, Lang::Ko) => "항목",
        }
    }
}

/// Other spellings, of either language.
#[derive(Debug, Clone, Default)]
pub struct Others {
    /// Under no name: those of the one thing that is asked for.
    pub unnamed: Vec<String>,
    /// Those of one of several things: its name, and where that stands.
    named: Vec<(String, Place, Vec<String>)>,
}

impl Others {
    /// What stands under `accept`, filled in.
    pub fn read(
        item: &mut Item<'_>,
        said: &Said<Accept>,
        known: &Facts,
        used: &mut Vec<String>,
    ) -> Others {
        let mut others = Others::default();
        let _ = item.localized(said, |item, lang, accept| {
            let key = &item.key_in("accept", lang);
            let node = item.node.get(key);
            let mut filled = |item: &mut Item<'_>, list: Option<&Node>, texts: &[String]| {
                let nodes = list.map(Node::items).unwrap_or_default();
                let each = texts.iter().enumerate();
                each.map(|(at, text)| fill(item, nodes.get(at), text, lang, known, used))
                    .collect::<Vec<String>>()
            };
            match accept {
                Accept::Texts(texts) => others.unnamed.extend(filled(item, node, texts)),
                Accept::Named(named) => {
                    let entries = node.map(Node::entries).unwrap_or_default();
                    for (at, (name, texts)) in named.iter().enumerate() {
                        let entry = entries.get(at);
                        let place = entry.map_or_else(|| item.at(key), |(name, _)| name.place);
                        let texts = filled(item, entry.map(|(_, list)| list), texts);
                        others.named.push((name.clone(), place, texts));
                    }
                }
            }
        });
        others
    }

    /// Where the first name stands, if there are any.
    pub fn first_name(&self) -> Option<Place> {
        self.named.first().map(|(_, place, _)| *place)
    }

    /// The spellings of a thing that goes by these names.
    pub fn of<'o>(&'o self, names: &[String]) -> impl Iterator<Item = String> + use<'o> {
        let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
        self.named
            .iter()
            .filter(move |(name, ..)| names.contains(&fold(name)))
            .flat_map(|(_, _, texts)| texts.iter().cloned())
    }

    /// Notes names that are none of `things`.
    pub fn check(&self, item: &mut Item<'_>, things: &[Vec<String>], what: Thing) {
        let [what, what_ko] = Lang::ALL.map(|lang| what.word(lang));
        for (name, place, _) in &self.named {
            let folded = fold(name);
            let names = || things.iter().flatten().map(String::as_str);
            if names().any(|known| fold(known) == folded) {
                continue;
            }
            let help = match suggest(name, names()) {
                Some(near) => message!("did you mean '{near}'?", "'{near}'인가요?"),
                None => message!(
                    "write accept: {{ {what}: [another spelling] }}",
                    "accept: {{ {what_ko}: [다른 표기] }}처럼 쓰세요"
                ),
            };
            let said = safe_line(name);
            item.wrong(
                "unknown-name",
                *place,
                message!(
                    "'{said}' is no {what} of this card",
                    "'{said}': 이 카드에 없는 {what_ko}입니다"
                ),
                help,
            );
        }
    }
}
