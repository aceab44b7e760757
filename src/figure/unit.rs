//! Units that figures of the news come in.

mod compound;
mod currency;
mod lookup;
mod measure;
mod noun;
pub(in crate::figure) mod often;
mod rate;
mod sign;
mod table;

use num_rational::BigRational;
use num_traits::One;
use unicode_normalization::UnicodeNormalization;

pub(in crate::figure) use compound::is_of_something;
pub use currency::Currency;
#[cfg(test)]
pub(in crate::figure) use lookup::listed;
pub(in crate::figure) use lookup::{is_listed, lookup, multiple_of_unit, noun_one};
pub(in crate::figure) use measure::{DEGREES, is_symbol, korean as korean_measure};
pub use noun::nouns_alike;
pub(in crate::figure) use rate::Rate;
use rate::{is_upper_half, same_rate};
pub(in crate::figure) use sign::{Sign, leading_sign};
pub(in crate::figure) use table::starts_with_unit;

/// What a value counts or measures.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Unit {
    /// A bare number.
    None,
    /// Per cent, `%`.
    Percent,
    /// Percentage points, `%p`.
    PercentagePoint,
    /// A multiple, `×`, `배`.
    Multiple,
    /// Money.
    Currency(Currency),
    /// Things counted, with the counter that Korean uses for them.
    Count(Counter),
    /// A unit that is not in the tables: kept as written. What is per
    /// something has a slash: `KRW/USD`, `USD/tokens`.
    Other(String),
}

/// What is counted: the English noun as the author wrote it and the Korean
/// counter that goes with it (`applications`, `건`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Counter {
    /// The noun in English, plural; empty when only a Korean counter was
    /// written that has no noun of its own (`개`, `건`).
    pub english: String,
    /// The counter in Korean.
    pub korean: String,
}

/// What a counter counts. Within a kind one may be said for another: `개` for
/// `건`, `사람` for `명`, patents for applications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Thing,
    Person,
    Country,
    Year,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

impl Kind {
    /// Its name in canonical spellings.
    fn code(self) -> &'static str {
        match self {
            Kind::Thing => "thing",
            Kind::Person => "person",
            Kind::Country => "country",
            Kind::Year => "year",
            Kind::Month => "month",
            Kind::Week => "week",
            Kind::Day => "day",
            Kind::Hour => "hour",
            Kind::Minute => "minute",
            Kind::Second => "second",
        }
    }
}

impl Counter {
    /// What is counted.
    pub(super) fn kind(&self) -> Kind {
        table::kind(&self.korean)
    }

    /// `개` by itself counts whatever is countable.
    fn is_generic(&self) -> bool {
        self.english.is_empty() && self.korean == "개"
    }
}

/// How the unit of an answer stands to the unit that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitMatch {
    /// The same, or another word for it.
    Same,
    /// The answer has no unit, and one was asked for.
    Missing,
    /// Another unit.
    Wrong,
}

impl Unit {
    /// How this unit of an answer stands to the `given` one.
    pub fn compare(&self, given: &Unit) -> UnitMatch {
        let same = match (self, given) {
            (Unit::None, Unit::None) => true,
            (Unit::None, _) => return UnitMatch::Missing,
            // A noun or "times" behind a bare number says nothing else.
            (Unit::Multiple | Unit::Count(_), Unit::None) => true,
            (Unit::Other(word), Unit::None) => is_noun(word),
            (Unit::Count(mine), Unit::Count(theirs)) => {
                let (kind, other) = (mine.kind(), theirs.kind());
                let countable = |kind| matches!(kind, Kind::Thing | Kind::Person | Kind::Country);
                kind == other
                    || (mine.is_generic() && countable(other))
                    || (theirs.is_generic() && countable(kind))
            }
            // "How many won make a dollar?" has the dollar in it already.
            (_, Unit::Other(theirs)) if is_upper_half(self, theirs) => return UnitMatch::Missing,
            (Unit::Other(mine), Unit::Other(theirs)) if mine.contains('/') => {
                mine == theirs || same_rate(mine, theirs)
            }
            (Unit::Other(mine), Unit::Other(theirs)) => {
                mine.to_lowercase() == theirs.to_lowercase()
                    || is_noun(mine) && is_noun(theirs)
                    || measure::are_degrees(mine, theirs)
            }
            (Unit::Other(word), Unit::Count(counter))
            | (Unit::Count(counter), Unit::Other(word)) => {
                counter.kind() == Kind::Thing && is_noun(word)
            }
            // 달라, dolars
            (Unit::Other(word), theirs) if is_noun(word) => is_slip(word, theirs),
            (mine, theirs) => mine == theirs,
        };
        if same {
            UnitMatch::Same
        } else {
            UnitMatch::Wrong
        }
    }

    /// How many of `other` one of this is, where both measure the same: 12
    /// months a year, 1,000 m a km; tokens by the million against tokens.
    pub fn in_terms_of(&self, other: &Unit) -> Option<BigRational> {
        match (self, other) {
            (Unit::Count(mine), Unit::Count(theirs)) => {
                let (row, mine) = table::lasting(&mine.korean)?;
                let (other, theirs) = table::lasting(&theirs.korean)?;
                (row == other).then(|| BigRational::new(mine.into(), theirs.into()))
            }
            (Unit::Other(mine), Unit::Other(theirs)) => {
                if let (Some(mine), Some(theirs)) = (Rate::of(mine), Rate::of(theirs)) {
                    return mine.in_terms_of(&theirs);
                }
                let (row, mine) = measure::metric(mine)?;
                let (other, theirs) = measure::metric(theirs)?;
                (row == other).then(|| super::number::power_of_ten(mine - theirs))
            }
            _ => None,
        }
    }

    /// Whether it is so many of `over` per something that `text` speaks of: % a
    /// month, yen per dollar, 시간당.
    pub fn is_per_named(&self, over: &Unit, text: &str) -> bool {
        let Unit::Other(word) = self else {
            return false;
        };
        let Some(rate) = Rate::of(word) else {
            return false;
        };
        let so_many = |under: String| {
            let said = Rate::of(&format!("{}/{under}", rate.over.label()));
            said.is_some_and(|said| {
                // A noun of no table is that noun: 가구당 is not 기업당.
                let strange = [&said.under, &rate.under]
                    .iter()
                    .any(|unit| matches!(unit, Unit::Other(word) if is_noun(word)));
                let same = !strange || said.under.code() == rate.under.code();
                same && rate.in_terms_of(&said).is_some_and(|f| f.is_one())
            })
        };
        let is_named = || rate.count.is_one() && rate.under.is_named_in(text);
        rate.over.compare(over) == UnitMatch::Same
            && (is_named() || super::parse::said_per(text).any(so_many))
    }

    /// Whether it counts things, people or countries.
    pub fn is_countable(&self) -> bool {
        match self {
            Unit::Count(counter) => {
                matches!(counter.kind(), Kind::Thing | Kind::Person | Kind::Country)
            }
            _ => false,
        }
    }

    /// Whether it is more than a noun: a bare number is another with it.
    pub fn is_a_measure(&self) -> bool {
        match self {
            Unit::None => false,
            Unit::Percent | Unit::PercentagePoint | Unit::Multiple | Unit::Currency(_) => true,
            // A year may be a number's name.
            Unit::Count(counter) => self.lasts() && counter.kind() != Kind::Year,
            Unit::Other(word) => measure::is_measure(word),
        }
    }

    /// Whether it tells of warmth.
    pub(super) fn is_warmth(&self) -> bool {
        matches!(self, Unit::Other(word) if matches!(word.as_str(), DEGREES | "°C" | "°F"))
    }

    /// Whether it says how long something lasts.
    pub fn lasts(&self) -> bool {
        matches!(self, Unit::Count(counter) if table::lasting(&counter.korean).is_some())
    }

    /// Whether it is per something.
    pub fn is_rate(&self) -> bool {
        matches!(self, Unit::Other(word) if word.contains('/'))
    }

    /// Whether `text` speaks of this unit: "in dollars", "몇 달러", "how many years".
    pub fn is_named_in(&self, text: &str) -> bool {
        let text: String = text.nfkc().collect::<String>().to_lowercase();
        let mut symbols = self.words().filter(|word| {
            !word.is_empty() && !word.chars().any(char::is_alphabetic) || word.ends_with('¥')
        });
        if symbols.any(|symbol| text.contains(symbol)) {
            return true;
        }
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '%');
        words.filter(|word| !word.is_empty()).any(|word| {
            let word = word.strip_prefix('몇').unwrap_or(word);
            let without = |ending: &str| word.strip_suffix(ending);
            let endings = [
                "",
                "화로",
                "으로",
                "로",
                "은",
                "는",
                "이",
                "인가",
                "인가요",
                "일까",
                "나",
            ];
            // 월 임대료, 연간 예산, the annual budget
            let time = |word: &str| often::time(word).filter(|_| self.lasts());
            endings
                .iter()
                .filter_map(|ending| {
                    let word = without(ending)?;
                    lookup(word).or_else(|| time(word))
                })
                .any(|named| named == *self || named.compare(self) == UnitMatch::Same)
        })
    }

    /// The words for it, in lower case, where it is neither counted nor measured.
    fn words(&self) -> impl Iterator<Item = &'static str> {
        table::words_for(self)
    }

    /// Whether only the unit says what a bare number is of: money, points,
    /// time, measures. A share is per cent, a number of things counts them.
    pub fn needs_naming(&self) -> bool {
        match self {
            Unit::Currency(_) | Unit::PercentagePoint => true,
            Unit::Count(_) => self.lasts(),
            Unit::Other(word) => measure::is_measure(word),
            Unit::None | Unit::Percent | Unit::Multiple => false,
        }
    }

    /// A spelling that is the same for all spellings of the unit.
    pub fn code(&self) -> String {
        match self {
            Unit::None => String::new(),
            Unit::Percent => "%".to_owned(),
            Unit::PercentagePoint => "%p".to_owned(),
            Unit::Multiple => "x".to_owned(),
            Unit::Currency(currency) => currency.code().to_owned(),
            Unit::Count(counter) => counter.kind().code().to_owned(),
            Unit::Other(word) => word.to_lowercase(),
        }
    }

    /// The unit as a word of its own, as it stands in `KRW/USD`.
    pub(super) fn label(&self) -> String {
        match self {
            Unit::None => "1".to_owned(),
            Unit::Percent | Unit::PercentagePoint => self.code(),
            Unit::Multiple => "×".to_owned(),
            Unit::Currency(currency) => currency.code().to_owned(),
            Unit::Count(counter) if counter.english.is_empty() => counter.korean.clone(),
            Unit::Count(counter) => counter.english.clone(),
            Unit::Other(word) => word.clone(),
        }
    }
}

/// Whether a word is a slip of the finger for a unit: one letter off a word for
/// it that is long enough to tell.
fn is_slip(word: &str, unit: &Unit) -> bool {
    let letters = |word: &str| word.to_lowercase().nfd().collect::<String>();
    let word = letters(word);
    unit.words()
        .map(letters)
        .any(|known| known.chars().count() >= 5 && strsim::osa_distance(&known, &word) == 1)
}

/// Whether a unit that is in no table is a noun: not a measure, nor one of
/// something, not per something.
fn is_noun(word: &str) -> bool {
    !word.contains('/') && !measure::is_measure(word) && !is_of_something(word)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::*;
    use crate::figure::Figure;

    #[test]
    fn per_what_a_text_speaks_of() {
        for (mine, over, text, expected) in [
            ("시간당 5원", "5원", "시간당 얼마인가?", true),
            ("1시간에 5원", "5원", "시간당 얼마인가?", true),
            ("5 won per hour", "5원", "시간당 얼마인가?", true),
            ("시간당 5원", "5원", "1시간에 얼마인가?", true),
            ("리터당 5원", "5원", "휘발유는 리터당 얼마인가?", true),
            ("1인당 5원", "5원", "국민 1인당 나랏빚은?", true),
            ("1인당 5원", "5원", "한 사람당 나랏빚은?", true),
            ("가구당 5원", "5원", "가구당 빚은?", true),
            ("1인당 5kg", "5kg", "1인당 쌀 소비량은?", true),
            ("100만 토큰당 $5", "$5", "100만 토큰당 얼마인가?", true),
            // Per another thing, or per several where one is asked for.
            ("하루 5원", "5원", "시간당 얼마인가?", false),
            ("시간당 5원", "5원", "1인당 얼마인가?", false),
            ("1인당 5원", "5원", "두 사람당 얼마인가?", false),
            ("토큰당 $5", "$5", "100만 토큰당 얼마인가?", false),
            ("100만 토큰당 $5", "$5", "토큰당 얼마인가?", false),
            ("가구당 5원", "5원", "기업당 빚은?", false),
            (
                "5 won per household",
                "5원",
                "What is owed per household?",
                true,
            ),
            (
                "5 won per firm",
                "5원",
                "What is owed per household?",
                false,
            ),
            ("시간당 $5", "5원", "시간당 얼마인가?", false),
            // 해당 is no 해, and what is told of a year is not so per year.
            ("1년에 5원", "5원", "해당 기업의 빚은?", false),
            ("1년에 5원", "5원", "2023년에 빚은 얼마인가?", false),
            ("시간당 5원", "5원", "얼마인가?", false),
        ] {
            let unit = |text: &str| Figure::parse(text).expect(text).unit;
            assert_eq!(
                unit(mine).is_per_named(&unit(over), text),
                expected,
                "{mine} for {over}: {text}"
            );
        }
    }

    #[test]
    fn compared() {
        use UnitMatch::{Missing, Same, Wrong};
        for (mine, given, expected) in [
            ("5개", "5건", Same),
            ("5 patents", "5 applications", Same),
            ("5건", "5 applications", Same),
            ("5명", "5개국", Wrong),
            ("5개", "5명", Same),
            ("5명", "5 people", Same),
            ("5 people", "5개", Same),
            ("5", "5건", Missing),
            ("5", "$5", Missing),
            ("5", "5%", Missing),
            ("5", "5×", Missing),
            ("$5", "5달러", Same),
            ("$5", "₩5", Wrong),
            ("5원", "5%", Wrong),
            ("5%", "5%p", Wrong),
            ("5%", "5", Wrong),
            ("5배", "5", Same),
            ("5 GPUs", "5", Same),
            ("5 widgets", "5 GPUs", Same),
            ("5 km", "5 GPUs", Wrong),
            ("5 km", "5 kg", Wrong),
            ("5킬로미터", "5 km", Same),
            ("5년", "5 years", Same),
            ("5년", "5개월", Wrong),
            ("5개", "5년", Wrong),
            ("5일", "5 days", Same),
            ("5개국", "5 countries", Same),
            ("$5", "5명", Wrong),
            ("5 KRW/USD", "5원/달러", Same),
            ("5 KRW/USD", "5 USD/KRW", Wrong),
            ("90 km/h", "90 kilometres per hour", Same),
            ("90 km an hour", "90 km/h", Same),
            ("90 km/h", "90 km/s", Wrong),
            ("5원", "5 KRW/USD", Missing),
            ("$5", "5 KRW/USD", Wrong),
            ("5", "5 KRW/USD", Missing),
            ("5 KRW/USD", "5원", Wrong),
        ] {
            let unit = |text: &str| Figure::parse(text).expect(text).unit;
            assert_eq!(
                unit(mine).compare(&unit(given)),
                expected,
                "{mine} for {given}"
            );
        }
    }
}
