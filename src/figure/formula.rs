//! Formulas over figures: `= fab.cost / old.cost`, `= cagr(a, b, 4 years)`.

mod evaluate;
mod read;

use std::fmt;

use super::Figure;
use crate::text::{Lang, Message};

/// A parsed formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    expression: Expression,
}

/// Why a formula can't be read or computed; displayed as one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormulaError(pub Message);

impl fmt::Display for FormulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.says(Lang::En))
    }
}

impl std::error::Error for FormulaError {}

/// A formula or a part of it.
#[derive(Debug, Clone, PartialEq)]
enum Expression {
    /// A figure written out.
    Literal(Figure),
    /// A fact's name.
    Name(String),
    /// `-x`
    Negative(Box<Expression>),
    /// `x + y` and the like.
    Operation(Operator, Box<Expression>, Box<Expression>),
    /// `growth(from, to)`
    Growth(Box<[Expression; 2]>),
    /// `cagr(from, to, years)`
    Cagr(Box<[Expression; 3]>),
}

/// What stands between two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
}

impl Formula {
    /// Reads a formula; the `=` before it may be left out.
    ///
    /// It is made of names of facts, figures (`20B`, `5%`, `4 years`),
    /// `+ - * /`, parentheses, `growth(from, to)`, which is in per cent, and
    /// `cagr(from, to, years)`, which is so a year. A `-` in a name
    /// belongs to it, so subtraction needs a space on its left.
    ///
    /// # Errors
    /// When it can't be read; the sentence says what is in the way.
    pub fn parse(text: &str) -> Result<Formula, FormulaError> {
        read::formula(text).map(|expression| Formula { expression })
    }

    /// The names of facts in it, each once, in the order of the text.
    pub fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.expression.names(&mut names);
        names
    }

    /// The figures that are written out in it, in the order of the text.
    pub fn literals(&self) -> Vec<&Figure> {
        let mut literals = Vec::new();
        self.expression.literals(&mut literals);
        literals
    }

    /// Computes it; `lookup` gives the figure of a fact.
    ///
    /// The result is exact (but for `cagr`, see there) and carries the
    /// precision of its inputs, for display: for products and quotients the
    /// significant digits of the least precise fact, at least two and at most
    /// three; for sums the last digit of the least precise. Figures written
    /// in the formula itself count as exact.
    ///
    /// # Errors
    /// When a fact is missing, units don't go together, or something is
    /// divided by zero.
    pub fn evaluate(
        &self,
        mut lookup: impl FnMut(&str) -> Option<Figure>,
    ) -> Result<Figure, FormulaError> {
        evaluate::evaluate(&self.expression, &mut lookup)
    }
}

impl Expression {
    fn literals<'a>(&'a self, literals: &mut Vec<&'a Figure>) {
        match self {
            Expression::Literal(figure) => literals.push(figure),
            Expression::Name(_) => {}
            Expression::Negative(inner) => inner.literals(literals),
            Expression::Operation(_, left, right) => {
                left.literals(literals);
                right.literals(literals);
            }
            Expression::Growth(arguments) => {
                for argument in arguments.iter() {
                    argument.literals(literals);
                }
            }
            Expression::Cagr(arguments) => {
                for argument in arguments.iter() {
                    argument.literals(literals);
                }
            }
        }
    }

    fn names<'a>(&'a self, names: &mut Vec<&'a str>) {
        match self {
            Expression::Literal(_) => {}
            Expression::Name(name) => {
                if !names.contains(&name.as_str()) {
                    names.push(name);
                }
            }
            Expression::Negative(inner) => inner.names(names),
            Expression::Operation(_, left, right) => {
                left.names(names);
                right.names(names);
            }
            Expression::Growth(arguments) => {
                for argument in arguments.iter() {
                    argument.names(names);
                }
            }
            Expression::Cagr(arguments) => {
                for argument in arguments.iter() {
                    argument.names(names);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
