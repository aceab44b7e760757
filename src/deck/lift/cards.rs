//! From entries and facts that ask to cards: what every kind has in common.

use std::collections::BTreeMap;

use super::dated::{Dated, Sources, day};
use super::draft::Draft;
use super::facts::Facts;
use super::fill::lone_fact;
use super::fingerprint::{fingerprint, unnamed};
use super::item::Item;
use super::kind::{Kind, kinds as kinds_of};
use super::kinds::{self, Asked};
use super::{cloze, texts};
use crate::deck::format::{RawEntry, RawFact, Said};
use crate::deck::id::{Named, slug};
use crate::deck::{Bar, Card, CardId, Dateline, DeckId, Place, Task};
use crate::figure::{Date, Figure};
use crate::text::{Localized, trim};

/// What holds for every card of a deck.
pub struct Setting<'d> {
    /// The deck.
    pub deck: &'d DeckId,
    /// Its facts.
    pub facts: &'d Facts,
    /// What its facts say of when and who, themselves.
    pub dated: &'d BTreeMap<String, Dated>,
    /// Its sources.
    pub sources: &'d Sources,
    /// What the defaults and the deck say of when and who.
    pub defaults: &'d Dated,
    /// Tags by default.
    pub tags: &'d [String],
    /// Tolerance by default.
    pub tolerance: Option<&'d String>,
    /// Whether what is wrong with an entry leaves it its cards, as far as it
    /// makes any: for those who look for all that is wrong.
    pub lenient: bool,
}

/// The keys that entries and facts share.
struct Shared<'r> {
    hint: &'r Said,
    note: &'r Said,
    chart: &'r Option<Vec<String>>,
    tags: &'r Option<Vec<String>>,
    distractors: &'r Said<Vec<String>>,
    until: &'r Option<String>,
    supersedes: &'r Option<Vec<String>>,
    replaces: &'r Option<Vec<String>>,
}

/// What all cards of an entry or fact have.
#[derive(Clone)]
struct Common {
    hint: Option<Localized>,
    note: Option<Localized>,
    chart: Vec<Bar>,
    tags: Vec<String>,
    dateline: Dateline,
    until: Option<Date>,
    replaces: Vec<String>,
    supersedes: Vec<String>,
    distractors: Vec<Localized>,
}

macro_rules! shared {
    ($raw:expr) => {
        Shared {
            hint: &$raw.hint,
            note: &$raw.note,
            chart: &$raw.chart,
            tags: &$raw.tags,
            distractors: &$raw.distractors,
            until: &$raw.until,
            supersedes: &$raw.supersedes,
            replaces: &$raw.replaces,
        }
    };
}

impl Setting<'_> {
    /// The cards of an entry; none if anything is wrong with it. All of its keys
    /// are looked at in any case, so that all that is wrong is told.
    pub fn entry(&self, raw: &RawEntry, item: &mut Item<'_>) -> Vec<Card> {
        let name = match &raw.id {
            Some(id) => {
                let id = trim(id);
                item.read("bad-id", "id", Some(id), |id| {
                    slug(id, Named::Entry).map_err(|error| error.0)
                });
                id.to_owned()
            }
            None => unnamed(raw),
        };
        let kinds = kinds_of(raw, item);
        let kind = kinds.first().copied();
        // Mostly there is one kind, whose drafts are taken as they are.
        let mut drafts = match kinds.as_slice() {
            [kind] => self.drafts(*kind, raw, item),
            kinds => {
                let each = kinds.iter().map(|kind| self.drafts(*kind, raw, item));
                each.flatten().collect()
            }
        };
        if drafts.is_empty() && self.lenient {
            drafts.extend(self.stand_in(kind, raw, item));
        }
        let dated = Dated::read(raw, item, self.sources);
        // What the asked facts say holds where the entry says nothing.
        let asked = match kind {
            Some(Kind::Number) => raw
                .number
                .as_deref()
                .and_then(lone_fact)
                .into_iter()
                .collect(),
            Some(Kind::Compare) => raw
                .compare
                .iter()
                .flatten()
                .map(|name| name.trim())
                .collect(),
            _ => Vec::new(),
        };
        let of_facts = asked
            .iter()
            .filter_map(|name| self.dated.get(*name).cloned())
            .reduce(|one, two| one.and(&two))
            .unwrap_or_default();
        let dated = dated.or(&of_facts).or(self.defaults);
        let cards = self.cards(
            &name,
            drafts,
            &shared!(raw),
            dated.dateline(self.sources),
            item,
        );
        self.sound(cards, item)
    }

    /// The cards of an item, if nothing is wrong with it.
    fn sound(&self, cards: Vec<Card>, item: &Item<'_>) -> Vec<Card> {
        if self.lenient || item.faults.is_empty() {
            cards
        } else {
            Vec::new()
        }
    }

    /// What is asked by an entry whose answer can't be made out.
    fn stand_in(&self, kind: Option<Kind>, raw: &RawEntry, item: &mut Item<'_>) -> Option<Draft> {
        let mut facts = Vec::new();
        let question = match kind {
            Some(Kind::Cloze) => return None,
            _ => texts::text(item, "ask", &raw.ask, self.facts, &mut facts)?,
        };
        let task = match kind {
            Some(Kind::Choice | Kind::Order | Kind::Pairs | Kind::Compare) => {
                Task::Order { items: Vec::new() }
            }
            _ => Task::Recall { cloze: None },
        };
        Some(Draft::unanswered(question, task, facts))
    }

    fn drafts(&self, kind: Kind, raw: &RawEntry, item: &mut Item<'_>) -> Vec<Draft> {
        if kind == Kind::Cloze {
            return cloze::drafts(raw, item, self.facts);
        }
        let mut facts = Vec::new();
        let question = texts::text(item, "ask", &raw.ask, self.facts, &mut facts);
        let asked = question.map(|question| Asked {
            question,
            facts,
            known: self.facts,
        });
        if kind == Kind::Compare {
            return kinds::compare(raw, item, self.facts, asked)
                .into_iter()
                .collect();
        }
        // One without a question is no card; what else is wrong with it is told.
        let asked = asked.unwrap_or_else(|| Asked {
            question: Localized::new(item.language, String::new()),
            facts: Vec::new(),
            known: self.facts,
        });
        let tolerance = raw.tolerance.as_ref().or(self.tolerance);
        match kind {
            Kind::Answer => return kinds::answer(raw, item, asked),
            Kind::Choice => kinds::choice(raw, item, asked),
            Kind::Number => kinds::number(raw, item, asked, tolerance),
            Kind::Date => kinds::date(raw, item, asked),
            Kind::List => kinds::list(raw, item, asked),
            Kind::Order => kinds::order(raw, item, asked),
            Kind::Pairs => kinds::pairs(raw, item, asked),
            Kind::Cloze | Kind::Compare => None,
        }
        .into_iter()
        .collect()
    }

    /// The card of a fact that asks.
    pub fn fact(
        &self,
        name: &str,
        raw: &RawFact,
        dateline: Dateline,
        item: &mut Item<'_>,
    ) -> Vec<Card> {
        let mut facts = vec![name.to_owned()];
        let question = texts::text(item, "ask", &raw.ask, self.facts, &mut facts);
        let tolerance = raw.tolerance.as_ref().or(self.tolerance);
        let draft = match (self.facts.get(name), question) {
            (Some(worked), Some(question)) => {
                let figure: Figure = worked.figure.clone();
                let tolerance = kinds::tolerance(item, tolerance, Some(&figure));
                let asked = Asked {
                    question,
                    facts,
                    known: self.facts,
                };
                Some(kinds::figure_draft(item, figure, tolerance, asked))
            }
            (None, Some(question)) => {
                kinds::tolerance(item, tolerance, None);
                let task = Task::Recall { cloze: None };
                // Something is wrong with its value, which makes it no card.
                let draft = Draft::unanswered(question, task, facts);
                self.lenient.then_some(draft)
            }
            (_, None) => None,
        };
        let drafts = draft.into_iter().collect();
        let cards = self.cards(name, drafts, &shared!(raw), dateline, item);
        self.sound(cards, item)
    }

    /// Drafts made into cards with what all of them have.
    fn cards(
        &self,
        name: &str,
        drafts: Vec<Draft>,
        shared: &Shared<'_>,
        dateline: Dateline,
        item: &mut Item<'_>,
    ) -> Vec<Card> {
        let common = self.common(shared, dateline, item);
        // The last one, mostly the only one, takes it as it is.
        std::iter::repeat_n(common, drafts.len())
            .zip(drafts)
            .map(|(common, draft)| self.card(name, item.place, draft, common))
            .collect()
    }

    fn common(&self, shared: &Shared<'_>, dateline: Dateline, item: &mut Item<'_>) -> Common {
        let mut shown = Vec::new();
        let hint = texts::text(item, "hint", shared.hint, self.facts, &mut shown);
        let note = texts::text(item, "note", shared.note, self.facts, &mut shown);
        let chart = match shared.chart {
            Some(names) => self.facts.bars(item, "chart", names),
            None => Vec::new(),
        };
        let distractors = texts::list(
            item,
            "distractors",
            shared.distractors,
            self.facts,
            &mut shown,
        )
        .and_then(|lists| texts::side_by_side(item, "distractors", &lists))
        .unwrap_or_default();
        let until = day(item, "until", shared.until);
        let supersedes = self.ids(item, "supersedes", shared.supersedes);
        let replaces = self.ids(item, "replaces", shared.replaces);
        let tags = match shared.tags {
            Some(tags) => tags.iter().map(|tag| tag.trim().to_owned()).collect(),
            None => self.tags.to_vec(),
        };
        Common {
            hint,
            note,
            chart,
            tags,
            dateline,
            until,
            replaces,
            supersedes,
            distractors,
        }
    }

    fn card(&self, name: &str, place: Place, draft: Draft, common: Common) -> Card {
        let facts = draft.facts.iter();
        let mut facts: Vec<String> = facts.map(|name| self.facts.full(name)).collect();
        for bar in &common.chart {
            if !facts.contains(&bar.fact) {
                facts.push(bar.fact.clone());
            }
        }
        Card {
            id: CardId::new(self.deck, name, draft.part.as_deref()),
            place,
            fingerprint: fingerprint(&draft.question, &draft.answer, draft.value),
            question: draft.question,
            answer: draft.answer,
            task: draft.task,
            hint: common.hint,
            note: common.note,
            chart: common.chart,
            tags: common.tags,
            dateline: common.dateline,
            until: common.until,
            facts,
            replaces: common.replaces,
            supersedes: common.supersedes,
            distractors: common.distractors,
        }
    }

    /// Names of cards or facts, of this deck where no other is named.
    pub(super) fn ids(
        &self,
        item: &mut Item<'_>,
        key: &str,
        names: &Option<Vec<String>>,
    ) -> Vec<String> {
        let mut ids = Vec::new();
        for (at, name) in names.iter().flatten().enumerate() {
            let name = name.trim();
            // The deck's own name, if that is broken, is told where it stands.
            let own = !name.contains('/');
            let full = if own {
                format!("deck/{name}")
            } else {
                name.to_owned()
            };
            match full.parse::<CardId>() {
                Ok(_) if own => ids.push(format!("{}/{name}", self.deck)),
                Ok(id) => ids.push(id.as_str().to_owned()),
                Err(error) => {
                    let place = item.at_item(key, at);
                    item.failed("bad-id", place, &error.0);
                }
            }
        }
        ids
    }
}
