//! `missing-language`: a text in one of two languages.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::{Entry, Subject};
use crate::deck::yaml::Node;
use crate::deck::{Place, Severity, Task};
use crate::figure::{Date, Figure};
use crate::message;
use crate::text::{Lang, is_hangul};

pub(super) const RULE: Rule = Rule {
    code: "missing-language",
    severity: Severity::Warning,
    summary: "A card is missing one of the deck's languages",
    explanation: "A learner of the other language gets the text as it is. A deck whose
`title`, or most of whose cards, are in both languages should be so all
through. Names that are the same in both (*TSMC*, *H800*) need not be said
twice.

Wrong:

```yaml
deck: chips
title: Chips
title.ko: 칩
cards:
  - id: flip
    ask: What does a foundry make?
    ask.ko: 파운드리가 만드는 것은?
    answer: Chips designed by others
```

Right:

```yaml
deck: chips
title: Chips
title.ko: 칩
cards:
  - id: flip
    ask: What does a foundry make?
    ask.ko: 파운드리가 만드는 것은?
    answer: Chips designed by others
    answer.ko: 남이 설계한 칩
```
",
    korean: Korean {
        summary: "카드에 덱의 두 언어 가운데 하나가 없습니다",
        explanation: "그 언어로 공부하는 사람은 다른 언어의 글을 그대로 보게 됩니다. `title`이나
대부분의 카드가 두 언어로 된 덱은 모두 두 언어로 쓰는 것이 좋습니다. 두
언어에서 같은 이름(*TSMC*, *H800*)은 두 번 쓰지 않아도 됩니다.
",
    },
    find: Some(Find::Alone(find)),
};

/// So many entries without a language are told one by one.
const FEW: usize = 5;

/// What a learner reads of a card.
const KEYS: &[&str] = &[
    "ask",
    "cloze",
    "answer",
    "choices",
    "list",
    "order",
    "pairs",
    "hint",
    "note",
    "reported_note",
    "label",
    "by",
    "distractors",
];

/// What is written small within the names of people: Ursula von der Leyen.
const PARTICLES: &[&str] = &[
    "von", "van", "der", "den", "ter", "del", "della", "das", "dos", "los", "las", "bin", "ibn",
];

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let own = subject.deck.language;
    if !is_bilingual(subject) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for lang in [own, own.other()] {
        let mut of_lang = Vec::new();
        for entry in subject.entries() {
            let lacks = |key: &&&str| {
                entry.says(key, lang).is_none()
                    && entry
                        .says(key, lang.other())
                        .is_some_and(|said| is_in(said, lang.other()))
                    && !(**key == "distractors" && are_read(entry))
            };
            let missing: Vec<&str> = KEYS.iter().filter(lacks).copied().collect();
            let Some(first) = missing.first() else {
                continue;
            };
            let keys: Vec<String> = missing.iter().map(|key| format!("'{key}'")).collect();
            let suffix = if lang == own {
                String::new()
            } else {
                format!(".{lang}")
            };
            let is = if keys.len() == 1 { "is" } else { "are" };
            let keys = keys.join(", ");
            let [name, name_ko] = name(lang);
            of_lang.push(Finding::new(
                entry.key(first),
                message!("{keys} {is} not in {name}", "{keys}: {name_ko}가 없습니다"),
                message!("add '{first}{suffix}:'", "'{first}{suffix}:' 키를 더하세요"),
            ));
        }
        let (count, all) = (of_lang.len(), subject.entries().len());
        match of_lang.first().map(|told| told.place) {
            Some(first) if count > FEW && 2 * count > all => {
                found.push(mostly(first, count, all, lang))
            }
            _ => found.append(&mut of_lang),
        }
    }
    found
}

/// That most of a deck is not in a language, told once: its author has either
/// begun to translate it, or never meant to.
fn mostly(first: Place, count: usize, all: usize, lang: Lang) -> Finding {
    let [name, name_ko] = name(lang);
    let code = lang.code();
    Finding::new(
        first,
        message!(
            "{count} of {all} entries are not in {name}; this is the first",
            "항목 {all}개 가운데 {count}개에 {name_ko}가 없습니다; 여기가 첫 번째입니다"
        ),
        message!(
            "add it to all of them, or write the deck in one language: without 'title.{code}:' and its like",
            "모두 더하거나, 'title.{code}:' 같은 키를 지워 한 언어로만 쓰세요"
        ),
    )
}

/// Whether the deck is in both languages: its title is, or most of its questions
/// are. A question that is made of labels has both in any case.
fn is_bilingual(subject: &Subject<'_>) -> bool {
    let title = &subject.deck.title;
    let in_both = |says: &dyn Fn(Lang) -> bool| Lang::ALL.into_iter().all(says);
    if in_both(&|lang| title.exactly(lang).is_some()) {
        return true;
    }
    let (mut asked, mut both) = (0, 0);
    for entry in subject.entries() {
        let says = |lang| {
            entry
                .says("ask", lang)
                .or(entry.says("cloze", lang))
                .is_some()
        };
        asked += usize::from(Lang::ALL.into_iter().any(says));
        both += usize::from(in_both(&says));
    }
    2 * both > asked
}

/// Whether a text is in a language that the other one's readers can't read: not
/// a name in capitals, a number or a formula.
fn is_in(node: &Node, lang: Lang) -> bool {
    let text = |text: &str| match lang {
        Lang::Ko => text.chars().any(is_hangul),
        Lang::En => words_of(text).any(|word| {
            let small = word.chars().count() > 2 && word.chars().all(char::is_lowercase);
            small && !PARTICLES.contains(&word)
        }),
    };
    node.text().is_some_and(text) || node.items().iter().any(|item| is_in(item, lang))
}

/// Whether the wrong choices of an entry are figures beside a figure, or dates
/// beside a date: those are said in both languages, as the answer is.
fn are_read(entry: &Entry<'_>) -> bool {
    let is_read = |text: &str| match entry.cards.first().map(|card| &card.task) {
        Some(Task::Number { .. }) => Figure::parse(text).is_ok(),
        Some(Task::Date { .. }) => Date::parse(text).is_ok(),
        _ => false,
    };
    let texts = entry.texts(&["distractors"]);
    texts
        .iter()
        .all(|(_, node)| node.text().is_some_and(is_read))
}

/// Words outside of `{facts}`.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let outside = text.split('{').flat_map(|part| {
        match part.split_once('}') {
            Some((_, rest)) => rest,
            None => part,
        }
        .split(|c: char| !c.is_alphanumeric())
    });
    outside.filter(|word| !word.is_empty())
}

/// What a language is called, in each language.
fn name(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => ["English", "영어"],
        Lang::Ko => ["Korean", "한국어"],
    }
}
