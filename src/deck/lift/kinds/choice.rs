//! Choices to pick from.

use std::collections::{BTreeSet, HashMap};

use super::Asked;
use crate::deck::Task;
use crate::deck::format::{RawEntry, Said, TextOrList};
use crate::deck::lift::draft::Draft;
use crate::deck::lift::item::Item;
use crate::deck::lift::texts;
use crate::message;
use crate::text::{Lang, fold, safe_line, suggest};

/// Choices to pick from.
pub fn choice(raw: &RawEntry, item: &mut Item<'_>, mut asked: Asked<'_>) -> Option<Draft> {
    let known = asked.known;
    let choices = texts::list(item, "choices", &raw.choices, known, &mut asked.facts)?;
    texts::distinct(item, "choices", &choices);
    let several = [&raw.answer.plain, &raw.answer.en, &raw.answer.ko]
        .into_iter()
        .any(|answer| matches!(answer, Some(TextOrList::List(_))));
    let listed = Said {
        plain: raw.answer.plain.as_ref().map(as_list),
        en: raw.answer.en.as_ref().map(as_list),
        ko: raw.answer.ko.as_ref().map(as_list),
    };
    let answers = texts::list(item, "answer", &listed, known, &mut asked.facts)?;
    let side_by_side = texts::side_by_side(item, "choices", &choices);
    if side_by_side
        .as_ref()
        .is_some_and(|choices| choices.len() < 2)
    {
        let place = item.at("choices");
        item.wrong(
            "too-few",
            place,
            message!("there is nothing to choose from", "고를 것이 없습니다"),
            message!("write at least two choices", "보기를 둘 이상 쓰세요"),
        );
        return None;
    }
    let found: Vec<_> = answers
        .iter()
        .map(|(lang, answers)| Some((lang, found(item, lang, answers, choices.get(lang))?)))
        .collect();
    let side_by_side = side_by_side?;
    let mut right: Option<(Lang, BTreeSet<usize>)> = None;
    for found in found {
        let (lang, found) = found?;
        match &right {
            Some((first, right)) if *right != found => {
                let key = item.key_in("answer", lang);
                let place = item.key_place(&key);
                item.wrong(
                    "languages-differ",
                    place,
                    message!(
                        "'{key}' picks other choices than '{}'",
                        "'{key}', '{}': 서로 다른 보기를 고릅니다",
                        item.key_in("answer", *first)
                    ),
                    message!(
                        "pick the same in both languages; choices stand in the same order in both",
                        "두 언어에서 같은 것을 고르세요. 보기는 두 언어에서 순서가 같습니다"
                    ),
                );
                return None;
            }
            Some(_) => {}
            None => right = Some((lang, found)),
        }
    }
    let right: Vec<usize> = right
        .map(|(_, right)| right.into_iter().collect())
        .unwrap_or_default();
    if right.is_empty() {
        let place = item.key("answer");
        item.wrong(
            "no-answer",
            place,
            message!("no choice is right", "맞는 보기가 없습니다"),
            message!(
                "name at least one in 'answer'",
                "'answer'에 하나 이상 쓰세요"
            ),
        );
        return None;
    }
    let answer = choices.map(|_, choices| {
        right
            .iter()
            .filter_map(|at| choices.get(*at))
            .cloned()
            .collect::<Vec<_>>()
            .join(", ")
    });
    Some(asked.draft(
        answer,
        Task::Choice {
            choices: side_by_side,
            right,
            several,
        },
        None,
    ))
}

fn as_list(answer: &TextOrList) -> Vec<String> {
    match answer {
        TextOrList::Text(text) => vec![text.clone()],
        TextOrList::List(texts) => texts.clone(),
    }
}

/// Which of `choices` the `answers` are.
fn found(
    item: &mut Item<'_>,
    lang: Lang,
    answers: &[String],
    choices: &[String],
) -> Option<BTreeSet<usize>> {
    let exactly: HashMap<&str, usize> = choices
        .iter()
        .enumerate()
        .rev()
        .map(|(at, choice)| (choice.as_str(), at))
        .collect();
    let folded: HashMap<String, usize> = choices
        .iter()
        .enumerate()
        .rev()
        .map(|(at, choice)| (fold(choice), at))
        .collect();
    let mut found = BTreeSet::new();
    let mut all = true;
    for (at, answer) in answers.iter().enumerate() {
        match exactly
            .get(answer.as_str())
            .or_else(|| folded.get(&fold(answer)))
        {
            Some(choice) => {
                found.insert(*choice);
            }
            None => {
                let key = item.key_in("answer", lang);
                let place = item.at_item(&key, at);
                let help = match suggest(answer, choices.iter().map(String::as_str)) {
                    Some(near) => {
                        message!("did you mean '{}'?", "'{}'인가요?", safe_line(near))
                    }
                    None => message!(
                        "write one of the choices, word for word",
                        "보기 가운데 하나를 글자 그대로 쓰세요"
                    ),
                };
                item.wrong(
                    "answer-not-a-choice",
                    place,
                    message!(
                        "the answer '{}' is not among the choices",
                        "보기에 없는 답입니다: '{}'",
                        safe_line(answer)
                    ),
                    help,
                );
                all = false;
            }
        }
    }
    all.then_some(found)
}
