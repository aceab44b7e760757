//! Figures of two numbers that a word joins: `1달러당 1,435원`, `10건 중 7건`.

use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::reader::Reader;
use super::words::english;
use super::{Figure, Number, Unit, phrase, read};
use crate::figure::unit::lookup;
use crate::text::is_hangul;

/// Syllables before 당 that make another word of it: 해당, 상당, 배당.
const OTHER_WORDS: &[&str] = &[
    "해", "상", "담", "감", "할", "충", "배", "수", "식", "정", "여", "야", "부", "전", "강", "성",
    "합", "가", "민주", "공화", "노동", "보수", "신", "타", "온",
];

/// Korean names what is divided by first: `1달러당 1,435원`, `100만 토큰에 0.14달러`.
pub(super) fn per_one(text: &str) -> Option<Figure> {
    if let Some(speed) = at_speed(text) {
        return Some(speed);
    }
    let money = |text: &str| {
        let word = text.trim_start_matches("a ").trim_start_matches("1 ");
        matches!(lookup(word), Some(Unit::Currency(_))) || text.starts_with('$')
    };
    // "A dollar was 161 yen", but "it was 161 yen" is no rate.
    let verbs = || {
        let (under, figure) = [" is ", " was "]
            .iter()
            .find_map(|verb| text.split_once(verb))?;
        money(under.trim()).then_some((under, figure))
    };
    let (under, figure) = each(text)
        .or_else(|| text.split_once("에 ").filter(|(under, _)| is_each(under)))
        .or_else(|| text.split_once('='))
        .or_else(verbs)?;
    let under = under.trim().trim_start_matches("a ");
    // $1 is a dollar.
    let dollar = || {
        let one = read(under).filter(|one| matches!(one.unit, Unit::Currency(_)))?;
        let is_one =
            one.number.upper.is_none() && one.number.value == BigRational::from_integer(1.into());
        is_one.then(|| one.unit.label())
    };
    let signed = !under.starts_with(|c: char| c.is_alphanumeric());
    let under = if signed {
        dollar()
    } else {
        phrase::denominator(under)
    }?;
    let figure = read(figure)?;
    let unit = match figure.unit {
        Unit::None => Unit::None,
        Unit::Other(over) if over.contains('/') => return None,
        over => Unit::Other(format!("{}/{under}", over.label())),
    };
    Some(Figure { unit, ..figure })
}

/// Most words of what a Korean text says something is per: `100만 토큰당`.
const LONGEST_UNDER: usize = 3;

/// What a text says that something is so per, as it stands below a slash:
/// `시간당 얼마인가?`, `국민 1인당`, `100만 토큰에`, `per household`.
pub(in crate::figure) fn said_per(text: &str) -> impl Iterator<Item = String> {
    let text = super::normal(text);
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | '.' | '%'))
        .filter(|word| !word.is_empty())
        .collect();
    let said = |at: usize| {
        let word = words.get(at)?;
        if *word == "per" {
            return phrase::denominator(words.get(at + 1)?);
        }
        let per = word
            .strip_suffix('당')
            .filter(|under| !OTHER_WORDS.contains(under));
        let last = per.or_else(|| word.strip_suffix('에'))?;
        // A number before it says of how many: 100만 토큰, 두 사람.
        let counted = (1..LONGEST_UNDER).rev().find_map(|before| {
            let before = words.get(at.checked_sub(before)?..at)?.join(" ");
            is_all_numeral(&before).then(|| format!("{before} {last}"))
        });
        let under = counted.unwrap_or_else(|| last.to_owned());
        (per.is_some() || is_each(&under))
            .then(|| phrase::denominator(&under))
            .flatten()
    };
    let said: Vec<String> = (0..words.len()).filter_map(said).collect();
    said.into_iter()
}

/// Whether words are a number, in digits or not, and nothing else.
fn is_all_numeral(words: &str) -> bool {
    let mut reader = Reader::new(words);
    reader.numeral().is_some() && reader.rest().trim().is_empty()
}

/// How fast something is: `시속 90km`, `초속 20m`.
fn at_speed(text: &str) -> Option<Figure> {
    let speeds = [("시속", "hours"), ("분속", "minutes"), ("초속", "seconds")];
    let (under, figure) = speeds.iter().find_map(|(word, time)| {
        let at = text.find(word)?;
        let before = text.get(..at)?.trim_end();
        let hedged = ["", "약", "최대", "순간최대풍속", "최대풍속"].contains(&before);
        Some((time, text.get(at + word.len()..)?)).filter(|_| hedged)
    })?;
    // 90m are metres here, and no millions.
    let metres = figure.strip_suffix('m').filter(|figure| {
        let digit = figure.trim_end().ends_with(|c: char| c.is_ascii_digit());
        digit && !figure.ends_with(' ')
    });
    let figure = match metres {
        Some(figure) => read(&format!("{figure} m")),
        None => read(figure),
    }?;
    let Unit::Other(over) = &figure.unit else {
        return None;
    };
    let length = figure.unit.is_a_measure() && !over.contains('/');
    length.then(|| Figure {
        unit: Unit::Other(format!("{over}/{under}")),
        ..figure.clone()
    })
}

/// A text parted at its 당, if that says per what: not the one of 해당한다, and
/// not behind two things, as of `22일 배럴당`.
fn each(text: &str) -> Option<(&str, &str)> {
    let (under, figure) = text.split_once('당')?;
    let goes_on = figure.starts_with(|c: char| is_hangul(c) && c != '약');
    let last = under.rsplit(' ').next().unwrap_or_default();
    let two = under.split_once(' ').is_some_and(|(first, _)| {
        first.starts_with(|c: char| c.is_ascii_digit()) && !is_number(first)
    });
    // 4만 7000기로 전기차 14대당
    let mut number = true;
    let two = two
        || under.split(' ').any(|word| {
            let digit = word.starts_with(|c: char| c.is_ascii_digit());
            let apart = digit && !number;
            number &= is_number(word);
            apart
        });
    let another = OTHER_WORDS.contains(&last) || goes_on || two;
    (!another).then_some((under, figure))
}

/// Whether a word is a number and nothing else: the 100만 of 100만 토큰.
fn is_number(word: &str) -> bool {
    read(word).is_some_and(|figure| figure.unit == Unit::None)
}

/// Whether what stands before 에 is what something is for each of: 100만 토큰에,
/// 한 달에, but no 22일에 and 2023년에, which are dates, and no 5년 만에.
fn is_each(under: &str) -> bool {
    let under = under.trim();
    let digits = under.len() - under.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (count, unit) = under.split_at_checked(digits).unwrap_or_default();
    let dated = match unit.trim_start() {
        "일" | "분기" => digits > 0,
        "년" | "월" => digits > 0 && count != "1",
        _ => false,
    };
    // 2년 안에 is when, and 2년 is no unit with a word behind it.
    let mut reader = Reader::new(under);
    let counted = reader.numeral().map(|_| reader.rest().trim());
    if counted.is_some_and(|unit| lookup(unit).is_none()) {
        return false;
    }
    // 일감에 해당하는 3년, 지난해에 5만 대
    let known = || match read(under) {
        Some(counted) => match &counted.unit {
            Unit::Other(word) => lookup(word).is_some() && !word.contains('/'),
            unit => !matches!(
                unit,
                Unit::None | Unit::Percent | Unit::PercentagePoint | Unit::Multiple
            ),
        },
        None => lookup(under).is_some(),
    };
    !dated && known()
}

/// Korean names the whole before the part: `10건 중 7건`, `5명중 1명`, `열에 일곱`.
pub(super) fn part_of(text: &str) -> Option<Figure> {
    let joints = [" 중에서 ", " 중에 ", " 중 ", " 가운데 ", "에 "];
    let apart = joints.iter().find_map(|joint| text.split_once(joint));
    // 집중 is no part: what stands before has a number or a counter at its end.
    let glued = || {
        let joints = ["중에서 ", "중에 ", "중 ", "가운데 "];
        let (whole, part) = joints.iter().find_map(|joint| text.split_once(joint))?;
        let last = whole.rsplit(' ').next()?;
        let counts = last.contains(|c: char| c.is_ascii_digit()) || lookup(last).is_some();
        counts.then_some((whole, part))
    };
    // 5년 만에 and 5년만에 are when, not of how many; 5만에 may be.
    let of_all = |(whole, _): &(&str, &str)| {
        let before = whole.trim_end().strip_suffix('만');
        before.is_none_or(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()))
    };
    let (whole, counted) = apart.or_else(glued).filter(of_all)?;
    // 열 명 중 셋, but 1504명 가운데 68%, and 17개 시도 가운데 15곳, are two figures.
    let in_words = !counted.contains(|c: char| c.is_ascii_digit());
    let (whole, part) = (read(whole)?, read(counted)?);
    let plain = |figure: &Figure| {
        figure.number.upper.is_none() && figure.number.value.is_integer() && !figure.unit.lasts()
    };
    let smaller = part.number.value <= whole.number.value && !part.number.value.is_negative();
    let alike = whole.unit == part.unit || in_words && part.unit == Unit::None;
    if !(plain(&whole) && plain(&part) && smaller && alike) || whole.number.value.is_zero() {
        return None;
    }
    Some(Figure {
        number: Number {
            value: part.number.value / whole.number.value,
            upper: None,
            last_digit: 0,
            fraction: true,
        },
        unit: Unit::None,
    })
}

/// One of so many, what it is standing between: `one farmer in eight`.
pub(super) fn one_in(text: &str) -> Option<Figure> {
    const WORDS: usize = 2;
    let (before, under) = text.split_once(" in ")?;
    let begins = |word: &&str| matches!(word.to_ascii_lowercase().as_str(), "one" | "1");
    let mut words = before.split(' ').skip_while(|word| !begins(word));
    let one = words.next()?;
    let noun: Vec<&str> = words.collect();
    let plain = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !(1..=WORDS).contains(&noun.len()) || !noun.iter().all(plain) {
        return None;
    }
    let last = noun.last()?;
    let before = before.get(..before.len() - noun.join(" ").len())?;
    let part = read(&format!("{before}in {under}"))?;
    let counts =
        !last.ends_with('s') && !noun.contains(&"of") && read(&format!("{one} {last}")).is_some();
    (counts && part.number.fraction && part.unit == Unit::None).then_some(part)
}

/// Several of so many, what they are standing between, both in words: `nine beds in
/// ten`.
pub(super) fn several_in(text: &str) -> Option<Figure> {
    const WORDS: usize = 2;
    let number = |word: &str| english(&word.to_ascii_lowercase());
    let (before, under) = text.split_once(" in ")?;
    let mut words = before.split(' ').skip_while(|word| number(word).is_none());
    let over = words.next()?;
    let noun: Vec<&str> = words.collect();
    let plain = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let plural = noun
        .last()
        .is_some_and(|last| last.ends_with('s') && !last.ends_with("ss"));
    let named = (1..=WORDS).contains(&noun.len()) && noun.iter().all(plain) && plural;
    let of = |word: &&str| matches!(*word, "of" | "times");
    if !named || noun.iter().any(of) || number(under)? <= number(over)? {
        return None;
    }
    let before = before.get(..before.len() - noun.join(" ").len())?;
    let part = read(&format!("{before}in {under}"))?;
    (part.number.fraction && part.unit == Unit::None).then_some(part)
}
