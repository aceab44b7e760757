//! Scores, of a vote or a game: `7-2`, `10대 7`. They have no value as a figure
//! has, and are gaps all the same.

/// Where the scores of a sentence stand in it, in bytes.
pub(super) fn scores(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut next = 0;
    for (at, c) in text.char_indices() {
        let head = text.get(..at).unwrap_or_default();
        let free = !head.ends_with(|c: char| c.is_alphanumeric() || ".,-–/:$".contains(c));
        if at < next || !c.is_ascii_digit() || !free {
            continue;
        }
        if let Some(length) = text.get(at..).and_then(score) {
            next = at + length;
            found.push(at..next);
        }
    }
    found
}

/// The length of the score with which a text begins. What follows it counts
/// nothing: "3-4 weeks" and "2대 1만" are none.
fn score(text: &str) -> Option<usize> {
    let (_, rest) = number(text)?;
    let joints = ["-", "–", "대 ", " 대 "];
    let rest = joints.iter().find_map(|joint| rest.strip_prefix(joint))?;
    let (_, behind) = number(rest)?;
    let korean = text.get(..text.len() - rest.len())?.contains('대');
    let ends = if korean {
        ["로", "으로", "의", " "]
            .iter()
            .any(|end| behind.starts_with(end))
    } else {
        let noun = behind.strip_prefix(' ').unwrap_or_default();
        let counted = noun
            .split(' ')
            .next()
            .is_some_and(|word| word.ends_with('s'));
        !counted && !behind.starts_with(|c: char| c.is_alphanumeric() || "-–%/".contains(c))
    };
    (ends || behind.is_empty()).then_some(text.len() - behind.len())
}

/// The whole number of at most three digits with which a text begins, and what follows.
fn number(text: &str) -> Option<(u16, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.get(..text.len() - rest.len())?;
    let whole = (1..=3).contains(&digits.len()) && !rest.starts_with(['.', ',']);
    let sentence =
        rest.starts_with('.') && !rest.get(1..)?.starts_with(|c: char| c.is_ascii_digit());
    (whole || (1..=3).contains(&digits.len()) && sentence)
        .then(|| Some((digits.parse().ok()?, rest)))?
}

#[cfg(test)]
mod tests {
    use super::scores;

    #[test]
    fn a_score_is_two_numbers_that_are_held_against_each_other() {
        for (text, expected) in [
            ("The decision was 7-2.", &["7-2"][..]),
            ("The board voted 7–2 to fine them.", &["7–2"]),
            ("개정안을 10대 7로 의결했다", &["10대 7"]),
            ("양키스를 3 대 2로 이겼다", &["3 대 2"]),
            ("It took 3-4 weeks in 2023-24, on 555-1234", &[]),
            ("버스 3대 2억원, 2대 1만 원", &[]),
        ] {
            let found: Vec<&str> = scores(text)
                .into_iter()
                .filter_map(|at| text.get(at))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
