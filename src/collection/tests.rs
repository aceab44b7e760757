#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod devices;
mod planning;
mod searching;

use jiff::tz::TimeZone;

use super::*;
use crate::schedule::{Due, Phase, Rating, Review};

/// A home and a folder of decks that are edited from day to day.
struct World {
    folder: tempfile::TempDir,
    day: i64,
}

impl World {
    fn new(files: &[(&str, &str)]) -> World {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("decks")).unwrap();
        let world = World { folder, day: 0 };
        for (name, text) in files {
            world.write(name, text);
        }
        world
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join("decks").join(name);
        if text.is_empty() {
            std::fs::remove_file(path).unwrap();
        } else {
            std::fs::write(path, text).unwrap();
        }
    }

    fn now(&self) -> Timestamp {
        let start: Timestamp = "2025-02-10T09:00:00Z".parse().unwrap();
        start + jiff::SignedDuration::from_hours(24 * self.day)
    }

    fn open_of(&self, decks: &[&str]) -> Collection {
        let path = |name: &&str| self.folder.path().join(name);
        let place = Place {
            home: self.folder.path().join("home"),
            decks: decks.iter().map(path).collect(),
        };
        let settings = Settings::default();
        let clock = settings.study_clock(TimeZone::UTC);
        Collection::open(&place, settings, clock, self.now()).unwrap()
    }

    fn open(&self) -> Collection {
        self.open_of(&["decks"])
    }

    /// Reviews every card there is, which makes it known for a year.
    fn study(&self) {
        let mut collection = self.open();
        for card in collection.cards().unwrap() {
            self.review(&mut collection, &card);
        }
    }

    fn review(&self, collection: &mut Collection, card: &Card) {
        let review = Review {
            card: card.id.clone(),
            rating: Rating::Good,
            took_ms: 1000,
            due: Due::On(Day(collection.clock().day(self.now()).0 + 365)),
            phase: Phase::Review,
            fingerprint: card.fingerprint.clone(),
            answered: None,
            first_key_ms: None,
            suggested: None,
        };
        let now = self.now();
        collection.record(Act::Review(review), now, now).unwrap();
    }
}

/// `id: reviews`, with the correction if one waits and whether it is set aside, of
/// every card at hand.
fn stands(collection: &Collection) -> String {
    let mut lines: Vec<String> = collection
        .cards()
        .unwrap()
        .iter()
        .map(|card| {
            let state = collection.state(&card.id).unwrap();
            let corrected = state
                .corrected
                .map(|(was, is)| format!(" {was}>{is}"))
                .unwrap_or_default();
            let aside = if state.suspended { " aside" } else { "" };
            let name = match card.id.as_str().split_once('~') {
                Some((deck, _)) => format!("{deck}~"),
                None => card.id.to_string(),
            };
            format!("{name}: {}{corrected}{aside}", state.reviews)
        })
        .collect();
    lines.sort();
    lines.join(", ")
}

fn codes(collection: &Collection) -> Vec<&'static str> {
    collection.diagnostics().iter().map(|d| d.code).collect()
}

const ONE: &str = "deck: a\ncards: [{ id: one, ask: What?, number: 9.4% }]";

/// How decks are edited day by day, and where their cards then stand. A text
/// that is empty takes the file away; on a day without edits all is studied.
#[test]
fn histories_survive_edits() {
    type Day = &'static [(&'static str, &'static str)];
    let cases: &[(&str, &[Day], &str)] = &[
        (
            "a history goes to another deck",
            &[&[
                ("a.yaml", "deck: a\ncards: [{ id: x, ask: x?, answer: X }]"),
                (
                    "b.yaml",
                    "deck: b\ncards: [{ id: two, ask: Which?, number: 9.4%, replaces: [a/one] }]",
                ),
            ]],
            "a/x: 0, b/two: 1",
        ),
        (
            "in the order of the alphabet too",
            &[&[(
                "a.yaml",
                "deck: z\ncards: [{ id: x, ask: x?, answer: X, replaces: [a/one] }]",
            )]],
            "z/x: 1",
        ),
        (
            "the card may go first, and another take its history over later",
            &[
                &[("a.yaml", "deck: a\ncards: [{ id: x, ask: x?, answer: X }]")],
                &[(
                    "b.yaml",
                    "deck: b\ncards: [{ id: two, ask: y?, answer: Y, replaces: [a/one] }]",
                )],
            ],
            "a/x: 0, b/two: 1",
        ),
        (
            "a correction on the way is one",
            &[
                &[("a.yaml", "")],
                &[(
                    "b.yaml",
                    "deck: b\ncards: [{ id: two, ask: y?, number: 9.6%, replaces: [a/one] }]",
                )],
            ],
            "b/two: 1 9.4%>9.6%",
        ),
        (
            "what still lives keeps its history",
            &[&[(
                "b.yaml",
                "deck: b\ncards: [{ id: two, ask: y?, answer: Y, replaces: [a/one] }]",
            )]],
            "a/one: 1, b/two: 0",
        ),
        (
            "an entry that is broken for a day is corrected all the same",
            &[
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: one, ask: What?, number: 9.6 % % }, { id: x, ask: x?, answer: X }]",
                )],
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: one, ask: What?, number: 9.6% }]",
                )],
            ],
            "a/one: 1 9.4%>9.6%",
        ),
        (
            "an entry that is broken for a day is found under another id",
            &[
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: uno, ask: Was?, number: 9.4%, replaces: one }, { id: x, ask: x?, answer: X }]",
                )],
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: uno, ask: Was?, number: 9.4%, replaces: [one] }]",
                )],
            ],
            "a/uno: 1",
        ),
        (
            "an entry that was cut out and comes back under another id",
            &[
                &[("a.yaml", "deck: a\ncards: [{ id: x, ask: x?, answer: X }]")],
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: back, ask: What?, number: 9.4% }]",
                )],
            ],
            "a/back: 1",
        ),
        (
            "what was merged is parted again, each with its own history",
            &[
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: one, ask: What?, number: 9.4% }, { id: two, ask: Who?, answer: He }]",
                )],
                &[],
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: all, ask: What and who?, answer: So, replaces: [one, two] }]",
                )],
                &[],
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: one, ask: What exactly?, number: 9.4% }, { id: two, ask: Who?, answer: He }]",
                )],
            ],
            "a/one: 2, a/two: 1",
        ),
        (
            "and where the one that took their places goes later",
            &[
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: one, ask: What?, number: 9.4% }, { id: two, ask: Who?, answer: He }]",
                )],
                &[],
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: all, ask: What?, number: 9.4%, replaces: [one, two] }]",
                )],
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: all, ask: What?, number: 9.4%, replaces: [one, two] }, { id: one, ask: What?, number: 9.4% }, { id: two, ask: Who?, answer: He }]",
                )],
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: one, ask: What?, number: 9.4% }, { id: two, ask: Who?, answer: He }]",
                )],
            ],
            "a/one: 2, a/two: 1",
        ),
        (
            "one alone that gets its name back has all that was learned since",
            &[
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: all, ask: What?, number: 9.4% }]",
                )],
                &[],
                &[("a.yaml", ONE)],
            ],
            "a/one: 2",
        ),
        (
            "a file that is no YAML is studied as it last was, wherever it is now",
            &[&[("a.yaml", ""), ("moved.yaml", "deck: a\ncards: [\n")]],
            "a/one: 1",
        ),
        (
            "and is found again when it is mended",
            &[
                &[("a.yaml", "deck: a\ncards: [\n")],
                &[(
                    "a.yaml",
                    "deck: a\ncards: [{ id: one, ask: What?, number: 9.40% }]",
                )],
            ],
            "a/one: 1",
        ),
    ];
    for (why, days, expected) in cases {
        let mut world = World::new(&[("a.yaml", ONE)]);
        world.study();
        for files in *days {
            world.day += 1;
            for (name, text) in *files {
                world.write(name, text);
            }
            world.open();
            if files.is_empty() {
                world.study();
            }
        }
        assert_eq!(stands(&world.open()), *expected, "{why}");
        let events = world.open().store().events(None).unwrap().len();
        world.open();
        let again = world.open().store().events(None).unwrap().len();
        assert_eq!(again, events, "{why}: once is enough");
    }
}

#[test]
fn a_deck_that_is_not_named_today_keeps_its_cards() {
    let world = World::new(&[
        ("a.yaml", ONE),
        (
            "b.yaml",
            "deck: b\ncards: [{ id: two, ask: y?, answer: Y, replaces: [a/one] }]",
        ),
    ]);
    world.study();
    assert_eq!(stands(&world.open_of(&["decks/b.yaml"])), "b/two: 1");
    assert_eq!(stands(&world.open()), "a/one: 1, b/two: 1");
}

#[test]
fn what_the_log_says_finds_a_card_where_the_index_is_lost() {
    let mut world = World::new(&[("a.yaml", ONE)]);
    world.study();
    let database = world.folder.path().join("home/dateline.db");
    let database = rusqlite::Connection::open(database).unwrap();
    database
        .execute_batch("DELETE FROM card; DELETE FROM deck;")
        .unwrap();
    world.day = 1;
    world.write(
        "a.yaml",
        "deck: a\ncards: [{ id: uno, ask: What?, number: 9.6% }]",
    );
    let collection = world.open();
    let state = collection.state(&"a/uno".parse().unwrap()).unwrap();
    assert_eq!(state.reviews, 1);
    assert!(state.corrected.is_some());
}

#[test]
fn doubt_is_told() {
    let mut world = World::new(&[("a.yaml", ONE)]);
    world.study();
    world.day = 1;
    world.write(
        "a.yaml",
        "deck: a\ncards:\n- { id: b, ask: How much?, number: 9.4% }\n- { id: c, ask: Which?, number: 9.4% }",
    );
    let collection = world.open();
    assert_eq!(codes(&collection), [LOST_HISTORY]);
    assert_eq!(collection.lost().len(), 1);
    collection.diagnostics()[0].message.assert_alike();
    let told = collection.diagnostics()[0].to_string();
    for part in ["a/one", "a/b or a/c", "replaces: [a/one]", "a.yaml:1:1"] {
        assert!(told.contains(part), "{told}");
    }
    assert_eq!(stands(&collection), "a/b: 0, a/c: 0");
    // The author answers, in the other way.
    world.write(
        "a.yaml",
        "deck: a\ncards:\n- { id: b, ask: How much?, number: 9.4% }\n- { id: c, ask: Which?, number: 9.4%, replaces: [one] }",
    );
    let collection = world.open();
    assert_eq!(codes(&collection), [] as [&str; 0]);
    assert_eq!(stands(&collection), "a/b: 0, a/c: 1");
}

/// What may be meant by a name of another deck is told where it stands.
#[test]
fn doubt_is_told_in_the_file_that_raises_it() {
    let old =
        "deck: old\ncards:\n- { id: x, ask: X?, answer: x }\n- { id: y, ask: Y?, answer: y }\n";
    let mut world = World::new(&[("old.yaml", old)]);
    world.study();
    world.day = 1;
    world.write("old.yaml", "");
    world.write(
        "a.yaml",
        "deck: a\ncards:\n- { id: one, ask: Y now?, answer: y2, replaces: [old/y] }\n",
    );
    world.write(
        "b.yaml",
        "deck: b\ncards:\n- { id: one, ask: X one?, answer: x1, replaces: [old/x] }\n\
         - { id: two, ask: X two?, answer: x2, replaces: [old/x] }\n",
    );
    let collection = world.open();
    assert_eq!(codes(&collection), [LOST_HISTORY]);
    let told = collection.diagnostics()[0].to_string();
    for part in ["b.yaml:1:1", "old/x", "b/one or b/two"] {
        assert!(told.contains(part), "{told}");
    }
}

/// A card that comes back tomorrow comes once, whatever else is to be said of it.
#[test]
fn a_card_is_forecast_once() {
    let world = World::new(&[("a.yaml", ONE)]);
    let mut collection = world.open();
    let now = world.now();
    let (card, tomorrow) = (
        "a/one".parse::<CardId>().unwrap(),
        now + jiff::SignedDuration::from_hours(24),
    );
    let review = Review {
        card: card.clone(),
        rating: Rating::Again,
        took_ms: 1,
        due: Due::At(tomorrow),
        phase: Phase::Relearning { step: 0 },
        fingerprint: collection.card(&card).unwrap().unwrap().fingerprint.clone(),
        answered: None,
        first_key_ms: None,
        suggested: None,
    };
    let event = collection.record(Act::Review(review), now, now).unwrap();
    assert_eq!(collection.forecast(2, now).unwrap(), [1, 0]);
    let seen = Act::Seen {
        card,
        quiz: event.id,
    };
    collection.record(seen, now, now).unwrap();
    assert_eq!(collection.forecast(2, now).unwrap(), [1, 0]);
}

#[test]
fn what_a_card_or_a_bare_fact_supersedes_leaves_the_rotation() {
    let old = "deck: old\nfacts:\n  share: { value: 9%, ask: How much? }\ncards:\n  \
               - { id: who, ask: Who?, answer: she }\n  - { id: when, ask: When?, date: 1957 }\n";
    let new = "deck: new\nfacts:\n  share: { value: 10%, supersedes: [old/share] }\ncards:\n  \
               - { id: who, ask: Who now?, answer: he, supersedes: [old/who] }\n";
    let collection = World::new(&[("old.yaml", old), ("new.yaml", new)]).open();
    let now = World::new(&[]).now();
    let plan = collection.plan(&[], now).unwrap();
    let mut asked: Vec<String> = plan.new.iter().map(CardId::to_string).collect();
    asked.sort();
    assert_eq!(asked, ["new/who", "old/when"]);
}

/// What is known of many cards is summed up a stretch at a time; what was true
/// before is told until it is done.
#[test]
fn what_is_known_is_summed_up_behind() {
    let cards = |cards: &[&str]| -> String {
        let each = cards
            .iter()
            .map(|card| format!("- {{ id: {card}, ask: {card}?, answer: x }}\n"));
        each.collect()
    };
    let mut world = World::new(&[
        (
            "a.yaml",
            &format!("deck: a\ncards:\n{}", cards(&["a1", "a2", "a3", "a4"])),
        ),
        (
            "b.yaml",
            &format!("deck: b\ncards:\n{}", cards(&["b1", "b2", "b3"])),
        ),
    ]);
    world.study();
    world.day = 30;
    let mut collection = world.open();
    let today = collection.clock().day(world.now());
    let counts = |collection: &Collection| {
        let recall = collection.recall(today).unwrap();
        let mut counts: Vec<_> = recall
            .iter()
            .map(|(deck, (_, count))| (deck.to_string(), *count))
            .collect();
        counts.sort();
        (counts, collection.is_recalling(today))
    };
    let all = vec![("a".to_owned(), 4), ("b".to_owned(), 3)];
    assert_eq!(counts(&collection), (vec![], true));
    // Asking does not go on with it.
    assert_eq!(counts(&collection), (vec![], true));
    assert!(collection.go_on_recalling(today).unwrap());
    assert!(!collection.go_on_recalling(today).unwrap());
    assert_eq!(counts(&collection), (all.clone(), false));
    let before = collection.recall(today).unwrap();
    let now = world.now();
    let card = "a/a1".parse().unwrap();
    let review = |collection: &mut Collection, rating, phase| {
        let review = Review {
            card: CardId::clone(&card),
            rating,
            took_ms: 1,
            due: Due::On(Day(today.0 + 40)),
            phase,
            fingerprint: collection.card(&card).unwrap().unwrap().fingerprint.clone(),
            answered: None,
            first_key_ms: None,
            suggested: None,
        };
        collection.record(Act::Review(review), now, now).unwrap();
    };
    review(&mut collection, Rating::Good, Phase::Review);
    // Told as it was, until it is known how it is.
    assert_eq!(counts(&collection), (all.clone(), true));
    while collection.go_on_recalling(today).unwrap() {}
    assert_eq!(counts(&collection), (all.clone(), false));
    // Opened again, it is told at once, and looked at again behind that.
    let mut again = world.open();
    assert_eq!(counts(&again), (all.clone(), true));
    while again.go_on_recalling(today).unwrap() {}
    assert_eq!(counts(&again), (all.clone(), false));
    // And when another window did something.
    assert!(!again.others_wrote());
    review(&mut collection, Rating::Good, Phase::Review);
    assert!(again.others_wrote());
    assert_eq!(counts(&again), (all, true));
    let after = collection.recall(today).unwrap();
    let sum = |recall: &HashMap<DeckId, (f32, u32)>| recall[&"a".parse().unwrap()].0;
    assert!(
        sum(&after) > sum(&before) && sum(&after) < 4.0,
        "{before:?} {after:?}"
    );
}

#[test]
fn what_is_wrong_with_an_edited_file_is_told_however_it_is_called() {
    let good = "deck: d\nas_of: 2025-01-01\ncards:\n  - { id: a, ask: Who?, answer: He }\n";
    let world = World::new(&[("d.yaml", good)]);
    for (decks, broken, line) in [
        ("decks", "  - id: b\n    ask: [Who\n", 7),
        (
            "decks/../decks",
            "  - { id: b, ask: Who?, answer: He, bogus: 1 }\n",
            5,
        ),
        ("decks/../decks", "  - id: [\n", 6),
    ] {
        world.write("d.yaml", good);
        let mut collection = world.open_of(&[decks]);
        let path = world.folder.path().join("decks/d.yaml");
        assert_eq!(collection.wrong_with(&path), None);
        world.write("d.yaml", &format!("{good}{broken}"));
        collection.reread(world.now()).unwrap();
        let wrong = collection.wrong_with(&path).expect(broken);
        assert_eq!(wrong.place.line, line, "{broken}");
    }
}

/// Of a file that says nothing at the moment (an editor empties it first) the deck is
/// what it was, whatever else is called so: a shipped one, or a copy elsewhere.
#[test]
fn a_file_that_says_nothing_keeps_its_deck() {
    let world = World::new(&[]);
    let home = world.folder.path().join("home/decks");
    std::fs::create_dir_all(&home).unwrap();
    let write = |name: &str, text: &str| std::fs::write(home.join(name), text).unwrap();
    let open = || {
        let settings = Settings::default();
        let clock = settings.study_clock(TimeZone::UTC);
        let place = Place {
            home: world.folder.path().join("home"),
            decks: Vec::new(),
        };
        Collection::open(&place, settings, clock, world.now()).unwrap()
    };
    let decks = |collection: &Collection| -> Vec<(String, bool)> {
        let of = collection.decks().iter();
        let of = of.filter(|shelved| shelved.head.id.as_str() == "ai-terms");
        of.map(|shelved| (shelved.path.display().to_string(), shelved.last_good))
            .collect()
    };
    let ours = "deck: ai-terms\nas_of: 2025-01-01\ncards:\n  - { id: token, ask: How many?, number: 5% }\n";
    let (first, second) = (home.join("terms.yaml"), home.join("a-copy.yaml"));
    let at = |path: &std::path::Path| path.display().to_string();
    write("terms.yaml", ours);
    let mut collection = open();
    let card = collection.card(&"ai-terms/token".parse().unwrap());
    world.review(&mut collection, &card.unwrap().unwrap());
    for broken in ["", "what: [", "\0\0"] {
        write("terms.yaml", broken);
        assert_eq!(decks(&open()), [(at(&first), true)], "{broken:?}");
    }
    // Another file has it by now, be it read before or behind.
    write("a-copy.yaml", ours);
    assert_eq!(decks(&open()), [(at(&second), false)]);
    std::fs::remove_file(second).unwrap();
    write("terms.yaml", ours);
    let collection = open();
    assert_eq!(decks(&collection), [(at(&first), false)]);
    let events = collection.store.events(None).unwrap();
    assert_eq!(events.len(), 1, "{events:?}");
}

#[test]
fn a_shipped_deck_is_copied_to_be_edited_and_stays_only_if_it_was() {
    let world = World::new(&[]);
    let mut collection = world.open_of(&[]);
    let shipped: Vec<DeckId> = collection
        .decks()
        .iter()
        .map(|s| s.head.id.clone())
        .collect();
    let deck = shipped.first().expect("decks ship");
    let own = collection.deck_to_edit(deck).unwrap();
    assert!(own.copied && own.path.exists());
    collection.take_away(&own.path);
    assert!(!own.path.exists());
    // What was changed is the learner's, and is copied no more.
    let own = collection.deck_to_edit(deck).unwrap();
    let text = std::fs::read_to_string(&own.path).unwrap();
    std::fs::write(&own.path, format!("{text}# mine\n")).unwrap();
    collection.take_away(&own.path);
    collection.reread(world.now()).unwrap();
    let again = collection.deck_to_edit(deck).unwrap();
    assert_eq!((again.path, again.copied), (own.path.clone(), false));
    // Nor is anything else taken away.
    let other = world.folder.path().join("decks/other.yaml");
    std::fs::write(&other, &text).unwrap();
    collection.take_away(&other);
    assert!(other.exists());
}
