//! What a figure is told of, in the words before it and behind it: the same as
//! the question asks for, or something else.

use crate::answer::asked::Asked;
use crate::answer::particle::stems;
use crate::answer::{Reason, Verdict};
use crate::figure::{Figure, Unit, noun_behind_counter, nouns_alike};
use crate::text::{Localized, is_hangul};

/// Most words before a figure that say again what it is of.
const LONGEST_SUBJECT: usize = 6;

/// A text without the words before the figure that the question has as well, or for
/// what is counted: "H100 5만 개", "R1 scored 9.4%", "중국은 3만 8210건".
pub(super) fn without_subject<'a>(typed: &'a str, right: &Unit, asked: &Asked) -> Option<&'a str> {
    let known = |word: &str| {
        let digits = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        let is_known = || asked.says_again(word) || is_called_so(word, right, asked);
        !word.chars().all(digits) && is_known()
    };
    let mut rest = typed.trim_start();
    for _ in 0..LONGEST_SUBJECT {
        match rest.split_once(' ') {
            Some((word, behind)) if known(word) => rest = behind.trim_start(),
            _ => break,
        }
    }
    (rest.len() < typed.trim_start().len()).then_some(rest)
}

/// The verdict on a number of something else, which is named before it as Korean does
/// by a name with a digit in it: `H800 5만 개` where H100s are asked for.
pub(super) fn names_another(typed: &str, right: &Unit, asked: &Asked) -> Option<Verdict> {
    let (name, number) = typed.trim_start().split_once(' ')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.contains(|c: char| c.is_ascii_digit());
    let counted = Figure::parse(number).is_ok_and(|figure| figure.unit.is_countable());
    let another = right.is_countable() && is_name && !asked.says_again(name);
    (another && counted).then(|| Verdict::wrong(Reason::WrongUnit))
}

/// Whether a Korean word is as good as the noun of what is `right`, or as one of the
/// question: 업체 for companies, and where 기업 are asked for.
fn is_called_so(word: &str, right: &Unit, asked: &Asked) -> bool {
    let mut forms = std::iter::once(word).chain(stems(word));
    forms.any(|noun| {
        let mut alike = nouns_alike(noun).filter(|noun| noun.contains(is_hangul));
        noun.contains(is_hangul)
            && (right.is_of_nouns_alike(noun) || alike.any(|noun| asked.has(noun)))
    })
}

/// Whether words behind the figure name something else that is counted or
/// shared than the question does: `5만 대의 서버`, `70% of Korea's`.
pub(super) fn is_of_something_else(text: &str, right: &Unit, question: &Localized) -> bool {
    if *right == Unit::Percent
        && let Some((_, of)) = text.split_once(" of ")
    {
        let asked = Asked::of(question);
        let name = |word: &str| {
            let begins = word.starts_with(char::is_uppercase);
            begins && word.chars().nth(1).is_some() && !asked.has(word)
        };
        let words = of.split(|c: char| !c.is_alphanumeric());
        return words.into_iter().any(name);
    }
    if !right.is_countable() {
        return false;
    }
    noun_behind_counter(text).is_some_and(|noun| {
        let asked = Asked::of(question);
        let mut words = noun.split(|c: char| !c.is_alphanumeric());
        let known = |word: &str| asked.says_again(word) || is_called_so(word, right, &asked);
        let strange = |word: &str| !word.is_empty() && !known(word);
        asked.is_in_korean() && words.any(strange)
    })
}
