//! A text to recall or to type.

use std::collections::HashSet;

use super::Asked;
use crate::deck::Task;
use crate::deck::format::{RawEntry, Said, TextOrList};
use crate::deck::lift::accept::Others;
use crate::deck::lift::draft::Draft;
use crate::deck::lift::fill::lone_fact;
use crate::deck::lift::item::Item;
use crate::deck::lift::texts;
use crate::message;
use crate::text::Lang;

/// A text to recall or, with `accept`, to type; and its reverse.
pub fn answer(raw: &RawEntry, item: &mut Item<'_>, mut asked: Asked<'_>) -> Vec<Draft> {
    let known = asked.known;
    let Some(said) = single(item, &raw.answer) else {
        Others::read(item, &raw.accept, known, &mut asked.facts);
        return Vec::new();
    };
    let Some(answer) = texts::text(item, "answer", &said, known, &mut asked.facts) else {
        return Vec::new();
    };
    let value = said
        .plain
        .and_then(lone_fact)
        .and_then(|name| known.get(name))
        .map(|worked| worked.figure.canonical());
    let task = if raw.accept.is_empty() {
        Task::Recall { cloze: None }
    } else {
        let others = Others::read(item, &raw.accept, known, &mut asked.facts);
        if let Some(place) = others.first_name() {
            item.wrong(
                "wrong-shape",
                place,
                message!(
                    "names under 'accept' are for cards that ask for several things",
                    "'accept' 아래의 이름은 여러 가지를 묻는 카드에 씁니다"
                ),
                message!(
                    "write the spellings as a list: accept: [one, another]",
                    "다른 표기를 목록으로 쓰세요: accept: [하나, 또 하나]"
                ),
            );
        }
        let mut seen = HashSet::new();
        let accepted = answer
            .iter()
            .map(|(_, text)| text)
            .chain(&others.unnamed)
            .filter(|text| seen.insert((*text).clone()))
            .cloned()
            .collect();
        Task::Text { accepted }
    };
    let reverse = (raw.reverse == Some(true)).then(|| Draft {
        part: Some("reverse".to_owned()),
        question: answer.clone(),
        answer: asked.question.clone(),
        task: Task::Recall { cloze: None },
        value: None,
        facts: asked.facts.clone(),
    });
    let forward = asked.draft(answer, task, value);
    std::iter::once(forward).chain(reverse).collect()
}

/// An answer that is one text.
fn single<'r>(item: &mut Item<'_>, answer: &'r Said<TextOrList>) -> Option<Said<&'r str>> {
    let mut said: Said<&str> = Said::default();
    for lang in [None, Some(Lang::En), Some(Lang::Ko)] {
        match answer.under(lang) {
            Some(TextOrList::Text(text)) => *said.under_mut(lang) = Some(text),
            Some(TextOrList::List(_)) => {
                let place = item.key("answer");
                item.wrong(
                    "wrong-shape",
                    place,
                    message!(
                        "'answer' is a list, but there are no choices",
                        "'answer': 목록인데 보기가 없습니다"
                    ),
                    message!(
                        "add 'choices:', or write 'list:' for several things to name",
                        "'choices:'를 더하거나, 여러 가지를 대는 카드라면 'list:'로 쓰세요"
                    ),
                );
                return None;
            }
            None => {}
        }
    }
    Some(said)
}
