//! What is said around a card: of when it was true, who says so, what changed,
//! and what the learner marked.

use super::Say;
use crate::deck::Status;

impl Say {
    /// `changed since you learned it: was 9.4 %, is 9.6 % (2025-03-01)`
    pub fn corrected(self, was: &str, is: &str, on: Option<&str>) -> String {
        let on = on.map(|on| format!(" ({on})")).unwrap_or_default();
        self.pick_of(
            format!("changed since you learned it: was {was}, is {is}{on}"),
            format!("배운 뒤에 바뀌었습니다: {was} → {is}{on}"),
        )
    }

    /// `as of 2025-02-09`
    pub fn as_of(self, date: &str) -> String {
        self.pick_of(format!("as of {date}"), format!("{date} 기준"))
    }

    /// `may be out of date since 2025-06-01`
    pub fn stale_since(self, date: &str) -> String {
        self.pick_of(
            format!("may be out of date since {date}"),
            format!("{date} 이후 낡았을 수 있음"),
        )
    }

    /// `⚑ flagged: why`
    pub fn flagged_why(self, why: &str) -> String {
        if why.is_empty() {
            format!("⚑ {}", self.flagged())
        } else {
            format!("⚑ {}: {why}", self.flagged())
        }
    }

    /// `reported as 2×`
    pub fn reported(self, figure: &str) -> String {
        self.pick_of(format!("reported as {figure}"), format!("보도: {figure}"))
    }

    /// `CLAIM · Alexandr Wang`; nothing for a fact that no one in particular says.
    pub fn status(self, status: Status, by: Option<&str>) -> Option<String> {
        let word = match status {
            Status::Fact => return None,
            Status::Claim => self.claim(),
            Status::Forecast => self.forecast(),
            Status::Disputed => self.disputed(),
            Status::Retracted => self.retracted(),
        };
        Some(match by {
            Some(by) => format!("{word} · {by}"),
            None => word.to_owned(),
        })
    }
}
