//! Taking in what is new in the files of all devices: some events at a time, so
//! that no one who rates a card meanwhile waits for all of them.

use std::collections::HashSet;
use std::io;
use std::ops::RangeInclusive;
use std::time::{Duration, Instant};

use super::super::arrivals::{Arrival, Arrivals};
use super::super::error::StoreError;
use super::super::{Store, log};
use super::reader::{self, After, Found, Progress};
use super::{Exchange, Told, line};
use crate::clock::SLACK;
use crate::message;
use crate::schedule::{Act, Event, EventId};

/// A lot of events that is taken in at once. Who rates a card meanwhile waits for
/// one at most, and each leaves a state that can be gone on from.
#[derive(Debug)]
pub(super) struct Lot {
    /// So many it holds. What an event takes depends on how long the history of
    /// its card is, and whether it comes at its end: the last lot tells.
    size: usize,
    /// New events, each with its act as it is written.
    events: Vec<(Event, String)>,
    /// Their ids.
    ids: HashSet<EventId>,
}

/// So long a lot may take to be worked out, about.
const AIM: Duration = Duration::from_millis(20);

/// The least and the most that a lot holds; few in tests, to have many lots.
const SIZES: RangeInclusive<usize> = if cfg!(test) { 3..=3 } else { 20..=1000 };

impl Default for Lot {
    fn default() -> Lot {
        Lot {
            size: 100.clamp(*SIZES.start(), *SIZES.end()),
            events: Vec::new(),
            ids: HashSet::new(),
        }
    }
}

impl Lot {
    fn push(&mut self, event: Event, act: &str) {
        self.ids.insert(event.id);
        self.events.push((event, act.to_owned()));
    }

    fn is_full(&self) -> bool {
        self.events.len() >= self.size
    }

    /// Empties it, and sizes the next one by what this one `took`.
    fn is_taken_in(&mut self, took: Duration) {
        let fitting = self.size as f64 * AIM.as_secs_f64() / took.as_secs_f64().max(1e-6);
        // A step at a time: one lot may be unlike the next.
        let next = fitting.clamp(self.size as f64 / 2.0, self.size as f64 * 2.0);
        self.size = (next as usize).clamp(*SIZES.start(), *SIZES.end());
        self.events.clear();
        self.ids.clear();
    }
}

/// Why the reading of a file ended.
enum Halt {
    File(io::Error),
    Store(StoreError),
}

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Self {
        Halt::File(error)
    }
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Halt::Store(error)
    }
}

impl Exchange<'_> {
    /// Takes in what is new in the files, and then how far they were read.
    pub(super) fn receive(&mut self, store: &mut Store) -> Result<(), StoreError> {
        // First what bears on many events: names move histories, and weights have
        // the whole log worked out anew, which is to be done once.
        for (event, act) in self.bearing_on_many() {
            self.lot.push(event, &act);
        }
        self.take_in(store)?;
        for name in self.names.clone() {
            let before = self.memo.files.get(&name).cloned();
            match self.read(store, &name, before.as_ref()) {
                Ok(progress) => {
                    self.memo.files.insert(name, progress);
                }
                Err(Halt::Store(error)) => return Err(error),
                // Another program may have taken it away meanwhile.
                Err(Halt::File(cause)) => self.tell(
                    &name,
                    None,
                    message!(
                        "can't read it: {cause}; make it readable and sync again",
                        "읽을 수 없습니다: {cause}; 읽을 수 있게 한 뒤 다시 동기화하세요"
                    ),
                ),
            }
        }
        self.take_in(store)?;
        store.write(|connection, _| self.memo.save(connection, self.folder))
    }

    /// The names that cards took, and weights. What is wrong with a file is told
    /// when it is read for all.
    fn bearing_on_many(&self) -> Vec<(Event, String)> {
        let mut found = Vec::new();
        for name in &self.names {
            let path = self.folder.join(name);
            let before = self.memo.files.get(name);
            let _ = reader::read(&path, before, |line, number| {
                let text = match line {
                    Found::Line(text) => text,
                    Found::Garbled => "",
                };
                if number == 1 && line::is_header(text).is_err() {
                    return Ok(After::Stop);
                }
                // Few are read in full.
                if (text.contains("\"alias\"") || text.contains("\"parameters\""))
                    && let Ok((event, act)) = line::read(text)
                    && matches!(event.act, Act::Alias { .. } | Act::Parameters { .. })
                {
                    found.push((event, act.to_owned()));
                }
                Ok::<_, io::Error>(After::Done)
            });
        }
        found
    }

    /// Takes in the events of the lot, in one transaction.
    fn take_in(&mut self, store: &mut Store) -> Result<(), StoreError> {
        let mut lot = std::mem::take(&mut self.lot);
        if !lot.events.is_empty() {
            let took = store.write(|connection, models| {
                let begun = Instant::now();
                let mut arrivals = Arrivals::default();
                for (event, act) in &lot.events {
                    if arrivals.take(connection, event, act)? == Arrival::New {
                        self.count(event);
                    }
                }
                arrivals.settle(connection, models)?;
                Ok(begun.elapsed())
            })?;
            lot.is_taken_in(took);
        }
        self.lot = lot;
        Ok(())
    }

    /// Lets what is new in one file wait to be taken in, and takes in what would
    /// become too much.
    fn read(
        &mut self,
        store: &mut Store,
        name: &str,
        before: Option<&Progress>,
    ) -> Result<Progress, Halt> {
        let path = self.folder.join(name);
        let reading = reader::read(&path, before, |found, number| {
            let wrong = match found {
                Found::Garbled => {
                    message!("no line of text", "글로 된 줄이 아닙니다").and(&line::mend())
                }
                Found::Line(text) if number == 1 => match line::is_header(text) {
                    Ok(()) => return Ok(After::Done),
                    Err(wrong) => {
                        self.tell(name, None, wrong);
                        return Ok(After::Stop);
                    }
                },
                Found::Line(text) => match line::read(text) {
                    Ok((event, act)) => {
                        let id = event.id;
                        match self.meet(store, event, act)? {
                            Arrival::New | Arrival::Known => return Ok(After::Done),
                            Arrival::Differs => message!(
                                "event {id} is another one in the log here, which stays",
                                "기록 {id}: 여기 있는 것과 다릅니다. 여기 있는 것을 그대로 둡니다"
                            ),
                        }
                    }
                    // Two copies of a file that were put together.
                    Err(_) if line::is_header(text).is_ok() => return Ok(After::Done),
                    Err(wrong) => wrong,
                },
            };
            self.tell(name, Some(number), wrong);
            Ok::<_, Halt>(After::Again)
        })?;
        if reading.is_torn {
            self.synced.told.push(Told {
                file: name.to_owned(),
                line: None,
                message: message!(
                    "its last line has no end yet; it is read next time",
                    "마지막 줄이 아직 끝나지 않았습니다; 다음번에 읽습니다"
                ),
                is_wrong: false,
            });
        }
        Ok(reading.progress)
    }

    /// Looks whether the log has an event; one that is new waits to be taken in.
    fn meet(&mut self, store: &mut Store, event: Event, act: &str) -> Result<Arrival, StoreError> {
        if self.lot.ids.contains(&event.id) {
            self.take_in(store)?;
        }
        let id = event.id;
        let arrival = match store.told(log::holds(&store.connection, &event, act))? {
            None => Arrival::New,
            Some(true) => Arrival::Known,
            Some(false) => return Ok(Arrival::Differs),
        };
        if self.is_fresh {
            self.there.insert(id);
        }
        if arrival == Arrival::New {
            self.lot.push(event, act);
            if self.lot.is_full() {
                self.take_in(store)?;
                store.give_way();
            }
        }
        Ok(arrival)
    }

    /// Counts an event that was new.
    fn count(&mut self, event: &Event) {
        let synced = &mut self.synced;
        synced.received += 1;
        synced.devices.insert(event.device);
        if event.at.duration_since(self.now) > SLACK {
            synced.ahead += 1;
            synced.latest = synced.latest.max(Some(event.at));
        }
    }
}
