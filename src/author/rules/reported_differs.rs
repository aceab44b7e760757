//! `reported-differs`: `reported` against the computed figure.

use num_rational::BigRational;

use crate::author::rule::{Find, Finding, Rule};
use crate::author::subject::Subject;
use crate::deck::Severity;
use crate::figure::{Figure, Number, Unit, UnitMatch};
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "reported-differs",
    severity: Severity::Warning,
    summary: "What was reported does not follow from the formula, and no note says why",
    explanation: "`reported` is what was said, held against what the figures yield. Where the
two differ by more than rounding, either a figure is wrong or the news is:
say which in `reported_note`, and the learner sees both.

Wrong:

```yaml
facts:
  deep: { value: 26.6% }
  r1: { value: 9.4% }
  ratio:
    value: = deep / r1
    reported: 2.7×
```

Right:

```yaml
facts:
  deep: { value: 26.6% }
  r1: { value: 9.4% }
  ratio:
    value: = deep / r1
    reported: 2.7×
    reported_note: 26.6 ÷ 9.4 is 2.83; the article rounds down.
```
",
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in &subject.entries {
        let Some(fact) = entry.fact else {
            continue;
        };
        let Some((reported, None)) = &fact.dateline.reported else {
            continue;
        };
        let figure = &fact.figure;
        let same_unit = reported.unit.compare(&figure.unit) == UnitMatch::Same
            || is_factor(&figure.unit) && reported.unit == Unit::Percent
            || figure.unit == Unit::None
            || reported.unit == Unit::None;
        let (said, is) = (&reported.number, &in_terms_of(figure, &reported.unit));
        // 2.83 may be told as 2.8 or 3; and 2.8 of 2.83 shown as such.
        let same = said.is_rounding_of(is) || said.rounds_to(is) || is.is_rounding_of(said);
        if same && same_unit {
            continue;
        }
        let lang = subject.deck.language;
        let (computed, computed_ko) = if fact.formula.is_some() {
            ("the formula yields", "계산하면")
        } else {
            ("the value is", "값은")
        };
        let in_percent = reported.unit == Unit::Percent && is_factor(&figure.unit);
        let help = if fact.formula.is_some() && in_percent {
            message!(
                "mend the figure that is wrong ('growth(from, to)' yields per cent), or say in \
                 'reported_note' why they differ",
                "틀린 수치를 바로잡거나('growth(from, to)'는 퍼센트를 냅니다), 왜 다른지 \
                 'reported_note'에 쓰세요"
            )
        } else {
            message!(
                "mend the figure that is wrong, or say in 'reported_note' why they differ",
                "틀린 수치를 바로잡거나, 왜 다른지 'reported_note'에 쓰세요"
            )
        };
        found.push(Finding::new(
            entry.at("reported"),
            message!(
                "{} is what 'reported' says, {computed} {}",
                "'reported'는 {}인데 {computed_ko} {}입니다",
                reported.format(lang),
                figure.format(lang)
            ),
            help,
        ));
    }
    found
}

/// Whether it is how many times as much something is.
fn is_factor(unit: &Unit) -> bool {
    matches!(unit, Unit::None | Unit::Multiple)
}

/// A factor in per cent, where that is what was said: 84 % for 0.84.
fn in_terms_of(figure: &Figure, said: &Unit) -> Number {
    let mut number = figure.number.clone();
    if *said == Unit::Percent && is_factor(&figure.unit) {
        let hundred = BigRational::from_integer(100.into());
        number.value *= &hundred;
        number.upper = number.upper.map(|upper| upper * hundred);
        number.last_digit += 2;
    }
    number
}
