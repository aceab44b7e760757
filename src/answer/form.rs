//! The forms in which texts are compared: folded, bare, as keys, or as the date
//! or figure that a text is.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::carrier;
use super::particle::stems;
use super::slip::Typed;
use crate::figure::{Date, Figure, Period, Unit};
use crate::text::{fold, keystrokes, nfc, plain_letter};

/// A text in the forms in which it is compared. Most of them are worked out when
/// they are first asked for, and then stay: what is typed is held against each item
/// of a list, and each item against all that is typed.
pub(super) struct Form {
    /// Composed, without spaces around it.
    pub(super) text: String,
    /// Without case, width, spacing and punctuation.
    pub(super) folded: String,
    /// The date or figure it is.
    value: OnceCell<Option<Value>>,
    bare: OnceCell<String>,
    plain: OnceCell<String>,
    keys: OnceCell<Vec<char>>,
    stems: OnceCell<Vec<Form>>,
    without_kind: OnceCell<Option<Box<Form>>>,
}

impl Form {
    pub(super) fn of(text: &str) -> Form {
        let text = nfc(text.trim());
        Form {
            folded: fold(&without_company(&text)),
            text,
            value: OnceCell::new(),
            bare: OnceCell::new(),
            plain: OnceCell::new(),
            keys: OnceCell::new(),
            stems: OnceCell::new(),
            without_kind: OnceCell::new(),
        }
    }

    fn value(&self) -> Option<&Value> {
        let read = || {
            // Nothing that long is a figure.
            if self.text.len() > 80 {
                return None;
            }
            let date = Date::parse(&self.text).ok().map(Value::Date);
            date.or_else(|| Period::parse(&self.text).ok().map(Value::Period))
                .or_else(|| Figure::parse(&self.text).ok().map(Value::Figure))
        };
        self.value.get_or_init(read).as_ref()
    }

    /// The keys that type it.
    pub(super) fn keys(&self) -> Typed<'_> {
        let keys = self.keys.get_or_init(|| keystrokes(&self.folded));
        Typed::new(&self.text, keys)
    }

    /// What it is without a particle, in each way in which it may have one.
    pub(super) fn stems(&self) -> &[Form] {
        let stems = || stems(&self.text).into_iter().map(Form::of).collect();
        self.stems.get_or_init(stems)
    }

    /// What it is without the kind of thing behind it, if that is said.
    pub(super) fn without_kind(&self) -> Option<&Form> {
        let named = || {
            carrier::without_kind(&self.text)
                .map(Form::of)
                .map(Box::new)
        };
        self.without_kind.get_or_init(named).as_deref()
    }

    /// Folded, without what is said around it and the `s` of a plural.
    pub(super) fn bare(&self) -> &str {
        let bare = || {
            let (text, folded) = self.alone();
            singular(&folded, text).to_owned()
        };
        self.bare.get_or_init(bare)
    }

    /// The same without the accents on its Latin letters, the last one of which may
    /// be that `s`.
    pub(super) fn plain(&self) -> &str {
        let plain = || {
            let (text, folded) = self.alone();
            let plain: String = folded.chars().map(plain_letter).collect();
            singular(&plain, text).to_owned()
        };
        self.plain.get_or_init(plain)
    }

    /// The text without what is said around it, and the same folded.
    fn alone(&self) -> (&str, Cow<'_, str>) {
        match carrier::bare(&self.text) {
            Some(bare) => (bare, Cow::Owned(fold(bare))),
            None => (&self.text, Cow::Borrowed(&self.folded)),
        }
    }

    pub(super) fn matches(&self, other: &Form) -> bool {
        self.folded == other.folded
    }
}

/// A text, as it is folded, without the `s` of a plural.
fn singular<'f>(folded: &'f str, text: &str) -> &'f str {
    let stem = folded.strip_suffix('s').unwrap_or(folded);
    let letters = stem
        .chars()
        .rev()
        .take_while(char::is_ascii_alphabetic)
        .count();
    // "GPUs" and "H800s" are several; "is" and "Mars" are words, and the
    // 1950s are a decade.
    let model = stem.ends_with(|c: char| c.is_ascii_digit())
        && stem.starts_with(|c: char| c.is_ascii_alphabetic());
    let several = letters >= 5 || model || letters >= 2 && is_in_capitals(text);
    if several && !stem.ends_with('s') {
        stem
    } else {
        folded
    }
}

/// A text without the mark of a company: (주), ㈜, 주식회사.
fn without_company(text: &str) -> Cow<'_, str> {
    let marks = ["(주)", "㈜", "주식회사"];
    let bare = marks.iter().fold(Cow::Borrowed(text), |text, mark| {
        match text.contains(mark) {
            true => Cow::Owned(text.replace(mark, "")),
            false => text,
        }
    });
    if bare.trim().is_empty() {
        Cow::Borrowed(text)
    } else {
        bare
    }
}

/// Whether a text is an acronym, with an `s` behind it or none: GPU, GPUs.
fn is_in_capitals(text: &str) -> bool {
    let stem = text.trim().trim_end_matches('s');
    stem.len() >= 2 && stem.chars().all(|c| c.is_ascii_uppercase())
}

/// Whether both are the same figure, unit and all, or the same whole date: a
/// text may hold `9.4%` or `Jan 20`, and people write those in many ways.
pub(super) fn same_value(right: &Form, typed: &Form) -> bool {
    // Most texts are names without a digit.
    let digit = |form: &Form| form.text.chars().any(char::is_numeric);
    if !(digit(right) || digit(typed)) {
        return false;
    }
    match (right.value(), typed.value()) {
        (Some(Value::Date(right)), Some(Value::Date(typed))) => right == typed,
        (Some(Value::Period(right)), Some(Value::Period(typed))) => right == typed,
        (Some(Value::Figure(right)), Some(Value::Figure(typed))) => {
            right.number.equals(&typed.number) && same_unit(&right.unit, &typed.unit)
        }
        _ => false,
    }
}

/// What a text may be beside a text.
enum Value {
    Date(Date),
    Period(Period),
    Figure(Figure),
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
    use super::*;

    /// A list of so many items asks so many times.
    #[test]
    fn each_form_is_worked_out_once() {
        let form = Form::of("Résumé 칩이");
        assert!(std::ptr::eq(form.bare(), form.bare()));
        assert!(std::ptr::eq(form.plain(), form.plain()));
        assert!(std::ptr::eq(form.stems(), form.stems()));
        assert_eq!(form.stems().len(), 1);
        let form = Form::of("H800 chip");
        let name = |form: &Form| form.without_kind().map(|named| named.text.as_ptr());
        assert!(name(&form).is_some());
        assert_eq!(name(&form), name(&form));
    }
}
