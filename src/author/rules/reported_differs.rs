//! `reported-differs`: `reported` against the computed figure.

use crate::author::rule::{Find, Finding, Korean, Rule};
use crate::author::subject::Subject;
use crate::deck::Severity;
use crate::figure::{Formula, Unit};
use crate::message;

pub(super) const RULE: Rule = Rule {
    code: "reported-differs",
    severity: Severity::Warning,
    summary: "What was reported does not follow from the formula, and no note says why",
    explanation: "`reported` is what was said, held against what the figures yield. Where the
two differ by more than rounding, either a figure is wrong or the news is:
say which in `reported_note`, and the learner sees both. Where they agree the
learner is shown and asked for the figure in the unit and with the digits of
`reported`, and the exact value is right as well.

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
    korean: Korean {
        summary: "보도된 값이 식의 결과와 다른데 까닭이 쓰여 있지 않습니다",
        explanation: "`reported`는 보도된 값이고, 수치로 계산한 값과 견줍니다. 둘이 반올림보다 더
다르면 수치가 틀렸거나 보도가 틀린 것입니다. 어느 쪽인지 `reported_note`에
쓰면 학습자가 둘 다 봅니다. 둘이 맞으면 `reported`의 단위와 자릿수로 보여
주고 물으며, 정확한 값도 맞습니다.
",
    },
    find: Some(Find::Alone(find)),
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in subject.entries() {
        let Some(fact) = entry.fact else {
            continue;
        };
        let Some((reported, None)) = fact.dateline.reported.as_deref() else {
            continue;
        };
        let figure = &fact.figure;
        let of_name = |name: &str| {
            let mut facts = subject.deck.facts.iter();
            let named = facts.find(|fact| fact.id == name)?;
            Some(named.figure.clone())
        };
        let follows = |formula: &Formula| formula.is_told_as(reported, of_name);
        if figure.is_told_as(reported) && fact.formula.as_ref().is_none_or(follows) {
            continue;
        }
        let lang = subject.deck.language;
        let (computed, computed_ko) = if fact.formula.is_some() {
            ("the formula yields", "계산하면")
        } else {
            ("the value is", "값은")
        };
        let in_percent = reported.unit == Unit::Percent && figure.is_factor();
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
                if in_percent {
                    figure.in_percent()
                } else {
                    figure.clone()
                }
                .format(lang)
            ),
            help,
        ));
    }
    found
}
