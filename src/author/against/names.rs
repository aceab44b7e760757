//! Looking up names.

use super::Verdict;
use super::article::Read;
use super::context::alike;
use crate::author::prose::words;

/// Words that tell nothing of a name.
const IDLE: &[&str] = &[
    "the", "of", "and", "in", "on", "at", "an", "to", "by", "for", "its", "his", "her", "their",
    "is", "are", "was", "were", "that", "it", "as", "with", "from", "or", "one", "not",
];

/// What an article says of a name: whether one of its forms stands there, or
/// at least a word of one.
pub(super) fn verdict(forms: &[String], read: &Read) -> Verdict {
    let whole = forms.iter().flat_map(|form| spellings(form));
    if let Some(at) = whole.filter_map(|name| read.names.find(name)).min() {
        return Verdict::Found {
            line: read.prose.line_of(at),
        };
    }
    let main: Vec<String> = forms
        .iter()
        .flat_map(|form| words(form))
        .map(|(_, word)| word)
        .filter(|word| !IDLE.contains(&word.as_str()))
        .filter(|word| !word.is_ascii() || word.len() > 2)
        .collect();
    let part = read
        .words
        .iter()
        .find(|(_, there)| main.iter().any(|word| alike(word, there)));
    match part {
        Some((at, _)) => Verdict::InPart {
            line: read.prose.line_of(*at),
        },
        None => Verdict::Missing { nearest: None },
    }
}

/// A name as it stands, without what is in brackets, and that alone:
/// `Humanity's Last Exam (HLE)`.
fn spellings(form: &str) -> Vec<&str> {
    let mut spellings = vec![form];
    if let Some((before, rest)) = form.split_once('(') {
        spellings.push(before.trim());
        spellings.extend(rest.split_once(')').map(|(inside, _)| inside.trim()));
    }
    spellings
}
