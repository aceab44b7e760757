//! The one spelling of a figure, however it was written: a reduced fraction and
//! the code of its unit. It tells whether a figure changed, and the log keeps it.

use num_rational::BigRational;

use super::format::{DECIMALS, decimals};
use super::{Figure, Number, Unit};

impl Figure {
    /// A spelling of value and unit that does not depend on how they were
    /// written: `47/5 %`, `20000000000 USD`, `20~30 person`.
    pub fn canonical(&self) -> String {
        let mut out = self.number.value.to_string();
        if let Some(upper) = &self.number.upper {
            out.push('~');
            out.push_str(&upper.to_string());
        }
        let code = self.unit.code();
        if !code.is_empty() {
            out.push(' ');
            out.push_str(&code);
        }
        out
    }

    /// The figure that is spelled so, with the decimals that it needs; of things
    /// that were counted, what they are is not told.
    pub fn from_canonical(text: &str) -> Option<Figure> {
        let (number, code) = text.split_once(' ').unwrap_or((text, ""));
        let (value, upper) = match number.split_once('~') {
            Some((value, upper)) => (value, Some(upper.parse::<BigRational>().ok()?)),
            None => (number, None),
        };
        let value: BigRational = value.parse().ok()?;
        let needed = std::iter::once(&value).chain(&upper);
        let needed = needed.map(|value| decimals(value, 0)).max().unwrap_or(0);
        let unit = match Figure::parse(&format!("1 {code}")).ok()?.unit {
            _ if code == "thing" => Unit::None,
            unit => Some(unit).filter(|unit| unit.code() == code)?,
        };
        Some(Figure {
            number: Number {
                upper,
                fraction: needed > DECIMALS,
                ..Number::new(value, -needed)
            },
            unit,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::text::Lang;

    #[test]
    fn is_read_as_it_was_written() {
        for (written, english, korean) in [
            ("9.4%", "9.4%", "9.4%"),
            ("20B USD", "$20 billion", "200억달러"),
            ("5.576M USD", "$5.576 million", "557만 6,000달러"),
            ("-3.25", "-3.25", "-3.25"),
            ("1/18", "1/18", "18분의 1"),
            ("2×", "2×", "2배"),
            ("0.5%p", "0.5 percentage points", "0.5%p"),
            ("20–30%", "20–30%", "20~30%"),
            ("671B parameters", "671 billion", "6,710억"),
            ("3 years", "3 years", "3년"),
            ("80 GB", "80 GB", "80 GB"),
            ("12 km/h", "12 km/h", "12 km/h"),
            ("3만 명", "30,000 people", "3만 명"),
        ] {
            let figure = Figure::parse(written).expect(written);
            let read = Figure::from_canonical(&figure.canonical()).expect(written);
            assert_eq!(read.format(Lang::En), english, "{written}");
            assert_eq!(read.format(Lang::Ko), korean, "{written}");
        }
    }

    #[test]
    fn what_is_no_figure_is_none() {
        for text in [
            "",
            "x",
            "2025-01-20",
            "1/0",
            "1~ %",
            "47/5/2",
            "a b",
            "20 USD 8 USD",
        ] {
            assert_eq!(Figure::from_canonical(text), None, "{text}");
        }
    }
}
