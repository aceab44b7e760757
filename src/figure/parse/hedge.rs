//! Hedges: words around a figure that say "about" or "more than". They are
//! noise: a figure asked for is the figure that was reported.

use super::reader::Reader;

/// Before a figure, lower case.
const BEFORE: &[&str] = &[
    "약",
    "대략",
    "거의",
    "무려",
    "최소",
    "최대",
    "총",
    "모두",
    "전체",
    "미화",
    "연평균 ",
    "연간 ",
    "매년 ",
    "평균 ",
    "연 ",
    "~",
    "≈",
    "≥",
    "≤",
    ">",
    "<",
    "about ",
    "around ",
    "approximately ",
    "approx. ",
    "approx ",
    "roughly ",
    "nearly ",
    "almost ",
    "over ",
    "more than ",
    "less than ",
    "fewer than ",
    "under ",
    "above ",
    "below ",
    "at least ",
    "at most ",
    "up to ",
    "some ",
    "circa ",
    "ca. ",
    "ca ",
    "c. ",
    "just ",
    "only ",
    "a total of ",
    "an estimated ",
    "estimated ",
    "almost ",
    "exactly ",
    "from ",
    "up ",
    "down ",
    "it's ",
    "it is ",
    "it was ",
    "i think ",
    "i guess ",
    "maybe ",
    "probably ",
    "아마도 ",
    "아마 ",
    "정답은 ",
    "답은 ",
    "얼추 ",
    "어림잡아 ",
    "근 ",
    "하루 ",
    "annual ",
    "yearly ",
    "매해 ",
    "해마다 ",
    "전년 대비 ",
    "전년대비 ",
    "전체의 ",
    "전 세계의 ",
    "total of ",
    "growth of ",
    "an increase of ",
    "a rise of ",
    "a fall of ",
    "a drop of ",
    "a decline of ",
    "it took ",
    "took ",
    "lasted ",
    "for ",
    "by ",
    "fell ",
    "dropped ",
    "declined ",
    "decreased ",
    "shrank ",
    "lost ",
    "rose ",
    "grew ",
    "gained ",
    "increased ",
    "△",
    "▲",
    "▼",
    "▽",
];

/// After a figure or its unit, lower case.
const AFTER: &[&str] = &[
    "이상",
    "이하",
    "초과",
    "미만",
    "이내",
    "넘는",
    "넘는다",
    "넘게",
    "넘음",
    "가까이",
    "가량",
    "수준",
    "규모",
    "정도",
    "안팎",
    "급",
    "남짓",
    "쯤",
    "내외",
    "사이",
    "까지",
    "만에",
    "꼴",
    "어치",
    "or more",
    "or so",
    "or less",
    "+",
    "approximately",
    "roughly",
    "about",
];

/// What makes a sentence of a figure, longer ones first.
const COPULAS: &[&str] = &[
    "이었습니다",
    "였습니다",
    "입니다",
    "이었다",
    "이에요",
    "이예요",
    "예요",
    "에요",
    "이다",
    "였다",
    "이요",
    "이야",
    "임",
    "요",
    "다",
    "이었어요",
    "였어요",
    "이라고 한다",
    "라고 한다",
    "인 듯",
    "인듯",
    "같음",
];

/// What something becomes, behind a figure with a particle or without: 4분의 1이 된다.
const BECOMING: &[&str] = &[
    "된다",
    "됩니다",
    "돼요",
    "됨",
    "됐다",
    "되었다",
    "됐습니다",
    "되었습니다",
    "됐어요",
    "되었어요",
];

/// The particles before it. (Not 도, in which 정도 ends.)
const BEFORE_BECOMING: &[&str] = &["으로", "이", "가", "로", "은", "는"];

/// Hedges that may be glued to a unit within a sentence: 80억원까지 커진다.
const GLUED: &[&str] = &["까지", "정도", "가량", "남짓", "쯤"];

/// Particles left on a figure.
const PARTICLES: &[&str] = &[
    "으로", "로", "이", "가", "은", "는", "을", "를", "의", "에", "도", "씩", "인", "이나", "나",
];

/// Words that name no one number.
const VAGUE: &[&str] = &[
    "몇",
    "수십",
    "수백",
    "수천",
    "수만",
    "수억",
    "수조",
    "여러",
    "두세",
    "서너",
    "너댓",
    "대여섯",
    "한두",
    "several",
    "dozens",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "a few",
    "a couple",
];

/// Words that say that a figure is not the answer.
const DENIALS: &[&str] = &[
    "아니", "아님", "않", "틀린", "틀림", "틀렸", "틀리", "실패", "not ", "n't ", "failed",
    " wrong ",
];
/// Words behind a figure that say so too.
const DENIALS_BEHIND: &[&str] = &[" not", " wrong", " incorrect", " off", " missed"];

/// Words that make a bound of a figure, lower case. (More than it is noise: so
/// figures are reported.)
const BOUNDS: &[&str] = &[
    "less than ",
    "fewer than ",
    "under ",
    "below ",
    "at most ",
    "up to ",
    "no more than ",
    "not more than ",
    "<",
    "≤",
    "최대 ",
    "많아야 ",
    "기껏해야 ",
];
const BOUNDS_BEHIND: &[&str] = &[
    "미만",
    "이하",
    "이내",
    "or less",
    "or fewer",
    "at most",
    "at the most",
];

/// Whether a text says what the answer is not.
pub(super) fn denies(text: &str) -> bool {
    let text = text.to_lowercase();
    DENIALS.iter().any(|word| text.contains(word))
        || DENIALS_BEHIND.iter().any(|word| text.ends_with(word))
}

/// Whether a text says that a number lies below what it names: "at most 50",
/// "50 미만".
pub fn is_upper_bound(text: &str) -> bool {
    let text = super::normal(text).to_lowercase();
    let behind = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    // 미만이 된다
    let mut becoming = BECOMING.iter();
    let behind = becoming
        .find_map(|verb| behind.strip_suffix(verb))
        .map_or(behind, str::trim_end);
    // From one bound to another is a range: 2% 이상 3% 이하.
    if text.contains("이상 ") || text.contains("at least ") {
        return false;
    }
    BOUNDS.iter().any(|word| text.contains(word))
        || BOUNDS_BEHIND.iter().any(|word| {
            behind
                .rsplit(' ')
                .next()
                .is_some_and(|last| last.contains(word))
                || behind.ends_with(word)
        })
}

/// Whether a text speaks of a number without naming one.
pub(super) fn is_vague(text: &str) -> bool {
    let text = text.to_lowercase();
    VAGUE.iter().any(|word| text.contains(word))
}

/// Whether a phrase goes on to another answer: "or six", "and change".
pub(super) fn offers_another(phrase: &str) -> bool {
    let lower = phrase.to_lowercase();
    let begins = ["or ", "and "].iter().any(|word| lower.starts_with(word));
    let has = [" or ", "또는", "혹은", "아니면"];
    begins || has.iter().any(|word| lower.contains(word))
}

/// A phrase without the copula or particle at its end; `None` if it has none.
/// Behind a numeral of Korean words alone (`strict`) nothing is taken for a
/// particle: 삼만이 may be a number.
pub(super) fn without_ending(phrase: &str, strict: bool) -> Option<&str> {
    let becoming = BECOMING.iter().filter_map(|ending| {
        let before = phrase.strip_suffix(ending)?.trim_end();
        let mut particles = BEFORE_BECOMING.iter();
        let head = particles.find_map(|particle| before.strip_suffix(particle));
        Some(head.unwrap_or(before))
    });
    let is_becoming = becoming.clone().any(str::is_empty);
    let endings = COPULAS.iter().chain(PARTICLES);
    let stripped = endings
        .filter_map(|ending| phrase.strip_suffix(ending))
        .chain(becoming)
        .map(str::trim_end)
        .min_by_key(|head| head.len())?;
    let is_ending = || COPULAS.contains(&phrase) || is_becoming;
    (!strict || !stripped.is_empty() || is_ending()).then_some(stripped)
}

/// A word without a hedge that is glued to it: 원까지.
pub(super) fn without_glued(word: &str) -> Option<&str> {
    GLUED.iter().find_map(|hedge| word.strip_suffix(hedge))
}

/// A word without the particle at its end.
pub(super) fn without_particle(word: &str) -> Option<&str> {
    PARTICLES
        .iter()
        .filter_map(|particle| word.strip_suffix(particle))
        .min_by_key(|stem| stem.len())
}

/// Skips a hedge that stands where the reader is.
pub(super) fn skip_before(reader: &mut Reader<'_>) -> bool {
    // 한 3만: about; 한 배: one. 연3.25%: yearly. A 7.5% fall.
    for word in ["한 ", "연", "a "] {
        let rest = reader.lower().strip_prefix(word);
        if rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            reader.skip(word.len());
            return true;
        }
    }
    // 만 5세 is five full years old, 만 5천 fifteen thousand.
    if let Some(rest) = reader.lower().strip_prefix('만') {
        let age = rest.trim_start();
        let unit = age.trim_start_matches(|c: char| c.is_ascii_digit() || "~-–.".contains(c));
        if unit.len() < age.len() && unit.starts_with(['세', '살']) {
            reader.skip("만".len());
            return true;
        }
    }
    reader.eat_any(BEFORE)
}

/// A unit's phrase without the hedges, particles and stops behind it.
pub(super) fn strip_after(rest: &str) -> &str {
    let mut phrase = rest.trim();
    // "4000여 개"
    if let Some(after) = phrase.strip_prefix('여') {
        phrase = after.trim_start();
    }
    // "4400+ companies"
    if let Some(after) = phrase.strip_prefix('+') {
        phrase = after.trim_start();
    }
    loop {
        let before = phrase;
        phrase = phrase.trim_end_matches([' ', '.', ',', '!', '?', '。']);
        // Abbreviations keep their stop.
        if phrase.ends_with("p.p") {
            return before.trim_end();
        }
        for hedge in AFTER {
            let start = phrase.len().saturating_sub(hedge.len());
            if let (Some(head), Some(tail)) = (phrase.get(..start), phrase.get(start..))
                && tail.eq_ignore_ascii_case(hedge)
            {
                let head = head.trim_end();
                phrase = match hedge.chars().next() {
                    Some('넘') => head.trim_end_matches(['가', '이', '를', '을']),
                    _ => head,
                };
            }
        }
        for hedge in ["약", "about ", "more than ", "over "] {
            phrase = phrase.strip_prefix(hedge).unwrap_or(phrase);
        }
        if phrase == before {
            return phrase;
        }
    }
}
