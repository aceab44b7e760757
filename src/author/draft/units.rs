//! Units of figures in running text, as far as a reader takes them: `14 growing
//! regions`, where a figure by itself ends with the first word behind it.

use crate::author::prose::{FigureFound, is_plural};
use crate::figure::{Figure, Unit};

/// Makes the unit of a figure in `text` a whole one, or leaves it out where the
/// word behind the number is none.
pub(super) fn whole(found: &mut FigureFound, text: &str) {
    let Some(piece) = text.get(found.span.clone()) else {
        return;
    };
    let fraction = found.figure.number.fraction;
    // "a fifth of the country" is a fifth, and "three out of four" are three fourths.
    let part = piece.find(" of ").filter(|_| fraction && found.in_words);
    let part = part.filter(|_| !piece.contains(" out of "));
    if let Some(at) = part {
        found.figure.unit = Unit::None;
        found.span.end = found.span.start + at;
        return;
    }
    let Unit::Other(unit) = &found.figure.unit else {
        return;
    };
    let known = !unit.is_ascii() || found.figure.unit.is_a_measure() || unit.contains('/');
    if known || fraction || is_plural(unit) {
        return;
    }
    let behind = text.get(found.span.end..).unwrap_or_default();
    let next = behind.strip_prefix(' ').unwrap_or_default();
    let next = next.split(|c: char| !c.is_alphabetic()).next();
    let next = next.filter(|next| is_plural(next) && !VERBS.contains(next));
    let longer = next.map(|next| format!("{piece} {next}"));
    let figure = longer.as_deref().map(Figure::parse);
    if let (Some(longer), Some(Ok(figure))) = (longer, figure) {
        found.figure.unit = figure.unit;
        found.span.end = found.span.start + longer.len();
    }
}

/// Verbs that look like nouns of several.
const VERBS: &[&str] = &[
    "is", "was", "has", "does", "this", "its", "says", "as", "us",
];

#[cfg(test)]
mod tests {
    use super::whole;
    use crate::author::prose::{Prose, figures};
    use crate::text::Lang;

    #[test]
    fn a_unit_is_as_long_as_it_is_read() {
        for (text, expected) in [
            ("It has 14 growing regions in all.", "14 growing regions"),
            (
                "Growers get 450,000 CFA francs for it.",
                "450,000 CFA francs",
            ),
            (
                "They tried 3,400 inoculated trees.",
                "3,400 inoculated trees",
            ),
            ("Some three out of four residents back it.", "3/4 residents"),
            (
                "More than a fifth of the country's plantations are ill.",
                "1/5",
            ),
            ("It carries 340 cars a day.", "340 cars per day"),
            ("It took in 57 wounded by noon.", "57 wounded"),
            ("The plant made 418 GWh says its owner.", "418 GWh"),
        ] {
            let prose = Prose::article(text);
            let mut found = figures(&prose, &[]).remove(0);
            whole(&mut found, prose.text());
            assert_eq!(found.figure.format(Lang::En), expected, "{text}");
        }
    }
}
