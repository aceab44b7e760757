//! Decks that differ between devices, and what becomes of histories.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::subsequence;

use super::*;

/// Entries of a deck by what the cases call them.
const ENTRIES: &[(&str, &str)] = &[
    ("one", "{ id: one, ask: What?, number: 9.4% }"),
    ("two", "{ id: two, ask: What?, number: 9.4% }"),
    ("three", "{ id: three, ask: What?, number: 9.4% }"),
    (
        "takes",
        "{ id: two, ask: How?, number: 9.4%, replaces: [one] }",
    ),
    ("new", "{ id: one, ask: What?, number: 9.6% }"),
    ("newer", "{ id: one, ask: What?, number: 9.8% }"),
    ("two-new", "{ id: two, ask: What?, number: 9.6% }"),
    ("other", "{ id: two, ask: How?, number: 9.4% }"),
    ("text", "{ id: one, ask: What?, answer: much }"),
    ("p", "{ id: p, ask: P?, answer: pp }"),
    ("q", "{ id: q, ask: Q?, answer: qq }"),
    ("m", "{ id: m, ask: M?, answer: mm, replaces: [p, q] }"),
    ("x", "{ id: x, ask: x?, answer: X }"),
    ("waht", "{ ask: Waht?, answer: 칩 }"),
    ("what", "{ ask: What is it?, answer: 칩 }"),
    ("u", "{ ask: U?, number: 3% }"),
    ("u-new", "{ ask: U?, number: 4% }"),
    ("nothing", "{ id: nothing, ask: N?, answer: nn }"),
    ("built", "{ ask: Who built it?, answer: TSMC }"),
    ("broken-built", "{ ask: Who built it?, anwser: TSMC }"),
    ("built-id", "{ id: b, ask: Who built it?, answer: TSMC }"),
    ("made-id", "{ id: b, ask: Who made it?, answer: TSMC }"),
    ("makes", "{ ask: 누가 만드나?, answer: TSMC }"),
    ("takes-p", "{ id: m, ask: M?, answer: mm, replaces: [p] }"),
    ("p2", "{ id: p2, ask: P?, answer: pp }"),
    ("broken", "{ id: one, ask: What?, nmber: 9.4% }"),
    ("gaps", "{ id: g, cloze: \"{{c1::u}} {{c2::v}}\" }"),
    ("gaps-free", "{ id: g, cloze: \"{{u}} {{v}}\" }"),
    ("gap-c", "{ id: g, cloze: \"{{c}} d\" }"),
    ("gap-c-one", "{ id: g, cloze: \"{{c1::c}} d\" }"),
    ("gaps-two", "{ id: h, cloze: \"{{c1::u}} {{c2::v}}\" }"),
];

/// Devices with decks of their own, and a folder through which they sync.
struct Devices {
    shared: tempfile::TempDir,
    worlds: BTreeMap<char, World>,
    day: i64,
}

impl Devices {
    fn new() -> Devices {
        Devices {
            shared: tempfile::tempdir().unwrap(),
            worlds: BTreeMap::new(),
            day: 0,
        }
    }

    /// Takes a step, a day after the one before: `A=one,x` has the deck of A be so
    /// and opens it, `A+` studies all that A has, `A-` suspends it, `A` opens what
    /// there is; `AB` syncs A, then B.
    fn step(&mut self, step: &str) {
        self.day += 1;
        let devices = step.chars().take_while(char::is_ascii_uppercase);
        let devices: Vec<char> = devices.collect();
        let rest = &step[devices.len()..];
        for device in &devices {
            let world = self.worlds.entry(*device);
            world.or_insert_with(|| World::new(&[])).day = self.day;
        }
        let world = &self.worlds[&devices[0]];
        match rest.chars().next() {
            Some('=') => {
                let entries = rest[1..].split(',').map(|name| {
                    let entry = ENTRIES.iter().find(|(one, _)| *one == name);
                    format!("- {}\n", entry.expect(name).1)
                });
                let text = format!("deck: a\ncards:\n{}", entries.collect::<String>());
                world.write("a.yaml", &text);
                world.open();
            }
            Some('+') => world.study(),
            Some('-') => {
                let mut collection = world.open();
                for card in collection.cards().unwrap() {
                    let act = Act::Suspend { card: card.id };
                    collection.record(act, world.now(), world.now()).unwrap();
                }
            }
            _ if devices.len() == 1 => drop(world.open()),
            _ => devices.iter().for_each(|device| self.sync(*device)),
        }
    }

    fn sync(&self, device: char) {
        let world = &self.worlds[&device];
        let place = world.folder.path().join("home");
        let mut store = crate::store::Store::open(&place).unwrap();
        let clock = Settings::default().study_clock(TimeZone::UTC);
        let synced = store.sync(self.shared.path(), world.now(), &clock);
        assert_eq!(synced.unwrap().told, []);
    }

    /// Days on which nothing is done but syncing and opening, and to how many events
    /// they come.
    fn idle(&mut self, days: usize) -> usize {
        let all: Vec<char> = self.worlds.keys().copied().collect();
        for _ in 0..days {
            for device in &all {
                self.step(&device.to_string());
                self.sync(*device);
            }
        }
        let world = &self.worlds[&all[0]];
        world.open().store().events(None).unwrap().len()
    }

    /// Where the cards of a device stand, with `?` if what became of one is told.
    fn stands(&self, device: char) -> String {
        let collection = self.worlds[&device].open();
        let told = if collection.lost().is_empty() {
            ""
        } else {
            " ?"
        };
        format!("{}{told}", stands(&collection))
    }
}

/// What the devices do, and where the cards of one then stand.
const CASES: &[(&str, &str, char, &str)] = &[
    // The history comes to a device that has opened a newer deck meanwhile.
    ("the same", "A=one A+ B=one AB B", 'B', "a/one: 1"),
    (
        "what takes it over",
        "A=one A+ B=takes AB B",
        'B',
        "a/two: 1",
    ),
    ("another id", "A=one A+ B=two AB B", 'B', "a/two: 1"),
    (
        "another id, by gaps",
        "A=gaps A+ B=gaps-two AB B",
        'B',
        "a/h#c1: 1, a/h#c2: 1",
    ),
    (
        "another figure",
        "A=one A+ B=new AB B",
        'B',
        "a/one: 1 9.4%>9.6%",
    ),
    ("a text now", "A=one A+ B=text AB B", 'B', "a/one: 1"),
    (
        "the question alone is told",
        "A=one A+ B=two-new AB",
        'B',
        "a/two: 0 ?",
    ),
    (
        "the answer alone, without ids",
        "A=waht A+ B=what AB",
        'B',
        "a/~: 0 ?",
    ),
    ("nothing is alike", "A=one A+ B=other AB", 'B', "a/two: 0"),
    (
        "it was only set aside",
        "A=one A- B=takes AB B",
        'B',
        "a/two: 0 aside",
    ),
    (
        "it was corrected before",
        "A=one A+ A=new B=two-new AB",
        'B',
        "a/two: 0 ?",
    ),
    // The other device has found it out already.
    (
        "it has the name",
        "A=one A+ A=two B=two AB B",
        'B',
        "a/two: 1",
    ),
    (
        "and the figure",
        "A=one A+ A=new B=new AB B",
        'B',
        "a/one: 1 9.4%>9.6%",
    ),
    (
        "and knows it by now",
        "A=one A+ A=new A+ B=new AB B",
        'B',
        "a/one: 2",
    ),
    (
        "two correct it, and one knows it by then",
        "A=one B=one A+ AB A=new A+ B=new ABA B A",
        'A',
        "a/one: 2",
    ),
    (
        "the other of them",
        "A=one B=one A+ AB A=new A+ B=new ABA A B",
        'B',
        "a/one: 2",
    ),
    // The deck here is older than what comes.
    ("an older name", "B=one A=two A+ AB B", 'B', "a/one: 0"),
    (
        "takes nothing back",
        "B=one A=two A+ AB B BA A",
        'A',
        "a/two: 1",
    ),
    (
        "an older figure",
        "B=one A=new A+ AB B BA A",
        'A',
        "a/one: 1",
    ),
    (
        "nor after an edit of something else",
        "B=one A=two A+ AB B=one,x BA A",
        'A',
        "a/two: 1",
    ),
    (
        "a chain of names",
        "A=one A+ B=one AB A=two A=three AB B BA A",
        'A',
        "a/three: 1",
    ),
    (
        "until it is the same",
        "A=one A+ B=one AB A=two A+ AB B=two BA A",
        'A',
        "a/two: 2",
    ),
    // What is reviewed under the old name meanwhile goes to the new one too.
    (
        "by a device that knows of the name",
        "A=one B=one A+ AB A=two AB B+ B=two BA A",
        'A',
        "a/two: 2",
    ),
    (
        "by one that learned the card by itself",
        "A=two A+ B=one B+ AB B=two BA A",
        'A',
        "a/two: 2",
    ),
    (
        "with the figure it has by then",
        "A=one B=one A+ AB A=two-new AB B+ B=two-new BA A",
        'A',
        "a/two: 2 9.4%>9.6%",
    ),
    (
        "of a card without an id",
        "A=u B=u A+ AB A=u-new A+ B+ ABA B B=u-new BA A",
        'A',
        "a/~: 3 3%>4%",
    ),
    (
        "and of two names both go to a third",
        "A=two A+ B=one B+ AB A=three B=three ABA A",
        'A',
        "a/three: 2",
    ),
    // An older deck that is opened later than all that.
    (
        "it undoes no correction",
        "A=one B=one A+ AB B=new BA A AB B",
        'B',
        "a/one: 1 9.4%>9.6%",
    ),
    (
        "it takes no name back where it comes first",
        "A=one A+ A=two A B=nothing BA AB B=one BA A",
        'A',
        "a/two: 1",
    ),
    // Merges.
    (
        "an older deck parts nothing",
        "A=p,q B=p,q A+ AB A=m AB B BA A",
        'A',
        "a/m: 2",
    ),
    (
        "a newer one does",
        "A=p,q B=p,q A+ AB A=m B=m ABA A=p,q A",
        'A',
        "a/p: 1, a/q: 1",
    ),
    // On one device.
    (
        "what can't be read for a day keeps its history before its like",
        "A=one A+ A=one,two A=broken,two A=one,two",
        'A',
        "a/one: 1, a/two: 0",
    ),
    (
        "nor does it give it to what comes beside it",
        "A=one A+ A=broken,two A=one,two",
        'A',
        "a/one: 1, a/two: 0",
    ),
    (
        "nor to another question",
        "A=built,q A+ A=broken-built,q,makes A=built,q,makes",
        'A',
        "a/q: 1, a/~: 0, a/~: 1",
    ),
    (
        "a rename beside it is found when it is mended",
        "A=p,one A+ A=p2,broken A=p2,one",
        'A',
        "a/one: 1, a/p2: 1",
    ),
    (
        "an id that is written in beside it counts at once",
        "A=built,one A+ A=built-id,broken A+ A=built-id,one",
        'A',
        "a/b: 2, a/one: 1",
    ),
    (
        "and so do the numbers of gaps",
        "A=gaps-free,one A+ A=gaps,broken",
        'A',
        "a/g#c1: 1, a/g#c2: 1",
    ),
    (
        "be it of one that is called c",
        "A=gap-c,one A+ A=gap-c-one,broken",
        'A',
        "a/g#c1: 1",
    ),
    (
        "but not with another question",
        "A=built,one A+ A=made-id,broken",
        'A',
        "a/b: 0",
    ),
    (
        "what is replaced may have had another name meanwhile",
        "A=p A+ A=p2 A=takes-p",
        'A',
        "a/m: 1",
    ),
    (
        "corrected twice after it came",
        "A=one B=one B+ B=new B+ AB B=newer",
        'B',
        "a/one: 2 9.6%>9.8%",
    ),
];

#[test]
fn what_devices_with_decks_of_their_own_come_to() {
    let mut wrong = Vec::new();
    for (why, steps, device, expected) in CASES {
        let mut devices = Devices::new();
        for step in steps.split(' ') {
            devices.step(step);
        }
        let found = devices.stands(*device);
        if found != *expected {
            wrong.push(format!("{why} ({steps}): {found}, not {expected}"));
        }
        let (soon, late) = (devices.idle(3), devices.idle(3));
        if soon != late {
            wrong.push(format!("{why} ({steps}): {soon} events become {late}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// With decks that stay different nothing is recorded again and again.
#[test]
fn devices_that_differ_come_to_rest() {
    for steps in [
        "A=one B=two C=three A+ ABC",
        "A=one A+ B=two C=three ABCA B C A",
        "A=p,q B=p,q A+ AB A=m AB B",
        "A=p,q A+ B=m AB B=p,q A=m",
        "A=one B=new A+ AB B+ BA A+",
        "A=takes B=one C=three B+ BAC A C",
        "A=waht A+ B=what AB B A",
        "A=p,q B=p,q A+ AB A=m B=m ABA A=p,q A",
    ] {
        let mut devices = Devices::new();
        for step in steps.split(' ') {
            devices.step(step);
        }
        devices.idle(3);
        assert_eq!(devices.idle(1), devices.idle(3), "{steps}");
    }
}

/// A deck of some entries, no two of which have the same id.
fn a_deck() -> impl Strategy<Value = String> {
    let names: Vec<&str> = ENTRIES.iter().map(|(name, _)| *name).collect();
    subsequence(names, 1..4).prop_map(|names| {
        let id = |name: &str| {
            let entry = ENTRIES.iter().find(|(one, _)| *one == name);
            entry.and_then(|(_, text)| text.split(',').next())
        };
        let mut taken = Vec::new();
        let mut kept = names;
        kept.retain(|name| {
            let is_free = !taken.contains(&id(name));
            taken.push(id(name));
            is_free
        });
        kept.join(",")
    })
}

/// Any of what [`Devices::step`] takes.
fn a_step() -> impl Strategy<Value = String> {
    let what = prop_oneof![
        2 => a_deck().prop_map(|deck| format!("={deck}")),
        2 => Just("+".to_owned()),
        1 => Just("-".to_owned()),
        1 => Just(String::new()),
    ];
    prop_oneof![
        5 => ("[ABC]", what).prop_map(|(device, what)| device + &what),
        1 => "[ABC]{2,4}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    /// Whatever decks they had and whatever was done on each: who has seen the
    /// same and has the same deck in the end holds the same.
    #[test]
    fn devices_with_the_same_deck_come_to_the_same(
        steps in prop::collection::vec(a_step(), 4..12),
        deck in a_deck(),
    ) {
        let mut devices = Devices::new();
        let last = ["A", "B", "C"].map(|device| format!("{device}={deck}"));
        for step in steps.iter().chain(&last) {
            devices.step(step);
        }
        devices.idle(4);
        let stands = devices.stands('A');
        prop_assert_eq!(&devices.stands('B'), &stands);
        prop_assert_eq!(&devices.stands('C'), &stands);
    }
}
