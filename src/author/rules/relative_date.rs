//! `relative-date`: *last month*, seen from nowhere.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::author::words::{in_own_words, spaced};
use crate::deck::Severity;
use crate::message;
use crate::text::{Lang, is_hangul, written_in};

pub(in crate::author) const CODE: &str = "relative-date";

pub(super) const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    summary: "A date is told by its distance, and nothing says from when",
    explanation: "*Last month* is another month for every reader. Write the date itself, or
give the card `as_of`, or a source with its date, from which it can be
reckoned.

Wrong:

```yaml
cards:
  - id: fab
    ask: Which company announced a new fab last month?
    answer: TSMC
```

Right:

```yaml
cards:
  - id: fab
    ask: Which company announced a new fab in January 2025?
    answer: TSMC
```
",
    korean: Korean {
        summary: "언제부터인지 없이 날짜를 '지난달'처럼 말합니다",
        explanation: "*지난달*은 읽는 때마다 다른 달입니다. 날짜를 그대로 쓰거나, 셈할 기준이
되도록 카드에 `as_of`나 날짜가 있는 출처를 쓰세요.
",
    },
    find: Some(Find::Alone(find)),
};

const ENGLISH: &[&str] = &[
    " yesterday ",
    " last week ",
    " last month ",
    " last year ",
    " this week ",
    " this month ",
    " this year ",
    " next week ",
    " next month ",
    " next year ",
    " recently ",
    " days ago ",
    " weeks ago ",
    " months ago ",
    " years ago ",
    " a year ago ",
    " a month ago ",
    " a week ago ",
    " a day ago ",
    " earlier this ",
];

/// Where they mean no date: the last year of a plan, a year that is described.
const NOT_SO: &[&str] = &[
    " the last week ",
    " the last month ",
    " the last year ",
    " the next year ",
    " the next month ",
    " the next week ",
];

const KOREAN: &[&str] = &[
    "어제",
    "지난주",
    "지난달",
    "지난해",
    "작년",
    "올해",
    "내년",
    "이번 주",
    "이번 달",
    "이달",
    "다음 주",
    "다음 달",
    "최근",
    "그저께",
    "재작년",
];

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in subject.entries() {
        let Some(dateline) = entry.dateline() else {
            continue;
        };
        if dateline.as_of.is_some() || dateline.published.is_some() {
            continue;
        }
        let texts = entry.texts(&["ask", "cloze", "answer", "choices", "note", "hint", "label"]);
        let relative = texts.iter().find_map(|(lang, node)| {
            Some((relative(&in_own_words(node.text()?), *lang)?, node.place))
        });
        if let Some((word, place)) = relative {
            found.push(Finding::new(
                place,
                message!(
                    "'{word}' is seen from no date",
                    "'{word}': 어느 날을 기준으로 한 말인지 알 수 없습니다"
                ),
                message!(
                    "write the date itself, or add 'as_of:'",
                    "날짜를 그대로 쓰거나 'as_of:'를 더하세요"
                ),
            ));
        }
    }
    found
}

/// The words of a text that tell a date by its distance.
fn relative(text: &str, lang: Lang) -> Option<&'static str> {
    // A deck may be in Korean and not say so.
    match written_in(text).unwrap_or(lang) {
        Lang::En => {
            let spaced = spaced(text);
            let stands = |word: &&&str| spaced.contains(**word);
            let word = ENGLISH.iter().find(stands).map(|word| word.trim());
            word.filter(|_| !NOT_SO.iter().any(|phrase| spaced.contains(phrase)))
        }
        Lang::Ko => {
            let stands = |word: &&&str| {
                text.match_indices(**word).any(|(at, _)| {
                    let before = text.get(..at).unwrap_or_default();
                    let after = text.get(at + word.len()..).unwrap_or_default();
                    // 올해의 선수 is a title.
                    !before.ends_with(is_hangul) && !after.starts_with("의 ")
                })
            };
            KOREAN.iter().find(stands).copied()
        }
    }
}
