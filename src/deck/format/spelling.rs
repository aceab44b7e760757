//! What was probably meant by a word that is not known.

use super::field::Key;
use crate::deck::yaml::{Fault, Node};
use crate::message;
use crate::text::{Lang, suggest};

/// That a mapping has no such key, and which one was meant.
pub fn unknown_key(key: &Node, written: &str, keys: &[Key]) -> Fault {
    let (name, suffix) = match written.split_once('.') {
        Some((name, suffix)) => (name, Some(suffix)),
        None => (written, None),
    };
    let known = keys.iter().find(|key| key.name == name);
    if let (Some(code), Some(_)) = (suffix, known.filter(|known| known.localized)) {
        let fault = Fault::new(
            "unknown-language",
            key.place,
            message!("unknown language '{code}'", "알 수 없는 언어: '{code}'"),
        );
        return match suggest(code, Lang::ALL.into_iter().map(Lang::code)) {
            Some(near) => fault.help(message!(
                "did you mean '{name}.{near}'?",
                "'{name}.{near}'인가요?"
            )),
            None => fault.help(message!(
                "write '{name}.en' or '{name}.ko'",
                "'{name}.en'이나 '{name}.ko'로 쓰세요"
            )),
        };
    }
    let fault = Fault::new(
        "unknown-key",
        key.place,
        message!("unknown key '{written}'", "알 수 없는 키: '{written}'"),
    );
    let names = || keys.iter().map(|key| key.name);
    let near = suggest(name, names()).or_else(|| {
        let word = SAME_MEANING
            .iter()
            .find(|(word, _)| *word == name.to_lowercase())?
            .1;
        names().find(|known| *known == word)
    });
    match near {
        Some(near) => {
            let suffix = suffix
                .map(|suffix| format!(".{suffix}"))
                .unwrap_or_default();
            fault.help(message!(
                "did you mean '{near}{suffix}'?",
                "'{near}{suffix}'인가요?"
            ))
        }
        None => fault.help(message!(
            "known keys are {}",
            "쓸 수 있는 키: {}",
            names().collect::<Vec<_>>().join(", ")
        )),
    }
}

/// How an English help begins that names the word which was probably meant.
const MEANT: &str = "did you mean '";

/// The word that an English help says was probably meant.
pub fn meant(help: &str) -> Option<&str> {
    help.strip_prefix(MEANT)?.strip_suffix("'?")
}

/// What other programs call our keys.
const SAME_MEANING: &[(&str, &str)] = &[
    ("question", "ask"),
    ("prompt", "ask"),
    ("front", "ask"),
    ("q", "ask"),
    ("back", "answer"),
    ("a", "answer"),
    ("solution", "answer"),
    ("options", "choices"),
    ("synonyms", "accept"),
    ("matching", "pairs"),
    ("sequence", "order"),
    ("comment", "note"),
    ("explanation", "note"),
    ("name", "deck"),
    ("entries", "cards"),
    ("link", "url"),
    ("author", "by"),
];
