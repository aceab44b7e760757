//! Exchanging the log with other devices through a folder that something else
//! carries between them: a git checkout, Syncthing, a share.
//!
//! Each device appends what it recorded to files of its own, so that no two
//! ever write the same one, and reads those of all. The log is the union of
//! them by the ids of events, and what is derived follows from that alone: who
//! saw the same files holds the same states, in whatever order they came.
//! `docs/sync.md` describes the files.

mod line;
mod memo;
mod own;
mod reader;
mod receive;
mod turn;

use std::collections::{BTreeSet, HashSet};
use std::io;
use std::path::Path;

use jiff::Timestamp;

use super::error::StoreError;
use super::{Store, device, log};
use crate::message;
use crate::schedule::{DeviceId, EventId, StudyClock};
use crate::text::Message;

use memo::Memo;
use own::Writer;
pub use own::is_read as is_exchanged;
use reader::After;
use receive::Lot;
use turn::Turn;

/// What an exchange came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Synced {
    /// Events that were appended to this device's files.
    pub sent: u64,
    /// Events of others that were new.
    pub received: u64,
    /// Who recorded those.
    pub devices: BTreeSet<DeviceId>,
    /// How many of them lie in the future of this device's clock: they are
    /// taken at their word.
    pub ahead: u64,
    /// The time of the latest of these.
    pub latest: Option<Timestamp>,
    /// What there is to tell of files.
    pub told: Vec<Told>,
}

/// Something to tell of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The file's name.
    pub file: String,
    /// The line, from 1, if it is about one.
    pub line: Option<u64>,
    /// What.
    pub message: Message,
    /// Whether it is wrong, and not just not there yet.
    pub is_wrong: bool,
}

impl Store {
    /// Exchanges events with the other devices whose files are in `folder`:
    /// takes in theirs, some at a time, then appends those that this one recorded.
    /// It may be interrupted at any point, and be run again.
    ///
    /// # Errors
    /// When the folder or the database can't be read or written, or another
    /// exchange of this home is under way. What is wrong with single files is
    /// told, and the others are read.
    pub fn sync(
        &mut self,
        folder: &Path,
        now: Timestamp,
        clock: &StudyClock,
    ) -> Result<Synced, StoreError> {
        let _turn = Turn::take(&self.path)?;
        self.before_write(clock.day(now));
        let mut exchange = Exchange::begin(self, folder, now)?;
        exchange.receive(self)?;
        exchange.send(self)?;
        Ok(exchange.synced)
    }

    /// The files in `folder` that devices exchange.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn exchanged(&self, folder: &Path) -> Result<Exchanged, StoreError> {
        let names = own::list(folder).map_err(|cause| unread(folder, &cause))?;
        let is_own = |name: &String| own::number(self.device, name).is_some();
        let (own, others) = names.into_iter().partition(is_own);
        Ok(Exchanged { own, others })
    }
}

/// Names of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchanged {
    /// Those that this device writes.
    pub own: Vec<String>,
    /// Those that it only reads.
    pub others: Vec<String>,
}

/// One exchange.
struct Exchange<'a> {
    folder: &'a Path,
    now: Timestamp,
    device: DeviceId,
    /// Files in the folder.
    names: Vec<String>,
    memo: Memo,
    /// Whether this device's files are not what they were left as, so that what
    /// they hold has to be looked up: at the first time, when something was
    /// interrupted, or when the folder is an older copy.
    is_fresh: bool,
    /// Events in the files that this device answers for, as far as they were
    /// looked up.
    there: HashSet<EventId>,
    /// New events that are not taken in yet.
    lot: Lot,
    synced: Synced,
}

impl<'a> Exchange<'a> {
    fn begin(store: &Store, folder: &'a Path, now: Timestamp) -> Result<Self, StoreError> {
        let names = own::list(folder).map_err(|cause| unread(folder, &cause))?;
        let device = store.device;
        let mut memo = store.told(Memo::load(&store.connection, folder))?;
        for name in own_names(device, &names) {
            let path = folder.join(name);
            own::mend(&path).map_err(|cause| unwritten(&path, &cause))?;
        }
        let mut exchange = Exchange {
            folder,
            now,
            device,
            is_fresh: !memo.is_whole || memo.device != Some(device),
            names,
            there: HashSet::new(),
            lot: Lot::default(),
            synced: Synced::default(),
            memo: Memo::default(),
        };
        let formerly = store.told(device::formerly(&store.connection))?;
        exchange.is_fresh |= !exchange.is_as_left(&memo, &formerly)?;
        if exchange.is_fresh {
            memo.forget(|name| {
                own::number(device, name).is_some()
                    || formerly.iter().any(|was| own::number(*was, name).is_some())
            });
            memo.sent = None;
        }
        memo.keep_only(&exchange.names);
        memo.device = Some(device);
        memo.is_whole = !exchange.is_fresh;
        exchange.memo = memo;
        Ok(exchange)
    }

    /// Whether this device's files hold just what it wrote, and those of the
    /// devices that it was still what they held: no one else may be there to
    /// write that anew.
    fn is_as_left(&self, memo: &Memo, formerly: &[DeviceId]) -> Result<bool, StoreError> {
        let own = own_names(self.device, &self.names);
        if !own.eq(own_names(self.device, memo.files.keys())) {
            return Ok(false);
        }
        for (name, progress) in &memo.files {
            let path = self.folder.join(name);
            let held = if own::number(self.device, name).is_some() {
                reader::is_done(&path, progress)
            } else if formerly.iter().all(|was| own::number(*was, name).is_none()) {
                continue;
            } else if self.names.contains(name) {
                reader::holds(&path, progress)
            } else {
                Ok(false)
            };
            if !held.map_err(|cause| unread(&path, &cause))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Appends what this device recorded and what is not in its files, and
    /// then keeps how far it came. If that is not kept, the files say it.
    fn send(&mut self, store: &mut Store) -> Result<(), StoreError> {
        let last = own_names(self.device, &self.names)
            .filter_map(|name| own::number(self.device, name))
            .max();
        let header = store.told(line::header(self.device))?;
        let mut writer = Writer::new(self.folder, self.device, header, last);
        if self.is_fresh {
            // What it recorded under other names, before it was copied or moved.
            for was in store.told(device::formerly(&store.connection))? {
                self.append(store, was, None, &mut writer)?;
            }
        }
        self.memo.sent = self
            .append(store, self.device, self.memo.sent, &mut writer)?
            .or(self.memo.sent);
        writer
            .finish()
            .map_err(|cause| unwritten(&writer.path(), &cause))?;
        if writer.written.is_empty() && !self.is_fresh {
            return Ok(());
        }
        for name in writer.written {
            let path = self.folder.join(&name);
            let before = self.memo.files.get(&name);
            let reading = reader::read(&path, before, |_, _| Ok::<_, io::Error>(After::Done))
                .map_err(|cause| unread(&path, &cause))?;
            self.memo.files.insert(name, reading.progress);
        }
        self.memo.is_whole = true;
        store.write(|connection, _| self.memo.save(connection, self.folder))
    }

    /// Appends what `device` recorded after an event, and tells the last.
    fn append(
        &mut self,
        store: &Store,
        device: DeviceId,
        after: Option<EventId>,
        writer: &mut Writer<'_>,
    ) -> Result<Option<EventId>, StoreError> {
        let mut last = None;
        let appended = log::of_device(&store.connection, device, after, |kept| {
            last = Some(kept.id);
            if self.there.contains(&kept.id) {
                return Ok(());
            }
            let line = line::write(&kept)?;
            writer
                .line(&line)
                .map_err(|cause| unwritten(&writer.path(), &cause))?;
            self.synced.sent += 1;
            Ok(())
        });
        store.told(appended).map(|()| last)
    }

    fn tell(&mut self, file: &str, line: Option<u64>, message: Message) {
        self.synced.told.push(Told {
            file: file.to_owned(),
            line,
            message,
            is_wrong: true,
        });
    }
}

/// Those of the names that are this device's.
fn own_names<'a>(
    device: DeviceId,
    names: impl IntoIterator<Item = &'a String>,
) -> impl Iterator<Item = &'a String> {
    names
        .into_iter()
        .filter(move |name| own::number(device, name).is_some())
}

fn unread(path: &Path, cause: &io::Error) -> StoreError {
    StoreError::Exchange {
        path: path.to_owned(),
        what: message!("read", "읽을"),
        cause: cause.to_string(),
    }
}

fn unwritten(path: &Path, cause: &io::Error) -> StoreError {
    StoreError::Exchange {
        path: path.to_owned(),
        what: message!("write", "쓸"),
        cause: cause.to_string(),
    }
}
