//! A line chart of shares: how it went from one time to the next.

use crate::strings::Say;
use crate::tui::study::line::Span;
use crate::tui::theme::Role;

/// How many rows the line has.
const ROWS: u16 = 3;
/// Columns from one value to the next at most, and columns of the whole.
const STEP: u16 = 6;
const WIDEST: u16 = 48;
/// What stands before the line: where all would be, half, and nothing.
const SCALE: [Option<u8>; 3] = [Some(100), None, Some(0)];
/// Columns of that.
const LABEL: u16 = 6;

/// Dots of a cell of Braille, by column and by row from the top.
const DOTS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

/// The line through `shares` (each from 0 to 1, on a scale from nothing to all),
/// as rows of at most `width` columns; nothing where there is no room for one.
pub fn draw(shares: &[f64], width: u16, say: Say) -> Vec<Vec<Span>> {
    let steps = u16::try_from(shares.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let room = width.saturating_sub(LABEL).min(WIDEST);
    if steps == 0 || room < 4 {
        return Vec::new();
    }
    let columns = room.min(steps.saturating_mul(STEP).saturating_add(1));
    // Two dots to a column, four to a row.
    let (across, down) = (f64::from(columns * 2 - 1), f64::from(ROWS * 4 - 1));
    let mut cells = vec![vec![0u8; usize::from(columns)]; usize::from(ROWS)];
    for x in 0..columns * 2 {
        let at = f64::from(x) / across * f64::from(steps);
        let next = (f64::from(x + 1) / across * f64::from(steps)).min(f64::from(steps));
        let (from, to) = (height(shares, at, down), height(shares, next, down));
        // Steep parts stay one line.
        for y in from.min(to)..=from.max(to) {
            let cell = cells
                .get_mut(usize::from(y / 4))
                .and_then(|row| row.get_mut(usize::from(x / 2)));
            let dot = DOTS
                .get(usize::from(x % 2))
                .and_then(|column| column.get(usize::from(y % 4)));
            if let (Some(cell), Some(dot)) = (cell, dot) {
                *cell |= dot;
            }
        }
    }
    let rows = cells.into_iter().zip(SCALE);
    rows.map(|(row, scale)| {
        let scale = scale.map_or_else(String::new, |scale| say.percent(format_args!("{scale:>3}")));
        let line: String = row
            .into_iter()
            .map(|dots| char::from_u32(0x2800 + u32::from(dots)).unwrap_or(' '))
            .collect();
        vec![
            Span::Text(format!("{scale:<6}"), Role::Dim),
            Span::Text(line, Role::Bar),
        ]
    })
    .collect()
}

/// How many dots from the top the line is `at` a place between two values.
fn height(shares: &[f64], at: f64, down: f64) -> u16 {
    // Not negative, and no more than there are.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let before = at.floor() as usize;
    let one = shares.get(before).copied().unwrap_or(0.0);
    let other = shares.get(before + 1).copied().unwrap_or(one);
    let share = one + (other - one) * (at - at.floor());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let dots = ((1.0 - share.clamp(0.0, 1.0)) * down).round() as u16;
    dots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn text(shares: &[f64], width: u16, say: Say) -> Vec<String> {
        let rows = draw(shares, width, say).into_iter();
        let text = |span: Span| match span {
            Span::Text(text, _) => text.replace('\u{2800}', "."),
            _ => String::new(),
        };
        rows.map(|row| row.into_iter().map(text).collect())
            .collect()
    }

    #[test]
    fn a_scale_of_its_own_does_not_flatter() {
        for (shares, rows) in [
            (
                vec![0.0, 0.1],
                ["100 % .......", "      .......", "  0 % ⣀⣀⣠⠤⠤⠤⠤"],
            ),
            (
                vec![1.0, 1.0],
                ["100 % ⠉⠉⠉⠉⠉⠉⠉", "      .......", "  0 % ......."],
            ),
        ] {
            assert_eq!(text(&shares, 40, Say(Lang::En)), rows);
        }
        let korean = text(&[1.0, 1.0], 40, Say(Lang::Ko));
        assert_eq!(korean, ["100%  ⠉⠉⠉⠉⠉⠉⠉", "      .......", "  0%  ......."]);
    }

    #[test]
    fn any_number_of_values_fits_any_width() {
        for count in [0, 1, 2, 3, 24, 500] {
            let shares: Vec<f64> = (0..count).map(|at| f64::from(at % 3) / 2.0).collect();
            for width in [0, 5, 9, 10, 40, 200, u16::MAX] {
                for row in text(&shares, width, Say(Lang::En)) {
                    assert!(
                        row.chars().count() <= usize::from(width),
                        "{count} in {width}"
                    );
                }
            }
        }
    }
}
