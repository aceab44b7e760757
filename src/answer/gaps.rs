//! The gaps of a cloze, each typed.

use super::{Outcome, Reason, Verdict, text};

/// Judges what was `filled` into the gaps, in their order; `accepted` holds
/// for each gap the texts that are right, the one from the card first.
pub(super) fn judge(accepted: &[Vec<String>], filled: &[String]) -> Verdict {
    let found: Vec<Option<Reason>> = accepted
        .iter()
        .enumerate()
        .map(|(index, accepted)| {
            let typed = filled.get(index)?;
            let (shown, others) = accepted.split_first()?;
            text::compare(&[shown], others, typed)
        })
        .collect();
    let parts: Vec<bool> = found.iter().map(Option::is_some).collect();
    let verdict = if parts.iter().all(|&right| right) && filled.len() <= accepted.len() {
        Verdict::correct(loosest(&found))
    } else if parts.iter().any(|&right| right) && accepted.len() > 1 {
        Verdict::new(Outcome::Wrong, Reason::Partial)
    } else {
        Verdict::wrong(Reason::Different)
    };
    verdict.with_parts(parts)
}

fn loosest(found: &[Option<Reason>]) -> Reason {
    [Reason::Alternative, Reason::SameButForForm]
        .into_iter()
        .find(|&reason| found.contains(&Some(reason)))
        .unwrap_or(Reason::Exact)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use super::*;

    #[test]
    fn gaps() {
        use Outcome::{Correct, Wrong};
        use Reason::*;
        let one: &[&[&str]] = &[&["H800", "엔비디아 H800"]];
        let two: &[&[&str]] = &[&["H800"], &["H100"]];
        let value: &[&[&str]] = &[&["9.4%"]];
        type Row<'a> = (
            &'a [&'a [&'a str]],
            &'a [&'a str],
            Outcome,
            Reason,
            &'a [bool],
        );
        let rows: &[Row] = &[
            (one, &["H800"], Correct, Exact, &[true]),
            (one, &["h 800"], Correct, SameButForForm, &[true]),
            (one, &["엔비디아 h800"], Correct, Alternative, &[true]),
            (one, &["H100"], Wrong, Different, &[false]),
            (two, &["H800", "H100"], Correct, Exact, &[true, true]),
            (
                two,
                &["H800", "h100"],
                Correct,
                SameButForForm,
                &[true, true],
            ),
            (two, &["H800", ""], Wrong, Partial, &[true, false]),
            (two, &["H800"], Wrong, Partial, &[true, false]),
            (two, &["H100", "H800"], Wrong, Different, &[false, false]),
            (two, &["H800", "H100", "H20"], Wrong, Partial, &[true, true]),
            (value, &["9.4 퍼센트"], Correct, SameButForForm, &[true]),
            (value, &["9.6%"], Wrong, Different, &[false]),
        ];
        for &(accepted, filled, outcome, reason, parts) in rows {
            let accepted: Vec<Vec<String>> = accepted
                .iter()
                .map(|texts| texts.iter().map(|&text| text.to_owned()).collect())
                .collect();
            let typed: Vec<String> = filled.iter().map(|&text| text.to_owned()).collect();
            let verdict = judge(&accepted, &typed);
            assert_eq!(
                (verdict.outcome, verdict.reason, &verdict.parts[..]),
                (outcome, reason, parts),
                "{filled:?} for {accepted:?}"
            );
        }
    }
}
