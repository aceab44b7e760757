//! Quotes that a card takes in a part: a sentence of several that someone says in
//! one breath has the mark that opens them, or the one that closes them, alone.

/// A text with the mark that it lacks: at its end if a quote is open there, at its
/// beginning if one is closed that never opened.
pub(super) fn paired(text: &str) -> String {
    let (mut open, mut lost) = (None, None);
    let mut before = ' ';
    for c in text.chars() {
        // 5" are inches.
        let inches = c == '"' && before.is_ascii_digit() && open != Some('"');
        before = c;
        match c {
            '"' if inches => {}
            '"' if open == Some('"') => open = None,
            '"' | '“' => open = Some(c),
            '”' if open == Some('“') => open = None,
            '”' => lost = Some('“'),
            _ => {}
        }
    }
    // The one straight mark of a text that ends with it closes.
    let closes = text.ends_with('"') && text.matches('"').count() == 1;
    if open == Some('"') && closes {
        (open, lost) = (None, Some('"'));
    }
    let close = match open {
        Some('“') => "”",
        Some(_) => "\"",
        None => "",
    };
    let lead = lost.map_or(String::new(), String::from);
    format!("{lead}{text}{close}")
}

#[cfg(test)]
mod tests {
    use super::paired;

    #[test]
    fn a_quote_that_is_cut_is_closed_and_opened() {
        for (text, expected) in [
            ("\"We left early.", "\"We left early.\""),
            ("“We left early.", "“We left early.”"),
            ("And came back.\"", "\"And came back.\""),
            ("And came back.”", "“And came back.”"),
            ("그는 “집을 짓겠다.", "그는 “집을 짓겠다.”"),
            ("He said: \"We left early.", "He said: \"We left early.\""),
            // As they should be.
            ("\"We left,\" she said.", "\"We left,\" she said."),
            ("“We left,” she said.", "“We left,” she said."),
            (
                "She said \"yes\" and \"no\".",
                "She said \"yes\" and \"no\".",
            ),
            ("\"Yes,\" she said. \"No.", "\"Yes,\" she said. \"No.\""),
            ("A pipe of 5\" is wide.", "A pipe of 5\" is wide."),
            ("\"It took 5\" she said.", "\"It took 5\" she said."),
            ("No one said so.", "No one said so."),
        ] {
            assert_eq!(paired(text), expected);
        }
    }
}
