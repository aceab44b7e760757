//! Counts, as they are said.

use super::Say;
use crate::schedule::MOST_HELD;
use crate::text::Lang;

impl Say {
    /// A count with its noun, English plural where it is not one.
    fn counted(self, count: u32, one: &str, many: &str, ko: &str) -> String {
        match self.0 {
            Lang::En if count == 1 => format!("1 {one}"),
            Lang::En => format!("{} {many}", grouped(u64::from(count))),
            Lang::Ko => format!("{}{ko}", grouped(u64::from(count))),
        }
    }

    /// `93 %`
    pub fn percent(self, number: impl std::fmt::Display) -> String {
        self.pick_of(format!("{number} %"), format!("{number}%"))
    }

    /// `11 due`
    pub fn count_due(self, count: u32) -> String {
        self.pick_of(
            format!("{} due", grouped(u64::from(count))),
            format!("복습 {}", grouped(u64::from(count))),
        )
    }

    /// `2 learning`
    pub fn count_learning(self, count: u32) -> String {
        self.pick_of(
            format!("{} learning", grouped(u64::from(count))),
            format!("학습 {}", grouped(u64::from(count))),
        )
    }

    /// `6 new`
    pub fn count_new(self, count: u32) -> String {
        self.pick_of(
            format!("{} new", grouped(u64::from(count))),
            format!("새 카드 {}", grouped(u64::from(count))),
        )
    }

    /// `12 cards`
    pub fn count_cards(self, count: u32) -> String {
        self.counted(count, "card", "cards", "장")
    }

    /// `12 cards`, of those that limits hold back
    pub fn count_held(self, count: u32) -> String {
        match self.0 {
            _ if count < MOST_HELD => self.count_cards(count),
            Lang::En => format!("{MOST_HELD} cards or more"),
            Lang::Ko => format!("{MOST_HELD}장 이상"),
        }
    }

    /// `2 errors`
    pub fn count_errors(self, count: u32) -> String {
        match self.0 {
            Lang::En => self.counted(count, "error", "errors", ""),
            Lang::Ko => format!("오류 {}", grouped(u64::from(count))),
        }
    }

    /// `3 warnings`
    pub fn count_warnings(self, count: u32) -> String {
        match self.0 {
            Lang::En => self.counted(count, "warning", "warnings", ""),
            Lang::Ko => format!("경고 {}", grouped(u64::from(count))),
        }
    }

    /// `line 12`
    pub fn line(self, line: usize) -> String {
        self.pick_of(format!("line {line}"), format!("{line}번째 줄"))
    }

    /// `found 12 of 13`: of what a deck says, in the article that it is from.
    pub fn found_of(self, found: usize, all: usize) -> String {
        self.pick_of(
            format!("found {found} of {all}"),
            format!("기사에 {all}건 중 {found}건"),
        )
    }

    /// `which of daily, weekly is the article?`
    pub fn which_source(self, sources: &str) -> String {
        self.pick_of(
            format!("which of {sources} is the article?"),
            format!("기사가 {sources} 중 무엇인지 알 수 없음"),
        )
    }

    /// `computed from fab.cost, old.cost`
    pub fn computed_from(self, facts: &str) -> String {
        self.pick_of(
            format!("computed from {facts}"),
            format!("계산에 쓴 값: {facts}"),
        )
    }

    /// `about 7 minutes`
    pub fn about_minutes(self, minutes: u32) -> String {
        match self.0 {
            Lang::En => format!("about {}", self.counted(minutes, "minute", "minutes", "")),
            Lang::Ko => format!("약 {}분", grouped(u64::from(minutes))),
        }
    }

    /// `9 of 28 done`
    pub fn done_of(self, done: u32, all: u32) -> String {
        self.pick_of(
            format!("{done} of {all} done"),
            format!("{all}장 중 {done}장"),
        )
    }

    /// `12-day streak`
    pub fn streak(self, days: u32) -> String {
        self.pick_of(
            format!("{}-day streak", grouped(u64::from(days))),
            format!("{}일 연속", grouped(u64::from(days))),
        )
    }

    /// `stale: 3`
    pub fn stale(self, count: u32) -> String {
        self.pick_of(format!("stale: {count}"), format!("낡음: {count}"))
    }

    /// `Next: 3 cards, Wednesday 12 February`
    pub fn next_cards(self, count: u32, when: &str) -> String {
        let cards = self.count_cards(count);
        self.pick_of(
            format!("Next: {cards}, {when}."),
            format!("다음: {when}, {cards}."),
        )
    }

    /// `Next: Wednesday 12 February.`
    pub fn next_day(self, when: &str) -> String {
        self.pick_of(format!("Next: {when}."), format!("다음: {when}."))
    }

    /// `The next card comes at 14:32.`
    pub fn next_at(self, time: &str) -> String {
        self.pick_of(
            format!("The next card comes at {time}."),
            format!("다음 카드는 {time}에 나옵니다."),
        )
    }

    /// `12 more wait behind today's limits.`
    pub fn held_back(self, count: u32) -> String {
        match self.0 {
            Lang::En if count == 1 => "1 more waits behind today's limits.".to_owned(),
            Lang::En if count >= MOST_HELD => {
                format!("{MOST_HELD} or more wait behind today's limits.")
            }
            Lang::En => format!("{count} more wait behind today's limits."),
            Lang::Ko if count >= MOST_HELD => {
                format!("오늘의 한도 뒤에 {MOST_HELD}장 이상이 더 있습니다.")
            }
            Lang::Ko => format!("오늘의 한도 뒤에 {count}장이 더 있습니다."),
        }
    }

    /// `chips.yaml can't be read and is studied as it last was; …`
    pub fn last_good(self, file: &str) -> String {
        self.pick_of(
            format!("{file} can't be read and is studied as it last was; dateline check says why."),
            format!("{file}: 읽을 수 없어 마지막 상태로 공부합니다. 까닭은 dateline check 로 확인하세요."),
        )
    }

    /// `2 problems in chips.yaml; dateline check says where.`
    pub fn problems(self, file: &str, count: u32) -> String {
        let problems = self.counted(count, "problem", "problems", "건");
        self.pick_of(
            format!("{problems} in {file}; dateline check says where."),
            format!("{file}: 문제 {problems}. 위치는 dateline check 로 확인하세요."),
        )
    }

    /// `The history of chips/x has no card any more. …`
    pub fn lost(self, was: &str, may_be: &[String]) -> String {
        let now = may_be.join(self.pick_of(" or ", ", "));
        self.pick_of(
            format!("The history of {was} has no card any more. If that is {now} now, write replaces: [{was}] there."),
            format!("{was}: 학습 기록에 맞는 카드가 없어졌습니다. 지금의 {now}에 해당하면 그 카드에 replaces: [{was}] 를 쓰세요."),
        )
    }

    /// `and 3 more`
    pub fn and_more(self, count: u32) -> String {
        self.pick_of(format!("and {count} more"), format!("외 {count}개"))
    }

    /// `3 of 5` for lists, gaps and steps.
    pub fn of(self, done: usize, all: usize) -> String {
        self.pick_of(format!("{done} of {all}"), format!("{all}개 중 {done}개"))
    }

    /// `name 3 of them`
    pub fn name_some(self, count: usize) -> String {
        self.pick_of(
            format!("{count} of them, in any order"),
            format!("{count}개, 순서 없이"),
        )
    }

    /// An item of a list that was entered before.
    pub fn entered_already(self, entry: &str) -> String {
        self.pick_of(
            format!("'{entry}' stands there already."),
            format!("'{entry}': 이미 적었습니다."),
        )
    }

    /// Reviews, and how many of them were the first of a new card: `20 in 4 min 12 s,
    /// 6 of new cards`
    pub fn reviews_in(self, count: u32, new: u32, time: &str) -> String {
        match (self.0, new) {
            (Lang::En, 0) => format!("{count} in {time}"),
            (Lang::En, _) => format!("{count} in {time}, {new} of new cards"),
            (Lang::Ko, 0) => format!("{time} 동안 {count}회"),
            (Lang::Ko, _) => format!("{time} 동안 {count}회, 새 카드 {new}장"),
        }
    }

    /// `13 days in a row`
    pub fn days_in_a_row(self, days: u32) -> String {
        match self.0 {
            Lang::En => format!("{} in a row", self.counted(days, "day", "days", "")),
            Lang::Ko => format!("{}일", grouped(u64::from(days))),
        }
    }

    /// `19 cards still wait`
    pub fn still_waiting(self, count: u32) -> String {
        match self.0 {
            Lang::En if count == 1 => "1 card still waits".to_owned(),
            Lang::En => format!("{} cards still wait", grouped(u64::from(count))),
            Lang::Ko => format!("{}장이 남아 있습니다", grouped(u64::from(count))),
        }
    }

    /// `9 cards reviewed today`
    pub fn reviewed(self, count: u32) -> String {
        let cards = self.counted(count, "review today", "reviews today", "회");
        self.pick_of(cards.clone(), format!("오늘 {cards} 복습"))
    }
}

/// `12345` as `12,345`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
