//! Figures in running text.
//!
//! A figure may begin at a digit, at a sign of money, or at a word for a
//! number. From there ever longer pieces are read, and one counts as long as
//! it says more than the one before: another number (`10분` is ten minutes,
//! `10분의 1` a tenth), or a unit that is known. What follows a figure is
//! never taken for its unit, as it may be where a learner types.

mod behind;
mod change;
mod ends;

use std::ops::Range;

use num_traits::One;

use super::Prose;
use super::dates::DateFound;
use crate::figure::{Figure, Unit};
use crate::text::is_hangul;
pub(in crate::author) use behind::is_unread;
use behind::{
    counts, ends_clause, is_another, is_counted, is_cut, is_lone_scale, is_of_word, is_particle,
    is_scaled, tells_when, without_particle,
};
use change::change;
use ends::ends;

/// A figure stands on at most so many characters.
const LONGEST: usize = 48;
/// So many characters without anything new end the search, or so many pieces.
const PATIENCE: (usize, usize) = (24, 7);

/// A figure in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureFound {
    /// The figure.
    pub figure: Figure,
    /// The bytes on which it stands.
    pub span: Range<usize>,
    /// The line on which it begins.
    pub line: usize,
    /// Whether it is written without a digit: `twice`, `절반`.
    pub in_words: bool,
}

/// Words of English that a figure may begin with.
const ENGLISH: &[&str] = &[
    "a",
    "an",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "half",
    "twice",
    "double",
    "triple",
    "quadruple",
    "thrice",
    "quarter",
];

/// Words before digits that are of the figure.
const SIGNS: &[&str] = &[
    "minus ", "Minus ", "영하", "영상", "섭씨 ", "섭씨", "화씨 ", "화씨", "시속", "분속", "초속",
];

/// Syllables that a Korean number in words may begin with, and those of which
/// one of Chinese digits must have one to be told from another word.
const KOREAN: &str = "한두세네다여일열아스서마쉰예절이삼사오육칠팔구십백천만";
const CHINESE: &str = "일이삼사오육칠팔구";
const SCALES: &str = "십백천만억조";

/// Words that begin as a number and its counter do: 행사를 열기로, 젊은 세대.
const OTHER_WORDS: &[&str] = &[
    "열기", "열도", "세기", "세대", "한기", "한편", "한층", "한도", "한때", "한해", "두기", "만기",
    "만일", "만점",
];

/// The figures of a text, in order. What is a date (`dates`, those of the same
/// text) is none: `2023년` is a year and not 2,023 years.
pub fn figures(prose: &Prose, dates: &[DateFound]) -> Vec<FigureFound> {
    let mut found = Vec::new();
    for sentence in prose.sentences() {
        in_sentence(prose, sentence, dates, &mut found);
    }
    found
}

/// The first date that begins at `byte` or behind it and is one beyond doubt.
fn date_from(dates: &[DateFound], byte: usize) -> Option<&DateFound> {
    let first = dates.partition_point(|date| date.span.start < byte);
    let behind = dates.get(first..).unwrap_or_default();
    behind.iter().find(|date| !date.doubtful)
}

/// Whether `figure` goes on from a date to another number: in *from 3,000 in 2019
/// to 5,000* there is no figure from 2019 to 5,000.
fn goes_on_from_date(head: &str, figure: &Figure, length: usize, date: usize) -> bool {
    let word = head.trim_end().rsplit(' ').next().unwrap_or_default();
    let when = ["in", "since", "by", "until"].contains(&word.to_ascii_lowercase().as_str());
    when && figure.number.upper.is_some() && date < length
}

fn is_date(found: &FigureFound, dates: &[DateFound]) -> bool {
    let first = dates.partition_point(|date| date.span.end <= found.span.start);
    let over = dates.get(first..).unwrap_or_default();
    let over = over
        .iter()
        .take_while(|date| date.span.start < found.span.end);
    let timeless = !matches!(found.figure.unit, Unit::None) && !found.figure.unit.lasts();
    over.filter(|date| !date.doubtful)
        .any(|date| !timeless || date.span.end >= found.span.end)
}

fn in_sentence(
    prose: &Prose,
    sentence: &Range<usize>,
    dates: &[DateFound],
    found: &mut Vec<FigureFound>,
) {
    let text = prose.at(sentence);
    let mut next = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let previous = before.replace(c);
        if at < next {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let head = text.get(..at).unwrap_or_default();
        let priced = is_priced(previous, rest);
        let Some(in_words) = begins(head, previous, rest).or(priced.then_some(false)) else {
            continue;
        };
        let start = sentence.start + at;
        // 2,400 last year are no years.
        let date = date_from(dates, start + 1);
        let mut most = date.map_or(usize::MAX, |date| date.span.start - start);
        // The 7.8 of a magnitude-7.8 quake has no unit.
        if previous == Some('-') && c.is_ascii_digit() {
            most = run(rest);
        }
        let figure = longest(rest, head, in_words, most);
        if let Some((figure, length)) = figure.filter(|(read, _)| !priced || read.unit.is_rate()) {
            next = at + length;
            let this = FigureFound {
                figure: of_points(figure),
                span: start..start + length,
                line: prose.line_of(start),
                in_words,
            };
            let here = date_from(dates, start).filter(|date| date.span.start == start);
            let date = here.map(|date| date.span.end - start);
            let goes_on = |date| goes_on_from_date(head, &this.figure, length, date);
            if date.is_some_and(goes_on) || is_date(&this, dates) {
                // What follows the date may be a figure.
                next = date.map_or(next, |date| next.min(at + date));
            } else {
                found.push(this);
            }
        } else if c.is_ascii_digit() {
            next = at + run(rest);
        }
    }
}

/// Whether a figure may begin at `rest`: `Some(true)` if in words.
fn begins(head: &str, previous: Option<char>, rest: &str) -> Option<bool> {
    let mut characters = rest.chars();
    let first = characters.next()?;
    let second = characters.next();
    let joined = previous.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_' || c == '제');
    if first.is_ascii_digit() {
        let apart = !joined && !is_part_of_name(head, rest) && !is_of_clock(head, rest);
        return apart.then_some(false);
    }
    let digit_next = second.is_some_and(|c| c.is_ascii_digit());
    match first {
        '$' | '₩' | '€' | '£' | '¥' | '×' | '.' if digit_next && !joined => {
            return Some(false);
        }
        '-' | '−' | '+' if digit_next && previous.is_none_or(|c| c.is_whitespace() || c == '(') =>
        {
            return Some(false);
        }
        _ => {}
    }
    if previous.is_some_and(char::is_alphanumeric)
        || OTHER_WORDS.iter().any(|word| rest.starts_with(word))
    {
        return None;
    }
    let amount = |behind: &str| {
        behind
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit())
    };
    if let Some(behind) = SIGNS.iter().find_map(|word| rest.strip_prefix(word)) {
        return amount(behind).then_some(false);
    }
    if first.is_ascii_alphabetic() {
        let end = rest
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let behind = rest.get(end..).unwrap_or_default();
        let amount = behind.trim_start_matches([' ', '$', '¥']);
        let code = ["US", "CN", "USD", "KRW", "CNY", "EUR", "JPY", "GBP", "RMB"].contains(&word)
            && amount.starts_with(|c: char| c.is_ascii_digit());
        if code {
            return Some(false);
        }
        let lower = word.to_ascii_lowercase();
        if lower == "between" {
            return Some(false);
        }
        if matches!(lower.as_str(), "quarter" | "half") && is_of_year(head) {
            return None;
        }
        let fold = lower.strip_suffix("fold").unwrap_or(&lower);
        return ENGLISH.contains(&fold).then_some(true);
    }
    let chinese = || {
        let word: String = rest.chars().take(4).collect();
        word.contains(|c| SCALES.contains(c)) || word.contains("분의")
    };
    (KOREAN.contains(first) && (!CHINESE.contains(first) || chinese())).then_some(true)
}

/// Whether `rest` begins with a unit of which each is so much: `배럴당 60달러`.
fn is_priced(previous: Option<char>, rest: &str) -> bool {
    if previous.is_some_and(char::is_alphanumeric) || rest.starts_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let word = rest.split(' ').next().unwrap_or_default();
    let unit = word.strip_suffix('당').filter(|unit| unit.len() < LONGEST);
    // One of 배 and 해 is no unit, though 배당 and 해당 end as it does.
    unit.is_some_and(|unit| {
        let read = Figure::parse(&format!("{word} 2원"));
        !unit.is_empty()
            && read.is_ok_and(|read| read.unit.is_rate())
            && Figure::parse(&format!("2 {unit}")).is_ok_and(|of| {
                !matches!(
                    of.unit,
                    Unit::None | Unit::Percent | Unit::PercentagePoint | Unit::Multiple
                ) && (of.unit.needs_naming() || !matches!(of.unit, Unit::Other(_)))
            })
    })
}

/// Whether a quarter or a half behind `head` is one of a year or of a game.
fn is_of_year(head: &str) -> bool {
    const WORDS: &[&str] = &[
        "which", "what", "first", "second", "third", "fourth", "final", "last", "latest", "this",
        "next", "same", "previous", "current", "each", "per", "every", "1st", "2nd", "3rd", "4th",
    ];
    let head = head.trim_end_matches([' ', '-']);
    let word = head.rsplit(|c: char| !c.is_ascii_alphanumeric()).next();
    let word = word.unwrap_or_default().to_ascii_lowercase();
    WORDS.contains(&word.as_str())
}

/// Whether digits belong to a name: `GPT-4`, `01.AI`, `5G`.
fn is_part_of_name(head: &str, rest: &str) -> bool {
    // A magnitude-7.8 quake
    let scales = ["magnitude", "category", "level", "grade", "stage", "force"];
    let hyphenated = head.strip_suffix('-').is_some_and(|head| {
        let word = head.rsplit(|c: char| !c.is_alphabetic()).next();
        let word = word.unwrap_or_default().to_ascii_lowercase();
        !word.is_empty() && !scales.contains(&word.as_str())
    });
    let behind = rest.get(run(rest)..).unwrap_or_default();
    let dotted = behind
        .strip_prefix('.')
        .is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_alphabetic()));
    // 5G, 3D
    let mut letters = behind.chars();
    let generation = matches!(letters.next(), Some('G' | 'D'))
        && !letters.next().is_some_and(|c| c.is_ascii_alphanumeric());
    let decimals = head.strip_suffix(['.', ',']).is_some_and(|head| {
        let digit = head.chars().next_back();
        digit.is_some_and(|c| c.is_ascii_digit())
    });
    hyphenated || dotted || generation || decimals
}

/// Whether digits are of the time of a day: the 6 and the 02 of `6:02`.
fn is_of_clock(head: &str, rest: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let minutes = |text: &str| {
        let tens = text.starts_with(|c: char| matches!(c, '0'..='5'));
        tens && digits(text) == 2
    };
    let behind = rest.get(digits(rest)..).unwrap_or_default();
    let hours = digits(rest) <= 2 && behind.strip_prefix(':').is_some_and(minutes);
    let before = head.strip_suffix(':');
    let begun = before.is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    hours || begun && minutes(rest)
}

/// The length of the digits that `text` begins with, points and commas inside.
fn run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || matches!(bytes.get(end), Some(b'.' | b',')) && end > 0 && digit(end + 1) {
        end += 1;
    }
    end
}

/// The figure that `rest` begins with, and its length: at `most` so many bytes.
fn longest(rest: &str, head: &str, in_words: bool, most: usize) -> Option<(Figure, usize)> {
    let mut best: Option<(Figure, usize)> = None;
    // "five years ago it was in nine."
    let in_its_place = ["in ", "to ", "from "]
        .iter()
        .any(|word| head.ends_with(word));
    let mut told = 0;
    let mut idle = 0;
    let change = change(rest, head).unwrap_or(usize::MAX).min(most);
    for (characters, end) in ends(rest) {
        if end > change {
            break;
        }
        if best.is_some() && (characters > told + PATIENCE.0 || idle > PATIENCE.1) {
            break;
        }
        idle += 1;
        let Some(piece) = rest.get(..end) else {
            continue;
        };
        let Some(figure) = Figure::candidate(piece) else {
            continue;
        };
        // 5,870 a day are no days.
        let by_time = [" a ", " an ", " per "]
            .iter()
            .any(|per| piece.contains(per));
        if by_time && figure.unit.lasts() && !in_words {
            continue;
        }
        // 4 goals in the second half are no seconds.
        // One in five oppose it; one in 40 inhabitants.
        let part = figure.number.fraction && piece.contains(" in ");
        if part && matches!(&figure.unit, Unit::Other(noun) if !is_plural(noun)) {
            continue;
        }
        // One company in five countries is no fifth of them.
        if part && figure.unit == Unit::None && rest.get(end..).is_some_and(counts) {
            continue;
        }
        let apart = [" in ", " by ", " of ", " at ", " on "];
        let apart = apart.iter().any(|word| piece.contains(word));
        if apart && figure.unit.lasts() && !figure.number.fraction {
            continue;
        }
        // $269 a year before is no rent.
        if figure.unit.is_rate() && rest.get(end..).is_some_and(tells_when) {
            continue;
        }
        // 3분기 is a quarter and not three minutes.
        // Nor are 17도시 degrees.
        let other_words = [('분', '기'), ('도', '시'), ('도', '서')];
        let begins = |(last, next): &(char, char)| {
            piece.ends_with(*last) && rest.get(end..).is_some_and(|rest| rest.starts_with(*next))
        };
        if other_words.iter().any(begins) {
            continue;
        }
        let vague = rank(&figure.unit) < 2;
        let noun = match &figure.unit {
            Unit::Other(word) => is_noun(word, piece),
            _ => true,
        };
        let whole = figure.number.fraction && figure.unit == Unit::None;
        // 구조하라 is not nine trillion, but 300만속 are three million of it.
        let scaled = is_scaled(rest, piece, end);
        if vague && (is_cut(piece, rest, end) && !whole && !scaled || !noun) {
            continue;
        }
        // 두 대학 are no two of 대, and 네 번째 is no four times.
        let counted = in_words && matches!(figure.unit, Unit::Count(_));
        if counted && rest.get(end..).is_some_and(|rest| is_of_word(piece, rest)) {
            continue;
        }
        if let Some((known, _)) = &best {
            let another = !known.number.equals(&figure.number);
            // Another word begins as a scale does: 44585 경찰, 139t 대형.
            let same = known.unit == figure.unit;
            let word = rank(&figure.unit) == 1 || matches!(known.unit, Unit::Other(_)) && !same;
            // 12 basis points, 80㎏당 18만 원
            let whole = figure.unit.is_rate() || rank(&figure.unit) > 1 && piece.is_ascii();
            if another && word && !whole && !figure.number.fraction {
                continue;
            }
        }
        let says_more = best.as_ref().is_none_or(|(known, before)| {
            // 달러 begins as 달 does, and there is no blank between.
            let same_word = rest
                .get(*before..end)
                .is_some_and(|more| !more.contains(char::is_whitespace));
            !known.number.equals(&figure.number)
                || figure.number.fraction && ends_with_counter(rest, *before, end)
                || rank(&figure.unit) > rank(&known.unit)
                || is_for_a_time(&known.unit, &figure.unit)
                || same_word && rank(&figure.unit) >= 2 && figure.unit != known.unit
        });
        if says_more && figure.can_be_written() {
            best = Some((figure, end));
            told = characters;
            idle = 0;
        }
    }
    let best = best.map(|(figure, end)| without_particle(rest, figure, end));
    best.filter(|(figure, end)| {
        let part = figure.number.fraction && !matches!(figure.unit, Unit::Percent);
        !(part && in_words && is_another(rest, head)
            || is_lone_scale(rest, figure, *end)
            || is_particle(rest, figure, *end))
    })
    .filter(|(figure, end)| {
        let article = rest.starts_with(['a', 'A']) && figure.number.value.is_one();
        // "one of them" and "a year" are words; "twice", "절반", "a billion" figures.
        !in_words
            || figure.number.fraction
            || is_large(figure, rest)
            || is_compound(rest)
            || rank(&figure.unit) > 1 && !article
            || in_its_place && ends_clause(rest, *end)
    })
}

/// A quarter of a point is one of a percentage point: scores come in whole ones.
fn of_points(figure: Figure) -> Figure {
    let points = matches!(&figure.unit, Unit::Count(counter) if counter.english == "points");
    match figure.number.fraction && points {
        true => Figure {
            unit: Unit::PercentagePoint,
            ..figure
        },
        false => figure,
    }
}

/// Whether a unit is so much of the other for so long: megawatt hours.
fn is_for_a_time(measure: &Unit, unit: &Unit) -> bool {
    let (Unit::Other(measure), Unit::Other(product)) = (measure, unit) else {
        return false;
    };
    let time = product.strip_prefix(measure.as_str());
    unit.is_a_measure() && time.is_some_and(|time| time == "h" || time.starts_with('-'))
}

/// Whether a part gains the counter of its last number, and nothing else: the
/// last 명 of `5명 중 1명`.
fn ends_with_counter(rest: &str, before: usize, end: usize) -> bool {
    let piece = rest.get(..before).unwrap_or_default();
    let counter = rest.get(before..end).unwrap_or_default();
    let parted = ["중 ", "중에 ", "중에서 ", "가운데 "];
    let counts = |counter: &str| {
        let read = Figure::parse(&format!("2{counter}"));
        read.is_ok_and(|read| matches!(read.unit, Unit::Count(_)))
    };
    let bare = piece.ends_with(|c: char| c.is_ascii_digit() || KOREAN.contains(c));
    bare && parted.iter().any(|word| piece.contains(word)) && counts(counter.trim_start())
}

/// Whether what stands behind a number in `piece` may be what is counted: no
/// word that nothing is counted in, no Korean word that stands apart.
fn is_noun(phrase: &str, piece: &str) -> bool {
    const WORDS: &[&str] = &[
        "a", "about", "above", "across", "after", "again", "against", "all", "alone", "along",
        "also", "although", "among", "an", "and", "any", "are", "around", "as", "at", "be",
        "because", "been", "before", "behind", "below", "between", "but", "by", "can", "could",
        "despite", "did", "does", "during", "each", "else", "every", "except", "for", "from",
        "had", "has", "have", "he", "her", "his", "how", "if", "in", "into", "is", "it", "its",
        "less", "may", "more", "nor", "not", "now", "of", "off", "on", "onto", "or", "our", "out",
        "over", "per", "she", "since", "so", "such", "than", "that", "the", "their", "them",
        "then", "there", "they", "this", "today", "though", "through", "till", "to", "toward",
        "towards", "under", "unless", "until", "up", "upon", "via", "was", "we", "were", "what",
        "when", "where", "whereas", "which", "while", "who", "whose", "why", "will", "with",
        "within", "without", "would", "yet", "you",
    ];
    let first = phrase.split(' ').next().unwrap_or_default();
    let apart = piece
        .strip_suffix(phrase)
        .is_some_and(|before| before.ends_with(' '));
    const PARTICLES: &[&str] = &[
        "은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만", "이나",
    ];
    let korean = phrase.contains(is_hangul)
        && !is_counted(phrase, piece)
        && (apart || phrase.contains(' ') || PARTICLES.contains(&phrase));
    !korean && !WORDS.contains(&first.to_ascii_lowercase().as_str())
}

/// Whether a noun of English is one of several; a verb of several has no s.
pub(in crate::author) fn is_plural(noun: &str) -> bool {
    const IRREGULAR: &[&str] = &["people", "children", "men", "women", "fish", "sheep"];
    let last = noun.rsplit(' ').next().unwrap_or_default();
    let ends = last.ends_with('s') && !last.ends_with("ss");
    ends || last.contains(is_hangul) || IRREGULAR.contains(&last)
}

/// Whether a text begins with a number of two words: twenty-six.
fn is_compound(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '-');
    let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    let tens = word.split_once('-').map(|(tens, _)| tens);
    tens.is_some_and(|tens| tens.ends_with("ty"))
}

/// Whether a number in words is one beyond doubt: "ten runners", but "one of them".
fn is_large(figure: &Figure, rest: &str) -> bool {
    let english = rest.starts_with(|c: char| c.is_ascii_alphabetic());
    figure.number.to_f64() >= if english { 10.0 } else { 1000.0 }
}

/// How much a unit says.
fn rank(unit: &Unit) -> u8 {
    match unit {
        Unit::None => 0,
        Unit::Other(word) if !word.contains('/') && !unit.needs_naming() => 1,
        Unit::PercentagePoint => 3,
        unit if unit.is_rate() => 3,
        _ => 2,
    }
}
