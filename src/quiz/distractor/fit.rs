//! What the text around a gap wants of what stands in it.

use crate::deck::{Card, Gap, Task};
use crate::text::{Lang, Localized};

/// What the text around a gap wants of what stands in it: `an [engineering]
/// innovation`, `[학습]이라 한다`.
#[derive(Debug)]
pub(super) struct Fit {
    lang: Lang,
    vowel: Option<bool>,
    closed: Option<bool>,
}

/// Particles that differ by whether a consonant closes the syllable before.
const PARTICLES: [&str; 18] = [
    "이라", "라", "이다", "이", "가", "은", "는", "을", "를", "과", "와", "으로", "로", "이나",
    "나", "이며", "이란", "란",
];

impl Fit {
    /// What the gap of a cloze wants, by language; nothing for other cards.
    pub fn of(card: &Card) -> Vec<Fit> {
        let (Task::Cloze { cloze, .. } | Task::Recall { cloze: Some(cloze) }) = &card.task else {
            return Vec::new();
        };
        cloze
            .iter()
            .map(|(lang, pieces)| {
                let at = pieces
                    .iter()
                    .position(|piece| matches!(piece, Gap::Hidden { .. }));
                let text = |piece: Option<&Gap>| match piece {
                    Some(Gap::Text(text)) => text.clone(),
                    _ => String::new(),
                };
                let before = text(at.and_then(|at| pieces.get(at.checked_sub(1)?)));
                let after = text(at.and_then(|at| pieces.get(at + 1)));
                let answer = match at.and_then(|at| pieces.get(at)) {
                    Some(Gap::Hidden { answer, .. }) => answer.as_str(),
                    _ => "",
                };
                let article = [" a ", " an "]
                    .iter()
                    .any(|article| format!(" {before}").to_lowercase().ends_with(article));
                let particle = PARTICLES.iter().any(|particle| after.starts_with(particle));
                Fit {
                    lang,
                    vowel: article.then(|| begins_with_vowel(answer)),
                    closed: if particle { ends_closed(answer) } else { None },
                }
            })
            .collect()
    }

    /// Whether `text` can stand in the gap.
    pub fn admits(&self, text: &Localized) -> bool {
        let text = text.get(self.lang);
        self.vowel
            .is_none_or(|vowel| begins_with_vowel(text) == vowel)
            && (self.closed.is_none() || ends_closed(text) == self.closed)
    }
}

fn begins_with_vowel(text: &str) -> bool {
    text.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U'])
}

/// Whether a consonant closes the last syllable; `None` where it is not Hangul.
fn ends_closed(text: &str) -> Option<bool> {
    let last = u32::from(text.chars().last()?);
    (0xAC00..=0xD7A3)
        .contains(&last)
        .then(|| (last - 0xAC00) % 28 != 0)
}
