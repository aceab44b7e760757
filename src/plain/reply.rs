//! What a line means that was read: a command, or an answer.

/// A line that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Text, blanks around it taken off.
    Text(String),
    /// `:` and a word: what the learner wants, and what stands behind it.
    Command(Wish, String),
    /// A command that there is not.
    Unknown(String),
    /// There are no more lines.
    End,
}

/// What a learner may want beside answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Wish {
    Help,
    Quit,
    Hint,
    Language,
    Undo,
    Flag,
    Suspend,
    Bury,
    Open,
}

impl Wish {
    /// Every wish with its letter, as help lists them.
    pub const ALL: [(char, Wish); 9] = [
        ('?', Wish::Help),
        ('h', Wish::Hint),
        ('t', Wish::Language),
        ('o', Wish::Open),
        ('u', Wish::Undo),
        ('f', Wish::Flag),
        ('s', Wish::Suspend),
        ('b', Wish::Bury),
        ('q', Wish::Quit),
    ];

    /// Whether a line says yes, on either keyboard.
    pub fn of_yes(line: &str) -> bool {
        let latin: String = line.chars().map(crate::text::latin).collect();
        matches!(latin.as_str(), "y" | "yes") || matches!(line, "네" | "예" | "응")
    }

    /// Whether a line says no, or nothing.
    pub fn of_no(line: &str) -> bool {
        let latin: String = line.chars().map(crate::text::latin).collect();
        matches!(latin.as_str(), "" | "n" | "no") || matches!(line, "아니요" | "아니오" | "아니")
    }

    /// By its letter, on either keyboard.
    fn of(letter: char) -> Option<Wish> {
        let latin = crate::text::latin(letter).to_ascii_lowercase();
        let mut all = Wish::ALL.into_iter();
        all.find(|(known, _)| *known == latin).map(|(_, wish)| wish)
    }
}

impl Reply {
    /// Reads a line. An answer that begins with a colon begins with two.
    pub fn read(line: &str) -> Reply {
        let line = line.trim();
        let Some(behind) = line.strip_prefix([':', '：']) else {
            return Reply::Text(line.to_owned());
        };
        if behind.starts_with([':', '：']) {
            return Reply::Text(behind.to_owned());
        }
        let (word, rest) = behind
            .split_once(char::is_whitespace)
            .unwrap_or((behind, ""));
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Wish::of(letter).map_or_else(
                || Reply::Unknown(word.to_owned()),
                |wish| Reply::Command(wish, rest.trim().to_owned()),
            ),
            _ => Reply::Unknown(word.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let text = |text: &str| Reply::Text(text.to_owned());
        for (line, expected) in [
            ("", text("")),
            ("  38,210 \r\n", text("38,210")),
            ("1:18", text("1:18")),
            ("::)", text(":)")),
            (":q", Reply::Command(Wish::Quit, String::new())),
            (":Q", Reply::Command(Wish::Quit, String::new())),
            // The same key with the Korean keyboard on, and a wide colon.
            (":ㅂ", Reply::Command(Wish::Quit, String::new())),
            ("：ㅗ", Reply::Command(Wish::Hint, String::new())),
            (
                ":f  whose count?",
                Reply::Command(Wish::Flag, "whose count?".to_owned()),
            ),
            (":?", Reply::Command(Wish::Help, String::new())),
            (":x", Reply::Unknown("x".to_owned())),
            (":quit", Reply::Unknown("quit".to_owned())),
            (":", Reply::Unknown(String::new())),
        ] {
            assert_eq!(Reply::read(line), expected, "{line:?}");
        }
    }
}
