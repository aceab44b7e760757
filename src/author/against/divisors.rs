//! What a rate or a part is of: the 500명 of `500명당 1명` is a figure as well, and
//! both of `47석 중 26석`.

use num_rational::BigRational;
use num_traits::One;

use crate::author::prose::{FigureFound, Prose};
use crate::figure::{Figure, Unit};

/// So many of all are counted; fewer, as 10명 중 7명, are a way to tell a share.
const COUNTED: u32 = 11;

/// The two figures of each part of `figures` that is told by them.
pub(super) fn parted(figures: &[FigureFound], prose: &Prose) -> Vec<FigureFound> {
    let parts = figures.iter().filter(|found| found.figure.number.fraction);
    let both = parts.filter_map(|found| {
        let text = prose.at(&found.span);
        let joints = [" 중 ", " 중에 ", " 중에서 ", " 가운데 "];
        let (whole, part) = joints.iter().find_map(|joint| text.split_once(joint))?;
        let read = |text: &str, start: usize| {
            Some(FigureFound {
                figure: Figure::parse(text).ok()?,
                span: start..start + text.len(),
                ..found.clone()
            })
        };
        let start = found.span.end.checked_sub(part.len())?;
        let (whole, part) = (read(whole, found.span.start)?, read(part, start)?);
        let least = BigRational::from_integer(COUNTED.into());
        (whole.figure.number.value >= least).then_some([whole, part])
    });
    both.flatten().collect()
}

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
