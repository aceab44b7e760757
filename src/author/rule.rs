//! A rule: what `check` finds under one code, with all that there is to say of it.

use std::fmt;

use super::rules;
use super::subject::Subject;
use super::world::World;
use crate::deck::{Place, Severity};
use crate::message;
use crate::text::{Lang, Message, safe_line};

/// A rule of `check`.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its stable code, kebab-case.
    pub code: &'static str,
    /// How bad it is what it finds.
    pub severity: Severity,
    /// What it finds, one sentence without a full stop.
    pub summary: &'static str,
    /// Why that is bad, a wrong example and the right one, as light Markdown.
    pub explanation: &'static str,
    /// The same in Korean.
    pub korean: Korean,
    /// Finds it; `None` where it is told while a deck is read.
    pub(super) find: Option<Find>,
}

/// What a rule says in Korean.
#[derive(Debug, Clone, Copy)]
pub struct Korean {
    /// The summary.
    pub summary: &'static str,
    /// The paragraphs of the explanation, without its examples: those are the
    /// same in both languages.
    pub explanation: &'static str,
}

/// How a rule finds what it does. What a deck alone decides is found once for
/// as long as the deck stays as it is, whatever becomes of the others.
#[derive(Debug, Clone, Copy)]
pub(super) enum Find {
    /// In a deck by itself.
    Alone(fn(&Subject<'_>) -> Vec<Finding>),
    /// In a deck among all that are checked, on a day, with what learners flagged.
    Among(fn(&Subject<'_>, &World<'_>) -> Vec<Finding>),
}

impl Rule {
    /// Every rule, by code.
    pub const ALL: &'static [Rule] = rules::ALL;

    /// What it finds, one sentence without a full stop.
    pub fn sums_up(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.summary,
            Lang::Ko => self.korean.summary,
        }
    }

    /// Why that is bad, with examples, as light Markdown.
    pub fn explains(&self, lang: Lang) -> String {
        let mut korean = self.korean.explanation.trim_end().split("\n\n");
        let each = parts(self.explanation).into_iter().map(|part| match part {
            _ if lang == Lang::En => part,
            "Wrong:" => "틀린 예:",
            "Right:" => "바른 예:",
            part if is_code(part) => part,
            part => korean.next().unwrap_or(part),
        });
        let mut told = each.collect::<Vec<_>>().join("\n\n");
        told.push('\n');
        told
    }

    /// The rule of a code.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(code: &str) -> Result<&'static Rule, UnknownRule> {
        let code = code.trim();
        let found = Rule::ALL.iter().find(|rule| rule.code == code);
        found.ok_or_else(|| UnknownRule(code.to_owned()))
    }
}

/// The paragraphs and examples of an explanation.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let text = text.trim_end();
    let mut parts = Vec::new();
    let (mut from, mut fenced, mut at) = (0, false, 0);
    for line in text.split_inclusive('\n') {
        fenced ^= line.starts_with("```");
        if line.trim().is_empty() && !fenced {
            parts.push(text.get(from..at).unwrap_or_default());
            from = at + line.len();
        }
        at += line.len();
    }
    parts.push(text.get(from..).unwrap_or_default());
    parts.into_iter().map(str::trim_end).collect()
}

/// Whether a part of an explanation is an example.
pub(super) fn is_code(part: &str) -> bool {
    part.starts_with("```") || part.starts_with("    ")
}

/// What a rule found in a deck, which knows its path and the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    /// Where.
    pub place: Place,
    /// What is wrong, one sentence without a full stop.
    pub message: Message,
    /// What to do, one sentence without a full stop.
    pub help: Message,
}

impl Finding {
    /// That something at `place` is wrong.
    pub fn new(place: Place, message: Message, help: Message) -> Finding {
        Finding {
            place,
            message,
            help,
        }
    }
}

/// A code that is no rule's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRule(pub String);

impl UnknownRule {
    /// The code that was probably meant.
    pub fn near(&self) -> Option<&'static str> {
        let codes = Rule::ALL.iter().map(|rule| rule.code);
        crate::text::suggest(&self.0, codes)
    }
}

impl UnknownRule {
    /// What, and what may be meant.
    pub fn message(&self) -> Message {
        let next = match self.near() {
            Some(near) => message!("did you mean '{near}'?", "'{near}'인가요?"),
            None => message!(
                "`dateline check --explain` lists them all",
                "`dateline check --explain`이 모두 보여 줍니다"
            ),
        };
        let said = safe_line(&self.0);
        let told = message!(
            "there is no rule '{said}'",
            "그런 규칙이 없습니다: '{said}'"
        );
        told.and(&next)
    }
}

impl fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().says(Lang::En))
    }
}

impl std::error::Error for UnknownRule {}
