//! What stands behind a figure in running text, and what it says of it.

use super::{ENGLISH, is_plural};
use crate::figure::{Figure, Unit, small_number};
use crate::text::{has_final, is_hangul};

/// Whether `piece` of `rest` ends behind 만 or 억 that digits stand right before,
/// or behind what is counted by them, of which a particle follows.
pub(super) fn is_scaled(rest: &str, piece: &str, end: usize) -> bool {
    let behind_scale = |text: &str| {
        let number = text.strip_suffix(['만', '억']);
        number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
    };
    let counter = piece.trim_end_matches(|c: char| is_hangul(c) && !matches!(c, '만' | '억'));
    let fits = |particle: &str| match particle {
        "이" | "가" => piece.chars().next_back().and_then(has_final) == Some(particle == "이"),
        _ => true,
    };
    let particles = [
        "을", "를", "은", "는", "의", "에", "으로", "로", "까지", "도", "이", "가",
    ];
    let behind = rest.get(end..).unwrap_or_default();
    let mut particles = particles.iter().filter(|particle| fits(particle));
    let next = particles.find_map(|word| behind.strip_prefix(word));
    let ends = next.is_some_and(|next| !next.starts_with(is_hangul));
    behind_scale(piece) || behind_scale(counter) && ends
}

/// Whether what stands behind a number in English is what it counts: several
/// of something.
pub(super) fn counts(behind: &str) -> bool {
    let word = behind.strip_prefix(' ').unwrap_or_default();
    let word = word.split(|c: char| !c.is_ascii_alphabetic()).next();
    let word = word.unwrap_or_default();
    is_plural(word) && !["is", "was", "has", "does", "says"].contains(&word)
}

/// Whether a number in words that ends at `end` is the last word of a clause,
/// and more than the two of "in two".
pub(super) fn ends_clause(rest: &str, end: usize) -> bool {
    let word = rest.get(..end).unwrap_or_default().to_ascii_lowercase();
    let number =
        ENGLISH.contains(&word.as_str()) && !["a", "an", "one", "two"].contains(&word.as_str());
    number
        && rest
            .get(end..)
            .is_some_and(|rest| rest.starts_with(['.', ',', ';']))
}

/// Whether what stands behind a time makes a distance of it: a year before.
pub(super) fn tells_when(behind: &str) -> bool {
    let word = behind
        .trim_start()
        .split(|c: char| !c.is_alphabetic())
        .next();
    let words = ["before", "earlier", "ago", "later", "after", "from", "on"];
    word.is_some_and(|word| words.contains(&word))
}

/// Whether `piece` ends within a Korean word, at the byte `end` of `rest`.
pub(super) fn is_cut(piece: &str, rest: &str, end: usize) -> bool {
    let next = rest.get(end..).and_then(|rest| rest.chars().next());
    piece.ends_with(is_hangul) && next.is_some_and(is_hangul)
}

/// Particles behind a figure, longer ones first.
const PARTICLES: &[&str] = &[
    "으로", "에서", "부터", "까지", "보다", "이나", "로", "을", "를", "은", "는", "이", "가", "의",
    "에", "와", "과", "도", "만", "나",
];

/// Whether what stands behind digits is the rest of a word, and no particle: a
/// unit that is not read.
pub(in crate::author) fn is_unread(rest: &str) -> bool {
    let words = PARTICLES
        .iter()
        .chain(&["이", "였", "다", "인", "라", "씩", "여", "대", "선"]);
    let particle = words.into_iter().any(|word| rest.starts_with(word));
    rest.starts_with(|c: char| c.is_ascii_alphabetic()) || rest.starts_with(is_hangul) && !particle
}

/// What stands before the particle with which a text ends, if it may stand there.
fn stem<'t>(text: &'t str, particle: &str) -> Option<&'t str> {
    let base = text.strip_suffix(particle)?;
    let closed = base.chars().next_back().and_then(has_final)?;
    let fits = match particle {
        "을" | "은" | "이" | "과" | "이나" => closed,
        "를" | "는" | "가" | "와" | "나" => !closed,
        _ => true,
    };
    fits.then_some(base)
}

/// Whether the last word of `piece` is what a round number before it counts: a
/// noun with its particle, as of `160만 가구가`.
pub(super) fn is_counted(word: &str, piece: &str) -> bool {
    const OTHERS: &[&str] = &[
        "이상", "이하", "이내", "미만", "정도", "가량", "안팎", "내외", "규모", "돌파", "달성",
        "시대",
    ];
    let number = piece
        .strip_suffix(word)
        .and_then(|head| head.strip_suffix(' '));
    let round = number.is_some_and(|number| {
        let number = number.strip_suffix('여').unwrap_or(number);
        number.ends_with(['만', '천'])
    });
    let mut stems = PARTICLES.iter().filter_map(|particle| stem(word, particle));
    let noun = |noun: &str| noun.chars().count() >= 2 && !OTHERS.contains(&noun);
    round && word.chars().all(is_hangul) && stems.any(noun)
}

/// A figure that ends at the byte `end` of `rest` without the particle that its
/// last word may have taken along: `원으로`, and `동을` of a unit in no table.
pub(super) fn without_particle(rest: &str, figure: Figure, end: usize) -> (Figure, usize) {
    let piece = rest.get(..end).unwrap_or_default();
    let shorter = PARTICLES.iter().find_map(|particle| {
        let base = stem(piece, particle)?;
        let bare = Figure::candidate(base)?;
        let same = match (&figure.unit, &bare.unit) {
            // Of what is so often, the particle is above the slash: 병이/months.
            (Unit::Other(unit), Unit::Other(bare)) => match unit.split_once('/') {
                Some((over, under)) => over
                    .strip_suffix(particle)
                    .is_some_and(|over| *bare == format!("{over}/{under}")),
                None => unit.strip_suffix(particle) == Some(bare),
            },
            _ => false,
        };
        (bare.number == figure.number && (same || bare.unit == figure.unit))
            .then_some((bare, base.len()))
    });
    shorter.unwrap_or((figure, end))
}

/// Whether what ends before `rest` as a counter does goes on to another word:
/// the 대 of 두 대학, the 번 of 네 번째.
pub(super) fn is_of_word(piece: &str, rest: &str) -> bool {
    const BEHIND: &[&str] = &[
        "씩", "째", "짜리", "쯤", "가량", "이상", "이하", "뿐", "중", "여", "남짓", "정도", "당",
        "미만", "간", "동안", "뒤", "후", "전", "새", "다", "이다", "였", "이었", "인", "일", "라",
        "밖", "마다", "꼴", "들", "반", "치", "대", "엔", "조차", "마저", "내", "안", "째로", "의",
    ];
    let next = rest.starts_with(is_hangul) && piece.ends_with(is_hangul);
    let mut known = PARTICLES.iter().chain(BEHIND);
    let ordinal = piece.ends_with('번') && rest.starts_with('째');
    next && (ordinal || !known.any(|word| rest.starts_with(word)))
}

/// Whether a part in words, behind `head`, is another one of several: *a second
/// strike, and a third two days later*.
pub(super) fn is_another(rest: &str, head: &str) -> bool {
    let word = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.to_ascii_lowercase()
    };
    let mut words = rest.split_whitespace().map(word);
    let one = words.next();
    let next = words.nth(1).unwrap_or_default();
    let mut before = head.split(|c: char| !c.is_alphabetic());
    let second = before.any(|word| matches!(word, "second" | "Second" | "first" | "First"));
    let counted = small_number(&next).is_some() || next.starts_with(|c: char| c.is_ascii_digit());
    let counted = counted && !matches!(next.as_str(), "a" | "an");
    let one = one.as_deref() == Some("a");
    one && (counted || second && next != "of" || is_ordinal(rest))
}

/// Whether a part of one says which of several the noun behind it is: *a third
/// bid*, but *up a third in May*, *a third more*.
fn is_ordinal(rest: &str) -> bool {
    const FREE: &[&str] = &[
        "of",
        "in",
        "to",
        "from",
        "by",
        "on",
        "at",
        "since",
        "and",
        "or",
        "but",
        "more",
        "less",
        "fewer",
        "higher",
        "lower",
        "larger",
        "bigger",
        "smaller",
        "greater",
        "faster",
        "slower",
        "cheaper",
        "dearer",
        "as",
        "when",
        "while",
        "than",
        "last",
        "this",
        "next",
        "over",
        "during",
        "for",
        "compared",
        "with",
        "within",
        "between",
        "after",
        "before",
        "until",
        "up",
        "down",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "will",
        "would",
        "said",
        "say",
        "each",
        "every",
        "a",
        "an",
        "the",
        "off",
        "again",
        "because",
        "so",
        "if",
        "through",
        "under",
        "against",
        "yesterday",
        "today",
        "who",
        "which",
        "that",
        "came",
        "went",
        "live",
        "work",
        "voted",
        "did",
        "do",
        "could",
        "can",
        "may",
        "might",
        "it",
        "they",
        "he",
        "she",
        "we",
        "among",
        "across",
        "annually",
        "overall",
        "too",
    ];
    let mut words = rest.split(' ').skip(1);
    let (Some(part), Some(next)) = (words.next(), words.next()) else {
        return false;
    };
    // A quarter point, half a point: those number nothing.
    let numbers = part == "third" || part.ends_with("th");
    let plain = !next.is_empty() && next.starts_with(|c: char| c.is_ascii_lowercase());
    let noun = next.trim_end_matches(|c: char| !c.is_alphanumeric());
    numbers && plain && !FREE.contains(&noun)
}

/// Whether a Korean number in words is a scale by itself, which mostly is no
/// number: 3년 만이다, 68%만.
pub(super) fn is_lone_scale(rest: &str, figure: &Figure, end: usize) -> bool {
    const SCALES: [(char, f64); 4] = [('백', 1e2), ('천', 1e3), ('만', 1e4), ('억', 1e8)];
    let word = rest.get(..end).unwrap_or_default();
    let scale = SCALES.iter().find(|(scale, _)| word.starts_with(*scale));
    let lone = scale.is_some_and(|(_, value)| figure.number.to_f64().total_cmp(value).is_eq());
    figure.unit == Unit::None && lone
}

/// Whether a unit in no table is one only with the particle behind it: the 세가 of
/// `7~12세가`, of which 7~12세 is no figure.
pub(super) fn is_particle(rest: &str, figure: &Figure, end: usize) -> bool {
    let piece = rest.get(..end).unwrap_or_default();
    let unknown = matches!(&figure.unit, Unit::Other(unit) if unit.ends_with(is_hangul) && !unit.contains('/'));
    let mut stems = PARTICLES
        .iter()
        .filter_map(|particle| stem(piece, particle));
    unknown && stems.any(|stem| !stem.ends_with(' ') && Figure::candidate(stem).is_none())
}
