//! What the keys of the format mean, with an example each: in English by the
//! words of the format's own table, in Korean by those here.

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

    /// What a key of it means, a sentence or two, and how it is written.
    pub fn says(self, name: &str, lang: Lang) -> Option<(&'static str, &'static str)> {
        let about = self.about(name)?;
        let key = self.keys().iter().find(|key| key.name == name)?;
        let says = match lang {
            Lang::En => key.about.trim(),
            Lang::Ko => about.korean,
        };
        Some((says, about.example))
    }

    /// The Korean and the example of a key of it.
    fn about(self, name: &str) -> Option<&'static About> {
        let of_it = |about: &&About| about.name == name && about.of.contains(&self);
        ABOUT.iter().find(of_it)
    }
}

/// What a key means.
#[derive(Debug, Clone, Copy)]
struct About {
    of: &'static [Mapping],
    /// The key.
    name: &'static str,
    korean: &'static str,
    /// How it is written.
    example: &'static str,
}

const fn about(
    of: &'static [Mapping],
    name: &'static str,
    example: &'static str,
    korean: &'static str,
) -> About {
    About {
        of,
        name,
        korean,
        example,
    }
}

const ABOUT: &[About] = &[
    about(
        &[Deck],
        "deck",
        "deck: chips",
        "덱의 변하지 않는 이름입니다. 파일 이름은 바뀌어도 되고, 학습 기록은 이 이름을 따릅니다.",
    ),
    about(
        &[Deck],
        "language",
        "language: ko",
        "언어를 붙이지 않은 키의 언어입니다: `en`(적지 않으면) 또는 `ko`.",
    ),
    about(
        &[Deck],
        "title",
        "title: Chips\ntitle.ko: 칩",
        "화면에 보이는 덱 제목입니다.",
    ),
    about(
        &[Deck, Defaults, Fact, Card],
        "as_of",
        "as_of: 2025-02-09",
        "기준일입니다. 어느 날, 어느 달, 어느 해에 맞는 사실인지 적습니다.",
    ),
    about(
        &[Deck],
        "sources",
        "sources:\n  daily: { title: A fab for the valley, publisher: The Daily, date: 2025-02-09 }",
        "출처입니다. `source`에서 쓰는 이름으로 적습니다.",
    ),
    about(
        &[Deck],
        "defaults",
        "defaults: { source: daily, tags: [chips] }",
        "따로 적지 않은 모든 카드와 사실에 적용되는 값입니다.",
    ),
    about(
        &[Deck],
        "options",
        "options: { retention: 0.9, new_per_day: 10 }",
        "복습 일정에 대한 제안입니다. 학습자의 설정이 먼저입니다.",
    ),
    about(
        &[Deck],
        "facts",
        "facts:\n  fab.cost: { value: 20B USD, label: Cost of the fab }",
        "이름을 붙여 둔 수치입니다. 하나를 고치면 그것을 쓰는 모든 카드가 따라 바뀝니다.",
    ),
    about(
        &[Deck],
        "cards",
        "cards:\n  - id: flip\n    ask: What does a foundry make?\n    answer: Chips designed by others",
        "묻는 것의 목록입니다. 카드의 종류는 쓴 키에 따라 정해집니다.",
    ),
    about(
        &[Source],
        "title",
        "title: A fab for the valley",
        "기사나 보고서의 제목입니다.",
    ),
    about(
        &[Source],
        "publisher",
        "publisher: The Daily",
        "펴낸 곳입니다.",
    ),
    about(&[Source], "date", "date: 2025-02-09", "펴낸 날짜입니다."),
    about(
        &[Source],
        "url",
        "url: \"https://example.org/fab\"",
        "읽을 수 있는 주소입니다. 공부할 때 `o`로 엽니다.",
    ),
    about(
        &[Defaults, Fact, Card],
        "source",
        "source: daily",
        "`sources`에 적은 출처의 이름입니다.",
    ),
    about(
        &[Defaults, Fact, Card],
        "stale_after",
        "stale_after: 2025-12-31",
        "이 날이 지나면 더는 맞지 않을 수 있습니다. 그때부터 표시되고 `check`가 알립니다.",
    ),
    about(
        &[Defaults, Fact, Card],
        "status",
        "status: claim",
        "얼마나 확실한지 적습니다: `fact`(적지 않으면), `claim`(주장), `forecast`(전망), `disputed`(다툼 있음), `retracted`(철회됨).",
    ),
    about(
        &[Defaults, Fact, Card],
        "by",
        "by: the governor",
        "사실이 아닐 때, 누가 그렇게 말하는지 적습니다.",
    ),
    about(
        &[Defaults, Fact, Card],
        "tags",
        "tags: [chips, cost]",
        "찾을 때 쓰는 낱말입니다. `quiz --tag`로 골라냅니다.",
    ),
    about(
        &[Defaults, Fact, Card],
        "tolerance",
        "tolerance: 5%",
        "입력한 수치가 얼마나 벗어나도 맞는지 적습니다.",
    ),
    about(
        &[Options],
        "retention",
        "retention: 0.9",
        "복습할 때 기억하고 있기를 바라는 비율입니다(0.70~0.99).",
    ),
    about(
        &[Options],
        "new_per_day",
        "new_per_day: 10",
        "이 덱에서 하루에 새로 배울 카드 수의 상한입니다.",
    ),
    about(
        &[Options],
        "reviews_per_day",
        "reviews_per_day: 100",
        "이 덱에서 하루에 복습할 카드 수의 상한입니다.",
    ),
    about(
        &[Options],
        "learning_steps",
        "learning_steps: [1m, 10m]",
        "새 카드가 다시 나오기까지의 단계별 간격입니다.",
    ),
    about(
        &[Options],
        "relearning_steps",
        "relearning_steps: [10m]",
        "잊은 카드가 다시 나오기까지의 단계별 간격입니다.",
    ),
    about(
        &[Options],
        "maximum_interval",
        "maximum_interval: 365",
        "가장 긴 복습 간격입니다(일).",
    ),
    about(
        &[Fact],
        "value",
        "value: 20B USD\nvalue: = fab.cost / old.cost",
        "수치입니다. `=` 뒤에는 다른 사실로 계산하는 식을 적습니다. 중괄호 안에서 쉼표가 든 수는 따옴표로 감쌉니다: `\"38,210\"`.",
    ),
    about(
        &[Fact],
        "label",
        "label: Cost of the fab\nlabel.ko: 공장 건설비",
        "차트나 비교에서 막대 옆에 보이는 이름입니다.",
    ),
    about(
        &[Fact],
        "ask",
        "ask: What will the fab cost?",
        "질문입니다. 질문이 있는 사실은 카드도 됩니다.",
    ),
    about(
        &[Fact],
        "reported",
        "reported: 2×",
        "보도된 값입니다. 계산한 수치와 견줍니다.",
    ),
    about(
        &[Fact],
        "reported_note",
        "reported_note: The article rounds down.",
        "두 값이 왜 다른지 적습니다. 저자가 확인했다는 뜻입니다.",
    ),
    about(
        &[Card],
        "id",
        "id: founder",
        "덱 안에서의 이름입니다. 학습 기록이 이것을 따르므로 문구나 자리를 바꿔도 됩니다.",
    ),
    about(
        &[Card],
        "ask",
        "ask: Who founded the foundry model?\nask.ko: 파운드리 모델의 창시자는?",
        "질문입니다. `{fact}`라고 쓰면 그 사실의 수치가 들어갑니다.",
    ),
    about(
        &[Card],
        "answer",
        "answer: Morris Chang",
        "정답입니다. 혼자 있으면 떠올리고, `accept`가 있으면 입력하고, `choices`가 있으면 그중 하나(또는 여러 개의 목록)입니다.",
    ),
    about(
        &[Card],
        "accept",
        "accept: [Chang Chung-mou]",
        "정답으로 치는 다른 표기입니다. 있으면 답을 입력합니다. 목록과 빈칸에서는 이름별로 적습니다: `{ Samsung: [Samsung Electronics] }`.",
    ),
    about(
        &[Card],
        "reverse",
        "reverse: true",
        "거꾸로 묻는 카드를 하나 더 만듭니다.",
    ),
    about(
        &[Card],
        "number",
        "number: \"{fab.cost}\"",
        "입력할 수치입니다. 값을 바로 적거나 `\"{fact}\"`로 사실을 가리킵니다.",
    ),
    about(
        &[Card],
        "date",
        "date: 2025-02-03",
        "입력할 날짜입니다. 일부(`1957`)나 기간(`2014~2023`)도 됩니다.",
    ),
    about(
        &[Card],
        "choices",
        "choices: [TSMC, ARM, Nvidia, Cadence]",
        "고를 보기입니다.",
    ),
    about(
        &[Card],
        "list",
        "list: [TSMC, Samsung, GlobalFoundries, UMC]",
        "순서 없이 적는 항목입니다. 빠진 것을 알려 줍니다.",
    ),
    about(
        &[Card],
        "need",
        "need: 2",
        "`list`에서 몇 개를 적어야 하는지 정합니다.",
    ),
    about(
        &[Card],
        "cloze",
        "cloze: The {{c1::H800}} is a cut-down {{c2::H100}}.",
        "빈칸이 있는 글입니다: `{{답}}` 또는 `{{c1::답::힌트}}`. 묶음마다 카드 하나가 됩니다.",
    ),
    about(&[Card], "typed", "typed: true", "빈칸을 입력할지 정합니다."),
    about(
        &[Card],
        "order",
        "order: [first, second, third]",
        "맞는 순서로 적은 항목입니다.",
    ),
    about(
        &[Card],
        "pairs",
        "pairs: [[Alibaba, Qwen], [ByteDance, Doubao]]",
        "서로 짝이 되는 것입니다.",
    ),
    about(
        &[Card],
        "compare",
        "compare: [fab.cost, old.cost]",
        "두 사실 가운데 어느 것이 크고, 몇 배인지 묻습니다.",
    ),
    about(
        &[Fact, Card],
        "hint",
        "hint: Think of an island.",
        "답을 보기 전에 원할 때 보여 줍니다.",
    ),
    about(
        &[Fact, Card],
        "note",
        "note: It began in 1987.",
        "답과 함께 보여 줍니다.",
    ),
    about(
        &[Fact, Card],
        "chart",
        "chart: [fab.cost, old.cost]",
        "답 쪽에 막대로 보여 줄 사실입니다.",
    ),
    about(
        &[Fact, Card],
        "distractors",
        "distractors: [Jensen Huang, Lisa Su]",
        "퀴즈에 쓸 틀린 보기입니다.",
    ),
    about(
        &[Fact, Card],
        "until",
        "until: 2025-06-30",
        "마지막으로 묻는 날입니다. 기록은 남습니다.",
    ),
    about(
        &[Fact, Card],
        "supersedes",
        "supersedes: [old-cost, other-deck/cost]",
        "이것으로 갱신되는 카드나 사실입니다(다른 덱도 가능). 더는 묻지 않습니다.",
    ),
    about(
        &[Fact, Card],
        "replaces",
        "replaces: [old-id, other-deck/old-id]",
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
                let first = mapping.about(about.name).map(|first| first.korean);
                assert_eq!(first, Some(about.korean), "{mapping:?}: {}", about.name);
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
