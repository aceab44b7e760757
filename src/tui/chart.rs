//! Bars: numbers that people would rather look at than read.

pub mod line;

use crate::text::{truncate, width};
use crate::tui::canvas::{Canvas, columns};
use crate::tui::theme::Role;

/// A bar with what stands at both its ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// On its left.
    pub label: String,
    /// How long it is, against the others; below 0 counts as 0.
    pub value: f64,
    /// On its right: the number, as it is to be read.
    pub number: String,
    /// The role of its blocks.
    pub role: Role,
}

/// A bar of `columns` columns of which the share `fraction` is filled, to an
/// eighth of a column; as two texts, the filled part and the blank rest.
/// Something is more than nothing: a share above 0 shows at least an eighth.
pub fn eighths(fraction: f64, columns: usize) -> (String, String) {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let fraction = if fraction.is_finite() {
        fraction.clamp(0.0, 1.0)
    } else {
        0.0
    };
    let all = columns * 8;
    // Both are small and not negative.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let mut filled = (fraction * all as f64).round() as usize;
    if fraction > 0.0 {
        filled = filled.max(usize::from(columns > 0));
    }
    let mut text = "█".repeat(filled / 8);
    text.push_str(PARTS.get(filled % 8).copied().unwrap_or_default());
    let rest = columns.saturating_sub(width(&text));
    (text, " ".repeat(rest))
}

/// How the bars of a chart are laid out in some width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Layout {
    label: u16,
    bar: u16,
    number: u16,
    /// Whether the label has a row of its own above the bar.
    stacked: bool,
}

fn layout(bars: &[Bar], room: u16) -> Layout {
    let longest = |text: fn(&Bar) -> &str| bars.iter().map(|bar| columns(text(bar))).max();
    let label = longest(|bar| &bar.label).unwrap_or(0);
    let number = longest(|bar| &bar.number).unwrap_or(0).min(room);
    let beside = room
        .saturating_sub(label)
        .saturating_sub(number)
        .saturating_sub(4);
    if beside >= 8 {
        return Layout {
            label,
            bar: beside,
            number,
            stacked: false,
        };
    }
    Layout {
        label: room,
        bar: room.saturating_sub(number).saturating_sub(2),
        number,
        stacked: true,
    }
}

/// How many rows [`draw`] takes in a width.
pub fn rows(bars: &[Bar], room: u16) -> u16 {
    let each = if layout(bars, room).stacked { 2 } else { 1 };
    u16::try_from(bars.len())
        .unwrap_or(u16::MAX)
        .saturating_mul(each)
}

/// Draws bars below each other from (`x`, `y`), scaled to the longest; labels
/// on the left, numbers right-aligned. Where the width is short the label
/// stands above its bar.
pub fn draw(canvas: &mut Canvas, x: u16, y: u16, room: u16, bars: &[Bar]) {
    draw_scaled(canvas, x, y, room, bars, 0.0);
}

/// The same, where the longest bar stands for at least `full`: one review is
/// not to look like a hundred.
pub fn draw_scaled(canvas: &mut Canvas, x: u16, y: u16, room: u16, bars: &[Bar], full: f64) {
    let layout = layout(bars, room);
    let most = bars.iter().map(|bar| bar.value).fold(full, f64::max);
    let mut row = y;
    for bar in bars {
        let fraction = if most > 0.0 { bar.value / most } else { 0.0 };
        let (filled, _) = eighths(fraction, usize::from(layout.bar));
        let label = truncate(&bar.label, usize::from(layout.label));
        canvas.text(x, row, layout.label, &label, Role::Plain);
        let start = if layout.stacked {
            row = row.saturating_add(1);
            x
        } else {
            x.saturating_add(layout.label).saturating_add(2)
        };
        canvas.text(start, row, layout.bar, &filled, bar.role);
        canvas.text_right(
            x.saturating_add(room),
            row,
            layout.number,
            &bar.number,
            Role::Title,
        );
        row = row.saturating_add(1);
    }
}

/// A row of marks, one a value, darker where it is more; a dot for nothing.
pub fn heat(values: &[u32]) -> String {
    let most = values.iter().copied().max().unwrap_or(0);
    values.iter().map(|value| heat_of(*value, most)).collect()
}

/// The mark of one value against the most of all.
pub fn heat_of(value: u32, most: u32) -> &'static str {
    if value == 0 {
        return "·";
    }
    match (u64::from(value) * 4).div_ceil(u64::from(most.max(1))) {
        0 | 1 => "░",
        2 => "▒",
        3 => "▓",
        _ => "█",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::text::Lang;
    use crate::tui::testing::{at_every_size, draw as drawn, lines};

    #[test]
    fn eighths_of_a_column() {
        let cases = [
            (0.0, 10, ""),
            (1.0, 4, "████"),
            (0.5, 4, "██"),
            (0.164, 10, "█▋"),
            (0.0001, 10, "▏"),
            (7.0, 3, "███"),
            (-1.0, 3, ""),
            (f64::NAN, 3, ""),
            (0.5, 0, ""),
        ];
        for (fraction, columns, expected) in cases {
            let (filled, rest) = eighths(fraction, columns);
            assert_eq!(filled, expected, "{fraction}");
            assert_eq!(width(&filled) + width(&rest), columns);
        }
    }

    fn patents() -> Vec<Bar> {
        let bar = |label: &str, value, number: &str, role| Bar {
            label: label.to_owned(),
            value,
            number: number.to_owned(),
            role,
        };
        vec![
            bar("China", 38_210.0, "38,210", Role::Bar),
            bar("United States", 6_276.0, "6,276", Role::Bar),
            bar("중국이 아닌 곳", 0.0, "0", Role::Bar),
        ]
    }

    #[test]
    fn wide_and_narrow() {
        let shown = |columns| {
            let (buffer, _) = drawn((columns, 6), Lang::En, |canvas| {
                draw(canvas, 0, 0, columns, &patents());
            });
            lines(&buffer).join("\n").trim_end().to_owned()
        };
        let wide = [
            "China           ████████████████████████████████████  38,210",
            "United States   █████▉                                 6,276",
            "중국이 아닌 곳                                             0",
        ];
        let narrow = [
            "China",
            "████████████████  38,210",
            "United States",
            "██▋                6,276",
            "중국이 아닌 곳",
            "                       0",
        ];
        assert_eq!(shown(60), wide.join("\n"));
        assert_eq!(shown(24), narrow.join("\n"));
        assert_eq!((rows(&patents(), 60), rows(&patents(), 24)), (3, 6));
    }

    #[test]
    fn heat_by_the_most() {
        assert_eq!(heat(&[0, 1, 10, 20, 40]), "·░░▒█");
        assert_eq!(heat(&[]), "");
        assert_eq!(heat(&[0, 0]), "··");
    }

    #[test]
    fn any_size() {
        at_every_size(|canvas| {
            let area = canvas.area();
            draw(canvas, 0, 0, area.width, &patents());
            draw(canvas, 3, 2, 1, &patents());
        });
    }
}
