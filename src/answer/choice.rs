//! Choices: the right ones, all of them and no other.

use super::{Reason, Verdict};

/// Judges the choices that were `picked`. [`Verdict::parts`] says of each,
/// in the order picked, whether it is right.
pub(super) fn judge(right: &[usize], picked: &[usize]) -> Verdict {
    let parts: Vec<bool> = picked.iter().map(|index| right.contains(index)).collect();
    let only_right = parts.iter().all(|&right| right);
    let all = right.iter().all(|index| picked.contains(index));
    let verdict = match (only_right, all) {
        (true, true) => Verdict::correct(Reason::Exact),
        // Some of the right boxes and no wrong one.
        (true, false) => Verdict::wrong(Reason::Partial),
        (false, _) => Verdict::wrong(Reason::WrongChoice),
    };
    let missing = right
        .iter()
        .copied()
        .filter(|index| !picked.contains(index))
        .collect();
    Verdict {
        parts,
        missing,
        ..verdict
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
    use crate::answer::Outcome;

    #[test]
    fn choices() {
        use Outcome::{Correct, Wrong};
        use Reason::*;
        // right, picked, outcome, reason, parts, missing
        type Row<'a> = (
            &'a [usize],
            &'a [usize],
            Outcome,
            Reason,
            &'a [bool],
            &'a [usize],
        );
        let rows: &[Row] = &[
            (&[0], &[0], Correct, Exact, &[true], &[]),
            (&[0], &[2], Wrong, WrongChoice, &[false], &[0]),
            (&[0], &[0, 2], Wrong, WrongChoice, &[true, false], &[]),
            (&[1, 3], &[3, 1], Correct, Exact, &[true, true], &[]),
            (
                &[1, 3],
                &[1, 1, 3],
                Correct,
                Exact,
                &[true, true, true],
                &[],
            ),
            (&[1, 3], &[3], Wrong, Partial, &[true], &[1]),
            (&[1, 3], &[3, 0], Wrong, WrongChoice, &[true, false], &[1]),
            (&[0], &[usize::MAX], Wrong, WrongChoice, &[false], &[0]),
        ];
        for &(right, picked, outcome, reason, parts, missing) in rows {
            let verdict = judge(right, picked);
            assert_eq!(
                (
                    verdict.outcome,
                    verdict.reason,
                    &verdict.parts[..],
                    &verdict.missing[..]
                ),
                (outcome, reason, parts, missing),
                "{picked:?} for {right:?}"
            );
        }
    }
}
