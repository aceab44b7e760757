//! The words of a Korean sentence, and which of them are offices.

use super::korean_shape::{ends_phrase, fits};
use super::korean_words::{ENDINGS, PARTICLES};
use crate::author::prose::OFFICES;

/// What someone says opens so many bytes behind who it is, at most.
const NEAR: usize = 60;

/// What may stand before an office, in one word with it.
pub(super) const RANKS: [&str; 5] = ["수석", "선임", "책임", "전임", "명예"];

/// A word with what stands in brackets behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    pub text: &'t str,
    pub aside: &'t str,
    /// What goes on behind the brackets.
    pub tail: &'t str,
    /// Whether only a blank stands between it and the word before.
    pub joined: bool,
    /// Whether it is marked as who says what is quoted behind it.
    pub speaks: bool,
    pub at: usize,
}

impl<'t> Word<'t> {
    /// The office that the word is, particles aside.
    pub(super) fn office(&self) -> Option<&'t str> {
        let known = |text: &str| {
            let compound = |end: &str| {
                let before = text.strip_suffix(end);
                before.is_some_and(|before| before.chars().count() >= 2)
            };
            let ranked = RANKS.iter().find_map(|rank| text.strip_prefix(rank));
            OFFICES.contains(&text)
                || ranked.is_some_and(|text| OFFICES.contains(&text))
                || ENDINGS.iter().any(|end| compound(end))
                // 해송시장, 들녘농협조합장: a market and a hall say nothing.
                || self.speaks && OFFICES.iter().chain(&["장"]).any(|end| compound(end))
        };
        if !self.aside.is_empty() {
            let ends = self.tail.is_empty() || PARTICLES.contains(&self.tail);
            return (ends && known(self.text)).then_some(self.text);
        }
        let bare = PARTICLES.iter().filter_map(|particle| {
            let base = self.text.strip_suffix(particle)?;
            fits(base, particle).then_some(base)
        });
        std::iter::once(self.text)
            .chain(bare)
            .find(|text| known(text))
    }

    /// Whether a particle ends it.
    pub(super) fn is_marked(&self) -> bool {
        match self.office() {
            Some(office) => office.len() < self.text.len() || !self.tail.is_empty(),
            None => !self.tail.is_empty() || ends_phrase(self.text),
        }
    }
}

/// Cuts a sentence into words.
pub(super) fn cut(sentence: &str) -> Vec<Word<'_>> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '&' | '.');
    let split = |text: &'_ str| text.find(|c| !inside(c)).unwrap_or(text.len());
    let mut words = Vec::new();
    let mut rest = sentence;
    let mut joined = false;
    while let Some(c) = rest.chars().next() {
        let at = sentence.len() - rest.len();
        if !c.is_alphanumeric() {
            joined &= c.is_whitespace();
            let closed = rest.find(')').filter(|_| c == '(');
            let next = closed.map_or(c.len_utf8(), |close| close + 1);
            rest = rest.get(next..).unwrap_or_default();
            continue;
        }
        let (whole, behind) = rest.split_at_checked(split(rest)).unwrap_or((rest, ""));
        let text = whole.trim_end_matches(['.', '-', '&']);
        let (mut aside, mut tail) = ("", "");
        rest = behind;
        // An age may be set apart: 홍길동 (45) 대표.
        let aged = behind.strip_prefix(" (").filter(|it| {
            let age = it.split(')').next().unwrap_or_default();
            (1..=3).contains(&age.len()) && age.bytes().all(|b| b.is_ascii_digit())
        });
        let bracket = behind.strip_prefix('(').or(aged);
        if text.len() == whole.len()
            && let Some((inner, after)) = bracket.and_then(|it| it.split_once(')'))
        {
            aside = inner;
            (tail, rest) = after.split_at_checked(split(after)).unwrap_or((after, ""));
        }
        let marked = if aside.is_empty() { text } else { tail };
        let opens = rest.find(['“', '"']).is_some_and(|at| at <= NEAR);
        words.push(Word {
            text,
            aside,
            tail: tail.trim_end_matches('.'),
            joined,
            speaks: opens && marked.ends_with(['은', '는', '이', '가', '도']),
            at,
        });
        joined = text.len() == whole.len() && !tail.ends_with('.');
    }
    words
}
