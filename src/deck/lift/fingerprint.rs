//! What a card is known by beside its name: hashes of what it asks and answers,
//! in words that are folded, so that a comma more makes no other card of it.

use sha2::{Digest, Sha256};

use crate::deck::Fingerprint;
use crate::deck::format::{RawEntry, Said, TextOrList};
use crate::text::{Lang, Localized, fold, fold_into};

/// Most texts are shorter, in all their languages together.
const ROOM: usize = 256;

/// The fingerprint of a card that asks and answers these.
pub(super) fn fingerprint(
    question: &Localized,
    answer: &Localized,
    value: Option<String>,
) -> Fingerprint {
    let mut said = Vec::with_capacity(ROOM);
    Fingerprint {
        question: hash(question, &mut said),
        answer: hash(answer, &mut said),
        value,
    }
}

/// A hash of a text in all its languages, wording folded: as it is `said`.
fn hash(text: &Localized, said: &mut Vec<u8>) -> String {
    said.clear();
    for lang in Lang::ALL {
        if let Some(text) = text.exactly(lang) {
            said.extend_from_slice(lang.code().as_bytes());
            said.push(0);
            fold_into(text, said);
            said.push(0);
        }
    }
    hex(&Sha256::digest(said), 16)
}

/// The first digits of bytes in hexadecimal.
fn hex(bytes: &[u8], digits: usize) -> String {
    let digit = |half: u8| match half {
        ..10 => b'0' + half,
        _ => b'a' + (half - 10),
    };
    let mut hex = Vec::with_capacity(digits + 1);
    for byte in bytes.iter().take(digits.div_ceil(2)) {
        hex.push(digit(byte >> 4));
        hex.push(digit(byte & 0xF));
    }
    hex.truncate(digits);
    String::from_utf8(hex).unwrap_or_default()
}

/// The name of an entry without an id: `~` and a hash of what it asks and
/// answers, as it stands in the file, so that a corrected fact leaves it alone.
pub(super) fn unnamed(raw: &RawEntry) -> String {
    let mut hasher = Sha256::new();
    let mut add = |key: &str, texts: Vec<&str>| {
        if !texts.is_empty() {
            hasher.update(key);
            for text in texts {
                hasher.update([0]);
                hasher.update(fold(text));
            }
            hasher.update([1]);
        }
    };
    for lang in [None, Some(Lang::En), Some(Lang::Ko)] {
        let text = |said: &Said| said.under(lang).cloned();
        let list = |said: &Said<Vec<String>>| said.under(lang).cloned().unwrap_or_default();
        let answer = match raw.answer.under(lang) {
            Some(TextOrList::Text(text)) => vec![text.clone()],
            Some(TextOrList::List(texts)) => texts.clone(),
            None => Vec::new(),
        };
        let pairs: Vec<String> = raw
            .pairs
            .under(lang)
            .into_iter()
            .flatten()
            .flatten()
            .cloned()
            .collect();
        for (key, texts) in [
            ("ask", text(&raw.ask).into_iter().collect()),
            ("cloze", text(&raw.cloze).into_iter().collect()),
            ("answer", answer),
            ("choices", list(&raw.choices)),
            ("list", list(&raw.list)),
            ("order", list(&raw.order)),
            ("pairs", pairs),
        ] {
            add(key, texts.iter().map(String::as_str).collect());
        }
    }
    add("number", raw.number.iter().map(String::as_str).collect());
    add("date", raw.date.iter().map(String::as_str).collect());
    add(
        "compare",
        raw.compare.iter().flatten().map(String::as_str).collect(),
    );
    format!("~{}", hex(&hasher.finalize(), 10))
}
