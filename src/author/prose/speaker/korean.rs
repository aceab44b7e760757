//! Who says it, in Korean.

use super::Speaker;
use super::korean_words::{CHANGES, COMING, DOCUMENTS, FORECASTS, KINDS, NO_ONE, THOUGHTS, VERBS};
use crate::author::prose::people::{ends_phrase, fits, may_hold};
use crate::text::{is_hangul, keystrokes};

/// So many words may stand between what is said and the verb: `지난 5일`.
const BETWEEN: usize = 3;
/// A name is so many words at most.
const LONGEST: usize = 5;

/// Whether a word says what a body is: 업체, 시장조사업체.
fn is_kind(word: &str) -> bool {
    KINDS.iter().any(|kind| word.ends_with(kind))
}

/// The speaker of a clause of a sentence with these `people` in it.
pub(super) fn speaker(text: &str, clause: &str, people: &[String]) -> Option<Speaker> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let told = according(&words).map(|by| (by, false));
    let (by, foretold) = told.or_else(|| subject(text, &words, people))?;
    Some(Speaker {
        by,
        forecast: is_forecast(text, clause, foretold),
    })
}

/// Whether a clause of a sentence tells of the time to come, or is what the
/// sentence as a whole `foretells`: all but what has been.
fn is_forecast(text: &str, clause: &str, foretells: bool) -> bool {
    let verb = clause.split_whitespace().next_back().unwrap_or_default();
    let past =
        |c: char| !matches!(c, '겠' | '있') && keystrokes(&c.to_string()).last() == Some(&'ㅆ');
    // Of two quotes the last one is what someone expects.
    let behind = text
        .find(clause)
        .and_then(|at| text.get(at + clause.len()..));
    let behind = behind.unwrap_or_default();
    let another = behind.contains('“') || behind.matches('"').count() > 2;
    let over = clause.len() < text.len() && (another || verb.chars().any(past));
    tells_of_what_comes(clause) || foretells && !over
}

/// `한국IDC에 따르면`, `통계청 자료에 따르면`, `딥시크가 낸 보고서에 따르면`
fn according(words: &[&str]) -> Option<String> {
    let at = words.iter().position(|word| {
        let word = word.trim_end_matches(',');
        word == "따르면" || word == "의하면"
    })?;
    let before = words.get(..at)?;
    let (last, rest) = before.split_last()?;
    let last = last.strip_suffix('에')?;
    let mut name: Vec<&str> = Vec::new();
    for word in rest.iter().rev().take(LONGEST - 1) {
        if ends_phrase(word) || word.ends_with([',', '.', '”', '’']) {
            break;
        }
        name.insert(0, word);
    }
    if DOCUMENTS.iter().any(|document| last.ends_with(document)) {
        // Whose document it is: 통계청 자료, 통계청의 자료, 통계청이 낸 자료.
        while name
            .last()
            .is_some_and(|word| DOCUMENTS.iter().any(|document| word.ends_with(document)))
        {
            name.pop();
        }
        if !name.is_empty() {
            return named(&name.join(" "));
        }
        let owner = rest.last().and_then(|word| word.strip_suffix('의'));
        let maker = || {
            let first = rest.first()?;
            first
                .strip_suffix('이')
                .or_else(|| first.strip_suffix('가'))
        };
        return named(owner.or_else(maker)?);
    }
    name.push(last);
    // 시장 조사 업체 한국IDC
    let before = name.len().saturating_sub(1);
    let kind = name.iter().take(before).rposition(|word| is_kind(word));
    let from = kind.map_or(0, |at| at + 1);
    named(&name.get(from..)?.join(" "))
}

/// Whether the verb of a sentence is that of who says it, and then whether it is
/// one of what is to come.
fn saying(words: &[&str]) -> Option<bool> {
    let verb = words
        .last()?
        .trim_end_matches(|c: char| !c.is_alphanumeric());
    let foretells = FORECASTS.iter().any(|begin| verb.starts_with(begin));
    let says = VERBS.iter().any(|begin| verb.starts_with(begin));
    let quoted = words.iter().rev().skip(1).take(BETWEEN + 1).any(|word| {
        let word = word.trim_end_matches(',');
        word.ends_with("고") || foretells && word.ends_with("로")
    });
    // Whatever verb is behind a quote, what is quoted was said.
    let near = words.iter().rev().skip(1).take(BETWEEN + 1);
    let mut near = near.map(|word| word.trim_end_matches(','));
    let direct = near.any(|word| word.ends_with("고") && word.contains(['”', '"']));
    let coming = foretells && !verb.contains('된') && !verb.contains('됐');
    (direct || quoted && (says || coming)).then_some(foretells)
}

/// Whether `그는` or `그녀는` says it, and then whether of what is to come.
pub(super) fn by_pronoun(text: &str, clause: &str) -> Option<bool> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let person = ["그는", "그가", "그녀는", "그녀가"];
    let begins = words.iter().take(2).any(|word| person.contains(word));
    let foretells = saying(&words).filter(|_| begins)?;
    Some(is_forecast(text, clause, foretells))
}

/// `X는 “…”라고 말했다`, `X가 …다고 지난 5일 밝혔다`
fn subject(text: &str, words: &[&str], people: &[String]) -> Option<(String, bool)> {
    let foretells = saying(words)?;
    if let Some(name) = behind(words, people) {
        return Some((name, foretells));
    }
    let opens = text.find(['“', '"']).unwrap_or(text.len());
    let before = text.get(..opens)?;
    let person = people.iter().find(|name| before.contains(name.as_str()));
    if let Some(person) = person {
        return Some((person.clone(), foretells));
    }
    let citizens = before.split_whitespace().find_map(citizen);
    let mut pairs = words.windows(2);
    let apart = || {
        let citizen = pairs.find_map(|pair| match pair {
            [name, rest] if rest.starts_with('씨') => citizen(&format!("{name}{rest}")),
            _ => None,
        });
        citizen.filter(|name| before.contains(name.trim_end_matches(" 씨")))
    };
    if let Some(name) = citizens.or_else(apart) {
        return Some((name, foretells));
    }
    // Whatever the sentence is about says it.
    let mut name: Vec<&str> = Vec::new();
    for word in before.split_whitespace().take(LONGEST) {
        let topic = ["은", "는", "이", "가"].iter().find_map(|particle| {
            let base = word.strip_suffix(particle)?;
            let long = base.chars().count() >= 2 || NO_ONE.contains(&base);
            (long && !word.contains(',')).then_some(base)
        });
        if let Some(base) = topic {
            // 83.3%가 “…”고 답했다, whoever asked them.
            let behind = before.get(offset(before, word) + word.len()..)?;
            if opens < text.len() && behind.split_whitespace().any(has_subject) {
                return None;
            }
            // 상인 모임인 소양상인연합회
            let from = name.iter().rposition(|word| {
                let kind = word.strip_suffix('인').unwrap_or(word);
                is_kind(kind)
            });
            name.push(base);
            let name = name.get(from.map_or(0, |at| at + 1)..)?;
            let name = match name {
                [name, .., office] if may_hold(name, office) => (*name).to_owned(),
                words => words.join(" "),
            };
            return Some((named(&name)?, foretells));
        }
        if ends_phrase(word) || word.contains([',', '‘', '’']) {
            return None;
        }
        name.push(word);
    }
    None
}

/// A sentence without that someone says it: `매출이 늘었다고 18일 밝혔다` is
/// `매출이 늘었다`. Nothing if no one does.
pub(in crate::author) fn without_saying(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let (verb, rest) = words.split_last()?;
    let begins = |verbs: &[&str]| verbs.iter().any(|begin| verb.starts_with(begin));
    let thought = rest
        .last()
        .is_some_and(|word| THOUGHTS.contains(word) && (begins(&["나온", "나왔"])));
    if !(thought || begins(VERBS) || begins(FORECASTS)) {
        return None;
    }
    let first = rest.len().saturating_sub(BETWEEN + 1);
    let at = rest
        .get(first..)?
        .iter()
        .rposition(|word| ends(word, thought).is_some())?
        + first;
    let last = ends(rest.get(at)?, thought)?;
    let told = rest.get(..at)?.iter().copied();
    Some(told.chain([last.as_str()]).collect::<Vec<_>>().join(" "))
}

/// The end of a sentence as it is without those who say it: `늘었다고`, `것이라고`,
/// and of what is a thought `늘었다는`.
fn ends(word: &str, thought: bool) -> Option<String> {
    let said = if thought { "는" } else { "고" };
    if let Some(told) = word.strip_suffix(said).filter(|told| told.ends_with('다')) {
        return Some(told.to_owned());
    }
    let named = format!("이라{said}");
    let stem = word.strip_suffix(named.as_str());
    let stem = stem.or_else(|| word.strip_suffix("으로").filter(|stem| *stem == "것"));
    stem.filter(|stem| !stem.is_empty())
        .map(|stem| format!("{stem}이다"))
}

/// Where a word that is a part of a text stands in it.
fn offset(text: &str, word: &str) -> usize {
    (word.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// Whether a word is marked as who does something.
fn has_subject(word: &str) -> bool {
    ["이", "가"].iter().any(|particle| {
        let base = word.strip_suffix(particle);
        base.is_some_and(|base| base.chars().count() >= 2 && fits(base, particle))
    })
}

/// Whether a word is what a sentence is about: `부산항만공사는`.
pub(in crate::author) fn is_topic(word: &str) -> bool {
    let base = word.strip_suffix(['은', '는']);
    base.is_some_and(|base| base.chars().count() >= 2)
}

/// The name of someone without an office: `최영식(61)씨는`, `김모씨(45)가`. Who is
/// only called by the surname is so called: `김모 씨`.
fn citizen(word: &str) -> Option<String> {
    let word = word.strip_suffix(['는', '가', '도'])?;
    let word = word
        .split_once('(')
        .map_or(word.to_owned(), |(head, rest)| {
            let behind = rest.split_once(')').map_or("", |(_, behind)| behind);
            format!("{head}{behind}")
        });
    let name = word.strip_suffix('씨')?;
    if !(2..=4).contains(&name.chars().count()) {
        return None;
    }
    let name = named(name)?;
    Some(match name.ends_with('모') && name.chars().count() == 2 {
        true => format!("{name} 씨"),
        false => name,
    })
}

/// Who stands behind what is said: `…다고 김철수 총재가 내다봤다`.
fn behind(words: &[&str], people: &[String]) -> Option<String> {
    let (_, rest) = words.split_last()?;
    let near = rest.len().saturating_sub(BETWEEN + 1);
    let at = rest.iter().rposition(|word| ends_saying(word))?;
    let tail = rest.get(at + 1..).filter(|_| at >= near)?;
    let last = tail
        .iter()
        .position(|word| has_subject(word) || is_topic(word))?;
    let joined = tail.join(" ");
    if let Some(person) = people.iter().find(|name| joined.contains(name.as_str())) {
        return Some(person.clone());
    }
    let (end, head) = tail.get(..=last)?.split_last()?;
    let end = end.strip_suffix(['이', '가', '은', '는'])?;
    match head {
        [.., name] if may_hold(name, end) => named(name),
        head => named(&[head, &[end]].concat().join(" ")),
    }
}

/// Whether what someone says ends with a word: `있다고`, `것이라고`, `것으로`.
fn ends_saying(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    ["다고", "라고", "자고", "것으로", "”고", "\"고"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// Whether a speaker stands in the words behind what is said.
pub(super) fn stands_behind(by: &str, words: &str) -> bool {
    let head = words.find(by).and_then(|at| words.get(..at));
    head.is_some_and(|head| head.split_whitespace().any(ends_saying))
}

/// A name, if it names someone.
fn named(name: &str) -> Option<String> {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != ')');
    let last = name.rsplit(' ').next().unwrap_or_default();
    let plural = last.strip_suffix('들').unwrap_or(last);
    let no_one = |word: &str| NO_ONE.contains(&word);
    let sound = name.chars().count() >= 2
        && name.contains(|c: char| is_hangul(c) || c.is_alphabetic())
        && !no_one(name)
        && !no_one(last)
        && !no_one(plural)
        && !name.starts_with(|c: char| c.is_ascii_digit());
    sound.then(|| name.to_owned())
}

/// Whether a sentence says what will be: `성장할 것으로`, `세울 계획이다`. What
/// someone believes to have been (`보유했을 것`) is none of it.
fn tells_of_what_comes(text: &str) -> bool {
    if text.contains('겠') || COMING.iter().any(|word| text.contains(word)) {
        return true;
    }
    if can_change(text) {
        return true;
    }
    text.match_indices(" 것").any(|(at, _)| {
        let mut before = text.get(..at).unwrap_or_default().chars().rev();
        let mut ends_in = |sign: char| {
            let last = before.next().map(String::from).unwrap_or_default();
            (keystrokes(&last).last() == Some(&sign), last)
        };
        // ㄹ before 것, and no ㅆ before 을.
        let (future, last) = ends_in('ㄹ');
        let passed = last == "을" && ends_in('ㅆ').0;
        future && !passed
    })
}

/// Whether something can yet become more or less: `오를 수 있다`. What one can do
/// now (`하루 500대를 만들 수 있다`) is none of it.
fn can_change(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(3).any(|words| {
        let [what, can, is] = words else {
            return false;
        };
        let now = !is.starts_with("있었") && (is.starts_with("있") || is.starts_with("없"));
        now && matches!(*can, "수" | "수도" | "수가")
            && CHANGES.iter().any(|end| what.ends_with(end))
    })
}
