//! What stands behind a numeral: the unit, and what people say around it.

use num_traits::One;

use super::reader::Reader;
use super::{Unit, hedge};
use crate::figure::unit::{Sign, is_of_something, lookup, multiple_of_unit, often};

/// Longest unit that is in no table, in characters.
const LONGEST_UNIT: usize = 40;
/// Most words of a unit.
const LONGEST_PHRASE: usize = 4;

/// What a phrase makes of the number before it.
#[derive(Debug, PartialEq)]
pub(super) struct Measured {
    pub unit: Unit,
    /// The power of ten that the number is to be multiplied by: 7할 is 70 %.
    pub power: i32,
    /// Whether half a unit comes on top: 4년 반.
    pub half_more: bool,
}

impl From<Unit> for Measured {
    fn from(unit: Unit) -> Self {
        Measured {
            unit,
            power: 0,
            half_more: false,
        }
    }
}

/// The unit that `rest` names behind the numeral, given the `sign` before it.
/// `apart` is whether a space stands between; behind a numeral of Korean words
/// only a known unit will do, or `일본` would be one `본`.
pub(super) fn unit(
    rest: &str,
    apart: bool,
    sign: Option<Sign>,
    by_korean_words: bool,
) -> Option<Measured> {
    let phrase = hedge::strip_after(rest);
    if hedge::offers_another(phrase) {
        return None;
    }
    let phrase = of_each(phrase).unwrap_or(phrase);
    let plain = hedge::without_ending(phrase, by_korean_words).map(hedge::strip_after);
    let half = std::iter::once(phrase).chain(plain).find_map(half_more);
    if let Some(unit) = half
        && sign.is_none()
    {
        return Some(Measured {
            half_more: true,
            ..Measured::from(unit)
        });
    }
    // 31 유로 센트다 are no euros.
    let hundredths = plain.and_then(multiple_of_unit);
    if let Some((power, unit)) = hundredths.filter(|_| sign.is_none()) {
        return Some(Measured {
            power,
            ..Measured::from(unit)
        });
    }
    let found = named(phrase, apart, sign, by_korean_words);
    let known = |found: &Measured| match &found.unit {
        // The 도 of 12도 is a degree and no particle.
        Unit::Other(_) => found.power != 0 || found.unit.is_warmth(),
        _ => true,
    };
    if found.as_ref().is_some_and(known) {
        return found;
    }
    // 38,210건이다, 9.4%다, 80억원을
    let bare = plain.and_then(|phrase| named(phrase, apart, sign, by_korean_words));
    bare.filter(known).or(found)
}

/// A phrase of cents without the words that say of what they are: cents of every euro.
fn of_each(phrase: &str) -> Option<&str> {
    const OF: [&str; 6] = [
        "of every",
        "of each",
        "of the",
        "on the",
        "in the",
        "for every",
    ];
    let (cents, of) = phrase.split_once(' ')?;
    let money = |unit: &Unit| matches!(unit, Unit::Currency(_));
    let hundredths = multiple_of_unit(cents).is_some_and(|(_, unit)| money(&unit));
    let mut of = OF.iter().filter_map(|words| of.strip_prefix(words));
    let whole = of.find_map(|of| lookup(of.trim_start()));
    (hundredths && whole.is_some_and(|whole| money(&whole))).then_some(cents)
}

/// The unit that has half of one on top: `년 반`, `times and a half`.
fn half_more(phrase: &str) -> Option<Unit> {
    let halves = [" and a half", "하고 반", " 반", "반"];
    let phrase = halves.iter().find_map(|half| phrase.strip_suffix(half))?;
    lookup(phrase.trim_end()).filter(|unit| *unit == Unit::Multiple || unit.lasts())
}

fn named(phrase: &str, apart: bool, sign: Option<Sign>, by_words: bool) -> Option<Measured> {
    if let Some(sign) = sign {
        return signed(phrase, sign).map(Measured::from);
    }
    if phrase.is_empty() || phrase.starts_with("of ") {
        return Some(Unit::None.into());
    }
    // 9.58 s, 2 h
    let phrase = match phrase {
        "s" if apart => "seconds",
        "h" if apart => "hours",
        phrase => phrase,
    };
    if let Some((power, unit)) = multiple_of_unit(phrase) {
        return Some(Measured {
            power,
            ..Measured::from(unit)
        });
    }
    // The 세 of 두세 명 is three.
    if by_words && phrase.starts_with('세') {
        return None;
    }
    // "2nd place" and "한 배 반" are not two places and once.
    let ordinal = ["st", "nd", "rd", "th"].contains(&phrase.split(' ').next().unwrap_or_default());
    if (ordinal && !apart) || phrase.ends_with(" 반") {
        return None;
    }
    if let Some((over, under)) = per(phrase)
        && !over.is_empty()
    {
        return rate(over, under);
    }
    // 10% monthly, and yearly, which goes without saying.
    if let Some((over, adverb)) = phrase.rsplit_once(' ')
        && let Some(under) = often::adverb(adverb)
    {
        return rate(over.trim_end(), under);
    }
    // What goes on with digits is a date or two numbers, not a unit; what goes
    // on at length is a sentence.
    if phrase.split(' ').any(begins_with_digit) {
        return None;
    }
    // Time in two units: 사 년 육 개월 is no 사 년.
    let mut later = phrase.split(' ').skip(1);
    if later.any(is_numeral_with_unit) {
        return None;
    }
    if phrase.split(' ').count() <= LONGEST_PHRASE
        && let Some(unit) = lookup(phrase)
    {
        return Some(unit.into());
    }
    if let Some(phrase) = phrase.strip_prefix("-")
        && let Some(unit) = lookup(phrase.trim_start())
    {
        return Some(unit.into());
    }
    // Korean: the counter comes first (개의 H100 GPU, 개 기업, %를 맞혔다).
    let first = phrase.split(' ').next().unwrap_or_default();
    // 두 달 반이 has half of one on top, and is no 두 달.
    let half = phrase
        .split(' ')
        .nth(1)
        .filter(|word| *word == "반" || hedge::without_particle(word) == Some("반"));
    if half.is_some() && lookup(first).is_some_and(|unit| unit.lasts()) {
        return None;
    }
    let counters = hedge::without_particle(first)
        .into_iter()
        .chain(hedge::without_glued(first))
        .chain([first]);
    for counter in counters {
        if let Some(unit) = lookup(counter)
            && (!counter.is_ascii() || !matches!(unit, Unit::Count(_)))
        {
            return Some(unit.into());
        }
    }
    noun(phrase, apart, by_words).map(Measured::from)
}

/// The unit behind an amount that had a sign before it.
fn signed(phrase: &str, sign: Sign) -> Option<Unit> {
    let unit = match sign {
        Sign::Currency(currency) => Unit::Currency(currency),
        Sign::Multiple => Unit::Multiple,
    };
    if phrase.is_empty() || lookup(phrase).as_ref() == Some(&unit) {
        return Some(unit);
    }
    let per = per(phrase).filter(|(over, _)| over.is_empty())?;
    denominator(per.1).map(|under| Unit::Other(format!("{}/{under}", unit.label())))
}

/// What is per something: `won to the dollar`, `cents per million tokens`.
fn rate(over: &str, under: &str) -> Option<Measured> {
    let (power, over) = match (multiple_of_unit(over), lookup(over)) {
        (Some((power, unit)), _) => (power, unit.label()),
        // Growth is told in % a year; that it is yearly goes without saying.
        (None, Some(Unit::Percent)) if under == "annum" || lookup(under) == lookup("years") => {
            return Some(Unit::Percent.into());
        }
        (None, Some(unit)) => (0, unit.label()),
        (None, None) if over.contains('/') || over.contains(" per ") => return None,
        // "0.8% to 10.92 per dollar" is a change and a rate.
        (None, None) if over.split(' ').any(begins_with_digit) => return None,
        (None, None) => (0, over.to_owned()),
    };
    let under = denominator(under).filter(|_| over.chars().count() <= LONGEST_UNIT)?;
    Some(Measured {
        power,
        ..Measured::from(Unit::Other(format!("{over}/{under}")))
    })
}

/// English: the noun comes last, before what goes on (companies in China).
fn noun(phrase: &str, apart: bool, by_korean_words: bool) -> Option<Unit> {
    let noun = [" of ", " in ", " from ", " at ", " by ", " for ", " on "]
        .iter()
        .filter_map(|preposition| phrase.find(preposition))
        .min()
        .and_then(|end| phrase.get(..end))
        .unwrap_or(phrase);
    let mut words = noun;
    loop {
        if let Some(unit) = lookup(words) {
            return Some(unit);
        }
        // "patents filed"
        match words.rsplit_once(' ') {
            Some((before, _)) => words = before,
            None => break,
        }
    }
    // 2조원대, 70%대
    if let Some(unit @ (Unit::Currency(_) | Unit::Percent)) = noun
        .strip_suffix('대')
        .and_then(|word| lookup(word.trim_end()))
    {
        return Some(unit);
    }
    // "년6월" is two numbers, "six seven" too.
    let mut before = ' ';
    let glued = noun.chars().any(|c| {
        let hangul = matches!(before, '가'..='힣');
        before = c;
        hangul && c.is_ascii_digit()
    });
    if by_korean_words || glued || noun.split(' ').any(is_numeral) {
        return None;
    }
    other(noun, apart).map(Unit::Other)
}

/// Whether a word is a number by itself: "six seven" are two.
fn is_numeral(word: &str) -> bool {
    let mut reader = Reader::new(word);
    reader.numeral().is_some() && reader.rest().is_empty()
}

/// Whether a word is a numeral, with a unit of time behind it or none: 육개월.
fn is_numeral_with_unit(word: &str) -> bool {
    let mut reader = Reader::new(word);
    reader.numeral().is_some()
        && (reader.rest().is_empty() || lookup(reader.rest()).is_some_and(|unit| unit.lasts()))
}

/// A phrase cut where it says "per": `USD/token`, `dollars per token`, `won to
/// the dollar`.
fn per(phrase: &str) -> Option<(&str, &str)> {
    // "won a dollar" is a rate, "half a million" is not.
    let of_units = |word: &str| {
        let (over, under) = phrase.split_once(word)?;
        // Three quarters are three fourths, so that a quarter is no unit but here.
        let known = lookup(under).is_some() || under == "quarter";
        // 46,500 clicks a day: several of whatever it is for each time
        let several = over.ends_with('s') && !over.ends_with("ss") && !over.contains(' ');
        let often = several && lookup(under).is_some_and(|unit| unit.lasts());
        (lookup(over).is_some() && known || often).then_some((over, under))
    };
    let behind = phrase.strip_prefix("per ").map(|under| ("", under));
    let (over, under) = behind
        .or_else(|| phrase.split_once('/'))
        .or_else(|| phrase.split_once(" per "))
        .or_else(|| {
            [" a ", " an ", " each ", " every ", " to the ", " for a "]
                .into_iter()
                .find_map(of_units)
        })
        .or_else(|| Some(("", one_of(phrase)?)))?;
    Some((over.trim(), under.trim()))
}

/// Nouns in no table that a price is for one of.
const PRICED: [&str; 6] = ["share", "head", "kilowatt-month", "night", "ticket", "pack"];

/// What an amount of money is for one of: *a megawatt-hour*, *each share*.
fn one_of(phrase: &str) -> Option<&str> {
    let articles = ["a ", "an ", "each ", "every "];
    let under = articles
        .iter()
        .find_map(|article| phrase.strip_prefix(article))?;
    (lookup(under).is_some() || PRICED.contains(&under)).then_some(under)
}

/// What stands under the slash of a unit, as it is kept: a unit, or so many of
/// it (`million tokens` is `1000000 tokens`).
pub(super) fn denominator(phrase: &str) -> Option<String> {
    // So much for so long: per MW per day, /MW/day. No other rate of a rate is
    // a figure of ours.
    let for_a_time = [" per ", "/", " a "].iter().find_map(|joint| {
        let (measure, time) = phrase.split_once(joint)?;
        let product = lookup(&format!("{}-{}", measure.trim(), time.trim()))?;
        product.is_a_measure().then(|| product.label())
    });
    if for_a_time.is_some() || phrase.contains('/') {
        return for_a_time;
    }
    // 일 is a day before it is a one, and 월 is a month: 8만원/월.
    if let Some(unit) = lookup(phrase)
        .or_else(|| often::time(phrase))
        .filter(Unit::lasts)
    {
        return Some(unit.label());
    }
    // "per million" is per one million.
    let one = format!("1 {phrase}");
    let word = phrase.split(' ').next().unwrap_or_default();
    // A letter is one only before what it counts: "/M tokens" and not "/m".
    let counts = word.len() > 1 || word.len() < phrase.len();
    let scale = counts && super::words::scale(&word.to_ascii_lowercase()).is_some();
    let mut reader = Reader::new(if scale { &one } else { phrase });
    let count = reader.numeral();
    let counted = count.filter(|count| count.value.is_integer() && count.value >= One::one());
    // 한밀제과 is no 밀제과 by the one.
    let glued = counted.as_ref().is_some_and(|count| count.by_korean_words) && !reader.at_word();
    // Nor is 열차 킬로미터 ten of anything.
    let of_something = glued && lookup(reader.rest().trim()).is_none() && is_of_something(phrase);
    let (counted, glued) = match of_something {
        true => (None, false),
        false => (counted, glued),
    };
    let (count, unit) = match counted {
        Some(count) => (Some(count.value), reader.rest().trim()),
        None => (None, phrase),
    };
    let unit = match lookup(unit) {
        Some(unit) => unit.label(),
        None if glued => return None,
        None => other(unit, true)?,
    };
    Some(match count {
        Some(count) if !count.is_one() => format!("{count} {unit}"),
        _ => unit,
    })
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// A noun that is in no table, if it may be one.
fn other(phrase: &str, apart: bool) -> Option<String> {
    let begins = phrase.chars().next()?;
    // "4st", "0x1f": a scrap glued to the digits is a slip, not a noun.
    let first = phrase.split(' ').next().unwrap_or_default();
    let scrap = first.chars().count() < 3 || phrase.contains(|c: char| c.is_ascii_digit());
    let glued = !apart && begins.is_ascii() && scrap;
    let fits = phrase
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '·' | '\'' | '.'));
    (begins.is_alphabetic()
        && fits
        && !glued
        && phrase.split(' ').count() <= LONGEST_PHRASE
        && phrase.chars().count() <= LONGEST_UNIT)
        .then(|| phrase.to_owned())
}
