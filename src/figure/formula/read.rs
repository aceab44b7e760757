//! Reading formulas: tokens, then sums of products by recursive descent.

use super::{Expression, FormulaError, Operator};
use crate::figure::Figure;
use crate::figure::unit::lookup;
use crate::message;
use crate::text::{Lang, safe_line, truncate};

/// Longest formula, in characters.
const LONGEST: usize = 1000;
/// Most parentheses, functions and signs within one another.
const DEEPEST: usize = 32;

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Name(String),
    Figure(Figure),
    Operator(Operator),
    Open,
    Close,
    Comma,
}

/// Reads a whole formula.
pub(super) fn formula(text: &str) -> Result<Expression, FormulaError> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(FormulaError(message!(
            "the formula is too long; write at most {LONGEST} characters",
            "식이 너무 깁니다; {LONGEST}자까지 쓸 수 있습니다"
        )));
    }
    let text = text.trim();
    let tokens = tokens(text.strip_prefix('=').unwrap_or(text))?;
    let mut parser = Parser {
        rest: &tokens,
        depth: 0,
    };
    let expression = parser.sum()?;
    match parser.rest.first() {
        None => Ok(expression),
        Some(token) => {
            let [en, ko] = Lang::ALL.map(|lang| token.shown(lang));
            Err(FormulaError(message!(
                "{en} does not go on the formula; write an operator (+ - * /) before it",
                "{ko}: 식에 바로 이어질 수 없습니다; 앞에 연산자(+ - * /)를 쓰세요"
            )))
        }
    }
}

/// Cuts a formula into tokens.
fn tokens(text: &str) -> Result<Vec<Token>, FormulaError> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(c) = rest.chars().next() {
        let simple = match c {
            '(' => Some(Token::Open),
            ')' => Some(Token::Close),
            ',' => Some(Token::Comma),
            '+' => Some(Token::Operator(Operator::Add)),
            '-' | '\u{2212}' => Some(Token::Operator(Operator::Subtract)),
            '*' | '×' | '·' => Some(Token::Operator(Operator::Multiply)),
            '/' | '÷' => Some(Token::Operator(Operator::Divide)),
            _ => None,
        };
        let length = if let Some(token) = simple {
            tokens.push(token);
            c.len_utf8()
        } else if c.is_alphabetic() || c == '_' {
            let name = name(rest);
            tokens.push(Token::Name(name.to_owned()));
            name.len()
        } else if c.is_ascii_digit() || matches!(c, '.' | '$' | '₩' | '€' | '£' | '¥') {
            let (figure, length) = literal(rest)?;
            tokens.push(Token::Figure(figure));
            length
        } else {
            return Err(FormulaError(message!(
                "'{}' has no place in a formula; write names of facts, figures, + - * / and parentheses",
                "'{}': 식에 쓸 수 없습니다; 사실의 이름, 수치, + - * / 와 괄호를 쓰세요",
                safe_line(&c.to_string())
            )));
        };
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    Ok(tokens)
}

/// The name that begins `text`; a hyphen or stop at its end is not of it.
fn name(text: &str) -> &str {
    let end = text
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')))
        .unwrap_or(text.len());
    text.get(..end).unwrap_or(text).trim_end_matches(['-', '.'])
}

/// The figure that begins `text`, and its length in bytes: without spaces, or
/// with a scale or unit as a word behind it (`4 years`, `5 million`).
fn literal(text: &str) -> Result<(Figure, usize), FormulaError> {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        let within = match c {
            ',' => groups(after),
            '×' => !after
                .trim_start()
                .starts_with(|c: char| c.is_alphanumeric()),
            _ => c.is_alphanumeric() || matches!(c, '.' | '%' | '$' | '₩' | '€' | '£' | '¥'),
        };
        if !within {
            break;
        }
        end = at + c.len_utf8();
    }
    // Words that stand behind belong to it as long as they make a figure.
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let word = name(rest.trim_start());
        let space = rest.len() - rest.trim_start().len();
        let longer = end + space + word.len();
        if word.is_empty() || space == 0 {
            break;
        }
        let known = lookup(word).is_some();
        let whole = text.get(..longer).and_then(|t| Figure::parse(t).ok());
        let scaled = text
            .get(..longer)
            .is_some_and(|text| Figure::parse(&format!("{text} USD")).is_ok());
        if !(whole.is_some() && known || scaled) {
            break;
        }
        end = longer;
    }
    let literal = text.get(..end).unwrap_or_default();
    let figure = Figure::parse(literal).map_err(|error| FormulaError(error.0))?;
    Ok((figure, end.max(1)))
}

/// Whether a comma before `after` groups digits: exactly three follow.
fn groups(after: &str) -> bool {
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3
}

impl Token {
    /// How a message shows it.
    fn shown(&self, lang: Lang) -> String {
        match self {
            Token::Name(name) => format!("'{}'", truncate(&safe_line(name), 40)),
            Token::Figure(figure) => {
                let message = message!("the figure {}", "수치 {}", figure.canonical());
                message.says(lang).to_owned()
            }
            Token::Operator(Operator::Add) => "'+'".to_owned(),
            Token::Operator(Operator::Subtract) => "'-'".to_owned(),
            Token::Operator(Operator::Multiply) => "'*'".to_owned(),
            Token::Operator(Operator::Divide) => "'/'".to_owned(),
            Token::Open => "'('".to_owned(),
            Token::Close => "')'".to_owned(),
            Token::Comma => "','".to_owned(),
        }
    }
}

struct Parser<'a> {
    rest: &'a [Token],
    depth: usize,
}

impl Parser<'_> {
    fn next(&mut self) -> Option<Token> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first.clone())
    }

    fn eat(&mut self, token: &Token) -> bool {
        let found = self.rest.first() == Some(token);
        if found {
            self.next();
        }
        found
    }

    fn expect(&mut self, token: &Token) -> Result<(), FormulaError> {
        if self.eat(token) {
            return Ok(());
        }
        let found = self.rest.first();
        let [needed, needed_ko] = Lang::ALL.map(|lang| token.shown(lang));
        Err(FormulaError(match found {
            None => message!(
                "the formula needs {needed} at its end",
                "식 끝에 있어야 할 것: {needed_ko}"
            ),
            Some(found) => {
                let [found, found_ko] = Lang::ALL.map(|lang| found.shown(lang));
                message!(
                    "the formula needs {needed} before {found}",
                    "식의 {found_ko} 앞에 있어야 할 것: {needed_ko}"
                )
            }
        }))
    }

    /// Products with `+` and `-` between them.
    fn sum(&mut self) -> Result<Expression, FormulaError> {
        self.chain(&[Operator::Add, Operator::Subtract], Self::product)
    }

    /// Terms with `*` and `/` between them.
    fn product(&mut self) -> Result<Expression, FormulaError> {
        self.chain(&[Operator::Multiply, Operator::Divide], Self::term)
    }

    fn chain(
        &mut self,
        operators: &[Operator],
        part: fn(&mut Self) -> Result<Expression, FormulaError>,
    ) -> Result<Expression, FormulaError> {
        let mut left = part(self)?;
        while let Some(Token::Operator(operator)) = self.rest.first() {
            let operator = *operator;
            if !operators.contains(&operator) {
                break;
            }
            self.next();
            let right = part(self)?;
            left = Expression::Operation(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn term(&mut self) -> Result<Expression, FormulaError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(FormulaError(message!(
                "the formula is nested too deep; use at most {DEEPEST} levels",
                "식이 너무 여러 겹입니다; {DEEPEST}겹까지 쓸 수 있습니다"
            )));
        }
        let term = match self.next() {
            Some(Token::Figure(figure)) => Expression::Literal(figure),
            Some(Token::Name(name)) if self.rest.first() == Some(&Token::Open) => {
                self.function(&name)?
            }
            Some(Token::Name(name)) => Expression::Name(name),
            Some(Token::Operator(Operator::Subtract)) => {
                Expression::Negative(Box::new(self.term()?))
            }
            Some(Token::Open) => {
                let inner = self.sum()?;
                self.expect(&Token::Close)?;
                inner
            }
            Some(token) => {
                let [en, ko] = Lang::ALL.map(|lang| token.shown(lang));
                return Err(FormulaError(message!(
                    "{en} can't stand there; write the name of a fact or a figure",
                    "{ko}: 여기에 올 수 없습니다; 사실의 이름이나 수치를 쓰세요"
                )));
            }
            None => {
                return Err(FormulaError(message!(
                    "the formula ends too early; write the name of a fact or a figure",
                    "식이 덜 끝났습니다; 사실의 이름이나 수치를 쓰세요"
                )));
            }
        };
        self.depth -= 1;
        Ok(term)
    }

    fn function(&mut self, name: &str) -> Result<Expression, FormulaError> {
        if !matches!(name, "cagr" | "growth") {
            return Err(FormulaError(message!(
                "there is no function '{}'; there are growth(from, to) and cagr(from, to, years)",
                "그런 함수는 없습니다: '{}'; 쓸 수 있는 것은 growth(from, to), \
                 cagr(from, to, years)입니다",
                truncate(&safe_line(name), 40)
            )));
        }
        self.expect(&Token::Open)?;
        let from = self.sum()?;
        self.expect(&Token::Comma)?;
        let to = self.sum()?;
        if name == "growth" {
            self.expect(&Token::Close)?;
            return Ok(Expression::Growth(Box::new([from, to])));
        }
        self.expect(&Token::Comma)?;
        let years = self.sum()?;
        self.expect(&Token::Close)?;
        Ok(Expression::Cagr(Box::new([from, to, years])))
    }
}
