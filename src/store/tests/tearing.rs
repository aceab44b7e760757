//! Damage: it is found, what can be saved is saved, and what was there is kept.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::schedule::EventId;
use crate::store::{Health, Repair, StoreError, examine, repair, restore};
use crate::text::Lang;

const NOW: i64 = 30 * DAY;

/// Some hundreds of events, of all kinds that matter to what is derived; some
/// too long for a page, and the last not yet moved into the file proper.
struct Torn {
    home: TempDir,
    ids: BTreeSet<EventId>,
}

impl Torn {
    /// Three days, closed.
    fn new() -> Torn {
        static MADE: OnceLock<Made> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let home = home();
            let mut store = open(&home);
            for day in 0..3 {
                fill(&mut store, day);
            }
            let ids = ids(&mut store);
            drop(store);
            Made::of(&home, ids)
        });
        made.lay()
    }

    /// And a fourth in the write-ahead log, as a kill would leave it.
    fn with_wal() -> Torn {
        static MADE: OnceLock<Made> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let torn = Torn::new();
            let mut store = open(&torn.home);
            fill(&mut store, 3);
            store.daily.end();
            let ids = ids(&mut store);
            Made::of(&torn.home, ids)
        });
        made.lay()
    }

    fn file(&self) -> PathBuf {
        self.home.path().join("dateline.db")
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.file()).unwrap()
    }

    fn put(&self, bytes: &[u8]) {
        fs::write(self.file(), bytes).unwrap();
    }

    fn examine(&self) -> Health {
        examine(self.home.path(), at(NOW)).unwrap()
    }

    fn repair(&self) -> Repair {
        repair(self.home.path(), at(NOW), &clock().zone).unwrap()
    }

    /// Holds what must hold after any repair; the events that there are then.
    fn assert_repaired(&self, torn: &[u8], told: &Repair) -> BTreeSet<EventId> {
        assert_eq!(fs::read(told.kept.as_ref().unwrap()).unwrap(), torn);
        let health = self.examine();
        assert!(!health.is_damaged(), "{health:?}");
        assert!(!health.is_out_of_step(), "{health:?}");
        let mut store = open(&self.home);
        let saved = ids(&mut store);
        assert_eq!(saved.len() as u64, told.events);
        assert!(saved.is_subset(&self.ids), "nothing is made up");
        for lost in &told.lost {
            // Its name may be torn itself.
            assert!(!saved.contains(&lost.id));
        }
        if told.all_known {
            assert_eq!(saved.len() + told.lost.len(), self.ids.len());
        }
        assert_in_step(&mut store);
        // And it goes on.
        let now = at(NOW);
        store.record(good("chips/1"), now, now, &clock()).unwrap();
        saved
    }
}

/// What is in a home, to be laid out as often as it takes.
struct Made {
    files: Vec<(PathBuf, Vec<u8>)>,
    ids: BTreeSet<EventId>,
}

impl Made {
    fn of(home: &TempDir, ids: BTreeSet<EventId>) -> Made {
        let mut files = Vec::new();
        for folder in ["", "backups"] {
            for entry in fs::read_dir(home.path().join(folder)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    let name = path.strip_prefix(home.path()).unwrap().to_owned();
                    files.push((name, fs::read(path).unwrap()));
                }
            }
        }
        Made { files, ids }
    }

    fn lay(&self) -> Torn {
        let home = home();
        fs::create_dir(home.path().join("backups")).unwrap();
        for (name, bytes) in &self.files {
            fs::write(home.path().join(name), bytes).unwrap();
        }
        let ids = self.ids.clone();
        Torn { home, ids }
    }
}

fn ids(store: &mut Store) -> BTreeSet<EventId> {
    let events = store.events(None).unwrap();
    events.into_iter().map(|event| event.id).collect()
}

fn fill(store: &mut Store, day: i64) {
    for number in 0..120 {
        let when = at(day * DAY + number * 10);
        let act = match number {
            7 => alias(&format!("chips/{day}"), &format!("chips/new-{day}")),
            // Too long for its page.
            n if n % 40 == 9 => flag("chips/3", &"긴 까닭 ".repeat(700)),
            n => good(&format!("chips/{}", n % 30)),
        };
        store.record(act, when, when, &clock()).unwrap();
        if number % 50 == 20 {
            let event = store.undoable(when, &clock()).unwrap().unwrap();
            let act = Act::Undo {
                event: event.id,
                card: None,
            };
            store.record(act, when, when, &clock()).unwrap();
        }
    }
}

/// In what way a file is torn.
#[derive(Debug, Clone)]
enum Tear {
    /// Bytes overwritten with others.
    Bytes(usize, Vec<u8>),
    /// A page overwritten with one byte.
    Page(usize, u8),
    /// A page overwritten with another.
    Swap(usize, usize),
    /// The end cut off.
    Cut(usize),
}

impl Tear {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let (length, pages) = (bytes.len().max(1), (bytes.len() / 4096).max(1));
        match self {
            Tear::Bytes(at, with) => {
                for (offset, byte) in with.iter().enumerate() {
                    if let Some(old) = bytes.get_mut(at % length + offset) {
                        *old = *byte;
                    }
                }
            }
            Tear::Page(page, with) => {
                let start = page % pages * 4096;
                let end = (start + 4096).min(bytes.len());
                bytes[start..end].fill(*with);
            }
            Tear::Swap(from, to) => {
                let (from, to) = (from % pages * 4096, to % pages * 4096);
                if from.max(to) + 4096 <= bytes.len() {
                    bytes.copy_within(from..from + 4096, to);
                }
            }
            Tear::Cut(at) => bytes.truncate(at % length),
        }
    }
}

fn tear() -> impl Strategy<Value = Tear> {
    let place = 0..10_000_000_usize;
    prop_oneof![
        4 => (place.clone(), prop::collection::vec(any::<u8>(), 1..600))
            .prop_map(|(at, with)| Tear::Bytes(at, with)),
        3 => (place.clone(), prop_oneof![Just(0), any::<u8>()])
            .prop_map(|(page, with)| Tear::Page(page, with)),
        1 => (place.clone(), place.clone()).prop_map(|(a, b)| Tear::Swap(a, b)),
        1 => place.prop_map(Tear::Cut),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 40, ..ProptestConfig::default() })]

    /// Torn anywhere, in whatever way, several times over.
    #[test]
    fn what_can_be_saved_is_saved(
        tears in prop::collection::vec(tear(), 1..6),
        wal in prop::option::of(tear()),
    ) {
        let torn = Torn::with_wal();
        let mut bytes = torn.bytes();
        let whole = bytes.clone();
        for tear in &tears {
            tear.apply(&mut bytes);
        }
        torn.put(&bytes);
        if let Some(wal) = &wal {
            let path = torn.home.path().join("dateline.db-wal");
            let mut bytes = fs::read(&path).unwrap();
            wal.apply(&mut bytes);
            fs::write(path, bytes).unwrap();
        }
        // Whatever the app makes of it meanwhile, it does not panic.
        match examine(torn.home.path(), at(NOW)) {
            // Of what names the program and of the tables nothing is left.
            Err(StoreError::Foreign { .. } | StoreError::Newer { .. }) => {}
            other => drop(other.unwrap()),
        }
        let mut told = torn.repair();
        // Of a write-ahead log that ends too early no one can tell.
        told.all_known &= wal.is_none();
        let saved = torn.assert_repaired(&bytes, &told);
        // Of pages that were not touched, everything is there.
        let touched: usize = bytes
            .chunks(4096)
            .zip(whole.chunks(4096))
            .filter(|(now, then)| now != then)
            .count() + whole.len().saturating_sub(bytes.len()).div_ceil(4096);
        // A page holds at most twenty, or a part of a long one that spans several.
        prop_assert!(saved.len() + (touched + 40) * 20 >= torn.ids.len());
    }
}

/// Where each event lies: of a page that is torn only what begins there, or
/// goes on there, is lost.
#[test]
fn a_page_costs_no_more_than_what_is_on_it() {
    let torn = Torn::new();
    let whole = torn.bytes();
    let pages = whole.len() / 4096;
    let mut worst = 0;
    // The first, which names the program, and every third: each table has many.
    for page in (0..pages).filter(|page| page % 3 == 0 || *page < 4) {
        let mut bytes = whole.clone();
        bytes[page * 4096..][..4096].fill(0);
        torn.put(&bytes);
        if page > 0 {
            let health = torn.examine();
            let found = health.is_damaged() || health.is_out_of_step();
            assert!(found || page_is_free(&torn), "{page}");
        }
        fs::remove_dir_all(torn.home.path().join("backups")).ok();
        let told = torn.repair();
        let lost = torn.ids.len() as u64 - told.events;
        worst = worst.max(lost);
        torn.assert_repaired(&bytes, &told);
        fs::remove_file(told.kept.unwrap()).unwrap();
        fs::remove_dir_all(torn.home.path().join("backups")).ok();
        torn.put(&whole);
    }
    assert!(worst <= 20, "{worst}");
}

/// A page that nothing is on may hold anything.
fn page_is_free(torn: &Torn) -> bool {
    let connection = rusqlite::Connection::open(torn.file()).unwrap();
    let free: i64 = connection
        .query_row("PRAGMA freelist_count", [], |row| row.get(0))
        .unwrap();
    free > 0
}

#[test]
fn the_backup_gives_what_the_torn_one_lost() {
    let torn = Torn::new();
    // Each day began with a backup; the last holds two days.
    let mut bytes = torn.bytes();
    let half = bytes.len() / 2;
    bytes[half..].fill(0xEE);
    torn.put(&bytes);
    assert!(torn.examine().is_damaged());
    let told = torn.repair();
    assert!(told.from_backup > 0, "{told:?}");
    assert!(
        told.backup
            .as_ref()
            .unwrap()
            .ends_with("backups/2025-02-11.db")
    );
    let saved = torn.assert_repaired(&bytes, &told);
    assert!(saved.len() >= torn.ids.len() * 2 / 3);
    // Without the file at all, what the backup has.
    let before = saved.len();
    fs::remove_file(torn.file()).unwrap();
    assert!(torn.examine().is_damaged());
    let told = torn.repair();
    assert_eq!(told.kept, None);
    assert!(told.events > 0 && told.events <= before as u64);
}

#[test]
fn what_is_not_there_is_told_and_made_again() {
    for gone in [
        "TABLE tally",
        "TABLE undone",
        "TABLE tie",
        "INDEX event_at",
        "TRIGGER event_is_not_changed",
    ] {
        let torn = Torn::new();
        let connection = rusqlite::Connection::open(torn.file()).unwrap();
        connection.execute_batch(&format!("DROP {gone}")).unwrap();
        drop(connection);
        let bytes = torn.bytes();
        let found = torn.examine().damage;
        let found: Vec<&str> = found.iter().map(|told| told.says(Lang::En)).collect();
        let name = gone.split(' ').nth(1).unwrap();
        assert!(found.iter().any(|told| told.contains(name)), "{found:?}");
        let told = torn.repair();
        let saved = torn.assert_repaired(&bytes, &told);
        assert_eq!(saved, torn.ids, "{gone}");
    }
}

/// SQLite takes what stands before the tear for all that there is.
#[test]
fn a_torn_write_ahead_log_is_told_and_saved_from() {
    let torn = Torn::with_wal();
    let wal = torn.home.path().join("dateline.db-wal");
    let mut bytes = fs::read(&wal).unwrap();
    assert!(!torn.examine().is_damaged());
    bytes[5000] ^= 0xFF;
    fs::write(&wal, bytes).unwrap();
    assert!(torn.examine().is_damaged());
    let before = torn.bytes();
    let told = torn.repair();
    let saved = torn.assert_repaired(&before, &told);
    assert!(saved.len() > torn.ids.len() * 9 / 10);
}

#[test]
fn the_newest_backup_is_told_by_its_name() {
    let torn = Torn::new();
    // As they are after the home was copied.
    let written = std::time::SystemTime::now();
    for (name, age) in [("2025-02-10.db", 0), ("2025-02-11.db", 60)] {
        let path = torn.home.path().join("backups").join(name);
        let file = fs::File::options().append(true).open(path).unwrap();
        let at = written - std::time::Duration::from_secs(age);
        file.set_modified(at).unwrap();
    }
    let mut bytes = torn.bytes();
    let half = bytes.len() / 2;
    bytes[half..].fill(0xEE);
    torn.put(&bytes);
    let told = torn.repair();
    assert!(told.backup.unwrap().ends_with("2025-02-11.db"));
}

#[test]
fn what_is_lost_is_named() {
    let torn = Torn::new();
    fs::remove_dir_all(torn.home.path().join("backups")).unwrap();
    // The leaf that holds the first event's text.
    let mut bytes = torn.bytes();
    let first = torn.ids.first().unwrap().0;
    let event = find(&bytes, first.as_bytes());
    let page = event / 4096 * 4096;
    bytes[page..page + 4096].fill(0);
    torn.put(&bytes);
    let told = torn.repair();
    torn.assert_repaired(&bytes, &told);
    assert!(told.all_known, "{told:?}");
    assert!(!told.lost.is_empty());
    for lost in &told.lost {
        assert!(lost.at.is_some());
        assert!(lost.card.as_ref().unwrap().starts_with("chips/"));
    }
}

/// Where a row of the log begins that has this id: behind its head.
fn find(bytes: &[u8], id: &[u8]) -> usize {
    let is_row = |at: &usize| bytes[at - 12..*at].windows(2).any(|pair| pair == [44, 44]);
    let places = bytes.windows(id.len()).enumerate();
    let mut places = places.filter(|(_, part)| *part == id).map(|(at, _)| at);
    places.find(is_row).unwrap()
}

#[test]
fn a_changed_letter_in_the_log_is_found_and_left_out() {
    let torn = Torn::new();
    fs::remove_dir_all(torn.home.path().join("backups")).unwrap();
    let mut bytes = torn.bytes();
    let first = torn.ids.first().unwrap().0;
    let event = find(&bytes, first.as_bytes());
    // Its names before that are random, and may have such a byte.
    let text = bytes[event..].windows(2).position(|two| two == b"{\"");
    bytes[event + text.unwrap()] = b'[';
    torn.put(&bytes);
    let health = torn.examine();
    assert!(health.damage.is_empty(), "{health:?}");
    assert_eq!(health.unreadable.len(), 1);
    let told = torn.repair();
    assert_eq!(told.lost.len(), 1);
    torn.assert_repaired(&bytes, &told);
}

#[test]
fn states_that_are_not_the_logs_are_found_and_worked_out_again() {
    let home = home();
    let mut store = open(&home);
    fill(&mut store, 0);
    let health = examine(home.path(), at(NOW)).unwrap();
    assert!(
        !health.is_damaged() && !health.is_out_of_step(),
        "{health:?}"
    );
    for (sql, table) in [
        (
            "UPDATE state SET reviews = reviews + 1 WHERE card = 'chips/1'",
            "state",
        ),
        (
            "UPDATE state SET stability = stability * 1.0000001 WHERE card = 'chips/2'",
            "state",
        ),
        ("DELETE FROM tally", "tally"),
        ("INSERT INTO undone VALUES (x'00')", "undone"),
    ] {
        store.connection.execute_batch(sql).unwrap();
        let health = examine(home.path(), at(NOW)).unwrap();
        assert_eq!(health.out_of_step, [(table, 1)], "{sql}");
        store.rebuild().unwrap();
    }
}

#[test]
fn a_clock_that_jumped_is_told() {
    let home = home();
    let mut store = open(&home);
    for (when, now) in [(0, 0), (10 * DAY, 10 * DAY), (DAY, DAY), (DAY + 5, DAY + 5)] {
        store
            .record(good("chips/a"), at(when), at(now), &clock())
            .unwrap();
    }
    let clocks = examine(home.path(), at(DAY + 60)).unwrap().clocks;
    assert_eq!((clocks.backs, clocks.aheads), (1, 1));
    assert_eq!(clocks.back[0].at, at(DAY));
    assert_eq!(clocks.back[0].against, at(10 * DAY));
    assert_eq!(clocks.ahead[0].at, at(10 * DAY));
    let clocks = examine(home.path(), at(11 * DAY)).unwrap().clocks;
    assert_eq!((clocks.backs, clocks.aheads), (1, 0));
}

#[test]
fn what_another_has_open_is_not_replaced() {
    let torn = Torn::new();
    let mut bytes = torn.bytes();
    let last = bytes.len() - 4096;
    bytes[last..].fill(0xEE);
    torn.put(&bytes);
    let other = open(&torn.home);
    let names = |home: &Path| {
        let names = fs::read_dir(home)
            .unwrap()
            .map(|entry| entry.unwrap().file_name());
        names.collect::<BTreeSet<_>>()
    };
    let before = names(torn.home.path());
    let error = repair(torn.home.path(), at(NOW), &clock().zone).unwrap_err();
    assert!(matches!(error, StoreError::NotReplaced { .. }), "{error}");
    assert!(error.to_string().contains("another dateline"), "{error}");
    assert_eq!(names(torn.home.path()), before);
    drop(other);
    torn.repair();
}

/// What is restored from, and what that says.
#[test]
fn only_a_whole_database_of_ours_is_restored() {
    let torn = Torn::new();
    let zone = clock().zone;
    let whole = torn.bytes();
    let other = home();
    let path = |name: &str| other.path().join(name);
    fs::write(path("text.db"), "한국어 ".repeat(999)).unwrap();
    fs::write(path("empty.db"), "").unwrap();
    fs::write(path("cut.db"), &whole[..whole.len() / 2]).unwrap();
    let mut bytes = whole.clone();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(7);
    fs::write(path("torn.db"), bytes).unwrap();
    let sql = |name: &str, sql: &str| {
        let connection = rusqlite::Connection::open(path(name)).unwrap();
        connection.execute_batch(sql).unwrap();
    };
    sql("foreign.db", "CREATE TABLE bookmarks (url)");
    fs::write(path("newer.db"), &whole).unwrap();
    sql("newer.db", "PRAGMA user_version = 99");
    for (file, why) in [
        (path("text.db"), "not a database"),
        (path("empty.db"), "empty"),
        (path("cut.db"), "damaged"),
        (path("torn.db"), "damaged"),
        (path("foreign.db"), "another program's"),
        (path("newer.db"), "newer dateline"),
        (path("none.db"), "unable to open"),
        (torn.file(), "database in use"),
    ] {
        let error = restore(torn.home.path(), &file, at(NOW), &zone).unwrap_err();
        let told = error.to_string();
        assert!(told.contains(why), "{}: {told}", file.display());
        assert!(told.contains("nothing was changed"), "{told}");
        assert_eq!(ids(&mut open(&torn.home)), torn.ids, "{}", file.display());
    }
}

#[test]
fn restoring_keeps_what_was_there_and_spares_who_has_it_open() {
    let torn = Torn::new();
    let zone = clock().zone;
    let backup = torn.home.path().join("backups/2025-02-11.db");
    let mut other = open(&torn.home);
    let device = other.device();
    other.states().unwrap();
    let restored = restore(torn.home.path(), &backup, at(NOW), &zone).unwrap();
    let kept = restored.kept.unwrap();
    assert!(
        kept.ends_with("backups/2025-03-11T120000-before-restore.db"),
        "{kept:?}"
    );
    assert!(restored.holds.events < torn.ids.len() as u64);
    // The other sees it, and what it writes goes there.
    let now_there = ids(&mut other);
    assert_eq!(now_there.len() as u64, restored.holds.events);
    other
        .record(good("chips/1"), at(NOW), at(NOW), &clock())
        .unwrap();
    assert_in_step(&mut other);
    drop(other);
    let mut store = open(&torn.home);
    assert_eq!(ids(&mut store).len(), now_there.len() + 1);
    assert_ne!(
        store.device(),
        device,
        "it has not done what this device did since"
    );
    let health = torn.examine();
    assert!(
        !health.is_damaged() && !health.is_out_of_step(),
        "{health:?}"
    );
    drop(store);
    // And back.
    restore(torn.home.path(), &kept, at(NOW + 1), &zone).unwrap();
    let mut store = open(&torn.home);
    assert_eq!(ids(&mut store), torn.ids);
    assert_in_step(&mut store);
    assert!(store.connection.execute("DELETE FROM event", []).is_err());
}

#[test]
fn what_was_restored_over_is_saved_from_nowhere() {
    let torn = Torn::new();
    let backups = torn.home.path().join("backups");
    let backup = backups.join("2025-02-11.db");
    restore(torn.home.path(), &backup, at(NOW), &clock().zone).unwrap();
    let restored = ids(&mut open(&torn.home));
    assert!(restored.len() < torn.ids.len());
    fs::remove_dir_all(&backups).unwrap();
    let mut bytes = torn.bytes();
    bytes[..100].fill(0);
    torn.put(&bytes);
    assert!(torn.examine().is_damaged());
    torn.repair();
    assert_eq!(ids(&mut open(&torn.home)), restored);
}

#[test]
fn what_was_restored_over_is_not_said_to_be_the_newest() {
    let torn = Torn::new();
    let backup = torn.home.path().join("backups/2025-02-11.db");
    restore(torn.home.path(), &backup, at(NOW), &clock().zone).unwrap();
    fs::remove_file(torn.file()).unwrap();
    let newest = |home: &TempDir| match Store::open(home.path()) {
        Err(StoreError::Gone { backup, .. }) => backup,
        other => panic!("{other:?}"),
    };
    let told = newest(&torn.home);
    assert!(!told.contains("before-restore"), "{told}");
    // Unless it is all there is.
    for entry in fs::read_dir(torn.home.path().join("backups")).unwrap() {
        let path = entry.unwrap().path();
        if !path.to_string_lossy().contains("before-restore") {
            fs::remove_file(path).unwrap();
        }
    }
    let told = newest(&torn.home);
    assert!(told.contains("before-restore"), "{told}");
}

#[test]
fn restoring_over_a_torn_one_keeps_it_to_the_byte() {
    let torn = Torn::new();
    let backup = torn.home.path().join("backups/2025-02-11.db");
    for bytes in [vec![0xAB; 9000], {
        let mut bytes = torn.bytes();
        let last = bytes.len() - 4096;
        bytes[last..].fill(0xEE);
        bytes
    }] {
        torn.put(&bytes);
        let restored = restore(torn.home.path(), &backup, at(NOW), &clock().zone).unwrap();
        assert_eq!(fs::read(restored.kept.unwrap()).unwrap(), bytes);
        let health = torn.examine();
        assert!(!health.is_damaged(), "{health:?}");
        assert_eq!(health.holds.unwrap(), restored.holds);
    }
    assert_eq!(torn.examine().kept.len(), 2);
    // Into a home where there is nothing.
    let new = home();
    let restored = restore(new.path(), &backup, at(NOW), &clock().zone).unwrap();
    assert_eq!(restored.kept, None);
    assert_eq!(ids(&mut open(&new)).len() as u64, restored.holds.events);
}

/// Where the head of a file is torn, and nothing else.
#[test]
fn a_head_that_says_another_thing_loses_nothing() {
    for (what, place, with) in [
        ("the program", 68, [1, 2, 3, 4]),
        ("no program", 68, [0; 4]),
        ("the version", 60, [0x7F; 4]),
        ("no version", 60, [0; 4]),
        ("the magic words", 0, [0; 4]),
        ("the size of a page", 16, [0x40, 0, 1, 1]),
        ("the size of the file", 28, [0, 0, 0, 2]),
        ("all tables", 100, [0; 4]),
    ] {
        let torn = Torn::new();
        fs::remove_dir_all(torn.home.path().join("backups")).unwrap();
        let mut bytes = torn.bytes();
        bytes[place..place + 4].copy_from_slice(&with);
        torn.put(&bytes);
        assert!(torn.examine().is_damaged(), "{what}");
        let told = torn.repair();
        assert_eq!(told.events, torn.ids.len() as u64, "{what}");
        torn.assert_repaired(&bytes, &told);
    }
}
