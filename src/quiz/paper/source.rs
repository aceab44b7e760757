//! Who says so: a claim or a forecast, and the name of whoever makes it.
//!
//! Good decks name them in the question, and a name that stands there is no
//! question: so it is left out, and where a trace of it remains the card can't
//! be asked.

use super::form::{filled, with_choices};
use crate::deck::{Card, Status, Task};
use crate::quiz::chance::Chance;
use crate::quiz::distractor::{Pool, names_of, overlaps, speakers};
use crate::text::{Lang, Localized, fold};

/// Stands where the name did.
const BLANK: &str = "[…]";
/// Words of names that many names have.
const COMMON: [&str; 8] = ["the", "and", "its", "an", "of", "in", "for", "a"];

/// `card` asked for whoever says so.
pub(super) fn card(card: &Card, pool: &Pool<'_>, chance: Chance) -> Option<Card> {
    let by = card.dateline.by.as_ref()?;
    // A name in one language only would not be read beside the others.
    let both = Lang::ALL
        .iter()
        .all(|lang| by.exactly(*lang).is_some() == card.question.exactly(*lang).is_some());
    if !both {
        return None;
    }
    // What a source says in its own name, anyone can tell who reads it.
    let own = |source: &Option<Localized>| source.as_ref().is_some_and(|it| overlaps(it, by));
    if own(&card.dateline.publisher) || own(&card.dateline.title) {
        return None;
    }
    let names = names_of(by);
    let statement = statement(card)?.map(|_, text| without_hints(&blank(text, &names)));
    if statement.iter().any(|(_, text)| has_trace(text, &names)) {
        return None;
    }
    let wrong = speakers(card, by, &statement, pool, chance)?;
    let asks = |lang| match (card.dateline.status, lang) {
        (Status::Forecast, Lang::En) => "Who expects so?",
        (Status::Forecast, Lang::Ko) => "누가 그렇게 내다보는가?",
        (_, Lang::En) => "Who says so?",
        (_, Lang::Ko) => "누가 그렇게 말하는가?",
    };
    let mut made = with_choices(card, by.clone(), wrong, chance);
    made.question = statement.map(|lang, text| format!("{text}\n\n{}", asks(lang)));
    made.answer = by.clone();
    made.chart = Vec::new();
    Some(made)
}

/// What is said: a cloze with its gaps filled, or a question and its answer.
fn statement(card: &Card) -> Option<Localized> {
    match &card.task {
        Task::Cloze { cloze, .. } | Task::Recall { cloze: Some(cloze) } => {
            Some(cloze.map(|_, pieces| filled(pieces)))
        }
        Task::Recall { cloze: None }
        | Task::Text { .. }
        | Task::Number { .. }
        | Task::Date { .. } => Some(card.question.map(|lang, question| {
            let answer = card.answer.get(lang);
            // The marks of a list stand at the beginning of a line.
            let lead = if answer.contains('\n') { "" } else { "→ " };
            format!("{question}\n{lead}{answer}")
        })),
        Task::Choice { .. }
        | Task::List { .. }
        | Task::Order { .. }
        | Task::Pairs { .. }
        | Task::Compare { .. } => None,
    }
}

/// `text` with every one of `names` left out, where it is a word.
fn blank(text: &str, names: &[String]) -> String {
    names.iter().fold(text.to_owned(), |text, name| {
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(at) = rest.find(name.as_str()) {
            let (before, from) = rest.split_at(at);
            let after = from.get(name.len()..).unwrap_or_default();
            // Hangul takes particles; a Latin name must end where a word does.
            let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let latin = name.ends_with(|c: char| c.is_ascii_alphanumeric());
            let inside = latin && (joined(before.chars().last()) || joined(after.chars().next()));
            out.push_str(before);
            out.push_str(if inside { name } else { BLANK });
            rest = after;
        }
        out.push_str(rest);
        out
    })
}

/// What people do, which beside a blank would tell who they are.
const ROLES: [&str; 32] = [
    "columnist",
    "professor",
    "analyst",
    "economist",
    "investor",
    "researcher",
    "director",
    "president",
    "chairman",
    "minister",
    "founder",
    "CEO",
    "CTO",
    "칼럼니스트",
    "교수",
    "소장",
    "대표",
    "회장",
    "사장",
    "의장",
    "위원장",
    "총재",
    "대통령",
    "총리",
    "장관",
    "박사",
    "연구원",
    "애널리스트",
    "투자자",
    "창업자",
    "기자",
    "씨",
];

/// Particles whose form follows the name before it, and both forms of each.
const PARTICLES: [(&str, &str); 10] = [
    ("은", "은(는)"),
    ("는", "은(는)"),
    ("이", "이(가)"),
    ("가", "이(가)"),
    ("을", "을(를)"),
    ("를", "을(를)"),
    ("과", "와(과)"),
    ("와", "와(과)"),
    ("으로", "(으)로"),
    ("로", "(으)로"),
];

/// A text whose blanks tell nothing of the name that stood there: no role beside
/// them, and Korean particles in both forms.
fn without_hints(text: &str) -> String {
    let mut pieces = text.split(BLANK);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let before = out.trim_end();
        if let Some(role) = ROLES.iter().find(|role| ends_in_word(before, role)) {
            out.truncate(before.len() - role.len());
        }
        out.push_str(BLANK);
        let behind = ROLES.iter().find_map(|role| {
            let rest = piece.strip_prefix(' ')?.strip_prefix(role)?;
            let hangul = role.ends_with(|c: char| !c.is_ascii());
            (hangul || !rest.starts_with(char::is_alphanumeric)).then_some(rest)
        });
        let rest = behind.unwrap_or(piece);
        let particle = PARTICLES.iter().find_map(|(particle, both)| {
            let rest = rest.strip_prefix(particle)?;
            (!rest.starts_with(char::is_alphanumeric)).then_some((both, rest))
        });
        match particle {
            Some((both, rest)) => {
                out.push_str(both);
                out.push_str(rest);
            }
            None => out.push_str(rest),
        }
    }
    out
}

/// Whether a text ends in a word, and not only in its letters.
fn ends_in_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word)
        .is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// Whether a word of one of the names is left in `text`.
fn has_trace(text: &str, names: &[String]) -> bool {
    let said: Vec<String> = text.split_whitespace().map(fold).collect();
    names
        .iter()
        .flat_map(|name| name.split([' ', ',', '-']))
        .map(fold)
        .filter(|word| word.chars().count() > 1 && !COMMON.contains(&word.as_str()))
        .any(|word| said.iter().any(|said| said.contains(&word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_tells_nothing_of_the_name() {
        for (text, expected) in [
            ("[…]은 어떻게 보는가?", "[…]은(는) 어떻게 보는가?"),
            ("[…]가 보기에", "[…]이(가) 보기에"),
            ("칼럼니스트 […]가 보기에", "[…]이(가) 보기에"),
            ("[…] 교수는 무엇을 말했나?", "[…]은(는) 무엇을 말했나?"),
            ("[…]의 말", "[…]의 말"),
            ("[…]이라고", "[…]이라고"),
            ("What does columnist […] think?", "What does […] think?"),
            ("[…] says so", "[…] says so"),
            ("no blank 은", "no blank 은"),
        ] {
            assert_eq!(without_hints(text), expected);
        }
    }
}
