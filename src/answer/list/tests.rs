#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::answer::Outcome;
use crate::text::{Lang, Localized};

fn item(english: &str, korean: &str, accepted: &[&str]) -> ListItem {
    ListItem {
        text: Localized::with(Lang::En, english.to_owned(), Some(korean.to_owned())),
        accepted: accepted.iter().map(|&a| a.to_owned()).collect(),
    }
}

#[test]
fn lists() {
    use Outcome::{Close, Correct, Wrong};
    use Reason::*;
    let items = [
        item("TSMC", "티에스엠씨", &["Taiwan Semiconductor"]),
        item("Samsung", "삼성전자", &["삼성"]),
        item("GlobalFoundries", "글로벌파운드리", &[]),
        item("UMC", "유엠씨", &[]),
    ];
    // need, lines, outcome, reason, parts, missing
    type Row<'a> = (
        usize,
        &'a [&'a str],
        Outcome,
        Reason,
        &'a [bool],
        &'a [usize],
    );
    let rows: &[Row] = &[
        (
            2,
            &["TSMC", "Samsung"],
            Correct,
            Exact,
            &[true, true],
            &[2, 3],
        ),
        (
            2,
            &["UMC", "tsmc"],
            Correct,
            SameButForForm,
            &[true, true],
            &[1, 2],
        ),
        (2, &["UMC, TSMC"], Correct, Exact, &[true, true], &[1, 2]),
        (2, &["UMC、TSMC"], Correct, Exact, &[true, true], &[1, 2]),
        (2, &["UMC; TSMC;"], Correct, Exact, &[true, true], &[1, 2]),
        (
            2,
            &["삼성, TSMC"],
            Correct,
            Alternative,
            &[true, true],
            &[2, 3],
        ),
        (
            2,
            &["삼성전자", "글로벌 파운드리"],
            Correct,
            SameButForForm,
            &[true, true],
            &[0, 3],
        ),
        (
            2,
            &["global foundries umc"],
            Correct,
            SameButForForm,
            &[true, true],
            &[0, 1],
        ),
        // With slips.
        (
            2,
            &["삼성전자가", "GlobalFoundires"],
            Correct,
            Typo,
            &[true, true],
            &[0, 3],
        ),
        (
            2,
            &["tkatjdwjswk", "티에스엠시"],
            Correct,
            Typo,
            &[true, true],
            &[2, 3],
        ),
        // Without commas.
        (2, &["UMC and TSMC"], Correct, Exact, &[true, true], &[1, 2]),
        (2, &["UMC/TSMC"], Correct, Exact, &[true, true], &[1, 2]),
        (2, &["UMC TSMC"], Correct, Exact, &[true, true], &[1, 2]),
        (
            2,
            &["유엠씨·삼성전자"],
            Correct,
            Exact,
            &[true, true],
            &[0, 2],
        ),
        (
            2,
            &["유엠씨와 삼성전자"],
            Correct,
            Exact,
            &[true, true],
            &[0, 2],
        ),
        (
            2,
            &["UMC and Intel"],
            Wrong,
            Partial,
            &[true, false],
            &[0, 1, 2],
        ),
        (2, &["UMC Intel"], Wrong, Different, &[false], &[0, 1, 2, 3]),
        (2, &["TSMC"], Wrong, Partial, &[true], &[1, 2, 3]),
        // What is named again does not count.
        (
            2,
            &["TSMC", "TSMC"],
            Wrong,
            Partial,
            &[true, false],
            &[1, 2, 3],
        ),
        (
            2,
            &["TSMC", "Samsung", "삼성"],
            Correct,
            Alternative,
            &[true, true, false],
            &[2, 3],
        ),
        (
            2,
            &["TSMC", "Intel"],
            Wrong,
            Partial,
            &[true, false],
            &[1, 2, 3],
        ),
        (
            2,
            &["TSMC", "UMC", "Intel"],
            Close,
            Partial,
            &[true, true, false],
            &[1, 2],
        ),
        (
            2,
            &["TSMC", "UMC", "ARM", "AMD"],
            Wrong,
            Partial,
            &[true, true, false, false],
            &[1, 2],
        ),
        (
            2,
            &["Intel", "ARM"],
            Wrong,
            Different,
            &[false, false],
            &[0, 1, 2, 3],
        ),
        (
            4,
            &["TSMC", "", "UMC", " "],
            Wrong,
            Partial,
            &[true, true],
            &[1, 2],
        ),
        (
            4,
            &["TSMC,UMC,Samsung", "GlobalFoundries"],
            Correct,
            Exact,
            &[true; 4],
            &[],
        ),
    ];
    for &(need, lines, outcome, reason, parts, missing) in rows {
        let typed: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
        let verdict = judge(&items, need, &typed, &Rivals::default());
        assert_eq!(
            (
                verdict.outcome,
                verdict.reason,
                &verdict.parts[..],
                &verdict.missing[..]
            ),
            (outcome, reason, parts, missing),
            "{lines:?}, {need} wanted"
        );
    }
}

#[test]
fn an_item_with_a_comma_is_whole_and_so_is_a_number() {
    let items = [
        item("Washington, D.C.", "워싱턴", &[]),
        item("38,210", "38,210", &[]),
    ];
    let verdict = judge(
        &items,
        2,
        &["Washington, DC".to_owned(), "38,210".to_owned()],
        &Rivals::default(),
    );
    assert_eq!(verdict.outcome, Outcome::Correct);
    assert_eq!(split("a,38,210, b"), ["a", "38,210", " b"]);
}
