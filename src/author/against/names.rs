//! Looking up names.

use std::ops::Range;

use super::article::Read;
use super::instead::{TITLES, instead, name_around};
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

/// A name as a deck has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// What it is called, in each language.
    pub forms: Vec<String>,
    /// How else it may be spelled.
    pub spellings: Vec<String>,
}

impl Named {
    /// A name with those of `others` that spell it: the answer itself is to be
    /// borne out, which what is also let pass for it is not.
    pub fn new(forms: Vec<String>, mut others: Vec<String>) -> Named {
        others.retain(|other| is_spelling(other, &forms));
        Named {
            forms,
            spellings: others,
        }
    }
}

/// Whether a name is one of `forms` in short, with more words, by its initials,
/// or in the script of another language.
fn is_spelling(other: &str, forms: &[String]) -> bool {
    let is_korean = |text: &str| text.contains(is_hangul);
    let lower =
        |text: &str| -> Vec<String> { words(text).into_iter().map(|(_, word)| word).collect() };
    let among = |some: &[String], all: &[String]| {
        let known = |word: &String| all.iter().any(|known| alike(word, known));
        !some.is_empty() && some.iter().all(known)
    };
    let squashed = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let initials = |text: &str| -> [String; 2] {
        let first = |word: &str| word.chars().next();
        let split = || text.split(|c: char| !c.is_alphanumeric());
        let all = split()
            .filter_map(first)
            .flat_map(char::to_lowercase)
            .collect();
        let told = split().filter(|word| !IDLE.contains(&word.to_lowercase().as_str()));
        [
            all,
            told.filter_map(first)
                .flat_map(char::to_lowercase)
                .collect(),
        ]
    };
    let one = |form: &String| {
        let (mine, others) = (lower(form), lower(other));
        let (short, long) = (squashed(other), squashed(form));
        among(&mine, &others)
            || among(&others, &mine)
            || short == long
            || initials(form).contains(&short)
            || initials(other).contains(&long)
    };
    forms.iter().all(|form| is_korean(form) != is_korean(other)) || forms.iter().any(one)
}

/// What an article says of a name: whether one of its forms stands there, or
/// at least a word of one and none in the place of another.
pub(super) fn verdict(name: &Named, read: &Read) -> Verdict {
    let there = |form: &&String| {
        spellings(form)
            .into_iter()
            .any(|form| read.names.find(form).is_some())
    };
    let absent = name.forms.iter().filter(|form| !there(form));
    if let Some(other) = absent.clone().find_map(|form| instead(form, read)) {
        return missing(Some(other), read);
    }
    let forms: Vec<String> = name.forms.iter().chain(&name.spellings).cloned().collect();
    let forms = forms.as_slice();
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
        let stands = |word: &&String| read.words.iter().any(|(_, there)| is_named(word, there));
        let known: Vec<&String> = person.iter().filter(stands).collect();
        let together = |(at, there): &&(usize, String)| {
            let sentence = read.words_in(&read.sentence_at(*at));
            let sentence = read.words.get(sentence).unwrap_or_default();
            let is_here = |word: &String| sentence.iter().any(|(_, there)| is_named(word, there));
            person.first().is_some_and(|word| is_named(word, there)) && person.iter().all(is_here)
        };
        return match read.words.iter().find(together) {
            Some((at, _)) => Verdict::InPart {
                line: read.prose.line_of(*at),
            },
            None => missing(known.first().and_then(|word| name_around(word, read)), read),
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

/// Whether a word is one of a person's name, a particle aside.
fn is_named(word: &str, there: &str) -> bool {
    word == there || !word.is_ascii() && alike(word, there)
}

/// That a name does not stand in an article, which has another in its place.
fn missing(other: Option<Range<usize>>, read: &Read) -> Verdict {
    let nearest = other.map(|span| {
        let line = read.prose.line_of(span.start);
        (read.prose.at(&span).to_owned(), line)
    });
    Verdict::Missing { nearest }
}

/// The words of a person's name: of one with an office in Korean, without it;
/// in Latin letters, of two or three words that all begin with capitals.
fn person(form: &str) -> Option<Vec<String>> {
    let title = |word: &&str| {
        let word = word.trim_end_matches('.').to_lowercase();
        TITLES.contains(&word.as_str())
    };
    // Mrs Strand is no Helen Strand with another name.
    let parts: Vec<&str> = form.split_whitespace().skip_while(title).collect();
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
