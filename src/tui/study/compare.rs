//! Two figures: which is larger, then by how many times; bars at the answer.

use crate::answer::Verdict;
use crate::deck::{Bar, Card};
use crate::figure::{Figure, Unit};
use crate::text::Lang;
use crate::tui::chart;
use crate::tui::keys::Command;
use crate::tui::study::choices::{cursor, number};
use crate::tui::study::line::{Line, Span};
use crate::tui::study::page::{Page, written};
use crate::tui::study::typed;
use crate::tui::theme::Role;

/// The two sides, and once one is picked the field.
pub fn question(
    page: &mut Page,
    sides: &[Bar; 2],
    shown: [usize; 2],
    at: usize,
    picked: Option<usize>,
) {
    let lang = page.lang();
    let say = page.say();
    for (index, side) in shown.iter().enumerate() {
        let Some(side) = sides.get(*side) else {
            continue;
        };
        let here = picked.unwrap_or(at) == index;
        let lead = match picked {
            None => vec![cursor(here), Span::Text(number(index), Role::Key)],
            Some(_) if here => vec![Span::Text("✓ ".to_owned(), Role::Good)],
            Some(_) => vec![Span::Text("  ".to_owned(), Role::Plain)],
        };
        let like = Line {
            click: picked.is_none().then_some(Command::Pick(index)),
            selected: here && picked.is_none(),
            ..Line::default()
        };
        let role = match picked {
            Some(_) if !here => Role::Dim,
            _ => Role::Plain,
        };
        page.hanging(&lead, &written(side.label.get(lang)), role, &like);
    }
    if picked.is_some() {
        page.air();
        page.text(say.how_many_times(), Role::Plain);
        typed::field(page);
    }
}

/// The verdict, and the bars unless the card has a chart of its own.
pub fn answer(
    page: &mut Page,
    card: &Card,
    sides: &[Bar; 2],
    ratio: &Figure,
    given: Option<(usize, &str)>,
    verdict: &Verdict,
) {
    let lang = page.lang();
    let right = card.answer.get(lang);
    let given = given.map(|(side, times)| {
        let label = sides.get(side).map(|side| side.label.get(lang).clone());
        let label = label.unwrap_or_default();
        if times.trim().is_empty() {
            label
        } else {
            format!("{label}, {}", times.trim())
        }
    });
    let given = given.unwrap_or_default();
    typed::answer(page, verdict, &given, right, typed::Manner::Plain);
    self::sides(page, card, sides, ratio);
}

/// Both sides as bars, unless the card has a chart of its own.
pub fn sides(page: &mut Page, card: &Card, sides: &[Bar; 2], ratio: &Figure) {
    if card.chart.is_empty() {
        page.air();
        page.chart(bars(page, sides));
        page.line(Line {
            right: Some((ratio.format(page.lang()), Role::Title)),
            ..Line::default()
        });
    }
}

/// Bars of facts.
pub fn bars(page: &Page, bars: &[Bar]) -> Vec<chart::Bar> {
    let lang = page.lang();
    let bar = |bar: &Bar| chart::Bar {
        label: bar.label.get(lang).clone(),
        value: bar.figure.number.to_f64(),
        number: length(&bar.figure, lang),
        role: Role::Bar,
    };
    bars.iter().map(bar).collect()
}

/// A bar's number: what is counted is said by the question, and an English
/// noun would take the bar's room.
fn length(figure: &Figure, lang: Lang) -> String {
    match (&figure.unit, lang) {
        (Unit::Count(_), Lang::En) => Figure {
            unit: Unit::None,
            ..figure.clone()
        }
        .format(lang),
        _ => figure.format(lang),
    }
}
