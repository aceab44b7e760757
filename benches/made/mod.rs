//! A collection made for measuring: questions in two languages, a thousand in a
//! file, the same each time, and reviews of every tenth card in the log.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use dateline::collection::{Collection, Place};
use dateline::deck::{Card, read};
use dateline::schedule::{
    Act, CardState, Model, Options, Rating, Review, StudyClock, apply, fuzz_seed, outcomes,
};
use dateline::settings::Settings;
use dateline::store::Store;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// So many cards are in a file.
pub const A_FILE: usize = 1_000;
/// Every so many cards there is one that was reviewed.
const REVIEWED: usize = 10;
/// A file of this age is taken to stay as it is; a little more, to be sure.
const SETTLED: Duration = Duration::from_millis(2_300);
/// How long ago reviews were, in days: all of them are due again.
const DAYS_AGO: [i64; 4] = [40, 33, 26, 20];

const WHO: [&str; 16] = [
    "the central bank",
    "the ministry",
    "a foundry",
    "the port",
    "the union",
    "a startup",
    "the regulator",
    "the court",
    "the senate",
    "the grid",
    "an airline",
    "the shipyard",
    "the university",
    "a refinery",
    "the league",
    "the observatory",
];
const WHO_KO: [&str; 16] = [
    "중앙은행",
    "정부 부처",
    "파운드리",
    "항만",
    "노조",
    "스타트업",
    "규제 당국",
    "법원",
    "상원",
    "전력망",
    "항공사",
    "조선소",
    "대학",
    "정유소",
    "연맹",
    "천문대",
];
const WHAT: [&str; 13] = [
    "tariffs on batteries",
    "a reactor of its own",
    "a merger",
    "the export of chips",
    "a strike over pay",
    "the price of gas",
    "a satellite",
    "new rules on data",
    "a recall",
    "its debt",
    "a vaccine",
    "the vote on the budget",
    "a new line to the coast",
];
const WHAT_KO: [&str; 13] = [
    "배터리 관세",
    "자체 원자로",
    "합병",
    "반도체 수출",
    "임금 파업",
    "가스 가격",
    "인공위성",
    "데이터 규제",
    "리콜",
    "부채",
    "백신",
    "예산 표결",
    "해안으로 가는 새 노선",
];

/// A word of every thirteenth card or so.
#[allow(dead_code, reason = "not all that is measured searches")]
pub const FREQUENT: &str = "reactor";

/// Words of one card alone.
#[allow(dead_code, reason = "not all that is measured searches")]
pub fn rare(cards: usize) -> String {
    format!("dossier {:07}", cards - 7)
}

/// The time at which all is measured: ten in the morning of 10 February 2025.
pub fn now() -> Timestamp {
    Timestamp::from_second(1_739_181_600).expect("a time")
}

/// Where study days begin.
pub fn clock() -> StudyClock {
    StudyClock {
        zone: TimeZone::UTC,
        turnover: 240,
    }
}

/// The text of a deck, from its number; `edits` times the answer of its first
/// card was changed.
pub fn deck(number: usize, cards: usize, edits: usize) -> String {
    let mut text = format!(
        "deck: news-{number:04}\ntitle: News {number}\ntitle.ko: 소식 {number}\nas_of: 2025-02-{:02}\ncards:\n",
        number % 9 + 1
    );
    let pick =
        |of: &'static [&'static str], at: usize| of.get(at % of.len()).copied().unwrap_or("");
    for card in (number * A_FILE)..(number * A_FILE + cards) {
        let (who, what) = (card / 7, card / 3);
        let edited = if card % A_FILE == 0 { edits } else { 0 };
        text.push_str(&format!(
            "  - id: q-{card}
    ask: What did {} say about {} in dossier {card:07}?
    ask.ko: 문서 {card:07}에서 {}이(가) {}에 대해 밝힌 것은?
    answer: That {} would cost {} million more
    answer.ko: \"{} 비용이 {}백만 늘어난다는 것\"\n",
            pick(&WHO, who),
            pick(&WHAT, what),
            pick(&WHO_KO, who),
            pick(&WHAT_KO, what),
            pick(&WHAT, what),
            card % 911 + edited,
            pick(&WHAT_KO, what),
            card % 911 + edited,
        ));
    }
    text
}

/// The decks of so many cards.
pub fn decks(cards: usize) -> impl Iterator<Item = String> {
    let files = cards.div_ceil(A_FILE);
    (0..files).map(move |number| deck(number, A_FILE.min(cards - number * A_FILE), 0))
}

/// A collection on the disk.
#[derive(Debug, Clone)]
pub struct Made {
    /// How many cards it has.
    pub cards: usize,
    /// The folder of the log, the index and all that is derived.
    pub home: PathBuf,
    /// The folder of the decks.
    pub decks: PathBuf,
}

impl Made {
    /// The collection that lies in a folder.
    pub fn at(folder: &Path, cards: usize) -> Made {
        Made {
            cards,
            home: folder.join("home"),
            decks: folder.join("decks"),
        }
    }

    /// Makes it there: decks, log and index.
    pub fn make(folder: &Path, cards: usize) -> io::Result<Made> {
        let made = Made::at(folder, cards);
        fs::create_dir_all(&made.decks)?;
        let mut reviewed: Vec<Card> = Vec::new();
        for (number, text) in decks(cards).enumerate() {
            let path = made.file(number);
            fs::write(&path, &text)?;
            let deck = read(&path, text.as_bytes()).deck.expect("a deck");
            assert_eq!(deck.cards.len(), A_FILE.min(cards - number * A_FILE));
            reviewed.extend(deck.cards.into_iter().step_by(REVIEWED));
        }
        // The log first: a backup before each day's first write copies all there is.
        let mut store = Store::open(&made.home).expect("a store");
        let share = reviewed.len().div_ceil(DAYS_AGO.len()).max(1);
        for (ago, cards) in DAYS_AGO.iter().zip(reviewed.chunks(share)) {
            let at = now() - SignedDuration::from_hours(24 * ago);
            let acts = cards
                .iter()
                .map(|card| review(card, &CardState::default(), at));
            let acts = acts.collect();
            store
                .record_all(acts, None, at, &clock())
                .expect("room on the disk");
            assert!(store.finish_backup().is_none());
        }
        drop(store);
        thread::sleep(SETTLED);
        let mut collection = made.open();
        assert!(collection.diagnostics().is_empty());
        assert!(collection.finish_backup().is_none());
        Ok(made)
    }

    /// The file of a deck.
    pub fn file(&self, number: usize) -> PathBuf {
        self.decks.join(format!("news-{number:04}.yaml"))
    }

    /// Opens it.
    pub fn open(&self) -> Collection {
        self.open_with(&self.home)
    }

    /// Opens its decks with another home.
    pub fn open_with(&self, home: &Path) -> Collection {
        self.open_by(home, Settings::default())
    }

    /// Opens it on a day that lets nothing more in.
    #[allow(dead_code, reason = "not all that is measured is of such a day")]
    pub fn open_done(&self) -> Collection {
        let settings = Settings {
            new_per_day: 0,
            reviews_per_day: 0,
            ..Settings::default()
        };
        self.open_by(&self.home, settings)
    }

    fn open_by(&self, home: &Path, settings: Settings) -> Collection {
        let place = Place {
            home: home.to_owned(),
            decks: vec![self.decks.clone()],
        };
        Collection::open(&place, settings, clock(), now()).expect("a collection")
    }

    /// Its first deck changed, for the `edits`th time.
    #[allow(dead_code, reason = "not all that is measured changes a deck")]
    pub fn edit(&self, edits: usize) {
        let text = deck(0, A_FILE.min(self.cards), edits);
        fs::write(self.file(0), text).expect("room on the disk");
    }

    /// As if it had never been edited, and known to be so.
    #[allow(dead_code, reason = "not all that is measured changes a deck")]
    pub fn settle(&self) {
        self.edit(0);
        thread::sleep(SETTLED);
        drop(self.open());
    }
}

/// A home with a log of so many reviews, ten a card, and nothing else.
#[allow(dead_code, reason = "not all that is measured rebuilds a log")]
pub fn log(home: &Path, reviews: usize) -> Store {
    const ROUNDS: usize = 10;
    let mut store = Store::open(home).expect("a store");
    let model = Model::default();
    let mut cards: Vec<(Card, CardState)> = Vec::new();
    for text in decks(reviews / ROUNDS) {
        let deck = read(Path::new("deck.yaml"), text.as_bytes()).deck;
        let read = deck.expect("a deck").cards.into_iter();
        cards.extend(read.map(|card| (card, CardState::default())));
    }
    for ago in (1..=ROUNDS as i64).rev() {
        let at = now() - SignedDuration::from_hours(24 * 30 * ago);
        let acts = cards.iter().map(|(card, state)| review(card, state, at));
        let events = store.record_all(acts.collect(), None, at, &clock());
        for ((_, state), event) in cards.iter_mut().zip(events.expect("room on the disk")) {
            apply(state, &event, &model);
        }
        assert!(store.finish_backup().is_none());
    }
    store
}

/// A review of a card in a state: it was easy.
pub fn review(card: &Card, state: &CardState, at: Timestamp) -> Act {
    let seed = fuzz_seed(&card.id);
    let all = outcomes(
        &Model::default(),
        state,
        &Options::default(),
        &clock(),
        at,
        seed,
    );
    let [.., easy] = all;
    Act::Review(Review {
        card: card.id.clone(),
        rating: Rating::Easy,
        took_ms: 4_000,
        due: easy.due,
        phase: easy.phase,
        fingerprint: card.fingerprint.clone(),
        answered: None,
        first_key_ms: None,
        suggested: None,
    })
}
