//! What the form says: the names of its lines, and how they may be filled.

use crate::author::compose::{Kind, Slot};
use crate::strings::Say;
use crate::text::Lang;

impl Say {
    /// How a card asks.
    pub fn card_kind(self, kind: Kind) -> &'static str {
        let (en, ko) = match kind {
            Kind::Recall => ("an answer to recall", "떠올리는 답"),
            Kind::BothWays => ("an answer, both ways", "양쪽으로 묻는 답"),
            Kind::Text => ("a text to type", "입력하는 글"),
            Kind::Figure => ("a figure to type", "입력하는 수치"),
            Kind::Date => ("a date to type", "입력하는 날짜"),
            Kind::Choice => ("one of several", "여럿 중 하나"),
            Kind::List => ("a list to type", "입력하는 목록"),
            Kind::Cloze => ("gaps to recall", "떠올리는 빈칸"),
            Kind::TypedCloze => ("gaps to type", "입력하는 빈칸"),
            Kind::Order => ("lines to order", "차례로 놓기"),
            Kind::Pairs => ("sides to match", "짝짓기"),
        };
        self.pick_of(en, ko)
    }

    /// What a key of an entry is called.
    pub fn slot(self, slot: Slot) -> &'static str {
        let (en, ko) = match slot {
            Slot::Ask => ("Question", "질문"),
            Slot::Cloze => ("Text", "글"),
            Slot::Answer => ("Answer", "답"),
            Slot::Accept => ("Also right", "이것도 정답"),
            Slot::Number => ("Figure", "수치"),
            Slot::Tolerance => ("Tolerance", "허용 오차"),
            Slot::Date => ("Date", "날짜"),
            Slot::Choices => ("Choices", "보기"),
            Slot::List => ("List", "목록"),
            Slot::Need => ("How many", "몇 개"),
            Slot::Order => ("In order", "차례"),
            Slot::Pairs => ("Pairs", "짝"),
            Slot::Hint => ("Hint", "힌트"),
            Slot::Note => ("Note", "설명"),
            Slot::Status => ("How sure", "확실성"),
            Slot::By => ("Says who", "말한 이"),
            Slot::StaleAfter => ("Good until", "유효 기한"),
            Slot::Source => ("Source", "출처"),
            Slot::Tags => ("Tags", "태그"),
            Slot::Id => ("Id", "아이디"),
        };
        self.pick_of(en, ko)
    }

    /// How a field may be filled, where its name does not say it.
    pub fn example(self, slot: Slot) -> String {
        let (en, ko) = match slot {
            Slot::Cloze => ("Made in {{Taiwan}}.", "{{대만}}에서 만든다."),
            Slot::Accept => ("a spelling; another", "다른 표기; 또 하나"),
            Slot::Number => ("20B USD, or {fact}", "200억 달러, 또는 {fact}"),
            Slot::Tolerance => ("5%", "5%"),
            Slot::Date => ("2025-02-03, or 1957", "2025-02-03, 또는 1957"),
            Slot::Choices => ("the answer; another; …", "정답; 다른 것; …"),
            Slot::List => ("one; two; …", "하나; 둘; …"),
            Slot::Need => return self.pick_of("all, if empty", "비우면 전부").to_owned(),
            Slot::StaleAfter => ("2026-12-31", "2026-12-31"),
            Slot::Order => ("first; second; …", "첫째; 둘째; …"),
            Slot::Pairs => ("one = its side; …", "하나 = 그 짝; …"),
            Slot::Ask
            | Slot::Answer
            | Slot::Hint
            | Slot::Note
            | Slot::Source
            | Slot::Status
            | Slot::By
            | Slot::Tags
            | Slot::Id => return String::new(),
        };
        match self.0 {
            Lang::En => format!("e.g. {en}"),
            Lang::Ko => format!("예: {ko}"),
        }
    }

    /// What is chosen on a line: the name of a source, or how sure a card is;
    /// an empty one is what holds for all of the deck.
    pub fn option(self, slot: Slot, name: &str) -> String {
        let (en, ko) = match (slot, name) {
            (_, "") => return self.as_the_deck_says().to_owned(),
            (Slot::Status, "fact") => ("a fact", "사실"),
            (Slot::Status, "claim") => ("a claim", "주장"),
            (Slot::Status, "forecast") => ("a forecast", "전망"),
            (Slot::Status, "disputed") => ("disputed", "논란"),
            _ => return name.to_owned(),
        };
        self.pick_of(en, ko).to_owned()
    }

    /// A card was added under this id.
    pub fn card_added(self, id: &str, file: &str) -> String {
        match self.0 {
            Lang::En => format!("Added to {file} as '{id}'. Here is room for the next one."),
            Lang::Ko => {
                format!("{file}에 아이디 '{id}'인 카드를 더했습니다. 이어서 쓸 수 있습니다.")
            }
        }
    }
}
