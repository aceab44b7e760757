//! What a rate is for each of: the 500명 of `500명당 1명` is a figure as well.

use num_traits::One;

use crate::author::prose::{FigureFound, Prose};
use crate::figure::{Figure, Unit};

/// The figures that stand before the 당 of `figures`.
pub(super) fn of(figures: &[FigureFound], prose: &Prose) -> Vec<FigureFound> {
    // 14대당 1기 has no unit that is known.
    let is_rate = |unit: &Unit| unit.is_rate() || *unit == Unit::None;
    let rates = figures.iter().filter(|found| is_rate(&found.figure.unit));
    rates
        .filter_map(|found| {
            let (under, _) = prose.at(&found.span).split_once('당')?;
            let figure = Figure::parse(under).ok()?;
            let counted = figure.unit.is_countable() && !figure.number.value.is_one();
            counted.then(|| FigureFound {
                figure,
                span: found.span.start..found.span.start + under.len(),
                ..found.clone()
            })
        })
        .collect()
}
