//! Devices that have seen the same files hold the same states.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use super::deriving::{Step, step, take};
use super::*;
use crate::answer::{Outcome, Reason};
use crate::schedule::{Asked, Brief, DeviceId, EventId, Form, QuizAnswer};
use crate::store::Synced;

/// A device with its copy of the folder.
pub(super) struct Device {
    pub(super) home: TempDir,
    pub(super) folder: TempDir,
    pub(super) store: Store,
    /// Its clock, in seconds.
    pub(super) now: i64,
}

impl Device {
    pub(super) fn new(place: u8) -> Device {
        let home = home();
        let store = Store::open_at(home.path(), &[place; 32]).unwrap();
        // What a power cut would do is not looked at here.
        store
            .connection
            .pragma_update(None, "synchronous", "OFF")
            .unwrap();
        Device {
            home,
            folder: tempfile::tempdir().unwrap(),
            store,
            now: 0,
        }
    }

    pub(super) fn record(&mut self, act: Act) -> EventId {
        let now = at(self.now);
        self.store.record(act, now, now, &clock()).unwrap().id
    }

    pub(super) fn sync(&mut self) -> Synced {
        self.store
            .sync(self.folder.path(), at(self.now), &clock())
            .unwrap()
    }

    /// The ids in its own files, in their order.
    pub(super) fn sent(&self) -> Vec<String> {
        let mut ids = Vec::new();
        for name in self.store.exchanged(self.folder.path()).unwrap().own {
            let text = fs::read_to_string(self.folder.path().join(name)).unwrap();
            for line in text.lines() {
                let line: serde_json::Value = serde_json::from_str(line).unwrap();
                ids.extend(line["id"].as_str().map(str::to_owned));
            }
        }
        ids
    }

    pub(super) fn log(&self) -> String {
        events(&self.store)
    }
}

/// The whole log, to the byte.
pub(super) fn events(store: &Store) -> String {
    let sql = "SELECT hex(id) || hex(device) || at || ' ' || utc_offset || ' ' || day || kind
                   || coalesce(card, '') || data
               FROM event ORDER BY id";
    let mut statement = store.connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get::<_, String>(0));
    let rows: Vec<String> = rows.unwrap().map(Result::unwrap).collect();
    rows.join("\n")
}

pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

/// Copies the files that are not the receiver's own, so many thousandths of each.
pub(super) fn carry(from: &Device, to: &Device, share: usize) {
    let own = to.store.device().to_string();
    for path in files(from.folder.path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.contains(&own) {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let part = &bytes[..bytes.len() * share / 1000];
        fs::write(to.folder.path().join(name), part).unwrap();
    }
}

/// Carries everything everywhere, until no one learns anything.
fn meet(devices: &mut [Device]) {
    for _ in 0..2 {
        for device in &mut *devices {
            device.sync();
        }
        for from in 0..devices.len() {
            for to in 0..devices.len() {
                if from != to {
                    carry(&devices[from], &devices[to], 1000);
                }
            }
        }
    }
    for device in devices {
        let synced = device.sync();
        assert_none_wrong(&synced);
    }
}

fn assert_none_wrong(synced: &Synced) {
    let wrong = synced.told.iter().find(|told| told.is_wrong);
    assert!(wrong.is_none(), "{wrong:?}");
}

#[derive(Debug, Clone)]
enum Op {
    Act(usize, Step),
    Quiz(usize),
    Answer(usize, usize, u32, bool),
    QuizEnd(usize, usize, bool),
    Seen(usize, usize),
    Sync(usize),
    Carry(usize, usize, usize),
    Lose(usize, usize),
    Copy(usize),
}

fn op() -> impl Strategy<Value = Op> {
    let one = 0..3_usize;
    let which = any::<usize>;
    prop_oneof![
        16 => (one.clone(), step()).prop_map(|(device, step)| Op::Act(device, step)),
        1 => one.clone().prop_map(Op::Quiz),
        3 => (one.clone(), which(), 0..3_u32, any::<bool>()).prop_map(|(device, quiz, question, right)| Op::Answer(device, quiz, question, right)),
        1 => (one.clone(), which(), any::<bool>()).prop_map(|(device, quiz, finished)| Op::QuizEnd(device, quiz, finished)),
        1 => (one.clone(), which()).prop_map(|(device, quiz)| Op::Seen(device, quiz)),
        8 => one.clone().prop_map(Op::Sync),
        8 => (one.clone(), one.clone(), prop_oneof![Just(1000_usize), 0..1001_usize])
            .prop_map(|(from, to, share)| Op::Carry(from, to, share)),
        1 => (one.clone(), which()).prop_map(|(device, file)| Op::Lose(device, file)),
        1 => one.prop_map(Op::Copy),
    ]
}

/// A quiz of the log, or one that this device does not know (yet).
fn some_quiz(device: &Device, index: usize) -> EventId {
    let events = device.store.events(None).unwrap();
    let quizzes: Vec<EventId> = events
        .iter()
        .filter(|event| matches!(event.act, Act::Quiz { .. }))
        .map(|event| event.id)
        .collect();
    let unknown = EventId(uuid::Uuid::from_u128(7));
    let index = index % (quizzes.len() + 1);
    quizzes.get(index).copied().unwrap_or(unknown)
}

fn quiz() -> Act {
    Act::Quiz {
        brief: Brief {
            decks: Vec::new(),
            tags: Vec::new(),
            kinds: Vec::new(),
            number: 3,
            limit: None,
            seed: 7,
            count_reviews: false,
        },
        questions: vec![
            Asked {
                card: card("chips/a"),
                form: Form::Own,
            };
            3
        ],
    }
}

fn answer(quiz: EventId, question: u32, right: bool) -> Act {
    Act::Answer(QuizAnswer {
        quiz,
        question,
        card: card("chips/a"),
        answered: "칩".into(),
        verdict: if right {
            Outcome::Correct
        } else {
            Outcome::Wrong
        },
        reason: Reason::Exact,
        took_ms: 900,
        late: false,
    })
}

fn run(devices: &mut [Device], op: &Op) {
    match *op {
        Op::Act(device, ref step) => {
            let device = &mut devices[device];
            take(&mut device.store, step, &mut device.now);
        }
        Op::Quiz(device) => drop(devices[device].record(quiz())),
        Op::Answer(device, index, question, right) => {
            let device = &mut devices[device];
            let quiz = some_quiz(device, index);
            device.record(answer(quiz, question, right));
        }
        Op::QuizEnd(device, index, finished) => {
            let device = &mut devices[device];
            let quiz = some_quiz(device, index);
            device.record(Act::QuizEnd { quiz, finished });
        }
        Op::Seen(device, index) => {
            let device = &mut devices[device];
            let quiz = some_quiz(device, index);
            let card = card("chips/b");
            device.record(Act::Seen { card, quiz });
        }
        Op::Sync(device) => {
            let synced = devices[device].sync();
            assert_none_wrong(&synced);
            assert_in_step(&mut devices[device].store);
            let sent = devices[device].sent();
            let once: BTreeSet<&String> = sent.iter().collect();
            assert_eq!(once.len(), sent.len(), "an event was sent twice");
            // Nothing happened since: nothing is to be done.
            let again = devices[device].sync();
            assert_eq!((again.sent, again.received), (0, 0));
        }
        Op::Carry(from, to, share) if from != to => carry(&devices[from], &devices[to], share),
        Op::Carry(..) => {}
        Op::Lose(device, file) => {
            let files = files(devices[device].folder.path());
            if !files.is_empty() {
                fs::remove_file(&files[file % files.len()]).unwrap();
            }
        }
        Op::Copy(device) => {
            // Moved or restored: it is another device from now on.
            let place =
                [100 + u8::try_from(files(devices[device].folder.path()).len()).unwrap(); 32];
            let device = &mut devices[device];
            let path = device.home.path().to_owned();
            device.store = Store::open_at(&path, &place).unwrap();
            device
                .store
                .connection
                .pragma_update(None, "synchronous", "OFF")
                .unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn devices_converge_whatever_the_order(ops in prop::collection::vec(op(), 1..60)) {
        let mut devices = [1, 2, 3].map(Device::new);
        for op in &ops {
            run(&mut devices, op);
            if let Op::Sync(one) = *op {
                for other in 0..3 {
                    if devices[one].log() == devices[other].log() {
                        prop_assert_eq!(dump(&devices[one].store), dump(&devices[other].store));
                    }
                }
            }
        }
        let mut recorded = BTreeSet::new();
        for device in &devices {
            recorded.extend(device.log().lines().map(str::to_owned));
        }
        meet(&mut devices);
        let log = devices[0].log();
        prop_assert_eq!(log.lines().map(str::to_owned).collect::<BTreeSet<_>>(), recorded);
        let state = dump(&devices[0].store);
        for device in &mut devices {
            prop_assert_eq!(&device.log(), &log);
            prop_assert_eq!(&dump(&device.store), &state);
            assert_in_step(&mut device.store);
            let before: Vec<_> = files(device.folder.path()).iter().map(|path| fs::read(path).unwrap()).collect();
            let again = device.sync();
            // The file of a device that is no more may have stayed torn.
            assert_none_wrong(&again);
            prop_assert_eq!(Synced { told: Vec::new(), ..again }, Synced::default());
            let after: Vec<_> = files(device.folder.path()).iter().map(|path| fs::read(path).unwrap()).collect();
            prop_assert_eq!(before, after);
        }
    }
}

#[test]
fn a_home_that_was_moved_before_it_could_send_sends_as_another_device() {
    let mut one = Device::new(1);
    one.record(good("chips/a"));
    assert_eq!(one.sync().sent, 1);
    one.record(good("chips/b"));
    let before = one.store.device();
    let path = one.home.path().to_owned();
    one.store = Store::open_at(&path, &ELSEWHERE).unwrap();
    one.record(good("칩/다"));
    // What the device that it was has sent is not sent again.
    assert_eq!(one.sync().sent, 2);
    assert_eq!(one.sent().len(), 2);
    let mut other = Device::new(3);
    carry(&one, &other, 1000);
    let synced = other.sync();
    assert_eq!(synced.received, 3);
    assert_eq!(
        synced.devices,
        BTreeSet::<DeviceId>::from([before, one.store.device()])
    );
    assert_eq!(other.log(), one.log());
    assert_eq!(dump(&other.store), dump(&one.store));
}

#[test]
fn an_old_backup_gets_back_what_it_had_sent() {
    let mut one = Device::new(1);
    one.record(good("chips/a"));
    one.sync();
    let backup = home();
    one.store
        .connection
        .execute(
            "VACUUM INTO ?1",
            [backup.path().join("dateline.db").to_str().unwrap()],
        )
        .unwrap();
    one.record(good("chips/b"));
    one.record(flag("chips/b", "틀림"));
    one.sync();
    // On the same machine at the same place, as if nothing had happened; and
    // as another device, which it is.
    for place in [[1; 32], [9; 32]] {
        let mut restored = Store::open_at(backup.path(), &place).unwrap();
        restored
            .record(good("칩/다"), at(5), at(5), &clock())
            .unwrap();
        let synced = restored.sync(one.folder.path(), at(5), &clock()).unwrap();
        let mine = u64::from(place == [1; 32]) * 2;
        assert_eq!((synced.received, synced.sent), (mine, 1), "{place:?}");
        assert_in_step(&mut restored);
    }
}

#[test]
fn what_lies_ahead_is_taken_and_told() {
    let (mut one, mut other) = (Device::new(1), Device::new(2));
    one.now = 3 * DAY;
    one.record(good("chips/a"));
    one.sync();
    carry(&one, &other, 1000);
    let synced = other.sync();
    assert_eq!((synced.received, synced.ahead), (1, 1));
    assert_eq!(synced.latest, Some(at(3 * DAY)));
    assert_eq!(other.store.state(&card("chips/a")).unwrap().reviews, 1);
    // And it is no hindrance to what is done now.
    other.record(good("chips/a"));
    assert_eq!(other.store.state(&card("chips/a")).unwrap().reviews, 2);
    other.sync();
    carry(&other, &one, 1000);
    assert_eq!(one.sync().ahead, 0);
    assert_eq!(dump(&one.store), dump(&other.store));
    assert_in_step(&mut one.store);
}
