//! Looking up names.

use super::article::Read;
use super::words::{IDLE, alike};
use super::{Verdict, clock};
use crate::author::prose::{OFFICES, words};
use crate::text::is_hangul;

/// Words that stand for what the question names.
const PRONOUNS: &[&str] = &["they", "she", "there", "these", "those", "this"];

/// Whether a form begins with a pronoun and has a figure, which is claimed too.
fn says_more(forms: &[String]) -> bool {
    let mut firsts = forms
        .iter()
        .filter(|form| form.contains(|c: char| c.is_ascii_digit()));
    firsts.any(|form| {
        let first = form.split(' ').next().unwrap_or_default().to_lowercase();
        PRONOUNS.contains(&first.as_str()) || ["it", "he", "we"].contains(&first.as_str())
    })
}

/// What an article says of a name: whether one of its forms stands there, or
/// at least a word of one.
pub(super) fn verdict(forms: &[String], read: &Read) -> Verdict {
    let whole = forms.iter().flat_map(|form| spellings(form));
    if let Some(at) = whole.filter_map(|name| read.names.find(name)).min() {
        return Verdict::Found {
            line: read.prose.line_of(at),
        };
    }
    let time = |form: &String| clock::find(form, read.prose.text());
    if let Some(at) = forms.iter().find_map(time) {
        return Verdict::Found {
            line: read.prose.line_of(at),
        };
    }
    // A person is named by every word of the name, or is another one.
    if let Some(person) = forms.first().and_then(|form| person(form)) {
        let there = |word: &String| read.words.iter().find(|(_, there)| alike(word, there));
        let found: Option<Vec<_>> = person.iter().map(there).collect();
        return match found.and_then(|found| found.first().map(|(at, _)| *at)) {
            Some(at) => Verdict::InPart {
                line: read.prose.line_of(at),
            },
            None => Verdict::Missing { nearest: None },
        };
    }
    let main: Vec<String> = forms
        .iter()
        .flat_map(|form| words(form))
        .map(|(_, word)| word)
        .filter(|word| !IDLE.contains(&word.as_str()))
        .filter(|word| !word.is_ascii() || word.len() > 2)
        .collect();
    // They were up by 7 %: the figure is claimed by itself.
    if main.iter().all(|word| PRONOUNS.contains(&word.as_str())) && says_more(forms) {
        return Verdict::Computed {
            how: "a sentence that names nothing".to_owned(),
        };
    }
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

/// The words of a person's name: of one with an office in Korean, without it;
/// in Latin letters, of two or three words that all begin with capitals.
fn person(form: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = form.split_whitespace().collect();
    let (offices, others): (Vec<&str>, Vec<&str>) =
        parts.iter().partition(|word| OFFICES.contains(*word));
    let hangul = !offices.is_empty() && !others.is_empty() && others.len() <= 2;
    let capital = |word: &&str| {
        word.chars()
            .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
            // Jung-hyun, Jean-Luc
            && word.starts_with(char::is_uppercase)
            && word.split('-').all(|part| {
                part.chars().skip(1).all(char::is_lowercase) && !part.is_empty()
            })
    };
    let latin = (2..=3).contains(&parts.len()) && parts.iter().all(capital);
    if !(hangul && others.iter().all(|word| word.chars().all(is_hangul)) || latin) {
        return None;
    }
    Some(
        words(&others.join(" "))
            .into_iter()
            .map(|(_, word)| word)
            .collect(),
    )
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
