//! A number that is stepped or typed.

/// The number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    value: u64,
    step: u64,
    most: u64,
    /// Whether it is being typed; if not, the next digit begins it anew.
    typed: bool,
}

impl Number {
    /// A number from 1 to `most`, in steps of `step`. One that is larger to
    /// begin with stays as it is until it is changed.
    pub fn new(value: u64, step: u64, most: u64) -> Number {
        Number {
            value: value.max(1),
            step,
            most,
            typed: false,
        }
    }

    /// What it is; never 0, though nothing may be typed yet.
    pub fn value(self) -> u64 {
        self.value.max(1)
    }

    /// What is typed so far; `None` for nothing.
    pub fn shown(self) -> Option<u64> {
        Some(self.value).filter(|value| *value > 0)
    }

    /// To the next multiple of the step.
    pub fn step(&mut self, more: bool) {
        self.typed = false;
        self.value = if more {
            (self.value / self.step).saturating_add(1)
        } else {
            self.value.div_ceil(self.step).saturating_sub(1)
        }
        .saturating_mul(self.step)
        .clamp(1, self.most);
    }

    /// One digit more.
    pub fn digit(&mut self, digit: u64) {
        let before = if self.typed { self.value } else { 0 };
        let value = before.saturating_mul(10).saturating_add(digit);
        if value <= self.most {
            self.value = value;
        }
        self.typed = true;
    }

    /// One digit less.
    pub fn take_back(&mut self) {
        self.value /= 10;
        self.typed = true;
    }

    /// It is typed no longer.
    pub fn settle(&mut self) {
        self.value = self.value();
        self.typed = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_digits() {
        // `+` and `-` step, `<` takes back, `;` settles.
        let cases = [
            ("", 20),
            ("+", 25),
            ("-", 15),
            ("----", 1),
            ("-----", 1),
            ("----+", 5),
            ("12", 12),
            ("12+", 15),
            ("12-", 10),
            ("129", 12),
            ("1;2", 2),
            ("0", 1),
            ("<", 2),
            ("<<;", 1),
            ("<<7", 7),
            ("++++++++++++++++++++", 99),
        ];
        for (keys, expected) in cases {
            let mut number = Number::new(20, 5, 99);
            for key in keys.chars() {
                match key {
                    '+' => number.step(true),
                    '-' => number.step(false),
                    '<' => number.take_back(),
                    ';' => number.settle(),
                    digit => number.digit(u64::from(digit.to_digit(10).unwrap_or(0))),
                }
            }
            assert_eq!(number.value(), expected, "{keys}");
        }
    }

    #[test]
    fn a_large_one_stays_until_it_is_changed() {
        let mut number = Number::new(u64::MAX, 1, 9999);
        assert_eq!(number.value(), u64::MAX);
        number.step(true);
        assert_eq!(number.value(), 9999);
    }
}
