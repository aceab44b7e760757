//! From one date to another.

use super::{Date, DateError, LONGEST, read};
use crate::message;
use crate::text::Lang;

/// A span of time between two dates of the same precision, ends included:
/// `2014~2023`, `1월 20~25일`, `Jan 20 to Feb 3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day, month or year.
    pub from: Date,
    /// The last one.
    pub to: Date,
}

impl Period {
    /// From one date to a later one, both a day, a month or a year.
    ///
    /// # Errors
    /// When they are of another precision, or the first is not before the last.
    pub fn new(from: Date, to: Date) -> Result<Period, DateError> {
        let same = from.year.is_some() == to.year.is_some()
            && from.month.is_some() == to.month.is_some()
            && from.day.is_some() == to.day.is_some();
        if !same {
            return Err(DateError(message!(
                "a span goes from a year to a year, a month to a month or a day to a day; write \
                 both ends alike",
                "기간은 해에서 해, 달에서 달, 날에서 날까지입니다; 두 끝을 같은 꼴로 쓰세요"
            )));
        }
        if from >= to {
            return Err(DateError(message!(
                "a span begins before it ends; write {to}~{from}",
                "기간의 시작이 끝보다 앞서야 합니다; {to}~{from}처럼 쓰세요"
            )));
        }
        Ok(Period { from, to })
    }

    /// Reads a span of time as people write it; what one end leaves out it has
    /// from the other.
    ///
    /// # Errors
    /// When the text is no span, or one of its ends is no date.
    pub fn parse(text: &str) -> Result<Period, DateError> {
        let refused = || {
            DateError(message!(
                "'{}' is not a span of time; write it like 2014~2023, 2014년부터 2023년까지 or \
                 Jan 20 to Feb 3",
                "'{}': 기간이 아닙니다; 2014~2023, 2014년부터 2023년까지, Jan 20 to Feb 3처럼 쓰세요",
                crate::text::truncate(&crate::text::safe_line(text), LONGEST)
            ))
        };
        if text.chars().nth(2 * LONGEST).is_some() {
            return Err(refused());
        }
        let plain = read::plain(text);
        let plain = ["from ", "between "]
            .iter()
            .find_map(|word| plain.strip_prefix(word))
            .unwrap_or(&plain);
        let plain = ["까지", "사이"]
            .iter()
            .find_map(|word| plain.strip_suffix(word))
            .unwrap_or(plain);
        let separators = [
            "~",
            "–",
            "—",
            "→",
            "부터",
            "에서",
            " to ",
            " until ",
            " till ",
            " through ",
            " thru ",
            " and ",
            " - ",
        ];
        separators
            .iter()
            .find_map(|separator| {
                let (from, to) = plain.split_once(separator)?;
                ends(from.trim(), to.trim())
            })
            .or_else(|| {
                // 2014-2023
                let (from, to) = plain.split_once('-')?;
                let year = |text: &str| Date::parse(text).is_ok_and(|date| date.year.is_some());
                let years =
                    from.trim().len() == 4 && (matches!(to.trim().len(), 2 | 4) || year(to.trim()));
                // 2027년3월-2028년11월
                let words = from.trim_end().ends_with(['년', '월', '일']);
                (years || words)
                    .then(|| ends(from.trim(), to.trim()))
                    .flatten()
            })
            .ok_or_else(refused)
    }

    /// As it is written in `lang`: `2014–2023`, `2014년~2023년`.
    pub fn format(&self, lang: Lang) -> String {
        let between = match lang {
            Lang::En => "–",
            Lang::Ko => "~",
        };
        format!(
            "{}{between}{}",
            self.from.format(lang),
            self.to.format(lang)
        )
    }
}

/// A period of two ends, each of which may lack what the other has.
fn ends(from: &str, to: &str) -> Option<Period> {
    let century = in_century(from, to);
    let to = century.as_deref().unwrap_or(to);
    // 50~53년
    let spelled = years_both(from, to);
    let from = spelled.as_deref().unwrap_or(from);
    let whole = (Date::parse(from).ok(), Date::parse(to).ok());
    let (from, to) = match whole {
        (Some(from), Some(to)) => (from, to),
        // 1월 20일~25일, Jan 20–25
        (Some(from), None) => (from, with_day(from, to)?),
        // 1월 20~25일, 20–25 January
        (None, Some(to)) if to.day.is_some() => (with_day(to, from)?, to),
        // 2026년 1~10월
        (None, Some(to)) => (Date::parse(&format!("{from}월")).ok()?, to),
        // 1월 20 ~ 25일
        (None, None) => {
            let from = Date::parse(&format!("{from}일")).ok()?;
            (from, with_day(from, to)?)
        }
    };
    let filled = |date: Date, other: Date| Date {
        year: date.year.or(other.year),
        ..date
    };
    let (from, to) = (filled(from, to), filled(to, from));
    Period::new(from, to).ok()
}

/// `from` with the word for year that only `to` has.
fn years_both(from: &str, to: &str) -> Option<String> {
    let digits = from.trim_start_matches('\'');
    let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let year = Date::parse(to).is_ok_and(|to| to.year.is_some() && to.month.is_none());
    (two && year).then(|| format!("{digits}년"))
}

/// The year that `to` names by its last two digits, in the century of the year
/// `from`: 1939–45.
fn in_century(from: &str, to: &str) -> Option<String> {
    let from = Date::parse(from).ok()?;
    let digits = to.trim_end_matches('년').trim_start_matches('\'').trim();
    let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let year = from.year.filter(|_| two && from.month.is_none())?;
    Some(format!("{}{digits}", year / 100))
}

/// The day that `text` names, of the month of `date`.
fn with_day(date: Date, text: &str) -> Option<Date> {
    date.day?;
    Date::new(date.year, date.month, Some(read::lone_day(text)?)).ok()
}
