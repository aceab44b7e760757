//! `formula`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "formula",
    severity: Severity::Error,
    summary: "A formula can't be read or computed",
    explanation: "Behind `=` stands a formula of facts, figures, `+ - * /`, brackets, and the
functions `growth(from, to)` (in per cent) and `cagr(from, to, years)` (in per
cent a year). Units must go together: dollars and people can't be added; so
many things at a price are money.

Wrong:

```yaml
facts:
  old: { value: 8B USD }
  more: { value: = old * }
```

Right:

```yaml
facts:
  old: { value: 8B USD }
  more: { value: = old * 2 }
```
",
    korean: Korean {
        summary: "읽거나 계산할 수 없는 식입니다",
        explanation: "`=` 뒤에는 사실, 수치, `+ - * /`, 괄호, 그리고 함수
`growth(from, to)`(퍼센트)와 `cagr(from, to, years)`(한 해 퍼센트)로 된 식을
씁니다. 단위가 서로 맞아야 합니다: 달러와 사람은 더할 수 없고, 개수에 값을
곱하면 돈이 됩니다.
",
    },
    find: None,
};
