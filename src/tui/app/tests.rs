#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::cell::Cell;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use jiff::civil::date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::answer::Outcome;
use crate::author::compose::Composer;
use crate::deck::{Card, CardId, Deck, read};
use crate::schedule::Act;
use crate::schedule::{
    Candidate, CardState, Counts, DeviceId, Event as Entry, EventId, Limits, Model, NewOrder,
    Options, Plan, Queue, QuizAnswer, ReviewOrder, Rules, Served, StudyClock, Try, replay,
};
use crate::session::{Learner, Material};
use crate::store::OpenQuiz;
use crate::tui::testing::lines;
use crate::tui::theme::{Depth, Tone};

mod composing;
mod quiz;

const DECK: &str = "
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

/// A collection in memory, whose disk can be full.
struct Fake {
    deck: Deck,
    events: Vec<Entry>,
    clock: StudyClock,
    new_limit: u32,
    full: Rc<Cell<bool>>,
    opened: Vec<String>,
    files: Vec<(String, String)>,
    /// What is in the file of the deck.
    text: String,
    /// What the editor leaves behind.
    edited: Option<Deck>,
}

impl Fake {
    fn new() -> Fake {
        let reading = read(Path::new("t.yaml"), DECK.as_bytes());
        Fake {
            deck: reading.deck.expect("the deck can be read"),
            events: Vec::new(),
            clock: StudyClock {
                zone: TimeZone::UTC,
                turnover: 240,
            },
            new_limit: 20,
            full: Rc::default(),
            opened: Vec::new(),
            files: Vec::new(),
            text: DECK.to_owned(),
            edited: None,
        }
    }

    fn states(&self) -> HashMap<crate::deck::CardId, CardState> {
        replay(&self.events).states.into_iter().collect()
    }

    fn rules(&self) -> Rules {
        Rules {
            limits: Limits {
                new: self.new_limit,
                reviews: 200,
            },
            review_order: ReviewOrder::Due,
            new_order: NewOrder::Deck,
            learn_ahead: 1200,
            decks: HashMap::from([(self.deck.id.clone(), Options::default())]),
        }
    }

    fn plan(&self, now: Timestamp) -> Plan {
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
                Act::Review(review) if served.cards.insert(review.card.clone()) => {
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

    fn log(&mut self, act: Act, now: Timestamp) -> Result<Entry, String> {
        if self.full.get() {
            return Err("the disk is full".to_owned());
        }
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
    /// The answers given in a quiz.
    fn answers(&self, quiz: EventId) -> Vec<QuizAnswer> {
        let answers = self.events.iter().filter_map(|event| match &event.act {
            Act::Answer(answer) if answer.quiz == quiz => Some(answer.clone()),
            _ => None,
        });
        answers.collect()
    }
}

impl World for Fake {
    fn spot(&mut self, card: &CardId) -> Result<Spot, String> {
        let card = self.deck.cards.iter().find(|known| known.id == *card);
        card.map(|card| Spot {
            path: PathBuf::from("/decks/chips.yaml"),
            line: card.place.line,
            column: card.place.column,
        })
        .ok_or_else(|| "gone".to_owned())
    }

    fn spot_of_deck(&mut self, deck: &DeckId) -> Result<Spot, String> {
        assert_eq!(deck, &self.deck.id);
        Ok(Spot {
            path: PathBuf::from("/decks/chips.yaml"),
            line: 1,
            column: 1,
        })
    }

    fn composer(&self, deck: &DeckId) -> Result<Composer, String> {
        assert_eq!(deck, &self.deck.id);
        let bytes = self.text.as_bytes().to_vec();
        let opened = Composer::open(Path::new("/decks/chips.yaml"), bytes, &BTreeSet::new());
        opened.map_err(|error| error.to_string())
    }

    fn add(&mut self, composer: &Composer, bytes: &[u8], _: Timestamp) -> Result<(), String> {
        if self.full.get() {
            return Err("the disk is full".to_owned());
        }
        if composer.bytes() != self.text.as_bytes() {
            return Err("it was changed meanwhile".to_owned());
        }
        self.text = String::from_utf8(bytes.to_vec()).unwrap();
        self.deck = read(Path::new("t.yaml"), bytes).deck.unwrap();
        Ok(())
    }

    fn clock(&self) -> StudyClock {
        self.clock.clone()
    }

    fn reread(&mut self, _: &Path, _: Timestamp) -> Result<Option<String>, String> {
        if let Some(deck) = self.edited.take() {
            self.deck = deck;
        }
        Ok(None)
    }

    fn home(&self, lang: Lang, now: Timestamp) -> Result<home::View, String> {
        let plan = self.plan(now);
        Ok(home::View {
            today: date(2025, 2, 10),
            decks: vec![home::Row {
                deck: self.deck.id.clone(),
                title: self.deck.title.get(lang).clone(),
                counts: plan.total(),
                known: None,
                as_of: self.deck.as_of,
                stale: 0,
                last_good: false,
            }],
            counts: plan.total(),
            done: u32::try_from(self.events.len()).unwrap(),
            minutes: 1,
            streak: 0,
            days: vec![0; home::DAYS_BACK],
            forecast: vec![0; home::DAYS_AHEAD],
            next: None,
            held_back: plan.held_back.sum(),
            aside: u32::try_from(self.aside(lang, now)?.rows.len()).unwrap(),
            broken: Vec::new(),
            lost: Vec::new(),
        })
    }

    fn aside(&self, lang: Lang, now: Timestamp) -> Result<crate::tui::aside::View, String> {
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
    ) -> Result<Material, String> {
        let cards = self.deck.cards.iter();
        Ok(Material {
            cards: cards
                .map(|card| (card.id.clone(), Arc::new(card.clone())))
                .collect(),
            learner: self.learner()?,
            queue: Queue::new(&self.plan(now), &self.rules(), caps),
            seed: 1,
            until: None,
        })
    }

    fn learner(&self) -> Result<Learner, String> {
        Ok(Learner {
            states: self.states(),
            ..Learner::new(self.clock.clone())
        })
    }

    fn held_back(&self, _: &[DeckId], now: Timestamp) -> Result<Counts, String> {
        Ok(self.plan(now).held_back)
    }

    fn record(&mut self, act: Act, now: Timestamp) -> Result<Entry, String> {
        self.log(act, now)
    }

    fn record_all(&mut self, acts: Vec<Act>, now: Timestamp) -> Result<Vec<Entry>, String> {
        acts.into_iter().map(|act| self.log(act, now)).collect()
    }

    fn quiz_cards(&self, _: Timestamp) -> Vec<Arc<Card>> {
        self.deck.cards.iter().cloned().map(Arc::new).collect()
    }

    fn open_quiz(&self) -> Result<Option<OpenQuiz>, String> {
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

    fn tries(&self, scope: &str) -> Result<Vec<Try>, String> {
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

    fn undo(&mut self, now: Timestamp) -> Result<Option<(Entry, CardState)>, String> {
        let voided: Vec<EventId> = self
            .events
            .iter()
            .filter_map(|event| match &event.act {
                Act::Undo { event, .. } => Some(*event),
                _ => None,
            })
            .collect();
        let last = self.events.iter().rev().find(|event| {
            !matches!(event.act, Act::Undo { .. } | Act::More { .. }) && !voided.contains(&event.id)
        });
        let Some(last) = last.cloned() else {
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

    fn open(&mut self, url: &str) -> Result<(), String> {
        self.opened.push(url.to_owned());
        Ok(())
    }

    fn write_new(&mut self, path: &str, text: &str) -> Result<bool, String> {
        if self.full.get() {
            return Err("the disk is full".to_owned());
        }
        if self.files.iter().any(|(name, _)| name == path) {
            return Ok(false);
        }
        self.files.push((path.to_owned(), text.to_owned()));
        Ok(true)
    }

    fn rest(&self) {}
}

/// The program at a screen, driven by keys.
struct Driver {
    app: App<Fake>,
    time: Rc<Cell<i64>>,
    full: Rc<Cell<bool>>,
}

impl Driver {
    fn with(world: Fake, lang: Lang, start: Start) -> Driver {
        let time = Rc::new(Cell::new(1_739_180_000));
        let clock = time.clone();
        let full = world.full.clone();
        let now = move || Timestamp::from_second(clock.get()).unwrap();
        let theme = Theme::new(Depth::Mono, Tone::Dark);
        let manner = Manner {
            lang,
            study_lang: lang,
            theme,
        };
        let app = App::new(world, Box::new(now), manner, start).unwrap();
        Driver { app, time, full }
    }

    fn home() -> Driver {
        Driver::with(Fake::new(), Lang::En, Start::Home)
    }

    fn press(&mut self, code: KeyCode) -> Next {
        self.time.set(self.time.get() + 1);
        self.app
            .event(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    fn ctrl(&mut self, c: char) -> Next {
        self.app.event(&Event::Key(KeyEvent::new(
            KeyCode::Char(c),
            KeyModifiers::CONTROL,
        )))
    }

    /// Presses keys: letters as they stand, `⏎` enter, `⎋` escape, `⌫`
    /// backspace, `↓` and `↑`.
    fn keys(&mut self, keys: &str) -> &mut Self {
        for c in keys.chars() {
            self.press(match c {
                '⏎' => KeyCode::Enter,
                '⎋' => KeyCode::Esc,
                '⌫' => KeyCode::Backspace,
                '↓' => KeyCode::Down,
                '↑' => KeyCode::Up,
                c => KeyCode::Char(c),
            });
        }
        self
    }

    fn screen(&mut self) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        self.app.draw(&mut buffer);
        lines(&buffer).join("\n")
    }

    fn field(&self) -> &str {
        match self.app.run.as_ref().map(|run| run.session.stage()) {
            Some(Stage::Asking(asking)) => asking.draft.field().unwrap_or_default(),
            _ => "",
        }
    }

    fn reviews(&self) -> Vec<String> {
        let events = self.app.world.events.iter();
        let named = events.filter_map(|event| match &event.act {
            Act::Review(review) => Some(format!("{} {}", review.card, review.rating)),
            _ => None,
        });
        named.collect()
    }
}

#[test]
fn a_session_from_home_to_home() {
    let mut driver = Driver::home();
    assert_eq!(driver.app.context(), Context::Home);
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Recall);
    driver.keys("⏎4");
    assert_eq!(driver.app.context(), Context::Typing);
    // Typed: letters that are commands elsewhere are letters here.
    driver.keys("Chang⏎");
    assert_eq!(driver.app.context(), Context::Answer);
    driver.keys("4");
    assert_eq!(driver.app.context(), Context::Choice);
    driver.keys("⏎4");
    assert_eq!(driver.app.context(), Context::End);
    assert_eq!(
        driver.reviews(),
        ["t/flip easy", "t/name easy", "t/pick easy"]
    );
    let screen = driver.screen();
    assert!(
        screen.contains("Done for today") && screen.contains("3 in"),
        "{screen}"
    );
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Home);
    let screen = driver.screen();
    assert!(screen.contains("All done for today."), "{screen}");
    driver.keys("⏎");
    assert!(driver.screen().contains("Nothing is due here now."));
}

#[test]
fn what_was_not_written_was_not_given() {
    let mut driver = Driver::home();
    driver.keys("⏎⏎");
    driver.full.set(true);
    driver.keys("3");
    assert_eq!(driver.app.context(), Context::Answer);
    let screen = driver.screen();
    assert!(
        screen.contains("Not saved") && screen.contains("the disk is full"),
        "{screen}"
    );
    driver.full.set(false);
    driver.keys("3");
    assert_eq!(driver.reviews(), ["t/flip good"]);
    assert!(!driver.screen().contains("Not saved"));
}

#[test]
fn undo_brings_the_card_back_even_from_the_end_and_from_home() {
    let mut driver = Driver::home();
    driver.keys("⏎⏎4Chang⏎4⏎4");
    assert_eq!(driver.app.context(), Context::End);
    driver.keys("u");
    assert_eq!(driver.app.context(), Context::Choice);
    driver.keys("⏎3⎋");
    driver.keys("⎋");
    assert_eq!(driver.app.context(), Context::Home);
    driver.keys("u");
    assert!(driver.screen().contains("Undone."));
}

#[test]
fn leaving_with_nothing_done_goes_straight_home() {
    let mut driver = Driver::home();
    driver.keys("⏎⎋");
    assert_eq!(driver.app.context(), Context::Home);
    driver.keys("⏎⏎3⎋");
    assert_eq!(driver.app.context(), Context::End);
    assert!(
        driver.screen().contains("2 cards still wait") || driver.screen().contains("still wait")
    );
}

#[test]
fn more_today_goes_past_the_limit() {
    let mut world = Fake::new();
    world.new_limit = 1;
    let mut driver = Driver::with(world, Lang::En, Start::Home);
    driver.keys("⏎⏎4");
    assert_eq!(driver.app.context(), Context::End);
    assert!(
        driver
            .screen()
            .contains("Held back  2 cards (m: more today)")
    );
    driver.keys("⎋⏎");
    let screen = driver.screen();
    assert!(
        screen.contains("2 more wait behind today's limits. m: more today"),
        "{screen}"
    );
    driver.keys("m");
    assert_eq!(driver.app.context(), Context::Typing);
    driver.keys("⏎4⏎4");
    assert_eq!(driver.app.context(), Context::End);
    driver.keys("m");
    assert!(driver.screen().contains("there is no more today"));
}

#[test]
fn marks_and_their_messages() {
    let mut driver = Driver::home();
    driver.keys("⏎f");
    assert_eq!(driver.app.context(), Context::Prompt);
    assert!(driver.screen().contains("A line of why, or none."));
    driver.keys("quit?⌫⏎");
    assert!(driver.screen().contains("Flagged."));
    let flag = driver.app.world.events.last().unwrap().act.clone();
    assert!(matches!(flag, Act::Flag { why, .. } if why == "quit"));
    // Flagged again: what was written is there, and an empty line takes it off.
    driver.keys("f");
    let screen = driver.screen();
    assert!(
        screen.contains("Why flag it?  quit") && screen.contains("An empty line"),
        "{screen}"
    );
    driver.keys("⌫⌫⌫⌫⏎");
    assert!(driver.screen().contains("The flag is off."));
    driver.keys("s");
    // The next card is typed: letters are letters.
    assert!(driver.screen().contains("Suspended. ctrl-r takes it back."));
    driver.ctrl('b');
    assert!(
        driver
            .screen()
            .contains("Buried until tomorrow. u takes it back.")
    );
    assert_eq!(driver.app.context(), Context::Choice);
}

#[test]
fn what_was_set_aside_is_put_back() {
    let mut driver = Driver::home();
    assert!(!driver.screen().contains("set aside"));
    // One is suspended, one is buried, one is only flagged.
    driver.keys("⏎s");
    driver.ctrl('b');
    driver.keys("fwhy⏎⎋");
    assert_eq!(driver.app.context(), Context::Home);
    let screen = driver.screen();
    assert!(screen.contains("s set aside"), "{screen}");

    driver.keys("s");
    assert_eq!(driver.app.context(), Context::Aside);
    let screen = driver.screen();
    for part in ["suspended", "buried until tomorrow", "⚑ flagged: why"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }

    // Nothing moves before it is written.
    driver.full.set(true);
    driver.keys("⏎");
    let screen = driver.screen();
    assert!(screen.contains("the disk is full"), "{screen}");
    assert!(screen.contains("suspended"), "{screen}");
    driver.full.set(false);

    driver.keys("⏎");
    let last = driver.app.world.events.last().unwrap().act.clone();
    assert!(matches!(&last, Act::Unsuspend { card } if card.to_string() == "t/flip"));
    let states = driver.app.world.states();
    assert!(!states[last.card().unwrap()].suspended);
    let screen = driver.screen();
    assert!(screen.contains("Back in rotation."), "{screen}");
    assert!(!screen.contains("suspended"), "{screen}");

    // Undone, it is back in the list and under the cursor; and put back again.
    driver.keys("↓u");
    let screen = driver.screen();
    assert!(screen.contains("▸ What does a foundry make?"), "{screen}");
    driver.keys("ss");
    let last = driver.app.world.events.last().unwrap().act.clone();
    assert!(matches!(&last, Act::Unbury { card } if card.to_string() == "t/name"));

    // A flag does not take a card out, and comes off by itself.
    driver.keys("⏎");
    assert!(driver.screen().contains("This card is in rotation"));
    driver.keys("f");
    let last = driver.app.world.events.last().unwrap().act.clone();
    assert!(matches!(last, Act::Unflag { .. }));
    driver.keys("⏎f");
    let screen = driver.screen();
    assert!(screen.contains("Nothing is set aside"), "{screen}");
    driver.keys("⎋");
    assert_eq!(driver.app.context(), Context::Home);
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Recall);
}

#[test]
fn a_card_set_aside_twice_is_put_back_at_once() {
    let mut world = Fake::new();
    let card = world.deck.cards[0].id.clone();
    let now = Timestamp::from_second(1_739_180_000).unwrap();
    let until = world.clock.day(now).after(1);
    world.log(Act::Suspend { card: card.clone() }, now).unwrap();
    world
        .log(
            Act::Bury {
                card: card.clone(),
                until,
            },
            now,
        )
        .unwrap();
    let mut driver = Driver::with(world, Lang::Ko, Start::Home);
    driver.ctrl('p');
    driver.keys("따로⏎");
    let screen = driver.screen();
    assert!(screen.contains("보류 중 · 내일까지 미룸"), "{screen}");
    driver.keys("s");
    let state = driver.app.world.states()[&card].clone();
    assert!(!state.suspended && state.buried_until.is_none());
    driver.keys("u");
    assert!(driver.app.world.states()[&card].suspended);
}

#[test]
fn what_does_not_hold_is_not_said_to() {
    let mut driver = Driver::home();
    driver.keys("⏎s⎋");
    // The clock is set back: the log goes by its times.
    driver.time.set(driver.time.get() - 600);
    driver.keys("ss");
    let screen = driver.screen();
    assert!(screen.contains("was the clock set back?"), "{screen}");
    assert!(screen.contains("suspended"), "{screen}");
}

#[test]
fn sheets_open_and_close() {
    let mut driver = Driver::home();
    driver.keys("?");
    assert_eq!(driver.app.context(), Context::Overlay);
    assert!(driver.screen().contains("Keys here"));
    driver.keys("⎋⏎i");
    assert!(driver.screen().contains("t/flip"));
    driver.keys("q");
    assert_eq!(driver.app.context(), Context::Recall);
    driver.ctrl('p');
    driver.keys("hint⏎");
    assert_eq!(driver.app.context(), Context::Recall);
    driver.ctrl('p');
    driver.keys("no such thing⏎");
    assert_eq!(driver.app.context(), Context::Palette);
    driver.keys("⎋");
    driver.keys("⏎4");
    assert_eq!(driver.press(KeyCode::F(1)), Next::Draw);
    assert_eq!(driver.app.context(), Context::Overlay);
}

#[test]
fn the_field_and_its_backspace() {
    let mut driver = Driver::home();
    driver.keys("⏎⏎4Chan");
    assert_eq!(driver.field(), "Chan");
    driver.ctrl('h');
    driver.keys("⌫");
    assert_eq!(driver.field(), "Ch");
    driver.app.event(&Event::Paste("ang\n".to_owned()));
    driver.keys("⏎");
    assert_eq!(driver.app.context(), Context::Answer);
}

#[test]
fn clicks_do_what_keys_do() {
    let mut driver = Driver::home();
    let screen = driver.screen();
    let click = |driver: &mut Driver, needle: &str| {
        let screen = driver.screen();
        let row = screen
            .lines()
            .position(|line| line.contains(needle))
            .expect(needle);
        let line = screen.lines().nth(row).unwrap();
        let column = crate::text::width(&line[..line.find(needle).unwrap()]);
        driver.app.event(&Event::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: u16::try_from(column).unwrap(),
            row: u16::try_from(row).unwrap(),
            modifiers: KeyModifiers::NONE,
        }))
    };
    assert!(screen.contains("Tiny"));
    click(&mut driver, "Tiny");
    assert_eq!(driver.app.cursor.0, 1);
    click(&mut driver, "Tiny");
    assert_eq!(driver.app.context(), Context::Recall);
    driver.keys("⎋");
    assert_eq!(click(&mut driver, "quit"), Next::Quit);
    click(&mut driver, "help");
    assert_eq!(driver.app.context(), Context::Overlay);
    click(&mut driver, "Keys here");
    assert_eq!(driver.app.context(), Context::Overlay);
}

#[test]
fn a_session_at_once_may_find_nothing() {
    let mut world = Fake::new();
    world.deck.cards.clear();
    let mut driver = Driver::with(world, Lang::Ko, Start::Study(Wanted::default()));
    assert_eq!(driver.app.context(), Context::End);
    assert!(driver.screen().contains("복습한 카드가 없습니다."));
}

#[test]
fn quitting_and_pausing() {
    let mut driver = Driver::home();
    assert_eq!(driver.press(KeyCode::Char('q')), Next::Quit);
    assert_eq!(driver.press(KeyCode::Char('ㅂ')), Next::Quit);
    assert_eq!(driver.ctrl('c'), Next::Quit);
    assert_eq!(driver.ctrl('z'), Next::Pause);
    assert_eq!(driver.ctrl('l'), Next::Redraw);
    assert_eq!(driver.press(KeyCode::Char('x')), Next::Idle);
}

/// Every screen in Korean, and not a word of English but names and keys.
#[test]
fn nothing_stays_english_in_korean() {
    const ALLOWED: &[&str] = &[
        "dateline",
        "enter",
        "space",
        "esc",
        "ctrl",
        "backspace",
        "check",
        "YAML",
        "pgup",
        "pgdn",
    ];
    let mut driver = Driver::with(Fake::new(), Lang::Ko, Start::Home);
    let mut seen = String::new();
    for keys in [
        "",
        "?",
        "⎋s",
        "?",
        "⎋⎋⏎",
        "?",
        "⎋i",
        "⎋",
        "f",
        "⎋",
        "⏎",
        "?",
        "⎋",
    ] {
        seen.push_str(&driver.keys(keys).screen());
    }
    driver.ctrl('p');
    seen.push_str(&driver.screen());
    driver.keys("⎋⎋⎋");
    seen.push_str(&driver.screen());
    let english: Vec<&str> = seen
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() > 2 && !ALLOWED.contains(word) && !matches!(*word, "flip"))
        .collect();
    assert!(english.is_empty(), "{english:?}");
}

/// Keys and sizes at random: nothing panics, and there is always a way out.
#[test]
fn any_keys_at_any_size() {
    use proptest::prelude::*;
    let key = prop_oneof![
        Just('⏎'),
        Just('⎋'),
        Just('⌫'),
        Just('↓'),
        Just('↑'),
        Just(' '),
        Just('?'),
        proptest::char::range('1', '9'),
        proptest::char::range('a', 'z'),
        Just('한'),
        Just('ㅕ'),
    ];
    let keys = proptest::collection::vec((key, 0u16..60, 0u16..20, any::<bool>()), 1..60);
    proptest!(ProptestConfig::with_cases(40), |(keys in keys)| {
        let mut driver = Driver::home();
        for (key, columns, rows, chord) in keys {
            if chord { driver.ctrl(key); } else { driver.keys(&key.to_string()); }
            driver.app.event(&Event::Mouse(MouseEvent {
                kind: MouseEventKind::Down(MouseButton::Left),
                column: columns / 3, row: rows, modifiers: KeyModifiers::NONE,
            }));
            let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
            driver.app.draw(&mut buffer);
        }
        driver.keys("⎋⎋⎋⎋");
        prop_assert!(matches!(driver.app.context(), Context::Home | Context::End));
    });
}

#[test]
fn a_card_that_was_edited_is_shown_as_it_is_now() {
    let mut driver = Driver::home();
    driver.keys("⏎");
    let card = driver.app.run.as_ref().unwrap().session.card().unwrap();
    let (id, line) = (card.id.clone(), card.place.line);
    assert_eq!(driver.press(KeyCode::Char('e')), Next::Edit);
    let spot = driver.app.to_edit().unwrap();
    assert_eq!(
        (spot.path.to_str(), spot.line),
        (Some("/decks/chips.yaml"), line)
    );
    let text = DECK.replace("What does a foundry make?", "What does a fab make?");
    driver.app.world.edited = read(Path::new("t.yaml"), text.as_bytes()).deck;
    driver.app.edited(Ok(()));
    assert_eq!(driver.app.to_edit(), None);
    let screen = driver.screen();
    assert!(screen.contains("What does a fab make?"), "{screen}");
    // Gone: the next one comes.
    assert_eq!(driver.press(KeyCode::Char('e')), Next::Edit);
    let text = DECK.replace("id: flip", "id: flop");
    driver.app.world.edited = read(Path::new("t.yaml"), text.as_bytes()).deck;
    driver.app.edited(Ok(()));
    let run = driver.app.run.as_ref().unwrap();
    assert!(run.session.card().is_some_and(|card| card.id != id));
    // An editor that can't be started is told, and nothing is lost.
    driver.press(KeyCode::Esc);
    driver.keys("⏎");
    if driver.press(KeyCode::Char('e')) == Next::Edit {
        driver
            .app
            .edited(Err("the editor 'x' can't be started".to_owned()));
        assert!(driver.screen().contains("can't be started"));
    }
}
