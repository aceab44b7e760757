//! Spans, dates and days of the week, as they are said.

use jiff::civil::{Date as CivilDate, Weekday};

use super::Say;
use crate::figure::Date;
use crate::schedule::Interval;
use crate::text::Lang;

impl Say {
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

    /// `The log goes on to 2100-01-01. …`
    pub fn ahead(self, last: CivilDate) -> String {
        self.pick_of(
            format!("The log goes on to {last}. If this clock is right, `dateline doctor --undo-ahead` takes that back."),
            format!("기록이 {last}까지 이어집니다. 이 시계가 맞다면 `dateline doctor --undo-ahead`로 취소하세요."),
        )
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

    /// `buried until 14 Feb`, `2월 14일까지 미룸`
    pub fn buried_until(self, date: CivilDate) -> String {
        let day = self.short_date(date);
        self.pick_of(format!("buried until {day}"), format!("{day}까지 미룸"))
    }

    /// `due 14 Feb`, `2월 14일 예정`
    pub fn due_on(self, date: CivilDate) -> String {
        let day = self.short_date(date);
        self.pick_of(format!("due {day}"), format!("{day} 예정"))
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
