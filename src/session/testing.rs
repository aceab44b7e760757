//! What the tests of sessions and of the study screen share: a deck with a
//! card of every kind, and a session on some of them, without a disk.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use crate::deck::{self, Card, CardId};
use crate::schedule::{
    Act, Caps, CardState, DeviceId, Event, EventId, Limits, NewOrder, Options, Plan, Queue,
    ReviewOrder, Rules, StudyClock, replay,
};
use crate::session::{Effect, Input, Learner, Material, Mates, Session};

/// A card of every kind; the id says which.
pub const DECK: &str = r#"
deck: chips
title: Chips
title.ko: 칩
as_of: 2025-02-09
sources:
  daily: { title: A fab for the valley, title.ko: 계곡의 공장, publisher: The Daily, publisher.ko: 데일리, date: 2025-02-09, url: "https://example.org/fab" }
defaults: { source: daily }

facts:
  china: { value: "38,210 applications", label: China, label.ko: 중국 }
  states: { value: "6,276 applications", label: United States, label.ko: 미국 }
  times:
    value: = china / states
    ask: How many times the American count of patents is the Chinese?
    ask.ko: 중국의 특허 수는 미국의 몇 배인가?
    reported: 6×
    reported_note: The article rounds down.
    reported_note.ko: 기사는 내림했다.
    chart: [china, states]

cards:
  - id: recall
    ask: What does a *foundry* make?
    ask.ko: "*파운드리*는 무엇을 만드는가?"
    answer: Chips that others designed
    answer.ko: 남이 설계한 칩
    hint: Not its own.
    hint.ko: 제 것이 아니다.
    note: "TSMC is the largest. It was founded in 1987 as the first company to make nothing but the chips of others, and `fabless` design houses followed."
    note.ko: "TSMC가 가장 크다. 1987년에 남의 칩만 만드는 첫 회사로 세워졌고, 설계만 하는 `팹리스`가 뒤따랐다."
  - id: claim
    ask: How many H100 GPUs does Alexandr Wang say DeepSeek has?
    ask.ko: 알렉산더 왕이 말하는 딥시크의 H100 보유량은?
    number: 50,000
    status: claim
    by: Alexandr Wang
    by.ko: 알렉산더 왕
    stale_after: 2025-02-28
  - id: text
    ask: Which city will the new fab stand in?
    ask.ko: 새 공장은 어느 도시에 서는가?
    answer: Phoenix
    answer.ko: 피닉스
    accept: [Phoenix Arizona]
  - id: number
    ask: How many generative-AI patents were filed from China, 2014 to 2023?
    ask.ko: 2014~2023년 중국이 출원한 생성형 AI 특허는 몇 건인가?
    number: "{china}"
    by: WIPO
    chart: [china, states]
    note: About 70% of the world's total.
    note.ko: 전 세계의 약 70%.
  - id: date
    ask: When was DeepSeek-R1 released?
    ask.ko: 딥시크-R1이 공개된 날은?
    date: 2025-01-20
  - id: choice
    ask: Which of these is a foundry?
    ask.ko: 다음 중 파운드리는?
    choices: [TSMC, ARM, Nvidia, Cadence]
    answer: TSMC
  - id: boxes
    ask: Which of these design chips and make none?
    ask.ko: 설계만 하는 곳을 모두 고르면?
    choices: [ARM, Nvidia, TSMC, GlobalFoundries]
    answer: [ARM, Nvidia]
  - id: list
    ask: Name two foundries
    ask.ko: 파운드리 두 곳은?
    list: [TSMC, Samsung, GlobalFoundries, UMC]
    list.ko: [TSMC, 삼성, 글로벌파운드리, UMC]
    need: 2
  - id: cloze
    cloze: "The {{c1::H800::a GPU}} is a cut-down {{c2::H100}}, made so that it could be sold to China."
    cloze.ko: "{{c1::H800::GPU}}은 중국에 팔 수 있도록 {{c2::H100}}의 성능을 낮춘 것이다."
  - id: gap
    cloze: "Export rules of 2022 kept the {{A100}} out of China, so Nvidia made another one for that market."
    cloze.ko: "2022년 수출 규제로 중국에 {{A100}}을 팔 수 없게 되자 엔비디아는 다른 것을 만들었다."
    typed: true
  - id: gaps
    cloze: "{{c1::Qwen}} is by {{c1::Alibaba}}."
    cloze.ko: "{{c1::Qwen}}은 {{c1::알리바바}}의 것이다."
    typed: true
  - id: order
    ask: Order by date
    ask.ko: 이른 것부터 놓으면?
    order: [DeepSeek-V3 comes out, R1 comes out, Nvidia falls by 17%, Deep Research comes out]
    order.ko: [V3 공개, R1 공개, 엔비디아 17% 하락, 딥 리서치 공개]
  - id: pairs
    ask: Who makes what?
    ask.ko: 누가 무엇을 만드는가?
    pairs: [[Alibaba, Qwen], [ByteDance, Doubao], [Moonshot AI, Kimi]]
    pairs.ko: [[알리바바, Qwen], [바이트댄스, Doubao], [문샷 AI, Kimi]]
  - id: compare
    compare: [china, states]
"#;

/// The cards of [`DECK`], by what follows `chips/`.
pub fn cards() -> BTreeMap<String, Arc<Card>> {
    let reading = deck::read(Path::new("chips.yaml"), DECK.as_bytes());
    assert!(
        reading.diagnostics.is_empty(),
        "{:?}",
        reading
            .diagnostics
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    );
    let deck = reading.deck.unwrap();
    deck.cards
        .into_iter()
        .map(|card| {
            let id = card.id.as_str().trim_start_matches("chips/").to_owned();
            (id, Arc::new(card))
        })
        .collect()
}

/// Ten in the morning (UTC) of 10 March 2025.
pub fn start() -> Timestamp {
    "2025-03-10T10:00:00Z".parse().unwrap()
}

/// The name of a card of [`DECK`].
pub fn id(name: &str) -> CardId {
    format!("chips/{name}").parse().unwrap()
}

/// New cards to study, in this order.
pub fn material(names: &[&str]) -> Material {
    let cards = cards();
    let plan = Plan {
        new: names.iter().map(|name| id(name)).collect(),
        ..Plan::default()
    };
    let rules = Rules {
        limits: Limits {
            new: 20,
            reviews: 200,
        },
        review_order: ReviewOrder::Due,
        new_order: NewOrder::Deck,
        learn_ahead: 1200,
        decks: HashMap::new(),
    };
    let deck = cards.values().next().unwrap().id.deck().parse().unwrap();
    Material {
        cards: names.iter().map(|name| id(name)).collect(),
        mates: Mates::among(cards.values().cloned()),
        learner: Learner {
            options: HashMap::from([(deck, Options::default())]),
            ..Learner::new(StudyClock {
                zone: jiff::tz::TimeZone::UTC,
                turnover: 240,
            })
        },
        queue: Queue::new(&plan, &rules, Caps::default()),
        seed: 7,
        until: None,
    }
}

/// A session with its world: a clock one can turn, and a log in memory.
pub struct World {
    /// The session.
    pub session: Session,
    /// What was recorded.
    pub log: Vec<Event>,
    /// The time.
    pub now: Timestamp,
    /// Addresses that were opened.
    pub opened: Vec<String>,
    /// Whether the disk is full.
    pub full: bool,
    /// The cards of the deck, by name.
    pub deck: BTreeMap<CardId, Arc<Card>>,
    clock: StudyClock,
}

impl World {
    /// A session on these new cards.
    pub fn new(names: &[&str]) -> World {
        World::with(material(names))
    }

    /// A session on this.
    pub fn with(material: Material) -> World {
        let deck = cards().into_values().map(|card| (card.id.clone(), card));
        World::of(material, deck.collect())
    }

    /// A session on this, of cards that are not those of [`DECK`].
    pub fn of(material: Material, deck: BTreeMap<CardId, Arc<Card>>) -> World {
        let now = start();
        let clock = material.learner.clock.clone();
        let mut world = World {
            session: Session::start(material, now),
            log: Vec::new(),
            now,
            opened: Vec::new(),
            full: false,
            deck,
            clock,
        };
        world.deal();
        world
    }

    /// Brings the card that comes, as the app does.
    pub fn deal(&mut self) {
        while let Some(card) = self.session.coming() {
            let card = self.deck.get(card).cloned();
            self.session.bring(card, self.now);
        }
    }

    /// Lets time pass.
    pub fn wait(&mut self, seconds: i64) {
        self.now += jiff::SignedDuration::from_secs(seconds);
    }

    /// The learner does something; the world does what follows, as the app does.
    pub fn does(&mut self, input: Input) -> Vec<Effect> {
        let effects = self.session.handle(input, self.now);
        for effect in &effects {
            match effect {
                Effect::Record(_) | Effect::Undo if self.full => {}
                Effect::Record(act) => {
                    let event = self.record(act.clone());
                    self.session.committed(&event, self.now);
                }
                Effect::Undo => self.undo(),
                Effect::Open(address) => self.opened.push(address.clone()),
            }
        }
        self.deal();
        effects
    }

    fn record(&mut self, act: Act) -> Event {
        let number = u128::try_from(self.log.len()).unwrap() + 1;
        let event = Event {
            id: EventId(Uuid::from_u128(number)),
            device: DeviceId(Uuid::from_u128(0)),
            at: self.now,
            offset: 0,
            day: self.clock.day(self.now),
            act,
        };
        self.log.push(event.clone());
        event
    }

    fn undo(&mut self) {
        let voided: Vec<EventId> = self
            .log
            .iter()
            .filter_map(|event| match &event.act {
                Act::Undo { event, .. } => Some(*event),
                _ => None,
            })
            .collect();
        let last =
            self.log.iter().rev().find(|event| {
                !matches!(event.act, Act::Undo { .. }) && !voided.contains(&event.id)
            });
        let Some(last) = last.cloned() else { return };
        let card = last.act.card().cloned();
        self.record(Act::Undo {
            event: last.id,
            card: card.clone(),
        });
        let state = card.and_then(|card| replay(&self.log).states.get(&card).cloned());
        let is_there = last
            .act
            .card()
            .is_some_and(|card| self.deck.contains_key(card));
        self.session
            .undone(&last, state.unwrap_or_default(), is_there);
    }

    /// What follows from the log for a card.
    pub fn replayed(&self, name: &str) -> CardState {
        let states = replay(&self.log).states;
        states.get(&id(name)).cloned().unwrap_or_default()
    }
}
