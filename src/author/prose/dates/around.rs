//! What stands around digits and makes them no date.

/// Whether what begins at `end` makes something else of what stands before it:
/// `2023년간`, `3월째`, `2014.5`, `2023%`.
pub(super) fn continues(rest: &str, end: usize) -> bool {
    let behind = rest.get(end..).unwrap_or_default();
    let last = rest.get(..end).and_then(|piece| piece.chars().next_back());
    let digit = last.is_some_and(|c| c.is_ascii_digit());
    let lasting = ["간", "째", "동안", "만에", "차", "치"];
    let mut letters = behind.chars();
    let first = letters.next();
    let second = letters.next();
    let decimals = matches!(first, Some('.' | ',' | '/' | '-' | '~'))
        && second.is_some_and(|c| c.is_ascii_digit());
    if !digit {
        return lasting.iter().any(|word| behind.starts_with(word));
    }
    let ordinal = ["st", "nd", "rd", "th"]
        .iter()
        .any(|ending| behind.starts_with(ending));
    decimals
        || ordinal
        || first.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '%' | '년' | '월' | '일'))
}

/// Whether digits behind `head` are the rest of a number: the 1000 of 2만1000.
pub(super) fn goes_on_from_scale(head: &str) -> bool {
    let number = head.trim_end().strip_suffix(['만', '억', '조']);
    number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a bare number of four digits has a unit behind it, so that it is no year.
pub(super) fn measures(behind: &str) -> bool {
    let behind = behind.trim_start();
    // ㎡, ㏊, ㎞ and their like are one character each.
    if behind.starts_with(|c: char| matches!(c, '\u{3371}'..='\u{33DF}' | '℃' | '℉' | '°')) {
        return true;
    }
    let counters = [
        "%",
        "억",
        "만",
        "조",
        "개",
        "건",
        "명",
        "원",
        "달러",
        "배",
        "곳",
        "대",
        "호",
        "여",
        "위안",
        "톤",
        "㎞",
        "km",
        "kg",
        "dollars",
        "won",
        "people",
        "percent",
        "tons",
        "times",
        "companies",
        "patents",
    ];
    counters.iter().any(|word| behind.starts_with(word))
}
