//! An office that someone is asked for who holds it: others will hold it.

use super::is_past;
use crate::answer::stems;
use crate::author::words::spaced;
use crate::text::Lang;

/// Offices that are held for a term.
const OFFICES: &[&str] = &[
    "president",
    "vice president",
    "prime minister",
    "chancellor",
    "minister",
    "secretary",
    "secretary-general",
    "governor",
    "mayor",
    "chair",
    "chairman",
    "chairwoman",
    "ceo",
    "cfo",
    "cto",
    "chief executive",
    "leader",
    "king",
    "pope",
];
/// What the holder of an office does.
const HOLDS: &[&str] = &["leads", "heads", "runs", "chairs", "governs"];
/// Words that make it one of another time.
const OTHER_TIME: &[&str] = &[
    "was", "were", "did", "had", "became", "won", "first", "former", "last", "next", "whose",
    "who", "that", "when",
];

/// The same in Korean.
const KOREAN_OFFICES: &[&str] = &[
    "대통령",
    "총리",
    "총재",
    "주석",
    "장관",
    "의장",
    "위원장",
    "총장",
    "회장",
    "대표이사",
    "CEO",
    "최고경영자",
    "주지사",
    "국왕",
    "교황",
];
/// Those of another time.
const KOREAN_OTHER_TIME: &[&str] = &["초대", "전", "전임", "당시", "역대", "차기", "첫", "마지막"];
/// How a verb of the past ends before the office: `취임한 대통령`.
const DID: &[&str] = &["한", "된", "던", "린", "낸"];
/// Places that end like such a verb.
const PLACES: &[&str] = &["북한", "남한"];

/// The office that a question asks for the holder of.
pub(super) fn of(text: &str, lang: Lang) -> Option<String> {
    if !text.trim_end().ends_with('?') {
        return None;
    }
    match lang {
        Lang::En => english(text),
        Lang::Ko => korean(text),
    }
}

fn english(text: &str) -> Option<String> {
    let spaced = spaced(text);
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let [who, verb, rest @ ..] = words.as_slice() else {
        return None;
    };
    let past = rest
        .iter()
        .any(|word| OTHER_TIME.contains(word) || word.ends_with("ed"));
    if *who != "who" || past || text.contains(',') {
        return None;
    }
    if HOLDS.contains(verb) {
        return Some(format!("who {verb}"));
    }
    let rest = format!(" {} ", rest.join(" "));
    // An office of something: `the president of`, `its president`.
    let held = |office: &&&str| {
        let of = format!(" {office} of ");
        rest.contains(&of) || rest.ends_with(&format!("'s {office} "))
    };
    let office = OFFICES.iter().find(held).filter(|_| *verb == "is")?;
    Some(format!("who is … {office}"))
}

fn korean(text: &str) -> Option<String> {
    if is_past(text) {
        return None;
    }
    let bare = |word: &str| -> String {
        let sign = |c: char| !c.is_alphanumeric();
        word.trim_matches(sign).to_owned()
    };
    let words: Vec<String> = text.split_whitespace().map(bare).collect();
    let (last, before) = words.split_last()?;
    let asks = ["누구", "누군"].iter().any(|who| {
        let rest = last.strip_prefix(who);
        rest.is_some_and(|rest| !rest.starts_with(['를', '에', '의', '와', '가']))
    });
    let (word, before) = if asks {
        before.split_last()?
    } else {
        (last, before)
    };
    let topic = word.strip_suffix(['은', '는'])?;
    let mut stems = stems(word);
    stems.push(topic);
    let office = KOREAN_OFFICES
        .iter()
        .find(|office| stems.contains(office))?;
    // Of what it is stands before it, and not of when.
    let did = before.iter().any(|word| {
        let ends = DID.iter().any(|end| word.ends_with(end));
        ends && !PLACES.contains(&word.as_str())
    });
    let other_time = before.iter().any(|word| {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        KOREAN_OTHER_TIME.contains(&word.as_str())
            || word.ends_with(['대', '월', '일']) && !digits.is_empty()
    });
    (!before.is_empty() && !did && !other_time).then(|| (*office).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_holds_an_office_holds_it_for_a_time() {
        for (text, expected) in [
            (
                "Who is the president of France?",
                Some("who is … president"),
            ),
            ("Who is OpenAI's CEO?", Some("who is … ceo")),
            (
                "Who is the chief executive of Nvidia?",
                Some("who is … chief executive"),
            ),
            ("Who leads OpenAI?", Some("who leads")),
            ("Who was the president of France?", None),
            ("Who is the first president of Korea?", None),
            ("Who is the president that signed it?", None),
            ("Who is the author of Hamlet?", None),
            ("Who founded it, and who is its president?", None),
            ("Who is the president of France", None),
            ("프랑스 대통령은?", Some("대통령")),
            ("북한의 주석은 누구인가?", Some("주석")),
            ("엔비디아의 CEO는?", Some("CEO")),
            ("대통령은 누구를 임명하는가?", None),
            ("미국의 초대 대통령은?", None),
            ("미국의 제16대 대통령은 누구인가?", None),
            ("당시 프랑스 대통령은?", None),
            ("취임한 프랑스 대통령은 누구인가?", None),
            ("대통령의 임기는?", None),
            ("누가 대통령이 되었는가?", None),
        ] {
            let lang = if text.is_ascii() { Lang::En } else { Lang::Ko };
            assert_eq!(of(text, lang).as_deref(), expected, "{text}");
        }
    }
}
