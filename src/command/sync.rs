//! `dateline sync DIR`

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use super::arguments::SyncArguments;
use super::repository::{Push, Repository};
use super::{Failure, Setup, Status, time};
use crate::message;
use crate::schedule::DeviceId;
use crate::store::{Store, Synced, Told};
use crate::text::{Lang, Message, safe_line};

/// How often a push is tried while other devices push in between.
const ATTEMPTS: u32 = 5;

/// Exchanges events, and says how many went each way.
pub(super) fn run(
    setup: &Setup,
    arguments: &SyncArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    if !arguments.folder.is_dir() {
        // Made here, it would stand in for a disk that is not mounted.
        return Err(Failure::Message(message!(
            "there is no folder {}; make it, or name the one that your devices share",
            "{}: 그런 폴더가 없습니다; 만들거나, 기기들이 함께 쓰는 폴더를 지정하세요",
            arguments.folder.display()
        )));
    }
    let mut store = Store::open(&setup.place.home)?;
    let total = if arguments.git {
        by_git(setup, arguments, &mut store)?
    } else {
        let mut total = Total::default();
        total.add(store.sync(&arguments.folder, setup.clock.now(), &setup.study_clock())?);
        total
    };
    tell(setup, &total);
    if setup.json {
        super::json::pretty(out, &total.json(setup.lang))?;
        writeln!(out)?;
    } else {
        writeln!(out, "{}", total.gist().says(setup.lang))?;
    }
    Ok(if total.told.iter().any(|told| told.is_wrong) {
        Status::Found
    } else {
        Status::Done
    })
}

/// Pulls, exchanges, commits and pushes; again if another device pushed in between.
fn by_git(setup: &Setup, arguments: &SyncArguments, store: &mut Store) -> Result<Total, Failure> {
    let repository = Repository::at(&arguments.folder)?;
    let mut total = Total::default();
    let mut attempts = 0;
    let commit = |store: &Store| -> Result<(), Failure> {
        let files = store.exchanged(&arguments.folder)?;
        repository.commit(&files.own, store.device())
    };
    // Where the last one was cut short, git would not merge beside what it left.
    commit(store)?;
    loop {
        repository.pull(&store.exchanged(&arguments.folder)?.others)?;
        total.add(store.sync(&arguments.folder, setup.clock.now(), &setup.study_clock())?);
        commit(store)?;
        attempts += 1;
        match repository.push()? {
            Push::Done => return Ok(total),
            Push::Behind(said) if attempts == ATTEMPTS => return Err(said),
            Push::Behind(_) => {}
        }
    }
}

/// What several exchanges came to.
#[derive(Debug, Default)]
struct Total {
    sent: u64,
    received: u64,
    devices: BTreeSet<DeviceId>,
    ahead: u64,
    latest: Option<jiff::Timestamp>,
    told: Vec<Told>,
}

impl Total {
    fn add(&mut self, synced: Synced) {
        let Synced {
            sent,
            received,
            devices,
            ahead,
            latest,
            told,
        } = synced;
        self.sent += sent;
        self.received += received;
        self.devices.extend(devices);
        self.ahead += ahead;
        self.latest = self.latest.max(latest);
        // What is wrong is told anew by each exchange.
        self.told = told;
    }

    fn gist(&self) -> Message {
        let (sent, received, devices) = (self.sent, self.received, self.devices.len());
        if received == 0 {
            return message!("sent {sent}, received 0", "보냄 {sent}, 받음 0");
        }
        let plural = if devices == 1 { "device" } else { "devices" };
        message!(
            "sent {sent}, received {received} from {devices} {plural}",
            "보냄 {sent}, 받음 {received}(기기 {devices}대)"
        )
    }

    fn json(&self, lang: Lang) -> Json<'_> {
        Json {
            sent: self.sent,
            received: self.received,
            devices: self.devices.iter().map(DeviceId::to_string).collect(),
            ahead: self.ahead,
            files: self
                .told
                .iter()
                .map(|told| File {
                    file: &told.file,
                    line: told.line,
                    wrong: told.is_wrong,
                    message: told.message.says(lang),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct Json<'a> {
    sent: u64,
    received: u64,
    devices: Vec<String>,
    ahead: u64,
    files: Vec<File<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    file: &'a str,
    line: Option<u64>,
    wrong: bool,
    message: &'a str,
}

/// Says what there is to say of files and clocks. Who closed standard error
/// does not want to know.
fn tell(setup: &Setup, total: &Total) {
    let mut errors = io::stderr();
    for told in &total.told {
        let line = told.line.map(|line| format!("{line}:")).unwrap_or_default();
        let message = safe_line(told.message.says(setup.lang));
        let _ = writeln!(errors, "{}:{line} {message}", safe_line(&told.file));
    }
    if let Some(latest) = total.latest {
        let (ahead, zone) = (total.ahead, setup.clock.zone());
        let (now, latest) = (
            time::short(setup.clock.now(), zone),
            time::short(latest, zone),
        );
        let message = message!(
            "{ahead} of what was received lies ahead of the clock here, up to {latest}; it is taken as it is. It is {now} here: set the clock right that is wrong",
            "받은 것 가운데 {ahead}건은 이 기기의 시계보다 뒤입니다({latest}까지). 그대로 받아들였습니다. 여기는 지금 {now}입니다. 틀린 시계를 맞추세요"
        );
        let _ = writeln!(errors, "dateline: {}", message.says(setup.lang));
    }
}
