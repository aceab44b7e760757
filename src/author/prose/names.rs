//! Names in running text: looking one up, and finding those made of letters
//! and digits (`H800`, `GPT-4`), which are no figures.

use std::ops::Range;

use super::Prose;
use crate::text::plain_letter;

/// A text in which names can be looked up, however they are spaced, hyphenated
/// or capitalised.
#[derive(Debug, Clone)]
pub struct Names {
    /// Letters and digits only, lower case.
    squashed: String,
    /// For each byte of it, that of the text.
    at: Vec<usize>,
    /// For each byte of it, whether a word begins there.
    begins: Vec<bool>,
}

impl Names {
    /// Makes a text ready.
    pub fn of(prose: &Prose) -> Names {
        let mut names = Names {
            squashed: String::new(),
            at: Vec::new(),
            begins: Vec::new(),
        };
        let mut before = None;
        for (at, c) in prose.text().char_indices() {
            let c = plain_letter(c);
            let apart = before.is_none_or(|before| differ(before, c));
            before = Some(c);
            if !c.is_alphanumeric() {
                continue;
            }
            for lower in c.to_lowercase() {
                names.squashed.push(lower);
                for _ in 0..lower.len_utf8() {
                    names.at.push(at);
                    names.begins.push(apart);
                }
            }
        }
        names
    }

    /// The byte of the text at which a name stands, particles aside.
    pub fn find(&self, name: &str) -> Option<usize> {
        let name = squash(name);
        let last = name.chars().next_back()?;
        let found = self.squashed.match_indices(&name).find(|(at, _)| {
            let end = at + name.len();
            let goes_on = self
                .squashed
                .get(end..)
                .and_then(|rest| rest.chars().next());
            // A Korean name may have a particle behind it; a Latin one ends
            // where its word does, and a number where its digits do.
            let ends = goes_on.is_none_or(|next| {
                !last.is_ascii()
                    || differ(last, next)
                    || self.begins.get(end).copied().unwrap_or(true)
            });
            ends && self.begins.get(*at).copied().unwrap_or(false)
        });
        found.and_then(|(at, _)| self.at.get(at).copied())
    }
}

/// Whether a word may begin between two characters: one is no letter, or they
/// are of two scripts (한국IDC).
fn differ(before: char, c: char) -> bool {
    !before.is_alphanumeric() || !c.is_alphanumeric() || before.is_ascii() != c.is_ascii()
}

fn squash(name: &str) -> String {
    name.chars()
        .map(plain_letter)
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The names of a text that are made of letters and digits: `H800`, `R1`,
/// `GPT-4`, `a16z`, `01.AI`. What is a figure (`5.576M`, `20th`, `10x`) is none.
pub fn designations(prose: &Prose) -> Vec<Range<usize>> {
    let text = prose.text();
    let mut found = Vec::new();
    let mut start = None;
    let ends = text
        .char_indices()
        .chain(std::iter::once((text.len(), ' ')));
    for (at, c) in ends {
        let joins = matches!(c, '-' | '.') && start.is_some() && {
            let behind = text.get(at + 1..).unwrap_or_default();
            behind.starts_with(|c: char| c.is_ascii_alphanumeric())
        };
        if c.is_ascii_alphanumeric() || joins {
            start.get_or_insert(at);
        } else if let Some(start) = start.take()
            && text.get(start..at).is_some_and(is_designation)
        {
            found.push(start..at);
        }
    }
    found
}

fn is_designation(word: &str) -> bool {
    let characters = word.chars();
    let mut letters = 0;
    for c in characters {
        if c.is_ascii_alphabetic() {
            letters += 1;
        } else if c.is_ascii_digit() && letters > 0 {
            return true;
        }
    }
    // 01.AI
    let behind = word.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < word.len()
        && behind
            .strip_prefix('.')
            .is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The words of a text by which a passage is told from others: folded to lower
/// case, two letters or more, each with the byte at which it stands.
pub fn words(text: &str) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut word = String::new();
    let ends = text
        .char_indices()
        .chain(std::iter::once((text.len(), ' ')));
    let mut before = None;
    for (at, c) in ends {
        let c = plain_letter(c);
        let split = before.is_some_and(|before: char| differ(before, c));
        before = Some(c);
        if split && !word.is_empty() {
            let word = std::mem::take(&mut word);
            if word.chars().nth(1).is_some() {
                words.push((start, word));
            }
        }
        if c.is_alphanumeric() {
            if word.is_empty() {
                start = at;
            }
            word.extend(c.to_lowercase());
        }
    }
    words
}
