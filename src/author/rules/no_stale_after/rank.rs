//! A rank that something has: whoever has it has it for a time.

use super::is_past;
use crate::answer::stems;
use crate::author::words::spaced;
use crate::text::Lang;

/// What has a rank has it for a time.
const VERBS: &[&str] = &["is", "are", "has", "have", "holds", "hold"];
const RANKS: &[&str] = &[
    "largest",
    "biggest",
    "richest",
    "wealthiest",
    "leading",
    "fastest",
    "busiest",
    "costliest",
    "tallest",
    "longest",
    "top",
];
/// Where one is asked for one's rank.
const RANKINGS: &[&str] = &["rank", "ranking", "rankings"];
const MOST: &[&str] = &[
    "valuable",
    "populous",
    "powerful",
    "used",
    "visited",
    "downloaded",
    "expensive",
    "widely",
];
/// What nature ranks stays so.
const NATURE: &[&str] = &[
    "planet",
    "planets",
    "moon",
    "star",
    "continent",
    "ocean",
    "island",
    "desert",
    "animal",
    "mammal",
    "bird",
    "fish",
    "insect",
    "dinosaur",
    "organ",
    "bone",
    "muscle",
    "particle",
    "river",
    "mountain",
    "peak",
    "lake",
    "waterfall",
    "volcano",
    "cave",
    "day",
    "night",
    "side",
    "word",
    "prime",
    "integer",
    "digit",
    "divisor",
    "atom",
    "molecule",
];
const BETWEEN: &[&str] = &[
    "the", "by", "far", "still", "second", "third", "fourth", "fifth",
];
/// Who may be at the top: of anything else it is a place, such as a top floor.
const AT_THE_TOP: &[&str] = &[
    "producer",
    "exporter",
    "importer",
    "maker",
    "seller",
    "buyer",
    "supplier",
    "employer",
    "carrier",
    "lender",
    "consumer",
    "emitter",
    "donor",
    "investor",
    "shareholder",
    "company",
    "firm",
    "bank",
    "country",
    "economy",
    "brand",
    "destination",
    "university",
    "market",
    "app",
    "platform",
    "network",
    "website",
    "city",
    "state",
    "airline",
];
/// What leads does so now.
const LEADS: &[&str] = &[
    " leads the market ",
    " leads the world ",
    " leads the industry ",
    " leads the field ",
    " leads in ",
    " tops the ",
];
/// Words of the past: what was so then stays so.
const WAS: &[&str] = &["was", "were", "did", "had", "became", "won"];

/// What is ranked in Korean, by the end of its word.
const KOREAN_RANKED: &[&str] = &[
    "나라",
    "국가",
    "회사",
    "기업",
    "업체",
    "은행",
    "도시",
    "건물",
    "빌딩",
    "타워",
    "다리",
    "터널",
    "공항",
    "항구",
    "대학",
    "대학교",
    "산유국",
    "수출국",
    "수입국",
    "생산국",
    "소비국",
    "보유국",
    "배출국",
    "제조사",
    "항공사",
    "통신사",
    "브랜드",
    "시장",
    "플랫폼",
];
/// Between the rank and what has it.
const MOST_BETWEEN: usize = 3;
/// What comes first in time stays first.
const FIRST: &[&str] = &["오래", "먼저", "일찍", "처음"];

/// The words that give something a rank of the present.
pub(super) fn of(text: &str, lang: Lang) -> Option<String> {
    match lang {
        Lang::En => english(text),
        Lang::Ko => korean(text),
    }
}

fn english(text: &str) -> Option<String> {
    let spaced = spaced(text);
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let stands = |listed: &[&str]| words.iter().any(|word| listed.contains(word));
    let asked = [" what rank ", " which rank ", " what place ", " how high "];
    let asked = asked.iter().find(|words| spaced.contains(**words));
    if let Some(asked) = asked.filter(|asked| !asked.contains("how") || spaced.contains(" rank "))
        && stands(&["has", "have", "is", "are", "does", "do", "hold", "holds"])
        && !stands(&["had", "was", "were", "did"])
    {
        return Some(asked.trim().to_owned());
    }
    if let ["where", "do" | "does", .., _] = words.as_slice() {
        let ranking = words.iter().find(|word| RANKINGS.contains(word));
        if let Some(ranking) = ranking {
            return Some((*ranking).to_owned());
        }
    }
    if let Some(leads) = LEADS.iter().find(|leads| spaced.contains(**leads)) {
        return Some(leads.trim().to_owned());
    }
    if stands(NATURE) {
        return None;
    }
    let begin = |word: &&str| VERBS.contains(word);
    let verbs = words.iter().enumerate().filter(|(_, word)| begin(word));
    let behind_verb = verbs.map(|(at, _)| (at, at + 1));
    // `Name the …`, and a question that is nothing but what it asks for.
    let past = stands(WAS) || words.iter().any(|word| word.ends_with("ed"));
    let alone = match words.first() {
        Some(&"name") if !past => Some((0, 1)),
        Some(&"the") if !past && text.trim_end().ends_with('?') => Some((0, 0)),
        _ => None,
    };
    for (from, at) in behind_verb.chain(alone) {
        let rest = words.get(at..).unwrap_or_default();
        let between = |word: &&&str| BETWEEN.contains(*word) || word.ends_with("'s");
        let skipped = rest.iter().take_while(between).count();
        let rest = rest.get(skipped..).unwrap_or_default();
        let ranked = match rest {
            ["most", what, ..] if MOST.contains(what) => 2,
            // `Which country has the most users`
            ["most", _, ..] if has_the_most(&words, from) => 2,
            ["no", "1" | "2" | "3", _, ..] | ["number", "one" | "two" | "three", _, ..] => 2,
            ["top", rest @ ..] if !rest.iter().take(MOST_BETWEEN).any(is_at_the_top) => continue,
            [rank, ..] if RANKS.contains(rank) => 1,
            _ => continue,
        };
        if skipped > 0 {
            return Some(words.get(from..at + skipped + ranked)?.join(" "));
        }
    }
    None
}

/// Whether it is asked, up to the verb at `verb`, who has something.
fn has_the_most(words: &[&str], verb: usize) -> bool {
    let before = words.get(..verb).unwrap_or_default();
    let has = matches!(words.get(verb), Some(&("has" | "have")));
    let past = words
        .iter()
        .any(|word| WAS.contains(word) || word.ends_with("ed"));
    let asked = match before {
        ["who"] => true,
        ["which" | "what", holder @ ..] => holder.iter().any(is_at_the_top),
        _ => false,
    };
    has && asked && !past
}

/// Whether a word is of [`AT_THE_TOP`], or what they are several of.
fn is_at_the_top(word: &&str) -> bool {
    let plural = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let one = plural
        .as_deref()
        .unwrap_or(word.strip_suffix('s').unwrap_or(word));
    one.ends_with("maker") || AT_THE_TOP.contains(&one)
}

fn korean(text: &str) -> Option<String> {
    if is_past(text) {
        return None;
    }
    let bare = |word: &str| -> String {
        let sign = |c: char| !c.is_alphanumeric();
        word.trim_matches(sign).to_owned()
    };
    let written: Vec<&str> = text.split_whitespace().collect();
    let words: Vec<String> = written.iter().map(|word| bare(word)).collect();
    let is_one_of = |word: &str, listed: &[&str]| {
        let stems = stems(word);
        let mut stems = stems.iter().chain([&word]);
        stems.any(|stem| listed.iter().any(|end| stem.ends_with(end)))
    };
    for (at, word) in words.iter().enumerate() {
        let is_last = at + 1 == words.len();
        if is_last && at > 0 && stems(word).contains(&"순위") && text.trim_end().ends_with('?') {
            return Some("순위".to_owned());
        }
        let rest = words.get(at + 1..).unwrap_or_default();
        // What a comma parts from it is another thing.
        let parted = written.get(at).is_some_and(|word| word.ends_with(','));
        let is_rank = !parted && (is_place(word) || matches!(word.as_str(), "선두" | "가장"));
        if !is_rank
            || rest
                .first()
                .is_some_and(|next| FIRST.iter().any(|first| next.starts_with(first)))
        {
            continue;
        }
        let mut near = rest.iter().take(MOST_BETWEEN);
        if let Some(thing) = near.position(|word| is_one_of(word, KOREAN_RANKED)) {
            return Some(words.get(at..=at + 1 + thing)?.join(" "));
        }
    }
    None
}

/// A place by its number: `2위`.
fn is_place(word: &str) -> bool {
    let number = word.strip_suffix('위').unwrap_or_default();
    !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_rank_has_it_for_a_time() {
        for (text, expected) in [
            (
                "What is the world's tallest building?",
                Some("is the world's tallest"),
            ),
            (
                "How long is the world's longest tunnel?",
                Some("is the world's longest"),
            ),
            (
                "Which firm leads the market in phones?",
                Some("leads the market"),
            ),
            ("Where does Korea rank in exports?", Some("rank")),
            ("Which company tops the Fortune 500?", Some("tops the")),
            ("Name the No. 1 carmaker by sales.", Some("name the no 1")),
            (
                "Who is the number two chipmaker?",
                Some("is the number two"),
            ),
            ("The top oil producer?", Some("the top")),
            (
                "Which are the world's top exporters?",
                Some("are the world's top"),
            ),
            ("Which planet is the largest?", None),
            ("What is the longest river?", None),
            ("Where did Korea rank?", None),
            ("Where does it stand in the world ranking?", Some("ranking")),
            (
                "Which country has the most users?",
                Some("has the most users"),
            ),
            (
                "Which countries have the most users?",
                Some("have the most users"),
            ),
            ("Which word has the most vowels?", None),
            ("Which country has the most users of those listed?", None),
            ("What is the largest prime below 100?", None),
            ("이용자가 가장 많은 플랫폼은?", Some("가장 많은 플랫폼은")),
            ("What is the top of a ship's mast called?", None),
            ("The top speed?", None),
            ("Name the largest bank that failed.", None),
            ("The leading edge costs the most", None),
            ("What was the tallest building?", None),
            ("What leads to inflation?", None),
            ("세계에서 가장 높은 건물은?", Some("가장 높은 건물은")),
            ("인구가 가장 많은 나라는?", Some("가장 많은 나라는")),
            ("매출 1위 자동차 회사는?", Some("1위 자동차 회사는")),
            ("시장 점유율 선두 업체는?", Some("선두 업체는")),
            ("세계 2위 산유국은?", Some("2위 산유국은")),
            ("한국의 수출 순위는?", Some("순위")),
            ("당시 세계에서 가장 높았던 건물은?", None),
            ("가장 큰 행성은?", None),
            ("가장 오래된 대학은?", None),
            ("가장 큰 이유는?", None),
            ("순위를 매기는 방법은?", None),
            ("매출 1위였던 회사는?", None),
            ("1위, 그리고 회사는?", None),
        ] {
            let lang = if text.is_ascii() { Lang::En } else { Lang::Ko };
            assert_eq!(of(text, lang).as_deref(), expected, "{text}");
        }
    }
}
