//! What a deck is called: words of letters and digits, some of them.

use crate::text::{is_syllable, width};

/// A name is about so wide.
const WIDEST: usize = 40;
/// One made of a title has so many words at most, and where they are a phrase by
/// themselves so few.
const MOST: usize = 5;
const FEWEST: usize = 2;

/// A name made of a text.
pub(super) fn slug(text: &str) -> String {
    let words = text.split_whitespace().map(id);
    joined(words.filter(|id| !id.is_empty()))
}

/// A name made of a title: of its first words those that make a phrase.
pub(super) fn of_title(title: &str) -> String {
    // Each word, and whether a phrase ends with it.
    let mut words: Vec<(String, bool)> = Vec::new();
    for word in title.split_whitespace() {
        let closes = word.ends_with(|c: char| "…,:;.!?—–-”\"".contains(c));
        let id = id(word);
        match words.last_mut() {
            Some((_, ends)) if id.is_empty() => *ends |= closes,
            _ => words.push((id, closes)),
        }
    }
    words.retain(|(id, _)| !id.is_empty());
    let Some(first) = words.get(..MOST).filter(|_| words.len() > MOST) else {
        return joined(words.into_iter().map(|(id, _)| id));
    };
    let phrase = first.iter().rposition(|(_, ends)| *ends).map(|at| at + 1);
    let phrase = phrase.filter(|length| *length >= FEWEST);
    let before = || {
        let joint = first
            .iter()
            .rposition(|(id, _)| FUNCTION.contains(&id.as_str()));
        joint.filter(|length| *length > FEWEST)
    };
    let length = phrase.or_else(before).unwrap_or(MOST);
    let mut kept: Vec<&str> = first
        .iter()
        .take(length)
        .map(|(id, _)| id.as_str())
        .collect();
    let hangs = |id: &str| FUNCTION.contains(&id) || !id.contains(char::is_alphabetic);
    while kept.len() > 1 && phrase.is_none() && kept.last().is_some_and(|id| hangs(id)) {
        kept.pop();
    }
    joined(kept.into_iter().map(str::to_owned))
}

/// Words in one, as many as are not too wide.
fn joined(words: impl Iterator<Item = String>) -> String {
    let mut name = String::new();
    for word in words {
        if width(&name) + width(&word) > WIDEST {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&word);
    }
    name
}

/// A word as it may stand in a name: `£1.85bn` is `1-85bn`.
fn id(word: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || is_syllable(c);
    // The s of "Harwick's" is of the word before it.
    let lower = word.to_lowercase().replace(['\'', '’'], "");
    let parts = lower.split(|c| !fits(c)).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

/// Words that go on to the next.
const FUNCTION: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "as", "of", "to", "in", "on", "at", "by", "for", "from",
    "with", "without", "over", "after", "before", "into", "amid", "than", "that", "which", "who",
    "while", "when", "if", "its", "their", "his", "her", "is", "are", "was", "were", "will", "be",
    "not", "more", "new", "더", "또", "및", "등", "위해", "위한", "대한", "대해", "따른", "따라",
    "다시", "가장", "약", "첫", "새", "이", "그", "한", "두", "세", "수",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_of_words() {
        for (text, expected) in [
            ("Harwick's tidal plant", "harwicks-tidal-plant"),
            ("Europe’s night trains", "europes-night-trains"),
            ("‘교실’ 장터", "교실-장터"),
            ("한빛배터리, 3분기 만에", "한빛배터리-3분기-만에"),
            ("…!", ""),
        ] {
            assert_eq!(slug(text), expected);
            assert_eq!(of_title(text), expected);
        }
    }

    #[test]
    fn a_title_is_cut_where_a_phrase_ends() {
        for (title, expected) in [
            (
                "Calder Water wins £1.85bn lifeline as leaks and bills climb",
                "calder-water-wins-1-85bn-lifeline",
            ),
            (
                "합계출산율 0.80명, “혼인 증가 효과 2~3년 더 간다”",
                "합계출산율-0-80명",
            ),
            (
                "지난해 출생아 25만 4500명… 2년 연속 늘었다",
                "지난해-출생아-25만-4500명",
            ),
            (
                "Council approves plan for new bridge over the Aire",
                "council-approves-plan",
            ),
            (
                "Household bills may rise 31 percent by then",
                "household-bills-may-rise",
            ),
            ("새 공장 내년까지 두 곳 더 짓는다", "새-공장-내년까지"),
            ("반도체 수출 석 달 연속 더 늘었다", "반도체-수출-석-달-연속"),
            ("The bank — a history of money and of people", "the-bank"),
        ] {
            assert_eq!(of_title(title), expected, "{title}");
        }
    }
}
