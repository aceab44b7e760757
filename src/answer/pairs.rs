//! Pairs: each left side matched with a right one.

use super::order::SLIP_FORGIVEN_FROM;
use super::{Reason, Verdict};
use crate::text::Localized;

/// Judges, for each left side, the index of the right side `matched` to it.
/// [`Verdict::parts`] says of each pair whether it is right.
pub(super) fn judge(pairs: &[(Localized, Localized)], matched: &[usize]) -> Verdict {
    let parts: Vec<bool> = pairs
        .iter()
        .enumerate()
        .map(|(index, (_, right))| {
            // Right sides with the same text may stand for each other.
            matched
                .get(index)
                .and_then(|&at| pairs.get(at))
                .is_some_and(|(_, given)| given == right)
        })
        .collect();
    let wrong: Vec<usize> = (0..pairs.len())
        .filter(|&index| parts.get(index) == Some(&false))
        .collect();
    let slip = match wrong.as_slice() {
        [_] => true,
        // Two the wrong way round.
        [one, other] => matched.get(*one) == Some(other) && matched.get(*other) == Some(one),
        _ => false,
    };
    let verdict = if matched.len() > pairs.len() {
        Verdict::wrong(Reason::WrongPairs)
    } else if wrong.is_empty() {
        Verdict::correct(Reason::Exact)
    } else if slip && pairs.len() >= SLIP_FORGIVEN_FROM {
        Verdict::close(Reason::OneSlip)
    } else {
        Verdict::wrong(Reason::WrongPairs)
    };
    verdict.with_parts(parts)
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
    use crate::answer::Outcome;
    use crate::text::Lang;

    #[test]
    fn pairs() {
        use Outcome::{Close, Correct, Wrong};
        use Reason::*;
        // Two of the right sides are the same.
        let rights = ["Qwen", "Doubao", "R1", "Kimi", "Kimi"];
        type Row<'a> = (usize, &'a [usize], Outcome, Reason, &'a [bool]);
        let rows: &[Row] = &[
            (2, &[0, 1], Correct, Exact, &[true, true]),
            (2, &[1, 0], Wrong, WrongPairs, &[false, false]),
            (4, &[0, 1, 2, 3], Correct, Exact, &[true; 4]),
            (
                4,
                &[1, 0, 2, 3],
                Close,
                OneSlip,
                &[false, false, true, true],
            ),
            (4, &[0, 1, 2, 2], Close, OneSlip, &[true, true, true, false]),
            (
                4,
                &[1, 2, 0, 3],
                Wrong,
                WrongPairs,
                &[false, false, false, true],
            ),
            (5, &[0, 1, 2, 4, 3], Correct, Exact, &[true; 5]),
            (4, &[0, 1, 2], Close, OneSlip, &[true, true, true, false]),
            (4, &[0, 1], Wrong, WrongPairs, &[true, true, false, false]),
            (4, &[9, 9, 9, 9], Wrong, WrongPairs, &[false; 4]),
        ];
        for &(count, matched, outcome, reason, parts) in rows {
            let pairs: Vec<(Localized, Localized)> = rights[..count]
                .iter()
                .enumerate()
                .map(|(index, right)| {
                    let text = |text: String| Localized::new(Lang::En, text);
                    (text(format!("company {index}")), text((*right).to_owned()))
                })
                .collect();
            let verdict = judge(&pairs, matched);
            assert_eq!(
                (verdict.outcome, verdict.reason, &verdict.parts[..]),
                (outcome, reason, parts),
                "{matched:?}"
            );
        }
    }
}
