//! What a checkup found, for people: thing by thing, in the order in which one
//! rests on another.

use super::{Checkup, Standing};
use crate::command::phrase::counted;
use crate::command::restore::{gist, size};
use crate::command::{Setup, time};
use crate::message;
use crate::store::{Health, Jump};
use crate::text::{Lang, Message};

/// One thing that was looked at.
pub(in crate::command) struct Finding {
    pub standing: Standing,
    pub what: Message,
    pub told: Message,
    /// Line by line, where there is more to it.
    pub details: Vec<String>,
}

impl Checkup {
    /// In the order in which one thing rests on another.
    pub fn findings(&self, setup: &Setup) -> Vec<Finding> {
        let mut findings = vec![self.database(setup)];
        if self.health.bytes.is_some() || self.health.is_damaged() {
            findings.push(self.integrity(setup.lang));
        }
        if self.health.holds.is_some() && !self.health.is_damaged() {
            findings.extend([self.states(), self.without_card(), self.clocks(setup)]);
        }
        findings.extend(self.wal());
        findings.push(self.backup(setup));
        findings
    }

    fn database(&self, setup: &Setup) -> Finding {
        let Health {
            path,
            bytes,
            version,
            known_version,
            ..
        } = &self.health;
        let path = path.display();
        let told = match (bytes, version, &self.health.holds) {
            (None, ..) if self.health.is_damaged() => {
                message!("{path}: not there", "{path}: 없습니다")
            }
            (None, ..) => message!("{path}: not there yet", "{path}: 아직 없습니다"),
            (Some(bytes), Some(version), Some(holds)) => {
                let (size, gist) = (size(*bytes), gist(holds, setup.clock.zone()));
                message!(
                    "{path}, {size}, version {version}; {}",
                    "{path}, {size}, 버전 {version}; {}",
                    gist.says(setup.lang)
                )
            }
            (Some(bytes), ..) => {
                let size = size(*bytes);
                message!("{path}, {size}", "{path}, {size}")
            }
        };
        let mut details = Vec::new();
        if version.is_some_and(|version| (1..*known_version).contains(&version)) {
            let next = message!(
                "it is brought to version {known_version} when it is next opened",
                "다음에 열 때 버전 {known_version}(으)로 바뀝니다"
            );
            details.push(next.says(setup.lang).to_owned());
        }
        for kept in &self.health.kept {
            let kept = kept.display();
            let told = message!("kept from a repair: {kept}", "고칠 때 남겨 둔 것: {kept}");
            details.push(told.says(setup.lang).to_owned());
        }
        Finding {
            standing: Standing::Fine,
            what: message!("database", "데이터베이스"),
            told,
            details,
        }
    }

    fn integrity(&self, lang: Lang) -> Finding {
        let Health {
            damage,
            dangling,
            unreadable,
            ..
        } = &self.health;
        let (pages, events) = (damage.len(), unreadable.len());
        let told = match self.pages() {
            Standing::Wrong => message!(
                "damaged: faults of its pages {pages}, broken references {dangling}, unreadable events {events}",
                "손상됨: 페이지 결함 {pages}, 끊긴 참조 {dangling}, 읽을 수 없는 기록 {events}"
            ),
            _ => message!(
                "pages, references and every event of the log are whole",
                "페이지와 참조와 모든 기록이 온전합니다"
            ),
        };
        Finding {
            standing: self.pages(),
            what: message!("integrity", "무결성"),
            told,
            details: damage
                .iter()
                .chain(unreadable)
                .map(|told| told.says(lang).to_owned())
                .collect(),
        }
    }

    fn states(&self) -> Finding {
        let out = &self.health.out_of_step;
        let told = if out.is_empty() {
            message!("they are what the log says", "기록이 말하는 그대로입니다")
        } else {
            let rows: u64 = out.iter().map(|(_, rows)| rows).sum();
            let rows_en = counted(rows, "row");
            message!(
                "they are not what the log says, in {rows_en}",
                "기록이 말하는 것과 {rows}줄이 다릅니다"
            )
        };
        Finding {
            standing: Standing::wrong_if(!out.is_empty()),
            what: message!("states", "상태"),
            told,
            details: out
                .iter()
                .map(|(table, rows)| format!("{table}: {rows}"))
                .collect(),
        }
    }

    fn without_card(&self) -> Finding {
        let cards = self.orphans.len();
        let reviews: u64 = self
            .orphans
            .iter()
            .map(|orphan| u64::from(orphan.reviews))
            .sum();
        let told = if cards == 0 {
            message!("every review has its card", "복습마다 카드가 있습니다")
        } else {
            message!(
                "cards that no deck has any more: {cards}, their reviews: {reviews}; 'replaces' lets another card take them over",
                "이 카드 {cards}장(복습 {reviews}회)은 이제 어느 덱에도 없습니다; 'replaces'로 다른 카드가 넘겨받을 수 있습니다"
            )
        };
        let names = self.orphans.iter();
        Finding {
            standing: Standing::doubtful_if(cards > 0),
            what: message!("cards", "카드"),
            told,
            details: names
                .map(|orphan| format!("{}  {}", orphan.card, orphan.reviews))
                .collect(),
        }
    }

    fn clocks(&self, setup: &Setup) -> Finding {
        let clocks = &self.health.clocks;
        let (back, ahead) = (clocks.backs, clocks.aheads);
        let told = if back + ahead == 0 {
            message!("the times of the log rise", "기록의 시각이 차례대로입니다")
        } else if ahead > 0 {
            message!(
                "events dated before the one recorded before them: {back}, dated after now: {ahead}; if this clock is right, `dateline doctor --undo-ahead` takes back those of the future",
                "앞선 기록보다 이른 기록 {back}건, 지금보다 나중인 기록 {ahead}건; 이 시계가 맞다면 `dateline doctor --undo-ahead`로 나중인 기록을 취소합니다"
            )
        } else {
            message!(
                "events dated before the one recorded before them: {back}, dated after now: {ahead}; a clock was wrong, or they were told later (review --at)",
                "앞선 기록보다 이른 기록 {back}건, 지금보다 나중인 기록 {ahead}건; 시계가 틀렸거나 나중에 적은 것입니다(review --at)"
            )
        };
        let short = |at| time::short(at, setup.clock.zone());
        let line =
            |jump: &Jump, sign: &str| format!("{} {sign} {}", short(jump.at), short(jump.against));
        let back = clocks.back.iter().map(|jump| line(jump, "<"));
        let ahead = clocks.ahead.iter().map(|jump| line(jump, ">"));
        Finding {
            standing: Standing::doubtful_if(clocks.backs + clocks.aheads > 0),
            what: message!("clocks", "시계"),
            told,
            details: back.chain(ahead).collect(),
        }
    }

    fn wal(&self) -> Option<Finding> {
        let (pages, moved) = self.health.wal?;
        let left = pages.saturating_sub(moved);
        Some(Finding {
            standing: Standing::Fine,
            what: message!("write-ahead log", "미리 쓰기 로그"),
            told: message!(
                "pages not yet in the file proper: {left}",
                "본 파일에 아직 옮기지 않은 페이지: {left}"
            ),
            details: Vec::new(),
        })
    }

    fn backup(&self, setup: &Setup) -> Finding {
        let count = self.backups.len();
        let told = match self.newest() {
            None if self.backed_up() == Standing::Fine => message!(
                "none yet: each day of study begins with one, from the second on",
                "아직 없습니다: 공부하는 둘째 날부터 날마다 만들어집니다"
            ),
            None => message!(
                "none, though there is something to keep; make one with `dateline backup`",
                "남길 것이 있는데 하나도 없습니다; `dateline backup`으로 만드세요"
            ),
            Some(newest) => {
                let days = self.age(setup).unwrap_or(0);
                newest_told(count, &newest.name, days, self.lacking())
            }
        };
        let broken = self.backups.iter();
        let broken = broken.filter_map(|backup| backup.holds.as_ref().err());
        Finding {
            standing: self.backed_up(),
            what: message!("backups", "백업"),
            told,
            details: broken
                .map(|error| error.message().says(setup.lang).to_owned())
                .collect(),
        }
    }
}

/// How many backups there are, how old the newest is and what it lacks, if that
/// is known.
fn newest_told(count: usize, name: &str, days: u32, lacking: Option<u64>) -> Message {
    let age = counted(days, "day");
    match lacking {
        None => message!(
            "in all {count}; the newest, {name}, is {age} old; what it lacks can't be told",
            "모두 {count}개; 가장 새것({name})은 {days}일 되었고 빠진 기록이 있는지는 알 수 없습니다"
        ),
        Some(0) => message!(
            "in all {count}; the newest, {name}, is {age} old and lacks nothing",
            "모두 {count}개; 가장 새것({name})은 {days}일 되었고 빠진 기록이 없습니다"
        ),
        Some(1) => message!(
            "in all {count}; the newest, {name}, is {age} old and lacks the last event",
            "모두 {count}개; 가장 새것({name})은 {days}일 되었고 마지막 기록이 없습니다"
        ),
        Some(lacking) => message!(
            "in all {count}; the newest, {name}, is {age} old and lacks the last {lacking} events",
            "모두 {count}개; 가장 새것({name})은 {days}일 되었고 마지막 기록 {lacking}건이 없습니다"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_backup() {
        for (days, lacking, en, ko) in [
            (
                3,
                None,
                "3 days old; what it lacks can't be told",
                "은 3일 되었고 빠진 기록이 있는지는 알 수 없습니다",
            ),
            (
                1,
                Some(0),
                "1 day old and lacks nothing",
                "은 1일 되었고 빠진 기록이 없습니다",
            ),
            (
                0,
                Some(1),
                "0 days old and lacks the last event",
                "은 0일 되었고 마지막 기록이 없습니다",
            ),
            (
                2,
                Some(3),
                "2 days old and lacks the last 3 events",
                "은 2일 되었고 마지막 기록 3건이 없습니다",
            ),
        ] {
            let told = newest_told(4, "2025-02-11", days, lacking);
            assert_eq!(
                told.says(Lang::En),
                format!("in all 4; the newest, 2025-02-11, is {en}")
            );
            assert_eq!(
                told.says(Lang::Ko),
                format!("모두 4개; 가장 새것(2025-02-11){ko}")
            );
        }
    }
}
