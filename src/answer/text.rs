//! Texts: the same text, the same but for its form, an alternative, what is
//! forgiven, or another.

use super::particle::stems;
use super::rivals::Rivals;
use super::slip::Typed;
use super::{Outcome, Reason, Verdict};
use crate::figure::{Date, Figure, Unit};
use crate::text::{fold, is_on_the_other_layout, nfc};

/// In what way a text was found to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// Right or nearly.
    pub(super) outcome: Outcome,
    /// In what way.
    pub(super) reason: Reason,
}

impl Found {
    fn right(reason: Reason) -> Found {
        Found {
            outcome: Outcome::Correct,
            reason,
        }
    }

    /// Whether it is right only because a slip or an ending is forgiven.
    pub(super) fn is_forgiven(self) -> bool {
        matches!(
            self.reason,
            Reason::Typo | Reason::Particle | Reason::KeyboardLayout
        )
    }

    /// The looser of two.
    pub(super) fn looser(self, other: Found) -> Found {
        let rank = |found: Found| {
            let reason = match found.reason {
                Reason::Exact => 0,
                Reason::SameButForForm => 1,
                Reason::Alternative => 2,
                Reason::Particle => 3,
                Reason::KeyboardLayout => 4,
                _ => 5,
            };
            (found.outcome != Outcome::Correct, reason)
        };
        if rank(other) > rank(self) {
            other
        } else {
            self
        }
    }

    /// The verdict on the whole answer.
    pub(super) fn verdict(self) -> Verdict {
        Verdict {
            forgiven: self.is_forgiven(),
            ..Verdict::new(self.outcome, self.reason)
        }
    }
}

/// Judges a typed text against the answer as it is `shown` (in every language)
/// and every other text that is `accepted`.
pub(super) fn judge(shown: &[&str], accepted: &[String], typed: &str, rivals: &Rivals) -> Verdict {
    match find(shown, accepted, typed, rivals) {
        Some(found) => found.verdict(),
        None => Verdict::wrong(Reason::Different),
    }
}

/// In what way `typed` is one of the right texts, with what a fair teacher
/// forgives: an article or a plural, the keyboard in the other language, a
/// particle left on, a slip of a key or two.
pub(super) fn find(
    shown: &[&str],
    accepted: &[String],
    typed: &str,
    rivals: &Rivals,
) -> Option<Found> {
    if let Some(reason) = compare(shown, accepted, typed) {
        return Some(Found::right(reason));
    }
    let rights: Vec<&str> = shown
        .iter()
        .copied()
        .chain(accepted.iter().map(String::as_str))
        .flat_map(|text| std::iter::once(text).chain(bracketed(text).map(|(outer, _)| outer)))
        .collect();
    if is_too_long(typed, rights.iter().copied()) {
        return None;
    }
    let rights: Vec<Form> = rights.into_iter().map(Form::of).collect();
    let typed = Form::of(typed);
    let bare = Form::bare(&typed.text);
    let any = |is: &dyn Fn(&Form) -> bool| rights.iter().any(is);
    if any(&|right| Form::bare(&right.text) == bare) {
        return Some(Found::right(Reason::SameButForForm));
    }
    if rivals.have(&typed.folded) {
        return None;
    }
    if any(&|right| is_on_the_other_layout(&typed.text, &right.text)) {
        return Some(Found::right(Reason::KeyboardLayout));
    }
    let stems: Vec<Form> = stems(&typed.text).into_iter().map(Form::of).collect();
    if stems.iter().any(|stem| any(&|right| right.matches(stem))) {
        return Some(Found::right(Reason::Particle));
    }
    let rights: Vec<Typed> = rights.iter().map(Form::keys).collect();
    let ways = std::iter::once(&typed).chain(&stems).map(Form::keys);
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
    })
}

/// In what way `typed` is one of the right texts: exactly, but for its form,
/// or as one that is accepted beside them. What stands in brackets behind a
/// right text may be left out, and a second right text may stand in brackets
/// behind the first.
pub(super) fn compare(shown: &[&str], accepted: &[String], typed: &str) -> Option<Reason> {
    whole(shown, accepted, typed)
        .or_else(|| {
            let outer: Vec<&str> = shown
                .iter()
                .copied()
                .chain(accepted.iter().map(String::as_str))
                .filter_map(bracketed)
                .flat_map(|(outer, inner)| {
                    std::iter::once(outer).chain(is_acronym(inner, outer).then_some(inner))
                })
                .collect();
            whole(&outer, &[], typed).map(|_| Reason::SameButForForm)
        })
        .or_else(|| {
            let (outer, inner) = bracketed(typed)?;
            let right = |typed: &str| whole(shown, accepted, typed).is_some();
            (right(outer) && right(inner)).then_some(Reason::Alternative)
        })
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

/// As [`compare`] does, the brackets of a text being part of it.
pub(super) fn whole(shown: &[&str], accepted: &[String], typed: &str) -> Option<Reason> {
    let rights = shown.iter().copied();
    if is_too_long(typed, rights.chain(accepted.iter().map(String::as_str))) {
        return None;
    }
    let typed = Form::of(typed);
    let mut best = None;
    for right in shown {
        let right = Form::of(right);
        if right.text == typed.text {
            return Some(Reason::Exact);
        }
        if right.matches(&typed) {
            best = Some(Reason::SameButForForm);
        }
    }
    best.or_else(|| {
        accepted
            .iter()
            .any(|right| Form::of(right).matches(&typed))
            .then_some(Reason::Alternative)
    })
    .or_else(|| {
        let mut right = shown
            .iter()
            .copied()
            .chain(accepted.iter().map(String::as_str));
        right
            .any(|right| same_value(right, &typed.text))
            .then_some(Reason::SameButForForm)
    })
}

/// Whether no form of a right text is that long: then it is not worth folding.
fn is_too_long<'a>(typed: &str, rights: impl Iterator<Item = &'a str>) -> bool {
    let longest = rights.map(str::len).max();
    longest.is_none_or(|longest| typed.len() > 256 + 16 * longest)
}

/// A text in the forms in which it is compared.
struct Form {
    /// Composed, without spaces around it.
    text: String,
    /// Without case, width, spacing and punctuation.
    folded: String,
}

impl Form {
    fn of(text: &str) -> Form {
        let text = nfc(text.trim());
        Form {
            folded: fold(&text),
            text,
        }
    }

    /// The keys that type it.
    fn keys(&self) -> Typed<'_> {
        Typed::new(&self.text, &self.folded)
    }

    /// Folded, without the article before it and the `s` of a plural.
    fn bare(text: &str) -> String {
        let word = |text: &str, article: &str| {
            let behind = text.get(article.len()..)?;
            let is_it = text.get(..article.len())?.eq_ignore_ascii_case(article);
            (is_it && behind.starts_with(char::is_whitespace)).then(|| behind.trim().to_owned())
        };
        let articles = ["the", "an", "a"].into_iter();
        let bare = articles.filter_map(|article| word(text, article)).next();
        let folded = fold(bare.as_deref().unwrap_or(text));
        let stem = folded.strip_suffix('s').unwrap_or(&folded);
        let letters = stem
            .chars()
            .rev()
            .take_while(char::is_ascii_alphabetic)
            .count();
        // "GPUs" is several; "is" and "Mars" are words.
        let several = letters >= 5 || is_in_capitals(text);
        if several && !stem.ends_with('s') {
            stem.to_owned()
        } else {
            folded
        }
    }

    fn matches(&self, other: &Form) -> bool {
        self.folded == other.folded
    }
}

/// Whether a text is an acronym, with an `s` behind it or none: GPU, GPUs.
fn is_in_capitals(text: &str) -> bool {
    let stem = text.trim().trim_end_matches('s');
    stem.len() >= 2 && stem.chars().all(|c| c.is_ascii_uppercase())
}

/// Whether both are the same figure, unit and all, or the same whole date: a
/// text may hold `9.4%` or `Jan 20`, and people write those in many ways.
fn same_value(right: &str, typed: &str) -> bool {
    // Nothing that long is a figure, and most texts are names without a digit.
    let short = |text: &str| text.len() <= 80;
    let digit = |text: &str| text.chars().any(char::is_numeric);
    if !short(right) || !short(typed) || !(digit(right) || digit(typed)) {
        return false;
    }
    if let (Ok(right), Ok(typed)) = (Date::parse(right), Date::parse(typed)) {
        return right == typed;
    }
    match (Figure::parse(right), Figure::parse(typed)) {
        (Ok(right), Ok(typed)) => {
            right.number.equals(&typed.number) && same_unit(&right.unit, &typed.unit)
        }
        _ => false,
    }
}

/// Stricter than where a figure is asked for: in a text the noun is part of the name.
fn same_unit(right: &Unit, typed: &Unit) -> bool {
    match (right, typed) {
        (Unit::Count(right), Unit::Count(typed)) => {
            let unnamed = right.english.is_empty() || typed.english.is_empty();
            fold(&right.english) == fold(&typed.english)
                || (unnamed && right.korean == typed.korean)
        }
        _ => right.code() == typed.code(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn texts() {
        use Reason::*;
        // shown, accepted, typed, reason (None: different)
        type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a str, Option<Reason>);
        let cases: &[Case] = &[
            (
                &["DeepSeek", "딥시크"],
                &["deep seek ai"],
                "DeepSeek",
                Some(Exact),
            ),
            (&["DeepSeek", "딥시크"], &[], "딥시크", Some(Exact)),
            (&["DeepSeek", "딥시크"], &[], " 딥시크 ", Some(Exact)),
            (
                &["DeepSeek", "딥시크"],
                &[],
                "deepseek",
                Some(SameButForForm),
            ),
            (
                &["DeepSeek", "딥시크"],
                &[],
                "Deep Seek",
                Some(SameButForForm),
            ),
            (
                &["DeepSeek", "딥시크"],
                &[],
                "deep-seek.",
                Some(SameButForForm),
            ),
            (
                &["DeepSeek", "딥시크"],
                &[],
                "ＤｅｅｐＳｅｅｋ",
                Some(SameButForForm),
            ),
            (
                &["DeepSeek", "딥시크"],
                &[],
                "딥 시크",
                Some(SameButForForm),
            ),
            (
                &["DeepSeek", "딥시크"],
                &["Deep Seek AI"],
                "deepseek AI",
                Some(Alternative),
            ),
            (&["DeepSeek", "딥시크"], &[], "OpenAI", None),
            (&["DeepSeek", "딥시크"], &[], "딥마인드", None),
            (&["DeepSeek", "딥시크"], &[], "deep", None),
            (&["DeepSeek", "딥시크"], &[], "?", None),
            // The digits of a name are the name.
            (&["GPT-4"], &[], "GPT 4", Some(SameButForForm)),
            (&["GPT-4"], &[], "gpt4", Some(SameButForForm)),
            (&["GPT-4"], &[], "GPT-3", None),
            (&["GPT-4"], &[], "GPT-4o", None),
            (&["Qwen 2.5 Max"], &[], "qwen2.5max", Some(SameButForForm)),
            (&["Qwen 2.5 Max"], &[], "Qwen 25 Max", None),
            (&["Qwen 2.5 Max"], &[], "Qwen 2 5 Max", None),
            (&["Unit 9/4"], &[], "Unit 94", None),
            (&["Doubao 1.5 Pro"], &[], "Doubao 15 Pro", None),
            (
                &["Doubao 1.5 Pro"],
                &[],
                "doubao 1.5pro",
                Some(SameButForForm),
            ),
            (&["3,000 labs"], &[], "3000 labs", Some(SameButForForm)),
            (&["H100"], &[], "H 100", Some(SameButForForm)),
            (&["H100"], &[], "H800", None),
            // Signs that are names.
            (&["C++"], &[], "c++", Some(SameButForForm)),
            (&["C++"], &[], "C", None),
            (&["C++"], &[], "C#", None),
            (&["+"], &[], "-", None),
            (&["+"], &[], "+", Some(Exact)),
            // Values in a text.
            (&["9.4%"], &[], "9.4 %", Some(SameButForForm)),
            (&["9.4%"], &[], "9.4퍼센트", Some(SameButForForm)),
            (&["9.4%"], &[], "94%", None),
            (&["9.4%"], &[], "9.5%", None),
            (&["January 20"], &[], "1월 20일", Some(SameButForForm)),
            (&["January 20"], &[], "1월 21일", None),
            (&["6 tigers"], &[], "six tigers", Some(SameButForForm)),
            (&["6 tigers"], &[], "five tigers", None),
            (&["6 tigers"], &[], "6 dragons", None),
            (&["6 books"], &[], "6 patents", None),
            (
                &["38,210 applications"],
                &[],
                "3만 8210건",
                Some(SameButForForm),
            ),
            (&["Llama 3.1"], &[], "Llama 3", None),
            (&["R1"], &[], "1", None),
            (&["1 January"], &[], "January", None),
            // Brackets behind a text.
            (&["Moonshot (AI)"], &[], "Moonshot", Some(SameButForForm)),
            (&["Moonshot (AI)"], &[], "moonshot ai", Some(SameButForForm)),
            (&["Moonshot (AI)"], &[], "AI", None),
            (&["문샷(AI)"], &[], "문샷", Some(SameButForForm)),
            (
                &["Humanity's Last Exam (HLE)"],
                &[],
                "humanity's last exam",
                Some(SameButForForm),
            ),
            (
                &["Humanity's Last Exam (HLE)"],
                &[],
                "HLE",
                Some(SameButForForm),
            ),
            (&["Humanity's Last Exam (HLE)"], &[], "HLA", None),
            (
                &["Mixture of experts", "전문가 혼합"],
                &["MoE"],
                "전문가 혼합(MoE)",
                Some(Alternative),
            ),
            (
                &["inference", "추론"],
                &[],
                "추론(inference)",
                Some(Alternative),
            ),
            (&["inference", "추론"], &[], "추론(training)", None),
            (&["inference", "추론"], &[], "학습(inference)", None),
            // Nothing but punctuation.
            (&["…"], &[], "...", Some(SameButForForm)),
            (&["…"], &[], "?", None),
        ];
        let mut failed = Vec::new();
        for (shown, accepted, typed, expected) in cases {
            let accepted: Vec<String> = accepted.iter().map(|&a| a.to_owned()).collect();
            let got = compare(shown, &accepted, typed);
            if got != *expected {
                failed.push(format!(
                    "{typed:?} for {shown:?}: {got:?}, not {expected:?}"
                ));
            }
        }
        assert!(failed.is_empty(), "{}", failed.join("\n"));
    }

    #[test]
    fn the_normal_form_does_not_matter() {
        let decomposed: String = "딥시크".nfd().collect();
        assert_eq!(compare(&["딥시크"], &[], &decomposed), Some(Reason::Exact));
        assert_eq!(compare(&[&decomposed], &[], "딥시크"), Some(Reason::Exact));
    }
}
