//! The words for units in both languages, and looking them up.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::measure::measure;
use super::{Counter, Currency, Kind, Unit};

/// Nouns that are counted: one, many, and the Korean counter they take.
const NOUNS: &[(&str, &str, &str)] = &[
    ("application", "applications", "건"),
    ("patent", "patents", "건"),
    ("filing", "filings", "건"),
    ("case", "cases", "건"),
    ("incident", "incidents", "건"),
    ("deal", "deals", "건"),
    ("contract", "contracts", "건"),
    ("lawsuit", "lawsuits", "건"),
    ("company", "companies", "개"),
    ("firm", "firms", "개"),
    ("startup", "startups", "개"),
    ("business", "businesses", "개"),
    ("gpu", "gpus", "개"),
    ("chip", "chips", "개"),
    ("model", "models", "개"),
    ("parameter", "parameters", "개"),
    ("token", "tokens", "토큰"),
    ("piece", "pieces", "개"),
    ("item", "items", "개"),
    ("unit", "units", "개"),
    ("product", "products", "개"),
    ("question", "questions", "개"),
    ("thing", "things", "개"),
    ("turbine", "turbines", "기"),
    ("reactor", "reactors", "기"),
    ("satellite", "satellites", "기"),
    ("missile", "missiles", "발"),
    ("rocket", "rockets", "발"),
    ("vehicle", "vehicles", "대"),
    ("truck", "trucks", "대"),
    ("bus", "buses", "대"),
    ("train", "trains", "대"),
    ("aircraft", "aircraft", "대"),
    ("plane", "planes", "대"),
    ("drone", "drones", "대"),
    ("tank", "tanks", "대"),
    ("computer", "computers", "대"),
    ("phone", "phones", "대"),
    ("machine", "machines", "대"),
    ("car", "cars", "대"),
    ("robot", "robots", "대"),
    ("server", "servers", "대"),
    ("device", "devices", "대"),
    ("paper", "papers", "편"),
    ("film", "films", "편"),
    ("book", "books", "권"),
    ("vote", "votes", "표"),
    ("point", "points", "점"),
    ("pt", "pts", "점"),
    ("seat", "seats", "석"),
    ("ship", "ships", "척"),
    ("home", "homes", "채"),
    ("place", "places", "곳"),
    ("site", "sites", "곳"),
    ("hall", "halls", "곳"),
    ("building", "buildings", "곳"),
    ("facility", "facilities", "곳"),
    ("store", "stores", "곳"),
    ("school", "schools", "곳"),
    ("hospital", "hospitals", "곳"),
    ("university", "universities", "곳"),
    ("state", "states", "개 주"),
    ("province", "provinces", "개 주"),
    ("region", "regions", "곳"),
    ("language", "languages", "개"),
    ("stack", "stacks", "개"),
    ("rack", "racks", "개"),
    ("cell", "cells", "개"),
    ("battery", "batteries", "개"),
    ("launch", "launches", "회"),
    ("goal", "goals", "골"),
    ("member", "members", "명"),
    ("soldier", "soldiers", "명"),
    ("patient", "patients", "명"),
    ("customer", "customers", "명"),
    ("subscriber", "subscribers", "명"),
    ("visitor", "visitors", "명"),
    ("lawmaker", "lawmakers", "명"),
    ("death", "deaths", "명"),
    ("city", "cities", "곳"),
    ("plant", "plants", "곳"),
    ("factory", "factories", "곳"),
    ("center", "centers", "곳"),
    ("centre", "centres", "곳"),
    ("person", "people", "명"),
    ("person", "persons", "명"),
    ("individual", "individuals", "명"),
    ("inhabitant", "inhabitants", "명"),
    ("resident", "residents", "명"),
    ("citizen", "citizens", "명"),
    ("employee", "employees", "명"),
    ("worker", "workers", "명"),
    ("user", "users", "명"),
    ("student", "students", "명"),
    ("researcher", "researchers", "명"),
    ("engineer", "engineers", "명"),
    ("victim", "victims", "명"),
    ("job", "jobs", "명"),
    ("country", "countries", "개국"),
    ("nation", "nations", "개국"),
    ("year", "years", "년"),
    ("yr", "yrs", "년"),
    ("month", "months", "개월"),
    ("mo", "mos", "개월"),
    ("week", "weeks", "주"),
    ("day", "days", "일"),
    ("hour", "hours", "시간"),
    ("hr", "hrs", "시간"),
    ("minute", "minutes", "분"),
    ("min", "mins", "분"),
    ("second", "seconds", "초"),
    ("sec", "secs", "초"),
];

/// Korean counters: as written, the usual one for the same, and the English
/// noun they stand for if they stand for one only.
const COUNTERS: &[(&str, &str, &str)] = &[
    ("개", "개", ""),
    ("개사", "개", "companies"),
    ("건", "건", ""),
    ("가지", "개", ""),
    ("종", "개", ""),
    ("대", "대", ""),
    ("기", "기", ""),
    ("발", "발", ""),
    ("골", "골", "goals"),
    ("개 주", "개 주", "states"),
    ("개주", "개 주", "states"),
    ("편", "편", ""),
    ("권", "권", "books"),
    ("장", "장", ""),
    ("마리", "마리", ""),
    ("송이", "송이", ""),
    ("척", "척", "ships"),
    ("채", "채", "homes"),
    ("표", "표", "votes"),
    ("점", "점", "points"),
    ("석", "석", "seats"),
    ("의석", "석", "seats"),
    ("자리", "석", "seats"),
    ("회", "회", ""),
    ("번", "회", ""),
    ("차례", "회", ""),
    ("토큰", "토큰", "tokens"),
    ("곳", "곳", "places"),
    ("군데", "곳", "places"),
    ("명", "명", "people"),
    ("사람", "명", "people"),
    ("인", "명", "people"),
    ("개국", "개국", "countries"),
    ("나라", "개국", "countries"),
    ("년", "년", "years"),
    ("년간", "년", "years"),
    ("개년", "년", "years"),
    ("해", "년", "years"),
    ("개월", "개월", "months"),
    ("개월간", "개월", "months"),
    ("달", "개월", "months"),
    ("주", "주", "weeks"),
    ("주일", "주", "weeks"),
    ("주간", "주", "weeks"),
    ("일", "일", "days"),
    ("일간", "일", "days"),
    ("시간", "시간", "hours"),
    ("분", "분", "minutes"),
    ("분간", "분", "minutes"),
    ("초간", "초", "seconds"),
    ("초", "초", "seconds"),
    // How old someone is.
    ("세", "세", "years old"),
    ("살", "세", "years old"),
    ("years old", "세", "years old"),
    ("year old", "세", "years old"),
    ("year-old", "세", "years old"),
];

/// Words for currencies behind an amount; their codes go without saying.
const CURRENCIES: &[(&str, Currency)] = &[
    ("$", Currency::Usd),
    ("us$", Currency::Usd),
    ("dollar", Currency::Usd),
    ("dollars", Currency::Usd),
    ("us dollars", Currency::Usd),
    ("u.s. dollars", Currency::Usd),
    ("bucks", Currency::Usd),
    ("달러", Currency::Usd),
    ("미국 달러", Currency::Usd),
    ("미달러", Currency::Usd),
    ("불", Currency::Usd),
    ("₩", Currency::Krw),
    ("won", Currency::Krw),
    ("korean won", Currency::Krw),
    ("원", Currency::Krw),
    ("한국 원", Currency::Krw),
    ("cn¥", Currency::Cny),
    ("yuan", Currency::Cny),
    ("renminbi", Currency::Cny),
    ("rmb", Currency::Cny),
    ("위안", Currency::Cny),
    ("위안화", Currency::Cny),
    ("元", Currency::Cny),
    ("€", Currency::Eur),
    ("euro", Currency::Eur),
    ("euros", Currency::Eur),
    ("유로", Currency::Eur),
    ("¥", Currency::Jpy),
    ("yen", Currency::Jpy),
    ("엔", Currency::Jpy),
    ("£", Currency::Gbp),
    ("pound", Currency::Gbp),
    ("pounds", Currency::Gbp),
    ("파운드", Currency::Gbp),
];

/// Signs and codes before an amount, longer ones first.
const LEADING: &[(&str, Currency)] = &[
    ("us $", Currency::Usd),
    ("us$", Currency::Usd),
    ("u.s.$", Currency::Usd),
    ("$", Currency::Usd),
    ("₩", Currency::Krw),
    ("cn¥", Currency::Cny),
    ("rmb", Currency::Cny),
    ("€", Currency::Eur),
    ("¥", Currency::Jpy),
    ("£", Currency::Gbp),
    ("usd", Currency::Usd),
    ("krw", Currency::Krw),
    ("cny", Currency::Cny),
    ("eur", Currency::Eur),
    ("jpy", Currency::Jpy),
    ("gbp", Currency::Gbp),
];

/// Words for what is neither money nor counted.
const PLAIN: &[(&str, Unit)] = &[
    ("%", Unit::Percent),
    ("percent", Unit::Percent),
    ("per cent", Unit::Percent),
    ("pct", Unit::Percent),
    ("퍼센트", Unit::Percent),
    ("프로", Unit::Percent),
    ("퍼", Unit::Percent),
    ("%p", Unit::PercentagePoint),
    ("%포인트", Unit::PercentagePoint),
    ("% 포인트", Unit::PercentagePoint),
    ("퍼센트포인트", Unit::PercentagePoint),
    ("퍼센트 포인트", Unit::PercentagePoint),
    ("pp", Unit::PercentagePoint),
    ("ppt", Unit::PercentagePoint),
    ("p.p.", Unit::PercentagePoint),
    ("%pt", Unit::PercentagePoint),
    ("%pts", Unit::PercentagePoint),
    ("%point", Unit::PercentagePoint),
    ("%points", Unit::PercentagePoint),
    ("% point", Unit::PercentagePoint),
    ("% points", Unit::PercentagePoint),
    ("%-point", Unit::PercentagePoint),
    ("%-points", Unit::PercentagePoint),
    ("percent point", Unit::PercentagePoint),
    ("percent points", Unit::PercentagePoint),
    ("percentage point", Unit::PercentagePoint),
    ("percentage points", Unit::PercentagePoint),
    ("percentage-point", Unit::PercentagePoint),
    ("percentage-points", Unit::PercentagePoint),
    ("×", Unit::Multiple),
    ("x", Unit::Multiple),
    ("배", Unit::Multiple),
    ("time", Unit::Multiple),
    ("times", Unit::Multiple),
    ("fold", Unit::Multiple),
];

/// Units that are so many of another: as written, the power of ten, the other.
const MULTIPLES: &[(&[&str], i32, Unit)] = &[
    (&["할"], 1, Unit::Percent),
    (
        &[
            "bp",
            "bps",
            "basis point",
            "basis points",
            "basis-point",
            "basis-points",
            "베이시스포인트",
            "비피",
        ],
        -2,
        Unit::PercentagePoint,
    ),
    // Those of no country are of dollars, until something says otherwise.
    (
        &[
            "cent",
            "cents",
            "¢",
            "센트",
            "us cent",
            "us cents",
            "u.s. cents",
            "미국 센트",
        ],
        -2,
        Unit::Currency(Currency::Usd),
    ),
    (
        &[
            "eurocent",
            "eurocents",
            "euro cent",
            "euro cents",
            "euro-cent",
            "euro-cents",
            "유로센트",
            "유로 센트",
        ],
        -2,
        Unit::Currency(Currency::Eur),
    ),
    (&["pence", "펜스"], -2, Unit::Currency(Currency::Gbp)),
];

/// What a unit is so many of, if it is: 할 is ten per cent, a decade ten years.
pub(in crate::figure) fn multiple_of_unit(phrase: &str) -> Option<(i32, Unit)> {
    let lower = phrase.to_lowercase();
    let years = match lower.as_str() {
        "decade" | "decades" => 1,
        "century" | "centuries" => 2,
        _ => {
            return MULTIPLES
                .iter()
                .find(|(words, _, _)| words.contains(&lower.as_str()))
                .map(|(_, power, unit)| (*power, unit.clone()));
        }
    };
    Some((years, lookup("years")?))
}

/// Units of time: the counter, and how many of the first of its row it is. A
/// month has no fixed number of days, so there are two rows.
const TIMES: [&[(&str, u32)]; 2] = [
    &[("개월", 1), ("년", 12)],
    &[
        ("초", 1),
        ("분", 60),
        ("시간", 3600),
        ("일", 86_400),
        ("주", 604_800),
    ],
];

/// How many seconds or months a counter of time is, and which of the two.
pub(super) fn lasting(korean: &str) -> Option<(usize, u32)> {
    TIMES.iter().enumerate().find_map(|(row, units)| {
        let found = units.iter().find(|(counter, _)| *counter == korean)?;
        Some((row, found.1))
    })
}

/// Every word for a unit that is neither counted nor measured.
pub(super) fn words_for(unit: &Unit) -> impl Iterator<Item = &'static str> {
    let plain = PLAIN.iter().filter(move |(_, known)| known == unit);
    let money = CURRENCIES
        .iter()
        .filter(move |(_, known)| *unit == Unit::Currency(*known));
    plain
        .map(|(word, _)| *word)
        .chain(money.map(|(word, _)| *word))
}

/// The kind of things that a Korean counter counts.
pub(super) fn kind(korean: &str) -> Kind {
    match korean {
        "명" => Kind::Person,
        "개국" => Kind::Country,
        "년" | "세" => Kind::Year,
        "개월" => Kind::Month,
        "주" => Kind::Week,
        "일" => Kind::Day,
        "시간" => Kind::Hour,
        "분" => Kind::Minute,
        "초" => Kind::Second,
        _ => Kind::Thing,
    }
}

/// A sign that stands before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::figure) enum Sign {
    /// Money.
    Currency(Currency),
    /// `×18`
    Multiple,
}

/// The sign that begins `text` (lower case), and its length in bytes.
pub(in crate::figure) fn leading_sign(text: &str) -> Option<(Sign, usize)> {
    if text.starts_with('×') {
        return Some((Sign::Multiple, '×'.len_utf8()));
    }
    LEADING
        .iter()
        .find(|(sign, _)| text.starts_with(sign))
        .map(|(sign, currency)| (Sign::Currency(*currency), sign.len()))
}

/// Whether `text` begins with a Korean counter or currency: then a syllable
/// that could be a numeral is none (`사람` is not 4).
pub(in crate::figure) fn starts_with_unit(text: &str) -> bool {
    let counters = COUNTERS.iter().map(|(word, _, _)| *word);
    let words = [
        "이상",
        "이하",
        "이내",
        "이다",
        "이에요",
        "이예요",
        "이었",
        "이요",
        "이야",
        "일간",
    ];
    counters
        .chain(words)
        .any(|word| text.starts_with(word) && word.chars().count() > 1)
}

/// Whether both words of a counter are those of the tables.
pub(in crate::figure) fn is_listed(counter: &Counter) -> bool {
    let Counter { english, korean } = counter;
    let noun = WORDS.nouns.get(english.as_str());
    noun.is_some_and(|(_, many, counter)| many == english && counter == korean)
        || WORDS.counters.get(korean.as_str()) == Some(&(korean, english))
}

#[cfg(test)]
pub(in crate::figure) fn listed() -> impl Iterator<Item = Unit> {
    let words = COUNTERS.iter().map(|(word, ..)| *word);
    let words = words.chain(NOUNS.iter().map(|(_, many, _)| *many));
    words
        .chain(PLAIN.iter().map(|(word, _)| *word))
        .filter_map(lookup)
}

/// The tables by their words, the first of each.
struct Words {
    plain: HashMap<&'static str, &'static Unit>,
    currencies: HashMap<&'static str, Currency>,
    counters: HashMap<&'static str, (&'static str, &'static str)>,
    nouns: HashMap<&'static str, &'static (&'static str, &'static str, &'static str)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let plain = PLAIN.iter().rev().map(|(word, unit)| (*word, unit));
    let currencies = CURRENCIES.iter().rev().copied();
    let counters = COUNTERS.iter().rev();
    let nouns = NOUNS.iter().rev();
    Words {
        plain: plain.collect(),
        currencies: currencies.collect(),
        counters: counters
            .map(|(word, korean, english)| (*word, (*korean, *english)))
            .collect(),
        nouns: nouns
            .flat_map(|noun| [(noun.0, noun), (noun.1, noun)])
            .collect(),
    }
});

/// The unit that a phrase names: a word of the tables, or an English phrase
/// that ends in a noun of the tables (`H100 GPUs`).
pub(in crate::figure) fn lookup(phrase: &str) -> Option<Unit> {
    let lower = phrase.to_lowercase();
    if let Some(unit) = WORDS.plain.get(lower.as_str()) {
        return Some((*unit).clone());
    }
    let code = Currency::ALL
        .into_iter()
        .find(|currency| currency.code().eq_ignore_ascii_case(phrase));
    let named = || WORDS.currencies.get(lower.as_str()).copied();
    if let Some(currency) = code.or_else(named) {
        return Some(Unit::Currency(currency));
    }
    if let Some((korean, english)) = WORDS.counters.get(lower.as_str()) {
        return Some(Unit::Count(Counter {
            english: (*english).to_owned(),
            korean: (*korean).to_owned(),
        }));
    }
    if let Some(symbol) = measure(phrase) {
        return Some(Unit::Other(symbol));
    }
    // A noun phrase is English from its first letter on: in 개의 H100 GPU the
    // counter is what counts, and "% a year" is a percentage.
    let hangul = |c: char| matches!(c, '가'..='힣');
    if phrase.contains(hangul) || !phrase.starts_with(char::is_alphanumeric) {
        return None;
    }
    let last = lower.rsplit([' ', '-']).next()?;
    let (one, many, korean) = WORDS.nouns.get(last)?;
    let noun = phrase.get(phrase.len().checked_sub(last.len())?..)?;
    let before = phrase.get(..phrase.len() - last.len())?;
    // Hours of a thing are no hours: GPU-hours, person-years.
    if lasting(korean).is_some() && !before.split([' ', '-']).all(is_of_time) {
        return Some(Unit::Other(phrase.to_owned()));
    }
    // The author's spelling is kept (GPUs), in the plural.
    let english = if last == *many {
        phrase.to_owned()
    } else if let Some(ending) = many.strip_prefix(one) {
        format!("{before}{noun}{ending}")
    } else {
        format!("{before}{many}")
    };
    Some(Unit::Count(Counter {
        english,
        korean: (*korean).to_owned(),
    }))
}

/// Whether a word before a unit of time leaves it one: full years.
fn is_of_time(word: &str) -> bool {
    let words = [
        "",
        "full",
        "whole",
        "entire",
        "long",
        "short",
        "more",
        "calendar",
        "business",
        "working",
        "fiscal",
        "financial",
        "academic",
        "school",
        "trading",
        "consecutive",
        "straight",
        "successive",
        "past",
        "last",
        "next",
        "first",
        "light",
        "solid",
        "good",
        "mere",
        "of",
        "about",
        "extra",
        "additional",
        "other",
        "further",
        "prior",
        "previous",
    ];
    words.contains(&word.to_lowercase().as_str())
}

/// A plural noun phrase of the tables in the singular.
pub(in crate::figure) fn noun_one(plural: &str) -> String {
    let lower = plural.to_lowercase();
    if lower == "years old" {
        return "year old".to_owned();
    }
    let last = lower.rsplit([' ', '-']).next().unwrap_or_default();
    let Some((one, many, _)) = NOUNS.iter().find(|(_, many, _)| *many == last) else {
        return super::measure::english_one(plural).unwrap_or_else(|| plural.to_owned());
    };
    let end = plural.len().saturating_sub(last.len());
    let before = plural.get(..end).unwrap_or_default();
    match many.strip_prefix(one) {
        Some(ending) => plural
            .get(..plural.len().saturating_sub(ending.len()))
            .unwrap_or_default()
            .to_owned(),
        None => format!("{before}{one}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn nouns_in_both_numbers() {
        for (phrase, many, one) in [
            ("application", "applications", "application"),
            ("H100 GPU", "H100 GPUs", "H100 GPU"),
            ("H100 GPUs", "H100 GPUs", "H100 GPU"),
            ("AI companies", "AI companies", "AI company"),
            ("person", "people", "person"),
            ("business", "businesses", "business"),
        ] {
            let Some(Unit::Count(counter)) = lookup(phrase) else {
                unreachable!("{phrase}")
            };
            assert_eq!(counter.english, many);
            assert_eq!(noun_one(many), one);
        }
    }
}
