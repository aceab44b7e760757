//! A figure as someone told it: 7.4 % for the ×0.0736 that a formula yields.
//!
//! News rounds, and says a share in per cent. Both are ways of telling one
//! figure, and whoever learns it should be asked for it as it is told.

use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::number::{power_of_ten, round};
use super::{Figure, Formula, Number, Unit, UnitMatch};

impl Formula {
    /// Whether `said` tells what this yields: where it comes out even, to the
    /// digits of `said`, or as near as its rounded facts allow. So many digits
    /// as an even value needs are not all that are known of it.
    pub fn is_told_as(&self, said: &Figure, facts: impl Fn(&str) -> Option<Figure>) -> bool {
        let Ok(yields) = self.evaluate(&facts) else {
            return true;
        };
        let is = yields.in_terms_of(&said.unit);
        let is_even = is.value == round(&is.value, is.last_digit);
        let of_ranges = is.upper.is_some() || said.number.upper.is_some();
        let said_of = &said.number;
        if !is_even || of_ranges || said_of.equals(&is) || said_of.is_rounding_of(&is) {
            return yields.is_told_as(said);
        }
        // Each fact as far off as it may be, the others as they are.
        let moved = self.names().into_iter().filter_map(|moved| {
            let doubt = facts(moved)?.doubt()?;
            let other = self.evaluate(|name| {
                let mut figure = facts(name)?;
                if name == moved {
                    figure.number.value += &doubt;
                }
                Some(figure)
            });
            Some((other.ok()?.in_terms_of(&said.unit).value - &is.value).abs())
        });
        let room: BigRational = moved.fold(BigRational::zero(), |room, by| room + by);
        let rounded = match said_of.fraction {
            true => BigRational::zero(),
            false => half(said_of.last_digit),
        };
        !room.is_zero()
            && yields.is_told_as(said)
            && (&said_of.value - &is.value).abs() <= room + rounded
    }
}

/// Half of what a digit counts.
fn half(digit: i32) -> BigRational {
    power_of_ten(digit) / BigRational::from_integer(2.into())
}

impl Figure {
    /// Whether `said` tells this figure: the same unit, or per cent of a
    /// factor, and a value that differs by rounding alone.
    pub fn is_told_as(&self, said: &Figure) -> bool {
        let same_unit = said.unit.compare(&self.unit) == UnitMatch::Same
            || self.is_factor() && said.unit == Unit::Percent
            || self.unit == Unit::None
            || said.unit == Unit::None;
        let is = self.in_terms_of(&said.unit);
        let said = &said.number;
        // 2.83 may be told as 2.8 or 3; and 2.8 of 2.83 shown as such.
        same_unit && (said.is_rounding_of(&is) || said.rounds_to(&is) || is.is_rounding_of(said))
    }

    /// This figure, exact as it is, in the unit and to the digit in which `said`
    /// tells it; as it stands where that tells another.
    pub fn as_told(&self, said: &Figure) -> Figure {
        if !self.is_told_as(said) {
            return self.clone();
        }
        let mut number = self.in_terms_of(&said.unit);
        if said.number.equals(&number) {
            number.fraction = said.number.fraction;
        }
        // More digits than the figure has are none of its own.
        if said.number.is_rounding_of(&number) {
            number.last_digit = said.number.last_digit;
        }
        // What is counted keeps its noun, which a counter may lack.
        let unit = if self.is_factor() && said.unit != Unit::None {
            said.unit.clone()
        } else {
            self.unit.clone()
        };
        Figure { number, unit }
    }

    /// How far off it may be if it was rounded; nothing for what was counted to
    /// the last one.
    fn doubt(&self) -> Option<BigRational> {
        let Number {
            last_digit,
            fraction,
            ..
        } = self.number;
        let counted = matches!(self.unit, Unit::None | Unit::Currency(_) | Unit::Count(_));
        let exact = fraction || counted && last_digit == 0;
        (!exact).then(|| half(last_digit))
    }

    /// Whether it is how many times as much something is.
    pub fn is_factor(&self) -> bool {
        matches!(self.unit, Unit::None | Unit::Multiple)
    }

    /// The same in per cent, if it is a factor: 84 % for 0.84.
    pub fn in_percent(&self) -> Figure {
        let unit = match self.is_factor() {
            true => Unit::Percent,
            false => self.unit.clone(),
        };
        let number = self.in_terms_of(&unit);
        Figure { number, unit }
    }

    /// Its number in per cent, where that is what was said of a factor: 84 % for
    /// 0.84.
    fn in_terms_of(&self, said: &Unit) -> Number {
        let mut number = self.number.clone();
        if *said == Unit::Percent && self.is_factor() {
            let hundred = BigRational::from_integer(100.into());
            number.value *= &hundred;
            number.upper = number.upper.map(|upper| upper * hundred);
            number.last_digit += 2;
            number.fraction = false;
        }
        number
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::*;
    use crate::figure::Formula;
    use crate::text::Lang;
    use proptest::prelude::*;

    fn figure(text: &str) -> Figure {
        Figure::parse(text).expect(text)
    }

    #[test]
    fn a_figure_is_shown_as_it_was_told() {
        for (formula, said, expected) in [
            ("40.1조원 / 37.35조원 - 1", "7.4%", "7.4%"),
            ("growth(37.35조원, 40.1조원)", "7.4%", "7.4%"),
            ("growth(37.35조원, 40.1조원)", "7%", "7%"),
            ("40.1조원 / 37.35조원", "107%", "107%"),
            ("40.1조원 / 37.35조원", "1.1배", "1.1배"),
            ("40.1조원 - 37.35조원", "2조7500억원", "2조 7500억원"),
            ("40.1조원 - 37.35조원", "2.8조원", "2조 8000억원"),
            ("26.6% / 9.4%", "2.8배", "2.8배"),
            ("1 / 2", "1/2", "2분의 1"),
            // No digits that it has not.
            ("5 * 2", "10.00", "10.00"),
        ] {
            let yields = yielded(formula);
            let told = yields.as_told(&figure(said));
            let shown: String = told.format(Lang::Ko).replace(',', "");
            assert_eq!(shown, expected, "{formula} as {said}");
            assert!(yields.is_told_as(&figure(said)), "{formula} as {said}");
        }
        for (formula, said) in [
            ("40.1조원 / 37.35조원 - 1", "7.5%"),
            ("40.1조원 / 37.35조원 - 1", "74%"),
            ("40.1조원 / 37.35조원 - 1", "7.4%p"),
            ("growth(37.35조원, 40.1조원)", "0.074"),
            ("40.1조원 - 37.35조원", "2.7조원"),
            ("40.1조원 - 37.35조원", "2.75조달러"),
            ("26.6% / 9.4%", "2.7배"),
            ("26.6% / 9.4%", "2~3배"),
        ] {
            let yields = yielded(formula);
            assert!(!yields.is_told_as(&figure(said)), "{formula} as {said}");
            assert_eq!(yields.as_told(&figure(said)), yields, "{formula} as {said}");
        }
    }

    #[test]
    fn what_comes_out_even_is_told_to_its_last_digit() {
        for (formula, a, b, said, expected) in [
            ("b / a", "412 km", "1,236 km", "3×", true),
            ("b / a", "412 km", "1,236 km", "3.0×", true),
            ("b / a", "412 km", "1,236 km", "300%", true),
            ("b / a", "412 km", "1,236 km", "3.4×", false),
            ("b / a", "412 km", "1,236 km", "3.1배", false),
            ("b / a - 1", "412 km", "1,236 km", "200%", true),
            ("b / a - 1", "412 km", "1,236 km", "240%", false),
            ("b / a - 1", "412 km", "1,236 km", "204%", false),
            ("b / a", "4 people", "8 people", "2.04×", false),
            ("b / a", "4 people", "10 people", "3×", true),
            ("b / a", "4 people", "1 people", "1/3", false),
            ("b / a", "4 people", "1 people", "1/4", true),
            ("b - a", "400 USD", "900 USD", "500 USD", true),
            ("b - a", "400 USD", "900 USD", "500.4 USD", false),
            // What was rounded may have been a little more.
            ("b - a", "4억달러", "9억달러", "5억 400만달러", true),
            ("b / a", "0.4조원", "1.2조원", "3.1배", true),
            ("b / a", "0.4조원", "1.2조원", "4배", false),
        ] {
            let facts = |name: &str| Some(figure(if name == "a" { a } else { b }));
            let formula = Formula::parse(formula).unwrap();
            let told = formula.is_told_as(&figure(said), facts);
            assert_eq!(told, expected, "{formula:?} of {a}, {b} as {said}");
        }
    }

    /// What a formula of literals yields: each stands for a name.
    fn yielded(formula: &str) -> Figure {
        let mut named = formula.to_owned();
        let mut values = Vec::new();
        for literal in ["40.1조원", "37.35조원", "26.6%", "9.4%"] {
            if named.contains(literal) {
                let name = format!("f{}", values.len());
                named = named.replace(literal, &name);
                values.push((name, figure(literal)));
            }
        }
        let find = |name: &str| {
            let found = values.iter().find(|(known, _)| known == name);
            found.map(|(_, figure)| figure.clone())
        };
        Formula::parse(&named).unwrap().evaluate(find).unwrap()
    }

    proptest! {
        #[test]
        fn what_was_told_is_told_again(value in 1i64..1_000_000, digit in -3i32..3, said in "[1-9][0-9]{0,3}(\\.[0-9])?(%|배|)") {
            let is = Figure {
                number: Number::new(BigRational::new(value.into(), 7.into()), digit),
                unit: Unit::Multiple,
            };
            let said = figure(&said);
            let told = is.as_told(&said);
            prop_assert_eq!(told.is_told_as(&said), is.is_told_as(&said));
            prop_assert_eq!(told.as_told(&said), told);
        }
    }
}
