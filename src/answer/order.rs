//! Orders: which lines stand in the right order to each other.

use super::{Reason, Verdict};
use crate::order::Order as _;
use crate::text::Localized;

/// With so many lines or pairs, one slip is nearly right.
pub(super) const SLIP_FORGIVEN_FROM: usize = 4;

/// Judges an order, given as indices of `items` (which stand in the right
/// one). [`Verdict::parts`] says of each line, as given, whether it stands
/// right to the others: those that would have to move are wrong, and as few as
/// can be of those that stand where they belong.
pub(super) fn judge(items: &[Localized], order: &[usize]) -> Verdict {
    let mut sorted = order.to_vec();
    sorted.order();
    if !sorted.iter().copied().eq(0..items.len()) {
        let parts = vec![false; order.len()];
        return Verdict::wrong(Reason::WrongOrder).with_parts(parts);
    }
    // Lines with the same text may stand for each other.
    let rank = |index: &usize| {
        let text = items.get(*index);
        items
            .iter()
            .position(|item| Some(item) == text)
            .unwrap_or(*index)
    };
    let ranks: Vec<usize> = order.iter().map(rank).collect();
    let places = (0..items.len()).map(|place| rank(&place));
    let placed: Vec<bool> = ranks.iter().zip(places).map(|(r, p)| *r == p).collect();
    let parts = longest_ascent(&ranks, &placed);
    let moved = parts.iter().filter(|&&stays| !stays).count();
    let verdict = match moved {
        0 => Verdict::correct(Reason::Exact),
        1 if items.len() >= SLIP_FORGIVEN_FROM => Verdict::close(Reason::OneSlip),
        _ => Verdict::wrong(Reason::WrongOrder),
    };
    verdict.with_parts(parts)
}

/// Which members belong to one longest subsequence that never falls: of
/// several the one with most members where they belong.
fn longest_ascent(ranks: &[usize], placed: &[bool]) -> Vec<bool> {
    // best[i]: the longest that ends at i, how many of it are placed, and what
    // comes before i in it.
    let mut best: Vec<((usize, usize), Option<usize>)> = Vec::with_capacity(ranks.len());
    for (index, (rank, placed)) in ranks.iter().zip(placed).enumerate() {
        let before = ranks
            .iter()
            .zip(&best)
            .take(index)
            .enumerate()
            .filter(|(_, (earlier, _))| *earlier <= rank)
            .max_by_key(|(at, (_, (worth, _)))| (*worth, std::cmp::Reverse(*at)))
            .map(|(at, (_, (worth, _)))| (*worth, Some(at)));
        let ((length, own), at) = before.unwrap_or_default();
        best.push(((length + 1, own + usize::from(*placed)), at));
    }
    let mut member = vec![false; ranks.len()];
    let mut at = best
        .iter()
        .enumerate()
        .max_by_key(|(at, (worth, _))| (*worth, std::cmp::Reverse(*at)))
        .map(|(at, _)| at);
    while let Some(index) = at {
        if let Some(member) = member.get_mut(index) {
            *member = true;
        }
        at = best.get(index).and_then(|(_, before)| *before);
    }
    member
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

    fn items(texts: &[&str]) -> Vec<Localized> {
        texts
            .iter()
            .map(|&text| Localized::new(Lang::En, text.to_owned()))
            .collect()
    }

    #[test]
    fn orders() {
        use Outcome::{Close, Correct, Wrong};
        use Reason::*;
        type Row<'a> = (usize, &'a [usize], Outcome, Reason, &'a [bool]);
        let rows: &[Row] = &[
            (3, &[0, 1, 2], Correct, Exact, &[true, true, true]),
            (3, &[1, 0, 2], Wrong, WrongOrder, &[true, false, true]),
            (4, &[0, 1, 2, 3], Correct, Exact, &[true; 4]),
            // Two neighbours the wrong way round are one slip, and so is one line out of place.
            (4, &[0, 2, 1, 3], Close, OneSlip, &[true, true, false, true]),
            (4, &[3, 0, 1, 2], Close, OneSlip, &[false, true, true, true]),
            (
                4,
                &[3, 2, 0, 1],
                Wrong,
                WrongOrder,
                &[false, false, true, true],
            ),
            (
                5,
                &[4, 3, 2, 1, 0],
                Wrong,
                WrongOrder,
                &[false, false, true, false, false],
            ),
            // Of lines that may as well stay, those where they belong do.
            (
                4,
                &[1, 3, 2, 0],
                Wrong,
                WrongOrder,
                &[true, false, true, false],
            ),
            // What is no order of the items.
            (3, &[0, 1], Wrong, WrongOrder, &[false, false]),
            (3, &[0, 1, 1], Wrong, WrongOrder, &[false, false, false]),
            (3, &[0, 1, 9], Wrong, WrongOrder, &[false, false, false]),
        ];
        for &(count, order, outcome, reason, parts) in rows {
            let names = ["a", "b", "c", "d", "e"];
            let verdict = judge(&items(&names[..count]), order);
            assert_eq!(
                (verdict.outcome, verdict.reason, &verdict.parts[..]),
                (outcome, reason, parts),
                "{order:?}"
            );
        }
    }

    #[test]
    fn lines_of_the_same_text_may_stand_for_each_other() {
        let verdict = judge(&items(&["up", "down", "up"]), &[2, 1, 0]);
        assert_eq!(verdict.outcome, Outcome::Wrong);
        let verdict = judge(&items(&["up", "up", "down"]), &[1, 0, 2]);
        assert_eq!(verdict.outcome, Outcome::Correct);
    }
}
