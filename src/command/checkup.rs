//! What `dateline doctor` looked at, how well it stands, and the same as JSON.

mod findings;

use serde_json::{Value, json};

use super::{Setup, time};
use crate::deck::CardId;
use crate::store::{Backup, Health, Jump, Made};
use crate::text::{Lang, Message};

/// How well it stands with something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    Fine,
    Doubtful,
    Wrong,
}

impl Standing {
    pub fn say(self, lang: Lang) -> &'static str {
        let (english, korean) = match self {
            Standing::Fine => ("ok", "정상"),
            Standing::Doubtful => ("note", "주의"),
            Standing::Wrong => ("wrong", "이상"),
        };
        match lang {
            Lang::En => english,
            Lang::Ko => korean,
        }
    }

    fn code(self) -> &'static str {
        self.say(Lang::En)
    }

    fn doubtful_if(doubtful: bool) -> Standing {
        if doubtful {
            Standing::Doubtful
        } else {
            Standing::Fine
        }
    }

    fn wrong_if(wrong: bool) -> Standing {
        if wrong {
            Standing::Wrong
        } else {
            Standing::Fine
        }
    }
}

/// A card that was reviewed and that no deck has.
#[derive(Debug)]
pub(super) struct Orphan {
    pub card: CardId,
    pub reviews: u32,
}

/// All that was looked at.
pub(super) struct Checkup {
    pub health: Health,
    pub orphans: Vec<Orphan>,
    pub backups: Vec<Backup>,
}

impl Checkup {
    /// The worst of all.
    pub fn standing(&self) -> Standing {
        let states = Standing::wrong_if(self.health.is_out_of_step());
        let clocks = &self.health.clocks;
        [
            self.pages(),
            states,
            Standing::doubtful_if(!self.orphans.is_empty()),
            Standing::doubtful_if(clocks.backs + clocks.aheads > 0),
            self.backed_up(),
        ]
        .into_iter()
        .max()
        .unwrap_or(Standing::Fine)
    }

    fn pages(&self) -> Standing {
        Standing::wrong_if(self.health.is_damaged())
    }

    /// The newest whole backup that was made by day or on request.
    fn newest(&self) -> Option<&Backup> {
        let whole = self.backups.iter().filter(|backup| backup.holds.is_ok());
        let mut wanted =
            whole.filter(|backup| matches!(backup.made, Made::Daily(_) | Made::Asked(_)));
        wanted.next()
    }

    /// The events that the newest backup has not.
    fn lacking(&self) -> Option<u64> {
        let kept = self.newest()?.holds.as_ref().ok()?.events;
        Some(self.health.holds?.events.saturating_sub(kept))
    }

    /// How old the newest backup is, in study days.
    fn age(&self, setup: &Setup) -> Option<u32> {
        let clock = setup.settings.study_clock(setup.clock.zone().clone());
        let today = clock.day(setup.clock.now());
        Some(today.since(self.newest()?.made.day()?))
    }

    /// Each day of study begins with a backup: what was there before the last
    /// of them is in the newest.
    fn backed_up(&self) -> Standing {
        let broken = self.backups.iter().any(|backup| backup.holds.is_err());
        let before = self.health.events_before_last_day;
        let kept = self.newest().and_then(|backup| backup.holds.as_ref().ok());
        let short = kept.map_or(0, |kept| kept.events) < before;
        Standing::doubtful_if(broken || short)
    }

    /// The same as data.
    pub fn json(&self, setup: &Setup) -> Value {
        let zone = setup.clock.zone();
        let health = &self.health;
        let at = |at| time::in_zone(at, zone);
        let jumps = |jumps: &[Jump]| -> Vec<Value> {
            let jumps = jumps.iter();
            jumps
                .map(|jump| {
                    json!({
                        "id": jump.id.to_string(),
                        "at": at(jump.at),
                        "against": at(jump.against),
                    })
                })
                .collect()
        };
        let told = |told: &[Message]| -> Vec<String> {
            let told = told.iter();
            told.map(|told| told.says(setup.lang).to_owned()).collect()
        };
        let tables = health.out_of_step.iter();
        let orphans = self.orphans.iter();
        json!({
            "standing": self.standing().code(),
            "version": env!("CARGO_PKG_VERSION"),
            "path": health.path.display().to_string(),
            "bytes": health.bytes,
            "schema": { "found": health.version, "known": health.known_version },
            "events": health.holds.map(|holds| holds.events),
            "reviews": health.holds.map(|holds| holds.reviews),
            "last": health.holds.and_then(|holds| holds.last).map(at),
            "damage": told(&health.damage),
            "dangling": health.dangling,
            "unreadable": told(&health.unreadable),
            "out_of_step": tables
                .map(|(table, rows)| json!({ "table": table, "rows": rows }))
                .collect::<Vec<_>>(),
            "orphans": orphans
                .map(|orphan| json!({ "card": orphan.card.as_str(), "reviews": orphan.reviews }))
                .collect::<Vec<_>>(),
            "clocks": {
                "back": jumps(&health.clocks.back),
                "backs": health.clocks.backs,
                "ahead": jumps(&health.clocks.ahead),
                "aheads": health.clocks.aheads,
            },
            "wal": health.wal.map(|(pages, moved)| json!({ "pages": pages, "moved": moved })),
            "backups": {
                "count": self.backups.len(),
                "newest": self.newest().map(|backup| backup.name.clone()),
                "age_days": self.age(setup),
                "lacking": self.lacking(),
            },
            "kept": health.kept.iter().map(|kept| kept.display().to_string()).collect::<Vec<_>>(),
        })
    }
}
