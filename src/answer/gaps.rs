//! The gaps of a cloze, each typed.

use super::found::Found;
use super::text::Rights;
use super::{Outcome, Reason, Rivals, Verdict, date, number};
use crate::deck::Gap;
use crate::figure::{Currency, Date, Figure, Period, are_bare_cents};
use crate::text::Localized;

/// Judges what was `filled` into the gaps of `cloze`, in their order; `accepted`
/// holds for each gap the texts that are right, the one from the card first.
pub(super) fn judge(
    cloze: &Localized<Vec<Gap>>,
    accepted: &[Vec<String>],
    filled: &[String],
    question: &Localized,
    rivals: &Rivals<'_>,
) -> Verdict {
    let judged: Vec<Result<Found, Verdict>> = accepted
        .iter()
        .enumerate()
        .map(|(index, accepted)| {
            let typed = filled.get(index).map_or("", String::as_str);
            let shown: Vec<&str> = cloze
                .iter()
                .filter_map(|(_, pieces)| hidden(pieces).nth(index))
                .filter(|shown| accepted.iter().any(|text| text == shown))
                .collect();
            one(&shown, accepted, typed, question, rivals)
        })
        .collect();
    let parts: Vec<bool> = judged.iter().map(Result::is_ok).collect();
    let found = || judged.iter().filter_map(|one| one.as_ref().ok().copied());
    let forgiven = found().any(Found::is_forgiven);
    let loosest = found().reduce(Found::looser);
    let all = parts.iter().all(|&right| right) && filled.len() <= accepted.len();
    let verdict = match (loosest, judged.as_slice()) {
        (Some(loosest), _) if all => loosest.verdict(),
        // The only gap: what is wrong with it is all there is to say.
        (_, [Err(wrong)]) => wrong.clone(),
        _ if parts.iter().any(|&right| right) && accepted.len() > 1 => {
            Verdict::new(Outcome::Wrong, Reason::Partial)
        }
        _ => Verdict::wrong(Reason::Different),
    };
    Verdict {
        forgiven,
        ..verdict.with_parts(parts)
    }
}

/// What a text hides in its gaps, in their order.
fn hidden(pieces: &[Gap]) -> impl Iterator<Item = &str> {
    pieces.iter().filter_map(|piece| match piece {
        Gap::Hidden { answer, .. } => Some(answer.as_str()),
        Gap::Text(_) => None,
    })
}

/// In what way one gap is right, or the verdict that it is not: what is `shown`
/// in it in any language is the answer itself. A figure or a date in a gap is
/// judged as where it is asked for by itself.
fn one(
    shown: &[&str],
    accepted: &[String],
    typed: &str,
    question: &Localized,
    rivals: &Rivals<'_>,
) -> Result<Found, Verdict> {
    let different = || Verdict::wrong(Reason::Different);
    let (first, others) = accepted.split_first().ok_or_else(different)?;
    let shown = std::iter::once(first.as_str()).chain(shown.iter().copied());
    let rights = Rights::new(shown, others).asked(question);
    if let Some(found) = rights.exactly(typed) {
        return Ok(found);
    }
    let value = Value::of(first).filter(|_| !typed.trim().is_empty());
    let verdict = value.map(|value| value.judge(question, typed));
    let as_value = verdict.as_ref().and_then(Found::of);
    as_value
        .or_else(|| rights.find(typed, rivals))
        .ok_or_else(|| verdict.unwrap_or_else(different))
}

/// What a gap may be beside a text.
enum Value {
    Date(Date),
    Period(Period),
    Figure(Figure),
    /// Cents that do not say of which money, of dollars.
    Cents(Figure),
}

impl Value {
    /// The date or figure that stands in a gap, and nothing else with it.
    fn of(shown: &str) -> Option<Value> {
        // A day needs digits; a figure may be in words: five years, a quarter.
        if !shown.chars().any(char::is_numeric) {
            return Figure::parse_alone(shown).map(Value::Figure);
        }
        if let Ok(date) = Date::parse(shown) {
            return Some(Value::Date(date));
        }
        if let Ok(period) = Period::parse(shown) {
            return Some(Value::Period(period));
        }
        Figure::parse_alone(shown).map(match are_bare_cents(shown) {
            true => Value::Cents,
            false => Value::Figure,
        })
    }

    fn judge(&self, question: &Localized, typed: &str) -> Verdict {
        match self {
            Value::Date(right) => date::judge(*right, Some(question), typed),
            Value::Period(right) => date::judge_span(right.from, right.to, question, typed),
            Value::Figure(right) => number::judge(right, None, Some(question), typed),
            Value::Cents(right) => {
                let verdict = number::judge(right, None, Some(question), typed);
                let euros = right.clone().of_currency(Currency::Eur);
                let in_euros = number::judge(&euros, None, Some(question), typed);
                match verdict.outcome == Outcome::Wrong && in_euros.outcome.is_right() {
                    true => in_euros,
                    false => verdict,
                }
            }
        }
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
    use crate::text::Lang;

    #[test]
    fn gaps() {
        use Outcome::{Close, Correct, Wrong};
        use Reason::*;
        let one: &[&[&str]] = &[&["H800", "엔비디아 H800"]];
        let two: &[&[&str]] = &[&["H800"], &["H100"]];
        let value: &[&[&str]] = &[&["9.4%"]];
        let amount: &[&[&str]] = &[&["2조6천억원"]];
        let years: &[&[&str]] = &[&["5년"]];
        let day: &[&[&str]] = &[&["2025년 1월 20일"]];
        let span: &[&[&str]] = &[&["2014~2023"]];
        let name: &[&[&str]] = &[&["11"]];
        let trees: &[&[&str]] = &[&["48,200 trees"]];
        let quarter: &[&[&str]] = &[&["a quarter"]];
        let third: &[&[&str]] = &[&["one in three"]];
        let five: &[&[&str]] = &[&["five"]];
        let half: &[&[&str]] = &[&["절반"]];
        let cents: &[&[&str]] = &[&["31 cents"]];
        let both: &[&[&str]] = &[&["18.7%"], &["5년"]];
        type Row<'a> = (
            &'a [&'a [&'a str]],
            &'a [&'a str],
            Outcome,
            Reason,
            &'a [bool],
        );
        let rows: &[Row] = &[
            (one, &["H800"], Correct, Exact, &[true]),
            (one, &["h 800"], Correct, SameButForForm, &[true]),
            (one, &["엔비디아 h800"], Correct, Alternative, &[true]),
            (one, &["엔비디야 h800"], Correct, Typo, &[true]),
            (one, &["H100"], Wrong, Different, &[false]),
            (two, &["H800", "H100"], Correct, Exact, &[true, true]),
            (
                two,
                &["H800", "h100"],
                Correct,
                SameButForForm,
                &[true, true],
            ),
            (two, &["H800", ""], Wrong, Partial, &[true, false]),
            (two, &["H800"], Wrong, Partial, &[true, false]),
            (two, &["H100", "H800"], Wrong, Different, &[false, false]),
            (two, &["H800", "H100", "H20"], Wrong, Partial, &[true, true]),
            (value, &["9.4 퍼센트"], Correct, SameButForForm, &[true]),
            (value, &["9.4"], Correct, MissingUnit, &[true]),
            (value, &["9%"], Close, Rounded, &[true]),
            (value, &["9.6%"], Wrong, DifferentValue, &[false]),
            (value, &["94%"], Wrong, OffByPowerOfTen, &[false]),
            (value, &["9.4%p"], Wrong, WrongUnit, &[false]),
            (amount, &["2.6조"], Correct, MissingUnit, &[true]),
            (amount, &["2조6천억"], Correct, MissingUnit, &[true]),
            (amount, &["2조 6000억 원"], Correct, SameButForForm, &[true]),
            (amount, &["2.6억"], Wrong, OffByPowerOfTen, &[false]),
            (amount, &["2.6조달러"], Wrong, WrongUnit, &[false]),
            (years, &["5"], Close, MissingUnit, &[true]),
            (years, &["오 년"], Correct, SameButForForm, &[true]),
            (years, &["5개월"], Wrong, WrongUnit, &[false]),
            (day, &["Jan 20"], Correct, Exact, &[true]),
            (day, &["1월 21일"], Wrong, RightMonth, &[false]),
            (span, &["2014-23"], Correct, SameButForForm, &[true]),
            (span, &["2014-24"], Wrong, DifferentDate, &[false]),
            (trees, &["48,200"], Correct, MissingUnit, &[true]),
            (trees, &["48200"], Correct, MissingUnit, &[true]),
            (trees, &["48200 trees"], Correct, SameButForForm, &[true]),
            (trees, &["4820"], Wrong, OffByPowerOfTen, &[false]),
            (trees, &["48,200 farms"], Wrong, WrongUnit, &[false]),
            (quarter, &["1/4"], Correct, Exact, &[true]),
            (quarter, &["25%"], Correct, Exact, &[true]),
            (quarter, &["a third"], Wrong, DifferentValue, &[false]),
            (third, &["1/3"], Correct, Exact, &[true]),
            (five, &["5"], Correct, SameButForForm, &[true]),
            (half, &["50%"], Correct, Exact, &[true]),
            (cents, &["31센트"], Correct, SameButForForm, &[true]),
            (cents, &["31 eurocents"], Correct, Exact, &[true]),
            (cents, &["€0.31"], Correct, Exact, &[true]),
            (cents, &["$0.31"], Correct, SameButForForm, &[true]),
            (cents, &["22 cents"], Wrong, DifferentValue, &[false]),
            (cents, &["31 euros"], Wrong, WrongUnit, &[false]),
            (name, &["11"], Correct, Exact, &[true]),
            (name, &["11.2"], Wrong, Different, &[false]),
            (name, &["10"], Wrong, Different, &[false]),
            (both, &["18.7", "5년"], Correct, MissingUnit, &[true, true]),
            (both, &["18.7", "6년"], Wrong, Partial, &[true, false]),
            (both, &["17.7", "6년"], Wrong, Different, &[false, false]),
        ];
        for &(accepted, filled, outcome, reason, parts) in rows {
            let accepted: Vec<Vec<String>> = accepted
                .iter()
                .map(|texts| texts.iter().map(|&text| text.to_owned()).collect())
                .collect();
            let typed: Vec<String> = filled.iter().map(|&text| text.to_owned()).collect();
            let question = Localized::new(Lang::En, String::new());
            let cloze = hiding(accepted.iter().map(|texts| texts[0].as_str()));
            let cloze = Localized::new(Lang::En, cloze);
            let verdict = judge(&cloze, &accepted, &typed, &question, &Rivals::default());
            assert_eq!(
                (verdict.outcome, verdict.reason, &verdict.parts[..]),
                (outcome, reason, parts),
                "{filled:?} for {accepted:?}"
            );
        }
    }

    fn hiding<'t>(answers: impl Iterator<Item = &'t str>) -> Vec<Gap> {
        answers
            .map(|answer| Gap::Hidden {
                answer: answer.to_owned(),
                hint: None,
            })
            .collect()
    }

    #[test]
    fn what_is_shown_in_either_language_is_the_answer_itself() {
        use Reason::{Alternative, Exact, SameButForForm};
        let cloze = Localized::with(
            Lang::En,
            hiding(["€2.10", "bunk"].into_iter()),
            Some(hiding(["2.10유로", "침대"].into_iter())),
        );
        let accepted = [
            vec!["€2.10", "2.10유로", "two ten"],
            vec!["bunk", "침대", "berth"],
        ];
        let accepted = accepted.map(|texts| texts.into_iter().map(str::to_owned).collect());
        let question = Localized::new(Lang::En, String::new());
        for (typed, reason) in [
            (["€2.10", "bunk"], Exact),
            (["2.10유로", "침대"], Exact),
            (["€2.10", "침대"], Exact),
            (["2.10 유로", "침대"], SameButForForm),
            (["two ten", "침대"], Alternative),
            (["2.10유로", "berth"], Alternative),
        ] {
            let filled = typed.map(str::to_owned);
            let verdict = judge(&cloze, &accepted, &filled, &question, &Rivals::default());
            assert_eq!(
                (verdict.outcome, verdict.reason),
                (Outcome::Correct, reason),
                "{typed:?}"
            );
        }
    }
}
