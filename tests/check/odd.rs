//! No deck is too odd for the rules.

use super::*;
use dateline::figure::Date;

fn file(text: String) -> DeckFile {
    DeckFile {
        origin: Origin::File("deck.yaml".into()),
        path: "deck.yaml".into(),
        name: None,
        bytes: Ok(text.into_bytes()),
        options: DeckOptions::default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Lines of a good deck left out, doubled and changed: whatever comes of
    /// it, each finding has a place and a known code, and the order is that of
    /// the file.
    #[test]
    fn no_deck_is_too_odd_for_the_rules(
        which in 0..SHIPPED.len(),
        cuts in proptest::collection::vec((0..900usize, 0..4u8, "[a-z가-힣0-9{}:,#%~ -]{0,12}"), 1..12),
    ) {
        let mut lines: Vec<String> = SHIPPED[which].1.lines().map(str::to_owned).collect();
        for (at, how, text) in cuts {
            let at = at % lines.len();
            match how {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[at].clone()),
                2 => lines[at].push_str(&text),
                _ => {
                    let indent = lines[at].len() - lines[at].trim_start().len();
                    lines[at] = format!("{}{text}", " ".repeat(indent));
                }
            }
        }
        let files = [file(lines.join("\n")), file(SHIPPED[which].1.to_owned())];
        let setting = Setting { today: Date::parse_iso("2026-01-01").ok(), ..Setting::default() };
        for checked in check_decks(&files, &setting, &|| {}) {
            let places: Vec<(usize, usize)> = checked
                .diagnostics
                .iter()
                .map(|told| (told.place.line, told.place.column))
                .collect();
            prop_assert!(places.is_sorted());
            for told in &checked.diagnostics {
                prop_assert!(told.place.line > 0 && told.place.column > 0 && told.place.length > 0);
                prop_assert!(Rule::named(told.code).is_ok(), "{}", told.code);
                prop_assert!(!told.to_string().chars().any(char::is_control));
            }
        }
    }
}
