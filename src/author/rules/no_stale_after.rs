//! `no-stale-after`: a present state that may pass.

use crate::author::rule::{Finding, Rule};
use crate::author::subject::Subject;
use crate::author::words::{has_year, spaced};
use crate::deck::{Severity, Status};
use crate::text::{Lang, is_hangul};

pub(super) const RULE: Rule = Rule {
    code: "no-stale-after",
    severity: Severity::Warning,
    summary: "A statement about the present has no 'stale_after'",
    explanation: "What holds *now*, *currently*, as *the largest* or in *first place* will
cease to. Give it the day after which it must be looked up again, or date
the question, and it stays true.

Wrong:

```yaml
cards:
  - id: largest
    ask: Which company is currently the most valuable of all?
    answer: Nvidia
```

Right:

```yaml
cards:
  - id: largest
    ask: Which company is currently the most valuable of all?
    answer: Nvidia
    stale_after: 2099-12-31
```
",
    find: Some(find),
};

/// English words of the present, and of ranks that change.
const ENGLISH: &[&str] = &[
    "now",
    "currently",
    "at present",
    "presently",
    "nowadays",
    "these days",
    "as of today",
    "the latest",
    "the newest",
    "ranks first",
    "ranks second",
    "ranks third",
    "ranks no",
    "rank first",
    "rank no",
    "is ranked",
    "are ranked",
    "is number one",
    "is no 1",
    "is the largest",
    "is the biggest",
    "is the richest",
    "is the leading",
    "is the most valuable",
    "is the most populous",
    "is the best-selling",
    "is the second largest",
    "are the largest",
    "are the biggest",
    "are the richest",
    "are the leading",
    "are the most valuable",
    "is the world's largest",
    "is the world's biggest",
    "is the world's richest",
    "is the world's leading",
    "is the world's most",
    "are the world's largest",
    "are the world's biggest",
    "are the world's most",
];

/// Where such a word means something else.
const NOT_SO: &[&str] = &[
    "by now",
    "until now",
    "now and then",
    "just now",
    "now that",
];

/// The same in Korean.
const KOREAN: &[&str] = &[
    "현재",
    "지금",
    "오늘날",
    "요즘",
    "최신",
    "세계 최대",
    "국내 최대",
    "세계 1위",
    "국내 1위",
    "업계 1위",
    "1위인",
    "1위는",
    "2위인",
    "2위는",
    "가장 큰 기업",
    "가장 비싼 기업",
    "시가총액 1위",
];

/// Korean endings of the past: what was so then stays so.
const PAST: &[&str] = &["했", "였", "었", "았", "던 ", "한 해"];

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in &subject.entries {
        let Some(dateline) = entry.dateline() else {
            continue;
        };
        // What someone said or expects does not change; that it was said is the fact.
        let lasting = dateline.status != Status::Fact
            || dateline.stale_after.is_some()
            || entry.cards.iter().any(|card| card.until.is_some());
        if lasting {
            continue;
        }
        let texts = entry.texts(&["ask", "cloze", "answer", "label"]);
        let dated = |lang| {
            let mut of_lang = texts.iter().filter(|(_, of, _)| *of == lang);
            of_lang.any(|(_, _, node)| has_year(node.text().unwrap_or_default()))
        };
        let present = texts.iter().find_map(|(_, lang, node)| {
            let word = present(node.text()?, *lang)?;
            (!dated(*lang)).then_some((word, node.place))
        });
        if let Some((word, place)) = present {
            found.push(Finding::new(
                place,
                format!("'{word}' tells of the present, and nothing says until when"),
                "add 'stale_after:' and a day, or say of which year it is true",
            ));
        }
    }
    found
}

/// The word of a text that tells of the present.
fn present(text: &str, lang: Lang) -> Option<&'static str> {
    match lang {
        Lang::En => {
            let mut spaced = spaced(&text.replace('-', " "));
            for phrase in NOT_SO {
                spaced = spaced.replace(&format!(" {phrase} "), " … ");
            }
            let stands = |word: &str| spaced.contains(&format!(" {} ", word.replace('-', " ")));
            ENGLISH.iter().find(|word| stands(word)).copied()
        }
        Lang::Ko => {
            if PAST.iter().any(|ending| text.contains(ending)) {
                return None;
            }
            let begins = |word: &str| {
                text.match_indices(word).any(|(at, _)| {
                    let before = text.get(..at).unwrap_or_default().trim_end();
                    let glued = text.get(..at).unwrap_or_default().ends_with(is_hangul);
                    // 2월 현재 has its date.
                    !glued && !before.ends_with(['년', '월', '일']) && !before.ends_with("위,")
                })
            };
            KOREAN.iter().find(|word| begins(word)).copied()
        }
    }
}
