//! From the learner's collection to what the screens show.

mod home;

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::author::compose::Composer;
use crate::author::edit::{Unwritten, replace, write_new};
use crate::collection::{Collection, Own, Reached};
use crate::deck::{Card, CardId, DeckId, Diagnostic};
use crate::message;
use crate::schedule::{
    Act, Caps, CardState, Counts, Due, Event, MOST_HELD, Review, StudyClock, Try,
};
use crate::session::{Learner, Material};
use crate::store::{OpenQuiz, Words};
use crate::strings::Say;
use crate::text::Lang;
use crate::tui::editor::Spot;
use crate::tui::world::{Failure, World};
use crate::tui::{aside, browser, info, search};

impl World for Collection {
    fn home(&self, lang: Lang, now: Timestamp) -> Result<crate::tui::home::View, Failure> {
        home::view(self, lang, now)
    }

    fn aside(&self, lang: Lang, now: Timestamp) -> Result<aside::View, Failure> {
        let today = self.clock().day(now);
        let mut rows = Vec::new();
        for (id, state) in self.set_aside()? {
            if aside::Held::of(&state, today).is_none() {
                continue;
            }
            let card = self.card(&id)?;
            let title = self.title(id.deck(), lang);
            let row = card.and_then(|card| aside::Row::of(&card, &state, &title, lang, today));
            rows.extend(row);
        }
        Ok(aside::View { today, rows })
    }

    fn material(
        &self,
        only: &[DeckId],
        caps: Caps,
        minutes: Option<u32>,
        now: Timestamp,
    ) -> Result<Material, Failure> {
        Ok(Collection::material(self, only, caps, minutes, now)?)
    }

    fn learner_of(&self, cards: &[CardId]) -> Result<Learner, Failure> {
        Ok(Collection::learner_of(self, cards)?)
    }

    fn held_back(&self, only: &[DeckId], now: Timestamp) -> Result<Counts, Failure> {
        Ok(Collection::held_back(self, only, MOST_HELD, now)?)
    }

    fn record(&mut self, act: Act, now: Timestamp) -> Result<Event, Failure> {
        Ok(Collection::record(self, act, now, now)?)
    }

    fn review(
        &mut self,
        review: Review,
        shown: &CardState,
        now: Timestamp,
    ) -> Result<Option<Event>, Failure> {
        Ok(Collection::review(self, review, shown, now)?)
    }

    fn record_all(
        &mut self,
        acts: Vec<Act>,
        shown: Option<&CardState>,
        now: Timestamp,
    ) -> Result<Vec<Event>, Failure> {
        Ok(Collection::record_all(self, acts, shown, now)?)
    }

    fn quiz_cards(&self, now: Timestamp) -> Result<Vec<Arc<Card>>, Failure> {
        Ok(Collection::quiz_cards(self, now)?)
    }

    fn card(&self, card: &CardId) -> Result<Option<Arc<Card>>, Failure> {
        Ok(Collection::card(self, card)?)
    }

    fn search(
        &self,
        words: &Words,
        from: Reached,
        take: &mut dyn FnMut(CardId),
    ) -> Result<Option<Reached>, Failure> {
        Ok(Collection::search(self, words, from, take)?)
    }

    fn found(
        &self,
        card: &CardId,
        lang: Lang,
        interface: Lang,
        now: Timestamp,
    ) -> Result<Option<search::Row>, Failure> {
        let state = Collection::state(self, card)?;
        let card = Collection::card(self, card)?;
        let row = |card: Arc<Card>| {
            let title = self.title(card.id.deck(), lang);
            search::Row::of(
                &card,
                &state,
                title,
                lang,
                Say(interface),
                self.clock(),
                now,
            )
        };
        Ok(card.map(row))
    }

    fn others_wrote(&self) -> bool {
        Collection::others_wrote(self)
    }

    fn state(&self, card: &CardId) -> Result<CardState, Failure> {
        Ok(Collection::state(self, card)?)
    }

    fn open_quiz(&self) -> Result<Option<OpenQuiz>, Failure> {
        Ok(Collection::open_quiz(self)?)
    }

    fn tries(&self, scope: &str) -> Result<Vec<Try>, Failure> {
        Ok(Collection::tries(self, scope)?)
    }

    fn undo(&mut self, now: Timestamp) -> Result<Option<(Event, CardState)>, Failure> {
        let Some(event) = Collection::undo(self, now)? else {
            return Ok(None);
        };
        let state = match event.act.card() {
            Some(card) => self.state(card)?,
            None => CardState::default(),
        };
        Ok(Some((event, state)))
    }

    fn undoable(&self, now: Timestamp) -> Result<bool, Failure> {
        let last = self.store().undoable(now, self.clock())?;
        Ok(last.is_some())
    }

    fn info(&self, card: &Card, state: &CardState, say: Say, now: Timestamp) -> info::View {
        let clock = self.clock();
        let today = clock.day(now);
        let mut named = vec![say.phase(state.phase)];
        if state.suspended {
            named.push(say.suspended());
        }
        if state.buried_until.is_some_and(|until| until > today) {
            named.push(say.buried());
        }
        let memory = state.memory;
        let shelved = self.shelved(card.id.deck());
        info::View {
            card: Some(card.id.clone()),
            id: card.id.to_string(),
            state: named.join(", "),
            stability: memory.map(|memory| say.days(f64::from(memory.stability))),
            difficulty: memory.map(|memory| format!("{:.1}", memory.difficulty)),
            retrievability: self
                .model()
                .recall(state, today)
                .map(|chance| say.percent(format_args!("{:.0}", chance * 100.0))),
            due: state.due.map(|due| match due {
                Due::At(at) => moment(clock, at),
                Due::On(day) => day.date().to_string(),
            }),
            last: state.last.map(|(at, _)| moment(clock, at)),
            reviews: state.reviews,
            lapses: state.lapses,
            flag: state.flag.clone(),
            tags: card.tags.clone(),
            file: shelved
                .map(|shelved| format!("{}:{}", shelved.path.display(), card.place.line))
                .unwrap_or_default(),
        }
    }

    fn title(&self, deck: &str, lang: Lang) -> String {
        self.shelved(deck)
            .map(|shelved| shelved.head.title.get(lang).clone())
            .unwrap_or_default()
    }

    fn time_of_day(&self, at: Timestamp) -> String {
        let there = self.clock().zone.to_datetime(at);
        format!("{}:{:02}", there.hour(), there.minute())
    }

    fn open(&mut self, url: &str) -> Result<(), Failure> {
        browser::open(url)
    }

    fn spot(&mut self, card: &CardId) -> Result<Spot, Failure> {
        let (Own { path, copied }, place) = self.to_edit(card)?;
        Ok(Spot {
            path,
            copied,
            line: place.line.max(1),
            column: place.column.max(1),
        })
    }

    fn spot_of_deck(&mut self, deck: &DeckId) -> Result<Spot, Failure> {
        let Own { path, copied } = self.deck_to_edit(deck)?;
        let wrong = self.wrong_with(&path);
        let (line, column) = wrong.map_or((1, 1), |told| (told.place.line, told.place.column));
        Ok(Spot {
            path,
            copied,
            line: line.max(1),
            column: column.max(1),
        })
    }

    fn composer(&self, deck: &DeckId) -> Result<Composer, Failure> {
        let (path, bytes) = self.deck_text(deck)?;
        let known = self.studied(deck)?;
        let known = known.iter().map(|card| card.as_str().to_owned());
        let opened = Composer::open(&path, bytes, &known.collect());
        opened.map_err(|error| error.message())
    }

    fn add(&mut self, composer: &Composer, bytes: &[u8], now: Timestamp) -> Result<(), Failure> {
        let Own { path, copied } = self.deck_to_edit(composer.id())?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let replaced = replace(&path, folder, composer.bytes(), bytes);
        if copied && replaced.is_err() {
            Collection::take_away(self, &path);
        }
        replaced.map_err(|error| match error {
            Unwritten::Changed(path) => {
                let path = path.display();
                message!(
                    "{path} was changed by another program meanwhile, and is left as it is; press ctrl-s again",
                    "{path}: 그사이 다른 프로그램이 고쳐서 그대로 두었습니다. ctrl-s를 다시 누르세요"
                )
            }
            error => error.message(),
        })?;
        Ok(Collection::reread(self, now)?)
    }

    fn clock(&self) -> StudyClock {
        Collection::clock(self).clone()
    }

    fn take_away(&mut self, own: &Path) {
        Collection::take_away(self, own);
    }

    fn reread(&mut self, path: &Path, now: Timestamp) -> Result<Option<Diagnostic>, Failure> {
        Collection::reread(self, now)?;
        Ok(self.wrong_with(path).cloned())
    }

    fn write_new(&mut self, path: &str, text: &str) -> Result<bool, Failure> {
        match write_new(Path::new(path), text.as_bytes()) {
            Ok(()) => Ok(true),
            Err(Unwritten::Exists(_)) => Ok(false),
            Err(error) => Err(error.message()),
        }
    }

    fn go_on(&mut self, now: Timestamp) -> Result<bool, Failure> {
        let today = self.clock().day(now);
        Ok(self.go_on_recalling(today)?)
    }

    fn rest(&mut self) -> Option<Failure> {
        Collection::rest(self);
        self.backup_trouble().map(Failure::from)
    }

    fn unwritable(&self) -> Option<Failure> {
        Collection::unwritable(self).map(Failure::from)
    }
}

/// `2025-02-10 14:32`
fn moment(clock: &StudyClock, at: Timestamp) -> String {
    let there = clock.zone.to_datetime(at);
    format!("{} {}:{:02}", there.date(), there.hour(), there.minute())
}
