//! How a choice looks to one who does not read it: what would give it away
//! among the others.

/// How much longer than another the longest of the choices may be: so many
/// times, or so many characters.
const LONGER: (usize, usize) = (2, 4);
/// The right one alone may be the longest, or the shortest, by so many
/// hundredths, or so many characters.
const ALONE: (usize, usize) = (140, 2);
/// From so many words on, a text says something rather than names it.
const SAYING: usize = 4;
/// Words that tell, at the beginning of what is said, what was asked for.
const OPENINGS: [&str; 22] = [
    "that", "to", "it", "they", "the", "a", "an", "from", "by", "because", "such", "in", "on",
    "with", "for", "at", "how", "when", "its", "their", "yet", "not",
];
/// And at its end, in Korean.
const ENDINGS: [&str; 10] = [
    "때문", "다", "것", "점", "걱정", "가정", "공식", "수", "과정", "기법",
];

/// How one choice looks in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Look {
    characters: usize,
    traits: [usize; 10],
}

impl Look {
    /// How `text` looks.
    pub fn of(text: &str) -> Look {
        let text = text.trim();
        let words: Vec<&str> = text.split_whitespace().collect();
        let says = words.len() >= SAYING;
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let initial = text.chars().find(|c| c.is_alphanumeric());
        let last = text.chars().last().filter(|c| !c.is_alphanumeric());
        Look {
            characters: text.chars().count(),
            traits: [
                usize::from(Look::has_hangul(text)),
                usize::from(text.chars().any(|c| c.is_ascii_alphabetic())),
                usize::from(text.chars().any(|c| c.is_ascii_digit())),
                // One word, a name of several, or a saying.
                match words.len() {
                    0 | 1 => 0,
                    _ if says => 2,
                    _ => 1,
                },
                usize::from(text.contains(['(', '（'])),
                last.map_or(0, |c| usize::try_from(u32::from(c)).unwrap_or(0)),
                match initial {
                    Some(c) if c.is_uppercase() => 1,
                    Some(c) if c.is_lowercase() => 2,
                    _ => 0,
                },
                usize::from(letters().count() > 1 && letters().all(char::is_uppercase)),
                if says { opening(&words) } else { 0 },
                if says { ending(text) } else { 0 },
            ],
        }
    }

    /// Whether a text is in Hangul, in part at least.
    pub fn has_hangul(text: &str) -> bool {
        text.chars()
            .any(|c| matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}'))
    }

    /// Whether a text says something rather than names it.
    pub fn is_saying(text: &str) -> bool {
        text.split_whitespace().count() >= SAYING
    }

    /// Whether one of the choices, the first of which is right, can be told
    /// from the others by how they look: it alone has some trait, or the
    /// lengths are too far apart.
    pub fn one_stands_out(choices: &[&Look]) -> bool {
        let alone = choices.iter().any(|look| {
            look.traits.iter().enumerate().any(|(at, own)| {
                let like = |other: &&&Look| other.traits.get(at) == Some(own);
                choices.iter().filter(like).count() < 2
            })
        });
        let lengths = || choices.iter().map(|look| look.characters);
        let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
        let uneven = longest > (shortest * LONGER.0).max(shortest + LONGER.1);
        let Some((right, wrong)) = choices.split_first() else {
            return false;
        };
        let wrong = || wrong.iter().map(|look| look.characters);
        let far = |long: usize, short: usize| long > (short * ALONE.0 / 100).max(short + ALONE.1);
        let longest_alone = wrong()
            .max()
            .is_some_and(|wrong| far(right.characters, wrong));
        let shortest_alone = wrong()
            .min()
            .is_some_and(|wrong| far(wrong, right.characters));
        alone || uneven || longest_alone || shortest_alone
    }
}

/// Which of the telling words a text begins with; 0 for none.
fn opening(words: &[&str]) -> usize {
    let first = words.first().map(|word| word.to_lowercase());
    OPENINGS
        .iter()
        .position(|word| first.as_deref() == Some(word))
        .map_or(0, |at| at + 1)
}

/// Which of the telling syllables a text ends with; 0 for none.
fn ending(text: &str) -> usize {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    ENDINGS
        .iter()
        .position(|ending| text.ends_with(ending))
        .map_or(0, |at| at + 1)
}
