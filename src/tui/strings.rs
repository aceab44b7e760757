//! Everything the interface says, in English and Korean. What takes no
//! argument is one line of the table, and can't be there in one language only;
//! what takes arguments is a function that matches on the language.

use jiff::civil::{Date as CivilDate, Weekday};

use crate::answer::{Outcome, Rating, Reason, Verdict};
use crate::deck::Status;
use crate::figure::Date;
use crate::schedule::{Interval, Phase};
use crate::text::Lang;

/// The interface's voice: says things in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Say(pub Lang);

macro_rules! says {
    ($($name:ident: $en:literal, $ko:literal;)*) => {
        impl Say {
            $(
                #[doc = concat!("“", $en, "”")]
                pub fn $name(self) -> &'static str {
                    match self.0 { Lang::En => $en, Lang::Ko => $ko }
                }
            )*
        }
        /// Everything said without arguments: (name, English, Korean).
        pub const SAID: &[(&str, &str, &str)] = &[$((stringify!($name), $en, $ko)),*];
    };
}

says! {
    // Commands, as the hint line and the help name them.
    study: "study", "공부하기";
    reveal: "show the answer", "답 보기";
    pick_this: "answer", "답하기";
    answer: "answer", "답하기";
    answer_typed: "answer", "답하기";
    accept_rating: "accept", "이대로";
    accept: "accept", "확인";
    do_this: "do it", "실행";
    pick: "pick", "고르기";
    tick: "tick", "표시";
    tick_number: "tick", "번호로 표시";
    hold: "take hold, let go", "잡기·놓기";
    go_to_number: "go to that line", "그 줄로";
    match_number: "match", "짝짓기";
    match_before: "match the one before", "앞의 것과 짝짓기";
    match_after: "match the next one", "다음 것과 짝짓기";
    take_back: "take back", "되돌리기";
    up: "up", "위로";
    down: "down", "아래로";
    hint: "hint", "힌트";
    other_language: "the other language", "다른 언어로";
    undo: "undo", "실행 취소";
    info: "card info", "카드 정보";
    open_source: "open the source", "출처 열기";
    flag: "flag", "깃발";
    suspend: "suspend", "보류";
    bury: "bury until tomorrow", "내일까지 미루기";
    more_today: "more today", "오늘 더 하기";
    commands: "all commands", "모든 명령";
    help: "help", "도움말";
    end_session: "end here", "여기서 마치기";
    home: "home", "처음 화면";
    close: "close", "닫기";
    cancel: "cancel", "취소";
    quit: "quit", "끝내기";
    redraw: "draw afresh", "다시 그리기";
    pause: "back to the shell for a while", "잠시 셸로";

    // Ratings.
    again: "Again", "다시";
    hard: "Hard", "어려움";
    good: "Good", "알맞음";
    easy: "Easy", "쉬움";

    // Home.
    today: "Today", "오늘";
    tomorrow: "Tomorrow", "내일";
    yesterday: "yesterday", "어제";
    deck: "Deck", "덱";
    new_cards: "New", "새 카드";
    learning: "Learning", "학습 중";
    due: "Due", "복습";
    known: "Known", "기억률";
    dateline: "Dateline", "기준일";
    last_12_weeks: "Last 12 weeks", "지난 12주";
    coming_days: "Coming days", "앞으로";
    all_done: "All done for today.", "오늘 할 것을 다 했습니다.";
    nothing_yet: "Nothing to study yet.", "아직 공부할 것이 없습니다.";
    no_decks: "There are no decks here. Put a deck file into the decks folder of the home, or name one with --decks.",
        "덱이 없습니다. 홈의 decks 폴더에 덱 파일을 두거나 --decks 로 지정하세요.";
    last_good: "not readable, studied as it last was", "읽을 수 없어 마지막 상태로 공부합니다";
    see_check: "dateline check says where", "위치는 dateline check 로";

    // Study.
    you: "you", "내 답";
    right_answer: "right", "정답";
    note: "note", "설명";
    question_of: "question", "질문";
    hint_label: "hint", "힌트";
    empty_is_dont_know: "enter on nothing: don't know", "빈칸에 enter: 모름";
    dont_know: "don't know", "모름";
    which_is_larger: "Which is larger?", "어느 쪽이 더 큰가요?";
    how_many_times: "How many times as large?", "몇 배인가요?";
    any_order: "in any order", "순서 없이";
    was_right: "correct", "맞음";
    was_close: "close", "거의 맞음";
    was_wrong: "wrong", "틀림";
    missing: "missing", "빠짐";
    your_order: "your order", "내 순서";
    right_order: "right order", "맞는 순서";
    no_hint: "This card has no hint.", "이 카드에는 힌트가 없습니다.";
    no_source: "This card names no address to open.", "이 카드에는 열 주소가 없습니다.";
    only_one_language: "This card is in one language only.", "이 카드는 한 언어로만 되어 있습니다.";
    source: "source", "출처";
    claim: "CLAIM", "주장";
    forecast: "FORECAST", "전망";
    disputed: "DISPUTED", "논란";
    retracted: "RETRACTED", "철회";

    // The end.
    session_done: "Done for today", "오늘은 여기까지";
    session_left: "Session ended", "공부를 마쳤습니다";
    session_time_up: "Time is up", "시간이 다 되었습니다";
    cards_done: "Cards", "카드";
    remembered: "Remembered", "기억함";
    limits: "Limits", "한도";
    streak_label: "Streak", "연속";
    ratings: "ratings", "평가";
    nothing_done: "Nothing was reviewed.", "복습한 카드가 없습니다.";

    // Card info.
    state: "state", "상태";
    stability: "stability", "안정성";
    difficulty: "difficulty", "난이도";
    retrievability: "retrievability", "인출 확률";
    next_due: "due", "예정";
    reviews: "reviews", "복습 횟수";
    lapses: "lapses", "잊은 횟수";
    last_review: "last review", "최근 복습";
    flagged: "flagged", "깃발";
    tags: "tags", "태그";
    id: "card", "카드";
    file: "file", "파일";
    not_yet: "not yet", "아직 없음";
    now: "now", "지금";
    suspended: "suspended", "보류 중";
    buried: "buried", "미룸";
    state_new: "new", "새 카드";
    state_learning: "learning", "학습 중";
    state_review: "review", "복습";
    state_relearning: "relearning", "재학습";

    // Prompts and messages.
    flag_why: "Why flag it?", "깃발을 다는 이유는?";
    flag_kept: "Enter keeps it; an empty line takes the flag off.", "enter: 유지. 빈 줄이면 깃발을 뗍니다.";
    command_by_name: "Command", "명령";
    no_command: "No command of that name.", "그런 이름의 명령이 없습니다.";
    did_flag: "Flagged.", "깃발을 달았습니다.";
    did_unflag: "The flag is off.", "깃발을 뗐습니다.";
    did_suspend: "Suspended. u takes it back.", "보류했습니다. u로 취소합니다.";
    did_bury: "Buried until tomorrow. u takes it back.", "내일까지 미뤘습니다. u로 취소합니다.";
    did_undo: "Undone.", "취소했습니다.";
    nothing_to_undo: "There is nothing of today to undo.", "오늘 한 일 중 취소할 것이 없습니다.";
    opened: "Opened in the browser.", "브라우저에서 열었습니다.";
    cannot_open: "The browser could not be started; the address is", "브라우저를 열 수 없습니다. 주소:";
    no_more: "Nothing is held back: there is no more today.", "남겨 둔 카드가 없습니다. 오늘은 이것이 전부입니다.";
    nothing_due: "Nothing is due here now.", "지금은 여기서 할 것이 없습니다.";
    not_saved: "Not saved; the card stays", "저장하지 못했습니다. 카드는 그대로입니다";
    too_small: "Make the window larger.", "창을 키우세요.";

    // The headings of the help.
    help_here: "Keys here", "이 화면의 키";
    help_line: "Editing the line", "줄 편집";
    edit_line: "start, end, word back, to the start, to the end", "처음, 끝, 한 단어 지우기, 앞 전부 지우기, 뒤 전부 지우기";
    help_mouse: "The mouse works on everything that a key works on.", "키로 되는 것은 마우스로도 됩니다.";
    press_any: "esc closes", "esc: 닫기";
}

impl Say {
    /// One of two, by the language.
    fn pick_of<T>(self, en: T, ko: T) -> T {
        match self.0 {
            Lang::En => en,
            Lang::Ko => ko,
        }
    }

    /// A count with its noun, English plural where it is not one.
    fn counted(self, count: u32, one: &str, many: &str, ko: &str) -> String {
        match self.0 {
            Lang::En if count == 1 => format!("1 {one}"),
            Lang::En => format!("{} {many}", grouped(u64::from(count))),
            Lang::Ko => format!("{}{ko}", grouped(u64::from(count))),
        }
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
            Lang::En => format!(
                "{} more wait behind today's limits.",
                grouped(u64::from(count))
            ),
            Lang::Ko => format!(
                "오늘의 한도 뒤에 {}장이 더 있습니다.",
                grouped(u64::from(count))
            ),
        }
    }

    /// `chips.yaml: not readable, studied as it last was`; `2 problems`
    pub fn problems(self, count: u32) -> String {
        match self.0 {
            Lang::En => format!(
                "{} in the decks: dateline check says where",
                self.counted(count, "problem", "problems", "")
            ),
            Lang::Ko => format!("덱에 문제 {count}건: 위치는 dateline check 로"),
        }
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

    /// The name of a rating.
    pub fn rating(self, rating: Rating) -> &'static str {
        match rating {
            Rating::Again => self.again(),
            Rating::Hard => self.hard(),
            Rating::Good => self.good(),
            Rating::Easy => self.easy(),
        }
    }

    /// `enter: Again`
    pub fn enter_rates(self, rating: Rating) -> String {
        format!("enter: {}", self.rating(rating))
    }

    /// The name of an outcome.
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Correct => self.was_right(),
            Outcome::Close => self.was_close(),
            Outcome::Wrong => self.was_wrong(),
        }
    }

    /// The name of a card's state.
    pub fn phase(self, phase: Phase) -> &'static str {
        match phase {
            Phase::New => self.state_new(),
            Phase::Learning { .. } => self.state_learning(),
            Phase::Review => self.state_review(),
            Phase::Relearning { .. } => self.state_relearning(),
        }
    }

    /// Why an answer was judged so, in a few words; empty where the outcome
    /// says it all.
    pub fn reason(self, verdict: &Verdict) -> String {
        let (en, ko) = match verdict.reason {
            Reason::Exact | Reason::Different | Reason::DifferentValue => ("", ""),
            Reason::Nothing => ("no answer", "답하지 않음"),
            Reason::SameButForForm => ("the same but for its form", "표기만 다름"),
            Reason::Alternative => ("another name for it", "다른 이름도 맞음"),
            Reason::Partial => ("in part", "일부만 맞음"),
            Reason::Rounded => ("rounded", "반올림함"),
            Reason::WithinTolerance => ("near enough", "허용 범위 안"),
            Reason::OffByPowerOfTen => return self.power_of_ten(verdict.power_of_ten),
            Reason::WrongUnit => ("the unit is another", "단위가 다름"),
            Reason::MissingUnit => ("without its unit", "단위가 빠짐"),
            Reason::NotAFigure => ("not a figure", "수가 아님"),
            Reason::RightMonth => ("the right month, another day", "달은 맞고 날이 다름"),
            Reason::RightYear => ("the right year, another day", "해는 맞고 날짜가 다름"),
            Reason::SwappedDayMonth => ("day and month the other way round", "달과 날이 바뀜"),
            Reason::DifferentDate => ("another date", "다른 날짜"),
            Reason::NotADate => ("not a date", "날짜가 아님"),
            Reason::OneSlip => ("one slip", "하나만 어긋남"),
            Reason::WrongOrder => ("another order", "순서가 다름"),
            Reason::WrongPairs => ("some pairs are wrong", "짝이 틀린 것이 있음"),
            Reason::WrongChoice => ("another one", "다른 것"),
            Reason::WrongSide => ("the other one is larger", "다른 쪽이 더 큼"),
        };
        self.pick_of(en, ko).to_owned()
    }

    /// `the scale: a thousand times too many`
    pub fn power_of_ten(self, power: i32) -> String {
        let times = match (self.0, power.unsigned_abs()) {
            (Lang::En, 1) => "ten".to_owned(),
            (Lang::En, 2) => "a hundred".to_owned(),
            (Lang::En, 3) => "a thousand".to_owned(),
            (Lang::En, 4) => "ten thousand".to_owned(),
            (Lang::En, 6) => "a million".to_owned(),
            (Lang::En, 9) => "a billion".to_owned(),
            (Lang::En, power) => format!("10^{power}"),
            (Lang::Ko, 1) => "10".to_owned(),
            (Lang::Ko, 2) => "100".to_owned(),
            (Lang::Ko, 3) => "1,000".to_owned(),
            (Lang::Ko, 4) => "1만 ".to_owned(),
            (Lang::Ko, 8) => "1억 ".to_owned(),
            (Lang::Ko, power) => format!("10^{power} "),
        };
        match self.0 {
            Lang::En if power < 0 => format!("the scale: {times} times too small"),
            Lang::En => format!("the scale: {times} times too large"),
            Lang::Ko if power < 0 => format!("자릿수: {times}배 작음"),
            Lang::Ko => format!("자릿수: {times}배 큼"),
        }
    }

    /// How long until a card comes again: `<1 min`, `10 min`, `2 d`, `3.1 mo`.
    pub fn interval(self, interval: Interval) -> String {
        match interval {
            Interval::Seconds(seconds) if seconds < 60 => self.pick_of("<1 min", "<1분").to_owned(),
            Interval::Seconds(seconds) => {
                let minutes = (seconds + 30) / 60;
                if minutes < 60 {
                    self.pick_of(format!("{minutes} min"), format!("{minutes}분"))
                } else if minutes < 60 * 24 {
                    let hours = tenths(f64::from(minutes) / 60.0);
                    self.pick_of(format!("{hours} h"), format!("{hours}시간"))
                } else {
                    self.days(f64::from(minutes) / (60.0 * 24.0))
                }
            }
            Interval::Days(days) => self.days(f64::from(days)),
        }
    }

    /// A span of days in the unit that reads best: `2 d`, `3.1 mo`, `1.4 y`.
    pub fn days(self, days: f64) -> String {
        // A month and a year as everyone rounds them; the key is read, not computed with.
        let (value, en, ko) = if days < 30.0 {
            (days, "d", "일")
        } else if days < 365.0 {
            (days / 30.44, "mo", "개월")
        } else {
            (days / 365.25, "y", "년")
        };
        let value = tenths(value);
        self.pick_of(format!("{value} {en}"), format!("{value}{ko}"))
    }

    /// `4 min 12 s`
    pub fn duration(self, seconds: i64) -> String {
        let seconds = seconds.max(0);
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        match (self.0, hours, minutes) {
            (Lang::En, 0, 0) => format!("{rest} s"),
            (Lang::En, 0, _) => format!("{minutes} min {rest} s"),
            (Lang::En, ..) => format!("{hours} h {minutes} min"),
            (Lang::Ko, 0, 0) => format!("{rest}초"),
            (Lang::Ko, 0, _) => format!("{minutes}분 {rest}초"),
            (Lang::Ko, ..) => format!("{hours}시간 {minutes}분"),
        }
    }

    /// `Monday 10 February 2025`, `2025년 2월 10일 월요일`
    pub fn long_date(self, date: CivilDate) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let weekday = self.weekday(date.weekday());
        match self.0 {
            Lang::En => format!("{weekday} {day} {} {year}", english_month(month)),
            Lang::Ko => format!("{year}년 {month}월 {day}일 {weekday}"),
        }
    }

    /// `10 Feb`, `2월 10일`
    pub fn short_date(self, date: CivilDate) -> String {
        let (month, day) = (date.month(), date.day());
        match self.0 {
            Lang::En => format!(
                "{day} {}",
                english_month(month).get(..3).unwrap_or_default()
            ),
            Lang::Ko => format!("{month}월 {day}일"),
        }
    }

    /// `20 in 4 min 12 s, 6 of them new`
    pub fn cards_in(self, count: u32, new: u32, time: &str) -> String {
        match (self.0, new) {
            (Lang::En, 0) => format!("{count} in {time}"),
            (Lang::En, _) => format!("{count} in {time}, {new} of them new"),
            (Lang::Ko, 0) => format!("{time} 동안 {count}장"),
            (Lang::Ko, _) => format!("{time} 동안 {count}장, 새 카드 {new}장"),
        }
    }

    /// `13 days in a row`
    pub fn days_in_a_row(self, days: u32) -> String {
        match self.0 {
            Lang::En => format!("{} in a row", self.counted(days, "day", "days", "")),
            Lang::Ko => format!("{}일 연속", grouped(u64::from(days))),
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

    /// `Wednesday 12 February`, `2월 12일 수요일`
    pub fn day_and_weekday(self, date: CivilDate) -> String {
        let (month, day) = (date.month(), date.day());
        let weekday = self.weekday(date.weekday());
        match self.0 {
            Lang::En => format!("{weekday} {day} {}", english_month(month)),
            Lang::Ko => format!("{month}월 {day}일 {weekday}"),
        }
    }

    /// `Monday`, `월요일`
    pub fn weekday(self, weekday: Weekday) -> &'static str {
        let (en, ko) = match weekday {
            Weekday::Monday => ("Monday", "월요일"),
            Weekday::Tuesday => ("Tuesday", "화요일"),
            Weekday::Wednesday => ("Wednesday", "수요일"),
            Weekday::Thursday => ("Thursday", "목요일"),
            Weekday::Friday => ("Friday", "금요일"),
            Weekday::Saturday => ("Saturday", "토요일"),
            Weekday::Sunday => ("Sunday", "일요일"),
        };
        self.pick_of(en, ko)
    }

    /// `Mon`, `월`
    pub fn short_weekday(self, weekday: Weekday) -> &'static str {
        let (en, ko) = match weekday {
            Weekday::Monday => ("Mon", "월"),
            Weekday::Tuesday => ("Tue", "화"),
            Weekday::Wednesday => ("Wed", "수"),
            Weekday::Thursday => ("Thu", "목"),
            Weekday::Friday => ("Fri", "금"),
            Weekday::Saturday => ("Sat", "토"),
            Weekday::Sunday => ("Sun", "일"),
        };
        self.pick_of(en, ko)
    }

    /// A date, whole or in part, as datelines show it: `2025-02-09`, `2025-02`, `2025`.
    pub fn date(self, date: Date) -> String {
        match (date.year, date.month, date.day) {
            (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
            (Some(year), None, _) => match self.0 {
                Lang::En => year.to_string(),
                Lang::Ko => format!("{year}년"),
            },
            (None, Some(month), Some(day)) => match self.0 {
                Lang::En => format!("{day} {}", english_month(month)),
                Lang::Ko => format!("{month}월 {day}일"),
            },
            (None, Some(month), None) => match self.0 {
                Lang::En => english_month(month).to_owned(),
                Lang::Ko => format!("{month}월"),
            },
            (None, None, _) => String::new(),
        }
    }
}

/// `1` to `12` by name.
fn english_month(month: i8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        12 => "December",
        _ => "",
    }
}

/// One decimal, left out where it is 0.
fn tenths(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const EN: Say = Say(Lang::En);
    const KO: Say = Say(Lang::Ko);

    fn hangul(text: &str) -> bool {
        text.chars().any(|c| ('가'..='힣').contains(&c))
    }

    #[test]
    fn everything_is_said_in_both_languages() {
        for (name, en, ko) in SAID {
            assert!(!en.is_empty() && !hangul(en), "{name}: {en}");
            assert!(hangul(ko), "{name}: {ko}");
        }
    }

    #[test]
    fn what_has_arguments_is_said_in_both_too() {
        let date = jiff::civil::date(2025, 2, 10);
        let pairs = [EN, KO].map(|say| {
            vec![
                say.count_due(1200),
                say.count_learning(2),
                say.count_new(6),
                say.count_cards(1),
                say.about_minutes(7),
                say.done_of(9, 28),
                say.streak(12),
                say.stale(3),
                say.next_cards(3, "…"),
                say.next_at("14:32"),
                say.held_back(12),
                say.problems(2),
                say.and_more(3),
                say.of(2, 3),
                say.name_some(2),
                say.corrected("1", "2", Some("2025")),
                say.as_of("2025"),
                say.stale_since("2025"),
                say.reported("2×"),
                say.power_of_ten(2),
                say.power_of_ten(-5),
                say.duration(5),
                say.duration(252),
                say.duration(7000),
                say.long_date(date),
                say.day_and_weekday(date),
            ]
        });
        let [en, ko] = pairs;
        for (en, ko) in en.iter().zip(&ko) {
            assert!(!hangul(en), "{en}");
            assert!(hangul(ko), "{ko}");
        }
    }

    #[test]
    fn intervals() {
        use Interval::{Days, Seconds};
        let cases = [
            (Seconds(0), "<1 min", "<1분"),
            (Seconds(59), "<1 min", "<1분"),
            (Seconds(60), "1 min", "1분"),
            (Seconds(330), "6 min", "6분"),
            (Seconds(600), "10 min", "10분"),
            (Seconds(3600), "1 h", "1시간"),
            (Seconds(5400), "1.5 h", "1.5시간"),
            (Seconds(86_400), "1 d", "1일"),
            (Days(1), "1 d", "1일"),
            (Days(2), "2 d", "2일"),
            (Days(29), "29 d", "29일"),
            (Days(94), "3.1 mo", "3.1개월"),
            (Days(61), "2 mo", "2개월"),
            (Days(365), "1 y", "1년"),
            (Days(500), "1.4 y", "1.4년"),
            (Days(36_500), "99.9 y", "99.9년"),
        ];
        for (interval, en, ko) in cases {
            assert_eq!(EN.interval(interval), en);
            assert_eq!(KO.interval(interval), ko);
        }
    }

    #[test]
    fn dates() {
        let date = |year, month, day| Date { year, month, day };
        let cases = [
            (
                date(Some(2025), Some(2), Some(9)),
                "2025-02-09",
                "2025-02-09",
            ),
            (date(Some(2025), Some(2), None), "2025-02", "2025-02"),
            (date(Some(1957), None, None), "1957", "1957년"),
            (date(None, Some(1), Some(20)), "20 January", "1월 20일"),
            (date(None, Some(1), None), "January", "1월"),
        ];
        for (date, en, ko) in cases {
            assert_eq!((EN.date(date).as_str(), KO.date(date).as_str()), (en, ko));
        }
        let monday = jiff::civil::date(2025, 2, 10);
        assert_eq!(EN.long_date(monday), "Monday 10 February 2025");
        assert_eq!(KO.long_date(monday), "2025년 2월 10일 월요일");
    }

    #[test]
    fn statuses() {
        assert_eq!(EN.status(Status::Fact, Some("x")), None);
        assert_eq!(
            EN.status(Status::Claim, Some("Alexandr Wang")).unwrap(),
            "CLAIM · Alexandr Wang"
        );
        assert_eq!(KO.status(Status::Forecast, None).unwrap(), "전망");
    }
}
