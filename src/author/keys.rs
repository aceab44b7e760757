//! What the keys of the format mean, in both languages, with an example each.

use crate::deck::format::{
    Key, Mapping as _, RawDeck, RawDefaults, RawEntry, RawFact, RawOptions, RawSource,
};
use crate::text::Lang;

/// The mappings of a deck file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mapping {
    /// The file.
    Deck,
    /// A source.
    Source,
    /// What holds for every entry and fact.
    Defaults,
    /// Suggestions for the schedule.
    Options,
    /// A fact.
    Fact,
    /// An entry of the cards.
    Card,
}

use Mapping::{Card, Deck, Defaults, Fact, Options, Source};

impl Mapping {
    /// All of them.
    #[cfg(test)]
    pub const ALL: [Mapping; 6] = [Deck, Source, Defaults, Options, Fact, Card];

    /// Its keys, in the order in which they are written.
    pub fn keys(self) -> &'static [Key] {
        match self {
            Deck => RawDeck::KEYS,
            Source => RawSource::KEYS,
            Defaults => RawDefaults::KEYS,
            Options => RawOptions::KEYS,
            Fact => RawFact::KEYS,
            Card => RawEntry::KEYS,
        }
    }

    /// What a key of it means.
    pub fn about(self, name: &str) -> Option<&'static About> {
        let of_it = |about: &&About| about.name == name && about.of.contains(&self);
        ABOUT.iter().find(of_it)
    }
}

/// What a key means.
#[derive(Debug, Clone, Copy)]
pub(super) struct About {
    of: &'static [Mapping],
    /// The key.
    pub name: &'static str,
    english: &'static str,
    korean: &'static str,
    /// How it is written.
    pub example: &'static str,
}

impl About {
    /// What it means, a sentence or two.
    pub fn says(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.english,
            Lang::Ko => self.korean,
        }
    }
}

const fn about(
    of: &'static [Mapping],
    name: &'static str,
    example: &'static str,
    english: &'static str,
    korean: &'static str,
) -> About {
    About {
        of,
        name,
        english,
        korean,
        example,
    }
}

const ABOUT: &[About] = &[
    about(
        &[Deck],
        "deck",
        "deck: chips",
        "The deck's stable name. The file may be renamed; what learners remember of its cards goes by this.",
        "덱의 변하지 않는 이름입니다. 파일 이름은 바뀌어도 되고, 학습 기록은 이 이름을 따릅니다.",
    ),
    about(
        &[Deck],
        "language",
        "language: ko",
        "The language of every key without a suffix: `en` (if left out) or `ko`.",
        "언어를 붙이지 않은 키의 언어입니다: `en`(적지 않으면) 또는 `ko`.",
    ),
    about(
        &[Deck],
        "title",
        "title: Chips\ntitle.ko: 칩",
        "What the deck is called on the screen.",
        "화면에 보이는 덱 제목입니다.",
    ),
    about(
        &[Deck, Defaults, Fact, Card],
        "as_of",
        "as_of: 2025-02-09",
        "The dateline: the day, month or year of which it was true.",
        "기준일입니다. 어느 날, 어느 달, 어느 해에 맞는 사실인지 적습니다.",
    ),
    about(
        &[Deck],
        "sources",
        "sources:\n  daily: { title: A fab for the valley, publisher: The Daily, date: 2025-02-09 }",
        "Who says so: sources by the names that `source` refers to.",
        "출처입니다. `source`에서 쓰는 이름으로 적습니다.",
    ),
    about(
        &[Deck],
        "defaults",
        "defaults: { source: daily, tags: [chips] }",
        "What holds for every entry and fact that does not say otherwise.",
        "따로 적지 않은 모든 카드와 사실에 적용되는 값입니다.",
    ),
    about(
        &[Deck],
        "options",
        "options: { retention: 0.9, new_per_day: 10 }",
        "Suggestions for the schedule; the learner's own settings win.",
        "복습 일정에 대한 제안입니다. 학습자의 설정이 먼저입니다.",
    ),
    about(
        &[Deck],
        "facts",
        "facts:\n  fab.cost: { value: 20B USD, label: Cost of the fab }",
        "Figures kept as data, by name: change one, and every card that shows it follows.",
        "이름을 붙여 둔 수치입니다. 하나를 고치면 그것을 쓰는 모든 카드가 따라 바뀝니다.",
    ),
    about(
        &[Deck],
        "cards",
        "cards:\n  - id: flip\n    ask: What does a foundry make?\n    answer: Chips designed by others",
        "What is asked: a list of entries. The kind of a card follows from its keys.",
        "묻는 것의 목록입니다. 카드의 종류는 쓴 키에 따라 정해집니다.",
    ),
    about(
        &[Source],
        "title",
        "title: A fab for the valley",
        "The title of the article or report.",
        "기사나 보고서의 제목입니다.",
    ),
    about(
        &[Source],
        "publisher",
        "publisher: The Daily",
        "Who published it.",
        "펴낸 곳입니다.",
    ),
    about(
        &[Source],
        "date",
        "date: 2025-02-09",
        "The day on which it was published.",
        "펴낸 날짜입니다.",
    ),
    about(
        &[Source],
        "url",
        "url: \"https://example.org/fab\"",
        "Where to read it; `o` opens it while studying.",
        "읽을 수 있는 주소입니다. 공부할 때 `o`로 엽니다.",
    ),
    about(
        &[Defaults, Fact, Card],
        "source",
        "source: daily",
        "The name of a source under `sources`.",
        "`sources`에 적은 출처의 이름입니다.",
    ),
    about(
        &[Defaults, Fact, Card],
        "stale_after",
        "stale_after: 2025-12-31",
        "The day after which it may no longer be true; then it is marked, and `check` tells.",
        "이 날이 지나면 더는 맞지 않을 수 있습니다. 그때부터 표시되고 `check`가 알립니다.",
    ),
    about(
        &[Defaults, Fact, Card],
        "status",
        "status: claim",
        "How sure it is: `fact` (if left out), `claim`, `forecast`, `disputed` or `retracted`.",
        "얼마나 확실한지 적습니다: `fact`(적지 않으면), `claim`(주장), `forecast`(전망), `disputed`(다툼 있음), `retracted`(철회됨).",
    ),
    about(
        &[Defaults, Fact, Card],
        "by",
        "by: the governor",
        "Who says so, where it is not a fact.",
        "사실이 아닐 때, 누가 그렇게 말하는지 적습니다.",
    ),
    about(
        &[Defaults, Fact, Card],
        "tags",
        "tags: [chips, cost]",
        "Words to find it by; `quiz --tag` picks by them.",
        "찾을 때 쓰는 낱말입니다. `quiz --tag`로 골라냅니다.",
    ),
    about(
        &[Defaults, Fact, Card],
        "tolerance",
        "tolerance: 5%",
        "How far off a typed figure is still right.",
        "입력한 수치가 얼마나 벗어나도 맞는지 적습니다.",
    ),
    about(
        &[Options],
        "retention",
        "retention: 0.9",
        "The share of cards to be still known when they come due, 0.70 to 0.99.",
        "복습할 때 기억하고 있기를 바라는 비율입니다(0.70~0.99).",
    ),
    about(
        &[Options],
        "new_per_day",
        "new_per_day: 10",
        "At most so many new cards of this deck a day.",
        "이 덱에서 하루에 새로 배울 카드 수의 상한입니다.",
    ),
    about(
        &[Options],
        "reviews_per_day",
        "reviews_per_day: 100",
        "At most so many reviews of this deck a day.",
        "이 덱에서 하루에 복습할 카드 수의 상한입니다.",
    ),
    about(
        &[Options],
        "learning_steps",
        "learning_steps: [1m, 10m]",
        "How long after each step a new card comes again.",
        "새 카드가 다시 나오기까지의 단계별 간격입니다.",
    ),
    about(
        &[Options],
        "relearning_steps",
        "relearning_steps: [10m]",
        "The same after a card was forgotten.",
        "잊은 카드가 다시 나오기까지의 단계별 간격입니다.",
    ),
    about(
        &[Options],
        "maximum_interval",
        "maximum_interval: 365",
        "The longest interval, in days.",
        "가장 긴 복습 간격입니다(일).",
    ),
    about(
        &[Fact],
        "value",
        "value: 20B USD\nvalue: = fab.cost / old.cost",
        "The figure, or after `=` a formula over other facts. In braces one with a comma is quoted: `\"38,210\"`.",
        "수치입니다. `=` 뒤에는 다른 사실로 계산하는 식을 적습니다. 중괄호 안에서 쉼표가 든 수는 따옴표로 감쌉니다: `\"38,210\"`.",
    ),
    about(
        &[Fact],
        "label",
        "label: Cost of the fab\nlabel.ko: 공장 건설비",
        "What stands beside its bar in a chart or comparison.",
        "차트나 비교에서 막대 옆에 보이는 이름입니다.",
    ),
    about(
        &[Fact],
        "ask",
        "ask: What will the fab cost?",
        "The question: a fact that asks is a card too.",
        "질문입니다. 질문이 있는 사실은 카드도 됩니다.",
    ),
    about(
        &[Fact],
        "reported",
        "reported: 2×",
        "What was said, held against the computed figure.",
        "보도된 값입니다. 계산한 수치와 견줍니다.",
    ),
    about(
        &[Fact],
        "reported_note",
        "reported_note: The article rounds down.",
        "Why the two differ: the author has seen it.",
        "두 값이 왜 다른지 적습니다. 저자가 확인했다는 뜻입니다.",
    ),
    about(
        &[Card],
        "id",
        "id: founder",
        "Its name within the deck. History goes by it, so an entry may be reworded or moved about.",
        "덱 안에서의 이름입니다. 학습 기록이 이것을 따르므로 문구나 자리를 바꿔도 됩니다.",
    ),
    about(
        &[Card],
        "ask",
        "ask: Who founded the foundry model?\nask.ko: 파운드리 모델의 창시자는?",
        "The question. `{fact}` in it is the fact's figure.",
        "질문입니다. `{fact}`라고 쓰면 그 사실의 수치가 들어갑니다.",
    ),
    about(
        &[Card],
        "answer",
        "answer: Morris Chang",
        "What is right. Alone it is recalled; with `accept` it is typed; with `choices` it is one of them, or a list of several.",
        "정답입니다. 혼자 있으면 떠올리고, `accept`가 있으면 입력하고, `choices`가 있으면 그중 하나(또는 여러 개의 목록)입니다.",
    ),
    about(
        &[Card],
        "accept",
        "accept: [Chang Chung-mou]",
        "Other spellings that count, in any language; with them the answer is typed. For lists and gaps by name: `{ Samsung: [Samsung Electronics] }`.",
        "정답으로 치는 다른 표기입니다. 있으면 답을 입력합니다. 목록과 빈칸에서는 이름별로 적습니다: `{ Samsung: [Samsung Electronics] }`.",
    ),
    about(
        &[Card],
        "reverse",
        "reverse: true",
        "Makes a second card that asks the other way round.",
        "거꾸로 묻는 카드를 하나 더 만듭니다.",
    ),
    about(
        &[Card],
        "number",
        "number: \"{fab.cost}\"",
        "A figure to type: a literal, or a fact as `\"{fact}\"`.",
        "입력할 수치입니다. 값을 바로 적거나 `\"{fact}\"`로 사실을 가리킵니다.",
    ),
    about(
        &[Card],
        "date",
        "date: 2025-02-03",
        "A date to type, whole or in part (`1957`), or a span (`2014~2023`).",
        "입력할 날짜입니다. 일부(`1957`)나 기간(`2014~2023`)도 됩니다.",
    ),
    about(
        &[Card],
        "choices",
        "choices: [TSMC, ARM, Nvidia, Cadence]",
        "What there is to pick from.",
        "고를 보기입니다.",
    ),
    about(
        &[Card],
        "list",
        "list: [TSMC, Samsung, GlobalFoundries, UMC]",
        "What can be named, in any order; what is missing is told.",
        "순서 없이 적는 항목입니다. 빠진 것을 알려 줍니다.",
    ),
    about(
        &[Card],
        "need",
        "need: 2",
        "How many of the `list` are wanted.",
        "`list`에서 몇 개를 적어야 하는지 정합니다.",
    ),
    about(
        &[Card],
        "cloze",
        "cloze: The {{c1::H800}} is a cut-down {{c2::H100}}.",
        "A text with gaps: `{{answer}}`, or `{{c1::answer::hint}}`. It makes one card a group.",
        "빈칸이 있는 글입니다: `{{답}}` 또는 `{{c1::답::힌트}}`. 묶음마다 카드 하나가 됩니다.",
    ),
    about(
        &[Card],
        "typed",
        "typed: true",
        "Whether the gaps are typed.",
        "빈칸을 입력할지 정합니다.",
    ),
    about(
        &[Card],
        "order",
        "order: [first, second, third]",
        "Lines in their right order.",
        "맞는 순서로 적은 항목입니다.",
    ),
    about(
        &[Card],
        "pairs",
        "pairs: [[Alibaba, Qwen], [ByteDance, Doubao]]",
        "What belongs together.",
        "서로 짝이 되는 것입니다.",
    ),
    about(
        &[Card],
        "compare",
        "compare: [fab.cost, old.cost]",
        "Two facts: which is larger, then by how many times.",
        "두 사실 가운데 어느 것이 크고, 몇 배인지 묻습니다.",
    ),
    about(
        &[Fact, Card],
        "hint",
        "hint: Think of an island.",
        "Shown before the answer, when asked for.",
        "답을 보기 전에 원할 때 보여 줍니다.",
    ),
    about(
        &[Fact, Card],
        "note",
        "note: It began in 1987.",
        "Shown with the answer.",
        "답과 함께 보여 줍니다.",
    ),
    about(
        &[Fact, Card],
        "chart",
        "chart: [fab.cost, old.cost]",
        "Facts whose bars the answer side shows.",
        "답 쪽에 막대로 보여 줄 사실입니다.",
    ),
    about(
        &[Fact, Card],
        "distractors",
        "distractors: [Jensen Huang, Lisa Su]",
        "Wrong choices for a quiz.",
        "퀴즈에 쓸 틀린 보기입니다.",
    ),
    about(
        &[Fact, Card],
        "until",
        "until: 2025-06-30",
        "The last day on which it is asked; its history stays.",
        "마지막으로 묻는 날입니다. 기록은 남습니다.",
    ),
    about(
        &[Fact, Card],
        "supersedes",
        "supersedes: [old-cost, other-deck/cost]",
        "Cards or facts, of any deck, that this one updates: they are asked no more.",
        "이것으로 갱신되는 카드나 사실입니다(다른 덱도 가능). 더는 묻지 않습니다.",
    ),
    about(
        &[Fact, Card],
        "replaces",
        "replaces: [old-id, other-deck/old-id]",
        "Ids whose history it takes over, where a card was renamed or moved.",
        "이름을 바꾸거나 옮긴 카드의 예전 아이디입니다. 그 기록을 이어받습니다.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_documented_and_no_other() {
        for mapping in Mapping::ALL {
            for key in mapping.keys() {
                let about = mapping.about(key.name);
                assert!(about.is_some(), "{mapping:?}: {}", key.name);
            }
        }
        for about in ABOUT {
            for mapping in about.of {
                let mut keys = mapping.keys().iter();
                assert!(
                    keys.any(|key| key.name == about.name),
                    "{mapping:?}: {}",
                    about.name
                );
                let first = mapping.about(about.name).map(|first| first.english);
                assert_eq!(first, Some(about.english), "{mapping:?}: {}", about.name);
            }
        }
    }

    #[test]
    fn examples_write_the_key() {
        for about in ABOUT {
            let start = format!("{}:", about.name);
            assert!(about.example.starts_with(&start), "{}", about.name);
        }
    }
}
