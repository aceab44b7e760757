//! A collection in memory, for the app.

use super::*;
use crate::message;
use crate::tui::world::Failure;

pub(super) const DECK: &str = "
deck: t
title: Tiny
title.ko: 작은 덱
as_of: 2025-02-09
cards:
  - id: flip
    ask: What does a foundry make?
    ask.ko: 파운드리는 무엇을 만드는가?
    answer: Chips
    answer.ko: 칩
    hint: Small and square.
  - id: name
    ask: Who founded the foundry model?
    answer: Morris Chang
    accept: [Chang]
  - id: pick
    ask: Which is a foundry?
    choices: [TSMC, ARM, Nvidia]
    answer: TSMC
";

/// A collection in memory, whose disk can be full, or fail.
pub(super) struct Fake {
    pub(super) deck: Deck,
    pub(super) events: Vec<Entry>,
    pub(super) clock: StudyClock,
    pub(super) new_limit: u32,
    /// Seconds that a step may come early.
    pub(super) learn_ahead: u32,
    pub(super) full: Rc<Cell<bool>>,
    /// So many acts more fit on it.
    pub(super) room: usize,
    /// Decks that are listed before the other.
    pub(super) before: Vec<&'static str>,
    /// Copies that were taken away again, if nothing was changed in them.
    pub(super) taken_away: Vec<PathBuf>,
    /// Whether no card can be read.
    pub(super) torn: bool,
    /// Why the day's backup was not made.
    pub(super) no_backup: Option<Failure>,
    pub(super) opened: Vec<String>,
    pub(super) files: Vec<(String, String)>,
    /// What is in the file of the deck.
    pub(super) text: String,
    /// What the editor leaves behind.
    pub(super) edited: Option<Deck>,
    /// What is wrong with that.
    pub(super) wrong: Option<Diagnostic>,
}

impl Fake {
    pub(super) fn new() -> Fake {
        let reading = read(Path::new("t.yaml"), DECK.as_bytes());
        Fake {
            deck: reading.deck.expect("the deck can be read"),
            events: Vec::new(),
            clock: StudyClock {
                zone: TimeZone::UTC,
                turnover: 240,
            },
            new_limit: 20,
            learn_ahead: 1200,
            full: Rc::default(),
            room: usize::MAX,
            before: Vec::new(),
            taken_away: Vec::new(),
            torn: false,
            no_backup: None,
            opened: Vec::new(),
            files: Vec::new(),
            text: DECK.to_owned(),
            edited: None,
            wrong: None,
        }
    }

    pub(super) fn states(&self) -> HashMap<crate::deck::CardId, CardState> {
        replay(&self.events).states.into_iter().collect()
    }

    pub(super) fn rules(&self) -> Rules {
        Rules {
            limits: Limits {
                new: self.new_limit,
                reviews: 200,
            },
            review_order: ReviewOrder::Due,
            new_order: NewOrder::Deck,
            learn_ahead: self.learn_ahead,
            decks: HashMap::from([(self.deck.id.clone(), Options::default())]),
        }
    }

    pub(super) fn plan(&self, now: Timestamp) -> Plan {
        let states = self.states();
        let candidates: Vec<Candidate> = self
            .deck
            .cards
            .iter()
            .enumerate()
            .map(|(position, card)| Candidate {
                card: card.id.clone(),
                deck: self.deck.id.clone(),
                state: states.get(&card.id).cloned().unwrap_or_default(),
                as_of: None,
                position,
                groups: vec![card.id.entry().to_owned()],
            })
            .collect();
        let mut served = Served::default();
        for event in &self.events {
            match &event.act {
                Act::More { new, reviews } => {
                    served.more = Limits {
                        new: served.more.new + new,
                        reviews: served.more.reviews + reviews,
                    };
                }
                Act::Review(review)
                    if served
                        .cards
                        .insert(review.card.clone(), Vec::new())
                        .is_none() =>
                {
                    *served.new.entry(self.deck.id.clone()).or_insert(0) += 1;
                }
                _ => {}
            }
        }
        Plan::make(
            &candidates,
            &self.rules(),
            &served,
            &Model::default(),
            &self.clock,
            now,
            1,
        )
    }

    pub(super) fn log(&mut self, act: Act, now: Timestamp) -> Result<Entry, Failure> {
        if self.full.get() || self.room == 0 {
            return Err(message!("the disk is full", "디스크가 가득 찼습니다"));
        }
        self.room -= 1;
        let id = u128::try_from(self.events.len()).unwrap() + 1;
        let event = Entry {
            id: EventId(Uuid::from_u128(id)),
            device: DeviceId(Uuid::nil()),
            at: now,
            offset: 0,
            day: self.clock.day(now),
            act,
        };
        self.events.push(event.clone());
        Ok(event)
    }
}

impl Fake {
    /// The last act that can be taken back.
    fn last(&self) -> Option<&Entry> {
        let voided: Vec<EventId> = self
            .events
            .iter()
            .filter_map(|event| match &event.act {
                Act::Undo { event, .. } => Some(*event),
                _ => None,
            })
            .collect();
        self.events
            .iter()
            .rev()
            .find(|event| !matches!(event.act, Act::Undo { .. }) && !voided.contains(&event.id))
    }

    /// The answers given in a quiz.
    pub(super) fn answers(&self, quiz: EventId) -> Vec<QuizAnswer> {
        let answers = self.events.iter().filter_map(|event| match &event.act {
            Act::Answer(answer) if answer.quiz == quiz => Some(answer.clone()),
            _ => None,
        });
        answers.collect()
    }
}

impl World for Fake {
    fn spot(&mut self, card: &CardId) -> Result<Spot, Failure> {
        let card = self.deck.cards.iter().find(|known| known.id == *card);
        card.map(|card| Spot {
            path: PathBuf::from("/decks/chips.yaml"),
            line: card.place.line,
            column: card.place.column,
            copied: false,
        })
        .ok_or_else(|| message!("gone", "없어졌습니다"))
    }

    fn spot_of_deck(&mut self, deck: &DeckId) -> Result<Spot, Failure> {
        assert_eq!(deck, &self.deck.id);
        Ok(Spot {
            path: PathBuf::from("/decks/chips.yaml"),
            line: 1,
            column: 1,
            copied: true,
        })
    }

    fn composer(&self, deck: &DeckId) -> Result<Composer, Failure> {
        assert_eq!(deck, &self.deck.id);
        let bytes = self.text.as_bytes().to_vec();
        let opened = Composer::open(Path::new("/decks/chips.yaml"), bytes, &BTreeSet::new());
        opened.map_err(|error| error.message())
    }

    fn add(&mut self, composer: &Composer, bytes: &[u8], _: Timestamp) -> Result<(), Failure> {
        if self.full.get() {
            return Err(message!("the disk is full", "디스크가 가득 찼습니다"));
        }
        if composer.bytes() != self.text.as_bytes() {
            return Err(message!("it was changed meanwhile", "그사이 바뀌었습니다"));
        }
        self.text = String::from_utf8(bytes.to_vec()).unwrap();
        self.deck = read(Path::new("t.yaml"), bytes).deck.unwrap();
        Ok(())
    }

    fn clock(&self) -> StudyClock {
        self.clock.clone()
    }

    fn take_away(&mut self, own: &Path) {
        self.taken_away.push(own.to_owned());
    }

    fn reread(&mut self, _: &Path, _: Timestamp) -> Result<Option<Diagnostic>, Failure> {
        if let Some(deck) = self.edited.take() {
            self.deck = deck;
        }
        Ok(self.wrong.take())
    }

    fn home(&self, lang: Lang, now: Timestamp) -> Result<home::View, Failure> {
        let plan = self.plan(now);
        let row = home::Row {
            deck: self.deck.id.clone(),
            title: self.deck.title.get(lang).clone(),
            counts: plan.total(),
            held_back: false,
            known: None,
            as_of: self.deck.as_of,
            stale: 0,
            last_good: false,
        };
        let before = self.before.iter().map(|deck| home::Row {
            deck: deck.parse().unwrap(),
            ..row.clone()
        });
        Ok(home::View {
            today: date(2025, 2, 10),
            decks: before.chain([row.clone()]).collect(),
            counts: plan.total(),
            done: plan.finished,
            reviews: u32::try_from(self.events.len()).unwrap(),
            undo: self.last().is_some(),
            minutes: 1,
            streak: 0,
            days: vec![0; home::DAYS_BACK],
            forecast: vec![0; home::DAYS_AHEAD],
            next: None,
            held_back: plan.held_back.sum(),
            aside: u32::try_from(self.aside(lang, now)?.rows.len()).unwrap(),
            broken: Vec::new(),
            lost: Vec::new(),
            ahead: None,
            unfinished: false,
        })
    }

    fn aside(&self, lang: Lang, now: Timestamp) -> Result<crate::tui::aside::View, Failure> {
        let today = self.clock.day(now);
        let states = self.states();
        let rows = self.deck.cards.iter().filter_map(|card| {
            let state = states.get(&card.id)?;
            crate::tui::aside::Row::of(card, state, self.deck.title.get(lang), lang, today)
        });
        Ok(crate::tui::aside::View {
            today,
            rows: rows.collect(),
        })
    }

    fn material(
        &self,
        _: &[DeckId],
        caps: Caps,
        _: Option<u32>,
        now: Timestamp,
    ) -> Result<Material, Failure> {
        let cards = self.deck.cards.iter();
        Ok(Material {
            cards: cards.map(|card| card.id.clone()).collect(),
            mates: Mates::among(self.deck.cards.iter().cloned().map(Arc::new)),
            learner: self.learner_of(&[])?,
            queue: Queue::new(&self.plan(now), &self.rules(), caps),
            seed: 1,
            until: None,
        })
    }

    fn learner_of(&self, _: &[CardId]) -> Result<Learner, Failure> {
        Ok(Learner {
            states: self.states(),
            ..Learner::new(self.clock.clone())
        })
    }

    fn held_back(&self, _: &[DeckId], now: Timestamp) -> Result<Counts, Failure> {
        Ok(self.plan(now).held_back)
    }

    fn record(&mut self, act: Act, now: Timestamp) -> Result<Entry, Failure> {
        self.log(act, now)
    }

    fn review(
        &mut self,
        review: Review,
        shown: &CardState,
        now: Timestamp,
    ) -> Result<Option<Entry>, Failure> {
        let standing = self.state(&review.card)?;
        if standing.moved_on_since(shown) {
            return Ok(None);
        }
        self.log(Act::Review(review), now).map(Some)
    }

    fn record_all(
        &mut self,
        mut acts: Vec<Act>,
        shown: Option<&CardState>,
        now: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        if let Some(shown) = shown {
            let states = self.states();
            acts.retain(|act| match act {
                Act::Review(review) => states
                    .get(&review.card)
                    .is_none_or(|standing| !standing.moved_on_since(shown)),
                _ => true,
            });
        }
        let kept = self.events.len();
        let written: Result<Vec<Entry>, Failure> =
            acts.into_iter().map(|act| self.log(act, now)).collect();
        if written.is_err() {
            self.events.truncate(kept);
        }
        written
    }

    fn quiz_cards(&self, _: Timestamp) -> Result<Vec<Arc<Card>>, Failure> {
        Ok(self.deck.cards.iter().cloned().map(Arc::new).collect())
    }

    fn search(
        &self,
        words: &Words,
        _: Reached,
        take: &mut dyn FnMut(CardId),
    ) -> Result<Option<Reached>, Failure> {
        words.among(&self.deck.cards).into_iter().for_each(take);
        Ok(None)
    }

    fn found(
        &self,
        card: &CardId,
        lang: Lang,
        interface: Lang,
        now: Timestamp,
    ) -> Result<Option<crate::tui::search::Row>, Failure> {
        let (state, title) = (self.state(card)?, self.title(card.deck(), lang));
        let row = |card: Arc<Card>| {
            crate::tui::search::Row::of(
                &card,
                &state,
                title,
                lang,
                Say(interface),
                &self.clock,
                now,
            )
        };
        Ok(World::card(self, card)?.map(row))
    }

    fn others_wrote(&self) -> bool {
        false
    }

    fn state(&self, card: &CardId) -> Result<CardState, Failure> {
        Ok(self.states().remove(card).unwrap_or_default())
    }

    fn card(&self, card: &CardId) -> Result<Option<Arc<Card>>, Failure> {
        if self.torn {
            return Err(message!("the disk fails", "디스크를 읽을 수 없습니다"));
        }
        let mut cards = self.deck.cards.iter();
        let card = cards.find(|known| known.id == *card);
        Ok(card.cloned().map(Arc::new))
    }

    fn open_quiz(&self) -> Result<Option<OpenQuiz>, Failure> {
        let ended = |quiz: EventId| {
            let mut events = self.events.iter();
            events.any(|event| matches!(event.act, Act::QuizEnd { quiz: of, .. } if of == quiz))
        };
        Ok(self.events.iter().rev().find_map(|event| {
            let Act::Quiz { brief, questions } = &event.act else {
                return None;
            };
            let given = self.answers(event.id);
            (!ended(event.id) && !given.is_empty()).then(|| OpenQuiz {
                quiz: event.id,
                brief: brief.clone(),
                questions: questions.clone(),
                given,
            })
        }))
    }

    fn tries(&self, scope: &str) -> Result<Vec<Try>, Failure> {
        let tries = self.events.iter().filter_map(|event| {
            let Act::QuizEnd {
                quiz,
                finished: true,
            } = event.act
            else {
                return None;
            };
            let began = self.events.iter().find(|event| event.id == quiz)?;
            let Act::Quiz { brief, questions } = &began.act else {
                return None;
            };
            let right = self.answers(quiz).into_iter();
            let right = right.filter(|answer| answer.verdict != Outcome::Wrong);
            (brief.scope() == scope).then(|| Try {
                quiz,
                questions: u32::try_from(questions.len()).unwrap(),
                right: u32::try_from(right.count()).unwrap(),
            })
        });
        Ok(tries.collect())
    }

    fn undo(&mut self, now: Timestamp) -> Result<Option<(Entry, CardState)>, Failure> {
        let Some(last) = self.last().cloned() else {
            return Ok(None);
        };
        let card = last.act.card().cloned();
        self.log(
            Act::Undo {
                event: last.id,
                card: card.clone(),
            },
            now,
        )?;
        let state = card
            .and_then(|card| self.states().get(&card).cloned())
            .unwrap_or_default();
        Ok(Some((last, state)))
    }

    fn undoable(&self, _: Timestamp) -> Result<bool, Failure> {
        Ok(self.last().is_some())
    }

    fn info(
        &self,
        card: &Card,
        state: &CardState,
        say: Say,
        _: Timestamp,
    ) -> crate::tui::info::View {
        crate::tui::info::View {
            card: Some(card.id.clone()),
            id: card.id.to_string(),
            state: say.phase(state.phase).to_owned(),
            ..crate::tui::info::View::default()
        }
    }

    fn title(&self, _: &str, lang: Lang) -> String {
        self.deck.title.get(lang).clone()
    }

    fn time_of_day(&self, _: Timestamp) -> String {
        "14:32".to_owned()
    }

    fn open(&mut self, url: &str) -> Result<(), Failure> {
        self.opened.push(url.to_owned());
        Ok(())
    }

    fn write_new(&mut self, path: &str, text: &str) -> Result<bool, Failure> {
        if self.full.get() {
            return Err(message!("the disk is full", "디스크가 가득 찼습니다"));
        }
        if self.files.iter().any(|(name, _)| name == path) {
            return Ok(false);
        }
        self.files.push((path.to_owned(), text.to_owned()));
        Ok(true)
    }

    fn go_on(&mut self, _: Timestamp) -> Result<bool, Failure> {
        Ok(false)
    }

    fn rest(&mut self) -> Option<Failure> {
        self.no_backup.take()
    }
}
