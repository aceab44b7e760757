//! Nouns that are counted, and which may be said for another: a card that asks
//! for chips takes GPUs, and one that asks for applications takes no grants.

use super::{Counter, Kind, Unit, is_noun, noun_one};
use crate::text::Lang;

/// Nouns that are as good as one another, in the singular.
const ALIKE: &[&[&str]] = &[
    &["application", "patent", "filing", "특허", "출원"],
    &[
        "company",
        "firm",
        "business",
        "startup",
        "enterprise",
        "corporation",
        "기업",
        "업체",
        "회사",
        "사업체",
        "법인",
    ],
    &[
        "gpu",
        "chip",
        "card",
        "accelerator",
        "processor",
        "semiconductor",
        "칩",
        "반도체",
        "가속기",
        "프로세서",
    ],
    &["case", "incident", "lawsuit", "suit", "사건", "소송"],
    &["deal", "contract", "agreement", "계약", "협약"],
    &["car", "vehicle", "자동차", "차량"],
    &[
        "plant", "factory", "fab", "facility", "site", "공장", "시설",
    ],
    &["center", "centre", "site", "facility", "센터", "시설"],
    &["paper", "article", "study", "논문"],
    &["film", "movie", "영화"],
    &["home", "house", "집", "주택"],
    &["city", "town", "도시"],
    &[
        "worker",
        "employee",
        "staff",
        "job",
        "직원",
        "근로자",
        "노동자",
        "일자리",
    ],
    &[
        "user",
        "customer",
        "subscriber",
        "이용자",
        "사용자",
        "고객",
        "가입자",
    ],
    &["student", "pupil", "학생"],
    &[
        "researcher",
        "scientist",
        "engineer",
        "연구자",
        "연구원",
        "과학자",
    ],
    &["country", "nation", "state", "나라", "국가"],
    &["vote", "ballot"],
    &["question", "problem", "문제", "문항", "질문"],
    &[
        "parameter",
        "param",
        "weight",
        "매개변수",
        "파라미터",
        "가중치",
    ],
];

/// Nouns that may be said of whatever is countable.
const ANYTHING: &[&str] = &["unit", "piece", "item", "thing", "place"];
/// Nouns for whoever is counted.
const ANYONE: &[&str] = &[
    "person",
    "people",
    "individual",
    "human",
    "inhabitant",
    "resident",
    "citizen",
    "soul",
];

/// Shortest word of a question that another may begin with: Koreans, of Korea.
const SHORTEST_STEM: usize = 4;

impl Unit {
    /// Whether it may be said for the `right` unit, both being nouns or counters
    /// of what is countable, where `asked` is what the question says; `None` if
    /// one of them is not.
    pub fn says_the_same_noun(&self, right: &Unit, asked: &str) -> Option<bool> {
        let (mine, theirs) = (counted(self)?, counted(right)?);
        if self == right {
            return Some(true);
        }
        let known: Vec<String> = words(theirs.noun).chain(words(asked)).collect();
        let is_known = |word: &str| {
            known.iter().any(|known| {
                known == word || known.len() >= SHORTEST_STEM && word.starts_with(known.as_str())
            })
        };
        // 건 are filed, and never firms.
        if mine.korean == "건" && !matches!(theirs.korean, "건" | "") && !theirs.noun.is_empty() {
            return Some(false);
        }
        // A name with a digit in it is one thing and no other: H800 GPUs.
        let is_name = |word: &String| word.contains(|c: char| c.is_ascii_digit());
        if words(mine.noun).any(|word| is_name(&word) && !is_known(&word)) {
            return Some(false);
        }
        let kinds = match (mine.kind, theirs.kind) {
            (Some(mine), Some(theirs)) => mine == theirs,
            (Some(mine), None) => mine == Kind::Thing,
            (None, _) => true,
        };
        let generic = |one: &Counted<'_>| one.korean == "개" && one.noun.is_empty();
        if generic(&mine) || generic(&theirs) && kinds {
            return Some(true);
        }
        let Some(head) = words(mine.noun).last() else {
            return Some(kinds);
        };
        if is_known(&head) {
            return Some(true);
        }
        let Some(wanted) = words(theirs.noun).last() else {
            // 38,210건: whatever is counted so, or is in no table.
            return Some(kinds);
        };
        let named = |nouns: &[&str], word: &str| nouns.contains(&word);
        let alike = ALIKE
            .iter()
            .any(|nouns| named(nouns, &head) && named(nouns, &wanted));
        let person = named(ANYONE, &head) && matches!(theirs.kind, Some(Kind::Person))
            || named(ANYONE, &wanted) && (mine.kind == Some(Kind::Person) || named(ANYONE, &head));
        let anything = kinds && (named(ANYTHING, &head) || named(ANYTHING, &wanted));
        let slip = wanted.len() >= 5 && strsim::osa_distance(&head, &wanted) == 1;
        Some(alike || person || anything || slip)
    }
}

/// The nouns that are as good as one, itself among them, in the singular.
pub fn nouns_alike(noun: &str) -> impl Iterator<Item = &'static str> {
    let noun = noun.to_lowercase();
    let rows = ALIKE.iter().filter(move |row| row.contains(&noun.as_str()));
    rows.flat_map(|row| row.iter().copied())
}

impl Unit {
    /// Whether what it counts is called by a noun that is as good as `noun`.
    pub fn is_of_nouns_alike(&self, noun: &str) -> bool {
        let counted = counted(self).and_then(|counted| words(counted.noun).last());
        counted.is_some_and(|counted| nouns_alike(noun).any(|alike| alike == counted))
    }

    /// Whether it counts the same as `other` by the word for it: in Korean the
    /// counter, in English the noun. `None` where one of them does not say what
    /// it counts, or may be said of anything.
    pub fn counts_by_the_same_word(&self, other: &Unit, lang: Lang) -> Option<bool> {
        let (mine, theirs) = (counted(self)?, counted(other)?);
        if lang == Lang::Ko {
            let tells = |one: &Counted<'_>| !matches!(one.korean, "" | "개");
            return (tells(&mine) && tells(&theirs)).then_some(mine.korean == theirs.korean);
        }
        let (one, other) = (words(mine.noun).last()?, words(theirs.noun).last()?);
        let named = |nouns: &[&str], word: &String| nouns.contains(&word.as_str());
        let of_all = |word| named(ANYTHING, word) || named(ANYONE, word);
        let alike = ALIKE
            .iter()
            .any(|nouns| named(nouns, &one) && named(nouns, &other));
        (one == other || !of_all(&one) && !of_all(&other)).then_some(one == other || alike)
    }
}

/// What is counted: the noun, and what the tables say of it.
struct Counted<'a> {
    noun: &'a str,
    korean: &'a str,
    kind: Option<Kind>,
}

fn counted(unit: &Unit) -> Option<Counted<'_>> {
    match unit {
        Unit::Count(counter @ Counter { english, korean }) => {
            let kind = counter.kind();
            let countable = matches!(kind, Kind::Thing | Kind::Person | Kind::Country);
            countable.then_some(Counted {
                noun: english,
                korean,
                kind: Some(kind),
            })
        }
        // What has Hangul and a space in it is a sentence.
        Unit::Other(word) if is_noun(word) && (word.is_ascii() || !word.contains(' ')) => {
            Some(Counted {
                noun: word,
                korean: "",
                kind: None,
            })
        }
        _ => None,
    }
}

/// The words of a text, in lower case and the singular.
fn words(text: &str) -> impl DoubleEndedIterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let word = word.to_lowercase();
            let one = noun_one(&word);
            if one == word && word.len() > 3 && !word.ends_with("ss") {
                word.strip_suffix('s').map_or(one, str::to_owned)
            } else {
                one
            }
        })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use crate::figure::Figure;

    #[test]
    fn one_noun_for_another() {
        for (mine, right, asked, expected) in [
            ("5 patents", "5 applications", "", Some(true)),
            ("5 grants", "5 applications", "", Some(false)),
            ("5 grants", "5 applications", "How many grants?", Some(true)),
            ("5 aplications", "5 applications", "", Some(true)),
            ("5건", "5 applications", "", Some(true)),
            ("5개", "5 applications", "", Some(true)),
            ("5 units", "5 applications", "", Some(true)),
            ("5명", "5 applications", "", Some(false)),
            ("5 companies", "5 applications", "", Some(false)),
            ("5 chips", "5 GPUs", "", Some(true)),
            ("5 업체", "5 companies", "", Some(true)),
            ("5 회사", "5 firms", "", Some(true)),
            ("5 학교", "5 companies", "", Some(false)),
            ("5 CPUs", "5 GPUs", "", Some(false)),
            ("5 H800 GPUs", "5 GPUs", "How many H100s?", Some(false)),
            ("5 H100 GPUs", "5 GPUs", "How many H100s?", Some(true)),
            ("5 H100s", "5 GPUs", "How many H100s?", Some(true)),
            ("5 A100s", "5 GPUs", "How many H100s?", Some(false)),
            ("5만 장", "5만 개", "", Some(true)),
            ("5 firms", "5개", "", Some(true)),
            ("5 people", "5명", "", Some(true)),
            ("5 inhabitants", "5 people", "", Some(true)),
            (
                "5 Koreans",
                "5 people",
                "How many live in Korea?",
                Some(true),
            ),
            ("5 dogs", "5 people", "", Some(false)),
            ("5 students", "5 people", "", Some(true)),
            ("5 people", "5 students", "", Some(true)),
            ("5 workers", "5 students", "", Some(false)),
            ("5 km", "5 GPUs", "", None),
            ("5년", "5 GPUs", "", None),
            ("$5", "5 GPUs", "", None),
        ] {
            let unit = |text: &str| Figure::parse(text).expect(text).unit;
            assert_eq!(
                unit(mine).says_the_same_noun(&unit(right), asked),
                expected,
                "{mine} for {right}"
            );
        }
    }
}
