//! Texts: the same text, the same but for its form, an alternative, what is
//! forgiven, or another.

use super::asked::Asked;
use super::carrier;
use super::form::{Form, same_value};
use super::found::Found;
use super::rivals::Rivals;
use super::slip::Typed;
use super::{Outcome, Reason, Verdict};
use crate::text::{Localized, fold, is_on_the_other_layout};

/// Most words of an answer that is looked for among those of the question.
const WORDS: usize = 10;

/// Judges a typed text against those that are right.
pub(super) fn judge(right: &Rights, typed: &str, rivals: &Rivals<'_>) -> Verdict {
    match right.find(typed, rivals) {
        Some(found) => found.verdict(),
        None => Verdict::wrong(Reason::Different),
    }
}

/// The texts that are right, in the forms in which they are compared.
pub(super) struct Rights {
    /// As the answer is shown, in every language.
    shown: Vec<Form>,
    /// Every other one that is accepted.
    accepted: Vec<Form>,
    /// Those without what stands in brackets behind them, and what stands there
    /// where it is their acronym.
    unbracketed: Vec<Form>,
    /// How many bytes the longest has.
    longest: usize,
    /// What the question says, where it is known.
    question: Option<Localized>,
}

impl Rights {
    /// The answer as it is `shown`, and what is `accepted` beside it.
    pub(super) fn new<'t>(shown: impl IntoIterator<Item = &'t str>, accepted: &[String]) -> Rights {
        let shown: Vec<Form> = shown.into_iter().map(Form::of).collect();
        let accepted: Vec<Form> = accepted.iter().map(|text| Form::of(text)).collect();
        let all = || shown.iter().chain(&accepted).map(|form| form.text.as_str());
        let unbracketed = all()
            .filter_map(bracketed)
            .flat_map(|(outer, inner)| {
                std::iter::once(outer).chain(is_acronym(inner, outer).then_some(inner))
            })
            .map(Form::of)
            .collect();
        Rights {
            longest: all().map(str::len).max().unwrap_or(0),
            question: None,
            unbracketed,
            shown,
            accepted,
        }
    }

    /// The same, as answers to a question.
    pub(super) fn asked(self, question: &Localized) -> Rights {
        Rights {
            question: Some(question.clone()),
            ..self
        }
    }

    /// In what way `typed` is one of them, with what a fair teacher forgives:
    /// an article or a plural, the keyboard in the other language, a particle
    /// left on, a slip of a key or two.
    pub(super) fn find(&self, typed: &str, rivals: &Rivals<'_>) -> Option<Found> {
        if self.is_too_long(typed) {
            return None;
        }
        let typed = Form::of(typed);
        match self.compare(&typed) {
            Some(reason) => Some(Found::right(reason)),
            None => self.forgive(&typed, rivals),
        }
    }

    /// In what way `typed` is one of them with nothing forgiven.
    pub(super) fn exactly(&self, typed: &str) -> Option<Found> {
        let fits = !self.is_too_long(typed);
        let reason = fits.then(|| self.compare(&Form::of(typed))).flatten();
        reason.map(Found::right)
    }

    /// In what way `typed`, which is none of them, is forgiven as one.
    pub(super) fn forgive(&self, typed: &Form, rivals: &Rivals<'_>) -> Option<Found> {
        if self.is_too_long(&typed.text) {
            return None;
        }
        let all = || {
            let known = self.shown.iter().chain(&self.accepted);
            known.chain(&self.unbracketed)
        };
        let bare = typed.bare();
        if all().any(|right| right.bare() == bare) {
            return Some(Found::right(Reason::SameButForForm));
        }
        if rivals.have(&typed.text, &typed.folded) {
            return None;
        }
        // Many keyboards have no accents.
        if all().any(|right| right.plain() == typed.plain()) {
            return Some(Found::right(Reason::SameButForForm));
        }
        if let Some(found) = self.said_otherwise(typed, rivals) {
            return Some(found);
        }
        if all().any(|right| is_on_the_other_layout(&typed.text, &right.text)) {
            return Some(Found::right(Reason::KeyboardLayout));
        }
        let stems = typed.stems();
        if stems
            .iter()
            .any(|stem| all().any(|right| right.matches(stem)))
        {
            return Some(Found::right(Reason::Particle));
        }
        let rights: Vec<Typed> = all().map(Form::keys).collect();
        let ways = std::iter::once(typed).chain(stems).map(Form::keys);
        let slips = ways.filter_map(|way| {
            let each = rights.iter().filter_map(|right| way.slips(right, rivals));
            each.min()
        });
        Some(Found {
            outcome: match slips.min()? {
                0 | 1 => Outcome::Correct,
                _ => Outcome::Close,
            },
            reason: Reason::Typo,
            beside: false,
        })
    }

    /// Whether `typed` is one of them with its two parts turned, or with the kind
    /// of thing that it is behind it. (A name needs none; of another word it may
    /// make another thing.)
    fn said_otherwise(&self, typed: &Form, rivals: &Rivals<'_>) -> Option<Found> {
        let all = || self.shown.iter().chain(&self.accepted);
        if let Some(turned) = carrier::turned(&typed.text) {
            let turned = fold(&turned);
            let is_name = |right: &Form| right.text.contains(' ') && right.folded == turned;
            if all().any(is_name) {
                return Some(Found::right(Reason::SameButForForm));
            }
        }
        if self.is_right_among_known(typed) {
            return Some(Found {
                beside: true,
                ..Found::right(Reason::SameButForForm)
            });
        }
        let named = typed.without_kind()?;
        let bare = named.bare();
        let right = all().find(|right| right.bare() == bare)?;
        let name = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
        let rival = rivals.have(&named.text, &named.folded);
        (!rival).then(|| Found {
            outcome: if right.text.contains(name) {
                Outcome::Correct
            } else {
                Outcome::Close
            },
            reason: Reason::SameButForForm,
            beside: true,
        })
    }

    /// Whether `typed` is one of them and beside it nothing but words of the
    /// question: `엔비디아의 H800`, `CHIPS Act of 2022`. Not where the question
    /// names what there is to choose from.
    fn is_right_among_known(&self, typed: &Form) -> bool {
        let Some(asked) = self.question.as_ref().map(Asked::of) else {
            return false;
        };
        if asked.offers_a_choice() {
            return false;
        }
        let words: Vec<&str> = typed.text.split_whitespace().collect();
        if self.is_glued_to_known(&typed.text, &asked) {
            return true;
        }
        if !(2..=WORDS).contains(&words.len()) {
            return false;
        }
        let known: Vec<bool> = words.iter().map(|word| asked.says_again(word)).collect();
        // The words that are the answer stand together, the known ones around them.
        (0..words.len()).any(|from| {
            (from + 1..=words.len()).any(|to| {
                let around = |at: usize| at < from || at >= to;
                let all_known = known
                    .iter()
                    .enumerate()
                    .all(|(at, known)| !around(at) || *known);
                let inner = words
                    .get(from..to)
                    .filter(|inner| inner.len() < words.len());
                let named = || {
                    let form = Form::of(&inner.unwrap_or_default().join(" "));
                    let bare = form.bare();
                    let mut rights = self.shown.iter().chain(&self.accepted);
                    rights.any(|right| right.bare() == bare)
                };
                inner.is_some() && all_known && named()
            })
        })
    }

    /// The same without the space between them, as Korean may be written: 학습과정.
    fn is_glued_to_known(&self, typed: &str, asked: &Asked) -> bool {
        let rights: Vec<&str> = {
            let all = self.shown.iter().chain(&self.accepted);
            all.map(Form::bare).collect()
        };
        let right = |part: &str| {
            let folded = fold(part);
            let long = folded.chars().nth(1).is_some();
            long && rights.iter().any(|right| *right == folded)
        };
        let known = |part: &str| asked.has_whole(part.trim());
        typed.char_indices().skip(1).any(|(at, _)| {
            let (before, behind) = typed.split_at_checked(at).unwrap_or((typed, ""));
            right(before) && known(behind) || known(before) && right(behind)
        })
    }

    /// In what way `typed` is one of them: exactly, but for its form, or as one
    /// that is accepted beside them. What stands in brackets behind a right text
    /// may be left out, and a second right text may stand in brackets behind the
    /// first.
    pub(super) fn compare(&self, typed: &Form) -> Option<Reason> {
        self.whole(typed)
            .or_else(|| {
                let matches = |right: &Form| right.matches(typed) || same_value(right, typed);
                self.unbracketed
                    .iter()
                    .any(matches)
                    .then_some(Reason::SameButForForm)
            })
            .or_else(|| {
                let (outer, inner) = bracketed(&typed.text)?;
                let right = |typed: &str| self.whole(&Form::of(typed)).is_some();
                (right(outer) && right(inner)).then_some(Reason::Alternative)
            })
    }

    /// The same, the brackets of a text being part of it.
    fn whole(&self, typed: &Form) -> Option<Reason> {
        if self.shown.iter().any(|right| right.text == typed.text) {
            return Some(Reason::Exact);
        }
        if self.shown.iter().any(|right| right.matches(typed)) {
            return Some(Reason::SameButForForm);
        }
        if self.accepted.iter().any(|right| right.matches(typed)) {
            return Some(Reason::Alternative);
        }
        let mut all = self.shown.iter().chain(&self.accepted);
        all.any(|right| same_value(right, typed))
            .then_some(Reason::SameButForForm)
    }

    /// Whether no form of a right text is that long: then it is not worth folding.
    pub(super) fn is_too_long(&self, typed: &str) -> bool {
        typed.len() > 256 + 16 * self.longest
    }
}

/// Whether `typed` is the text, in any language it has, but for its form.
pub(super) fn says(text: &Localized, typed: &str) -> bool {
    let shown = text.iter().map(|(_, text)| text.as_str());
    let rights = Rights::new(shown, &[]);
    !rights.is_too_long(typed) && rights.whole(&Form::of(typed)).is_some()
}

/// Whether `typed` is the text, in any language it has, but for a slip or two.
pub(super) fn nearly_says(text: &Localized, typed: &str) -> bool {
    let shown = text.iter().map(|(_, text)| text.as_str());
    Rights::new(shown, &[])
        .find(typed, &Rivals::default())
        .is_some()
}

/// What stands before the brackets at the end of a text, and in them.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let text = text.trim().strip_suffix([')', '）'])?;
    let (outer, inner) = text.rsplit_once(['(', '（'])?;
    let (outer, inner) = (outer.trim(), inner.trim());
    (!outer.is_empty() && !inner.is_empty()).then_some((outer, inner))
}

/// Whether `short` has the first letters of the words of `long`, two at least.
fn is_acronym(short: &str, long: &str) -> bool {
    let initials: String = long
        .split([' ', '-'])
        .filter_map(|word| word.chars().next())
        .collect();
    initials.chars().nth(1).is_some() && fold(&initials) == fold(short)
}

#[cfg(test)]
mod tests;
