//! A text as it is read from left to right.
//!
//! Whoever reads a part of it takes what stands here and moves on, or goes back
//! to where it began and leaves the text to the next. What one part says of the
//! others is noted here too: a sign of money, a word that says "times".

/// Reads a text from left to right.
pub(super) struct Reader<'a> {
    text: &'a str,
    /// The same text in lower case, byte for byte.
    lower: String,
    /// The byte at which it goes on.
    at: usize,
    /// Whether the numeral was a word that says "times" too (`twice`).
    pub multiple: bool,
    /// Whether a scale stood where none can: 3만 5만, 5 million billion.
    pub misplaced_scale: bool,
    /// Whether a sign of money stood before: then `m` is a million.
    pub money: bool,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str) -> Self {
        Reader {
            text,
            lower: text.to_ascii_lowercase(),
            at: 0,
            multiple: false,
            misplaced_scale: false,
            money: false,
        }
    }

    pub fn position(&self) -> usize {
        self.at
    }

    pub fn go_to(&mut self, position: usize) {
        self.at = position;
    }

    /// What is read.
    pub fn before(&self) -> &'a str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// What is not read yet.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The same in lower case.
    pub fn lower(&self) -> &str {
        self.lower.get(self.at..).unwrap_or_default()
    }

    /// Whether what is not read yet begins a word.
    pub fn at_word(&self) -> bool {
        self.rest().starts_with(' ')
    }

    pub fn skip(&mut self, bytes: usize) {
        self.at += bytes;
    }

    pub fn skip_spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Skips the first of `words` that stands here.
    pub fn eat_any(&mut self, words: &[&str]) -> bool {
        let found = words.iter().find(|word| self.lower().starts_with(**word));
        let length = found.map(|word| word.len());
        self.at += length.unwrap_or(0);
        length.is_some()
    }

    /// Whether an `x` stands here as a multiplication sign: `x18`.
    pub fn starts_with_factor(&self) -> bool {
        let mut rest = self.lower().chars();
        rest.next() == Some('x') && rest.next().is_some_and(|c| c.is_ascii_digit())
    }

    /// The character here, in lower case.
    pub fn peek(&self) -> Option<char> {
        self.lower().chars().next()
    }

    /// The run of Latin letters here.
    pub fn word(&self) -> &str {
        let rest = self.lower();
        let end = rest
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }
}
