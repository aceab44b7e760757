//! A fact for each figure that is worth asking.

use num_rational::BigRational;
use num_traits::One;
use std::collections::BTreeMap;
use std::ops::Range;

use super::{Entry, Kind, Source, label, rows, speaker, write};
use crate::author::prose::{FigureFound, is_unread};
use crate::figure::{Figure, Number, Unit, native_number, small_number};
use crate::text::{Lang, width};

/// A name in quotes is at most so long beside its number.
const LONGEST_NAME: usize = 20;

/// The facts of an article.
pub(super) fn facts(source: &Source) -> Vec<Entry> {
    let mut known = Known::default();
    let mut facts = Vec::new();
    for sentence in &source.body {
        for found in worth_asking(source, sentence) {
            let speaker = speaker::of(source.speaking(), sentence, &found.span);
            let Some(value) = value(&found.figure, &source.at(&found.span), source.lang) else {
                continue;
            };
            let text = source.at(sentence);
            if known.holds(&found.figure, &text) {
                continue;
            }
            let labels = label::forms(source, sentence, &found.span, speaker.is_some());
            let here = (found.line, text.as_str());
            let speaker = speaker.as_ref();
            let fact = |label: Option<&String>, by| {
                let label = label.map(String::as_str);
                write::fact(source.comments, &value, label, by, here)
            };
            // Where a check takes the label, or who says it, for another's figure,
            // it is left out.
            let told = labels
                .iter()
                .filter_map(|label| Some(fact(Some(label), Some(speaker?))));
            let untold = labels.iter().map(|label| fact(Some(label), None));
            facts.push(Entry::new(Kind::Fact, told.chain(untold)).or(fact(None, None)));
        }
    }
    facts.extend(rows::facts(source, &mut known));
    facts
}

/// The figures that facts have, with the words of their sentences.
#[derive(Debug, Default)]
pub(super) struct Known(BTreeMap<String, Vec<Vec<String>>>);

impl Known {
    /// Whether a figure was told of in a sentence that tells of the same; if not,
    /// it is from now on.
    pub fn holds(&mut self, figure: &Figure, sentence: &str) -> bool {
        let words = sentence.split(|c: char| !c.is_alphabetic());
        let words = words.filter(|word| width(word) > NARROW);
        let words: Vec<String> = words
            .map(|word| word.chars().take(STEM).collect())
            .collect();
        let told = self.0.entry(figure.canonical()).or_default();
        let same = |others: &Vec<String>| {
            let shared = words.iter().filter(|word| others.contains(word)).count();
            2 * shared >= words.len().min(others.len())
        };
        let holds = told.iter().any(same);
        told.push(words);
        holds
    }
}

/// Words as wide as this say nothing of what a sentence tells.
const NARROW: usize = 3;
/// So many characters of a word stay the same, whatever its ending.
const STEM: usize = 4;

/// The figures of a sentence that are worth asking, in order.
pub(super) fn worth_asking<'s>(
    source: &'s Source,
    sentence: &Range<usize>,
) -> impl Iterator<Item = &'s FigureFound> {
    let first = source
        .figures
        .partition_point(|found| found.span.start < sentence.start);
    let end = sentence.end;
    let rest = source.figures.get(first..).unwrap_or_default();
    rest.iter()
        .take_while(move |found| found.span.end <= end)
        .filter(|found| is_worth(&found.figure, found.in_words) || is_on_scale(source, found))
        .filter(|found| !is_date(source, found))
        .filter(move |found| !is_named(source, sentence, found))
}

/// Whether a figure says something: no small bare number, which may be one of
/// anything, no "one year".
pub(super) fn is_worth(figure: &Figure, in_words: bool) -> bool {
    let number = &figure.number;
    let bare = figure.unit == Unit::None && !number.fraction;
    if bare && number.upper.is_none() && number.to_f64().abs() < 100.0 {
        return false;
    }
    let one = number.value.is_one() && number.upper.is_none();
    !(one && figure.unit != Unit::Percent || in_words && figure.unit.lasts())
}

/// Whether a bare number is one of a scale: `magnitude 7.8`, `규모 7.8`.
fn is_on_scale(source: &Source, found: &FigureFound) -> bool {
    let text = source.prose.text().get(..found.span.start);
    let word = text.and_then(|text| {
        text.trim_end_matches([' ', '-'])
            .rsplit([' ', '·', '('])
            .next()
    });
    let word = word.unwrap_or_default().to_lowercase();
    const SCALES: &[&str] = &[
        "magnitude",
        "category",
        "규모",
        "진도",
        "찬성",
        "반대",
        "기권",
    ];
    SCALES.contains(&word.as_str())
}

/// Whether it is part of a name, `‘더우바오 1.5프로’`, or a place in a ranking, `2위`.
fn is_named(source: &Source, sentence: &Range<usize>, found: &FigureFound) -> bool {
    let span = &found.span;
    let before = source.prose.at(&(sentence.start..span.start));
    let behind = source.prose.at(&(span.end..sentence.end));
    let quoted = before.rsplit(['‘', '’']).next().unwrap_or_default();
    let opens = before
        .strip_suffix(quoted)
        .is_some_and(|before| before.ends_with('‘'));
    let mut signs = behind.chars().filter(|c| matches!(c, '‘' | '’'));
    let closes = signs.next() == Some('’');
    let rest = behind.split('’').next().unwrap_or_default();
    let is_short = quoted.chars().count() + rest.chars().count() <= LONGEST_NAME;
    let written = source.prose.at(span);
    // A 43-year-old is one; a 50주년 is no 50 weeks.
    let joined = behind.strip_prefix('-').unwrap_or_default();
    let tied = joined.starts_with(char::is_alphabetic);
    // 212p and 13~18세 are so many of a unit that is not read.
    let unread = written.ends_with(|c: char| c.is_ascii_digit()) && is_unread(behind);
    // 1,000명당 is of what the figure behind it is.
    let each = behind.strip_prefix('당');
    let each = each.is_some_and(|rest| !rest.starts_with(['시', '일', '초', '국', '장']));
    // 오후 9시까지
    let clock = written.ends_with('시') && found.figure.number.to_f64() <= 24.0;
    // 10대 7 is a score, and so is 212-96.
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let more = behind.strip_prefix(['-', '–']).is_some_and(digit);
    let of_score = found.figure.number.fraction && written.contains("대 ")
        || more && found.figure.unit == Unit::None;
    if tied
        || unread
        || each
        || clock
        || of_score
        || written.ends_with('주') && behind.starts_with('년')
    {
        return true;
    }
    // 9시에 is a time of the day, and 3사와 the three of them with a particle.
    let mut noun = written
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
        .chars();
    let marked = matches!(
        (noun.next(), noun.next(), noun.next()),
        (
            Some('시' | '사'),
            Some('에' | '와' | '의' | '는' | '가' | '를' | '로'),
            None
        )
    );
    if marked {
        return true;
    }
    // 3분기 is which quarter, 3분기 만에 how many.
    let goes_on = ["만에", "연속", "째", "동안"];
    let lasts = goes_on
        .iter()
        .any(|word| behind.trim_start().starts_with(word));
    if written.ends_with("분기") && !lasts {
        return true;
    }
    // 22일 is a day of a month that is told elsewhere, 22일간 how many.
    const LASTS: &[&str] = &[
        "간", "동안", "만", "째", "연속", "이상", "안", "내", "새", "이나", "가량", "정도", "뒤",
        "후",
    ];
    let day = (1.0..=31.0).contains(&found.figure.number.to_f64()) && written.ends_with('일');
    let lasts = LASTS
        .iter()
        .any(|word| behind.trim_start().starts_with(word));
    if day && !lasts {
        return true;
    }
    let unit = written.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if numbers_a_thing(unit, behind, found.figure.number.to_f64()) {
        return true;
    }
    opens && closes && is_short && quoted.contains(char::is_alphabetic)
        || unit.starts_with('위') && !unit.starts_with("위안")
}

/// Whether a number tells which of several things it is, and not how many:
/// `2호선`, `7부두`, `5번 출구`, `101동`.
fn numbers_a_thing(unit: &str, behind: &str, value: f64) -> bool {
    const THINGS: &[&str] = &[
        "단계 ", "호선", "호기", "호점", "호차", "부두", "번지", "번째",
    ];
    const NUMBERED: &[&str] = &[
        "출구",
        "버스",
        "국도",
        "홈",
        "선석",
        "게이트",
        "타자",
        "후보",
    ];
    let whole = format!("{unit}{behind}");
    let begins = |words: &[&str]| words.iter().any(|word| whole.starts_with(word));
    let numbered = whole.strip_prefix('번').map(str::trim_start);
    // 찰스 3세 국왕
    const TITLES: &[&str] = &["국왕", "여왕", "교황", "왕", "황제", "대왕", "경영", "회장"];
    let title = behind.trim_start();
    let named = unit == "세" && value < 30.0 && TITLES.iter().any(|word| title.starts_with(word));
    named
        || begins(THINGS)
        || is_of_generation(unit, behind, value)
        || numbered.is_some_and(|rest| NUMBERED.iter().any(|noun| rest.starts_with(noun)))
        || whole.starts_with('동') && !whole.starts_with("동안") && value >= 100.0
        || whole.starts_with('호') && value < 20.0
}

/// Whether it tells which president or parliament it is, or of people of which
/// ages: `20대 대선`, `30대 초반 여성`.
fn is_of_generation(unit: &str, behind: &str, value: f64) -> bool {
    const NUMBERED: &[&str] = &[
        "대선",
        "국회",
        "총선",
        "대통령",
        "의회",
        "총리",
        "회장",
        "임금",
    ];
    const PEOPLE: &[&str] = &[
        "초반",
        "중반",
        "후반",
        "여성",
        "남성",
        "남녀",
        "청년",
        "여자",
        "남자",
        "이하",
        "이상",
        "미만",
        "직장인",
        "인구",
        "응답자",
        "유권자",
        "부부",
        "산모",
        "에 들",
        "에 접",
        "이후",
        "청춘",
    ];
    let whole = format!("{unit}{behind}");
    let Some(noun) = whole.strip_prefix('대').map(str::trim_start) else {
        return false;
    };
    let begins = |words: &[&str]| words.iter().any(|word| noun.starts_with(word));
    let decade = value % 10.0 == 0.0 && (10.0..=90.0).contains(&value);
    begins(NUMBERED) || decade && begins(PEOPLE)
}

/// Whether it may be a date: `3일`.
fn is_date(source: &Source, found: &FigureFound) -> bool {
    let first = source
        .dates
        .partition_point(|date| date.span.end <= found.span.start);
    let over = source.dates.get(first);
    over.is_some_and(|date| date.span.start < found.span.end)
}

/// A figure as a deck in `lang` writes it; nothing if none of its spellings is
/// read as the same figure.
pub(super) fn value(figure: &Figure, written: &str, lang: Lang) -> Option<String> {
    let same = |text: &String| {
        Figure::parse(text).is_ok_and(|read| {
            read.canonical() == figure.canonical()
                && read.number.last_digit == figure.number.last_digit
        })
    };
    let plain = |text: &String| !text.starts_with('=') && !text.contains(['{', '}', '\\']);
    if is_reduced(figure, written) {
        // 6 of 100 are 6%, and no 3 of 50; 511 of 752 that were 1,022 are no fact.
        let share = &figure.number.value * BigRational::from_integer(100.into());
        let share = Figure {
            number: Number::new(share, 0),
            unit: Unit::Percent,
        };
        let whole = share.number.value.is_integer();
        return whole.then(|| share.format(lang));
    }
    let spellings = [figure.format(lang), written.to_owned()];
    spellings.into_iter().filter(plain).find(same)
}

/// Whether a part is told in other numbers than those that are left of it: 3/50
/// of `100명 중 6명`.
fn is_reduced(figure: &Figure, written: &str) -> bool {
    let text = written.replace(',', "").to_lowercase();
    let number = |word: &str| match word.parse::<u64>() {
        Ok(number) => Some(number.to_string()),
        Err(_) => small_number(word)
            .or_else(|| native_number(word).map(|(number, _)| number))
            .map(|number| number.to_string()),
    };
    // 100명 is a number and its counter, 네 a number.
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.map(|word| match word.find(|c: char| !c.is_ascii_digit()) {
        Some(end @ 1..) => word.get(..end).unwrap_or_default(),
        _ => word,
    });
    let numbers: Vec<String> = words.filter_map(number).collect();
    let value = &figure.number.value;
    let left = [value.numer().to_string(), value.denom().to_string()];
    figure.number.fraction
        && figure.number.upper.is_none()
        && figure.unit == Unit::None
        && numbers.len() == 2
        && !numbers.iter().all(|number| left.contains(number))
}
