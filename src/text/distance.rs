//! How many slips lie between two texts.

/// The least number of keys left out, added, replaced or swapped with their
/// neighbour that makes one of the other, up to `most`; `None` if it takes more.
///
/// The optimal string alignment distance (Damerau 1964; no piece is edited
/// twice), within a band around the diagonal: what lies outside of it takes
/// more than `most` (Ukkonen 1985). So it takes as long as the texts, times `most`.
pub fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let beyond = most + 1;
    let mut before_last = Row::default();
    let mut last = Row {
        from: 0,
        cells: (0..=other.len().min(most)).collect(),
    };
    for (i, a) in one.iter().enumerate() {
        let end = (i + 1 + most).min(other.len());
        let mut row = Row {
            from: (i + 1).saturating_sub(most),
            cells: Vec::with_capacity(2 * most + 1),
        };
        if row.from == 0 {
            row.cells.push(i + 1);
        }
        for j in row.from.max(1)..=end {
            let (b, before_b) = (
                other.get(j - 1),
                j.checked_sub(2).and_then(|at| other.get(at)),
            );
            let mut least = (last.at(j - 1, beyond) + usize::from(Some(a) != b))
                .min(last.at(j, beyond) + 1)
                .min(row.at(j - 1, beyond) + 1);
            let before_a = i.checked_sub(1).and_then(|at| one.get(at));
            if before_a.is_some() && before_b == Some(a) && before_a == b {
                least = least.min(before_last.at(j - 2, beyond) + 1);
            }
            row.cells.push(least.min(beyond));
        }
        if row.cells.iter().all(|cell| *cell > most) {
            return None;
        }
        before_last = std::mem::replace(&mut last, row);
    }
    Some(last.at(other.len(), beyond)).filter(|distance| *distance <= most)
}

/// A row of the table, within the band.
#[derive(Default)]
struct Row {
    from: usize,
    cells: Vec<usize>,
}

impl Row {
    /// A cell; beside the band stands what is too much.
    fn at(&self, at: usize, beyond: usize) -> usize {
        let cell = at.checked_sub(self.from).and_then(|at| self.cells.get(at));
        cell.copied().unwrap_or(beyond)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::*;

    fn of(one: &str, other: &str, most: usize) -> Option<usize> {
        let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        distance(&one, &other, most)
    }

    /// The same by the whole table.
    fn whole(one: &[char], other: &[char]) -> usize {
        let mut rows = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                let least = if i == 0 || j == 0 {
                    i + j
                } else {
                    let (a, b) = (one[i - 1], other[j - 1]);
                    let mut least = (rows[i - 1][j] + 1)
                        .min(rows[i][j - 1] + 1)
                        .min(rows[i - 1][j - 1] + usize::from(a != b));
                    if i > 1 && j > 1 && a == other[j - 2] && one[i - 2] == b {
                        least = least.min(rows[i - 2][j - 2] + 1);
                    }
                    least
                };
                rows[i][j] = least;
            }
        }
        rows[one.len()][other.len()]
    }

    #[test]
    fn slips() {
        for (one, other, expected) in [
            ("", "", 0),
            ("a", "", 1),
            ("deepseek", "deepseek", 0),
            ("depseek", "deepseek", 1),
            ("deeepseek", "deepseek", 1),
            ("deebseek", "deepseek", 1),
            ("deespeek", "deepseek", 1),
            ("ca", "abc", 3),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(of(one, other, 3), Some(expected), "{one} {other}");
            assert_eq!(of(other, one, 3), Some(expected), "{other} {one}");
            if expected > 0 {
                assert_eq!(of(one, other, expected - 1), None, "{one} {other}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_band_finds_what_the_whole_table_does(one in "[abc]{0,12}", other in "[abc]{0,12}", most in 0..8usize) {
            let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            let expected = Some(whole(&a, &b)).filter(|found| *found <= most);
            prop_assert_eq!(distance(&a, &b, most), expected);
            prop_assert_eq!(distance(&b, &a, most), expected, "it is symmetric");
            prop_assert_eq!(distance(&a, &b, 99) == Some(0), a == b);
        }
    }
}
