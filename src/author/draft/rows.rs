//! Figures that stand in no sentence: in the rows of a table, and behind a colon
//! in an item of a list.

use std::collections::BTreeMap;
use std::ops::Range;

use super::figures::{Known, is_worth, value};
use super::{Entry, Kind, Source, line, write};
use crate::author::prose::tables::{self, Table};
use crate::figure::{Date, Figure, Unit};

/// What stands before a colon is a label of at most so many words.
const LONGEST_LABEL: usize = 6;

/// A fact for each figure of a table or a list, but for those that are `known`.
pub(super) fn facts(source: &Source, known: &mut Known) -> Vec<Entry> {
    let text = source.prose.text();
    let tables = tables::all(text);
    // Where the rows of each table begin.
    let rows = tables.iter().flat_map(|table| {
        let rows = table.rows.iter();
        rows.map(move |(line, cells)| (line.start, (table, cells)))
    });
    let rows: BTreeMap<usize, _> = rows.collect();
    let mut facts = Vec::new();
    for (number, span) in lines(source) {
        let row = rows.get(&span.start);
        let words = source.at(&span);
        let labelled = match row {
            Some((table, cells)) => tabled(text, table, cells),
            None if words.starts_with('|') => continue,
            None => listed(&words).into_iter().collect(),
        };
        for (labels, written) in labelled {
            let Some((figure, written)) = written else {
                continue;
            };
            let label = labels.first().map_or("", String::as_str);
            // A small bare number may be one of its rows, and one of four digits a year.
            let bare = figure.unit == Unit::None;
            let year = bare && is_year(&written);
            let small = bare && !is_worth(&figure, false);
            if year || small && (row.is_none() || !counts(label)) {
                continue;
            }
            let Some(value) = value(&figure, &written, source.lang) else {
                continue;
            };
            // What the table is of is told of all its rows.
            let own = labels.iter().rev().nth(1).map_or(label, String::as_str);
            if !known.holds(&figure, own) {
                let here = (number, words.as_str());
                let fact =
                    |label: &str| write::fact(source.comments, &value, Some(label), None, here);
                let labels = labels.iter().chain([&words]);
                facts.push(Entry::new(Kind::Fact, labels.map(|label| fact(label))));
            }
        }
    }
    facts
}

/// The lines of the article that are no sentences of it and no one else's, each
/// with its number.
fn lines(source: &Source) -> Vec<(usize, Range<usize>)> {
    let elsewhere = source.prose.elsewhere();
    let taken = |span: &Range<usize>| {
        let meets = |other: &Range<usize>| other.start < span.end && span.start < other.end;
        source.body.iter().chain(&elsewhere).any(meets)
    };
    let lines = tables::lines(source.prose.text());
    let own = lines.into_iter().filter(|span| !taken(span));
    own.map(|span| (source.prose.line_of(span.start), span))
        .collect()
}

/// Labels, of which the first is best, and the figure that they are of, with what
/// is written there.
type Labelled = (Vec<String>, Option<(Figure, String)>);

/// The figures of a row, each with what it is of. A cell is in what its column's
/// head has in brackets, or the table's caption: `Share (%)`, `생산량(만t)`,
/// `(단위: 명)`. A column that only says when is of what the caption says.
fn tabled(text: &str, table: &Table, cells: &[Range<usize>]) -> Vec<Labelled> {
    let words = |cell: &Range<usize>| line(text.get(cell.clone()).unwrap_or_default());
    let mut cells = cells.iter().map(words);
    let Some(first) = cells.next() else {
        return Vec::new();
    };
    let (name, unit) = (table.name(text), table.unit(text));
    let heads = table.head.iter().skip(1).map(words);
    heads
        .zip(cells)
        .filter(|(head, _)| !head.is_empty() && !first.is_empty())
        .map(|(head, cell)| {
            let bare = Figure::parse(&cell).is_ok_and(|figure| figure.unit == Unit::None);
            let in_units = tables::in_units(&cell, &head, unit).filter(|_| bare);
            let as_it_is = || Some((Figure::parse(&cell).ok()?, cell.clone()));
            let (column, figure) = match in_units {
                Some((figure, written, head)) => (head, Some((figure, written))),
                None => (head.as_str(), as_it_is()),
            };
            let plain = format!("{column}, {first}");
            let name = name.filter(|_| only_dates(column));
            let whole = name.map(|name| format!("{name}, {plain}"));
            // The row's own head may be taken for another's.
            let labels = whole.into_iter().chain([plain, column.to_owned()]);
            (labels.collect(), figure)
        })
        .collect()
}

/// Whether the head of a column only says when: `2024년`, `1분기`, `Q2`, `May`.
fn only_dates(head: &str) -> bool {
    let quarter = head.ends_with("분기") || head.starts_with('Q') && head.len() == 2;
    quarter || Date::parse(head).is_ok()
}

fn is_year(written: &str) -> bool {
    written.len() == 4 && written.parse().is_ok_and(|year| YEARS.contains(&year))
}

/// Years of which the news may tell.
const YEARS: std::ops::RangeInclusive<u16> = 1700..=2199;

/// Whether the column of a label holds numbers of things, and neither places in a
/// ranking nor years.
fn counts(label: &str) -> bool {
    const NUMBERS: &[&str] = &[
        "no", "nr", "number", "rank", "position", "place", "year", "founded", "since", "age",
        "번호", "순위", "순번", "연도", "연번", "설립", "나이",
    ];
    let head = label.rsplit_once(", ").map_or(label, |(head, _)| head);
    let bare = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let mut words = head.split(' ').map(bare);
    head.contains(char::is_alphabetic) && !words.any(|word| NUMBERS.contains(&word.as_str()))
}

/// `Crossing time: 55 minutes`, in a list or by itself. What is only added to it
/// may go: `4.2% (May 2026)`, `11.4 billion, down from 13 billion`.
fn listed(text: &str) -> Option<Labelled> {
    let marks = ["- ", "* ", "+ ", "• ", "· ", "▲ ", "■ "];
    let item = marks.iter().find_map(|mark| text.strip_prefix(mark));
    let (label, value) = item.unwrap_or(text).split_once(':')?;
    let (label, value) = (label.trim(), value.trim().trim_end_matches('.'));
    let words = label.split(' ').count();
    let named = label.ends_with(|c: char| c.is_alphabetic() || matches!(c, ')' | '%'));
    let sound = label.contains(char::is_alphabetic) && words <= LONGEST_LABEL && named;
    let shorter = [" (", "(", ", ", "; "]
        .iter()
        .filter_map(|joint| value.split_once(joint));
    let mut values = std::iter::once(value).chain(shorter.map(|(value, _)| value));
    let figure = values.find_map(|value| Some((Figure::parse(value).ok()?, value.to_owned())));
    sound.then(|| (vec![label.to_owned()], figure))
}

#[cfg(test)]
mod tests {

    #[test]
    fn figures_of_tables_and_lists_have_their_labels() {
        let article = "# A ferry\n\nIt carries 340 cars.\n\n| Year | Passengers |\n|---|---:|\n\
                       | 2023 | 410,000 |\n| 2024 | 512,300 |\n\n\
                       | Route | Rank | Boats | Opened |\n|---|---|---|---|\n| Skerrin | 3 | 14 | 1998 |\n\n- Crossing time: 55 minutes\n\
                       - Deck: 3\n- Cost: €48.5 million\n\n## Related\n- Fine: $5,000\n";
        let draft = super::super::draft(article, &super::super::Wish::default());
        for (value, label) in [
            ("410,000", "Passengers, 2023"),
            ("512,300", "Passengers, 2024"),
            ("14", "Boats, Skerrin"),
            ("55 minutes", "Crossing time"),
            ("€48.5 million", "Cost"),
        ] {
            let fact = format!("value: \"{value}\"\n    label: \"{label}\"");
            assert!(draft.contains(&fact), "{fact}: {draft}");
        }
        assert!(!draft.contains("5,000"), "{draft}");
        for label in ["\"Deck\"", "Rank", "Opened"] {
            assert!(!draft.contains(&format!("label: {label}")), "{draft}");
        }
    }

    #[test]
    fn a_cell_is_in_the_units_of_its_column_and_an_item_without_what_is_added() {
        let article = "# A ferry\n\nIt carries 340 cars.\n\n| Town | Share (%) | Ferries | Freight (만t) |\n|---|---|---|---|\n\
                       | Skerrin | 14.5 | 12 | 71.2 |\n\n- Unemployment: 4.2% (May 2026)\n- Trade: 11.4 billion krone, down from 13.0 billion\n\
                       - 찬성률:58.8%\n- Refunds: up to £80\n";
        let draft = super::super::draft(article, &super::super::Wish::default());
        for (value, label) in [
            ("14.5%", "Share, Skerrin"),
            ("12", "Ferries, Skerrin"),
            ("71.2만t", "Freight, Skerrin"),
            ("4.2%", "Unemployment"),
            ("11.4 billion krone", "Trade"),
            ("58.8%", "찬성률"),
            ("£80", "Refunds"),
        ] {
            let fact = format!("value: \"{value}\"\n    label: \"{label}\"");
            assert!(draft.contains(&fact), "{fact}: {draft}");
        }
    }

    #[test]
    fn a_table_is_one_without_signs_around_it_and_says_what_it_is_of_above() {
        let rows = "시도 | 2024년 | 2025년\n전남 | 1.03 | 1.10\n세종 | 1.03 | 1.09\n";
        let lines: String = rows.lines().map(|row| format!("| {row} |\n")).collect();
        let ruled = lines.replacen('\n', "\n|---|---|---|\n", 1);
        let captioned = |rows: &str| format!("[표] 시도별 합계출산율(단위: 명)\n{rows}");
        let cornered = ruled.replace("시도 ", "단위: 명 ");
        let cornered = format!("시도별 합계출산율\n\n{cornered}");
        let korean = [
            "시도별 합계출산율, 2024년, 전남",
            "시도별 합계출산율, 2025년, 세종",
        ];
        let english = "Riders by line, thousands\n\nLine\t2024\t2025\nSkerrin\t1,340\t1,410\nAlder\t1,120\t1,131\n";
        for (table, values, labels) in [
            (captioned(rows), ["1.03명", "1.09명"], korean),
            (
                captioned(&rows.replace(" | ", "\t")),
                ["1.03명", "1.09명"],
                korean,
            ),
            (captioned(&ruled), ["1.03명", "1.09명"], korean),
            (cornered, ["1.03명", "1.09명"], korean),
            (
                english.to_owned(),
                ["1,340 thousand", "1.131 million"],
                [
                    "Riders by line, thousands, 2024, Skerrin",
                    "Riders by line, thousands, 2025, Alder",
                ],
            ),
        ] {
            let article = match table.contains("Riders") {
                true => format!(
                    "# Trains\n\nThe trains of the line are full in the morning.\n\n{table}\n"
                ),
                false => {
                    format!("출생아 늘었다\n\n출생아가 지난해 전국에서 6.8% 늘었다.\n\n{table}\n")
                }
            };
            let draft = super::super::draft(&article, &super::super::Wish::default());
            assert_eq!(draft.matches(", 2024").count(), 2, "{draft}");
            for (value, label) in values.iter().zip(labels) {
                let fact = format!("value: \"{value}\"\n    label: \"{label}\"");
                assert!(draft.contains(&fact), "{fact}: {draft}");
            }
        }
        // A menu is none.
        let menu =
            "Home | Energy | Jobs (204)\nSport | 3 | 1\n\nThe plant made 418 GWh last year.\n";
        let draft = super::super::draft(menu, &super::super::Wish::default());
        assert!(!draft.contains("value: \"3\""), "{draft}");
    }

    #[test]
    fn a_list_on_one_line_of_a_page_is_one_all_the_same() {
        let article = "<html><body><h1>Strike</h1><p>Some 1.4m commuters were stranded on Friday.</p>\
                       <table><tr><th>Line</th><th>Share (%)</th></tr><tr><td>Skerrin</td><td>14.5</td></tr></table>\n\
                       <ul><li>Late trains: 120</li><li>Refunds: up to £80</li></ul></body></html>";
        let draft = super::super::draft(article, &super::super::Wish::default());
        for fact in [
            "value: \"14.5%\"\n    label: \"Share, Skerrin\"",
            "value: \"120\"\n    label: \"Late trains\"",
            "value: \"£80\"\n    label: \"Refunds\"",
        ] {
            assert!(draft.contains(fact), "{fact}: {draft}");
        }
    }
}
