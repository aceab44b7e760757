//! `no-stale-after`: a present state that may pass.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::words::{has_year, in_own_words, phrase_in, spaced};
use crate::deck::{Severity, Status};
use crate::message;
use crate::text::{Lang, is_hangul, written_in};

mod office;
mod rank;

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
    korean: Korean {
        summary: "지금의 일을 말하는데 'stale_after'가 없습니다",
        explanation: "*지금*, *현재*, *가장 큰*, *1위*처럼 말한 것은 언젠가 맞지 않게 됩니다. 다시
확인해야 할 날을 쓰거나, 질문에 날짜를 넣어 언제나 맞게 하세요.
",
    },
    find: Some(Find::Alone(find)),
};

/// English words of the present.
const ENGLISH: &[&str] = &[
    " now ",
    " currently ",
    " the current ",
    " today's ",
    " at present ",
    " presently ",
    " nowadays ",
    " these days ",
    " as of today ",
    " the latest ",
    " the newest ",
    " ranks first ",
    " ranks second ",
    " ranks third ",
    " rank first ",
    " rank second ",
    " is first in ",
    " is second in ",
    " is third in ",
    " is first among ",
    " is second among ",
    " is third among ",
    " is ranked ",
    " are ranked ",
    " is in first place ",
    " are in first place ",
    " is in second place ",
    " is in third place ",
    " is number one ",
    " is no 1 ",
];

/// Where such a word means something else.
const NOT_SO: &[&str] = &[
    " by now ",
    " until now ",
    " now and then ",
    " just now ",
    " now that ",
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
    "1위 국가",
    "1위 기업",
    "1위 업체",
    "2위 업체",
    "3위 업체",
    "점유율 1위",
    "점유율 2위",
    "점유율 3위",
    "2위 국가",
    "2위 기업",
    "2위인",
    "2위는",
    "가장 큰 기업",
    "가장 비싼 기업",
    "시가총액 1위",
    "몇 위",
];

/// Korean endings of the past: what was so then stays so.
const PAST: &[&str] = &["했", "였", "었", "았", "던 ", "한 해"];

/// Whether a Korean text tells of the past.
fn is_past(text: &str) -> bool {
    PAST.iter().any(|ending| text.contains(ending))
}

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in subject.entries() {
        let Some(dateline) = entry.dateline() else {
            continue;
        };
        // What someone said or expects does not change; that it was said is the fact.
        let broken = |key: &&str| subject.is_broken(entry, key);
        let lasting = ["status", "stale_after", "until"].iter().any(broken)
            || dateline.status != Status::Fact
            || dateline.stale_after.is_some()
            || entry.cards.iter().any(|card| card.until.is_some());
        if lasting {
            continue;
        }
        let as_of = &dateline.as_of;
        let dates_itself = entry.node.get("as_of").is_some();
        let texts = entry.texts(&["ask", "cloze", "answer", "label"]);
        let dated = |lang| {
            let mut of_lang = texts.iter().filter(|(of, _)| *of == lang);
            of_lang.any(|(_, node)| has_year(node.text().unwrap_or_default()))
        };
        let present = texts.iter().find_map(|(lang, node)| {
            let own = in_own_words(node.text()?);
            // A deck may be in Korean and not say so.
            let written = written_in(&own).unwrap_or(*lang);
            // Its own day dates a rank, but not what is so now; that of all the
            // deck no more than what is told, for a question does not show it.
            let undated = as_of.is_none() || !dates_itself && own.trim_end().ends_with('?');
            let held = || rank::of(&own, written).or_else(|| office::of(&own, written));
            let held = || undated.then(held).flatten();
            let word = present(&own, written).or_else(held)?;
            (!dated(*lang)).then_some((word, node.place))
        });
        if let Some((word, place)) = present {
            found.push(Finding::new(
                place,
                message!(
                    "'{word}' tells of the present, and nothing says until when",
                    "'{word}': 현재를 가리키는데 언제까지 맞는지 적혀 있지 않습니다"
                ),
                message!(
                    "add 'stale_after:' and a day, or say of which year it is true",
                    "'stale_after:'와 날짜를 더하거나, 어느 해의 일인지 쓰세요"
                ),
            ));
        }
    }
    found
}

/// The word of a text that tells of the present.
fn present(text: &str, lang: Lang) -> Option<String> {
    match lang {
        Lang::En => {
            let spaced = spaced(text);
            let word = phrase_in(&spaced, ENGLISH)?.trim().to_owned();
            phrase_in(&spaced, NOT_SO).is_none().then_some(word)
        }
        Lang::Ko => {
            if is_past(text) {
                return None;
            }
            let begins = |word: &str| {
                text.match_indices(word).any(|(at, _)| {
                    let before = text.get(..at).unwrap_or_default().trim_end();
                    let glued = text.get(..at).unwrap_or_default().ends_with(is_hangul);
                    let after = text.get(at + word.len()..).unwrap_or_default();
                    let grammar = ["형", "진행", "완료", "분사", "시제"];
                    let grammar = grammar.iter().any(|of| after.starts_with(of));
                    // 2월 현재 has its date.
                    !glued
                        && !grammar
                        && !before.ends_with(['년', '월', '일'])
                        && !before.ends_with("위,")
                })
            };
            let word = KOREAN.iter().find(|word| begins(word));
            word.map(|word| (*word).to_owned())
        }
    }
}
