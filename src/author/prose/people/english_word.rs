//! The words of an English sentence, and the pieces between its signs.

use super::english_words::{LEADS, NO_NAMES};
use crate::author::prose::is_day_or_month;

/// A word without the signs around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    /// Whether it ends in `'s`, which is no part of `text`.
    pub(super) owns: bool,
    pub(super) at: usize,
}

impl Word<'_> {
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        let same = |word: &&str| word.eq_ignore_ascii_case(self.text.trim_end_matches('.'));
        words.iter().any(same)
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it may be a word of a name: `Wenfeng`, `J.`, `McDonald`,
    /// `O'Neill`, `Bankman-Fried`, not `DeepSeek`, `IBM` or `R1`.
    pub(super) fn is_name(&self) -> bool {
        let initial = self.text.len() == 2 && self.text.ends_with('.');
        let parts = self.text.split(['-', '\'', '’']);
        let named = parts.into_iter().all(|part| {
            let forms = ["Mc", "Mac", "De", "Di", "La", "Le", "Van"];
            let inner = forms.iter().find_map(|form| {
                let rest = part.strip_prefix(form)?;
                rest.starts_with(char::is_uppercase).then_some(rest)
            });
            let part = inner.unwrap_or(part);
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic)
                && letters.all(|c| c.is_alphabetic() && !c.is_uppercase())
        });
        self.is_capital()
            && (initial || named)
            && !self.is_one_of(NO_NAMES)
            && (self.text == "May" || !is_day_or_month(self.text))
            && !self.is_one_of(LEADS)
    }
}

/// Words with nothing but blanks between them.
#[derive(Debug)]
pub(super) struct Piece<'t> {
    pub(super) words: Vec<Word<'t>>,
    /// The signs before it.
    pub(super) before: String,
}

impl Piece<'_> {
    /// Whether what stands before it sets it apart as an apposition.
    pub(super) fn sets_apart(&self) -> bool {
        matches!(self.before.as_str(), "," | "(" | ")" | "—" | "–")
    }
}

/// Cuts a sentence at its signs.
pub(super) fn cut(sentence: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = String::new();
    let mut rest = sentence;
    let mut fresh = true;
    while let Some(c) = rest.chars().next() {
        let at = sentence.len() - rest.len();
        if !c.is_alphanumeric() {
            if !c.is_whitespace() {
                before.push(c);
                fresh = true;
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        }
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '&');
        let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
        let (whole, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let text = whole.trim_end_matches(['.', '\'', '’', '-', '&']);
        // A stop belongs to what is short for something: J., U.S.
        let short = whole.len() == text.len() + 1 && whole.ends_with('.') && {
            let last = text.rsplit('.').next().unwrap_or_default();
            let title =
                ["Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Gov", "Gen", "Rep"].contains(&text);
            !behind.trim().is_empty() && (last.len() == 1 && last != "I" || title)
        };
        let text = if short { whole } else { text };
        let bare = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"));
        let owns = bare.is_some() || whole.ends_with("s'") || whole.ends_with("s’");
        let word = Word {
            text: bare.unwrap_or(text),
            owns,
            at,
        };
        match pieces.last_mut() {
            Some(piece) if !fresh => piece.words.push(word),
            _ => pieces.push(Piece {
                words: vec![word],
                before: std::mem::take(&mut before),
            }),
        }
        before.clear();
        fresh = false;
        rest = behind;
        if let Some(signs) = whole.strip_prefix(text)
            && !signs.is_empty()
            && !owns
        {
            before.push_str(signs);
            fresh = true;
        }
    }
    pieces
}

/// Words as they are written.
pub(super) fn joined(words: &[Word]) -> String {
    let said = |word: &Word| format!("{}{}", word.text, if word.owns { "'s" } else { "" });
    words.iter().map(said).collect::<Vec<_>>().join(" ")
}
