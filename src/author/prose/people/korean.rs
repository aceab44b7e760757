//! People in Korean sentences.

use super::korean_name::{Name, aside, marked_name, name, name_at, short_name};
use super::korean_shape::{ends_phrase, is_body, is_korean};
use super::korean_word::{RANKS, Word, cut};
use super::korean_words::{BEFORE, DID, EMPTY, POINTING, SUBJECT, SURE_ENDS};
use super::{Person, Role};
use crate::author::prose::OFFICES;

/// So many words may stand between a name and the office.
const BETWEEN: usize = 3;

/// The people of a sentence, in the order in which they are told of.
pub(super) fn people(sentence: &str) -> Vec<Person> {
    let words = cut(sentence);
    let mut people = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = words.get(at..).unwrap_or_default();
        let before = words.get(..at).unwrap_or_default();
        let joined = rest.first().is_some_and(|word| word.joined);
        let lead = if joined { before } else { &[] };
        let found = followed(rest, lead).or_else(|| led(rest, lead));
        let found = found.or_else(|| citizen(rest, lead));
        match found {
            Some((name, role)) => {
                people.push(Person {
                    name: name.name,
                    aside: name.aside,
                    role,
                    at: rest.first().map_or(0, |word| word.at),
                });
                at += name.words;
            }
            None => at += 1,
        }
    }
    people
}

/// A name before its office: `이정동 서울대 교수는`, `한울대 노해린 교수는`.
fn followed(rest: &[Word], before: &[Word]) -> Option<(Name, Role)> {
    let name = name(rest).or_else(|| short_name(rest))?;
    let behind = rest.get(name.words..)?;
    if let Some(mayor) = mayor(&name, behind, before) {
        return Some((name, mayor));
    }
    let (first, last) = office(behind)?;
    let between = behind.get(..first)?;
    let title = behind.get(first..=last)?;
    let said = title.iter().map(Word::office).collect::<Option<Vec<_>>>()?;
    let office = said.join(" ");
    let own = between
        .iter()
        .map(|word| word.text)
        .collect::<Vec<_>>()
        .join(" ");
    let tells = between.iter().any(|word| !EMPTY.contains(&word.text));
    let whole = said.iter().any(|office| says_of_what(office));
    let role = if tells {
        Role::Office(format!("{own} {office}"))
    } else if let Some(of) = of(before) {
        let own = if own.is_empty() {
            own
        } else {
            format!("{own} ")
        };
        Role::Office(format!("{of} {own}{office}"))
    } else if whole {
        Role::Office(office)
    } else {
        Role::Bare
    };
    Some((name, role))
}

/// What one is of whom 시장 is said, which is a market behind most other words:
/// `오세훈 서울시장`, `정수기 시장`.
fn mayor(name: &Name, behind: &[Word], before: &[Word]) -> Option<Role> {
    let word = behind.first().filter(|word| word.joined)?;
    let rest = word.text.strip_suffix("시장").or_else(|| {
        let marked = SUBJECT
            .iter()
            .filter_map(|mark| word.text.strip_suffix(mark));
        marked
            .into_iter()
            .find_map(|bare| bare.strip_suffix("시장"))
    })?;
    let sure = name
        .name
        .chars()
        .next_back()
        .is_some_and(|c| SURE_ENDS.contains(c));
    if !rest.is_empty() || !sure {
        return None;
    }
    let city = before
        .last()
        .filter(|word| word.joined && word.text.ends_with('시'));
    Some(city.map_or(Role::Bare, |city| {
        Role::Office(format!("{} 시장", city.text))
    }))
}

/// A name behind its office: `관장 오세림은`, `건축가 마르타 레인(Marta Rein)은`.
fn led(rest: &[Word], before: &[Word]) -> Option<(Name, Role)> {
    let (title, lead) = before.split_last()?;
    let office = title.text;
    if !(BEFORE.contains(&office) && title.aside.is_empty() && title.tail.is_empty()) {
        return None;
    }
    let lead = if title.joined { lead } else { &[] };
    // It is the office of the one named before.
    let taken = (1..=lead.len().min(BETWEEN + 2)).any(|back| {
        let from = lead.len() - back;
        lead.get(from..).is_some_and(|words| name(words).is_some())
    });
    let name = marked_name(rest)?;
    if taken {
        return None;
    }
    let role = of(lead).map_or(Role::Bare, |of| Role::Office(format!("{of} {office}")));
    Some((name, role))
}

/// A name without an office, of who speaks, behind what one is: `도예가 서민아(34)씨는
/// “…`, `주민 최영식 씨는 “…`.
fn citizen(rest: &[Word], before: &[Word]) -> Option<(Name, Role)> {
    const ENDS: [&str; 12] = [
        "민",
        "상인",
        "가",
        "사",
        "생",
        "원",
        "자",
        "주부",
        "승객",
        "청년",
        "직장인",
        "점주",
    ];
    // 씨 with its particle.
    let called = |text: &str| {
        let marked = SUBJECT.iter().find_map(|mark| text.strip_suffix(mark));
        marked.is_some_and(|text| text == "씨")
    };
    let what = before.last()?.text;
    let first = rest.first()?;
    let glued = SUBJECT.iter().find_map(|mark| {
        let name = first.text.strip_suffix(mark)?.strip_suffix('씨')?;
        (first.aside.is_empty() && first.speaks).then_some(name)
    });
    let behind = || called(first.tail) && first.speaks;
    let apart = || {
        rest.get(1).is_some_and(|word| {
            word.speaks && (called(word.text) || word.text == "씨" && SUBJECT.contains(&word.tail))
        })
    };
    let name =
        glued.or_else(|| (behind() || first.tail.is_empty() && apart()).then_some(first.text))?;
    let is_one = ENDS.iter().any(|end| what.ends_with(end)) && what.chars().count() >= 2;
    (is_one && is_korean(name)).then(|| {
        let name = Name {
            name: name.to_owned(),
            aside: aside(first.aside),
            words: 1,
        };
        (name, Role::Bare)
    })
}

/// What an office is of, told by the words before.
fn of(before: &[Word]) -> Option<String> {
    let (last, rest) = before.split_last()?;
    // An institute may have its short name behind it.
    let short = last.aside.chars().all(char::is_alphanumeric);
    if !short || !last.tail.is_empty() {
        return None;
    }
    let mut from = before.len() - 1;
    let mut back = |most: usize, whole: bool| {
        let mut joined = last.joined;
        for (at, word) in rest.iter().enumerate().rev().take(most) {
            let fits = whole || !ends_phrase(word.text);
            if !joined || !word.aside.is_empty() || !fits {
                break;
            }
            from = at;
            joined = word.joined;
        }
        from
    };
    let from = if DID.contains(&last.text) {
        // What was founded or is led has to be told.
        Some(back(4, true)).filter(|from| from + 1 < before.len())
    } else if let Some(body) = last.text.strip_suffix('의') {
        let names = body.chars().count() >= 2 && !POINTING.contains(&body);
        names.then(|| back(1, false))
    } else if is_body(last.text) {
        // The faculty of a university.
        let above = rest.last().filter(|word| last.joined && is_body(word.text));
        Some(back(usize::from(above.is_some()), false))
    } else {
        None
    }?;
    let words = before.get(from..)?.iter().map(|word| word.text);
    Some(words.collect::<Vec<_>>().join(" "))
}

/// The first and the last word of the office that follows a name.
fn office(behind: &[Word]) -> Option<(usize, usize)> {
    let mut found = None;
    for (at, word) in behind.iter().enumerate().take(BETWEEN + 2) {
        let marked = word.is_marked();
        if !word.joined {
            break;
        }
        if word.office().is_some() {
            found = Some(match found {
                Some((first, last)) if last + 1 == at => (first, at),
                // An institute whose office follows: 한국개발연구원 원장.
                _ => (at, at),
            });
            if marked {
                break;
            }
            continue;
        }
        // An institute is no office where one follows with a word between.
        let institute = found.is_some_and(|(_, last)| {
            let word = behind.get(last);
            word.is_some_and(|word| word.text.ends_with("연구원") && !OFFICES.contains(&word.text))
        });
        if found.is_some() && !institute || marked || at > BETWEEN || name_at(behind, at) {
            break;
        }
    }
    let (first, last) = found?;
    // The institute is what the office behind it is of.
    let whose = behind.get(first)?.text;
    let institute = first < last && whose.ends_with("연구원") && !OFFICES.contains(&whose);
    Some((if institute { first + 1 } else { first }, last))
}

/// Whether an office by itself says of what it is: 중국경제금융연구소장.
fn says_of_what(office: &str) -> bool {
    let ranked = RANKS.iter().any(|rank| office.starts_with(rank));
    !(OFFICES.contains(&office) || ranked) && office.chars().count() > 3
}
