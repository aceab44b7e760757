//! Units of figures in running text, as far as a reader takes them: `14 growing
//! regions`, where a figure by itself ends with the first word behind it.

use crate::author::prose::{FigureFound, Prose, is_plural, is_verb};
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
    // 46,500 left; the 57 wounded stay.
    let verb = is_verb(unit) && !unit.ends_with("ed");
    if let Some(number) = piece.strip_suffix(unit.as_str()).filter(|_| verb) {
        found.span.end = found.span.start + number.trim_end().len();
        found.figure.unit = Unit::None;
        return;
    }
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

/// Gives a bare number that something changed from the unit of what it changed to
/// beside it: "to 41,000 vehicles a day from 46,500", "to $1.85 a gigabyte from $2.60".
pub(super) fn shared(figures: &mut [FigureFound], prose: &Prose) {
    let behind = |found: &FigureFound, word: &str| {
        let head = prose.text().get(..found.span.start).unwrap_or_default();
        head.ends_with(word)
    };
    for at in 1..figures.len() {
        let Some([one, other]) = figures.get_mut(at - 1..=at) else {
            continue;
        };
        let near = prose.sentence_of(one.span.start) == prose.sentence_of(other.span.start);
        let (from, to) = match (behind(one, " from "), behind(other, " from ")) {
            (false, true) => (other, one),
            (true, false) => (one, other),
            _ => continue,
        };
        let over = match &to.figure.unit {
            Unit::Other(unit) => unit.split_once('/').map(|(over, _)| over),
            _ => None,
        };
        let half = matches!(&from.figure.unit, Unit::Currency(money) if over == Some(money.code()));
        let bare = from.figure.unit == Unit::None || half;
        let whole = [&*to, &*from]
            .iter()
            .all(|found| !found.figure.number.fraction);
        if bare && whole && near && behind(to, " to ") {
            from.figure.unit = to.figure.unit.clone();
        }
    }
}

/// Verbs that look like nouns of several.
const VERBS: &[&str] = &[
    "is", "was", "has", "does", "this", "its", "says", "as", "us",
];

#[cfg(test)]
mod tests {
    use super::{shared, whole};
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
            ("Of them 46,500 left by noon.", "46,500"),
            ("The plant made 418 GWh says its owner.", "418 GWh"),
        ] {
            let prose = Prose::article(text);
            let mut found = figures(&prose, &[]).remove(0);
            whole(&mut found, prose.text());
            assert_eq!(found.figure.format(Lang::En), expected, "{text}");
        }
    }

    #[test]
    fn what_changed_from_something_did_so_in_the_same_unit() {
        for (text, expected) in [
            (
                "It fell to 41,000 vehicles a day in May from 46,500 a year earlier.",
                "46,500 vehicles per day",
            ),
            (
                "It slid to $1.85 a gigabyte in May from $2.60 a year earlier.",
                "$2.60 per GB",
            ),
            ("It rose to 5% of sales. Of it, 46,500 was left.", "46,500"),
        ] {
            let prose = Prose::article(text);
            let mut found = figures(&prose, &[]);
            shared(&mut found, &prose);
            let last = found.last().map(|found| found.figure.format(Lang::En));
            assert_eq!(last.as_deref(), Some(expected), "{text}");
        }
        let prose = Prose::article("It rose from €310 to €455 a hectare.");
        let mut found = figures(&prose, &[]);
        shared(&mut found, &prose);
        assert_eq!(found.remove(0).figure.format(Lang::En), "€310 per hectare");
    }
}
