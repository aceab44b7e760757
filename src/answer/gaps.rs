//! The gaps of a cloze, each typed.

use super::text::{Found, Rights};
use super::{Outcome, Reason, Rivals, Verdict};
use crate::text::Localized;

/// Judges what was `filled` into the gaps, in their order; `accepted` holds
/// for each gap the texts that are right, the one from the card first.
pub(super) fn judge(
    accepted: &[Vec<String>],
    filled: &[String],
    question: &Localized,
    rivals: &Rivals<'_>,
) -> Verdict {
    let found: Vec<Option<Found>> = accepted
        .iter()
        .enumerate()
        .map(|(index, accepted)| {
            let typed = filled.get(index)?;
            let (shown, others) = accepted.split_first()?;
            let rights = Rights::new([shown.as_str()], others).asked(question);
            rights.find(typed, rivals)
        })
        .collect();
    let parts: Vec<bool> = found.iter().map(Option::is_some).collect();
    let forgiven = found.iter().flatten().any(|one| one.is_forgiven());
    let all: Option<Vec<Found>> = found.into_iter().collect();
    let loosest = all.and_then(|all| all.into_iter().reduce(Found::looser));
    let verdict = match loosest {
        Some(loosest) if filled.len() <= accepted.len() => loosest.verdict(),
        _ if parts.iter().any(|&right| right) && accepted.len() > 1 => {
            Verdict::new(Outcome::Wrong, Reason::Partial)
        }
        _ => Verdict::wrong(Reason::Different),
    };
    Verdict {
        forgiven,
        ..verdict.with_parts(parts)
    }
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
    use crate::text::Lang;

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
            (one, &["엔비디야 h800"], Correct, Typo, &[true]),
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
            let question = Localized::new(Lang::En, String::new());
            let verdict = judge(&accepted, &typed, &question, &Rivals::default());
            assert_eq!(
                (verdict.outcome, verdict.reason, &verdict.parts[..]),
                (outcome, reason, parts),
                "{filled:?} for {accepted:?}"
            );
        }
    }
}
